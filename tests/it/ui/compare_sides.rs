//! What can stand against what: versions, other files, policies, goals, variants, rounds.

use super::compare::{
    choose, contents, figure, listed, made, mode, picture, small_room, small_with, until,
};
use super::driver::Driver;
use crate::document::small;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::document::{AssessmentChange, CellEdit, Edit};
use ordito::model::{
    AssessmentKey, Assessor, AssessorId, AssessorKind, Axis, CellsCause, Cited, Item, MatrixId,
    Milestone, MilestoneId, Policy, PolicyId, Source, SourceId, Timestamp, read_entry,
};
use ordito::storage::DataFolder;
use ordito::workspace::Purpose;

#[test]
fn a_named_version_stands_against_now_with_who_changed_what() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = small_with(folder.path(), &["2 -1 . .", ". 1 . .", ". . . ."]);
    let milestone = Milestone {
        name: "Inviato alla Regione".to_owned(),
        note: String::new(),
        step: document.last_step(),
        at: Timestamp(11),
        by: "prova".to_owned(),
    };
    document
        .apply(
            &Edit::put(MilestoneId::fixed(1), milestone),
            &small::stamp(11),
        )
        .unwrap();
    let later = |document: &mut ordito::document::Document, row, column, entry, by: &str| {
        let stamp = ordito::document::Stamp {
            at: Timestamp(1_795_400_000_000),
            by: by.to_owned(),
        };
        document
            .apply(&small::typed(row, column, entry), &stamp)
            .unwrap();
    };
    later(&mut document, 1, 2, "3", "Anna");
    later(&mut document, 1, 2, "1", "Bruno");
    later(&mut document, 3, 4, "2", "Anna");
    // Back to what it was: no change.
    later(&mut document, 2, 2, "2", "Anna");
    later(&mut document, 2, 2, "1", "Anna");
    let mut driver = small_room(folder, document);
    mode(&mut driver, "Versioni");
    made(&mut driver);
    driver
        .harness
        .get_by_label_contains("Lato A: Inviato alla Regione");
    driver.harness.get_by_label_contains("Lato B: Adesso");
    assert_eq!(
        (
            figure(&driver, "Celle confrontate"),
            figure(&driver, "Segno opposto")
        ),
        ("3".into(), "1".into())
    );
    assert_eq!(figure(&driver, "Da un lato solo"), "A 0 · B 1");
    let lines = listed(&driver);
    assert_eq!(lines.len(), 2);
    assert!(
        lines[0].starts_with(
            "P1 Politica 1 × 2 Obiettivo 2: A −1, altro lato +1, differenza +2, Bruno · "
        ),
        "{lines:?}"
    );
    assert!(
        lines[1].starts_with(
            "P3 Politica 3 × 4 Obiettivo 4: A –, altro lato +2, differenza solo B, Anna · "
        ),
        "{lines:?}"
    );
    picture(&mut driver, "changed");
    driver.harness.get_by_label("Ordine: grandezza").click();
    driver.settle();
    driver.harness.get_by_label("ultima modifica").click();
    driver.settle();
    assert!(
        listed(&driver)[0].contains("Anna"),
        "the cell changed last comes first"
    );
    driver
        .harness
        .get_by_label("Ordine: ultima modifica")
        .click();
    driver.settle();
    driver.harness.get_by_label("grandezza").click();
    driver.settle();
    driver
        .harness
        .get_all_by_role(Role::ListBoxOption)
        .next()
        .unwrap()
        .click();
    driver.settle();
    driver
        .harness
        .get_by_label_contains("Cambiata da −1 a +1, l'ultima di 2 volte da Bruno");
    // The old value comes back as one step; the version itself cannot be written.
    let steps = driver.app().n_steps();
    driver.harness.get_by_label("Prendi in B da A").click();
    driver.settle();
    made(&mut driver);
    assert_eq!(
        (driver.app().typed(1, 2).as_str(), driver.app().n_steps()),
        ("-1", steps + 1)
    );
    let disabled = driver.harness.get_by_label("Prendi in A da B");
    assert!(disabled.accesskit_node().is_disabled());
    // Any point of the history: after Anna's 3, before Bruno's 1.
    choose_starting(&mut driver, "A", "Passo 8 ");
    assert_eq!(
        (
            figure(&driver, "Celle confrontate"),
            figure(&driver, "Segno opposto")
        ),
        ("3".into(), "1".into())
    );
    assert!(
        listed(&driver)[0].contains("A +3, altro lato −1"),
        "{:?}",
        listed(&driver)
    );
}
/// Chooses for a side what is listed under a name that begins so.
fn choose_starting(driver: &mut Driver, side: &str, name: &str) {
    driver
        .harness
        .get_by_label_contains(&format!("Lato {side}: "))
        .click();
    driver.settle();
    driver.harness.get_by_label_contains(name).click();
    driver.settle();
    driver.key(Key::Escape);
    made(driver);
}

#[test]
fn another_file_is_read_compared_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let theirs = folder.path().join("regione.ordito");
    let mut other = small_with(folder.path(), &["2 1 . .", ". 1 0 .", ". . . ."]);
    let source = Source {
        key: "R1".to_owned(),
        citation: "Legge regionale 1".to_owned(),
        ..Source::default()
    };
    other
        .apply(
            &Edit::PutSource {
                id: SourceId::fixed(70),
                source: source.clone(),
            },
            &small::stamp(20),
        )
        .unwrap();
    let change = AssessmentChange {
        reason: Some("Perché aiuta".to_owned()),
        sources: Some(vec![Cited {
            source: SourceId::fixed(70),
            page: "12".to_owned(),
        }]),
        ..AssessmentChange::default()
    };
    let cells = vec![CellEdit {
        key: small::cell(1, 2),
        change,
    }];
    other
        .apply(
            &Edit::SetCells {
                cause: CellsCause::Inspector,
                cells,
            },
            &small::stamp(21),
        )
        .unwrap();
    // One row only they have, one only I have.
    other
        .apply(
            &Edit::DeletePolicies(vec![PolicyId::fixed(3)]),
            &small::stamp(22),
        )
        .unwrap();
    let theirs_only = Policy {
        code: "X9".to_owned(),
        name: "Solo loro".to_owned(),
        ..Policy::default()
    };
    other
        .apply(
            &Edit::AddPolicies(vec![(PolicyId::fixed(99), theirs_only)]),
            &small::stamp(23),
        )
        .unwrap();
    let row = Edit::AddLines {
        matrix: MatrixId::fixed(1),
        axis: Axis::Rows,
        items: vec![Item::Policy(PolicyId::fixed(99))],
        before: None,
    };
    other.apply(&row, &small::stamp(24)).unwrap();
    other
        .apply(&small::typed(99, 1, "3"), &small::stamp(25))
        .unwrap();
    drop(other);
    std::fs::rename(folder.path().join("a.ordito"), &theirs).unwrap();
    for ending in ["ordito-wal", "ordito-shm"] {
        let _ = std::fs::remove_file(folder.path().join("a").with_extension(ending));
    }
    let before = std::fs::read(&theirs).unwrap();
    let mut mine = small_with(folder.path(), &["2 -1 . .", ". 1 . 3", ". . . ."]);
    mine.apply(
        &Edit::PutSource {
            id: SourceId::fixed(71),
            source,
        },
        &small::stamp(23),
    )
    .unwrap();
    let data = DataFolder::at(&folder.path().join("dati")).unwrap();
    let mut driver = small_room(folder, mine);
    driver.harness.state_mut().workspace.keep_in(data);
    mode(&mut driver, "File");
    driver.harness.get_by_label("Nessun altro file");
    driver
        .harness
        .get_by_label("Confronta con un altro file…")
        .click();
    driver.settle();
    assert!(
        driver
            .app()
            .effects
            .iter()
            .any(|effect| format!("{effect:?}").contains("OtherFile"))
    );
    let app = driver.harness.state_mut();
    ordito::ui::picked(
        Purpose::OtherFile,
        theirs.clone(),
        &app.workspace,
        &mut app.state,
        &mut app.actions,
    );
    driver.harness.step();
    made(&mut driver);
    until(&mut driver, |driver| {
        let made = driver.app().workspace.comparison();
        made.is_some_and(|made| made.sides.iter().any(|side| side.origin.file.is_some()))
    });
    made(&mut driver);
    // Both scored P1×1, P1×2, P2×2; P2×4 only mine; P2×3 and X9×1 only theirs.
    assert_eq!(
        (
            figure(&driver, "Celle confrontate"),
            figure(&driver, "Segno opposto")
        ),
        ("3".into(), "1".into())
    );
    assert_eq!(figure(&driver, "Da un lato solo"), "A 1 · B 2");
    let heads: Vec<String> = driver
        .harness
        .get_all_by_role(Role::RowHeader)
        .map(|node| node.accesskit_node().label().unwrap_or_default())
        .collect();
    assert_eq!(
        heads,
        [
            "P1 Politica 1",
            "P2 Politica 2",
            "P3 Politica 3, non c'è in B",
            "Senza corrispondenza in A (da B)",
            "X9 Solo loro, non c'è in A"
        ]
    );
    picture(&mut driver, "counterparts");
    driver
        .harness
        .get_all_by_role(Role::ListBoxOption)
        .next()
        .unwrap()
        .click();
    driver.settle();
    driver.key_with(Modifiers::COMMAND, Key::T);
    made(&mut driver);
    let taken = &contents(&driver).assessments[&small::cell(1, 2)];
    assert_eq!(
        (taken.value.to_string().as_str(), taken.reason.as_str()),
        ("1", "Perché aiuta")
    );
    let cited: Vec<_> = taken
        .sources
        .iter()
        .map(|cited| (cited.source, cited.page.as_str()))
        .collect();
    assert_eq!(
        cited,
        [(SourceId::fixed(71), "12")],
        "the same citation here"
    );
    assert_eq!(std::fs::read(&theirs).unwrap(), before);
    let beside: Vec<String> = std::fs::read_dir(theirs.parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("regione"))
        .collect();
    assert_eq!(beside, ["regione.ordito"]);
    // Somebody changes it meanwhile: read again, it is compared as it is now.
    let mut other = ordito::document::Document::open(&theirs).unwrap();
    other
        .apply(&small::typed(1, 1, "-3"), &small::stamp(40))
        .unwrap();
    drop(other);
    driver
        .harness
        .get_by_label_contains("Lato B: regione.ordito")
        .click();
    driver.settle();
    picture(&mut driver, "files-popup");
    driver.harness.get_by_label("Rileggi il file").click();
    driver.settle();
    driver.key(Key::Escape);
    until(&mut driver, |driver| {
        driver
            .harness
            .query_by_label_contains("P1 Politica 1 × 1 Obiettivo 1: A +2, altro lato −3")
            .is_some()
    });
    assert_eq!(figure(&driver, "Segno opposto"), "1");
}

#[test]
fn policies_and_goals_stand_against_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let document = small_with(folder.path(), &["2 -1 3 .", "2 1 . 1", ". . . ."]);
    let mut driver = small_room(folder, document);
    mode(&mut driver, "Politiche");
    made(&mut driver);
    driver
        .harness
        .get_by_label_contains("Lato B: P2 Politica 2");
    assert_eq!(
        (
            figure(&driver, "Celle confrontate"),
            figure(&driver, "Segno opposto")
        ),
        ("2".into(), "1".into())
    );
    assert_eq!(figure(&driver, "Da un lato solo"), "A 1 · B 1");
    driver
        .harness
        .get_by_label("B · P2 Politica 2: 2 Obiettivo 2: +1");
    mode(&mut driver, "Obiettivi");
    made(&mut driver);
    // Goals 1 and 2: 2 against −1 and 2 against 1.
    assert_eq!(figure(&driver, "Scarto medio assoluto"), "2,00");
    driver
        .harness
        .get_all_by_role(Role::ListBoxOption)
        .next()
        .unwrap()
        .click();
    driver.settle();
    driver.key_with(Modifiers::COMMAND, Key::T);
    made(&mut driver);
    assert_eq!(
        driver.app().typed(1, 1),
        "-1",
        "what goal 2 has of the policy"
    );
}

#[test]
fn a_policy_stands_against_its_variants() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = small_with(folder.path(), &["2 -1 3 .", "2 1 . 1", "1 1 1 ."]);
    let id = PolicyId::fixed(3);
    let policy = Policy {
        variant_of: Some(PolicyId::fixed(2)),
        ..document.contents().policies[&id].clone()
    };
    document
        .apply(&Edit::ChangePolicy { id, policy }, &small::stamp(40))
        .unwrap();
    let mut driver = small_room(folder, document);
    mode(&mut driver, "Politiche");
    made(&mut driver);
    driver
        .harness
        .get_by_label_contains("Lato A: P2 Politica 2");
    driver
        .harness
        .get_by_label_contains("Lato B: P3 Politica 3");
    // 2 against 1, 1 against 1; the third goal only the variant has, the fourth only the policy.
    let scale = (
        figure(&driver, "Celle confrontate"),
        figure(&driver, "Scarto medio assoluto"),
    );
    assert_eq!(scale, ("2".into(), "0,50".into()));
    // The list says which are variants, and of what.
    driver
        .harness
        .get_by_label_contains("Lato A: P2 Politica 2")
        .click();
    driver.settle();
    driver
        .harness
        .get_by_label("P3 Politica 3 (variante di P2)");
}

#[test]
fn a_round_of_a_laboratory_stands_against_what_was_agreed() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = small_with(folder.path(), &["2 -1 . .", ". . . .", ". . . ."]);
    let table = AssessorId::fixed(5);
    let assessor = Assessor {
        name: "Tavolo".to_owned(),
        kind: AssessorKind::Table,
        note: String::new(),
        position: 1,
    };
    document
        .apply(
            &Edit::PutAssessor {
                id: table,
                assessor,
            },
            &small::stamp(30),
        )
        .unwrap();
    let cells = [(1, 1, 1, "2"), (1, 1, 2, "3"), (2, 1, 2, "-1")];
    let cells = cells.map(|(round, row, column, entry)| CellEdit {
        key: AssessmentKey {
            assessor: table,
            round,
            ..small::cell(row, column)
        },
        change: AssessmentChange::value(read_entry(entry, &small::nilsson()).unwrap()),
    });
    let edit = Edit::SetCells {
        cause: CellsCause::Lab,
        cells: cells.to_vec(),
    };
    document.apply(&edit, &small::stamp(31)).unwrap();
    let mut driver = small_room(folder, document);
    choose(&mut driver, "A", "Consenso");
    choose(&mut driver, "B", "Tavolo · giro 1");
    assert_eq!(
        (
            figure(&driver, "Celle confrontate"),
            figure(&driver, "Segno opposto")
        ),
        ("2".into(), "1".into())
    );
    choose(&mut driver, "B", "Tavolo · giro 2");
    assert_eq!(
        (
            figure(&driver, "Celle confrontate"),
            figure(&driver, "Uguali")
        ),
        ("1".into(), "100%".into())
    );
    // A third side is the first assessor or round that is not there yet.
    driver.harness.get_by_label("Aggiungi un lato").click();
    driver.settle();
    made(&mut driver);
    driver.harness.get_by_label("Lato C: Tavolo");
}
