//! The plane of influence and dependence (METHODS M6): four named fields, a point for each item, and beside it where
//! each stands directly and indirectly.

use super::super::super::measure::Measure;
use super::super::super::parts::Setting;
use super::super::super::shape::{Anchor, Area, Weight};
use super::super::{Chart, Leads, Style, Value, held};
use super::{Basis, Sheet};
use crate::analysis::equal::Ruler;
use crate::analysis::hold::{Hold, LeftOut};
use crate::analysis::micmac::{ImpactPart, Micmac, Placed, Quadrant, Settled, Standing};
use crate::model::Axis;
use std::collections::HashMap;

/// METHODS M6.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaneFound {
    pub basis: Basis,
    pub part: ImpactPart,
    /// `None` when nothing acts on anything.
    pub micmac: Option<Micmac>,
    pub left_out: LeftOut,
    /// How far the ranks of the items hold, in the order of [`PlaneFound::ranked`].
    pub holds: Vec<Vec<Option<Hold>>>,
}
impl PlaneFound {
    /// What items are ranked by: influence directly and indirectly, dependence directly and indirectly. By their ranks,
    /// which are exact, the first one largest; shares are rounded.
    pub fn ranked(micmac: Option<&Micmac>, n_items: usize) -> Vec<Vec<Option<f64>>> {
        let of: [fn(&Placed) -> usize; 4] = [
            |each| each.direct.influence_rank,
            |each| each.indirect.influence_rank,
            |each| each.direct.dependence_rank,
            |each| each.indirect.dependence_rank,
        ];
        let values = |of: fn(&Placed) -> usize| match micmac {
            Some(micmac) => micmac.items.iter().map(|each| Some(-(of(each) as f64))).collect(),
            None => vec![None; n_items],
        };
        of.map(values).to_vec()
    }
    /// The four of an item.
    fn of_item(&self, place: usize) -> [Option<Hold>; 4] {
        std::array::from_fn(|at| self.holds.get(at).and_then(|holds| holds.get(place)).copied().flatten())
    }
}

const ROW: f64 = 40.0;
const HEAD: f64 = 52.0;
const FIGURE: f64 = 62.0;
const LABEL: f64 = 12.0;
const POINT: f64 = 5.0;

pub(super) const fn quadrant_key(quadrant: Quadrant) -> &'static str {
    match quadrant {
        Quadrant::Influential => "indirect-quadrant-influential",
        Quadrant::Relay => "indirect-quadrant-relay",
        Quadrant::Dependent => "indirect-quadrant-dependent",
        Quadrant::Autonomous => "indirect-quadrant-autonomous",
    }
}
pub const fn part_key(part: ImpactPart) -> &'static str {
    match part {
        ImpactPart::Magnitude => "indirect-part-magnitude",
        ImpactPart::Positive => "indirect-part-positive",
        ImpactPart::Negative => "indirect-part-negative",
    }
}

fn overlap(a: Area, b: Area) -> bool {
    a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()
}

/// A place, with the point whose own it is, if it is one's.
type Spot = (Area, Option<usize>);
/// What is taken already, by squares of the picture: a thousand points are not all compared with a thousand labels.
#[derive(Default)]
struct Busy {
    squares: HashMap<(i32, i32), Vec<Spot>>,
}
impl Busy {
    const SIDE: f64 = 32.0;
    fn squares(area: Area) -> impl Iterator<Item = (i32, i32)> {
        let of = |from: f64, to: f64| (from / Self::SIDE).floor() as i32..=(to / Self::SIDE).floor() as i32;
        let across = of(area.x, area.right());
        of(area.y, area.bottom()).flat_map(move |y| across.clone().map(move |x| (x, y)))
    }
    fn take(&mut self, area: Area, own: Option<usize>) {
        for square in Self::squares(area) {
            self.squares.entry(square).or_default().push((area, own));
        }
    }
    /// Whether something else than this point's own place lies there.
    fn is_under(&self, area: Area, own: usize) -> bool {
        let here = Self::squares(area).filter_map(|square| self.squares.get(&square)).flatten();
        here.into_iter().any(|(other, of)| *of != Some(own) && overlap(area, *other))
    }
}

/// Places for labels beside their points that cover neither another label nor a point nor what is `taken`; `None`
/// where there is no room.
pub(super) fn label_places(
    measure: &Measure,
    points: &[(f64, f64)],
    labels: &[String],
    inside: Area,
    taken: &[Area],
) -> Vec<Option<Area>> {
    let mut busy = Busy::default();
    for (own, (x, y)) in points.iter().enumerate() {
        busy.take(Area::new(x - POINT, y - POINT, 2.0 * POINT, 2.0 * POINT), Some(own));
    }
    for area in taken {
        busy.take(*area, None);
    }
    let mut found = Vec::with_capacity(points.len());
    for (own, ((x, y), label)) in points.iter().zip(labels).enumerate() {
        let (width, height) = (measure.width(label, LABEL, Weight::Regular) + 2.0, LABEL + 3.0);
        let gap = POINT + 2.0;
        let places = [
            (x + gap, y - height / 2.0),
            (x - gap - width, y - height / 2.0),
            (x - width / 2.0, y - gap - height),
            (x - width / 2.0, y + gap),
            (x + gap - 2.0, y - gap - height + 4.0),
            (x + gap - 2.0, y + gap - 4.0),
            (x - gap + 2.0 - width, y - gap - height + 4.0),
            (x - gap + 2.0 - width, y + gap - 4.0),
        ];
        let free = places.into_iter().map(|(x, y)| Area::new(x, y, width, height)).find(|area| {
            area.x >= inside.x
                && area.right() <= inside.right()
                && area.y >= inside.y
                && area.bottom() <= inside.bottom()
                && !busy.is_under(*area, own)
        });
        if let Some(area) = free {
            busy.take(area, None);
        }
        found.push(free);
    }
    found
}

pub(super) fn chart(setting: &Setting<'_>, style: &Style, found: &PlaneFound, is_indirect: bool) -> Chart {
    let words = setting.words;
    let numbers = words.numbers();
    let heads = [
        ("chart-name", false),
        ("indirect-quadrant", false),
        ("indirect-quadrant-direct", false),
        ("indirect-influence-direct", true),
        ("indirect-influence-indirect", true),
        ("indirect-influence-rank-direct", true),
        (held::FROM, true),
        (held::TO, true),
        (held::TOP_THREE, true),
        ("indirect-influence-rank-indirect", true),
        (held::FROM, true),
        (held::TO, true),
        (held::TOP_THREE, true),
        ("indirect-dependence-direct", true),
        ("indirect-dependence-indirect", true),
        ("indirect-dependence-rank-direct", true),
        (held::FROM, true),
        (held::TO, true),
        (held::TOP_THREE, true),
        ("indirect-dependence-rank-indirect", true),
        (held::FROM, true),
        (held::TO, true),
        (held::TOP_THREE, true),
    ];
    let mut sheet = Sheet::new(setting, style, words.say("indirect-plane-title"), 880.0, &heads);
    let Some(micmac) = &found.micmac else {
        let text = words.say("indirect-plane-nothing");
        sheet.text((sheet.inner, 24.0 + sheet.y), text.clone(), 14.0, false, false, Anchor::Start);
        sheet.y += 48.0;
        return sheet.ended((0.0, 0.0), &[text, found.basis.say(words)]);
    };
    let of = |each: &Placed| if is_indirect { each.indirect } else { each.direct };
    let quadrant = |each: &Placed| if is_indirect { each.indirect_quadrant } else { each.direct_quadrant };
    let top = sheet.y + 10.0;
    let side = (sheet.width * 0.46).clamp(380.0, 520.0);
    let plane = Area::new(sheet.inner + 26.0, top, side, side.min(sheet.width * 0.42));
    let largest = |value: fn(&Standing) -> f64| {
        micmac.items.iter().map(|each| value(&of(each))).fold(micmac.mean, f64::max) * 1.06
    };
    let (wide, high) = (largest(|at| at.dependence), largest(|at| at.influence));
    let at = |standing: &Standing| {
        (plane.x + standing.dependence / wide * plane.width, plane.bottom() - standing.influence / high * plane.height)
    };
    let tokens = setting.tokens;
    sheet.canvas.fill(plane, tokens.canvas);
    sheet.canvas.border(plane, tokens.border);
    let (x, y) = (plane.x + micmac.mean / wide * plane.width, plane.bottom() - micmac.mean / high * plane.height);
    sheet.canvas.line((x, plane.y), (x, plane.bottom()), 1.5, tokens.muted);
    sheet.canvas.line((plane.x, y), (plane.right(), y), 1.5, tokens.muted);
    // Names of the fields stand in their outer corners, where fields reach.
    let corners = [
        (Quadrant::Influential, (plane.x + 8.0, plane.y + 14.0), Anchor::Start),
        (Quadrant::Relay, (plane.right() - 8.0, plane.y + 14.0), Anchor::End),
        (Quadrant::Autonomous, (plane.x + 8.0, plane.bottom() - 14.0), Anchor::Start),
        (Quadrant::Dependent, (plane.right() - 8.0, plane.bottom() - 14.0), Anchor::End),
    ];
    // Labels keep off the lines between fields, too.
    let mut taken = vec![Area::new(x - 1.0, plane.y, 2.0, plane.height), Area::new(plane.x, y - 1.0, plane.width, 2.0)];
    for (quadrant, at, anchor) in corners {
        let name = words.say(quadrant_key(quadrant));
        let width = setting.measure.width(&name, 13.0, Weight::Semibold);
        let left = if anchor == Anchor::End { at.0 - width } else { at.0 };
        taken.push(Area::new(left, at.1 - 9.0, width, 18.0));
        sheet.text(at, name, 13.0, true, true, anchor);
    }
    sheet.text(
        (plane.right(), plane.bottom() + 14.0),
        words.say("indirect-axis-dependence"),
        12.0,
        false,
        true,
        Anchor::End,
    );
    let upright = (plane.x - 10.0, plane.bottom());
    sheet.canvas.upright(upright, words.say("indirect-axis-influence"), 12.0, Weight::Regular, tokens.muted);

    // The strongest get their labels first.
    let mut order: Vec<(usize, &Placed)> = micmac.items.iter().enumerate().collect();
    order.sort_by(|(_, a), (_, b)| {
        let sum = |each: &Placed| of(each).influence + of(each).dependence;
        Ruler::POINTS.order(sum(b), sum(a))
    });
    let points: Vec<(f64, f64)> = order.iter().map(|(_, each)| at(&of(each))).collect();
    let labels: Vec<String> = order.iter().map(|(_, each)| setting.label(each.item).0).collect();
    let places = label_places(&setting.measure, &points, &labels, plane, &taken);
    let n_bare = places.iter().filter(|place| place.is_none()).count();
    for ((((nth, each), point), label), place) in order.iter().zip(&points).zip(&labels).zip(&places) {
        let (x, y) = *point;
        let dot = Area::new(x - POINT, y - POINT, 2.0 * POINT, 2.0 * POINT);
        let diamond = vec![(x, y - POINT), (x + POINT, y), (x, y + POINT), (x - POINT, y)];
        sheet.canvas.polygon(diamond, tokens.primary);
        if let Some(place) = place {
            let at = (place.x + 1.0, place.middle().1);
            sheet.text(at, label.as_str(), LABEL, false, false, Anchor::Start);
        }
        let name = setting.name(each.item);
        let share = |value: f64| numbers.number(value, 0);
        let holds = found.of_item(*nth);
        let said = |at: usize| held::short(words, holds.get(at).and_then(Option::as_ref));
        let args = [
            ("name", name.as_str().into()),
            ("quadrant", words.say(quadrant_key(quadrant(each))).into()),
            ("influence", share(of(each).influence).into()),
            ("dependence", share(of(each).dependence).into()),
            ("influence-direct", said(0).into()),
            ("influence-indirect", said(1).into()),
            ("dependence-direct", said(2).into()),
            ("dependence-indirect", said(3).into()),
        ];
        let text = words.say_with("indirect-plane-said", &args);
        let area = place.map_or(dot, |place| {
            let (left, top) = (dot.x.min(place.x), dot.y.min(place.y));
            let (right, bottom) = (dot.right().max(place.right()), dot.bottom().max(place.bottom()));
            Area::new(left, top, right - left, bottom - top)
        });
        let mark = sheet.mark(area, name.clone(), text, Leads::Lines(Axis::Rows, vec![each.item]));
        let share = |value: f64| Value::figure(Some(value), 0);
        let quadrant_name = |quadrant| Value::Text(words.say(quadrant_key(quadrant)));
        let mut values = vec![
            Value::Text(name),
            quadrant_name(each.indirect_quadrant),
            quadrant_name(each.direct_quadrant),
            share(each.direct.influence),
            share(each.indirect.influence),
        ];
        let [influence, indirect_influence, dependence, indirect_dependence] =
            holds.map(|hold| held::values(hold.as_ref()));
        values.extend(influence.into_iter().chain(indirect_influence));
        values.extend([share(each.direct.dependence), share(each.indirect.dependence)]);
        values.extend(dependence.into_iter().chain(indirect_dependence));
        sheet.table.push(Some(mark), values);
    }

    // Ranks beside it: directly and indirectly.
    let list = plane.right() + 28.0;
    let name_room = sheet.width - sheet.inner - list - 4.0 * FIGURE;
    let texts = [
        "indirect-influence-rank-direct-short",
        "indirect-influence-rank-indirect-short",
        "indirect-dependence-rank-direct-short",
        "indirect-dependence-rank-indirect-short",
    ]
    .map(|key| (words.say(key), FIGURE));
    let title = words.say("indirect-ranks");
    sheet.text((list, top + HEAD - 12.0), title, 13.0, true, false, Anchor::Start);
    sheet.heads(&texts, top + HEAD - 12.0);
    let right = sheet.width - sheet.inner;
    let ink = tokens.line;
    let mut y = top + HEAD;
    sheet.canvas.line((list, y), (right, y), 1.0, ink);
    let mut ranked: Vec<(usize, &Placed)> = micmac.items.iter().enumerate().collect();
    ranked.sort_by_key(|(_, each)| (each.indirect.influence_rank, each.direct.influence_rank));
    for (nth, each) in ranked {
        let middle = y + ROW / 2.0;
        let holds = found.of_item(nth);
        let name = setting.name(each.item);
        sheet.name(&name, list, middle, name_room - 8.0);
        let mut x = list + name_room;
        let ranks = [
            (each.direct.influence_rank, each.indirect.influence_rank),
            (each.direct.dependence_rank, each.indirect.dependence_rank),
        ];
        for ((direct, indirect), holds) in ranks.into_iter().zip(holds.chunks(2)) {
            // The range of each rank stands under it.
            for (at, hold) in holds.iter().enumerate() {
                let end = (x + FIGURE * (at + 1) as f64, middle + 9.0);
                let range = hold.as_ref().map(|hold| held::range(words, hold)).unwrap_or_default();
                sheet.text(end, range, 11.0, false, true, Anchor::End);
            }
            let middle = middle - 7.0;
            x += FIGURE;
            sheet.text((x, middle), numbers.count(direct), 13.0, false, false, Anchor::End);
            x += FIGURE;
            let arrow = match direct.cmp(&indirect) {
                std::cmp::Ordering::Greater => "▲ ",
                std::cmp::Ordering::Less => "▼ ",
                std::cmp::Ordering::Equal => "",
            };
            let text = format!("{arrow}{}", numbers.count(indirect));
            sheet.text((x, middle), text, 13.0, direct != indirect, false, Anchor::End);
        }
        let said = |at: usize| held::short(words, holds.get(at).and_then(Option::as_ref));
        let args = [
            ("name", name.as_str().into()),
            ("influence-direct", said(0).into()),
            ("influence-indirect", said(1).into()),
            ("dependence-direct", said(2).into()),
            ("dependence-indirect", said(3).into()),
        ];
        let text = words.say_with("indirect-ranks-said", &args);
        let area = Area::new(list, y, right - list, ROW);
        sheet.mark(area, name, text, Leads::Lines(Axis::Rows, vec![each.item]));
        y += ROW;
        sheet.canvas.line((list, y), (right, y), 1.0, ink);
    }
    sheet.y = y.max(plane.bottom() + 26.0) + 8.0;

    let settled = match micmac.settled {
        Settled::AtPower(power) => words.say_with("indirect-settled", &[("power", (power as usize).into())]),
        Settled::NoCircles => words.say("indirect-no-circles"),
        Settled::Not(power) => words.say_with("indirect-not-settled", &[("power", (power as usize).into())]),
    };
    let args = [
        ("n", micmac.items.len().into()),
        ("matrix", setting.matrix.name.as_str().into()),
        ("assessor", setting.assessor_name().into()),
        ("which", words.say(if is_indirect { "indirect-which-indirect" } else { "indirect-which-direct" }).into()),
        ("part", words.say(&format!("{}-said", part_key(found.part))).into()),
        ("mean", numbers.number(micmac.mean, 0).into()),
    ];
    let mut sentence = vec![words.say_with("indirect-plane-sentence", &args), settled];
    sentence.push(held::sentence(words, found.left_out));
    if n_bare > 0 {
        sentence.push(words.say_with("indirect-plane-bare", &[("n", n_bare.into())]));
    }
    sentence.push(found.basis.say(words));
    sheet.ended((0.0, 0.0), &sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_cover_neither_each_other_nor_points_and_keep_inside() {
        let measure = Measure::new();
        let points: Vec<(f64, f64)> =
            (0..40).map(|i| (20.0 + f64::from(i % 7) * 14.0, 20.0 + f64::from(i / 7) * 11.0)).collect();
        let labels: Vec<String> = (0..40).map(|i| format!("G{i}")).collect();
        let inside = Area::new(0.0, 0.0, 160.0, 110.0);
        let found = label_places(&measure, &points, &labels, inside, &[]);
        let placed: Vec<Area> = found.iter().flatten().copied().collect();
        assert!(placed.len() > 4 && placed.len() < 40, "{}", placed.len());
        for (i, area) in placed.iter().enumerate() {
            assert!(placed.iter().skip(i + 1).all(|other| !overlap(*area, *other)));
            assert!(area.x >= 0.0 && area.right() <= 160.0 && area.y >= 0.0 && area.bottom() <= 110.0);
        }
        // A lone point has its label to the right.
        let lone = label_places(&measure, &[(50.0, 50.0)], &labels[..1], inside, &[]);
        assert!(lone[0].is_some_and(|area| area.x > 50.0));
    }
}
