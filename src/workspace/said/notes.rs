//! What readers saw of a table beside its texts, in words.

use super::Said;
use ordito_import::{Place, TableNote, column_name};
use ordito_words::Words;

impl Said for TableNote {
    fn say(&self, words: &Words) -> String {
        let places =
            |all: &[Place]| first_few(all.len(), all.iter().map(ToString::to_string).collect());
        match self {
            Self::HiddenSheet => words.note_hidden_sheet(),
            Self::HiddenRows(rows) => {
                let which = first_few(rows.len(), rows.iter().map(ToString::to_string).collect());
                words.note_hidden_rows(rows.len(), which)
            }
            Self::HiddenColumns(columns) => {
                let which = first_few(
                    columns.len(),
                    columns.iter().map(|n| column_name(*n)).collect(),
                );
                words.note_hidden_columns(columns.len(), which)
            }
            Self::Merged(areas) => {
                let which = first_few(areas.len(), areas.iter().map(ToString::to_string).collect());
                words.note_merged(areas.len(), which)
            }
            Self::OpenQuotes(all) => words.note_open_quotes(all.len(), places(all)),
            Self::LinesInCells(all) => words.note_lines_in_cells(all.len(), places(all)),
            Self::BadBytes { n, places: all } => {
                let which = first_few(*n, all.iter().map(ToString::to_string).collect());
                words.note_bad_bytes(*n, which)
            }
            Self::CutShort => words.note_cut_short(),
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
