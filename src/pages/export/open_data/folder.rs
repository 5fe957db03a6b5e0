//! A folder written whole or not at all: filled under a temporary name beside its place, then renamed.

use super::{CATALOGUE, PACKAGE, READ_ME, TABLES};
use crate::export::ExportError;
use ordito_ground::disk::{self, NewFolder};
use std::fs;
use std::path::Path;

/// Fills a folder through `fill` and puts it into its place. An empty folder that is there is used. With `force` one of
/// our own is replaced, and no other: a folder may hold somebody's work.
pub fn write_folder(
    to: &Path,
    force: bool,
    fill: impl FnOnce(&Path) -> Result<(), ExportError>,
) -> Result<(), ExportError> {
    let there = to.symlink_metadata().is_ok();
    let is_empty = fs::read_dir(to).is_ok_and(|mut entries| entries.next().is_none());
    if there && !is_empty && !(force && is_ours(to)) {
        return Err(ExportError::Exists {
            path: to.to_owned(),
        });
    }
    let io = |error| ExportError::Io {
        path: to.to_owned(),
        error,
    };
    if let Some(above) = to.parent().filter(|above| !above.as_os_str().is_empty()) {
        fs::create_dir_all(above).map_err(io)?;
    }
    let new = NewFolder::beside(to).map_err(io)?;
    fill(new.path())?;
    place(new, to, there, is_empty).map_err(io)
}

/// A file of the folder that is no table.
pub fn write_beside(folder: &Path, name: &str, text: &str) -> Result<(), ExportError> {
    let path = folder.join(name);
    disk::write(&path, text.as_bytes()).map_err(|error| ExportError::Io { path, error })
}

fn place(new: NewFolder, to: &Path, there: bool, is_empty: bool) -> std::io::Result<()> {
    if !there {
        return new.take_place(to);
    }
    if is_empty {
        fs::remove_dir(to)?;
        return new.take_place(to);
    }
    // The old one goes into a folder of its own, which goes with it.
    let aside = NewFolder::beside(to)?;
    let old = aside.path().join("old");
    fs::rename(to, &old)?;
    if let Err(error) = new.take_place(to) {
        let _ = fs::rename(&old, to);
        return Err(error);
    }
    Ok(())
}

/// Whether a folder holds what such an export holds, and nothing else.
fn is_ours(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else {
        return false;
    };
    let named = |name: &str| {
        [PACKAGE, CATALOGUE, READ_ME].contains(&name)
            || TABLES.iter().any(|table| name == format!("{table}.csv"))
    };
    folder.join(PACKAGE).is_file()
        && folder.join(CATALOGUE).is_file()
        && entries.flatten().all(|entry| {
            let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
            is_file && entry.file_name().to_str().is_some_and(named)
        })
}
