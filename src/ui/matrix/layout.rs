//! Which rows and columns are on screen, where, and how wide: folding, filter and order applied to a view.

use super::filter::{Filter, Only, Sieve};
use super::sizes::{COLUMNS, HEADS, Sizes};
use crate::kit::grid::{Lines, Place, Selection, Shape};
use ordito_analysis::equal::Ruler;
use ordito_ground::text::counted;
use ordito_model::{AssessorId, Contents, Item};
use ordito_words::Words;
use ordito_workspace::{MatrixView, Wide};
use std::collections::{BTreeSet, HashMap};

/// One row or column of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// Index into the view's lines.
    Line(usize),
    /// A group: the heading of rows, or a column that stands for folded ones.
    Group(usize),
}

/// The order of rows. All but the catalogue's leave the groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    #[default]
    Catalogue,
    Net,
    Conflicts,
    Missing,
    /// By the scores of a column: the best first, or last.
    Column(Item, bool),
}
impl Order {
    pub const ALL: [Self; 4] = [Self::Catalogue, Self::Net, Self::Conflicts, Self::Missing];
    pub fn say(self, words: &Words) -> String {
        match self {
            Self::Catalogue => words.matrix_order_catalogue(),
            Self::Net => words.matrix_order_net(),
            Self::Conflicts => words.matrix_order_conflicts(),
            Self::Missing => words.matrix_order_missing(),
            Self::Column(..) => words.matrix_order_column(),
        }
    }
}

/// What decides the layout; a new one is made when it changes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Choices {
    pub assessor: Option<AssessorId>,
    pub filter: Filter,
    pub only: Only,
    pub order: Order,
    /// Goals by their numbers, wherever their areas stand.
    pub by_number: bool,
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

/// What sizes of rows and columns were worked out from.
#[derive(Debug, Clone)]
struct SizedFor {
    sizes: Sizes,
    widths: Vec<(Wide, f32)>,
    heights: Vec<f32>,
}

/// Rows and columns of the screen.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    pub rows: Vec<Slot>,
    pub columns: Vec<Slot>,
    down: Lines,
    across: Lines,
    pub sizes: Sizes,
    /// How high rows have to be for their names; one for each row, or none.
    pub heights: Vec<f32>,
    /// What the sizes of rows and columns were worked out from.
    sized_for: Option<SizedFor>,
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
    pub fn refresh(&mut self, contents: &Contents, view: &MatrixView, choices: &Choices) -> bool {
        if self.made_for.0 == view.shape && self.made_for.1 == *choices && self.is_made {
            return false;
        }
        let sizes = self.sizes;
        *self = Self::of(contents, view, choices);
        self.sizes = sizes;
        true
    }

    pub const fn choices(&self) -> &Choices {
        &self.made_for.1
    }

    fn of(contents: &Contents, view: &MatrixView, choices: &Choices) -> Self {
        let mut layout = Self {
            made_for: (view.shape, choices.clone()),
            is_made: true,
            ..Self::default()
        };
        let sieve = Sieve {
            contents,
            view,
            assessor: choices.assessor(),
            filter: choices.filter,
            only: choices.only,
        };
        let kept = |row: &usize| sieve.keeps(*row);
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
            let rows = in_order(view, choices, (0..view.rows.len()).filter(kept).collect());
            layout.n_rows = rows.len();
            layout.rows = rows.into_iter().map(Slot::Line).collect();
        }
        layout.columns = columns(contents, view, choices);
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
    /// How wide the names of rows were made, of the widths that were chosen.
    pub fn heads_of(widths: &[(Wide, f32)]) -> Option<f32> {
        let heads = widths.iter().find(|(wide, _)| *wide == Wide::Heads);
        heads.map(|(_, width)| width.clamp(*HEADS.start(), *HEADS.end()))
    }
    /// Makes rows and columns as large as they are to be: as the sizes say, but for widths that were chosen, and for rows
    /// whose names need more.
    pub fn size(&mut self, view: &MatrixView, widths: &[(Wide, f32)]) {
        let known = self.sized_for.as_ref();
        if known.is_some_and(|known| {
            known.sizes == self.sizes && known.widths == widths && known.heights == self.heights
        }) {
            return;
        }
        let sizes = self.sizes;
        let chosen: HashMap<Wide, f32> = widths.iter().copied().collect();
        // Borders lie on whole points, and what that takes from one column the next ones get.
        let mut owed = 0.0;
        let columns = (0..self.columns.len()).map(|column| {
            let width = self
                .wide(view, column)
                .and_then(|wide| chosen.get(&wide).copied());
            if let Some(width) = width {
                return width.clamp(*COLUMNS.start(), *COLUMNS.end());
            }
            let first = if self.is_column(column) {
                sizes.column
            } else {
                sizes.fold
            };
            let width = (first + owed).round();
            owed += first - width;
            width
        });
        self.across = Lines::of(columns.collect::<Vec<_>>().into_iter());
        let rows = self.rows.iter().enumerate().map(|(at, slot)| match slot {
            Slot::Line(_) => self.heights.get(at).copied().unwrap_or(0.0).max(sizes.row),
            Slot::Group(_) => sizes.heading,
        });
        self.down = Lines::of(rows.collect::<Vec<_>>().into_iter());
        self.sized_for = Some(SizedFor {
            sizes,
            widths: widths.to_vec(),
            heights: self.heights.clone(),
        });
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

/// Rows that leave their groups.
fn in_order(view: &MatrixView, choices: &Choices, mut rows: Vec<usize>) -> Vec<usize> {
    let layer = view.layer(choices.assessor());
    let value = |row: &usize| {
        let sums = layer.rows.get(*row).copied().unwrap_or_default();
        match choices.order {
            Order::Catalogue => 0.0,
            Order::Net => -sums.net(),
            Order::Conflicts => sums.tradeoff,
            Order::Missing => -f64::from(sums.unanswered()),
            Order::Column(item, down) => {
                let column = view.column_of(item);
                let net = column.and_then(|column| view.dot(layer, *row, column).value.net());
                // What has no score comes last, whichever way.
                net.map_or(
                    f64::MAX,
                    |net| {
                        if down { -net.value() } else { net.value() }
                    },
                )
            }
        }
    };
    rows.sort_by(|a, b| Ruler::POINTS.order(value(a), value(b)));
    rows
}

/// Columns as the framework has them, or by their numbers; those of a folded group are one.
fn columns(contents: &Contents, view: &MatrixView, choices: &Choices) -> Vec<Slot> {
    let mut lines: Vec<usize> = view
        .column_groups
        .iter()
        .flat_map(|group| group.lines.iter().copied())
        .collect();
    if choices.by_number {
        lines.sort_by_key(|line| {
            let code = view
                .columns
                .get(*line)
                .map(|line| contents.item_label(line.item).0);
            counted(code.unwrap_or_default())
        });
    }
    let mut slots: Vec<Slot> = Vec::new();
    for line in lines {
        let Some(index) = view.columns.get(line).map(|line| line.group) else {
            continue;
        };
        let folded = view
            .column_groups
            .get(index)
            .is_some_and(|group| choices.folded_columns.contains(&group.item));
        if !folded {
            slots.push(Slot::Line(line));
        } else if !slots.contains(&Slot::Group(index)) {
            slots.push(Slot::Group(index));
        }
    }
    slots
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
