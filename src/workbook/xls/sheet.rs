//! The cells of a sheet.

use super::super::format::Format;
use super::super::grid::Grid;
use super::super::limits::{self, WorkbookError};
use super::super::number::{date_text, of_number};
use super::records::{Pieces, Record, Records};
use super::{Globals, PART, unreadable};
use crate::place::Area;

pub fn read(
    globals: &Globals,
    stream: &[u8],
    start: usize,
    grid: &mut Grid<'_>,
    left: &mut u64,
) -> Result<(), WorkbookError> {
    let mut records = Records::new(stream, start);
    // A chart in the sheet begins and ends within it.
    let mut depth = 0_u32;
    let mut waiting: Option<(u32, u32)> = None;
    loop {
        let before = records.at;
        let Some(record) = records.next()? else {
            return Err(unreadable("the end of a sheet is missing"));
        };
        // Sheets may claim the same records over and over.
        *left = left
            .checked_sub((records.at - before) as u64)
            .ok_or_else(|| WorkbookError::LargePart {
                part: PART.to_owned(),
                limit_mb: limits::TOTAL_MB,
            })?;
        match record.kind {
            Record::BEGIN => depth += 1,
            _ if depth == 0 => return Err(unreadable("a sheet does not begin where it should")),
            Record::END => {
                depth -= 1;
                if depth == 0 {
                    return Ok(());
                }
            }
            _ if depth > 1 => {}
            Record::ROW | Record::COLUMNS | Record::MERGED => {
                seen(record.kind, &mut Pieces::new(&record), grid);
            }
            kind => {
                let cell = cell(globals, kind, &mut Pieces::new(&record), grid, &mut waiting)?;
                cell.ok_or_else(|| unreadable("a cell ends early"))?;
            }
        }
    }
}

/// Takes note of what is hidden or merged; a record that ends early says nothing.
fn seen(kind: u16, data: &mut Pieces<'_>, grid: &mut Grid<'_>) {
    let two = |data: &mut Pieces<'_>| Some((u32::from(data.u16()?), u32::from(data.u16()?)));
    match kind {
        Record::ROW => {
            let row = data.u16().map(u32::from);
            // Four numbers that say nothing of it, and one of no use.
            let flags = (0..5)
                .try_fold((), |(), _| data.u16().map(drop))
                .and_then(|()| data.u16());
            if let (Some(row), Some(flags)) = (row, flags)
                && flags & 0x20 != 0
            {
                grid.hide_rows(row, 1);
            }
        }
        Record::COLUMNS => {
            let (columns, flags) = (two(data), two(data).and_then(|_| data.u16()));
            if let (Some((first, last)), Some(flags)) = (columns, flags)
                && flags & 1 == 1
                && first <= last
            {
                grid.hide_columns(first, last - first + 1);
            }
        }
        _ => {
            for _ in 0..data.u16().unwrap_or(0) {
                let (Some(rows), Some(columns)) = (two(data), two(data)) else {
                    break;
                };
                if rows.0 <= rows.1 && columns.0 <= columns.1 {
                    grid.merge(Area {
                        first: (rows.0, columns.0),
                        last: (rows.1, columns.1),
                    });
                }
            }
        }
    }
}

/// Takes the cells of a record; nothing when it ends early.
fn cell(
    globals: &Globals,
    kind: u16,
    data: &mut Pieces<'_>,
    grid: &mut Grid<'_>,
    waiting: &mut Option<(u32, u32)>,
) -> Result<Option<()>, WorkbookError> {
    if kind == Record::FORMULA_TEXT {
        let Some((row, column)) = waiting.take() else {
            return Ok(Some(()));
        };
        let Some(text) = data.u16().and_then(|n| data.text(usize::from(n))) else {
            return Ok(None);
        };
        return grid.put(row, column, &text).map(Some);
    }
    let is_cell = matches!(
        kind,
        Record::NUMBER
            | Record::SHORT_NUMBER
            | Record::SHORT_NUMBERS
            | Record::SHARED_TEXT
            | Record::TEXT
            | Record::RICH_TEXT
            | Record::TRUTH
            | Record::FORMULA
    );
    if !is_cell {
        return Ok(Some(()));
    }
    let (Some(row), Some(column)) = (data.u16().map(u32::from), data.u16().map(u32::from)) else {
        return Ok(None);
    };
    if kind == Record::SHORT_NUMBERS {
        let mut column = column;
        // Style and number for each, and the last column at the end.
        while let (Some(style), Some(low)) = (data.u16(), data.u16()) {
            let Some(high) = data.u16() else {
                return Ok(Some(()));
            };
            let number = short_number(u32::from(low) | u32::from(high) << 16);
            let (text, shown) = texts(globals, style, number);
            grid.put_number(row, column, &text, shown)?;
            column += 1;
        }
        return Ok(Some(()));
    }
    let Some(style) = data.u16() else {
        return Ok(None);
    };
    let plain = |text: String| (text, None);
    let texts = match kind {
        Record::NUMBER => data
            .u64()
            .map(|bits| texts(globals, style, f64::from_bits(bits))),
        Record::SHORT_NUMBER => data
            .u32()
            .map(|bits| texts(globals, style, short_number(bits))),
        Record::SHARED_TEXT => {
            let Some(at) = data.u32() else {
                return Ok(None);
            };
            let text = globals
                .strings
                .get(at as usize)
                .ok_or_else(|| unreadable(format!("no shared text {at}")))?;
            Some(plain(text.to_owned()))
        }
        Record::TRUTH => data
            .u8()
            .zip(data.u8())
            .map(|(value, is_error)| plain(truth(value, is_error != 0))),
        Record::FORMULA => data.u64().map(|bits| match bits >> 48 {
            0xFFFF => plain(match bits & 0xFF {
                0 => {
                    *waiting = Some((row, column));
                    String::new()
                }
                1 => truth((bits >> 16) as u8, false),
                2 => truth((bits >> 16) as u8, true),
                _ => String::new(),
            }),
            _ => texts(globals, style, f64::from_bits(bits)),
        }),
        _ => data
            .u16()
            .and_then(|n| data.text(usize::from(n)))
            .map(plain),
    };
    let Some((text, shown)) = texts else {
        return Ok(None);
    };
    grid.put_number(row, column, &text, shown).map(Some)
}

/// A number in thirty bits: whole or the upper half of a float, divided by a hundred or not.
fn short_number(bits: u32) -> f64 {
    let number = if bits & 2 == 2 {
        f64::from((bits as i32) >> 2)
    } else {
        f64::from_bits(u64::from(bits & 0xFFFF_FFFC) << 32)
    };
    if bits & 1 == 1 {
        number / 100.0
    } else {
        number
    }
}

/// A number as it is typed and, where that is another text, as it is shown.
fn texts(globals: &Globals, style: u16, number: f64) -> (String, Option<String>) {
    let format = globals.format(style);
    let date = (*format == Format::Date)
        .then(|| date_text(number, globals.from_1904))
        .flatten();
    if let Some(date) = date {
        return (date, None);
    }
    let (text, shown) = format.texts(of_number(number).into());
    (text.into_owned(), shown)
}

fn truth(value: u8, is_error: bool) -> String {
    match (is_error, value) {
        (false, 0) => "FALSE",
        (false, _) => "TRUE",
        (true, 0x00) => "#NULL!",
        (true, 0x07) => "#DIV/0!",
        (true, 0x0F) => "#VALUE!",
        (true, 0x17) => "#REF!",
        (true, 0x1D) => "#NAME?",
        (true, 0x24) => "#NUM!",
        (true, _) => "#N/A",
    }
    .to_owned()
}
