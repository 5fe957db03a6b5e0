//! The scrollbars of the grid.

use super::State;
use super::grid::Parts;
use super::layout::BAR;
use crate::ui::Cx;
use crate::ui::kit::scroll_bar::ScrollBar;
use egui::{Id, Rect, Ui, pos2, vec2};

pub fn scroll_ui(ui: &Ui, cx: &Cx<'_>, parts: &Parts, state: &mut State) {
    let Cx { paint, workspace, .. } = *cx;
    let content = vec2(state.layout.width(), state.layout.height());
    let bottom = Rect::from_min_max(
        pos2(parts.body.left(), parts.column_totals.bottom()),
        pos2(parts.body.right(), parts.column_totals.bottom() + BAR),
    );
    let right = Rect::from_min_max(
        pos2(parts.row_totals.right(), parts.body.top()),
        pos2(parts.row_totals.right() + BAR, parts.body.bottom()),
    );
    for (axis, track, key) in [(0_usize, bottom, "matrix-scroll-x"), (1, right, "matrix-scroll-y")] {
        let (name, seen) = (workspace.words().say(key), parts.body.size()[axis]);
        let bar = ScrollBar { id: Id::unique(key), name: &name, axis, track, content: content[axis], seen };
        state.offset[axis] = bar.show(ui, paint, state.offset[axis]);
    }
}
