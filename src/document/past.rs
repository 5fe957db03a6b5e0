//! Earlier states of a document, made beside it: for jobs, which never get the connection that edits use.
//!
//! A state is what the document held after a step, made by turning later steps back on a copy; since the journal is only
//! added to, a state once made never changes.

use super::Document;
use crate::storage::{StepHead, StorageError, Working};
use ordito_ground::jobs::Progress;
use ordito_ground::text::Piece as _;
use ordito_model::{Assessment, AssessmentKey, Contents, Patch, Record, StepNumber, Timestamp};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// A document's steps and its contents of now, from which any earlier state can be made.
#[derive(Debug, Clone)]
pub struct Past {
    path: PathBuf,
    contents: Arc<Contents>,
    steps: Vec<StepHead>,
}

/// What became of a cell between two states.
#[derive(Debug, Clone, PartialEq)]
pub struct CellChange {
    /// As it was at the earlier state.
    pub before: Option<Assessment>,
    /// As it is at the later state.
    pub after: Option<Assessment>,
    /// The last step between the two that changed it.
    pub step: StepNumber,
    pub by: String,
    pub at: Timestamp,
    /// How many steps changed it.
    pub n_steps: usize,
}

impl Document {
    /// What a job needs to make earlier states.
    pub fn past(&self) -> Past {
        Past {
            path: self.path().to_owned(),
            contents: self.snapshot(),
            steps: self.steps.clone(),
        }
    }
    /// What changed in cells from one state to a later one; cells that came back to what they were are left out.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn cell_changes(
        &self,
        from: StepNumber,
        to: StepNumber,
    ) -> Result<BTreeMap<AssessmentKey, CellChange>, StorageError> {
        changes(&self.steps, from, to, |step| self.working.patch_of(step))
    }
}

impl Past {
    /// The contents after a step; `progress` is told how many of how many steps are turned back. `None` when it was
    /// stopped.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn contents_at(
        &self,
        number: StepNumber,
        progress: &Progress,
    ) -> Result<Option<Contents>, StorageError> {
        let reader = Working::beside(&self.path)?;
        let mut contents = (*self.contents).clone();
        let first = self.steps.partition_point(|step| step.number <= number);
        let later = self.steps.piece(first..);
        for (done, step) in later.iter().rev().enumerate() {
            if progress.step(done, later.len()).is_err() {
                return Ok(None);
            }
            contents.commit(&reader.patch_of(step.number)?.inverse());
        }
        Ok(Some(contents))
    }
    /// See [`Document::cell_changes`].
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn cell_changes(
        &self,
        from: StepNumber,
        to: StepNumber,
    ) -> Result<BTreeMap<AssessmentKey, CellChange>, StorageError> {
        let reader = Working::beside(&self.path)?;
        changes(&self.steps, from, to, |step| reader.patch_of(step))
    }
}

fn changes(
    steps: &[StepHead],
    from: StepNumber,
    to: StepNumber,
    patch_of: impl Fn(StepNumber) -> Result<Patch, StorageError>,
) -> Result<BTreeMap<AssessmentKey, CellChange>, StorageError> {
    let mut found: BTreeMap<AssessmentKey, CellChange> = BTreeMap::new();
    for step in steps
        .iter()
        .filter(|step| step.number > from && step.number <= to)
    {
        for record in patch_of(step.number)?.records {
            let Record::Assessment(change) = record else {
                continue;
            };
            let known = found.entry(change.key).or_insert_with(|| CellChange {
                before: change.before,
                after: None,
                step: step.number,
                by: String::new(),
                at: step.at,
                n_steps: 0,
            });
            known.after = change.after;
            known.by.clone_from(&step.by);
            (known.step, known.at) = (step.number, step.at);
            known.n_steps += 1;
        }
    }
    let same = |change: &CellChange| match (&change.before, &change.after) {
        (Some(before), Some(after)) => before.says_the_same_as(after),
        (None, None) => true,
        _ => false,
    };
    found.retain(|_, change| !same(change));
    Ok(found)
}
