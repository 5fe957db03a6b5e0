//! Named versions.

use super::Stored;
use super::values::{all, id};
use crate::storage::StorageError;
use ordito_model::{Change, Milestone, StepNumber, Timestamp};
use rusqlite::{Connection, params};
use std::collections::BTreeMap;

impl Stored for Milestone {
    fn write(
        connection: &Connection,
        change: &Change<Self::Key, Self>,
    ) -> Result<(), StorageError> {
        match &change.after {
            Some(milestone) => connection
                .prepare_cached("INSERT OR REPLACE INTO milestone VALUES (?, ?, ?, ?, ?, ?)")?
                .execute(params![
                    change.key.0,
                    milestone.name,
                    milestone.note,
                    milestone.step.0,
                    milestone.at.0,
                    milestone.by
                ])?,
            None => connection
                .prepare_cached("DELETE FROM milestone WHERE id = ?")?
                .execute([change.key.0])?,
        };
        Ok(())
    }

    fn read(connection: &Connection) -> Result<BTreeMap<Self::Key, Self>, StorageError> {
        all(
            connection,
            "SELECT id, name, note, step, at, by FROM milestone ORDER BY id",
            |row| {
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
            },
        )
    }
}
