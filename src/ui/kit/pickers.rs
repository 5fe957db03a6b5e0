//! Choosing from lists: one of a few, one or several of many with a search, with "new…" where it makes sense.

use crate::kit::keys;
use crate::theme::{self, Paint};
use crate::widgets;
use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align2, CornerRadius, FontId, Id, Key, Modifiers, Popup, PopupCloseBehavior, Response,
    ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};
use egui_material_icons::icons;
use ordito_ground::text::folded;
use ordito_words::Words;

/// One thing to choose.
#[derive(Debug, Clone)]
pub struct Choice {
    pub text: String,
    pub depth: usize,
    pub chosen: bool,
}

/// What was picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picked {
    /// The choice with this place.
    One(usize),
    /// Nothing at all.
    None,
    /// Something that is not there yet.
    New(String),
}

/// How a picker behaves.
#[derive(Debug, Clone, Copy, Default)]
pub struct Manner {
    /// Several may be chosen: it stays open.
    pub several: bool,
    pub can_be_none: bool,
    pub can_add: bool,
}

/// The framed field with the value chosen and an arrow; opens a list.
fn opener_ui(ui: &mut Ui, paint: &Paint, name: &str, value: &str, faint: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 31.0), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, enabled, name);
        info.current_text_value = Some(value.to_owned());
        info
    });
    let border = if response.hovered() {
        paint.primary
    } else {
        paint.border
    };
    let corner = CornerRadius::same(theme::RADIUS);
    ui.painter().rect(
        rect,
        corner,
        paint.surface,
        Stroke::new(1.0, border),
        StrokeKind::Inside,
    );
    let colour = if faint { paint.muted } else { paint.ink };
    line(
        ui,
        value,
        colour,
        rect.left_center() + vec2(9.0, 0.0),
        rect.width() - 36.0,
    );
    let font = FontId::new(18.0, theme::icons());
    let at = rect.right_center() - vec2(8.0, 0.0);
    ui.painter().text(
        at,
        Align2::RIGHT_CENTER,
        icons::ICON_EXPAND_MORE.codepoint,
        font,
        paint.muted,
    );
    widgets::focus_ring(ui, paint, &response, theme::RADIUS);
    response
}

fn line(ui: &Ui, text: &str, colour: egui::Color32, at: egui::Pos2, width: f32) {
    let mut job = LayoutJob::single_section(
        text.to_owned(),
        TextFormat::simple(FontId::proportional(theme::BASE), colour),
    );
    job.wrap = TextWrapping::truncate_at_width(width.max(4.0));
    let galley = ui.painter().layout_job(job);
    ui.painter()
        .galley(at - vec2(0.0, galley.size().y / 2.0), galley, colour);
}

/// One of a few: the place of what was chosen.
pub fn select_ui(ui: &mut Ui, paint: &Paint, name: &str, choices: &[Choice]) -> Option<usize> {
    let value = choices
        .iter()
        .find(|choice| choice.chosen)
        .map_or("", |choice| &choice.text);
    let opener = opener_ui(ui, paint, name, value, false);
    let mut result = None;
    Popup::menu(&opener)
        .id(opener.id.with(egui::IdSalt::new("list")))
        .width(opener.rect.width())
        .show(|ui| {
            ui.set_min_width(opener.rect.width() - 16.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            for (i, choice) in choices.iter().enumerate() {
                if line_ui(ui, paint, choice, false, false).clicked() {
                    result = Some(i);
                    ui.close();
                }
            }
        });
    result
}

fn line_ui(ui: &mut Ui, paint: &Paint, choice: &Choice, here: bool, ticks: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::click());
    let role = if ticks {
        Role::MenuItemCheckBox
    } else {
        Role::MenuItemRadio
    };
    response.widget_info(|| WidgetInfo::selected(role, true, choice.chosen, &choice.text));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    if here || response.hovered() || response.has_focus() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(4), paint.canvas);
    }
    let mut x = rect.left() + 8.0;
    if choice.chosen {
        let font = FontId::new(16.0, theme::icons());
        let at = egui::pos2(x, rect.center().y);
        ui.painter().text(
            at,
            Align2::LEFT_CENTER,
            icons::ICON_CHECK.codepoint,
            font,
            paint.primary,
        );
    }
    x += 22.0 + choice.depth as f32 * 14.0;
    line(
        ui,
        &choice.text,
        paint.ink,
        egui::pos2(x, rect.center().y),
        rect.right() - x - 4.0,
    );
    if here {
        let stroke = Stroke::new(1.0, paint.primary);
        ui.painter()
            .rect_stroke(rect, CornerRadius::same(4), stroke, StrokeKind::Inside);
    }
    response
}

/// One or several of many, with a search. `value` is what the field shows.
pub fn pick_ui(
    ui: &mut Ui,
    paint: &Paint,
    words: &Words,
    name: &str,
    value: &str,
    manner: Manner,
    choices: impl FnOnce() -> Vec<Choice>,
) -> Option<Picked> {
    let nothing = words.catalogue_none();
    let opener = opener_ui(
        ui,
        paint,
        name,
        if value.is_empty() { &nothing } else { value },
        value.is_empty(),
    );
    let id = opener.id.with(egui::IdSalt::new("picker"));
    if !Popup::is_id_open(ui.ctx(), id) && !opener.clicked() {
        return None;
    }
    let choices = choices();
    let mut result = None;
    // A narrow field has a list that can be read all the same.
    let width = opener.rect.width().max(LIST);
    let popup = Popup::menu(&opener)
        .id(id)
        .width(width)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.show(|ui| {
        ui.set_width(width - 16.0);
        result = body_ui(ui, paint, words, id, manner, &choices);
        if result.is_some() && !manner.several {
            ui.close();
        }
    });
    if !Popup::is_id_open(ui.ctx(), id) {
        ui.data_mut(|data| data.remove::<(String, usize)>(id));
    }
    result
}

/// A list is at least as wide.
const LIST: f32 = 240.0;

/// What the list holds for what was typed: nothing at all, what there is, and what could be added.
fn lines_for(
    text: &str,
    words: &Words,
    manner: Manner,
    choices: &[Choice],
) -> Vec<(Picked, Choice)> {
    let typed = folded(text);
    let mut lines: Vec<(Picked, Choice)> = Vec::new();
    if manner.can_be_none && typed.is_empty() {
        let chosen = !choices.iter().any(|choice| choice.chosen);
        lines.push((
            Picked::None,
            Choice {
                text: words.catalogue_none(),
                depth: 0,
                chosen,
            },
        ));
    }
    for (i, choice) in choices.iter().enumerate() {
        let there = folded(&choice.text);
        if typed.split_whitespace().all(|word| there.contains(word)) {
            lines.push((Picked::One(i), choice.clone()));
        }
    }
    let is_there = choices
        .iter()
        .any(|choice| folded(choice.text.trim()) == typed.trim());
    if manner.can_add && !typed.trim().is_empty() && !is_there {
        let new = words.catalogue_pick_new(text.trim());
        lines.push((
            Picked::New(text.trim().to_owned()),
            Choice {
                text: new,
                depth: 0,
                chosen: false,
            },
        ));
    }
    lines
}

fn body_ui(
    ui: &mut Ui,
    paint: &Paint,
    words: &Words,
    id: Id,
    manner: Manner,
    choices: &[Choice],
) -> Option<Picked> {
    let (mut text, mut at) = ui
        .data(|data| data.get_temp::<(String, usize)>(id))
        .unwrap_or_default();
    let (down, up) = keys::beside_text(ui);
    let enter = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, Key::Enter)) > 0;
    let hint = if manner.can_add {
        words.catalogue_pick_or_add()
    } else {
        words.catalogue_search()
    };
    let field = widgets::line_edit_ui(
        ui,
        &words.catalogue_pick_search(),
        &mut text,
        &hint,
        f32::INFINITY,
    );
    if ui.memory(|memory| memory.focused().is_none())
        || at == 0 && text.is_empty() && down + up == 0
    {
        field.request_focus();
    }
    if field.changed() {
        at = 0;
    }
    let lines = lines_for(&text, words, manner, choices);
    at = (at + down)
        .saturating_sub(up)
        .min(lines.len().saturating_sub(1));
    let mut result = None;
    widgets::bars(ui, paint);
    ScrollArea::vertical()
        .max_height(260.0)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (i, (picked, choice)) in lines.iter().enumerate() {
                let response = line_ui(ui, paint, choice, i == at, manner.several);
                if i == at && down + up > 0 {
                    response.scroll_to_me(None);
                }
                if response.clicked() || i == at && enter {
                    result = Some(picked.clone());
                }
            }
        });
    if lines.is_empty() {
        let key = if manner.can_add {
            "catalogue-pick-type-new"
        } else {
            "catalogue-pick-nothing"
        };
        ui.label(widgets::muted(words.say(key), paint));
    }
    if matches!(result, Some(Picked::New(_))) {
        text.clear();
        at = 0;
    }
    ui.data_mut(|data| data.insert_temp(id, (text, at)));
    result
}
