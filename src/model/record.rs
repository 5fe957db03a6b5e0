//! Changes to a document as data: one `Record` variant for each table, and a `Patch` as a list of them.
//!
//! The macro below is the one list of tables. A new table is a line in it, a file in `storage/` and a migration. A new
//! field of a record is left out of its JSON where it is empty (`#[serde(default, skip_serializing_if = "…")]`): the
//! content hash and the journal hold that JSON, and `tests/it/storage/stored_form.rs` holds them to it.

use super::{
    Actor, ActorId, Assessment, AssessmentKey, Assessor, AssessorId, Axis, Cluster, ClusterId, Contents, Crosswalk,
    CrosswalkId, Framework, FrameworkId, Goal, GoalId, Info, Item, Lab, LabId, Line, LineKey, Link, LinkKey, Matrix,
    MatrixId, Milestone, MilestoneId, Only, Policy, PolicyId, Question, QuestionId, Scale, ScaleId, Source, SourceId,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// A record that changes from `before` to `after`; `None` is "not there".
#[derive(Debug, Clone, PartialEq)]
pub struct Change<K, V> {
    pub key: K,
    pub before: Option<V>,
    pub after: Option<V>,
}
impl<K: Clone, V: Clone> Change<K, V> {
    pub fn inverse(&self) -> Self {
        Self { key: self.key.clone(), before: self.after.clone(), after: self.before.clone() }
    }
}

/// A journal entry that is not what this program writes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a record of the journal cannot be read: {0}")]
pub struct BadRecord(pub String);

/// A key that can be written as bytes; equal bytes, equal key.
pub trait Key: Ord + Copy + Sync {
    fn to_bytes(&self) -> Vec<u8>;
    fn from_bytes(bytes: &[u8]) -> Option<Self>;
}

/// A record of a table.
pub trait Row: Clone + PartialEq + Serialize + DeserializeOwned + Sync {
    type Key: Key;
    const TABLE: Table;
    fn of(contents: &Contents) -> &BTreeMap<Self::Key, Self>;
    fn record(change: Change<Self::Key, Self>) -> Record;
    /// Puts rows into contents that are being read.
    fn take_in(contents: &mut Contents, rows: Vec<(Self::Key, Self)>);
}

/// Something done with each table in turn, whatever its rows are.
pub trait EachTable {
    fn table<R: Row>(&mut self);
}

/// A change that lies in a place of its own.
type Apart<K, V> = Box<Change<K, V>>;

macro_rules! tables {
    ($($variant:ident $word:literal $field:ident: $key:ty => $value:ty, $held:ident);+ $(;)?) => {
        /// The tables of a document.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Table { $($variant),+ }
        impl Table {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The table's name in the journal.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        /// One change in one table. Large records lie apart, so that a hundred thousand cells do not each take the room of a
        /// policy.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Record { $($variant($held<$key, $value>)),+ }
        impl Record {
            pub const fn table(&self) -> Table {
                match self { $(Self::$variant(_) => Table::$variant),+ }
            }
            pub fn inverse(&self) -> Self {
                match self { $(Self::$variant(change) => Self::$variant(change.inverse().into())),+ }
            }
            pub fn key_bytes(&self) -> Vec<u8> {
                match self { $(Self::$variant(change) => change.key.to_bytes()),+ }
            }
            pub fn before_json(&self) -> Option<String> {
                match self { $(Self::$variant(change) => change.before.as_ref().map(json)),+ }
            }
            pub fn after_json(&self) -> Option<String> {
                match self { $(Self::$variant(change) => change.after.as_ref().map(json)),+ }
            }
            /// Before and after, for the journal.
            ///
            /// # Errors
            /// When a record cannot be written, which plain data can always be.
            pub fn written(&self) -> Result<(Option<String>, Option<String>), BadRecord> {
                match self {
                    $(Self::$variant(change) => Ok((written(change.before.as_ref())?, written(change.after.as_ref())?))),+
                }
            }
            /// Reads a record back from the journal.
            pub fn from_parts(
                table: Table, key: &[u8], before: Option<&str>, after: Option<&str>,
            ) -> Result<Self, BadRecord> {
                match table {$(
                    Table::$variant => {
                        let key = <$key as Key>::from_bytes(key)
                            .ok_or_else(|| BadRecord(format!("key of {}", table.word())))?;
                        let change = Change::<$key, $value> { key, before: parse(before)?, after: parse(after)? };
                        Ok(Self::$variant(change.into()))
                    }
                )+}
            }
            /// This change followed by a later one of the same key.
            fn followed_by(self, later: Self) -> Self {
                match (self, later) {
                    $((Self::$variant(first), Self::$variant(second)) =>
                        Self::$variant(Change { key: first.key, before: first.before, after: second.after }.into()),)+
                    (first, later) => {
                        debug_assert!(false, "one key, two tables: {first:?} {later:?}");
                        later
                    }
                }
            }
            fn changes_nothing(&self) -> bool {
                match self { $(Self::$variant(change) => change.before == change.after),+ }
            }
        }

        $(impl Row for $value {
            type Key = $key;
            const TABLE: Table = Table::$variant;
            fn of(contents: &Contents) -> &BTreeMap<$key, $value> { &contents.$field }
            fn record(change: Change<$key, $value>) -> Record { Record::$variant(change.into()) }
            fn take_in(contents: &mut Contents, rows: Vec<($key, $value)>) { put(&mut contents.$field, rows); }
        })+

        impl Contents {
            /// Takes a patch into memory. Cannot fail; what the patch calls `before` is not looked at.
            pub fn commit(&mut self, patch: &Patch) {
                $(let mut $field: Vec<($key, $value)> = Vec::new();)+
                for record in &patch.records {
                    match record {$(
                        Record::$variant(change) => {
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
                    each(Table::$variant, &key.to_bytes(), &json(value));
                })+
            }
            /// Calls `each` for every table, in their order.
            pub fn each_table(each: &mut impl EachTable) {
                $(each.table::<$value>();)+
            }
            /// Whether every `before` of the patch is what the contents hold.
            pub fn fits(&self, patch: &Patch) -> bool {
                patch.records.iter().all(|record| match record {
                    $(Record::$variant(change) => self.$field.get(&change.key) == change.before.as_ref()),+
                })
            }
            /// The patch that leads from `self` to `other`.
            pub fn difference(&self, other: &Self) -> Patch {
                let mut records = Vec::new();
                $(
                    for (key, before) in &self.$field {
                        let after = other.$field.get(key);
                        if after != Some(before) {
                            records.push(Record::$variant(Change {
                                key: *key, before: Some(before.clone()), after: after.cloned(),
                            }.into()));
                        }
                    }
                    for (key, after) in &other.$field {
                        if !self.$field.contains_key(key) {
                            records.push(Record::$variant(Change { key: *key, before: None, after: Some(after.clone()) }.into()));
                        }
                    }
                )+
                Patch { records }
            }
        }
    };
}

tables! {
    Info "info" info: Only => Info, Apart;
    Actor "actor" actors: ActorId => Actor, Apart;
    Source "source" sources: SourceId => Source, Apart;
    Policy "policy" policies: PolicyId => Policy, Apart;
    Cluster "cluster" clusters: ClusterId => Cluster, Apart;
    Framework "framework" frameworks: FrameworkId => Framework, Apart;
    Goal "goal" goals: GoalId => Goal, Apart;
    Crosswalk "crosswalk" crosswalks: CrosswalkId => Crosswalk, Apart;
    Link "link" links: LinkKey => Link, Change;
    Scale "scale" scales: ScaleId => Scale, Apart;
    Matrix "matrix" matrices: MatrixId => Matrix, Apart;
    Line "line" lines: LineKey => Line, Change;
    Assessor "assessor" assessors: AssessorId => Assessor, Apart;
    Assessment "assessment" assessments: AssessmentKey => Assessment, Change;
    Milestone "milestone" milestones: MilestoneId => Milestone, Apart;
    Lab "lab" labs: LabId => Lab, Apart;
    Question "question" questions: QuestionId => Question, Apart;
}

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
    value.map(|value| serde_json::to_string(value).map_err(|error| BadRecord(error.to_string()))).transpose()
}
fn parse<T: DeserializeOwned>(text: Option<&str>) -> Result<Option<T>, BadRecord> {
    text.map(|text| serde_json::from_str(text).map_err(|error| BadRecord(error.to_string()))).transpose()
}

macro_rules! id_keys {
    ($($name:ident),+) => {$(
        impl Key for $name {
            fn to_bytes(&self) -> Vec<u8> { self.0.to_vec() }
            fn from_bytes(bytes: &[u8]) -> Option<Self> { bytes.try_into().ok().map(Self) }
        }
    )+};
}
id_keys!(
    PolicyId,
    ActorId,
    SourceId,
    FrameworkId,
    GoalId,
    CrosswalkId,
    ScaleId,
    MatrixId,
    AssessorId,
    ClusterId,
    MilestoneId,
    LabId,
    QuestionId
);

impl Key for Only {
    fn to_bytes(&self) -> Vec<u8> {
        Vec::new()
    }
    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.is_empty().then_some(Self)
    }
}
impl Key for LinkKey {
    fn to_bytes(&self) -> Vec<u8> {
        [self.crosswalk.0, self.from.0, self.to.0].concat()
    }
    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut rest = Bytes(bytes);
        let key = Self { crosswalk: CrosswalkId(rest.id()?), from: GoalId(rest.id()?), to: GoalId(rest.id()?) };
        rest.0.is_empty().then_some(key)
    }
}
impl Key for LineKey {
    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.matrix.0.to_vec();
        bytes.push(u8::from(self.axis == Axis::Columns));
        push_item(&mut bytes, self.item);
        bytes
    }
    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut rest = Bytes(bytes);
        let matrix = MatrixId(rest.id()?);
        let axis = match rest.byte()? {
            0 => Axis::Rows,
            1 => Axis::Columns,
            _ => return None,
        };
        let key = Self { matrix, axis, item: rest.item()? };
        rest.0.is_empty().then_some(key)
    }
}
impl Key for AssessmentKey {
    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(68);
        bytes.extend_from_slice(&self.matrix.0);
        bytes.extend_from_slice(&self.assessor.0);
        bytes.extend_from_slice(&self.round.to_be_bytes());
        push_item(&mut bytes, self.row);
        push_item(&mut bytes, self.column);
        bytes
    }
    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut rest = Bytes(bytes);
        let key = Self {
            matrix: MatrixId(rest.id()?),
            assessor: AssessorId(rest.id()?),
            round: u16::from_be_bytes([rest.byte()?, rest.byte()?]),
            row: rest.item()?,
            column: rest.item()?,
        };
        rest.0.is_empty().then_some(key)
    }
}

fn push_item(bytes: &mut Vec<u8>, item: Item) {
    bytes.push(u8::from(item.goal().is_some()));
    bytes.extend_from_slice(item.bytes());
}

struct Bytes<'a>(&'a [u8]);
impl Bytes<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }
    fn id(&mut self) -> Option<[u8; 16]> {
        let (first, rest) = self.0.split_first_chunk::<16>()?;
        self.0 = rest;
        Some(*first)
    }
    fn item(&mut self) -> Option<Item> {
        match self.byte()? {
            0 => Some(Item::Policy(PolicyId(self.id()?))),
            1 => Some(Item::Goal(GoalId(self.id()?))),
            _ => None,
        }
    }
}

/// Changes that belong together. At most one record for each key.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Patch {
    pub records: Vec<Record>,
}

impl Patch {
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }
    /// The patch that takes this one back.
    pub fn inverse(&self) -> Self {
        Self { records: self.records.iter().rev().map(Record::inverse).collect() }
    }
    /// This patch and then `later` as one: for each key the first `before` and the last `after`.
    pub fn followed_by(self, later: Self) -> Self {
        let mut whole = PatchInOrder::default();
        whole.add(self);
        whole.add(later);
        whole.into_patch()
    }
    /// Adds a change unless it changes nothing.
    pub fn push<R: Row>(&mut self, key: R::Key, before: Option<R>, after: Option<R>) {
        if before != after {
            self.records.push(R::record(Change { key, before, after }));
        }
    }
}

/// Patches that follow each other, on their way to be one.
#[derive(Debug, Default)]
pub struct PatchInOrder {
    places: BTreeMap<(Table, Vec<u8>), usize>,
    records: Vec<Option<Record>>,
}
impl PatchInOrder {
    /// Takes in the patch that comes next.
    pub fn add(&mut self, next: Patch) {
        for record in next.records {
            let at = *self.places.entry((record.table(), record.key_bytes())).or_insert_with(|| {
                self.records.push(None);
                self.records.len() - 1
            });
            if let Some(place) = self.records.get_mut(at) {
                *place = Some(match place.take() {
                    Some(first) => first.followed_by(record),
                    None => record,
                });
            }
        }
    }
    /// What they all do together.
    pub fn into_patch(self) -> Patch {
        let records = self.records.into_iter().flatten().filter(|record| !record.changes_nothing());
        Patch { records: records.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::CellValue;

    /// A patch of half a million cells takes the room of half a million cells.
    #[test]
    fn a_change_of_a_cell_does_not_take_the_room_of_a_policy() {
        assert!(size_of::<Record>() <= size_of::<Change<AssessmentKey, Assessment>>() + 8, "{}", size_of::<Record>());
        assert!(size_of::<Change<PolicyId, Policy>>() > 2 * size_of::<Record>());
    }

    /// Thousands of records at once go into memory another way than a few: to the same contents.
    #[test]
    fn many_records_at_once_are_those_one_by_one() {
        let key = |n: u128| AssessmentKey {
            matrix: MatrixId::fixed(n % 3),
            assessor: AssessorId::AGREED,
            round: 0,
            row: Item::Policy(PolicyId::fixed(n * 7_919 % 5_003)),
            column: Item::Goal(GoalId::fixed(n)),
        };
        let said = |n: u128, by: &str| {
            let value = if n.is_multiple_of(2) { CellValue::DontKnow } else { CellValue::NotApplicable };
            Record::Assessment(Change {
                key: key(n),
                before: None,
                after: Some(Assessment { value, by: by.to_owned(), ..Assessment::default() }),
            })
        };
        let gone = |n: u128| Record::Assessment(Change { key: key(n), before: None, after: None });
        let first = Patch { records: (0..2_000).map(|n| said(n, "prima")).collect() };
        // New ones, ones in the place of others, and some that go.
        let changed = (1_000_u128..4_000).map(|n| if n.is_multiple_of(5) { gone(n) } else { said(n, "dopo") });
        let second = Patch { records: changed.rev().collect() };
        let (mut whole, mut single) = (Contents::default(), Contents::default());
        for patch in [first, second] {
            whole.commit(&patch);
            for record in patch.records {
                single.commit(&Patch { records: vec![record] });
            }
        }
        assert_eq!(whole, single);
        assert_eq!(whole.assessments.len(), 4_000 - 600);
        assert_eq!(whole.hash(), single.hash());
        let mut one_by_one = crate::model::ContentHash::default();
        whole.each_record(|table, key, json| one_by_one = one_by_one.with(table, key, json));
        assert_eq!(whole.hash(), one_by_one);
    }
}
