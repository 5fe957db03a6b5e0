//! How far a ranking holds when some of the cells had not been scored: what METHODS M11 asks of every ranking, for those
//! that M9 and SMAA are not about.
//!
//! Ranks are worked out anew many times, each time without one scored cell in ten, drawn by chance (case dropping:
//! Costenbader & Valente 2003, Social Networks 25:283, on centralities; Epskamp, Borsboom & Fried 2018, Behav. Res.
//! Methods 50:195). An item's rank is given with the ranks between which nine draws of ten lie. It asks nothing of
//! what scores are worth, so that it is fit for networks and magnitudes, where noise on a score of 0 would make effects
//! that nobody named. Each draw has a random stream of its own: the same seed gives the same bytes whatever the threads.

use super::equal::ranks;
use super::whole::whole;
use super::{Score, Scores};
use ordito_ground::jobs::{Progress, Stopped};
use rand_distr::{Distribution as _, StandardUniform};
use rand_pcg::Pcg64;
use rayon::prelude::*;

/// How often cells are left out, from which seed. Every draw leaves out one scored cell in [`ONE_IN`], at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaseDeletion {
    pub n: u32,
    pub seed: u64,
}
impl Default for CaseDeletion {
    fn default() -> Self {
        Self {
            n: 200,
            seed: 2_030,
        }
    }
}
/// Of so many scored cells one is left out.
pub const ONE_IN: usize = 10;

impl CaseDeletion {
    /// Fewer draws, twenty at least, where one takes so many steps that two hundred would be waited for too long.
    pub fn for_steps(steps: usize) -> Self {
        const ALL: usize = 600_000_000;
        let n = u32::try_from(ALL / steps.max(1))
            .unwrap_or(u32::MAX)
            .clamp(20, Self::default().n);
        Self {
            n,
            ..Self::default()
        }
    }

    /// What `of` makes of the scores without some cells, draw by draw.
    ///
    /// # Errors
    /// [`Stopped`].
    pub fn draws<T: Send>(
        self,
        scores: &Scores,
        progress: &Progress,
        of: impl Fn(&Scores) -> Result<T, Stopped> + Sync,
    ) -> Result<Vec<T>, Stopped> {
        let scored: Vec<usize> = scores.scored_places();
        let n_left_out = if scored.is_empty() {
            0
        } else {
            (scored.len() / ONE_IN).max(1)
        };
        progress.restart();
        (0..self.n)
            .into_par_iter()
            .map(|draw| {
                progress.one_more(self.n as usize)?;
                let mut random = Pcg64::new(u128::from(self.seed), u128::from(draw));
                let (mut left, mut less) = (scored.clone(), scores.clone());
                for at in 0..n_left_out {
                    // The first of those that are left changes places with any of them.
                    let drawn: u64 = StandardUniform.sample(&mut random);
                    let other =
                        usize::try_from((u128::from(drawn) * (left.len() - at) as u128) >> 64)
                            .unwrap_or(0);
                    left.swap(at, at + other);
                    if let Some(place) = left.get(at) {
                        less.leave_out(*place);
                    }
                }
                of(&less)
            })
            .collect()
    }
}

/// A rank, and how far it holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankRange {
    /// 1 is the first; equal ones have equal ranks.
    pub rank: usize,
    /// Nine draws of ten put it between these.
    pub low: usize,
    pub high: usize,
    /// Share of draws in which it is among the first three.
    pub top_three: f64,
}

/// The rank of each value, largest first, with the ranks it had in the draws. What has no value has no rank; in a draw
/// it comes last.
pub fn rank_ranges<'a>(
    now: &[Option<f64>],
    draws: impl IntoIterator<Item = &'a [Option<f64>]>,
) -> Vec<Option<RankRange>> {
    let mut seen: Vec<Vec<u32>> = vec![Vec::new(); now.len()];
    for draw in draws {
        let last = draw.len().max(1);
        for (seen, rank) in seen.iter_mut().zip(ranks(draw)) {
            seen.push(u32::try_from(rank.unwrap_or(last)).unwrap_or(u32::MAX));
        }
    }
    ranks(now)
        .into_iter()
        .zip(seen)
        .map(|(rank, mut seen)| {
            let rank = rank?;
            seen.sort_unstable();
            let n = seen.len();
            let at = |share: f64| {
                let place = whole((share * n as f64).ceil()).clamp(1, n.max(1)) - 1;
                seen.get(place).map_or(rank, |rank| *rank as usize)
            };
            let first = seen.iter().filter(|rank| **rank <= 3).count();
            Some(RankRange {
                rank,
                low: at(0.05),
                high: at(0.95),
                top_three: first as f64 / n.max(1) as f64,
            })
        })
        .collect()
}

impl Scores {
    /// Places of the scored crossings among the cells.
    fn scored_places(&self) -> Vec<usize> {
        let n_columns = self.columns.len();
        let scored = self.crossings().filter(|(_, _, score)| score.is_scored());
        scored
            .map(|(row, column, _)| row * n_columns + column)
            .collect()
    }
    /// As if nobody had scored the cell.
    fn leave_out(&mut self, place: usize) {
        let n_columns = self.columns.len().max(1);
        self.set(place / n_columns, place % n_columns, Score::Unscored);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sums;
    use crate::written::scores;
    use ordito_model::Axis;
    use std::collections::BTreeSet;

    fn nets(scores: &Scores) -> Vec<Option<f64>> {
        sums::lines(scores, Axis::Rows)
            .iter()
            .map(|sums| (sums.scored > 0).then(|| sums.net()))
            .collect()
    }

    #[test]
    fn ranks_between_which_nine_draws_of_ten_lie_by_hand() {
        // Forty draws; in some of them the two items change places.
        let found = |changed: usize| {
            let draw = |at| {
                if at < changed {
                    [Some(1.0), Some(2.0)]
                } else {
                    [Some(2.0), Some(1.0)]
                }
            };
            let draws: Vec<[Option<f64>; 2]> = (0..40).map(draw).collect();
            rank_ranges(
                &[Some(2.0), Some(1.0)],
                draws.iter().map(<[_; 2]>::as_slice),
            )
        };
        // The 2nd and the 38th of forty ranks: with three changes 1, …, 1, 2, 2, 2 and 1, 1, 1, 2, …, 2.
        assert_eq!(
            found(3)[0],
            Some(RankRange {
                rank: 1,
                low: 1,
                high: 2,
                top_three: 1.0
            })
        );
        assert_eq!(
            found(3)[1],
            Some(RankRange {
                rank: 2,
                low: 1,
                high: 2,
                top_three: 1.0
            })
        );
        // Two of forty are within the twentieth that is left off at that end; at the other end the 2nd is one of them.
        let ends = |range: Option<RankRange>| range.map(|range| (range.low, range.high));
        assert_eq!(
            (ends(found(2)[0]), ends(found(1)[1])),
            (Some((1, 1)), Some((2, 2)))
        );
        // What has no value now has no rank; in a draw it comes last.
        let gone = rank_ranges(&[None, Some(1.0)], [[Some(1.0), None].as_slice()]);
        assert_eq!(
            (
                gone[0],
                gone[1].map(|range| (range.rank, range.low, range.high))
            ),
            (None, Some((1, 2, 2)))
        );
    }

    #[test]
    fn one_cell_in_ten_is_left_out_and_each_of_them_some_time() {
        // Two rows of ten ones and two of ten twos: of forty cells four are left out, so a row loses 4 at most.
        let line = |value: &str| [value; 10].join(" ");
        let matrix = scores(&[line("1"), line("1"), line("2"), line("2")].join("\n"));
        let left = CaseDeletion { n: 400, seed: 7 };
        let draws = left
            .draws(&matrix, &Progress::unwatched(), |less| {
                Ok(less.scored_places())
            })
            .unwrap();
        assert!(
            draws.iter().all(|scored| scored.len() == 36),
            "four of forty, in every draw"
        );
        let out: BTreeSet<usize> = draws
            .iter()
            .flat_map(|scored| (0..40).filter(|at| !scored.contains(at)))
            .collect();
        assert_eq!(out.len(), 40, "every cell is left out in some draw");
        let values = left
            .draws(&matrix, &Progress::unwatched(), |less| Ok(nets(less)))
            .unwrap();
        let found = rank_ranges(&nets(&matrix), values.iter().map(Vec::as_slice));
        // 10 against at least 20 − 2 · 4: the two sorts never meet; within each either may come first.
        let ranges: Vec<_> = found
            .iter()
            .flatten()
            .map(|range| (range.rank, range.low, range.high))
            .collect();
        assert_eq!(ranges, [(3, 3, 4), (3, 3, 4), (1, 1, 2), (1, 1, 2)]);
    }

    #[test]
    fn the_same_seed_gives_the_same_draws_whatever_the_threads() {
        let matrix = scores(&[["1 -2 3 0 2"; 4].join(" "), ["2 1 . -3 1"; 4].join(" ")].join("\n"));
        let on = |threads: usize, seed: u64| {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .unwrap();
            let left = CaseDeletion { n: 64, seed };
            pool.install(|| {
                left.draws(&matrix, &Progress::unwatched(), |less| {
                    Ok(less.scored_places())
                })
                .unwrap()
            })
        };
        let alone = on(1, 3);
        assert!(on(2, 3) == alone && on(5, 3) == alone);
        assert_ne!(on(1, 4), alone);
    }

    #[test]
    fn a_lone_cell_is_left_out_and_nothing_stays_nothing() {
        let one = CaseDeletion { n: 5, seed: 1 };
        let alone = one
            .draws(&scores("2 .\n. n"), &Progress::unwatched(), |less| {
                Ok(nets(less))
            })
            .unwrap();
        assert_eq!(alone, vec![vec![None, None]; 5]);
        let nothing = one
            .draws(&scores(". n"), &Progress::unwatched(), |less| {
                Ok(nets(less))
            })
            .unwrap();
        assert_eq!(nothing, vec![vec![None]; 5]);
        let stopped = Progress::unwatched();
        stopped.stop();
        assert_eq!(
            one.draws(&scores("1"), &stopped, |less| Ok(nets(less))),
            Err(Stopped)
        );
    }

    #[test]
    fn what_takes_long_is_drawn_less_often() {
        assert_eq!(
            (
                CaseDeletion::for_steps(0).n,
                CaseDeletion::for_steps(3_000_000).n
            ),
            (200, 200)
        );
        assert_eq!(
            (
                CaseDeletion::for_steps(10_000_000).n,
                CaseDeletion::for_steps(usize::MAX).n
            ),
            (60, 20)
        );
    }
}
