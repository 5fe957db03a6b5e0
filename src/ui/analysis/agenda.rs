//! The agenda of a laboratory being put together: how many crossings, and ways to take it along.
//!
//! LAB: the room Laboratorio takes over from here, see `workspace/agenda.rs`.

use crate::ui::theme::Paint;
use crate::ui::widgets;
use crate::workspace::{Action, Purpose, Workspace};
use egui::Ui;

/// Drawn from below upwards.
pub fn agenda_ui(ui: &mut Ui, paint: &Paint, workspace: &Workspace, actions: &mut Vec<Action>) {
    let words = workspace.words();
    let n = workspace.agenda().count();
    if n == 0 {
        return;
    }
    ui.horizontal(|ui| {
        if widgets::button_ui(ui, &words.say("agenda-export")).clicked() {
            actions.push(Action::PickFile(Purpose::Agenda));
        }
        if widgets::button_ui(ui, &words.say("agenda-clear")).clicked() {
            actions.push(Action::ClearAgenda);
        }
    });
    widgets::caption_ui(ui, paint, &words.say_with("agenda-count", &[("n", n.into())]));
    widgets::part_title_ui(ui, paint, &words.say("agenda-title"));
}
