//! What a grid remembers between frames, and a frame of it.

use super::entry::{self, Editor};
use super::field::field_id;
use super::lines::Shape as _;
use super::parts::Parts;
use super::pointer::{Drag, Menu};
use super::scene::Scene;
use super::select::{Place, Selection, Way, nearest};
use super::{Border, GridModel, clipboard, paint};
use crate::kit::pen::Pen;
use crate::{Cx, cover};
use egui::{Event, EventFilter, Id, Key, Modifiers, Rect, Response, Sense, Ui, Vec2, vec2};
use ordito_workspace::{Action, Command};

#[derive(Debug, Default)]
pub struct GridState {
    pub selection: Selection,
    pub editor: Option<Editor>,
    /// Where the cursor goes after an entry.
    pub way: Way,
    /// Scroll so that the cursor is seen.
    pub reveal: bool,
    /// The cursor itself, also where a range was drawn out from it.
    pub(super) reveal_cursor: bool,
    /// The keyboard is to come here in the next frame.
    pub focus: bool,
    /// It is here.
    pub is_focused: bool,
    /// The entry just made by one key, for a second part that follows at once.
    pub(super) last_entry: Option<(Place, String)>,
    pub(super) offsets: Vec<Vec2>,
    /// Each pane scrolls for itself.
    pub(super) apart: bool,
    pub(super) drag: Drag,
    /// Where rows that are carried would go: before a row, or onto it.
    pub(super) carried: Option<(usize, bool)>,
    /// The key that ends what is written in the field, and what was pressed after it in the same frame.
    pub(super) ending: Option<(Key, Modifiers)>,
    pub(super) held: Vec<Event>,
    /// The field has the keyboard.
    pub(super) writes: bool,
    /// What the menu was opened on.
    pub(super) menu: Menu,
    /// Rows that are seen, for paging.
    pub(super) page: usize,
    /// How wide heads of rows are.
    pub(super) side: f32,
    /// What is to become as wide as what it holds.
    pub(super) fit: Vec<Border>,
    /// What a screen reader is told of a width that changed.
    pub(super) said: Option<String>,
}

impl GridState {
    /// Draws it in a place and takes what is done in it; where its parts are.
    pub fn show<M: GridModel>(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        model: &mut M,
        whole: Rect,
    ) -> Parts {
        let n = model.n_panes();
        let measures = model.measures(whole);
        model.settle(Parts::room(whole, &measures, n));
        let parts = Parts::of(whole, measures, n, model.shape());
        self.offsets.resize(n, Vec2::ZERO);
        self.selection.pane = self.selection.pane.min(n - 1);
        let id = Id::unique(M::ID);
        self.hold_ending::<M>(ui);
        stay::<M>(ui, id);
        let response = ui.interact(whole, id, Sense::click_and_drag());
        let takes = self.keep_focus(ui, id);
        (self.page, self.side) = (page(&parts, model), parts.side.width());
        if !cover::is_covered(ui.ctx()) {
            self.take_pointer((ui, &response), cx, model, &parts);
            if takes {
                let events = ui.input(|input| input.events.clone());
                self.take_keys(cx, model, &events);
            }
            self.take_requests(ui, &parts, model);
        }
        self.wheel(ui, &response, &parts, model);
        if std::mem::take(&mut self.reveal) {
            self.bring_into_sight(&parts, model);
        }
        self.bars_ui(ui, cx, &parts, model);
        self.paint(ui, cx, model, (&parts, &response));
        self.borders_ui((ui, &response), cx, model, &parts);
        self.field_ui((ui, &response), cx, model, &parts);
        self.menu_ui(&response, cx, model);
        let hint = response
            .hover_pos()
            .and_then(|at| match self.border_at(&parts, model, at) {
                Some(_) => Some(cx.words().grid_border()),
                None => model.hint(self.under(&parts, model, at)),
            });
        if let Some(text) = hint {
            response.on_hover_text_at_pointer(text);
        }
        parts
    }

    fn paint<M: GridModel>(
        &self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        model: &M,
        (parts, response): (&Parts, &Response),
    ) {
        let pixel = ui.pixels_per_point();
        let whole_pixels = |at: &Vec2| {
            vec2(
                (at.x * pixel).round() / pixel,
                (at.y * pixel).round() / pixel,
            )
        };
        let scene = Scene {
            pen: Pen::new(ui.painter().clone(), cx.paint, cx.words()).of_size(model.text_size()),
            parts,
            selection: self.selection,
            is_focused: self.is_focused || M::HAS_FIELD && self.editor.is_some(),
            down: model.shape().down(),
            across: model.shape().across(),
            offsets: self.offsets.iter().map(whole_pixels).collect(),
            leading: self.leading(),
        };
        for pane in 0..parts.bodies.len() {
            paint::body(&scene, model, pane);
            model.column_heads(&scene, pane);
        }
        model.row_heads(&scene);
        model.around(&scene);
        for pane in 0..parts.bodies.len() {
            paint::selection(&scene, model, pane);
        }
        self.paint_carried(&scene);
        match &self.editor {
            Some(editor) if M::HAS_FIELD => {
                if let Some(why) = &editor.stays {
                    let cell = scene.rect(self.selection.pane, editor.place);
                    entry::balloon(&scene, cell, why);
                }
            }
            Some(editor) => entry::paint(&scene, self.selection.pane, editor),
            None => {}
        }
        self.nodes(ui, &scene, model, response);
    }

    /// Keeps the keyboard here while nothing else wants it; whether the keys of this frame are the grid's.
    fn keep_focus(&mut self, ui: &Ui, id: Id) -> bool {
        let filter = EventFilter {
            tab: true,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
        };
        let keyboard = cover::keep(ui, id, self.focus, filter);
        self.focus &= !keyboard.has;
        self.is_focused = keyboard.has;
        keyboard.takes
    }

    /// The cursor went somewhere, and is to be seen.
    pub fn moved<M: GridModel>(&mut self, model: &mut M) {
        self.said = None;
        model.moved(&self.selection);
        self.reveal = true;
    }

    /// As it begins; where the cursor goes after an entry is a habit and stays.
    pub fn anew(&self) -> Self {
        Self {
            way: self.way,
            ..Self::default()
        }
    }

    /// Puts the cursor on a cell; what was being typed is given up.
    pub fn go_to<M: GridModel>(&mut self, model: &mut M, place: Place) {
        self.selection.go(place, false);
        self.forget_entry();
        self.moved(model);
    }

    /// Neither what is being typed nor what was typed last has anything to do with what comes.
    pub fn forget_entry(&mut self) {
        (self.editor, self.last_entry) = (None, None);
    }

    pub fn select_all<M: GridModel>(&mut self, model: &M) {
        let anchor = Place {
            row: nearest(model.shape(), 0),
            column: 0,
        };
        self.selection = Selection {
            anchor,
            head: model.shape().last(),
            ..self.selection
        };
    }

    /// Opens the cell under the cursor with what it holds.
    pub fn open<M: GridModel>(&mut self, model: &M) {
        let place = self.selection.cursor;
        let text = model
            .text(self.selection.pane, place)
            .filter(|_| model.can_enter(place));
        let Some(text) = text else { return };
        self.editor = Some(Editor::opened(place, text));
        self.last_entry = None;
        self.reveal = true;
    }

    /// Opens the cell under the cursor in a row that was just made: what is typed takes the place of what it holds.
    pub fn open_new<M: GridModel>(&mut self, model: &M) {
        self.open(model);
        if let Some(editor) = &mut self.editor {
            (editor.whole, editor.keeps) = (true, true);
        }
    }

    /// Carries out a command that is of every grid; whether it was one.
    pub fn run<M: GridModel>(&mut self, command: Command, cx: &mut Cx<'_>, model: &mut M) -> bool {
        match command {
            Command::Copy => self.copy(cx, model),
            Command::CopyWithHeads => {
                let text = clipboard::copied_with_heads(model, &self.selection);
                cx.extend(text.map(Action::CopyText));
            }
            Command::Cut => {
                self.copy(cx, model);
                self.clear(cx, model);
            }
            Command::Clear => self.clear(cx, model),
            Command::FillDown | Command::FillRight => {
                let copies =
                    clipboard::copies(model.shape(), &self.selection, command == Command::FillDown);
                if !copies.is_empty() {
                    model.fill(cx, &copies);
                }
            }
            Command::SelectAll => self.select_all(model),
            Command::EditCell => match &mut self.editor {
                Some(editor) => editor.opened = true,
                None => self.open(model),
            },
            _ => return self.run_width(command, cx, model),
        }
        true
    }

    fn copy<M: GridModel>(&self, cx: &mut Cx<'_>, model: &M) {
        let text = self.editor.as_ref().map(|editor| editor.text.clone());
        if let Some(text) = text.or_else(|| clipboard::copied(model, &self.selection)) {
            cx.act(Action::CopyText(text));
        }
    }

    fn clear<M: GridModel>(&mut self, cx: &mut Cx<'_>, model: &mut M) {
        if let Some(editor) = &mut self.editor {
            editor.delete();
            return;
        }
        self.last_entry = None;
        let (rows, columns) = self.selection.lines(model.shape());
        model.clear(cx, (&rows, &columns));
    }
}

/// Tab and arrows are of the grid and of its field as soon as one of them has the keyboard: egui keeps them there only from
/// the frame after the next on.
fn stay<M: GridModel>(ui: &Ui, id: Id) {
    let is_ours = |focused| focused == id || focused == field_id::<M>();
    let focused = ui.memory(egui::Memory::focused);
    if focused.is_some_and(is_ours) && !cover::is_covered(ui.ctx()) {
        ui.memory_mut(|memory| memory.move_focus(egui::FocusDirection::None));
    }
}

/// How many rows are seen at once.
fn page<M: GridModel>(parts: &Parts, model: &M) -> usize {
    let down = model.shape().down();
    (parts.size().y * down.n() as f32 / down.whole().max(1.0)).floor() as usize
}
