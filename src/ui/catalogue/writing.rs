//! Texts that go into cells of policies: typed, pasted, filled or cleared, as one step. What cannot go in is told item by
//! item, and nothing of it goes in.

use super::columns::{self, Column};
use super::record::Record;
use ordito_document::{Edit, Stamp, plan};
use ordito_ground::text::folded;
use ordito_import::{read_kind, read_level, read_list, read_wording};
use ordito_model::{
    Actor, ActorId, Cluster, ClusterId, Contents, Policy, PolicyId, StepLabel, Subject, Wording,
};
use ordito_words::Words;
use ordito_workspace::said::Said as _;
use std::collections::BTreeSet;

/// A text for a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    pub id: PolicyId,
    pub column: Column,
    pub text: String,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Written {
    /// The step that writes what can be written; nothing where nothing would change.
    pub edit: Option<Edit>,
    /// What went in, or is so already.
    pub n_taken: usize,
    /// Cells that refuse, and why.
    pub refused: Vec<(Typed, String)>,
    /// Names of actors that are made on the way.
    pub new_actors: Vec<String>,
}

/// Writes texts into the cells of policies. Every cell stands for itself: one that refuses keeps no other out.
pub fn write(contents: &Contents, words: &Words, stamp: &Stamp, texts: Vec<Typed>) -> Written {
    let mut writer = Writer {
        words,
        stamp,
        scratch: contents.clone(),
        edits: Vec::new(),
        changed: BTreeSet::new(),
        new_actors: Vec::new(),
    };
    let mut written = Written::default();
    let mut waiting = texts;
    // What is refused is tried again when others are in: an earlier start lets an earlier end in, a code that was given
    // away is free.
    loop {
        let n_before = waiting.len();
        let mut refused = Vec::new();
        for text in waiting {
            match writer.cell(&text) {
                Ok(()) => written.n_taken += 1,
                Err(why) => refused.push((text, why)),
            }
        }
        if refused.is_empty() || refused.len() == n_before {
            written.refused = refused;
            break;
        }
        waiting = refused.into_iter().map(|(text, _)| text).collect();
    }
    written.new_actors = std::mem::take(&mut writer.new_actors);
    written.edit = writer.step();
    written
}

struct Writer<'a> {
    words: &'a Words,
    stamp: &'a Stamp,
    /// The document as it is with what went in so far.
    scratch: Contents,
    edits: Vec<Edit>,
    changed: BTreeSet<PolicyId>,
    new_actors: Vec<String>,
}

impl Writer<'_> {
    fn cell(&mut self, text: &Typed) -> Result<(), String> {
        let Some(before) = self.scratch.policies.get(&text.id) else {
            return Ok(());
        };
        // A line break in a cell of a spreadsheet is a blank in a name.
        let entry = text.text.replace(['\n', '\r', '\t'], " ").trim().to_owned();
        let mut policy = before.clone();
        let mut first = Vec::new();
        match text.column {
            Column::Kind => policy.kind = self.word(&entry, read_kind(&entry))?,
            Column::Level if is_none(&entry, self.words) => policy.level = None,
            Column::Level => policy.level = Some(self.word(&entry, read_level(&entry))?),
            Column::Wording => policy.wording = self.wording(&entry)?,
            Column::Owner if is_none(&entry, self.words) => policy.owner = None,
            Column::Owner => policy.owner = Some(self.actor(&entry, &mut first)),
            Column::Actors => {
                policy.actors.clear();
                for name in read_list(&text.text) {
                    let id = self.actor(&name, &mut first);
                    if !policy.actors.contains(&id) {
                        policy.actors.push(id);
                    }
                }
            }
            Column::VariantOf if is_none(&entry, self.words) => policy.variant_of = None,
            Column::VariantOf => policy.variant_of = Some(self.other(&entry)?),
            Column::Clusters => return self.clusters(text.id, &read_list(&text.text)),
            Column::Cells => return Err(self.words.catalogue_refused_counted()),
            _ => {
                if let Some(field) = text.column.field() {
                    let mut record = Record::Policy(policy);
                    record.write(field, &entry).map_err(|problem| {
                        self.words
                            .say_with(problem.key(), &[("entry", entry.as_str().into())])
                    })?;
                    let Record::Policy(written) = record else {
                        return Ok(());
                    };
                    policy = written;
                }
            }
        }
        if policy == *before {
            return Ok(());
        }
        let id = text.id;
        first.push(Edit::ChangePolicy { id, policy });
        self.take(first)?;
        self.changed.insert(id);
        Ok(())
    }

    /// All of these go in, or none.
    fn take(&mut self, edits: Vec<Edit>) -> Result<(), String> {
        let mut patches = Vec::new();
        let mut scratch = None;
        for edit in &edits {
            let state = scratch.as_ref().unwrap_or(&self.scratch);
            let (patch, _) =
                plan(state, edit, self.stamp).map_err(|refusal| refusal.say(self.words))?;
            if edits.len() > 1 {
                scratch
                    .get_or_insert_with(|| self.scratch.clone())
                    .commit(&patch);
            }
            patches.push(patch);
        }
        for patch in &patches {
            self.scratch.commit(patch);
        }
        for edit in edits {
            if let Edit::PutActor { actor, .. } = &edit {
                self.new_actors.push(actor.name.clone());
            }
            // One after the other for one policy is one for it.
            if let (
                Some(Edit::ChangePolicy { id: last, policy }),
                Edit::ChangePolicy { id, policy: now },
            ) = (self.edits.last_mut(), &edit)
                && *last == *id
            {
                *policy = now.clone();
            } else {
                self.edits.push(edit);
            }
        }
        Ok(())
    }

    fn word<T>(&self, entry: &str, read: Option<T>) -> Result<T, String> {
        read.ok_or_else(|| {
            if entry.is_empty() {
                self.words.catalogue_refused_no_word()
            } else {
                self.words.catalogue_refused_word(entry)
            }
        })
    }
    /// A name that nobody marked is the office's own.
    fn wording(&self, entry: &str) -> Result<Wording, String> {
        let is_plain =
            entry.is_empty() || folded(entry) == folded(&self.words.catalogue_unmarked());
        if is_plain {
            Ok(Wording::Official)
        } else {
            self.word(entry, read_wording(entry))
        }
    }
    /// The actor of a name, made on the way where there is none.
    fn actor(&self, name: &str, first: &mut Vec<Edit>) -> ActorId {
        let key = folded(name);
        let made = first.iter().find_map(|edit| match edit {
            Edit::PutActor { id, actor } if folded(&actor.name) == key => Some(*id),
            _ => None,
        });
        let mut known = self.scratch.actors.iter();
        let known = known.find(|(_, actor)| folded(&actor.name) == key);
        if let Some(id) = made.or(known.map(|(id, _)| *id)) {
            return id;
        }
        let (id, name) = (ActorId::random(), name.to_owned());
        let actor = Actor {
            name,
            ..Actor::default()
        };
        first.push(Edit::PutActor { id, actor });
        id
    }
    /// The policy that a code, a name, or both mean.
    fn other(&self, entry: &str) -> Result<PolicyId, String> {
        let key = folded(entry);
        let is_meant = |policy: &Policy| {
            let names = [
                policy.code.clone(),
                policy.name.clone(),
                columns::said(policy),
            ];
            names.iter().any(|name| folded(name) == key)
        };
        let mut found = self
            .scratch
            .policies
            .iter()
            .filter(|(_, policy)| is_meant(policy));
        match (found.next(), found.next()) {
            (Some((id, _)), None) => Ok(*id),
            (None, _) => Err(self.words.catalogue_refused_policy(entry)),
            _ => Err(self.words.catalogue_refused_two_policies(entry)),
        }
    }
    /// A policy is in these clusters and in no others.
    fn clusters(&mut self, id: PolicyId, names: &[String]) -> Result<(), String> {
        let wanted: Vec<ClusterId> = names
            .iter()
            .map(|name| {
                let mut known = self.scratch.clusters.iter();
                let found = known.find(|(_, cluster)| folded(&cluster.name) == folded(name));
                found
                    .map(|(id, _)| *id)
                    .ok_or_else(|| self.words.catalogue_refused_cluster(name.as_str()))
            })
            .collect::<Result<_, _>>()?;
        let changed = |(cluster_id, cluster): (&ClusterId, &Cluster)| {
            let is_in = wanted.contains(cluster_id);
            if is_in == cluster.members.contains(&id) {
                return None;
            }
            let mut cluster = cluster.clone();
            if is_in {
                cluster.members.push(id);
            } else {
                cluster.members.retain(|member| *member != id);
            }
            let id = *cluster_id;
            Some(Edit::PutCluster { id, cluster })
        };
        let edits: Vec<Edit> = self.scratch.clusters.iter().filter_map(changed).collect();
        if !edits.is_empty() {
            self.take(edits)?;
            self.changed.insert(id);
        }
        Ok(())
    }

    fn step(mut self) -> Option<Edit> {
        if self.edits.len() < 2 {
            return self.edits.pop();
        }
        let only = (self.changed.len() == 1)
            .then(|| self.changed.first())
            .flatten();
        let name = only.and_then(|id| self.scratch.policies.get(id));
        let label = match name {
            Some(policy) => StepLabel::Changed {
                subject: Subject::Policy,
                name: policy.name.clone(),
            },
            None => StepLabel::ChangedMany {
                subject: Subject::Policy,
                n: self.changed.len(),
            },
        };
        let edits = self.edits;
        Some(Edit::Together { label, edits })
    }
}

/// Nothing, or the word that stands for nothing in lists.
fn is_none(entry: &str, words: &Words) -> bool {
    entry.is_empty() || folded(entry) == folded(&words.catalogue_none())
}
