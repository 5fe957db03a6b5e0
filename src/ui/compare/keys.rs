//! What a key does in the panes. Commands with shortcuts were taken out before (`ui/shortcuts.rs`).

use super::frame::At;
use super::{State, View};
use crate::ui::kit::keys::Move;
use egui::{Event, Key, Modifiers};

/// Takes the events of a frame; true when the cell under the cursor is to be gone to.
pub fn take(view: &View, state: &mut State, events: &[Event]) -> bool {
    let mut jump = false;
    for event in events {
        if let Event::Key { key, pressed: true, modifiers, .. } = event
            && !modifiers.alt
        {
            jump |= key_down(view, state, *key, *modifiers);
        }
    }
    jump
}

fn key_down(view: &View, state: &mut State, key: Key, held: Modifiers) -> bool {
    let layout = &state.layout;
    let from = state.selection.cursor;
    let far = isize::MAX / 2;
    let n_columns = isize::try_from(layout.columns.len()).unwrap_or(far);
    let n_rows = isize::try_from(layout.rows.len()).unwrap_or(far);
    let page = isize::try_from(state.page.0.max(2) - 1).unwrap_or(1);
    let ctrl = held.command;
    let moves = Move::of(key);
    let far = |steps: isize, most: isize| if ctrl { steps * most } else { steps };
    let to = match moves {
        Some(Move::First) if ctrl => layout.nearest(At::default()),
        Some(Move::Last) if ctrl => layout.stepped(from, n_rows, n_columns),
        Some(Move::First) => layout.stepped(from, 0, -n_columns),
        Some(Move::Last) => layout.stepped(from, 0, n_columns),
        Some(Move::PageUp) => layout.stepped(from, -page, 0),
        Some(Move::PageDown) => layout.stepped(from, page, 0),
        Some(arrow) => {
            let (rows, columns) = arrow.by(page).unwrap_or_default();
            layout.stepped(from, far(rows, n_rows), far(columns, n_columns))
        }
        None => return other_key(state, key, held),
    };
    state.selection.go(to, held.shift);
    state.moved(view);
    false
}

/// A key that moves no cursor; true for the one that goes to the cell.
fn other_key(state: &mut State, key: Key, held: Modifiers) -> bool {
    match key {
        Key::Tab => {
            let n = state.sides.len() + 1;
            let by = if held.shift { n - 1 } else { 1 };
            state.selection.pane = (state.selection.pane + by) % n;
            state.reveal = true;
        }
        Key::Escape => state.selection.anchor = state.selection.cursor,
        _ => {}
    }
    key == Key::Enter
}

/// Goes to the next crossing that differs, row by row; round at the end.
pub fn next_difference(view: &View, state: &mut State) {
    let Some(pair) = view.pair() else { return };
    let here = state.place();
    let on_screen = |found: &&crate::analysis::Found| state.layout.at(found.place).is_some();
    let after = pair.differences.iter().find(|found| Some(found.place) > here && on_screen(found));
    if let Some(found) = after.or_else(|| pair.differences.iter().find(on_screen)) {
        let place = found.place;
        state.go_to(view, place);
    }
}
