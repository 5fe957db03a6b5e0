//! Opening, making, saving and closing documents; what the kept document says of its file.

use super::{Notice, Open, Severity, Workspace};
use crate::said::{Said as _, say_breaches, say_holder};
use ordito_document::storage::{BackupInfo, StorageError};
use ordito_document::{
    Breach, Choice, Document, KeepError, Kept, KeptEvent, OpenReport, ReadOnly, Unclosed,
    backups_at, put_back, recoverable, structural_breaches,
};
use ordito_ground::disk::{file_name, stem};
use ordito_ground::jobs::Job;
use ordito_model::{DocumentId, StepLabel};
use ordito_words::Say as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

type Opened = Result<(Kept, Option<OpenReport>), KeepError>;

/// What is opened, and what in it leads nowhere or back to itself.
type Looked = Result<(Kept, Option<OpenReport>, Vec<Breach>), KeepError>;

/// A document being opened or made on another thread.
#[derive(Debug)]
pub struct Opening {
    path: PathBuf,
    job: Job<Looked>,
    /// The file that was open before, opened again should this one not open.
    before: Option<PathBuf>,
}

/// A file that could not be opened, and the states that are kept of it, newest first.
#[derive(Debug, Clone)]
pub struct Rescue {
    pub path: PathBuf,
    pub backups: Vec<BackupInfo>,
}

impl Workspace {
    /// Whether a kept state can be taken back: as an edit, or in the place of a file that is doubted.
    pub fn can_restore(&self) -> bool {
        let Some(Open::Kept(kept)) = &self.open else {
            return false;
        };
        matches!(kept.read_only(), None | Some(ReadOnly::Doubts(_)))
    }
    /// What is kept of the file that could not be opened last.
    pub const fn rescue(&self) -> Option<&Rescue> {
        self.rescue.as_ref()
    }

    /// Does `work` on another thread; its document is taken in by `tick`.
    fn start_opening(&mut self, path: &Path, work: impl FnOnce() -> Opened + Send + 'static) {
        let looked = move || {
            let (kept, report) = work()?;
            let broken = structural_breaches(kept.document().contents());
            Ok((kept, report, broken))
        };
        let job = Job::start(self.waker.clone(), |_| Ok(looked()));
        self.opening = Some(Opening {
            path: path.to_owned(),
            job,
            before: None,
        });
    }

    /// Where the open document goes back to if what is begun now fails.
    fn come_back_to(&mut self, before: Option<PathBuf>) {
        if let Some(opening) = &mut self.opening {
            opening.before = before;
        }
    }

    fn open_path(&self) -> Option<PathBuf> {
        match &self.open {
            Some(Open::Kept(kept)) => Some(kept.path().to_owned()),
            _ => None,
        }
    }

    pub(super) fn new_document(&mut self, path: &Path, sample: bool) {
        let before = self.open_path();
        let (Some(data), true) = (self.data.clone(), self.close()) else {
            return;
        };
        let (who, stamp, target) = (self.who(), self.stamp(), path.to_owned());
        let stem = stem(path);
        let title = if sample {
            self.words.sample_title()
        } else {
            stem
        };
        let first = match super::first_edit(&title, sample, &self.words.assessor_kind_agreed()) {
            Ok(first) => first,
            Err(error) => {
                self.tell(Severity::Error, error.to_string());
                return;
            }
        };
        self.start_opening(path, move || {
            let kept = Kept::create(&target, &first, &stamp, &data, &who, true)?;
            Ok((kept, None))
        });
        self.come_back_to(before);
    }

    pub(super) fn open(&mut self, path: &Path) {
        let before = self.open_path().filter(|before| before != path);
        let (Some(data), true) = (self.data.clone(), self.close()) else {
            return;
        };
        let (who, target) = (self.who(), path.to_owned());
        self.start_opening(path, move || {
            let (kept, report) = Kept::open(&target, &data, &who)?;
            Ok((kept, Some(report)))
        });
        self.come_back_to(before);
    }

    /// Puts a document without a place into the workspace: benches and tests of drawing.
    pub fn take(&mut self, document: Document, path: PathBuf) {
        self.put(Open::Bare(Box::new(document), path));
    }

    fn put(&mut self, open: Open) {
        self.open = Some(open);
        self.fresh.clear();
        self.generation += 1;
        self.agenda.clear();
        self.asks_underneath = false;
        if let Some(place) = self.place() {
            self.settings.room = place.room;
        }
    }

    pub(super) fn tick_files(&mut self, now: Instant) {
        if let Some(opening) = &self.opening {
            match opening.job.poll() {
                Some(Ok(result)) => {
                    let (path, before) = (opening.path.clone(), opening.before.clone());
                    self.opening = None;
                    self.take_opened(result, &path);
                    // States kept of the file that did not open are offered on the first page; else nothing changes.
                    if let Some(before) =
                        before.filter(|_| self.open.is_none() && self.rescue.is_none())
                    {
                        self.open(&before);
                    }
                }
                None => {}
                // The work failed: nothing was opened and nothing of the file was touched.
                Some(Err(_)) => {
                    let text = self.words.notice_open_failed(name_of(&opening.path));
                    self.opening = None;
                    self.tell(Severity::Error, text);
                }
            }
        }
        let Some(Open::Kept(kept)) = &mut self.open else {
            return;
        };
        let events = kept.tick(now);
        let has_unsaved = kept.has_unsaved();
        for event in events {
            match event {
                KeptEvent::Failed(error) => {
                    let mut text = error.say(&self.words);
                    if let KeepError::Storage(StorageError::Io { error, .. }) = &*error
                        && error.kind() == std::io::ErrorKind::NotFound
                    {
                        text = format!("{text} {}", self.words.notice_folder_gone());
                    } else if has_unsaved {
                        text = format!("{text} {}", self.words.notice_edits_safe());
                    }
                    self.tell_once(Severity::Error, text);
                }
                KeptEvent::ChangedUnderneath => {
                    self.asks_underneath = true;
                    self.tell_once(Severity::Warning, self.words.notice_changed_underneath());
                }
                KeptEvent::NewerPublished => {
                    self.asks_underneath = true;
                    self.tell_once(Severity::Note, self.words.notice_newer_published());
                }
                KeptEvent::AsBefore => self.asks_underneath = false,
                KeptEvent::Published { .. } => {}
            }
        }
    }

    fn tell_once(&mut self, severity: Severity, text: String) {
        if !self.notices.iter().any(|notice| notice.text == text) {
            self.tell(severity, text);
        }
    }

    fn take_opened(&mut self, result: Looked, path: &Path) {
        let (mut kept, report, broken) = match result {
            Ok(opened) => opened,
            Err(error) => {
                let file = name_of(path);
                let text = self.words.notice_not_opened(file, error.say(&self.words));
                self.tell(Severity::Error, text);
                self.rescue = self.rescue_of(&error, path);
                return;
            }
        };
        self.rescue = None;
        if let Some(wake) = self.waker.clone() {
            kept.set_waker(Box::new(move || wake()));
        }
        let title = kept.document().contents().title().to_owned();
        let place = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let now = self.now();
        self.settings.remember_file(&place, &title, now);
        self.settings.save();
        self.put(Open::Kept(Box::new(kept)));
        let file = name_of(path);
        match report {
            None => self.tell(Severity::Done, self.words.notice_created(file)),
            Some(report) => self.tell_report(&report),
        }
        if !broken.is_empty() {
            let list = say_breaches(&broken, broken.len(), &self.words);
            self.tell(
                Severity::Warning,
                self.words.notice_breaches(list, broken.len()),
            );
        }
    }

    /// What is kept of a file that turned out not to be a sound document.
    fn rescue_of(&self, error: &KeepError, path: &Path) -> Option<Rescue> {
        use StorageError::{
            Damaged, ForeignApplication, NewerSchema, NotADatabase, Sqlite, UnknownParts,
        };
        let KeepError::Storage(
            Damaged { .. }
            | ForeignApplication { .. }
            | NewerSchema { .. }
            | NotADatabase
            | Sqlite(_)
            | UnknownParts { .. },
        ) = error
        else {
            return None;
        };
        let backups = backups_at(path, self.data.as_ref()?);
        if backups.is_empty() {
            None
        } else {
            Some(Rescue {
                path: path.to_owned(),
                backups,
            })
        }
    }

    /// Puts a kept state at a document's place and opens it.
    pub(super) fn put_back(&mut self, path: &Path, backup: &BackupInfo) {
        let (Some(data), true) = (self.data.clone(), self.close()) else {
            return;
        };
        let (who, target, backup) = (self.who(), path.to_owned(), backup.clone());
        self.rescue = None;
        self.start_opening(path, move || {
            put_back(&target, &backup, &data, &who)?;
            let (kept, report) = Kept::open(&target, &data, &who)?;
            Ok((kept, Some(report)))
        });
    }

    fn tell_report(&mut self, report: &OpenReport) {
        let mut lines: Vec<(Severity, String)> = Vec::new();
        if let Some(n) = report.recovered {
            lines.push((Severity::Warning, self.words.notice_recovered(n)));
        }
        if let Some(holder) = &report.took_over {
            let who = say_holder(holder.as_ref(), &self.words);
            lines.push((Severity::Note, self.words.notice_lock_taken(who)));
        }
        if let Some(reason) = &report.read_only {
            lines.push((Severity::Warning, reason.say(&self.words)));
        }
        if report.migrated_from.is_some() {
            lines.push((Severity::Note, self.words.notice_migrated()));
        }
        if report.set_aside.is_some() {
            lines.push((Severity::Warning, self.words.notice_set_aside()));
        }
        if report.changed_underneath {
            self.asks_underneath = true;
            lines.push((Severity::Warning, self.words.notice_changed_underneath()));
        }
        for (severity, text) in lines {
            self.notices.push(Notice::new(severity, text));
        }
    }

    /// Publishes and closes; false when it could not, then the document is still open.
    pub(super) fn close(&mut self) -> bool {
        self.save_places();
        match self.open.take() {
            None => return true,
            Some(Open::Bare(..)) => {}
            Some(Open::Kept(kept)) => {
                if let Err(Unclosed { kept, error }) = kept.close() {
                    let mut text = self.words.notice_not_closed(error.say(&self.words));
                    if kept.has_unsaved() {
                        text = format!("{text} {}", self.words.notice_edits_safe());
                    }
                    self.asks_underneath = matches!(*error, KeepError::ChangedUnderneath);
                    self.open = Some(Open::Kept(kept));
                    self.tell_once(Severity::Error, text);
                    return false;
                }
            }
        }
        self.fresh.clear();
        self.generation += 1;
        self.agenda.clear();
        self.asks_underneath = false;
        self.merged = None;
        self.merging = None;
        self.find_recoverable();
        true
    }

    /// Leaves without publishing what could not be published; the working copy keeps it for the next start.
    pub(super) fn quit_anyway(&mut self) {
        self.finish_writing();
        self.open = None;
        self.settings.save();
        self.effects.push(super::Effect::Quit);
    }

    pub(super) fn save(&mut self) {
        let Some(Open::Kept(kept)) = &mut self.open else {
            return;
        };
        kept.publish_now();
        if !kept.has_unsaved() {
            let file = name_of(kept.path());
            self.notices
                .retain(|notice| notice.severity != Severity::Done);
            self.tell(Severity::Done, self.words.notice_saved(file));
        }
    }

    pub(super) fn save_copy(&mut self, path: &Path) {
        let Some(Open::Kept(kept)) = &self.open else {
            return;
        };
        let (severity, text) = match kept.save_copy(path, true) {
            Ok(()) => (Severity::Done, self.words.notice_copy_saved(name_of(path))),
            Err(error) => (Severity::Error, error.say(&self.words)),
        };
        self.tell(severity, text);
    }

    pub(super) fn save_without_history(&mut self, path: &Path) {
        let stamp = self.stamp();
        let Some(Open::Kept(kept)) = &self.open else {
            return;
        };
        let (severity, text) =
            match kept.save_without_history(path, DocumentId::random(), &stamp, true) {
                Ok(()) => (
                    Severity::Done,
                    self.words.notice_without_history(name_of(path)),
                ),
                Err(error) => (Severity::Error, error.say(&self.words)),
            };
        self.tell(severity, text);
    }

    pub(super) fn restore(&mut self, backup: &BackupInfo) {
        let stamp = self.stamp();
        let name = self.words.numbers().date_time(backup.at);
        let Some(Open::Kept(kept)) = &mut self.open else {
            return;
        };
        if matches!(kept.read_only(), Some(ReadOnly::Doubts(_))) {
            let path = kept.path().to_owned();
            self.put_back(&path, backup);
            return;
        }
        if let Err(error) = kept.restore(backup, &name, &stamp) {
            let text = error.say(&self.words);
            self.tell(Severity::Error, text);
            return;
        }
        // What changed is not known record by record here: views rebuild.
        self.fresh.clear();
        let label = StepLabel::Restored { name }.say(&self.words);
        self.tell(Severity::Done, label);
    }

    pub(super) fn resolve_underneath(&mut self, choice: &Choice) {
        let Some(Open::Kept(kept)) = &mut self.open else {
            return;
        };
        match kept.resolve_underneath(choice) {
            Ok(()) => {
                self.asks_underneath = false;
                self.fresh.clear();
                self.generation += 1;
            }
            Err(error) => {
                let text = error.say(&self.words);
                self.tell(Severity::Error, text);
            }
        }
    }

    pub(super) fn merge_underneath(&mut self) {
        let stamp = self.stamp();
        let Some(Open::Kept(kept)) = &mut self.open else {
            return;
        };
        match kept.merge_underneath(&stamp) {
            Ok(report) => {
                self.asks_underneath = false;
                // What changed is not known record by record here: views rebuild.
                self.fresh.clear();
                self.merged = Some(report);
            }
            Err(error) => {
                let text = error.say(&self.words);
                self.tell(Severity::Error, text);
            }
        }
    }

    /// Looks for documents whose last edits a crash kept from their files.
    pub(super) fn find_recoverable(&mut self) {
        self.recoverable = self.data.as_ref().map_or_else(Vec::new, recoverable);
    }
}

/// The file's own name.
pub fn name_of(path: &Path) -> String {
    file_name(path)
}
