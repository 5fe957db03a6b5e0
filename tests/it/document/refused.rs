//! For each refusal an edit that meets it: nothing changes in memory, in the journal or in the file.

use super::small::{cell, matrix_document, nilsson, stamp, typed};
use ordito::document::{AssessmentChange, CellEdit, Document, Edit, EditError, LineChange, plan};
use ordito::model::{
    ActorId, AssessmentKey, Assessor, AssessorId, AssessorKind, Axis, CellValue, CellsCause,
    Crosswalk, CrosswalkId, FrameworkId, Goal, GoalId, Item, Label, Link, LinkKey, Matrix,
    MatrixId, MatrixKind, Points, Policy, PolicyId, Scale, ScaleId, StepLabel, Subject, Wording,
    YearMonth,
};
use std::sync::Arc;

fn policy(name: &str, code: &str) -> Policy {
    Policy {
        name: name.to_owned(),
        code: code.to_owned(),
        ..Policy::default()
    }
}
fn set(change: AssessmentChange, key: AssessmentKey) -> Edit {
    Edit::SetCells {
        cause: CellsCause::Type,
        cells: vec![CellEdit { key, change }],
    }
}
fn value(value: CellValue) -> Edit {
    set(AssessmentChange::value(value), cell(1, 1))
}
fn line(n: u128) -> Item {
    Item::Policy(PolicyId::fixed(n))
}
fn square() -> Edit {
    let matrix = Matrix {
        name: "Incroci".to_owned(),
        kind: MatrixKind::PolicyPolicy,
        scale: ScaleId::fixed(1),
        position: 0,
        note: String::new(),
        illustrative: false,
        assessors: Vec::new(),
    };
    let items = vec![line(1), line(2), line(3)];
    Edit::AddMatrix {
        id: MatrixId::fixed(2),
        matrix,
        rows: items.clone(),
        columns: items,
    }
}

fn refusals(document: &Document) -> Vec<(&'static str, Edit)> {
    let contents = document.contents();
    let goal: Goal = contents.goals.get(&GoalId::fixed(1)).unwrap().clone();
    let matrix: Matrix = contents.matrices.get(&MatrixId::fixed(1)).unwrap().clone();
    let info = contents.info().unwrap().clone();
    let long = "a".repeat(100_001);
    let diagonal = AssessmentKey {
        matrix: MatrixId::fixed(2),
        row: line(1),
        column: line(1),
        ..cell(1, 1)
    };
    let rows = |items: Vec<Item>, change| Edit::SetLines {
        matrix: MatrixId::fixed(1),
        axis: Axis::Rows,
        items,
        change,
    };
    let months = Policy {
        start: Some(YearMonth {
            year: 2026,
            month: 5,
        }),
        end: Some(YearMonth {
            year: 2026,
            month: 4,
        }),
        ..policy("Mesi", "")
    };
    let agreed = Assessor {
        name: "X".to_owned(),
        kind: AssessorKind::Agreed,
        note: String::new(),
        position: 0,
    };
    let link = |weight| {
        let key = LinkKey {
            crosswalk: CrosswalkId::fixed(1),
            from: GoalId::fixed(1),
            to: GoalId::fixed(2),
        };
        (
            key,
            Some(Link {
                weight,
                note: String::new(),
            }),
        )
    };
    let off = Scale {
        levels: nilsson()
            .levels
            .into_iter()
            .filter(|level| level.value != Points::whole(2))
            .collect(),
        ..nilsson()
    };
    let one = Scale {
        levels: nilsson().levels.into_iter().take(1).collect(),
        ..nilsson()
    };
    let framework = contents
        .frameworks
        .get(&FrameworkId::fixed(1))
        .unwrap()
        .clone();
    vec![
        (
            "NotThere",
            Edit::DeletePolicies(vec![PolicyId::fixed(1), PolicyId::fixed(99)]),
        ),
        ("NotThere", Edit::DeleteActor(ActorId::fixed(99))),
        (
            "NoName",
            Edit::put(
                ordito::model::MilestoneId::fixed(1),
                ordito::model::Milestone {
                    name: " ".to_owned(),
                    note: String::new(),
                    step: ordito::model::StepNumber(1),
                    at: ordito::model::Timestamp(1),
                    by: String::new(),
                },
            ),
        ),
        (
            "NotThere",
            Edit::Restore {
                name: String::new(),
                contents: Arc::default(),
            },
        ),
        (
            "ThereAlready",
            Edit::AddPolicies(vec![
                (PolicyId::fixed(50), policy("A", "")),
                (PolicyId::fixed(1), policy("B", "")),
            ]),
        ),
        (
            "ThereAlready",
            Edit::AddPolicies(vec![
                (PolicyId::fixed(50), policy("A", "")),
                (PolicyId::fixed(50), policy("B", "")),
            ]),
        ),
        (
            "ThereAlready",
            Edit::DuplicatePolicy {
                id: PolicyId::fixed(4),
                ids: vec![
                    (PolicyId::fixed(4), PolicyId::fixed(60)),
                    (PolicyId::fixed(5), PolicyId::fixed(60)),
                ],
                as_variant: false,
            },
        ),
        (
            "ThereAlready",
            Edit::Create {
                info: info.clone(),
                agreed: "A".to_owned(),
                scales: Vec::new(),
                frameworks: Vec::new(),
            },
        ),
        (
            "ThereAlready",
            Edit::Begin {
                id: ordito::model::DocumentId::fixed(9),
                contents: Arc::new(contents.clone()),
            },
        ),
        ("ThereAlready", Edit::SetLinks(vec![link(0.5), link(0.6)])),
        (
            "NoName",
            Edit::ChangePolicy {
                id: PolicyId::fixed(1),
                policy: policy("  ", ""),
            },
        ),
        (
            "NoName",
            Edit::SetInfo(ordito::model::Info {
                title: String::new(),
                ..info
            }),
        ),
        (
            "CodeTaken",
            Edit::ChangePolicy {
                id: PolicyId::fixed(1),
                policy: policy("A", "P2"),
            },
        ),
        (
            "CodeTaken",
            Edit::ChangeGoal {
                id: GoalId::fixed(1),
                goal: Goal {
                    code: "2".to_owned(),
                    ..goal.clone()
                },
            },
        ),
        (
            "BelowItself",
            Edit::MovePolicies {
                ids: vec![PolicyId::fixed(4)],
                parent: Some(PolicyId::fixed(5)),
                before: None,
            },
        ),
        ("InUse", Edit::DeleteFramework(FrameworkId::fixed(1))),
        ("InUse", Edit::DeleteScale(ScaleId::fixed(1))),
        (
            "TooLong",
            set(
                AssessmentChange {
                    reason: Some(long.clone()),
                    ..AssessmentChange::default()
                },
                cell(1, 1),
            ),
        ),
        (
            "TooLong",
            Edit::ChangePolicy {
                id: PolicyId::fixed(1),
                policy: Policy {
                    outputs: vec![long],
                    ..policy("A", "")
                },
            },
        ),
        ("NotInMatrix", typed(4, 1, "2")),
        (
            "Diagonal",
            set(AssessmentChange::value(CellValue::DontKnow), diagonal),
        ),
        (
            "WrongItem",
            Edit::AddLines {
                matrix: MatrixId::fixed(1),
                axis: Axis::Columns,
                items: vec![line(4)],
                before: None,
            },
        ),
        ("Entry", value(CellValue::net_of(Points::whole(7)))),
        ("Entry", value(CellValue::net_of(Points(150)))),
        (
            "Entry",
            value(CellValue::Scored {
                benefit: Points::whole(-1),
                tradeoff: Points::whole(1),
            }),
        ),
        (
            "Entry",
            Edit::ChangeMatrix {
                id: MatrixId::fixed(1),
                matrix: Matrix {
                    scale: ScaleId::fixed(2),
                    ..matrix
                },
            },
        ),
        (
            "Confidence",
            set(
                AssessmentChange {
                    confidence: Some(Some(6)),
                    ..AssessmentChange::default()
                },
                cell(1, 1),
            ),
        ),
        (
            "Weight",
            rows(
                vec![line(1)],
                LineChange {
                    weight: Some(-1.0),
                    hidden: None,
                },
            ),
        ),
        (
            "Weight",
            rows(
                vec![line(1)],
                LineChange {
                    weight: Some(f64::NAN),
                    hidden: None,
                },
            ),
        ),
        ("Weight", Edit::SetLinks(vec![link(0.0)])),
        (
            "ScaleLevels",
            Edit::PutScale {
                id: ScaleId::fixed(3),
                scale: one,
            },
        ),
        (
            "LevelInUse",
            Edit::PutScale {
                id: ScaleId::fixed(1),
                scale: off,
            },
        ),
        ("AgreedStays", Edit::DeleteAssessor(AssessorId::AGREED)),
        (
            "AgreedStays",
            Edit::PutAssessor {
                id: AssessorId::fixed(2),
                assessor: agreed,
            },
        ),
        (
            "EndBeforeStart",
            Edit::AddPolicies(vec![(PolicyId::fixed(70), months)]),
        ),
        (
            "NoSuchLevel",
            Edit::ChangeGoal {
                id: GoalId::fixed(1),
                goal: Goal { level: 3, ..goal },
            },
        ),
        (
            "NoSuchLevel",
            Edit::AddGoals(vec![(
                GoalId::fixed(99),
                Goal {
                    framework: FrameworkId::fixed(1),
                    parent: None,
                    position: 0,
                    level: 9,
                    code: String::new(),
                    name: Label::same("X"),
                    short: Label::default(),
                    text: Label::default(),
                    wording: Wording::Official,
                    colour: None,
                    note: String::new(),
                },
            )]),
        ),
        (
            "Entry",
            Edit::Together {
                label: StepLabel::ChangedMany {
                    subject: Subject::Framework,
                    n: 2,
                },
                edits: vec![
                    Edit::ChangeFramework {
                        id: FrameworkId::fixed(1),
                        framework,
                    },
                    Edit::DeletePolicies(vec![PolicyId::fixed(2)]),
                    value(CellValue::net_of(Points::whole(9))),
                ],
            },
        ),
    ]
}

#[test]
fn a_refused_edit_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ordito");
    let mut document = matrix_document(&path, 3, 4);
    let child = Policy {
        parent: Some(PolicyId::fixed(4)),
        ..policy("Sotto", "S")
    };
    let two = vec![
        (PolicyId::fixed(4), policy("Sopra", "T")),
        (PolicyId::fixed(5), child),
    ];
    let halves = Scale {
        levels: nilsson().levels.into_iter().take(2).collect(),
        ..nilsson()
    };
    let walk = Crosswalk {
        name: "Raccordo".to_owned(),
        from: FrameworkId::fixed(1),
        to: FrameworkId::fixed(1),
        note: String::new(),
        wording: Wording::Official,
    };
    for edit in [
        Edit::AddPolicies(two),
        square(),
        Edit::PutScale {
            id: ScaleId::fixed(2),
            scale: halves,
        },
        Edit::PutCrosswalk {
            id: CrosswalkId::fixed(1),
            crosswalk: walk,
        },
        typed(1, 2, "2"),
        typed(1, 3, "-1"),
    ] {
        document.apply(&edit, &stamp(4)).unwrap().unwrap();
    }
    let before = (
        document.hash(),
        document.revision(),
        document.steps().to_vec(),
        document.undoable().to_vec(),
    );
    for (wanted, edit) in refusals(&document) {
        let refusal = match document.apply(&edit, &stamp(5)) {
            Err(EditError::Refused(refusal)) => refusal,
            other => panic!("{wanted}: {other:?}"),
        };
        assert!(
            format!("{refusal:?}").starts_with(wanted),
            "{refusal:?} is not {wanted}"
        );
        assert!(plan(document.contents(), &edit, &stamp(5)).is_err());
        let after = (
            document.hash(),
            document.revision(),
            document.steps().to_vec(),
            document.undoable().to_vec(),
        );
        assert_eq!(before, after, "{wanted}");
        assert!(document.read_again().unwrap() == *document.contents());
    }
    drop(document);
    let document = Document::open(&path).unwrap();
    assert_eq!(
        (document.hash(), document.steps().to_vec()),
        (before.0, before.2)
    );
}
