//! Analisi, Effetti indiretti: figures equal to the methods', the weight that slides, paths in words, the network.
//! Pictures: `ORDITO_PICTURES=DIR cargo test --test it ui::analysis_indirect`.

use super::analysis::{choose_square, click, labels, marks, opened, picture};
use super::driver::Driver;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use ordito::analysis::second_order::{Path, Returns, paths, second_order};
use ordito::analysis::{Scores, Square};
use ordito::figure::palette::Look;
use ordito::i18n::Numbers;
use ordito::model::{AssessorId, Item, Language};

fn numbers() -> Numbers {
    Numbers::new(Language::It)
}
/// To a hundredth, without zeros at the end.
fn signed(value: f64) -> String {
    let text = numbers().signed(value, 2);
    if text.contains(',') { text.trim_end_matches('0').trim_end_matches(',').to_owned() } else { text }
}
/// The sample's matrix of goals × goals.
fn square(driver: &Driver) -> Square {
    let contents = driver.app().workspace.contents().unwrap();
    let (matrix, _) = contents.matrices.iter().find(|(_, matrix)| matrix.kind.is_square()).unwrap();
    Square::of(&Scores::of(contents, *matrix, AssessorId::AGREED).unwrap()).unwrap()
}
fn name(driver: &Driver, item: Item) -> String {
    let (code, label) = driver.app().workspace.contents().unwrap().item_label(item);
    format!("{code} {}", label.it)
}
/// The room on the sample's matrix of goals × goals.
fn indirect(look: Look, size: [f32; 2]) -> Driver {
    let mut driver = opened(look, size);
    choose_square(&mut driver);
    click(&mut driver, Role::ListItem, "Effetti indiretti");
    driver
}
fn tab(driver: &mut Driver, name: &str) {
    click(driver, Role::RadioButton, &format!("Che cosa si guarda: {name}"));
}

#[test]
fn influence_on_screen_is_that_of_the_method_at_every_weight() {
    let mut driver = indirect(Look::Light, [1600.0, 1000.0]);
    let square = square(&driver);
    let check = |driver: &Driver, weight: f64, returns| {
        let shown = marks(driver);
        for each in second_order(&square, returns) {
            let wanted = format!(
                "{}: influenza diretta {}, secondo passo {}, totale {} con peso {}, {} con peso 1",
                name(driver, each.item),
                signed(each.direct),
                signed(each.indirect),
                signed(each.total(weight)),
                signed(weight).trim_start_matches('+'),
                signed(each.total(1.0)),
            );
            assert!(shown.contains(&wanted), "{wanted}\n{shown:?}");
        }
    };
    check(&driver, 0.5, Returns::Kept);
    let rests = format!("Si regge su {} celle valutate di {}", square.scored, 17 * 16);
    assert!(driver.harness.query_all_by_label_contains(&rests).count() > 0, "{rests}");
    // The keyboard stays on its mark while the weight slides.
    driver.key(Key::F6);
    driver.key(Key::ArrowDown);
    driver.key(Key::Enter);
    let second = name(&driver, square.items[1]);
    assert!(driver.harness.query_all_by_label_contains(&format!("Apri nella Matrice: {second} × ")).count() > 0);
    driver.harness.get_by_role_and_label(Role::Slider, "Peso del secondo passo").focus();
    driver.settle();
    for _ in 0..5 {
        driver.harness.key_press(Key::ArrowRight);
        driver.harness.step();
    }
    driver.settle();
    check(&driver, 0.75, Returns::Kept);
    assert!(driver.harness.query_all_by_label_contains(&format!("Apri nella Matrice: {second} × ")).count() > 0);
    click(&mut driver, Role::CheckBox, "Senza percorsi di ritorno");
    check(&driver, 0.75, Returns::Dropped);
    assert!(
        driver.harness.query_all_by_label_contains("I percorsi che tornano a chi li ha mossi non contano").count() > 0
    );
}

#[test]
fn paths_are_said_in_words_and_lead_to_their_two_cells() {
    let mut driver = indirect(Look::Light, [1600.0, 1000.0]);
    tab(&mut driver, "Percorsi");
    let square = square(&driver);
    let found = paths(&square, None, Returns::Kept, 200);
    let shown = marks(&driver);
    let said = |driver: &Driver, path: &Path| {
        let [a, b, c] = [path.from, path.through, path.to].map(|place| name(driver, square.items[place]));
        let verb = |value: f64| if value > 0.0 { "aiuta" } else { "danneggia" };
        (format!("{a} {} {b}, che ", verb(path.first)), format!(" {c}"), signed(path.effect()))
    };
    for (path, text) in found.iter().zip(&shown) {
        let (first, second, effect) = said(&driver, path);
        assert!(text.starts_with(&first) && text.contains(&second), "{first}… {second}: {text}");
        assert!(text.contains(&format!("effetto {effect} (")), "{effect}: {text}");
    }
    // Minus times minus is said in words.
    let spared = found.iter().position(Path::is_harm_of_harm).unwrap();
    click(&mut driver, Role::RadioButton, "Mostra come: Tabella");
    assert!(labels(&driver, Role::Row).len() > 20);
    click(&mut driver, Role::RadioButton, "Mostra come: Figura");
    driver.key(Key::F6);
    for _ in 0..spared {
        driver.key(Key::ArrowDown);
    }
    driver.key(Key::Enter);
    let path = &found[spared];
    let [a, b, c] = [path.from, path.through, path.to].map(|place| name(&driver, square.items[place]));
    let all = marks(&driver).join("\n");
    assert!(all.contains(&format!("{b}, che danneggia {c}: meno per meno, {c} ne è risparmiato: effetto +")), "{all}");
    for (row, column) in [(&a, &b), (&b, &c)] {
        driver.harness.get_by_label(&format!("Apri nella Matrice: {row} × {column}"));
    }
    driver.harness.get_by_label("2 celle valutate");
}

#[test]
fn indirect_effects_are_drawn_in_every_look_and_size() {
    for (look, of) in [(Look::Light, "light"), (Look::Dark, "dark")] {
        for size in [[1280.0, 800.0], [1600.0, 1000.0]] {
            let mut driver = indirect(look, size);
            for (view, file) in [("Influenza", "influence"), ("Percorsi", "paths")] {
                tab(&mut driver, view);
                assert!(!marks(&driver).is_empty(), "{view}");
                picture(&mut driver, &format!("indirect-{file}-{of}-{}", size[0]));
            }
        }
    }
}
