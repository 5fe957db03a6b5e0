//! What is said of cross-impact matrices.

use super::{Part, Subject};
use crate::analysis::centrality::centralities;
use crate::analysis::micmac::{ImpactPart, Quadrant, Settled, Standing, micmac as micmac_of};
use crate::analysis::second_order::{Returns, paths, second_order as second_order_of};
use crate::analysis::{Square, cross_impact as cross_impact_of};
use crate::cli::Refused;
use serde_json::{Value, json};

fn square(subject: &Subject<'_>) -> Result<Square, Refused> {
    Square::of(&subject.scores).ok_or_else(|| subject.refuse("cli-analyse-not-square"))
}

pub fn cross_impact(subject: &Subject<'_>) -> Result<Value, Refused> {
    let found = cross_impact_of(&subject.scores).ok_or_else(|| subject.refuse("cli-analyse-not-square"))?;
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
    let returns = if subject.asked.no_returns { Returns::Dropped } else { Returns::Kept };
    let weight = subject.asked.weight;
    let items: Vec<Value> = second_order_of(&square, returns)
        .iter()
        .map(|each| {
            json!({ "item": subject.item(each.item), "direct": each.direct, "indirect": each.indirect,
                    "total": each.total(weight), "total_0": each.total(0.0), "total_1": each.total(1.0) })
        })
        .collect();
    let at = |place: usize| square.items.get(place).map(|item| subject.item(*item));
    let paths: Vec<Value> = paths(&square, None, returns, subject.asked.most)
        .iter()
        .map(|path| {
            json!({ "from": at(path.from), "through": at(path.through), "to": at(path.to), "first": path.first,
                    "second": path.second, "effect": path.effect(), "harm_of_harm": path.is_harm_of_harm() })
        })
        .collect();
    Ok(json!({ "weight": weight, "returns": returns == Returns::Kept, "items": items, "paths": paths }))
}

pub fn centrality(subject: &Subject<'_>) -> Result<Value, Refused> {
    let found = subject.unstopped(centralities(&square(subject)?, &subject.progress))?;
    let items: Vec<Value> = found
        .iter()
        .map(|each| {
            json!({ "item": subject.item(each.item), "betweenness": each.betweenness,
                    "betweenness_share": each.betweenness_share, "closeness_out": each.closeness_out,
                    "closeness_in": each.closeness_in, "entropy": each.entropy })
        })
        .collect();
    Ok(json!({ "items": items }))
}

pub fn micmac(subject: &Subject<'_>) -> Result<Value, Refused> {
    let (part, word) = match subject.asked.part {
        Part::Magnitude => (ImpactPart::Magnitude, "magnitude"),
        Part::Positive => (ImpactPart::Positive, "positive"),
        Part::Negative => (ImpactPart::Negative, "negative"),
    };
    let found = micmac_of(&square(subject)?, part).ok_or_else(|| subject.refuse("cli-analyse-no-effects"))?;
    let standing = |standing: &Standing, quadrant: Quadrant| {
        let quadrant = match quadrant {
            Quadrant::Influential => "influential",
            Quadrant::Relay => "relay",
            Quadrant::Dependent => "dependent",
            Quadrant::Autonomous => "autonomous",
        };
        json!({ "influence": standing.influence, "dependence": standing.dependence,
                "influence_rank": standing.influence_rank, "dependence_rank": standing.dependence_rank,
                "quadrant": quadrant })
    };
    let items: Vec<Value> = found
        .items
        .iter()
        .map(|each| {
            json!({ "item": subject.item(each.item), "direct": standing(&each.direct, each.direct_quadrant),
                    "indirect": standing(&each.indirect, each.indirect_quadrant) })
        })
        .collect();
    let (settled, power) = match found.settled {
        Settled::AtPower(power) => ("power", Some(power)),
        Settled::NoCircles => ("no_circles", None),
        Settled::Not(power) => ("not_settled", Some(power)),
    };
    Ok(json!({ "part": word, "settled": settled, "power": power, "mean": found.mean, "items": items }))
}
