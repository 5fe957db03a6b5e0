//! Where the program keeps its own files: the user's data folder.
//!
//! `working/` has a folder for each open document with its working copy and a note; `backups/` a folder for each
//! document; `running/` a file for each running instance, locked by the system for as long as it lives. Nothing of
//! this lies beside a document.

use super::StorageError;
use ordito_ground::disk::{self, sync_folder_of};
use ordito_model::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// From now on this process notes in its data folder what it has under way beside documents and exports, so that the
/// next one removes it should this one be killed.
pub fn leave_traces(data: &DataFolder) {
    disk::leave_traces_in(&data.running());
}

/// The folder `ORDITO_DATA` names, or the one the system keeps for this program and user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFolder {
    root: PathBuf,
    id: String,
}

impl DataFolder {
    /// The user's own.
    ///
    /// # Errors
    /// When the system names none, or it cannot be made.
    pub fn of_user() -> Result<Self, StorageError> {
        if let Some(root) = std::env::var_os("ORDITO_DATA").filter(|root| !root.is_empty()) {
            return Self::at(Path::new(&root));
        }
        // The local one: a roaming profile would carry working copies from machine to machine.
        let folders = directories::ProjectDirs::from("it", "Ordito", "Ordito")
            .ok_or_else(|| StorageError::io(Path::new("~"))(std::io::ErrorKind::NotFound.into()))?;
        Self::at(folders.data_local_dir())
    }

    /// A folder of the caller's choice; made if it is not there.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn at(root: &Path) -> Result<Self, StorageError> {
        let root = std::path::absolute(root).map_err(StorageError::io(root))?;
        for folder in [
            root.clone(),
            root.join("working"),
            root.join("backups"),
            root.join("running"),
        ] {
            make_private(&folder)?;
        }
        // A random name of its own tells this folder from another on a machine of the same name.
        let path = root.join("folder-id");
        let kept = || {
            fs::read_to_string(&path)
                .ok()
                .map(|id| id.trim().to_owned())
                .filter(|id| !id.is_empty())
        };
        let id = if let Some(id) = kept() {
            id
        } else {
            let id = new_instance();
            match disk::create_private(&path).and_then(|mut file| file.write_all(id.as_bytes())) {
                Ok(()) => id,
                // Another instance may have made it at this moment.
                Err(error) => kept().ok_or_else(|| StorageError::io(&path)(error))?,
            }
        };
        Ok(Self { root, id })
    }

    pub fn root(&self) -> &Path {
        &self.root
    }
    pub(crate) fn id(&self) -> &str {
        &self.id
    }
    pub(crate) fn running(&self) -> PathBuf {
        self.root.join("running")
    }
    pub(crate) fn backups(&self) -> PathBuf {
        self.root.join("backups")
    }
    /// The folder of the working copy of the document at `target`.
    pub(crate) fn working_of(&self, target: &Path) -> PathBuf {
        self.root.join("working").join(key_of(target))
    }
    pub(crate) fn working_folders(&self) -> Vec<PathBuf> {
        let folders = fs::read_dir(self.root.join("working"));
        folders
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .collect()
    }
}

/// A folder that only its user may look into, where the system knows such a thing.
pub(crate) fn make_private(folder: &Path) -> Result<(), StorageError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    let new = !folder.exists();
    builder.create(folder).map_err(StorageError::io(folder))?;
    if new {
        // What is synced in it later is of no use if the folder itself is gone after a power cut.
        sync_folder_of(folder);
    }
    Ok(())
}

/// A name that belongs to one place.
pub(crate) fn key_of(target: &Path) -> String {
    let digest: [u8; 32] = Sha256::digest(target.as_os_str().as_encoded_bytes()).into();
    digest
        .iter()
        .take(10)
        .fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// A new name for a running instance.
pub(crate) fn new_instance() -> String {
    uuid::Uuid::new_v4().simple().to_string()
}

/// Where a document really is, so that a link is followed and one file has one working copy.
///
/// # Errors
/// When its folder is not there.
pub fn resolve(path: &Path) -> Result<PathBuf, StorageError> {
    if path.exists() {
        return fs::canonicalize(path)
            .map(plain)
            .map_err(StorageError::io(path));
    }
    let whole = std::path::absolute(path).map_err(StorageError::io(path))?;
    let (Some(folder), Some(name)) = (whole.parent(), whole.file_name()) else {
        return Err(StorageError::io(path)(
            std::io::ErrorKind::InvalidFilename.into(),
        ));
    };
    fs::canonicalize(folder)
        .map(|folder| plain(folder).join(name))
        .map_err(StorageError::io(folder))
}

/// Windows writes resolved paths as `\\?\C:\…`, which SQLite and people understand less well.
fn plain(path: PathBuf) -> PathBuf {
    match path.to_str().and_then(|text| text.strip_prefix(r"\\?\")) {
        Some(rest) if rest.get(1..2) == Some(":") => PathBuf::from(rest),
        _ => path,
    }
}

pub(crate) fn now() -> Timestamp {
    timestamp(SystemTime::now())
}
pub(crate) fn timestamp(time: SystemTime) -> Timestamp {
    Timestamp(time.duration_since(UNIX_EPOCH).map_or(0, |since| {
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    }))
}

/// What a file was when it was last read or written: enough to be sure whether it is still that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    pub len: u64,
    /// Nanoseconds since 1970.
    pub modified: u128,
    pub sha256: String,
}
impl Fingerprint {
    /// Reads the whole file.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn of(path: &Path) -> Result<Self, StorageError> {
        read_through(path, |_| Ok(()))
    }
    /// Whether the bytes are the same, whatever the clock says.
    pub fn same_bytes(&self, other: &Self) -> bool {
        self.len == other.len && self.sha256 == other.sha256
    }
}

/// Copies a file's bytes, not its permissions, and says what was copied.
///
/// # Errors
/// When something is at `to` already, or one of them fails.
pub(crate) fn copy_bytes(from: &Path, to: &Path) -> Result<Fingerprint, StorageError> {
    let mut copy = disk::create_private(to).map_err(StorageError::io(to))?;
    let fingerprint = copy_into(from, &mut copy, to)?;
    copy.sync_all().map_err(StorageError::io(to))?;
    Ok(fingerprint)
}

/// Copies a file's bytes into one that is open at `to`.
pub(crate) fn copy_into(
    from: &Path,
    copy: &mut File,
    to: &Path,
) -> Result<Fingerprint, StorageError> {
    read_through(from, |part| {
        copy.write_all(part).map_err(StorageError::io(to))
    })
}

fn read_through(
    path: &Path,
    mut each: impl FnMut(&[u8]) -> Result<(), StorageError>,
) -> Result<Fingerprint, StorageError> {
    let mut file = disk::open(path).map_err(StorageError::io(path))?;
    // The time before reading: a change while reading is then a change.
    let (_, modified) = size_and_time(path)?;
    let (mut hasher, mut len) = (Sha256::new(), 0);
    let mut buffer = vec![0_u8; 1 << 16];
    loop {
        let n = std::io::Read::read(&mut file, &mut buffer).map_err(StorageError::io(path))?;
        let Some(part) = buffer.get(..n).filter(|part| !part.is_empty()) else {
            break;
        };
        hasher.update(part);
        each(part)?;
        len += n as u64;
    }
    let digest: [u8; 32] = hasher.finalize().into();
    let sha256 = digest
        .iter()
        .fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    Ok(Fingerprint {
        len,
        modified,
        sha256,
    })
}

/// What a file's folder says of it, without reading it.
pub(crate) fn size_and_time(path: &Path) -> Result<(u64, u128), StorageError> {
    let metadata = fs::metadata(path).map_err(StorageError::io(path))?;
    let modified = metadata
        .modified()
        .ok()
        .and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    Ok((metadata.len(), modified.map_or(0, |since| since.as_nanos())))
}
