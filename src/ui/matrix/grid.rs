//! The grid in its place, or what there is to do where it would be empty.

use super::layout::{Layout, Slot};
use super::sizes::{Shown, Sizes};
use super::{MatrixScreen, Pane, heads};
use crate::kit::grid::Shape as _;
use crate::{Cx, widgets};
use egui::{Rect, Sense, Ui};
use egui_material_icons::icons;
use ordito_workspace::{Command, ViewLine};

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
    fit(ui, cx, state, whole);
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

/// Sizes for the place there is, and rows as high as their names where that is wished.
fn fit(ui: &Ui, cx: &Cx<'_>, state: &mut MatrixScreen, whole: Rect) {
    let Some(view) = &state.view else { return };
    let (settings, widths) = (cx.workspace.settings(), cx.workspace.widths(view.matrix));
    let layout = &mut state.layout;
    let codes = *state.codes.get_or_insert_with(|| {
        let width = |line: &ViewLine| {
            let code = cx.contents.item_label(line.item).0.to_owned();
            let galley = ui
                .painter()
                .layout_no_wrap(code, heads::code_font(), cx.paint.ink);
            galley.size().x
        };
        view.rows.iter().map(width).fold(0.0, f32::max)
    });
    let columns = (0..layout.columns.len())
        .filter(|column| layout.is_column(*column))
        .count();
    layout.sizes = Sizes::of(
        whole.size(),
        &Shown {
            columns,
            folded: layout.columns.len() - columns,
            codes,
            heads: Layout::heads_of(widths),
            density: settings.density,
        },
    );
    let sizes = layout.sizes;
    let height = |slot: &Slot| {
        let line = match slot {
            Slot::Line(line) => view.rows.get(*line),
            Slot::Group(_) => None,
        };
        line.map_or(0.0, |line| {
            let (_, name) = cx.contents.item_label(line.item);
            let name = name.get(cx.words().language()).to_owned();
            let room = heads::name_width(&sizes);
            let galley = ui
                .painter()
                .layout(name, heads::name_font(), cx.paint.ink, room);
            galley.size().y.ceil() + 6.0
        })
    };
    layout.heights = if settings.whole_names {
        layout.rows.iter().map(height).collect()
    } else {
        Vec::new()
    };
    layout.size(view, widths);
}

/// No row passes the filter, or there are none.
fn nothing_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &MatrixScreen, whole: Rect) {
    let (paint, words) = (cx.paint, cx.words());
    let filtered = state.layout.is_filtered();
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
