//! A laboratory through the one door: asked, voted, revealed, agreed.

use super::small::{cell, matrix_document, stamp};
use ordito::document::{Document, Edit, EditError, LabMove, Refusal, Vote};
use ordito::model::{
    AssessorId, AssessorKind, CellValue, GoalId, Item, Lab, LabId, LabRule, MatrixId, Outcome, Participant, Phase,
    Points, PolicyId, Question, QuestionId, SourceId,
};

pub fn lab(participants: u128) -> Edit {
    let who = |n: u128| AssessorId::fixed(100 + n);
    Edit::PutLab {
        id: LabId::fixed(1),
        lab: Lab {
            title: "Laboratorio".to_owned(),
            matrix: MatrixId::fixed(1),
            position: 0,
            date: "2026-11-23".to_owned(),
            place: "Torino".to_owned(),
            question: String::new(),
            rounds: 2,
            rule: LabRule::default(),
            anonymous: true,
            notes: String::new(),
            participants: (1..=participants).map(|n| Participant::new(who(n))).collect(),
            source: None,
            current: None,
        },
        names: (1..=participants).map(|n| (who(n), format!("Voce {n}"))).collect(),
    }
}

fn question(n: u128, row: u128, column: u128) -> (QuestionId, Question) {
    let (row, column) = (Item::Policy(PolicyId::fixed(row)), Item::Goal(GoalId::fixed(column)));
    (QuestionId::fixed(n), Question::new(LabId::fixed(1), row, column, 3))
}

fn step(step: LabMove) -> Edit {
    Edit::Lab { question: QuestionId::fixed(1), step }
}

fn votes(values: &[i8]) -> Edit {
    let vote = |(n, value): (u128, &i8)| Vote {
        participant: AssessorId::fixed(100 + n),
        value: CellValue::net_of(Points::whole(*value)),
        comment: None,
    };
    step(LabMove::Vote((1..).zip(values).map(vote).collect()))
}

fn agree(source: u128) -> LabMove {
    LabMove::Agree {
        value: CellValue::net_of(Points::whole(2)),
        reason: "Perché".to_owned(),
        dissent: String::new(),
        source: SourceId::fixed(source),
    }
}

fn session(folder: &tempfile::TempDir) -> Document {
    let mut document = matrix_document(&folder.path().join("a.ordito"), 3, 3);
    document.apply(&lab(3), &stamp(5)).unwrap();
    document.apply(&Edit::PutQuestions(vec![question(1, 1, 1), question(2, 2, 3)]), &stamp(6)).unwrap();
    document
}

fn refused(document: &mut Document, edit: &Edit) -> Refusal {
    match document.apply(edit, &stamp(9)) {
        Err(EditError::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn two_rounds_lead_to_an_agreed_cell_that_cites_the_session_and_all_is_undone_and_reopened() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = session(&folder);
    let before = document.hash();
    let phase = |document: &Document| document.contents().questions[&QuestionId::fixed(1)].phase();
    let steps = [
        (step(LabMove::Ask), Phase::Collecting(1)),
        (votes(&[2, -1, 3]), Phase::Collecting(1)),
        (step(LabMove::Reveal), Phase::Revealed(1)),
        (step(LabMove::Ask), Phase::Collecting(2)),
        (votes(&[2, 1, 2]), Phase::Collecting(2)),
        (step(LabMove::Reveal), Phase::Revealed(2)),
        (step(agree(7)), Phase::Closed),
    ];
    for (edit, then) in &steps {
        document.apply(edit, &stamp(7)).unwrap().unwrap();
        assert_eq!(phase(&document), *then);
    }
    let contents = document.contents();
    let asked = &contents.questions[&QuestionId::fixed(1)];
    let vote = |n: u128, round| contents.vote(asked, AssessorId::fixed(100 + n), round).unwrap().value.net().unwrap().0;
    assert_eq!((vote(2, 1), vote(2, 2)), (-100, 100), "both rounds are kept");
    let agreed = &contents.assessments[&cell(1, 1)];
    assert_eq!((agreed.value, agreed.reason.as_str()), (CellValue::net_of(Points::whole(2)), "Perché"));
    assert_eq!(agreed.sources[0].source, SourceId::fixed(7));
    assert_eq!(contents.sources[&SourceId::fixed(7)].citation, "Laboratorio, Torino, 2026-11-23");
    assert_eq!(contents.labs[&LabId::fixed(1)].current, Some(QuestionId::fixed(1)));
    // Participants fill no matrix outside their laboratory.
    assert_eq!(contents.assessors_in_order().len(), 1);
    assert_eq!(contents.everyone_in_order().len(), 4);
    let last = document.hash();
    drop(document);
    let mut document = Document::open(&folder.path().join("a.ordito")).unwrap();
    assert_eq!(document.hash(), last);
    for _ in &steps {
        document.undo(&stamp(8)).unwrap().unwrap();
    }
    assert_eq!(document.hash(), before);
}

#[test]
fn a_step_out_of_turn_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = session(&folder);
    assert!(matches!(refused(&mut document, &votes(&[1])), Refusal::NotNow(_)), "before it is asked");
    assert!(matches!(refused(&mut document, &step(LabMove::Reveal)), Refusal::NotNow(_)));
    document.apply(&step(LabMove::Ask), &stamp(7)).unwrap();
    assert!(matches!(refused(&mut document, &step(LabMove::Ask)), Refusal::NotNow(_)), "two rounds at once");
    document.apply(&votes(&[1, 2, 3]), &stamp(7)).unwrap();
    document.apply(&step(LabMove::Reveal), &stamp(7)).unwrap();
    let hash = document.hash();
    assert!(matches!(refused(&mut document, &votes(&[-3, -3, -3])), Refusal::NotNow(_)), "after the reveal");
    let stranger = Vote { participant: AssessorId::AGREED, value: CellValue::DontKnow, comment: None };
    document.apply(&step(LabMove::Ask), &stamp(7)).unwrap();
    assert!(matches!(refused(&mut document, &step(LabMove::Vote(vec![stranger]))), Refusal::NotThere(_)));
    document.undo(&stamp(8)).unwrap();
    assert_eq!(document.hash(), hash);
    document.apply(&step(agree(7)), &stamp(7)).unwrap();
    assert!(matches!(refused(&mut document, &step(LabMove::Skip)), Refusal::NotNow(_)), "closed");
    document.apply(&step(LabMove::Reopen), &stamp(7)).unwrap();
    assert_eq!(document.contents().questions[&QuestionId::fixed(1)].outcome, None);
    document.apply(&step(LabMove::Park { reason: "Serve un parere".to_owned() }), &stamp(7)).unwrap();
    let outcome = document.contents().questions[&QuestionId::fixed(1)].outcome.clone();
    assert_eq!(outcome, Some(Outcome::Parked { reason: "Serve un parere".to_owned() }));
    assert!(document.contents().assessments.contains_key(&cell(1, 1)), "the agreed cell stays");
}

#[test]
fn what_goes_takes_its_questions_and_votes_along() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = session(&folder);
    document.apply(&step(LabMove::Ask), &stamp(7)).unwrap();
    document.apply(&votes(&[1, 2, 3]), &stamp(7)).unwrap();
    // One participant less: the other votes stay.
    document.apply(&lab(2), &stamp(7)).unwrap();
    let contents = document.contents();
    assert_eq!(contents.assessments.keys().filter(|key| key.round == 1).count(), 2);
    document.apply(&Edit::DeletePolicies(vec![PolicyId::fixed(1)]), &stamp(7)).unwrap();
    let contents = document.contents();
    assert_eq!(contents.questions.keys().copied().collect::<Vec<_>>(), [QuestionId::fixed(2)]);
    assert_eq!(contents.labs[&LabId::fixed(1)].current, None);
    document.apply(&Edit::DeleteLab(LabId::fixed(1)), &stamp(7)).unwrap();
    let contents = document.contents();
    assert!(contents.questions.is_empty() && contents.labs.is_empty());
    assert!(contents.assessors.values().all(|assessor| assessor.kind != AssessorKind::Participant));
    document.undo(&stamp(8)).unwrap();
    document.undo(&stamp(8)).unwrap();
    assert_eq!(document.contents().assessments.keys().filter(|key| key.round == 1).count(), 2);
}

#[test]
fn votes_that_tables_gave_in_copies_of_the_file_come_together() {
    use ordito::document::{Wish, gather, join};
    let folder = tempfile::tempdir().unwrap();
    drop(session(&folder));
    let copy = |name: &str, who: u128, values: [&str; 2]| {
        let path = folder.path().join(name);
        ordito::storage::write_copy(&folder.path().join("a.ordito"), &path, true, false).unwrap();
        let mut document = Document::open(&path).unwrap();
        for (n, value) in (1..).zip(values) {
            let scale = document.contents().scales.values().next().unwrap();
            let value = ordito::model::read_entry(value, scale).unwrap();
            let vote = Vote { participant: AssessorId::fixed(100 + who), value, comment: Some(format!("di {name}")) };
            for step in [LabMove::Ask, LabMove::Vote(vec![vote])] {
                document.apply(&Edit::Lab { question: QuestionId::fixed(n), step }, &stamp(20 + who as i64)).unwrap();
            }
        }
        (name.to_owned(), document)
    };
    let copies = [copy("uno", 1, ["2/-1", "3"]), copy("due", 2, ["-1", "n"]), copy("tre", 3, ["0", "?"])];
    let documents: Vec<(String, &Document)> = copies.iter().map(|(name, copy)| (name.clone(), copy)).collect();
    let joined = join(&gather(&documents).unwrap().0, &Wish::default(), &mut |_, _| true).unwrap().unwrap();
    assert_eq!(joined.clashes, [], "each table has its own votes");
    let said = |n: u128| {
        let question = &joined.contents.questions[&QuestionId::fixed(n)];
        assert_eq!(question.phase(), Phase::Collecting(1), "and nothing is revealed");
        let vote =
            |who: u128| joined.contents.vote(question, AssessorId::fixed(100 + who), 1).unwrap().value.to_string();
        [vote(1), vote(2), vote(3)]
    };
    assert_eq!([said(1), said(2)], [["2/-1", "-1", "0"], ["3", "n", "?"]]);
}
