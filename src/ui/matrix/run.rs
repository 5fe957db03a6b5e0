//! Carrying out the commands of this room.

use super::dialogs::Dialog;
use super::filter::{Filter, Only};
use super::layout::Order;
use super::{MatrixScreen, Pane, consensus, find, wizard};
use crate::Cx;
use crate::kit::grid::{Place, Selection, Shape as _};
use crate::kit::pen::Side;
use crate::screen::Request;
use ordito_document::{Edit, LineChange};
use ordito_model::{Axis, Item};
use ordito_workspace::{Action, Command, Notice, Severity};

/// Carries out a command of this room, or of the whole window while this room is shown.
pub fn run(command: Command, cx: &mut Cx<'_>, state: &mut MatrixScreen) {
    let Cx { workspace, .. } = *cx;
    if state.dialog.is_open() {
        return;
    }
    state.flush(cx);
    match command {
        Command::NewMatrix => state.dialog = Dialog::Wizard(wizard::Wizard::of(workspace)),
        _ if state.view.is_none() => {}
        Command::Find => state.find = Some(find::Find::default()),
        Command::NextPane => {
            // Nothing beside the grid: out of it all the same, for there Tab goes from cell to cell.
            if state.grid.is_focused && state.inspector_hidden {
                cx.request(Request::FocusBar);
                return;
            }
            let to_grid = !state.grid.is_focused || state.inspector_hidden;
            state.focus = Some(if to_grid { Pane::Grid } else { Pane::Reason });
        }
        Command::Inspector => state.inspector_hidden = !state.inspector_hidden,
        Command::MakeConsensus => {
            state.dialog =
                consensus::open(workspace, state).map_or(Dialog::None, Dialog::Consensus);
        }
        Command::MatrixInfo | Command::DeleteMatrix | Command::Weights | Command::Assessors => {
            state.dialog = Dialog::of(command, workspace, state);
        }
        Command::EditReason => {
            state.inspector_hidden = false;
            state.focus = Some(Pane::Reason);
        }
        Command::NextUnscored => next_unscored(cx, state),
        Command::FoldColumns => fold(state, Axis::Columns),
        Command::FoldRows => fold(state, Axis::Rows),
        Command::ViewNet => state.side = Side::Net,
        Command::ViewBenefit => state.side = Side::Benefit,
        Command::ViewTradeoff => state.side = Side::Tradeoff,
        Command::FilterNone => {
            (state.choices.only, state.filters) = (Only::default(), false);
            set_filter(state, Filter::None);
        }
        Command::FilterUnscored => set_filter(state, Filter::Unscored),
        Command::FilterConflicts => set_filter(state, Filter::Conflicts),
        Command::FilterNoReason => set_filter(state, Filter::NoReason),
        Command::FilterMore => state.filters = true,
        Command::OrderCatalogue => set_order(state, Order::Catalogue),
        Command::OrderByColumn => order_by_column(state),
        Command::GoToPolicy | Command::GoToGoal => go_to(cx, state, command),
        // The window asks for what lies in the clipboard; the grid has to hear it.
        Command::Paste => state.focus = Some(Pane::Grid),
        Command::AddRows => state.dialog = Dialog::add_lines(workspace, state, Axis::Rows),
        Command::AddColumns => state.dialog = Dialog::add_lines(workspace, state, Axis::Columns),
        Command::RemoveRows => state.dialog = Dialog::remove_lines(workspace, state, Axis::Rows),
        Command::RemoveColumns => {
            state.dialog = Dialog::remove_lines(workspace, state, Axis::Columns);
        }
        Command::HideRows => hide(state, Axis::Rows, cx),
        Command::HideColumns => hide(state, Axis::Columns, cx),
        Command::ShowHidden => show_hidden(cx, state),
        Command::MoveRowsUp => move_lines(state, Axis::Rows, -1, cx),
        Command::MoveRowsDown => move_lines(state, Axis::Rows, 1, cx),
        Command::MoveColumnsLeft => move_lines(state, Axis::Columns, -1, cx),
        Command::MoveColumnsRight => move_lines(state, Axis::Columns, 1, cx),
        // What every grid can do.
        _ => {
            if let Some((grid, mut cells)) = state.grid(workspace) {
                grid.run(command, cx, &mut cells);
            }
        }
    }
}

pub fn set_filter(state: &mut MatrixScreen, filter: Filter) {
    state.choices.filter = filter;
    state.choices.asked += 1;
    state.focus = Some(Pane::Grid);
}

pub fn set_order(state: &mut MatrixScreen, order: Order) {
    state.choices.order = order;
    state.choices.asked += 1;
    state.grid.reveal = true;
}

/// By the column of the cursor: the best first, and the other way when it is asked for again.
fn order_by_column(state: &mut MatrixScreen) {
    let Some((_, column)) = state.cursor_lines() else {
        return;
    };
    let line = state
        .view
        .as_ref()
        .and_then(|view| view.columns.get(column));
    let Some(item) = line.map(|line| line.item) else {
        return;
    };
    let down = state.choices.order != Order::Column(item, true);
    set_order(state, Order::Column(item, down));
}

/// What the row or the column of the cursor stands for, where it is kept.
fn go_to(cx: &mut Cx<'_>, state: &MatrixScreen, command: Command) {
    let (row, column) = state.anchored_items();
    let item = [row, column]
        .into_iter()
        .flatten()
        .find(|item| matches!(item, Item::Policy(_)) == (command == Command::GoToPolicy));
    match item {
        Some(Item::Policy(id)) => cx.request(Request::ShowPolicy(id)),
        Some(Item::Goal(id)) => cx.request(Request::ShowGoal(id)),
        None => {}
    }
}

/// The next empty cell after the cursor, row by row, from the start again at the end.
fn next_unscored(cx: &mut Cx<'_>, state: &mut MatrixScreen) {
    let Cx { workspace, .. } = *cx;
    if !state.commit(cx) {
        return;
    }
    let Some(view) = &state.view else { return };
    let layer = view.layer(state.assessor());
    let n_columns = state.layout.n_columns();
    let n = state.layout.n_rows() * n_columns;
    let cursor = state.grid.selection.cursor;
    let found = (1..=n)
        .map(|step| (cursor.row * n_columns + cursor.column + step) % n)
        .find_map(|at| {
            let place = Place {
                row: at / n_columns,
                column: at % n_columns,
            };
            let (row, column) = state.layout.lines_at(place)?;
            let is_open =
                !view.is_diagonal(row, column) && !view.dot(layer, row, column).value.is_answered();
            is_open.then_some(place)
        });
    state.grid.forget_entry();
    if let Some(place) = found {
        state.grid.selection = Selection::at(place);
        state.moved();
        state.focus = Some(Pane::Grid);
    } else {
        let text = workspace.words().matrix_none_unscored();
        cx.act(Action::Notify(Notice::new(Severity::Done, text)));
    }
}

/// Folds every group, or opens all when all are folded.
fn fold(state: &mut MatrixScreen, axis: Axis) {
    let Some(view) = &state.view else { return };
    let (groups, folded) = match axis {
        Axis::Rows => (&view.row_groups, &mut state.choices.folded_rows),
        Axis::Columns => (&view.column_groups, &mut state.choices.folded_columns),
    };
    // Without parents there is nothing to fold into.
    if groups.iter().all(|group| group.item.is_none()) {
        return;
    }
    if folded.is_empty() {
        folded.extend(groups.iter().map(|group| group.item));
    } else {
        folded.clear();
    }
    state.grid.editor = None;
    state.grid.reveal = true;
}

/// What the range's rows or columns stand for.
pub fn selected_items(state: &MatrixScreen, axis: Axis) -> Vec<Item> {
    let Some(view) = &state.view else {
        return Vec::new();
    };
    let (rows, columns) = state.layout.lines_of(&state.grid.selection);
    let (lines, all) = match axis {
        Axis::Rows => (rows, &view.rows),
        Axis::Columns => (columns, &view.columns),
    };
    lines
        .into_iter()
        .filter_map(|line| all.get(line).map(|line| line.item))
        .collect()
}

fn hide(state: &MatrixScreen, axis: Axis, cx: &mut Cx<'_>) {
    let items = selected_items(state, axis);
    if let (Some(matrix), false) = (state.matrix, items.is_empty()) {
        let change = LineChange {
            hidden: Some(true),
            ..LineChange::default()
        };
        cx.act(Action::Edit(Edit::SetLines {
            matrix,
            axis,
            items,
            change,
        }));
    }
}

fn show_hidden(cx: &mut Cx<'_>, state: &MatrixScreen) {
    let Cx { workspace, .. } = *cx;
    let (Some(matrix), Some(contents)) = (state.matrix, workspace.contents()) else {
        return;
    };
    for axis in [Axis::Rows, Axis::Columns] {
        let hidden = contents
            .lines_of(matrix, axis)
            .into_iter()
            .filter(|(_, line)| line.hidden);
        let items: Vec<Item> = hidden.map(|(item, _)| item).collect();
        if !items.is_empty() {
            let change = LineChange {
                hidden: Some(false),
                ..LineChange::default()
            };
            cx.act(Action::Edit(Edit::SetLines {
                matrix,
                axis,
                items,
                change,
            }));
        }
    }
}

/// One place on among the lines of the same group.
fn move_lines(state: &MatrixScreen, axis: Axis, by: isize, cx: &mut Cx<'_>) {
    let (Some(view), Some(matrix)) = (&state.view, state.matrix) else {
        return;
    };
    let items = selected_items(state, axis);
    let (lines, groups) = match axis {
        Axis::Rows => (&view.rows, &view.row_groups),
        Axis::Columns => (&view.columns, &view.column_groups),
    };
    let place = |item: &Item| match axis {
        Axis::Rows => view.row_of(*item),
        Axis::Columns => view.column_of(*item),
    };
    let places: Vec<usize> = items.iter().filter_map(place).collect();
    let (Some(first), Some(last)) = (places.iter().min(), places.iter().max()) else {
        return;
    };
    let Some(group) = lines.get(*first).and_then(|line| groups.get(line.group)) else {
        return;
    };
    let inside = |at: usize| group.lines.contains(&at);
    // Before the line above, or before the second one below; the end of a group is before the next line of it or last.
    let before = if by < 0 {
        let Some(target) = first.checked_sub(1).filter(|at| inside(*at)) else {
            return;
        };
        Some(target)
    } else {
        if !inside(last + 1) {
            return;
        }
        Some(last + 2)
    };
    let before = before.and_then(|at| lines.get(at)).map(|line| line.item);
    cx.act(Action::Edit(Edit::MoveLines {
        matrix,
        axis,
        items,
        before,
    }));
}
