//! From the working copy to the document's own place: a whole file, verified, in one rename.
//!
//! The file is made by `VACUUM INTO` through a connection of its own, so it is one moment of the working copy, without
//! a write-ahead log and without text that was deleted. Nothing is replaced that is not what we last saw there.

use super::guard::{defend, header, inspect_open};
use super::place::{Fingerprint, new_instance, size_and_time};
use super::{StorageError, backup};
use ordito_ground::disk::{self, Trace, sync_folder_of};
use ordito_model::StepNumber;
use rusqlite::{Connection, OpenFlags};
use std::fs::{self, File};
use std::io::{ErrorKind, Seek as _, Write as _};
use std::path::{Path, PathBuf};

/// How the new file takes the place of the old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Way {
    /// By rename; written over in place only where the rename is forbidden.
    #[default]
    Rename,
    /// As where a synchronising program forbids the rename: for tests.
    InPlace,
}

/// A published file.
#[derive(Debug, Clone)]
pub struct Published {
    pub step: StepNumber,
    pub fingerprint: Fingerprint,
    pub in_place: bool,
}

/// Why nothing was published.
#[derive(Debug)]
pub enum NotPublished {
    /// Somebody else changed the file; this is what is there now.
    Underneath(Fingerprint),
    Failed(StorageError),
}
impl From<StorageError> for NotPublished {
    fn from(error: StorageError) -> Self {
        Self::Failed(error)
    }
}

/// A file that is ready to take its place. Dropped, it removes itself.
#[derive(Debug)]
pub struct Ready {
    temporary: PathBuf,
    /// Of the file, and of what SQLite lays beside it while it fills it.
    traces: [Trace; 2],
    step: StepNumber,
    fingerprint: Fingerprint,
}
impl Drop for Ready {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.temporary);
        let _ = fs::remove_file(journal_of(&self.temporary));
        self.traces.iter_mut().for_each(Trace::forget);
    }
}

const TEMPORARY: &str = ".~publish.";
/// Length of what makes a temporary name unique, and of what SQLite adds to a name before it opens it.
const UNIQUE: usize = 32 + JOURNAL.len();
const JOURNAL: &str = "-journal";

/// A name beside `target` that `remove_leftovers` knows.
pub fn temporary_beside(target: &Path) -> PathBuf {
    target.with_file_name(format!("{}{}", temporaries_of(target), new_instance()))
}
fn journal_of(temporary: &Path) -> PathBuf {
    let mut name = temporary.as_os_str().to_owned();
    name.push(JOURNAL);
    PathBuf::from(name)
}
/// What the names of all temporary files of a document begin with.
fn temporaries_of(target: &Path) -> String {
    let name = disk::short_name(target, TEMPORARY.len() + 1 + UNIQUE);
    format!("{TEMPORARY}{name}.")
}

/// Removes what a publisher that died left beside `target`; only for who has the document's lock.
pub fn remove_leftovers(target: &Path) {
    let prefix = temporaries_of(target);
    let folder = target.parent().and_then(|folder| fs::read_dir(folder).ok());
    for entry in folder.into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(&prefix) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

impl Ready {
    /// Writes the whole working copy beside `target`, verifies it and sends it to the disk. What is doubted is not
    /// sealed: its copy would pass for sound.
    ///
    /// # Errors
    /// When it cannot be written, or what was written is not sound.
    pub fn prepare(working: &Path, target: &Path, doubted: bool) -> Result<Self, StorageError> {
        let temporary = temporary_beside(target);
        let mut ready = Self {
            traces: [
                disk::note(&temporary, ""),
                disk::note(&journal_of(&temporary), ""),
            ],
            temporary,
            step: StepNumber::default(),
            fingerprint: Fingerprint {
                len: 0,
                modified: 0,
                sha256: String::new(),
            },
        };
        // Made before SQLite fills it: new, for its owner alone, and refused here with the reason the system gives.
        let file = disk::create_private(&ready.temporary).map_err(StorageError::io(target))?;
        {
            // A connection that reads a write-ahead log must be able to write its index.
            let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            let connection = Connection::open_with_flags(working, flags)
                .map_err(|error| could_not_write(error, working))?;
            defend(&connection).map_err(|error| error.at(working))?;
            let into = ready.temporary.to_str().ok_or_else(|| {
                let name = std::io::Error::new(ErrorKind::InvalidFilename, "not Unicode");
                StorageError::io(target)(name)
            })?;
            connection
                .execute("VACUUM INTO ?", [into])
                .map_err(|error| could_not_write(error, target))?;
        }
        ready.step = verify(&ready.temporary).map_err(|error| error.at(target))?;
        if !doubted {
            super::seal::put(&ready.temporary).map_err(|error| error.at(target))?;
        }
        // Colleagues who could write the old file can write the new one, and nobody else.
        disk::give_rights_of(target, &file).map_err(StorageError::io(&ready.temporary))?;
        file.sync_all()
            .map_err(StorageError::io(&ready.temporary))?;
        drop(file);
        ready.fingerprint = Fingerprint::of(&ready.temporary)?;
        Ok(ready)
    }

    pub const fn fingerprint(&self) -> &Fingerprint {
        &self.fingerprint
    }

    /// Takes the place of `target` if that is still `seen` (`None`: nothing was there).
    ///
    /// # Errors
    /// When somebody changed the file, or it cannot be replaced either way; then it is as it was.
    pub fn replace(
        self,
        target: &Path,
        seen: Option<&Fingerprint>,
        way: Way,
        before_overwriting: impl FnOnce() -> Result<(), StorageError>,
    ) -> Result<Published, NotPublished> {
        if let Some(found) = changed(target, seen)? {
            return Err(NotPublished::Underneath(found));
        }
        let renamed = if way == Way::Rename {
            rename(&self.temporary, target)
        } else {
            false
        };
        if !renamed {
            before_overwriting()?;
            overwrite(&self.temporary, target)?;
        }
        sync_folder_of(target);
        let (len, modified) = size_and_time(target)?;
        let fingerprint = if renamed {
            Fingerprint {
                len,
                modified,
                sha256: self.fingerprint.sha256.clone(),
            }
        } else {
            Fingerprint::of(target)?
        };
        if !fingerprint.same_bytes(&self.fingerprint) {
            let detail = "the published file is not what was written".to_owned();
            return Err(StorageError::Damaged { detail }.into());
        }
        Ok(Published {
            step: self.step,
            fingerprint,
            in_place: !renamed,
        })
    }
}

/// What is at `target` when it is not what was `seen`. A file that is gone is no change: it is written again.
///
/// # Errors
/// When it cannot be read.
pub fn changed(
    target: &Path,
    seen: Option<&Fingerprint>,
) -> Result<Option<Fingerprint>, StorageError> {
    match Fingerprint::of(target) {
        Ok(found) if seen.is_some_and(|seen| seen.same_bytes(&found)) => Ok(None),
        Ok(found) => Ok(Some(found)),
        Err(StorageError::Io { error, .. }) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// What SQLite could not write, with the place and a kind that people can be told.
pub fn could_not_write(error: rusqlite::Error, target: &Path) -> StorageError {
    use rusqlite::ErrorCode::{CannotOpen, DiskFull, PermissionDenied, ReadOnly, SystemIoFailure};
    let kind = match error.sqlite_error_code() {
        Some(DiskFull) => ErrorKind::StorageFull,
        Some(ReadOnly | PermissionDenied) => ErrorKind::PermissionDenied,
        Some(CannotOpen) if !target.parent().is_some_and(Path::exists) => ErrorKind::NotFound,
        Some(CannotOpen) => ErrorKind::PermissionDenied,
        Some(SystemIoFailure) => ErrorKind::Other,
        _ if matches!(error, rusqlite::Error::SqliteFailure(..)) && !target.exists() => {
            ErrorKind::NotFound
        }
        _ => return StorageError::Sqlite(error),
    };
    StorageError::io(target)(std::io::Error::new(kind, error))
}

/// Looks at a file that was just written as a stranger would; returns its last step.
fn verify(path: &Path) -> Result<StepNumber, StorageError> {
    header(path)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    inspect_open(&connection)?;
    last_step(&connection)
}

/// Number of the last step of the document at `path`.
///
/// # Errors
/// When it cannot be read.
pub fn last_step_of(path: &Path) -> Result<StepNumber, StorageError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    defend(&connection)?;
    last_step(&connection)
}
fn last_step(connection: &Connection) -> Result<StepNumber, StorageError> {
    Ok(StepNumber(connection.query_row(
        "SELECT coalesce(max(number), 0) FROM step",
        [],
        |row| row.get(0),
    )?))
}

/// Whether the rename was made. A scanner or synchroniser may hold the file for a moment.
fn rename(from: &Path, to: &Path) -> bool {
    for pause_ms in [0, 30, 120] {
        std::thread::sleep(std::time::Duration::from_millis(pause_ms));
        if fs::rename(from, to).is_ok() {
            return true;
        }
    }
    false
}

fn overwrite(from: &Path, to: &Path) -> Result<(), StorageError> {
    let mut source = File::open(from).map_err(StorageError::io(from))?;
    // Not truncated first: a disk that fills up is then found before the old end is gone.
    let mut options = File::options();
    let mut target = options
        .write(true)
        .create(true)
        .truncate(false)
        .open(to)
        .map_err(StorageError::io(to))?;
    let copied = (|| {
        let n = std::io::copy(&mut source, &mut target)?;
        target.set_len(n)?;
        target.seek(std::io::SeekFrom::Start(0))?;
        target.flush()?;
        target.sync_all()
    })();
    copied.map_err(StorageError::io(to))
}

/// Writes a copy of the working copy to another place.
///
/// # Errors
/// When something is there and `force` is not given, or it cannot be written.
pub fn write_copy(
    working: &Path,
    target: &Path,
    force: bool,
    doubted: bool,
) -> Result<Published, StorageError> {
    if target.exists() && !force {
        return Err(StorageError::io(target)(ErrorKind::AlreadyExists.into()));
    }
    let ready = Ready::prepare(working, target, doubted)?;
    let seen = if target.exists() {
        Some(Fingerprint::of(target)?)
    } else {
        None
    };
    match ready.replace(target, seen.as_ref(), Way::Rename, || Ok(())) {
        Ok(published) => Ok(published),
        Err(NotPublished::Failed(error)) => Err(error),
        Err(NotPublished::Underneath(_)) => {
            Err(StorageError::io(target)(ErrorKind::AlreadyExists.into()))
        }
    }
}

/// Keeps what is at `target` before something takes its place; nothing there is nothing to keep.
///
/// # Errors
/// When it cannot be kept.
pub fn keep_before(
    shelf: &backup::Shelf,
    target: &Path,
    reason: backup::Reason,
) -> Result<(), StorageError> {
    if target.exists() {
        shelf.keep(target, None, reason).map(|_| ())
    } else {
        Ok(())
    }
}
