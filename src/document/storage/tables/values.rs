//! Between Rust values and SQLite's: ids as blobs, words as text, lists as JSON.

use ordito_model::{Label, Rgb};
use rusqlite::types::{ToSql, ToSqlOutput, Type};
use rusqlite::{Error, Row};
use serde::Serialize;
use serde::de::DeserializeOwned;

type Result<T> = rusqlite::Result<T>;

fn wrong(column: usize, kind: Type, what: &'static str) -> Error {
    Error::FromSqlConversionFailure(column, kind, what.into())
}

pub fn bytes(row: &Row<'_>, column: usize) -> Result<[u8; 16]> {
    row.get_ref(column)?
        .as_blob()
        .ok()
        .and_then(|blob| blob.try_into().ok())
        .ok_or_else(|| wrong(column, Type::Blob, "not an id"))
}
pub fn id<I: From<[u8; 16]>>(row: &Row<'_>, column: usize) -> Result<I> {
    bytes(row, column).map(I::from)
}
pub fn optional_id<I: From<[u8; 16]>>(row: &Row<'_>, column: usize) -> Result<Option<I>> {
    if row.get_ref(column)? == rusqlite::types::ValueRef::Null {
        Ok(None)
    } else {
        id(row, column).map(Some)
    }
}

pub fn word<T>(row: &Row<'_>, column: usize, from: fn(&str) -> Option<T>) -> Result<T> {
    let text = row
        .get_ref(column)?
        .as_str()
        .map_err(|_| wrong(column, Type::Text, "not a word"))?;
    from(text).ok_or_else(|| wrong(column, Type::Text, "unknown word"))
}
pub fn optional_word<T>(
    row: &Row<'_>,
    column: usize,
    from: fn(&str) -> Option<T>,
) -> Result<Option<T>> {
    if row.get_ref(column)? == rusqlite::types::ValueRef::Null {
        Ok(None)
    } else {
        word(row, column, from).map(Some)
    }
}
pub fn parsed<T: std::str::FromStr>(row: &Row<'_>, column: usize) -> Result<Option<T>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| {
        text.parse()
            .map_err(|_| wrong(column, Type::Text, "not of the form expected"))
    })
    .transpose()
}
pub fn colour(row: &Row<'_>, column: usize) -> Result<Option<Rgb>> {
    parsed(row, column)
}
pub fn list<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> Result<T> {
    let text = row
        .get_ref(column)?
        .as_str()
        .map_err(|_| wrong(column, Type::Text, "not a list"))?;
    serde_json::from_str(text).map_err(|_| wrong(column, Type::Text, "not a list"))
}
pub fn label(row: &Row<'_>, it: usize, en: usize) -> Result<Label> {
    Ok(Label {
        it: row.get(it)?,
        en: row.get(en)?,
    })
}
/// A list or a part of a record, written as JSON.
pub const fn json<T: Serialize>(value: &T) -> Json<'_, T> {
    Json(value)
}
pub struct Json<'a, T>(&'a T);
impl<T: Serialize> ToSql for Json<'_, T> {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
        match serde_json::to_string(self.0) {
            Ok(text) => Ok(text.into()),
            Err(error) => Err(rusqlite::Error::ToSqlConversionFailure(Box::new(error))),
        }
    }
}

/// Reads all rows of a query into a map.
pub fn all<K: Ord, V>(
    connection: &rusqlite::Connection,
    sql: &str,
    mut read: impl FnMut(&Row<'_>) -> Result<(K, V)>,
) -> std::result::Result<std::collections::BTreeMap<K, V>, crate::storage::StorageError> {
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    // One by one: a vector of all of them first is large enough for the allocator to keep as much for ever.
    let mut entries = std::collections::BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (key, value) = read(row)?;
        entries.insert(key, value);
    }
    Ok(entries)
}
