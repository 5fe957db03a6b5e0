//! Policies, goals and sources that were added to several copies and are perhaps one: the same code, else the same name.
//!
//! They are proposed, never taken for one without a word: who says yes gives them one id, the smaller of the two, in
//! every copy, and whatever names them follows.

use super::join::{Copy, Family};
use ordito_ground::text::folded;
use ordito_model::{Contents, Patch, Record, Table};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

/// What two have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    Code,
    Name,
}

/// Two that are perhaps one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub table: Table,
    pub by: By,
    /// The id that both are to have, and the one that goes.
    pub stays: [u8; 16],
    pub goes: [u8; 16],
    /// What each is called, code and name.
    pub names: [String; 2],
    /// In which copies each is.
    pub copies: [Vec<usize>; 2],
}

/// Something that may have come to several copies.
struct New {
    id: [u8; 16],
    /// What it belongs to: only those of one framework can be one goal.
    within: [u8; 16],
    code: String,
    name: String,
    copies: Vec<usize>,
}

/// What was added under several ids and has the same code or, failing that, the same name.
pub fn proposals(family: &Family) -> Vec<Proposal> {
    let mut found = Vec::new();
    for table in [Table::Policy, Table::Goal, Table::Source] {
        let mut new: BTreeMap<[u8; 16], New> = BTreeMap::new();
        for (place, copy) in family.copies.iter().enumerate() {
            for item in items(table, &copy.contents) {
                new.entry(item.id).or_insert(item).copies.push(place);
            }
        }
        new.retain(|_, item| item.copies.len() < family.copies.len());
        let mut open: BTreeSet<[u8; 16]> = new.keys().copied().collect();
        // Code before name for all: a name must not take what another one's code means.
        for by in [By::Code, By::Name] {
            let word = |item: &New| match by {
                By::Code => item.code.clone(),
                By::Name => folded(&item.name),
            };
            let mut first: BTreeMap<([u8; 16], String), [u8; 16]> = BTreeMap::new();
            for (id, item) in &new {
                let word = word(item);
                if word.is_empty() || !open.contains(id) {
                    continue;
                }
                let Some(other) = first
                    .get(&(item.within, word.clone()))
                    .and_then(|other| new.get(other))
                else {
                    first.insert((item.within, word), *id);
                    continue;
                };
                // A copy that has both, or had, knows them as two.
                if other.copies.iter().any(|a| {
                    item.copies
                        .iter()
                        .any(|b| a == b || had(table, family, [*a, *b], [other, item]))
                }) {
                    continue;
                }
                open.remove(id);
                let said = |item: &New| format!("{} {}", item.code, item.name).trim().to_owned();
                found.push(Proposal {
                    table,
                    by,
                    stays: other.id,
                    goes: item.id,
                    names: [said(other), said(item)],
                    copies: [other.copies.clone(), item.copies.clone()],
                });
            }
        }
    }
    found
}

fn items(table: Table, contents: &Contents) -> Vec<New> {
    let new = |id: [u8; 16], within: [u8; 16], code: &str, name: &str| New {
        id,
        within,
        code: code.trim().to_owned(),
        name: name.to_owned(),
        copies: Vec::new(),
    };
    match table {
        Table::Policy => contents
            .policies
            .iter()
            .map(|(id, policy)| new(id.0, [0; 16], &policy.code, &policy.name))
            .collect(),
        Table::Goal => contents
            .goals
            .iter()
            .map(|(id, goal)| new(id.0, goal.framework.0, &goal.code, &goal.name.it))
            .collect(),
        Table::Source => contents
            .sources
            .iter()
            .map(|(id, source)| new(id.0, [0; 16], &source.key, &source.citation))
            .collect(),
        _ => Vec::new(),
    }
}

/// Whether one of two items was there when two copies parted.
fn had(table: Table, family: &Family, [a, b]: [usize; 2], items: [&New; 2]) -> bool {
    let base = family
        .base_of
        .get(a)
        .and_then(|bases| family.bases.get(*bases.get(b)?));
    base.is_some_and(|base| items.iter().any(|item| has(table, base, item.id)))
}

fn has(table: Table, contents: &Contents, id: [u8; 16]) -> bool {
    use ordito_model::{GoalId, PolicyId, SourceId};
    match table {
        Table::Policy => contents.policies.contains_key(&PolicyId(id)),
        Table::Goal => contents.goals.contains_key(&GoalId(id)),
        Table::Source => contents.sources.contains_key(&SourceId(id)),
        _ => false,
    }
}

/// The family with one id for each two that were said to be one.
///
/// # Errors
/// When a record cannot be read back, which does not happen with records of this program.
pub fn with_one_id(
    family: &Family,
    confirmed: &[Proposal],
) -> Result<Family, ordito_model::BadRecord> {
    let mut family = family.clone();
    if confirmed.is_empty() {
        return Ok(family);
    }
    let mut ids: BTreeMap<[u8; 16], [u8; 16]> = BTreeMap::new();
    for proposal in confirmed {
        let stays = ids.get(&proposal.stays).copied().unwrap_or(proposal.stays);
        ids.insert(proposal.goes, stays);
    }
    let texts: Vec<(String, String)> = ids
        .iter()
        .map(|(goes, stays)| (hex(goes), hex(stays)))
        .collect();
    let key_of = |key: &[u8]| -> Vec<u8> {
        let mut key = key.to_vec();
        let mut at = 0;
        while let Some(window) = key.get(at..at + 16) {
            let known = <[u8; 16]>::try_from(window)
                .ok()
                .and_then(|window| ids.get(&window));
            if let (Some(stays), Some(place)) = (known, key.get_mut(at..at + 16)) {
                place.copy_from_slice(stays);
                at += 16;
            } else {
                at += 1;
            }
        }
        key
    };
    for copy in &mut family.copies {
        let (mut patch, mut bad) = (Patch::default(), None);
        copy.contents.each_record(|table, key, json| {
            let new_key = key_of(key);
            let new_json = texts.iter().fold(json.to_owned(), |json, (goes, stays)| {
                if json.contains(goes.as_str()) {
                    json.replace(goes.as_str(), stays)
                } else {
                    json
                }
            });
            if new_key != key {
                match Record::from_parts(table, key, Some(json), None) {
                    Ok(record) => patch.records.push(record),
                    Err(error) => bad = Some(error),
                }
            }
            if new_key != key || new_json != json {
                match Record::from_parts(table, &new_key, None, Some(&new_json)) {
                    Ok(record) => patch.records.push(record),
                    Err(error) => bad = Some(error),
                }
            }
        });
        if let Some(bad) = bad {
            return Err(bad);
        }
        let mut contents = (*copy.contents).clone();
        contents.commit(&patch);
        let changed = copy
            .changed
            .iter()
            .map(|((table, key), when)| ((*table, key_of(key)), when.clone()))
            .collect();
        *copy = Copy {
            name: copy.name.clone(),
            contents: Arc::new(contents),
            hash: copy.hash,
            changed,
        };
    }
    Ok(family)
}

fn hex(id: &[u8; 16]) -> String {
    id.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
