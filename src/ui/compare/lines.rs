//! The lines of the list of differences: heads, keyboard, one line.

use super::list::change_of;
use super::{CompareScreen, Pane, View, names};
use crate::Cx;
use crate::kit::{keys, letters};
use crate::theme;
use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align2, Color32, CornerRadius, FontFamily, FontId, Id, Key, Rect, ScrollArea, Sense, Stroke,
    Ui, UiBuilder, pos2, vec2,
};
use ordito_analysis::{Change, Found, Place};
use ordito_words::messages::CompareLine;
use ordito_workspace::Changes;

const ROW: f32 = 26.0;

/// Where things stand in a line: column, last change, the two values; each from its left edge.
struct Places {
    column: f32,
    change: Option<f32>,
    numbers: f32,
}
impl Places {
    fn of(rect: Rect, versions: bool) -> Self {
        let numbers = rect.right() - 18.0 - 190.0;
        let (left, room) = (rect.left() + 12.0, numbers - rect.left() - 24.0);
        let (column, change) = if versions {
            (0.4, Some(0.68))
        } else {
            (0.55, None)
        };
        Self {
            column: left + room * column,
            change: change.map(|share| left + room * share),
            numbers,
        }
    }
}

/// What stands in the columns of the list.
pub fn heads_ui(ui: &mut Ui, cx: &Cx<'_>, view: &View, (versions, n_lines): (bool, usize)) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 18.0));
    // The lines give way to their scrollbar.
    let bar = if n_lines as f32 * ROW > ui.available_height() {
        12.0
    } else {
        0.0
    };
    let rect = rect.with_max_x(rect.right() - bar);
    let places = Places::of(rect, versions);
    let other = names::letter(view.against);
    let difference = format!("{other} − A");
    let column = if names::is_picked(&view.made) {
        String::new()
    } else {
        words.compare_head_column()
    };
    for (x, align, text) in [
        (
            rect.left() + 12.0,
            Align2::LEFT_CENTER,
            words.compare_head_row(),
        ),
        (places.column, Align2::LEFT_CENTER, column),
        (
            places.numbers + 25.0,
            Align2::CENTER_CENTER,
            names::letter(0).to_owned(),
        ),
        (
            places.numbers + 75.0,
            Align2::CENTER_CENTER,
            other.to_owned(),
        ),
        (rect.right() - 18.0, Align2::RIGHT_CENTER, difference),
    ] {
        ui.painter().text(
            pos2(x, rect.center().y),
            align,
            text,
            FontId::proportional(theme::CAPTION),
            paint.muted,
        );
    }
    if let Some(x) = places.change {
        let font = FontId::proportional(theme::CAPTION);
        let text = words.compare_head_change();
        ui.painter().text(
            pos2(x, rect.center().y),
            Align2::LEFT_CENTER,
            text,
            font,
            paint.muted,
        );
    }
    ui.painter().hline(
        rect.x_range(),
        rect.bottom() + 1.5,
        Stroke::new(1.0, paint.line),
    );
}

fn line_id(place: Place) -> Id {
    Id::unique("compare-line").with((place.row, place.column))
}

/// Draws the lines; true when the cell of one is to be gone to.
pub fn lines_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (view, changes): (&View, Option<&Changes>),
    state: &mut CompareScreen,
) -> bool {
    let Cx { workspace, .. } = *cx;
    let body = ui.available_rect_before_wrap();
    let id = Id::unique("compare-list-lines");
    ui.interact(body, id, Sense::click());
    if state.focus == Some(Pane::List) {
        ui.memory_mut(|memory| memory.request_focus(id));
        state.focus = None;
    }
    let had_focus = state.list_focused;
    state.list_focused = ui.memory(|memory| memory.has_focus(id));
    let here = state.place();
    let at = state
        .list
        .lines
        .iter()
        .position(|found| Some(found.place) == here);
    let (mut chosen, mut jump, mut reveal) = (None, false, false);
    if state.list_focused && had_focus {
        keys::keep_vertical(ui, id);
        let page = (body.height() / ROW).max(2.0) as usize - 1;
        let name = |line: usize| {
            let found = state.list.lines.get(line);
            let row = found.and_then(|found| view.made.rows.get(found.place.row));
            let name = names::line(workspace, &view.made, row);
            let behind = name.split_once(' ').map_or("", |(_, behind)| behind);
            format!("{name}\n{behind}")
        };
        let n = state.list.lines.len();
        let to = keys::line(ui, at, n, page).or_else(|| letters::line(ui, id, (at, n), name));
        chosen = to
            .and_then(|to| state.list.lines.get(to))
            .map(|found| found.place);
        reveal = chosen.is_some();
        jump = ui.input(|input| input.key_pressed(Key::Enter)) && at.is_some();
    }
    let name = workspace.words().compare_list_label();
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::ListBox);
        node.set_label(name);
        if let Some(place) = here.filter(|_| at.is_some()) {
            node.set_active_descendant(line_id(place).accesskit_id());
        }
    });
    let n = state.list.lines.len();
    let follow = here != state.list.reveal && at.is_some() && !state.list_focused;
    state.list.reveal = here;
    let builder = UiBuilder::new().max_rect(body).accessibility_parent(id);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical()
            .id_salt("compare-lines")
            .auto_shrink(false)
            .show_rows(ui, ROW, n, |ui, range| {
                let top = ui.cursor().top() - range.start as f32 * ROW;
                let wanted = if reveal {
                    state
                        .list
                        .lines
                        .iter()
                        .position(|found| Some(found.place) == chosen)
                } else if follow {
                    at
                } else {
                    None
                };
                if let Some(wanted) = wanted {
                    let rect = Rect::from_min_size(
                        pos2(body.left(), top + wanted as f32 * ROW),
                        vec2(10.0, ROW),
                    );
                    ui.scroll_to_rect_animation(rect, None, egui::style::ScrollAnimation::none());
                }
                for i in range {
                    let Some(found) = state.list.lines.get(i).copied() else {
                        continue;
                    };
                    let (clicked, twice) = line_ui(ui, cx, (view, changes), state, found);
                    if clicked {
                        chosen = Some(found.place);
                        ui.memory_mut(|memory| memory.request_focus(id));
                    }
                    jump |= twice;
                }
            });
    });
    if let Some(place) = chosen {
        if state.layout.at(place).is_none() {
            state.only_differences = false;
        }
        state.go_to(view, place);
    }
    jump
}

/// What a line says: its cell, who changed it last, the two values and what parts them.
struct Texts {
    row: String,
    column: String,
    who: Option<String>,
    values: [String; 2],
    difference: String,
}
impl Texts {
    fn of(cx: &Cx<'_>, view: &View, changes: Option<&Changes>, found: Found) -> Self {
        let (workspace, words, made) = (cx.workspace, cx.words(), &view.made);
        let numbers = words.numbers();
        let value = |side: usize| {
            let value = made.dot(side, found.place).map(|dot| dot.value);
            let shown = value.map(|value| numbers.cell(value)).unwrap_or_default();
            if shown.is_empty() {
                "–".to_owned()
            } else {
                shown
            }
        };
        let difference = match found.change {
            Change::Scores { net, .. } if net != 0.0 => numbers.shortest(net),
            Change::Scores { .. } | Change::States => "≠".to_owned(),
            Change::OnlyFirst => words.compare_only(names::letter(0)),
            Change::OnlySecond => words.compare_only(names::letter(view.against)),
            Change::Nothing | Change::Equal => String::new(),
        };
        let column = if names::is_picked(made) {
            String::new()
        } else {
            names::line(workspace, made, made.columns.get(found.place.column))
        };
        let change = changes.and_then(|changes| change_of(view, changes, found.place));
        let who = change.map(|change| {
            format!(
                "{} · {}",
                ordito_words::say_author(&change.by, words),
                numbers.date_time(change.at)
            )
        });
        Self {
            row: names::line(workspace, made, made.rows.get(found.place.row)),
            column,
            who,
            values: [value(0), value(view.against)],
            difference,
        }
    }

    /// All of it in a sentence, for a screen reader.
    fn said(&self, cx: &Cx<'_>, view: &View, place: Place) -> String {
        let [first, second] = &self.values;
        let said = cx.words().compare_line(CompareLine {
            difference: self.difference.as_str(),
            first: first.as_str(),
            second: second.as_str(),
            what: &names::crossing(cx.workspace, &view.made, place),
        });
        match &self.who {
            Some(who) => format!("{said}, {who}"),
            None => said,
        }
    }

    fn paint(self, ui: &Ui, rect: Rect, has_change: bool, (ink, strong): (Color32, Color32)) {
        let painter = ui.painter();
        let text = |left: f32, width: f32, text: String| {
            let font = FontId::new(13.0, FontFamily::Proportional);
            let mut job = LayoutJob::single_section(text, TextFormat::simple(font, ink));
            job.wrap = TextWrapping::truncate_at_width(width.max(10.0));
            let galley = painter.layout_job(job);
            let top = rect.center().y - galley.size().y / 2.0;
            painter.galley(pos2(left, top), galley, ink);
        };
        let places = Places::of(rect, has_change);
        let left = rect.left() + 12.0;
        text(left, places.column - left - 8.0, self.row);
        let end = places.change.unwrap_or(places.numbers - 12.0);
        text(places.column, end - places.column - 8.0, self.column);
        if let (Some(x), Some(who)) = (places.change, self.who) {
            text(x, places.numbers - x - 8.0, who);
        }
        let font = FontId::new(13.0, theme::semibold());
        for (i, value) in self.values.into_iter().enumerate() {
            let at = pos2(places.numbers + 25.0 + 50.0 * i as f32, rect.center().y);
            painter.text(at, Align2::CENTER_CENTER, value, font.clone(), ink);
        }
        let at = pos2(rect.right() - 18.0, rect.center().y);
        painter.text(at, Align2::RIGHT_CENTER, self.difference, font, strong);
    }
}

/// Whether it was clicked, and twice.
fn line_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (view, changes): (&View, Option<&Changes>),
    state: &CompareScreen,
    found: Found,
) -> (bool, bool) {
    let paint = cx.paint;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let id = line_id(found.place);
    let response = ui.interact(rect, id, Sense::CLICK);
    let is_chosen = state.place() == Some(found.place);
    let texts = Texts::of(cx, view, changes, found);
    let said = texts.said(cx, view, found.place);
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::ListBoxOption);
        node.set_label(said);
        node.set_selected(is_chosen);
        let [x0, y0, x1, y1] = [rect.min.x, rect.min.y, rect.max.x, rect.max.y].map(f64::from);
        node.set_bounds(egui::accesskit::Rect { x0, y0, x1, y1 });
        node.add_action(egui::accesskit::Action::Click);
    });
    if is_chosen {
        ui.painter()
            .rect_filled(rect, CornerRadius::ZERO, paint.selected);
        if state.list_focused {
            let bar = Rect::from_min_size(rect.min, vec2(3.0, ROW));
            ui.painter()
                .rect_filled(bar, CornerRadius::ZERO, paint.primary);
        }
    } else if response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::ZERO, paint.canvas);
    }
    ui.painter().hline(
        rect.x_range(),
        rect.bottom() - 0.5,
        Stroke::new(1.0, paint.line),
    );
    let ink = if is_chosen {
        paint.on_selected
    } else {
        paint.ink
    };
    let opposite = matches!(found.change, Change::Scores { opposite: true, .. });
    let strong = if opposite { paint.danger } else { ink };
    texts.paint(ui, rect, changes.is_some(), (ink, strong));
    (crate::widgets::chosen(&response), response.double_clicked())
}
