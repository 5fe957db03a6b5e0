//! The room.

use super::UiState;
use super::theme::Paint;
use crate::workspace::{Action, Command, Workspace};
use egui::Ui;

/// What the room remembers between frames.
#[derive(Debug, Default)]
pub struct State {}

pub fn catalogue_ui(
    ui: &mut Ui,
    paint: &Paint,
    _workspace: &Workspace,
    _state: &mut UiState,
    _actions: &mut Vec<Action>,
) {
    egui::CentralPanel::default().frame(egui::Frame::new().fill(paint.canvas)).show(ui, |_ui| {});
}

/// Carries out a command of this room.
pub fn run(_command: Command, _workspace: &Workspace, _state: &mut UiState, _actions: &mut Vec<Action>) {}

/// Selects a policy and scrolls to it.
pub fn show(_state: &mut State, _id: crate::model::PolicyId) {}
