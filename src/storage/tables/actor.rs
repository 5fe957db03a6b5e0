//! The document's particulars, actors and sources.

use super::values::{all, id, json, list, optional_word, word};
use crate::model::{Actor, ActorId, ActorKind, Change, Info, Level, Only, Source, SourceId};
use crate::storage::StorageError;
use rusqlite::{Connection, params};
use std::collections::BTreeMap;

pub fn write_info(connection: &Connection, change: &Change<Only, Info>) -> Result<(), StorageError> {
    match &change.after {
        Some(info) => connection
            .prepare_cached("INSERT OR REPLACE INTO info VALUES (1, ?, ?, ?, ?, ?)")?
            .execute(params![info.id.0, info.title, info.description, info.body, info.illustrative])?,
        None => connection.execute("DELETE FROM info", [])?,
    };
    Ok(())
}
pub fn read_infos(connection: &Connection) -> Result<BTreeMap<Only, Info>, StorageError> {
    all(connection, "SELECT id, title, description, body, illustrative FROM info", |row| {
        Ok((
            Only,
            Info {
                id: id(row, 0)?,
                title: row.get(1)?,
                description: row.get(2)?,
                body: row.get(3)?,
                illustrative: row.get(4)?,
            },
        ))
    })
}

pub fn write_actor(connection: &Connection, change: &Change<ActorId, Actor>) -> Result<(), StorageError> {
    match &change.after {
        Some(actor) => {
            connection.prepare_cached("INSERT OR REPLACE INTO actor VALUES (?, ?, ?, ?, ?, ?)")?.execute(params![
                change.key.0,
                actor.name,
                actor.kind.word(),
                actor.level.map(Level::word),
                json(&actor.members),
                actor.note
            ])?
        }
        None => connection.prepare_cached("DELETE FROM actor WHERE id = ?")?.execute([change.key.0])?,
    };
    Ok(())
}
pub fn read_actors(connection: &Connection) -> Result<BTreeMap<ActorId, Actor>, StorageError> {
    all(connection, "SELECT id, name, kind, level, members, note FROM actor ORDER BY id", |row| {
        Ok((
            id(row, 0)?,
            Actor {
                name: row.get(1)?,
                kind: word(row, 2, ActorKind::from_word)?,
                level: optional_word(row, 3, Level::from_word)?,
                members: list(row, 4)?,
                note: row.get(5)?,
            },
        ))
    })
}

pub fn write_source(connection: &Connection, change: &Change<SourceId, Source>) -> Result<(), StorageError> {
    match &change.after {
        Some(source) => connection
            .prepare_cached("INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?, ?)")?
            .execute(params![
                change.key.0,
                source.key,
                source.citation,
                source.publisher,
                source.date,
                source.url,
                source.page
            ])?,
        None => connection.prepare_cached("DELETE FROM source WHERE id = ?")?.execute([change.key.0])?,
    };
    Ok(())
}
pub fn read_sources(connection: &Connection) -> Result<BTreeMap<SourceId, Source>, StorageError> {
    all(connection, "SELECT id, key, citation, publisher, date, url, page FROM source ORDER BY id", |row| {
        Ok((
            id(row, 0)?,
            Source {
                key: row.get(1)?,
                citation: row.get(2)?,
                publisher: row.get(3)?,
                date: row.get(4)?,
                url: row.get(5)?,
                page: row.get(6)?,
            },
        ))
    })
}
