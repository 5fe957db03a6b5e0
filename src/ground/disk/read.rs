//! Only regular files are read.

use std::fs::{self, File};
use std::io::{Error, ErrorKind, Read as _, Result};
use std::path::Path;

/// What is there is a folder, a pipe, a socket or a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a regular file")]
pub struct NotAFile;

pub(super) fn not_a_file() -> Error {
    Error::new(ErrorKind::InvalidInput, NotAFile)
}

/// Opens a regular file for reading; never waits for the other end of a pipe.
///
/// # Errors
/// When it cannot be opened, or is none: then the error holds [`NotAFile`].
pub fn open(path: &Path) -> Result<File> {
    // Asked before it is opened, for opening alone does something to some devices.
    if !fs::metadata(path)?.is_file() {
        return Err(not_a_file());
    }
    let mut options = File::options();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        // It may have become a pipe since.
        options.custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
    }
    let file = options.open(path)?;
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(not_a_file())
    }
}

/// All of a regular file, if it has no more than `most` bytes.
///
/// # Errors
/// As `open`; `FileTooLarge` when it has more.
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        Err(ErrorKind::FileTooLarge.into())
    } else {
        Ok(bytes)
    }
}

/// As `read`, of text in UTF-8.
///
/// # Errors
/// As `read`; `InvalidData` when it is no such text.
pub fn read_text(path: &Path, most: u64) -> Result<String> {
    String::from_utf8(read(path, most)?).map_err(|error| Error::new(ErrorKind::InvalidData, error))
}
