//! Policies: a tree whose codes are unique where they are given.

use super::whole::{Search, name_of, sane};
use super::{
    Draft, Planned, Rules, Standing, Whole, lab, named, not_there, put, reordered, short_enough,
    there,
};
use crate::Refusal;
use ordito_model::{
    Actor, Assessment, Cluster, ClusterId, Contents, Item, Line, Patch, Policy, PolicyId,
    StepLabel, Subject, Table,
};
use std::collections::{BTreeMap, BTreeSet};

/// The rules that hold for one policy, whatever the others are.
fn check(policy: &Policy) -> Result<(), Refusal> {
    named(Subject::Policy, &policy.name)?;
    short_enough(&[
        &policy.code,
        &policy.short,
        &policy.territory,
        &policy.budget_note,
        &policy.description,
        &policy.effects_here,
        &policy.effects_elsewhere,
        &policy.effects_future,
    ])?;
    for list in [
        &policy.beneficiaries,
        &policy.expected_results,
        &policy.outputs,
        &policy.links,
    ] {
        list.iter().try_for_each(|text| short_enough(&[text]))?;
    }
    if let (Some(start), Some(end)) = (policy.start, policy.end)
        && end < start
    {
        return Err(Refusal::EndBeforeStart {
            start: start.to_string(),
            end: end.to_string(),
        });
    }
    Ok(())
}

fn check_actors(contents: &Contents, policy: &Policy) -> Result<(), Refusal> {
    policy
        .owner
        .iter()
        .chain(&policy.actors)
        .try_for_each(|actor| there::<Actor>(contents, *actor).map(|_| ()))
}

fn taken(code: &str) -> Refusal {
    Refusal::CodeTaken {
        subject: Subject::Policy,
        code: code.to_owned(),
    }
}

pub fn add(contents: &Contents, policies: &[(PolicyId, Policy)]) -> Planned {
    let mut codes: BTreeSet<&str> = contents
        .policies
        .values()
        .map(|policy| policy.code.as_str())
        .collect();
    let mut last: BTreeMap<Option<PolicyId>, i64> = BTreeMap::new();
    for policy in contents.policies.values() {
        let place = last.entry(policy.parent).or_insert(-1);
        *place = (*place).max(policy.position);
    }
    let mut new: BTreeSet<PolicyId> = BTreeSet::new();
    let mut patch = Patch::default();
    for (id, policy) in policies {
        check(policy)?;
        check_actors(contents, policy)?;
        not_there::<Policy>(contents, *id)?;
        for other in policy.parent.iter().chain(&policy.variant_of) {
            if !new.contains(other) {
                let _: &Policy = there(contents, *other)?;
            }
        }
        if !policy.code.is_empty() && !codes.insert(&policy.code) {
            return Err(taken(&policy.code));
        }
        if !new.insert(*id) {
            return Err(Refusal::ThereAlready(Subject::Policy));
        }
        let place = last.entry(policy.parent).or_insert(-1);
        *place += 1;
        patch.push(
            *id,
            None,
            Some(Policy {
                position: *place,
                ..policy.clone()
            }),
        );
    }
    let label = match policies {
        [(_, policy)] => StepLabel::Added {
            subject: Subject::Policy,
            name: policy.name.clone(),
        },
        many => StepLabel::AddedMany {
            subject: Subject::Policy,
            n: many.len(),
        },
    };
    Ok((patch, label))
}

pub fn change(contents: &Contents, id: PolicyId, policy: &Policy) -> Planned {
    let before: &Policy = there(contents, id)?;
    check(policy)?;
    check_actors(contents, policy)?;
    if !policy.code.is_empty()
        && policy.code != before.code
        && contents
            .policies
            .iter()
            .any(|(other, value)| *other != id && value.code == policy.code)
    {
        return Err(taken(&policy.code));
    }
    if let Some(other) = policy.variant_of {
        let _: &Policy = there(contents, other)?;
        if other == id {
            return Err(Refusal::BelowItself {
                subject: Subject::Policy,
                name: policy.name.clone(),
            });
        }
    }
    let after = Policy {
        parent: before.parent,
        position: before.position,
        ..policy.clone()
    };
    Ok(put(contents, id, after, &policy.name))
}

pub fn move_to(
    contents: &Contents,
    ids: &[PolicyId],
    parent: Option<PolicyId>,
    before: Option<PolicyId>,
) -> Planned {
    let mut name = String::new();
    for id in ids {
        name.clone_from(&there::<Policy>(contents, *id)?.name);
    }
    if let Some(parent) = parent {
        let _: &Policy = there(contents, parent)?;
        if contents.policies_downwards(ids).contains(&parent) {
            return Err(Refusal::BelowItself {
                subject: Subject::Policy,
                name,
            });
        }
    }
    let siblings: Vec<PolicyId> = contents
        .policy_children(parent)
        .into_iter()
        .map(|(id, _)| id)
        .collect();
    let positions = reordered(&siblings, ids, before);
    let mut draft = Draft::new(contents);
    draft.change_where::<Policy>(|id, policy| {
        positions.get(id).map(|position| Policy {
            parent,
            position: *position,
            ..policy.clone()
        })
    });
    let label = if ids.len() == 1 {
        StepLabel::Moved {
            subject: Subject::Policy,
            name,
        }
    } else {
        StepLabel::MovedMany {
            subject: Subject::Policy,
            n: ids.len(),
        }
    };
    Ok((draft.patch, label))
}

pub fn duplicate(
    contents: &Contents,
    id: PolicyId,
    ids: &[(PolicyId, PolicyId)],
    as_variant: bool,
) -> Planned {
    let original: &Policy = there(contents, id)?;
    let new_ids: BTreeMap<PolicyId, PolicyId> = ids.iter().copied().collect();
    if new_ids.values().collect::<BTreeSet<_>>().len() != new_ids.len() {
        return Err(Refusal::ThereAlready(Subject::Policy));
    }
    let mut codes: BTreeSet<String> = contents
        .policies
        .values()
        .map(|policy| policy.code.clone())
        .collect();
    let mut draft = Draft::new(contents);
    for old in contents.policies_downwards(&[id]) {
        let policy: &Policy = there(contents, old)?;
        let new = *new_ids
            .get(&old)
            .ok_or(Refusal::NotThere(Subject::Policy))?;
        not_there::<Policy>(contents, new)?;
        let mut copy = policy.clone();
        if !copy.code.is_empty() {
            // "1.1.b" becomes "1.1.b-2", then "-3": the first that is free.
            let mut free = (2..=u32::MAX)
                .map(|n| format!("{}-{n}", policy.code))
                .filter(|code| !codes.contains(code));
            if let Some(code) = free.next() {
                copy.code = code;
            }
            codes.insert(copy.code.clone());
        }
        copy.parent = if old == id {
            policy.parent
        } else {
            policy
                .parent
                .and_then(|parent| new_ids.get(&parent).copied())
        };
        if as_variant && old == id {
            copy.variant_of = Some(id);
        }
        draft.set(new, Some(copy));
    }
    // Siblings after the original make room.
    let copy = *new_ids.get(&id).ok_or(Refusal::NotThere(Subject::Policy))?;
    let siblings = contents.policy_children(original.parent);
    let next = siblings
        .iter()
        .skip_while(|(sibling, _)| *sibling != id)
        .nth(1)
        .map(|(sibling, _)| *sibling);
    let order: Vec<PolicyId> = siblings.iter().map(|(sibling, _)| *sibling).collect();
    let positions = reordered(&order, &[copy], next);
    for (sibling, policy) in siblings {
        if let Some(position) = positions.get(&sibling) {
            draft.set(
                sibling,
                Some(Policy {
                    position: *position,
                    ..policy.clone()
                }),
            );
        }
    }
    for record in &mut draft.patch.records {
        if let ordito_model::Record::Policy(change) = record
            && change.key == copy
            && let (Some(after), Some(position)) = (&mut change.after, positions.get(&copy))
        {
            after.position = *position;
        }
    }
    Ok((
        draft.patch,
        StepLabel::Duplicated {
            subject: Subject::Policy,
            name: original.name.clone(),
        },
    ))
}

pub fn delete(contents: &Contents, ids: &[PolicyId]) -> Planned {
    let mut name = String::new();
    for id in ids {
        name.clone_from(&there::<Policy>(contents, *id)?.name);
    }
    let gone = contents.policies_downwards(ids);
    let is_gone = |item: Item| item.policy().is_some_and(|id| gone.contains(&id));
    let mut draft = Draft::new(contents);
    draft.delete_where::<Policy>(|id, _| gone.contains(id));
    draft.delete_where::<Line>(|key, _| is_gone(key.item));
    draft.delete_where::<Assessment>(|key, _| is_gone(key.row) || is_gone(key.column));
    lab::items_go(&mut draft, None, |question| {
        is_gone(question.row) || is_gone(question.column)
    });
    let label = if ids.len() == 1 {
        StepLabel::Deleted {
            subject: Subject::Policy,
            name,
        }
    } else {
        StepLabel::DeletedMany {
            subject: Subject::Policy,
            n: ids.len(),
        }
    };
    Ok((draft.patch, label))
}

impl Rules for Policy {
    const NAMES: &'static [Table] = &[Table::Policy, Table::Actor];

    fn called(&self, id: &PolicyId, contents: &Contents) -> String {
        name_of(contents, Item::Policy(*id))
    }
    fn check(&self, id: &PolicyId, contents: &Contents) -> Result<(), Refusal> {
        check(self)?;
        check_actors(contents, self)?;
        self.parent
            .iter()
            .chain(&self.variant_of)
            .try_for_each(|other| there::<Self>(contents, *other).map(|_| ()))?;
        if self.variant_of == Some(*id) {
            return Err(Refusal::BelowItself {
                subject: Subject::Policy,
                name: self.name.clone(),
            });
        }
        sane(self.position)
    }
    fn without(&self, _id: &PolicyId, standing: &Standing<'_>) -> Option<Self> {
        let mut left = self.clone();
        left.parent = left.parent.filter(|other| standing.has::<Self>(*other));
        left.variant_of = left.variant_of.filter(|other| standing.has::<Self>(*other));
        left.owner = left.owner.filter(|actor| standing.has::<Actor>(*actor));
        left.actors.retain(|actor| standing.has::<Actor>(*actor));
        Some(left)
    }
    fn search(search: &mut Search<'_>) {
        search.each_of_a_tree::<Self>(|policy| policy.name.clone());
        let policies = search.contents().policies.iter();
        search.codes::<Self, ()>(policies.map(|(id, policy)| (id, (), &policy.code)));
    }
}

impl Rules for Cluster {
    const NAMES: &'static [Table] = &[Table::Policy];

    fn called(&self, _id: &ClusterId, _contents: &Contents) -> String {
        self.name.clone()
    }
    fn check(&self, _id: &ClusterId, contents: &Contents) -> Result<(), Refusal> {
        named(Subject::Cluster, &self.name)?;
        short_enough(&[&self.note])?;
        self.members
            .iter()
            .try_for_each(|member| there::<Policy>(contents, *member).map(|_| ()))?;
        sane(self.position)
    }
    fn without(&self, _id: &ClusterId, standing: &Standing<'_>) -> Option<Self> {
        let mut left = self.clone();
        left.members
            .retain(|member| standing.has::<Policy>(*member));
        Some(left)
    }
}
impl Whole for Cluster {}
