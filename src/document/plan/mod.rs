//! From an edit to a patch: pure, and the place of every rule. One file for each subject.

mod actor;
mod assessment;
mod crosswalk;
mod framework;
mod lab;
mod matrix;
mod milestone;
mod policy;
mod restore;
mod rules;
mod scale;
mod whole;

pub use rules::{EachRuled, Put, Rules, Standing, Whole, WholeRecord, each_ruled};
pub use whole::{Breach, Breaches, Search, breaches, structural_breaches};

use super::{Edit, Refusal, Stamp};
use ordito_model::{
    Actor, Assessor, AssessorId, AssessorKind, Cluster, Contents, Crosswalk, Key, Only, Patch,
    PatchInOrder, Row, Scale, Source, StepLabel, Subject,
};
use std::collections::BTreeMap;

/// Texts longer than this are refused: SQLite and the sheets have limits, people do not get there.
pub const TEXT_LIMIT: usize = 100_000;

/// What is planned: the changes, and what their step is called.
pub type Planned = Result<(Patch, StepLabel), Refusal>;

/// What an edit would change and what its step is called. The same contents, edit and stamp give the same patch.
///
/// # Errors
/// When a rule forbids it.
pub fn plan(contents: &Contents, edit: &Edit, stamp: &Stamp) -> Planned {
    let (patch, label) = plan_itself(contents, edit, stamp)?;
    let patch = match edit {
        // Whole other states are held against the rules as they are, and each of several edits has seen to its own.
        Edit::Create { .. }
        | Edit::Begin { .. }
        | Edit::Restore { .. }
        | Edit::Merge { .. }
        | Edit::Join { .. }
        | Edit::Together { .. } => patch,
        _ => rules::with_what_follows(contents, patch),
    };
    Ok((patch, label))
}

fn plan_itself(now: &Contents, edit: &Edit, stamp: &Stamp) -> Planned {
    match edit {
        Edit::Create {
            info,
            agreed,
            scales,
            frameworks,
        } => create(now, info, agreed, scales, frameworks),
        Edit::Begin { id, contents } => restore::begin(now, *id, contents),
        Edit::SetInfo(info) => actor::set_info(now, info),
        Edit::PutActor { id, actor } => Whole::put(now, *id, actor),
        Edit::DeleteActor(id) => Actor::delete(now, *id),
        Edit::PutSource { id, source } => Whole::put(now, *id, source),
        Edit::DeleteSource(id) => Source::delete(now, *id),
        Edit::AddPolicies(policies) => policy::add(now, policies),
        Edit::ChangePolicy { id, policy } => policy::change(now, *id, policy),
        Edit::MovePolicies {
            ids,
            parent,
            before,
        } => policy::move_to(now, ids, *parent, *before),
        Edit::DuplicatePolicy {
            id,
            ids,
            as_variant,
        } => policy::duplicate(now, *id, ids, *as_variant),
        Edit::DeletePolicies(ids) => policy::delete(now, ids),
        Edit::PutCluster { id, cluster } => Whole::put(now, *id, cluster),
        Edit::DeleteCluster(id) => Cluster::delete(now, *id),
        Edit::AddFramework {
            id,
            framework,
            goals,
        } => framework::add(now, *id, framework, goals),
        Edit::ChangeFramework { id, framework } => framework::change(now, *id, framework),
        Edit::DeleteFramework(id) => framework::delete(now, *id),
        Edit::AddGoals(goals) => framework::add_goals(now, goals),
        Edit::ChangeGoal { id, goal } => framework::change_goal(now, *id, goal),
        Edit::MoveGoal { id, parent, before } => framework::move_goal(now, *id, *parent, *before),
        Edit::DeleteGoals(ids) => framework::delete_goals(now, ids),
        Edit::PutCrosswalk { id, crosswalk } => Whole::put(now, *id, crosswalk),
        Edit::DeleteCrosswalk(id) => Crosswalk::delete(now, *id),
        Edit::SetLinks(links) => crosswalk::set_links(now, links),
        Edit::PutScale { id, scale } => Whole::put(now, *id, scale),
        Edit::DeleteScale(id) => Scale::delete(now, *id),
        Edit::AddMatrix {
            id,
            matrix,
            rows,
            columns,
        } => matrix::add(now, *id, matrix, rows, columns),
        Edit::ChangeMatrix { id, matrix } => matrix::change(now, *id, matrix),
        Edit::DeleteMatrix(id) => matrix::delete(now, *id),
        Edit::AddLines {
            matrix,
            axis,
            items,
            before,
        } => matrix::add_lines(now, *matrix, *axis, items, *before),
        Edit::RemoveLines {
            matrix,
            axis,
            items,
        } => matrix::remove_lines(now, *matrix, *axis, items),
        Edit::MoveLines {
            matrix,
            axis,
            items,
            before,
        } => matrix::move_lines(now, *matrix, *axis, items, *before),
        Edit::SetLines {
            matrix,
            axis,
            items,
            change,
        } => matrix::set_lines(now, *matrix, *axis, items, *change),
        Edit::PutAssessor { id, assessor } => Whole::put(now, *id, assessor),
        Edit::DeleteAssessor(id) => Assessor::delete(now, *id),
        Edit::SetCells { cause, cells } => assessment::set_cells(now, *cause, cells, stamp),
        Edit::PutLab { id, lab, names } => lab::put(now, *id, lab, names),
        Edit::DeleteLab(id) => lab::delete(now, *id),
        Edit::PutQuestions(questions) => lab::put_questions(now, questions),
        Edit::DeleteQuestions(ids) => lab::delete_questions(now, ids),
        Edit::MoveQuestions { ids, before } => lab::move_questions(now, ids, *before),
        Edit::Lab { question, step } => lab::go(now, *question, step, stamp),
        Edit::Record(record) => record.plan(now),
        Edit::Restore { name, contents } => restore::restore(now, name, contents),
        Edit::Merge { name, contents } => restore::merge(now, name, contents),
        Edit::Join { note, contents } => restore::join(now, note, contents),
        Edit::Together { label, edits } => together(now, label, edits, stamp),
    }
}

fn together(contents: &Contents, label: &StepLabel, edits: &[Edit], stamp: &Stamp) -> Planned {
    if let [only] = edits {
        return Ok((plan(contents, only, stamp)?.0, label.clone()));
    }
    let mut scratch = contents.clone();
    let mut whole = PatchInOrder::default();
    for edit in edits {
        let (patch, _) = plan(&scratch, edit, stamp)?;
        scratch.commit(&patch);
        whole.add(patch);
    }
    Ok((whole.into_patch(), label.clone()))
}

fn create(
    contents: &Contents,
    info: &ordito_model::Info,
    agreed: &str,
    scales: &[(ordito_model::ScaleId, ordito_model::Scale)],
    frameworks: &[(
        ordito_model::FrameworkId,
        ordito_model::Framework,
        Vec<super::GoalSeed>,
    )],
) -> Planned {
    if contents.info().is_some() {
        return Err(Refusal::ThereAlready(Subject::Document));
    }
    actor::check_info(info)?;
    named(Subject::Assessor, agreed)?;
    let mut patch = Patch::default();
    patch.push(Only, None, Some(info.clone()));
    let assessor = Assessor {
        name: agreed.to_owned(),
        kind: AssessorKind::Agreed,
        note: String::new(),
        position: 0,
    };
    patch.push(AssessorId::AGREED, None, Some(assessor));
    // Each is planned on what the ones before it left, so that no id is given twice.
    let mut scratch = contents.clone();
    let mut add = |next: Patch, scratch: &mut Contents| {
        scratch.commit(&next);
        patch.records.extend(next.records);
    };
    for (id, scale) in scales {
        not_there::<ordito_model::Scale>(&scratch, *id)?;
        add(Whole::put(&scratch, *id, scale)?.0, &mut scratch);
    }
    for (position, (id, framework, goals)) in frameworks.iter().enumerate() {
        let framework = ordito_model::Framework {
            position: position as i64,
            ..framework.clone()
        };
        add(
            framework::add(&scratch, *id, &framework, goals)?.0,
            &mut scratch,
        );
    }
    Ok((patch, StepLabel::Created))
}

/// The record, or a refusal that names what is missing.
fn there<R: Row>(contents: &Contents, key: R::Key) -> Result<&R, Refusal> {
    R::of(contents)
        .get(&key)
        .ok_or_else(|| Refusal::NotThere(R::TABLE.into()))
}
fn not_there<R: Row>(contents: &Contents, key: R::Key) -> Result<(), Refusal> {
    if R::of(contents).contains_key(&key) {
        Err(Refusal::ThereAlready(R::TABLE.into()))
    } else {
        Ok(())
    }
}
fn named(subject: Subject, name: &str) -> Result<(), Refusal> {
    if name.trim().is_empty() {
        Err(Refusal::NoName { subject })
    } else {
        short_enough(&[name])
    }
}
fn short_enough(texts: &[&str]) -> Result<(), Refusal> {
    // Bytes bound characters from above, so most texts are counted only once.
    if texts
        .iter()
        .any(|text| text.len() > TEXT_LIMIT && text.chars().count() > TEXT_LIMIT)
    {
        Err(Refusal::TooLong { limit: TEXT_LIMIT })
    } else {
        Ok(())
    }
}

/// Adds or replaces one record; the label says which.
fn put<R: Row>(contents: &Contents, key: R::Key, value: R, name: &str) -> (Patch, StepLabel) {
    let before = R::of(contents).get(&key).cloned();
    let (subject, name) = (R::TABLE.into(), name.to_owned());
    let label = if before.is_some() {
        StepLabel::Changed { subject, name }
    } else {
        StepLabel::Added { subject, name }
    };
    let mut patch = Patch::default();
    patch.push(key, before, Some(value));
    (patch, label)
}

/// Gathers changes record by record, the last word of a key counting.
struct Draft<'a> {
    contents: &'a Contents,
    patch: Patch,
}
impl<'a> Draft<'a> {
    fn new(contents: &'a Contents) -> Self {
        Self {
            contents,
            patch: Patch::default(),
        }
    }
    fn set<R: Row>(&mut self, key: R::Key, after: Option<R>) {
        let before = R::of(self.contents).get(&key).cloned();
        self.patch.push(key, before, after);
    }
    fn delete_where<R: Row>(&mut self, mut wanted: impl FnMut(&R::Key, &R) -> bool) {
        for (key, value) in R::of(self.contents) {
            if wanted(key, value) {
                self.patch.push(*key, Some(value.clone()), None);
            }
        }
    }
    /// Changes each record of a table that `change` wants changed.
    fn change_where<R: Row>(&mut self, mut change: impl FnMut(&R::Key, &R) -> Option<R>) {
        for (key, value) in R::of(self.contents) {
            if let Some(after) = change(key, value) {
                self.patch.push(*key, Some(value.clone()), Some(after));
            }
        }
    }
}

/// New positions when `moved` goes before `before` or last among `siblings` (in order, `moved` may be among them).
fn reordered<I: Key>(siblings: &[I], moved: &[I], before: Option<I>) -> BTreeMap<I, i64> {
    let mut order: Vec<I> = siblings
        .iter()
        .copied()
        .filter(|id| !moved.contains(id))
        .collect();
    let at = before
        .and_then(|before| order.iter().position(|id| *id == before))
        .unwrap_or(order.len());
    order.splice(at..at, moved.iter().copied());
    order.into_iter().zip(0_i64..).collect()
}
