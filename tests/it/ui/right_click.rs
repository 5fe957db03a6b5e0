//! A right click takes what is under it: headings, rows and cells of every room. What the menu does is done to that.

use super::analysis::until;
use super::catalogue::sample;
use super::driver::{Driver, settings};
use egui::accesskit::{Role, Toggled};
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::model::{Axis, Item};
use ordito::workspace::{Room, Settings};
use std::collections::BTreeSet;

fn opened(room: Room) -> Driver {
    let (kept, document) = sample();
    let mut driver = Driver::of(
        kept,
        document,
        Settings { room, ..settings() },
        [1500.0, 950.0],
    );
    driver.settle();
    driver
}

fn right_click(driver: &mut Driver, pos: Pos2) {
    driver.harness.event(Event::PointerMoved(pos));
    driver.harness.step();
    for pressed in [true, false] {
        let (button, modifiers) = (PointerButton::Secondary, Modifiers::NONE);
        driver.harness.event(Event::PointerButton {
            pos,
            button,
            pressed,
            modifiers,
        });
        driver.harness.step();
    }
    driver.settle();
}

/// Leaves the menu without choosing.
fn leave(driver: &mut Driver) {
    if egui::Popup::is_any_open(&driver.harness.ctx) {
        driver.key(Key::Escape);
    }
    assert!(!egui::Popup::is_any_open(&driver.harness.ctx));
}

/// Something that can be pointed at: what it is called, and where a point of it can be seen.
struct Thing {
    label: String,
    at: Pos2,
    /// Where what can be seen of it begins.
    top: f32,
    is_selected: Option<bool>,
    is_group: bool,
}

fn things(driver: &Driver, role: Role) -> Vec<Thing> {
    let screen = driver.harness.ctx.content_rect();
    let nodes = driver.harness.root().children_recursive();
    nodes
        .filter(|node| node.accesskit_node().role() == role)
        .filter_map(|node| {
            let node = node.accesskit_node();
            let place = node.bounding_box()?;
            let [x0, y0, x1, y1] = [place.x0, place.y0, place.x1, place.y1].map(|at| at as f32);
            let seen = Rect::from_min_max(pos2(x0, y0), pos2(x1, y1)).intersect(screen);
            let is_seen = seen.width() > 12.0 && seen.height() > 12.0;
            is_seen.then(|| Thing {
                label: node.label().unwrap_or_default(),
                at: seen.center(),
                top: seen.top(),
                is_selected: node
                    .is_selected()
                    .or(node.data().toggled().map(|on| on == Toggled::True)),
                is_group: node.data().is_expanded().is_some(),
            })
        })
        .collect()
}

/// The rows and the columns of what a command on the selection acts on.
fn acted_on(driver: &Driver) -> (BTreeSet<String>, BTreeSet<String>) {
    let contents = driver.app().workspace.contents().unwrap();
    let name = |item: Item| {
        let (code, label) = contents.item_label(item);
        format!("{code} {}", label.it).trim().to_owned()
    };
    driver
        .app()
        .state
        .rooms
        .matrix
        .selected_crossings()
        .into_iter()
        .map(|(row, column)| (name(row), name(column)))
        .unzip()
}

fn some(things: Vec<Thing>) -> Vec<Thing> {
    let n = things.len();
    // Not at an edge, where a line may be hidden in part.
    let wanted = [n / 4, n / 2, n * 3 / 4];
    things
        .into_iter()
        .enumerate()
        .filter(|(i, _)| wanted.contains(i))
        .map(|(_, thing)| thing)
        .collect()
}

#[test]
fn headings_and_cells_of_the_matrix() {
    let mut driver = opened(Room::Matrix);
    let all_rows = things(&driver, Role::RowHeader);
    assert!(
        all_rows.iter().any(|thing| thing.is_group),
        "the sample has headings of groups"
    );
    for thing in some(
        all_rows
            .into_iter()
            .filter(|thing| !thing.is_group)
            .collect(),
    ) {
        right_click(&mut driver, thing.at);
        let (acted, columns) = acted_on(&driver);
        assert_eq!(acted, BTreeSet::from([thing.label.clone()]));
        assert!(columns.len() > 10, "the whole row");
        leave(&mut driver);
    }
    for thing in some(things(&driver, Role::ColumnHeader)) {
        right_click(&mut driver, thing.at);
        let (rows, acted) = acted_on(&driver);
        assert_eq!(acted, BTreeSet::from([thing.label.clone()]));
        assert!(rows.len() > 10, "the whole column");
        leave(&mut driver);
    }
    for thing in some(things(&driver, Role::GridCell)) {
        right_click(&mut driver, thing.at);
        let (rows, columns) = acted_on(&driver);
        assert_eq!((rows.len(), columns.len()), (1, 1), "{}", thing.label);
        let both = [rows.first().unwrap(), columns.first().unwrap()];
        assert!(
            both.iter().all(|name| thing.label.contains(name.as_str())),
            "{both:?}: {}",
            thing.label
        );
        leave(&mut driver);
    }
}

#[test]
fn headings_of_groups_and_sums_of_the_matrix() {
    let mut driver = opened(Room::Matrix);
    let all = things(&driver, Role::RowHeader);
    let at = all.iter().position(|thing| thing.is_group).unwrap();
    let members: BTreeSet<String> = all
        .iter()
        .skip(at + 1)
        .take_while(|thing| !thing.is_group)
        .map(|thing| thing.label.clone())
        .collect();
    let (group, first) = (all[at].at, &all[at + 1]);
    right_click(&mut driver, group);
    assert_eq!(acted_on(&driver).0, members, "the rows below the heading");
    leave(&mut driver);
    // The sums at the end of a row, and below a column.
    let cells = things(&driver, Role::GridCell);
    let right = cells.iter().map(|thing| thing.at.x).fold(0.0, f32::max);
    right_click(&mut driver, pos2(right + 70.0, first.at.y));
    assert_eq!(
        acted_on(&driver).0,
        BTreeSet::from([first.label.clone()]),
        "{:?}",
        pos2(right + 70.0, first.at.y)
    );
    leave(&mut driver);
    // The band above the columns holds those of its group.
    let heads = things(&driver, Role::ColumnHeader);
    let band = heads[0].top - 10.0;
    right_click(&mut driver, pos2(heads[0].at.x, band));
    let (_, columns) = acted_on(&driver);
    assert!(
        columns.contains(&heads[0].label) && columns.len() > 1,
        "{columns:?}"
    );
    leave(&mut driver);
}

#[test]
fn what_the_menu_does_is_done_to_what_was_pointed_at() {
    let mut driver = opened(Room::Matrix);
    let is_hidden = |driver: &Driver, axis: Axis, label: &str| {
        let contents = driver.app().workspace.contents().unwrap();
        let matrix = driver.app().state.rooms.matrix.matrix.unwrap();
        let hidden: Vec<String> = contents
            .lines_of(matrix, axis)
            .into_iter()
            .filter(|(_, line)| line.hidden)
            .map(|(item, _)| {
                let (code, label) = contents.item_label(item);
                format!("{code} {}", label.it).trim().to_owned()
            })
            .collect();
        hidden == [label.to_owned()]
    };
    // The cursor is somewhere else.
    let rows: Vec<Thing> = things(&driver, Role::RowHeader)
        .into_iter()
        .filter(|thing| !thing.is_group)
        .collect();
    driver
        .harness
        .get_by_role_and_label(Role::RowHeader, &rows[0].label)
        .click();
    driver.settle();
    right_click(&mut driver, rows[3].at);
    assert!(
        driver
            .harness
            .query_by_label_contains("Nascondi le colonne")
            .is_none(),
        "a menu of rows"
    );
    driver
        .harness
        .get_by_label_contains("Nascondi le righe")
        .click();
    driver.settle();
    assert!(
        is_hidden(&driver, Axis::Rows, &rows[3].label),
        "{}",
        rows[3].label
    );
    driver.key_with(Modifiers::COMMAND, Key::Z);
    let columns = things(&driver, Role::ColumnHeader);
    right_click(&mut driver, columns[4].at);
    driver
        .harness
        .get_by_label_contains("Nascondi le colonne")
        .click();
    driver.settle();
    assert!(
        is_hidden(&driver, Axis::Columns, &columns[4].label),
        "{}",
        columns[4].label
    );
    driver.key_with(Modifiers::COMMAND, Key::Z);
    // Several that are selected stay so.
    driver
        .harness
        .get_by_role_and_label(Role::RowHeader, &rows[1].label)
        .click();
    driver.settle();
    driver
        .harness
        .get_by_role_and_label(Role::RowHeader, &rows[2].label)
        .click_modifiers(Modifiers::SHIFT);
    driver.settle();
    right_click(&mut driver, rows[1].at);
    assert_eq!(
        acted_on(&driver).0,
        BTreeSet::from([rows[1].label.clone(), rows[2].label.clone()])
    );
    leave(&mut driver);
}

/// Lines of the other rooms: after a right click the line is the selected one.
fn lines_are_taken(driver: &mut Driver, roles: &[Role]) {
    let contents = driver.app().workspace.contents().unwrap().hash();
    for role in roles {
        let all = things(driver, *role);
        assert!(!all.is_empty(), "{role:?} is not there");
        // The last first: the one that is selected already proves nothing.
        let mut n_new = 0;
        for thing in some(all).into_iter().rev() {
            // What the last one opened may have moved the others: each is pointed at where it is now.
            let now = things(driver, *role);
            let now = now.into_iter().find(|now| now.label == thing.label);
            let thing = now.unwrap_or(thing);
            let fresh = thing.is_selected != Some(true);
            right_click(driver, thing.at);
            let found = things(driver, *role);
            let name = thing.label.as_str();
            let now = found
                .iter()
                .find(|found| found.label == name || found.at.distance(thing.at) < 2.0);
            assert_eq!(
                now.and_then(|now| now.is_selected),
                Some(true),
                "{role:?} {name}"
            );
            n_new += usize::from(fresh);
            leave(driver);
        }
        assert!(n_new > 0, "{role:?}");
    }
    assert_eq!(driver.app().workspace.contents().unwrap().hash(), contents);
}

#[test]
fn rows_of_the_catalogue_and_its_lists() {
    let mut driver = opened(Room::Catalogue);
    lines_are_taken(&mut driver, &[Role::RowHeader, Role::GridCell]);
    // The menu is about the row it was opened on.
    let rows = things(&driver, Role::RowHeader);
    let row = rows
        .iter()
        .find(|row| row.is_selected == Some(false))
        .unwrap();
    let (name, at) = (row.label.clone(), row.at);
    right_click(&mut driver, at);
    assert!(
        egui::Popup::is_any_open(&driver.harness.ctx),
        "a row has a menu"
    );
    let inside = driver
        .harness
        .get_all_by_label_contains("Elimina")
        .min_by(|a, b| a.rect().left().total_cmp(&b.rect().left()));
    inside.unwrap().click();
    driver.settle();
    let labels = driver
        .harness
        .get_all_by_role(Role::Heading)
        .filter_map(|node| node.accesskit_node().label());
    let title = labels
        .collect::<Vec<_>>()
        .into_iter()
        .find(|title| title.starts_with("Elimina"))
        .unwrap();
    let said = title.split('«').nth(1).unwrap().split('»').next().unwrap();
    assert!(name.contains(said), "{title}: {name}");
    driver.key(Key::Escape);
    for tab in ["Attori", "Gruppi", "Fonti"] {
        driver
            .harness
            .get_by_label_contains(&format!(": {tab} "))
            .click();
        driver.settle();
        if things(&driver, Role::ListBoxOption).len() > 1 {
            lines_are_taken(&mut driver, &[Role::ListBoxOption]);
        }
    }
}

#[test]
fn lines_of_frameworks_and_goals() {
    let mut driver = opened(Room::Frameworks);
    lines_are_taken(&mut driver, &[Role::TreeItem, Role::ListItem]);
}

#[test]
fn lines_of_the_sheets() {
    let mut driver = opened(Room::Sheets);
    lines_are_taken(&mut driver, &[Role::ListBoxOption]);
}

#[test]
fn titles_cells_and_lines_of_a_comparison() {
    let mut driver = opened(Room::Compare);
    until(&mut driver, |driver| {
        let workspace = &driver.app().workspace;
        workspace
            .comparison()
            .is_some_and(|made| workspace.comparison_holds(&made.sides))
            && workspace.comparing().is_none()
    });
    driver.settle();
    lines_are_taken(&mut driver, &[Role::GridCell, Role::ListBoxOption]);
    for thing in some(things(&driver, Role::RowHeader)) {
        right_click(&mut driver, thing.at);
        let chosen: Vec<Thing> = things(&driver, Role::GridCell)
            .into_iter()
            .filter(|cell| cell.is_selected == Some(true))
            .collect();
        assert!(chosen.len() > 3, "{}: the whole row", thing.label);
        assert!(
            chosen
                .iter()
                .all(|cell| (cell.at.y - thing.at.y).abs() < 3.0),
            "{}",
            thing.label
        );
        leave(&mut driver);
    }
}

#[test]
fn rows_of_an_analysis() {
    let mut driver = opened(Room::Analysis);
    super::analysis::ready(&mut driver);
    driver.harness.get_by_label_contains(": Tabella").click();
    driver.settle();
    lines_are_taken(&mut driver, &[Role::Row]);
}
