//! What is equal: one rule for ranks, winners, sides and lists, on screen, on paper and in JSON. How a figure is rounded is
//! in `words`, which writes it.
//!
//! Sums of weighted scores that are equal on paper differ by a rounding in the machine, and by another one when they
//! are added in another order. Two figures are therefore equal when they lie on the same mark of a ruler whose marks
//! are a thousand-millionth of the largest figure apart, far wider than any rounding and far narrower than any
//! difference that scores and weights can make. Marks keep what a tolerance loses: what equals the same is equal, so
//! that a list has one order. They lie where no fraction of people's making falls, so that nothing stands on the edge
//! between two. Where scores are whole numbers of hundredths and weights do not enter, methods count exactly instead
//! (`micmac`).

use std::cmp::Ordering;

/// Figures nearer than this share of the largest one are equal.
const SLACK: f64 = 1e-9;
/// Between marks, in marks: the golden section, which no quotient of small numbers comes near.
const BETWEEN: f64 = 0.618_033_988_749_894_9;
/// What is left of a sum that cancels, as a share of what was added: less than this is nothing.
const REST: f64 = 1e-12;

/// Tells equal figures from different ones.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ruler {
    apart: f64,
}
impl Ruler {
    /// For what lies between −1 and 1: indices, shares, coefficients.
    pub const SHARES: Self = Self { apart: SLACK };
    /// For score points times weight, and what they add up to.
    pub const POINTS: Self = Self {
        apart: 100.0 * SLACK,
    };

    /// For these figures, whatever they measure.
    pub fn of(figures: impl IntoIterator<Item = f64>) -> Self {
        let most = figures
            .into_iter()
            .filter(|figure| figure.is_finite())
            .fold(1e-3, |most, figure| figure.abs().max(most));
        Self {
            apart: most * SLACK,
        }
    }

    /// A whole number; equal figures have the same one, larger figures a larger one.
    pub fn mark(self, figure: f64) -> f64 {
        // Adding 0 makes −0 the zero it is.
        (figure / self.apart + BETWEEN).floor() + 0.0
    }
    pub fn is_above(self, one: f64, other: f64) -> bool {
        self.mark(one) > self.mark(other)
    }
    pub fn is_equal(self, one: f64, other: f64) -> bool {
        self.mark(one) == self.mark(other)
    }
    /// The smaller one first.
    pub fn order(self, one: f64, other: f64) -> Ordering {
        self.mark(one).total_cmp(&self.mark(other))
    }
}

/// The rank of each figure: 1 is the largest, equal ones have equal ranks, and the next one comes after all of them.
/// What is nothing has none.
pub fn ranks(figures: &[Option<f64>]) -> Vec<Option<usize>> {
    let ruler = Ruler::of(figures.iter().flatten().copied());
    ranks_on(ruler, figures)
}

/// The same on a ruler of one's own.
pub fn ranks_on(ruler: Ruler, figures: &[Option<f64>]) -> Vec<Option<usize>> {
    let marks: Vec<Option<f64>> = figures
        .iter()
        .map(|figure| figure.map(|figure| ruler.mark(figure)))
        .collect();
    let mut sorted: Vec<f64> = marks.iter().flatten().copied().collect();
    sorted.sort_unstable_by(|a, b| b.total_cmp(a));
    let rank = |mark: f64| 1 + sorted.partition_point(|other| *other > mark);
    marks.into_iter().map(|mark| mark.map(rank)).collect()
}

/// Sorts by what `figure` says of each, the largest first; equal ones by `then`, else they stay as they are.
pub fn largest_first<T>(
    list: &mut [T],
    figure: impl Fn(&T) -> f64,
    then: impl Fn(&T, &T) -> Ordering,
) {
    let ruler = Ruler::of(list.iter().map(&figure));
    list.sort_by(|a, b| ruler.order(figure(b), figure(a)).then_with(|| then(a, b)));
}

/// A sum of which `size` was added in magnitude: what cancelling left of it is nothing.
#[inline]
pub fn settled(sum: f64, size: f64) -> f64 {
    if sum.abs() <= size * REST { 0.0 } else { sum }
}

/// A figure of few decimals without what the machine added to it: 0.3 − 0.1 is 0.2. Others stay as they are.
pub fn plain(figure: f64) -> f64 {
    // Divided and not multiplied: a thousand-millionth is none of the machine's numbers.
    let near = (figure * 1e9).round() / 1e9;
    if (figure - near).abs() <= figure.abs().max(1.0) * REST {
        near + 0.0
    } else {
        figure
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_equal_on_paper_is_equal() {
        let ruler = Ruler::SHARES;
        assert!(
            ruler.is_equal(0.3, 0.1 + 0.2)
                && ruler.is_equal(0.0, -0.0)
                && ruler.is_equal(1.0, 0.7 + 0.2 + 0.1)
        );
        assert!(
            ruler.is_above(0.300_001, 0.3)
                && !ruler.is_above(0.1 + 0.2, 0.3)
                && !ruler.is_above(0.3, 0.1 + 0.2)
        );
        // One third of three, worked out in a hundred ways.
        for n in 1..100 {
            let weight = f64::from(n) / 97.0;
            let sum: f64 = (0..n).map(|_| weight / f64::from(n)).sum();
            assert!(Ruler::of([weight]).is_equal(sum, weight), "{n}");
        }
    }

    #[test]
    fn marks_lie_beside_every_fraction_that_people_make() {
        // A figure and its two neighbours in the machine are equal, for every fraction of up to 2,000 parts and for
        // sixteenths of a thousand-millionth.
        let ruler = Ruler::SHARES;
        let near = |figure: f64| {
            let (below, above) = (figure - 4.0 * f64::EPSILON, figure + 4.0 * f64::EPSILON);
            assert!(
                ruler.is_equal(below, figure) && ruler.is_equal(figure, above),
                "{figure}"
            );
        };
        for parts in 1..2_000 {
            for at in [1, parts / 3, parts / 2, parts - 1, parts] {
                near(f64::from(at) / f64::from(parts));
            }
        }
        for sixteenth in 0..64 {
            near(0.5 + f64::from(sixteenth) / 16.0 * 1e-9);
        }
    }

    #[test]
    fn ranks_of_equal_figures_are_equal_and_the_next_are_left_out() {
        let figures = [
            Some(1.0),
            None,
            Some(3.0),
            Some(0.7 + 0.2 + 0.1),
            Some(-2.0),
        ];
        assert_eq!(ranks(&figures), [Some(2), None, Some(1), Some(2), Some(4)]);
        // Scaled to the figures: euros of a budget, and shares of shares.
        assert_eq!(
            ranks(&[Some(0.1e9 + 0.2e9), Some(0.3e9), Some(0.299e9)]),
            [Some(1), Some(1), Some(3)]
        );
        assert_eq!(
            ranks(&[Some(2e-7), Some(1e-7), None]),
            [Some(1), Some(2), None]
        );
        assert_eq!(ranks(&[]), []);
    }

    #[test]
    fn equal_ones_go_by_what_comes_next() {
        let mut list = [(0.1 + 0.2, 'b'), (0.3, 'a'), (0.5, 'c')];
        largest_first(&mut list, |each| each.0, |a, b| a.1.cmp(&b.1));
        assert_eq!(list.map(|each| each.1), ['c', 'a', 'b']);
    }

    #[test]
    fn what_the_machine_added_is_taken_off() {
        assert_eq!(
            (plain(0.3 - 0.1), plain(1.0 / 3.0), plain(-0.0).to_bits()),
            (0.2, 1.0 / 3.0, 0)
        );
        assert_eq!(
            (
                settled(2.8e-17, 1.0),
                settled(0.01, 3.0),
                settled(-5e-17, 0.6)
            ),
            (0.0, 0.01, 0.0)
        );
    }
}
