//! What goes over from one side to another, and what stays out.

use crate::document::small::{cell, matrix_document, nilsson, stamp};
use ordito::analysis::{Comparison, Place, Side};
use ordito::document::{AssessmentChange, CellEdit, Document, Edit};
use ordito::model::{
    AssessmentKey, AssessorId, CellsCause, Cited, Contribution, MatrixId, Source, SourceId,
    read_entry,
};
use ordito::workspace::TakeOver;

fn put(document: &mut Document, key: AssessmentKey, change: AssessmentChange) {
    let edit = Edit::SetCells {
        cause: CellsCause::Type,
        cells: vec![CellEdit { key, change }],
    };
    document.apply(&edit, &stamp(10)).unwrap().unwrap();
}
fn source(document: &mut Document, id: u128, citation: &str) {
    let source = Source {
        key: citation.to_owned(),
        citation: citation.to_owned(),
        ..Source::default()
    };
    document
        .apply(
            &Edit::PutSource {
                id: SourceId::fixed(id),
                source,
            },
            &stamp(9),
        )
        .unwrap();
}
fn cited(ids: &[u128]) -> Vec<Cited> {
    ids.iter()
        .map(|id| Cited {
            source: SourceId::fixed(*id),
            page: id.to_string(),
        })
        .collect()
}

#[test]
fn a_cell_goes_over_with_its_reason_and_the_sources_that_are_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut mine = matrix_document(&folder.path().join("mia.ordito"), 2, 3);
    let mut theirs = matrix_document(&folder.path().join("loro.ordito"), 2, 3);
    // 50 is the same source in both, 51 another id for one citation, 52 only theirs.
    source(&mut mine, 50, "Agenda 2030");
    source(&mut mine, 60, "Legge 1");
    source(&mut theirs, 50, "Agenda 2030");
    source(&mut theirs, 51, "Legge 1");
    source(&mut theirs, 52, "Solo loro");
    let value = |entry: &str| Some(read_entry(entry, &nilsson()).unwrap());
    let change = AssessmentChange {
        value: value("2/-1"),
        contribution: Some(Some(Contribution::Indirect)),
        confidence: Some(Some(4)),
        reason: Some("Perché".to_owned()),
        mitigation: Some("Come".to_owned()),
        sources: Some(cited(&[50, 51, 52])),
    };
    put(&mut theirs, cell(1, 1), change);
    put(
        &mut theirs,
        cell(1, 2),
        AssessmentChange {
            value: value("n"),
            ..AssessmentChange::default()
        },
    );
    put(
        &mut mine,
        cell(1, 3),
        AssessmentChange {
            value: value("1"),
            ..AssessmentChange::default()
        },
    );
    let side = |document: &Document| Side {
        contents: document.snapshot(),
        matrix: MatrixId::fixed(1),
        assessor: AssessorId::AGREED,
        round: 0,
        picked: None,
    };
    let comparison = Comparison::of(vec![side(&mine), side(&theirs)]).unwrap();
    let places: Vec<Place> = (0..3).map(|column| Place { row: 0, column }).collect();
    let taken = TakeOver::of(&comparison, 1, 0, &places, mine.contents());
    // What they left blank does not make mine blank.
    assert_eq!(
        (taken.cells.len(), taken.n_nothing, taken.n_sources),
        (2, 1, 1)
    );
    let before = mine.hash();
    mine.apply(&taken.edit(), &stamp(20)).unwrap().unwrap();
    let now = &mine.contents().assessments[&cell(1, 1)];
    let then = &theirs.contents().assessments[&cell(1, 1)];
    assert_eq!(
        (now.value, now.contribution, now.confidence),
        (then.value, then.contribution, then.confidence)
    );
    assert_eq!(
        (now.reason.as_str(), now.mitigation.as_str()),
        ("Perché", "Come")
    );
    let found: Vec<_> = now
        .sources
        .iter()
        .map(|cited| (cited.source, cited.page.as_str()))
        .collect();
    assert_eq!(
        found,
        [(SourceId::fixed(50), "50"), (SourceId::fixed(60), "51")]
    );
    assert_eq!(
        mine.contents().assessments[&cell(1, 2)].value.to_string(),
        "n"
    );
    assert_eq!(
        mine.contents().assessments[&cell(1, 3)].value.to_string(),
        "1"
    );
    mine.undo(&stamp(21)).unwrap().unwrap();
    assert_eq!(mine.hash(), before, "one step back");
}

/// What the other side leaves empty takes nothing away: reason, mitigation, sources, confidence and contribution stay.
#[test]
fn a_value_that_is_taken_over_empties_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut mine = matrix_document(&folder.path().join("mia.ordito"), 1, 1);
    let mut theirs = matrix_document(&folder.path().join("loro.ordito"), 1, 1);
    source(&mut mine, 50, "Agenda 2030");
    source(&mut theirs, 52, "Solo loro");
    let value = |entry: &str| Some(read_entry(entry, &nilsson()).unwrap());
    let change = AssessmentChange {
        value: value("1"),
        contribution: Some(Some(Contribution::Direct)),
        confidence: Some(Some(2)),
        reason: Some("Perché".to_owned()),
        mitigation: Some("Come".to_owned()),
        sources: Some(cited(&[50])),
    };
    put(&mut mine, cell(1, 1), change);
    // A source that is not in this document is none here either.
    let sources = Some(cited(&[52]));
    let change = AssessmentChange {
        value: value("-2"),
        reason: Some("  ".to_owned()),
        sources,
        ..Default::default()
    };
    put(&mut theirs, cell(1, 1), change);
    let side = |document: &Document| Side {
        contents: document.snapshot(),
        matrix: MatrixId::fixed(1),
        assessor: AssessorId::AGREED,
        round: 0,
        picked: None,
    };
    let comparison = Comparison::of(vec![side(&mine), side(&theirs)]).unwrap();
    let before = mine.contents().assessments[&cell(1, 1)].clone();
    let taken = TakeOver::of(
        &comparison,
        1,
        0,
        &[Place { row: 0, column: 0 }],
        mine.contents(),
    );
    mine.apply(&taken.edit(), &stamp(20)).unwrap().unwrap();
    let now = &mine.contents().assessments[&cell(1, 1)];
    assert_eq!(now.value.to_string(), "-2");
    let after = ordito::model::Assessment {
        value: before.value,
        at: before.at,
        by: before.by.clone(),
        ..now.clone()
    };
    assert_eq!(after, before, "all but the value is as it was");
}
