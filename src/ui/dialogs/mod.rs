//! Dialogs of the whole window: history, named versions, kept saves, particulars, shortcuts, tour.

mod accessibility;
mod file;
mod guide;
mod history;
mod identity;
mod import;
mod info;
mod merge;
mod merged;
mod paste;
mod safety;
mod shortcuts;
mod tour;

use super::UiState;
use super::theme::Paint;
use super::widgets::dialog_ui;
use crate::workspace::{Action, Command, Purpose, Workspace};
use egui::{Modal, Ui};

pub use paste::pasted_table;

/// Which dialog is open, with what is being typed in it.
#[derive(Debug, Default)]
pub enum Open {
    #[default]
    None,
    History,
    Info(info::Draft),
    Identity(identity::Draft),
    Milestone(info::MilestoneDraft),
    Backups,
    Shortcuts,
    Guide(guide::State),
    Accessibility,
    Tour(usize),
    File(file::Draft),
    Quit,
    Import(import::Draft),
    /// A table to be pasted.
    Paste(paste::Draft),
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
        Command::Identity => Open::Identity(identity::Draft::of(workspace)),
        Command::Milestone => Open::Milestone(info::MilestoneDraft::default()),
        Command::Backups => Open::Backups,
        Command::Shortcuts => Open::Shortcuts,
        Command::Guide => Open::Guide(guide::State::default()),
        Command::Accessibility => Open::Accessibility,
        Command::Tour => Open::Tour(0),
        Command::ImportPasted => Open::Paste(paste::Draft::of(Purpose::ImportTable)),
        Command::PastePolicies => Open::Paste(paste::Draft::of(Purpose::ImportPolicies)),
        _ => Open::None,
    };
}

pub fn dialogs_ui(ui: &mut Ui, paint: &Paint, workspace: &Workspace, state: &mut UiState, actions: &mut Vec<Action>) {
    let mut open = std::mem::take(&mut state.dialogs.open);
    if matches!(open, Open::None) {
        if workspace.asks_underneath() {
            Modal::new(egui::Id::unique("underneath"))
                .frame(super::widgets::dialog_frame(ui))
                .show(ui.ctx(), |ui| dialog_ui(ui, |ui| safety::underneath_ui(ui, paint, workspace, actions)));
        } else if let Some(merging) = workspace.merging() {
            let modal = Modal::new(egui::Id::unique("merge"))
                .frame(super::widgets::dialog_frame(ui))
                .show(ui.ctx(), |ui| dialog_ui(ui, |ui| merge::merge_ui(ui, paint, workspace, merging, actions)));
            if modal.inner || modal.should_close() {
                actions.push(Action::MergeStop);
            }
        } else if let Some(report) = workspace.merged() {
            let modal = Modal::new(egui::Id::unique("merged"))
                .frame(super::widgets::dialog_frame(ui))
                .show(ui.ctx(), |ui| dialog_ui(ui, |ui| merged::merged_ui(ui, paint, workspace, report)));
            if modal.inner || modal.should_close() {
                actions.push(Action::MergeSeen);
            }
        }
        return;
    }
    let mut picked = None;
    let mut pasted = None;
    let modal = Modal::new(egui::Id::unique("dialog")).frame(super::widgets::dialog_frame(ui)).show(ui.ctx(), |ui| {
        dialog_ui(ui, |ui| match &mut open {
            Open::None => true,
            Open::History => history::history_ui(ui, paint, workspace, actions),
            Open::Info(draft) => info::info_ui(ui, paint, workspace, draft, actions),
            Open::Identity(draft) => identity::identity_ui(ui, paint, workspace, draft, actions),
            Open::Milestone(draft) => info::milestone_ui(ui, paint, workspace, draft, actions),
            Open::Backups => safety::backups_ui(ui, paint, workspace, actions),
            Open::Shortcuts => shortcuts::shortcuts_ui(ui, paint, workspace),
            Open::Guide(state) => guide::guide_ui(ui, paint, workspace, state),
            Open::Accessibility => accessibility::accessibility_ui(ui, paint, workspace),
            Open::Tour(step) => tour::tour_ui(ui, paint, workspace, step, actions),
            Open::Quit => safety::quit_ui(ui, paint, workspace, actions),
            Open::Import(draft) => import::import_ui(ui, paint, workspace, draft, actions),
            Open::Paste(draft) => {
                let (over, read) = paste::paste_ui(ui, paint, workspace, draft);
                pasted = read;
                over
            }
            Open::File(draft) => match file::file_ui(ui, paint, workspace, draft) {
                file::Outcome::Going => false,
                file::Outcome::Cancelled => true,
                file::Outcome::Picked(path) => {
                    picked = Some((draft.purpose, path));
                    true
                }
            },
        })
    });
    if !modal.inner && !modal.should_close() {
        state.dialogs.open = open;
    }
    if let Some(read) = pasted {
        super::table_read(&read, workspace, state);
    }
    if let Some((purpose, path)) = picked {
        super::picked(purpose, path, workspace, state, actions);
    }
}

/// Shows what a table would change.
pub fn import(
    read: &crate::workspace::ReadTable,
    workspace: &Workspace,
    state: &mut State,
    matrix: Option<crate::model::MatrixId>,
    assessor: crate::model::AssessorId,
) {
    state.open = Open::Import(import::Draft::new(read, workspace, matrix, assessor));
}

/// Lets a file be picked inside the window.
pub fn pick_file(purpose: Purpose, suggested: &str, workspace: &Workspace, state: &mut State) {
    state.open = Open::File(file::Draft::new(purpose, suggested, workspace.file()));
}

/// Asks what to do with edits that could not be saved.
pub fn ask_to_quit(state: &mut State) {
    state.open = Open::Quit;
}
