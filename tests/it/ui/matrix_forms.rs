//! Forms of the matrix: a source written for a cell, the score buttons, a new matrix with a long name in it.

use super::driver::{Driver, settings};
use crate::document::small::{cell, matrix_document, stamp};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::document::Edit;
use ordito::model::{Cited, Policy, PolicyId};
use ordito::workspace::Command;

fn open_source_form(driver: &mut Driver) {
    driver.harness.get_by_label("Aggiungi una fonte").click();
    driver.settle();
    driver.harness.get_by_label("Nuova fonte…").click();
    driver.settle();
}
/// Citations of the sources of a cell.
fn cited(driver: &Driver, row: u128, column: u128) -> Vec<String> {
    let contents = driver.app().workspace.contents().unwrap();
    let cited: &[Cited] = contents
        .assessments
        .get(&cell(row, column))
        .map_or(&[], |cell| &cell.sources);
    cited
        .iter()
        .map(|cited| contents.sources[&cited.source].citation.clone())
        .collect()
}
fn value_of(driver: &Driver, field: &str) -> Option<String> {
    driver
        .harness
        .query_by_role_and_label(Role::TextInput, field)?
        .value()
}

#[test]
fn a_source_is_text_and_enter_for_the_cell_where_one_began() {
    let mut driver = Driver::small(3, 3);
    driver.key(Key::ArrowDown);
    let steps = driver.app().n_steps();
    open_source_form(&mut driver);
    driver.keys("2020 Rapporto");
    assert_eq!(driver.app().n_steps(), steps, "no score was written");
    assert_eq!(
        value_of(&driver, "Citazione").as_deref(),
        Some("2020 Rapporto")
    );
    driver.key(Key::Enter);
    assert_eq!(cited(&driver, 2, 1), ["2020 Rapporto"]);
    assert_eq!(
        driver.app().n_steps(),
        steps + 1,
        "one step: source and use"
    );
    assert!(value_of(&driver, "Citazione").is_none(), "the form is over");
    // The grid has the keyboard again, where it was.
    driver.keys("3");
    assert_eq!(driver.app().typed(2, 1), "3");
    driver.key_with(Modifiers::COMMAND, Key::Z);
    driver.key_with(Modifiers::COMMAND, Key::Z);
    assert!(
        driver
            .app()
            .workspace
            .contents()
            .unwrap()
            .sources
            .is_empty()
    );
}

#[test]
fn a_source_form_belongs_to_its_cell_and_keeps_what_was_typed() {
    let mut driver = Driver::small(3, 3);
    open_source_form(&mut driver);
    driver.key(Key::Enter);
    assert!(
        value_of(&driver, "Citazione").is_some(),
        "nothing to add yet"
    );
    driver.keys("Piano");
    // Somewhere else in the grid: the form says whose it is.
    driver.key(Key::Escape);
    assert_eq!(value_of(&driver, "Citazione").as_deref(), Some("Piano"));
    driver.key(Key::ArrowDown);
    driver.harness.get_by_label("Per Politica 1 × Obiettivo 1");
    driver
        .harness
        .get_by_role_and_label(Role::TextInput, "Citazione")
        .focus();
    driver.settle();
    driver.key(Key::Enter);
    assert_eq!(
        (cited(&driver, 1, 1), cited(&driver, 2, 1)),
        (vec!["Piano".to_owned()], Vec::new())
    );
    // One that nothing was typed into closes when the cursor goes on.
    open_source_form(&mut driver);
    driver.key(Key::Escape);
    assert!(value_of(&driver, "Citazione").is_none());
    open_source_form(&mut driver);
    driver
        .harness
        .get_by_role_and_label(Role::RowHeader, "P3 Politica 3")
        .click();
    driver.settle();
    assert!(value_of(&driver, "Citazione").is_none());
    // What is typed when the document is left goes in; of the row that is selected, one cell.
    driver.key(Key::Escape);
    open_source_form(&mut driver);
    driver.keys("Delibera");
    let path = driver.app().workspace.file().unwrap().to_owned();
    driver.harness.state_mut().state.asked.push(Command::Close);
    driver.settle();
    let document = ordito::document::Document::open(&path).unwrap();
    assert!(
        document
            .contents()
            .sources
            .values()
            .any(|source| source.citation == "Delibera")
    );
}

const LONG: &str =
    "Programma metropolitano per la riqualificazione energetica degli edifici scolastici superiori";

fn with_a_long_name(size: [f32; 2]) -> Driver {
    let folder = tempfile::tempdir().unwrap();
    let mut document = matrix_document(&folder.path().join("a.ordito"), 4, 4);
    assert!(LONG.chars().count() >= 91);
    let policy = Policy {
        name: LONG.to_owned(),
        code: "P2".to_owned(),
        ..Policy::default()
    };
    document
        .apply(
            &Edit::ChangePolicy {
                id: PolicyId::fixed(2),
                policy,
            },
            &stamp(5),
        )
        .unwrap()
        .unwrap();
    Driver::of(folder, document, settings(), size)
}
fn places(driver: &Driver, role: Role, begins: &str) -> Vec<Rect> {
    let nodes = driver.harness.root().children_recursive();
    let named = nodes.filter(|node| {
        let node = node.accesskit_node();
        node.role() == role && node.label().unwrap_or_default().starts_with(begins)
    });
    named.map(|node| node.rect()).collect()
}

#[test]
fn the_score_buttons_stay_where_they_are() {
    let mut driver = with_a_long_name([1366.0, 768.0]);
    let at = |driver: &Driver| places(driver, Role::RadioButton, "Punteggio: ");
    let first = at(&driver);
    assert_eq!(first.len(), 7);
    driver.key(Key::ArrowDown);
    driver.settle();
    assert!(
        driver
            .harness
            .query_by_label_contains(&format!("{LONG} →"))
            .is_some(),
        "the long name is shown"
    );
    assert_eq!(at(&driver), first);
}

#[test]
fn a_new_matrix_fits_the_window_with_a_long_name_in_it() {
    for size in [[1366.0, 768.0], [1000.0, 700.0]] {
        let mut driver = with_a_long_name(size);
        driver
            .harness
            .state_mut()
            .state
            .asked
            .push(Command::NewMatrix);
        driver.settle();
        driver.settle();
        let screen = driver.harness.ctx.content_rect();
        let boxes = places(&driver, Role::CheckBox, "");
        assert!(boxes.len() > 6, "{size:?}");
        let filters = [
            places(&driver, Role::TextInput, "Righe: "),
            places(&driver, Role::TextInput, "Colonne: "),
        ];
        let (rows, columns) = (filters[0][0], filters[1][0]);
        let long = places(&driver, Role::CheckBox, "P2 ");
        assert_eq!(long.len(), 1);
        assert!(
            long[0].right() <= columns.left(),
            "{size:?}: {:?} runs over {columns:?}",
            long[0]
        );
        for place in boxes.iter().chain(filters.iter().flatten()) {
            assert!(screen.contains_rect(*place), "{size:?}: {place:?}");
        }
        // Both lists are as wide.
        assert!(
            (rows.width() - columns.width()).abs() < 2.0,
            "{size:?}: {rows:?}, {columns:?}"
        );
        let make = driver.harness.get_by_label("Crea la matrice").rect();
        assert!(screen.contains_rect(make), "{size:?}: {make:?}");
    }
}
