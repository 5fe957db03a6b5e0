//! Weights of rows and columns, and which are hidden, from a table: one line of the matrix a line.

use super::ImportError;
use ordito_document::{Edit, LineChange};
use ordito_ground::text::folded;
use ordito_model::{Axis, Contents, Item, MatrixId, StepLabel};
use ordito_workbook::Table;

/// What a table of lines would change.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LinesPreview {
    pub changes: Vec<(Axis, Item, LineChange)>,
    /// Lines that cannot be taken: line from 1, and the text that is wrong.
    pub refused: Vec<(usize, String)>,
}
impl LinesPreview {
    pub fn edit(&self, matrix: MatrixId, name: &str) -> Edit {
        let edits = self
            .changes
            .iter()
            .map(|(axis, item, change)| Edit::SetLines {
                matrix,
                axis: *axis,
                items: vec![*item],
                change: *change,
            });
        Edit::Together {
            label: StepLabel::Imported {
                name: name.to_owned(),
            },
            edits: edits.collect(),
        }
    }
}

const AXIS: &[&str] = &["asse", "axis"];
const CODE: &[&str] = &["codice", "code"];
const WEIGHT: &[&str] = &["peso", "weight"];
const HIDDEN: &[&str] = &["nascosta", "nascosto", "hidden"];

/// Reads weights and hidden lines. Without a column for the axis a code may name a row, a column, or both.
///
/// # Errors
/// When the column for the code is missing, or both of weight and hidden are.
pub fn preview_lines(
    contents: &Contents,
    matrix: MatrixId,
    table: &Table,
) -> Result<LinesPreview, ImportError> {
    let heads: Vec<String> = table
        .rows
        .first()
        .into_iter()
        .flatten()
        .map(|head| folded(head))
        .collect();
    let find = |names: &[&str]| heads.iter().position(|head| names.contains(&head.as_str()));
    let code_at = find(CODE).ok_or(ImportError::MissingColumn("codice"))?;
    let (axis_at, weight_at, hidden_at) = (find(AXIS), find(WEIGHT), find(HIDDEN));
    if weight_at.is_none() && hidden_at.is_none() {
        return Err(ImportError::MissingColumn("peso"));
    }
    let mut found = LinesPreview::default();
    for line in 1..table.rows.len() {
        let field = |at: Option<usize>| table.field(line, at);
        if table
            .rows
            .get(line)
            .is_none_or(|row| row.iter().all(|cell| cell.trim().is_empty()))
        {
            continue;
        }
        let mut refuse = |text: &str| {
            found
                .refused
                .push((line + table.origin.0 + 1, text.to_owned()));
        };
        let axes: &[Axis] = match folded(field(axis_at)).as_str() {
            "" => &[Axis::Rows, Axis::Columns],
            "righe" | "riga" | "rows" | "row" => &[Axis::Rows],
            "colonne" | "colonna" | "columns" | "column" => &[Axis::Columns],
            _ => {
                refuse(field(axis_at));
                continue;
            }
        };
        let weight = match field(weight_at) {
            "" => None,
            text => match text.replace(',', ".").parse::<f64>() {
                Ok(weight) if weight.is_finite() && weight >= 0.0 => Some(weight),
                _ => {
                    refuse(text);
                    continue;
                }
            },
        };
        let hidden = match folded(field(hidden_at)).as_str() {
            "" => None,
            "si" | "yes" | "x" | "1" | "true" | "vero" => Some(true),
            "no" | "0" | "false" | "falso" => Some(false),
            _ => {
                refuse(field(hidden_at));
                continue;
            }
        };
        let code = field(Some(code_at));
        let mut items = Vec::new();
        for axis in axes {
            let lines = contents
                .lines_of(matrix, *axis)
                .into_iter()
                .map(|(item, _)| item);
            let named = |item: &Item| {
                contents.item_code(*item) == code || {
                    let label = contents.item_label(*item).1;
                    !code.is_empty()
                        && [&label.it, &label.en]
                            .into_iter()
                            .any(|name| folded(name) == folded(code))
                }
            };
            items.extend(lines.filter(named).map(|item| (*axis, item)).next());
        }
        if items.is_empty() || code.is_empty() {
            refuse(code);
            continue;
        }
        let change = LineChange { weight, hidden };
        found
            .changes
            .extend(items.into_iter().map(|(axis, item)| (axis, item, change)));
    }
    Ok(found)
}
