//! The room Quadri: goals, crosswalks and scales by keyboard, mouse and screen reader.
//! Pictures of it: `ORDITO_PICTURES=DIR cargo test --test it ui::frameworks`.

use super::catalogue::sample;
use super::driver::{Driver, settings};
use super::look::{self, Picture};
use crate::document::small::stamp;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::document::{Document, Edit};
use ordito::figure::palette::Look;
use ordito::model::{
    Axis, Contents, DocumentId, Framework, FrameworkId, Goal, GoalId, Points, PolicyId, Scale,
    Wording,
};
use ordito::workspace::{Action, Room, Settings};

fn opened() -> Driver {
    let (kept, document) = sample();
    Driver::of(
        kept,
        document,
        Settings {
            room: Room::Frameworks,
            ..settings()
        },
        [1600.0, 1000.0],
    )
}
fn contents(driver: &Driver) -> &Contents {
    driver.app().workspace.contents().unwrap()
}
fn agenda(driver: &Driver) -> FrameworkId {
    let of = |(id, framework): (&FrameworkId, &Framework)| {
        (framework.key == "agenda-2030").then_some(*id)
    };
    contents(driver).frameworks.iter().find_map(of).unwrap()
}
fn goal<'a>(driver: &'a Driver, code: &str) -> &'a Goal {
    let framework = agenda(driver);
    contents(driver)
        .goals
        .values()
        .find(|goal| goal.framework == framework && goal.code == code)
        .unwrap()
}
fn rows(driver: &Driver) -> Vec<String> {
    driver
        .harness
        .get_all_by_role(Role::TreeItem)
        .map(|node| node.accesskit_node().label().unwrap())
        .collect()
}
fn choose(driver: &mut Driver, start: &str) {
    let label = rows(driver)
        .into_iter()
        .find(|label| label.starts_with(start))
        .unwrap();
    driver
        .harness
        .get_by_role_and_label(Role::TreeItem, &label)
        .click();
    driver.settle();
}
fn tab(driver: &mut Driver, name: &str) {
    driver
        .harness
        .get_by_label(&format!("Quadri: {name}"))
        .click();
    driver.settle();
}
/// Types over what a field holds.
fn write(driver: &mut Driver, role: Role, field: &str, text: &str) {
    driver.harness.get_by_role_and_label(role, field).focus();
    driver.settle();
    driver.key_with(Modifiers::COMMAND, Key::A);
    driver
        .harness
        .get_by_role_and_label(role, field)
        .type_text(text);
    driver.settle();
}
fn undo(driver: &mut Driver) {
    driver.key_with(Modifiers::COMMAND, Key::Z);
}
fn picture(driver: &mut Driver, name: &str) -> Picture {
    look::picture(&mut driver.harness, &format!("frameworks-{name}"))
}

/// A file that holds a ring is drawn in every room, and the ring is there to be mended.
#[test]
fn a_ring_of_goals_is_drawn_and_mended_by_hand() {
    let (folder, document) = sample();
    let mut broken = document.contents().clone();
    let matrix = *broken
        .matrices
        .iter()
        .min_by_key(|(_, matrix)| matrix.position)
        .unwrap()
        .0;
    let columns: Vec<GoalId> = broken
        .lines_of(matrix, Axis::Columns)
        .into_iter()
        .filter_map(|(item, _)| item.goal())
        .take(2)
        .collect();
    for (one, other) in [(0, 1), (1, 0)] {
        let goal = broken.goals.get_mut(&columns[one]).unwrap();
        (goal.parent, goal.colour) = (Some(columns[other]), None);
    }
    for policy in broken.policies.values_mut() {
        policy.parent = None;
    }
    let policies: Vec<PolicyId> = broken.policies.keys().copied().collect();
    for (policy, above) in policies.iter().zip(policies.iter().cycle().skip(1)) {
        broken.policies.get_mut(policy).unwrap().parent = Some(*above);
    }
    let n_goals = broken
        .goals
        .values()
        .filter(|goal| goal.framework == broken.goals[&columns[0]].framework)
        .count();
    let begin = Edit::Begin {
        id: DocumentId::fixed(8),
        contents: std::sync::Arc::new(broken),
    };
    let ring = Document::create(&folder.path().join("ring.ordito"), &begin, &stamp(1)).unwrap();
    let mut driver = Driver::of(
        folder,
        ring,
        Settings {
            room: Room::Matrix,
            ..settings()
        },
        [1600.0, 1000.0],
    );
    for room in Room::ALL {
        driver
            .harness
            .state_mut()
            .workspace
            .act(Action::SetRoom(*room));
        driver.settle();
    }
    assert_eq!(
        contents(&driver)
            .goal_tree(contents(&driver).goals[&columns[0]].framework)
            .len(),
        n_goals
    );
    let mend = Edit::MoveGoal {
        id: columns[0],
        parent: None,
        before: None,
    };
    driver.harness.state_mut().workspace.act(Action::Edit(mend));
    assert!(contents(&driver).goal_rings().is_empty());
}

#[test]
fn a_goal_is_chosen_by_keyboard_and_says_code_name_state_and_depth() {
    let mut driver = opened();
    choose(&mut driver, "1 ");
    driver.key(Key::ArrowDown);
    let chosen = driver
        .harness
        .get_by(|node| node.role() == Role::TreeItem && node.is_selected() == Some(true));
    let label = chosen.accesskit_node().label().unwrap();
    assert!(
        label.starts_with("1.1 ") && label.ends_with(", provvisorio"),
        "{label}"
    );
    assert_eq!(chosen.accesskit_node().data().level(), Some(3));
    driver.key(Key::ArrowLeft);
    let n = rows(&driver).len();
    driver.key(Key::ArrowLeft);
    assert!(
        rows(&driver)[2..]
            .iter()
            .all(|row| !row.starts_with("1.1 ")),
        "folded: {n} rows before"
    );
}

#[test]
fn changed_official_words_become_provisional_and_undo_brings_them_back() {
    let mut driver = opened();
    choose(&mut driver, "1 ");
    assert_eq!(goal(&driver, "1").wording, Wording::Official);
    let steps = driver.app().n_steps();
    write(
        &mut driver,
        Role::MultilineTextInput,
        "Nome · Italiano",
        "Povertà zero",
    );
    assert_eq!(driver.app().n_steps(), steps, "still being typed");
    driver.wait(1.1);
    assert_eq!(goal(&driver, "1").name.it, "Povertà zero");
    assert_eq!(goal(&driver, "1").wording, Wording::Provisional);
    assert_eq!(driver.app().n_steps(), steps + 1);
    driver.key(Key::Escape);
    undo(&mut driver);
    assert_eq!(goal(&driver, "1").wording, Wording::Official);
}

#[test]
fn a_code_in_use_is_refused_in_place_and_what_was_typed_stays() {
    let mut driver = opened();
    choose(&mut driver, "1 ");
    let steps = driver.app().n_steps();
    write(&mut driver, Role::TextInput, "Codice", "2");
    driver.key(Key::Enter);
    assert_eq!(driver.app().n_steps(), steps);
    driver.harness.get_by_label_contains("«2»");
    let field = driver
        .harness
        .get_by_role_and_label(Role::TextInput, "Codice");
    assert_eq!(field.value().unwrap(), "2");
}

#[test]
fn what_is_typed_is_taken_when_another_goal_or_room_is_chosen() {
    let mut driver = opened();
    choose(&mut driver, "1 ");
    write(&mut driver, Role::MultilineTextInput, "Nota", "da rivedere");
    choose(&mut driver, "2 ");
    assert_eq!(goal(&driver, "1").note, "da rivedere");
    write(
        &mut driver,
        Role::MultilineTextInput,
        "Nota",
        "anche questa",
    );
    driver.key_with(Modifiers::COMMAND, Key::Num3);
    driver.settle();
    assert_eq!(goal(&driver, "2").note, "anche questa");
}

#[test]
fn a_goal_is_added_moved_and_deleted_only_after_asking() {
    let mut driver = opened();
    choose(&mut driver, "1.5 ");
    let n = contents(&driver).goals.len();
    driver.harness.get_by_label("Aggiungi un obiettivo").click();
    driver.settle();
    assert_eq!(contents(&driver).goals.len(), n + 1);
    let new = contents(&driver)
        .goals
        .values()
        .find(|goal| goal.name.it == "Nuovo obiettivo")
        .unwrap()
        .clone();
    assert_eq!(
        (new.parent, new.level),
        (goal(&driver, "1.5").parent, goal(&driver, "1.5").level)
    );
    choose(&mut driver, "1.2 ");
    driver.key_with(Modifiers::ALT, Key::ArrowUp);
    assert!(goal(&driver, "1.2").position < goal(&driver, "1.1").position);
    driver.key(Key::End);
    choose(&mut driver, "17 ");
    driver.key(Key::Delete);
    picture(&mut driver, "delete");
    assert_eq!(contents(&driver).goals.len(), n + 1, "asks first");
    driver.harness.get_by_label_contains("anche 19 voci");
    driver.harness.get_by_label("Elimina").click();
    driver.settle();
    assert_eq!(contents(&driver).goals.len(), n + 1 - 20);
    undo(&mut driver);
    assert_eq!(contents(&driver).goals.len(), n + 1);
}

#[test]
fn a_search_without_accents_leaves_what_fits_with_the_way_there() {
    let mut driver = opened();
    driver
        .harness
        .get_by_role_and_label(Role::TextInput, "Cerca fra gli obiettivi")
        .focus();
    driver.settle();
    driver.keys("poverta");
    let found = rows(&driver);
    assert!(
        found.iter().any(|row| row.starts_with("1 ")) && found.len() < 40,
        "{found:?}"
    );
    assert!(found.iter().all(|row| !row.starts_with("14.1 ")));
}

#[test]
fn a_shipped_framework_is_added_with_its_state_and_versioned() {
    let mut driver = opened();
    let n = contents(&driver).frameworks.len();
    driver.harness.get_by_label("Aggiungi un quadro").click();
    driver.settle();
    picture(&mut driver, "add");
    driver
        .harness
        .get_by_label_contains("Strategia Nazionale")
        .click();
    driver.settle();
    assert_eq!(contents(&driver).frameworks.len(), n + 1);
    // The new one is chosen: a new version of it has goals of its own.
    let goals = contents(&driver).goals.len();
    let snsvs = contents(&driver)
        .frameworks
        .iter()
        .find(|(_, each)| each.key.starts_with("snsvs"))
        .unwrap()
        .0;
    let own = contents(&driver)
        .goals
        .values()
        .filter(|goal| goal.framework == *snsvs)
        .count();
    assert!(own > 10, "{own}");
    driver.harness.get_by_label("Nuova versione").click();
    driver.settle();
    let notices: Vec<_> = driver
        .app()
        .workspace
        .notices()
        .iter()
        .map(|each| each.text.clone())
        .collect();
    assert_eq!(contents(&driver).frameworks.len(), n + 2, "{notices:?}");
    assert_eq!(contents(&driver).goals.len(), goals + own);
}

#[test]
fn a_crosswalk_is_made_linked_and_weighed() {
    let mut driver = opened();
    tab(&mut driver, "Raccordi");
    let before = contents(&driver).crosswalks.len();
    driver.harness.get_by_label("Aggiungi un raccordo…").click();
    driver.settle();
    assert_eq!(contents(&driver).crosswalks.len(), before + 1);
    let links = contents(&driver).links.len();
    let pick = |driver: &mut Driver, combo: &str, start: &str| {
        driver
            .harness
            .get_by_role_and_label(Role::ComboBox, combo)
            .click();
        driver.settle();
        let is_choice =
            |node: &egui_kittest::Node<'_>| node.accesskit_node().role() == Role::Button;
        driver
            .harness
            .get_all_by_label_contains(start)
            .find(is_choice)
            .unwrap()
            .click();
        driver.settle();
    };
    pick(&mut driver, "Da obiettivo", "MAS 1 ");
    pick(&mut driver, "A obiettivo", "1 Sconfiggere");
    picture(&mut driver, "picked");
    write(&mut driver, Role::TextInput, "Peso", "2");
    driver.harness.get_by_label("Aggiungi il legame").click();
    driver.settle();
    assert_eq!(contents(&driver).links.len(), links);
    driver.harness.get_by_label_contains("fino a 1");
    write(&mut driver, Role::TextInput, "Peso", "0,5");
    driver.harness.get_by_label("Aggiungi il legame").click();
    driver.settle();
    assert_eq!(contents(&driver).links.len(), links + 1);
    assert!(
        contents(&driver)
            .links
            .values()
            .any(|link| link.weight == 0.5)
    );
    picture(&mut driver, "crosswalks");
}

#[test]
fn a_scale_of_ones_own_has_words_and_levels_and_one_in_use_keeps_its_values() {
    let mut driver = opened();
    tab(&mut driver, "Scale");
    picture(&mut driver, "scales");
    let n = contents(&driver).scales.len();
    driver.harness.get_by_label("Aggiungi una scala…").click();
    driver.settle();
    assert_eq!(contents(&driver).scales.len(), n + 1);
    let own = |driver: &Driver| -> Scale {
        contents(driver)
            .scales
            .values()
            .find(|scale| scale.name.it == "Nuova scala")
            .unwrap()
            .clone()
    };
    write(&mut driver, Role::TextInput, "Nuovo valore", "1,5");
    driver.key(Key::Enter);
    driver.wait(1.1);
    assert!(own(&driver).level(Points::try_from(1.5).unwrap()).is_some());
    write(&mut driver, Role::TextInput, "Nuovo valore", "molto");
    driver.key(Key::Enter);
    driver.harness.get_by_label_contains("Serve un numero");
}

#[test]
fn the_room_is_drawn_in_every_look_and_size() {
    for (look, name) in [
        (Look::Light, "light"),
        (Look::Dark, "dark"),
        (Look::Contrast, "contrast"),
    ] {
        for size in [[1600.0, 1000.0], [1280.0, 800.0]] {
            let (kept, document) = sample();
            let settings = Settings {
                look,
                room: Room::Frameworks,
                ..settings()
            };
            let mut driver = Driver::of(kept, document, settings, size);
            picture(&mut driver, &format!("{name}-{}-framework", size[0])).is_of(look);
            choose(&mut driver, "1 ");
            picture(&mut driver, &format!("{name}-{}", size[0])).is_of(look);
        }
    }
}
