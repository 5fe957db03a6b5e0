//! Many copies of one document as one: record by record, from what the copies and the states they had in common hold.
//!
//! Pure, and the same whatever the order of the copies: each copy is asked whether it changed a record since it parted
//! from each other one; what only one line of work changed is taken. A cell is judged whole, so that a value never meets
//! a reason that was given for another; what fits beside it is put together, and listed. Of other records each field is
//! judged alone. Whatever does not stand is listed with who wrote it and when. Not here: files and journals (`gather`),
//! things that got two ids (`same`).

use super::references;
use ordito_ground::jobs::Progress;
use ordito_model::{
    BadRecord, ContentHash, Contents, EachTable, Key as _, Patch, Record, Row, SetAside, Table,
    Timestamp,
};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::iter::Peekable;
use std::sync::Arc;

/// Names a record of any table.
pub type RecordKey = (Table, Vec<u8>);

/// One copy.
#[derive(Debug, Clone)]
pub struct Copy {
    pub name: String,
    pub contents: Arc<Contents>,
    pub hash: ContentHash,
    /// When and by whom records were changed that do not say so themselves.
    pub changed: BTreeMap<RecordKey, (Timestamp, String)>,
}

/// Copies, the first of them mine, with what each two had in common last.
#[derive(Debug, Clone, Default)]
pub struct Family {
    pub copies: Vec<Copy>,
    pub bases: Vec<Arc<Contents>>,
    /// For each two copies which of the bases is theirs.
    pub base_of: Vec<Vec<usize>>,
}

impl Family {
    /// What a copy is called.
    pub fn name(&self, copy: usize) -> &str {
        debug_assert!(copy < self.copies.len(), "no copy {copy}");
        self.copies.get(copy).map_or("", |copy| copy.name.as_str())
    }
    /// Which of the bases two copies have in common.
    fn base(&self, i: usize, j: usize) -> usize {
        let base = self.base_of.get(i).and_then(|bases| bases.get(j));
        debug_assert!(base.is_some(), "no base of {i} and {j}");
        base.copied().unwrap_or(0)
    }
}

/// What stands where copies changed the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rule {
    /// What was written last.
    #[default]
    Later,
    /// What the first copy has.
    Mine,
    /// What the others have; of several what was written last.
    Theirs,
}

/// How copies are brought together.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    pub rule: Rule,
    /// Which copy's record stands, whatever the rule says.
    pub decided: BTreeMap<RecordKey, usize>,
}

/// What kind of clash it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClashKind {
    /// Several changed the same; one stands.
    Changed,
    /// Several changed different parts of one cell, which fit together.
    Combined,
    /// One deleted what another changed.
    Deleted,
    /// It belongs to something that is gone, and goes with it.
    Homeless,
}
impl ClashKind {
    pub const fn word(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Combined => "combined",
            Self::Deleted => "deleted",
            Self::Homeless => "homeless",
        }
    }
}

/// What one copy made of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// Its place among the copies.
    pub copy: usize,
    /// Without before; without after where it was deleted.
    pub record: Record,
    pub at: Timestamp,
    pub by: String,
}

/// A record that several changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Clash {
    pub kind: ClashKind,
    pub key: RecordKey,
    /// The fields that do not go together.
    pub fields: Vec<String>,
    /// What stands first.
    pub versions: Vec<Version>,
    /// What became of it.
    pub outcome: Record,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Joined {
    pub contents: Contents,
    pub clashes: Vec<Clash>,
}

impl Joined {
    /// What does not stand, for the history.
    pub fn set_aside(&self, family: &Family) -> Vec<SetAside> {
        let hex = |key: &[u8]| {
            key.iter().fold(String::new(), |mut text, byte| {
                let _ = write!(text, "{byte:02x}");
                text
            })
        };
        let clashes = self
            .clashes
            .iter()
            .filter(|clash| clash.kind != ClashKind::Combined);
        let versions =
            clashes.flat_map(|clash| clash.versions.iter().map(move |version| (clash, version)));
        versions
            .filter(|(clash, version)| version.record != clash.outcome)
            .map(|(clash, version)| SetAside {
                table: clash.key.0.word().to_owned(),
                key: hex(&clash.key.1),
                copy: family.name(version.copy).to_owned(),
                at: version.at,
                by: version.by.clone(),
                record: version.record.after_json(),
            })
            .collect()
    }
}

/// Brings copies together, table by table; `None` when it was stopped.
///
/// # Errors
/// When a record cannot be read back, which does not happen with records of this program.
pub fn join(
    family: &Family,
    wish: &Wish,
    progress: &Progress,
) -> Result<Option<Joined>, BadRecord> {
    let Some(first) = family.copies.first() else {
        return Ok(Some(Joined {
            contents: Contents::default(),
            clashes: Vec::new(),
        }));
    };
    let mut work = Work {
        family,
        wish,
        patch: Patch::default(),
        clashes: Vec::new(),
        done: 0,
        stopped: false,
        bad: None,
        progress,
    };
    Contents::each_table(&mut work);
    let Work {
        patch,
        mut clashes,
        stopped,
        bad,
        ..
    } = work;
    if let Some(bad) = bad {
        return Err(bad);
    }
    if stopped {
        return Ok(None);
    }
    let mut contents = (*first.contents).clone();
    contents.commit(&patch);
    let mut canonical: Vec<usize> = (0..family.copies.len()).collect();
    canonical.sort_by_key(|i| family.copies.get(*i).map(|copy| copy.hash.0));
    let sides: Vec<&Contents> = canonical
        .iter()
        .filter_map(|i| family.copies.get(*i))
        .map(|copy| &*copy.contents)
        .collect();
    let mut homeless = Vec::new();
    references::mend(&mut contents, &sides, &mut homeless);
    for record in homeless {
        let key = (record.table(), record.key_bytes());
        let kept = record.inverse();
        let whole = Record::from_parts(key.0, &key.1, None, kept.after_json().as_deref())?;
        let outcome = Record::from_parts(key.0, &key.1, None, None)?;
        let Some(written) = kept.after_json() else {
            continue;
        };
        let copy = canonical
            .iter()
            .copied()
            .find(|i| work_has(family, *i, &key, &written));
        // What mending brought back and took away again is nobody's work: the first copy speaks for it.
        let copy = copy.unwrap_or(0);
        let (at, by) = signature(family, copy, &key, Some(&object(&written)));
        let versions = vec![Version {
            copy,
            record: whole,
            at,
            by,
        }];
        clashes.push(Clash {
            kind: ClashKind::Homeless,
            key,
            fields: Vec::new(),
            versions,
            outcome,
        });
    }
    Ok(Some(Joined { contents, clashes }))
}

/// Whether a copy holds exactly this record.
fn work_has(family: &Family, copy: usize, key: &RecordKey, written: &str) -> bool {
    struct Look<'a> {
        contents: &'a Contents,
        key: &'a RecordKey,
        found: Option<String>,
    }
    impl EachTable for Look<'_> {
        fn table<R: Row>(&mut self) {
            if R::TABLE == self.key.0
                && let Some(key) = R::Key::from_bytes(&self.key.1)
            {
                self.found = R::of(self.contents).get(&key).map(as_text);
            }
        }
    }
    family.copies.get(copy).is_some_and(|copy| {
        let mut look = Look {
            contents: &copy.contents,
            key,
            found: None,
        };
        Contents::each_table(&mut look);
        look.found.as_deref() == Some(written)
    })
}

/// Who wrote a copy's record, and when: as it says itself, else as the journal does.
fn signature(
    family: &Family,
    copy: usize,
    key: &RecordKey,
    written: Option<&Map<String, Value>>,
) -> (Timestamp, String) {
    if let Some(written) = written
        && let (Some(at), Some(by)) = (
            written.get("at").and_then(Value::as_i64),
            written.get("by").and_then(Value::as_str),
        )
    {
        return (Timestamp(at), by.to_owned());
    }
    let known = family
        .copies
        .get(copy)
        .and_then(|copy| copy.changed.get(key));
    known
        .cloned()
        .unwrap_or_else(|| (Timestamp(0), String::new()))
}

fn object(text: &str) -> Map<String, Value> {
    match serde_json::from_str(text) {
        Ok(read) => read,
        Err(error) => {
            debug_assert!(false, "records are objects: {error}");
            Map::new()
        }
    }
}

/// A row as it is written; one that could not be written is never taken for one that is gone.
fn as_text<R: Row>(row: &R) -> String {
    let text = serde_json::to_string(row);
    debug_assert!(text.is_ok(), "plain data: {text:?}");
    text.unwrap_or_default()
}

/// Those of `all` that nobody wrote over: who left a thing as it was when the two parted gives way to who changed it.
fn not_written_over<T: PartialEq>(
    all: &[usize],
    of: impl Fn(usize) -> T,
    base: impl Fn(usize, usize) -> T,
) -> Vec<usize> {
    let gives_way = |i: usize| {
        let mine = of(i);
        all.iter().any(|j| {
            *j != i && {
                let base = base(i, *j);
                mine == base && of(*j) != base
            }
        })
    };
    let left: Vec<usize> = all.iter().copied().filter(|i| !gives_way(*i)).collect();
    if left.is_empty() { all.to_vec() } else { left }
}

/// Which of the known ones this is; a new one is known from then on.
fn kind_of<T: PartialEq>(one: T, known: &mut Vec<T>) -> usize {
    known
        .iter()
        .position(|other| *other == one)
        .unwrap_or_else(|| {
            known.push(one);
            known.len() - 1
        })
}

/// Goes through a table's rows together with the keys that are asked for.
struct Cursor<'a, R: Row>(Peekable<std::collections::btree_map::Iter<'a, R::Key, R>>);
impl<'a, R: Row> Cursor<'a, R> {
    fn of(contents: &'a Contents) -> Self {
        Self(R::of(contents).iter().peekable())
    }
    /// The row of a key that is not before the last one asked for.
    fn at(&mut self, key: &R::Key) -> Option<&'a R> {
        while self.0.next_if(|(other, _)| *other < key).is_some() {}
        self.0
            .next_if(|(other, _)| *other == key)
            .map(|(_, row)| row)
    }
}

/// Keys whose rows differ.
fn differing<R: Row>(one: &Contents, other: &Contents, keys: &mut BTreeSet<R::Key>) {
    let (mut one, mut other) = (R::of(one).iter().peekable(), R::of(other).iter().peekable());
    loop {
        match (one.peek(), other.peek()) {
            (Some((a, _)), Some((b, _))) if a == b => {
                if let (Some((key, left)), Some((_, right))) = (one.next(), other.next())
                    && left != right
                {
                    keys.insert(*key);
                }
            }
            (Some((a, _)), b) if b.is_none_or(|(b, _)| a < b) => {
                keys.extend(one.next().map(|(key, _)| *key));
            }
            (None, None) => return,
            _ => keys.extend(other.next().map(|(key, _)| *key)),
        }
    }
}

struct Work<'a> {
    family: &'a Family,
    wish: &'a Wish,
    patch: Patch,
    clashes: Vec<Clash>,
    done: usize,
    stopped: bool,
    bad: Option<BadRecord>,
    progress: &'a Progress,
}

impl EachTable for Work<'_> {
    fn table<R: Row>(&mut self) {
        let family = self.family;
        self.done += 1;
        self.stopped |= self.progress.step(self.done, Table::ALL.len()).is_err();
        if self.stopped || self.bad.is_some() {
            return;
        }
        let mut keys = BTreeSet::new();
        if let Some((first, others)) = family.copies.split_first() {
            for other in others {
                differing::<R>(&first.contents, &other.contents, &mut keys);
            }
        }
        let mut copies: Vec<Cursor<'_, R>> = family
            .copies
            .iter()
            .map(|copy| Cursor::of(&copy.contents))
            .collect();
        let mut bases: Vec<Cursor<'_, R>> =
            family.bases.iter().map(|base| Cursor::of(base)).collect();
        let all: Vec<usize> = (0..family.copies.len()).collect();
        for (n, key) in keys.iter().enumerate() {
            if n % 4096 == 4095 && self.progress.go_on().is_err() {
                self.stopped = true;
                return;
            }
            let rows: Vec<Option<&R>> = copies.iter_mut().map(|cursor| cursor.at(key)).collect();
            let was: Vec<Option<&R>> = bases.iter_mut().map(|cursor| cursor.at(key)).collect();
            let row = |i: usize| rows.get(i).copied().flatten();
            let base = |i: usize, j: usize| {
                let at = family.base(i, j);
                was.get(at).copied().flatten()
            };
            // Rows are told apart once and then by number: every two copies are held against each other below.
            let mut kinds: Vec<Option<&R>> = Vec::new();
            let of: Vec<usize> = rows.iter().map(|row| kind_of(*row, &mut kinds)).collect();
            let of_bases: Vec<usize> = was.iter().map(|row| kind_of(*row, &mut kinds)).collect();
            let none = kind_of(None, &mut kinds);
            let base_kind = |i: usize, j: usize| {
                let at = family.base(i, j);
                of_bases.get(at).copied().unwrap_or(none)
            };
            let left = not_written_over(&all, |i| of.get(i).copied().unwrap_or(none), base_kind);
            let stands = left.first().and_then(|i| row(*i));
            if left.iter().all(|i| row(*i) == stands) {
                self.patch.push(*key, row(0).cloned(), stands.cloned());
                continue;
            }
            match decide(family, self.wish, *key, &left, row, base) {
                Ok((clash, outcome)) => {
                    self.patch.push(*key, row(0).cloned(), outcome);
                    self.clashes.extend(clash);
                }
                Err(bad) => {
                    self.bad = Some(bad);
                    return;
                }
            }
        }
    }
}

/// Fields that follow others and are nobody's decision.
const FOLLOWING: &[&str] = &["at", "by", "position"];

/// A copy's record, taken apart.
struct Part {
    copy: usize,
    fields: Option<Map<String, Value>>,
    written: String,
    at: Timestamp,
    by: String,
}

/// What stands of a record that several changed; the clash, unless they agree in all that is somebody's decision.
fn decide<'a, R: Row + 'a>(
    family: &Family,
    wish: &Wish,
    key: R::Key,
    left: &[usize],
    row: impl Fn(usize) -> Option<&'a R>,
    base: impl Fn(usize, usize) -> Option<&'a R>,
) -> Result<(Option<Clash>, Option<R>), BadRecord> {
    let name: RecordKey = (R::TABLE, key.to_bytes());
    let written = |row: Option<&R>| row.map(as_text);
    let part = |i: usize| {
        let text = written(row(i));
        let fields = text.as_deref().map(object);
        let (at, by) = signature(family, i, &name, fields.as_ref());
        Part {
            copy: i,
            fields,
            written: text.unwrap_or_default(),
            at,
            by,
        }
    };
    let mut parts: Vec<Part> = left.iter().map(|i| part(*i)).collect();
    let decided = wish.decided.get(&name).copied();
    let rank = |part: &Part| match wish.rule {
        _ if decided == Some(part.copy) => 0,
        Rule::Later => 1,
        Rule::Mine => 1 + usize::from(part.copy != 0),
        Rule::Theirs => 1 + usize::from(part.copy == 0),
    };
    parts.sort_by(|a, b| {
        // What stands first: as decided, as the rule says, what is there before what is gone, the later, the larger.
        (rank(a), a.fields.is_none(), std::cmp::Reverse(a.at))
            .cmp(&(rank(b), b.fields.is_none(), std::cmp::Reverse(b.at)))
            .then_with(|| b.written.cmp(&a.written))
            .then_with(|| b.by.cmp(&a.by))
    });
    let deleted = parts.iter().any(|part| part.fields.is_none());
    let goes = parts.first().is_none_or(|part| part.fields.is_none());
    let there: Vec<&Part> = parts.iter().filter(|part| part.fields.is_some()).collect();
    let known = |i: usize, j: usize| {
        // A cell that was not there said that it is unscored.
        let nothing = (R::TABLE == Table::Assessment)
            .then(|| Map::from_iter([("v".to_owned(), "unscored".into())]));
        written(base(i, j)).map(|text| object(&text)).or(nothing)
    };
    let (merged, fields, combined) = if goes {
        (None, Vec::new(), false)
    } else if R::TABLE == Table::Assessment {
        whole(&there, known)
    } else {
        apart(&there, known)
    };
    let outcome: Option<R> = merged
        .map(|merged| serde_json::from_value(Value::Object(merged)))
        .transpose()
        .map_err(|error| BadRecord(error.to_string()))?;
    let kind = match () {
        () if deleted => ClashKind::Deleted,
        () if !fields.is_empty() => ClashKind::Changed,
        () if combined => ClashKind::Combined,
        () => return Ok((None, outcome)),
    };
    let record = |after: Option<R>| {
        R::record(ordito_model::Change {
            key,
            before: None,
            after,
        })
    };
    let version = |part: &Part| Version {
        copy: part.copy,
        record: record(row(part.copy).cloned()),
        at: part.at,
        by: part.by.clone(),
    };
    let mut versions: Vec<Version> = Vec::new();
    for part in &parts {
        // Copies that say the same are one voice.
        if !versions
            .iter()
            .any(|known| row(known.copy) == row(part.copy))
        {
            versions.push(version(part));
        }
    }
    Ok((
        Some(Clash {
            kind,
            key: name,
            fields,
            versions,
            outcome: record(outcome.clone()),
        }),
        outcome,
    ))
}

type Fields = Map<String, Value>;

fn names<'a>(objects: impl Iterator<Item = &'a Fields>) -> BTreeSet<&'a str> {
    objects
        .flat_map(|fields| fields.keys().map(String::as_str))
        .collect()
}

fn put(fields: &mut Fields, name: &str, value: Option<&Value>) {
    match value {
        Some(value) => fields.insert(name.to_owned(), value.clone()),
        None => fields.remove(name),
    };
}

/// A cell: the first stands, and of the next ones those that changed nothing of it differently come beside it, each as a
/// whole. The fields that clash, and whether anything came beside.
fn whole(
    there: &[&Part],
    known: impl Fn(usize, usize) -> Option<Fields>,
) -> (Option<Fields>, Vec<String>, bool) {
    let Some((first, others)) = there.split_first() else {
        return (None, Vec::new(), false);
    };
    let mut merged = first.fields.clone().unwrap_or_default();
    let (mut signed, mut clashing, mut combined) =
        ((first.at, first.by.clone()), BTreeSet::new(), false);
    for part in others {
        let (Some(own), base) = (
            &part.fields,
            known(part.copy, first.copy).unwrap_or_default(),
        ) else {
            continue;
        };
        let (mut clash, mut takes) = (Vec::new(), Vec::new());
        for name in names([own, &merged, &base].into_iter()) {
            let (my, stands, was) = (own.get(name), merged.get(name), base.get(name));
            if FOLLOWING.contains(&name) || my == stands || my == was {
                continue;
            }
            if stands == was {
                takes.push(name.to_owned());
            } else {
                clash.push(name.to_owned());
            }
        }
        if clash.is_empty() {
            combined |= !takes.is_empty();
            if !takes.is_empty() {
                signed = signed.max((part.at, part.by.clone()));
            }
            for name in takes {
                put(&mut merged, &name, own.get(&name));
            }
        } else {
            clashing.extend(clash);
        }
    }
    if combined {
        merged.insert("at".to_owned(), signed.0.0.into());
        merged.insert("by".to_owned(), signed.1.into());
    }
    (Some(merged), clashing.into_iter().collect(), combined)
}

/// Other records: each field alone, as the first says who did not leave it as it was.
fn apart(
    there: &[&Part],
    known: impl Fn(usize, usize) -> Option<Fields>,
) -> (Option<Fields>, Vec<String>, bool) {
    let none = Fields::new();
    let all: Vec<usize> = (0..there.len()).collect();
    let fields_of = |i: usize| {
        there
            .get(i)
            .and_then(|part| part.fields.as_ref())
            .unwrap_or(&none)
    };
    let copy = |i: usize| there.get(i).map_or(0, |part| part.copy);
    let mut bases: BTreeMap<(usize, usize), Fields> = BTreeMap::new();
    for i in &all {
        for j in all.iter().filter(|j| *j != i) {
            bases.insert((*i, *j), known(copy(*i), copy(*j)).unwrap_or_default());
        }
    }
    let (mut merged, mut clashing) = (Fields::new(), Vec::new());
    for name in names(all.iter().map(|i| fields_of(*i))) {
        let of = |i: usize| fields_of(i).get(name);
        let left = not_written_over(&all, of, |i, j| {
            bases.get(&(i, j)).and_then(|base| base.get(name))
        });
        let stands = left.first().and_then(|i| of(*i));
        put(&mut merged, name, stands);
        if !FOLLOWING.contains(&name) && left.iter().any(|i| of(*i) != stands) {
            clashing.push(name.to_owned());
        }
    }
    (Some(merged), clashing, false)
}
