//! A comparison as a file: what it was made from, said, and its bytes on another thread.

use super::{Changes, Origin, Other, SideAsk};
use crate::document::Document;
use crate::export::{Format, comparison_telling, write_file};
use crate::model::{AssessmentKey, CellValue, Contents, StepNumber};
use crate::report::comparison::{LastChange, Printed, Provenance};
use crate::storage::StepHead;
use crate::words::Words;
use crate::workspace::{Workspace, files};
use std::collections::BTreeMap;
use std::path::Path;

impl Workspace {
    /// Writes what is shown; the file dialog has asked before replacing.
    pub(in crate::workspace) fn export_comparison(&mut self, path: &Path) {
        let Some(made) = self.comparison().cloned() else { return };
        let Ok(comparison) = made.result else { return };
        let from = |side: &SideAsk| {
            let hash = side.origin.is_here().then_some(made.hash);
            Provenance { hash, ..self.provenance(&side.origin) }
        };
        let provenance: Vec<Provenance> = made.sides.iter().map(from).collect();
        let changes: Vec<_> = made.changes.iter().map(|each| last_changes(each.as_deref())).collect();
        let (now, letterhead) = (self.now(), self.letterhead());
        self.write_beside_telling(path, move |path, _, words| {
            let printed = Printed { comparison: &comparison, provenance: &provenance, changes: &changes, words, now };
            let (bytes, unshown) = comparison_telling(&printed, &letterhead, Format::of(path)?)?;
            write_file(path, &bytes, true)?;
            Ok(unshown)
        });
    }

    /// Where a side comes from, said.
    pub fn provenance(&self, origin: &Origin) -> Provenance {
        let words = &self.words;
        let path = origin.file.as_deref().or_else(|| self.file());
        let (contents, steps) = match &origin.file {
            None => (self.contents(), self.document().map(Document::steps)),
            Some(file) => match self.other_file(file) {
                Some(Other::Open(open)) => (Some(&*open.contents), Some(open.steps.as_slice())),
                _ => (None, None),
            },
        };
        let moment = match origin.at {
            None => words.compare_now(),
            Some(step) => moment(words, contents, steps.unwrap_or_default(), step),
        };
        Provenance { file: path.map_or_else(String::new, files::name_of), moment, hash: None }
    }
}

/// A named version with its date, else a step with its date.
pub fn moment(words: &Words, contents: Option<&Contents>, steps: &[StepHead], step: StepNumber) -> String {
    let at = steps.iter().find(|each| each.number == step).map(|each| words.numbers().date_time(each.at));
    let named = contents.and_then(|contents| contents.milestones.values().find(|each| each.step == step));
    let name = match named {
        Some(milestone) => milestone.name.clone(),
        None => words.history_step(step.0.to_string()),
    };
    at.map_or_else(|| name.clone(), |at| format!("{name} · {at}"))
}

/// Changes of cells as a report reads them.
pub fn last_changes(changes: Option<&Changes>) -> BTreeMap<AssessmentKey, LastChange> {
    let value = |cell: &Option<crate::model::Assessment>| cell.as_ref().map_or(CellValue::Unscored, |cell| cell.value);
    let said = changes.into_iter().flatten().map(|(key, change)| {
        let last = LastChange {
            before: value(&change.before),
            after: value(&change.after),
            by: change.by.clone(),
            at: change.at,
            n_steps: change.n_steps,
        };
        (*key, last)
    });
    said.collect()
}
