//! What the mouse does in the grid: selecting, folding, dragging, and the menu of what lies under it.

use super::grid::{Parts, edit_cell, select_all};
use super::layout::{BAND, Layout, Slot};
use super::select::{Anchored, Place, Selection, nearest};
use super::{State, keys};
use crate::ui::Cx;
use crate::workspace::Command;
use egui::{Pos2, Response, Ui, Vec2, vec2};

/// What the mouse button went down on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Drag {
    #[default]
    None,
    Cells,
    Rows,
    Columns,
}

/// What the menu is about: its commands act on the selection, which holds what it was opened on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Menu {
    /// Beside everything, or while an entry that was refused waits.
    #[default]
    None,
    Cells,
    Rows,
    Columns,
}
impl Menu {
    const fn commands(self) -> &'static [Command] {
        match self {
            Self::None => &[],
            Self::Cells => &[
                Command::EditCell,
                Command::EditReason,
                Command::Cut,
                Command::Copy,
                Command::Clear,
                Command::FillDown,
                Command::FillRight,
                Command::HideRows,
                Command::HideColumns,
                Command::MoveRowsUp,
                Command::MoveRowsDown,
                Command::RemoveRows,
                Command::RemoveColumns,
            ],
            Self::Rows => &[
                Command::Cut,
                Command::Copy,
                Command::Clear,
                Command::HideRows,
                Command::MoveRowsUp,
                Command::MoveRowsDown,
                Command::RemoveRows,
            ],
            Self::Columns => &[
                Command::Cut,
                Command::Copy,
                Command::Clear,
                Command::HideColumns,
                Command::MoveColumnsLeft,
                Command::MoveColumnsRight,
                Command::RemoveColumns,
            ],
        }
    }
}

/// What lies at a point of the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Under {
    Cell(Place),
    Row(usize),
    /// The heading of a group of rows, or the row it is folded into.
    RowGroup(usize),
    Column(usize),
    ColumnGroup(usize),
    Corner,
    Nothing,
}

fn under(parts: &Parts, state: &State, at: Pos2) -> Under {
    let inner = at - parts.body.min + state.offset;
    let (row, column) = (state.layout.row_at(inner.y), state.layout.column_at(inner.x));
    let group_of = |row: usize| match state.layout.rows.get(row) {
        Some(Slot::Group(group)) => Some(*group),
        _ => None,
    };
    if parts.corner.contains(at) {
        return Under::Corner;
    }
    if parts.head.contains(at) {
        let Some(column) = column else { return Under::Nothing };
        let group = state.view.as_ref().and_then(|view| state.layout.column_group(view, column));
        return match group {
            Some(group) if at.y < parts.head.top() + BAND => Under::ColumnGroup(group),
            _ => Under::Column(column),
        };
    }
    let Some(row) = row else { return Under::Nothing };
    if parts.side.contains(at) {
        return group_of(row).map_or(Under::Row(row), Under::RowGroup);
    }
    match column {
        Some(column) if parts.body.contains(at) => match group_of(row) {
            Some(group) if !state.layout.row_can_hold(row) => Under::RowGroup(group),
            _ => Under::Cell(Place { row, column }),
        },
        _ => Under::Nothing,
    }
}

/// The row or column whose sums lie at a point beside the cells.
fn summed(parts: &Parts, state: &State, at: Pos2) -> Under {
    let inner = at - parts.body.min + state.offset;
    if parts.row_totals.contains(at) && parts.body.y_range().contains(at.y) {
        return state.layout.row_at(inner.y).map_or(Under::Nothing, |row| match state.layout.rows.get(row) {
            Some(Slot::Group(group)) => Under::RowGroup(*group),
            _ => Under::Row(row),
        });
    }
    if parts.column_totals.contains(at) && parts.body.x_range().contains(at.x) {
        return state.layout.column_at(inner.x).map_or(Under::Nothing, Under::Column);
    }
    Under::Nothing
}

/// The cell at a point of the body, or the nearest to it.
fn place_at(parts: &Parts, state: &State, at: Pos2) -> Place {
    let inside = at.clamp(parts.body.min, parts.body.max - Vec2::splat(0.5)) - parts.body.min + state.offset;
    let layout = &state.layout;
    Place {
        row: layout.row_at(inside.y).unwrap_or_else(|| layout.rows.len().saturating_sub(1)),
        column: layout.column_at(inside.x).unwrap_or_else(|| layout.columns.len().saturating_sub(1)),
    }
}

/// Whole rows, from one to another.
fn whole_rows(layout: &Layout, from: usize, to: usize) -> Selection {
    let anchor = Place { row: from, column: 0 };
    let head = Place { row: to, column: layout.columns.len().saturating_sub(1) };
    Selection { cursor: anchor, anchor, head }
}

/// Whole columns, from one to another.
fn whole_columns(layout: &Layout, from: usize, to: usize) -> Selection {
    let anchor = Place { row: nearest(layout, 0), column: from };
    let head = Place { row: layout.rows.len().saturating_sub(1), column: to };
    Selection { cursor: anchor, anchor, head }
}

pub fn take(ui: &Ui, parts: &Parts, response: &Response, cx: &mut Cx<'_>, state: &mut State) {
    let Some(at) = response.interact_pointer_pos() else {
        state.drag = Drag::None;
        return;
    };
    let (shift, primary, secondary) =
        ui.input(|input| (input.modifiers.shift, input.pointer.primary_pressed(), input.pointer.secondary_pressed()));
    if primary || secondary {
        ui.memory_mut(|memory| memory.request_focus(response.id));
        state.menu = Menu::None;
        // What is being typed goes in first; what is refused stays where it is.
        if state.editor.as_ref().is_some_and(|editor| !editor.text.is_empty() || !editor.opened)
            && !keys::commit(cx, state, false)
        {
            return;
        }
        state.editor = None;
        state.last_entry = None;
        if primary {
            press(state, under(parts, state, at), shift);
        } else {
            let under = match under(parts, state, at) {
                Under::Nothing => summed(parts, state, at),
                under => under,
            };
            state.menu = open_menu(state, under);
        }
        if let Some(view) = &state.view {
            state.anchored = Anchored::of(view, &state.layout, state.selection.cursor, state.anchored);
        }
    } else if response.dragged() {
        drag(ui, parts, state, at);
    }
    if response.double_clicked() && parts.body.contains(at) && state.cursor_lines().is_some() {
        edit_cell(state);
    }
}

fn press(state: &mut State, under: Under, shift: bool) {
    match under {
        Under::Cell(place) => {
            state.drag = Drag::Cells;
            state.selection.go(place, shift);
        }
        Under::Row(row) => {
            state.drag = Drag::Rows;
            let anchor = if shift { state.selection.anchor.row } else { row };
            state.selection = whole_rows(&state.layout, anchor, row);
        }
        Under::RowGroup(group) => toggle_row_group(state, group),
        Under::Column(column) => {
            state.drag = Drag::Columns;
            let anchor = if shift { state.selection.anchor.column } else { column };
            state.selection = whole_columns(&state.layout, anchor, column);
        }
        Under::ColumnGroup(group) => toggle_column_group(state, group),
        Under::Corner => select_all(state),
        Under::Nothing => {}
    }
}

/// Selects what is under the pointer where the selection does not hold it already.
fn open_menu(state: &mut State, under: Under) -> Menu {
    let layout = &state.layout;
    let (last_column, n_rows) = (layout.columns.len().saturating_sub(1), layout.rows.len());
    let now = state.selection;
    let holds_row =
        |row: usize| now.rows().contains(&row) && *now.columns().start() == 0 && *now.columns().end() == last_column;
    let first_row = nearest(layout, 0);
    let holds_column = |column: usize| {
        let rows = now.rows();
        now.columns().contains(&column) && *rows.start() <= first_row && rows.end() + 1 >= n_rows
    };
    let select = |state: &mut State, held: bool, selection: Selection| {
        if !held {
            state.selection = selection;
        }
    };
    match under {
        Under::Cell(place) => {
            select(state, now.holds(place), Selection::at(place));
            Menu::Cells
        }
        Under::Row(row) => {
            let rows = whole_rows(layout, row, row);
            select(state, holds_row(row), rows);
            Menu::Rows
        }
        Under::RowGroup(group) => {
            let Some((from, to)) = rows_of(state, group) else { return Menu::None };
            let rows = whole_rows(layout, from, to);
            select(state, holds_row(from) && holds_row(to), rows);
            Menu::Rows
        }
        Under::Column(column) => {
            let columns = whole_columns(layout, column, column);
            select(state, holds_column(column), columns);
            Menu::Columns
        }
        Under::ColumnGroup(group) => {
            let Some((from, to)) = columns_of(state, group) else { return Menu::None };
            let columns = whole_columns(layout, from, to);
            select(state, holds_column(from) && holds_column(to), columns);
            Menu::Columns
        }
        Under::Corner => {
            select_all(state);
            Menu::Cells
        }
        Under::Nothing => Menu::None,
    }
}

/// The first and last row of the screen that belong to a group: the row it is folded into, or the rows below its heading.
fn rows_of(state: &State, group: usize) -> Option<(usize, usize)> {
    let at = state.layout.rows.iter().position(|slot| *slot == Slot::Group(group))?;
    if state.layout.row_can_hold(at) {
        return Some((at, at));
    }
    let below = state.layout.rows.get(at + 1..)?.iter().take_while(|slot| matches!(slot, Slot::Line(_))).count();
    (below > 0).then_some((at + 1, at + below))
}

fn columns_of(state: &State, group: usize) -> Option<(usize, usize)> {
    let view = state.view.as_ref()?;
    let is_of = |column: &usize| state.layout.column_group(view, *column) == Some(group);
    let first = (0..state.layout.columns.len()).find(is_of)?;
    let last = (first..state.layout.columns.len()).take_while(is_of).last()?;
    Some((first, last))
}

fn drag(ui: &Ui, parts: &Parts, state: &mut State, at: Pos2) {
    let place = place_at(parts, state, at);
    let before = state.selection.head;
    match state.drag {
        Drag::None => {}
        Drag::Cells => state.selection.head = place,
        Drag::Rows => state.selection.head.row = place.row,
        Drag::Columns => state.selection.head.column = place.column,
    }
    // Past the edge it scrolls along, and goes on while the pointer stays there.
    if past(parts, state, at) {
        let pull = (at - parts.body.clamp(at)) * 0.25;
        state.offset += vec2(
            if state.drag == Drag::Rows { 0.0 } else { pull.x },
            if state.drag == Drag::Columns { 0.0 } else { pull.y },
        );
        ui.ctx().request_repaint();
    }
    if before != state.selection.head {
        ui.ctx().request_repaint();
    }
}

fn past(parts: &Parts, state: &State, at: Pos2) -> bool {
    match state.drag {
        Drag::None => false,
        Drag::Cells => !parts.body.contains(at),
        Drag::Rows => !parts.body.y_range().contains(at.y),
        Drag::Columns => !parts.body.x_range().contains(at.x),
    }
}

fn toggle_row_group(state: &mut State, group: usize) {
    let Some(item) = state.view.as_ref().and_then(|view| view.row_groups.get(group)).map(|group| group.item) else {
        return;
    };
    if !state.choices.folded_rows.remove(&item) {
        state.choices.folded_rows.insert(item);
    }
}

fn toggle_column_group(state: &mut State, group: usize) {
    let Some(item) = state.view.as_ref().and_then(|view| view.column_groups.get(group)).map(|group| group.item) else {
        return;
    };
    if !state.choices.folded_columns.remove(&item) {
        state.choices.folded_columns.insert(item);
    }
}

/// The menu of what lies under the pointer; beside everything there is none.
pub fn menu(response: &Response, cx: &mut Cx<'_>, state: &mut State) {
    let Cx { workspace, .. } = *cx;
    let words = workspace.words();
    let commands = state.menu.commands();
    if commands.is_empty() {
        return;
    }
    response.context_menu(|ui| {
        ui.set_min_width(240.0);
        for command in commands {
            let keys = command.shortcut().map(|keys| keys.say(words)).unwrap_or_default();
            let button = egui::Button::new(words.say(command.key())).shortcut_text(keys).frame(false);
            if ui.add(button.min_size(vec2(ui.available_width(), 26.0))).clicked() {
                cx.ask(*command);
                ui.close();
            }
        }
    });
}
