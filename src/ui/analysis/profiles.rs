//! Profili: whose, brought together how, in which order.

use super::view::AnalysisView;
use crate::Cx;
use crate::widgets;
use egui::Ui;
use ordito_analysis::sums::Grouping;
use ordito_model::{Axis, MatrixId};
use ordito_pages::figure::chart::{
    Chart, ProfileOrder, ProfilesFound, Style, Subject, profiles_chart,
};
use ordito_workspace::Profiles;

#[derive(Debug)]
pub struct ProfilesTab {
    axis: Axis,
    by: Option<Grouping>,
    order: ProfileOrder,
}
impl Default for ProfilesTab {
    fn default() -> Self {
        Self {
            axis: Axis::Rows,
            by: None,
            order: ProfileOrder::default(),
        }
    }
}
impl AnalysisView for ProfilesTab {
    type Method = Profiles;
    type Look = ();

    fn method(&self) -> Option<Profiles> {
        Some(Profiles {
            axis: self.axis,
            by: self.by,
            order: self.order,
        })
    }
    fn look(&self) {}
    fn chart(
        subject: &Subject<'_>,
        style: &Style,
        found: &ProfilesFound,
        (): &(),
    ) -> Option<Chart> {
        profiles_chart(subject, style, found)
    }
    fn settings_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        matrix: Option<MatrixId>,
        _: Option<&ProfilesFound>,
    ) {
        settings_ui(ui, cx, matrix, self);
    }
}

fn settings_ui(ui: &mut Ui, cx: &Cx<'_>, matrix: Option<MatrixId>, state: &mut ProfilesTab) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    let Some(kind) = matrix
        .and_then(|id| contents.matrices.get(&id))
        .map(|matrix| matrix.kind)
    else {
        return;
    };
    ui.horizontal_wrapped(|ui| {
        let label = |axis: Axis| match (kind.holds_policies(axis), kind.is_square(), axis) {
            (true, false, _) => "subjects-policy",
            (false, false, _) => "subjects-goal",
            (_, true, Axis::Rows) => "analysis-given",
            (_, true, Axis::Columns) => "analysis-taken",
        };
        let labels = Axis::ALL
            .iter()
            .map(|axis| capital(&words.say(label(*axis))))
            .collect::<Vec<_>>();
        let chosen = Axis::ALL
            .iter()
            .position(|axis| *axis == state.axis)
            .unwrap_or(0);
        if let Some(i) = widgets::segmented_ui(ui, paint, &words.analysis_of(), &labels, chosen) {
            state.axis = Axis::ALL.get(i).copied().unwrap_or(state.axis);
            state.by = state
                .by
                .filter(|by| *by != Grouping::Cluster || kind.holds_policies(state.axis));
        }
        let mut ways = vec![
            (None, "analysis-one-by-one"),
            (Some(Grouping::Parent), "analysis-by-parent"),
            (Some(Grouping::Level), "analysis-by-level"),
        ];
        if kind.holds_policies(state.axis) {
            ways.insert(2, (Some(Grouping::Cluster), "analysis-by-cluster"));
        }
        let labels: Vec<String> = ways.iter().map(|(_, key)| words.say(key)).collect();
        let chosen = ways.iter().position(|(by, _)| *by == state.by).unwrap_or(0);
        if let Some(i) = widgets::segmented_ui(ui, paint, &words.analysis_by(), &labels, chosen) {
            state.by = ways.get(i).and_then(|(by, _)| *by);
        }
        let name = words.analysis_order();
        let shown = format!("{}: {}", name, words.say(state.order.key()));
        let combo = widgets::combo("analysis-order")
            .width(230.0)
            .selected_text(shown)
            .show_ui(ui, |ui| {
                for order in ProfileOrder::ALL {
                    ui.selectable_value(&mut state.order, order, words.say(order.key()));
                }
            });
        widgets::name_it(ui, &combo.response, &name);
    });
}

/// A word at the beginning of a label.
fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}
