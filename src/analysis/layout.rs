//! Places for the nodes of a network, by forces (Fruchterman & Reingold 1991): all push each other away, effects pull
//! together the more the stronger they are. Begins on a spiral in the order of nodes and sums in that order, so that the
//! same matrix gives the same picture, whatever the number of threads.
//!
//! Our own: graph crates begin at random places, or sum in the order in which threads end.

use ordito_ground::jobs::{Progress, Stopped};
use rayon::prelude::*;

/// Wider than high, as screens are.
const SHAPE: f64 = 1.7;
/// Room for each node, in nodes.
const ROOM: f64 = 2.6;
/// Passes that move apart what overlaps.
const APART: usize = 120;

/// A place for each of `n` nodes, from (0, 0) on; no two are nearer than 1 both across and down. Edges by the places of
/// their ends, with strengths.
///
/// # Errors
/// [`Stopped`].
pub fn layout(
    n: usize,
    edges: &[(usize, usize, f64)],
    progress: &Progress,
) -> Result<Vec<(f64, f64)>, Stopped> {
    let steps = if n <= 250 { 300 } else { 120 };
    let mut pulls: Vec<Vec<(usize, f64)>> = vec![Vec::new(); n];
    let all: f64 = edges.iter().map(|(_, _, strength)| strength.abs()).sum();
    // As strong as a few edges to each node, however many there are.
    let unit = if all > 0.0 { 2.0 * n as f64 / all } else { 0.0 };
    for (from, to, strength) in edges.iter().filter(|(from, to, _)| from != to) {
        for (a, b) in [(*from, *to), (*to, *from)] {
            if let Some(pulls) = pulls.get_mut(a) {
                pulls.push((b, strength.abs() * unit));
            }
        }
    }
    let mut places: Vec<(f64, f64)> = (0..n).map(spiral).collect();
    let farthest = (n as f64).sqrt();
    for step in 0..steps {
        progress.step(step, steps + APART)?;
        let most = (farthest * 0.2).max(0.3) * (1.0 - step as f64 / steps as f64) + 0.01;
        let next: Vec<(f64, f64)> = places
            .par_iter()
            .enumerate()
            .map(|(own, &(x, y))| {
                // A little towards the middle: what acts on nothing does not fly away.
                let (mut right, mut down) = (-0.03 * x, -0.03 * y);
                for (other, &(a, b)) in places.iter().enumerate() {
                    let (dx, dy) = (x - a, y - b);
                    let square = (dx * dx + dy * dy).max(1e-4);
                    if other != own {
                        right += dx / square;
                        down += dy / square;
                    }
                }
                for (other, pull) in pulls.get(own).into_iter().flatten() {
                    let Some(&(a, b)) = places.get(*other) else {
                        continue;
                    };
                    let (dx, dy) = (a - x, b - y);
                    let far = (dx * dx + dy * dy).sqrt();
                    right += dx * far * pull * 0.1;
                    down += dy * far * pull * 0.1;
                }
                let far = (right * right + down * down).sqrt();
                let share = if far > most { most / far } else { 1.0 };
                (x + right * share, y + down * share)
            })
            .collect();
        places = next;
    }
    let area = ROOM * n as f64;
    spread(&mut places, (area * SHAPE).sqrt(), (area / SHAPE).sqrt());
    for pass in 0..APART {
        progress.step(steps + pass, steps + APART)?;
        if !part(&mut places) {
            break;
        }
    }
    // What still overlaps takes rows of its own below all others: never two in one place.
    let mut lowest = places.iter().map(|place| place.1).fold(0.0, f64::max);
    for own in 0..places.len() {
        let Some(&(x, y)) = places.get(own) else {
            continue;
        };
        let near = |&(a, b): &(f64, f64)| (a - x).abs() < 0.999 && (b - y).abs() < 0.999;
        if places.iter().take(own).any(near) {
            lowest += 1.0;
            if let Some(place) = places.get_mut(own) {
                place.1 = lowest;
            }
        }
    }
    let (left, top) = places
        .iter()
        .fold((f64::INFINITY, f64::INFINITY), |found, place| {
            (found.0.min(place.0), found.1.min(place.1))
        });
    Ok(places
        .into_iter()
        .map(|(x, y)| (x - left, y - top))
        .collect())
}

/// A sunflower's: every turn is the golden one, so that no two begin at one place. Turned by complex multiplication:
/// sines differ from machine to machine.
fn spiral(at: usize) -> (f64, f64) {
    const TURN: (f64, f64) = (-0.737_368_878_078_319_7, 0.675_490_294_261_523_8);
    let (mut x, mut y) = (1.0_f64, 0.0_f64);
    for _ in 0..at {
        (x, y) = (x * TURN.0 - y * TURN.1, x * TURN.1 + y * TURN.0);
    }
    let far = (at as f64 + 0.5).sqrt();
    (x * far, y * far)
}

/// Stretches places to a width and a height.
fn spread(places: &mut [(f64, f64)], width: f64, height: f64) {
    let range = |of: fn(&(f64, f64)) -> f64| {
        places
            .iter()
            .map(of)
            .fold((f64::INFINITY, f64::NEG_INFINITY), |found, at| {
                (found.0.min(at), found.1.max(at))
            })
    };
    let (across, down) = (range(|at| at.0), range(|at| at.1));
    let to = |at: f64, (low, high): (f64, f64), size: f64| {
        if high > low {
            (at - low) / (high - low) * size
        } else {
            0.0
        }
    };
    for place in places {
        *place = (to(place.0, across, width), to(place.1, down, height));
    }
}

/// Moves apart what overlaps, each by half; whether there was any.
fn part(places: &mut [(f64, f64)]) -> bool {
    const NEAR: f64 = 1.0;
    let mut order: Vec<usize> = (0..places.len()).collect();
    let x_of = |places: &[(f64, f64)], at: usize| places.get(at).map_or(0.0, |place| place.0);
    order.sort_by(|a, b| x_of(places, *a).total_cmp(&x_of(places, *b)).then(a.cmp(b)));
    let mut any = false;
    for (i, a) in order.iter().enumerate() {
        for b in order.iter().skip(i + 1) {
            let (Some(&p), Some(&q)) = (places.get(*a), places.get(*b)) else {
                continue;
            };
            let (dx, dy) = (q.0 - p.0, q.1 - p.1);
            if dx > NEAR + 2.0 {
                break;
            }
            let (over_x, over_y) = (NEAR - dx.abs(), NEAR - dy.abs());
            if over_x <= 1e-6 || over_y <= 1e-6 {
                continue;
            }
            any = true;
            let (x, y) = if over_x <= over_y {
                (over_x / 2.0 * if dx < 0.0 { -1.0 } else { 1.0 } * 1.02, 0.0)
            } else {
                (0.0, over_y / 2.0 * if dy < 0.0 { -1.0 } else { 1.0 } * 1.02)
            };
            if let Some(place) = places.get_mut(*a) {
                *place = (place.0 - x, place.1 - y);
            }
            if let Some(place) = places.get_mut(*b) {
                *place = (place.0 + x, place.1 + y);
            }
        }
    }
    any
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edges(n: usize, each: usize) -> Vec<(usize, usize, f64)> {
        (0..n * each)
            .map(|i| {
                (
                    i % n,
                    (i * 7 + i / n + 1) % n,
                    f64::from(i as u32 % 7) - 3.0,
                )
            })
            .collect()
    }
    fn bits(places: &[(f64, f64)]) -> Vec<(u64, u64)> {
        places
            .iter()
            .map(|(x, y)| (x.to_bits(), y.to_bits()))
            .collect()
    }

    #[test]
    fn the_same_network_has_the_same_places_whatever_the_threads() {
        let edges = edges(90, 6);
        let with = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .unwrap();
            pool.install(|| layout(90, &edges, &Progress::unwatched()).unwrap())
        };
        let one = with(1);
        assert_eq!(bits(&one), bits(&with(2)));
        assert_eq!(bits(&one), bits(&with(5)));
    }

    #[test]
    fn no_two_nodes_overlap() {
        for (n, each) in [(1, 0), (2, 1), (17, 16), (60, 0), (120, 9)] {
            let places = layout(n, &edges(n, each), &Progress::unwatched()).unwrap();
            assert_eq!(places.len(), n);
            for (i, a) in places.iter().enumerate() {
                assert!(a.0 >= 0.0 && a.1 >= 0.0 && a.0.is_finite() && a.1.is_finite());
                for b in places.iter().skip(i + 1) {
                    assert!(
                        (a.0 - b.0).abs() > 0.99 || (a.1 - b.1).abs() > 0.99,
                        "{n}: {a:?} {b:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn what_acts_on_each_other_stands_together() {
        // Two rings of five with nothing between them.
        let ring = |first: usize| (0..5).map(move |i| (first + i, first + (i + 1) % 5, 3.0));
        let edges: Vec<_> = ring(0).chain(ring(5)).collect();
        let places = layout(10, &edges, &Progress::unwatched()).unwrap();
        let far = |a: usize, b: usize| {
            let (p, q) = (places[a], places[b]);
            ((p.0 - q.0).powi(2) + (p.1 - q.1).powi(2)).sqrt()
        };
        let mean = |pairs: Vec<(usize, usize)>| {
            let n = pairs.len() as f64;
            pairs.into_iter().map(|(a, b)| far(a, b)).sum::<f64>() / n
        };
        let pairs = |a: std::ops::Range<usize>, b: std::ops::Range<usize>| -> Vec<(usize, usize)> {
            a.flat_map(|i| b.clone().map(move |j| (i, j)))
                .filter(|(i, j)| i != j)
                .collect()
        };
        let within = f64::midpoint(mean(pairs(0..5, 0..5)), mean(pairs(5..10, 5..10)));
        assert!(within < 0.75 * mean(pairs(0..5, 5..10)), "{within}");
    }

    #[test]
    fn it_stops_when_it_is_told_to() {
        let progress = Progress::unwatched();
        progress.stop();
        assert!(layout(50, &edges(50, 3), &progress).is_err());
    }
}
