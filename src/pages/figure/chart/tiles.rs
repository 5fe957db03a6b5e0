//! A grid of cells that are made when they are seen: a thousand policies crossed with each other are a million.

use super::{Leads, Mark, Way};
use crate::figure::palette::text_on;
use crate::figure::shape::{Anchor, Area, Canvas, Weight, baseline};
use ordito_model::Rgb;
use ordito_words::Words;
use std::sync::Arc;

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Tile {
    pub fill: Rgb,
    pub text: String,
}

/// Where cells come from.
pub trait TileSource: std::fmt::Debug + Send + Sync {
    /// What a cell shows; `None` where there is nothing to point at.
    fn tile(&self, row: usize, column: usize, words: &Words) -> Option<Tile>;
    /// Whether there is something to point at.
    fn is_there(&self, row: usize, column: usize) -> bool;
    /// Its name, what it says, where it leads.
    fn said(&self, row: usize, column: usize, words: &Words) -> (String, String, Leads);
}

/// The grid: where it begins, how large a cell is, how many there are.
#[derive(Debug, Clone)]
pub struct Tiles {
    pub at: (f64, f64),
    pub size: (f64, f64),
    pub n_rows: usize,
    pub n_columns: usize,
    pub source: Arc<dyn TileSource>,
}

impl Tiles {
    fn place(&self, tile: usize) -> Option<(usize, usize)> {
        let row = tile.checked_div(self.n_columns)?;
        (row < self.n_rows).then_some((row, tile % self.n_columns))
    }
    pub fn area(&self, tile: usize) -> Option<Area> {
        let (row, column) = self.place(tile)?;
        let (x, y) = (
            self.at.0 + column as f64 * self.size.0,
            self.at.1 + row as f64 * self.size.1,
        );
        Some(Area::new(x, y, self.size.0, self.size.1))
    }
    /// Rows and columns that reach into an area.
    fn range(&self, seen: Area) -> (std::ops::Range<usize>, std::ops::Range<usize>) {
        let along = |from: f64, to: f64, start: f64, size: f64, n: usize| {
            let first = ((from - start) / size).floor().max(0.0) as usize;
            let last = ((to - start) / size).ceil().max(0.0) as usize;
            first.min(n)..last.min(n)
        };
        (
            along(seen.y, seen.bottom(), self.at.1, self.size.1, self.n_rows),
            along(seen.x, seen.right(), self.at.0, self.size.0, self.n_columns),
        )
    }
    /// The tiles with something to point at that reach into an area.
    pub fn within(&self, seen: Area) -> Vec<usize> {
        let (rows, columns) = self.range(seen);
        let there = |row: usize, column: usize| {
            self.source
                .is_there(row, column)
                .then_some(row * self.n_columns + column)
        };
        rows.flat_map(|row| columns.clone().filter_map(move |column| there(row, column)))
            .collect()
    }
    pub fn tile_at(&self, x: f64, y: f64) -> Option<usize> {
        if x < self.at.0 || y < self.at.1 {
            return None;
        }
        let (column, row) = (
            ((x - self.at.0) / self.size.0) as usize,
            ((y - self.at.1) / self.size.1) as usize,
        );
        let inside =
            row < self.n_rows && column < self.n_columns && self.source.is_there(row, column);
        inside.then_some(row * self.n_columns + column)
    }
    pub fn mark(&self, tile: usize, words: &Words) -> Option<Mark> {
        let (row, column) = self
            .place(tile)
            .filter(|(row, column)| self.source.is_there(*row, *column))?;
        let (name, text, leads) = self.source.said(row, column, words);
        Some(Mark {
            area: self.area(tile)?,
            name,
            text,
            leads,
        })
    }

    /// The next tile that way with something to point at; where there is none it stays.
    pub fn next(&self, tile: usize, way: Way) -> usize {
        let Some((mut row, mut column)) = self.place(tile) else {
            return tile;
        };
        loop {
            let to = match way {
                Way::Up => row.checked_sub(1).map(|row| (row, column)),
                Way::Down => Some((row + 1, column)),
                Way::Left => column.checked_sub(1).map(|column| (row, column)),
                Way::Right => Some((row, column + 1)),
            };
            match to.filter(|(row, column)| *row < self.n_rows && *column < self.n_columns) {
                None => return tile,
                Some(to) => (row, column) = to,
            }
            if self.source.is_there(row, column) {
                return row * self.n_columns + column;
            }
        }
    }
    pub fn first(&self) -> Option<usize> {
        self.any(0..self.n_rows)
    }
    pub fn last(&self) -> Option<usize> {
        let row = (0..self.n_rows)
            .rev()
            .find(|row| self.any(*row..*row + 1).is_some())?;
        let column = (0..self.n_columns)
            .rev()
            .find(|column| self.source.is_there(row, *column))?;
        Some(row * self.n_columns + column)
    }
    fn any(&self, rows: std::ops::Range<usize>) -> Option<usize> {
        rows.flat_map(|row| (0..self.n_columns).map(move |column| (row, column)))
            .find(|(row, column)| self.source.is_there(*row, *column))
            .map(|(row, column)| row * self.n_columns + column)
    }

    /// The shapes of the tiles that reach into an area.
    pub fn draw(&self, canvas: &mut Canvas, seen: Area, words: &Words) {
        let (rows, columns) = self.range(seen);
        for row in rows {
            for column in columns.clone() {
                let Some(tile) = self.source.tile(row, column, words) else {
                    continue;
                };
                let Some(area) = self.area(row * self.n_columns + column) else {
                    continue;
                };
                let (x, y) = area.middle();
                canvas.fill(
                    Area::new(
                        area.x + 0.5,
                        area.y + 0.5,
                        area.width - 1.0,
                        area.height - 1.0,
                    ),
                    tile.fill,
                );
                let at = (x, baseline(y, 12.0));
                canvas.text(
                    at,
                    tile.text,
                    12.0,
                    Weight::Regular,
                    text_on(tile.fill),
                    Anchor::Middle,
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All crossings of different numbers.
    #[derive(Debug)]
    struct OffDiagonal;
    impl TileSource for OffDiagonal {
        fn tile(&self, row: usize, column: usize, _: &Words) -> Option<Tile> {
            self.is_there(row, column).then(|| Tile {
                fill: Rgb(0, 0, 0),
                text: String::new(),
            })
        }
        fn is_there(&self, row: usize, column: usize) -> bool {
            row != column
        }
        fn said(&self, row: usize, column: usize, _: &Words) -> (String, String, Leads) {
            (format!("{row} {column}"), String::new(), Leads::Nowhere)
        }
    }

    #[test]
    fn tiles_are_found_walked_and_made_where_they_are_seen() {
        let words = Words::new(ordito_model::Language::It);
        let n = 1_000;
        let tiles = Tiles {
            at: (100.0, 50.0),
            size: (20.0, 10.0),
            n_rows: n,
            n_columns: n,
            source: Arc::new(OffDiagonal),
        };
        assert_eq!((tiles.first(), tiles.last()), (Some(1), Some(n * n - 2)));
        assert_eq!(tiles.tile_at(125.0, 55.0), Some(1));
        assert_eq!(
            (tiles.tile_at(105.0, 55.0), tiles.tile_at(90.0, 55.0)),
            (None, None)
        );
        // Over the diagonal, and staying at the edge.
        assert_eq!(tiles.next(1, Way::Down), 2 * n + 1);
        assert_eq!(tiles.next(1, Way::Left), 1);
        assert_eq!(tiles.next(n - 1, Way::Right), n - 1);
        let seen = Area::new(100.0, 50.0, 40.0, 20.0);
        assert_eq!(tiles.within(seen), [1, n]);
        let mut canvas = Canvas::default();
        tiles.draw(&mut canvas, seen, &words);
        assert_eq!(canvas.shapes.len(), 4, "two tiles, a fill and a text each");
        assert_eq!(tiles.mark(n, &words).unwrap().name, "1 0");
        assert!(tiles.mark(0, &words).is_none());
    }
}
