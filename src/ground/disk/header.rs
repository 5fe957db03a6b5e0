//! The first bytes of a file, which tell what program it belongs to.

use std::io::{ErrorKind, Read as _, Result};
use std::path::Path;

/// What SQLite's first hundred bytes say of the program that wrote a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    pub application: u32,
    /// `user_version`: of the schema.
    pub version: i64,
}

/// The header of a database; `None` of a file that is too short, or without SQLite's first bytes.
///
/// # Errors
/// As `open`; when the file cannot be read.
pub fn header(path: &Path) -> Result<Option<Header>> {
    let mut bytes = [0_u8; 100];
    match super::open(path)?.read_exact(&mut bytes) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Ok(None),
        Err(error) => return Err(error),
    }
    if !bytes.starts_with(b"SQLite format 3\0") {
        return Ok(None);
    }
    let number = |at: usize| {
        bytes
            .get(at..at + 4)
            .and_then(|four| <[u8; 4]>::try_from(four).ok())
            .map_or(0, u32::from_be_bytes)
    };
    Ok(Some(Header {
        application: number(68),
        version: i64::from(number(60).cast_signed()),
    }))
}
