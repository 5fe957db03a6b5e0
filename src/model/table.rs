//! What the list of tables (`tables!` in `mod.rs`) writes: `Table`, `Record`, and what `Contents` does table by table.

use super::{BadRecord, Change, Contents, Key, Patch};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// A record of a table.
pub trait Row:
    std::fmt::Debug + Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static
{
    type Key: Key;
    const TABLE: Table;
    fn of(contents: &Contents) -> &BTreeMap<Self::Key, Self>;
    fn record(change: Change<Self::Key, Self>) -> Record;
    /// The change of a record, where it is one of this table.
    fn change(record: &Record) -> Option<&Change<Self::Key, Self>>;
    /// Puts rows into contents that are being read.
    fn take_in(contents: &mut Contents, rows: Vec<(Self::Key, Self)>);
}

/// Something done with each table in turn, whatever its rows are.
pub trait EachTable {
    fn table<R: Row>(&mut self);
}

/// A change that lies in a place of its own.
type Apart<K, V> = Box<Change<K, V>>;

macro_rules! records {
    ($(
        $word:literal $field:ident: $table:ident by $key:ident, $held:ident $(, called $subject:ident $called:literal)?
    );+ $(;)?) => {
        /// The tables of a document.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Table { $($table),+ }
        impl Table {
            pub const ALL: &'static [Self] = &[$(Self::$table),+];
            /// The table's name in the journal.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$table => $word),+ }
            }
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$table),)+ _ => None }
            }
            /// The table's name in a document's file: the journal's, but for cells.
            pub const fn in_file(self) -> &'static str {
                match self {
                    Self::Assessment => "cell",
                    other => other.word(),
                }
            }
        }

        /// One change in one table. Large records lie apart, so that a hundred thousand cells do not each take the room of a
        /// policy.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Record { $($table($held<super::$key, super::$table>)),+ }
        impl Record {
            pub const fn table(&self) -> Table {
                match self { $(Self::$table(_) => Table::$table),+ }
            }
            pub const fn is_deletion(&self) -> bool {
                match self { $(Self::$table(change) => change.after.is_none()),+ }
            }
            pub fn inverse(&self) -> Self {
                match self { $(Self::$table(change) => Self::$table(change.inverse().into())),+ }
            }
            pub fn key_bytes(&self) -> Vec<u8> {
                match self { $(Self::$table(change) => change.key.to_bytes()),+ }
            }
            pub fn before_json(&self) -> Option<String> {
                match self { $(Self::$table(change) => change.before.as_ref().map(json)),+ }
            }
            pub fn after_json(&self) -> Option<String> {
                match self { $(Self::$table(change) => change.after.as_ref().map(json)),+ }
            }
            /// Before and after, for the journal.
            ///
            /// # Errors
            /// When a record cannot be written, which plain data can always be.
            pub fn written(&self) -> Result<(Option<String>, Option<String>), BadRecord> {
                match self {
                    $(Self::$table(change) => Ok((written(change.before.as_ref())?, written(change.after.as_ref())?))),+
                }
            }
            /// Reads a record back from the journal.
            pub fn from_parts(
                table: Table, key: &[u8], before: Option<&str>, after: Option<&str>,
            ) -> Result<Self, BadRecord> {
                match table {$(
                    Table::$table => {
                        let key = <super::$key as Key>::from_bytes(key)
                            .ok_or_else(|| BadRecord(format!("key of {}", table.word())))?;
                        let change = Change::<super::$key, super::$table> { key, before: parse(before)?, after: parse(after)? };
                        Ok(Self::$table(change.into()))
                    }
                )+}
            }
            /// This change followed by a later one of the same key.
            pub(super) fn followed_by(self, later: Self) -> Self {
                match (self, later) {
                    $((Self::$table(first), Self::$table(second)) =>
                        Self::$table(Change { key: first.key, before: first.before, after: second.after }.into()),)+
                    (first, later) => {
                        debug_assert!(false, "one key, two tables: {first:?} {later:?}");
                        later
                    }
                }
            }
            pub(super) fn changes_nothing(&self) -> bool {
                match self { $(Self::$table(change) => change.before == change.after),+ }
            }
        }

        $(impl Row for super::$table {
            type Key = super::$key;
            const TABLE: Table = Table::$table;
            fn of(contents: &Contents) -> &BTreeMap<super::$key, Self> { &contents.$field }
            fn record(change: Change<super::$key, Self>) -> Record { Record::$table(change.into()) }
            fn change(record: &Record) -> Option<&Change<super::$key, Self>> {
                match record {
                    Record::$table(change) => Some(change),
                    _ => None,
                }
            }
            fn take_in(contents: &mut Contents, rows: Vec<(super::$key, Self)>) { put(&mut contents.$field, rows); }
        })+

        impl Contents {
            /// Takes a patch into memory. Cannot fail; what the patch calls `before` is not looked at.
            pub fn commit(&mut self, patch: &Patch) {
                $(let mut $field: Vec<(super::$key, super::$table)> = Vec::new();)+
                for record in &patch.records {
                    match record {$(
                        Record::$table(change) => {
                            match &change.after {
                                Some(value) => $field.push((change.key, value.clone())),
                                None => { self.$field.remove(&change.key); }
                            }
                        }
                    )+}
                }
                $(put(&mut self.$field, $field);)+
            }
            /// Calls `each` with the table, key and JSON of every record, table by table in order of keys.
            pub fn each_record(&self, mut each: impl FnMut(Table, &[u8], &str)) {
                $(for (key, value) in &self.$field {
                    each(Table::$table, &key.to_bytes(), &json(value));
                })+
            }
            /// Calls `each` for every table, in their order.
            pub fn each_table(each: &mut impl EachTable) {
                $(each.table::<super::$table>();)+
            }
            /// Whether every `before` of the patch is what the contents hold.
            pub fn fits(&self, patch: &Patch) -> bool {
                patch.records.iter().all(|record| match record {
                    $(Record::$table(change) => self.$field.get(&change.key) == change.before.as_ref()),+
                })
            }
            /// The patch that leads from `self` to `other`.
            pub fn difference(&self, other: &Self) -> Patch {
                let mut records = Vec::new();
                $(
                    for (key, before) in &self.$field {
                        let after = other.$field.get(key);
                        if after != Some(before) {
                            records.push(Record::$table(Change {
                                key: *key, before: Some(before.clone()), after: after.cloned(),
                            }.into()));
                        }
                    }
                    for (key, after) in &other.$field {
                        if !self.$field.contains_key(key) {
                            records.push(Record::$table(Change { key: *key, before: None, after: Some(after.clone()) }.into()));
                        }
                    }
                )+
                Patch { records }
            }
        }
    };
}

super::tables!(records);

/// Puts records in. Many at once are built into whole leaves: records put in one by one in their order leave each leaf
/// half empty, and everything that walks over them reaches over twice the memory.
fn put<K: Ord, V>(records: &mut BTreeMap<K, V>, fresh: Vec<(K, V)>) {
    if fresh.len() < 1_000 || fresh.len() < records.len() / 4 {
        records.extend(fresh);
    } else {
        records.append(&mut fresh.into_iter().collect());
    }
}

/// A record to be hashed, shown or compared. What goes into a file is made by `written`, which can fail.
pub(super) fn json<T: Serialize>(value: &T) -> String {
    let text = serde_json::to_string(value);
    debug_assert!(text.is_ok(), "plain data with string keys: {text:?}");
    text.unwrap_or_default()
}
fn written<T: Serialize>(value: Option<&T>) -> Result<Option<String>, BadRecord> {
    value
        .map(|value| serde_json::to_string(value).map_err(|error| BadRecord(error.to_string())))
        .transpose()
}
fn parse<T: DeserializeOwned>(text: Option<&str>) -> Result<Option<T>, BadRecord> {
    text.map(|text| serde_json::from_str(text).map_err(|error| BadRecord(error.to_string())))
        .transpose()
}
