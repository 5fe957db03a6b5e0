//! A filled-in "Modello da compilare" (`pages/export/template.rs`) back into its matrix, found by ids and not by names.
//!
//! A cell changes when the office changed it: what the workbook held when it was written lies in it, so that an entry
//! left as it was does not take back what the document has got since.

use super::matrix::{CellChange, Match, MatrixPreview, RefusedCell, Target, WhyNot};
use super::scale_words::read_cell;
use ordito_model::{
    AssessmentKey, AssessorId, Axis, CellValue, Contents, DocumentId, Item, LineKey, MatrixId,
    MatrixKind, PolicyId, Scale, read_entry,
};
use ordito_workbook::Place;
use ordito_workbook::Sheet;
use ordito_workbook::Table;
use std::collections::{BTreeMap, BTreeSet};

const MARK: &str = "ordito-modello";
const MARK_OF_CELLS: &str = "ordito-celle";
const VERSION: &str = "1";
const FIRST_HELD: usize = 8;
/// Where the cells begin.
const FIRST: (usize, usize) = (4, 3);

/// Why a filled-in workbook cannot go in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    #[error("written by a later version")]
    Version,
    #[error("an id of the workbook cannot be read")]
    Ids,
    #[error("the sheet with the cells is gone")]
    NoCells,
    #[error("the workbook belongs to another document")]
    OtherDocument,
    #[error("its matrix is no longer in the document")]
    NoMatrix,
    #[error("its assessor is no longer in the document")]
    NoAssessor,
}

/// A workbook that was written to be filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct FilledTemplate {
    pub document: DocumentId,
    pub target: Target,
    table: Table,
    /// What the cells held, by the ids of row and column.
    held: BTreeMap<(String, String), String>,
}

/// The filled-in workbook among these sheets; `None` when it is none of ours.
pub fn find_template(sheets: &[Sheet]) -> Option<Result<FilledTemplate, TemplateError>> {
    let tables = || sheets.iter().filter_map(|sheet| sheet.table.as_ref().ok());
    let begins = |table: &&Table, mark: &str| table.origin == (0, 0) && table.cell(0, 0) == mark;
    let hidden = tables().find(|table| begins(table, MARK))?;
    Some(read(
        hidden,
        tables().find(|table| begins(table, MARK_OF_CELLS)),
    ))
}

fn read(hidden: &Table, cells: Option<&Table>) -> Result<FilledTemplate, TemplateError> {
    if hidden.cell(0, 1) != VERSION {
        return Err(TemplateError::Version);
    }
    let document = hidden.cell(1, 1).parse().map_err(|_| TemplateError::Ids)?;
    let matrix: MatrixId = hidden.cell(2, 1).parse().map_err(|_| TemplateError::Ids)?;
    let assessor: AssessorId = hidden.cell(3, 1).parse().map_err(|_| TemplateError::Ids)?;
    let line = |row: usize| {
        let key = (
            hidden.cell(row, 0).to_owned(),
            hidden.cell(row, 1).to_owned(),
        );
        (key, hidden.cell(row, 2).to_owned())
    };
    let held = (FIRST_HELD..hidden.rows.len())
        .map(line)
        .filter(|((row, _), _)| !row.is_empty())
        .collect();
    let table = cells.ok_or(TemplateError::NoCells)?.clone();
    Ok(FilledTemplate {
        document,
        target: Target { matrix, assessor },
        table,
        held,
    })
}

/// What a filled-in workbook would change.
///
/// # Errors
/// When it belongs to another document, or its matrix or assessor is gone.
pub fn preview_template(
    contents: &Contents,
    template: &FilledTemplate,
) -> Result<MatrixPreview, TemplateError> {
    let Target { matrix, assessor } = template.target;
    if contents
        .info()
        .is_none_or(|info| info.id != template.document)
    {
        return Err(TemplateError::OtherDocument);
    }
    let record = contents
        .matrices
        .get(&matrix)
        .ok_or(TemplateError::NoMatrix)?;
    let scale = contents
        .scales
        .get(&record.scale)
        .ok_or(TemplateError::NoMatrix)?;
    if !contents.assessors.contains_key(&assessor) {
        return Err(TemplateError::NoAssessor);
    }
    let table = &template.table;
    let mut preview = MatrixPreview {
        sheet: table.sheet.clone(),
        heads: (FIRST.0 - 2, FIRST.1 - 1),
        // Ids are hidden before and above the cells.
        notes: table.notes_of_cells(FIRST),
        rows: lines(contents, matrix, record.kind, Axis::Rows, table),
        columns: lines(contents, matrix, record.kind, Axis::Columns, table),
        ..MatrixPreview::default()
    };
    for (row, row_match) in &preview.rows {
        for (column, column_match) in &preview.columns {
            let text = table.cell(*row, *column);
            let (Some(row_item), Some(column_item)) = (row_match.item(), column_match.item())
            else {
                preview.unplaced += usize::from(!text.trim().is_empty());
                continue;
            };
            let place = Place {
                row: row + 1,
                column: column + 1,
            };
            if row_item == column_item {
                if !text.trim().is_empty() {
                    let why = WhyNot::Diagonal {
                        entry: text.trim().to_owned(),
                    };
                    preview.refused.push(RefusedCell { place, why });
                }
                continue;
            }
            let key = AssessmentKey {
                matrix,
                assessor,
                round: 0,
                row: row_item,
                column: column_item,
            };
            let old = contents.value(&key);
            let ids = (
                table.cell(*row, 0).to_owned(),
                table.cell(0, *column).to_owned(),
            );
            let held = held(template, &ids, scale);
            match read_cell(text, scale) {
                Err(why) => preview.refused.push(RefusedCell {
                    place,
                    why: WhyNot::Entry(why),
                }),
                Ok(new) if new == old => preview.same += usize::from(new.is_answered()),
                Ok(new) if new == held => preview.newer += 1,
                Ok(new) => preview.changes.push(CellChange {
                    place,
                    key,
                    old,
                    new,
                }),
            }
        }
    }
    Ok(preview)
}

/// What a cell held when the workbook was written.
fn held(template: &FilledTemplate, ids: &(String, String), scale: &Scale) -> CellValue {
    template
        .held
        .get(ids)
        .and_then(|text| read_entry(text, scale).ok())
        .unwrap_or(CellValue::Unscored)
}

/// The lines of the sheet by their ids. One that somebody added has no id; it is listed when something is in it.
fn lines(
    contents: &Contents,
    matrix: MatrixId,
    kind: MatrixKind,
    axis: Axis,
    table: &Table,
) -> Vec<(usize, Match)> {
    let (first, end) = match axis {
        Axis::Rows => (FIRST.0, table.rows.len()),
        Axis::Columns => (FIRST.1, table.n_columns()),
    };
    let at = |line: usize, other: usize| match axis {
        Axis::Rows => table.cell(line, other),
        Axis::Columns => table.cell(other, line),
    };
    let (first_other, end_other) = match axis {
        Axis::Rows => (FIRST.1, table.n_columns()),
        Axis::Columns => (FIRST.0, table.rows.len()),
    };
    let mut taken: BTreeSet<Item> = BTreeSet::new();
    let mut found = Vec::new();
    for line in first..end {
        let id = at(line, 0).trim();
        let is_filled = (first_other..end_other).any(|other| !at(line, other).trim().is_empty());
        if id.is_empty() && !is_filled {
            continue;
        }
        let item = id
            .parse()
            .ok()
            .map(|PolicyId(bytes)| kind.item(axis, bytes));
        let known = item.filter(|item| {
            contents.lines.contains_key(&LineKey {
                matrix,
                axis,
                item: *item,
            })
        });
        found.push((
            line,
            match known {
                Some(item) if taken.insert(item) => Match::Code(item),
                Some(item) => Match::Twice {
                    item,
                    text: heading(axis, line, table),
                },
                None => Match::Unmatched {
                    text: heading(axis, line, table),
                    nearest: Vec::new(),
                    clear: None,
                },
            },
        ));
    }
    found
}

/// Code and title of a line as the sheet shows them.
fn heading(axis: Axis, line: usize, table: &Table) -> String {
    let (code, title) = match axis {
        Axis::Rows => (table.cell(line, 1), table.cell(line, 2)),
        Axis::Columns => (table.cell(3, line), table.cell(2, line)),
    };
    format!("{code} {title}").trim().to_owned()
}
