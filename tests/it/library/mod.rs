//! What ships with the program is whole, and says what is not confirmed.

use ordito::document::{Document, Edit};
use ordito::library::{
    NewDocument, SHIPPED_FRAMEWORKS, framework, frameworks, new_document, sample, sample_document,
    scales,
};
use ordito::model::{CellValue, Timestamp, Wording};

#[test]
fn agenda_2030_has_five_areas_seventeen_goals_and_169_targets() {
    let (_, head, goals) = framework("agenda-2030").unwrap();
    let at = |level| goals.iter().filter(|(_, goal)| goal.level == level).count();
    assert_eq!((at(0), at(1), at(2)), (5, 17, 169));
    assert_eq!(head.levels.len(), 3);
    // The targets' labels are our own short words: none may pass for official.
    assert!(
        goals
            .iter()
            .filter(|(_, goal)| goal.level == 2)
            .all(|(_, goal)| goal.wording == Wording::Provisional)
    );
}

/// Also in those that were made when short names were still cut.
#[test]
fn names_are_whole() {
    for (_, head, goals) in frameworks().unwrap() {
        for (_, goal) in goals {
            for label in [&goal.name, &goal.short, goal.title()] {
                let cut = label.it.contains('…') || label.en.contains('…');
                assert!(!cut, "{} {}: {label:?}", head.key, goal.code);
            }
            assert!(!goal.title().it.is_empty() && !goal.title().en.is_empty());
        }
    }
    let (_, _, goals) = framework("agenda-2030").unwrap();
    let (_, target) = goals.iter().find(|(_, goal)| goal.code == "1.2").unwrap();
    let former = ordito::model::Goal {
        short: ordito::model::Label::new("Dimezzare la povertà secondo le soglie…", ""),
        ..target.clone()
    };
    assert_eq!(former.title(), &target.name);
    assert_eq!(
        former.title().it,
        "Dimezzare la povertà secondo le soglie nazionali"
    );
}

#[test]
fn every_framework_loads_with_unique_codes_and_stable_ids() {
    let all = frameworks().unwrap();
    assert_eq!(all.len(), SHIPPED_FRAMEWORKS.len());
    assert_eq!(all, frameworks().unwrap());
    let missions = &all
        .iter()
        .find(|(_, head, _)| head.key == "amsvs-torino")
        .unwrap()
        .2;
    let missions: Vec<_> = missions
        .iter()
        .filter(|(_, goal)| goal.level == 1)
        .collect();
    assert_eq!(missions.len(), 21);
    assert_eq!(
        missions
            .iter()
            .filter(|(_, goal)| goal.wording == Wording::ToFill)
            .count(),
        20
    );
    assert_eq!(scales().unwrap().len(), 4);
}

#[test]
fn the_sample_is_rich_and_says_it_is_illustrative() {
    let folder = tempfile::tempdir().unwrap();
    let new = NewDocument {
        title: "Esempio",
        agreed: "Consenso",
        frameworks: &SHIPPED_FRAMEWORKS,
        illustrative: true,
    };
    let stamp = ordito::document::Stamp {
        at: Timestamp(1),
        by: "prova".to_owned(),
    };
    let mut document = Document::create(
        &folder.path().join("e.ordito"),
        &new_document(&new).unwrap(),
        &stamp,
    )
    .unwrap();
    let edit = sample().unwrap();
    assert!(matches!(edit, Edit::Together { .. }));
    document.apply(&edit, &stamp).unwrap().unwrap();
    let contents = document.contents();
    let cells: Vec<_> = contents.assessments.values().collect();
    assert!(
        cells
            .iter()
            .filter(|cell| cell.value.is_scored() && !cell.reason.is_empty())
            .count()
            >= 120
    );
    assert!(
        cells
            .iter()
            .filter(|cell| cell.value.is_two_sided())
            .count()
            >= 15
    );
    assert!(
        cells
            .iter()
            .filter(|cell| cell.value == CellValue::NotApplicable)
            .count()
            >= 5
    );
    assert!(
        cells
            .iter()
            .filter(|cell| cell.value == CellValue::DontKnow)
            .count()
            >= 5
    );
    assert!(contents.info().unwrap().illustrative);
    assert!(contents.matrices.values().all(|matrix| matrix.illustrative));
    for code in [
        "1.1.b", "1.1.c", "1.1.d", "1.2.d", "1.3.a", "1.4.a", "2.1.b", "2.2.a", "2.2.c", "3.1.a",
        "3.1.c",
    ] {
        assert!(
            contents.policies.values().any(|policy| policy.code == code),
            "{code}"
        );
    }
    assert_eq!(document.read_again().unwrap(), *document.contents());
    // Documents of earlier versions got it as a step of its own, which goes back as every other.
    let n_cells = document.contents().assessments.len();
    document.undo(&stamp).unwrap();
    assert!(document.contents().policies.is_empty());
    // A new one begins with it, and undo stops there, also after reopening.
    let path = folder.path().join("n.ordito");
    let mut new = Document::create(&path, &sample_document(&new).unwrap(), &stamp).unwrap();
    assert!(new.undo(&stamp).unwrap().is_none());
    drop(new);
    let mut new = Document::open(&path).unwrap();
    assert!(new.undoable().is_empty() && new.undo(&stamp).unwrap().is_none());
    assert_eq!(new.contents().assessments.len(), n_cells);
}

/// Whoever opens the sample has a session to read and one to rehearse, of seats that are nobody.
#[test]
fn the_sample_has_a_session_that_is_over_and_one_that_is_prepared() {
    use ordito::analysis::session::{Session, by_table};
    use ordito::model::{Outcome, Part, Phase, numbered_word};
    let folder = tempfile::tempdir().unwrap();
    let new = NewDocument {
        title: "Esempio",
        agreed: "Consenso",
        frameworks: &SHIPPED_FRAMEWORKS,
        illustrative: true,
    };
    let stamp = ordito::document::Stamp {
        at: Timestamp(1),
        by: "prova".to_owned(),
    };
    let path = folder.path().join("e.ordito");
    let document = Document::create(&path, &sample_document(&new).unwrap(), &stamp).unwrap();
    let contents = document.contents();
    let mut labs: Vec<_> = contents.labs.iter().collect();
    labs.sort_by_key(|(_, lab)| lab.position);
    let [(finished, over), (prepared, ready)] = labs.as_slice() else {
        panic!("{} sessions", labs.len())
    };
    assert!(over.title.contains("illustrativi") && over.anonymous && ready.anonymous);
    for lab in [over, ready] {
        let seat = |part, name: &str| part == Part::Seat && numbered_word(name).is_some();
        let mut all = lab.participants.iter();
        assert!(all.all(|each| seat(each.part, contents.assessor_name(each.id))));
    }
    // Over: agreed, put off and skipped, and what was agreed is what the matrix says.
    let session = Session::of(contents, **finished).unwrap();
    let outcomes = session.outcomes;
    assert_eq!(
        (
            outcomes.agreed,
            outcomes.parked,
            outcomes.skipped,
            outcomes.open
        ),
        (3, 1, 1, 0)
    );
    let scale = &contents.scales[&contents.matrices[&over.matrix].scale];
    for ((_, question), asked) in contents
        .questions_of(**finished)
        .iter()
        .zip(&session.questions)
    {
        if let Some(Outcome::Agreed { value, reason, .. }) = &question.outcome {
            let key = ordito::model::AssessmentKey {
                matrix: over.matrix,
                assessor: ordito::model::AssessorId::AGREED,
                round: 0,
                row: question.row,
                column: question.column,
            };
            let cell = &contents.assessments[&key];
            assert_eq!((&cell.value, &cell.reason), (value, reason));
            assert!(!reason.is_empty(), "the room reads why");
            assert!(
                cell.sources
                    .iter()
                    .any(|cited| Some(cited.source) == over.source)
            );
            let said = &asked.last().unwrap().said;
            assert_eq!(by_table(over, said, scale).len(), 3, "told by table");
        }
    }
    // Prepared: nothing was asked yet.
    let agenda = contents.questions_of(**prepared);
    assert_eq!((agenda.len(), ready.participants.len()), (8, 15));
    assert!(
        agenda
            .iter()
            .all(|(_, question)| question.phase() == Phase::Waiting)
    );
}

/// A document of one's own, with the Agenda alone, can be read on another framework and asked for indirect effects: by what
/// ships, which says that it is illustrative, brings what it needs and is one step to undo.
#[test]
fn what_ships_leads_on_in_a_document_of_ones_own() {
    use crate::document::small::stamp;
    use ordito::analysis::reading::reachable;
    use ordito::analysis::{Scores, through_goals::goals_scored};
    use ordito::library::Illustrative;
    use ordito::model::{AssessorId, Axis, Item, Matrix, MatrixId, MatrixKind, Policy, PolicyId};

    let folder = tempfile::tempdir().unwrap();
    let new = NewDocument {
        title: "Mio",
        agreed: "Consenso",
        frameworks: &["agenda-2030"],
        illustrative: false,
    };
    let path = folder.path().join("mio.ordito");
    let mut document = Document::create(&path, &new_document(&new).unwrap(), &stamp(1)).unwrap();
    let policy = Policy {
        name: "Politica".to_owned(),
        ..Policy::default()
    };
    let policies = Edit::AddPolicies(vec![(PolicyId::fixed(1), policy)]);
    document.apply(&policies, &stamp(2)).unwrap();
    let contents = document.contents();
    let scale = contents
        .scales
        .iter()
        .find(|(_, scale)| scale.key == "nilsson");
    let own = MatrixId::fixed(1);
    let goals = contents.goals.iter().filter(|(_, goal)| goal.level == 1);
    let add = Edit::AddMatrix {
        id: own,
        matrix: Matrix {
            name: "Mia".to_owned(),
            kind: MatrixKind::PolicyGoal,
            scale: *scale.unwrap().0,
            position: 0,
            note: String::new(),
            illustrative: false,
            assessors: Vec::new(),
        },
        rows: vec![Item::Policy(PolicyId::fixed(1))],
        columns: goals.map(|(id, _)| Item::Goal(*id)).collect(),
    };
    document.apply(&add, &stamp(3)).unwrap();
    let reads = |document: &Document| {
        let scores = Scores::of(document.contents(), own, AssessorId::AGREED).unwrap();
        reachable(document.contents(), &scores, Axis::Columns).len()
    };
    assert_eq!(reads(&document), 0);
    for (at, ships) in [(4, Illustrative::Crosswalk), (6, Illustrative::GoalMatrix)] {
        let before = document.contents().clone();
        assert!(ships.helps(&before, own));
        let edit = ships.edit(&before).unwrap().unwrap();
        document.apply(&edit, &stamp(at)).unwrap().unwrap();
        assert!(!ships.helps(document.contents(), own));
        assert_eq!(ships.edit(document.contents()).unwrap(), None);
        document.undo(&stamp(at + 1)).unwrap();
        assert_eq!(document.contents().crosswalks, before.crosswalks);
        assert_eq!(document.contents().matrices, before.matrices);
        document.redo(&stamp(at + 1)).unwrap();
    }
    assert!(reads(&document) > 0);
    let contents = document.contents();
    let crosswalk = contents.crosswalks.values().next().unwrap();
    assert_eq!(crosswalk.wording, Wording::Provisional);
    assert!(crosswalk.note.contains("llustrativo"), "{}", crosswalk.note);
    let (id, matrix) = contents
        .matrices
        .iter()
        .find(|(_, matrix)| matrix.kind == MatrixKind::GoalGoal)
        .unwrap();
    assert!(matrix.illustrative && matrix.position > 0);
    assert!(goals_scored(contents, *id, AssessorId::AGREED).is_some());
    // One's own matrix is as it was, and the document is not illustrative for that.
    assert!(!contents.matrices[&own].illustrative && !contents.info().unwrap().illustrative);
}
