//! Pictures of the catalogue for people to look at: `ORDITO_PICTURES=DIR cargo test --test it catalogue_look`.

use super::catalogue::sample;
use super::driver::{Driver, settings};
use super::look::{self, Picture};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use ordito::figure::palette::Look;
use ordito::workspace::{Room, Settings};

fn picture(driver: &mut Driver, name: &str) -> Picture {
    look::picture(&mut driver.harness, &format!("catalogue-{name}"))
}

fn opened(look: Look, size: [f32; 2]) -> Driver {
    let (kept, document) = sample();
    Driver::of(
        kept,
        document,
        Settings {
            look,
            room: Room::Catalogue,
            ..settings()
        },
        size,
    )
}

#[test]
fn the_catalogue_is_drawn_in_every_look_and_size() {
    for (look, name) in [
        (Look::Light, "light"),
        (Look::Dark, "dark"),
        (Look::Contrast, "contrast"),
    ] {
        for size in [[1600.0, 1000.0], [1280.0, 800.0]] {
            let mut driver = opened(look, size);
            driver.key(Key::ArrowDown);
            picture(&mut driver, &format!("{name}-{}", size[0])).is_of(look);
        }
    }
}

#[test]
fn the_whole_form_and_a_cluster_are_drawn() {
    let mut driver = opened(Look::Light, [1280.0, 1900.0]);
    driver.key(Key::ArrowDown);
    picture(&mut driver, "form");
    driver
        .harness
        .get_by_role_and_label(Role::TextInput, "Inizio")
        .focus();
    driver.settle();
    driver.key_with(Modifiers::COMMAND, Key::A);
    driver.keys("13/2026");
    driver.key(Key::Enter);
    driver.key_with(Modifiers::SHIFT, Key::ArrowDown);
    driver.key_with(Modifiers::SHIFT, Key::ArrowDown);
    picture(&mut driver, "refused");
    driver
        .harness
        .get_by_label_contains("Catalogo: Gruppi")
        .click();
    driver.settle();
    driver.harness.get_by_label("Aggiungi un gruppo").click();
    driver.settle();
    picture(&mut driver, "cluster");
}

#[test]
fn tabs_menus_and_questions_are_drawn() {
    let mut driver = opened(Look::Light, [1280.0, 800.0]);
    for (tab, name) in [
        ("Attori", "actors"),
        ("Gruppi", "clusters"),
        ("Fonti", "sources"),
    ] {
        driver
            .harness
            .get_by_label_contains(&format!("Catalogo: {tab}"))
            .click();
        driver.settle();
        driver.key(Key::ArrowDown);
        picture(&mut driver, name);
    }
    driver
        .harness
        .get_by_label_contains("Catalogo: Politiche")
        .click();
    driver.settle();
    driver.harness.get_by_label("Colonne").click();
    driver.settle();
    picture(&mut driver, "columns");
    driver.key(Key::Escape);
    driver.harness.get_by_label_contains("Filtro:").click();
    driver.settle();
    picture(&mut driver, "filter");
    driver.key(Key::Escape);
    driver.key(Key::ArrowDown);
    driver
        .harness
        .get_by_role_and_label(Role::ComboBox, "Titolare")
        .click();
    driver.settle();
    picture(&mut driver, "picker");
    driver.key(Key::Escape);
    driver.key(Key::ArrowDown);
    driver.key(Key::F2);
    picture(&mut driver, "rename");
    driver.key(Key::Escape);
    driver.key_with(Modifiers::COMMAND, Key::A);
    driver.key(Key::Delete);
    picture(&mut driver, "delete");
}
