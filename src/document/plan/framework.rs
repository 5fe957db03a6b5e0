//! Frameworks and their goals.

use super::whole::{Search, name_of, sane};
use super::{Draft, Planned, Rules, lab, named, not_there, put, reordered, short_enough, there};
use crate::{GoalSeed, Refusal};
use ordito_model::{
    Assessment, Contents, Crosswalk, Framework, FrameworkId, Goal, GoalId, Item, Language, Line,
    Link, Patch, StepLabel, Subject,
};
use std::collections::{BTreeMap, BTreeSet};

fn check_framework(framework: &Framework) -> Result<(), Refusal> {
    named(Subject::Framework, framework.name.get(Language::It))?;
    short_enough(&[
        &framework.key,
        &framework.version,
        &framework.adopted,
        &framework.notes.it,
        &framework.notes.en,
    ])?;
    framework
        .sources
        .iter()
        .try_for_each(|source| short_enough(&[source]))
}

fn check_goal(framework: &Framework, goal: &Goal) -> Result<(), Refusal> {
    named(Subject::Goal, goal.name.get(Language::It))?;
    short_enough(&[
        &goal.code,
        &goal.short.it,
        &goal.short.en,
        &goal.text.it,
        &goal.text.en,
        &goal.note,
    ])?;
    if usize::from(goal.level) >= framework.levels.len().max(1) {
        return Err(Refusal::NoSuchLevel { level: goal.level });
    }
    Ok(())
}

fn taken(code: &str) -> Refusal {
    Refusal::CodeTaken {
        subject: Subject::Goal,
        code: code.to_owned(),
    }
}

/// Goals to add, checked against each other and against those that `known` finds.
fn draft_goals(
    contents: &Contents,
    goals: &[GoalSeed],
    framework_of: impl Fn(FrameworkId) -> Option<Framework>,
) -> Result<Patch, Refusal> {
    let mut codes: BTreeSet<(FrameworkId, &str)> = BTreeSet::new();
    let mut last: BTreeMap<(FrameworkId, Option<GoalId>), i64> = BTreeMap::new();
    for goal in contents.goals.values() {
        codes.insert((goal.framework, &goal.code));
        let place = last.entry((goal.framework, goal.parent)).or_insert(-1);
        *place = (*place).max(goal.position);
    }
    let mut new: BTreeMap<GoalId, FrameworkId> = BTreeMap::new();
    let mut patch = Patch::default();
    for (id, goal) in goals {
        let framework =
            framework_of(goal.framework).ok_or(Refusal::NotThere(Subject::Framework))?;
        check_goal(&framework, goal)?;
        not_there::<Goal>(contents, *id)?;
        if let Some(parent) = goal.parent {
            let of = new
                .get(&parent)
                .copied()
                .or_else(|| contents.goals.get(&parent).map(|goal| goal.framework));
            if of != Some(goal.framework) {
                return Err(Refusal::NotThere(Subject::Goal));
            }
        }
        if !goal.code.is_empty() && !codes.insert((goal.framework, &goal.code)) {
            return Err(taken(&goal.code));
        }
        if new.insert(*id, goal.framework).is_some() {
            return Err(Refusal::ThereAlready(Subject::Goal));
        }
        let place = last.entry((goal.framework, goal.parent)).or_insert(-1);
        *place += 1;
        patch.push(
            *id,
            None,
            Some(Goal {
                position: *place,
                ..goal.clone()
            }),
        );
    }
    Ok(patch)
}

pub fn add(
    contents: &Contents,
    id: FrameworkId,
    framework: &Framework,
    goals: &[GoalSeed],
) -> Planned {
    check_framework(framework)?;
    not_there::<Framework>(contents, id)?;
    if goals.iter().any(|(_, goal)| goal.framework != id) {
        return Err(Refusal::NotThere(Subject::Framework));
    }
    let mut patch = Patch::default();
    patch.push(id, None, Some(framework.clone()));
    let goals = draft_goals(contents, goals, |wanted| {
        (wanted == id).then(|| framework.clone())
    })?;
    patch.records.extend(goals.records);
    let name = framework.name.get(Language::It).to_owned();
    Ok((
        patch,
        StepLabel::Added {
            subject: Subject::Framework,
            name,
        },
    ))
}

pub fn change(contents: &Contents, id: FrameworkId, framework: &Framework) -> Planned {
    let _: &Framework = there(contents, id)?;
    check_framework(framework)?;
    let deepest = contents
        .goals
        .values()
        .filter(|goal| goal.framework == id)
        .map(|goal| goal.level)
        .max();
    if let Some(level) =
        deepest.filter(|level| usize::from(*level) >= framework.levels.len().max(1))
    {
        return Err(Refusal::NoSuchLevel { level });
    }
    Ok(put(
        contents,
        id,
        framework.clone(),
        framework.name.get(Language::It),
    ))
}

pub fn delete(contents: &Contents, id: FrameworkId) -> Planned {
    let name = there::<Framework>(contents, id)?
        .name
        .get(Language::It)
        .to_owned();
    let goals: BTreeSet<GoalId> = contents
        .goals
        .iter()
        .filter(|(_, goal)| goal.framework == id)
        .map(|(goal, _)| *goal)
        .collect();
    let used = contents
        .lines
        .keys()
        .find(|key| key.item.goal().is_some_and(|goal| goals.contains(&goal)));
    if let Some(key) = used {
        let user = contents.matrix_name(key.matrix).to_owned();
        return Err(Refusal::InUse {
            subject: Subject::Framework,
            name,
            user,
        });
    }
    let crosswalks: BTreeSet<_> = contents
        .crosswalks
        .iter()
        .filter(|(_, crosswalk)| crosswalk.from == id || crosswalk.to == id)
        .map(|(crosswalk, _)| *crosswalk)
        .collect();
    let mut draft = Draft::new(contents);
    draft.delete_where::<Goal>(|goal, _| goals.contains(goal));
    draft.delete_where::<Link>(|key, _| crosswalks.contains(&key.crosswalk));
    draft.delete_where::<Crosswalk>(|key, _| crosswalks.contains(key));
    draft.set::<Framework>(id, None);
    Ok((
        draft.patch,
        StepLabel::Deleted {
            subject: Subject::Framework,
            name,
        },
    ))
}

pub fn add_goals(contents: &Contents, goals: &[GoalSeed]) -> Planned {
    let patch = draft_goals(contents, goals, |id| contents.frameworks.get(&id).cloned())?;
    let label = match goals {
        [(_, goal)] => StepLabel::Added {
            subject: Subject::Goal,
            name: goal.name.get(Language::It).to_owned(),
        },
        many => StepLabel::AddedMany {
            subject: Subject::Goal,
            n: many.len(),
        },
    };
    Ok((patch, label))
}

pub fn change_goal(contents: &Contents, id: GoalId, goal: &Goal) -> Planned {
    let before: &Goal = there(contents, id)?;
    let framework: &Framework = there(contents, before.framework)?;
    check_goal(framework, goal)?;
    let same_code = |other: &Goal| other.framework == before.framework && other.code == goal.code;
    if !goal.code.is_empty()
        && goal.code != before.code
        && contents
            .goals
            .iter()
            .any(|(other, value)| *other != id && same_code(value))
    {
        return Err(taken(&goal.code));
    }
    let after = Goal {
        framework: before.framework,
        parent: before.parent,
        position: before.position,
        ..goal.clone()
    };
    Ok(put(contents, id, after, goal.name.get(Language::It)))
}

pub fn move_goal(
    contents: &Contents,
    id: GoalId,
    parent: Option<GoalId>,
    before: Option<GoalId>,
) -> Planned {
    let goal: &Goal = there(contents, id)?;
    let name = goal.name.get(Language::It).to_owned();
    let framework: &Framework = there(contents, goal.framework)?;
    let moved = contents.goals_downwards(&[id]);
    let level = match parent {
        None => 0,
        Some(parent) => {
            let above: &Goal = there(contents, parent)?;
            if above.framework != goal.framework {
                return Err(Refusal::NotThere(Subject::Goal));
            }
            if moved.contains(&parent) {
                return Err(Refusal::BelowItself {
                    subject: Subject::Goal,
                    name,
                });
            }
            above.level.saturating_add(1)
        }
    };
    let shift = i16::from(level) - i16::from(goal.level);
    let siblings: Vec<GoalId> = contents
        .goal_tree(goal.framework)
        .into_iter()
        .map(|(_, id)| id)
        .filter(|other| {
            contents
                .goals
                .get(other)
                .is_some_and(|goal| goal.parent == parent)
        })
        .collect();
    let positions = reordered(&siblings, &[id], before);
    let mut draft = Draft::new(contents);
    let mut too_deep = None;
    draft.change_where::<Goal>(|key, value| {
        let mut value = value.clone();
        if moved.contains(key) {
            value.level = u8::try_from(i16::from(value.level) + shift).unwrap_or(u8::MAX);
            if usize::from(value.level) >= framework.levels.len().max(1) {
                too_deep = Some(value.level);
            }
        }
        if let Some(position) = positions.get(key) {
            value.parent = parent;
            value.position = *position;
        } else if !moved.contains(key) {
            return None;
        }
        Some(value)
    });
    if let Some(level) = too_deep {
        return Err(Refusal::NoSuchLevel { level });
    }
    Ok((
        draft.patch,
        StepLabel::Moved {
            subject: Subject::Goal,
            name,
        },
    ))
}

pub fn delete_goals(contents: &Contents, ids: &[GoalId]) -> Planned {
    let mut name = String::new();
    for id in ids {
        there::<Goal>(contents, *id)?
            .name
            .get(Language::It)
            .clone_into(&mut name);
    }
    let gone = contents.goals_downwards(ids);
    let is_gone = |item: Item| item.goal().is_some_and(|id| gone.contains(&id));
    let mut draft = Draft::new(contents);
    draft.delete_where::<Goal>(|id, _| gone.contains(id));
    draft.delete_where::<Link>(|key, _| gone.contains(&key.from) || gone.contains(&key.to));
    draft.delete_where::<Line>(|key, _| is_gone(key.item));
    draft.delete_where::<Assessment>(|key, _| is_gone(key.row) || is_gone(key.column));
    lab::items_go(&mut draft, None, |question| {
        is_gone(question.row) || is_gone(question.column)
    });
    let label = if ids.len() == 1 {
        StepLabel::Deleted {
            subject: Subject::Goal,
            name,
        }
    } else {
        StepLabel::DeletedMany {
            subject: Subject::Goal,
            n: ids.len(),
        }
    };
    Ok((draft.patch, label))
}

impl Rules for Framework {
    fn called(&self, _id: &FrameworkId, _contents: &Contents) -> String {
        self.name.get(Language::It).to_owned()
    }
    fn check(&self, _id: &FrameworkId, _contents: &Contents) -> Result<(), Refusal> {
        check_framework(self)?;
        sane(self.position)
    }
}

impl Rules for Goal {
    fn called(&self, id: &GoalId, contents: &Contents) -> String {
        name_of(contents, Item::Goal(*id))
    }
    fn check(&self, _id: &GoalId, contents: &Contents) -> Result<(), Refusal> {
        check_goal(there(contents, self.framework)?, self)?;
        if let Some(parent) = self.parent
            && contents
                .goals
                .get(&parent)
                .is_none_or(|above| above.framework != self.framework)
        {
            return Err(Refusal::NotThere(Subject::Goal));
        }
        sane(self.position)
    }
    fn search(search: &mut Search<'_>) {
        search.each_of_a_tree::<Self>(|goal| goal.name.get(Language::It).to_owned());
        let goals = search.contents().goals.iter();
        search.codes::<Self, FrameworkId>(goals.map(|(id, goal)| (id, goal.framework, &goal.code)));
    }
}
