//! METHODS M2, cross-impact: what each item of a square matrix gives and takes.
//!
//! `m_ij` is the net effect of row i on column j, unweighted, over scored crossings off the diagonal. R, C and their
//! difference: Weitz et al. 2018, Sustainability Science, doi 10.1007/s11625-017-0470-0. Active and passive sums on
//! |m|: Vester. A crossing of +2/−2 nets to 0 here; `given.conflict` and `taken.conflict` keep it visible.

use super::{Score, Scores, Sums};
use ordito_model::Item;

/// What one item does to the others, and they to it; all in score points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Impact {
    pub item: Item,
    /// Over its row: gross positive and negative, net R, and counts.
    pub given: Sums,
    /// Over its column: gross positive and negative, net C, and counts.
    pub taken: Sums,
    /// Crossings of its row with a positive, and with a negative net.
    pub given_signs: Signs,
    /// Crossings of its column with a positive, and with a negative net.
    pub taken_signs: Signs,
    /// Vester's active sum `AS = Σ_j |m_ij|`.
    pub active: f64,
    /// Vester's passive sum `PS = Σ_j |m_ji|`.
    pub passive: f64,
}

/// Non-zero crossings by sign of their net.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Signs {
    pub positive: u32,
    pub negative: u32,
}

impl Impact {
    /// `R_i = Σ_j m_ij`: influence.
    pub fn influence(&self) -> f64 {
        self.given.net()
    }
    /// `C_i = Σ_j m_ji`: how much it is helped.
    pub fn helped(&self) -> f64 {
        self.taken.net()
    }
    /// `R_i − C_i`.
    pub fn net(&self) -> f64 {
        self.influence() - self.helped()
    }
    /// Vester's quotient AS/PS; `None` when nothing acts on it.
    pub fn quotient(&self) -> Option<f64> {
        (self.passive > 0.0).then(|| self.active / self.passive)
    }
    /// Vester's product AS·PS, in squared points.
    pub fn product(&self) -> f64 {
        self.active * self.passive
    }
}

/// The impacts of every item that is both a row and a column, in the order of rows. `None` for policies × goals.
pub fn cross_impact(scores: &Scores) -> Option<Vec<Impact>> {
    if !scores.is_square {
        return None;
    }
    let places = super::scores::places(&scores.columns);
    let of = |(row, line): (usize, &super::ScoreLine)| {
        let column = *places.get(&line.item)?;
        let (mut given, mut taken) = (Tally::default(), Tally::default());
        (0..scores.columns.len())
            .filter_map(|other| scores.at(row, other))
            .for_each(|score| given.add(score));
        (0..scores.rows.len())
            .filter_map(|other| scores.at(other, column))
            .for_each(|score| taken.add(score));
        Some(Impact {
            item: line.item,
            given: given.sums,
            taken: taken.sums,
            given_signs: given.signs,
            taken_signs: taken.signs,
            active: given.magnitude,
            passive: taken.magnitude,
        })
    };
    Some(scores.rows.iter().enumerate().filter_map(of).collect())
}

#[derive(Default)]
struct Tally {
    sums: Sums,
    signs: Signs,
    magnitude: f64,
}
impl Tally {
    fn add(&mut self, score: Score) {
        self.sums.add(score, 1.0);
        let net = score.net().unwrap_or(0.0);
        self.magnitude += net.abs();
        self.signs.positive += u32::from(net > 0.0);
        self.signs.negative += u32::from(net < 0.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::{goal, scores, square};

    #[test]
    fn three_goals_by_hand() {
        //      1    2    3
        // 1    ·   +2   −1
        // 2   +3    ·   +1/−1
        // 3    0   n.a.  ·
        let impacts = cross_impact(&square(". 2 -1\n3 . 1/-1\n0 n .")).unwrap();
        let [one, two, three] = impacts[..] else {
            panic!()
        };
        // R1 = 2 − 1, C1 = 3 + 0, net −2; AS = 2 + 1, PS = 3.
        assert_eq!(
            (one.item, one.influence(), one.helped(), one.net()),
            (goal(1), 1.0, 3.0, -2.0)
        );
        assert_eq!(
            (one.active, one.passive, one.quotient(), one.product()),
            (3.0, 3.0, Some(1.0), 9.0)
        );
        assert_eq!(
            (one.given_signs, one.taken_signs.positive),
            (
                Signs {
                    positive: 1,
                    negative: 1
                },
                1
            )
        );
        // R2 = 3 + 0 with a crossing that hides a conflict of 1; AS counts its net, 0.
        assert_eq!(
            (
                two.influence(),
                two.given.benefit,
                two.given.tradeoff,
                two.given.conflict
            ),
            (3.0, 4.0, -1.0, 1.0)
        );
        assert_eq!((two.active, two.passive), (3.0, 2.0));
        // Nothing is given by 3; it takes −1 and 0. The n.a. counts as such.
        assert_eq!(
            (
                three.influence(),
                three.helped(),
                three.given.not_applicable
            ),
            (0.0, -1.0, 1)
        );
        assert_eq!(
            (three.quotient(), three.given_signs),
            (Some(0.0), Signs::default())
        );
        assert_eq!(
            cross_impact(&square(". 1\n0 .")).unwrap()[0].quotient(),
            None
        );
    }

    #[test]
    fn columns_may_stand_in_another_order_than_rows() {
        // Columns 2, 1: the diagonal is where row and column are one item.
        let mut matrix = square("3 1\n-2 3");
        matrix.columns.reverse();
        let impacts = cross_impact(&matrix).unwrap();
        // Row 1: column 2 holds 3; column 1 is the diagonal. Column 1 is given by row 2: 3.
        assert_eq!((impacts[0].influence(), impacts[0].helped()), (3.0, 3.0));
    }

    #[test]
    fn policies_by_goals_have_no_cross_impact() {
        assert_eq!(cross_impact(&scores("1 2")), None);
    }
}
