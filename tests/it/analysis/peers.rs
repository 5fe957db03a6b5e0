//! The same numbers as other people's programs, stored by `tests/peers/expected.py` with the versions that gave them.

use super::near;
use ordito::analysis::centrality::centralities;
use ordito::analysis::groups::{Distances, Likeness, communities, optimal_order, tree};
use ordito::analysis::micmac::{ImpactPart, Settled, micmac};
use ordito::analysis::promethee::{Preference, promethee};
use ordito::analysis::second_order::{Returns, second_order};
use ordito::analysis::{Metric, Score, ScoreLine, Scores, Square, kendall, krippendorff};
use ordito::jobs::Progress;
use ordito::model::{GoalId, Item, PolicyId};
use serde_json::Value;

fn expected(part: &str) -> Value {
    let all: Value = serde_json::from_str(include_str!("../../peers/expected.json")).unwrap();
    all[part].clone()
}
fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}
fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(number).collect()
}
fn rows(value: &Value) -> Vec<Vec<f64>> {
    value.as_array().unwrap().iter().map(numbers).collect()
}
fn all_near(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    found
        .iter()
        .zip(expected)
        .for_each(|(found, expected)| near(*found, *expected));
}

fn net(value: f64) -> Score {
    Score::Scored {
        benefit: value.max(0.0),
        harm: (-value).max(0.0),
    }
}
fn lines(n: usize, item: fn(u128) -> Item, weights: Option<&[f64]>) -> Vec<ScoreLine> {
    let weight = |place: usize| {
        weights
            .and_then(|weights| weights.get(place))
            .copied()
            .unwrap_or(1.0)
    };
    (0..n)
        .map(|place| ScoreLine {
            item: item(place as u128 + 1),
            weight: weight(place),
        })
        .collect()
}
fn policies(rows: &[Vec<f64>], weights: Option<&[f64]>) -> Scores {
    let columns = lines(rows[0].len(), |n| Item::Goal(GoalId::fixed(n)), weights);
    let cells = rows.iter().flatten().map(|value| net(*value)).collect();
    Scores::new(
        lines(rows.len(), |n| Item::Policy(PolicyId::fixed(n)), None),
        columns,
        false,
        3.0,
        cells,
    )
}
fn square(n: usize, at: impl Fn(usize, usize) -> f64) -> Square {
    let goals = || lines(n, |n| Item::Goal(GoalId::fixed(n)), None);
    let cells = (0..n).flat_map(|i| (0..n).map(move |j| (i, j)));
    let cells = cells
        .map(|(i, j)| {
            if at(i, j) == 0.0 {
                Score::Unscored
            } else {
                net(at(i, j))
            }
        })
        .collect();
    Square::of(&Scores::new(goals(), goals(), true, 3.0, cells)).unwrap()
}

#[test]
fn centralities_are_those_of_networkx_and_scipy() {
    for case in expected("centrality").as_array().unwrap() {
        let n = case["n"].as_u64().unwrap() as usize;
        let mut m = vec![0.0; n * n];
        for edge in rows(&case["edges"]) {
            m[edge[0] as usize * n + edge[1] as usize] = edge[2];
        }
        let found = centralities(&square(n, |i, j| m[i * n + j]), &Progress::unwatched()).unwrap();
        let of = |field: fn(&ordito::analysis::centrality::Central) -> f64| {
            found.iter().map(field).collect::<Vec<_>>()
        };
        all_near(&of(|each| each.betweenness), &numbers(&case["betweenness"]));
        all_near(
            &of(|each| each.closeness_out),
            &numbers(&case["closeness_out"]),
        );
        all_near(
            &of(|each| each.closeness_in),
            &numbers(&case["closeness_in"]),
        );
        for (each, expected) in found.iter().zip(case["entropy"].as_array().unwrap()) {
            match expected.as_f64() {
                Some(expected) => near(each.entropy.unwrap(), expected),
                None => assert_eq!(each.entropy, None),
            }
        }
    }
}

#[test]
fn panels_are_those_of_krippendorff_and_scipy() {
    let case = expected("panel");
    let said = |value: &Value| -> Vec<Vec<Option<f64>>> {
        let of_row = |row: &Value| row.as_array().unwrap().iter().map(Value::as_f64).collect();
        value.as_array().unwrap().iter().map(of_row).collect()
    };
    let ratings = said(&case["ratings"]);
    for (metric, name) in [
        (Metric::Nominal, "nominal"),
        (Metric::Ordinal, "ordinal"),
        (Metric::Interval, "interval"),
    ] {
        near(
            krippendorff(&ratings, metric).unwrap().alpha,
            number(&case[name]),
        );
    }
    near(
        krippendorff(&said(&case["positive"]), Metric::Ratio)
            .unwrap()
            .alpha,
        number(&case["ratio"]),
    );
    let concordance = kendall(&said(&case["full"])).unwrap();
    near(concordance.chi_squared, number(&case["chi_squared"]));
    near(concordance.w, number(&case["w"]));
}

#[test]
fn groups_are_those_of_scipy() {
    let case = expected("groups");
    let scores = policies(&rows(&case["rows"]), None);
    for (likeness, name) in [(Likeness::Pearson, "pearson"), (Likeness::Cosine, "cosine")] {
        let case = &case[name];
        let distances = Distances::of(&scores, likeness, &Progress::unwatched()).unwrap();
        let n = distances.n();
        let condensed: Vec<f64> = (0..n)
            .flat_map(|a| (a + 1..n).map(move |b| (a, b)))
            .map(|(a, b)| distances.at(a, b))
            .collect();
        all_near(&condensed, &numbers(&case["distances"]));
        let tree = tree(&distances);
        let heights: Vec<f64> = tree.joins.iter().map(|join| join.height).collect();
        all_near(&heights, &numbers(&case["heights"]));
        let order = optimal_order(&distances, &tree, &Progress::unwatched()).unwrap();
        let length: f64 = order
            .windows(2)
            .map(|pair| distances.at(pair[0], pair[1]))
            .sum();
        near(length, number(&case["order_length"]));
        assert!(length <= number(&case["scipy_order_length"]));
        // The same groups under other names.
        let theirs = numbers(&case["three_groups"]);
        let ours = tree.cut(3);
        for a in 0..n {
            for b in 0..n {
                assert_eq!(
                    ours[a] == ours[b],
                    theirs[a] == theirs[b],
                    "{name}: rows {a} and {b}"
                );
            }
        }
    }
}

#[test]
fn modularity_is_that_of_networkx_and_what_is_found_is_no_worse() {
    let case = expected("modularity");
    let weights = rows(&case["weights"]);
    let groups: Vec<usize> = numbers(&case["groups"])
        .into_iter()
        .map(|group| group as usize)
        .collect();
    let array = ndarray_of(&weights);
    near(
        ordito::analysis::groups::modularity(&array, &groups),
        number(&case["modularity"]),
    );
    assert!(communities(&array).modularity >= number(&case["modularity"]));
}

fn ndarray_of(rows: &[Vec<f64>]) -> ndarray::Array2<f64> {
    ndarray::Array2::from_shape_fn((rows.len(), rows.len()), |(i, j)| rows[i][j])
}

#[test]
fn flows_are_those_of_pymcdm() {
    let case = expected("promethee");
    let scores = policies(&rows(&case["rows"]), Some(&numbers(&case["weights"])));
    for (preference, name) in [
        (Preference::Usual, "usual"),
        (Preference::UShape { q: 1.0 }, "u-shape"),
        (Preference::VShape { p: 3.0 }, "v-shape"),
        (Preference::Level { q: 1.0, p: 3.0 }, "level"),
        (Preference::Linear { q: 1.0, p: 3.0 }, "linear"),
    ] {
        let found: Vec<f64> = promethee(&scores, preference)
            .iter()
            .map(|flows| flows.unwrap().net())
            .collect();
        all_near(&found, &numbers(&case[name]));
    }
}

#[test]
fn powers_are_those_of_numpy() {
    let case = expected("powers");
    let m = rows(&case["m"]);
    let square = square(m.len(), |i, j| m[i][j]);
    let of = |returns| second_order(&square, returns);
    let kept: Vec<f64> = of(Returns::Kept).iter().map(|each| each.indirect).collect();
    let dropped: Vec<f64> = of(Returns::Dropped)
        .iter()
        .map(|each| each.indirect)
        .collect();
    let direct: Vec<f64> = of(Returns::Kept).iter().map(|each| each.direct).collect();
    all_near(&direct, &numbers(&case["direct"]));
    all_near(&kept, &numbers(&case["kept"]));
    all_near(&dropped, &numbers(&case["dropped"]));
    let found = micmac(&square, ImpactPart::Magnitude).unwrap();
    assert_eq!(
        found.settled,
        Settled::AtPower(number(&case["power"]) as u32)
    );
    let of = |field: fn(&ordito::analysis::micmac::Standing) -> f64| -> Vec<f64> {
        found
            .items
            .iter()
            .map(|each| field(&each.indirect))
            .collect()
    };
    all_near(&of(|at| at.influence), &numbers(&case["influence"]));
    all_near(&of(|at| at.dependence), &numbers(&case["dependence"]));
    all_near(
        &of(|at| at.influence_rank as f64),
        &numbers(&case["influence_ranks"]),
    );
    all_near(
        &of(|at| at.dependence_rank as f64),
        &numbers(&case["dependence_ranks"]),
    );
}
