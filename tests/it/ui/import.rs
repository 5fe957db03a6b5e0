//! A workbook dropped on the window: its sheets to choose from, the same preview as a text, one step.
#![expect(clippy::format_collect, reason = "plainer, and no test is hot")]

use super::catalogue::sample;
use super::driver::{Driver, settings};
use crate::document::small;
use crate::patience::PATIENCE;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::document::Document;
use ordito::model::Language;
use ordito::ui;
use ordito::workspace::{
    Action, OnScreen, OpenDataExport, PictureExport, Purpose, Room, Settings, TemplateExport,
};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

fn opened(language: Language) -> Driver {
    let (kept, document) = sample();
    Driver::of(
        kept,
        document,
        Settings {
            room: Room::Matrix,
            language,
            ..settings()
        },
        [1280.0, 800.0],
    )
}

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample-policies")
        .join(name)
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
        assert!(since.elapsed() < PATIENCE, "nothing was read");
        std::thread::sleep(Duration::from_millis(5));
    }
    driver.settle();
}

fn choose(driver: &mut Driver, combo: &str, value: &str) {
    driver
        .harness
        .get_by_role_and_label(Role::ComboBox, combo)
        .click();
    driver.settle();
    driver
        .harness
        .get_all_by_label(value)
        .last()
        .unwrap()
        .click();
    driver.settle();
}

#[test]
fn a_dropped_workbook_offers_its_sheets_and_brings_one() {
    for (language, combo, changed, save) in [
        (Language::It, "Foglio", "Cambiano", "Importa"),
        (Language::En, "Sheet", "cells change", "Import"),
    ] {
        let mut driver = opened(language);
        let n_steps = driver.app().n_steps();
        driver
            .harness
            .input_mut()
            .dropped_files
            .push(Arc::new(Dropped(file("ordito-esempio.xlsx"))));
        until_read(&mut driver);
        // Three sheets fit; the first of them is shown, not the first of the workbook.
        driver.harness.get_by_value("Matrice Ufficio A");
        driver.harness.get_by_label_contains(changed);
        choose(&mut driver, combo, "Fonti");
        assert!(
            driver
                .harness
                .query_all_by_label_contains("proposta-cmto")
                .count()
                > 0
        );
        choose(&mut driver, combo, "Matrice Ufficio B");
        assert_eq!(
            driver
                .harness
                .query_all_by_label_contains("proposta-cmto")
                .count(),
            0
        );
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
    driver.harness.state_mut().actions.push(Action::ReadTable {
        path,
        purpose: Purpose::ImportPolicies,
    });
    until_read(&mut driver);
    // All of them are there already, so no sheet brings any and the first is shown.
    driver.harness.get_by_value("Politiche");
    driver.harness.get_by_label_contains("già presenti: 67");
    choose(&mut driver, "Foglio", "Valutazioni");
    driver
        .harness
        .get_by_label_contains("Scegli quale colonna dà il nome");
    assert!(
        driver
            .harness
            .get_by_label("Importa")
            .accesskit_node()
            .is_disabled()
    );
}

/// Runs what the window asked for until it has said how it went.
fn until_told(driver: &mut Driver, words: &str) {
    let since = Instant::now();
    loop {
        let app = driver.harness.state_mut();
        app.workspace.tick(Instant::now());
        if let Some(notice) = app
            .workspace
            .notices()
            .iter()
            .find(|notice| notice.text.contains(words))
        {
            assert_eq!(
                notice.severity,
                ordito::workspace::Severity::Done,
                "{}",
                notice.text
            );
            break;
        }
        assert!(
            since.elapsed() < PATIENCE,
            "nothing was said: {:?}",
            app.workspace.notices()
        );
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
    let shown = OnScreen {
        matrix: Some(matrix),
        assessor,
        ..OnScreen::default()
    };
    app.workspace.act(Action::Export {
        export: TemplateExport.into(),
        path: path.clone(),
        shown,
    });
    until_told(&mut driver, "modello.xlsx");
    driver.harness.state_mut().actions.push(Action::ReadTable {
        path,
        purpose: Purpose::ImportTable,
    });
    until_read(&mut driver);
    driver
        .harness
        .get_by_label_contains(&format!("valutatore {name}"));
    driver.harness.get_by_label_contains("Cambiano 0 celle");
    assert!(
        driver
            .harness
            .query_by_role_and_label(Role::ComboBox, "Valutatore")
            .is_none()
    );
}

#[test]
fn pictures_and_open_data_leave_the_window_on_another_thread() {
    let mut driver = opened(Language::It);
    let folder = tempfile::tempdir().unwrap();
    let app = driver.harness.state_mut();
    let matrix = *app
        .workspace
        .contents()
        .unwrap()
        .matrices
        .keys()
        .next()
        .unwrap();
    let shown = OnScreen {
        matrix: Some(matrix),
        ..OnScreen::default()
    };
    let (picture, data) = (folder.path().join("m.svg"), folder.path().join("dati"));
    app.workspace.act(Action::Export {
        export: PictureExport.into(),
        path: picture,
        shown,
    });
    app.workspace.act(Action::Export {
        export: OpenDataExport.into(),
        path: data,
        shown: OnScreen::default(),
    });
    until_told(&mut driver, "m.svg");
    until_told(&mut driver, "dati");
    for file in ["m.svg", "m.svg.txt", "dati/datapackage.json"] {
        assert!(folder.path().join(file).is_file(), "{file}");
    }
}

fn table(driver: &mut Driver, folder: &Path, text: &str, purpose: Purpose) {
    let path = folder.join("tabella.csv");
    std::fs::write(&path, text).unwrap();
    driver
        .harness
        .state_mut()
        .actions
        .push(Action::ReadTable { path, purpose });
    until_read(driver);
}

#[test]
fn near_names_are_chosen_and_marked_one_key_accepts_them_and_the_heading_stays_in_view() {
    let mut driver = opened(Language::It);
    let folder = tempfile::tempdir().unwrap();
    let before = driver.app().workspace.contents().unwrap().assessments.len();
    let text = "p;Sconfigere la povertà;Istruzion di qualità;Boh\n1.1.b;-3;-3;1\n";
    table(&mut driver, folder.path(), text, Purpose::ImportTable);
    let meaning = "Che cosa vuol dire: B1";
    let shown = driver
        .harness
        .get_by_role_and_label(Role::ComboBox, meaning)
        .accesskit_node()
        .value();
    assert_eq!(
        shown.as_deref(),
        Some("1 Sconfiggere la povertà (proposta)")
    );
    driver
        .harness
        .get_by_label_contains("B1 «Sconfigere la povertà»");
    driver.harness.get_by_label_contains("Cambiano 2 celle");
    // The keyboard is where one key takes them all.
    driver.key(egui::Key::Enter);
    let shown = driver
        .harness
        .get_by_role_and_label(Role::ComboBox, meaning)
        .accesskit_node()
        .value();
    assert_eq!(shown.as_deref(), Some("1 Sconfiggere la povertà"));
    driver
        .harness
        .get_by_label_contains("B1 «Sconfigere la povertà»");
    // Any line can be chosen for a heading that is like none.
    driver
        .harness
        .get_by_role_and_label(Role::ComboBox, "Che cosa vuol dire: D1")
        .click();
    driver.settle();
    driver.keys("sott'acqua");
    driver.settle();
    driver.key(egui::Key::Enter);
    driver.harness.get_by_label_contains("Cambiano 3 celle");
    // An assessor is made here.
    choose(&mut driver, "Valutatore", "Nuovo valutatore…");
    driver.keys("Ufficio Z");
    driver.settle();
    driver.harness.get_by_label("Importa").click();
    driver.settle();
    let contents = driver.app().workspace.contents().unwrap();
    assert!(
        contents
            .assessors
            .values()
            .any(|assessor| assessor.name == "Ufficio Z")
    );
    assert_eq!(contents.assessments.len(), before + 3);
}

#[test]
fn blank_cells_leave_scores_and_emptying_them_is_chosen() {
    let mut driver = opened(Language::It);
    let folder = tempfile::tempdir().unwrap();
    let answered = |driver: &Driver| {
        let contents = driver.app().workspace.contents().unwrap();
        contents
            .assessments
            .values()
            .filter(|cell| cell.value.is_answered())
            .count()
    };
    let before = answered(&driver);
    let (assessor, (row, column)) = {
        let contents = driver.app().workspace.contents().unwrap();
        let (matrix, _) = contents
            .matrices
            .iter()
            .find(|(_, each)| each.name == ordito::library::SAMPLE_MATRIX)
            .unwrap();
        let (key, _) = contents
            .assessments
            .iter()
            .find(|(key, cell)| key.matrix == *matrix && cell.value.is_answered())
            .unwrap();
        let row = contents.item_label(key.row).0.to_owned();
        let column = contents.item_label(key.column).0.to_owned();
        (
            contents.assessors[&key.assessor].name.clone(),
            (row, column),
        )
    };
    table(
        &mut driver,
        folder.path(),
        &format!("p;{column}\n{row};\n"),
        Purpose::ImportTable,
    );
    choose(&mut driver, "Valutatore", &assessor);
    driver
        .harness
        .get_by_label_contains("ha un punteggio nel documento, che resta: B2");
    driver.harness.get_by_label_contains("Cambiano 0 celle");
    choose(&mut driver, "Celle vuote", "Tolgono il punteggio");
    driver
        .harness
        .get_by_label_contains("Un punteggio viene tolto: B2");
    driver.harness.get_by_label("Importa").click();
    driver.settle();
    assert_eq!(answered(&driver), before - 1);
}

#[test]
fn a_block_is_pasted_into_the_list_of_policies() {
    // Where there are policies a block without headings goes into cells: `catalogue_table`.
    let kept = tempfile::tempdir().unwrap();
    let path = kept.path().join("a.ordito");
    let document = Document::create(&path, &small::first_edit(2), &small::stamp(1)).unwrap();
    let settings = Settings {
        room: Room::Catalogue,
        language: Language::It,
        ..settings()
    };
    let mut driver = Driver::of(kept, document, settings, [1366.0, 768.0]);
    let n = driver.app().workspace.contents().unwrap().policies.len();
    assert_eq!(n, 0);
    driver.paste(
        "N1\tCorsie, fase 1\tAzione\t01/03/2025\t1,5 mln\nN2\tZone 30\tMisura\tboh\t€ 500\n",
    );
    driver.settle();
    driver
        .harness
        .get_by_label_contains("Politiche da aggiungere: 2");
    // What stays out is said above the list that it stands in.
    driver
        .harness
        .get_by_label_contains("Una colonna resta fuori: D");
    // The fourth column is no column of dates: a person says so, and what cannot be read stays out by itself.
    driver
        .harness
        .get_by_role_and_label(Role::ComboBox, "Che cosa diventa la colonna D")
        .click();
    driver.settle();
    driver.keys("inizio");
    driver.settle();
    driver.key(egui::Key::Enter);
    driver
        .harness
        .get_by_label_contains("D2: «boh» non entra in Inizio");
    driver.harness.get_by_label("Importa").click();
    driver.settle();
    let contents = driver.app().workspace.contents().unwrap();
    assert_eq!(contents.policies.len(), n + 2);
    let policy = contents
        .policies
        .values()
        .find(|policy| policy.name == "Corsie, fase 1")
        .unwrap();
    assert_eq!(
        (policy.code.as_str(), policy.budget_cents),
        ("N1", Some(150_000_000))
    );
    assert_eq!(policy.start, "2025-03".parse().ok());
}

#[test]
fn the_dialog_has_one_size_from_its_first_frame_on_and_fits_a_small_screen() {
    let (kept, document) = sample();
    let settings = Settings {
        room: Room::Matrix,
        language: Language::It,
        ..settings()
    };
    let mut driver = Driver::of(kept, document, settings, [1366.0, 768.0]);
    let folder = tempfile::tempdir().unwrap();
    let headings: String = (0..30)
        .map(|n| format!(";Sconfigere la povertà {n}"))
        .collect();
    let text = format!("p{headings}\n1.1.b{}\n", ";2".repeat(30));
    table(&mut driver, folder.path(), &text, Purpose::ImportTable);
    let rect = |driver: &Driver| driver.harness.get_by_label("Importa").rect();
    let first = rect(&driver);
    assert!(
        first.bottom() < 768.0 - 12.0 && first.top() > 0.0,
        "{first:?}"
    );
    for _ in 0..3 {
        driver.settle();
        assert_eq!(rect(&driver), first, "it does not jump");
    }
    driver
        .harness
        .get_by_role_and_label(Role::ComboBox, "Che cosa vuol dire: C1")
        .click();
    driver.settle();
    driver.keys("resta fuori");
    driver.settle();
    driver.key(egui::Key::Enter);
    assert_eq!(rect(&driver), first, "it does not jump");
}
