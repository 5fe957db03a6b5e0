//! METHODS M3: effects over one step and over two, `M + M²`, several rows in one multiplication where that is exact.
//!
//! Scores are few and small. Where all are whole numbers of one unit (a point, or a quarter of one), every sum in M² is
//! a whole number of at most `n K²`, far below the 2⁵³ up to which numbers are exact. So rows are put one above another
//! into the digits of one number, `a + B b + B² c + …` with B a power of two over `2 n K²` (Kronecker's substitution),
//! multiplied once, and taken apart again by rounding: the same bits as row by row, in about half the time. Nothing is
//! lost to rounding because no partial sum leaves its digits.

use ndarray::linalg::general_mat_mul;
use ndarray::{Array2, Axis};

/// Digits of a number that are exact.
const BITS: u32 = 53;
/// Rounds to a whole number: what is added to it and taken off again has no bits below the point.
const ROUNDING: f64 = 6_755_399_441_055_744.0;
/// Parts of a point in which scores may be whole numbers.
const PARTS: [f64; 2] = [1.0, 4.0];

/// `M + M²`.
pub fn two_steps(m: &Array2<f64>) -> Array2<f64> {
    let digits = m
        .as_slice()
        .and_then(|values| Digits::of(values, m.nrows()));
    digits.map_or_else(|| m + &m.dot(m), |digits| digits.two_steps(m))
}

/// How rows share a number.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Digits {
    /// Parts of a point that scores are counted in.
    parts: f64,
    /// B, above twice every sum.
    base: f64,
    /// Rows in one number, at least two.
    rows: usize,
}

impl Digits {
    /// `None` where a number holds no two rows, or where scores are not whole numbers of one unit.
    fn of(values: &[f64], n: usize) -> Option<Self> {
        PARTS.into_iter().find_map(|parts| {
            let (largest, is_whole) = largest_and_whole(values, parts);
            let twice = 2.0 * largest * largest * n as f64;
            if !is_whole || twice >= 2.0_f64.powi(BITS.cast_signed() / 2) {
                return None;
            }
            let bits = (1..BITS).find(|bits| 2.0_f64.powi(bits.cast_signed()) > twice)?;
            Some(Self {
                parts,
                base: 2.0_f64.powi(bits.cast_signed()),
                rows: (BITS / bits) as usize,
            })
        })
    }

    fn two_steps(self, m: &Array2<f64>) -> Array2<f64> {
        let n_groups = m.nrows().div_ceil(self.rows);
        let mut packed = Array2::zeros((n_groups, m.ncols()));
        for (mut into, rows) in packed
            .rows_mut()
            .into_iter()
            .zip(m.axis_chunks_iter(Axis(0), self.rows))
        {
            for row in rows.rows().into_iter().rev() {
                into.zip_mut_with(&row, |into, value| *into = *into * self.base + value);
            }
        }
        // In units on both sides: whole numbers throughout.
        let mut product = Array2::zeros((n_groups, m.ncols()));
        general_mat_mul(self.parts * self.parts, &packed, m, 0.0, &mut product);
        let mut sum = m.clone();
        let (down, points) = (1.0 / self.base, 1.0 / (self.parts * self.parts));
        for (mut rows, mut rest) in sum
            .axis_chunks_iter_mut(Axis(0), self.rows)
            .zip(product.rows_mut())
        {
            for mut row in rows.rows_mut() {
                // The lowest digits are this row's; the rest is left for the next.
                ndarray::Zip::from(&mut row)
                    .and(&mut rest)
                    .for_each(|value, rest| {
                        let above = (*rest * down + ROUNDING) - ROUNDING;
                        *value += (*rest - above * self.base) * points;
                        *rest = above;
                    });
            }
        }
        sum
    }
}

/// The largest magnitude in parts of a point, and whether all are whole numbers of these; for magnitudes from 2⁵¹ the
/// second is not to be relied on. Eight at a time, so that it costs a fraction of a multiplication.
fn largest_and_whole(values: &[f64], parts: f64) -> (f64, bool) {
    let (mut most, mut off) = ([0.0_f64; 8], [0.0_f64; 8]);
    let mut take = |values: &[f64]| {
        for ((most, off), value) in most.iter_mut().zip(&mut off).zip(values) {
            let value = value * parts;
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
    (
        most.into_iter().fold(0.0, f64::max),
        off.iter().all(|off| *off == 0.0),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_told_from_others_wherever_they_stand() {
        let mut values = vec![2.0, -3.0, 0.0, 1.0, -1.0, 3.0, -0.0, 2.0, 1.0, -7.0, 5.0];
        assert_eq!(largest_and_whole(&values, 1.0), (7.0, true));
        for place in 0..values.len() {
            let before = std::mem::replace(&mut values[place], -0.25);
            assert!(!largest_and_whole(&values, 1.0).1, "{place}");
            let largest = if before == -7.0 { 20.0 } else { 28.0 };
            assert_eq!(largest_and_whole(&values, 4.0), (largest, true), "{place}");
            values[place] = before;
        }
        assert_eq!(largest_and_whole(&[], 1.0), (0.0, true));
        assert!(
            !largest_and_whole(&[f64::NAN], 1.0).1 && !largest_and_whole(&[f64::INFINITY], 1.0).1
        );
    }

    #[test]
    fn rows_share_a_number_by_hand() {
        // Twice 2 · 3² = 36: six bits, so B = 64 and eight rows fit into 53 bits.
        let m = ndarray::arr2(&[[0.0, 3.0], [-2.0, 0.0]]);
        let digits = Digits::of(m.as_slice().unwrap(), 2).unwrap();
        assert_eq!(
            digits,
            Digits {
                parts: 1.0,
                base: 64.0,
                rows: 8
            }
        );
        // M² is −6 on the diagonal: 3 · −2 and −2 · 3. The packed row is (−128, 3); times M: (−6, −384).
        assert_eq!(
            digits.two_steps(&m),
            ndarray::arr2(&[[-6.0, 3.0], [-2.0, -6.0]])
        );
        // Quarters are counted in quarters; thirds are not shared, nor is what needs more than 26 bits.
        assert_eq!(
            Digits::of(&[0.25], 1),
            Some(Digits {
                parts: 4.0,
                base: 4.0,
                rows: 26
            })
        );
        assert_eq!(Digits::of(&[1.0 / 3.0], 1), None);
        assert_eq!(
            (
                Digits::of(&[5_792.0], 1).is_some(),
                Digits::of(&[5_793.0], 1)
            ),
            (true, None)
        );
        assert_eq!(
            (Digits::of(&[1e200], 1), Digits::of(&[f64::NAN], 1)),
            (None, None)
        );
    }

    /// Whole numbers, by the schoolbook.
    fn schoolbook(m: &Array2<i64>) -> Array2<i64> {
        Array2::from_shape_fn(m.raw_dim(), |(i, j)| {
            m[(i, j)] + (0..m.nrows()).map(|k| m[(i, k)] * m[(k, j)]).sum::<i64>()
        })
    }

    #[test]
    fn no_bit_is_other_than_by_the_schoolbook() {
        let mut state = 9_u64;
        let mut next = move || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as i64
        };
        for n in [0, 1, 2, 3, 5, 17, 64, 169] {
            for k in [1, 3, 10, 100, 700] {
                let m = Array2::from_shape_fn((n, n), |_| next() % (2 * k + 1) - k);
                let expected = schoolbook(&m).mapv(|value| value as f64);
                assert_eq!(
                    two_steps(&m.mapv(|value| value as f64)),
                    expected,
                    "{n}, ±{k}"
                );
                // The worst there is: every sum as large as the bound says, with either sign.
                let worst = Array2::from_shape_fn((n, n), |(i, _)| if i % 2 == 0 { k } else { -k });
                let expected = schoolbook(&worst).mapv(|value| value as f64);
                assert_eq!(
                    two_steps(&worst.mapv(|value| value as f64)),
                    expected,
                    "{n}, worst of {k}"
                );
            }
            let quarters = Array2::from_shape_fn((n, n), |_| (next() % 25 - 12) as f64 / 4.0);
            assert_eq!(
                two_steps(&quarters),
                &quarters + &quarters.dot(&quarters),
                "{n}, quarters"
            );
        }
    }
}
