//! The running program without its window: the open document, settings, actions, notices.
//!
//! `ui` reads a `&Workspace` and sends `Action`s, which `act` carries out before the next frame. What only a window
//! can do comes back as an `Effect`. Drawing state (selection, scrolling, open dialogs) is not here but in `ui`.

mod action;
mod agenda;
mod analyses;
mod clocks;
mod command;
mod compare;
mod consensus;
mod exports;
mod files;
mod guide;
mod line_sums;
mod matrix_view;
mod merge;
mod notice;
mod places;
mod projection;
mod rooms;
mod run;
pub mod said;
mod settings;
mod sheets;
mod signature;
mod tables;
mod widths;

pub use action::{Action, Effect, Purpose};
pub use agenda::AgendaCell;
pub use analyses::{
    Analysis, Answer, Answered, Ask, Coherence, Conflicts, Groups, Indirect, Method, Profiles,
    Readings, Robustness, Standing, WorkedOut,
};
pub use clocks::Stopwatch;
pub use command::{Command, GRID_KEYS, Group, KeyName, LAB_KEYS, Shortcut};
pub use compare::{
    Changes, MadeComparison, Origin, Other, OtherFile, SideAsk, TakeOver, last_changes, moment,
};
pub use consensus::{ConsensusPlan, assessors_who_answered};
pub use exports::{
    AgendaExport, ChartExport, ComparisonExport, Export, HistoryExport, JsonExport, LabExport,
    OnScreen, OpenDataExport, PictureExport, SheetsAsked, SheetsExport, TableExport,
    TemplateExport,
};
pub use guide::guide_of;
pub use line_sums::{Dot, LineSums, Totals};
pub use matrix_view::{Layer, MatrixView, ViewGroup, ViewLine};
pub use merge::{
    Merging, ReadyMerge, clash_name, kind_says, proposal_says, record_name, record_says,
    version_says,
};
pub use notice::{Notice, Severity};
pub use places::{Place, Remembered};
pub use projection::{Bar, Closing, Crossing, Decided, Projection, Shown};
pub use rooms::Room;
pub use settings::{CatalogueColumns, Density, Motion, Recent, SETTINGS, Settings};
pub use sheets::{SheetAsk, SheetPreview};
pub use tables::ReadTable;
pub use widths::{Wide, Widths};

use ordito_document::storage::{DataFolder, LastWish, Who};
use ordito_document::{Applied, Document, Kept, MergeReport, Recoverable, SaveStatus, Stamp};
use ordito_model::{Contents, Patch, Timestamp};
use ordito_words::Words;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

/// Where the time comes from; tests pass their own.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// Called from other threads: wakes the window up.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// The open document.
#[derive(Debug)]
enum Open {
    /// With its place, lock and working copy.
    Kept(Box<Kept>),
    /// Without a place: benches and tests of drawing.
    Bare(Box<Document>, PathBuf),
}

/// The program's state.
pub struct Workspace {
    open: Option<Open>,
    /// Where working copies are kept; without it no document can be opened or made.
    data: Option<DataFolder>,
    waker: Option<Wake>,
    /// A document being opened or made in the background.
    opening: Option<files::Opening>,
    asks_underneath: bool,
    /// What came of merging, until it was read.
    merged: Option<MergeReport>,
    merging: Option<Merging>,
    /// Documents with edits that a crash kept from their files.
    recoverable: Vec<Recoverable>,
    rescue: Option<files::Rescue>,
    reading: Option<tables::Reading>,
    read: Option<ReadTable>,
    /// Exports being written, and whether each was.
    writing: Vec<tables::Writing>,
    sheets: sheets::Sheets,
    compare: compare::Compare,
    analyses: analyses::Analyses,
    agenda: Vec<AgendaCell>,
    settings: Settings,
    /// Since when the place of the open document waits to be written.
    place_changed: Option<Instant>,
    /// What kind of picture is shown, for the name of its file.
    chart_name: String,
    desktop_is_still: bool,
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
        f.debug_struct("Workspace")
            .field("open", &self.open)
            .finish_non_exhaustive()
    }
}

/// How many patches views may lag behind before they rebuild.
const FRESH_LIMIT: usize = 64;

impl Workspace {
    pub fn new(settings: Settings, clock: Clock) -> Self {
        let words = Words::new(settings.language);
        Self {
            open: None,
            data: None,
            waker: None,
            opening: None,
            asks_underneath: false,
            merged: None,
            merging: None,
            recoverable: Vec::new(),
            rescue: None,
            reading: None,
            read: None,
            writing: Vec::new(),
            sheets: sheets::Sheets::default(),
            compare: compare::Compare::default(),
            analyses: analyses::Analyses::default(),
            agenda: Vec::new(),
            settings,
            place_changed: None,
            chart_name: String::new(),
            desktop_is_still: false,
            words,
            notices: Vec::new(),
            effects: Vec::new(),
            fresh: Vec::new(),
            generation: 0,
            clock,
        }
    }

    /// Lets documents be opened and made, with their working copies in this folder.
    pub fn keep_in(&mut self, data: DataFolder) {
        self.data = Some(data);
        self.find_recoverable();
    }
    /// Called from other threads when `tick` has something to do.
    pub fn set_waker(&mut self, waker: Wake) {
        self.waker = Some(waker);
    }

    pub const fn words(&self) -> &Words {
        &self.words
    }
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }
    /// Whether nothing is to fade, slide or blink: as the user chose, else as the desktop asks.
    pub const fn reduces_motion(&self) -> bool {
        match self.settings.motion {
            Motion::Reduced => true,
            Motion::Full => false,
            Motion::Desktop => self.desktop_is_still,
        }
    }
    /// What the desktop asks of all its programs.
    pub const fn set_desktop_still(&mut self, still: bool) {
        self.desktop_is_still = still;
    }
    pub fn document(&self) -> Option<&Document> {
        match self.open.as_ref()? {
            Open::Kept(kept) => Some(kept.document()),
            Open::Bare(document, _) => Some(document),
        }
    }
    fn document_mut(&mut self) -> Option<&mut Document> {
        match self.open.as_mut()? {
            Open::Kept(kept) => Some(kept.document_mut()),
            Open::Bare(document, _) => Some(document),
        }
    }
    pub fn contents(&self) -> Option<&Contents> {
        self.document().map(Document::contents)
    }
    /// The document's own place.
    pub fn file(&self) -> Option<&Path> {
        match self.open.as_ref()? {
            Open::Kept(kept) => Some(kept.path()),
            Open::Bare(_, path) => Some(path),
        }
    }
    /// Whether the published file holds every edit.
    pub fn save_status(&self) -> Option<SaveStatus> {
        match self.open.as_ref()? {
            Open::Kept(kept) => Some(kept.status()),
            Open::Bare(..) => Some(SaveStatus::Saved { at: None }),
        }
    }
    /// What publishes the document where this can no longer be asked to: when the process is being ended.
    pub fn last_wish(&self) -> Option<LastWish> {
        match self.open.as_ref()? {
            Open::Kept(kept) => kept.last_wish(),
            Open::Bare(..) => None,
        }
    }
    /// Kept states of the document, newest first.
    pub fn backups(&self) -> Vec<ordito_document::storage::BackupInfo> {
        match &self.open {
            Some(Open::Kept(kept)) => kept.backups(),
            _ => Vec::new(),
        }
    }
    /// Whether a document is being opened or made.
    pub const fn is_opening(&self) -> bool {
        self.opening.is_some()
    }
    /// Whether somebody else changed the file and the user has to say what to do.
    pub const fn asks_underneath(&self) -> bool {
        self.asks_underneath
    }
    /// What came of merging, until it was read.
    pub const fn merged(&self) -> Option<&MergeReport> {
        self.merged.as_ref()
    }
    /// Documents with edits that a crash kept from their files: opening one recovers them.
    pub fn recoverable(&self) -> &[Recoverable] {
        &self.recoverable
    }
    /// Grows with every change of the document.
    pub fn revision(&self) -> u64 {
        self.document().map_or(0, Document::revision)
    }
    /// Grows with every document opened: what is remembered of another one is void.
    pub const fn generation(&self) -> u64 {
        self.generation
    }
    /// The patches that lead from `revision` to now, if they are still known; else rebuild.
    pub fn patches_since(&self, revision: u64) -> Option<Vec<Arc<Patch>>> {
        let missing = self.revision().checked_sub(revision)?;
        let known: Vec<_> = self
            .fresh
            .iter()
            .filter(|(at, _)| *at > revision)
            .map(|(_, patch)| Arc::clone(patch))
            .collect();
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
        Stamp {
            at: self.now(),
            by: self.settings.signed(),
        }
    }
    /// Who others are told has the document open.
    fn who(&self) -> Who {
        Who::called(&self.settings.signed())
    }
    /// What the window is to do; empties the list.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// Background work: publishing, opening, notices that fade. Returns when it wants to be called again.
    pub fn tick(&mut self, now: Instant) -> Option<std::time::Duration> {
        self.notices.retain(|notice| !notice.is_over(now));
        self.tick_files(now);
        self.tick_tables();
        self.tick_sheets();
        self.tick_compare();
        self.tick_analyses();
        self.tick_merge();
        let place = self.tick_places(now);
        let kept = match &self.open {
            Some(Open::Kept(kept)) => kept.next_tick(),
            _ => None,
        };
        self.notices
            .iter()
            .filter_map(|notice| notice.left(now))
            .chain(kept)
            .chain(place)
            .min()
    }

    fn remember(&mut self, applied: &Applied) {
        let revision = self.revision();
        self.fresh.push((revision, Arc::clone(&applied.patch)));
        let surplus = self.fresh.len().saturating_sub(FRESH_LIMIT);
        self.fresh.drain(..surplus);
    }
}

/// The edit that makes a new document.
fn first_edit(
    title: &str,
    sample: bool,
    agreed: &str,
) -> Result<ordito_document::Edit, ordito_import::library::LibraryError> {
    use ordito_import::library::{NewDocument, SHIPPED_FRAMEWORKS, new_document, sample_document};
    let frameworks: &[&str] = if sample {
        &SHIPPED_FRAMEWORKS
    } else {
        &["agenda-2030"]
    };
    let new = NewDocument {
        title,
        agreed,
        frameworks,
        illustrative: sample,
    };
    if sample {
        sample_document(&new)
    } else {
        new_document(&new)
    }
}
