//! A small matrix, filled, undone and reopened.

use ordito::document::{AssessmentChange, CellEdit, Document, Edit, Stamp};
use ordito::model::{
    AssessmentKey, AssessorId, CellValue, CellsCause, DocumentId, Framework, FrameworkId, Goal,
    GoalId, Info, Item, Label, Matrix, MatrixId, MatrixKind, Points, Policy, PolicyId, Scale,
    ScaleId, ScaleLevel, Timestamp, read_entry,
};

pub fn stamp(at: i64) -> Stamp {
    Stamp {
        at: Timestamp(at),
        by: "prova".to_owned(),
    }
}

pub fn nilsson() -> Scale {
    let level = |value| ScaleLevel {
        value: Points::whole(value),
        label: Label::same(value.to_string()),
        guidance: Label::default(),
        colour: None,
    };
    Scale {
        name: Label::same("Nilsson"),
        levels: (-3..=3).rev().map(level).collect(),
        ..Scale::default()
    }
}

/// A document with `rows` policies, one framework of `columns` goals and the matrix 1 between them.
pub fn matrix_document(path: &std::path::Path, rows: u128, columns: u128) -> Document {
    let mut document = Document::create(path, &first_edit(columns), &stamp(1)).unwrap();
    fill(&mut document, rows, columns);
    document
}

/// The first edit of a document with one framework of `columns` goals.
pub fn first_edit(columns: u128) -> Edit {
    let framework = FrameworkId::fixed(1);
    let goal = |n: u128| {
        let goal = Goal {
            framework,
            parent: None,
            position: 0,
            level: 0,
            code: n.to_string(),
            name: Label::same(format!("Obiettivo {n}")),
            short: Label::default(),
            text: Label::default(),
            wording: ordito::model::Wording::Official,
            colour: None,
            note: String::new(),
        };
        (GoalId::fixed(n), goal)
    };
    Edit::Create {
        info: Info {
            id: DocumentId::fixed(1),
            title: "Prova".to_owned(),
            description: String::new(),
            body: String::new(),
            illustrative: false,
        },
        agreed: "Consenso".to_owned(),
        scales: vec![(ScaleId::fixed(1), nilsson())],
        frameworks: vec![(
            framework,
            Framework {
                name: Label::same("Quadro"),
                levels: vec![Label::same("Obiettivo")],
                ..Framework::default()
            },
            (1..=columns).map(goal).collect(),
        )],
    }
}

/// Adds `rows` policies and the matrix 1 to what `first_edit` made.
pub fn fill(document: &mut Document, rows: u128, columns: u128) {
    let policy = |n: u128| {
        (
            PolicyId::fixed(n),
            Policy {
                name: format!("Politica {n}"),
                code: format!("P{n}"),
                ..Policy::default()
            },
        )
    };
    document
        .apply(
            &Edit::AddPolicies((1..=rows).map(policy).collect()),
            &stamp(2),
        )
        .unwrap();
    let matrix = Matrix {
        name: "Prova".to_owned(),
        kind: MatrixKind::PolicyGoal,
        scale: ScaleId::fixed(1),
        position: 0,
        note: String::new(),
        illustrative: false,
        assessors: Vec::new(),
    };
    let add = Edit::AddMatrix {
        id: MatrixId::fixed(1),
        matrix,
        rows: (1..=rows)
            .map(|n| Item::Policy(PolicyId::fixed(n)))
            .collect(),
        columns: (1..=columns)
            .map(|n| Item::Goal(GoalId::fixed(n)))
            .collect(),
    };
    document.apply(&add, &stamp(3)).unwrap();
}

pub fn cell(row: u128, column: u128) -> AssessmentKey {
    AssessmentKey {
        matrix: MatrixId::fixed(1),
        assessor: AssessorId::AGREED,
        round: 0,
        row: Item::Policy(PolicyId::fixed(row)),
        column: Item::Goal(GoalId::fixed(column)),
    }
}

pub fn typed(row: u128, column: u128, entry: &str) -> Edit {
    let value = read_entry(entry, &nilsson()).unwrap();
    Edit::SetCells {
        cause: CellsCause::Type,
        cells: vec![CellEdit {
            key: cell(row, column),
            change: AssessmentChange::value(value),
        }],
    }
}

/// Writes the reason of a cell.
pub fn reason(row: u128, column: u128, text: &str) -> Edit {
    let change = AssessmentChange {
        reason: Some(text.to_owned()),
        ..AssessmentChange::default()
    };
    Edit::SetCells {
        cause: CellsCause::Inspector,
        cells: vec![CellEdit {
            key: cell(row, column),
            change,
        }],
    }
}

#[test]
fn a_score_is_typed_undone_redone_and_there_after_reopening() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ordito");
    let mut document = matrix_document(&path, 3, 4);
    let before = document.hash();
    document
        .apply(&typed(2, 3, "2/-1"), &stamp(4))
        .unwrap()
        .unwrap();
    let after = document.hash();
    assert_ne!(before, after);
    document.undo(&stamp(5)).unwrap().unwrap();
    assert_eq!(document.hash(), before);
    assert_eq!(document.contents().hash(), before);
    drop(document);
    let mut document = Document::open(&path).unwrap();
    assert_eq!(document.hash(), before);
    document.redo(&stamp(6)).unwrap().unwrap();
    assert_eq!(document.hash(), after);
    assert_eq!(document.read_again().unwrap(), *document.contents());
    let value = document
        .contents()
        .assessments
        .get(&cell(2, 3))
        .unwrap()
        .value;
    assert_eq!(
        value,
        CellValue::Scored {
            benefit: Points::whole(2),
            tradeoff: Points::whole(-1)
        }
    );
    assert_eq!(document.cell_history(&cell(2, 3)).unwrap().len(), 3);
    while document.undo(&stamp(7)).unwrap().is_some() {}
    assert!(document.contents().policies.is_empty());
    assert!(document.doubts().is_empty());
}
