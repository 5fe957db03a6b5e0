//! Conflitti: which kinds, only those that nothing softens, a search.

use super::agenda;
use super::view::AnalysisView;
use crate::Cx;
use crate::widgets;
use egui::Ui;
use ordito_analysis::{ConflictKind, Conflicts};
use ordito_ground::text::folded;
use ordito_model::MatrixId;
use ordito_pages::figure::chart::{Chart, ConflictFilter, Style, Subject, conflicts_chart};
use ordito_workspace as workspace;

#[derive(Debug, Default)]
pub struct ConflictsTab {
    filter: ConflictFilter,
}
impl AnalysisView for ConflictsTab {
    type Method = workspace::Conflicts;
    type Look = ConflictFilter;

    fn method(&self) -> Option<workspace::Conflicts> {
        Some(workspace::Conflicts)
    }
    fn look(&self) -> ConflictFilter {
        self.filter.clone()
    }
    fn chart(
        subject: &Subject<'_>,
        style: &Style,
        found: &Conflicts,
        filter: &ConflictFilter,
    ) -> Option<Chart> {
        conflicts_chart(subject, style, found, filter, folded)
    }
    fn settings_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        _: Option<MatrixId>,
        found: Option<&Conflicts>,
    ) {
        settings_ui(ui, cx, found, &mut self.filter);
    }
    fn below_ui(&self, ui: &mut Ui, cx: &mut Cx<'_>, chart: &Chart, matrix: MatrixId) {
        agenda::add_shown_ui(ui, cx, chart, matrix);
    }
}

/// `found` is what there is to count, once it is there.
fn settings_ui(ui: &mut Ui, cx: &Cx<'_>, found: Option<&Conflicts>, filter: &mut ConflictFilter) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    ui.horizontal_wrapped(|ui| {
        for kind in ConflictKind::ALL {
            let name = words.say(&format!("conflict-{}", kind.word().replace('_', "-")));
            let n = found.map_or(0, |found| found.count(kind));
            let wanted = !filter.without.contains(&kind);
            let chip = widgets::chip_ui(
                ui,
                paint,
                &format!("{name} {}", words.numbers().count(n)),
                wanted,
            );
            chip.widget_info(|| {
                egui::WidgetInfo::selected(
                    egui::accesskit::Role::CheckBox,
                    true,
                    wanted,
                    format!("{name} ({n})"),
                )
            });
            if chip.clicked() && !filter.without.remove(&kind) {
                filter.without.insert(kind);
            }
        }
        ui.checkbox(&mut filter.open, words.conflict_only_open());
        let name = words.conflict_search();
        widgets::line_edit_ui(ui, &name, &mut filter.search, &name, 190.0);
    });
}
