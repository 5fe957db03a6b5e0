//! The journal: steps and their changes, only ever added to.

use super::StorageError;
use crate::model::{AssessmentKey, Direction, Key as _, Patch, Record, Step, StepLabel, StepNumber, Table, Timestamp};
use rusqlite::{Connection, Row, params};

/// A step without its changes.
#[derive(Debug, Clone, PartialEq)]
pub struct StepHead {
    pub number: StepNumber,
    pub direction: Direction,
    pub target: StepNumber,
    pub label: StepLabel,
    pub at: Timestamp,
    pub by: String,
}

pub fn append(connection: &Connection, step: &Step) -> Result<(), StorageError> {
    let label = serde_json::to_string(&step.label).unwrap_or_default();
    connection.prepare_cached("INSERT INTO step VALUES (?, ?, ?, ?, ?, ?)")?.execute(params![
        step.number.0,
        step.direction.word(),
        step.target.0,
        label,
        step.at.0,
        step.by
    ])?;
    let mut insert = connection.prepare_cached("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?)")?;
    for (place, record) in step.patch.records.iter().enumerate() {
        insert.execute(params![
            step.number.0,
            place as i64,
            record.table().word(),
            record.key_bytes(),
            record.before_json(),
            record.after_json()
        ])?;
    }
    Ok(())
}

fn head(row: &Row<'_>) -> Result<StepHead, StorageError> {
    let damaged = |what: &str| StorageError::Damaged { detail: format!("journal: {what}") };
    let direction: String = row.get(1)?;
    let label: String = row.get(3)?;
    Ok(StepHead {
        number: StepNumber(row.get(0)?),
        direction: Direction::from_word(&direction).ok_or_else(|| damaged("direction"))?,
        target: StepNumber(row.get(2)?),
        label: serde_json::from_str(&label).map_err(|_| damaged("label"))?,
        at: Timestamp(row.get(4)?),
        by: row.get(5)?,
    })
}

/// All steps in order, without their changes.
pub fn heads(connection: &Connection) -> Result<Vec<StepHead>, StorageError> {
    let mut statement =
        connection.prepare("SELECT number, direction, target, label, at, by FROM step ORDER BY number")?;
    let mut rows = statement.query([])?;
    let mut heads = Vec::new();
    while let Some(row) = rows.next()? {
        heads.push(head(row)?);
    }
    Ok(heads)
}

fn record(row: &Row<'_>) -> Result<Record, StorageError> {
    let damaged = |detail: String| StorageError::Damaged { detail: format!("journal: {detail}") };
    let table: String = row.get(0)?;
    let table = Table::from_word(&table).ok_or_else(|| damaged(table.clone()))?;
    let key: Vec<u8> = row.get(1)?;
    let (before, after): (Option<String>, Option<String>) = (row.get(2)?, row.get(3)?);
    Record::from_parts(table, &key, before.as_deref(), after.as_deref()).map_err(|bad| damaged(bad.0))
}

/// The changes of a step.
pub fn patch(connection: &Connection, number: StepNumber) -> Result<Patch, StorageError> {
    let mut statement =
        connection.prepare_cached("SELECT \"table\", key, before, after FROM change WHERE step = ? ORDER BY place")?;
    let mut rows = statement.query([number.0])?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        records.push(record(row)?);
    }
    Ok(Patch { records })
}

/// What happened to one cell, oldest first.
pub fn of_cell(connection: &Connection, key: &AssessmentKey) -> Result<Vec<(StepHead, Record)>, StorageError> {
    let mut statement = connection.prepare_cached(
        "SELECT s.number, s.direction, s.target, s.label, s.at, s.by, c.before, c.after FROM change c \
         JOIN step s ON s.number = c.step WHERE c.key = ? AND c.\"table\" = 'assessment' ORDER BY s.number",
    )?;
    let bytes = key.to_bytes();
    let mut rows = statement.query([&bytes])?;
    let mut list = Vec::new();
    while let Some(row) = rows.next()? {
        let (before, after): (Option<String>, Option<String>) = (row.get(6)?, row.get(7)?);
        let record = Record::from_parts(Table::Assessment, &bytes, before.as_deref(), after.as_deref())
            .map_err(|bad| StorageError::Damaged { detail: format!("journal: {}", bad.0) })?;
        list.push((head(row)?, record));
    }
    Ok(list)
}
