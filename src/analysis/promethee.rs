//! METHODS M12: PROMETHEE (Brans, Vincke & Mareschal 1986, EJOR 24:228), rows as alternatives, columns as criteria.
//!
//! `π(a, b) = Σ w P(s_a − s_b) / Σ w` over the columns scored for both. Flows are means over the other rows. I is a
//! partial order by both flows, II a full one by their difference.

use super::Scores;
use super::equal::{Ruler, plain, settled};
use ordito_model::Item;

/// How a difference `d` in score points becomes a preference 0…1; nothing is preferred at d ≤ 0.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Preference {
    /// 1 as soon as d > 0.
    #[default]
    Usual,
    /// 1 where d > q.
    UShape { q: f64 },
    /// d/p up to p.
    VShape { p: f64 },
    /// ½ where q < d ≤ p, 1 above.
    Level { q: f64, p: f64 },
    /// (d − q)/(p − q) between q and p.
    Linear { q: f64, p: f64 },
    /// 1 − exp(−d²/2s²)
    Gaussian { s: f64 },
}
impl Preference {
    /// A difference of scores is one of hundredths: what the machine adds to it reaches no threshold.
    pub fn of(self, d: f64) -> f64 {
        let d = plain(d);
        if d <= 0.0 {
            return 0.0;
        }
        let ramp = |from: f64, to: f64| {
            if d <= from {
                0.0
            } else if d >= to {
                1.0
            } else {
                (d - from) / (to - from)
            }
        };
        match self {
            Self::Usual => 1.0,
            Self::UShape { q } => f64::from(d > q),
            Self::VShape { p } => ramp(0.0, p),
            Self::Level { q, p } => {
                if d <= q {
                    0.0
                } else if d <= p {
                    0.5
                } else {
                    1.0
                }
            }
            Self::Linear { q, p } => ramp(q, p),
            Self::Gaussian { s } => 1.0 - (-d * d / (2.0 * s * s)).exp(),
        }
    }
}

/// A row's flows, 0…1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flows {
    pub item: Item,
    /// φ⁺: how far it is preferred to the others.
    pub leaving: f64,
    /// φ⁻: how far the others are preferred to it.
    pub entering: f64,
    /// Other rows with which it has something scored in common.
    pub compared: usize,
}
impl Flows {
    /// φ = φ⁺ − φ⁻, −1…1.
    pub fn net(&self) -> f64 {
        settled(self.leaving - self.entering, self.leaving + self.entering)
    }
}

/// How two rows stand in the partial order of PROMETHEE I.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// The first is preferred.
    Preferred,
    /// The second is preferred.
    Behind,
    Indifferent,
    /// Better in one flow, worse in the other.
    Incomparable,
}
impl Relation {
    pub fn of(a: &Flows, b: &Flows) -> Self {
        let above = |a, b| Ruler::SHARES.is_above(a, b);
        let (more, less) = (!above(b.leaving, a.leaving), !above(a.entering, b.entering));
        let (behind, heavier) = (!above(a.leaving, b.leaving), !above(b.entering, a.entering));
        match (more && less, behind && heavier) {
            (true, true) => Self::Indifferent,
            (true, false) => Self::Preferred,
            (false, true) => Self::Behind,
            (false, false) => Self::Incomparable,
        }
    }
}

/// How a column counts: by which function, and whether less of it is better.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Criterion {
    pub preference: Preference,
    pub is_minimised: bool,
}

/// The flows of every row with the preferences they are made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Outranking {
    /// In the order of rows; `None` for a row that has nothing in common with any other.
    pub flows: Vec<Option<Flows>>,
    n: usize,
    preferences: Vec<Option<f64>>,
}
impl Outranking {
    /// π(a, b): how far a is preferred to b, 0…1; `None` for a row and itself, and where the two have nothing in common.
    pub fn preference(&self, a: usize, b: usize) -> Option<f64> {
        self.preferences.get(a * self.n + b).copied().flatten()
    }
}

/// Flows of every row, in the order of rows, with one function for all columns; `None` for a row that has nothing in
/// common with any other.
pub fn promethee(scores: &Scores, preference: Preference) -> Vec<Option<Flows>> {
    outranking(
        scores,
        &vec![
            Criterion {
                preference,
                is_minimised: false
            };
            scores.columns.len()
        ],
    )
    .flows
}

/// The same with a criterion for each column.
pub fn outranking(scores: &Scores, criteria: &[Criterion]) -> Outranking {
    let n = scores.rows.len();
    let mut sums = vec![(0.0, 0.0, 0_usize); n];
    let mut preferences = vec![None; n * n];
    for a in 0..n {
        for b in a + 1..n {
            let (mut forth, mut back, mut weight) = (0.0, 0.0, 0.0);
            for ((column, line), criterion) in scores.columns.iter().enumerate().zip(criteria) {
                if let (Some(x), Some(y)) = (scores.net(a, column), scores.net(b, column)) {
                    let (x, y) = if criterion.is_minimised {
                        (y, x)
                    } else {
                        (x, y)
                    };
                    forth += line.weight * criterion.preference.of(x - y);
                    back += line.weight * criterion.preference.of(y - x);
                    weight += line.weight;
                }
            }
            if weight > 0.0 {
                for (row, other, leaving, entering) in [(a, b, forth, back), (b, a, back, forth)] {
                    if let Some(sum) = sums.get_mut(row) {
                        sum.0 += leaving / weight;
                        sum.1 += entering / weight;
                        sum.2 += 1;
                    }
                    if let Some(place) = preferences.get_mut(row * n + other) {
                        *place = Some(leaving / weight);
                    }
                }
            }
        }
    }
    let flows = |(line, (leaving, entering, compared)): (&super::ScoreLine, &(f64, f64, usize))| {
        let n = *compared as f64;
        (*compared > 0).then(|| Flows {
            item: line.item,
            leaving: leaving / n,
            entering: entering / n,
            compared: *compared,
        })
    };
    let flows = scores.rows.iter().zip(&sums).map(flows).collect();
    Outranking {
        flows,
        n,
        preferences,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::scores;

    #[test]
    fn six_preference_functions() {
        let at = |preference: Preference| [-1.0, 0.0, 0.5, 1.0, 2.0, 3.0].map(|d| preference.of(d));
        assert_eq!(at(Preference::Usual), [0.0, 0.0, 1.0, 1.0, 1.0, 1.0]);
        assert_eq!(
            at(Preference::UShape { q: 1.0 }),
            [0.0, 0.0, 0.0, 0.0, 1.0, 1.0]
        );
        assert_eq!(
            at(Preference::VShape { p: 2.0 }),
            [0.0, 0.0, 0.25, 0.5, 1.0, 1.0]
        );
        assert_eq!(
            at(Preference::Level { q: 0.5, p: 2.0 }),
            [0.0, 0.0, 0.0, 0.5, 0.5, 1.0]
        );
        assert_eq!(
            at(Preference::Linear { q: 1.0, p: 3.0 }),
            [0.0, 0.0, 0.0, 0.0, 0.5, 1.0]
        );
        let gaussian = Preference::Gaussian { s: 1.0 }.of(1.0);
        assert!((gaussian - (1.0 - (-0.5_f64).exp())).abs() < 1e-15);
    }

    #[test]
    fn flows_and_relations_by_hand() {
        // Usual, weights 1: 1 over 2 on goal 1, 2 over 1 on goal 2; 3 below both on both.
        let found: Vec<Flows> = promethee(&scores("3 1\n1 2\n0 0"), Preference::Usual)
            .into_iter()
            .flatten()
            .collect();
        let flows: Vec<_> = found
            .iter()
            .map(|flows| (flows.leaving, flows.entering, flows.net()))
            .collect();
        assert_eq!(
            flows,
            [(0.75, 0.25, 0.5), (0.75, 0.25, 0.5), (0.0, 1.0, -1.0)]
        );
        assert_eq!(Relation::of(&found[0], &found[1]), Relation::Indifferent);
        assert_eq!(Relation::of(&found[0], &found[2]), Relation::Preferred);
        assert_eq!(Relation::of(&found[2], &found[1]), Relation::Behind);
        // A rounding is no preference: 0.1 + 0.2 against 0.3, and a difference of 0.3 − 0.1 at a threshold of 0.2.
        let (sum, plain) = (
            Flows {
                leaving: 0.1 + 0.2,
                ..found[0]
            },
            Flows {
                leaving: 0.3,
                ..found[0]
            },
        );
        assert_eq!(Relation::of(&sum, &plain), Relation::Indifferent);
        assert_eq!(
            (
                Preference::UShape { q: 0.2 }.of(0.3 - 0.1),
                Preference::UShape { q: 0.19 }.of(0.3 - 0.1)
            ),
            (0.0, 1.0)
        );
        assert_eq!(Preference::UShape { q: 0.3 }.of(0.7 - 0.4), 0.0);
        let odd = Flows {
            leaving: 0.8,
            entering: 0.4,
            ..found[0]
        };
        assert_eq!(Relation::of(&odd, &found[0]), Relation::Incomparable);
    }

    #[test]
    fn every_column_has_its_own_function_and_direction_by_hand() {
        // Goal 1 usual, weight 1: 1 over 2. Goal 2 minimised, linear from 0 to 2, weight 3: 2 is lower by 1 than 1: ½ for
        // 2. π(1, 2) = 1/4, π(2, 1) = 3·½/4. Row 3 has goal 2 only: −1 against 2 is lower by 3: 1 over 1, and over 2 by 2: 1.
        let mut matrix = scores("3 2\n1 1\n. -1");
        matrix.columns[1].weight = 3.0;
        let linear = Criterion {
            preference: Preference::Linear { q: 0.0, p: 2.0 },
            is_minimised: true,
        };
        let found = outranking(&matrix, &[Criterion::default(), linear]);
        let pi = |a, b| found.preference(a, b);
        assert_eq!(
            (pi(0, 1), pi(1, 0), pi(0, 0)),
            (Some(0.25), Some(0.375), None)
        );
        assert_eq!(
            (pi(2, 0), pi(0, 2), pi(2, 1), pi(1, 2)),
            (Some(1.0), Some(0.0), Some(1.0), Some(0.0))
        );
        let flows = found.flows[0].unwrap();
        assert_eq!((flows.leaving, flows.entering), (0.125, 0.6875));
        // Upwards and with one function it is the plain one.
        let plain = outranking(&matrix, &[Criterion::default(); 2]);
        assert_eq!(plain.flows, promethee(&matrix, Preference::Usual));
    }

    #[test]
    fn only_what_both_have_is_compared() {
        let found = promethee(&scores("3 .\n1 2\n. 0\nn ."), Preference::Usual);
        // 1 with 2 on goal 1, 2 with 3 on goal 2, 1 with 3 on nothing.
        assert_eq!(
            found[0].map(|flows| (flows.leaving, flows.compared)),
            Some((1.0, 1))
        );
        assert_eq!(
            found[1].map(|flows| (flows.leaving, flows.entering, flows.compared)),
            Some((0.5, 0.5, 2))
        );
        assert_eq!(found[3], None);
    }
}
