//! Two copies of one document, edited apart, as one: record by record, and within a record field by field.
//!
//! Pure, as planning is: the outcome goes through `Edit::Merge`. A conflict keeps mine and is listed with both sides;
//! nothing is dropped unsaid.

use crate::model::{
    Assessment, BadRecord, Contents, Goal, Item, Line, Link, Patch, Policy, Record, Row, StepNumber, Table,
    check_on_scale,
};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What became of a record that both had to do with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConflictKind {
    /// Both changed the same field; mine stands.
    BothChanged,
    /// I deleted what they changed; it stays, as they have it.
    DeletedHere,
    /// They deleted what I changed; it stays, as I have it.
    DeletedThere,
    /// It belongs to something that one of the two deleted, and goes with it.
    Homeless,
}

/// One conflict, with what each made of the record.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    pub kind: ConflictKind,
    /// From the common state to mine, where I changed it.
    pub mine: Option<Record>,
    /// From the common state to theirs, where they changed it; of what is homeless, the record that goes.
    pub theirs: Option<Record>,
}

/// What came of merging.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    pub contents: Contents,
    pub conflicts: Vec<Conflict>,
    /// Records taken from theirs, whole or in part.
    pub taken: usize,
}

/// Merges `theirs` into `mine`; `base` is the last state both had.
///
/// # Errors
/// When a merged record cannot be read back, which does not happen with records of this program.
pub fn merge(base: &Contents, mine: &Contents, theirs: &Contents) -> Result<Merged, BadRecord> {
    let key = |record: &Record| (record.table(), record.key_bytes());
    let changed: BTreeMap<(Table, Vec<u8>), Record> =
        base.difference(mine).records.into_iter().map(|record| (key(&record), record)).collect();
    let (mut patch, mut conflicts) = (Patch::default(), Vec::new());
    for their in base.difference(theirs).records {
        let Some(my) = changed.get(&key(&their)) else {
            patch.records.push(their);
            continue;
        };
        let (base, mine, theirs) = (their.before_json(), my.after_json(), their.after_json());
        let conflict = |kind| Conflict { kind, mine: Some(my.clone()), theirs: Some(their.clone()) };
        match (&mine, &theirs) {
            _ if mine == theirs => {}
            (None, Some(_)) => {
                conflicts.push(conflict(ConflictKind::DeletedHere));
                patch.records.push(their);
            }
            (Some(_), None) => conflicts.push(conflict(ConflictKind::DeletedThere)),
            (Some(mine), Some(theirs)) => {
                let (merged, clash) = fields(base.as_deref(), mine, theirs);
                if clash {
                    conflicts.push(conflict(ConflictKind::BothChanged));
                }
                if let Some(merged) = merged {
                    let table = their.table();
                    patch.records.push(Record::from_parts(table, &their.key_bytes(), None, Some(&merged))?);
                }
            }
            (None, None) => {}
        }
    }
    let taken = patch.records.len();
    let mut contents = mine.clone();
    contents.commit(&patch);
    house(&mut contents, mine, theirs, &mut conflicts);
    Ok(Merged { contents, conflicts, taken })
}

/// Fields that follow others and are nobody's decision.
const FOLLOWING: &[&str] = &["at", "by", "position"];

/// Merges two JSON objects field by field: the outcome where it is not mine, and whether both changed one differently.
fn fields(base: Option<&str>, mine: &str, theirs: &str) -> (Option<String>, bool) {
    let object = |text: &str| serde_json::from_str::<Map<String, Value>>(text).unwrap_or_default();
    let (base, mine, theirs) = (base.map(object).unwrap_or_default(), object(mine), object(theirs));
    let (mut merged, mut clash, mut took) = (mine.clone(), false, false);
    let names: std::collections::BTreeSet<&String> = mine.keys().chain(theirs.keys()).collect();
    for name in names {
        let (before, my, their) = (base.get(name), mine.get(name), theirs.get(name));
        if my == their || their == before || FOLLOWING.contains(&name.as_str()) {
            continue;
        }
        if my == before {
            took = true;
            match their {
                Some(value) => merged.insert(name.clone(), value.clone()),
                None => merged.remove(name),
            };
        } else {
            clash = true;
        }
    }
    if took {
        for name in ["at", "by"] {
            // Whoever wrote last signs the record.
            let later = theirs.get("at").and_then(Value::as_i64) > mine.get("at").and_then(Value::as_i64);
            if let Some(value) = theirs.get(name).filter(|_| later) {
                merged.insert(name.to_owned(), value.clone());
            }
        }
    }
    (took.then(|| serde_json::to_string(&merged).unwrap_or_default()), clash)
}

/// Takes away what belongs to nothing any more, until all has a home; lists what was somebody's work.
fn house(contents: &mut Contents, mine: &Contents, theirs: &Contents, conflicts: &mut Vec<Conflict>) {
    loop {
        let mut patch = Patch::default();
        let c = &*contents;
        let item = |item: Item| match item {
            Item::Policy(id) => c.policies.contains_key(&id),
            Item::Goal(id) => c.goals.contains_key(&id),
        };
        drop_where::<Goal>(c, &mut patch, |_, goal| {
            !c.frameworks.contains_key(&goal.framework)
                || goal.parent.is_some_and(|parent| !c.goals.contains_key(&parent))
        });
        drop_where::<Link>(c, &mut patch, |key, _| {
            !c.crosswalks.contains_key(&key.crosswalk)
                || !c.goals.contains_key(&key.from)
                || !c.goals.contains_key(&key.to)
        });
        drop_where::<Line>(c, &mut patch, |key, _| !c.matrices.contains_key(&key.matrix) || !item(key.item));
        drop_where::<Assessment>(c, &mut patch, |key, _| {
            !c.lines.contains_key(&key.row_key())
                || !c.lines.contains_key(&key.column_key())
                || !c.assessors.contains_key(&key.assessor)
        });
        for record in &patch.records {
            conflicts.push(Conflict { kind: ConflictKind::Homeless, mine: None, theirs: Some(record.clone()) });
        }
        repair(c, &mut patch);
        restore_needed(c, mine, theirs, &mut patch);
        widen(c, mine, theirs, &mut patch);
        super::lab_homes::house(c, mine, theirs, &mut patch);
        if patch.is_empty() {
            return;
        }
        contents.commit(&patch);
    }
}

fn drop_where<R: Row>(contents: &Contents, patch: &mut Patch, gone: impl Fn(&R::Key, &R) -> bool) {
    for (key, value) in R::of(contents) {
        if gone(key, value) {
            patch.push(*key, Some(value.clone()), None);
        }
    }
}

/// Policies and lists that name something that is gone name it no longer.
fn repair(c: &Contents, patch: &mut Patch) {
    let actor = |id: &crate::model::ActorId| c.actors.contains_key(id);
    let policy = |id: &crate::model::PolicyId| c.policies.contains_key(id);
    for (id, before) in &c.policies {
        let mut after = before.clone();
        // Each moved one below the other: the first comes to the top again.
        let circle = is_first_of_circle(*id, |id| c.policies.get(&id).and_then(|policy| policy.parent));
        after.parent = after.parent.filter(policy).filter(|_| !circle);
        after.variant_of = after.variant_of.filter(policy);
        after.owner = after.owner.filter(actor);
        after.actors.retain(actor);
        patch.push::<Policy>(*id, Some(before.clone()), Some(after));
    }
    for (id, before) in c.goals.iter().filter(|(_, goal)| c.frameworks.contains_key(&goal.framework)) {
        if is_first_of_circle(*id, |id| c.goals.get(&id).and_then(|goal| goal.parent)) {
            patch.push(*id, Some(before.clone()), Some(Goal { parent: None, ..before.clone() }));
        }
    }
    for (id, before) in &c.actors {
        let mut after = before.clone();
        after.members.retain(actor);
        patch.push(*id, Some(before.clone()), Some(after));
    }
    for (id, before) in &c.clusters {
        let mut after = before.clone();
        after.members.retain(policy);
        patch.push(*id, Some(before.clone()), Some(after));
    }
    for (id, before) in &c.matrices {
        let mut after = before.clone();
        after.assessors.retain(|assessor| c.assessors.contains_key(assessor));
        patch.push(*id, Some(before.clone()), Some(after));
    }
}

/// Whether going up from `id` comes back to it, and it has the smallest id of those on the way.
fn is_first_of_circle<I: Ord + Copy>(id: I, parent: impl Fn(I) -> Option<I>) -> bool {
    let mut seen = std::collections::BTreeSet::new();
    let mut at = parent(id);
    while let Some(above) = at {
        if above == id {
            return true;
        }
        if above < id || !seen.insert(above) {
            return false;
        }
        at = parent(above);
    }
    false
}

/// Scales of matrices, ends of crosswalks and sources that are cited come back from whoever still has them.
fn restore_needed(c: &Contents, mine: &Contents, theirs: &Contents, patch: &mut Patch) {
    fn bring<R: Row>(c: &Contents, mine: &Contents, theirs: &Contents, patch: &mut Patch, key: R::Key) {
        let known =
            |record: &Record| record.table() == R::TABLE && record.key_bytes() == crate::model::Key::to_bytes(&key);
        if !R::of(c).contains_key(&key) && !patch.records.iter().any(known) {
            let found = R::of(mine).get(&key).or_else(|| R::of(theirs).get(&key)).cloned();
            patch.push(key, None, found);
        }
    }
    for matrix in c.matrices.values() {
        bring::<crate::model::Scale>(c, mine, theirs, patch, matrix.scale);
    }
    for crosswalk in c.crosswalks.values() {
        bring::<crate::model::Framework>(c, mine, theirs, patch, crosswalk.from);
        bring::<crate::model::Framework>(c, mine, theirs, patch, crosswalk.to);
    }
    for cited in c.assessments.values().flat_map(|cell| &cell.sources) {
        bring::<crate::model::Source>(c, mine, theirs, patch, cited.source);
    }
}

/// Levels that one took away and the other used come back, of scales and of frameworks.
fn widen(c: &Contents, mine: &Contents, theirs: &Contents, patch: &mut Patch) {
    let mut narrow = std::collections::BTreeSet::new();
    for (key, cell) in &c.assessments {
        let scale = c.matrices.get(&key.matrix).map(|matrix| matrix.scale);
        if let Some((id, scale)) = scale.and_then(|id| Some((id, c.scales.get(&id)?)))
            && check_on_scale(cell.value, scale).is_err()
        {
            narrow.insert(id);
        }
    }
    for id in narrow {
        let Some(before) = c.scales.get(&id) else {
            continue;
        };
        let mut after = before.clone();
        for other in [mine, theirs].iter().filter_map(|side| side.scales.get(&id)) {
            let missing = other.levels.iter().filter(|level| before.level(level.value).is_none());
            after.levels.extend(missing.cloned());
        }
        after.levels.sort_by_key(|level| std::cmp::Reverse(level.value));
        after.levels.dedup_by_key(|level| level.value);
        patch.push(id, Some(before.clone()), Some(after));
    }
    for (id, before) in &c.frameworks {
        let deepest = c.goals.values().filter(|goal| goal.framework == *id).map(|goal| usize::from(goal.level)).max();
        let sides = [mine, theirs].into_iter().filter_map(|side| side.frameworks.get(id));
        let longest = sides.map(|framework| &framework.levels).max_by_key(|levels| levels.len());
        if let (Some(deepest), Some(longest)) = (deepest, longest)
            && deepest >= before.levels.len().max(1)
        {
            let more = longest.iter().skip(before.levels.len()).cloned();
            let levels = before.levels.iter().cloned().chain(more).collect();
            patch.push(*id, Some(before.clone()), Some(crate::model::Framework { levels, ..before.clone() }));
        }
    }
}

/// The last step that two journals have in common.
pub fn common_step(mine: &[crate::storage::StepHead], theirs: &[crate::storage::StepHead]) -> StepNumber {
    mine.iter().zip(theirs).take_while(|(a, b)| a == b).last().map(|(step, _)| step.number).unwrap_or_default()
}
