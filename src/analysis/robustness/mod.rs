//! METHODS M9 and M11: how far a ranking of rows holds when scores and weights are not sure.
//!
//! Rows are ranked by the coherence index K (M2); equal ones share their rank (`equal`). Scores are drawn as
//! Normal(score, σ) clipped to the scale, whose lowest level may be 0, σ by the cell's confidence (M9, house values); weights uniformly on the simplex, as normalised exponentials (SMAA-2: Lahdelma,
//! Hokkanen & Salminen 1998, EJOR 106:137; Lahdelma & Salminen 2001). Every draw belongs to a numbered part with a
//! random stream of its own: the same seed gives the same bytes whatever the number of threads.
//!
//! Not here: which weight changes the ranking (`stability`), which missing cell could (`gaps`).

mod count;
pub mod gaps;
mod rows;
pub mod stability;

pub use rows::RankedRows;

use crate::equal::{Ruler, ranks_on};
use count::Counts;
use ordito_ground::jobs::{Progress, Stopped};
use ordito_model::Item;
use rand_distr::{Distribution as _, Exp1, StandardNormal};
use rand_pcg::Pcg64;
use rayon::prelude::*;

/// σ of a score in score points, by confidence 1…5 (METHODS M9: confidence 5 … 1 → 0.2, 0.5, 0.8, 1.2, 1.5).
pub const SIGMAS: [f64; 5] = [1.5, 1.2, 0.8, 0.5, 0.2];

/// σ of a score by the confidence its cell says, or by `unsaid` where it says none.
pub fn sigma(confidence: Option<u8>, unsaid: u8) -> f64 {
    SIGMAS[usize::from(confidence.unwrap_or(unsaid).clamp(1, 5)) - 1]
}

/// What is drawn, and how often.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Draws {
    pub n: u32,
    pub seed: u64,
    /// Weights uniformly on the simplex; else those of the matrix.
    pub weights: bool,
    /// Scores by their confidence; else as they are.
    pub scores: bool,
    /// Confidence of cells that say none, 1…5.
    pub unsaid: u8,
    /// Wins of one row over another in this share of draws separate the two, ½…1.
    pub separates: f64,
}
impl Default for Draws {
    fn default() -> Self {
        Self {
            n: 10_000,
            seed: 2_030,
            weights: true,
            scores: true,
            unsaid: 3,
            separates: 0.9,
        }
    }
}

/// One row's place over all draws.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    pub item: Item,
    /// K as scored, with the weights of the matrix.
    pub index: f64,
    /// 1 is the best; equal rows have equal ranks.
    pub rank: usize,
    /// Scored cells it rests on, and crossings that could be.
    pub scored: usize,
    pub possible: usize,
    /// Mean of K over the draws.
    pub mean: f64,
    /// Nine draws in ten lie between these; they are known to 0.0005, and given the wider way.
    pub low: f64,
    pub high: f64,
    pub mean_rank: f64,
    /// Share of draws with rank 1, 2, …: rank acceptability.
    pub acceptability: Vec<f64>,
    /// Share of draws with rank 1, 2 or 3.
    pub top_three: f64,
    /// Mean of the weights that put it first, by column; `None` when none did or weights were not drawn.
    pub central_weights: Option<Vec<f64>>,
    /// How often it is first with its central weights, over draws of the scores; 1 or 0 when scores are not drawn.
    pub confidence_factor: Option<f64>,
    /// Rows of one group do not separate; 0 is the best group.
    pub group: usize,
}

impl Ranked {
    /// How undecided its rank is, in bits: `−Σ b log2 b` over its rank acceptabilities; 0 when it has one rank always.
    pub fn entropy(&self) -> f64 {
        let shares = self.acceptability.iter().filter(|share| **share > 0.0);
        shares.map(|share| -share * share.log2()).sum::<f64>() + 0.0
    }
}

/// How far a ranking holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Robustness {
    pub draws: Draws,
    /// In the order of the matrix; rows with nothing scored, or only on columns of weight 0, are in `unranked`.
    pub rows: Vec<Ranked>,
    pub unranked: Vec<Item>,
    /// Columns with their weights as shares of 1.
    pub columns: Vec<(Item, f64)>,
    /// Share of draws in which the row is above the other: rows × rows.
    pub wins: Vec<f64>,
    /// Cells drawn with the confidence of `Draws::unsaid`, because they say none.
    pub without_confidence: usize,
}
impl Robustness {
    /// Pairwise winning index: how often row a is above row b, by their places in `rows`.
    pub fn win(&self, a: usize, b: usize) -> f64 {
        self.wins
            .get(a * self.rows.len() + b)
            .copied()
            .unwrap_or(0.0)
    }
    /// Places in `rows`, best mean rank first.
    pub fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        let mean = |place: &usize| {
            self.rows
                .get(*place)
                .map_or(f64::INFINITY, |row| row.mean_rank)
        };
        order.sort_by(|a, b| {
            Ruler::of([self.rows.len() as f64])
                .order(mean(a), mean(b))
                .then(a.cmp(b))
        });
        order
    }
}

/// Parts that draws are done in. Never the number of threads: results must not depend on that.
const PARTS: u32 = 64;
/// Draws of the scores for a confidence factor.
const FACTOR_DRAWS: u32 = 1_000;

/// Ranks the rows over many draws.
///
/// # Errors
/// [`Stopped`].
pub fn robustness(
    rows: &RankedRows,
    draws: Draws,
    progress: &Progress,
) -> Result<Robustness, Stopped> {
    let n_rows = rows.items.len();
    let n_parts = PARTS.min(draws.n.max(1));
    let parts: Vec<u32> = (0..n_parts).collect();
    progress.restart();
    let of_part = |part: u32| -> Result<Counts, Stopped> {
        progress.one_more(parts.len())?;
        let (from, to) = (
            share(draws.n, part, n_parts),
            share(draws.n, part + 1, n_parts),
        );
        let mut counts = Counts::new(n_rows, rows.columns.len());
        let mut draw = Draw::new(rows, draws.seed, u128::from(part));
        for i in from..to {
            if i % 64 == 0 {
                progress.go_on()?;
            }
            if draws.weights {
                draw.draw_weights();
            }
            if draws.scores {
                draw.draw_scores(rows);
            }
            draw.values(rows);
            counts.take(
                &draw.values,
                draws.weights.then_some(draw.weights.as_slice()),
            );
        }
        Ok(counts)
    };
    // Counts are whole numbers; the sums of a part are added in the order of parts.
    let done: Vec<Counts> = parts
        .par_iter()
        .map(|part| of_part(*part))
        .collect::<Result<_, _>>()?;
    let counts = done
        .into_iter()
        .reduce(Counts::plus)
        .unwrap_or_else(|| Counts::new(n_rows, rows.columns.len()));
    let central = counts.central_weights();
    let factors: Vec<Option<f64>> = central
        .par_iter()
        .enumerate()
        .map(|(row, weights)| {
            progress.go_on()?;
            Ok(weights
                .as_ref()
                .map(|weights| confidence_factor(rows, draws, row, weights)))
        })
        .collect::<Result<_, Stopped>>()?;
    Ok(result(rows, draws, &counts, central, factors))
}

fn share(n: u32, part: u32, parts: u32) -> u32 {
    // No more than `n`.
    u32::try_from(u64::from(n) * u64::from(part) / u64::from(parts)).unwrap_or(n)
}

/// How often a row is first with these weights when its and the others' scores are drawn.
fn confidence_factor(rows: &RankedRows, draws: Draws, row: usize, weights: &[f64]) -> f64 {
    let mut draw = Draw::new(rows, draws.seed, u128::from(PARTS) + row as u128);
    draw.weights.copy_from_slice(weights);
    let n = if draws.scores { FACTOR_DRAWS } else { 1 };
    let mut first = 0_u32;
    for _ in 0..n {
        if draws.scores {
            draw.draw_scores(rows);
        }
        draw.values(rows);
        let own = draw.values.get(row).copied().unwrap_or(f64::NEG_INFINITY);
        first += u32::from(
            !draw
                .values
                .iter()
                .any(|other| Ruler::SHARES.is_above(*other, own)),
        );
    }
    f64::from(first) / f64::from(n)
}

fn result(
    rows: &RankedRows,
    draws: Draws,
    counts: &Counts,
    central: Vec<Option<Vec<f64>>>,
    factors: Vec<Option<f64>>,
) -> Robustness {
    let n_rows = rows.items.len();
    let given = rows.indices();
    let ranks = ranks_on(
        Ruler::SHARES,
        &given.iter().copied().map(Some).collect::<Vec<_>>(),
    );
    let n = f64::from(counts.n.max(1));
    let wins: Vec<f64> = counts
        .wins
        .iter()
        .map(|wins| f64::from(*wins) / n)
        .collect();
    let mut ranked: Vec<Ranked> = central
        .into_iter()
        .zip(factors)
        .enumerate()
        .map(|(row, (central_weights, confidence_factor))| {
            let acceptability = counts.acceptability(row);
            let (low, high) = counts.interval(row);
            let index = given.get(row).copied().unwrap_or(0.0);
            Ranked {
                item: rows.items[row],
                index,
                rank: ranks.get(row).copied().flatten().unwrap_or(1),
                scored: rows.counts[row].0,
                possible: rows.counts[row].1,
                mean: counts.mean(row),
                low,
                high,
                mean_rank: (1..)
                    .zip(&acceptability)
                    .map(|(rank, share)| f64::from(rank) * share)
                    .sum(),
                top_three: acceptability.iter().take(3).sum(),
                acceptability,
                central_weights,
                confidence_factor,
                group: 0,
            }
        })
        .collect();
    let mut found = Robustness {
        draws,
        rows: Vec::new(),
        unranked: rows.unranked.clone(),
        columns: rows
            .columns
            .iter()
            .copied()
            .zip(rows.weights.iter().copied())
            .collect(),
        wins,
        without_confidence: if draws.scores {
            rows.without_confidence
        } else {
            0
        },
    };
    std::mem::swap(&mut found.rows, &mut ranked);
    let order = found.order();
    let groups = separate(&order, |a, b| found.wins[a * n_rows + b], draws.separates);
    for (row, group) in groups {
        found.rows[row].group = group;
    }
    found
}

/// Groups of rows in their order: what is not above another one often enough is in one group with it and with all that
/// lie between.
fn separate(
    order: &[usize],
    win: impl Fn(usize, usize) -> f64,
    separates: f64,
) -> Vec<(usize, usize)> {
    let mut groups = Vec::with_capacity(order.len());
    let (mut group, mut reach) = (0, 0);
    for (place, row) in order.iter().enumerate() {
        if place > 0 && place > reach {
            group += 1;
        }
        let below = order.iter().enumerate().skip(place + 1);
        let last = below
            .filter(|(_, other)| win(*row, **other) < separates)
            .map(|(place, _)| place)
            .max();
        reach = reach.max(last.unwrap_or(place));
        groups.push((*row, group));
    }
    groups
}

/// One draw after the other, of one random stream.
struct Draw {
    random: Pcg64,
    weights: Vec<f64>,
    nets: Vec<f64>,
    values: Vec<f64>,
}
impl Draw {
    fn new(rows: &RankedRows, seed: u64, stream: u128) -> Self {
        Self {
            random: Pcg64::new(u128::from(seed), stream),
            weights: rows.weights.clone(),
            nets: rows.nets.clone(),
            values: vec![0.0; rows.items.len()],
        }
    }
    /// Uniform on the simplex: exponentials divided by their sum.
    fn draw_weights(&mut self) {
        let mut sum = 0.0;
        for weight in &mut self.weights {
            let drawn: f64 = Exp1.sample(&mut self.random);
            *weight = drawn;
            sum += drawn;
        }
        self.weights.iter_mut().for_each(|weight| *weight /= sum);
    }
    fn draw_scores(&mut self, rows: &RankedRows) {
        for ((net, given), sigma) in self.nets.iter_mut().zip(&rows.nets).zip(&rows.sigmas) {
            // A sigma of 0 stands where nothing is scored.
            if *sigma > 0.0 {
                let drawn: f64 = StandardNormal.sample(&mut self.random);
                *net = sigma
                    .mul_add(drawn, *given)
                    .max(rows.reach.0)
                    .min(rows.reach.1);
            }
        }
    }
    /// K of each row.
    fn values(&mut self, rows: &RankedRows) {
        rows.indices_with(&self.nets, &self.weights, &mut self.values);
    }
}

#[cfg(test)]
mod tests;
