//! The controls of the house: what egui has, dressed as `design/` shows, each with a name for a screen reader.

use super::cover;
use super::theme::{self, Paint};
use crate::kit::keys;
use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align2, Button, Color32, ComboBox, CornerRadius, FontId, Frame, Key, Margin, Modifiers, Pos2,
    Response, RichText, Sense, Stroke, StrokeKind, TextEdit, Ui, Vec2, WidgetInfo, vec2,
};
use egui_material_icons::MaterialIcon;
use ordito_words::Words;

/// A caption above a field, 12 px.
pub fn caption_ui(ui: &mut Ui, paint: &Paint, text: &str) -> Response {
    ui.label(RichText::new(text).size(theme::CAPTION).color(paint.muted))
}

/// The title of a part of a panel: 600, 13 px.
pub fn part_title_ui(ui: &mut Ui, paint: &Paint, text: &str) -> Response {
    ui.label(
        RichText::new(text)
            .family(theme::semibold())
            .size(13.0)
            .color(paint.ink),
    )
}

/// A slider whose track can be told from what it lies on, filled up to where it stands.
pub fn slider_ui(
    ui: &mut Ui,
    paint: &Paint,
    value: &mut f64,
    (range, step): (std::ops::RangeInclusive<f64>, f64),
) -> Response {
    ui.scope(|ui| {
        let visuals = ui.visuals_mut();
        visuals.selection.bg_fill = paint.primary;
        visuals.widgets.inactive.bg_fill = paint.border;
        let slider = egui::Slider::new(value, range);
        ui.add(slider.step_by(step).show_value(false))
    })
    .inner
}

/// The title of a screen: 700, 18 px.
pub fn title_ui(ui: &mut Ui, paint: &Paint, text: &str) -> Response {
    let response = ui.label(
        RichText::new(text)
            .family(theme::bold())
            .size(18.0)
            .color(paint.ink),
    );
    heading(ui, &response, text);
    if ui.stack().contained_in(egui::UiKind::Modal) {
        // The name of the dialog it heads.
        region(ui, Role::Dialog, text);
    }
    response
}

/// Makes a heading of a text, by which readers go through a screen.
pub fn heading(ui: &Ui, response: &Response, text: &str) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_label(text);
    });
}

pub fn muted(text: impl Into<String>, paint: &Paint) -> RichText {
    RichText::new(text).color(paint.muted)
}

/// The one button that matters most.
pub fn primary_button_ui(ui: &mut Ui, paint: &Paint, text: &str, enabled: bool) -> Response {
    let text = RichText::new(text)
        .family(theme::semibold())
        .color(if enabled {
            paint.on_primary
        } else {
            paint.muted
        });
    let fill = if enabled { paint.primary } else { paint.canvas };
    ui.add_enabled(
        enabled,
        Button::new(text).fill(fill).stroke(Stroke::new(1.0, fill)),
    )
}

/// The button that Enter presses in a dialog, from nowhere or from the field that asks for it: whether it was pressed.
pub fn default_button_ui(
    ui: &mut Ui,
    paint: &Paint,
    (text, enabled): (&str, bool),
    field: Option<egui::Id>,
) -> bool {
    let clicked = primary_button_ui(ui, paint, text, enabled).clicked();
    let before = cover::focus_before(ui.ctx());
    let enter = enabled
        && cover::is_in_front(ui)
        && before.is_none_or(|id| Some(id) == field)
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    clicked || enter
}

/// A framed button.
pub fn button_ui(ui: &mut Ui, text: &str) -> Response {
    ui.add(Button::new(text))
}

/// A button that takes something away for good, where that is the question: what only leads to the question is not red.
pub fn danger_button_ui(ui: &mut Ui, paint: &Paint, text: &str) -> Response {
    ui.add(
        Button::new(RichText::new(text).color(paint.danger)).stroke(Stroke::new(1.0, paint.danger)),
    )
}

/// A square button with an icon; `name` is its tooltip and what a screen reader says.
pub fn icon_button_ui(
    ui: &mut Ui,
    paint: &Paint,
    icon: MaterialIcon,
    name: &str,
    enabled: bool,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(
        vec2(28.0, 28.0),
        if enabled {
            Sense::click()
        } else {
            Sense::hover()
        },
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    if ui.is_rect_visible(rect) {
        if enabled && response.hovered() {
            ui.painter()
                .rect_filled(rect, CornerRadius::same(theme::RADIUS), paint.canvas);
        }
        focus_ring(ui, paint, &response, theme::RADIUS);
        let colour = if enabled {
            paint.ink
        } else {
            paint.muted.gamma_multiply(0.5)
        };
        ui.painter().text(
            rect.center(),
            Align2::CENTER_CENTER,
            icon.codepoint,
            FontId::new(19.0, theme::icons()),
            colour,
        );
    }
    response.on_hover_text(name)
}

/// Text from a point to the right in one line, cut with an ellipsis where it is wider than its room.
pub fn cut_text(ui: &Ui, text: &str, font: FontId, ink: Color32, (at, room): (Pos2, f32)) {
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, ink));
    job.wrap = TextWrapping::truncate_at_width(room.max(4.0));
    let galley = ui.painter().layout_job(job);
    let at = at - vec2(0.0, galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
}

/// An icon beside words that say the same: a screen reader passes over it.
pub fn icon_ui(ui: &mut Ui, icon: MaterialIcon, size: f32, colour: Color32) {
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    let font = FontId::new(size, theme::icons());
    ui.painter().text(
        rect.center(),
        Align2::CENTER_CENTER,
        icon.codepoint,
        font,
        colour,
    );
}

/// Says in the language of the program what the handle of a resizable panel is, which egui names in English. After the
/// panel has been shown, in the same place.
pub fn name_divider(ui: &Ui, panel: &str, words: &Words) {
    // As egui makes it (`Panel::resize_id`); where that changes, the window test finds the English name.
    let id = ui
        .scope_id()
        .with_salt(egui::IdSalt::new(panel))
        .with("__resize");
    if ui.ctx().read_response(id).is_some() {
        ui.ctx()
            .accesskit_node_builder(id, |node| node.set_label(words.divider_label()));
    }
}

/// Says what a part of the window is, for a reader that goes from part to part.
pub fn region(ui: &Ui, role: Role, name: &str) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(role);
        node.set_label(name);
    });
}

/// The ring that shows where the keyboard is.
pub fn focus_ring(ui: &Ui, paint: &Paint, response: &Response, radius: u8) {
    if response.has_focus() {
        let stroke = Stroke::new(2.0, paint.primary);
        ui.painter().rect_stroke(
            response.rect,
            CornerRadius::same(radius),
            stroke,
            StrokeKind::Outside,
        );
    }
}

/// One of several, side by side in one frame. Returns the index that was chosen.
pub fn segmented_ui(
    ui: &mut Ui,
    paint: &Paint,
    name: &str,
    labels: &[String],
    chosen: usize,
) -> Option<usize> {
    let mut result = None;
    let font = FontId::proportional(theme::BASE);
    let widths: Vec<f32> = labels
        .iter()
        .map(|label| {
            ui.fonts_mut(|fonts| fonts.layout_no_wrap(label.clone(), font.clone(), paint.ink))
                .size()
                .x
                + 20.0
        })
        .collect();
    let total: f32 = widths.iter().sum();
    let (rect, _) = ui.allocate_exact_size(vec2(total, 28.0), Sense::hover());
    let painter = ui.painter().clone();
    painter.rect_filled(rect, CornerRadius::same(theme::RADIUS), paint.surface);
    let mut left = rect.left();
    for (i, (label, width)) in labels.iter().zip(&widths).enumerate() {
        let part =
            egui::Rect::from_min_size(egui::pos2(left, rect.top()), vec2(*width, rect.height()));
        left += width;
        let response = ui.interact(part, ui.scope_id().with((name, i)), Sense::click());
        let is_chosen = i == chosen;
        response.widget_info(|| {
            WidgetInfo::selected(
                Role::RadioButton,
                true,
                is_chosen,
                format!("{name}: {label}"),
            )
        });
        let (first, last) = (i == 0, i + 1 == labels.len());
        let round = |yes: bool| if yes { theme::RADIUS } else { 0 };
        let corners = CornerRadius {
            nw: round(first),
            sw: round(first),
            ne: round(last),
            se: round(last),
        };
        if is_chosen {
            painter.rect_filled(part, corners, paint.selected);
        } else if response.hovered() {
            painter.rect_filled(part, corners, paint.canvas);
        }
        if !last {
            painter.vline(
                part.right(),
                part.y_range().shrink(0.5),
                Stroke::new(1.0, paint.border),
            );
        }
        let (font, colour) = if is_chosen {
            (
                FontId::new(theme::BASE, theme::semibold()),
                paint.on_selected,
            )
        } else {
            (font.clone(), paint.ink)
        };
        painter.text(part.center(), Align2::CENTER_CENTER, label, font, colour);
        focus_ring(ui, paint, &response, theme::RADIUS);
        if response.clicked() {
            result = Some(i);
        }
    }
    painter.rect_stroke(
        rect,
        CornerRadius::same(theme::RADIUS),
        Stroke::new(1.0, paint.border),
        StrokeKind::Inside,
    );
    result
}

/// A round chip, as for scale, filter and order above the grid.
pub fn chip_ui(ui: &mut Ui, paint: &Paint, text: &str, active: bool) -> Response {
    let colour = if active { paint.on_selected } else { paint.ink };
    let fill = if active {
        paint.selected
    } else {
        paint.surface
    };
    ui.add(
        Button::new(RichText::new(text).size(13.0).color(colour))
            .fill(fill)
            .stroke(Stroke::new(
                1.0,
                if active { paint.primary } else { paint.border },
            ))
            .corner_radius(CornerRadius::same(theme::RADIUS)),
    )
}

/// The arrow of everything that opens a list.
pub const ARROW: MaterialIcon = egui_material_icons::icons::ICON_EXPAND_MORE;

fn with_arrow(text: RichText, colour: Color32) -> Button<'static> {
    let arrow = RichText::new(ARROW.codepoint)
        .family(theme::icons())
        .size(16.0)
        .color(colour);
    Button::new((text, arrow)).gap(4.0)
}

/// A chip that opens a list.
pub fn drop_chip_ui(ui: &mut Ui, paint: &Paint, text: &str, active: bool) -> Response {
    let (ink, fill, border) = if active {
        (paint.on_selected, paint.selected, paint.primary)
    } else {
        (paint.ink, paint.surface, paint.border)
    };
    let button = with_arrow(RichText::new(text).size(13.0).color(ink), ink)
        .fill(fill)
        .stroke(Stroke::new(1.0, border));
    let response = ui.add(button);
    name_it(ui, &response, text);
    response
}

/// A button that opens a list of things to show.
pub fn drop_button_ui(ui: &mut Ui, paint: &Paint, text: &str) -> Response {
    let response = ui.add(with_arrow(RichText::new(text), paint.muted).truncate());
    name_it(ui, &response, text);
    response
}

/// A list to choose one from, with the arrow that all of them have.
pub fn combo(salt: impl egui::AsIdSalt) -> ComboBox<'static> {
    ComboBox::from_id_salt(salt).icon(|ui, rect, visuals, _| {
        let (font, ink) = (FontId::new(18.0, theme::icons()), visuals.text_color());
        ui.painter().text(
            rect.center(),
            Align2::CENTER_CENTER,
            ARROW.codepoint,
            font,
            ink,
        );
    })
}

/// A small mark with words, such as "provvisorio".
pub fn badge_ui(ui: &mut Ui, text: &str, colour: Color32) -> Response {
    let galley = ui
        .painter()
        .layout_no_wrap(text.to_owned(), FontId::proportional(11.0), colour);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(12.0, 2.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    let stroke = Stroke::new(1.0, colour);
    ui.painter()
        .rect_stroke(rect, CornerRadius::same(8), stroke, StrokeKind::Inside);
    ui.painter()
        .galley(rect.min + vec2(6.0, 1.0), galley, colour);
    response
}

/// A white box with a border, for figures and lists.
pub fn card(paint: &Paint) -> Frame {
    Frame::new()
        .fill(paint.surface)
        .stroke(Stroke::new(1.0, paint.line))
        .corner_radius(CornerRadius::same(theme::RADIUS))
        .inner_margin(Margin::same(16))
}

/// The frame of a dialog.
pub fn dialog_frame(ui: &Ui) -> Frame {
    Frame::popup(ui.style()).inner_margin(Margin::same(20))
}

fn following() -> egui::Id {
    egui::Id::unique("follows-focus")
}

/// Whether the keyboard has just moved, and what has it now is to be brought into view.
pub fn follow(ctx: &egui::Context, follows: bool) {
    ctx.data_mut(|data| data.insert_temp(following(), follows));
}

/// What has the keyboard, if it cannot be seen. A part of something large, such as a grid, is enough.
pub fn hidden_focus(ctx: &egui::Context) -> Option<Response> {
    let response = ctx
        .memory(egui::Memory::focused)
        .and_then(|id| ctx.read_response(id))?;
    let screen = ctx.content_rect();
    let seen = response.interact_rect.intersect(screen);
    let large = response.rect.width() > screen.width() * 0.7
        || response.rect.height() > screen.height() * 0.5;
    let hidden = if large {
        !seen.is_positive()
    } else {
        !seen.expand(1.0).contains_rect(response.rect)
    };
    hidden.then_some(response)
}

/// At the end of what is scrolled as a whole: scrolls it to what has the keyboard, where that moved and is hidden.
pub fn bring_focus(ui: &Ui) {
    if ui.data(|data| data.get_temp(following())) == Some(true)
        && let Some(hidden) = hidden_focus(ui.ctx())
    {
        ui.scroll_to_rect_animation(hidden.rect, None, egui::style::ScrollAnimation::none());
    }
}

/// What a dialog holds; scrolled where the window is too small for it, as it is at 200 %.
pub fn dialog_ui<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let screen = ui.ctx().content_rect().size();
    if screen.x >= 900.0 && screen.y >= 600.0 {
        return add(ui);
    }
    let room = screen - vec2(64.0, 64.0);
    let area = egui::ScrollArea::both()
        .max_width(room.x)
        .max_height(room.y);
    let area = area.min_scrolled_width(room.x).min_scrolled_height(room.y);
    area.show(ui, |ui| {
        let result = add(ui);
        bring_focus(ui);
        result
    })
    .inner
}

/// Whether a line of a list was chosen: a right click takes what is under it, as a left one does.
pub fn chosen(line: &Response) -> bool {
    line.clicked() || line.secondary_clicked()
}

/// A bar of a share in 0…1.
pub fn share_bar_ui(ui: &mut Ui, paint: &Paint, name: &str, share: f32, size: Vec2) -> Response {
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, name);
        info.value = Some(f64::from(share) * 100.0);
        info
    });
    let radius = CornerRadius::same((size.y / 2.0) as u8);
    ui.painter().rect_filled(rect, radius, paint.line);
    let filled = egui::Rect::from_min_size(
        rect.min,
        vec2(rect.width() * share.clamp(0.0, 1.0), rect.height()),
    );
    ui.painter().rect_filled(filled, radius, paint.primary);
    response
}

/// One line of text with its name for a screen reader.
pub fn line_edit_ui(
    ui: &mut Ui,
    name: &str,
    text: &mut String,
    hint: &str,
    width: f32,
) -> Response {
    let response = ui.add(
        TextEdit::singleline(text)
            .hint_text(hint)
            .desired_width(width)
            .margin(Margin::symmetric(8, 5)),
    );
    name_it(ui, &response, name);
    response
}

/// Several lines of text with their name for a screen reader.
pub fn text_area_ui(
    ui: &mut Ui,
    name: &str,
    text: &mut String,
    rows: usize,
    width: f32,
) -> Response {
    let response = ui.add(
        TextEdit::multiline(text)
            .desired_rows(rows)
            .desired_width(width)
            .margin(Margin::symmetric(8, 6)),
    );
    name_it(ui, &response, name);
    response
}

/// Scroll bars that are seen: what is drawn inside paints its own fills.
pub fn bars(ui: &mut Ui, paint: &Paint) {
    let widgets = &mut ui.visuals_mut().widgets;
    widgets.inactive.bg_fill = paint.border;
    widgets.hovered.bg_fill = paint.muted;
    widgets.active.bg_fill = paint.muted;
}

/// Gives a widget the name a screen reader says.
pub fn name_it(ui: &Ui, response: &Response, name: &str) {
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(name));
}

/// What has the keyboard while a text is read.
pub fn reading_id(ui: &Ui, name: &str) -> egui::Id {
    ui.make_persistent_id(("reading", name))
}

/// Long text to be read, that scrolls by the keys as well: a stop of the Tab key with a name, as tall as `height`.
pub fn reading_ui<R>(
    ui: &mut Ui,
    paint: &Paint,
    name: &str,
    height: f32,
    add: impl FnOnce(&mut Ui) -> R,
) -> R {
    let id = reading_id(ui, name);
    let place = egui::Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), height));
    let response = ui.interact(place, id, Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::Document, true, name));
    if ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    let mut down = 0.0;
    if response.has_focus() {
        keys::keep_vertical(ui, id);
        down = keys::reading(ui, 40.0, height * 0.9);
        let stroke = Stroke::new(2.0, paint.primary);
        ui.painter().rect_stroke(
            place.expand(6.0),
            CornerRadius::same(theme::RADIUS),
            stroke,
            StrokeKind::Outside,
        );
    }
    let area = egui::ScrollArea::vertical()
        .id_salt(("read", name))
        .max_height(height)
        .auto_shrink([false, false]);
    area.show(ui, |ui| {
        if down != 0.0 {
            ui.scroll_with_delta(vec2(0.0, -down));
        }
        add(ui)
    })
    .inner
}

/// Says what could be here and what to do about it, in the middle of an empty place.
pub fn empty_ui<R>(
    ui: &mut Ui,
    paint: &Paint,
    icon: MaterialIcon,
    title: &str,
    text: &str,
    actions: impl FnOnce(&mut Ui) -> R,
) -> R {
    let height = ui.available_height();
    ui.vertical_centered(|ui| {
        ui.add_space((height * 0.28).max(16.0));
        icon_ui(ui, icon, 44.0, paint.muted);
        ui.add_space(4.0);
        title_ui(ui, paint, title);
        ui.add(egui::Label::new(muted(text, paint)).wrap());
        ui.add_space(8.0);
        actions(ui)
    })
    .inner
}
