//! Equal is equal: ranks, winners and ends of intervals against whole numbers, on the sample and on tables with ties.

use super::{assessor, sample_document};
use ordito::analysis::case_deletion::rank_ranges;
use ordito::analysis::robustness::gaps::gaps;
use ordito::analysis::robustness::{Draws, RankedRows, robustness};
use ordito::analysis::{Score, ScoreLine, Scores, sums};
use ordito::jobs::Progress;
use ordito::model::{Axis, GoalId, Item, PolicyId};

/// Ranks of K in whole numbers: nets in hundredths times weights in thousandths, compared crosswise. `None` where
/// nothing is scored.
fn exact_ranks(scores: &Scores) -> Vec<Option<usize>> {
    let whole = |value: f64, parts: f64| (value * parts).round() as i128;
    let index = |row: usize| {
        let cells = (0..scores.columns.len()).filter_map(|column| {
            Some((
                whole(scores.net(row, column)?, 100.0),
                whole(scores.columns[column].weight, 1000.0),
            ))
        });
        let (over, under) = cells.fold((0, 0), |(over, under), (net, weight)| {
            (over + net * weight, under + weight)
        });
        (under > 0).then_some((over, under))
    };
    let indices: Vec<Option<(i128, i128)>> = (0..scores.rows.len()).map(index).collect();
    let above = |one: (i128, i128), other: (i128, i128)| one.0 * other.1 > other.0 * one.1;
    let rank = |own: (i128, i128)| {
        1 + indices
            .iter()
            .flatten()
            .filter(|other| above(**other, own))
            .count()
    };
    indices.iter().map(|index| index.map(rank)).collect()
}

/// What `robustness`, `gaps` and `profiles` (by `hold`) give as ranks now, each where it gives one.
fn all_agree(scores: &Scores, what: &str) {
    let exact = exact_ranks(scores);
    let rows = RankedRows::from_scores(scores, |_, _| None, 3);
    let draws = Draws {
        n: 8,
        seed: 1,
        ..Draws::default()
    };
    for ranked in &robustness(&rows, draws, &Progress::unwatched())
        .unwrap()
        .rows
    {
        assert_eq!(
            Some(ranked.rank),
            exact[scores.row_of(ranked.item).unwrap()],
            "{what}: {:?}",
            ranked.item
        );
    }
    for gap in gaps(scores, usize::MAX) {
        assert_eq!(
            gap.rank,
            exact[scores.row_of(gap.row).unwrap()],
            "{what}: {gap:?}"
        );
        // With the cell filled in, the rank is the exact one of that table.
        let (row, column) = (
            scores.row_of(gap.row).unwrap(),
            scores.column_of(gap.column).unwrap(),
        );
        for (net, rank) in [
            (scores.reach.1, gap.best_rank),
            (scores.reach.0, gap.worst_rank),
        ] {
            let cells =
                (0..scores.rows.len()).flat_map(|r| (0..scores.columns.len()).map(move |c| (r, c)));
            let filled = cells.map(|at| {
                if at == (row, column) {
                    of_net(net)
                } else {
                    scores.at(at.0, at.1).unwrap()
                }
            });
            let (rows, columns) = (scores.rows.clone(), scores.columns.clone());
            let with = Scores::new(rows, columns, false, scores.largest, filled.collect());
            assert_eq!(
                exact_ranks(&with)[row],
                Some(rank),
                "{what}: {gap:?} with {net}"
            );
        }
    }
    let values: Vec<Option<f64>> = sums::lines(scores, Axis::Rows)
        .iter()
        .map(|sums| sums.coherence_index(scores.largest))
        .collect();
    let found: Vec<Option<usize>> = rank_ranges(&values, [])
        .iter()
        .map(|range| range.map(|range| range.rank))
        .collect();
    assert_eq!(found, exact, "{what}");
}

fn of_net(net: f64) -> Score {
    Score::Scored {
        benefit: net.max(0.0),
        harm: (-net).max(0.0),
    }
}

/// Numbers as written, `.` for a blank.
fn table(text: &str, weights: &[f64]) -> Scores {
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split(' ').collect()).collect();
    let cell = |cell: &&str| cell.parse().map_or(Score::Unscored, of_net);
    let line = |item, weight| ScoreLine { item, weight };
    Scores::new(
        (1..=rows.len() as u128)
            .map(|n| line(Item::Policy(PolicyId::fixed(n)), 1.0))
            .collect(),
        (1..)
            .zip(weights)
            .map(|(n, weight)| line(Item::Goal(GoalId::fixed(n)), *weight))
            .collect(),
        false,
        3.0,
        rows.iter().flatten().map(cell).collect(),
    )
}

#[test]
fn ranks_of_the_sample_are_those_of_whole_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let (document, matrix) = sample_document(folder.path());
    let contents = document.contents();
    for id in contents.assessors.keys() {
        let scores = Scores::of(contents, matrix, *id).unwrap();
        all_agree(&scores, &contents.assessors[id].name);
    }
    // Seventeen weights of 1/17 do not add up to what one division gives: here two rows fell behind their equals.
    let scores = Scores::of(contents, matrix, assessor(contents, "Ufficio A")).unwrap();
    let rows = RankedRows::from_scores(&scores, |_, _| None, 3);
    let found = robustness(
        &rows,
        Draws {
            n: 8,
            ..Draws::default()
        },
        &Progress::unwatched(),
    )
    .unwrap();
    for (code, rank) in [("PSM24-3.1", 1), ("1.1.d", 3)] {
        let ranked = found
            .rows
            .iter()
            .find(|row| contents.item_label(row.item).0 == code)
            .unwrap();
        assert_eq!(ranked.rank, rank, "{code}");
    }
}

#[test]
fn weights_of_people_decide_nothing_by_rounding() {
    let text = "1 1 1 1\n. 1 1 .\n1 . . 1\n3 0 . 0\n. . 0.3 0.1\n0.2 0.2 0.2 0.2\n-1 1 . .\n0 0 0 0\n2 1 0 .";
    for weights in [
        [0.1, 0.7, 0.2, 0.3],
        [0.1, 0.1, 0.1, 0.7],
        [1.0, 3.0, 0.3, 0.7],
        [0.001, 0.999, 0.333, 0.667],
    ] {
        all_agree(&table(text, &weights), &format!("{weights:?}"));
    }
}

#[test]
fn what_always_ties_never_wins() {
    // K of A and of B is 1/3 whatever the weights.
    let scores = table("1 1 1 1 1\n. 1 1 1 1\n0 2 0 1 0", &[1.0; 5]);
    let rows = RankedRows::from_scores(&scores, |_, _| None, 3);
    let draws = Draws {
        n: 4_000,
        seed: 2_030,
        weights: true,
        scores: false,
        ..Draws::default()
    };
    let found = robustness(&rows, draws, &Progress::unwatched()).unwrap();
    assert_eq!((found.win(0, 1), found.win(1, 0)), (0.0, 0.0));
    let [a, b, c] = &found.rows[..] else { panic!() };
    assert_eq!(
        (&a.acceptability, a.rank, a.mean_rank),
        (&b.acceptability, b.rank, b.mean_rank)
    );
    assert_eq!(
        (
            a.confidence_factor,
            b.confidence_factor,
            c.confidence_factor
        ),
        (Some(1.0), Some(1.0), Some(1.0))
    );
    assert!((found.win(0, 2) + found.win(2, 0) - 1.0).abs() < 1e-12);
    // The interval of what does not move holds the value itself.
    for row in [a, b] {
        assert!(
            row.low <= row.index && row.index <= row.high && row.high - row.low < 1e-9,
            "{row:?}"
        );
    }
}

#[test]
fn intervals_hold_the_values_they_are_of() {
    // Values on and beside the edges of the parts they are counted in, drawn without chance.
    for text in [
        "1",
        "3",
        "-3",
        "0",
        "2 1 1",
        "0.01 . .",
        "1 0 0 0 0 0 0",
        "-0.3 0.1",
    ] {
        let n = text.split(' ').count();
        let scores = table(text, &vec![1.0; n]);
        let rows = RankedRows::from_scores(&scores, |_, _| None, 3);
        let draws = Draws {
            n: 100,
            seed: 1,
            weights: false,
            scores: false,
            ..Draws::default()
        };
        let found = robustness(&rows, draws, &Progress::unwatched()).unwrap();
        let row = &found.rows[0];
        assert!(
            row.low <= row.index && row.index <= row.high,
            "{text}: {row:?}"
        );
    }
}

#[test]
fn draws_stay_on_a_scale_that_begins_at_zero() {
    let scores = table("0\n0", &[1.0]).reaching((0.0, 3.0));
    let rows = RankedRows::from_scores(&scores, |_, _| None, 3);
    let draws = Draws {
        n: 40_000,
        seed: 5,
        weights: false,
        scores: true,
        ..Draws::default()
    };
    let found = robustness(&rows, draws, &Progress::unwatched()).unwrap();
    // max(0, N(0, 0.8))/3: mean 0.8/√(2π)/3, half of it 0, 95 % at 1.645 · 0.8/3.
    let row = &found.rows[0];
    assert!(
        (row.mean - 0.8 / (2.0 * std::f64::consts::PI).sqrt() / 3.0).abs() < 0.003,
        "{row:?}"
    );
    assert_eq!(row.low, 0.0);
    assert!((row.high - 1.645 * 0.8 / 3.0).abs() < 0.01, "{row:?}");
    // A missing cell is tried with 0 and 3, not with −3.
    let scores = table("1 .", &[1.0, 1.0]).reaching((0.0, 3.0));
    let found = gaps(&scores, 9);
    assert_eq!((found[0].low, found[0].high), (1.0 / 6.0, 4.0 / 6.0));
}
