//! Sheets in the window: a preview kept up to date on another thread, export with progress and a way to stop.

use super::exports::SheetsAsked;
use super::{Notice, Severity, Workspace};
use crate::said::Said as _;
use ordito_document::Document;
use ordito_document::storage::StorageError;
use ordito_ground::jobs::Job;
use ordito_model::{AssessorId, Language, MatrixId};
use ordito_pages::export::{
    ExportError, Page, SheetJob, SheetsError, Template, WrittenSheets, sheet_pages, signed,
    write_sheets,
};
use ordito_pages::report::sheet::{Part, Request, Subject, sheet_file};
use ordito_words::Words;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Pixels a point: an A4 page is 1,012 × 1,431.
const FINENESS: f64 = 1.7;
/// Pages a preview shows; the file has all of them.
const MOST_PAGES: usize = 40;

/// What is to be on the sheets.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetAsk {
    pub matrix: MatrixId,
    pub assessor: AssessorId,
    pub subjects: Vec<Subject>,
    pub parts: Vec<Part>,
    /// A template of the user's own.
    pub template: Option<PathBuf>,
}

/// What a preview was made from.
type Key = (SheetAsk, u64, Language);
/// The first pages and how many there are, or why there are none.
type Made = Result<(Vec<Page>, usize), String>;

/// Pages to show, or why there are none.
#[derive(Debug, Clone)]
pub struct SheetPreview {
    /// Grows with every preview.
    pub number: u64,
    pub pages: Result<Arc<Vec<Page>>, String>,
    /// All pages, also those not shown.
    pub n_pages: usize,
}

#[derive(Debug)]
struct Export {
    job: Job<Result<WrittenSheets, SheetsError>>,
    folder: PathBuf,
}

/// What the workspace remembers of sheets.
#[derive(Debug, Default)]
pub struct Sheets {
    making: Option<(Key, Job<Made>)>,
    shown: Option<(Key, SheetPreview)>,
    export: Option<Export>,
}

impl Workspace {
    /// The preview that was asked for last and is there, which may still be of an earlier ask.
    pub fn sheet_preview(&self) -> Option<&SheetPreview> {
        self.sheets.shown.as_ref().map(|(_, preview)| preview)
    }
    /// Whether a newer preview is being made.
    pub const fn is_previewing(&self) -> bool {
        self.sheets.making.is_some()
    }
    /// Whether the preview is not of this ask as the document is now, and none is being made.
    pub fn wants_preview(&self, ask: &SheetAsk) -> bool {
        let is = |(shown, revision, language): &Key| {
            shown == ask && *revision == self.revision() && *language == self.words.language()
        };
        self.sheets.making.is_none() && !self.sheets.shown.as_ref().is_some_and(|(key, _)| is(key))
    }
    /// How many of how many sheets are written, while an export runs.
    pub fn sheets_progress(&self) -> Option<(usize, usize)> {
        Some(self.sheets.export.as_ref()?.job.at())
    }

    /// Makes the pages of an ask, unless they are there or being made. One at a time: the next begins when it is done.
    pub(super) fn preview_sheet(&mut self, ask: SheetAsk) {
        if !self.wants_preview(&ask) {
            return;
        }
        let key = (ask, self.revision(), self.words.language());
        let Some((request, contents)) = self.sheet_request(&key.0) else {
            return;
        };
        let letterhead = self.letterhead();
        let (ask, language) = (key.0.clone(), key.2);
        let job = Job::start(self.waker.clone(), move |_| {
            let words = Words::new(language);
            Ok(
                template(ask.template.as_deref(), &words).and_then(|template| {
                    let file = sheet_file(&contents, &words, &request, &ask.subjects)
                        .filter(|file| !file.sheets.is_empty())
                        .ok_or_else(|| words.cli_sheets_nothing())?;
                    let file = signed(file, &letterhead, &words);
                    sheet_pages(&file, &template, FINENESS, MOST_PAGES)
                        .map_err(|error| error.say(&words))
                }),
            )
        });
        self.sheets.making = Some((key, job));
    }

    fn sheet_request(&self, ask: &SheetAsk) -> Option<(Request, Arc<ordito_model::Contents>)> {
        let document = self.document()?;
        let request = Request {
            matrix: ask.matrix,
            assessor: ask.assessor,
            parts: ask.parts.clone(),
            now: self.now(),
            step: document.last_step(),
        };
        Some((request, Document::snapshot(document)))
    }

    /// Writes sheets into a folder on another thread. What is there already is not replaced.
    pub(super) fn write_sheets(&mut self, asked: SheetsAsked, folder: PathBuf) {
        let SheetsAsked { ask, format, bound } = asked;
        if self.sheets.export.is_some() {
            return;
        }
        let Some((request, contents)) = self.sheet_request(&ask) else {
            return;
        };
        let (words, letterhead) = (Words::new(self.words.language()), self.letterhead());
        let template = match template(ask.template.as_deref(), &words) {
            Ok(template) => template,
            Err(why) => return self.tell(Severity::Error, why),
        };
        let target = folder.clone();
        let job = Job::start(self.waker.clone(), move |progress| {
            let job = SheetJob {
                contents: &contents,
                words: &words,
                request: &request,
                letterhead: &letterhead,
                subjects: &ask.subjects,
                format,
                template: &template,
                bound,
                folder: &target,
                force: false,
            };
            Ok(write_sheets(&job, progress))
        });
        self.sheets.export = Some(Export { job, folder });
    }

    pub(super) fn stop_sheets(&mut self) {
        if let Some(export) = &self.sheets.export {
            export.job.stop();
        }
    }

    /// Writes the shipped template to a place of the user's own, to be changed there.
    pub(super) fn copy_template(&mut self, path: &Path) {
        let written = ordito_pages::export::write_file(path, Template::shipped().as_bytes(), true);
        self.tell_written(path, written.map(|()| Vec::new()));
    }

    pub(super) fn tick_sheets(&mut self) {
        if let Some((key, job)) = self.sheets.making.take() {
            match job.poll() {
                None => self.sheets.making = Some((key, job)),
                Some(ended) => {
                    // Work that failed is an answer too: it is not begun again until something else is asked.
                    let made = ended.unwrap_or_else(|_| Err(self.words.notice_work_failed()));
                    let number = self
                        .sheets
                        .shown
                        .as_ref()
                        .map_or(0, |(_, shown)| shown.number)
                        + 1;
                    let n_pages = made.as_ref().map_or(0, |(_, n)| *n);
                    let pages = made.map(|(pages, _)| Arc::new(pages));
                    self.sheets.shown = Some((
                        key,
                        SheetPreview {
                            number,
                            pages,
                            n_pages,
                        },
                    ));
                }
            }
        }
        let Some(export) = &self.sheets.export else {
            return;
        };
        let Some(ended) = export.job.poll() else {
            return;
        };
        let folder = export.folder.clone();
        self.sheets.export = None;
        let words = &self.words;
        let (severity, text) = match ended {
            Err(_) => (Severity::Error, words.notice_work_failed()),
            Ok(Ok(written)) => {
                let text = words.sheets_exported(folder.display().to_string(), written.files.len());
                if !written.unshown.is_empty() {
                    return self.tell_unshown(text, &folder, &written.unshown);
                }
                let notice = Notice::new(Severity::Done, text).with_file(folder);
                return self.notices.push(notice);
            }
            Ok(Err(SheetsError::Stopped)) => (Severity::Note, words.paper_stopped()),
            Ok(Err(SheetsError::Nothing)) => (Severity::Warning, words.cli_sheets_nothing()),
            Ok(Err(SheetsError::Paper(error))) => (Severity::Error, error.say(words)),
            Ok(Err(SheetsError::Export(ExportError::Exists { path }))) => {
                let file = path.display().to_string();
                (Severity::Warning, words.sheets_exists(file))
            }
            Ok(Err(SheetsError::Export(error))) => (Severity::Error, error.say(words)),
        };
        self.tell(severity, text);
    }
}

/// The user's template, or the shipped one.
fn template(path: Option<&Path>, words: &Words) -> Result<Template, String> {
    match path {
        None => Ok(Template::default()),
        Some(path) => Template::read(path).map_err(|error| {
            StorageError::Io {
                path: path.to_owned(),
                error,
            }
            .say(words)
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Settings;
    use ordito_document::Edit;
    use ordito_model::{DocumentId, Info, Timestamp};

    fn until(workspace: &mut Workspace, mut done: impl FnMut(&Workspace) -> bool) {
        for _ in 0..10_000 {
            workspace.tick(std::time::Instant::now());
            if done(workspace) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
        panic!("it does not end");
    }

    #[test]
    fn a_preview_whose_work_fails_says_so_and_is_not_begun_again() {
        let folder = tempfile::tempdir().unwrap();
        let mut workspace = Workspace::new(Settings::default(), Arc::new(|| Timestamp(1)));
        let info = Info {
            id: DocumentId::fixed(1),
            title: "Prova".to_owned(),
            description: String::new(),
            body: String::new(),
            illustrative: false,
        };
        let first = Edit::Create {
            info,
            agreed: "Consenso".to_owned(),
            scales: Vec::new(),
            frameworks: Vec::new(),
        };
        let path = folder.path().join("a.ordito");
        workspace.take(
            Document::create(&path, &first, &workspace.stamp()).unwrap(),
            path,
        );
        let ask = SheetAsk {
            matrix: MatrixId::fixed(1),
            assessor: AssessorId::AGREED,
            subjects: Vec::new(),
            parts: Vec::new(),
            template: None,
        };
        let key = (
            ask.clone(),
            workspace.revision(),
            workspace.words.language(),
        );
        workspace.sheets.making = Some((
            key,
            Job::start(None, |_| std::panic::panic_any("a mistake")),
        ));
        until(&mut workspace, |workspace| !workspace.is_previewing());
        let failed = workspace.words.notice_work_failed();
        assert_eq!(
            workspace
                .sheet_preview()
                .unwrap()
                .pages
                .as_ref()
                .unwrap_err(),
            &failed
        );
        assert!(
            !workspace.wants_preview(&ask),
            "the next frame would begin it again"
        );
        // Something else may be asked.
        assert!(workspace.wants_preview(&SheetAsk {
            parts: vec![Part::ALL[0]],
            ..ask
        }));

        // An export that fails says so once.
        let job = Job::start(None, |_| std::panic::panic_any("a mistake"));
        workspace.sheets.export = Some(Export {
            job,
            folder: PathBuf::new(),
        });
        until(&mut workspace, |workspace| {
            workspace.sheets_progress().is_none()
        });
        workspace.tick(std::time::Instant::now());
        assert_eq!(
            workspace
                .notices()
                .iter()
                .filter(|notice| notice.text == failed)
                .count(),
            1
        );
    }
}
