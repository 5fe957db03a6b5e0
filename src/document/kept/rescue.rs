//! A file that cannot be opened, or only read because it is doubted: its kept states, and putting one back.

use super::{Aside, KeepError, set_aside, shelf_of};
use crate::storage::{
    Asked, BackupInfo, DataFolder, DocumentLock, Reason, Running, Shelf, StorageError, Who,
    resolve, write_copy,
};
use std::path::Path;

/// States of ours kept of whatever was at this place, newest first; nothing of the file itself is read.
pub fn backups_at(path: &Path, data: &DataFolder) -> Vec<BackupInfo> {
    let mut list = resolve(path)
        .map(|target| Shelf::all_at(data, &target))
        .unwrap_or_default();
    list.retain(|kept| !matches!(kept.reason, Reason::Replaced | Reason::Unreadable));
    list
}

/// Puts a kept state at a document's place; what was there goes among the kept states.
///
/// # Errors
/// When the kept state is not sound, somebody has the document open, or it cannot be written.
pub fn put_back(
    path: &Path,
    backup: &BackupInfo,
    data: &DataFolder,
    who: &Who,
) -> Result<(), KeepError> {
    let target = resolve(path)?;
    let aside = Aside::open(&backup.path, data)?;
    if !aside.document().doubts().is_empty() {
        return Err(StorageError::Damaged {
            detail: backup.path.display().to_string(),
        }
        .into());
    }
    let running = Running::start(data)?;
    let _lock = match DocumentLock::ask(&target, &running, who)? {
        Asked::Given(lock) | Asked::TakenOver(lock, _) => lock,
        Asked::Held(holder) => return Err(KeepError::Held(holder.map(Box::new))),
        Asked::NotWritable(error) => return Err(StorageError::io(path)(error).into()),
    };
    if target.exists() {
        set_aside(
            &shelf_of(data, aside.document(), &target),
            &target,
            Reason::Replaced,
        )?;
    }
    write_copy(aside.document().path(), &target, true, false)?;
    Ok(())
}
