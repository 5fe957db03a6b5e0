//! A table to the cells of a matrix: rows and columns by code, then by name; every cell old and new; one edit.

use super::compare::compare;
use super::lines::{Elsewhere, Lines};
use super::meaning::{self, Meanings};
use ecow::EcoString;
use ordito_document::{AssessmentChange, CellEdit, Edit};
use ordito_ground::text::folded;
use ordito_model::{
    AssessmentKey, AssessorId, Axis, CellValue, CellsCause, Contents, EntryRefusal, Item, MatrixId,
    Scale, StepLabel,
};
use ordito_workbook::Table;
use ordito_workbook::TableNote;
use ordito_workbook::{Area, Place};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Where a table goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    pub matrix: MatrixId,
    pub assessor: AssessorId,
}

/// How a heading of the table was recognised.
#[derive(Debug, Clone, PartialEq)]
pub enum Match {
    Code(Item),
    /// The name was the same but for what nobody sees or says.
    Name(Item),
    /// The name is clearly meant, and not the same.
    Guess {
        item: Item,
        text: String,
        nearest: Vec<Item>,
    },
    /// Nothing fits; the nearest, closest first, are for a person to choose from.
    Unmatched {
        text: String,
        nearest: Vec<Item>,
        /// The one of them that is clearly meant.
        clear: Option<Item>,
    },
    /// Several lines are called so.
    Several {
        text: String,
        items: Vec<Item>,
    },
    /// Another heading of the table means the same line.
    Twice {
        item: Item,
        text: String,
    },
    /// A person said so.
    Chosen {
        item: Item,
        text: String,
    },
    /// A person wants a new policy or goal of this name.
    New {
        item: Item,
        text: String,
    },
    /// A person wants it left out.
    LeftOut {
        text: String,
    },
}
impl Match {
    pub const fn item(&self) -> Option<Item> {
        match self {
            Self::Code(item) | Self::Name(item) => Some(*item),
            Self::Guess { item, .. } | Self::Chosen { item, .. } | Self::New { item, .. } => {
                Some(*item)
            }
            Self::Unmatched { .. }
            | Self::Several { .. }
            | Self::Twice { .. }
            | Self::LeftOut { .. } => None,
        }
    }
    /// Whether a person has to say what it means.
    pub const fn is_open(&self) -> bool {
        matches!(
            self,
            Self::Unmatched { .. } | Self::Several { .. } | Self::Twice { .. }
        )
    }
    /// What the table says, where a person may say what it means.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Code(_) | Self::Name(_) => None,
            Self::Guess { text, .. }
            | Self::Unmatched { text, .. }
            | Self::Several { text, .. }
            | Self::Twice { text, .. }
            | Self::Chosen { text, .. }
            | Self::New { text, .. }
            | Self::LeftOut { text } => Some(text),
        }
    }
}

/// What a blank cell says of a score that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Blanks {
    /// Nothing: the score stays.
    #[default]
    Leave,
    /// It is to be taken away.
    Empty,
}

/// What texts that are no entries mean, folded; nothing when they leave what is there.
pub type EntryMeanings = BTreeMap<String, Option<CellValue>>;

/// What a person says about a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MatrixChoices {
    pub meanings: Meanings,
    pub entries: EntryMeanings,
    /// Whether headings that clearly mean a line are taken for it.
    pub guesses: bool,
    pub blanks: Blanks,
    /// Whether rows of the file are columns of the matrix; found out when nobody says.
    pub transposed: Option<bool>,
}

/// A cell that would change.
#[derive(Debug, Clone, PartialEq)]
pub struct CellChange {
    pub place: Place,
    pub key: AssessmentKey,
    pub old: CellValue,
    pub new: CellValue,
}

/// A blank cell where the document has a score, which stays.
#[derive(Debug, Clone, PartialEq)]
pub struct Blank {
    pub place: Place,
    pub key: AssessmentKey,
    pub old: CellValue,
}

/// Why a cell cannot go in.
#[derive(Debug, Clone, PartialEq)]
pub enum WhyNot {
    Entry(EntryRefusal),
    /// It would score a thing on itself.
    Diagonal {
        entry: String,
    },
}

/// A cell that cannot go in.
#[derive(Debug, Clone, PartialEq)]
pub struct RefusedCell {
    pub place: Place,
    pub why: WhyNot,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MatrixPreview {
    /// The sheet that the places are on; nothing for text.
    pub sheet: String,
    /// Rows and columns of the sheet before the table.
    pub origin: (usize, usize),
    /// In which row of the table columns are named, and in which column rows are.
    pub heads: (usize, usize),
    /// Headings by their place in the table, from 0.
    pub rows: Vec<(usize, Match)>,
    pub columns: Vec<(usize, Match)>,
    pub changes: Vec<CellChange>,
    pub refused: Vec<RefusedCell>,
    /// Blank cells where the document has a score that stays.
    pub blanks: Vec<Blank>,
    /// Cells on the diagonal that say nothing; passed over.
    pub diagonal: Vec<Place>,
    /// Rows of the file are columns of the matrix; places are those of the file.
    pub transposed: bool,
    /// Cells whose text was said to leave what is there.
    pub left: usize,
    /// Cells that say what is there already.
    pub same: usize,
    /// Cells that a filled-in workbook left as they were, and that the document changed since: they stay.
    pub newer: usize,
    /// Cells below a heading that was not matched, and filled: they would be lost.
    pub unplaced: usize,
    /// What stands above the headings of columns and before those of rows: titles, groups, numbers. It does not go in.
    pub outside: Vec<(Place, String)>,
    /// What is to be known of the table beside its texts.
    pub notes: Vec<TableNote>,
}

impl MatrixPreview {
    /// Whether everything in the table has a place and is an entry.
    pub fn is_whole(&self) -> bool {
        self.refused.is_empty() && self.unmatched().next().is_none()
    }
    /// Headings that were not matched, rows first, with their places in the file.
    pub fn unmatched(&self) -> impl Iterator<Item = (Axis, Place, &Match)> {
        let rows = self
            .rows
            .iter()
            .map(|(line, found)| (Axis::Rows, *line, found));
        let columns = self
            .columns
            .iter()
            .map(|(line, found)| (Axis::Columns, *line, found));
        let open = rows.chain(columns).filter(|(_, _, found)| found.is_open());
        open.map(|(axis, line, found)| (axis, self.place_of(axis, line), found))
    }
    /// Where the heading of a line of the table stands.
    pub fn place_of(&self, axis: Axis, line: usize) -> Place {
        let (row, column) = self.heads;
        let (row, column) = match axis {
            Axis::Rows => (line + self.origin.0 + 1, column + self.origin.1 + 1),
            Axis::Columns => (row + self.origin.0 + 1, line + self.origin.1 + 1),
        };
        if self.transposed {
            Place {
                row: column,
                column: row,
            }
        } else {
            Place { row, column }
        }
    }
    /// The area of the file to ask for, when all that has no place in the matrix lies behind what has: totals, legends.
    pub fn area_of_known(&self) -> Option<Area> {
        if self.transposed {
            return None;
        }
        let ends = |found: &[(usize, Match)]| -> Option<(usize, usize)> {
            let mut lines = found
                .iter()
                .filter(|(_, found)| found.item().is_some())
                .map(|(line, _)| *line);
            let first = lines.next()?;
            Some((first, lines.next_back().unwrap_or(first)))
        };
        let ((_, last_row), (_, last_column)) = (ends(&self.rows)?, ends(&self.columns)?);
        let at = |line: usize, origin: usize| u32::try_from(line + origin).ok();
        let (above, before) = self.origin;
        let area = Area {
            first: (at(self.heads.0, above)?, at(self.heads.1, before)?),
            last: (at(last_row, above)?, at(last_column, before)?),
        };
        let from_nought = |n: usize| at(n, 0).unwrap_or(0).saturating_sub(1);
        let within = |place: Place| area.holds(from_nought(place.row), from_nought(place.column));
        let mut open = self
            .unmatched()
            .map(|(_, place, _)| within(place))
            .peekable();
        (open.peek().is_some() && !open.any(|is_within| is_within)).then_some(area)
    }
    /// Places as the file has them, when it was read the other way round.
    fn turn_places(&mut self) {
        let changes = self.changes.iter_mut().map(|each| &mut each.place);
        let refused = self.refused.iter_mut().map(|each| &mut each.place);
        let blanks = self.blanks.iter_mut().map(|each| &mut each.place);
        let outside = self.outside.iter_mut().map(|(place, _)| place);
        for place in changes
            .chain(refused)
            .chain(blanks)
            .chain(outside)
            .chain(&mut self.diagonal)
        {
            std::mem::swap(&mut place.row, &mut place.column);
        }
    }
    /// Changes that take a score away.
    pub fn emptied(&self) -> impl Iterator<Item = &CellChange> {
        self.changes
            .iter()
            .filter(|change| !change.new.is_answered())
    }
    /// Texts that are no entries, each once, with the places where they stand; what stands most often first.
    pub fn not_entries(&self) -> Vec<(&str, Vec<Place>)> {
        let mut found: BTreeMap<String, (&str, Vec<Place>)> = BTreeMap::new();
        for refused in &self.refused {
            if let WhyNot::Entry(EntryRefusal::NotUnderstood { entry }) = &refused.why {
                found
                    .entry(folded(entry))
                    .or_insert((entry, Vec::new()))
                    .1
                    .push(refused.place);
            }
        }
        let mut found: Vec<(&str, Vec<Place>)> = found.into_values().collect();
        found.sort_by_key(|(_, places)| std::cmp::Reverse(places.len()));
        found
    }
    /// The one step that takes the changes in, with the policies, goals and lines they need.
    pub fn edit_with_lines(&self, contents: &Contents, target: Target, name: &str) -> Edit {
        let mut edits = meaning::edits(contents, self, target);
        if edits.is_empty() {
            return self.edit(name);
        }
        edits.push(self.edit(name));
        Edit::Together {
            label: StepLabel::Imported {
                name: name.to_owned(),
            },
            edits,
        }
    }
    /// The one step that takes the changes in.
    pub fn edit(&self, name: &str) -> Edit {
        let cells = self
            .changes
            .iter()
            .map(|change| CellEdit {
                key: change.key,
                change: AssessmentChange::value(change.new),
            })
            .collect();
        let label = StepLabel::Imported {
            name: name.to_owned(),
        };
        Edit::Together {
            label,
            edits: vec![Edit::SetCells {
                cause: CellsCause::Import,
                cells,
            }],
        }
    }
}

/// The headings of a table on an axis with what they mean, by their place in the table.
fn headings(
    contents: &Contents,
    matrix: MatrixId,
    axis: Axis,
    table: &Table,
    guesses: bool,
) -> Vec<(usize, Match)> {
    let policies = contents
        .matrices
        .get(&matrix)
        .is_some_and(|matrix| matrix.kind.holds_policies(axis));
    let is_filled = |cell: &EcoString| !cell.trim().is_empty();
    let texts: Vec<(usize, &str)> = if axis == Axis::Rows {
        let filled = table
            .rows
            .iter()
            .enumerate()
            .skip(1)
            .filter(|(_, cells)| cells.iter().any(is_filled));
        filled.map(|(row, _)| (row, table.shown(row, 0))).collect()
    } else {
        let is_column = |column: &usize| {
            table
                .rows
                .iter()
                .any(|cells| cells.get(*column).is_some_and(is_filled))
        };
        (1..table.n_columns())
            .filter(is_column)
            .map(|column| (column, table.shown(0, column)))
            .collect()
    };
    Lines::new(contents, matrix, axis).recognise(texts, &Elsewhere { contents, policies }, guesses)
}

/// How far from its first cell the headings of a table are looked for.
const HEADINGS_WITHIN: usize = 10;

/// Where the headings of a table begin, and how many lines they name.
#[derive(Debug, Clone, Copy, Default)]
struct Begins {
    row: usize,
    column: usize,
    rows: usize,
    columns: usize,
}

/// Titles and merged headings of groups often stand above the codes, and numbers or groups beside them. The row of
/// columns is the one that names most of them, the first of several; the column of rows is the one that names most of
/// them among those before the first column, the last of several.
fn begins(contents: &Contents, matrix: MatrixId, table: &Table) -> Begins {
    let mut columns = Lines::new(contents, matrix, Axis::Columns);
    let mut rows = Lines::new(contents, matrix, Axis::Rows);
    let is_square = contents
        .matrices
        .get(&matrix)
        .is_some_and(|matrix| matrix.kind.is_square());
    let mut top = match first_of_codes(table, is_square, &mut rows, &mut columns) {
        Some(found) => (0, found),
        None => row_of_columns(table, is_square, &mut rows, &mut columns),
    };
    // What stands above is passed over only where no row of the matrix is among it.
    let above = table.rows.iter().take(top.0).enumerate();
    let above =
        above.flat_map(|(row, cells)| (0..cells.len()).map(move |column| table.shown(row, column)));
    if rows.count(above) > 0 {
        top.0 = 0;
    }
    let mut left = (0, 0);
    for at in 0..table.n_columns().min(HEADINGS_WITHIN) {
        if at > 0 && columns.knows(table.shown(top.0, at)) {
            break;
        }
        let found = rows.count((top.0 + 1..table.rows.len()).map(|row| table.shown(row, at)));
        if found >= left.1 && found > 0 {
            left = (at, found);
        }
    }
    Begins {
        row: top.0,
        column: left.0,
        rows: left.1,
        columns: top.1,
    }
}

/// How many columns the first row names where each of its headings is a code: names need not be looked at then, of which
/// there are many.
fn first_of_codes(
    table: &Table,
    is_square: bool,
    rows: &mut Lines<'_>,
    columns: &mut Lines<'_>,
) -> Option<usize> {
    let width = table.rows.first()?.len();
    let own = if is_square { 1 } else { width };
    let is_ours = width > 1
        && width == table.n_columns()
        && (1..width).all(|column| columns.has_code(table.shown(0, column)))
        && !(0..own).any(|column| rows.has_code(table.shown(0, column)));
    is_ours.then(|| columns.count((1..width).map(|column| table.shown(0, column))))
}

/// The row that names most columns, and how many.
fn row_of_columns(
    table: &Table,
    is_square: bool,
    rows: &mut Lines<'_>,
    columns: &mut Lines<'_>,
) -> (usize, usize) {
    let mut top = (0, 0);
    for (row, cells) in table.rows.iter().enumerate().take(HEADINGS_WITHIN) {
        // A score can read like a code: what begins with a row of the matrix is no row of headings.
        let own = if is_square { 1 } else { cells.len() };
        if rows.count((0..own.min(cells.len())).map(|column| table.shown(row, column))) > 0 {
            continue;
        }
        let found = columns.count((1..cells.len()).map(|column| table.shown(row, column)));
        if found > top.1 {
            top = (row, found);
        }
    }
    top
}

/// Whether a table may be one that somebody drew the other way round: no matrix has so many cells.
fn is_small(table: &Table) -> bool {
    table.rows.len().saturating_mul(table.n_columns()) <= 500_000
}

/// The table as the matrix has it, from its headings on, and whether its rows are columns of the matrix.
fn as_the_matrix<'t>(
    contents: &Contents,
    matrix: MatrixId,
    whole: &'t Table,
    transposed: Option<bool>,
) -> (Cow<'t, Table>, Cow<'t, Table>, bool) {
    let upright = begins(contents, matrix, whole);
    let is_square = contents
        .matrices
        .get(&matrix)
        .is_some_and(|matrix| matrix.kind.is_square());
    let turned = || Cow::Owned(whole.transposed());
    let (whole, begins, transposed): (Cow<'t, Table>, _, _) = match transposed {
        Some(false) => (Cow::Borrowed(whole), upright, false),
        Some(true) => {
            let whole: Cow<'t, Table> = turned();
            let begins = begins(contents, matrix, &whole);
            (whole, begins, true)
        }
        // Only what cannot be read as it stands is turned, and only where it says more then.
        None if !is_square && (upright.rows == 0 || upright.columns == 0) && is_small(whole) => {
            let other: Cow<'t, Table> = turned();
            let across = begins(contents, matrix, &other);
            if across.rows > 0 && across.columns > 0 {
                (other, across, true)
            } else {
                (Cow::Borrowed(whole), upright, false)
            }
        }
        None => (Cow::Borrowed(whole), upright, false),
    };
    if (begins.row, begins.column) == (0, 0) {
        return (whole.clone(), whole, transposed);
    }
    let place = |row: usize, column: usize| {
        let place = |origin: usize, at: usize| u32::try_from(origin + at).unwrap_or(u32::MAX);
        (place(whole.origin.0, row), place(whole.origin.1, column))
    };
    let last = place(whole.rows.len(), whole.n_columns());
    let table = Cow::Owned(whole.part(Area {
        first: place(begins.row, begins.column),
        last,
    }));
    (whole, table, transposed)
}

/// Whether every heading of the table has a line of the matrix, whatever its cells say.
pub fn fits_matrix(contents: &Contents, matrix: MatrixId, table: &Table) -> bool {
    let (_, table, _) = as_the_matrix(contents, matrix, table, None);
    [Axis::Rows, Axis::Columns].into_iter().all(|axis| {
        let found = headings(contents, matrix, axis, &table, false);
        !found.is_empty() && found.iter().all(|(_, found)| found.item().is_some())
    })
}

/// Filled cells above and before the place where the headings begin.
fn outside(whole: &Table, begins: (usize, usize)) -> Vec<(Place, String)> {
    let mut list = Vec::new();
    for (row, cells) in (whole.origin.0..).zip(&whole.rows) {
        for (column, text) in (whole.origin.1..).zip(cells) {
            if column >= begins.1 && row >= begins.0 {
                break;
            }
            if !text.trim().is_empty() {
                list.push((
                    Place {
                        row: row + 1,
                        column: column + 1,
                    },
                    text.trim().to_owned(),
                ));
            }
        }
    }
    list
}

/// As [`preview_matrix`], with what a person says of it.
pub fn preview_matrix_as(
    contents: &Contents,
    scale: &Scale,
    target: Target,
    table: &Table,
    choices: &MatrixChoices,
) -> MatrixPreview {
    let original = table;
    let (whole, table, transposed) =
        as_the_matrix(contents, target.matrix, table, choices.transposed);
    let heads = |axis| {
        let mut found = headings(contents, target.matrix, axis, &table, choices.guesses);
        meaning::apply(&mut found, axis, &choices.meanings);
        found
    };
    let outside = outside(&whole, table.origin);
    // What is to be known of cells is said as the file has them.
    let notes = if transposed {
        original.notes_of_cells((1, 1))
    } else {
        table.notes_of_cells((1, 1))
    };
    let found = compare(
        contents,
        scale,
        target,
        &table,
        (heads(Axis::Rows), heads(Axis::Columns)),
        choices,
    );
    let mut preview = MatrixPreview {
        transposed,
        outside,
        notes,
        ..found
    };
    if transposed {
        preview.turn_places();
    }
    preview
}

/// Compares a table with a matrix. The first row holds columns, the first column holds rows; blank cells leave what is
/// there.
pub fn preview_matrix(
    contents: &Contents,
    scale: &Scale,
    target: Target,
    table: &Table,
) -> MatrixPreview {
    preview_matrix_as(contents, scale, target, table, &MatrixChoices::default())
}
