//! Painting of one score, for every grid: colour and signed number, two sides along the diagonal, hatching.

use crate::theme::{self, Paint, colour};
use egui::epaint::TextShape;
use egui::{Color32, FontFamily, FontId, Galley, Mesh, Painter, Pos2, Rect, Shape, pos2, vec2};
use ordito_model::{CellValue, Points, Scale};
use ordito_pages::figure::palette;
use ordito_words::Words;
use std::cell::RefCell;
use std::sync::Arc;

/// Which side of a score is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Side {
    #[default]
    Net,
    Benefit,
    Tradeoff,
}

/// What a cell shows on a side: one number, two, a mark, or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    Nothing,
    NotApplicable,
    DontKnow,
    One(Points),
    Two(Points, Points),
}
impl Side {
    pub const ALL: [Self; 3] = [Self::Net, Self::Benefit, Self::Tradeoff];
    pub const fn key(self) -> &'static str {
        match self {
            Self::Net => "matrix-view-net",
            Self::Benefit => "matrix-view-benefit",
            Self::Tradeoff => "matrix-view-tradeoff",
        }
    }
    pub fn of(self, value: CellValue) -> Shown {
        match (self, value) {
            (_, CellValue::Unscored) => Shown::Nothing,
            (_, CellValue::NotApplicable) => Shown::NotApplicable,
            (_, CellValue::DontKnow) => Shown::DontKnow,
            (Self::Net, CellValue::Scored { benefit, tradeoff }) if value.is_two_sided() => {
                Shown::Two(benefit, tradeoff)
            }
            (Self::Net, CellValue::Scored { benefit, tradeoff }) => {
                Shown::One(benefit.plus(tradeoff))
            }
            (Self::Benefit, CellValue::Scored { benefit, .. }) => Shown::One(benefit),
            (Self::Tradeoff, CellValue::Scored { tradeoff, .. }) => Shown::One(tradeoff),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TextKey {
    Points(Points, u8),
    NotApplicable,
    DontKnow,
}

/// The sizes of numbers in cells.
pub const PLAIN: u8 = 0;
pub const BOLD: u8 = 1;
pub const SMALL: u8 = 2;

/// What painting scores needs in a frame.
pub struct Pen<'a> {
    pub painter: Painter,
    pub paint: &'a Paint,
    pub words: &'a Words,
    /// Of the numbers.
    size: f32,
    /// Texts laid out in this frame; egui keeps them over frames, this saves the asking.
    texts: RefCell<Vec<(TextKey, Arc<Galley>)>>,
}

impl<'a> Pen<'a> {
    pub fn new(painter: Painter, paint: &'a Paint, words: &'a Words) -> Self {
        Self {
            painter,
            paint,
            words,
            size: 14.0,
            texts: RefCell::default(),
        }
    }

    #[must_use]
    pub fn of_size(self, size: f32) -> Self {
        Self { size, ..self }
    }

    pub fn text(&self, key: TextKey) -> Arc<Galley> {
        if let Some((_, galley)) = self.texts.borrow().iter().find(|(known, _)| *known == key) {
            return Arc::clone(galley);
        }
        let (text, font) = match key {
            TextKey::Points(points, size) => {
                let text = self.words.numbers().points(points);
                let font = match size {
                    BOLD => FontId::new(self.size, theme::bold()),
                    SMALL => FontId::new(11.0, theme::bold()),
                    _ => FontId::new(self.size, FontFamily::Proportional),
                };
                (text, font)
            }
            TextKey::NotApplicable => (self.words.matrix_na(), FontId::proportional(12.0)),
            TextKey::DontKnow => (
                self.words.matrix_dont_know(),
                FontId::new(self.size, theme::semibold()),
            ),
        };
        let galley = self
            .painter
            .layout_no_wrap(text, font, Color32::PLACEHOLDER);
        self.texts.borrow_mut().push((key, Arc::clone(&galley)));
        galley
    }

    /// What a cell shows, filling `rect`.
    pub fn score(
        &self,
        shown: Shown,
        scale: &Scale,
        rect: Rect,
        mesh: &mut Mesh,
        shapes: &mut Vec<Shape>,
    ) {
        let paint = self.paint;
        let fill = |points| palette::score_colour(points, scale, paint.look);
        match shown {
            Shown::Nothing => {}
            Shown::NotApplicable => {
                hatch(mesh, rect, paint.hatch.gamma_multiply(0.5));
                let galley = self.text(TextKey::NotApplicable);
                let pad = Rect::from_center_size(rect.center(), galley.size() + vec2(2.0, -4.0));
                mesh.add_colored_rect(pad, paint.surface);
                put(shapes, galley, rect.center(), paint.muted);
            }
            Shown::DontKnow => put(
                shapes,
                self.text(TextKey::DontKnow),
                rect.center(),
                paint.warning,
            ),
            Shown::One(points) => {
                let back = fill(points);
                mesh.add_colored_rect(rect, colour(back));
                let text = palette::text_on(back);
                // From the second of the three steps on, in every look.
                let strong = i32::from(points.0.abs()) * 3 > i32::from(scale.max_magnitude().0);
                let text = if points.0 == 0 {
                    paint.muted
                } else {
                    colour(text)
                };
                let size = if strong { BOLD } else { PLAIN };
                put(
                    shapes,
                    self.text(TextKey::Points(points, size)),
                    rect.center(),
                    text,
                );
            }
            Shown::Two(benefit, tradeoff) => {
                let (above, below) = (fill(benefit), fill(tradeoff));
                triangle(
                    mesh,
                    [rect.left_top(), rect.right_top(), rect.left_bottom()],
                    colour(above),
                );
                triangle(
                    mesh,
                    [rect.right_top(), rect.right_bottom(), rect.left_bottom()],
                    colour(below),
                );
                let galley = self.text(TextKey::Points(benefit, SMALL));
                let at = rect.left_top() + vec2(3.0, 0.0);
                shapes.push(TextShape::new(at, galley, colour(palette::text_on(above))).into());
                let galley = self.text(TextKey::Points(tradeoff, SMALL));
                let at = rect.right_bottom() - galley.size() - vec2(3.0, 0.0);
                shapes.push(TextShape::new(at, galley, colour(palette::text_on(below))).into());
            }
        }
    }
}

/// Puts a text in the middle of a point.
pub fn put(shapes: &mut Vec<Shape>, galley: Arc<Galley>, centre: Pos2, colour: Color32) {
    let at = centre - galley.size() / 2.0;
    shapes.push(TextShape::new(at, galley, colour).into());
}
pub fn triangle(mesh: &mut Mesh, corners: [Pos2; 3], colour: Color32) {
    let first = mesh.vertices.len() as u32;
    for corner in corners {
        mesh.colored_vertex(corner, colour);
    }
    mesh.add_triangle(first, first + 1, first + 2);
}
pub fn quad(mesh: &mut Mesh, corners: [Pos2; 4], colour: Color32) {
    let [a, b, c, d] = corners;
    triangle(mesh, [a, b, c], colour);
    triangle(mesh, [a, c, d], colour);
}
/// The mark of a reason, at the top right.
pub fn corner_mark(mesh: &mut Mesh, rect: Rect, side: f32, colour: Color32) {
    let corner = rect.right_top();
    triangle(
        mesh,
        [corner - vec2(side, 0.0), corner, corner + vec2(0.0, side)],
        colour,
    );
}
/// Lines from bottom left to top right, cut off at the edges.
pub fn hatch(mesh: &mut Mesh, rect: Rect, colour: Color32) {
    let mut start = -rect.height();
    while start < rect.width() {
        let (from, to) = (start.max(0.0), (start + rect.height()).min(rect.width()));
        let point = |x: f32| pos2(rect.left() + x, rect.bottom() - (x - start));
        let side = vec2(0.35, 0.35);
        let (a, b) = (point(from), point(to));
        quad(mesh, [a - side, b - side, b + side, a + side], colour);
        start += 6.0;
    }
}
