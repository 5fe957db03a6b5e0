//! Copies that were filled apart, brought together with the open document: read and joined on another thread, looked at
//! and decided in the dialog, then one step. `said` is what is said of it. Not here: the merge itself (`document`).

mod said;

pub use said::{clash_name, kind_says, proposal_says, record_name, record_says, version_says};

use super::{Severity, Workspace};
use crate::said::Said as _;
use ordito_document::storage::DataFolder;
use ordito_document::{
    Aside, Document, Edit, Family, GatherError, Joined, KeepError, Proposal, RecordKey, Rule, Wish,
    gather, join, proposals, with_one_id,
};
use ordito_ground::jobs::{Job, Progress, Stopped};
use ordito_model::{JoinedCopy, Language, MergeNote};
use ordito_words::Words;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The copies as they were read.
#[derive(Debug)]
pub struct Gathered {
    pub family: Family,
    taken: Vec<JoinedCopy>,
    /// What was added twice and is perhaps one thing.
    pub proposals: Vec<Proposal>,
}

/// What would come of it.
#[derive(Debug, Clone)]
pub struct ReadyMerge {
    pub gathered: Arc<Gathered>,
    /// With one id for what was said to be one.
    pub family: Arc<Family>,
    pub joined: Arc<Joined>,
    /// How many records are new or changed against the open document.
    pub changes: usize,
}

/// A merge that is being prepared.
#[derive(Debug, Default)]
pub struct Merging {
    files: Vec<PathBuf>,
    wish: Wish,
    same: Vec<Proposal>,
    ready: Option<ReadyMerge>,
    failed: Option<String>,
    job: Option<Job<Result<ReadyMerge, String>>>,
    revision: u64,
}
impl Merging {
    /// The other copies.
    pub fn files(&self) -> &[PathBuf] {
        &self.files
    }
    pub const fn rule(&self) -> Rule {
        self.wish.rule
    }
    /// Whether somebody decided something about it.
    pub fn is_decided(&self) -> bool {
        !self.wish.decided.is_empty()
            || !self.same.is_empty()
            || self.wish.rule != Wish::default().rule
    }
    /// Whether two were said to be one.
    pub fn is_same(&self, proposal: &Proposal) -> bool {
        self.same.contains(proposal)
    }
    /// What would come of it, as it was asked for last but one while work is under way.
    pub const fn ready(&self) -> Option<&ReadyMerge> {
        self.ready.as_ref()
    }
    pub fn failed(&self) -> Option<&str> {
        self.failed.as_deref()
    }
    /// How far the work under way is.
    pub fn at(&self) -> Option<(usize, usize)> {
        self.job.as_ref().map(Job::at)
    }
}

impl Workspace {
    /// The merge that is being prepared.
    pub const fn merging(&self) -> Option<&Merging> {
        self.merging.as_ref()
    }

    /// Takes one more copy in.
    pub(super) fn merge_copy(&mut self, path: PathBuf) {
        if self.document().is_none_or(Document::is_read_only) {
            let text = self.words.refusal_read_only();
            self.tell(Severity::Warning, text);
            return;
        }
        let merging = self.merging.get_or_insert_default();
        if !merging.files.contains(&path) {
            merging.files.push(path);
        }
        merging.ready = None;
        merging.same.clear();
        merging.wish.decided.clear();
        self.prepare_merge();
    }

    pub(super) fn merge_rule(&mut self, rule: Rule) {
        if let Some(merging) = &mut self.merging {
            merging.wish = Wish {
                rule,
                ..Wish::default()
            };
        }
        self.prepare_merge();
    }

    pub(super) fn merge_decide(&mut self, key: RecordKey, copy: usize) {
        if let Some(merging) = &mut self.merging {
            merging.wish.decided.insert(key, copy);
        }
        self.prepare_merge();
    }

    pub(super) fn merge_same(&mut self, proposal: Proposal, is_one: bool) {
        if let Some(merging) = &mut self.merging {
            merging.same.retain(|known| *known != proposal);
            if is_one {
                merging.same.push(proposal);
            }
            // What is decided names records by ids that may just have gone.
            merging.wish.decided.clear();
        }
        self.prepare_merge();
    }

    fn prepare_merge(&mut self) {
        let (Some(data), Some(document)) = (self.data.clone(), self.document()) else {
            return;
        };
        let (mine, revision) = (document.path().to_owned(), document.revision());
        let name = self.file().map_or_else(String::new, super::files::name_of);
        let (language, waker) = (self.words.language(), self.waker.clone());
        let Some(merging) = &mut self.merging else {
            return;
        };
        let known = merging
            .ready
            .as_ref()
            .filter(|_| merging.revision == revision);
        let known = known.map(|ready| Arc::clone(&ready.gathered));
        let (files, wish, same) = (
            merging.files.clone(),
            merging.wish.clone(),
            merging.same.clone(),
        );
        merging.failed = None;
        merging.revision = revision;
        merging.job = Some(Job::start(waker, move |progress| {
            let gathered = match known {
                Some(gathered) => gathered,
                None => match read(&mine, name, &files, &data, language, progress)? {
                    Ok(gathered) => Arc::new(gathered),
                    Err(why) => return Ok(Err(why)),
                },
            };
            make(gathered, &wish, &same, progress)
        }));
    }

    pub(super) fn tick_merge(&mut self) {
        let Some(merging) = &mut self.merging else {
            return;
        };
        let Some(ended) = merging.job.as_ref().and_then(Job::poll) else {
            return;
        };
        merging.job = None;
        match ended {
            Ok(Ok(ready)) => merging.ready = Some(ready),
            Ok(Err(why)) => {
                // The copy that came last is not taken; what was there before stays.
                merging.files.pop();
                merging.failed = Some(why);
                if !merging.files.is_empty() {
                    let why = merging.failed.take();
                    self.prepare_merge();
                    if let Some(merging) = &mut self.merging {
                        merging.failed = why;
                    }
                }
            }
            Err(_) => merging.failed = Some(self.words.merge_failed()),
        }
    }

    /// Makes the step, if what was looked at still holds.
    pub(super) fn merge_apply(&mut self) {
        let revision = self.revision();
        let Some(merging) = &self.merging else { return };
        let Some(ready) = merging.ready.as_ref().filter(|_| merging.job.is_none()) else {
            return;
        };
        if merging.revision != revision {
            self.prepare_merge();
            return;
        }
        let note = MergeNote {
            copies: ready.gathered.taken.clone(),
            set_aside: ready.joined.set_aside(&ready.family),
        };
        let (changes, aside) = (ready.changes, note.set_aside.len());
        let edit = Edit::Join {
            note,
            contents: Arc::new(ready.joined.contents.clone()),
        };
        self.merging = None;
        let before = self.notices().len();
        self.edit(&edit);
        if self.revision() != revision {
            let text = self.words.merge_done(aside, changes);
            self.tell(Severity::Done, text);
        } else if self.notices().len() == before {
            let text = self.words.merge_nothing();
            self.tell(Severity::Done, text);
        }
    }
}

/// Reads the copies; the open document through a connection of its own.
fn read(
    mine: &Path,
    name: String,
    files: &[PathBuf],
    data: &DataFolder,
    language: Language,
    progress: &Progress,
) -> Result<Result<Gathered, String>, Stopped> {
    let words = Words::new(language);
    let all = files.len() + 2;
    let of = |file: &Path, why: String| format!("{}: {why}", super::files::name_of(file));
    let here = match Document::open_read_only(mine) {
        Ok(here) => here,
        Err(error) => return Ok(Err(error.say(&words))),
    };
    let mut asides = Vec::new();
    for (n, file) in files.iter().enumerate() {
        progress.step(n + 1, all)?;
        match Aside::open(file, data) {
            Ok(aside) if aside.document().doubts().is_empty() => {
                asides.push((super::files::name_of(file), aside));
            }
            Ok(_) => return Ok(Err(of(file, words.merge_doubts()))),
            Err(error) => return Ok(Err(of(file, error.say(&words)))),
        }
    }
    progress.step(files.len() + 1, all)?;
    let others = asides
        .iter()
        .map(|(name, aside)| (name.clone(), aside.document()));
    let documents: Vec<(String, &Document)> =
        std::iter::once((name, &here)).chain(others).collect();
    Ok(match gather(&documents) {
        Ok((family, taken)) => Ok(Gathered {
            proposals: proposals(&family),
            family,
            taken,
        }),
        Err(GatherError::AnotherDocument(place)) => {
            let file = place
                .checked_sub(1)
                .and_then(|place| files.get(place))
                .map_or(mine, PathBuf::as_path);
            Err(of(file, KeepError::AnotherDocument.say(&words)))
        }
        Err(GatherError::Storage(error)) => Err(error.say(&words)),
    })
}

fn make(
    gathered: Arc<Gathered>,
    wish: &Wish,
    same: &[Proposal],
    progress: &Progress,
) -> Result<Result<ReadyMerge, String>, Stopped> {
    progress.restart();
    let family = match with_one_id(&gathered.family, same) {
        Ok(family) => Arc::new(family),
        Err(bad) => return Ok(Err(bad.to_string())),
    };
    let joined = match join(&family, wish, progress) {
        Ok(Some(joined)) => joined,
        Ok(None) => return Err(Stopped),
        Err(bad) => return Ok(Err(bad.to_string())),
    };
    let mine = gathered.family.copies.first();
    let changes = mine.map_or(0, |mine| {
        mine.contents.difference(&joined.contents).records.len()
    });
    Ok(Ok(ReadyMerge {
        gathered,
        family,
        joined: Arc::new(joined),
        changes,
    }))
}
