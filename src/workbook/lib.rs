//! Tables of foreign files: texts, and workbooks (XLSX, ODS, XLS) to the tables that texts give. It knows no model, and can
//! be fuzzed alone. Workbooks come from strangers, so they are read as streams
//! whose every count has a limit: nothing is allocated because a file says that it is large. No reader here fills a
//! dense grid; a dense one asks for 549 GB where two legal cells lie in opposite corners.
//!
//! A merged cell counts for its first cell only, as the file says it: spread, it would name several columns alike. That,
//! and what is hidden, stands in the notes of the table.

mod delimited;
mod encoded;
mod encoding;
mod format;
mod grid;
mod kind;
mod limits;
mod note;
mod number;
mod ods;
mod package;
mod place;
mod strings;
mod table;
mod xls;
mod xlsx;
mod xml;

pub use kind::FileKind;
pub use limits::WorkbookError;
pub use note::TableNote;
pub use package::Package;
pub use place::{Area, Place, column_name};
pub use table::{Table, read_tables};

use grid::Limit;
use std::path::PathBuf;

/// Why a file could not be read at all.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    #[error("{path}: {error}")]
    Io {
        path: PathBuf,
        error: std::io::Error,
    },
    #[error("the file is larger than {limit_mb} MB")]
    TooLarge { limit_mb: u64 },
    #[error("the table has more than {limit} cells")]
    TooManyCells { limit: usize },
    #[error("there is no table in the file")]
    Empty,
    #[error("a file of another kind: {}", .0.word())]
    OtherKind(FileKind),
    #[error("line {line}: {detail}")]
    Malformed { line: u64, detail: String },
    #[error(transparent)]
    Workbook(#[from] WorkbookError),
}

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
    /// Whoever opens the workbook does not see it.
    pub hidden: bool,
    /// One sheet that cannot be read does not keep the others out.
    pub table: Result<Table, ReadError>,
}
impl Sheet {
    /// The one table of a text.
    pub const fn of_text(table: Table) -> Self {
        Self {
            name: String::new(),
            hidden: false,
            table: Ok(table),
        }
    }
    fn of_workbook(name: String, hidden: bool, table: Result<Table, ReadError>) -> Self {
        let named = |mut table: Table| {
            table.sheet.clone_from(&name);
            if hidden {
                table.notes.insert(0, TableNote::HiddenSheet);
            }
            table
        };
        Self {
            table: table.map(named),
            name,
            hidden,
        }
    }
}

/// The sheet that is meant when none was named: the only one, the only one that fits, or the only one of those that fit
/// and are not hidden.
///
/// # Errors
/// When none fits, or several do.
pub fn fitting(sheets: &[Sheet], fits: impl Fn(&Table) -> bool) -> Result<usize, WorkbookError> {
    let fits = |sheet: &Sheet| sheet.table.as_ref().is_ok_and(&fits);
    let mut places: Vec<usize> = (0..sheets.len())
        .filter(|at| sheets.get(*at).is_some_and(fits))
        .collect();
    let is_seen = |at: &usize| sheets.get(*at).is_some_and(|sheet| !sheet.hidden);
    if places.len() > 1 && places.iter().any(is_seen) {
        places.retain(is_seen);
    }
    match places.as_slice() {
        _ if sheets.len() == 1 => Ok(0),
        [one] => Ok(*one),
        several => {
            let of = |sheet: &Sheet| (sheet.name.clone(), sheet.hidden);
            let found = several
                .iter()
                .filter_map(|at| sheets.get(*at))
                .map(of)
                .collect();
            // One that was too large may be the one that is meant.
            let unread = sheets
                .iter()
                .filter(|sheet| matches!(&sheet.table, Err(ReadError::Workbook(_))));
            let unread = unread.map(|sheet| sheet.name.clone()).collect();
            Err(WorkbookError::WhichSheet {
                fitting: found,
                known: sheets.iter().map(of).collect(),
                unread,
            })
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
pub fn read_workbook(bytes: Vec<u8>, want: &Want) -> Result<Vec<Sheet>, ReadError> {
    if bytes.starts_with(COMPOUND) {
        return xls::read(&bytes, want);
    }
    let mut package = match Package::open(bytes) {
        Err(WorkbookError::Unreadable { .. }) => return Err(ReadError::OtherKind(FileKind::Cut)),
        package => package?,
    };
    if ods::is_one(&package) {
        return match ods::read(&mut package, want) {
            Err(ReadError::Workbook(WorkbookError::NotASpreadsheet)) => other_kind(&package),
            read => read,
        };
    }
    let book = match xlsx::Book::open(&mut package) {
        Err(WorkbookError::NotASpreadsheet) => return other_kind(&package),
        book => book?,
    };
    let names: Vec<String> = book.names().map(str::to_owned).collect();
    let mut chosen = choose(&names, want)?;
    // The small ones first: one that is beyond the limits is so by itself, and leaves the others what they need. What the
    // package says of sizes is believed for the order alone.
    chosen.sort_by_cached_key(|at| book.said_size(&mut package, *at));
    let mut limit = Limit::default();
    let mut sheets = Vec::new();
    for at in chosen {
        let table = book.table(&mut package, at, want.area, &mut limit);
        sheets.push((
            at,
            Sheet::of_workbook(
                names.get(at).cloned().unwrap_or_default(),
                book.is_hidden(at),
                table,
            ),
        ));
    }
    sheets.sort_by_key(|(at, _)| *at);
    Ok(sheets.into_iter().map(|(_, sheet)| sheet).collect())
}

/// A package that is no workbook, by what else it is.
fn other_kind<T>(package: &Package) -> Result<T, ReadError> {
    Err(ReadError::OtherKind(kind::of_package(package)))
}

/// Places of the sheets that are wanted: by name, then by name without accents and case.
fn choose(names: &[String], want: &Want) -> Result<Vec<usize>, ReadError> {
    let Some(wanted) = &want.sheet else {
        return Ok((0..names.len()).collect());
    };
    let alike = || {
        names
            .iter()
            .position(|name| ordito_ground::text::alike(name, wanted))
    };
    match names.iter().position(|name| name == wanted).or_else(alike) {
        Some(at) => Ok(vec![at]),
        None => Err(WorkbookError::NoSheet {
            name: wanted.clone(),
            known: names.to_vec(),
        }
        .into()),
    }
}
