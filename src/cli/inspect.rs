//! `info`.

use super::{Outcome, Refused, Setting, out, out_json};
use crate::document::waiting;
use crate::model::{Axis, Contents, FrameworkId, Wording};
use crate::words::Say as _;
use crate::words::messages::CliInfoMatrix;
use serde_json::json;
use std::path::Path;

/// What is in a document. As JSON: file, title, id, illustrative, steps, waiting (steps that are not in the file yet),
/// content_hash, policies, frameworks (key, version, name, state and wordings of its goals' names, goals), goals, scales,
/// assessors, sources, matrices (name, kind, rows, columns, cells, scored), milestones.
pub fn info(setting: &Setting, file: &Path, as_json: bool) -> Result<Outcome, Refused> {
    let kept = setting.read(file)?;
    let document = kept.document();
    let contents: &Contents = document.contents();
    let waiting = waiting(file, &setting.data);
    let words = &setting.words;
    let language = words.language();
    let info = contents.info();
    let matrices: Vec<_> = contents
        .matrices
        .iter()
        .map(|(id, matrix)| {
            let cells: Vec<_> = contents.cells_of(*id).collect();
            json!({
                "id": id.to_string(), "name": matrix.name, "kind": matrix.kind.word(),
                "rows": contents.lines_of(*id, Axis::Rows).len(), "columns": contents.lines_of(*id, Axis::Columns).len(),
                "cells": cells.len(), "scored": cells.iter().filter(|(_, cell)| cell.value.is_scored()).count(),
                "illustrative": matrix.illustrative,
            })
        })
        .collect();
    if as_json {
        let frameworks: Vec<_> = contents
            .frameworks
            .iter()
            .map(|(id, framework)| {
                let counts = wordings(contents, *id);
                let n: usize = counts.iter().map(|(_, n)| n).sum();
                // Of the names of its goals: one word for all of them, or none.
                let state = counts.iter().find(|(_, of)| *of == n).map_or("mixed", |(wording, _)| wording.word());
                let wordings: serde_json::Map<String, serde_json::Value> =
                    counts.iter().map(|(wording, n)| (wording.word().to_owned(), (*n).into())).collect();
                json!({ "key": framework.key, "version": framework.version, "name": framework.name.get(language),
                        "state": state, "wordings": wordings, "goals": n })
            })
            .collect();
        out_json(&json!({
            "file": file.display().to_string(), "title": info.map(|info| &info.title),
            "id": info.map(|info| info.id.to_string()), "illustrative": info.is_some_and(|info| info.illustrative),
            "steps": document.steps().len(), "waiting": waiting, "content_hash": document.hash().to_string(),
            "policies": contents.policies.len(), "goals": contents.goals.len(), "frameworks": frameworks,
            "scales": contents.scales.values().map(|scale| &scale.key).collect::<Vec<_>>(),
            "assessors": contents.assessors.values().map(|assessor| &assessor.name).collect::<Vec<_>>(),
            "sources": contents.sources.len(), "matrices": matrices,
            "milestones": contents.milestones.values().map(|milestone| &milestone.name).collect::<Vec<_>>(),
        }));
        return Ok(Outcome::Done);
    }
    if let Some(info) = info {
        out(&info.title);
        if info.illustrative {
            out(&words.status_illustrative());
        }
    }
    out(&words.cli_info_policies(contents.policies.len()));
    for (id, framework) in &contents.frameworks {
        let counts: Vec<String> = wordings(contents, *id)
            .into_iter()
            .filter(|(_, n)| *n > 0)
            .map(|(wording, n)| format!("{} {}", words.numbers().count(n), wording.say(words)))
            .collect();
        out(&format!(
            "{} ({}): {}",
            framework.name.get(language),
            framework.version,
            counts.join(", ")
        ));
    }
    for matrix in &matrices {
        let count = |field: &str| -> usize {
            matrix
                .get(field)
                .and_then(serde_json::Value::as_u64)
                .and_then(|n| usize::try_from(n).ok())
                .unwrap_or(0)
        };
        let name = matrix
            .get("name")
            .and_then(|name| name.as_str())
            .unwrap_or_default();
        out(&words.cli_info_matrix(CliInfoMatrix {
            columns: count("columns"),
            name,
            rows: count("rows"),
            scored: count("scored"),
        }));
    }
    out(&words.cli_info_sources(contents.sources.len()));
    out(&words.cli_info_steps(document.steps().len()));
    if waiting > 0 {
        out(&words.cli_info_waiting(waiting));
    }
    Ok(Outcome::Done)
}

/// How many names of a framework's goals are of which wording.
fn wordings(contents: &Contents, framework: FrameworkId) -> Vec<(Wording, usize)> {
    let goals = || {
        contents
            .goals
            .values()
            .filter(|goal| goal.framework == framework)
    };
    Wording::ALL
        .iter()
        .map(|wording| {
            (
                *wording,
                goals().filter(|goal| goal.wording == *wording).count(),
            )
        })
        .collect()
}
