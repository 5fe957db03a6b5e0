//! The form in which records are stored, pinned: what documents hold that were made before today.
//!
//! `files/records.txt` has for each table a record with nothing in it and one with something in every field, as the
//! journal and the content hash hold them; `files/columns.txt` what stands of them in the tables' columns. Lines are
//! added to these files and never changed. A field that is new is left out where it is empty
//! (`#[serde(default, skip_serializing_if = "…")]`), so that the lines of today, and every document that was made before
//! it, read as they did and are written as they were.
#![expect(clippy::format_push_string, reason = "plainer, and no test is hot")]

use ordito::model::{
    Contents, Direction, Patch, Record, Step, StepLabel, StepNumber, Table, Timestamp,
};
use ordito::storage::Working;
use rusqlite::Connection;
use serde_json::Value;
use std::collections::BTreeMap;

const RECORDS: &str = include_str!("files/records.txt");
/// How many lines there were when the content hash below was reckoned.
const N_FIRST: usize = 38;
const COLUMNS: &str = include_str!("files/columns.txt");

fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<u8> = hex.chars().map(|c| c.to_digit(16).unwrap() as u8).collect();
    digits
        .chunks(2)
        .map(|pair| pair[0] * 16 + pair[1])
        .collect()
}

/// Table, key and the JSON that is stored.
fn pinned() -> Vec<(Table, Vec<u8>, &'static str)> {
    let line = |line: &'static str| {
        let mut parts = line.splitn(3, '\t');
        let (table, key, json) = (
            parts.next().unwrap(),
            parts.next().unwrap(),
            parts.next().unwrap(),
        );
        (
            Table::from_word(table).unwrap_or_else(|| panic!("{line}")),
            bytes(key),
            json,
        )
    };
    RECORDS.lines().map(line).collect()
}

/// The JSON of the records that are pinned of a table.
pub fn pinned_of(table: Table) -> Vec<&'static str> {
    pinned()
        .into_iter()
        .filter(|pin| pin.0 == table)
        .map(|pin| pin.2)
        .collect()
}

fn read((table, key, json): &(Table, Vec<u8>, &str)) -> Record {
    Record::from_parts(*table, key, None, Some(json))
        .unwrap_or_else(|error| panic!("{json}: {error}"))
}

#[test]
fn every_record_is_read_and_written_again_as_it_was() {
    for pin in pinned() {
        let said = read(&pin).after_json().unwrap();
        assert_eq!(
            said,
            pin.2,
            "\nthe stored form of {} is another one; see the head of this file",
            pin.0.word()
        );
    }
}

/// Whether a field, or a field of a field, has nothing in it.
fn lacks(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Bool(true) => false,
        Value::Number(number) => number.as_f64() == Some(0.0),
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty() || list.iter().any(lacks),
        Value::Object(fields) => fields.is_empty() || fields.values().any(lacks),
    }
}

#[test]
fn every_table_has_a_full_and_an_empty_record_pinned() {
    let mut pins: BTreeMap<Table, Vec<Value>> = BTreeMap::new();
    for (table, _, json) in pinned() {
        pins.entry(table)
            .or_default()
            .push(serde_json::from_str(json).unwrap());
    }
    for table in Table::ALL {
        let of_it = pins.get(table).map(Vec::as_slice).unwrap_or_default();
        let where_ =
            "in tests/it/storage/files/records.txt: table, key and JSON, a tab between them";
        assert!(
            of_it.iter().any(|record| !lacks(record)),
            "no full {} {where_}",
            table.word()
        );
        assert!(
            of_it.iter().any(lacks),
            "no empty {} {where_}",
            table.word()
        );
    }
}

/// One document that holds the pinned records; where two have one key, the one that comes later.
fn document(path: &std::path::Path) -> (Working, Contents) {
    let mut working = Working::create(path).unwrap();
    let mut contents = Contents::default();
    for (number, pin) in (1..).map(StepNumber).zip(pinned()) {
        let patch = Patch {
            records: vec![read(&pin)],
        };
        contents.commit(&patch);
        let (direction, label, at) = (Direction::Do, StepLabel::Created, Timestamp(number.0));
        let step = Step {
            number,
            direction,
            target: number,
            label,
            at,
            by: "anna".to_owned(),
            patch,
        };
        working.commit(&step, contents.hash()).unwrap();
    }
    (working, contents)
}

#[test]
fn every_column_holds_what_it_held() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ordito");
    let (working, contents) = document(&path);
    assert_eq!(working.read_again().unwrap(), contents);
    drop(working);
    let file = Connection::open(&path).unwrap();
    let mut said = String::new();
    for table in Table::ALL {
        let table = table.in_file();
        let mut rows = file.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let n_columns = rows.column_count();
        let columns =
            (0..n_columns).map(|at| format!("quote(\"{}\")", rows.column_name(at).unwrap()));
        let columns = columns.collect::<Vec<_>>().join(" || ' ' || ");
        drop(rows.query([]).unwrap());
        let mut rows = file
            .prepare(&format!("SELECT {columns} FROM {table} ORDER BY 1"))
            .unwrap();
        for row in rows.query_map([], |row| row.get::<_, String>(0)).unwrap() {
            said += &format!("{table} {}\n", row.unwrap());
        }
    }
    assert!(
        said == COLUMNS,
        "the columns hold something else than tests/it/storage/files/columns.txt says:\n{said}"
    );
    let (_, loaded) = Working::open(&path).unwrap();
    assert_eq!((loaded.doubts, loaded.contents == contents), (vec![], true));
}

/// The hash that a file of today carries must come out of the same records for ever.
#[test]
fn the_content_hash_of_the_pinned_records_stays() {
    let mut contents = Contents::default();
    // Lines that are added later have their own hash; this one is of those that were here first.
    for pin in pinned().iter().take(N_FIRST) {
        contents.commit(&Patch {
            records: vec![read(pin)],
        });
    }
    // By another program than ours: SHA-256 over table, 0, the key's length, key and JSON; see ContentHash.
    assert_eq!(
        contents.hash().to_string(),
        "991d5ec97399ba0ac77d9c84f337c3ba"
    );
}
