//! Widths of columns and of the names of rows: dragged, by keys, fitted, and remembered.

use super::driver::{Driver, settings};
use crate::document::small;
use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, Rect, vec2};
use egui_kittest::kittest::Queryable as _;
use ordito::workspace::{Action, Command, Settings};
use std::path::Path;
use std::time::{Duration, Instant};

/// A matrix of 4 × 6 in a window whose settings are kept in a file.
fn driver(file: &Path) -> Driver {
    let folder = tempfile::tempdir().unwrap();
    let document = small::matrix_document(&folder.path().join("a.ordito"), 4, 6);
    let known = Settings::load(file);
    let settings = Settings {
        widths: known.widths,
        file: Some(file.to_owned()),
        ..settings()
    };
    Driver::of(folder, document, settings, [1280.0, 800.0])
}
/// The head of a column by its place.
fn column(driver: &Driver, at: usize) -> Rect {
    driver
        .harness
        .get_all_by_role(Role::ColumnHeader)
        .nth(at)
        .unwrap()
        .rect()
}
fn row(driver: &Driver) -> Rect {
    driver
        .harness
        .get_all_by_role(Role::RowHeader)
        .next()
        .unwrap()
        .rect()
}
fn drag(driver: &mut Driver, from: Pos2, by: f32) {
    driver.harness.hover_at(from);
    driver.harness.step();
    driver.harness.drag_at(from);
    driver.harness.step();
    for part in [0.5, 1.0] {
        driver.harness.hover_at(from + vec2(by * part, 0.0));
        driver.harness.step();
    }
    driver.harness.drop_at(from + vec2(by, 0.0));
    driver.settle();
}
fn double_click(driver: &mut Driver, at: Pos2) {
    // Not a third click of those before.
    driver.wait(0.8);
    for _ in 0..2 {
        driver.harness.hover_at(at);
        driver.harness.drag_at(at);
        driver.harness.step();
        driver.harness.drop_at(at);
        driver.harness.step();
    }
    driver.settle();
}
fn border(driver: &Driver, at: usize) -> Pos2 {
    let rect = column(driver, at);
    Pos2::new(rect.right(), rect.center().y)
}
fn ask(driver: &mut Driver, command: Command) {
    driver.harness.state_mut().state.asked.push(command);
    driver.settle();
}

#[test]
fn a_dragged_border_is_remembered_for_its_document_and_matrix_and_is_no_edit() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("settings.json");
    let mut driver = driver(&file);
    let (steps, first, third) = (
        driver.app().n_steps(),
        column(&driver, 0).width(),
        column(&driver, 2).left(),
    );
    let from = border(&driver, 1);
    drag(&mut driver, from, 60.0);
    assert_eq!(column(&driver, 1).width(), first + 60.0);
    assert_eq!(
        (column(&driver, 0).width(), column(&driver, 2).left()),
        (first, third + 60.0)
    );
    let heads = row(&driver);
    let corner = Pos2::new(heads.right(), from.y);
    drag(&mut driver, corner, -40.0);
    assert_eq!(row(&driver).width(), heads.width() - 40.0);
    assert_eq!(
        driver.app().n_steps(),
        steps,
        "the document knows nothing of it"
    );
    // Neither cursor nor selection went anywhere.
    driver.keys("2");
    assert_eq!(driver.app().typed(1, 1), "2");
    driver
        .harness
        .state_mut()
        .workspace
        .tick(Instant::now() + Duration::from_secs(3));
    drop(driver);

    let again = self::driver(&file);
    assert_eq!(column(&again, 1).width(), first + 60.0);
    assert_eq!(row(&again).width(), heads.width() - 40.0);
    drop(again);
    // Another matrix of the same document has its own.
    let mut known = Settings::load(&file);
    assert_eq!(known.widths.len(), 1);
    known.widths[0].matrix = ordito::model::MatrixId::fixed(9);
    std::fs::remove_file(&file).unwrap();
    known.save();
    let other = self::driver(&file);
    assert_eq!(
        (column(&other, 1).width(), row(&other).width()),
        (first, heads.width())
    );
}

#[test]
fn two_windows_keep_the_widths_of_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("settings.json");
    let mut one = driver(&file);
    let from = border(&one, 0);
    drag(&mut one, from, 20.0);
    let mut theirs = Settings::load(&file);
    theirs.widths = one.app().workspace.settings().widths.clone();
    theirs.widths[0].document = ordito::model::DocumentId::fixed(7);
    theirs.save();
    one.harness
        .state_mut()
        .workspace
        .tick(Instant::now() + Duration::from_secs(3));
    let both: Vec<_> = Settings::load(&file)
        .widths
        .into_iter()
        .map(|widths| widths.document)
        .collect();
    assert_eq!(both, [1, 7].map(ordito::model::DocumentId::fixed));
}

#[test]
fn keys_and_commands_change_widths_and_say_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("settings.json");
    let mut driver = driver(&file);
    let (width, heads) = (column(&driver, 0).width(), row(&driver).width());
    driver.key_with(Modifiers::ALT, Key::ArrowRight);
    driver.key_with(Modifiers::ALT, Key::ArrowRight);
    assert_eq!(
        (column(&driver, 0).width(), column(&driver, 1).width()),
        (width + 16.0, width)
    );
    let said = format!("Larghezza {}", width + 16.0);
    driver.harness.get_by_role_and_label(Role::Status, &said);
    // Moving on is no width.
    driver.key(Key::ArrowRight);
    assert!(
        driver
            .harness
            .query_by_role_and_label(Role::Status, &said)
            .is_none()
    );
    assert_eq!(
        driver
            .app()
            .state
            .rooms
            .matrix
            .cursor_name(&driver.app().workspace),
        "2 Obiettivo 2"
    );
    // What is selected goes together.
    driver.key_with(Modifiers::SHIFT, Key::ArrowRight);
    driver.key_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(
        [0, 1, 2, 3].map(|at| column(&driver, at).width() - width),
        [16.0, -8.0, -8.0, 0.0]
    );
    driver.key_with(Modifiers::ALT | Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(row(&driver).width(), heads + 8.0);
    // Not narrower than what is typed.
    for _ in 0..9 {
        driver.key_with(Modifiers::ALT, Key::ArrowLeft);
    }
    assert_eq!(column(&driver, 1).width(), 26.0);
    driver
        .harness
        .state_mut()
        .workspace
        .tick(Instant::now() + Duration::from_secs(3));
    assert_eq!(column(&self::driver(&file), 1).width(), 26.0);
    ask(&mut driver, Command::StandardWidths);
    assert_eq!(
        (
            column(&driver, 0).width(),
            column(&driver, 1).width(),
            row(&driver).width()
        ),
        (width, width, heads)
    );
    driver
        .harness
        .state_mut()
        .workspace
        .tick(Instant::now() + Duration::from_secs(3));
    assert_eq!(
        column(&self::driver(&file), 1).width(),
        width,
        "also after the program was begun anew"
    );
}

#[test]
fn a_double_click_fits_and_rows_stay_where_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let mut driver = driver(&folder.path().join("settings.json"));
    let width = column(&driver, 0).width();
    // A row that passes no filter any more stays until the filter is asked for again: a width does not ask.
    driver.keys("2");
    ask(&mut driver, Command::FilterUnscored);
    for at in 1..=6 {
        driver
            .harness
            .state_mut()
            .actions
            .push(Action::Edit(small::typed(2, at, "1")));
        driver.settle();
    }
    let n_rows = driver.harness.get_all_by_role(Role::RowHeader).count();
    let from = border(&driver, 0);
    drag(&mut driver, from, 90.0);
    assert_eq!(column(&driver, 0).width(), width + 90.0);
    assert_eq!(
        driver.harness.get_all_by_role(Role::RowHeader).count(),
        n_rows
    );
    let at = border(&driver, 0);
    double_click(&mut driver, at);
    let fitted = column(&driver, 0).width();
    assert!(fitted < width + 90.0 && fitted >= 26.0, "{fitted}");
    // The titles of rows are short here.
    let heads = row(&driver).width();
    let at = Pos2::new(row(&driver).right(), at.y);
    double_click(&mut driver, at);
    assert!(
        row(&driver).width() < heads,
        "{} of {heads}",
        row(&driver).width()
    );
}
