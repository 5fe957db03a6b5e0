//! The method note: scale with its words, weights, who scored, formulas, version and hash of the document, date.

use super::block::{Align, Block, Fact, TableCell, TableColumn};
use super::counted;
use super::scope::Scope;
use ordito_model::SourceId;
use std::collections::BTreeSet;

pub fn blocks(scope: &Scope<'_>) -> Vec<Block> {
    [
        Some(facts(scope)),
        Some(levels(scope)),
        Some(formulas(scope)),
        sources(scope),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn facts(scope: &Scope<'_>) -> Block {
    let (words, numbers) = (scope.words, scope.words.numbers());
    let fact = |key: &str, value: String| Fact {
        label: words.say(key),
        value,
    };
    let mut items = vec![
        fact(
            "sheets-field-scale",
            format!(
                "{} ({})",
                scope.scale.name.get(words.language()),
                scope.scale.version
            ),
        ),
        fact("sheets-field-assessor", scope.assessor_name()),
        fact(
            "sheets-field-assessors",
            counted(words, "sheets-n-assessors", scope.n_assessors()),
        ),
        fact("sheets-field-weights", weights(scope)),
        fact("sheets-field-document", scope.contents.title().to_owned()),
        fact("sheets-field-id", scope.contents.id_text()),
        fact(
            "sheets-field-step",
            numbers.count(usize::try_from(scope.request.step.0).unwrap_or(0)),
        ),
        fact("sheets-field-hash", scope.hash().to_string()),
        fact("sheets-field-date", numbers.long_date(scope.request.now)),
    ];
    items.retain(|item| !item.value.is_empty());
    Block::Facts { items }
}

/// Weights that are not 1, by name, of all lines that the sheet's sums are weighed by.
fn weights(scope: &Scope<'_>) -> String {
    let columns = scope
        .columns
        .iter()
        .filter_map(|column| scope.scores.columns.get(*column));
    let rows = scope
        .rows
        .iter()
        .filter_map(|row| scope.scores.rows.get(*row));
    // The sheet of one row is weighed by its columns alone, that of one column by its rows.
    let (n_rows, n_columns) = (scope.rows.len(), scope.columns.len());
    let lines = columns
        .filter(|_| n_rows == 1 || n_columns != 1)
        .chain(rows.filter(|_| n_rows != 1));
    let own: Vec<String> = lines
        .filter(|line| (line.weight - 1.0).abs() > 1e-12)
        .map(|line| {
            format!(
                "{} {}",
                scope.code(line.item),
                scope.words.numbers().number(line.weight, 2)
            )
        })
        .collect();
    if own.is_empty() {
        scope.words.sheets_weights_equal()
    } else {
        own.join(", ")
    }
}

fn levels(scope: &Scope<'_>) -> Block {
    let words = scope.words;
    let column = |key: &str, align, share| TableColumn {
        head: words.say(key),
        align,
        share,
    };
    let rows = scope
        .scale
        .levels
        .iter()
        .map(|level| {
            let (fill, ink) = scope.colours(level.value);
            vec![
                TableCell {
                    text: words.numbers().points(level.value),
                    fill: Some(fill),
                    ink: Some(ink),
                    bold: true,
                    ..TableCell::default()
                },
                TableCell::new(level.label.get(words.language())),
                TableCell::new(level.guidance.get(words.language())),
            ]
        })
        .collect();
    Block::Table {
        caption: words.sheets_scale_caption(scope.scale.source.as_str()),
        row_head: true,
        columns: vec![
            column("sheets-head-score", Align::Center, 0.7),
            column("sheets-head-word", Align::Left, 1.6),
            column("sheets-head-guidance", Align::Left, 5.0),
        ],
        rows,
    }
}

fn formulas(scope: &Scope<'_>) -> Block {
    let keys = [
        "sheets-formula-states",
        "sheets-formula-gross",
        "sheets-formula-index",
        "sheets-formula-coverage",
        "sheets-formula-internal",
        "sheets-formula-coherence",
    ];
    Block::List {
        items: keys.map(|key| scope.words.say(key)).to_vec(),
    }
}

/// Every source that a cell of this sheet cites, in full.
fn sources(scope: &Scope<'_>) -> Option<Block> {
    let cited: BTreeSet<SourceId> = scope
        .crossings()
        .iter()
        .filter_map(|crossing| crossing.cell)
        .flat_map(|cell| cell.sources.iter().map(|cited| cited.source))
        .collect();
    let mut rows: Vec<Vec<TableCell>> = cited
        .iter()
        .filter_map(|id| scope.contents.sources.get(id))
        .map(|source| {
            let parts = [
                source.citation.as_str(),
                source.publisher.as_str(),
                source.date.as_str(),
            ];
            let text: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            vec![
                TableCell::new(source.key.as_str()),
                TableCell::new(text.join(", ")),
                TableCell::new(source.url.as_str()),
            ]
        })
        .collect();
    rows.sort_by(|a, b| {
        a.first()
            .map(|cell| &cell.text)
            .cmp(&b.first().map(|cell| &cell.text))
    });
    let column = |key: &str, share| TableColumn {
        head: scope.words.say(key),
        align: Align::Left,
        share,
    };
    (!rows.is_empty()).then(|| Block::Table {
        caption: scope.words.sheets_sources_caption(),
        row_head: true,
        columns: vec![
            column("sheets-head-key", 1.6),
            column("sheets-head-citation", 4.0),
            column("sheets-head-url", 3.0),
        ],
        rows,
    })
}
