//! A rank with how far it holds: no chart, table or file shows the one without the other.

use super::Value;
use super::sheet::Column;
use ordito_analysis::case_deletion::{CaseDeletion, ONE_IN, RankRange};
use ordito_words::Words;

/// Room for a rank with its range at the beginning of a line.
pub(super) const ROOM: f64 = 104.0;

/// "3 (2–5)", or a dash.
pub(super) fn short(words: &Words, range: Option<&RankRange>) -> String {
    range.map_or_else(|| "–".to_owned(), |range| with(words, "rank-short", range))
}

/// "2–5"
pub(super) fn range(words: &Words, range: &RankRange) -> String {
    with(words, "rank-range", range)
}

/// In words.
pub(super) fn said(words: &Words, range: Option<&RankRange>) -> String {
    range.map_or_else(
        || words.rank_none(),
        |range| with(words, "rank-said", range),
    )
}

fn with(words: &Words, key: &str, range: &RankRange) -> String {
    words.say_with(
        key,
        &[
            ("rank", range.rank.into()),
            ("low", range.low.into()),
            ("high", range.high.into()),
        ],
    )
}

/// A row of a table that has ranks, one or several.
pub(super) trait Ranked {
    fn range(&self, at: usize) -> Option<&RankRange>;
    fn rank(&self, at: usize, of: fn(&RankRange) -> usize) -> Value {
        Value::figure(self.range(at).map(|range| of(range) as f64), 0)
    }
}

/// A rank, its range, the share of draws among the first three.
pub(super) fn columns<R: Ranked, const AT: usize>(head: &'static str) -> [Column<R>; 4] {
    [
        Column::number(head, |row| row.rank(AT, |range| range.rank)),
        Column::number("rank-from", |row| row.rank(AT, |range| range.low)),
        Column::number("rank-to", |row| row.rank(AT, |range| range.high)),
        Column::number("rank-top-three", |row| {
            Value::Share(row.range(AT).map(|range| range.top_three))
        }),
    ]
}

/// What the range means and how it was found.
pub(super) fn sentence(words: &Words, left_out: CaseDeletion) -> String {
    let args = [
        ("n", (left_out.n as usize).into()),
        ("one-in", ONE_IN.into()),
        ("seed", left_out.seed.to_string().into()),
    ];
    words.say_with("rank-sentence", &args)
}
