//! What is not ours is refused before anything of it is believed.

use super::StorageError;
use super::schema::{SCHEMA_VERSION, expected_parts, parts};
use ordito_model::APPLICATION_ID;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;

/// Something that makes a file readable only with care.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// The content hash kept in the file is not that of its records.
    HashDiffers,
    /// The journal is not the one that was written: steps are missing, added or changed.
    JournalDiffers,
    /// The file is not byte for byte what was published; by itself this says nothing of its records.
    SealBroken,
}

/// Settings for every connection to a file that somebody else may have written.
pub fn defend(connection: &Connection) -> Result<(), StorageError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "mmap_size", 0)?;
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, 64 << 20)?;
    connection.set_limit(Limit::SQLITE_LIMIT_SQL_LENGTH, 1 << 20)?;
    connection.set_limit(Limit::SQLITE_LIMIT_COLUMN, 64)?;
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1)?;
    Ok(())
}

/// Opens a file read-only and says whether it is a sound document of a version this program knows.
///
/// # Errors
/// Every way in which it is not, see [`StorageError`].
pub fn inspect(path: &Path) -> Result<i64, StorageError> {
    header(path)?;
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )
    .map_err(as_damage)?;
    inspect_open(&connection)
}

/// The checks that need an open connection; returns the schema version.
pub fn inspect_open(connection: &Connection) -> Result<i64, StorageError> {
    defend(connection).map_err(damage_of)?;
    let version: i64 = connection
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .map_err(as_damage)?;
    let application: i32 = connection
        .pragma_query_value(None, "application_id", |row| row.get(0))
        .map_err(as_damage)?;
    // SQLite says it with a sign.
    let application = u32::from_be_bytes(application.to_be_bytes());
    if application != APPLICATION_ID {
        return Err(StorageError::ForeignApplication { found: application });
    }
    if version > SCHEMA_VERSION {
        return Err(StorageError::NewerSchema {
            found: version,
            known: SCHEMA_VERSION,
        });
    }
    let expected = expected_parts(version)?;
    let found = parts(connection).map_err(damage_of)?;
    let mut names: Vec<String> = found
        .iter()
        .filter(|part| !expected.contains(part))
        .chain(expected.iter().filter(|part| !found.contains(part)))
        .map(|(kind, name, _)| format!("{kind} {name}"))
        .collect();
    names.dedup();
    if !names.is_empty() {
        return Err(StorageError::UnknownParts { names });
    }
    let verdict: String = connection
        .pragma_query_value(None, "quick_check", |row| row.get(0))
        .map_err(as_damage)?;
    if verdict != "ok" {
        return Err(StorageError::Damaged { detail: verdict });
    }
    Ok(version)
}

/// Looks at the first bytes without SQLite; returns the schema version they tell.
pub fn header(path: &Path) -> Result<i64, StorageError> {
    let header = ordito_ground::disk::header(path)
        .map_err(StorageError::io(path))?
        .ok_or(StorageError::NotADatabase)?;
    if header.application != APPLICATION_ID {
        return Err(StorageError::ForeignApplication {
            found: header.application,
        });
    }
    Ok(header.version)
}

fn as_damage(error: rusqlite::Error) -> StorageError {
    damage_of(StorageError::Sqlite(error))
}
pub fn damage_of(error: StorageError) -> StorageError {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    match error {
        StorageError::Sqlite(error) => match error.sqlite_error_code() {
            Some(NotADatabase) => StorageError::NotADatabase,
            Some(DatabaseCorrupt) => StorageError::Damaged {
                detail: error.to_string(),
            },
            _ if matches!(error, rusqlite::Error::SqliteFailure(..)) => StorageError::Sqlite(error),
            // A column of another type or an id of another length: not what this program writes.
            _ => StorageError::Damaged {
                detail: error.to_string(),
            },
        },
        other => other,
    }
}
