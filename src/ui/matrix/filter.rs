//! Which rows are shown: by what is in their cells, and by what the policies are.

use super::layout::Layout;
use crate::kit::pen::Side;
use ordito_model::{
    ActorId, AssessorId, CellValue, Contents, Item, Level, Points, PolicyId, PolicyKind,
};
use ordito_words::Words;
use ordito_workspace::{Layer, MatrixView};

/// Rows with at least one cell like this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Filter {
    #[default]
    None,
    Unscored,
    Conflicts,
    NoReason,
    DontKnow,
    NotApplicable,
    Disputed,
}
impl Filter {
    pub const ALL: [Self; 7] = [
        Self::None,
        Self::Unscored,
        Self::Conflicts,
        Self::NoReason,
        Self::DontKnow,
        Self::NotApplicable,
        Self::Disputed,
    ];
    pub fn say(self, words: &Words) -> String {
        match self {
            Self::None => words.matrix_filter_none(),
            Self::Unscored => words.matrix_filter_unscored(),
            Self::Conflicts => words.matrix_filter_conflicts(),
            Self::NoReason => words.matrix_filter_no_reason(),
            Self::DontKnow => words.matrix_filter_dont_know(),
            Self::NotApplicable => words.matrix_filter_not_applicable(),
            Self::Disputed => words.matrix_filter_disputed(),
        }
    }
    fn keeps(self, (view, layer): (&MatrixView, &Layer), (row, column): (usize, usize)) -> bool {
        let dot = view.dot(layer, row, column);
        match self {
            Self::None => true,
            Self::Unscored => !dot.value.is_answered(),
            Self::Conflicts => {
                matches!(dot.value, CellValue::Scored { tradeoff, .. } if tradeoff.0 < 0)
            }
            Self::NoReason => dot.value.is_scored() && !dot.has_reason,
            Self::DontKnow => dot.value == CellValue::DontKnow,
            Self::NotApplicable => dot.value == CellValue::NotApplicable,
            Self::Disputed => view.disputed(row, column),
        }
    }
}

/// A score that is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Score {
    Benefit,
    Tradeoff,
    /// Exactly this on one of its sides.
    Is(Points),
}
impl Score {
    fn keeps(self, value: CellValue) -> bool {
        let CellValue::Scored { benefit, tradeoff } = value else {
            return false;
        };
        match self {
            Self::Benefit => benefit.0 > 0,
            Self::Tradeoff => tradeoff.0 < 0,
            Self::Is(points) if points.0 == 0 => benefit.0 == 0 && tradeoff.0 == 0,
            Self::Is(points) => benefit == points || tradeoff == points,
        }
    }
}

/// What rows have to be besides; each part narrows further.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Only {
    /// Of this plan, however deep below it, or itself.
    pub plan: Option<PolicyId>,
    pub kind: Option<PolicyKind>,
    pub level: Option<Level>,
    /// Who owns it or takes part in it.
    pub office: Option<ActorId>,
    /// What it acts upon. Score and state are then those of its cell with this.
    pub goal: Option<Item>,
    pub score: Option<Score>,
}
impl Only {
    pub fn is_any(&self) -> bool {
        *self != Self::default()
    }
    fn fits(&self, contents: &Contents, item: Item) -> bool {
        let asks = self.plan.is_some()
            || self.kind.is_some()
            || self.level.is_some()
            || self.office.is_some();
        let Item::Policy(id) = item else {
            return !asks;
        };
        let Some(policy) = contents.policies.get(&id) else {
            return false;
        };
        self.kind.is_none_or(|kind| policy.kind == kind)
            && self.level.is_none_or(|level| policy.level == Some(level))
            && self.office.is_none_or(|office| {
                policy.owner == Some(office) || policy.actors.contains(&office)
            })
            && self
                .plan
                .is_none_or(|plan| contents.policy_upwards(id).any(|above| above == plan))
    }
}

/// Whether rows are shown, for all of them.
pub struct Sieve<'a> {
    pub contents: &'a Contents,
    pub view: &'a MatrixView,
    pub assessor: AssessorId,
    pub filter: Filter,
    pub only: Only,
}
impl Sieve<'_> {
    pub fn keeps(&self, row: usize) -> bool {
        let view = self.view;
        let Some(line) = view.rows.get(row) else {
            return false;
        };
        if !self.only.fits(self.contents, line.item) {
            return false;
        }
        let layer = view.layer(self.assessor);
        let fits = |column: usize| {
            let value = view.dot(layer, row, column).value;
            let acts = !matches!(
                Side::Net.of(value),
                crate::kit::pen::Shown::One(points) if points.0 == 0
            ) && value.is_scored();
            !view.is_diagonal(row, column)
                && self.filter.keeps((view, layer), (row, column))
                && self.only.score.is_none_or(|score| score.keeps(value))
                // Of a goal alone is asked who acts on it.
                && (self.only.goal.is_none()
                    || self.only.score.is_some()
                    || self.filter != Filter::None
                    || acts)
        };
        match self.only.goal.map(|goal| view.column_of(goal)) {
            // A goal that is hidden or gone asks for nothing any more.
            Some(Some(column)) => fits(column),
            _ if self.filter == Filter::None && self.only.score.is_none() => true,
            _ => (0..view.columns.len()).any(fits),
        }
    }
}

/// The plans that rows stand under, in the order of the catalogue.
pub fn plans(contents: &Contents, view: &MatrixView) -> Vec<(usize, PolicyId)> {
    let rows = view.rows.iter().filter_map(|line| match line.item {
        Item::Policy(id) => Some(id),
        Item::Goal(_) => None,
    });
    let above: std::collections::BTreeSet<PolicyId> = rows
        .flat_map(|id| contents.policy_upwards(id).skip(1))
        .collect();
    let tree = contents.policy_tree().into_iter();
    tree.filter(|(_, id)| above.contains(id)).collect()
}

/// The owners and participants of rows.
pub fn offices(contents: &Contents, view: &MatrixView) -> Vec<ActorId> {
    let mut found: Vec<ActorId> = Vec::new();
    for line in &view.rows {
        let Item::Policy(id) = line.item else {
            continue;
        };
        if let Some(policy) = contents.policies.get(&id) {
            found.extend(policy.owner.iter().chain(&policy.actors));
        }
    }
    let name = |id: &ActorId| {
        contents
            .actors
            .get(id)
            .map(|actor| ordito_ground::text::folded(&actor.name))
    };
    found.sort_by_key(|id| (name(id), *id));
    found.dedup();
    found.retain(|id| contents.actors.contains_key(id));
    found
}

impl Layout {
    /// Whether a filter takes rows away.
    pub fn is_filtered(&self) -> bool {
        let choices = self.choices();
        choices.filter != Filter::None || choices.only.is_any()
    }
}
