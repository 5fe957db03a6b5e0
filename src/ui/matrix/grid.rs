//! The grid in its place, or what there is to do where it would be empty.

use super::{MatrixScreen, Pane};
use crate::{Cx, widgets};
use egui::{Rect, Sense, Ui};
use egui_material_icons::icons;
use ordito_workspace::Command;

pub fn grid_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut MatrixScreen) {
    let whole = ui.available_rect_before_wrap();
    ui.allocate_rect(whole, Sense::hover());
    if whole.width() < 200.0 || whole.height() < 160.0 {
        return;
    }
    if state.layout.rows.is_empty() || state.layout.columns.is_empty() {
        nothing_ui(ui, cx, state, whole);
        return;
    }
    let asked = state.focus == Some(Pane::Grid);
    let Some((grid, mut cells)) = state.grid(cx.workspace) else {
        return;
    };
    grid.focus |= asked;
    grid.show(ui, cx, &mut cells, whole);
    if asked && grid.is_focused {
        state.focus = None;
    }
}

/// No row passes the filter, or there are none.
fn nothing_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &MatrixScreen, whole: Rect) {
    let (paint, words) = (cx.paint, cx.words());
    let filtered = state.choices.filter != super::layout::Filter::None;
    let (title, text, commands): (_, _, &[Command]) = if filtered {
        (
            "matrix-filtered-title",
            "matrix-filtered-text",
            &[Command::FilterNone],
        )
    } else {
        (
            "matrix-blank-title",
            "matrix-blank-text",
            &[Command::AddRows, Command::AddColumns, Command::ShowHidden],
        )
    };
    ui.scope_builder(egui::UiBuilder::new().max_rect(whole), |ui| {
        widgets::empty_ui(
            ui,
            paint,
            icons::ICON_GRID_ON,
            &words.say(title),
            &words.say(text),
            |ui| {
                for command in commands {
                    if widgets::button_ui(ui, &words.say(command.key())).clicked() {
                        cx.ask(*command);
                    }
                }
            },
        );
    });
}
