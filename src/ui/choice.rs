//! One choice of matrix and assessor for all rooms. The room of the matrix keeps it, the others read it and change it
//! there; it is remembered with the cell, so that a document opens where it was left.

use super::screen::Request;
use super::screens::Rooms;
use super::{Chosen, Cx, UiState, matrix, widgets};
use egui::Ui;
use egui_material_icons::icons;
use ordito_model::{AssessmentKey, AssessorId, MatrixId};
use ordito_workspace::{Action, Command, Place, Room, Workspace, assessors_who_answered};

/// Who has scored a matrix whose agreed scores are all blank, as of a document and a revision.
type Others = ((u64, u64, MatrixId), Vec<(AssessorId, usize)>);

/// What all rooms show.
pub fn chosen(workspace: &Workspace, rooms: &Rooms) -> Chosen {
    let matrix = &rooms.matrix;
    let away = workspace.settings().room != Room::Matrix;
    let (rows, columns) = if away {
        matrix.selected_items()
    } else {
        (Vec::new(), Vec::new())
    };
    Chosen {
        matrix: matrix.matrix,
        assessor: matrix.assessor(),
        row: matrix.row_under_cursor(),
        rows,
        columns,
    }
}

/// Comes back to where the person was in the document that has just been opened.
pub fn come_back(workspace: &Workspace, state: &mut UiState) {
    state.placed = workspace.place();
    if let (Some(place), Some(contents)) = (state.placed, workspace.contents())
        && let Some(id) = place.matrix.filter(|id| contents.matrices.contains_key(id))
    {
        matrix::come_back(workspace, &mut state.rooms.matrix, id, &place);
    }
}

/// Remembers where the person is now.
pub fn remember(cx: &mut Cx<'_>, state: &mut UiState) {
    let workspace = cx.workspace;
    if workspace.document().is_none() || state.generation != workspace.generation() {
        return;
    }
    let shown = &state.rooms.matrix;
    let (row, column) = shown.anchored_items();
    let place = Place {
        room: workspace.settings().room,
        matrix: shown.matrix,
        assessor: shown.matrix.map(|_| shown.assessor()),
        row,
        column,
    };
    if state.placed != Some(place) {
        state.placed = Some(place);
        cx.act(Action::SetPlace(place));
    }
}

/// Who has scored, where the chosen scores are the agreed ones and none of these is there.
fn others(ui: &Ui, cx: &Cx<'_>) -> Vec<(AssessorId, usize)> {
    let (Some(id), AssessorId::AGREED) = (cx.chosen.matrix, cx.chosen.assessor) else {
        return Vec::new();
    };
    let now = (cx.workspace.generation(), cx.workspace.revision(), id);
    let place = egui::Id::unique("blank");
    if let Some((of, others)) = ui.data(|data| data.get_temp::<Others>(place))
        && of == now
    {
        return others;
    }
    let agreed = |key: &AssessmentKey| key.assessor == AssessorId::AGREED && key.round == 0;
    let answered = cx
        .contents
        .cells_of(id)
        .any(|(key, cell)| agreed(key) && cell.value.is_answered());
    let others = if answered {
        Vec::new()
    } else {
        assessors_who_answered(cx.contents, id)
    };
    ui.data_mut(|data| data.insert_temp::<Others>(place, (now, others.clone())));
    others
}

/// Says that the agreed scores are blank, and offers what is there.
pub fn blank_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Cx {
        paint, contents, ..
    } = *cx;
    let (words, others) = (cx.words(), others(ui, cx));
    if others.is_empty() {
        return;
    }
    let mut chosen = None;
    let frame = egui::Frame::new()
        .fill(paint.canvas)
        .inner_margin(egui::Margin::symmetric(12, 6));
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing = egui::vec2(8.0, 4.0);
        ui.horizontal_wrapped(|ui| {
            widgets::icon_ui(ui, icons::ICON_INFO, 18.0, paint.primary);
            ui.label(words.consensus_empty());
            for (id, n) in &others {
                let name = contents
                    .assessors
                    .get(id)
                    .map(|assessor| assessor.name.as_str())
                    .unwrap_or_default();
                let text = words.consensus_assessor(*n, name);
                if widgets::button_ui(ui, &text).clicked() {
                    chosen = Some(*id);
                }
            }
            if widgets::button_ui(ui, &words.say(Command::MakeConsensus.key())).clicked() {
                cx.ask(Command::MakeConsensus);
            }
        });
    });
    if let Some(assessor) = chosen {
        cx.request(Request::Choose(cx.chosen.matrix, assessor));
    }
}
