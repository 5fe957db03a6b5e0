//! Comparisons for the window: made on another thread from sides that may lie in other files or in the past, kept until
//! what they were made from changes. `job` is the thread's work, `take_over` the edit from one side to another, `written`
//! a comparison as a file.

mod job;
mod take_over;
mod written;

pub use take_over::TakeOver;
pub use written::{last_changes, moment};

use super::{Severity, Workspace};
use crate::said::Said as _;
use job::{Answer, Asked};
use ordito_analysis::{Comparison, Picked};
use ordito_document::storage::StepHead;
use ordito_document::{CellChange, Document, Kept};
use ordito_ground::jobs::Job;
use ordito_model::{AssessmentKey, AssessorId, ContentHash, Contents, MatrixId, StepNumber};
use ordito_words::Words;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

/// Where a side's contents come from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Origin {
    /// Another file, opened read-only; `None` is the open document.
    pub file: Option<PathBuf>,
    /// As it was after a step; `None` is now.
    pub at: Option<StepNumber>,
}
impl Origin {
    /// The open document as it is: what can be edited.
    pub const fn is_here(&self) -> bool {
        self.file.is_none() && self.at.is_none()
    }
}

/// A side to be compared.
#[derive(Debug, Clone, PartialEq)]
pub struct SideAsk {
    pub origin: Origin,
    pub matrix: MatrixId,
    pub assessor: AssessorId,
    /// 0 outside laboratories.
    pub round: u16,
    pub picked: Option<Picked>,
}

/// Another file, as it was when it was read.
#[derive(Debug, Clone)]
pub struct OtherFile {
    pub contents: Arc<Contents>,
    pub steps: Arc<Vec<StepHead>>,
    seen: Option<Seen>,
}

/// Length and time of a file.
type Seen = (u64, SystemTime);

fn seen(path: &Path) -> Option<Seen> {
    let about = std::fs::metadata(path).ok()?;
    Some((about.len(), about.modified().ok()?))
}

/// What is known of another file.
#[derive(Debug, Clone)]
pub enum Other {
    Opening,
    Open(OtherFile),
    /// Why it could not be opened.
    Refused(String),
}

/// Last changes of cells between two states of one file.
pub type Changes = BTreeMap<AssessmentKey, CellChange>;

/// What a comparison was made from; the revision counts only where a side is the document as it is.
#[derive(Debug, Clone, PartialEq)]
struct Key {
    sides: Vec<SideAsk>,
    revision: Option<u64>,
    generation: u64,
    reads: u64,
}

/// A comparison that was made.
#[derive(Debug, Clone)]
pub struct MadeComparison {
    /// Grows with every comparison.
    pub number: u64,
    pub sides: Vec<SideAsk>,
    pub result: Result<Arc<Comparison>, String>,
    /// For each pair, where both are of one file at different times.
    pub changes: Vec<Option<Arc<Changes>>>,
    /// The open document's hash when it was made.
    pub(crate) hash: ContentHash,
}

/// What the workspace remembers of comparisons.
#[derive(Debug, Default)]
pub struct Compare {
    making: Option<(Key, Job<Answer>)>,
    shown: Option<(Key, MadeComparison)>,
    /// Earlier states and other files that were read.
    loaded: BTreeMap<Origin, Arc<Contents>>,
    files: BTreeMap<PathBuf, Other>,
    opening: Vec<(PathBuf, Job<Result<OtherFile, String>>)>,
    reads: u64,
    generation: u64,
}

impl Workspace {
    fn comparison_key(&self, sides: &[SideAsk]) -> Key {
        let here = sides.iter().any(|side| side.origin.is_here());
        let revision = here.then(|| self.revision());
        Key {
            sides: sides.to_vec(),
            revision,
            generation: self.generation(),
            reads: self.compare.reads,
        }
    }
    /// The comparison that was asked for last and is there, which may still be of an earlier ask.
    pub fn comparison(&self) -> Option<&MadeComparison> {
        self.compare.shown.as_ref().map(|(_, made)| made)
    }
    /// Whether the comparison is of these sides as they are now.
    pub fn comparison_holds(&self, sides: &[SideAsk]) -> bool {
        self.compare
            .shown
            .as_ref()
            .is_some_and(|(key, _)| *key == self.comparison_key(sides))
    }
    /// Whether these sides are to be compared anew and nothing is under way.
    pub fn wants_comparison(&self, sides: &[SideAsk]) -> bool {
        let opening = |side: &SideAsk| {
            side.origin
                .file
                .as_ref()
                .is_some_and(|file| matches!(self.other_file(file), Some(Other::Opening)))
        };
        let making = self
            .compare
            .making
            .as_ref()
            .is_some_and(|(key, _)| *key == self.comparison_key(sides));
        !making && !sides.iter().any(opening) && !self.comparison_holds(sides)
    }
    /// How far the comparison under way is, if one is.
    pub fn comparing(&self) -> Option<(usize, usize)> {
        self.compare.making.as_ref().map(|(_, job)| job.at())
    }
    /// What is known of another file that was asked for.
    pub fn other_file(&self, path: &Path) -> Option<&Other> {
        self.compare.files.get(path)
    }
    /// Other files that were opened, in the order of their paths.
    pub fn other_files(&self) -> impl Iterator<Item = (&PathBuf, &Other)> {
        self.compare.files.iter()
    }
    /// The contents a side is chosen from, where they are there.
    pub fn contents_of(&self, origin: &Origin) -> Option<&Contents> {
        if origin.is_here() {
            return self.contents();
        }
        if let Some(loaded) = self.compare.loaded.get(origin) {
            return Some(loaded);
        }
        match (&origin.file, origin.at) {
            (Some(file), None) => match self.compare.files.get(file)? {
                Other::Open(open) => Some(&open.contents),
                _ => None,
            },
            _ => None,
        }
    }

    /// Reads another file on another thread, anew if it was read before.
    pub(crate) fn open_other(&mut self, path: PathBuf) {
        let Some(data) = self.data.clone() else {
            self.compare
                .files
                .insert(path, Other::Refused(String::new()));
            return;
        };
        if self.compare.opening.iter().any(|(open, _)| *open == path) {
            return;
        }
        let (target, language) = (path.clone(), self.words.language());
        let job = Job::start(self.waker.clone(), move |_| {
            let seen = seen(&target);
            let read = Kept::open_read_only(&target, &data).map(|kept| OtherFile {
                contents: kept.document().snapshot(),
                steps: Arc::new(kept.document().steps().to_vec()),
                seen,
            });
            Ok(read.map_err(|error| error.say(&Words::new(language))))
        });
        self.compare.files.insert(path.clone(), Other::Opening);
        self.compare.opening.push((path, job));
    }

    /// Compares sides on another thread, unless that is done or under way; what was under way for other sides stops.
    pub(crate) fn compare(&mut self, sides: Vec<SideAsk>) {
        self.forget_other_documents();
        if !self.wants_comparison(&sides) {
            return;
        }
        // A file that somebody changed since is read again before it is compared again.
        let changed: Vec<PathBuf> = sides
            .iter()
            .filter_map(|side| side.origin.file.clone())
            .filter(|path| match self.compare.files.get(path) {
                Some(Other::Open(open)) => open.seen != seen(path),
                None => true,
                Some(_) => false,
            })
            .collect();
        for path in &changed {
            self.open_other(path.clone());
        }
        let waits = |path: &PathBuf| {
            !matches!(
                self.compare.files.get(path),
                Some(Other::Open(_) | Other::Refused(_))
            )
        };
        if sides
            .iter()
            .filter_map(|side| side.origin.file.as_ref())
            .any(waits)
        {
            return;
        }
        let key = self.comparison_key(&sides);
        let Some(document) = self.document() else {
            return;
        };
        let past = sides
            .iter()
            .any(|side| side.origin.file.is_none() && side.origin.at.is_some());
        let mut asked = Asked {
            sides,
            here: Document::snapshot(document),
            hash: document.hash(),
            past: past.then(|| document.past()),
            last: document.last_step(),
            data: self.data.clone(),
            loaded: self.compare.loaded.clone(),
            fresh: Vec::new(),
            opened: BTreeMap::new(),
            language: self.words.language(),
        };
        for (path, other) in &self.compare.files {
            if let Other::Open(open) = other {
                let origin = Origin {
                    file: Some(path.clone()),
                    at: None,
                };
                asked.loaded.insert(origin, Arc::clone(&open.contents));
            }
        }
        let job = Job::start(self.waker.clone(), move |progress| asked.run(progress));
        self.compare.making = Some((key, job));
    }

    /// What was read of another document's past is void.
    fn forget_other_documents(&mut self) {
        if self.compare.generation != self.generation() {
            let (files, reads) = (std::mem::take(&mut self.compare.files), self.compare.reads);
            let opening = std::mem::take(&mut self.compare.opening);
            self.compare = Compare {
                files,
                opening,
                reads,
                generation: self.generation(),
                ..Compare::default()
            };
        }
    }

    pub(crate) fn tick_compare(&mut self) {
        let mut read = Vec::new();
        self.compare.opening.retain(|(path, job)| {
            let other = match job.poll() {
                None => return true,
                Some(Ok(Ok(open))) => Other::Open(open),
                Some(Ok(Err(why))) => Other::Refused(why),
                Some(Err(_)) => Other::Refused(String::new()),
            };
            read.push((path.clone(), other));
            false
        });
        for (path, other) in read {
            if let Other::Refused(why) = &other {
                let file = crate::files::name_of(&path);
                let text = self.words.notice_not_opened(file, why);
                self.tell(Severity::Error, text);
            }
            // What was made of the file as it was before is of no use.
            self.compare
                .loaded
                .retain(|origin, _| origin.file.as_ref() != Some(&path));
            self.compare.files.insert(path, other);
            self.compare.reads += 1;
        }
        let Some(answer) = self.compare.making.as_ref().and_then(|(_, job)| job.poll()) else {
            return;
        };
        let Some((key, _)) = self.compare.making.take() else {
            return;
        };
        let number = self
            .compare
            .shown
            .as_ref()
            .map_or(0, |(_, shown)| shown.number)
            + 1;
        // A panic is a mistake of ours: said, and not tried again and again.
        let answer = answer.unwrap_or_else(|_| {
            let result = Err(self.words.compare_failed());
            Answer {
                hash: ContentHash::default(),
                result,
                changes: Vec::new(),
                loaded: Vec::new(),
            }
        });
        if key.generation == self.generation() {
            self.compare.loaded.extend(answer.loaded);
        }
        // A state is as large as the document: only what is looked at is kept.
        self.compare
            .loaded
            .retain(|origin, _| key.sides.iter().any(|side| side.origin == *origin));
        let sides = key.sides.clone();
        let (result, changes, hash) = (answer.result, answer.changes, answer.hash);
        let made = MadeComparison {
            number,
            sides,
            result,
            changes,
            hash,
        };
        self.compare.shown = Some((key, made));
    }
}
