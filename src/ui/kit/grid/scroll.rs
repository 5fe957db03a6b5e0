//! What of a grid is seen: wheel, bars, and the cursor brought into sight.

use super::lines::Shape as _;
use super::parts::{BAR, Parts};
use super::{GridModel, GridState};
use crate::Cx;
use crate::kit::scroll_bar::ScrollBar;
use egui::{Id, Rect, Response, Ui, Vec2, pos2};

impl GridState {
    /// The pane that heads of rows go with.
    pub(super) const fn leading(&self) -> usize {
        if self.apart { self.selection.pane } else { 0 }
    }

    /// Shows another part of it: all panes, to be brought within what there is when it is drawn.
    pub fn scroll_to(&mut self, offset: Vec2) {
        if self.offsets.is_empty() {
            self.offsets.push(offset);
        }
        self.offsets.fill(offset);
    }

    pub const fn is_linked(&self) -> bool {
        !self.apart
    }

    /// Panes scroll together from now on, from where the cursor is; or each for itself.
    pub fn link(&mut self, linked: bool) {
        self.apart = !linked;
        if linked {
            let to = self.offset(self.selection.pane);
            self.offsets.fill(to);
        }
    }

    /// Moves all panes, or one where each scrolls for itself.
    pub(super) fn scroll_by(&mut self, pane: Option<usize>, by: Vec2) {
        let only = self.apart.then(|| pane.unwrap_or(self.selection.pane));
        for (i, offset) in self.offsets.iter_mut().enumerate() {
            if only.is_none_or(|only| only == i) {
                *offset += by;
            }
        }
    }

    pub(super) fn wheel<M: GridModel>(
        &mut self,
        ui: &Ui,
        response: &Response,
        parts: &Parts,
        model: &M,
    ) {
        if response.contains_pointer() {
            let by = ui.input(egui::InputState::smooth_scroll_delta);
            let over = ui
                .input(|input| input.pointer.hover_pos())
                .and_then(|at| parts.pane_at(at));
            self.scroll_by(over, -by);
        }
        self.stay_within(parts.most(model.shape()));
    }

    fn stay_within(&mut self, most: Vec2) {
        for offset in &mut self.offsets {
            *offset = offset.clamp(Vec2::ZERO, most);
        }
    }

    /// Brings the cursor into sight, or the end of the range that is being drawn out from it.
    pub(super) fn bring_into_sight<M: GridModel>(&mut self, parts: &Parts, model: &M) {
        let (selection, shape) = (self.selection, model.shape());
        let only_cursor = std::mem::take(&mut self.reveal_cursor);
        let is_drawn_out =
            selection.is_range() && selection.cursor == selection.anchor && !only_cursor;
        let to = if is_drawn_out {
            selection.head
        } else {
            selection.cursor
        };
        let (left, right) = (
            shape.across().start(to.column),
            shape.across().end(to.column),
        );
        let (mut top, bottom) = (shape.down().start(to.row), shape.down().end(to.row));
        // The first row of a group is seen with its heading.
        if to.row > 0 && !shape.can_hold(to.row - 1) {
            top = shape.down().start(to.row - 1);
        }
        let (size, only) = (parts.size(), self.apart.then_some(selection.pane));
        for (i, offset) in self.offsets.iter_mut().enumerate() {
            if only.is_none_or(|only| only == i) {
                offset.x = offset.x.max(right - size.x).min(left).max(0.0);
                offset.y = offset.y.max(bottom - size.y).min(top).max(0.0);
            }
        }
    }

    /// A bar below each pane, and one on the right for the rows.
    pub(super) fn bars_ui<M: GridModel>(&mut self, ui: &Ui, cx: &Cx<'_>, parts: &Parts, model: &M) {
        let (across, down) = (model.shape().across().whole(), model.shape().down().whole());
        let (mut right, bottom) = (parts.right().right(), parts.foot().bottom());
        // Where panes have a gap, the bar has one, too.
        right += if parts.bodies.len() > 1 { 2.0 } else { 0.0 };
        for pane in 0..parts.bodies.len() {
            let body = parts.body(pane);
            let track =
                Rect::from_min_max(pos2(body.left(), bottom), pos2(body.right(), bottom + BAR));
            let name = model.bar_name(Some(pane));
            let id = Id::unique(M::ID).with(("bar", 0, pane));
            let bar = ScrollBar {
                id,
                name: &name,
                axis: 0,
                track,
                content: across,
                seen: body.width(),
            };
            let to = bar.show(ui, cx.paint, self.offset(pane).x);
            self.scroll_by(Some(pane), Vec2::X * (to - self.offset(pane).x));
        }
        let pane = self.leading();
        let body = parts.body(pane);
        let track = Rect::from_min_max(pos2(right, body.top()), pos2(right + BAR, body.bottom()));
        let name = model.bar_name(None);
        let id = Id::unique(M::ID).with(("bar", 1));
        let bar = ScrollBar {
            id,
            name: &name,
            axis: 1,
            track,
            content: down,
            seen: body.height(),
        };
        let to = bar.show(ui, cx.paint, self.offset(pane).y);
        self.scroll_by(Some(pane), Vec2::Y * (to - self.offset(pane).y));
        self.stay_within(parts.most(model.shape()));
    }
}
