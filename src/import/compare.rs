//! The cells of a table beside those of the document: what changes, what stays, what cannot go in.

use super::matrix::{
    Blank, Blanks, CellChange, Match, MatrixChoices, MatrixPreview, RefusedCell, Target, WhyNot,
};
use super::scale_words::read_cell;
use ecow::EcoString;
use ordito_ground::text::folded;
use ordito_model::{
    Assessment, AssessmentKey, CellValue, Contents, EntryRefusal, GoalId, Item, PolicyId, Scale,
};
use ordito_workbook::Place;
use ordito_workbook::Table;
use std::collections::btree_map;

/// Headings of an axis by their place, and what each means.
type Headings = Vec<(usize, Match)>;

/// What the cells of a table would change, below headings whose meaning is known.
pub fn compare(
    contents: &Contents,
    scale: &Scale,
    target: Target,
    table: &Table,
    (rows, columns): (Headings, Headings),
    choices: &MatrixChoices,
) -> MatrixPreview {
    let mut preview = MatrixPreview {
        sheet: table.sheet.clone(),
        origin: table.origin,
        rows,
        columns,
        ..MatrixPreview::default()
    };
    let columns = Columns::of(&preview.columns);
    // In the order in which the document keeps rows.
    let mut in_order: Vec<(Option<Item>, usize)> = preview
        .rows
        .iter()
        .enumerate()
        .map(|(place, (_, found))| (found.item(), place))
        .collect();
    in_order.sort_unstable();
    let walk = Walk {
        contents,
        scale,
        target,
        table,
        choices,
        columns: &columns,
        rows: &preview.rows,
    };
    let mut parts = walk.over(&in_order);
    parts.sort_unstable_by_key(|(place, _)| *place);
    for (_, part) in parts {
        preview.changes.extend(part.changes);
        preview.refused.extend(part.refused);
        preview.blanks.extend(part.blanks);
        preview.diagonal.extend(part.diagonal);
        preview.same += part.same;
        preview.left += part.left;
        preview.unplaced += part.unplaced;
    }
    preview
}

/// Rows of so few cells are compared on one thread.
const FEW_CELLS: usize = 20_000;

/// A table beside the cells of the document: what is the same for all its rows.
#[derive(Clone, Copy)]
struct Walk<'a> {
    contents: &'a Contents,
    scale: &'a Scale,
    target: Target,
    table: &'a Table,
    choices: &'a MatrixChoices,
    columns: &'a Columns,
    /// Rows of the table and what each means.
    rows: &'a [(usize, Match)],
}
impl Walk<'_> {
    /// What these rows say, each with its place among the headings; in two halves at once where there are many.
    fn over(self, in_order: &[(Option<Item>, usize)]) -> Vec<(usize, Part)> {
        let n_cells = in_order.len().saturating_mul(self.columns.headings.len());
        if n_cells <= FEW_CELLS || in_order.len() < 2 {
            return self.one_by_one(in_order);
        }
        let (first, second) = in_order.split_at(in_order.len() / 2);
        let (mut all, rest) = rayon::join(|| self.over(first), || self.over(second));
        all.extend(rest);
        all
    }

    fn one_by_one(self, in_order: &[(Option<Item>, usize)]) -> Vec<(usize, Part)> {
        let mut stored = Stored::new(self.contents, self.target, self.columns, in_order);
        let mut read = Entries::new(self.scale, self.choices);
        let mut parts = Vec::with_capacity(in_order.len());
        for (item, place) in in_order {
            let Some((row, _)) = self.rows.get(*place) else {
                continue;
            };
            let part = match item {
                Some(item) => {
                    let line = (*row, *item);
                    let (columns, old) = (self.columns, stored.of(*item));
                    compare_row(self.target, self.table, columns, line, old, &mut read)
                }
                None => Part {
                    unplaced: self.columns.filled(self.table, *row),
                    ..Part::default()
                },
            };
            parts.push((*place, part));
        }
        parts
    }
}

/// What one row of a table says.
#[derive(Default)]
struct Part {
    changes: Vec<CellChange>,
    refused: Vec<RefusedCell>,
    blanks: Vec<Blank>,
    diagonal: Vec<Place>,
    same: usize,
    left: usize,
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
        let headings: Vec<(usize, Option<Item>)> = headings
            .iter()
            .map(|(column, found)| (*column, found.item()))
            .collect();
        let of = |(place, (_, item)): (usize, &(usize, Option<Item>))| Some(((*item)?, place));
        let mut sorted: Vec<(Item, usize)> = headings.iter().enumerate().filter_map(of).collect();
        sorted.sort_unstable();
        Self { headings, sorted }
    }

    /// How many cells below the headings a row of the table fills.
    fn filled(&self, table: &Table, row: usize) -> usize {
        self.headings
            .iter()
            .filter(|(column, _)| !table.cell(row, *column).trim().is_empty())
            .count()
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
    /// For rows in the order of their items.
    fn new(
        contents: &'a Contents,
        target: Target,
        columns: &'a Columns,
        in_order: &[(Option<Item>, usize)],
    ) -> Self {
        let Target { matrix, assessor } = target;
        let (least, most) = (
            Item::Policy(PolicyId::fixed(0)),
            Item::Goal(GoalId::fixed(u128::MAX)),
        );
        let first = in_order.iter().find_map(|(item, _)| *item).unwrap_or(most);
        let last = in_order.last().and_then(|(item, _)| *item).unwrap_or(most);
        let key = |row, column| AssessmentKey {
            matrix,
            assessor,
            round: 0,
            row,
            column,
        };
        let mut ahead = contents
            .assessments
            .range(key(first, least)..=key(last, most));
        let next = ahead.next();
        let values = vec![CellValue::default(); columns.headings.len()];
        Self {
            columns,
            ahead,
            next,
            row: None,
            cells: Vec::new(),
            values,
        }
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
    let cells = table.rows.get(row).map_or(&[][..], Vec::as_slice);
    let Target { matrix, assessor } = target;
    for ((column, item), old) in columns.headings.iter().zip(stored) {
        let text = cells.get(*column).map_or("", EcoString::as_str);
        let Some(column_item) = *item else {
            part.unplaced += usize::from(!text.trim().is_empty());
            continue;
        };
        // As most cells are when a table comes back.
        if read.known_entry(text) == Some(*old) {
            part.same += usize::from(old.is_answered());
            continue;
        }
        let new = read.entry(text);
        if new.as_ref() == Ok(old) {
            part.same += usize::from(old.is_answered());
            continue;
        }
        let place = table.place(row, *column);
        if row_item == column_item {
            if says_nothing(text) {
                part.diagonal.push(place);
            } else {
                part.refused.push(RefusedCell {
                    place,
                    why: WhyNot::Diagonal {
                        entry: text.trim().to_owned(),
                    },
                });
            }
            continue;
        }
        let key = AssessmentKey {
            matrix,
            assessor,
            round: 0,
            row: row_item,
            column: column_item,
        };
        match new {
            Ok(CellValue::Unscored) if read.blanks == Blanks::Leave && !read.has_meaning(text) => {
                part.blanks.push(Blank {
                    place,
                    key,
                    old: *old,
                });
            }
            Ok(new) => part.changes.push(CellChange {
                place,
                key,
                old: *old,
                new,
            }),
            Err(_) if read.is_left(text) => part.left += 1,
            Err(why) => part.refused.push(RefusedCell {
                place,
                why: WhyNot::Entry(why),
            }),
        }
    }
    part
}

/// What fills the diagonal of a square matrix where nothing is to be said: a dash, a cross, zero, NA.
fn says_nothing(text: &str) -> bool {
    let text = folded(text);
    text.chars().all(|sign| {
        matches!(
            sign,
            '-' | '.' | 'x' | '\\' | '/' | '0' | '=' | '#' | '*' | ' '
        )
    }) || matches!(
        text.as_str(),
        "na" | "n.a." | "n.a" | "n/a" | "n" | "nan" | "null" | "none"
    )
}

/// Reads entries; a table says the same few of them over and over.
struct Entries<'a> {
    scale: &'a Scale,
    blanks: Blanks,
    choices: &'a MatrixChoices,
    /// Four for each place, so that texts of one place do not drive each other out.
    known: [[Option<(u64, CellValue)>; 4]; 64],
}
impl<'a> Entries<'a> {
    const fn new(scale: &'a Scale, choices: &'a MatrixChoices) -> Self {
        Self {
            scale,
            blanks: choices.blanks,
            choices,
            known: [[None; 4]; 64],
        }
    }

    /// Whether a person said what cells of this text mean.
    fn has_meaning(&self, text: &str) -> bool {
        !self.choices.entries.is_empty() && self.choices.entries.contains_key(&folded(text))
    }
    /// Whether a person wants them to leave what is there.
    fn is_left(&self, text: &str) -> bool {
        !self.choices.entries.is_empty() && self.choices.entries.get(&folded(text)) == Some(&None)
    }

    fn read(&self, text: &str) -> Result<CellValue, EntryRefusal> {
        match read_cell(text, self.scale) {
            Err(refusal) => match self.choices.entries.get(&folded(text)) {
                Some(Some(value)) => Ok(*value),
                _ => Err(refusal),
            },
            read => read,
        }
    }

    /// What a text was read as before, where it is short and one of the last of its place.
    #[inline]
    fn known_entry(&self, text: &str) -> Option<CellValue> {
        let (key, place) = key_of(text)?;
        let mut here = self.known.get(place)?.iter().flatten();
        here.find(|(known, _)| *known == key)
            .map(|(_, value)| *value)
    }

    fn entry(&mut self, text: &str) -> Result<CellValue, EntryRefusal> {
        if let Some(value) = self.known_entry(text) {
            return Ok(value);
        }
        let value = self.read(text)?;
        if let Some((key, place)) = key_of(text)
            && let Some(here) = self.known.get_mut(place)
        {
            here.rotate_right(1);
            let [newest, ..] = here;
            *newest = Some((key, value));
        }
        Ok(value)
    }
}

/// Up to seven bytes and their number make a key, and a place among 64.
#[inline]
fn key_of(text: &str) -> Option<(u64, usize)> {
    let bytes = text.as_bytes();
    if bytes.len() > 7 {
        return None;
    }
    let key = bytes
        .iter()
        .fold(bytes.len() as u64, |key, byte| key << 8 | u64::from(*byte));
    Some((
        key,
        (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 58) as usize,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library;
    use ordito_model::{AssessorId, MatrixId, Points};

    /// Texts of one place (`-2` and `2/-1` share theirs) are read once all the same.
    #[test]
    fn entries_of_one_place_are_known_beside_each_other() {
        let (_, scale) = library::scale("nilsson").unwrap().unwrap();
        let choices = MatrixChoices::default();
        let mut read = Entries::new(&scale, &choices);
        let texts = ["-2", "2/-1", "0", "1/-1", "2", "1/-3", "-3", "2/-2"];
        let place = |text: &str| key_of(text).unwrap().1;
        assert_eq!(place("-2"), place("2/-1"), "or there is nothing to try");
        let values: Vec<_> = texts.map(|text| read.entry(text).unwrap()).into();
        for (text, value) in texts.iter().zip(values) {
            assert_eq!(read.known_entry(text), Some(value), "{text}");
        }
    }

    /// More rows than one thread takes, in another order than the document's: each is compared with its own cells, and what
    /// is found stands in the order of the table.
    #[test]
    fn rows_compared_in_halves_are_found_where_they_stand() {
        const ROWS: usize = 300;
        const COLUMNS: usize = 100;
        const { assert!(ROWS * COLUMNS > FEW_CELLS, "or there are no halves") };
        let (_, scale) = library::scale("nilsson").unwrap().unwrap();
        let target = Target {
            matrix: MatrixId::fixed(1),
            assessor: AssessorId::AGREED,
        };
        let row = |n: usize| Item::Policy(PolicyId::fixed(n as u128));
        let column = |n: usize| Item::Goal(GoalId::fixed(n as u128));
        let points = |row: usize, column: usize| i8::try_from((row + column) % 3).unwrap();
        let mut contents = Contents::default();
        let mut table = Table {
            rows: vec![Vec::new()],
            ..Table::default()
        };
        let (mut rows, mut expected) = (Vec::new(), Vec::new());
        for line in 1..=ROWS {
            // 7 and 300 have no divisor in common: each row comes once.
            let n = line * 7 % ROWS;
            let mut cells = vec![EcoString::new()];
            for at in 0..COLUMNS {
                let key = AssessmentKey {
                    matrix: target.matrix,
                    assessor: target.assessor,
                    round: 0,
                    row: row(n),
                    column: column(at),
                };
                let cell = Assessment {
                    value: CellValue::net_of(Points::whole(points(n, at))),
                    ..Assessment::default()
                };
                contents.assessments.insert(key, cell);
                let is_other = at == n % COLUMNS;
                let said = if is_other { -1 } else { points(n, at) };
                cells.push(said.to_string().into());
                if is_other {
                    expected.push((table.place(line, at + 1), key));
                }
            }
            table.rows.push(cells);
            rows.push((line, Match::Code(row(n))));
        }
        table.rows.push(vec!["1".into(); COLUMNS + 1]);
        let unmatched = Match::Unmatched {
            text: "1".to_owned(),
            nearest: Vec::new(),
            clear: None,
        };
        rows.push((ROWS + 1, unmatched));
        let columns = (0..COLUMNS).map(|at| (at + 1, Match::Code(column(at))));
        let choices = MatrixChoices::default();
        let heads = (rows, columns.collect());
        let found = compare(&contents, &scale, target, &table, heads, &choices);
        let changes = found.changes.iter().map(|each| (each.place, each.key));
        let changes: Vec<_> = changes.collect();
        assert_eq!(changes, expected);
        assert_eq!(found.same, ROWS * COLUMNS - ROWS);
        assert_eq!((found.unplaced, found.refused.len()), (COLUMNS, 0));
    }
}
