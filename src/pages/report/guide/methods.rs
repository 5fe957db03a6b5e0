//! What each number means, with its formula and its source: the entries of METHODS that the program computes.

use super::Piece;
use ordito_words::Words;

/// One entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Its texts are `guide-method-ID`, `-text`, `-source`.
    pub id: &'static str,
    /// Its name in docstrings, method notes and the command line's help; none for a method of the house without one.
    pub number: Option<&'static str>,
    /// Its names after `ordito analyse`.
    pub commands: &'static [&'static str],
}
const fn entry(id: &'static str, number: &'static str, commands: &'static [&'static str]) -> Entry {
    Entry {
        id,
        number: Some(number),
        commands,
    }
}

/// In the order of their numbers.
pub const METHODS: &[Entry] = &[
    entry("scales", "M1", &[]),
    entry("sums", "M2", &["profiles"]),
    entry("costs", "M2", &["profiles"]),
    entry("impact", "M2", &["cross-impact"]),
    entry("second", "M3", &["second-order"]),
    entry("through", "M3", &["indirect"]),
    entry("groups", "M4", &["groups"]),
    entry("central", "M5", &["centrality"]),
    entry("micmac", "M6", &["micmac"]),
    entry("uncertain", "M9", &["robustness", "gaps"]),
    entry("panel", "M10", &["panel"]),
    entry("ranks", "M11", &["robustness", "weights"]),
    entry("promethee", "M12", &["promethee"]),
    entry("coherence", "M13", &["coherence"]),
    entry("conflicts", "M2, M13, M15", &["conflicts"]),
    entry("structure", "M15", &["structure"]),
    Entry {
        id: "reading",
        number: None,
        commands: &["reading"],
    },
    Entry {
        id: "agreement",
        number: None,
        commands: &[],
    },
];

pub fn pieces(words: &Words) -> Vec<Piece> {
    METHODS
        .iter()
        .flat_map(|entry| entry_pieces(words, entry))
        .collect()
}

fn entry_pieces(words: &Words, entry: &Entry) -> Vec<Piece> {
    let key = format!("guide-method-{}", entry.id);
    let title = words.say(&key);
    let text = entry
        .number
        .map_or(title.clone(), |number| format!("{title} ({number})"));
    let mut pieces = vec![Piece::Heading { text }];
    pieces.extend(super::texts(words, &format!("{key}-text")));
    let mut source = words.guide_source(words.say(&format!("{key}-source")));
    if !entry.commands.is_empty() {
        let names: Vec<String> = entry
            .commands
            .iter()
            .map(|name| format!("ordito analyse … {name}"))
            .collect();
        let said = words.guide_by_command(names.join(", "));
        source = format!("{source} {said}");
    }
    pieces.push(Piece::Text { text: source });
    pieces
}
