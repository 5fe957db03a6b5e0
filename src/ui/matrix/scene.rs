//! What painting knows in a frame: parts of the grid, what is seen of it, texts laid out.

use super::State;
use super::grid::Parts;
use super::layout::{Layout, ROW, Slot};
use super::select::Place;
use crate::figure::palette;
use crate::model::{Contents, Points, Rgb};
use crate::ui::kit::pen::Pen;
use crate::ui::kit::pen::Shown;
use crate::ui::theme::Paint;
use crate::words::Words;
use crate::workspace::{Layer, MatrixView, Workspace};
use egui::{Painter, Rect, Ui, Vec2, pos2, vec2};
use std::ops::Range;

/// Everything painting needs in a frame.
pub struct Scene<'a> {
    pub painter: Painter,
    pub paint: &'a Paint,
    pub words: &'a Words,
    pub contents: &'a Contents,
    pub view: &'a MatrixView,
    pub layer: &'a Layer,
    pub layout: &'a Layout,
    pub state: &'a State,
    pub parts: Parts,
    /// Scrolled by this much, on whole pixels.
    pub offset: Vec2,
    pub rows: Range<usize>,
    pub columns: Range<usize>,
    pub pen: Pen<'a>,
}

impl<'a> Scene<'a> {
    pub fn of(ui: &Ui, paint: &'a Paint, workspace: &'a Workspace, state: &'a State, parts: Parts) -> Option<Self> {
        let view = state.view.as_ref()?;
        let pixel = ui.pixels_per_point();
        let offset = vec2((state.offset.x * pixel).round() / pixel, (state.offset.y * pixel).round() / pixel);
        Some(Self {
            painter: ui.painter().clone(),
            paint,
            words: workspace.words(),
            contents: workspace.contents()?,
            view,
            layer: view.layer(state.assessor()),
            layout: &state.layout,
            rows: state.layout.rows_between(offset.y, offset.y + parts.body.height()),
            columns: state.layout.columns_between(offset.x, offset.x + parts.body.width()),
            state,
            parts,
            offset,
            pen: Pen::new(ui.painter().clone(), paint, workspace.words()),
        })
    }

    pub fn top(&self, row: usize) -> f32 {
        self.parts.body.top() + row as f32 * ROW - self.offset.y
    }
    pub fn left(&self, column: usize) -> f32 {
        self.parts.body.left() + self.layout.left(column) - self.offset.x
    }
    pub fn rect(&self, place: Place) -> Rect {
        Rect::from_min_max(
            pos2(self.left(place.column), self.top(place.row)),
            pos2(self.left(place.column + 1), self.top(place.row) + ROW),
        )
    }
    pub fn clipped(&self, rect: Rect) -> Painter {
        self.painter.with_clip_rect(rect.intersect(self.painter.clip_rect()))
    }
    pub fn score_colour(&self, points: Points) -> Rgb {
        palette::score_colour(points, &self.view.scale, self.paint.look)
    }

    /// Mean, lowest and highest net of scored cells.
    pub fn fold(&self, rows: &[usize], columns: &[usize]) -> Option<Fold> {
        let mut fold: Option<Fold> = None;
        let mut sum = 0.0;
        for row in rows {
            for column in columns {
                let dot = self.view.dot(self.layer, *row, *column);
                let net = match self.state.side.of(dot.value) {
                    Shown::One(points) => points,
                    Shown::Two(benefit, tradeoff) => benefit.plus(tradeoff),
                    _ => continue,
                };
                sum += net.value();
                let known = fold.get_or_insert(Fold { mean: 0.0, lowest: net, highest: net, n: 0 });
                known.lowest = known.lowest.min(net);
                known.highest = known.highest.max(net);
                known.n += 1;
                known.mean = sum / f64::from(known.n);
            }
        }
        fold
    }
    pub fn lines_of_row(&self, slot: Slot) -> &[usize] {
        match slot {
            Slot::Group(group) => self.view.row_groups.get(group).map(|group| group.lines.as_slice()),
            Slot::Line(_) => None,
        }
        .unwrap_or_default()
    }
    /// What a place holds when it stands for several cells.
    pub fn fold_at(&self, place: Place) -> Option<Fold> {
        let (row, column) = (*self.layout.rows.get(place.row)?, *self.layout.columns.get(place.column)?);
        let one_row;
        let rows: &[usize] = match row {
            Slot::Line(line) => {
                one_row = [line];
                &one_row
            }
            Slot::Group(group) if self.layout.is_folded_row(group) => self.lines_of_row(row),
            Slot::Group(_) => return None,
        };
        match column {
            Slot::Line(line) if matches!(row, Slot::Group(_)) => self.fold(rows, &[line]),
            Slot::Line(_) => None,
            Slot::Group(group) => self.fold(rows, self.view.column_groups.get(group)?.lines.as_slice()),
        }
    }
}

/// Several cells in one place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fold {
    pub mean: f64,
    pub lowest: Points,
    pub highest: Points,
    pub n: u32,
}
