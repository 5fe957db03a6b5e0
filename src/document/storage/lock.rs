//! Who has a document open: a small file beside it, and proof that its writer still lives.
//!
//! The lock file names user, host and process, and is rewritten every half minute. On the same machine the proof is
//! exact: each instance holds `running/INSTANCE.lock` in its data folder locked by the system, which lets go when the
//! process ends, however it ends. From another machine the age of the lock file tells; it is measured against a file
//! written beside it at the same moment, so that clocks that disagree do not matter.

use super::StorageError;
use super::place::{DataFolder, new_instance, now};
use ordito_ground::disk::{self, Trace};
use ordito_model::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// How often the lock file is written again.
pub const BEAT: Duration = Duration::from_secs(30);
/// A lock of another machine that is older than this is left over.
pub const STALE: Duration = Duration::from_secs(90);

/// No lock that a program writes is longer.
const MOST_BYTES: u64 = 64 << 10;

/// The person at this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    pub user: String,
    pub host: String,
}
impl Who {
    /// By the name the person gave, which may be none: the account they are logged in with is nobody's to tell.
    pub fn called(user: &str) -> Self {
        Self {
            user: user.to_owned(),
            host: gethostname::gethostname().to_string_lossy().into_owned(),
        }
    }
    /// Whether a name is the computer's word for its user, or for itself, and not one that a person gave.
    pub fn is_account(name: &str) -> bool {
        let user = ["USER", "USERNAME", "LOGNAME"]
            .iter()
            .any(|key| std::env::var(key).is_ok_and(|user| user == name));
        user || gethostname::gethostname().to_string_lossy() == name
    }
}

/// Who has a document open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    pub user: String,
    pub host: String,
    pub process: u32,
    pub instance: String,
    /// The data folder the instance keeps its working copy in.
    pub data: String,
    pub since: Timestamp,
    pub beat: Timestamp,
}

/// This instance's sign of life.
#[derive(Debug)]
pub struct Running {
    instance: String,
    data: DataFolder,
    path: PathBuf,
    file: Option<File>,
}
impl Running {
    /// # Errors
    /// When the data folder cannot be written.
    pub fn start(data: &DataFolder) -> Result<Self, StorageError> {
        let instance = new_instance();
        let path = data.running().join(format!("{instance}.lock"));
        let file = File::create(&path).map_err(StorageError::io(&path))?;
        file.lock().map_err(StorageError::io(&path))?;
        Ok(Self {
            instance,
            data: data.clone(),
            path,
            file: Some(file),
        })
    }
    pub fn instance(&self) -> &str {
        &self.instance
    }
}
impl Drop for Running {
    fn drop(&mut self) {
        // Windows removes only files that nobody has open.
        self.file = None;
        let _ = fs::remove_file(&self.path);
    }
}

/// Whether an instance of this data folder lives.
pub fn is_running(data: &DataFolder, instance: &str) -> bool {
    if instance.is_empty() || !instance.chars().all(|c| c.is_ascii_alphanumeric()) {
        return false;
    }
    let path = data.running().join(format!("{instance}.lock"));
    match File::open(&path) {
        Ok(file) => match file.try_lock() {
            Ok(()) => {
                drop(file);
                let _ = fs::remove_file(&path);
                false
            }
            Err(TryLockError::WouldBlock) => true,
            // Where the system cannot say, nobody is thrown out.
            Err(TryLockError::Error(_)) => true,
        },
        Err(error) => error.kind() != ErrorKind::NotFound,
    }
}

/// Removes the signs of life of instances that died before today; younger ones may be about to be locked.
pub fn sweep_signs(data: &DataFolder) {
    let day = Duration::from_hours(24);
    for entry in fs::read_dir(data.running()).into_iter().flatten().flatten() {
        let path = entry.path();
        let modified = entry
            .metadata()
            .and_then(|metadata| metadata.modified())
            .ok();
        if modified
            .and_then(|time| time.elapsed().ok())
            .is_some_and(|age| age > day)
            && disk::ending(&path) == "lock"
        {
            let _ = is_running(data, &disk::stem(&path));
        }
    }
}

/// The lock file beside an open document.
#[derive(Debug)]
pub struct DocumentLock {
    target: PathBuf,
    path: PathBuf,
    holder: Holder,
    trace: Trace,
    /// It was given: what stays of it is ours to take away later.
    given: bool,
}

/// What came of asking for the lock.
#[derive(Debug)]
pub enum Asked {
    Given(DocumentLock),
    /// A lock was left over, by somebody or in an unreadable state.
    TakenOver(DocumentLock, Option<Holder>),
    Held(Option<Holder>),
    /// No file can be made beside the document.
    NotWritable(std::io::Error),
}

/// Whether a lock is still ours.
#[derive(Debug)]
pub enum Beat {
    Ours,
    Taken(Holder),
    /// Nothing can be said now: the folder is out of reach.
    Unknown,
}

/// Locks that this process gave up and could not take away, by instance and path: while it lives they look held.
static LEFT: Mutex<BTreeMap<(String, PathBuf), Trace>> = Mutex::new(BTreeMap::new());

fn left<T>(of: impl FnOnce(&mut BTreeMap<(String, PathBuf), Trace>) -> T) -> T {
    of(&mut LEFT.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Tries again to take away what was left.
fn clear_left() {
    left(|left| {
        left.retain(|(instance, path), trace| {
            let is_gone = is_removed(path, instance);
            if is_gone {
                trace.forget();
            }
            !is_gone
        });
    });
}

/// Takes a lock file away if it is still of this instance; whether none of this instance is there any more.
fn is_removed(path: &Path, instance: &str) -> bool {
    match read(path) {
        Found::By(holder) => holder.instance != instance || fs::remove_file(path).is_ok(),
        Found::Unreadable => false,
        Found::Gone => true,
    }
}

/// Name of the lock file of a document.
pub fn lock_path(target: &Path) -> PathBuf {
    let name = disk::short_name(target, ".~lock.#".len());
    target.with_file_name(format!(".~lock.{name}#"))
}

/// Whether the lock file at `path` is that of an instance.
pub fn is_of(path: &Path, instance: &str) -> bool {
    matches!(read(path), Found::By(holder) if holder.instance == instance)
}

impl DocumentLock {
    /// Asks for the lock of the document at `target`.
    ///
    /// # Errors
    /// When the data folder cannot be used.
    pub fn ask(target: &Path, running: &Running, who: &Who) -> Result<Asked, StorageError> {
        // One at a time among the instances of this data folder, so that two do not take over the same lock.
        let turn = running.data.running().join("turn");
        let turn_file = File::create(&turn).map_err(StorageError::io(&turn))?;
        turn_file.lock().map_err(StorageError::io(&turn))?;
        clear_left();
        let at = now();
        let holder = Holder {
            user: who.user.clone(),
            host: who.host.clone(),
            process: std::process::id(),
            instance: running.instance.clone(),
            data: running.data.id().to_owned(),
            since: at,
            beat: at,
        };
        let path = lock_path(target);
        let trace = disk::note(&path, &holder.instance);
        let mut lock = Self {
            target: target.to_owned(),
            path,
            holder,
            trace,
            given: false,
        };
        for _ in 0..3 {
            // Written aside first: the lock file appears with all that is in it, or not at all.
            let candidate = super::publish::temporary_beside(target);
            let _tidy = Removed(&candidate, disk::note(&candidate, ""));
            if let Err(error) = lock.write_synced(&candidate) {
                return Ok(Asked::NotWritable(error));
            }
            match appear(&candidate, &lock.path) {
                Ok(()) => {
                    lock.take();
                    return Ok(Asked::Given(lock));
                }
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                Err(error) => return Ok(Asked::NotWritable(error)),
            }
            let found = match read(&lock.path) {
                Found::Gone => continue,
                Found::Unreadable => None,
                Found::By(holder) => Some(holder),
            };
            // The candidate's own time, given by the same machine as the lock's, is "now".
            let given_up = |holder: &Holder| {
                left(|left| left.contains_key(&(holder.instance.clone(), lock.path.clone())))
            };
            let stale = match &found {
                Some(holder) if given_up(holder) => true,
                Some(holder) if holder.data == running.data.id() => {
                    !is_running(&running.data, &holder.instance)
                }
                _ => is_stale(&candidate, &lock.path),
            };
            if !stale {
                return Ok(Asked::Held(found));
            }
            if let Err(error) = fs::rename(&candidate, &lock.path) {
                return Ok(Asked::NotWritable(error));
            }
            // Another machine may have done the same at the same moment: the last one has it.
            if found
                .as_ref()
                .is_none_or(|holder| holder.data != running.data.id())
            {
                std::thread::sleep(Duration::from_millis(100));
            }
            return Ok(match read(&lock.path) {
                Found::By(holder) if holder.instance == lock.holder.instance => {
                    lock.take();
                    Asked::TakenOver(lock, found)
                }
                Found::By(other) => Asked::Held(Some(other)),
                _ => Asked::Held(None),
            });
        }
        Ok(Asked::Held(None))
    }

    fn take(&mut self) {
        self.given = true;
        let trace = left(|left| left.remove(&(self.holder.instance.clone(), self.path.clone())));
        if let Some(mut trace) = trace {
            trace.forget();
        }
    }

    fn bytes(&self) -> std::io::Result<Vec<u8>> {
        Ok(serde_json::to_vec_pretty(&self.holder)?)
    }

    /// Whether the lock is ours, without touching it. A lock that somebody removed is put back.
    pub fn check(&self) -> Beat {
        match read(&self.path) {
            Found::By(holder) if holder.instance == self.holder.instance => Beat::Ours,
            Found::By(other) => Beat::Taken(other),
            Found::Unreadable => Beat::Unknown,
            Found::Gone => match self.write(appear) {
                Ok(()) => Beat::Ours,
                Err(_) => Beat::Unknown,
            },
        }
    }

    /// Says that we live.
    pub fn beat(&mut self) -> Beat {
        let state = self.check();
        if matches!(state, Beat::Ours) {
            self.holder.beat = now();
            if self.write(|from, to| fs::rename(from, to)).is_err() {
                return Beat::Unknown;
            }
        }
        state
    }

    fn write(
        &self,
        place: impl FnOnce(&Path, &Path) -> std::io::Result<()>,
    ) -> std::io::Result<()> {
        let candidate = super::publish::temporary_beside(&self.target);
        let _tidy = Removed(&candidate, disk::note(&candidate, ""));
        self.write_synced(&candidate)?;
        place(&candidate, &self.path)
    }

    /// A lock whose contents a power cut took would hold for ninety seconds after it.
    fn write_synced(&self, candidate: &Path) -> std::io::Result<()> {
        let mut file = disk::create_private(candidate)?;
        file.write_all(&self.bytes()?)?;
        // Whoever may open the document is to read who has it.
        disk::give_rights_of(
            if self.target.exists() {
                &self.target
            } else {
                candidate
            },
            &file,
        )?;
        file.sync_all()
    }
}
impl Drop for DocumentLock {
    /// Takes the lock file away, if it is still ours.
    fn drop(&mut self) {
        if !is_removed(&self.path, &self.holder.instance) && self.given {
            let trace = std::mem::replace(&mut self.trace, Trace::none());
            left(|left| left.insert((self.holder.instance.clone(), self.path.clone()), trace));
        }
        self.trace.forget();
    }
}

/// A file that does not stay, whatever comes.
struct Removed<'a>(&'a Path, Trace);
impl Drop for Removed<'_> {
    fn drop(&mut self) {
        let _ = fs::remove_file(self.0);
        self.1.forget();
    }
}

/// Gives a file a second name, if nothing has that name.
fn appear(from: &Path, to: &Path) -> std::io::Result<()> {
    match fs::hard_link(from, to) {
        Err(error) if !matches!(error.kind(), ErrorKind::AlreadyExists | ErrorKind::NotFound) => {
            // Sticks and some shares know no second names: then name and contents come one after the other.
            let bytes = fs::read(from)?;
            File::create_new(to)?.write_all(&bytes)
        }
        outcome => outcome,
    }
}

enum Found {
    Gone,
    Unreadable,
    By(Holder),
}

fn read(path: &Path) -> Found {
    // Somebody may be writing it at this moment.
    for _ in 0..5 {
        match disk::read(path, MOST_BYTES) {
            Ok(bytes) => {
                if let Ok(holder) = serde_json::from_slice(&bytes) {
                    return Found::By(holder);
                }
            }
            Err(error) if error.kind() == ErrorKind::NotFound => return Found::Gone,
            // No program writes a lock like that: it will not become readable.
            Err(error)
                if matches!(
                    error.kind(),
                    ErrorKind::InvalidInput | ErrorKind::FileTooLarge
                ) =>
            {
                break;
            }
            Err(_) => {}
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Found::Unreadable
}

/// Whether a lock is left over, by the side of a file of this moment. A lock of the future is too: its holder, if it
/// lived, would have written it again with the time of now.
fn is_stale(now: &Path, lock: &Path) -> bool {
    let modified = |path: &Path| fs::symlink_metadata(path).ok()?.modified().ok();
    let (Some(now), Some(lock)) = (modified(now), modified(lock)) else {
        return false;
    };
    now.duration_since(lock)
        .unwrap_or_else(|error| error.duration())
        > STALE
}
