//! What a key does in the grid. Commands with shortcuts were taken out before (`ui/shortcuts.rs`).

use super::entry::{Editor, Stays};
use super::select::{Place, Selection, Way, edge, nearest};
use super::{State, clipboard};
use crate::document::{AssessmentChange, CellEdit, Edit};
use crate::model::{CellValue, CellsCause, read_entry};
use crate::ui::Cx;
use crate::ui::kit::keys::Move;
use crate::workspace::Action;
use egui::{Event, Key, Modifiers};

/// Takes the events of a frame, in their order.
pub fn take(cx: &mut Cx<'_>, state: &mut State, events: &[Event]) {
    for event in events {
        match event {
            Event::Text(text) => text.chars().for_each(|c| character(cx, state, c)),
            Event::Paste(text) => {
                if let Some(editor) = &mut state.editor {
                    text.trim().chars().for_each(|c| editor.insert(c));
                } else {
                    state.last_entry = None;
                    clipboard::paste(cx, state, text);
                    state.moved();
                }
            }
            Event::Key { key, pressed: true, modifiers, .. } if !modifiers.alt => {
                if state.editor.is_some() {
                    key_in_editor(cx, state, *key, *modifiers);
                } else {
                    key_in_grid(state, *key, *modifiers);
                }
            }
            _ => {}
        }
    }
}

fn character(cx: &mut Cx<'_>, state: &mut State, c: char) {
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
        if commit(cx, state, false) {
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
pub fn commit(cx: &mut Cx<'_>, state: &mut State, everywhere: bool) -> bool {
    let Cx { workspace, .. } = *cx;
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
        editor.stays = Some(Stays::Said(words.refusal_read_only()));
        return false;
    }
    let place = editor.place;
    let line = |slots: &[super::Slot], at: usize| match slots.get(at) {
        Some(super::Slot::Line(line)) => Some(*line),
        _ => None,
    };
    let (Some(row), Some(column)) = (line(&state.layout.rows, place.row), line(&state.layout.columns, place.column))
    else {
        editor.stays = Some(Stays::Said(words.matrix_refused_folded()));
        return false;
    };
    if view.is_diagonal(row, column) {
        editor.stays = Some(Stays::Said(words.matrix_refused_diagonal()));
        return false;
    }
    let (rows, columns) = if everywhere { state.selection.lines(&state.layout) } else { (vec![row], vec![column]) };
    let cause = if everywhere { CellsCause::Fill } else { CellsCause::Type };
    set(cx, state, cause, (&rows, &columns), value);
    state.editor = None;
    true
}

/// The same value into cells, as one step.
pub fn set(cx: &mut Cx<'_>, state: &State, cause: CellsCause, (rows, columns): (&[usize], &[usize]), value: CellValue) {
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
        cx.act(Action::Edit(Edit::SetCells { cause, cells }));
    }
}

fn key_in_editor(cx: &mut Cx<'_>, state: &mut State, key: Key, held: Modifiers) {
    let Some(editor) = &mut state.editor else { return };
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
        Key::Enter if held.command => {
            commit(cx, state, true);
        }
        Key::Enter | Key::Tab if commit(cx, state, false) => {
            let way = if key == Key::Tab { Way::Right } else { Way::Down };
            state.selection.advance(&state.layout, way, held.shift);
            state.moved();
        }
        _ => {
            if let Some(way) = Move::of(key) {
                move_in_editor(cx, state, way);
            }
        }
    }
}

/// In an entry that was opened the caret moves; out of one that is typed the cursor goes on, and the entry is made.
fn move_in_editor(cx: &mut Cx<'_>, state: &mut State, way: Move) {
    let Some(editor) = &mut state.editor else { return };
    match way {
        Move::Left if editor.opened => editor.move_caret(-1),
        Move::Right if editor.opened => editor.move_caret(1),
        Move::First if editor.opened => editor.caret = 0,
        Move::Last if editor.opened => editor.move_caret(64),
        Move::Up | Move::Down | Move::Left | Move::Right => {
            let (rows, columns) = way.by(1).unwrap_or_default();
            if commit(cx, state, false) {
                state.selection.step(&state.layout, rows, columns, false);
                state.moved();
            }
        }
        Move::First | Move::Last | Move::PageUp | Move::PageDown => {}
    }
}

fn key_in_grid(state: &mut State, key: Key, held: Modifiers) {
    let Some(way) = Move::of(key) else {
        other_key_in_grid(state, key, held);
        return;
    };
    let layout = &state.layout;
    let extend = held.shift;
    let from = if extend { state.selection.head } else { state.selection.cursor };
    let last = Place { row: layout.rows.len().saturating_sub(1), column: layout.columns.len().saturating_sub(1) };
    let page = isize::try_from(state.page.0.saturating_sub(1).max(1)).unwrap_or(1);
    let to = match (way, way.by(page)) {
        (Move::First, _) => Place { row: if held.command { nearest(layout, 0) } else { from.row }, column: 0 },
        (Move::Last, _) => {
            Place { row: if held.command { nearest(layout, last.row) } else { from.row }, column: last.column }
        }
        (Move::Up | Move::Down | Move::Left | Move::Right, Some((rows, columns))) if held.command => {
            edge(layout, from, rows, columns, |place| is_full(state, place))
        }
        (_, by) => {
            let (rows, columns) = by.unwrap_or_default();
            super::select::stepped(layout, from, rows, columns)
        }
    };
    state.last_entry = None;
    state.selection.go(to, extend);
    if extend {
        state.reveal = true;
    } else {
        state.moved();
    }
}

/// A key that goes on as typing does, or ends something.
fn other_key_in_grid(state: &mut State, key: Key, held: Modifiers) {
    match key {
        Key::Tab | Key::Enter => {
            let way = if key == Key::Tab { Way::Right } else { Way::Down };
            state.selection.advance(&state.layout, way, held.shift);
            state.moved();
        }
        Key::Escape => state.selection = Selection::at(state.selection.cursor),
        Key::Backspace => state.editor = Some(Editor::opened(state.selection.cursor, String::new())),
        _ => return,
    }
    state.last_entry = None;
}

fn is_full(state: &State, place: Place) -> bool {
    let (Some(view), Some(super::Slot::Line(row)), Some(super::Slot::Line(column))) =
        (&state.view, state.layout.rows.get(place.row), state.layout.columns.get(place.column))
    else {
        return true;
    };
    view.dot(view.layer(state.assessor()), *row, *column).value.is_answered()
}
