//! Opening and creating: lock, recovery after a crash, older schemas, and what can only be read.

use super::{KeepError, Kept, OpenReport, Pace, ReadOnly, WorkingFolder, set_aside, shelf_of};
use crate::storage::{
    Asked, DataFolder, DocumentLock, Fingerprint, Note, Publisher, Reason, Running, SCHEMA_VERSION,
    Shelf, StorageError, Task, Who, copy_bytes, header, is_of, is_running, last_step_of, lock_path,
    make_private, remove_leftovers, resolve, sweep_signs,
};
use crate::{Document, Edit, Stamp};
use ordito_ground::disk::file_name;
use ordito_model::{DocumentId, StepNumber};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

const FIRST: &str = "document.ordito";
const VIEW: &str = "view-";

/// A document that is about to be kept.
struct Opened {
    document: Document,
    folder: WorkingFolder,
    seen: Option<Fingerprint>,
    published: StepNumber,
    underneath: Option<Fingerprint>,
}

/// Either a document for edits, or why it can only be read.
enum Found {
    Writable(Opened),
    OnlyReadable(ReadOnly),
}

impl Kept {
    /// Makes a new document with its first step and publishes it.
    ///
    /// # Errors
    /// When something is there and `force` is not given, somebody has it open, or it cannot be written.
    pub fn create(
        path: &Path,
        first: &Edit,
        stamp: &Stamp,
        data: &DataFolder,
        who: &Who,
        force: bool,
    ) -> Result<Self, KeepError> {
        let target = resolve(path)?;
        if target.exists() && !force {
            return Err(KeepError::Exists {
                path: path.to_owned(),
            });
        }
        let running = Running::start(data)?;
        sweep(data, &target);
        let Claim { lock, seen } = claim(path, &target, data, &running, who)?;
        let folder = data.working_of(&target);
        make_private(&folder)?;
        let mut folder = WorkingFolder {
            path: folder,
            file: FIRST.to_owned(),
            remove: true,
        };
        let document = Document::create(&folder.path.join(FIRST), first, stamp)?;
        folder.remove = false;
        let opened = Opened {
            document,
            folder,
            seen,
            published: StepNumber::default(),
            underneath: None,
        };
        let mut kept = Self::start(opened, path, target, data, who, running, Some(lock))?;
        if let Err(error) = kept.publish_and_wait() {
            // A document that was never made is not one to recover.
            kept.folder.remove = true;
            return Err(error);
        }
        Ok(kept)
    }

    /// Opens a document for edits, or for reading only where the report says why.
    ///
    /// # Errors
    /// When it cannot even be read: see [`StorageError`].
    pub fn open(
        path: &Path,
        data: &DataFolder,
        who: &Who,
    ) -> Result<(Self, OpenReport), KeepError> {
        let target = resolve(path)?;
        if !target.exists() && Note::read(&data.working_of(&target)).is_none() {
            return Err(StorageError::io(path)(ErrorKind::NotFound.into()).into());
        }
        if target.exists() {
            // Before anything is written beside it.
            ordito_ground::disk::open(&target).map_err(StorageError::io(path))?;
        }
        let running = Running::start(data)?;
        sweep(data, &target);
        let mut report = OpenReport::default();
        let reason = match read_only_place(&target) {
            Some(reason) => reason,
            None => match DocumentLock::ask(&target, &running, who)? {
                Asked::Held(holder) => ReadOnly::HeldBy(holder),
                Asked::NotWritable(error) => match error.kind() {
                    ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ReadOnly::FolderFull,
                    _ => ReadOnly::FolderNotWritable,
                },
                asked @ (Asked::Given(_) | Asked::TakenOver(..)) => {
                    let lock = match asked {
                        Asked::TakenOver(lock, holder) => {
                            report.took_over = Some(holder);
                            lock
                        }
                        Asked::Given(lock) => lock,
                        _ => return Err(KeepError::Held(None)),
                    };
                    remove_leftovers(&target);
                    match find(&target, data, &mut report)? {
                        Found::Writable(opened) => {
                            let kept =
                                Self::start(opened, path, target, data, who, running, Some(lock))?;
                            return Ok((kept, report));
                        }
                        Found::OnlyReadable(reason) => reason,
                    }
                }
            },
        };
        report.read_only = Some(reason.clone());
        let kept = Self::view(path, target, data, who, running, reason)?;
        Ok((kept, report))
    }

    /// Opens a document for reading only, without a lock.
    ///
    /// # Errors
    /// As `open`.
    pub fn open_read_only(path: &Path, data: &DataFolder) -> Result<Self, KeepError> {
        let target = resolve(path)?;
        sweep(data, &target);
        Self::view(
            path,
            target,
            data,
            &Who::called(""),
            Running::start(data)?,
            ReadOnly::Asked,
        )
    }

    fn view(
        path: &Path,
        target: PathBuf,
        data: &DataFolder,
        who: &Who,
        running: Running,
        reason: ReadOnly,
    ) -> Result<Self, KeepError> {
        header(&target)?;
        // A copy of our own: an open file could not be replaced by its holder on Windows.
        let folder = data
            .root()
            .join("working")
            .join(format!("{VIEW}{}", running.instance()));
        make_private(&folder)?;
        let folder = WorkingFolder {
            path: folder,
            file: FIRST.to_owned(),
            remove: true,
        };
        let copy = folder.path.join(FIRST);
        let seen = copy_bytes(&target, &copy)?;
        let mut document =
            Document::open_published(&copy).map_err(|error| error.of_copy(&copy, &target))?;
        document.make_read_only();
        let published = document.last_step();
        let opened = Opened {
            document,
            folder,
            seen: Some(seen),
            published,
            underneath: None,
        };
        let mut kept = Self::start(opened, path, target, data, who, running, None)?;
        kept.read_only = Some(reason);
        Ok(kept)
    }

    fn start(
        opened: Opened,
        path: &Path,
        target: PathBuf,
        data: &DataFolder,
        who: &Who,
        running: Running,
        lock: Option<DocumentLock>,
    ) -> Result<Self, KeepError> {
        let Opened {
            document,
            folder,
            seen,
            published,
            underneath,
        } = opened;
        let note = Note {
            document: target.to_string_lossy().into_owned(),
            file: folder.file.clone(),
            instance: running.instance().to_owned(),
            seen,
            about_to: None,
            overwriting: false,
            published,
        };
        let shelf = lock.as_ref().map(|_| shelf_of(data, &document, &target));
        if lock.is_some() {
            note.write(&folder.path)?;
        }
        let task = Task {
            target: target.clone(),
            folder: folder.path.clone(),
            note,
            lock,
            shelf,
        };
        let pace = Pace {
            noticed: published,
            ..Pace::default()
        };
        Ok(Self {
            document,
            publisher: Publisher::start(task),
            folder,
            lock: None,
            running,
            data: data.clone(),
            who: who.clone(),
            path: path.to_owned(),
            target,
            read_only: None,
            published,
            saved_at: None,
            underneath,
            failed: None,
            publishing: false,
            pace,
            wakes: false,
        })
    }
}

/// A place that is ours to write.
pub(super) struct Claim {
    pub lock: DocumentLock,
    /// What is there.
    pub seen: Option<Fingerprint>,
}

/// Asks for the lock of a place where something is to be written anew. What is replaced is kept: the file, and a working
/// copy that a crash left.
pub(super) fn claim(
    path: &Path,
    target: &Path,
    data: &DataFolder,
    running: &Running,
    who: &Who,
) -> Result<Claim, KeepError> {
    let lock = match DocumentLock::ask(target, running, who)? {
        Asked::Given(lock) | Asked::TakenOver(lock, _) => lock,
        Asked::Held(holder) => return Err(KeepError::Held(holder.map(Box::new))),
        Asked::NotWritable(error) => return Err(StorageError::io(path)(error).into()),
    };
    let folder = data.working_of(target);
    if let Some(note) = Note::read(&folder)
        && is_running(data, &note.instance)
    {
        return Err(KeepError::Held(None));
    }
    let shelf = Shelf::of(data, DocumentId::fixed(0), target);
    let seen = if target.exists() {
        set_aside(&shelf, target, Reason::Replaced)?;
        Some(Fingerprint::of(target)?)
    } else {
        None
    };
    put_away(&folder, &shelf)?;
    Ok(Claim { lock, seen })
}

/// What keeps a place from being written, as far as can be seen without trying.
fn read_only_place(target: &Path) -> Option<ReadOnly> {
    let forbidden =
        |path: &Path| std::fs::metadata(path).is_ok_and(|data| data.permissions().readonly());
    if forbidden(target) {
        return Some(ReadOnly::FileWriteProtected);
    }
    // On Windows this mark of a folder means something else.
    if cfg!(unix) && target.parent().is_some_and(forbidden) {
        return Some(ReadOnly::FolderNotWritable);
    }
    let beside = |end: &str| {
        let mut name = target.file_name().unwrap_or_default().to_owned();
        name.push(end);
        std::fs::metadata(target.with_file_name(name)).is_ok_and(|data| data.len() > 0)
    };
    (beside("-wal") || beside("-journal")).then_some(ReadOnly::OpenInAnotherProgram)
}

/// The working copy a crash left, or a fresh one. The document's lock is ours.
fn find(target: &Path, data: &DataFolder, report: &mut OpenReport) -> Result<Found, KeepError> {
    let folder = data.working_of(target);
    let shelf = Shelf::of(data, DocumentId::fixed(0), target);
    let Some(note) = Note::read(&folder) else {
        // Edits are made only after the note is written, so nothing of worth is lost; kept all the same.
        put_away(&folder, &shelf)?;
        return fresh(target, data, report);
    };
    if is_running(data, &note.instance) {
        return Ok(Found::OnlyReadable(ReadOnly::HeldBy(None)));
    }
    let there = if target.exists() {
        Some(Fingerprint::of(target)?)
    } else {
        None
    };
    let file = folder.join(&note.file);
    if there.is_some() && !file.exists() {
        return fresh(target, data, report);
    }
    let document = match Document::open(&file) {
        Ok(document) if document.doubts().is_empty() => document,
        outcome => {
            drop(outcome);
            if there.is_none() {
                return Err(StorageError::Damaged {
                    detail: file.display().to_string(),
                }
                .into());
            }
            report.set_aside = Some(set_aside(&shelf, &file, Reason::Unreadable)?);
            put_away(&folder, &shelf)?;
            return fresh(target, data, report);
        }
    };
    let is = |other: &Option<Fingerprint>| match (&there, other) {
        (Some(there), Some(other)) => there.same_bytes(other),
        _ => false,
    };
    let published = if is(&note.seen) {
        note.published
    } else if is(&note.about_to) {
        // It died between the rename and the note.
        last_step_of(target)?
    } else if there.is_none() {
        StepNumber::default()
    } else if note.overwriting {
        // It died while writing over the file in place: what is there is neither old nor new.
        set_aside(&shelf, target, Reason::Replaced)?;
        StepNumber::default()
    } else if document.last_step() <= note.published {
        drop(document);
        remove(&folder)?;
        return fresh(target, data, report);
    } else {
        note.published
    };
    let unsaved = document.last_step().0 - published.0;
    report.changed_underneath =
        !is(&note.seen) && !is(&note.about_to) && there.is_some() && !note.overwriting;
    let not_published = document.last_step().0 - note.published.0.max(published.0);
    report.recovered = usize::try_from(not_published)
        .ok()
        .filter(|steps| *steps > 0 && unsaved > 0);
    let underneath = if report.changed_underneath {
        there.clone()
    } else {
        None
    };
    let seen = if report.changed_underneath {
        note.seen.clone()
    } else {
        there
    };
    let folder = WorkingFolder {
        path: folder,
        file: note.file,
        remove: false,
    };
    Ok(Found::Writable(Opened {
        document,
        folder,
        seen,
        published,
        underneath,
    }))
}

/// A new working copy of what is published.
fn fresh(target: &Path, data: &DataFolder, report: &mut OpenReport) -> Result<Found, KeepError> {
    let version = header(target)?;
    let path = data.working_of(target);
    remove(&path)?;
    make_private(&path)?;
    let mut folder = WorkingFolder {
        path,
        file: FIRST.to_owned(),
        remove: true,
    };
    let copy = folder.path.join(FIRST);
    let seen = copy_bytes(target, &copy)?;
    let document = Document::open_published(&copy).map_err(|error| error.of_copy(&copy, target))?;
    if !document.doubts().is_empty() {
        return Ok(Found::OnlyReadable(ReadOnly::Doubts(
            document.doubts().to_vec(),
        )));
    }
    if version < SCHEMA_VERSION {
        set_aside(
            &shelf_of(data, &document, target),
            target,
            Reason::BeforeMigration,
        )?;
        report.migrated_from = Some(version);
    }
    folder.remove = false;
    let published = document.last_step();
    Ok(Found::Writable(Opened {
        document,
        folder,
        seen: Some(seen),
        published,
        underneath: None,
    }))
}

fn remove(folder: &Path) -> Result<(), StorageError> {
    match super::remove_folder(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(StorageError::io(folder)(error)),
        _ => Ok(()),
    }
}

/// Moves whatever working copy is in a folder among the backups.
fn put_away(folder: &Path, shelf: &Shelf) -> Result<(), StorageError> {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().extension().is_some_and(|end| end == "ordito") {
            // With its write-ahead log read in, where that can be done.
            drop(Document::open(&entry.path()));
            set_aside(shelf, &entry.path(), Reason::Unreadable)?;
        }
    }
    remove(folder)
}

/// Removes what instances that died left: of documents they only read, beside documents they wrote, their locks and
/// their signs of life. The lock of the document that is being opened stays, for opening says whose it was.
fn sweep(data: &DataFolder, target: &Path) {
    sweep_signs(data);
    let own = lock_path(target);
    ordito_ground::disk::sweep(&data.running(), |path, owner| {
        path != own && is_of(path, owner)
    });
    for folder in data.working_folders() {
        let name = file_name(&folder);
        if let Some(instance) = name.strip_prefix(VIEW)
            && !is_running(
                data,
                instance
                    .split_once('-')
                    .map_or(instance, |(running, _)| running),
            )
        {
            let _ = remove(&folder);
        }
    }
}

/// A document whose edits a crash kept from being published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recoverable {
    pub path: PathBuf,
    pub steps: usize,
}

/// Documents that were open when the program died, with edits their files do not hold: opening them recovers these.
pub fn recoverable(data: &DataFolder) -> Vec<Recoverable> {
    let folders = data.working_folders().into_iter();
    folders
        .filter_map(|folder| {
            let note = Note::read(&folder).filter(|note| !is_running(data, &note.instance))?;
            let steps = last_step_of(&folder.join(&note.file)).ok()?.0 - note.published.0;
            let steps = usize::try_from(steps).ok().filter(|steps| *steps > 0)?;
            Some(Recoverable {
                path: PathBuf::from(note.document),
                steps,
            })
        })
        .collect()
}

/// Steps of a document that are not in its file and that nobody has open: the next opening for edits brings them.
pub fn waiting(path: &Path, data: &DataFolder) -> usize {
    let steps = resolve(path).ok().and_then(|target| {
        let folder = data.working_of(&target);
        let note = Note::read(&folder).filter(|note| !is_running(data, &note.instance))?;
        Some(last_step_of(&folder.join(&note.file)).ok()?.0 - note.published.0)
    });
    steps
        .and_then(|steps| usize::try_from(steps).ok())
        .unwrap_or(0)
}

/// A private folder that goes with what is returned, or at the next start.
pub(super) fn aside_folder(data: &DataFolder) -> Result<(Running, WorkingFolder), StorageError> {
    let running = Running::start(data)?;
    let path = data
        .root()
        .join("working")
        .join(format!("{VIEW}{}", running.instance()));
    make_private(&path)?;
    Ok((
        running,
        WorkingFolder {
            path,
            file: FIRST.to_owned(),
            remove: true,
        },
    ))
}

/// Another file read through a copy of its own, which goes when this does: to compare, restore or merge.
#[derive(Debug)]
pub struct Aside {
    document: Document,
    fingerprint: Fingerprint,
    _folder: WorkingFolder,
    _running: Running,
}
impl Aside {
    /// # Errors
    /// When the file is not a sound document: see [`StorageError`].
    pub fn open(path: &Path, data: &DataFolder) -> Result<Self, StorageError> {
        let (running, folder) = aside_folder(data)?;
        let copy = folder.path.join(FIRST);
        header(path)?;
        let fingerprint = copy_bytes(path, &copy)?;
        let mut document =
            Document::open_published(&copy).map_err(|error| error.of_copy(&copy, path))?;
        document.make_read_only();
        Ok(Self {
            document,
            fingerprint,
            _folder: folder,
            _running: running,
        })
    }
    pub const fn document(&self) -> &Document {
        &self.document
    }
    /// What was read.
    pub const fn fingerprint(&self) -> &Fingerprint {
        &self.fingerprint
    }
}
