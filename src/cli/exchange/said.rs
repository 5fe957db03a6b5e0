//! What an import says on standard output, and what keeps it out.

use super::{Import, on_sheet};
use crate::cli::{Refused, Setting, out, out_json, refused};
use crate::import::{Match, MatrixPreview};
use crate::model::{CellValue, Contents, Scale};
use crate::said::{Said as _, matrix_notes, matrix_problems};
use crate::words::say_item;
use serde_json::json;
use std::path::Path;

/// So many problems are told where all of them keep a table out; `--dry-run` lists the rest.
const TOLD: usize = 5;

/// A refusal with the first few of its reasons and their count, and what can be done.
pub fn refusal(setting: &Setting, from: &Path, problems: &[String], ways: &[&str]) -> Refused {
    let words = &setting.words;
    let mut told: Vec<String> = problems.iter().take(TOLD).cloned().collect();
    if problems.len() > TOLD {
        told.push(words.say_with("cli-import-more", &[("n", (problems.len() - TOLD).into())]));
    }
    told.extend(ways.iter().map(|key| words.say(key)));
    refused(from, &told.join("; "))
}

/// What can be done about the headings and cells that keep a table out.
pub fn ways(preview: &MatrixPreview) -> Vec<&'static str> {
    let open = || preview.unmatched().map(|(_, _, found)| found);
    let mut ways = Vec::new();
    if open().any(|found| matches!(found, Match::Unmatched { clear: Some(_), .. })) {
        ways.push("cli-import-way-near");
    }
    if open().any(|found| matches!(found, Match::Unmatched { clear: None, text, .. } if !text.is_empty())) {
        ways.push("cli-import-way-create");
    }
    if !preview.not_entries().is_empty() {
        ways.push("cli-import-way-entry");
    }
    ways
}

/// What keeps a table out, on its sheet.
pub fn problems(setting: &Setting, contents: &Contents, scale: Option<&Scale>, preview: &MatrixPreview) -> Vec<String> {
    let list = matrix_problems(contents, scale, preview, &setting.words);
    list.into_iter().map(|what| on_sheet(setting, &preview.sheet, what)).collect()
}

/// As JSON: changes (row, column, assessor, place, old, new), refused (place, why), blank_left (place, row, column, old),
/// diagonal (places), guessed (text, item), transposed, outside, problems, notes, same, newer, dry_run.
pub fn say_preview(
    setting: &Setting,
    asked: &Import,
    contents: &Contents,
    scale: Option<&Scale>,
    preview: &MatrixPreview,
) {
    let words = &setting.words;
    let problems = problems(setting, contents, scale, preview);
    let notes = matrix_notes(contents, preview, words);
    if asked.json {
        out_json(&as_json(setting, asked, contents, preview, &problems, &notes));
        return;
    }
    let counts = [
        ("changes", preview.changes.len().into()),
        ("same", preview.same.into()),
        ("refused", preview.refused.len().into()),
    ];
    out(&words.say_with(if asked.dry_run { "cli-would-import" } else { "cli-imported" }, &counts));
    if asked.dry_run {
        let shown = |value: CellValue| if value.is_answered() { value.to_string() } else { "–".to_owned() };
        for change in &preview.changes {
            let who = contents.assessors.get(&change.key.assessor).map(|assessor| assessor.name.as_str());
            let name = |item| say_item(item, contents, words);
            let args = [
                ("place", change.place.to_string().into()),
                ("what", format!("{} × {}", name(change.key.row), name(change.key.column)).into()),
                ("who", who.unwrap_or_default().into()),
                ("old", shown(change.old).into()),
                ("new", shown(change.new).into()),
            ];
            out(&on_sheet(setting, &preview.sheet, words.say_with("cli-would-change", &args)));
        }
    }
    for note in notes {
        out(&on_sheet(setting, &preview.sheet, note));
    }
    for problem in problems {
        out(&problem);
    }
}

fn as_json(
    setting: &Setting,
    asked: &Import,
    contents: &Contents,
    preview: &MatrixPreview,
    problems: &[String],
    notes: &[String],
) -> serde_json::Value {
    let words = &setting.words;
    let code = |item| contents.item_label(item).0;
    let changes: Vec<_> = preview
        .changes
        .iter()
        .map(|change| {
            json!({ "row": code(change.key.row), "column": code(change.key.column),
                    "assessor": contents.assessors.get(&change.key.assessor).map(|assessor| &assessor.name),
                    "place": [change.place.row, change.place.column],
                    "old": change.old.to_string(), "new": change.new.to_string() })
        })
        .collect();
    let refused: Vec<_> = preview
        .refused
        .iter()
        .map(|refusal| json!({ "place": [refusal.place.row, refusal.place.column], "why": refusal.why.say(words) }))
        .collect();
    let blanks: Vec<_> = preview
        .blanks
        .iter()
        .map(|blank| {
            json!({ "place": [blank.place.row, blank.place.column], "row": code(blank.key.row),
                    "column": code(blank.key.column), "old": blank.old.to_string() })
        })
        .collect();
    let diagonal: Vec<_> = preview.diagonal.iter().map(|place| json!([place.row, place.column])).collect();
    let outside: Vec<_> = preview
        .outside
        .iter()
        .map(|(place, text)| json!({ "place": [place.row, place.column], "text": text }))
        .collect();
    let headings = preview.rows.iter().chain(&preview.columns);
    let guessed: Vec<_> = headings
        .filter_map(|(_, found)| match found {
            Match::Guess { item, text, .. } => Some(json!({ "text": text, "item": say_item(*item, contents, words) })),
            _ => None,
        })
        .collect();
    json!({ "changes": changes, "refused": refused, "same": preview.same, "newer": preview.newer, "outside": outside,
            "blank_left": blanks, "diagonal": diagonal, "guessed": guessed, "transposed": preview.transposed,
            "dry_run": asked.dry_run, "sheet": preview.sheet, "problems": problems, "notes": notes })
}
