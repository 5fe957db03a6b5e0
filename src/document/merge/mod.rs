//! Two copies of one document, edited apart, as one: record by record, and within a record field by field.
//!
//! Pure, as planning is: the outcome goes through `Edit::Merge`. A conflict keeps mine and is listed with both sides;
//! nothing is dropped unsaid.

mod gather;
mod join;
mod references;
mod same;

pub use gather::{GatherError, gather};
pub use join::{Clash, ClashKind, Copy, Family, Joined, RecordKey, Rule, Version, Wish, join};
pub use same::{By, Proposal, proposals, with_one_id};

use ordito_model::{BadRecord, Contents, Patch, Record, StepNumber, Table};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What became of a record that both had to do with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConflictKind {
    /// Both changed the same field; mine stands.
    BothChanged,
    /// I deleted what they changed; it stays, as they have it.
    DeletedHere,
    /// They deleted what I changed; it stays, as I have it.
    DeletedThere,
    /// It belongs to something that one of the two deleted, and goes with it.
    Homeless,
}

/// One conflict, with what each made of the record.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    pub kind: ConflictKind,
    /// From the common state to mine, where I changed it.
    pub mine: Option<Record>,
    /// From the common state to theirs, where they changed it; of what is homeless, the record that goes.
    pub theirs: Option<Record>,
}

/// What came of merging.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    pub contents: Contents,
    pub conflicts: Vec<Conflict>,
    /// Records taken from theirs, whole or in part.
    pub taken: usize,
}

/// Merges `theirs` into `mine`; `base` is the last state both had.
///
/// # Errors
/// When a merged record cannot be read back, which does not happen with records of this program.
pub fn merge(base: &Contents, mine: &Contents, theirs: &Contents) -> Result<Merged, BadRecord> {
    let key = |record: &Record| (record.table(), record.key_bytes());
    let changed: BTreeMap<(Table, Vec<u8>), Record> = base
        .difference(mine)
        .records
        .into_iter()
        .map(|record| (key(&record), record))
        .collect();
    let (mut patch, mut conflicts) = (Patch::default(), Vec::new());
    for their in base.difference(theirs).records {
        let Some(my) = changed.get(&key(&their)) else {
            patch.records.push(their);
            continue;
        };
        let (base, mine, theirs) = (their.before_json(), my.after_json(), their.after_json());
        let conflict = |kind| Conflict {
            kind,
            mine: Some(my.clone()),
            theirs: Some(their.clone()),
        };
        match (&mine, &theirs) {
            _ if mine == theirs => {}
            (None, Some(_)) => {
                conflicts.push(conflict(ConflictKind::DeletedHere));
                patch.records.push(their);
            }
            (Some(_), None) => conflicts.push(conflict(ConflictKind::DeletedThere)),
            (Some(mine), Some(theirs)) => {
                let (merged, clash) = fields(base.as_deref(), mine, theirs)?;
                if clash {
                    conflicts.push(conflict(ConflictKind::BothChanged));
                }
                if let Some(merged) = merged {
                    let table = their.table();
                    patch.records.push(Record::from_parts(
                        table,
                        &their.key_bytes(),
                        None,
                        Some(&merged),
                    )?);
                }
            }
            (None, None) => {}
        }
    }
    let taken = patch.records.len();
    let mut contents = mine.clone();
    contents.commit(&patch);
    let mut homeless = Vec::new();
    references::mend(&mut contents, &[mine, theirs], &mut homeless);
    for record in homeless {
        conflicts.push(Conflict {
            kind: ConflictKind::Homeless,
            mine: None,
            theirs: Some(record),
        });
    }
    Ok(Merged {
        contents,
        conflicts,
        taken,
    })
}

/// Fields that follow others and are nobody's decision.
const FOLLOWING: &[&str] = &["at", "by", "position"];

/// Merges two JSON objects field by field: the outcome where it is not mine, and whether both changed one differently.
fn fields(
    base: Option<&str>,
    mine: &str,
    theirs: &str,
) -> Result<(Option<String>, bool), BadRecord> {
    let object = |text: &str| serde_json::from_str::<Map<String, Value>>(text).map_err(bad);
    let (base, mine, theirs) = (
        base.map(object).transpose()?.unwrap_or_default(),
        object(mine)?,
        object(theirs)?,
    );
    let (mut merged, mut clash, mut took) = (mine.clone(), false, false);
    let names: std::collections::BTreeSet<&String> = mine.keys().chain(theirs.keys()).collect();
    for name in names {
        let (before, my, their) = (base.get(name), mine.get(name), theirs.get(name));
        if my == their || their == before || FOLLOWING.contains(&name.as_str()) {
            continue;
        }
        if my == before {
            took = true;
            match their {
                Some(value) => merged.insert(name.clone(), value.clone()),
                None => merged.remove(name),
            };
        } else {
            clash = true;
        }
    }
    if took {
        for name in ["at", "by"] {
            // Whoever wrote last signs the record.
            let later =
                theirs.get("at").and_then(Value::as_i64) > mine.get("at").and_then(Value::as_i64);
            if let Some(value) = theirs.get(name).filter(|_| later) {
                merged.insert(name.to_owned(), value.clone());
            }
        }
    }
    let merged = took
        .then(|| serde_json::to_string(&merged))
        .transpose()
        .map_err(bad)?;
    Ok((merged, clash))
}

fn bad(error: serde_json::Error) -> BadRecord {
    BadRecord(error.to_string())
}

/// The last step that two journals have in common.
pub fn common_step(
    mine: &[crate::storage::StepHead],
    theirs: &[crate::storage::StepHead],
) -> StepNumber {
    mine.iter()
        .zip(theirs)
        .take_while(|(a, b)| a == b)
        .last()
        .map_or(StepNumber(0), |(step, _)| step.number)
}
