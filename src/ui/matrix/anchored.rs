//! The cursor by what its row and column stand for.

use super::layout::{Layout, Slot};
use crate::kit::grid::Place;
use ordito_model::Item;
use ordito_workspace::{MatrixView, ViewGroup, ViewLine};

/// The cursor by what its row and column stand for, so that it survives folding, filters and undo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Anchored {
    pub row: Option<Item>,
    pub column: Option<Item>,
}
impl Anchored {
    /// What stands at a place. Where several lines are folded into one, the one that `before` meant among them.
    pub fn of(view: &MatrixView, layout: &Layout, place: Place, before: Self) -> Self {
        let row = item(
            &layout.rows,
            place.row,
            &view.rows,
            &view.row_groups,
            before.row.and_then(|i| view.row_of(i)),
        );
        let column = before.column.and_then(|item| view.column_of(item));
        let column = item(
            &layout.columns,
            place.column,
            &view.columns,
            &view.column_groups,
            column,
        );
        Self { row, column }
    }
    /// Where that is now, if it is on screen: itself, or what it is folded into.
    pub fn place(self, view: &MatrixView, layout: &Layout) -> Option<Place> {
        let (row, column) = (view.row_of(self.row?)?, view.column_of(self.column?)?);
        let place = |slots: &[Slot], line: usize, lines: &[ViewLine]| {
            let group = lines.get(line)?.group;
            Layout::place_of(slots, line)
                .or_else(|| slots.iter().position(|slot| *slot == Slot::Group(group)))
        };
        Some(Place {
            row: place(&layout.rows, row, &view.rows)?,
            column: place(&layout.columns, column, &view.columns)?,
        })
    }
}

fn item(
    slots: &[Slot],
    at: usize,
    lines: &[ViewLine],
    groups: &[ViewGroup],
    before: Option<usize>,
) -> Option<Item> {
    let line = match slots.get(at)? {
        Slot::Line(line) => *line,
        Slot::Group(group) => {
            let members = &groups.get(*group)?.lines;
            before
                .filter(|line| members.contains(line))
                .or_else(|| members.first().copied())?
        }
    };
    lines.get(line).map(|line| line.item)
}
