use super::*;
use crate::written::{goal, policy, scores};

fn found(text: &str, draws: Draws) -> Robustness {
    let rows = RankedRows::from_scores(&scores(text), |_, _| None, draws.unsaid);
    robustness(&rows, draws, &Progress::unwatched()).unwrap()
}

const WEIGHTS: Draws = Draws {
    n: 20_000,
    seed: 7,
    weights: true,
    scores: false,
    unsaid: 3,
    separates: 0.9,
};

#[test]
fn two_goals_have_a_triangle_that_can_be_worked_by_hand() {
    // With x uniform in 0…1: K_1 = x, K_2 = 1 − x, K_3 = ⅓ always (row 3: 1 and 1), in thirds of 3.
    // Row 1 is first where x > ½ (then x > ⅓ too): half of all. Row 3 is never first: max(x, 1 − x) ≥ ½.
    // Row 3 is second where the smaller one is below ⅓: two thirds.
    let all = found("3 0\n0 3\n1 1\nn .", WEIGHTS);
    assert_eq!((all.unranked.clone(), all.rows.len()), (vec![policy(4)], 3));
    let near = |a: f64, b: f64| (a - b).abs() < 0.012;
    let [one, two, three] = &all.rows[..] else {
        panic!()
    };
    assert!(
        near(one.acceptability[0], 0.5) && near(two.acceptability[0], 0.5),
        "{one:?}"
    );
    assert_eq!(
        (three.acceptability[0], three.central_weights.clone()),
        (0.0, None)
    );
    assert!(near(three.acceptability[1], 2.0 / 3.0) && near(one.acceptability[2], 1.0 / 3.0));
    assert!(near(all.win(0, 2), 2.0 / 3.0) && near(all.win(0, 1), 0.5));
    // First where x > ½: the mean of x there is ¾.
    let central = one.central_weights.as_ref().unwrap();
    assert!(near(central[0], 0.75) && (central.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    assert_eq!((one.confidence_factor, one.top_three), (Some(1.0), 1.0));
    // K_1 is uniform in 0…1.
    assert!(near(one.low, 0.05) && near(one.high, 0.95) && near(one.mean, 0.5));
    // Nothing separates: 2/3 and ½ are less than 0.9.
    assert!(all.rows.iter().all(|row| row.group == 0));
    assert_eq!(
        (one.rank, three.rank, all.columns[1]),
        (1, 3, (goal(2), 0.5))
    );
}

#[test]
fn what_is_better_everywhere_separates() {
    let all = found("3 2 3\n1 1 2\n-1 0 1", WEIGHTS);
    let groups: Vec<_> = all
        .rows
        .iter()
        .map(|row| (row.group, row.rank, row.mean_rank))
        .collect();
    assert_eq!(groups, [(0, 1, 1.0), (1, 2, 2.0), (2, 3, 3.0)]);
    assert_eq!(all.order(), [0, 1, 2]);
}

#[test]
fn scores_move_by_their_confidence() {
    // One cell of 0 with σ 0.2 (confidence 5), one with σ 1.5 (confidence 1), clipped at ±3: K = s/3.
    let draws = Draws {
        n: 40_000,
        weights: false,
        scores: true,
        ..WEIGHTS
    };
    let confidence = |row, _| Some(if row == policy(1) { 5 } else { 1 });
    let rows = RankedRows::from_scores(&scores("0\n0"), confidence, 3);
    let all = robustness(&rows, draws, &Progress::unwatched()).unwrap();
    // 5 % and 95 % of a normal lie at 1.645 σ.
    for (row, sigma) in all.rows.iter().zip([0.2, 1.5]) {
        let reach = 1.645 * sigma / 3.0;
        assert!(
            (row.high - reach).abs() < 0.01 && (row.low + reach).abs() < 0.01,
            "{row:?}"
        );
        assert!(row.mean.abs() < 0.01 && row.central_weights.is_none());
    }
    assert!((all.win(0, 1) - 0.5).abs() < 0.02);
    assert_eq!(all.without_confidence, 0);
    // At the end of the scale a score can only fall.
    let top = found("3\n-3", draws);
    assert!(top.rows[0].high <= 1.0 && top.rows[0].mean < 1.0 && top.without_confidence == 2);
}

#[test]
fn the_same_seed_gives_the_same_bytes_whatever_the_threads() {
    let text = "3 0 1/-2 .\n0 3 -1 2\n1 1 ? 1\n2 n -2 -1\n1 0 2 0";
    let draws = Draws {
        n: 3_001,
        weights: true,
        scores: true,
        ..WEIGHTS
    };
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| found(text, draws))
    };
    let one = with(1);
    assert_eq!(one, with(3));
    assert_eq!(one, with(8));
    assert_ne!(one.rows, found(text, Draws { seed: 8, ..draws }).rows);
    // Every draw is counted.
    for row in &one.rows {
        assert!((row.acceptability.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }
}

#[test]
fn equal_rows_share_their_rank() {
    let all = found("1 2\n1 2\n0 0", WEIGHTS);
    assert_eq!(all.rows[0].acceptability, [1.0, 0.0, 0.0]);
    assert_eq!(all.rows[1].acceptability, [1.0, 0.0, 0.0]);
    assert_eq!(
        (
            all.rows[2].acceptability[2],
            all.win(0, 1),
            all.rows[0].group,
            all.rows[1].group
        ),
        (1.0, 0.0, 0, 0)
    );
    assert_eq!(all.rows[2].group, 1);
}

#[test]
fn who_stops_it_stops_it() {
    let progress = Progress::unwatched();
    progress.stop();
    let rows = RankedRows::from_scores(&scores("1 2\n2 1"), |_, _| None, 3);
    assert_eq!(robustness(&rows, WEIGHTS, &progress), Err(Stopped));
    let none = RankedRows::from_scores(&scores(". n"), |_, _| None, 3);
    assert!(
        robustness(&none, WEIGHTS, &Progress::unwatched())
            .unwrap()
            .rows
            .is_empty()
    );
}
