//! Changes to a document as data: a `Change` of one record, and a `Patch` as a list of them.
//!
//! A new field of a record is left out of its JSON where it is empty (`#[serde(default, skip_serializing_if = "…")]`): the
//! content hash and the journal hold that JSON, and `tests/it/storage/stored_form.rs` holds them to it.

use super::{Record, Row, Table};
use std::collections::BTreeMap;

/// A record that changes from `before` to `after`; `None` is "not there".
#[derive(Debug, Clone, PartialEq)]
pub struct Change<K, V> {
    pub key: K,
    pub before: Option<V>,
    pub after: Option<V>,
}
impl<K: Clone, V: Clone> Change<K, V> {
    pub fn inverse(&self) -> Self {
        Self {
            key: self.key.clone(),
            before: self.after.clone(),
            after: self.before.clone(),
        }
    }
}

/// A journal entry that is not what this program writes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a record of the journal cannot be read: {0}")]
pub struct BadRecord(pub String);

/// Changes that belong together. At most one record for each key.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Patch {
    pub records: Vec<Record>,
}

impl Patch {
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }
    /// The patch that takes this one back.
    pub fn inverse(&self) -> Self {
        Self {
            records: self.records.iter().rev().map(Record::inverse).collect(),
        }
    }
    /// This patch and then `later` as one: for each key the first `before` and the last `after`.
    pub fn followed_by(self, later: Self) -> Self {
        let mut whole = PatchInOrder::default();
        whole.add(self);
        whole.add(later);
        whole.into_patch()
    }
    /// Adds a change unless it changes nothing.
    pub fn push<R: Row>(&mut self, key: R::Key, before: Option<R>, after: Option<R>) {
        if before != after {
            self.records.push(R::record(Change { key, before, after }));
        }
    }
}

/// Patches that follow each other, on their way to be one.
#[derive(Debug, Default)]
pub struct PatchInOrder {
    places: BTreeMap<(Table, Vec<u8>), usize>,
    records: Vec<Option<Record>>,
}
impl PatchInOrder {
    /// Takes in the patch that comes next.
    pub fn add(&mut self, next: Patch) {
        for record in next.records {
            let at = *self
                .places
                .entry((record.table(), record.key_bytes()))
                .or_insert_with(|| {
                    self.records.push(None);
                    self.records.len() - 1
                });
            if let Some(place) = self.records.get_mut(at) {
                *place = Some(match place.take() {
                    Some(first) => first.followed_by(record),
                    None => record,
                });
            }
        }
    }
    /// What they all do together.
    pub fn into_patch(self) -> Patch {
        let records = self
            .records
            .into_iter()
            .flatten()
            .filter(|record| !record.changes_nothing());
        Patch {
            records: records.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Assessment, AssessmentKey, AssessorId, CellValue, Contents, GoalId, Item, MatrixId, Policy,
        PolicyId,
    };

    /// A patch of half a million cells takes the room of half a million cells.
    #[test]
    fn a_change_of_a_cell_does_not_take_the_room_of_a_policy() {
        assert!(
            size_of::<Record>() <= size_of::<Change<AssessmentKey, Assessment>>() + 8,
            "{}",
            size_of::<Record>()
        );
        assert!(size_of::<Change<PolicyId, Policy>>() > 2 * size_of::<Record>());
    }

    /// Thousands of records at once go into memory another way than a few: to the same contents.
    #[test]
    fn many_records_at_once_are_those_one_by_one() {
        let key = |n: u128| AssessmentKey {
            matrix: MatrixId::fixed(n % 3),
            assessor: AssessorId::AGREED,
            round: 0,
            row: Item::Policy(PolicyId::fixed(n * 7_919 % 5_003)),
            column: Item::Goal(GoalId::fixed(n)),
        };
        let said = |n: u128, by: &str| {
            let value = if n.is_multiple_of(2) {
                CellValue::DontKnow
            } else {
                CellValue::NotApplicable
            };
            Record::Assessment(Change {
                key: key(n),
                before: None,
                after: Some(Assessment {
                    value,
                    by: by.to_owned(),
                    ..Assessment::default()
                }),
            })
        };
        let gone = |n: u128| {
            Record::Assessment(Change {
                key: key(n),
                before: None,
                after: None,
            })
        };
        let first = Patch {
            records: (0..2_000).map(|n| said(n, "prima")).collect(),
        };
        // New ones, ones in the place of others, and some that go.
        let changed = (1_000_u128..4_000).map(|n| {
            if n.is_multiple_of(5) {
                gone(n)
            } else {
                said(n, "dopo")
            }
        });
        let second = Patch {
            records: changed.rev().collect(),
        };
        let (mut whole, mut single) = (Contents::default(), Contents::default());
        for patch in [first, second] {
            whole.commit(&patch);
            for record in patch.records {
                single.commit(&Patch {
                    records: vec![record],
                });
            }
        }
        assert_eq!(whole, single);
        assert_eq!(whole.assessments.len(), 4_000 - 600);
        assert_eq!(whole.hash(), single.hash());
        let mut one_by_one = crate::ContentHash::default();
        whole.each_record(|table, key, json| one_by_one = one_by_one.with(table, key, json));
        assert_eq!(whole.hash(), one_by_one);
    }
}
