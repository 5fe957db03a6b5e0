//! Many sheets to files: safe distinct names, one file for each or one for all, and all of them or none.

use super::{
    ExportError, Format, PaperError, Template, may_be_written, sheet_docx, sheet_html,
    sheet_pdf_telling, signed, write_file,
};
use crate::report::sheet::{Ground, Request, SheetFile, SheetMaker, Subject, Unshown};
use ordito_ground::disk::NewFolder;
use ordito_ground::jobs::{Job, Progress, Stopped};
use ordito_model::{Contents, Letterhead};
use ordito_words::Words;
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;
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
        self.format().ending()
    }
    const fn format(self) -> Format {
        match self {
            Self::Pdf => Format::Pdf,
            Self::Docx => Format::Docx,
            Self::Html => Format::Html,
        }
    }
    pub fn of(format: Format) -> Option<Self> {
        Self::ALL.into_iter().find(|each| each.format() == format)
    }
    pub fn of_ending(ending: &str) -> Option<Self> {
        Self::of(Format::of_ending(ending)?)
    }
}

/// What is to be written where.
#[derive(Debug, Clone, Copy)]
pub struct SheetJob<'a> {
    pub contents: &'a Contents,
    pub words: &'a Words,
    pub request: &'a Request,
    /// The body and who makes them, at their heads.
    pub letterhead: &'a Letterhead,
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

impl From<Stopped> for SheetsError {
    fn from(Stopped: Stopped) -> Self {
        Self::Stopped
    }
}

/// The files that were written, and which signs stand as their codes in them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WrittenSheets {
    pub files: Vec<PathBuf>,
    pub unshown: Vec<Unshown>,
}

/// Writes the sheets and names their files. `progress` is told how many of how many are made.
/// Files are made in a folder of their own and moved at the end: what is stopped or fails leaves nothing behind.
///
/// # Errors
/// When a file of that name is there, the place cannot be written, or it was stopped.
pub fn write_sheets(job: &SheetJob<'_>, progress: &Progress) -> Result<WrittenSheets, SheetsError> {
    let parts: Vec<&[Subject]> = if job.bound {
        vec![job.subjects]
    } else {
        job.subjects.iter().map(std::slice::from_ref).collect()
    };
    let io = |path: &Path, error| ExportError::Io {
        path: path.to_owned(),
        error,
    };
    std::fs::create_dir_all(job.folder).map_err(|error| io(job.folder, error))?;
    let aside =
        NewFolder::beside(&job.folder.join("ordito")).map_err(|error| io(job.folder, error))?;
    let mut unshown = Vec::new();
    let made = make(job, &parts, aside.path(), &mut unshown, progress);
    made.and_then(|names| {
        let mut moved = Vec::new();
        for name in &names {
            let (from, to) = (aside.path().join(name), job.folder.join(name));
            if let Err(error) = std::fs::rename(&from, &to) {
                // What was replaced cannot come back; what is only new goes again.
                if !job.force {
                    for path in &moved {
                        let _ = std::fs::remove_file(path);
                    }
                }
                return Err(io(&to, error).into());
            }
            moved.push(to);
        }
        ordito_ground::disk::sync_folder_of(&job.folder.join("ordito"));
        Ok(WrittenSheets {
            files: moved,
            unshown,
        })
    })
}

/// The bytes of a DOCX or HTML file, made on a thread of their own: many sheets in one file take longer than somebody
/// who asked to stop should wait. The thread is left to itself then, and nothing takes its bytes.
fn bytes_until(
    work: impl FnOnce() -> std::io::Result<Vec<u8>> + Send + 'static,
    progress: &Progress,
) -> Result<std::io::Result<Vec<u8>>, SheetsError> {
    let job = Job::start(None, |_| Ok(work()));
    loop {
        if let Some(ended) = job.poll_for(Duration::from_millis(20)) {
            return Ok(ended.unwrap_or_else(|_| Err(std::io::ErrorKind::Other.into())));
        }
        progress.go_on()?;
    }
}

fn bytes_of(
    job: &SheetJob<'_>,
    file: SheetFile,
    target: &Path,
    unshown: &mut Vec<Unshown>,
    progress: &Progress,
) -> Result<Vec<u8>, SheetsError> {
    let bytes = match job.format {
        SheetFormat::Pdf => {
            let mut stop = || progress.go_on().is_err();
            let (bytes, found) =
                sheet_pdf_telling(&file, job.template, &mut stop).map_err(|error| match error {
                    PaperError::Stopped => SheetsError::Stopped,
                    error => error.into(),
                })?;
            unshown.extend(found);
            return Ok(bytes);
        }
        SheetFormat::Docx => bytes_until(move || sheet_docx(&file), progress)?,
        SheetFormat::Html => bytes_until(move || Ok(sheet_html(&file).into_bytes()), progress)?,
    };
    bytes.map_err(|error| {
        ExportError::Io {
            path: target.to_owned(),
            error,
        }
        .into()
    })
}

fn make(
    job: &SheetJob<'_>,
    parts: &[&[Subject]],
    aside: &Path,
    unshown: &mut Vec<Unshown>,
    progress: &Progress,
) -> Result<Vec<String>, SheetsError> {
    let (mut taken, mut names) = (BTreeSet::new(), Vec::new());
    let ground = Ground::of(job.contents, job.request).ok_or(SheetsError::Nothing)?;
    let laid_out = OnceCell::new();
    let maker = SheetMaker::of(job.contents, job.words, job.request, &ground, &laid_out);
    let maker = maker.ok_or(SheetsError::Nothing)?;
    for (done, part) in parts.iter().enumerate() {
        progress.step(done, parts.len())?;
        let mut stop = || progress.go_on().is_err();
        let Some(file) = maker.file_until(part, &mut stop) else {
            return Err(if stop() {
                SheetsError::Stopped
            } else {
                SheetsError::Nothing
            });
        };
        if file.sheets.is_empty() {
            continue;
        }
        let name = format!(
            "{}.{}",
            safe_name(&file.title, &mut taken),
            job.format.ending()
        );
        let target = job.folder.join(&name);
        may_be_written(&target, job.force)?;
        let file = signed(file, job.letterhead, job.words);
        let bytes = bytes_of(job, file, &target, unshown, progress)?;
        write_file(&aside.join(&name), &bytes, true)?;
        names.push(name);
    }
    progress.step(parts.len(), parts.len())?;
    if names.is_empty() {
        Err(SheetsError::Nothing)
    } else {
        Ok(names)
    }
}

/// Letters and digits of a title without accents, words joined by hyphens, at most 80 of them; never empty, never a name
/// that Windows keeps for itself, and distinct also where capitals do not count.
fn safe_name(title: &str, taken: &mut BTreeSet<String>) -> String {
    let plain = title
        .nfkd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c));
    let spaced: String = plain
        .map(|c| {
            if c.is_alphanumeric() || c == '.' || c == '_' {
                c
            } else {
                ' '
            }
        })
        .take(400)
        .collect();
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
        name = spaced
            .chars()
            .filter(|c| !c.is_whitespace())
            .take(80)
            .collect();
    }
    let stem = format!(
        "scheda-{}",
        name.trim_matches(['.', '-', '_']).to_lowercase()
    );
    let stem = stem.trim_end_matches('-').to_owned();
    let distinct = std::iter::once(stem.clone()).chain((2..).map(|n| format!("{stem}-{n}")));
    let name = distinct
        .into_iter()
        .find(|name| !taken.contains(&name.to_lowercase()))
        .unwrap_or(stem);
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
        assert_eq!(
            name("1.1.d Laboratori del Forum: perché?"),
            "scheda-1.1.d-laboratori-del-forum-perche"
        );
        assert_eq!(
            name("1.1.D LABORATORI del forum – perché!"),
            "scheda-1.1.d-laboratori-del-forum-perche-2"
        );
        assert_eq!(name("../../etc/passwd"), "scheda-etc-passwd");
        assert_eq!(name("CON"), "scheda-con");
        assert_eq!(name("…"), "scheda");
        assert_eq!(name(""), "scheda-2");
        assert!(name(&"x".repeat(300)).len() <= 90);
        assert!(name(&"parola ".repeat(60)).len() <= 90);
    }
}
