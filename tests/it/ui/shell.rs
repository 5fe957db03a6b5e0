//! What lies round the rooms: rail, menus, palette, toolbars, notices.

use super::catalogue::sample;
use super::driver::{Driver, settings};
use super::{look, zoom};
use egui::accesskit::Role;
use egui::{Event, FontId, Key, Modifiers, PointerButton, Pos2, Rect, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::figure::palette::Look;
use ordito::model::Language;
use ordito::ui;
use ordito::ui::rail::{self, Measures, Place};
use ordito::ui::theme::Paint;
use ordito::words::Words;
use ordito::workspace::{Action, Command, Group, Motion, Notice, Room, Settings, Severity};
use std::collections::BTreeSet;

/// Every node of a role with its name and place.
fn nodes(harness: &zoom::Window, role: Role) -> Vec<(String, Rect)> {
    harness
        .root()
        .children_recursive()
        .filter(|node| node.accesskit_node().role() == role)
        .filter(|node| node.accesskit_node().bounding_box().is_some())
        .map(|node| {
            (
                node.accesskit_node().label().unwrap_or_default(),
                node.rect(),
            )
        })
        .collect()
}

fn command(driver: &mut Driver, command: Command) {
    driver.harness.state_mut().state.asked.push(command);
    driver.harness.step();
    driver.settle();
}

fn sample_in(room: Room, size: [f32; 2], language: Language) -> Driver {
    let (folder, document) = sample();
    let own = Settings {
        room,
        language,
        ..settings()
    };
    Driver::of(folder, document, own, size)
}

fn twelve() -> Vec<Place> {
    let groups = [4, 4, 2, 2];
    (0..)
        .zip(groups)
        .flat_map(|(group, n)| (0..n).map(move |i| (group, i)))
        .map(|(group, i)| Place {
            icon: ui::screens::about(Room::Catalogue).icon,
            name: format!("Laboratorio {group}{i}"),
            group,
            chosen: (group, i) == (1, 0),
        })
        .collect()
}

#[test]
fn twelve_rooms_in_four_groups_need_no_scrolling_at_768() {
    for (size, names) in [
        (vec2(1366.0, 768.0), true),
        (vec2(1600.0, 1000.0), true),
        (vec2(1280.0, 650.0), false),
    ] {
        let height = size.y - 78.0;
        let mut harness = egui_kittest::Harness::builder()
            .with_size(vec2(rail::width(size.x), height))
            .with_context_setup(ui::prepare)
            .build_ui(|ui| {
                egui::Frame::new().show(ui, |ui| {
                    rail::places_ui(ui, &Paint::of(Look::Light), &twelve(), |_, _| {});
                });
            });
        harness.run();
        let tabs: Vec<Rect> = harness
            .root()
            .children_recursive()
            .filter(|node| node.accesskit_node().role() == Role::Tab)
            .map(|node| node.rect())
            .collect();
        assert_eq!(tabs.len(), 12, "{size:?}");
        assert!(
            tabs.iter()
                .all(|tab| tab.bottom() <= height && tab.height() >= 44.0),
            "{size:?}: {tabs:?}"
        );
        let gaps = tabs
            .windows(2)
            .filter(|pair| pair[1].top() - pair[0].bottom() > 4.0)
            .count();
        assert_eq!(gaps, 3, "a line between groups: {tabs:?}");
        assert_eq!(Measures::of(12, 3, height).names, names);
    }
}

#[test]
fn the_rail_of_the_program_is_whole_at_every_size() {
    for zoom in [1.0, 1.25, 2.0] {
        let (_folder, harness) = zoom::opened(Room::Matrix, Look::Light, zoom);
        let tabs = nodes(&harness, Role::Tab);
        let bottom = harness.ctx.content_rect().bottom() - 30.0;
        assert_eq!(tabs.len(), Room::ALL.len());
        for (name, rect) in tabs {
            assert!(
                rect.bottom() <= bottom * zoom + 1.0,
                "{zoom}: {name} {rect:?}"
            );
        }
    }
}

/// What a menu takes of a line: margins of the menu and of the line.
const MARGINS: f32 = 2.0 * 8.0 + 2.0;

fn right_click(driver: &mut Driver, pos: Pos2) {
    driver.harness.event(Event::PointerMoved(pos));
    driver.harness.step();
    for pressed in [true, false] {
        driver.harness.event(Event::PointerButton {
            pos,
            button: PointerButton::Secondary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        driver.harness.step();
    }
    driver.settle();
}

#[test]
fn the_main_menu_is_narrow_menus_that_hold_every_command_once() {
    let mut driver = Driver::small(3, 3);
    driver
        .harness
        .get_by_role_and_label(Role::Button, "Menu")
        .click();
    driver.settle();
    let first = nodes(&driver.harness, Role::MenuItem);
    assert!(first.len() >= 10 && first.len() <= 20, "{first:?}");
    let mut found = BTreeSet::new();
    for (name, rect) in &first {
        let wide = rect.width() + MARGINS;
        assert!((240.0..=280.0).contains(&wide), "{name}: {wide}");
        driver.harness.hover_at(rect.center());
        driver.harness.event(Event::PointerMoved(rect.center()));
        driver.settle();
        driver
            .harness
            .get_by_role_and_label(Role::MenuItem, name)
            .click();
        driver.settle();
        let lines: Vec<_> = nodes(&driver.harness, Role::MenuItem)
            .into_iter()
            .filter(|(_, line)| line.left() > first[0].1.right())
            .collect();
        assert!(!lines.is_empty(), "{name} opens");
        for (text, line) in lines {
            let wide = line.width() + MARGINS;
            assert!((240.0..=280.0).contains(&wide), "{name}, {text}: {wide}");
            assert!(
                line.bottom() < 768.0,
                "{name}, {text} is seen without scrolling"
            );
            assert!(found.insert(text.clone()), "{text} is there twice");
        }
    }
    let words = Words::new(Language::It);
    let all: BTreeSet<String> = Command::all().map(|each| words.say(each.key())).collect();
    assert_eq!(found, all);
}

#[test]
fn no_line_of_a_menu_is_cut() {
    let driver = Driver::small(1, 1);
    let wide = |text: &str, size| {
        let (text, font) = (text.to_owned(), FontId::proportional(size));
        driver
            .harness
            .ctx
            .fonts_mut(|fonts| fonts.layout_no_wrap(text, font, egui::Color32::BLACK))
            .size()
            .x
    };
    let mut cut = Vec::new();
    for language in [Language::It, Language::En] {
        let words = Words::new(language);
        for command in Command::all() {
            let text = words.say(command.key());
            let keys = command.shortcut().map(|keys| keys.say(&words));
            let keys = keys.map_or(0.0, |keys| wide(&keys, 12.0) + 16.0);
            let needs = wide(&text, 14.0) + keys + 16.0 + MARGINS;
            if needs > 280.0 {
                cut.push(format!("{text}: {needs:.0}"));
            }
        }
    }
    assert!(cut.is_empty(), "{}", cut.join("\n"));
}

#[test]
fn menus_of_cells_and_headings_are_as_narrow() {
    let mut driver = sample_in(Room::Matrix, [1366.0, 768.0], Language::It);
    for role in [Role::GridCell, Role::ColumnHeader] {
        let (_, cell) = nodes(&driver.harness, role).swap_remove(3);
        right_click(&mut driver, cell.center());
        let lines = nodes(&driver.harness, Role::MenuItem);
        assert!(lines.len() > 5, "{role:?}");
        for (text, line) in lines {
            let wide = line.width() + MARGINS;
            assert!((240.0..=280.0).contains(&wide), "{text}: {wide}");
        }
        driver.key(Key::Escape);
    }
}

#[test]
fn the_palette_has_groups_and_what_was_used_lately_comes_first() {
    let mut driver = Driver::small(3, 3);
    let heads = |driver: &Driver| -> Vec<String> {
        let all = nodes(&driver.harness, Role::Heading);
        all.into_iter().map(|(name, _)| name).collect()
    };
    driver.key_with(Modifiers::COMMAND, Key::K);
    let words = Words::new(Language::It);
    let groups = heads(&driver);
    let possible = |each: &Command| ui::commands::is_possible(*each, &driver.app().workspace);
    for group in Group::all() {
        let mut of_group = Command::all().filter(|each| each.group() == group);
        if !of_group.any(|each| possible(&each)) {
            continue;
        }
        assert!(
            groups.contains(&words.say(group.key())),
            "{group:?}: {groups:?}"
        );
    }
    assert!(!groups.contains(&"Usati di recente".to_owned()));
    driver.keys("scuro");
    assert!(
        heads(&driver).is_empty(),
        "what fits best is first, whatever its group"
    );
    driver.key(Key::Enter);
    assert_eq!(driver.app().workspace.settings().look, Look::Dark);
    driver.key_with(Modifiers::COMMAND, Key::K);
    assert_eq!(heads(&driver)[0], "Usati di recente");
    let (first, _) = nodes(&driver.harness, Role::MenuItem).swap_remove(0);
    assert_eq!(first, "Aspetto scuro");
    // Enter does it again.
    driver
        .harness
        .state_mut()
        .actions
        .push(Action::SetLook(Look::Light));
    driver.settle();
    driver.key(Key::Enter);
    assert_eq!(driver.app().workspace.settings().look, Look::Dark);
}

#[test]
fn the_search_field_has_one_place_in_all_rooms() {
    let mut driver = sample_in(Room::Matrix, [1280.0, 800.0], Language::It);
    let mut places = BTreeSet::new();
    for room in Room::ALL {
        driver
            .harness
            .state_mut()
            .actions
            .push(Action::SetRoom(*room));
        driver.settle();
        let field = driver
            .harness
            .get_by_role_and_label(Role::Button, "Cerca politiche, obiettivi e comandi");
        places.insert(format!("{:?}", field.rect()));
        let middle = field.rect().center().x;
        assert!((middle - 640.0).abs() < 1.0, "{room:?}: {middle}");
    }
    assert_eq!(places.len(), 1, "{places:?}");
}

fn tell(driver: &mut Driver, notice: Notice) {
    driver
        .harness
        .state_mut()
        .actions
        .push(Action::Notify(notice));
    driver.settle();
}

/// The lowest edge of the cells that are drawn, and the status line's upper one.
fn cells_bottom(driver: &Driver) -> f32 {
    nodes(&driver.harness, Role::GridCell)
        .into_iter()
        .map(|(_, cell)| cell.bottom())
        .fold(0.0, f32::max)
}

#[test]
fn notices_lie_over_nothing() {
    let mut driver = sample_in(Room::Matrix, [1366.0, 768.0], Language::It);
    let before = cells_bottom(&driver);
    tell(&mut driver, Notice::new(Severity::Done, "Fatto così"));
    let said = |driver: &Driver, text: &str| {
        let alert = driver.harness.get_by_role_and_label(Role::Alert, text);
        alert.rect()
    };
    let line = said(&driver, "Fatto così");
    // Of 768, the harness leaves 8 free all round, and the status line has the last 30.
    let (status, bottom) = (768.0 - 8.0 - 30.0, 768.0 - 8.0);
    assert!(
        line.top() >= status && line.bottom() <= bottom,
        "in the status line: {line:?}"
    );
    assert!(
        (cells_bottom(&driver) - before).abs() < 0.1,
        "nothing moved"
    );
    // What has to be read has a place of its own, and the work ends above it.
    let details = vec!["P1 × 2: «9» è fuori scala".to_owned()];
    tell(
        &mut driver,
        Notice::new(Severity::Warning, "Una cella no").with_details(details),
    );
    let strip = said(&driver, "Una cella no");
    assert!(
        strip.top() > 600.0 && strip.bottom() <= status + 1.0,
        "{strip:?}"
    );
    driver.harness.get_by_label("P1 × 2: «9» è fuori scala");
    for role in [Role::GridCell, Role::RowHeader] {
        for (name, cell) in nodes(&driver.harness, role) {
            let seen = cell.intersect(driver.harness.ctx.content_rect());
            assert!(
                !seen.shrink(0.6).intersects(strip) || cell.top() > strip.top(),
                "{name}: {cell:?} {strip:?}"
            );
        }
    }
    driver
        .harness
        .get_all_by_label("Chiudi l'avviso")
        .last()
        .unwrap()
        .click();
    driver.settle();
    assert!(
        driver.harness.query_by_label("Una cella no").is_none()
            || driver.harness.query_by_label("Fatto così").is_none()
    );
}

#[test]
fn what_was_written_can_be_opened_from_its_notice() {
    let mut driver = Driver::small(2, 2);
    let path = std::env::temp_dir().join("tabella.xlsx");
    tell(
        &mut driver,
        Notice::new(Severity::Done, "Esportato in tabella.xlsx").with_file(path.clone()),
    );
    for label in ["Apri il file", "Apri la cartella"] {
        driver
            .harness
            .get_by_role_and_label(Role::Button, label)
            .click();
        driver.settle();
    }
    let asked = &driver.app().effects;
    let opened = |path: &std::path::Path| {
        asked.contains(&ordito::workspace::Effect::OpenOutside(path.to_owned()))
    };
    assert!(opened(&path) && opened(path.parent().unwrap()), "{asked:?}");
}

#[test]
fn guide_and_shortcuts_are_read_beside_the_work() {
    let mut driver = sample_in(Room::Matrix, [1366.0, 768.0], Language::It);
    for (key, held, said) in [
        (Key::F1, Modifiers::COMMAND, "Guida"),
        (Key::F1, Modifiers::NONE, "Scorciatoie da tastiera"),
    ] {
        driver.key_with(held, key);
        let read = driver
            .harness
            .get_by_role_and_label(Role::Document, said)
            .rect();
        assert!(read.left() > 683.0 && read.width() > 250.0, "{read:?}");
        look::picture(&mut driver.harness, &format!("help-{said}"));
        // The grid is still there, and takes a score.
        let cells = nodes(&driver.harness, Role::GridCell);
        assert!(cells.len() > 50, "{}", cells.len());
        for (name, cell) in &cells {
            let seen = cell.intersect(driver.harness.ctx.content_rect());
            assert!(
                seen.left() < read.left() || seen.width() < 1.0,
                "{name}: {seen:?}"
            );
        }
        let steps = driver.app().n_steps();
        let (_, cell) = cells[5].clone();
        driver.harness.event(Event::PointerMoved(cell.center()));
        driver.harness.step();
        for pressed in [true, false] {
            driver.harness.event(Event::PointerButton {
                pos: cell.center(),
                button: PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            });
            driver.harness.step();
        }
        driver.settle();
        driver.keys(if steps.is_multiple_of(2) { "-2" } else { "-3" });
        assert_eq!(driver.app().n_steps(), steps + 1, "{said}");
        // Its own key closes it.
        driver.key_with(held, key);
        assert!(
            driver
                .harness
                .query_by_role_and_label(Role::Document, said)
                .is_none()
        );
    }
}

#[test]
fn the_first_tour_points_at_what_it_speaks_of() {
    let mut driver = sample_in(Room::Sheets, [1366.0, 768.0], Language::It);
    command(&mut driver, Command::Tour);
    let expected = [
        (Some(Room::Catalogue), "Catalogo"),
        (Some(Room::Frameworks), "Quadri"),
        (Some(Room::Matrix), "Matrice"),
        (None, "Ctrl+K"),
        (None, "salvato"),
    ];
    for (i, (room, says)) in expected.into_iter().enumerate() {
        if let Some(room) = room {
            assert_eq!(driver.app().workspace.settings().room, room);
        }
        driver
            .harness
            .get_by_label(&format!("Passo {} di 5", i + 1));
        assert!(
            driver.harness.query_all_by_label_contains(says).count() > 0,
            "{says}"
        );
        look::picture(&mut driver.harness, &format!("tour-{}", i + 1));
        // Enter: the button has the keyboard.
        driver.key(Key::Enter);
    }
    assert!(driver.harness.query_by_label_contains("Passo").is_none());
    assert!(driver.app().workspace.settings().tour_seen);
}

#[test]
fn motion_is_as_the_system_has_it_or_as_one_says() {
    let mut driver = Driver::small(2, 2);
    for (label, motion) in [
        ("Meno movimento", Motion::Reduced),
        ("Tutto il movimento", Motion::Full),
        ("Movimento come il sistema", Motion::Desktop),
    ] {
        driver
            .harness
            .get_by_role_and_label(Role::Button, "Aspetto")
            .click();
        driver.settle();
        driver.harness.get_by_label(label).click();
        driver.settle();
        assert_eq!(driver.app().workspace.settings().motion, motion);
    }
}

#[test]
fn undoing_says_what_was_done_to_a_row() {
    let mut driver = sample_in(Room::Matrix, [1366.0, 768.0], Language::It);
    command(&mut driver, Command::HideRows);
    let name = driver
        .harness
        .query_all_by_label_contains("Annulla: Nascondi riga «")
        .count();
    assert_eq!(name, 1);
    driver.key_with(Modifiers::COMMAND, Key::Z);
    assert!(
        driver
            .app()
            .workspace
            .notices()
            .iter()
            .any(|notice| notice.text.starts_with("Annullato: Nascondi riga «"))
    );
    driver
        .harness
        .get_by_label_contains("Ripeti: Nascondi riga «");
}

#[test]
fn assessors_of_a_new_matrix_are_added_one_after_the_other() {
    let mut driver = sample_in(Room::Matrix, [1366.0, 768.0], Language::It);
    driver.key_with(Modifiers::COMMAND, Key::M);
    driver
        .harness
        .get_by_role_and_label(Role::TextInput, "Nuovo valutatore")
        .focus();
    driver.settle();
    for name in ["Ufficio acque", "Ufficio strade"] {
        driver.keys(name);
        driver.key(Key::Enter);
    }
    let contents = driver.app().workspace.contents().unwrap();
    for name in ["Ufficio acque", "Ufficio strade"] {
        assert!(
            contents.assessors.values().any(|each| each.name == name),
            "{name}"
        );
    }
}

/// What can be pressed in the line above a room, with its place.
fn toolbar(driver: &Driver) -> Vec<(String, Rect)> {
    let line = 48.0..100.0;
    [
        Role::Button,
        Role::RadioButton,
        Role::ComboBox,
        Role::CheckBox,
        Role::TextInput,
    ]
    .into_iter()
    .flat_map(|role| nodes(&driver.harness, role))
    .filter(|(_, rect)| line.contains(&rect.center().y) && rect.width() > 1.0)
    .collect()
}

#[test]
fn no_control_above_a_room_is_cut_or_covered() {
    let mut wrong = Vec::new();
    for room in Room::ALL {
        for size in [[1600.0, 1000.0], [1280.0, 800.0], [1000.0, 700.0]] {
            let driver = sample_in(*room, size, Language::It);
            let all = toolbar(&driver);
            for (i, (name, rect)) in all.iter().enumerate() {
                if rect.right() > size[0] + 0.5 || rect.left() < 0.0 {
                    wrong.push(format!("{room:?} {size:?}: {name} is cut: {rect:?}"));
                }
                for (other, place) in &all[i + 1..] {
                    let both = rect.intersect(*place);
                    if both.width() > 1.0 && both.height() > 1.0 {
                        wrong.push(format!("{room:?} {size:?}: {name} over {other}"));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
