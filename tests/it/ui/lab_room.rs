//! The room of a laboratory round its sessions: prepared from nothing, its papers, who votes where.

use super::driver::{Driver, settings};
use super::lab::{driver_of, picture, session, session_of};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::model::{LabId, Part, QuestionId};
use ordito::workspace::{Room, Settings};

/// The other half of the room.
const PEOPLE: &str = "Che cosa si prepara: Partecipanti";

fn heard_label(driver: &Driver, text: &str) -> bool {
    let mut found = driver.harness.query_all_by_label_contains(text);
    found.next().is_some()
}

#[test]
fn a_session_is_prepared_from_nothing() {
    let mut driver = Driver::small(4, 4);
    driver.key_with(Modifiers::COMMAND, Key::Num6);
    assert!(
        driver
            .harness
            .query_by_label("Nessun laboratorio")
            .is_some()
    );
    driver.harness.get_by_label("Nuovo laboratorio").click();
    driver.settle();
    driver.harness.get_by_label("Aggiungi posti").click();
    driver.settle();
    driver.harness.get_by_label("Aggiungi domande").click();
    driver.settle();
    let contents = driver.app().workspace.contents().unwrap();
    let (id, lab) = contents.labs.iter().next().unwrap();
    assert_eq!(
        (lab.title.as_str(), lab.participants.len()),
        ("Laboratorio 1", 10)
    );
    let agenda = contents.questions_of(*id);
    assert_eq!(agenda.len(), 10);
    let first = agenda[0].0;
    driver
        .harness
        .get_all_by_label("Sposta giù")
        .next()
        .unwrap()
        .click();
    driver.settle();
    let agenda = driver.app().workspace.contents().unwrap().questions_of(
        *driver
            .app()
            .workspace
            .contents()
            .unwrap()
            .labs
            .keys()
            .next()
            .unwrap(),
    );
    assert_eq!(agenda[1].0, first);
    picture(&mut driver, "prepare-1280");

    // One vote for each table, and the rest of the rule.
    // Below what is to be seen of the list.
    driver
        .harness
        .get_by_label("Aggiungi tavoli")
        .scroll_to_me();
    driver.settle();
    driver.harness.get_by_label("Aggiungi tavoli").click();
    driver.settle();
    let lab = |driver: &Driver| {
        driver
            .app()
            .workspace
            .contents()
            .unwrap()
            .labs
            .values()
            .next()
            .unwrap()
            .clone()
    };
    let contents = driver.app().workspace.contents().unwrap();
    let tables: Vec<_> = lab(&driver).participants[10..]
        .iter()
        .map(|each| {
            (
                contents.assessors[&each.id].name.clone(),
                each.table.clone(),
            )
        })
        .collect();
    assert_eq!(
        (tables.len(), tables[0].clone()),
        (10, ("Tavolo 1".to_owned(), "1".to_owned()))
    );
    assert!(
        driver
            .harness
            .query_all_by_label_contains("Polarizzata se")
            .next()
            .is_some()
    );

    // Notes of a question, for the facilitator.
    let first = agenda_of(&driver)[0];
    driver
        .harness
        .get_by_role_and_label(
            egui::accesskit::Role::MultilineTextInput,
            "Note sulla domanda 2, per chi conduce",
        )
        .focus();
    driver.settle();
    driver.keys("Chiedere a chi abita in valle");
    let next = driver
        .harness
        .get_all_by_role(egui::accesskit::Role::ListItem)
        .next()
        .unwrap();
    next.click();
    driver.settle();
    let contents = driver.app().workspace.contents().unwrap();
    assert!(
        contents
            .questions
            .values()
            .any(|each| each.notes == "Chiedere a chi abita in valle")
    );

    // By keys: the list is one stop, Alt+Down moves the chosen question.
    driver.key_with(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(agenda_of(&driver)[1], first, "moved by keys");
    // By hand: dropped on the fourth it stands below it, dropped on the first above it.
    let place = |driver: &Driver, n: usize| {
        driver
            .harness
            .get_all_by_role(egui::accesskit::Role::ListItem)
            .nth(n)
            .unwrap()
            .rect()
            .center()
    };
    for (from, to) in [(1, 3), (3, 0)] {
        let moved = agenda_of(&driver)[from];
        let (start, end) = (place(&driver, from), place(&driver, to));
        driver.harness.drag_at(start);
        driver.settle();
        driver.harness.hover_at(start + (end - start) / 2.0);
        driver.settle();
        driver.harness.hover_at(end);
        driver.settle();
        driver.harness.drop_at(end);
        driver.settle();
        assert_eq!(agenda_of(&driver)[to], moved, "dragged from {from} to {to}");
    }
}

fn agenda_of(driver: &Driver) -> Vec<QuestionId> {
    let contents = driver.app().workspace.contents().unwrap();
    let id = *contents.labs.keys().next().unwrap();
    contents
        .questions_of(id)
        .into_iter()
        .map(|(id, _)| id)
        .collect()
}

#[test]
fn the_room_is_drawn_in_every_look_and_size() {
    use ordito::figure::palette::Look;
    for (look, name) in [(Look::Light, "light"), (Look::Dark, "dark")] {
        for size in [[1600.0, 1000.0], [1280.0, 800.0]] {
            let folder = tempfile::tempdir().unwrap();
            let document = session(&folder.path().join("a.ordito"));
            let own = Settings {
                room: Room::Lab,
                look,
                ..settings()
            };
            let mut driver = Driver::of(folder, document, own, size);
            super::look::picture(&mut driver.harness, &format!("lab-room-{name}-{}", size[0]))
                .is_of(look);
        }
    }
}

#[test]
fn papers_and_the_outcome_are_asked_for_from_the_room() {
    for anonymous in [true, false] {
        let folder = tempfile::tempdir().unwrap();
        let document = session_of(&folder.path().join("a.ordito"), anonymous);
        papers_are_asked_for(&mut driver_of(folder, document, [1280.0, 800.0]), anonymous);
    }
}

fn papers_are_asked_for(driver: &mut Driver, anonymous: bool) {
    use ordito::report::lab::LabPaper;
    use ordito::workspace::{Effect, LabExport, Purpose};
    for (label, paper, names) in [
        ("Ordine del giorno…", LabPaper::Agenda, !anonymous),
        (
            "Schede di voto, una a testa…",
            LabPaper::Ballots,
            !anonymous,
        ),
        ("Foglio presenze…", LabPaper::Presences, !anonymous),
        ("Esito senza nomi…", LabPaper::Outcome, false),
        ("Esito con i nomi…", LabPaper::Outcome, true),
    ] {
        driver.harness.get_by_label("Documenti").click();
        driver.settle();
        driver.harness.get_by_label(label).click();
        driver.settle();
        let wanted = Purpose::Export(
            LabExport {
                lab: LabId::fixed(1),
                paper,
                names,
                ballots: ordito::report::lab::Ballots::Each,
            }
            .into(),
        );
        let asked = |effect: &Effect| matches!(effect, Effect::PickFile { purpose, .. } if *purpose == wanted);
        // Of an anonymous session there is no outcome with names.
        assert_eq!(
            driver.app().effects.iter().any(asked),
            !(names && anonymous),
            "{label}"
        );
    }
}

#[test]
fn seats_vote_and_the_list_of_presences_is_pasted_beside_them() {
    let mut driver = Driver::small(3, 3);
    driver.key_with(Modifiers::COMMAND, Key::Num6);
    driver.harness.get_by_label("Nuovo laboratorio").click();
    driver.settle();
    driver.harness.get_by_label("Aggiungi posti").click();
    driver.settle();
    // A block is pasted in a field, as it comes from a spreadsheet: what comes in is shown first.
    driver.harness.get_by_label(PEOPLE).click();
    driver.settle();
    driver.harness.get_by_label("Nome 1").focus();
    driver.settle();
    driver.paste("Zeno\tSindaco\tComune A\t2\nAda\t\tEnte B\n\n\tSolo ruolo\nAda\n");
    driver.settle();
    assert!(heard_label(
        &driver,
        "Entrano in elenco: 2; restano fuori: 2"
    ));
    assert!(heard_label(&driver, "senza nome, resta fuori"));
    assert!(heard_label(&driver, "come la riga 2"));
    // Line by line: she is another one, and Zeno does not come.
    driver
        .harness
        .get_by_label_contains("come la riga 2")
        .click();
    driver.harness.get_by_label_contains("1 · Zeno").click();
    driver.settle();
    driver.harness.get_by_label_contains("1 · Zeno").click();
    driver.settle();
    driver.harness.get_by_label("Importa").click();
    driver.settle();
    // Typed: Tab goes from field to field and on to the next line.
    let blank = "Nome 4";
    driver.harness.get_by_label(blank).focus();
    driver.settle();
    for text in ["Voce", "Tecnico", "Ente C", "1"] {
        driver.keys(text);
        driver.key(Key::Tab);
    }
    driver.keys("Voce 2");
    driver.settle();
    driver.key_with(Modifiers::COMMAND, Key::Num1);
    let contents = driver.app().workspace.contents().unwrap();
    let lab = contents.labs.values().next().unwrap();
    let people: Vec<_> = lab
        .people()
        .map(|each| {
            format!(
                "{}|{}|{}|{}",
                contents.assessors[&each.id].name, each.role, each.organisation, each.table
            )
        })
        .collect();
    assert_eq!(
        people,
        [
            "Ada||Ente B|",
            "Ada|||",
            "Voce|Tecnico|Ente C|1",
            "Voce 2|||",
            "Zeno|Sindaco|Comune A|2"
        ]
    );
    assert!(
        lab.anonymous
            && lab.voters().all(|each| each.part == Part::Seat)
            && lab.voters().count() == 10
    );
    assert_eq!(
        lab.question,
        "La politica aiuta o ostacola il raggiungimento di questo obiettivo?"
    );
    // With names: the list becomes those who vote, and back again.
    driver.key_with(Modifiers::COMMAND, Key::Num6);
    let steps = driver.app().n_steps();
    for (named, n) in [(true, 5), (false, 5)] {
        driver.harness.get_by_label("Voto anonimo").scroll_to_me();
        driver.settle();
        driver.harness.get_by_label("Voto anonimo").click();
        driver.settle();
        let contents = driver.app().workspace.contents().unwrap();
        let lab = contents.labs.values().next().unwrap();
        assert_eq!((lab.anonymous, lab.voters().count()), (!named, n));
        assert_eq!(lab.voters().all(|each| each.part == Part::Person), named);
        assert_eq!(lab.people().count(), 5, "nobody is lost");
    }
    assert_eq!(driver.app().n_steps(), steps + 2);
}

#[test]
fn seats_that_are_nobody_become_persons_by_number_at_their_tables_and_seats_again() {
    let folder = tempfile::tempdir().unwrap();
    let document = session_of(&folder.path().join("a.ordito"), true);
    let mut driver = driver_of(folder, document, [1366.0, 768.0]);
    let lab = |driver: &Driver| {
        let contents = driver.app().workspace.contents().unwrap();
        contents.labs.values().next().unwrap().clone()
    };
    let before = lab(&driver);
    let n = before.voters().count();
    assert!(n > 1 && before.voters().all(|each| each.part == Part::Seat));
    let tables = |lab: &ordito::model::Lab| -> Vec<String> {
        lab.voters().map(|each| each.table.clone()).collect()
    };
    for part in [Part::Person, Part::Seat] {
        driver.harness.get_by_label("Voto anonimo").scroll_to_me();
        driver.settle();
        driver.harness.get_by_label("Voto anonimo").click();
        driver.settle();
        let now = lab(&driver);
        assert_eq!(now.voters().count(), n);
        assert!(now.voters().all(|each| each.part == part));
        assert_eq!(tables(&now), tables(&before));
    }
}

#[test]
fn people_are_typed_one_after_the_other_and_enter_goes_to_the_next_line() {
    for anonymous in [true, false] {
        let folder = tempfile::tempdir().unwrap();
        let document = session_of(&folder.path().join("a.ordito"), anonymous);
        let mut driver = driver_of(folder, document, [1366.0, 768.0]);
        driver.harness.get_by_label(PEOPLE).click();
        driver.settle();
        // The line that waits to be written: the first of the list of presences, or the last of those who vote.
        let fields = driver.harness.get_all_by_role(Role::TextInput);
        let is_name = |label: &String| label.starts_with("Nome ");
        let labels = fields.filter_map(|field| field.accesskit_node().label());
        let waits = labels.filter(is_name).reduce(|_, next| next).unwrap();
        driver.harness.get_by_label(&waits).focus();
        driver.settle();
        for name in ["Voce", "Parola", "Frase"] {
            driver.keys(name);
            driver.key(Key::Enter);
            driver.settle();
        }
        driver.key_with(Modifiers::COMMAND, Key::Num3);
        driver.settle();
        let contents = driver.app().workspace.contents().unwrap();
        for name in ["Voce", "Parola", "Frase"] {
            let is_there = contents.assessors.values().any(|each| each.name == name);
            assert!(is_there, "anonymous {anonymous}: {name}");
        }
    }
}
