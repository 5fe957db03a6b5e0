//! Named versions.

use super::{Draft, named, put as put_record, short_enough, there};
use crate::document::Refusal;
use crate::model::{Contents, Milestone, MilestoneId, Patch, StepLabel, Subject};

pub(super) fn check(milestone: &Milestone) -> Result<(), Refusal> {
    named(Subject::Milestone, &milestone.name)?;
    short_enough(&[&milestone.note])
}

pub fn put(contents: &Contents, id: MilestoneId, milestone: &Milestone) -> Result<(Patch, StepLabel), Refusal> {
    check(milestone)?;
    Ok(put_record(contents, id, milestone.clone(), &milestone.name))
}

pub fn delete(contents: &Contents, id: MilestoneId) -> Result<(Patch, StepLabel), Refusal> {
    let name = there::<Milestone>(contents, id)?.name.clone();
    let mut draft = Draft::new(contents);
    draft.set::<Milestone>(id, None);
    Ok((draft.patch, StepLabel::Deleted { subject: Subject::Milestone, name }))
}
