//! The guide with the keys of every command: its chapter on the keyboard is made from the commands themselves.

use super::command::{Command, GRID_KEYS, Group};
use crate::i18n::Words;
use crate::model::Timestamp;
use crate::report::guide::{Guide, Keys, guide};

/// The guide in the language of `words`.
pub fn guide_of(words: &Words, now: Timestamp) -> Guide {
    let grid = GRID_KEYS.iter().map(|key| (Some(words.say(key)), words.say(&format!("{key}-text"))));
    let mut keys = vec![Keys { title: words.say("shortcuts-grid"), lines: grid.collect() }];
    keys.extend(Group::ALL.map(|group| {
        let of_group = Command::ALL.iter().filter(|command| command.group() == group);
        let line = |command: &Command| (command.shortcut().map(|keys| keys.say(words)), words.say(command.key()));
        Keys { title: words.say(group.key()), lines: of_group.map(line).collect() }
    }));
    guide(words, &keys, now)
}
