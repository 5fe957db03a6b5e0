//! What a person says an unmatched heading means: a line that is there, or a new policy or goal.

use super::matrix::{Match, MatrixPreview, Target};
use super::table::folded;
use crate::document::Edit;
use crate::model::{Axis, Contents, FrameworkId, Goal, GoalId, Item, Label, Policy, PolicyId, Wording};
use std::collections::BTreeMap;

/// The meaning of a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// An item of the document; it becomes a line of the matrix if it is none yet.
    Item(Item),
    /// A new policy or goal with this id, named as the heading says.
    New(Item),
}

/// Meanings by axis and place in the table, from 0.
pub type Meanings = BTreeMap<(Axis, usize), Meaning>;

/// Puts what was chosen in the place of what was not matched.
pub fn apply(headings: &mut [(usize, Match)], axis: Axis, meanings: &Meanings) {
    for (place, found) in headings {
        let Match::Unmatched { text, .. } = found else { continue };
        match meanings.get(&(axis, *place)) {
            Some(Meaning::Item(item)) => *found = Match::Chosen(*item),
            Some(Meaning::New(item)) => *found = Match::New { item: *item, text: text.clone() },
            None => {}
        }
    }
}

/// Items of the document that a heading names and that are no lines of the matrix yet.
pub fn elsewhere(contents: &Contents, policies: bool, text: &str) -> Vec<Item> {
    let wanted = folded(text);
    if wanted.is_empty() {
        return Vec::new();
    }
    let fits = |code: &str, names: &[&str]| {
        code == text.trim()
            || names.iter().any(|name| folded(name) == wanted || folded(&format!("{code} {name}")) == wanted)
    };
    if policies {
        let found = contents.policies.iter().filter(|(_, each)| fits(&each.code, &[&each.name, &each.short]));
        found.map(|(id, _)| Item::Policy(*id)).take(3).collect()
    } else {
        let names = |goal: &Goal| [goal.name.it.clone(), goal.name.en.clone(), goal.short.it.clone()];
        let fits_goal = |goal: &Goal| {
            let names = names(goal);
            fits(&goal.code, &names.each_ref().map(String::as_str))
        };
        let found = contents.goals.iter().filter(|(_, goal)| fits_goal(goal));
        found.map(|(id, _)| Item::Goal(*id)).take(3).collect()
    }
}

/// Edits that must come before the cells: new policies and goals, new lines.
pub fn edits(contents: &Contents, preview: &MatrixPreview, target: Target) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut policies: Vec<(PolicyId, Policy)> = Vec::new();
    let mut goals: Vec<(GoalId, Goal)> = Vec::new();
    for (axis, headings) in [(Axis::Rows, &preview.rows), (Axis::Columns, &preview.columns)] {
        for (_, found) in headings {
            match found {
                Match::New { item: Item::Policy(id), text } => {
                    policies
                        .push((*id, Policy { name: text.clone(), wording: Wording::Provisional, ..Policy::default() }));
                }
                Match::New { item: Item::Goal(id), text } => {
                    if let Some((framework, level)) = place_of_goals(contents, target, axis) {
                        goals.push((*id, new_goal(framework, level, text)));
                    }
                }
                _ => {}
            }
        }
    }
    if !policies.is_empty() {
        edits.push(Edit::AddPolicies(policies));
    }
    if !goals.is_empty() {
        edits.push(Edit::AddGoals(goals));
    }
    for (axis, headings) in [(Axis::Rows, &preview.rows), (Axis::Columns, &preview.columns)] {
        let there: Vec<Item> = contents.lines_of(target.matrix, axis).into_iter().map(|(item, _)| item).collect();
        let items: Vec<Item> =
            headings.iter().filter_map(|(_, found)| found.item()).filter(|item| !there.contains(item)).collect();
        if !items.is_empty() {
            edits.push(Edit::AddLines { matrix: target.matrix, axis, items, before: None });
        }
    }
    edits
}

/// The framework and level that the goals of an axis are of.
fn place_of_goals(contents: &Contents, target: Target, axis: Axis) -> Option<(FrameworkId, u8)> {
    let lines = contents.lines_of(target.matrix, axis);
    let own = lines.iter().find_map(|(item, _)| contents.goals.get(&item.goal()?));
    own.map(|goal| (goal.framework, goal.level)).or_else(|| {
        let first = contents.frameworks.iter().min_by_key(|(id, framework)| (framework.position, **id))?;
        Some((*first.0, 0))
    })
}

fn new_goal(framework: FrameworkId, level: u8, text: &str) -> Goal {
    Goal {
        framework,
        parent: None,
        position: 0,
        level,
        code: String::new(),
        name: Label::new(text, ""),
        short: Label::default(),
        text: Label::default(),
        wording: Wording::Provisional,
        colour: None,
        note: String::new(),
    }
}
