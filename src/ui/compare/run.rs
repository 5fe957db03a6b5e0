//! Carrying out the commands of this room.

use super::{Mode, Pane, State, View, cell_here, keys, start, view};
use crate::analysis::Place;
use crate::ui::Cx;
use crate::ui::screen::Request;
use crate::workspace::{Action, Command, Notice, Other, Purpose, Room, Severity, TakeOver, Workspace};
use std::path::PathBuf;

/// What is shown is written.
pub fn is_possible(command: Command, workspace: &Workspace) -> bool {
    command != Command::ExportComparison
        || workspace.settings().room == Room::Compare && workspace.comparison().is_some_and(|made| made.result.is_ok())
}

pub fn run(command: Command, cx: &mut Cx<'_>, state: &mut State) {
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
            own.linked = !own.linked;
            if own.linked {
                let to = own.offsets.get(own.selection.pane).copied().unwrap_or_default();
                own.offsets.fill(to);
            }
        }
        Command::SwapSides => {
            let against = own.against;
            if against < own.sides.len() {
                own.sides.swap(0, against);
            }
        }
        Command::AddSide => start::add(workspace, own),
        Command::OpenOther => cx.act(Action::PickFile(Purpose::OtherFile)),
        Command::ExportComparison => cx.act(Action::PickFile(Purpose::ExportComparison)),
        Command::NextPane => {
            own.focus = Some(if own.grid_focused { Pane::List } else { Pane::Grid });
        }
        _ => {}
    }
    let Some(view) = view(workspace, own) else { return };
    match command {
        Command::NextDifference => keys::next_difference(&view, own),
        Command::SelectAll => {
            let (rows, columns) = (own.layout.rows.len(), own.layout.columns.len());
            own.selection.anchor = super::frame::At::default();
            own.selection.cursor = super::frame::At { row: rows.saturating_sub(1), column: columns.saturating_sub(1) };
        }
        Command::Copy => cx.act(Action::CopyText(copied(workspace, &view, own))),
        Command::TakeOver => {
            // Into the side the cursor is in; from the differences, into the first that can be edited.
            let into_first = own.side_of_cursor() == 0 && can_take(workspace, &view, own, 0);
            let to = if into_first { 0 } else { own.against };
            let from = if to == 0 { own.against } else { 0 };
            take_over(cx, &view, own, from, to);
        }
        Command::JumpToCell => {
            let Some(place) = own.place() else { return };
            let here = cell_here(&view, own, place)
                .filter(|key| workspace.contents().is_some_and(|all| all.lines.contains_key(&key.row_key())));
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

/// The range of the pane with the cursor as tab-separated text: values as they are typed, or differences.
fn copied(workspace: &Workspace, view: &View, state: &State) -> String {
    let comma = |text: String| match workspace.settings().language {
        crate::model::Language::It => text.replace('.', ","),
        crate::model::Language::En => text,
    };
    let said = |place: Place| {
        let pane = state.selection.pane;
        if pane < view.sides.len() {
            return view.made.dot(pane, place).map(|dot| dot.value.to_string()).unwrap_or_default();
        }
        match view.made.change(view.against, place) {
            crate::analysis::Change::Equal => "0".to_owned(),
            crate::analysis::Change::Scores { net, .. } => net.to_string(),
            _ => String::new(),
        }
    };
    let mut text = String::new();
    for row in state.selection.rows() {
        let places =
            state.selection.columns().filter_map(|column| state.layout.place(super::frame::At { row, column }));
        let line: Vec<String> = places.map(|place| comma(said(place))).collect();
        if !line.is_empty() {
            text.push_str(&line.join("\t"));
            text.push('\n');
        }
    }
    text
}

/// A file was picked to be compared with.
pub fn picked(path: PathBuf, cx: &mut Cx<'_>, state: &mut State) {
    let Cx { workspace, .. } = *cx;
    if workspace.settings().room != Room::Compare {
        cx.act(Action::SetRoom(Room::Compare));
    }
    if state.mode != Mode::Files || state.sides.len() < 2 {
        state.mode = Mode::Files;
        state.fresh = false;
        state.sides = start::defaults(workspace, Mode::Files, state.follows);
    }
    let (Some(first), n) = (state.sides.first().cloned(), state.sides.len()) else { return };
    let other =
        crate::workspace::SideAsk { origin: crate::workspace::Origin { file: Some(path.clone()), at: None }, ..first };
    if let Some(place) = state.sides.get_mut(n - 1) {
        *place = other;
    }
    state.against = n - 1;
    state.adopt = Some(path.clone());
    cx.act(Action::OpenOther(path));
}

/// Once another file is read, the side of it gets a matrix and an assessor that the file has.
pub fn adopt(workspace: &Workspace, state: &mut State) {
    let Some(path) = &state.adopt else { return };
    match workspace.other_file(path) {
        Some(Other::Open(open)) => {
            let first = state.sides.first().cloned();
            let of_it = state.sides.iter_mut().filter(|side| side.origin.file.as_ref() == Some(path));
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
pub fn to_take(view: &View, state: &State, from: usize, to: usize) -> Vec<Place> {
    let differs = |place: &Place| {
        let value = |side| view.made.dot(side, *place).map(|dot| dot.value);
        let (theirs, ours) = (value(from), value(to));
        theirs.is_some_and(crate::model::CellValue::is_answered) && ours.is_some() && theirs != ours
    };
    if state.selection.is_range() {
        state.places().into_iter().filter(differs).collect()
    } else {
        state.place().into_iter().filter(differs).collect()
    }
}

/// Whether a side can be written: it is the open document as it is, and the comparison is up to date.
pub fn can_take(workspace: &Workspace, view: &View, state: &State, to: usize) -> bool {
    let here = state.sides.get(to).is_some_and(|side| side.origin.is_here());
    here && view.holds && workspace.document().is_some_and(|document| !document.is_read_only())
}

/// Takes what `from` says of the selection over into `to`, as one step; says what stays out.
pub fn take_over(cx: &mut Cx<'_>, view: &View, state: &State, from: usize, to: usize) {
    let Cx { workspace, .. } = *cx;
    let words = workspace.words();
    let note = |key: &str| Action::Notify(Notice::new(Severity::Note, words.say(key)));
    if !can_take(workspace, view, state, to) {
        cx.act(note("compare-take-not"));
        return;
    }
    let places = to_take(view, state, from, to);
    let Some(contents) = workspace.contents() else { return };
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
