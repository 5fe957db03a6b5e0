//! The matrix by keyboard, mouse and screen reader.

use super::driver::Driver;
use crate::document::small::cell;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::model::CellValue;
use ordito::workspace::Effect;

/// The label of the cell the screen reader is on.
fn focused(driver: &Driver) -> String {
    let node = driver
        .harness
        .get_by(|node| node.role() == Role::GridCell && node.is_focused());
    node.accesskit_node().label().unwrap_or_default()
}

#[test]
fn one_key_scores_a_cell_and_goes_down() {
    let mut driver = Driver::small(3, 4);
    driver.keys("2n?0-1");
    let app = driver.app();
    assert_eq!(
        [app.typed(1, 1), app.typed(2, 1), app.typed(3, 1)],
        ["2", "n", "?"]
    );
    // At the foot of a column typing goes on at the top of the next.
    assert_eq!([app.typed(1, 2), app.typed(2, 2)], ["0", "-1"]);
}

#[test]
fn a_press_on_the_track_of_a_scroll_bar_takes_the_thumb_there_and_dragging_goes_on() {
    let mut driver = Driver::small(60, 4);
    let name = driver.app().workspace.words().say("matrix-scroll-y");
    let bar = |driver: &Driver| {
        let node = driver.harness.get_by_role_and_label(Role::ScrollBar, &name);
        (node.rect(), node.accesskit_node().numeric_value().unwrap())
    };
    let (track, at) = bar(&driver);
    assert!(at == 0.0 && track.height() > 200.0, "{track:?} {at}");
    let middle = track.center();
    driver.harness.hover_at(middle);
    driver.harness.step();
    driver.harness.drag_at(middle);
    driver.settle();
    let pressed = bar(&driver).1;
    assert!((0.4..0.6).contains(&pressed), "{pressed}");
    driver
        .harness
        .hover_at(middle + egui::vec2(0.0, track.height() / 10.0));
    driver.settle();
    let dragged = bar(&driver).1;
    assert!(
        dragged > pressed + 0.05 && dragged < 0.9,
        "{pressed} then {dragged}"
    );
    driver
        .harness
        .drop_at(middle + egui::vec2(0.0, track.height() / 10.0));
    driver.settle();
    // A press on the thumb itself takes it nowhere.
    driver
        .harness
        .drag_at(middle + egui::vec2(0.0, track.height() / 10.0));
    driver.settle();
    assert!((bar(&driver).1 - dragged).abs() < 0.01);
}

#[test]
fn both_sides_are_typed_with_a_slash_or_in_the_editor() {
    let mut driver = Driver::small(3, 4);
    driver.keys("2/-1");
    assert_eq!(driver.app().typed(1, 1), "2/-1");
    assert!(focused(&driver).starts_with("P2 "), "{}", focused(&driver));
    driver.key(Key::F2);
    driver.keys("3-2");
    driver.key(Key::Enter);
    assert_eq!(driver.app().typed(2, 1), "3/-2");
}

#[test]
fn an_entry_that_is_no_level_is_refused_in_place_and_the_old_value_stays() {
    let mut driver = Driver::small(3, 4);
    driver.keys("1");
    driver.key(Key::ArrowUp);
    driver.keys("7");
    assert_eq!(driver.app().typed(1, 1), "1");
    driver.harness.get_by_role(Role::Alert);
    assert!(
        driver
            .harness
            .query_by_label_contains("è fuori dalla scala")
            .is_some()
    );
    // Enter insists in vain, Esc gives up, the next digit would begin anew.
    driver.key(Key::Enter);
    assert_eq!(driver.app().typed(1, 1), "1");
    driver.keys("3");
    assert_eq!(driver.app().typed(1, 1), "3");
}

#[test]
fn escape_leaves_the_cell_as_it_was() {
    let mut driver = Driver::small(3, 4);
    driver.keys("2");
    driver.key(Key::ArrowUp);
    driver.keys("-");
    driver.key(Key::Escape);
    assert_eq!(driver.app().typed(1, 1), "2");
    assert!(focused(&driver).contains("riga 1 di 3"));
}

#[test]
fn the_focused_cell_says_policy_goal_value_marks_and_place() {
    let mut driver = Driver::small(3, 4);
    driver.keys("2");
    driver.key(Key::ArrowUp);
    assert_eq!(
        focused(&driver),
        "P1 Politica 1, 1 Obiettivo 1: +2, riga 1 di 3, colonna 1 di 4"
    );
    driver.key(Key::ArrowRight);
    assert_eq!(
        focused(&driver),
        "P1 Politica 1, 2 Obiettivo 2: vuoto, riga 1 di 3, colonna 2 di 4"
    );
    driver
        .harness
        .get_by_role_and_label(Role::RowHeader, "P3 Politica 3");
    driver
        .harness
        .get_by_role_and_label(Role::ColumnHeader, "4 Obiettivo 4");
    driver
        .harness
        .get_by_role_and_label(Role::Grid, "Matrice Prova");
}

#[test]
fn a_click_selects_by_label_and_the_keyboard_goes_on_from_there() {
    let mut driver = Driver::small(3, 4);
    driver
        .harness
        .get_by_label("P2 Politica 2, 3 Obiettivo 3: vuoto, riga 2 di 3, colonna 3 di 4")
        .click();
    driver.settle();
    driver.keys("-3");
    assert_eq!(driver.app().typed(2, 3), "-3");
    driver.key_with(Modifiers::COMMAND, Key::Home);
    assert!(focused(&driver).contains("riga 1 di 3, colonna 1 di 4"));
    driver.key_with(Modifiers::COMMAND, Key::End);
    assert!(focused(&driver).contains("riga 3 di 3, colonna 4 di 4"));
    driver.key(Key::Home);
    assert!(focused(&driver).contains("riga 3 di 3, colonna 1 di 4"));
}

#[test]
fn a_range_is_cleared_filled_copied_and_pasted_as_tab_separated_text() {
    let mut driver = Driver::small(3, 4);
    driver.keys("123");
    driver.key_with(Modifiers::COMMAND, Key::Home);
    driver.key_with(Modifiers::SHIFT, Key::ArrowDown);
    driver.key_with(Modifiers::SHIFT, Key::ArrowRight);
    driver.harness.event(egui::Event::Copy);
    driver.settle();
    driver.settle();
    let copied = driver.app().effects.iter().find_map(|effect| match effect {
        Effect::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    assert_eq!(copied.as_deref(), Some("1\t\n2\t\n"));
    driver.key_with(Modifiers::COMMAND, Key::R);
    assert_eq!(
        [
            driver.app().typed(1, 2),
            driver.app().typed(2, 2),
            driver.app().typed(3, 2)
        ],
        ["1", "2", ""]
    );
    let steps = driver.app().n_steps();
    driver.paste("-1\t\"2/-1\"\nn\t0\n");
    assert_eq!(driver.app().n_steps(), steps + 1);
    let app = driver.app();
    assert_eq!(
        [
            app.typed(1, 1),
            app.typed(1, 2),
            app.typed(2, 1),
            app.typed(2, 2)
        ],
        ["-1", "2/-1", "n", "0"]
    );
    driver.key_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(
        [driver.app().typed(1, 1), driver.app().typed(2, 2)],
        ["1", "2"]
    );
    driver.key(Key::Delete);
    assert_eq!(
        [driver.app().typed(1, 1), driver.app().typed(2, 2)],
        ["", ""]
    );
    assert_eq!(driver.app().typed(3, 1), "3");
}

#[test]
fn a_pasted_block_spreads_one_value_fills_and_what_is_refused_is_listed() {
    let mut driver = Driver::small(3, 4);
    driver.paste("2\t9\n1\t-1\n");
    let app = driver.app();
    assert_eq!(
        [
            app.typed(1, 1),
            app.typed(1, 2),
            app.typed(2, 1),
            app.typed(2, 2)
        ],
        ["2", "", "1", "-1"]
    );
    let notice = app.workspace.notices().last().unwrap();
    assert_eq!(notice.details.len(), 1);
    assert!(
        notice.details[0].starts_with("P1 Politica 1 × 2 Obiettivo 2: «9» è fuori"),
        "{}",
        notice.details[0]
    );
    driver.key_with(Modifiers::COMMAND, Key::A);
    driver.paste("3");
    for row in 1..=3 {
        for column in 1..=4 {
            assert_eq!(driver.app().typed(row, column), "3");
        }
    }
    driver.key_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(driver.app().value(3, 4), CellValue::Unscored);
}

#[test]
fn a_reason_typed_in_the_inspector_is_kept_whatever_happens_next() {
    let mut driver = Driver::small(3, 4);
    driver.keys("2");
    driver.key(Key::ArrowUp);
    driver.key_with(Modifiers::COMMAND, Key::G);
    driver
        .harness
        .get_by_role_and_label(Role::MultilineTextInput, "Motivazione")
        .type_text("Perché sì");
    driver.harness.step();
    // Another cell is clicked before any pause.
    driver
        .harness
        .get_by_label("P3 Politica 3, 4 Obiettivo 4: vuoto, riga 3 di 3, colonna 4 di 4")
        .click();
    driver.settle();
    let contents = driver.app().workspace.contents().unwrap();
    assert_eq!(contents.assessments[&cell(1, 1)].reason, "Perché sì");
    assert_eq!(contents.assessments[&cell(1, 1)].value.to_string(), "2");
    driver.harness.get_by_label(
        "P1 Politica 1, 1 Obiettivo 1: +2, con motivazione, riga 1 di 3, colonna 1 di 4",
    );
}

#[test]
fn a_hundred_by_seventeen_random_scores_take_at_most_3400_keys() {
    let mut driver = Driver::small(100, 17);
    let entries = ["-3", "-2", "-1", "0", "1", "2", "3", "n", "?", "2/-1"];
    let mut state = 7_u64;
    let (mut n_keys, mut expected) = (0, Vec::new());
    for column in 1..=17_u128 {
        for row in 1..=100_u128 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let entry = entries[usize::try_from(state >> 40).unwrap() % entries.len()];
            expected.push((row, column, entry));
            n_keys += entry.chars().count();
            for c in entry.chars() {
                driver.harness.event(egui::Event::Text(c.to_string()));
            }
        }
        // A whole column in one frame: faster than anybody types, and nothing may be lost.
        driver.harness.step();
    }
    driver.settle();
    assert!(n_keys <= 3_400, "{n_keys} keys");
    for (row, column, entry) in expected {
        assert_eq!(driver.app().typed(row, column), entry, "{row} {column}");
    }
}

#[test]
fn totals_follow_every_entry() {
    let mut driver = Driver::small(3, 4);
    driver.keys("2-1");
    driver.key_with(Modifiers::COMMAND, Key::Z);
    driver.key_with(Modifiers::COMMAND, Key::Y);
    let view = driver.app().state.rooms.matrix.view().unwrap();
    let layer = view.layer(driver.app().state.rooms.matrix.assessor());
    assert_eq!(layer.columns[0].net(), 1.0);
    assert_eq!(layer.rows[1].net(), -1.0);
    assert_eq!(
        view.totals(driver.app().state.rooms.matrix.assessor())
            .answered,
        2
    );
}
