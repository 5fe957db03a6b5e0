//! A laboratory's papers as files: PDF, DOCX and HTML through the sheets, the outcome as XLSX and ODS too.

use super::{
    ExportError, Format, SheetFormat, Template, sheet_docx, sheet_html, sheet_pdf_telling, signed,
    signed_workbook, workbook_bytes,
};
use crate::report::lab::{LabPaper, Printed, lab_file, lab_workbook};
use crate::report::sheet::Unshown;
use ordito_model::Letterhead;

/// Formats in which a paper is written, the usual one first: only the outcome has tables.
pub const fn lab_formats(paper: LabPaper) -> &'static [Format] {
    match paper {
        LabPaper::Outcome => &Format::REPORTS,
        LabPaper::Agenda | LabPaper::Ballots | LabPaper::Presences => &Format::SHEETS,
    }
}

/// A paper in one of its formats.
///
/// # Errors
/// When the session is gone, this paper has no such format, or it could not be made.
pub fn lab_bytes(
    printed: &Printed<'_>,
    paper: LabPaper,
    format: Format,
) -> Result<Vec<u8>, ExportError> {
    Ok(lab_telling(printed, &Letterhead::default(), paper, format)?.0)
}

/// The same with the body's name and mark and who made it, and which signs stand as their codes in it.
///
/// # Errors
/// As [`lab_bytes`].
pub fn lab_telling(
    printed: &Printed<'_>,
    letterhead: &Letterhead,
    paper: LabPaper,
    format: Format,
) -> Result<(Vec<u8>, Vec<Unshown>), ExportError> {
    let known = lab_formats(paper);
    if !known.contains(&format) {
        return Err(ExportError::EndingOf {
            ending: format.ending().to_owned(),
            known,
        });
    }
    let failed = |error: std::io::Error| ExportError::Workbook {
        detail: error.to_string(),
    };
    let words = printed.words;
    let file = || {
        lab_file(printed, paper)
            .map(|file| signed(file, letterhead, words))
            .ok_or(ExportError::NoLab)
    };
    let bytes = match SheetFormat::of(format) {
        Some(SheetFormat::Pdf) => {
            return Ok(sheet_pdf_telling(
                &file()?,
                &Template::default(),
                &mut || false,
            )?);
        }
        Some(SheetFormat::Docx) => sheet_docx(&file()?).map_err(failed),
        Some(SheetFormat::Html) => Ok(sheet_html(&file()?).into_bytes()),
        None => {
            let book = lab_workbook(printed).ok_or(ExportError::NoLab)?;
            workbook_bytes(&signed_workbook(book, letterhead, words), format)
        }
    };
    Ok((bytes?, Vec::new()))
}
