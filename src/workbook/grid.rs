//! Cells as they come, in any order, to a table; only what is filled costs anything.

use super::limits::{self, WorkbookError};
use crate::place::Area;
use crate::{ReadError, Table, TableNote};
use ecow::EcoString;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What the sheets that were read leave for the next one.
#[derive(Debug, Default, Clone)]
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
            return Err(WorkbookError::ManyCells {
                limit: limits::CELLS,
            });
        }
        if self.text > limits::TEXT_MB << 20 {
            return Err(WorkbookError::LargeTexts {
                limit_mb: limits::TEXT_MB,
            });
        }
        Ok(())
    }
}

pub struct Grid<'a> {
    limit: &'a mut Limit,
    /// What was left before this sheet: one that is beyond the limits gives back what it took.
    before: Limit,
    area: Option<Area>,
    cells: Vec<(u32, u32, EcoString)>,
    figures: Vec<(u32, u32, EcoString)>,
    /// First and last of hidden rows and columns, and what is merged.
    hidden_rows: Vec<(u32, u32)>,
    hidden_columns: Vec<(u32, u32)>,
    merged: Vec<Area>,
    /// First and last row and column that are filled.
    filled: Option<Area>,
}
impl<'a> Grid<'a> {
    pub fn new(area: Option<Area>, limit: &'a mut Limit) -> Self {
        Self {
            before: limit.clone(),
            limit,
            area,
            cells: Vec::new(),
            figures: Vec::new(),
            hidden_rows: Vec::new(),
            hidden_columns: Vec::new(),
            merged: Vec::new(),
            filled: None,
        }
    }

    /// The sheet is not read after all: what it was to hold costs nothing.
    pub fn give_back(self) {
        *self.limit = self.before;
    }

    pub fn hide_rows(&mut self, first: u32, n: u32) {
        hide(&mut self.hidden_rows, first, n);
    }
    pub fn hide_columns(&mut self, first: u32, n: u32) {
        if self.hidden_columns.len() < limits::COLUMNS as usize {
            hide(&mut self.hidden_columns, first, n);
        }
    }
    /// Takes note of cells that are one to the eye.
    pub fn merge(&mut self, area: Area) {
        if self.merged.len() < limits::MERGED
            && area.first != area.last
            && self.wants(area.first.0, area.first.1)
        {
            self.merged.push(area);
        }
    }

    /// Whether a cell here would be taken.
    pub fn wants(&self, row: u32, column: u32) -> bool {
        self.area.is_none_or(|area| area.holds(row, column))
    }

    /// Whether nothing to the right of here would be taken.
    pub fn is_beyond(&self, row: u32, column: u32) -> bool {
        self.area
            .is_some_and(|area| row < area.first.0 || row > area.last.0 || column > area.last.1)
    }

    /// Whether one of these columns would be taken in some row.
    pub fn wants_some(&self, column: u32, n_columns: u32) -> bool {
        let end = column.saturating_add(n_columns);
        self.area
            .is_none_or(|area| column <= area.last.1 && end > area.first.1)
    }
    /// What of these rows would be taken.
    pub fn rows(&self, first: u32, n_rows: u32) -> Range<u32> {
        let end = first.saturating_add(n_rows);
        self.area.map_or(first..end, |area| {
            first.max(area.first.0)..end.min(area.last.0 + 1)
        })
    }

    /// Takes a cell; blank ones leave no trace.
    pub fn put(&mut self, row: u32, column: u32, text: &str) -> Result<(), WorkbookError> {
        if !self.wants(row, column) || text.trim().is_empty() {
            return Ok(());
        }
        if text.len() > limits::CELL_TEXT {
            return Err(WorkbookError::LongText {
                row: row + 1,
                column: column + 1,
                limit: limits::CELL_TEXT,
            });
        }
        let now = Area {
            first: (row, column),
            last: (row, column),
        };
        // The table begins where the area does, so that is where its size is counted from.
        let before = self.filled.or_else(|| {
            self.area.map(|area| Area {
                first: area.first,
                last: area.first,
            })
        });
        let all = before.map_or(now, |all| Area {
            first: (all.first.0.min(row), all.first.1.min(column)),
            last: (all.last.0.max(row), all.last.1.max(column)),
        });
        let (rows, columns) = (
            u64::from(all.last.0 - all.first.0) + 1,
            u64::from(all.last.1 - all.first.1) + 1,
        );
        if rows * columns > limits::CELLS {
            return Err(WorkbookError::WideSheet {
                rows,
                columns,
                limit: limits::CELLS,
            });
        }
        self.limit.spend(text.len())?;
        self.filled = Some(all);
        self.cells.push((row, column, text.into()));
        Ok(())
    }

    /// Takes a number as it is typed and, where that is not all, as it is shown.
    pub fn put_number(
        &mut self,
        row: u32,
        column: u32,
        text: &str,
        shown: Option<String>,
    ) -> Result<(), WorkbookError> {
        self.put(row, column, text)?;
        if let Some(shown) = shown.filter(|_| self.wants(row, column)) {
            self.limit.text += shown.len() as u64;
            self.figures.push((row, column, shown.into()));
        }
        Ok(())
    }

    /// The table, cut to what is filled or to the area that was asked for.
    pub fn finish(mut self, part: &str) -> Result<Table, ReadError> {
        let filled = self.filled.ok_or(ReadError::Empty)?;
        let notes = self.notes();
        let (top, left) = self.area.map_or(filled.first, |area| area.first);
        self.cells.sort_by_key(|(row, column, _)| (*row, *column));
        let mut rows: Vec<Vec<EcoString>> = Vec::new();
        let mut last = None;
        for (row, column, text) in self.cells {
            if last == Some((row, column)) {
                let detail = format!("row {}, column {} twice", row + 1, column + 1);
                return Err(WorkbookError::Unreadable {
                    part: part.to_owned(),
                    detail,
                }
                .into());
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
        let place = |(row, column, shown): (u32, u32, EcoString)| {
            (((row - top) as usize, (column - left) as usize), shown)
        };
        let figures: BTreeMap<_, _> = self.figures.into_iter().map(place).collect();
        Ok(Table {
            rows,
            figures,
            sheet: String::new(),
            origin: (top as usize, left as usize),
            notes,
        })
    }

    /// What is hidden or merged among the filled cells.
    fn notes(&mut self) -> Vec<TableNote> {
        self.hidden_rows.sort_unstable();
        self.hidden_columns.sort_unstable();
        let is_in = |ranges: &[(u32, u32)], line: u32| {
            let at = ranges.partition_point(|(first, _)| *first <= line);
            at.checked_sub(1)
                .and_then(|at| ranges.get(at))
                .is_some_and(|(_, last)| line <= *last)
        };
        let (mut rows, mut columns) = (BTreeSet::new(), BTreeSet::new());
        let mut merged: BTreeSet<Area> = BTreeSet::new();
        let by_first: BTreeMap<(u32, u32), Area> = self
            .merged
            .drain(..)
            .map(|area| (area.first, area))
            .collect();
        for (row, column, _) in &self.cells {
            if is_in(&self.hidden_rows, *row) {
                rows.insert(*row as usize + 1);
            }
            if is_in(&self.hidden_columns, *column) {
                columns.insert(*column as usize + 1);
            }
            merged.extend(by_first.get(&(*row, *column)));
        }
        let (rows, columns): (Vec<_>, Vec<_>) =
            (rows.into_iter().collect(), columns.into_iter().collect());
        let merged: Vec<Area> = merged.into_iter().collect();
        let notes = [
            (!rows.is_empty()).then_some(TableNote::HiddenRows(rows)),
            (!columns.is_empty()).then_some(TableNote::HiddenColumns(columns)),
            (!merged.is_empty()).then_some(TableNote::Merged(merged)),
        ];
        notes.into_iter().flatten().collect()
    }
}

/// One more range, which is part of the last one where they touch.
fn hide(ranges: &mut Vec<(u32, u32)>, first: u32, n: u32) {
    let Some(last) = n.checked_sub(1).map(|more| first.saturating_add(more)) else {
        return;
    };
    match ranges.last_mut() {
        Some((_, end)) if *end != u32::MAX && *end + 1 == first => *end = last,
        _ => ranges.push((first, last)),
    }
}
