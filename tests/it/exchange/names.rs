//! What headings mean: one folding, the ways of the world to write goals, names of two lines, guesses, exchanged axes;
//! what blank cells, marks and the diagonal say; the same by command line.

use super::TARGET;
use crate::cli::{done, ordito, refused};
use crate::document::small::{matrix_document, nilsson, stamp, typed};
use ordito::document::{Document, Edit};
use ordito::import::{
    Blanks, Match, MatrixChoices, MatrixPreview, Place, Table, Target, WhyNot, preview_matrix,
    preview_matrix_as,
};
use ordito::library;
use ordito::model::{CellValue, Contents, Item, Points, Policy, PolicyId};
use std::path::Path;

fn sample() -> (Contents, Target) {
    let (_folder, document) = crate::ui::catalogue::sample();
    let contents = document.contents().clone();
    let matrix = *contents
        .matrices
        .iter()
        .find(|(_, matrix)| matrix.name == library::SAMPLE_MATRIX)
        .unwrap()
        .0;
    let assessor = *contents
        .assessors
        .iter()
        .find(|(_, each)| each.name == "Ufficio A")
        .unwrap()
        .0;
    (contents, Target { matrix, assessor })
}

fn preview(
    contents: &Contents,
    target: Target,
    text: &str,
    choices: &MatrixChoices,
) -> MatrixPreview {
    let scale = &contents.scales[&contents.matrices[&target.matrix].scale];
    preview_matrix_as(
        contents,
        scale,
        target,
        &Table::with_delimiter(text, b';').unwrap(),
        choices,
    )
}

fn goal(contents: &Contents, code: &str) -> Item {
    let found = contents
        .goals
        .iter()
        .find(|(_, goal)| goal.code == code && goal.level == 1);
    Item::Goal(*found.unwrap().0)
}

#[test]
fn goals_answer_to_the_ways_the_world_writes_them() {
    let (contents, target) = sample();
    for (heading, code) in [
        ("SDG 1", "1"),
        ("sdg13", "13"),
        ("Goal 2", "2"),
        ("OSS 13", "13"),
        ("Obiettivo 1", "1"),
        ("Obiettivo n. 1", "1"),
        ("OBIETTIVO 13: Lotta contro il cambiamento climatico", "13"),
        ("SDG 1 - No Poverty", "1"),
        ("SDG 13 Azione per il clima", "13"),
        ("1. Sconfiggere la povertà", "1"),
        ("1 - Sconfiggere la poverta'", "1"),
        ("2 – Sconfiggere la fame", "2"),
        ("\"1\nSconfiggere la povertà\"", "1"),
        ("01", "1"),
        ("Goal 03", "3"),
        ("Sustainable Development Goal 4", "4"),
        ("Vita sott’acqua", "14"),
        ("Acqua pulita e servizi igienico‑sanitari", "6"),
        ("Citta' e comunita' sostenibili", "11"),
        ("Sconfiggere la povertà\u{200b}", "1"),
        ("Con\u{ad}sumo e pro\u{ad}duzione re\u{ad}sponsabili", "12"),
    ] {
        let found = preview(
            &contents,
            target,
            &format!("p;{heading}\n1.1.b;1\n"),
            &MatrixChoices::default(),
        );
        let item = found.columns.first().and_then(|(_, found)| found.item());
        assert_eq!(
            item,
            Some(goal(&contents, code)),
            "{heading}: {:?}",
            found.columns
        );
    }
    for heading in [
        "Target 1.1",
        "SDG 18",
        "1 Salute e benessere",
        "SDG 1 Salute e benessere",
        "Obiettivo",
        "1.1",
    ] {
        let found = preview(
            &contents,
            target,
            &format!("p;{heading};13\n1.1.b;1;2\n"),
            &MatrixChoices::default(),
        );
        assert_eq!(
            found.columns[0].1.item(),
            None,
            "{heading}: {:?}",
            found.columns
        );
    }
}

#[test]
fn a_heading_of_two_lines_is_given_to_neither() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = matrix_document(&folder.path().join("a.ordito"), 3, 3);
    let same = |n: u128| {
        let policy = document.contents().policies[&PolicyId::fixed(n)].clone();
        (
            PolicyId::fixed(n),
            Policy {
                name: "Monitoraggio e governance".to_owned(),
                ..policy
            },
        )
    };
    for (id, policy) in [same(1), same(3)] {
        document
            .apply(&Edit::ChangePolicy { id, policy }, &stamp(9))
            .unwrap();
    }
    let text = "p;1\nmonitoraggio e GOVERNANCE;2\nP2;1\nP3;-1\n";
    let found = preview_matrix(
        document.contents(),
        &nilsson(),
        TARGET,
        &Table::from_text(text).unwrap(),
    );
    let Match::Several { items, text } = &found.rows[0].1 else {
        panic!("{:?}", found.rows)
    };
    assert_eq!(items, &[1, 3].map(|n| Item::Policy(PolicyId::fixed(n))));
    assert_eq!(text, "monitoraggio e GOVERNANCE");
    assert!(!found.is_whole());
    assert_eq!((found.changes.len(), found.unplaced), (2, 1));
    // With its code it is one.
    let text = "p;1\nP1 Monitoraggio e governance;2\nP3 - Monitoraggio e governance;1\n";
    let found = preview_matrix(
        document.contents(),
        &nilsson(),
        TARGET,
        &Table::from_text(text).unwrap(),
    );
    assert!(found.is_whole(), "{:?}", found.rows);
}

#[test]
fn what_is_clearly_meant_is_a_guess_and_no_line_is_guessed_twice() {
    let (contents, target) = sample();
    let text = "p;Sconfigere la povertà;Istruzion di qualità;Salute;5\n1.1.b;1;2;1;1\n";
    let plain = preview(&contents, target, text, &MatrixChoices::default());
    let clear = |at: usize| match &plain.columns[at].1 {
        Match::Unmatched { clear, .. } => *clear,
        other => panic!("{other:?}"),
    };
    assert_eq!(clear(0), Some(goal(&contents, "1")));
    assert_eq!(clear(1), Some(goal(&contents, "4")));
    assert_eq!(clear(2), None);
    let choices = MatrixChoices {
        guesses: true,
        ..MatrixChoices::default()
    };
    let found = preview(&contents, target, text, &choices);
    assert!(
        matches!(&found.columns[0].1, Match::Guess { text, .. } if text == "Sconfigere la povertà")
    );
    assert!(found.columns[1].1.item().is_some() && found.columns[2].1.item().is_none());
    // The line that another heading names, or clearly means already, is not guessed again.
    let text = "p;1;Sconfigere la povertà\n1.1.b;1;2\n";
    let found = preview(&contents, target, text, &choices);
    assert_eq!(found.columns[1].1.item(), None, "{:?}", found.columns);
    let text = "p;Sconfigere la povertà;Sconfiggere la povertaa\n1.1.b;1;2\n";
    let found = preview(&contents, target, text, &choices);
    assert_eq!(found.columns[1].1.item(), None, "{:?}", found.columns);
}

#[test]
fn exchanged_rows_and_columns_are_read_the_other_way_round_with_places_of_the_file() {
    let (contents, target) = sample();
    let text = "Obiettivo;1.1.b;1.1.c;1.1.d\n1;2;;1\n2;;-1;\n3;1;0;n\n";
    let found = preview(&contents, target, text, &MatrixChoices::default());
    assert!(
        found.transposed && found.is_whole(),
        "{:?}",
        found.unmatched().collect::<Vec<_>>()
    );
    let upright = "Obiettivo;1;2;3\n1.1.b;2;;1\n1.1.c;;-1;0\n1.1.d;1;;n\n";
    let same = preview(&contents, target, upright, &MatrixChoices::default());
    assert!(!same.transposed);
    let of = |preview: &MatrixPreview| {
        let mut changes: Vec<_> = preview
            .changes
            .iter()
            .map(|each| (each.key, each.new))
            .collect();
        changes.sort_by_key(|(key, _)| *key);
        changes
    };
    assert!(!of(&found).is_empty());
    assert_eq!(of(&found), of(&same));
    let score = found
        .changes
        .iter()
        .find(|each| each.new == CellValue::net_of(Points::whole(-1)))
        .unwrap();
    assert_eq!(score.place, Place { row: 3, column: 3 });
    // A person may say that it is not so.
    let upright = MatrixChoices {
        transposed: Some(false),
        ..MatrixChoices::default()
    };
    assert!(!preview(&contents, target, text, &upright).transposed);
}

fn scored(folder: &Path) -> Document {
    let mut document = matrix_document(&folder.join("a.ordito"), 3, 3);
    for (row, column, entry) in [(1, 1, "3"), (1, 2, "-1"), (2, 2, "1")] {
        document
            .apply(&typed(row, column, entry), &stamp(10))
            .unwrap();
    }
    document
}

#[test]
fn blank_cells_leave_what_is_there_unless_a_person_wants_it_taken_away() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = scored(folder.path());
    let table = Table::from_text("p;1;2;3\nP1;;-1;2\nP2; ;\u{200b};\n").unwrap();
    let left = preview_matrix(document.contents(), &nilsson(), TARGET, &table);
    assert_eq!(left.changes.len(), 1, "{:?}", left.changes);
    let blanks: Vec<String> = left
        .blanks
        .iter()
        .map(|blank| format!("{} {}", blank.place, blank.old))
        .collect();
    assert_eq!(blanks, ["B2 3", "C3 1"]);
    let choices = MatrixChoices {
        blanks: Blanks::Empty,
        ..MatrixChoices::default()
    };
    let emptied = preview_matrix_as(document.contents(), &nilsson(), TARGET, &table, &choices);
    assert_eq!(
        (
            emptied.changes.len(),
            emptied.emptied().count(),
            emptied.blanks.len()
        ),
        (3, 2, 0)
    );
    let before = document.contents().hash();
    document
        .apply(&left.edit("a.csv"), &stamp(11))
        .unwrap()
        .unwrap();
    assert_eq!(document.contents().assessments.len(), 4);
    document.undo(&stamp(12)).unwrap().unwrap();
    document
        .apply(&emptied.edit("a.csv"), &stamp(13))
        .unwrap()
        .unwrap();
    assert_eq!(
        document
            .contents()
            .assessments
            .values()
            .filter(|cell| cell.value.is_answered())
            .count(),
        2
    );
    document.undo(&stamp(14)).unwrap().unwrap();
    assert_eq!(document.contents().hash(), before);
}

#[test]
fn marks_are_asked_about_once_and_mean_what_a_person_says() {
    let folder = tempfile::tempdir().unwrap();
    let document = scored(folder.path());
    let table = Table::from_text("p;1;2;3\nP1;X;x;✓\nP2;sì;X;\n").unwrap();
    let found = preview_matrix(document.contents(), &nilsson(), TARGET, &table);
    assert_eq!(found.refused.len(), 5);
    let texts: Vec<(&str, usize)> = found
        .not_entries()
        .iter()
        .map(|(text, places)| (*text, places.len()))
        .collect();
    assert_eq!(texts[0], ("X", 3), "one text, whatever its case");
    let entries = [
        ("x".to_owned(), Some(CellValue::net_of(Points::whole(1)))),
        ("si".to_owned(), None),
    ]
    .into();
    let choices = MatrixChoices {
        entries,
        ..MatrixChoices::default()
    };
    let found = preview_matrix_as(document.contents(), &nilsson(), TARGET, &table, &choices);
    let ones = found
        .changes
        .iter()
        .filter(|each| each.new == CellValue::net_of(Points::whole(1)));
    // (2, 2) is one already.
    assert_eq!((ones.count(), found.same, found.left), (2, 1, 1));
}

#[test]
fn what_fills_the_diagonal_is_passed_over_and_a_score_there_is_refused_as_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    std::fs::write(
        at.join("p.csv"),
        "codice;titolo\nT1;Uno\nT2;Due\nT3;Tre\nT4;Quattro\n",
    )
    .unwrap();
    done(&ordito(
        at,
        &["new", "a.ordito", "--framework", "agenda-2030"],
    ));
    done(&ordito(
        at,
        &["import", "a.ordito", "--policies", "--from", "p.csv"],
    ));
    let square = [
        "--matrix",
        "Q",
        "--kind",
        "policy-policy",
        "--scale",
        "influence",
    ];
    for fill in ["NA", "-", "–", "0", "x", "", "n.a."] {
        let text = format!("q;T1;T2;T3\nT1;{fill};2;1\nT2;1;{fill};3\nT3;2;1;{fill}\n");
        std::fs::write(at.join("q.csv"), text).unwrap();
        let import = [
            &[
                "import",
                "a.ordito",
                "--dry-run",
                "--json",
                "--from",
                "q.csv",
            ],
            &square[..],
        ]
        .concat();
        let said: serde_json::Value = serde_json::from_str(&done(&ordito(at, &import))).unwrap();
        assert_eq!(
            said["changes"].as_array().unwrap().len(),
            6,
            "{fill}: {said}"
        );
        assert_eq!(
            said["diagonal"].as_array().unwrap().len(),
            if fill.is_empty() { 0 } else { 3 },
            "{fill}: {said}"
        );
        assert!(
            said["problems"].as_array().unwrap().is_empty(),
            "{fill}: {said}"
        );
    }
    std::fs::write(at.join("q.csv"), "q;T1;T2\nT1;2;1\nT2;1;NA\n").unwrap();
    let import = [&["import", "a.ordito", "--from", "q.csv"], &square[..]].concat();
    refused(
        &ordito(at, &import),
        &["B2", "«2» valuta una voce su se stessa"],
    );
}

#[test]
fn by_command_line_new_and_near_lines_come_in_only_when_they_are_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito", "--sample"]));
    let headings: Vec<String> = (0..40).map(|n| format!("Cosa mai vista {n}")).collect();
    let text = format!(
        "p;Sconfigere la povertà;{}\n1.1.b;1{}\n",
        headings.join(";"),
        ";2".repeat(40)
    );
    std::fs::write(at.join("a.csv"), text).unwrap();
    let import = [
        "import",
        "a.ordito",
        "--from",
        "a.csv",
        "--assessor",
        "ufficio  a",
    ];
    // Five problems and their count, whatever there are; what can be done about them.
    let output = ordito(at, &import);
    refused(
        &output,
        &[
            "B1: «Sconfigere la povertà»",
            "altri 36 problemi",
            "--accept-near",
            "--create",
        ],
    );
    assert!(output.stderr.len() < 2_000, "{}", output.stderr.len());
    refused(
        &ordito(at, &[&import[..], &["--accept-near"]].concat()),
        &["«Cosa mai vista 0»"],
    );
    refused(
        &ordito(at, &[&import[..], &["--create"]].concat()),
        &["sembra «1 Sconfiggere la povertà»"],
    );
    let both = [&import[..], &["--accept-near", "--create", "--json"]].concat();
    let said: serde_json::Value = serde_json::from_str(&done(&ordito(at, &both))).unwrap();
    assert_eq!(said["guessed"][0]["item"], "1");
    assert_eq!(
        said["changes"].as_array().unwrap().len(),
        40 + usize::from(said["same"] == 0),
        "{said}"
    );
    // The assessor is the one who is there, whatever case and spaces; one who is nearly called so is asked about.
    let assessors = done(&ordito(at, &["history", "a.ordito"]));
    assert!(!assessors.contains("ufficio  a"), "{assessors}");
    let near = [
        "import",
        "a.ordito",
        "--from",
        "b.csv",
        "--assessor",
        "Uffficio A",
    ];
    std::fs::write(at.join("b.csv"), "p;1\n1.1.b;1\n").unwrap();
    refused(
        &ordito(at, &near),
        &["sembra «Ufficio A»", "--accept-near", "--create"],
    );
    let made = done(&ordito(
        at,
        &[
            "import",
            "a.ordito",
            "--from",
            "b.csv",
            "--assessor",
            "Tutt'altro",
            "--dry-run",
        ],
    ));
    assert!(made.contains("Valutatore nuovo: Tutt'altro"), "{made}");
    let marks = ["import", "a.ordito", "--from", "c.csv", "--entry", "X=1"];
    std::fs::write(at.join("c.csv"), "p;1;2\n1.1.c;X;x\n").unwrap();
    refused(
        &ordito(at, &marks[..4]),
        &["2 celle con «X»", "(B2, C2)", "+2 rafforza", "--entry"],
    );
    assert!(!done(&ordito(at, &marks)).contains("«X»"));
    refused(
        &ordito(
            at,
            &["import", "a.ordito", "--from", "c.csv", "--entry", "X=boh"],
        ),
        &["X=boh"],
    );
}

#[test]
fn a_refusal_says_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let document = scored(folder.path());
    let table = Table::from_text("p;1;2\nP1;7;boh\n").unwrap();
    let found = preview_matrix(document.contents(), &nilsson(), TARGET, &table);
    assert!(
        found
            .refused
            .iter()
            .all(|refused| matches!(refused.why, WhyNot::Entry(_)))
    );
    assert_eq!(
        found.not_entries().len(),
        1,
        "7 is an entry of another scale"
    );
}
