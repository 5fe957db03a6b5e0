//! Finding one's data again, the consensus in the window, who signs.

use super::driver::{Driver, settings};
use crate::document::small::{self, cell, stamp};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use ordito::document::{AssessmentChange, CellEdit, Document, Edit};
use ordito::model::{
    AssessmentKey, Assessor, AssessorId, AssessorKind, CellsCause, MatrixId, Signature, read_entry,
};
use ordito::workspace::{Action, Command, Place, Room, Settings};

const ONE: AssessorId = AssessorId::fixed(7);
const TWO: AssessorId = AssessorId::fixed(8);

fn press(driver: &mut Driver, label: &str) {
    driver
        .harness
        .get_by_role_and_label(Role::Button, label)
        .click();
    driver.settle();
}

fn command(driver: &mut Driver, command: Command) {
    driver.harness.state_mut().state.asked.push(command);
    driver.settle();
}

/// Two offices scored, nothing is agreed: 2 and 2 in the first column, 1 and 3 in the second.
fn scored(settings: Settings) -> Driver {
    let folder = tempfile::tempdir().unwrap();
    let mut document = small::matrix_document(&folder.path().join("a.ordito"), 2, 3);
    for (id, name, entries) in [
        (ONE, "Ufficio piani", ["2", "1"]),
        (TWO, "Ufficio acque", ["2", "3"]),
    ] {
        put(&mut document, id, name, entries);
    }
    Driver::of(folder, document, settings, [1366.0, 768.0])
}
fn put(document: &mut Document, id: AssessorId, name: &str, entries: [&str; 2]) {
    let position = if id == ONE { 1 } else { 2 };
    let assessor = Assessor {
        name: name.to_owned(),
        kind: AssessorKind::Office,
        note: String::new(),
        position,
    };
    document
        .apply(&Edit::PutAssessor { id, assessor }, &stamp(4))
        .unwrap();
    let cells = entries
        .into_iter()
        .zip(1..)
        .map(|(entry, column)| CellEdit {
            key: AssessmentKey {
                assessor: id,
                ..cell(1, column)
            },
            change: AssessmentChange::value(read_entry(entry, &small::nilsson()).unwrap()),
        });
    document
        .apply(
            &Edit::SetCells {
                cause: CellsCause::Type,
                cells: cells.collect(),
            },
            &stamp(5),
        )
        .unwrap();
}

#[test]
fn an_empty_consensus_says_so_in_every_room_and_one_choice_holds_in_all() {
    let mut driver = scored(Settings {
        room: Room::Matrix,
        ..settings()
    });
    let said = "Il consenso di questa matrice è ancora vuoto. Hanno valutato";
    for room in [Room::Matrix, Room::Analysis, Room::Sheets] {
        driver
            .harness
            .state_mut()
            .actions
            .push(Action::SetRoom(room));
        driver.settle();
        driver.harness.get_by_label(said);
        driver
            .harness
            .get_by_role_and_label(Role::Button, "Ufficio piani (2 celle)");
    }
    press(&mut driver, "Ufficio acque (2 celle)");
    assert!(driver.harness.query_by_label(said).is_none());
    assert_eq!(
        driver.app().state.rooms.matrix.assessor(),
        TWO,
        "chosen among the sheets"
    );
    driver
        .harness
        .state_mut()
        .actions
        .push(Action::SetRoom(Room::Analysis));
    driver.settle();
    assert!(driver.harness.query_by_label(said).is_none());
    driver
        .harness
        .state_mut()
        .actions
        .push(Action::SetRoom(Room::Matrix));
    driver.settle();
    driver.keys("-3");
    assert_eq!(
        driver
            .app()
            .cell(&AssessmentKey {
                assessor: TWO,
                ..cell(1, 1)
            })
            .to_string(),
        "-3"
    );
}

#[test]
fn the_consensus_is_made_in_one_step_and_each_line_of_the_rest_leads_to_its_cell() {
    let mut driver = scored(Settings {
        room: Room::Matrix,
        ..settings()
    });
    let before = driver.app().n_steps();
    command(&mut driver, Command::MakeConsensus);
    press(&mut driver, "Riempi una cella");
    assert_eq!(driver.app().n_steps(), before + 1);
    assert_eq!(
        (driver.app().typed(1, 1), driver.app().typed(1, 2)),
        ("2".to_owned(), String::new())
    );
    driver.harness.get_by_label("Da decidere: una cella");
    let line = "P1 Politica 1 × 2 Obiettivo 2: Ufficio piani +1 · Ufficio acque +3 · punteggi troppo lontani";
    driver.harness.get_by_label(line).click_accesskit();
    driver.settle();
    driver.keys("2");
    assert_eq!(driver.app().typed(1, 2), "2");
    driver.harness.get_by_label("Tutto deciso.");
    driver.key_with(Modifiers::COMMAND, Key::Z);
    driver.harness.get_by_label("Da decidere: una cella");
}

#[test]
fn a_document_opens_where_it_was_left() {
    let place = Place {
        room: Room::Matrix,
        matrix: Some(MatrixId::fixed(1)),
        assessor: Some(TWO),
        row: Some(cell(2, 3).row),
        column: Some(cell(2, 3).column),
    };
    let mut settings = Settings {
        room: Room::Catalogue,
        ..settings()
    };
    settings.places = vec![ordito::workspace::Remembered {
        document: ordito::model::DocumentId::fixed(1),
        place,
    }];
    let mut driver = scored(settings);
    assert_eq!(driver.app().workspace.settings().room, Room::Matrix);
    driver.keys("1");
    assert_eq!(
        driver
            .app()
            .cell(&AssessmentKey {
                assessor: TWO,
                ..cell(2, 3)
            })
            .to_string(),
        "1"
    );
    // Where the cursor went is remembered in its turn.
    driver.key(Key::ArrowUp);
    driver.settle();
    assert_eq!(
        driver.app().workspace.place().unwrap().row,
        Some(cell(1, 1).row)
    );
}

#[test]
fn a_new_matrix_begins_with_the_office_that_scores() {
    let folder = tempfile::tempdir().unwrap();
    let document = small::matrix_document(&folder.path().join("a.ordito"), 2, 3);
    let signature = Signature {
        office: "Ufficio piani".to_owned(),
        ..Signature::default()
    };
    let own = Settings {
        room: Room::Matrix,
        signature,
        signature_asked: true,
        ..settings()
    };
    let mut driver = Driver::of(folder, document, own, [1366.0, 768.0]);
    let steps = driver.app().n_steps();
    driver.key_with(Modifiers::COMMAND, Key::M);
    press(&mut driver, "Crea la matrice");
    driver.settle();
    driver.keys("2");
    let contents = driver.app().workspace.contents().unwrap();
    let (id, _) = contents
        .assessors
        .iter()
        .find(|(_, each)| each.name == "Ufficio piani")
        .unwrap();
    assert_eq!(driver.app().state.rooms.matrix.assessor(), *id);
    assert!(
        contents.assessments.keys().all(|key| key.assessor == *id)
            && contents.assessments.len() == 1
    );
    assert_eq!(
        driver.app().n_steps(),
        steps + 2,
        "matrix and assessor are one step, the score another"
    );
}

#[test]
fn a_document_without_policies_leads_to_them() {
    let folder = tempfile::tempdir().unwrap();
    let document = Document::create(
        &folder.path().join("a.ordito"),
        &small::first_edit(3),
        &stamp(1),
    )
    .unwrap();
    let mut driver = Driver::of(
        folder,
        document,
        Settings {
            room: Room::Matrix,
            ..settings()
        },
        [1366.0, 768.0],
    );
    for label in [
        "Aggiungi una politica",
        "Importa politiche…",
        "Incolla politiche…",
    ] {
        driver.harness.get_by_role_and_label(Role::Button, label);
    }
    driver.key_with(Modifiers::COMMAND, Key::M);
    driver.harness.get_by_label(
        "Non ci sono ancora politiche da scegliere. Scrivine una, importa un elenco o incollalo.",
    );
    let add = driver
        .harness
        .get_all_by_role_and_label(Role::Button, "Aggiungi una politica")
        .last()
        .unwrap();
    add.click_accesskit();
    driver.settle();
    assert_eq!(driver.app().workspace.contents().unwrap().policies.len(), 1);
    assert_eq!(driver.app().workspace.settings().room, Room::Catalogue);
}

#[test]
fn where_the_document_begins_undo_stops_and_says_so() {
    let mut driver = Driver::small(1, 1);
    for _ in 0..=driver.app().n_first {
        driver.key_with(Modifiers::COMMAND, Key::Z);
    }
    let said = "Qui comincia il documento: non c'è altro da annullare";
    assert!(
        driver
            .app()
            .workspace
            .notices()
            .iter()
            .any(|notice| notice.text == said)
    );
}

#[test]
fn the_question_of_who_signs_takes_no_key_and_is_asked_once() {
    let folder = tempfile::tempdir().unwrap();
    let document = small::matrix_document(&folder.path().join("a.ordito"), 2, 3);
    let own = Settings {
        tour_seen: true,
        room: Room::Matrix,
        ..Settings::default()
    };
    let mut driver = Driver::of(folder, document, own, [1366.0, 768.0]);
    let question = "Con che nome firmi celle e passi?";
    assert!(driver.harness.query_all_by_label(question).next().is_some());
    driver.keys("2");
    assert_eq!(driver.app().typed(1, 1), "2", "the first key is a score");
    press(&mut driver, "Dì chi sei…");
    driver.keys("Ada Rossi");
    driver.key(Key::Enter);
    assert!(driver.harness.query_all_by_label(question).next().is_none());
    assert_eq!(
        driver.app().workspace.settings().signature.person,
        "Ada Rossi"
    );
    assert_eq!(driver.app().typed(1, 1), "2");
    let before = driver.app().n_steps();
    driver.key(Key::Escape);
    driver
        .harness
        .state_mut()
        .actions
        .push(Action::Edit(small::typed(2, 2, "1")));
    driver.settle();
    let step = driver
        .app()
        .workspace
        .document()
        .unwrap()
        .steps()
        .last()
        .unwrap();
    assert_eq!(
        (driver.app().n_steps(), step.by.as_str()),
        (before + 1, "Ada Rossi")
    );
}
