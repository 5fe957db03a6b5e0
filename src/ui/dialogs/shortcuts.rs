//! F1: every shortcut on one sheet.

use crate::Cx;
use crate::theme::{self, Paint};
use crate::widgets;
use egui::{RichText, Ui};
use ordito_workspace::{Command, GRID_KEYS, Group, LAB_KEYS, Room};

/// Draws the sheet; true when it is to be closed.
pub fn shortcuts_ui(ui: &mut Ui, cx: &Cx<'_>) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let size = ui.ctx().content_rect().size();
    ui.set_width((size.x - 120.0).clamp(320.0, 860.0));
    widgets::title_ui(ui, paint, &words.shortcuts_title());
    egui::ScrollArea::vertical()
        .max_height((size.y - 180.0).max(120.0))
        .show(ui, |ui| {
            ui.columns(2, |columns| {
                if let [left, right] = columns {
                    let grid = ("shortcuts-grid", GRID_KEYS.as_slice());
                    let lab = ("shortcuts-lab", LAB_KEYS.as_slice());
                    // In the laboratory its keys come first.
                    let first = if workspace.settings().room == Room::Lab {
                        [lab, grid]
                    } else {
                        [grid, lab]
                    };
                    for (name, keys) in first {
                        section_ui(left, paint, &words.say(name), |ui| {
                            for key in keys {
                                line_ui(
                                    ui,
                                    paint,
                                    &words.say(key),
                                    &words.say(&format!("{key}-text")),
                                );
                            }
                        });
                    }
                    for (i, group) in Group::all().enumerate() {
                        let lines: Vec<_> = Command::all()
                            .filter(|command| command.group() == group)
                            .filter_map(|command| command.shortcut().map(|keys| (keys, command)))
                            .collect();
                        if lines.is_empty() {
                            continue;
                        }
                        let side = if i % 2 == 0 { &mut *right } else { &mut *left };
                        section_ui(side, paint, &words.say(group.key()), |ui| {
                            for (keys, command) in lines {
                                line_ui(ui, paint, &keys.say(words), &words.say(command.key()));
                            }
                        });
                    }
                }
            });
        });
    ui.add_space(8.0);
    widgets::button_ui(ui, &words.button_close()).clicked()
}

fn section_ui(ui: &mut Ui, paint: &Paint, title: &str, lines: impl FnOnce(&mut Ui)) {
    ui.add_space(6.0);
    widgets::part_title_ui(ui, paint, title);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        lines(ui);
    });
}

fn line_ui(ui: &mut Ui, paint: &Paint, keys: &str, text: &str) {
    ui.horizontal_top(|ui| {
        ui.scope(|ui| {
            ui.set_width(150.0);
            ui.label(
                RichText::new(keys)
                    .family(theme::semibold())
                    .color(paint.primary),
            );
        });
        ui.add(egui::Label::new(RichText::new(text).color(paint.ink)).wrap());
    });
}
