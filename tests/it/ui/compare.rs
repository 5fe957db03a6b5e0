//! The room Confronto: sides, figures, list, jump, taking over.
//! Pictures of it: `ORDITO_PICTURES=DIR cargo test --test it ui::compare`.

use super::catalogue::sample;
use super::driver::{Driver, settings};
use super::look::{self, Picture};
use crate::document::small;
use crate::patience::PATIENCE;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::analysis::{Agreement, Scores};
use ordito::document::{AssessmentChange, CellEdit, Edit};
use ordito::figure::palette::Look;
use ordito::model::{
    AssessmentKey, Assessor, AssessorId, AssessorKind, Axis, CellsCause, Cited, Contents, Item, MatrixId, Milestone,
    MilestoneId, Policy, PolicyId, Source, SourceId, Timestamp, read_entry,
};
use ordito::storage::DataFolder;
use ordito::workspace::{Action, ComparisonExport, Purpose, Room, Settings};
use std::time::{Duration, Instant};

fn opened(look: Look, size: [f32; 2]) -> Driver {
    let (kept, document) = sample();
    let mut driver = Driver::of(kept, document, Settings { look, room: Room::Compare, ..settings() }, size);
    made(&mut driver);
    driver
}
/// Runs frames, with the background work of the window between them, until something holds.
fn until(driver: &mut Driver, holds: impl Fn(&Driver) -> bool) {
    let since = Instant::now();
    while !holds(driver) {
        assert!(since.elapsed() < PATIENCE);
        driver.harness.state_mut().workspace.tick(Instant::now());
        driver.harness.step();
        std::thread::sleep(Duration::from_millis(2));
    }
    driver.settle();
}
/// Runs until the comparison is of what is asked for now.
fn made(driver: &mut Driver) {
    driver.harness.step();
    until(driver, |driver| {
        let workspace = &driver.app().workspace;
        workspace.comparison().is_some_and(|made| workspace.comparison_holds(&made.sides))
            && workspace.comparing().is_none()
    });
    driver.harness.step();
    driver.settle();
}
fn picture(driver: &mut Driver, name: &str) -> Picture {
    look::picture(&mut driver.harness, &format!("compare-{name}"))
}
fn contents(driver: &Driver) -> &Contents {
    driver.app().workspace.contents().unwrap()
}
fn matrix(driver: &Driver) -> MatrixId {
    *contents(driver).matrices.keys().next().unwrap()
}
fn assessor(driver: &Driver, name: &str) -> AssessorId {
    *contents(driver).assessors.iter().find(|(_, each)| each.name == name).unwrap().0
}
/// Chooses for a side what is listed under this name.
fn choose(driver: &mut Driver, side: &str, name: &str) {
    let button = format!("Lato {side}: ");
    driver.harness.get_by_label_contains(&button).click();
    driver.settle();
    driver.harness.get_all_by_label(name).last().unwrap().click();
    driver.settle();
    driver.key(Key::Escape);
    made(driver);
}
fn two_offices() -> Driver {
    let mut driver = opened(Look::Light, [1280.0, 800.0]);
    choose(&mut driver, "A", "Ufficio A");
    choose(&mut driver, "B", "Ufficio B");
    driver
}
fn agreement(driver: &Driver, one: &str, other: &str) -> Agreement {
    let of = |name| Scores::of(contents(driver), matrix(driver), assessor(driver, name)).unwrap();
    Agreement::of(&of(one), &of(other))
}
/// The lines of the list that are on screen.
fn listed(driver: &Driver) -> Vec<String> {
    driver
        .harness
        .get_all_by_role(Role::ListBoxOption)
        .map(|node| node.accesskit_node().label().unwrap_or_default())
        .collect()
}

#[test]
fn two_assessors_of_the_sample_and_their_figures() {
    let driver = two_offices();
    let found = agreement(&driver, "Ufficio A", "Ufficio B");
    assert!(found.both > 50);
    let numbers = driver.app().workspace.words().numbers();
    let share = numbers.percent(found.exact_share().unwrap());
    for (caption, value) in [
        ("Celle confrontate", numbers.count(found.both)),
        ("Uguali", share),
        ("Scarto medio assoluto", numbers.number(found.mean_net.unwrap(), 2)),
        ("Segno opposto", numbers.count(found.opposite_signs)),
        ("Accordo (κ pesato)", numbers.number(found.kappa.unwrap(), 2)),
        ("Da un lato solo", format!("A {} · B {}", found.only_left, found.only_right)),
    ] {
        driver.harness.get_by_label(&format!("{caption}: {value}"));
    }
    let n = found.differences.len() + found.only_left + found.only_right + found.other_states;
    driver.harness.get_by_label(&format!("Differenze: {n} di {n}"));
    // The comparison does not hold the document's contents, or every edit would have to copy them.
    let contents = driver.app().workspace.document().unwrap().snapshot();
    assert_eq!(std::sync::Arc::strong_count(&contents), 2);
}

#[test]
fn the_room_is_drawn_in_every_look_and_size() {
    for (look, name) in [(Look::Light, "light"), (Look::Dark, "dark"), (Look::Contrast, "contrast")] {
        for size in [[1600.0, 1000.0], [1280.0, 800.0]] {
            let mut driver = opened(look, size);
            picture(&mut driver, &format!("{name}-{}", size[0])).is_of(look);
        }
    }
}

#[test]
fn the_list_is_filtered_and_leads_to_the_cell() {
    let mut driver = two_offices();
    let found = agreement(&driver, "Ufficio A", "Ufficio B");
    driver.harness.get_by_label("Mostra: tutte ▾").click();
    driver.settle();
    driver.harness.get_by_label("solo segno opposto").click();
    driver.settle();
    assert!(found.opposite_signs > 0);
    let lines = listed(&driver);
    assert_eq!(lines.len(), found.opposite_signs.min(lines.len()));
    let first = found.differences.iter().find(|each| each.opposite).unwrap();
    let (code, label) = contents(&driver).item_label(first.row);
    assert!(lines[0].starts_with(&format!("{code} {} × ", label.it)), "{lines:?}");
    driver.harness.get_all_by_role(Role::ListBoxOption).next().unwrap().click();
    driver.settle();
    driver.harness.get_by_label("Vai alla cella").click();
    driver.settle();
    let app = driver.app();
    assert_eq!(app.workspace.settings().room, Room::Matrix);
    assert_eq!(app.state.rooms.matrix.assessor(), assessor(&driver, "Ufficio A"));
    assert_eq!(app.state.rooms.matrix.row_under_cursor(), Some(first.row));
    let (code, _) = contents(&driver).item_label(first.column);
    assert!(app.state.rooms.matrix.cursor_name(&app.workspace).starts_with(&format!("{code} ")));
}

#[test]
fn a_value_taken_over_is_one_step_and_undo_brings_the_old_one_back() {
    let mut driver = two_offices();
    let found = agreement(&driver, "Ufficio A", "Ufficio B");
    let (a, b) = (assessor(&driver, "Ufficio A"), assessor(&driver, "Ufficio B"));
    let first = found.differences[0];
    let key =
        |assessor| AssessmentKey { matrix: matrix(&driver), assessor, round: 0, row: first.row, column: first.column };
    let (in_a, in_b) = (key(a), key(b));
    let before = contents(&driver).assessments[&in_a].clone();
    let theirs = contents(&driver).assessments[&in_b].clone();
    let steps = driver.app().n_steps();
    driver.harness.get_all_by_role(Role::ListBoxOption).next().unwrap().click();
    driver.settle();
    driver.key_with(Modifiers::COMMAND, Key::T);
    made(&mut driver);
    let after = &contents(&driver).assessments[&in_a];
    assert_eq!((after.value, &after.reason, &after.sources), (theirs.value, &theirs.reason, &theirs.sources));
    assert_eq!(driver.app().n_steps(), steps + 1);
    assert_eq!(agreement(&driver, "Ufficio A", "Ufficio B").exact, found.exact + 1);
    let exact = driver.app().workspace.comparison().unwrap().result.as_ref().unwrap().pairs[0].agreement.exact;
    assert_eq!(exact, found.exact + 1);
    driver.key_with(Modifiers::COMMAND, Key::Z);
    made(&mut driver);
    assert!(contents(&driver).assessments[&in_a].says_the_same_as(&before));
    let exact = driver.app().workspace.comparison().unwrap().result.as_ref().unwrap().pairs[0].agreement.exact;
    assert_eq!(exact, found.exact);
}
#[test]
fn an_edit_elsewhere_makes_the_comparison_anew() {
    let mut driver = two_offices();
    let number = driver.app().workspace.comparison().unwrap().number;
    driver.harness.state_mut().actions.push(Action::Undo);
    driver.harness.step();
    assert!(!driver.app().workspace.comparison_holds(&driver.app().workspace.comparison().unwrap().sides));
    driver.harness.state_mut().actions.push(Action::Redo);
    driver.harness.step();
    made(&mut driver);
    assert!(driver.app().workspace.comparison().unwrap().number > number);
}

/// A small document with a matrix of 3 policies × 4 goals and these entries, `.` for none.
fn small_with(folder: &std::path::Path, rows: &[&str]) -> ordito::document::Document {
    let mut document = small::matrix_document(&folder.join("a.ordito"), 3, 4);
    for (row, entries) in (1..).zip(rows) {
        for (column, entry) in (1..).zip(entries.split(' ')).filter(|(_, entry)| *entry != ".") {
            document.apply(&small::typed(row, column, entry), &small::stamp(10)).unwrap();
        }
    }
    document
}
fn small_room(folder: tempfile::TempDir, document: ordito::document::Document) -> Driver {
    let mut driver = Driver::of(folder, document, Settings { room: Room::Compare, ..settings() }, [1280.0, 800.0]);
    made(&mut driver);
    driver
}
fn mode(driver: &mut Driver, name: &str) {
    driver.harness.get_by_label(&format!("Che cosa si confronta: {name}")).click();
    driver.settle();
}
fn figure(driver: &Driver, caption: &str) -> String {
    let start = format!("{caption}: ");
    let node = driver.harness.get_by_label_contains(&start);
    let node = node.accesskit_node();
    node.value().or_else(|| node.label()).unwrap_or_default().replacen(&start, "", 1)
}

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
    document.apply(&Edit::put(MilestoneId::fixed(1), milestone), &small::stamp(11)).unwrap();
    let later = |document: &mut ordito::document::Document, row, column, entry, by: &str| {
        let stamp = ordito::document::Stamp { at: Timestamp(1_795_400_000_000), by: by.to_owned() };
        document.apply(&small::typed(row, column, entry), &stamp).unwrap();
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
    driver.harness.get_by_label_contains("Lato A: Inviato alla Regione");
    driver.harness.get_by_label_contains("Lato B: Adesso");
    assert_eq!((figure(&driver, "Celle confrontate"), figure(&driver, "Segno opposto")), ("3".into(), "1".into()));
    assert_eq!(figure(&driver, "Da un lato solo"), "A 0 · B 1");
    let lines = listed(&driver);
    assert_eq!(lines.len(), 2);
    assert!(
        lines[0].starts_with("P1 Politica 1 × 2 Obiettivo 2: A −1, altro lato +1, differenza +2, Bruno · "),
        "{lines:?}"
    );
    assert!(
        lines[1].starts_with("P3 Politica 3 × 4 Obiettivo 4: A –, altro lato +2, differenza solo B, Anna · "),
        "{lines:?}"
    );
    picture(&mut driver, "changed");
    driver.harness.get_by_label("Ordine: grandezza ▾").click();
    driver.settle();
    driver.harness.get_by_label("ultima modifica").click();
    driver.settle();
    assert!(listed(&driver)[0].contains("Anna"), "the cell changed last comes first");
    driver.harness.get_by_label("Ordine: ultima modifica ▾").click();
    driver.settle();
    driver.harness.get_by_label("grandezza").click();
    driver.settle();
    driver.harness.get_all_by_role(Role::ListBoxOption).next().unwrap().click();
    driver.settle();
    driver.harness.get_by_label_contains("Cambiata da −1 a +1, l'ultima di 2 volte da Bruno");
    // The old value comes back as one step; the version itself cannot be written.
    let steps = driver.app().n_steps();
    driver.harness.get_by_label("Prendi in B da A").click();
    driver.settle();
    made(&mut driver);
    assert_eq!((driver.app().typed(1, 2).as_str(), driver.app().n_steps()), ("-1", steps + 1));
    let disabled = driver.harness.get_by_label("Prendi in A da B");
    assert!(disabled.accesskit_node().is_disabled());
    // Any point of the history: after Anna's 3, before Bruno's 1.
    choose_starting(&mut driver, "A", "Passo 8 ");
    assert_eq!((figure(&driver, "Celle confrontate"), figure(&driver, "Segno opposto")), ("3".into(), "1".into()));
    assert!(listed(&driver)[0].contains("A +3, altro lato −1"), "{:?}", listed(&driver));
}
/// Chooses for a side what is listed under a name that begins so.
fn choose_starting(driver: &mut Driver, side: &str, name: &str) {
    driver.harness.get_by_label_contains(&format!("Lato {side}: ")).click();
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
    let source = Source { key: "R1".to_owned(), citation: "Legge regionale 1".to_owned(), ..Source::default() };
    other.apply(&Edit::PutSource { id: SourceId::fixed(70), source: source.clone() }, &small::stamp(20)).unwrap();
    let change = AssessmentChange {
        reason: Some("Perché aiuta".to_owned()),
        sources: Some(vec![Cited { source: SourceId::fixed(70), page: "12".to_owned() }]),
        ..AssessmentChange::default()
    };
    let cells = vec![CellEdit { key: small::cell(1, 2), change }];
    other.apply(&Edit::SetCells { cause: CellsCause::Inspector, cells }, &small::stamp(21)).unwrap();
    // One row only they have, one only I have.
    other.apply(&Edit::DeletePolicies(vec![PolicyId::fixed(3)]), &small::stamp(22)).unwrap();
    let theirs_only = Policy { code: "X9".to_owned(), name: "Solo loro".to_owned(), ..Policy::default() };
    other.apply(&Edit::AddPolicies(vec![(PolicyId::fixed(99), theirs_only)]), &small::stamp(23)).unwrap();
    let row = Edit::AddLines {
        matrix: MatrixId::fixed(1),
        axis: Axis::Rows,
        items: vec![Item::Policy(PolicyId::fixed(99))],
        before: None,
    };
    other.apply(&row, &small::stamp(24)).unwrap();
    other.apply(&small::typed(99, 1, "3"), &small::stamp(25)).unwrap();
    drop(other);
    std::fs::rename(folder.path().join("a.ordito"), &theirs).unwrap();
    for ending in ["ordito-wal", "ordito-shm"] {
        let _ = std::fs::remove_file(folder.path().join("a").with_extension(ending));
    }
    let before = std::fs::read(&theirs).unwrap();
    let mut mine = small_with(folder.path(), &["2 -1 . .", ". 1 . 3", ". . . ."]);
    mine.apply(&Edit::PutSource { id: SourceId::fixed(71), source }, &small::stamp(23)).unwrap();
    let data = DataFolder::at(&folder.path().join("dati")).unwrap();
    let mut driver = small_room(folder, mine);
    driver.harness.state_mut().workspace.keep_in(data);
    mode(&mut driver, "File");
    driver.harness.get_by_label("Nessun altro file");
    driver.harness.get_by_label("Confronta con un altro file…").click();
    driver.settle();
    assert!(driver.app().effects.iter().any(|effect| format!("{effect:?}").contains("OtherFile")));
    let app = driver.harness.state_mut();
    ordito::ui::picked(Purpose::OtherFile, theirs.clone(), &app.workspace, &mut app.state, &mut app.actions);
    driver.harness.step();
    made(&mut driver);
    until(&mut driver, |driver| {
        let made = driver.app().workspace.comparison();
        made.is_some_and(|made| made.sides.iter().any(|side| side.origin.file.is_some()))
    });
    made(&mut driver);
    // Both scored P1×1, P1×2, P2×2; P2×4 only mine; P2×3 and X9×1 only theirs.
    assert_eq!((figure(&driver, "Celle confrontate"), figure(&driver, "Segno opposto")), ("3".into(), "1".into()));
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
    driver.harness.get_all_by_role(Role::ListBoxOption).next().unwrap().click();
    driver.settle();
    driver.key_with(Modifiers::COMMAND, Key::T);
    made(&mut driver);
    let taken = &contents(&driver).assessments[&small::cell(1, 2)];
    assert_eq!((taken.value.to_string().as_str(), taken.reason.as_str()), ("1", "Perché aiuta"));
    let cited: Vec<_> = taken.sources.iter().map(|cited| (cited.source, cited.page.as_str())).collect();
    assert_eq!(cited, [(SourceId::fixed(71), "12")], "the same citation here");
    assert_eq!(std::fs::read(&theirs).unwrap(), before);
    let beside: Vec<String> = std::fs::read_dir(theirs.parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("regione"))
        .collect();
    assert_eq!(beside, ["regione.ordito"]);
    // Somebody changes it meanwhile: read again, it is compared as it is now.
    let mut other = ordito::document::Document::open(&theirs).unwrap();
    other.apply(&small::typed(1, 1, "-3"), &small::stamp(40)).unwrap();
    drop(other);
    driver.harness.get_by_label_contains("Lato B: regione.ordito").click();
    driver.settle();
    picture(&mut driver, "files-popup");
    driver.harness.get_by_label("Rileggi il file").click();
    driver.settle();
    driver.key(Key::Escape);
    until(&mut driver, |driver| {
        driver.harness.query_by_label_contains("P1 Politica 1 × 1 Obiettivo 1: A +2, altro lato −3").is_some()
    });
    assert_eq!(figure(&driver, "Segno opposto"), "1");
}

#[test]
fn a_selection_is_taken_over_as_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = small_with(folder.path(), &["2 -1 . 1", ". 1 . .", ". . 3 ."]);
    let office = AssessorId::fixed(5);
    let assessor =
        Assessor { name: "Ufficio".to_owned(), kind: AssessorKind::Office, note: String::new(), position: 1 };
    document.apply(&Edit::PutAssessor { id: office, assessor }, &small::stamp(30)).unwrap();
    let cells = [(1, 1, "1"), (1, 2, "-1"), (2, 2, "n"), (2, 3, "2/-1")];
    let cells = cells.map(|(row, column, entry)| CellEdit {
        key: AssessmentKey { assessor: office, ..small::cell(row, column) },
        change: AssessmentChange::value(read_entry(entry, &small::nilsson()).unwrap()),
    });
    let fill = Edit::SetCells { cause: CellsCause::Type, cells: cells.to_vec() };
    document.apply(&fill, &small::stamp(31)).unwrap();
    let steps = document.steps().len();
    let mut driver = small_room(folder, document);
    choose(&mut driver, "A", "Consenso");
    choose(&mut driver, "B", "Ufficio");
    driver.key_with(Modifiers::COMMAND, Key::Home);
    for _ in 0..3 {
        driver.key_with(Modifiers::SHIFT, Key::ArrowDown);
        driver.key_with(Modifiers::SHIFT, Key::ArrowRight);
    }
    // 1·1 and 2·2 differ, 2·3 only the office has; 1·2 is the same, 1·4 and 3·3 the office left blank.
    driver.harness.get_by_label("Prendi in A da B (3 celle)").click();
    driver.settle();
    made(&mut driver);
    let now: Vec<String> =
        [(1, 1), (1, 2), (1, 4), (2, 2), (2, 3), (3, 3)].map(|(r, c)| driver.app().typed(r, c)).to_vec();
    assert_eq!(now, ["1", "-1", "1", "n", "2/-1", "3"]);
    assert_eq!(driver.app().n_steps(), steps + 1);
    driver.key_with(Modifiers::COMMAND, Key::Z);
    made(&mut driver);
    assert_eq!((driver.app().typed(1, 1), driver.app().typed(2, 3)), ("2".to_owned(), String::new()));
}

#[test]
fn policies_and_goals_stand_against_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let document = small_with(folder.path(), &["2 -1 3 .", "2 1 . 1", ". . . ."]);
    let mut driver = small_room(folder, document);
    mode(&mut driver, "Politiche");
    made(&mut driver);
    driver.harness.get_by_label_contains("Lato B: P2 Politica 2");
    assert_eq!((figure(&driver, "Celle confrontate"), figure(&driver, "Segno opposto")), ("2".into(), "1".into()));
    assert_eq!(figure(&driver, "Da un lato solo"), "A 1 · B 1");
    driver.harness.get_by_label("B · P2 Politica 2: 2 Obiettivo 2: +1");
    mode(&mut driver, "Obiettivi");
    made(&mut driver);
    // Goals 1 and 2: 2 against −1 and 2 against 1.
    assert_eq!(figure(&driver, "Scarto medio assoluto"), "2,00");
    driver.harness.get_all_by_role(Role::ListBoxOption).next().unwrap().click();
    driver.settle();
    driver.key_with(Modifiers::COMMAND, Key::T);
    made(&mut driver);
    assert_eq!(driver.app().typed(1, 1), "-1", "what goal 2 has of the policy");
}

#[test]
fn a_policy_stands_against_its_variants() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = small_with(folder.path(), &["2 -1 3 .", "2 1 . 1", "1 1 1 ."]);
    let id = PolicyId::fixed(3);
    let policy = Policy { variant_of: Some(PolicyId::fixed(2)), ..document.contents().policies[&id].clone() };
    document.apply(&Edit::ChangePolicy { id, policy }, &small::stamp(40)).unwrap();
    let mut driver = small_room(folder, document);
    mode(&mut driver, "Politiche");
    made(&mut driver);
    driver.harness.get_by_label_contains("Lato A: P2 Politica 2");
    driver.harness.get_by_label_contains("Lato B: P3 Politica 3");
    // 2 against 1, 1 against 1; the third goal only the variant has, the fourth only the policy.
    let scale = (figure(&driver, "Celle confrontate"), figure(&driver, "Scarto medio assoluto"));
    assert_eq!(scale, ("2".into(), "0,50".into()));
    // The list says which are variants, and of what.
    driver.harness.get_by_label_contains("Lato A: P2 Politica 2").click();
    driver.settle();
    driver.harness.get_by_label("P3 Politica 3 (variante di P2)");
}

#[test]
fn the_keyboard_goes_through_panes_list_and_differences() {
    let mut driver = two_offices();
    let selected = |driver: &Driver| {
        let cells = driver.harness.get_all_by_role(Role::GridCell);
        let chosen = cells.filter(|node| node.accesskit_node().is_selected() == Some(true));
        chosen.map(|node| node.accesskit_node().label().unwrap_or_default()).next().unwrap()
    };
    driver.key_with(Modifiers::COMMAND, Key::Home);
    assert!(selected(&driver).starts_with("A · Ufficio A: 1.1.b "));
    driver.key(Key::Tab);
    assert!(selected(&driver).starts_with("B · Ufficio B: 1.1.b "));
    driver.key(Key::Tab);
    assert!(selected(&driver).starts_with("Differenza B − A: 1.1.b "), "{}", selected(&driver));
    driver.key(Key::ArrowDown);
    driver.key(Key::ArrowRight);
    assert!(selected(&driver).contains("1.1.c Tavoli istituzionali × 2 "));
    driver.key_with(Modifiers::COMMAND, Key::Home);
    driver.key(Key::F9);
    assert!(!selected(&driver).ends_with("uguale"), "{}", selected(&driver));
    driver.key(Key::F6);
    driver.key(Key::Home);
    driver.key(Key::ArrowDown);
    let lines: Vec<String> = listed(&driver);
    let chosen = driver.harness.get_all_by_role(Role::ListBoxOption);
    let at = chosen.into_iter().position(|node| node.accesskit_node().is_selected() == Some(true));
    assert_eq!(at, Some(1), "{lines:?}");
    driver.key(Key::Enter);
    assert_eq!(driver.app().workspace.settings().room, Room::Matrix);
    driver.key_with(Modifiers::COMMAND, Key::Num4);
    assert_eq!(driver.app().workspace.settings().room, Room::Compare);
}

#[test]
fn more_sides_only_differences_and_every_mode_are_drawn() {
    let mut driver = two_offices();
    driver.harness.get_by_label("Solo differenze").click();
    driver.settle();
    picture(&mut driver, "only-differences");
    driver.harness.get_by_label("Solo differenze").click();
    driver.settle();
    driver.harness.get_by_label("Aggiungi un lato").click();
    driver.settle();
    choose(&mut driver, "C", "Tavolo 1");
    let found = agreement(&driver, "Ufficio A", "Tavolo 1");
    let numbers = driver.app().workspace.words().numbers();
    assert_eq!(figure(&driver, "Celle confrontate"), numbers.count(found.both));
    picture(&mut driver, "three");
    driver.harness.get_by_label("Lato contro A: B – A").click();
    driver.settle();
    let found = agreement(&driver, "Ufficio A", "Ufficio B");
    assert_eq!(figure(&driver, "Celle confrontate"), numbers_of(&driver, found.both));
    for name in ["Politiche", "Obiettivi", "Versioni", "Matrici", "File"] {
        mode(&mut driver, name);
        if name != "File" {
            made(&mut driver);
        }
        picture(&mut driver, &name.to_lowercase());
    }
    mode(&mut driver, "Versioni");
    driver.harness.get_by_label_contains("Lato A: ").click();
    driver.settle();
    picture(&mut driver, "popup");
}
fn numbers_of(driver: &Driver, n: usize) -> String {
    driver.app().workspace.words().numbers().count(n)
}

#[test]
fn four_sides_and_english_fit() {
    let (kept, document) = sample();
    let language = ordito::model::Language::En;
    let settings = Settings { room: Room::Compare, language, ..settings() };
    let mut driver = Driver::of(kept, document, settings, [1280.0, 800.0]);
    made(&mut driver);
    for _ in 0..2 {
        driver.harness.get_by_label("Add a side").click();
        driver.settle();
        made(&mut driver);
    }
    assert_eq!(driver.app().workspace.comparison().unwrap().sides.len(), 4);
    picture(&mut driver, "english-four");
    let disabled = driver.harness.get_by_label("Add a side");
    assert!(disabled.accesskit_node().is_disabled());
}

#[test]
fn what_is_shown_is_written_in_the_format_of_the_name() {
    let mut driver = two_offices();
    let folder = tempfile::tempdir().unwrap();
    for ending in ["html", "xlsx"] {
        let path = folder.path().join(format!("confronto.{ending}"));
        let app = driver.harness.state_mut();
        ordito::ui::picked(
            Purpose::Export(ComparisonExport.into()),
            path.clone(),
            &app.workspace,
            &mut app.state,
            &mut app.actions,
        );
        driver.harness.step();
        until(&mut driver, |_| path.exists());
    }
    // Long words may be parted where lines end, and are whole when copied.
    let page = std::fs::read_to_string(folder.path().join("confronto.html"))
        .unwrap()
        .replace("<wbr/>", "")
        .replace("<wbr>", "");
    assert!(page.contains("Ufficio B") && page.contains("231"), "{}", page.len());
    let hash = driver.app().workspace.document().unwrap().hash();
    assert!(page.contains(&hash.to_string()), "the hash of the whole document");
}

#[test]
fn a_round_of_a_laboratory_stands_against_what_was_agreed() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = small_with(folder.path(), &["2 -1 . .", ". . . .", ". . . ."]);
    let table = AssessorId::fixed(5);
    let assessor = Assessor { name: "Tavolo".to_owned(), kind: AssessorKind::Table, note: String::new(), position: 1 };
    document.apply(&Edit::PutAssessor { id: table, assessor }, &small::stamp(30)).unwrap();
    let cells = [(1, 1, 1, "2"), (1, 1, 2, "3"), (2, 1, 2, "-1")];
    let cells = cells.map(|(round, row, column, entry)| CellEdit {
        key: AssessmentKey { assessor: table, round, ..small::cell(row, column) },
        change: AssessmentChange::value(read_entry(entry, &small::nilsson()).unwrap()),
    });
    let edit = Edit::SetCells { cause: CellsCause::Lab, cells: cells.to_vec() };
    document.apply(&edit, &small::stamp(31)).unwrap();
    let mut driver = small_room(folder, document);
    choose(&mut driver, "A", "Consenso");
    choose(&mut driver, "B", "Tavolo · giro 1");
    assert_eq!((figure(&driver, "Celle confrontate"), figure(&driver, "Segno opposto")), ("2".into(), "1".into()));
    choose(&mut driver, "B", "Tavolo · giro 2");
    assert_eq!((figure(&driver, "Celle confrontate"), figure(&driver, "Uguali")), ("1".into(), "100%".into()));
    // A third side is the first assessor or round that is not there yet.
    driver.harness.get_by_label("Aggiungi un lato").click();
    driver.settle();
    made(&mut driver);
    driver.harness.get_by_label("Lato C: Tavolo");
}
