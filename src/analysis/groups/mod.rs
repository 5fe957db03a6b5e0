//! METHODS M4: what is alike among rows (or, transposed, columns): distances, tree, cut, communities, order.
//!
//! Distances are 1 − Pearson or 1 − cosine of nets over the columns scored for both. Two rows with too little in common
//! have no distance; they are put at 1, "unrelated", and counted. Average linkage is kodama's; the cut is the one with
//! the largest mean silhouette (Rousseeuw 1987). Nothing here is random.

mod communities;
mod order;

pub use communities::{Communities, communities, modularity};
pub use order::optimal_order;

use super::Scores;
use super::equal::Ruler;
use ndarray::Array2;
use ordito_ground::jobs::{Progress, Stopped};
use ordito_model::Item;

/// How rows are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Likeness {
    /// Pearson's correlation: the shape of the profile, whatever its height.
    #[default]
    Pearson,
    /// Cosine: the direction, 0 being the middle.
    Cosine,
}

/// Distances of all pairs of rows, 0…2.
#[derive(Debug, Clone, PartialEq)]
pub struct Distances {
    n: usize,
    /// Row by row above the diagonal.
    values: Vec<f64>,
    /// Pairs without a distance of their own, put at 1.
    pub unrelated: usize,
}

impl Distances {
    /// Unweighted, over the columns scored for both rows.
    ///
    /// # Errors
    /// [`Stopped`].
    pub fn of(scores: &Scores, likeness: Likeness, progress: &Progress) -> Result<Self, Stopped> {
        let mut plain = scores.clone();
        plain.columns.iter_mut().for_each(|line| line.weight = 1.0);
        let rows = super::coherence::Rows::of(&plain);
        let n = scores.rows.len();
        let (mut values, mut unrelated) = (Vec::with_capacity(n * n.saturating_sub(1) / 2), 0);
        for row in 0..n {
            progress.step(row, n)?;
            for pair in rows.pairs_after(row) {
                let alike = match likeness {
                    Likeness::Pearson => pair.pearson,
                    Likeness::Cosine => pair.cosine,
                };
                unrelated += usize::from(alike.is_none());
                values.push(1.0 - alike.unwrap_or(0.0));
            }
        }
        Ok(Self {
            n,
            values,
            unrelated,
        })
    }

    /// Distances from a function of pairs.
    pub fn from_pairs(n: usize, of: impl Fn(usize, usize) -> f64) -> Self {
        let values = (0..n)
            .flat_map(|a| (a + 1..n).map(move |b| (a, b)))
            .map(|(a, b)| of(a, b))
            .collect();
        Self {
            n,
            values,
            unrelated: 0,
        }
    }

    /// 1 − distance for all pairs, the weights of [`communities`]: alike rows bind, unlike ones part.
    pub fn likeness(&self) -> Array2<f64> {
        Array2::from_shape_fn((self.n, self.n), |(a, b)| 1.0 - self.at(a, b))
    }
    pub const fn n(&self) -> usize {
        self.n
    }
    /// 0 from a row to itself.
    pub fn at(&self, a: usize, b: usize) -> f64 {
        let (low, high) = (a.min(b), a.max(b));
        if low == high {
            return 0.0;
        }
        let place = low * (2 * self.n - low - 1) / 2 + (high - low - 1);
        self.values.get(place).copied().unwrap_or(1.0)
    }
}

/// Two parts of the tree become one. Parts below n are rows, part `n + k` is what step k made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Join {
    pub left: usize,
    pub right: usize,
    /// Mean distance between the rows of the two parts.
    pub height: f64,
    /// Rows in the new part.
    pub size: usize,
}

/// An average-linkage tree: `n − 1` joins, lowest first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tree {
    pub n: usize,
    pub joins: Vec<Join>,
}

/// The average-linkage tree of all rows.
pub fn tree(distances: &Distances) -> Tree {
    let n = distances.n();
    if n < 2 {
        return Tree {
            n,
            joins: Vec::new(),
        };
    }
    let mut values = distances.values.clone();
    let found = kodama::linkage(&mut values, n, kodama::Method::Average);
    let joins = found.steps().iter().map(|step| Join {
        left: step.cluster1,
        right: step.cluster2,
        height: step.dissimilarity,
        size: step.size,
    });
    Tree {
        n,
        joins: joins.collect(),
    }
}

impl Tree {
    /// The rows of a part, in the order of the tree.
    pub fn rows_of(&self, part: usize) -> Vec<usize> {
        let (mut open, mut rows) = (vec![part], Vec::new());
        while let Some(part) = open.pop() {
            match part
                .checked_sub(self.n)
                .and_then(|join| self.joins.get(join))
            {
                None => rows.push(part),
                Some(join) => open.extend([join.right, join.left]),
            }
        }
        rows
    }
    /// The group of each row when the tree is cut into so many groups, numbered as they first appear.
    pub fn cut(&self, n_groups: usize) -> Vec<usize> {
        let n_joins = self.n.saturating_sub(n_groups.max(1));
        // The part that each row belongs to after so many joins.
        let mut whole: Vec<usize> = (0..self.n).collect();
        for (step, join) in self.joins.iter().take(n_joins).enumerate() {
            for row in self
                .rows_of(join.left)
                .into_iter()
                .chain(self.rows_of(join.right))
            {
                if let Some(part) = whole.get_mut(row) {
                    *part = self.n + step;
                }
            }
        }
        let mut names: Vec<usize> = Vec::new();
        whole
            .into_iter()
            .map(|part| {
                names
                    .iter()
                    .position(|name| *name == part)
                    .unwrap_or_else(|| {
                        names.push(part);
                        names.len() - 1
                    })
            })
            .collect()
    }
}

/// Mean silhouette of a grouping, −1…1; a row alone in its group counts 0. `None` with fewer than two groups.
pub fn silhouette(distances: &Distances, groups: &[usize]) -> Option<f64> {
    let n_groups = groups.iter().max().map_or(0, |most| most + 1);
    if n_groups < 2 {
        return None;
    }
    let mut sizes = vec![0_usize; n_groups];
    for group in groups {
        if let Some(size) = sizes.get_mut(*group) {
            *size += 1;
        }
    }
    let of = |row: usize, own: usize| {
        let mut sums = vec![0.0; n_groups];
        for (other, group) in groups.iter().enumerate() {
            if let Some(sum) = sums.get_mut(*group) {
                *sum += distances.at(row, other);
            }
        }
        let own_size = sizes.get(own).copied().unwrap_or(1);
        if own_size < 2 {
            return 0.0;
        }
        let inside = sums.get(own).copied().unwrap_or(0.0) / (own_size - 1) as f64;
        let others = sums
            .iter()
            .zip(&sizes)
            .enumerate()
            .filter(|(group, _)| *group != own);
        let outside = others
            .map(|(_, (sum, size))| sum / *size as f64)
            .fold(f64::INFINITY, f64::min);
        let larger = inside.max(outside);
        if larger > 0.0 {
            (outside - inside) / larger
        } else {
            0.0
        }
    };
    let sum: f64 = groups
        .iter()
        .enumerate()
        .map(|(row, own)| of(row, *own))
        .sum();
    Some(sum / groups.len() as f64)
}

/// A grouping with how good it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Cut {
    /// Group of each row, 0….
    pub groups: Vec<usize>,
    pub silhouette: f64,
}

/// Groups that a cut is tried with.
const MOST_GROUPS: usize = 24;

/// The cuts of the tree into 2 to 24 groups, fewest first; none for fewer than three rows.
///
/// # Errors
/// [`Stopped`].
pub fn cuts(distances: &Distances, tree: &Tree, progress: &Progress) -> Result<Vec<Cut>, Stopped> {
    let most = MOST_GROUPS.min(tree.n.saturating_sub(1));
    let mut found = Vec::new();
    for n_groups in 2..=most {
        progress.step(n_groups, most)?;
        let groups = tree.cut(n_groups);
        if let Some(silhouette) = silhouette(distances, &groups) {
            found.push(Cut { groups, silhouette });
        }
    }
    Ok(found)
}

/// The cut with the largest mean silhouette; of equal ones the one with the fewest groups.
pub fn best_cut(cuts: &[Cut]) -> Option<&Cut> {
    cuts.iter().reduce(|best, cut| {
        if Ruler::SHARES.is_above(cut.silhouette, best.silhouette) {
            cut
        } else {
            best
        }
    })
}

/// All of METHODS M4 for the rows of a matrix.
#[derive(Debug, Clone, PartialEq)]
pub struct Grouped {
    /// In the order of rows.
    pub items: Vec<Item>,
    pub likeness: Likeness,
    /// Pairs without a distance of their own.
    pub unrelated: usize,
    pub tree: Tree,
    pub cuts: Vec<Cut>,
    pub communities: Communities,
    /// Places of rows, and of columns, in the order in which neighbours are most alike.
    pub rows: Vec<usize>,
    pub columns: Vec<usize>,
}

/// # Errors
/// [`Stopped`].
pub fn grouped(
    scores: &Scores,
    likeness: Likeness,
    progress: &Progress,
) -> Result<Grouped, Stopped> {
    let distances = Distances::of(scores, likeness, progress)?;
    let own = tree(&distances);
    let cuts = cuts(&distances, &own, progress)?;
    let across = Distances::of(&scores.transposed(), likeness, progress)?;
    Ok(Grouped {
        items: scores.rows.iter().map(|line| line.item).collect(),
        likeness,
        unrelated: distances.unrelated,
        cuts,
        communities: communities(&distances.likeness()),
        rows: optimal_order(&distances, &own, progress)?,
        columns: optimal_order(&across, &tree(&across), progress)?,
        tree: own,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::scores;

    #[test]
    fn distances_over_what_both_have() {
        // 1 and 2 go the same way, 3 the other one; 4 has one goal in common with each.
        let matrix = scores("1 2 3 .\n2 3 3 .\n3 2 1 .\n. . 2 1");
        let progress = Progress::unwatched();
        let pearson = Distances::of(&matrix, Likeness::Pearson, &progress).unwrap();
        // Deviations (−1, 0, 1) and (−2/3, 1/3, 1/3): 1 / √(2 · 2/3).
        assert!((pearson.at(0, 1) - (1.0 - 1.0 / (4.0_f64 / 3.0).sqrt())).abs() < 1e-12);
        assert!((pearson.at(2, 0) - 2.0).abs() < 1e-12);
        assert_eq!(
            (pearson.at(0, 3), pearson.at(1, 1), pearson.unrelated),
            (1.0, 0.0, 3)
        );
        let cosine = Distances::of(&matrix, Likeness::Cosine, &progress).unwrap();
        assert!((cosine.at(0, 2) - (1.0 - 10.0 / 14.0)).abs() < 1e-12);
        assert_eq!(cosine.unrelated, 0);
    }

    /// Two near pairs and one far from all.
    fn five() -> Distances {
        let at = [0.0, 0.1, 1.0, 1.2, 4.0_f64];
        Distances::from_pairs(5, |a, b| (at[a] - at[b]).abs())
    }

    #[test]
    fn average_linkage_and_its_cuts_by_hand() {
        let tree = tree(&five());
        let heights: Vec<f64> = tree.joins.iter().map(|join| join.height).collect();
        // 0–1 at 0.1; 2–3 at 0.2; then the mean of 1.0, 1.2, 0.9, 1.1; then of 4.0, 3.9, 3.0, 2.8.
        for (height, expected) in heights.iter().zip([0.1, 0.2, 1.05, 3.425]) {
            assert!((height - expected).abs() < 1e-12, "{heights:?}");
        }
        assert_eq!(tree.cut(3), [0, 0, 1, 1, 2]);
        assert_eq!(tree.cut(2), [0, 0, 0, 0, 1]);
        assert_eq!(tree.cut(1), [0; 5]);
        assert_eq!(tree.cut(5), [0, 1, 2, 3, 4]);
        let mut rows = tree.rows_of(tree.n + 2);
        rows.sort_unstable();
        assert_eq!(rows, [0, 1, 2, 3]);
    }

    #[test]
    fn a_matrix_falls_into_blocks() {
        // Rows 1 and 3 are alike on goals 1 and 3, rows 2 and 4 on goals 2 and 4.
        let scores = scores("3 -1 2 -2\n-1 3 -2 2\n3 -2 3 -1\n-2 3 -1 2");
        let found = grouped(&scores, Likeness::Pearson, &Progress::unwatched()).unwrap();
        assert_eq!(best_cut(&found.cuts).unwrap().groups, [0, 1, 0, 1]);
        assert_eq!(found.communities.groups, [0, 1, 0, 1]);
        let together = |order: &[usize], a, b| {
            let place = |row| order.iter().position(|at| *at == row).unwrap();
            place(a).abs_diff(place(b)) == 1
        };
        assert!(together(&found.rows, 0, 2) && together(&found.rows, 1, 3));
        assert!(together(&found.columns, 0, 2) && together(&found.columns, 1, 3));
    }

    #[test]
    fn the_cut_with_the_best_silhouette() {
        let distances = five();
        // Three groups: row 0: inside 0.1, nearest other (1.0 + 1.2)/2 = 1.1: 1 − 0.1/1.1. Row 1: 1 − 0.1/1.0.
        // Row 2: inside 0.2, other (1.0 + 0.9)/2 = 0.95; row 3: other 1.15. Row 4 alone: 0.
        let expected = ((1.0 - 0.1 / 1.1) + 0.9 + (1.0 - 0.2 / 0.95) + (1.0 - 0.2 / 1.15)) / 5.0;
        assert!((silhouette(&distances, &[0, 0, 1, 1, 2]).unwrap() - expected).abs() < 1e-12);
        let cuts_of = |distances: &Distances| {
            cuts(distances, &tree(distances), &Progress::unwatched()).unwrap()
        };
        let found = cuts_of(&distances);
        assert_eq!(
            found
                .iter()
                .map(|cut| cut.groups.iter().max().unwrap() + 1)
                .collect::<Vec<_>>(),
            [2, 3, 4]
        );
        assert_eq!(best_cut(&found).unwrap().groups, [0, 0, 1, 1, 2]);
        assert_eq!(silhouette(&distances, &[0; 5]), None);
        let two = Distances::from_pairs(2, |_, _| 1.0);
        assert!(best_cut(&cuts_of(&two)).is_none());
    }
}
