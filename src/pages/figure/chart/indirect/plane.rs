//! The plane of influence and dependence (METHODS M6): four named fields, a point for each item, and beside it where
//! each stands directly and indirectly.

use super::super::super::parts::Setting;
use super::super::super::shape::{Anchor, Area, Weight};
use super::super::rank_range::{self, Ranked};
use super::super::sheet::{Column, Ink, Sheet, Text};
use super::super::{Chart, Leads, Style, Value, finding};
use super::Basis;
use super::labels::{LED, POINT, apart, label_places, led, overlap};
use super::named::Named;
use ordito_analysis::case_deletion::{CaseDeletion, RankRange};
use ordito_analysis::equal::Ruler;
use ordito_analysis::micmac::{ImpactPart, Micmac, Placed, Quadrant, Settled, Standing};
use ordito_model::{Axis, Rgb};
use ordito_words::Words;
use ordito_words::messages::{IndirectPlaneSaid, IndirectPlaneSentence, IndirectRanksSaid};

/// METHODS M6.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaneFound {
    pub basis: Basis,
    pub part: ImpactPart,
    /// `None` when nothing acts on anything.
    pub micmac: Option<Micmac>,
    pub left_out: CaseDeletion,
    /// How far the ranks of the items hold, in the order of [`PlaneFound::ranked`].
    pub ranges: Vec<Vec<Option<RankRange>>>,
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
            Some(micmac) => micmac
                .items
                .iter()
                .map(|each| Some(-(of(each) as f64)))
                .collect(),
            None => vec![None; n_items],
        };
        of.map(values).to_vec()
    }
    /// The four of an item.
    fn of_item(&self, place: usize) -> [Option<RankRange>; 4] {
        std::array::from_fn(|at| {
            self.ranges
                .get(at)
                .and_then(|ranges| ranges.get(place))
                .copied()
                .flatten()
        })
    }
}

/// A picture is no narrower than this; ranks need so much beside a plane that is so wide at least.
const LEAST: f64 = 620.0;
const RANKS: f64 = 430.0;
const SIDE: f64 = 520.0;
const ROW: f64 = 40.0;
const HEAD: f64 = 52.0;
const FIGURE: f64 = 62.0;

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

/// An item on the plane, with its four ranks.
struct Line<'a> {
    words: &'a Words,
    each: &'a Placed,
    ranges: [Option<RankRange>; 4],
    name: String,
}
impl Ranked for Line<'_> {
    fn range(&self, at: usize) -> Option<&RankRange> {
        self.ranges.get(at)?.as_ref()
    }
}
impl Line<'_> {
    fn quadrant(&self, quadrant: Quadrant) -> Value {
        Value::Text(self.words.say(quadrant_key(quadrant)))
    }
    /// A rank with its range, in words.
    fn short(&self, at: usize) -> String {
        rank_range::short(self.words, self.range(at))
    }
}

const fn share(value: f64) -> Value {
    Value::figure(Some(value), 0)
}

fn columns<'a>() -> Vec<Column<Line<'a>>> {
    let mut columns = vec![
        Column::text("chart-name", |line: &Line<'a>| {
            Value::Text(line.name.clone())
        }),
        Column::text("indirect-quadrant", |line| {
            line.quadrant(line.each.indirect_quadrant)
        }),
        Column::text("indirect-quadrant-direct", |line| {
            line.quadrant(line.each.direct_quadrant)
        }),
        Column::number("indirect-influence-direct", |line| {
            share(line.each.direct.influence)
        }),
        Column::number("indirect-influence-indirect", |line| {
            share(line.each.indirect.influence)
        }),
    ];
    columns.extend(rank_range::columns::<_, 0>(
        "indirect-influence-rank-direct",
    ));
    columns.extend(rank_range::columns::<_, 1>(
        "indirect-influence-rank-indirect",
    ));
    columns.push(Column::number("indirect-dependence-direct", |line| {
        share(line.each.direct.dependence)
    }));
    columns.push(Column::number("indirect-dependence-indirect", |line| {
        share(line.each.indirect.dependence)
    }));
    columns.extend(rank_range::columns::<_, 2>(
        "indirect-dependence-rank-direct",
    ));
    columns.extend(rank_range::columns::<_, 3>(
        "indirect-dependence-rank-indirect",
    ));
    columns
}

pub(super) fn chart(
    setting: &Setting<'_>,
    style: &Style,
    found: &PlaneFound,
    is_indirect: bool,
) -> Chart {
    let words = setting.words;
    let columns = columns();
    let titles = (
        "indirect-plane-title",
        finding(setting, found.micmac.as_ref(), is_indirect),
    );
    let mut sheet = Sheet::new(setting, style, titles, LEAST, &columns);
    let Some(micmac) = &found.micmac else {
        let text = words.indirect_plane_nothing();
        sheet.text(
            (sheet.inner, 24.0 + sheet.y),
            text.clone(),
            Text::NAME.sized(14.0),
        );
        sheet.y += 48.0;
        return sheet.ended((0.0, 0.0), &[text, found.basis.say(words)]);
    };
    let lines: Vec<Line<'_>> = (micmac.items.iter().enumerate())
        .map(|(nth, each)| Line {
            words,
            each,
            ranges: found.of_item(nth),
            name: setting.name(each.item),
        })
        .collect();
    let plane = Plane::of(&sheet, micmac, is_indirect);
    let (taken, rules) = fields(&mut sheet, &plane);
    let n_bare = points(&mut sheet, &plane, &lines, (&taken, &rules), &columns);
    let bottom = ranks(&mut sheet, &plane, &lines);
    sheet.y = bottom.max(plane.area.bottom() + 26.0) + 8.0;
    let sentence = sentence(setting, found, micmac, is_indirect, n_bare);
    sheet.ended((0.0, 0.0), &sentence)
}

/// Who acts most on others, and on whom others act most.
fn finding(setting: &Setting<'_>, micmac: Option<&Micmac>, is_indirect: bool) -> String {
    let words = setting.words;
    let Some(micmac) = micmac else {
        return words.indirect_plane_nothing();
    };
    // By ranks, which are exact: the first is largest.
    let first = |rank: fn(&Standing) -> usize| {
        let of = |each: &Placed| {
            let standing = if is_indirect {
                each.indirect
            } else {
                each.direct
            };
            (setting.name(each.item), rank(&standing) as f64)
        };
        finding::least(words, micmac.items.iter().map(of))
            .map_or_else(String::new, |(name, _)| name)
    };
    words.finding_plane(
        first(|at| at.influence_rank),
        first(|at| at.dependence_rank),
    )
}

/// The plane in the picture, and how far it reaches.
struct Plane {
    is_indirect: bool,
    /// Ranks stand beside it, not below.
    is_beside: bool,
    area: Area,
    mean: f64,
    /// The largest dependence and influence there is room for.
    wide: f64,
    high: f64,
}
impl Plane {
    fn of(sheet: &Sheet<'_>, micmac: &Micmac, is_indirect: bool) -> Self {
        // Beside the ranks where both have room, else above them.
        let left = sheet.inner + 26.0;
        let whole = sheet.width - left - sheet.inner;
        let beside = whole - RANKS - 28.0;
        let is_beside = beside >= SIDE;
        let side = if is_beside { beside } else { whole }.min(720.0);
        let area = Area::new(
            left,
            sheet.y + 10.0,
            side,
            (side * 0.86).clamp(420.0, 600.0),
        );
        let plane = Self {
            is_indirect,
            is_beside,
            area,
            mean: micmac.mean,
            wide: 0.0,
            high: 0.0,
        };
        let largest = |value: fn(&Standing) -> f64| {
            micmac
                .items
                .iter()
                .map(|each| value(&plane.standing(each)))
                .fold(micmac.mean, f64::max)
                * 1.06
        };
        let (wide, high) = (largest(|at| at.dependence), largest(|at| at.influence));
        Self {
            wide,
            high,
            ..plane
        }
    }
    const fn standing(&self, each: &Placed) -> Standing {
        if self.is_indirect {
            each.indirect
        } else {
            each.direct
        }
    }
    const fn quadrant(&self, each: &Placed) -> Quadrant {
        if self.is_indirect {
            each.indirect_quadrant
        } else {
            each.direct_quadrant
        }
    }
    fn at(&self, dependence: f64, influence: f64) -> (f64, f64) {
        let area = self.area;
        (
            area.x + dependence / self.wide * area.width,
            area.bottom() - influence / self.high * area.height,
        )
    }
}

/// The four fields with their names; gives what names have to keep off, and the lines that they had better not cross.
fn fields(sheet: &mut Sheet<'_>, plane: &Plane) -> (Vec<Area>, [Area; 2]) {
    let (setting, tokens, words, area) = (
        sheet.setting,
        sheet.setting.tokens,
        sheet.words(),
        plane.area,
    );
    sheet.canvas.fill(area, tokens.canvas);
    sheet.canvas.border(area, tokens.border);
    let (x, y) = plane.at(plane.mean, plane.mean);
    sheet
        .canvas
        .line((x, area.y), (x, area.bottom()), 1.5, tokens.muted);
    sheet
        .canvas
        .line((area.x, y), (area.right(), y), 1.5, tokens.muted);
    // Names of the fields stand in their outer corners, where fields reach.
    let corners = [
        (
            Quadrant::Influential,
            (area.x + 8.0, area.y + 14.0),
            Anchor::Start,
        ),
        (
            Quadrant::Relay,
            (area.right() - 8.0, area.y + 14.0),
            Anchor::End,
        ),
        (
            Quadrant::Autonomous,
            (area.x + 8.0, area.bottom() - 14.0),
            Anchor::Start,
        ),
        (
            Quadrant::Dependent,
            (area.right() - 8.0, area.bottom() - 14.0),
            Anchor::End,
        ),
    ];
    let rules = [
        Area::new(x - 1.0, area.y, 2.0, area.height),
        Area::new(area.x, y - 1.0, area.width, 2.0),
    ];
    let mut taken = Vec::new();
    for (quadrant, at, anchor) in corners {
        let name = words.say(quadrant_key(quadrant));
        let width = setting.measure.width(&name, 13.0, Weight::Semibold);
        let left = if anchor == Anchor::End {
            at.0 - width
        } else {
            at.0
        };
        taken.push(Area::new(left, at.1 - 9.0, width, 18.0));
        sheet.text(
            at,
            name,
            Text {
                ink: Ink::Muted,
                anchor,
                ..Text::TITLE
            },
        );
    }
    let corner = (area.right(), area.bottom() + 14.0);
    sheet.text(corner, words.indirect_axis_dependence(), Text::HEAD);
    let upright = (area.x - 10.0, area.bottom());
    sheet.canvas.upright(
        upright,
        words.indirect_axis_influence(),
        12.0,
        Weight::Regular,
        tokens.muted,
    );
    (taken, rules)
}

/// The points with their names, and a row of the table for each; gives how many have no name.
fn points<'a>(
    sheet: &mut Sheet<'_>,
    plane: &Plane,
    lines: &[Line<'a>],
    (taken, rules): (&[Area], &[Area]),
    columns: &[Column<Line<'a>>],
) -> usize {
    let setting = sheet.setting;
    // The strongest get their names first.
    let mut order: Vec<&Line<'_>> = lines.iter().collect();
    order.sort_by(|a, b| {
        let sum = |line: &Line<'_>| {
            plane.standing(line.each).influence + plane.standing(line.each).dependence
        };
        Ruler::POINTS.order(sum(b), sum(a))
    });
    let dot = |line: &&Line<'_>| {
        let standing = plane.standing(line.each);
        let (x, y) = plane.at(standing.dependence, standing.influence);
        Area::new(x - POINT, y - POINT, 2.0 * POINT, 2.0 * POINT)
    };
    let dots: Vec<Area> = order.iter().map(dot).collect();
    let names: Vec<Named> = order
        .iter()
        .map(|line| Named::of(setting, line.each.item))
        .collect();
    let sizes: Vec<(f64, f64)> = names.iter().map(Named::size).collect();
    // Better not over the lines between fields.
    let cost = |area: Area| rules.iter().filter(|rule| overlap(area, **rule)).count();
    let places = label_places(&dots, &sizes, plane.area, taken, cost);
    for (dot, place) in dots.iter().zip(&places) {
        if let Some(place) = place.filter(|place| apart(*dot, *place) > LED) {
            let (from, to) = led(*dot, place);
            sheet.canvas.line(from, to, 1.0, setting.tokens.muted);
        }
    }
    for (((line, dot), named), place) in order.iter().zip(&dots).zip(&names).zip(&places) {
        diamond(sheet, *dot, named.fill);
        if let Some(place) = place {
            named.draw(sheet, *place, setting.tokens.canvas);
        }
        let area = place.map_or(*dot, |place| {
            let (left, top) = (dot.x.min(place.x), dot.y.min(place.y));
            let (right, bottom) = (
                dot.right().max(place.right()),
                dot.bottom().max(place.bottom()),
            );
            Area::new(left, top, right - left, bottom - top)
        });
        let leads = Leads::Lines(Axis::Rows, vec![line.each.item]);
        let mark = sheet.mark(area, line.name.clone(), point_said(plane, line), leads);
        sheet.row(Some(mark), columns, *line);
    }
    places.iter().filter(|place| place.is_none()).count()
}

/// A point in its colour with a line round it that is seen on every ground, and the ground's colour round that where
/// points touch.
fn diamond(sheet: &mut Sheet<'_>, dot: Area, fill: Rgb) {
    let (x, y) = dot.middle();
    let of = |half: f64| vec![(x, y - half), (x + half, y), (x, y + half), (x - half, y)];
    let (ground, line) = (sheet.setting.tokens.canvas, sheet.setting.tokens.muted);
    sheet.canvas.polygon(of(POINT + 3.0), ground);
    sheet.canvas.polygon(of(POINT + 1.6), line);
    sheet.canvas.polygon(of(POINT + 0.2), fill);
}

fn point_said(plane: &Plane, line: &Line<'_>) -> String {
    let (words, standing) = (line.words, plane.standing(line.each));
    words.indirect_plane_said(IndirectPlaneSaid {
        dependence: &share(standing.dependence).say(words),
        dependence_direct: &line.short(2),
        dependence_indirect: &line.short(3),
        influence: &share(standing.influence).say(words),
        influence_direct: &line.short(0),
        influence_indirect: &line.short(1),
        name: line.name.as_str(),
        quadrant: &words.say(quadrant_key(plane.quadrant(line.each))),
    })
}

/// Ranks beside the plane, directly and indirectly; gives where they end.
fn ranks(sheet: &mut Sheet<'_>, plane: &Plane, lines: &[Line<'_>]) -> f64 {
    let (words, ink) = (sheet.words(), sheet.setting.tokens.line);
    let (list, top) = if plane.is_beside {
        (plane.area.right() + 28.0, plane.area.y)
    } else {
        (sheet.inner, plane.area.bottom() + 30.0)
    };
    let right = sheet.width - sheet.inner;
    let name_room = right - list - 4.0 * FIGURE;
    let texts = [
        "indirect-influence-rank-direct-short",
        "indirect-influence-rank-indirect-short",
        "indirect-dependence-rank-direct-short",
        "indirect-dependence-rank-indirect-short",
    ]
    .map(|key| (words.say(key), FIGURE));
    let head = top + HEAD - 12.0;
    sheet.text((list, head), words.indirect_ranks(), Text::TITLE);
    sheet.heads_said(&texts, head);
    let mut y = top + HEAD;
    sheet.canvas.line((list, y), (right, y), 1.0, ink);
    let mut ranked: Vec<&Line<'_>> = lines.iter().collect();
    ranked.sort_by_key(|line| {
        (
            line.each.indirect.influence_rank,
            line.each.direct.influence_rank,
        )
    });
    for line in ranked {
        let middle = y + ROW / 2.0;
        sheet.name(&line.name, (list, middle), name_room - 8.0);
        rank_figures(sheet, line, list + name_room, middle);
        let text = words.indirect_ranks_said(IndirectRanksSaid {
            dependence_direct: &line.short(2),
            dependence_indirect: &line.short(3),
            influence_direct: &line.short(0),
            influence_indirect: &line.short(1),
            name: line.name.as_str(),
        });
        let area = Area::new(list, y, right - list, ROW);
        sheet.mark(
            area,
            line.name.clone(),
            text,
            Leads::Lines(Axis::Rows, vec![line.each.item]),
        );
        y += ROW;
        sheet.canvas.line((list, y), (right, y), 1.0, ink);
    }
    y
}

/// The four ranks of an item; what is indirect says whether it moves.
fn rank_figures(sheet: &mut Sheet<'_>, line: &Line<'_>, mut x: f64, middle: f64) {
    let (words, numbers) = (sheet.words(), sheet.words().numbers());
    let (direct, indirect) = (&line.each.direct, &line.each.indirect);
    let ranks = [
        (direct.influence_rank, indirect.influence_rank),
        (direct.dependence_rank, indirect.dependence_rank),
    ];
    for ((direct, indirect), ranges) in ranks.into_iter().zip(line.ranges.chunks(2)) {
        // The range of each rank stands under it.
        for (at, range) in ranges.iter().enumerate() {
            let end = (x + FIGURE * (at + 1) as f64, middle + 9.0);
            // What has no rank has no range: nothing stands there.
            let range = range
                .as_ref()
                .map_or_else(String::new, |range| rank_range::range(words, range));
            sheet.text(
                end,
                range,
                Text {
                    ink: Ink::Muted,
                    ..Text::FIGURE
                }
                .sized(11.0),
            );
        }
        let middle = middle - 7.0;
        x += FIGURE;
        sheet.text((x, middle), numbers.count(direct), Text::FIGURE);
        x += FIGURE;
        let arrow = match direct.cmp(&indirect) {
            std::cmp::Ordering::Greater => "▲ ",
            std::cmp::Ordering::Less => "▼ ",
            std::cmp::Ordering::Equal => "",
        };
        let text = format!("{arrow}{}", numbers.count(indirect));
        sheet.text(
            (x, middle),
            text,
            Text::FIGURE.strong_if(direct != indirect),
        );
    }
}

fn sentence(
    setting: &Setting<'_>,
    found: &PlaneFound,
    micmac: &Micmac,
    is_indirect: bool,
    n_bare: usize,
) -> Vec<String> {
    let words = setting.words;
    let settled = match micmac.settled {
        Settled::AtPower(power) => words.indirect_settled(power as usize),
        Settled::NoCircles => words.indirect_no_circles(),
        Settled::Not(power) => words.indirect_not_settled(power as usize),
    };
    let mut sentence = vec![
        words.indirect_plane_sentence(IndirectPlaneSentence {
            assessor: setting.assessor_name(),
            matrix: setting.matrix.name.as_str(),
            mean: &words.numbers().number(micmac.mean, 0),
            n: micmac.items.len(),
            part: &words.say(&format!("{}-said", part_key(found.part))),
            which: &if is_indirect {
                words.indirect_which_indirect()
            } else {
                words.indirect_which_direct()
            },
        }),
        settled,
    ];
    sentence.push(rank_range::sentence(words, found.left_out));
    if n_bare > 0 {
        sentence.push(words.indirect_plane_bare(n_bare));
    }
    sentence.push(found.basis.say(words));
    sentence
}
