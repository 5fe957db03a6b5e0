//! Sheets as PDF and as pages on the screen, through a Typst template that a user may copy and change.

use crate::figure::FONTS;
use crate::report::sheet::{SheetFile, Unshown};
use ordito_ground::disk::{ending, file_name};
use ordito_paper::{Job, Page, PageMap, PaperError};
use std::path::{Path, PathBuf};

/// The template that comes with the program.
const SHIPPED: &str = include_str!("../../../assets/typst/scheda.typ");
/// Pictures beside a template that it may use, and how large they may be.
const PICTURES: [&str; 5] = ["svg", "png", "jpg", "jpeg", "gif"];
const MOST_BYTES: u64 = 5 << 20;

/// A template with the pictures beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Where it was read; `None` for the shipped one.
    pub path: Option<PathBuf>,
    text: String,
    files: Vec<(String, Vec<u8>)>,
}
impl Default for Template {
    fn default() -> Self {
        Self {
            path: None,
            text: SHIPPED.to_owned(),
            files: Vec::new(),
        }
    }
}

impl Template {
    /// The shipped template's text, to be copied and changed.
    pub const fn shipped() -> &'static str {
        SHIPPED
    }

    /// Reads a template, and the pictures of its folder for a logo.
    ///
    /// # Errors
    /// When it cannot be read or is larger than a template can be.
    pub fn read(path: &Path) -> std::io::Result<Self> {
        let text = ordito_ground::disk::read_text(path, MOST_BYTES)?;
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)?
            .flatten()
            .filter(|entry| {
                entry
                    .metadata()
                    .is_ok_and(|about| about.is_file() && about.len() <= MOST_BYTES)
            })
            .map(|entry| entry.path())
            .filter(|path| {
                // Only what the template names: a folder may hold a thousand pictures.
                let name = file_name(path);
                PICTURES.contains(&ending(path).as_str()) && text.contains(&name)
            })
            .filter_map(|path| {
                Some((
                    path.file_name()?.to_str()?.to_owned(),
                    ordito_ground::disk::read(&path, MOST_BYTES).ok()?,
                ))
            })
            .collect();
        files.sort();
        Ok(Self {
            path: Some(path.to_owned()),
            text,
            files,
        })
    }

    fn job(&self, file: &SheetFile) -> Job {
        let mut parts = file
            .date
            .split('-')
            .map(|part| part.parse::<i32>().unwrap_or(0));
        let mut next = || parts.next().unwrap_or(0);
        let (year, month, day) = (next(), next(), next());
        let mark = file
            .mark
            .iter()
            .map(|mark| (mark.file.to_owned(), mark.png.to_vec()));
        Job {
            template: self.text.clone(),
            data: serde_json::to_string(file).unwrap_or_default(),
            files: self.files.iter().cloned().chain(mark).collect(),
            date: (
                year,
                u8::try_from(month).unwrap_or(0),
                u8::try_from(day).unwrap_or(0),
            ),
            fonts: FONTS.iter().map(|(_, bytes)| *bytes).collect(),
        }
    }
}

/// The sheets as PDF/UA-1 and PDF/A-2a. The same sheets and template give the same bytes.
///
/// # Errors
/// When the template is wrong or too slow, or `stop` said so.
pub fn sheet_pdf(
    file: &SheetFile,
    template: &Template,
    stop: &mut dyn FnMut() -> bool,
) -> Result<Vec<u8>, PaperError> {
    Ok(sheet_pdf_telling(file, template, stop)?.0)
}

/// The same, and which signs stand as their codes because no typeface of ours has them.
///
/// # Errors
/// As [`sheet_pdf`].
pub fn sheet_pdf_telling(
    file: &SheetFile,
    template: &Template,
    stop: &mut dyn FnMut() -> bool,
) -> Result<(Vec<u8>, Vec<Unshown>), PaperError> {
    let (file, unshown) = file.drawn();
    let job = template.job(&file);
    let made = if template.path.is_some() {
        ordito_paper::apart::pdf(&job, stop)
    } else {
        ordito_paper::pdf(&job, stop)
    };
    Ok((made?, unshown))
}

/// Where everything lies on the pages of the PDF: what tests measure.
///
/// # Errors
/// As [`sheet_pdf`].
pub fn sheet_places(file: &SheetFile, template: &Template) -> Result<Vec<PageMap>, PaperError> {
    ordito_paper::places(&template.job(&file.drawn().0))
}

/// The sheets' first pages as pixels, and how many pages there are.
///
/// # Errors
/// When the template is wrong or too slow.
pub fn sheet_pages(
    file: &SheetFile,
    template: &Template,
    pixels_per_point: f64,
    most: usize,
) -> Result<(Vec<Page>, usize), PaperError> {
    let job = template.job(&file.drawn().0);
    if template.path.is_some() {
        ordito_paper::apart::pages(&job, pixels_per_point, most)
    } else {
        ordito_paper::pages(&job, pixels_per_point, most)
    }
}

/// From now on templates of somebody's own are set by `program`, called with [`SET_PAPER`], in a process with a limit to
/// its memory.
pub fn set_apart_by(program: PathBuf) {
    ordito_paper::apart::set_by(program, SET_PAPER);
}

/// The command that is such a process.
pub const SET_PAPER: &str = "set-paper";

/// What such a process does.
///
/// # Errors
/// When nobody asks it as it is to be asked.
pub fn set_paper() -> std::io::Result<()> {
    ordito_paper::apart::serve()
}
