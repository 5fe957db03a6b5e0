//! What is worked out of conflicts: which there are, and which of them something softens.

use super::{Asked, WorkedOut};
use ordito_analysis::conflicts;
use ordito_ground::jobs::{Progress, Stopped};
use ordito_model::{AssessmentKey, Item};
use std::collections::HashSet;

/// Pairs of policies on a goal that are listed among the conflicts; the others are counted.
const MOST_PAIRS: usize = 5_000;

/// METHODS M2, M13, M15
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflicts;

impl WorkedOut for Conflicts {
    type Found = ordito_analysis::Conflicts;

    fn work_out(&self, of: Asked, progress: &Progress) -> Result<Option<Self::Found>, Stopped> {
        let Asked {
            contents,
            scores,
            matrix,
            assessor,
        } = of;
        let is_of = |key: &AssessmentKey| key.round == 0 && key.assessor == assessor;
        let softened: HashSet<(Item, Item)> = contents
            .cells_of(matrix)
            .filter(|(key, cell)| is_of(key) && !cell.mitigation.trim().is_empty())
            .map(|(key, _)| (key.row, key.column))
            .collect();
        drop(contents);
        let mitigated = |row, column| softened.contains(&(row, column));
        Ok(Some(conflicts(&scores, mitigated, MOST_PAIRS, progress)?))
    }
}
