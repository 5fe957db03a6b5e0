//! What two lines of work leave standing apart is made whole: nothing belongs to what is gone, nothing that is used is
//! missing. The same whatever the order of the changes; the order of the sides only says whose words a level has.

use crate::plan::{EachRuled, Rules, Standing, each_ruled};
use ordito_model::{
    Assessment, Contents, Goal, Item, Line, Link, Patch, PatchInOrder, Policy, Record, Row,
    check_on_scale,
};

/// Takes away what belongs to nothing any more, until all has a home; lists what was somebody's work.
pub fn mend(contents: &mut Contents, sides: &[&Contents], homeless: &mut Vec<Record>) {
    let mut needed = Patch::default();
    restore_needed(contents, sides, &mut needed);
    contents.commit(&needed);
    loop {
        let mut patch = Patch::default();
        let c = &*contents;
        let item = |item: Item| match item {
            Item::Policy(id) => c.policies.contains_key(&id),
            Item::Goal(id) => c.goals.contains_key(&id),
        };
        let rootless = c.goals.iter().filter(|(_, goal)| {
            !c.frameworks.contains_key(&goal.framework)
                || goal
                    .parent
                    .is_some_and(|parent| !c.goals.contains_key(&parent))
        });
        let rootless = c.goals_downwards(&rootless.map(|(id, _)| *id).collect::<Vec<_>>());
        drop_where::<Goal>(c, &mut patch, |id, _| rootless.contains(id));
        // A crosswalk may now lead from or to another framework.
        let of = |id| c.goals.get(&id).map(|goal| goal.framework);
        drop_where::<Link>(c, &mut patch, |key, _| {
            c.crosswalks.get(&key.crosswalk).is_none_or(|crosswalk| {
                of(key.from) != Some(crosswalk.from) || of(key.to) != Some(crosswalk.to)
            })
        });
        drop_where::<Line>(c, &mut patch, |key, _| {
            !c.matrices.contains_key(&key.matrix) || !item(key.item)
        });
        patch.records.extend(follows(c, true).records);
        drop_where::<Assessment>(c, &mut patch, |key, _| {
            !c.lines.contains_key(&key.row_key())
                || !c.lines.contains_key(&key.column_key())
                || !c.assessors.contains_key(&key.assessor)
        });
        if !patch.is_empty() {
            homeless.extend(patch.records.iter().cloned());
            // What they needed is not to come back for them.
            contents.commit(&patch);
            continue;
        }
        repair(c, &mut patch);
        restore_cited(c, sides, &mut patch);
        widen(c, sides, &mut patch);
        let mut labs = Patch::default();
        crate::lab_references::mend(c, sides, &mut labs);
        homeless.extend(
            labs.records
                .iter()
                .filter(|record| record.after_json().is_none())
                .cloned(),
        );
        patch.records.extend(labs.records);
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

/// The changes of records that name something that is gone: of those that go with it, or of those that stay without it.
fn follows(c: &Contents, goes: bool) -> Patch {
    struct Follow<'a>(&'a Contents, Standing<'a>, bool, Patch);
    impl EachRuled for Follow<'_> {
        fn table<R: Rules>(&mut self) {
            if R::NAMES.is_empty() {
                return;
            }
            for (key, row) in R::of(self.0) {
                let left = row.without(key, &self.1);
                if left.is_none() == self.2 && left.as_ref() != Some(row) {
                    self.3.push(*key, Some(row.clone()), left);
                }
            }
        }
    }
    let mut follow = Follow(c, Standing::all(c), goes, Patch::default());
    each_ruled(&mut follow);
    follow.3
}

/// What is left of records that name something that is gone; and of policies or goals that were each moved one below the
/// other the first comes to the top again.
fn repair(c: &Contents, patch: &mut Patch) {
    let mut left = PatchInOrder::default();
    left.add(follows(c, false));
    let mut rings = Patch::default();
    for id in c.policy_rings() {
        if let Some(before) = c.policies.get(&id) {
            rings.push(
                id,
                Some(before.clone()),
                Some(Policy {
                    parent: None,
                    ..before.clone()
                }),
            );
        }
    }
    for id in c.goal_rings() {
        if let Some(before) = c.goals.get(&id) {
            rings.push(
                id,
                Some(before.clone()),
                Some(Goal {
                    parent: None,
                    ..before.clone()
                }),
            );
        }
    }
    left.add(rings);
    patch.records.extend(left.into_patch().records);
}
/// Scales of matrices and ends of crosswalks come back from whoever still has them.
fn restore_needed(c: &Contents, sides: &[&Contents], patch: &mut Patch) {
    for matrix in c.matrices.values() {
        bring::<ordito_model::Scale>(c, sides, patch, matrix.scale);
    }
    for crosswalk in c.crosswalks.values() {
        bring::<ordito_model::Framework>(c, sides, patch, crosswalk.from);
        bring::<ordito_model::Framework>(c, sides, patch, crosswalk.to);
    }
}

fn bring<R: Row>(c: &Contents, sides: &[&Contents], patch: &mut Patch, key: R::Key) {
    let known = |record: &Record| {
        record.table() == R::TABLE && record.key_bytes() == ordito_model::Key::to_bytes(&key)
    };
    if !R::of(c).contains_key(&key) && !patch.records.iter().any(known) {
        let found = sides.iter().find_map(|side| R::of(side).get(&key)).cloned();
        patch.push(key, None, found);
    }
}

/// So do sources that are cited.
fn restore_cited(c: &Contents, sides: &[&Contents], patch: &mut Patch) {
    for cited in c.assessments.values().flat_map(|cell| &cell.sources) {
        bring::<ordito_model::Source>(c, sides, patch, cited.source);
    }
}

/// Levels that one took away and the other used come back, of scales and of frameworks.
fn widen(c: &Contents, sides: &[&Contents], patch: &mut Patch) {
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
        for other in sides.iter().filter_map(|side| side.scales.get(&id)) {
            let missing = other
                .levels
                .iter()
                .filter(|level| before.level(level.value).is_none());
            after.levels.extend(missing.cloned());
        }
        after
            .levels
            .sort_by_key(|level| std::cmp::Reverse(level.value));
        after.levels.dedup_by_key(|level| level.value);
        patch.push(id, Some(before.clone()), Some(after));
    }
    for (id, before) in &c.frameworks {
        let deepest = c
            .goals
            .values()
            .filter(|goal| goal.framework == *id)
            .map(|goal| usize::from(goal.level))
            .max();
        let sides = sides.iter().filter_map(|side| side.frameworks.get(id));
        let longest = sides
            .map(|framework| &framework.levels)
            .max_by_key(|levels| levels.len());
        if let (Some(deepest), Some(longest)) = (deepest, longest)
            && deepest >= before.levels.len().max(1)
        {
            let more = longest.iter().skip(before.levels.len()).cloned();
            let levels = before.levels.iter().cloned().chain(more).collect();
            patch.push(
                *id,
                Some(before.clone()),
                Some(ordito_model::Framework {
                    levels,
                    ..before.clone()
                }),
            );
        }
    }
}
