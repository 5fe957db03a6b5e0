//! `compare`: two sets of scores, of one document or of two (METHODS "Agreement of two matrices").

use super::exchange::{find_assessor, find_matrix};
use super::{Outcome, Refused, Setting, out, out_json, refused};
use crate::analysis::{Agreement, Aligned, Score, Scores, align};
use crate::document::Kept;
use crate::model::{Contents, Item, Language};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// One side: `FILE[::MATRIX[::ASSESSOR]]`.
struct Side {
    file: PathBuf,
    matrix: String,
    assessor: String,
    scores: Scores,
    kept: Kept,
}

fn side(setting: &Setting, text: &str) -> Result<Side, Refused> {
    let mut parts = text.splitn(3, "::");
    let file = PathBuf::from(parts.next().unwrap_or_default());
    let (matrix, assessor) = (parts.next().filter(|part| !part.is_empty()), parts.next());
    let kept = Kept::open_read_only(&file, &setting.data).map_err(|error| setting.keep(&file, &error))?;
    let contents = kept.document().contents();
    let id = find_matrix(setting, &file, contents, matrix)?;
    let who = find_assessor(setting, &file, contents, assessor)?;
    let none = || refused(&file, &setting.words.say("cli-no-matrices"));
    let scores = Scores::of(contents, id, who).ok_or_else(none)?;
    let name = |found: Option<&String>| found.cloned().unwrap_or_default();
    let matrix = name(contents.matrices.get(&id).map(|matrix| &matrix.name));
    let assessor = name(contents.assessors.get(&who).map(|assessor| &assessor.name));
    Ok(Side { file, matrix, assessor, scores, kept })
}

/// Compares two sides. As JSON: left and right (file, matrix, assessor); rows and columns (by_id, by_code, by_name,
/// only_left, only_right: items); compared, equal, equal_share, mean_absolute_difference (of nets, score points),
/// mean_absolute_difference_of_sides, opposite_signs, weighted_kappa (quadratic), only_left, only_right, other_states,
/// outside_left, outside_right (counts of cells), scales_differ, and differences, largest first: row, column, left,
/// right (benefit and harm, score points), net (right minus left), opposite. What does not exist is null.
pub fn compare(setting: &Setting, left: &str, right: &str, as_json: bool) -> Result<Outcome, Refused> {
    let (left, right) = (side(setting, left)?, side(setting, right)?);
    let (ours, theirs) = (left.kept.document().contents(), right.kept.document().contents());
    let (aligned, [rows, columns]) = align(&left.scores, ours, &right.scores, theirs);
    let found = Agreement::of(&left.scores, &aligned);
    let language = setting.words.language();
    if as_json {
        let differences: Vec<Value> = found
            .differences
            .iter()
            .map(|each| {
                json!({
                    "row": item(ours, each.row, language), "column": item(ours, each.column, language),
                    "left": score(each.left), "right": score(each.right), "net": each.net, "opposite": each.opposite,
                })
            })
            .collect();
        out_json(&json!({
            "left": said(&left), "right": said(&right),
            "rows": lines(&rows, ours, theirs, language), "columns": lines(&columns, ours, theirs, language),
            "compared": found.both, "equal": found.exact, "equal_share": found.exact_share(),
            "mean_absolute_difference": found.mean_net, "mean_absolute_difference_of_sides": found.mean_gross,
            "opposite_signs": found.opposite_signs, "weighted_kappa": found.kappa,
            "only_left": found.only_left, "only_right": found.only_right, "other_states": found.other_states,
            "outside_left": found.outside_left, "outside_right": found.outside_right,
            "scales_differ": found.scales_differ, "differences": differences,
        }));
        return Ok(Outcome::Done);
    }
    let (words, numbers) = (&setting.words, setting.words.numbers());
    let name = |side: &Side| format!("{} :: {} :: {}", side.file.display(), side.matrix, side.assessor);
    out(&format!("{}\n{}", name(&left), name(&right)));
    let or_none = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| numbers.number(value, 2));
    for (key, value) in [
        ("cli-compare-both", numbers.count(found.both)),
        ("cli-compare-equal", numbers.count(found.exact)),
        ("cli-compare-mean", or_none(found.mean_net)),
        ("cli-compare-opposite", numbers.count(found.opposite_signs)),
        ("cli-compare-kappa", or_none(found.kappa)),
        ("cli-compare-only-left", numbers.count(found.only_left + found.outside_left)),
        ("cli-compare-only-right", numbers.count(found.only_right + found.outside_right)),
    ] {
        out(&format!("{}: {value}", words.say(key)));
    }
    for each in &found.differences {
        let (left, right) = (shown(setting, each.left), shown(setting, each.right));
        out(&format!("  {} × {}: {left} | {right}", ours.item_label(each.row).0, ours.item_label(each.column).0));
    }
    for (items, contents, key) in [
        (rows.only_left.iter().chain(&columns.only_left), ours, "cli-compare-alone-left"),
        (rows.only_right.iter().chain(&columns.only_right), theirs, "cli-compare-alone-right"),
    ] {
        for each in items {
            let (code, label) = contents.item_label(*each);
            let text = format!("{code} {}", label.get(language));
            out(&words.say_with(key, &[("name", text.trim().into())]));
        }
    }
    Ok(Outcome::Done)
}

fn shown(setting: &Setting, score: Score) -> String {
    let numbers = setting.words.numbers();
    match score {
        Score::Scored { benefit, harm } if benefit > 0.0 && harm > 0.0 => {
            format!("{}/{}", numbers.shortest(benefit), numbers.shortest(-harm))
        }
        Score::Scored { benefit, harm } => numbers.shortest(benefit - harm),
        _ => String::new(),
    }
}

fn said(side: &Side) -> Value {
    let file: &Path = &side.file;
    json!({ "file": file.display().to_string(), "matrix": side.matrix, "assessor": side.assessor })
}

fn score(score: Score) -> Value {
    match score {
        Score::Scored { benefit, harm } => json!({ "benefit": benefit, "harm": harm }),
        _ => Value::Null,
    }
}

fn item(contents: &Contents, item: Item, language: Language) -> Value {
    let (code, label) = contents.item_label(item);
    json!({ "code": code, "name": label.get(language) })
}

fn lines(aligned: &Aligned, ours: &Contents, theirs: &Contents, language: Language) -> Value {
    let of = |contents: &Contents, items: &[Item]| -> Vec<Value> {
        items.iter().map(|each| item(contents, *each, language)).collect()
    };
    json!({
        "by_id": aligned.by_id, "by_code": aligned.by_code, "by_name": aligned.by_name,
        "only_left": of(ours, &aligned.only_left), "only_right": of(theirs, &aligned.only_right),
    })
}
