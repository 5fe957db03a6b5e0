//! A comparison as a file: PDF, DOCX and HTML through the sheets, XLSX and ODS as tables.

use super::{
    ExportError, SheetFormat, Template, sheet_docx, sheet_html, sheet_pdf_telling, signed, signed_workbook,
    workbook_bytes,
};
use crate::model::Letterhead;
use crate::report::comparison::{Printed, comparison_file, comparison_workbook};
use crate::report::sheet::Unshown;

/// Endings that a comparison is written as, the usual one first.
pub const COMPARISON_ENDINGS: [&str; 5] = ["pdf", "docx", "html", "xlsx", "ods"];

/// A comparison in the format of a file's ending.
///
/// # Errors
/// When nothing is written with this ending, or it could not be made.
pub fn comparison_bytes(printed: &Printed<'_>, ending: &str) -> Result<Vec<u8>, ExportError> {
    Ok(comparison_telling(printed, &Letterhead::default(), ending)?.0)
}

/// The same with the body's name and mark and who made it, and which signs stand as their codes in it.
///
/// # Errors
/// As [`comparison_bytes`].
pub fn comparison_telling(
    printed: &Printed<'_>,
    letterhead: &Letterhead,
    ending: &str,
) -> Result<(Vec<u8>, Vec<Unshown>), ExportError> {
    let file = || signed(comparison_file(printed), letterhead, printed.words);
    let failed = |error: std::io::Error| ExportError::Workbook { detail: error.to_string() };
    let bytes = match SheetFormat::of_ending(ending) {
        Some(SheetFormat::Pdf) => {
            return Ok(sheet_pdf_telling(&file(), &Template::default(), &mut || false)?);
        }
        Some(SheetFormat::Docx) => sheet_docx(&file()).map_err(failed),
        Some(SheetFormat::Html) => Ok(sheet_html(&file()).into_bytes()),
        None if matches!(ending, "xlsx" | "ods") => {
            workbook_bytes(&signed_workbook(comparison_workbook(printed), letterhead, printed.words), ending)
        }
        None => Err(ExportError::Ending { ending: ending.to_owned() }),
    };
    Ok((bytes?, Vec::new()))
}
