//! Laboratories: sessions, their agenda, and one question's way from asked to closed.
//!
//! Votes are assessments of participants; they are taken only while their round is collected, so that a wrong key
//! after the reveal changes nothing. Every step says what it needs and refuses otherwise.

use super::{Draft, Planned, assessment, named, not_there, short_enough, there};
use crate::{AssessmentChange, CellEdit, LabFixed, LabMove, Refusal, Stamp, Vote};
use ordito_model::{
    Assessment, AssessmentKey, Assessor, AssessorId, AssessorKind, CellValue, CellsCause, Cited,
    Contents, Item, Lab, LabAct, LabId, Matrix, MatrixId, Outcome, Part, Participant, Patch, Phase,
    Question, QuestionId, Source, SourceId, StepLabel, Subject, numbered_word,
};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(lab: &Lab) -> Result<(), Refusal> {
    named(Subject::Lab, &lab.title)?;
    short_enough(&[&lab.date, &lab.place, &lab.question, &lab.notes])?;
    let mut participants = lab.participants.iter();
    participants.try_for_each(|each| short_enough(&[&each.role, &each.organisation, &each.table]))
}

/// Adds or changes a session; participants come with their names, and those who are listed no more go with their votes.
pub fn put(contents: &Contents, id: LabId, lab: &Lab, names: &[(AssessorId, String)]) -> Planned {
    check(lab)?;
    let _: &Matrix = there(contents, lab.matrix)?;
    let before = contents.labs.get(&id);
    if before.is_some_and(|before| before.matrix != lab.matrix) {
        return Err(Refusal::NotThere(Subject::Matrix));
    }
    let names: BTreeMap<AssessorId, &String> = names.iter().map(|(id, name)| (*id, name)).collect();
    if let Some(before) = before {
        stays(contents, id, before, lab)?;
    }
    let name_of = |participant: &Participant| {
        let known = || {
            contents
                .assessors
                .get(&participant.id)
                .map(|old| old.name.as_str())
        };
        names
            .get(&participant.id)
            .map(|name| name.as_str())
            .or_else(known)
            .unwrap_or("")
    };
    if lab.anonymous {
        anonymous(before, lab, name_of)?;
    }
    let mut lab = lab.clone();
    // Those who do not vote come last and by name, so that the order of the list says nothing of who sits where.
    lab.participants.sort_by_cached_key(|each| {
        (each.part == Part::Present).then(|| ordito_ground::text::folded(name_of(each)))
    });
    let lab = &lab;
    let mut draft = Draft::new(contents);
    let mut seen = BTreeSet::new();
    for (position, participant) in (0..).zip(&lab.participants) {
        if !seen.insert(participant.id) {
            return Err(Refusal::ThereAlready(Subject::Participant));
        }
        let old = contents.assessors.get(&participant.id);
        if old.is_some_and(|old| old.kind != AssessorKind::Participant) {
            return Err(Refusal::ThereAlready(Subject::Assessor));
        }
        let name = name_of(participant).to_owned();
        named(Subject::Participant, &name)?;
        let kind = AssessorKind::Participant;
        draft.set(
            participant.id,
            Some(Assessor {
                name,
                kind,
                note: String::new(),
                position,
            }),
        );
    }
    of_no_other(contents, id, &seen)?;
    let gone = |who: &AssessorId| {
        before.is_some_and(|before| before.participants.iter().any(|each| each.id == *who))
            && !seen.contains(who)
    };
    draft.delete_where::<Assessor>(|who, _| gone(who));
    draft.delete_where::<Assessment>(|key, _| gone(&key.assessor));
    let position = before.map_or_else(
        || {
            contents
                .labs
                .values()
                .map(|each| each.position + 1)
                .max()
                .unwrap_or(0)
        },
        |before| before.position,
    );
    // What the session has come to is changed by its steps only.
    let (source, current) = before.map_or((None, None), |before| (before.source, before.current));
    draft.set(
        id,
        Some(Lab {
            position,
            source,
            current,
            ..lab.clone()
        }),
    );
    let (subject, name) = (Subject::Lab, lab.title.clone());
    let label = if before.is_some() {
        StepLabel::Changed { subject, name }
    } else {
        StepLabel::Added { subject, name }
    };
    Ok((draft.patch, label))
}

/// Nobody is of two sessions.
fn of_no_other(contents: &Contents, id: LabId, who: &BTreeSet<AssessorId>) -> Result<(), Refusal> {
    let mut others = contents.labs.iter().filter(|(other, _)| **other != id);
    let taken = others.any(|(_, lab)| lab.participants.iter().any(|each| who.contains(&each.id)));
    if taken {
        return Err(Refusal::ThereAlready(Subject::Participant));
    }
    Ok(())
}

/// What was asked, the rule and who is named are as they were when votes were given: the record of a session that is over
/// does not change. Sessions of earlier versions may give up the names they kept.
fn stays(contents: &Contents, id: LabId, before: &Lab, after: &Lab) -> Result<(), Refusal> {
    let questions = contents.questions_of(id);
    let shown = questions
        .iter()
        .any(|(_, question)| question.revealed > 0 || question.outcome.is_some());
    if shown && before.question != after.question {
        return Err(Refusal::LabFixed(LabFixed::Question));
    }
    if shown && before.rule != after.rule {
        return Err(Refusal::LabFixed(LabFixed::Rule));
    }
    if !questions.iter().any(|(_, question)| question.round > 0) {
        return Ok(());
    }
    let another_part = |each: &Participant| {
        let old = before
            .participants
            .iter()
            .find(|old| old.id == each.id)
            .map(|old| old.part);
        old.is_some_and(|old| old != each.part && (old, each.part) != (Part::Person, Part::Seat))
    };
    let by_table = before
        .participants
        .iter()
        .any(|each| each.part != Part::Present)
        && before.is_by_table() != after.is_by_table();
    if before.anonymous != after.anonymous
        || by_table
        || after.participants.iter().any(another_part)
    {
        return Err(Refusal::LabFixed(LabFixed::Anonymous));
    }
    Ok(())
}

/// Votes of an anonymous session are of seats and tables: each is called by one word and a number, the same word for all
/// seats, and nothing else is said of them. Persons whom an earlier version kept there may stay.
fn anonymous<'a>(
    before: Option<&Lab>,
    lab: &'a Lab,
    name_of: impl Fn(&Participant) -> &'a str,
) -> Result<(), Refusal> {
    let kept = |who: AssessorId| {
        let old = before
            .filter(|before| before.anonymous)
            .map(|before| &before.participants);
        old.is_some_and(|old| {
            old.iter()
                .any(|each| each.id == who && each.part == Part::Person)
        })
    };
    let mut words = BTreeMap::new();
    for each in &lab.participants {
        let holds = match each.part {
            Part::Present => true,
            Part::Person => kept(each.id),
            Part::Seat | Part::Table => {
                let word = numbered_word(name_of(each));
                let same = *words.entry(each.part == Part::Table).or_insert(word) == word;
                word.is_some() && same && each.role.is_empty() && each.organisation.is_empty()
            }
        };
        if !holds {
            return Err(Refusal::NamesBesideVotes);
        }
    }
    Ok(())
}

/// Deletes a session with its questions, participants and votes. Agreed cells stay, and so does their source.
pub fn delete(contents: &Contents, id: LabId) -> Planned {
    let name = there::<Lab>(contents, id)?.title.clone();
    let mut draft = Draft::new(contents);
    take_away(&mut draft, |lab| *lab == id);
    let who = participants(contents, |lab| *lab == id);
    draft.delete_where::<Assessment>(|key, _| who.contains(&key.assessor));
    Ok((
        draft.patch,
        StepLabel::Deleted {
            subject: Subject::Lab,
            name,
        },
    ))
}

fn participants(contents: &Contents, wanted: impl Fn(&LabId) -> bool) -> BTreeSet<AssessorId> {
    let labs = contents.labs.iter().filter(|(id, _)| wanted(id));
    labs.flat_map(|(_, lab)| lab.participants.iter().map(|participant| participant.id))
        .collect()
}

/// Sessions with their questions and participants; votes are the caller's.
fn take_away(draft: &mut Draft<'_>, wanted: impl Fn(&LabId) -> bool) {
    let who = participants(draft.contents, &wanted);
    draft.delete_where::<Question>(|_, question| wanted(&question.lab));
    draft.delete_where::<Assessor>(|id, _| who.contains(id));
    draft.delete_where::<Lab>(|id, _| wanted(id));
}

/// Sessions on a matrix that goes.
pub fn matrix_goes(draft: &mut Draft<'_>, matrix: MatrixId) {
    let contents = draft.contents;
    take_away(draft, |id| {
        contents
            .labs
            .get(id)
            .is_some_and(|lab| lab.matrix == matrix)
    });
}

/// Questions on items that go, of one matrix or of all.
pub fn items_go(draft: &mut Draft<'_>, matrix: Option<MatrixId>, gone: impl Fn(&Question) -> bool) {
    let contents = draft.contents;
    let here = |lab: &LabId| {
        contents
            .labs
            .get(lab)
            .is_some_and(|lab| matrix.is_none_or(|id| id == lab.matrix))
    };
    let lost: BTreeSet<QuestionId> = contents
        .questions
        .iter()
        .filter(|(_, question)| here(&question.lab) && gone(question))
        .map(|(id, _)| *id)
        .collect();
    questions_go(draft, &lost);
}

fn questions_go(draft: &mut Draft<'_>, lost: &BTreeSet<QuestionId>) {
    draft.delete_where::<Question>(|id, _| lost.contains(id));
    draft.change_where::<Lab>(|_, lab| {
        lab.current
            .is_some_and(|current| lost.contains(&current))
            .then(|| Lab {
                current: None,
                ..lab.clone()
            })
    });
}

/// A participant who goes with all votes.
pub fn assessor_goes(draft: &mut Draft<'_>, who: AssessorId) {
    draft.change_where::<Lab>(|_, lab| {
        lab.participants
            .iter()
            .any(|participant| participant.id == who)
            .then(|| {
                let mut lab = lab.clone();
                lab.participants.retain(|participant| participant.id != who);
                lab
            })
    });
}

/// A source that goes because no cell cites it.
pub fn source_goes(draft: &mut Draft<'_>, source: SourceId) {
    draft.change_where::<Lab>(|_, lab| {
        (lab.source == Some(source)).then(|| Lab {
            source: None,
            ..lab.clone()
        })
    });
}

/// Adds questions last, or changes the minutes and notes of those that are there.
pub fn put_questions(contents: &Contents, questions: &[(QuestionId, Question)]) -> Planned {
    let mut draft = Draft::new(contents);
    let (mut added, mut ends) = (0, BTreeMap::<LabId, i64>::new());
    let mut asked: BTreeSet<(LabId, Item, Item)> = contents
        .questions
        .values()
        .map(|each| (each.lab, each.row, each.column))
        .collect();
    for (id, question) in questions {
        short_enough(&[&question.notes])?;
        if let Some(before) = contents.questions.get(id) {
            let changed = Question {
                minutes: question.minutes,
                notes: question.notes.clone(),
                ..before.clone()
            };
            draft.set(*id, Some(changed));
            continue;
        }
        let lab: &Lab = there(contents, question.lab)?;
        let matrix: &Matrix = there(contents, lab.matrix)?;
        let key = AssessmentKey {
            matrix: lab.matrix,
            assessor: AssessorId::AGREED,
            round: 0,
            row: question.row,
            column: question.column,
        };
        assessment::check_place(contents, matrix, &key)?;
        not_there::<Question>(contents, *id)?;
        if !asked.insert((question.lab, question.row, question.column)) {
            return Err(Refusal::ThereAlready(Subject::Question));
        }
        let end = ends.entry(question.lab).or_insert_with(|| {
            contents
                .questions_of(question.lab)
                .last()
                .map_or(0, |(_, last)| last.position + 1)
        });
        let new = Question::new(
            question.lab,
            question.row,
            question.column,
            question.minutes,
        );
        draft.set(
            *id,
            Some(Question {
                position: *end,
                notes: question.notes.clone(),
                ..new
            }),
        );
        *end += 1;
        added += 1;
    }
    let (subject, n) = (Subject::Question, questions.len());
    let label = if added > 0 {
        StepLabel::AddedMany { subject, n }
    } else {
        StepLabel::ChangedMany { subject, n }
    };
    Ok((draft.patch, label))
}

/// Takes questions off the agenda with their votes.
pub fn delete_questions(contents: &Contents, ids: &[QuestionId]) -> Planned {
    let mut draft = Draft::new(contents);
    for id in ids {
        let question: &Question = there(contents, *id)?;
        let lab: &Lab = there(contents, question.lab)?;
        for participant in &lab.participants {
            for round in 1..=question.round {
                let key = vote_key(lab, question, participant.id, round);
                if contents.assessments.contains_key(&key) {
                    draft.set::<Assessment>(key, None);
                }
            }
        }
    }
    questions_go(&mut draft, &ids.iter().copied().collect());
    Ok((
        draft.patch,
        StepLabel::DeletedMany {
            subject: Subject::Question,
            n: ids.len(),
        },
    ))
}

/// Puts questions of one session before another one or last.
pub fn move_questions(
    contents: &Contents,
    ids: &[QuestionId],
    before: Option<QuestionId>,
) -> Planned {
    let mut draft = Draft::new(contents);
    if let Some(first) = ids.first() {
        let lab = there::<Question>(contents, *first)?.lab;
        let mut order: Vec<QuestionId> = contents
            .questions_of(lab)
            .into_iter()
            .map(|(id, _)| id)
            .collect();
        let moved: Vec<QuestionId> = ids
            .iter()
            .copied()
            .filter(|id| order.contains(id))
            .collect();
        order.retain(|id| !moved.contains(id));
        let at = before
            .and_then(|before| order.iter().position(|id| *id == before))
            .unwrap_or(order.len());
        order.splice(at..at, moved);
        let positions: BTreeMap<QuestionId, i64> = order.into_iter().zip(0..).collect();
        draft.change_where::<Question>(|id, question| {
            let position = *positions.get(id)?;
            Some(Question {
                position,
                ..question.clone()
            })
        });
    }
    Ok((
        draft.patch,
        StepLabel::MovedMany {
            subject: Subject::Question,
            n: ids.len(),
        },
    ))
}

fn vote_key(lab: &Lab, question: &Question, assessor: AssessorId, round: u16) -> AssessmentKey {
    AssessmentKey {
        matrix: lab.matrix,
        assessor,
        round,
        row: question.row,
        column: question.column,
    }
}

fn may_vote(contents: &Contents, lab: &Lab, who: AssessorId) -> Result<(), Refusal> {
    if lab.votes(who) {
        return Ok(());
    }
    if !lab.participants.iter().any(|each| each.id == who) {
        return Err(Refusal::NotThere(Subject::Participant));
    }
    Err(Refusal::HasNoVote {
        name: contents.assessor_name(who).to_owned(),
    })
}

/// One step of a question's way.
pub fn go(contents: &Contents, id: QuestionId, step: &LabMove, stamp: &Stamp) -> Planned {
    let question: &Question = there(contents, id)?;
    let lab: &Lab = there(contents, question.lab)?;
    let mut draft = Draft::new(contents);
    draft.patch = cells_of(contents, (lab, question), step, stamp)?;
    let after = after(question, step)?;
    if after != *question {
        draft.set(id, Some(after));
    }
    let source = match step {
        LabMove::Agree { source, .. } => lab.source.or(Some(*source)),
        _ => lab.source,
    };
    if lab.current != Some(id) || lab.source != source {
        draft.set(
            question.lab,
            Some(Lab {
                current: Some(id),
                source,
                ..lab.clone()
            }),
        );
    }
    let n = match step {
        // As many as were given, also where some are as before: the history shows while votes are hidden.
        LabMove::Vote(votes) => votes.len(),
        _ => 0,
    };
    let name = |item: Item| {
        let (code, label) = contents.item_label(item);
        if code.is_empty() {
            label.it
        } else {
            code.to_owned()
        }
    };
    let question = format!("{} × {}", name(question.row), name(question.column));
    let act = step.act();
    Ok((draft.patch, StepLabel::Lab { act, question, n }))
}

/// What a step writes in cells: votes and their comments, or the agreed score.
fn cells_of(
    contents: &Contents,
    (lab, question): (&Lab, &Question),
    step: &LabMove,
    stamp: &Stamp,
) -> Result<Patch, Refusal> {
    let phase = question.phase();
    let said =
        |who: AssessorId, round: u16, change: AssessmentChange| -> Result<CellEdit, Refusal> {
            may_vote(contents, lab, who)?;
            let key = vote_key(lab, question, who, round);
            Ok(CellEdit { key, change })
        };
    let cells = match step {
        LabMove::Vote(votes) => {
            let Phase::Collecting(round) = phase else {
                return Err(Refusal::NotNow(step.act()));
            };
            let vote = |vote: &Vote| {
                let change = AssessmentChange {
                    value: Some(vote.value),
                    reason: vote.comment.clone(),
                    ..AssessmentChange::default()
                };
                said(vote.participant, round, change)
            };
            votes
                .iter()
                .map(vote)
                .collect::<Result<Vec<_>, Refusal>>()?
        }
        LabMove::Comment { participant, text } => {
            let (Phase::Collecting(round) | Phase::Revealed(round)) = phase else {
                return Err(Refusal::NotNow(step.act()));
            };
            let change = AssessmentChange {
                reason: Some(text.clone()),
                ..AssessmentChange::default()
            };
            vec![said(*participant, round, change)?]
        }
        LabMove::Agree {
            value,
            reason,
            source,
            ..
        } => {
            // Whether it may be agreed now is asked before anything is worked out.
            after(question, step)?;
            return agree(contents, lab, question, *value, reason, *source, stamp);
        }
        _ => return Ok(Patch::default()),
    };
    Ok(assessment::set_cells_of_anybody(contents, CellsCause::Lab, &cells, stamp)?.0)
}

/// The question after a step, which is refused where it is not its time.
fn after(question: &Question, step: &LabMove) -> Result<Question, Refusal> {
    let phase = question.phase();
    let needs = |holds: bool| {
        if holds {
            Ok(())
        } else {
            Err(Refusal::NotNow(step.act()))
        }
    };
    let mut after = question.clone();
    match step {
        LabMove::Show | LabMove::Vote(_) | LabMove::Comment { .. } => {}
        LabMove::Ask => {
            needs(matches!(phase, Phase::Waiting | Phase::Revealed(_)))?;
            after.round += 1;
        }
        LabMove::Reveal => {
            let Phase::Collecting(round) = phase else {
                return Err(Refusal::NotNow(step.act()));
            };
            after.revealed = round;
        }
        LabMove::Agree {
            value,
            reason,
            dissent,
            ..
        } => {
            needs(phase != Phase::Closed && value.is_answered())?;
            short_enough(&[dissent])?;
            after.outcome = Some(Outcome::Agreed {
                value: *value,
                reason: reason.clone(),
                dissent: dissent.clone(),
            });
        }
        LabMove::Park { reason } => {
            needs(phase != Phase::Closed)?;
            short_enough(&[reason])?;
            after.outcome = Some(Outcome::Parked {
                reason: reason.clone(),
            });
        }
        LabMove::Skip => {
            needs(phase != Phase::Closed)?;
            after.outcome = Some(Outcome::Skipped);
        }
        LabMove::Reopen => {
            needs(phase == Phase::Closed)?;
            after.outcome = None;
        }
    }
    Ok(after)
}

/// The agreed cell, which cites the session; its source is made with the first one.
fn agree(
    contents: &Contents,
    lab: &Lab,
    question: &Question,
    value: CellValue,
    reason: &str,
    new: SourceId,
    stamp: &Stamp,
) -> Result<Patch, Refusal> {
    let source = lab.source.unwrap_or(new);
    let mut patch = Patch::default();
    let mut scratch = None;
    if lab.source.is_none() {
        not_there::<Source>(contents, new)?;
        let parts = [lab.title.as_str(), lab.place.as_str(), lab.date.as_str()];
        let citation = parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        let record = Source {
            citation,
            date: lab.date.clone(),
            ..Source::default()
        };
        patch.push(new, None, Some(record));
        let mut with = contents.clone();
        with.commit(&patch);
        scratch = Some(with);
    }
    let contents = scratch.as_ref().unwrap_or(contents);
    let key = AssessmentKey {
        matrix: lab.matrix,
        assessor: AssessorId::AGREED,
        round: 0,
        row: question.row,
        column: question.column,
    };
    let mut sources = contents
        .assessments
        .get(&key)
        .map_or_else(Vec::new, |cell| cell.sources.clone());
    if !sources.iter().any(|cited| cited.source == source) {
        sources.push(Cited {
            source,
            page: String::new(),
        });
    }
    let change = AssessmentChange {
        value: Some(value),
        // Without a new reason the one that is there stays.
        reason: (!reason.trim().is_empty()).then(|| reason.to_owned()),
        sources: Some(sources),
        ..AssessmentChange::default()
    };
    let cells = [CellEdit { key, change }];
    patch.records.extend(
        assessment::set_cells(contents, CellsCause::Lab, &cells, stamp)?
            .0
            .records,
    );
    Ok(patch)
}

impl LabMove {
    /// What it is called in the history.
    pub const fn act(&self) -> LabAct {
        match self {
            Self::Show => LabAct::Show,
            Self::Ask => LabAct::Ask,
            Self::Vote(_) => LabAct::Vote,
            Self::Comment { .. } => LabAct::Comment,
            Self::Reveal => LabAct::Reveal,
            Self::Agree { .. } => LabAct::Agree,
            Self::Park { .. } => LabAct::Park,
            Self::Skip => LabAct::Skip,
            Self::Reopen => LabAct::Reopen,
        }
    }
}
