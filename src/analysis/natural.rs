//! Whole numbers of any size, for counts that outgrow every machine word: powers of a matrix of whole scores (`micmac`).
//!
//! Only what those need: adding a product, comparing, and the share of one in another.

use ordito_ground::text::Piece as _;
use std::cmp::Ordering;

/// A number ≥ 0 in words of 64 bits, the lowest first; no word of 0 at its end.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Natural(Vec<u64>);

impl Natural {
    pub fn of(value: u64) -> Self {
        Self(if value == 0 { Vec::new() } else { vec![value] })
    }

    /// Adds `other · factor`.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the lower half stays, the upper one is carried"
    )]
    pub fn add_product(&mut self, other: &Self, factor: u64) {
        if factor == 0 || other.0.is_empty() {
            return;
        }
        let mut carry = 0_u128;
        let mut at = 0;
        while at < other.0.len() || carry > 0 {
            let word = other.0.get(at).copied().unwrap_or(0);
            if at == self.0.len() {
                self.0.push(0);
            }
            if let Some(place) = self.0.get_mut(at) {
                let sum = u128::from(word) * u128::from(factor) + u128::from(*place) + carry;
                *place = sum as u64;
                carry = sum >> 64;
            }
            at += 1;
        }
    }

    #[must_use]
    pub fn times(&self, factor: u64) -> Self {
        let mut product = Self::default();
        product.add_product(self, factor);
        product
    }

    /// A mantissa, and the power of two that it is taken times; exact to the last bit but one.
    fn parts(&self) -> (f64, i64) {
        let from = self.0.len().saturating_sub(3);
        let top = self.0.piece(from..);
        let mantissa = top.iter().rev().fold(0.0, |sum, word| {
            sum * 18_446_744_073_709_551_616.0 + *word as f64
        });
        (mantissa, 64 * from as i64)
    }

    /// Its share of a larger number; 0 of nothing.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "held between two small numbers first"
    )]
    pub fn share_of(&self, all: &Self) -> f64 {
        let ((own, own_power), (all, all_power)) = (self.parts(), all.parts());
        if all == 0.0 {
            0.0
        } else {
            own / all * 2_f64.powi((own_power - all_power).clamp(-1_100, 1_000) as i32)
        }
    }
}

impl<'a> FromIterator<&'a Natural> for Natural {
    /// Their sum.
    fn from_iter<I: IntoIterator<Item = &'a Natural>>(parts: I) -> Self {
        parts.into_iter().fold(Self::default(), |mut sum, part| {
            sum.add_product(part, 1);
            sum
        })
    }
}

impl Ord for Natural {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0
            .len()
            .cmp(&other.0.len())
            .then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}
impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_by_hand() {
        // 10^40 by forty steps, and by twice twenty: 10^20 is beyond one word.
        let power = |n: u32| (0..n).fold(Natural::of(1), |power, _| power.times(10));
        let hundred_twenty = power(20).times(10_u64.pow(19)).times(10);
        assert_eq!(power(40), hundred_twenty);
        let mut more = power(40);
        more.add_product(&Natural::of(1), 1);
        assert!(more > power(40) && power(39) < power(40) && Natural::default() < Natural::of(1));
        assert_eq!(more.share_of(&power(40)), 1.0);
        assert!((power(400).share_of(&power(403)) - 0.001).abs() < 1e-18);
        assert_eq!(
            (
                power(1).share_of(&power(400)),
                Natural::default().share_of(&Natural::default())
            ),
            (0.0, 0.0)
        );
        // All words full: the carry runs to the end.
        let mut full = Natural(vec![u64::MAX; 3]);
        full.add_product(&Natural::of(1), 1);
        assert_eq!(full, Natural(vec![0, 0, 0, 1]));
        assert_eq!(
            [power(3), power(2)].iter().collect::<Natural>(),
            Natural::of(1_100)
        );
    }
}
