//! METHODS M10: weighted Cohen's κ of two assessors (Cohen 1968).

use super::levels::Levels;

/// What a disagreement of two scores weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum KappaWeights {
    /// 1 whenever they differ: Cohen's κ of 1960.
    Unweighted,
    /// `|x − y|`
    Linear,
    /// `(x − y)²`
    #[default]
    Quadratic,
}
impl KappaWeights {
    fn weigh(self, x: f64, y: f64) -> f64 {
        match self {
            Self::Unweighted => f64::from(x != y),
            Self::Linear => (x - y).abs(),
            Self::Quadratic => (x - y).powi(2),
        }
    }
}

/// `κ = 1 − Σ w o / Σ w e` over pairs of scores of the same cells, in score points; −∞…1, 0 is chance. `None` when
/// there are no pairs or both gave one and the same score throughout.
pub fn kappa(pairs: &[(f64, f64)], weights: KappaWeights) -> Option<f64> {
    let n = pairs.len() as f64;
    let levels = Levels::of(pairs.iter().flat_map(|(x, y)| [*x, *y]));
    let (left, right) = (
        levels.counts(pairs.iter().map(|pair| pair.0)),
        levels.counts(pairs.iter().map(|pair| pair.1)),
    );
    let observed: f64 = pairs.iter().map(|(x, y)| weights.weigh(*x, *y)).sum();
    let expected: f64 = levels
        .pairs(&left, &right)
        .map(|(x, n_x, y, n_y)| weights.weigh(x, y) * n_x * n_y)
        .sum::<f64>()
        / n;
    (expected > 0.0).then(|| 1.0 - observed / expected)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_scikit_learn_gives() {
        // sklearn.metrics.cohen_kappa_score 1.9.1, labels −3…3.
        let x = [3, 2, -1, 0, 1, -3, 2, 2, 0, -2];
        let y = [2, 2, -2, 0, 2, -1, 3, 2, -1, -2];
        let pairs: Vec<(f64, f64)> = x
            .into_iter()
            .zip(y)
            .map(|(x, y)| (f64::from(x), f64::from(y)))
            .collect();
        for (weights, expected) in [
            (KappaWeights::Unweighted, 0.2592592592592594),
            (KappaWeights::Linear, 0.6601941747572816),
            (KappaWeights::Quadratic, 0.8656716417910448),
        ] {
            assert!(
                (kappa(&pairs, weights).unwrap() - expected).abs() < 1e-12,
                "{weights:?}"
            );
        }
    }

    #[test]
    fn by_hand() {
        // Same marginals (1, 1): observed 0 of 2, expected (1·1 + 1·1)·1 / 2 = 1.
        assert_eq!(
            kappa(&[(0.0, 0.0), (1.0, 1.0)], KappaWeights::Quadratic),
            Some(1.0)
        );
        // Swapped: observed 2, expected 1.
        assert_eq!(
            kappa(&[(0.0, 1.0), (1.0, 0.0)], KappaWeights::Linear),
            Some(-1.0)
        );
        assert_eq!(
            kappa(&[(2.0, 2.0), (2.0, 2.0)], KappaWeights::Quadratic),
            None
        );
        assert_eq!(kappa(&[], KappaWeights::Quadratic), None);
    }
}
