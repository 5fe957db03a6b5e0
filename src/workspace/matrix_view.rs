//! A matrix as the screen needs it: rows and columns in order, each assessor's cells as one dense layer, sums.
//!
//! Built from the contents in one pass and then kept up to date patch by patch: a typed cell touches one row and one
//! column. Nothing here knows of folding, scrolling or selection; those are the screen's.

use super::Workspace;
use super::line_sums::{Dot, LineSums, Totals};
use ordito_model::{
    Assessment, AssessmentKey, AssessorId, Axis, Contents, Item, Matrix, MatrixId, Patch, Points,
    Record, Rgb, Scale,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A row or column that is not hidden.
#[derive(Debug, Clone, PartialEq)]
pub struct ViewLine {
    pub item: Item,
    pub weight: f64,
    /// Index into the groups of its axis.
    pub group: usize,
    /// Lines that are hidden stand before it.
    pub after_hidden: bool,
}

/// Rows or columns with the same parent, under one heading.
#[derive(Debug, Clone, PartialEq)]
pub struct ViewGroup {
    /// The parent; `None` gathers what has none.
    pub item: Option<Item>,
    pub colour: Option<Rgb>,
    /// Indices of its lines, in order.
    pub lines: Vec<usize>,
}

/// Cells of one assessor, row by row, with the sums of both axes.
#[derive(Debug, Clone, Default)]
pub struct Layer {
    cells: Vec<Dot>,
    pub rows: Vec<LineSums>,
    pub columns: Vec<LineSums>,
}

/// One matrix, ready to be drawn.
#[derive(Debug, Clone)]
pub struct MatrixView {
    pub matrix: MatrixId,
    pub scale: Scale,
    pub is_square: bool,
    pub rows: Vec<ViewLine>,
    pub columns: Vec<ViewLine>,
    pub row_groups: Vec<ViewGroup>,
    pub column_groups: Vec<ViewGroup>,
    pub n_hidden: usize,
    pub n_hidden_rows: usize,
    /// Who scores here, the agreed one first.
    pub assessors: Vec<AssessorId>,
    /// Grows when rows, columns, groups or assessors may have changed.
    pub shape: u64,
    layers: BTreeMap<AssessorId, Layer>,
    empty: Layer,
    /// Assessors disagree here, row by row.
    disputed: Vec<bool>,
    row_places: HashMap<Item, usize>,
    column_places: HashMap<Item, usize>,
    revision: u64,
}

/// Patches with more cells than this are faster taken in by building anew.
const REBUILD_CELLS: usize = 4_000;

impl MatrixView {
    /// The view of a matrix at the workspace's revision.
    pub fn build(workspace: &Workspace, matrix: MatrixId, shape: u64) -> Option<Self> {
        let contents = workspace.contents()?;
        let mut view = Self::of(contents, matrix)?;
        view.shape = shape;
        view.revision = workspace.revision();
        Some(view)
    }

    /// Takes in what changed; false when it has to be built anew.
    pub fn update(&mut self, workspace: &Workspace) -> bool {
        let now = workspace.revision();
        if now == self.revision {
            return true;
        }
        let Some(patches) = workspace.patches_since(self.revision) else {
            return false;
        };
        for patch in &patches {
            if !self.take(patch) {
                return false;
            }
        }
        self.revision = now;
        true
    }

    pub const fn revision(&self) -> u64 {
        self.revision
    }

    fn of(contents: &Contents, id: MatrixId) -> Option<Self> {
        let matrix: &Matrix = contents.matrices.get(&id)?;
        let scale = contents.scales.get(&matrix.scale)?.clone();
        let (rows, row_groups, hidden_rows) = axis(contents, id, Axis::Rows);
        let (columns, column_groups, hidden_columns) = axis(contents, id, Axis::Columns);
        let places = |lines: &[ViewLine]| {
            lines
                .iter()
                .enumerate()
                .map(|(i, line)| (line.item, i))
                .collect()
        };
        let assessors = contents
            .assessors_of(id)
            .into_iter()
            .map(|(assessor, _)| assessor)
            .collect();
        let mut view = Self {
            matrix: id,
            scale,
            is_square: matrix.kind.is_square(),
            row_places: places(&rows),
            column_places: places(&columns),
            rows,
            columns,
            row_groups,
            column_groups,
            n_hidden: hidden_rows + hidden_columns,
            n_hidden_rows: hidden_rows,
            assessors,
            shape: 0,
            layers: BTreeMap::new(),
            empty: Layer::default(),
            disputed: Vec::new(),
            revision: 0,
        };
        view.fill(contents);
        Some(view)
    }

    fn fill(&mut self, contents: &Contents) {
        let (n_rows, n_columns) = (self.rows.len(), self.columns.len());
        // Keys come ordered by assessor and row: both are looked up once for many cells.
        let mut last_row: Option<(Item, Option<usize>)> = None;
        for (key, cell) in contents
            .cells_of(self.matrix)
            .filter(|(key, _)| key.round == 0)
        {
            let row = match last_row {
                Some((item, row)) if item == key.row => row,
                _ => self.row_places.get(&key.row).copied(),
            };
            last_row = Some((key.row, row));
            let (Some(row), Some(column)) = (row, self.column_places.get(&key.column).copied())
            else {
                continue;
            };
            let layer = self.layers.entry(key.assessor).or_default();
            if layer.cells.is_empty() {
                layer.cells = vec![Dot::default(); n_rows * n_columns];
            }
            if let Some(place) = layer.cells.get_mut(row * n_columns + column) {
                *place = Dot::of(cell);
            }
        }
        self.empty.cells = vec![Dot::default(); n_rows * n_columns];
        let mut empty = std::mem::take(&mut self.empty);
        self.sum_up(&mut empty);
        self.empty = empty;
        let mut layers = std::mem::take(&mut self.layers);
        for layer in layers.values_mut() {
            self.sum_up(layer);
        }
        self.layers = layers;
        self.disputed = (0..n_rows * n_columns)
            .map(|at| {
                self.is_disputed_at(
                    at.checked_div(n_columns).unwrap_or(0),
                    at % n_columns.max(1),
                )
            })
            .collect();
    }

    fn sum_up(&self, layer: &mut Layer) {
        layer.rows = vec![LineSums::default(); self.rows.len()];
        layer.columns = vec![LineSums::default(); self.columns.len()];
        for row in 0..self.rows.len() {
            for column in 0..self.columns.len() {
                let Some(dot) = self.summand(layer, row, column) else {
                    continue;
                };
                if let (Some(sums), Some(line)) =
                    (layer.rows.get_mut(row), self.columns.get(column))
                {
                    sums.add(dot, line.weight);
                }
                if let (Some(sums), Some(line)) =
                    (layer.columns.get_mut(column), self.rows.get(row))
                {
                    sums.add(dot, line.weight);
                }
            }
        }
    }

    /// What a crossing adds to the sums; nothing where there is no crossing.
    fn summand(&self, layer: &Layer, row: usize, column: usize) -> Option<Dot> {
        if self.is_diagonal(row, column) {
            return None;
        }
        layer.cells.get(row * self.columns.len() + column).copied()
    }

    fn take(&mut self, patch: &Patch) -> bool {
        if patch.records.len() > REBUILD_CELLS {
            return false;
        }
        for record in &patch.records {
            match record {
                Record::Assessment(change)
                    if change.key.matrix == self.matrix && change.key.round == 0 =>
                {
                    self.set(&change.key, change.after.as_ref());
                }
                Record::Assessment(_)
                | Record::Info(_)
                | Record::Actor(_)
                | Record::Source(_)
                | Record::Milestone(_)
                | Record::Crosswalk(_)
                | Record::Link(_)
                | Record::Lab(_)
                | Record::Question(_) => {}
                _ => return false,
            }
        }
        true
    }

    fn set(&mut self, key: &AssessmentKey, cell: Option<&Assessment>) {
        let (Some(&row), Some(&column)) = (
            self.row_places.get(&key.row),
            self.column_places.get(&key.column),
        ) else {
            return;
        };
        let at = row * self.columns.len() + column;
        let mut layer = self
            .layers
            .remove(&key.assessor)
            .unwrap_or_else(|| self.empty.clone());
        if let Some(place) = layer.cells.get_mut(at) {
            *place = cell.map_or(Dot::default(), Dot::of);
        }
        // One row and one column are added up again: no rounding piles up, and it is a few microseconds.
        let mut sums = LineSums::default();
        for (other, line) in self.columns.iter().enumerate() {
            if let Some(dot) = self.summand(&layer, row, other) {
                sums.add(dot, line.weight);
            }
        }
        if let Some(place) = layer.rows.get_mut(row) {
            *place = sums;
        }
        let mut sums = LineSums::default();
        for (other, line) in self.rows.iter().enumerate() {
            if let Some(dot) = self.summand(&layer, other, column) {
                sums.add(dot, line.weight);
            }
        }
        if let Some(place) = layer.columns.get_mut(column) {
            *place = sums;
        }
        self.layers.insert(key.assessor, layer);
        let disputed = self.is_disputed_at(row, column);
        if let Some(place) = self.disputed.get_mut(at) {
            *place = disputed;
        }
    }

    /// Assessors disagree: opposite signs, or more than one whole step apart. The agreed one is no party to it.
    fn is_disputed_at(&self, row: usize, column: usize) -> bool {
        let at = row * self.columns.len() + column;
        let mut range: Option<(Points, Points)> = None;
        for (assessor, layer) in &self.layers {
            if *assessor == AssessorId::AGREED {
                continue;
            }
            if let Some(net) = layer.cells.get(at).and_then(|dot| dot.value.net()) {
                range = Some(range.map_or((net, net), |(low, high)| (low.min(net), high.max(net))));
            }
        }
        range.is_some_and(|(low, high)| low.0 < 0 && high.0 > 0 || high.0 - low.0 >= 200)
    }

    /// An item crossed with itself.
    pub fn is_diagonal(&self, row: usize, column: usize) -> bool {
        self.is_square
            && matches!((self.rows.get(row), self.columns.get(column)), (Some(r), Some(c)) if r.item == c.item)
    }

    pub fn layer(&self, assessor: AssessorId) -> &Layer {
        self.layers.get(&assessor).unwrap_or(&self.empty)
    }
    pub fn dot(&self, layer: &Layer, row: usize, column: usize) -> Dot {
        layer
            .cells
            .get(row * self.columns.len() + column)
            .copied()
            .unwrap_or_default()
    }
    pub fn disputed(&self, row: usize, column: usize) -> bool {
        self.disputed
            .get(row * self.columns.len() + column)
            .copied()
            .unwrap_or(false)
    }
    pub fn row_of(&self, item: Item) -> Option<usize> {
        self.row_places.get(&item).copied()
    }
    pub fn column_of(&self, item: Item) -> Option<usize> {
        self.column_places.get(&item).copied()
    }
    /// The key of a cell by its places.
    pub fn key(&self, assessor: AssessorId, row: usize, column: usize) -> Option<AssessmentKey> {
        let (row, column) = (self.rows.get(row)?.item, self.columns.get(column)?.item);
        Some(AssessmentKey {
            matrix: self.matrix,
            assessor,
            round: 0,
            row,
            column,
        })
    }
    /// Everything of one assessor added up.
    pub fn totals(&self, assessor: AssessorId) -> Totals {
        let layer = self.layer(assessor);
        let mut totals = Totals {
            goals: self.columns.len(),
            ..Totals::default()
        };
        for sums in &layer.rows {
            totals.crossings += u64::from(sums.crossings);
            totals.answered += u64::from(sums.crossings - sums.unanswered());
            totals.open_conflicts += u64::from(sums.open_conflicts);
        }
        totals.goals_covered = layer.columns.iter().filter(|sums| sums.helped > 0).count();
        totals
    }
}

/// The visible lines of an axis brought together by parent, in the order in which parents first appear.
fn axis(
    contents: &Contents,
    matrix: MatrixId,
    axis: Axis,
) -> (Vec<ViewLine>, Vec<ViewGroup>, usize) {
    let all = contents.lines_of(matrix, axis);
    let n_hidden = all.iter().filter(|(_, line)| line.hidden).count();
    let mut order: Vec<Option<Item>> = Vec::new();
    let mut members: BTreeMap<Option<Item>, Vec<(Item, f64, bool)>> = BTreeMap::new();
    let parents: BTreeSet<Item> = all
        .iter()
        .filter(|(_, line)| !line.hidden)
        .filter_map(|(item, _)| contents.item_parent(*item))
        .collect();
    let mut after_hidden = false;
    for (item, line) in all {
        if line.hidden {
            after_hidden = true;
            continue;
        }
        // What others stand under stands with them, below its own name.
        let parent = if parents.contains(&item) {
            Some(item)
        } else {
            contents.item_parent(item)
        };
        let list = members.entry(parent).or_default();
        if list.is_empty() {
            order.push(parent);
        }
        list.push((item, line.weight, std::mem::take(&mut after_hidden)));
    }
    let (mut lines, mut groups) = (Vec::new(), Vec::new());
    for (group, parent) in order.into_iter().enumerate() {
        let Some(list) = members.remove(&parent) else {
            continue;
        };
        let places = (lines.len()..lines.len() + list.len()).collect();
        groups.push(ViewGroup {
            item: parent,
            colour: contents.colour_of(parent),
            lines: places,
        });
        let line = |(item, weight, after_hidden)| ViewLine {
            item,
            weight,
            group,
            after_hidden,
        };
        lines.extend(list.into_iter().map(line));
    }
    (lines, groups, n_hidden)
}
