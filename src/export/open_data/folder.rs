//! A folder written whole or not at all: filled under a temporary name beside its place, then renamed.

use super::{CATALOGUE, PACKAGE, READ_ME, TABLES};
use crate::export::ExportError;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

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
        return Err(ExportError::Exists { path: to.to_owned() });
    }
    let io = |error| ExportError::Io { path: to.to_owned(), error };
    let temporary = beside(to, "new");
    clear(&temporary).map_err(io)?;
    fs::create_dir_all(&temporary).map_err(io)?;
    let placed = fill(&temporary).and_then(|()| place(&temporary, to, there, is_empty).map_err(io));
    if placed.is_err() {
        let _ = clear(&temporary);
    }
    placed
}

/// A file of the folder that is no table.
pub fn write_beside(folder: &Path, name: &str, text: &str) -> Result<(), ExportError> {
    let path = folder.join(name);
    let written = fs::File::create(&path).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    written.map_err(|error| ExportError::Io { path, error })
}

fn place(temporary: &Path, to: &Path, there: bool, is_empty: bool) -> std::io::Result<()> {
    if !there {
        return fs::rename(temporary, to);
    }
    if is_empty {
        fs::remove_dir(to)?;
        return fs::rename(temporary, to);
    }
    let old = beside(to, "old");
    clear(&old)?;
    fs::rename(to, &old)?;
    if let Err(error) = fs::rename(temporary, to) {
        let _ = fs::rename(&old, to);
        return Err(error);
    }
    clear(&old)
}

fn beside(to: &Path, ending: &str) -> PathBuf {
    let name = to.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    to.with_file_name(format!(".~{name}.{ending}"))
}

fn clear(folder: &Path) -> std::io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Whether a folder holds what such an export holds, and nothing else.
fn is_ours(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else { return false };
    let named = |name: &str| {
        [PACKAGE, CATALOGUE, READ_ME].contains(&name) || TABLES.iter().any(|table| name == format!("{table}.csv"))
    };
    folder.join(PACKAGE).is_file()
        && folder.join(CATALOGUE).is_file()
        && entries.flatten().all(|entry| {
            let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
            is_file && entry.file_name().to_str().is_some_and(named)
        })
}
