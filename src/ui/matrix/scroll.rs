//! The scrollbars of the grid.

use super::State;
use super::grid::Parts;
use super::layout::BAR;
use crate::ui::theme::Paint;
use crate::workspace::Workspace;
use egui::accesskit::Role;
use egui::{CornerRadius, Id, Rect, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

pub fn scroll_ui(ui: &Ui, paint: &Paint, workspace: &Workspace, parts: &Parts, state: &mut State) {
    let content = vec2(state.layout.width(), state.layout.height());
    let most = (content - parts.body.size()).max(Vec2::ZERO);
    let bottom = Rect::from_min_max(
        pos2(parts.body.left(), parts.column_totals.bottom()),
        pos2(parts.body.right(), parts.column_totals.bottom() + BAR),
    );
    let right = Rect::from_min_max(
        pos2(parts.row_totals.right(), parts.body.top()),
        pos2(parts.row_totals.right() + BAR, parts.body.bottom()),
    );
    for (axis, track, key) in [(0_usize, bottom, "matrix-scroll-x"), (1, right, "matrix-scroll-y")] {
        if most[axis] <= 0.0 || track.size()[axis] < 20.0 {
            continue;
        }
        let response = ui.interact(track, Id::unique(key), Sense::drag());
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ScrollBar, true, workspace.words().say(key));
            info.value = Some(f64::from(state.offset[axis] / most[axis]));
            info
        });
        let length = (track.size()[axis] * parts.body.size()[axis] / content[axis]).max(24.0);
        let free = track.size()[axis] - length;
        let thumb_at = |offset: f32| {
            let mut thumb = track.shrink(2.0);
            thumb.min[axis] = track.min[axis] + free * offset / most[axis];
            thumb.max[axis] = thumb.min[axis] + length;
            thumb
        };
        // A press beside the thumb takes it there; what is dragged then goes on from there.
        let pressed = response.contains_pointer() && ui.input(|input| input.pointer.primary_pressed());
        let thumb = thumb_at(state.offset[axis]);
        let at = ui.input(|input| input.pointer.interact_pos()).filter(|_| pressed);
        let beside = at.filter(|at| at[axis] < thumb.min[axis] || at[axis] > thumb.max[axis]);
        if let Some(at) = beside {
            let share = (at[axis] - track.min[axis] - length / 2.0) / free.max(1.0);
            state.offset[axis] = (share * most[axis]).clamp(0.0, most[axis]);
        } else if response.dragged() {
            state.offset[axis] =
                (state.offset[axis] + response.drag_delta()[axis] * most[axis] / free.max(1.0)).clamp(0.0, most[axis]);
        }
        let thumb = thumb_at(state.offset[axis]);
        let colour = if response.hovered() || response.dragged() { paint.muted } else { paint.border };
        ui.painter().rect_filled(thumb, CornerRadius::same(3), colour);
    }
}
