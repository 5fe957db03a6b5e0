//! A table to the cells of a matrix: rows and columns by code, then by name; every cell old and new; one edit.

use super::meaning::{self, Meanings};
use super::note::TableNote;
use super::place::{Area, Place};
use super::table::{Table, folded};
use crate::document::{AssessmentChange, CellEdit, Edit};
use crate::model::{
    Assessment, AssessmentKey, AssessorId, Axis, CellValue, CellsCause, Contents, EntryRefusal, GoalId, Item, MatrixId,
    PolicyId, Scale, StepLabel, read_entry,
};
use ecow::EcoString;
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, btree_map};

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
    /// In which row of the table columns are named, and in which column rows are.
    pub heads: (usize, usize),
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
        let rows = self.rows.iter().map(|(line, found)| (Axis::Rows, *line, found));
        let columns = self.columns.iter().map(|(line, found)| (Axis::Columns, *line, found));
        let open = rows.chain(columns).filter(|(_, _, found)| found.item().is_none());
        open.map(|(axis, line, found)| (axis, self.place_of(axis, line), found))
    }
    /// Where the heading of a line of the table stands.
    pub fn place_of(&self, axis: Axis, line: usize) -> Place {
        let (row, column) = self.heads;
        match axis {
            Axis::Rows => Place { row: line + self.origin.0 + 1, column: column + self.origin.1 + 1 },
            Axis::Columns => Place { row: row + self.origin.0 + 1, column: line + self.origin.1 + 1 },
        }
    }
    /// The area of the file to ask for, when all that has no place in the matrix lies behind what has: totals, legends.
    pub fn area_of_known(&self) -> Option<Area> {
        let ends = |found: &[(usize, Match)]| -> Option<(usize, usize)> {
            let mut lines = found.iter().filter(|(_, found)| found.item().is_some()).map(|(line, _)| *line);
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
        let mut open = self.unmatched().map(|(_, place, _)| within(place)).peekable();
        (open.peek().is_some() && !open.any(|is_within| is_within)).then_some(area)
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
/// What is longer than any name is like none, and dear to compare.
const LONGEST_HELPED: usize = 400;

/// The lines of an axis as headings may call them. Names are brought into one form only when a code does not tell.
struct Lines<'a> {
    contents: &'a Contents,
    by_code: HashMap<&'a str, Item>,
    /// In the order of the matrix.
    items: Vec<Item>,
    by_name: Option<HashMap<String, Item>>,
    /// For help alone.
    names: Option<Vec<(Item, Vec<String>)>>,
    taken: BTreeSet<Item>,
    helped: usize,
}
impl<'a> Lines<'a> {
    fn new(contents: &'a Contents, matrix: MatrixId, axis: Axis) -> Self {
        let items: Vec<Item> = contents.lines_of(matrix, axis).into_iter().map(|(item, _)| item).collect();
        let mut by_code = HashMap::with_capacity(items.len());
        for item in &items {
            by_code.entry(contents.item_code(*item)).or_insert(*item);
        }
        Self { contents, by_code, items, by_name: None, names: None, taken: BTreeSet::new(), helped: 0 }
    }

    fn named(&mut self, folded: &str) -> Option<Item> {
        let by_name = self.by_name.get_or_insert_with(|| {
            let mut by_name = HashMap::with_capacity(4 * self.items.len());
            for item in &self.items {
                for name in names(self.contents, *item) {
                    by_name.entry(name).or_insert(*item);
                }
            }
            by_name
        });
        by_name.get(folded).copied()
    }

    /// By code or by name, without help for what is neither.
    fn known(&mut self, plain: &str) -> Option<Match> {
        if plain.is_empty() {
            return None;
        }
        if let Some(item) = self.by_code.get(plain) {
            return Some(Match::Code(*item));
        }
        let wanted = folded(plain);
        if wanted.is_empty() { None } else { self.named(&wanted).map(Match::Name) }
    }

    /// How many lines these headings name, each counted once.
    fn count<'t>(&mut self, headings: impl Iterator<Item = &'t str>) -> usize {
        headings.filter_map(|text| self.known(text.trim())?.item()).collect::<BTreeSet<_>>().len()
    }

    fn recognise(&mut self, text: &str) -> Match {
        let plain = text.trim();
        match self.known(plain) {
            Some(Match::Code(item) | Match::Name(item)) if !self.taken.insert(item) => Match::Twice(item),
            Some(found) => found,
            None => Match::Unmatched { text: plain.to_owned(), nearest: self.nearest(&folded(plain)) },
        }
    }

    fn nearest(&mut self, wanted: &str) -> Vec<Item> {
        self.helped += 1;
        if self.helped > HELPED || wanted.len() > LONGEST_HELPED {
            return Vec::new();
        }
        let all = || self.items.iter().map(|item| (*item, names(self.contents, *item))).collect();
        let names = self.names.get_or_insert_with(all);
        let closeness =
            |names: &[String]| names.iter().map(|name| strsim::jaro_winkler(name, wanted)).fold(0.0_f64, f64::max);
        let mut near: Vec<(f64, Item)> = names.iter().map(|(item, names)| (closeness(names), *item)).collect();
        near.sort_by(|a, b| b.0.total_cmp(&a.0));
        near.into_iter().filter(|(share, _)| *share > 0.6).take(3).map(|(_, item)| item).collect()
    }
}

/// The names of an item in one form, alone and behind its code.
fn names(contents: &Contents, item: Item) -> Vec<String> {
    let all = |code: &str, names: &[&str]| {
        let code = folded(code);
        let plain: Vec<String> = names.iter().map(|name| folded(name)).collect();
        let coded = |name: &String| match (code.is_empty(), name.is_empty()) {
            (true, _) => name.clone(),
            (_, true) => code.clone(),
            _ => [&code, " ", name].concat(),
        };
        let coded: Vec<String> = plain.iter().map(coded).collect();
        [plain, coded].concat()
    };
    match item {
        Item::Policy(id) => contents.policies.get(&id).map(|policy| all(&policy.code, &[&policy.name, &policy.short])),
        Item::Goal(id) => contents
            .goals
            .get(&id)
            .map(|goal| all(&goal.code, &[&goal.name.it, &goal.name.en, &goal.short.it, &goal.short.en])),
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
    let is_filled = |cell: &EcoString| !cell.trim().is_empty();
    let mut found = Vec::new();
    if axis == Axis::Rows {
        for (row, _) in table.rows.iter().enumerate().skip(1).filter(|(_, cells)| cells.iter().any(is_filled)) {
            found.push((row, lines.recognise(table.shown(row, 0))));
        }
        return found;
    }
    for column in 1..table.n_columns() {
        if table.rows.iter().any(|cells| cells.get(column).is_some_and(is_filled)) {
            found.push((column, lines.recognise(table.shown(0, column))));
        }
    }
    found
}

/// How far from its first cell the headings of a table are looked for.
const HEADINGS_WITHIN: usize = 10;

/// The table from its headings on: titles and merged headings of groups often stand above the codes, and numbers or
/// groups beside them. The row of columns is the one that names most of them, the first of several; the column of rows
/// is the one that names most of them among those before the first column, the last of several.
fn from_headings<'t>(contents: &Contents, matrix: MatrixId, table: &'t Table) -> Cow<'t, Table> {
    let mut columns = Lines::new(contents, matrix, Axis::Columns);
    let mut rows = Lines::new(contents, matrix, Axis::Rows);
    let is_square = contents.matrices.get(&matrix).is_some_and(|matrix| matrix.kind.is_square());
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
    // What stands above is passed over only where no row of the matrix is among it.
    let above = table.rows.iter().take(top.0).enumerate();
    let above = above.flat_map(|(row, cells)| (0..cells.len()).map(move |column| table.shown(row, column)));
    if rows.count(above) > 0 {
        top.0 = 0;
    }
    let is_column = |columns: &mut Lines<'_>, at: usize| columns.known(table.shown(top.0, at).trim()).is_some();
    let mut left = (0, 0);
    for at in 0..table.n_columns().min(HEADINGS_WITHIN) {
        if at > 0 && is_column(&mut columns, at) {
            break;
        }
        let found = rows.count((top.0 + 1..table.rows.len()).map(|row| table.shown(row, at)));
        if found >= left.1 && found > 0 {
            left = (at, found);
        }
    }
    if (top.0, left.0) == (0, 0) {
        return Cow::Borrowed(table);
    }
    let place = |row: usize, column: usize| {
        let place = |origin: usize, at: usize| u32::try_from(origin + at).unwrap_or(u32::MAX);
        (place(table.origin.0, row), place(table.origin.1, column))
    };
    let last = place(table.rows.len(), table.n_columns());
    Cow::Owned(table.part(Area { first: place(top.0, left.0), last }))
}

/// Whether every heading of the table has a line of the matrix, whatever its cells say.
pub fn fits_matrix(contents: &Contents, matrix: MatrixId, table: &Table) -> bool {
    let table = from_headings(contents, matrix, table);
    [Axis::Rows, Axis::Columns].into_iter().all(|axis| {
        let found = headings(contents, matrix, axis, &table);
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
                list.push((Place { row: row + 1, column: column + 1 }, text.trim().to_owned()));
            }
        }
    }
    list
}

/// As [`preview_matrix`], with what a person says of headings that were not matched.
pub fn preview_matrix_as(
    contents: &Contents,
    scale: &Scale,
    target: Target,
    table: &Table,
    meanings: &Meanings,
) -> MatrixPreview {
    let whole = table;
    let table = &*from_headings(contents, target.matrix, whole);
    let heads = |axis| {
        let mut found = headings(contents, target.matrix, axis, table);
        meaning::apply(&mut found, axis, meanings);
        found
    };
    let outside = outside(whole, table.origin);
    let notes = table.notes_of_cells((1, 1));
    MatrixPreview { outside, notes, ..compare(contents, scale, target, table, heads(Axis::Rows), heads(Axis::Columns)) }
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
    let columns = Columns::of(&preview.columns);
    let mut stored = Stored::new(contents, target, &columns, &preview.rows);
    let mut read = Entries::new(scale);
    // In the order in which the document keeps rows, on this thread: the walk is over in less time than others take to
    // wake up where the processor is busy.
    let mut in_order: Vec<(Option<Item>, usize)> =
        preview.rows.iter().enumerate().map(|(place, (_, found))| (found.item(), place)).collect();
    in_order.sort_unstable();
    let mut parts: Vec<Part> = std::iter::repeat_with(Part::default).take(preview.rows.len()).collect();
    for (item, place) in in_order {
        let (Some((row, _)), Some(part)) = (preview.rows.get(place), parts.get_mut(place)) else { continue };
        *part = match item {
            Some(item) => compare_row(target, table, &columns, (*row, item), stored.of(item), &mut read),
            None => Part { unplaced: columns.filled(table, *row), ..Part::default() },
        };
    }
    for part in parts {
        preview.changes.extend(part.changes);
        preview.refused.extend(part.refused);
        preview.same += part.same;
        preview.unplaced += part.unplaced;
    }
    preview
}

/// What one row of a table says.
#[derive(Default)]
struct Part {
    changes: Vec<CellChange>,
    refused: Vec<RefusedCell>,
    same: usize,
    unplaced: usize,
}

/// The columns of a table: their places, and their items in the order in which the document keeps cells.
struct Columns {
    /// Places in the table and what stands there, in the order of the table.
    headings: Vec<(usize, Option<Item>)>,
    sorted: Vec<(Item, usize)>,
}
impl Columns {
    fn of(headings: &[(usize, Match)]) -> Self {
        let headings: Vec<(usize, Option<Item>)> =
            headings.iter().map(|(column, found)| (*column, found.item())).collect();
        let of = |(place, (_, item)): (usize, &(usize, Option<Item>))| Some(((*item)?, place));
        let mut sorted: Vec<(Item, usize)> = headings.iter().enumerate().filter_map(of).collect();
        sorted.sort_unstable();
        Self { headings, sorted }
    }

    /// How many cells below the headings a row of the table fills.
    fn filled(&self, table: &Table, row: usize) -> usize {
        self.headings.iter().filter(|(column, _)| !table.cell(row, *column).trim().is_empty()).count()
    }
}

/// What the document says in the rows of a table. One walk over its cells: rows must be asked for in their order.
struct Stored<'a> {
    columns: &'a Columns,
    ahead: btree_map::Range<'a, AssessmentKey, Assessment>,
    next: Option<(&'a AssessmentKey, &'a Assessment)>,
    row: Option<Item>,
    /// The cells of that row.
    cells: Vec<(Item, CellValue)>,
    /// Their values by the places of the headings.
    values: Vec<CellValue>,
}
impl<'a> Stored<'a> {
    fn new(contents: &'a Contents, target: Target, columns: &'a Columns, rows: &[(usize, Match)]) -> Self {
        let Target { matrix, assessor } = target;
        let (least, most) = (Item::Policy(PolicyId::fixed(0)), Item::Goal(GoalId::fixed(u128::MAX)));
        let items = || rows.iter().filter_map(|(_, found)| found.item());
        let (first, last) = (items().min().unwrap_or(most), items().max().unwrap_or(most));
        let key = |row, column| AssessmentKey { matrix, assessor, round: 0, row, column };
        let mut ahead = contents.assessments.range(key(first, least)..=key(last, most));
        let next = ahead.next();
        let values = vec![CellValue::default(); columns.headings.len()];
        Self { columns, ahead, next, row: None, cells: Vec::new(), values }
    }

    fn of(&mut self, row: Item) -> &[CellValue] {
        if self.row.replace(row) == Some(row) {
            return &self.values;
        }
        self.gather(row);
        self.values.fill(CellValue::default());
        let mut ahead = self.columns.sorted.iter();
        let mut next = ahead.next();
        for (of, said) in &self.cells {
            // Most often every column has its cell.
            while let Some((column, place)) = next {
                if column == of {
                    if let Some(value) = self.values.get_mut(*place) {
                        *value = *said;
                    }
                } else if column > of {
                    break;
                }
                next = ahead.next();
            }
        }
        &self.values
    }

    /// The cells of this row, past those of rows before it. Nearly all of the time goes into waiting for memory: as
    /// little as can be is done with each cell, so that the processor already reaches for those behind it.
    fn gather(&mut self, row: Item) {
        self.cells.clear();
        while let Some((first, cell)) = self.next.take_if(|(key, _)| key.row <= row) {
            self.cells.clear();
            self.cells.push((first.column, cell.value));
            for (key, cell) in self.ahead.by_ref() {
                if key.row != first.row {
                    self.next = Some((key, cell));
                    break;
                }
                self.cells.push((key.column, cell.value));
            }
            if first.row != row {
                self.cells.clear();
            }
        }
    }
}

fn compare_row(
    target: Target,
    table: &Table,
    columns: &Columns,
    (row, row_item): (usize, Item),
    stored: &[CellValue],
    read: &mut Entries<'_>,
) -> Part {
    let mut part = Part::default();
    let cells = table.rows.get(row).map(Vec::as_slice).unwrap_or_default();
    for ((column, item), old) in columns.headings.iter().zip(stored) {
        let text = cells.get(*column).map(EcoString::as_str).unwrap_or_default();
        let Some(column_item) = *item else {
            part.unplaced += usize::from(!text.trim().is_empty());
            continue;
        };
        let new = read.entry(text);
        if new.as_ref() == Ok(old) {
            part.same += usize::from(old.is_answered());
            continue;
        }
        let place = Place { row: row + table.origin.0 + 1, column: column + table.origin.1 + 1 };
        match new {
            Err(why) => part.refused.push(RefusedCell { place, why }),
            Ok(new) if row_item == column_item => {
                part.refused.push(RefusedCell { place, why: EntryRefusal::NotUnderstood { entry: new.to_string() } });
            }
            Ok(new) => {
                let Target { matrix, assessor } = target;
                let key = AssessmentKey { matrix, assessor, round: 0, row: row_item, column: column_item };
                part.changes.push(CellChange { place, key, old: *old, new });
            }
        }
    }
    part
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
