//! Which pixels a triangle covers, and how something changes across it.
//!
//! Corners are held to a grid of 1/256 pixel and edges are whole numbers from there on: two
//! triangles with an edge in common leave no gap and paint no pixel twice (the top-left rule).

use egui::{Color32, Pos2};

use crate::canvas::Clip;

/// Steps of the grid in a pixel.
pub(crate) const STEPS: i32 = 256;
const HALF: i32 = STEPS / 2;
/// Farther out than any screen, and small enough for products of two to fit in an `i64`.
const FARTHEST: f32 = (1 << 29) as f32;

#[derive(Clone, Copy)]
pub(crate) struct Corner {
    pub x: i32,
    pub y: i32,
    pub uv: Pos2,
    pub color: Color32,
}

impl Corner {
    pub fn new(vertex: &egui::epaint::Vertex, pixels_per_point: f32) -> Self {
        let grid = |point: f32| {
            let steps = point * pixels_per_point * STEPS as f32;
            steps.clamp(-FARTHEST, FARTHEST).round() as i32
        };
        Self {
            x: grid(vertex.pos.x),
            y: grid(vertex.pos.y),
            uv: vertex.uv,
            color: vertex.color,
        }
    }
}

/// The first column (or row) whose middle lies at or after a place on the grid.
#[inline]
pub(crate) fn first_pixel(place: i32) -> i32 {
    (place - HALF + STEPS - 1).div_euclid(STEPS)
}

/// The middle of a column (or row), in pixels from a place on the grid.
#[inline]
pub(crate) fn middle_from(pixel: i32, place: i32) -> f32 {
    pixel as f32 + 0.5 - place as f32 / STEPS as f32
}

/// A side of a triangle: at least 0 for the middles of the pixels inside of it.
struct Edge {
    /// Its value at the middle of the first pixel looked at.
    start: i64,
    across: i64,
    down: i64,
}

impl Edge {
    fn new(from: &Corner, to: &Corner, x: i32, y: i32) -> Self {
        let dx = i64::from(to.x) - i64::from(from.x);
        let dy = i64::from(to.y) - i64::from(from.y);
        let px = i64::from(x) * i64::from(STEPS) + i64::from(HALF) - i64::from(from.x);
        let py = i64::from(y) * i64::from(STEPS) + i64::from(HALF) - i64::from(from.y);
        let top_left = dy < 0 || (dy == 0 && dx > 0);
        Self {
            start: dx * py - dy * px - i64::from(!top_left),
            across: -dy * i64::from(STEPS),
            down: dx * i64::from(STEPS),
        }
    }
}

/// Calls `paint(y, from, to)` for each row of a triangle within the clip, `to` being outside.
#[inline]
pub(crate) fn for_each_row(
    [a, b, c]: [&Corner; 3],
    clip: Clip,
    mut paint: impl FnMut(i32, i32, i32),
) {
    let area = twice_area([a, b, c]);
    if area == 0 {
        return;
    }
    let [b, c] = if area > 0 { [b, c] } else { [c, b] };
    let bounds = clip.and(Clip {
        left: first_pixel(a.x.min(b.x).min(c.x)),
        top: first_pixel(a.y.min(b.y).min(c.y)),
        // One more than needed for an end that no pixel's middle lies on; edges decide.
        right: first_pixel(a.x.max(b.x).max(c.x)) + 1,
        bottom: first_pixel(a.y.max(b.y).max(c.y)) + 1,
    });
    if bounds.is_empty() {
        return;
    }
    let mut edges =
        [(a, b), (b, c), (c, a)].map(|(from, to)| Edge::new(from, to, bounds.left, bounds.top));
    let width = bounds.right - bounds.left;
    for y in bounds.top..bounds.bottom {
        let (from, to) = if width <= 6 {
            narrow_span(&edges, width)
        } else {
            span(&edges, width)
        };
        if from < to {
            paint(y, bounds.left + from, bounds.left + to);
        }
        for edge in &mut edges {
            edge.start += edge.down;
        }
    }
}

pub(crate) fn twice_area([a, b, c]: [&Corner; 3]) -> i64 {
    let across = |from: &Corner, to: &Corner| i64::from(to.x) - i64::from(from.x);
    let down = |from: &Corner, to: &Corner| i64::from(to.y) - i64::from(from.y);
    across(a, b) * down(a, c) - down(a, b) * across(a, c)
}

/// Where all three edges are at least 0, by division.
fn span(edges: &[Edge; 3], width: i32) -> (i32, i32) {
    let (mut from, mut to) = (0, i64::from(width));
    for edge in edges {
        if edge.across > 0 {
            if edge.start < 0 {
                from = from.max((-edge.start + edge.across - 1) / edge.across);
            }
        } else if edge.start < 0 {
            return (0, 0);
        } else if edge.across < 0 {
            to = to.min(edge.start / -edge.across + 1);
        }
    }
    (from.min(i64::from(width)) as i32, to as i32)
}

/// The same by trying: the softened borders that egui draws are a pixel or two wide.
fn narrow_span(edges: &[Edge; 3], width: i32) -> (i32, i32) {
    let mut at = [edges[0].start, edges[1].start, edges[2].start];
    let (mut from, mut to) = (width, 0);
    for x in 0..width {
        // Negative as soon as one of the three is.
        if at[0] | at[1] | at[2] >= 0 {
            from = from.min(x);
            to = x + 1;
        }
        for (value, edge) in at.iter_mut().zip(edges) {
            *value += edge.across;
        }
    }
    (from, to)
}

/// A few numbers that change evenly across a triangle.
pub(crate) struct Plane<const N: usize> {
    x: i32,
    y: i32,
    at_corner: [f32; N],
    across: [f32; N],
    down: [f32; N],
}

impl<const N: usize> Plane<N> {
    /// The three corners must not lie on a line.
    pub fn new(corners: [&Corner; 3], values: [[f32; N]; 3]) -> Self {
        let [a, b, c] = corners;
        // Long thin triangles make large numbers that almost cancel: 64 bits here.
        let pixels = |from: i32, to: i32| (f64::from(to) - f64::from(from)) / f64::from(STEPS);
        let (bx, by) = (pixels(a.x, b.x), pixels(a.y, b.y));
        let (cx, cy) = (pixels(a.x, c.x), pixels(a.y, c.y));
        let area = bx * cy - cx * by;
        let mut plane = Self {
            x: a.x,
            y: a.y,
            at_corner: values[0],
            across: [0.0; N],
            down: [0.0; N],
        };
        let [first, second, third] = values.map(|values| values.map(f64::from));
        let changes = plane.across.iter_mut().zip(&mut plane.down);
        for (((across, down), a), (b, c)) in changes.zip(first).zip(second.into_iter().zip(third)) {
            *across = (((b - a) * cy - (c - a) * by) / area) as f32;
            *down = (((c - a) * bx - (b - a) * cx) / area) as f32;
        }
        plane
    }

    #[inline]
    pub fn at(&self, x: i32, y: i32) -> [f32; N] {
        let (across, down) = (middle_from(x, self.x), middle_from(y, self.y));
        let mut values = self.at_corner;
        for ((value, dx), dy) in values.iter_mut().zip(&self.across).zip(&self.down) {
            *value += across * dx + down * dy;
        }
        values
    }

    /// How much the numbers change from a pixel to the next, the larger of the two directions.
    pub fn steepest(&self, scale: [f32; N]) -> f32 {
        let of = |change: &[f32; N]| {
            let square: f32 = change.iter().zip(scale).map(|(d, s)| (d * s).powi(2)).sum();
            square.sqrt()
        };
        of(&self.across).max(of(&self.down))
    }
}
