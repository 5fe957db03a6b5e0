//! Frameworks, goals, crosswalks and scales.

use super::Stored;
use super::values::{all, colour, id, json, label, list, optional_id, optional_word, word};
use crate::storage::StorageError;
use ordito_model::{Change, Crosswalk, Framework, Goal, Level, Link, LinkKey, Rgb, Scale, Wording};
use rusqlite::{Connection, params};
use std::collections::BTreeMap;

impl Stored for Framework {
    fn write(
        connection: &Connection,
        change: &Change<Self::Key, Self>,
    ) -> Result<(), StorageError> {
        let Some(framework) = &change.after else {
            connection
                .prepare_cached("DELETE FROM framework WHERE id = ?")?
                .execute([change.key.0])?;
            return Ok(());
        };
        connection
            .prepare_cached(
                "INSERT OR REPLACE INTO framework VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                change.key.0,
                framework.key,
                framework.version,
                framework.name.it,
                framework.name.en,
                framework.wording.word(),
                framework.level.map(Level::word),
                framework.adopted,
                json(&framework.levels),
                json(&framework.sources),
                framework.notes.it,
                framework.notes.en,
                framework.position
            ])?;
        Ok(())
    }

    fn read(connection: &Connection) -> Result<BTreeMap<Self::Key, Self>, StorageError> {
        let sql = "SELECT id, key, version, name_it, name_en, wording, level, adopted, levels, sources, notes_it, \
               notes_en, position FROM framework ORDER BY id";
        all(connection, sql, |row| {
            Ok((
                id(row, 0)?,
                Framework {
                    key: row.get(1)?,
                    version: row.get(2)?,
                    name: label(row, 3, 4)?,
                    wording: word(row, 5, Wording::from_word)?,
                    level: optional_word(row, 6, Level::from_word)?,
                    adopted: row.get(7)?,
                    levels: list(row, 8)?,
                    sources: list(row, 9)?,
                    notes: label(row, 10, 11)?,
                    position: row.get(12)?,
                },
            ))
        })
    }
}

impl Stored for Goal {
    fn write(
        connection: &Connection,
        change: &Change<Self::Key, Self>,
    ) -> Result<(), StorageError> {
        let Some(goal) = &change.after else {
            connection
                .prepare_cached("DELETE FROM goal WHERE id = ?")?
                .execute([change.key.0])?;
            return Ok(());
        };
        connection
            .prepare_cached(
                "INSERT OR REPLACE INTO goal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                change.key.0,
                goal.framework.0,
                goal.parent.map(|id| id.0),
                goal.position,
                goal.level,
                goal.code,
                goal.name.it,
                goal.name.en,
                goal.short.it,
                goal.short.en,
                goal.text.it,
                goal.text.en,
                goal.wording.word(),
                goal.colour.as_ref().map(Rgb::to_string),
                goal.note
            ])?;
        Ok(())
    }

    fn read(connection: &Connection) -> Result<BTreeMap<Self::Key, Self>, StorageError> {
        let sql = "SELECT id, framework, parent, position, level, code, name_it, name_en, short_it, short_en, text_it, \
               text_en, wording, colour, note FROM goal ORDER BY id";
        all(connection, sql, |row| {
            Ok((
                id(row, 0)?,
                Goal {
                    framework: id(row, 1)?,
                    parent: optional_id(row, 2)?,
                    position: row.get(3)?,
                    level: row.get(4)?,
                    code: row.get(5)?,
                    name: label(row, 6, 7)?,
                    short: label(row, 8, 9)?,
                    text: label(row, 10, 11)?,
                    wording: word(row, 12, Wording::from_word)?,
                    colour: colour(row, 13)?,
                    note: row.get(14)?,
                },
            ))
        })
    }
}

impl Stored for Crosswalk {
    fn write(
        connection: &Connection,
        change: &Change<Self::Key, Self>,
    ) -> Result<(), StorageError> {
        match &change.after {
            Some(crosswalk) => connection
                .prepare_cached("INSERT OR REPLACE INTO crosswalk VALUES (?, ?, ?, ?, ?, ?)")?
                .execute(params![
                    change.key.0,
                    crosswalk.name,
                    crosswalk.from.0,
                    crosswalk.to.0,
                    crosswalk.note,
                    crosswalk.wording.word()
                ])?,
            None => connection
                .prepare_cached("DELETE FROM crosswalk WHERE id = ?")?
                .execute([change.key.0])?,
        };
        Ok(())
    }

    fn read(connection: &Connection) -> Result<BTreeMap<Self::Key, Self>, StorageError> {
        let sql = "SELECT id, name, from_framework, to_framework, note, wording FROM crosswalk ORDER BY id";
        all(connection, sql, |row| {
            Ok((
                id(row, 0)?,
                Crosswalk {
                    name: row.get(1)?,
                    from: id(row, 2)?,
                    to: id(row, 3)?,
                    note: row.get(4)?,
                    wording: word(row, 5, Wording::from_word)?,
                },
            ))
        })
    }
}

impl Stored for Link {
    fn write(
        connection: &Connection,
        change: &Change<Self::Key, Self>,
    ) -> Result<(), StorageError> {
        let key = &change.key;
        match &change.after {
            Some(link) => connection
                .prepare_cached("INSERT OR REPLACE INTO link VALUES (?, ?, ?, ?, ?)")?
                .execute(params![
                    key.crosswalk.0,
                    key.from.0,
                    key.to.0,
                    link.weight,
                    link.note
                ])?,
            None => connection
                .prepare_cached(
                    "DELETE FROM link WHERE crosswalk = ? AND from_goal = ? AND to_goal = ?",
                )?
                .execute([key.crosswalk.0, key.from.0, key.to.0])?,
        };
        Ok(())
    }

    fn read(connection: &Connection) -> Result<BTreeMap<Self::Key, Self>, StorageError> {
        let sql = "SELECT crosswalk, from_goal, to_goal, weight, note FROM link ORDER BY crosswalk, from_goal, to_goal";
        all(connection, sql, |row| {
            let key = LinkKey {
                crosswalk: id(row, 0)?,
                from: id(row, 1)?,
                to: id(row, 2)?,
            };
            Ok((
                key,
                Link {
                    weight: row.get(3)?,
                    note: row.get(4)?,
                },
            ))
        })
    }
}

impl Stored for Scale {
    fn write(
        connection: &Connection,
        change: &Change<Self::Key, Self>,
    ) -> Result<(), StorageError> {
        match &change.after {
            Some(scale) => connection
                .prepare_cached("INSERT OR REPLACE INTO scale VALUES (?, ?, ?, ?, ?, ?, ?)")?
                .execute(params![
                    change.key.0,
                    scale.key,
                    scale.version,
                    scale.name.it,
                    scale.name.en,
                    scale.source,
                    json(&scale.levels)
                ])?,
            None => connection
                .prepare_cached("DELETE FROM scale WHERE id = ?")?
                .execute([change.key.0])?,
        };
        Ok(())
    }

    fn read(connection: &Connection) -> Result<BTreeMap<Self::Key, Self>, StorageError> {
        let sql =
            "SELECT id, key, version, name_it, name_en, source, levels FROM scale ORDER BY id";
        all(connection, sql, |row| {
            Ok((
                id(row, 0)?,
                Scale {
                    key: row.get(1)?,
                    version: row.get(2)?,
                    name: label(row, 3, 4)?,
                    source: row.get(5)?,
                    levels: list(row, 6)?,
                },
            ))
        })
    }
}
