//! A laboratory through the one door: asked, voted, revealed, agreed.

use super::small::{cell, matrix_document, stamp};
use ordito::document::{Document, Edit, EditError, LabFixed, LabMove, Refusal, Vote};
use ordito::jobs::Progress;
use ordito::model::{
    AssessorId, AssessorKind, CellValue, GoalId, Item, Lab, LabId, LabRule, MatrixId, Outcome,
    Part, Participant, Phase, Points, PolicyId, Question, QuestionId, SourceId,
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
            anonymous: false,
            notes: String::new(),
            participants: (1..=participants)
                .map(|n| Participant::new(who(n)))
                .collect(),
            source: None,
            current: None,
        },
        names: (1..=participants)
            .map(|n| (who(n), format!("Persona {n}")))
            .collect(),
    }
}

fn question(n: u128, row: u128, column: u128) -> (QuestionId, Question) {
    let (row, column) = (
        Item::Policy(PolicyId::fixed(row)),
        Item::Goal(GoalId::fixed(column)),
    );
    (
        QuestionId::fixed(n),
        Question::new(LabId::fixed(1), row, column, 3),
    )
}

fn step(step: LabMove) -> Edit {
    Edit::Lab {
        question: QuestionId::fixed(1),
        step,
    }
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
    document
        .apply(
            &Edit::PutQuestions(vec![question(1, 1, 1), question(2, 2, 3)]),
            &stamp(6),
        )
        .unwrap();
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
    let vote = |n: u128, round| {
        contents
            .vote(asked, AssessorId::fixed(100 + n), round)
            .unwrap()
            .value
            .net()
            .unwrap()
            .0
    };
    assert_eq!(
        (vote(2, 1), vote(2, 2)),
        (-100, 100),
        "both rounds are kept"
    );
    let agreed = &contents.assessments[&cell(1, 1)];
    assert_eq!(
        (agreed.value, agreed.reason.as_str()),
        (CellValue::net_of(Points::whole(2)), "Perché")
    );
    assert_eq!(agreed.sources[0].source, SourceId::fixed(7));
    assert_eq!(
        contents.sources[&SourceId::fixed(7)].citation,
        "Laboratorio, Torino, 2026-11-23"
    );
    assert_eq!(
        contents.labs[&LabId::fixed(1)].current,
        Some(QuestionId::fixed(1))
    );
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
    assert!(
        matches!(refused(&mut document, &votes(&[1])), Refusal::NotNow(_)),
        "before it is asked"
    );
    assert!(matches!(
        refused(&mut document, &step(LabMove::Reveal)),
        Refusal::NotNow(_)
    ));
    document.apply(&step(LabMove::Ask), &stamp(7)).unwrap();
    assert!(
        matches!(
            refused(&mut document, &step(LabMove::Ask)),
            Refusal::NotNow(_)
        ),
        "two rounds at once"
    );
    document.apply(&votes(&[1, 2, 3]), &stamp(7)).unwrap();
    document.apply(&step(LabMove::Reveal), &stamp(7)).unwrap();
    let hash = document.hash();
    assert!(
        matches!(
            refused(&mut document, &votes(&[-3, -3, -3])),
            Refusal::NotNow(_)
        ),
        "after the reveal"
    );
    let stranger = Vote {
        participant: AssessorId::AGREED,
        value: CellValue::DontKnow,
        comment: None,
    };
    document.apply(&step(LabMove::Ask), &stamp(7)).unwrap();
    assert!(matches!(
        refused(&mut document, &step(LabMove::Vote(vec![stranger]))),
        Refusal::NotThere(_)
    ));
    document.undo(&stamp(8)).unwrap();
    assert_eq!(document.hash(), hash);
    document.apply(&step(agree(7)), &stamp(7)).unwrap();
    assert!(
        matches!(
            refused(&mut document, &step(LabMove::Skip)),
            Refusal::NotNow(_)
        ),
        "closed"
    );
    document.apply(&step(LabMove::Reopen), &stamp(7)).unwrap();
    assert_eq!(
        document.contents().questions[&QuestionId::fixed(1)].outcome,
        None
    );
    document
        .apply(
            &step(LabMove::Park {
                reason: "Serve un parere".to_owned(),
            }),
            &stamp(7),
        )
        .unwrap();
    let outcome = document.contents().questions[&QuestionId::fixed(1)]
        .outcome
        .clone();
    assert_eq!(
        outcome,
        Some(Outcome::Parked {
            reason: "Serve un parere".to_owned()
        })
    );
    assert!(
        document.contents().assessments.contains_key(&cell(1, 1)),
        "the agreed cell stays"
    );
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
    assert_eq!(
        contents
            .assessments
            .keys()
            .filter(|key| key.round == 1)
            .count(),
        2
    );
    document
        .apply(&Edit::DeletePolicies(vec![PolicyId::fixed(1)]), &stamp(7))
        .unwrap();
    let contents = document.contents();
    assert_eq!(
        contents.questions.keys().copied().collect::<Vec<_>>(),
        [QuestionId::fixed(2)]
    );
    assert_eq!(contents.labs[&LabId::fixed(1)].current, None);
    document
        .apply(&Edit::DeleteLab(LabId::fixed(1)), &stamp(7))
        .unwrap();
    let contents = document.contents();
    assert!(contents.questions.is_empty() && contents.labs.is_empty());
    assert!(
        contents
            .assessors
            .values()
            .all(|assessor| assessor.kind != AssessorKind::Participant)
    );
    document.undo(&stamp(8)).unwrap();
    document.undo(&stamp(8)).unwrap();
    assert_eq!(
        document
            .contents()
            .assessments
            .keys()
            .filter(|key| key.round == 1)
            .count(),
        2
    );
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
            let vote = Vote {
                participant: AssessorId::fixed(100 + who),
                value,
                comment: Some(format!("di {name}")),
            };
            for step in [LabMove::Ask, LabMove::Vote(vec![vote])] {
                document
                    .apply(
                        &Edit::Lab {
                            question: QuestionId::fixed(n),
                            step,
                        },
                        &stamp(20 + who as i64),
                    )
                    .unwrap();
            }
        }
        (name.to_owned(), document)
    };
    let copies = [
        copy("uno", 1, ["2/-1", "3"]),
        copy("due", 2, ["-1", "n"]),
        copy("tre", 3, ["0", "?"]),
    ];
    let documents: Vec<(String, &Document)> = copies
        .iter()
        .map(|(name, copy)| (name.clone(), copy))
        .collect();
    let joined = join(
        &gather(&documents).unwrap().0,
        &Wish::default(),
        &Progress::unwatched(),
    )
    .unwrap()
    .unwrap();
    assert_eq!(joined.clashes, [], "each table has its own votes");
    let said = |n: u128| {
        let question = &joined.contents.questions[&QuestionId::fixed(n)];
        assert_eq!(
            question.phase(),
            Phase::Collecting(1),
            "and nothing is revealed"
        );
        let vote = |who: u128| {
            joined
                .contents
                .vote(question, AssessorId::fixed(100 + who), 1)
                .unwrap()
                .value
                .to_string()
        };
        [vote(1), vote(2), vote(3)]
    };
    assert_eq!([said(1), said(2)], [["2/-1", "-1", "0"], ["3", "n", "?"]]);
}

fn seated(parts: &[(u128, Part, &str)], anonymous: bool) -> Edit {
    let participants = parts
        .iter()
        .map(|(n, part, _)| Participant::new(AssessorId::fixed(100 + n)).as_part(*part))
        .collect();
    let names = parts
        .iter()
        .map(|(n, _, name)| (AssessorId::fixed(100 + n), (*name).to_owned()))
        .collect();
    let lab = Lab {
        participants,
        anonymous,
        ..Lab::new("Laboratorio".to_owned(), MatrixId::fixed(1))
    };
    Edit::PutLab {
        id: LabId::fixed(1),
        lab,
        names,
    }
}

#[test]
fn an_anonymous_session_keeps_no_name_beside_a_vote() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = matrix_document(&folder.path().join("a.ordito"), 3, 3);
    for (part, name) in [
        (Part::Person, "Posto 1"),
        (Part::Seat, "Anna Rossi"),
        (Part::Seat, "Rossi"),
        (Part::Seat, "Anna Rossi 1"),
        (Part::Seat, "Posto 1 Rossi"),
        (Part::Table, "Tavolo di Anna"),
    ] {
        assert_eq!(
            refused(&mut document, &seated(&[(1, part, name)], true)),
            Refusal::NamesBesideVotes,
            "{name}"
        );
    }
    let two = [(1, Part::Seat, "Anna 1"), (2, Part::Seat, "Bruno 2")];
    assert_eq!(
        refused(&mut document, &seated(&two, true)),
        Refusal::NamesBesideVotes,
        "one word for all seats"
    );
    let mut role = seated(&[(1, Part::Seat, "Posto 1")], true);
    if let Edit::PutLab { lab, .. } = &mut role {
        lab.participants[0].role = "Sindaco di Ala".to_owned();
    }
    assert_eq!(refused(&mut document, &role), Refusal::NamesBesideVotes);

    let people = [
        (5, Part::Present, "Zoe"),
        (1, Part::Seat, "Posto 1"),
        (4, Part::Present, "anna"),
        (2, Part::Seat, "Posto 2"),
    ];
    document.apply(&seated(&people, true), &stamp(5)).unwrap();
    let lab = document.contents().labs[&LabId::fixed(1)].clone();
    let order: Vec<_> = lab.participants.iter().map(|each| each.id).collect();
    assert_eq!(
        order,
        [101, 102, 104, 105].map(AssessorId::fixed),
        "presences are by name, whoever came first"
    );
    document
        .apply(&Edit::PutQuestions(vec![question(1, 1, 1)]), &stamp(6))
        .unwrap();
    document.apply(&step(LabMove::Ask), &stamp(7)).unwrap();
    let vote = Vote {
        participant: AssessorId::fixed(104),
        value: CellValue::NotApplicable,
        comment: None,
    };
    let of_nobody = step(LabMove::Vote(vec![vote]));
    assert_eq!(
        refused(&mut document, &of_nobody),
        Refusal::HasNoVote {
            name: "anna".to_owned()
        }
    );
    document.apply(&votes(&[1, 1]), &stamp(8)).unwrap();
    // Once somebody has voted it cannot be said that it was with names after all.
    let named = [(1, Part::Seat, "Posto 1"), (2, Part::Seat, "Posto 2")];
    assert_eq!(
        refused(&mut document, &seated(&named, false)),
        Refusal::LabFixed(LabFixed::Anonymous)
    );
    assert_eq!(
        refused(
            &mut document,
            &seated(
                &[(1, Part::Person, "Anna"), (2, Part::Seat, "Posto 2")],
                false
            )
        ),
        Refusal::LabFixed(LabFixed::Anonymous)
    );
}

#[test]
fn nobody_votes_alone_and_with_a_table() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = matrix_document(&folder.path().join("a.ordito"), 3, 3);
    let parts = [
        (1, Part::Person, "Anna"),
        (2, Part::Person, "Bruno"),
        (3, Part::Table, "Tavolo 1"),
    ];
    document.apply(&seated(&parts, false), &stamp(5)).unwrap();
    document
        .apply(&Edit::PutQuestions(vec![question(1, 1, 1)]), &stamp(6))
        .unwrap();
    document.apply(&step(LabMove::Ask), &stamp(7)).unwrap();
    assert_eq!(
        refused(&mut document, &votes(&[1])),
        Refusal::HasNoVote {
            name: "Anna".to_owned()
        }
    );
    let comment = LabMove::Comment {
        participant: AssessorId::fixed(102),
        text: "Sì".to_owned(),
    };
    assert_eq!(
        refused(&mut document, &step(comment)),
        Refusal::HasNoVote {
            name: "Bruno".to_owned()
        }
    );
    let vote = Vote {
        participant: AssessorId::fixed(103),
        value: CellValue::net_of(Points::whole(2)),
        comment: None,
    };
    document
        .apply(&step(LabMove::Vote(vec![vote])), &stamp(8))
        .unwrap();
    document.apply(&step(LabMove::Reveal), &stamp(9)).unwrap();
    let found =
        ordito::analysis::session::Session::of(document.contents(), LabId::fixed(1)).unwrap();
    assert_eq!(
        (
            found.listed,
            found.voted,
            found.questions[0].rounds[0].missing
        ),
        (1, 1, 0)
    );
    // Without the table its people would vote as well: not after its vote.
    assert_eq!(
        refused(&mut document, &seated(&parts[..2], false)),
        Refusal::LabFixed(LabFixed::Anonymous)
    );
}

#[test]
fn question_and_rule_stay_once_votes_were_revealed() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = session(&folder);
    let with = |change: &dyn Fn(&mut Lab)| {
        let mut edit = lab(3);
        if let Edit::PutLab { lab, .. } = &mut edit {
            change(lab);
        }
        edit
    };
    let question = with(&|lab| lab.question = "Aiuta?".to_owned());
    let rule = with(&|lab| lab.rule.largest_iqr = Points::whole(2));
    document.apply(&question, &stamp(6)).unwrap().unwrap();
    document.apply(&rule, &stamp(6)).unwrap().unwrap();
    document.apply(&lab(3), &stamp(6)).unwrap().unwrap();
    for edit in [step(LabMove::Ask), votes(&[2, 1, 3]), step(LabMove::Reveal)] {
        document.apply(&edit, &stamp(7)).unwrap();
    }
    assert_eq!(
        refused(&mut document, &question),
        Refusal::LabFixed(LabFixed::Question)
    );
    assert_eq!(
        refused(&mut document, &rule),
        Refusal::LabFixed(LabFixed::Rule)
    );
    document.apply(&step(agree(7)), &stamp(8)).unwrap();
    assert_eq!(
        refused(&mut document, &question),
        Refusal::LabFixed(LabFixed::Question)
    );
    document
        .apply(&with(&|lab| lab.notes = "Si può".to_owned()), &stamp(9))
        .unwrap()
        .unwrap();
}
