//! The document's particulars, actors and sources.

use super::{
    Draft, Planned, Rules, Standing, Whole, lab, named, put as put_record, short_enough, there,
};
use crate::Refusal;
use ordito_model::{
    Actor, ActorId, Assessment, Contents, Info, Only, Source, SourceId, StepLabel, Subject, Table,
};

pub(super) fn check_info(info: &Info) -> Result<(), Refusal> {
    named(Subject::Document, &info.title)?;
    short_enough(&[&info.description, &info.body])
}

pub fn set_info(contents: &Contents, info: &Info) -> Planned {
    let before: &Info = there(contents, Only)?;
    check_info(info)?;
    // The id is the same in every copy and never changes.
    Ok(put_record(
        contents,
        Only,
        Info {
            id: before.id,
            ..info.clone()
        },
        &info.title,
    ))
}

impl Rules for Info {
    fn called(&self, _only: &Only, _contents: &Contents) -> String {
        self.title.clone()
    }
    fn check(&self, _only: &Only, _contents: &Contents) -> Result<(), Refusal> {
        check_info(self)
    }
}

impl Rules for Actor {
    const NAMES: &'static [Table] = &[Table::Actor];

    fn called(&self, _id: &ActorId, _contents: &Contents) -> String {
        self.name.clone()
    }
    fn check(&self, id: &ActorId, contents: &Contents) -> Result<(), Refusal> {
        named(Subject::Actor, &self.name)?;
        short_enough(&[&self.note])?;
        for member in &self.members {
            let _: &Self = there(contents, *member)?;
            if member == id {
                return Err(Refusal::BelowItself {
                    subject: Subject::Actor,
                    name: self.name.clone(),
                });
            }
        }
        Ok(())
    }
    fn without(&self, _id: &ActorId, standing: &Standing<'_>) -> Option<Self> {
        let mut left = self.clone();
        left.members.retain(|member| standing.has::<Self>(*member));
        Some(left)
    }
}
impl Whole for Actor {}

impl Rules for Source {
    fn called(&self, _id: &SourceId, _contents: &Contents) -> String {
        self.citation.clone()
    }
    fn check(&self, _id: &SourceId, _contents: &Contents) -> Result<(), Refusal> {
        named(Subject::Source, &self.citation)?;
        short_enough(&[
            &self.key,
            &self.publisher,
            &self.date,
            &self.url,
            &self.page,
        ])
    }
}
impl Whole for Source {
    /// Only a source that no cell cites.
    fn delete(contents: &Contents, id: SourceId) -> Planned {
        let source: &Self = there(contents, id)?;
        let cited = |cell: &Assessment| cell.sources.iter().any(|cited| cited.source == id);
        if let Some((key, _)) = contents.assessments.iter().find(|(_, cell)| cited(cell)) {
            let user = contents.matrix_name(key.matrix).to_owned();
            return Err(Refusal::InUse {
                subject: Subject::Source,
                name: source.citation.clone(),
                user,
            });
        }
        let mut draft = Draft::new(contents);
        lab::source_goes(&mut draft, id);
        draft.set::<Self>(id, None);
        Ok((
            draft.patch,
            StepLabel::Deleted {
                subject: Subject::Source,
                name: source.citation.clone(),
            },
        ))
    }
}
