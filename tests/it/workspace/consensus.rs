//! The consensus made from several assessors: what it fills, what it carries along, what it leaves.

use crate::document::small::{cell, matrix_document, nilsson, stamp};
use ordito::analysis::{CellMet, ConsensusAsk, LeftOpen, Middle, Way};
use ordito::document::{AssessmentChange, CellEdit, Document, Edit};
use ordito::model::{
    AssessmentKey, Assessor, AssessorId, AssessorKind, CellsCause, Cited, Contribution, Language,
    MatrixId, Source, SourceId, StepLabel, read_entry,
};
use ordito::words::Words;
use ordito::workspace::{ConsensusPlan, assessors_who_answered};
use std::path::Path;

const ONE: AssessorId = AssessorId::fixed(7);
const TWO: AssessorId = AssessorId::fixed(8);

/// A row each of what two offices say, over four columns.
pub fn offices(path: &Path, one: &str, two: &str) -> Document {
    let mut document = matrix_document(path, 1, 4);
    for (id, name, position, said) in [
        (ONE, "Ufficio piani", 1, one),
        (TWO, "Ufficio acque", 2, two),
    ] {
        let assessor = Assessor {
            name: name.to_owned(),
            kind: AssessorKind::Office,
            note: String::new(),
            position,
        };
        document
            .apply(&Edit::PutAssessor { id, assessor }, &stamp(4))
            .unwrap();
        let cells = said
            .split(' ')
            .zip(1..)
            .filter(|(entry, _)| *entry != ".")
            .map(|(entry, column)| CellEdit {
                key: of(id, column),
                change: AssessmentChange::value(read_entry(entry, &nilsson()).unwrap()),
            });
        document
            .apply(
                &Edit::SetCells {
                    cause: CellsCause::Type,
                    cells: cells.collect(),
                },
                &stamp(5),
            )
            .unwrap();
    }
    document
}
fn of(assessor: AssessorId, column: u128) -> AssessmentKey {
    AssessmentKey {
        assessor,
        ..cell(1, column)
    }
}
fn write(document: &mut Document, key: AssessmentKey, change: AssessmentChange) {
    let edit = Edit::SetCells {
        cause: CellsCause::Inspector,
        cells: vec![CellEdit { key, change }],
    };
    document.apply(&edit, &stamp(6)).unwrap().unwrap();
}
fn ask(way: Way) -> ConsensusAsk {
    ConsensusAsk {
        assessors: vec![ONE, TWO],
        way,
        middle: Middle::Lower,
        opposite_signs: false,
        fewest: 2,
    }
}
fn plan(document: &Document, ask: &ConsensusAsk, replace: bool) -> ConsensusPlan {
    ConsensusPlan::of(
        document.contents(),
        &Words::new(Language::It),
        MatrixId::fixed(1),
        ask,
        replace,
    )
}
fn agreed(document: &Document) -> String {
    let value = |column| {
        document
            .contents()
            .assessments
            .get(&cell(1, column))
            .map(|cell| cell.value.to_string())
    };
    (1..=4)
        .map(|column| {
            value(column)
                .filter(|text| !text.is_empty())
                .unwrap_or_else(|| ".".to_owned())
        })
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn what_is_alike_is_filled_in_one_step_and_the_rest_is_left_with_its_reason() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = offices(&folder.path().join("a"), "2 1 n 1", "2 3 1 .");
    assert_eq!(
        assessors_who_answered(document.contents(), MatrixId::fixed(1)),
        [(ONE, 4), (TWO, 3)]
    );
    let made = plan(&document, &ask(Way::Equal), false);
    let why: Vec<CellMet> = made.open.iter().map(|crossing| crossing.met).collect();
    let left = [
        LeftOpen::Apart,
        LeftOpen::SomeNotApplicable,
        LeftOpen::TooFew,
    ]
    .map(CellMet::Left);
    assert_eq!((made.cells.len(), made.n_alike, why), (1, 1, left.to_vec()));
    let before = document.hash();
    let applied = document
        .apply(&made.edit().unwrap(), &stamp(9))
        .unwrap()
        .unwrap();
    assert_eq!(agreed(&document), "2 . . .");
    let label = &document.step(applied.number).unwrap().label;
    assert!(
        matches!(
            label,
            StepLabel::Cells {
                cause: CellsCause::Consensus,
                cells: 1,
                ..
            }
        ),
        "{label:?}"
    );
    // What nobody explained is not explained by us.
    assert_eq!(document.contents().assessments[&cell(1, 1)].reason, "");
    // Once more it finds nothing to do.
    let again = plan(&document, &ask(Way::Equal), false);
    assert_eq!((again.edit(), again.n_same, again.open.len()), (None, 1, 3));
    document.undo(&stamp(10)).unwrap().unwrap();
    assert_eq!(document.hash(), before);
    // One answer is enough where that is asked for; the others stay as they are.
    let alone = plan(
        &document,
        &ConsensusAsk {
            fewest: 1,
            ..ask(Way::Median)
        },
        false,
    );
    document
        .apply(&alone.edit().unwrap(), &stamp(11))
        .unwrap()
        .unwrap();
    assert_eq!(agreed(&document), "2 1 . 1");
}

#[test]
fn agreed_values_stay_unless_they_are_to_be_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = offices(&folder.path().join("a"), "2 2 . .", "2 2 . .");
    let value = |entry: &str| AssessmentChange::value(read_entry(entry, &nilsson()).unwrap());
    write(
        &mut document,
        cell(1, 1),
        AssessmentChange {
            reason: Some("Deciso in giunta".to_owned()),
            ..value("-1")
        },
    );
    let made = plan(&document, &ask(Way::Equal), false);
    assert_eq!((made.cells.len(), made.kept.len()), (1, 1));
    document
        .apply(&made.edit().unwrap(), &stamp(9))
        .unwrap()
        .unwrap();
    assert_eq!(agreed(&document), "-1 2 . .");
    let made = plan(&document, &ask(Way::Equal), true);
    document
        .apply(&made.edit().unwrap(), &stamp(10))
        .unwrap()
        .unwrap();
    assert_eq!(agreed(&document), "2 2 . .");
    // What was written is not lost with the value it was written for.
    assert_eq!(
        document.contents().assessments[&cell(1, 1)].reason,
        "Deciso in giunta"
    );
}

#[test]
fn reasons_come_with_the_names_of_their_authors_and_sources_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = offices(&folder.path().join("a"), "2 1 . .", "2 2 . .");
    for (id, citation) in [(1, "Legge 1"), (2, "Legge 2")] {
        let source = Source {
            citation: citation.to_owned(),
            ..Source::default()
        };
        document
            .apply(
                &Edit::PutSource {
                    id: SourceId::fixed(id),
                    source,
                },
                &stamp(6),
            )
            .unwrap();
    }
    let cited = |ids: &[u128]| -> Vec<Cited> {
        ids.iter()
            .map(|id| Cited {
                source: SourceId::fixed(*id),
                page: String::new(),
            })
            .collect()
    };
    let change = |reason: &str, confidence, ids: &[u128]| AssessmentChange {
        reason: Some(reason.to_owned()),
        mitigation: Some("Alberi".to_owned()),
        contribution: Some(Some(Contribution::Direct)),
        confidence: Some(Some(confidence)),
        sources: Some(cited(ids)),
        ..AssessmentChange::default()
    };
    write(&mut document, of(ONE, 1), change("Meno auto", 4, &[1]));
    write(&mut document, of(TWO, 1), change("Meno rumore", 2, &[1, 2]));
    write(&mut document, of(ONE, 2), change("Più acqua", 3, &[]));
    write(&mut document, of(TWO, 2), change("Più acqua", 3, &[]));
    let made = plan(
        &document,
        &ask(Way::Within(ordito::model::Points::whole(1))),
        false,
    );
    document
        .apply(&made.edit().unwrap(), &stamp(9))
        .unwrap()
        .unwrap();
    let first = &document.contents().assessments[&cell(1, 1)];
    assert_eq!(
        first.reason,
        "Ufficio piani: Meno auto\nUfficio acque: Meno rumore"
    );
    assert_eq!(first.mitigation, "Ufficio piani, Ufficio acque: Alberi");
    assert_eq!(
        (first.confidence, first.contribution),
        (Some(2), Some(Contribution::Direct))
    );
    assert_eq!(first.sources, cited(&[1, 2]));
    // Where they differed, the number says where it comes from.
    let second = &document.contents().assessments[&cell(1, 2)];
    assert_eq!(second.value.to_string(), "1");
    let from = "Mediana inferiore di: Ufficio piani +1, Ufficio acque +2";
    assert_eq!(
        second.reason,
        format!("{from}\nUfficio piani, Ufficio acque: Più acqua")
    );
}
