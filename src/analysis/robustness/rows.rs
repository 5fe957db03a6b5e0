//! The rows that are ranked, as arrays.

use super::sigma;
use crate::{Score, Scores};
use ordito_model::{AssessmentKey, AssessorId, Contents, Item, MatrixId};

/// Rows with something scored on a column that weighs something.
#[derive(Debug, Clone, PartialEq)]
pub struct RankedRows {
    pub items: Vec<Item>,
    pub unranked: Vec<Item>,
    /// Columns of a weight above 0, and their weights as shares of 1.
    pub columns: Vec<Item>,
    pub weights: Vec<f64>,
    /// Nets in score points, rows × columns; 0 where not scored.
    pub nets: Vec<f64>,
    /// 1 where scored, else 0.
    pub scored: Vec<f64>,
    /// σ in score points; 0 where not scored.
    pub sigmas: Vec<f64>,
    /// Scored cells and possible ones of each row.
    pub counts: Vec<(usize, usize)>,
    pub largest: f64,
    /// The lowest and the highest net of the scale: no draw leaves it.
    pub reach: (f64, f64),
    /// Scored cells that say no confidence.
    pub without_confidence: usize,
}

impl RankedRows {
    /// Rows of an assessor's cells; confidence from the document. `unsaid` is the confidence, 1…5, of cells that say
    /// none. `None` when the matrix is gone.
    pub fn of(
        contents: &Contents,
        matrix: MatrixId,
        assessor: AssessorId,
        unsaid: u8,
    ) -> Option<Self> {
        let scores = Scores::of(contents, matrix, assessor)?;
        let confidence = |row, column| {
            let key = AssessmentKey {
                matrix,
                assessor,
                round: 0,
                row,
                column,
            };
            contents
                .assessments
                .get(&key)
                .and_then(|cell| cell.confidence)
        };
        Some(Self::from_scores(&scores, confidence, unsaid))
    }

    /// Rows of scores, each with the confidence that `confidence` tells.
    pub fn from_scores(
        scores: &Scores,
        confidence: impl Fn(Item, Item) -> Option<u8>,
        unsaid: u8,
    ) -> Self {
        let places: Vec<usize> = scores
            .columns
            .iter()
            .enumerate()
            .filter(|(_, line)| line.weight > 0.0)
            .map(|(place, _)| place)
            .collect();
        let lines: Vec<_> = places
            .iter()
            .filter_map(|place| scores.columns.get(*place))
            .collect();
        let sum: f64 = lines.iter().map(|line| line.weight).sum();
        let mut rows = Self {
            items: Vec::new(),
            unranked: Vec::new(),
            columns: lines.iter().map(|line| line.item).collect(),
            weights: lines.iter().map(|line| line.weight / sum).collect(),
            nets: Vec::new(),
            scored: Vec::new(),
            sigmas: Vec::new(),
            counts: Vec::new(),
            largest: scores.largest,
            reach: scores.reach,
            without_confidence: 0,
        };
        for (row, line) in scores.rows.iter().enumerate() {
            let cells: Vec<_> = places
                .iter()
                .map(|column| scores.at(row, *column))
                .collect();
            let n_scored = cells
                .iter()
                .flatten()
                .filter(|score| score.is_scored())
                .count();
            if n_scored == 0 {
                rows.unranked.push(line.item);
                continue;
            }
            let not_applicable = |score: &&Score| **score == Score::NotApplicable;
            let possible = cells.iter().flatten().count()
                - cells.iter().flatten().filter(not_applicable).count();
            rows.items.push(line.item);
            rows.counts.push((n_scored, possible));
            for (score, column) in cells.iter().zip(&rows.columns) {
                let net = score.and_then(Score::net);
                rows.nets.push(net.unwrap_or(0.0));
                rows.scored.push(f64::from(net.is_some()));
                let said = net.and_then(|_| confidence(line.item, *column));
                rows.without_confidence += usize::from(net.is_some() && said.is_none());
                rows.sigmas.push(if net.is_some() {
                    sigma(said, unsaid)
                } else {
                    0.0
                });
            }
        }
        rows
    }

    /// K of each row as scored, with the weights given.
    pub fn indices(&self) -> Vec<f64> {
        let mut values = vec![0.0; self.items.len()];
        self.indices_with(&self.nets, &self.weights, &mut values);
        values
    }

    /// K of each row with these nets and weights: `Σ w s / (K Σ w)` over scored columns.
    pub fn indices_with(&self, nets: &[f64], weights: &[f64], values: &mut [f64]) {
        let n = self.columns.len().max(1);
        let rows = nets.chunks_exact(n).zip(self.scored.chunks_exact(n));
        for (value, (nets, scored)) in values.iter_mut().zip(rows) {
            let (mut sum, mut weight) = (0.0, 0.0);
            for ((w, net), scored) in weights.iter().zip(nets).zip(scored) {
                sum += w * net;
                weight += w * scored;
            }
            *value = if weight > 0.0 {
                sum / (self.largest * weight)
            } else {
                0.0
            };
        }
    }
}
