//! What lies over the rooms, and who has the keyboard beneath it.
//!
//! Rooms and shortcuts ask `is_covered` and nothing else: under a dialog no key acts, whichever dialog it is. `keep` gives
//! a room's main part the keyboard while nothing else wants it, and says whether the keys of a frame are meant for it.

use super::UiState;
use egui::text_edit::TextEditState;
use egui::{
    Context, Event, EventFilter, Id, Key, Memory, ModalResponse, Modifiers, Order, Popup, Ui,
};
use ordito_workspace::Workspace;

/// What is known at the beginning of a frame.
#[derive(Debug, Clone, Copy, Default)]
struct Cover {
    /// Dialogs that are open, though perhaps not drawn yet.
    n_open: usize,
    /// The last dialog closed in the frame before; egui still knows of it.
    closed: bool,
    /// What had the keyboard when the last frame ended: its keys of this frame are meant for that.
    before: Option<Id>,
    /// What had it when the first dialog opened.
    beneath: Option<Id>,
    /// What has it again at the end of this frame, the first without a dialog: until then egui takes it away.
    back: Option<Id>,
}

fn place() -> Id {
    Id::unique("cover")
}

fn known(ctx: &Context) -> Cover {
    ctx.data(|data| data.get_temp(place())).unwrap_or_default()
}

/// Whether a dialog lies over the rooms: then no key and no click is theirs.
pub fn is_covered(ctx: &Context) -> bool {
    let cover = known(ctx);
    cover.n_open > 0
        || cover.back.is_some()
        || !cover.closed && ctx.memory(|memory| memory.top_modal_layer().is_some())
}

/// Whether this part of the window is in front: no dialog lies over it.
pub fn is_in_front(ui: &Ui) -> bool {
    ui.memory(|memory| memory.allows_interaction(ui.layer_id()))
}

/// What had the keyboard when the last frame ended.
pub fn focus_before(ctx: &Context) -> Option<Id> {
    known(ctx).before
}

/// Whether a room has the whole window for itself.
pub fn has_window(state: &UiState) -> bool {
    let mut rooms = state.rooms.all().into_iter();
    rooms.any(|(_, screen)| screen.takes_window())
}

/// How many dialogs are open that this frame draws. egui knows of it only when it has been drawn once, and the keys of that
/// frame are not for what lies beneath.
fn n_open(workspace: &Workspace, state: &UiState) -> usize {
    let room = workspace.settings().room;
    let alone = has_window(state);
    let of_room = workspace.document().is_some() && !alone && state.rooms.get(room).has_dialog();
    let of_window = state.dialogs.is_open() || super::dialogs::of_workspace(workspace).is_some();
    [
        of_room,
        of_window,
        state.palette.is_open(),
        state.leaving.is_open(),
    ]
    .into_iter()
    .filter(|open| *open)
    .count()
}

/// At the beginning of a frame. What lies beneath a dialog does not keep the keyboard, and has it again when the dialog is
/// gone and nobody else took it.
pub fn begin(ctx: &Context, workspace: &Workspace, state: &UiState) {
    let mut cover = known(ctx);
    let drawn = ctx.memory(|memory| memory.top_modal_layer().is_some());
    let before = cover.n_open;
    cover.n_open = n_open(workspace, state);
    cover.closed = before > 0 && cover.n_open == 0;
    let focused = ctx.memory(Memory::focused);
    let layer = focused
        .and_then(|id| ctx.read_response(id))
        .map(|response| response.layer_id);
    if cover.n_open > 0 {
        if before == 0 {
            cover.beneath = focused;
        }
        let beneath = !drawn
            || layer.is_some_and(|layer| !ctx.memory(|memory| memory.allows_interaction(layer)));
        // While one of several closes, egui still takes that one for the top.
        if let (Some(id), true) = (focused, beneath && cover.n_open >= before) {
            let text = TextEditState::load(ctx, id);
            ctx.data_mut(|data| data.insert_temp(place(), text));
            ctx.memory_mut(|memory| memory.surrender_focus(id));
        }
    } else if cover.closed {
        // The keys of this frame come after the dialog.
        cover.before = None;
        // What the dialog led to, in a room or not drawn yet, keeps it.
        let led = focused.is_some() && layer.is_none_or(|layer| layer.order == Order::Background);
        cover.back = cover.beneath.take().filter(|_| !led);
    }
    ctx.data_mut(|data| data.insert_temp(place(), cover));
    hold_keys(ctx, cover.back.is_some());
}

/// Keys of the one frame in which nobody can have the keyboard wait for the next.
fn hold_keys(ctx: &Context, hold: bool) {
    let mut held: Vec<Event> = ctx
        .data_mut(|data| data.remove_temp(place()))
        .unwrap_or_default();
    ctx.input_mut(|input| {
        input.events.splice(0..0, held.drain(..));
        if hold {
            let is_key = |event: &Event| {
                matches!(
                    event,
                    Event::Text(_)
                        | Event::Paste(_)
                        | Event::Key { .. }
                        | Event::Ime(_)
                        | Event::Cut
                        | Event::Copy
                )
            };
            held.extend(input.events.extract_if(.., |event| is_key(event)));
        }
    });
    if !held.is_empty() {
        ctx.data_mut(|data| data.insert_temp(place(), held));
        ctx.request_repaint();
    }
}

/// At the end of a frame.
pub fn end(ctx: &Context) {
    let mut cover = known(ctx);
    let text = cover
        .back
        .and_then(|_| ctx.data_mut(|data| data.remove_temp::<Option<TextEditState>>(place())))
        .flatten();
    if let Some(id) = cover
        .back
        .take()
        .filter(|_| ctx.memory(|memory| memory.focused().is_none()))
    {
        // With the caret where it was.
        if let Some(text) = text {
            text.store(ctx, id);
        }
        ctx.memory_mut(|memory| memory.request_focus(id));
        ctx.request_repaint();
    }
    cover.before = ctx.memory(Memory::focused);
    ctx.data_mut(|data| data.insert_temp(place(), cover));
}

/// Whether a dialog is to close: by Esc, or because something in it asks for it. A click beside it throws nothing away.
pub fn closes<T>(modal: &ModalResponse<T>) -> bool {
    let escape = || {
        modal
            .response
            .ctx
            .input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
    };
    modal.response.should_close() || modal.is_top_modal && !modal.any_popup_open && escape()
}

/// The keyboard of a room's main part, in a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keyboard {
    pub has: bool,
    /// The keys of this frame are meant for it. Not so where another field had the keyboard when the frame began: the key
    /// that ended a text is that text's.
    pub takes: bool,
}

/// Keeps the keyboard in a room's main part while nothing else wants it; `asked` takes it from whoever has it.
pub fn keep(ui: &Ui, id: Id, asked: bool, filter: EventFilter) -> Keyboard {
    let covered = is_covered(ui.ctx());
    let free = || ui.memory(|memory| memory.focused().is_none()) && !Popup::is_any_open(ui.ctx());
    if !covered && (asked || free()) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let has = !covered && ui.memory(|memory| memory.has_focus(id));
    if has {
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }
    Keyboard {
        has,
        takes: has && focus_before(ui.ctx()).is_none_or(|before| before == id),
    }
}
