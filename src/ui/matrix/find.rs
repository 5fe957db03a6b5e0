//! Ctrl+F: finding a row or column by code or name.

use super::layout::Layout;
use super::{MatrixScreen, Pane, line_name};
use crate::Cx;
use crate::kit::grid::{Place, Selection};
use crate::{cover, widgets};
use egui::{Key, Margin, Modifiers, Ui};
use egui_material_icons::icons;
use ordito_ground::text::folded;
use ordito_workspace::Workspace;

#[derive(Debug, Default)]
pub struct Find {
    text: String,
    at: usize,
    /// The field has had the keyboard.
    begun: bool,
}

enum Hit {
    Row(usize),
    Column(usize),
}

fn hits(workspace: &Workspace, state: &MatrixScreen, text: &str) -> Vec<Hit> {
    let Some(view) = &state.view else {
        return Vec::new();
    };
    let wanted = folded(text.trim());
    if wanted.is_empty() {
        return Vec::new();
    }
    let fits = |line| folded(&line_name(workspace, Some(line))).contains(&wanted);
    let rows = view
        .rows
        .iter()
        .enumerate()
        .filter(|(_, line)| fits(line))
        .filter_map(|(line, _)| Layout::place_of(&state.layout.rows, line).map(Hit::Row));
    let columns = view
        .columns
        .iter()
        .enumerate()
        .filter(|(_, line)| fits(line))
        .filter_map(|(line, _)| Layout::place_of(&state.layout.columns, line).map(Hit::Column));
    rows.chain(columns).collect()
}

pub fn find_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut MatrixScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let Some(mut find) = state.find.take() else {
        return;
    };
    let words = workspace.words();
    let mut over = false;
    egui::Frame::new()
        .inner_margin(Margin::symmetric(12, 6))
        .fill(paint.canvas)
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.horizontal(|ui| {
                // Its keys are its own only while nothing lies above it: the palette has an Enter and an Escape too.
                let on_top = !cover::is_covered(ui.ctx());
                let pressed =
                    |held, key| on_top && ui.input_mut(|input| input.consume_key(held, key));
                let back = pressed(Modifiers::SHIFT, Key::Enter);
                let enter = pressed(Modifiers::NONE, Key::Enter);
                over = pressed(Modifiers::NONE, Key::Escape);
                let name = words.matrix_find();
                let field = widgets::line_edit_ui(
                    ui,
                    &name,
                    &mut find.text,
                    &words.matrix_find_hint(),
                    280.0,
                );
                if !find.begun {
                    field.request_focus();
                    find.begun = true;
                }
                let hits = hits(workspace, state, &find.text);
                let n = hits.len();
                let next = widgets::icon_button_ui(
                    ui,
                    paint,
                    icons::ICON_KEYBOARD_ARROW_DOWN,
                    &words.matrix_find_next(),
                    n > 0,
                );
                let step = if field.changed() {
                    find.at = 0;
                    true
                } else if n > 0 && (enter || next.clicked()) {
                    find.at = (find.at + 1) % n;
                    true
                } else if n > 0 && back {
                    find.at = (find.at + n - 1) % n;
                    true
                } else {
                    false
                };
                if enter || back {
                    field.request_focus();
                }
                if step {
                    let cursor = state.grid.selection.cursor;
                    let to = match hits.get(find.at) {
                        Some(Hit::Row(row)) => Some(Place {
                            row: *row,
                            column: cursor.column,
                        }),
                        Some(Hit::Column(column)) => Some(Place {
                            row: cursor.row,
                            column: *column,
                        }),
                        None => None,
                    };
                    if let Some(to) = to {
                        state.grid.editor = None;
                        state.grid.selection = Selection::at(to);
                        state.moved();
                    }
                }
                if !find.text.trim().is_empty() {
                    let at = if n == 0 { 0 } else { find.at + 1 };
                    let text = words.matrix_find_count(n, at);
                    widgets::caption_ui(ui, paint, &text);
                }
                over |= widgets::icon_button_ui(
                    ui,
                    paint,
                    icons::ICON_CLOSE,
                    &words.button_close(),
                    true,
                )
                .clicked();
            });
        });
    if over {
        state.focus = Some(Pane::Grid);
    } else {
        state.find = Some(find);
    }
}
