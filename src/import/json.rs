//! The document back from `export::document_json`.

use super::ImportError;
use crate::model::{Contents, Patch, Record, Table};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct Entry {
    key: String,
    value: Box<RawValue>,
}
#[derive(Deserialize)]
struct File {
    format: String,
    version: u64,
    tables: BTreeMap<String, Vec<Entry>>,
}

/// Contents that a JSON file of ours holds.
///
/// # Errors
/// When it is not one, or a record cannot be read: nothing is taken in part.
pub fn read_json(text: &str) -> Result<Contents, ImportError> {
    let malformed = |line: u64, detail: String| ImportError::Malformed { line, detail };
    // Some editors put a mark before it.
    let text = text.trim_start_matches('\u{feff}');
    let file: File = serde_json::from_str(text).map_err(|error| malformed(error.line() as u64, error.to_string()))?;
    if file.format != "ordito" || file.version != 1 {
        return Err(malformed(1, format!("{} {}", file.format, file.version)));
    }
    let mut patch = Patch::default();
    for (word, entries) in &file.tables {
        let table = Table::from_word(word).ok_or_else(|| malformed(0, word.clone()))?;
        for entry in entries {
            let key = bytes(&entry.key).ok_or_else(|| malformed(0, entry.key.clone()))?;
            let record = Record::from_parts(table, &key, None, Some(entry.value.get()))
                .map_err(|error| malformed(0, error.to_string()))?;
            patch.records.push(record);
        }
    }
    let mut contents = Contents::default();
    contents.commit(&patch);
    Ok(contents)
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    if !hex.len().is_multiple_of(2) || !hex.is_ascii() {
        return None;
    }
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok()).collect()
}
