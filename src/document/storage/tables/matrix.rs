//! Matrices, their lines, assessors.

use super::Stored;
use super::values::{all, bytes, id, json, list, word};
use crate::storage::StorageError;
use ordito_model::{
    Assessor, AssessorKind, Axis, Change, GoalId, Item, Line, LineKey, Matrix, MatrixKind, PolicyId,
};
use rusqlite::{Connection, params};
use std::collections::BTreeMap;

impl Stored for Matrix {
    fn write(
        connection: &Connection,
        change: &Change<Self::Key, Self>,
    ) -> Result<(), StorageError> {
        match &change.after {
            Some(matrix) => connection
                .prepare_cached("INSERT OR REPLACE INTO matrix VALUES (?, ?, ?, ?, ?, ?, ?, ?)")?
                .execute(params![
                    change.key.0,
                    matrix.name,
                    matrix.kind.word(),
                    matrix.scale.0,
                    matrix.position,
                    matrix.note,
                    matrix.illustrative,
                    json(&matrix.assessors)
                ])?,
            None => connection
                .prepare_cached("DELETE FROM matrix WHERE id = ?")?
                .execute([change.key.0])?,
        };
        Ok(())
    }

    fn read(connection: &Connection) -> Result<BTreeMap<Self::Key, Self>, StorageError> {
        let sql = "SELECT id, name, kind, scale, position, note, illustrative, assessors FROM matrix ORDER BY id";
        all(connection, sql, |row| {
            Ok((
                id(row, 0)?,
                Matrix {
                    name: row.get(1)?,
                    kind: word(row, 2, MatrixKind::from_word)?,
                    scale: id(row, 3)?,
                    position: row.get(4)?,
                    note: row.get(5)?,
                    illustrative: row.get(6)?,
                    assessors: list(row, 7)?,
                },
            ))
        })
    }
}

const fn item_kind(item: Item) -> &'static str {
    match item {
        Item::Policy(_) => "policy",
        Item::Goal(_) => "goal",
    }
}

impl Stored for Line {
    fn write(
        connection: &Connection,
        change: &Change<Self::Key, Self>,
    ) -> Result<(), StorageError> {
        let key = &change.key;
        let (axis, kind, item) = (key.axis.word(), item_kind(key.item), key.item.bytes());
        match &change.after {
            Some(line) => connection
                .prepare_cached("INSERT OR REPLACE INTO line VALUES (?, ?, ?, ?, ?, ?, ?)")?
                .execute(params![
                    key.matrix.0,
                    axis,
                    kind,
                    item,
                    line.position,
                    line.weight,
                    line.hidden
                ])?,
            None => connection
                .prepare_cached(
                    "DELETE FROM line WHERE matrix = ? AND axis = ? AND item_kind = ? AND item = ?",
                )?
                .execute(params![key.matrix.0, axis, kind, item])?,
        };
        Ok(())
    }

    fn read(connection: &Connection) -> Result<BTreeMap<Self::Key, Self>, StorageError> {
        let sql = "SELECT matrix, axis, item_kind, item, position, weight, hidden FROM line";
        all(connection, sql, |row| {
            let item_bytes = bytes(row, 3)?;
            let item = word(row, 2, |kind| match kind {
                "policy" => Some(Item::Policy(PolicyId([0; 16]))),
                "goal" => Some(Item::Goal(GoalId([0; 16]))),
                _ => None,
            })?;
            let item = match item {
                Item::Policy(_) => Item::Policy(PolicyId(item_bytes)),
                Item::Goal(_) => Item::Goal(GoalId(item_bytes)),
            };
            Ok((
                LineKey {
                    matrix: id(row, 0)?,
                    axis: word(row, 1, Axis::from_word)?,
                    item,
                },
                Line {
                    position: row.get(4)?,
                    weight: row.get(5)?,
                    hidden: row.get(6)?,
                },
            ))
        })
    }
}

impl Stored for Assessor {
    fn write(
        connection: &Connection,
        change: &Change<Self::Key, Self>,
    ) -> Result<(), StorageError> {
        match &change.after {
            Some(assessor) => connection
                .prepare_cached("INSERT OR REPLACE INTO assessor VALUES (?, ?, ?, ?, ?)")?
                .execute(params![
                    change.key.0,
                    assessor.name,
                    assessor.kind.word(),
                    assessor.note,
                    assessor.position
                ])?,
            None => connection
                .prepare_cached("DELETE FROM assessor WHERE id = ?")?
                .execute([change.key.0])?,
        };
        Ok(())
    }

    fn read(connection: &Connection) -> Result<BTreeMap<Self::Key, Self>, StorageError> {
        all(
            connection,
            "SELECT id, name, kind, note, position FROM assessor ORDER BY id",
            |row| {
                Ok((
                    id(row, 0)?,
                    Assessor {
                        name: row.get(1)?,
                        kind: word(row, 2, AssessorKind::from_word)?,
                        note: row.get(3)?,
                        position: row.get(4)?,
                    },
                ))
            },
        )
    }
}
