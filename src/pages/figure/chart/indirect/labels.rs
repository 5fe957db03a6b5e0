//! Names beside the points of a picture: each where it covers no other name, no point and nothing that is taken.

use super::super::super::shape::Area;
use std::collections::HashMap;

/// Size of a name, and half of a point.
pub(super) const LABEL: f64 = 12.0;
pub(super) const POINT: f64 = 5.0;
/// How far names may stand from their points; beyond the first two a line leads to them.
const RINGS: [f64; 6] = [2.0, 9.0, 20.0, 34.0, 52.0, 74.0];
pub(super) const LED: f64 = 12.0;

pub(super) fn overlap(a: Area, b: Area) -> bool {
    a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()
}
/// Whether a line between two points passes through an area.
pub(super) fn crosses(area: Area, from: (f64, f64), to: (f64, f64)) -> bool {
    // What of the line lies within the area across, then down (Liang & Barsky 1984).
    let (mut first, mut last) = (0.0_f64, 1.0_f64);
    for (start, way, low, high) in [
        (from.0, to.0 - from.0, area.x, area.right()),
        (from.1, to.1 - from.1, area.y, area.bottom()),
    ] {
        if way.abs() < 1e-9 {
            if start <= low || start >= high {
                return false;
            }
            continue;
        }
        let (a, b) = ((low - start) / way, (high - start) / way);
        first = first.max(a.min(b));
        last = last.min(a.max(b));
    }
    first < last
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
        let of = |from: f64, to: f64| {
            (from / Self::SIDE).floor() as i32..=(to / Self::SIDE).floor() as i32
        };
        let across = of(area.x, area.right());
        of(area.y, area.bottom()).flat_map(move |y| across.clone().map(move |x| (x, y)))
    }
    fn take(&mut self, area: Area, own: Option<usize>) {
        for square in Self::squares(area) {
            self.squares.entry(square).or_default().push((area, own));
        }
    }
    /// A line that leads to a name.
    fn take_line(&mut self, from: (f64, f64), to: (f64, f64)) {
        for (x, y) in steps(from, to) {
            self.take(Area::new(x - 1.5, y - 1.5, 3.0, 3.0), None);
        }
    }
    /// Whether something else than this point's own place lies there.
    fn is_under(&self, area: Area, own: usize) -> bool {
        let here = Self::squares(area)
            .filter_map(|square| self.squares.get(&square))
            .flatten();
        here.into_iter()
            .any(|(other, of)| *of != Some(own) && overlap(area, *other))
    }
    fn is_under_line(&self, from: (f64, f64), to: (f64, f64), own: usize) -> bool {
        steps(from, to).any(|(x, y)| self.is_under(Area::new(x - 1.0, y - 1.0, 2.0, 2.0), own))
    }
}

/// Points along a line, near each other.
fn steps(from: (f64, f64), to: (f64, f64)) -> impl Iterator<Item = (f64, f64)> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let n = ((dx * dx + dy * dy).sqrt() / 4.0).ceil().max(1.0);
    (0..=n as usize).map(move |at| {
        let share = at as f64 / n;
        (from.0 + dx * share, from.1 + dy * share)
    })
}

/// Where a line from a point ends at its name: the nearest place of its border.
pub(super) fn led(point: Area, name: Area) -> ((f64, f64), (f64, f64)) {
    let from = point.middle();
    let to = (
        from.0.clamp(name.x, name.right()),
        from.1.clamp(name.y, name.bottom()),
    );
    (from, to)
}
/// How far a name stands from its point.
pub(super) fn apart(point: Area, name: Area) -> f64 {
    let x = (name.x - point.right())
        .max(point.x - name.right())
        .max(0.0);
    let y = (name.y - point.bottom())
        .max(point.y - name.bottom())
        .max(0.0);
    (x * x + y * y).sqrt()
}

/// Places of a name around its point at a distance, the best first.
fn around(point: Area, (width, height): (f64, f64), gap: f64) -> [Area; 12] {
    let (x, y) = point.middle();
    let (left, right) = (point.x - gap - width, point.right() + gap);
    let (above, below) = (point.y - gap - height, point.bottom() + gap);
    let (across, down) = (x - width / 2.0, y - height / 2.0);
    let aslant = gap * 0.7;
    [
        (across, below),
        (right, down),
        (left, down),
        (across, above),
        (point.right() + aslant - 2.0, point.bottom() + aslant - 2.0),
        (
            point.x - aslant + 2.0 - width,
            point.bottom() + aslant - 2.0,
        ),
        (
            point.right() + aslant - 2.0,
            point.y - aslant + 2.0 - height,
        ),
        (
            point.x - aslant + 2.0 - width,
            point.y - aslant + 2.0 - height,
        ),
        (x - width * 0.2, below),
        (x - width * 0.8, below),
        (x - width * 0.2, above),
        (x - width * 0.8, above),
    ]
    .map(|(x, y)| Area::new(x, y, width, height))
}

/// Places for names of these sizes beside their points, in their order; `None` where there is no room. Among free places
/// the one that costs least, and then the nearest, is taken.
pub(super) fn label_places(
    points: &[Area],
    sizes: &[(f64, f64)],
    inside: Area,
    taken: &[Area],
    cost: impl Fn(Area) -> usize,
) -> Vec<Option<Area>> {
    let mut busy = Busy::default();
    for (own, point) in points.iter().enumerate() {
        busy.take(*point, Some(own));
    }
    for area in taken {
        busy.take(*area, None);
    }
    let is_inside = |area: &Area| {
        area.x >= inside.x
            && area.right() <= inside.right()
            && area.y >= inside.y
            && area.bottom() <= inside.bottom()
    };
    let mut found = Vec::with_capacity(points.len());
    for (own, (point, size)) in points.iter().zip(sizes).enumerate() {
        let mut best: Option<(usize, Area)> = None;
        for (ring, gap) in RINGS.into_iter().enumerate() {
            for area in around(*point, *size, gap) {
                let (from, to) = led(*point, area);
                if !is_inside(&area)
                    || busy.is_under(area, own)
                    || gap > LED && busy.is_under_line(from, to, own)
                {
                    continue;
                }
                let price = ring + 3 * cost(area);
                if best.is_none_or(|(least, _)| price < least) {
                    best = Some((price, area));
                }
            }
            // Farther away nothing is cheaper.
            if best.is_some_and(|(least, _)| least <= ring + 1) {
                break;
            }
        }
        let place = best.map(|(_, area)| area);
        if let Some(area) = place {
            busy.take(area, None);
            if apart(*point, area) > LED {
                let (from, to) = led(*point, area);
                busy.take_line(from, to);
            }
        }
        found.push(place);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dot((x, y): (f64, f64)) -> Area {
        Area::new(x - POINT, y - POINT, 2.0 * POINT, 2.0 * POINT)
    }

    #[test]
    fn labels_cover_neither_each_other_nor_points_and_keep_inside() {
        let points: Vec<Area> = (0..40)
            .map(|i| {
                dot((
                    20.0 + f64::from(i % 7) * 14.0,
                    20.0 + f64::from(i / 7) * 11.0,
                ))
            })
            .collect();
        let sizes = vec![(24.0, 15.0); 40];
        let inside = Area::new(0.0, 0.0, 160.0, 110.0);
        let found = label_places(&points, &sizes, inside, &[], |_| 0);
        let placed: Vec<Area> = found.iter().flatten().copied().collect();
        assert!(placed.len() > 4 && placed.len() < 40, "{}", placed.len());
        for (i, area) in placed.iter().enumerate() {
            let others = placed.iter().skip(i + 1);
            assert!(others.into_iter().all(|other| !overlap(*area, *other)));
            assert!(
                area.x >= 0.0 && area.right() <= 160.0 && area.y >= 0.0 && area.bottom() <= 110.0
            );
        }
        for (own, place) in found.iter().enumerate() {
            let Some(place) = place else { continue };
            let mut others = points.iter().enumerate().filter(|(at, _)| *at != own);
            assert!(others.all(|(_, point)| !overlap(*place, *point)));
        }
        // A lone point has its name below; where that costs something, beside it.
        let lone = |cost: &dyn Fn(Area) -> usize| {
            label_places(&[dot((80.0, 50.0))], &[(24.0, 15.0)], inside, &[], cost)[0].unwrap()
        };
        assert!(lone(&|_| 0).y > 50.0);
        assert!(lone(&|area: Area| usize::from(area.y > 50.0)).y < 50.0);
    }

    #[test]
    fn a_line_crosses_what_it_passes_through() {
        let area = Area::new(10.0, 10.0, 20.0, 10.0);
        for (from, to, crossed) in [
            ((0.0, 15.0), (40.0, 15.0), true),
            ((0.0, 5.0), (40.0, 5.0), false),
            ((0.0, 0.0), (40.0, 30.0), true),
            ((0.0, 0.0), (9.0, 9.0), false),
            ((20.0, 0.0), (20.0, 40.0), true),
            ((12.0, 12.0), (13.0, 13.0), true),
        ] {
            assert_eq!(crosses(area, from, to), crossed, "{from:?} {to:?}");
        }
    }
}
