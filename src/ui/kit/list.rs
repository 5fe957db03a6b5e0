//! A list that is one stop of the Tab key. Arrows, Home, End and the page keys go through its lines, and a screen reader is
//! told each of them.
//!
//! A line's id comes from what it stands for, never from egui's counter: that begins anew with the first line that is in
//! sight, so that what has the keyboard would be another one, or none, as soon as the list scrolls.

use super::{keys, letters};
use crate::theme::Paint;
use egui::accesskit::Role;
use egui::{Id, Key, Modifiers, Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2};

pub struct List<'a> {
    pub id: Id,
    pub name: &'a str,
    pub role: Role,
    /// The height of a line.
    pub row: f32,
    pub n: usize,
    /// The line with the cursor.
    pub at: Option<usize>,
}

/// What was pressed while the list had the keyboard.
#[derive(Debug, Default, Clone, Copy)]
pub struct Pressed {
    /// The line the cursor goes to.
    pub to: Option<usize>,
    pub space: bool,
    pub enter: bool,
}

impl List<'_> {
    pub fn has_focus(&self, ui: &Ui) -> bool {
        ui.memory(|memory| memory.has_focus(self.id))
    }

    /// Reads the keys, and letters that go to the line whose name begins so.
    pub fn keys_of(&self, ui: &Ui, name: impl Fn(usize) -> String) -> Pressed {
        let pressed = self.keys(ui);
        if !self.has_focus(ui) {
            return pressed;
        }
        let to = letters::line(ui, self.id, (pressed.to.or(self.at), self.n), name);
        Pressed {
            to: to.or(pressed.to),
            ..pressed
        }
    }
    /// Reads the keys; before the list is drawn, so that what they do is seen at once.
    pub fn keys(&self, ui: &Ui) -> Pressed {
        if !self.has_focus(ui) {
            return Pressed::default();
        }
        keys::keep_vertical(ui, self.id);
        let times =
            |key: Key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        let page = (ui.available_height() / self.row).max(2.0) as usize - 1;
        let to = keys::line(ui, self.at, self.n, page);
        Pressed {
            to,
            space: times(Key::Space) > 0,
            enter: times(Key::Enter) > 0,
        }
    }

    /// Draws the lines that are in sight, each by `line`, which gets its number and place and says
    /// whether it was clicked: then the list takes the keyboard. `reveal` brings the cursor's
    /// line into sight; `line_id` is the id of a line's node.
    pub fn show(
        &self,
        ui: &mut Ui,
        paint: &Paint,
        area: ScrollArea,
        reveal: bool,
        line_id: impl Fn(usize) -> Id,
        mut line: impl FnMut(&mut Ui, usize, Rect) -> bool,
    ) {
        let top = self.id.with("top");
        let seen: Option<(f32, f32)> = ui.data(|data| data.get_temp(top));
        let mut area = area;
        if let (true, Some(at), Some((offset, height))) = (reveal, self.at, seen) {
            let here = at as f32 * self.row;
            if here < offset {
                area = area.vertical_scroll_offset(here);
            } else if here + self.row > offset + height {
                area = area.vertical_scroll_offset(here + self.row - height);
            }
        }
        // Before its lines, which otherwise would have no list to be in.
        ui.ctx()
            .accesskit_node_builder(self.id, |node| node.set_role(self.role));
        let mut clicked = false;
        let builder = UiBuilder::new().accessibility_parent(self.id);
        let output = ui
            .scope_builder(builder, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                area.show_rows(ui, self.row, self.n, |ui, range| {
                    for i in range {
                        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), self.row));
                        clicked |= line(ui, i, rect);
                    }
                })
            })
            .inner;
        let rect = output.inner_rect;
        ui.data_mut(|data| data.insert_temp(top, (output.state.clamped_offset().y, rect.height())));
        let whole = ui.interact(rect, self.id, Sense::focusable_noninteractive());
        whole.widget_info(|| WidgetInfo::labeled(self.role, true, self.name));
        // After the place of the list is known: a click beside it takes the keyboard away.
        if clicked {
            whole.request_focus();
        }
        if let Some(at) = self.at.filter(|at| *at < self.n) {
            let line = line_id(at).accesskit_id();
            ui.ctx()
                .accesskit_node_builder(self.id, |node| node.set_active_descendant(line));
        }
        crate::widgets::focus_ring(ui, paint, &whole.with_new_rect(rect.shrink(1.0)), 4);
    }
}
