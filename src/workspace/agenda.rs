//! Crossings put aside for a laboratory.
//!
//! The room Laboratorio takes these into the agenda of a session; they are kept while the document is open, counted on
//! screen and written as a table.

use super::{Severity, Workspace};
use crate::export::{TableWay, table_csv, write_file};
use crate::figure::chart::{Table, Value};
use crate::model::{AssessmentKey, AssessorId, Contents, Item, MatrixId};
use crate::words::Words;
use std::path::Path;

/// A crossing of a matrix to be talked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgendaCell {
    pub matrix: MatrixId,
    pub row: Item,
    pub column: Item,
}

impl Workspace {
    /// Crossings put aside, in the order in which they were; those that are gone from the document are left out.
    pub fn agenda(&self) -> impl Iterator<Item = AgendaCell> {
        let contents = self.contents();
        self.agenda.iter().copied().filter(move |cell| contents.is_some_and(|contents| is_there(contents, cell)))
    }

    pub(super) fn add_to_agenda(&mut self, cells: &[AgendaCell]) {
        let before = self.agenda.len();
        for cell in cells {
            if !self.agenda.contains(cell) {
                self.agenda.push(*cell);
            }
        }
        let (new, all) = (self.agenda.len() - before, self.agenda.len());
        let text = self.words.agenda_added(all, new);
        self.tell(Severity::Done, text);
    }

    /// The file dialog has asked before replacing.
    pub(super) fn export_agenda(&mut self, path: &Path) {
        let cells: Vec<AgendaCell> = self.agenda().collect();
        self.write_beside(path, move |path, contents, words| {
            write_file(path, &table_csv(&table(contents, words, &cells), TableWay::ExcelItalian), true)
        });
    }
}

fn is_there(contents: &Contents, cell: &AgendaCell) -> bool {
    let of = |item: Item| match item {
        Item::Policy(id) => contents.policies.contains_key(&id),
        Item::Goal(id) => contents.goals.contains_key(&id),
    };
    contents.matrices.contains_key(&cell.matrix) && of(cell.row) && of(cell.column)
}

fn table(contents: &Contents, words: &Words, cells: &[AgendaCell]) -> Table {
    let heads = [
        words.subject_matrix(),
        words.subject_row(),
        words.subject_column(),
        words.agenda_agreed(),
        words.agenda_reason(),
        words.agenda_mitigation(),
    ];
    let mut table = Table::new(heads.map(|head| (head, false)).to_vec());
    let name = |item: Item| {
        let (code, label) = contents.item_label(item);
        Value::Text(format!("{code} {}", label.get(words.language())).trim().to_owned())
    };
    for cell in cells {
        let matrix = contents.matrix_name(cell.matrix).to_owned();
        let key = AssessmentKey {
            matrix: cell.matrix,
            assessor: AssessorId::AGREED,
            round: 0,
            row: cell.row,
            column: cell.column,
        };
        let agreed = contents.assessments.get(&key);
        let text =
            |text: &dyn Fn(&crate::model::Assessment) -> String| Value::Text(agreed.map_or_else(String::new, text));
        table.push(
            None,
            vec![
                Value::Text(matrix),
                name(cell.row),
                name(cell.column),
                text(&|cell| words.numbers().cell(cell.value)),
                text(&|cell| cell.reason.clone()),
                text(&|cell| cell.mitigation.clone()),
            ],
        );
    }
    table
}
