//! A comparison as the sheets of a workbook: figures, every difference, what stands against what, method.

use super::{Printed, letter};
use crate::report::tables::{NumberFormat, Style, TableSheet, Value, Workbook, finished};
use ordito_analysis::{Agreement, Change, Compared};
use ordito_model::CellValue;

pub fn workbook(printed: &Printed<'_>) -> Workbook {
    let sides: Vec<usize> = (0..printed.comparison.sides.len()).collect();
    let mut sheets = vec![figures(printed, &sides)];
    sheets.extend(
        sides
            .iter()
            .skip(1)
            .filter_map(|side| differences(printed, *side)),
    );
    sheets.push(counterparts(printed, &sides));
    sheets.push(method(printed));
    let words = printed.words;
    let title = words.printed_title(printed.matrix_name(0));
    let body = printed
        .contents(0)
        .map_or("", |contents| contents.body())
        .to_owned();
    finished(
        words,
        title,
        body,
        printed.marks(&sides),
        printed.now,
        sheets,
    )
}

fn wrapped(text: impl Into<String>) -> Value {
    Value::styled(text, Style::wrapped())
}

/// What is compared, and the figures of each pair.
fn figures(printed: &Printed<'_>, sides: &[usize]) -> TableSheet {
    let words = printed.words;
    let heads =
        std::iter::once(Value::head("")).chain(sides.iter().map(|side| Value::head(letter(*side))));
    let mut rows: Vec<Vec<Value>> = vec![heads.collect()];
    for (label, values) in printed.identity(sides) {
        rows.push(
            std::iter::once(Value::head(label))
                .chain(values.into_iter().map(wrapped))
                .collect(),
        );
    }
    for mark in printed.marks(sides) {
        rows.push(vec![Value::head(words.tables_note()), wrapped(mark)]);
    }
    rows.push(Vec::new());
    let pairs: Vec<usize> = sides.iter().copied().skip(1).collect();
    let name = |side: &usize| Value::head(format!("{} – {}", letter(*side), letter(0)));
    rows.push(
        std::iter::once(Value::head(words.printed_figures()))
            .chain(pairs.iter().map(name))
            .collect(),
    );
    rows.extend(agreement(printed, &pairs));
    TableSheet {
        name: words.printed_kind(),
        frozen: (1, 1),
        widths: std::iter::once(30.0)
            .chain(sides.iter().map(|_| 44.0))
            .collect(),
        rows,
        ..TableSheet::default()
    }
}

/// How much each pair agrees, a line for each figure.
fn agreement(printed: &Printed<'_>, pairs: &[usize]) -> Vec<Vec<Value>> {
    let words = printed.words;
    let line = |label: String, what: &dyn Fn(&Agreement) -> Option<f64>, format| -> Vec<Value> {
        let of = |side: &usize| printed.pair(*side).and_then(|pair| what(&pair.agreement));
        std::iter::once(Value::head(label))
            .chain(pairs.iter().map(|side| Value::maybe(of(side), format)))
            .collect()
    };
    let count = |label: String, what: fn(&Agreement) -> usize| {
        line(label, &|all| Some(what(all) as f64), NumberFormat::General)
    };
    let two =
        |label: String, what: fn(&Agreement) -> Option<f64>| line(label, &what, NumberFormat::Two);
    let only = |side: &str| words.printed_only(side);
    let other = if pairs.len() == 1 {
        letter(1).to_owned()
    } else {
        words.printed_other_side()
    };
    vec![
        count(words.compare_both(), |all| all.both),
        count(words.printed_equal_cells(), |all| all.exact),
        line(
            words.compare_equal(),
            &Agreement::exact_share,
            NumberFormat::Percent,
        ),
        two(words.compare_mean(), |all| all.mean_net),
        two(words.printed_mean_sides(), |all| all.mean_gross),
        count(words.compare_opposite(), |all| all.opposite_signs),
        two(words.compare_kappa(), |all| all.kappa),
        count(only(letter(0)), |all| all.only_left + all.outside_left),
        count(only(&other), |all| all.only_right + all.outside_right),
        count(words.printed_other_states(), |all| all.other_states),
    ]
}

/// A score as a number where it is one, else as it is typed.
fn score(printed: &Printed<'_>, side: usize, value: Option<CellValue>) -> Value {
    let mut style = Style {
        centre: true,
        ..Style::number(NumberFormat::Signed)
    };
    if let Some((fill, ink)) = printed.colours(side, value) {
        let (fill, ink) = Style::colours(fill, ink);
        (style.fill, style.ink) = (Some(fill), Some(ink));
    }
    match value.and_then(CellValue::net) {
        Some(net) if !value.is_some_and(CellValue::is_two_sided) => {
            Value::number(net.value(), style)
        }
        _ => Value::styled(
            printed.said(value),
            Style {
                format: NumberFormat::General,
                ..style
            },
        ),
    }
}

fn differences(printed: &Printed<'_>, side: usize) -> Option<TableSheet> {
    let words = printed.words;
    let pair = printed.pair(side)?;
    let versions = printed
        .changes
        .get(side - 1)
        .is_some_and(|changes| !changes.is_empty());
    let of = |key: &str, side: usize| words.say_with(key, &[("side", letter(side).into())]);
    let mut heads = vec![
        words.compare_head_row(),
        words.compare_head_column(),
        letter(0).to_owned(),
        letter(side).to_owned(),
        format!("{} − {}", letter(side), letter(0)),
        words.compare_opposite(),
        of("printed-reason-of", 0),
        of("printed-reason-of", side),
        of("printed-who-of", 0),
        of("printed-who-of", side),
    ];
    if versions {
        heads.push(words.printed_last_change());
    }
    let mut rows = vec![heads.into_iter().map(Value::head).collect::<Vec<_>>()];
    for found in pair.largest_first() {
        let [row, column] = printed.place(found.place);
        let cell = |own: usize| printed.comparison.cell(own, found.place);
        let reason = |own: usize| wrapped(cell(own).map_or("", |cell| cell.reason.as_str()));
        let who = |own: usize| {
            let said =
                cell(own).map(|cell| format!("{} {}", cell.by, words.numbers().date(cell.at)));
            Value::said(said.map(|said| said.trim().to_owned()))
        };
        let (difference, opposite) = match found.change {
            Change::Scores { net, opposite, .. } if net.abs() > 0.0 => (
                Value::number(
                    net,
                    Style {
                        centre: true,
                        ..Style::number(NumberFormat::Signed)
                    },
                ),
                opposite,
            ),
            change => {
                let style = Style {
                    centre: true,
                    ..Style::default()
                };
                (
                    Value::styled(printed.difference(side, change), style),
                    false,
                )
            }
        };
        let mut line = vec![
            wrapped(row),
            wrapped(column),
            score(printed, 0, printed.value(0, found.place)),
            score(printed, side, printed.value(side, found.place)),
            difference,
            Value::text(if opposite {
                words.printed_yes()
            } else {
                String::new()
            }),
            reason(0),
            reason(side),
            who(0),
            who(side),
        ];
        if versions {
            line.push(wrapped(
                printed.changed(side, found.place).unwrap_or_default(),
            ));
        }
        rows.push(line);
    }
    let mut widths = vec![34.0, 26.0, 9.0, 9.0, 9.0, 11.0, 60.0, 60.0, 20.0, 20.0];
    if versions {
        widths.push(50.0);
    }
    Some(TableSheet {
        name: format!(
            "{} {} – {}",
            words.printed_differences(),
            letter(side),
            letter(0)
        ),
        frozen: (1, 2),
        filter: true,
        widths,
        rows,
        ..TableSheet::default()
    })
}

/// Every row and column with what it is on each side.
fn counterparts(printed: &Printed<'_>, sides: &[usize]) -> TableSheet {
    let words = printed.words;
    let heads =
        std::iter::once(Value::head("")).chain(sides.iter().map(|side| Value::head(letter(*side))));
    let mut rows: Vec<Vec<Value>> = vec![heads.collect()];
    let mut add = |key: &str, lines: &[Compared]| {
        for line in lines {
            let own = |side: &usize| {
                let named = line
                    .own
                    .get(*side)
                    .copied()
                    .flatten()
                    .zip(printed.contents(*side));
                wrapped(
                    named.map_or_else(String::new, |(item, contents)| printed.item(contents, item)),
                )
            };
            rows.push(
                std::iter::once(Value::text(words.say(key)))
                    .chain(sides.iter().map(own))
                    .collect(),
            );
        }
    };
    add("compare-head-row", &printed.comparison.rows);
    add("compare-head-column", &printed.comparison.columns);
    TableSheet {
        name: words.printed_counterparts(),
        frozen: (1, 1),
        filter: true,
        widths: std::iter::once(12.0)
            .chain(sides.iter().map(|_| 46.0))
            .collect(),
        rows,
        ..TableSheet::default()
    }
}

fn method(printed: &Printed<'_>) -> TableSheet {
    let words = printed.words;
    let mut rows: Vec<Vec<Value>> = printed
        .method()
        .into_iter()
        .map(|text| vec![Value::head(words.tables_formula()), wrapped(text)])
        .collect();
    rows.push(vec![
        Value::head(words.sheets_field_date()),
        wrapped(words.numbers().long_date(printed.now)),
    ]);
    TableSheet {
        name: words.tables_method(),
        widths: vec![24.0, 110.0],
        rows,
        ..TableSheet::default()
    }
}
