//! XLS (Excel 97 to 2003): records in a stream of a compound file. Every length in it is checked against what is there.

mod compound;
mod records;
mod sheet;

use super::format::Format;
use super::grid::{Grid, Limit};
use super::limits::{self, WorkbookError};
use super::strings::Strings;
use super::{Sheet, Want, choose};
use crate::{ReadError, kind};
use records::{Pieces, Record, Records};
use std::collections::BTreeMap;

/// How errors lie in the file stands in messages as this part.
const PART: &str = "Workbook";

fn unreadable(detail: impl std::fmt::Display) -> WorkbookError {
    WorkbookError::Unreadable {
        part: PART.to_owned(),
        detail: detail.to_string(),
    }
}

/// What holds for all sheets.
#[derive(Default)]
struct Globals {
    sheets: Vec<Entry>,
    strings: Strings,
    /// The number of each style's format.
    styles: Vec<u16>,
    formats: BTreeMap<u16, Format>,
    from_1904: bool,
}
impl Globals {
    fn format(&self, style: u16) -> &Format {
        self.styles
            .get(usize::from(style))
            .and_then(|id| self.formats.get(id))
            .unwrap_or(&Format::Plain)
    }
}

/// A sheet, and where its records begin.
struct Entry {
    name: String,
    start: usize,
    hidden: bool,
}

pub fn read(bytes: &[u8], want: &Want) -> Result<Vec<Sheet>, ReadError> {
    let compound = compound::Compound::open(bytes)?;
    if compound.has("EncryptedPackage") {
        return Err(WorkbookError::Protected.into());
    }
    let other = || kind::of_streams(|name| compound.has(name)).map(ReadError::OtherKind);
    let Some(stream) = compound.stream("Workbook")? else {
        return Err(other().unwrap_or_else(|| WorkbookError::NotASpreadsheet.into()));
    };
    let globals = globals(&stream)?;
    let names: Vec<String> = globals
        .sheets
        .iter()
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut limit = Limit::default();
    let mut left = limits::TOTAL_MB << 20;
    let mut sheets = Vec::new();
    for entry in choose(&names, want)?
        .into_iter()
        .filter_map(|at| globals.sheets.get(at))
    {
        let mut grid = Grid::new(want.area, &mut limit);
        let table = match sheet::read(&globals, &stream, entry.start, &mut grid, &mut left) {
            Ok(()) => grid.finish(PART),
            Err(error) => {
                grid.give_back();
                Err(error.into())
            }
        };
        sheets.push(Sheet::of_workbook(entry.name.clone(), entry.hidden, table));
    }
    Ok(sheets)
}

fn globals(stream: &[u8]) -> Result<Globals, WorkbookError> {
    let mut globals = Globals::default();
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
                    globals.formats.insert(
                        id,
                        code.map_or(Format::Plain, |code| Format::of_code(&code)),
                    );
                }
            }
            Record::STYLE => {
                let id = data.u16().and_then(|_| data.u16()).unwrap_or(0);
                globals.styles.push(id);
                if globals.styles.len() > limits::STYLES {
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
                    globals.sheets.push(Entry {
                        name,
                        start: start as usize,
                        hidden: kind & 3 != 0,
                    });
                }
                if globals.sheets.len() > limits::SHEETS {
                    return Err(WorkbookError::ManySheets {
                        limit: limits::SHEETS,
                    });
                }
            }
            Record::STRINGS => {
                let _ = data.u32();
                // A record that ends before it says how many has none.
                let n_texts = data.u32().unwrap_or(0);
                for _ in 0..n_texts {
                    let text = data
                        .rich_text()
                        .ok_or_else(|| unreadable("shared texts end early"))?;
                    globals.strings.push(&text)?;
                }
            }
            _ => {}
        }
    }
    for id in &globals.styles {
        globals
            .formats
            .entry(*id)
            .or_insert_with(|| Format::of_number(u32::from(*id)));
    }
    if globals.sheets.is_empty() {
        Err(WorkbookError::NotASpreadsheet)
    } else {
        Ok(globals)
    }
}
