//! What a room sees of its own decisions: the value with its reason, votes by table, the clock, the last slide, the keys.

use super::driver::Driver;
use super::lab::{driver_of, session};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use ordito::document::Edit;
use ordito::model::{LabId, Outcome, QuestionId};
use ordito::workspace::Action;

fn opened(size: [f32; 2], tables: bool) -> Driver {
    let folder = tempfile::tempdir().unwrap();
    let mut document = session(&folder.path().join("a.ordito"));
    if tables {
        let mut lab = document.contents().labs[&LabId::fixed(1)].clone();
        for (n, each) in lab.participants.iter_mut().enumerate() {
            each.table = (n / 5 + 1).to_string();
        }
        let edit = Edit::PutLab {
            id: LabId::fixed(1),
            lab,
            names: Vec::new(),
        };
        let stamp = crate::document::small::stamp(9);
        document.apply(&edit, &stamp).unwrap();
    }
    let mut driver = driver_of(folder, document, size);
    driver.key(Key::F5);
    driver
}

fn sees(driver: &Driver, text: &str) -> bool {
    let mut found = driver.harness.query_all_by_label_contains(text);
    found.next().is_some()
}

/// All vote alike and it is shown.
fn vote(driver: &mut Driver, key: char) {
    driver.key(Key::Enter);
    for _ in 0..20 {
        driver.keys(&key.to_string());
    }
    driver.keys("r");
}

fn outcome(driver: &Driver, n: u128) -> Option<Outcome> {
    let contents = driver.app().workspace.contents().unwrap();
    contents.questions[&QuestionId::fixed(n)].outcome.clone()
}

#[test]
fn a_reason_has_lines_and_the_room_reads_it_with_the_value() {
    let mut driver = opened([1366.0, 768.0], false);
    vote(&mut driver, '2');
    driver.key(Key::Enter);
    driver.keys("Prima riga");
    driver.key_with(Modifiers::SHIFT, Key::Enter);
    driver.keys("seconda riga");
    driver.key(Key::Enter);
    let Some(Outcome::Agreed { reason, .. }) = outcome(&driver, 1) else {
        panic!("not agreed")
    };
    assert_eq!(reason, "Prima riga\nseconda riga");
    assert!(sees(&driver, "Consenso fissato: +2"));
    assert!(sees(&driver, "seconda riga"), "on the display, too");
    super::lab::picture(&mut driver, "decided-1366");
}

#[test]
fn the_session_ends_with_what_was_decided() {
    let mut driver = opened([1366.0, 768.0], false);
    vote(&mut driver, '1');
    driver.key(Key::Enter);
    driver.keys("Aiuta");
    driver.key(Key::Enter);
    driver.key(Key::ArrowRight);
    driver.keys("p");
    driver.keys("Mancano i dati");
    driver.key(Key::Enter);
    driver.key(Key::ArrowRight);
    driver.keys("s");
    for _ in 4..=12 {
        driver.key(Key::ArrowRight);
        assert!(!sees(&driver, "Che cosa si è deciso. "));
    }
    driver.key(Key::ArrowRight);
    assert!(sees(
        &driver,
        "una concordata · una rinviata · una saltata · 9 aperte"
    ));
    assert!(sees(&driver, "Mancano i dati"));
    super::lab::picture(&mut driver, "closing-1366");
    // Twelve questions are two pages; back from the first is the last question.
    driver.key(Key::Enter);
    driver.key(Key::ArrowLeft);
    assert!(sees(&driver, "Che cosa si è deciso. "));
    driver.key(Key::ArrowLeft);
    assert!(!sees(&driver, "Che cosa si è deciso. ") && sees(&driver, "Cella 12 di 12"));
    driver.key(Key::ArrowRight);
    driver.key(Key::Escape);
    assert!(sees(&driver, "Avvia la proiezione"), "out of the session");
}

#[test]
fn votes_are_shown_by_table_where_enough_sit_there() {
    let mut driver = opened([1366.0, 768.0], true);
    vote(&mut driver, '2');
    let before = super::lab::picture(&mut driver, "together-1366");
    assert!(sees(&driver, "Per tavolo"));
    driver.keys("g");
    let by_table = super::lab::picture(&mut driver, "by-table-1366");
    assert!(before != by_table);
    driver.keys("g");
    assert!(super::lab::picture(&mut driver, "together-again-1366") == before);
    // Without tables there is nothing to show.
    let mut driver = opened([1366.0, 768.0], false);
    vote(&mut driver, '2');
    assert!(!sees(&driver, "Per tavolo"));
    let before = super::lab::picture(&mut driver, "no-tables-1366");
    driver.keys("g");
    assert!(super::lab::picture(&mut driver, "no-tables-g-1366") == before);
}

#[test]
fn the_clock_goes_on_when_a_session_is_opened_again() {
    let mut driver = opened([1366.0, 768.0], false);
    driver.key(Key::Enter);
    driver.keys("t");
    driver.wait(30.0);
    driver.keys("t");
    let shown = super::lab::picture(&mut driver, "clock-kept");
    let clocks = driver.app().workspace.settings().clocks.clone();
    assert_eq!(clocks.len(), 1);
    assert!((29_000..33_000).contains(&clocks[0].used), "{clocks:?}");
    assert_eq!(clocks[0].since, None);
    driver.key(Key::Escape);
    driver.key(Key::F5);
    assert!(super::lab::picture(&mut driver, "clock-kept-again") == shown);
    // Over its time it says so, with a word and a sign.
    let over = ordito::workspace::Stopwatch {
        used: 186_000,
        ..clocks[0]
    };
    driver.key(Key::Escape);
    driver
        .harness
        .state_mut()
        .actions
        .push(Action::SetClock(over));
    driver.settle();
    driver.key(Key::F5);
    super::lab::picture(&mut driver, "clock-over-1366");
}

#[test]
fn f1_shows_the_keys_of_the_session_and_a_slash_says_that_it_waits() {
    let mut driver = opened([1366.0, 768.0], false);
    for keys in ["Invio apre il voto", "F1 tutti i tasti"] {
        assert!(sees(&driver, keys), "{keys}");
    }
    driver.key(Key::Enter);
    assert!(sees(&driver, "−1 −2 −3 (o Q W E)"));
    driver.keys("2");
    driver.keys("/");
    assert!(sees(&driver, "Ancora un tasto per Posto 1"));
    driver.keys("1");
    assert!(sees(&driver, "Vota Posto 2"));
    driver.key(Key::F1);
    super::lab::picture(&mut driver, "keys-1366");
    assert!(
        !sees(&driver, "Scorciatoie da tastiera"),
        "not those of the whole program"
    );
    driver.key(Key::Escape);
    assert!(sees(&driver, "Vota Posto 2"), "still in the session");
    driver.keys("b");
    assert!(sees(&driver, "Spazio prende la tastiera"));
}
