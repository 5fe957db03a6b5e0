//! Gruppi: of rows or columns, by which likeness, into how many; a group of policies is kept as a cluster.

use super::view::AnalysisView;
use crate::Cx;
use crate::screen::Request;
use crate::widgets;
use egui::Ui;
use ordito_analysis::groups::{Grouped, Likeness, best_cut};
use ordito_model::{Axis, MatrixId, PolicyId};
use ordito_pages::figure::chart::{
    Chart, GroupChoice, Style, Subject, chosen_groups, groups_chart,
};
use ordito_workspace::Groups;

#[derive(Debug)]
pub struct GroupsTab {
    axis: Axis,
    likeness: Likeness,
    choice: GroupChoice,
    /// The group that is to be kept, from 0.
    kept: usize,
}
impl Default for GroupsTab {
    fn default() -> Self {
        Self {
            axis: Axis::Rows,
            likeness: Likeness::default(),
            choice: GroupChoice::default(),
            kept: 0,
        }
    }
}
impl AnalysisView for GroupsTab {
    type Method = Groups;
    type Look = (Axis, GroupChoice);

    fn method(&self) -> Option<Groups> {
        Some(Groups {
            axis: self.axis,
            likeness: self.likeness,
        })
    }
    fn look(&self) -> (Axis, GroupChoice) {
        (self.axis, self.choice)
    }
    fn chart(
        subject: &Subject<'_>,
        style: &Style,
        found: &Grouped,
        (axis, choice): &(Axis, GroupChoice),
    ) -> Option<Chart> {
        groups_chart(subject, style, found, *axis, *choice)
    }
    fn settings_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        matrix: Option<MatrixId>,
        found: Option<&Grouped>,
    ) {
        settings_ui(ui, cx, matrix, found, self);
    }
}

fn settings_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    matrix: Option<MatrixId>,
    found: Option<&Grouped>,
    state: &mut GroupsTab,
) {
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
        let of = |axis: Axis| match (kind.is_square(), axis) {
            (false, _) if kind.holds_policies(axis) => "analysis-groups-policies",
            (false, _) => "analysis-groups-goals",
            (true, Axis::Rows) => "analysis-given",
            (true, Axis::Columns) => "analysis-taken",
        };
        let labels: Vec<String> = Axis::ALL.iter().map(|axis| words.say(of(*axis))).collect();
        let chosen = usize::from(state.axis == Axis::Columns);
        if let Some(i) = widgets::segmented_ui(ui, paint, &words.analysis_of(), &labels, chosen) {
            state.axis = Axis::ALL.get(i).copied().unwrap_or(state.axis);
            state.kept = 0;
        }
        let labels = ["analysis-pearson", "analysis-cosine"].map(|key| words.say(key));
        let chosen = usize::from(state.likeness == Likeness::Cosine);
        if let Some(i) =
            widgets::segmented_ui(ui, paint, &words.analysis_likeness(), &labels, chosen)
        {
            state.likeness = if i == 0 {
                Likeness::Pearson
            } else {
                Likeness::Cosine
            };
        }
        let Some(found) = found else { return };
        choice_ui(ui, cx, found, state);
        let groups = chosen_groups(found, state.choice);
        let n_groups = groups.iter().max().map_or(0, |most| most + 1);
        state.kept = state.kept.min(n_groups.saturating_sub(1));
        let members: Vec<PolicyId> = found
            .items
            .iter()
            .zip(&groups)
            .filter(|(_, group)| **group == state.kept)
            .filter_map(|(item, _)| item.policy())
            .collect();
        if members.is_empty() {
            return;
        }
        let name = words.analysis_group_kept();
        widgets::caption_ui(ui, paint, &name);
        let group = |n: usize| words.chart_group_name(n + 1);
        let combo = widgets::combo("analysis-group")
            .selected_text(group(state.kept))
            .show_ui(ui, |ui| {
                for n in 0..n_groups {
                    ui.selectable_value(&mut state.kept, n, group(n));
                }
            });
        widgets::name_it(ui, &combo.response, &name);
        if widgets::button_ui(ui, &words.analysis_group_keep()).clicked() {
            let first = members
                .first()
                .and_then(|id| contents.policies.get(id))
                .map(|policy| policy.code.clone());
            let name = words.analysis_cluster_name(
                first.unwrap_or_default(),
                state.kept + 1,
                members.len(),
            );
            cx.request(Request::NewCluster { name, members });
        }
    });
}

fn choice_ui(ui: &mut Ui, cx: &Cx<'_>, found: &Grouped, state: &mut GroupsTab) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let name = words.analysis_groups_how();
    widgets::caption_ui(ui, paint, &name);
    let best = best_cut(&found.cuts)
        .and_then(|cut| cut.groups.iter().max())
        .map_or(1, |most| most + 1);
    let said = |choice: GroupChoice| match choice {
        GroupChoice::Best => words.analysis_groups_best(best),
        GroupChoice::Cut(n) => words.analysis_groups_cut(n),
        GroupChoice::Communities => words.analysis_groups_communities(),
    };
    let combo = widgets::combo("analysis-groups-how")
        .width(190.0)
        .selected_text(said(state.choice))
        .show_ui(ui, |ui| {
            let cuts = (2..=found.cuts.len() + 1).map(GroupChoice::Cut);
            for choice in [GroupChoice::Best, GroupChoice::Communities]
                .into_iter()
                .chain(cuts)
            {
                ui.selectable_value(&mut state.choice, choice, said(choice));
            }
        });
    widgets::name_it(ui, &combo.response, &name);
}
