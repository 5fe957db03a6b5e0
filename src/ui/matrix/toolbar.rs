//! The line above the grid: which matrix, which side, scale, filter, order, folding, whose scores.

use super::MatrixScreen;
use super::filter::Filter;
use super::layout::Order;
use super::run;
use crate::Cx;
use crate::kit::grid::Way;
use crate::kit::pen::Side;
use crate::widgets;
use egui::{Align, Layout, Margin, Popup, ScrollArea, Ui};
use egui_material_icons::icons;
use ordito_workspace::{Command, Density};

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
                let fits = Fits::of(width);
                if fits.sides
                    && let Some(i) =
                        widgets::segmented_ui(ui, paint, &words.matrix_view(), &labels, chosen)
                {
                    state.side = Side::ALL.get(i).copied().unwrap_or_default();
                }
                if fits.scale {
                    scale_ui(ui, cx, state);
                }
                filter_ui(ui, cx, state);
                if fits.order {
                    order_ui(ui, cx, state);
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let name = words.say(Command::Inspector.key());
                    if widgets::icon_button_ui(ui, paint, icons::ICON_RIGHT_PANEL_OPEN, &name, true)
                        .clicked()
                    {
                        cx.ask(Command::Inspector);
                    }
                    more_ui(ui, cx, fits);
                    way_ui(ui, cx, state);
                    let name = words.say(Command::FoldColumns.key());
                    if widgets::icon_button_ui(ui, paint, icons::ICON_UNFOLD_LESS, &name, true)
                        .clicked()
                    {
                        cx.ask(Command::FoldColumns);
                    }
                    if fits.density {
                        density_ui(ui, cx, state);
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

/// What a width has room for; the rest is in the menu at the end of the line.
#[derive(Debug, Clone, Copy)]
struct Fits {
    sides: bool,
    order: bool,
    density: bool,
    scale: bool,
}
impl Fits {
    fn of(width: f32) -> Self {
        Self {
            sides: width > 730.0,
            order: width > 880.0,
            density: width > 1_100.0,
            scale: width > 1_360.0,
        }
    }
}

/// What has no place on the line, and how the grid is set.
fn more_ui(ui: &mut Ui, cx: &mut Cx<'_>, fits: Fits) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let (words, settings) = (workspace.words(), workspace.settings());
    let name = words.matrix_more();
    let button = widgets::icon_button_ui(ui, paint, icons::ICON_MORE_HORIZ, &name, true);
    let mut lines: Vec<(Command, bool)> = Vec::new();
    if !fits.sides {
        lines.extend(
            [
                Command::ViewNet,
                Command::ViewBenefit,
                Command::ViewTradeoff,
            ]
            .map(|c| (c, false)),
        );
    }
    lines.push((Command::FilterMore, false));
    if !fits.order {
        lines.extend([Command::OrderCatalogue, Command::OrderByColumn].map(|c| (c, false)));
    }
    lines.extend([
        (Command::GoalsByNumber, settings.goals_by_number),
        (Command::WholeNames, settings.whole_names),
        (
            Command::DensityAutomatic,
            settings.density == Density::Automatic,
        ),
        (
            Command::DensityCompact,
            settings.density == Density::Compact,
        ),
        (Command::DensityWide, settings.density == Density::Wide),
        (Command::FoldRows, false),
        (Command::FoldColumns, false),
        (Command::StandardWidths, false),
    ]);
    Popup::menu(&button).show(|ui| {
        ui.set_min_width(250.0);
        for (command, on) in lines {
            let text = words.say(command.key());
            if ui.selectable_label(on, text).clicked() {
                cx.ask(command);
                ui.close();
            }
        }
    });
}

/// Wide or compact; what fits is chosen by itself until one is.
fn density_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &MatrixScreen) {
    let words = cx.words();
    let labels = [words.matrix_density_wide(), words.matrix_density_compact()];
    let chosen = usize::from(state.layout.sizes.is_compact);
    let name = words.matrix_density();
    if let Some(i) = widgets::segmented_ui(ui, cx.paint, &name, &labels, chosen) {
        cx.ask(if i == 0 {
            Command::DensityWide
        } else {
            Command::DensityCompact
        });
    }
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
    let response = widgets::drop_button_ui(ui, paint, &short(&name, 26));
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
}

fn scale_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut MatrixScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let Some(view) = &state.view else { return };
    let words = workspace.words();
    let (numbers, scale) = (words.numbers(), &view.scale);
    let name = short(scale.name.get(words.language()), 30);
    let (highest, lowest) = (
        numbers.points(scale.highest()),
        numbers.points(scale.lowest()),
    );
    // Some have their range in their name.
    let text = if name.contains(&lowest) {
        name
    } else {
        words.matrix_scale(highest, lowest, name)
    };
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
    let text = words.matrix_filter(now.say(words));
    let filtered = now != Filter::None || state.choices.only.is_any();
    let response = widgets::drop_chip_ui(ui, paint, &text, filtered);
    Popup::menu(&response).show(|ui| {
        for filter in Filter::ALL {
            if ui
                .selectable_label(filter == now, filter.say(words))
                .clicked()
            {
                run::set_filter(state, filter);
                ui.close();
            }
        }
        ui.separator();
        if ui
            .selectable_label(
                state.choices.only.is_any(),
                words.say(Command::FilterMore.key()),
            )
            .clicked()
        {
            cx.ask(Command::FilterMore);
            ui.close();
        }
        if state.view.as_ref().is_some_and(|view| view.n_hidden > 0)
            && ui
                .selectable_label(false, words.say(Command::ShowHidden.key()))
                .clicked()
        {
            cx.ask(Command::ShowHidden);
            ui.close();
        }
    });
}

fn order_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut MatrixScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let now = state.choices.order;
    let what = match now {
        Order::Column(item, down) => {
            let (code, label) = cx.contents.item_label(item);
            let name = if code.is_empty() {
                short(label.get(words.language()), 12)
            } else {
                code.to_owned()
            };
            format!("{name} {}", if down { "↓" } else { "↑" })
        }
        _ => now.say(words),
    };
    let text = words.matrix_order(what);
    let response = widgets::drop_chip_ui(ui, paint, &text, now != Order::Catalogue);
    Popup::menu(&response).show(|ui| {
        for order in Order::ALL {
            if ui
                .selectable_label(order == now, order.say(words))
                .clicked()
            {
                run::set_order(state, order);
                ui.close();
            }
        }
        ui.separator();
        let by_number = workspace.settings().goals_by_number;
        let by_column = matches!(now, Order::Column(..));
        for (command, on) in [
            (Command::OrderByColumn, by_column),
            (Command::GoalsByNumber, by_number),
        ] {
            if ui.selectable_label(on, words.say(command.key())).clicked() {
                cx.ask(command);
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
        let response = widgets::drop_chip_ui(ui, paint, &now, chosen > 0);
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
