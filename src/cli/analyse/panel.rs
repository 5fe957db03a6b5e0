//! What is said of a panel of assessors (M10).

use super::{Found, Subject};
use crate::analysis::{
    Alpha, CellPanel, ConsensusRule, KappaWeights, Metric, Panel, Verdict, kappa, kendall,
    krippendorff,
};
use crate::cli::Refused;
use crate::cli::refused;
use crate::cli::stream::{Each, Long, raw};
use crate::model::Item;
use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use std::collections::HashMap;

pub fn panel<'a>(subject: &'a Subject<'a>) -> Result<Found<'a>, Refused> {
    let contents = subject.contents;
    let panel = Panel::of(contents, subject.matrix, 0);
    let scale = contents
        .matrices
        .get(&subject.matrix)
        .and_then(|matrix| contents.scales.get(&matrix.scale))
        .ok_or_else(|| {
            refused(
                &subject.asked.file,
                &subject.setting.words.cli_no_matrices(),
            )
        })?;
    let rule = ConsensusRule::default();
    let nets = panel.nets();
    let alpha = |metric| {
        let found: Option<Alpha> = krippendorff(&nets, metric);
        found.map(
            |found| json!({ "alpha": found.alpha, "units": found.units, "scores": found.scores }),
        )
    };
    let concordance = kendall(&nets).map(|found| {
        json!({ "w": found.w, "chi_squared": found.chi_squared, "p": found.p, "assessors": found.assessors, "cells": found.cells })
    });
    let name = |place: usize| {
        panel
            .assessors
            .get(place)
            .map(|id| subject.assessor_name(*id))
    };
    let n = panel.assessors.len();
    let pairs: Vec<Value> = (0..n)
        .flat_map(|one| (one + 1..n).map(move |other| (one, other)))
        .map(|(one, other)| {
            let pairs = panel.pairs(one, other);
            json!({ "one": name(one), "other": name(other), "cells": pairs.len(),
                    "weighted_kappa": kappa(&pairs, KappaWeights::Quadratic) })
        })
        .collect();
    let own = json!({
        "rule": { "fewest": rule.fewest, "largest_iqr": rule.largest_iqr, "opposite_signs": rule.opposite_signs,
                  "polarised_share": rule.polarised_share },
        "assessors": panel.assessors.iter().map(|id| subject.assessor_name(*id)).collect::<Vec<_>>(),
        "kendall": concordance,
        "krippendorff": { "nominal": alpha(Metric::Nominal), "ordinal": alpha(Metric::Ordinal),
                          "interval": alpha(Metric::Interval), "ratio": alpha(Metric::Ratio) },
        "pairs": pairs,
    });
    let n = panel
        .crossings
        .iter()
        .enumerate()
        .filter(|(place, _)| panel.is_scored(*place))
        .count();
    let walk = move |each: Each<'_>| {
        let mut names = Names {
            subject,
            known: HashMap::new(),
        };
        for (place, (row, column)) in panel.crossings.iter().enumerate() {
            let Some(found) = CellPanel::of(&panel.of_crossing(place), scale, &rule) else {
                continue;
            };
            names.learn(*row);
            names.learn(*column);
            each(&Cell::of(&found, names.of(*row), names.of(*column)))?;
        }
        Ok(())
    };
    Ok(Found {
        own,
        long: Some(Long {
            name: "cells",
            n,
            walk: Box::new(walk),
        }),
    })
}

/// Names of lines as JSON, written once each.
struct Names<'a> {
    subject: &'a Subject<'a>,
    known: HashMap<Item, Box<RawValue>>,
}
impl Names<'_> {
    fn learn(&mut self, item: Item) {
        self.known
            .entry(item)
            .or_insert_with(|| raw(&self.subject.item(item)));
    }
    fn of(&self, item: Item) -> Option<&RawValue> {
        self.known.get(&item).map(|name| &**name)
    }
}

/// What is said of a cell.
#[derive(Serialize)]
struct Cell<'a> {
    row: Option<&'a RawValue>,
    column: Option<&'a RawValue>,
    n: usize,
    not_applicable: usize,
    dont_know: usize,
    lower_median: f64,
    upper_median: f64,
    modes: Vec<f64>,
    mode_share: f64,
    q1: f64,
    q3: f64,
    lowest: f64,
    highest: f64,
    negative: usize,
    zero: usize,
    positive: usize,
    consensus: Option<f64>,
    agreement: Option<f64>,
    dispersion: Option<f64>,
    verdict: &'static str,
}
impl<'a> Cell<'a> {
    fn of(found: &CellPanel, row: Option<&'a RawValue>, column: Option<&'a RawValue>) -> Self {
        Self {
            row,
            column,
            n: found.n,
            not_applicable: found.not_applicable,
            dont_know: found.dont_know,
            lower_median: found.lower_median.value(),
            upper_median: found.upper_median.value(),
            modes: found.modes.iter().map(|mode| mode.value()).collect(),
            mode_share: found.mode_share,
            q1: found.quartiles.0,
            q3: found.quartiles.1,
            lowest: found.lowest.value(),
            highest: found.highest.value(),
            negative: found.negative,
            zero: found.zero,
            positive: found.positive,
            consensus: found.consensus,
            agreement: found.agreement,
            dispersion: found.dispersion,
            verdict: match found.verdict {
                Verdict::TooFew => "too_few",
                Verdict::Agreed => "agreed",
                Verdict::Polarised => "polarised",
                Verdict::OppositeSigns => "opposite_signs",
                Verdict::Scattered => "scattered",
            },
        }
    }
}
