//! Keeping a document: publishing, locks, recovery, backups, and files that are not ours.

mod crash;
mod damaged;
mod failing;
mod faults;
mod kept;
mod kills;
mod old_documents;
mod panics;
mod power;
mod published;
mod recovery;
mod safe_writes;
pub mod stored_form;
mod strange;
mod underneath;

use crate::document::small::{first_edit, stamp};
use crate::patience::PATIENCE;
use ordito::document::{Kept, OpenReport};
use ordito::storage::{DataFolder, Who};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// A folder for documents and a data folder, both gone at the end.
pub struct Desk {
    folder: tempfile::TempDir,
    pub data: DataFolder,
}
impl Desk {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("docs")).unwrap();
        let data = DataFolder::at(&folder.path().join("data")).unwrap();
        Self { folder, data }
    }
    pub fn docs(&self) -> PathBuf {
        self.folder.path().join("docs")
    }
    pub fn path(&self, name: &str) -> PathBuf {
        self.docs().join(name)
    }
    /// Names of everything in the documents' folder.
    pub fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.docs()).unwrap();
        let mut names: Vec<_> = entries
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
    pub fn create(&self, name: &str) -> Kept {
        Kept::create(
            &self.path(name),
            &first_edit(6),
            &stamp(1),
            &self.data,
            &who("anna"),
            false,
        )
        .unwrap()
    }
    pub fn open(&self, name: &str) -> (Kept, OpenReport) {
        Kept::open(&self.path(name), &self.data, &who("anna")).unwrap()
    }
}

pub fn who(user: &str) -> Who {
    Who {
        user: user.to_owned(),
        host: "ufficio".to_owned(),
    }
}

/// Ticks as a window does until `done`.
pub fn tick_until(kept: &mut Kept, mut done: impl FnMut(&mut Kept) -> bool) -> Duration {
    let start = Instant::now();
    loop {
        kept.tick(Instant::now());
        if done(kept) {
            return start.elapsed();
        }
        assert!(start.elapsed() < PATIENCE, "{:?}", kept.status());
        std::thread::sleep(Duration::from_millis(5));
    }
}
