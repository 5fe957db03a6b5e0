//! The room Matrice: the grid, its toolbar, the inspector, the wizard.

use super::UiState;
use super::theme::Paint;
use crate::model::MatrixId;
use crate::workspace::{Action, Command, Workspace};
use egui::{Context, Ui};

/// What the room remembers between frames.
#[derive(Debug, Default)]
pub struct State {
    pub matrix: Option<MatrixId>,
}

/// The name of the matrix on screen, for the top bar.
pub fn current_name(workspace: &Workspace, state: &State) -> Option<String> {
    let contents = workspace.contents()?;
    contents.matrices.get(&state.matrix?).map(|matrix| matrix.name.clone())
}

/// Brings views up to date with the document; draws nothing.
pub fn refresh(workspace: &Workspace, state: &mut State) {
    let Some(contents) = workspace.contents() else { return };
    if state.matrix.is_none_or(|id| !contents.matrices.contains_key(&id)) {
        state.matrix = contents.matrices.iter().min_by_key(|(_, matrix)| matrix.position).map(|(id, _)| *id);
    }
}

/// Completion, coverage, conflicts and selection, for the status line.
pub fn status_ui(_ui: &mut Ui, _paint: &Paint, _workspace: &Workspace, _state: &State) {}

pub fn matrix_ui(ui: &mut Ui, paint: &Paint, _workspace: &Workspace, _state: &mut UiState, _actions: &mut Vec<Action>) {
    egui::CentralPanel::default().frame(egui::Frame::new().fill(paint.canvas)).show(ui, |_ui| {});
}

/// Carries out a command of this room, or of the whole window while this room is shown.
pub fn run(
    _ctx: &Context,
    _command: Command,
    _workspace: &Workspace,
    _state: &mut UiState,
    _actions: &mut Vec<Action>,
) {
}
