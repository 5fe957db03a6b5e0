//! METHODS "Agreement of two matrices, versions or assessors": cell by cell over what both hold.
//!
//! κ is weighted quadratically (Cohen 1968). Cells are matched by policy and goal, wherever they stand.

use super::equal::Ruler;
use super::kappa::{KappaWeights, kappa};
use super::scores::places;
use super::{Score, Scores};
use ordito_model::Item;

/// A cell scored on both sides, differently.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    pub row: Item,
    pub column: Item,
    pub left: Score,
    pub right: Score,
    /// Right net minus left net, in score points.
    pub net: f64,
    /// `|Δb| + |Δt|`: above 0 also where two different scores have one net.
    pub gross: f64,
    /// One net helps, the other harms.
    pub opposite: bool,
}

/// How far two sets of scores agree.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// Cells scored in both; shares and means are over these.
    pub both: usize,
    /// Both sides of the score the same.
    pub exact: usize,
    pub opposite_signs: usize,
    /// Mean of |Δ net|, in score points; `None` when nothing is scored in both.
    pub mean_net: Option<f64>,
    /// Mean of `|Δb| + |Δt|`, in score points.
    pub mean_gross: Option<f64>,
    /// Weighted κ (quadratic) of the nets, 1 full, 0 chance; `None` when both say one and the same throughout.
    pub kappa: Option<f64>,
    /// Crossings of both scored only on the left, or only on the right: blank, n.a. or "?" on the other side.
    pub only_left: usize,
    pub only_right: usize,
    /// Crossings of both where neither scored, but the two do not say the same: n.a. against "?", say.
    pub other_states: usize,
    /// Scored crossings that the other side does not have.
    pub outside_left: usize,
    pub outside_right: usize,
    /// The scales reach differently far: differences in points mean little.
    pub scales_differ: bool,
    /// Cells scored differently, largest net difference first, then largest gross, then as they stand on the left.
    pub differences: Vec<Difference>,
}

impl Agreement {
    /// Compares two sets of scores.
    pub fn of(left: &Scores, right: &Scores) -> Self {
        let (rows, columns) = (places(&right.rows), places(&right.columns));
        let mut found = Self {
            both: 0,
            exact: 0,
            opposite_signs: 0,
            mean_net: None,
            mean_gross: None,
            kappa: None,
            only_left: 0,
            only_right: 0,
            other_states: 0,
            outside_left: 0,
            outside_right: 0,
            scales_differ: left.largest != right.largest,
            differences: Vec::new(),
        };
        let mut pairs = Vec::new();
        let (mut sum_net, mut sum_gross, mut shared_right) = (0.0, 0.0, 0);
        for (row, column, on_left) in left.crossings() {
            let (Some(r), Some(c)) = (left.rows.get(row), left.columns.get(column)) else {
                continue;
            };
            let place = rows.get(&r.item).zip(columns.get(&c.item));
            let Some(on_right) = place.and_then(|(row, column)| right.at(*row, *column)) else {
                found.outside_left += usize::from(on_left.is_scored());
                continue;
            };
            shared_right += usize::from(on_right.is_scored());
            match (on_left, on_right) {
                (
                    Score::Scored { benefit, harm },
                    Score::Scored {
                        benefit: other_benefit,
                        harm: other_harm,
                    },
                ) => {
                    let net = |score: Score| score.net().unwrap_or(0.0);
                    let (net, other_net) = (net(on_left), net(on_right));
                    let gross = (benefit - other_benefit).abs() + (harm - other_harm).abs();
                    let opposite = net * other_net < 0.0;
                    found.both += 1;
                    found.exact += usize::from(gross == 0.0);
                    found.opposite_signs += usize::from(opposite);
                    sum_net += (other_net - net).abs();
                    sum_gross += gross;
                    pairs.push((net, other_net));
                    if gross > 0.0 {
                        let (left, right, net) = (on_left, on_right, other_net - net);
                        let (row, column) = (r.item, c.item);
                        found.differences.push(Difference {
                            row,
                            column,
                            left,
                            right,
                            net,
                            gross,
                            opposite,
                        });
                    }
                }
                (Score::Scored { .. }, _) => found.only_left += 1,
                (_, Score::Scored { .. }) => found.only_right += 1,
                _ => found.other_states += usize::from(on_left != on_right),
            }
        }
        let scored_right = right
            .crossings()
            .filter(|(_, _, score)| score.is_scored())
            .count();
        found.outside_right = scored_right - shared_right;
        let mean = |sum: f64| (found.both > 0).then(|| sum / found.both as f64);
        (found.mean_net, found.mean_gross) = (mean(sum_net), mean(sum_gross));
        found.kappa = kappa(&pairs, KappaWeights::Quadratic);
        found.differences.sort_by(|a, b| {
            Ruler::POINTS
                .order(b.net.abs(), a.net.abs())
                .then(Ruler::POINTS.order(b.gross, a.gross))
        });
        found
    }

    /// Exact agreement as a share of cells scored in both, 0…1.
    pub fn exact_share(&self) -> Option<f64> {
        (self.both > 0).then(|| self.exact as f64 / self.both as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::{goal, policy, scores};

    #[test]
    fn two_matrices_by_hand() {
        let left = scores("2 1 -1 0 .\n2/-1 n 3 ? 1");
        let right = scores("2 -1 1 2 1\n1 ? . ? 1");
        let found = Agreement::of(&left, &right);
        // Scored in both: 1·1 to 1·4, 2·1 and 2·5. Exact: 1·1 and 2·5.
        assert_eq!((found.both, found.exact, found.opposite_signs), (6, 2, 2));
        assert_eq!(found.exact_share(), Some(1.0 / 3.0));
        // |Δ net| = 0, 2, 2, 2, 0, 0; gross = 0, 2, 2, 2, 2 (2/−1 against 1), 0.
        assert_eq!(
            (found.mean_net, found.mean_gross),
            (Some(1.0), Some(8.0 / 6.0))
        );
        assert_eq!(
            (found.only_left, found.only_right, found.other_states),
            (1, 1, 1)
        );
        assert_eq!(
            (found.outside_left, found.outside_right, found.scales_differ),
            (0, 0, false)
        );
        // Nets 2 1 −1 0 1 1 and 2 −1 1 2 1 1: Σ d² = 12. Expected n⁻¹ Σ Σ (x − y)² = Σx² + Σy² − 2 Σx Σy / n
        // = 8 + 12 − 2·4·6/6 = 12: κ = 0.
        assert!(found.kappa.unwrap().abs() < 1e-12);
        let order: Vec<_> = found
            .differences
            .iter()
            .map(|at| (at.row, at.column, at.net))
            .collect();
        let expected = [
            (policy(1), goal(2), -2.0),
            (policy(1), goal(3), 2.0),
            (policy(1), goal(4), 2.0),
            (policy(2), goal(1), 0.0),
        ];
        assert_eq!(order, expected);
        assert_eq!(found.differences.iter().filter(|at| at.opposite).count(), 2);
    }

    #[test]
    fn cells_meet_by_policy_and_goal_wherever_they_stand() {
        let left = scores("1 2\n-1 3");
        let mut right = scores("3 -1\n2 1");
        // Right holds goals 2, 1 and policies 2, 1 in that order; then its goal 1 becomes goal 9.
        right.rows.reverse();
        right.columns.reverse();
        let same = Agreement::of(&left, &right);
        assert_eq!(
            (same.both, same.exact, same.kappa, same.differences.len()),
            (4, 4, Some(1.0), 0)
        );
        right.columns[1].item = goal(9);
        let part = Agreement::of(&left, &right);
        assert_eq!(
            (part.both, part.exact, part.outside_left, part.outside_right),
            (2, 2, 2, 2)
        );
    }

    #[test]
    fn nothing_in_common_has_no_mean() {
        let found = Agreement::of(&scores("1 ."), &scores(". 2"));
        assert_eq!(
            (found.both, found.mean_net, found.kappa, found.exact_share()),
            (0, None, None, None)
        );
        assert_eq!((found.only_left, found.only_right), (1, 1));
    }
}
