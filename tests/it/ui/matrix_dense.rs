//! How much of a matrix is seen at once, as a screen reader is told: rows and columns that are whole in sight.

use super::catalogue::sample;
use super::driver::{Driver, settings};
use super::matrix_look::targets;
use crate::document::small::matrix_document;
use egui::Rect;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::document::Edit;
use ordito::model::{Policy, PolicyId};
use ordito::workspace::{Action, Command, Density};

fn opened(size: [f32; 2]) -> Driver {
    let (kept, document) = sample();
    Driver::of(kept, document, settings(), size)
}
/// Places of the heads that are told; one that is partly out of sight is told with what is left of it.
fn heads(driver: &Driver, role: Role) -> Vec<Rect> {
    let nodes = driver.harness.root().children_recursive();
    nodes
        .filter(|node| node.accesskit_node().role() == role)
        .map(|node| node.rect())
        .collect()
}
/// Those that are as wide or as high as their likes, and do not lie under something else.
fn columns(driver: &Driver) -> usize {
    let all = heads(driver, Role::ColumnHeader);
    let widest = all.iter().map(Rect::width).fold(0.0, f32::max);
    all.iter()
        .filter(|head| head.width() > widest - 1.5)
        .count()
}
/// Without the headings of groups.
fn rows(driver: &Driver) -> usize {
    let nodes = driver.harness.root().children_recursive();
    let all: Vec<(Rect, bool)> = nodes
        .filter(|node| node.accesskit_node().role() == Role::RowHeader)
        .map(|node| {
            (
                node.rect(),
                node.accesskit_node().data().is_expanded().is_some(),
            )
        })
        .collect();
    let highest = all
        .iter()
        .map(|(head, _)| head.height())
        .fold(0.0, f32::max);
    all.iter()
        .filter(|(head, is_group)| !is_group && head.height() > highest - 0.5)
        .count()
}
fn inspector_is_open(driver: &Driver) -> bool {
    let buttons = heads(driver, Role::RadioButton);
    buttons
        .iter()
        .filter(|button| button.height() > 30.0)
        .count()
        >= 7
}
fn ask(driver: &mut Driver, command: Command) {
    driver.harness.state_mut().state.asked.push(command);
    driver.settle();
}
fn height_of_row(driver: &Driver, name: &str) -> f32 {
    let head = driver.harness.get_by_role_and_label(Role::RowHeader, name);
    head.rect().height()
}

#[test]
fn all_goals_and_seventeen_rows_are_seen_beside_the_cell_sheet() {
    for (size, least) in [
        ([1366.0, 768.0], 17),
        ([1280.0, 800.0], 17),
        ([1920.0, 1080.0], 17),
    ] {
        let driver = opened(size);
        assert!(inspector_is_open(&driver), "{size:?}");
        assert_eq!(columns(&driver), 17, "columns at {size:?}");
        let seen = rows(&driver);
        assert!(seen >= least, "{seen} rows at {size:?}");
    }
}

#[test]
fn the_compact_form_comes_where_the_wide_one_does_not_fit_and_by_command() {
    let mut driver = opened([1366.0, 768.0]);
    let cell = |driver: &Driver| {
        let columns = heads(driver, Role::ColumnHeader);
        let rows = heads(driver, Role::RowHeader);
        (columns[0].width().round(), rows[1].height().round())
    };
    let compact = cell(&driver);
    assert!((33.0..=36.0).contains(&compact.0), "{compact:?}");
    assert_eq!(compact.1, 24.0);
    // Without the sheet there is room again; by command there is none.
    ask(&mut driver, Command::Inspector);
    let wide = cell(&driver);
    assert!(wide.0 > compact.0);
    ask(&mut driver, Command::Inspector);
    ask(&mut driver, Command::DensityWide);
    assert_eq!(cell(&driver), (47.0, 30.0));
    ask(&mut driver, Command::DensityAutomatic);
    assert_eq!(cell(&driver), compact);
    let mut large = opened([1920.0, 1080.0]);
    assert_eq!(cell(&large), (47.0, 30.0));
    ask(&mut large, Command::DensityCompact);
    assert_eq!(cell(&large).1, 24.0);
    assert_eq!(
        large.app().workspace.settings().density,
        Density::Compact,
        "it is remembered"
    );
}

#[test]
fn twenty_five_of_169_targets_are_seen_with_whole_names() {
    let mut driver = targets([1366.0, 768.0]);
    let contents = driver.app().workspace.contents().unwrap();
    let last = contents
        .matrices
        .iter()
        .find(|(id, _)| **id == ordito::model::MatrixId::fixed(9));
    let last = *last.unwrap().0;
    driver.harness.state_mut().state.rooms.matrix.matrix = Some(last);
    driver.settle();
    driver.settle();
    assert!(inspector_is_open(&driver));
    assert!(columns(&driver) >= 25, "{}", columns(&driver));
    let whole = "1.2 Dimezzare la povertà secondo le soglie nazionali";
    driver
        .harness
        .get_by_role_and_label(Role::ColumnHeader, whole);
}

#[test]
fn rows_are_as_high_as_their_names_where_that_is_wished() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = matrix_document(&folder.path().join("a.ordito"), 3, 17);
    let name =
        "Programma metropolitano per la riqualificazione energetica degli edifici scolastici";
    let policy = Policy {
        name: name.to_owned(),
        code: "P2".to_owned(),
        ..Policy::default()
    };
    let stamp = crate::document::small::stamp(5);
    let id = PolicyId::fixed(2);
    document
        .apply(&Edit::ChangePolicy { id, policy }, &stamp)
        .unwrap()
        .unwrap();
    let mut driver = Driver::of(folder, document, settings(), [1366.0, 768.0]);
    let long = format!("P2 {name}");
    assert_eq!(height_of_row(&driver, &long), 24.0);
    ask(&mut driver, Command::WholeNames);
    driver.settle();
    assert!(height_of_row(&driver, &long) > 60.0, "several lines");
    assert!(height_of_row(&driver, "P1 Politica 1") < 30.0);
    // Entry goes on in rows of any height.
    driver.keys("12");
    assert_eq!(
        [driver.app().typed(1, 1), driver.app().typed(2, 1)],
        ["1", "2"]
    );
    assert!(driver.app().workspace.settings().whole_names);
    ask(&mut driver, Command::WholeNames);
    driver.settle();
    assert_eq!(height_of_row(&driver, &long), 24.0);
}

/// Named after what it is in the window: the columns from left to right.
fn codes(driver: &Driver) -> Vec<String> {
    let nodes = driver.harness.root().children_recursive();
    let mut heads: Vec<(f32, String)> = nodes
        .filter(|node| node.accesskit_node().role() == Role::ColumnHeader)
        .map(|node| {
            let label = node.accesskit_node().label().unwrap_or_default();
            let code = label.split(' ').next().unwrap_or_default().to_owned();
            (node.rect().left(), code)
        })
        .collect();
    heads.sort_by(|a, b| a.0.total_cmp(&b.0));
    heads.into_iter().map(|(_, code)| code).collect()
}

#[test]
fn goals_stand_by_their_numbers_where_that_is_wished() {
    let mut driver = opened([1366.0, 768.0]);
    let by_area = codes(&driver);
    assert_eq!(by_area[..8], ["1", "2", "3", "4", "5", "6", "12", "13"]);
    ask(&mut driver, Command::GoalsByNumber);
    driver.settle();
    let numbers: Vec<String> = (1..=17).map(|n: u8| n.to_string()).collect();
    assert_eq!(codes(&driver), numbers);
    assert!(driver.app().workspace.settings().goals_by_number);
    // What is typed goes where it is seen.
    let at = driver.app().state.rooms.matrix.anchored_items().1.unwrap();
    let contents = driver.app().workspace.contents().unwrap();
    assert_eq!(contents.item_label(at).0, "1");
    ask(&mut driver, Command::GoalsByNumber);
    driver.settle();
    assert_eq!(codes(&driver), by_area);
    driver
        .harness
        .state_mut()
        .actions
        .push(Action::SetGoalsByNumber(true));
    driver.settle();
    assert_eq!(codes(&driver), numbers);
}
