//! METHODS M4: communities on signed weights, by modularity `Q = (2w⁺Q⁺ − 2w⁻Q⁻)/(2w⁺ + 2w⁻)` (Gómez, Jensen & Arenas
//! 2009, Phys. Rev. E 80:016114).
//!
//! Found greedily (Blondel et al. 2008): each item moves to the group that raises Q most, then groups move as items do,
//! until nothing gains. Graph crates have unsigned modularity only. Nothing is random: items move in their order, and
//! of equal gains the group with the lowest number wins.

use ndarray::Array2;

/// Groups with their modularity.
#[derive(Debug, Clone, PartialEq)]
pub struct Communities {
    /// Group of each item, numbered as they first appear.
    pub groups: Vec<usize>,
    /// Q, at most 1; 0 when there are no weights.
    pub modularity: f64,
}

/// What modularity compares each weight with.
struct Signed {
    /// `w_ij − (w⁺_i w⁺_j / 2w⁺ − w⁻_i w⁻_j / 2w⁻)`, symmetric.
    gain: Array2<f64>,
    /// `2w⁺ + 2w⁻`
    total: f64,
}

impl Signed {
    fn of(weights: &Array2<f64>) -> Self {
        let n = weights.nrows();
        // Effects may differ there and back: their mean binds two items. An item does not bind itself.
        let w = Array2::from_shape_fn((n, n), |(i, j)| {
            if i == j {
                0.0
            } else {
                f64::midpoint(at(weights, i, j), at(weights, j, i))
            }
        });
        let strength = |sign: f64| -> Vec<f64> {
            w.rows()
                .into_iter()
                .map(|row| row.iter().map(|value| (value * sign).max(0.0)).sum())
                .collect()
        };
        let (plus, minus) = (strength(1.0), strength(-1.0));
        let (all_plus, all_minus) = (plus.iter().sum::<f64>(), minus.iter().sum::<f64>());
        let expected = |of: &[f64], all: f64, i: usize, j: usize| {
            if all > 0.0 {
                of.get(i).zip(of.get(j)).map_or(0.0, |(a, b)| a * b / all)
            } else {
                0.0
            }
        };
        let gain = Array2::from_shape_fn((n, n), |(i, j)| {
            at(&w, i, j) - (expected(&plus, all_plus, i, j) - expected(&minus, all_minus, i, j))
        });
        Self {
            gain,
            total: all_plus + all_minus,
        }
    }

    fn modularity(&self, groups: &[usize]) -> f64 {
        if self.total <= 0.0 {
            return 0.0;
        }
        let same = |i: usize, j: usize| groups.get(i) == groups.get(j);
        let sum: f64 = self
            .gain
            .indexed_iter()
            .filter(|((i, j), _)| same(*i, *j))
            .map(|(_, gain)| *gain)
            .sum();
        sum / self.total
    }
}

fn at(values: &Array2<f64>, i: usize, j: usize) -> f64 {
    values.get((i, j)).copied().unwrap_or(0.0)
}

/// Q of a grouping of items bound by signed weights.
pub fn modularity(weights: &Array2<f64>, groups: &[usize]) -> f64 {
    Signed::of(weights).modularity(groups)
}

/// The communities of items bound by signed weights, `n × n`; what is there and back may differ, their mean counts.
pub fn communities(weights: &Array2<f64>) -> Communities {
    let signed = Signed::of(weights);
    let n = weights.nrows();
    let mut groups: Vec<usize> = (0..n).collect();
    if signed.total > 0.0 {
        // Gains between parts; first each item is a part.
        let mut parts = signed.gain.clone();
        loop {
            let moved = moves(&parts);
            let n_parts = moved.iter().max().map_or(0, |most| most + 1);
            if n_parts == parts.nrows() {
                break;
            }
            for group in &mut groups {
                *group = moved.get(*group).copied().unwrap_or(*group);
            }
            let mut joined = Array2::zeros((n_parts, n_parts));
            for ((i, j), gain) in parts.indexed_iter() {
                if let (Some(a), Some(b)) = (moved.get(i), moved.get(j))
                    && let Some(sum) = joined.get_mut((*a, *b))
                {
                    *sum += gain;
                }
            }
            parts = joined;
        }
    }
    let groups = numbered(&groups);
    Communities {
        modularity: signed.modularity(&groups),
        groups,
    }
}

/// Moves parts one by one until none gains; gives the new group of each.
fn moves(gain: &Array2<f64>) -> Vec<usize> {
    let n = gain.nrows();
    let mut groups: Vec<usize> = (0..n).collect();
    // More sweeps than parts are not needed; a bound keeps rounding from going round for ever.
    for _ in 0..n.max(8) {
        let mut is_moved = false;
        for part in 0..n {
            let mut sums = vec![0.0; n];
            for (other, group) in groups
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != part)
            {
                if let Some(sum) = sums.get_mut(*group) {
                    *sum += at(gain, part, other);
                }
            }
            let own = groups.get(part).copied().unwrap_or(part);
            let here = sums.get(own).copied().unwrap_or(0.0);
            let mut best = (here, own);
            for (group, sum) in sums.iter().enumerate() {
                if *sum > best.0 + 1e-12 {
                    best = (*sum, group);
                }
            }
            if best.1 != own
                && let Some(place) = groups.get_mut(part)
            {
                *place = best.1;
                is_moved = true;
            }
        }
        if !is_moved {
            break;
        }
    }
    numbered(&groups)
}

/// Groups numbered as they first appear.
fn numbered(groups: &[usize]) -> Vec<usize> {
    let mut names = std::collections::BTreeMap::new();
    groups
        .iter()
        .map(|group| {
            let next = names.len();
            *names.entry(*group).or_insert(next)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weights(n: usize, edges: &[(usize, usize, f64)]) -> Array2<f64> {
        let mut weights = Array2::zeros((n, n));
        for (i, j, weight) in edges {
            weights[(*i, *j)] = *weight;
            weights[(*j, *i)] = *weight;
        }
        weights
    }

    #[test]
    fn two_triangles_that_pull_apart() {
        let edges = [
            (0, 1, 1.0),
            (1, 2, 1.0),
            (0, 2, 1.0),
            (3, 4, 1.0),
            (4, 5, 1.0),
            (3, 5, 1.0),
            (2, 3, -1.0),
        ];
        let found = communities(&weights(6, &edges));
        assert_eq!(found.groups, [0, 0, 0, 1, 1, 1]);
        // 2w⁺ = 12, 2w⁻ = 2. Inside groups Σ w = 12; Σ w⁺_i w⁺_j / 2w⁺ = 2 · 6²/12 = 6; Σ w⁻_i w⁻_j / 2w⁻ = 2 · 1/2 = 1.
        // Q = (12 − 6 + 1)/14.
        assert!((found.modularity - 0.5).abs() < 1e-12);
    }

    #[test]
    fn one_direction_binds_half_as_much() {
        let mut one_way = Array2::zeros((4, 4));
        one_way[(0, 1)] = 2.0;
        one_way[(2, 3)] = 2.0;
        let both_ways = weights(4, &[(0, 1, 1.0), (2, 3, 1.0)]);
        assert_eq!(communities(&one_way), communities(&both_ways));
        assert_eq!(communities(&one_way).groups, [0, 0, 1, 1]);
        assert!((communities(&one_way).modularity - 0.5).abs() < 1e-12);
    }

    #[test]
    fn harm_alone_keeps_items_apart_and_nothing_is_no_community() {
        assert_eq!(
            communities(&weights(3, &[(0, 1, -1.0), (1, 2, -1.0)])).groups,
            [0, 1, 0]
        );
        let none = communities(&Array2::zeros((3, 3)));
        assert_eq!((none.groups, none.modularity), (vec![0, 1, 2], 0.0));
    }
}
