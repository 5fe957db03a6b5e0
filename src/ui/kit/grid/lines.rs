//! Where rows and columns lie, and what a grid is made of before anything is known of its cells.

use super::select::Place;
use std::ops::Range;

/// Rows or columns one behind the other, each as large as it wants to be.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lines {
    /// Where each begins, and where the last one ends.
    edges: Vec<f32>,
}

impl Lines {
    pub fn of(sizes: impl Iterator<Item = f32>) -> Self {
        let mut end = 0.0;
        let mut edges = vec![end];
        edges.extend(sizes.map(|size| {
            end += size;
            end
        }));
        Self { edges }
    }
    /// So many, all of one size.
    pub fn even(n: usize, size: f32) -> Self {
        Self {
            edges: (0..=n).map(|i| i as f32 * size).collect(),
        }
    }
    pub const fn n(&self) -> usize {
        self.edges.len().saturating_sub(1)
    }
    /// All of them together.
    pub fn whole(&self) -> f32 {
        self.edges.last().copied().unwrap_or(0.0)
    }
    /// Where a line begins; behind the last one, where that ends.
    pub fn start(&self, line: usize) -> f32 {
        self.edges
            .get(line)
            .copied()
            .unwrap_or_else(|| self.whole())
    }
    pub fn end(&self, line: usize) -> f32 {
        self.start(line + 1)
    }
    pub fn size(&self, line: usize) -> f32 {
        self.end(line) - self.start(line)
    }
    /// The line at a distance from the beginning.
    pub fn at(&self, distance: f32) -> Option<usize> {
        if distance < 0.0 || distance >= self.whole() {
            return None;
        }
        Some(
            self.edges
                .partition_point(|edge| *edge <= distance)
                .saturating_sub(1),
        )
    }
    /// The line at a distance, or the nearest to it.
    pub fn nearest(&self, distance: f32) -> usize {
        let line = self
            .edges
            .partition_point(|edge| *edge <= distance)
            .saturating_sub(1);
        line.min(self.n().saturating_sub(1))
    }
    /// The lines that are seen between two distances.
    pub fn between(&self, from: f32, to: f32) -> Range<usize> {
        let first = self
            .edges
            .partition_point(|edge| *edge <= from)
            .saturating_sub(1);
        let last = self.edges.partition_point(|edge| *edge < to);
        first.min(self.n())..last.min(self.n())
    }
}

/// The rows and columns of a grid, and which of them are cells.
pub trait Shape {
    fn down(&self) -> &Lines;
    fn across(&self) -> &Lines;
    /// Whether the cursor can stand in a row: not in the heading of an open group.
    fn can_hold(&self, _row: usize) -> bool {
        true
    }
    /// Whether a row has cells of its own: it is no heading, nor stands for rows that are folded.
    fn is_row(&self, row: usize) -> bool {
        self.can_hold(row)
    }
    fn is_column(&self, _column: usize) -> bool {
        true
    }
    fn n_rows(&self) -> usize {
        self.down().n()
    }
    fn n_columns(&self) -> usize {
        self.across().n()
    }
    /// The last row and column.
    fn last(&self) -> Place {
        Place {
            row: self.n_rows().saturating_sub(1),
            column: self.n_columns().saturating_sub(1),
        }
    }
}

/// Rows and columns that are nothing but cells.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plain {
    pub down: Lines,
    pub across: Lines,
}
impl Shape for Plain {
    fn down(&self) -> &Lines {
        &self.down
    }
    fn across(&self) -> &Lines {
        &self.across
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_found_by_distance() {
        let lines = Lines::of([10.0, 20.0, 5.0].into_iter());
        assert_eq!((lines.n(), lines.whole(), lines.size(1)), (3, 35.0, 20.0));
        assert_eq!(
            [-1.0, 0.0, 9.9, 10.0, 30.0, 35.0].map(|at| lines.at(at)),
            [None, Some(0), Some(0), Some(1), Some(2), None]
        );
        assert_eq!([-1.0, 12.0, 99.0].map(|at| lines.nearest(at)), [0, 1, 2]);
        assert_eq!(
            [
                lines.between(0.0, 10.0),
                lines.between(10.0, 30.5),
                lines.between(40.0, 50.0)
            ],
            [0..1, 1..3, 3..3]
        );
        assert_eq!(Lines::even(3, 7.0), Lines::of([7.0; 3].into_iter()));
        let none = Lines::default();
        assert_eq!(
            (none.n(), none.whole(), none.at(0.0), none.nearest(4.0)),
            (0, 0.0, None, 0)
        );
    }
}
