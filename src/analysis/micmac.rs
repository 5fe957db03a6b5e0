//! METHODS M6: MICMAC, direct and indirect influence and dependence (Godet; Arcade et al. 1999).
//!
//! On |m|, or on one sign of it. Indirect: powers M², M³ … until the rankings of rows and of columns repeat; a matrix
//! without circles has no such power, there it is M + M² + …. Shares are per 10 000, so that direct and indirect can be
//! compared. Quadrants are cut at the means; who stands exactly at a mean is on its upper side.
//!
//! Scores are whole hundredths, so that all is counted in whole numbers of any size: two items have one rank when their
//! sums are the same to the last unit, and stand at the mean when n times theirs is the sum of all. In floating numbers
//! a matrix of ones would put its items on one side directly and on the other indirectly.

use super::Square;
use super::natural::Natural;
use ordito_model::Item;

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
    let effects = Effects::of(square, part)?;
    let direct = effects.direct();
    let heights = effects.heights();
    let (indirect, settled) = match &heights {
        Some(heights) => (effects.all_powers(heights), Settled::NoCircles),
        None => effects.by_powers(),
    };
    let items = square
        .items
        .iter()
        .zip(direct.placed().into_iter().zip(indirect.placed()));
    let items = items
        .map(
            |(item, ((direct, direct_quadrant), (indirect, indirect_quadrant)))| Placed {
                item: *item,
                direct,
                indirect,
                direct_quadrant,
                indirect_quadrant,
            },
        )
        .collect();
    Some(Micmac {
        items,
        settled,
        mean: 10_000.0 / square.n() as f64,
    })
}

/// Effects as whole numbers: points, or hundredths of points where some score is none.
struct Effects {
    n: usize,
    /// From, to, size, by where they begin.
    list: Vec<(usize, usize, u64)>,
    /// Parts of a point that are counted: 1 or 100.
    parts: u64,
}

impl Effects {
    /// `None` where nothing acts on anything.
    fn of(square: &Square, part: ImpactPart) -> Option<Self> {
        let mut list = Vec::new();
        for ((from, to), value) in square.m.indexed_iter() {
            let size = match part {
                ImpactPart::Magnitude => value.abs(),
                ImpactPart::Positive => value.max(0.0),
                ImpactPart::Negative => (-value).max(0.0),
            };
            let hundredths = super::whole::whole((size * 100.0).round()) as u64;
            if hundredths > 0 {
                list.push((from, to, hundredths));
            }
        }
        let parts = if list.iter().all(|effect| effect.2 % 100 == 0) {
            1
        } else {
            100
        };
        for effect in &mut list {
            effect.2 = effect.2 * parts / 100;
        }
        (!list.is_empty()).then_some(Self {
            n: square.n(),
            list,
            parts,
        })
    }

    /// One more step: what acts on what has these numbers.
    fn step(&self, influence: &[Natural], forth: bool) -> Vec<Natural> {
        let mut next = vec![Natural::default(); self.n];
        for (from, to, size) in &self.list {
            let (own, other) = if forth { (from, to) } else { (to, from) };
            if let (Some(own), Some(other)) = (next.get_mut(*own), influence.get(*other)) {
                own.add_product(other, *size);
            }
        }
        next
    }
    fn next(&self, sides: &Sides) -> Sides {
        Sides {
            influence: self.step(&sides.influence, true),
            dependence: self.step(&sides.dependence, false),
        }
    }
    /// Sums of rows and of columns of the matrix itself.
    fn direct(&self) -> Sides {
        let ones = vec![Natural::of(1); self.n];
        self.next(&Sides {
            influence: ones.clone(),
            dependence: ones,
        })
    }

    /// Row sums of `M^k` are `M` times those of `M^(k − 1)`: no power is ever written down.
    fn by_powers(&self) -> (Sides, Settled) {
        let mut sides = self.next(&self.direct());
        for exponent in 3..=MOST_POWERS {
            let now = self.next(&sides);
            let repeats = now.ranks() == sides.ranks();
            sides = now;
            if repeats {
                return (sides, Settled::AtPower(exponent));
            }
        }
        (sides, Settled::Not(MOST_POWERS))
    }

    /// For each item how many effects the longest way that begins at it has; `None` when some item acts on itself over
    /// other ones, since then no power of the matrix is 0.
    fn heights(&self) -> Option<Vec<usize>> {
        let mut heights: Vec<Option<usize>> = vec![None; self.n];
        // What acts on nothing that is left falls away; what never does are the circles and what leads to them.
        for height in 0..=self.n {
            let mut acts = vec![false; self.n];
            for (from, to, _) in &self.list {
                if heights.get(*to).is_some_and(Option::is_none)
                    && let Some(acts) = acts.get_mut(*from)
                {
                    *acts = true;
                }
            }
            for (own, acts) in heights.iter_mut().zip(acts) {
                if own.is_none() && !acts {
                    *own = Some(height);
                }
            }
        }
        heights.into_iter().collect()
    }

    /// Row and column sums of `M + M² + …` of a matrix without circles, `r = M (1 + r)`, times as many parts as its
    /// longest way has effects: power by power, each brought to the same parts.
    fn all_powers(&self, heights: &[usize]) -> Sides {
        let longest = heights.iter().copied().max().unwrap_or(0);
        let sum = |forth: bool| {
            let mut power = vec![Natural::of(1); self.n];
            let mut sums = vec![Natural::default(); self.n];
            for _ in 0..longest {
                power = self.step(&power, forth);
                for (sum, power) in sums.iter_mut().zip(&power) {
                    let mut next = sum.times(self.parts);
                    next.add_product(power, 1);
                    *sum = next;
                }
            }
            sums
        };
        Sides {
            influence: sum(true),
            dependence: sum(false),
        }
    }
}

/// Sums of rows and of columns, to the last unit.
struct Sides {
    influence: Vec<Natural>,
    dependence: Vec<Natural>,
}
impl Sides {
    fn ranks(&self) -> (Vec<usize>, Vec<usize>) {
        (ranks(&self.influence), ranks(&self.dependence))
    }
    /// Where each item stands, and in which field: at the mean or above it is the upper side.
    fn placed(&self) -> Vec<(Standing, Quadrant)> {
        let share = |of: &[Natural]| -> Vec<(f64, bool)> {
            let all: Natural = of.iter().collect();
            let n = of.len() as u64;
            of.iter()
                .map(|own| (10_000.0 * own.share_of(&all), own.times(n) >= all))
                .collect()
        };
        let (influence_ranks, dependence_ranks) = self.ranks();
        let influence = share(&self.influence).into_iter().zip(influence_ranks);
        let dependence = share(&self.dependence).into_iter().zip(dependence_ranks);
        influence
            .zip(dependence)
            .map(
                |(
                    ((influence, acts), influence_rank),
                    ((dependence, is_acted_on), dependence_rank),
                )| {
                    let quadrant = match (acts, is_acted_on) {
                        (true, false) => Quadrant::Influential,
                        (true, true) => Quadrant::Relay,
                        (false, true) => Quadrant::Dependent,
                        (false, false) => Quadrant::Autonomous,
                    };
                    (
                        Standing {
                            influence,
                            dependence,
                            influence_rank,
                            dependence_rank,
                        },
                        quadrant,
                    )
                },
            )
            .collect()
    }
}

/// 1 is the highest; equal ones have equal ranks.
fn ranks(values: &[Natural]) -> Vec<usize> {
    let mut sorted: Vec<&Natural> = values.iter().collect();
    sorted.sort_unstable_by(|a, b| b.cmp(a));
    values
        .iter()
        .map(|value| 1 + sorted.partition_point(|other| *other > value))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::{goal, square};
    use ndarray::Array2;

    /// Effects as typed, `.` for none.
    fn found(text: &str, part: ImpactPart) -> Micmac {
        let effects = |line: &str| {
            line.split(' ')
                .map(|cell| cell.parse().unwrap_or(0.0))
                .collect::<Vec<f64>>()
        };
        let cells: Vec<f64> = text.lines().flat_map(effects).collect();
        let n = text.lines().count();
        let items = (1..=n as u128).map(goal).collect();
        let m = Array2::from_shape_vec((n, n), cells).unwrap();
        micmac(
            &Square {
                items,
                m,
                scored: n * (n - 1),
                largest: 3.0,
            },
            part,
        )
        .unwrap()
    }

    #[test]
    fn without_circles_by_hand() {
        // 1 → 2 (3), 2 → 3 (−2), 1 → 3 (1). M²: 1 → 3 (6). M + M²: rows 3+1+6, 2, 0; columns 0, 3, 9.
        let all = found(". 3 1\n. . -2\n. . .", ImpactPart::Magnitude);
        assert_eq!(all.settled, Settled::NoCircles);
        let shares: Vec<_> = all
            .items
            .iter()
            .map(|at| (at.indirect.influence, at.indirect.dependence))
            .collect();
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
        for ((influence, dependence), (row, column)) in
            shares.iter().zip([(10.0, 0.0), (2.0, 3.0), (0.0, 9.0)])
        {
            assert!(
                near(*influence, 10_000.0 * row / 12.0)
                    && near(*dependence, 10_000.0 * column / 12.0)
            );
        }
        // Direct: rows 4, 2, 0 of 6; columns 0, 3, 3.
        assert!(near(all.items[0].direct.influence, 10_000.0 * 4.0 / 6.0));
        assert_eq!(
            (
                all.items[1].direct.dependence_rank,
                all.items[2].direct.dependence_rank
            ),
            (1, 1)
        );
        assert_eq!(
            (
                all.items[1].indirect.dependence_rank,
                all.items[1].dependence_move()
            ),
            (2, -1)
        );
        assert_eq!(all.items[0].indirect_quadrant, Quadrant::Influential);
        assert_eq!(all.items[2].indirect_quadrant, Quadrant::Dependent);
        assert_eq!(all.items[1].indirect_quadrant, Quadrant::Autonomous);
    }

    #[test]
    fn the_ranking_settles_where_there_are_circles() {
        let all = found(". 3 1 .\n1 . 2 .\n. 1 . 2\n3 . . .", ImpactPart::Magnitude);
        let Settled::AtPower(power) = all.settled else {
            panic!("{:?}", all.settled)
        };
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
    fn at_the_mean_is_above_it_directly_and_indirectly() {
        // Every row and column of a circulant matrix has one sum, and so have those of its powers: all are at the mean.
        let fields = |text: &str| {
            let all = found(text, ImpactPart::Magnitude);
            let of = |at: &Placed| {
                (
                    at.direct_quadrant,
                    at.indirect_quadrant,
                    at.direct.influence_rank,
                    at.indirect.influence_rank,
                )
            };
            all.items.iter().map(of).collect::<Vec<_>>()
        };
        let relay = (Quadrant::Relay, Quadrant::Relay, 1, 1);
        assert_eq!(fields(". 1 1\n1 . 1\n1 1 ."), [relay; 3]);
        for first in [
            "1",
            "0.1 0.2",
            "3 0.7",
            "0.01 0 3",
            "0.3 0.6 0.1",
            "1.1 2.2 3 0.01",
            "0 0 0.7 0 0",
            "0.1 0.2 0.3 0.4 0.5 0.6",
        ] {
            let first: Vec<&str> = std::iter::once(".").chain(first.split(' ')).collect();
            let n = first.len();
            let row = |row: usize| {
                (0..n)
                    .map(|at| first[(at + n - row) % n])
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            let text: Vec<String> = (0..n).map(row).collect();
            assert_eq!(fields(&text.join("\n")), vec![relay; n], "{first:?}");
        }
    }

    #[test]
    fn what_differs_in_the_last_unit_is_not_equal() {
        // By powers of fractions in Python: the items that fade fastest keep an order of their own in the fortieth power.
        let text = ". . . . 1\n3 . . 3 .\n. 3 . . .\n3 2 1 . .\n2 . . . .";
        let other = ". . . . 3\n. . 1 . .\n. . . 2 .\n. 2 . . .\n3 . 3 . .";
        for (text, influence, dependence) in [
            (text, [4, 1, 3, 2, 4], [1, 3, 5, 2, 4]),
            (other, [1, 5, 3, 3, 2], [2, 5, 1, 4, 2]),
        ] {
            let all = found(text, ImpactPart::Magnitude);
            assert_eq!(all.settled, Settled::Not(MOST_POWERS));
            let ranks = all
                .items
                .iter()
                .map(|at| (at.indirect.influence_rank, at.indirect.dependence_rank));
            assert_eq!(
                ranks.collect::<Vec<_>>(),
                influence.into_iter().zip(dependence).collect::<Vec<_>>()
            );
        }
        // Hundredths beside points: 1 → 2 (0.01) → 4 (0.01), 3 → 2 (0.02), 5 → 6 (3) → 7 (3) → 8 (3).
        let text = ". 0.01 . . . . . .\n. . . 0.01 . . . .\n. 0.02 . . . . . .\n. . . . . . . .\n. . . . . 3 . .\n. . . . . . 3 .\n. . . . . . . 3\n. . . . . . . .";
        let all = found(text, ImpactPart::Magnitude);
        assert_eq!(all.settled, Settled::NoCircles);
        // 5: 3 + 9 + 27 = 39; 6: 3 + 9; 7: 3; 3: 0.02 + 0.0002; 1: 0.01 + 0.0001; 2: 0.01.
        let sum = 39.0 + 12.0 + 3.0 + 0.0202 + 0.0101 + 0.01;
        for (at, expected) in [
            (0, 0.0101),
            (1, 0.01),
            (2, 0.0202),
            (4, 39.0),
            (5, 12.0),
            (6, 3.0),
        ] {
            assert!(
                (all.items[at].indirect.influence - 10_000.0 * expected / sum).abs() < 1e-9,
                "{at}"
            );
        }
        let ranks: Vec<_> = all
            .items
            .iter()
            .map(|at| at.indirect.influence_rank)
            .collect();
        assert_eq!(ranks, [5, 6, 4, 7, 1, 2, 3, 7]);
    }

    #[test]
    fn one_sign_alone() {
        let text = ". 3 -1\n. . -2\n-1 . .";
        let helps = found(text, ImpactPart::Positive);
        assert_eq!(
            (helps.settled, helps.items[0].direct.influence),
            (Settled::NoCircles, 10_000.0)
        );
        let harms = found(text, ImpactPart::Negative);
        assert_eq!(harms.items[1].direct.influence, 5_000.0);
        assert!(
            micmac(
                &Square::of(&square(". 0\nn .")).unwrap(),
                ImpactPart::Magnitude
            )
            .is_none()
        );
    }
}
