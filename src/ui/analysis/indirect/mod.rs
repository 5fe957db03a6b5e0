//! Effetti indiretti: which picture, with which settings; what to do when a matrix has none.

use super::chart::ShownChart;
use super::view::{AnalysisView, Nowhere};
use crate::Cx;
use crate::widgets;
use egui::{RichText, Ui, Vec2};
use egui_material_icons::icons;
use ordito_analysis::micmac::ImpactPart;
use ordito_analysis::second_order::Returns;
use ordito_analysis::sums::{GroupKey, Grouping};
use ordito_import::library::Illustrative;
use ordito_model::{Axis, Contents, Item, MatrixId};
use ordito_pages::figure::chart::{
    CentralBy, Chart, IndirectFound, IndirectView, InfluenceOrder, NetworkFound, NetworkView,
    NodeOf, Style, Subject, fold_key, goal_matrices, indirect_chart, least_name, part_key,
};
use ordito_workspace::{Command, Indirect, Workspace};
use std::collections::HashSet;

/// Which picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Tab {
    #[default]
    Influence,
    Paths,
    Plane,
    Network,
    Central,
}
impl Tab {
    const SQUARE: [Self; 5] = [
        Self::Influence,
        Self::Paths,
        Self::Plane,
        Self::Network,
        Self::Central,
    ];
    const fn key(self) -> &'static str {
        match self {
            Self::Influence => "indirect-tab-influence",
            Self::Paths => "indirect-tab-paths",
            Self::Plane => "indirect-tab-plane",
            Self::Network => "indirect-tab-network",
            Self::Central => "indirect-tab-central",
        }
    }
}

#[derive(Debug)]
pub struct IndirectTab {
    tab: Tab,
    /// Of the second step.
    weight: f64,
    returns: Returns,
    order: InfluenceOrder,
    part: ImpactPart,
    is_direct: bool,
    central: CentralBy,
    network: NetworkView,
    fold: Option<Grouping>,
    /// Groups that are not folded, and those that are, with their names.
    open: Vec<(GroupKey, String)>,
    folded: Vec<(GroupKey, String)>,
    /// The matrix, whether it holds policies, and the largest score there is.
    of: Option<MatrixId>,
    holds_policies: bool,
    largest: f64,
    /// Matrices of goals, and the one that effects pass through where policies meet goals.
    goals: Vec<(MatrixId, String)>,
    through: Option<MatrixId>,
    /// Whether the matrix of goals that ships would lead somewhere from here.
    ships: bool,
    is_square: bool,
}
impl Default for IndirectTab {
    fn default() -> Self {
        Self {
            tab: Tab::default(),
            weight: 0.5,
            returns: Returns::default(),
            order: InfluenceOrder::default(),
            part: ImpactPart::default(),
            is_direct: false,
            central: CentralBy::default(),
            network: NetworkView::default(),
            fold: None,
            open: Vec::new(),
            folded: Vec::new(),
            of: None,
            holds_policies: false,
            largest: 0.0,
            goals: Vec::new(),
            through: None,
            ships: false,
            is_square: false,
        }
    }
}
impl AnalysisView for IndirectTab {
    type Method = Indirect;
    type Look = IndirectView;

    fn method(&self) -> Option<Indirect> {
        if !self.is_square {
            return self.through.map(|goals| Indirect::Through { goals });
        }
        Some(match self.tab {
            Tab::Influence | Tab::Paths => Indirect::Influence {
                returns: self.returns,
            },
            Tab::Plane => Indirect::Plane { part: self.part },
            Tab::Central => Indirect::Central,
            Tab::Network => Indirect::Network {
                by: self.fold,
                open: self.open.iter().map(|(key, _)| *key).collect(),
            },
        })
    }
    fn look(&self) -> IndirectView {
        if !self.is_square {
            return IndirectView::Through;
        }
        match self.tab {
            Tab::Influence => IndirectView::Influence(self.weight, self.order),
            Tab::Paths => IndirectView::Paths,
            Tab::Plane => IndirectView::Plane(!self.is_direct),
            Tab::Central => IndirectView::Central(self.central),
            Tab::Network => IndirectView::Network(self.network.clone()),
        }
    }
    fn chart(
        subject: &Subject<'_>,
        style: &Style,
        found: &IndirectFound,
        view: &IndirectView,
    ) -> Option<Chart> {
        indirect_chart(subject, style, found, view)
    }
    fn settings_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        matrix: Option<MatrixId>,
        _: Option<&IndirectFound>,
    ) {
        self.keep_up(cx.contents, matrix);
        settings_ui(ui, cx, self);
    }
    fn slides(now: &IndirectView, before: &IndirectView) -> bool {
        now.slides_from(before)
    }
    /// There is nothing that effects could pass through.
    fn nowhere(&self) -> Option<Nowhere> {
        let (key, command) = ("indirect-none", Command::NewMatrix);
        (!self.is_square && self.through.is_none()).then_some(Nowhere {
            key,
            button: command.key(),
            command,
            offer: self.ships.then_some(Illustrative::GoalMatrix),
        })
    }
    /// Boxes were dragged, or the picture made larger.
    fn by_hand(&mut self, found: &IndirectFound, chart: &Chart, shown: &mut ShownChart) -> bool {
        let (moved, zoomed) = (shown.moved.take(), shown.zoomed.take());
        if let Some(by) = zoomed {
            self.zoom(f64::from(by));
        }
        if let IndirectFound::Network(found) = found {
            self.lay_out(found, chart, moved);
        }
        moved.is_some() || zoomed.is_some()
    }
}
impl IndirectTab {
    /// Brings it up to date with the matrix that is chosen.
    fn keep_up(&mut self, contents: &Contents, matrix: Option<MatrixId>) {
        let kind = matrix
            .and_then(|id| contents.matrices.get(&id))
            .map(|matrix| matrix.kind);
        self.is_square = kind.is_some_and(ordito_model::MatrixKind::is_square);
        self.holds_policies = kind.is_some_and(|kind| kind.holds_policies(Axis::Rows));
        let scale = matrix
            .and_then(|id| contents.matrices.get(&id))
            .and_then(|each| contents.scales.get(&each.scale));
        self.largest = scale.map_or(0.0, |scale| scale.max_magnitude().value());
        // Of few matrices: found anew in each frame, so that one that was made or renamed is there.
        let named = |id: MatrixId| {
            contents
                .matrices
                .get(&id)
                .map(|matrix| (id, matrix.name.clone()))
        };
        self.goals = goal_matrices(contents)
            .into_iter()
            .filter_map(named)
            .collect();
        if self
            .through
            .is_none_or(|id| !self.goals.iter().any(|(each, _)| *each == id))
        {
            self.through = matrix.and_then(|id| best_goals(contents, id, &self.goals));
        }
        if self.of != matrix {
            self.through = matrix.and_then(|id| best_goals(contents, id, &self.goals));
            (self.of, self.network) = (matrix, NetworkView::default());
            self.open.clear();
        }
        self.ships = !self.is_square
            && self.through.is_none()
            && matrix.is_some_and(|id| Illustrative::GoalMatrix.helps(contents, id));
        if !self.holds_policies && self.fold == Some(Grouping::Cluster) {
            self.fold = None;
        }
    }
    /// Which boxes there are, and where one was moved.
    fn lay_out(&mut self, found: &NetworkFound, chart: &Chart, moved: Option<(usize, Vec2)>) {
        // The first marks are those of the boxes.
        let groups = found
            .nodes
            .iter()
            .zip(&chart.marks)
            .filter_map(|(node, mark)| match node.of {
                NodeOf::Group(key) => Some((key, mark.name.clone())),
                NodeOf::Item(_) => None,
            });
        self.folded = groups.collect();
        let Some((node, by)) = moved else { return };
        let Some(of) = found.nodes.get(node).map(|node| node.of) else {
            return;
        };
        let by = (
            f64::from(by.x) / self.network.zoom,
            f64::from(by.y) / self.network.zoom,
        );
        match self.network.moved.iter_mut().find(|(each, _)| *each == of) {
            Some((_, at)) => *at = (at.0 + by.0, at.1 + by.1),
            None => self.network.moved.push((of, by)),
        }
    }
    fn zoom(&mut self, by: f64) {
        self.network.zoom = (self.network.zoom * by).clamp(0.3, 4.0);
    }
}

/// The matrix of goals that has most columns of this one.
fn best_goals(
    contents: &Contents,
    matrix: MatrixId,
    goals: &[(MatrixId, String)],
) -> Option<MatrixId> {
    let lines = |id, axis| -> HashSet<Item> {
        contents
            .lines_of(id, axis)
            .into_iter()
            .map(|(item, _)| item)
            .collect()
    };
    let columns = lines(matrix, Axis::Columns);
    let shared = |id: MatrixId| lines(id, Axis::Rows).intersection(&columns).count();
    let most = goals
        .iter()
        .map(|(id, _)| (shared(*id), *id))
        .rev()
        .max_by_key(|(shared, _)| *shared)?;
    (most.0 > 0).then_some(most.1)
}

fn settings_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut IndirectTab) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    if !state.is_square {
        if state.through.is_some() {
            ui.horizontal_wrapped(|ui| {
                let name = words.indirect_through_matrix();
                widgets::caption_ui(ui, paint, &name);
                let shown = state
                    .goals
                    .iter()
                    .find(|(id, _)| Some(*id) == state.through)
                    .map(|(_, name)| name.clone());
                let combo = widgets::combo("indirect-through").width(280.0).truncate();
                let combo = combo
                    .selected_text(shown.unwrap_or_default())
                    .show_ui(ui, |ui| {
                        for (id, name) in &state.goals {
                            ui.selectable_value(&mut state.through, Some(*id), name);
                        }
                    });
                widgets::name_it(ui, &combo.response, &name);
            });
        }
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let labels = Tab::SQUARE.map(|tab| words.say(tab.key()));
        let chosen = Tab::SQUARE
            .iter()
            .position(|tab| *tab == state.tab)
            .unwrap_or(0);
        if let Some(i) = widgets::segmented_ui(ui, paint, &words.indirect_tabs(), &labels, chosen) {
            state.tab = Tab::SQUARE.get(i).copied().unwrap_or_default();
        }
    });
    ui.horizontal_wrapped(|ui| match state.tab {
        Tab::Influence => {
            weight_ui(ui, cx, state);
            returns_ui(ui, workspace, state);
            let name = words.analysis_order();
            let shown = format!("{}: {}", name, words.say(state.order.key()));
            let combo = widgets::combo("indirect-order")
                .width(230.0)
                .selected_text(shown)
                .show_ui(ui, |ui| {
                    for order in InfluenceOrder::ALL {
                        ui.selectable_value(&mut state.order, order, words.say(order.key()));
                    }
                });
            widgets::name_it(ui, &combo.response, &name);
        }
        Tab::Paths => returns_ui(ui, workspace, state),
        Tab::Plane => {
            let name = words.indirect_which();
            let labels = ["indirect-tab-indirect", "indirect-tab-direct"].map(|key| words.say(key));
            if let Some(i) =
                widgets::segmented_ui(ui, paint, &name, &labels, usize::from(state.is_direct))
            {
                state.is_direct = i == 1;
            }
            let parts = [
                ImpactPart::Magnitude,
                ImpactPart::Positive,
                ImpactPart::Negative,
            ];
            choice_ui(
                ui,
                workspace,
                "indirect-part",
                &parts,
                part_key,
                &mut state.part,
            );
        }
        Tab::Central => {
            choice_ui(
                ui,
                workspace,
                "indirect-central-by",
                &CentralBy::ALL,
                CentralBy::key,
                &mut state.central,
            );
        }
        Tab::Network => network_ui(ui, cx, state),
    });
}

fn network_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut IndirectTab) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let name = words.indirect_least();
    let shown = format!("{}: {}", name, least_name(words, state.network.least));
    let combo = widgets::combo("indirect-least")
        .width(190.0)
        .selected_text(shown)
        .show_ui(ui, |ui| {
            let steps = (1..=state.largest.min(20.0) as usize).map(|step| Some(step as f64));
            for least in [None, Some(0.0)].into_iter().chain(steps) {
                ui.selectable_value(&mut state.network.least, least, least_name(words, least));
            }
        });
    widgets::name_it(ui, &combo.response, &name);
    let before = state.fold;
    let mut folds = vec![None, Some(Grouping::Parent)];
    if state.holds_policies {
        folds.extend([Some(Grouping::Cluster), Some(Grouping::Level)]);
    }
    choice_ui(
        ui,
        workspace,
        "indirect-fold",
        &folds,
        fold_key,
        &mut state.fold,
    );
    if before != state.fold {
        (state.open, state.folded) = (Vec::new(), Vec::new());
    }
    if state.fold.is_some() {
        let name = words.indirect_open();
        let shown = words.indirect_open_some(state.open.len());
        let combo = widgets::combo("indirect-open")
            .width(170.0)
            .selected_text(shown);
        let combo = combo
            .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
            .show_ui(ui, |ui| {
                for (key, name) in state.open.clone() {
                    if ui.checkbox(&mut true, name).clicked() {
                        state.open.retain(|(each, _)| *each != key);
                    }
                }
                for group in state.folded.clone() {
                    if !state.open.contains(&group) && ui.checkbox(&mut false, &group.1).clicked() {
                        state.open.push(group);
                    }
                }
            });
        widgets::name_it(ui, &combo.response, &name);
    }
    for (icon, key, by) in [
        (icons::ICON_ZOOM_OUT, "indirect-zoom-out", 0.8),
        (icons::ICON_ZOOM_IN, "indirect-zoom-in", 1.25),
    ] {
        if widgets::icon_button_ui(ui, paint, icon, &words.say(key), true).clicked() {
            state.zoom(by);
        }
    }
    ui.label(RichText::new(words.numbers().percent(state.network.zoom)).size(13.0));
    if widgets::button_ui(ui, &words.indirect_as_laid_out()).clicked() {
        state.network.zoom = 1.0;
        state.network.moved.clear();
    }
}

/// A list of few things to choose one of.
fn choice_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    workspace: &Workspace,
    key: &str,
    all: &[T],
    name_of: fn(T) -> &'static str,
    chosen: &mut T,
) {
    let words = workspace.words();
    let name = words.say(key);
    let shown = format!("{}: {}", name, words.say(name_of(*chosen)));
    let combo = widgets::combo(key)
        .width(260.0)
        .selected_text(shown)
        .show_ui(ui, |ui| {
            for each in all {
                ui.selectable_value(chosen, *each, words.say(name_of(*each)));
            }
        });
    widgets::name_it(ui, &combo.response, &name);
}

fn weight_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut IndirectTab) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let name = words.indirect_weight();
    widgets::caption_ui(ui, paint, &name);
    ui.spacing_mut().slider_width = 160.0;
    let slider = widgets::slider_ui(ui, paint, &mut state.weight, (0.0..=1.0, 0.05));
    widgets::name_it(ui, &slider, &name);
    ui.label(RichText::new(words.numbers().number(state.weight, 2)).size(13.0));
    slider.on_hover_text(words.indirect_weight_text());
}

fn returns_ui(ui: &mut Ui, workspace: &Workspace, state: &mut IndirectTab) {
    let words = workspace.words();
    let mut dropped = state.returns == Returns::Dropped;
    let check = ui.checkbox(&mut dropped, words.indirect_drop_returns());
    check.on_hover_text(words.indirect_drop_returns_text());
    state.returns = if dropped {
        Returns::Dropped
    } else {
        Returns::Kept
    };
}
