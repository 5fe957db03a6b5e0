//! The document's history: who changed what, newest first, and the way back to any step.

use crate::Cx;
use crate::theme;
use crate::widgets;
use egui::{RichText, Ui};
use ordito_model::Direction;
use ordito_workspace::{Action, HistoryExport, Purpose};
use std::collections::BTreeSet;

const ROW: f32 = 44.0;

/// Draws the list; true when it is to be closed.
pub fn history_ui(ui: &mut Ui, cx: &mut Cx<'_>) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let Some(document) = workspace.document() else {
        return true;
    };
    let size = ui.ctx().content_rect().size();
    ui.set_width((size.x - 120.0).clamp(320.0, 720.0));
    widgets::title_ui(ui, paint, &words.history_title());
    ui.label(widgets::muted(words.history_text(), paint));
    let done: BTreeSet<_> = document.undoable().iter().copied().collect();
    let steps = document.steps();
    if steps.is_empty() {
        ui.label(widgets::muted(words.history_empty(), paint));
    }
    let height = (size.y - 240.0).max(120.0);
    egui::ScrollArea::vertical()
        .max_height(height)
        .auto_shrink([false, true])
        .show_rows(ui, ROW, steps.len(), |ui, rows| {
            for step in
                rows.filter_map(|i| steps.len().checked_sub(i + 1).and_then(|at| steps.get(at)))
            {
                let what = ordito_workspace::said::say_step(document, step.number, words);
                let text = match step.direction {
                    Direction::Do => what,
                    Direction::Undo => words.notice_undone(what),
                    Direction::Redo => words.notice_redone(what),
                };
                ui.allocate_ui(egui::vec2(ui.available_width(), ROW - 8.0), |ui| {
                    ui.horizontal(|ui| {
                        let taken_back = step.direction == Direction::Do
                            && !done.contains(&step.number)
                            && step.number.0 > 1;
                        ui.vertical(|ui| {
                            ui.spacing_mut().item_spacing.y = 0.0;
                            ui.set_width(ui.available_width() - 130.0);
                            let colour = if taken_back { paint.muted } else { paint.ink };
                            let label = RichText::new(text).family(theme::semibold()).color(colour);
                            ui.add(egui::Label::new(label).truncate());
                            let number = words.history_step(step.number.0.to_string());
                            let by = ordito_words::say_author(&step.by, words);
                            let mut line =
                                format!("{number} · {} · {by}", words.numbers().date_time(step.at));
                            for milestone in document.contents().milestones.values() {
                                if milestone.step == step.number {
                                    line.push_str(" · ");
                                    line.push_str(&milestone.name);
                                }
                            }
                            if taken_back {
                                line.push_str(" · ");
                                line.push_str(&words.history_undone());
                            }
                            widgets::caption_ui(ui, paint, &line);
                        });
                        let earlier = done.contains(&step.number)
                            && document.undoable().last() != Some(&step.number);
                        if earlier && !document.is_read_only() {
                            let button = widgets::button_ui(ui, &words.history_back_to());
                            if button.clicked() {
                                cx.act(Action::UndoTo(step.number));
                            }
                        }
                    });
                });
            }
        });
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        if widgets::button_ui(ui, &words.history_export()).clicked() {
            cx.act(Action::PickFile(Purpose::Export(HistoryExport.into())));
        }
        widgets::primary_button_ui(ui, paint, &words.button_close(), true).clicked()
    })
    .inner
}
