//! Sheets of many policies: work grows as they do. Counted, not timed.

use crate::document::small::matrix_document;
use ordito::export::{SheetFormat, SheetJob, Template, write_sheets};
use ordito::model::{
    Assessment, AssessmentKey, AssessorId, Axis, CellValue, Contents, Language, MatrixId, Points,
    StepNumber, Timestamp,
};
use ordito::report::sheet::{Part, Request, Subject};
use ordito::words::Words;

const MATRIX: MatrixId = MatrixId::fixed(1);

/// A matrix of so many policies, scored throughout by two assessors.
fn filled(rows: u128) -> Contents {
    let folder = tempfile::tempdir().unwrap();
    let mut contents = matrix_document(&folder.path().join("a.ordito"), rows, 8)
        .contents()
        .clone();
    let items = |axis| {
        contents
            .lines_of(MATRIX, axis)
            .into_iter()
            .map(|(item, _)| item)
            .collect::<Vec<_>>()
    };
    let (policies, goals) = (items(Axis::Rows), items(Axis::Columns));
    for (n, row) in policies.iter().enumerate() {
        for (m, column) in goals.iter().enumerate() {
            for assessor in [AssessorId::AGREED, AssessorId::fixed(9)] {
                let key = AssessmentKey {
                    matrix: MATRIX,
                    assessor,
                    round: 0,
                    row: *row,
                    column: *column,
                };
                let value = CellValue::net_of(Points::whole(((n + m) % 7) as i8 - 3));
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
    contents
}

/// Cells that are looked at while all sheets are written.
fn work(contents: &Contents, bound: bool) -> u64 {
    let folder = tempfile::tempdir().unwrap();
    let words = Words::new(Language::It);
    let request = Request {
        matrix: MATRIX,
        assessor: AssessorId::AGREED,
        parts: Part::ALL.to_vec(),
        now: Timestamp(0),
        step: StepNumber(1),
    };
    let subjects: Vec<Subject> = contents
        .lines_of(MATRIX, Axis::Rows)
        .iter()
        .filter_map(|(item, _)| item.policy().map(Subject::Policy))
        .collect();
    let job = SheetJob {
        contents,
        words: &words,
        request: &request,
        letterhead: &ordito::model::Letterhead::default(),
        subjects: &subjects,
        format: SheetFormat::Html,
        template: &Template::default(),
        bound,
        folder: folder.path(),
        force: false,
    };
    let before = Contents::walked();
    let written = write_sheets(&job, &ordito::jobs::Progress::unwatched()).unwrap();
    assert_eq!(written.files.len(), if bound { 1 } else { subjects.len() });
    Contents::walked() - before
}

#[test]
fn all_sheets_look_at_each_cell_as_often_however_many_there_are() {
    let (few, many) = (filled(12), filled(48));
    for bound in [true, false] {
        let (one, four) = (work(&few, bound), work(&many, bound));
        assert!(
            one >= few.assessments.len() as u64,
            "the count counts: {one}"
        );
        assert!(
            four <= one * 4,
            "bound {bound}: {one} cells for 12 policies, {four} for 48"
        );
    }
}
