//! What is in a `.ordito` file. A test holds both lists to the schema.

use super::Piece;
use ordito_model::Table;
use ordito_words::Words;

/// Tables of a file: the records', and those around them. Their texts are `guide-table-NAME`, with the other words of
/// records.
pub fn tables() -> Vec<&'static str> {
    let records = Table::ALL.iter().map(|table| table.in_file());
    std::iter::once("meta")
        .chain(records)
        .chain(["step", "change", "later"])
        .collect()
}
/// Views with plain names, for readers with any SQLite tool. Their texts are `guide-view-NAME`.
pub const VIEWS: &[&str] = &[
    "politiche",
    "obiettivi",
    "elementi",
    "celle",
    "storia",
    "laboratori",
    "domande",
];

pub fn pieces(words: &Words) -> Vec<Piece> {
    let table = |title: &str, prefix: &str, names: &[&str]| Piece::Table {
        caption: words.say(title),
        head: [words.guide_format_name(), words.guide_format_holds()],
        rows: names
            .iter()
            .map(|name| [(*name).to_owned(), words.say(&format!("{prefix}-{name}"))])
            .collect(),
    };
    let mut pieces = vec![
        table("guide-format-views", "guide-view", VIEWS),
        table("guide-format-tables", "guide-table", &tables()),
        Piece::Heading {
            text: words.guide_format_others(),
        },
    ];
    pieces.extend(super::texts(words, "guide-format-others-text"));
    pieces
}
