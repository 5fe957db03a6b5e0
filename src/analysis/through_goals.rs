//! METHODS M3: what policies do to goals through other goals, `s_p M / K`, beside the direct effect and never in it.

use super::{Scores, Square};
use ndarray::Array2;
use ordito_model::{AssessorId, Contents, Item, MatrixId};

/// Direct and indirect effects of policies on goals, rows × columns of the policies' matrix.
#[derive(Debug, Clone, PartialEq)]
pub struct ThroughGoals {
    pub rows: Vec<Item>,
    pub columns: Vec<Item>,
    /// `s_pg` in score points; `None` where not scored.
    pub direct: Vec<Option<f64>>,
    /// `Σ_h s_ph m_hg / K` in score points; `None` for a column without a counterpart among the goals.
    pub indirect: Vec<Option<f64>>,
    /// Columns that are no goal of the goals' matrix: nothing passes through them and nothing reaches them.
    pub outside: Vec<Item>,
    /// Scored cells of the policies' matrix in columns that have a counterpart: what the effects rest on.
    pub used: usize,
    /// Scored crossings of goals with goals.
    pub links: usize,
}

impl ThroughGoals {
    /// Places in `direct` and `indirect`.
    pub fn at(&self, row: usize, column: usize) -> (Option<f64>, Option<f64>) {
        let place = row * self.columns.len() + column;
        (
            self.direct.get(place).copied().flatten(),
            self.indirect.get(place).copied().flatten(),
        )
    }
}

/// What goals do to each other by an assessor; where that one scored no goals, by the agreed scores. `None` when the
/// matrix is gone or not square.
pub fn goals_scored(
    contents: &Contents,
    goals: MatrixId,
    assessor: AssessorId,
) -> Option<(AssessorId, Square)> {
    let square = |by| Some((by, Square::of(&Scores::of(contents, goals, by)?)?));
    square(assessor)
        .filter(|(_, square)| square.scored > 0)
        .or_else(|| square(AssessorId::AGREED))
}

/// Policies × goals on the one side, goals × goals on the other, brought together by goal. Cells without a score pass
/// nothing on.
pub fn through_goals(policies: &Scores, goals: &Square) -> ThroughGoals {
    let at: std::collections::HashMap<Item, usize> = goals
        .items
        .iter()
        .enumerate()
        .map(|(place, item)| (*item, place))
        .collect();
    let places_of: Vec<Option<usize>> = policies
        .columns
        .iter()
        .map(|line| at.get(&line.item).copied())
        .collect();
    let (n_rows, n_columns) = (policies.rows.len(), policies.columns.len());
    let mut s = Array2::<f64>::zeros((n_rows, goals.n()));
    let mut direct = Vec::with_capacity(n_rows * n_columns);
    let mut used = 0;
    // Through a policy without any score nothing passes, which is no effect of zero.
    let mut is_scored = vec![false; n_rows];
    for (row, is_scored) in is_scored.iter_mut().enumerate() {
        for (column, place) in places_of.iter().enumerate() {
            let net = policies.net(row, column);
            direct.push(net);
            if let (Some(net), Some(place)) = (net, place) {
                used += 1;
                *is_scored = true;
                if let Some(cell) = s.get_mut((row, *place)) {
                    *cell = net;
                }
            }
        }
    }
    let scale = if goals.largest > 0.0 {
        goals.largest
    } else {
        1.0
    };
    let reached = s.dot(&goals.m) / scale;
    let indirect = (0..n_rows)
        .flat_map(|row| places_of.iter().map(move |place| (row, *place)))
        .map(|(row, place)| {
            let place = place.filter(|_| is_scored.get(row) == Some(&true))?;
            reached.get((row, place)).copied()
        })
        .collect();
    ThroughGoals {
        rows: policies.rows.iter().map(|line| line.item).collect(),
        columns: policies.columns.iter().map(|line| line.item).collect(),
        direct,
        indirect,
        outside: policies
            .columns
            .iter()
            .zip(&places_of)
            .filter(|(_, place)| place.is_none())
            .map(|(line, _)| line.item)
            .collect(),
        used,
        links: goals.scored,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::{goal, scores, square};

    #[test]
    fn effects_through_goals_by_hand() {
        // Goals: 1 helps 2 by 3, 2 harms 3 by 1. K = 3.
        let goals = Square::of(&square(". 3 .\n. . -1\n. . .")).unwrap();
        let policies = scores("2 . -1 3\n-3 1 n .");
        let found = through_goals(&policies, &goals);
        // Policy 1: goal 2 gets 2·3/3 = 2, goal 3 gets 0 (goal 2 unscored). Policy 2: goal 2 −3, goal 3 −1/3.
        assert_eq!(found.at(0, 1), (None, Some(2.0)));
        assert_eq!(found.at(0, 2), (Some(-1.0), Some(0.0)));
        assert_eq!(found.at(1, 1), (Some(1.0), Some(-3.0)));
        assert!((found.at(1, 2).1.unwrap() + 1.0 / 3.0).abs() < 1e-15);
        // Goal 4 is not among the goals.
        assert_eq!(
            (found.at(0, 3), found.outside.clone()),
            ((Some(3.0), None), vec![goal(4)])
        );
        assert_eq!((found.used, found.links), (4, 2));
    }
}
