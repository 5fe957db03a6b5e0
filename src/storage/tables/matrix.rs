//! Matrices and their lines, assessors, milestones.

use super::values::{all, bytes, id, json, list, word};
use crate::model::{
    Assessor, AssessorId, AssessorKind, Axis, Change, GoalId, Item, Line, LineKey, Matrix, MatrixId, MatrixKind,
    Milestone, MilestoneId, PolicyId, StepNumber, Timestamp,
};
use crate::storage::StorageError;
use rusqlite::{Connection, params};
use std::collections::BTreeMap;

pub fn write_matrix(connection: &Connection, change: &Change<MatrixId, Matrix>) -> Result<(), StorageError> {
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
        None => connection.prepare_cached("DELETE FROM matrix WHERE id = ?")?.execute([change.key.0])?,
    };
    Ok(())
}
pub fn read_matrices(connection: &Connection) -> Result<BTreeMap<MatrixId, Matrix>, StorageError> {
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

const fn item_kind(item: Item) -> &'static str {
    match item {
        Item::Policy(_) => "policy",
        Item::Goal(_) => "goal",
    }
}

pub fn write_line(connection: &Connection, change: &Change<LineKey, Line>) -> Result<(), StorageError> {
    let key = &change.key;
    let (axis, kind, item) = (key.axis.word(), item_kind(key.item), key.item.bytes());
    match &change.after {
        Some(line) => connection
            .prepare_cached("INSERT OR REPLACE INTO line VALUES (?, ?, ?, ?, ?, ?, ?)")?
            .execute(params![key.matrix.0, axis, kind, item, line.position, line.weight, line.hidden])?,
        None => connection
            .prepare_cached("DELETE FROM line WHERE matrix = ? AND axis = ? AND item_kind = ? AND item = ?")?
            .execute(params![key.matrix.0, axis, kind, item])?,
    };
    Ok(())
}
pub fn read_lines(connection: &Connection) -> Result<BTreeMap<LineKey, Line>, StorageError> {
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
            LineKey { matrix: id(row, 0)?, axis: word(row, 1, Axis::from_word)?, item },
            Line { position: row.get(4)?, weight: row.get(5)?, hidden: row.get(6)? },
        ))
    })
}

pub fn write_assessor(connection: &Connection, change: &Change<AssessorId, Assessor>) -> Result<(), StorageError> {
    match &change.after {
        Some(assessor) => connection
            .prepare_cached("INSERT OR REPLACE INTO assessor VALUES (?, ?, ?, ?, ?)")?
            .execute(params![change.key.0, assessor.name, assessor.kind.word(), assessor.note, assessor.position])?,
        None => connection.prepare_cached("DELETE FROM assessor WHERE id = ?")?.execute([change.key.0])?,
    };
    Ok(())
}
pub fn read_assessors(connection: &Connection) -> Result<BTreeMap<AssessorId, Assessor>, StorageError> {
    all(connection, "SELECT id, name, kind, note, position FROM assessor ORDER BY id", |row| {
        Ok((
            id(row, 0)?,
            Assessor {
                name: row.get(1)?,
                kind: word(row, 2, AssessorKind::from_word)?,
                note: row.get(3)?,
                position: row.get(4)?,
            },
        ))
    })
}

pub fn write_milestone(connection: &Connection, change: &Change<MilestoneId, Milestone>) -> Result<(), StorageError> {
    match &change.after {
        Some(milestone) => {
            connection.prepare_cached("INSERT OR REPLACE INTO milestone VALUES (?, ?, ?, ?, ?, ?)")?.execute(
                params![change.key.0, milestone.name, milestone.note, milestone.step.0, milestone.at.0, milestone.by],
            )?
        }
        None => connection.prepare_cached("DELETE FROM milestone WHERE id = ?")?.execute([change.key.0])?,
    };
    Ok(())
}
pub fn read_milestones(connection: &Connection) -> Result<BTreeMap<MilestoneId, Milestone>, StorageError> {
    all(connection, "SELECT id, name, note, step, at, by FROM milestone ORDER BY id", |row| {
        Ok((
            id(row, 0)?,
            Milestone {
                name: row.get(1)?,
                note: row.get(2)?,
                step: StepNumber(row.get(3)?),
                at: Timestamp(row.get(4)?),
                by: row.get(5)?,
            },
        ))
    })
}
