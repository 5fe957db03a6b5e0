//! Sheets in the window: a preview kept up to date on another thread, export with progress and a way to stop.

use super::{Severity, Workspace};
use crate::document::Document;
use crate::export::{
    ExportError, Page, SheetFormat, SheetJob, SheetsError, Stopped, Template, WrittenSheets, sheet_pages, signed,
    write_sheets,
};
use crate::i18n::{Say as _, Words};
use crate::model::{AssessorId, Language, MatrixId};
use crate::report::sheet::{Part, Request, Subject, sheet_file};
use crate::storage::StorageError;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

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

#[derive(Debug, Default)]
struct Progress {
    done: AtomicUsize,
    of: AtomicUsize,
    stop: AtomicBool,
}

#[derive(Debug)]
struct Export {
    progress: Arc<Progress>,
    result: Receiver<Result<WrittenSheets, SheetsError>>,
    folder: PathBuf,
}

/// What the workspace remembers of sheets.
#[derive(Debug, Default)]
pub struct Sheets {
    making: Option<(Key, Receiver<Made>)>,
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
        let progress = &self.sheets.export.as_ref()?.progress;
        Some((progress.done.load(Ordering::Relaxed), progress.of.load(Ordering::Relaxed)))
    }

    /// Makes the pages of an ask, unless they are there or being made. One at a time: the next begins when it is done.
    pub(super) fn preview_sheet(&mut self, ask: SheetAsk) {
        if !self.wants_preview(&ask) {
            return;
        }
        let key = (ask, self.revision(), self.words.language());
        let Some((request, contents)) = self.sheet_request(&key.0) else { return };
        let (sender, result) = channel();
        let letterhead = self.letterhead();
        let (wake, ask, language) = (self.waker.clone(), key.0.clone(), key.2);
        std::thread::spawn(move || {
            let words = Words::new(language);
            let made = template(ask.template.as_deref(), &words).and_then(|template| {
                let file = sheet_file(&contents, &words, &request, &ask.subjects)
                    .filter(|file| !file.sheets.is_empty())
                    .ok_or_else(|| words.say("cli-sheets-nothing"))?;
                let file = signed(file, &letterhead, &words);
                sheet_pages(&file, &template, FINENESS, MOST_PAGES).map_err(|error| error.say(&words))
            });
            let _ = sender.send(made);
            if let Some(wake) = wake {
                wake();
            }
        });
        self.sheets.making = Some((key, result));
    }

    fn sheet_request(&self, ask: &SheetAsk) -> Option<(Request, Arc<crate::model::Contents>)> {
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
    pub(super) fn export_sheets(&mut self, ask: SheetAsk, folder: PathBuf, format: SheetFormat, bound: bool) {
        if self.sheets.export.is_some() {
            return;
        }
        let Some((request, contents)) = self.sheet_request(&ask) else { return };
        let (words, letterhead) = (Words::new(self.words.language()), self.letterhead());
        let template = match template(ask.template.as_deref(), &words) {
            Ok(template) => template,
            Err(why) => return self.tell(Severity::Error, why),
        };
        let (sender, result) = channel();
        let progress = Arc::new(Progress::default());
        let (wake, told, target) = (self.waker.clone(), Arc::clone(&progress), folder.clone());
        std::thread::spawn(move || {
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
            let mut step = |done: usize, of: usize| {
                told.of.store(of, Ordering::Relaxed);
                if told.done.swap(done, Ordering::Relaxed) != done
                    && let Some(wake) = &wake
                {
                    wake();
                }
                if told.stop.load(Ordering::Relaxed) { Err(Stopped) } else { Ok(()) }
            };
            let _ = sender.send(write_sheets(&job, &mut step));
            if let Some(wake) = &wake {
                wake();
            }
        });
        self.sheets.export = Some(Export { progress, result, folder });
    }

    pub(super) fn stop_sheets(&mut self) {
        if let Some(export) = &self.sheets.export {
            export.progress.stop.store(true, Ordering::Relaxed);
        }
    }

    /// Writes the shipped template to a place of the user's own, to be changed there.
    pub(super) fn copy_template(&mut self, path: &Path) {
        let written = crate::export::write_file(path, Template::shipped().as_bytes(), true);
        self.tell_written(path, written.map(|()| Vec::new()));
    }

    pub(super) fn tick_sheets(&mut self) {
        if let Some((key, result)) = self.sheets.making.take() {
            match result.try_recv() {
                Err(TryRecvError::Empty) => self.sheets.making = Some((key, result)),
                Err(TryRecvError::Disconnected) => {}
                Ok(made) => {
                    let number = self.sheets.shown.as_ref().map_or(0, |(_, shown)| shown.number) + 1;
                    let n_pages = made.as_ref().map_or(0, |(_, n)| *n);
                    let pages = made.map(|(pages, _)| Arc::new(pages));
                    self.sheets.shown = Some((key, SheetPreview { number, pages, n_pages }));
                }
            }
        }
        let Some(export) = &self.sheets.export else { return };
        let result = match export.result.try_recv() {
            Err(TryRecvError::Empty) => return,
            Ok(result) => result,
            Err(TryRecvError::Disconnected) => Err(SheetsError::Nothing),
        };
        let folder = export.folder.clone();
        self.sheets.export = None;
        let words = &self.words;
        let (severity, text) = match result {
            Ok(written) => {
                let args = [("n", written.files.len().into()), ("folder", folder.display().to_string().into())];
                let text = words.say_with("sheets-exported", &args);
                if !written.unshown.is_empty() {
                    return self.tell_unshown(text, &written.unshown);
                }
                (Severity::Done, text)
            }
            Err(SheetsError::Stopped) => (Severity::Note, words.say("paper-stopped")),
            Err(SheetsError::Nothing) => (Severity::Warning, words.say("cli-sheets-nothing")),
            Err(SheetsError::Paper(error)) => (Severity::Error, error.say(words)),
            Err(SheetsError::Export(ExportError::Exists { path })) => {
                let file = path.display().to_string();
                (Severity::Warning, words.say_with("sheets-exists", &[("file", file.into())]))
            }
            Err(SheetsError::Export(error)) => (Severity::Error, error.say(words)),
        };
        self.tell(severity, text);
    }
}

/// The user's template, or the shipped one.
fn template(path: Option<&Path>, words: &Words) -> Result<Template, String> {
    match path {
        None => Ok(Template::default()),
        Some(path) => {
            Template::read(path).map_err(|error| StorageError::Io { path: path.to_owned(), error }.say(words))
        }
    }
}
