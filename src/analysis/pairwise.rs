//! METHODS M13 for all pairs of rows at once, kept lean: a thousand policies are half a million pairs.

use super::Scores;
use super::coherence::{PairCoherence, Rows, Share, index_without_one};
use ordito_ground::jobs::{Progress, Stopped};
use ordito_model::Item;

/// What two rows have in common: numbers of goals and intensities `Σ w_g min(|s_a|, |s_b|)`.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct PairTotals {
    /// Goals scored for both.
    pub common: u16,
    pub conflicts: u16,
    pub synergies: u16,
    pub joint_harms: u16,
    pub conflict: f64,
    pub synergy: f64,
    pub joint_harm: f64,
    /// Of the goal on which the two help most, and of the one on which they pull or harm most.
    pub strongest_synergy: f64,
    pub strongest_pull: f64,
}
impl PairTotals {
    /// `(Y − X − Z)/(Y + X + Z)`, −1…1; `None` where the two never meet.
    pub fn index(&self) -> Option<f64> {
        let all = self.synergy + self.conflict + self.joint_harm;
        (all > 0.0).then(|| (self.synergy - self.conflict - self.joint_harm) / all)
    }
}
impl PairTotals {
    /// Between which values the index lies without any one goal; `None` when it rests on one alone, or on none.
    pub fn index_without_one(&self) -> Option<(f64, f64)> {
        let pulls = self.conflict + self.joint_harm;
        index_without_one(
            self.synergy,
            pulls,
            self.strongest_synergy,
            self.strongest_pull,
        )
    }
}
impl From<&PairCoherence> for PairTotals {
    fn from(pair: &PairCoherence) -> Self {
        let short = |n: u32| u16::try_from(n).unwrap_or(u16::MAX);
        let goals = |share: Share| short(share.goals);
        Self {
            common: short(pair.common),
            conflicts: goals(pair.conflicts),
            synergies: goals(pair.synergies),
            joint_harms: goals(pair.joint_harm),
            conflict: pair.conflicts.intensity,
            synergy: pair.synergies.intensity,
            joint_harm: pair.joint_harm.intensity,
            strongest_synergy: pair.strongest_synergy,
            strongest_pull: pair.strongest_pull,
        }
    }
}

/// All pairs of rows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pairwise {
    pub rows: Vec<Item>,
    /// Pairs with a later row, row by row.
    met: Vec<PairTotals>,
    /// Cells scored, and crossings there are.
    pub scored: usize,
    pub crossings: usize,
    /// Crossings nobody answered, or nobody knew.
    pub missing: usize,
}

impl Pairwise {
    /// # Errors
    /// [`Stopped`] when the user stops it, between two rows.
    pub fn of(scores: &Scores, progress: &Progress) -> Result<Self, Stopped> {
        let rows = Rows::of(scores);
        let n = scores.rows.len();
        let mut met = Vec::with_capacity(n * n.saturating_sub(1) / 2);
        for row in 0..n {
            progress.step(row, n)?;
            met.extend(rows.pairs_after(row).map(|pair| PairTotals::from(&pair)));
        }
        let (mut scored, mut crossings, mut missing) = (0, 0, 0);
        for (_, _, score) in scores.crossings() {
            crossings += 1;
            scored += usize::from(score.is_scored());
            missing += usize::from(score.is_missing());
        }
        Ok(Self {
            rows: scores.rows.iter().map(|line| line.item).collect(),
            met,
            scored,
            crossings,
            missing,
        })
    }

    /// What two rows have in common, by their places; `None` for a row with itself.
    pub fn at(&self, a: usize, b: usize) -> Option<&PairTotals> {
        let (a, b) = (a.min(b), a.max(b));
        if a == b || b >= self.rows.len() {
            return None;
        }
        // Before row a lie Σ (n − 1 − i) pairs for i < a.
        let before = a * (2 * self.rows.len() - a - 1) / 2;
        self.met.get(before + b - a - 1)
    }

    pub fn n_pairs(&self) -> usize {
        self.met.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::scores;

    #[test]
    fn every_pair_is_found_where_it_is_and_equals_the_pair_alone() {
        let matrix = scores("3 -1 2 0\n-2 1 1 .\n-1 -1 . n\n2 2 2 2\n. . . .");
        let pairwise = Pairwise::of(&matrix, &Progress::unwatched()).unwrap();
        let rows = Rows::of(&matrix);
        assert_eq!(
            (pairwise.n_pairs(), pairwise.scored, pairwise.crossings),
            (10, 13, 20)
        );
        for a in 0..5 {
            for b in 0..5 {
                let wanted = (a != b).then(|| PairTotals::from(&rows.pair(a.min(b), a.max(b))));
                assert_eq!(pairwise.at(a, b).copied(), wanted, "{a} {b}");
            }
        }
        // Rows 1 and 2: +3/−2 and −1/+1 pull (2 and 1), 2/1 agree (1), of three goals: (1 − 3)/4.
        let first = pairwise.at(1, 0).unwrap();
        assert_eq!(
            (
                first.common,
                first.conflicts,
                first.synergies,
                first.joint_harms
            ),
            (3, 2, 1, 0)
        );
        assert_eq!(
            (first.conflict, first.synergy, first.index()),
            (3.0, 1.0, Some(-0.5))
        );
        assert_eq!(pairwise.at(0, 4).unwrap().index(), None);
        assert_eq!(pairwise.at(0, 9), None);
    }

    #[test]
    fn it_stops_when_asked() {
        let progress = Progress::unwatched();
        progress.stop();
        assert_eq!(Pairwise::of(&scores("1\n1"), &progress), Err(Stopped));
    }
}
