//! The comparison that is shown.

use super::{Exports, OnScreen};
use crate::{Group, Room, SideAsk, Workspace, last_changes};
use ordito_pages::export::{Format, comparison_telling, write_file};
use ordito_pages::report::comparison::{Printed, Provenance};
use std::path::Path;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ComparisonExport;

impl Exports for ComparisonExport {
    const COMMANDS: &'static [Self] = &[Self];

    fn key(self) -> &'static str {
        "command-export-comparison"
    }
    fn group(self) -> Group {
        Group::Of(Room::Compare)
    }
    /// What is shown is written.
    fn is_possible(self, workspace: &Workspace) -> bool {
        workspace.settings().room == Room::Compare
            && workspace
                .comparison()
                .is_some_and(|made| made.result.is_ok())
    }
    fn formats(self) -> Vec<Format> {
        Format::REPORTS.to_vec()
    }
    fn suggested(self, workspace: &Workspace, _: String) -> String {
        workspace.words().compare_file()
    }
    fn write(self, workspace: &mut Workspace, path: &Path, _: OnScreen) {
        let Some(made) = workspace.comparison().cloned() else {
            return;
        };
        let Ok(comparison) = made.result else { return };
        let from = |side: &SideAsk| {
            let hash = side.origin.is_here().then_some(made.hash);
            Provenance {
                hash,
                ..workspace.provenance(&side.origin)
            }
        };
        let provenance: Vec<Provenance> = made.sides.iter().map(from).collect();
        let changes: Vec<_> = made
            .changes
            .iter()
            .map(|each| last_changes(each.as_deref()))
            .collect();
        let (now, letterhead) = (workspace.now(), workspace.letterhead());
        workspace.write_beside_telling(path, move |path, _, words| {
            let printed = Printed {
                comparison: &comparison,
                provenance: &provenance,
                changes: &changes,
                words,
                now,
            };
            let (bytes, unshown) = comparison_telling(&printed, &letterhead, Format::of(path)?)?;
            write_file(path, &bytes, true)?;
            Ok(unshown)
        });
    }
}
