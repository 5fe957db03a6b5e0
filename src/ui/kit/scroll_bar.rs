//! A scroll bar beside something that scrolls itself.

use crate::theme::Paint;
use egui::accesskit::Role;
use egui::{CornerRadius, Id, Rect, Sense, Ui, WidgetInfo};

pub struct ScrollBar<'a> {
    pub id: Id,
    pub name: &'a str,
    /// 0 for a bar that lies, 1 for one that stands.
    pub axis: usize,
    pub track: Rect,
    /// How much there is of what scrolls, and how much of it is seen.
    pub content: f32,
    pub seen: f32,
}

impl ScrollBar<'_> {
    /// Draws it, where there is something to scroll; how far what is seen is from the beginning now.
    pub fn show(&self, ui: &Ui, paint: &Paint, offset: f32) -> f32 {
        let (axis, track, most) = (self.axis, self.track, (self.content - self.seen).max(0.0));
        if most <= 0.0 || track.size()[axis] < 20.0 {
            return offset;
        }
        let response = ui.interact(track, self.id, Sense::drag());
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ScrollBar, true, self.name);
            info.value = Some(f64::from(offset / most));
            info
        });
        let length = (track.size()[axis] * self.seen / self.content).max(24.0);
        let free = track.size()[axis] - length;
        let thumb_at = |offset: f32| {
            let mut thumb = track.shrink(2.0);
            thumb.min[axis] = track.min[axis] + free * (offset / most).clamp(0.0, 1.0);
            thumb.max[axis] = thumb.min[axis] + length;
            thumb
        };
        // A press beside the thumb takes it there; what is dragged then goes on from there.
        let pressed =
            response.contains_pointer() && ui.input(|input| input.pointer.primary_pressed());
        let thumb = thumb_at(offset);
        let at = ui
            .input(|input| input.pointer.interact_pos())
            .filter(|_| pressed);
        let beside = at.filter(|at| at[axis] < thumb.min[axis] || at[axis] > thumb.max[axis]);
        let to = if let Some(at) = beside {
            let share = (at[axis] - track.min[axis] - length / 2.0) / free.max(1.0);
            (share * most).clamp(0.0, most)
        } else if response.dragged() {
            (offset + response.drag_delta()[axis] * most / free.max(1.0)).clamp(0.0, most)
        } else {
            offset
        };
        let colour = if response.hovered() || response.dragged() {
            paint.muted
        } else {
            paint.border
        };
        ui.painter()
            .rect_filled(thumb_at(to), CornerRadius::same(3), colour);
        to
    }
}
