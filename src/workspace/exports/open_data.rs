//! A folder of open data.

use super::{Exports, OnScreen};
use crate::Workspace;
use ordito_pages::export::{Format, write_open_data};
use std::path::Path;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OpenDataExport;

impl Exports for OpenDataExport {
    const COMMANDS: &'static [Self] = &[Self];

    fn key(self) -> &'static str {
        "command-export-open-data"
    }
    /// A folder, which is made.
    fn formats(self) -> Vec<Format> {
        Vec::new()
    }
    fn suggested(self, workspace: &Workspace, title: String) -> String {
        workspace.words().open_folder(title)
    }
    /// A folder that is there and not empty is not replaced: no dialog has asked for it.
    fn write(self, workspace: &mut Workspace, path: &Path, _: OnScreen) {
        let now = workspace.now();
        workspace.write_beside(path, move |path, contents, words| {
            write_open_data(path, contents, words, now, false)
        });
    }
}
