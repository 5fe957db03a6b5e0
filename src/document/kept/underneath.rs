//! Somebody else changed the file: reload, keep mine as a copy, merge, or write over it with theirs kept.

use super::{Aside, KeepError, Kept, Pace, set_aside};
use crate::storage::{Fingerprint, Reason, StorageError, copy_bytes, header, write_copy};
use crate::{Conflict, Document, Edit, Merged, Stamp, common_step, merge};
use ordito_ground::disk::file_name;
use ordito_model::StepNumber;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What to do about it. Nothing is lost in any of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// Reads theirs; mine, if it was not saved, goes among the backups.
    Reload,
    /// Writes mine to another place, then reads theirs.
    KeepMineAsCopy(PathBuf),
    /// Goes on with mine; theirs goes among the backups.
    KeepMine,
}

/// What came of merging with what somebody else wrote.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MergeReport {
    /// Records taken from theirs, whole or in part.
    pub taken: usize,
    /// Where both had changed the same: both sides, and which stands.
    pub conflicts: Vec<Conflict>,
}

impl Kept {
    /// Does what was chosen.
    ///
    /// # Errors
    /// When theirs cannot be read or mine cannot be kept; then everything is as it was.
    pub fn resolve_underneath(&mut self, choice: &Choice) -> Result<(), KeepError> {
        match choice {
            Choice::Reload => self.reload(),
            Choice::KeepMineAsCopy(path) => {
                self.save_copy(path, false)?;
                self.reload()
            }
            Choice::KeepMine => self.keep_mine(),
        }
    }

    fn reload(&mut self) -> Result<(), KeepError> {
        let number = self.document.revision();
        let file = format!("document-{number}.ordito");
        let copy = self.folder.path.join(&file);
        let _ = std::fs::remove_file(&copy);
        let loaded = header(&self.target)
            .and_then(|_| copy_bytes(&self.target, &copy))
            .and_then(|seen| Ok((seen, Document::open_published(&copy)?)))
            .and_then(|loaded| {
                if self.has_unsaved() {
                    // A whole file, without a write-ahead log beside it.
                    let whole = self.folder.path.join("mine.ordito");
                    write_copy(self.document.path(), &whole, true, false)?;
                    let kept = set_aside(&self.shelf(), &whole, Reason::Mine);
                    let _ = std::fs::remove_file(&whole);
                    kept?;
                }
                Ok(loaded)
            });
        let (seen, mut document) = match loaded {
            Ok(loaded) => loaded,
            Err(error) => {
                let _ = std::fs::remove_file(&copy);
                return Err(error.into());
            }
        };
        if self.read_only.is_some() || !document.doubts().is_empty() {
            document.make_read_only();
        }
        document.continue_from(number);
        self.publisher
            .expect(Some(seen), document.last_step(), Some(file.clone()));
        self.published = document.last_step();
        self.document = document;
        self.remove_old(&file);
        self.folder.file = file;
        self.resolved();
        Ok(())
    }

    /// Removes the working copy that is no longer used.
    fn remove_old(&self, new: &str) {
        for end in ["", "-wal", "-shm"] {
            if self.folder.file != new {
                let _ = std::fs::remove_file(
                    self.folder.path.join(format!("{}{end}", self.folder.file)),
                );
            }
        }
    }

    /// Takes theirs into mine as one edit that can be undone, and publishes; theirs goes among the backups too.
    ///
    /// # Errors
    /// When theirs cannot be read or is another document; then everything is as it was.
    pub fn merge_underneath(&mut self, stamp: &Stamp) -> Result<MergeReport, KeepError> {
        if self.read_only.is_some() {
            return Err(KeepError::ReadOnly);
        }
        let theirs = set_aside(&self.shelf(), &self.target, Reason::Replaced)?;
        let name = file_name(&self.target);
        let report = self.merge_file(&theirs, &name, stamp)?;
        self.expect_and_publish(Fingerprint::of(&theirs)?);
        Ok(report)
    }

    /// Takes another copy of this document into it, as one edit that can be undone.
    ///
    /// # Errors
    /// When it cannot be read or is another document; then everything is as it was.
    pub fn merge_file(
        &mut self,
        path: &Path,
        name: &str,
        stamp: &Stamp,
    ) -> Result<MergeReport, KeepError> {
        let aside = Aside::open(path, &self.data)?;
        // What is taken over becomes ours and would never be doubted again.
        if !aside.document().doubts().is_empty() {
            return Err(StorageError::Damaged {
                detail: name.to_owned(),
            }
            .into());
        }
        let merged = merge_documents(&self.document, aside.document())?;
        let edit = Edit::Merge {
            name: name.to_owned(),
            contents: Arc::new(merged.contents),
        };
        self.document.apply(&edit, stamp)?;
        Ok(MergeReport {
            taken: merged.taken,
            conflicts: merged.conflicts,
        })
    }

    fn keep_mine(&mut self) -> Result<(), KeepError> {
        if self.read_only.is_some() {
            return Err(KeepError::ReadOnly);
        }
        let theirs = set_aside(&self.shelf(), &self.target, Reason::Replaced)?;
        self.expect_and_publish(Fingerprint::of(&theirs)?);
        Ok(())
    }

    /// Everything of mine is to be published over what was `seen`.
    fn expect_and_publish(&mut self, seen: Fingerprint) {
        self.published = StepNumber::default();
        self.publisher.expect(Some(seen), self.published, None);
        self.resolved();
        self.start_publishing();
    }

    fn resolved(&mut self) {
        self.underneath = None;
        self.failed = None;
        self.pace = Pace {
            noticed: self.document.last_step(),
            ..Pace::default()
        };
    }
}

/// Merges two copies of one document; what both had last is found in their journals.
///
/// # Errors
/// When they are two documents, or a journal cannot be read.
pub fn merge_documents(mine: &Document, theirs: &Document) -> Result<Merged, KeepError> {
    let id = |document: &Document| document.contents().info().map(|info| info.id);
    if id(mine) != id(theirs) {
        return Err(KeepError::AnotherDocument);
    }
    let step = common_step(mine.steps(), theirs.steps());
    let base = mine.contents_at(step)?;
    let merged = merge(&base, mine.contents(), theirs.contents());
    merged.map_err(|bad| {
        StorageError::Damaged {
            detail: bad.to_string(),
        }
        .into()
    })
}
