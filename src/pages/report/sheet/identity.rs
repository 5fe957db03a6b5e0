//! Who the subject is: all filled fields of a policy, a goal, a cluster or a matrix; the effects a policy tells of.

use super::block::{Block, Column, Fact};
use super::counted;
use super::scope::{Scope, Subject};
use ordito_model::{ActorId, ClusterId, GoalId, PolicyId};
use ordito_words::Say as _;

pub fn blocks(scope: &Scope<'_>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let (items, text) = match scope.subject {
        Subject::Policy(id) => policy(scope, id),
        Subject::Goal(id) => goal(scope, id),
        Subject::Cluster(id) => cluster(scope, id),
        Subject::Matrix => matrix(scope),
    };
    if !items.is_empty() {
        blocks.push(Block::Facts { items });
    }
    if !text.trim().is_empty() {
        blocks.push(Block::Text { text });
    }
    blocks
}

/// A fact for each field that is filled in.
#[derive(Debug)]
struct Facts<'s, 'a> {
    scope: &'s Scope<'a>,
    items: Vec<Fact>,
}
impl<'s, 'a> Facts<'s, 'a> {
    const fn new(scope: &'s Scope<'a>) -> Self {
        Self {
            scope,
            items: Vec::new(),
        }
    }
    fn add(&mut self, key: &str, value: impl Into<String>) {
        let value = value.into();
        if !value.trim().is_empty() {
            self.items.push(Fact {
                label: self.scope.words.say(key),
                value,
            });
        }
    }
    /// Where it is said at all.
    fn add_said(&mut self, key: &str, value: Option<impl Into<String>>) {
        if let Some(value) = value {
            self.add(key, value);
        }
    }
}

fn actors(scope: &Scope<'_>, ids: &[ActorId]) -> String {
    let names = ids
        .iter()
        .filter_map(|id| scope.contents.actors.get(id))
        .map(|actor| actor.name.as_str());
    names.collect::<Vec<_>>().join(", ")
}

fn policy(scope: &Scope<'_>, id: PolicyId) -> (Vec<Fact>, String) {
    let (words, numbers) = (scope.words, scope.words.numbers());
    let mut facts = Facts::new(scope);
    let Some(policy) = scope.contents.policies.get(&id) else {
        return (facts.items, String::new());
    };
    facts.add("sheets-field-kind", policy.kind.say(words));
    facts.add_said(
        "sheets-field-level",
        policy.level.map(|level| level.say(words)),
    );
    facts.add("sheets-field-territory", policy.territory.as_str());
    facts.add("sheets-field-owner", actors(scope, policy.owner.as_slice()));
    facts.add("sheets-field-actors", actors(scope, &policy.actors));
    let period = match (policy.start, policy.end) {
        (Some(start), Some(end)) => format!("{} – {}", numbers.month(start), numbers.month(end)),
        (Some(start), None) => words.sheets_from_month(numbers.month(start)),
        (None, Some(end)) => words.sheets_to_month(numbers.month(end)),
        (None, None) => String::new(),
    };
    facts.add("sheets-field-period", period);
    facts.add_said(
        "sheets-field-budget",
        policy.budget_cents.map(|cents| numbers.euro(cents)),
    );
    facts.add("sheets-field-budget-note", policy.budget_note.as_str());
    facts.add(
        "sheets-field-beneficiaries",
        policy.beneficiaries.join("; "),
    );
    facts.add("sheets-field-results", policy.expected_results.join("; "));
    facts.add("sheets-field-outputs", policy.outputs.join("; "));
    facts.add("sheets-field-links", policy.links.join("; "));
    let variant = policy
        .variant_of
        .and_then(|id| scope.contents.policies.get(&id));
    let variant = variant.map(|each| format!("{} {}", each.code, each.name).trim().to_owned());
    facts.add_said("sheets-field-variant", variant);
    facts.add("sheets-field-wording", policy.wording.say(words));
    (facts.items, policy.description.clone())
}

fn goal(scope: &Scope<'_>, id: GoalId) -> (Vec<Fact>, String) {
    let (words, language) = (scope.words, scope.words.language());
    let mut facts = Facts::new(scope);
    let Some(goal) = scope.contents.goals.get(&id) else {
        return (facts.items, String::new());
    };
    if let Some(framework) = scope.contents.frameworks.get(&goal.framework) {
        facts.add(
            "sheets-field-framework",
            format!("{} ({})", framework.name.get(language), framework.version),
        );
        let level = framework.levels.get(usize::from(goal.level));
        facts.add_said(
            "sheets-field-goal-level",
            level.map(|label| label.get(language)),
        );
    }
    let parent = goal.parent.and_then(|id| scope.contents.goals.get(&id));
    facts.add_said(
        "sheets-field-parent",
        parent.map(|goal| goal.name.get(language)),
    );
    facts.add("sheets-field-wording", goal.wording.say(words));
    facts.add("sheets-field-note", goal.note.as_str());
    (facts.items, goal.text.get(language).to_owned())
}

fn cluster(scope: &Scope<'_>, id: ClusterId) -> (Vec<Fact>, String) {
    let mut facts = Facts::new(scope);
    let Some(cluster) = scope.contents.clusters.get(&id) else {
        return (facts.items, String::new());
    };
    let members = scope
        .rows
        .iter()
        .filter_map(|row| scope.scores.rows.get(*row));
    facts.add(
        "sheets-field-members",
        members
            .map(|line| scope.item(line.item))
            .collect::<Vec<_>>()
            .join("; "),
    );
    (facts.items, cluster.note.clone())
}

fn matrix(scope: &Scope<'_>) -> (Vec<Fact>, String) {
    let words = scope.words;
    let mut facts = Facts::new(scope);
    facts.add("sheets-field-document", scope.contents.title());
    facts.add("sheets-field-body", scope.contents.body());
    facts.add("sheets-field-matrix-kind", scope.matrix.kind.say(words));
    facts.add(
        "sheets-field-rows",
        counted(words, "sheets-n-lines", scope.rows.len()),
    );
    facts.add(
        "sheets-field-columns",
        counted(words, "sheets-n-lines", scope.columns.len()),
    );
    facts.add("sheets-field-scale", scope.scale.name.get(words.language()));
    facts.add("sheets-field-assessor", scope.assessor_name());
    (facts.items, scope.matrix.note.clone())
}

/// What a policy says of its effects here and now, elsewhere, on future generations; what it does not say is said.
pub fn effects(scope: &Scope<'_>) -> Vec<Block> {
    let Subject::Policy(id) = scope.subject else {
        return Vec::new();
    };
    let Some(policy) = scope.contents.policies.get(&id) else {
        return Vec::new();
    };
    let column = |key: &str, text: &str| Column {
        label: scope.words.say(key),
        text: if text.trim().is_empty() {
            scope.words.sheets_not_filled()
        } else {
            text.to_owned()
        },
    };
    vec![Block::Columns {
        items: vec![
            column("sheets-effects-here", &policy.effects_here),
            column("sheets-effects-elsewhere", &policy.effects_elsewhere),
            column("sheets-effects-future", &policy.effects_future),
        ],
    }]
}
