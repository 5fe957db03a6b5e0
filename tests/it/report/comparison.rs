//! What a printed comparison says, by hand on a small matrix.

use crate::document::small::{cell, matrix_document, nilsson, reason, stamp, typed};
use ordito::analysis::{Comparison, Side};
use ordito::document::{AssessmentChange, CellEdit, Document, Edit};
use ordito::model::{
    AssessmentKey, Assessor, AssessorId, AssessorKind, CellsCause, Language, MatrixId, Timestamp,
    read_entry,
};
use ordito::report::comparison::{
    LastChange, Printed, Provenance, comparison_file, comparison_workbook,
};
use ordito::report::sheet::{Block, Sheet, SheetFile};
use ordito::words::Words;
use std::collections::BTreeMap;
use std::sync::Arc;

const NOW: Timestamp = Timestamp(1_795_435_200_000);

/// Agreed: 2, −1, blank; 2/−1, n.a., 0. Office: 2, 1, 3; 1, ?, 0. Table: nothing but 2 in the first cell.
fn document(folder: &std::path::Path) -> Document {
    let mut document = matrix_document(&folder.join("a.ordito"), 2, 3);
    for (row, column, entry) in [
        (1, 1, "2"),
        (1, 2, "-1"),
        (2, 1, "2/-1"),
        (2, 2, "n"),
        (2, 3, "0"),
    ] {
        document
            .apply(&typed(row, column, entry), &stamp(10))
            .unwrap();
    }
    document
        .apply(&reason(1, 2, "Consuma suolo"), &stamp(11))
        .unwrap();
    for (n, name) in [(5, "Ufficio"), (6, "Tavolo")] {
        let assessor = Assessor {
            name: name.to_owned(),
            kind: AssessorKind::Office,
            note: String::new(),
            position: 1,
        };
        document
            .apply(
                &Edit::PutAssessor {
                    id: AssessorId::fixed(n),
                    assessor,
                },
                &stamp(12),
            )
            .unwrap();
    }
    let entries = [
        (5, 1, 1, "2"),
        (5, 1, 2, "1"),
        (5, 1, 3, "3"),
        (5, 2, 1, "1"),
        (5, 2, 2, "?"),
        (5, 2, 3, "0"),
    ];
    let entries = entries.into_iter().chain([(6, 1, 1, "2")]);
    let cells = entries.map(|(who, row, column, entry)| CellEdit {
        key: AssessmentKey {
            assessor: AssessorId::fixed(who),
            ..cell(row, column)
        },
        change: AssessmentChange::value(read_entry(entry, &nilsson()).unwrap()),
    });
    let edit = Edit::SetCells {
        cause: CellsCause::Type,
        cells: cells.collect(),
    };
    document.apply(&edit, &stamp(13)).unwrap();
    document
}
fn compared(document: &Document, who: &[AssessorId]) -> Comparison {
    let side = |assessor: &AssessorId| Side {
        contents: document.snapshot(),
        matrix: MatrixId::fixed(1),
        assessor: *assessor,
        round: 0,
        picked: None,
    };
    Comparison::of(who.iter().map(side).collect()).unwrap()
}
fn file(
    comparison: &Comparison,
    changes: &[BTreeMap<AssessmentKey, LastChange>],
    language: Language,
) -> SheetFile {
    let words = Words::new(language);
    let from = Provenance {
        file: "a.ordito".to_owned(),
        moment: "Adesso".to_owned(),
        hash: None,
    };
    let provenance = vec![from; comparison.sides.len()];
    comparison_file(&Printed {
        comparison,
        provenance: &provenance,
        changes,
        words: &words,
        now: NOW,
    })
}
fn blocks<'a>(sheet: &'a Sheet, id: &str) -> &'a [Block] {
    &sheet
        .sections
        .iter()
        .find(|section| section.id == id)
        .unwrap()
        .blocks
}
fn table(sheet: &Sheet, id: &str) -> Vec<Vec<String>> {
    let found = blocks(sheet, id).iter().find_map(|block| match block {
        Block::Table { rows, .. } => Some(rows),
        _ => None,
    });
    found
        .unwrap()
        .iter()
        .map(|row| row.iter().map(|cell| cell.text.clone()).collect())
        .collect()
}

#[test]
fn two_assessors_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    let document = document(folder.path());
    let comparison = compared(&document, &[AssessorId::AGREED, AssessorId::fixed(5)]);
    let file = file(&comparison, &[], Language::It);
    let [sheet] = file.sheets.as_slice() else {
        panic!("{} sheets", file.sheets.len())
    };
    assert_eq!(sheet.title, "Confronto · A Consenso – B Ufficio");
    let Block::Figures { items } = &blocks(sheet, "figures")[0] else {
        panic!()
    };
    let figures: Vec<(&str, &str)> = items
        .iter()
        .map(|item| (item.label.as_str(), item.value.as_str()))
        .collect();
    // Scored by both: 2|2, −1|1, 2/−1|1, 0|0. Nets 2 −1 1 0 and 2 1 1 0: Σ d² = 4; Σx² + Σy² − 2 Σx Σy / n
    // = 6 + 6 − 2·2·4/4 = 8, so κ = 1 − 4/8. Mean |Δ| = 2/4.
    assert_eq!(
        figures,
        [
            ("Celle confrontate", "4"),
            ("Uguali", "2 (50%)"),
            ("Scarto medio assoluto", "0,50"),
            ("Segno opposto", "1"),
            ("Accordo (κ pesato)", "0,50"),
            ("Valutate solo in A", "0"),
            ("Valutate solo in B", "1"),
            ("Altri stati diversi", "1"),
        ]
    );
    let cells = |row: &[&str]| {
        row.iter()
            .map(|text| (*text).to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        table(sheet, "differences"),
        [
            cells(&[
                "P1 Politica 1 (provv.) × 2 Obiettivo 2",
                "−1",
                "+1",
                "+2\nsegno opposto",
                "A: Consuma suolo"
            ]),
            cells(&[
                "P2 Politica 2 (provv.) × 1 Obiettivo 1",
                "+2/−1",
                "+1",
                "≠",
                ""
            ]),
            cells(&[
                "P1 Politica 1 (provv.) × 3 Obiettivo 3",
                "da valutare",
                "+3",
                "solo B",
                ""
            ]),
            cells(&[
                "P2 Politica 2 (provv.) × 2 Obiettivo 2",
                "n.a.",
                "?",
                "≠",
                ""
            ]),
        ]
    );
    assert!(
        matches!(&blocks(sheet, "missing")[1], Block::Text { text } if text.starts_with("Ogni riga"))
    );
    let english = self::file(&comparison, &[], Language::En);
    assert_eq!(
        english.sheets[0].title,
        "Comparison · A Consenso – B Ufficio"
    );
}

#[test]
fn a_third_side_is_a_second_sheet_and_the_workbook_has_all_pairs() {
    let folder = tempfile::tempdir().unwrap();
    let document = document(folder.path());
    let who = [
        AssessorId::AGREED,
        AssessorId::fixed(5),
        AssessorId::fixed(6),
    ];
    let comparison = compared(&document, &who);
    let file = file(&comparison, &[], Language::It);
    let titles: Vec<&str> = file
        .sheets
        .iter()
        .map(|sheet| sheet.title.as_str())
        .collect();
    assert_eq!(
        titles,
        [
            "Confronto · A Consenso – B Ufficio",
            "Confronto · A Consenso – C Tavolo"
        ]
    );
    assert_eq!(file.title, "Confronto · Prova");
    let words = Words::new(Language::It);
    let provenance = vec![Provenance::default(); 3];
    let printed = Printed {
        comparison: &comparison,
        provenance: &provenance,
        changes: &[],
        words: &words,
        now: NOW,
    };
    let book = comparison_workbook(&printed);
    let names: Vec<&str> = book
        .sheets
        .iter()
        .map(|sheet| sheet.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "Confronto",
            "Differenze B – A",
            "Differenze C – A",
            "Corrispondenze",
            "Metodo"
        ]
    );
    let n_rows: Vec<usize> = book.sheets.iter().map(|sheet| sheet.rows.len()).collect();
    // Four differences of the office; the table left four of the five blank, and one is n.a. against blank.
    assert_eq!((n_rows[1], n_rows[2], n_rows[3]), (5, 5, 6));
}

#[test]
fn the_last_change_between_versions_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = document(folder.path());
    let from = document.last_step();
    let then = Arc::new(document.contents_at(from).unwrap());
    document
        .apply(&typed(1, 1, "-3"), &stamp(1_795_400_000_000))
        .unwrap();
    let side = |contents| Side {
        contents,
        matrix: MatrixId::fixed(1),
        assessor: AssessorId::AGREED,
        round: 0,
        picked: None,
    };
    let comparison = Comparison::of(vec![side(then), side(document.snapshot())]).unwrap();
    let changes = document.cell_changes(from, document.last_step()).unwrap();
    let changes = vec![ordito::workspace::last_changes(Some(&changes))];
    let file = file(&comparison, &changes, Language::It);
    let rows = table(&file.sheets[0], "differences");
    assert_eq!(
        (rows.len(), rows[0][1].as_str(), rows[0][2].as_str()),
        (1, "+2", "−3")
    );
    assert!(
        rows[0][4].starts_with("Cambiata da +2 a −3 · prova · "),
        "{}",
        rows[0][4]
    );
}
