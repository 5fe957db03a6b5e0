//! Completion, coverage, conflicts and selection, for the status line.

use super::MatrixScreen;
use crate::Cx;
use crate::kit::pen::Shown;
use crate::theme::{self, Paint};
use crate::widgets;
use egui::{RichText, Ui, vec2};
use ordito_words::messages::StatusSelectionValues;
use ordito_workspace::Room;

pub fn status_ui(ui: &mut Ui, cx: &Cx<'_>, state: &MatrixScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let Some(view) = &state.view else { return };
    if workspace.settings().room != Room::Matrix {
        return;
    }
    let words = workspace.words();
    let numbers = words.numbers();
    let totals = view.totals(state.assessor());
    let completion = totals.completion();
    let caption = words.status_completion();
    widgets::caption_ui(ui, paint, &caption).on_hover_text(words.matrix_completion_text());
    widgets::share_bar_ui(ui, paint, &caption, completion, vec2(100.0, 7.0));
    let bold = |text: String, colour| {
        RichText::new(text)
            .size(theme::CAPTION)
            .family(theme::bold())
            .color(colour)
    };
    // 99.6 % is not done yet.
    let shown = if completion < 1.0 {
        (f64::from(completion) * 100.0).floor() / 100.0
    } else {
        1.0
    };
    ui.label(bold(numbers.percent(shown), paint.ink));
    ui.add_space(8.0);
    let covered = format!(
        "{}/{}",
        numbers.count(totals.goals_covered),
        numbers.count(totals.goals)
    );
    figure_ui(ui, paint, &words.status_coverage(), &covered, paint.ink);
    ui.add_space(8.0);
    let open = usize::try_from(totals.open_conflicts).unwrap_or(usize::MAX);
    let colour = if open > 0 { paint.warning } else { paint.ink };
    figure_ui(
        ui,
        paint,
        &words.status_conflicts(),
        &numbers.count(open),
        colour,
    );
    ui.add_space(8.0);
    selection_ui(ui, cx, state);
}

/// Ranges larger than this are counted, not averaged: nothing here may cost a frame.
const COUNT_LIMIT: usize = 200_000;

fn selection_ui(ui: &mut Ui, cx: &Cx<'_>, state: &MatrixScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let Some(view) = &state.view else { return };
    let words = workspace.words();
    let (rows, columns) = state.layout.lines_of(&state.grid.selection);
    let n = rows.len() * columns.len();
    if n <= 1 {
        let text = words.status_selection_one();
        if fits(ui, paint, &text, "") {
            widgets::caption_ui(ui, paint, &text);
        }
        return;
    }
    let mut text = words.status_selection(n);
    if n <= COUNT_LIMIT {
        let layer = view.layer(state.assessor());
        let (mut sum, mut scored, mut empty) = (0.0, 0_u32, 0_usize);
        let (mut lowest, mut highest) = (f64::INFINITY, f64::NEG_INFINITY);
        for row in &rows {
            for column in &columns {
                let value = view.dot(layer, *row, *column).value;
                let net = match state.side.of(value) {
                    Shown::One(points) => points.value(),
                    Shown::Two(benefit, tradeoff) => benefit.plus(tradeoff).value(),
                    _ => {
                        empty += usize::from(!value.is_answered());
                        continue;
                    }
                };
                sum += net;
                scored += 1;
                lowest = lowest.min(net);
                highest = highest.max(net);
            }
        }
        let numbers = words.numbers();
        let figure = |value: f64| {
            if scored > 0 {
                numbers.signed(value, 0)
            } else {
                "–".to_owned()
            }
        };
        let mean = if scored > 0 {
            numbers.signed(sum / f64::from(scored), 2)
        } else {
            "–".to_owned()
        };
        text.push_str(" · ");
        text.push_str(&words.status_selection_values(StatusSelectionValues {
            empty: &numbers.count(empty),
            max: &figure(highest),
            mean: &mean,
            min: &figure(lowest),
        }));
    }
    let label =
        egui::Label::new(RichText::new(text).size(theme::CAPTION).color(paint.muted)).truncate();
    ui.scope(|ui| {
        ui.set_max_width((ui.available_width() - 260.0).max(80.0));
        ui.add(label);
    });
}

/// Whether there is room for both: in a narrow window the last ones give way, whole.
fn fits(ui: &Ui, paint: &Paint, caption: &str, value: &str) -> bool {
    let font = egui::FontId::new(theme::CAPTION, theme::bold());
    let text = format!("{caption} {value}");
    let galley = ui.fonts_mut(|fonts| fonts.layout_no_wrap(text, font, paint.ink));
    galley.size().x + 2.0 * ui.spacing().item_spacing.x <= ui.available_width()
}

/// A caption and its figure, as "Obiettivi coperti 16/17".
fn figure_ui(ui: &mut Ui, paint: &Paint, caption: &str, value: &str, colour: egui::Color32) {
    if !fits(ui, paint, caption, value) {
        return;
    }
    widgets::caption_ui(ui, paint, caption);
    ui.label(
        RichText::new(value)
            .size(theme::CAPTION)
            .family(theme::bold())
            .color(colour),
    );
}
