//! `import` of a long table: one line a cell.

use super::exchange::{Import, NewMatrix};
use super::new_matrix::{self, narrow};
use super::{Refused, Setting, out, out_json, refused};
use crate::document::Edit;
use crate::import::{LongIds, LongPreview, LongWhy, RefusedLine, Table, preview_long};
use crate::model::{AssessorId, Axis, SourceId, StepLabel};
use crate::said::Said as _;
use crate::words::Say as _;
use crate::words::messages::{CliLongImported, CliLongRefused, CliLongWould};
use serde_json::json;

/// The one step that takes it in, with the matrix that it needs; all of its lines or none.
pub fn edit(
    setting: &Setting,
    asked: &Import,
    new: NewMatrix,
    table: &Table,
    name: &str,
) -> Result<Edit, Refused> {
    let NewMatrix {
        mut first,
        target,
        scratch,
    } = new;
    let (mut assessor, mut source) = (|_: &str| AssessorId::random(), |_: &str| SourceId::random());
    let mut ids = LongIds {
        assessor: &mut assessor,
        source: &mut source,
    };
    let only = asked.assessor.as_ref().map(|_| target.assessor);
    let found = preview_long(&scratch, target.matrix, only, table, &mut ids)
        .map_err(|error| refused(&asked.from, &error.say(&setting.words)))?;
    let problems: Vec<String> = found
        .refused
        .iter()
        .map(|line| problem(setting, line))
        .collect();
    if !problems.is_empty() && !asked.dry_run {
        return Err(refused(&asked.from, &problems.join("; ")));
    }
    let made = narrow(
        &mut first,
        &scratch,
        asked.lines.unwrap_or_default(),
        &[found.rows.clone(), found.columns.clone()],
    );
    say(setting, asked, &found, &problems);
    if let Some(made) = made.filter(|_| !asked.json) {
        new_matrix::say(setting, asked, made);
    }
    let Edit::Together { edits, .. } = found.edit(name) else {
        return Ok(found.edit(name));
    };
    let edits = first.into_iter().chain(edits).collect();
    Ok(Edit::Together {
        label: StepLabel::Imported {
            name: name.to_owned(),
        },
        edits,
    })
}

fn problem(setting: &Setting, line: &RefusedLine) -> String {
    let words = &setting.words;
    let why = match &line.why {
        LongWhy::NoLine(Axis::Rows) => words.cli_long_no_row(),
        LongWhy::NoLine(Axis::Columns) => words.cli_long_no_column(),
        LongWhy::Entry(why) => why.say(words),
        LongWhy::State => words.cli_long_state(),
        LongWhy::Confidence => words.cli_long_confidence(),
        LongWhy::Contribution => words.cli_long_contribution(),
        LongWhy::Twice => words.cli_long_twice(),
        LongWhy::Diagonal => words.cli_long_diagonal(),
    };
    words.cli_long_refused(CliLongRefused {
        column: line.column,
        row: line.row,
        text: line.text.as_str(),
        why: &why,
    })
}

/// As JSON: cells, same, elsewhere (lines of other matrices or assessors), rounds (lines of laboratories' later rounds),
/// assessors and sources (made), refused (place, text), problems, dry_run.
fn say(setting: &Setting, asked: &Import, found: &LongPreview, problems: &[String]) {
    let words = &setting.words;
    if asked.json {
        let refused: Vec<_> = found
            .refused
            .iter()
            .map(|line| json!({ "place": [line.row, line.column], "text": line.text }))
            .collect();
        let assessors: Vec<&str> = found
            .assessors
            .iter()
            .map(|(_, assessor)| assessor.name.as_str())
            .collect();
        out_json(&json!({
            "cells": found.cells.len(), "same": found.same, "elsewhere": found.elsewhere, "rounds": found.rounds,
            "assessors": assessors, "sources": found.sources.len(), "refused": refused, "problems": problems,
            "sheet": found.sheet, "dry_run": asked.dry_run,
        }));
        return;
    }
    let (cells, same) = (found.cells.len(), found.same);
    let (assessors, sources) = (found.assessors.len(), found.sources.len());
    out(&if asked.dry_run {
        words.cli_long_would(CliLongWould {
            cells,
            same,
            assessors,
            sources,
        })
    } else {
        words.cli_long_imported(CliLongImported {
            cells,
            same,
            assessors,
            sources,
        })
    });
    if found.elsewhere > 0 {
        out(&words.cli_long_elsewhere(found.elsewhere));
    }
    if found.rounds > 0 {
        out(&words.cli_long_rounds(found.rounds));
    }
    for problem in problems {
        out(problem);
    }
}
