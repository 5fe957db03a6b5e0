//! The matrix itself, and on hidden sheets its two sides, what is not applicable, and weights.

use super::Source;
use super::value::{NumberFormat, Style, TableSheet, Value};
use crate::figure::palette::{Look, score_colour, text_on};
use ordito_analysis::Score;
use ordito_model::{CellValue, Points};
use std::collections::HashMap;

fn coloured(source: &Source<'_>, points: Points) -> Style {
    let fill = score_colour(points, source.scale, Look::Light);
    let (fill, ink) = Style::colours(fill, text_on(fill));
    Style {
        fill: Some(fill),
        ink: Some(ink),
        centre: true,
        format: NumberFormat::Signed,
        ..Style::default()
    }
}

pub fn sheet(source: &Source<'_>) -> TableSheet {
    let turned = Style {
        turned: true,
        ..Style::head()
    };
    // What a reader must know first stands on the sheet that is opened first; an import does not read the corner.
    let marks = std::iter::once(source.asked.words.cli_corner()).chain(source.marks());
    let corner = Value::head(marks.collect::<Vec<_>>().join("\n"));
    let heads = source
        .scores
        .columns
        .iter()
        .map(|line| Value::styled(source.item(line.item), turned));
    let mut rows = vec![std::iter::once(corner).chain(heads).collect::<Vec<Value>>()];
    let mut looks = HashMap::new();
    for (row, line) in source.scores.rows.iter().enumerate() {
        let mut values = vec![Value::styled(
            source.item(line.item),
            Style {
                wrap: true,
                ..Style::default()
            },
        )];
        for column in 0..source.scores.columns.len() {
            values.push(crossing(source, row, column, &mut looks));
        }
        rows.push(values);
    }
    let n_columns = source.scores.columns.len();
    TableSheet {
        name: source.asked.words.tables_matrix(),
        frozen: (1, 1),
        filter: true,
        widths: std::iter::once(46.0)
            .chain(std::iter::repeat_n(7.0, n_columns))
            .collect(),
        head_height: Some(170.0),
        rows,
        ..TableSheet::default()
    }
}

/// `looks` keeps the look of each score: which ink is read best on a colour takes longer than all else of a cell.
fn crossing(
    source: &Source<'_>,
    row: usize,
    column: usize,
    looks: &mut HashMap<Points, Style>,
) -> Value {
    if source.scores.at(row, column).is_none() {
        return Value::styled(
            "",
            Style {
                fill: Some([0xDC, 0xE3, 0xEA]),
                ..Style::default()
            },
        );
    }
    let said = source.cell(row, column);
    let note = said
        .map(|cell| cell.reason.trim())
        .filter(|reason| !reason.is_empty())
        .map(str::to_owned);
    let value = said.map_or(CellValue::Unscored, |cell| cell.value);
    let grey = Style {
        ink: Some([0x5B, 0x6F, 0x82]),
        centre: true,
        ..Style::default()
    };
    match value {
        CellValue::Unscored if note.is_none() => Value::Empty,
        CellValue::Unscored => Value::Text {
            text: String::new(),
            style: grey,
            note,
        },
        CellValue::NotApplicable => Value::Text {
            text: "n.a.".to_owned(),
            style: grey,
            note,
        },
        CellValue::DontKnow => Value::Text {
            text: "?".to_owned(),
            style: grey,
            note,
        },
        CellValue::Scored { benefit, tradeoff } => {
            let net = benefit.plus(tradeoff);
            let style = *looks.entry(net).or_insert_with(|| coloured(source, net));
            if value.is_two_sided() {
                // As it is typed, so that it comes back in.
                Value::Text {
                    text: value.to_string(),
                    style,
                    note,
                }
            } else {
                Value::Number {
                    value: net.value(),
                    style,
                    note,
                }
            }
        }
    }
}

/// Places of the hidden sheets are those of the matrix. Weights: of columns in the first row, of rows in the first
/// column.
pub fn sides(source: &Source<'_>) -> Vec<TableSheet> {
    let of = |pick: fn(Score) -> Option<f64>| -> Vec<Vec<Value>> {
        let value = |row, column| {
            let number = source.scores.at(row, column).and_then(pick);
            number.map_or(Value::Empty, |number| {
                Value::number(number, Style::default())
            })
        };
        let n_columns = source.scores.columns.len();
        let line = |row| {
            std::iter::once(Value::Empty)
                .chain((0..n_columns).map(|column| value(row, column)))
                .collect()
        };
        let head = vec![Value::Empty; n_columns + 1];
        std::iter::once(head)
            .chain((0..source.scores.rows.len()).map(line))
            .collect()
    };
    let benefit = |score| {
        if let Score::Scored { benefit, .. } = score {
            Some(benefit)
        } else {
            None
        }
    };
    // Not −0, which spreadsheets show.
    let tradeoff = |score| {
        if let Score::Scored { harm, .. } = score {
            Some(0.0 - harm)
        } else {
            None
        }
    };
    let not_applicable = |score| (score == Score::NotApplicable).then_some(1.0);
    let weight = |value: f64| Value::number(value, Style::default());
    let mut weights = vec![
        std::iter::once(Value::Empty)
            .chain(source.scores.columns.iter().map(|line| weight(line.weight)))
            .collect(),
    ];
    weights.extend(
        source
            .scores
            .rows
            .iter()
            .map(|line| vec![weight(line.weight)]),
    );
    let hidden = |key: &str, rows: Vec<Vec<Value>>| TableSheet {
        name: source.say(key),
        hidden: true,
        rows,
        ..TableSheet::default()
    };
    vec![
        hidden("tables-benefits", of(benefit)),
        hidden("tables-tradeoffs", of(tradeoff)),
        hidden("tables-not-applicable", of(not_applicable)),
        hidden("tables-weights", weights),
    ]
}
