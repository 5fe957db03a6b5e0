//! What a workbook may ask of us. Every number is far above what people fill in by hand and far below what hurts.

/// Of one part of it, unpacked.
pub const PART_MB: u64 = 128;
/// Of all parts that are read, unpacked.
pub const TOTAL_MB: u64 = 256;
/// Of one tag, text or comment.
pub const NODE_MB: u64 = 4;
/// Tags and texts in all parts that are read.
pub const NODES: u64 = 10_000_000;
/// Tags within tags; real ones stay below twenty.
pub const DEPTH: usize = 128;
/// Parts in the package.
pub const PARTS: usize = 10_000;
pub const SHEETS: usize = 1_000;
/// Filled cells of all sheets that are read, and rows times columns of each: 1,000 policies by 169 targets are 169,000.
pub const CELLS: u64 = 1_000_000;
/// Texts that cells share; Excel writes each once.
pub const SHARED_TEXTS: usize = 1_000_000;
/// Bytes of all texts together.
pub const TEXT_MB: u64 = 48;
/// Characters of one cell are at most 32,767 in Excel; these are bytes.
pub const CELL_TEXT: usize = 1 << 17;
pub const STYLES: usize = 70_000;
/// Merged cells of a sheet; more are not told.
pub const MERGED: usize = 100_000;
pub use crate::place::{COLUMNS, ROWS};

/// Why a workbook, or a sheet of it, was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WorkbookError {
    /// Part and, in English and for the curious, what was found.
    #[error("{part}: {detail}")]
    Unreadable { part: String, detail: String },
    #[error("no sheets of a workbook in the file")]
    NotASpreadsheet,
    #[error("the workbook is behind a password")]
    Protected,
    /// Legal workbooks declare no document types; those that do want names expanded.
    #[error("{part}: a document type is declared")]
    Declares { part: String },
    #[error("{part}: more than {limit_mb} MB when unpacked")]
    LargePart { part: String, limit_mb: u64 },
    #[error("{part}: more tags and texts than {limit}")]
    ManyNodes { part: String, limit: u64 },
    #[error("more than {limit} parts")]
    ManyParts { limit: usize },
    #[error("more than {limit} sheets")]
    ManySheets { limit: usize },
    #[error("more than {limit} shared texts")]
    ManyTexts { limit: usize },
    #[error("texts of more than {limit_mb} MB")]
    LargeTexts { limit_mb: u64 },
    /// Row and column from 1.
    #[error("row {row}, column {column}: a text of more than {limit} bytes")]
    LongText { row: u32, column: u32, limit: usize },
    #[error("{rows} rows by {columns} columns are more than {limit} cells")]
    WideSheet { rows: u64, columns: u64, limit: u64 },
    #[error("more than {limit} filled cells")]
    ManyCells { limit: u64 },
    #[error("no sheet {name:?} among {known:?}")]
    NoSheet { name: String, known: Vec<String> },
    /// No sheet was named, and not one alone fits. Names, and whether they are hidden; those that could not be read.
    #[error("which sheet: {fitting:?} of {known:?}")]
    WhichSheet {
        fitting: Vec<(String, bool)>,
        known: Vec<(String, bool)>,
        unread: Vec<String>,
    },
}
