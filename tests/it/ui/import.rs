//! A workbook dropped on the window: its sheets to choose from, the same preview as a text, one step.

use super::catalogue::sample;
use super::driver::{Driver, settings};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use ordito::model::Language;
use ordito::ui;
use ordito::workspace::{Action, Purpose, Room, Settings};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

fn opened(language: Language) -> Driver {
    let (kept, document) = sample();
    Driver::of(kept, document, Settings { room: Room::Matrix, language, ..settings() }, [1280.0, 800.0])
}

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-policies").join(name)
}

#[derive(Debug)]
struct Dropped(PathBuf);
impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }
    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// Runs as the program's window does until a table was read.
fn until_read(driver: &mut Driver) {
    let since = Instant::now();
    loop {
        driver.harness.step();
        let app = driver.harness.state_mut();
        app.workspace.tick(Instant::now());
        if let Some(read) = app.workspace.take_table() {
            ui::table_read(&read, &app.workspace, &mut app.state);
            break;
        }
        assert!(since.elapsed() < Duration::from_secs(20), "nothing was read");
        std::thread::sleep(Duration::from_millis(5));
    }
    driver.settle();
}

fn choose(driver: &mut Driver, combo: &str, value: &str) {
    driver.harness.get_by_role_and_label(Role::ComboBox, combo).click();
    driver.settle();
    driver.harness.get_all_by_label(value).last().unwrap().click();
    driver.settle();
}

#[test]
fn a_dropped_workbook_offers_its_sheets_and_brings_one() {
    for (language, combo, changed, save) in
        [(Language::It, "Foglio", "Cambiano", "Salva"), (Language::En, "Sheet", "cells change", "Save")]
    {
        let mut driver = opened(language);
        let n_steps = driver.app().n_steps();
        driver.harness.input_mut().dropped_files.push(Arc::new(Dropped(file("ordito-esempio.xlsx"))));
        until_read(&mut driver);
        // Three sheets fit; the first of them is shown, not the first of the workbook.
        driver.harness.get_by_value("Matrice Ufficio A");
        driver.harness.get_by_label_contains(changed);
        choose(&mut driver, combo, "Fonti");
        assert!(driver.harness.query_all_by_label_contains("proposta-cmto").count() > 0);
        choose(&mut driver, combo, "Matrice Ufficio B");
        assert_eq!(driver.harness.query_all_by_label_contains("proposta-cmto").count(), 0);
        driver.harness.get_by_label(save).click();
        driver.settle();
        assert_eq!(driver.app().n_steps(), n_steps + 1);
        assert!(driver.harness.query_by_label(combo).is_none());
    }
}

#[test]
fn policies_of_a_workbook_are_found_on_their_sheet() {
    let mut driver = opened(Language::It);
    let path = file("ordito-esempio.xlsx");
    driver.harness.state_mut().actions.push(Action::ReadTable { path, purpose: Purpose::ImportPolicies });
    until_read(&mut driver);
    // All of them are there already, so no sheet brings any and the first is shown.
    driver.harness.get_by_value("Politiche");
    driver.harness.get_by_label_contains("già presenti: 67");
    choose(&mut driver, "Foglio", "Valutazioni");
    driver.harness.get_by_label_contains("Manca la colonna «titolo»");
}

/// Runs what the window asked for until it has said how it went.
fn until_told(driver: &mut Driver, words: &str) {
    let since = Instant::now();
    loop {
        let app = driver.harness.state_mut();
        app.workspace.tick(Instant::now());
        if let Some(notice) = app.workspace.notices().iter().find(|notice| notice.text.contains(words)) {
            assert_eq!(notice.severity, ordito::workspace::Severity::Done, "{}", notice.text);
            break;
        }
        assert!(since.elapsed() < Duration::from_secs(20), "nothing was said: {:?}", app.workspace.notices());
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_workbook_to_fill_in_leaves_the_window_and_comes_back_knowing_its_place() {
    let mut driver = opened(Language::It);
    let folder = tempfile::tempdir().unwrap();
    let app = driver.harness.state_mut();
    let contents = app.workspace.contents().unwrap();
    let matrix = *contents.matrices.keys().next().unwrap();
    let (assessor, _) = contents.assessors_in_order()[1];
    let name = contents.assessors[&assessor].name.clone();
    let path = folder.path().join("modello.xlsx");
    app.workspace.act(Action::ExportTemplate { path: path.clone(), matrix, assessor });
    until_told(&mut driver, "modello.xlsx");
    driver.harness.state_mut().actions.push(Action::ReadTable { path, purpose: Purpose::ImportTable });
    until_read(&mut driver);
    driver.harness.get_by_label_contains(&format!("valutatore {name}"));
    driver.harness.get_by_label_contains("Cambiano 0 celle");
    assert!(driver.harness.query_by_role_and_label(Role::ComboBox, "Valutatore").is_none());
}

#[test]
fn pictures_and_open_data_leave_the_window_on_another_thread() {
    let mut driver = opened(Language::It);
    let folder = tempfile::tempdir().unwrap();
    let app = driver.harness.state_mut();
    let matrix = *app.workspace.contents().unwrap().matrices.keys().next().unwrap();
    let assessor = ordito::model::AssessorId::AGREED;
    app.workspace.act(Action::ExportPicture { path: folder.path().join("m.svg"), matrix, assessor });
    app.workspace.act(Action::ExportOpenData(folder.path().join("dati")));
    until_told(&mut driver, "m.svg");
    until_told(&mut driver, "dati");
    for file in ["m.svg", "m.svg.txt", "dati/datapackage.json"] {
        assert!(folder.path().join(file).is_file(), "{file}");
    }
}
