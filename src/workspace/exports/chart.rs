//! The chart on screen: its picture, or the table behind it.

use super::{Exports, OnScreen};
use crate::{Group, Room, Workspace, run::file_stem};
use ordito_pages::export::{ExportError, Format, write_chart};
use std::path::Path;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChartExport(pub Format);
impl ChartExport {
    pub const ALL: [Self; 4] = [
        Self(Format::Svg),
        Self(Format::Png),
        Self(Format::Csv),
        Self(Format::Xlsx),
    ];
}

impl Exports for ChartExport {
    const COMMANDS: &'static [Self] = &Self::ALL;

    fn key(self) -> &'static str {
        match self.0 {
            Format::Svg => "command-save-chart-svg",
            Format::Png => "command-save-chart-png",
            Format::Csv => "command-save-chart-csv",
            _ => "command-save-chart-xlsx",
        }
    }
    fn group(self) -> Group {
        Group::Of(Room::Analysis)
    }
    fn formats(self) -> Vec<Format> {
        vec![self.0]
    }
    /// Each kind of picture has a file of its own.
    fn suggested(self, workspace: &Workspace, title: String) -> String {
        let parts = [file_stem(workspace.chart_name()), title];
        let parts: Vec<&str> = parts
            .iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        parts.join(" - ")
    }
    /// It is drawn where it is written, since a table may be long.
    fn write(self, workspace: &mut Workspace, path: &Path, shown: OnScreen) {
        let Some(maker) = shown.chart else { return };
        let date = workspace.words().numbers().iso_date(workspace.now());
        workspace.write_beside_telling(path, move |path, contents, words| {
            let chart = maker.make(contents, words).ok_or(ExportError::NoMatrix)?;
            write_chart(path, &chart, words, &date)
        });
    }
}

impl Workspace {
    /// What kind of picture is shown in the analyses.
    pub fn chart_name(&self) -> &str {
        &self.chart_name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chart_is_offered_in_all_its_formats() {
        assert_eq!(ChartExport::ALL.map(|export| export.0), Format::CHARTS);
        let keys: std::collections::BTreeSet<_> =
            ChartExport::ALL.iter().map(|export| export.key()).collect();
        assert_eq!(keys.len(), ChartExport::ALL.len());
    }
}
