//! When policies last changed, read from the journal: the records themselves do not say.

use super::Document;
use crate::storage::StorageError;
use ordito_model::{Direction, Policy, PolicyId, Record, Table, Timestamp};
use std::collections::BTreeMap;

impl Document {
    /// When the fields of each policy last changed after it was added. Moves in the tree are no change of a policy, and
    /// a change that was undone is none either. Policies that never changed are not in the map.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn policy_changes(&self) -> Result<BTreeMap<PolicyId, Timestamp>, StorageError> {
        let mut changes: BTreeMap<PolicyId, Vec<Timestamp>> = BTreeMap::new();
        for (step, record) in self.working.table_history(Table::Policy)? {
            let Record::Policy(change) = record else {
                continue;
            };
            let (Some(before), Some(after)) = (change.before, change.after) else {
                continue;
            };
            if fields(before) == fields(after) {
                continue;
            }
            let of_policy = changes.entry(change.key).or_default();
            match step.direction {
                Direction::Do | Direction::Redo => of_policy.push(step.at),
                Direction::Undo => drop(of_policy.pop()),
            }
        }
        Ok(changes
            .into_iter()
            .filter_map(|(id, times)| Some((id, times.into_iter().max()?)))
            .collect())
    }
}

/// A policy without its place in the tree.
fn fields(policy: Policy) -> Policy {
    Policy {
        parent: None,
        position: 0,
        ..policy
    }
}
