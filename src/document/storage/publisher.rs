//! The background job of an open document: publishes when told, looks whether somebody changed the file, keeps the
//! lock alive. One thread, so that a slow share never holds up a frame.

use super::StorageError;
use super::backup::{Reason, Shelf};
use super::lock::{BEAT, Beat, DocumentLock, Holder};
use super::place::{Fingerprint, now, size_and_time};
use super::publish::{NotPublished, Published, Ready, Way, changed, keep_before, last_step_of};
use ordito_ground::disk::{self, sync_folder_of};
use ordito_model::{StepNumber, Timestamp};
use serde::{Deserialize, Serialize};
use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How often the document's place is looked at.
const LOOK: Duration = Duration::from_secs(2);

/// What is known of a working copy, kept beside it for the day after a crash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The document's place, for people; the folder's name is the key.
    pub document: String,
    /// Name of the working copy in its folder.
    pub file: String,
    pub instance: String,
    /// What was at the document's place when we last read or wrote it.
    pub seen: Option<Fingerprint>,
    /// What we were about to put there.
    pub about_to: Option<Fingerprint>,
    /// Whether the document's place was being written over when this was noted.
    pub overwriting: bool,
    /// The last step that the published file holds.
    pub published: StepNumber,
}
impl Note {
    pub const NAME: &'static str = "note.json";
    pub fn read(folder: &Path) -> Option<Self> {
        serde_json::from_slice(&std::fs::read(folder.join(Self::NAME)).ok()?).ok()
    }
    pub fn remove(folder: &Path) {
        let path = folder.join(Self::NAME);
        if std::fs::remove_file(&path).is_ok() {
            sync_folder_of(&path);
        }
    }
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, folder: &Path) -> Result<(), StorageError> {
        let path = folder.join(Self::NAME);
        let bytes = serde_json::to_vec_pretty(self)
            .map_err(|error| StorageError::io(&path)(error.into()))?;
        disk::write(&path, &bytes).map_err(StorageError::io(&path))
    }
}

/// What the background job found or did.
#[derive(Debug)]
pub enum News {
    Published {
        step: StepNumber,
        at: Timestamp,
        took: Duration,
        in_place: bool,
    },
    Failed(StorageError),
    /// Somebody else changed the file.
    Underneath(Fingerprint),
    /// The file is again what we last saw.
    AsBefore,
    LockTaken(Holder),
}

enum Order {
    Publish,
    /// From now on this is what is expected at the document's place.
    Expect {
        seen: Option<Fingerprint>,
        published: StepNumber,
        file: Option<String>,
    },
    Way(Way),
    /// Publish if there is anything to publish, and say when that is over.
    BeforeTheEnd(Sender<()>),
    Stop,
}

/// Lets a process that is being ended from outside have its edits published first. It needs nothing but the job: the
/// document itself may be in the hands of a thread that will never come back.
#[derive(Debug, Clone)]
pub struct LastWish {
    orders: Sender<Order>,
}
impl LastWish {
    /// Waits until publishing what was not published has been tried, or the time is over. Nothing is published any
    /// more after that.
    pub fn publish(&self, within: Duration) -> bool {
        let (over, wait) = channel();
        self.orders.send(Order::BeforeTheEnd(over)).is_ok() && wait.recv_timeout(within).is_ok()
    }
}

/// What the background job works on.
#[derive(Debug)]
pub struct Task {
    pub target: PathBuf,
    /// Folder of the working copy and its note.
    pub folder: PathBuf,
    pub note: Note,
    /// `None` for reading only: then nothing is ever written.
    pub lock: Option<DocumentLock>,
    pub shelf: Option<Shelf>,
}

impl Task {
    /// A publication that failed after the file was replaced, or while it was written over, left something of ours at
    /// the document's place: that is no change by somebody else.
    ///
    /// # Errors
    /// When it cannot be read, or what is half written cannot be kept.
    fn settle(&mut self) -> Result<(), StorageError> {
        if self.lock.is_none() || (self.note.about_to.is_none() && !self.note.overwriting) {
            return Ok(());
        }
        let found = match Fingerprint::of(&self.target) {
            Ok(found) => found,
            Err(StorageError::Io { error, .. }) if error.kind() == std::io::ErrorKind::NotFound => {
                return Ok(());
            }
            Err(error) => return Err(error),
        };
        let is = |other: &Option<Fingerprint>| {
            other.as_ref().is_some_and(|other| other.same_bytes(&found))
        };
        if is(&self.note.about_to) {
            self.note.seen = Some(found);
        } else if self.note.overwriting && !is(&self.note.seen) {
            if let Some(shelf) = &self.shelf {
                keep_before(shelf, &self.target, Reason::Replaced)?;
            }
            self.note.seen = Some(found);
        }
        Ok(())
    }
}

/// Called when there is news, so that a window that sleeps wakes up.
pub type Waker = Box<dyn Fn() + Send>;

/// The job's handle.
pub struct Publisher {
    orders: Sender<Order>,
    news: Receiver<News>,
    wakers: Sender<Waker>,
    thread: Option<JoinHandle<Option<DocumentLock>>>,
    /// Whether it was said that the job has ended by itself.
    end_told: Cell<bool>,
    target: PathBuf,
}
impl std::fmt::Debug for Publisher {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Publisher").finish_non_exhaustive()
    }
}

impl Publisher {
    pub fn start(task: Task) -> Self {
        let (orders, inbox) = channel();
        let (outbox, news) = channel();
        let (wakers, new_wakers) = channel();
        let target = task.target.clone();
        let job = Job {
            task,
            outbox,
            new_wakers,
            waker: None,
            looked: None,
            told: None,
            way: Way::Rename,
            lost: false,
        };
        let thread = std::thread::spawn(move || job.run(&inbox));
        Self {
            orders,
            news,
            wakers,
            thread: Some(thread),
            end_told: Cell::new(false),
            target,
        }
    }
    pub fn publish(&self) {
        self.end_told.set(false);
        let _ = self.orders.send(Order::Publish);
    }
    pub fn expect(&self, seen: Option<Fingerprint>, published: StepNumber, file: Option<String>) {
        let _ = self.orders.send(Order::Expect {
            seen,
            published,
            file,
        });
    }
    pub fn last_wish(&self) -> LastWish {
        LastWish {
            orders: self.orders.clone(),
        }
    }
    pub fn set_way(&self, way: Way) {
        let _ = self.orders.send(Order::Way(way));
    }
    pub fn set_waker(&self, waker: Waker) {
        let _ = self.wakers.send(waker);
    }
    /// News that has come, without waiting.
    pub fn news(&self) -> Option<News> {
        match self.news.try_recv() {
            Ok(news) => Some(news),
            Err(TryRecvError::Empty) => None,
            // It panicked: nothing will be published any more, and nobody is to wait for it.
            Err(TryRecvError::Disconnected) if self.end_told.replace(true) => None,
            Err(TryRecvError::Disconnected) => {
                let error =
                    std::io::Error::new(std::io::ErrorKind::BrokenPipe, "publishing has ended");
                Some(News::Failed(StorageError::Io {
                    path: self.target.clone(),
                    error,
                }))
            }
        }
    }
    /// The next news, however long it takes; `None` when the job has ended.
    pub fn wait(&self) -> Option<News> {
        self.news.recv().ok()
    }
    /// Ends the job; what it holds of the lock comes back.
    pub fn stop(&mut self) -> Option<DocumentLock> {
        let _ = self.orders.send(Order::Stop);
        self.thread
            .take()
            .and_then(|thread| thread.join().ok())
            .flatten()
    }
}
impl Drop for Publisher {
    fn drop(&mut self) {
        self.stop();
    }
}

struct Job {
    task: Task,
    outbox: Sender<News>,
    new_wakers: Receiver<Waker>,
    waker: Option<Waker>,
    /// Size and time at the last look that found nothing.
    looked: Option<(u64, u128)>,
    /// What was last reported as somebody else's.
    told: Option<Fingerprint>,
    way: Way,
    lost: bool,
}

impl Job {
    fn run(mut self, inbox: &Receiver<Order>) -> Option<DocumentLock> {
        let mut next_beat = Instant::now() + BEAT;
        loop {
            match inbox.recv_timeout(LOOK) {
                Ok(Order::Publish) => self.publish(),
                Ok(Order::Expect {
                    seen,
                    published,
                    file,
                }) => self.expect(seen, published, file),
                Ok(Order::Way(way)) => self.way = way,
                Ok(Order::BeforeTheEnd(over)) => {
                    if self.is_behind() {
                        self.publish();
                    }
                    if !self.is_behind() {
                        // Nobody is to find a lock of a program that has ended well.
                        self.task.lock = None;
                    }
                    let _ = over.send(());
                }
                Ok(Order::Stop) | Err(RecvTimeoutError::Disconnected) => {
                    return self.task.lock.take();
                }
                Err(RecvTimeoutError::Timeout) => self.look(),
            }
            if Instant::now() >= next_beat {
                next_beat = Instant::now() + BEAT;
                if let Some(Beat::Taken(holder)) = self.task.lock.as_mut().map(DocumentLock::beat) {
                    self.lose(holder);
                }
            }
        }
    }

    fn tell(&mut self, news: News) {
        while let Ok(waker) = self.new_wakers.try_recv() {
            self.waker = Some(waker);
        }
        let _ = self.outbox.send(news);
        if let Some(wake) = &self.waker {
            wake();
        }
    }

    fn lose(&mut self, holder: Holder) {
        if !std::mem::replace(&mut self.lost, true) {
            self.tell(News::LockTaken(holder));
        }
    }

    fn look(&mut self) {
        let Ok(now) = size_and_time(&self.task.target) else {
            return;
        };
        let known = self
            .task
            .note
            .seen
            .as_ref()
            .is_some_and(|seen| (seen.len, seen.modified) == now);
        if known && self.told.is_none() || self.looked == Some(now) {
            return;
        }
        if self.task.settle().is_err() {
            return;
        }
        match changed(&self.task.target, self.task.note.seen.as_ref()) {
            Ok(Some(found)) if self.told.as_ref() != Some(&found) => {
                self.told = Some(found.clone());
                self.tell(News::Underneath(found));
            }
            Ok(None) if self.told.take().is_some() => self.tell(News::AsBefore),
            _ => {}
        }
        self.looked = Some(now);
    }

    fn expect(&mut self, seen: Option<Fingerprint>, published: StepNumber, file: Option<String>) {
        let old = self.task.note.file.clone();
        self.task.note = Note {
            seen,
            published,
            about_to: None,
            overwriting: false,
            file: file.unwrap_or(old),
            ..self.task.note.clone()
        };
        self.told = None;
        self.looked = None;
        if self.task.lock.is_some()
            && let Err(error) = self.task.note.write(&self.task.folder)
        {
            self.tell(News::Failed(error));
        }
    }

    /// Whether the working copy has steps that the published file has not.
    fn is_behind(&self) -> bool {
        let working = self.task.folder.join(&self.task.note.file);
        // What cannot be read is tried: publishing verifies what it writes.
        !last_step_of(&working).is_ok_and(|step| step <= self.task.note.published)
    }

    fn publish(&mut self) {
        let started = Instant::now();
        // Whoever has the lock now may have read the file already: ours must not replace it.
        match self.task.lock.as_ref().map(DocumentLock::check) {
            Some(Beat::Taken(holder)) => {
                self.lost = false;
                return self.lose(holder);
            }
            Some(Beat::Ours | Beat::Unknown) => {}
            None => return,
        }
        match self.publish_file() {
            Ok(published) => {
                self.told = None;
                let Published { step, in_place, .. } = published;
                self.tell(News::Published {
                    step,
                    at: now(),
                    took: started.elapsed(),
                    in_place,
                });
            }
            Err(NotPublished::Underneath(found)) => {
                self.told = Some(found.clone());
                self.tell(News::Underneath(found));
            }
            Err(NotPublished::Failed(error)) => self.tell(News::Failed(error)),
        }
    }

    fn publish_file(&mut self) -> Result<Published, NotPublished> {
        self.task.settle()?;
        let Task {
            target,
            folder,
            note,
            shelf,
            ..
        } = &mut self.task;
        // Asked before the work where the folder says that something is different; `replace` asks in any case.
        let as_seen = note.seen.as_ref().map(|seen| (seen.len, seen.modified));
        if size_and_time(target).ok() != as_seen
            && let Some(found) = changed(target, note.seen.as_ref())?
        {
            return Err(NotPublished::Underneath(found));
        }
        let ready = Ready::prepare(&folder.join(&note.file), target, false)?;
        note.about_to = Some(ready.fingerprint().clone());
        note.write(folder)?;
        let seen = note.seen.clone();
        let published = ready.replace(target, seen.as_ref(), self.way, || {
            if let Some(shelf) = &shelf {
                keep_before(shelf, target, Reason::Replaced)?;
            }
            note.overwriting = true;
            note.write(folder)
        })?;
        note.seen = Some(published.fingerprint.clone());
        note.about_to = None;
        note.overwriting = false;
        note.published = published.step;
        note.write(folder)?;
        if let Some(shelf) = shelf {
            // A backup that cannot be kept does not make the published file less published.
            let _ = shelf.keep(target, Some(published.step), Reason::Published);
        }
        Ok(published)
    }
}
