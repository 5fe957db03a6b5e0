//! A grid for a screen reader: a node for each visible cell, row title and column title, only while one listens.

use super::lines::Shape as _;
use super::scene::Scene;
use super::select::{Place, Selection};
use super::{COLUMN_AT, COLUMN_NAME, GridModel, GridState, Parts, ROW_AT, ROW_NAME, VALUE};
use egui::accesskit::{Action, Role};
use egui::{Id, Rect, Response, Sense, Ui, UiBuilder, vec2};
use std::ops::Range;

pub(super) fn bounds(rect: Rect) -> egui::accesskit::Rect {
    let [x0, y0, x1, y1] = [rect.min.x, rect.min.y, rect.max.x, rect.max.y].map(f64::from);
    egui::accesskit::Rect { x0, y0, x1, y1 }
}

fn cell_id(grid: Id, pane: usize, place: Place) -> Id {
    grid.with(("cell", pane, place.row, place.column))
}

/// What is seen, and a little more: it may have scrolled away since it was told.
fn near(seen: Range<usize>, n: usize) -> Range<usize> {
    seen.start.saturating_sub(2)..(seen.end + 4).min(n)
}

impl GridState {
    /// A reader may click or focus a cell.
    pub(super) fn take_requests<M: GridModel>(&mut self, ui: &Ui, parts: &Parts, model: &mut M) {
        let wanted: Vec<_> = ui.input(|input| {
            let request = |event: &egui::Event| match event {
                egui::Event::AccessKitActionRequest(request)
                    if matches!(
                        request.action,
                        Action::Click | Action::Focus | Action::ScrollIntoView
                    ) =>
                {
                    Some(request.target_node)
                }
                _ => None,
            };
            input.events.iter().filter_map(request).collect()
        });
        if wanted.is_empty() {
            return;
        }
        let (id, size) = (Id::unique(M::ID), parts.size());
        let mut found = None;
        for pane in 0..parts.bodies.len() {
            let (from, shape) = (self.offset(pane), model.shape());
            let rows = near(
                shape.down().between(from.y, from.y + size.y),
                shape.n_rows(),
            );
            let columns = near(
                shape.across().between(from.x, from.x + size.x),
                shape.n_columns(),
            );
            for place in
                rows.flat_map(|row| columns.clone().map(move |column| Place { row, column }))
            {
                if wanted.contains(&cell_id(id, pane, place).accesskit_id()) {
                    found = Some(Selection::at(place).in_pane(pane));
                }
            }
        }
        if let Some(selection) = found {
            self.selection = selection;
            self.focus = true;
            self.moved(model);
        }
    }

    pub(super) fn nodes<M: GridModel>(
        &self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        model: &M,
        response: &Response,
    ) {
        let (shape, selection) = (model.shape(), self.selection);
        let (pane, cursor) = (selection.pane, selection.cursor);
        let seen =
            scene.rows(pane).contains(&cursor.row) && scene.columns(pane).contains(&cursor.column);
        let listens = ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(if M::IS_TREE {
                Role::TreeGrid
            } else {
                Role::Grid
            });
            node.set_label(model.name());
            node.set_row_count(shape.n_rows());
            node.set_column_count(shape.n_columns());
            node.set_multiselectable();
            if seen {
                node.set_active_descendant(cell_id(response.id, pane, cursor).accesskit_id());
            }
        });
        if listens.is_none() {
            return;
        }
        let builder = UiBuilder::new()
            .scope_id(response.id.with("cells"))
            .max_rect(scene.parts.whole)
            .accessibility_parent(response.id)
            .accessibility_role(Role::GenericContainer);
        ui.scope_builder(builder, |ui| {
            heads(ui, scene, model, response.id);
            for pane in 0..scene.parts.bodies.len() {
                self.cells(ui, scene, model, pane);
            }
        });
        if let Some(said) = &self.said {
            let id = response.id.with("said");
            ui.interact(
                Rect::from_min_size(scene.parts.whole.min, vec2(1.0, 1.0)),
                id,
                Sense::hover(),
            );
            ui.ctx().accesskit_node_builder(id, |node| {
                node.set_role(Role::Status);
                node.set_live(egui::accesskit::Live::Polite);
                node.set_label(said.clone());
            });
        }
        if let Some(why) = self
            .editor
            .as_ref()
            .and_then(|editor| editor.stays.as_ref())
        {
            let id = response.id.with("refusal");
            ui.interact(
                Rect::from_min_size(scene.parts.whole.min, vec2(1.0, 1.0)),
                id,
                Sense::hover(),
            );
            ui.ctx().accesskit_node_builder(id, |node| {
                node.set_role(Role::Alert);
                node.set_live(egui::accesskit::Live::Assertive);
                node.set_label(why.clone());
            });
        }
    }

    fn cells<M: GridModel>(&self, ui: &Ui, scene: &Scene<'_>, model: &M, pane: usize) {
        let (shape, selection, grid) = (model.shape(), self.selection, Id::unique(M::ID));
        let count = |n: usize| model.words().numbers().count(n);
        let phrase = model.phrase(pane);
        let of_column = |column: usize| {
            let text = phrase.replace(COLUMN_NAME, &model.column_name(column));
            (column, text.replace(COLUMN_AT, &count(column + 1)))
        };
        let columns: Vec<(usize, String)> = scene.columns(pane).map(of_column).collect();
        let (editing, body) = (model.words().matrix_editing(), scene.parts.body(pane));
        let mut at = (0..scene.rows(pane).start)
            .filter(|row| shape.is_row(*row))
            .count();
        let mut value = String::new();
        for row in scene.rows(pane) {
            at += usize::from(shape.is_row(row));
            if !shape.can_hold(row) {
                continue;
            }
            let (row_name, row_at) = (model.row_name(row), count(at));
            for (column, phrase) in &columns {
                let place = Place {
                    row,
                    column: *column,
                };
                value.clear();
                model.say(pane, place, &mut value);
                let label = filled(
                    phrase,
                    &[(ROW_NAME, &row_name), (ROW_AT, &row_at), (VALUE, &value)],
                );
                let rect = scene.rect(pane, place).intersect(body);
                let id = cell_id(grid, pane, place);
                ui.interact(rect, id, Sense::hover());
                let editor = self
                    .editor
                    .as_ref()
                    .filter(|editor| editor.place == place && selection.pane == pane);
                ui.ctx().accesskit_node_builder(id, |node| {
                    node.set_role(Role::GridCell);
                    node.set_bounds(bounds(rect));
                    node.set_label(label);
                    node.set_row_index(row);
                    node.set_column_index(*column);
                    node.set_selected(selection.holds(place) && selection.pane == pane);
                    node.add_action(Action::Click);
                    node.add_action(Action::Focus);
                    if let Some(editor) = editor {
                        node.set_value(format!("{editing} {}", editor.text));
                    }
                });
            }
        }
    }
}

/// Titles of rows; of columns where there is one pane: in several, each cell says its own.
fn heads<M: GridModel>(ui: &Ui, scene: &Scene<'_>, model: &M, grid: Id) {
    for row in scene.rows(scene.leading) {
        let rect = scene.row_head(row).intersect(scene.parts.side);
        let id = grid.with(("row", row));
        ui.interact(rect, id, Sense::hover());
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::RowHeader);
            node.set_bounds(bounds(rect));
            node.set_label(model.row_said(row));
            if let Some(open) = model.is_open(row) {
                node.set_expanded(open);
            }
            model.row_node(row, node);
        });
    }
    for column in scene.columns(0).filter(|_| model.n_panes() == 1) {
        let rect = scene.column_head(0, column).intersect(scene.parts.head(0));
        let id = grid.with(("column", column));
        ui.interact(rect, id, Sense::hover());
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::ColumnHeader);
            node.set_bounds(bounds(rect));
            node.set_label(model.column_name(column));
        });
    }
}

/// A said text with what belongs in the place of its stand-ins, in one go.
fn filled(phrase: &str, with: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(
        phrase.len() + with.iter().map(|(_, part)| part.len()).sum::<usize>(),
    );
    for piece in phrase.split_inclusive(|sign| ('\u{E001}'..='\u{E005}').contains(&sign)) {
        let found = with
            .iter()
            .find_map(|(mark, part)| Some((piece.strip_suffix(mark)?, *part)));
        let (before, part) = found.unwrap_or((piece, ""));
        text.push_str(before);
        text.push_str(part);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stand_ins_are_filled_in_one_go() {
        let phrase = format!("{ROW_NAME}, è {VALUE}; {ROW_AT} di 3 {ROW_NAME}");
        let with = [(ROW_NAME, "A"), (ROW_AT, "2"), (VALUE, "+1 rafforza")];
        assert_eq!(filled(&phrase, &with), "A, è +1 rafforza; 2 di 3 A");
        assert_eq!(filled("", &with), "");
    }
}
