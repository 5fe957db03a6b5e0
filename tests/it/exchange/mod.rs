//! Tables and JSON out and in again: what leaves comes back the same, and what cannot come in is listed.

mod forge;
mod fuzz;
mod hostile;
mod json_rules;
mod meanings;
mod names;
mod open_data;
mod policies;
mod policies_again;
mod random;
mod sample;
mod seen;
mod sheets;
mod template;
mod workbooks;

use crate::document::small::{cell, matrix_document, nilsson, stamp, typed};
use ordito::document::{Document, Edit};
use ordito::export::{TableWay, document_json, guarded, matrix_csv};
use ordito::import::{Match, Place, Table, Target, preview_framework, preview_matrix, read_json};
use ordito::model::{AssessorId, CellValue, Contents, MatrixId};

pub const TARGET: Target = Target {
    matrix: MatrixId::fixed(1),
    assessor: AssessorId::AGREED,
};

fn filled(folder: &std::path::Path) -> Document {
    let mut document = matrix_document(&folder.join("a.ordito"), 4, 5);
    for (row, column, entry) in [
        (1, 1, "2"),
        (1, 2, "-1"),
        (2, 3, "2/-1"),
        (3, 4, "0"),
        (4, 5, "n"),
        (2, 1, "?"),
    ] {
        document
            .apply(&typed(row, column, entry), &stamp(10))
            .unwrap();
    }
    document
}

#[test]
fn a_matrix_leaves_and_comes_back_the_same_in_both_ways() {
    let folder = tempfile::tempdir().unwrap();
    let document = filled(folder.path());
    for way in [TableWay::ExcelItalian, TableWay::OpenData] {
        let bytes = matrix_csv(
            document.contents(),
            TARGET.matrix,
            TARGET.assessor,
            "politica",
            way,
        );
        let table = Table::from_bytes(&bytes).unwrap();
        let same = preview_matrix(document.contents(), &nilsson(), TARGET, &table);
        assert!(same.is_whole() && same.changes.is_empty(), "{same:?}");
        assert_eq!(same.same, 6);
        // Into an empty matrix of the same lines.
        let other = tempfile::tempdir().unwrap();
        let mut empty = matrix_document(&other.path().join("b.ordito"), 4, 5);
        let preview = preview_matrix(empty.contents(), &nilsson(), TARGET, &table);
        assert_eq!(preview.changes.len(), 6);
        empty
            .apply(&preview.edit("b.csv"), &stamp(11))
            .unwrap()
            .unwrap();
        let values = |contents: &Contents| -> Vec<(String, CellValue)> {
            contents
                .assessments
                .iter()
                .map(|(key, cell)| (format!("{key:?}"), cell.value))
                .collect()
        };
        assert_eq!(values(empty.contents()), values(document.contents()));
        empty.undo(&stamp(12)).unwrap().unwrap();
        assert!(empty.contents().assessments.is_empty());
    }
}

#[test]
fn what_cannot_come_in_is_listed_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let document = filled(folder.path());
    let text = "politica;1;2;Obiettivo 3;boh\nP1;7;x;+1;2\nPolitìca  2;1;;;\nP1;1;1;1;1\nPolitica due;1;;;\n";
    let preview = preview_matrix(
        document.contents(),
        &nilsson(),
        TARGET,
        &Table::from_text(text).unwrap(),
    );
    let places: Vec<Place> = preview
        .refused
        .iter()
        .map(|refused| refused.place)
        .collect();
    assert_eq!(
        places,
        [Place { row: 2, column: 2 }, Place { row: 2, column: 3 }]
    );
    assert!(
        matches!(preview.rows[1].1, Match::Name(_)),
        "{:?}",
        preview.rows[1]
    );
    assert!(matches!(preview.rows[2].1, Match::Twice { .. }));
    assert!(matches!(&preview.rows[3].1, Match::Unmatched { nearest, .. } if !nearest.is_empty()));
    assert!(matches!(preview.columns[2].1, Match::Name(_)));
    assert!(matches!(preview.columns[3].1, Match::Unmatched { .. }));
    // "boh" holds one score of P1; the double P1 and the unknown policy hold five.
    assert_eq!(preview.unplaced, 6);
}

#[test]
fn the_whole_document_as_json_comes_back_equal() {
    let folder = tempfile::tempdir().unwrap();
    let document = filled(folder.path());
    let json = document_json(document.contents());
    assert_eq!(read_json(json.as_bytes()).unwrap(), *document.contents());
    for broken in [
        "",
        "{}",
        "[1]",
        &json[..json.len() / 2],
        &json.replace("\"policy\"", "\"boh\""),
    ] {
        assert!(read_json(broken.as_bytes()).is_err());
    }
}

#[test]
fn no_text_leaves_as_a_formula() {
    for text in [
        "=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "\n=1", " =1", "\u{a0}@x", " \n +1", "＝1",
        "'\n=1",
    ] {
        assert!(guarded(text).starts_with('\''));
    }
    for text in ["P1", " P1", "1=1", "'80"] {
        assert_eq!(guarded(text), text);
    }
}

#[test]
fn a_framework_of_ones_own_is_read_with_parents_and_refusals() {
    let text = "codice;nome;parte di;colore\nA;Area;;#112233\nA1;Obiettivo;A;\nB1;Orfano;Z;\nA1;Doppio;A;\nA2;;A;\n";
    let preview = preview_framework(&Table::from_text(text).unwrap(), "Mio").unwrap();
    assert_eq!(preview.goals.len(), 2);
    let places: Vec<String> = preview
        .refused
        .iter()
        .map(|(place, _)| place.to_string())
        .collect();
    assert_eq!(places, ["C4", "A5", "B6"]);
    let folder = tempfile::tempdir().unwrap();
    let mut document = matrix_document(&folder.path().join("a.ordito"), 1, 1);
    let edit: Edit = preview.edit();
    document.apply(&edit, &stamp(9)).unwrap().unwrap();
    assert!(
        document
            .contents()
            .goals
            .values()
            .any(|goal| goal.code == "A1" && goal.level == 1)
    );
}

#[test]
fn any_bytes_are_a_table_or_refused_never_a_panic() {
    let mut state = 3_u64;
    for _ in 0..2_000 {
        let bytes: Vec<u8> = (0..40)
            .map(|_| {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                (state >> 33) as u8
            })
            .collect();
        let _ = Table::from_bytes(&bytes);
    }
    let _ = cell(1, 1);
}
