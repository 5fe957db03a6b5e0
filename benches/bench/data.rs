//! Documents to measure with.

use ordito::document::{AssessmentChange, CellEdit, Document, Edit, Stamp};
use ordito::library::{NewDocument, new_document, scale};
use ordito::model::{
    AssessmentKey, AssessorId, CellValue, CellsCause, Framework, FrameworkId, Goal, GoalId, Item,
    Label, Matrix, MatrixId, MatrixKind, Points, Policy, PolicyId, Timestamp, Wording,
};
use std::path::Path;

pub const MATRIX: MatrixId = MatrixId::fixed(1);

pub fn stamp(at: i64) -> Stamp {
    Stamp {
        at: Timestamp(at),
        by: "bench".to_owned(),
    }
}

/// Numbers that are the same in every run.
pub struct Splitmix(pub u64);
impl Splitmix {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
    pub fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }
}

/// A document with a matrix of `rows` policies in groups of ten by `columns` goals in groups of ten, without a score.
pub fn empty_matrix(path: &Path, rows: u128, columns: u128) -> Document {
    let new = NewDocument {
        title: "Bench",
        agreed: "Consenso",
        frameworks: &[],
        illustrative: true,
    };
    let mut document = Document::create(path, &new_document(&new).unwrap(), &stamp(1)).unwrap();
    let framework = FrameworkId::fixed(1);
    let goal = |n: u128, parent: Option<u128>, level: u8| {
        let goal = Goal {
            framework,
            parent: parent.map(GoalId::fixed),
            position: 0,
            level,
            code: if level == 0 {
                format!("G{n}")
            } else {
                format!("{n}")
            },
            name: Label::same(format!("Obiettivo numero {n} con un nome")),
            short: Label::default(),
            text: Label::default(),
            wording: Wording::Provisional,
            colour: None,
            note: String::new(),
        };
        (GoalId::fixed(n), goal)
    };
    let mut goals = Vec::new();
    for n in 0..columns {
        if n % 10 == 0 {
            goals.push(goal(100_000 + n / 10, None, 0));
        }
        goals.push(goal(n + 1, Some(100_000 + n / 10), 1));
    }
    let levels = vec![Label::same("Area"), Label::same("Obiettivo")];
    let edit = Edit::AddFramework {
        id: framework,
        framework: Framework {
            key: "bench".to_owned(),
            name: Label::same("Quadro"),
            levels,
            ..Framework::default()
        },
        goals,
    };
    document.apply(&edit, &stamp(2)).unwrap();
    let mut policies = Vec::new();
    for n in 0..rows {
        if n % 10 == 0 {
            let name = format!("Gruppo {}", n / 10 + 1);
            policies.push((
                PolicyId::fixed(200_000 + n / 10),
                Policy {
                    name,
                    ..Policy::default()
                },
            ));
        }
        let policy = Policy {
            parent: Some(PolicyId::fixed(200_000 + n / 10)),
            code: format!("P{}", n + 1),
            name: format!("Politica numero {} con un nome abbastanza lungo", n + 1),
            ..Policy::default()
        };
        policies.push((PolicyId::fixed(n + 1), policy));
    }
    document
        .apply(&Edit::AddPolicies(policies), &stamp(3))
        .unwrap();
    let matrix = Matrix {
        name: "Bench".to_owned(),
        kind: MatrixKind::PolicyGoal,
        scale: scale("nilsson").unwrap().unwrap().0,
        position: 0,
        note: String::new(),
        illustrative: true,
        assessors: Vec::new(),
    };
    let edit = Edit::AddMatrix {
        id: MATRIX,
        matrix,
        rows: (1..=rows)
            .map(|n| Item::Policy(PolicyId::fixed(n)))
            .collect(),
        columns: (1..=columns)
            .map(|n| Item::Goal(GoalId::fixed(n)))
            .collect(),
    };
    document.apply(&edit, &stamp(4)).unwrap();
    document
}

/// The first `n` cells of the agreed assessor, row by row, with random scores; the first `reasons` of them have one.
pub fn cells_edit(document: &Document, n: usize, reasons: usize, cause: CellsCause) -> Edit {
    let contents = document.contents();
    let rows = contents.lines_of(MATRIX, ordito::model::Axis::Rows);
    let columns = contents.lines_of(MATRIX, ordito::model::Axis::Columns);
    let mut random = Splitmix(7);
    let mut cells = Vec::with_capacity(n);
    for (row, _) in &rows {
        for (column, _) in &columns {
            if cells.len() == n {
                return Edit::SetCells { cause, cells };
            }
            let points = Points::whole(i8::try_from(random.below(7)).unwrap() - 3);
            let value = match random.below(20) {
                0 => CellValue::NotApplicable,
                1 => CellValue::Scored {
                    benefit: Points::whole(2),
                    tradeoff: Points::whole(-1),
                },
                _ => CellValue::net_of(points),
            };
            let mut change = AssessmentChange::value(value);
            if cells.len() < reasons {
                let reason = "La politica agisce su questo obiettivo attraverso servizi, regole e collaborazioni. ";
                change.reason =
                    Some(format!("{reason}{}", cells.len()).repeat(1 + cells.len() % 3));
            }
            let key = AssessmentKey {
                matrix: MATRIX,
                assessor: AssessorId::AGREED,
                round: 0,
                row: *row,
                column: *column,
            };
            cells.push(CellEdit { key, change });
        }
    }
    Edit::SetCells { cause, cells }
}

/// A document on disk with `n` scored cells.
pub fn big_document(path: &Path, rows: u128, columns: u128, n: usize, reasons: usize) {
    let scratch = path.with_extension("work");
    let mut document = empty_matrix(&scratch, rows, columns);
    let edit = cells_edit(&document, n, reasons, CellsCause::Import);
    document.apply(&edit, &stamp(5)).unwrap();
    ordito::storage::write_copy(&scratch, path, true, false).unwrap();
}
