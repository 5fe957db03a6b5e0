//! What readers saw of a table beside its texts, in words.

use super::Said;
use crate::import::{TableNote, column_name};
use crate::words::{Arg, Words};

impl Said for TableNote {
    fn say(&self, words: &Words) -> String {
        let counted = |key: &str, n: usize, which: Vec<String>| {
            words.say_with(key, &[("n", Arg::Count(n)), ("which", first_few(n, which).into())])
        };
        let places = |all: &[crate::import::Place]| all.iter().map(ToString::to_string).collect::<Vec<_>>();
        match self {
            Self::HiddenSheet => words.say("note-hidden-sheet"),
            Self::HiddenRows(rows) => {
                counted("note-hidden-rows", rows.len(), rows.iter().map(ToString::to_string).collect())
            }
            Self::HiddenColumns(columns) => {
                counted("note-hidden-columns", columns.len(), columns.iter().map(|n| column_name(*n)).collect())
            }
            Self::Merged(areas) => counted("note-merged", areas.len(), areas.iter().map(ToString::to_string).collect()),
            Self::OpenQuotes(all) => counted("note-open-quotes", all.len(), places(all)),
            Self::LinesInCells(all) => counted("note-lines-in-cells", all.len(), places(all)),
            Self::BadBytes { n, places: all } => counted("note-bad-bytes", *n, places(all)),
            Self::CutShort => words.say("note-cut-short"),
        }
    }
}

/// The first few of many, each once, and a sign that there are more.
pub(super) fn first_few(n: usize, mut which: Vec<String>) -> String {
    const NAMED: usize = 8;
    which.dedup();
    let more = which.len() > NAMED || n > NAMED && which.len() < n;
    which.truncate(NAMED);
    if more {
        which.push("…".to_owned());
    }
    which.join(", ")
}
