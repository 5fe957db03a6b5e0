//! The ranking under other weights, beside how far the one of the matrix holds.

use super::super::sheet::{Column, Sheet};
use super::super::{Chart, Leads, Style, Value, finding};
use super::{LEAST, ROW, RobustFound, end_row, head, ranked, ranks_of, sentence, under_heads};
use crate::figure::parts::Setting;
use crate::figure::shape::Area;
use ordito_analysis::equal::Ruler;
use ordito_analysis::robustness::Ranked;
use ordito_model::Axis;
use ordito_words::Words;
use ordito_words::messages::RobustLiveSaid;

/// A row with its index and rank under these weights.
struct Line<'a> {
    row: &'a Ranked,
    name: String,
    now: f64,
    rank: usize,
}
impl Line<'_> {
    /// Places won.
    const fn moved(&self) -> i64 {
        self.row.rank as i64 - self.rank as i64
    }
}

fn index_now<'a>() -> Column<Line<'a>> {
    Column::number("robust-index-now", |line| Value::index(Some(line.now)))
}
fn mean_rank<'a>() -> Column<Line<'a>> {
    Column::number("robust-mean-rank", |line| {
        Value::figure(Some(line.row.mean_rank), 1)
    })
}
fn group<'a>() -> Column<Line<'a>> {
    Column::number("robust-group", |line| Value::Count(line.row.group + 1))
}
/// As a picture says it: which way, not plus or minus.
fn arrow(line: &Line<'_>) -> Value {
    Value::Text(match line.moved() {
        0 => "=".to_owned(),
        up if up > 0 => format!("▲ {up}"),
        down => format!("▼ {}", -down),
    })
}
fn columns<'a>() -> [Column<Line<'a>>; 8] {
    let moved = |line: &Line<'a>| Value::Number {
        value: Some(line.moved() as f64),
        decimals: 0,
        signed: true,
    };
    [
        Column::text("chart-name", |line| Value::Text(line.name.clone())),
        Column::number("robust-rank-now", |line| Value::Count(line.rank)),
        index_now(),
        Column::number("robust-rank", |line| Value::Count(line.row.rank)),
        Column::number("chart-index", |line| Value::index(Some(line.row.index))),
        Column::number("robust-moved", moved),
        mean_rank(),
        group(),
    ]
}

pub(super) fn chart(
    setting: &Setting<'_>,
    style: &Style,
    found: &RobustFound,
    weights: &[f64],
) -> Chart {
    let columns = columns();
    let figures = [
        index_now().wide(72.0),
        Column::number("robust-moved", arrow).wide(72.0),
        mean_rank().wide(66.0),
        group().wide(62.0),
    ];
    let rows = &found.rows;
    let mut values = vec![0.0; rows.items.len()];
    rows.indices_with(&rows.nets, weights, &mut values);
    let lines = lines(setting, found, &values);
    let words = setting.words;
    let first = finding::most(
        words,
        lines.iter().map(|line| (line.name.clone(), line.now)),
    );
    let finding = first.map_or_else(
        || words.finding_nothing(),
        |(name, index)| words.finding_weights(name, words.numbers().signed(index, 2)),
    );
    let titles = ("robust-title-weights", finding);
    let mut sheet = Sheet::new(setting, style, titles, LEAST, &columns);
    let at = head(&sheet);
    let begin = sheet.heads(&figures, at);
    let name = (sheet.width * 0.42).clamp(190.0, 400.0);
    let (left, right) = (sheet.inner + name + 8.0, begin - 4.0);
    let frozen = under_heads(&mut sheet);
    let lowest = values.iter().copied().fold(0.0, f64::min);
    let highest = values.iter().copied().fold(lowest + 0.01, f64::max);
    let at = |value: f64| left + (value - lowest) / (highest - lowest) * (right - left).max(40.0);
    let tokens = &setting.tokens;
    for line in lines {
        let middle = sheet.y + ROW / 2.0;
        ranked(&mut sheet, line.rank, &line.name, middle, name - 4.0);
        let (from, to) = (at(0.0).min(at(line.now)), at(0.0).max(at(line.now)));
        sheet.canvas.fill(
            Area::new(from, middle - 7.0, to - from, 14.0),
            tokens.primary,
        );
        sheet.canvas.line(
            (at(0.0), middle - ROW / 2.0),
            (at(0.0), middle + ROW / 2.0),
            1.0,
            tokens.muted,
        );
        sheet.figures(&figures, &line, middle);
        let leads = Leads::Lines(Axis::Rows, vec![line.row.item]);
        end_row(
            &mut sheet,
            (&line.name, said(setting.words, &line), leads),
            &columns,
            &line,
        );
    }
    sheet.ended(
        (0.0, frozen),
        &sentence(setting, found, "robust-sentence-weights"),
    )
}

/// Rows by their index now, the best first.
fn lines<'a>(setting: &Setting<'_>, found: &'a RobustFound, values: &[f64]) -> Vec<Line<'a>> {
    let (rows, ranks) = (&found.robustness.rows, ranks_of(values));
    let mut lines: Vec<Line<'a>> = (rows.iter().zip(values).zip(ranks))
        .map(|((row, now), rank)| Line {
            row,
            name: setting.name(row.item),
            now: *now,
            rank,
        })
        .collect();
    lines.sort_by(|a, b| Ruler::SHARES.order(b.now, a.now));
    lines
}

fn said(words: &Words, line: &Line<'_>) -> String {
    let numbers = words.numbers();
    words.robust_live_said(RobustLiveSaid {
        before: line.row.rank,
        group: line.row.group + 1,
        index: &numbers.signed(line.now, 2),
        mean: &numbers.number(line.row.mean_rank, 1),
        name: line.name.as_str(),
        rank: line.rank,
    })
}
