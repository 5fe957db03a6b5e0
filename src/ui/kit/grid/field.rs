//! What is typed into a cell that holds a text: a field over the cell, and below it the words the cell can have.
//!
//! The frame in which an entry begins is the grid's own; from the next on the field has the keyboard. The key that ends the
//! entry is taken out of the frame before the field sees it, with everything behind it, which waits for the next frame: so
//! that every key reaches what it was meant for, however many come at once.

use super::entry::Editor;
use super::lines::Shape as _;
use super::parts::Parts;
use super::{GridModel, GridState};
use crate::kit::keys;
use crate::theme::Paint;
use crate::{Cx, cover, widgets};
use egui::accesskit::Role;
use egui::text::{CCursor, CCursorRange};
use egui::{
    Area, CornerRadius, Event, EventFilter, FontId, Frame, Id, Key, Margin, Order, Rect, Response,
    ScrollArea, Sense, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use ordito_ground::text::folded;

/// The words a cell can have.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    pub words: Vec<String>,
    /// A word that is not among them is taken as well: it is made on the way.
    pub can_add: bool,
}

/// What the field knows of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Field {
    /// Something was typed since it opened: before that all words are offered.
    pub touched: bool,
    /// The word an arrow went to.
    pub pick: Option<usize>,
    /// It was drawn: its caret is its own.
    pub shown: bool,
}

impl Choices {
    /// Those that fit what is typed, best first: the word itself, what begins so, and only where nothing does what holds it.
    pub fn fitting(&self, typed: &str) -> Vec<&str> {
        let typed = folded(typed.trim());
        let kind = |word: &&str| {
            let word = folded(word);
            if word == typed {
                0
            } else if word.starts_with(&typed) {
                1
            } else {
                2
            }
        };
        let all = self.words.iter().map(String::as_str);
        let mut found: Vec<&str> = all.filter(|word| folded(word).contains(&typed)).collect();
        found.sort_by_key(kind);
        if found.first().is_some_and(|first| kind(first) < 2) {
            found.retain(|word| kind(word) < 2);
        }
        found
    }
}

impl Editor {
    /// The words offered now, and where the one is that Enter takes.
    fn offered<'a>(&self, choices: &'a Choices) -> (Vec<&'a str>, Option<usize>) {
        if !self.field.touched {
            let all: Vec<&str> = choices.words.iter().map(String::as_str).collect();
            let now = all.iter().position(|word| *word == self.text);
            return (all, self.field.pick.or(now));
        }
        let found = choices.fitting(&self.text);
        let at = self.field.pick.unwrap_or(0);
        // Behind the words that are there stands the new one.
        let n = found.len() + usize::from(self.adds(choices, &found));
        let is_any = n > 0 && (self.field.pick.is_some() || !self.text.trim().is_empty());
        (found, is_any.then(|| at.min(n - 1)))
    }
    /// Whether what is typed is offered as a word that is not there yet.
    fn adds(&self, choices: &Choices, found: &[&str]) -> bool {
        let typed = folded(self.text.trim());
        let is_there = found.first().is_some_and(|first| folded(first) == typed);
        choices.can_add && self.field.touched && !typed.is_empty() && !is_there
    }
    /// What goes into the cell: the word that is offered first or was gone to, or what was typed.
    pub fn resolved(&self, choices: Option<&Choices>) -> String {
        let word = choices.and_then(|choices| {
            let (found, at) = self.offered(choices);
            found.get(at?).map(|word| (*word).to_owned())
        });
        word.unwrap_or_else(|| self.text.clone())
    }
    /// An arrow up or down among the words.
    fn pick(&mut self, choices: &Choices, down: bool) {
        let (found, at) = self.offered(choices);
        let n = found.len() + usize::from(self.adds(choices, &found));
        let to = match (at, down) {
            (None, _) => 0,
            (Some(at), true) => at + 1,
            (Some(at), false) => at.saturating_sub(1),
        };
        self.field.pick = Some(to.min(n.saturating_sub(1)));
    }
}

pub(super) fn field_id<M: GridModel>() -> Id {
    Id::unique(M::ID).with("field")
}

impl GridState {
    /// Takes the key that ends the entry out of the frame, and what comes behind it; gives back what waited.
    pub(super) fn hold_ending<M: GridModel>(&mut self, ui: &Ui) {
        if !M::HAS_FIELD {
            return;
        }
        let held = std::mem::take(&mut self.held);
        if !held.is_empty() {
            ui.input_mut(|input| input.events.splice(0..0, held).for_each(drop));
        }
        let Some(editor) = &self.editor else { return };
        if !self.writes || cover::is_covered(ui.ctx()) {
            return;
        }
        let ends = |event: &Event| match event {
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } if !modifiers.alt => match key {
                Key::Enter | Key::Tab | Key::Escape => true,
                Key::ArrowLeft | Key::ArrowRight => !editor.opened && modifiers.is_none(),
                _ => keys::vertical(*key).is_some(),
            },
            _ => false,
        };
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
        let (mut ending, mut held) = (None, Vec::new());
        ui.input_mut(|input| {
            let Some(at) = input.events.iter().position(ends) else {
                return;
            };
            held.extend(input.events.extract_if(at.., |event| is_key(event)));
        });
        if !held.is_empty()
            && let Event::Key { key, modifiers, .. } = held.remove(0)
        {
            ending = Some((key, modifiers));
        }
        if !held.is_empty() {
            ui.ctx().request_repaint();
        }
        (self.ending, self.held) = (ending, held);
    }

    /// The field over the cell, where there is one, and the words below it.
    pub(super) fn field_ui<M: GridModel>(
        &mut self,
        (ui, grid): (&mut Ui, &Response),
        cx: &mut Cx<'_>,
        model: &mut M,
        parts: &Parts,
    ) {
        self.writes = false;
        let Some(editor) = self.editor.as_mut().filter(|_| M::HAS_FIELD) else {
            self.ending = None;
            return;
        };
        let (pane, place) = (self.selection.pane, editor.place);
        let (shape, body) = (model.shape(), parts.body(pane));
        let offset = self.offsets.get(pane).copied().unwrap_or_default();
        let at = |x, y| body.min + vec2(x, y) - offset;
        let cell = Rect::from_min_max(
            at(
                shape.across().start(place.column),
                shape.down().start(place.row),
            ),
            at(
                shape.across().end(place.column),
                shape.down().end(place.row),
            ),
        );
        let name = format!(
            "{}: {}",
            model.column_name(place.column),
            model.row_name(place.row)
        );
        let choices = model.choices(place);
        let id = field_id::<M>();
        let response = write_ui::<M>(ui, cx.paint, editor, (cell, parts.whole), id);
        widgets::name_it(ui, &response, &name);
        // It opened in this frame, or what was typed was refused and waits: the grid's keys are the field's.
        if grid.has_focus() && !cover::is_covered(ui.ctx()) {
            response.request_focus();
        }
        let (mut picked, mut over) = (None, false);
        if let Some(choices) = &choices
            && ui.is_enabled()
        {
            (picked, over) = words_ui(ui, cx, editor, choices, response.rect);
        }
        if let Some(word) = picked {
            editor.text = word;
            // As typed in full: no other is meant.
            editor.field = Field {
                touched: true,
                shown: true,
                pick: None,
            };
            self.ending = None;
            self.commit(cx, model, false);
            grid.request_focus();
            return;
        }
        if let Some((key, held)) = self.ending.take() {
            if let (Some(choices), Some(down)) = (choices, keys::vertical(key)) {
                editor.pick(&choices, down);
                response.request_focus();
                self.writes = true;
                return;
            }
            grid.request_focus();
            self.key_in_editor(cx, model, (key, held));
            if self.editor.is_some() {
                response.request_focus();
                self.writes = true;
            }
            return;
        }
        if response.lost_focus() && !over {
            // Somebody went elsewhere: what is written goes in, or stays with the reason.
            self.commit(cx, model, false);
        }
        // Neither Tab nor Esc is of anybody else while something is written.
        let filter = EventFilter {
            tab: true,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
        };
        self.writes = ui.memory_mut(|memory| {
            memory.set_focus_lock_filter(id, filter);
            memory.has_focus(id)
        });
    }
}

/// The field itself, as wide as what is written where there is room for it.
fn write_ui<M: GridModel>(
    ui: &mut Ui,
    paint: &Paint,
    editor: &mut Editor,
    (cell, whole): (Rect, Rect),
    id: Id,
) -> Response {
    let font = FontId::proportional(14.0);
    let written = ui
        .painter()
        .layout_no_wrap(editor.text.clone(), font.clone(), paint.ink);
    let wanted = written.size().x + 28.0;
    let room = (whole.right() - cell.left()).max(cell.width());
    let mut rect = cell.expand(1.0);
    rect.set_width(rect.width().max(wanted).min(room));
    let edge = if editor.stays.is_some() {
        paint.danger
    } else {
        paint.primary
    };
    let painter = ui.painter().with_clip_rect(whole);
    painter.rect(
        rect,
        CornerRadius::same(2),
        paint.surface,
        Stroke::new(2.0, edge),
        StrokeKind::Inside,
    );
    let inner = rect.shrink2(vec2(2.0, 2.0));
    let field = TextEdit::singleline(&mut editor.text)
        .id(id)
        .font(font)
        .char_limit(M::MOST_CHARS)
        .lock_focus(true)
        .frame(Frame::NONE)
        .desired_width(f32::INFINITY)
        .align(egui::Align2::LEFT_CENTER)
        .margin(Margin::symmetric(5, 2));
    let builder = UiBuilder::new().max_rect(inner);
    let response = ui
        .scope_builder(builder, |ui| {
            ui.set_clip_rect(whole.intersect(ui.clip_rect()));
            ui.add_sized(inner.size(), field)
        })
        .inner;
    if !editor.field.shown {
        let n = editor.text.chars().count();
        let from = if editor.whole { 0 } else { editor.caret };
        let to = if editor.whole { n } else { editor.caret };
        let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
        let range = CCursorRange::two(CCursor::new(from), CCursor::new(to));
        state.cursor.set_char_range(Some(range));
        TextEdit::store_state(ui.ctx(), id, state);
        (editor.field.shown, editor.whole) = (true, false);
    }
    if response.changed() {
        editor.stays = None;
        editor.field.touched = true;
        editor.field.pick = None;
    }
    // A click in it means that it is to be corrected: arrows are of the caret from now on.
    editor.opened |= response.clicked() || response.dragged();
    response.with_new_rect(rect)
}

/// The words below a field: one that was clicked, and whether the pointer is over them.
fn words_ui(
    ui: &Ui,
    cx: &Cx<'_>,
    editor: &Editor,
    choices: &Choices,
    field: Rect,
) -> (Option<String>, bool) {
    let (found, at) = editor.offered(choices);
    let new = editor
        .adds(choices, &found)
        .then(|| cx.words().catalogue_pick_new(editor.text.trim()));
    if found.is_empty() && new.is_none() {
        return (None, false);
    }
    let lines = found.iter().map(|word| (*word).to_owned()).chain(new);
    let mut picked = None;
    let id = Id::unique("grid-words").with(editor.place.row);
    let area = Area::new(id)
        .order(Order::Foreground)
        .fixed_pos(pos2(field.left(), field.bottom() + 2.0))
        .constrain(true)
        .show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).show(ui, |ui| {
                ui.set_min_width(field.width().max(140.0) - 16.0);
                ui.set_max_width(360.0);
                widgets::bars(ui, cx.paint);
                ScrollArea::vertical()
                    .max_height(8.0 * 26.0)
                    .show(ui, |ui| {
                        ui.spacing_mut().item_spacing.y = 0.0;
                        for (i, word) in lines.enumerate() {
                            let response = word_ui(ui, cx.paint, &word, at == Some(i));
                            if at == Some(i) {
                                response.scroll_to_me(None);
                            }
                            if response.clicked() {
                                let there = found.get(i).map(|word| (*word).to_owned());
                                picked = Some(there.unwrap_or_else(|| editor.text.clone()));
                            }
                        }
                    });
            });
        });
    let over = ui.input(|input| input.pointer.interact_pos());
    let over = over.is_some_and(|at| area.response.rect.contains(at));
    (picked, over)
}

fn word_ui(ui: &mut Ui, paint: &Paint, word: &str, here: bool) -> Response {
    let galley = ui.painter().layout_no_wrap(
        word.to_owned(),
        FontId::proportional(14.0),
        if here { paint.on_selected } else { paint.ink },
    );
    let width = ui.available_width().max(galley.size().x + 16.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 26.0), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, here, word));
    if here {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(4), paint.selected);
    } else if response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(4), paint.canvas);
    }
    let top = rect.center().y - galley.size().y / 2.0;
    let colour = if here { paint.on_selected } else { paint.ink };
    ui.painter()
        .galley(pos2(rect.left() + 8.0, top), galley, colour);
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::grid::Place;

    fn kinds(can_add: bool) -> Choices {
        let words = [
            "Politica",
            "Programma",
            "Piano",
            "Progetto",
            "Azione",
            "Misura",
        ];
        Choices {
            words: words.map(str::to_owned).into(),
            can_add,
        }
    }
    fn typed(text: &str) -> Editor {
        let mut editor = Editor::typed(Place::default());
        text.chars().for_each(|c| editor.insert(c, 24));
        editor
    }

    #[test]
    fn a_word_is_found_by_how_it_begins_and_else_by_what_it_holds() {
        let kinds = kinds(false);
        for (text, word) in [
            ("a", "Azione"),
            ("M", "Misura"),
            ("prog", "Programma"),
            ("proge", "Progetto"),
            ("pià", "Piano"),
            ("sura", "Misura"),
            ("x", "x"),
            ("", ""),
        ] {
            assert_eq!(typed(text).resolved(Some(&kinds)), word, "{text}");
        }
        assert_eq!(typed("a").resolved(None), "a");
    }

    #[test]
    fn arrows_go_among_the_words_and_behind_them_stands_a_new_one() {
        let (kinds, mut editor) = (kinds(true), typed("p"));
        editor.pick(&kinds, true);
        assert_eq!(editor.resolved(Some(&kinds)), "Programma");
        for _ in 0..9 {
            editor.pick(&kinds, true);
        }
        assert_eq!(editor.resolved(Some(&kinds)), "p", "the new one");
        editor.pick(&kinds, false);
        assert_eq!(editor.resolved(Some(&kinds)), "Progetto");
        // Opened and left alone it stays what it is; from there the arrows go on.
        let mut editor = Editor::opened(Place::default(), "Azione".to_owned());
        assert_eq!(editor.resolved(Some(&kinds)), "Azione");
        editor.pick(&kinds, true);
        assert_eq!(editor.resolved(Some(&kinds)), "Misura");
    }
}
