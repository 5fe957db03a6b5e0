//! A step said whole: what its label says and, where it changed one cell, which one and from what to what.

use ordito_document::Document;
use ordito_model::{Assessment, AssessorId, Item, Record, StepLabel, StepNumber, Subject};
use ordito_words::{Say as _, Words, say_item, say_many};

/// What a step of a document did; empty where there is no such step. Reads the journal for steps of one cell.
pub fn say_step(document: &Document, number: StepNumber, words: &Words) -> String {
    let Some(step) = document.step(number) else {
        return String::new();
    };
    let what = say_label(document, number, words);
    match &step.label {
        StepLabel::Cells { cells: 1, .. } => match one_cell(document, number, words) {
            Some(cell) => words.step_with_cell(cell, what),
            None => what,
        },
        _ => what,
    }
}

/// What a step's label says, and of rows and columns what was done to them: hidden, shown again, weighed.
pub fn say_label(document: &Document, number: StepNumber, words: &Words) -> String {
    let Some(step) = document.step(number) else {
        return String::new();
    };
    // An undo says what it undoes.
    let number = step.target;
    let (subject, name) = match &step.label {
        StepLabel::Changed {
            subject: subject @ (Subject::Row | Subject::Column),
            name,
        } => (subject, Some(name)),
        StepLabel::ChangedMany {
            subject: subject @ (Subject::Row | Subject::Column),
            ..
        } => (subject, None),
        other => return other.say(words),
    };
    let Some((done, n)) = of_lines(document, number) else {
        return step.label.say(words);
    };
    match (name, done) {
        (Some(name), OfLines::Hide) => words.step_lines_hide(name, subject.say(words)),
        (Some(name), OfLines::Show) => words.step_lines_show(name, subject.say(words)),
        (Some(name), OfLines::Weigh) => words.step_lines_weigh(name, subject.say(words)),
        (None, OfLines::Hide) => words.step_lines_hide_many(n, say_many(*subject, words)),
        (None, OfLines::Show) => words.step_lines_show_many(n, say_many(*subject, words)),
        (None, OfLines::Weigh) => words.step_lines_weigh_many(n, say_many(*subject, words)),
    }
}

/// What is done to rows and columns as such.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OfLines {
    Hide,
    Show,
    Weigh,
}

/// What was done to rows or columns, if it is one thing alone, and to how many.
fn of_lines(document: &Document, number: StepNumber) -> Option<(OfLines, usize)> {
    let patch = document.patch_of(number).ok()?;
    let (mut done, mut n) = (None, 0);
    for record in patch.records {
        let Record::Line(change) = record else {
            return None;
        };
        let (before, after) = (change.before?, change.after?);
        let this = if before.hidden == after.hidden {
            OfLines::Weigh
        } else if after.hidden {
            OfLines::Hide
        } else {
            OfLines::Show
        };
        if done.is_some_and(|done| done != this) {
            return None;
        }
        (done, n) = (Some(this), n + 1);
    }
    done.map(|done| (done, n))
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
