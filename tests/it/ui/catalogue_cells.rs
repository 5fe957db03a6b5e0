//! The table of the Catalogo edited in its cells, several policies at once, marks.

use super::driver::{Driver, settings};
use crate::document::small;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::document::Edit;
use ordito::model::{Cluster, ClusterId, Policy, PolicyId, PolicyKind, Wording};
use ordito::workspace::{Action, Command, Room, Settings};

fn opened() -> Driver {
    let folder = tempfile::tempdir().unwrap();
    let mut document = small::matrix_document(&folder.path().join("a.ordito"), 3, 2);
    for n in 1..=3 {
        let policy = document.contents().policies[&PolicyId::fixed(n)].clone();
        let policy = Policy {
            kind: PolicyKind::Plan,
            ..policy
        };
        document
            .apply(
                &Edit::ChangePolicy {
                    id: PolicyId::fixed(n),
                    policy,
                },
                &small::stamp(4),
            )
            .unwrap();
    }
    Driver::of(
        folder,
        document,
        Settings {
            room: Room::Catalogue,
            ..settings()
        },
        [1600.0, 1000.0],
    )
}
fn policy(driver: &Driver, n: u128) -> Policy {
    driver.app().workspace.contents().unwrap().policies[&PolicyId::fixed(n)].clone()
}
fn command(driver: &mut Driver, command: Command) {
    driver.harness.state_mut().state.asked.push(command);
    driver.settle();
}
/// Where a row meets the column of a head.
fn cell<'a>(driver: &'a Driver, row: &str, head: &str) -> egui_kittest::Node<'a> {
    let begins = format!("{row}, {head}: ");
    let cells = driver.harness.get_all_by_role(Role::GridCell);
    let label = |cell: &egui_kittest::Node<'_>| cell.accesskit_node().label().unwrap_or_default();
    let found = cells
        .into_iter()
        .find(|cell| label(cell).starts_with(&begins));
    found.unwrap_or_else(|| panic!("no cell {begins}"))
}
/// Twice with the mouse, where a row meets the column of a head.
fn double_click(driver: &mut Driver, row: &str, head: &str) {
    let at = cell(driver, row, head).rect().center();
    for _ in 0..2 {
        driver.harness.drag_at(at);
        driver.harness.drop_at(at);
        driver.harness.step();
    }
    driver.settle();
}

#[test]
fn a_double_click_edits_the_cell_it_falls_on() {
    let mut driver = opened();
    double_click(&mut driver, "P2 Politica 2", "Inizio");
    driver.keys("03/2025");
    driver.key(Key::Enter);
    assert_eq!(
        policy(&driver, 2).start.map(|month| month.to_string()),
        Some("2025-03".to_owned())
    );
    assert_eq!(
        policy(&driver, 2).name,
        "Politica 2",
        "the name is another cell"
    );
    double_click(&mut driver, "P3 Politica 3", "Tipo");
    driver.harness.get_by_label("Misura").click_accesskit();
    driver.settle();
    assert_eq!(
        (policy(&driver, 3).kind, policy(&driver, 2).kind),
        (PolicyKind::Measure, PolicyKind::Plan)
    );
    double_click(&mut driver, "P1 Politica 1", "Nome");
    driver.key_with(Modifiers::COMMAND, Key::A);
    driver.keys("Piano del verde");
    driver.key(Key::Enter);
    assert_eq!(policy(&driver, 1).name, "Piano del verde");
}

#[test]
fn what_is_selected_changes_together_in_one_step_and_differences_say_so() {
    let mut driver = opened();
    let one = Policy {
        kind: PolicyKind::Action,
        territory: "Torino".to_owned(),
        ..policy(&driver, 1)
    };
    driver
        .harness
        .state_mut()
        .actions
        .push(Action::Edit(Edit::ChangePolicy {
            id: PolicyId::fixed(1),
            policy: one,
        }));
    driver.settle();
    driver.key_with(Modifiers::COMMAND, Key::A);
    driver.harness.get_by_label("3 politiche selezionate");
    let steps = driver.app().n_steps();
    let kind = driver.harness.get_by_role_and_label(Role::ComboBox, "Tipo");
    assert_eq!(kind.value().as_deref(), Some("valori diversi"));
    kind.click();
    driver.settle();
    driver.harness.get_by_label("Misura").click_accesskit();
    driver.settle();
    assert!((1..=3).all(|n| policy(&driver, n).kind == PolicyKind::Measure));
    assert_eq!(driver.app().n_steps(), steps + 1);
    // A field that differs is left alone by passing through it, and takes what is typed for all.
    driver
        .harness
        .get_by_role_and_label(Role::TextInput, "Territorio")
        .focus();
    driver.settle();
    driver.key(Key::Tab);
    assert_eq!(
        (
            driver.app().n_steps(),
            policy(&driver, 1).territory.as_str()
        ),
        (steps + 1, "Torino")
    );
    driver
        .harness
        .get_by_role_and_label(Role::TextInput, "Territorio")
        .focus();
    driver.settle();
    driver.keys("Area metropolitana");
    driver.key(Key::Enter);
    assert!((1..=3).all(|n| policy(&driver, n).territory == "Area metropolitana"));
    assert_eq!(driver.app().n_steps(), steps + 2);
    driver.harness.state_mut().actions.push(Action::Undo);
    driver.settle();
    assert_eq!(
        (
            policy(&driver, 1).territory.as_str(),
            policy(&driver, 2).territory.as_str()
        ),
        ("Torino", "")
    );
}

#[test]
fn marks_come_and_go_for_all_that_is_selected_and_new_policies_have_none() {
    let mut driver = opened();
    assert_eq!(
        policy(&driver, 1).wording,
        Wording::Provisional,
        "as this document was made"
    );
    driver.key_with(Modifiers::COMMAND, Key::A);
    command(&mut driver, Command::Unmark);
    assert!((1..=3).all(|n| policy(&driver, n).wording == Wording::Official));
    command(&mut driver, Command::MarkProvisional);
    assert!((1..=3).all(|n| policy(&driver, n).wording == Wording::Provisional));
    driver.key(Key::Escape);
    command(&mut driver, Command::AddSubPolicy);
    let contents = driver.app().workspace.contents().unwrap();
    let new = contents
        .policies
        .values()
        .find(|policy| policy.parent.is_some())
        .unwrap();
    // Below a plan stands an action, and nobody called its name provisional.
    assert_eq!(
        (new.kind, new.wording),
        (PolicyKind::Action, Wording::Official)
    );
}

fn all_selected(driver: &mut Driver) {
    driver.key_with(Modifiers::COMMAND, Key::A);
    driver.harness.get_by_label("3 politiche selezionate");
}
fn pick(driver: &mut Driver, field: &str, choice: &str) {
    driver
        .harness
        .get_by_role_and_label(Role::ComboBox, field)
        .click_accesskit();
    driver.settle();
    driver
        .harness
        .get_by_role_and_label(Role::MenuItemCheckBox, choice)
        .click_accesskit();
    driver.settle();
}

#[test]
fn what_differs_can_be_emptied_and_relations_go_to_all_that_is_selected() {
    let mut driver = opened();
    let one = Policy {
        territory: "Torino".to_owned(),
        ..policy(&driver, 1)
    };
    let cluster = Cluster {
        name: "Acqua".to_owned(),
        members: vec![PolicyId::fixed(2)],
        ..Cluster::default()
    };
    for edit in [
        Edit::ChangePolicy {
            id: PolicyId::fixed(1),
            policy: one,
        },
        Edit::PutCluster {
            id: ClusterId::fixed(1),
            cluster,
        },
    ] {
        driver.harness.state_mut().actions.push(Action::Edit(edit));
    }
    driver.settle();
    all_selected(&mut driver);
    let steps = driver.app().n_steps();
    driver
        .harness
        .get_by_role_and_label(Role::Button, "Svuota in tutte: Territorio")
        .click_accesskit();
    driver.settle();
    assert_eq!(
        (
            driver.app().n_steps(),
            policy(&driver, 1).territory.as_str()
        ),
        (steps + 1, "")
    );
    assert!(
        driver
            .harness
            .query_by_role_and_label(Role::Button, "Svuota in tutte: Territorio")
            .is_none()
    );
    let field = driver
        .harness
        .get_by_role_and_label(Role::ComboBox, "Gruppi");
    assert_eq!(field.value().as_deref(), Some("valori diversi"));
    let members = |driver: &Driver| {
        driver.app().workspace.contents().unwrap().clusters[&ClusterId::fixed(1)]
            .members
            .clone()
    };
    pick(&mut driver, "Gruppi", "Acqua");
    assert_eq!(
        (members(&driver).len(), driver.app().n_steps()),
        (3, steps + 2)
    );
    driver.key(Key::Escape);
    all_selected(&mut driver);
    pick(&mut driver, "Gruppi", "Acqua");
    assert_eq!(members(&driver), [], "all were in it: all leave it");
    // What is selected is no variant of itself.
    driver.key(Key::Escape);
    cell(&driver, "P3 Politica 3", "Nome").click();
    driver.settle();
    driver
        .harness
        .state_mut()
        .state
        .asked
        .push(Command::SelectAll);
    driver.settle();
    driver
        .harness
        .get_by_role_and_label(Role::ComboBox, "Variante di")
        .click_accesskit();
    driver.settle();
    let offered = driver.harness.query_all_by_role(Role::MenuItemRadio);
    let offered: Vec<String> = offered
        .map(|node| node.accesskit_node().label().unwrap_or_default())
        .collect();
    assert_eq!(offered, ["Nessuno"], "none of them is a variant of itself");
}

#[test]
fn a_text_that_all_refuse_waits_for_them_and_is_said_before_the_document_is_left() {
    let mut driver = opened();
    all_selected(&mut driver);
    driver
        .harness
        .get_by_role_and_label(Role::TextInput, "Fine")
        .focus();
    driver.settle();
    driver.keys("domani");
    cell(&driver, "P3 Politica 3", "Nome").click();
    driver.settle();
    command(&mut driver, Command::Quit);
    driver
        .harness
        .get_by_label_contains("3 politiche selezionate»");
    driver.harness.get_by_label_contains("«domani»");
    driver.harness.get_by_label("Torna a scrivere").click();
    driver.settle();
    driver.harness.get_by_label("3 politiche selezionate");
    let field = driver
        .harness
        .get_by_role_and_label(Role::TextInput, "Fine");
    assert_eq!(
        (field.value().unwrap().as_str(), field.is_focused()),
        ("domani", true)
    );
}
