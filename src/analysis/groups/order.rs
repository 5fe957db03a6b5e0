//! METHODS M4: the order of leaves in which neighbours are most alike, among all orders the tree allows.
//!
//! Bar-Joseph, Gifford & Jaakkola 2001, "Fast optimal leaf ordering for hierarchical clustering", Bioinformatics
//! 17:S22; exact. Time O(n³) at worst, memory O(n²).

use super::{Distances, Tree};
use ndarray::Array2;
use ordito_ground::jobs::{Progress, Stopped};

/// The rows in the order with the smallest sum of distances between neighbours; of equal ones always the same.
///
/// # Errors
/// [`Stopped`].
pub fn optimal_order(
    distances: &Distances,
    tree: &Tree,
    progress: &Progress,
) -> Result<Vec<usize>, Stopped> {
    let n = tree.n;
    if n < 3 {
        return Ok((0..n).collect());
    }
    let mut work = Work::new(distances, tree);
    for step in 0..tree.joins.len() {
        progress.step(step, tree.joins.len())?;
        work.join(step);
    }
    Ok(work.order())
}

struct Work<'a> {
    distances: &'a Distances,
    tree: &'a Tree,
    /// Rows of each part.
    rows: Vec<Vec<usize>>,
    /// `best[(u, w)]`: the smallest sum of the part in which u and w meet, with u and w at its ends.
    best: Array2<f64>,
}

#[expect(
    clippy::indexing_slicing,
    reason = "parts and rows come from the tree, all below its size"
)]
impl<'a> Work<'a> {
    fn new(distances: &'a Distances, tree: &'a Tree) -> Self {
        let mut rows: Vec<Vec<usize>> = (0..tree.n).map(|row| vec![row]).collect();
        for join in &tree.joins {
            let both = [rows[join.left].as_slice(), rows[join.right].as_slice()].concat();
            rows.push(both);
        }
        Self {
            distances,
            tree,
            rows,
            best: Array2::zeros((tree.n, tree.n)),
        }
    }

    /// The two halves of a part; a row has none.
    fn halves(&self, part: usize) -> Option<(usize, usize)> {
        let join = self.tree.joins.get(part.checked_sub(self.tree.n)?)?;
        Some((join.left, join.right))
    }

    /// Rows that can stand at the inner end of a part when `row` stands at its outer end.
    fn far(&self, part: usize, row: usize) -> &[usize] {
        match self.halves(part) {
            None => &self.rows[part],
            Some((left, right)) => {
                if self.rows[left].contains(&row) {
                    &self.rows[right]
                } else {
                    &self.rows[left]
                }
            }
        }
    }

    fn join(&mut self, step: usize) {
        let join = self.tree.joins[step];
        let (left, right) = (join.left, join.right);
        // The way from u through its part to the row k of the other one.
        let reach: Vec<Vec<f64>> = self.rows[left]
            .iter()
            .map(|u| {
                let far = self.far(left, *u);
                let to = |k: &usize| {
                    let way = |m: &usize| self.best[(*u, *m)] + self.distances.at(*m, *k);
                    far.iter().map(way).fold(f64::INFINITY, f64::min)
                };
                self.rows[right].iter().map(to).collect()
            })
            .collect();
        let place_of = |k: usize| {
            self.rows[right]
                .iter()
                .position(|row| *row == k)
                .unwrap_or(0)
        };
        let mut found = Vec::with_capacity(self.rows[left].len() * self.rows[right].len());
        for w in &self.rows[right] {
            let far: Vec<(usize, f64)> = self
                .far(right, *w)
                .iter()
                .map(|k| (place_of(*k), self.best[(*k, *w)]))
                .collect();
            for (u, reach) in self.rows[left].iter().zip(&reach) {
                let best = far
                    .iter()
                    .map(|(k, rest)| reach[*k] + rest)
                    .fold(f64::INFINITY, f64::min);
                found.push((*u, *w, best));
            }
        }
        for (u, w, best) in found {
            self.best[(u, w)] = best;
            self.best[(w, u)] = best;
        }
    }

    fn order(&self) -> Vec<usize> {
        let top = self.rows.len() - 1;
        let Some((left, right)) = self.halves(top) else {
            return Vec::new();
        };
        let ends = self.rows[left]
            .iter()
            .flat_map(|u| self.rows[right].iter().map(move |w| (*u, *w)));
        let best = ends.min_by(|a, b| self.best[*a].total_cmp(&self.best[*b]).then(a.cmp(b)));
        let Some((u, w)) = best else {
            return Vec::new();
        };
        let mut order = Vec::with_capacity(self.tree.n);
        // Parts with the rows at their two ends, first to last.
        let mut open = vec![(top, u, w)];
        while let Some((part, first, last)) = open.pop() {
            let Some((left, right)) = self.halves(part) else {
                order.push(first);
                continue;
            };
            let (front, behind) = if self.rows[left].contains(&first) {
                (left, right)
            } else {
                (right, left)
            };
            let inner = self
                .far(front, first)
                .iter()
                .flat_map(|m| self.far(behind, last).iter().map(move |k| (*m, *k)));
            let sum = |(m, k): &(usize, usize)| {
                self.best[(first, *m)] + self.distances.at(*m, *k) + self.best[(*k, last)]
            };
            if let Some((m, k)) = inner.min_by(|a, b| sum(a).total_cmp(&sum(b)).then(a.cmp(b))) {
                open.push((behind, k, last));
                open.push((front, first, m));
            }
        }
        order
    }
}

#[cfg(test)]
mod tests {
    use super::super::tree;
    use super::*;

    fn length(distances: &Distances, order: &[usize]) -> f64 {
        order
            .windows(2)
            .map(|pair| distances.at(pair[0], pair[1]))
            .sum()
    }

    /// All orders that turning the halves of a tree round can give.
    fn all_orders(tree: &Tree, part: usize) -> Vec<Vec<usize>> {
        let Some(join) = part
            .checked_sub(tree.n)
            .and_then(|step| tree.joins.get(step))
        else {
            return vec![vec![part]];
        };
        let (left, right) = (all_orders(tree, join.left), all_orders(tree, join.right));
        let mut all = Vec::new();
        for l in &left {
            for r in &right {
                all.push([l.as_slice(), r.as_slice()].concat());
                all.push([r.as_slice(), l.as_slice()].concat());
            }
        }
        all
    }

    #[test]
    fn no_order_of_the_tree_is_shorter() {
        for seed in 0..40_u64 {
            let mut state = seed;
            let mut random = || {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                (state >> 33) as f64 / f64::from(u32::MAX >> 1)
            };
            let n = 3 + (seed % 5) as usize;
            let values: Vec<Vec<f64>> =
                (0..n).map(|_| (0..n).map(|_| random()).collect()).collect();
            let distances = Distances::from_pairs(n, |a, b| values[a][b]);
            let tree = tree(&distances);
            let order = optimal_order(&distances, &tree, &Progress::unwatched()).unwrap();
            let mut sorted = order.clone();
            sorted.sort_unstable();
            assert_eq!(sorted, (0..n).collect::<Vec<_>>());
            let orders = all_orders(&tree, 2 * n - 2);
            assert!(orders.contains(&order), "{order:?} is no order of the tree");
            let shortest = orders
                .iter()
                .map(|order| length(&distances, order))
                .fold(f64::INFINITY, f64::min);
            assert!(
                (length(&distances, &order) - shortest).abs() < 1e-12,
                "seed {seed}"
            );
        }
    }

    #[test]
    fn small_ones_keep_their_order() {
        for n in 0..3 {
            let distances = Distances::from_pairs(n, |_, _| 1.0);
            assert_eq!(
                optimal_order(&distances, &tree(&distances), &Progress::unwatched())
                    .unwrap()
                    .len(),
                n
            );
        }
    }
}
