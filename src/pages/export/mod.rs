//! A document to bytes: matrices as tables, the whole document as JSON.
//!
//! Files are written under a temporary name, synced and renamed, so that nothing half-written stays. What a sheet or a
//! comparison says is not decided here.

mod chart;
mod comparison;
mod csv;
mod format;
mod guide;
mod json;
mod lab;
mod letterhead;
mod logo;
mod matrix;
mod ods;
mod open_data;
mod picture;
mod policies;
mod sheet_docx;
mod sheet_files;
mod sheet_html;
mod sheet_pdf;
mod tables_html;
mod template;
mod xlsx;

pub use chart::{table_csv, table_tsv, write_chart};
pub use comparison::{comparison_bytes, comparison_telling};
pub use format::Format;
pub use guide::{guide_pdf, guide_picture, guide_places};
pub use json::document_json;
pub use lab::{lab_bytes, lab_formats, lab_telling};
pub use letterhead::{signed, signed_workbook};
pub use logo::{LogoError, MOST_LOGO_BYTES, logo_of, logo_pixels, logo_png, logo_size, read_logo};
pub use matrix::{TableWay, guarded, matrix_csv};
pub use ods::ods;
pub use open_data::write_open_data;
pub use ordito_paper::{Diagnostic, Page, PageMap, PaperError, Placed};
pub use picture::{PictureFormat, png, unshown_of, write_picture};
pub use policies::policies_bytes;
pub use sheet_docx::sheet_docx;
pub use sheet_files::{SheetFormat, SheetJob, SheetsError, WrittenSheets, write_sheets};
pub use sheet_html::sheet_html;
pub use sheet_pdf::{
    SET_PAPER, Template, set_apart_by, set_paper, sheet_pages, sheet_pdf, sheet_pdf_telling,
    sheet_places,
};
pub use tables_html::tables_html;
pub use template::template_xlsx;
pub use xlsx::xlsx;

use crate::report::tables::{Tables, TablesError, Workbook, workbook};
use ordito_model::{Axis, Letterhead};
use std::path::{Path, PathBuf};

/// Why a file was not written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("{path}: {error}")]
    Io {
        path: PathBuf,
        error: std::io::Error,
    },
    #[error("{path} is there already")]
    Exists { path: PathBuf },
    /// A document is never replaced by something that leaves it.
    #[error("{path} is a document")]
    Document { path: PathBuf },
    #[error("no matrix to export")]
    NoMatrix,
    #[error("no such laboratory")]
    NoLab,
    #[error("a sheet holds {most} lines of this axis, the matrix has {n}")]
    TooManyLines { axis: Axis, n: usize, most: usize },
    #[error("no table is written with the ending {ending:?}")]
    Ending { ending: String },
    #[error("this is not written with the ending {ending:?}")]
    EndingOf {
        ending: String,
        known: &'static [Format],
    },
    #[error("a picture of {width} × {height} pixels is too large, {widest} wide would do")]
    TooLarge {
        width: u32,
        height: u32,
        widest: u32,
    },
    #[error("the picture could not be drawn")]
    NotDrawn,
    #[error("the workbook could not be written: {detail}")]
    Workbook { detail: String },
    #[error(transparent)]
    Paper(#[from] PaperError),
}

impl From<TablesError> for ExportError {
    fn from(error: TablesError) -> Self {
        match error {
            TablesError::NoMatrix => Self::NoMatrix,
            TablesError::TooLarge { axis, n, most } => Self::TooManyLines { axis, n, most },
        }
    }
}

/// A matrix in one of [`Format::TABLES`], JSON being the whole document.
///
/// # Errors
/// When it is not written in this format, or the matrix is gone or larger than the format allows.
pub fn table_bytes(
    asked: &Tables<'_>,
    format: Format,
    way: TableWay,
) -> Result<Vec<u8>, ExportError> {
    signed_table_bytes(asked, &Letterhead::default(), format, way)
}

/// The same with the body's name and mark, and who made it.
///
/// # Errors
/// As [`table_bytes`].
pub fn signed_table_bytes(
    asked: &Tables<'_>,
    letterhead: &Letterhead,
    format: Format,
    way: TableWay,
) -> Result<Vec<u8>, ExportError> {
    match format {
        Format::Csv => {
            let corner = asked.words.cli_corner();
            Ok(matrix_csv(
                asked.contents,
                asked.matrix,
                asked.assessor,
                &corner,
                way,
            ))
        }
        Format::Json => Ok(document_json(asked.contents).into_bytes()),
        Format::Xlsx | Format::Ods | Format::Html => workbook_bytes(
            &signed_workbook(workbook(asked)?, letterhead, asked.words),
            format,
        ),
        Format::Pdf | Format::Docx | Format::Svg | Format::Png => Err(not_in(format)),
    }
}

/// Nothing of this kind is written in this format.
fn not_in(format: Format) -> ExportError {
    ExportError::Ending {
        ending: format.ending().to_owned(),
    }
}

/// A workbook as XLSX, ODS or HTML.
///
/// # Errors
/// When it is larger than the format allows, or no workbook has this format.
pub fn workbook_bytes(workbook: &Workbook, format: Format) -> Result<Vec<u8>, ExportError> {
    let failed = |error: std::io::Error| ExportError::Workbook {
        detail: error.to_string(),
    };
    match format {
        Format::Xlsx => xlsx(workbook).map_err(failed),
        Format::Ods => ods(workbook).map_err(failed),
        Format::Html => Ok(tables_html(workbook).into_bytes()),
        _ => Err(not_in(format)),
    }
}

/// Writes a whole file or nothing.
///
/// # Errors
/// When something is there and `force` is not given, a document is there, or it cannot be written.
pub fn write_file(path: &Path, bytes: &[u8], force: bool) -> Result<(), ExportError> {
    may_be_written(path, force)?;
    ordito_ground::disk::write(path, bytes).map_err(|error| ExportError::Io {
        path: path.to_owned(),
        error,
    })
}

/// Whether what is at a place is a document, sound or not.
fn is_document(path: &Path) -> bool {
    matches!(ordito_ground::disk::header(path), Ok(Some(header)) if header.application == ordito_model::APPLICATION_ID)
}

/// Whether something may be written at a place: nothing is there, or what is there may be replaced and is no document.
fn may_be_written(path: &Path, force: bool) -> Result<(), ExportError> {
    if path.exists() && !force {
        return Err(ExportError::Exists {
            path: path.to_owned(),
        });
    }
    if is_document(path) {
        return Err(ExportError::Document {
            path: path.to_owned(),
        });
    }
    Ok(())
}
