//! Letture attraverso i quadri: on which framework, and what of it is drawn.

use super::view::{AnalysisView, Nowhere};
use crate::Cx;
use crate::widgets;
use egui::Ui;
use ordito_analysis::Scores;
use ordito_analysis::reading::reachable;
use ordito_import::library::Illustrative;
use ordito_model::{AssessorId, Axis, FrameworkId, MatrixId};
use ordito_pages::figure::chart::{
    Chart, ReadingFound, ReadingView, Style, Subject, reading_chart,
};
use ordito_workspace::{Command, Readings, Room};

#[derive(Debug, Default)]
pub struct ReadingsTab {
    to: Option<FrameworkId>,
    view: ReadingView,
    /// Frameworks that can be read on, and the matrix and revision they are of.
    known: Option<((MatrixId, u64), Vec<FrameworkId>)>,
    /// Whether the crosswalk that ships would lead somewhere from here.
    ships: bool,
}
impl AnalysisView for ReadingsTab {
    type Method = Readings;
    type Look = ReadingView;

    fn method(&self) -> Option<Readings> {
        self.to.map(|to| Readings { to })
    }
    fn look(&self) -> ReadingView {
        self.view
    }
    fn chart(
        subject: &Subject<'_>,
        style: &Style,
        found: &ReadingFound,
        view: &ReadingView,
    ) -> Option<Chart> {
        reading_chart(subject, style, found, *view)
    }
    fn settings_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        matrix: Option<MatrixId>,
        _: Option<&ReadingFound>,
    ) {
        settings_ui(ui, cx, matrix, self);
    }
    /// The matrix can be read on no other framework.
    fn nowhere(&self) -> Option<Nowhere> {
        let none = self
            .known
            .as_ref()
            .is_some_and(|(_, known)| known.is_empty());
        let command = Command::Go(Room::Frameworks);
        none.then_some(Nowhere {
            key: "analysis-reading-none",
            button: Room::Frameworks.key(),
            command,
            offer: self.ships.then_some(Illustrative::Crosswalk),
        })
    }
}

fn settings_ui(ui: &mut Ui, cx: &Cx<'_>, matrix: Option<MatrixId>, state: &mut ReadingsTab) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    let Some(matrix) = matrix else { return };
    let at = (matrix, workspace.revision());
    if state.known.as_ref().is_none_or(|(known, _)| *known != at) {
        let scores = Scores::of(contents, matrix, AssessorId::AGREED);
        let found = scores
            .map(|scores| reachable(contents, &scores, Axis::Columns))
            .unwrap_or_default();
        let mut known: Vec<FrameworkId> = found.into_iter().map(|(_, to)| to).collect();
        known.sort_unstable();
        known.dedup();
        known.sort_by_key(|id| contents.frameworks.get(id).map(|each| each.position));
        state.known = Some((at, known));
        state.ships = Illustrative::Crosswalk.helps(contents, matrix);
    }
    let known = state
        .known
        .as_ref()
        .map(|(_, known)| known.clone())
        .unwrap_or_default();
    if state.to.is_none_or(|to| !known.contains(&to)) {
        state.to = known.first().copied();
    }
    if known.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let name = words.analysis_reading_to();
        widgets::caption_ui(ui, paint, &name);
        let said = |id: Option<FrameworkId>| {
            let framework = id.and_then(|id| contents.frameworks.get(&id));
            framework
                .map(|each| each.name.get(words.language()).to_owned())
                .unwrap_or_default()
        };
        let combo = widgets::combo("analysis-reading-to")
            .width(300.0)
            .truncate()
            .selected_text(said(state.to))
            .show_ui(ui, |ui| {
                for id in known {
                    ui.selectable_value(&mut state.to, Some(id), said(Some(id)));
                }
            });
        widgets::name_it(ui, &combo.response, &name);
        let labels = ["analysis-reading-goals", "analysis-reading-cells"].map(|key| words.say(key));
        let chosen = usize::from(state.view == ReadingView::Cells);
        if let Some(i) = widgets::segmented_ui(ui, paint, &words.analysis_of(), &labels, chosen) {
            state.view = if i == 0 {
                ReadingView::Goals
            } else {
                ReadingView::Cells
            };
        }
    });
}
