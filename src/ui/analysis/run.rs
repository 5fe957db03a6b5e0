//! Carrying out the commands of this room, and saving what it shows.

use super::{AnalysisScreen, Drawn};
use crate::Cx;
use ordito_pages::figure::chart::{ChartMaker, Style, Subject};
use ordito_workspace::{Action, Command, Room, Standing, Workspace};

/// Carries out a command of this room, or one of the window's while this room is shown.
pub fn run(command: Command, cx: &mut Cx<'_>, state: &mut AnalysisScreen) {
    let Cx { workspace, .. } = *cx;
    let own = state;
    if let Command::Show(analysis) = command {
        if own.shown != analysis {
            own.shown = analysis;
            own.turn();
        }
        own.focus_list = true;
        cx.act(Action::SetRoom(Room::Analysis));
        return;
    }
    match command {
        Command::FigureOrTable => own.chart.as_table = !own.chart.as_table,
        // From the list of views to the picture and back.
        Command::NextPane => {
            own.focus_chart = !own.chart_focused;
            own.focus_list = own.chart_focused;
        }
        // The table as a spreadsheet takes it.
        Command::Copy => {
            let now = |drawn: &&Drawn| matches!(workspace.analysis(&drawn.ask), Standing::Ready(_));
            if let Some(drawn) = own.drawn.as_ref().filter(now) {
                cx.act(Action::CopyText(ordito_pages::export::table_tsv(
                    &drawn.chart.table,
                    workspace.words(),
                )));
            }
        }
        _ => {}
    }
}

/// Draws the chart on screen for a page; only of an answer that holds now.
pub fn maker(workspace: &Workspace, state: &AnalysisScreen) -> Option<ChartMaker> {
    let drawn = state.drawn.as_ref()?;
    let (matrix, assessor, look) = (drawn.ask.matrix, drawn.ask.assessor, drawn.look.clone());
    let Standing::Ready(answered) = workspace.analysis(&drawn.ask) else {
        return None;
    };
    Some(ChartMaker::new(move |contents, words| {
        look.chart(
            &Subject {
                contents,
                words,
                matrix,
                assessor,
            },
            &Style::PAGE,
            &answered.answer,
        )
    }))
}
