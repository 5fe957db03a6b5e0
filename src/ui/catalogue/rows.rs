//! Which policies the list shows, in which order: the tree, or a table sorted by a column; filtered and searched.

use super::columns::{self, Column};
use ordito_ground::text::folded;
use ordito_model::{ClusterId, Contents, Level, Policy, PolicyId, PolicyKind, Wording};
use ordito_words::Words;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Only policies that are all of this.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    pub kind: Option<PolicyKind>,
    pub level: Option<Level>,
    pub wording: Option<Wording>,
    pub cluster: Option<ClusterId>,
}
impl Filter {
    pub fn is_any(&self) -> bool {
        *self != Self::default()
    }
    fn fits(&self, contents: &Contents, id: PolicyId, policy: &Policy) -> bool {
        self.kind.is_none_or(|kind| policy.kind == kind)
            && self.level.is_none_or(|level| policy.level == Some(level))
            && self.wording.is_none_or(|wording| policy.wording == wording)
            && self.cluster.is_none_or(|cluster| {
                contents
                    .clusters
                    .get(&cluster)
                    .is_some_and(|cluster| cluster.members.contains(&id))
            })
    }
}

/// What decides which rows there are.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Query {
    pub search: String,
    pub filter: Filter,
    /// The column of a table, and whether its greatest comes first; without it the tree is shown.
    pub sort: Option<(Column, bool)>,
    pub folded: BTreeSet<PolicyId>,
}

/// One line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    pub id: PolicyId,
    pub depth: usize,
    pub has_children: bool,
    pub is_folded: bool,
    /// Shown only because something below it was found.
    pub is_way: bool,
}

/// The rows, kept until document or query change.
#[derive(Debug, Default)]
pub struct Rows {
    made_for: Option<(u64, ordito_model::Language, Query)>,
    pub list: Vec<Row>,
    /// Policies found, without those that only lead to them.
    pub n_found: usize,
}

impl Rows {
    pub fn refresh(&mut self, revision: u64, contents: &Contents, words: &Words, query: &Query) {
        let language = words.language();
        if self.made_for.as_ref().is_some_and(|(at, spoken, with)| {
            *at == revision && *spoken == language && with == query
        }) {
            return;
        }
        self.made_for = Some((revision, language, query.clone()));
        let found = found(contents, query);
        self.n_found = found.len();
        self.list = match query.sort {
            None => tree(contents, query, &found),
            Some((column, descending)) => table(contents, words, column, descending, &found),
        };
    }
    pub fn index_of(&self, id: PolicyId) -> Option<usize> {
        self.list.iter().position(|row| row.id == id)
    }
}

fn found(contents: &Contents, query: &Query) -> HashSet<PolicyId> {
    let searched = folded(&query.search);
    let typed: Vec<&str> = searched.split_whitespace().collect();
    let fits = |policy: &Policy| {
        if typed.is_empty() {
            return true;
        }
        let owner = policy
            .owner
            .and_then(|owner| contents.actors.get(&owner))
            .map_or("", |actor| &actor.name);
        let text = folded(
            &[
                &policy.code,
                &policy.name,
                &policy.short,
                &policy.territory,
                owner,
            ]
            .join(" "),
        );
        typed.iter().all(|word| text.contains(word))
    };
    contents
        .policies
        .iter()
        .filter(|(id, policy)| query.filter.fits(contents, **id, policy) && fits(policy))
        .map(|(id, _)| *id)
        .collect()
}

fn tree(contents: &Contents, query: &Query, found: &HashSet<PolicyId>) -> Vec<Row> {
    let all = contents.policy_tree();
    let searching = query.filter.is_any() || !query.search.trim().is_empty();
    let mut ways: HashSet<PolicyId> = HashSet::new();
    for id in found {
        for above in contents.policy_upwards(*id).skip(1) {
            if !ways.insert(above) {
                break;
            }
        }
    }
    let mut rows = Vec::with_capacity(all.len());
    // Below a folded policy nothing is shown until the tree is back at its depth; a search looks into all of them.
    let mut hidden_below = usize::MAX;
    for (i, (depth, id)) in all.iter().copied().enumerate() {
        if depth > hidden_below {
            continue;
        }
        hidden_below = usize::MAX;
        let is_found = found.contains(&id);
        if !is_found && !ways.contains(&id) {
            continue;
        }
        let has_children = all.get(i + 1).is_some_and(|(next, _)| *next > depth);
        let is_folded = has_children && !searching && query.folded.contains(&id);
        if is_folded {
            hidden_below = depth;
        }
        rows.push(Row {
            id,
            depth,
            has_children,
            is_folded,
            is_way: !is_found,
        });
    }
    rows
}

fn table(
    contents: &Contents,
    words: &Words,
    column: Column,
    descending: bool,
    found: &HashSet<PolicyId>,
) -> Vec<Row> {
    let facts = columns::Facts::of(contents);
    let mut keyed: BTreeMap<PolicyId, columns::SortKey> = BTreeMap::new();
    for id in found {
        if let Some(policy) = contents.policies.get(id) {
            keyed.insert(
                *id,
                columns::sort_key(column, contents, &facts, words, *id, policy),
            );
        }
    }
    let mut order: Vec<PolicyId> = contents
        .policy_tree()
        .into_iter()
        .map(|(_, id)| id)
        .filter(|id| found.contains(id))
        .collect();
    // Sorting is stable: equals stay in tree order. What is empty comes last either way.
    order.sort_by(|a, b| match (keyed.get(a), keyed.get(b)) {
        (Some(a), Some(b)) => {
            a.is_empty()
                .cmp(&b.is_empty())
                .then(if descending { b.cmp(a) } else { a.cmp(b) })
        }
        _ => std::cmp::Ordering::Equal,
    });
    order
        .into_iter()
        .map(|id| Row {
            id,
            depth: 0,
            has_children: false,
            is_folded: false,
            is_way: false,
        })
        .collect()
}
