//! The cursor and the range it stands in, in rows and columns of the screen.

use super::lines::Shape;
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

/// The cursor is where typing goes; anchor and head are opposite corners of the range. Every pane shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Selection {
    /// The pane the keyboard is in.
    pub pane: usize,
    pub cursor: Place,
    pub anchor: Place,
    pub head: Place,
}

impl Selection {
    pub const fn at(place: Place) -> Self {
        Self {
            pane: 0,
            cursor: place,
            anchor: place,
            head: place,
        }
    }
    pub const fn in_pane(self, pane: usize) -> Self {
        Self { pane, ..self }
    }
    /// Whole rows, from one to another.
    pub fn whole_rows(shape: &impl Shape, from: usize, to: usize) -> Self {
        let anchor = Place {
            row: from,
            column: 0,
        };
        Self {
            cursor: anchor,
            anchor,
            head: Place {
                row: to,
                column: shape.last().column,
            },
            pane: 0,
        }
    }
    /// Whole columns, from one to another.
    pub fn whole_columns(shape: &impl Shape, from: usize, to: usize) -> Self {
        let anchor = Place {
            row: nearest(shape, 0),
            column: from,
        };
        Self {
            cursor: anchor,
            anchor,
            head: Place {
                row: shape.last().row,
                column: to,
            },
            pane: 0,
        }
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
    pub fn holds_row(&self, shape: &impl Shape, row: usize) -> bool {
        self.rows().contains(&row)
            && *self.columns().start() == 0
            && *self.columns().end() == shape.last().column
    }
    pub fn holds_column(&self, shape: &impl Shape, column: usize) -> bool {
        let rows = self.rows();
        let is_whole = *rows.start() <= nearest(shape, 0) && rows.end() + 1 >= shape.n_rows();
        self.columns().contains(&column) && is_whole
    }

    /// Keeps everything on the screen's rows and columns.
    pub fn clamp(&mut self, shape: &impl Shape) {
        let last = shape.last();
        for place in [&mut self.cursor, &mut self.anchor, &mut self.head] {
            place.row = place.row.min(last.row);
            place.column = place.column.min(last.column);
        }
        self.cursor.row = nearest(shape, self.cursor.row);
        if !self.is_range() || !self.holds(self.cursor) {
            *self = Self::at(self.cursor).in_pane(self.pane);
        }
    }

    /// One step of the cursor, over headings; at the end it stays.
    pub fn step(&mut self, shape: &impl Shape, rows: isize, columns: isize) {
        self.go(stepped(shape, self.cursor, rows, columns), false);
    }

    pub const fn go(&mut self, to: Place, extend: bool) {
        if extend {
            self.head = to;
        } else {
            *self = Self::at(to).in_pane(self.pane);
        }
    }

    /// Back to the cell that was written last; a range that holds it stays.
    pub fn back_to(&mut self, place: Place) {
        self.cursor = place;
        if !self.holds(place) {
            self.go(place, false);
        }
    }

    /// After an entry: round the range when there is one, else on and over to the next column or row.
    pub fn advance(&mut self, shape: &impl Shape, way: Way, back: bool) {
        let ranged = self.is_range();
        let whole = Self {
            anchor: Place::default(),
            head: shape.last(),
            ..*self
        };
        let within = if ranged { *self } else { whole };
        // Only the neighbours matter, but headings lie between them.
        let rows: Vec<usize> = within.rows().filter(|row| shape.can_hold(*row)).collect();
        let columns = within.columns();
        let (n_rows, n_columns) = (rows.len(), columns.clone().count());
        if n_rows == 0 || n_columns == 0 {
            return;
        }
        let at_row = rows.binary_search(&self.cursor.row).unwrap_or(0);
        let at_column = self
            .cursor
            .column
            .saturating_sub(*columns.start())
            .min(n_columns - 1);
        let n = n_rows * n_columns;
        let at = match way {
            Way::Down => at_column * n_rows + at_row,
            Way::Right => at_row * n_columns + at_column,
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
        let to = Place {
            row: rows.get(row).copied().unwrap_or(0),
            column: columns.start() + column,
        };
        if ranged {
            self.cursor = to;
        } else {
            self.go(to, false);
        }
    }

    /// The rows and columns of the range that have cells: no headings, nothing folded.
    pub fn lines(&self, shape: &impl Shape) -> (Vec<usize>, Vec<usize>) {
        let rows = self
            .rows()
            .filter(|row| *row < shape.n_rows() && shape.is_row(*row))
            .collect();
        (
            rows,
            self.columns()
                .filter(|column| *column < shape.n_columns() && shape.is_column(*column))
                .collect(),
        )
    }
}

/// The row itself or the nearest that can hold the cursor.
pub fn nearest(shape: &impl Shape, row: usize) -> usize {
    let below = (row..shape.n_rows()).find(|row| shape.can_hold(*row));
    below
        .or_else(|| (0..row).rev().find(|row| shape.can_hold(*row)))
        .unwrap_or(row)
}

pub fn stepped(shape: &impl Shape, from: Place, rows: isize, columns: isize) -> Place {
    let mut to = from;
    for _ in 0..rows.unsigned_abs() {
        let mut next = to.row;
        let found = loop {
            let Some(candidate) = next
                .checked_add_signed(rows.signum())
                .filter(|row| *row < shape.n_rows())
            else {
                break None;
            };
            next = candidate;
            if shape.can_hold(candidate) {
                break Some(candidate);
            }
        };
        let Some(row) = found else { break };
        to.row = row;
    }
    to.column = to
        .column
        .saturating_add_signed(columns)
        .min(shape.last().column);
    to
}

/// The edge of the data in a direction, as Ctrl with an arrow goes.
pub fn edge(
    shape: &impl Shape,
    from: Place,
    (rows, columns): (isize, isize),
    is_full: impl Fn(Place) -> bool,
) -> Place {
    let mut at = from;
    let first = stepped(shape, at, rows, columns);
    if first == at {
        return at;
    }
    // From the last full cell of a run over the gap; else along the run to its end.
    let seek_full = !is_full(at) || !is_full(first);
    loop {
        let next = stepped(shape, at, rows, columns);
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
