//! Where the parts of a grid are: heads that stay, bodies that scroll, what lies beside and below them, bars.

use super::lines::Shape;
use super::select::Place;
use egui::{Pos2, Rect, Vec2, pos2, vec2};

/// The thickness of a scroll bar.
pub const BAR: f32 = 10.0;

/// What a user of the grid asks for: how much room its heads and what lies beside its cells take.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Measures {
    /// Heads of rows, left of the cells.
    pub side: f32,
    /// Heads of columns, above the cells.
    pub head: f32,
    /// The upper part of these, where names of groups of columns are: a press there folds.
    pub band: f32,
    /// The lower part of these, where a press takes the column; nothing for all of it below the band.
    pub codes: Option<f32>,
    /// Sums of rows, right of the cells, and of columns, below them.
    pub right: f32,
    pub foot: f32,
    /// Left and right of everything.
    pub inset: f32,
    /// Before each pane, where there are several.
    pub gap: f32,
    /// A pane is never narrower, however little there is in it.
    pub least: f32,
}

#[derive(Debug, Clone)]
pub struct Parts {
    pub whole: Rect,
    /// Heads of rows, left of the bodies.
    pub side: Rect,
    /// Above the heads of rows.
    pub corner: Rect,
    /// The cells: one for each pane.
    pub bodies: Vec<Rect>,
    pub measures: Measures,
}

impl Parts {
    /// The room a pane has, before it is known what is in it.
    pub fn room(whole: Rect, measures: &Measures, n_panes: usize) -> f32 {
        let n = n_panes.max(1) as f32;
        let room = whole.width()
            - 2.0 * measures.inset
            - measures.side
            - measures.right
            - BAR
            - measures.gap * n;
        if n_panes > 1 {
            (room / n).floor()
        } else {
            room
        }
        .max(0.0)
    }

    pub fn of(whole: Rect, measures: Measures, n_panes: usize, shape: &impl Shape) -> Self {
        let Measures {
            side,
            head,
            right: _,
            foot,
            inset,
            gap,
            least,
            ..
        } = measures;
        // Sums stand right beside what they sum, also when there is little of it.
        let width = Self::room(whole, &measures, n_panes).max(least.min(shape.across().whole()));
        let width = width.min(shape.across().whole().max(least));
        // A bar below only where there is something to scroll to.
        let bar = if shape.across().whole() > width {
            BAR
        } else {
            0.0
        };
        let height = (whole.height() - head - foot - bar)
            .max(0.0)
            .min(shape.down().whole());
        let (left, top) = (whole.left() + inset, whole.top() + head);
        let body = |pane: usize| {
            let x = left + side + gap + (width + gap) * pane as f32;
            let x = if n_panes > 1 { x.round() } else { x };
            Rect::from_min_size(pos2(x, top), vec2(width, height))
        };
        let side = Rect::from_min_size(pos2(left, top), vec2(side, height));
        let corner = Rect::from_min_max(pos2(left, whole.top()), side.right_top());
        Self {
            whole,
            side,
            corner,
            bodies: (0..n_panes.max(1)).map(body).collect(),
            measures,
        }
    }

    pub fn body(&self, pane: usize) -> Rect {
        self.bodies.get(pane).copied().unwrap_or(Rect::NOTHING)
    }
    /// How large each body is.
    pub fn size(&self) -> Vec2 {
        self.bodies.first().map_or(Vec2::ZERO, Rect::size)
    }
    fn last(&self) -> Rect {
        self.bodies.last().copied().unwrap_or(Rect::NOTHING)
    }
    /// Heads of the columns of a pane.
    pub fn head(&self, pane: usize) -> Rect {
        let body = self.body(pane);
        Rect::from_min_max(
            pos2(body.left(), self.whole.top()),
            pos2(body.right(), body.top()),
        )
    }
    /// What lies right of the cells, from the top of the heads to the end of what lies below.
    pub fn right(&self) -> Rect {
        let body = self.last();
        let end = pos2(
            body.right() + self.measures.right,
            body.bottom() + self.measures.foot,
        );
        Rect::from_min_max(pos2(body.right(), self.whole.top()), end)
    }
    /// What lies below the cells, from the left of the heads on.
    pub fn foot(&self) -> Rect {
        let body = self.last();
        let end = pos2(body.right(), body.bottom() + self.measures.foot);
        Rect::from_min_max(pos2(self.side.left(), body.bottom()), end)
    }
    /// The farthest that a pane scrolls.
    pub fn most(&self, shape: &impl Shape) -> Vec2 {
        (vec2(shape.across().whole(), shape.down().whole()) - self.size()).max(Vec2::ZERO)
    }
    pub fn pane_at(&self, at: Pos2) -> Option<usize> {
        self.bodies.iter().position(|body| body.contains(at))
    }
    /// The pane whose heads of columns a point lies in.
    pub fn head_at(&self, at: Pos2) -> Option<usize> {
        (0..self.bodies.len()).find(|pane| self.head(*pane).contains(at))
    }
    /// The cell at a point of a pane, or the nearest to it.
    pub fn nearest(&self, shape: &impl Shape, pane: usize, at: Pos2, offset: Vec2) -> Place {
        let body = self.body(pane);
        let inside =
            at.clamp(body.min, (body.max - Vec2::splat(0.5)).max(body.min)) - body.min + offset;
        Place {
            row: shape.down().nearest(inside.y),
            column: shape.across().nearest(inside.x),
        }
    }
}
