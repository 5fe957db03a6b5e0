//! Dialogs of the whole window: the guide, named versions, the way back in history.

use super::catalogue::sample;
use super::driver::{Driver, settings};
use super::look::{self, Picture};
use crate::patience::PATIENCE;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::model::Language;
use ordito::workspace::{Action, Command, HistoryExport, Purpose, Room, Settings};

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
fn ask(driver: &mut Driver, command: Command) {
    driver.harness.state_mut().state.asked.push(command);
    driver.harness.step();
    driver.settle();
}
fn picture(driver: &mut Driver, name: &str) -> Picture {
    look::picture(&mut driver.harness, &format!("dialogs-{name}"))
}

#[test]
fn the_guide_turns_its_pages_in_both_languages() {
    for (language, first, last) in [
        (
            Language::It,
            "I primi dieci minuti",
            "Accessibilità e lettori di schermo",
        ),
        (
            Language::En,
            "The first ten minutes",
            "Accessibility and screen readers",
        ),
    ] {
        let mut driver = opened(language);
        driver.key_with(Modifiers::COMMAND, Key::F1);
        driver.harness.get_by_role_and_label(Role::Heading, first);
        picture(&mut driver, "guide");
        // More pages than there are: the last one stays.
        for _ in 0..40 {
            driver.key(Key::PageDown);
        }
        driver.harness.get_by_role_and_label(Role::Heading, last);
        driver.key(Key::Escape);
        assert!(driver.harness.query_by_label(last).is_none());
    }
}

#[test]
fn a_version_is_named_listed_gone_back_to_and_deleted() {
    let mut driver = opened(Language::It);
    ask(&mut driver, Command::Milestone);
    driver.keys("Inviato alla Regione");
    driver.key(Key::Enter);
    let milestones = |driver: &Driver| driver.app().workspace.contents().unwrap().milestones.len();
    assert_eq!(milestones(&driver), 1);
    let before = driver.app().workspace.contents().unwrap().hash();
    driver.keys("3");
    assert_ne!(driver.app().workspace.contents().unwrap().hash(), before);
    ask(&mut driver, Command::Milestone);
    picture(&mut driver, "milestones");
    driver.harness.get_by_label("Inviato alla Regione");
    driver.harness.get_by_label("Torna qui").click();
    driver.settle();
    assert_eq!(driver.app().workspace.contents().unwrap().hash(), before);
    assert_eq!(milestones(&driver), 1, "the name stays");
    driver
        .harness
        .get_by_label("Elimina la versione «Inviato alla Regione»")
        .click();
    driver.settle();
    assert_eq!(milestones(&driver), 0);
}

#[test]
fn a_wrong_way_of_naming_is_not_possible() {
    let mut driver = opened(Language::It);
    ask(&mut driver, Command::Milestone);
    driver.keys("   ");
    driver.key(Key::Enter);
    assert!(
        driver
            .app()
            .workspace
            .contents()
            .unwrap()
            .milestones
            .is_empty()
    );
    driver
        .harness
        .get_by_role_and_label(Role::TextInput, "Nome");
}

#[test]
fn language_and_look_change_without_a_restart() {
    let mut driver = opened(Language::It);
    assert!(
        driver
            .harness
            .query_all_by_label_contains("Completamento")
            .count()
            > 0
    );
    driver
        .harness
        .state_mut()
        .actions
        .push(Action::SetLanguage(Language::En));
    driver.settle();
    assert_eq!(
        driver
            .harness
            .query_all_by_label_contains("Completamento")
            .count(),
        0
    );
    assert!(
        driver
            .harness
            .query_all_by_label_contains("Completion")
            .count()
            > 0
    );
}

#[test]
fn a_pasted_table_goes_in_after_its_headings_were_given_a_meaning() {
    let mut driver = Driver::small(3, 3);
    ask(&mut driver, Command::ImportPasted);
    driver
        .harness
        .get_by_role_and_label(Role::MultilineTextInput, "Tabella")
        .focus();
    driver.settle();
    driver.paste("titolo\t\t\np\t1\t2\nP1\t2\t-1\nPolitca 2\t3\t\n");
    driver.harness.get_by_label("Continua").click();
    driver.settle();
    driver
        .harness
        .get_by_role_and_label(Role::TextInput, "Area")
        .focus();
    driver.settle();
    driver.keys("A2:C4");
    driver.settle();
    picture(&mut driver, "pasted");
    driver
        .harness
        .get_by_role_and_label(Role::ComboBox, "Che cosa vuol dire: A4")
        .click();
    driver.settle();
    driver.keys("Politica 2");
    driver.settle();
    driver.key(Key::Enter);
    driver.settle();
    let steps = driver.app().n_steps();
    driver.harness.get_by_label("Importa").click();
    driver.settle();
    assert_eq!(driver.app().n_steps(), steps + 1);
    assert_eq!(
        [
            driver.app().typed(1, 1),
            driver.app().typed(1, 2),
            driver.app().typed(2, 1)
        ],
        ["2", "-1", "3"]
    );
}

/// The bar below the grid has an Enter and an Escape of its own.
#[test]
fn the_palette_runs_its_first_line_while_find_is_open_and_after_it_was_left() {
    for leaves_first in [false, true] {
        let mut driver = opened(Language::It);
        driver.key_with(Modifiers::COMMAND, Key::K);
        driver.keys("Trova");
        driver.key(Key::Enter);
        assert!(
            driver
                .harness
                .query_by_role_and_label(Role::TextInput, "Trova una riga o una colonna")
                .is_some()
        );
        if leaves_first {
            driver.key(Key::Escape);
        }
        driver.key_with(Modifiers::COMMAND, Key::K);
        driver.keys("Guida");
        driver.key(Key::Enter);
        let guide = driver
            .harness
            .query_by_role_and_label(Role::Heading, "I primi dieci minuti");
        assert!(guide.is_some(), "{leaves_first}");
        driver.key(Key::Escape);
        let stays = driver
            .harness
            .query_by_role_and_label(Role::TextInput, "Trova una riga o una colonna")
            .is_some();
        assert_eq!(stays, !leaves_first, "Escape closes what is on top");
    }
}

#[test]
fn the_name_of_a_file_has_the_keyboard_and_enter_takes_it() {
    let mut driver = Driver::small(2, 2);
    let app = driver.harness.state_mut();
    ordito::ui::dialogs::pick_file(
        Purpose::Export(HistoryExport.into()),
        "storia.csv",
        &app.workspace,
        &mut app.state.dialogs,
    );
    driver.settle();
    // All but the ending is selected: what is typed replaces it.
    driver.keys("prova");
    driver.key(Key::Enter);
    driver.settle();
    let folder = driver
        .app()
        .workspace
        .file()
        .unwrap()
        .parent()
        .unwrap()
        .to_owned();
    let start = std::time::Instant::now();
    while !folder.join("prova.csv").is_file() {
        assert!(
            start.elapsed() < PATIENCE,
            "{:?}",
            driver.app().workspace.notices()
        );
        driver
            .harness
            .state_mut()
            .workspace
            .tick(std::time::Instant::now());
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
}

#[test]
fn the_dialog_of_files_has_places_dates_and_new_folders() {
    let mut driver = Driver::small(2, 2);
    let app = driver.harness.state_mut();
    let folder = app.workspace.file().unwrap().parent().unwrap().to_owned();
    ordito::ui::dialogs::pick_file(
        Purpose::SaveCopy,
        "copia.ordito",
        &app.workspace,
        &mut app.state.dialogs,
    );
    driver.settle();
    // The document that is there already, with the day it was changed.
    let entry = driver
        .harness
        .get_by_role_and_label(Role::ListBoxOption, "a.ordito");
    let day = entry.accesskit_node().description().unwrap();
    assert!(day.matches('/').count() == 2, "{day}");
    driver
        .harness
        .get_by_role_and_label(Role::ListBoxOption, "Cartella personale");
    picture(&mut driver, "files");
    driver
        .harness
        .get_by_role_and_label(Role::Button, "Nuova cartella")
        .click();
    driver.settle();
    driver.keys("Bozze");
    driver.key(Key::Enter);
    assert!(folder.join("Bozze").is_dir());
    // A name that is taken is refused in place.
    driver.harness.get_by_label("Cartella superiore").click();
    driver.settle();
    driver
        .harness
        .get_by_role_and_label(Role::Button, "Nuova cartella")
        .click();
    driver.settle();
    driver.keys("Bozze");
    driver.key(Key::Enter);
    driver
        .harness
        .get_by_label_contains("La cartella non si può creare qui");
}
