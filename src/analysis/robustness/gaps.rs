//! METHODS M9, what is missing: which unanswered cells could change a ranking most.
//!
//! Each unscored or "?" cell is tried alone with the lowest and the highest score of the scale; all others stay. A scale
//! from 0 up has no harm to try.
//! House method: it says where a question is worth asking first, not what the answer is.

use crate::equal::Ruler;
use crate::{Score, Scores, Sums, sums};
use ordito_model::{Axis, Item};

/// A missing cell and what its row could become.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    pub row: Item,
    pub column: Item,
    /// Asked and not known; else nobody answered.
    pub dont_know: bool,
    /// K of the row now; `None` when nothing is scored in it.
    pub index: Option<f64>,
    /// K with the lowest and with the highest score of the scale in this cell.
    pub low: f64,
    pub high: f64,
    /// Rank now, with the highest and with the lowest score; 1 is the best, equal rows have equal ranks. `None` when the
    /// row has no K now.
    pub rank: Option<usize>,
    pub best_rank: usize,
    pub worst_rank: usize,
}
impl Gap {
    /// Places that the row could move over.
    pub const fn ranks(&self) -> usize {
        self.worst_rank - self.best_rank
    }
}

/// Missing cells, those that could move their row over the most places first, then the widest index; at most `most`.
pub fn gaps(scores: &Scores, most: usize) -> Vec<Gap> {
    let lines = sums::lines(scores, Axis::Rows);
    let indices: Vec<Option<f64>> = lines
        .iter()
        .map(|sums| sums.coherence_index(scores.largest))
        .collect();
    let mark = |value: f64| Ruler::SHARES.mark(value);
    let mut sorted: Vec<f64> = indices.iter().flatten().map(|value| mark(*value)).collect();
    sorted.sort_by(f64::total_cmp);
    // Rows above a value, the row itself left out.
    let above = |value: f64, own: Option<f64>| {
        let n = sorted.len() - sorted.partition_point(|other| *other <= mark(value));
        n - usize::from(own.is_some_and(|own| mark(own) > mark(value)))
    };
    let mut found: Vec<Gap> = scores
        .crossings()
        .filter(|(_, _, score)| matches!(score, Score::Unscored | Score::DontKnow))
        .filter_map(|(row, column, score)| {
            let (line, goal) = (scores.rows.get(row)?, scores.columns.get(column)?);
            let sums = lines.get(row)?;
            let index = indices.get(row).copied().flatten();
            if goal.weight <= 0.0 {
                return None;
            }
            let with = |score| {
                let mut sums: Sums = *sums;
                sums.add(score, goal.weight);
                sums.coherence_index(scores.largest)
            };
            let of_net = |net: f64| Score::Scored {
                benefit: net.max(0.0),
                harm: (-net).max(0.0),
            };
            let (low, high) = (with(of_net(scores.reach.0))?, with(of_net(scores.reach.1))?);
            Some(Gap {
                row: line.item,
                column: goal.item,
                dont_know: score == Score::DontKnow,
                index,
                low,
                high,
                rank: index.map(|value| 1 + above(value, index)),
                best_rank: 1 + above(high, index),
                worst_rank: 1 + above(low, index),
            })
        })
        .collect();
    let width = |gap: &Gap| gap.high - gap.low;
    found.sort_by(|a, b| {
        b.ranks()
            .cmp(&a.ranks())
            .then_with(|| Ruler::SHARES.order(width(b), width(a)))
    });
    found.truncate(most);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::{goal, policy, scores};

    #[test]
    fn missing_cells_by_hand() {
        // K: row 1 (2 + 1)/6 = ½ over two; row 2 1/3; row 3 −1/3 of one; row 4 nothing.
        let found = gaps(&scores("2 1 n\n1 1 1\n-1 . ?\n. n n"), 9);
        assert_eq!(found.len(), 3);
        // Row 4: any rank from 1 to 4. Row 3: (−1 ± 3)/6: 1/3 … −2/3, with 1/3 as good as row 2.
        let first = found[0];
        assert_eq!(
            (first.row, first.column, first.index, first.rank),
            (policy(4), goal(1), None, None)
        );
        assert_eq!(
            (first.low, first.high, first.best_rank, first.worst_rank),
            (-1.0, 1.0, 1, 4)
        );
        let second = found[1];
        assert_eq!(
            (second.row, second.column, second.dont_know),
            (policy(3), goal(2), false)
        );
        assert!((second.low + 4.0 / 6.0).abs() < 1e-12 && (second.high - 2.0 / 6.0).abs() < 1e-12);
        assert_eq!(
            (second.rank, second.best_rank, second.worst_rank),
            (Some(3), 2, 3)
        );
        assert!(found[2].dont_know);
        assert_eq!(gaps(&scores("2 1 n\n-1 . ?"), 1).len(), 1);
        assert!(gaps(&scores("1 n\n0 2"), 9).is_empty());
    }
}
