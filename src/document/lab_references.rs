//! Laboratories after a merge: what belongs to none any more, and participants whose session forgot them.

use ordito_model::{
    Assessor, AssessorId, AssessorKind, Axis, Contents, Lab, LabId, LineKey, Participant, Patch,
    Question, Row,
};
use std::collections::{BTreeMap, BTreeSet};

/// Adds to `patch` what has to change so that sessions, questions and participants have a home.
///
/// Who is a participant on one side only comes into the session as that side has it, so that no vote is lost where
/// several sides changed the list.
pub fn mend(contents: &Contents, sides: &[&Contents], patch: &mut Patch) {
    let gone = |lab: &Lab| !contents.matrices.contains_key(&lab.matrix);
    let line = |question: &Question, axis, item| {
        contents.labs.get(&question.lab).is_some_and(|lab| {
            !gone(lab)
                && contents.lines.contains_key(&LineKey {
                    matrix: lab.matrix,
                    axis,
                    item,
                })
        })
    };
    let lost = |question: &Question| {
        !line(question, Axis::Rows, question.row) || !line(question, Axis::Columns, question.column)
    };
    drop(contents, patch, |_, question| lost(question));
    drop(contents, patch, |_, lab| gone(lab));
    let (mut listed, mut lists) = (BTreeSet::new(), BTreeMap::<LabId, Vec<Participant>>::new());
    for (id, lab) in contents.labs.iter().filter(|(_, lab)| !gone(lab)) {
        let mut list = lab.participants.clone();
        list.retain(|each| {
            let is = contents
                .assessors
                .get(&each.id)
                .is_some_and(|it| it.kind == AssessorKind::Participant);
            is && listed.insert(each.id)
        });
        lists.insert(*id, list);
    }
    let homes = sides.iter().flat_map(|side| &side.labs);
    for (id, participant) in
        homes.flat_map(|(id, lab)| lab.participants.iter().map(move |each| (*id, each)))
    {
        let is_there = contents
            .assessors
            .get(&participant.id)
            .is_some_and(|it| it.kind == AssessorKind::Participant);
        if let (true, Some(list)) = (
            is_there && !listed.contains(&participant.id),
            lists.get_mut(&id),
        ) {
            listed.insert(participant.id);
            list.push(participant.clone());
        }
    }
    drop(contents, patch, |id: &AssessorId, assessor: &Assessor| {
        assessor.kind == AssessorKind::Participant && !listed.contains(id)
    });
    for (id, participants) in lists {
        let Some(before) = contents.labs.get(&id) else {
            continue;
        };
        let current = before.current.filter(|id| {
            contents
                .questions
                .get(id)
                .is_some_and(|question| !lost(question))
        });
        let source = before.source.filter(|id| contents.sources.contains_key(id));
        patch.push(
            id,
            Some(before.clone()),
            Some(Lab {
                participants,
                source,
                current,
                ..before.clone()
            }),
        );
    }
}

fn drop<R: Row>(contents: &Contents, patch: &mut Patch, wanted: impl Fn(&R::Key, &R) -> bool) {
    for (key, value) in R::of(contents) {
        if wanted(key, value) {
            patch.push(*key, Some(value.clone()), None);
        }
    }
}
