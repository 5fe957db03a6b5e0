//! A list of policies by itself: a workbook, or CSV with the same columns and texts.

use super::csv::CsvTable;
use super::{ExportError, Format, TableWay, guarded, workbook_bytes};
use crate::report::tables::{Value, policy_list, policy_sheet};
use ordito_model::{Contents, Timestamp};
use ordito_words::Words;

/// The policies of a document in the format of a file's ending: `csv`, `xlsx`, `ods`, `html`.
///
/// # Errors
/// When no list is written with this ending.
pub fn policies_bytes(
    contents: &Contents,
    words: &Words,
    now: Timestamp,
    format: Format,
    way: TableWay,
) -> Result<Vec<u8>, ExportError> {
    if format != Format::Csv {
        return workbook_bytes(&policy_list(contents, words, now), format);
    }
    let mut table = CsvTable::new(way);
    let text = |value: &Value| match value {
        Value::Text { text, .. } => guarded(text),
        Value::Number { value, .. } if way == TableWay::ExcelItalian => {
            value.to_string().replace('.', ",")
        }
        Value::Number { value, .. } => value.to_string(),
        Value::Empty | Value::Formula { .. } => String::new(),
    };
    // CSV has no limit: nothing is moved away.
    for row in policy_sheet(contents, words).rows {
        table.row(row.iter().map(text));
    }
    Ok(table.bytes())
}
