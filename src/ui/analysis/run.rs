//! Carrying out the commands of this room, and saving what it shows.

use super::{Drawn, State, View};
use crate::figure::chart::{ChartMaker, Style, Subject};
use crate::ui::Cx;
use crate::workspace::{Action, ChartFormat, Command, Purpose, Room, Standing};
use std::path::PathBuf;

/// Carries out a command of this room, or one of the window's while this room is shown.
pub fn run(command: Command, cx: &mut Cx<'_>, state: &mut State) {
    let Cx { workspace, .. } = *cx;
    let own = state;
    let view = match command {
        Command::ShowProfiles => Some(View::Profiles),
        Command::ShowConflicts => Some(View::Conflicts),
        Command::ShowCoherence => Some(View::Coherence),
        Command::ShowRobustness => Some(View::Robustness),
        Command::ShowIndirect => Some(View::Indirect),
        Command::ShowGroups => Some(View::Groups),
        Command::ShowReadings => Some(View::Readings),
        _ => None,
    };
    if let Some(view) = view {
        if own.view != view {
            own.view = view;
            own.turn();
        }
        own.focus_list = true;
        cx.act(Action::SetRoom(Room::Analysis));
        return;
    }
    let save = match command {
        Command::SaveChartSvg => Some(ChartFormat::Svg),
        Command::SaveChartPng => Some(ChartFormat::Png),
        Command::SaveChartCsv => Some(ChartFormat::Csv),
        Command::SaveChartXlsx => Some(ChartFormat::Xlsx),
        _ => None,
    };
    if let Some(format) = save.filter(|_| own.drawn.is_some()) {
        cx.act(Action::PickFile(Purpose::Chart(format)));
        return;
    }
    match command {
        Command::FigureOrTable => own.chart.as_table = !own.chart.as_table,
        Command::ExportAgenda if workspace.agenda().next().is_some() => {
            cx.act(Action::PickFile(Purpose::Agenda));
        }
        // From the list of views to the picture and back.
        Command::NextPane => {
            own.focus_chart = !own.chart_focused;
            own.focus_list = own.chart_focused;
        }
        // The table as a spreadsheet takes it.
        Command::Copy => {
            let now = |drawn: &&Drawn| matches!(workspace.analysis(&drawn.ask), Standing::Ready(_));
            if let Some(drawn) = own.drawn.as_ref().filter(now) {
                cx.act(Action::CopyText(crate::export::table_tsv(&drawn.chart.table, workspace.words())));
            }
        }
        _ => {}
    }
}

/// A file was picked for the chart on screen: it is drawn for a page.
pub fn export_to(path: PathBuf, cx: &mut Cx<'_>, state: &State) {
    let Cx { workspace, .. } = *cx;
    let Some(drawn) = &state.drawn else { return };
    let (matrix, assessor, choice) = (drawn.ask.matrix, drawn.ask.assessor, drawn.choice.clone());
    // Only of an answer that holds now; drawn where it is written, since a table may be long.
    let Standing::Ready(answered) = workspace.analysis(&drawn.ask) else { return };
    let maker = ChartMaker::new(move |contents, words| {
        choice.chart(&Subject { contents, words, matrix, assessor }, &Style::PAGE, &answered.answer)
    });
    cx.act(Action::ExportChart { path, maker });
}
