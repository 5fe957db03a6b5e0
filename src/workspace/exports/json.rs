//! The whole document as JSON.

use super::{Exports, OnScreen};
use crate::Workspace;
use ordito_pages::export::{Format, document_json, write_file};
use std::path::Path;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JsonExport;

impl Exports for JsonExport {
    const COMMANDS: &'static [Self] = &[Self];

    fn key(self) -> &'static str {
        "command-export-json"
    }
    fn formats(self) -> Vec<Format> {
        vec![Format::Json]
    }
    fn write(self, workspace: &mut Workspace, path: &Path, _: OnScreen) {
        workspace.write_beside(path, |path, contents, _| {
            write_file(path, document_json(contents).as_bytes(), true)
        });
    }
}
