//! Crosswalks and their links.

use super::whole::name_of;
use super::{Draft, Planned, Rules, Whole, named, put as put_record, short_enough, there};
use crate::Refusal;
use ordito_model::{
    Contents, Crosswalk, CrosswalkId, Framework, Goal, Item, Link, LinkKey, StepLabel, Subject,
};

fn check_link(contents: &Contents, key: LinkKey, link: Option<&Link>) -> Result<(), Refusal> {
    let crosswalk: &Crosswalk = there(contents, key.crosswalk)?;
    let (from, to): (&Goal, &Goal) = (there(contents, key.from)?, there(contents, key.to)?);
    if (from.framework, to.framework) != (crosswalk.from, crosswalk.to) {
        return Err(Refusal::NotThere(Subject::Goal));
    }
    match link {
        Some(link) if !(link.weight > 0.0 && link.weight <= 1.0) => {
            Err(Refusal::Weight(link.weight))
        }
        Some(link) => short_enough(&[&link.note]),
        None => Ok(()),
    }
}

pub fn set_links(contents: &Contents, links: &[(LinkKey, Option<Link>)]) -> Planned {
    let mut draft = Draft::new(contents);
    let mut seen = std::collections::BTreeSet::new();
    let mut name = String::new();
    for (key, link) in links {
        name.clone_from(&there::<Crosswalk>(contents, key.crosswalk)?.name);
        check_link(contents, *key, link.as_ref())?;
        if !seen.insert(*key) {
            return Err(Refusal::ThereAlready(Subject::Link));
        }
        draft.set(*key, link.clone());
    }
    let label = if links.len() == 1 {
        StepLabel::Changed {
            subject: Subject::Link,
            name,
        }
    } else {
        StepLabel::ChangedMany {
            subject: Subject::Link,
            n: links.len(),
        }
    };
    Ok((draft.patch, label))
}

impl Rules for Crosswalk {
    fn called(&self, _id: &CrosswalkId, _contents: &Contents) -> String {
        self.name.clone()
    }
    fn check(&self, _id: &CrosswalkId, contents: &Contents) -> Result<(), Refusal> {
        named(Subject::Crosswalk, &self.name)?;
        short_enough(&[&self.note])?;
        let _: &Framework = there(contents, self.from)?;
        let _: &Framework = there(contents, self.to)?;
        Ok(())
    }
}
impl Whole for Crosswalk {
    fn put(contents: &Contents, id: CrosswalkId, crosswalk: &Self) -> Planned {
        crosswalk.check(&id, contents)?;
        // Links belong to the frameworks they were drawn between.
        let ends = |old: &Self| (old.from, old.to) != (crosswalk.from, crosswalk.to);
        if contents.crosswalks.get(&id).is_some_and(ends)
            && contents.links.keys().any(|key| key.crosswalk == id)
        {
            let name = crosswalk.name.clone();
            return Err(Refusal::InUse {
                subject: Subject::Crosswalk,
                user: name.clone(),
                name,
            });
        }
        Ok(put_record(contents, id, crosswalk.clone(), &crosswalk.name))
    }
    /// With its links.
    fn delete(contents: &Contents, id: CrosswalkId) -> Planned {
        let name = there::<Self>(contents, id)?.name.clone();
        let mut draft = Draft::new(contents);
        draft.delete_where::<Link>(|key, _| key.crosswalk == id);
        draft.set::<Self>(id, None);
        Ok((
            draft.patch,
            StepLabel::Deleted {
                subject: Subject::Crosswalk,
                name,
            },
        ))
    }
}

impl Rules for Link {
    fn called(&self, key: &LinkKey, contents: &Contents) -> String {
        [key.from, key.to]
            .map(|end| name_of(contents, Item::Goal(end)))
            .join(" → ")
    }
    fn check(&self, key: &LinkKey, contents: &Contents) -> Result<(), Refusal> {
        check_link(contents, *key, Some(self))
    }
}
