//! `history`, `undo`, `redo`.

use super::document::{close, open};
use super::{Outcome, Refused, Setting, out, out_json, refused};
use crate::document::Document;
use crate::model::{SetAside, StepLabel, Subject, Table};
use crate::said::{Said as _, say_step};
use crate::words::{Say as _, say_author};
use serde_json::json;
use std::fmt::Write as _;
use std::path::Path;

/// Steps oldest first; as JSON: number, direction, target, at (ms since 1970, UTC), by, label, and changes with table,
/// key (hexadecimal), before, after; for merges of copies also set_aside: table, key, copy, at, by, record.
pub fn history(setting: &Setting, file: &Path, as_json: bool) -> Result<Outcome, Refused> {
    let kept = setting.read(file)?;
    let document: &Document = kept.document();
    let words = &setting.words;
    if !as_json {
        for step in document.steps() {
            let what = say_step(document, step.number, words);
            let text = match step.direction {
                crate::model::Direction::Do => what,
                crate::model::Direction::Undo => words.notice_undone(what),
                crate::model::Direction::Redo => words.notice_redone(what),
            };
            out(&format!(
                "{:>6}  {}  {:<16}  {text}",
                step.number.0,
                words.numbers().date_time(step.at),
                say_author(&step.by, words)
            ));
        }
        return Ok(Outcome::Done);
    }
    let parsed = |text: Option<String>| {
        text.and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or(serde_json::Value::Null)
    };
    let mut steps = Vec::new();
    for step in document.steps() {
        let patch = document
            .patch_of(step.number)
            .map_err(|error| setting.storage(file, &error))?;
        let changes: Vec<_> = patch
            .records
            .iter()
            .map(|record| {
                let key = record
                    .key_bytes()
                    .iter()
                    .fold(String::new(), |mut text, byte| {
                        let _ = write!(text, "{byte:02x}");
                        text
                    });
                json!({
                    "table": Subject::from(record.table()).word(), "key": key,
                    "before": parsed(record.before_json()), "after": parsed(record.after_json()),
                })
            })
            .collect();
        steps.push(json!({
            "number": step.number.0, "direction": step.direction.word(), "target": step.target.0, "at": step.at.0,
            "by": step.by, "label": step.label.say(words), "changes": changes,
        }));
        if let (StepLabel::Joined { note }, Some(said)) = (
            &step.label,
            steps.last_mut().and_then(serde_json::Value::as_object_mut),
        ) {
            let aside = |aside: &SetAside| {
                json!({
                    "table": Table::from_word(&aside.table).map(|table| Subject::from(table).word()), "key": aside.key,
                    "copy": aside.copy, "at": aside.at.0, "by": aside.by, "record": parsed(aside.record.clone()),
                })
            };
            said.insert(
                "set_aside".to_owned(),
                note.0.set_aside.iter().map(aside).collect(),
            );
        }
    }
    out_json(&json!({ "file": file.display().to_string(), "steps": steps }));
    Ok(Outcome::Done)
}

/// Takes the last step back, or makes it again.
pub fn turn(setting: &Setting, file: &Path, back: bool) -> Result<Outcome, Refused> {
    let words = &setting.words;
    let mut kept = open(setting, file)?;
    let stamp = setting.stamp();
    let document = kept.document_mut();
    let applied = if back {
        document.undo(&stamp)
    } else {
        document.redo(&stamp)
    };
    let applied = applied.map_err(|error| refused(file, &error.say(words)))?;
    let label = applied
        .and_then(|applied| document.step(applied.number))
        .map(|step| step.label.say(words));
    close(setting, file, kept)?;
    match label {
        Some(what) => {
            out(&if back {
                words.notice_undone(what)
            } else {
                words.notice_redone(what)
            });
            Ok(Outcome::Done)
        }
        None => Err(refused(
            file,
            &if back {
                words.cli_nothing_to_undo()
            } else {
                words.cli_nothing_to_redo()
            },
        )),
    }
}
