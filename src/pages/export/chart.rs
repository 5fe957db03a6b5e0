//! A chart's table as CSV and as a workbook: numbers as numbers, at full precision.

use super::csv::CsvTable;
use super::matrix::guarded;
use super::{
    ExportError, Format, PictureFormat, TableWay, unshown_of, workbook_bytes, write_file,
    write_picture,
};
use crate::figure::chart::{Chart, Table, Value};
use crate::report::sheet::Unshown;
use crate::report::tables::{NumberFormat, Style, TableSheet, Value as Cell, Workbook};
use ordito_model::Language;
use ordito_words::Words;
use std::path::Path;

/// Writes a chart as its file's ending says: SVG and PNG the picture, the others the table behind it. Tells
/// which signs no typeface of ours has.
///
/// # Errors
/// When nothing is written with this ending, the picture would be too large, or the file cannot be written.
pub fn write_chart(
    path: &Path,
    chart: &Chart,
    words: &Words,
    date: &str,
) -> Result<Vec<Unshown>, ExportError> {
    let format = Format::one_of(path, &Format::CHARTS)?;
    if let Some(format) = PictureFormat::of(format) {
        let picture = chart.page();
        write_picture(path, format, &picture, None, true)?;
        return Ok(unshown_of(&picture, format));
    }
    let bytes = match format {
        Format::Csv => table_csv(&chart.table, way_of(words.language())),
        _ => workbook_bytes(&workbook(chart, words, date), format)?,
    };
    write_file(path, &bytes, true)?;
    Ok(Vec::new())
}

/// What Excel reads in a language without being asked.
const fn way_of(language: Language) -> TableWay {
    match language {
        Language::It => TableWay::ExcelItalian,
        Language::En => TableWay::OpenData,
    }
}

/// The table with its heads; what is nothing is empty.
pub fn table_csv(table: &Table, way: TableWay) -> Vec<u8> {
    let mut out = CsvTable::new(way);
    out.row(table.heads.iter().map(|head| guarded(&head.text)));
    for row in &table.rows {
        out.row(
            row.values
                .iter()
                .map(|value| match (value, value.number()) {
                    (Value::Text(text), _) => guarded(text),
                    (_, Some(number)) if way == TableWay::ExcelItalian => {
                        plain(number).replace('.', ",")
                    }
                    (_, Some(number)) => plain(number),
                    (_, None) => String::new(),
                }),
        );
    }
    out.bytes()
}

/// The table as text for the clipboard: tabs between values, numbers with the language's decimal sign.
pub fn table_tsv(table: &Table, words: &Words) -> String {
    let clean = |text: &str| text.replace(['\t', '\n', '\r'], " ");
    let mut lines = vec![
        table
            .heads
            .iter()
            .map(|head| clean(&head.text))
            .collect::<Vec<_>>()
            .join("\t"),
    ];
    for row in &table.rows {
        let values = row
            .values
            .iter()
            .map(|value| match (value, value.number()) {
                (Value::Text(text), _) => guarded(&clean(text)),
                (_, Some(number)) if words.language() == Language::It => {
                    plain(number).replace('.', ",")
                }
                (_, Some(number)) => plain(number),
                (_, None) => String::new(),
            });
        lines.push(values.collect::<Vec<_>>().join("\t"));
    }
    lines.join("\n")
}

/// Without "-0".
fn plain(number: f64) -> String {
    (number + 0.0).to_string()
}

fn workbook(chart: &Chart, words: &Words, date: &str) -> Workbook {
    let table = &chart.table;
    let mut rows: Vec<Vec<Cell>> = vec![
        table
            .heads
            .iter()
            .map(|head| Cell::head(&head.text))
            .collect(),
    ];
    rows.extend(
        table
            .rows
            .iter()
            .map(|row| row.values.iter().map(cell).collect()),
    );
    let widths = table
        .heads
        .iter()
        .map(|head| if head.numeric { 12.0 } else { 36.0 })
        .collect();
    let data = TableSheet {
        name: chart.name.clone(),
        frozen: (1, 1),
        filter: true,
        widths,
        rows,
        ..TableSheet::default()
    };
    let about = TableSheet {
        name: words.tables_method(),
        widths: vec![100.0],
        rows: [&chart.name, &chart.picture.title, &chart.sentence]
            .map(|text| vec![Cell::styled(text.as_str(), Style::wrapped())])
            .to_vec(),
        ..TableSheet::default()
    };
    let mut sheets = vec![data, about];
    crate::report::tables::name_apart(&mut sheets);
    Workbook {
        title: chart.picture.title.clone(),
        author: String::new(),
        lang: words.language(),
        marks: Vec::new(),
        date: date.to_owned(),
        who: String::new(),
        mark: None,
        page_of: words.sheets_page_of(),
        sheets,
    }
}

fn cell(value: &Value) -> Cell {
    let format = match value {
        Value::Text(text) => return Cell::styled(text.as_str(), Style::wrapped()),
        Value::Count(_) => NumberFormat::General,
        Value::Number { signed: false, .. } => NumberFormat::Two,
        Value::Points(_) => NumberFormat::Signed,
        Value::Number { signed: true, .. } => NumberFormat::SignedTwo,
        Value::Share(_) => NumberFormat::Percent,
        Value::Euro(_) => NumberFormat::Euro,
    };
    Cell::maybe(value.number(), format)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_precision_and_texts_are_no_formulas() {
        let mut table = Table::new(vec![
            ("Nome".to_owned(), false),
            ("Indice".to_owned(), true),
        ]);
        table.push(
            None,
            vec![
                Value::Text("=1+1".to_owned()),
                Value::index(Some(1.0 / 3.0)),
            ],
        );
        table.push(
            None,
            vec![Value::Text("b; c".to_owned()), Value::index(None)],
        );
        let text = String::from_utf8(table_csv(&table, TableWay::ExcelItalian)).unwrap();
        assert_eq!(
            text,
            "\u{FEFF}Nome;Indice\n'=1+1;0,3333333333333333\n\"b; c\";\n"
        );
        let text = String::from_utf8(table_csv(&table, TableWay::OpenData)).unwrap();
        assert_eq!(text, "Nome,Indice\n'=1+1,0.3333333333333333\nb; c,\n");
    }
}
