//! Who said what: assessors × crossings, the form in which the methods of a whole panel read a matrix (METHODS M10).

mod cell;

pub use cell::{CellPanel, ConsensusRule, Verdict};

use ordito_model::{AssessmentKey, AssessorId, Axis, CellValue, Contents, Item, MatrixId};
use std::collections::BTreeMap;

/// The cells of every assessor but the agreed one, crossing by crossing; hidden rows and columns are left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// Those who answered anything, in their order.
    pub assessors: Vec<AssessorId>,
    /// Crossings that anybody answered, as row and column.
    pub crossings: Vec<(Item, Item)>,
    /// Assessors × crossings.
    pub said: Vec<Vec<CellValue>>,
}

impl Panel {
    /// What the panel said in one round of a matrix; round 0 is outside laboratories.
    pub fn of(contents: &Contents, matrix: MatrixId, round: u16) -> Self {
        let place = |axis| -> BTreeMap<Item, usize> {
            let shown = contents
                .lines_of(matrix, axis)
                .into_iter()
                .filter(|(_, line)| !line.hidden);
            shown
                .enumerate()
                .map(|(place, (item, _))| (item, place))
                .collect()
        };
        let (rows, columns) = (place(Axis::Rows), place(Axis::Columns));
        let square = contents
            .matrices
            .get(&matrix)
            .is_some_and(|matrix| matrix.kind.is_square());
        let counts = |key: &AssessmentKey| {
            key.round == round
                && key.assessor != AssessorId::AGREED
                && !(square && key.row == key.column)
        };
        let mut crossings: BTreeMap<(usize, usize), (Item, Item)> = BTreeMap::new();
        let mut answers: BTreeMap<AssessorId, BTreeMap<(usize, usize), CellValue>> =
            BTreeMap::new();
        for (key, cell) in contents.cells_of(matrix).filter(|(key, _)| counts(key)) {
            let (Some(row), Some(column)) = (rows.get(&key.row), columns.get(&key.column)) else {
                continue;
            };
            if cell.value.is_answered() {
                crossings.insert((*row, *column), (key.row, key.column));
                answers
                    .entry(key.assessor)
                    .or_default()
                    .insert((*row, *column), cell.value);
            }
        }
        let order = contents.everyone_in_order().into_iter().map(|(id, _)| id);
        let assessors: Vec<AssessorId> = order.filter(|id| answers.contains_key(id)).collect();
        let said = assessors
            .iter()
            .filter_map(|id| answers.get(id))
            .map(|of_assessor| {
                crossings
                    .keys()
                    .map(|at| of_assessor.get(at).copied().unwrap_or(CellValue::Unscored))
                    .collect()
            })
            .collect();
        Self {
            assessors,
            crossings: crossings.into_values().collect(),
            said,
        }
    }

    /// Net scores, assessors × crossings, for `kendall` and `krippendorff`.
    pub fn nets(&self) -> Vec<Vec<Option<f64>>> {
        let net = |value: &CellValue| value.net().map(ordito_model::Points::value);
        self.said
            .iter()
            .map(|of_assessor| of_assessor.iter().map(net).collect())
            .collect()
    }

    /// What everybody said of one crossing, unscored ones too, in the order of assessors.
    pub fn of_crossing(&self, crossing: usize) -> Vec<CellValue> {
        self.said
            .iter()
            .map(|of_assessor| {
                of_assessor
                    .get(crossing)
                    .copied()
                    .unwrap_or(CellValue::Unscored)
            })
            .collect()
    }

    /// Whether anybody scored a crossing.
    pub fn is_scored(&self, crossing: usize) -> bool {
        self.said.iter().any(|of_assessor| {
            of_assessor
                .get(crossing)
                .is_some_and(|value| value.is_scored())
        })
    }

    /// Net scores of two assessors (by place) where both scored, for `kappa`.
    pub fn pairs(&self, one: usize, other: usize) -> Vec<(f64, f64)> {
        let (Some(one), Some(other)) = (self.said.get(one), self.said.get(other)) else {
            return Vec::new();
        };
        one.iter()
            .zip(other)
            .filter_map(|(x, y)| Some((x.net()?.value(), y.net()?.value())))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::{assessor, contents, goal, policy};
    use ordito_model::Assessment;

    #[test]
    fn the_agreed_one_is_no_voice_and_blanks_are_kept_as_such() {
        let (one, two) = (AssessorId::fixed(7), AssessorId::fixed(8));
        let mut document = contents("1 . 2/-1\n? n .", &[AssessorId::AGREED, one, two]);
        for (id, position) in [(two, 1), (one, 2), (AssessorId::AGREED, 0)] {
            document.assessors.insert(id, assessor(position));
        }
        let key = |row, column| AssessmentKey {
            matrix: MatrixId::fixed(1),
            assessor: two,
            round: 0,
            row: policy(row),
            column: goal(column),
        };
        document.assessments.remove(&key(2, 1));
        let nothing_scored = Assessment {
            reason: "perché".to_owned(),
            ..Assessment::default()
        };
        document.assessments.insert(key(1, 2), nothing_scored);
        let panel = Panel::of(&document, MatrixId::fixed(1), 0);
        assert_eq!(panel.assessors, [two, one]);
        // Crossing (1, 2) has only a reason, (2, 3) nothing at all.
        let expected = [
            (policy(1), goal(1)),
            (policy(1), goal(3)),
            (policy(2), goal(1)),
            (policy(2), goal(2)),
        ];
        assert_eq!(panel.crossings, expected);
        assert_eq!(
            panel.of_crossing(2),
            [CellValue::Unscored, CellValue::DontKnow]
        );
        assert_eq!(panel.nets()[1], [Some(1.0), Some(1.0), None, None]);
        assert_eq!(panel.pairs(0, 1), [(1.0, 1.0), (1.0, 1.0)]);
    }
}
