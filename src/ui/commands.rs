//! Carrying out commands: those of the whole window here, those of a room in the room.

use super::{UiState, dialogs, matrix};
use crate::figure::palette::Look;
use crate::model::Language;
use crate::workspace::{Action, Command, Group, Notice, Purpose, Room, Severity, Workspace};
use egui::Context;

/// Whether a command can do anything now.
pub fn is_possible(command: Command, workspace: &Workspace) -> bool {
    let open = workspace.document().is_some();
    match command {
        Command::Undo => workspace.document().is_some_and(|document| !document.undoable().is_empty()),
        Command::Redo => workspace.document().is_some_and(|document| !document.redoable().is_empty()),
        _ if matches!(command.group(), Group::Lab) => open && super::lab::is_possible(command, workspace),
        Command::MergeCopies => workspace.document().is_some_and(|document| !document.is_read_only()),
        // What is shown is written.
        Command::ExportComparison => {
            open && workspace.settings().room == Room::Compare
                && workspace.comparison().is_some_and(|made| made.result.is_ok())
        }
        Command::New
        | Command::NewSample
        | Command::Open
        | Command::Quit
        | Command::Palette
        | Command::Shortcuts
        | Command::Guide
        | Command::Identity
        | Command::Tour
        | Command::ZoomIn
        | Command::ZoomOut
        | Command::ZoomReset
        | Command::LookLight
        | Command::LookDark
        | Command::LookContrast
        | Command::ReduceMotion
        | Command::Accessibility
        | Command::Italian
        | Command::English => true,
        _ if matches!(command.group(), Group::Matrix) => open,
        _ => open,
    }
}

pub fn run(ctx: &Context, command: Command, workspace: &Workspace, state: &mut UiState, actions: &mut Vec<Action>) {
    if !is_possible(command, workspace) {
        if command == Command::Undo && workspace.document().is_some_and(|document| !document.is_read_only()) {
            // The document begins here: that says so, and does not look as if the key were broken.
            let text = workspace.words().say("notice-begins-here");
            actions.push(Action::Notify(Notice::new(Severity::Note, text)));
        }
        return;
    }
    let zoom = workspace.settings().zoom;
    let pick = |purpose| Action::PickFile(purpose);
    match command {
        Command::New => actions.push(pick(Purpose::New)),
        Command::NewSample => actions.push(pick(Purpose::NewSample)),
        Command::Open => actions.push(pick(Purpose::Open)),
        Command::Save => actions.push(Action::Save),
        Command::SaveCopy => actions.push(pick(Purpose::SaveCopy)),
        Command::SaveWithoutHistory => actions.push(pick(Purpose::SaveWithoutHistory)),
        Command::MergeCopies => actions.push(pick(Purpose::MergeCopy)),
        Command::ImportTable => actions.push(pick(Purpose::ImportTable)),
        Command::ImportFramework => actions.push(pick(Purpose::ImportFramework)),
        Command::ImportPolicies => actions.push(pick(Purpose::ImportPolicies)),
        Command::ExportTable => actions.push(pick(Purpose::ExportTable)),
        Command::ExportJson => actions.push(pick(Purpose::ExportJson)),
        Command::ExportPicture => actions.push(pick(Purpose::ExportPicture)),
        Command::ExportTemplate => actions.push(pick(Purpose::ExportTemplate)),
        Command::ExportOpenData => actions.push(pick(Purpose::ExportOpenData)),
        Command::Close => actions.push(Action::Close),
        Command::Quit => actions.push(Action::Quit),
        Command::Undo => actions.push(Action::Undo),
        Command::Redo => actions.push(Action::Redo),
        Command::Palette => state.palette.toggle(),
        Command::GoCatalogue => actions.push(Action::SetRoom(Room::Catalogue)),
        Command::GoFrameworks => actions.push(Action::SetRoom(Room::Frameworks)),
        Command::GoMatrix => actions.push(Action::SetRoom(Room::Matrix)),
        Command::GoCompare => actions.push(Action::SetRoom(Room::Compare)),
        Command::GoAnalysis => super::analysis::go(state, actions),
        Command::GoLab => actions.push(Action::SetRoom(Room::Lab)),
        Command::GoSheets => super::sheets::go(workspace, state, actions),
        // Nothing beside the grid: out of it all the same, for there Tab goes from cell to cell.
        Command::NextPane if workspace.settings().room == Room::Matrix && state.matrix.is_grid_alone() => {
            state.focus_bar = true;
        }
        Command::ZoomIn => actions.push(Action::SetZoom(next_zoom(zoom, 1))),
        Command::ZoomOut => actions.push(Action::SetZoom(next_zoom(zoom, -1))),
        Command::ZoomReset => actions.push(Action::SetZoom(1.0)),
        Command::LookLight => actions.push(Action::SetLook(Look::Light)),
        Command::LookDark => actions.push(Action::SetLook(Look::Dark)),
        Command::LookContrast => actions.push(Action::SetLook(Look::Contrast)),
        Command::ReduceMotion => actions.push(Action::SetStill(!workspace.reduces_motion())),
        Command::Italian => actions.push(Action::SetLanguage(Language::It)),
        Command::English => actions.push(Action::SetLanguage(Language::En)),
        Command::Milestone
        | Command::Backups
        | Command::History
        | Command::DocumentInfo
        | Command::Identity
        | Command::Shortcuts
        | Command::Guide
        | Command::Accessibility
        | Command::ImportPasted
        | Command::PastePolicies
        | Command::Tour => dialogs::open(command, workspace, &mut state.dialogs),
        _ => match (command.group(), workspace.settings().room) {
            (Group::Catalogue, _) => super::catalogue::run(command, workspace, state, actions),
            (Group::Lab, _) => super::lab::run(ctx, command, workspace, state, actions),
            (Group::Compare, _) => super::compare::run(command, workspace, state, actions),
            (Group::Analysis, _) | (Group::Edit, Room::Analysis) => {
                super::analysis::run(command, workspace, state, actions);
            }
            (Group::View, Room::Analysis) if command == Command::NextPane => {
                super::analysis::run(command, workspace, state, actions);
            }
            (Group::Frameworks, _) => super::frameworks::run(command, workspace, state, actions),
            // F2 edits what the cursor is on, in the list as in the grid.
            _ if command == Command::EditCell && workspace.settings().room == Room::Catalogue => {
                super::catalogue::run(command, workspace, state, actions);
            }
            _ if matches!(command, Command::EditCell | Command::FoldRows)
                && workspace.settings().room == Room::Frameworks =>
            {
                super::frameworks::run(command, workspace, state, actions);
            }
            (Group::Edit | Group::View, Room::Compare) => super::compare::run(command, workspace, state, actions),
            (Group::Edit | Group::View, Room::Catalogue) => super::catalogue::run(command, workspace, state, actions),
            (Group::Edit | Group::View, Room::Frameworks) => super::frameworks::run(command, workspace, state, actions),
            // What edits cells does so where they are seen.
            (Group::Edit, room) if room != Room::Matrix => {}
            (Group::Matrix, room) if room != Room::Matrix => {
                actions.push(Action::SetRoom(Room::Matrix));
                matrix::run(ctx, command, workspace, state, actions);
            }
            _ => matrix::run(ctx, command, workspace, state, actions),
        },
    }
}

/// Steps of 10 % below 150 %, of 25 % above.
fn next_zoom(zoom: f32, direction: i8) -> f32 {
    let step = if zoom + f32::from(direction) * 0.01 > 1.5 { 0.25 } else { 0.1 };
    ((zoom + f32::from(direction) * step) * 20.0).round() / 20.0
}
