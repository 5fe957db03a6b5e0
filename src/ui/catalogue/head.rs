//! The head of the list: names of the columns, sorting.

use super::CatalogueScreen;
use super::list::{Grid, HEAD, PAD, galley};
use crate::Cx;
use crate::theme;
use crate::widgets;
use egui::accesskit::Role;
use egui::{Align2, CornerRadius, FontId, Id, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons;

pub fn head_ui(
    ui: &Ui,
    cx: &Cx<'_>,
    room: &mut CatalogueScreen,
    grid: &Grid,
    head: Rect,
    offset: f32,
) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let painter = ui.painter().with_clip_rect(head.intersect(ui.clip_rect()));
    painter.rect_filled(head, CornerRadius::ZERO, paint.canvas);
    painter.hline(
        head.x_range(),
        head.bottom() - 0.5,
        Stroke::new(1.0, paint.line),
    );
    for (column, left, width) in &grid.columns {
        let rect = Rect::from_min_size(
            pos2(head.left() + left - offset, head.top()),
            vec2(*width, HEAD),
        );
        let seen = rect.intersect(head);
        if !seen.is_positive() {
            continue;
        }
        let response = ui.interact(
            seen,
            Id::unique("catalogue-head").with(*column),
            Sense::click(),
        );
        let name = words.say(column.key());
        let sorted = room
            .query
            .sort
            .filter(|(by, _)| by == column)
            .map(|(_, descending)| descending);
        let said = match sorted {
            Some(true) => words.catalogue_sorted_down(name.as_str()),
            Some(false) => words.catalogue_sorted_up(name.as_str()),
            None => words.catalogue_sort_by(name.as_str()),
        };
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &said));
        if response.hovered() {
            painter.rect_filled(seen, CornerRadius::ZERO, paint.selected);
        }
        let colour = if sorted.is_some() {
            paint.ink
        } else {
            paint.muted
        };
        let room_for = width - PAD - if sorted.is_some() { 16.0 } else { 0.0 };
        let text = galley(
            ui,
            &name,
            FontId::new(theme::CAPTION, theme::semibold()),
            colour,
            room_for,
        );
        let x = if column.is_number() {
            rect.right() - 2.0 * PAD - text.size().x
        } else {
            rect.left()
        };
        let right = x + text.size().x;
        painter.galley(pos2(x, rect.center().y - text.size().y / 2.0), text, colour);
        if let Some(descending) = sorted {
            let icon = if descending {
                icons::ICON_ARROW_DOWNWARD
            } else {
                icons::ICON_ARROW_UPWARD
            };
            let at = if column.is_number() {
                x - 16.0
            } else {
                right + 2.0
            };
            let font = FontId::new(14.0, theme::icons());
            painter.text(
                pos2(at, rect.center().y),
                Align2::LEFT_CENTER,
                icon.codepoint,
                font,
                paint.primary,
            );
        }
        widgets::focus_ring(ui, paint, &response, 0);
        if response.on_hover_text(said).clicked() {
            room.query.sort = match sorted {
                None => Some((*column, false)),
                Some(false) => Some((*column, true)),
                Some(true) => None,
            };
            room.reveal = true;
        }
    }
}
