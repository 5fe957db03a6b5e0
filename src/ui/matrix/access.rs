//! The grid for a screen reader: a node for each visible cell, row title and column title, only while one listens.

use super::State;
use super::cells::said;
use super::layout::{ROW, Slot};
use super::scene::Scene;
use super::select::{Place, Selection};
use crate::model::CellValue;
use crate::ui::kit::pen::Shown;
use crate::words::messages::MatrixCellLabel;
use crate::workspace::Dot;
use egui::accesskit::{Action, Role};
use egui::{Id, Rect, Response, Sense, Ui, UiBuilder, pos2};
use std::collections::HashMap;

fn bounds(rect: Rect) -> egui::accesskit::Rect {
    let [x0, y0, x1, y1] = [rect.min.x, rect.min.y, rect.max.x, rect.max.y].map(f64::from);
    egui::accesskit::Rect { x0, y0, x1, y1 }
}

fn cell_id(place: Place) -> Id {
    Id::unique("matrix-cell").with((place.row, place.column))
}

/// A reader may click or focus a cell.
pub fn take(ui: &Ui, state: &mut State) {
    let wanted: Vec<_> = ui.input(|input| {
        let request = |event: &egui::Event| match event {
            egui::Event::AccessKitActionRequest(request)
                if matches!(request.action, Action::Click | Action::Focus | Action::ScrollIntoView) =>
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
    // Only what is seen has nodes; a little more may have scrolled away since.
    let (from, seen) = (state.offset, state.page);
    let first = state.layout.rows_between(from.y, from.y).start.saturating_sub(1);
    let left = state.layout.columns_between(from.x, from.x).start.saturating_sub(1);
    for row in first..(first + seen.0 + 4).min(state.layout.rows.len()) {
        for column in left..(left + seen.1 + 4).min(state.layout.columns.len()) {
            let place = Place { row, column };
            if wanted.contains(&cell_id(place).accesskit_id()) {
                state.selection = Selection::at(place);
                state.focus = Some(super::Pane::Grid);
                state.moved();
            }
        }
    }
}

/// Words that are the same for many cells, said once in a frame.
struct Phrases {
    cell: String,
    reason: String,
    disputed: String,
    empty: String,
    not_applicable: String,
    dont_know: String,
    editing: String,
    both: String,
}

// Stand-ins in a said text, put right for each cell: Fluent for each of 3,000 cells would take longer than a frame.
const ROW_NAME: &str = "\u{E001}";
const COLUMN_NAME: &str = "\u{E002}";
const VALUE: &str = "\u{E003}";
const ROW_AT: &str = "\u{E004}";
const COLUMN_AT: &str = "\u{E005}";

/// A said text with what belongs in the place of its stand-ins, in one go.
fn filled(phrase: &str, with: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(phrase.len() + with.iter().map(|(_, part)| part.len()).sum::<usize>());
    for piece in phrase.split_inclusive(|sign| ('\u{E001}'..='\u{E005}').contains(&sign)) {
        let found = with.iter().find_map(|(mark, part)| Some((piece.strip_suffix(mark)?, *part)));
        let (before, part) = found.unwrap_or((piece, ""));
        text.push_str(before);
        text.push_str(part);
    }
    text
}

impl Phrases {
    fn of(scene: &Scene<'_>, n_rows: usize, n_columns: usize) -> Self {
        let words = scene.words;
        let count = |n| words.numbers().count(n);
        Self {
            cell: words.matrix_cell_label(MatrixCellLabel {
                column: &COLUMN_NAME,
                column_at: &COLUMN_AT,
                columns: &count(n_columns),
                row: &ROW_NAME,
                row_at: &ROW_AT,
                rows: &count(n_rows),
                value: &VALUE,
            }),
            reason: words.matrix_mark_reason(),
            disputed: words.matrix_mark_disputed(),
            empty: words.matrix_value_empty(),
            not_applicable: words.matrix_value_na(),
            dont_know: words.matrix_value_dont_know(),
            editing: words.matrix_editing(),
            both: words.matrix_value_both(ROW_NAME, COLUMN_NAME),
        }
    }
    fn value(&self, scene: &Scene<'_>, dot: Dot, disputed: bool) -> String {
        let numbers = scene.words.numbers();
        let mut text = match scene.state.side.of(dot.value) {
            Shown::Nothing => self.empty.clone(),
            Shown::NotApplicable => self.not_applicable.clone(),
            Shown::DontKnow => self.dont_know.clone(),
            // With its word on the scale: "+2 rafforza".
            Shown::One(points) => {
                let level = scene.view.scale.level(points).map(|level| level.label.get(scene.words.language()));
                let number = |word: &str| word.chars().all(|c| c.is_ascii_digit() || "+-−".contains(c));
                match level.filter(|word| !number(word)) {
                    Some(word) => format!("{} {word}", numbers.points(points)),
                    None => numbers.points(points),
                }
            }
            Shown::Two(benefit, tradeoff) => {
                let text = self.both.replace(ROW_NAME, &numbers.points(benefit));
                text.replace(COLUMN_NAME, &numbers.points(tradeoff))
            }
        };
        for (mark, word) in [(dot.has_reason, &self.reason), (disputed, &self.disputed)] {
            if mark {
                text.push_str(", ");
                text.push_str(word);
            }
        }
        text
    }
}

pub fn nodes(ui: &mut Ui, scene: &Scene<'_>, response: &Response) {
    let (n_rows, n_columns) = (scene.layout.rows.len(), scene.layout.columns.len());
    let name = scene.contents.matrices.get(&scene.view.matrix).map(|matrix| matrix.name.clone()).unwrap_or_default();
    let label = scene.words.matrix_grid_label(name);
    let cursor = scene.state.selection.cursor;
    let seen = scene.rows.contains(&cursor.row) && scene.columns.contains(&cursor.column);
    let listens = ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Grid);
        node.set_label(label);
        node.set_row_count(n_rows);
        node.set_column_count(n_columns);
        node.set_multiselectable();
        if seen {
            node.set_active_descendant(cell_id(cursor).accesskit_id());
        }
    });
    if listens.is_none() {
        return;
    }
    let builder = UiBuilder::new()
        .scope_id(Id::unique("matrix-cells"))
        .max_rect(scene.parts.whole)
        .accessibility_parent(response.id)
        .accessibility_role(Role::GenericContainer);
    ui.scope_builder(builder, |ui| {
        heads(ui, scene);
        cells(ui, scene);
    });
    if let Some(stays) = scene.state.editor.as_ref().and_then(|editor| editor.stays.as_ref()) {
        let id = Id::unique("matrix-refusal");
        ui.interact(Rect::from_min_size(scene.parts.whole.min, egui::vec2(1.0, 1.0)), id, Sense::hover());
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::Alert);
            node.set_live(egui::accesskit::Live::Assertive);
            node.set_label(said(stays, scene.words));
        });
    }
}

fn name(scene: &Scene<'_>, item: Option<crate::model::Item>) -> String {
    let Some(item) = item else { return scene.words.matrix_no_group() };
    let (code, label) = scene.contents.item_label(item);
    let title = label.get(scene.words.language());
    if code.is_empty() { title.to_owned() } else { format!("{code} {title}") }
}

fn row_item(scene: &Scene<'_>, row: usize) -> Option<crate::model::Item> {
    match scene.layout.rows.get(row)? {
        Slot::Line(line) => scene.view.rows.get(*line).map(|line| line.item),
        Slot::Group(group) => scene.view.row_groups.get(*group)?.item,
    }
}
fn column_item(scene: &Scene<'_>, column: usize) -> Option<crate::model::Item> {
    match scene.layout.columns.get(column)? {
        Slot::Line(line) => scene.view.columns.get(*line).map(|line| line.item),
        Slot::Group(group) => scene.view.column_groups.get(*group)?.item,
    }
}

fn heads(ui: &Ui, scene: &Scene<'_>) {
    let parts = &scene.parts;
    for row in scene.rows.clone() {
        let top = scene.top(row);
        let rect = Rect::from_min_max(pos2(parts.side.left(), top), pos2(parts.side.right(), top + ROW));
        let id = Id::unique("matrix-row-title").with(row);
        ui.interact(rect.intersect(parts.side), id, Sense::hover());
        let label = name(scene, row_item(scene, row));
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::RowHeader);
            node.set_bounds(bounds(rect.intersect(parts.side)));
            node.set_label(label);
            if let Some(Slot::Group(group)) = scene.layout.rows.get(row) {
                node.set_expanded(!scene.layout.is_folded_row(*group));
            }
        });
    }
    for column in scene.columns.clone() {
        let (left, right) = (scene.left(column), scene.left(column + 1));
        let top = parts.head.top() + super::layout::BAND;
        let rect = Rect::from_min_max(pos2(left, top), pos2(right, parts.head.bottom()));
        let id = Id::unique("matrix-column-title").with(column);
        ui.interact(rect.intersect(parts.head), id, Sense::hover());
        let label = name(scene, column_item(scene, column));
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::ColumnHeader);
            node.set_bounds(bounds(rect.intersect(parts.head)));
            node.set_label(label);
        });
    }
}

fn cells(ui: &Ui, scene: &Scene<'_>) {
    let is_line = |slot: &&Slot| matches!(slot, Slot::Line(_));
    let n_rows = scene.layout.rows.iter().filter(is_line).count();
    let n_columns = scene.layout.columns.len();
    let phrases = Phrases::of(scene, n_rows, n_columns);
    let count = |n: usize| scene.words.numbers().count(n);
    let columns: Vec<(usize, String)> = scene
        .columns
        .clone()
        .map(|column| {
            let head = phrases.cell.replace(COLUMN_NAME, &name(scene, column_item(scene, column)));
            (column, head.replace(COLUMN_AT, &count(column + 1)))
        })
        .collect();
    let mut at = scene.layout.rows.iter().take(scene.rows.start).filter(is_line).count();
    let (numbers, selection) = (scene.words.numbers(), &scene.state.selection);
    // Thousands of cells say the same few things, and numbers take long to write out.
    let mut values: HashMap<(CellValue, bool, bool), String> = HashMap::new();
    for row in scene.rows.clone() {
        let Some(slot) = scene.layout.rows.get(row) else { continue };
        at += usize::from(matches!(slot, Slot::Line(_)));
        if !scene.layout.row_can_hold(row) {
            continue;
        }
        let (row_name, row_at) = (name(scene, row_item(scene, row)), count(at));
        for (column, phrase) in &columns {
            let place = Place { row, column: *column };
            let of_fold;
            let value = match (slot, scene.layout.columns.get(*column)) {
                (Slot::Line(row), Some(Slot::Line(column))) => {
                    let dot = scene.view.dot(scene.layer, *row, *column);
                    let disputed = scene.view.disputed(*row, *column);
                    let said = values.entry((dot.value, dot.has_reason, disputed));
                    said.or_insert_with(|| phrases.value(scene, dot, disputed)).as_str()
                }
                _ => {
                    of_fold = scene.fold_at(place).map(|fold| numbers.signed(fold.mean, 1));
                    of_fold.as_deref().unwrap_or(&phrases.empty)
                }
            };
            let label = filled(phrase, &[(ROW_NAME, &row_name), (ROW_AT, &row_at), (VALUE, value)]);
            let rect = scene.rect(place).intersect(scene.parts.body);
            let id = cell_id(place);
            ui.interact(rect, id, Sense::hover());
            let editor = scene.state.editor.as_ref().filter(|editor| editor.place == place);
            ui.ctx().accesskit_node_builder(id, |node| {
                node.set_role(Role::GridCell);
                node.set_bounds(bounds(rect));
                node.set_label(label);
                node.set_row_index(row);
                node.set_column_index(*column);
                node.set_selected(selection.holds(place));
                node.add_action(Action::Click);
                node.add_action(Action::Focus);
                if let Some(editor) = editor {
                    node.set_value(format!("{} {}", phrases.editing, editor.text));
                }
            });
        }
    }
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
