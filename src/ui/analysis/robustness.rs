//! Robustezza: what is drawn and how often, which of the five pictures, and weights that move the ranking at once.

use super::view::AnalysisView;
use crate::Cx;
use crate::widgets;
use egui::{DragValue, ScrollArea, Ui};
use ordito_analysis::robustness::Draws;
use ordito_model::{Item, MatrixId};
use ordito_pages::figure::chart::{
    Chart, RobustFound, RobustView, Style, Subject, robustness_chart, weight_of,
};
use ordito_workspace::Robustness;
use std::collections::BTreeMap;

/// Which picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Tab {
    #[default]
    Ranks,
    Intervals,
    Weights,
    Stability,
    Gaps,
}
impl Tab {
    const ALL: [Self; 5] = [
        Self::Ranks,
        Self::Intervals,
        Self::Weights,
        Self::Stability,
        Self::Gaps,
    ];
    const fn key(self) -> &'static str {
        match self {
            Self::Ranks => "robust-tab-ranks",
            Self::Intervals => "robust-tab-intervals",
            Self::Weights => "robust-tab-weights",
            Self::Stability => "robust-tab-stability",
            Self::Gaps => "robust-tab-gaps",
        }
    }
}

#[derive(Debug, Default)]
pub struct RobustnessTab {
    tab: Tab,
    draws: Draws,
    /// How many times its weight in the matrix a column weighs; 1 where nothing is said.
    times: BTreeMap<Item, f64>,
    /// The weights that come of it, one for each ranked column.
    weights: Vec<f64>,
}
impl AnalysisView for RobustnessTab {
    type Method = Robustness;
    type Look = RobustView;

    fn method(&self) -> Option<Robustness> {
        Some(Robustness { draws: self.draws })
    }
    fn look(&self) -> RobustView {
        match self.tab {
            Tab::Ranks => RobustView::Ranks,
            Tab::Intervals => RobustView::Intervals,
            Tab::Weights => RobustView::Weights(self.weights.clone()),
            Tab::Stability => RobustView::Stability,
            Tab::Gaps => RobustView::Gaps,
        }
    }
    fn chart(
        subject: &Subject<'_>,
        style: &Style,
        found: &RobustFound,
        view: &RobustView,
    ) -> Option<Chart> {
        robustness_chart(subject, style, found, view)
    }
    fn settings_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        _: Option<MatrixId>,
        found: Option<&RobustFound>,
    ) {
        settings_ui(ui, cx, found, self);
    }
    /// From weights to weights.
    fn slides(now: &RobustView, before: &RobustView) -> bool {
        let weights =
            |view: &RobustView| matches!(view, RobustView::Weights(weights) if !weights.is_empty());
        weights(now) && weights(before)
    }
}
impl RobustnessTab {
    /// Brings the weights up to date with the sliders and with what is ranked.
    fn weigh(&mut self, found: &RobustFound) {
        let times = |column: &Item| self.times.get(column).copied().unwrap_or(1.0);
        let raw: Vec<f64> = found
            .rows
            .columns
            .iter()
            .zip(&found.rows.weights)
            .map(|(column, w)| w * times(column))
            .collect();
        let sum: f64 = raw.iter().sum();
        // With every slider at nothing there is no ranking to show: the matrix's own stays.
        self.weights = if sum > 0.0 {
            raw.into_iter().map(|w| w / sum).collect()
        } else {
            found.rows.weights.clone()
        };
    }
}

fn settings_ui(ui: &mut Ui, cx: &Cx<'_>, found: Option<&RobustFound>, state: &mut RobustnessTab) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    ui.horizontal_wrapped(|ui| {
        let labels = Tab::ALL.map(|tab| words.say(tab.key()));
        let chosen = Tab::ALL
            .iter()
            .position(|tab| *tab == state.tab)
            .unwrap_or(0);
        if let Some(i) = widgets::segmented_ui(ui, paint, &words.robust_tabs(), &labels, chosen) {
            state.tab = Tab::ALL.get(i).copied().unwrap_or_default();
        }
        if matches!(state.tab, Tab::Ranks | Tab::Intervals) {
            draws_ui(ui, cx, &mut state.draws);
        }
    });
    let Some(found) = found else { return };
    if state.tab == Tab::Weights {
        egui::Panel::left("analysis-weights")
            .frame(egui::Frame::new().inner_margin(egui::Margin {
                right: 12,
                ..egui::Margin::ZERO
            }))
            .default_size(290.0)
            .size_range(220.0..=420.0)
            .show_separator_line(false)
            .show(ui, |ui| sliders_ui(ui, cx, found, state));
        widgets::name_divider(ui, "analysis-weights", workspace.words());
    }
    state.weigh(found);
}

fn draws_ui(ui: &mut Ui, cx: &Cx<'_>, draws: &mut Draws) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let ways = [
        (true, true, "robust-both"),
        (true, false, "robust-only-weights"),
        (false, true, "robust-only-scores"),
    ];
    let labels = ways.map(|(_, _, key)| words.say(key));
    let chosen = ways
        .iter()
        .position(|(w, s, _)| (*w, *s) == (draws.weights, draws.scores))
        .unwrap_or(0);
    if let Some((weights, scores, _)) =
        widgets::segmented_ui(ui, paint, &words.robust_drawn(), &labels, chosen)
            .and_then(|i| ways.get(i))
    {
        (draws.weights, draws.scores) = (*weights, *scores);
    }
    let name = words.robust_draws();
    let count = |n: u32| words.robust_n_draws(n as usize);
    let combo = widgets::combo("robust-draws")
        .width(150.0)
        .selected_text(count(draws.n))
        .show_ui(ui, |ui| {
            for n in [1_000, 10_000, 100_000] {
                ui.selectable_value(&mut draws.n, n, count(n));
            }
        });
    widgets::name_it(ui, &combo.response, &name);
    let name = words.robust_seed();
    let prefix = format!("{} ", name.to_lowercase());
    let seed = ui.add(
        DragValue::new(&mut draws.seed)
            .range(0..=9_999_999_u64)
            .speed(1.0)
            .prefix(prefix),
    );
    widgets::name_it(ui, &seed, &name);
    seed.on_hover_text(words.robust_seed_text());
}

fn sliders_ui(ui: &mut Ui, cx: &Cx<'_>, found: &RobustFound, state: &mut RobustnessTab) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    let numbers = words.numbers();
    let share = |share: f64| format!("{}%", numbers.number(share * 100.0, 1));
    ui.horizontal(|ui| {
        widgets::part_title_ui(ui, paint, &words.robust_weights());
        if widgets::button_ui(ui, &words.robust_reset()).clicked() {
            state.times.clear();
        }
    });
    ScrollArea::vertical()
        .id_salt("analysis-sliders")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            for (place, column) in found.rows.columns.iter().enumerate() {
                let (code, label) = contents.item_label(*column);
                let name = format!("{code} {}", label.get(words.language()))
                    .trim()
                    .to_owned();
                ui.add(egui::Label::new(egui::RichText::new(&name).size(13.0)).truncate());
                let mut times = state.times.get(column).copied().unwrap_or(1.0);
                ui.spacing_mut().slider_width = (ui.available_width() - 84.0).max(80.0);
                let slider = ui
                    .horizontal(|ui| {
                        let slider = widgets::slider_ui(ui, paint, &mut times, (0.0..=5.0, 0.1));
                        let now = state.weights.get(place).copied().unwrap_or_default();
                        ui.label(egui::RichText::new(share(now)).size(13.0));
                        slider
                    })
                    .inner;
                widgets::name_it(ui, &slider, &words.robust_weight_of(name.as_str()));
                if slider.changed() {
                    state.times.insert(*column, times);
                }
                if let Some(interval) = weight_of(found, *column) {
                    widgets::caption_ui(
                        ui,
                        paint,
                        &words.robust_holds(
                            share(interval.upper.map_or(1.0, |change| change.at)),
                            share(interval.lower.map_or(0.0, |change| change.at)),
                        ),
                    );
                }
                ui.add_space(4.0);
            }
        });
}
