//! The document's particulars, actors and sources.

use super::Stored;
use super::values::{all, id, json, list, optional_word, word};
use crate::storage::StorageError;
use ordito_model::{Actor, ActorKind, Change, Info, Level, Only, Source};
use rusqlite::{Connection, params};
use std::collections::BTreeMap;

impl Stored for Info {
    fn write(
        connection: &Connection,
        change: &Change<Self::Key, Self>,
    ) -> Result<(), StorageError> {
        match &change.after {
            Some(info) => connection
                .prepare_cached("INSERT OR REPLACE INTO info VALUES (1, ?, ?, ?, ?, ?)")?
                .execute(params![
                    info.id.0,
                    info.title,
                    info.description,
                    info.body,
                    info.illustrative
                ])?,
            None => connection.execute("DELETE FROM info", [])?,
        };
        Ok(())
    }

    fn read(connection: &Connection) -> Result<BTreeMap<Self::Key, Self>, StorageError> {
        all(
            connection,
            "SELECT id, title, description, body, illustrative FROM info",
            |row| {
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
            },
        )
    }
}

impl Stored for Actor {
    fn write(
        connection: &Connection,
        change: &Change<Self::Key, Self>,
    ) -> Result<(), StorageError> {
        match &change.after {
            Some(actor) => connection
                .prepare_cached("INSERT OR REPLACE INTO actor VALUES (?, ?, ?, ?, ?, ?)")?
                .execute(params![
                    change.key.0,
                    actor.name,
                    actor.kind.word(),
                    actor.level.map(Level::word),
                    json(&actor.members),
                    actor.note
                ])?,
            None => connection
                .prepare_cached("DELETE FROM actor WHERE id = ?")?
                .execute([change.key.0])?,
        };
        Ok(())
    }

    fn read(connection: &Connection) -> Result<BTreeMap<Self::Key, Self>, StorageError> {
        all(
            connection,
            "SELECT id, name, kind, level, members, note FROM actor ORDER BY id",
            |row| {
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
            },
        )
    }
}

impl Stored for Source {
    fn write(
        connection: &Connection,
        change: &Change<Self::Key, Self>,
    ) -> Result<(), StorageError> {
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
            None => connection
                .prepare_cached("DELETE FROM source WHERE id = ?")?
                .execute([change.key.0])?,
        };
        Ok(())
    }

    fn read(connection: &Connection) -> Result<BTreeMap<Self::Key, Self>, StorageError> {
        all(
            connection,
            "SELECT id, key, citation, publisher, date, url, page FROM source ORDER BY id",
            |row| {
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
            },
        )
    }
}
