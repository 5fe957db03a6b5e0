//! Cells as they come, in any order, to a table; only what is filled costs anything.

use super::limits::{self, WorkbookError};
use crate::import::{ImportError, Table};
use ecow::EcoString;
use std::ops::Range;
use std::str::FromStr;

/// A rectangle of a sheet, as `B3:T40`; rows and columns from 0, both ends in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    pub first: (u32, u32),
    pub last: (u32, u32),
}
impl FromStr for Area {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let plain = text.trim().replace('$', "").to_ascii_uppercase();
        let (first, last) = plain.split_once(':').ok_or(())?;
        let (first, last) = (reference(first).ok_or(())?, reference(last).ok_or(())?);
        let area = Self { first, last };
        if area.first.0 <= area.last.0 && area.first.1 <= area.last.1 { Ok(area) } else { Err(()) }
    }
}
impl Area {
    const fn holds(self, row: u32, column: u32) -> bool {
        row >= self.first.0 && row <= self.last.0 && column >= self.first.1 && column <= self.last.1
    }
}

/// `AB12` as row and column from 0, when it is on a sheet.
pub fn reference(text: &str) -> Option<(u32, u32)> {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let (name, digits) = text.split_at_checked(letters)?;
    if name.is_empty() || name.len() > 3 || digits.len() > 7 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let column = name.bytes().fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1);
    let row: u32 = digits.parse().ok()?;
    ((1..=limits::ROWS).contains(&row) && column <= limits::COLUMNS).then(|| (row - 1, column - 1))
}

/// What the sheets that were read leave for the next one.
#[derive(Debug, Default)]
pub struct Limit {
    cells: u64,
    text: u64,
}
impl Limit {
    /// Counts one more cell of so many bytes.
    fn spend(&mut self, bytes: usize) -> Result<(), WorkbookError> {
        self.cells += 1;
        self.text += bytes as u64;
        if self.cells > limits::CELLS {
            return Err(WorkbookError::ManyCells { limit: limits::CELLS });
        }
        if self.text > limits::TEXT_MB << 20 {
            return Err(WorkbookError::LargeTexts { limit_mb: limits::TEXT_MB });
        }
        Ok(())
    }
}

pub struct Grid<'a> {
    limit: &'a mut Limit,
    area: Option<Area>,
    cells: Vec<(u32, u32, EcoString)>,
    /// First and last row and column that are filled.
    filled: Option<Area>,
}
impl<'a> Grid<'a> {
    pub const fn new(area: Option<Area>, limit: &'a mut Limit) -> Self {
        Self { limit, area, cells: Vec::new(), filled: None }
    }

    /// Whether a cell here would be taken.
    pub fn wants(&self, row: u32, column: u32) -> bool {
        self.area.is_none_or(|area| area.holds(row, column))
    }

    /// Whether nothing to the right of here would be taken.
    pub fn is_beyond(&self, row: u32, column: u32) -> bool {
        self.area.is_some_and(|area| row < area.first.0 || row > area.last.0 || column > area.last.1)
    }

    /// Whether one of these columns would be taken in some row.
    pub fn wants_some(&self, column: u32, n_columns: u32) -> bool {
        let end = column.saturating_add(n_columns);
        self.area.is_none_or(|area| column <= area.last.1 && end > area.first.1)
    }
    /// What of these rows would be taken.
    pub fn rows(&self, first: u32, n_rows: u32) -> Range<u32> {
        let end = first.saturating_add(n_rows);
        self.area.map_or(first..end, |area| first.max(area.first.0)..end.min(area.last.0 + 1))
    }

    /// Takes a cell; blank ones leave no trace.
    pub fn put(&mut self, row: u32, column: u32, text: &str) -> Result<(), WorkbookError> {
        if !self.wants(row, column) || text.trim().is_empty() {
            return Ok(());
        }
        if text.len() > limits::CELL_TEXT {
            return Err(WorkbookError::LongText { row: row + 1, column: column + 1, limit: limits::CELL_TEXT });
        }
        let now = Area { first: (row, column), last: (row, column) };
        // The table begins where the area does, so that is where its size is counted from.
        let before = self.filled.or_else(|| self.area.map(|area| Area { first: area.first, last: area.first }));
        let all = before.map_or(now, |all| Area {
            first: (all.first.0.min(row), all.first.1.min(column)),
            last: (all.last.0.max(row), all.last.1.max(column)),
        });
        let (rows, columns) = (u64::from(all.last.0 - all.first.0) + 1, u64::from(all.last.1 - all.first.1) + 1);
        if rows * columns > limits::CELLS {
            return Err(WorkbookError::WideSheet { rows, columns, limit: limits::CELLS });
        }
        self.limit.spend(text.len())?;
        self.filled = Some(all);
        self.cells.push((row, column, text.into()));
        Ok(())
    }

    /// The table, cut to what is filled or to the area that was asked for.
    pub fn finish(mut self, part: &str) -> Result<Table, ImportError> {
        let filled = self.filled.ok_or(ImportError::Empty)?;
        let (top, left) = self.area.map_or(filled.first, |area| area.first);
        self.cells.sort_by_key(|(row, column, _)| (*row, *column));
        let mut rows: Vec<Vec<EcoString>> = Vec::new();
        let mut last = None;
        for (row, column, text) in self.cells {
            if last == Some((row, column)) {
                let detail = format!("row {}, column {} twice", row + 1, column + 1);
                return Err(WorkbookError::Unreadable { part: part.to_owned(), detail }.into());
            }
            last = Some((row, column));
            let (row, column) = ((row - top) as usize, (column - left) as usize);
            if rows.len() <= row {
                rows.resize_with(row + 1, Vec::new);
            }
            if let Some(cells) = rows.get_mut(row) {
                cells.resize(column, EcoString::new());
                cells.push(text);
            }
        }
        Ok(Table { rows, sheet: String::new(), origin: (top as usize, left as usize) })
    }
}
