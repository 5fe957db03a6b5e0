//! The rules of the door held against whole contents: what an import may bring in, what a merge may leave, and what
//! `check` looks for in a file. Rules of single records are those that planning asks; here are, besides, those that no
//! edit could break but a file written by somebody else can.

mod cells;
mod lab;

use super::{EachRuled, Rules, each_ruled};
use crate::Refusal;
use ordito_model::{Contents, Item, Key as _, Language, Row, Subject, Table, Timestamp};
use std::collections::BTreeSet;

/// A record that breaks a rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Breach {
    pub table: Table,
    pub key: Vec<u8>,
    pub what: Subject,
    /// What it is called, as far as that can be said.
    pub name: String,
    pub why: Refusal,
}

/// As many are kept; more are counted.
const KEPT: usize = 1_000;

/// Records that break rules.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Breaches {
    /// The first of them, table by table.
    pub list: Vec<Breach>,
    /// How many there are.
    pub n: usize,
}

/// Every breach of a rule in the contents; none in what edits made.
pub fn breaches(contents: &Contents) -> Breaches {
    let mut search = Search {
        contents,
        found: Breaches::default(),
        rings: BTreeSet::new(),
    };
    search.rings = ring_keys(contents);
    if contents.info().is_none() {
        search.note(
            Table::Info,
            Vec::new(),
            String::new(),
            Refusal::NotThere(Subject::Document),
        );
    }
    each_ruled(&mut search);
    search.found
}

/// Breaches that walks and look-ups stumble over: ids of nothing, and rings of parents.
pub fn structural_breaches(contents: &Contents) -> Vec<Breach> {
    breaches(contents)
        .list
        .into_iter()
        .filter(|breach| breach.why.is_structural())
        .collect()
}

fn ring_keys(contents: &Contents) -> BTreeSet<(Table, Vec<u8>)> {
    let policies = contents
        .policy_rings()
        .into_iter()
        .map(|id| (Table::Policy, id.to_bytes()));
    policies
        .chain(
            contents
                .goal_rings()
                .into_iter()
                .map(|id| (Table::Goal, id.to_bytes())),
        )
        .collect()
}

/// On the way through the tables of the contents, noting what breaks a rule.
#[derive(Debug)]
pub struct Search<'a> {
    contents: &'a Contents,
    found: Breaches,
    /// The first of each ring.
    rings: BTreeSet<(Table, Vec<u8>)>,
}

impl<'a> Search<'a> {
    pub(super) const fn contents(&self) -> &'a Contents {
        self.contents
    }
    pub(super) fn note(&mut self, table: Table, key: Vec<u8>, name: String, why: Refusal) {
        self.found.n += 1;
        if self.found.list.len() < KEPT {
            self.found.list.push(Breach {
                table,
                key,
                what: table.into(),
                name,
                why,
            });
        }
    }
    /// Each record of a table: its own rules, then what is asked besides.
    pub(super) fn each<R: Rules>(
        &mut self,
        mut besides: impl FnMut(&R::Key, &R) -> Result<(), Refusal>,
    ) {
        let contents = self.contents;
        for (key, row) in R::of(contents) {
            let rule = row.check(key, contents).and_then(|()| besides(key, row));
            self.hold::<R>(key, || row.called(key, contents), rule);
        }
    }
    /// Each record of a table whose records stand one below the other.
    pub(super) fn each_of_a_tree<R: Rules>(&mut self, name: impl Fn(&R) -> String) {
        let rings = std::mem::take(&mut self.rings);
        self.each::<R>(|key, row| {
            let in_ring = rings.contains(&(R::TABLE, key.to_bytes()));
            let (subject, name) = (R::TABLE.into(), name(row));
            if in_ring {
                Err(Refusal::BelowItself { subject, name })
            } else {
                Ok(())
            }
        });
        self.rings = rings;
    }
    fn hold<R: Row>(
        &mut self,
        key: &R::Key,
        name: impl FnOnce() -> String,
        rule: Result<(), Refusal>,
    ) {
        if let Err(why) = rule {
            self.note(R::TABLE, key.to_bytes(), name(), why);
        }
    }
    /// Each code but the first of its like.
    pub(super) fn codes<R: Row, S: Ord>(
        &mut self,
        codes: impl Iterator<Item = (&'a R::Key, S, &'a String)>,
    ) {
        let mut seen = BTreeSet::new();
        for (key, within, code) in codes.filter(|(_, _, code)| !code.is_empty()) {
            if !seen.insert((within, code)) {
                let taken = Refusal::CodeTaken {
                    subject: R::TABLE.into(),
                    code: code.clone(),
                };
                self.note(R::TABLE, key.to_bytes(), code.clone(), taken);
            }
        }
    }
}

/// Places in a list and numbers of steps: nothing that the next one could overflow.
const LARGEST: i64 = 1_000_000_000_000_000;
/// The first and last moment with a year of four digits, in thousandths of a second.
const MOMENTS: std::ops::RangeInclusive<i64> = -62_135_596_800_000..=253_402_300_799_999;

pub(super) fn sane(number: i64) -> Result<(), Refusal> {
    if number.checked_abs().is_some_and(|size| size <= LARGEST) {
        Ok(())
    } else {
        Err(Refusal::OutOfRange(number))
    }
}
pub(super) fn moment(at: Timestamp) -> Result<(), Refusal> {
    if MOMENTS.contains(&at.0) {
        Ok(())
    } else {
        Err(Refusal::OutOfRange(at.0))
    }
}

impl EachRuled for Search<'_> {
    fn table<R: Rules>(&mut self) {
        R::search(self);
    }
}

/// The code of an item, or its name where it has none, or its id where it is gone.
pub(super) fn name_of(contents: &Contents, item: Item) -> String {
    let (code, label) = contents.item_label(item);
    match (code, label.get(Language::It)) {
        ("", "") => match item {
            Item::Policy(id) => id.to_string(),
            Item::Goal(id) => id.to_string(),
        },
        ("", name) => name.to_owned(),
        (code, _) => code.to_owned(),
    }
}
