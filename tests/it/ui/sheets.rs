//! The room Schede: subjects, preview, parts, export with progress and a way to stop.
//! Pictures of it: `ORDITO_PICTURES=DIR cargo test --test it ui::sheets`.

use super::catalogue::sample;
use super::driver::{Driver, settings};
use super::look::{self, Picture};
use crate::patience::PATIENCE;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::figure::palette::Look;
use ordito::workspace::{Action, Purpose, Room, Settings, SheetsExport};
use std::time::{Duration, Instant};

fn opened(look: Look, size: [f32; 2]) -> Driver {
    let (kept, document) = sample();
    let mut driver = Driver::of(
        kept,
        document,
        Settings {
            look,
            room: Room::Sheets,
            ..settings()
        },
        size,
    );
    until(&mut driver, |driver| {
        driver.app().workspace.sheet_preview().is_some()
    });
    driver
}
/// Runs frames, with the background work of the window between them, until something holds.
fn until(driver: &mut Driver, holds: impl Fn(&Driver) -> bool) {
    let since = Instant::now();
    while !holds(driver) {
        assert!(since.elapsed() < PATIENCE);
        driver.harness.state_mut().workspace.tick(Instant::now());
        driver.harness.step();
        std::thread::sleep(Duration::from_millis(5));
    }
    driver.settle();
}
fn number(driver: &Driver) -> u64 {
    driver
        .app()
        .workspace
        .sheet_preview()
        .map_or(0, |preview| preview.number)
}
fn picture(driver: &mut Driver, name: &str) -> Picture {
    look::picture(&mut driver.harness, &format!("sheets-{name}"))
}
fn tick_box(driver: &mut Driver, label: &str) {
    let is = |node: &egui_kittest::Node<'_>| node.accesskit_node().role() == Role::CheckBox;
    driver
        .harness
        .get_all_by_label_contains(label)
        .find(is)
        .unwrap()
        .click();
    driver.settle();
}

#[test]
fn the_first_policy_is_shown_and_another_with_the_arrow_key() {
    let mut driver = opened(Look::Light, [1280.0, 800.0]);
    driver
        .harness
        .get_by_label_contains("1.1.b Scambio fra cabine di regia: pagina 1 di ");
    let first = number(&driver);
    driver
        .harness
        .get_by_role_and_label(Role::ListBoxOption, "1.1.c Tavoli istituzionali")
        .click();
    until(&mut driver, |driver| number(driver) > first);
    driver.key(Key::ArrowDown);
    until(&mut driver, |driver| number(driver) > first + 1);
    driver
        .harness
        .get_by_label_contains("1.1.d Laboratori del Forum Missioni: pagina 1 di ");
}

/// What has the keyboard.
fn focused(driver: &Driver) -> Option<(Role, String)> {
    let nodes = driver.harness.root().children_recursive();
    let mut focused = nodes
        .map(|node| node.accesskit_node())
        .filter(egui_kittest::kittest::AccessKitNode::is_focused);
    focused
        .next()
        .map(|node| (node.role(), node.label().unwrap_or_default()))
}

/// The line that the list tells a screen reader to be at.
fn line_at(driver: &Driver) -> Option<String> {
    let list = driver
        .harness
        .get_by_role_and_label(Role::ListBox, "Elenco delle schede");
    list.accesskit_node()
        .active_descendant()
        .and_then(|line| line.label())
}

#[test]
fn tab_gets_past_a_list_that_scrolls_to_everything_and_arrows_go_through_it() {
    // At 200 % five lines of the list can be seen.
    for size in [[1280.0, 800.0], [640.0, 400.0]] {
        let mut driver = opened(Look::Light, size);
        let mut wanted: Vec<(Role, String)> = Vec::new();
        for node in driver.harness.root().children_recursive() {
            let node = node.accesskit_node();
            let can = node.data().supports_action(egui::accesskit::Action::Focus);
            if can && !node.is_disabled() {
                wanted.push((node.role(), node.label().unwrap_or_default()));
            }
        }
        assert!(wanted.len() > 30, "{wanted:?}");
        let mut met = Vec::new();
        for _ in 0..wanted.len() + 20 {
            driver.key(Key::Tab);
            // Of a list the line is said that its cursor is at.
            let list = |at: (Role, String)| match at.0 {
                Role::ListBoxOption => (Role::ListBox, "Elenco delle schede".to_owned()),
                _ => at,
            };
            met.extend(focused(&driver).map(list));
        }
        let never: Vec<_> = wanted.iter().filter(|stop| !met.contains(stop)).collect();
        assert!(never.is_empty(), "{size:?}: {never:?} of {}", wanted.len());
        assert!(
            met.contains(&(Role::CheckBox, "Nota di metodo".to_owned())),
            "{met:?}"
        );
        // The list is one stop; arrows go to its end, and what they reach is said and ticked.
        driver
            .harness
            .get_by_role_and_label(Role::ListBox, "Elenco delle schede")
            .focus();
        driver.settle();
        driver.key(Key::Home);
        let first = line_at(&driver).unwrap();
        driver.key(Key::ArrowDown);
        let second = line_at(&driver).unwrap();
        assert_ne!(first, second);
        driver.key(Key::End);
        let last = line_at(&driver).unwrap();
        assert!(
            driver
                .harness
                .query_all_by_label(&first)
                .all(|node| node.accesskit_node().role() != Role::ListBoxOption)
        );
        driver.key(Key::Space);
        let line = driver
            .harness
            .get_by_role_and_label(Role::ListBoxOption, &last);
        assert_eq!(
            line.accesskit_node().toggled(),
            Some(egui::accesskit::Toggled::True)
        );
        let mut list = line.accesskit_node().parent().unwrap();
        while list.role() == Role::GenericContainer {
            list = list.parent().unwrap();
        }
        assert_eq!(
            (list.role(), list.label().as_deref()),
            (Role::ListBox, Some("Elenco delle schede"))
        );
        driver.harness.get_by_label("Esporta la scheda…");
    }
}

#[test]
fn an_edit_makes_the_pages_anew() {
    let mut driver = opened(Look::Light, [1280.0, 800.0]);
    let (first, before) = (number(&driver), pages(&driver));
    driver.harness.state_mut().actions.push(Action::Undo);
    until(&mut driver, |driver| {
        number(driver) > first
            || driver
                .app()
                .workspace
                .contents()
                .unwrap()
                .matrices
                .is_empty()
    });
    driver.harness.state_mut().actions.push(Action::Redo);
    until(&mut driver, |driver| {
        !driver.app().workspace.is_previewing() && pages(driver) == before
    });
}
fn pages(driver: &Driver) -> usize {
    driver
        .app()
        .workspace
        .sheet_preview()
        .map_or(0, |preview| preview.n_pages)
}

#[test]
fn fewer_parts_are_fewer_pages_and_their_order_can_change() {
    let mut driver = opened(Look::Light, [1280.0, 800.0]);
    let (first, all) = (number(&driver), pages(&driver));
    tick_box(&mut driver, "Allegato: tutte le celle");
    tick_box(&mut driver, "Nota di metodo");
    until(&mut driver, |driver| {
        number(driver) > first && pages(driver) < all
    });
    let second = number(&driver);
    driver
        .harness
        .get_by_label("Sposta prima: Conflitti e mitigazioni")
        .click();
    until(&mut driver, |driver| number(driver) > second);
}

#[test]
fn ticked_sheets_are_written_into_the_folder_that_was_picked() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("schede");
    let mut driver = opened(Look::Light, [1280.0, 800.0]);
    tick_box(&mut driver, "1.1.b Scambio");
    tick_box(&mut driver, "1.1.d Laboratori");
    driver.harness.get_by_label("Esporta 2 schede…").click();
    driver.settle();
    assert!(
        driver
            .app()
            .effects
            .iter()
            .any(|effect| format!("{effect:?}").contains("SheetsExport"))
    );
    let app = driver.harness.state_mut();
    let (state, actions) = (&mut app.state, &mut app.actions);
    ordito::ui::picked(
        Purpose::Export(SheetsExport.into()),
        target.clone(),
        &app.workspace,
        state,
        actions,
    );
    driver.harness.step();
    until(&mut driver, |driver| {
        driver
            .app()
            .workspace
            .notices()
            .iter()
            .any(|notice| notice.text.starts_with("Scritti 2 file"))
    });
    let mut names: Vec<String> = std::fs::read_dir(&target)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names.len(), 2);
    assert!(
        names[0].starts_with("scheda-1.1.b-") && names[1].starts_with("scheda-1.1.d-"),
        "{names:?}"
    );
}

#[test]
fn an_export_that_is_stopped_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("schede");
    let mut driver = opened(Look::Light, [1280.0, 800.0]);
    driver.harness.get_by_label("Tutte").click();
    driver.settle();
    let app = driver.harness.state_mut();
    let (state, actions) = (&mut app.state, &mut app.actions);
    ordito::ui::picked(
        Purpose::Export(SheetsExport.into()),
        target.clone(),
        &app.workspace,
        state,
        actions,
    );
    driver.harness.step();
    driver.harness.step();
    driver.harness.get_by_label("Interrompi").click();
    driver.harness.step();
    until(&mut driver, |driver| {
        driver.app().workspace.sheets_progress().is_none()
    });
    assert!(
        driver
            .harness
            .query_all_by_label_contains("Interrotto: nessun file")
            .count()
            > 0
    );
    assert_eq!(
        std::fs::read_dir(&target).map_or(0, std::iter::Iterator::count),
        0
    );
}

#[test]
fn from_the_grid_one_goes_to_the_sheet_of_the_row_under_the_cursor() {
    let (kept, document) = sample();
    let mut driver = Driver::of(
        kept,
        document,
        Settings {
            room: Room::Matrix,
            ..settings()
        },
        [1280.0, 800.0],
    );
    driver.key(Key::ArrowDown);
    driver.key(Key::ArrowDown);
    driver.key_with(Modifiers::COMMAND, Key::Num9);
    until(&mut driver, |driver| {
        driver.app().workspace.sheet_preview().is_some()
    });
    driver
        .harness
        .get_by_label_contains("1.1.d Laboratori del Forum Missioni: pagina 1 di ");
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
            // The list of sheets; beside it lies a page, which is white in every look.
            picture(&mut driver, &format!("{name}-{}", size[0])).is_of_left_of(look, 300);
        }
    }
}
