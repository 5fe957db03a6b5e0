//! Which rows and columns of a comparison are on screen, and where.

use super::View;
use crate::kit::grid::{Lines, Measures, Place as At, Shape};
use egui::Rect;
use ordito_analysis::Place;
use ordito_ground::text::counted;
use ordito_workspace::Wide;
use std::collections::HashMap;
use std::ops::RangeInclusive;

/// Sizes in points, from `docs/design/compare.png`.
pub const ROW: f32 = 27.0;
pub const COLUMN: f32 = 33.0;
/// One picked line against another, at least and at most.
pub const WIDE: RangeInclusive<f32> = 130.0..=300.0;
pub const NAME: f32 = 28.0;
pub const GAP: f32 = 14.0;
/// The names of areas, above the codes of their goals.
pub const AREA: f32 = 17.0;
/// How narrow and wide columns, and the names of rows, can be made.
pub const COLUMNS: RangeInclusive<f32> = 24.0..=300.0;
pub const HEADS: RangeInclusive<f32> = 90.0..=600.0;

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
    /// Columns stand under areas of a framework.
    pub has_areas: bool,
    /// Length of the longest code of a column.
    pub code_chars: usize,
    made_for: Option<(u64, usize, bool, bool)>,
    /// How wide the names of rows and columns were made.
    heads: Option<f32>,
    widths: Vec<(Wide, f32)>,
    changed: bool,
}

impl Layout {
    /// Made anew for a new comparison, another pair or filter.
    pub fn refresh(&mut self, view: &View, only_differences: bool, by_number: bool) {
        let key = (view.number, view.against, only_differences, by_number);
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
        let line = |column: &usize| made.columns.get(*column);
        if by_number && !self.is_picked {
            self.columns.sort_by_key(|column| {
                let line = line(column);
                let contents = line.and_then(|line| Some((line, made.contents_of(line)?)));
                contents.map(|(line, contents)| counted(contents.item_label(line.item).0))
            });
        }
        self.has_areas = !self.is_picked
            && self.columns.iter().any(|column| {
                line(column).is_some_and(|line| super::names::area(made, line).is_some())
            });
        (self.widths, self.heads) = (Vec::new(), None);
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
    /// What has the width of a column; picked lines share what room there is.
    pub fn wide(&self, view: &View, column: usize) -> Option<Wide> {
        let line = self.columns.get(column).filter(|_| !self.is_picked)?;
        view.made
            .columns
            .get(*line)
            .map(|line| Wide::Compared(line.item))
    }
    /// Takes widths over that were chosen.
    pub fn widen(&mut self, view: &View, widths: &[(Wide, f32)]) {
        if self.widths == widths {
            return;
        }
        let chosen: HashMap<Wide, f32> = widths.iter().copied().collect();
        self.heads = chosen
            .get(&Wide::ComparedHeads)
            .map(|width| width.clamp(*HEADS.start(), *HEADS.end()));
        if !self.is_picked {
            let width = |column: usize| {
                let width = self
                    .wide(view, column)
                    .and_then(|wide| chosen.get(&wide).copied());
                width.map_or(COLUMN, |width| {
                    width.clamp(*COLUMNS.start(), *COLUMNS.end())
                })
            };
            self.across = Lines::of((0..self.columns.len()).map(width));
        }
        widths.clone_into(&mut self.widths);
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
            side: self.heads.map_or_else(
                || {
                    ((whole.width() - 2.0 * inset) * 0.17)
                        .clamp(120.0, 250.0)
                        .floor()
                },
                |heads| heads.min(whole.width() * 0.5).floor(),
            ),
            head: NAME + codes + if self.has_areas { AREA } else { 0.0 },
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
