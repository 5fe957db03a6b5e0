//! How wide columns are in each matrix of each document: in the settings, never in a document.

use super::{CatalogueColumns, Workspace};
use ordito_model::{DocumentId, Item, MatrixId};
use serde::{Deserialize, Serialize};
use std::time::Instant;

/// What has a width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wide {
    /// The names of rows.
    Heads,
    Column(Item),
    /// The column that columns with this parent are folded into.
    Folded(Option<Item>),
    /// The names of rows in a comparison whose first side is this matrix, and a column in each of its panes.
    ComparedHeads,
    Compared(Item),
}

impl Wide {
    /// Whether it is of comparisons, not of the matrix itself.
    pub const fn is_compared(self) -> bool {
        matches!(self, Self::ComparedHeads | Self::Compared(_))
    }
}

/// The widths of a matrix that are not as they begin, in points.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Widths {
    pub document: DocumentId,
    pub matrix: MatrixId,
    pub widths: Vec<(Wide, f32)>,
}

impl Widths {
    /// Whether both are of one matrix.
    pub(super) fn is_of(&self, other: &Self) -> bool {
        (self.document, self.matrix) == (other.document, other.matrix)
    }
}

/// Widths of this many matrices are kept.
pub(super) const MATRICES: usize = 200;

impl Workspace {
    /// The widths of a matrix of the open document.
    pub fn widths(&self, matrix: MatrixId) -> &[(Wide, f32)] {
        let Some(document) = self.document_id() else {
            return &[];
        };
        let known = self
            .settings
            .widths
            .iter()
            .find(|known| (known.document, known.matrix) == (document, matrix));
        known
            .map(|known| known.widths.as_slice())
            .unwrap_or_default()
    }

    /// What is shown of the catalogue's columns, and how wide; written with the place, a moment later.
    pub(super) fn set_catalogue_columns(&mut self, columns: CatalogueColumns) {
        self.settings.catalogue = columns;
        self.place_changed.get_or_insert_with(Instant::now);
    }

    /// All widths of a matrix that are not as they begin; written with the place, a moment later.
    pub(super) fn set_widths(&mut self, matrix: MatrixId, widths: Vec<(Wide, f32)>) {
        let Some(document) = self.document_id() else {
            return;
        };
        let all = &mut self.settings.widths;
        all.retain(|known| (known.document, known.matrix) != (document, matrix));
        // Of one that has none any more this is remembered, too: in the file there are still those of before.
        all.insert(
            0,
            Widths {
                document,
                matrix,
                widths,
            },
        );
        all.truncate(MATRICES);
        self.place_changed.get_or_insert_with(Instant::now);
    }
}
