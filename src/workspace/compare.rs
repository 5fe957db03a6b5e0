//! Comparisons for the window: made on another thread from sides that may lie in other files or in the past, kept until
//! what they were made from changes.

use super::{Severity, Workspace};
use crate::analysis::{Comparison, Picked, Place, Side};
use crate::document::{AssessmentChange, CellChange, CellEdit, Document, Edit, Kept, Past};
use crate::export::{ExportError, comparison_bytes, write_file};
use crate::i18n::{Say as _, Words};
use crate::jobs::{Job, Progress, Stopped};
use crate::model::{
    AssessmentKey, AssessorId, CellValue, CellsCause, Cited, ContentHash, Contents, Language, MatrixId, SourceId,
    StepNumber,
};
use crate::report::comparison::{LastChange, Printed, Provenance};
use crate::storage::{DataFolder, StepHead};
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
    hash: ContentHash,
}

#[derive(Debug)]
struct Answer {
    hash: ContentHash,
    result: Result<Arc<Comparison>, String>,
    changes: Vec<Option<Arc<Changes>>>,
    loaded: Vec<(Origin, Arc<Contents>)>,
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
        Key { sides: sides.to_vec(), revision, generation: self.generation(), reads: self.compare.reads }
    }
    /// The comparison that was asked for last and is there, which may still be of an earlier ask.
    pub fn comparison(&self) -> Option<&MadeComparison> {
        self.compare.shown.as_ref().map(|(_, made)| made)
    }
    /// Whether the comparison is of these sides as they are now.
    pub fn comparison_holds(&self, sides: &[SideAsk]) -> bool {
        self.compare.shown.as_ref().is_some_and(|(key, _)| *key == self.comparison_key(sides))
    }
    /// Whether these sides are to be compared anew and nothing is under way.
    pub fn wants_comparison(&self, sides: &[SideAsk]) -> bool {
        let opening = |side: &SideAsk| {
            side.origin.file.as_ref().is_some_and(|file| matches!(self.other_file(file), Some(Other::Opening)))
        };
        let making = self.compare.making.as_ref().is_some_and(|(key, _)| *key == self.comparison_key(sides));
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
    pub(super) fn open_other(&mut self, path: PathBuf) {
        let Some(data) = self.data.clone() else {
            self.compare.files.insert(path, Other::Refused(String::new()));
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
    pub(super) fn compare(&mut self, sides: Vec<SideAsk>) {
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
        let waits = |path: &PathBuf| !matches!(self.compare.files.get(path), Some(Other::Open(_) | Other::Refused(_)));
        if sides.iter().filter_map(|side| side.origin.file.as_ref()).any(waits) {
            return;
        }
        let key = self.comparison_key(&sides);
        let Some(document) = self.document() else { return };
        let past = sides.iter().any(|side| side.origin.file.is_none() && side.origin.at.is_some());
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
                let origin = Origin { file: Some(path.clone()), at: None };
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
            self.compare = Compare { files, opening, reads, generation: self.generation(), ..Compare::default() };
        }
    }

    pub(super) fn tick_compare(&mut self) {
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
                let file = super::files::name_of(&path);
                let args = [("file", file.into()), ("why", why.into())];
                let text = self.words.say_with("notice-not-opened", &args);
                self.tell(Severity::Error, text);
            }
            // What was made of the file as it was before is of no use.
            self.compare.loaded.retain(|origin, _| origin.file.as_ref() != Some(&path));
            self.compare.files.insert(path, other);
            self.compare.reads += 1;
        }
        let Some(answer) = self.compare.making.as_ref().and_then(|(_, job)| job.poll()) else { return };
        let Some((key, _)) = self.compare.making.take() else { return };
        let number = self.compare.shown.as_ref().map_or(0, |(_, shown)| shown.number) + 1;
        // A panic is a mistake of ours: said, and not tried again and again.
        let answer = answer.unwrap_or_else(|_| {
            let result = Err(self.words.say("compare-failed"));
            Answer { hash: ContentHash::default(), result, changes: Vec::new(), loaded: Vec::new() }
        });
        if key.generation == self.generation() {
            self.compare.loaded.extend(answer.loaded);
        }
        // A state is as large as the document: only what is looked at is kept.
        self.compare.loaded.retain(|origin, _| key.sides.iter().any(|side| side.origin == *origin));
        let sides = key.sides.clone();
        let (result, changes, hash) = (answer.result, answer.changes, answer.hash);
        let made = MadeComparison { number, sides, result, changes, hash };
        self.compare.shown = Some((key, made));
    }

    /// Writes what is shown; the file dialog has asked before replacing.
    pub(super) fn export_comparison(&mut self, path: &Path) {
        let Some(made) = self.comparison().cloned() else { return };
        let Ok(comparison) = made.result else { return };
        let from = |side: &SideAsk| {
            let hash = side.origin.is_here().then_some(made.hash);
            Provenance { hash, ..self.provenance(&side.origin) }
        };
        let provenance: Vec<Provenance> = made.sides.iter().map(from).collect();
        let changes: Vec<_> = made.changes.iter().map(|each| last_changes(each.as_deref())).collect();
        let now = self.now();
        self.write_beside(path, move |path, _, words| {
            let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
            let printed = Printed { comparison: &comparison, provenance: &provenance, changes: &changes, words, now };
            let bytes: Result<Vec<u8>, ExportError> = comparison_bytes(&printed, &ending);
            write_file(path, &bytes?, true)
        });
    }

    /// Where a side comes from, said.
    pub fn provenance(&self, origin: &Origin) -> Provenance {
        let words = &self.words;
        let path = origin.file.as_deref().or_else(|| self.file());
        let (contents, steps) = match &origin.file {
            None => (self.contents(), self.document().map(Document::steps)),
            Some(file) => match self.other_file(file) {
                Some(Other::Open(open)) => (Some(&*open.contents), Some(open.steps.as_slice())),
                _ => (None, None),
            },
        };
        let moment = match origin.at {
            None => words.say("compare-now"),
            Some(step) => moment(words, contents, steps.unwrap_or_default(), step),
        };
        Provenance { file: path.map(super::files::name_of).unwrap_or_default(), moment, hash: None }
    }
}

/// A named version with its date, else a step with its date.
pub fn moment(words: &Words, contents: Option<&Contents>, steps: &[StepHead], step: StepNumber) -> String {
    let at = steps.iter().find(|each| each.number == step).map(|each| words.numbers().date_time(each.at));
    let named = contents.and_then(|contents| contents.milestones.values().find(|each| each.step == step));
    let name = match named {
        Some(milestone) => milestone.name.clone(),
        None => words.say_with("history-step", &[("n", step.0.to_string().into())]),
    };
    at.map_or_else(|| name.clone(), |at| format!("{name} · {at}"))
}

/// Changes of cells as a report reads them.
pub fn last_changes(changes: Option<&Changes>) -> BTreeMap<AssessmentKey, LastChange> {
    let value = |cell: &Option<crate::model::Assessment>| cell.as_ref().map(|cell| cell.value).unwrap_or_default();
    let said = changes.into_iter().flatten().map(|(key, change)| {
        let last = LastChange {
            before: value(&change.before),
            after: value(&change.after),
            by: change.by.clone(),
            at: change.at,
            n_steps: change.n_steps,
        };
        (*key, last)
    });
    said.collect()
}

/// What the thread works with.
struct Asked {
    sides: Vec<SideAsk>,
    here: Arc<Contents>,
    hash: ContentHash,
    past: Option<Past>,
    last: StepNumber,
    data: Option<DataFolder>,
    loaded: BTreeMap<Origin, Arc<Contents>>,
    /// What was not loaded before.
    fresh: Vec<(Origin, Arc<Contents>)>,
    opened: BTreeMap<PathBuf, Kept>,
    language: Language,
}

impl Asked {
    fn run(mut self, progress: &Progress) -> Result<Answer, Stopped> {
        let result = self.compare(progress)?;
        progress.go_on()?;
        let changes = if result.is_ok() { self.changes() } else { Vec::new() };
        Ok(Answer { hash: self.hash, result, changes, loaded: self.fresh })
    }

    fn compare(&mut self, progress: &Progress) -> Result<Result<Arc<Comparison>, String>, Stopped> {
        let mut sides = Vec::new();
        for ask in self.sides.clone() {
            let contents = match self.contents(&ask.origin, progress)? {
                Ok(contents) => contents,
                Err(why) => return Ok(Err(why)),
            };
            let SideAsk { matrix, assessor, round, picked, .. } = ask;
            sides.push(Side { contents, matrix, assessor, round, picked });
        }
        let missing = || Words::new(self.language).say("compare-not-there");
        progress.go_on()?;
        let Some(mut made) = Comparison::of(sides) else { return Ok(Err(missing())) };
        // Whoever holds the open document's contents makes its next edit copy all of them: a comparison keeps its part.
        let part = Arc::new(part_of(&self.here, &made.sides));
        for side in &mut made.sides {
            if Arc::ptr_eq(&side.contents, &self.here) {
                side.contents = Arc::clone(&part);
            }
        }
        Ok(Ok(Arc::new(made)))
    }

    fn contents(&mut self, origin: &Origin, progress: &Progress) -> Result<Result<Arc<Contents>, String>, Stopped> {
        if origin.is_here() {
            return Ok(Ok(Arc::clone(&self.here)));
        }
        if let Some(known) = self.loaded.get(origin) {
            return Ok(Ok(Arc::clone(known)));
        }
        let language = self.language;
        let made = match (&origin.file, origin.at, &self.past) {
            (None, Some(step), Some(past)) => {
                let made = past.contents_at(step, |done, of| progress.step(done, of).is_ok());
                made.map_err(|error| error.say(&Words::new(language)))
            }
            (None, ..) => Ok(Some(Contents::default())),
            (Some(file), at, _) => self.open(file).and_then(|kept| {
                let step = at.unwrap_or_else(|| kept.document().last_step());
                let made = kept.document().contents_at(step);
                made.map(Some).map_err(|error| error.say(&Words::new(language)))
            }),
        };
        let made = match made {
            Ok(Some(made)) => Arc::new(made),
            Ok(None) => return Err(Stopped),
            Err(why) => return Ok(Err(why)),
        };
        self.loaded.insert(origin.clone(), Arc::clone(&made));
        self.fresh.push((origin.clone(), Arc::clone(&made)));
        Ok(Ok(made))
    }

    fn open(&mut self, file: &Path) -> Result<&Kept, String> {
        if !self.opened.contains_key(file) {
            let words = || Words::new(self.language);
            let data = self.data.as_ref().ok_or_else(|| words().say("compare-not-there"))?;
            let kept = Kept::open_read_only(file, data).map_err(|error| error.say(&words()))?;
            self.opened.insert(file.to_owned(), kept);
        }
        self.opened.get(file).ok_or_else(String::new)
    }

    /// Who changed what, for pairs of one file at different times. A journal that cannot be read gives none.
    fn changes(&mut self) -> Vec<Option<Arc<Changes>>> {
        let Some(first) = self.sides.first().cloned() else { return Vec::new() };
        let others: Vec<SideAsk> = self.sides.iter().skip(1).cloned().collect();
        others.iter().map(|other| self.changes_of(&first.origin, &other.origin)).collect()
    }

    fn changes_of(&mut self, one: &Origin, other: &Origin) -> Option<Arc<Changes>> {
        if one.file != other.file || one.at == other.at {
            return None;
        }
        let span = |last: StepNumber| {
            let (from, to) = (one.at.unwrap_or(last), other.at.unwrap_or(last));
            (from.min(to), from.max(to))
        };
        let found = match &one.file {
            None => {
                let (from, to) = span(self.last);
                self.past.as_ref()?.cell_changes(from, to)
            }
            Some(file) => {
                let kept = self.open(file).ok()?;
                let (from, to) = span(kept.document().last_step());
                kept.document().cell_changes(from, to)
            }
        };
        found.ok().map(Arc::new)
    }
}

/// What a comparison shows of a document: names, scales, sources, and the cells of its sides.
fn part_of(contents: &Contents, sides: &[Side]) -> Contents {
    let mut part = Contents {
        info: contents.info.clone(),
        sources: contents.sources.clone(),
        policies: contents.policies.clone(),
        goals: contents.goals.clone(),
        scales: contents.scales.clone(),
        matrices: contents.matrices.clone(),
        assessors: contents.assessors.clone(),
        ..Contents::default()
    };
    for side in sides {
        let own = contents.cells_of(side.matrix);
        let own = own.filter(|(key, _)| key.assessor == side.assessor && key.round == side.round);
        part.assessments.extend(own.map(|(key, cell)| (*key, cell.clone())));
    }
    part
}

/// An edit that takes cells of one side over into another, and what it leaves out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TakeOver {
    pub cells: Vec<CellEdit>,
    /// Cells that are blank on the other side, or that one of the two does not have.
    pub n_nothing: usize,
    /// Cited sources that this document does not have.
    pub n_sources: usize,
}
impl TakeOver {
    /// What `from` says of these places, for `to`, which is a side of `here`. A side of another file keeps its reasons and
    /// those of its sources that are here too, by id or by citation.
    pub fn of(comparison: &Comparison, from: usize, to: usize, places: &[Place], here: &Contents) -> Self {
        let mut taken = Self::default();
        let sources = comparison.sides.get(from).map(|side| Sources::of(&side.contents, here)).unwrap_or_default();
        for place in places {
            let cell = comparison.cell(from, *place).filter(|cell| cell.value != CellValue::Unscored);
            let (Some(key), Some(cell)) = (comparison.key(to, *place), cell) else {
                taken.n_nothing += 1;
                continue;
            };
            let cited: Vec<Cited> = cell
                .sources
                .iter()
                .filter_map(|cited| {
                    let found = sources.here(cited.source);
                    taken.n_sources += usize::from(found.is_none());
                    Some(Cited { source: found?, page: cited.page.clone() })
                })
                .collect();
            let change = AssessmentChange {
                value: Some(cell.value),
                contribution: Some(cell.contribution),
                confidence: Some(cell.confidence),
                reason: Some(cell.reason.clone()),
                mitigation: Some(cell.mitigation.clone()),
                sources: Some(cited),
            };
            taken.cells.push(CellEdit { key, change });
        }
        taken
    }
    /// One undoable step.
    pub fn edit(&self) -> Edit {
        Edit::SetCells { cause: CellsCause::TakeOver, cells: self.cells.clone() }
    }
}

/// The sources of one document by what they are in another.
#[derive(Default)]
struct Sources(BTreeMap<SourceId, SourceId>);
impl Sources {
    fn of(from: &Contents, here: &Contents) -> Self {
        let by_citation: BTreeMap<&str, SourceId> = here
            .sources
            .iter()
            .rev()
            .filter(|(_, source)| !source.citation.is_empty())
            .map(|(id, source)| (source.citation.as_str(), *id))
            .collect();
        let found = from.sources.iter().filter_map(|(id, source)| {
            let same = here.sources.contains_key(id).then_some(*id);
            Some((*id, same.or_else(|| by_citation.get(source.citation.as_str()).copied())?))
        });
        Self(found.collect())
    }
    fn here(&self, id: SourceId) -> Option<SourceId> {
        self.0.get(&id).copied()
    }
}
