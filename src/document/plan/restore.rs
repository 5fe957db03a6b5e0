//! Taking over a whole other state of the document, as one step.

use super::{Planned, structural_breaches};
use crate::Refusal;
use ordito_model::{Contents, DocumentId, MergeNote, Only, Patch, StepLabel, Subject};

/// Named versions made since then stay, for they name steps of this journal.
pub fn restore(contents: &Contents, name: &str, other: &Contents) -> Planned {
    let mut other = other.clone();
    for (id, milestone) in &contents.milestones {
        other
            .milestones
            .entry(*id)
            .or_insert_with(|| milestone.clone());
    }
    Ok((
        difference(contents, &other)?,
        StepLabel::Restored {
            name: name.to_owned(),
        },
    ))
}

pub fn merge(contents: &Contents, name: &str, other: &Contents) -> Planned {
    Ok((
        difference(contents, other)?,
        StepLabel::Merged {
            name: name.to_owned(),
        },
    ))
}

pub fn join(contents: &Contents, note: &MergeNote, other: &Contents) -> Planned {
    Ok((
        difference(contents, other)?,
        StepLabel::Joined {
            note: note.clone().into(),
        },
    ))
}

/// What another document holds, under a new id, as the first step of this one: a copy, with whatever it breaks.
pub fn begin(contents: &Contents, id: DocumentId, other: &Contents) -> Planned {
    if contents.info().is_some() {
        return Err(Refusal::ThereAlready(Subject::Document));
    }
    let mut other = other.clone();
    other.milestones.clear();
    let Some(info) = other.info.get_mut(&Only) else {
        return Err(Refusal::NotThere(Subject::Document));
    };
    info.id = id;
    Ok((contents.difference(&other), StepLabel::Created))
}

/// Only between states of one document.
fn difference(contents: &Contents, other: &Contents) -> Result<Patch, Refusal> {
    let (here, there) = (contents.info(), other.info());
    if here.map(|info| info.id) != there.map(|info| info.id) || here.is_none() {
        return Err(Refusal::NotThere(Subject::Document));
    }
    let mut broken = structural_breaches(other);
    if !broken.is_empty() {
        // What the document has already does not come in by this door.
        let known = structural_breaches(contents);
        broken.retain(|breach| !known.contains(breach));
    }
    if broken.is_empty() {
        Ok(contents.difference(other))
    } else {
        Err(Refusal::Broken(broken))
    }
}
