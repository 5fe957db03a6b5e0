//! The panes for a screen reader: a node for each visible cell and title, only while one listens.

use super::frame::{At, ROW, Selection, Slot};
use super::panes::{Scene, mark, name_of};
use super::{Pane, State, View, names};
use crate::analysis::{Change, Place};
use crate::model::CellValue;
use egui::accesskit::{Action, Role};
use egui::{Id, Rect, Response, Sense, Ui, UiBuilder, pos2, vec2};

fn bounds(rect: Rect) -> egui::accesskit::Rect {
    let [x0, y0, x1, y1] = [rect.min.x, rect.min.y, rect.max.x, rect.max.y].map(f64::from);
    egui::accesskit::Rect { x0, y0, x1, y1 }
}
fn cell_id(pane: usize, at: At) -> Id {
    Id::unique("compare-cell").with((pane, at.row, at.column))
}

/// A reader may click or focus a cell.
pub fn take(ui: &Ui, view: &View, state: &mut State) {
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
    for pane in 0..=state.sides.len() {
        let from = state.offsets.get(pane).copied().unwrap_or_default();
        let first = state.layout.at_point(from.x, from.y);
        for row in first.row.saturating_sub(1)..(first.row + state.page.0 + 4).min(state.layout.rows.len()) {
            for column in
                first.column.saturating_sub(1)..(first.column + state.page.1 + 4).min(state.layout.columns.len())
            {
                let at = At { row, column };
                if wanted.contains(&cell_id(pane, at).accesskit_id()) {
                    state.selection = Selection { pane, ..Selection::at(at) };
                    state.focus = Some(Pane::Grid);
                    state.moved(view);
                }
            }
        }
    }
}

/// Words that are the same for many cells, said once in a frame.
struct Phrases {
    no_crossing: String,
    empty: String,
    not_applicable: String,
    dont_know: String,
    equal: String,
    opposite: String,
    only: [String; 2],
}
impl Phrases {
    fn of(scene: &Scene<'_>) -> Self {
        let words = scene.workspace.words();
        let only = |side: usize| words.compare_only(names::letter(side));
        Self {
            no_crossing: words.compare_no_crossing(),
            empty: words.matrix_value_empty(),
            not_applicable: words.matrix_value_na(),
            dont_know: words.matrix_value_dont_know(),
            equal: words.compare_is_equal(),
            opposite: words.compare_is_opposite(),
            only: [only(0), only(scene.view.against)],
        }
    }
    /// What a cell says of itself.
    fn say(&self, scene: &Scene<'_>, pane: usize, place: Place) -> String {
        let (made, numbers) = (&scene.view.made, scene.workspace.words().numbers());
        if !scene.is_difference(pane) {
            return match made.dot(pane, place).map(|dot| dot.value) {
                None => self.no_crossing.clone(),
                Some(CellValue::Unscored) => self.empty.clone(),
                Some(CellValue::NotApplicable) => self.not_applicable.clone(),
                Some(CellValue::DontKnow) => self.dont_know.clone(),
                Some(value) => numbers.cell(value),
            };
        }
        let [first, second] = &self.only;
        match made.change(scene.view.against, place) {
            Change::Nothing => self.empty.clone(),
            Change::Equal => self.equal.clone(),
            Change::Scores { net, opposite: true, .. } => format!("{}, {}", numbers.shortest(net), self.opposite),
            Change::Scores { net, .. } if net.abs() > 0.0 => numbers.shortest(net),
            Change::OnlyFirst => first.clone(),
            Change::OnlySecond => second.clone(),
            change => mark(scene, change),
        }
    }
}

/// Row, column and what stands there.
pub fn phrase(scene: &Scene<'_>, pane: usize, place: Place) -> String {
    let what = Phrases::of(scene).say(scene, pane, place);
    format!("{}: {what}", names::crossing(scene.workspace, &scene.view.made, place))
}

pub fn nodes(ui: &mut Ui, scene: &Scene<'_>, response: &Response) {
    let label = scene.workspace.words().compare_grid_label();
    let (layout, selection) = (&scene.state.layout, scene.state.selection);
    let cursor = cell_id(selection.pane, selection.cursor);
    let seen = scene.rows(selection.pane).contains(&selection.cursor.row)
        && scene.columns(selection.pane).contains(&selection.cursor.column);
    let listens = ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Grid);
        node.set_label(label);
        node.set_row_count(layout.rows.len());
        node.set_column_count(layout.columns.len());
        if seen {
            node.set_active_descendant(cursor.accesskit_id());
        }
    });
    if listens.is_none() {
        return;
    }
    let builder = UiBuilder::new()
        .scope_id(Id::unique("compare-cells"))
        .max_rect(scene.parts.whole)
        .accessibility_parent(response.id)
        .accessibility_role(Role::GenericContainer);
    ui.scope_builder(builder, |ui| {
        titles(ui, scene);
        let phrases = Phrases::of(scene);
        for pane in 0..=scene.n_sides() {
            cells(ui, scene, &phrases, pane);
        }
    });
}

fn titles(ui: &Ui, scene: &Scene<'_>) {
    let made = &scene.view.made;
    let lead = scene.leading();
    for row in scene.rows(lead) {
        let top = scene.rect(lead, At { row, column: 0 }).top();
        let rect = Rect::from_min_size(pos2(scene.parts.titles.left(), top), vec2(scene.parts.titles.width(), ROW));
        let rect = rect.intersect(scene.parts.titles);
        let words = scene.workspace.words();
        let label = match scene.state.layout.rows.get(row) {
            Some(Slot::Line(index)) => {
                let line = made.rows.get(*index);
                let mut label = names::line(scene.workspace, made, line);
                for (side, own) in line.map(|line| line.own.iter().enumerate()).into_iter().flatten() {
                    if own.is_none() {
                        label.push_str(", ");
                        label.push_str(&words.compare_not_in(names::letter(side)));
                    }
                }
                label
            }
            Some(Slot::Band(side)) => words.compare_band(names::letter(*side)),
            None => continue,
        };
        let id = Id::unique("compare-row-title").with(row);
        ui.interact(rect, id, Sense::hover());
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::RowHeader);
            node.set_bounds(bounds(rect));
            node.set_label(label);
        });
    }
}

fn cells(ui: &Ui, scene: &Scene<'_>, phrases: &Phrases, pane: usize) {
    let made = &scene.view.made;
    let name = name_of(scene, pane);
    let layout = &scene.state.layout;
    let columns: Vec<(usize, String)> = scene
        .columns(pane)
        .filter_map(|at| Some((at, names::line(scene.workspace, made, made.columns.get(*layout.columns.get(at)?)))))
        .collect();
    for row in scene.rows(pane) {
        let Some(Slot::Line(index)) = layout.rows.get(row) else { continue };
        let row_name = names::line(scene.workspace, made, made.rows.get(*index));
        for (column, column_name) in &columns {
            let at = At { row, column: *column };
            let Some(place) = layout.place(at) else { continue };
            let rect = scene.rect(pane, at).intersect(scene.body(pane));
            let id = cell_id(pane, at);
            ui.interact(rect, id, Sense::hover());
            let what = phrases.say(scene, pane, place);
            let label = if layout.is_picked {
                format!("{name}: {row_name}: {what}")
            } else {
                format!("{name}: {row_name} × {column_name}: {what}")
            };
            ui.ctx().accesskit_node_builder(id, |node| {
                node.set_role(Role::GridCell);
                node.set_bounds(bounds(rect));
                node.set_label(label);
                node.set_row_index(row);
                node.set_column_index(*column);
                node.set_selected(scene.state.selection.holds(at) && scene.state.selection.pane == pane);
                node.add_action(Action::Click);
                node.add_action(Action::Focus);
            });
        }
    }
}
