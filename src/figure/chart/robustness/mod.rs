//! How far a ranking holds: acceptability of ranks, intervals of the index, the ranking under other weights, the weights
//! between which it stays, the missing cells that could change it. A ranking never stands here without its stability.
//!
//! Here is what they have in common; `ranking` draws ordered rows, `questions` weights and missing cells.

mod questions;
mod ranking;

use super::super::parts::{MARGIN, Setting};
use super::super::shape::{Anchor, Area, Canvas, Weight, baseline};
use super::{Chart, Leads, Mark, Parts, Style, Subject, Table, capital, rows_word};
use crate::analysis::equal::{Ruler, ranks_on};
use crate::analysis::robustness::gaps::Gap;
use crate::analysis::robustness::stability::WeightInterval;
use crate::analysis::robustness::{RankedRows, Robustness};
use crate::model::{Item, Rgb};
use crate::words::Words;

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
const GROUP: f64 = 28.0;
const HEAD: f64 = 44.0;

/// `None` when the matrix is gone.
pub fn robustness_chart(subject: &Subject<'_>, style: &Style, found: &RobustFound, view: &RobustView) -> Option<Chart> {
    let setting = subject.setting(style)?;
    let sheet = Sheet::new(&setting, style, found, view);
    Some(match view {
        RobustView::Ranks => sheet.ranks(),
        RobustView::Intervals => sheet.intervals(),
        RobustView::Weights(weights) => sheet.live(weights),
        RobustView::Stability => sheet.stability(),
        RobustView::Gaps => sheet.gaps(),
    })
}

/// A chart being drawn, from the top down.
struct Sheet<'a> {
    setting: &'a Setting<'a>,
    found: &'a RobustFound,
    canvas: Canvas,
    title: String,
    inner: f64,
    width: f64,
    headed: bool,
    y: f64,
    marks: Vec<Mark>,
    table: Table,
}

impl<'a> Sheet<'a> {
    fn new(setting: &'a Setting<'a>, style: &Style, found: &'a RobustFound, view: &RobustView) -> Self {
        let words = setting.words;
        let (key, numeric): (&str, &[&str]) = match view {
            RobustView::Ranks | RobustView::Intervals => (
                if *view == RobustView::Ranks { "robust-title-ranks" } else { "robust-title-intervals" },
                &[
                    "robust-group",
                    "robust-rank",
                    "chart-index",
                    "robust-mean",
                    "robust-low",
                    "robust-high",
                    "robust-mean-rank",
                    "robust-first",
                    "robust-top-three",
                    "robust-factor",
                    "chart-scored",
                    "robust-possible",
                ],
            ),
            RobustView::Weights(_) => (
                "robust-title-weights",
                &[
                    "robust-rank-now",
                    "robust-index-now",
                    "robust-rank",
                    "chart-index",
                    "robust-moved",
                    "robust-mean-rank",
                    "robust-group",
                ],
            ),
            RobustView::Stability => (
                "robust-title-stability",
                &["robust-weight", "robust-from", "robust-to", "robust-first-from", "robust-first-to"],
            ),
            RobustView::Gaps => (
                "robust-title-gaps",
                &[
                    "robust-rank",
                    "robust-best",
                    "robust-worst",
                    "robust-places",
                    "chart-index",
                    "robust-low",
                    "robust-high",
                ],
            ),
        };
        let first: &[&str] = match view {
            RobustView::Gaps => &["chart-name", "subject-column", "robust-state"],
            RobustView::Stability => &["subject-column"],
            _ => &["chart-name"],
        };
        let mut heads: Vec<(String, bool)> = first.iter().map(|key| (capital(&words.say(key)), false)).collect();
        heads.extend(numeric.iter().map(|key| (words.say(key), true)));
        if *view == RobustView::Stability {
            heads.extend(["robust-below", "robust-above"].map(|key| (words.say(key), false)));
        }
        let title = words.say(key);
        let mut sheet = Self {
            setting,
            found,
            canvas: Canvas::default(),
            title,
            inner: if style.headed { MARGIN } else { 12.0 },
            width: style.width.max(560.0),
            headed: style.headed,
            y: 0.0,
            marks: Vec::new(),
            table: Table::new(heads),
        };
        if style.headed {
            let args = [("assessor", setting.assessor_name().into()), ("matrix", setting.matrix.name.as_str().into())];
            let below = words.say_with("figure-profile-below", &args);
            sheet.y = setting.head(&mut sheet.canvas, &sheet.title, &below, sheet.width);
        }
        sheet
    }

    fn words(&self) -> &'a Words {
        self.setting.words
    }
    fn text(&mut self, at: (f64, f64), text: impl Into<String>, size: f64, strong: bool, muted: bool, anchor: Anchor) {
        let tokens = &self.setting.tokens;
        let (weight, ink) =
            (if strong { Weight::Semibold } else { Weight::Regular }, if muted { tokens.muted } else { tokens.ink });
        self.canvas.text((at.0, baseline(at.1, size)), text, size, weight, ink, anchor);
    }
    fn name(&mut self, name: &str, x: f64, y: f64, room: f64) {
        let text = self.setting.measure.wrap(name, 13.0, Weight::Regular, room, 1).concat();
        self.text((x, y), text, 13.0, false, false, Anchor::Start);
    }
    /// A rank and, apart from it, a name that may begin with a number of its own.
    fn ranked(&mut self, rank: usize, name: &str, y: f64, room: f64) {
        let text = self.words().numbers().count(rank);
        self.text((self.inner + 24.0, y), text, 13.0, true, false, Anchor::End);
        self.name(name, self.inner + 36.0, y, room - 36.0);
    }
    /// Heads of figures at the right, each ending where its column does.
    fn heads(&mut self, columns: &[(&str, f64)]) -> f64 {
        let end = self.width - self.inner;
        let begin = end - columns.iter().map(|(_, width)| width).sum::<f64>();
        let mut x = begin;
        for (key, width) in columns {
            x += width;
            let lines = self.setting.measure.wrap(&self.words().say(key), 12.0, Weight::Regular, width - 8.0, 2);
            let n = lines.len();
            for (i, line) in lines.into_iter().enumerate() {
                let y = self.y + HEAD - 20.0 - (n - 1 - i) as f64 * 15.0;
                self.text((x, y), line, 12.0, false, true, Anchor::End);
            }
        }
        begin
    }
    fn under_heads(&mut self) {
        self.y += HEAD;
        let (y, width, line) = (self.y - 4.0, self.width, self.setting.tokens.line);
        self.canvas.line((0.0, y), (width, y), 1.0, line);
    }
    fn figures(&mut self, columns: &[(&str, f64)], values: &[String], y: f64) {
        let mut x = self.width - self.inner - columns.iter().map(|(_, width)| width).sum::<f64>();
        for ((_, width), value) in columns.iter().zip(values) {
            x += width;
            self.text((x, y), value.as_str(), 13.0, false, false, Anchor::End);
        }
    }
    fn mark(&mut self, y: f64, height: f64, name: &str, text: String, leads: Leads) {
        let area = Area::new(0.0, y, self.width, height);
        self.marks.push(Mark { area, name: name.to_owned(), text, leads });
    }
    fn rule(&mut self) {
        let (y, width, line) = (self.y, self.width, self.setting.tokens.line);
        self.canvas.line((0.0, y), (width, y), 1.0, line);
    }
    /// Between two groups that do separate: their number, and how many do not separate within.
    fn group(&mut self, group: usize, n: usize) {
        let (width, canvas) = (self.width, self.setting.tokens.canvas);
        self.canvas.fill(Area::new(0.0, self.y, width, GROUP), canvas);
        let args = [("group", (group + 1).into()), ("n", n.into()), ("rows", rows_word(self.setting).into())];
        let text = self.words().say_with("robust-group-said", &args);
        self.text((self.inner, self.y + GROUP / 2.0), text, 13.0, true, false, Anchor::Start);
        self.y += GROUP;
    }
    fn ended(self, frozen: f64, sentence: String) -> Chart {
        let height = self.y + if self.headed { MARGIN } else { 8.0 };
        let frozen = (0.0, if self.headed { 0.0 } else { frozen });
        let Self { setting, canvas, title, width, marks, table, .. } = self;
        Parts { title, canvas, width, height, frozen, marks, table, sentence }.chart(setting)
    }

    fn sentence(&self, key: &str) -> String {
        let (words, found) = (self.words(), &self.found.robustness);
        let numbers = words.numbers();
        let scored: usize = found.rows.iter().map(|row| row.scored).sum();
        let possible: usize = found.rows.iter().map(|row| row.possible).sum();
        let drawn = match (found.draws.weights, found.draws.scores) {
            (true, true) => "robust-drawn-both",
            (true, false) => "robust-drawn-weights",
            (false, _) => "robust-drawn-scores",
        };
        let args = [
            ("matrix", self.setting.matrix.name.as_str().into()),
            ("assessor", self.setting.assessor_name().into()),
            ("rows", rows_word(self.setting).into()),
            ("n", found.rows.len().into()),
            ("scored", scored.into()),
            ("possible", possible.into()),
            ("draws", numbers.count(found.draws.n as usize).into()),
            ("seed", numbers.count(usize::try_from(found.draws.seed).unwrap_or(usize::MAX)).into()),
            ("drawn", words.say(drawn).into()),
            ("share", percent(words, found.draws.separates).into()),
            ("shown", self.found.gaps.len().into()),
            ("missing", self.found.n_missing.into()),
        ];
        let mut texts = vec![words.say_with(key, &args), words.say_with("robust-rests", &args)];
        if !found.unranked.is_empty() {
            texts.push(words.say_with("robust-unranked", &[("n", found.unranked.len().into())]));
        }
        if found.without_confidence > 0 && found.draws.scores {
            let args = [("n", found.without_confidence.into()), ("unsaid", usize::from(found.draws.unsaid).into())];
            texts.push(words.say_with("robust-unsaid", &args));
        }
        if self.setting.is_illustrative() {
            texts.push(words.say("figure-illustrative"));
        }
        texts.join(" ")
    }
}

/// 1 is the best; equal values have equal ranks.
pub fn ranks_of(values: &[f64]) -> Vec<usize> {
    let values: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
    ranks_on(Ruler::SHARES, &values).into_iter().flatten().collect()
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
    found.intervals.iter().find(|interval| interval.column == column)
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
