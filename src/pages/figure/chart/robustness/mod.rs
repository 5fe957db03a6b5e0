//! How far a ranking holds: acceptability of ranks, intervals of the index, the ranking under other weights, the weights
//! between which it stays, the missing cells that could change it. A ranking never stands here without its stability.
//!
//! Here is what they have in common; `ranking` draws ordered rows, `live` the order under other weights, `questions`
//! weights and missing cells.

mod live;
mod questions;
mod ranking;

use super::super::parts::Setting;
use super::super::shape::Area;
use super::sheet::{Column, Sheet, Text};
use super::{Chart, Leads, Style, Subject, rows_word};
use ordito_analysis::equal::{Ruler, ranks_on};
use ordito_analysis::robustness::gaps::Gap;
use ordito_analysis::robustness::stability::WeightInterval;
use ordito_analysis::robustness::{RankedRows, Robustness};
use ordito_model::{Item, Rgb};
use ordito_words::Words;

/// All that is known of a ranking's stability.
#[derive(Debug, Clone, PartialEq)]
pub struct RobustFound {
    pub rows: RankedRows,
    pub robustness: Robustness,
    pub intervals: Vec<WeightInterval>,
    pub gaps: Vec<Gap>,
    /// Missing cells there are.
    pub n_missing: usize,
}

/// What of it is shown.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum RobustView {
    #[default]
    Ranks,
    Intervals,
    /// With these weights, one for each column of the ranked rows.
    Weights(Vec<f64>),
    Stability,
    Gaps,
}

const ROW: f64 = 32.0;
const HEAD: f64 = 44.0;
/// No narrower than that.
const LEAST: f64 = 560.0;

/// `None` when the matrix is gone.
pub fn robustness_chart(
    subject: &Subject<'_>,
    style: &Style,
    found: &RobustFound,
    view: &RobustView,
) -> Option<Chart> {
    let setting = subject.setting(style)?;
    Some(match view {
        RobustView::Ranks => ranking::ranks(&setting, style, found),
        RobustView::Intervals => ranking::intervals(&setting, style, found),
        RobustView::Weights(weights) => live::chart(&setting, style, found, weights),
        RobustView::Stability => questions::stability(&setting, style, found),
        RobustView::Gaps => questions::gaps(&setting, style, found),
    })
}

/// Where heads stand.
fn head(sheet: &Sheet<'_>) -> f64 {
    sheet.y + HEAD - 20.0
}
/// Draws the line below the heads; gives where rows begin.
fn under_heads(sheet: &mut Sheet<'_>) -> f64 {
    sheet.y += HEAD;
    sheet.rule(sheet.y - 4.0);
    sheet.y
}
/// A rank and, apart from it, a name that may begin with a number of its own.
fn ranked(sheet: &mut Sheet<'_>, rank: usize, name: &str, middle: f64, room: f64) {
    let text = sheet.words().numbers().count(rank);
    sheet.text(
        (sheet.inner + 24.0, middle),
        text,
        Text::FIGURE.strong_if(true),
    );
    sheet.name(name, (sheet.inner + 36.0, middle), room - 36.0);
}
/// Ends a row that was drawn: its mark, its line in the table, the rule below it.
fn end_row<R>(sheet: &mut Sheet<'_>, said: (&str, String, Leads), columns: &[Column<R>], row: &R) {
    let (name, text, leads) = said;
    let area = Area::new(0.0, sheet.y, sheet.width, ROW);
    let mark = sheet.mark(area, name.to_owned(), text, leads);
    sheet.row(Some(mark), columns, row);
    sheet.y += ROW;
    sheet.rule(sheet.y);
}

/// What a picture shows, and on how many draws and cells it rests.
fn sentence(setting: &Setting<'_>, found: &RobustFound, key: &str) -> Vec<String> {
    let (words, robustness) = (setting.words, &found.robustness);
    let numbers = words.numbers();
    let scored: usize = robustness.rows.iter().map(|row| row.scored).sum();
    let possible: usize = robustness.rows.iter().map(|row| row.possible).sum();
    let drawn = match (robustness.draws.weights, robustness.draws.scores) {
        (true, true) => "robust-drawn-both",
        (true, false) => "robust-drawn-weights",
        (false, _) => "robust-drawn-scores",
    };
    let args = [
        ("matrix", setting.matrix.name.as_str().into()),
        ("assessor", setting.assessor_name().into()),
        ("rows", rows_word(setting).into()),
        ("n", robustness.rows.len().into()),
        ("scored", scored.into()),
        ("possible", possible.into()),
        ("draws", numbers.count(robustness.draws.n as usize).into()),
        // As it is typed: no number that is counted.
        ("seed", robustness.draws.seed.to_string().into()),
        ("drawn", words.say(drawn).into()),
        ("share", percent(words, robustness.draws.separates).into()),
        ("shown", found.gaps.len().into()),
        ("missing", found.n_missing.into()),
    ];
    let mut texts = vec![
        words.say_with(key, &args),
        words.say_with("robust-rests", &args),
    ];
    if !robustness.unranked.is_empty() {
        texts.push(words.robust_unranked(robustness.unranked.len()));
    }
    if robustness.without_confidence > 0 && robustness.draws.scores {
        let args = [
            ("n", robustness.without_confidence.into()),
            ("unsaid", usize::from(robustness.draws.unsaid).into()),
        ];
        texts.push(words.say_with("robust-unsaid", &args));
    }
    texts
}

/// 1 is the best; equal values have equal ranks.
pub fn ranks_of(values: &[f64]) -> Vec<usize> {
    let values: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
    ranks_on(Ruler::SHARES, &values)
        .into_iter()
        .flatten()
        .collect()
}

fn percent(words: &Words, share: f64) -> String {
    words.numbers().percent(share)
}
/// With a decimal, since weights of many columns are small.
fn share_text(words: &Words, share: f64) -> String {
    format!("{}%", words.numbers().number(share * 100.0, 1))
}

/// Between two colours; 0 is the first.
fn mix(a: Rgb, b: Rgb, share: f64) -> Rgb {
    let of = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
    Rgb(of(a.0, b.0), of(a.1, b.1), of(a.2, b.2))
}

/// The column whose weight an item of the list of sliders stands for.
pub fn weight_of(found: &RobustFound, column: Item) -> Option<&WeightInterval> {
    found
        .intervals
        .iter()
        .find(|interval| interval.column == column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_share_a_rank_and_the_next_one_is_left_out() {
        assert_eq!(ranks_of(&[0.5, 1.0, 0.5, -1.0]), [2, 1, 2, 4]);
        assert_eq!(mix(Rgb(0, 100, 200), Rgb(100, 0, 0), 0.5), Rgb(50, 50, 100));
    }
}
