//! A rank with how far it holds: no chart, table or file shows the one without the other.

use super::Value;
use crate::analysis::hold::{Hold, LeftOut, ONE_IN};
use crate::words::Words;

/// Room for a rank with its range at the beginning of a line.
pub(super) const ROOM: f64 = 104.0;
/// Heads of the columns with a range.
pub(super) const FROM: &str = "rank-from";
pub(super) const TO: &str = "rank-to";
pub(super) const TOP_THREE: &str = "rank-top-three";

/// "3 (2–5)", or a dash.
pub(super) fn short(words: &Words, hold: Option<&Hold>) -> String {
    hold.map_or_else(|| "–".to_owned(), |hold| with(words, "rank-short", hold))
}

/// "2–5"
pub(super) fn range(words: &Words, hold: &Hold) -> String {
    with(words, "rank-range", hold)
}

/// In words.
pub(super) fn said(words: &Words, hold: Option<&Hold>) -> String {
    hold.map_or_else(|| words.say("rank-none"), |hold| with(words, "rank-said", hold))
}

fn with(words: &Words, key: &str, hold: &Hold) -> String {
    words.say_with(key, &[("rank", hold.rank.into()), ("low", hold.low.into()), ("high", hold.high.into())])
}

/// The rank, its range, the share of draws among the first three.
pub(super) fn values(hold: Option<&Hold>) -> [Value; 4] {
    let rank = |of: fn(&Hold) -> usize| Value::figure(hold.map(|hold| of(hold) as f64), 0);
    [
        rank(|hold| hold.rank),
        rank(|hold| hold.low),
        rank(|hold| hold.high),
        Value::Share(hold.map(|hold| hold.top_three)),
    ]
}

/// What the range means and how it was found.
pub(super) fn sentence(words: &Words, left_out: LeftOut) -> String {
    let args =
        [("n", (left_out.n as usize).into()), ("one-in", ONE_IN.into()), ("seed", left_out.seed.to_string().into())];
    words.say_with("rank-sentence", &args)
}
