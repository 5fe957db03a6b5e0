//! Tables as another reader than ours finds them: calamine, and LibreOffice where the machine has it.

mod linear;
mod office;
mod other_reader;
mod papers;
mod stopped;
mod written;

use crate::document::small::{matrix_document, reason, stamp, typed};
use ordito::document::{Document, Edit, LineChange};
use ordito::model::{
    AssessorId, Axis, Contents, GoalId, Item, Language, MatrixId, PolicyId, StepNumber, Timestamp,
};
use ordito::report::tables::{Tables, Workbook, workbook};
use ordito::words::Words;
use std::path::Path;

const MATRIX: MatrixId = MatrixId::fixed(1);

pub fn book(contents: &Contents, language: Language) -> Workbook {
    book_of(contents, MATRIX, language)
}

pub fn book_of(contents: &Contents, matrix: MatrixId, language: Language) -> Workbook {
    let words = Words::new(language);
    let now = Timestamp(1_795_435_200_000);
    let asked = Tables {
        contents,
        words: &words,
        matrix,
        assessor: AssessorId::AGREED,
        now,
        step: StepNumber(7),
    };
    workbook(&asked).unwrap()
}

/// Texts that a spreadsheet, XML or CSV could take for something else.
const AWKWARD: [&str; 9] = [
    "=1+1",
    "+2",
    "-3",
    "@SUM(A1)",
    "'=già scritto",
    "due  spazi e <b>& \"virgolette\"",
    "riga\nnuova",
    "_x0041_ non è A",
    "😀 à è ì ò ù − “ ”",
];

/// Nine policies by six goals: every state, both sides, weights (0 too), a row that is all n.a. and one that weighs
/// nothing where it is scored.
pub fn awkward(folder: &Path) -> Document {
    let mut document = matrix_document(&folder.join("a.ordito"), 9, 6);
    for (n, name) in (1_u128..).zip(AWKWARD) {
        let id = PolicyId::fixed(n);
        let mut policy = document.contents().policies[&id].clone();
        name.clone_into(&mut policy.name);
        name.clone_into(&mut policy.description);
        policy.budget_cents = Some(123_456_789);
        document
            .apply(&Edit::ChangePolicy { id, policy }, &stamp(9))
            .unwrap();
    }
    let rows = [
        "3 -3 2/-1 0 n ?",
        ". 1 -1 2 -2 .",
        "n n n n n n",
        ". . . . . 3",
        "1/-3 0 0 ? . 2",
        "3/-3 1 -2 1 1 1",
    ];
    for (row, entries) in (1_u128..).zip(rows) {
        for (column, entry) in (1_u128..)
            .zip(entries.split(' '))
            .filter(|(_, entry)| *entry != ".")
        {
            document
                .apply(&typed(row, column, entry), &stamp(10))
                .unwrap();
        }
    }
    for (axis, item, weight) in [
        (Axis::Columns, Item::Goal(GoalId::fixed(2)), 2.0),
        (Axis::Columns, Item::Goal(GoalId::fixed(3)), 0.25),
        (Axis::Columns, Item::Goal(GoalId::fixed(6)), 0.0),
        (Axis::Rows, Item::Policy(PolicyId::fixed(2)), 1.5),
    ] {
        let change = LineChange {
            weight: Some(weight),
            hidden: None,
        };
        document
            .apply(
                &Edit::SetLines {
                    matrix: MATRIX,
                    axis,
                    items: vec![item],
                    change,
                },
                &stamp(11),
            )
            .unwrap();
    }
    document
        .apply(
            &reason(1, 1, "=HYPERLINK(\"http://example.org\")"),
            &stamp(12),
        )
        .unwrap();
    document
        .apply(&reason(1, 3, "prima riga\nseconda riga"), &stamp(12))
        .unwrap();
    document
}
