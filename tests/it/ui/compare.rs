//! The room Confronto: sides, figures, list, jump, taking over.
//! Pictures of it: `ORDITO_PICTURES=DIR cargo test --test it ui::compare`.

use super::catalogue::sample;
use super::driver::{Driver, settings};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::analysis::{Agreement, Scores};
use ordito::figure::palette::Look;
use ordito::model::{AssessmentKey, AssessorId, Contents, MatrixId};
use ordito::workspace::{Action, Room, Settings};
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
        assert!(since.elapsed() < Duration::from_secs(20));
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
        workspace.comparison().is_some_and(|made| workspace.comparison_holds(&made.sides)) && !workspace.is_comparing()
    });
    driver.harness.step();
    driver.settle();
}
fn picture(driver: &mut Driver, name: &str) {
    let picture = driver.harness.render().unwrap();
    if let Some(folder) = std::env::var_os("ORDITO_PICTURES") {
        picture.save(std::path::PathBuf::from(folder).join(format!("compare-{name}.png"))).unwrap();
    }
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
}

#[test]
fn the_room_is_drawn_in_every_look_and_size() {
    for (look, name) in [(Look::Light, "light"), (Look::Dark, "dark"), (Look::Contrast, "contrast")] {
        for size in [[1600.0, 1000.0], [1280.0, 800.0]] {
            let mut driver = opened(look, size);
            picture(&mut driver, &format!("{name}-{}", size[0]));
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
    assert_eq!(app.state.matrix.assessor(), assessor(&driver, "Ufficio A"));
    assert_eq!(app.state.matrix.row_under_cursor(), Some(first.row));
    let (code, _) = contents(&driver).item_label(first.column);
    assert!(app.state.matrix.cursor_name(&app.workspace).starts_with(&format!("{code} ")));
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
