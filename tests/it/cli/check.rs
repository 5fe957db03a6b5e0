//! `check` says what the structure of the matrices shows, and stays 0 for it.

use super::{done, ordito, refused};
use crate::document::small::{cell, matrix_document, reason, stamp, typed};
use ordito::document::{AssessmentChange, CellEdit, Document, Edit, EditError, Refusal};
use ordito::model::{
    AssessmentKey, Assessor, AssessorId, AssessorKind, CellValue, CellsCause, Contents, DocumentId,
    GoalId, MergeNote, Points, Policy, PolicyId, Timestamp,
};
use std::path::Path;
use std::sync::Arc;

/// Three policies × four goals: policy 2 not scored, goal 2 only harmed, goal 4 only n.a., policy 1 changed after its
/// cells were scored, one reason; office C scores 2 above A and B.
fn document(path: &Path) {
    let mut document = matrix_document(path, 3, 4);
    for (row, column, entry) in [
        (1, 1, "2"),
        (1, 2, "-1"),
        (3, 1, "1/-1"),
        (3, 3, "0"),
        (3, 4, "n"),
    ] {
        document
            .apply(&typed(row, column, entry), &stamp(10))
            .unwrap()
            .unwrap();
    }
    document
        .apply(&reason(1, 1, "perché"), &stamp(11))
        .unwrap()
        .unwrap();
    let mut cells = Vec::new();
    for (n, score) in [(5, 0), (6, 0), (7, 2)] {
        let assessor = Assessor {
            name: format!("Ufficio {}", ["A", "B", "C"][n as usize - 5]),
            kind: AssessorKind::Office,
            note: String::new(),
            position: n as i64,
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
        for (row, column) in [(1, 1), (1, 2), (1, 3), (3, 1), (3, 2)] {
            let key = AssessmentKey {
                assessor: AssessorId::fixed(n),
                ..cell(row, column)
            };
            cells.push(CellEdit {
                key,
                change: AssessmentChange::value(CellValue::net_of(Points::whole(score))),
            });
        }
    }
    document
        .apply(
            &Edit::SetCells {
                cause: CellsCause::Import,
                cells,
            },
            &stamp(12),
        )
        .unwrap()
        .unwrap();
    let id = PolicyId::fixed(1);
    let policy = Policy {
        name: "Piano nuovo".to_owned(),
        ..document.contents().policies[&id].clone()
    };
    // 23 November 2026, noon.
    let late = Timestamp(1_795_435_200_000);
    let stamp = ordito::document::Stamp {
        at: late,
        by: "prova".to_owned(),
    };
    document
        .apply(&Edit::ChangePolicy { id, policy }, &stamp)
        .unwrap()
        .unwrap();
}

#[test]
fn findings_are_said_with_codes_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    document(&at.join("a.ordito"));
    let lines = |text: String| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let expected = [
        "Il file è integro",
        "Matrice «Prova»: 11 osservazioni",
        "  P2: nessun punteggio",
        "  4: nessun punteggio, solo un «n.a.» o «non so»",
        "  2: solo conflitti, con P1",
        "  P1: 2 celle valutate prima dell'ultima modifica della politica (23/11/2026): 1, 2",
        "  Ufficio A: punteggi più bassi di quelli degli altri, in media di 1,00 su 5 celle",
        "  Ufficio B: punteggi più bassi di quelli degli altri, in media di 1,00 su 5 celle",
        "  Ufficio C: punteggi più alti di quelli degli altri, in media di 2,00 su 5 celle",
        "  P1: un punteggio su 2 senza motivazione: 2",
        "  P3: 2 punteggi su 2 senza motivazione: 1, 3",
        "  P1: 2 punteggi su 2 senza fonte: 1, 2",
        "  P3: 2 punteggi su 2 senza fonte: 1, 3",
    ];
    // The order of kinds, and of lines within them, is promised too.
    let found = lines(done(&ordito(at, &["check", "a.ordito"])));
    assert_eq!(found, expected);
    let english = lines(done(&ordito(at, &["--lang", "en", "check", "a.ordito"])));
    assert_eq!(english.len(), found.len());
    assert_eq!(english[4], "  2: only trade-offs, with P1");
    assert_eq!(english[9], "  P1: one score of 2 without a reason: 2");
}

#[test]
fn findings_as_json_have_stable_names() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    document(&at.join("a.ordito"));
    let json: serde_json::Value =
        serde_json::from_str(&done(&ordito(at, &["check", "a.ordito", "--json"]))).unwrap();
    assert_eq!(
        (&json["sound"], &json["matrices"][0]["name"]),
        (&true.into(), &"Prova".into())
    );
    let findings = json["matrices"][0]["findings"].as_array().unwrap();
    let of = |kind: &str| {
        findings
            .iter()
            .find(|finding| finding["finding"] == kind)
            .unwrap()
    };
    assert_eq!(of("nothing_scored")["item"]["code"], "P2");
    assert_eq!(of("nothing_scored")["axis"], "rows");
    assert_eq!(of("nothing_scored")["assessor"], serde_json::Value::Null);
    assert_eq!(
        of("only_tradeoffs")["crossed"][0]["id"],
        PolicyId::fixed(1).to_string()
    );
    assert_eq!(of("only_tradeoffs")["assessor"]["name"], "Consenso");
    assert_eq!(of("older_than_policy")["changed"], 1_795_435_200_000_i64);
    assert_eq!(
        of("older_than_policy")["crossed"].as_array().unwrap().len(),
        2
    );
    assert_eq!(
        (&of("drift")["shift"], &of("drift")["cells"]),
        (&(-1.0).into(), &5.into())
    );
    assert_eq!(
        (
            &of("no_reason")["scored"],
            &of("no_reason")["crossed"][0]["code"]
        ),
        (&2.into(), &"2".into())
    );
    assert_eq!(
        of("no_source")["text"],
        "P1: 2 punteggi su 2 senza fonte: 1, 2"
    );
}

/// Two goals of the matrix, each below the other, and a policy below one that is gone.
fn ring(folder: &Path) -> Contents {
    let document = matrix_document(&folder.join("sound.ordito"), 2, 3);
    let mut contents = document.contents().clone();
    let ids: Vec<GoalId> = contents.goals.keys().copied().take(2).collect();
    for (one, other) in [(0, 1), (1, 0)] {
        contents.goals.get_mut(&ids[one]).unwrap().parent = Some(ids[other]);
    }
    contents.policies.values_mut().next().unwrap().parent = Some(PolicyId::fixed(99));
    contents
}

#[test]
fn rings_and_ids_of_nothing_are_found_and_come_in_by_no_door() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let contents = ring(at);
    let begin = Edit::Begin {
        id: DocumentId::fixed(5),
        contents: Arc::new(contents.clone()),
    };
    drop(Document::create(&at.join("ring.ordito"), &begin, &stamp(1)).unwrap());
    let found = ordito(at, &["check", "ring.ordito"]);
    refused(
        &found,
        &[
            "2 elementi violano una regola",
            "sta sotto sé stessa",
            "non c'è (politica)",
        ],
    );
    let told = String::from_utf8(ordito(at, &["check", "ring.ordito", "--json"]).stdout).unwrap();
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(
        (&told["sound"], &told["breaches"]["n"]),
        (&true.into(), &2.into())
    );
    let tables: Vec<_> = told["breaches"]["list"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| &each["table"])
        .collect();
    assert_eq!(tables, ["policy", "goal"]);
    // By JSON, as a state that is taken back, as what a merge made.
    std::fs::write(
        at.join("ring.json"),
        ordito::export::document_json(&contents),
    )
    .unwrap();
    done(&ordito(at, &["new", "a.ordito"]));
    refused(
        &ordito(at, &["import", "a.ordito", "--from", "ring.json"]),
        &["viola 2 regole", "sta sotto sé stessa"],
    );
    let mut document = Document::open(&at.join("sound.ordito")).unwrap();
    let (name, contents) = ("ring".to_owned(), Arc::new(contents));
    let note = MergeNote::default();
    let doors = [
        Edit::Restore {
            name: name.clone(),
            contents: Arc::clone(&contents),
        },
        Edit::Merge {
            name,
            contents: Arc::clone(&contents),
        },
        Edit::Join { note, contents },
    ];
    for edit in doors {
        let refused = document.apply(&edit, &stamp(2));
        assert!(
            matches!(refused, Err(EditError::Refused(Refusal::Broken(_)))),
            "{refused:?}"
        );
    }
    // A document that has them can be mended: each of the ring moves to the top.
    let mut document = Document::open(&at.join("ring.ordito")).unwrap();
    let id = *document.contents().goals.keys().next().unwrap();
    document
        .apply(
            &Edit::MoveGoal {
                id,
                parent: None,
                before: None,
            },
            &stamp(3),
        )
        .unwrap()
        .unwrap();
    assert!(document.contents().goal_rings().is_empty());
}

#[test]
fn a_matrix_without_lines_or_cells_is_no_trouble_and_a_damaged_file_is_refused_still() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    drop(matrix_document(&at.join("a.ordito"), 2, 3));
    let said = done(&ordito(at, &["check", "a.ordito"]));
    assert!(
        said.contains("Nessun punteggio: 2 righe × 3 colonne tutte da valutare"),
        "{said}"
    );
    done(&ordito(at, &["new", "b.ordito"]));
    assert_eq!(
        done(&ordito(at, &["check", "b.ordito"])),
        "Il file è integro\n"
    );
    std::fs::write(at.join("c.ordito"), "non è un documento").unwrap();
    refused(&ordito(at, &["check", "c.ordito"]), &["c.ordito"]);
}
