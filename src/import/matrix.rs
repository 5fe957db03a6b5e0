//! A table to the cells of a matrix: rows and columns by code, then by name; every cell old and new; one edit.

use super::table::{Table, folded};
use crate::document::{AssessmentChange, CellEdit, Edit};
use crate::model::{
    AssessmentKey, AssessorId, Axis, CellValue, CellsCause, Contents, EntryRefusal, Item, MatrixId, Scale, StepLabel,
    read_entry,
};
use std::collections::BTreeSet;

/// Where a table goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    pub matrix: MatrixId,
    pub assessor: AssessorId,
}

/// A place in the table, from 1, as a spreadsheet counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub row: usize,
    pub column: usize,
}

/// How a heading of the table was recognised.
#[derive(Debug, Clone, PartialEq)]
pub enum Match {
    Code(Item),
    /// The name was the same but for accents, case and spaces.
    Name(Item),
    /// Nothing fits; the nearest, closest first, are for a person to choose from.
    Unmatched {
        text: String,
        nearest: Vec<Item>,
    },
    /// Another heading of the table means the same line.
    Twice(Item),
}
impl Match {
    pub const fn item(&self) -> Option<Item> {
        match self {
            Self::Code(item) | Self::Name(item) => Some(*item),
            Self::Unmatched { .. } | Self::Twice(_) => None,
        }
    }
}

/// A cell that would change.
#[derive(Debug, Clone, PartialEq)]
pub struct CellChange {
    pub place: Place,
    pub key: AssessmentKey,
    pub old: CellValue,
    pub new: CellValue,
}

/// A cell that cannot go in.
#[derive(Debug, Clone, PartialEq)]
pub struct RefusedCell {
    pub place: Place,
    pub why: EntryRefusal,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MatrixPreview {
    pub rows: Vec<(usize, Match)>,
    pub columns: Vec<(usize, Match)>,
    pub changes: Vec<CellChange>,
    pub refused: Vec<RefusedCell>,
    /// Cells that say what is there already.
    pub same: usize,
    /// Cells below a heading that was not matched, and filled: they would be lost.
    pub unplaced: usize,
}

impl MatrixPreview {
    /// Whether everything in the table has a place and is an entry.
    pub fn is_whole(&self) -> bool {
        self.refused.is_empty() && self.unmatched().next().is_none()
    }
    /// Headings that were not matched, rows first, with their places.
    pub fn unmatched(&self) -> impl Iterator<Item = (Axis, usize, &Match)> {
        let rows = self.rows.iter().map(|(place, found)| (Axis::Rows, *place, found));
        let columns = self.columns.iter().map(|(place, found)| (Axis::Columns, *place, found));
        rows.chain(columns).filter(|(_, _, found)| found.item().is_none())
    }
    /// The one step that takes the changes in.
    pub fn edit(&self, name: &str) -> Edit {
        let cells = self
            .changes
            .iter()
            .map(|change| CellEdit { key: change.key, change: AssessmentChange::value(change.new) })
            .collect();
        let label = StepLabel::Imported { name: name.to_owned() };
        Edit::Together { label, edits: vec![Edit::SetCells { cause: CellsCause::Import, cells }] }
    }
}

/// What is recognised of a heading among the lines of an axis.
fn recognise(contents: &Contents, items: &[Item], text: &str, taken: &mut BTreeSet<Item>) -> Match {
    // An apostrophe first is our own guard against formulas.
    let plain = text.trim();
    let plain = plain.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(plain);
    let names = |item: Item| -> Vec<String> {
        match item {
            Item::Policy(id) => contents.policies.get(&id).map(|policy| {
                vec![folded(&policy.name), folded(&policy.short), folded(&format!("{} {}", policy.code, policy.name))]
            }),
            Item::Goal(id) => contents.goals.get(&id).map(|goal| {
                let of = |label: &crate::model::Label| [folded(&label.it), folded(&label.en)];
                [of(&goal.name), of(&goal.short)].concat()
            }),
        }
        .unwrap_or_default()
    };
    let by_code = items.iter().find(|item| contents.item_label(**item).0 == plain && !plain.is_empty());
    let wanted = folded(plain);
    let found = by_code.map(|item| Match::Code(*item)).or_else(|| {
        items.iter().find(|item| !wanted.is_empty() && names(**item).contains(&wanted)).map(|item| Match::Name(*item))
    });
    match found {
        Some(found) => match found.item() {
            Some(item) if !taken.insert(item) => Match::Twice(item),
            _ => found,
        },
        None => {
            let closeness =
                |item: Item| names(item).iter().map(|name| strsim::jaro_winkler(name, &wanted)).fold(0.0_f64, f64::max);
            let mut near: Vec<(f64, Item)> = items.iter().map(|item| (closeness(*item), *item)).collect();
            near.sort_by(|a, b| b.0.total_cmp(&a.0));
            let nearest = near.into_iter().filter(|(share, _)| *share > 0.6).take(3).map(|(_, item)| item).collect();
            Match::Unmatched { text: plain.to_owned(), nearest }
        }
    }
}

/// Compares a table with a matrix. The first row holds columns, the first column holds rows; blank cells are unscored.
pub fn preview_matrix(contents: &Contents, scale: &Scale, target: Target, table: &Table) -> MatrixPreview {
    let items =
        |axis| -> Vec<Item> { contents.lines_of(target.matrix, axis).into_iter().map(|(item, _)| item).collect() };
    let (row_items, column_items) = (items(Axis::Rows), items(Axis::Columns));
    let mut preview = MatrixPreview::default();
    let mut taken = BTreeSet::new();
    for column in 1..table.n_columns() {
        let text = table.cell(0, column);
        let is_blank =
            text.trim().is_empty() && (1..table.rows.len()).all(|row| table.cell(row, column).trim().is_empty());
        if !is_blank {
            preview.columns.push((column, recognise(contents, &column_items, text, &mut taken)));
        }
    }
    let mut taken = BTreeSet::new();
    for row in 1..table.rows.len() {
        if table.rows.get(row).is_none_or(|cells| cells.iter().all(|cell| cell.trim().is_empty())) {
            continue;
        }
        preview.rows.push((row, recognise(contents, &row_items, table.cell(row, 0), &mut taken)));
    }
    for (row, row_match) in &preview.rows {
        for (column, column_match) in &preview.columns {
            let text = table.cell(*row, *column);
            let (Some(row_item), Some(column_item)) = (row_match.item(), column_match.item()) else {
                preview.unplaced += usize::from(!text.trim().is_empty());
                continue;
            };
            let place = Place { row: row + 1, column: column + 1 };
            let key = AssessmentKey {
                matrix: target.matrix,
                assessor: target.assessor,
                round: 0,
                row: row_item,
                column: column_item,
            };
            let old = contents.assessments.get(&key).map(|cell| cell.value).unwrap_or_default();
            match read_entry(text, scale) {
                Err(why) => preview.refused.push(RefusedCell { place, why }),
                Ok(new) if new == old => preview.same += usize::from(new.is_answered()),
                Ok(new) if row_item == column_item => {
                    let why = EntryRefusal::NotUnderstood { entry: new.to_string() };
                    preview.refused.push(RefusedCell { place, why });
                }
                Ok(new) => preview.changes.push(CellChange { place, key, old, new }),
            }
        }
    }
    preview
}
