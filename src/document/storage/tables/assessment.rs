//! Cells: the one table that grows to a million rows, so its reading is written for speed.

use super::Stored;
use super::values::{all, bytes, id, json, list, optional_word, word};
use crate::storage::StorageError;
use ordito_model::{
    Assessment, AssessmentKey, CellValue, Change, Contribution, GoalId, Item, Points, PolicyId,
    Timestamp,
};
use rusqlite::types::{Type, ValueRef};
use rusqlite::{Connection, Row, params};
use std::collections::BTreeMap;

pub const fn kind(item: Item) -> i64 {
    match item {
        Item::Policy(_) => 0,
        Item::Goal(_) => 1,
    }
}

impl Stored for Assessment {
    fn write(
        connection: &Connection,
        change: &Change<Self::Key, Self>,
    ) -> Result<(), StorageError> {
        let key = &change.key;
        let Some(cell) = &change.after else {
            connection
                .prepare_cached(
                    "DELETE FROM cell WHERE matrix = ? AND assessor = ? AND round = ? AND row_kind = ? AND \"row\" = ? \
                 AND column_kind = ? AND \"column\" = ?",
                )?
                .execute(params![
                    key.matrix.0,
                    key.assessor.0,
                    key.round,
                    kind(key.row),
                    key.row.bytes(),
                    kind(key.column),
                    key.column.bytes()
                ])?;
            return Ok(());
        };
        let (state, benefit, tradeoff) = match cell.value {
            CellValue::Unscored => ("unscored", None, None),
            CellValue::NotApplicable => ("not_applicable", None, None),
            CellValue::DontKnow => ("dont_know", None, None),
            CellValue::Scored { benefit, tradeoff } => {
                ("scored", Some(benefit.value()), Some(tradeoff.value()))
            }
        };
        connection
            .prepare_cached("INSERT OR REPLACE INTO cell VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")?
            .execute(params![
                key.matrix.0,
                key.assessor.0,
                key.round,
                kind(key.row),
                key.row.bytes(),
                kind(key.column),
                key.column.bytes(),
                state,
                benefit,
                tradeoff,
                cell.contribution.map(Contribution::word),
                cell.confidence,
                cell.reason,
                cell.mitigation,
                (!cell.sources.is_empty()).then(|| json(&cell.sources)),
                cell.at.0,
                cell.by
            ])?;
        Ok(())
    }

    fn read(connection: &Connection) -> Result<BTreeMap<Self::Key, Self>, StorageError> {
        let sql = "SELECT matrix, assessor, round, row_kind, \"row\", column_kind, \"column\", state, benefit, tradeoff, \
               contribution, confidence, reason, mitigation, sources, at, by FROM cell \
               ORDER BY matrix, assessor, round, row_kind, \"row\", column_kind, \"column\"";
        all(connection, sql, |row| {
            let key = AssessmentKey {
                matrix: id(row, 0)?,
                assessor: id(row, 1)?,
                round: row.get(2)?,
                row: item(row, 3)?,
                column: item(row, 5)?,
            };
            let value = match word(row, 7, |state| match state {
                "unscored" => Some(CellValue::Unscored),
                "not_applicable" => Some(CellValue::NotApplicable),
                "dont_know" => Some(CellValue::DontKnow),
                "scored" => Some(CellValue::net_of(Points::ZERO)),
                _ => None,
            })? {
                CellValue::Scored { .. } => CellValue::Scored {
                    benefit: points(row, 8)?,
                    tradeoff: points(row, 9)?,
                },
                other => other,
            };
            Ok((
                key,
                Assessment {
                    value,
                    contribution: optional_word(row, 10, Contribution::from_word)?,
                    confidence: row.get(11)?,
                    reason: row.get(12)?,
                    mitigation: row.get(13)?,
                    sources: if row.get_ref(14)? == ValueRef::Null {
                        Vec::new()
                    } else {
                        list(row, 14)?
                    },
                    at: Timestamp(row.get(15)?),
                    by: row.get(16)?,
                },
            ))
        })
    }
}

pub fn item(row: &Row<'_>, column: usize) -> rusqlite::Result<Item> {
    let bytes = bytes(row, column + 1)?;
    match row.get::<_, i64>(column)? {
        0 => Ok(Item::Policy(PolicyId(bytes))),
        1 => Ok(Item::Goal(GoalId(bytes))),
        other => Err(rusqlite::Error::IntegralValueOutOfRange(column, other)),
    }
}
fn points(row: &Row<'_>, column: usize) -> rusqlite::Result<Points> {
    Points::try_from(row.get::<_, f64>(column)?).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, Type::Real, error.into())
    })
}
