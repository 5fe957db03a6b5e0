//! Tables in and out of the window: reading on another thread, writing what is asked for.

use super::{Notice, Severity, Workspace};
use crate::said::Said as _;
use ordito_document::Document;
use ordito_ground::jobs::{Ended, Job};
use ordito_import::{ReadError, Sheet, Want, read_tables};
use ordito_model::Contents;
use ordito_pages::export::ExportError;
use ordito_pages::report::sheet::{Unshown, say_unshown};
use ordito_words::Words;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A table being read.
#[derive(Debug)]
pub struct Reading {
    path: PathBuf,
    purpose: super::Purpose,
    job: Job<Result<Vec<Sheet>, ReadError>>,
}

/// Tables that were read, for the dialog that was asked for: a workbook has several.
#[derive(Debug, Clone)]
pub struct ReadTable {
    pub path: PathBuf,
    pub purpose: super::Purpose,
    pub sheets: Arc<Vec<Sheet>>,
}

/// An export being written.
#[derive(Debug)]
pub struct Writing {
    path: PathBuf,
    job: Job<Result<Vec<Unshown>, ExportError>>,
}

impl Workspace {
    pub(super) fn start_reading(&mut self, path: &Path, purpose: super::Purpose) {
        let target = path.to_owned();
        let job = Job::start(self.waker.clone(), move |_| {
            Ok(read_tables(&target, &Want::default()))
        });
        self.reading = Some(Reading {
            path: path.to_owned(),
            purpose,
            job,
        });
    }

    pub(super) fn tick_tables(&mut self) {
        self.tick_writing();
        let Some(reading) = &self.reading else { return };
        let (path, purpose) = (reading.path.clone(), reading.purpose);
        let why = match reading.job.poll() {
            None => return,
            Some(Ok(Ok(sheets))) => {
                self.read = Some(ReadTable {
                    path,
                    purpose,
                    sheets: Arc::new(sheets),
                });
                self.reading = None;
                return;
            }
            Some(Ok(Err(error))) => error.say(&self.words),
            Some(Err(_)) => self.words.notice_work_failed(),
        };
        self.reading = None;
        let file = super::files::name_of(&path);
        let text = self.words.notice_not_opened(file, why);
        self.tell(Severity::Error, text);
    }

    /// A table that was read since the last call.
    pub fn take_table(&mut self) -> Option<ReadTable> {
        self.read.take()
    }

    /// Writes on another thread what may take a while; the contents are those of now.
    pub(super) fn write_beside(
        &mut self,
        path: &Path,
        write: impl FnOnce(&Path, &Contents, &Words) -> Result<(), ExportError> + Send + 'static,
    ) {
        self.write_beside_telling(path, |path, contents, words| {
            write(path, contents, words).map(|()| Vec::new())
        });
    }

    /// The same for what is drawn with our typefaces: signs that they lack are told when it is written.
    pub(super) fn write_beside_telling(
        &mut self,
        path: &Path,
        write: impl FnOnce(&Path, &Contents, &Words) -> Result<Vec<Unshown>, ExportError>
        + Send
        + 'static,
    ) {
        let Some(contents) = self.document().map(Document::snapshot) else {
            return;
        };
        let (target, language) = (path.to_owned(), self.words.language());
        let work = move || write(&target, &contents, &Words::new(language));
        let job = Job::start(self.waker.clone(), |_| Ok(work()));
        self.writing.push(Writing {
            path: path.to_owned(),
            job,
        });
    }

    /// Waits for the exports under way, so that quitting leaves no half of one; false when one failed and was told.
    pub(super) fn finish_writing(&mut self) -> bool {
        let mut all = true;
        for writing in std::mem::take(&mut self.writing) {
            let written = writing.job.wait();
            all &= matches!(written, Ok(Ok(_)));
            self.tell_ended(&writing.path, written);
        }
        all
    }

    fn tick_writing(&mut self) {
        let mut done = Vec::new();
        self.writing.retain(|writing| {
            let Some(ended) = writing.job.poll() else {
                return true;
            };
            done.push((writing.path.clone(), ended));
            false
        });
        for (path, ended) in done {
            self.tell_ended(&path, ended);
        }
    }

    fn tell_ended(&mut self, path: &Path, ended: Result<Result<Vec<Unshown>, ExportError>, Ended>) {
        match ended {
            Ok(written) => self.tell_written(path, written),
            Err(_) => {
                let (file, why) = (super::files::name_of(path), self.words.notice_work_failed());
                let text = self.words.notice_not_written(file, why);
                self.tell(Severity::Error, text);
            }
        }
    }

    pub(super) fn tell_written(&mut self, path: &Path, written: Result<Vec<Unshown>, ExportError>) {
        let (severity, text) = match written {
            Ok(unshown) if !unshown.is_empty() => {
                let file = super::files::name_of(path);
                let text = self.words.notice_exported(file);
                return self.tell_unshown(text, path, &unshown);
            }
            Ok(_) => {
                let file = super::files::name_of(path);
                let text = self.words.notice_exported(file);
                let notice = Notice::new(Severity::Done, text).with_file(path.to_owned());
                return self.notices.push(notice);
            }
            Err(error) => {
                let severity = match error {
                    ExportError::Io { .. }
                    | ExportError::Workbook { .. }
                    | ExportError::Paper(_)
                    | ExportError::NotDrawn => Severity::Error,
                    _ => Severity::Warning,
                };
                (severity, error.say(&self.words))
            }
        };
        self.tell(severity, text);
    }

    /// That something is written, and which signs stand as their codes in it.
    pub(super) fn tell_unshown(&mut self, written: String, path: &Path, unshown: &[Unshown]) {
        let text = format!("{written} {}", self.words.paper_unshown());
        let details = say_unshown(&self.words, unshown);
        self.notices.push(
            Notice::new(Severity::Warning, text)
                .with_details(details)
                .with_file(path.to_owned()),
        );
    }
}
