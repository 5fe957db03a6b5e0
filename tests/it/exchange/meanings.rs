//! Headings that were not recognised: chosen among the nearest, taken from the document, or made new; one step.

use super::TARGET;
use crate::document::small::{matrix_document, nilsson, stamp};
use ordito::document::Edit;
use ordito::import::{
    Match, MatrixChoices, Meaning, Meanings, Table, preview_matrix, preview_matrix_as,
};
use ordito::model::{Axis, GoalId, Item, Policy, PolicyId};

#[test]
fn a_person_says_what_headings_mean_and_one_step_brings_all_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = matrix_document(&folder.path().join("a.ordito"), 3, 3);
    // A policy of the document that is no row of the matrix.
    let apart = PolicyId::fixed(500);
    let policy = Policy {
        code: "X9".to_owned(),
        name: "Piano del verde".to_owned(),
        ..Policy::default()
    };
    document
        .apply(&Edit::AddPolicies(vec![(apart, policy)]), &stamp(5))
        .unwrap();
    let before = document.contents().hash();
    let steps = document.steps().len();
    let text = "p;1;Clima nuovo\nP1;2;1\nPiano del verde;3;-1\nTutta nuova;1;0\n=Politca 2;2;\n";
    let table = Table::from_text(text).unwrap();
    let plain = preview_matrix(document.contents(), &nilsson(), TARGET, &table);
    let unmatched: Vec<&Match> = plain.unmatched().map(|(_, _, found)| found).collect();
    assert_eq!(unmatched.len(), 4, "{unmatched:?}");
    let Match::Unmatched { nearest, .. } = unmatched[0] else {
        panic!("{unmatched:?}")
    };
    assert_eq!(
        nearest[0],
        Item::Policy(apart),
        "what the document has comes first"
    );
    let Match::Unmatched { nearest, text, .. } = unmatched[2] else {
        panic!("{unmatched:?}")
    };
    assert_eq!(
        (nearest[0], text.as_str()),
        (Item::Policy(PolicyId::fixed(2)), "=Politca 2")
    );
    let (new, goal) = (PolicyId::fixed(700), GoalId::fixed(800));
    let meanings: Meanings = [
        ((Axis::Rows, 2), Meaning::Item(Item::Policy(apart))),
        ((Axis::Rows, 3), Meaning::New(Item::Policy(new))),
        (
            (Axis::Rows, 4),
            Meaning::Item(Item::Policy(PolicyId::fixed(2))),
        ),
        ((Axis::Columns, 2), Meaning::New(Item::Goal(goal))),
    ]
    .into_iter()
    .collect();
    let choices = MatrixChoices {
        meanings,
        ..MatrixChoices::default()
    };
    let preview = preview_matrix_as(document.contents(), &nilsson(), TARGET, &table, &choices);
    assert!(preview.is_whole(), "{preview:?}");
    assert_eq!(preview.changes.len(), 7);
    document
        .apply(
            &preview.edit_with_lines(document.contents(), TARGET, "a.csv"),
            &stamp(6),
        )
        .unwrap()
        .unwrap();
    assert_eq!(document.steps().len(), steps + 1, "one step");
    let contents = document.contents();
    assert_eq!(contents.policies[&new].name, "Tutta nuova");
    assert_eq!(contents.goals[&goal].name.it, "Clima nuovo");
    assert_eq!(contents.lines_of(TARGET.matrix, Axis::Rows).len(), 5);
    assert_eq!(contents.lines_of(TARGET.matrix, Axis::Columns).len(), 4);
    assert_eq!(contents.assessments.len(), 7);
    document.undo(&stamp(7)).unwrap().unwrap();
    assert_eq!(document.contents().hash(), before);
}

#[test]
fn what_nobody_says_a_meaning_of_stays_out_and_is_listed() {
    let folder = tempfile::tempdir().unwrap();
    let document = matrix_document(&folder.path().join("a.ordito"), 3, 3);
    let table = Table::from_text("p;1;2\nP1;2;1\nBoh;3;-1\n").unwrap();
    let preview = preview_matrix_as(
        document.contents(),
        &nilsson(),
        TARGET,
        &table,
        &MatrixChoices::default(),
    );
    assert_eq!((preview.changes.len(), preview.unplaced), (2, 2));
    assert_eq!(preview.unmatched().count(), 1);
}

#[test]
fn headings_are_found_below_titles_and_merged_groups_and_beside_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let document = matrix_document(&folder.path().join("a.ordito"), 3, 3);
    // A title, then a merged heading of groups, then the codes; numbers and groups stand before the codes of rows.
    let text = "Matrice di coerenza;;;;;\n;;;Persone;;Pianeta\nn.;gruppo;politica;1;2;3\n1;A;P1;2;;-1\n2;;P2;;1;\n3;B;P3;0;;7\n";
    let table = Table::from_text(text).unwrap();
    let preview = preview_matrix(document.contents(), &nilsson(), TARGET, &table);
    assert_eq!(
        preview.unmatched().count(),
        0,
        "{:?}",
        preview.unmatched().collect::<Vec<_>>()
    );
    assert_eq!(preview.origin, (2, 2));
    let outside: Vec<&str> = preview
        .outside
        .iter()
        .map(|(_, text)| text.as_str())
        .collect();
    assert_eq!(
        outside,
        [
            "Matrice di coerenza",
            "Persone",
            "Pianeta",
            "n.",
            "gruppo",
            "1",
            "A",
            "2",
            "3",
            "B"
        ]
    );
    assert_eq!(
        preview.outside[2].0,
        ordito::import::Place { row: 2, column: 6 }
    );
    let places: Vec<(usize, usize)> = preview
        .changes
        .iter()
        .map(|each| (each.place.row, each.place.column))
        .collect();
    assert_eq!(
        places,
        [(4, 4), (4, 6), (5, 5), (6, 4)],
        "as a spreadsheet counts"
    );
    let refused: Vec<(usize, usize)> = preview
        .refused
        .iter()
        .map(|each| (each.place.row, each.place.column))
        .collect();
    assert_eq!(refused, [(6, 6)]);
    // A row of the matrix above the headings is no title: nothing is passed over.
    let table = Table::from_text("P1;2;1\np;1;2\nP2;1;1\n").unwrap();
    let preview = preview_matrix(document.contents(), &nilsson(), TARGET, &table);
    assert_eq!(preview.origin, (0, 0));
    assert!(preview.unmatched().count() > 0);
}
