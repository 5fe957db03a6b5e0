//! Laboratories of whole contents: who takes part in which, and questions that lead somewhere.

use super::super::{Rules, assessment, lab, short_enough, there};
use super::{Search, name_of, sane};
use crate::Refusal;
use ordito_model::{
    AssessmentKey, Assessor, AssessorId, AssessorKind, Contents, Lab, LabId, Matrix, Outcome,
    Question, QuestionId, Source, Subject,
};
use std::collections::BTreeSet;

impl Rules for Lab {
    fn called(&self, _id: &LabId, _contents: &Contents) -> String {
        self.title.clone()
    }
    fn check(&self, id: &LabId, contents: &Contents) -> Result<(), Refusal> {
        lab::check(self)?;
        sane(self.position)?;
        let _: &Matrix = there(contents, self.matrix)?;
        self.source.map_or(Ok(()), |source| {
            there::<Source>(contents, source).map(|_| ())
        })?;
        current(contents, *id, self)
    }
    fn search(search: &mut Search<'_>) {
        let c = search.contents;
        let mut listed = BTreeSet::new();
        search.each::<Self>(|_, lab| participants(c, lab, &mut listed));
        // Participants come and go with their laboratory.
        for (id, assessor) in c
            .assessors
            .iter()
            .filter(|(_, each)| each.kind == AssessorKind::Participant)
        {
            let rule = if listed.contains(id) {
                Ok(())
            } else {
                Err(Refusal::NotThere(Subject::Lab))
            };
            search.hold::<Assessor>(id, || assessor.name.clone(), rule);
        }
    }
}

impl Rules for Question {
    fn called(&self, _id: &QuestionId, contents: &Contents) -> String {
        format!(
            "{} × {}",
            name_of(contents, self.row),
            name_of(contents, self.column)
        )
    }
    fn check(&self, _id: &QuestionId, contents: &Contents) -> Result<(), Refusal> {
        question(contents, self)
    }
    fn search(search: &mut Search<'_>) {
        let mut asked = BTreeSet::new();
        search.each::<Self>(|_, each| {
            let is_new = asked.insert((each.lab, each.row, each.column));
            if is_new {
                Ok(())
            } else {
                Err(Refusal::ThereAlready(Subject::Question))
            }
        });
    }
}

fn participants(c: &Contents, lab: &Lab, listed: &mut BTreeSet<AssessorId>) -> Result<(), Refusal> {
    for each in &lab.participants {
        if there::<Assessor>(c, each.id)?.kind != AssessorKind::Participant {
            return Err(Refusal::ThereAlready(Subject::Assessor));
        }
        if !listed.insert(each.id) {
            return Err(Refusal::ThereAlready(Subject::Participant));
        }
    }
    Ok(())
}

fn current(c: &Contents, id: LabId, lab: &Lab) -> Result<(), Refusal> {
    match lab.current.map(|question| c.questions.get(&question)) {
        None => Ok(()),
        Some(Some(question)) if question.lab == id => Ok(()),
        Some(_) => Err(Refusal::NotThere(Subject::Question)),
    }
}

fn question(c: &Contents, each: &Question) -> Result<(), Refusal> {
    short_enough(&[&each.notes])?;
    sane(each.position)?;
    let lab: &Lab = there(c, each.lab)?;
    let matrix: &Matrix = there(c, lab.matrix)?;
    let (row, column) = (each.row, each.column);
    let key = AssessmentKey {
        matrix: lab.matrix,
        assessor: AssessorId::AGREED,
        round: 0,
        row,
        column,
    };
    assessment::check_place(c, matrix, &key)?;
    if each.revealed > each.round {
        return Err(Refusal::OutOfRange(each.revealed.into()));
    }
    match &each.outcome {
        Some(Outcome::Agreed {
            value,
            reason,
            dissent,
        }) => {
            short_enough(&[reason, dissent])?;
            if value.is_answered() {
                Ok(())
            } else {
                Err(Refusal::EmptyCell)
            }
        }
        Some(Outcome::Parked { reason }) => short_enough(&[reason]),
        Some(Outcome::Skipped) | None => Ok(()),
    }
}
