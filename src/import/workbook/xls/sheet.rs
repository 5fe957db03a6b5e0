//! The cells of a sheet.

use super::super::grid::{Area, Grid, Limit};
use super::super::limits::{self, WorkbookError};
use super::super::number::{date_text, of_number};
use super::records::{Pieces, Record, Records};
use super::{Globals, PART, unreadable};
use crate::import::{ImportError, Table};

pub fn read(
    globals: &Globals,
    stream: &[u8],
    start: usize,
    area: Option<Area>,
    limit: &mut Limit,
    left: &mut u64,
) -> Result<Table, ImportError> {
    let mut grid = Grid::new(area, limit);
    let mut records = Records::new(stream, start);
    // A chart in the sheet begins and ends within it.
    let mut depth = 0_u32;
    let mut waiting: Option<(u32, u32)> = None;
    loop {
        let before = records.at;
        let Some(record) = records.next()? else { return Err(unreadable("the end of a sheet is missing").into()) };
        // Sheets may claim the same records over and over.
        *left = left
            .checked_sub((records.at - before) as u64)
            .ok_or_else(|| WorkbookError::LargePart { part: PART.to_owned(), limit_mb: limits::TOTAL_MB })?;
        match record.kind {
            Record::BEGIN => depth += 1,
            _ if depth == 0 => return Err(unreadable("a sheet does not begin where it should").into()),
            Record::END => {
                depth -= 1;
                if depth == 0 {
                    return grid.finish(PART);
                }
            }
            _ if depth > 1 => {}
            kind => {
                let cell = cell(globals, kind, &mut Pieces::new(&record), &mut grid, &mut waiting)?;
                cell.ok_or_else(|| unreadable("a cell ends early"))?;
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
        let Some((row, column)) = waiting.take() else { return Ok(Some(())) };
        let Some(text) = data.u16().and_then(|n| data.text(usize::from(n))) else { return Ok(None) };
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
    let (Some(row), Some(column)) = (data.u16().map(u32::from), data.u16().map(u32::from)) else { return Ok(None) };
    if kind == Record::SHORT_NUMBERS {
        let mut column = column;
        // Style and number for each, and the last column at the end.
        while let (Some(style), Some(low)) = (data.u16(), data.u16()) {
            let Some(high) = data.u16() else { return Ok(Some(())) };
            let number = short_number(u32::from(low) | u32::from(high) << 16);
            grid.put(row, column, &shown(globals, style, number))?;
            column += 1;
        }
        return Ok(Some(()));
    }
    let Some(style) = data.u16() else { return Ok(None) };
    let text = match kind {
        Record::NUMBER => data.u64().map(|bits| shown(globals, style, f64::from_bits(bits))),
        Record::SHORT_NUMBER => data.u32().map(|bits| shown(globals, style, short_number(bits))),
        Record::SHARED_TEXT => {
            let Some(at) = data.u32() else { return Ok(None) };
            let text = globals.strings.get(at as usize).ok_or_else(|| unreadable(format!("no shared text {at}")))?;
            Some(text.to_owned())
        }
        Record::TRUTH => data.u8().zip(data.u8()).map(|(value, is_error)| truth(value, is_error != 0)),
        Record::FORMULA => data.u64().map(|bits| match bits >> 48 {
            0xFFFF => match bits & 0xFF {
                0 => {
                    *waiting = Some((row, column));
                    String::new()
                }
                1 => truth((bits >> 16) as u8, false),
                2 => truth((bits >> 16) as u8, true),
                _ => String::new(),
            },
            _ => shown(globals, style, f64::from_bits(bits)),
        }),
        _ => data.u16().and_then(|n| data.text(usize::from(n))),
    };
    let Some(text) = text else { return Ok(None) };
    grid.put(row, column, &text).map(Some)
}

/// A number in thirty bits: whole or the upper half of a float, divided by a hundred or not.
fn short_number(bits: u32) -> f64 {
    let number =
        if bits & 2 == 2 { f64::from((bits as i32) >> 2) } else { f64::from_bits(u64::from(bits & 0xFFFF_FFFC) << 32) };
    if bits & 1 == 1 { number / 100.0 } else { number }
}

fn shown(globals: &Globals, style: u16, number: f64) -> String {
    let is_date = globals.dates.get(usize::from(style)).copied().unwrap_or(false);
    let date = is_date.then(|| date_text(number, globals.from_1904)).flatten();
    date.unwrap_or_else(|| of_number(number))
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
