//! METHODS M10: Kendall's coefficient of concordance W with ties (Kendall & Babington Smith 1939; Siegel & Castellan
//! 1988, 9.6), and how likely as much concord is by chance.

use super::chance::chi_squared_above;

/// W with what it rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Concordance {
    /// 0 (no accord of the orders) … 1 (the same order).
    pub w: f64,
    /// `k (n − 1) W`, chi-squared with n − 1 degrees of freedom when orders are at random and n is above 7.
    pub chi_squared: f64,
    /// The chance of a χ² as large or larger when everybody ranks at random; with few cells it is a rough one.
    pub p: f64,
    /// Assessors who scored anything, k.
    pub assessors: usize,
    /// Cells that every assessor scored, n.
    pub cells: usize,
}

/// `W = 12 S / (k² (n³ − n) − k Σ (t³ − t))` of `ratings`, assessors × cells, over the cells that all of them scored;
/// `S` is the sum of squares of rank sums about their mean, `t` the sizes of tied groups within an assessor. Who scored
/// nothing ("?" and n.a. only) ranks nothing and is left out. `None` with fewer than two assessors or cells, or when
/// nobody tells the cells apart.
pub fn kendall(ratings: &[Vec<Option<f64>>]) -> Option<Concordance> {
    let ratings: Vec<&Vec<Option<f64>>> = ratings
        .iter()
        .filter(|of| of.iter().any(Option::is_some))
        .collect();
    let k = ratings.len();
    let n_cells = ratings.iter().map(|of| of.len()).min()?;
    let at = |of_assessor: &[Option<f64>], cell: usize| of_assessor.get(cell).copied().flatten();
    let common: Vec<usize> = (0..n_cells)
        .filter(|cell| {
            ratings
                .iter()
                .all(|of_assessor| at(of_assessor, *cell).is_some())
        })
        .collect();
    let n = common.len();
    if k < 2 || n < 2 {
        return None;
    }
    let mut rank_sums = vec![0.0; n];
    let mut ties = 0.0;
    for of_assessor in &ratings {
        let scores: Vec<f64> = common
            .iter()
            .filter_map(|cell| at(of_assessor, *cell))
            .collect();
        let mut order: Vec<usize> = (0..n).collect();
        let score = |place: &usize| scores.get(*place).copied().unwrap_or(f64::NAN);
        order.sort_by(|a, b| score(a).total_cmp(&score(b)));
        let mut below = 0;
        for run in order.chunk_by(|a, b| score(a) == score(b)) {
            let size = run.len() as f64;
            ties += size.powi(3) - size;
            // Ranks begin at 1; tied ones share their mean.
            let rank = below as f64 + f64::midpoint(size, 1.0);
            below += run.len();
            for place in run {
                if let Some(sum) = rank_sums.get_mut(*place) {
                    *sum += rank;
                }
            }
        }
    }
    let (k_, n_) = (k as f64, n as f64);
    let mean = k_ * (n_ + 1.0) / 2.0;
    let s: f64 = rank_sums.iter().map(|sum| (sum - mean).powi(2)).sum();
    let full = k_ * k_ * (n_.powi(3) - n_) - k_ * ties;
    let w = 12.0 * s / full;
    let chi_squared = k_ * (n_ - 1.0) * w;
    let p = chi_squared_above(chi_squared, n - 1);
    (full > 0.0).then_some(Concordance {
        w,
        chi_squared,
        p,
        assessors: k,
        cells: n,
    })
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

    #[test]
    fn with_ties_as_friedmans_test_in_scipy() {
        // Ties: 1 1, 1 1, 3 3 and 0 0 → Σ(t³ − t) = 24; S = 133.5; W = 1602 / (9·210 − 72).
        // scipy.stats.friedmanchisquare 1.17.1 gives the same χ².
        let found = kendall(&ratings(&[
            "3 1 0 -2 1 2 .",
            "2 1 -1 -3 1 3 1",
            "3 3 0 -1 0 1 2",
        ]))
        .unwrap();
        assert_eq!((found.assessors, found.cells), (3, 6));
        assert!((found.w - 1602.0 / 1818.0).abs() < 1e-12);
        assert!((found.chi_squared - 13.217821782178218).abs() < 1e-9);
        // Q(χ², 5) = erfc(√(χ²/2)) + √(2χ²/π) e^(−χ²/2) (1 + χ²/3), in Python.
        assert!(
            (found.p - 0.021420841805100004).abs() < 1e-12,
            "{}",
            found.p
        );
    }

    #[test]
    fn the_same_order_and_the_opposite_one() {
        assert!((kendall(&ratings(&["1 2 3", "-1 0 3"])).unwrap().w - 1.0).abs() < 1e-12);
        // Rank sums 4, 4, 4.
        assert_eq!(kendall(&ratings(&["1 2 3", "3 2 1"])).unwrap().w, 0.0);
    }

    #[test]
    fn who_scored_nothing_is_left_out() {
        let scored = ["3 1 0 -2 1 2 .", "2 1 -1 -3 1 3 1", "3 3 0 -1 0 1 2"];
        let with = [scored[0], "? ? . . ? ? ?", scored[1], scored[2]];
        assert_eq!(kendall(&ratings(&with)), kendall(&ratings(&scored)));
        assert_eq!(kendall(&ratings(&["1 2 3", "? n ?"])), None);
    }

    #[test]
    fn where_there_is_none() {
        assert_eq!(kendall(&ratings(&["1 2 3"])), None);
        assert_eq!(kendall(&ratings(&["1 . 3", "1 2 ."])), None);
        assert_eq!(kendall(&ratings(&["2 2 2", "0 0 0"])), None);
        assert_eq!(kendall(&[]), None);
    }
}
