//! A table to the cells of a matrix: rows and columns by code, then by name; every cell old and new; one edit.

use super::meaning::{self, Meanings};
use super::table::{Table, folded};
use crate::document::{AssessmentChange, CellEdit, Edit};
use crate::model::{
    AssessmentKey, AssessorId, Axis, CellValue, CellsCause, Contents, EntryRefusal, Item, MatrixId, PolicyId, Scale,
    StepLabel, read_entry,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Where a table goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    pub matrix: MatrixId,
    pub assessor: AssessorId,
}

/// A place in the file, from 1, as a spreadsheet counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub row: usize,
    pub column: usize,
}

/// How a heading of the table was recognised.
#[derive(Debug, Clone, PartialEq)]
pub enum Match {
    Code(Item),
    /// The name was the same but for accents, case and spaces.
    Name(Item),
    /// Nothing fits; the nearest, closest first, are for a person to choose from.
    Unmatched {
        text: String,
        nearest: Vec<Item>,
    },
    /// Another heading of the table means the same line.
    Twice(Item),
    /// A person said so.
    Chosen(Item),
    /// A person wants a new policy or goal of this name.
    New {
        item: Item,
        text: String,
    },
}
impl Match {
    pub const fn item(&self) -> Option<Item> {
        match self {
            Self::Code(item) | Self::Name(item) | Self::Chosen(item) | Self::New { item, .. } => Some(*item),
            Self::Unmatched { .. } | Self::Twice(_) => None,
        }
    }
}

/// A cell that would change.
#[derive(Debug, Clone, PartialEq)]
pub struct CellChange {
    pub place: Place,
    pub key: AssessmentKey,
    pub old: CellValue,
    pub new: CellValue,
}

/// A cell that cannot go in.
#[derive(Debug, Clone, PartialEq)]
pub struct RefusedCell {
    pub place: Place,
    pub why: EntryRefusal,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MatrixPreview {
    /// The sheet that the places are on; nothing for text.
    pub sheet: String,
    /// Rows and columns of the sheet before the table.
    pub origin: (usize, usize),
    /// Headings by their place in the table, from 0.
    pub rows: Vec<(usize, Match)>,
    pub columns: Vec<(usize, Match)>,
    pub changes: Vec<CellChange>,
    pub refused: Vec<RefusedCell>,
    /// Cells that say what is there already.
    pub same: usize,
    /// Cells that a filled-in workbook left as they were, and that the document changed since: they stay.
    pub newer: usize,
    /// Cells below a heading that was not matched, and filled: they would be lost.
    pub unplaced: usize,
}

impl MatrixPreview {
    /// Whether everything in the table has a place and is an entry.
    pub fn is_whole(&self) -> bool {
        self.refused.is_empty() && self.unmatched().next().is_none()
    }
    /// Headings that were not matched, rows first, with their row or column of the file from 1.
    pub fn unmatched(&self) -> impl Iterator<Item = (Axis, usize, &Match)> {
        let rows = self.rows.iter().map(|(row, found)| (Axis::Rows, row + self.origin.0 + 1, found));
        let columns = self.columns.iter().map(|(column, found)| (Axis::Columns, column + self.origin.1 + 1, found));
        rows.chain(columns).filter(|(_, _, found)| found.item().is_none())
    }
    /// The one step that takes the changes in, with the policies, goals and lines they need.
    pub fn edit_with_lines(&self, contents: &Contents, target: Target, name: &str) -> Edit {
        let mut edits = meaning::edits(contents, self, target);
        if edits.is_empty() {
            return self.edit(name);
        }
        edits.push(self.edit(name));
        Edit::Together { label: StepLabel::Imported { name: name.to_owned() }, edits }
    }
    /// The one step that takes the changes in.
    pub fn edit(&self, name: &str) -> Edit {
        let cells = self
            .changes
            .iter()
            .map(|change| CellEdit { key: change.key, change: AssessmentChange::value(change.new) })
            .collect();
        let label = StepLabel::Imported { name: name.to_owned() };
        Edit::Together { label, edits: vec![Edit::SetCells { cause: CellsCause::Import, cells }] }
    }
}

/// A person chooses among the nearest; nobody reads on after so many headings.
const HELPED: usize = 100;

/// The lines of an axis as headings may call them. Names are brought into one form only when a code does not tell.
struct Lines<'a> {
    contents: &'a Contents,
    by_code: BTreeMap<&'a str, Item>,
    /// In the order of the matrix.
    items: Vec<Item>,
    named: Option<Named>,
    taken: BTreeSet<Item>,
    helped: usize,
}
struct Named {
    by_name: BTreeMap<String, Item>,
    names: Vec<(Item, Vec<String>)>,
}
impl<'a> Lines<'a> {
    fn new(contents: &'a Contents, matrix: MatrixId, axis: Axis) -> Self {
        let items: Vec<Item> = contents.lines_of(matrix, axis).into_iter().map(|(item, _)| item).collect();
        let mut by_code = BTreeMap::new();
        for item in &items {
            by_code.entry(contents.item_code(*item)).or_insert(*item);
        }
        Self { contents, by_code, items, named: None, taken: BTreeSet::new(), helped: 0 }
    }

    fn named(&mut self) -> &Named {
        self.named.get_or_insert_with(|| {
            let names: Vec<(Item, Vec<String>)> =
                self.items.iter().map(|item| (*item, names(self.contents, *item))).collect();
            let mut by_name = BTreeMap::new();
            for (item, names) in &names {
                for name in names {
                    by_name.entry(name.clone()).or_insert(*item);
                }
            }
            Named { by_name, names }
        })
    }

    fn recognise(&mut self, text: &str) -> Match {
        let plain = text.trim();
        let mut found = self.by_code.get(plain).filter(|_| !plain.is_empty()).map(|item| Match::Code(*item));
        if found.is_none() {
            let wanted = folded(plain);
            let named = self.named();
            found = named.by_name.get(&wanted).filter(|_| !wanted.is_empty()).map(|item| Match::Name(*item));
        }
        match found {
            Some(Match::Code(item) | Match::Name(item)) if !self.taken.insert(item) => Match::Twice(item),
            Some(found) => found,
            None => Match::Unmatched { text: plain.to_owned(), nearest: self.nearest(&folded(plain)) },
        }
    }

    fn nearest(&mut self, wanted: &str) -> Vec<Item> {
        self.helped += 1;
        if self.helped > HELPED {
            return Vec::new();
        }
        let closeness =
            |names: &[String]| names.iter().map(|name| strsim::jaro_winkler(name, wanted)).fold(0.0_f64, f64::max);
        let mut near: Vec<(f64, Item)> =
            self.named().names.iter().map(|(item, names)| (closeness(names), *item)).collect();
        near.sort_by(|a, b| b.0.total_cmp(&a.0));
        near.into_iter().filter(|(share, _)| *share > 0.6).take(3).map(|(_, item)| item).collect()
    }
}

fn names(contents: &Contents, item: Item) -> Vec<String> {
    match item {
        Item::Policy(id) => contents.policies.get(&id).map(|policy| {
            let coded = |name: &str| folded(&format!("{} {name}", policy.code));
            vec![folded(&policy.name), folded(&policy.short), coded(&policy.name), coded(&policy.short)]
        }),
        Item::Goal(id) => contents.goals.get(&id).map(|goal| {
            let coded = |name: &str| folded(&format!("{} {name}", goal.code));
            let of = |label: &crate::model::Label| {
                [folded(&label.it), folded(&label.en), coded(&label.it), coded(&label.en)]
            };
            [of(&goal.name), of(&goal.short)].concat()
        }),
    }
    .unwrap_or_default()
}

/// The headings of a table on an axis with what they mean, by their place in the table. Of those not matched, items of
/// the document that are no lines yet come first among the nearest.
fn headings(contents: &Contents, matrix: MatrixId, axis: Axis, table: &Table) -> Vec<(usize, Match)> {
    let mut found = recognised(contents, matrix, axis, table);
    let policies = contents.matrices.get(&matrix).is_some_and(|matrix| matrix.kind.holds_policies(axis));
    for (_, found) in found.iter_mut().take(HELPED) {
        if let Match::Unmatched { text, nearest } = found {
            let mut items = meaning::elsewhere(contents, policies, text);
            items.retain(|item| !nearest.contains(item));
            items.append(nearest);
            *nearest = items;
        }
    }
    found
}

fn recognised(contents: &Contents, matrix: MatrixId, axis: Axis, table: &Table) -> Vec<(usize, Match)> {
    let mut lines = Lines::new(contents, matrix, axis);
    let is_filled = |cell: &String| !cell.trim().is_empty();
    let mut found = Vec::new();
    if axis == Axis::Rows {
        for (row, cells) in table.rows.iter().enumerate().skip(1).filter(|(_, cells)| cells.iter().any(is_filled)) {
            found.push((row, lines.recognise(cells.first().map(String::as_str).unwrap_or_default())));
        }
        return found;
    }
    for column in 1..table.n_columns() {
        if table.rows.iter().any(|cells| cells.get(column).is_some_and(is_filled)) {
            found.push((column, lines.recognise(table.cell(0, column))));
        }
    }
    found
}

/// Whether every heading of the table has a line of the matrix, whatever its cells say.
pub fn fits_matrix(contents: &Contents, matrix: MatrixId, table: &Table) -> bool {
    [Axis::Rows, Axis::Columns].into_iter().all(|axis| {
        let found = headings(contents, matrix, axis, table);
        !found.is_empty() && found.iter().all(|(_, found)| found.item().is_some())
    })
}

/// As [`preview_matrix`], with what a person says of headings that were not matched.
pub fn preview_matrix_as(
    contents: &Contents,
    scale: &Scale,
    target: Target,
    table: &Table,
    meanings: &Meanings,
) -> MatrixPreview {
    let heads = |axis| {
        let mut found = headings(contents, target.matrix, axis, table);
        meaning::apply(&mut found, axis, meanings);
        found
    };
    compare(contents, scale, target, table, heads(Axis::Rows), heads(Axis::Columns))
}

/// Compares a table with a matrix. The first row holds columns, the first column holds rows; blank cells are unscored.
pub fn preview_matrix(contents: &Contents, scale: &Scale, target: Target, table: &Table) -> MatrixPreview {
    preview_matrix_as(contents, scale, target, table, &Meanings::new())
}

fn compare(
    contents: &Contents,
    scale: &Scale,
    target: Target,
    table: &Table,
    rows: Vec<(usize, Match)>,
    columns: Vec<(usize, Match)>,
) -> MatrixPreview {
    let mut preview =
        MatrixPreview { sheet: table.sheet.clone(), origin: table.origin, rows, columns, ..MatrixPreview::default() };
    let stored = Stored::of(contents, target, &preview);
    let mut read = Entries::new(scale);
    for (row_place, (row, row_match)) in preview.rows.iter().enumerate() {
        for (column_place, (column, column_match)) in preview.columns.iter().enumerate() {
            let text = table.cell(*row, *column);
            let (Some(row_item), Some(column_item)) = (row_match.item(), column_match.item()) else {
                preview.unplaced += usize::from(!text.trim().is_empty());
                continue;
            };
            let old = stored.at(row_place, column_place);
            let new = read.entry(text);
            if new.as_ref() == Ok(&old) {
                preview.same += usize::from(old.is_answered());
                continue;
            }
            let place = Place { row: row + table.origin.0 + 1, column: column + table.origin.1 + 1 };
            match new {
                Err(why) => preview.refused.push(RefusedCell { place, why }),
                Ok(new) if row_item == column_item => {
                    let why = EntryRefusal::NotUnderstood { entry: new.to_string() };
                    preview.refused.push(RefusedCell { place, why });
                }
                Ok(new) => {
                    let key = AssessmentKey {
                        matrix: target.matrix,
                        assessor: target.assessor,
                        round: 0,
                        row: row_item,
                        column: column_item,
                    };
                    preview.changes.push(CellChange { place, key, old, new });
                }
            }
        }
    }
    preview
}

/// What the document says in the cells of a table, by the places of its headings.
struct Stored {
    n_columns: usize,
    values: Vec<CellValue>,
    /// Where a heading's values are: two headings may mean one line.
    rows: Vec<usize>,
    columns: Vec<usize>,
}
impl Stored {
    /// Cells are kept by row and column: one walk over them, beside the columns in the same order, finds all.
    fn of(contents: &Contents, target: Target, preview: &MatrixPreview) -> Self {
        let n_columns = preview.columns.len();
        let places = |headings: &[(usize, Match)]| {
            let mut first: HashMap<Item, usize> = HashMap::new();
            let one = |(place, (_, found)): (usize, &(usize, Match))| {
                found.item().map_or(place, |item| *first.entry(item).or_insert(place))
            };
            let of = headings.iter().enumerate().map(one).collect::<Vec<usize>>();
            (first, of)
        };
        let ((rows, of_rows), (columns, of_columns)) = (places(&preview.rows), places(&preview.columns));
        let values = vec![CellValue::default(); preview.rows.len() * n_columns];
        let mut stored = Self { n_columns, values, rows: of_rows, columns: of_columns };
        let mut columns: Vec<(Item, usize)> = columns.into_iter().collect();
        columns.sort_unstable();
        let least = Item::Policy(PolicyId::fixed(0));
        let first =
            AssessmentKey { matrix: target.matrix, assessor: target.assessor, round: 0, row: least, column: least };
        let mine =
            |key: &AssessmentKey| key.matrix == target.matrix && key.assessor == target.assessor && key.round == 0;
        let (mut row, mut row_place, mut ahead) = (None, None, columns.as_slice());
        for (key, cell) in contents.assessments.range(first..).take_while(|(key, _)| mine(key)) {
            if row != Some(key.row) {
                (row, row_place, ahead) = (Some(key.row), rows.get(&key.row).copied(), columns.as_slice());
            }
            let Some(row_place) = row_place else { continue };
            while let Some(((column, _), rest)) = ahead.split_first()
                && *column < key.column
            {
                ahead = rest;
            }
            if let Some((column, column_place)) = ahead.first()
                && *column == key.column
                && let Some(value) = stored.values.get_mut(row_place * n_columns + column_place)
            {
                *value = cell.value;
            }
        }
        stored
    }
    fn at(&self, row: usize, column: usize) -> CellValue {
        let place = self.rows.get(row).zip(self.columns.get(column)).map(|(row, column)| row * self.n_columns + column);
        place.and_then(|place| self.values.get(place)).copied().unwrap_or_default()
    }
}

/// Reads entries; a table says the same few of them over and over.
struct Entries<'a> {
    scale: &'a Scale,
    known: [Option<(u64, CellValue)>; 64],
}
impl<'a> Entries<'a> {
    const fn new(scale: &'a Scale) -> Self {
        Self { scale, known: [None; 64] }
    }
    fn entry(&mut self, text: &str) -> Result<CellValue, EntryRefusal> {
        // Up to seven bytes and their number make a key.
        let bytes = text.as_bytes();
        if bytes.len() > 7 {
            return read_entry(text, self.scale);
        }
        let key = bytes.iter().fold(bytes.len() as u64, |key, byte| key << 8 | u64::from(*byte));
        let place = (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 58) as usize;
        match self.known.get(place) {
            Some(Some((known, value))) if *known == key => Ok(*value),
            _ => {
                let value = read_entry(text, self.scale)?;
                if let Some(known) = self.known.get_mut(place) {
                    *known = Some((key, value));
                }
                Ok(value)
            }
        }
    }
}
