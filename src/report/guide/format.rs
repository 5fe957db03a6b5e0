//! What is in a `.ordito` file. A test holds the two lists to the schema.

use super::Piece;
use crate::words::Words;

/// Tables of the schema, in its order. Their texts are `guide-table-NAME`.
pub const TABLES: &[&str] = &[
    "meta",
    "info",
    "actor",
    "source",
    "policy",
    "cluster",
    "framework",
    "goal",
    "crosswalk",
    "link",
    "scale",
    "matrix",
    "line",
    "assessor",
    "cell",
    "milestone",
    "step",
    "change",
    "lab",
    "question",
    "later",
];
/// Views with plain names, for readers with any SQLite tool. Their texts are `guide-view-NAME`.
pub const VIEWS: &[&str] = &["politiche", "obiettivi", "elementi", "celle", "storia", "laboratori", "domande"];

pub fn pieces(words: &Words) -> Vec<Piece> {
    let table = |title: &str, prefix: &str, names: &[&str]| Piece::Table {
        caption: words.say(title),
        head: [words.guide_format_name(), words.guide_format_holds()],
        rows: names.iter().map(|name| [(*name).to_owned(), words.say(&format!("{prefix}-{name}"))]).collect(),
    };
    let mut pieces = vec![
        table("guide-format-views", "guide-view", VIEWS),
        table("guide-format-tables", "guide-table", TABLES),
        Piece::Heading { text: words.guide_format_others() },
    ];
    pieces.extend(super::texts(words, "guide-format-others-text"));
    pieces
}
