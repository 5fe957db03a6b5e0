//! "Unisci copie…": both sides are listed, decided with the keyboard, and become one step that is undone.

use super::driver::{Driver, settings};
use super::look::{self, Picture};
use crate::document::small;
use egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::document::{Document, Edit, Stamp};
use ordito::figure::palette::Look;
use ordito::model::{Policy, PolicyId};
use ordito::storage::DataFolder;
use ordito::workspace::{Purpose, Settings};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

fn by(name: &str, at: i64) -> Stamp {
    Stamp {
        by: name.to_owned(),
        ..small::stamp(at)
    }
}

/// A document and a copy of it that was filled by somebody else.
fn apart(folder: &Path) -> (Document, PathBuf) {
    let (here, there) = (folder.join("a.ordito"), folder.join("ufficio-b.ordito"));
    drop(small::matrix_document(&here, 3, 4));
    std::fs::copy(&here, &there).unwrap();
    let (mut mine, mut theirs) = (
        Document::open(&here).unwrap(),
        Document::open(&there).unwrap(),
    );
    mine.apply(&small::typed(1, 1, "2"), &by("anna", 1_795_000_000_000))
        .unwrap();
    mine.apply(
        &small::reason(1, 1, "Riduce i consumi"),
        &by("anna", 1_795_000_001_000),
    )
    .unwrap();
    theirs
        .apply(&small::typed(1, 1, "-1"), &by("bruno", 1_795_000_100_000))
        .unwrap();
    theirs
        .apply(
            &small::reason(1, 1, "Consuma suolo"),
            &by("bruno", 1_795_000_101_000),
        )
        .unwrap();
    theirs
        .apply(&small::typed(2, 2, "3"), &by("bruno", 1_795_000_102_000))
        .unwrap();
    for (document, id) in [(&mut mine, 0xabc_0001), (&mut theirs, 0xabc_0002)] {
        let policy = Policy {
            code: "N1".to_owned(),
            name: "Tetti verdi".to_owned(),
            ..Policy::default()
        };
        document
            .apply(
                &Edit::AddPolicies(vec![(PolicyId::fixed(id), policy)]),
                &by("x", 1_795_000_200_000),
            )
            .unwrap();
    }
    (mine, there)
}

fn until(driver: &mut Driver, done: impl Fn(&Driver) -> bool) {
    let end = Instant::now() + Duration::from_mins(1);
    while !done(driver) {
        assert!(Instant::now() < end, "it does not end");
        driver.harness.state_mut().workspace.tick(Instant::now());
        driver.harness.step();
        std::thread::sleep(Duration::from_millis(5));
    }
    driver.settle();
}

fn ready(driver: &mut Driver) {
    until(driver, |driver| {
        driver
            .app()
            .workspace
            .merging()
            .is_some_and(|merging| merging.at().is_none())
    });
}

fn picked(driver: &mut Driver, path: &Path) {
    let app = driver.harness.state_mut();
    ordito::ui::picked(
        Purpose::MergeCopy,
        path.to_owned(),
        &app.workspace,
        &mut app.state,
        &mut app.actions,
    );
    driver.harness.step();
    ready(driver);
}

fn picture(driver: &mut Driver, name: &str) -> Picture {
    look::picture(&mut driver.harness, &format!("merge-{name}"))
}

fn opened(look: Look, size: [f32; 2]) -> (Driver, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let (mine, there) = apart(folder.path());
    let data = DataFolder::at(&folder.path().join("dati")).unwrap();
    let mut driver = Driver::of(folder, mine, Settings { look, ..settings() }, size);
    driver.harness.state_mut().workspace.keep_in(data);
    (driver, there)
}

#[test]
fn a_copy_is_looked_at_decided_and_merged_as_one_step() {
    let (mut driver, there) = opened(Look::Light, [1280.0, 800.0]);
    let bytes = std::fs::read(&there).unwrap();
    let steps = driver.app().n_steps();
    picked(&mut driver, &there);
    driver.harness.get_by_label("Un conflitto");
    driver
        .harness
        .get_by_label("Una voce aggiunta due volte, forse la stessa");
    picture(&mut driver, "light");
    assert_eq!(driver.app().n_steps(), steps, "nothing yet");
    // The later one stands; mine is chosen instead, and the two new policies are one.
    let side = |driver: &Driver, name: &str| {
        let said = format!(": {name}");
        let all = driver
            .harness
            .get_all_by_role(egui::accesskit::Role::RadioButton);
        let found = all.filter(|node| {
            node.accesskit_node()
                .label()
                .is_some_and(|label| label.contains(&said))
        });
        let chosen = |node: &egui_kittest::Node<'_>| {
            node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
        };
        found
            .map(|node| (chosen(&node), node.accesskit_node().label().unwrap()))
            .next()
            .unwrap()
    };
    let (chosen, said) = side(&driver, "ufficio-b.ordito");
    assert!(
        chosen && said.contains("Consuma suolo") && said.contains("bruno"),
        "{said}"
    );
    let (chosen, said) = side(&driver, "a.ordito");
    assert!(
        !chosen && said.contains("Riduce i consumi") && said.contains("anna"),
        "{said}"
    );
    driver
        .harness
        .get_by_label_contains("hanno lo stesso codice")
        .click();
    driver.harness.step();
    ready(&mut driver);
    let said = side(&driver, "a.ordito").1;
    driver.harness.get_by_label(&said).focus();
    driver.harness.step();
    driver.key(Key::Space);
    ready(&mut driver);
    assert!(side(&driver, "a.ordito").0, "the choice is shown");
    driver.harness.get_by_label("Unisci").click();
    driver.harness.step();
    driver.settle();
    let app = driver.app();
    assert_eq!(
        (app.typed(1, 1), app.typed(2, 2), app.n_steps()),
        ("2".to_owned(), "3".to_owned(), steps + 1)
    );
    assert_eq!(app.workspace.contents().unwrap().policies.len(), 4);
    assert!(app.workspace.merging().is_none());
    assert!(
        driver
            .harness
            .query_all_by_label_contains("conservate nella storia")
            .count()
            > 0
    );
    assert_eq!(
        std::fs::read(&there).unwrap(),
        bytes,
        "the copy is only read"
    );
    // Again: nothing new; then the step is taken back as one.
    picked(&mut driver, &there);
    driver
        .harness
        .get_by_label("Le altre copie non hanno niente di nuovo");
    driver.key(Key::Escape);
    assert!(driver.app().workspace.merging().is_none());
    driver.key_with(egui::Modifiers::COMMAND, Key::Z);
    assert_eq!(
        (driver.app().typed(1, 1), driver.app().typed(2, 2)),
        ("2".to_owned(), String::new())
    );
}

#[test]
fn by_rule_and_what_is_no_copy_is_refused_with_its_name() {
    let (mut driver, there) = opened(Look::Dark, [1600.0, 1000.0]);
    picked(&mut driver, &there);
    driver
        .harness
        .get_by_label("Dove più copie hanno cambiato la stessa cosa resta: Il mio")
        .click();
    driver.harness.step();
    ready(&mut driver);
    picture(&mut driver, "dark");
    let stranger = there.with_file_name("altro.ordito");
    let mut first = small::first_edit(4);
    if let Edit::Create { info, .. } = &mut first {
        info.id = ordito::model::DocumentId::fixed(9);
    }
    drop(Document::create(&stranger, &first, &small::stamp(1)).unwrap());
    picked(&mut driver, &stranger);
    driver.harness.get_by_label_contains("altro.ordito: ");
    assert_eq!(driver.app().workspace.merging().unwrap().files(), [there]);
    driver.harness.get_by_label("Unisci").click();
    driver.harness.step();
    driver.settle();
    assert_eq!(
        (driver.app().typed(1, 1), driver.app().typed(2, 2)),
        ("2".to_owned(), "3".to_owned())
    );
}
