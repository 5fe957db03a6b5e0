//! Labels beside the points of a plane, where there is room for them.

use super::super::super::measure::Measure;
use super::super::super::shape::{Area, Weight};
use std::collections::HashMap;

/// Size of a label, and half of a point.
pub(super) const LABEL: f64 = 12.0;
pub(super) const POINT: f64 = 5.0;

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
    /// Whether something else than this point's own place lies there.
    fn is_under(&self, area: Area, own: usize) -> bool {
        let here = Self::squares(area)
            .filter_map(|square| self.squares.get(&square))
            .flatten();
        here.into_iter()
            .any(|(other, of)| *of != Some(own) && overlap(area, *other))
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
        busy.take(
            Area::new(x - POINT, y - POINT, 2.0 * POINT, 2.0 * POINT),
            Some(own),
        );
    }
    for area in taken {
        busy.take(*area, None);
    }
    let mut found = Vec::with_capacity(points.len());
    for (own, ((x, y), label)) in points.iter().zip(labels).enumerate() {
        let (width, height) = (
            measure.width(label, LABEL, Weight::Regular) + 2.0,
            LABEL + 3.0,
        );
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
        let free = places
            .into_iter()
            .map(|(x, y)| Area::new(x, y, width, height))
            .find(|area| {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_cover_neither_each_other_nor_points_and_keep_inside() {
        let measure = Measure::new();
        let points: Vec<(f64, f64)> = (0..40)
            .map(|i| {
                (
                    20.0 + f64::from(i % 7) * 14.0,
                    20.0 + f64::from(i / 7) * 11.0,
                )
            })
            .collect();
        let labels: Vec<String> = (0..40).map(|i| format!("G{i}")).collect();
        let inside = Area::new(0.0, 0.0, 160.0, 110.0);
        let found = label_places(&measure, &points, &labels, inside, &[]);
        let placed: Vec<Area> = found.iter().flatten().copied().collect();
        assert!(placed.len() > 4 && placed.len() < 40, "{}", placed.len());
        for (i, area) in placed.iter().enumerate() {
            assert!(
                placed
                    .iter()
                    .skip(i + 1)
                    .all(|other| !overlap(*area, *other))
            );
            assert!(
                area.x >= 0.0 && area.right() <= 160.0 && area.y >= 0.0 && area.bottom() <= 110.0
            );
        }
        // A lone point has its label to the right.
        let lone = label_places(&measure, &[(50.0, 50.0)], &labels[..1], inside, &[]);
        assert!(lone[0].is_some_and(|area| area.x > 50.0));
    }
}
