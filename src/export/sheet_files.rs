//! Many sheets to files: safe distinct names, one file for each or one for all, and all of them or none.

use super::{ExportError, PaperError, Template, sheet_docx, sheet_html, sheet_pdf, write_file};
use crate::i18n::Words;
use crate::model::Contents;
use crate::report::sheet::{Request, Subject, sheet_file};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use unicode_normalization::UnicodeNormalization as _;

/// The format of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetFormat {
    Pdf,
    Docx,
    Html,
}
impl SheetFormat {
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Docx, Self::Html];
    /// The ending of its files, which is also its name on the command line.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Html => "html",
        }
    }
    pub fn of_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.ending() == ending)
    }
}

/// What is to be written where.
#[derive(Debug, Clone, Copy)]
pub struct SheetJob<'a> {
    pub contents: &'a Contents,
    pub words: &'a Words,
    pub request: &'a Request,
    pub subjects: &'a [Subject],
    pub format: SheetFormat,
    /// For PDF.
    pub template: &'a Template,
    /// One file with all sheets instead of one for each.
    pub bound: bool,
    pub folder: &'a Path,
    /// Replace files that are there already.
    pub force: bool,
}

/// Somebody asked to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stopped;

/// Why sheets were not written.
#[derive(Debug, thiserror::Error)]
pub enum SheetsError {
    #[error(transparent)]
    Export(#[from] ExportError),
    /// The matrix is gone, or none of the subjects is in it.
    #[error("nothing to write")]
    Nothing,
    #[error("stopped")]
    Stopped,
    #[error("template: {0}")]
    Paper(#[from] PaperError),
}

/// Writes the sheets and names their files. `progress` is told how many of how many are made and says whether to go on.
/// Files are made in a folder of their own and moved at the end: what is stopped or fails leaves nothing behind.
///
/// # Errors
/// When a file of that name is there, the place cannot be written, or it was stopped.
pub fn write_sheets(
    job: &SheetJob<'_>,
    progress: &mut dyn FnMut(usize, usize) -> Result<(), Stopped>,
) -> Result<Vec<PathBuf>, SheetsError> {
    let parts: Vec<&[Subject]> =
        if job.bound { vec![job.subjects] } else { job.subjects.iter().map(std::slice::from_ref).collect() };
    let io = |path: &Path, error| ExportError::Io { path: path.to_owned(), error };
    std::fs::create_dir_all(job.folder).map_err(|error| io(job.folder, error))?;
    let aside = job.folder.join(format!(".~ordito-{}", std::process::id()));
    let made = make(job, &parts, &aside, progress);
    let moved = made.and_then(|names| {
        names
            .iter()
            .map(|name| {
                let (from, to) = (aside.join(name), job.folder.join(name));
                std::fs::rename(&from, &to).map_err(|error| io(&to, error))?;
                Ok(to)
            })
            .collect()
    });
    let _ = std::fs::remove_dir_all(&aside);
    moved
}

fn make(
    job: &SheetJob<'_>,
    parts: &[&[Subject]],
    aside: &Path,
    progress: &mut dyn FnMut(usize, usize) -> Result<(), Stopped>,
) -> Result<Vec<String>, SheetsError> {
    std::fs::create_dir_all(aside).map_err(|error| ExportError::Io { path: aside.to_owned(), error })?;
    let mut taken = BTreeSet::new();
    let mut names = Vec::new();
    for (done, part) in parts.iter().enumerate() {
        progress(done, parts.len()).map_err(|Stopped| SheetsError::Stopped)?;
        let file = sheet_file(job.contents, job.words, job.request, part).ok_or(SheetsError::Nothing)?;
        if file.sheets.is_empty() {
            continue;
        }
        let name = format!("{}.{}", safe_name(&file.title, &mut taken), job.format.ending());
        let target = job.folder.join(&name);
        if target.exists() && !job.force {
            return Err(ExportError::Exists { path: target }.into());
        }
        let bytes = match job.format {
            SheetFormat::Pdf => {
                let mut stop = || progress(done, parts.len()).is_err();
                match sheet_pdf(&file, job.template, &mut stop) {
                    Err(PaperError::Stopped) => return Err(SheetsError::Stopped),
                    made => made?,
                }
            }
            SheetFormat::Docx => sheet_docx(&file).map_err(|error| ExportError::Io { path: target.clone(), error })?,
            SheetFormat::Html => sheet_html(&file).into_bytes(),
        };
        write_file(&aside.join(&name), &bytes, true)?;
        names.push(name);
    }
    progress(parts.len(), parts.len()).map_err(|Stopped| SheetsError::Stopped)?;
    if names.is_empty() { Err(SheetsError::Nothing) } else { Ok(names) }
}

/// Letters and digits of a title without accents, words joined by hyphens, at most 80 of them; never empty, never a name
/// that Windows keeps for itself, and distinct also where capitals do not count.
fn safe_name(title: &str, taken: &mut BTreeSet<String>) -> String {
    let plain = title.nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c));
    let spaced: String =
        plain.map(|c| if c.is_alphanumeric() || c == '.' || c == '_' { c } else { ' ' }).take(400).collect();
    let mut name = String::new();
    for word in spaced.split_whitespace() {
        if name.chars().count() + word.chars().count() > 80 {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(word);
    }
    if name.is_empty() {
        name = spaced.chars().filter(|c| !c.is_whitespace()).take(80).collect();
    }
    let stem = format!("scheda-{}", name.trim_matches(['.', '-', '_']).to_lowercase());
    let stem = stem.trim_end_matches('-').to_owned();
    let distinct = std::iter::once(stem.clone()).chain((2..).map(|n| format!("{stem}-{n}")));
    let name = distinct.into_iter().find(|name| !taken.contains(&name.to_lowercase())).unwrap_or(stem);
    taken.insert(name.to_lowercase());
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_and_distinct() {
        let mut taken = BTreeSet::new();
        let mut name = |title: &str| safe_name(title, &mut taken);
        assert_eq!(name("1.1.d Laboratori del Forum: perché?"), "scheda-1.1.d-laboratori-del-forum-perche");
        assert_eq!(name("1.1.D LABORATORI del forum – perché!"), "scheda-1.1.d-laboratori-del-forum-perche-2");
        assert_eq!(name("../../etc/passwd"), "scheda-etc-passwd");
        assert_eq!(name("CON"), "scheda-con");
        assert_eq!(name("…"), "scheda");
        assert_eq!(name(""), "scheda-2");
        assert!(name(&"x".repeat(300)).len() <= 90);
        assert!(name(&"parola ".repeat(60)).len() <= 90);
    }
}
