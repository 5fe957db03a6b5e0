//! The form that methods work on: one assessor's cells of one matrix as an array with a state in each place.

use super::equal::plain;
use ordito_model::{AssessorId, Axis, CellValue, Contents, Item, MatrixId};
use std::collections::HashMap;

/// A cell as numbers; only `Scored` enters a sum (METHODS "Notation").
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Score {
    #[default]
    Unscored,
    NotApplicable,
    DontKnow,
    /// Both sides as magnitudes in score points, 0…K: co-benefit `b` and harm `|t|`.
    Scored {
        benefit: f64,
        harm: f64,
    },
}
impl Score {
    /// `s = b + t` in −K…K, for scored cells.
    pub fn net(self) -> Option<f64> {
        if let Self::Scored { benefit, harm } = self {
            Some(plain(benefit - harm))
        } else {
            None
        }
    }
    pub const fn is_scored(self) -> bool {
        matches!(self, Self::Scored { .. })
    }
    /// Nobody answered, or nobody knew: there could be a score.
    pub const fn is_missing(self) -> bool {
        matches!(self, Self::Unscored | Self::DontKnow)
    }
}
impl From<CellValue> for Score {
    fn from(value: CellValue) -> Self {
        match value {
            CellValue::Unscored => Self::Unscored,
            CellValue::NotApplicable => Self::NotApplicable,
            CellValue::DontKnow => Self::DontKnow,
            CellValue::Scored { benefit, tradeoff } => Self::Scored {
                benefit: benefit.value(),
                harm: tradeoff.abs().value(),
            },
        }
    }
}

/// A row or column with its weight `w ≥ 0` in sums.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScoreLine {
    pub item: Item,
    pub weight: f64,
}

/// One assessor's cells of one matrix: rows × columns, row by row.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    pub rows: Vec<ScoreLine>,
    pub columns: Vec<ScoreLine>,
    /// Rows and columns are of one sort: an item crossed with itself is no crossing.
    pub is_square: bool,
    /// K, the largest magnitude of the scale, in score points.
    pub largest: f64,
    /// The lowest and the highest net that the scale can say, in score points: 0…3 has no −3.
    pub reach: (f64, f64),
    cells: Vec<Score>,
}

impl Scores {
    /// The scores of an assessor (`AssessorId::AGREED` for the agreed ones) outside laboratories, in the order of the
    /// matrix and without hidden rows and columns, as on the screen. `None` when the matrix or its scale is gone.
    pub fn of(contents: &Contents, matrix: MatrixId, assessor: AssessorId) -> Option<Self> {
        Self::of_round(contents, matrix, assessor, 0)
    }

    /// The scores of one round of a laboratory; 0 is outside laboratories.
    pub fn of_round(
        contents: &Contents,
        matrix: MatrixId,
        assessor: AssessorId,
        round: u16,
    ) -> Option<Self> {
        let record = contents.matrices.get(&matrix)?;
        let scale = contents.scales.get(&record.scale)?;
        let lines = |axis| -> Vec<ScoreLine> {
            let shown = contents
                .lines_of(matrix, axis)
                .into_iter()
                .filter(|(_, line)| !line.hidden);
            shown
                .map(|(item, line)| ScoreLine {
                    item,
                    weight: line.weight,
                })
                .collect()
        };
        let (rows, columns) = (lines(Axis::Rows), lines(Axis::Columns));
        let mut cells = vec![Score::Unscored; rows.len() * columns.len()];
        let (row_places, column_places) = (places(&rows), places(&columns));
        for (key, cell) in contents
            .cells_of(matrix)
            .filter(|(key, _)| key.round == round && key.assessor == assessor)
        {
            let (Some(row), Some(column)) =
                (row_places.get(&key.row), column_places.get(&key.column))
            else {
                continue;
            };
            if let Some(place) = cells.get_mut(row * columns.len() + column) {
                *place = cell.value.into();
            }
        }
        let (largest, reach) = (
            scale.max_magnitude().value(),
            (scale.lowest().value(), scale.highest().value()),
        );
        Some(Self {
            rows,
            columns,
            is_square: record.kind.is_square(),
            largest,
            reach,
            cells,
        })
    }

    /// Scores from their parts; `cells` row by row, what is missing at its end unscored. The scale reaches as far below
    /// 0 as above, unless [`Self::reaching`] says otherwise.
    pub fn new(
        rows: Vec<ScoreLine>,
        columns: Vec<ScoreLine>,
        is_square: bool,
        largest: f64,
        mut cells: Vec<Score>,
    ) -> Self {
        cells.resize(rows.len() * columns.len(), Score::Unscored);
        Self {
            rows,
            columns,
            is_square,
            largest,
            reach: (-largest, largest),
            cells,
        }
    }

    /// The same on a scale from the one net to the other.
    #[must_use]
    pub fn reaching(self, reach: (f64, f64)) -> Self {
        Self { reach, ..self }
    }

    /// The state of a crossing; `None` where there is none: outside, and on the diagonal of a square matrix.
    pub fn at(&self, row: usize, column: usize) -> Option<Score> {
        let (r, c) = (self.rows.get(row)?, self.columns.get(column)?);
        if self.is_square && r.item == c.item {
            return None;
        }
        self.cells.get(row * self.columns.len() + column).copied()
    }

    /// Another state for a crossing: what would be if it had been scored otherwise.
    pub(super) fn set(&mut self, row: usize, column: usize, score: Score) {
        if let Some(cell) = self.cells.get_mut(row * self.columns.len() + column) {
            *cell = score;
        }
    }

    /// Net of a scored crossing.
    pub fn net(&self, row: usize, column: usize) -> Option<f64> {
        self.at(row, column)?.net()
    }

    /// Every crossing with its places, row by row.
    pub fn crossings(&self) -> impl Iterator<Item = (usize, usize, Score)> {
        (0..self.rows.len()).flat_map(move |row| {
            (0..self.columns.len())
                .filter_map(move |column| Some((row, column, self.at(row, column)?)))
        })
    }

    /// Rows as columns and columns as rows: what a method says of rows, said of columns.
    pub fn transposed(&self) -> Self {
        let (n_rows, n_columns) = (self.rows.len(), self.columns.len());
        let cells = (0..n_columns)
            .flat_map(|column| (0..n_rows).map(move |row| row * n_columns + column))
            .map(|place| self.cells.get(place).copied().unwrap_or(Score::Unscored))
            .collect();
        Self {
            rows: self.columns.clone(),
            columns: self.rows.clone(),
            cells,
            ..*self
        }
    }

    pub fn lines(&self, axis: Axis) -> &[ScoreLine] {
        match axis {
            Axis::Rows => &self.rows,
            Axis::Columns => &self.columns,
        }
    }
    pub fn row_of(&self, item: Item) -> Option<usize> {
        self.rows.iter().position(|line| line.item == item)
    }
    pub fn column_of(&self, item: Item) -> Option<usize> {
        self.columns.iter().position(|line| line.item == item)
    }
}

/// Where each item stands.
pub(super) fn places(lines: &[ScoreLine]) -> HashMap<Item, usize> {
    lines
        .iter()
        .enumerate()
        .map(|(place, line)| (line.item, place))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::{contents, goal, policy, scores, square};
    use ordito_model::Points;
    use ordito_model::{Assessment, AssessmentKey, LineKey};

    #[test]
    fn four_states_and_both_sides_come_out_of_a_document() {
        let document = contents("2/-1 n ? .\n0 -3 . 1", &[AssessorId::AGREED]);
        let scores = Scores::of(&document, MatrixId::fixed(1), AssessorId::AGREED).unwrap();
        assert_eq!(
            (scores.rows.len(), scores.columns.len(), scores.largest),
            (2, 4, 3.0)
        );
        assert_eq!(
            scores.at(0, 0),
            Some(Score::Scored {
                benefit: 2.0,
                harm: 1.0
            })
        );
        assert_eq!(scores.at(0, 1), Some(Score::NotApplicable));
        assert_eq!(scores.at(0, 2), Some(Score::DontKnow));
        assert_eq!(scores.at(0, 3), Some(Score::Unscored));
        assert_eq!(scores.net(1, 0), Some(0.0));
        assert_eq!(scores.net(1, 1), Some(-3.0));
        assert_eq!((scores.at(2, 0), scores.reach), (None, (-3.0, 3.0)));
        let mut magnitudes = document;
        magnitudes
            .scales
            .values_mut()
            .for_each(|scale| scale.levels.retain(|level| level.value >= Points::ZERO));
        let scores = Scores::of(&magnitudes, MatrixId::fixed(1), AssessorId::AGREED).unwrap();
        assert_eq!(
            (scores.largest, scores.reach, scores.transposed().reach),
            (3.0, (0.0, 3.0), (0.0, 3.0))
        );
    }

    #[test]
    fn hidden_lines_other_assessors_and_rounds_stay_out() {
        let mut document = contents("1 2\n3 -1", &[AssessorId::AGREED]);
        let key = |assessor, round| AssessmentKey {
            matrix: MatrixId::fixed(1),
            assessor,
            round,
            row: policy(1),
            column: goal(1),
        };
        let other = Assessment {
            value: CellValue::NotApplicable,
            ..Assessment::default()
        };
        document
            .assessments
            .insert(key(AssessorId::fixed(9), 0), other.clone());
        document
            .assessments
            .insert(key(AssessorId::AGREED, 1), other);
        let round = Scores::of_round(&document, MatrixId::fixed(1), AssessorId::AGREED, 1).unwrap();
        let only: Vec<_> = round
            .crossings()
            .filter(|(_, _, score)| *score != Score::Unscored)
            .collect();
        assert_eq!(
            only,
            [(0, 0, Score::NotApplicable)],
            "the first round of a laboratory, alone"
        );
        let hidden = LineKey {
            matrix: MatrixId::fixed(1),
            axis: Axis::Columns,
            item: goal(2),
        };
        document.lines.get_mut(&hidden).unwrap().hidden = true;
        let scores = Scores::of(&document, MatrixId::fixed(1), AssessorId::AGREED).unwrap();
        assert_eq!(scores.columns.len(), 1);
        assert_eq!((scores.net(0, 0), scores.net(1, 0)), (Some(1.0), Some(3.0)));
        assert_eq!(scores.row_of(policy(2)), Some(1));
        assert_eq!(scores.column_of(goal(2)), None);
    }

    #[test]
    fn the_diagonal_of_a_square_matrix_is_no_crossing() {
        let scores = square("3 1\n-2 3");
        assert_eq!(scores.at(0, 0), None);
        assert_eq!(scores.net(1, 0), Some(-2.0));
        assert_eq!(scores.crossings().count(), 2);
    }

    #[test]
    fn turning_twice_changes_nothing() {
        let scores = scores("1 . n\n-2 ? 3/-1");
        let turned = scores.transposed();
        assert_eq!((turned.rows.len(), turned.columns.len()), (3, 2));
        assert_eq!(turned.net(2, 1), Some(2.0));
        assert_eq!(turned.at(1, 1), Some(Score::DontKnow));
        assert_eq!(turned.transposed(), scores);
    }
}
