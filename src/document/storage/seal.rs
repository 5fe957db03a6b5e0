//! A published file says by itself whether it is the one that was written, to the last byte.
//!
//! The row `seal` of `meta` holds a tag that is in the file once, and after it the SHA-256 of the file with zeros in
//! the place of that number. Content hash and journal speak of records; this one of every page, used or not. A file
//! without a seal was not published by this program; a working copy has the seal of the file it was made from.

use super::StorageError;
use super::guard::defend;
use super::place::new_instance;
use memchr::memmem;
use rusqlite::{Connection, OpenFlags, OptionalExtension as _};
use sha2::{Digest as _, Sha256};
use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

/// What the seal says of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seal {
    Whole,
    Broken,
    Absent,
}

const TAG: usize = 32;
const SUM: usize = 64;
const PART: usize = 1 << 16;

/// Seals a file that nobody has open and that may be thrown away if this fails.
pub fn put(path: &Path) -> Result<(), StorageError> {
    let tag = new_instance();
    {
        let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        defend(&connection)?;
        // Nothing is to lie beside the file, not for a moment.
        let _: String =
            connection.pragma_update_and_check(None, "journal_mode", "memory", |row| row.get(0))?;
        connection.pragma_update(None, "secure_delete", true)?;
        let value = format!("{tag}{}", "0".repeat(SUM));
        connection.execute("INSERT OR REPLACE INTO meta VALUES ('seal', ?)", [value])?;
    }
    let damaged = || StorageError::Damaged {
        detail: "the seal cannot be found again".to_owned(),
    };
    let at = place_of(path, tag.as_bytes())?.ok_or_else(damaged)?;
    let sum = sum_of(path, at)?;
    let mut file = File::options()
        .write(true)
        .open(path)
        .map_err(StorageError::io(path))?;
    file.seek(SeekFrom::Start(at))
        .and_then(|_| file.write_all(sum.as_bytes()))
        .map_err(StorageError::io(path))
}

/// Looks whether a file is still what was sealed.
///
/// # Errors
/// When it cannot be read from its medium; a file that SQLite cannot read has a broken seal.
pub fn check(path: &Path) -> Result<Seal, StorageError> {
    let Ok(value) = value_of(path) else {
        return Ok(Seal::Broken);
    };
    let Some(value) = value else {
        return Ok(Seal::Absent);
    };
    let Some((tag, sum)) = value
        .split_at_checked(TAG)
        .filter(|(_, sum)| sum.len() == SUM)
    else {
        return Ok(Seal::Broken);
    };
    let whole = match place_of(path, tag.as_bytes())? {
        Some(at) => sum_of(path, at)? == sum,
        None => false,
    };
    Ok(if whole { Seal::Whole } else { Seal::Broken })
}

fn value_of(path: &Path) -> Result<Option<String>, StorageError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    defend(&connection)?;
    Ok(connection
        .query_row("SELECT value FROM meta WHERE name = 'seal'", [], |row| {
            row.get(0)
        })
        .optional()?)
}

/// Where the number after `tag` begins; `None` unless the tag is there exactly once.
fn place_of(path: &Path, tag: &[u8]) -> Result<Option<u64>, StorageError> {
    let mut file = File::open(path).map_err(StorageError::io(path))?;
    let (mut window, mut passed, mut found) = (Vec::with_capacity(PART + TAG), 0_u64, None);
    loop {
        let n = (&mut file)
            .take(PART as u64)
            .read_to_end(&mut window)
            .map_err(StorageError::io(path))?;
        for at in memmem::find_iter(&window, tag) {
            if found.replace(passed + at as u64).is_some() {
                return Ok(None);
            }
        }
        if n == 0 {
            return Ok(found.map(|at| at + TAG as u64));
        }
        // One byte less than a tag: none is cut in two, none is met twice.
        let gone = window.len().saturating_sub(TAG - 1);
        window.drain(..gone);
        passed += gone as u64;
    }
}

/// SHA-256 of the file as it was before the number at `at` was written.
fn sum_of(path: &Path, at: u64) -> Result<String, StorageError> {
    let mut file = File::open(path).map_err(StorageError::io(path))?;
    let (mut hasher, mut part, mut passed) = (Sha256::new(), Vec::with_capacity(PART), 0_u64);
    loop {
        part.clear();
        let n = (&mut file)
            .take(PART as u64)
            .read_to_end(&mut part)
            .map_err(StorageError::io(path))? as u64;
        if n == 0 {
            break;
        }
        let from = at.clamp(passed, passed + n) - passed;
        let to = (at + SUM as u64).clamp(passed, passed + n) - passed;
        let within = usize::try_from(from).ok().zip(usize::try_from(to).ok());
        if let Some(number) = within.and_then(|(from, to)| part.get_mut(from..to)) {
            number.fill(b'0');
        }
        hasher.update(&part);
        passed += n;
    }
    let digest: [u8; 32] = hasher.finalize().into();
    Ok(digest
        .iter()
        .fold(String::with_capacity(SUM), |text, byte| {
            text + &format!("{byte:02x}")
        }))
}
