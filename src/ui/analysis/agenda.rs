//! The agenda of a laboratory being put together: how many crossings, and ways to take it along.
//!
//! LAB: the room Laboratorio takes over from here, see `workspace/agenda.rs`.

use crate::Cx;
use crate::widgets;
use egui::Ui;
use ordito_model::MatrixId;
use ordito_pages::figure::chart::{Chart, Leads};
use ordito_workspace::{Action, AgendaCell, AgendaExport, Purpose};

/// Drawn from below upwards.
pub fn agenda_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let n = workspace.agenda().count();
    if n == 0 {
        return;
    }
    ui.horizontal(|ui| {
        if widgets::button_ui(ui, &words.agenda_export()).clicked() {
            cx.act(Action::PickFile(Purpose::Export(AgendaExport.into())));
        }
        if widgets::button_ui(ui, &words.agenda_clear()).clicked() {
            cx.act(Action::ClearAgenda);
        }
    });
    widgets::caption_ui(ui, paint, &words.agenda_count(n));
    widgets::part_title_ui(ui, paint, &words.agenda_title());
}

/// No laboratory talks about more crossings than this.
const MOST_AT_ONCE: usize = 200;

/// Puts the crossings of all that is shown on the agenda.
pub fn add_shown_ui(ui: &mut Ui, cx: &mut Cx<'_>, chart: &Chart, matrix: MatrixId) {
    let Cx { workspace, .. } = *cx;
    let mut cells: Vec<AgendaCell> = Vec::new();
    for mark in &chart.marks {
        let Leads::Cells(crossings) = &mark.leads else {
            continue;
        };
        for (row, column) in crossings {
            let cell = AgendaCell {
                matrix,
                row: *row,
                column: *column,
            };
            if !cells.contains(&cell) {
                cells.push(cell);
            }
        }
        if cells.len() > MOST_AT_ONCE {
            return;
        }
    }
    if !cells.is_empty() {
        let text = workspace.words().agenda_add_shown(cells.len());
        if widgets::button_ui(ui, &text).clicked() {
            cx.act(Action::AddToAgenda(cells));
        }
    }
}
