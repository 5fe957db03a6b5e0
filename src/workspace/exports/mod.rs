//! What leaves a document as files: each export a file here and a line of the list below. Palette, menu, shortcuts, file
//! dialog and writing go by it.

mod agenda;
mod chart;
mod comparison;
mod history;
mod json;
mod lab;
mod open_data;
mod picture;
mod sheets;
mod table;
mod template;

pub use agenda::AgendaExport;
pub use chart::ChartExport;
pub use comparison::ComparisonExport;
pub use history::HistoryExport;
pub use json::JsonExport;
pub use lab::LabExport;
pub use open_data::OpenDataExport;
pub use picture::PictureExport;
pub use sheets::{SheetsAsked, SheetsExport};
pub use table::TableExport;
pub use template::TemplateExport;

use super::command::{Group, Shortcut};
use super::{Workspace, run::file_stem};
use ordito_model::{AssessorId, MatrixId};
use ordito_pages::export::Format;
use ordito_pages::figure::chart::ChartMaker;
use std::path::Path;

/// What is chosen and shown in the window when something is written.
#[derive(Debug, Clone)]
pub struct OnScreen {
    pub matrix: Option<MatrixId>,
    pub assessor: AssessorId,
    /// The chart, when it is of what holds now.
    pub chart: Option<ChartMaker>,
    pub sheets: Option<SheetsAsked>,
}
impl Default for OnScreen {
    fn default() -> Self {
        Self {
            matrix: None,
            assessor: AssessorId::AGREED,
            chart: None,
            sheets: None,
        }
    }
}

/// One way of leaving.
trait Exports: Copy + 'static {
    /// Those that are asked for by a command, in their order in lists.
    const COMMANDS: &'static [Self];

    /// The key of what asks for it: a command's, or a button's where it has no command.
    fn key(self) -> &'static str;
    fn group(self) -> Group {
        Group::File
    }
    fn shortcut(self) -> Option<Shortcut> {
        None
    }
    /// Whether there is something to write.
    fn is_possible(self, _: &Workspace) -> bool {
        true
    }
    /// The formats of its files, the usual one first; none where it makes a folder.
    fn formats(self) -> Vec<Format>;
    /// Whether a folder is picked in which its files are put.
    fn is_into_folder(self) -> bool {
        false
    }
    /// The name that is suggested, without its ending; `title` is the document's.
    fn suggested(self, _: &Workspace, title: String) -> String {
        title
    }
    /// Writes it, on another thread where that may take a while, and tells what came of it. The file dialog has asked before
    /// replacing.
    fn write(self, workspace: &mut Workspace, path: &Path, shown: OnScreen);
}

macro_rules! exports {
    ($($name:ident($export:ty)),+ $(,)?) => {
        /// Everything that leaves a document as files.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Export { $($name($export)),+ }

        impl Export {
            /// Those that are asked for by a command.
            pub fn commands() -> impl Iterator<Item = Self> {
                std::iter::empty()$(.chain(<$export>::COMMANDS.iter().copied().map(Self::$name)))+
            }
            /// The key of what asks for it.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name(export) => export.key()),+ }
            }
            pub fn group(self) -> Group {
                match self { $(Self::$name(export) => export.group()),+ }
            }
            pub fn shortcut(self) -> Option<Shortcut> {
                match self { $(Self::$name(export) => export.shortcut()),+ }
            }
            /// Whether there is something to write.
            pub fn is_possible(self, workspace: &Workspace) -> bool {
                match self { $(Self::$name(export) => export.is_possible(workspace)),+ }
            }
            /// The formats of its files, the usual one first; none where it makes a folder.
            pub fn formats(self) -> Vec<Format> {
                match self { $(Self::$name(export) => export.formats()),+ }
            }
            /// Whether a folder is picked in which its files are put.
            pub fn is_into_folder(self) -> bool {
                match self { $(Self::$name(export) => export.is_into_folder()),+ }
            }
            fn name(self, workspace: &Workspace, title: String) -> String {
                match self { $(Self::$name(export) => export.suggested(workspace, title)),+ }
            }
            pub(super) fn write(self, workspace: &mut Workspace, path: &Path, shown: OnScreen) {
                match self { $(Self::$name(export) => export.write(workspace, path, shown)),+ }
            }
        }
        $(impl From<$export> for Export {
            fn from(export: $export) -> Self {
                Self::$name(export)
            }
        })+
    };
}

exports! {
    Table(TableExport),
    Json(JsonExport),
    Picture(PictureExport),
    Template(TemplateExport),
    OpenData(OpenDataExport),
    History(HistoryExport),
    Comparison(ComparisonExport),
    Chart(ChartExport),
    Agenda(AgendaExport),
    Lab(LabExport),
    Sheets(SheetsExport),
}

impl Export {
    /// The name that the file dialog begins with.
    pub(super) fn suggested(self, workspace: &Workspace, title: &str) -> String {
        let name = self.name(workspace, file_stem(title));
        match self.formats().first() {
            Some(format) => format!("{name}.{format}"),
            None => name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Command;

    #[test]
    fn every_export_that_has_a_command_is_a_command_once() {
        let of_commands: Vec<Export> = Command::all()
            .filter_map(|command| match command {
                Command::Export(export) => Some(export),
                _ => None,
            })
            .collect();
        let mut wanted: Vec<Export> = Export::commands().collect();
        assert!(wanted.len() >= 10, "{wanted:?}");
        let mut found = of_commands.clone();
        wanted.sort();
        found.sort();
        assert_eq!(found, wanted);
        found.dedup();
        assert_eq!(found.len(), of_commands.len());
    }
}
