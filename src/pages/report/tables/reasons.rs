//! What was said of cells beyond their score. Bare scores stand in the matrix; listed here they would hide the reasons and
//! make a workbook of 169,000 cells five times as large.

use super::value::{NumberFormat, Style, TableSheet, Value};
use super::{MOST_ROWS, Source};
use ordito_model::{Assessment, CellValue};
use ordito_words::Say as _;

/// As many sheets as the cells need, one where nothing was said.
pub fn sheets(source: &Source<'_>) -> Vec<TableSheet> {
    let heads = [
        "sheets-head-policy",
        "sheets-head-goal",
        "sheets-head-score",
        "sheets-head-benefit",
        "sheets-head-tradeoff",
        "sheets-head-why",
        "sheets-head-mitigation",
        "sheets-head-contribution",
        "sheets-head-confidence",
        "tables-sources",
        "sheets-field-assessor",
        "sheets-head-who",
    ];
    let heads: Vec<Value> = heads
        .iter()
        .map(|key| Value::head(source.say(key)))
        .collect();
    let assessor = source.assessor();
    let mut rows = Vec::new();
    let (contents, words) = (source.asked.contents, source.asked.words);
    for (row_place, row) in source.scores.rows.iter().enumerate() {
        for (column_place, column) in source.scores.columns.iter().enumerate() {
            let said = source.cell(row_place, column_place);
            let Some(cell) = said.filter(|cell| says_more(cell)) else {
                continue;
            };
            let (benefit, tradeoff) = match cell.value {
                CellValue::Scored { benefit, tradeoff } => {
                    (Some(benefit.value()), Some(tradeoff.value()))
                }
                _ => (None, None),
            };
            let shown = match cell.value.net() {
                Some(net) if !cell.value.is_two_sided() => {
                    Value::number(net.value(), Style::number(NumberFormat::Signed))
                }
                _ => Value::text(words.numbers().cell(cell.value)),
            };
            let cited: Vec<String> = cell
                .sources
                .iter()
                .filter_map(|cited| {
                    let source = contents.sources.get(&cited.source)?;
                    let page = if cited.page.is_empty() {
                        String::new()
                    } else {
                        format!(", p. {}", cited.page)
                    };
                    Some(format!("{}{page}", source.citation))
                })
                .collect();
            rows.push(vec![
                Value::styled(source.item(row.item), Style::wrapped()),
                Value::styled(source.item(column.item), Style::wrapped()),
                shown,
                Value::maybe(benefit, NumberFormat::Signed),
                Value::maybe(tradeoff, NumberFormat::Signed),
                Value::styled(cell.reason.as_str(), Style::wrapped()),
                Value::styled(cell.mitigation.as_str(), Style::wrapped()),
                Value::said(cell.contribution.map(|each| each.say(words))),
                Value::maybe(cell.confidence.map(f64::from), NumberFormat::General),
                Value::styled(cited.join("; "), Style::wrapped()),
                Value::text(assessor.as_str()),
                Value::text(format!("{} {}", cell.by, words.numbers().date(cell.at)).trim()),
            ]);
        }
    }
    let mut sheets = Vec::new();
    loop {
        let rest = rows.split_off(rows.len().min(MOST_ROWS - 1));
        sheets.push(TableSheet {
            name: source.asked.words.tables_reasons(),
            frozen: (1, 0),
            filter: true,
            on_request: true,
            widths: vec![
                28.0, 22.0, 10.0, 11.0, 10.0, 70.0, 36.0, 12.0, 10.0, 36.0, 18.0, 20.0,
            ],
            rows: std::iter::once(heads.clone()).chain(rows).collect(),
            ..TableSheet::default()
        });
        if rest.is_empty() {
            return sheets;
        }
        rows = rest;
    }
}

/// More than a value.
fn says_more(cell: &Assessment) -> bool {
    let texts = [&cell.reason, &cell.mitigation];
    texts.iter().any(|text| !text.is_empty())
        || cell.contribution.is_some()
        || cell.confidence.is_some()
        || !cell.sources.is_empty()
}
