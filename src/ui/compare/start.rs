//! Where the sides of a mode start, and what they are chosen from.

use super::{CompareScreen, MOST_SIDES, Mode, names, picked_on};
use ordito_model::{AssessorId, Axis, Contents, Item, MatrixId, StepNumber};
use ordito_workspace::{Origin, Other, SideAsk, Workspace};
use std::collections::BTreeSet;

/// Two sides of a mode to begin with.
pub fn defaults(
    workspace: &Workspace,
    mode: Mode,
    chosen: Option<(MatrixId, AssessorId)>,
) -> Vec<SideAsk> {
    let Some(contents) = workspace.contents() else {
        return Vec::new();
    };
    let ordered = matrices(contents);
    let matrix = chosen
        .map(|(matrix, _)| matrix)
        .filter(|id| contents.matrices.contains_key(id))
        .or_else(|| ordered.first().copied());
    let Some(matrix) = matrix else {
        return Vec::new();
    };
    let mut who = by_answers(contents, matrix);
    // Whose scores all rooms show is one of the two, if there are any of theirs. The agreed ones are what others are
    // compared for: they come where their answers put them.
    let own = chosen
        .map(|(_, assessor)| assessor)
        .filter(|assessor| *assessor != AssessorId::AGREED);
    if let Some(at) = own.and_then(|own| who.iter().position(|id| *id == own)) {
        let chosen = who.remove(at);
        who.insert(0, chosen);
    }
    let first = who.first().copied().unwrap_or(AssessorId::AGREED);
    let one = SideAsk {
        origin: Origin::default(),
        matrix,
        assessor: first,
        round: 0,
        picked: None,
    };
    match mode {
        Mode::Matrices => {
            let other = beside(contents, &ordered, &who, &one);
            vec![one, other]
        }
        Mode::Assessors => two_of(contents, &who, one),
        Mode::Versions => {
            let at = last_version(workspace, contents);
            let before = SideAsk {
                origin: Origin { file: None, at },
                ..one.clone()
            };
            vec![before, one]
        }
        Mode::Policies | Mode::Goals => {
            pair_of_lines(contents, mode.picks().unwrap_or(Axis::Rows), &one)
        }
        Mode::Files => {
            let open = workspace
                .other_files()
                .find_map(|(path, other)| match other {
                    Other::Open(open) => Some((path.clone(), open)),
                    _ => None,
                });
            let other = open.map_or_else(
                || one.clone(),
                |(path, open)| of_file(path, &open.contents, &one),
            );
            vec![one, other]
        }
    }
}

/// Another matrix of the same kind, or the same with other eyes.
fn beside(contents: &Contents, ordered: &[MatrixId], who: &[AssessorId], one: &SideAsk) -> SideAsk {
    let kind = |id: &MatrixId| contents.matrices.get(id).map(|matrix| matrix.kind);
    let next = ordered
        .iter()
        .find(|id| **id != one.matrix && kind(id) == kind(&one.matrix));
    let (matrix, assessor) = match next {
        Some(next) => (*next, by_answers(contents, *next).first().copied()),
        None => (one.matrix, who.get(1).copied()),
    };
    SideAsk {
        matrix,
        assessor: assessor.unwrap_or(AssessorId::AGREED),
        ..one.clone()
    }
}

/// Two assessors, in the order in which they are listed everywhere.
fn two_of(contents: &Contents, who: &[AssessorId], one: SideAsk) -> Vec<SideAsk> {
    let other = SideAsk {
        assessor: who.get(1).copied().unwrap_or(AssessorId::AGREED),
        ..one.clone()
    };
    let place = |id| {
        contents
            .assessors_in_order()
            .iter()
            .position(|(each, _)| *each == id)
    };
    if place(other.assessor) < place(one.assessor) {
        vec![other, one]
    } else {
        vec![one, other]
    }
}

/// A policy and its variant where there are some, else the first two lines.
fn pair_of_lines(contents: &Contents, axis: Axis, one: &SideAsk) -> Vec<SideAsk> {
    let lines = lines(contents, one.matrix, axis);
    let variants = lines
        .iter()
        .find_map(|item| Some((original(contents, *item)?, *item)))
        .filter(|(of, _)| lines.contains(of));
    let nth = |at: usize| lines.get(at).or(lines.last()).copied();
    let pair = variants.map_or_else(
        || [nth(0), nth(1)],
        |(of, variant)| [Some(of), Some(variant)],
    );
    let side = |item: Option<Item>| SideAsk {
        picked: item.map(|item| picked_on(axis, item)),
        ..one.clone()
    };
    pair.map(side).into()
}

/// A side of another file: the same matrix and assessor where it has them, else its first.
pub fn of_file(path: std::path::PathBuf, contents: &Contents, like: &SideAsk) -> SideAsk {
    let has = |id: &MatrixId| contents.matrices.contains_key(id);
    let matrix = Some(like.matrix)
        .filter(has)
        .or_else(|| matrices(contents).first().copied())
        .unwrap_or(like.matrix);
    let who = by_answers(contents, matrix);
    let same = Some(like.assessor).filter(|id| who.contains(id));
    let assessor = same
        .or_else(|| who.first().copied())
        .unwrap_or(AssessorId::AGREED);
    SideAsk {
        origin: Origin {
            file: Some(path),
            at: None,
        },
        matrix,
        assessor,
        round: 0,
        picked: None,
    }
}

pub fn matrices(contents: &Contents) -> Vec<MatrixId> {
    let mut all: Vec<_> = contents.matrices.iter().collect();
    all.sort_by_key(|(id, matrix)| (matrix.position, **id));
    all.into_iter().map(|(id, _)| *id).collect()
}

/// Who answered anything in a matrix, most answers first; the agreed scores after others with as many.
fn by_answers(contents: &Contents, matrix: MatrixId) -> Vec<AssessorId> {
    let mut counts = std::collections::BTreeMap::<AssessorId, usize>::new();
    for (key, cell) in contents.cells_of(matrix).filter(|(key, _)| key.round == 0) {
        *counts.entry(key.assessor).or_default() += usize::from(cell.value.is_answered());
    }
    let mut who: Vec<_> = counts.into_iter().filter(|(_, n)| *n > 0).collect();
    who.sort_by_key(|(id, n)| (std::cmp::Reverse(*n), *id == AssessorId::AGREED));
    who.into_iter().map(|(id, _)| id).collect()
}

/// What a policy is a variant of.
pub fn original(contents: &Contents, item: Item) -> Option<Item> {
    let policy = contents.policies.get(&item.policy()?)?;
    policy.variant_of.map(Item::Policy)
}

pub fn lines(contents: &Contents, matrix: MatrixId, axis: Axis) -> Vec<Item> {
    let shown = contents
        .lines_of(matrix, axis)
        .into_iter()
        .filter(|(_, line)| !line.hidden);
    shown.map(|(item, _)| item).collect()
}

/// The named version made last, else the step before the last.
fn last_version(workspace: &Workspace, contents: &Contents) -> Option<StepNumber> {
    let named = contents
        .milestones
        .values()
        .map(|milestone| milestone.step)
        .max();
    let before = || {
        let steps = workspace
            .document()
            .map(ordito_document::Document::steps)
            .unwrap_or_default();
        // Before the first edits there was no matrix.
        let back = if steps.len() > 3 { 2 } else { 1 };
        steps
            .len()
            .checked_sub(back)
            .and_then(|at| steps.get(at))
            .map(|step| step.number)
    };
    named.or_else(before)
}

/// Assessors of a matrix, each with the rounds in which it scored; outside laboratories always.
pub fn who(contents: &Contents, matrix: MatrixId) -> Vec<(AssessorId, u16)> {
    let rounds: BTreeSet<(AssessorId, u16)> = contents
        .cells_of(matrix)
        .map(|(key, _)| (key.assessor, key.round))
        .collect();
    let Some(record) = contents.matrices.get(&matrix) else {
        return Vec::new();
    };
    let scores = |id: AssessorId| {
        record.assessors.is_empty() || id == AssessorId::AGREED || record.assessors.contains(&id)
    };
    let mut list = Vec::new();
    for (id, _) in contents
        .assessors_in_order()
        .into_iter()
        .filter(|(id, _)| scores(*id))
    {
        list.push((id, 0));
        list.extend(
            rounds
                .iter()
                .filter(|(who, round)| *who == id && *round > 0),
        );
    }
    list
}

/// One more side: the next assessor, policy or goal that is not there yet, else like the last.
pub fn add(workspace: &Workspace, state: &mut CompareScreen) {
    if state.sides.len() < MOST_SIDES
        && let Some(mut side) = state.sides.last().cloned()
    {
        let contents = names::contents(workspace, &side.origin);
        match (state.mode, side.picked, contents) {
            (Mode::Assessors, _, Some(contents)) => {
                let free = |(id, round): &(AssessorId, u16)| {
                    !state
                        .sides
                        .iter()
                        .any(|side| (side.assessor, side.round) == (*id, *round))
                };
                if let Some((id, round)) = who(contents, side.matrix).into_iter().find(free) {
                    (side.assessor, side.round) = (id, round);
                }
            }
            (_, Some(picked), Some(contents)) => {
                let free = |item: &Item| {
                    !state
                        .sides
                        .iter()
                        .any(|side| side.picked.is_some_and(|picked| picked.item == *item))
                };
                // Variants of what is there come before others.
                let family = |item: Item| original(contents, item).unwrap_or(item);
                let there: Vec<Item> = state
                    .sides
                    .iter()
                    .filter_map(|side| side.picked)
                    .map(|picked| family(picked.item))
                    .collect();
                let mut next: Vec<Item> = lines(contents, side.matrix, picked.axis)
                    .into_iter()
                    .filter(free)
                    .collect();
                next.sort_by_key(|item| !there.contains(&family(*item)));
                if let Some(item) = next.first() {
                    side.picked = Some(picked_on(picked.axis, *item));
                }
            }
            _ => {}
        }
        state.sides.push(side);
        state.against = state.sides.len() - 1;
    }
}
