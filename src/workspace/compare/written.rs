//! A comparison as a file: what it was made from, said.

use super::{Changes, Origin, Other};
use crate::{Workspace, files};
use ordito_document::Document;
use ordito_document::storage::StepHead;
use ordito_model::{AssessmentKey, CellValue, Contents, StepNumber};
use ordito_pages::report::comparison::{LastChange, Provenance};
use ordito_words::Words;
use std::collections::BTreeMap;

impl Workspace {
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
        Provenance {
            file: path.map_or_else(String::new, files::name_of),
            moment,
            hash: None,
        }
    }
}

/// A named version with its date, else a step with its date.
pub fn moment(
    words: &Words,
    contents: Option<&Contents>,
    steps: &[StepHead],
    step: StepNumber,
) -> String {
    let at = steps
        .iter()
        .find(|each| each.number == step)
        .map(|each| words.numbers().date_time(each.at));
    let named =
        contents.and_then(|contents| contents.milestones.values().find(|each| each.step == step));
    let name = match named {
        Some(milestone) => milestone.name.clone(),
        None => words.history_step(step.0.to_string()),
    };
    at.map_or_else(|| name.clone(), |at| format!("{name} · {at}"))
}

/// Changes of cells as a report reads them.
pub fn last_changes(changes: Option<&Changes>) -> BTreeMap<AssessmentKey, LastChange> {
    let value = |cell: &Option<ordito_model::Assessment>| {
        cell.as_ref().map_or(CellValue::Unscored, |cell| cell.value)
    };
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
