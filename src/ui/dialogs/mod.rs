//! Dialogs of the whole window: history, named versions, kept saves, particulars.

mod accessibility;
mod file;
mod history;
mod identity;
mod import;
mod info;
mod merge;
mod merged;
mod paste;
mod safety;

use super::widgets::dialog_ui;
use super::{UiState, cover, leaving};
use crate::Cx;
use egui::{Modal, Ui};
use ordito_workspace::{Action, Command, Purpose, Workspace};

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
    Accessibility,
    File(file::Draft),
    Quit,
    Import(import::Draft),
    /// A table to be pasted.
    Paste(paste::Draft),
}

impl Open {
    /// Whether something can be written or decided in it that Esc would lose.
    const fn is_written_in(&self) -> bool {
        match self {
            Self::Info(_)
            | Self::Identity(_)
            | Self::Milestone(_)
            | Self::Import(_)
            | Self::Paste(_) => true,
            // The name of a file is written again in a moment.
            Self::File(_)
            | Self::None
            | Self::History
            | Self::Backups
            | Self::Accessibility
            | Self::Quit => false,
        }
    }
    /// What it holds, to be compared: something was written when it is another one than when the dialog opened.
    fn held(&self) -> String {
        match self {
            // A table is large, and what was matched in it is work from the beginning.
            Self::Import(_) => String::new(),
            _ => format!("{self:?}"),
        }
    }
}

#[derive(Debug, Default)]
pub struct Dialogs {
    pub open: Open,
    /// What the dialog held when it was first drawn.
    at_first: Option<String>,
}
impl Dialogs {
    pub const fn is_open(&self) -> bool {
        !matches!(self.open, Open::None)
    }
    fn show(&mut self, open: Open) {
        (self.open, self.at_first) = (open, None);
    }
    /// Whether something is written in the dialog that is nowhere else.
    pub fn written(&self) -> bool {
        self.is_written(&self.open)
    }
    fn is_written(&self, open: &Open) -> bool {
        let changed = || {
            self.at_first
                .as_ref()
                .is_some_and(|first| *first != open.held())
        };
        open.is_written_in() && (matches!(open, Open::Import(_)) || changed())
    }
    pub fn close(&mut self) {
        self.show(Open::None);
    }
    /// Another document is open: what spoke of the one before closes.
    pub fn forget_document(&mut self) {
        // Who signs is of the program.
        let of_program = matches!(self.open, Open::Identity(_));
        let of_document = self.open.is_written_in()
            || matches!(self.open, Open::History | Open::Backups | Open::Quit);
        if of_document && !of_program {
            self.show(Open::None);
        }
    }
}

/// A dialog that the workspace asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfWorkspace {
    Underneath,
    Merge,
    Merged,
}

/// Which dialog the workspace asks for, if any.
pub fn of_workspace(workspace: &Workspace) -> Option<OfWorkspace> {
    if workspace.asks_underneath() {
        Some(OfWorkspace::Underneath)
    } else if workspace.merging().is_some() {
        Some(OfWorkspace::Merge)
    } else {
        workspace.merged().map(|_| OfWorkspace::Merged)
    }
}

/// Opens the dialog of a command.
pub fn open(command: Command, workspace: &Workspace, state: &mut Dialogs) {
    state.show(match command {
        Command::History => Open::History,
        Command::DocumentInfo => Open::Info(info::Draft::of(workspace)),
        Command::Identity => Open::Identity(identity::Draft::of(workspace)),
        Command::Milestone => Open::Milestone(info::MilestoneDraft::default()),
        Command::Backups => Open::Backups,
        Command::Accessibility => Open::Accessibility,
        Command::ImportPasted => Open::Paste(paste::Draft::of(Purpose::ImportTable)),
        Command::PastePolicies => Open::Paste(paste::Draft::of(Purpose::ImportPolicies)),
        _ => Open::None,
    });
}

pub fn dialogs_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut UiState) {
    let Cx { workspace, .. } = *cx;
    let mut open = std::mem::take(&mut state.dialogs.open);
    if matches!(open, Open::None) {
        of_workspace_ui(ui, cx, &mut state.leaving);
        return;
    }
    let mut picked = None;
    let mut pasted = None;
    let modal = Modal::new(egui::Id::unique("dialog"))
        .frame(super::widgets::dialog_frame(ui))
        .show(ui.ctx(), |ui| {
            dialog_ui(ui, |ui| match &mut open {
                Open::None => true,
                Open::History => history::history_ui(ui, cx),
                Open::Info(draft) => info::info_ui(ui, cx, draft),
                Open::Identity(draft) => identity::identity_ui(ui, cx, draft),
                Open::Milestone(draft) => info::milestone_ui(ui, cx, draft),
                Open::Backups => safety::backups_ui(ui, cx),
                Open::Accessibility => accessibility::accessibility_ui(ui, cx),
                Open::Quit => safety::quit_ui(ui, cx),
                Open::Import(draft) => import::import_ui(ui, cx, draft),
                Open::Paste(draft) => {
                    let (over, read) = paste::paste_ui(ui, cx, draft);
                    pasted = read;
                    over
                }
                Open::File(draft) => match file::file_ui(ui, cx, draft) {
                    file::Outcome::Going => false,
                    file::Outcome::Cancelled => true,
                    file::Outcome::Picked(path) => {
                        picked = Some((draft.purpose, path));
                        true
                    }
                },
            })
        });
    if state.dialogs.at_first.is_none() {
        state.dialogs.at_first = Some(open.held());
    }
    let left = !modal.inner && cover::closes(&modal);
    let written = left && state.dialogs.is_written(&open);
    if written {
        leaving::ask_dialog(ui.ctx(), workspace, &mut state.leaving);
    }
    if modal.inner || left && !written {
        state.dialogs.show(Open::None);
    } else {
        state.dialogs.open = open;
    }
    if let Some(read) = pasted {
        super::table_read(&read, workspace, state);
    }
    if let Some((purpose, path)) = picked {
        super::picked_for(purpose, path, cx, state);
    }
}

/// A file that somebody else changed, copies being merged, what came of it.
fn of_workspace_ui(ui: &Ui, cx: &mut Cx<'_>, question: &mut leaving::Leaving) {
    let Cx { workspace, .. } = *cx;
    let frame = super::widgets::dialog_frame(ui);
    if workspace.asks_underneath() {
        Modal::new(egui::Id::unique("underneath"))
            .frame(frame)
            .show(ui.ctx(), |ui| {
                dialog_ui(ui, |ui| safety::underneath_ui(ui, cx));
            });
    } else if let Some(merging) = workspace.merging() {
        let modal = Modal::new(egui::Id::unique("merge"))
            .frame(frame)
            .show(ui.ctx(), |ui| {
                dialog_ui(ui, |ui| merge::merge_ui(ui, cx, merging))
            });
        if modal.inner {
            cx.act(Action::MergeStop);
        } else if cover::closes(&modal) {
            if merging.is_decided() {
                leaving::ask_merging(ui.ctx(), workspace, question);
            } else {
                cx.act(Action::MergeStop);
            }
        }
    } else if let Some(report) = workspace.merged() {
        let modal = Modal::new(egui::Id::unique("merged"))
            .frame(frame)
            .show(ui.ctx(), |ui| {
                dialog_ui(ui, |ui| merged::merged_ui(ui, cx, report))
            });
        if modal.inner || cover::closes(&modal) {
            cx.act(Action::MergeSeen);
        }
    }
}

/// Shows what a table would change.
pub fn import(
    read: &ordito_workspace::ReadTable,
    workspace: &Workspace,
    state: &mut Dialogs,
    matrix: Option<ordito_model::MatrixId>,
    assessor: ordito_model::AssessorId,
) {
    state.show(Open::Import(import::Draft::new(
        read, workspace, matrix, assessor,
    )));
}

/// Asks for a table to be pasted.
pub fn paste(purpose: Purpose, state: &mut Dialogs) {
    state.show(Open::Paste(paste::Draft::of(purpose)));
}

/// Lets a file be picked inside the window.
pub fn pick_file(purpose: Purpose, suggested: &str, workspace: &Workspace, state: &mut Dialogs) {
    state.show(Open::File(file::Draft::new(
        purpose,
        suggested,
        workspace.file(),
    )));
}

/// Asks what to do with edits that could not be saved.
pub fn ask_to_quit(state: &mut Dialogs) {
    state.show(Open::Quit);
}
