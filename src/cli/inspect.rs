//! `info`.

use super::{Outcome, Refused, Setting, out, out_json};
use crate::i18n::Say as _;
use crate::model::{Axis, Contents};
use serde_json::json;
use std::path::Path;

/// What is in a document. As JSON: file, title, id, illustrative, steps, content_hash, policies, frameworks, goals,
/// scales, assessors, sources, matrices (name, kind, rows, columns, cells, scored), milestones.
pub fn info(setting: &Setting, file: &Path, as_json: bool) -> Result<Outcome, Refused> {
    let kept = setting.read(file)?;
    let document = kept.document();
    let contents: &Contents = document.contents();
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
                let n = contents.goals.values().filter(|goal| goal.framework == *id).count();
                json!({ "key": framework.key, "version": framework.version, "name": framework.name.get(language),
                        "state": framework.wording.word(), "goals": n })
            })
            .collect();
        out_json(&json!({
            "file": file.display().to_string(), "title": info.map(|info| &info.title),
            "id": info.map(|info| info.id.to_string()), "illustrative": info.is_some_and(|info| info.illustrative),
            "steps": document.steps().len(), "content_hash": document.hash().to_string(),
            "policies": contents.policies.len(), "goals": contents.goals.len(), "frameworks": frameworks,
            "scales": contents.scales.values().map(|scale| &scale.key).collect::<Vec<_>>(),
            "assessors": contents.assessors.values().map(|assessor| &assessor.name).collect::<Vec<_>>(),
            "sources": contents.sources.len(), "matrices": matrices,
            "milestones": contents.milestones.values().map(|milestone| &milestone.name).collect::<Vec<_>>(),
        }));
        return Ok(Outcome::Done);
    }
    let n = |key: &'static str, count: usize| out(&words.say_with(key, &[("n", count.into())]));
    if let Some(info) = info {
        out(&info.title);
        if info.illustrative {
            out(&words.say("status-illustrative"));
        }
    }
    n("cli-info-policies", contents.policies.len());
    for framework in contents.frameworks.values() {
        out(&format!("{} ({}, {})", framework.name.get(language), framework.version, framework.wording.say(words)));
    }
    for matrix in &matrices {
        let count = |field: &str| -> usize {
            matrix.get(field).and_then(serde_json::Value::as_u64).and_then(|n| usize::try_from(n).ok()).unwrap_or(0)
        };
        let name = matrix.get("name").and_then(|name| name.as_str()).unwrap_or_default();
        let figures = [
            ("name", name.into()),
            ("rows", count("rows").into()),
            ("columns", count("columns").into()),
            ("scored", count("scored").into()),
        ];
        out(&words.say_with("cli-info-matrix", &figures));
    }
    n("cli-info-sources", contents.sources.len());
    n("cli-info-steps", document.steps().len());
    Ok(Outcome::Done)
}
