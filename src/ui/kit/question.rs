//! What is asked before something goes, in a modal of the room that asks.

use crate::theme::Paint;
use crate::{cover, widgets};
use egui::{RichText, Ui};
use ordito_words::Words;

/// A title, what goes with it, what is said below, and the two buttons: whether it is to go, once somebody said.
pub fn delete_ui(
    ui: &mut Ui,
    paint: &Paint,
    words: &Words,
    title: &str,
    lines: Vec<RichText>,
) -> Option<bool> {
    widgets::title_ui(ui, paint, title);
    for line in lines {
        ui.add(egui::Label::new(line).wrap());
    }
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        let cancel = widgets::button_ui(ui, &words.button_cancel());
        let delete = widgets::danger_button_ui(ui, paint, &words.button_delete());
        // Enter confirms what Delete asked for.
        let elsewhere = |id| id != cancel.id && id != delete.id;
        if cover::is_in_front(ui) && ui.memory(|memory| memory.focused().is_none_or(elsewhere)) {
            delete.request_focus();
        }
        if delete.clicked() {
            Some(true)
        } else {
            cancel.clicked().then_some(false)
        }
    })
    .inner
}
