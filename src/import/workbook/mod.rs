//! Workbooks (XLSX, ODS, XLS) to the tables that text files give. They come from strangers, so they are read as streams
//! whose every count has a limit: nothing is allocated because a file says that it is large. No reader here fills a
//! dense grid; a dense one asks for 549 GB where two legal cells lie in opposite corners.
//!
//! A merged cell counts for its first cell only, as the file says it: spread, it would name several columns alike.

mod grid;
mod limits;
mod number;
mod ods;
mod package;
mod strings;
mod xls;
mod xlsx;
mod xml;

pub use grid::Area;
pub use limits::WorkbookError;

use super::{ImportError, Table};
use grid::Limit;
use package::Package;

/// What is wanted of a file of tables.
#[derive(Debug, Clone, Default)]
pub struct Want {
    /// The sheet of this name; every sheet when not given.
    pub sheet: Option<String>,
    /// The rectangle of it; all that is filled when not given.
    pub area: Option<Area>,
}

/// A sheet of a workbook, or the whole of a file of text, which has no name.
#[derive(Debug)]
pub struct Sheet {
    pub name: String,
    /// One sheet that cannot be read does not keep the others out.
    pub table: Result<Table, ImportError>,
}

/// The sheet that is meant when none was named: the only one, or the only one that fits.
///
/// # Errors
/// When none fits, or several do.
pub fn fitting(sheets: &[Sheet], fits: impl Fn(&Table) -> bool) -> Result<usize, WorkbookError> {
    let fits = |sheet: &Sheet| sheet.table.as_ref().is_ok_and(&fits);
    let places: Vec<usize> = (0..sheets.len()).filter(|at| sheets.get(*at).is_some_and(fits)).collect();
    match places.as_slice() {
        _ if sheets.len() == 1 => Ok(0),
        [one] => Ok(*one),
        several => {
            let names = |at: &usize| sheets.get(*at).map(|sheet| sheet.name.clone());
            let known = sheets.iter().map(|sheet| sheet.name.clone()).collect();
            Err(WorkbookError::WhichSheet { fitting: several.iter().filter_map(names).collect(), known })
        }
    }
}

/// Whether these bytes begin as a workbook's do.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(COMPOUND)
}

/// How compound files begin: XLS, and XLSX behind a password.
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// The sheets that are wanted, in the order of the workbook.
///
/// # Errors
/// When it is not a workbook, is beyond a limit, or the sheet is not in it.
pub fn read_workbook(bytes: Vec<u8>, want: &Want) -> Result<Vec<Sheet>, ImportError> {
    if bytes.starts_with(COMPOUND) {
        return xls::read(&bytes, want);
    }
    let mut package = Package::open(bytes)?;
    if ods::is_one(&package) {
        return ods::read(&mut package, want);
    }
    let book = xlsx::Book::open(&mut package)?;
    let chosen = choose(&book.names(), want)?;
    let mut limit = Limit::default();
    let mut sheets = Vec::new();
    for (at, name) in chosen {
        let table =
            book.table(&mut package, at, want.area, &mut limit).map(|table| Table { sheet: name.clone(), ..table });
        sheets.push(Sheet { name, table });
    }
    Ok(sheets)
}

/// Places and names of the sheets that are wanted: by name, then by name without accents and case.
fn choose(names: &[String], want: &Want) -> Result<Vec<(usize, String)>, ImportError> {
    let Some(wanted) = &want.sheet else {
        return Ok(names.iter().cloned().enumerate().collect());
    };
    let alike = || names.iter().position(|name| super::folded(name) == super::folded(wanted));
    match names.iter().position(|name| name == wanted).or_else(alike) {
        Some(at) => Ok(names.get(at).map(|name| (at, name.clone())).into_iter().collect()),
        None => Err(WorkbookError::NoSheet { name: wanted.clone(), known: names.to_vec() }.into()),
    }
}
