//! The pictures of the guide, drawn by the program itself: `.ci/pictures`, which makes them small afterwards.

use super::analysis::until;
use super::catalogue::sample;
use super::driver::{Driver, settings};
use egui::accesskit::Role;
use egui::{Event, Key};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::document::{Edit, Stamp};
use ordito::model::{
    AssessorId, Axis, Item, Lab, LabId, LabRule, Language, MatrixKind, Part, Participant, Question,
    QuestionId, Timestamp,
};
use ordito::report::guide::PICTURES;
use ordito::words::Words;
use ordito::workspace::{Analysis, Command, Room, Settings};
use std::path::Path;

const SIZE: [f32; 2] = [1280.0, 800.0];

fn opened(language: Language, room: Room) -> Driver {
    let (kept, document) = sample();
    Driver::of(
        kept,
        document,
        Settings {
            room,
            language,
            ..settings()
        },
        SIZE,
    )
}

/// A session on the sample's first matrix, with ten participants.
fn with_lab(language: Language) -> Driver {
    let (kept, mut document) = sample();
    let stamp = Stamp {
        at: Timestamp(1_795_400_000_000),
        by: "CmTo".to_owned(),
    };
    let contents = document.snapshot();
    let matrices = contents
        .matrices
        .iter()
        .filter(|(_, matrix)| matrix.kind == MatrixKind::PolicyGoal);
    let (matrix, _) = matrices.min_by_key(|(_, matrix)| matrix.position).unwrap();
    let who: Vec<AssessorId> = (1..=10).map(|n| AssessorId::fixed(900 + n)).collect();
    let lab = Lab {
        title: match language {
            Language::It => "Laboratorio Forum Missioni",
            Language::En => "Laboratory of the Forum",
        }
        .to_owned(),
        matrix: *matrix,
        position: 0,
        date: "2026-11-23".to_owned(),
        place: String::new(),
        question: String::new(),
        rounds: 2,
        rule: LabRule::default(),
        anonymous: true,
        notes: String::new(),
        participants: who
            .iter()
            .map(|id| Participant::new(*id).as_part(Part::Seat))
            .collect(),
        source: None,
        current: None,
    };
    let words = Words::new(language);
    let names = who
        .iter()
        .enumerate()
        .map(|(n, id)| (*id, words.lab_seat((n + 1).to_string())))
        .collect();
    document
        .apply(
            &Edit::PutLab {
                id: LabId::fixed(1),
                lab,
                names,
            },
            &stamp,
        )
        .unwrap();
    let line = |axis, at: usize| -> Item {
        contents
            .lines_of(*matrix, axis)
            .into_iter()
            .map(|(item, _)| item)
            .filter(|item| shown(&contents, *item))
            .nth(at)
            .unwrap()
    };
    let question = |n: u128| {
        let at = usize::try_from(n).unwrap();
        (
            QuestionId::fixed(n + 1),
            Question::new(
                LabId::fixed(1),
                line(Axis::Rows, 2 + at),
                line(Axis::Columns, 10),
                3,
            ),
        )
    };
    document
        .apply(&Edit::PutQuestions((0..4).map(question).collect()), &stamp)
        .unwrap();
    Driver::of(
        kept,
        document,
        Settings {
            room: Room::Lab,
            language,
            ..settings()
        },
        SIZE,
    )
}
fn shown(contents: &ordito::model::Contents, item: Item) -> bool {
    !contents.item_label(item).0.is_empty()
}

/// Waits for the picture, whatever the language.
fn ready(driver: &mut Driver, words: &Words) {
    let working = words.say("analysis-working");
    driver.harness.step();
    driver.settle();
    until(driver, |driver| {
        driver.harness.query_all_by_label(&working).count() == 0
    });
}

fn draw(language: Language, name: &str) -> Driver {
    let words = Words::new(language);
    match name {
        "matrix" => {
            let mut driver = opened(language, Room::Matrix);
            // A cell with a reason, so that the inspector has something to show.
            for key in [
                Key::ArrowDown,
                Key::ArrowDown,
                Key::ArrowRight,
                Key::ArrowRight,
                Key::ArrowRight,
            ] {
                driver.key(key);
            }
            driver
        }
        "cell" => {
            let mut driver = opened(language, Room::Matrix);
            driver
                .harness
                .get_all_by_label_contains(&words.matrix_value_both("+1", "−1"))
                .next()
                .unwrap()
                .click();
            driver.settle();
            driver
        }
        "catalogue" => {
            let mut driver = opened(language, Room::Catalogue);
            let is = |row: &egui_kittest::Node<'_>| {
                row.accesskit_node()
                    .label()
                    .is_some_and(|label| label.starts_with("1.1.d"))
            };
            driver
                .harness
                .get_all_by_role(Role::GridCell)
                .filter(is)
                .nth(1)
                .unwrap()
                .click();
            driver.settle();
            driver
        }
        "analysis" => {
            let mut driver = opened(language, Room::Analysis);
            ready(&mut driver, &words);
            driver
        }
        "network" => {
            let mut driver = opened(language, Room::Analysis);
            ready(&mut driver, &words);
            driver
                .harness
                .get_by_role_and_label(Role::ComboBox, &words.say("sheets-matrix"))
                .click();
            driver.settle();
            let contents = driver.app().workspace.contents().unwrap();
            let square = contents
                .matrices
                .values()
                .find(|matrix| matrix.kind.is_square())
                .unwrap()
                .name
                .clone();
            driver.harness.get_by_label(&square).click();
            ready(&mut driver, &words);
            driver
                .harness
                .state_mut()
                .state
                .asked
                .push(Command::Show(Analysis::Indirect));
            ready(&mut driver, &words);
            let network = words.say("indirect-tab-network");
            let tabs = driver.harness.get_all_by_role(Role::RadioButton);
            let is = |tab: &egui_kittest::Node<'_>| {
                tab.accesskit_node()
                    .label()
                    .is_some_and(|label| label.ends_with(&network))
            };
            tabs.into_iter().find(is).unwrap().click();
            ready(&mut driver, &words);
            driver
        }
        "compare" => {
            let mut driver = opened(language, Room::Compare);
            driver.harness.step();
            until(&mut driver, |driver| {
                driver.app().workspace.comparison().is_some()
                    && driver.app().workspace.comparing().is_none()
            });
            driver
        }
        "lab" => {
            let mut driver = with_lab(language);
            driver.key(Key::F5);
            driver.key(Key::Enter);
            for c in "2231q2n231".chars() {
                driver.harness.event(Event::Text(c.to_string()));
            }
            driver.settle();
            driver.keys("r");
            driver
        }
        "sheets" => {
            let mut driver = opened(language, Room::Sheets);
            until(&mut driver, |driver| {
                driver.app().workspace.sheet_preview().is_some()
            });
            driver
        }
        _ => panic!("{name} is not drawn here"),
    }
}

/// What a picture needs is there, so that the guide can be drawn anew at any time.
#[test]
fn every_picture_finds_what_it_shows() {
    for name in PICTURES {
        draw(Language::It, name);
    }
}

/// The pictures of both languages, where `.ci/pictures` wants them.
#[test]
#[ignore = "drawn by .ci/pictures"]
fn guide_pictures() {
    let folder = std::env::var_os("ORDITO_PICTURES").expect("ORDITO_PICTURES names a folder");
    for (language, short) in [(Language::It, "it"), (Language::En, "en")] {
        let to = Path::new(&folder).join(short);
        std::fs::create_dir_all(&to).unwrap();
        for name in PICTURES {
            let mut driver = draw(language, name);
            let mut picture = driver.harness.render().unwrap();
            // What no panel paints is the window's own white.
            for pixel in picture.pixels_mut() {
                let through = 255 - pixel.0[3];
                let over = |part: u8| part.saturating_add(through);
                pixel.0 = [over(pixel.0[0]), over(pixel.0[1]), over(pixel.0[2]), 255];
            }
            picture.save(to.join(format!("{name}.png"))).unwrap();
        }
    }
}
