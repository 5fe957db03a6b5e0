//! The open document: the only door for changes.
//!
//! `Document::apply` plans an [`Edit`] into a `Patch`, writes patch and journal step in one transaction, then takes
//! the patch into memory. Undo commits the patch turned round; no edit has undo code of its own. Planning (`plan/`) is
//! pure and holds every rule; taking a patch into memory cannot fail. What is not here: files and their places
//! (`storage`), words (`words`, `said`), selection and other things that are not the document's.

mod edit;
mod kept;
mod lab_references;
mod merge;
mod past;
mod plan;
mod policy_changes;
mod refusal;
pub mod storage;

pub use edit::{
    AssessmentChange, CellEdit, Edit, GoalSeed, LabMove, LineChange, RecordEdit, Stamp, Vote,
};
pub use kept::{
    Aside, Choice, KeepError, Kept, KeptEvent, MergeReport, OpenReport, ReadOnly, Recoverable,
    SaveStatus, Unclosed, backups_at, merge_documents, put_back, recoverable, waiting,
};
pub use merge::{
    By, Clash, ClashKind, Conflict, ConflictKind, Copy, Family, GatherError, Joined, Merged,
    Proposal, RecordKey, Rule, Version, Wish, common_step, gather, join, merge, proposals,
    with_one_id,
};
pub use past::{CellChange, Past};
pub use plan::{
    Breach, Breaches, Planned, Rules, Search, Standing, TEXT_LIMIT, Whole, breaches, plan,
    structural_breaches,
};
pub use refusal::{LabFixed, Refusal};

use crate::storage::{Doubt, LastChange, Loaded, StepHead, StorageError, Working};
use ordito_model::{
    AssessmentKey, ContentHash, Contents, Direction, Patch, Record, Step, StepLabel, StepNumber,
};
use std::path::Path;
use std::sync::Arc;

/// Why an edit was not made; file, memory and history are as they were.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// What an edit did.
#[derive(Debug, Clone)]
pub struct Applied {
    pub number: StepNumber,
    pub patch: Arc<Patch>,
}

/// A document in memory and its working copy.
#[derive(Debug)]
pub struct Document {
    working: Working,
    contents: Arc<Contents>,
    hash: ContentHash,
    revision: u64,
    steps: Vec<StepHead>,
    undo: Vec<StepNumber>,
    redo: Vec<StepNumber>,
    read_only: bool,
    doubts: Vec<Doubt>,
}

impl Document {
    /// Makes a new document at `path` with its first step.
    ///
    /// # Errors
    /// When the file cannot be made or is there already.
    pub fn create(path: &Path, first: &Edit, stamp: &Stamp) -> Result<Self, EditError> {
        let working = Working::create(path)?;
        let loaded = Loaded {
            contents: Contents::default(),
            hash: ContentHash::default(),
            steps: Vec::new(),
            doubts: Vec::new(),
        };
        let mut document = Self::of(working, loaded, false);
        document.apply(first, stamp)?;
        // The first step makes the document; it is not offered for undoing.
        document.undo.clear();
        Ok(document)
    }

    /// Opens a sound file for edits, in place: meant for working copies.
    ///
    /// # Errors
    /// See [`StorageError`].
    pub fn open(path: &Path) -> Result<Self, StorageError> {
        let (working, loaded) = Working::open(path)?;
        Ok(Self::of(working, loaded, false))
    }

    /// Opens a copy of a published file for edits, and says of its bytes too whether they are what was published.
    ///
    /// # Errors
    /// See [`StorageError`].
    pub fn open_published(path: &Path) -> Result<Self, StorageError> {
        let (working, loaded) = Working::open_published(path)?;
        Ok(Self::of(working, loaded, false))
    }

    /// Opens a file without changing a byte of it; every edit is refused.
    ///
    /// # Errors
    /// See [`StorageError`].
    pub fn open_read_only(path: &Path) -> Result<Self, StorageError> {
        let (working, loaded) = Working::open_read_only(path)?;
        Ok(Self::of(working, loaded, true))
    }

    fn of(working: Working, loaded: Loaded, read_only: bool) -> Self {
        let (undo, redo) = stacks(&loaded.steps);
        Self {
            working,
            contents: Arc::new(loaded.contents),
            hash: loaded.hash,
            revision: 1,
            steps: loaded.steps,
            undo,
            redo,
            read_only,
            doubts: loaded.doubts,
        }
    }

    pub fn contents(&self) -> &Contents {
        &self.contents
    }
    /// The contents for a job; later edits do not change what the job sees.
    pub fn snapshot(&self) -> Arc<Contents> {
        Arc::clone(&self.contents)
    }
    /// Grows with every change, through undo too.
    pub const fn revision(&self) -> u64 {
        self.revision
    }
    pub const fn hash(&self) -> ContentHash {
        self.hash
    }
    pub fn path(&self) -> &Path {
        self.working.path()
    }
    pub const fn is_read_only(&self) -> bool {
        self.read_only
    }
    pub fn doubts(&self) -> &[Doubt] {
        &self.doubts
    }
    /// Whether its records or its history are not what was written. A broken seal alone says only that the file was
    /// rewritten, and a copy of the records is sound again.
    pub fn is_doubted(&self) -> bool {
        self.doubts.iter().any(|doubt| *doubt != Doubt::SealBroken)
    }
    /// Counts revisions on from those of a document this one takes the place of.
    const fn continue_from(&mut self, revision: u64) {
        self.revision = revision + 1;
    }
    /// Refuses every further edit: for a second instance.
    pub const fn make_read_only(&mut self) {
        self.read_only = true;
    }
    /// The journal's last step.
    pub fn last_step(&self) -> StepNumber {
        self.steps.last().map_or(StepNumber(0), |step| step.number)
    }
    /// All steps, oldest first.
    pub fn steps(&self) -> &[StepHead] {
        &self.steps
    }
    pub fn step(&self, number: StepNumber) -> Option<&StepHead> {
        self.steps
            .binary_search_by_key(&number, |step| step.number)
            .ok()
            .and_then(|at| self.steps.get(at))
    }
    /// Steps that can be undone, oldest first.
    pub fn undoable(&self) -> &[StepNumber] {
        &self.undo
    }
    /// Steps that can be redone; the next one is last.
    pub fn redoable(&self) -> &[StepNumber] {
        &self.redo
    }

    /// Plans an edit and makes it. `None` when it changes nothing.
    ///
    /// # Errors
    /// When it is refused or cannot be written; then nothing changed anywhere.
    pub fn apply(&mut self, edit: &Edit, stamp: &Stamp) -> Result<Option<Applied>, EditError> {
        if self.read_only {
            return Err(Refusal::ReadOnly.into());
        }
        let (patch, label) = plan(&self.contents, edit, stamp)?;
        if patch.is_empty() {
            return Ok(None);
        }
        let number = StepNumber(self.last_step().0 + 1);
        let applied = self.commit(number, Direction::Do, number, label, stamp, patch)?;
        self.undo.push(number);
        self.redo.clear();
        Ok(Some(applied))
    }

    /// Takes the last step back, as one more step. `None` when there is nothing to undo.
    ///
    /// # Errors
    /// When it cannot be written; then nothing changed.
    pub fn undo(&mut self, stamp: &Stamp) -> Result<Option<Applied>, EditError> {
        let Some(target) = self.undo.last().copied() else {
            return Ok(None);
        };
        let patch = self.working.patch_of(target)?.inverse();
        let applied = self.turn(target, Direction::Undo, patch, stamp)?;
        self.undo.pop();
        self.redo.push(target);
        Ok(Some(applied))
    }

    /// Makes the step that was undone last again.
    ///
    /// # Errors
    /// When it cannot be written; then nothing changed.
    pub fn redo(&mut self, stamp: &Stamp) -> Result<Option<Applied>, EditError> {
        let Some(target) = self.redo.last().copied() else {
            return Ok(None);
        };
        let patch = self.working.patch_of(target)?;
        let applied = self.turn(target, Direction::Redo, patch, stamp)?;
        self.redo.pop();
        self.undo.push(target);
        Ok(Some(applied))
    }

    fn turn(
        &mut self,
        target: StepNumber,
        direction: Direction,
        patch: Patch,
        stamp: &Stamp,
    ) -> Result<Applied, EditError> {
        if self.read_only {
            return Err(Refusal::ReadOnly.into());
        }
        if !self.contents.fits(&patch) {
            let detail = format!("journal step {} does not fit the contents", target.0);
            return Err(StorageError::Damaged { detail }.into());
        }
        let label = self
            .step(target)
            .map_or(StepLabel::Created, |step| step.label.clone());
        self.commit(
            StepNumber(self.last_step().0 + 1),
            direction,
            target,
            label,
            stamp,
            patch,
        )
    }

    fn commit(
        &mut self,
        number: StepNumber,
        direction: Direction,
        target: StepNumber,
        label: StepLabel,
        stamp: &Stamp,
        patch: Patch,
    ) -> Result<Applied, EditError> {
        let step = Step {
            number,
            direction,
            target,
            label,
            at: stamp.at,
            by: stamp.by.clone(),
            patch,
        };
        let hash = self.hash.after(&step.patch);
        self.working.commit(&step, hash)?;
        Arc::make_mut(&mut self.contents).commit(&step.patch);
        self.hash = hash;
        self.revision += 1;
        let Step {
            number,
            direction,
            target,
            label,
            at,
            by,
            patch,
        } = step;
        self.steps.push(StepHead {
            number,
            direction,
            target,
            label,
            at,
            by,
        });
        Ok(Applied {
            number,
            patch: Arc::new(patch),
        })
    }

    /// The changes of a step.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn patch_of(&self, number: StepNumber) -> Result<Patch, StorageError> {
        self.working.patch_of(number)
    }

    /// The links of the journal's chain, one for each step: equal links, equal histories.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn chain(&self) -> Result<Vec<String>, StorageError> {
        self.working.chain_links()
    }

    /// When and by whom records were last changed after a step, of those that do not say so themselves.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn last_changes(&self, after: StepNumber) -> Result<Vec<LastChange>, StorageError> {
        self.working.last_changes(after)
    }

    /// What happened to one cell, oldest first.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn cell_history(
        &self,
        key: &AssessmentKey,
    ) -> Result<Vec<(StepHead, Record)>, StorageError> {
        self.working.cell_history(key)
    }

    /// The contents as they were after a step, by undoing later ones in memory.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn contents_at(&self, number: StepNumber) -> Result<Contents, StorageError> {
        let mut contents = (*self.contents).clone();
        for step in self
            .steps
            .iter()
            .rev()
            .take_while(|step| step.number > number)
        {
            contents.commit(&self.working.patch_of(step.number)?.inverse());
        }
        Ok(contents)
    }

    /// The records as the file holds them, to compare with memory.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read_again(&self) -> Result<Contents, StorageError> {
        self.working.read_again()
    }
}

/// The undo and redo stacks that a journal leads to. Where a document begins there is nothing to undo.
fn stacks(steps: &[StepHead]) -> (Vec<StepNumber>, Vec<StepNumber>) {
    let (mut undo, mut redo) = (Vec::new(), Vec::new());
    for step in steps {
        match step.direction {
            Direction::Do if step.label == StepLabel::Created => {}
            Direction::Do => {
                undo.push(step.number);
                redo.clear();
            }
            Direction::Undo => {
                undo.pop();
                redo.push(step.target);
            }
            Direction::Redo => {
                redo.pop();
                undo.push(step.target);
            }
        }
    }
    (undo, redo)
}
