//! A matrix as a picture.

use super::{Exports, OnScreen};
use crate::Workspace;
use ordito_pages::export::{ExportError, Format, PictureFormat, unshown_of, write_picture};
use ordito_pages::figure::{MatrixPart, matrix_picture};
use std::path::Path;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PictureExport;

impl Exports for PictureExport {
    const COMMANDS: &'static [Self] = &[Self];

    fn key(self) -> &'static str {
        "command-export-picture"
    }
    fn formats(self) -> Vec<Format> {
        Format::PICTURES.to_vec()
    }
    fn write(self, workspace: &mut Workspace, path: &Path, shown: OnScreen) {
        let Some(matrix) = shown.matrix else { return };
        let format = Format::of(path)
            .ok()
            .and_then(PictureFormat::of)
            .unwrap_or(PictureFormat::Png);
        workspace.write_beside_telling(path, move |path, contents, words| {
            let drawn = matrix_picture(contents, words, &MatrixPart::whole(matrix, shown.assessor));
            let drawn = drawn.ok_or(ExportError::NoMatrix)?;
            write_picture(path, format, &drawn, None, true)?;
            Ok(unshown_of(&drawn, format))
        });
    }
}
