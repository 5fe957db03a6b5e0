//! What sides, rows and columns are called.

use super::Mode;
use ordito_analysis::{Compared, Comparison, Place};
use ordito_model::{Contents, Item, StepNumber};
use ordito_words::Say as _;
use ordito_workspace::{Origin, Other, SideAsk, Workspace};
use std::path::Path;

/// `A`, `B`, `C`, `D`.
pub const fn letter(side: usize) -> &'static str {
    match side {
        0 => "A",
        1 => "B",
        2 => "C",
        _ => "D",
    }
}

/// Code and name of an item.
pub fn item(workspace: &Workspace, contents: &Contents, item: Item) -> String {
    let (code, label) = contents.item_label(item);
    format!("{code} {}", label.get(workspace.words().language()))
        .trim()
        .to_owned()
}
/// Code and name of a row or column of a comparison.
pub fn line(workspace: &Workspace, made: &Comparison, line: Option<&Compared>) -> String {
    let named = line.and_then(|line| Some(item(workspace, made.contents_of(line)?, line.item)));
    named.unwrap_or_default()
}
/// The code, or the name where there is none.
pub fn short(workspace: &Workspace, made: &Comparison, line: Option<&Compared>) -> String {
    let Some((line, contents)) = line.and_then(|line| Some((line, made.contents_of(line)?))) else {
        return String::new();
    };
    let (code, label) = contents.item_label(line.item);
    if code.is_empty() {
        label.get(workspace.words().language()).to_owned()
    } else {
        code.to_owned()
    }
}

/// The area of its framework that a goal stands in.
pub fn area(made: &Comparison, line: &Compared) -> Option<Item> {
    let contents = made.contents_of(line)?;
    let parent = contents.item_parent(line.item)?;
    let goal = contents.goals.get(&parent.goal()?)?;
    (goal.level == 0).then_some(parent)
}

/// A crossing by its row and column; picked lines are what the sides are, and need no name here.
pub fn crossing(workspace: &Workspace, made: &Comparison, place: Place) -> String {
    let row = line(workspace, made, made.rows.get(place.row));
    if is_picked(made) {
        return row;
    }
    format!(
        "{row} × {}",
        line(workspace, made, made.columns.get(place.column))
    )
}
/// Whether lines of a matrix stand against each other.
pub fn is_picked(made: &Comparison) -> bool {
    made.sides.iter().any(|side| side.picked.is_some())
}

/// The contents to name a side's parts from: its own where they were read, else those of now.
pub fn contents<'a>(workspace: &'a Workspace, origin: &Origin) -> Option<&'a Contents> {
    let now = Origin {
        file: origin.file.clone(),
        at: None,
    };
    workspace
        .contents_of(origin)
        .or_else(|| workspace.contents_of(&now))
}

/// The name of a file.
pub fn file(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// When a side is: now, a named version, or a step.
pub fn moment(workspace: &Workspace, origin: &Origin) -> String {
    let words = workspace.words();
    let Some(step) = origin.at else {
        return words.compare_now();
    };
    let now = Origin {
        file: origin.file.clone(),
        at: None,
    };
    let named = workspace.contents_of(&now).and_then(|contents| {
        contents
            .milestones
            .values()
            .find(|milestone| milestone.step == step)
            .map(|milestone| milestone.name.clone())
    });
    named.unwrap_or_else(|| self::step(workspace, origin, step))
}

/// What a step did and who made it.
pub fn step_done(workspace: &Workspace, origin: &Origin, number: StepNumber) -> String {
    let words = workspace.words();
    let said = match &origin.file {
        None => workspace
            .document()
            .and_then(|document| document.step(number))
            .map(|step| (step.label.say(words), &step.by)),
        Some(file) => match workspace.other_file(file) {
            Some(Other::Open(open)) => {
                let step = open.steps.iter().find(|step| step.number == number);
                step.map(|step| (step.label.say(words), &step.by))
            }
            _ => None,
        },
    };
    said.map(|(label, by)| {
        if by.is_empty() {
            label.clone()
        } else {
            format!("{label} · {by}")
        }
    })
    .unwrap_or_default()
}

/// A step by its number and date.
pub fn step(workspace: &Workspace, origin: &Origin, number: StepNumber) -> String {
    let words = workspace.words();
    let at = match &origin.file {
        None => workspace
            .document()
            .and_then(|document| document.step(number))
            .map(|step| step.at),
        Some(file) => match workspace.other_file(file) {
            Some(Other::Open(open)) => open
                .steps
                .iter()
                .find(|step| step.number == number)
                .map(|step| step.at),
            _ => None,
        },
    };
    let name = words.history_step(number.0.to_string());
    at.map_or_else(
        || name.clone(),
        |at| format!("{name} · {}", words.numbers().date_time(at)),
    )
}

/// The contents of a side and, where it is of the past, those of now: what is gone or was not yet there has a name.
fn both<'a>(workspace: &'a Workspace, side: &SideAsk) -> impl Iterator<Item = &'a Contents> {
    let now = Origin {
        file: side.origin.file.clone(),
        at: None,
    };
    [
        workspace.contents_of(&side.origin),
        workspace.contents_of(&now),
    ]
    .into_iter()
    .flatten()
}
pub fn matrix(workspace: &Workspace, side: &SideAsk) -> String {
    let found = both(workspace, side).find_map(|contents| contents.matrices.get(&side.matrix));
    found.map(|matrix| matrix.name.clone()).unwrap_or_default()
}
/// Who scored, with the round of a laboratory.
pub fn assessor(workspace: &Workspace, side: &SideAsk) -> String {
    let found = both(workspace, side).find_map(|contents| contents.assessors.get(&side.assessor));
    let name = found
        .map(|assessor| assessor.name.clone())
        .unwrap_or_default();
    if side.round == 0 {
        name
    } else {
        with_round(workspace, &name, side.round)
    }
}
pub fn with_round(workspace: &Workspace, name: &str, round: u16) -> String {
    workspace.words().compare_round(name, usize::from(round))
}

/// What makes a side different from the others.
pub fn side(workspace: &Workspace, mode: Mode, side: &SideAsk) -> String {
    let of_line = || {
        let contents = contents(workspace, &side.origin)?;
        Some(item(workspace, contents, side.picked?.item))
    };
    match mode {
        // What differs most often comes first, where it is not cut.
        Mode::Matrices => format!(
            "{} · {}",
            assessor(workspace, side),
            matrix(workspace, side)
        ),
        Mode::Assessors => assessor(workspace, side),
        Mode::Versions => moment(workspace, &side.origin),
        Mode::Policies | Mode::Goals => of_line().unwrap_or_default(),
        Mode::Files => {
            let file = side
                .origin
                .file
                .as_deref()
                .or_else(|| workspace.file())
                .map(file)
                .unwrap_or_default();
            format!("{file} · {}", assessor(workspace, side))
        }
    }
}

/// Everything that says what a side is.
pub fn whole(workspace: &Workspace, side: &SideAsk) -> Vec<String> {
    let file = side
        .origin
        .file
        .as_deref()
        .or_else(|| workspace.file())
        .map(file)
        .unwrap_or_default();
    let mut parts = vec![
        file,
        moment(workspace, &side.origin),
        matrix(workspace, side),
        assessor(workspace, side),
    ];
    if let (Some(contents), Some(picked)) = (contents(workspace, &side.origin), side.picked) {
        parts.push(item(workspace, contents, picked.item));
    }
    parts
}
