//! The document back from `export::document_json`: record by record, so that no more than one is held twice, and under
//! limits, so that no file takes memory because it is large. What is in the file and not in a document is refused by
//! name and place, and so is what no edit could have made.

use super::{ImportError, ReadError};
use ordito_document::{Breaches, breaches};
use ordito_model::{Contents, EachTable, Key as _, Row, Table};
use serde::de::{DeserializeOwned, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;
use std::io::{BufReader, Read};
use std::path::Path;

/// The word that marks such a file.
const FORMAT: &str = "ordito";
/// The largest file that is read, in millions of bytes.
const LARGEST_MB: u64 = 512;
/// What its records may come to in memory, in millions of bytes.
const MEMORY_MB: usize = 1_024;

/// Where in a file of ours a record stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordPlace {
    pub table: &'static str,
    /// From 1.
    pub number: usize,
    pub key: String,
}

/// Why a JSON file is not taken in.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum JsonFault {
    /// JSON, but no document of ours.
    #[error("not a document of Ordito")]
    NotOurs,
    #[error("version {0} of the format is not known")]
    Version(u64),
    #[error("the field {0:?} is not known")]
    UnknownPart(String),
    #[error("the table {0:?} is not known")]
    UnknownTable(String),
    #[error("the table {0:?} is there twice")]
    TableTwice(String),
    #[error("{at:?}: the field {field:?} is not known")]
    UnknownField { at: RecordPlace, field: String },
    #[error("{0:?}: no key of this table")]
    BadKey(RecordPlace),
    #[error("{0:?}: the key is there already")]
    Twice(RecordPlace),
    #[error("{at:?}: {detail}")]
    BadValue { at: RecordPlace, detail: String },
    #[error("its records come to more than {limit_mb} MB")]
    TooMuch { limit_mb: usize },
    /// Records that break rules; never empty.
    #[error("{} records break rules", .0.n)]
    Rules(Breaches),
}

/// Contents that a JSON file of ours holds, every rule of the document checked.
///
/// # Errors
/// When it is not one, a record cannot be read or breaks a rule: nothing is taken in part.
pub fn read_json_file(path: &Path) -> Result<Contents, ImportError> {
    let failed = |error| {
        ImportError::from(ReadError::Io {
            path: path.to_owned(),
            error,
        })
    };
    // A pipe or a device may have no end: only files are opened.
    let file = ordito_ground::disk::open(path).map_err(failed)?;
    read_json(BufReader::with_capacity(1 << 16, file)).map_err(|error| match error {
        ImportError::Read(ReadError::Io { error, .. }) => failed(error),
        other => other,
    })
}

/// As [`read_json_file`], of what is read already.
///
/// # Errors
/// As [`read_json_file`].
pub fn read_json(from: impl Read) -> Result<Contents, ImportError> {
    read_within(from, LARGEST_MB << 20, MEMORY_MB << 20)
}

fn read_within(
    from: impl Read,
    most_bytes: u64,
    most_memory: usize,
) -> Result<Contents, ImportError> {
    let io = |error| ReadError::Io {
        path: std::path::PathBuf::new(),
        error,
    };
    let mut counted = Counted {
        from: without_mark(from).map_err(io)?,
        left: most_bytes,
        is_over: false,
    };
    let taking = Taking {
        memory_left: RefCell::new(most_memory),
        ..Taking::default()
    };
    let mut reader = serde_json::Deserializer::from_reader(&mut counted);
    let read = Whole(&taking)
        .deserialize(&mut reader)
        .and_then(|()| reader.end());
    if let Some(fault) = taking.fault.take() {
        return Err(fault.into());
    }
    if let Err(error) = read {
        return Err(match error.io_error_kind() {
            Some(_) if counted.is_over => ReadError::TooLarge {
                limit_mb: LARGEST_MB,
            },
            Some(kind) => io(kind.into()),
            None => ReadError::Malformed {
                line: error.line() as u64,
                detail: error.to_string(),
            },
        }
        .into());
    }
    let mut contents = taking.contents.into_inner();
    as_edits_leave_it(&mut contents);
    let found = breaches(&contents);
    if found.n > 0 {
        Err(JsonFault::Rules(found).into())
    } else {
        Ok(contents)
    }
}

/// Some editors put a mark of three bytes before a text.
fn without_mark(mut from: impl Read) -> std::io::Result<impl Read> {
    let mut start = Vec::new();
    from.by_ref().take(3).read_to_end(&mut start)?;
    if start == b"\xef\xbb\xbf" {
        start.clear();
    }
    Ok(std::io::Cursor::new(start).chain(from))
}

/// What edits bring into one form comes in it.
fn as_edits_leave_it(contents: &mut Contents) {
    for line in contents.lines.values_mut() {
        // Zero has one sign in the file.
        line.weight += 0.0;
    }
    for scale in contents.scales.values_mut() {
        scale
            .levels
            .sort_by_key(|level| std::cmp::Reverse(level.value));
    }
}

/// Reads so many bytes and no more.
struct Counted<R> {
    from: R,
    left: u64,
    is_over: bool,
}
impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.from.read(into)?;
        match self.left.checked_sub(read as u64) {
            Some(left) => self.left = left,
            None => {
                self.is_over = true;
                return Err(std::io::ErrorKind::FileTooLarge.into());
            }
        }
        Ok(read)
    }
}

/// What came in so far, and what went wrong: serde's errors carry only text.
#[derive(Default)]
struct Taking {
    contents: RefCell<Contents>,
    fault: RefCell<Option<JsonFault>>,
    memory_left: RefCell<usize>,
}
impl Taking {
    fn refuse<T, E: serde::de::Error>(&self, fault: JsonFault) -> Result<T, E> {
        let said = E::custom(&fault);
        self.fault.borrow_mut().get_or_insert(fault);
        Err(said)
    }
    /// Counts what a record may come to: its bytes, and room for each thing in its lists.
    fn has_room(&self, raw: &str) -> bool {
        let lists = raw.bytes().filter(|byte| *byte == b',').count();
        let needed = lists
            .saturating_mul(24)
            .saturating_add(raw.len())
            .saturating_add(256);
        self.memory_left
            .replace_with(|left| left.saturating_sub(needed));
        *self.memory_left.borrow() > 0
    }
}

/// The file's outermost object.
struct Whole<'a>(&'a Taking);
impl<'de> DeserializeSeed<'de> for Whole<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}
impl<'de> Visitor<'de> for Whole<'_> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a document of Ordito")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let (mut is_ours, mut version, mut tables) = (false, None, false);
        while let Some(part) = map.next_key::<String>()? {
            match part.as_str() {
                "format" if !is_ours => is_ours = map.next_value::<String>()? == FORMAT,
                "version" if version.is_none() => version = Some(map.next_value::<u64>()?),
                // Whoever changed the file knows that it is no longer the hash of what was exported.
                "content_hash" => drop(map.next_value::<String>()?),
                "tables" if !tables => {
                    map.next_value_seed(Tables(self.0))?;
                    tables = true;
                }
                _ => return self.0.refuse(JsonFault::UnknownPart(part)),
            }
        }
        match version {
            _ if !is_ours => self.0.refuse(JsonFault::NotOurs),
            None => self.0.refuse(JsonFault::NotOurs),
            Some(1) => Ok(()),
            Some(other) => self.0.refuse(JsonFault::Version(other)),
        }
    }
}

/// The object of tables.
struct Tables<'a>(&'a Taking);
impl<'de> DeserializeSeed<'de> for Tables<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}
impl<'de> Visitor<'de> for Tables<'_> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("tables")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut seen = BTreeSet::new();
        while let Some(word) = map.next_key::<String>()? {
            let Some(table) = Table::from_word(&word) else {
                return self.0.refuse(JsonFault::UnknownTable(word));
            };
            if !seen.insert(table) {
                return self.0.refuse(JsonFault::TableTwice(word));
            }
            let mut reading = Reading {
                taking: self.0,
                table,
                map: &mut map,
                outcome: Ok(()),
            };
            Contents::each_table(&mut reading);
            reading.outcome?;
        }
        Ok(())
    }
}

/// Reads the one table that is next, as what its rows are.
struct Reading<'a, 'm, A, E> {
    taking: &'a Taking,
    table: Table,
    map: &'m mut A,
    outcome: Result<(), E>,
}
impl<'de, A: MapAccess<'de>> EachTable for Reading<'_, '_, A, A::Error> {
    fn table<R: Row>(&mut self) {
        if R::TABLE == self.table {
            let rows = self
                .map
                .next_value_seed(Rows::<R>(self.taking, std::marker::PhantomData));
            self.outcome =
                rows.map(|rows| R::take_in(&mut self.taking.contents.borrow_mut(), rows));
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    key: String,
    value: Box<RawValue>,
}

/// The records of one table.
struct Rows<'a, R>(&'a Taking, std::marker::PhantomData<R>);
impl<'de, R: Row> DeserializeSeed<'de> for Rows<'_, R> {
    type Value = Vec<(R::Key, R)>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_seq(self)
    }
}
impl<'de, R: Row> Visitor<'de> for Rows<'_, R> {
    type Value = Vec<(R::Key, R)>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("records")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut rows: Vec<(R::Key, R)> = Vec::new();
        // Records are written in the order of their keys: only what breaks it needs to be looked for.
        let (mut seen, mut in_order) = (BTreeSet::new(), true);
        while let Some(Entry { key, value }) = seq.next_element::<Entry>()? {
            let at = || RecordPlace {
                table: R::TABLE.word(),
                number: rows.len() + 1,
                key: key.clone(),
            };
            if !self.0.has_room(value.get()) {
                return self.0.refuse(JsonFault::TooMuch {
                    limit_mb: MEMORY_MB,
                });
            }
            let Some(id) = bytes(&key).and_then(|bytes| R::Key::from_bytes(&bytes)) else {
                return self.0.refuse(JsonFault::BadKey(at()));
            };
            if in_order && rows.last().is_some_and(|(last, _)| *last >= id) {
                in_order = false;
                seen = rows.iter().map(|(key, _)| *key).collect();
            }
            if !in_order && !seen.insert(id) {
                return self.0.refuse(JsonFault::Twice(at()));
            }
            match record::<R>(value.get()) {
                Ok(row) => rows.push((id, row)),
                Err(Unread::Field(field)) => {
                    return self.0.refuse(JsonFault::UnknownField { at: at(), field });
                }
                Err(Unread::Value(detail)) => {
                    return self.0.refuse(JsonFault::BadValue { at: at(), detail });
                }
            }
        }
        rows.shrink_to_fit();
        Ok(rows)
    }
}

enum Unread {
    /// A field that no such record has, with its way.
    Field(String),
    Value(String),
}

/// A record of which nothing is passed over.
fn record<R: Serialize + DeserializeOwned>(text: &str) -> Result<R, Unread> {
    let row: R = serde_json::from_str(text).map_err(|error| Unread::Value(error.to_string()))?;
    let unread = |error: serde_json::Error| Unread::Value(error.to_string());
    // As it is exported, so with nothing else in it.
    if serde_json::to_string(&row).map_err(unread)? == text {
        return Ok(row);
    }
    let (given, written): (Value, Value) = (
        serde_json::from_str(text).map_err(unread)?,
        serde_json::to_value(&row).map_err(unread)?,
    );
    let mut left_out = Vec::new();
    not_written(&given, &written, &mut Vec::new(), &mut left_out);
    for way in left_out {
        // Fields that say what is meant without them are left out in writing. They are known if not everything may
        // stand in them.
        let takes = |value: Value| {
            let mut changed = given.clone();
            let pointer = way.iter().fold(String::new(), |pointer, step| {
                pointer + "/" + &step.replace('~', "~0").replace('/', "~1")
            });
            if let Some(place) = changed.pointer_mut(&pointer) {
                *place = value;
            }
            R::deserialize(changed).is_ok()
        };
        if takes(Value::String("\u{0}".to_owned())) && takes(Value::from(0.5)) {
            return Err(Unread::Field(way.join(".")));
        }
    }
    Ok(row)
}

/// Ways to what was given and is not written again.
fn not_written(
    given: &Value,
    written: &Value,
    way: &mut Vec<String>,
    found: &mut Vec<Vec<String>>,
) {
    match (given, written) {
        (Value::Object(given), Value::Object(written)) => {
            for (name, value) in given {
                way.push(name.clone());
                match written.get(name) {
                    Some(written) => not_written(value, written, way, found),
                    None => found.push(way.clone()),
                }
                way.pop();
            }
        }
        (Value::Array(given), Value::Array(written)) => {
            for (at, (given, written)) in given.iter().zip(written).enumerate() {
                way.push(at.to_string());
                not_written(given, written, way, found);
                way.pop();
            }
        }
        _ => {}
    }
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    if !hex.len().is_multiple_of(2)
        || hex.len() > 512
        || !hex.bytes().all(|byte| byte.is_ascii_hexdigit())
    {
        return None;
    }
    (0..hex.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Blanks without an end, counted.
    struct Blanks(u64);
    impl Read for Blanks {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            into.fill(b' ');
            self.0 += into.len() as u64;
            Ok(into.len())
        }
    }

    #[test]
    fn no_more_bytes_are_read_than_are_allowed() {
        let mut blanks = Blanks(0);
        let refused = read_within(
            BufReader::with_capacity(1 << 12, &mut blanks),
            1 << 20,
            1 << 20,
        );
        assert!(
            matches!(refused, Err(ImportError::Read(ReadError::TooLarge { .. }))),
            "{refused:?}"
        );
        assert!(blanks.0 <= (1 << 20) + (1 << 12), "{}", blanks.0);
    }

    /// Small in the file, large in memory: what a record may come to is counted, not only its bytes.
    #[test]
    fn records_are_counted_by_what_they_come_to() {
        let file = |n: usize| {
            let list = "\"\",".repeat(1_000);
            let record = |n: usize| {
                format!("{{\"key\":\"{n:032x}\",\"value\":{{\"outputs\":[{list}\"\"]}}}}")
            };
            let records: Vec<String> = (0..n).map(record).collect();
            format!(
                "{{\"format\":\"ordito\",\"version\":1,\"tables\":{{\"policy\":[{}]}}}}",
                records.join(",")
            )
        };
        let refused = |n: usize| read_within(file(n).as_bytes(), 1 << 20, 200_000).map(drop);
        // Seven of them come to 190 KB in memory and are refused for what they are, eight for what they come to.
        assert!(file(8).len() < 30_000);
        assert!(
            matches!(refused(7), Err(ImportError::Json(JsonFault::Rules(_)))),
            "{:?}",
            refused(7)
        );
        assert!(
            matches!(
                refused(8),
                Err(ImportError::Json(JsonFault::TooMuch { .. }))
            ),
            "{:?}",
            refused(8)
        );
    }
}
