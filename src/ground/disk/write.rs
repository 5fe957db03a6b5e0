//! New files and folders that take their place whole or not at all.

use super::{Trace, note, rights};
use std::fs::{self, File};
use std::io::{ErrorKind, Result, Write as _};
use std::path::{Path, PathBuf};

/// What a name may hold at most on the usual systems.
const MOST_NAME: usize = 255;

/// Makes a file that is not there, for its owner alone. Nothing is opened through a link.
///
/// # Errors
/// When something has that name, or it cannot be made.
pub fn create_private(path: &Path) -> Result<File> {
    let mut options = File::options();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path)
}

/// As `create_private`, with the rights that new files have here: for files of a folder that is private itself.
///
/// # Errors
/// As `create_private`.
pub fn create_new(path: &Path) -> Result<File> {
    let file = create_private(path)?;
    rights::as_new(&file)?;
    Ok(file)
}

/// The name, or where it with `more` bytes would be longer than names can be its beginning and a number of its own.
pub fn short_name(target: &Path, more: usize) -> String {
    use sha2::{Digest as _, Sha256};
    let name = super::file_name(target);
    if name.len() + more <= MOST_NAME {
        return name;
    }
    let digest: [u8; 32] = Sha256::digest(name.as_bytes()).into();
    let number = digest
        .iter()
        .take(8)
        .fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    let mut short = name;
    short.truncate(short.floor_char_boundary(MOST_NAME.saturating_sub(more + number.len() + 1)));
    format!("{short}-{number}")
}

/// A name beside `target` that nobody can foresee.
fn beside(target: &Path) -> PathBuf {
    let unique = uuid::Uuid::new_v4().simple().to_string();
    let name = short_name(target, ".~new..".len() + unique.len());
    target.with_file_name(format!(".~new.{name}.{unique}"))
}

/// A file on its way to its place. Dropped before it is there, it removes itself.
#[derive(Debug)]
pub struct NewFile {
    file: File,
    path: PathBuf,
    target: PathBuf,
    trace: Trace,
    placed: bool,
}

impl NewFile {
    /// # Errors
    /// When no file can be made beside `target`, or something other than a file is there.
    pub fn beside(target: &Path) -> Result<Self> {
        match fs::symlink_metadata(target) {
            Ok(there) if !there.is_file() && !there.is_symlink() => {
                return Err(super::read::not_a_file());
            }
            _ => {}
        }
        let path = beside(target);
        let mut trace = note(&path, "");
        let file = create_private(&path).inspect_err(|_| trace.forget())?;
        Ok(Self {
            file,
            path,
            target: target.to_owned(),
            trace,
            placed: false,
        })
    }
    pub const fn file(&mut self) -> &mut File {
        &mut self.file
    }
    /// Syncs it and puts it where it belongs, with the rights of what was there.
    ///
    /// # Errors
    /// Then what was there is as it was.
    pub fn take_place(mut self) -> Result<()> {
        rights::of_place(&self.target, &self.file)?;
        self.file.sync_all()?;
        fs::rename(&self.path, &self.target)?;
        self.placed = true;
        sync_folder_of(&self.target);
        Ok(())
    }
}
impl Drop for NewFile {
    fn drop(&mut self) {
        if !self.placed {
            let _ = fs::remove_file(&self.path);
        }
        self.trace.forget();
    }
}

/// Writes a whole file: a reader finds the old one or the new one.
///
/// # Errors
/// When it cannot be written; then what was there is as it was.
pub fn write(target: &Path, bytes: &[u8]) -> Result<()> {
    let mut new = NewFile::beside(target)?;
    new.file().write_all(bytes)?;
    new.take_place()
}

/// A private folder whose files are on their way to their places. Dropped, it removes itself with all that is in it.
#[derive(Debug)]
pub struct NewFolder {
    path: PathBuf,
    trace: Trace,
}

impl NewFolder {
    /// # Errors
    /// When no folder can be made beside `target`.
    pub fn beside(target: &Path) -> Result<Self> {
        let path = beside(target);
        let mut trace = note(&path, "");
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        {
            use std::os::unix::fs::DirBuilderExt as _;
            builder.mode(0o700);
        }
        builder.create(&path).inspect_err(|_| trace.forget())?;
        Ok(Self { path, trace })
    }
    pub fn path(&self) -> &Path {
        &self.path
    }
    /// Becomes the folder at `target`, where nothing is.
    ///
    /// # Errors
    /// When something is there, or it cannot be renamed.
    pub fn take_place(self, target: &Path) -> Result<()> {
        if target.symlink_metadata().is_ok() {
            return Err(ErrorKind::AlreadyExists.into());
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            fs::set_permissions(
                &self.path,
                fs::Permissions::from_mode(0o777 & !rights::umask()),
            )?;
        }
        fs::rename(&self.path, target)?;
        sync_folder_of(target);
        Ok(())
    }
}
impl Drop for NewFolder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.path);
        self.trace.forget();
    }
}

/// Makes a rename in a folder survive a power cut, where folders can be synced.
pub fn sync_folder_of(path: &Path) {
    // Some shares and all of Windows refuse this; the rename itself has been made.
    if cfg!(unix)
        && let Some(folder) = path.parent()
        && let Ok(folder) = File::open(if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        })
    {
        let _ = folder.sync_all();
    }
}
