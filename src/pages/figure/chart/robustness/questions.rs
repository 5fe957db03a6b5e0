//! What could change an order: the weight of a column, a cell that nobody answered.

use super::super::sheet::{Column, Sheet, Text};
use super::super::{Chart, Leads, Style, Value, finding};
use super::{
    LEAST, ROW, RobustFound, end_row, head, mix, percent, sentence, share_text, under_heads,
};
use crate::figure::parts::Setting;
use crate::figure::shape::{Anchor, Area};
use ordito_analysis::robustness::gaps::Gap;
use ordito_analysis::robustness::stability::{Change, WeightInterval};
use ordito_model::Axis;
use ordito_words::Words;
use ordito_words::messages::RobustGapSaid;

/// A column's weight, between which weights the ranking and its first place stay, and what changes there.
struct Weight<'a> {
    words: &'a Words,
    interval: &'a WeightInterval,
    name: String,
    stays: (f64, f64),
    first_stays: (f64, f64),
    below: String,
    above: String,
}
impl<'a> Weight<'a> {
    fn of(setting: &'a Setting<'_>, found: &RobustFound, interval: &'a WeightInterval) -> Self {
        let ends = |lower: Option<Change>, upper: Option<Change>| {
            (
                lower.map_or(0.0, |change| change.at),
                upper.map_or(1.0, |change| change.at),
            )
        };
        let words = setting.words;
        let change = |change: Option<Change>| -> String {
            let told = change.and_then(|change| {
                let name = |row: usize| found.rows.items.get(row).map(|item| setting.name(*item));
                Some(words.robust_change(
                    name(change.above)?,
                    share_text(words, change.at),
                    name(change.below)?,
                ))
            });
            told.unwrap_or_else(|| words.robust_no_change())
        };
        Self {
            words,
            interval,
            name: setting.name(interval.column),
            stays: ends(interval.lower, interval.upper),
            first_stays: ends(interval.first_lower, interval.first_upper),
            below: change(interval.lower),
            above: change(interval.upper),
        }
    }
    /// A picture has room for a decimal.
    fn share(&self, share: f64) -> Value {
        Value::Text(share_text(self.words, share))
    }
    fn said(&self) -> String {
        let share = |share: f64| share_text(self.words, share).into();
        let args = [
            ("name", self.name.as_str().into()),
            ("weight", share(self.interval.weight)),
            ("low", share(self.stays.0)),
            ("high", share(self.stays.1)),
            ("below", self.below.as_str().into()),
            ("above", self.above.as_str().into()),
            ("first-low", share(self.first_stays.0)),
            ("first-high", share(self.first_stays.1)),
        ];
        self.words.say_with("robust-stability-said", &args)
    }
}

fn weight_columns<'a>() -> [Column<Weight<'a>>; 8] {
    [
        Column::text("subject-column", |line| Value::Text(line.name.clone())),
        Column::number("robust-weight", |line| {
            Value::Share(Some(line.interval.weight))
        }),
        Column::number("robust-from", |line| Value::Share(Some(line.stays.0))),
        Column::number("robust-to", |line| Value::Share(Some(line.stays.1))),
        Column::number("robust-first-from", |line| {
            Value::Share(Some(line.first_stays.0))
        }),
        Column::number("robust-first-to", |line| {
            Value::Share(Some(line.first_stays.1))
        }),
        Column::text("robust-below", |line| Value::Text(line.below.clone())),
        Column::text("robust-above", |line| Value::Text(line.above.clone())),
    ]
}

/// Between which weights the ranking, and its first place, stay.
pub(super) fn stability(setting: &Setting<'_>, style: &Style, found: &RobustFound) -> Chart {
    let (columns, tokens) = (weight_columns(), &setting.tokens);
    let figures = [
        Column::number("robust-weight", |line: &Weight<'_>| {
            line.share(line.interval.weight)
        })
        .wide(66.0),
        Column::number("robust-from", |line: &Weight<'_>| line.share(line.stays.0)).wide(66.0),
        Column::number("robust-to", |line: &Weight<'_>| line.share(line.stays.1)).wide(66.0),
    ];
    let mut sheet = Sheet::new(
        setting,
        style,
        ("robust-title-stability", finding::stability(setting, found)),
        LEAST,
        &columns,
    );
    let y = head(&sheet);
    let begin = sheet.heads(&figures, y);
    let name = (sheet.width * 0.27).clamp(170.0, 320.0);
    let (left, right) = (sheet.inner + name + 8.0, begin - 16.0);
    let at = |share: f64| left + share * (right - left);
    for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
        sheet.text(
            (at(share), y),
            percent(setting.words, share),
            Text::HEAD.at(Anchor::Middle),
        );
    }
    let frozen = under_heads(&mut sheet);
    for interval in &found.intervals {
        let line = Weight::of(setting, found, interval);
        let middle = sheet.y + ROW / 2.0;
        sheet.name(&line.name, (sheet.inner, middle), name - 4.0);
        let ((low, high), (first_low, first_high)) = (line.stays, line.first_stays);
        let canvas = &mut sheet.canvas;
        canvas.line((at(0.0), middle), (at(1.0), middle), 1.0, tokens.line);
        let light = mix(tokens.primary, tokens.surface, 0.65);
        canvas.line(
            (at(first_low), middle),
            (at(first_high), middle),
            5.0,
            light,
        );
        canvas.fill(
            Area::new(at(low), middle - 7.0, (at(high) - at(low)).max(1.0), 14.0),
            tokens.primary,
        );
        let weight = at(interval.weight);
        canvas.fill(
            Area::new(weight - 3.0, middle - 11.0, 6.0, 22.0),
            tokens.surface,
        );
        canvas.fill(
            Area::new(weight - 1.5, middle - 11.0, 3.0, 22.0),
            tokens.ink,
        );
        sheet.figures(&figures, &line, middle);
        let leads = Leads::Lines(Axis::Columns, vec![interval.column]);
        end_row(
            &mut sheet,
            (&line.name, line.said(), leads),
            &columns,
            &line,
        );
    }
    sheet.ended(
        (0.0, frozen),
        &sentence(setting, found, "robust-sentence-stability"),
    )
}

/// A missing cell that could move its row.
struct Missing<'a> {
    gap: &'a Gap,
    row: String,
    column: String,
    state: String,
}
impl<'a> Missing<'a> {
    fn of(setting: &Setting<'_>, gap: &'a Gap) -> Self {
        let state = if gap.dont_know {
            setting.words.figure_dont_know()
        } else {
            setting.words.figure_unscored()
        };
        Self {
            gap,
            row: setting.name(gap.row),
            column: setting.name(gap.column),
            state,
        }
    }
    fn name(&self) -> String {
        format!("{} × {}", self.row, self.column)
    }
    fn rank(&self) -> Value {
        Value::figure(self.gap.rank.map(|rank| rank as f64), 0)
    }
    fn said(&self, words: &Words, name: &str) -> String {
        let numbers = words.numbers();
        words.robust_gap_said(RobustGapSaid {
            best: self.gap.best_rank,
            cell: name,
            high: &numbers.signed(self.gap.high, 2),
            low: &numbers.signed(self.gap.low, 2),
            rank: &self.rank().say(words),
            state: self.state.as_str(),
            worst: self.gap.worst_rank,
        })
    }
}

fn rank<'a>() -> Column<Missing<'a>> {
    Column::number("robust-rank", Missing::rank)
}
fn best<'a>() -> Column<Missing<'a>> {
    Column::number("robust-best", |line| Value::Count(line.gap.best_rank))
}
fn worst<'a>() -> Column<Missing<'a>> {
    Column::number("robust-worst", |line| Value::Count(line.gap.worst_rank))
}
fn places<'a>() -> Column<Missing<'a>> {
    Column::number("robust-places", |line| Value::Count(line.gap.ranks()))
}
fn gap_columns<'a>() -> [Column<Missing<'a>>; 10] {
    [
        Column::text("chart-name", |line| Value::Text(line.row.clone())),
        Column::text("subject-column", |line| Value::Text(line.column.clone())),
        Column::text("robust-state", |line| Value::Text(line.state.clone())),
        rank(),
        best(),
        worst(),
        places(),
        Column::number("chart-index", |line| Value::index(line.gap.index)),
        Column::number("robust-low", |line| Value::index(Some(line.gap.low))),
        Column::number("robust-high", |line| Value::index(Some(line.gap.high))),
    ]
}

/// The missing cells that could move their row over the most places.
pub(super) fn gaps(setting: &Setting<'_>, style: &Style, found: &RobustFound) -> Chart {
    let (columns, tokens) = (gap_columns(), &setting.tokens);
    let figures = [
        rank().wide(72.0),
        best().wide(72.0),
        worst().wide(72.0),
        places().wide(72.0),
    ];
    let mut sheet = Sheet::new(
        setting,
        style,
        ("robust-title-gaps", finding::gaps(setting, found)),
        LEAST,
        &columns,
    );
    let y = head(&sheet);
    let begin = sheet.heads(&figures, y);
    let room = (sheet.width * 0.42).clamp(200.0, 520.0);
    let (left, right) = (sheet.inner + room + 8.0, begin - 12.0);
    let frozen = under_heads(&mut sheet);
    let n = (found.robustness.rows.len() + found.robustness.unranked.len()).max(2);
    let at = |rank: usize| left + (rank.saturating_sub(1)) as f64 / (n - 1) as f64 * (right - left);
    for gap in &found.gaps {
        let line = Missing::of(setting, gap);
        let (middle, name) = (sheet.y + ROW / 2.0, line.name());
        sheet.name(&name, (sheet.inner, middle), room - 4.0);
        let canvas = &mut sheet.canvas;
        canvas.line((at(1), middle), (at(n), middle), 1.0, tokens.line);
        canvas.line(
            (at(gap.best_rank), middle),
            (at(gap.worst_rank), middle),
            6.0,
            tokens.primary,
        );
        if let Some(rank) = gap.rank {
            canvas.fill(
                Area::new(at(rank) - 3.0, middle - 9.0, 6.0, 18.0),
                tokens.surface,
            );
            canvas.fill(
                Area::new(at(rank) - 1.5, middle - 9.0, 3.0, 18.0),
                tokens.ink,
            );
        }
        sheet.figures(&figures, &line, middle);
        let leads = Leads::Cells(vec![(gap.row, gap.column)]);
        end_row(
            &mut sheet,
            (&name, line.said(setting.words, &name), leads),
            &columns,
            &line,
        );
    }
    sheet.ended(
        (0.0, frozen),
        &sentence(setting, found, "robust-sentence-gaps"),
    )
}
