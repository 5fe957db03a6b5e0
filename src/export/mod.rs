//! A document to bytes: matrices as tables, the whole document as JSON.
//!
//! Files are written under a temporary name, synced and renamed, so that nothing half-written stays. What a sheet or a
//! comparison says is not decided here.

mod json;
mod matrix;
mod ods;
mod open_data;
mod picture;
mod sheet_docx;
mod sheet_files;
mod sheet_html;
mod sheet_pdf;
mod tables_html;
mod template;
mod xlsx;

pub use json::{FORMAT, document_json};
pub use matrix::{TableWay, guarded, matrix_csv};
pub use ods::ods;
pub use open_data::write_open_data;
pub use ordito_paper::{Diagnostic, Page, PaperError};
pub use picture::{PictureFormat, png, write_picture};
pub use sheet_docx::sheet_docx;
pub use sheet_files::{SheetFormat, SheetJob, SheetsError, Stopped, write_sheets};
pub use sheet_html::sheet_html;
pub use sheet_pdf::{Template, sheet_pages, sheet_pdf};
pub use tables_html::tables_html;
pub use template::template_xlsx;
pub use xlsx::xlsx;

use crate::report::tables::Workbook;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Why a file was not written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("{path}: {error}")]
    Io { path: PathBuf, error: std::io::Error },
    #[error("{path} is there already")]
    Exists { path: PathBuf },
    #[error("no matrix to export")]
    NoMatrix,
    #[error("a picture of {width} × {height} pixels is too large, {widest} wide would do")]
    TooLarge { width: u32, height: u32, widest: u32 },
    #[error("the picture could not be drawn")]
    NotDrawn,
    #[error("the workbook could not be written: {detail}")]
    Workbook { detail: String },
}

/// A workbook in the format of a file's ending: `xlsx`, `ods`, `html`.
///
/// # Errors
/// When it is larger than the format allows, or no workbook has this ending.
pub fn workbook_bytes(workbook: &Workbook, ending: &str) -> std::io::Result<Vec<u8>> {
    match ending {
        "xlsx" => xlsx(workbook),
        "ods" => ods(workbook),
        "html" | "htm" => Ok(tables_html(workbook).into_bytes()),
        _ => Err(std::io::Error::from(std::io::ErrorKind::Unsupported)),
    }
}

/// Writes a whole file or nothing.
///
/// # Errors
/// When something is there and `force` is not given, or it cannot be written.
pub fn write_file(path: &Path, bytes: &[u8], force: bool) -> Result<(), ExportError> {
    if path.exists() && !force {
        return Err(ExportError::Exists { path: path.to_owned() });
    }
    let io = |error| ExportError::Io { path: path.to_owned(), error };
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let temporary = path.with_file_name(format!(".~{name}.new"));
    let written = std::fs::File::create(&temporary)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(&temporary, path));
    written.map_err(|error| {
        let _ = std::fs::remove_file(&temporary);
        io(error)
    })
}
