//! What is said of a panel of assessors (M10).

use super::Subject;
use crate::analysis::{
    Alpha, CellPanel, ConsensusRule, KappaWeights, Metric, Verdict, Voices, kappa, kendall, krippendorff,
};
use crate::cli::Refused;
use crate::model::Points;
use serde_json::{Value, json};

pub fn panel(subject: &Subject<'_>) -> Result<Value, Refused> {
    let contents = subject.contents;
    let voices = Voices::of(contents, subject.matrix, 0);
    let scale = contents
        .matrices
        .get(&subject.matrix)
        .and_then(|matrix| contents.scales.get(&matrix.scale))
        .ok_or_else(|| subject.refuse("cli-no-matrices"))?;
    let rule = ConsensusRule::default();
    let nets = voices.nets();
    let alpha = |metric| {
        let found: Option<Alpha> = krippendorff(&nets, metric);
        found.map(|found| json!({ "alpha": found.alpha, "units": found.units, "scores": found.scores }))
    };
    let concordance = kendall(&nets).map(|found| {
        json!({ "w": found.w, "chi_squared": found.chi_squared, "assessors": found.assessors, "cells": found.cells })
    });
    let name = |place: usize| voices.assessors.get(place).map(|id| subject.assessor_name(*id));
    let n = voices.assessors.len();
    let pairs: Vec<Value> = (0..n)
        .flat_map(|one| (one + 1..n).map(move |other| (one, other)))
        .map(|(one, other)| {
            let pairs = voices.pairs(one, other);
            json!({ "one": name(one), "other": name(other), "cells": pairs.len(),
                    "weighted_kappa": kappa(&pairs, KappaWeights::Quadratic) })
        })
        .collect();
    let cells: Vec<Value> = voices
        .crossings
        .iter()
        .enumerate()
        .filter_map(|(place, (row, column))| {
            let found = CellPanel::of(&voices.of_crossing(place), scale, &rule)?;
            let verdict = match found.verdict {
                Verdict::TooFew => "too_few",
                Verdict::Agreed => "agreed",
                Verdict::Polarised => "polarised",
                Verdict::OppositeSigns => "opposite_signs",
                Verdict::Scattered => "scattered",
            };
            let modes: Vec<f64> = found.modes.iter().map(|mode| Points::value(*mode)).collect();
            Some(json!({
                "row": subject.item(*row), "column": subject.item(*column), "n": found.n,
                "not_applicable": found.not_applicable, "dont_know": found.dont_know,
                "lower_median": found.lower_median.value(), "upper_median": found.upper_median.value(),
                "modes": modes, "mode_share": found.mode_share, "q1": found.quartiles.0, "q3": found.quartiles.1,
                "lowest": found.lowest.value(), "highest": found.highest.value(), "negative": found.negative,
                "zero": found.zero, "positive": found.positive, "consensus": found.consensus,
                "agreement": found.agreement, "dispersion": found.dispersion, "verdict": verdict,
            }))
        })
        .collect();
    Ok(json!({
        "rule": { "fewest": rule.fewest, "largest_iqr": rule.largest_iqr, "opposite_signs": rule.opposite_signs,
                  "polarised_share": rule.polarised_share },
        "assessors": voices.assessors.iter().map(|id| subject.assessor_name(*id)).collect::<Vec<_>>(),
        "kendall": concordance,
        "krippendorff": { "nominal": alpha(Metric::Nominal), "ordinal": alpha(Metric::Ordinal),
                          "interval": alpha(Metric::Interval), "ratio": alpha(Metric::Ratio) },
        "pairs": pairs, "cells": cells,
    }))
}
