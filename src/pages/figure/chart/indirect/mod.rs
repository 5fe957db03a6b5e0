//! Indirect effects: influence over two steps and the paths it is made of, the plane of influence and dependence,
//! centralities, the network, and what policies do through goals. One file for each picture; here what they share.

mod central;
mod influence;
mod labels;
pub(super) mod named;
mod network;
mod paths;
mod plane;
mod through;

pub use central::{CentralBy, CentralFound};
pub use network::{
    Arrow as NetworkArrow, NetworkFound, NetworkView, Node as NetworkNode, NodeOf, fold_key,
    least_name,
};
pub use plane::{PlaneFound, part_key};
pub use through::{ThroughFound, goal_matrices};

use super::super::palette::score_colour;
use super::super::parts::Setting;
use super::{Chart, Style, Subject, Value};
use ordito_analysis::case_deletion::{CaseDeletion, RankRange, rank_ranges};
use ordito_analysis::second_order::{Path, Returns, SecondOrder};
use ordito_analysis::{Score, Scores};
use ordito_model::{Item, Points, Rgb};
use ordito_words::Words;
use ordito_words::messages::IndirectRests;
use std::sync::Arc;

/// How many crossings a picture rests on, and what the others are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Basis {
    pub scored: usize,
    pub not_applicable: usize,
    pub dont_know: usize,
    pub unscored: usize,
}
impl Basis {
    pub fn of(scores: &Scores) -> Self {
        scores
            .crossings()
            .fold(Self::default(), |mut basis, (_, _, score)| {
                let count = match score {
                    Score::Unscored => &mut basis.unscored,
                    Score::NotApplicable => &mut basis.not_applicable,
                    Score::DontKnow => &mut basis.dont_know,
                    Score::Scored { .. } => &mut basis.scored,
                };
                *count += 1;
                basis
            })
    }
    fn say(&self, words: &Words) -> String {
        let all = self.scored + self.not_applicable + self.dont_know + self.unscored;
        words.indirect_rests(IndirectRests {
            crossings: all,
            missing: self.unscored,
            na: self.not_applicable,
            scored: self.scored,
            unknown: self.dont_know,
        })
    }
}

/// METHODS M3, with the strongest paths.
#[derive(Debug, Clone, PartialEq)]
pub struct InfluenceFound {
    pub basis: Basis,
    pub returns: Returns,
    /// In the order of rows; paths name their places.
    pub items: Vec<SecondOrder>,
    pub paths: Vec<Path>,
    pub left_out: CaseDeletion,
    /// Direct and indirect influence of the items in each draw with cells left out.
    pub draws: Vec<Vec<(f64, f64)>>,
}
impl InfluenceFound {
    /// How far the ranks by total influence hold at a weight of the second step.
    pub fn ranges(&self, weight: f64) -> Vec<Option<RankRange>> {
        let now: Vec<Option<f64>> = self
            .items
            .iter()
            .map(|each| Some(each.total(weight)))
            .collect();
        let total = |(direct, indirect): &(f64, f64)| Some(weight.mul_add(*indirect, *direct));
        let draws: Vec<Vec<Option<f64>>> = self
            .draws
            .iter()
            .map(|draw| draw.iter().map(total).collect())
            .collect();
        rank_ranges(&now, draws.iter().map(Vec::as_slice))
    }
}

/// What was worked out of a matrix.
#[derive(Debug, Clone, PartialEq)]
pub enum IndirectFound {
    Influence(InfluenceFound),
    Plane(PlaneFound),
    Central(CentralFound),
    Network(NetworkFound),
    Through(Arc<ThroughFound>),
}

/// In which order items stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum InfluenceOrder {
    #[default]
    Matrix,
    /// The largest total first.
    Total,
}
impl InfluenceOrder {
    pub const ALL: [Self; 2] = [Self::Matrix, Self::Total];
    pub const fn key(self) -> &'static str {
        match self {
            Self::Matrix => "chart-order-matrix",
            Self::Total => "indirect-order-total",
        }
    }
}

/// Which picture of it.
#[derive(Debug, Clone, PartialEq)]
pub enum IndirectView {
    /// With the weight of the second step.
    Influence(f64, InfluenceOrder),
    Paths,
    /// By what is indirect.
    Plane(bool),
    Central(CentralBy),
    Network(NetworkView),
    Through,
}
impl IndirectView {
    /// Whether it only moves what another one shows, so that what is pointed at stays.
    pub fn slides_from(&self, before: &Self) -> bool {
        use InfluenceOrder::Matrix;
        match (self, before) {
            (Self::Influence(_, now), Self::Influence(_, before)) => {
                *now == Matrix && *before == Matrix
            }
            (Self::Network(now), Self::Network(before)) => now.least == before.least,
            _ => false,
        }
    }
}

/// `None` when the matrix is gone, or something else was worked out.
pub fn indirect_chart(
    subject: &Subject<'_>,
    style: &Style,
    found: &IndirectFound,
    view: &IndirectView,
) -> Option<Chart> {
    let setting = subject.setting(style)?;
    match (found, view) {
        (IndirectFound::Influence(found), IndirectView::Influence(weight, order)) => {
            Some(influence::chart(&setting, style, found, *weight, *order))
        }
        (IndirectFound::Influence(found), IndirectView::Paths) => {
            Some(paths::chart(&setting, style, found))
        }
        (IndirectFound::Plane(found), IndirectView::Plane(is_indirect)) => {
            Some(plane::chart(&setting, style, found, *is_indirect))
        }
        (IndirectFound::Central(found), IndirectView::Central(by)) => {
            Some(central::chart(&setting, style, found, *by))
        }
        (IndirectFound::Network(found), IndirectView::Network(view)) => {
            Some(network::chart(&setting, style, found, view))
        }
        (IndirectFound::Through(found), IndirectView::Through) => {
            Some(through::chart(&setting, style, subject.matrix, found))
        }
        _ => None,
    }
}

/// The middle step of the ramp for a sign.
fn sign_colour(setting: &Setting<'_>, positive: bool) -> Rgb {
    let value = if positive {
        setting.scale.highest()
    } else {
        setting.scale.lowest()
    };
    let two_thirds = Points(i16::try_from(i32::from(value.0) * 2 / 3).unwrap_or(value.0));
    score_colour(two_thirds, setting.scale, setting.look)
}

/// As few as say it to a hundredth.
fn decimals(value: f64) -> u8 {
    let is_whole = |value: f64| (value - value.round()).abs() < 1e-9;
    if is_whole(value) {
        0
    } else if is_whole(value * 10.0) {
        1
    } else {
        2
    }
}

/// As many as the figure among these needs that needs most, so that they stand under one another.
fn most_decimals(values: impl IntoIterator<Item = f64>) -> u8 {
    values.into_iter().map(decimals).max().unwrap_or_default()
}

/// With its sign, no more decimals than it needs, two at most.
fn signed(words: &Words, value: f64) -> String {
    words.numbers().signed(value, decimals(value))
}

/// An effect in a table, said like that.
fn effect(value: f64) -> Value {
    Value::Number {
        value: Some(value),
        decimals: decimals(value),
        signed: true,
    }
}

fn item_at(items: &[SecondOrder], place: usize) -> Option<Item> {
    items.get(place).map(|each| each.item)
}
