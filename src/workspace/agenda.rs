//! Crossings put aside for a laboratory.
//!
//! The room Laboratorio takes these into the agenda of a session; they are kept while the document is open, counted on
//! screen and written as a table.

use super::{Severity, Workspace};
use ordito_model::{Contents, Item, MatrixId};

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
        self.agenda
            .iter()
            .copied()
            .filter(move |cell| contents.is_some_and(|contents| is_there(contents, cell)))
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
    pub(super) fn take_from_agenda(&mut self, cell: AgendaCell) {
        self.agenda.retain(|each| *each != cell);
        let text = self.words.agenda_taken(self.agenda.len());
        self.tell(Severity::Done, text);
    }
}

fn is_there(contents: &Contents, cell: &AgendaCell) -> bool {
    let of = |item: Item| match item {
        Item::Policy(id) => contents.policies.contains_key(&id),
        Item::Goal(id) => contents.goals.contains_key(&id),
    };
    contents.matrices.contains_key(&cell.matrix) && of(cell.row) && of(cell.column)
}
