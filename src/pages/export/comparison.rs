//! A comparison as a file: PDF, DOCX and HTML through the sheets, XLSX and ODS as tables.

use super::{
    ExportError, Format, SheetFormat, Template, sheet_docx, sheet_html, sheet_pdf_telling, signed,
    signed_workbook, workbook_bytes,
};
use crate::report::comparison::{Printed, comparison_file, comparison_workbook};
use crate::report::sheet::Unshown;
use ordito_model::Letterhead;

/// A comparison in one of [`Format::REPORTS`].
///
/// # Errors
/// When it is not written in this format, or it could not be made.
pub fn comparison_bytes(printed: &Printed<'_>, format: Format) -> Result<Vec<u8>, ExportError> {
    Ok(comparison_telling(printed, &Letterhead::default(), format)?.0)
}

/// The same with the body's name and mark and who made it, and which signs stand as their codes in it.
///
/// # Errors
/// As [`comparison_bytes`].
pub fn comparison_telling(
    printed: &Printed<'_>,
    letterhead: &Letterhead,
    format: Format,
) -> Result<(Vec<u8>, Vec<Unshown>), ExportError> {
    let file = || signed(comparison_file(printed), letterhead, printed.words);
    let failed = |error: std::io::Error| ExportError::Workbook {
        detail: error.to_string(),
    };
    let bytes = match SheetFormat::of(format) {
        Some(SheetFormat::Pdf) => {
            return Ok(sheet_pdf_telling(
                &file(),
                &Template::default(),
                &mut || false,
            )?);
        }
        Some(SheetFormat::Docx) => sheet_docx(&file()).map_err(failed),
        Some(SheetFormat::Html) => Ok(sheet_html(&file()).into_bytes()),
        // No other format is one of a workbook.
        None => workbook_bytes(
            &signed_workbook(comparison_workbook(printed), letterhead, printed.words),
            format,
        ),
    };
    Ok((bytes?, Vec::new()))
}
