//! What an import says on standard output, and what keeps it out.

use super::{Import, on_sheet};
use crate::cli::{Refused, Setting, out, out_json, refused};
use crate::import::{Match, MatrixPreview};
use crate::model::{CellValue, Contents, Scale};
use crate::said::{Said as _, matrix_notes, matrix_problems};
use crate::words::Words;
use crate::words::messages::CliWouldChange;
use crate::words::say_item;
use serde_json::json;
use std::path::Path;

/// So many problems are told where all of them keep a table out; `--dry-run` lists the rest.
const TOLD: usize = 5;

/// A refusal with the first few of its reasons and their count, and what can be done.
pub fn refusal(setting: &Setting, from: &Path, problems: &[String], ways: &[String]) -> Refused {
    let words = &setting.words;
    let mut told: Vec<String> = problems.iter().take(TOLD).cloned().collect();
    if problems.len() > TOLD {
        told.push(words.cli_import_more(problems.len() - TOLD));
    }
    told.extend_from_slice(ways);
    refused(from, &told.join("; "))
}

/// What can be done about the headings and cells that keep a table out.
pub fn ways(preview: &MatrixPreview, words: &Words) -> Vec<String> {
    let open = || preview.unmatched().map(|(_, _, found)| found);
    let mut ways = Vec::new();
    if open().any(|found| matches!(found, Match::Unmatched { clear: Some(_), .. })) {
        ways.push(words.cli_import_way_near());
    }
    if open().any(
        |found| matches!(found, Match::Unmatched { clear: None, text, .. } if !text.is_empty()),
    ) {
        ways.push(words.cli_import_way_create());
    }
    if !preview.not_entries().is_empty() {
        ways.push(words.cli_import_way_entry());
    }
    ways
}

/// What keeps a table out, on its sheet.
pub fn problems(
    setting: &Setting,
    contents: &Contents,
    scale: Option<&Scale>,
    preview: &MatrixPreview,
) -> Vec<String> {
    let list = matrix_problems(contents, scale, preview, &setting.words);
    list.into_iter()
        .map(|what| on_sheet(setting, &preview.sheet, what))
        .collect()
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
        out_json(&as_json(
            setting, asked, contents, preview, &problems, &notes,
        ));
        return;
    }
    let n_changes = preview.changes.len();
    out(&if asked.dry_run {
        words.cli_would_import(n_changes, preview.refused.len(), preview.same)
    } else {
        words.cli_imported(n_changes, preview.same)
    });
    if asked.dry_run {
        let shown = |value: CellValue| {
            if value.is_answered() {
                value.to_string()
            } else {
                "–".to_owned()
            }
        };
        for change in &preview.changes {
            let who = contents
                .assessors
                .get(&change.key.assessor)
                .map(|assessor| assessor.name.as_str());
            let name = |item| say_item(item, contents, words);
            out(&on_sheet(
                setting,
                &preview.sheet,
                words.cli_would_change(CliWouldChange {
                    new: &shown(change.new),
                    old: &shown(change.old),
                    place: &change.place.to_string(),
                    what: &format!("{} × {}", name(change.key.row), name(change.key.column)),
                    who: who.unwrap_or_default(),
                }),
            ));
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
    let diagonal: Vec<_> = preview
        .diagonal
        .iter()
        .map(|place| json!([place.row, place.column]))
        .collect();
    let outside: Vec<_> = preview
        .outside
        .iter()
        .map(|(place, text)| json!({ "place": [place.row, place.column], "text": text }))
        .collect();
    let headings = preview.rows.iter().chain(&preview.columns);
    let guessed: Vec<_> = headings
        .filter_map(|(_, found)| match found {
            Match::Guess { item, text, .. } => {
                Some(json!({ "text": text, "item": say_item(*item, contents, words) }))
            }
            _ => None,
        })
        .collect();
    json!({ "changes": changes, "refused": refused, "same": preview.same, "newer": preview.newer, "outside": outside,
            "blank_left": blanks, "diagonal": diagonal, "guessed": guessed, "transposed": preview.transposed,
            "dry_run": asked.dry_run, "sheet": preview.sheet, "problems": problems, "notes": notes })
}
