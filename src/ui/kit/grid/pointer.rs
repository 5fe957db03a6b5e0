//! What the mouse does in a grid: selecting, folding, dragging, and the menu of what lies under it.

use super::lines::Shape as _;
use super::parts::Parts;
use super::select::{Place, Selection};
use super::widths::Grip;
use super::{GridModel, GridState};
use crate::Cx;
use crate::kit::menu;
use egui::{Pos2, Response, Ui, Vec2, vec2};

/// What the mouse button went down on.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) enum Drag {
    #[default]
    None,
    Cells,
    Rows,
    Columns,
    Border(Grip),
    /// Rows, by the head of one of them.
    Carry(usize),
}

/// What a menu is about: its commands act on the selection, which holds what it was opened on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Menu {
    /// Beside everything, or while an entry that was refused waits.
    #[default]
    None,
    Cells,
    Rows,
    Columns,
}

/// What lies at a point of the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Under {
    /// A cell, in its pane.
    Cell(usize, Place),
    Row(usize),
    /// The heading of a group of rows, or the row it is folded into.
    RowGroup(usize),
    /// A column, by its head in a pane.
    Column(usize, usize),
    /// The name of the group above a column.
    ColumnGroup(usize),
    Corner,
    Nothing,
}

impl GridState {
    pub(super) fn under<M: GridModel>(&self, parts: &Parts, model: &M, at: Pos2) -> Under {
        let shape = model.shape();
        if let Some(pane) = parts.pane_at(at) {
            let inner = at - parts.body(pane).min + self.offset(pane);
            return match (shape.down().at(inner.y), shape.across().at(inner.x)) {
                (Some(row), _) if !shape.can_hold(row) => Under::RowGroup(row),
                (Some(row), Some(column)) => Under::Cell(pane, Place { row, column }),
                _ => Under::Nothing,
            };
        }
        if let Some(pane) = parts.head_at(at) {
            return self.over(parts, model, (pane, at));
        }
        if parts.corner.contains(at) {
            return Under::Corner;
        }
        if parts.side.contains(at) {
            self.beside(parts, model, at)
        } else {
            Under::Nothing
        }
    }

    /// The column whose head is there.
    fn over<M: GridModel>(&self, parts: &Parts, model: &M, (pane, at): (usize, Pos2)) -> Under {
        let (head, body) = (parts.head(pane), parts.body(pane));
        match model
            .shape()
            .across()
            .at(at.x - body.left() + self.offset(pane).x)
        {
            Some(column) if at.y < head.top() + parts.measures.band => Under::ColumnGroup(column),
            Some(column)
                if parts
                    .measures
                    .codes
                    .is_none_or(|codes| at.y > head.bottom() - codes) =>
            {
                Under::Column(pane, column)
            }
            _ => Under::Nothing,
        }
    }

    /// The row whose head is there.
    fn beside<M: GridModel>(&self, parts: &Parts, model: &M, at: Pos2) -> Under {
        let (shape, top) = (
            model.shape(),
            self.offset(self.leading()).y - parts.side.top(),
        );
        match shape.down().at(at.y + top) {
            Some(row) if shape.is_row(row) => Under::Row(row),
            Some(row) => Under::RowGroup(row),
            None => Under::Nothing,
        }
    }

    /// The row or column whose sums lie at a point beside the cells.
    fn summed<M: GridModel>(&self, parts: &Parts, model: &M, at: Pos2) -> Under {
        let (right, foot, side) = (parts.right(), parts.foot(), parts.side);
        if right.contains(at) && side.y_range().contains(at.y) {
            return self.beside(parts, model, at);
        }
        let offset = self.offset(0).x - parts.body(0).left();
        if foot.contains(at) && at.x > side.right() {
            let column = model.shape().across().at(at.x + offset);
            return column.map_or(Under::Nothing, |column| Under::Column(0, column));
        }
        Under::Nothing
    }

    pub(super) fn take_pointer<M: GridModel>(
        &mut self,
        (ui, response): (&Ui, &Response),
        cx: &mut Cx<'_>,
        model: &mut M,
        parts: &Parts,
    ) {
        let Some(at) = response.interact_pointer_pos() else {
            self.drag = Drag::None;
            return;
        };
        let pressed = |input: &egui::InputState| {
            (
                input.pointer.primary_pressed(),
                input.pointer.secondary_pressed(),
            )
        };
        let (primary, secondary) = ui.input(pressed);
        if primary || secondary {
            ui.memory_mut(|memory| memory.request_focus(response.id));
            self.menu = Menu::None;
            // What is being typed goes in first; what is refused stays where it is.
            let is_written = self
                .editor
                .as_ref()
                .is_some_and(|editor| !editor.text.is_empty() || !editor.opened);
            if is_written && !self.commit(cx, model, false) {
                return;
            }
            self.editor = None;
            self.last_entry = None;
            let under = self.under(parts, model, at);
            if let Some(border) = self.border_at(parts, model, at).filter(|_| primary) {
                self.grip(model, border, at);
                return;
            }
            let held = ui.input(|input| input.modifiers);
            let inside = self.inside(parts, model, (under, at));
            if primary && model.press(under, inside, held) {
                self.drag = Drag::None;
                return;
            }
            if primary {
                self.press(model, under, held.shift);
            } else {
                let under = if under == Under::Nothing {
                    self.summed(parts, model, at)
                } else {
                    under
                };
                self.menu = self.open_menu(model, under);
            }
            model.moved(&self.selection);
        } else if response.dragged() {
            match self.drag {
                Drag::Border(grip) => self.drag_border(cx, model, grip, at),
                Drag::Carry(_) => self.carry_over(parts, model, at),
                _ => self.drag_to(ui, parts, model, at),
            }
        }
        self.dropped(response, cx, model);
        let border = self
            .border_at(parts, model, at)
            .filter(|_| response.double_clicked());
        if let Some(border) = border {
            self.fit_border(model, border);
        } else if response.double_clicked()
            && let Under::Cell(..) = self.under(parts, model, at)
        {
            if model.can_enter(self.selection.cursor) {
                self.open(model);
            } else {
                model.choose(cx);
            }
        }
    }

    fn press<M: GridModel>(&mut self, model: &mut M, under: Under, shift: bool) {
        let shape = model.shape();
        match under {
            Under::Cell(pane, place) => {
                self.drag = Drag::Cells;
                self.selection.go(place, shift);
                self.selection.pane = pane;
            }
            Under::Row(row) if model.can_carry() && !shift => {
                self.drag = Drag::Carry(row);
                if !self.selection.holds_row(shape, row) {
                    self.selection =
                        Selection::whole_rows(shape, row, row).in_pane(self.selection.pane);
                }
            }
            Under::Row(row) => {
                self.drag = Drag::Rows;
                let anchor = if shift {
                    self.selection.anchor.row
                } else {
                    row
                };
                self.selection =
                    Selection::whole_rows(shape, anchor, row).in_pane(self.selection.pane);
            }
            Under::RowGroup(row) => model.fold_row(row),
            Under::Column(pane, column) => {
                self.drag = Drag::Columns;
                let anchor = if shift {
                    self.selection.anchor.column
                } else {
                    column
                };
                self.selection = Selection::whole_columns(shape, anchor, column).in_pane(pane);
            }
            Under::ColumnGroup(column) => model.fold_columns(column),
            Under::Corner => self.select_all(model),
            Under::Nothing => {}
        }
    }

    /// Selects what is under the pointer where the selection does not hold it already.
    fn open_menu<M: GridModel>(&mut self, model: &M, under: Under) -> Menu {
        let (shape, now) = (model.shape(), self.selection);
        let held = |held: bool, other: Selection| if held { now } else { other };
        let rows = |from: usize, to: usize| {
            held(
                now.holds_row(shape, from) && now.holds_row(shape, to),
                Selection::whole_rows(shape, from, to).in_pane(now.pane),
            )
        };
        let columns = |pane: usize, from: usize, to: usize| {
            let is_held = now.holds_column(shape, from) && now.holds_column(shape, to);
            held(is_held, Selection::whole_columns(shape, from, to)).in_pane(pane)
        };
        let (selection, menu) = match under {
            Under::Cell(pane, place) => (
                held(now.holds(place), Selection::at(place)).in_pane(pane),
                Menu::Cells,
            ),
            Under::Row(row) => (rows(row, row), Menu::Rows),
            Under::RowGroup(row) => {
                let Some((from, to)) = Self::rows_of(model, row) else {
                    return Menu::None;
                };
                (rows(from, to), Menu::Rows)
            }
            Under::Column(pane, column) => (columns(pane, column, column), Menu::Columns),
            Under::ColumnGroup(column) => {
                let (from, to) = model.columns_of_group(column);
                (columns(now.pane, from, to), Menu::Columns)
            }
            Under::Corner => {
                self.select_all(model);
                return Menu::Cells;
            }
            Under::Nothing => return Menu::None,
        };
        self.selection = selection;
        menu
    }

    /// The first and last row that belong to a group: the row it is folded into, or the rows below its heading.
    fn rows_of<M: GridModel>(model: &M, heading: usize) -> Option<(usize, usize)> {
        let shape = model.shape();
        if shape.can_hold(heading) {
            return Some((heading, heading));
        }
        let below = (heading + 1..shape.n_rows())
            .take_while(|row| shape.is_row(*row))
            .count();
        (model.is_open(heading).is_some() && below > 0).then_some((heading + 1, heading + below))
    }

    fn drag_to<M: GridModel>(&mut self, ui: &Ui, parts: &Parts, model: &mut M, at: Pos2) {
        let pane = self.selection.pane;
        let body = parts.body(pane);
        let place = parts.nearest(model.shape(), pane, at, self.offset(pane));
        let before = self.selection.head;
        match self.drag {
            Drag::None | Drag::Border(_) | Drag::Carry(_) => {}
            Drag::Cells => self.selection.head = place,
            Drag::Rows => self.selection.head.row = place.row,
            Drag::Columns => self.selection.head.column = place.column,
        }
        // Past the edge it scrolls along, and goes on while the pointer stays there.
        let past = match self.drag {
            Drag::None | Drag::Border(_) | Drag::Carry(_) => false,
            Drag::Cells => !body.contains(at),
            Drag::Rows => !body.y_range().contains(at.y),
            Drag::Columns => !body.x_range().contains(at.x),
        };
        if past {
            let pull = (at - body.clamp(at)) * 0.25;
            let x = if self.drag == Drag::Rows { 0.0 } else { pull.x };
            let y = if self.drag == Drag::Columns {
                0.0
            } else {
                pull.y
            };
            self.scroll_by(Some(pane), vec2(x, y));
            ui.ctx().request_repaint();
        }
        if before != self.selection.head {
            ui.ctx().request_repaint();
        }
    }

    /// The menu of what lies under the pointer; beside everything there is none.
    pub(super) fn menu_ui<M: GridModel>(&self, response: &Response, cx: &mut Cx<'_>, model: &M) {
        let commands = model.commands(self.menu);
        if !commands.is_empty() {
            response.context_menu(|ui| menu::commands_ui(ui, cx, commands));
        }
    }

    /// How far inside a cell a point lies.
    fn inside<M: GridModel>(&self, parts: &Parts, model: &M, (under, at): (Under, Pos2)) -> Vec2 {
        let Under::Cell(pane, place) = under else {
            return Vec2::ZERO;
        };
        let shape = model.shape();
        let start = vec2(
            shape.across().start(place.column),
            shape.down().start(place.row),
        );
        at - parts.body(pane).min + self.offset(pane) - start
    }

    /// How far a pane is scrolled.
    pub fn offset(&self, pane: usize) -> Vec2 {
        self.offsets.get(pane).copied().unwrap_or_default()
    }
}
