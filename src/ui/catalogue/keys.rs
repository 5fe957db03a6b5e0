//! What keys do while the list has the keyboard.

use super::run::{Way, shift};
use super::{Pane, State};
use crate::model::{Contents, PolicyId};
use crate::workspace::{Action, Command};
use egui::{Event, Key, Modifiers};

pub fn take(
    contents: &Contents,
    room: &mut State,
    events: &[Event],
    asked: &mut Vec<Command>,
    actions: &mut Vec<Action>,
) {
    for event in events {
        if let Event::Key { key, pressed: true, modifiers, .. } = event {
            press(contents, room, *key, *modifiers, asked, actions);
        }
    }
}

fn press(
    contents: &Contents,
    room: &mut State,
    key: Key,
    held: Modifiers,
    asked: &mut Vec<Command>,
    actions: &mut Vec<Action>,
) {
    if held.alt && !held.command {
        let way = match key {
            Key::ArrowUp => Way::Up,
            Key::ArrowDown => Way::Down,
            Key::ArrowLeft => Way::Out,
            Key::ArrowRight => Way::In,
            _ => return,
        };
        // In a table there are no siblings to be seen.
        if room.query.sort.is_none() {
            shift(contents, room, way, actions);
        }
        return;
    }
    if held.alt {
        return;
    }
    let n = room.rows.list.len();
    let at = room.cursor.and_then(|id| room.rows.index_of(id)).unwrap_or_default();
    let last = n.saturating_sub(1);
    let to = match key {
        Key::ArrowUp => at.saturating_sub(1),
        Key::ArrowDown => at + 1,
        Key::PageUp => at.saturating_sub(room.page),
        Key::PageDown => at + room.page,
        Key::Home => 0,
        Key::End => last,
        Key::ArrowLeft => return fold(contents, room, true),
        Key::ArrowRight => return fold(contents, room, false),
        Key::Space => {
            if let Some(id) = room.cursor
                && !room.selected.remove(&id)
            {
                room.selected.insert(id);
            }
            return;
        }
        Key::Enter => {
            room.details_hidden = false;
            room.focus = Some(Pane::Details);
            return;
        }
        Key::Insert => {
            asked.push(if held.shift { Command::AddSubPolicy } else { Command::AddPolicy });
            return;
        }
        Key::Escape => {
            room.selected = room.cursor.into_iter().collect();
            room.query.search.clear();
            return;
        }
        _ => return,
    };
    if let Some(id) = room.rows.list.get(to.min(last)).map(|row| row.id) {
        go(room, id, held);
    }
}

/// Puts the cursor on a row: alone, with Shift all from where it began, with Ctrl leaving the selection.
pub fn go(room: &mut State, id: PolicyId, held: Modifiers) {
    room.reveal = true;
    if held.shift {
        let anchor = room.anchor.or(room.cursor).unwrap_or(id);
        let (from, to) = (room.rows.index_of(anchor).unwrap_or_default(), room.rows.index_of(id).unwrap_or_default());
        let range = from.min(to)..=from.max(to);
        room.selected = room.rows.list.get(range).unwrap_or_default().iter().map(|row| row.id).collect();
        room.cursor = Some(id);
        room.anchor = Some(anchor);
    } else if held.command {
        room.cursor = Some(id);
        room.anchor = Some(id);
    } else {
        room.select_only(id);
    }
}

/// Left folds or goes to the parent, Right unfolds or goes to the first below.
fn fold(contents: &Contents, room: &mut State, close: bool) {
    let Some((id, at)) = room.cursor.and_then(|id| Some((id, room.rows.index_of(id)?))) else { return };
    let Some(row) = room.rows.list.get(at).copied() else { return };
    if close && row.has_children && !row.is_folded && room.query.search.is_empty() {
        room.query.folded.insert(id);
    } else if close {
        if let Some(parent) = contents.policies.get(&id).and_then(|policy| policy.parent) {
            room.select_only(parent);
        }
    } else if row.is_folded {
        room.query.folded.remove(&id);
    } else if row.has_children
        && let Some(below) = room.rows.list.get(at + 1).map(|row| row.id)
    {
        room.select_only(below);
    }
}
