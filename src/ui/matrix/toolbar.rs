//! The line above the grid: which matrix, which side, scale, filter, order, folding, whose scores.

use super::MatrixScreen;
use super::layout::{Filter, Order};
use super::run;
use crate::Cx;
use crate::kit::grid::Way;
use crate::kit::pen::Side;
use crate::widgets;
use egui::{Align, Layout, Margin, Popup, ScrollArea, Ui};
use egui_material_icons::icons;
use ordito_workspace::Command;

pub fn toolbar_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut MatrixScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    egui::Frame::new()
        .inner_margin(Margin::symmetric(12, 7))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.set_height(28.0);
                ui.spacing_mut().item_spacing.x = 8.0;
                // The right end is kept for whose scores are shown; chips give way first.
                let width = ui.available_width();
                matrices_ui(ui, cx, state);
                let labels: Vec<String> =
                    Side::ALL.iter().map(|side| words.say(side.key())).collect();
                let chosen = Side::ALL
                    .iter()
                    .position(|side| *side == state.side)
                    .unwrap_or(0);
                if width > 730.0
                    && let Some(i) =
                        widgets::segmented_ui(ui, paint, &words.matrix_view(), &labels, chosen)
                {
                    state.side = Side::ALL.get(i).copied().unwrap_or_default();
                }
                if width > 1300.0 {
                    scale_ui(ui, cx, state);
                }
                filter_ui(ui, cx, state);
                if width > 880.0 {
                    order_ui(ui, cx, state);
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let name = words.say(Command::Inspector.key());
                    if widgets::icon_button_ui(ui, paint, icons::ICON_RIGHT_PANEL_OPEN, &name, true)
                        .clicked()
                    {
                        cx.ask(Command::Inspector);
                    }
                    way_ui(ui, cx, state);
                    let name = words.say(Command::FoldColumns.key());
                    if widgets::icon_button_ui(ui, paint, icons::ICON_UNFOLD_LESS, &name, true)
                        .clicked()
                    {
                        cx.ask(Command::FoldColumns);
                    }
                    assessors_ui(ui, cx, state);
                });
            });
        });
    let y = ui.min_rect().bottom();
    ui.painter().hline(
        ui.max_rect().x_range(),
        y - 0.5,
        egui::Stroke::new(1.0, paint.line),
    );
}

pub fn short(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let mut cut: String = text.chars().take(limit.saturating_sub(1)).collect();
    cut.push('…');
    cut
}

fn matrices_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut MatrixScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let Some(contents) = workspace.contents() else {
        return;
    };
    let words = workspace.words();
    let name = super::current_name(workspace, state).unwrap_or_default();
    let response = ui.button(format!("{} ▾", short(&name, 26)));
    widgets::name_it(ui, &response, &words.matrix_chooser(name));
    Popup::menu(&response).show(|ui| {
        ui.set_min_width(260.0);
        let mut matrices: Vec<_> = contents.matrices.iter().collect();
        matrices.sort_by_key(|(_, matrix)| matrix.position);
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for (id, matrix) in matrices {
                if ui
                    .selectable_label(state.matrix == Some(*id), &matrix.name)
                    .clicked()
                {
                    state.show_matrix(*id);
                    ui.close();
                }
            }
        });
        ui.separator();
        for command in [
            Command::NewMatrix,
            Command::MatrixInfo,
            Command::AddRows,
            Command::AddColumns,
            Command::ShowHidden,
            Command::Weights,
            Command::Assessors,
            Command::MakeConsensus,
            Command::DeleteMatrix,
        ] {
            if ui
                .selectable_label(false, words.say(command.key()))
                .clicked()
            {
                cx.ask(command);
                ui.close();
            }
        }
    });
    let _ = paint;
}

fn scale_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut MatrixScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let Some(view) = &state.view else { return };
    let words = workspace.words();
    let (numbers, scale) = (words.numbers(), &view.scale);
    let name = short(scale.name.get(words.language()), 24);
    let text = words.matrix_scale(
        numbers.points(scale.highest()),
        numbers.points(scale.lowest()),
        name,
    );
    let response = widgets::chip_ui(ui, paint, &text, false);
    Popup::menu(&response).show(|ui| {
        ui.set_max_width(420.0);
        for level in &scale.levels {
            let text = format!(
                "{}  {}",
                numbers.points(level.value),
                level.label.get(words.language())
            );
            ui.label(egui::RichText::new(text).strong().color(paint.ink));
            let guidance = level.guidance.get(words.language());
            if !guidance.is_empty() {
                ui.add(egui::Label::new(widgets::muted(guidance, paint).size(12.0)).wrap());
            }
        }
    });
}

fn filter_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut MatrixScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let now = state.choices.filter;
    let text = words.matrix_filter(words.say(now.key()));
    let response = widgets::chip_ui(ui, paint, &format!("{text} ▾"), now != Filter::None);
    Popup::menu(&response).show(|ui| {
        for filter in Filter::ALL {
            if ui
                .selectable_label(filter == now, words.say(filter.key()))
                .clicked()
            {
                run::set_filter(state, filter);
                ui.close();
            }
        }
        if state.view.as_ref().is_some_and(|view| view.n_hidden > 0) {
            ui.separator();
            if ui
                .selectable_label(false, words.say(Command::ShowHidden.key()))
                .clicked()
            {
                cx.ask(Command::ShowHidden);
                ui.close();
            }
        }
    });
}

fn order_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut MatrixScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let now = state.choices.order;
    let text = words.matrix_order(words.say(now.key()));
    let response = widgets::chip_ui(ui, paint, &format!("{text} ▾"), now != Order::Catalogue);
    Popup::menu(&response).show(|ui| {
        for order in Order::ALL {
            if ui
                .selectable_label(order == now, words.say(order.key()))
                .clicked()
            {
                state.choices.order = order;
                state.choices.asked += 1;
                ui.close();
            }
        }
    });
}

fn way_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut MatrixScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let (icon, key, other) = match state.grid.way {
        Way::Down => (icons::ICON_ARROW_DOWNWARD, "matrix-way-down", Way::Right),
        Way::Right => (icons::ICON_ARROW_FORWARD, "matrix-way-right", Way::Down),
    };
    if widgets::icon_button_ui(ui, paint, icon, &words.say(key), true).clicked() {
        state.grid.way = other;
    }
}

/// A segmented control for few assessors, a list for many.
fn assessors_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut MatrixScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let (Some(contents), Some(view)) = (workspace.contents(), &state.view) else {
        return;
    };
    let words = workspace.words();
    let names: Vec<(ordito_model::AssessorId, String)> = view
        .assessors
        .iter()
        .filter_map(|id| {
            contents
                .assessors
                .get(id)
                .map(|assessor| (*id, short(&assessor.name, 16)))
        })
        .collect();
    let chosen = names
        .iter()
        .position(|(id, _)| *id == state.assessor())
        .unwrap_or(0);
    let title = words.matrix_assessor();
    let length: usize = names.iter().map(|(_, name)| name.chars().count() + 4).sum();
    let mut picked = None;
    let room = ui.available_width() - length as f32 * 7.4;
    if names.len() > 1 && room > 8.0 {
        ui.allocate_ui_with_layout(
            egui::vec2(ui.available_width(), 28.0),
            Layout::right_to_left(Align::Center),
            |ui| {
                let labels: Vec<String> = names.iter().map(|(_, name)| name.clone()).collect();
                picked = widgets::segmented_ui(ui, paint, &title, &labels, chosen);
                if room > 90.0 {
                    ui.label(widgets::muted(&title, paint));
                }
            },
        );
    } else {
        let now = names
            .get(chosen)
            .map(|(_, name)| name.clone())
            .unwrap_or_default();
        let response = widgets::chip_ui(ui, paint, &format!("{now} ▾"), chosen > 0);
        widgets::name_it(ui, &response, &format!("{title}: {now}"));
        Popup::menu(&response).show(|ui| {
            ui.set_min_width(200.0);
            ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
                for (i, (_, name)) in names.iter().enumerate() {
                    if ui.selectable_label(i == chosen, name).clicked() {
                        picked = Some(i);
                        ui.close();
                    }
                }
            });
            ui.separator();
            if ui
                .selectable_label(false, words.say(Command::Assessors.key()))
                .clicked()
            {
                cx.ask(Command::Assessors);
                ui.close();
            }
        });
    }
    if let Some((id, _)) = picked.and_then(|i| names.get(i)) {
        state.choices.assessor = Some(*id);
        state.grid.forget_entry();
        state.focus = Some(super::Pane::Grid);
    }
}
