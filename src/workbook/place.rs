//! Places of a table, said as a spreadsheet says them: letters for the column, then the number of the row.

use std::fmt;
use std::str::FromStr;

/// A sheet's corner in Excel: XFD1048576.
pub const ROWS: u32 = 1 << 20;
pub const COLUMNS: u32 = 1 << 14;

/// A place in the file, from 1, as a spreadsheet counts; said as `T8`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub row: usize,
    pub column: usize,
}
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", column_name(self.column), self.row)
    }
}

/// The letters of a column from 1: `A`, `Z`, `AA`.
pub fn column_name(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column;
    while left > 0 {
        letters.push(char::from(b'A' + ((left - 1) % 26) as u8));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// A rectangle of a sheet, as `B3:T40`; rows and columns from 0, both ends in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
        if area.first.0 <= area.last.0 && area.first.1 <= area.last.1 {
            Ok(area)
        } else {
            Err(())
        }
    }
}
impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = |(row, column): (u32, u32)| Place {
            row: row as usize + 1,
            column: column as usize + 1,
        };
        write!(f, "{}:{}", place(self.first), place(self.last))
    }
}
impl Area {
    pub const fn holds(self, row: u32, column: u32) -> bool {
        row >= self.first.0 && row <= self.last.0 && column >= self.first.1 && column <= self.last.1
    }
    /// Whether the two have a cell in common.
    pub const fn meets(self, other: Self) -> bool {
        self.first.0 <= other.last.0
            && other.first.0 <= self.last.0
            && self.first.1 <= other.last.1
            && other.first.1 <= self.last.1
    }
}

/// `AB12` as row and column from 0, when it is on a sheet.
pub fn reference(text: &str) -> Option<(u32, u32)> {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let (name, digits) = text.split_at_checked(letters)?;
    if name.is_empty()
        || name.len() > 3
        || digits.len() > 7
        || !digits.bytes().all(|b| b.is_ascii_digit())
    {
        return None;
    }
    let column = name
        .bytes()
        .fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1);
    let row: u32 = digits.parse().ok()?;
    ((1..=ROWS).contains(&row) && column <= COLUMNS).then(|| (row - 1, column - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_said_as_they_are_read() {
        for (row, column, said) in [
            (8, 20, "T8"),
            (1, 1, "A1"),
            (9, 26, "Z9"),
            (9, 27, "AA9"),
            (1, 703, "AAA1"),
        ] {
            assert_eq!(Place { row, column }.to_string(), said);
        }
        for at in 0..COLUMNS {
            let place = Place {
                row: 1 + at as usize * 7,
                column: at as usize + 1,
            };
            assert_eq!(reference(&place.to_string()), Some((at * 7, at)));
        }
        for text in ["B3:T40", "A1:A1", "XFD1048576:XFD1048576"] {
            assert_eq!(text.parse::<Area>().unwrap().to_string(), text);
        }
    }
}
