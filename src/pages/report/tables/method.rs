//! How the numbers came about: marks, scale with its words, weights, whose scores, formulas, document and date.

use super::Source;
use super::value::{NumberFormat, Style, TableSheet, Value};
use crate::figure::palette::{Look, score_colour, text_on};
use ordito_model::Axis;

fn wrapped(text: impl Into<String>) -> Value {
    Value::styled(text, Style::wrapped())
}

pub fn sheet(source: &Source<'_>) -> TableSheet {
    let (contents, words) = (source.asked.contents, source.asked.words);
    let language = words.language();
    let mut rows: Vec<Vec<Value>> = Vec::new();
    let mut fact = |key: &str, value: String| {
        if !value.is_empty() {
            rows.push(vec![Value::head(source.say(key)), wrapped(value)]);
        }
    };
    fact("tables-matrix", source.matrix.name.clone());
    for mark in source.marks() {
        fact("tables-note", mark);
    }
    fact("tables-note", source.matrix.note.clone());
    fact(
        "sheets-field-scale",
        format!(
            "{} ({})",
            source.scale.name.get(language),
            source.scale.version
        ),
    );
    fact("sheets-field-assessor", source.assessor());
    fact("sheets-field-weights", weights(source));
    fact("sheets-field-document", contents.title().to_owned());
    fact("sheets-field-body", contents.body().to_owned());
    fact("sheets-field-id", contents.id_text());
    fact(
        "sheets-field-step",
        words
            .numbers()
            .count(usize::try_from(source.asked.step.0).unwrap_or(0)),
    );
    fact("sheets-field-hash", contents.hash().to_string());
    fact(
        "sheets-field-date",
        words.numbers().long_date(source.asked.now),
    );
    fact("tables-note", words.tables_two_sided());
    fact("tables-note", words.tables_totals_stay());
    for key in [
        "sheets-formula-states",
        "sheets-formula-gross",
        "sheets-formula-index",
        "sheets-formula-coverage",
        "sheets-formula-internal",
    ] {
        fact("tables-formula", words.say(key));
    }
    for level in &source.scale.levels {
        let word = level.label.get(language);
        let guidance = level.guidance.get(language);
        let text = if guidance.is_empty() {
            word.to_owned()
        } else {
            format!("{word}: {guidance}")
        };
        let fill = score_colour(level.value, source.scale, Look::Light);
        let (fill, ink) = Style::colours(fill, text_on(fill));
        let style = Style {
            fill: Some(fill),
            ink: Some(ink),
            centre: true,
            ..Style::number(NumberFormat::Signed)
        };
        rows.push(vec![
            Value::number(level.value.value(), style),
            wrapped(text),
        ]);
    }
    TableSheet {
        name: source.asked.words.tables_method(),
        widths: vec![24.0, 110.0],
        rows,
        ..TableSheet::default()
    }
}

/// Weights that are not 1, by name; rows weigh in the totals of columns.
fn weights(source: &Source<'_>) -> String {
    let lines = [Axis::Rows, Axis::Columns]
        .into_iter()
        .flat_map(|axis| source.scores.lines(axis));
    let own: Vec<String> = lines
        .filter(|line| (line.weight - 1.0).abs() > 1e-12)
        .map(|line| {
            format!(
                "{} {}",
                source.item(line.item),
                source.asked.words.numbers().number(line.weight, 2)
            )
        })
        .collect();
    if own.is_empty() {
        source.asked.words.sheets_weights_equal()
    } else {
        own.join("; ")
    }
}
