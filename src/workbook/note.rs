//! What a reader saw that is not in the texts of a table. Whoever takes a table in is told: nothing is hidden, merged,
//! cut or read another way in silence.

use super::place::{Area, Place};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableNote {
    /// The sheet is hidden.
    HiddenSheet,
    /// Filled rows that are hidden, from 1; they are taken as the others are.
    HiddenRows(Vec<usize>),
    /// Filled columns that are hidden, from 1; they are taken as the others are.
    HiddenColumns(Vec<usize>),
    /// Merged cells with something in them: it counts for the first cell of each, the others are blank.
    Merged(Vec<Area>),
    /// A quote begins here and does not end: it was taken for a sign of the text, and the lines after it for lines.
    OpenQuotes(Vec<Place>),
    /// Cells in quotes that hold further lines with separators in them, and leave their row too short or too long.
    LinesInCells(Vec<Place>),
    /// Bytes that are no UTF-8, each taken for a sign of Windows-1252: how many, and the first places.
    BadBytes { n: usize, places: Vec<Place> },
    /// The text ends within a sign.
    CutShort,
}
impl TableNote {
    /// What of it is about a part of the table.
    pub(super) fn within(&self, part: Area) -> Option<Self> {
        let holds = |place: &&Place| {
            let at = |n: usize| u32::try_from(n.saturating_sub(1)).unwrap_or(u32::MAX);
            part.holds(at(place.row), at(place.column))
        };
        let places = |all: &[Place]| all.iter().filter(holds).copied().collect::<Vec<_>>();
        let lines = |all: &[usize], first: u32, last: u32| -> Vec<usize> {
            all.iter()
                .filter(|n| (first as usize..=last as usize).contains(&n.saturating_sub(1)))
                .copied()
                .collect()
        };
        let is_empty = |note: &Self| match note {
            Self::HiddenSheet | Self::CutShort | Self::BadBytes { .. } => false,
            Self::HiddenRows(list) | Self::HiddenColumns(list) => list.is_empty(),
            Self::Merged(list) => list.is_empty(),
            Self::OpenQuotes(list) | Self::LinesInCells(list) => list.is_empty(),
        };
        let note = match self {
            Self::HiddenRows(rows) => Self::HiddenRows(lines(rows, part.first.0, part.last.0)),
            Self::HiddenColumns(columns) => {
                Self::HiddenColumns(lines(columns, part.first.1, part.last.1))
            }
            Self::Merged(areas) => Self::Merged(
                areas
                    .iter()
                    .filter(|area| area.meets(part))
                    .copied()
                    .collect(),
            ),
            Self::OpenQuotes(all) => Self::OpenQuotes(places(all)),
            Self::LinesInCells(all) => Self::LinesInCells(places(all)),
            // Where a file is cut or not what it seems to be is of interest wherever it is.
            other => other.clone(),
        };
        (!is_empty(&note)).then_some(note)
    }
}
