//! The profile: every crossing of the subject in one strip, and what it adds up to (METHODS M2).

use super::block::{Align, Block, Fact, StripCell, TableCell, TableColumn};
use super::scope::{Crossing, Scope};
use ordito_analysis::{Sums, sums};
use ordito_model::{Axis, CellValue, Points};
use ordito_words::messages::SheetsRestsOn;

pub fn blocks(scope: &Scope<'_>) -> Vec<Block> {
    let one_line = scope.rows.len() == 1 || scope.columns.len() == 1;
    let mut blocks = Vec::new();
    if one_line {
        let crossings = scope.crossings();
        let cells: Vec<StripCell> = crossings
            .iter()
            .map(|crossing| strip_cell(scope, crossing))
            .collect();
        if !cells.is_empty() {
            blocks.push(Block::Strip {
                alt: alternative(scope, &crossings),
                cells,
            });
        }
    }
    blocks.push(Block::Figures {
        items: figures(scope),
    });
    blocks.push(Block::Note {
        text: sentence(scope),
    });
    if !one_line {
        blocks.extend(super::overview::tables(scope));
    }
    blocks
}

/// From which magnitude a co-benefit is called strong: two thirds of the scale, rounded up to a level.
fn strong(scope: &Scope<'_>) -> Points {
    let wanted = scope.scale.max_magnitude().value() * 2.0 / 3.0;
    let levels = scope
        .scale
        .levels
        .iter()
        .map(|level| level.value)
        .filter(|value| value.value() >= wanted - 1e-9);
    levels.min().unwrap_or_else(|| scope.scale.max_magnitude())
}

fn figures(scope: &Scope<'_>) -> Vec<Fact> {
    let (words, numbers) = (scope.words, scope.words.numbers());
    let sums = scope.sums();
    let strong = strong(scope);
    let (mut n_strong, mut n_conflicts) = (0, 0);
    for crossing in scope.crossings() {
        if let CellValue::Scored { benefit, tradeoff } = crossing.value {
            n_strong += usize::from(benefit >= strong);
            n_conflicts += usize::from(tradeoff.0 < 0);
        }
    }
    let possible = sums.crossings.saturating_sub(sums.not_applicable);
    let index = sums.coherence_index(scope.scores.largest);
    let fact = |label: String, value: String| Fact { label, value };
    let signed = |value: f64| numbers.shortest(value);
    let scored = sums.scored > 0;
    let or_none = |value: String| if scored { value } else { "–".to_owned() };
    vec![
        fact(
            words.sheets_figure_scored(),
            words.sheets_n_of_m(
                numbers.count(possible as usize),
                numbers.count(sums.scored as usize),
            ),
        ),
        fact(
            words.sheets_figure_index(),
            index.map_or_else(|| "–".to_owned(), |index| numbers.signed(index, 2)),
        ),
        fact(
            words.sheets_figure_strong(numbers.points(strong)),
            numbers.count(n_strong),
        ),
        fact(words.sheets_figure_conflicts(), numbers.count(n_conflicts)),
        fact(words.sheets_figure_benefit(), or_none(signed(sums.benefit))),
        fact(
            words.sheets_figure_tradeoff(),
            or_none(signed(sums.tradeoff)),
        ),
        fact(words.sheets_figure_net(), or_none(signed(sums.net()))),
        fact(
            words.sheets_figure_internal(),
            or_none(numbers.number(sums.conflict, 0)),
        ),
    ]
}

/// What the figures rest on.
fn sentence(scope: &Scope<'_>) -> String {
    let sums = scope.sums();
    let unanswered = sums.unanswered() as usize;
    scope.words.sheets_rests_on(SheetsRestsOn {
        missing: unanswered,
        n: sums.scored as usize,
        na: sums.not_applicable as usize,
        unknown: sums.dont_know as usize,
    })
}

pub fn state(value: CellValue) -> &'static str {
    match value {
        CellValue::Unscored => "unscored",
        CellValue::NotApplicable => "not_applicable",
        CellValue::DontKnow => "dont_know",
        CellValue::Scored { .. } if value.is_two_sided() => "two_sided",
        CellValue::Scored { .. } => "scored",
    }
}

/// A name where there is no code, as far as it has room under a cell.
fn short(label: String) -> String {
    const MOST: usize = 24;
    if label.chars().count() <= MOST {
        return label;
    }
    label.chars().take(MOST - 1).chain(['…']).collect()
}

fn strip_cell(scope: &Scope<'_>, crossing: &Crossing<'_>) -> StripCell {
    let numbers = scope.words.numbers();
    let mut cell = StripCell {
        label: short(scope.other_code(crossing)),
        text: numbers.cell(crossing.value),
        state: state(crossing.value),
        fill: None,
        ink: None,
        text2: None,
        fill2: None,
        ink2: None,
    };
    if let CellValue::Scored { benefit, tradeoff } = crossing.value {
        let first = if crossing.value.is_two_sided() {
            benefit
        } else {
            benefit.plus(tradeoff)
        };
        let (fill, ink) = scope.colours(first);
        (cell.text, cell.fill, cell.ink) = (numbers.points(first), Some(fill), Some(ink));
        if crossing.value.is_two_sided() {
            let (fill, ink) = scope.colours(tradeoff);
            (cell.text2, cell.fill2, cell.ink2) =
                (Some(numbers.points(tradeoff)), Some(fill), Some(ink));
        }
    }
    cell
}

/// The strip in words, for who cannot see it.
fn alternative(scope: &Scope<'_>, crossings: &[Crossing<'_>]) -> String {
    let parts: Vec<String> = crossings
        .iter()
        .map(|crossing| {
            let value = scope.words.numbers().cell(crossing.value);
            let value = if value.is_empty() {
                scope.words.sheets_unscored()
            } else {
                value
            };
            format!("{}: {value}", scope.other_code(crossing))
        })
        .collect();
    scope.words.sheets_strip_alt(parts.join("; "))
}

/// The columns of a table of sums.
pub fn sum_columns(scope: &Scope<'_>, first: &str) -> Vec<TableColumn> {
    let column = |key: &str, align, share| TableColumn {
        head: scope.words.say(key),
        align,
        share,
    };
    vec![
        column(first, Align::Left, 4.0),
        column("sheets-head-benefit", Align::Right, 1.2),
        column("sheets-head-tradeoff", Align::Right, 1.2),
        column("sheets-head-net", Align::Right, 1.0),
        column("sheets-head-index", Align::Right, 1.0),
        column("sheets-head-coverage", Align::Right, 1.2),
        column("sheets-head-internal", Align::Right, 1.2),
    ]
}

/// A row of a table of sums.
pub fn sum_row(scope: &Scope<'_>, name: TableCell, sums: &Sums) -> Vec<TableCell> {
    let numbers = scope.words.numbers();
    let none = || "–".to_owned();
    let of = |value: f64| {
        if sums.scored > 0 {
            numbers.shortest(value)
        } else {
            none()
        }
    };
    vec![
        name,
        TableCell::new(of(sums.benefit)),
        TableCell::new(of(sums.tradeoff)),
        TableCell {
            bold: true,
            ..TableCell::new(of(sums.net()))
        },
        TableCell::new(
            sums.coherence_index(scope.scores.largest)
                .map_or_else(none, |index| numbers.signed(index, 2)),
        ),
        TableCell::new(
            sums.coverage()
                .map_or_else(none, |share| numbers.percent(share)),
        ),
        TableCell::new(if sums.scored > 0 {
            numbers.number(sums.conflict, 0)
        } else {
            none()
        }),
    ]
}

/// Sums of each line of an axis of the scope.
pub fn line_sums(scope: &Scope<'_>, axis: Axis) -> Vec<(usize, Sums)> {
    let (own, others) = match axis {
        Axis::Rows => (&scope.rows, &scope.columns),
        Axis::Columns => (&scope.columns, &scope.rows),
    };
    own.iter()
        .map(|line| {
            (
                *line,
                sums::over(scope.scores, axis, *line, others.iter().copied()),
            )
        })
        .collect()
}
