//! What a person says an unmatched heading means: a line that is there, or a new policy or goal.

use super::matrix::{Match, MatrixPreview, Target};
use ordito_document::Edit;
use ordito_model::{
    Axis, Contents, FrameworkId, Goal, GoalId, Item, Label, Policy, PolicyId, Wording,
};
use std::collections::{BTreeMap, BTreeSet};

/// The meaning of a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// An item of the document; it becomes a line of the matrix if it is none yet.
    Item(Item),
    /// A new policy or goal with this id, named as the heading says.
    New(Item),
    /// What stands below it does not come in.
    LeaveOut,
}

/// Meanings by axis and place in the table, from 0.
pub type Meanings = BTreeMap<(Axis, usize), Meaning>;

/// Puts what was chosen in the place of what was not matched. Of several headings with one meaning the surest has it:
/// what the table says, then what a person says, then what is guessed.
pub fn apply(headings: &mut [(usize, Match)], axis: Axis, meanings: &Meanings) {
    for (place, found) in headings.iter_mut() {
        let Some(text) = found.text().map(str::to_owned) else {
            continue;
        };
        match meanings.get(&(axis, *place)) {
            Some(Meaning::Item(item)) => *found = Match::Chosen { item: *item, text },
            Some(Meaning::New(item)) => *found = Match::New { item: *item, text },
            Some(Meaning::LeaveOut) => *found = Match::LeftOut { text },
            None => {}
        }
    }
    let mut taken: BTreeSet<Item> = BTreeSet::new();
    for (_, found) in headings.iter() {
        if let Match::Code(item) | Match::Name(item) = found {
            taken.insert(*item);
        }
    }
    for (_, found) in headings.iter_mut() {
        if let Match::Chosen { item, text } = found
            && !taken.insert(*item)
        {
            *found = Match::Twice {
                item: *item,
                text: std::mem::take(text),
            };
        }
    }
    for (_, found) in headings.iter_mut() {
        if let Match::Guess {
            item,
            text,
            nearest,
        } = found
            && !taken.insert(*item)
        {
            let (text, nearest) = (std::mem::take(text), std::mem::take(nearest));
            *found = Match::Unmatched {
                text,
                nearest,
                clear: None,
            };
        }
    }
}

/// Edits that must come before the cells: new policies and goals, new lines.
pub fn edits(contents: &Contents, preview: &MatrixPreview, target: Target) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut policies: Vec<(PolicyId, Policy)> = Vec::new();
    let mut goals: Vec<(GoalId, Goal)> = Vec::new();
    for (axis, headings) in [
        (Axis::Rows, &preview.rows),
        (Axis::Columns, &preview.columns),
    ] {
        for (_, found) in headings {
            match found {
                Match::New {
                    item: Item::Policy(id),
                    text,
                } => {
                    policies.push((
                        *id,
                        Policy {
                            name: text.clone(),
                            wording: Wording::Official,
                            ..Policy::default()
                        },
                    ));
                }
                Match::New {
                    item: Item::Goal(id),
                    text,
                } => {
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
    for (axis, headings) in [
        (Axis::Rows, &preview.rows),
        (Axis::Columns, &preview.columns),
    ] {
        let there: Vec<Item> = contents
            .lines_of(target.matrix, axis)
            .into_iter()
            .map(|(item, _)| item)
            .collect();
        let items: Vec<Item> = headings
            .iter()
            .filter_map(|(_, found)| found.item())
            .filter(|item| !there.contains(item))
            .collect();
        if !items.is_empty() {
            edits.push(Edit::AddLines {
                matrix: target.matrix,
                axis,
                items,
                before: None,
            });
        }
    }
    edits
}

/// The framework and level that the goals of an axis are of.
fn place_of_goals(contents: &Contents, target: Target, axis: Axis) -> Option<(FrameworkId, u8)> {
    let lines = contents.lines_of(target.matrix, axis);
    let own = lines
        .iter()
        .find_map(|(item, _)| contents.goals.get(&item.goal()?));
    own.map(|goal| (goal.framework, goal.level)).or_else(|| {
        let first = contents
            .frameworks
            .iter()
            .min_by_key(|(id, framework)| (framework.position, **id))?;
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
