//! What this process has made and not yet put into its place, written down in a file that the system unlocks when the
//! process ends: whoever starts next removes what a killed one left, wherever that lies.

use super::create_private;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

/// Only names that begin like this are ever removed: no document and no export has one.
const MARK: &str = ".~";
const ENDING: &str = "traces";
/// A file of traces is never longer than what a process can have under way.
const MOST: u64 = 16 << 20;

struct Traces {
    file: File,
    open: BTreeSet<(PathBuf, String)>,
}
static TRACES: OnceLock<Mutex<Traces>> = OnceLock::new();

/// Something that is under way. Not forgotten, it is removed by the next start.
#[derive(Debug)]
pub struct Trace(Option<(PathBuf, String)>);

impl Trace {
    /// Of nothing.
    pub fn none() -> Self {
        Self(None)
    }
    /// It is in its place, or gone.
    pub fn forget(&mut self) {
        if let (Some(traces), Some(known)) = (TRACES.get(), self.0.take()) {
            let mut traces = traces.lock().unwrap_or_else(PoisonError::into_inner);
            traces.open.remove(&known);
            if traces.open.is_empty() {
                let _ = traces.file.set_len(0).and_then(|()| traces.file.rewind());
            }
        }
    }
}

/// From now on this process writes down in `folder` what it has under way. Without it nothing is written down.
pub fn leave_traces_in(folder: &Path) {
    let name = uuid::Uuid::new_v4().simple().to_string();
    let (new, path) = (
        folder.join(format!("{name}.new")),
        folder.join(format!("{name}.{ENDING}")),
    );
    // Locked before it has the name that is looked for.
    let made = create_private(&new).and_then(|file| {
        file.lock()?;
        fs::rename(&new, &path)?;
        Ok(file)
    });
    match made {
        Ok(file) => drop(TRACES.set(Mutex::new(Traces {
            file,
            open: BTreeSet::new(),
        }))),
        Err(_) => drop(fs::remove_file(&new)),
    }
}

/// Notes what is about to be made at `path`; `owner` is for whoever sweeps, to tell whether it is still that.
pub fn note(path: &Path, owner: &str) -> Trace {
    let Some(traces) = TRACES.get() else {
        return Trace(None);
    };
    let Ok(path) = std::path::absolute(path) else {
        return Trace(None);
    };
    let Some(line) = path
        .to_str()
        .and_then(|path| serde_json::to_string(&(path, owner)).ok())
    else {
        return Trace(None);
    };
    let mut traces = traces.lock().unwrap_or_else(PoisonError::into_inner);
    let known = (path, owner.to_owned());
    traces.open.insert(known.clone());
    let _ = traces.file.write_all(format!("{line}\n").as_bytes());
    Trace(Some(known))
}

/// Removes what processes that died left; of what has an owner only what `is_theirs` says is still that owner's.
pub fn sweep(folder: &Path, is_theirs: impl Fn(&Path, &str) -> bool) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|end| end == ENDING)
            && let Ok(mut file) = super::open(&path)
            && file.try_lock().is_ok()
        {
            let mut text = String::new();
            let _ = (&mut file).take(MOST).read_to_string(&mut text);
            let mut left = false;
            for line in text.lines() {
                let Ok((made, owner)) = serde_json::from_str::<(PathBuf, String)>(line) else {
                    continue;
                };
                if owner.is_empty() || is_theirs(&made, &owner) {
                    left |= !remove(&made);
                }
            }
            // A place that is out of reach now is looked at again.
            if !left {
                let _ = fs::remove_file(&path);
            }
        }
    }
}

/// Whether nothing is there any more.
fn remove(path: &Path) -> bool {
    if !path
        .file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with(MARK))
    {
        return true;
    }
    let removed = match fs::symlink_metadata(path) {
        Ok(there) if there.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        // A share that is away may come back; a folder that is gone does not.
        Err(error) => return error.kind() == std::io::ErrorKind::NotFound,
    };
    removed.is_ok()
}
