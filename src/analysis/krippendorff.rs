//! METHODS M10: Krippendorff's α for any number of assessors, any metric, with scores missing (Krippendorff 2004,
//! Content Analysis, ch. 11; computation as in his note of 2011).

use super::levels::Levels;
use super::whole::whole;

/// What the distance of two scores is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Metric {
    /// Scores differ or not.
    Nominal,
    /// Scores are ranks: distance by how many scores lie between.
    Ordinal,
    /// `(x − y)²`
    Interval,
    /// `((x − y)/(x + y))²`: for scores that are amounts, none of them negative.
    Ratio,
}

/// α with what it rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Alpha {
    /// `1 − D_o/D_e`: 1 full agreement, 0 chance, below 0 worse than chance.
    pub alpha: f64,
    /// Cells with two scores or more.
    pub units: usize,
    /// Scores in them.
    pub scores: usize,
}

/// α of `ratings`, assessors × cells in score points. `None` when no cell has two scores, when all scores are the
/// same, and for the ratio metric with a negative score.
pub fn krippendorff(ratings: &[Vec<Option<f64>>], metric: Metric) -> Option<Alpha> {
    let n_cells = ratings.iter().map(Vec::len).max()?;
    let said_of = |cell: usize| -> Vec<f64> {
        ratings
            .iter()
            .filter_map(|of_assessor| of_assessor.get(cell).copied().flatten())
            .collect()
    };
    let units: Vec<Vec<f64>> = (0..n_cells)
        .map(said_of)
        .filter(|said| said.len() > 1)
        .collect();
    let levels = Levels::of(units.iter().flatten().copied());
    if metric == Metric::Ratio && levels.values.first().is_some_and(|lowest| *lowest < 0.0) {
        return None;
    }
    let counts = levels.counts(units.iter().flatten().copied());
    let total: f64 = counts.iter().sum();
    let distances = Distances::new(&levels, &counts, metric);
    // D_o and D_e share the factor 1/n; pairs of one score with itself have no distance.
    let mut observed = 0.0;
    for unit in &units {
        let of_unit = levels.counts(unit.iter().copied());
        observed += distances.sum(&of_unit) / (unit.len() - 1) as f64;
    }
    let expected = distances.sum(&counts) / (total - 1.0);
    let alpha = || Alpha {
        alpha: 1.0 - observed / expected,
        units: units.len(),
        scores: whole(total),
    };
    (expected > 0.0).then(alpha)
}

/// Squared distances of every two levels.
struct Distances {
    n: usize,
    squares: Vec<f64>,
}
impl Distances {
    fn new(levels: &Levels, counts: &[f64], metric: Metric) -> Self {
        let n = levels.values.len();
        let mut ranks = Vec::with_capacity(n);
        let mut below = 0.0;
        for count in counts {
            // Middle of the level's ranks: Σ_{g=c..k} n_g − (n_c + n_k)/2 is the difference of two of these.
            ranks.push(below + count / 2.0);
            below += count;
        }
        let mut squares = Vec::with_capacity(n * n);
        for (x, rank_x) in levels.values.iter().zip(&ranks) {
            for (y, rank_y) in levels.values.iter().zip(&ranks) {
                squares.push(match metric {
                    _ if x == y => 0.0,
                    Metric::Nominal => 1.0,
                    Metric::Ordinal => (rank_x - rank_y).powi(2),
                    Metric::Interval => (x - y).powi(2),
                    Metric::Ratio => ((x - y) / (x + y)).powi(2),
                });
            }
        }
        Self { n, squares }
    }

    /// `Σ_c Σ_k n_c n_k δ²_ck`
    fn sum(&self, counts: &[f64]) -> f64 {
        counts
            .iter()
            .zip(self.squares.chunks(self.n.max(1)))
            .map(|(count, row)| {
                count
                    * row
                        .iter()
                        .zip(counts)
                        .map(|(square, other)| square * other)
                        .sum::<f64>()
            })
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratings(rows: &[&str]) -> Vec<Vec<Option<f64>>> {
        rows.iter()
            .map(|row| {
                row.split_whitespace()
                    .map(|cell| cell.parse().ok())
                    .collect()
            })
            .collect()
    }
    fn check(rows: &[&str], expected: &[(Metric, f64)]) {
        for (metric, expected) in expected {
            let found = krippendorff(&ratings(rows), *metric).unwrap().alpha;
            assert!(
                (found - expected).abs() < 1e-12,
                "{metric:?}: {found} is not {expected}"
            );
        }
    }

    #[test]
    fn krippendorffs_own_example() {
        // Four observers, twelve units; his note of 2011 gives .743, .815, .849, .797, and the PyPI package
        // krippendorff 0.9.0 the digits.
        let rows = [
            "1 2 3 3 2 1 4 1 2 . . .",
            "1 2 3 3 2 2 4 1 2 5 . 3",
            ". 3 3 3 2 3 4 2 2 5 1 .",
            "1 2 3 3 2 4 4 1 2 5 1 .",
        ];
        check(
            &rows,
            &[
                (Metric::Nominal, 0.743421052631579),
                (Metric::Ordinal, 0.8153875037548814),
                (Metric::Interval, 0.8491071428571428),
                (Metric::Ratio, 0.7974027747116121),
            ],
        );
        // Unit 12 has one score and does not count: 11 units, 40 scores.
        let alpha = krippendorff(&ratings(&rows), Metric::Nominal).unwrap();
        assert_eq!((alpha.units, alpha.scores), (11, 40));
    }

    #[test]
    fn scores_of_both_signs() {
        let rows = [
            "3 -1 0 2 . -2 1 -3",
            "2 -2 0 3 1 -2 . 1",
            "3 . 1 2 1 -3 -1 -3",
        ];
        check(
            &rows,
            &[
                (Metric::Nominal, 0.24731182795698925),
                (Metric::Ordinal, 0.7504914082810221),
                (Metric::Interval, 0.7184684684684683),
            ],
        );
        assert_eq!(krippendorff(&ratings(&rows), Metric::Ratio), None);
    }

    #[test]
    fn by_hand_and_where_there_is_none() {
        // Two cells, each 0 and 1: D_o = (2 + 2)/4 = 1; D_e = 2·2·2/(4·3) = 2/3; α = 1 − 1.5.
        let alpha = krippendorff(&ratings(&["0 1", "1 0"]), Metric::Nominal)
            .unwrap()
            .alpha;
        assert!((alpha + 0.5).abs() < 1e-12);
        assert_eq!(
            krippendorff(&ratings(&["1 1", "1 1"]), Metric::Interval),
            None
        );
        assert_eq!(
            krippendorff(&ratings(&["1 .", ". 2"]), Metric::Interval),
            None
        );
        assert_eq!(krippendorff(&[], Metric::Interval), None);
    }
}
