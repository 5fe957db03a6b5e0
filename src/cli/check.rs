//! `check`: integrity of the file, and what the structure of its matrices shows.

use super::{Outcome, Refused, Setting, out, out_json, refused};
use crate::analysis::{DriftRule, Finding, structure};
use crate::document::{Breach, Breaches, Document, Kept, breaches};
use crate::model::{Contents, Item, Language, Matrix, MatrixId};
use crate::said::{Said as _, say_finding};
use serde_json::{Value, json};
use std::path::Path;

/// The file's integrity, refused when it is not sound; for a sound file the findings in each matrix, which are
/// information and no refusal, and whether its records keep the rules of the document, refused when they do not. As
/// JSON: file, sound, doubts, breaches (n, list of the first thousand: table, key, what, name, text), content_hash,
/// steps, matrices (id, name, findings); they are empty for a file that is not sound. Every finding has `finding` (its kind), `text` (as said to people) and
/// `assessor` (id, name; null when it speaks of everybody), and by kind, where an item is (id, code, name):
///
/// - `matrix_unscored`: rows, columns (counts)
/// - `nothing_scored`: axis, item, other_answers (n.a. and "?")
/// - `only_tradeoffs`: item, crossed (items)
/// - `opposite_signs`: item, other, there, back (nets in score points)
/// - `older_than_policy`: item, changed (ms since 1970, UTC), crossed
/// - `drift`: cells, shift, distance (score points)
/// - `no_reason`, `no_source`: item, crossed, scored (count the crossed ones are part of)
pub fn check(setting: &Setting, file: &Path, as_json: bool) -> Result<Outcome, Refused> {
    let words = &setting.words;
    let kept =
        Kept::open_read_only(file, &setting.data).map_err(|error| setting.keep(file, &error))?;
    let document = kept.document();
    let doubts: Vec<String> = document
        .doubts()
        .iter()
        .map(|doubt| doubt.say(words))
        .collect();
    let found = if doubts.is_empty() {
        findings(setting, file, document)?
    } else {
        Vec::new()
    };
    let contents = document.contents();
    let broken = if doubts.is_empty() {
        breaches(contents)
    } else {
        Breaches::default()
    };
    if as_json {
        let matrices: Vec<Value> = found
            .iter()
            .map(|(id, matrix, findings)| {
                let findings: Vec<Value> = findings
                    .iter()
                    .map(|finding| as_value(setting, contents, finding))
                    .collect();
                json!({ "id": id.to_string(), "name": matrix.name, "findings": findings })
            })
            .collect();
        out_json(&json!({
            "file": file.display().to_string(), "sound": doubts.is_empty(), "doubts": doubts,
            "breaches": { "n": broken.n, "list": broken.list.iter().map(|breach| breach_value(setting, breach)).collect::<Vec<_>>() },
            "content_hash": document.hash().to_string(), "steps": document.steps().len(), "matrices": matrices,
        }));
    }
    if let Some(doubt) = doubts.first() {
        return Err(refused(file, doubt));
    }
    if !as_json {
        out(&words.cli_check_sound());
        for (_, matrix, findings) in &found {
            out(&words.cli_check_matrix(findings.len(), matrix.name.as_str()));
            for finding in findings {
                out(&format!("  {}", say_finding(finding, contents, words)));
            }
        }
    }
    if broken.n > 0 {
        return Err(refused(
            file,
            &words.cli_check_breaches(broken.say(words), broken.n),
        ));
    }
    Ok(Outcome::Done)
}

type Found<'a> = Vec<(MatrixId, &'a Matrix, Vec<Finding>)>;

/// Every matrix in its order, with what was found in it.
fn findings<'a>(
    setting: &Setting,
    file: &Path,
    document: &'a Document,
) -> Result<Found<'a>, Refused> {
    let contents = document.contents();
    let changes = document
        .policy_changes()
        .map_err(|error| setting.storage(file, &error))?;
    let mut matrices: Vec<_> = contents.matrices.iter().collect();
    matrices.sort_by_key(|(id, matrix)| (matrix.position, **id));
    let found = matrices.into_iter().map(|(id, matrix)| {
        let findings =
            structure(contents, *id, &changes, &DriftRule::default()).unwrap_or_default();
        (*id, matrix, findings)
    });
    Ok(found.collect())
}

fn as_value(setting: &Setting, contents: &Contents, finding: &Finding) -> Value {
    let language = setting.words.language();
    let one = |item: &Item| item_value(contents, *item, language);
    let many = |items: &[Item]| items.iter().map(one).collect::<Vec<Value>>();
    let mut value = match finding {
        Finding::MatrixUnscored { rows, columns } => json!({ "rows": rows, "columns": columns }),
        Finding::NothingScored {
            axis,
            item,
            other_answers,
        } => {
            json!({ "axis": axis.word(), "item": one(item), "other_answers": other_answers })
        }
        Finding::OnlyTradeoffs { column, rows, .. } => {
            json!({ "item": one(column), "crossed": many(rows) })
        }
        Finding::OppositeSigns {
            one: item,
            other,
            there,
            back,
            ..
        } => {
            json!({ "item": one(item), "other": one(other), "there": there, "back": back })
        }
        Finding::OlderThanPolicy {
            policy,
            changed,
            crossed,
            ..
        } => {
            json!({ "item": one(&Item::Policy(*policy)), "changed": changed.0, "crossed": many(crossed) })
        }
        Finding::Drift(drift) => {
            json!({ "cells": drift.cells, "shift": drift.shift, "distance": drift.distance })
        }
        Finding::NoReason {
            row,
            columns,
            scored,
            ..
        }
        | Finding::NoSource {
            row,
            columns,
            scored,
            ..
        } => {
            json!({ "item": one(row), "crossed": many(columns), "scored": scored })
        }
    };
    if let Some(fields) = value.as_object_mut() {
        let assessor = finding.assessor().map(|id| {
            let name = contents
                .assessors
                .get(&id)
                .map(|assessor| assessor.name.as_str());
            json!({ "id": id.to_string(), "name": name })
        });
        fields.insert("finding".to_owned(), finding.word().into());
        fields.insert("assessor".to_owned(), assessor.unwrap_or(Value::Null));
        fields.insert(
            "text".to_owned(),
            say_finding(finding, contents, &setting.words).into(),
        );
    }
    value
}

fn breach_value(setting: &Setting, breach: &Breach) -> Value {
    let key = breach
        .key
        .iter()
        .fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    json!({ "table": breach.table.word(), "key": key, "what": breach.what.word(), "name": breach.name,
            "text": breach.say(&setting.words) })
}

fn item_value(contents: &Contents, item: Item, language: Language) -> Value {
    let (code, name) = contents.item_label(item);
    let id = item
        .policy()
        .map(|id| id.to_string())
        .or_else(|| item.goal().map(|id| id.to_string()));
    json!({ "id": id, "code": code, "name": name.get(language) })
}
