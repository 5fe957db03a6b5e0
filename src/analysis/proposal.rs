//! Which crossings a laboratory should talk about first: where the assessors differ, where it matters, where nothing is agreed.
//!
//! Importance of a crossing = (1 − consensus of the panel, Tastle & Wierman 2007, M10) × largest |net score| said of it
//! / K × weight of its row × weight of its column. Crossings without an agreed score come before the others.

use super::equal::Ruler;
use super::panel::{CellPanel, ConsensusRule, Panel};
use ordito_model::{AssessmentKey, AssessorId, Axis, CellValue, Contents, Item, LineKey, MatrixId};

/// A crossing proposed for an agenda.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Proposal {
    pub row: Item,
    pub column: Item,
    /// No agreed score.
    pub missing: bool,
    /// 1 − consensus, 0…1; 0 with fewer than two scores.
    pub disagreement: f64,
    /// Largest |net score| of all assessors and the agreed one, as a share of the scale's K, times both weights.
    pub effect: f64,
}
impl Proposal {
    pub fn importance(&self) -> f64 {
        self.disagreement * self.effect
    }
}

/// Crossings of a matrix that anybody answered outside laboratories or that nobody did, the most urgent first: missing
/// before agreed, then by importance, then by effect, then in the matrix's order. Hidden lines are left out.
pub fn propose(contents: &Contents, matrix: MatrixId) -> Vec<Proposal> {
    let Some(record) = contents.matrices.get(&matrix) else {
        return Vec::new();
    };
    let Some(scale) = contents.scales.get(&record.scale) else {
        return Vec::new();
    };
    let panel = Panel::of(contents, matrix, 0);
    let said: std::collections::BTreeMap<(Item, Item), usize> = panel
        .crossings
        .iter()
        .enumerate()
        .map(|(at, crossing)| (*crossing, at))
        .collect();
    let magnitude = scale.max_magnitude().value().max(f64::MIN_POSITIVE);
    let shown = |axis| {
        contents
            .lines_of(matrix, axis)
            .into_iter()
            .filter(|(_, line)| !line.hidden)
    };
    let weight = |axis, item| {
        contents
            .lines
            .get(&LineKey { matrix, axis, item })
            .map_or(1.0, |line| line.weight)
    };
    let mut list = Vec::new();
    for (row, _) in shown(Axis::Rows) {
        for (column, _) in shown(Axis::Columns) {
            if record.kind.is_square() && row == column {
                continue;
            }
            let key = AssessmentKey {
                matrix,
                assessor: AssessorId::AGREED,
                round: 0,
                row,
                column,
            };
            let agreed = contents
                .assessments
                .get(&key)
                .map_or(CellValue::Unscored, |cell| cell.value);
            // Nobody answered a crossing that the panel does not have.
            let values = said
                .get(&(row, column))
                .map_or_else(Vec::new, |at| panel.of_crossing(*at));
            let panel = CellPanel::of(&values, scale, &ConsensusRule::default())
                .filter(|panel| panel.n > 1);
            let disagreement = panel
                .and_then(|panel| panel.consensus)
                .map_or(0.0, |consensus| 1.0 - consensus);
            let nets = values
                .iter()
                .chain([&agreed])
                .filter_map(|value| value.net());
            let largest = nets.map(|net| net.abs().value()).fold(0.0, f64::max);
            let effect =
                largest / magnitude * weight(Axis::Rows, row) * weight(Axis::Columns, column);
            list.push(Proposal {
                row,
                column,
                missing: !agreed.is_answered(),
                disagreement,
                effect,
            });
        }
    }
    // Stable: what is equal stays in the matrix's order.
    list.sort_by(|a, b| {
        let by = |a: f64, b: f64| Ruler::POINTS.order(b, a);
        let urgent = by(a.importance(), b.importance()).then(by(a.effect, b.effect));
        b.missing.cmp(&a.missing).then(urgent)
    });
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::{assessor, contents, goal, policy};

    #[test]
    fn missing_first_then_disagreement_times_effect() {
        // Three policies, two goals; two assessors. P1G1: −3 and 3, agreed; P1G2: 2 and 2, missing; P2G1: −1 and 1, missing;
        // P2G2: −3 and 3, missing; P3: nobody said anything.
        let (one, two) = (AssessorId::fixed(7), AssessorId::fixed(8));
        let mut contents = contents("2 .\n. .\n. .", &[AssessorId::AGREED]);
        for (id, text) in [(one, "-3 2\n-1 -3\n. ."), (two, "3 2\n1 3\n. .")] {
            contents
                .assessments
                .append(&mut crate::written::contents(text, &[id]).assessments);
        }
        for (id, position) in [(AssessorId::AGREED, 0), (one, 1), (two, 2)] {
            contents.assessors.insert(id, assessor(position));
        }
        let matrix = *contents.matrices.keys().next().unwrap();
        let list = propose(&contents, matrix);
        let places: Vec<(Item, Item)> = list.iter().map(|each| (each.row, each.column)).collect();
        let first = [
            (policy(2), goal(2)),
            (policy(2), goal(1)),
            (policy(1), goal(2)),
            (policy(3), goal(1)),
        ];
        assert_eq!(places[..4], first);
        // Consensus of −3, 3 is 0: disagreement 1, effect 3/3.
        assert!((list[0].importance() - 1.0).abs() < 1e-12 && list[0].missing);
        // −1 and 1: μ 0, d 6: consensus 1 + log2(5/6); effect 1/3.
        let expected = -(5.0_f64 / 6.0).log2() / 3.0;
        assert!(
            (list[1].importance() - expected).abs() < 1e-12,
            "{:?}",
            list[1]
        );
        // Agreed on by both, but not yet agreed: no disagreement, the larger effect first.
        assert_eq!((list[2].disagreement, list[2].effect), (0.0, 2.0 / 3.0));
        assert_eq!(list.iter().filter(|each| each.missing).count(), 5);
        assert!(!list[5].missing && list[5].importance() == 1.0);
    }
}
