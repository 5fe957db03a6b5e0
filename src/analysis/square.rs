//! The array form of a square matrix: nets of the items that are both row and column, 0 where nothing is scored.

use super::Scores;
use ndarray::Array2;
use ordito_model::Item;

/// Cross-impacts `m_ij` as an array: effect of item i on item j, in score points, 0 on the diagonal and where not
/// scored.
#[derive(Debug, Clone, PartialEq)]
pub struct Square {
    pub items: Vec<Item>,
    pub m: Array2<f64>,
    /// Crossings scored, of `n (n − 1)`.
    pub scored: usize,
    /// K, the largest magnitude of the scale, in score points.
    pub largest: f64,
}

impl Square {
    /// The items in the order of rows. `None` for policies × goals.
    pub fn of(scores: &Scores) -> Option<Self> {
        if !scores.is_square {
            return None;
        }
        let columns = super::scores::places(&scores.columns);
        let both: Vec<(usize, usize, Item)> = scores
            .rows
            .iter()
            .enumerate()
            .filter_map(|(row, line)| Some((row, *columns.get(&line.item)?, line.item)))
            .collect();
        let mut m = Array2::zeros((both.len(), both.len()));
        let mut scored = 0;
        for (i, (row, _, _)) in both.iter().enumerate() {
            for (j, (_, column, _)) in both.iter().enumerate() {
                if let Some(net) = scores.net(*row, *column) {
                    scored += 1;
                    if let Some(place) = m.get_mut((i, j)) {
                        *place = net;
                    }
                }
            }
        }
        Some(Self {
            items: both.into_iter().map(|(_, _, item)| item).collect(),
            m,
            scored,
            largest: scores.largest,
        })
    }

    /// Effects over one step and over two, `M + M²`, in score points and their products.
    pub fn two_steps(&self) -> Array2<f64> {
        super::two_steps::two_steps(&self.m)
    }
    pub fn n(&self) -> usize {
        self.items.len()
    }
    /// `m_ij`, 0 outside.
    pub fn at(&self, i: usize, j: usize) -> f64 {
        self.m.get((i, j)).copied().unwrap_or(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::{scores, square};

    #[test]
    fn two_steps_by_hand() {
        let square = Square::of(&square(". 2 -1\n. . -3\n-2 1 .")).unwrap();
        let two = square.two_steps();
        // m_12 + m_13 m_32 = 2 − 1; m_11² = m_13 m_31 = 2; m_13 + m_12 m_23 = −1 − 6.
        assert_eq!((two[(0, 1)], two[(0, 0)], two[(0, 2)]), (1.0, 2.0, -7.0));
        assert_eq!(Square::of(&scores("1 2")), None);
        // Counted in quarters of a point, and row by row where nothing is counted.
        let halves = Square {
            m: &square.m / 2.0,
            ..square.clone()
        };
        assert_eq!(halves.two_steps()[(0, 2)], -0.5 - 6.0 / 4.0);
        let tenths = Square {
            m: &square.m / 10.0,
            ..square.clone()
        };
        assert!((tenths.two_steps()[(0, 2)] - (-0.1 - 6.0 / 100.0)).abs() < 1e-12);
    }
}
