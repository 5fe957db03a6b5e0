//! What the window asks of the workspace, and what the workspace asks of the window.

use super::{Command, Export, OnScreen};
use ordito_document::{Edit, Proposal, RecordKey, Rule};
use ordito_model::{LabId, Language, MatrixId, Signature, StepNumber};
use ordito_pages::export::Format;
use ordito_pages::figure::palette::Look;
use ordito_words::Words;
use std::path::PathBuf;

/// What a file is picked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    Open,
    New,
    NewSample,
    SaveCopy,
    /// A document of its own that begins with what is there now.
    SaveWithoutHistory,
    /// Mine to another place, theirs stays: the file was changed underneath.
    KeepMineAsCopy,
    ImportTable,
    ImportFramework,
    ImportPolicies,
    /// Who takes part in a laboratory.
    ImportPeople(LabId),
    SheetTemplate,
    /// The logo of the person's body.
    Logo,
    /// Where to put a copy of the shipped template.
    CopyTemplate,
    /// Another document, to be compared with.
    OtherFile,
    /// Another copy of the open document, to be merged with it.
    MergeCopy,
    Export(Export),
}
impl Purpose {
    /// Whether a folder is picked, which is there or is made.
    pub fn is_folder(self) -> bool {
        matches!(self, Self::Export(export) if export.is_into_folder())
    }
    /// The title of the dialog that asks for it.
    pub fn title(self, words: &Words) -> String {
        if self == Self::New {
            words.file_dialog_title_new()
        } else if self == Self::NewSample {
            words.file_dialog_title_sample()
        } else if self.is_folder() {
            words.file_dialog_title_folder()
        } else if self.writes() {
            words.file_dialog_title_save()
        } else {
            words.file_dialog_title()
        }
    }
    /// Whether the file is to be written.
    pub const fn writes(self) -> bool {
        match self {
            Self::Open
            | Self::ImportTable
            | Self::ImportFramework
            | Self::ImportPolicies
            | Self::ImportPeople(_)
            | Self::SheetTemplate
            | Self::Logo
            | Self::OtherFile
            | Self::MergeCopy => false,
            Self::New
            | Self::NewSample
            | Self::SaveCopy
            | Self::SaveWithoutHistory
            | Self::KeepMineAsCopy
            | Self::CopyTemplate
            | Self::Export(_) => true,
        }
    }
    /// Endings of files it works with; the first is given to names without one.
    pub fn endings(self) -> Vec<&'static str> {
        let of = |formats: &[Format]| formats.iter().map(|format| format.ending()).collect();
        match self {
            Self::Open
            | Self::New
            | Self::NewSample
            | Self::SaveCopy
            | Self::SaveWithoutHistory
            | Self::KeepMineAsCopy
            | Self::OtherFile
            | Self::MergeCopy => vec!["ordito"],
            Self::ImportTable
            | Self::ImportFramework
            | Self::ImportPolicies
            | Self::ImportPeople(_) => {
                vec!["csv", "tsv", "txt", "xlsx", "xlsm", "ods", "xls", "json"]
            }
            Self::Logo => of(&Format::PICTURES),
            Self::SheetTemplate | Self::CopyTemplate => vec!["typ"],
            Self::Export(export) => of(&export.formats()),
        }
    }
    /// Whether a file of this name can be meant.
    pub fn fits(self, name: &str) -> bool {
        name.rsplit_once('.').is_some_and(|(_, ending)| {
            self.endings()
                .iter()
                .any(|wanted| ending.eq_ignore_ascii_case(wanted))
        })
    }
}

/// Asked of the workspace; carried out before the next frame.
#[derive(Debug, Clone)]
pub enum Action {
    Edit(Edit),
    Undo,
    Redo,
    /// Undoes or redoes until this step is the last one done.
    UndoTo(StepNumber),
    New {
        path: PathBuf,
        sample: bool,
    },
    Open(PathBuf),
    Close,
    /// Publish now.
    Save,
    SaveCopy(PathBuf),
    SaveWithoutHistory(PathBuf),
    /// Reads a table for the dialog of this purpose.
    ReadTable {
        path: PathBuf,
        purpose: Purpose,
    },
    /// Writes something that leaves the document.
    Export {
        export: Export,
        path: PathBuf,
        shown: OnScreen,
    },
    /// Keeps the preview of sheets up to date.
    PreviewSheet(super::SheetAsk),
    /// Keeps a comparison of these sides up to date.
    Compare(Vec<super::SideAsk>),
    /// Reads another file for comparisons, without changing a byte of it.
    OpenOther(PathBuf),
    StopSheets,
    /// Works an analysis out, unless it is there.
    Analyse(super::Ask),
    StopAnalysis(super::Ask),
    /// Puts crossings on the agenda of a laboratory.
    AddToAgenda(Vec<super::AgendaCell>),
    TakeFromAgenda(super::AgendaCell),
    /// How long a laboratory has been at a question.
    SetClock(super::Stopwatch),
    ClearAgenda,
    CopyTemplate(PathBuf),
    /// Takes over a kept state.
    Restore(ordito_document::storage::BackupInfo),
    /// Puts a kept state at the place of a file that could not be opened, and opens it.
    PutBack(std::path::PathBuf, ordito_document::storage::BackupInfo),
    /// What to do with a file that somebody else changed.
    Underneath(ordito_document::Choice),
    /// Takes theirs into mine as one edit.
    MergeUnderneath,
    /// What came of merging was read.
    MergeSeen,
    /// One more copy of the open document to be merged with it.
    MergeCopy(PathBuf),
    /// What stands where several copies changed the same.
    MergeRule(Rule),
    /// Which copy's record stands.
    MergeDecide(RecordKey, usize),
    /// Whether two that were added apart are one.
    MergeSame(Box<Proposal>, bool),
    MergeApply,
    MergeStop,
    DecideLater,
    /// Quits with edits that could not be published: they stay in the working copy.
    QuitAnyway,
    PickFile(Purpose),
    SetLanguage(Language),
    SetLook(Look),
    /// Whether nothing is to fade, slide or blink.
    SetStill(bool),
    SetDensity(super::Density),
    /// Whether rows of the matrix are as high as their names are long.
    SetWholeNames(bool),
    /// Whether goals stand in the order of their numbers.
    SetGoalsByNumber(bool),
    SetMotion(super::Motion),
    SetZoom(f32),
    /// Who signs from now on; the logo stays as it is.
    SetSignature(Box<Signature>),
    /// Keeps this picture as the body's logo, or none.
    SetLogo(Option<PathBuf>),
    SetRoom(super::Room),
    /// Where the person is in the open document.
    SetPlace(super::Place),
    /// All widths of a matrix that are not as they begin.
    SetWidths(MatrixId, Vec<(super::Wide, f32)>),
    SetCatalogueColumns(super::CatalogueColumns),
    /// What kind of picture is shown now.
    NameChart(String),
    SetWindow {
        width: f32,
        height: f32,
        maximised: bool,
    },
    TourSeen,
    /// Was chosen in the palette, which lists what was used lately first.
    UsedCommand(Command),
    /// Says something: a key of `shell.ftl` or of a room, already said.
    Notify(super::Notice),
    DismissNotice(u64),
    ForgetRecent(PathBuf),
    CopyText(String),
    /// Opens what this program wrote in the desktop's own program for it, a folder in that for files.
    OpenOutside(PathBuf),
    Quit,
}

/// Asked of the window.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    PickFile { purpose: Purpose, suggested: String },
    CopyText(String),
    OpenOutside(PathBuf),
    Zoom(f32),
    Quit,
}
