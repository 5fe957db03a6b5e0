//! The cursor and the range it stands in, in rows and columns of the screen.

use super::layout::{Layout, Slot};
use crate::model::Item;
use crate::workspace::{MatrixView, ViewGroup, ViewLine};
use std::ops::RangeInclusive;

/// A cell of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    pub row: usize,
    pub column: usize,
}

/// Where to go next after an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Way {
    #[default]
    Down,
    Right,
}

/// The cursor is where typing goes; anchor and head are opposite corners of the range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Selection {
    pub cursor: Place,
    pub anchor: Place,
    pub head: Place,
}

impl Selection {
    pub const fn at(place: Place) -> Self {
        Self { cursor: place, anchor: place, head: place }
    }
    pub fn rows(&self) -> RangeInclusive<usize> {
        self.anchor.row.min(self.head.row)..=self.anchor.row.max(self.head.row)
    }
    pub fn columns(&self) -> RangeInclusive<usize> {
        self.anchor.column.min(self.head.column)..=self.anchor.column.max(self.head.column)
    }
    pub fn is_range(&self) -> bool {
        self.anchor != self.head
    }
    pub fn holds(&self, place: Place) -> bool {
        self.rows().contains(&place.row) && self.columns().contains(&place.column)
    }

    /// Keeps everything on the screen's rows and columns.
    pub fn clamp(&mut self, layout: &Layout) {
        for place in [&mut self.cursor, &mut self.anchor, &mut self.head] {
            place.row = place.row.min(layout.rows.len().saturating_sub(1));
            place.column = place.column.min(layout.columns.len().saturating_sub(1));
        }
        self.cursor.row = nearest(layout, self.cursor.row);
        if !self.is_range() || !self.holds(self.cursor) {
            *self = Self::at(self.cursor);
        }
    }

    /// One step of the cursor, over headings; at the end it stays.
    pub fn step(&mut self, layout: &Layout, rows: isize, columns: isize, extend: bool) {
        let from = if extend { self.head } else { self.cursor };
        let to = stepped(layout, from, rows, columns);
        self.go(to, extend);
    }

    pub const fn go(&mut self, to: Place, extend: bool) {
        if extend {
            self.head = to;
        } else {
            *self = Self::at(to);
        }
    }

    /// After an entry: round the range when there is one, else on and over to the next column or row.
    pub fn advance(&mut self, layout: &Layout, way: Way, back: bool) {
        let ranged = self.is_range();
        let whole = Self {
            cursor: self.cursor,
            anchor: Place::default(),
            head: Place { row: layout.rows.len().saturating_sub(1), column: layout.columns.len().saturating_sub(1) },
        };
        let within = if ranged { *self } else { whole };
        let rows: Vec<usize> = match way {
            // Only the neighbours matter, but headings lie between them.
            Way::Down | Way::Right => within.rows().filter(|row| layout.row_can_hold(*row)).collect(),
        };
        let columns = within.columns();
        let (n_rows, n_columns) = (rows.len(), columns.clone().count());
        if n_rows == 0 || n_columns == 0 {
            return;
        }
        let at_row = rows.binary_search(&self.cursor.row).unwrap_or(0);
        let at_column = self.cursor.column.saturating_sub(*columns.start()).min(n_columns - 1);
        let (n, at) = match way {
            Way::Down => (n_rows * n_columns, at_column * n_rows + at_row),
            Way::Right => (n_rows * n_columns, at_row * n_columns + at_column),
        };
        let next = if back { (at + n - 1) % n } else { (at + 1) % n };
        // Outside a range the last cell is the end.
        if !ranged && (!back && next == 0 || back && next == n - 1) {
            return;
        }
        let (row, column) = match way {
            Way::Down => (next % n_rows, next / n_rows),
            Way::Right => (next / n_columns, next % n_columns),
        };
        let to = Place { row: rows.get(row).copied().unwrap_or(0), column: columns.start() + column };
        if ranged {
            self.cursor = to;
        } else {
            *self = Self::at(to);
        }
    }

    /// The lines of the range that are cells: no headings, nothing folded.
    pub fn lines(&self, layout: &Layout) -> (Vec<usize>, Vec<usize>) {
        let pick = |slots: &[Slot], range: RangeInclusive<usize>| {
            range
                .filter_map(|at| match slots.get(at) {
                    Some(Slot::Line(line)) => Some(*line),
                    _ => None,
                })
                .collect()
        };
        (pick(&layout.rows, self.rows()), pick(&layout.columns, self.columns()))
    }
}

/// The row itself or the nearest that can hold the cursor.
pub fn nearest(layout: &Layout, row: usize) -> usize {
    let below = (row..layout.rows.len()).find(|row| layout.row_can_hold(*row));
    below.or_else(|| (0..row).rev().find(|row| layout.row_can_hold(*row))).unwrap_or(row)
}

pub fn stepped(layout: &Layout, from: Place, rows: isize, columns: isize) -> Place {
    let mut to = from;
    let mut left = rows.unsigned_abs();
    while left > 0 {
        let mut next = to.row;
        let found = loop {
            let Some(candidate) = next.checked_add_signed(rows.signum()).filter(|row| *row < layout.rows.len()) else {
                break None;
            };
            next = candidate;
            if layout.row_can_hold(candidate) {
                break Some(candidate);
            }
        };
        let Some(row) = found else { break };
        to.row = row;
        left -= 1;
    }
    let last = layout.columns.len().saturating_sub(1);
    to.column = to.column.saturating_add_signed(columns).min(last);
    to
}

/// The edge of the data in a direction, as Ctrl with an arrow goes.
pub fn edge(layout: &Layout, from: Place, rows: isize, columns: isize, is_full: impl Fn(Place) -> bool) -> Place {
    let mut at = from;
    let first = stepped(layout, at, rows, columns);
    if first == at {
        return at;
    }
    // From the last full cell of a run over the gap; else along the run to its end.
    let seek_full = !is_full(at) || !is_full(first);
    loop {
        let next = stepped(layout, at, rows, columns);
        if next == at {
            return at;
        }
        if seek_full {
            at = next;
            if is_full(at) {
                return at;
            }
        } else if is_full(next) {
            at = next;
        } else {
            return at;
        }
    }
}

/// The cursor by what its row and column stand for, so that it survives folding, filters and undo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Anchored {
    pub row: Option<Item>,
    pub column: Option<Item>,
}
impl Anchored {
    /// What stands at a place. Where several lines are folded into one, the one that `before` meant among them.
    pub fn of(view: &MatrixView, layout: &Layout, place: Place, before: Self) -> Self {
        let row = item(&layout.rows, place.row, &view.rows, &view.row_groups, before.row.and_then(|i| view.row_of(i)));
        let column = before.column.and_then(|item| view.column_of(item));
        let column = item(&layout.columns, place.column, &view.columns, &view.column_groups, column);
        Self { row, column }
    }
    /// Where that is now, if it is on screen: itself, or what it is folded into.
    pub fn place(self, view: &MatrixView, layout: &Layout) -> Option<Place> {
        let (row, column) = (view.row_of(self.row?)?, view.column_of(self.column?)?);
        let place = |slots: &[Slot], line: usize, lines: &[ViewLine]| {
            let group = lines.get(line)?.group;
            Layout::place_of(slots, line).or_else(|| slots.iter().position(|slot| *slot == Slot::Group(group)))
        };
        Some(Place {
            row: place(&layout.rows, row, &view.rows)?,
            column: place(&layout.columns, column, &view.columns)?,
        })
    }
}

fn item(slots: &[Slot], at: usize, lines: &[ViewLine], groups: &[ViewGroup], before: Option<usize>) -> Option<Item> {
    let line = match slots.get(at)? {
        Slot::Line(line) => *line,
        Slot::Group(group) => {
            let members = &groups.get(*group)?.lines;
            before.filter(|line| members.contains(line)).or_else(|| members.first().copied())?
        }
    };
    lines.get(line).map(|line| line.item)
}
