//! The document's particulars, actors and sources.

use super::{Draft, lab, named, put as put_record, short_enough, there};
use crate::document::Refusal;
use crate::model::{
    Actor, ActorId, Assessment, Contents, Info, Only, Patch, Policy, Source, SourceId, StepLabel, Subject,
};

pub(super) fn check_info(info: &Info) -> Result<(), Refusal> {
    named(Subject::Document, &info.title)?;
    short_enough(&[&info.description, &info.body])
}

pub fn set_info(contents: &Contents, info: &Info) -> Result<(Patch, StepLabel), Refusal> {
    let before: &Info = there(contents, Only)?;
    check_info(info)?;
    // The id is the same in every copy and never changes.
    Ok(put_record(contents, Only, Info { id: before.id, ..info.clone() }, &info.title))
}

pub(super) fn check(contents: &Contents, id: ActorId, actor: &Actor) -> Result<(), Refusal> {
    named(Subject::Actor, &actor.name)?;
    short_enough(&[&actor.note])?;
    for member in &actor.members {
        let _: &Actor = there(contents, *member)?;
        if *member == id {
            return Err(Refusal::BelowItself { subject: Subject::Actor, name: actor.name.clone() });
        }
    }
    Ok(())
}

pub fn put(contents: &Contents, id: ActorId, actor: &Actor) -> Result<(Patch, StepLabel), Refusal> {
    check(contents, id, actor)?;
    Ok(put_record(contents, id, actor.clone(), &actor.name))
}

/// Deletes an actor and takes it out of policies and networks.
pub fn delete(contents: &Contents, id: ActorId) -> Result<(Patch, StepLabel), Refusal> {
    let name = there::<Actor>(contents, id)?.name.clone();
    let mut draft = Draft::new(contents);
    draft.set::<Actor>(id, None);
    draft.change_where::<Actor>(|key, actor| {
        (*key != id && actor.members.contains(&id)).then(|| {
            let mut actor = actor.clone();
            actor.members.retain(|member| *member != id);
            actor
        })
    });
    draft.change_where::<Policy>(|_, policy| {
        (policy.owner == Some(id) || policy.actors.contains(&id)).then(|| {
            let mut policy = policy.clone();
            policy.owner = policy.owner.filter(|owner| *owner != id);
            policy.actors.retain(|actor| *actor != id);
            policy
        })
    });
    Ok((draft.patch, StepLabel::Deleted { subject: Subject::Actor, name }))
}

pub(super) fn check_source(source: &Source) -> Result<(), Refusal> {
    named(Subject::Source, &source.citation)?;
    short_enough(&[&source.key, &source.publisher, &source.date, &source.url, &source.page])
}

pub fn put_source(contents: &Contents, id: SourceId, source: &Source) -> Result<(Patch, StepLabel), Refusal> {
    check_source(source)?;
    Ok(put_record(contents, id, source.clone(), &source.citation))
}

/// Deletes a source that no cell cites.
pub fn delete_source(contents: &Contents, id: SourceId) -> Result<(Patch, StepLabel), Refusal> {
    let source: &Source = there(contents, id)?;
    let cited = |cell: &Assessment| cell.sources.iter().any(|cited| cited.source == id);
    if let Some((key, _)) = contents.assessments.iter().find(|(_, cell)| cited(cell)) {
        let user = contents.matrix_name(key.matrix).to_owned();
        return Err(Refusal::InUse { subject: Subject::Source, name: source.citation.clone(), user });
    }
    let mut draft = Draft::new(contents);
    lab::source_goes(&mut draft, id);
    draft.set::<Source>(id, None);
    Ok((draft.patch, StepLabel::Deleted { subject: Subject::Source, name: source.citation.clone() }))
}
