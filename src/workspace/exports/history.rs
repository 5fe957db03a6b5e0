//! The whole history as a table: number, label, time, author, what from, what to.

use super::{Exports, OnScreen};
use crate::Workspace;
use crate::said::Said as _;
use ordito_document::Document;
use ordito_document::storage::StorageError;
use ordito_pages::export::{ExportError, Format, write_file};
use ordito_words::{Say as _, Words};
use std::path::Path;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HistoryExport;

impl Exports for HistoryExport {
    /// It is asked for where the history is shown.
    const COMMANDS: &'static [Self] = &[];

    fn key(self) -> &'static str {
        "history-export"
    }
    fn formats(self) -> Vec<Format> {
        vec![Format::Csv]
    }
    /// Steps are read from the open file, which has no second reader.
    fn write(self, workspace: &mut Workspace, path: &Path, _: OnScreen) {
        let Some(document) = workspace.document() else {
            return;
        };
        let written = history_csv(document, workspace.words(), path);
        workspace.tell_written(path, written.map(|()| Vec::new()));
    }
}

fn history_csv(document: &Document, words: &Words, path: &Path) -> Result<(), ExportError> {
    let io = |error: csv::Error| ExportError::Io {
        path: path.to_owned(),
        error: std::io::Error::other(error),
    };
    let unread = |error: StorageError| ExportError::Workbook {
        detail: error.say(words),
    };
    let mut table = csv::WriterBuilder::new()
        .delimiter(b';')
        .from_writer(vec![0xEF, 0xBB, 0xBF]);
    let heads = ["number", "what", "when", "who", "record", "before", "after"];
    table
        .write_record(heads.map(|head| words.say(&format!("history-column-{head}"))))
        .map_err(io)?;
    for step in document.steps() {
        let (number, what) = (step.number.0.to_string(), step.label.say(words));
        let when = words.numbers().date_time(step.at);
        for record in document.patch_of(step.number).map_err(unread)?.records {
            let before = record.before_json().unwrap_or_default();
            let after = record.after_json().unwrap_or_default();
            let subject = ordito_model::Subject::from(record.table()).say(words);
            table
                .write_record([&number, &what, &when, &step.by, &subject, &before, &after])
                .map_err(io)?;
        }
    }
    let bytes = table.into_inner().map_err(|error| ExportError::Io {
        path: path.to_owned(),
        error: std::io::Error::other(error.to_string()),
    })?;
    write_file(path, &bytes, true)
}
