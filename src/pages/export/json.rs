//! The whole document as JSON, complete and readable back (`import::read_json`).
//!
//! `{"format": "ordito", "version": 1, "content_hash": "…", "tables": {"policy": [{"key": "…", "value": {…}}, …], …}}`
//! Tables are those of `model::Table`; keys are the hexadecimal bytes of a record's key, values its fields as in
//! `model`, a record a line. The history is not in it (`ordito history --json`).

use ordito_model::{Contents, Table};
use std::fmt::Write as _;

/// The document, written record by record: nothing of it is held twice.
pub fn document_json(contents: &Contents) -> String {
    let mut text = String::new();
    let _ = write!(
        text,
        "{{\n  \"format\": \"ordito\",\n  \"version\": 1,\n  \"content_hash\": \"{}\",\n  \"tables\": {{",
        contents.hash()
    );
    let mut tables = Table::ALL.iter().copied();
    let mut at = None;
    let begin = |text: &mut String, table: Table, is_first: bool| {
        let _ = write!(
            text,
            "{}\n    \"{}\": [",
            if is_first { "" } else { "\n    ]," },
            table.word()
        );
    };
    contents.each_record(|table, key, json| {
        let is_next = at == Some(table);
        while at != Some(table) {
            let Some(next) = tables.next() else { break };
            begin(&mut text, next, at.is_none());
            at = Some(next);
        }
        text.push_str(if is_next {
            ",\n      {\"key\": \""
        } else {
            "\n      {\"key\": \""
        });
        for byte in key {
            let _ = write!(text, "{byte:02x}");
        }
        let _ = write!(text, "\", \"value\": {json}}}");
    });
    for next in tables {
        begin(&mut text, next, at.is_none());
        at = Some(next);
    }
    text.push_str("\n    ]\n  }\n}");
    text
}
