//! A matrix as a table: column codes in the first row, row codes in the first column, cells as they are typed.

use super::csv::CsvTable;
use ordito_model::{AssessmentKey, AssessorId, Axis, CellValue, Contents, Item, MatrixId};

/// The two named ways of CSV.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableWay {
    /// For Excel in Italian: `;`, byte order mark, decimal comma.
    ExcelItalian,
    /// Open data: `,`, UTF-8 without mark, decimal point.
    OpenData,
}

/// Whether a spreadsheet could take a text for a formula.
pub fn is_formula_like(text: &str) -> bool {
    let plain = text.trim_start();
    text.starts_with(['\t', '\r', '\n'])
        || plain.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// A text that a spreadsheet will not take for a formula: those that begin with `=`, `+`, `-`, `@` (in either width, after
/// blanks too), tab or a line break get an apostrophe first, and so do those that begin so after apostrophes of their own,
/// which makes it reversible (`workbook/delimited.rs` takes one away again). Scores are not texts and never come here.
pub fn guarded(text: &str) -> String {
    if is_formula_like(text.trim_start_matches('\'')) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn entry(value: CellValue, way: TableWay) -> String {
    let text = value.to_string();
    if way == TableWay::ExcelItalian {
        text.replace('.', ",")
    } else {
        text
    }
}

/// Rows and columns as they are ordered, hidden ones too; what an assessor says in round 0. `corner` stands in the
/// first cell. Items without a code are named.
pub fn matrix_csv(
    contents: &Contents,
    matrix: MatrixId,
    assessor: AssessorId,
    corner: &str,
    way: TableWay,
) -> Vec<u8> {
    let name = |item: Item| {
        let (code, label) = contents.item_label(item);
        guarded(if code.is_empty() { &label.it } else { code })
    };
    let rows = contents.lines_of(matrix, Axis::Rows);
    let columns = contents.lines_of(matrix, Axis::Columns);
    let mut table = CsvTable::new(way);
    table
        .row(std::iter::once(corner.to_owned()).chain(columns.iter().map(|(item, _)| name(*item))));
    for (row, _) in &rows {
        let cells = columns.iter().map(|(column, _)| {
            let key = AssessmentKey {
                matrix,
                assessor,
                round: 0,
                row: *row,
                column: *column,
            };
            entry(contents.value(&key), way)
        });
        table.row(std::iter::once(name(*row)).chain(cells));
    }
    table.bytes()
}
