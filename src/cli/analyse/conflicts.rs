//! Conflicts of cells, pairs and columns, most intense first.

use super::Subject;
use crate::analysis::robustness::sigma;
use crate::analysis::{ConflictKind, Score, UnsureCell, conflicts as conflicts_of, still_there};
use crate::cli::Refused;
use crate::model::{AssessmentKey, Item};
use serde_json::{Value, json};

/// Pairs listed; all are counted.
const MOST_PAIRS: usize = 5_000;

pub fn conflicts(subject: &Subject<'_>) -> Result<Value, Refused> {
    let mitigated = |row, column| {
        let key = AssessmentKey {
            matrix: subject.matrix,
            assessor: subject.assessor,
            round: 0,
            row,
            column,
        };
        subject
            .contents
            .assessments
            .get(&key)
            .is_some_and(|cell| !cell.mitigation.trim().is_empty())
    };
    let found = subject.unstopped(conflicts_of(
        &subject.scores,
        mitigated,
        MOST_PAIRS,
        &subject.progress,
    ))?;
    let counts: serde_json::Map<String, Value> = ConflictKind::ALL
        .into_iter()
        .map(|kind| (kind.word().to_owned(), json!(found.count(kind))))
        .collect();
    let unsure = |rows: &[Item], column: Item| -> Vec<UnsureCell> {
        let cell = |row: &Item| {
            let key = AssessmentKey {
                matrix: subject.matrix,
                assessor: subject.assessor,
                round: 0,
                row: *row,
                column,
            };
            let cell = subject.contents.assessments.get(&key)?;
            let Score::Scored { benefit, harm } = Score::from(cell.value) else {
                return None;
            };
            Some(UnsureCell {
                benefit,
                harm,
                sigma: sigma(cell.confidence, subject.asked.unsaid),
            })
        };
        rows.iter().filter_map(cell).collect()
    };
    let list: Vec<Value> = found
        .list
        .iter()
        .map(|each| {
            json!({
                "kind": each.kind.word(),
                "rows": each.rows.iter().map(|row| subject.item(*row)).collect::<Vec<_>>(),
                "column": subject.item(each.column),
                "nets": each.nets,
                "intensity": each.intensity,
                "holds": still_there(each.kind, &unsure(&each.rows, each.column)),
                "mitigated": each.mitigated,
            })
        })
        .collect();
    Ok(json!({ "counts": counts, "conflicts": list }))
}
