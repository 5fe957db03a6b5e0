//! The rules of the door held against whole contents: what an import may bring in, what a merge may leave, and what
//! `check` looks for in a file. Rules of single records are those that planning asks; here are, besides, those that no
//! edit could break but a file written by somebody else can.

mod cells;
mod lab;

use super::{actor, assessment, crosswalk, framework, matrix, milestone, policy, scale, short_enough, there};
use crate::document::Refusal;
use crate::model::{
    Assessor, AssessorId, Contents, EachTable, Framework, FrameworkId, Goal, Item, Key as _, Language, Only, Policy,
    Row, Scale, Subject, Table, Timestamp,
};
use std::collections::BTreeSet;

/// A record that breaks a rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Breach {
    pub table: Table,
    pub key: Vec<u8>,
    pub what: Subject,
    /// What it is called, as far as that can be said.
    pub name: String,
    pub why: Refusal,
}

/// As many are kept; more are counted.
const KEPT: usize = 1_000;

/// Records that break rules.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Breaches {
    /// The first of them, table by table.
    pub list: Vec<Breach>,
    /// How many there are.
    pub n: usize,
}

/// Every breach of a rule in the contents; none in what edits made.
pub fn breaches(contents: &Contents) -> Breaches {
    let mut search = Search { contents, found: Breaches::default(), rings: BTreeSet::new() };
    search.rings = ring_keys(contents);
    if contents.info().is_none() {
        search.note(Table::Info, Vec::new(), String::new(), Refusal::NotThere(Subject::Document));
    }
    Contents::each_table(&mut search);
    cells::search(&mut search);
    lab::search(&mut search);
    search.found
}

/// Breaches that walks and look-ups stumble over: ids of nothing, and rings of parents.
pub fn structural_breaches(contents: &Contents) -> Vec<Breach> {
    breaches(contents).list.into_iter().filter(|breach| breach.why.is_structural()).collect()
}

fn ring_keys(contents: &Contents) -> BTreeSet<(Table, Vec<u8>)> {
    let policies = contents.policy_rings().into_iter().map(|id| (Table::Policy, id.to_bytes()));
    policies.chain(contents.goal_rings().into_iter().map(|id| (Table::Goal, id.to_bytes()))).collect()
}

struct Search<'a> {
    contents: &'a Contents,
    found: Breaches,
    /// The first of each ring.
    rings: BTreeSet<(Table, Vec<u8>)>,
}

impl Search<'_> {
    fn note(&mut self, table: Table, key: Vec<u8>, name: String, why: Refusal) {
        self.found.n += 1;
        if self.found.list.len() < KEPT {
            self.found.list.push(Breach { table, key, what: table.into(), name, why });
        }
    }
    fn hold<R: Row>(&mut self, key: &R::Key, name: impl FnOnce() -> String, rule: Result<(), Refusal>) {
        if let Err(why) = rule {
            self.note(R::TABLE, key.to_bytes(), name(), why);
        }
    }
    /// Each code but the first of its like.
    fn codes<'a, R: Row + 'a, S: Ord>(
        &mut self,
        subject: Subject,
        codes: impl Iterator<Item = (&'a R::Key, S, &'a String)>,
    ) where
        R::Key: 'a,
    {
        let mut seen = BTreeSet::new();
        for (key, within, code) in codes.filter(|(_, _, code)| !code.is_empty()) {
            if !seen.insert((within, code)) {
                let taken = Refusal::CodeTaken { subject, code: code.clone() };
                self.note(R::TABLE, key.to_bytes(), code.clone(), taken);
            }
        }
    }
}

/// Places in a list and numbers of steps: nothing that the next one could overflow.
const LARGEST: i64 = 1_000_000_000_000_000;
/// The first and last moment with a year of four digits, in thousandths of a second.
const MOMENTS: std::ops::RangeInclusive<i64> = -62_135_596_800_000..=253_402_300_799_999;

fn sane(number: i64) -> Result<(), Refusal> {
    if number.checked_abs().is_some_and(|size| size <= LARGEST) { Ok(()) } else { Err(Refusal::OutOfRange(number)) }
}
fn moment(at: Timestamp) -> Result<(), Refusal> {
    if MOMENTS.contains(&at.0) { Ok(()) } else { Err(Refusal::OutOfRange(at.0)) }
}

/// Tables whose records are held against rules one by one; cells and laboratories have files of their own.
impl EachTable for Search<'_> {
    fn table<R: Row>(&mut self) {
        match R::TABLE {
            Table::Info => {
                for info in self.contents.info.values() {
                    self.hold::<crate::model::Info>(&Only, || info.title.clone(), actor::check_info(info));
                }
            }
            Table::Actor => {
                for (id, actor) in &self.contents.actors {
                    let rule = actor::check(self.contents, *id, actor);
                    self.hold::<crate::model::Actor>(id, || actor.name.clone(), rule);
                }
            }
            Table::Source => {
                for (id, source) in &self.contents.sources {
                    self.hold::<crate::model::Source>(id, || source.citation.clone(), actor::check_source(source));
                }
            }
            Table::Policy => self.policies(),
            Table::Cluster => {
                for (id, cluster) in &self.contents.clusters {
                    let rule = sane(cluster.position).and_then(|()| policy::check_cluster(self.contents, cluster));
                    self.hold::<crate::model::Cluster>(id, || cluster.name.clone(), rule);
                }
            }
            Table::Framework => {
                for (id, framework) in &self.contents.frameworks {
                    let rule = sane(framework.position).and_then(|()| framework::check_framework(framework));
                    self.hold::<Framework>(id, || framework.name.get(Language::It).to_owned(), rule);
                }
            }
            Table::Goal => self.goals(),
            Table::Crosswalk => {
                for (id, crosswalk) in &self.contents.crosswalks {
                    let rule = crosswalk::check(self.contents, crosswalk);
                    self.hold::<crate::model::Crosswalk>(id, || crosswalk.name.clone(), rule);
                }
            }
            Table::Link => {
                for (key, link) in &self.contents.links {
                    let ends = [Item::Goal(key.from), Item::Goal(key.to)];
                    let name = || ends.map(|end| name_of(self.contents, end)).join(" → ");
                    let rule = crosswalk::check_link(self.contents, *key, Some(link));
                    let name = if rule.is_err() { name() } else { String::new() };
                    self.hold::<crate::model::Link>(key, || name, rule);
                }
            }
            Table::Scale => {
                for (id, each) in &self.contents.scales {
                    let highest_first = each.levels.is_sorted_by_key(|level| std::cmp::Reverse(level.value));
                    let order = if highest_first { Ok(()) } else { Err(Refusal::ScaleLevels) };
                    let rule = scale::check(each).and(order);
                    self.hold::<Scale>(id, || each.name.get(Language::It).to_owned(), rule);
                }
            }
            Table::Matrix => {
                for (id, each) in &self.contents.matrices {
                    let rule = sane(each.position).and_then(|()| matrix::check(self.contents, each));
                    self.hold::<crate::model::Matrix>(id, || each.name.clone(), rule);
                }
            }
            Table::Line => {
                for (key, line) in &self.contents.lines {
                    let rule = sane(line.position).and_then(|()| matrix::check_line(self.contents, key, line));
                    let name = if rule.is_err() { name_of(self.contents, key.item) } else { String::new() };
                    self.hold::<crate::model::Line>(key, || name, rule);
                }
            }
            Table::Assessor => self.assessors(),
            Table::Milestone => {
                for (id, each) in &self.contents.milestones {
                    let step = if each.step.0 < 0 { Err(Refusal::OutOfRange(each.step.0)) } else { sane(each.step.0) };
                    let rule = milestone::check(each).and(step).and(moment(each.at)).and(short_enough(&[&each.by]));
                    self.hold::<crate::model::Milestone>(id, || each.name.clone(), rule);
                }
            }
            Table::Assessment | Table::Lab | Table::Question => {}
        }
    }
}

impl Search<'_> {
    fn policies(&mut self) {
        let c = self.contents;
        for (id, each) in &c.policies {
            let in_ring = self.rings.contains(&(Table::Policy, id.to_bytes()));
            let below = |holds: bool| {
                let (subject, name) = (Subject::Policy, each.name.clone());
                if holds { Err(Refusal::BelowItself { subject, name }) } else { Ok(()) }
            };
            let known = |other: Option<crate::model::PolicyId>| {
                other.map_or(Ok(()), |other| there::<Policy>(c, other).map(|_| ()))
            };
            let rule = policy::check(each)
                .and_then(|()| policy::check_actors(c, each))
                .and_then(|()| known(each.parent))
                .and_then(|()| known(each.variant_of))
                .and_then(|()| below(in_ring || each.variant_of == Some(*id)))
                .and_then(|()| sane(each.position));
            self.hold::<Policy>(id, || name_of(c, Item::Policy(*id)), rule);
        }
        self.codes::<Policy, ()>(Subject::Policy, c.policies.iter().map(|(id, policy)| (id, (), &policy.code)));
    }

    fn goals(&mut self) {
        let c = self.contents;
        for (id, each) in &c.goals {
            let in_ring = self.rings.contains(&(Table::Goal, id.to_bytes()));
            let rule = there::<Framework>(c, each.framework)
                .and_then(|framework| framework::check_goal(framework, each))
                .and_then(|()| match each.parent.map(|parent| c.goals.get(&parent)) {
                    None => Ok(()),
                    Some(Some(above)) if above.framework == each.framework => Ok(()),
                    Some(_) => Err(Refusal::NotThere(Subject::Goal)),
                })
                .and_then(|()| {
                    let (subject, name) = (Subject::Goal, each.name.get(Language::It).to_owned());
                    if in_ring { Err(Refusal::BelowItself { subject, name }) } else { Ok(()) }
                })
                .and_then(|()| sane(each.position));
            self.hold::<Goal>(id, || name_of(c, Item::Goal(*id)), rule);
        }
        let codes = c.goals.iter().map(|(id, goal)| (id, goal.framework, &goal.code));
        self.codes::<Goal, FrameworkId>(Subject::Goal, codes);
    }

    fn assessors(&mut self) {
        let c = self.contents;
        if !c.assessors.contains_key(&AssessorId::AGREED) && c.info().is_some() {
            self.note(Table::Assessor, AssessorId::AGREED.to_bytes(), String::new(), Refusal::AgreedStays);
        }
        for (id, each) in &c.assessors {
            let rule = assessment::check_assessor(*id, each).and_then(|()| sane(each.position));
            self.hold::<Assessor>(id, || each.name.clone(), rule);
        }
    }
}

/// The code of an item, or its name where it has none, or its id where it is gone.
fn name_of(contents: &Contents, item: Item) -> String {
    let (code, label) = contents.item_label(item);
    match (code, label.get(Language::It)) {
        ("", "") => match item {
            Item::Policy(id) => id.to_string(),
            Item::Goal(id) => id.to_string(),
        },
        ("", name) => name.to_owned(),
        (code, _) => code.to_owned(),
    }
}
