//! A matrix as a table, by the ending of the name: CSV, a whole workbook as XLSX, ODS or HTML, the document as JSON.

use super::super::command::{Shortcut, ctrl};
use super::{Exports, OnScreen};
use crate::Workspace;
use ordito_document::Document;
use ordito_model::StepNumber;
use ordito_pages::export::{Format, TableWay, signed_table_bytes, write_file};
use ordito_pages::report::tables::Tables;
use std::path::Path;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TableExport;

impl Exports for TableExport {
    const COMMANDS: &'static [Self] = &[Self];

    fn key(self) -> &'static str {
        "command-export-table"
    }
    fn shortcut(self) -> Option<Shortcut> {
        ctrl('e')
    }
    fn formats(self) -> Vec<Format> {
        Format::TABLES.to_vec()
    }
    fn write(self, workspace: &mut Workspace, path: &Path, shown: OnScreen) {
        let Some(matrix) = shown.matrix else { return };
        let (now, letterhead) = (workspace.now(), workspace.letterhead());
        let step = workspace
            .document()
            .map_or(StepNumber(0), Document::last_step);
        workspace.write_beside(path, move |path, contents, words| {
            let asked = Tables {
                contents,
                words,
                matrix,
                assessor: shown.assessor,
                now,
                step,
            };
            write_file(
                path,
                &signed_table_bytes(
                    &asked,
                    &letterhead,
                    Format::of(path)?,
                    TableWay::ExcelItalian,
                )?,
                true,
            )
        });
    }
}
