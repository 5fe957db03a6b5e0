//! One choice of matrix and assessor for all rooms. The room of the matrix keeps it, the others read it and change it
//! there; it is remembered with the cell, so that a document opens where it was left.

use super::theme::Paint;
use super::{UiState, matrix, widgets};
use crate::model::{AssessmentKey, AssessorId, MatrixId};
use crate::workspace::{Action, Command, Place, Workspace, assessors_who_answered};
use egui::Ui;
use egui_material_icons::icons;

/// What is known of a matrix whose agreed scores are all blank.
#[derive(Debug, Default)]
pub struct Blank {
    /// Of which document, revision, matrix.
    of: Option<(u64, u64, MatrixId)>,
    others: Vec<(AssessorId, usize)>,
}

/// Makes another matrix or assessor the one of all rooms.
pub fn choose(workspace: &Workspace, state: &mut UiState, id: Option<MatrixId>, assessor: AssessorId) {
    matrix::choose(workspace, &mut state.matrix, id, assessor);
}

/// Comes back to where the person was in the document that has just been opened.
pub fn come_back(workspace: &Workspace, state: &mut UiState) {
    state.placed = workspace.place();
    if let (Some(place), Some(contents)) = (state.placed, workspace.contents())
        && let Some(id) = place.matrix.filter(|id| contents.matrices.contains_key(id))
    {
        matrix::come_back(workspace, &mut state.matrix, id, &place);
    }
}

/// Remembers where the person is now.
pub fn remember(workspace: &Workspace, state: &mut UiState, actions: &mut Vec<Action>) {
    if workspace.document().is_none() || state.generation != workspace.generation() {
        return;
    }
    let (row, column) = state.matrix.anchored_items();
    let place = Place {
        room: workspace.settings().room,
        matrix: state.matrix.matrix,
        assessor: state.matrix.matrix.map(|_| state.matrix.assessor()),
        row,
        column,
    };
    if state.placed != Some(place) {
        state.placed = Some(place);
        actions.push(Action::SetPlace(place));
    }
}

/// Whether the chosen scores are the agreed ones, and none is there while others have scored.
pub fn is_blank(workspace: &Workspace, state: &mut UiState) -> bool {
    let (Some(id), Some(contents)) = (state.matrix.matrix, workspace.contents()) else { return false };
    if state.matrix.assessor() != AssessorId::AGREED {
        return false;
    }
    let now = (workspace.generation(), workspace.revision(), id);
    if state.blank.of != Some(now) {
        let agreed = |key: &AssessmentKey| key.assessor == AssessorId::AGREED && key.round == 0;
        let answered = contents.cells_of(id).any(|(key, cell)| agreed(key) && cell.value.is_answered());
        let others = if answered { Vec::new() } else { assessors_who_answered(contents, id) };
        state.blank = Blank { of: Some(now), others };
    }
    !state.blank.others.is_empty()
}

/// Says that the agreed scores are blank, and offers what is there.
pub fn blank_ui(ui: &mut Ui, paint: &Paint, workspace: &Workspace, state: &mut UiState) {
    if !is_blank(workspace, state) {
        return;
    }
    let (words, Some(contents)) = (workspace.words(), workspace.contents()) else { return };
    let mut chosen = None;
    let frame = egui::Frame::new().fill(paint.canvas).inner_margin(egui::Margin::symmetric(12, 6));
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing = egui::vec2(8.0, 4.0);
        ui.horizontal_wrapped(|ui| {
            widgets::icon_ui(ui, icons::ICON_INFO, 18.0, paint.primary);
            ui.label(words.say("consensus-empty"));
            for (id, n) in &state.blank.others {
                let name = contents.assessors.get(id).map(|assessor| assessor.name.as_str()).unwrap_or_default();
                let text = words.say_with("consensus-assessor", &[("name", name.into()), ("n", (*n).into())]);
                if widgets::button_ui(ui, &text).clicked() {
                    chosen = Some(*id);
                }
            }
            if widgets::button_ui(ui, &words.say(Command::MakeConsensus.key())).clicked() {
                state.asked.push(Command::MakeConsensus);
            }
        });
    });
    if let Some(assessor) = chosen {
        choose(workspace, state, state.matrix.matrix, assessor);
    }
}
