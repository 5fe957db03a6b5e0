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
    AssessmentKey, Assessor, AssessorId, AssessorKind, CellsCause, Contents, MatrixId, read_entry,
};
use ordito::workspace::{Action, ComparisonExport, Purpose, Room, Settings};
use std::time::{Duration, Instant};

fn opened(look: Look, size: [f32; 2]) -> Driver {
    let (kept, document) = sample();
    let mut driver = Driver::of(
        kept,
        document,
        Settings {
            look,
            room: Room::Compare,
            ..settings()
        },
        size,
    );
    made(&mut driver);
    driver
}
/// Runs frames, with the background work of the window between them, until something holds.
pub fn until(driver: &mut Driver, holds: impl Fn(&Driver) -> bool) {
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
pub fn made(driver: &mut Driver) {
    driver.harness.step();
    until(driver, |driver| {
        let workspace = &driver.app().workspace;
        workspace
            .comparison()
            .is_some_and(|made| workspace.comparison_holds(&made.sides))
            && workspace.comparing().is_none()
    });
    driver.harness.step();
    driver.settle();
}
pub fn picture(driver: &mut Driver, name: &str) -> Picture {
    look::picture(&mut driver.harness, &format!("compare-{name}"))
}
pub fn contents(driver: &Driver) -> &Contents {
    driver.app().workspace.contents().unwrap()
}
fn matrix(driver: &Driver) -> MatrixId {
    *contents(driver).matrices.keys().next().unwrap()
}
fn assessor(driver: &Driver, name: &str) -> AssessorId {
    *contents(driver)
        .assessors
        .iter()
        .find(|(_, each)| each.name == name)
        .unwrap()
        .0
}
/// Chooses for a side what is listed under this name.
pub fn choose(driver: &mut Driver, side: &str, name: &str) {
    let button = format!("Lato {side}: ");
    driver.harness.get_by_label_contains(&button).click();
    driver.settle();
    driver
        .harness
        .get_all_by_label(name)
        .last()
        .unwrap()
        .click();
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
pub fn listed(driver: &Driver) -> Vec<String> {
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
        (
            "Scarto medio assoluto",
            numbers.number(found.mean_net.unwrap(), 2),
        ),
        ("Segno opposto", numbers.count(found.opposite_signs)),
        (
            "Accordo (κ pesato)",
            numbers.number(found.kappa.unwrap(), 2),
        ),
        (
            "Da un lato solo",
            format!("A {} · B {}", found.only_left, found.only_right),
        ),
    ] {
        driver.harness.get_by_label(&format!("{caption}: {value}"));
    }
    let n = found.differences.len() + found.only_left + found.only_right + found.other_states;
    driver
        .harness
        .get_by_label(&format!("Differenze: {n} di {n}"));
    // The comparison does not hold the document's contents, or every edit would have to copy them.
    let contents = driver.app().workspace.document().unwrap().snapshot();
    assert_eq!(std::sync::Arc::strong_count(&contents), 2);
}

#[test]
fn the_room_is_drawn_in_every_look_and_size() {
    for (look, name) in [
        (Look::Light, "light"),
        (Look::Dark, "dark"),
        (Look::Contrast, "contrast"),
    ] {
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
    driver.harness.get_by_label("Mostra: tutte").click();
    driver.settle();
    driver.harness.get_by_label("solo segno opposto").click();
    driver.settle();
    assert!(found.opposite_signs > 0);
    let lines = listed(&driver);
    assert_eq!(lines.len(), found.opposite_signs.min(lines.len()));
    let first = found.differences.iter().find(|each| each.opposite).unwrap();
    let (code, label) = contents(&driver).item_label(first.row);
    assert!(
        lines[0].starts_with(&format!("{code} {} × ", label.it)),
        "{lines:?}"
    );
    driver
        .harness
        .get_all_by_role(Role::ListBoxOption)
        .next()
        .unwrap()
        .click();
    driver.settle();
    driver.harness.get_by_label("Vai alla cella").click();
    driver.settle();
    let app = driver.app();
    assert_eq!(app.workspace.settings().room, Room::Matrix);
    assert_eq!(
        app.state.rooms.matrix.assessor(),
        assessor(&driver, "Ufficio A")
    );
    assert_eq!(app.state.rooms.matrix.row_under_cursor(), Some(first.row));
    let (code, _) = contents(&driver).item_label(first.column);
    assert!(
        app.state
            .rooms
            .matrix
            .cursor_name(&app.workspace)
            .starts_with(&format!("{code} "))
    );
}

#[test]
fn a_value_taken_over_is_one_step_and_undo_brings_the_old_one_back() {
    let mut driver = two_offices();
    let found = agreement(&driver, "Ufficio A", "Ufficio B");
    let (a, b) = (
        assessor(&driver, "Ufficio A"),
        assessor(&driver, "Ufficio B"),
    );
    let first = found.differences[0];
    let key = |assessor| AssessmentKey {
        matrix: matrix(&driver),
        assessor,
        round: 0,
        row: first.row,
        column: first.column,
    };
    let (in_a, in_b) = (key(a), key(b));
    let before = contents(&driver).assessments[&in_a].clone();
    let theirs = contents(&driver).assessments[&in_b].clone();
    let steps = driver.app().n_steps();
    driver
        .harness
        .get_all_by_role(Role::ListBoxOption)
        .next()
        .unwrap()
        .click();
    driver.settle();
    driver.key_with(Modifiers::COMMAND, Key::T);
    made(&mut driver);
    let after = &contents(&driver).assessments[&in_a];
    assert_eq!(
        (after.value, &after.reason, &after.sources),
        (theirs.value, &theirs.reason, &theirs.sources)
    );
    assert_eq!(driver.app().n_steps(), steps + 1);
    assert_eq!(
        agreement(&driver, "Ufficio A", "Ufficio B").exact,
        found.exact + 1
    );
    let exact = driver
        .app()
        .workspace
        .comparison()
        .unwrap()
        .result
        .as_ref()
        .unwrap()
        .pairs[0]
        .agreement
        .exact;
    assert_eq!(exact, found.exact + 1);
    driver.key_with(Modifiers::COMMAND, Key::Z);
    made(&mut driver);
    assert!(contents(&driver).assessments[&in_a].says_the_same_as(&before));
    let exact = driver
        .app()
        .workspace
        .comparison()
        .unwrap()
        .result
        .as_ref()
        .unwrap()
        .pairs[0]
        .agreement
        .exact;
    assert_eq!(exact, found.exact);
}
#[test]
fn an_edit_elsewhere_makes_the_comparison_anew() {
    let mut driver = two_offices();
    let number = driver.app().workspace.comparison().unwrap().number;
    driver.harness.state_mut().actions.push(Action::Undo);
    driver.harness.step();
    assert!(
        !driver
            .app()
            .workspace
            .comparison_holds(&driver.app().workspace.comparison().unwrap().sides)
    );
    driver.harness.state_mut().actions.push(Action::Redo);
    driver.harness.step();
    made(&mut driver);
    assert!(driver.app().workspace.comparison().unwrap().number > number);
}

/// A small document with a matrix of 3 policies × 4 goals and these entries, `.` for none.
pub fn small_with(folder: &std::path::Path, rows: &[&str]) -> ordito::document::Document {
    let mut document = small::matrix_document(&folder.join("a.ordito"), 3, 4);
    for (row, entries) in (1..).zip(rows) {
        for (column, entry) in (1..)
            .zip(entries.split(' '))
            .filter(|(_, entry)| *entry != ".")
        {
            document
                .apply(&small::typed(row, column, entry), &small::stamp(10))
                .unwrap();
        }
    }
    document
}
pub fn small_room(folder: tempfile::TempDir, document: ordito::document::Document) -> Driver {
    let mut driver = Driver::of(
        folder,
        document,
        Settings {
            room: Room::Compare,
            ..settings()
        },
        [1280.0, 800.0],
    );
    made(&mut driver);
    driver
}
pub fn mode(driver: &mut Driver, name: &str) {
    driver
        .harness
        .get_by_label(&format!("Che cosa si confronta: {name}"))
        .click();
    driver.settle();
}
pub fn figure(driver: &Driver, caption: &str) -> String {
    let start = format!("{caption}: ");
    let node = driver.harness.get_by_label_contains(&start);
    let node = node.accesskit_node();
    node.value()
        .or_else(|| node.label())
        .unwrap_or_default()
        .replacen(&start, "", 1)
}

#[test]
fn a_selection_is_taken_over_as_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = small_with(folder.path(), &["2 -1 . 1", ". 1 . .", ". . 3 ."]);
    let office = AssessorId::fixed(5);
    let assessor = Assessor {
        name: "Ufficio".to_owned(),
        kind: AssessorKind::Office,
        note: String::new(),
        position: 1,
    };
    document
        .apply(
            &Edit::PutAssessor {
                id: office,
                assessor,
            },
            &small::stamp(30),
        )
        .unwrap();
    let cells = [(1, 1, "1"), (1, 2, "-1"), (2, 2, "n"), (2, 3, "2/-1")];
    let cells = cells.map(|(row, column, entry)| CellEdit {
        key: AssessmentKey {
            assessor: office,
            ..small::cell(row, column)
        },
        change: AssessmentChange::value(read_entry(entry, &small::nilsson()).unwrap()),
    });
    let fill = Edit::SetCells {
        cause: CellsCause::Type,
        cells: cells.to_vec(),
    };
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
    driver
        .harness
        .get_by_label("Prendi in A da B (3 celle)")
        .click();
    driver.settle();
    made(&mut driver);
    let now: Vec<String> = [(1, 1), (1, 2), (1, 4), (2, 2), (2, 3), (3, 3)]
        .map(|(r, c)| driver.app().typed(r, c))
        .to_vec();
    assert_eq!(now, ["1", "-1", "1", "n", "2/-1", "3"]);
    assert_eq!(driver.app().n_steps(), steps + 1);
    driver.key_with(Modifiers::COMMAND, Key::Z);
    made(&mut driver);
    assert_eq!(
        (driver.app().typed(1, 1), driver.app().typed(2, 3)),
        ("2".to_owned(), String::new())
    );
}

#[test]
fn the_keyboard_goes_through_panes_list_and_differences() {
    let mut driver = two_offices();
    let selected = |driver: &Driver| {
        let cells = driver.harness.get_all_by_role(Role::GridCell);
        let chosen = cells.filter(|node| node.accesskit_node().is_selected() == Some(true));
        chosen
            .map(|node| node.accesskit_node().label().unwrap_or_default())
            .next()
            .unwrap()
    };
    driver.key_with(Modifiers::COMMAND, Key::Home);
    assert!(selected(&driver).starts_with("A · Ufficio A: 1.1.b "));
    driver.key(Key::Tab);
    assert!(selected(&driver).starts_with("B · Ufficio B: 1.1.b "));
    driver.key(Key::Tab);
    assert!(
        selected(&driver).starts_with("Differenza B − A: 1.1.b "),
        "{}",
        selected(&driver)
    );
    driver.key(Key::ArrowDown);
    driver.key(Key::ArrowRight);
    assert!(selected(&driver).contains("1.1.c Tavoli istituzionali × 2 "));
    driver.key_with(Modifiers::COMMAND, Key::Home);
    driver.key(Key::F9);
    assert!(
        !selected(&driver).ends_with("uguale"),
        "{}",
        selected(&driver)
    );
    driver.key(Key::F6);
    driver.key(Key::Home);
    driver.key(Key::ArrowDown);
    let lines: Vec<String> = listed(&driver);
    let chosen = driver.harness.get_all_by_role(Role::ListBoxOption);
    let at = chosen
        .into_iter()
        .position(|node| node.accesskit_node().is_selected() == Some(true));
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
    assert_eq!(
        figure(&driver, "Celle confrontate"),
        numbers.count(found.both)
    );
    picture(&mut driver, "three");
    driver.harness.get_by_label("Lato contro A: B – A").click();
    driver.settle();
    let found = agreement(&driver, "Ufficio A", "Ufficio B");
    assert_eq!(
        figure(&driver, "Celle confrontate"),
        numbers_of(&driver, found.both)
    );
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
    let settings = Settings {
        room: Room::Compare,
        language,
        ..settings()
    };
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
    assert!(
        page.contains("Ufficio B") && page.contains("231"),
        "{}",
        page.len()
    );
    let hash = driver.app().workspace.document().unwrap().hash();
    assert!(
        page.contains(&hash.to_string()),
        "the hash of the whole document"
    );
}
