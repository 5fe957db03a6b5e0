//! What a view knows of one cell, and what cells add up to (METHODS M2).

use crate::model::{Assessment, CellValue};

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

/// Sums of a row or column over its scored cells (METHODS M2).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct LineSums {
    /// Gross benefit `B = Σ w b`.
    pub benefit: f64,
    /// Gross harm `T = Σ w t`, zero or negative.
    pub tradeoff: f64,
    pub scored: u32,
    pub not_applicable: u32,
    pub dont_know: u32,
    /// Crossings there are: the diagonal of a square matrix is none.
    pub crossings: u32,
    pub with_reason: u32,
    pub open_conflicts: u32,
    pub helped: u32,
}
impl LineSums {
    pub fn net(&self) -> f64 {
        self.benefit + self.tradeoff
    }
    /// Scored of what could be: n.a. is no crossing.
    pub fn coverage(&self) -> f64 {
        let possible = self.crossings.saturating_sub(self.not_applicable);
        if possible == 0 { 0.0 } else { f64::from(self.scored) / f64::from(possible) }
    }
    /// Crossings nobody answered.
    pub fn unanswered(&self) -> u32 {
        self.crossings.saturating_sub(self.scored + self.not_applicable + self.dont_know)
    }
    pub(super) fn add(&mut self, dot: Dot, weight: f64) {
        self.crossings += 1;
        self.with_reason += u32::from(dot.has_reason);
        self.open_conflicts += u32::from(dot.open_conflict);
        match dot.value {
            CellValue::Unscored => {}
            CellValue::NotApplicable => self.not_applicable += 1,
            CellValue::DontKnow => self.dont_know += 1,
            CellValue::Scored { benefit, tradeoff } => {
                self.scored += 1;
                self.benefit += weight * benefit.value();
                self.tradeoff += weight * tradeoff.value();
                self.helped += u32::from(benefit.0 > 0);
            }
        }
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
        if self.crossings == 0 { 0.0 } else { self.answered as f32 / self.crossings as f32 }
    }
}
