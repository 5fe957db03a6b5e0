//! The list of actors, clusters or sources: search, lines of two facts, add; arrows, Insert and Delete work.

use super::record::Target;
use super::{CatalogueScreen, Pane, toolbar};
use crate::Cx;
use crate::kit::{keys, letters};
use crate::theme::{self, Paint};
use crate::{cover, widgets};
use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align, Align2, Color32, CornerRadius, EventFilter, FontFamily, FontId, Frame, Id, Key, Layout,
    Margin, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2,
};
use egui_material_icons::MaterialIcon;
use ordito_ground::text::folded;

/// One line.
pub struct Line {
    pub target: Target,
    pub title: String,
    pub below: String,
    /// On the right, such as how often it is used.
    pub aside: String,
    pub colour: Option<Color32>,
}

/// What the list says when it is empty, and what it adds.
pub struct Texts {
    pub icon: MaterialIcon,
    /// Name of the list.
    pub name: &'static str,
    pub add: &'static str,
    pub empty_title: &'static str,
    pub empty_text: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Chosen(Target),
    Add,
}

const ROW: f32 = 46.0;

pub fn list_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    room: &mut CatalogueScreen,
    texts: &Texts,
    mut lines: Vec<Line>,
) -> Option<Outcome> {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let can_edit = workspace
        .document()
        .is_some_and(|document| !document.is_read_only());
    let mut outcome = None;
    if lines.is_empty() {
        let (title, text) = (words.say(texts.empty_title), words.say(texts.empty_text));
        widgets::empty_ui(ui, paint, texts.icon, &title, &text, |ui| {
            if widgets::primary_button_ui(ui, paint, &words.say(texts.add), can_edit).clicked() {
                outcome = Some(Outcome::Add);
            }
        });
        return outcome;
    }
    if above_ui(ui, cx, room, texts) {
        outcome = Some(Outcome::Add);
    }
    let typed = folded(&room.side_search);
    lines.retain(|line| {
        let text = folded(&format!("{} {}", line.title, line.below));
        typed.split_whitespace().all(|word| text.contains(word))
    });
    lines.sort_by_key(|line| folded(&line.title));
    let chosen = room.target();
    let body = ui.available_rect_before_wrap();
    let id = Id::unique("catalogue-side").with(texts.name);
    ui.interact(body, id, Sense::click());
    let pressed = keys(ui, room, id, &lines);
    let reveal = matches!(pressed, Some(Outcome::Chosen(_)));
    outcome = outcome.or(pressed.filter(|pressed| can_edit || *pressed != Outcome::Add));
    let name = words.say(texts.name);
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::ListBox);
        node.set_label(name);
        if let Some(target) = chosen {
            node.set_active_descendant(line_id(target).accesskit_id());
        }
    });
    if lines.is_empty() {
        ui.add_space(24.0);
        ui.vertical_centered(|ui| {
            ui.label(widgets::muted(words.catalogue_not_found_title(), paint))
        });
        return outcome;
    }
    let builder = UiBuilder::new().max_rect(body).accessibility_parent(id);
    ui.scope_builder(builder, |ui| {
        widgets::bars(ui, paint);
        ScrollArea::vertical()
            .id_salt(("catalogue-side-rows", texts.name))
            .auto_shrink(false)
            .show_rows(ui, ROW, lines.len(), |ui, range| {
                for i in range {
                    let Some(line) = lines.get(i) else { continue };
                    if line_ui(ui, cx, room, line, (i, lines.len())) {
                        outcome = Some(Outcome::Chosen(line.target));
                    }
                }
            });
        if reveal
            && let Some(Outcome::Chosen(target)) = outcome
            && let Some(i) = lines.iter().position(|line| line.target == target)
        {
            let top = body.top() + i as f32 * ROW;
            ui.scroll_to_rect(
                Rect::from_min_size(pos2(body.left(), top), vec2(10.0, ROW)),
                None,
            );
        }
    });
    outcome
}

/// Search, and what adds one; whether one is to be added.
fn above_ui(ui: &mut Ui, cx: &Cx<'_>, room: &mut CatalogueScreen, texts: &Texts) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let can_edit = workspace
        .document()
        .is_some_and(|document| !document.is_read_only());
    let margin = Margin {
        left: 12,
        right: 12,
        top: 0,
        bottom: 8,
    };
    let add = |ui: &mut Ui| {
        let name = workspace.words().say(texts.add);
        widgets::primary_button_ui(ui, paint, &name, can_edit).clicked()
    };
    Frame::new()
        .inner_margin(margin)
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                toolbar::search_ui(ui, workspace, room, 260.0);
                ui.with_layout(Layout::right_to_left(Align::Center), add)
                    .inner
            })
            .inner
        })
        .inner
}

/// What was pressed while the list has the keyboard: another line, or that one is to be added.
fn keys(ui: &Ui, room: &mut CatalogueScreen, id: Id, lines: &[Line]) -> Option<Outcome> {
    let filter = EventFilter {
        tab: false,
        horizontal_arrows: false,
        vertical_arrows: true,
        escape: false,
    };
    let keyboard = cover::keep(ui, id, room.focus == Some(Pane::List), filter);
    if keyboard.has && room.focus == Some(Pane::List) {
        room.focus = None;
    }
    room.list_focused = keyboard.has;
    if !keyboard.takes {
        return None;
    }
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let chosen = room.target();
    if pressed(Key::Enter) && chosen.is_some() {
        room.focus = Some(Pane::Details);
    }
    if pressed(Key::Insert) {
        return Some(Outcome::Add);
    }
    let at = chosen.and_then(|target| lines.iter().position(|line| line.target == target));
    let page = (ui.available_height() / ROW).max(2.0) as usize - 1;
    let name = |line: usize| {
        let line = lines.get(line);
        line.map(|line| line.title.clone()).unwrap_or_default()
    };
    let to = keys::line(ui, at, lines.len(), page)
        .or_else(|| letters::line(ui, id, (at, lines.len()), name))?;
    lines.get(to).map(|line| Outcome::Chosen(line.target))
}

fn line_id(target: Target) -> Id {
    Id::unique("catalogue-line").with(target)
}

/// Whether it was chosen.
fn line_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    room: &CatalogueScreen,
    line: &Line,
    place: (usize, usize),
) -> bool {
    let paint = cx.paint;
    let is_chosen = room.target() == Some(line.target);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect, line_id(line.target), Sense::CLICK);
    say_line(ui, cx, line, place, (is_chosen, rect));
    let fill = if is_chosen {
        Some(paint.selected)
    } else if response.hovered() {
        Some(paint.canvas)
    } else {
        None
    };
    if let Some(fill) = fill {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, fill);
    }
    if is_chosen && room.list_focused {
        let bar = Rect::from_min_size(rect.min, vec2(3.0, ROW));
        ui.painter()
            .rect_filled(bar, CornerRadius::ZERO, paint.primary);
    }
    ui.painter().hline(
        rect.x_range(),
        rect.bottom() - 0.5,
        Stroke::new(1.0, paint.line),
    );
    let inks = if is_chosen {
        (paint.on_selected, paint.on_selected)
    } else {
        (paint.ink, paint.muted)
    };
    paint_line(ui, paint, line, rect, inks);
    widgets::chosen(&response)
}

/// A line for a screen reader.
fn say_line(
    ui: &Ui,
    cx: &Cx<'_>,
    line: &Line,
    (at, n): (usize, usize),
    (is_chosen, rect): (bool, Rect),
) {
    let words = cx.words();
    let said: Vec<&str> = [&line.title, &line.below, &line.aside]
        .into_iter()
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .collect();
    let said = said.join(", ");
    let place = words.catalogue_row_place(words.numbers().count(at + 1), n);
    ui.ctx()
        .accesskit_node_builder(line_id(line.target), |node| {
            node.set_role(Role::ListBoxOption);
            node.set_label(said);
            node.set_selected(is_chosen);
            node.set_bounds(super::list::bounds(rect));
            node.add_action(egui::accesskit::Action::Click);
            node.set_description(place);
        });
}

fn paint_line(ui: &Ui, paint: &Paint, line: &Line, rect: Rect, (ink, muted): (Color32, Color32)) {
    let mut left = rect.left() + 16.0;
    if let Some(colour) = line.colour {
        let mark = Rect::from_min_size(pos2(left, rect.center().y - 7.0), vec2(14.0, 14.0));
        ui.painter().rect(
            mark,
            CornerRadius::same(4),
            colour,
            Stroke::new(1.0, paint.border),
            StrokeKind::Inside,
        );
        left += 24.0;
    }
    let right = pos2(rect.right() - 18.0, rect.center().y);
    let aside = ui.painter().text(
        right,
        Align2::RIGHT_CENTER,
        &line.aside,
        FontId::proportional(13.0),
        muted,
    );
    let width = aside.left() - 12.0 - left;
    let lines = [
        (
            &line.title,
            FontId::new(theme::BASE, theme::semibold()),
            ink,
            rect.top() + 5.0,
        ),
        (
            &line.below,
            FontId::new(12.5, FontFamily::Proportional),
            muted,
            rect.top() + 24.0,
        ),
    ];
    for (text, font, colour, top) in lines {
        let mut job = LayoutJob::single_section(text.clone(), TextFormat::simple(font, colour));
        job.wrap = TextWrapping::truncate_at_width(width.max(20.0));
        let galley = ui.painter().layout_job(job);
        let top = if line.below.is_empty() {
            rect.center().y - galley.size().y / 2.0
        } else {
            top
        };
        ui.painter().galley(pos2(left, top), galley, colour);
    }
}
