//! The matrix that `import` makes: its lines are those of the table, unless something else is asked for.

use super::exchange::Import;
use super::{Setting, out};
use crate::document::Edit;
use crate::model::{Contents, Item};
use crate::words::messages::{CliNewLinesLevel, CliNewLinesTable};
use clap::ValueEnum;
use std::collections::BTreeSet;

/// Which lines a new matrix gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum NewLines {
    /// Those that the table names
    #[default]
    Table,
    /// All goals of the levels that the table speaks of; policies of the table
    Level,
    /// All goals of the framework and all policies
    All,
}

/// What became of a new matrix's lines: how many there are, and how many there would be otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made {
    pub lines: NewLines,
    pub taken: (usize, usize),
    pub level: (usize, usize),
    pub all: (usize, usize),
}

/// Leaves a new matrix the lines that are asked for, by what the table names. `None` when no matrix is made.
pub fn narrow(
    first: &mut [Edit],
    contents: &Contents,
    lines: NewLines,
    named: &[BTreeSet<Item>; 2],
) -> Option<Made> {
    let (kind, rows, columns) = first.iter_mut().find_map(|edit| match edit {
        Edit::AddMatrix {
            matrix,
            rows,
            columns,
            ..
        } => Some((matrix.kind, rows, columns)),
        _ => None,
    })?;
    let all = (rows.len(), columns.len());
    // What is a row of a square matrix is a column too.
    let named: [BTreeSet<Item>; 2] = match named {
        [of_rows, of_columns] if kind.is_square() => {
            let both: BTreeSet<Item> = of_rows.union(of_columns).copied().collect();
            [both.clone(), both]
        }
        other => other.clone(),
    };
    let levels: BTreeSet<u8> = named
        .iter()
        .flatten()
        .filter_map(|item| contents.goals.get(&item.goal()?).map(|goal| goal.level))
        .collect();
    let of_level = |item: &Item, named: &BTreeSet<Item>| match item {
        Item::Policy(_) => named.contains(item),
        Item::Goal(id) => contents
            .goals
            .get(id)
            .is_some_and(|goal| levels.contains(&goal.level)),
    };
    let [of_rows, of_columns] = &named;
    let count = |keeps: &dyn Fn(&Item, &BTreeSet<Item>) -> bool| {
        let of = |items: &[Item], named| items.iter().filter(|item| keeps(item, named)).count();
        (of(rows, of_rows), of(columns, of_columns))
    };
    let (table, level) = (count(&|item, named| named.contains(item)), count(&of_level));
    let taken = match lines {
        NewLines::All => all,
        NewLines::Level => {
            rows.retain(|item| of_level(item, of_rows));
            columns.retain(|item| of_level(item, of_columns));
            level
        }
        NewLines::Table => {
            rows.retain(|item| of_rows.contains(item));
            columns.retain(|item| of_columns.contains(item));
            table
        }
    };
    Some(Made {
        lines,
        taken,
        level,
        all,
    })
}

/// Which lines the matrix got, and what else can be asked for.
pub fn say(setting: &Setting, asked: &Import, made: Made) {
    let (words, matrix) = (&setting.words, asked.matrix.as_deref().unwrap_or_default());
    let (rows, columns) = made.taken;
    let ((level_rows, level_columns), (all_rows, all_columns)) = (made.level, made.all);
    out(&match made.lines {
        NewLines::Table => words.cli_new_lines_table(CliNewLinesTable {
            matrix,
            rows,
            columns,
            level_rows,
            level_columns,
            all_rows,
            all_columns,
        }),
        NewLines::Level => words.cli_new_lines_level(CliNewLinesLevel {
            matrix,
            rows,
            columns,
            all_rows,
            all_columns,
        }),
        NewLines::All => words.cli_new_lines_all(columns, matrix, rows),
    });
}

/// The items of an axis that matched.
pub fn matched(found: &[(usize, crate::import::Match)]) -> BTreeSet<Item> {
    found.iter().filter_map(|(_, found)| found.item()).collect()
}
