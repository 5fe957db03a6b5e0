//! A comparison as a file: PDF, DOCX and HTML through the sheets, XLSX and ODS as tables.

use super::{ExportError, SheetFormat, Template, sheet_docx, sheet_html, sheet_pdf, workbook_bytes};
use crate::report::comparison::{Printed, comparison_file, comparison_workbook};

/// Endings that a comparison is written as, the usual one first.
pub const COMPARISON_ENDINGS: [&str; 5] = ["pdf", "docx", "html", "xlsx", "ods"];

/// A comparison in the format of a file's ending.
///
/// # Errors
/// When nothing is written with this ending, or it could not be made.
pub fn comparison_bytes(printed: &Printed<'_>, ending: &str) -> Result<Vec<u8>, ExportError> {
    let failed = |error: std::io::Error| ExportError::Workbook { detail: error.to_string() };
    match SheetFormat::of_ending(ending) {
        Some(SheetFormat::Pdf) => Ok(sheet_pdf(&comparison_file(printed), &Template::default(), &mut || false)?),
        Some(SheetFormat::Docx) => sheet_docx(&comparison_file(printed)).map_err(failed),
        Some(SheetFormat::Html) => Ok(sheet_html(&comparison_file(printed)).into_bytes()),
        None if matches!(ending, "xlsx" | "ods") => workbook_bytes(&comparison_workbook(printed), ending),
        None => Err(ExportError::Ending { ending: ending.to_owned() }),
    }
}
