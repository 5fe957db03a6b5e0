//! METHODS M6: MICMAC, direct and indirect influence and dependence (Godet; Arcade et al. 1999).
//!
//! On |m|, or on one sign of it. Indirect: powers M², M³ … until the rankings of rows and of columns repeat; a matrix
//! without circles has no such power, there it is M + M² + …. Shares are per 10 000, so that direct and indirect can be
//! compared. Quadrants are cut at the means.

use super::Square;
use crate::model::Item;
use ndarray::{Array1, Array2, Axis};

/// Which part of signed effects is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ImpactPart {
    /// |m|
    #[default]
    Magnitude,
    /// Where m > 0.
    Positive,
    /// |m| where m < 0.
    Negative,
}

/// Where an item stands by influence (rows) and dependence (columns).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// Shares of the sum over all items, per 10 000.
    pub influence: f64,
    pub dependence: f64,
    /// 1 is the highest; equal shares have equal ranks.
    pub influence_rank: usize,
    pub dependence_rank: usize,
}

/// The four fields of the plane of influence and dependence, cut at the means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quadrant {
    /// Acts on much, little acts on it.
    Influential,
    /// Acts on much, much acts on it.
    Relay,
    /// Acts on little, much acts on it.
    Dependent,
    Autonomous,
}

/// One item, directly and indirectly.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    pub item: Item,
    pub direct: Standing,
    pub indirect: Standing,
    pub direct_quadrant: Quadrant,
    pub indirect_quadrant: Quadrant,
}
impl Placed {
    /// Ranks of influence won from direct to indirect; negative when lost.
    pub const fn influence_move(&self) -> isize {
        self.direct.influence_rank as isize - self.indirect.influence_rank as isize
    }
    /// Ranks of dependence won from direct to indirect; negative when lost.
    pub const fn dependence_move(&self) -> isize {
        self.direct.dependence_rank as isize - self.indirect.dependence_rank as isize
    }
}

/// How the indirect standing was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// The rankings of this power are those of the one before.
    AtPower(u32),
    /// No circle: the sum of all powers.
    NoCircles,
    /// Still changing at this power: the matrix goes to and fro.
    Not(u32),
}

/// The result for all items, in the order of rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Micmac {
    pub items: Vec<Placed>,
    pub settled: Settled,
    /// Shares that the quadrants are cut at: the same for all, 10 000 / n.
    pub mean: f64,
}

/// Powers tried before a matrix is said not to settle.
const MOST_POWERS: u32 = 40;

/// `None` when no item acts on any other.
pub fn micmac(square: &Square, part: ImpactPart) -> Option<Micmac> {
    let m = square.m.mapv(|value| match part {
        ImpactPart::Magnitude => value.abs(),
        ImpactPart::Positive => value.max(0.0),
        ImpactPart::Negative => (-value).max(0.0),
    });
    let direct = Sides::of(&m)?;
    let (indirect, settled) = if has_circle(&m) { by_powers(&m)? } else { (all_powers(&m), Settled::NoCircles) };
    let mean = 10_000.0 / square.n() as f64;
    let quadrant = |standing: &Standing| match (standing.influence >= mean, standing.dependence >= mean) {
        (true, false) => Quadrant::Influential,
        (true, true) => Quadrant::Relay,
        (false, true) => Quadrant::Dependent,
        (false, false) => Quadrant::Autonomous,
    };
    let (direct, indirect) = (direct.standings(), indirect.standings());
    let placed = square.items.iter().zip(direct.into_iter().zip(indirect));
    let items = placed
        .map(|(item, (direct, indirect))| Placed {
            item: *item,
            direct,
            indirect,
            direct_quadrant: quadrant(&direct),
            indirect_quadrant: quadrant(&indirect),
        })
        .collect();
    Some(Micmac { items, settled, mean })
}

/// Sums of rows and of columns.
struct Sides {
    influence: Array1<f64>,
    dependence: Array1<f64>,
}
impl Sides {
    /// `None` when all is 0.
    fn of(m: &Array2<f64>) -> Option<Self> {
        let sides = Self { influence: m.sum_axis(Axis(1)), dependence: m.sum_axis(Axis(0)) };
        (sides.influence.sum() > 0.0).then_some(sides)
    }
    fn ranks(&self) -> (Vec<usize>, Vec<usize>) {
        (ranks(&self.influence), ranks(&self.dependence))
    }
    fn standings(&self) -> Vec<Standing> {
        let share = |of: &Array1<f64>| -> Vec<f64> { of.iter().map(|value| 10_000.0 * value / of.sum()).collect() };
        let (influence, dependence) = (share(&self.influence), share(&self.dependence));
        let (influence_ranks, dependence_ranks) = self.ranks();
        let shares = influence.into_iter().zip(dependence);
        let ranks = influence_ranks.into_iter().zip(dependence_ranks);
        shares
            .zip(ranks)
            .map(|((influence, dependence), (influence_rank, dependence_rank))| Standing {
                influence,
                dependence,
                influence_rank,
                dependence_rank,
            })
            .collect()
    }
}

/// 1 is the highest. What differs by less than a rounding is equal.
fn ranks(values: &Array1<f64>) -> Vec<usize> {
    let slack = values.iter().fold(0.0_f64, |most, value| most.max(value.abs())) * 1e-9;
    values.iter().map(|value| 1 + values.iter().filter(|other| **other > value + slack).count()).collect()
}

fn by_powers(m: &Array2<f64>) -> Option<(Sides, Settled)> {
    // Each power is kept to a largest entry of 1: shares do not change, and nothing overflows.
    let next = |power: &Array2<f64>| {
        let product = power.dot(m);
        let largest = product.iter().fold(0.0_f64, |most, value| most.max(*value));
        if largest > 0.0 { product / largest } else { product }
    };
    let mut power = next(m);
    let mut sides = Sides::of(&power)?;
    for exponent in 3..=MOST_POWERS {
        power = next(&power);
        let now = Sides::of(&power)?;
        let repeats = now.ranks() == sides.ranks();
        sides = now;
        if repeats {
            return Some((sides, Settled::AtPower(exponent)));
        }
    }
    Some((sides, Settled::Not(MOST_POWERS)))
}

/// Whether an item acts on itself over other ones: then no power of the matrix is 0.
fn has_circle(m: &Array2<f64>) -> bool {
    // Items that act on something that is left; what is left when nothing more falls away are the circles and what
    // leads to them.
    let mut left = vec![true; m.nrows()];
    loop {
        let acts = |i: usize| m.row(i).iter().zip(&left).any(|(value, left)| *left && *value > 0.0);
        let next: Vec<bool> = left.iter().enumerate().map(|(i, left)| *left && acts(i)).collect();
        if next == left {
            return left.contains(&true);
        }
        left = next;
    }
}

/// Row and column sums of M + M² + … of a matrix without circles: `r = M (1 + r)`, which stands still after as many
/// steps as its longest path has.
fn all_powers(m: &Array2<f64>) -> Sides {
    let sums = |m: &Array2<f64>| {
        let mut sums = Array1::<f64>::zeros(m.nrows());
        for _ in 0..=m.nrows() {
            let next = m.dot(&(&sums + 1.0));
            if next == sums {
                break;
            }
            sums = next;
        }
        sums
    };
    Sides { influence: sums(m), dependence: sums(&m.t().to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::written::square;

    fn found(text: &str, part: ImpactPart) -> Micmac {
        micmac(&Square::of(&square(text)).unwrap(), part).unwrap()
    }

    #[test]
    fn without_circles_by_hand() {
        // 1 → 2 (3), 2 → 3 (−2), 1 → 3 (1). M²: 1 → 3 (6). M + M²: rows 3+1+6, 2, 0; columns 0, 3, 9.
        let all = found(". 3 1\n. . -2\n. . .", ImpactPart::Magnitude);
        assert_eq!(all.settled, Settled::NoCircles);
        let shares: Vec<_> = all.items.iter().map(|at| (at.indirect.influence, at.indirect.dependence)).collect();
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
        for ((influence, dependence), (row, column)) in shares.iter().zip([(10.0, 0.0), (2.0, 3.0), (0.0, 9.0)]) {
            assert!(near(*influence, 10_000.0 * row / 12.0) && near(*dependence, 10_000.0 * column / 12.0));
        }
        // Direct: rows 4, 2, 0 of 6; columns 0, 3, 3.
        assert!(near(all.items[0].direct.influence, 10_000.0 * 4.0 / 6.0));
        assert_eq!((all.items[1].direct.dependence_rank, all.items[2].direct.dependence_rank), (1, 1));
        assert_eq!((all.items[1].indirect.dependence_rank, all.items[1].dependence_move()), (2, -1));
        assert_eq!(all.items[0].indirect_quadrant, Quadrant::Influential);
        assert_eq!(all.items[2].indirect_quadrant, Quadrant::Dependent);
        assert_eq!(all.items[1].indirect_quadrant, Quadrant::Autonomous);
    }

    #[test]
    fn the_ranking_settles_where_there_are_circles() {
        let all = found(". 3 1 .\n1 . 2 .\n. 1 . 2\n3 . . .", ImpactPart::Magnitude);
        let Settled::AtPower(power) = all.settled else { panic!("{:?}", all.settled) };
        assert!((3..40).contains(&power));
        // A power by hand, M³, from M: rows 1+… compared by product with a second way.
        let sum: f64 = all.items.iter().map(|at| at.indirect.influence).sum();
        assert!((sum - 10_000.0).abs() < 1e-6 && (all.mean - 2_500.0).abs() < 1e-12);
    }

    #[test]
    fn what_goes_to_and_fro_does_not_settle() {
        // Two that act on each other with other strengths: M² is diagonal, the rankings change places for ever.
        let all = found(". 3\n1 .", ImpactPart::Magnitude);
        assert_eq!(all.settled, Settled::Not(MOST_POWERS));
    }

    #[test]
    fn one_sign_alone() {
        let text = ". 3 -1\n. . -2\n-1 . .";
        let helps = found(text, ImpactPart::Positive);
        assert_eq!((helps.settled, helps.items[0].direct.influence), (Settled::NoCircles, 10_000.0));
        let harms = found(text, ImpactPart::Negative);
        assert_eq!(harms.items[1].direct.influence, 5_000.0);
        assert!(micmac(&Square::of(&square(". 0\nn .")).unwrap(), ImpactPart::Magnitude).is_none());
    }
}
