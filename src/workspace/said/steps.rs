//! A step said whole: what its label says and, where it changed one cell, which one and from what to what.

use ordito_document::Document;
use ordito_model::{Assessment, AssessorId, Item, Record, StepLabel, StepNumber};
use ordito_words::{Say as _, Words, say_item};

/// What a step of a document did; empty where there is no such step. Reads the journal for steps of one cell.
pub fn say_step(document: &Document, number: StepNumber, words: &Words) -> String {
    let Some(step) = document.step(number) else {
        return String::new();
    };
    let what = step.label.say(words);
    match &step.label {
        StepLabel::Cells { cells: 1, .. } => match one_cell(document, number, words) {
            Some(cell) => words.step_with_cell(cell, what),
            None => what,
        },
        _ => what,
    }
}

fn one_cell(document: &Document, number: StepNumber, words: &Words) -> Option<String> {
    let contents = document.contents();
    // What cannot be read has no cell to name; opening the document has said so.
    let patch = document.patch_of(number).ok()?;
    let change = patch.records.into_iter().find_map(|record| match record {
        Record::Assessment(change) => Some(change),
        _ => None,
    })?;
    let name = |item: Item| say_item(item, contents, words);
    let mut cell = format!("{} × {}", name(change.key.row), name(change.key.column));
    if change.key.assessor != AssessorId::AGREED
        && let Some(assessor) = contents.assessors.get(&change.key.assessor)
    {
        cell = format!("{cell} · {}", assessor.name);
    }
    let value = |cell: &Option<Assessment>| {
        let text = cell
            .as_ref()
            .map(|cell| words.numbers().cell(cell.value))
            .unwrap_or_default();
        if text.is_empty() {
            words.matrix_value_empty()
        } else {
            text
        }
    };
    let (before, after) = (value(&change.before), value(&change.after));
    Some(if before == after {
        cell
    } else {
        format!("{cell}: {before} → {after}")
    })
}
