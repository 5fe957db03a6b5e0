//! Arrows between the boxes: each bends round what stands in its way, and bears its number where nothing else lies.

use super::super::super::Leads;
use super::super::super::sheet::Sheet;
use super::super::labels::{crosses, overlap};
use super::super::{sign_colour, signed};
use super::{Arrow, Drawn};
use crate::figure::shape::{Anchor, Area, Weight, baseline};
use std::collections::HashSet;

/// Arrows that have their number written on them, and that bend.
const MOST_NUMBERED: usize = 300;
const MOST_BENT: usize = 160;
/// Pieces of a bent arrow.
const PIECES: usize = 28;
/// How far an arrow bends, as a share of its length, the least first.
const BENDS: [f64; 17] = [
    0.0, 0.1, -0.1, 0.18, -0.18, 0.27, -0.27, 0.37, -0.37, 0.48, -0.48, 0.6, -0.6, 0.75, -0.75,
    0.95, -0.95,
];
const NUMBER: f64 = 11.0;

type Point = (f64, f64);

/// Draws arrows and makes them marks, in their order; how many have their number.
pub(super) fn arrows(sheet: &mut Sheet<'_>, drawn: &Drawn<'_>) -> usize {
    let largest = drawn.shown.first().map_or(1.0, |arrow| arrow.effect.abs());
    let ways = ways(drawn);
    for (arrow, way) in drawn.shown.iter().zip(&ways) {
        let width = 1.0 + 1.8 * arrow.effect.abs() / largest;
        line(sheet, way, width, arrow.effect > 0.0);
    }
    let mut badges: Vec<Area> = Vec::new();
    for (own, (arrow, way)) in drawn.shown.iter().zip(&ways).enumerate() {
        let number = signed(sheet.words(), arrow.effect);
        let free = if drawn.shown.len() <= MOST_NUMBERED {
            let wide = sheet
                .setting
                .measure
                .width(&number, NUMBER, Weight::Semibold)
                + 6.0;
            free_badge(drawn, &badges, (&ways, own), wide)
        } else {
            None
        };
        if let Some(area) = free {
            badges.push(area);
            badge(sheet, area, &number);
        }
        let area = free.unwrap_or_else(|| around(middle(way), 9.0, 9.0));
        arrow_mark(sheet, drawn, arrow, area);
    }
    badges.len()
}

/// The middle of a way: of a straight one between its ends.
fn middle(way: &[Point]) -> Point {
    match way {
        [from, to] => (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1)),
        _ => way.get(way.len() / 2).copied().unwrap_or((0.0, 0.0)),
    }
}

/// The way of each arrow, from the edge of its box to the edge of the other: straight, or bent round boxes and names.
fn ways(drawn: &Drawn<'_>) -> Vec<Vec<Point>> {
    let both: HashSet<(usize, usize)> = drawn
        .shown
        .iter()
        .map(|arrow| (arrow.from, arrow.to))
        .collect();
    let bends = if drawn.shown.len() <= MOST_BENT {
        BENDS.as_slice()
    } else {
        BENDS.get(..1).unwrap_or_default()
    };
    let mut ways: Vec<Vec<Point>> = Vec::with_capacity(drawn.shown.len());
    for arrow in drawn.shown {
        let is_both = both.contains(&(arrow.to, arrow.from));
        let mut best: Option<(f64, Vec<Point>)> = None;
        for bend in bends {
            // Forth and back run beside each other: seen from its beginning each bends to the same side.
            let bend = if is_both { bend + 0.07 } else { *bend };
            let Some(way) = way(drawn, arrow, bend) else {
                continue;
            };
            let beyond = way.iter().filter(|at| !drawn.room.holds(**at)).count();
            let price = 100.0 * (hits(drawn, arrow, &way) + beyond) as f64
                + 4.0 * alongside(&way, &ways) as f64
                + bend.abs() * 10.0;
            if best.as_ref().is_none_or(|(least, _)| price < *least) {
                best = Some((price, way));
            }
        }
        ways.push(best.map_or_else(Vec::new, |(_, way)| way));
    }
    ways
}

/// A bow between two boxes (a parabola), in pieces; a straight line is one piece.
fn way(drawn: &Drawn<'_>, arrow: &Arrow, bend: f64) -> Option<Vec<Point>> {
    let (a, b) = (drawn.boxes.get(arrow.from)?, drawn.boxes.get(arrow.to)?);
    let (p, q) = (a.middle(), b.middle());
    let (dx, dy) = (q.0 - p.0, q.1 - p.1);
    let pull = (
        f64::midpoint(p.0, q.0) - dy * bend,
        f64::midpoint(p.1, q.1) + dx * bend,
    );
    let (from, to) = (edge(*a, pull), edge(*b, pull));
    let n = if bend == 0.0 { 1 } else { PIECES };
    let at = |share: f64| {
        let (one, two, three) = (
            (1.0 - share) * (1.0 - share),
            2.0 * share * (1.0 - share),
            share * share,
        );
        (
            one * from.0 + two * pull.0 + three * to.0,
            one * from.1 + two * pull.1 + three * to.1,
        )
    };
    Some((0..=n).map(|i| at(i as f64 / n as f64)).collect())
}

fn long(dx: f64, dy: f64) -> f64 {
    (dx * dx + dy * dy).sqrt()
}
fn pieces(way: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    way.windows(2)
        .filter_map(|pair| Some((*pair.first()?, *pair.last()?)))
}

/// Boxes and names that a way runs through; its own two boxes are its ends.
fn hits(drawn: &Drawn<'_>, arrow: &Arrow, way: &[Point]) -> usize {
    const APART: f64 = 3.0;
    let wider = |area: &Area| {
        Area::new(
            area.x - APART,
            area.y - APART,
            area.width + 2.0 * APART,
            area.height + 2.0 * APART,
        )
    };
    let boxes = drawn.boxes.iter().enumerate();
    let others = boxes.filter(|(at, _)| *at != arrow.from && *at != arrow.to);
    let names = drawn.places.iter().flatten();
    others
        .map(|(_, area)| wider(area))
        .chain(names.copied())
        .filter(|area| pieces(way).any(|(from, to)| crosses(*area, from, to)))
        .count()
}

/// Ways that this one would hide: those whose middle it passes.
fn alongside(way: &[Point], others: &[Vec<Point>]) -> usize {
    let middle = |way: &[Point]| {
        let (first, last) = (way.first().copied()?, way.last().copied()?);
        if way.len() == 2 {
            Some((
                f64::midpoint(first.0, last.0),
                f64::midpoint(first.1, last.1),
            ))
        } else {
            way.get(way.len() / 2).copied()
        }
    };
    others
        .iter()
        .filter_map(|other| middle(other))
        .filter(|at| pieces(way).any(|(from, to)| crosses(around(*at, 12.0, 12.0), from, to)))
        .count()
}

/// The point where a line from the middle of a box leaves it.
fn edge(area: Area, towards: Point) -> Point {
    let (x, y) = area.middle();
    let (dx, dy) = (towards.0 - x, towards.1 - y);
    let share = |half: f64, way: f64| {
        if way.abs() > 1e-9 {
            half / way.abs()
        } else {
            f64::INFINITY
        }
    };
    let share = share(area.width / 2.0 + 2.0, dx)
        .min(share(area.height / 2.0 + 2.0, dy))
        .min(1.0);
    (x + dx * share, y + dy * share)
}

fn around((x, y): Point, width: f64, height: f64) -> Area {
    Area::new(x - width / 2.0, y - height / 2.0, width, height)
}

/// A point of a way, by its share of the length.
fn along(way: &[Point], share: f64) -> Point {
    let length = |(from, to): (Point, Point)| long(to.0 - from.0, to.1 - from.1);
    let mut left = share * pieces(way).map(length).sum::<f64>();
    for (from, to) in pieces(way) {
        let long = length((from, to));
        if left <= long && long > 0.0 {
            let share = left / long;
            return (
                from.0 + (to.0 - from.0) * share,
                from.1 + (to.1 - from.1) * share,
            );
        }
        left -= long;
    }
    way.last().copied().unwrap_or((0.0, 0.0))
}

/// Where the number of an arrow covers no box, no name, no other number, and lies on no other arrow.
fn free_badge(
    drawn: &Drawn<'_>,
    badges: &[Area],
    (ways, own): (&[Vec<Point>], usize),
    wide: f64,
) -> Option<Area> {
    let way = ways.get(own)?;
    let others = || {
        let others = ways.iter().enumerate().filter(|(at, _)| *at != own);
        others.flat_map(|(_, other)| pieces(other))
    };
    let names = || drawn.places.iter().flatten();
    [
        0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8,
    ]
    .into_iter()
    .map(|share| around(along(way, share), wide, 15.0))
    .find(|area| {
        !badges
            .iter()
            .chain(drawn.boxes)
            .chain(names())
            .any(|other| overlap(*area, *other))
            && !others().any(|(from, to)| crosses(*area, from, to))
    })
}

/// A number on its arrow.
fn badge(sheet: &mut Sheet<'_>, area: Area, number: &str) {
    let (surface, ink) = (sheet.setting.tokens.surface, sheet.setting.tokens.ink);
    sheet.canvas.fill(area, surface);
    let (x, y) = area.middle();
    let at = (x, baseline(y, NUMBER));
    sheet
        .canvas
        .text(at, number, NUMBER, Weight::Semibold, ink, Anchor::Middle);
}

/// A way with its end: a point for help, a bar for harm.
pub(super) fn line(sheet: &mut Sheet<'_>, way: &[Point], width: f64, helps: bool) {
    let colour = sign_colour(sheet.setting, helps);
    let (Some(end), Some((before, _))) = (way.last().copied(), pieces(way).last()) else {
        return;
    };
    let (dx, dy) = (end.0 - before.0, end.1 - before.1);
    let long = long(dx, dy);
    if long < 0.5 {
        return;
    }
    let (x, y) = (dx / long, dy / long);
    let back = |far: f64, aside: f64| (end.0 - x * far - y * aside, end.1 - y * far + x * aside);
    if helps {
        let stop = if long > 6.0 { back(6.0, 0.0) } else { before };
        let n = way.len();
        for (i, (from, to)) in pieces(way).enumerate() {
            let to = if i + 2 == n { stop } else { to };
            sheet.canvas.line(from, to, width, colour);
        }
        let point = vec![back(0.0, 0.0), back(9.0, 5.0), back(9.0, -5.0)];
        sheet.canvas.polygon(point, colour);
        return;
    }
    dashes(sheet, way, width, colour);
    sheet
        .canvas
        .line(back(1.0, 6.0), back(1.0, -6.0), 2.5, colour);
}

/// A broken line along a way.
fn dashes(sheet: &mut Sheet<'_>, way: &[Point], width: f64, colour: ordito_model::Rgb) {
    const DASH: f64 = 7.0;
    const GAP: f64 = 4.0;
    // How far into a dash and its gap the way has come.
    let mut at = 0.0;
    for (from, to) in pieces(way) {
        let long = long(to.0 - from.0, to.1 - from.1);
        let on = |far: f64| {
            (
                from.0 + (to.0 - from.0) * far / long,
                from.1 + (to.1 - from.1) * far / long,
            )
        };
        let mut gone = 0.0;
        while gone < long {
            let (is_dash, left) = if at < DASH {
                (true, DASH - at)
            } else {
                (false, DASH + GAP - at)
            };
            let step = left.min(long - gone);
            if is_dash {
                sheet.canvas.line(on(gone), on(gone + step), width, colour);
            }
            gone += step;
            at += step;
            if at >= DASH + GAP - 1e-9 {
                at = 0.0;
            }
        }
    }
}

fn arrow_mark(sheet: &mut Sheet<'_>, drawn: &Drawn<'_>, arrow: &Arrow, area: Area) {
    let words = sheet.words();
    let helps = arrow.effect > 0.0;
    let is_of_group = drawn.is_group(arrow.from) || drawn.is_group(arrow.to);
    let key = match (is_of_group, helps) {
        (false, true) => "indirect-network-arrow-helps",
        (false, false) => "indirect-network-arrow-harms",
        (true, true) => "indirect-network-group-helps",
        (true, false) => "indirect-network-group-harms",
    };
    let args = [
        ("from", drawn.name(arrow.from).into()),
        ("to", drawn.name(arrow.to).into()),
        ("effect", signed(words, arrow.effect).into()),
        ("n", arrow.cells.len().into()),
    ];
    let sign = if helps { "→" } else { "⊣" };
    let title = format!(
        "{} {sign} {}",
        drawn.short(arrow.from),
        drawn.short(arrow.to)
    );
    sheet.mark(
        area,
        title,
        words.say_with(key, &args),
        Leads::Cells(arrow.cells.clone()),
    );
}
