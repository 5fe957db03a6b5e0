//! What a view knows of one cell, and what cells add up to (METHODS M2).

use ordito_analysis::Sums;
use ordito_model::{Assessment, CellValue};
use std::ops::Deref;

/// What the grid shows of one assessor's cell.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Dot {
    pub value: CellValue,
    pub has_reason: bool,
    /// A trade-off without a mitigation.
    pub open_conflict: bool,
}
impl Dot {
    pub(super) fn of(cell: &Assessment) -> Self {
        let harms = matches!(cell.value, CellValue::Scored { tradeoff, .. } if tradeoff.0 < 0);
        Self {
            value: cell.value,
            has_reason: !cell.reason.trim().is_empty(),
            open_conflict: harms && cell.mitigation.trim().is_empty(),
        }
    }
}

/// Sums of a row or column over its scored cells (METHODS M2), with what only the screen counts.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct LineSums {
    pub sums: Sums,
    pub with_reason: u32,
    pub open_conflicts: u32,
    pub helped: u32,
}
/// A line's sums read like any other's.
impl Deref for LineSums {
    type Target = Sums;
    fn deref(&self) -> &Sums {
        &self.sums
    }
}
impl LineSums {
    pub(super) fn add(&mut self, dot: Dot, weight: f64) {
        self.sums.add(dot.value.into(), weight);
        self.with_reason += u32::from(dot.has_reason);
        self.open_conflicts += u32::from(dot.open_conflict);
        self.helped +=
            u32::from(matches!(dot.value, CellValue::Scored { benefit, .. } if benefit.0 > 0));
    }
}

/// Counts for the status line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    pub crossings: u64,
    /// Scored, n.a. or "?".
    pub answered: u64,
    pub goals: usize,
    /// Columns that at least one row helps.
    pub goals_covered: usize,
    /// Trade-offs without a mitigation.
    pub open_conflicts: u64,
}
impl Totals {
    pub fn completion(&self) -> f32 {
        if self.crossings == 0 {
            0.0
        } else {
            self.answered as f32 / self.crossings as f32
        }
    }
}
