//! Coerenza fra politiche: which number, which order, which pairs.

use super::view::AnalysisView;
use crate::Cx;
use crate::widgets;
use egui::Ui;
use ordito_analysis::{CoherenceKind, Pairwise};
use ordito_model::{Axis, Contents, Level, MatrixId, Policy};
use ordito_pages::figure::chart::{
    Chart, PairFilter, PairOrder, PairShow, Style, Subject, kind_key, pairs_chart,
};
use ordito_words::Say as _;
use ordito_workspace::Coherence;
use std::collections::BTreeSet;
use std::sync::Arc;

#[derive(Debug, Default)]
pub struct CoherenceTab {
    filter: PairFilter,
}
impl AnalysisView for CoherenceTab {
    type Method = Coherence;
    type Look = PairFilter;

    fn method(&self) -> Option<Coherence> {
        Some(Coherence)
    }
    fn look(&self) -> PairFilter {
        self.filter.clone()
    }
    fn chart(
        subject: &Subject<'_>,
        style: &Style,
        found: &Arc<Pairwise>,
        filter: &PairFilter,
    ) -> Option<Chart> {
        pairs_chart(subject, style, found, filter)
    }
    fn settings_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        matrix: Option<MatrixId>,
        _: Option<&Arc<Pairwise>>,
    ) {
        settings_ui(ui, cx, matrix, &mut self.filter);
    }
}

fn settings_ui(ui: &mut Ui, cx: &Cx<'_>, matrix: Option<MatrixId>, filter: &mut PairFilter) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    let (levels, territories) = matrix
        .map(|matrix| found(contents, matrix))
        .unwrap_or_default();
    filter.level = filter.level.filter(|level| levels.contains(level));
    filter.territory = filter
        .territory
        .take()
        .filter(|territory| territories.contains(territory));
    ui.horizontal_wrapped(|ui| {
        let labels = PairShow::ALL.map(|show| words.say(show.key()));
        let chosen = PairShow::ALL
            .iter()
            .position(|show| *show == filter.show)
            .unwrap_or(0);
        if let Some(i) = widgets::segmented_ui(ui, paint, &words.pairs_show(), &labels, chosen) {
            filter.show = PairShow::ALL.get(i).copied().unwrap_or_default();
        }
        let order = words.analysis_order();
        choice_ui(
            ui,
            &order,
            &format!("{order}: {}", words.say(filter.order.key())),
            230.0,
            |ui| {
                for order in PairOrder::ALL {
                    ui.selectable_value(&mut filter.order, order, words.say(order.key()));
                }
            },
        );
        let kind =
            |kind: Option<CoherenceKind>| words.say(kind.map_or("pairs-all-kinds", kind_key));
        choice_ui(ui, &words.pairs_kind(), &kind(filter.kind), 190.0, |ui| {
            for each in [None].into_iter().chain(CoherenceKind::ALL.map(Some)) {
                ui.selectable_value(&mut filter.kind, each, kind(each));
            }
        });
        if !levels.is_empty() {
            let level = |level: Option<Level>| {
                level.map_or_else(|| words.pairs_all_levels(), |level| level.say(words))
            };
            choice_ui(
                ui,
                &words.pairs_level(),
                &level(filter.level),
                130.0,
                |ui| {
                    for each in [None].into_iter().chain(levels.iter().copied().map(Some)) {
                        ui.selectable_value(&mut filter.level, each, level(each));
                    }
                },
            );
        }
        if !territories.is_empty() {
            let all = words.pairs_all_territories();
            let shown = filter.territory.clone().unwrap_or_else(|| all.clone());
            choice_ui(ui, &words.pairs_territory(), &shown, 150.0, |ui| {
                ui.selectable_value(&mut filter.territory, None, all.as_str());
                for each in &territories {
                    ui.selectable_value(&mut filter.territory, Some(each.clone()), each.as_str());
                }
            });
        }
    });
}

fn choice_ui(ui: &mut Ui, name: &str, shown: &str, width: f32, list: impl FnOnce(&mut Ui)) {
    let combo = widgets::combo(name)
        .width(width)
        .truncate()
        .selected_text(shown)
        .show_ui(ui, list);
    widgets::name_it(ui, &combo.response, name);
    combo.response.on_hover_text(name);
}

/// Levels and territories of the policies in the rows.
fn found(contents: &Contents, matrix: MatrixId) -> (BTreeSet<Level>, BTreeSet<String>) {
    let rows = contents.lines_of(matrix, Axis::Rows);
    let policies: Vec<&Policy> = rows
        .iter()
        .filter_map(|(item, _)| contents.policies.get(&item.policy()?))
        .collect();
    let territories = policies
        .iter()
        .map(|policy| policy.territory.trim().to_owned());
    (
        policies.iter().filter_map(|policy| policy.level).collect(),
        territories.filter(|text| !text.is_empty()).collect(),
    )
}
