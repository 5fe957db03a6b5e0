//! The catalogue by keyboard, mouse and screen reader.

use super::driver::{Driver, settings};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::document::{Document, Stamp};
use ordito::library;
use ordito::model::{Contents, Language, Policy, Timestamp};
use ordito::workspace::{Room, Settings};

pub fn sample() -> (tempfile::TempDir, Document) {
    let folder = tempfile::tempdir().unwrap();
    let first = library::new_document(&library::NewDocument {
        title: "Forum Missioni 2026",
        agreed: "Consenso",
        frameworks: &["agenda-2030", "srsvs-piemonte"],
        illustrative: true,
    })
    .unwrap();
    let stamp = Stamp {
        at: Timestamp(1_795_400_000_000),
        by: "CmTo".to_owned(),
    };
    let mut document =
        Document::create(&folder.path().join("esempio.ordito"), &first, &stamp).unwrap();
    document.apply(&library::sample().unwrap(), &stamp).unwrap();
    (folder, document)
}

/// The catalogue of the sample, the keyboard in the list.
fn opened() -> Driver {
    let (kept, document) = sample();
    let mut driver = Driver::of(
        kept,
        document,
        Settings {
            room: Room::Catalogue,
            ..settings()
        },
        [1600.0, 1000.0],
    );
    driver.settle();
    driver
}

fn contents(driver: &Driver) -> &Contents {
    driver.app().workspace.contents().unwrap()
}
fn by_code<'a>(driver: &'a Driver, code: &str) -> &'a Policy {
    contents(driver)
        .policies
        .values()
        .find(|policy| policy.code == code)
        .unwrap()
}
/// Labels of the rows shown, in order.
fn rows(driver: &Driver) -> Vec<String> {
    let mut rows: Vec<(usize, String)> = driver
        .harness
        .get_all_by_role(Role::RowHeader)
        .map(|node| {
            let node = node.accesskit_node();
            (
                node.position_in_set().unwrap_or_default(),
                node.label().unwrap_or_default(),
            )
        })
        .collect();
    rows.sort();
    rows.into_iter().map(|(_, label)| label).collect()
}
/// Clicks on the name of a policy.
fn go_to(driver: &mut Driver, code: &str) {
    name_cell(driver, &format!("{code} ")).click();
    driver.settle();
}
/// The cell with the name of the policy whose title begins so.
pub fn name_cell<'a>(driver: &'a Driver, begins: &str) -> egui_kittest::Node<'a> {
    let cells = driver.harness.get_all_by_role(Role::GridCell);
    let mut found = cells.filter(|cell| {
        let label = cell.accesskit_node().label().unwrap_or_default();
        label.starts_with(begins) && label.contains(", Nome: ")
    });
    found.next().unwrap()
}
/// Types over what a field holds, then leaves it.
fn write(driver: &mut Driver, field: &str, text: &str) {
    driver
        .harness
        .get_by_role_and_label(Role::TextInput, field)
        .focus();
    driver.settle();
    driver.key_with(Modifiers::COMMAND, Key::A);
    driver
        .harness
        .get_by_role_and_label(Role::TextInput, field)
        .type_text(text);
    driver.settle();
    driver.key(Key::Enter);
}

#[test]
fn a_policy_is_added_named_and_undone() {
    let mut driver = opened();
    let n = contents(&driver).policies.len();
    go_to(&mut driver, "1.1.b");
    driver.key(Key::Insert);
    driver.keys("Piano del verde");
    driver.key(Key::Enter);
    assert_eq!(contents(&driver).policies.len(), n + 1);
    let new = contents(&driver)
        .policies
        .values()
        .find(|policy| policy.name == "Piano del verde")
        .unwrap();
    assert_eq!(new.parent, by_code(&driver, "1.1.b").parent);
    assert_eq!(new.position, by_code(&driver, "1.1.b").position + 1);
    driver.key_with(Modifiers::COMMAND, Key::Z);
    driver.key_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(contents(&driver).policies.len(), n);
}

#[test]
fn f2_corrects_a_name_in_its_cell_and_an_empty_one_is_refused_there() {
    let mut driver = opened();
    go_to(&mut driver, "1.1.c");
    let before = by_code(&driver, "1.1.c").name.clone();
    // As in the matrix, what is typed takes the place of what was there; F2 goes on from it.
    driver.keys("Tavoli");
    driver.key(Key::Enter);
    assert_eq!(by_code(&driver, "1.1.c").name, "Tavoli");
    driver.key_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(by_code(&driver, "1.1.c").name, before);
    go_to(&mut driver, "1.1.c");
    driver.key(Key::F2);
    driver.keys(" 2");
    driver.key(Key::Enter);
    assert_eq!(by_code(&driver, "1.1.c").name, format!("{before} 2"));
    driver.key_with(Modifiers::COMMAND, Key::Z);
    go_to(&mut driver, "1.1.c");
    driver.key(Key::F2);
    driver.key_with(Modifiers::COMMAND, Key::A);
    driver.key(Key::Delete);
    driver.key(Key::Enter);
    assert_eq!(by_code(&driver, "1.1.c").name, before);
    driver
        .harness
        .get_by_role_and_label(Role::Alert, "Manca il nome: politica");
}

#[test]
fn a_budget_is_understood_in_both_ways_of_writing() {
    let mut driver = opened();
    go_to(&mut driver, "1.1.b");
    write(&mut driver, "Costo in euro", "96.920,50");
    assert_eq!(by_code(&driver, "1.1.b").budget_cents, Some(9_692_050));
    write(&mut driver, "Costo in euro", "1234.5");
    assert_eq!(by_code(&driver, "1.1.b").budget_cents, Some(123_450));
    write(&mut driver, "Costo in euro", "molto");
    assert_eq!(by_code(&driver, "1.1.b").budget_cents, Some(123_450));
    driver
        .harness
        .get_by_label_contains("«molto» non è una somma");
}

#[test]
fn enter_ends_a_field_and_the_list_has_the_keyboard_again() {
    let mut driver = opened();
    go_to(&mut driver, "1.1.b");
    write(&mut driver, "Territorio", "Pinerolese");
    driver.key(Key::ArrowDown);
    let row = driver
        .harness
        .get_by(|node| node.role() == Role::GridCell && node.is_focused());
    assert!(row.accesskit_node().label().unwrap().starts_with("1.1.c "));
}

#[test]
fn of_a_thousand_policies_only_those_in_view_are_drawn() {
    let folder = tempfile::tempdir().unwrap();
    let document =
        crate::document::small::matrix_document(&folder.path().join("a.ordito"), 1_000, 3);
    let mut driver = Driver::of(
        folder,
        document,
        Settings {
            room: Room::Catalogue,
            ..settings()
        },
        [1280.0, 800.0],
    );
    assert!(rows(&driver).len() < 40, "{}", rows(&driver).len());
    driver.key_with(Modifiers::COMMAND, Key::End);
    assert!(
        rows(&driver)
            .iter()
            .any(|label| label.starts_with("P1000 "))
    );
    driver.key(Key::PageUp);
    assert!(!rows(&driver).is_empty());
}

#[test]
fn an_empty_catalogue_says_what_to_do_in_both_languages() {
    for (language, button) in [
        (Language::It, "Importa politiche…"),
        (Language::En, "Import policies…"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let first = crate::document::small::first_edit(2);
        let stamp = crate::document::small::stamp(1);
        let document = Document::create(&folder.path().join("a.ordito"), &first, &stamp).unwrap();
        let settings = Settings {
            room: Room::Catalogue,
            language,
            ..settings()
        };
        let mut driver = Driver::of(folder, document, settings, [1280.0, 800.0]);
        driver.harness.get_by_label(button);
        driver.key(Key::Escape);
    }
}

#[test]
fn a_bad_month_is_refused_in_place_and_stays_there() {
    let mut driver = opened();
    go_to(&mut driver, "1.1.b");
    let before = by_code(&driver, "1.1.b").start;
    write(&mut driver, "Inizio", "13/2026");
    assert_eq!(by_code(&driver, "1.1.b").start, before);
    let reason =
        "«13/2026» non è un mese. Scrivi per esempio 09/2026, 01/09/2026, settembre 2026 o 2026";
    driver.harness.get_by_role_and_label(Role::Alert, reason);
    // Elsewhere and back: a notice says so, and the text is still there.
    go_to(&mut driver, "1.1.c");
    assert!(
        driver
            .harness
            .query_by_role_and_label(Role::Alert, reason)
            .is_none()
    );
    assert!(
        driver
            .app()
            .workspace
            .notices()
            .iter()
            .any(|notice| notice.text.contains("13/2026"))
    );
    go_to(&mut driver, "1.1.b");
    driver.harness.get_by_role_and_label(Role::Alert, reason);
    write(&mut driver, "Inizio", "03/2020");
    assert_eq!(
        by_code(&driver, "1.1.b").start.unwrap().to_string(),
        "2020-03"
    );
    assert!(
        driver
            .harness
            .query_by_role_and_label(Role::Alert, reason)
            .is_none()
    );
}

#[test]
fn an_end_before_the_start_waits_for_the_start() {
    let mut driver = opened();
    go_to(&mut driver, "1.1.b");
    write(&mut driver, "Inizio", "2025-01");
    write(&mut driver, "Fine", "2024-01");
    driver.harness.get_by_role(Role::Alert);
    write(&mut driver, "Inizio", "2023-01");
    let policy = by_code(&driver, "1.1.b");
    assert_eq!(policy.start.unwrap().to_string(), "2023-01");
    assert_eq!(policy.end.unwrap().to_string(), "2024-01");
    assert!(driver.harness.query_by_role(Role::Alert).is_none());
}

#[test]
fn a_text_is_taken_after_a_pause_and_when_another_policy_is_chosen() {
    let mut driver = opened();
    go_to(&mut driver, "1.1.b");
    driver
        .harness
        .get_by_role_and_label(Role::TextInput, "Territorio")
        .focus();
    driver.settle();
    let steps = driver.app().n_steps();
    driver.keys("Pinerolese");
    assert!(
        !by_code(&driver, "1.1.b").territory.ends_with("Pinerolese"),
        "not before the pause"
    );
    driver.wait(1.1);
    assert!(by_code(&driver, "1.1.b").territory.ends_with("Pinerolese"));
    assert_eq!(driver.app().n_steps(), steps + 1);
    driver.keys(" e valli");
    go_to(&mut driver, "1.1.c");
    assert!(
        by_code(&driver, "1.1.b")
            .territory
            .ends_with("Pinerolese e valli")
    );
}

#[test]
fn a_text_being_typed_is_taken_when_the_room_is_left() {
    let mut driver = opened();
    go_to(&mut driver, "1.1.b");
    driver
        .harness
        .get_by_role_and_label(Role::TextInput, "Codice")
        .focus();
    driver.settle();
    driver.key_with(Modifiers::COMMAND, Key::A);
    driver.keys("1.1.bis");
    driver.key_with(Modifiers::COMMAND, Key::Num3);
    driver.settle();
    assert!(
        contents(&driver)
            .policies
            .values()
            .any(|policy| policy.code == "1.1.bis")
    );
}

#[test]
fn policies_move_among_siblings_and_change_level() {
    let mut driver = opened();
    go_to(&mut driver, "1.1.c");
    let id = *contents(&driver)
        .policies
        .iter()
        .find(|(_, policy)| policy.code == "1.1.c")
        .unwrap()
        .0;
    let parent = by_code(&driver, "1.1.c").parent;
    let place = |driver: &Driver| {
        let parent = contents(driver).policies[&id].parent;
        contents(driver)
            .policy_children(parent)
            .iter()
            .position(|(other, _)| *other == id)
            .unwrap()
    };
    let before = place(&driver);
    driver.key_with(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(place(&driver), before - 1);
    driver.key_with(Modifiers::ALT, Key::ArrowDown);
    driver.key_with(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(place(&driver), before + 1);
    driver.key_with(Modifiers::ALT, Key::ArrowRight);
    let inner = contents(&driver).policies[&id].parent;
    assert_ne!(inner, parent);
    assert_eq!(contents(&driver).policies[&inner.unwrap()].parent, parent);
    driver.key_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(contents(&driver).policies[&id].parent, parent);
}

/// Drags a row by its head to a point of another: `down` is 0 at its top, 1 at its foot.
fn drag(driver: &mut Driver, code: &str, onto: &str, down: f32) {
    let rect = |driver: &Driver, code: &str| {
        let start = format!("{code} ");
        let rows = driver.harness.get_all_by_role(Role::RowHeader);
        let mut fits = rows.filter(|row| {
            row.accesskit_node()
                .label()
                .unwrap_or_default()
                .starts_with(&start)
        });
        fits.next().unwrap().rect()
    };
    let from = rect(driver, code).center();
    let onto = rect(driver, onto);
    let to = egui::pos2(from.x, egui::lerp(onto.top()..=onto.bottom(), down));
    let button = |pos, pressed| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    driver.harness.event(egui::Event::PointerMoved(from));
    driver.harness.event(button(from, true));
    driver.harness.step();
    for part in [0.3, 0.7, 1.0] {
        driver
            .harness
            .event(egui::Event::PointerMoved(from + (to - from) * part));
        driver.harness.step();
    }
    driver.harness.event(button(to, false));
    driver.settle();
}

#[test]
fn a_row_is_dragged_before_another_or_into_it() {
    let mut driver = opened();
    drag(&mut driver, "1.2.d", "1.1.b", 0.2);
    assert!(by_code(&driver, "1.2.d").position < by_code(&driver, "1.1.b").position);
    assert_eq!(
        by_code(&driver, "1.2.d").parent,
        by_code(&driver, "1.1.b").parent
    );
    drag(&mut driver, "1.2.d", "1.1.c", 0.8);
    let above = by_code(&driver, "1.2.d").parent.unwrap();
    assert_eq!(contents(&driver).policies[&above].code, "1.1.c");
}

#[test]
fn deleting_asks_and_says_what_goes_too() {
    let mut driver = opened();
    let n = contents(&driver).policies.len();
    driver.key(Key::Delete);
    driver.harness.get_by_label_contains("Vanno via anche");
    driver.harness.get_by_label_contains("celle valutate");
    driver.key(Key::Escape);
    assert_eq!(contents(&driver).policies.len(), n);
    driver.key(Key::Delete);
    driver.harness.get_by_label("Elimina").click();
    driver.settle();
    assert!(contents(&driver).policies.len() < n - 3);
    driver.key_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(contents(&driver).policies.len(), n);
}

#[test]
fn a_variant_and_a_copy_are_made() {
    let mut driver = opened();
    go_to(&mut driver, "1.1.b");
    let id = *contents(&driver)
        .policies
        .iter()
        .find(|(_, policy)| policy.code == "1.1.b")
        .unwrap()
        .0;
    let n = contents(&driver).policies.len();
    driver.harness.get_by_label("Duplica la politica").click();
    driver.settle();
    assert_eq!(contents(&driver).policies.len(), n + 1);
    go_to(&mut driver, "1.1.b");
    driver
        .harness
        .get_by_label("Crea una variante della politica")
        .click();
    driver.settle();
    assert!(
        contents(&driver)
            .policies
            .values()
            .any(|policy| policy.variant_of == Some(id))
    );
}

#[test]
fn a_search_finds_without_accents_and_shows_the_way_there() {
    let mut driver = opened();
    driver.key_with(Modifiers::COMMAND, Key::F);
    driver.keys("CAPACITA");
    let found = rows(&driver);
    assert!(
        found.iter().any(|label| label.starts_with("2.2.a")),
        "{found:?}"
    );
    assert!(found.len() < 8, "{found:?}");
    driver.key(Key::Escape);
    assert!(rows(&driver).len() > 15);
}

#[test]
fn the_tree_folds_with_arrows_and_all_at_once() {
    let mut driver = opened();
    let second = rows(&driver)[1].clone();
    driver.key(Key::ArrowLeft);
    assert_ne!(rows(&driver)[1], second);
    driver.key(Key::ArrowRight);
    assert_eq!(rows(&driver)[1], second);
    driver.harness.get_by_label("Chiudi tutti i rami").click();
    driver.settle();
    let top = contents(&driver)
        .policies
        .values()
        .filter(|policy| policy.parent.is_none())
        .count();
    assert_eq!(rows(&driver).len(), top);
    driver.harness.get_by_label("Apri tutti i rami").click();
    driver.settle();
    assert_eq!(rows(&driver)[1], second);
}

#[test]
fn columns_are_chosen_and_sort_the_table() {
    let mut driver = opened();
    driver.harness.get_by_label("Colonne").click();
    driver.settle();
    driver
        .harness
        .get_by_role_and_label(Role::CheckBox, "Titolare")
        .click();
    driver.settle();
    driver.key(Key::Escape);
    driver.harness.get_by_label("Titolare: ordina");
    driver.harness.get_by_label("Costo in euro: ordina").click();
    driver.settle();
    driver
        .harness
        .get_by_label("Costo in euro: ordine crescente")
        .click();
    driver.settle();
    let most = contents(&driver)
        .policies
        .values()
        .max_by_key(|policy| policy.budget_cents)
        .unwrap();
    assert!(
        rows(&driver)[0].starts_with(&most.code),
        "{}",
        rows(&driver)[0]
    );
}

#[test]
fn a_filter_leaves_what_fits() {
    let mut driver = opened();
    driver.harness.get_by_label_contains("Filtro:").click();
    driver.settle();
    driver.harness.get_by_label("Tipo: Azione").click();
    driver.settle();
    driver.key(Key::Escape);
    driver.harness.get_by_label("Filtro: Azione");
    let n = contents(&driver)
        .policies
        .values()
        .filter(|policy| policy.kind.word() == "action")
        .count();
    driver
        .harness
        .get_by_label(&format!("{n} di {}", contents(&driver).policies.len()));
}

#[test]
fn an_owner_is_picked_or_made_on_the_way() {
    let mut driver = opened();
    go_to(&mut driver, "1.1.b");
    driver
        .harness
        .get_by_role_and_label(Role::ComboBox, "Titolare")
        .click();
    driver.settle();
    driver.keys("Ufficio nuovissimo");
    let steps = driver.app().n_steps();
    driver.key(Key::Enter);
    let owner = by_code(&driver, "1.1.b").owner.unwrap();
    assert_eq!(contents(&driver).actors[&owner].name, "Ufficio nuovissimo");
    assert_eq!(driver.app().n_steps(), steps + 1);
}

#[test]
fn rows_say_their_place_and_level() {
    let driver = opened();
    driver
        .harness
        .get_by_role_and_label(Role::TreeGrid, "Politiche");
    let first = driver.harness.get_all_by_role(Role::RowHeader).find(|row| {
        row.accesskit_node()
            .description()
            .is_some_and(|text| text.starts_with("riga 1 di"))
    });
    let first = first.unwrap();
    assert_eq!(first.accesskit_node().level(), Some(1));
    assert_eq!(first.accesskit_node().is_selected(), Some(true));
    assert_eq!(first.accesskit_node().data().is_expanded(), Some(true));
    // The keyboard is in the table, on the name in that row.
    let title = first.accesskit_node().label().unwrap();
    let begins = title.split(',').next().unwrap().to_owned();
    assert!(name_cell(&driver, &begins).is_focused());
}

#[test]
fn actors_clusters_and_sources_are_added_edited_and_deleted() {
    let mut driver = opened();
    let (actors, clusters, sources) = (
        contents(&driver).actors.len(),
        contents(&driver).clusters.len(),
        contents(&driver).sources.len(),
    );
    driver
        .harness
        .get_by_label_contains("Catalogo: Attori")
        .click();
    driver.settle();
    driver.harness.get_by_label("Aggiungi un attore").click();
    driver.settle();
    // The name is selected: typing replaces it.
    driver.keys("Rete delle scuole");
    driver.key(Key::Enter);
    assert_eq!(contents(&driver).actors.len(), actors + 1);
    assert!(
        contents(&driver)
            .actors
            .values()
            .any(|actor| actor.name == "Rete delle scuole")
    );
    driver
        .harness
        .get_by_role_and_label(Role::ComboBox, "Tipo")
        .click();
    driver.settle();
    driver
        .harness
        .get_by_role_and_label(Role::MenuItemRadio, "Rete")
        .click();
    driver.settle();
    driver
        .harness
        .get_by_role_and_label(Role::ComboBox, "Membri della rete");
    driver.harness.get_by_label("Elimina l'attore…").click();
    driver.settle();
    driver.harness.get_by_label("Elimina").click();
    driver.settle();
    assert_eq!(contents(&driver).actors.len(), actors);

    driver
        .harness
        .get_by_label_contains("Catalogo: Gruppi")
        .click();
    driver.settle();
    driver.harness.get_by_label("Aggiungi un gruppo").click();
    driver.settle();
    driver
        .harness
        .get_by_role_and_label(Role::ComboBox, "Politiche del gruppo")
        .click();
    driver.settle();
    driver.keys("1.1.b");
    driver.key(Key::Enter);
    driver.key(Key::Escape);
    assert_eq!(contents(&driver).clusters.len(), clusters + 1);
    assert!(
        contents(&driver)
            .clusters
            .values()
            .any(|cluster| cluster.members.len() == 1)
    );

    driver
        .harness
        .get_by_label_contains("Catalogo: Fonti")
        .click();
    driver.settle();
    driver.harness.get_by_label("Aggiungi una fonte").click();
    driver.settle();
    write(&mut driver, "Editore o ente", "IRES Piemonte");
    assert_eq!(contents(&driver).sources.len(), sources + 1);
    assert!(
        contents(&driver)
            .sources
            .values()
            .any(|source| source.publisher == "IRES Piemonte")
    );
}
