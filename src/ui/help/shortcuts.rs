//! F1: every shortcut, those of the room that is shown first.

use crate::Cx;
use crate::theme::{self, Paint};
use crate::widgets;
use egui::{RichText, Ui};
use ordito_workspace::{Command, GRID_KEYS, Group, LAB_KEYS, Room};

/// Draws the list; `fresh`, it takes the keyboard.
pub fn shortcuts_ui(ui: &mut Ui, cx: &Cx<'_>, fresh: bool) {
    let (paint, words) = (cx.paint, cx.words());
    let title = words.shortcuts_title();
    let height = ui.available_height();
    let id = widgets::reading_id(ui, &title);
    if fresh {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    widgets::reading_ui(ui, paint, &title, height, |ui| {
        // Room for the scroll bar.
        ui.set_max_width(ui.available_width() - 12.0);
        let room = cx.workspace.settings().room;
        let grid = ("shortcuts-grid", GRID_KEYS.as_slice());
        let lab = ("shortcuts-lab", LAB_KEYS.as_slice());
        // In the laboratory its keys come first.
        let first = if room == Room::Lab {
            [lab, grid]
        } else {
            [grid, lab]
        };
        group_ui(ui, cx, Group::Of(room));
        for (name, keys) in first {
            section_ui(ui, paint, &words.say(name), |ui| {
                for key in keys {
                    let text = words.say(&format!("{key}-text"));
                    line_ui(ui, paint, &words.say(key), &text);
                }
            });
        }
        for group in Group::all().filter(|group| *group != Group::Of(room)) {
            group_ui(ui, cx, group);
        }
    });
}

fn group_ui(ui: &mut Ui, cx: &Cx<'_>, group: Group) {
    let (paint, words) = (cx.paint, cx.words());
    let lines: Vec<_> = Command::all()
        .filter(|command| command.group() == group)
        .filter_map(|command| command.shortcut().map(|keys| (keys, command)))
        .collect();
    if lines.is_empty() {
        return;
    }
    section_ui(ui, paint, &words.say(group.key()), |ui| {
        for (keys, command) in lines {
            line_ui(ui, paint, &keys.say(words), &words.say(command.key()));
        }
    });
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
            ui.set_width((ui.available_width() * 0.38).min(150.0));
            let keys = RichText::new(keys)
                .family(theme::semibold())
                .size(13.0)
                .color(paint.primary);
            ui.add(egui::Label::new(keys).wrap());
        });
        let text = RichText::new(text).size(13.0).color(paint.ink);
        ui.add(egui::Label::new(text).wrap());
    });
}
