//! What is counted over draws. Counts are whole numbers, so that it does not matter who counted first; the few sums are
//! of one part and added in the order of parts.

use super::super::whole::{whole, whole_32};
use crate::equal::Ruler;
use ordito_ground::text::Piece as _;
use std::collections::BTreeMap;

/// Parts from −1 to 1 that values of K are counted in.
const BINS: usize = 4_000;

pub struct Counts {
    n_rows: usize,
    n_columns: usize,
    pub n: u32,
    /// Rows × ranks.
    ranks: Vec<u32>,
    /// Rows × rows: draws in which the row is above the other.
    pub wins: Vec<u32>,
    /// Rows × bins of K.
    bins: Vec<u32>,
    sums: Vec<f64>,
    /// The lowest and the highest value of each row.
    ends: Vec<(f64, f64)>,
    /// Weights that put a row first: their sum and how many they were.
    firsts: BTreeMap<usize, (Vec<f64>, u32)>,
    order: Vec<(f64, usize)>,
    marks: Vec<f64>,
}

impl Counts {
    pub fn new(n_rows: usize, n_columns: usize) -> Self {
        Self {
            n_rows,
            n_columns,
            n: 0,
            ranks: vec![0; n_rows * n_rows],
            wins: vec![0; n_rows * n_rows],
            bins: vec![0; n_rows * BINS],
            sums: vec![0.0; n_rows],
            ends: vec![(f64::INFINITY, f64::NEG_INFINITY); n_rows],
            firsts: BTreeMap::new(),
            order: Vec::with_capacity(n_rows),
            marks: Vec::with_capacity(n_rows),
        }
    }

    /// Takes in a draw. Equal rows win over none of each other and share their rank.
    pub fn take(&mut self, values: &[f64], weights: Option<&[f64]>) {
        self.n += 1;
        self.marks.clear();
        self.marks
            .extend(values.iter().map(|value| Ruler::SHARES.mark(*value)));
        for (mark, wins) in self
            .marks
            .iter()
            .zip(self.wins.chunks_exact_mut(self.n_rows.max(1)))
        {
            for (wins, other) in wins.iter_mut().zip(&self.marks) {
                *wins += u32::from(mark > other);
            }
        }
        self.order.clear();
        self.order.extend(self.marks.iter().copied().zip(0..));
        self.order
            .sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let (mut rank, mut before) = (0, f64::INFINITY);
        for (place, (mark, row)) in self.order.iter().enumerate() {
            if *mark < before {
                (rank, before) = (place, *mark);
            }
            if let Some(count) = self.ranks.get_mut(row * self.n_rows + rank) {
                *count += 1;
            }
            if rank == 0
                && let Some(weights) = weights
            {
                let (sum, n) = self
                    .firsts
                    .entry(*row)
                    .or_insert_with(|| (vec![0.0; self.n_columns], 0));
                sum.iter_mut()
                    .zip(weights)
                    .for_each(|(sum, weight)| *sum += weight);
                *n += 1;
            }
        }
        for (row, value) in values.iter().enumerate() {
            let bin = whole(f64::midpoint(*value, 1.0) * BINS as f64);
            if let Some(count) = self.bins.get_mut(row * BINS + bin.min(BINS - 1)) {
                *count += 1;
            }
        }
        self.sums
            .iter_mut()
            .zip(values)
            .for_each(|(sum, value)| *sum += value);
        for (ends, value) in self.ends.iter_mut().zip(values) {
            *ends = (ends.0.min(*value), ends.1.max(*value));
        }
    }

    /// This part and the one that follows it.
    pub fn plus(mut self, next: Self) -> Self {
        let add = |ours: &mut Vec<u32>, theirs: Vec<u32>| {
            ours.iter_mut()
                .zip(theirs)
                .for_each(|(ours, theirs)| *ours += theirs);
        };
        self.n += next.n;
        add(&mut self.ranks, next.ranks);
        add(&mut self.wins, next.wins);
        add(&mut self.bins, next.bins);
        self.sums
            .iter_mut()
            .zip(next.sums)
            .for_each(|(ours, theirs)| *ours += theirs);
        for (ours, theirs) in self.ends.iter_mut().zip(next.ends) {
            *ours = (ours.0.min(theirs.0), ours.1.max(theirs.1));
        }
        for (row, (weights, n)) in next.firsts {
            let (sum, count) = self
                .firsts
                .entry(row)
                .or_insert_with(|| (vec![0.0; self.n_columns], 0));
            sum.iter_mut()
                .zip(weights)
                .for_each(|(sum, weight)| *sum += weight);
            *count += n;
        }
        self
    }

    pub fn acceptability(&self, row: usize) -> Vec<f64> {
        let n = f64::from(self.n.max(1));
        let ranks = self.ranks.piece(row * self.n_rows..(row + 1) * self.n_rows);
        ranks.iter().map(|count| f64::from(*count) / n).collect()
    }

    pub fn mean(&self, row: usize) -> f64 {
        self.sums.get(row).copied().unwrap_or(0.0) / f64::from(self.n.max(1))
    }

    /// Between the twentieth part from below and from above: from where the part begins that holds the lower one to
    /// where that ends which holds the upper one, and no further than any draw went.
    pub fn interval(&self, row: usize) -> (f64, f64) {
        let Some((lowest, highest)) = self.ends.get(row).copied().filter(|_| self.n > 0) else {
            return (0.0, 0.0);
        };
        let bins = self.bins.piece(row * BINS..(row + 1) * BINS);
        let bin = |share: f64| {
            let wanted = whole_32((share * f64::from(self.n)).ceil().max(1.0));
            let mut seen = 0;
            let bin = bins.iter().position(|count| {
                seen += count;
                seen >= wanted
            });
            bin.unwrap_or(0)
        };
        let edge = |bin: usize| 2.0 * bin as f64 / BINS as f64 - 1.0;
        let (low, high) = (edge(bin(0.05)), edge(bin(0.95) + 1));
        // A value that lies on an edge may be counted on either side of it.
        let inside = |edge: f64, end: f64| Ruler::SHARES.is_equal(edge, end);
        let low = if low < lowest || inside(low, lowest) {
            lowest
        } else {
            low
        };
        (
            low,
            if high > highest || inside(high, highest) {
                highest
            } else {
                high
            },
        )
    }

    pub fn central_weights(&self) -> Vec<Option<Vec<f64>>> {
        let of = |row| {
            self.firsts.get(&row).map(|(sum, n)| {
                sum.iter()
                    .map(|sum| sum / f64::from(*n))
                    .collect::<Vec<f64>>()
            })
        };
        (0..self.n_rows).map(of).collect()
    }
}
