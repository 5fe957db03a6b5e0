//! Rows carried by their heads: dropped before another row, or onto it.

use super::lines::Shape as _;
use super::parts::Parts;
use super::pointer::Drag;
use super::scene::Scene;
use super::select::Selection;
use super::{GridModel, GridState};
use crate::Cx;
use crate::theme;
use egui::{CornerRadius, Pos2, Rect, Response, Stroke, StrokeKind, pos2};

impl GridState {
    /// The pointer is over a row now: its upper half means before it, its lower half onto it.
    pub(super) fn carry_over<M: GridModel>(&mut self, parts: &Parts, model: &M, at: Pos2) {
        let down = model.shape().down();
        let y = at.y - parts.side.top() + self.offset(self.leading()).y;
        let row = down
            .at(y)
            .filter(|_| parts.side.y_range().contains(at.y))
            .filter(|row| !self.selection.rows().contains(row));
        self.carried = row.map(|row| (row, y > f32::midpoint(down.start(row), down.end(row))));
    }

    /// The button was let go: what was carried goes there, and what was not carried was clicked.
    pub(super) fn dropped<M: GridModel>(
        &mut self,
        response: &Response,
        cx: &mut Cx<'_>,
        model: &mut M,
    ) {
        let Drag::Carry(row) = self.drag else { return };
        if response.drag_stopped() {
            self.drag = Drag::None;
            if let Some((onto, inside)) = self.carried.take() {
                model.carry(cx, onto, inside);
            }
        } else if response.clicked() {
            self.drag = Drag::None;
            self.selection =
                Selection::whole_rows(model.shape(), row, row).in_pane(self.selection.pane);
            model.moved(&self.selection);
        }
    }

    pub(super) fn paint_carried(&self, scene: &Scene<'_>) {
        let Some((row, inside)) = self.carried else {
            return;
        };
        let pane = scene.leading;
        let right = scene.left(pane, scene.across.n());
        let right = right.min(scene.parts.body(pane).right());
        let rect = Rect::from_min_max(
            pos2(scene.parts.side.left(), scene.top(pane, row)),
            pos2(right, scene.top(pane, row + 1)),
        );
        let painter = scene.clipped(scene.parts.whole);
        let stroke = Stroke::new(2.0, scene.pen.paint.primary);
        if inside {
            let corner = CornerRadius::same(theme::RADIUS);
            painter.rect_stroke(rect, corner, stroke, StrokeKind::Inside);
        } else {
            painter.hline(rect.x_range(), rect.top(), stroke);
        }
    }
}
