//! METHODS M5: centralities of a cross-impact matrix, on paths whose edges are the shorter the stronger, 1/|m|.
//!
//! Betweenness after Brandes 2001 (J. Math. Sociol. 25:163); closeness with the reach correction of Wasserman & Faust;
//! row entropy. Shortest paths are our own: graph crates have betweenness on unweighted edges (rustworkx-core), or add
//! up in the order in which threads end (graphrs), which gives other bytes every time.

use super::Square;
use super::equal::settled;
use ordito_ground::jobs::{Progress, Stopped};
use ordito_ground::text::Piece as _;
use ordito_model::Item;
use rayon::prelude::*;
use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

/// One item's place in the network of effects.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Central {
    pub item: Item,
    /// Shortest paths between others that pass through it, a path of several equal ones counting its share.
    pub betweenness: f64,
    /// Of `(n − 1)(n − 2)` ordered pairs of others, 0…1; `None` for fewer than three items.
    pub betweenness_share: Option<f64>,
    /// How near the items are that it reaches, corrected for those it does not; 0 when it reaches none.
    pub closeness_out: f64,
    /// How near the items are that reach it.
    pub closeness_in: f64,
    /// `H = −Σ p log2 p` of its row, bits: 0 when it acts on one item only; `None` when on none.
    pub entropy: Option<f64>,
}

/// Lengths are 1/|m| times this, so that the lengths of ordinary scores are whole and equal paths are equal to the bit.
const LENGTH: f64 = 2_520.0;
/// Sources a thread takes at once. Sums go by these, so that the number of threads changes no bit.
const SOURCES: usize = 16;

/// Centralities of all items, in the order of rows.
///
/// # Errors
/// [`Stopped`].
pub fn centralities(square: &Square, progress: &Progress) -> Result<Vec<Central>, Stopped> {
    let n = square.n();
    let edges = |forth: bool| {
        Edges::of(n, |i, j| {
            if forth {
                square.at(i, j)
            } else {
                square.at(j, i)
            }
        })
    };
    let (forth, back) = (edges(true), edges(false));
    let between = betweenness(&forth, progress)?;
    let (out, into) = (closeness(&forth, progress)?, closeness(&back, progress)?);
    let pairs = (n > 2).then(|| (n - 1) as f64 * (n - 2) as f64);
    let values = square
        .items
        .iter()
        .zip(between)
        .zip(out.into_iter().zip(into))
        .enumerate();
    Ok(values
        .map(|(row, ((item, between), (out, into)))| Central {
            item: *item,
            betweenness: between,
            betweenness_share: pairs.map(|pairs| between / pairs),
            closeness_out: out,
            closeness_in: into,
            entropy: entropy(square, row),
        })
        .collect())
}

fn entropy(square: &Square, row: usize) -> Option<f64> {
    let sizes = || {
        (0..square.n())
            .map(|column| square.at(row, column).abs())
            .filter(|size| *size > 0.0)
    };
    let sum: f64 = sizes().sum();
    (sum > 0.0).then(|| {
        sizes()
            .map(|size| size / sum)
            .map(|p| -p * p.log2())
            .sum::<f64>()
            + 0.0
    })
}

/// Edges with their lengths, by where they begin.
#[derive(Debug, Clone)]
pub struct Edges {
    first: Vec<usize>,
    edges: Vec<(usize, f64)>,
}
impl Edges {
    /// An edge wherever the strength is not 0.
    pub fn of(n: usize, strength: impl Fn(usize, usize) -> f64) -> Self {
        let (mut first, mut edges) = (vec![0], Vec::new());
        for i in 0..n {
            edges.extend((0..n).filter_map(|j| {
                let size = strength(i, j).abs();
                (i != j && size > 0.0).then(|| (j, LENGTH / size))
            }));
            first.push(edges.len());
        }
        Self { first, edges }
    }
    fn n(&self) -> usize {
        self.first.len() - 1
    }
    fn from(&self, node: usize) -> &[(usize, f64)] {
        let of = |node: usize| self.first.get(node).copied().unwrap_or(self.edges.len());
        self.edges.piece(of(node)..of(node + 1))
    }
}

/// A node to be looked at: the nearest first, of equally near ones the first. Lengths are not negative, and the bits of
/// such numbers are in the order of the numbers.
type Ahead = Reverse<(u64, usize)>;

fn ahead(distance: f64, node: usize) -> Ahead {
    Reverse((distance.to_bits(), node))
}

/// Ways of one length are equal, though their parts were added in another order: 1/0.7 has no end in the machine. The
/// shortest edge is ten thousand times as long as what is let go here.
fn order(there: f64, before: f64) -> Ordering {
    // Where nothing was before, it is infinite, and so is what lies between.
    if settled(there - before, there) == 0.0 {
        Ordering::Equal
    } else {
        there.total_cmp(&before)
    }
}

/// What one search needs, used again for each source.
struct Search {
    distance: Vec<f64>,
    is_done: Vec<bool>,
    /// Number of shortest paths.
    paths: Vec<f64>,
    order: Vec<usize>,
    ahead: BinaryHeap<Ahead>,
    share: Vec<f64>,
}
impl Search {
    fn new(n: usize) -> Self {
        Self {
            distance: vec![f64::INFINITY; n],
            is_done: vec![false; n],
            paths: vec![0.0; n],
            order: Vec::with_capacity(n),
            ahead: BinaryHeap::new(),
            share: vec![0.0; n],
        }
    }

    /// Dijkstra's search with the number of shortest paths.
    #[expect(
        clippy::indexing_slicing,
        reason = "places come from the edges, which hold places below n only"
    )]
    fn from(&mut self, edges: &Edges, source: usize) {
        self.distance.fill(f64::INFINITY);
        self.is_done.fill(false);
        self.paths.fill(0.0);
        self.order.clear();
        self.distance[source] = 0.0;
        self.paths[source] = 1.0;
        self.ahead.push(ahead(0.0, source));
        while let Some(Reverse((distance, node))) = self.ahead.pop() {
            if self.is_done[node] {
                continue;
            }
            let distance = f64::from_bits(distance);
            self.is_done[node] = true;
            self.order.push(node);
            for (next, length) in edges.from(node) {
                // What is done is nearer by an edge at least.
                if self.is_done[*next] {
                    continue;
                }
                let there = distance + length;
                match order(there, self.distance[*next]) {
                    Ordering::Less => {
                        self.distance[*next] = there;
                        self.paths[*next] = self.paths[node];
                        self.ahead.push(ahead(there, *next));
                    }
                    Ordering::Equal => self.paths[*next] += self.paths[node],
                    Ordering::Greater => {}
                }
            }
        }
    }

    /// Adds this source's share of shortest paths through each node: what lies behind each edge that is the last of a
    /// shortest path, the farthest nodes first.
    #[expect(clippy::indexing_slicing, reason = "as above")]
    fn add_betweenness(&mut self, edges: &Edges, source: usize, sums: &mut [f64]) {
        for node in self.order.iter().rev().copied() {
            let mut behind = 0.0;
            for (next, length) in edges.from(node) {
                if order(self.distance[node] + length, self.distance[*next]).is_eq() {
                    behind += (1.0 + self.share[*next]) / self.paths[*next];
                }
            }
            self.share[node] = self.paths[node] * behind;
            if node != source {
                sums[node] += self.share[node];
            }
        }
    }
}

fn each_source<T: Send>(
    edges: &Edges,
    progress: &Progress,
    work: impl Fn(&mut Search, std::ops::Range<usize>) -> T + Sync,
) -> Result<Vec<T>, Stopped> {
    let n = edges.n();
    progress.restart();
    let chunks: Vec<_> = (0..n)
        .step_by(SOURCES)
        .map(|from| from..(from + SOURCES).min(n))
        .collect();
    let n_chunks = chunks.len();
    chunks
        .into_par_iter()
        .map_init(
            || Search::new(n),
            |search, sources| {
                progress.one_more(n_chunks)?;
                Ok(work(search, sources))
            },
        )
        .collect()
}

/// Betweenness of each node, in counts of paths between ordered pairs.
///
/// # Errors
/// [`Stopped`].
pub fn betweenness(edges: &Edges, progress: &Progress) -> Result<Vec<f64>, Stopped> {
    let parts = each_source(edges, progress, |search, sources| {
        let mut sums = vec![0.0; edges.n()];
        for source in sources {
            search.from(edges, source);
            search.add_betweenness(edges, source, &mut sums);
        }
        sums
    })?;
    let mut sums = vec![0.0; edges.n()];
    for part in parts {
        sums.iter_mut()
            .zip(part)
            .for_each(|(sum, part)| *sum += part);
    }
    Ok(sums)
}

/// `((r − 1)/(n − 1)) · ((r − 1)/Σ d)` over the r nodes that are reached, itself one of them; lengths 1/|m|.
///
/// # Errors
/// [`Stopped`].
pub fn closeness(edges: &Edges, progress: &Progress) -> Result<Vec<f64>, Stopped> {
    let n = edges.n();
    let parts = each_source(edges, progress, |search, sources| {
        let near = |source| {
            search.from(edges, source);
            let reached = search.order.len() as f64 - 1.0;
            let sum: f64 = search
                .order
                .iter()
                .filter_map(|node| search.distance.get(*node))
                .sum::<f64>()
                / LENGTH;
            if sum > 0.0 {
                reached / (n as f64 - 1.0) * (reached / sum)
            } else {
                0.0
            }
        };
        sources.map(near).collect::<Vec<f64>>()
    })?;
    Ok(parts.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::square;

    fn found(text: &str) -> Vec<Central> {
        centralities(&Square::of(&square(text)).unwrap(), &Progress::unwatched()).unwrap()
    }

    #[test]
    fn a_line_and_its_way_round_by_hand() {
        // 1 → 2 → 3 with strength 2 each (length ½ + ½), and 1 → 3 with strength 1 (length 1): two equal ways.
        let central = found(". 2 -1\n. . 2\n. . .");
        assert_eq!(central[1].betweenness, 0.5);
        assert_eq!(central[1].betweenness_share, Some(0.25));
        // From 1: two reached of two at ½ and 1. Into 3: from 2 at ½, from 1 at 1.
        assert!((central[0].closeness_out - 2.0 / 1.5).abs() < 1e-12);
        assert!((central[2].closeness_in - 2.0 / 1.5).abs() < 1e-12);
        // 2 reaches one of two at ½: ½ · 1/½.
        assert_eq!(
            (central[1].closeness_out, central[2].closeness_out),
            (1.0, 0.0)
        );
        // Row 1: shares 2/3 and 1/3. Row 2: one item only. Row 3: none.
        // 1 → 2 → 4 and 1 → 3 → 4 of 0.7 and 0.3 in both orders are equally long, whatever the machine made of them.
        let mut ways = Edges::of(4, |i, j| {
            [
                [0.0, 0.7, 0.3, 0.0],
                [0.0, 0.0, 0.0, 0.3],
                [0.0, 0.0, 0.0, 0.7],
                [0.0; 4],
            ][i][j]
        });
        assert_eq!(
            betweenness(&ways, &Progress::unwatched()).unwrap(),
            [0.0, 0.5, 0.5, 0.0]
        );
        ways.edges
            .iter_mut()
            .for_each(|(_, length)| *length += *length * f64::EPSILON * 3.0 * (*length).sin());
        assert_eq!(
            betweenness(&ways, &Progress::unwatched()).unwrap(),
            [0.0, 0.5, 0.5, 0.0]
        );
        let bits =
            -(2.0_f64 / 3.0) * (2.0_f64 / 3.0).log2() - (1.0_f64 / 3.0) * (1.0_f64 / 3.0).log2();
        assert!((central[0].entropy.unwrap() - bits).abs() < 1e-12);
        assert_eq!((central[1].entropy, central[2].entropy), (Some(0.0), None));
    }

    #[test]
    fn the_number_of_threads_changes_no_bit() {
        let n = 60;
        let edges = Edges::of(n, |i, j| {
            if (i * 7 + j * 13) % 5 == 0 {
                ((i + j) % 3 + 1) as f64
            } else {
                0.0
            }
        });
        let with = |threads| {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .unwrap();
            pool.install(|| betweenness(&edges, &Progress::unwatched()).unwrap())
        };
        let bits = |values: Vec<f64>| values.into_iter().map(f64::to_bits).collect::<Vec<_>>();
        let one = bits(with(1));
        assert_eq!(one, bits(with(4)));
        assert!(one.iter().any(|bits| *bits != 0));
    }

    #[test]
    fn who_stops_it_stops_it() {
        let progress = Progress::unwatched();
        progress.stop();
        assert_eq!(
            betweenness(&Edges::of(40, |_, _| 1.0), &progress),
            Err(Stopped)
        );
    }
}
