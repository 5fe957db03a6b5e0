//! Which rows and columns of a comparison are on screen, and where.

use super::View;
use crate::kit::grid::{Lines, Measures, Place as At, Shape};
use egui::Rect;
use ordito_analysis::Place;

/// Sizes in points, from `docs/design/compare.png`.
pub const ROW: f32 = 27.0;
pub const COLUMN: f32 = 33.0;
/// One picked line against another, at least and at most.
pub const WIDE: std::ops::RangeInclusive<f32> = 130.0..=300.0;
pub const NAME: f32 = 28.0;
pub const GAP: f32 = 14.0;

/// A row of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// Index into the rows of the comparison.
    Line(usize),
    /// Heading of the rows that only this side has.
    Band(usize),
}

/// Rows and columns of the screen, the same in every pane.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    pub rows: Vec<Slot>,
    /// Indices into the columns of the comparison.
    pub columns: Vec<usize>,
    down: Lines,
    across: Lines,
    /// One line of each side stands against the others.
    pub is_picked: bool,
    /// Length of the longest code of a column.
    pub code_chars: usize,
    made_for: Option<(u64, usize, bool)>,
    changed: bool,
}

impl Layout {
    /// Made anew for a new comparison, another pair or filter.
    pub fn refresh(&mut self, view: &View, only_differences: bool) {
        let key = (view.number, view.against, only_differences);
        if self.made_for == Some(key) {
            return;
        }
        let made = &view.made;
        let pair = view.pair();
        let shown = |marks: Option<&Vec<bool>>, at: usize| {
            !only_differences
                || marks
                    .and_then(|marks| marks.get(at))
                    .copied()
                    .unwrap_or(true)
        };
        self.rows.clear();
        let mut by = 0;
        for (row, line) in made.rows.iter().enumerate() {
            if !shown(pair.map(|pair| &pair.rows), row) {
                continue;
            }
            if line.named_by != by {
                by = line.named_by;
                self.rows.push(Slot::Band(by));
            }
            self.rows.push(Slot::Line(row));
        }
        self.columns = (0..made.columns.len())
            .filter(|column| shown(pair.map(|pair| &pair.columns), *column))
            .collect();
        self.is_picked = super::names::is_picked(made);
        self.across = Lines::even(self.columns.len(), COLUMN);
        self.down = Lines::even(self.rows.len(), ROW);
        let code = |line: &ordito_analysis::Compared| {
            made.contents_of(line).map_or(0, |contents| {
                contents.item_label(line.item).0.chars().count()
            })
        };
        self.code_chars = made.columns.iter().map(code).max().unwrap_or(0);
        self.made_for = Some(key);
        self.changed = true;
    }
    /// Whether it was made anew since this was asked.
    pub fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }

    /// The crossing at a place of the screen; none on a heading.
    pub fn place(&self, at: At) -> Option<Place> {
        match (self.rows.get(at.row)?, self.columns.get(at.column)?) {
            (Slot::Line(row), column) => Some(Place {
                row: *row,
                column: *column,
            }),
            _ => None,
        }
    }
    /// Where a crossing is on the screen.
    pub fn at(&self, place: Place) -> Option<At> {
        let row = self
            .rows
            .iter()
            .position(|slot| *slot == Slot::Line(place.row))?;
        Some(At {
            row,
            column: self
                .columns
                .iter()
                .position(|column| *column == place.column)?,
        })
    }
    /// How much room heads take. One picked line against another needs no heads of columns.
    pub fn measures(&self, whole: Rect) -> Measures {
        let codes = if self.is_picked {
            4.0
        } else if self.code_chars > 5 {
            (self.code_chars as f32 * 7.0 + 12.0).min(92.0)
        } else {
            22.0
        };
        let inset = 12.0;
        Measures {
            side: ((whole.width() - 2.0 * inset) * 0.17)
                .clamp(120.0, 250.0)
                .floor(),
            head: NAME + codes,
            codes: Some(codes),
            inset,
            gap: GAP,
            least: 90.0,
            ..Measures::default()
        }
    }
    /// One picked line against another takes the room there is.
    pub fn settle(&mut self, room: f32) {
        let width = room.clamp(*WIDE.start(), *WIDE.end());
        if self.is_picked && (0..self.columns.len()).any(|column| self.across.size(column) != width)
        {
            self.across = Lines::even(self.columns.len(), width);
        }
    }
}

impl Shape for Layout {
    fn down(&self) -> &Lines {
        &self.down
    }
    fn across(&self) -> &Lines {
        &self.across
    }
    fn can_hold(&self, row: usize) -> bool {
        matches!(self.rows.get(row), Some(Slot::Line(_)))
    }
}
