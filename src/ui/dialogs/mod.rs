//! Dialogs of the whole window: history, named versions, kept saves, particulars, shortcuts, tour.

mod history;
mod info;
mod shortcuts;
mod tour;

use super::UiState;
use super::theme::Paint;
use crate::workspace::{Action, Command, Workspace};
use egui::{Modal, Ui};

/// Which dialog is open, with what is being typed in it.
#[derive(Debug, Default)]
pub enum Open {
    #[default]
    None,
    History,
    Info(info::Draft),
    Milestone(info::MilestoneDraft),
    Backups,
    Shortcuts,
    Tour(usize),
}

#[derive(Debug, Default)]
pub struct State {
    pub open: Open,
}
impl State {
    pub const fn is_open(&self) -> bool {
        !matches!(self.open, Open::None)
    }
}

/// Opens the dialog of a command.
pub fn open(command: Command, workspace: &Workspace, state: &mut State) {
    state.open = match command {
        Command::History => Open::History,
        Command::DocumentInfo => Open::Info(info::Draft::of(workspace)),
        Command::Milestone => Open::Milestone(info::MilestoneDraft::default()),
        Command::Backups => Open::Backups,
        Command::Shortcuts | Command::Guide => Open::Shortcuts,
        Command::Tour => Open::Tour(0),
        _ => Open::None,
    };
}

pub fn dialogs_ui(ui: &mut Ui, paint: &Paint, workspace: &Workspace, state: &mut UiState, actions: &mut Vec<Action>) {
    let mut open = std::mem::take(&mut state.dialogs.open);
    if matches!(open, Open::None) {
        return;
    }
    let modal = Modal::new(egui::Id::unique("dialog")).show(ui.ctx(), |ui| match &mut open {
        Open::None => true,
        Open::History => history::history_ui(ui, paint, workspace, actions),
        Open::Info(draft) => info::info_ui(ui, paint, workspace, draft, actions),
        Open::Milestone(draft) => info::milestone_ui(ui, paint, workspace, draft, actions),
        Open::Backups => info::backups_ui(ui, paint, workspace, actions),
        Open::Shortcuts => shortcuts::shortcuts_ui(ui, paint, workspace),
        Open::Tour(step) => tour::tour_ui(ui, paint, workspace, step, actions),
    });
    if !modal.inner && !modal.should_close() {
        state.dialogs.open = open;
    }
}
