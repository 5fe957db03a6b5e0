use super::*;
use crate::written::{assessor, contents, goal, policy, values};
use ordito_model::{Cited, Line, LineKey, MatrixKind, SourceId};

const MATRIX: MatrixId = MatrixId::fixed(1);
const AGREED: AssessorId = AssessorId::AGREED;

fn found(contents: &Contents) -> Vec<Finding> {
    structure(contents, MATRIX, &BTreeMap::new(), &DriftRule::default()).unwrap()
}
/// Findings of a matrix of agreed scores, without those about reasons and sources.
fn shape(text: &str) -> Vec<Finding> {
    let mut findings = found(&contents(text, &[AGREED]));
    findings
        .retain(|finding| !matches!(finding, Finding::NoReason { .. } | Finding::NoSource { .. }));
    findings
}
fn key(assessor: AssessorId, row: u128, column: u128) -> AssessmentKey {
    AssessmentKey {
        matrix: MATRIX,
        assessor,
        round: 0,
        row: policy(row),
        column: goal(column),
    }
}

#[test]
fn rows_and_columns_without_a_score_and_an_empty_matrix() {
    let expected = [
        Finding::NothingScored {
            axis: Axis::Rows,
            item: policy(2),
            other_answers: 2,
        },
        Finding::NothingScored {
            axis: Axis::Columns,
            item: goal(3),
            other_answers: 1,
        },
    ];
    assert_eq!(shape("1 2 .\n. n ?\n0 1 ."), expected);
    assert_eq!(
        shape("n ?\n. ."),
        [Finding::MatrixUnscored {
            rows: 2,
            columns: 2
        }]
    );
    assert_eq!(
        structure(
            &Contents::default(),
            MATRIX,
            &BTreeMap::new(),
            &DriftRule::default()
        ),
        None
    );
}

#[test]
fn what_another_assessor_scored_is_scored() {
    let other = AssessorId::fixed(7);
    let mut document = contents("1 .\n1 .", &[AGREED]);
    document.assessors.insert(other, assessor(1));
    let value = values("0").concat()[0];
    document.assessments.insert(
        key(other, 2, 2),
        Assessment {
            value,
            ..Assessment::default()
        },
    );
    assert!(
        !found(&document)
            .iter()
            .any(|finding| matches!(finding, Finding::NothingScored { .. }))
    );
}

#[test]
fn a_goal_is_only_harmed_when_nothing_helps_it_on_either_side_of_a_score() {
    // Goal 1 has +1/−3, goal 2 only −1 and 0, goal 3 only 0.
    let expected = [Finding::OnlyTradeoffs {
        assessor: AGREED,
        column: goal(2),
        rows: vec![policy(1), policy(3)],
    }];
    assert_eq!(shape("1/-3 -1 0\n-2 0 0\n-1 -2 ."), expected);
}

#[test]
fn there_and_back_with_opposite_signs_is_found_once() {
    let mut document = contents(". 2 -1\n-1 . 1\n-3 0 .", &[AGREED]);
    // The same cells between goals.
    let cells = std::mem::take(&mut document.assessments);
    let goals = |item: Item| {
        item.policy()
            .map_or(item, |id| Item::Goal(ordito_model::GoalId(id.0)))
    };
    document.assessments = cells
        .into_iter()
        .map(|(at, cell)| {
            (
                AssessmentKey {
                    row: goals(at.row),
                    ..at
                },
                cell,
            )
        })
        .collect();
    document.lines.retain(|at, _| at.axis == Axis::Columns);
    for n in 1..=3 {
        let line = Line {
            position: n as i64,
            weight: 1.0,
            hidden: false,
        };
        document.lines.insert(
            LineKey {
                matrix: MATRIX,
                axis: Axis::Rows,
                item: goal(n),
            },
            line,
        );
    }
    document.matrices.get_mut(&MATRIX).unwrap().kind = MatrixKind::GoalGoal;
    let mut findings = found(&document);
    findings.retain(|finding| matches!(finding, Finding::OppositeSigns { .. }));
    let expected = Finding::OppositeSigns {
        assessor: AGREED,
        one: goal(1),
        other: goal(2),
        there: 2.0,
        back: -1.0,
    };
    assert_eq!(findings, [expected]);
}

#[test]
fn cells_older_than_their_policy() {
    let mut document = contents("1 n .\n1 1 1", &[AGREED]);
    for (at, cell) in &mut document.assessments {
        cell.at = Timestamp(if at.column == goal(2) { 50 } else { 10 });
    }
    let changes = BTreeMap::from([
        (PolicyId::fixed(1), Timestamp(60)),
        (PolicyId::fixed(2), Timestamp(50)),
    ]);
    let mut findings = structure(&document, MATRIX, &changes, &DriftRule::default()).unwrap();
    findings.retain(|finding| matches!(finding, Finding::OlderThanPolicy { .. }));
    let old = |n, at, crossed: &[u128]| Finding::OlderThanPolicy {
        assessor: AGREED,
        policy: PolicyId::fixed(n),
        changed: Timestamp(at),
        crossed: crossed.iter().map(|n| goal(*n)).collect(),
    };
    // The n.a. is an answer too; a cell as old as the change is not older.
    assert_eq!(findings, [old(1, 60, &[1, 2]), old(2, 50, &[1, 3])]);
}

#[test]
fn scores_without_a_reason_or_a_source() {
    let mut document = contents("1 0 n .", &[AGREED]);
    let cell = document.assessments.get_mut(&key(AGREED, 1, 1)).unwrap();
    cell.reason = "perché".to_owned();
    cell.sources = vec![Cited {
        source: SourceId::fixed(1),
        page: String::new(),
    }];
    let one = vec![goal(2)];
    let expected = [
        Finding::NoReason {
            assessor: AGREED,
            row: policy(1),
            columns: one.clone(),
            scored: 2,
        },
        Finding::NoSource {
            assessor: AGREED,
            row: policy(1),
            columns: one,
            scored: 2,
        },
    ];
    assert_eq!(found(&document)[2..], expected);
    document
        .assessments
        .get_mut(&key(AGREED, 1, 2))
        .unwrap()
        .reason = " \n".to_owned();
    assert_eq!(found(&document)[2..], expected);
}

#[test]
fn without_agreed_scores_each_assessor_is_looked_at_and_drift_is_said() {
    let ids: Vec<_> = (7..10).map(AssessorId::fixed).collect();
    let mut document = contents("1 1 1 1 1", &ids);
    for (position, id) in ids.iter().enumerate() {
        document.assessors.insert(*id, assessor(position as i64));
    }
    let value = values("-1").concat()[0];
    for column in 1..=3 {
        document
            .assessments
            .get_mut(&key(ids[2], 1, column))
            .unwrap()
            .value = value;
    }
    let findings = found(&document);
    let harmed: Vec<_> = findings
        .iter()
        .filter(|finding| matches!(finding, Finding::OnlyTradeoffs { .. }))
        .cloned()
        .collect();
    let only = |n| Finding::OnlyTradeoffs {
        assessor: ids[2],
        column: goal(n),
        rows: vec![policy(1)],
    };
    assert_eq!(harmed, [only(1), only(2), only(3)]);
    // The third lies (−2 · 3 + 0 · 2)/5 from the others; each of these lies 1 from the middle of 1 and −1, thrice.
    let drift = |n: usize, shift: f64| {
        Finding::Drift(Drift {
            assessor: ids[n],
            cells: 5,
            shift,
            distance: shift.abs(),
        })
    };
    let drifts: Vec<_> = findings
        .into_iter()
        .filter(|finding| matches!(finding, Finding::Drift(_)))
        .collect();
    assert_eq!(drifts, [drift(0, 0.6), drift(1, 0.6), drift(2, -1.2)]);
}
