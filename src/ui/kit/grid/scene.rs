//! What painting a grid knows in a frame: its parts, what is seen of it, what is selected, and a pen.

use super::lines::Lines;
use super::parts::Parts;
use super::select::{Place, Selection};
use crate::kit::pen::Pen;
use egui::epaint::TextShape;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, FontId, Galley, Mesh, Painter, Pos2, Rect, Shape, Vec2, pos2};
use std::ops::Range;
use std::sync::Arc;

/// Fills in one mesh, and what lies above them.
#[derive(Debug, Default)]
pub struct Brush {
    pub mesh: Mesh,
    pub shapes: Vec<Shape>,
}
impl Brush {
    pub fn fill(&mut self, rect: Rect, colour: Color32) {
        self.mesh.add_colored_rect(rect, colour);
    }
    pub fn text(&mut self, at: Pos2, galley: Arc<Galley>, colour: Color32) {
        self.shapes.push(TextShape::new(at, galley, colour).into());
    }
    /// Puts all of it on the screen.
    pub fn done(self, painter: &Painter) {
        painter.add(Shape::mesh(self.mesh));
        painter.extend(self.shapes);
    }
}

/// A cell that is being painted or said.
#[derive(Debug, Clone, Copy)]
pub struct Cell {
    pub pane: usize,
    pub place: Place,
    /// Without the lines that part it from its neighbours.
    pub rect: Rect,
}

pub struct Scene<'a> {
    pub pen: Pen<'a>,
    pub parts: &'a Parts,
    pub selection: Selection,
    pub is_focused: bool,
    pub down: &'a Lines,
    pub across: &'a Lines,
    /// Scrolled by this much, on whole pixels, for each pane.
    pub offsets: Vec<Vec2>,
    /// The pane that heads of rows go with.
    pub leading: usize,
}

impl Scene<'_> {
    pub fn offset(&self, pane: usize) -> Vec2 {
        self.offsets.get(pane).copied().unwrap_or_default()
    }
    /// The rows of a pane that are seen.
    pub fn rows(&self, pane: usize) -> Range<usize> {
        let from = self.offset(pane).y;
        self.down
            .between(from, from + self.parts.body(pane).height())
    }
    pub fn columns(&self, pane: usize) -> Range<usize> {
        let from = self.offset(pane).x;
        self.across
            .between(from, from + self.parts.body(pane).width())
    }
    pub fn top(&self, pane: usize, row: usize) -> f32 {
        self.parts.body(pane).top() + self.down.start(row) - self.offset(pane).y
    }
    pub fn left(&self, pane: usize, column: usize) -> f32 {
        self.parts.body(pane).left() + self.across.start(column) - self.offset(pane).x
    }
    pub fn rect(&self, pane: usize, place: Place) -> Rect {
        Rect::from_min_max(
            pos2(self.left(pane, place.column), self.top(pane, place.row)),
            pos2(
                self.left(pane, place.column + 1),
                self.top(pane, place.row + 1),
            ),
        )
    }
    /// The head of a row.
    pub fn row_head(&self, row: usize) -> Rect {
        let (side, pane) = (self.parts.side, self.leading);
        Rect::from_min_max(
            pos2(side.left(), self.top(pane, row)),
            pos2(side.right(), self.top(pane, row + 1)),
        )
    }
    /// The head of a column, below the names of groups.
    pub fn column_head(&self, pane: usize, column: usize) -> Rect {
        let head = self.parts.head(pane);
        let top = head.top() + self.parts.measures.band;
        Rect::from_min_max(
            pos2(self.left(pane, column), top),
            pos2(self.left(pane, column + 1), head.bottom()),
        )
    }
    pub fn clipped(&self, rect: Rect) -> Painter {
        self.pen
            .painter
            .with_clip_rect(rect.intersect(self.pen.painter.clip_rect()))
    }
    pub fn in_selected_column(&self, column: usize) -> bool {
        self.selection.columns().contains(&column)
    }
    pub fn in_selected_row(&self, row: usize) -> bool {
        self.selection.rows().contains(&row)
    }
    /// A name as a whole, or with a point for what does not fit (`Partn.`); nothing where not even three letters do.
    pub fn short(
        &self,
        text: &str,
        (font, colour): (FontId, Color32),
        width: f32,
    ) -> Option<Arc<Galley>> {
        let n = text.chars().count();
        let names = (3..=n.max(3)).rev().map(|most| {
            if most >= n {
                text.to_owned()
            } else {
                let start: String = text.chars().take(most).collect();
                format!("{}.", start.trim_end())
            }
        });
        names
            .map(|name| self.pen.painter.layout_no_wrap(name, font.clone(), colour))
            .find(|galley| galley.size().x <= width)
    }
    /// A text cut with an ellipsis to a width and a number of lines.
    pub fn cut(
        &self,
        text: &str,
        (font, colour): (FontId, Color32),
        width: f32,
        rows: usize,
    ) -> Arc<Galley> {
        let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, colour));
        job.wrap = TextWrapping {
            max_width: width,
            max_rows: rows,
            break_anywhere: rows == 1,
            overflow_character: Some('…'),
        };
        self.pen.painter.layout_job(job)
    }
}
