//! What is said of rankings.

use super::case_deletion::RankRanges;
use super::{Drawn, MOST, Subject};
use crate::analysis::Scores;
use crate::analysis::case_deletion::CaseDeletion;
use crate::analysis::promethee::{Criterion, Flows, Preference, outranking};
use crate::analysis::robustness::gaps::gaps as gaps_of;
use crate::analysis::robustness::stability::{Change, weight_intervals};
use crate::analysis::robustness::{Draws, RankedRows, robustness as robustness_of};
use crate::cli::{Refused, refused};
use crate::import::{ImportError, ReadError, Want, read_tables};
use crate::said::Said as _;
use crate::text::folded;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn rows(subject: &Subject<'_>) -> Result<RankedRows, Refused> {
    RankedRows::of(
        subject.contents,
        subject.matrix,
        subject.assessor,
        subject.asked.unsaid,
    )
    .ok_or_else(|| {
        refused(
            &subject.asked.file,
            &subject.setting.words.cli_no_matrices(),
        )
    })
}

pub fn robustness(subject: &Subject<'_>) -> Result<Value, Refused> {
    let asked = subject.asked;
    let (weights, scores, word) = match asked.drawn {
        Drawn::Both => (true, true, "both"),
        Drawn::Weights => (true, false, "weights"),
        Drawn::Scores => (false, true, "scores"),
    };
    let draws = Draws {
        n: asked.draws,
        seed: asked.seed,
        weights,
        scores,
        unsaid: asked.unsaid,
        ..Draws::default()
    };
    let found = subject.unstopped(robustness_of(&rows(subject)?, draws, &subject.progress))?;
    let n = found.rows.len();
    let rows: Vec<Value> = found
        .rows
        .iter()
        .enumerate()
        .map(|(place, row)| {
            json!({
                "item": subject.item(row.item), "index": row.index, "rank": row.rank, "scored": row.scored,
                "possible": row.possible, "mean": row.mean, "low": row.low, "high": row.high,
                "mean_rank": row.mean_rank, "top_three": row.top_three, "acceptability": row.acceptability,
                "central_weights": row.central_weights, "confidence_factor": row.confidence_factor,
                "group": row.group, "entropy": row.entropy(), "wins": (0..n).map(|other| found.win(place, other)).collect::<Vec<f64>>(),
            })
        })
        .collect();
    let columns: Vec<Value> = found
        .columns
        .iter()
        .map(|(item, weight)| json!({ "item": subject.item(*item), "weight": weight }))
        .collect();
    Ok(json!({
        "draws": draws.n, "seed": draws.seed, "drawn": word, "unsaid": draws.unsaid, "separates": draws.separates,
        "without_confidence": found.without_confidence, "unranked": subject.items(found.unranked.iter().copied()),
        "columns": columns, "rows": rows,
    }))
}

pub fn weights(subject: &Subject<'_>) -> Result<Value, Refused> {
    let rows = rows(subject)?;
    let item = |place: usize| rows.items.get(place).map(|item| subject.item(*item));
    let change = |change: Option<Change>| {
        change.map(|change| json!({ "at": change.at, "above": item(change.above), "below": item(change.below) }))
    };
    let columns: Vec<Value> = weight_intervals(&rows)
        .iter()
        .map(|each| {
            json!({ "item": subject.item(each.column), "weight": each.weight, "lower": change(each.lower),
                    "upper": change(each.upper), "first_lower": change(each.first_lower),
                    "first_upper": change(each.first_upper) })
        })
        .collect();
    Ok(json!({ "columns": columns }))
}

pub fn gaps(subject: &Subject<'_>) -> Result<Value, Refused> {
    let cells: Vec<Value> = gaps_of(&subject.scores, subject.asked.most.unwrap_or(MOST))
        .iter()
        .map(|gap| {
            json!({ "row": subject.item(gap.row), "column": subject.item(gap.column), "dont_know": gap.dont_know,
                    "index": gap.index, "low": gap.low, "high": gap.high, "rank": gap.rank,
                    "best_rank": gap.best_rank, "worst_rank": gap.worst_rank })
        })
        .collect();
    Ok(json!({ "cells": cells }))
}

pub fn promethee(subject: &Subject<'_>) -> Result<Value, Refused> {
    let (scores, criteria) = criteria(subject)?;
    let net = |scores: &Scores| -> Vec<Option<f64>> {
        outranking(scores, &criteria)
            .flows
            .iter()
            .map(|flows| flows.as_ref().map(Flows::net))
            .collect()
    };
    let found = outranking(&scores, &criteria);
    let (n_rows, n_columns) = (scores.rows.len(), scores.columns.len());
    // Comparing a column is a fraction of following a path.
    let left_out = CaseDeletion {
        seed: subject.asked.seed,
        ..CaseDeletion::for_steps(n_rows * n_rows * n_columns / 8)
    };
    let ranks = RankRanges::of_scores_in(subject, &scores, left_out, &[net(&scores)], |less| {
        Ok(vec![net(less)])
    })?;
    let rows: Vec<Value> = found
        .flows
        .iter()
        .enumerate()
        .filter_map(|(place, flows)| Some((place, flows.as_ref()?)))
        .map(|(place, flows)| {
            json!({ "item": subject.item(flows.item), "leaving": flows.leaving, "entering": flows.entering,
                    "net": flows.net(), "compared": flows.compared, "rank": ranks.rank(0, place),
                    "pi": (0..n_rows).map(|other| found.preference(place, other)).collect::<Vec<_>>() })
        })
        .collect();
    let columns: Vec<Value> = scores
        .columns
        .iter()
        .zip(&criteria)
        .map(|(line, criterion)| {
            json!({ "item": subject.item(line.item), "function": format!("{:?}", criterion.preference),
                    "direction": if criterion.is_minimised { "min" } else { "max" }, "weight": line.weight })
        })
        .collect();
    Ok(
        json!({ "preference": format!("{:?}", subject.asked.preference), "left_out": ranks.said(), "columns": columns,
               "rows": rows }),
    )
}

/// The scores with the weights that are asked for, and how each column counts: by --preference, or as a table says.
fn criteria(subject: &Subject<'_>) -> Result<(Scores, Vec<Criterion>), Refused> {
    let mut scores = subject.scores.clone();
    let all = Criterion {
        preference: subject.asked.preference,
        is_minimised: false,
    };
    let mut criteria = vec![all; scores.columns.len()];
    let Some(from) = &subject.asked.criteria else {
        return Ok((scores, criteria));
    };
    let words = &subject.setting.words;
    let said = |why: String| refused(from, &why);
    let table = read_tables(from, &Want::default())
        .and_then(|sheets| {
            sheets
                .into_iter()
                .next()
                .map_or(Err(ReadError::Empty), |sheet| sheet.table)
        })
        .map_err(|error| said(error.say(words)))?;
    let heads: Vec<String> = table
        .rows
        .first()
        .into_iter()
        .flatten()
        .map(|head| folded(head))
        .collect();
    let find = |names: &[&str]| heads.iter().position(|head| names.contains(&head.as_str()));
    let code = find(&["codice", "code"])
        .ok_or_else(|| said(ImportError::MissingColumn("codice").say(words)))?;
    let (function, direction) = (
        find(&["funzione", "function"]),
        find(&["verso", "direction"]),
    );
    let weight = find(&["peso", "weight"]);
    let mut seen = BTreeSet::new();
    for line in (1..table.rows.len()).filter(|line| !table.cell(*line, code).trim().is_empty()) {
        let field = |at: Option<usize>| table.field(line, at);
        let named = field(Some(code));
        let place = scores
            .columns
            .iter()
            .position(|each| subject.contents.item_code(each.item) == named);
        let place = place.ok_or_else(|| said(words.cli_criteria_column(named)))?;
        if !seen.insert(place) {
            return Err(said(words.cli_criteria_twice(named)));
        }
        let wrong = |text: &str| said(words.cli_line_wrong(line + table.origin.0 + 1, text));
        if let Some(criterion) = criteria.get_mut(place) {
            if !field(function).is_empty() {
                criterion.preference =
                    preference(field(function)).map_err(|_| wrong(field(function)))?;
            }
            criterion.is_minimised = match folded(field(direction)).as_str() {
                "" | "max" | "massimo" | "massimizza" => false,
                "min" | "minimo" | "minimizza" => true,
                _ => return Err(wrong(field(direction))),
            };
        }
        if !field(weight).is_empty() {
            let number = field(weight).replace(',', ".").parse().ok();
            let number = number.filter(|weight: &f64| weight.is_finite() && *weight >= 0.0);
            let number = number.ok_or_else(|| wrong(field(weight)))?;
            if let Some(line) = scores.columns.get_mut(place) {
                line.weight = number;
            }
        }
    }
    Ok((scores, criteria))
}

/// `usual`, `u-shape:Q`, `v-shape:P`, `level:Q:P`, `linear:Q:P`, `gaussian:S`.
pub fn preference(text: &str) -> Result<Preference, String> {
    let mut parts = text.split(':');
    let name = parts.next().unwrap_or("");
    let numbers: Vec<f64> = parts
        .map(|part| {
            part.replace(',', ".")
                .parse()
                .ok()
                .filter(|value: &f64| value.is_finite() && *value >= 0.0)
        })
        .collect::<Option<_>>()
        .ok_or_else(|| text.to_owned())?;
    match (name, numbers.as_slice()) {
        ("usual", []) => Ok(Preference::Usual),
        ("u-shape", [q]) => Ok(Preference::UShape { q: *q }),
        ("v-shape", [p]) if *p > 0.0 => Ok(Preference::VShape { p: *p }),
        ("level", [q, p]) if q <= p => Ok(Preference::Level { q: *q, p: *p }),
        ("linear", [q, p]) if q < p => Ok(Preference::Linear { q: *q, p: *p }),
        ("gaussian", [s]) if *s > 0.0 => Ok(Preference::Gaussian { s: *s }),
        _ => Err("usual | u-shape:Q | v-shape:P | level:Q:P | linear:Q:P | gaussian:S".to_owned()),
    }
}
