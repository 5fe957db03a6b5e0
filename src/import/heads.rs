//! Which row of a list names its columns, and which field each column is.

use super::columns::{PolicyField, read_kind, read_level, read_wording};
use super::policies::{ColumnHow, ColumnUse, PolicyChoices};
use super::{Edge, read_euro, read_month};
use ecow::EcoString;
use ordito_workbook::Table;
use std::collections::BTreeSet;

/// Titles above the names of columns are passed over in so many rows.
const WITHIN: usize = 10;

/// The columns of a list.
pub struct Heads {
    /// The row of the table that names them.
    pub row: Option<usize>,
    pub columns: Vec<ColumnUse>,
}

pub fn heads(table: &Table, choices: &PolicyChoices) -> Heads {
    let row = match choices.headed {
        Some(false) => None,
        Some(true) => Some(row_of_names(table).unwrap_or_else(|| first_filled(table))),
        None => row_of_names(table),
    };
    let mut columns: Vec<ColumnUse> = (0..table.n_columns())
        .map(|at| column(table, row, at))
        .filter(|column| !is_nothing(column))
        .collect();
    let chosen = |column: &ColumnUse| choices.columns.get(&column.at).copied();
    let mut taken: BTreeSet<PolicyField> = columns.iter().filter_map(chosen).flatten().collect();
    for column in &mut columns {
        if let Some(field) = chosen(column) {
            (column.field, column.how) = (field, ColumnHow::Chosen);
        }
    }
    if row.is_some() {
        // A heading that says no more than the field has it before one that says more.
        for whole in [true, false] {
            for column in columns
                .iter_mut()
                .filter(|column| column.how == ColumnHow::Unknown)
            {
                let Some((field, says_no_more)) = PolicyField::of_heading(&column.heading) else {
                    continue;
                };
                if says_no_more != whole {
                    continue;
                }
                let is_first = taken.insert(field);
                column.field = is_first.then_some(field);
                column.how = if is_first {
                    ColumnHow::Heading
                } else {
                    ColumnHow::Double
                };
            }
        }
    } else {
        by_content(table, &mut columns, &mut taken);
    }
    Heads { row, columns }
}

fn first_filled(table: &Table) -> usize {
    let filled = |cells: &Vec<EcoString>| cells.iter().any(|cell| !cell.trim().is_empty());
    // Where nothing is filled any row is as good.
    table.rows.iter().position(filled).unwrap_or(0)
}

/// The row that names most columns; one alone must be that of names, or the first row of all.
fn row_of_names(table: &Table) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    let first = first_filled(table);
    for (row, cells) in table.rows.iter().enumerate().take(first + WITHIN) {
        let fields: BTreeSet<PolicyField> = cells
            .iter()
            .filter_map(|cell| PolicyField::named(cell))
            .collect();
        let is_enough = fields.len() > 1
            || fields.contains(&PolicyField::Name)
            || (row == first && fields.len() == 1);
        if is_enough && best.is_none_or(|(_, n)| fields.len() > n) {
            best = Some((row, fields.len()));
        }
    }
    best.map(|(row, _)| row)
}

fn column(table: &Table, row: Option<usize>, at: usize) -> ColumnUse {
    let heading = row.map_or("", |row| table.cell(row, at).trim()).to_owned();
    let cells = || below(table, row, at);
    ColumnUse {
        at,
        column: table.origin.1 + at + 1,
        heading,
        field: None,
        how: ColumnHow::Unknown,
        filled: cells().count(),
        example: cells().next().unwrap_or("").to_owned(),
    }
}

fn is_nothing(column: &ColumnUse) -> bool {
    column.heading.is_empty() && column.filled == 0
}

/// The filled cells of a column below the row of names.
fn below(table: &Table, row: Option<usize>, at: usize) -> impl Iterator<Item = &str> {
    let first = row.map_or(0, |row| row + 1);
    (first..table.rows.len())
        .map(move |line| table.cell(line, at).trim())
        .filter(|text| !text.is_empty())
}

/// What columns without names are: a code and a name, and what all of their cells can be read as.
fn by_content(table: &Table, columns: &mut [ColumnUse], taken: &mut BTreeSet<PolicyField>) {
    let all = |at: usize, fits: &dyn Fn(&str) -> bool| below(table, None, at).all(fits);
    let is_month = |text: &str| read_month(text, Edge::Start).is_some();
    let is_code = |text: &str| text.chars().count() <= 12 && !text.contains(' ');
    for column in columns
        .iter_mut()
        .filter(|column| column.how == ColumnHow::Unknown && column.filled > 0)
    {
        let at = column.at;
        let is_known = |fits: fn(&str) -> bool| all(at, &fits);
        let free = |field: &PolicyField| !taken.contains(field);
        let possible = if all(at, &is_month) {
            [PolicyField::Start, PolicyField::End]
                .into_iter()
                .find(free)
        } else if is_known(|text| read_kind(text).is_some()) {
            Some(PolicyField::Kind).filter(free)
        } else if is_known(|text| read_level(text).is_some()) {
            Some(PolicyField::Level).filter(free)
        } else if is_known(|text| read_wording(text).is_some()) {
            Some(PolicyField::Wording).filter(free)
        } else if free(&PolicyField::Name)
            && free(&PolicyField::Code)
            && all(at, &is_code)
            && is_first(table, at)
        {
            Some(PolicyField::Code)
        } else if is_known(|text| read_euro(text).is_some()) {
            Some(PolicyField::Budget).filter(free)
        } else {
            Some(PolicyField::Name).filter(free)
        };
        if let Some(field) = possible {
            taken.insert(field);
            (column.field, column.how) = (Some(field), ColumnHow::Guessed);
        }
    }
}

/// Whether this is the first column with something in it, and all of its cells are different, and others follow.
fn is_first(table: &Table, at: usize) -> bool {
    let cells: Vec<&str> = below(table, None, at).collect();
    let distinct: BTreeSet<&&str> = cells.iter().collect();
    let later = (at + 1..table.n_columns()).any(|later| below(table, None, later).next().is_some());
    distinct.len() == cells.len()
        && later
        && (0..at).all(|before| below(table, None, before).next().is_none())
}
