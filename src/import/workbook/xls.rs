//! XLS (Excel 97 to 2003): records in a stream of a compound file. Every length in it is checked against what is there.

mod compound;
mod records;
mod sheet;

use super::grid::Limit;
use super::limits::{self, WorkbookError};
use super::number::{is_date_format, is_date_number};
use super::strings::Strings;
use super::{Sheet, Want, choose};
use crate::import::{ImportError, Table};
use records::{Pieces, Record, Records};
use std::collections::BTreeMap;

/// How errors lie in the file stands in messages as this part.
const PART: &str = "Workbook";

fn unreadable(detail: impl std::fmt::Display) -> WorkbookError {
    WorkbookError::Unreadable { part: PART.to_owned(), detail: detail.to_string() }
}

/// What holds for all sheets.
#[derive(Default)]
struct Globals {
    /// Name and where its records begin.
    sheets: Vec<(String, usize)>,
    strings: Strings,
    /// Whether a style shows days.
    dates: Vec<bool>,
    from_1904: bool,
}

pub fn read(bytes: &[u8], want: &Want) -> Result<Vec<Sheet>, ImportError> {
    let compound = compound::Compound::open(bytes)?;
    if compound.has("EncryptedPackage") {
        return Err(WorkbookError::Protected.into());
    }
    let stream = compound.stream("Workbook")?.ok_or(WorkbookError::NotASpreadsheet)?;
    let globals = globals(&stream)?;
    let names: Vec<String> = globals.sheets.iter().map(|(name, _)| name.clone()).collect();
    let mut limit = Limit::default();
    let mut left = limits::TOTAL_MB << 20;
    let mut sheets = Vec::new();
    for (at, name) in choose(&names, want)? {
        let start = globals.sheets.get(at).map_or(usize::MAX, |(_, start)| *start);
        let table = sheet::read(&globals, &stream, start, want.area, &mut limit, &mut left);
        sheets.push(Sheet { table: table.map(|table| Table { sheet: name.clone(), ..table }), name });
    }
    Ok(sheets)
}

fn globals(stream: &[u8]) -> Result<Globals, WorkbookError> {
    let mut globals = Globals::default();
    let mut formats: BTreeMap<u16, bool> = BTreeMap::new();
    let mut styles: Vec<u16> = Vec::new();
    let mut records = Records::new(stream, 0);
    let mut is_first = true;
    while let Some(record) = records.next()? {
        let mut data = Pieces::new(&record);
        if std::mem::take(&mut is_first) {
            // Older ones, of Excel 95 and before, are another format.
            if record.kind != Record::BEGIN || data.u16() != Some(0x0600) {
                return Err(WorkbookError::NotASpreadsheet);
            }
            continue;
        }
        match record.kind {
            Record::END => break,
            Record::PASSWORD => return Err(WorkbookError::Protected),
            Record::DATES => globals.from_1904 = data.u16() == Some(1),
            Record::FORMAT => {
                if let Some(id) = data.u16() {
                    let code = data.u16().and_then(|n| data.text(usize::from(n)));
                    formats.insert(id, code.is_some_and(|code| is_date_format(&code)));
                }
            }
            Record::STYLE => {
                styles.push(data.u16().and_then(|_| data.u16()).unwrap_or_default());
                if styles.len() > limits::STYLES {
                    return Err(unreadable(format!("more than {} styles", limits::STYLES)));
                }
            }
            Record::SHEET => {
                let (start, kind) = (data.u32(), data.u16());
                let name = data.u8().and_then(|n| data.text(usize::from(n)));
                // Charts and macros are sheets without cells.
                if let (Some(start), Some(kind), Some(name)) = (start, kind, name)
                    && kind >> 8 == 0
                {
                    globals.sheets.push((name, start as usize));
                }
                if globals.sheets.len() > limits::SHEETS {
                    return Err(WorkbookError::ManySheets { limit: limits::SHEETS });
                }
            }
            Record::STRINGS => {
                let _ = data.u32();
                let n_texts = data.u32().unwrap_or_default();
                for _ in 0..n_texts {
                    let text = data.rich_text().ok_or_else(|| unreadable("shared texts end early"))?;
                    globals.strings.push(&text)?;
                }
            }
            _ => {}
        }
    }
    let is_date = |id: &u16| formats.get(id).copied().unwrap_or_else(|| is_date_number(u32::from(*id)));
    globals.dates = styles.iter().map(is_date).collect();
    if globals.sheets.is_empty() { Err(WorkbookError::NotASpreadsheet) } else { Ok(globals) }
}
