//! Analisi, Gruppi and Letture: figures equal to the methods', a group kept as a cluster, what has no link said.
//! Pictures: `ORDITO_PICTURES=DIR cargo test --test it ui::analysis_groups`.

use super::analysis::{click, marks, opened, picture, ready, scores};
use super::driver::{Driver, settings};
use crate::document::small::stamp;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use ordito::analysis::Score;
use ordito::analysis::groups::{Likeness, best_cut, grouped};
use ordito::analysis::reading::{reachable, reading, routes};
use ordito::document::Edit;
use ordito::figure::palette::Look;
use ordito::jobs::Progress;
use ordito::model::{Axis, Item};
use ordito::workspace::{Room, Settings};

#[test]
fn groups_on_screen_are_those_of_the_method_and_one_is_kept_as_a_cluster() {
    let mut driver = opened(Look::Light, [1600.0, 1000.0]);
    click(&mut driver, Role::ListItem, "Gruppi");
    let scores = scores(&driver);
    let found = grouped(&scores, Likeness::Pearson, &Progress::unwatched()).unwrap();
    let cut = best_cut(&found.cuts).unwrap().clone();
    let n_groups = cut.groups.iter().max().unwrap() + 1;
    let numbers = ordito::words::Numbers::new(ordito::model::Language::It);
    let rests = format!(
        "{} profili in {n_groups} gruppi (silhouette media {}).",
        scores.rows.len(),
        numbers.number(cut.silhouette, 2)
    );
    assert!(
        driver.harness.query_all_by_label_contains(&rests).count() > 0,
        "{rests}"
    );
    let contents = driver.app().workspace.contents().unwrap();
    // The policies of the first group in the picture.
    let group = cut.groups[found.rows[0]];
    let mut members: Vec<_> = scores
        .rows
        .iter()
        .zip(&cut.groups)
        .filter(|(_, of)| **of == group)
        .filter_map(|(line, _)| line.item.policy())
        .collect();
    let before = contents.clusters.len();
    click(&mut driver, Role::Button, "Salva nel Catalogo");
    let contents = driver.app().workspace.contents().unwrap();
    assert_eq!(contents.clusters.len(), before + 1);
    let kept = contents
        .clusters
        .values()
        .max_by_key(|cluster| cluster.position)
        .unwrap();
    let mut kept_members = kept.members.clone();
    kept_members.sort_unstable();
    members.sort_unstable();
    assert_eq!(kept_members, members);
    assert!(kept.name.starts_with("Gruppo 1: "), "{}", kept.name);
    // Names and groups stand in the strip that stays when the rest scrolls: a reader finds them, and they lead on.
    let shown = marks(&driver);
    let first = scores.rows[found.rows[0]].item;
    let (code, label) = contents.item_label(first);
    let named = format!("{code} {}", label.it);
    let row = shown.iter().find(|text| text.starts_with(&named)).cloned();
    let row = row.unwrap_or_else(|| panic!("{named}: {shown:?}"));
    let node = driver
        .harness
        .get_by_role_and_label(Role::ListBoxOption, &row)
        .rect();
    assert!(node.width() > 100.0 && node.height() > 10.0, "{node:?}");
    driver.harness.hover_at(node.center());
    driver.harness.drag_at(node.center());
    driver.harness.step();
    driver.harness.drop_at(node.center());
    driver.settle();
    let behind = format!("Apri nella Matrice: {named} × ");
    assert!(
        driver.harness.query_all_by_label_contains(&behind).count() > 0,
        "{behind}"
    );
    // One edit, and undo takes it back.
    driver
        .harness
        .state_mut()
        .actions
        .push(ordito::workspace::Action::Undo);
    driver.settle();
    assert_eq!(
        driver.app().workspace.contents().unwrap().clusters.len(),
        before
    );
}

#[test]
fn a_reading_on_screen_is_that_of_the_method_and_says_what_has_no_link() {
    let mut driver = opened(Look::Light, [1600.0, 1000.0]);
    click(&mut driver, Role::ListItem, "Letture attraverso i quadri");
    let scores = scores(&driver);
    let contents = driver.app().workspace.contents().unwrap();
    let (from, to) = reachable(contents, &scores, Axis::Columns)[0];
    let read = reading(contents, &scores, &routes(contents, from, to)[0]).unwrap();
    assert!(read.used > 0 && read.used < read.scored);
    let rests = format!(
        "Lettura, non punteggio: {} celle valutate su {}",
        read.used, read.scored
    );
    assert!(
        driver.harness.query_all_by_label_contains(&rests).count() > 0,
        "{rests}"
    );
    let outside: usize = read.unlinked.iter().map(|(_, cells)| cells).sum();
    assert_eq!(outside, read.scored - read.used);
    let said = format!("{outside} celle restano fuori");
    assert!(
        driver.harness.query_all_by_label_contains(&said).count() > 0,
        "{said}"
    );
    // One cell of the grid, with the weights it comes from.
    let row = (0..read.scores.rows.len())
        .find(|row| read.scores.at(*row, 0).is_some_and(Score::is_scored))
        .unwrap();
    let code = |item: Item| contents.item_label(item).0.to_owned();
    let name = format!(
        "{} × {}: ",
        code(read.scores.rows[row].item),
        code(read.scores.columns[0].item)
    );
    let source = format!("Da {} (", code(Item::Goal(read.sources[0][0].goal)));
    click(
        &mut driver,
        Role::RadioButton,
        "Di che cosa: Politiche × obiettivi",
    );
    let shown = marks(&driver);
    let mark = shown
        .iter()
        .find(|text| text.starts_with(&name))
        .unwrap_or_else(|| panic!("{name} in {shown:?}"));
    assert!(mark.contains(&source), "{mark}");
    // It leads to the cells of the matrix that it is read from.
    let mark = mark.clone();
    driver.harness.get_by_label(&mark).click();
    driver.settle();
    let contents = driver.app().workspace.contents().unwrap();
    let behind = format!(
        "Apri nella Matrice: {} × {}",
        contents.item_label(read.scores.rows[row].item).0,
        contents.item_label(Item::Goal(read.sources[0][0].goal)).0
    );
    let at = scores
        .column_of(Item::Goal(read.sources[0][0].goal))
        .unwrap();
    if scores.net(row, at).is_some() {
        assert!(
            driver.harness.query_all_by_label_contains(&behind).count() > 0,
            "{behind}"
        );
    }
}

#[test]
fn groups_and_readings_are_drawn_in_every_look_and_size() {
    for (look, name) in [
        (Look::Light, "light"),
        (Look::Dark, "dark"),
        (Look::Contrast, "contrast"),
    ] {
        for size in [[1600.0, 1000.0], [1280.0, 800.0]] {
            let mut driver = opened(look, size);
            click(&mut driver, Role::ListItem, "Gruppi");
            picture(&mut driver, &format!("groups-{name}-{}", size[0])).is_of(look);
            click(&mut driver, Role::RadioButton, "Di che cosa: Obiettivi");
            picture(&mut driver, &format!("groups-goals-{name}-{}", size[0])).is_of(look);
            click(&mut driver, Role::ListItem, "Letture attraverso i quadri");
            picture(&mut driver, &format!("reading-{name}-{}", size[0])).is_of(look);
            click(
                &mut driver,
                Role::RadioButton,
                "Di che cosa: Politiche × obiettivi",
            );
            picture(&mut driver, &format!("reading-cells-{name}-{}", size[0])).is_of(look);
        }
    }
}

/// In a document without a crosswalk and without a matrix of goals two views lead nowhere: they say what is missing, and
/// offer what ships, as illustrative.
#[test]
fn where_nothing_leads_on_what_ships_is_offered() {
    let (kept, mut document) = super::catalogue::sample();
    let contents = document.contents().clone();
    let square = contents.matrices.iter().find(|(_, it)| it.kind.is_square());
    let crosswalks = contents.crosswalks.keys().copied();
    let edits = crosswalks.map(Edit::DeleteCrosswalk);
    for edit in edits.chain([Edit::DeleteMatrix(*square.unwrap().0)]) {
        document.apply(&edit, &stamp(9_000)).unwrap().unwrap();
    }
    let settings = Settings {
        room: Room::Analysis,
        ..settings()
    };
    let mut driver = Driver::of(kept, document, settings, [1366.0, 768.0]);
    ready(&mut driver);
    for (view, offer) in [
        (
            "Letture attraverso i quadri",
            "Aggiungi il raccordo illustrativo",
        ),
        (
            "Effetti indiretti",
            "Aggiungi la matrice illustrativa degli obiettivi",
        ),
    ] {
        click(&mut driver, Role::ListItem, view);
        assert!(marks(&driver).is_empty(), "{view}");
        let said = driver
            .harness
            .query_all_by_label_contains("nessuna fonte l");
        assert_eq!(said.count(), 1, "{view}");
        click(&mut driver, Role::Button, offer);
        assert!(!marks(&driver).is_empty(), "{view}");
        assert!(driver.harness.query_by_label(offer).is_none(), "{view}");
    }
}
