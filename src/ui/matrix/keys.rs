//! What a key does in the grid. Commands with shortcuts were taken out before (`ui/shortcuts.rs`).

use super::entry::{Editor, Stays};
use super::select::{Place, Selection, Way, edge, nearest};
use super::{State, clipboard};
use crate::document::{AssessmentChange, CellEdit, Edit};
use crate::model::{CellValue, CellsCause, read_entry};
use crate::workspace::{Action, Workspace};
use egui::{Event, Key, Modifiers};

/// Takes the events of a frame, in their order.
pub fn take(workspace: &Workspace, state: &mut State, events: &[Event], actions: &mut Vec<Action>) {
    for event in events {
        match event {
            Event::Text(text) => text.chars().for_each(|c| character(workspace, state, c, actions)),
            Event::Paste(text) => {
                if let Some(editor) = &mut state.editor {
                    text.trim().chars().for_each(|c| editor.insert(c));
                } else {
                    state.last_entry = None;
                    clipboard::paste(workspace, state, text, actions);
                    state.moved();
                }
            }
            Event::Key { key, pressed: true, modifiers, .. } if !modifiers.alt => {
                if state.editor.is_some() {
                    key_in_editor(workspace, state, *key, *modifiers, actions);
                } else {
                    key_in_grid(state, *key, *modifiers);
                }
            }
            _ => {}
        }
    }
}

fn character(workspace: &Workspace, state: &mut State, c: char, actions: &mut Vec<Action>) {
    if state.editor.is_none() {
        if c == ' ' {
            return;
        }
        // "2" went in and the cursor moved on; a "/" right after it means that cell.
        let again =
            state.last_entry.take().filter(|(_, text)| c == '/' && text.ends_with(|c: char| c.is_ascii_digit()));
        state.editor = Some(match again {
            Some((place, text)) => {
                state.selection = Selection { cursor: place, ..state.selection };
                if !state.selection.holds(place) {
                    state.selection = Selection::at(place);
                }
                let mut editor = Editor::typed(place);
                text.chars().for_each(|c| editor.insert(c));
                editor
            }
            None => Editor::typed(state.selection.cursor),
        });
        state.moved();
    }
    let (Some(editor), Some(view)) = (&mut state.editor, &state.view) else { return };
    editor.insert(c);
    if editor.complete(&view.scale).is_some() {
        let (place, text) = (editor.place, editor.text.clone());
        if commit(workspace, state, false, actions) {
            state.last_entry = Some((place, text));
            state.selection.advance(&state.layout, state.way, false);
            state.moved();
        }
    } else if editor.is_hopeless(&view.scale)
        && let Err(refusal) = read_entry(&editor.text, &view.scale)
    {
        editor.stays = Some(Stays::Entry(refusal));
    }
}

/// Puts the editor's text into its cell, or into all selected ones. False when it is refused and stays.
pub fn commit(workspace: &Workspace, state: &mut State, everywhere: bool, actions: &mut Vec<Action>) -> bool {
    let (Some(editor), Some(view)) = (&mut state.editor, &state.view) else { return true };
    let value = match read_entry(&editor.text, &view.scale) {
        Ok(value) => value,
        Err(refusal) => {
            editor.stays = Some(Stays::Entry(refusal));
            return false;
        }
    };
    let words = workspace.words();
    if workspace.document().is_some_and(crate::document::Document::is_read_only) {
        editor.stays = Some(Stays::Said(words.say("refusal-read-only")));
        return false;
    }
    let place = editor.place;
    let line = |slots: &[super::Slot], at: usize| match slots.get(at) {
        Some(super::Slot::Line(line)) => Some(*line),
        _ => None,
    };
    let (Some(row), Some(column)) = (line(&state.layout.rows, place.row), line(&state.layout.columns, place.column))
    else {
        editor.stays = Some(Stays::Said(words.say("matrix-refused-folded")));
        return false;
    };
    if view.is_diagonal(row, column) {
        editor.stays = Some(Stays::Said(words.say("matrix-refused-diagonal")));
        return false;
    }
    let (rows, columns) = if everywhere { state.selection.lines(&state.layout) } else { (vec![row], vec![column]) };
    let cause = if everywhere { CellsCause::Fill } else { CellsCause::Type };
    set(state, cause, &rows, &columns, value, actions);
    state.editor = None;
    true
}

/// The same value into cells, as one step.
pub fn set(
    state: &State,
    cause: CellsCause,
    rows: &[usize],
    columns: &[usize],
    value: CellValue,
    actions: &mut Vec<Action>,
) {
    let Some(view) = &state.view else { return };
    let mut cells = Vec::new();
    for row in rows {
        for column in columns.iter().filter(|column| !view.is_diagonal(*row, **column)) {
            if let Some(key) = view.key(state.assessor(), *row, *column) {
                cells.push(CellEdit { key, change: AssessmentChange::value(value) });
            }
        }
    }
    if !cells.is_empty() {
        actions.push(Action::Edit(Edit::SetCells { cause, cells }));
    }
}

fn key_in_editor(workspace: &Workspace, state: &mut State, key: Key, held: Modifiers, actions: &mut Vec<Action>) {
    let opened = state.editor.as_ref().is_some_and(|editor| editor.opened);
    let Some(editor) = &mut state.editor else { return };
    let mut go: Option<(isize, isize)> = None;
    match key {
        Key::Escape => {
            state.selection.cursor = editor.place;
            state.editor = None;
        }
        Key::Backspace => {
            editor.backspace();
            if editor.text.is_empty() && !editor.opened {
                state.editor = None;
            }
        }
        Key::Delete => editor.delete(),
        Key::ArrowLeft if opened => editor.move_caret(-1),
        Key::ArrowRight if opened => editor.move_caret(1),
        Key::Home if opened => editor.caret = 0,
        Key::End if opened => editor.move_caret(64),
        Key::Enter if held.command => {
            commit(workspace, state, true, actions);
        }
        Key::Enter | Key::Tab if commit(workspace, state, false, actions) => {
            let way = if key == Key::Tab { Way::Right } else { Way::Down };
            state.selection.advance(&state.layout, way, held.shift);
            state.moved();
        }
        Key::ArrowUp => go = Some((-1, 0)),
        Key::ArrowDown => go = Some((1, 0)),
        Key::ArrowLeft => go = Some((0, -1)),
        Key::ArrowRight => go = Some((0, 1)),
        _ => {}
    }
    if let Some((rows, columns)) = go
        && commit(workspace, state, false, actions)
    {
        state.selection.step(&state.layout, rows, columns, false);
        state.moved();
    }
}

fn key_in_grid(state: &mut State, key: Key, held: Modifiers) {
    let layout = &state.layout;
    let extend = held.shift;
    let from = if extend { state.selection.head } else { state.selection.cursor };
    let last = Place { row: layout.rows.len().saturating_sub(1), column: layout.columns.len().saturating_sub(1) };
    let page = isize::try_from(state.page.0.saturating_sub(1).max(1)).unwrap_or(1);
    let arrow = |rows, columns| {
        if held.command {
            edge(layout, from, rows, columns, |place| is_full(state, place))
        } else {
            super::select::stepped(layout, from, rows, columns)
        }
    };
    let to = match key {
        Key::ArrowUp => arrow(-1, 0),
        Key::ArrowDown => arrow(1, 0),
        Key::ArrowLeft => arrow(0, -1),
        Key::ArrowRight => arrow(0, 1),
        Key::PageUp => super::select::stepped(layout, from, -page, 0),
        Key::PageDown => super::select::stepped(layout, from, page, 0),
        Key::Home => Place { row: if held.command { nearest(layout, 0) } else { from.row }, column: 0 },
        Key::End => Place { row: if held.command { nearest(layout, last.row) } else { from.row }, column: last.column },
        Key::Tab | Key::Enter => {
            let way = if key == Key::Tab { Way::Right } else { Way::Down };
            state.selection.advance(&state.layout, way, held.shift);
            state.last_entry = None;
            state.moved();
            return;
        }
        Key::Escape => {
            state.selection = Selection::at(state.selection.cursor);
            state.last_entry = None;
            return;
        }
        Key::Backspace => {
            state.last_entry = None;
            state.editor = Some(Editor::opened(state.selection.cursor, String::new()));
            return;
        }
        _ => return,
    };
    state.last_entry = None;
    state.selection.go(to, extend);
    if extend {
        state.reveal = true;
    } else {
        state.moved();
    }
}

fn is_full(state: &State, place: Place) -> bool {
    let (Some(view), Some(super::Slot::Line(row)), Some(super::Slot::Line(column))) =
        (&state.view, state.layout.rows.get(place.row), state.layout.columns.get(place.column))
    else {
        return true;
    };
    view.dot(view.layer(state.assessor()), *row, *column).value.is_answered()
}
