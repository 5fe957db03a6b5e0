//! Cells as tab-separated text, to and from a spreadsheet.

use super::State;
use super::select::Place;
use crate::document::{AssessmentChange, CellEdit, Edit};
use crate::model::{CellsCause, Language, read_entry};
use crate::ui::Cx;
use crate::words::Say as _;
use crate::workspace::{Action, Notice, Severity, Workspace};

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
        rest = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\t', '\r', '\n'])).unwrap_or(after);
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
        while let Some(at) = inner.get(from..).and_then(|rest| rest.find('"')).map(|at| from + at) {
            let behind = inner.get(at + 1..).unwrap_or_default();
            if behind.starts_with('"') {
                from = at + 2;
            } else if behind.is_empty() || behind.starts_with(ends) {
                return (inner.get(..at).unwrap_or_default().replace("\"\"", "\""), behind);
            } else {
                break;
            }
        }
    }
    let (cell, behind) = text.split_at(text.find(ends).unwrap_or(text.len()));
    (cell.to_owned(), behind)
}

/// The selected cells as text.
pub fn copied(workspace: &Workspace, state: &State) -> Option<String> {
    let view = state.view.as_ref()?;
    let layer = view.layer(state.choices.assessor());
    let (rows, columns) = state.selection.lines(&state.layout);
    let mut text = String::new();
    for row in rows {
        for (i, column) in columns.iter().enumerate() {
            if i > 0 {
                text.push('\t');
            }
            let value = view.dot(layer, row, *column).value.to_string();
            // Calc in Italian reads 1,5 as a number and 1.5 as a date.
            text.push_str(&match workspace.settings().language {
                Language::It => value.replace('.', ","),
                Language::En => value,
            });
        }
        text.push('\n');
    }
    (!text.is_empty()).then_some(text)
}

/// Puts a pasted text into the cells from the selection on: a block spreads from its first cell, one value fills.
pub fn paste(cx: &mut Cx<'_>, state: &mut State, text: &str) {
    let Cx { workspace, .. } = *cx;
    let Some(view) = &state.view else { return };
    let words = workspace.words();
    let block = split(text);
    let height = block.len();
    let width = block.iter().map(Vec::len).max().unwrap_or(0);
    if height == 0 || width == 0 {
        return;
    }
    let selection = state.selection;
    let (selected_rows, selected_columns) = selection.lines(&state.layout);
    // A selection that holds the block a whole number of times is filled with it.
    let repeats = |selected: usize, size: usize| {
        if selection.is_range() && selected > 0 && selected.is_multiple_of(size) { selected } else { size }
    };
    let (fill_rows, fill_columns) = (repeats(selected_rows.len(), height), repeats(selected_columns.len(), width));
    let first = Place { row: *selection.rows().start(), column: *selection.columns().start() };
    let lines_from = |slots: &[super::layout::Slot], from: usize| -> Vec<usize> {
        let line = |slot: &super::layout::Slot| match slot {
            super::layout::Slot::Line(line) => Some(*line),
            super::layout::Slot::Group(_) => None,
        };
        slots.get(from..).unwrap_or_default().iter().filter_map(line).collect()
    };
    let rows = lines_from(&state.layout.rows, first.row);
    let columns = lines_from(&state.layout.columns, first.column);
    let (mut cells, mut refused, mut lost) = (Vec::new(), Vec::new(), 0_usize);
    for i in 0..fill_rows {
        for j in 0..fill_columns {
            let Some(entry) = block.get(i % height).and_then(|row| row.get(j % width)) else { continue };
            let (Some(row), Some(column)) = (rows.get(i), columns.get(j)) else {
                lost += usize::from(!entry.trim().is_empty());
                continue;
            };
            let refusal = if view.is_diagonal(*row, *column) {
                (!entry.trim().is_empty()).then(|| words.matrix_refused_diagonal())
            } else {
                match read_entry(entry, &view.scale) {
                    Ok(value) => {
                        if let Some(key) = view.key(state.choices.assessor(), *row, *column) {
                            cells.push(CellEdit { key, change: AssessmentChange::value(value) });
                        }
                        None
                    }
                    Err(refusal) => Some(refusal.say(words)),
                }
            };
            if let Some(why) = refusal {
                refused.push(words.matrix_refused_cell(
                    super::line_name(workspace, view.columns.get(*column)),
                    super::line_name(workspace, view.rows.get(*row)),
                    why,
                ));
            }
        }
    }
    let (n_pasted, n_refused) = (cells.len(), refused.len() + lost);
    if !cells.is_empty() {
        cx.act(Action::Edit(Edit::SetCells { cause: CellsCause::Paste, cells }));
    }
    if lost > 0 {
        refused.push(words.matrix_refused_outside(lost));
    }
    if !refused.is_empty() {
        let text = words.matrix_pasted_partly(n_refused, n_pasted);
        cx.act(Action::Notify(Notice::new(Severity::Warning, text).with_details(refused)));
    }
    // What came in is selected, so that it is seen.
    let end = |slots: &[super::layout::Slot], lines: &[usize], n: usize, from: usize| {
        let last = lines.get(n.min(lines.len()).saturating_sub(1));
        last.and_then(|line| super::layout::Layout::place_of(slots, *line)).unwrap_or(from)
    };
    let head = Place {
        row: end(&state.layout.rows, &rows, fill_rows, first.row),
        column: end(&state.layout.columns, &columns, fill_columns, first.column),
    };
    state.selection.anchor = first;
    state.selection.head = head;
    state.selection.cursor = first;
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
        assert_eq!(split("1\n\n2\n"), [["1"], [""], ["2"]], "a blank line is a row");
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
