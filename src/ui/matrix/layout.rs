//! Which rows and columns are on screen, where, and how wide: folding, filter and order applied to a view.

use crate::kit::grid::{Lines, Place, Selection, Shape};
use ordito_analysis::equal::Ruler;
use ordito_model::{AssessorId, Item};
use ordito_workspace::{LineSums, MatrixView, Wide};
use std::collections::{BTreeSet, HashMap};
use std::ops::RangeInclusive;

/// Sizes in points, from `docs/design/matrix.png`.
pub const ROW: f32 = 30.0;
pub const COLUMN: f32 = 47.0;
pub const FOLD: f32 = 66.0;
pub const BAND: f32 = 26.0;
pub const TITLES: f32 = 104.0;
pub const CODES: f32 = 24.0;
pub const TOTAL: f32 = 50.0;
/// How narrow and wide columns, and the names of rows, can be made.
pub const COLUMNS: RangeInclusive<f32> = 26.0..=400.0;
pub const HEADS: RangeInclusive<f32> = 180.0..=900.0;

/// One row or column of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// Index into the view's lines.
    Line(usize),
    /// A group: the heading of rows, or a column that stands for folded ones.
    Group(usize),
}

/// Which rows are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Filter {
    #[default]
    None,
    Unscored,
    Conflicts,
    NoReason,
}
impl Filter {
    pub const ALL: [Self; 4] = [Self::None, Self::Unscored, Self::Conflicts, Self::NoReason];
    pub const fn key(self) -> &'static str {
        match self {
            Self::None => "matrix-filter-none",
            Self::Unscored => "matrix-filter-unscored",
            Self::Conflicts => "matrix-filter-conflicts",
            Self::NoReason => "matrix-filter-no-reason",
        }
    }
    fn keeps(self, sums: &LineSums) -> bool {
        match self {
            Self::None => true,
            Self::Unscored => sums.scored + sums.not_applicable + sums.dont_know < sums.crossings,
            Self::Conflicts => sums.tradeoff < 0.0,
            Self::NoReason => sums.scored > 0 && sums.with_reason < sums.scored,
        }
    }
}

/// The order of rows. All but the catalogue's leave the groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    #[default]
    Catalogue,
    Net,
    Conflicts,
    Missing,
}
impl Order {
    pub const ALL: [Self; 4] = [Self::Catalogue, Self::Net, Self::Conflicts, Self::Missing];
    pub const fn key(self) -> &'static str {
        match self {
            Self::Catalogue => "matrix-order-catalogue",
            Self::Net => "matrix-order-net",
            Self::Conflicts => "matrix-order-conflicts",
            Self::Missing => "matrix-order-missing",
        }
    }
}

/// What decides the layout; a new one is made when it changes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Choices {
    pub assessor: Option<AssessorId>,
    pub filter: Filter,
    pub order: Order,
    /// Grows when filter or order is asked for again.
    pub asked: u64,
    /// Folded groups by their parents.
    pub folded_rows: BTreeSet<Option<Item>>,
    pub folded_columns: BTreeSet<Option<Item>>,
}
impl Choices {
    pub fn assessor(&self) -> AssessorId {
        self.assessor.unwrap_or(AssessorId::AGREED)
    }
}

/// Rows and columns of the screen.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    pub rows: Vec<Slot>,
    pub columns: Vec<Slot>,
    down: Lines,
    across: Lines,
    /// How wide the names of rows were made.
    pub heads: Option<f32>,
    widths: Vec<(Wide, f32)>,
    /// Rows of the matrix that are shown, folded ones too.
    pub n_rows: usize,
    /// Whether rows stand under headings.
    pub has_headings: bool,
    folded_rows: BTreeSet<usize>,
    made_for: (u64, Choices),
    is_made: bool,
}

impl Layout {
    /// Made anew when the view's shape or the choices changed. Scores alone do not move rows under the hand.
    pub fn refresh(&mut self, view: &MatrixView, choices: &Choices) -> bool {
        if self.made_for.0 == view.shape && self.made_for.1 == *choices && self.is_made {
            return false;
        }
        *self = Self::of(view, choices);
        true
    }

    fn of(view: &MatrixView, choices: &Choices) -> Self {
        let mut layout = Self {
            made_for: (view.shape, choices.clone()),
            is_made: true,
            ..Self::default()
        };
        let layer = view.layer(choices.assessor());
        let kept = |row: &usize| {
            layer
                .rows
                .get(*row)
                .is_some_and(|sums| choices.filter.keeps(sums))
        };
        let groups = &view.row_groups;
        if choices.order == Order::Catalogue {
            layout.has_headings =
                groups.len() > 1 || groups.iter().any(|group| group.item.is_some());
            for (index, group) in groups.iter().enumerate() {
                let lines: Vec<usize> = group.lines.iter().copied().filter(kept).collect();
                if lines.is_empty() {
                    continue;
                }
                layout.n_rows += lines.len();
                if layout.has_headings {
                    layout.rows.push(Slot::Group(index));
                    if choices.folded_rows.contains(&group.item) {
                        layout.folded_rows.insert(index);
                        continue;
                    }
                }
                layout.rows.extend(lines.into_iter().map(Slot::Line));
            }
        } else {
            let mut rows: Vec<usize> = (0..view.rows.len()).filter(kept).collect();
            let value = |row: &usize| {
                let sums = layer.rows.get(*row).copied().unwrap_or_default();
                match choices.order {
                    Order::Catalogue => 0.0,
                    Order::Net => -sums.net(),
                    Order::Conflicts => sums.tradeoff,
                    Order::Missing => -f64::from(sums.unanswered()),
                }
            };
            rows.sort_by(|a, b| Ruler::POINTS.order(value(a), value(b)));
            layout.n_rows = rows.len();
            layout.rows = rows.into_iter().map(Slot::Line).collect();
        }
        for (index, group) in view.column_groups.iter().enumerate() {
            if choices.folded_columns.contains(&group.item) {
                layout.columns.push(Slot::Group(index));
            } else {
                layout
                    .columns
                    .extend(group.lines.iter().copied().map(Slot::Line));
            }
        }
        layout.down = Lines::even(layout.rows.len(), ROW);
        layout
    }

    /// What has the width of a column.
    pub fn wide(&self, view: &MatrixView, column: usize) -> Option<Wide> {
        match self.columns.get(column)? {
            Slot::Line(line) => view.columns.get(*line).map(|line| Wide::Column(line.item)),
            Slot::Group(group) => view
                .column_groups
                .get(*group)
                .map(|group| Wide::Folded(group.item)),
        }
    }
    /// Takes widths over that were chosen; rows stay as they are.
    pub fn widen(&mut self, view: &MatrixView, widths: &[(Wide, f32)]) {
        if self.across.n() == self.columns.len()
            && self.widths == widths
            && self.across != Lines::default()
        {
            return;
        }
        let chosen: HashMap<Wide, f32> = widths.iter().copied().collect();
        self.heads = chosen
            .get(&Wide::Heads)
            .map(|width| width.clamp(*HEADS.start(), *HEADS.end()));
        let width = |column: usize| {
            let first = if self.is_column(column) { COLUMN } else { FOLD };
            let width = self
                .wide(view, column)
                .and_then(|wide| chosen.get(&wide).copied());
            width.map_or(first, |width| width.clamp(*COLUMNS.start(), *COLUMNS.end()))
        };
        self.across = Lines::of((0..self.columns.len()).map(width));
        widths.clone_into(&mut self.widths);
    }
    pub fn is_folded_row(&self, group: usize) -> bool {
        self.folded_rows.contains(&group)
    }
    /// The row and column of the view at a place of the screen; none on a heading or what is folded.
    pub fn lines_at(&self, place: Place) -> Option<(usize, usize)> {
        match (self.rows.get(place.row)?, self.columns.get(place.column)?) {
            (Slot::Line(row), Slot::Line(column)) => Some((*row, *column)),
            _ => None,
        }
    }
    /// The rows and columns of the view in a range.
    pub fn lines_of(&self, selection: &Selection) -> (Vec<usize>, Vec<usize>) {
        let pick = |slots: &[Slot], range: std::ops::RangeInclusive<usize>| {
            let line = |at: usize| match slots.get(at) {
                Some(Slot::Line(line)) => Some(*line),
                _ => None,
            };
            range.filter_map(line).collect()
        };
        (
            pick(&self.rows, selection.rows()),
            pick(&self.columns, selection.columns()),
        )
    }
    /// The group a slot belongs to.
    pub fn column_group(&self, view: &MatrixView, column: usize) -> Option<usize> {
        match self.columns.get(column)? {
            Slot::Group(group) => Some(*group),
            Slot::Line(line) => view.columns.get(*line).map(|line| line.group),
        }
    }
    /// The slot of a line, when it is on screen.
    pub fn place_of(slots: &[Slot], line: usize) -> Option<usize> {
        slots.iter().position(|slot| *slot == Slot::Line(line))
    }
}

impl Shape for Layout {
    fn down(&self) -> &Lines {
        &self.down
    }
    fn across(&self) -> &Lines {
        &self.across
    }
    /// Headings of open groups hold no cursor.
    fn can_hold(&self, row: usize) -> bool {
        match self.rows.get(row) {
            Some(Slot::Line(_)) => true,
            Some(Slot::Group(group)) => self.folded_rows.contains(group),
            None => false,
        }
    }
    fn is_row(&self, row: usize) -> bool {
        matches!(self.rows.get(row), Some(Slot::Line(_)))
    }
    fn is_column(&self, column: usize) -> bool {
        matches!(self.columns.get(column), Some(Slot::Line(_)))
    }
}
