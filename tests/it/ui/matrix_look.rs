//! Pictures of the matrix for people to look at: `ORDITO_PICTURES=DIR cargo test --test it matrix_look`.

use super::driver::{Driver, settings};
use super::look::{self, Picture};
use egui::Key;
use egui_kittest::kittest::Queryable as _;
use ordito::document::{Document, Stamp};
use ordito::figure::palette::Look;
use ordito::library;
use ordito::model::Timestamp;
use ordito::workspace::Settings;

fn sample() -> (tempfile::TempDir, Document) {
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

#[test]
fn the_sample_is_drawn_in_every_look_and_size() {
    for (look, name) in [
        (Look::Light, "light"),
        (Look::Dark, "dark"),
        (Look::Contrast, "contrast"),
    ] {
        for size in [[1600.0, 1000.0], [1280.0, 800.0]] {
            let (kept, document) = sample();
            let mut driver = Driver::of(kept, document, Settings { look, ..settings() }, size);
            for _ in 0..2 {
                driver.key(Key::ArrowDown);
                driver.key(Key::ArrowRight);
            }
            let picture = picture(&mut driver, &format!("{name}-{}", size[0]));
            picture.is_of(look);
            assert_eq!(f32::from(u16::try_from(picture.width).unwrap()), size[0]);
        }
    }
}

fn picture(driver: &mut Driver, name: &str) -> Picture {
    look::picture(&mut driver.harness, &format!("grid-{name}"))
}

fn opened(size: [f32; 2]) -> Driver {
    let (kept, document) = sample();
    Driver::of(kept, document, settings(), size)
}

#[test]
fn folds_ranges_refusals_and_dialogs_are_drawn() {
    use egui::Modifiers;
    let mut driver = opened([1280.0, 800.0]);
    driver.keys("7");
    picture(&mut driver, "refused");
    driver.key(Key::Escape);
    for _ in 0..4 {
        driver.key_with(Modifiers::SHIFT, Key::ArrowDown);
        driver.key_with(Modifiers::SHIFT, Key::ArrowRight);
    }
    picture(&mut driver, "range");
    driver.key(Key::F7);
    driver.key_with(Modifiers::COMMAND, Key::J);
    picture(&mut driver, "folded-columns");
    driver.key(Key::F8);
    picture(&mut driver, "folded-both");
    driver.key(Key::F7);
    driver.key(Key::F8);
    driver.key_with(Modifiers::COMMAND, Key::F);
    driver.keys("clima");
    picture(&mut driver, "find");
    driver.key(Key::Escape);
    driver.key_with(Modifiers::COMMAND, Key::M);
    picture(&mut driver, "wizard");
    driver.key(Key::Escape);
}

#[test]
fn what_assessors_said_is_drawn_beside_a_two_sided_cell() {
    let mut driver = opened([1600.0, 1000.0]);
    driver
        .harness
        .get_all_by_label_contains("co-beneficio +2, conflitto −1")
        .next()
        .unwrap()
        .click();
    driver.settle();
    picture(&mut driver, "two-sided");
}

/// The sample's policies against all targets of Agenda 2030.
pub fn targets(size: [f32; 2]) -> Driver {
    use ordito::document::Edit;
    use ordito::model::{Item, Matrix, MatrixId, MatrixKind};
    let (kept, mut document) = sample();
    let contents = document.snapshot();
    let framework = contents
        .frameworks
        .iter()
        .find(|(_, framework)| framework.key == "agenda-2030")
        .unwrap()
        .0;
    let (_, first) = contents.matrices.iter().next().unwrap();
    let columns: Vec<Item> = contents
        .goal_tree(*framework)
        .into_iter()
        .filter(|(_, id)| contents.goals[id].level == 2)
        .map(|(_, id)| Item::Goal(id))
        .collect();
    assert_eq!(columns.len(), 169);
    let rows = contents
        .policy_tree()
        .into_iter()
        .filter(|(depth, _)| *depth > 0)
        .map(|(_, id)| Item::Policy(id));
    let matrix = Matrix {
        name: "Azioni × traguardi".to_owned(),
        kind: MatrixKind::PolicyGoal,
        scale: first.scale,
        position: -1,
        note: String::new(),
        illustrative: true,
        assessors: Vec::new(),
    };
    let add = Edit::AddMatrix {
        id: MatrixId::fixed(9),
        matrix,
        rows: rows.collect(),
        columns,
    };
    let stamp = Stamp {
        at: Timestamp(1_795_400_000_000),
        by: "CmTo".to_owned(),
    };
    document.apply(&add, &stamp).unwrap();
    Driver::of(kept, document, settings(), size)
}

#[test]
fn a_hundred_and_sixty_nine_targets_fold_to_seventeen_goals_with_one_key() {
    let mut driver = targets([1280.0, 800.0]);
    let contents = driver.app().workspace.contents().unwrap();
    let last = contents
        .matrices
        .iter()
        .max_by_key(|(_, matrix)| matrix.position)
        .unwrap()
        .0;
    let last = *last;
    driver.harness.state_mut().state.rooms.matrix.matrix = Some(last);
    driver.settle();
    assert_eq!(
        driver
            .app()
            .state
            .rooms
            .matrix
            .view()
            .unwrap()
            .columns
            .len(),
        169
    );
    for _ in 0..6 {
        driver.keys("2-1013n-2");
        driver.key(Key::ArrowRight);
    }
    picture(&mut driver, "targets");
    driver.key(Key::F7);
    picture(&mut driver, "targets-folded");
    let heads = driver
        .harness
        .get_all_by_role(egui::accesskit::Role::ColumnHeader)
        .count();
    assert!(heads <= 17, "{heads}");
    // The cursor stands on the goal its target is folded into, and on the target again afterwards.
    assert_eq!(
        driver
            .app()
            .state
            .rooms
            .matrix
            .cursor_name(&driver.app().workspace),
        "1 Sconfiggere la povertà"
    );
    driver.key(Key::F7);
    assert!(
        driver
            .app()
            .state
            .rooms
            .matrix
            .cursor_name(&driver.app().workspace)
            .starts_with("1.b ")
    );
}

#[test]
fn english_fits_as_well() {
    let (kept, document) = sample();
    let language = ordito::model::Language::En;
    let mut driver = Driver::of(
        kept,
        document,
        Settings {
            language,
            ..settings()
        },
        [1280.0, 800.0],
    );
    driver
        .harness
        .get_all_by_label_contains(", trade-off −")
        .next()
        .unwrap()
        .click();
    driver.settle();
    picture(&mut driver, "english");
}
