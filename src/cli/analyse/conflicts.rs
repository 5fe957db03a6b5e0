//! Conflicts of cells, pairs and columns, most intense first.

use super::Subject;
use crate::analysis::{ConflictKind, conflicts as conflicts_of};
use crate::cli::Refused;
use crate::model::AssessmentKey;
use serde_json::{Value, json};

/// Pairs listed; all are counted.
const MOST_PAIRS: usize = 5_000;

pub fn conflicts(subject: &Subject<'_>) -> Result<Value, Refused> {
    let mitigated = |row, column| {
        let key = AssessmentKey { matrix: subject.matrix, assessor: subject.assessor, round: 0, row, column };
        subject.contents.assessments.get(&key).is_some_and(|cell| !cell.mitigation.trim().is_empty())
    };
    let found = subject.unstopped(conflicts_of(&subject.scores, mitigated, MOST_PAIRS, &subject.progress))?;
    let counts: serde_json::Map<String, Value> =
        ConflictKind::ALL.into_iter().map(|kind| (kind.word().to_owned(), json!(found.count(kind)))).collect();
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
                "mitigated": each.mitigated,
            })
        })
        .collect();
    Ok(json!({ "counts": counts, "conflicts": list }))
}
