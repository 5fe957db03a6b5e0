//! States of a document that were published or replaced, kept in the data folder.
//!
//! The last ten published states stay; of older ones the last of each day, for thirty days. What was there before a
//! migration, and what somebody else had written when ours replaced it, is kept too.

use super::StorageError;
use super::place::{DataFolder, copy_into, key_of, make_private, now};
use super::publish::last_step_of;
use ordito_ground::disk::NewFile;
use ordito_model::{DocumentId, StepNumber, Timestamp};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Published states that stay whatever their age.
pub const KEPT: usize = 10;
/// Days of which the last state stays.
pub const DAYS: usize = 30;
/// States kept for another reason than being published.
const KEPT_OTHERS: usize = 20;
const DAY_MS: i64 = 24 * 3600 * 1000;

/// Why a state was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    Published,
    /// The original, before its schema was brought up to date.
    BeforeMigration,
    /// What was at the document's place and ours replaced.
    Replaced,
    /// Edits of ours that gave way to what somebody else wrote.
    Mine,
    /// A working copy that could not be read.
    Unreadable,
}
impl Reason {
    const ALL: [Self; 5] = [
        Self::Published,
        Self::BeforeMigration,
        Self::Replaced,
        Self::Mine,
        Self::Unreadable,
    ];
    const fn word(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::BeforeMigration => "migration",
            Self::Replaced => "replaced",
            Self::Mine => "mine",
            Self::Unreadable => "unreadable",
        }
    }
}

/// One kept state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupInfo {
    pub path: PathBuf,
    pub at: Timestamp,
    /// Its last step, where that could be read.
    pub step: Option<StepNumber>,
    pub reason: Reason,
    pub len: u64,
    /// Whether it was kept for the document at this place, not for another copy of it.
    pub here: bool,
}

/// Where the states of one document are kept.
#[derive(Debug, Clone)]
pub struct Shelf {
    folder: PathBuf,
    place: String,
}

impl Shelf {
    /// The shelf of a document; all its copies share one.
    pub fn of(data: &DataFolder, document: DocumentId, target: &Path) -> Self {
        Self {
            folder: data.backups().join(document.to_string()),
            place: key_of(target),
        }
    }

    /// What is kept of one place, on the shelves of all documents that were there; newest first.
    pub fn all_at(data: &DataFolder, target: &Path) -> Vec<BackupInfo> {
        let folders = fs::read_dir(data.backups()).into_iter().flatten().flatten();
        let mut list: Vec<_> = folders
            .flat_map(|folder| {
                Self {
                    folder: folder.path(),
                    place: key_of(target),
                }
                .list()
            })
            .filter(|kept| kept.here)
            .collect();
        list.sort_by_key(|kept| std::cmp::Reverse(kept.at));
        list
    }

    /// Copies a file onto the shelf and thins the others.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep(
        &self,
        file: &Path,
        step: Option<StepNumber>,
        reason: Reason,
    ) -> Result<PathBuf, StorageError> {
        self.keep_at(file, step, reason, now())
    }
    /// As `keep`, at a time of the caller's.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep_at(
        &self,
        file: &Path,
        step: Option<StepNumber>,
        reason: Reason,
        at: Timestamp,
    ) -> Result<PathBuf, StorageError> {
        make_private(&self.folder)?;
        let step = step.or_else(|| last_step_of(file).ok());
        let step = step.map_or_else(|| "unknown".to_owned(), |step| step.0.to_string());
        let mut name = String::new();
        // Two states of one thousandth of a second have two names.
        for n in 0.. {
            name = format!(
                "{:015}-{step}-{}-{}.ordito",
                at.0 + n,
                reason.word(),
                self.place
            );
            if !self.folder.join(&name).exists() {
                break;
            }
        }
        let path = self.folder.join(&name);
        let mut new = NewFile::beside(&path).map_err(StorageError::io(&path))?;
        copy_into(file, new.file(), &path)?;
        new.take_place().map_err(StorageError::io(&path))?;
        self.thin();
        Ok(path)
    }

    /// Everything on the shelf, newest first.
    pub fn list(&self) -> Vec<BackupInfo> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut list: Vec<_> = entries
            .filter_map(|entry| self.info(&entry.path()))
            .collect();
        list.sort_by_key(|kept| std::cmp::Reverse(kept.at));
        list
    }

    fn info(&self, path: &Path) -> Option<BackupInfo> {
        let name = path.file_name()?.to_str()?.strip_suffix(".ordito")?;
        let mut parts = name.split('-');
        let (at, step, reason, place) =
            (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        Some(BackupInfo {
            path: path.to_owned(),
            at: Timestamp(at.parse().ok()?),
            step: step.parse().ok().map(StepNumber),
            reason: Reason::ALL
                .into_iter()
                .find(|known| known.word() == reason)?,
            len: fs::metadata(path).map_or(0, |metadata| metadata.len()),
            here: place == self.place,
        })
    }

    fn thin(&self) {
        let here: Vec<_> = self.list().into_iter().filter(|kept| kept.here).collect();
        let (published, others): (Vec<_>, Vec<_>) = here
            .into_iter()
            .partition(|kept| kept.reason == Reason::Published);
        let mut days = BTreeSet::new();
        for (place, kept) in published.iter().enumerate() {
            // Newest first: the first of a day that is met is the last of that day.
            let last_of_its_day = days.insert(kept.at.0.div_euclid(DAY_MS)) && days.len() <= DAYS;
            if place >= KEPT && !last_of_its_day {
                let _ = fs::remove_file(&kept.path);
            }
        }
        for kept in others.iter().skip(KEPT_OTHERS) {
            let _ = fs::remove_file(&kept.path);
        }
    }
}
