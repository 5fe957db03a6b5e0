//! What keys do while the list has the keyboard.

use super::run::{Way, shift};
use super::{CatalogueScreen, Pane};
use crate::Cx;
use crate::kit::keys::Move;
use egui::{Event, Key, Modifiers};
use ordito_model::{Contents, PolicyId};
use ordito_workspace::Command;

pub fn take(cx: &mut Cx<'_>, room: &mut CatalogueScreen, events: &[Event]) {
    for event in events {
        if let Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } = event
        {
            press(cx, room, *key, *modifiers);
        }
    }
}

fn press(cx: &mut Cx<'_>, room: &mut CatalogueScreen, key: Key, held: Modifiers) {
    let Cx { contents, .. } = *cx;
    if held.alt && !held.command {
        let way = match Move::of(key) {
            Some(Move::Up) => Way::Up,
            Some(Move::Down) => Way::Down,
            Some(Move::Left) => Way::Out,
            Some(Move::Right) => Way::In,
            _ => return,
        };
        // In a table there are no siblings to be seen.
        if room.query.sort.is_none() {
            shift(cx, room, way);
        }
        return;
    }
    if held.alt {
        return;
    }
    match Move::of(key) {
        Some(Move::Left) => fold(contents, room, true),
        Some(Move::Right) => fold(contents, room, false),
        Some(way) => {
            let at = room
                .cursor
                .and_then(|id| room.rows.index_of(id))
                .unwrap_or_default();
            let to = way.line(Some(at), room.rows.list.len(), room.page);
            if let Some(id) = to.and_then(|to| room.rows.list.get(to)).map(|row| row.id) {
                go(room, id, held);
            }
        }
        None => other_key(cx, room, key, held),
    }
}

/// A key that moves no cursor.
fn other_key(cx: &mut Cx<'_>, room: &mut CatalogueScreen, key: Key, held: Modifiers) {
    match key {
        Key::Space => {
            if let Some(id) = room.cursor
                && !room.selected.remove(&id)
            {
                room.selected.insert(id);
            }
        }
        Key::Enter => {
            room.details_hidden = false;
            room.focus = Some(Pane::Details);
        }
        Key::Insert => {
            cx.ask(if held.shift {
                Command::AddSubPolicy
            } else {
                Command::AddPolicy
            });
        }
        Key::Escape => {
            room.selected = room.cursor.into_iter().collect();
            room.query.search.clear();
        }
        _ => {}
    }
}

/// Puts the cursor on a row: alone, with Shift all from where it began, with Ctrl leaving the selection.
pub fn go(room: &mut CatalogueScreen, id: PolicyId, held: Modifiers) {
    room.reveal = true;
    if held.shift {
        let anchor = room.anchor.or(room.cursor).unwrap_or(id);
        let (from, to) = (
            room.rows.index_of(anchor).unwrap_or_default(),
            room.rows.index_of(id).unwrap_or_default(),
        );
        let range = from.min(to)..=from.max(to);
        room.selected = room
            .rows
            .list
            .get(range)
            .unwrap_or_default()
            .iter()
            .map(|row| row.id)
            .collect();
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
fn fold(contents: &Contents, room: &mut CatalogueScreen, close: bool) {
    let Some((id, at)) = room
        .cursor
        .and_then(|id| Some((id, room.rows.index_of(id)?)))
    else {
        return;
    };
    let Some(row) = room.rows.list.get(at).copied() else {
        return;
    };
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
