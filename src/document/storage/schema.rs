//! The schema's version and how older files are brought up to it.

use super::StorageError;
use ordito_model::APPLICATION_ID;
use rusqlite::Connection;

/// SQL that leads from version i to i + 1.
const MIGRATIONS: &[&str] = &[include_str!("schema.sql"), include_str!("schema-2.sql")];

/// `user_version` of the schema this program writes.
pub const SCHEMA_VERSION: i64 = MIGRATIONS.len() as i64;

/// Brings a file of an older version up to date in one transaction; a new empty file becomes version 1.
pub fn migrate(connection: &mut Connection) -> Result<(), StorageError> {
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found == SCHEMA_VERSION {
        return Ok(());
    }
    let transaction = connection.transaction()?;
    for step in MIGRATIONS
        .iter()
        .skip(usize::try_from(found).unwrap_or(usize::MAX))
    {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", SCHEMA_VERSION)?;
    transaction.commit()?;
    Ok(())
}

/// Name and SQL of everything a file of this `version` has.
pub fn parts(connection: &Connection) -> Result<Vec<(String, String, String)>, StorageError> {
    let mut statement = connection
        .prepare("SELECT type, name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What a sound file of this version holds, made by the migrations themselves.
pub fn expected_parts(version: i64) -> Result<Vec<(String, String, String)>, StorageError> {
    let connection = Connection::open_in_memory()?;
    for step in MIGRATIONS
        .iter()
        .take(usize::try_from(version).unwrap_or(0))
    {
        connection.execute_batch(step)?;
    }
    parts(&connection)
}
