//! The open document and its place: private working copy, published file, lock, recovery.
//!
//! `Kept` does what docs/design.md "How it is kept" says, with `storage` for the hands. The window calls `tick` and shows
//! `status`; the published file is written by a job in the background. `open` holds what opening finds (a crash, a
//! lock, an older schema), `underneath` what to do when somebody else changed the file. Not here: edits and their
//! rules, which go through `document_mut`.

mod open;
mod rescue;
mod underneath;

pub use open::{Aside, Recoverable, recoverable, waiting};
pub use rescue::{backups_at, put_back};
pub use underneath::{Choice, MergeReport, merge_documents};

use super::{Document, Edit, EditError, Stamp};
use crate::storage::{
    BackupInfo, DataFolder, DocumentLock, Doubt, Fingerprint, Holder, LastWish, News, Note,
    Published, Publisher, Reason, Running, Shelf, StorageError, Waker, Way, Who, changed,
    write_copy,
};
use ordito_model::{DocumentId, StepNumber, Timestamp};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Pause after the last edit that starts publishing: short enough for the file to be whole one second after it.
const QUIET: Duration = Duration::from_millis(600);
/// While edits keep coming, at least this often.
const AT_LEAST: Duration = Duration::from_secs(5);
/// Before something that failed is tried again by itself.
const AGAIN: Duration = Duration::from_secs(10);
/// How often a window without a waker looks for news.
const LOOK: Duration = Duration::from_secs(2);

/// Why a document was not opened, created, saved or closed.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error(transparent)]
    Edit(#[from] EditError),
    #[error("{path} is there already")]
    Exists { path: PathBuf },
    /// Somebody has it open; who, where that can be read.
    #[error("open elsewhere: {0:?}")]
    Held(Option<Box<Holder>>),
    /// Somebody took the lock over while we were out of reach.
    #[error("the lock was taken by {0:?}")]
    LockTaken(Box<Holder>),
    /// What `publish_and_wait` met; `status` says it too.
    #[error("not published: {0}")]
    NotPublished(Arc<KeepError>),
    #[error("somebody else changed the file")]
    ChangedUnderneath,
    #[error("opened for reading only")]
    ReadOnly,
    /// The other file is another document, not another copy of this one.
    #[error("another document")]
    AnotherDocument,
}

/// Why a document is open for reading only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadOnly {
    /// Somebody has it open; who, where that can be read.
    HeldBy(Option<Holder>),
    /// Something in the file is not as it should be.
    Doubts(Vec<Doubt>),
    FileWriteProtected,
    FolderNotWritable,
    /// There is no room beside it for the note of who has it open.
    FolderFull,
    /// Another program has the file open as a database: side files lie beside it.
    OpenInAnotherProgram,
    Asked,
}

/// What opening found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OpenReport {
    /// Steps that were not in the published file when the program died, and are here now.
    pub recovered: Option<usize>,
    /// Whose lock was left over.
    pub took_over: Option<Option<Holder>>,
    pub read_only: Option<ReadOnly>,
    /// The older schema version; the original is among the backups.
    pub migrated_from: Option<i64>,
    /// The file was changed by somebody else while edits of ours were not in it: `resolve_underneath` asks which.
    pub changed_underneath: bool,
    /// A working copy that could not be read was put among the backups.
    pub set_aside: Option<PathBuf>,
}

/// Whether what is in memory is in the document's own file.
#[derive(Debug, Clone)]
pub enum SaveStatus {
    /// The file holds every edit; when it was written, if by us.
    Saved {
        at: Option<Timestamp>,
    },
    Pending,
    Publishing,
    Failed(Arc<KeepError>),
    ChangedUnderneath {
        /// Whether there are edits of ours that the file does not hold.
        unsaved: bool,
    },
    ReadOnly(ReadOnly),
}

/// What `tick` noticed.
#[derive(Debug, Clone)]
pub enum KeptEvent {
    Published {
        step: StepNumber,
        took: Duration,
        in_place: bool,
    },
    Failed(Arc<KeepError>),
    ChangedUnderneath,
    /// The change underneath is gone again.
    AsBefore,
    /// Open for reading only, and the file is newer now: `resolve_underneath(Choice::Reload)` reads it.
    NewerPublished,
}

/// A document that could not be closed is still open.
#[derive(Debug, thiserror::Error)]
#[error("not closed: {error}")]
pub struct Unclosed {
    pub kept: Box<Kept>,
    pub error: Box<KeepError>,
}

/// A document, its working copy and its place. Dropped without `close`, it leaves what was not saved for recovery.
// Fields are dropped in this order: the working copy is let go before its folder is removed, the lock after that.
#[derive(Debug)]
pub struct Kept {
    document: Document,
    publisher: Publisher,
    folder: WorkingFolder,
    lock: Option<DocumentLock>,
    running: Running,
    data: DataFolder,
    who: Who,
    path: PathBuf,
    target: PathBuf,
    read_only: Option<ReadOnly>,
    published: StepNumber,
    saved_at: Option<Timestamp>,
    underneath: Option<Fingerprint>,
    failed: Option<Arc<KeepError>>,
    publishing: bool,
    pace: Pace,
    wakes: bool,
}

/// When what was noticed.
#[derive(Debug, Default)]
struct Pace {
    noticed: StepNumber,
    ticked: Option<Instant>,
    last_edit: Option<Instant>,
    first_unsaved: Option<Instant>,
    failed: Option<Instant>,
}

/// The folder of a working copy; removed with this when all it holds is saved.
#[derive(Debug)]
struct WorkingFolder {
    path: PathBuf,
    file: String,
    remove: bool,
}
impl Drop for WorkingFolder {
    fn drop(&mut self) {
        if self.remove {
            let _ = remove_folder(&self.path);
        }
    }
}

/// Removes a working copy; one that a crash leaves half removed is not believed, for its note goes first.
fn remove_folder(folder: &Path) -> std::io::Result<()> {
    Note::remove(folder);
    std::fs::remove_dir_all(folder)
}

impl Kept {
    pub const fn document(&self) -> &Document {
        &self.document
    }
    pub const fn document_mut(&mut self) -> &mut Document {
        &mut self.document
    }
    /// The document's own place, as it was named.
    pub fn path(&self) -> &Path {
        &self.path
    }
    /// Who is told to others where this writes to another place; opened for reading only, it has asked nobody yet.
    pub fn write_as(&mut self, who: &Who) {
        self.who = who.clone();
    }
    pub const fn read_only(&self) -> Option<&ReadOnly> {
        self.read_only.as_ref()
    }
    /// Calls `waker` when `tick` would have something to say.
    pub fn set_waker(&mut self, waker: Waker) {
        self.publisher.set_waker(waker);
        self.wakes = true;
    }
    /// What publishes the edits where this can no longer be asked to: when the process is being ended.
    pub fn last_wish(&self) -> Option<LastWish> {
        self.read_only.is_none().then(|| self.publisher.last_wish())
    }
    /// Whether there are edits that the published file does not hold.
    pub fn has_unsaved(&self) -> bool {
        self.read_only.is_none() && self.document.last_step() > self.published
    }
    /// Writes over the file in place, as where the rename is forbidden: for tests.
    pub fn publish_in_place(&self) {
        self.publisher.set_way(Way::InPlace);
    }

    pub fn status(&self) -> SaveStatus {
        if let Some(reason) = &self.read_only {
            SaveStatus::ReadOnly(reason.clone())
        } else if self.underneath.is_some() {
            SaveStatus::ChangedUnderneath {
                unsaved: self.has_unsaved(),
            }
        } else if self.publishing {
            SaveStatus::Publishing
        } else if let Some(error) = &self.failed {
            SaveStatus::Failed(Arc::clone(error))
        } else if self.has_unsaved() {
            SaveStatus::Pending
        } else {
            SaveStatus::Saved { at: self.saved_at }
        }
    }

    /// Takes in what the background job says and starts publishing when it is time. Never waits.
    pub fn tick(&mut self, now: Instant) -> Vec<KeptEvent> {
        self.pace.ticked = Some(now);
        let mut events = Vec::new();
        while let Some(news) = self.publisher.news() {
            events.push(self.take_in(news, now));
        }
        let step = self.document.last_step();
        if step != self.pace.noticed {
            self.pace.noticed = step;
            self.pace.last_edit = Some(now);
            self.pace.first_unsaved.get_or_insert(now);
        }
        if !self.has_unsaved() {
            self.pace.first_unsaved = None;
        } else if self.due().is_some_and(|due| due <= now)
            && !self.publishing
            && self.underneath.is_none()
        {
            self.start_publishing();
        }
        events
    }

    /// When publishing is to start.
    fn due(&self) -> Option<Instant> {
        let quiet = self.pace.last_edit? + QUIET;
        let due = self
            .pace
            .first_unsaved
            .map_or(quiet, |first| quiet.min(first + AT_LEAST));
        Some(
            self.pace
                .failed
                .map_or(due, |failed| due.max(failed + AGAIN)),
        )
    }

    /// How long `tick` may wait; `None` when only an edit or the waker gives it something to do.
    pub fn next_tick(&self) -> Option<Duration> {
        let news = if self.wakes { None } else { Some(LOOK) };
        if self.publishing {
            return if self.wakes {
                None
            } else {
                Some(Duration::from_millis(50))
            };
        }
        if !self.has_unsaved() || self.underneath.is_some() {
            return news;
        }
        if self.document.last_step() != self.pace.noticed {
            return Some(Duration::ZERO);
        }
        let (due, ticked) = (self.due()?, self.pace.ticked?);
        Some(due.saturating_duration_since(ticked))
    }

    /// Publishes without waiting for quiet (Ctrl+S); `tick` tells when it is done.
    pub fn publish_now(&mut self) {
        if self.read_only.is_none()
            && !self.publishing
            && (self.has_unsaved() || self.failed.is_some())
        {
            self.start_publishing();
        }
    }

    fn start_publishing(&mut self) {
        self.publishing = true;
        self.publisher.publish();
    }

    fn take_in(&mut self, news: News, now: Instant) -> KeptEvent {
        match news {
            News::Published {
                step,
                at,
                took,
                in_place,
            } => {
                self.publishing = false;
                self.published = step;
                self.saved_at = Some(at);
                self.failed = None;
                self.underneath = None;
                self.pace.failed = None;
                // What was edited meanwhile waits for its own quiet.
                self.pace.first_unsaved = self.has_unsaved().then_some(now);
                KeptEvent::Published {
                    step,
                    took,
                    in_place,
                }
            }
            News::Failed(error) => self.fail(error.into(), now),
            News::LockTaken(holder) => self.fail(KeepError::LockTaken(Box::new(holder)), now),
            News::Underneath(found) => {
                self.publishing = false;
                self.underneath = Some(found);
                let newer = self.read_only.is_some();
                if newer {
                    KeptEvent::NewerPublished
                } else {
                    KeptEvent::ChangedUnderneath
                }
            }
            News::AsBefore => {
                self.underneath = None;
                KeptEvent::AsBefore
            }
        }
    }

    fn fail(&mut self, error: KeepError, now: Instant) -> KeptEvent {
        let error = Arc::new(error);
        self.publishing = false;
        self.failed = Some(Arc::clone(&error));
        self.pace.failed = Some(now);
        KeptEvent::Failed(error)
    }

    /// Publishes and waits until the file holds every edit.
    ///
    /// # Errors
    /// When it cannot be published.
    pub fn publish_and_wait(&mut self) -> Result<(), KeepError> {
        while self.publishing || self.has_unsaved() {
            if !self.publishing {
                self.start_publishing();
            }
            let ended = || StorageError::io(&self.target)(std::io::ErrorKind::BrokenPipe.into());
            let news = self.publisher.wait().ok_or_else(ended)?;
            match self.take_in(news, Instant::now()) {
                KeptEvent::ChangedUnderneath => return Err(KeepError::ChangedUnderneath),
                KeptEvent::Failed(error) => {
                    return Err(KeepError::NotPublished(error));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Publishes what is not published, gives the lock back and removes the working copy.
    ///
    /// # Errors
    /// When it cannot be published; then it is still open. Dropping it leaves the working copy for recovery.
    pub fn close(mut self) -> Result<(), Unclosed> {
        if let Err(error) = self.publish_and_wait() {
            return Err(Unclosed {
                kept: Box::new(self),
                error: Box::new(error),
            });
        }
        self.lock = self.publisher.stop();
        self.folder.remove = true;
        Ok(())
    }

    /// Closes without what could not be published: the edits since the file was last published are taken back, and the
    /// file is as it was. False where that cannot be said: then they wait in the working copy for the next opening.
    pub fn withdraw(mut self) -> bool {
        self.lock = self.publisher.stop();
        let note = Note::read(&self.folder.path);
        let as_it_was = note.is_some_and(|note| {
            !note.overwriting
                && self.target.exists()
                && matches!(changed(&self.target, note.seen.as_ref()), Ok(None))
        });
        self.folder.remove = as_it_was;
        as_it_was
    }

    /// Another place that may be written.
    fn other_place(&self, path: &Path, force: bool) -> Result<PathBuf, KeepError> {
        let target = crate::storage::resolve(path)?;
        if target == self.target || (target.exists() && !force) {
            return Err(KeepError::Exists {
                path: path.to_owned(),
            });
        }
        Ok(target)
    }

    /// Writes a file of ours to another place. Who has that open keeps it; what is there is kept.
    fn write_elsewhere(
        &self,
        file: &Path,
        path: &Path,
        target: &Path,
        doubted: bool,
    ) -> Result<(), KeepError> {
        let claim = open::claim(path, target, &self.data, &self.running, &self.who)?;
        let _: Published = write_copy(file, target, claim.seen.is_some(), doubted)?;
        Ok(())
    }

    /// Writes the document as it is now to another place.
    ///
    /// # Errors
    /// When something is there and `force` is not given, somebody has that open, or it cannot be written.
    pub fn save_copy(&self, path: &Path, force: bool) -> Result<(), KeepError> {
        let target = self.other_place(path, force)?;
        self.write_elsewhere(
            self.document.path(),
            path,
            &target,
            self.document.is_doubted(),
        )
    }

    /// Writes the document with one step more to another place, whole or not at all.
    ///
    /// # Errors
    /// As `save_copy`, and when the edit is refused.
    pub fn save_with(
        &self,
        path: &Path,
        edit: &Edit,
        stamp: &Stamp,
        force: bool,
    ) -> Result<(), KeepError> {
        let target = self.other_place(path, force)?;
        if self.document.is_doubted() {
            return Err(StorageError::Damaged {
                detail: self.path.display().to_string(),
            }
            .into());
        }
        let (_running, folder) = open::aside_folder(&self.data)?;
        let file = folder.path.join(&folder.file);
        let _: Published = write_copy(self.document.path(), &file, false, false)?;
        let mut document = Document::open(&file)?;
        document.apply(edit, stamp)?;
        self.write_elsewhere(document.path(), path, &target, false)
    }

    /// Writes what the document holds now to another place, as a document of its own that begins there: what was typed
    /// over or deleted is in none of its bytes, and it cannot be merged with this one. `id` is the new document's.
    ///
    /// # Errors
    /// When something is there and `force` is not given, the records are doubted, or it cannot be written.
    pub fn save_without_history(
        &self,
        path: &Path,
        id: DocumentId,
        stamp: &Stamp,
        force: bool,
    ) -> Result<(), KeepError> {
        let target = self.other_place(path, force)?;
        // Sealed anew, doubted records would pass for sound.
        if self.document.is_doubted() {
            return Err(StorageError::Damaged {
                detail: self.path.display().to_string(),
            }
            .into());
        }
        let (_running, folder) = open::aside_folder(&self.data)?;
        let first = Edit::Begin {
            id,
            contents: self.document.snapshot(),
        };
        let begun = Document::create(&folder.path.join(&folder.file), &first, stamp)?;
        self.write_elsewhere(begun.path(), path, &target, false)
    }

    fn shelf(&self) -> Shelf {
        shelf_of(&self.data, &self.document, &self.target)
    }

    /// Kept states of this document and its copies, newest first.
    pub fn backups(&self) -> Vec<BackupInfo> {
        let mut list = self.shelf().list();
        // What had been at this place before the document was made, or could not be read.
        let unnamed = Shelf::of(&self.data, ordito_model::DocumentId::fixed(0), &self.target);
        list.extend(unnamed.list().into_iter().filter(|kept| kept.here));
        list.sort_by_key(|kept| std::cmp::Reverse(kept.at));
        list
    }

    /// Takes over a kept state, as one edit that can be undone.
    ///
    /// # Errors
    /// When it cannot be read or belongs to another document.
    pub fn restore(
        &mut self,
        backup: &BackupInfo,
        name: &str,
        stamp: &Stamp,
    ) -> Result<(), KeepError> {
        let aside = Aside::open(&backup.path, &self.data)?;
        // What is taken over becomes ours and would never be doubted again.
        if !aside.document().doubts().is_empty() {
            return Err(StorageError::Damaged {
                detail: backup.path.display().to_string(),
            }
            .into());
        }
        let edit = Edit::Restore {
            name: name.to_owned(),
            contents: aside.document().snapshot(),
        };
        self.document.apply(&edit, stamp)?;
        Ok(())
    }
}

fn shelf_of(data: &DataFolder, document: &Document, target: &Path) -> Shelf {
    let id = document
        .contents()
        .info()
        .map_or(ordito_model::DocumentId::fixed(0), |info| info.id);
    Shelf::of(data, id, target)
}

/// Puts a file among the backups under a name of its own.
fn set_aside(shelf: &Shelf, file: &Path, reason: Reason) -> Result<PathBuf, StorageError> {
    shelf.keep(file, None, reason)
}
