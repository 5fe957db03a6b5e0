//! Policies and their clusters.

use super::Stored;
use super::values::{all, colour, id, json, list, optional_id, optional_word, parsed, word};
use crate::storage::StorageError;
use ordito_model::{Change, Cluster, Level, Policy, PolicyKind, Rgb, Wording, YearMonth};
use rusqlite::{Connection, params};
use std::collections::BTreeMap;

impl Stored for Policy {
    fn write(
        connection: &Connection,
        change: &Change<Self::Key, Self>,
    ) -> Result<(), StorageError> {
        let Some(policy) = &change.after else {
            connection
                .prepare_cached("DELETE FROM policy WHERE id = ?")?
                .execute([change.key.0])?;
            return Ok(());
        };
        connection
            .prepare_cached(
                "INSERT OR REPLACE INTO policy VALUES \
             (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                change.key.0,
                policy.parent.map(|id| id.0),
                policy.position,
                policy.code,
                policy.name,
                policy.short,
                policy.kind.word(),
                policy.level.map(Level::word),
                policy.territory,
                policy.owner.map(|id| id.0),
                json(&policy.actors),
                policy.start.as_ref().map(YearMonth::to_string),
                policy.end.as_ref().map(YearMonth::to_string),
                policy.budget_cents,
                policy.budget_note,
                json(&policy.beneficiaries),
                json(&policy.expected_results),
                json(&policy.outputs),
                json(&policy.links),
                policy.description,
                policy.effects_here,
                policy.effects_elsewhere,
                policy.effects_future,
                policy.wording.word(),
                policy.variant_of.map(|id| id.0),
            ])?;
        Ok(())
    }

    fn read(connection: &Connection) -> Result<BTreeMap<Self::Key, Self>, StorageError> {
        let sql = "SELECT id, parent, position, code, name, short, kind, level, territory, owner, actors, start, \"end\", \
               budget_cents, budget_note, beneficiaries, expected_results, outputs, links, description, effects_here, \
               effects_elsewhere, effects_future, wording, variant_of FROM policy ORDER BY id";
        all(connection, sql, |row| {
            Ok((
                id(row, 0)?,
                Policy {
                    parent: optional_id(row, 1)?,
                    position: row.get(2)?,
                    code: row.get(3)?,
                    name: row.get(4)?,
                    short: row.get(5)?,
                    kind: word(row, 6, PolicyKind::from_word)?,
                    level: optional_word(row, 7, Level::from_word)?,
                    territory: row.get(8)?,
                    owner: optional_id(row, 9)?,
                    actors: list(row, 10)?,
                    start: parsed(row, 11)?,
                    end: parsed(row, 12)?,
                    budget_cents: row.get(13)?,
                    budget_note: row.get(14)?,
                    beneficiaries: list(row, 15)?,
                    expected_results: list(row, 16)?,
                    outputs: list(row, 17)?,
                    links: list(row, 18)?,
                    description: row.get(19)?,
                    effects_here: row.get(20)?,
                    effects_elsewhere: row.get(21)?,
                    effects_future: row.get(22)?,
                    wording: word(row, 23, Wording::from_word)?,
                    variant_of: optional_id(row, 24)?,
                },
            ))
        })
    }
}

impl Stored for Cluster {
    fn write(
        connection: &Connection,
        change: &Change<Self::Key, Self>,
    ) -> Result<(), StorageError> {
        match &change.after {
            Some(cluster) => connection
                .prepare_cached("INSERT OR REPLACE INTO cluster VALUES (?, ?, ?, ?, ?, ?)")?
                .execute(params![
                    change.key.0,
                    cluster.name,
                    cluster.colour.as_ref().map(Rgb::to_string),
                    cluster.position,
                    json(&cluster.members),
                    cluster.note
                ])?,
            None => connection
                .prepare_cached("DELETE FROM cluster WHERE id = ?")?
                .execute([change.key.0])?,
        };
        Ok(())
    }

    fn read(connection: &Connection) -> Result<BTreeMap<Self::Key, Self>, StorageError> {
        all(
            connection,
            "SELECT id, name, colour, position, members, note FROM cluster ORDER BY id",
            |row| {
                Ok((
                    id(row, 0)?,
                    Cluster {
                        name: row.get(1)?,
                        colour: colour(row, 2)?,
                        position: row.get(3)?,
                        members: list(row, 4)?,
                        note: row.get(5)?,
                    },
                ))
            },
        )
    }
}
