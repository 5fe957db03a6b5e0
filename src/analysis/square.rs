//! The array form of a square matrix: nets of the items that are both row and column, 0 where nothing is scored.

use super::Scores;
use crate::model::Item;
use ndarray::linalg::general_mat_mul;
use ndarray::{Array2, Axis, Zip};

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
        Some(Self { items: both.into_iter().map(|(_, _, item)| item).collect(), m, scored, largest: scores.largest })
    }

    /// Effects over one step and over two, `M + M²`, in score points and their products.
    pub fn two_steps(&self) -> Array2<f64> {
        // Scores are few and small: where every product and every sum is a whole number below 2²⁴, half the precision
        // says the same twice as fast. Then rows are shared between two threads.
        let (largest, is_whole) = self.m.as_slice_memory_order().map_or((f64::MAX, false), largest_and_whole);
        if !is_whole || largest * largest * self.n() as f64 >= f64::from(1 << 24) {
            return &self.m + &self.m.dot(&self.m);
        }
        let small = self.m.mapv(|value| value as f32);
        let mut product = Array2::<f32>::zeros(self.m.raw_dim());
        let half = self.n() / 2;
        let (mut above, mut below) = product.view_mut().split_at(Axis(0), half);
        let (first, last) = small.view().split_at(Axis(0), half);
        rayon::join(
            || general_mat_mul(1.0, &first, &small, 0.0, &mut above),
            || general_mat_mul(1.0, &last, &small, 0.0, &mut below),
        );
        Zip::from(&product).and(&self.m).map_collect(|product, own| f64::from(*product) + own)
    }
    pub fn n(&self) -> usize {
        self.items.len()
    }
    /// `m_ij`, 0 outside.
    pub fn at(&self, i: usize, j: usize) -> f64 {
        self.m.get((i, j)).copied().unwrap_or(0.0)
    }
}

/// The largest magnitude, and whether all are whole numbers; for magnitudes from 2⁵¹ the second is not to be relied on.
/// Eight at a time, so that it costs a fraction of a multiplication.
fn largest_and_whole(values: &[f64]) -> (f64, bool) {
    // A number with no bits below the point: what is added to it and taken off again is rounded.
    const ROUNDING: f64 = 6_755_399_441_055_744.0;
    let (mut most, mut off) = ([0.0_f64; 8], [0.0_f64; 8]);
    let mut take = |values: &[f64]| {
        for ((most, off), value) in most.iter_mut().zip(&mut off).zip(values) {
            let magnitude = value.abs();
            *most = if magnitude > *most { magnitude } else { *most };
            *off += ((value + ROUNDING) - ROUNDING - value).abs();
        }
    };
    let (eights, rest) = values.as_chunks::<8>();
    for eight in eights {
        take(eight);
    }
    take(rest);
    (most.into_iter().fold(0.0, f64::max), off.iter().all(|off| *off == 0.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::written::{scores, square};

    #[test]
    fn whole_numbers_are_told_from_others_wherever_they_stand() {
        let mut values = vec![2.0, -3.0, 0.0, 1.0, -1.0, 3.0, -0.0, 2.0, 1.0, -7.0, 5.0];
        assert_eq!(largest_and_whole(&values), (7.0, true));
        for place in 0..values.len() {
            let before = std::mem::replace(&mut values[place], -0.5);
            assert!(!largest_and_whole(&values).1, "{place}");
            values[place] = before;
        }
        assert_eq!(largest_and_whole(&[]), (0.0, true));
    }

    #[test]
    fn two_steps_by_hand() {
        let square = Square::of(&square(". 2 -1\n. . -3\n-2 1 .")).unwrap();
        let two = square.two_steps();
        // m_12 + m_13 m_32 = 2 − 1; m_11² = m_13 m_31 = 2; m_13 + m_12 m_23 = −1 − 6.
        assert_eq!((two[(0, 1)], two[(0, 0)], two[(0, 2)]), (1.0, 2.0, -7.0));
        assert_eq!(Square::of(&scores("1 2")), None);
        // Both ways of multiplying: with halves, the long one.
        let halves = Square { m: &square.m / 2.0, ..square.clone() };
        assert_eq!(halves.two_steps()[(0, 2)], -0.5 - 6.0 / 4.0);
    }
}
