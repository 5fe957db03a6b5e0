//! Matrices written as text, for tests: rows as lines, cells as typed, `.` for unscored, on a scale of −3…+3.

use super::{Score, ScoreLine, Scores};
use ordito_model::{
    Assessment, AssessmentKey, Assessor, AssessorId, AssessorKind, Axis, CellValue, Contents,
    GoalId, Item, Label, Line, LineKey, Matrix, MatrixId, MatrixKind, Points, PolicyId, Scale,
    ScaleId, ScaleLevel, read_entry,
};

pub fn policy(n: u128) -> Item {
    Item::Policy(PolicyId::fixed(n))
}
pub fn goal(n: u128) -> Item {
    Item::Goal(GoalId::fixed(n))
}

pub fn scale() -> Scale {
    let level = |value| ScaleLevel {
        value: Points::whole(value),
        label: Label::default(),
        guidance: Label::default(),
        colour: None,
    };
    Scale {
        levels: (-3..=3).rev().map(level).collect(),
        ..Scale::default()
    }
}

pub fn values(text: &str) -> Vec<Vec<CellValue>> {
    let read = |entry: &str| read_entry(entry.trim_matches('.'), &scale()).unwrap();
    text.lines()
        .map(|line| line.split_whitespace().map(read).collect())
        .collect()
}

fn line(item: Item) -> ScoreLine {
    ScoreLine { item, weight: 1.0 }
}

/// Policies × goals, all weights 1.
pub fn scores(text: &str) -> Scores {
    let values = values(text);
    let (n_rows, n_columns) = (
        values.len() as u128,
        values.first().map_or(0, Vec::len) as u128,
    );
    let cells: Vec<Score> = values.into_iter().flatten().map(Score::from).collect();
    let rows = (1..=n_rows).map(|n| line(policy(n))).collect();
    Scores::new(
        rows,
        (1..=n_columns).map(|n| line(goal(n))).collect(),
        false,
        3.0,
        cells,
    )
}

/// Goals × goals, all weights 1.
pub fn square(text: &str) -> Scores {
    let values = values(text);
    let lines: Vec<ScoreLine> = (1..=values.len() as u128).map(|n| line(goal(n))).collect();
    Scores::new(
        lines.clone(),
        lines,
        true,
        3.0,
        values.into_iter().flatten().map(Score::from).collect(),
    )
}

/// A document with matrix 1, policies × goals, in which each of the assessors gives these cells.
pub fn contents(text: &str, assessors: &[AssessorId]) -> Contents {
    let mut contents = Contents::default();
    let matrix = MatrixId::fixed(1);
    contents.scales.insert(ScaleId::fixed(1), scale());
    let record = Matrix {
        name: String::new(),
        kind: MatrixKind::PolicyGoal,
        scale: ScaleId::fixed(1),
        position: 0,
        note: String::new(),
        illustrative: false,
        assessors: Vec::new(),
    };
    contents.matrices.insert(matrix, record);
    for (r, row) in (1..).zip(values(text)) {
        for (c, value) in (1..).zip(row) {
            for (axis, item, position) in [(Axis::Rows, policy(r), r), (Axis::Columns, goal(c), c)]
            {
                let line = Line {
                    position: position as i64,
                    weight: 1.0,
                    hidden: false,
                };
                contents.lines.insert(LineKey { matrix, axis, item }, line);
            }
            for assessor in assessors {
                let key = AssessmentKey {
                    matrix,
                    assessor: *assessor,
                    round: 0,
                    row: policy(r),
                    column: goal(c),
                };
                if value.is_answered() {
                    contents.assessments.insert(
                        key,
                        Assessment {
                            value,
                            ..Assessment::default()
                        },
                    );
                }
            }
        }
    }
    contents
}

pub fn assessor(position: i64) -> Assessor {
    Assessor {
        name: position.to_string(),
        kind: AssessorKind::Office,
        note: String::new(),
        position,
    }
}
