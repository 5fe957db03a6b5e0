//! The running program without its window: the open document, settings, actions, notices.
//!
//! `ui` reads a `&Workspace` and sends `Action`s, which `act` carries out before the next frame. What only a window
//! can do comes back as an `Effect`. Drawing state (selection, scrolling, open dialogs) is not here but in `ui`.

mod action;
mod command;
mod notice;
mod run;
mod settings;

pub use action::{Action, Effect, Purpose, Room};
pub use command::{Command, Group, KeyName, Shortcut};
pub use notice::{Notice, Severity};
pub use settings::{Recent, Settings};

use crate::document::{Applied, Document, Stamp};
use crate::i18n::Words;
use crate::model::{Contents, Patch, Timestamp};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

/// Where the time comes from; tests pass their own.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// The program's state.
pub struct Workspace {
    document: Option<Document>,
    file: Option<PathBuf>,
    settings: Settings,
    words: Words,
    notices: Vec<Notice>,
    effects: Vec<Effect>,
    /// Patches since views last looked, oldest first, with the revision each led to.
    fresh: Vec<(u64, Arc<Patch>)>,
    generation: u64,
    clock: Clock,
}

impl std::fmt::Debug for Workspace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Workspace").field("file", &self.file).finish_non_exhaustive()
    }
}

/// How many patches views may lag behind before they rebuild.
const FRESH_LIMIT: usize = 64;

impl Workspace {
    pub fn new(settings: Settings, clock: Clock) -> Self {
        let words = Words::new(settings.language);
        Self {
            document: None,
            file: None,
            settings,
            words,
            notices: Vec::new(),
            effects: Vec::new(),
            fresh: Vec::new(),
            generation: 0,
            clock,
        }
    }

    pub const fn words(&self) -> &Words {
        &self.words
    }
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }
    pub fn document(&self) -> Option<&Document> {
        self.document.as_ref()
    }
    pub fn contents(&self) -> Option<&Contents> {
        self.document.as_ref().map(Document::contents)
    }
    /// The document's own place.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }
    /// Grows with every change of the document.
    pub fn revision(&self) -> u64 {
        self.document.as_ref().map_or(0, Document::revision)
    }
    /// Grows with every document opened: what is remembered of another one is void.
    pub const fn generation(&self) -> u64 {
        self.generation
    }
    /// The patches that lead from `revision` to now, if they are still known; else rebuild.
    pub fn patches_since(&self, revision: u64) -> Option<Vec<Arc<Patch>>> {
        let missing = self.revision().checked_sub(revision)?;
        let known: Vec<_> =
            self.fresh.iter().filter(|(at, _)| *at > revision).map(|(_, patch)| Arc::clone(patch)).collect();
        (known.len() as u64 == missing).then_some(known)
    }
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }
    pub fn now(&self) -> Timestamp {
        (self.clock)()
    }
    /// The stamp of an edit made now.
    pub fn stamp(&self) -> Stamp {
        Stamp { at: self.now(), by: self.settings.author.clone() }
    }
    /// What the window is to do; empties the list.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// Background work: publishing, notices that fade. Returns when it wants to be called again.
    pub fn tick(&mut self, now: Instant) -> Option<std::time::Duration> {
        self.notices.retain(|notice| !notice.is_over(now));
        self.notices.iter().filter_map(|notice| notice.left(now)).min()
    }

    fn remember(&mut self, applied: &Applied) {
        let revision = self.revision();
        self.fresh.push((revision, Arc::clone(&applied.patch)));
        let surplus = self.fresh.len().saturating_sub(FRESH_LIMIT);
        self.fresh.drain(..surplus);
    }
}
