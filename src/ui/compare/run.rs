//! Carrying out the commands of this room.

use super::{CompareScreen, Mode, Pane, View, cell_here, start, view};
use crate::Cx;
use crate::screen::Request;
use ordito_analysis::Place;
use ordito_workspace::{
    Action, Command, Notice, Other, Purpose, Room, Severity, TakeOver, Workspace,
};
use std::path::PathBuf;

pub fn run(command: Command, cx: &mut Cx<'_>, state: &mut CompareScreen) {
    let Cx { workspace, .. } = *cx;
    if workspace.settings().room != Room::Compare {
        cx.act(Action::SetRoom(Room::Compare));
        if command != Command::OpenOther {
            return;
        }
    }
    let own = state;
    match command {
        Command::OnlyDifferences => own.only_differences = !own.only_differences,
        Command::LinkScrolling => {
            let linked = own.grid.is_linked();
            own.grid.link(!linked);
        }
        Command::SwapSides => {
            let against = own.against;
            if against < own.sides.len() {
                own.sides.swap(0, against);
            }
        }
        Command::AddSide => start::add(workspace, own),
        Command::OpenOther => cx.act(Action::PickFile(Purpose::OtherFile)),
        Command::NextPane => {
            own.focus = Some(if own.grid.is_focused {
                Pane::List
            } else {
                Pane::Grid
            });
        }
        _ => {}
    }
    let Some(view) = view(workspace, own) else {
        return;
    };
    match command {
        Command::NextDifference => next_difference(&view, own),
        Command::SelectAll
        | Command::Copy
        | Command::CopyWithHeads
        | Command::WidenColumns
        | Command::NarrowColumns
        | Command::FitColumns
        | Command::WidenHeads
        | Command::NarrowHeads
        | Command::StandardWidths => {
            let (grid, mut panes) = own.grid(workspace, &view);
            grid.run(command, cx, &mut panes);
        }
        Command::TakeOver => {
            // Into the side the cursor is in; from the differences, into the first that can be edited.
            let into_first = own.side_of_cursor() == 0 && can_take(workspace, &view, own, 0);
            let to = if into_first { 0 } else { own.against };
            let from = if to == 0 { own.against } else { 0 };
            take_over(cx, &view, own, from, to);
        }
        Command::JumpToCell => {
            let Some(place) = own.place() else { return };
            let here = cell_here(&view, own, place).filter(|key| {
                workspace
                    .contents()
                    .is_some_and(|all| all.lines.contains_key(&key.row_key()))
            });
            if let Some(key) = here {
                cx.request(Request::ShowCell(key));
            } else {
                let text = workspace.words().compare_not_here();
                cx.act(Action::Notify(Notice::new(Severity::Note, text)));
            }
        }
        _ => {}
    }
}

/// Goes to the next crossing that differs, row by row; round at the end.
fn next_difference(view: &View, state: &mut CompareScreen) {
    let Some(pair) = view.pair() else { return };
    let here = state.place();
    let on_screen = |found: &&ordito_analysis::Found| state.layout.at(found.place).is_some();
    let after = pair
        .differences
        .iter()
        .find(|found| Some(found.place) > here && on_screen(found));
    if let Some(found) = after.or_else(|| pair.differences.iter().find(on_screen)) {
        let place = found.place;
        state.go_to(view, place);
    }
}

/// A file was picked to be compared with.
pub fn picked(path: PathBuf, cx: &mut Cx<'_>, state: &mut CompareScreen) {
    let Cx { workspace, .. } = *cx;
    if workspace.settings().room != Room::Compare {
        cx.act(Action::SetRoom(Room::Compare));
    }
    if state.mode != Mode::Files || state.sides.len() < 2 {
        state.mode = Mode::Files;
        state.fresh = false;
        state.sides = start::defaults(workspace, Mode::Files, state.follows);
    }
    let (Some(first), n) = (state.sides.first().cloned(), state.sides.len()) else {
        return;
    };
    let other = ordito_workspace::SideAsk {
        origin: ordito_workspace::Origin {
            file: Some(path.clone()),
            at: None,
        },
        ..first
    };
    if let Some(place) = state.sides.get_mut(n - 1) {
        *place = other;
    }
    state.against = n - 1;
    state.adopt = Some(path.clone());
    cx.act(Action::OpenOther(path));
}

/// Once another file is read, the side of it gets a matrix and an assessor that the file has.
pub fn adopt(workspace: &Workspace, state: &mut CompareScreen) {
    let Some(path) = &state.adopt else { return };
    match workspace.other_file(path) {
        Some(Other::Open(open)) => {
            let first = state.sides.first().cloned();
            let of_it = state
                .sides
                .iter_mut()
                .filter(|side| side.origin.file.as_ref() == Some(path));
            if let (Some(side), Some(first)) = (of_it.last(), first) {
                *side = start::of_file(path.clone(), &open.contents, &first);
            }
            state.adopt = None;
        }
        Some(Other::Refused(_)) => state.adopt = None,
        Some(Other::Opening) | None => {}
    }
}

/// The crossings of the range (or the one under the cursor) that another side has something to say about.
pub fn to_take(view: &View, state: &CompareScreen, from: usize, to: usize) -> Vec<Place> {
    let differs = |place: &Place| {
        let value = |side| view.made.dot(side, *place).map(|dot| dot.value);
        let (theirs, ours) = (value(from), value(to));
        theirs.is_some_and(ordito_model::CellValue::is_answered) && ours.is_some() && theirs != ours
    };
    if state.grid.selection.is_range() {
        state.places().into_iter().filter(differs).collect()
    } else {
        state.place().into_iter().filter(differs).collect()
    }
}

/// Whether a side can be written: it is the open document as it is, and the comparison is up to date.
pub fn can_take(workspace: &Workspace, view: &View, state: &CompareScreen, to: usize) -> bool {
    let here = state
        .sides
        .get(to)
        .is_some_and(|side| side.origin.is_here());
    here && view.holds
        && workspace
            .document()
            .is_some_and(|document| !document.is_read_only())
}

/// Takes what `from` says of the selection over into `to`, as one step; says what stays out.
pub fn take_over(cx: &mut Cx<'_>, view: &View, state: &CompareScreen, from: usize, to: usize) {
    let Cx { workspace, .. } = *cx;
    let words = workspace.words();
    let note = |key: &str| Action::Notify(Notice::new(Severity::Note, words.say(key)));
    if !can_take(workspace, view, state, to) {
        cx.act(note("compare-take-not"));
        return;
    }
    let places = to_take(view, state, from, to);
    let Some(contents) = workspace.contents() else {
        return;
    };
    let taken = TakeOver::of(&view.made, from, to, &places, contents);
    if taken.cells.is_empty() {
        cx.act(note("compare-take-nothing"));
        return;
    }
    cx.act(Action::Edit(taken.edit()));
    if taken.n_sources > 0 {
        let text = words.compare_sources_left(taken.n_sources);
        cx.act(Action::Notify(Notice::new(Severity::Warning, text)));
    }
}
