//! A laboratory's papers as files: PDF, DOCX and HTML through the sheets, the outcome as XLSX and ODS too.

use super::{
    ExportError, SheetFormat, Template, sheet_docx, sheet_html, sheet_pdf_telling, signed, signed_workbook,
    workbook_bytes,
};
use crate::model::Letterhead;
use crate::report::lab::{LabPaper, Printed, lab_file, lab_workbook};
use crate::report::sheet::Unshown;

/// A paper in the format of a file's ending.
///
/// # Errors
/// When the session is gone, this paper has no such ending, or it could not be made.
pub fn lab_bytes(printed: &Printed<'_>, paper: LabPaper, ending: &str) -> Result<Vec<u8>, ExportError> {
    Ok(lab_telling(printed, &Letterhead::default(), paper, ending)?.0)
}

/// The same with the body's name and mark and who made it, and which signs stand as their codes in it.
///
/// # Errors
/// As [`lab_bytes`].
pub fn lab_telling(
    printed: &Printed<'_>,
    letterhead: &Letterhead,
    paper: LabPaper,
    ending: &str,
) -> Result<(Vec<u8>, Vec<Unshown>), ExportError> {
    if !paper.endings().contains(&ending) {
        return Err(ExportError::EndingOf { ending: ending.to_owned(), known: paper.endings() });
    }
    let failed = |error: std::io::Error| ExportError::Workbook { detail: error.to_string() };
    let words = printed.words;
    let file = || lab_file(printed, paper).map(|file| signed(file, letterhead, words)).ok_or(ExportError::NoLab);
    let bytes = match SheetFormat::of_ending(ending) {
        Some(SheetFormat::Pdf) => return Ok(sheet_pdf_telling(&file()?, &Template::default(), &mut || false)?),
        Some(SheetFormat::Docx) => sheet_docx(&file()?).map_err(failed),
        Some(SheetFormat::Html) => Ok(sheet_html(&file()?).into_bytes()),
        None => {
            let book = lab_workbook(printed).ok_or(ExportError::NoLab)?;
            workbook_bytes(&signed_workbook(book, letterhead, words), ending)
        }
    };
    Ok((bytes?, Vec::new()))
}
