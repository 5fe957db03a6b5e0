//! What is said of cross-impact matrices.

use super::case_deletion::RankRanges;
use super::{MOST, Part, Subject};
use crate::analysis::case_deletion::CaseDeletion;
use crate::analysis::centrality::{Central, centralities};
use crate::analysis::micmac::{ImpactPart, Quadrant, Settled, Standing, micmac as micmac_of};
use crate::analysis::second_order::{Returns, SecondOrder, paths, second_order as second_order_of};
use crate::analysis::{Square, cross_impact as cross_impact_of};
use crate::cli::Refused;
use crate::figure::chart::PlaneFound;
use crate::jobs::Progress;
use crate::words::Words;
use serde_json::{Value, json};

fn square(subject: &Subject<'_>) -> Result<Square, Refused> {
    Square::of(&subject.scores).ok_or_else(|| subject.refuse(Words::cli_analyse_not_square))
}

pub fn cross_impact(subject: &Subject<'_>) -> Result<Value, Refused> {
    let found = cross_impact_of(&subject.scores)
        .ok_or_else(|| subject.refuse(Words::cli_analyse_not_square))?;
    let items: Vec<Value> = found
        .iter()
        .map(|impact| {
            json!({
                "item": subject.item(impact.item), "influence": impact.influence(), "helped": impact.helped(),
                "net": impact.net(), "active": impact.active, "passive": impact.passive,
                "quotient": impact.quotient(), "product": impact.product(),
                "given_positive": impact.given_signs.positive, "given_negative": impact.given_signs.negative,
                "taken_positive": impact.taken_signs.positive, "taken_negative": impact.taken_signs.negative,
                "given_benefit": impact.given.benefit, "given_harm": impact.given.tradeoff,
                "taken_benefit": impact.taken.benefit, "taken_harm": impact.taken.tradeoff,
            })
        })
        .collect();
    Ok(json!({ "items": items }))
}

pub fn second_order(subject: &Subject<'_>) -> Result<Value, Refused> {
    let square = square(subject)?;
    let returns = if subject.asked.no_returns {
        Returns::Dropped
    } else {
        Returns::Kept
    };
    let weight = subject.asked.weight;
    let found = second_order_of(&square, returns);
    let totals = |found: &[SecondOrder]| -> Vec<Vec<Option<f64>>> {
        vec![found.iter().map(|each| Some(each.total(weight))).collect()]
    };
    let left_out = CaseDeletion {
        seed: subject.asked.seed,
        ..CaseDeletion::default()
    };
    let ranks = RankRanges::of(subject, left_out, &totals(&found), |less| {
        Ok(totals(&second_order_of(less, returns)))
    })?;
    let items: Vec<Value> = found
        .iter()
        .enumerate()
        .map(|(place, each)| {
            json!({ "item": subject.item(each.item), "direct": each.direct, "indirect": each.indirect,
                    "total": each.total(weight), "total_0": each.total(0.0), "total_1": each.total(1.0),
                    "rank": ranks.rank(0, place) })
        })
        .collect();
    let at = |place: usize| square.items.get(place).map(|item| subject.item(*item));
    let paths: Vec<Value> = paths(&square, None, returns, subject.asked.most.unwrap_or(MOST))
        .iter()
        .map(|path| {
            json!({ "from": at(path.from), "through": at(path.through), "to": at(path.to), "first": path.first,
                    "second": path.second, "effect": path.effect(), "harm_of_harm": path.is_harm_of_harm() })
        })
        .collect();
    Ok(
        json!({ "weight": weight, "returns": returns == Returns::Kept, "left_out": ranks.said(), "items": items,
               "paths": paths }),
    )
}

pub fn centrality(subject: &Subject<'_>) -> Result<Value, Refused> {
    let square = square(subject)?;
    let found = subject.unstopped(centralities(&square, &subject.progress))?;
    let ranked = |found: &[Central]| -> Vec<Vec<Option<f64>>> {
        let of: [fn(&Central) -> Option<f64>; 4] = [
            |each| Some(each.betweenness),
            |each| Some(each.closeness_out),
            |each| Some(each.closeness_in),
            |each| each.entropy,
        ];
        of.iter().map(|of| found.iter().map(of).collect()).collect()
    };
    let n_effects = square.m.iter().filter(|value| **value != 0.0).count();
    let left_out = CaseDeletion::for_steps(square.n() * (n_effects + square.n()));
    let left_out = CaseDeletion {
        seed: subject.asked.seed,
        ..left_out
    };
    let progress = &subject.progress;
    let ranks = RankRanges::of(subject, left_out, &ranked(&found), |less| {
        progress.go_on()?;
        Ok(ranked(&centralities(less, &Progress::unwatched())?))
    })?;
    let items: Vec<Value> = found
        .iter()
        .enumerate()
        .map(|(place, each)| {
            json!({ "item": subject.item(each.item), "betweenness": each.betweenness,
                    "betweenness_share": each.betweenness_share, "closeness_out": each.closeness_out,
                    "closeness_in": each.closeness_in, "entropy": each.entropy,
                    "ranks": { "betweenness": ranks.rank(0, place), "closeness_out": ranks.rank(1, place),
                               "closeness_in": ranks.rank(2, place), "entropy": ranks.rank(3, place) } })
        })
        .collect();
    Ok(json!({ "left_out": ranks.said(), "items": items }))
}

pub fn micmac(subject: &Subject<'_>) -> Result<Value, Refused> {
    let (part, word) = match subject.asked.part {
        Part::Magnitude => (ImpactPart::Magnitude, "magnitude"),
        Part::Positive => (ImpactPart::Positive, "positive"),
        Part::Negative => (ImpactPart::Negative, "negative"),
    };
    let square = square(subject)?;
    let found =
        micmac_of(&square, part).ok_or_else(|| subject.refuse(Words::cli_analyse_no_effects))?;
    let n = square.n();
    let left_out = CaseDeletion {
        seed: subject.asked.seed,
        ..CaseDeletion::for_steps(n * n * n / 50)
    };
    let now = PlaneFound::ranked(Some(&found), n);
    let ranks = RankRanges::of(subject, left_out, &now, |less| {
        Ok(PlaneFound::ranked(micmac_of(less, part).as_ref(), n))
    })?;
    let standing = |standing: &Standing,
                    quadrant: Quadrant,
                    [influence, dependence]: [Value; 2]| {
        let quadrant = match quadrant {
            Quadrant::Influential => "influential",
            Quadrant::Relay => "relay",
            Quadrant::Dependent => "dependent",
            Quadrant::Autonomous => "autonomous",
        };
        json!({ "influence": standing.influence, "dependence": standing.dependence,
                "influence_rank": standing.influence_rank, "dependence_rank": standing.dependence_rank,
                "influence_held": influence, "dependence_held": dependence, "quadrant": quadrant })
    };
    let items: Vec<Value> = found
        .items
        .iter()
        .enumerate()
        .map(|(place, each)| {
            let [direct, indirect] = [[0, 2], [1, 3]].map(|of| of.map(|by| ranks.rank(by, place)));
            json!({ "item": subject.item(each.item), "direct": standing(&each.direct, each.direct_quadrant, direct),
                    "indirect": standing(&each.indirect, each.indirect_quadrant, indirect) })
        })
        .collect();
    let (settled, power) = match found.settled {
        Settled::AtPower(power) => ("power", Some(power)),
        Settled::NoCircles => ("no_circles", None),
        Settled::Not(power) => ("not_settled", Some(power)),
    };
    Ok(
        json!({ "part": word, "settled": settled, "power": power, "mean": found.mean, "left_out": ranks.said(),
               "items": items }),
    )
}
