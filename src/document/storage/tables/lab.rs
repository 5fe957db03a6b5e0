//! Laboratories and their questions.

use super::Stored;
use super::assessment::{item, kind};
use super::values::{all, id, json, list, optional_id};
use crate::storage::StorageError;
use ordito_model::{Change, Lab, Outcome, Question};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, params};
use std::collections::BTreeMap;

impl Stored for Lab {
    const SINCE: i64 = 2;

    fn write(
        connection: &Connection,
        change: &Change<Self::Key, Self>,
    ) -> Result<(), StorageError> {
        match &change.after {
            Some(lab) => connection
                .prepare_cached(
                    "INSERT OR REPLACE INTO lab VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                )?
                .execute(params![
                    change.key.0,
                    lab.title,
                    lab.matrix.0,
                    lab.position,
                    lab.date,
                    lab.place,
                    lab.question,
                    lab.rounds,
                    json(&lab.rule),
                    lab.anonymous,
                    lab.notes,
                    json(&lab.participants),
                    lab.source.map(|source| source.0),
                    lab.current.map(|current| current.0),
                ])?,
            None => connection
                .prepare_cached("DELETE FROM lab WHERE id = ?")?
                .execute([change.key.0])?,
        };
        Ok(())
    }

    fn read(connection: &Connection) -> Result<BTreeMap<Self::Key, Self>, StorageError> {
        let sql = "SELECT id, title, matrix, position, date, place, question, rounds, rule, anonymous, notes, \
               participants, source, current FROM lab ORDER BY id";
        all(connection, sql, |row| {
            Ok((
                id(row, 0)?,
                Lab {
                    title: row.get(1)?,
                    matrix: id(row, 2)?,
                    position: row.get(3)?,
                    date: row.get(4)?,
                    place: row.get(5)?,
                    question: row.get(6)?,
                    rounds: row.get(7)?,
                    rule: list(row, 8)?,
                    anonymous: row.get(9)?,
                    notes: row.get(10)?,
                    participants: list(row, 11)?,
                    source: optional_id(row, 12)?,
                    current: optional_id(row, 13)?,
                },
            ))
        })
    }
}

impl Stored for Question {
    const SINCE: i64 = 2;

    fn write(
        connection: &Connection,
        change: &Change<Self::Key, Self>,
    ) -> Result<(), StorageError> {
        match &change.after {
            Some(question) => connection
                .prepare_cached(
                    "INSERT OR REPLACE INTO question VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                )?
                .execute(params![
                    change.key.0,
                    question.lab.0,
                    question.position,
                    kind(question.row),
                    question.row.bytes(),
                    kind(question.column),
                    question.column.bytes(),
                    question.minutes,
                    question.notes,
                    question.round,
                    question.revealed,
                    question.outcome.as_ref().map(json::<Outcome>),
                ])?,
            None => connection
                .prepare_cached("DELETE FROM question WHERE id = ?")?
                .execute([change.key.0])?,
        };
        Ok(())
    }

    fn read(connection: &Connection) -> Result<BTreeMap<Self::Key, Self>, StorageError> {
        let sql = "SELECT id, lab, position, row_kind, \"row\", column_kind, \"column\", minutes, notes, round, revealed, \
               outcome FROM question ORDER BY id";
        all(connection, sql, |row| {
            Ok((
                id(row, 0)?,
                Question {
                    lab: id(row, 1)?,
                    position: row.get(2)?,
                    row: item(row, 3)?,
                    column: item(row, 5)?,
                    minutes: row.get(7)?,
                    notes: row.get(8)?,
                    round: row.get(9)?,
                    revealed: row.get(10)?,
                    outcome: if row.get_ref(11)? == ValueRef::Null {
                        None
                    } else {
                        Some(list(row, 11)?)
                    },
                },
            ))
        })
    }
}
