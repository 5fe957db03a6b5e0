//! A Typst template and its data to accessible PDF, and to pages on the screen.
//!
//! A crate of its own, so that Typst, the largest thing this program builds, is built once. It knows templates, JSON and
//! bytes, and nothing of what a sheet says. A template sees `main.typ` (itself), `data.json` and the files given with
//! the job: no file system, no packages, no network, no clock.
//!
//! PDF is written as PDF/UA-1 and PDF/A-2a together, the strongest pair that Typst can keep at once.

pub mod apart;
mod places;
mod world;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use world::Paper;

pub use places::{PageMap, Placed, places};

/// How long a template may take. Typst itself ends loops after 10,000 turns and calls after some 80 levels; a template
/// can still be slower than anybody waits. Ten times as long where Typst is not optimised.
pub const PATIENCE: Duration = Duration::from_secs(if cfg!(debug_assertions) { 600 } else { 60 });

/// What is set.
#[derive(Debug, Clone, Default)]
pub struct Job {
    /// The text of `main.typ`.
    pub template: String,
    /// What the template reads with `json("data.json")`.
    pub data: String,
    /// Further files by name, such as a logo.
    pub files: Vec<(String, Vec<u8>)>,
    /// Year, month, day: what the template and the PDF call today.
    pub date: (i32, u8, u8),
    /// TrueType or OpenType fonts.
    pub fonts: Vec<&'static [u8]>,
}

/// Something the template or its data did wrong. Lines and columns count from 1; of other files than the template
/// there are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    pub message: String,
    pub hints: Vec<String>,
    pub line: Option<usize>,
    pub column: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperError {
    /// The template could not be set, or what it makes is not an accessible PDF.
    Template(Vec<Diagnostic>),
    /// It took longer than [`PATIENCE`].
    TooSlow,
    /// It wanted more memory than a template may have.
    TooMuch,
    /// Whoever waited for it asked to stop.
    Stopped,
}
impl std::fmt::Display for PaperError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Template(list) => {
                let texts: Vec<&str> = list.iter().map(|each| each.message.as_str()).collect();
                write!(f, "{}", texts.join("; "))
            }
            Self::TooSlow => write!(f, "took longer than {} s", PATIENCE.as_secs()),
            Self::TooMuch => write!(
                f,
                "wanted more than {} MB of memory",
                apart::MOST_MEMORY >> 20
            ),
            Self::Stopped => write!(f, "stopped"),
        }
    }
}
impl std::error::Error for PaperError {}

/// A page as pixels: red, green, blue, opacity, row by row from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub width: usize,
    pub height: usize,
    pub rgba: Vec<u8>,
}

/// The job as a tagged PDF. The same job gives the same bytes. `stop` is asked some fifty times a second.
///
/// # Errors
/// When the template is wrong, or what it makes cannot be PDF/UA-1 and PDF/A-2a: a missing title, a skipped heading
/// level; when it was stopped.
pub fn pdf(job: &Job, stop: &mut dyn FnMut() -> bool) -> Result<Vec<u8>, PaperError> {
    with_patience(job, stop, |paper| {
        let document = laid_out(paper)?;
        let standards =
            PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]).map_err(|error| {
                let hints = error.hints().iter().map(ToString::to_string).collect();
                PaperError::Template(vec![Diagnostic {
                    message: error.message().to_string(),
                    hints,
                    line: None,
                    column: None,
                }])
            })?;
        let options = PdfOptions {
            timestamp: paper.today().map(Timestamp::new_utc),
            creator: Smart::Custom(Some("Ordito".to_owned())),
            standards,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&document, &options).map_err(|errors| template(paper, &errors))
    })
}

/// The job's first pages for the screen, at so many pixels a point (1/72 inch), and how many there are in all.
///
/// # Errors
/// When the template is wrong.
pub fn pages(
    job: &Job,
    pixels_per_point: f64,
    most: usize,
) -> Result<(Vec<Page>, usize), PaperError> {
    with_patience(job, &mut || false, move |paper| {
        let document = laid_out(paper)?;
        let options = typst_render::RenderOptions {
            pixel_per_pt: pixels_per_point.into(),
            ..typst_render::RenderOptions::default()
        };
        let page = |page| {
            let pixels = typst_render::render(page, &options);
            let rgba = pixels.pixels().iter().flat_map(|pixel| {
                let pixel = pixel.demultiply();
                [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]
            });
            Page {
                width: pixels.width() as usize,
                height: pixels.height() as usize,
                rgba: rgba.collect(),
            }
        };
        Ok((
            document.pages().iter().take(most).map(page).collect(),
            document.pages().len(),
        ))
    })
}

/// Jobs laid out so far.
static JOBS: AtomicUsize = AtomicUsize::new(0);

fn laid_out(paper: &Paper) -> Result<PagedDocument, PaperError> {
    let result = typst::compile::<PagedDocument>(paper)
        .output
        .map_err(|errors| template(paper, &errors));
    // What earlier jobs left is not kept for ever. Looking through all of it after each job took a tenth of a sheet's time.
    if JOBS.fetch_add(1, Ordering::Relaxed) % 5 == 4 {
        comemo::evict(2);
    }
    result
}

fn template(paper: &Paper, errors: &[SourceDiagnostic]) -> PaperError {
    let diagnostic = |error: &SourceDiagnostic| {
        let place = paper.place_of(error.span);
        Diagnostic {
            message: error.message.to_string(),
            hints: error.hints.iter().map(|hint| hint.v.to_string()).collect(),
            line: place.map(|(line, _)| line + 1),
            column: place.map(|(_, column)| column + 1),
        }
    };
    PaperError::Template(errors.iter().map(diagnostic).collect())
}

/// Works on a thread of its own. One that is too slow is left to itself: nothing can stop a computation from outside,
/// but nobody has to wait for it.
fn with_patience<T: Send + 'static>(
    job: &Job,
    stop: &mut dyn FnMut() -> bool,
    work: impl FnOnce(&Paper) -> Result<T, PaperError> + Send + 'static,
) -> Result<T, PaperError> {
    let paper = Paper::new(job);
    let (sender, result) = channel();
    // Layout of deeply nested content needs more stack than threads have by default.
    let started = std::thread::Builder::new()
        .stack_size(16 << 20)
        .spawn(move || {
            let _ = sender.send(work(&paper));
        });
    if started.is_err() {
        return Err(PaperError::TooSlow);
    }
    let since = Instant::now();
    while since.elapsed() < PATIENCE {
        match result.recv_timeout(Duration::from_millis(20)) {
            Ok(answer) => return answer,
            Err(RecvTimeoutError::Timeout) if stop() => return Err(PaperError::Stopped),
            Err(RecvTimeoutError::Timeout) => {}
            // The thread died: a fault in Typst, not in the template's words.
            Err(RecvTimeoutError::Disconnected) => {
                let message = "panic".to_owned();
                let fault = Diagnostic {
                    message,
                    hints: Vec::new(),
                    line: None,
                    column: None,
                };
                return Err(PaperError::Template(vec![fault]));
            }
        }
    }
    Err(PaperError::TooSlow)
}

/// A date that exists, or none.
fn date((year, month, day): (i32, u8, u8)) -> Option<Datetime> {
    Datetime::from_ymd(year, month, day)
}

#[cfg(test)]
mod tests;
