//! Walks over trees of records. Each ends, whatever a file holds: in a ring of parents every record is met once.

use super::{Contents, FrameworkId, GoalId, Item, PolicyId, Rgb};
use std::collections::{BTreeMap, BTreeSet};

/// `from` and what is above it, nearest first.
pub fn upwards<I: Ord + Copy>(
    from: Option<I>,
    parent: impl Fn(I) -> Option<I>,
) -> impl Iterator<Item = I> {
    let mut seen = Seen::default();
    std::iter::successors(from, move |id| parent(*id)).take_while(move |id| seen.is_new(*id))
}

/// Ids met so far: trees are flat, so the first ones are only compared.
struct Seen<I> {
    first: Vec<I>,
    more: BTreeSet<I>,
}
impl<I> Default for Seen<I> {
    fn default() -> Self {
        Self {
            first: Vec::new(),
            more: BTreeSet::new(),
        }
    }
}
impl<I: Ord + Copy> Seen<I> {
    fn is_new(&mut self, id: I) -> bool {
        if self.first.contains(&id) {
            return false;
        }
        if self.first.len() < 16 {
            self.first.push(id);
            return true;
        }
        self.more.insert(id)
    }
}

/// The smallest id of each ring of parents, in one walk over all.
pub fn rings<I: Ord + Copy>(parents: &BTreeMap<I, Option<I>>) -> BTreeSet<I> {
    let mut found = BTreeSet::new();
    // Which walk came by first.
    let mut walked: BTreeMap<I, I> = BTreeMap::new();
    for start in parents.keys() {
        let mut at = *start;
        while let Some(above) = parents.get(&at) {
            if let Some(walk) = walked.get(&at) {
                if walk == start {
                    let ring = upwards(Some(at), |id| parents.get(&id).copied().flatten());
                    found.extend(ring.min());
                }
                break;
            }
            walked.insert(at, *start);
            match above {
                Some(above) => at = *above,
                None => break,
            }
        }
    }
    found
}

/// The ids and everything below them.
fn downwards<I: Ord + Copy>(
    ids: &[I],
    parents: impl Iterator<Item = (I, Option<I>)>,
) -> BTreeSet<I> {
    let mut children: BTreeMap<I, Vec<I>> = BTreeMap::new();
    for (id, parent) in parents {
        if let Some(parent) = parent {
            children.entry(parent).or_default().push(id);
        }
    }
    let mut found = BTreeSet::new();
    let mut open = ids.to_vec();
    while let Some(id) = open.pop() {
        if found.insert(id) {
            open.extend(children.get(&id).into_iter().flatten());
        }
    }
    found
}

/// All of them, parents before children, with their depth (0 for roots). What is below something that is not there
/// counts as a root, and so does one of each ring, so that nothing is ever out of sight.
fn in_order<I: Ord + Copy>(nodes: &BTreeMap<I, (Option<I>, i64)>) -> Vec<(usize, I)> {
    let mut children: BTreeMap<Option<I>, Vec<(i64, I)>> = BTreeMap::new();
    for (id, (parent, position)) in nodes {
        let parent = parent.filter(|parent| nodes.contains_key(parent));
        children.entry(parent).or_default().push((*position, *id));
    }
    for list in children.values_mut() {
        list.sort();
    }
    let mut order = Vec::with_capacity(nodes.len());
    let mut walk = |roots: Vec<I>, cut: &BTreeSet<I>| {
        let mut open: Vec<(usize, I)> = roots.into_iter().rev().map(|id| (0, id)).collect();
        while let Some((depth, id)) = open.pop() {
            order.push((depth, id));
            let below = children
                .get(&Some(id))
                .into_iter()
                .flatten()
                .rev()
                .map(|(_, child)| *child);
            open.extend(
                below
                    .filter(|child| !cut.contains(child))
                    .map(|child| (depth + 1, child)),
            );
        }
        order.len()
    };
    let roots = children
        .get(&None)
        .into_iter()
        .flatten()
        .map(|(_, id)| *id)
        .collect();
    if walk(roots, &BTreeSet::new()) < nodes.len() {
        let cut = rings(
            &nodes
                .iter()
                .map(|(id, (parent, _))| (*id, *parent))
                .collect(),
        );
        walk(cut.iter().copied().collect(), &cut);
    }
    order
}

impl Contents {
    /// The policies in tree order with their depth (0 for roots).
    pub fn policy_tree(&self) -> Vec<(usize, PolicyId)> {
        in_order(
            &self
                .policies
                .iter()
                .map(|(id, policy)| (*id, (policy.parent, policy.position)))
                .collect(),
        )
    }
    /// The goals of a framework in tree order with their depth (0 for roots).
    pub fn goal_tree(&self, framework: FrameworkId) -> Vec<(usize, GoalId)> {
        let goals = self
            .goals
            .iter()
            .filter(|(_, goal)| goal.framework == framework);
        in_order(
            &goals
                .map(|(id, goal)| (*id, (goal.parent, goal.position)))
                .collect(),
        )
    }

    /// A policy and what it is below of, nearest first.
    pub fn policy_upwards(&self, from: PolicyId) -> impl Iterator<Item = PolicyId> {
        upwards(
            Some(from).filter(|id| self.policies.contains_key(id)),
            |id| {
                self.policies
                    .get(&id)?
                    .parent
                    .filter(|parent| self.policies.contains_key(parent))
            },
        )
    }
    /// A goal and what it is below of, nearest first.
    pub fn goal_upwards(&self, from: GoalId) -> impl Iterator<Item = GoalId> {
        upwards(Some(from).filter(|id| self.goals.contains_key(id)), |id| {
            self.goals
                .get(&id)?
                .parent
                .filter(|parent| self.goals.contains_key(parent))
        })
    }
    /// Policies and everything below them.
    pub fn policies_downwards(&self, ids: &[PolicyId]) -> BTreeSet<PolicyId> {
        downwards(
            ids,
            self.policies
                .iter()
                .map(|(id, policy)| (*id, policy.parent)),
        )
    }
    /// Goals and everything below them.
    pub fn goals_downwards(&self, ids: &[GoalId]) -> BTreeSet<GoalId> {
        downwards(ids, self.goals.iter().map(|(id, goal)| (*id, goal.parent)))
    }

    /// The smallest id of each ring of policies: none in a sound document.
    pub fn policy_rings(&self) -> BTreeSet<PolicyId> {
        rings(
            &self
                .policies
                .iter()
                .map(|(id, policy)| (*id, policy.parent))
                .collect(),
        )
    }
    /// The smallest id of each ring of goals: none in a sound document.
    pub fn goal_rings(&self) -> BTreeSet<GoalId> {
        rings(
            &self
                .goals
                .iter()
                .map(|(id, goal)| (*id, goal.parent))
                .collect(),
        )
    }

    /// The colour of a goal, or of the nearest one above that has one.
    pub fn colour_of(&self, item: Option<Item>) -> Option<Rgb> {
        self.goal_upwards(item?.goal()?)
            .find_map(|id| self.goals.get(&id)?.colour)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Goal, Label, Policy, Wording};

    fn goal(parent: Option<GoalId>) -> Goal {
        Goal {
            framework: FrameworkId::fixed(1),
            parent,
            position: 0,
            level: 0,
            code: String::new(),
            name: Label::default(),
            short: Label::default(),
            text: Label::default(),
            wording: Wording::Provisional,
            colour: None,
            note: String::new(),
        }
    }

    /// Numbers that look random, the same on every run.
    fn scattered(seed: u64) -> impl FnMut(u64) -> u64 {
        let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        move |below| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state % below
        }
    }

    /// Parents at random: rings, themselves, ones that are not there. Each walk ends and meets each record once.
    #[test]
    fn no_walk_over_random_parents_spins_or_leaves_a_record_out() {
        for seed in 1..=300 {
            let mut number = scattered(seed);
            let n = 1 + number(40);
            let mut contents = Contents::default();
            for id in 0..n {
                // Some parents are not there.
                let above = Some(u128::from(number(n + 3))).filter(|_| number(5) > 0);
                let parent = above.map(PolicyId::fixed);
                contents.policies.insert(
                    PolicyId::fixed(id.into()),
                    Policy {
                        parent,
                        ..Policy::default()
                    },
                );
                contents
                    .goals
                    .insert(GoalId::fixed(id.into()), goal(above.map(GoalId::fixed)));
            }
            let all: BTreeSet<PolicyId> = contents.policies.keys().copied().collect();
            let tree = contents.policy_tree();
            assert_eq!(tree.len(), all.len(), "seed {seed}");
            assert_eq!(
                tree.iter().map(|(_, id)| *id).collect::<BTreeSet<_>>(),
                all,
                "seed {seed}"
            );
            let goals: Vec<GoalId> = contents
                .goal_tree(FrameworkId::fixed(1))
                .into_iter()
                .map(|(_, id)| id)
                .collect();
            assert_eq!(goals.len(), all.len(), "seed {seed}");
            for id in &all {
                let above: Vec<PolicyId> = contents.policy_upwards(*id).collect();
                assert_eq!(above.first(), Some(id));
                assert_eq!(
                    above.iter().collect::<BTreeSet<_>>().len(),
                    above.len(),
                    "seed {seed}"
                );
                let below = contents.policies_downwards(&[*id]);
                // Up and down are the same way.
                for other in &all {
                    let is_below = contents.policy_upwards(*other).any(|each| each == *id);
                    assert_eq!(below.contains(other), is_below, "seed {seed}");
                }
                assert_eq!(contents.colour_of(Some(Item::Goal(GoalId(id.0)))), None);
            }
            // Whoever comes back to itself is in a ring, and each ring is named by its smallest.
            let parent = |id: PolicyId| contents.policies.get(&id).and_then(|policy| policy.parent);
            let smallest = all.iter().filter(|id| {
                let ring: Vec<PolicyId> = upwards(parent(**id), parent).collect();
                ring.contains(id) && ring.iter().min() == Some(*id)
            });
            assert_eq!(
                contents.policy_rings(),
                smallest.copied().collect(),
                "seed {seed}"
            );
            assert_eq!(
                contents.goal_rings().len(),
                contents.policy_rings().len(),
                "seed {seed}"
            );
        }
    }

    /// A chain of twenty thousand, once closed to a ring: no walk takes the square of that.
    #[test]
    fn a_deep_chain_is_walked_once() {
        let n = 20_000_u128;
        let mut contents = Contents::default();
        for id in 0..n {
            let parent = id.checked_sub(1).map(PolicyId::fixed);
            contents.policies.insert(
                PolicyId::fixed(id),
                Policy {
                    parent,
                    ..Policy::default()
                },
            );
        }
        assert_eq!(
            contents.policy_tree().last(),
            Some(&(19_999, PolicyId::fixed(n - 1)))
        );
        assert_eq!(
            contents.policy_upwards(PolicyId::fixed(n - 1)).count(),
            20_000
        );
        assert!(contents.policy_rings().is_empty());
        contents
            .policies
            .get_mut(&PolicyId::fixed(0))
            .unwrap()
            .parent = Some(PolicyId::fixed(n - 1));
        assert_eq!(
            contents.policy_rings(),
            BTreeSet::from([PolicyId::fixed(0)])
        );
        assert_eq!(contents.policy_tree().len(), 20_000);
    }
}
