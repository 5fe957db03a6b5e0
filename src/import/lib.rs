//! Other people's files to a preview, then one edit. Nothing is dropped silently: what cannot be taken is listed with
//! its row, column and reason.

mod amount;
mod columns;
mod compare;
mod framework;
mod heads;
mod json;
pub mod library;
mod line_weights;
mod lines;
mod list;
mod long;
mod matrix;
mod meaning;
mod month;
mod near;
mod people;
mod policies;
mod scale;
mod scale_words;
mod template;

pub use amount::{grouped, read_euro};
pub use columns::{PolicyField, read_kind, read_level, read_wording};
pub use framework::{FrameworkPreview, preview_framework};
pub use json::{JsonFault, RecordPlace, read_json, read_json_file};
pub use line_weights::{LinesPreview, preview_lines};
pub use list::read_list;
pub use long::{LongIds, LongPreview, LongWhy, RefusedLine, is_long, preview_long};
pub use matrix::{
    Blank, Blanks, CellChange, EntryMeanings, Match, MatrixChoices, MatrixPreview, RefusedCell,
    Target, WhyNot, fits_matrix, preview_matrix, preview_matrix_as,
};
pub use meaning::{Meaning, Meanings};
pub use month::{Edge, read_month};
pub use near::is_clear;
pub use ordito_workbook::{
    Area, FileKind, Place, ReadError, Sheet, Table, TableNote, Want, WorkbookError, column_name,
    fitting, read_tables,
};
pub use people::{
    PeopleChoices, PeoplePreview, PersonColumn, PersonField, ReadPerson, Seating, WhyLeft,
    people_edit, preview_people,
};
pub use policies::{
    ColumnHow, ColumnUse, FieldProblem, Ids, PoliciesPreview, PolicyChoices, RefusedField,
    Repeated, SameCode, ThereAlready, preview_policies, preview_policies_as,
};
pub use scale::{ScalePreview, preview_scale};
pub use template::{FilledTemplate, TemplateError, find_template, preview_template};

/// Why nothing is taken of a file.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A table of a framework without one of its columns.
    #[error("the column {0:?} is missing")]
    MissingColumn(&'static str),
    /// A list of policies without a column for their names; the columns that it has.
    #[error("no column gives names: {known:?}")]
    NoNames { known: Vec<String> },
    /// A filled-in workbook of ours that has no place in the document.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// A JSON file that is no document of ours, or one that no edits could have made.
    #[error(transparent)]
    Json(#[from] JsonFault),
}
