//! Which rows of a matrix are shown, in which order; what its menus do; sources of several cells.

use super::catalogue::sample;
use super::driver::{Driver, settings};
use crate::document::small::{cell, stamp};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::document::Edit;
use ordito::model::{Actor, ActorId, Item, Level, Policy, PolicyId, PolicyKind, Source, SourceId};
use ordito::workspace::{Command, Effect, Room, Settings};

fn ask(driver: &mut Driver, command: Command) {
    driver.harness.state_mut().state.asked.push(command);
    driver.settle();
    driver.settle();
}
/// Rows in their order, without headings.
fn rows(driver: &Driver) -> Vec<String> {
    let nodes = driver.harness.root().children_recursive();
    let mut heads: Vec<(f32, String)> = nodes
        .filter(|node| node.accesskit_node().role() == Role::RowHeader)
        .filter(|node| node.accesskit_node().data().is_expanded().is_none())
        .map(|node| {
            let label = node.accesskit_node().label().unwrap_or_default();
            let code = label.split(' ').next().unwrap_or_default().to_owned();
            (node.rect().top(), code)
        })
        .collect();
    heads.sort_by(|a, b| a.0.total_cmp(&b.0));
    heads.into_iter().map(|(_, code)| code).collect()
}

/// Four policies: P1 is a plan, P2 and P3 are below it; P3 is a regional measure of an office, P4 stands alone.
fn four() -> Driver {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ordito");
    let mut document = crate::document::small::matrix_document(&path, 4, 3);
    let office = ActorId::fixed(1);
    let policy = |n: u128| Policy {
        name: format!("Politica {n}"),
        code: format!("P{n}"),
        ..Policy::default()
    };
    let changed = [
        (
            1,
            Policy {
                kind: PolicyKind::Plan,
                ..policy(1)
            },
        ),
        (
            3,
            Policy {
                kind: PolicyKind::Measure,
                level: Some(Level::Regional),
                owner: Some(office),
                ..policy(3)
            },
        ),
    ];
    let actor = Actor {
        name: "Ufficio clima".to_owned(),
        ..Actor::default()
    };
    let put = Edit::PutActor { id: office, actor };
    document.apply(&put, &stamp(5)).unwrap().unwrap();
    for (n, policy) in changed {
        let id = PolicyId::fixed(n);
        document
            .apply(&Edit::ChangePolicy { id, policy }, &stamp(6))
            .unwrap()
            .unwrap();
    }
    let below = Edit::MovePolicies {
        ids: [2, 3].map(PolicyId::fixed).to_vec(),
        parent: Some(PolicyId::fixed(1)),
        before: None,
    };
    document.apply(&below, &stamp(7)).unwrap().unwrap();
    Driver::of(folder, document, settings(), [1366.0, 768.0])
}
/// Chooses something in a list of the line of filters.
fn choose(driver: &mut Driver, list: &str, line: &str) {
    driver
        .harness
        .get_by_role_and_label(Role::ComboBox, list)
        .click();
    driver.settle();
    driver
        .harness
        .get_by_role_and_label(Role::MenuItemRadio, line)
        .click();
    driver.settle();
    driver.settle();
}

#[test]
fn rows_are_filtered_by_what_policies_are() {
    let mut driver = four();
    assert_eq!(rows(&driver), ["P1", "P2", "P3", "P4"]);
    ask(&mut driver, Command::FilterMore);
    choose(&mut driver, "Piano", "P1 Politica 1");
    assert_eq!(rows(&driver), ["P1", "P2", "P3"]);
    choose(&mut driver, "Tipo", "Misura");
    assert_eq!(rows(&driver), ["P3"]);
    choose(&mut driver, "Tipo", "Nessuno");
    choose(&mut driver, "Livello", "Regionale");
    assert_eq!(rows(&driver), ["P3"]);
    driver.harness.get_by_label("Togli i filtri").click();
    driver.settle();
    assert_eq!(rows(&driver), ["P1", "P2", "P3", "P4"]);
    choose(&mut driver, "Ufficio", "Ufficio clima");
    assert_eq!(rows(&driver), ["P3"]);
    // What is typed goes into the row that is seen.
    driver
        .harness
        .get_by_role_and_label(Role::RowHeader, "P3 Politica 3")
        .click();
    driver.settle();
    driver.keys("2");
    assert_eq!(driver.app().typed(3, 1), "2");
    ask(&mut driver, Command::FilterNone);
    assert_eq!(rows(&driver), ["P1", "P2", "P3", "P4"]);
}

#[test]
fn rows_are_filtered_by_goal_score_and_state() {
    let mut driver = four();
    // P1: +2 on 1, P2: −1 on 1 and +3 on 2, P3: 0 on 1, P4: nothing.
    driver.keys("2-10");
    driver.key_with(Modifiers::COMMAND, Key::Home);
    driver.key(Key::ArrowRight);
    driver.key(Key::ArrowDown);
    driver.keys("3");
    ask(&mut driver, Command::FilterMore);
    choose(&mut driver, "Obiettivo", "1 Obiettivo 1");
    assert_eq!(rows(&driver), ["P1", "P2"], "those that act on it");
    choose(&mut driver, "Punteggio", "con conflitti");
    assert_eq!(rows(&driver), ["P2"]);
    choose(&mut driver, "Punteggio", "0 0");
    assert_eq!(rows(&driver), ["P3"]);
    choose(&mut driver, "Punteggio", "Nessuno");
    ask(&mut driver, Command::FilterUnscored);
    assert_eq!(rows(&driver), ["P4"], "not scored on this goal");
    ask(&mut driver, Command::FilterNone);
    ask(&mut driver, Command::FilterMore);
    choose(&mut driver, "Punteggio", "+3 3");
    assert_eq!(rows(&driver), ["P2"], "anywhere");
}

#[test]
fn rows_are_ordered_by_any_column_both_ways_and_back() {
    let mut driver = four();
    driver.keys("1-32");
    driver.key_with(Modifiers::COMMAND, Key::Home);
    ask(&mut driver, Command::OrderByColumn);
    assert_eq!(
        rows(&driver),
        ["P3", "P1", "P2", "P4"],
        "without a score: last"
    );
    ask(&mut driver, Command::OrderByColumn);
    assert_eq!(rows(&driver), ["P2", "P1", "P3", "P4"]);
    ask(&mut driver, Command::OrderCatalogue);
    assert_eq!(rows(&driver), ["P1", "P2", "P3", "P4"]);
}

/// A plan that is scored, too, has one place: with what is below it.
#[test]
fn a_plan_stands_with_its_own_actions() {
    let driver = four();
    let nodes = driver.harness.root().children_recursive();
    let headings: Vec<String> = nodes
        .filter(|node| node.accesskit_node().role() == Role::RowHeader)
        .filter(|node| node.accesskit_node().data().is_expanded().is_some())
        .map(|node| node.accesskit_node().label().unwrap_or_default())
        .collect();
    assert_eq!(headings, ["P1 Politica 1", "Senza gruppo"]);
    let view = driver.app().state.rooms.matrix.view().unwrap();
    let sizes: Vec<usize> = view
        .row_groups
        .iter()
        .map(|group| group.lines.len())
        .collect();
    assert_eq!(sizes, [3, 1]);
}

#[test]
fn search_in_the_matrix_leads_to_the_row() {
    let (kept, document) = sample();
    let mut driver = Driver::of(
        kept,
        document,
        Settings {
            room: Room::Matrix,
            ..settings()
        },
        [1366.0, 768.0],
    );
    let wanted = driver.app().state.rooms.matrix.view().unwrap().rows[9].item;
    let contents = driver.app().workspace.contents().unwrap();
    let name = match wanted {
        Item::Policy(id) => contents.policies[&id].name.clone(),
        Item::Goal(_) => unreachable!("rows of the sample are policies"),
    };
    driver.key_with(Modifiers::COMMAND, Key::K);
    driver.keys(&name);
    driver.key(Key::Enter);
    driver.settle();
    assert_eq!(driver.app().workspace.settings().room, Room::Matrix);
    let here = driver.app().state.rooms.matrix.row_under_cursor();
    assert_eq!(here, Some(wanted));
    // What the matrix does not have is shown where it is kept.
    let view = driver.app().state.rooms.matrix.view().unwrap();
    let contents = driver.app().workspace.contents().unwrap();
    let absent = contents
        .policies
        .iter()
        .find(|(id, _)| view.row_of(Item::Policy(**id)).is_none());
    let name = absent.unwrap().1.name.clone();
    driver.key_with(Modifiers::COMMAND, Key::K);
    driver.keys(&name);
    driver.key(Key::Enter);
    driver.settle();
    assert_eq!(driver.app().workspace.settings().room, Room::Catalogue);
}

#[test]
fn one_source_goes_to_all_chosen_cells_in_one_step() {
    let mut driver = Driver::small(3, 3);
    let source = Source {
        citation: "Rapporto".to_owned(),
        ..Source::default()
    };
    let put = Edit::PutSource {
        id: SourceId::fixed(1),
        source,
    };
    let action = ordito::workspace::Action::Edit(put);
    driver.harness.state_mut().actions.push(action);
    driver.settle();
    let steps = driver.app().n_steps();
    for _ in 0..2 {
        driver.key_with(Modifiers::SHIFT, Key::ArrowDown);
    }
    driver.key_with(Modifiers::SHIFT, Key::ArrowRight);
    driver
        .harness
        .get_by_label("Aggiungi una fonte alle 6 celle scelte")
        .click();
    driver.settle();
    driver.harness.get_by_label("Rapporto").click();
    driver.settle();
    assert_eq!(driver.app().n_steps(), steps + 1);
    let n_cited = |driver: &Driver| {
        let contents = driver.app().workspace.contents().unwrap();
        let cells = (1..=3).flat_map(|row| (1..=3).map(move |column| cell(row, column)));
        cells
            .filter(|key| {
                contents
                    .assessments
                    .get(key)
                    .is_some_and(|cell| cell.sources.len() == 1)
            })
            .count()
    };
    assert_eq!(n_cited(&driver), 6);
    driver.key_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(n_cited(&driver), 0);
}

#[test]
fn cells_are_copied_with_their_headings() {
    let mut driver = Driver::small(3, 3);
    driver.keys("21");
    driver.key_with(Modifiers::COMMAND, Key::Home);
    driver.key_with(Modifiers::SHIFT, Key::ArrowDown);
    driver.key_with(Modifiers::SHIFT, Key::ArrowRight);
    ask(&mut driver, Command::CopyWithHeads);
    let copied = driver
        .app()
        .effects
        .iter()
        .rev()
        .find_map(|effect| match effect {
            Effect::CopyText(text) => Some(text.clone()),
            _ => None,
        });
    assert_eq!(
        copied.as_deref(),
        Some("\t1 Obiettivo 1\t2 Obiettivo 2\nP1 Politica 1\t2\t\nP2 Politica 2\t1\t\n")
    );
}

/// Asked for by name, it fetches what lies in the clipboard; by its key it comes with the text.
#[test]
fn paste_is_in_the_menu_and_asks_the_window_for_the_clipboard() {
    let mut driver = Driver::small(3, 3);
    driver.harness.state_mut().state.asked.push(Command::Paste);
    driver.harness.step();
    let asked = driver
        .harness
        .output()
        .viewport_output
        .values()
        .flat_map(|viewport| &viewport.commands)
        .any(|command| matches!(command, egui::ViewportCommand::RequestPaste));
    assert!(asked);
    driver.paste("3\t2");
    assert_eq!(
        [driver.app().typed(1, 1), driver.app().typed(1, 2)],
        ["3", "2"]
    );
}

/// A block that is wider than what is seen is seen from its beginning.
#[test]
fn a_wide_block_is_seen_from_its_first_cell() {
    let mut driver = Driver::small(3, 60);
    driver.paste(&vec!["1"; 60].join("\t"));
    assert_eq!(driver.app().typed(1, 60), "1");
    driver
        .harness
        .get_by_role_and_label(Role::ColumnHeader, "1 Obiettivo 1");
}

#[test]
fn hidden_rows_are_counted_and_come_back_from_the_menu_of_a_row() {
    let mut driver = four();
    assert_eq!(driver.view().n_hidden_rows, 0);
    ask(&mut driver, Command::HideRows);
    let view = driver.view();
    assert_eq!((view.n_hidden_rows, view.rows.len()), (1, 3));
    assert!(view.rows[0].after_hidden, "where they are is marked");
    assert!(view.rows[1..].iter().all(|line| !line.after_hidden));
    let heads = driver.harness.get_all_by_role(Role::RowHeader);
    let head = heads
        .into_iter()
        .find(|head| head.accesskit_node().data().is_expanded().is_none())
        .unwrap();
    head.click_secondary();
    driver.settle();
    driver
        .harness
        .get_by_label("Mostra righe e colonne nascoste")
        .click();
    driver.settle();
    driver.settle();
    assert_eq!(driver.view().rows.len(), 4);
}
