//! A laboratory's papers as files: PDF, DOCX and HTML through the sheets, the outcome as XLSX and ODS too.

use super::{ExportError, SheetFormat, Template, sheet_docx, sheet_html, sheet_pdf, workbook_bytes};
use crate::report::lab::{LabPaper, Printed, lab_file, lab_workbook};

/// A paper in the format of a file's ending.
///
/// # Errors
/// When the session is gone, this paper has no such ending, or it could not be made.
pub fn lab_bytes(printed: &Printed<'_>, paper: LabPaper, ending: &str) -> Result<Vec<u8>, ExportError> {
    if !paper.endings().contains(&ending) {
        return Err(ExportError::EndingOf { ending: ending.to_owned(), known: paper.endings() });
    }
    let failed = |error: std::io::Error| ExportError::Workbook { detail: error.to_string() };
    let file = || lab_file(printed, paper).ok_or(ExportError::NoLab);
    match SheetFormat::of_ending(ending) {
        Some(SheetFormat::Pdf) => Ok(sheet_pdf(&file()?, &Template::default(), &mut || false)?),
        Some(SheetFormat::Docx) => sheet_docx(&file()?).map_err(failed),
        Some(SheetFormat::Html) => Ok(sheet_html(&file()?).into_bytes()),
        None => workbook_bytes(&lab_workbook(printed).ok_or(ExportError::NoLab)?, ending),
    }
}
