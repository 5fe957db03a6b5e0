//! Carrying out commands: those of the whole window here, those of a room in the room.

use super::screen::Handled;
use super::{Cx, UiState, dialogs, screens};
use egui::Context;
use ordito_model::Language;
use ordito_pages::figure::palette::Look;
use ordito_workspace::{
    Action, Command, Density, Group, Notice, Purpose, Room, Severity, Workspace,
};

/// Whether a command can do anything now.
pub fn is_possible(command: Command, workspace: &Workspace) -> bool {
    match command {
        Command::Undo => workspace
            .document()
            .is_some_and(|document| !document.undoable().is_empty()),
        Command::Redo => workspace
            .document()
            .is_some_and(|document| !document.redoable().is_empty()),
        Command::MergeCopies => workspace
            .document()
            .is_some_and(|document| !document.is_read_only()),
        // Of the room whose widths they are.
        Command::CopyWithHeads
        | Command::WidenColumns
        | Command::NarrowColumns
        | Command::FitColumns
        | Command::WidenHeads
        | Command::NarrowHeads
        | Command::StandardWidths => {
            workspace.document().is_some()
                && matches!(workspace.settings().room, Room::Matrix | Room::Compare)
        }
        Command::DensityAutomatic
        | Command::DensityCompact
        | Command::DensityWide
        | Command::WholeNames => {
            workspace.document().is_some() && workspace.settings().room == Room::Matrix
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
        _ => {
            workspace.document().is_some()
                && !matches!(command, Command::Export(export) if !export.is_possible(workspace))
                && screens::owner(command)
                    .is_none_or(|room| (screens::about(room).is_possible)(command, workspace))
        }
    }
}

/// Carries a command out: the window its own, else the room that is shown, else the room whose it is.
pub fn run(ctx: &Context, command: Command, cx: &mut Cx<'_>, state: &mut UiState) {
    let workspace = cx.workspace;
    if !is_possible(command, workspace) {
        if command == Command::Undo
            && workspace
                .document()
                .is_some_and(|document| !document.is_read_only())
        {
            // The document begins here: that says so, and does not look as if the key were broken.
            let text = workspace.words().notice_begins_here();
            cx.act(Action::Notify(Notice::new(Severity::Note, text)));
        }
        return;
    }
    if let Some(action) = action(command, workspace) {
        cx.act(action);
        return;
    }
    if of_window(command, cx, state) == Handled::Yes {
        return;
    }
    // Asked for by name, not by its key: the window has to fetch what lies in the clipboard.
    if command == Command::Paste {
        ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste);
    }
    if let Command::Go(room) = command {
        // It may want to know where one comes from.
        state.rooms.get_mut(room).run(command, ctx, cx);
        cx.act(Action::SetRoom(room));
        return;
    }
    let shown = workspace.settings().room;
    let ways = [
        Some(shown),
        screens::owner(command).filter(|room| *room != shown),
    ];
    for room in ways.into_iter().flatten() {
        if state.rooms.get_mut(room).run(command, ctx, cx) == Handled::Yes {
            return;
        }
    }
    if let Command::Export(export) = command {
        cx.act(Action::PickFile(Purpose::Export(export)));
    }
}

/// What a command asks of the workspace and nothing else.
fn action(command: Command, workspace: &Workspace) -> Option<Action> {
    let zoom = workspace.settings().zoom;
    Some(match command {
        Command::New => Action::PickFile(Purpose::New),
        Command::NewSample => Action::PickFile(Purpose::NewSample),
        Command::Open => Action::PickFile(Purpose::Open),
        Command::Save => Action::Save,
        Command::SaveCopy => Action::PickFile(Purpose::SaveCopy),
        Command::SaveWithoutHistory => Action::PickFile(Purpose::SaveWithoutHistory),
        Command::MergeCopies => Action::PickFile(Purpose::MergeCopy),
        Command::ImportTable => Action::PickFile(Purpose::ImportTable),
        Command::ImportFramework => Action::PickFile(Purpose::ImportFramework),
        Command::ImportPolicies => Action::PickFile(Purpose::ImportPolicies),
        Command::Export(export) if export.group() == Group::File => {
            Action::PickFile(Purpose::Export(export))
        }
        Command::Close => Action::Close,
        Command::Quit => Action::Quit,
        Command::Undo => Action::Undo,
        Command::Redo => Action::Redo,
        Command::ZoomIn => Action::SetZoom(next_zoom(zoom, 1)),
        Command::ZoomOut => Action::SetZoom(next_zoom(zoom, -1)),
        Command::ZoomReset => Action::SetZoom(1.0),
        Command::LookLight => Action::SetLook(Look::Light),
        Command::LookDark => Action::SetLook(Look::Dark),
        Command::LookContrast => Action::SetLook(Look::Contrast),
        Command::ReduceMotion => Action::SetStill(!workspace.reduces_motion()),
        Command::DensityAutomatic => Action::SetDensity(Density::Automatic),
        Command::DensityCompact => Action::SetDensity(Density::Compact),
        Command::DensityWide => Action::SetDensity(Density::Wide),
        Command::WholeNames => Action::SetWholeNames(!workspace.settings().whole_names),
        Command::GoalsByNumber => Action::SetGoalsByNumber(!workspace.settings().goals_by_number),
        Command::Italian => Action::SetLanguage(Language::It),
        Command::English => Action::SetLanguage(Language::En),
        _ => return None,
    })
}

/// What lies over the rooms.
fn of_window(command: Command, cx: &Cx<'_>, state: &mut UiState) -> Handled {
    match command {
        Command::Palette => state.palette.toggle(),
        Command::Shortcuts | Command::Guide => state.help.toggle(command),
        Command::Tour => state.tour.start(),
        Command::Milestone
        | Command::Backups
        | Command::History
        | Command::DocumentInfo
        | Command::Identity
        | Command::Accessibility
        | Command::ImportPasted
        | Command::PastePolicies => dialogs::open(command, cx.workspace, &mut state.dialogs),
        _ => return Handled::No,
    }
    Handled::Yes
}

/// Steps of 10 % below 150 %, of 25 % above.
fn next_zoom(zoom: f32, direction: i8) -> f32 {
    let step = if zoom + f32::from(direction) * 0.01 > 1.5 {
        0.25
    } else {
        0.1
    };
    ((zoom + f32::from(direction) * step) * 20.0).round() / 20.0
}
