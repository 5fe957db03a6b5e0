//! Ranks with how far they hold when cells are left out.

use super::Subject;
use crate::analysis::case_deletion::{CaseDeletion, ONE_IN, RankRange, rank_ranges};
use crate::analysis::{Scores, Square};
use crate::cli::Refused;
use crate::jobs::Stopped;
use serde_json::{Value, json};

/// What items are ranked by: a list of values for each measure.
type Measures = Vec<Vec<Option<f64>>>;

pub struct RankRanges {
    left_out: CaseDeletion,
    ranges: Vec<Vec<Option<RankRange>>>,
}
impl RankRanges {
    /// Of a cross-impact matrix.
    pub fn of(
        subject: &Subject<'_>,
        left_out: CaseDeletion,
        now: &[Vec<Option<f64>>],
        measure: impl Fn(&Square) -> Result<Measures, Stopped> + Sync,
    ) -> Result<Self, Refused> {
        Self::of_scores(subject, left_out, now, |less| {
            Square::of(less).as_ref().map_or(Ok(Vec::new()), &measure)
        })
    }
    pub fn of_scores(
        subject: &Subject<'_>,
        left_out: CaseDeletion,
        now: &[Vec<Option<f64>>],
        measure: impl Fn(&Scores) -> Result<Measures, Stopped> + Sync,
    ) -> Result<Self, Refused> {
        Self::of_scores_in(subject, &subject.scores, left_out, now, measure)
    }
    /// Of other scores than the subject's own.
    pub fn of_scores_in(
        subject: &Subject<'_>,
        scores: &Scores,
        left_out: CaseDeletion,
        now: &[Vec<Option<f64>>],
        measure: impl Fn(&Scores) -> Result<Measures, Stopped> + Sync,
    ) -> Result<Self, Refused> {
        let draws = subject.unstopped(left_out.draws(scores, &subject.progress, measure))?;
        let of = |at: usize| {
            draws
                .iter()
                .filter_map(move |draw| draw.get(at))
                .map(Vec::as_slice)
        };
        let ranges = now
            .iter()
            .enumerate()
            .map(|(at, now)| rank_ranges(now, of(at)))
            .collect();
        Ok(Self { left_out, ranges })
    }
    /// How cells were left out.
    pub fn said(&self) -> Value {
        json!({ "draws": self.left_out.n, "seed": self.left_out.seed, "one_in": ONE_IN })
    }
    /// An item's rank by a measure; null where it has none.
    pub fn rank(&self, measure: usize, place: usize) -> Value {
        let range = self
            .ranges
            .get(measure)
            .and_then(|ranges| ranges.get(place))
            .copied()
            .flatten();
        range.map_or(
            Value::Null,
            |range| json!({ "rank": range.rank, "low": range.low, "high": range.high, "top_three": range.top_three }),
        )
    }
}
