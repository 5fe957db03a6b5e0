//! The guide with the keys of every command: its chapter on the keyboard is made from the commands themselves.

use super::command::{Command, GRID_KEYS, Group, LAB_KEYS};
use ordito_model::Timestamp;
use ordito_pages::report::guide::{Guide, Keys, guide};
use ordito_words::Words;

/// The guide in the language of `words`.
pub fn guide_of(words: &Words, now: Timestamp) -> Guide {
    let line = |key: &&str| (Some(words.say(key)), words.say(&format!("{key}-text")));
    let listed = |title: &str, keys: &[&str]| Keys {
        title: words.say(title),
        lines: keys.iter().map(line).collect(),
    };
    let mut keys = vec![
        listed("shortcuts-grid", &GRID_KEYS),
        listed("shortcuts-lab", &LAB_KEYS),
    ];
    keys.extend(Group::all().map(|group| {
        let of_group = Command::all().filter(|command| command.group() == group);
        let line = |command: Command| {
            (
                command.shortcut().map(|keys| keys.say(words)),
                words.say(command.key()),
            )
        };
        Keys {
            title: words.say(group.key()),
            lines: of_group.map(line).collect(),
        }
    }));
    // Not every room has commands of its own.
    keys.retain(|keys| !keys.lines.is_empty());
    guide(words, &keys, now)
}
