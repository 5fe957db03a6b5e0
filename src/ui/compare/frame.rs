//! Which rows and columns of a comparison are on screen, where, and what is selected.

use super::View;
use crate::analysis::Place;
use egui::{Rect, Vec2, pos2, vec2};
use std::ops::{Range, RangeInclusive};

/// Sizes in points, from `docs/design/compare.png`.
pub const ROW: f32 = 27.0;
pub const COLUMN: f32 = 33.0;
/// One picked line against another, at least and at most.
pub const WIDE: std::ops::RangeInclusive<f32> = 130.0..=300.0;
pub const NAME: f32 = 28.0;
pub const BAR: f32 = 10.0;
pub const GAP: f32 = 14.0;

/// A row of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// Index into the rows of the comparison.
    Line(usize),
    /// Heading of the rows that only this side has.
    Band(usize),
}

/// A cell of a pane by its row and column on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct At {
    pub row: usize,
    pub column: usize,
}

/// Cursor and range; every pane shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Selection {
    /// The pane the keyboard is in; the differences are the last.
    pub pane: usize,
    pub cursor: At,
    pub anchor: At,
}
impl Selection {
    pub fn at(at: At) -> Self {
        Self { pane: 0, cursor: at, anchor: at }
    }
    pub fn rows(&self) -> RangeInclusive<usize> {
        self.cursor.row.min(self.anchor.row)..=self.cursor.row.max(self.anchor.row)
    }
    pub fn columns(&self) -> RangeInclusive<usize> {
        self.cursor.column.min(self.anchor.column)..=self.cursor.column.max(self.anchor.column)
    }
    pub fn is_range(&self) -> bool {
        self.cursor != self.anchor
    }
    pub fn holds(&self, at: At) -> bool {
        self.rows().contains(&at.row) && self.columns().contains(&at.column)
    }
    pub const fn go(&mut self, to: At, extend: bool) {
        self.cursor = to;
        if !extend {
            self.anchor = to;
        }
    }
    pub fn clamp(&mut self, layout: &Layout) {
        for at in [&mut self.cursor, &mut self.anchor] {
            at.row = at.row.min(layout.rows.len().saturating_sub(1));
            at.column = at.column.min(layout.columns.len().saturating_sub(1));
        }
    }
}

/// Rows and columns of the screen, the same in every pane.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    pub rows: Vec<Slot>,
    /// Indices into the columns of the comparison.
    pub columns: Vec<usize>,
    pub column: f32,
    /// One line of each side stands against the others.
    pub is_picked: bool,
    /// Length of the longest code of a column.
    pub code_chars: usize,
    made_for: Option<(u64, usize, bool)>,
    changed: bool,
}

impl Layout {
    /// Made anew for a new comparison, another pair or filter.
    pub fn refresh(&mut self, view: &View, only_differences: bool) {
        let key = (view.number, view.against, only_differences);
        if self.made_for == Some(key) {
            return;
        }
        let made = &view.made;
        let pair = view.pair();
        let shown = |marks: Option<&Vec<bool>>, at: usize| {
            !only_differences || marks.and_then(|marks| marks.get(at)).copied().unwrap_or(true)
        };
        self.rows.clear();
        let mut by = 0;
        for (row, line) in made.rows.iter().enumerate() {
            if !shown(pair.map(|pair| &pair.rows), row) {
                continue;
            }
            if line.named_by != by {
                by = line.named_by;
                self.rows.push(Slot::Band(by));
            }
            self.rows.push(Slot::Line(row));
        }
        self.columns =
            (0..made.columns.len()).filter(|column| shown(pair.map(|pair| &pair.columns), *column)).collect();
        self.is_picked = super::names::is_picked(made);
        self.column = COLUMN;
        let code = |line: &crate::analysis::Compared| {
            made.contents_of(line).map_or(0, |contents| contents.item_label(line.item).0.chars().count())
        };
        self.code_chars = made.columns.iter().map(code).max().unwrap_or(0);
        self.made_for = Some(key);
        self.changed = true;
    }
    /// Whether it was made anew since this was asked.
    pub fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }

    pub fn width(&self) -> f32 {
        self.columns.len() as f32 * self.column
    }
    pub fn height(&self) -> f32 {
        self.rows.len() as f32 * ROW
    }
    /// The crossing at a place of the screen; none on a heading.
    pub fn place(&self, at: At) -> Option<Place> {
        match (self.rows.get(at.row)?, self.columns.get(at.column)?) {
            (Slot::Line(row), column) => Some(Place { row: *row, column: *column }),
            _ => None,
        }
    }
    /// Where a crossing is on the screen.
    pub fn at(&self, place: Place) -> Option<At> {
        let row = self.rows.iter().position(|slot| *slot == Slot::Line(place.row))?;
        Some(At { row, column: self.columns.iter().position(|column| *column == place.column)? })
    }
    /// The place itself, or the nearest that is no heading.
    pub fn nearest(&self, at: At) -> At {
        let is_line = |row: &usize| matches!(self.rows.get(*row), Some(Slot::Line(_)));
        let from = at.row.min(self.rows.len().saturating_sub(1));
        let row = (from..self.rows.len()).find(is_line).or_else(|| (0..from).rev().find(is_line)).unwrap_or(0);
        At { row, column: at.column.min(self.columns.len().saturating_sub(1)) }
    }
    /// One or more steps, over headings; at the end it stays.
    pub fn stepped(&self, from: At, rows: isize, columns: isize) -> At {
        let mut to = from;
        let mut left = rows.unsigned_abs();
        while left > 0 {
            let mut row = to.row;
            loop {
                match row.checked_add_signed(rows.signum()).filter(|row| *row < self.rows.len()) {
                    Some(next) => row = next,
                    None => {
                        left = 1;
                        row = to.row;
                        break;
                    }
                }
                if matches!(self.rows.get(row), Some(Slot::Line(_))) {
                    break;
                }
            }
            to.row = row;
            left -= 1;
        }
        to.column = to.column.saturating_add_signed(columns).min(self.columns.len().saturating_sub(1));
        to
    }
    pub fn rows_between(&self, from: f32, to: f32) -> Range<usize> {
        between(from, to, ROW, self.rows.len())
    }
    pub fn columns_between(&self, from: f32, to: f32) -> Range<usize> {
        between(from, to, self.column, self.columns.len())
    }
    /// The place at a distance from the corner, or the nearest to it.
    pub fn at_point(&self, x: f32, y: f32) -> At {
        let index =
            |distance: f32, size: f32, n: usize| ((distance / size).floor().max(0.0) as usize).min(n.saturating_sub(1));
        At { row: index(y, ROW, self.rows.len()), column: index(x, self.column, self.columns.len()) }
    }
}

fn between(from: f32, to: f32, size: f32, n: usize) -> Range<usize> {
    let first = (from / size).floor().max(0.0) as usize;
    let last = (to / size).ceil().max(0.0) as usize;
    first.min(n)..last.min(n)
}

/// Where the panes are.
#[derive(Debug, Clone)]
pub struct Parts {
    pub whole: Rect,
    /// Codes and names of rows.
    pub titles: Rect,
    /// One for each side and one for the differences.
    pub bodies: Vec<Rect>,
    /// Height of the codes of columns.
    pub codes: f32,
}
impl Parts {
    pub fn of(whole: Rect, layout: &mut Layout, n_sides: usize) -> Self {
        let n = n_sides + 1;
        let codes = if layout.is_picked {
            4.0
        } else if layout.code_chars > 5 {
            (layout.code_chars as f32 * 7.0 + 12.0).min(92.0)
        } else {
            22.0
        };
        let head = NAME + codes;
        let inner = whole.shrink2(vec2(12.0, 0.0));
        let titles = (inner.width() * 0.17).clamp(120.0, 250.0).floor();
        let room = inner.width() - titles - BAR - GAP * n as f32;
        let pane = (room / n as f32).floor().max(COLUMN);
        if layout.is_picked {
            layout.column = pane.clamp(*WIDE.start(), *WIDE.end());
        }
        let pane = pane.min(layout.width().max(90.0));
        let top = whole.top() + head;
        let height = (whole.height() - head - BAR).max(ROW).min(layout.height());
        let bodies = (0..n)
            .map(|i| {
                let left = inner.left() + titles + GAP + (pane + GAP) * i as f32;
                Rect::from_min_size(pos2(left.round(), top), vec2(pane, height))
            })
            .collect();
        let titles = Rect::from_min_size(pos2(inner.left(), top), vec2(titles, height));
        Self { whole, titles, bodies, codes }
    }
    /// The farthest that a pane scrolls.
    pub fn most(&self, layout: &Layout) -> Vec2 {
        let size = self.bodies.first().map_or(Vec2::ZERO, Rect::size);
        (vec2(layout.width(), layout.height()) - size).max(Vec2::ZERO)
    }
}
