//! The whole document as JSON, complete and readable back (`import::read_json`).
//!
//! `{"format": "ordito", "version": 1, "content_hash": "…", "tables": {"policy": [{"key": "…", "value": {…}}, …], …}}`
//! Tables are those of `model::Table`; keys are the hexadecimal bytes of a record's key, values its fields as in
//! `model`. The history is not in it (`ordito history --json`).

use crate::model::{Contents, Table};
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The word that marks such a file.
pub const FORMAT: &str = "ordito";

#[derive(serde::Serialize)]
struct Entry {
    key: String,
    value: Box<RawValue>,
}
#[derive(serde::Serialize)]
struct File {
    format: &'static str,
    version: u8,
    content_hash: String,
    tables: BTreeMap<&'static str, Vec<Entry>>,
}

pub fn document_json(contents: &Contents) -> String {
    let mut tables: BTreeMap<&'static str, Vec<Entry>> =
        Table::ALL.iter().map(|table| (table.word(), Vec::new())).collect();
    contents.each_record(|table, key, json| {
        let key = key.iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        });
        if let Ok(value) = RawValue::from_string(json.to_owned()) {
            tables.entry(table.word()).or_default().push(Entry { key, value });
        }
    });
    let file = File { format: FORMAT, version: 1, content_hash: contents.hash().to_string(), tables };
    serde_json::to_string_pretty(&file).unwrap_or_default()
}
