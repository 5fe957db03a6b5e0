//! What the window asks of the workspace, and what the workspace asks of the window.

use crate::document::{Edit, Proposal, RecordKey, Rule};
use crate::export::{Format, lab_formats};
use crate::figure::palette::Look;
use crate::model::{Language, MatrixId, Signature, StepNumber};
use std::path::PathBuf;

/// The rooms of the rail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Room {
    Catalogue,
    Frameworks,
    #[default]
    Matrix,
    Compare,
    Analysis,
    Lab,
    Indicators,
    Scenarios,
    Sheets,
}
impl Room {
    pub const ALL: [Self; 9] = [
        Self::Catalogue,
        Self::Frameworks,
        Self::Matrix,
        Self::Compare,
        Self::Analysis,
        Self::Lab,
        Self::Indicators,
        Self::Scenarios,
        Self::Sheets,
    ];
    /// The last part of its keys in `shell.ftl`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Catalogue => "catalogue",
            Self::Frameworks => "frameworks",
            Self::Matrix => "matrix",
            Self::Compare => "compare",
            Self::Analysis => "analysis",
            Self::Lab => "lab",
            Self::Indicators => "indicators",
            Self::Scenarios => "scenarios",
            Self::Sheets => "sheets",
        }
    }
    /// Whether there is something in it yet.
    pub const fn is_built(self) -> bool {
        !matches!(self, Self::Indicators | Self::Scenarios)
    }
}

/// What a chart is saved as: its picture, or the table behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChartFormat {
    Svg,
    Png,
    Csv,
    Xlsx,
}
impl ChartFormat {
    pub const ALL: [Self; 4] = [Self::Svg, Self::Png, Self::Csv, Self::Xlsx];
    pub const fn format(self) -> Format {
        match self {
            Self::Svg => Format::Svg,
            Self::Png => Format::Png,
            Self::Csv => Format::Csv,
            Self::Xlsx => Format::Xlsx,
        }
    }
}

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
    ExportTable,
    ExportJson,
    ExportOpenData,
    ExportPicture,
    ExportTemplate,
    ExportHistory,
    /// A folder for sheets.
    SheetsFolder,
    SheetTemplate,
    /// The logo of the person's body.
    Logo,
    /// Where to put a copy of the shipped template.
    CopyTemplate,
    /// Another document, to be compared with.
    OtherFile,
    /// Another copy of the open document, to be merged with it.
    MergeCopy,
    ExportComparison,
    /// A paper of a laboratory, with names or without.
    Lab {
        lab: crate::model::LabId,
        paper: crate::report::lab::LabPaper,
        names: bool,
    },
    /// The chart on screen.
    Chart(ChartFormat),
    Agenda,
}
impl Purpose {
    /// Whether a folder is picked, which is there or is made.
    pub const fn is_folder(self) -> bool {
        matches!(self, Self::SheetsFolder)
    }
    /// The title of the dialog that asks for it.
    pub const fn title(self) -> &'static str {
        if self.is_folder() {
            "file-dialog-title-folder"
        } else if self.writes() {
            "file-dialog-title-save"
        } else {
            "file-dialog-title"
        }
    }
    /// Whether the file is to be written.
    pub const fn writes(self) -> bool {
        !matches!(
            self,
            Self::Open
                | Self::ImportTable
                | Self::ImportFramework
                | Self::ImportPolicies
                | Self::SheetTemplate
                | Self::Logo
                | Self::OtherFile
                | Self::MergeCopy
        )
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
            Self::ExportComparison => of(&Format::REPORTS),
            Self::Lab { paper, .. } => of(lab_formats(paper)),
            Self::ImportTable | Self::ImportFramework | Self::ImportPolicies => {
                vec!["csv", "tsv", "txt", "xlsx", "xlsm", "ods", "xls", "json"]
            }
            Self::ExportTable => of(&Format::TABLES),
            Self::ExportHistory | Self::Agenda => of(&[Format::Csv]),
            Self::ExportJson => of(&[Format::Json]),
            Self::ExportPicture | Self::Logo => of(&Format::PICTURES),
            Self::ExportTemplate => of(&[Format::Xlsx]),
            // A folder, which is made.
            Self::ExportOpenData | Self::SheetsFolder => Vec::new(),
            Self::SheetTemplate | Self::CopyTemplate => vec!["typ"],
            Self::Chart(format) => of(&[format.format()]),
        }
    }
    /// Whether a file of this name can be meant.
    pub fn fits(self, name: &str) -> bool {
        name.rsplit_once('.')
            .is_some_and(|(_, ending)| self.endings().iter().any(|wanted| ending.eq_ignore_ascii_case(wanted)))
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
    ExportHistory(PathBuf),
    /// Reads a table for the dialog of this purpose.
    ReadTable {
        path: PathBuf,
        purpose: Purpose,
    },
    ExportMatrix {
        path: PathBuf,
        matrix: crate::model::MatrixId,
        assessor: crate::model::AssessorId,
    },
    ExportJson(PathBuf),
    /// Draws a matrix; the ending says whether as SVG or PNG.
    ExportPicture {
        path: PathBuf,
        matrix: crate::model::MatrixId,
        assessor: crate::model::AssessorId,
    },
    /// Writes a workbook for an assessor to fill in.
    ExportTemplate {
        path: PathBuf,
        matrix: crate::model::MatrixId,
        assessor: crate::model::AssessorId,
    },
    /// Writes a folder of open data.
    ExportOpenData(PathBuf),
    /// Keeps the preview of sheets up to date.
    PreviewSheet(super::SheetAsk),
    ExportSheets {
        ask: super::SheetAsk,
        folder: PathBuf,
        format: crate::export::SheetFormat,
        bound: bool,
    },
    /// Keeps a comparison of these sides up to date.
    Compare(Vec<super::SideAsk>),
    /// Writes the comparison that is shown; the ending says in which format.
    ExportComparison(PathBuf),
    /// Writes a paper of a laboratory; the ending says in which format.
    ExportLab {
        path: PathBuf,
        lab: crate::model::LabId,
        paper: crate::report::lab::LabPaper,
        names: bool,
    },
    /// Reads another file for comparisons, without changing a byte of it.
    OpenOther(PathBuf),
    StopSheets,
    /// Works an analysis out, unless it is there.
    Analyse(super::Ask),
    StopAnalysis(super::Ask),
    /// Writes a chart as its file's ending says.
    ExportChart {
        path: PathBuf,
        maker: crate::figure::chart::ChartMaker,
    },
    /// Puts crossings on the agenda of a laboratory.
    AddToAgenda(Vec<super::AgendaCell>),
    ClearAgenda,
    ExportAgenda(PathBuf),
    CopyTemplate(PathBuf),
    /// Takes over a kept state.
    Restore(crate::storage::BackupInfo),
    /// Puts a kept state at the place of a file that could not be opened, and opens it.
    PutBack(std::path::PathBuf, crate::storage::BackupInfo),
    /// What to do with a file that somebody else changed.
    Underneath(crate::document::Choice),
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
    SetZoom(f32),
    /// Who signs from now on; the logo stays as it is.
    SetSignature(Box<Signature>),
    /// Keeps this picture as the body's logo, or none.
    SetLogo(Option<PathBuf>),
    SetRoom(Room),
    /// Where the person is in the open document.
    SetPlace(super::Place),
    /// All widths of a matrix that are not as they begin.
    SetWidths(MatrixId, Vec<(super::Wide, f32)>),
    SetWindow {
        width: f32,
        height: f32,
        maximised: bool,
    },
    TourSeen,
    /// Says something: a key of `shell.ftl` or of a room, already said.
    Notify(super::Notice),
    DismissNotice(u64),
    ForgetRecent(PathBuf),
    CopyText(String),
    Quit,
}

/// Asked of the window.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    PickFile { purpose: Purpose, suggested: String },
    CopyText(String),
    Zoom(f32),
    Quit,
}
