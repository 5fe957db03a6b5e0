//! A table as every reader gives it, and how its names are compared.

use super::ReadError;
use super::kind;
use super::note::TableNote;
use super::place::{Area, Place};
use super::{Sheet, Want, WorkbookError};
use ecow::EcoString;
use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

/// Larger files are no tables that people fill in.
const FILE_LIMIT_MB: u64 = 64;

/// Rows of texts, as they were; row and column of a cell are its place here plus one
/// and the origin.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The text of a cell is short most often and then needs no memory of its own. Numbers stand here as they are typed:
    /// `1.1`, whatever the spreadsheet shows of them.
    pub rows: Vec<Vec<EcoString>>,
    /// Numbers of a workbook whose text in `rows` does not say all, with what the spreadsheet shows: 1.1 as `1.10`. By
    /// row and column of the table.
    pub figures: BTreeMap<(usize, usize), EcoString>,
    /// The sheet it is from; nothing for text.
    pub sheet: String,
    /// Rows and columns of the sheet before its first cell.
    pub origin: (usize, usize),
    /// What is to be known of it beside its texts.
    pub notes: Vec<TableNote>,
}
impl Table {
    /// The text of a cell, from which scores and amounts are read.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows
            .get(row)
            .and_then(|cells| cells.get(column))
            .map_or("", EcoString::as_str)
    }
    /// The text of a cell in a column that a table may not have: without it there is nothing in it.
    pub fn field(&self, row: usize, column: Option<usize>) -> &str {
        column.map_or("", |column| self.cell(row, column).trim())
    }
    /// What the spreadsheet shows in a cell: codes, names and all else that is a text are read from it. A code 1.10 that
    /// was kept as a number is `1.10` here and `1.1` in [`Self::cell`].
    pub fn shown(&self, row: usize, column: usize) -> &str {
        if self.figures.is_empty() {
            return self.cell(row, column);
        }
        self.figures
            .get(&(row, column))
            .map_or_else(|| self.cell(row, column), EcoString::as_str)
    }
    /// The number of a workbook in a cell whose text could be taken for another one: 1.625 is also how 1625 is written.
    pub fn number(&self, row: usize, column: usize) -> Option<f64> {
        self.figures
            .get(&(row, column))
            .and_then(|_| self.cell(row, column).parse().ok())
    }
    /// Where a cell of it is in the file.
    pub const fn place(&self, row: usize, column: usize) -> Place {
        Place {
            row: self.origin.0 + row + 1,
            column: self.origin.1 + column + 1,
        }
    }
    pub fn n_columns(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }
    /// Rows as columns.
    pub fn transposed(&self) -> Self {
        let rows = (0..self.n_columns())
            .map(|column| {
                self.rows
                    .iter()
                    .map(|row| row.get(column).cloned().unwrap_or_default())
                    .collect()
            })
            .collect();
        let figures = self
            .figures
            .iter()
            .map(|((row, column), text)| ((*column, *row), text.clone()))
            .collect();
        Self {
            rows,
            figures,
            sheet: self.sheet.clone(),
            origin: (self.origin.1, self.origin.0),
            notes: Vec::new(),
        }
    }
    /// The part of it that lies in an area of its sheet.
    pub fn part(&self, area: Area) -> Self {
        let whole = |(row, column): (u32, u32)| (row as usize, column as usize);
        let (first, last) = (whole(area.first), whole(area.last));
        // Counted from the table's own first cell.
        let skip = (
            first.0.saturating_sub(self.origin.0),
            first.1.saturating_sub(self.origin.1),
        );
        let end = (
            (last.0 + 1).saturating_sub(self.origin.0),
            (last.1 + 1).saturating_sub(self.origin.1),
        );
        let within = |(from, to): (usize, usize)| (from, to.saturating_sub(from));
        let ((above, n_rows), (before, n_columns)) =
            (within((skip.0, end.0)), within((skip.1, end.1)));
        let part =
            |cells: &Vec<EcoString>| cells.iter().skip(before).take(n_columns).cloned().collect();
        let rows = self
            .rows
            .iter()
            .skip(above)
            .take(n_rows)
            .map(part)
            .collect();
        let figures = self.figures.range((skip.0, 0)..(end.0, 0).max((skip.0, 0)));
        let figures = figures.filter(|((_, column), _)| (skip.1..end.1).contains(column));
        Self {
            rows,
            figures: figures
                .map(|((row, column), text)| ((row - skip.0, column - skip.1), text.clone()))
                .collect(),
            sheet: self.sheet.clone(),
            origin: (self.origin.0 + skip.0, self.origin.1 + skip.1),
            notes: self
                .notes
                .iter()
                .filter_map(|note| note.within(area))
                .collect(),
        }
    }
    /// What is to be known of its cells from this row and column on. Merged headings are how tables look; merged cells
    /// say less than they show.
    pub fn notes_of_cells(&self, first: (usize, usize)) -> Vec<TableNote> {
        let at = |n: usize, origin: usize| u32::try_from(n + origin).unwrap_or(u32::MAX);
        let cells = Area {
            first: (at(first.0, self.origin.0), at(first.1, self.origin.1)),
            last: (u32::MAX, u32::MAX),
        };
        let of = |note: &TableNote| match note {
            TableNote::Merged(_) => note.within(cells),
            other => Some(other.clone()),
        };
        self.notes.iter().filter_map(of).collect()
    }
}

/// Reads the tables of a file: the sheets of a workbook, or the one table of a text. What it is, its first bytes tell.
///
/// # Errors
/// When it cannot be read, is too large, is a file of another kind, or has no sheet of the name that is wanted.
pub fn read_tables(path: &Path, want: &Want) -> Result<Vec<Sheet>, ReadError> {
    let bytes = bytes_of(path)?;
    if super::is_workbook(&bytes) {
        return super::read_workbook(bytes, want);
    }
    if let Some(kind) = kind::of(&bytes) {
        return Err(ReadError::OtherKind(kind));
    }
    if let Some(name) = want.sheet.as_ref() {
        return Err(WorkbookError::NoSheet {
            name: name.clone(),
            known: Vec::new(),
        }
        .into());
    }
    let table = Table::from_bytes(&bytes)?;
    let table = match want.area {
        Some(area) => table.part(area),
        None => table,
    };
    Ok(vec![Sheet::of_text(table)])
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, ReadError> {
    let io = |error| ReadError::Io {
        path: path.to_owned(),
        error,
    };
    let file = ordito_ground::disk::open(path).map_err(io)?;
    if file.metadata().map_err(io)?.len() > FILE_LIMIT_MB << 20 {
        return Err(ReadError::TooLarge {
            limit_mb: FILE_LIMIT_MB,
        });
    }
    // It may have grown.
    let mut bytes = Vec::new();
    file.take((FILE_LIMIT_MB << 20) + 1)
        .read_to_end(&mut bytes)
        .map_err(io)?;
    if bytes.len() as u64 > FILE_LIMIT_MB << 20 {
        return Err(ReadError::TooLarge {
            limit_mb: FILE_LIMIT_MB,
        });
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_keeps_its_places() {
        let table = Table::from_text("a;b;c\nd;e;f\ng;h;i").unwrap();
        let part = table.part("B2:C9".parse().unwrap());
        assert_eq!(part.rows, [["e", "f"], ["h", "i"]]);
        assert_eq!(part.origin, (1, 1));
        let again = part.part("C3:C3".parse().unwrap());
        assert_eq!((again.rows, again.origin), (vec![vec!["i".into()]], (2, 2)));
        assert!(
            table
                .part("X1:Z2".parse().unwrap())
                .rows
                .iter()
                .all(Vec::is_empty)
        );
    }
}
