//! The rail of rooms on the left.

use super::theme;
use crate::Cx;
use egui::accesskit::Role;
use egui::{Align2, CornerRadius, FontId, Sense, Ui, WidgetInfo, vec2};
use ordito_workspace::{Action, Room};

pub fn rail_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    // They get closer before they have to be scrolled.
    let height = (ui.available_height() / Room::ALL.len() as f32).clamp(33.0, 62.0);
    let area = egui::ScrollArea::vertical().auto_shrink([false, false]);
    area.scroll_bar_visibility(egui::scroll_area::ScrollBarVisibility::AlwaysHidden)
        .show(ui, |ui| {
            for room in Room::ALL {
                room_ui(ui, cx, *room, height);
            }
        });
}

fn room_ui(ui: &mut Ui, cx: &mut Cx<'_>, room: Room, height: f32) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let open = workspace.document().is_some();
    let name = words.say(room.key());
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let chosen = open && workspace.settings().room == room;
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, chosen, &name));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_selected(chosen));
    let colour = if chosen {
        paint.on_primary
    } else {
        paint.on_rail
    };
    if chosen {
        ui.painter()
            .rect_filled(rect, CornerRadius::ZERO, paint.primary);
    } else if response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::ZERO, paint.on_rail.gamma_multiply(0.12));
    }
    let centre = rect.center();
    let small = height < 40.0;
    let icon_font = FontId::new(if small { 18.0 } else { 22.0 }, theme::icons());
    ui.painter().text(
        centre - vec2(0.0, if small { 7.0 } else { 9.0 }),
        Align2::CENTER_CENTER,
        super::screens::about(room).icon.codepoint,
        icon_font,
        colour,
    );
    let family = if chosen {
        theme::semibold()
    } else {
        egui::FontFamily::Proportional
    };
    let font = FontId::new(theme::CAPTION, family);
    ui.painter().text(
        centre + vec2(0.0, if small { 9.0 } else { 13.0 }),
        Align2::CENTER_CENTER,
        &name,
        font,
        colour,
    );
    if response.has_focus() {
        let stroke = egui::Stroke::new(
            2.0,
            if chosen {
                paint.on_primary
            } else {
                paint.on_rail
            },
        );
        ui.painter().rect_stroke(
            rect.shrink(2.0),
            CornerRadius::same(4),
            stroke,
            egui::StrokeKind::Inside,
        );
    }
    if response.clicked() {
        cx.act(Action::SetRoom(room));
    }
}
