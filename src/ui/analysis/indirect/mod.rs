//! Effetti indiretti: which picture, with which settings; what to do when a matrix has none.

use crate::analysis::micmac::ImpactPart;
use crate::analysis::second_order::Returns;
use crate::figure::chart::{CentralBy, IndirectView, InfluenceOrder, part_key};
use crate::model::{Contents, MatrixId};
use crate::ui::theme::Paint;
use crate::ui::widgets;
use crate::workspace::{Indirect, Method, Workspace};
use egui::{ComboBox, RichText, Slider, Ui};

/// Which picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Tab {
    #[default]
    Influence,
    Paths,
    Plane,
    Central,
}
impl Tab {
    const SQUARE: [Self; 4] = [Self::Influence, Self::Paths, Self::Plane, Self::Central];
    const fn key(self) -> &'static str {
        match self {
            Self::Influence => "indirect-tab-influence",
            Self::Paths => "indirect-tab-paths",
            Self::Plane => "indirect-tab-plane",
            Self::Central => "indirect-tab-central",
        }
    }
}

#[derive(Debug)]
pub struct State {
    tab: Tab,
    /// Of the second step.
    weight: f64,
    returns: Returns,
    order: InfluenceOrder,
    part: ImpactPart,
    is_direct: bool,
    central: CentralBy,
    is_square: bool,
}
impl Default for State {
    fn default() -> Self {
        Self {
            tab: Tab::default(),
            weight: 0.5,
            returns: Returns::default(),
            order: InfluenceOrder::default(),
            part: ImpactPart::default(),
            is_direct: false,
            central: CentralBy::default(),
            is_square: false,
        }
    }
}
impl State {
    pub fn method(&self) -> Option<Method> {
        if !self.is_square {
            return None;
        }
        Some(Method::Indirect(match self.tab {
            Tab::Influence | Tab::Paths => Indirect::Influence { returns: self.returns },
            Tab::Plane => Indirect::Plane { part: self.part },
            Tab::Central => Indirect::Central,
        }))
    }
    pub const fn view(&self) -> IndirectView {
        match self.tab {
            Tab::Influence => IndirectView::Influence(self.weight, self.order),
            Tab::Paths => IndirectView::Paths,
            Tab::Plane => IndirectView::Plane(!self.is_direct),
            Tab::Central => IndirectView::Central(self.central),
        }
    }
    /// Whether there is nothing that effects could pass through.
    pub const fn leads_nowhere(&self) -> bool {
        !self.is_square
    }
    /// Brings it up to date with the matrix that is chosen.
    pub fn keep_up(&mut self, contents: &Contents, matrix: Option<MatrixId>) {
        let kind = matrix.and_then(|id| contents.matrices.get(&id)).map(|matrix| matrix.kind);
        self.is_square = kind.is_some_and(crate::model::MatrixKind::is_square);
    }
}

pub fn settings_ui(ui: &mut Ui, paint: &Paint, workspace: &Workspace, state: &mut State) {
    if !state.is_square {
        return;
    }
    let words = workspace.words();
    ui.horizontal_wrapped(|ui| {
        let labels = Tab::SQUARE.map(|tab| words.say(tab.key()));
        let chosen = Tab::SQUARE.iter().position(|tab| *tab == state.tab).unwrap_or(0);
        if let Some(i) = widgets::segmented_ui(ui, paint, &words.say("indirect-tabs"), &labels, chosen) {
            state.tab = Tab::SQUARE.get(i).copied().unwrap_or_default();
        }
    });
    ui.horizontal_wrapped(|ui| match state.tab {
        Tab::Influence => {
            weight_ui(ui, paint, workspace, state);
            returns_ui(ui, workspace, state);
            let name = words.say("analysis-order");
            let shown = format!("{}: {}", name, words.say(state.order.key()));
            let combo = ComboBox::from_id_salt("indirect-order").width(230.0).selected_text(shown).show_ui(ui, |ui| {
                for order in InfluenceOrder::ALL {
                    ui.selectable_value(&mut state.order, order, words.say(order.key()));
                }
            });
            widgets::name_it(ui, &combo.response, &name);
        }
        Tab::Paths => returns_ui(ui, workspace, state),
        Tab::Plane => {
            let name = words.say("indirect-which");
            let labels = ["indirect-tab-indirect", "indirect-tab-direct"].map(|key| words.say(key));
            if let Some(i) = widgets::segmented_ui(ui, paint, &name, &labels, usize::from(state.is_direct)) {
                state.is_direct = i == 1;
            }
            let parts = [ImpactPart::Magnitude, ImpactPart::Positive, ImpactPart::Negative];
            choice_ui(ui, workspace, "indirect-part", &parts, part_key, &mut state.part);
        }
        Tab::Central => {
            choice_ui(ui, workspace, "indirect-central-by", &CentralBy::ALL, CentralBy::key, &mut state.central);
        }
    });
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
    let combo = ComboBox::from_id_salt(key).width(260.0).selected_text(shown).show_ui(ui, |ui| {
        for each in all {
            ui.selectable_value(chosen, *each, words.say(name_of(*each)));
        }
    });
    widgets::name_it(ui, &combo.response, &name);
}

fn weight_ui(ui: &mut Ui, paint: &Paint, workspace: &Workspace, state: &mut State) {
    let words = workspace.words();
    let name = words.say("indirect-weight");
    widgets::caption_ui(ui, paint, &name);
    ui.spacing_mut().slider_width = 160.0;
    let slider = ui.add(Slider::new(&mut state.weight, 0.0..=1.0).step_by(0.05).show_value(false));
    widgets::name_it(ui, &slider, &name);
    ui.label(RichText::new(words.numbers().number(state.weight, 2)).size(13.0));
    slider.on_hover_text(words.say("indirect-weight-text"));
}

fn returns_ui(ui: &mut Ui, workspace: &Workspace, state: &mut State) {
    let words = workspace.words();
    let mut dropped = state.returns == Returns::Dropped;
    let check = ui.checkbox(&mut dropped, words.say("indirect-drop-returns"));
    check.on_hover_text(words.say("indirect-drop-returns-text"));
    state.returns = if dropped { Returns::Dropped } else { Returns::Kept };
}
