//! Cells as tab-separated text, to and from a spreadsheet.

use super::lines::Shape;
use super::select::{Place, Selection};
use super::{GridModel, GridState};
use crate::Cx;

/// Rows of cells of a pasted text. Quoted cells may hold tabs, line breaks and doubled quotes; a quote that nothing ends is
/// a sign. Lines end as any program ends them.
pub fn split(text: &str) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut row: Vec<String> = Vec::new();
    let mut rest = text;
    let mut is_open = false;
    while !rest.is_empty() || is_open {
        let (cell, after) = first_cell(rest);
        row.push(cell);
        is_open = after.starts_with('\t');
        rest = after
            .strip_prefix("\r\n")
            .or_else(|| after.strip_prefix(['\t', '\r', '\n']))
            .unwrap_or(after);
        if !is_open {
            rows.push(std::mem::take(&mut row));
        }
    }
    rows
}

/// The first cell of a text, and what is behind it, from its tab or line break on.
fn first_cell(text: &str) -> (String, &str) {
    let ends = ['\t', '\r', '\n'];
    if let Some(inner) = text.strip_prefix('"') {
        let mut from = 0;
        while let Some(at) = inner
            .get(from..)
            .and_then(|rest| rest.find('"'))
            .map(|at| from + at)
        {
            let behind = inner.get(at + 1..).unwrap_or_default();
            if behind.starts_with('"') {
                from = at + 2;
            } else if behind.is_empty() || behind.starts_with(ends) {
                return (
                    inner.get(..at).unwrap_or_default().replace("\"\"", "\""),
                    behind,
                );
            } else {
                break;
            }
        }
    }
    let (cell, behind) = text.split_at(text.find(ends).unwrap_or(text.len()));
    (cell.to_owned(), behind)
}

/// A cell as it stands in a copied text; quoted where what is in it would part cells.
fn quoted(text: &str) -> String {
    if text.contains(['\t', '\n', '\r']) || text.starts_with('"') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// The selected cells as text; nothing where none of them is one.
pub fn copied<M: GridModel>(model: &M, selection: &Selection) -> Option<String> {
    let (rows, columns) = selection.lines(model.shape());
    let mut text = String::new();
    for row in rows {
        let cells = columns.iter().filter_map(|column| {
            model.text(
                selection.pane,
                Place {
                    row,
                    column: *column,
                },
            )
        });
        let line: Vec<String> = cells.map(|cell| quoted(&cell)).collect();
        if !line.is_empty() {
            text.push_str(&line.join("\t"));
            text.push('\n');
        }
    }
    (!text.is_empty()).then_some(text)
}

/// The selected cells as text, with the names of their columns above and of their rows before them.
pub fn copied_with_heads<M: GridModel>(model: &M, selection: &Selection) -> Option<String> {
    let (rows, columns) = selection.lines(model.shape());
    let place = |row: usize, column: &usize| Place {
        row,
        column: *column,
    };
    let is_cell = |row: usize| {
        columns
            .iter()
            .any(|column| model.text(selection.pane, place(row, column)).is_some())
    };
    let rows: Vec<usize> = rows.into_iter().filter(|row| is_cell(*row)).collect();
    if rows.is_empty() {
        return None;
    }
    let names = columns.iter().map(|column| model.column_name(*column));
    let mut lines = vec![
        std::iter::once(String::new())
            .chain(names)
            .map(|name| quoted(&name))
            .collect::<Vec<_>>(),
    ];
    for row in rows {
        let cells = columns.iter().map(|column| {
            model
                .text(selection.pane, place(row, column))
                .unwrap_or_default()
        });
        let line = std::iter::once(model.row_name(row)).chain(cells);
        lines.push(line.map(|cell| quoted(&cell)).collect());
    }
    let mut text = String::new();
    for line in lines {
        text.push_str(&line.join("\t"));
        text.push('\n');
    }
    Some(text)
}

/// What was pasted, cell by cell.
#[derive(Debug, Default)]
pub struct Block<'a> {
    pub cells: Vec<(Place, &'a str)>,
    /// Cells with something in them that lie beyond the last row or column.
    pub n_lost: usize,
}

/// Puts a pasted text into the cells from the selection on: a block spreads from its first cell, one value fills. What came
/// in is selected, so that it is seen.
pub fn paste<M: GridModel>(grid: &mut GridState, cx: &mut Cx<'_>, model: &mut M, text: &str) {
    let block = split(text);
    let (height, width) = (block.len(), block.iter().map(Vec::len).max().unwrap_or(0));
    if height == 0 || width == 0 {
        return;
    }
    let (shape, selection) = (model.shape(), grid.selection);
    let (selected_rows, selected_columns) = selection.lines(shape);
    // A selection that holds the block a whole number of times is filled with it.
    let repeats = |selected: usize, size: usize| {
        if selection.is_range() && selected > 0 && selected.is_multiple_of(size) {
            selected
        } else {
            size
        }
    };
    let (n_rows, n_columns) = (
        repeats(selected_rows.len(), height),
        repeats(selected_columns.len(), width),
    );
    let first = Place {
        row: *selection.rows().start(),
        column: *selection.columns().start(),
    };
    let rows: Vec<usize> = (first.row..shape.n_rows())
        .filter(|row| shape.is_row(*row))
        .take(n_rows)
        .collect();
    let columns: Vec<usize> = (first.column..shape.n_columns())
        .filter(|column| shape.is_column(*column))
        .take(n_columns)
        .collect();
    let head = Place {
        row: rows.last().copied().unwrap_or(first.row),
        column: columns.last().copied().unwrap_or(first.column),
    };
    let mut pasted = Block::default();
    for i in 0..n_rows {
        for j in 0..n_columns {
            let Some(entry) = block.get(i % height).and_then(|row| row.get(j % width)) else {
                continue;
            };
            match (rows.get(i), columns.get(j)) {
                (Some(row), Some(column)) => pasted.cells.push((
                    Place {
                        row: *row,
                        column: *column,
                    },
                    entry.as_str(),
                )),
                _ => pasted.n_lost += usize::from(!entry.trim().is_empty()),
            }
        }
    }
    model.paste(cx, &pasted);
    grid.selection = Selection {
        cursor: first,
        anchor: first,
        head,
        pane: selection.pane,
    };
}

/// Which cells get what another holds: the first row of the range into the others, or its first column. A single row or
/// column takes its neighbour's.
pub fn copies(shape: &impl Shape, selection: &Selection, down: bool) -> Vec<(Place, Place)> {
    let (mut rows, mut columns) = selection.lines(shape);
    let (lines, is_line): (_, &dyn Fn(usize) -> bool) = if down {
        (&mut rows, &|line| shape.is_row(line))
    } else {
        (&mut columns, &|line| shape.is_column(line))
    };
    if let [only] = lines.as_slice()
        && let Some(before) = (0..*only).rev().find(|line| is_line(*line))
    {
        lines.insert(0, before);
    }
    let mut copies = Vec::new();
    for row in &rows {
        for column in &columns {
            let to = Place {
                row: *row,
                column: *column,
            };
            let from = if down {
                Place {
                    row: rows.first().copied().unwrap_or(*row),
                    ..to
                }
            } else {
                Place {
                    column: columns.first().copied().unwrap_or(*column),
                    ..to
                }
            };
            if from != to {
                copies.push((to, from));
            }
        }
    }
    copies
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_cells_keep_tabs_line_breaks_and_quotes() {
        assert_eq!(split("2\t-1\r\n0\tn\r\n"), [["2", "-1"], ["0", "n"]]);
        assert_eq!(split("\"a\tb\"\t\"c\nd\"\n"), [["a\tb", "c\nd"]]);
        assert_eq!(split("\"say \"\"hi\"\"\"\t\t3"), [["say \"hi\"", "", "3"]]);
        assert_eq!(split("\t\n"), [["", ""]]);
        assert_eq!(
            split("1\n\n2\n"),
            [["1"], [""], ["2"]],
            "a blank line is a row"
        );
        assert_eq!(split("1\t"), [["1", ""]]);
        assert!(split("").is_empty());
    }

    #[test]
    fn lines_end_as_any_program_ends_them_and_an_open_quote_swallows_none() {
        assert_eq!(split("2\r-1\r"), [["2"], ["-1"]]);
        assert_eq!(split("2\t3\r-1\t0"), [["2", "3"], ["-1", "0"]]);
        assert_eq!(split("\"2\t1\n-1\t0\n"), [["\"2", "1"], ["-1", "0"]]);
        assert_eq!(split("\"a\" b\n\"2\n"), [["\"a\" b"], ["\"2"]]);
    }
}
