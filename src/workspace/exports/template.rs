//! A workbook for an assessor to fill in.

use super::{Exports, OnScreen};
use crate::Workspace;
use ordito_pages::export::{Format, template_xlsx, write_file};
use std::path::Path;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TemplateExport;

impl Exports for TemplateExport {
    const COMMANDS: &'static [Self] = &[Self];

    fn key(self) -> &'static str {
        "command-export-template"
    }
    fn formats(self) -> Vec<Format> {
        vec![Format::Xlsx]
    }
    fn write(self, workspace: &mut Workspace, path: &Path, shown: OnScreen) {
        let Some(matrix) = shown.matrix else { return };
        workspace.write_beside(path, move |path, contents, words| {
            write_file(
                path,
                &template_xlsx(contents, words, matrix, shown.assessor)?,
                true,
            )
        });
    }
}
