//! The panes in their place, or why there is nothing in them.

use super::{CompareScreen, Pane, View};
use crate::{Cx, widgets};
use egui::{Sense, Ui};
use egui_material_icons::icons;

pub fn grid_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &View, state: &mut CompareScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let whole = ui.available_rect_before_wrap();
    ui.allocate_rect(whole, Sense::hover());
    if whole.width() < 240.0 || whole.height() < 110.0 {
        return;
    }
    if state.layout.rows.is_empty() || state.layout.columns.is_empty() {
        ui.scope_builder(egui::UiBuilder::new().max_rect(whole), |ui| {
            let key = if state.only_differences {
                "compare-none-differ"
            } else {
                "compare-no-lines"
            };
            widgets::empty_ui(
                ui,
                paint,
                icons::ICON_COMPARE,
                &workspace.words().say(key),
                "",
                |_| {},
            );
        });
        return;
    }
    let asked = state.focus == Some(Pane::Grid);
    let (grid, mut panes) = state.grid(workspace, view);
    grid.focus |= asked;
    grid.show(ui, cx, &mut panes, whole);
    if asked && grid.is_focused {
        state.focus = None;
    }
}
