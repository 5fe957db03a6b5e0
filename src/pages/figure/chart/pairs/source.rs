//! Pairs that pass a filter: what stands in the cell of one, and what is said of it.

use super::super::{Leads, Tile, TileSource, Value};
use super::{PairFilter, PairOrder, PairShow, kind_key};
use crate::figure::palette::{Look, ramp};
use crate::figure::parts::Setting;
use ordito_analysis::equal::Ruler;
use ordito_analysis::{CoherenceKind, PairTotals, Pairwise, PolicyPlace};
use ordito_model::{Item, Points, Rgb};
use ordito_words::Words;
use ordito_words::messages::PairsSaid;
use std::sync::Arc;

/// Pairs that pass a filter, and what is said of them.
#[derive(Debug)]
pub(super) struct Pairs {
    pub pairwise: Arc<Pairwise>,
    /// By place in the pairwise.
    names: Vec<String>,
    places: Vec<Option<PolicyPlace>>,
    /// Whether a row is of the level and territory asked for.
    wanted: Vec<bool>,
    kind: Option<CoherenceKind>,
    show: PairShow,
    look: Look,
    /// Rows that are shown, in their order.
    pub order: Vec<usize>,
    /// The largest intensity of what is shown.
    largest: f64,
    kinds: [String; 4],
}

impl Pairs {
    pub fn of(setting: &Setting<'_>, pairwise: &Arc<Pairwise>, filter: &PairFilter) -> Self {
        let contents = setting.contents;
        let policy = |item: &Item| item.policy().and_then(|id| contents.policies.get(&id));
        let wanted = |item: &Item| {
            let level = filter
                .level
                .is_none_or(|level| policy(item).is_some_and(|policy| policy.level == Some(level)));
            let territory = filter.territory.as_ref().is_none_or(|territory| {
                policy(item).is_some_and(|policy| policy.territory.trim() == territory)
            });
            level && territory
        };
        let place = |item: &Item| PolicyPlace::of(contents, item.policy()?);
        let mut pairs = Self {
            pairwise: Arc::clone(pairwise),
            names: pairwise
                .rows
                .iter()
                .map(|item| setting.name(*item))
                .collect(),
            places: pairwise.rows.iter().map(place).collect(),
            wanted: pairwise.rows.iter().map(wanted).collect(),
            kind: filter.kind,
            show: filter.show,
            look: setting.look,
            order: Vec::new(),
            largest: 0.0,
            kinds: CoherenceKind::ALL.map(|kind| setting.words.say(kind_key(kind))),
        };
        let n = pairwise.rows.len();
        let mut conflict = vec![0.0; n];
        let mut has = vec![false; n];
        for a in 0..n {
            for b in a + 1..n {
                let Some(met) = pairs.met(a, b).copied() else {
                    continue;
                };
                let amount = match pairs.show {
                    PairShow::Index => 0.0,
                    PairShow::Conflicts => met.conflict,
                    PairShow::Synergies => met.synergy,
                    PairShow::JointHarm => met.joint_harm,
                };
                pairs.largest = pairs.largest.max(amount);
                for row in [a, b] {
                    if let (Some(sum), Some(has)) = (conflict.get_mut(row), has.get_mut(row)) {
                        *sum += met.conflict;
                        *has = true;
                    }
                }
            }
        }
        pairs.order = (0..n)
            .filter(|row| has.get(*row).copied().unwrap_or(false))
            .collect();
        if filter.order == PairOrder::Conflict {
            let of = |row: &usize| conflict.get(*row).copied().unwrap_or(0.0);
            pairs
                .order
                .sort_by(|a, b| Ruler::POINTS.order(of(b), of(a)));
        }
        pairs
    }

    fn kind_of(&self, a: usize, b: usize) -> Option<CoherenceKind> {
        self.places
            .get(a)?
            .as_ref()?
            .kind_with(self.places.get(b)?.as_ref()?)
    }
    /// What two rows have in common, where they have and the filter lets them through.
    pub fn met(&self, a: usize, b: usize) -> Option<&PairTotals> {
        let met = self.pairwise.at(a, b).filter(|met| met.common > 0)?;
        let is = |row: usize| self.wanted.get(row).copied().unwrap_or(false);
        let passes = (is(a) || is(b))
            && self
                .kind
                .is_none_or(|kind| self.kind_of(a, b) == Some(kind));
        passes.then_some(met)
    }
    fn rows(&self, row: usize, column: usize) -> Option<(usize, usize)> {
        Some((*self.order.get(row)?, *self.order.get(column)?))
    }
    pub fn name(&self, row: usize) -> &str {
        self.names.get(row).map_or("", String::as_str)
    }
    pub fn kind_name(&self, a: usize, b: usize) -> String {
        let place = self
            .kind_of(a, b)
            .and_then(|kind| CoherenceKind::ALL.iter().position(|each| *each == kind));
        place
            .and_then(|place| self.kinds.get(place))
            .cloned()
            .unwrap_or_default()
    }

    fn fill(&self, met: &PairTotals) -> Rgb {
        let hundredths = |share: f64| Points((share * 100.0).round() as i16);
        let whole = Points(100);
        let of = |amount: f64, sign: f64| {
            let share = if self.largest > 0.0 {
                amount / self.largest
            } else {
                0.0
            };
            ramp(hundredths(share * sign), whole, self.look)
        };
        match self.show {
            PairShow::Index => ramp(hundredths(met.index().unwrap_or(0.0)), whole, self.look),
            PairShow::Conflicts => of(met.conflict, -1.0),
            PairShow::Synergies => of(met.synergy, 1.0),
            PairShow::JointHarm => of(met.joint_harm, -1.0),
        }
    }
    fn text(&self, met: &PairTotals, words: &Words) -> String {
        let count = |n: u16| words.numbers().count(usize::from(n));
        match self.show {
            PairShow::Index => met
                .index()
                .map_or_else(|| "·".to_owned(), |index| words.numbers().signed(index, 2)),
            PairShow::Conflicts => count(met.conflicts),
            PairShow::Synergies => count(met.synergies),
            PairShow::JointHarm => count(met.joint_harms),
        }
    }

    /// A pair in words.
    pub fn whole(&self, a: usize, b: usize, met: &PairTotals, words: &Words) -> String {
        let numbers = words.numbers();
        let amount =
            |value: f64| numbers.number(value, u8::from((value - value.round()).abs() > 1e-6));
        let mut text = words.pairs_said(PairsSaid {
            a: self.name(a),
            b: self.name(b),
            common: usize::from(met.common),
            conflict: &amount(met.conflict),
            conflicts: usize::from(met.conflicts),
            harm: &amount(met.joint_harm),
            index: &Value::index(met.index()).say(words),
            joint: usize::from(met.joint_harms),
            synergies: usize::from(met.synergies),
            synergy: &amount(met.synergy),
        });
        if let Some((low, high)) = met.index_without_one() {
            text = format!(
                "{text}; {}",
                words.pairs_said_holds(numbers.signed(high, 2), numbers.signed(low, 2))
            );
        } else if met.index().is_some() {
            text = format!("{text}; {}", words.pairs_said_one_goal());
        }
        let kind = self.kind_name(a, b);
        if kind.is_empty() {
            text
        } else {
            format!("{text}; {kind}")
        }
    }
    fn leads(&self, a: usize, b: usize) -> Leads {
        match (self.pairwise.rows.get(a), self.pairwise.rows.get(b)) {
            (Some(a), Some(b)) => Leads::Pair(*a, *b),
            _ => Leads::Nowhere,
        }
    }
}

impl TileSource for Pairs {
    fn tile(&self, row: usize, column: usize, words: &Words) -> Option<Tile> {
        let (a, b) = self.rows(row, column)?;
        let met = self.met(a, b)?;
        Some(Tile {
            fill: self.fill(met),
            text: self.text(met, words),
        })
    }
    fn is_there(&self, row: usize, column: usize) -> bool {
        self.rows(row, column)
            .is_some_and(|(a, b)| self.met(a, b).is_some())
    }
    fn said(&self, row: usize, column: usize, words: &Words) -> (String, String, Leads) {
        let Some((a, b)) = self.rows(row, column) else {
            return (String::new(), String::new(), Leads::Nowhere);
        };
        let Some(met) = self.met(a, b) else {
            return (String::new(), String::new(), Leads::Nowhere);
        };
        (
            format!("{} × {}", self.name(a), self.name(b)),
            self.whole(a, b, met, words),
            self.leads(a, b),
        )
    }
}
