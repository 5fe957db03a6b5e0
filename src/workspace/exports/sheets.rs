//! Sheets, each a file in a folder, or bound in one.

use super::{Exports, OnScreen};
use crate::{Group, Room, SheetAsk, Workspace};
use ordito_pages::export::{Format, SheetFormat};
use std::path::Path;

/// What is to be written.
#[derive(Debug, Clone)]
pub struct SheetsAsked {
    pub ask: SheetAsk,
    pub format: SheetFormat,
    pub bound: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SheetsExport;

impl Exports for SheetsExport {
    /// It is asked for where they are chosen, with how many there are.
    const COMMANDS: &'static [Self] = &[];

    fn key(self) -> &'static str {
        "sheets-export"
    }
    fn group(self) -> Group {
        Group::Of(Room::Sheets)
    }
    fn formats(self) -> Vec<Format> {
        Vec::new()
    }
    fn is_into_folder(self) -> bool {
        true
    }
    fn suggested(self, workspace: &Workspace, _: String) -> String {
        workspace.words().sheets_folder()
    }
    /// What is there already is not replaced: no dialog has asked for it.
    fn write(self, workspace: &mut Workspace, path: &Path, shown: OnScreen) {
        if let Some(asked) = shown.sheets {
            workspace.write_sheets(asked, path.to_owned());
        }
    }
}
