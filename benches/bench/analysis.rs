//! Methods against numpy and networkx (PyPI; `ORDITO_PEERS` names the folder they are in).

use super::exchange::against;
use super::{Line, line, median_of, timed};
use ordito::analysis::centrality::{Edges, betweenness};
use ordito::analysis::coherence::Rows;
use ordito::analysis::robustness::{Draws, RankedRows, robustness};
use ordito::analysis::{Score, ScoreLine, Scores, Square};
use ordito::jobs::Progress;
use ordito::model::{GoalId, Item, PolicyId};
use std::hint::black_box;
use std::path::Path;

const PEERS: &str = include_str!("analysis_peers.py");

fn peer(what: &str, folder: &Path) -> Option<f64> {
    super::peers::python(PEERS, what, folder)
}

/// Scores that look like any: −3…+3, without gaps.
fn scores(n_rows: usize, n_columns: usize, is_square: bool) -> Scores {
    let line = |item| ScoreLine { item, weight: 1.0 };
    let goal = |n: usize| line(Item::Goal(GoalId::fixed(n as u128 + 1)));
    let row = |n: usize| {
        if is_square {
            goal(n)
        } else {
            line(Item::Policy(PolicyId::fixed(n as u128 + 1)))
        }
    };
    let mut state = 88_172_645_463_325_252_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let net = (state % 7) as f64 - 3.0;
        Score::Scored {
            benefit: net.max(0.0),
            harm: (-net).max(0.0),
        }
    };
    let cells = (0..n_rows * n_columns).map(|_| next()).collect();
    Scores::new(
        (0..n_rows).map(row).collect(),
        (0..n_columns).map(goal).collect(),
        is_square,
        3.0,
        cells,
    )
}

pub fn analysis() -> Vec<Line> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let mut lines = Vec::new();
    for (n, runs, limit) in [(169, 200, 1.0), (1_000, 15, 2.0)] {
        let square = Square::of(&scores(n, n, true)).unwrap();
        black_box(square.two_steps());
        let ours = median_of(runs, || timed(|| black_box(square.two_steps())).0);
        lines.extend(against(
            &format!("A + A² of {n} / numpy"),
            ours,
            peer(&format!("square-{n}"), path),
            limit,
        ));
    }
    for (n, n_edges) in [(169, 4_371), (1_000, 10_318)] {
        lines.extend(network(n, n_edges, path));
    }
    let rows = RankedRows::from_scores(&scores(200, 17, false), |_, _| None, 3);
    let draws = Draws {
        scores: false,
        ..Draws::default()
    };
    let ours = median_of(5, || {
        timed(|| robustness(&rows, draws, &Progress::unwatched()).unwrap()).0
    });
    lines.extend(against(
        "SMAA, 10,000 draws of 200 × 17 / numpy",
        ours,
        peer("smaa", path),
        1.0,
    ));
    let many = scores(1_000, 169, false);
    let (time, pairs) = timed(|| Rows::of(&many).all_pairs());
    let note = format!("{} pairs", pairs.len());
    lines.push(line(
        "M13 of 1,000 policies × 169 goals",
        time.as_secs_f64(),
        1.0,
        "s",
        note,
    ));
    lines
}

/// Betweenness of the same network, and how far the two are apart.
fn network(n: usize, n_edges: usize, path: &Path) -> Vec<Line> {
    let peer = peer(&format!("network-{n}-{n_edges}"), path);
    let name = format!("betweenness of {n} nodes, {n_edges} edges");
    let (Ok(edges), Ok(values)) = (
        std::fs::read_to_string(path.join("edges.txt")),
        std::fs::read_to_string(path.join("betweenness.txt")),
    ) else {
        println!("skip {name}: networkx is not there (pip install --target, ORDITO_PEERS)");
        return Vec::new();
    };
    let mut strength = vec![0.0; n * n];
    for edge in edges.lines() {
        let parts: Vec<usize> = edge.split(' ').map(|part| part.parse().unwrap()).collect();
        strength[parts[0] * n + parts[1]] = parts[2] as f64;
    }
    let run = || {
        betweenness(
            &Edges::of(n, |i, j| strength[i * n + j]),
            &Progress::unwatched(),
        )
        .unwrap()
    };
    let ours = median_of(5, || timed(run).0);
    let expected: Vec<f64> = values.lines().map(|value| value.parse().unwrap()).collect();
    let apart = run()
        .iter()
        .zip(&expected)
        .map(|(ours, theirs)| (ours - theirs).abs())
        .fold(0.0, f64::max);
    let mut lines = vec![line(
        &format!("{name}: largest difference"),
        apart,
        1e-9,
        "",
        "networkx",
    )];
    lines.extend(against(&format!("{name} / networkx"), ours, peer, 0.1));
    lines
}
