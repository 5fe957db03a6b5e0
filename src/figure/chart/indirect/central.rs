//! Centralities (METHODS M5) as a ranking by one of them, with the others beside it and what it means in words.

use super::super::super::parts::Setting;
use super::super::super::shape::{Anchor, Area};
use super::super::{Chart, Leads, Style, Value, held};
use super::{Basis, Sheet};
use crate::analysis::centrality::Central;
use crate::analysis::hold::{Hold, LeftOut};
use crate::model::Axis;

/// METHODS M5.
#[derive(Debug, Clone, PartialEq)]
pub struct CentralFound {
    pub basis: Basis,
    /// In the order of rows.
    pub items: Vec<Central>,
    pub left_out: LeftOut,
    /// By each centrality, in the order of [`CentralBy::ALL`]: how far the ranks of the items hold.
    pub holds: Vec<Vec<Option<Hold>>>,
}
impl CentralFound {
    fn holds(&self, by: CentralBy) -> &[Option<Hold>] {
        let at = CentralBy::ALL.iter().position(|each| *each == by).unwrap_or(0);
        self.holds.get(at).map(Vec::as_slice).unwrap_or_default()
    }
}

/// By which centrality items are ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CentralBy {
    #[default]
    Betweenness,
    ClosenessOut,
    ClosenessIn,
    Entropy,
}
impl CentralBy {
    pub const ALL: [Self; 4] = [Self::Betweenness, Self::ClosenessOut, Self::ClosenessIn, Self::Entropy];
    pub const fn key(self) -> &'static str {
        match self {
            Self::Betweenness => "indirect-betweenness",
            Self::ClosenessOut => "indirect-closeness-out",
            Self::ClosenessIn => "indirect-closeness-in",
            Self::Entropy => "indirect-entropy",
        }
    }
    /// `None` where there is no such number.
    pub fn of(self, central: &Central) -> Option<f64> {
        match self {
            Self::Betweenness => central.betweenness_share.map(|share| share * 100.0),
            Self::ClosenessOut => Some(central.closeness_out),
            Self::ClosenessIn => Some(central.closeness_in),
            Self::Entropy => central.entropy,
        }
    }
    const fn decimals(self) -> u8 {
        if matches!(self, Self::Betweenness) { 1 } else { 2 }
    }
}

const ROW: f64 = 30.0;
const FIGURE: f64 = 104.0;

pub(super) fn chart(setting: &Setting<'_>, style: &Style, found: &CentralFound, by: CentralBy) -> Chart {
    let words = setting.words;
    let heads = [
        ("chart-place", true),
        (held::FROM, true),
        (held::TO, true),
        (held::TOP_THREE, true),
        ("chart-name", false),
        (CentralBy::Betweenness.key(), true),
        ("indirect-betweenness-paths", true),
        (CentralBy::ClosenessOut.key(), true),
        (CentralBy::ClosenessIn.key(), true),
        (CentralBy::Entropy.key(), true),
    ];
    let mut sheet = Sheet::new(setting, style, words.say("indirect-central-title"), 860.0, &heads);
    let mean = words.say(&format!("{}-text", by.key()));
    sheet.y += 6.0;
    let room = sheet.width - 2.0 * sheet.inner;
    for line in setting.measure.wrap(&mean, 13.0, super::super::super::shape::Weight::Regular, room, 3) {
        let at = (sheet.inner, sheet.y + 10.0);
        sheet.text(at, line, 13.0, false, true, Anchor::Start);
        sheet.y += 18.0;
    }
    let bottom = sheet.y + 34.0;
    let texts = CentralBy::ALL.map(|each| (words.say(each.key()), FIGURE));
    sheet.heads(&texts, bottom);
    sheet.y = bottom + 12.0;
    let (first, top) = (sheet.y, sheet.y);
    sheet.rule(first);
    let name = (sheet.width * 0.3).clamp(180.0, 330.0);
    let left = sheet.inner + held::ROOM + name;
    let right = sheet.width - sheet.inner - FIGURE * 4.0;
    let holds = found.holds(by).iter().copied().chain(std::iter::repeat(None));
    let mut items: Vec<(&Central, Option<Hold>)> = found.items.iter().zip(holds).collect();
    // What has no number has no rank and comes last.
    items.sort_by_key(|(_, hold)| hold.map_or(usize::MAX, |hold| hold.rank));
    let largest = items.iter().filter_map(|(each, _)| by.of(each)).fold(0.0, f64::max);
    for (each, hold) in items {
        let own = by.of(each);
        let named = setting.name(each.item);
        let middle = sheet.y + ROW / 2.0;
        let place = held::short(words, hold.as_ref());
        sheet.text((sheet.inner, middle), place, 13.0, false, true, Anchor::Start);
        sheet.name(&named, sheet.inner + held::ROOM, middle, name - 14.0);
        if let Some(value) = own.filter(|_| largest > 0.0) {
            let bar = Area::new(left, middle - 7.0, value / largest * (right - left).max(20.0), 14.0);
            let fill = setting.tokens.primary;
            sheet.canvas.fill(bar, fill);
        }
        let mut x = right;
        let said: Vec<String> = CentralBy::ALL
            .iter()
            .map(|each_by| Value::figure(each_by.of(each), each_by.decimals()).say(words))
            .collect();
        for (each_by, text) in CentralBy::ALL.iter().zip(&said) {
            x += FIGURE;
            sheet.text((x, middle), text.as_str(), 13.0, *each_by == by, false, Anchor::End);
        }
        let mut args = vec![("name", named.as_str().into()), ("place", held::said(words, hold.as_ref()).into())];
        for (key, text) in ["betweenness", "out", "in", "entropy"].into_iter().zip(&said) {
            args.push((key, text.as_str().into()));
        }
        let text = words.say_with("indirect-central-said", &args);
        let area = Area::new(0.0, sheet.y, sheet.width, ROW);
        let mark = sheet.mark(area, named.clone(), text, Leads::Lines(Axis::Rows, vec![each.item]));
        let figure = |by: CentralBy| Value::figure(by.of(each), by.decimals());
        sheet.table.push(
            Some(mark),
            held::values(hold.as_ref())
                .into_iter()
                .chain([
                    Value::Text(named),
                    figure(CentralBy::Betweenness),
                    Value::figure(Some(each.betweenness), 2),
                    figure(CentralBy::ClosenessOut),
                    figure(CentralBy::ClosenessIn),
                    figure(CentralBy::Entropy),
                ])
                .collect(),
        );
        sheet.y += ROW;
        sheet.rule(sheet.y);
    }
    let args = [
        ("n", found.items.len().into()),
        ("matrix", setting.matrix.name.as_str().into()),
        ("assessor", setting.assessor_name().into()),
        ("by", words.say(by.key()).to_lowercase().into()),
    ];
    let sentence = [
        words.say_with("indirect-central-sentence", &args),
        held::sentence(words, found.left_out),
        found.basis.say(words),
    ];
    sheet.ended((0.0, top), &sentence)
}
