//! Where a matrix pulls against itself: cells (M2), pairs of rows on a column (M13), columns left alone (M15).
//!
//! One list ranked by intensity in score points times weight: `w_g |t|` of a cell, `w_g min(|s_a|, |s_b|)` of a pair
//! (METHODS M13), `w_g Σ |t|` of a column that is only harmed. Columns that nobody or only one row helps have no
//! intensity and come last. At equal intensity what nobody has softened comes first. The ranking is a house definition
//! of the order in which to talk, no index; how surely a conflict is one when scores are not sure is said beside it
//! ([`still_there`], on the noise of METHODS M9).

use super::equal::{Ruler, plain};
use super::{Score, Scores};
use ordito_ground::jobs::{Progress, Stopped};
use ordito_model::Item;
use std::cmp::Ordering;

/// What sort of conflict it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConflictKind {
    /// A trade-off without a co-benefit.
    Tradeoff,
    /// A co-benefit and a trade-off in one cell, which a net number hides.
    TwoSided,
    /// Two rows with opposite nets on one column.
    Pair,
    /// No row helps this column, some harm it.
    OnlyTradeoffs,
    /// Scored, and no row helps or harms this column.
    Nobody,
    /// One row alone helps this column.
    OnlyOne,
}
impl ConflictKind {
    pub const ALL: [Self; 6] = [
        Self::Tradeoff,
        Self::TwoSided,
        Self::Pair,
        Self::OnlyTradeoffs,
        Self::Nobody,
        Self::OnlyOne,
    ];
    /// The word that stands for it in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Tradeoff => "tradeoff",
            Self::TwoSided => "two_sided",
            Self::Pair => "pair",
            Self::OnlyTradeoffs => "only_tradeoffs",
            Self::Nobody => "nobody",
            Self::OnlyOne => "only_one",
        }
    }
}

/// One conflict, with the cells it is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    pub kind: ConflictKind,
    /// The rows in it: one of a cell, the helping and the harming one of a pair, those of a column.
    pub rows: Vec<Item>,
    pub column: Item,
    /// The net of each row in it, in score points.
    pub nets: Vec<f64>,
    /// Points times weight; `None` where nothing pulls.
    pub intensity: Option<f64>,
    /// Every trade-off in it has a mitigation.
    pub mitigated: bool,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Conflicts {
    /// Most intense first.
    pub list: Vec<Conflict>,
    /// How many there are of each kind, also those left out.
    pub counts: [usize; 6],
    /// Cells scored, and crossings there are.
    pub scored: usize,
    pub crossings: usize,
    /// Crossings nobody answered, or nobody knew.
    pub missing: usize,
}
impl Conflicts {
    pub fn count(&self, kind: ConflictKind) -> usize {
        ConflictKind::ALL
            .iter()
            .zip(self.counts)
            .find(|(of, _)| **of == kind)
            .map_or(0, |(_, n)| n)
    }
    fn add(&mut self, conflict: Conflict) {
        if let Some(count) = self.counts.get_mut(conflict.kind as usize) {
            *count += 1;
        }
        self.list.push(conflict);
    }
}

/// A cell of a conflict: both sides as magnitudes, and σ of its score (METHODS M9), in score points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UnsureCell {
    pub benefit: f64,
    pub harm: f64,
    pub sigma: f64,
}

/// How likely a conflict is still one when each of its scores is drawn as Normal(score, σ) (METHODS M9): a cell still
/// harms, both rows of a pair keep their signs, some row of a column still harms it. `None` where nothing pulls.
pub fn still_there(kind: ConflictKind, cells: &[UnsureCell]) -> Option<f64> {
    // Φ(x), the share of draws in which what is x σ above 0 stays above it.
    let above =
        |value: f64, sigma: f64| 0.5 * libm::erfc(-value / (sigma * std::f64::consts::SQRT_2));
    let harms = |cell: &UnsureCell| above(cell.harm, cell.sigma);
    match kind {
        ConflictKind::Tradeoff | ConflictKind::TwoSided => cells.first().map(harms),
        ConflictKind::Pair => {
            let keeps = |cell: &UnsureCell| above((cell.benefit - cell.harm).abs(), cell.sigma);
            (cells.len() == 2).then(|| cells.iter().map(keeps).product())
        }
        ConflictKind::OnlyTradeoffs => (!cells.is_empty())
            .then(|| 1.0 - cells.iter().map(|cell| 1.0 - harms(cell)).product::<f64>()),
        ConflictKind::Nobody | ConflictKind::OnlyOne => None,
    }
}

/// A cell of a column: place of its row, both sides.
type Cell = (usize, f64, f64);

/// Finds them all; of the pairs only the `most_pairs` most intense are listed. `mitigated` says whether the trade-off of
/// a crossing has a mitigation.
///
/// # Errors
/// [`Stopped`] when the user stops it, between two columns.
pub fn conflicts(
    scores: &Scores,
    mitigated: impl Fn(Item, Item) -> bool,
    most_pairs: usize,
    progress: &Progress,
) -> Result<Conflicts, Stopped> {
    let mut found = Conflicts::default();
    let mut pairs: Vec<Conflict> = Vec::new();
    // What a pair has to be stronger than, once so many are kept that weaker ones cannot be among the first.
    let mut least: Option<(f64, bool)> = None;
    for (at, column) in scores.columns.iter().enumerate() {
        progress.step(at, scores.columns.len())?;
        let (cells, crossings, missing) = column_cells(scores, at);
        found.crossings += crossings;
        found.missing += missing;
        found.scored += cells.len();
        let item = |place: usize| scores.rows.get(place).map(|line| line.item);
        let softened = |place: usize| item(place).is_some_and(|row| mitigated(row, column.item));
        for (row, benefit, harm) in cells.iter().copied().filter(|(_, _, harm)| *harm > 0.0) {
            found.add(Conflict {
                kind: if benefit > 0.0 {
                    ConflictKind::TwoSided
                } else {
                    ConflictKind::Tradeoff
                },
                rows: item(row).into_iter().collect(),
                column: column.item,
                nets: vec![plain(benefit - harm)],
                intensity: Some(column.weight * harm),
                mitigated: softened(row),
            });
        }
        let nets: Vec<(&Cell, f64)> = cells
            .iter()
            .map(|cell| (cell, plain(cell.1 - cell.2)))
            .collect();
        for (up, help) in nets.iter().filter(|(_, net)| *net > 0.0) {
            for (down, harm) in nets.iter().filter(|(_, net)| *net < 0.0) {
                found.counts[ConflictKind::Pair as usize] += 1;
                let intensity = column.weight * help.min(-harm);
                let mitigated = [up, down]
                    .into_iter()
                    .filter(|cell| cell.2 > 0.0)
                    .all(|cell| softened(cell.0));
                let comes_after =
                    |(least, soft): (f64, bool)| match Ruler::POINTS.order(intensity, least) {
                        Ordering::Less => true,
                        Ordering::Equal => mitigated >= soft,
                        Ordering::Greater => false,
                    };
                if least.is_some_and(comes_after) {
                    continue;
                }
                pairs.push(Conflict {
                    kind: ConflictKind::Pair,
                    rows: [up.0, down.0].into_iter().filter_map(item).collect(),
                    column: column.item,
                    nets: vec![*help, *harm],
                    intensity: Some(intensity),
                    mitigated,
                });
            }
            if pairs.len() > most_pairs.saturating_mul(2).max(1_000) {
                keep_first(&mut pairs, most_pairs);
                least = pairs
                    .last()
                    .and_then(|last| Some((last.intensity?, last.mitigated)));
            }
        }
        if let Some(alone) = alone(&cells, column.weight, column.item, &item, &softened) {
            found.add(alone);
        }
    }
    keep_first(&mut pairs, most_pairs);
    found.list.append(&mut pairs);
    found.list.sort_by(order);
    Ok(found)
}

/// The scored cells of a column, how many crossings it has, and how many of them are missing.
fn column_cells(scores: &Scores, column: usize) -> (Vec<Cell>, usize, usize) {
    let all = (0..scores.rows.len()).filter_map(|row| Some((row, scores.at(row, column)?)));
    let (mut crossings, mut missing) = (0, 0);
    let mut cells = Vec::new();
    for (row, score) in all {
        crossings += 1;
        missing += usize::from(score.is_missing());
        if let Score::Scored { benefit, harm } = score {
            cells.push((row, benefit, harm));
        }
    }
    (cells, crossings, missing)
}

/// A column that nobody helps, or one row alone.
fn alone(
    cells: &[Cell],
    weight: f64,
    column: Item,
    item: &dyn Fn(usize) -> Option<Item>,
    softened: &dyn Fn(usize) -> bool,
) -> Option<Conflict> {
    let helping: Vec<&Cell> = cells.iter().filter(|cell| cell.1 > 0.0).collect();
    let harming: Vec<&Cell> = cells.iter().filter(|cell| cell.2 > 0.0).collect();
    let (kind, of, intensity) = match (helping.len(), harming.len()) {
        _ if cells.is_empty() => return None,
        (0, 0) => (ConflictKind::Nobody, Vec::new(), None),
        (0, _) => {
            let harm: f64 = harming.iter().map(|cell| cell.2).sum();
            (ConflictKind::OnlyTradeoffs, harming, Some(weight * harm))
        }
        (1, _) => (ConflictKind::OnlyOne, helping, None),
        _ => return None,
    };
    Some(Conflict {
        kind,
        rows: of.iter().filter_map(|cell| item(cell.0)).collect(),
        column,
        nets: of.iter().map(|cell| plain(cell.1 - cell.2)).collect(),
        intensity,
        mitigated: kind == ConflictKind::OnlyTradeoffs && of.iter().all(|cell| softened(cell.0)),
    })
}

/// Most intense first, what is open before what is softened, then kind; the order of the matrix decides the rest.
fn order(a: &Conflict, b: &Conflict) -> Ordering {
    let intensity = |conflict: &Conflict| conflict.intensity.unwrap_or(f64::NEG_INFINITY);
    Ruler::POINTS
        .order(intensity(b), intensity(a))
        .then(a.mitigated.cmp(&b.mitigated))
        .then(a.kind.cmp(&b.kind))
}

fn keep_first(list: &mut Vec<Conflict>, n: usize) {
    list.sort_by(order);
    list.truncate(n);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::{goal, policy, scores};

    fn found(text: &str) -> Conflicts {
        conflicts(&scores(text), |_, _| false, 100, &Progress::unwatched()).unwrap()
    }

    #[test]
    fn cells_pairs_and_columns_by_hand() {
        // Goal 1: +3, −2 (a pair of 2, one trade-off, one helper). Goal 2: −1, −3: only harmed, 4. Goal 3: 2/−1, +1.
        // Goal 4: 0: nobody. Goal 5: n.a. and unscored: nothing to say.
        let found = found("3 -1 2/-1 0 n\n-2 -3 1 . .");
        let short: Vec<_> = found
            .list
            .iter()
            .map(|each| (each.kind, each.column, each.intensity))
            .collect();
        use ConflictKind as K;
        assert_eq!(
            short,
            [
                (K::OnlyTradeoffs, goal(2), Some(4.0)),
                (K::Tradeoff, goal(2), Some(3.0)),
                (K::Tradeoff, goal(1), Some(2.0)),
                (K::Pair, goal(1), Some(2.0)),
                (K::Tradeoff, goal(2), Some(1.0)),
                (K::TwoSided, goal(3), Some(1.0)),
                (K::Nobody, goal(4), None),
                (K::OnlyOne, goal(1), None),
            ]
        );
        assert_eq!(found.counts, [3, 1, 1, 1, 1, 1]);
        assert_eq!((found.scored, found.crossings, found.missing), (7, 10, 2));
        let pair = found.list.iter().find(|each| each.kind == K::Pair).unwrap();
        assert_eq!(
            (pair.rows.clone(), pair.nets.clone()),
            (vec![policy(1), policy(2)], vec![3.0, -2.0])
        );
        assert_eq!(found.list.last().unwrap().rows, [policy(1)]);
    }

    #[test]
    fn weights_count_and_what_is_softened_comes_after_what_is_not() {
        let mut matrix = scores("-1 -1 -1");
        matrix.columns[2].weight = 2.0;
        let softened = |_, column| column == goal(1);
        let found = conflicts(&matrix, softened, 100, &Progress::unwatched()).unwrap();
        let cells: Vec<_> = found
            .list
            .iter()
            .filter(|each| each.kind == ConflictKind::Tradeoff)
            .map(|each| (each.column, each.intensity, each.mitigated))
            .collect();
        assert_eq!(
            cells,
            [
                (goal(3), Some(2.0), false),
                (goal(2), Some(1.0), false),
                (goal(1), Some(1.0), true)
            ]
        );
    }

    #[test]
    fn only_the_strongest_pairs_are_listed_and_all_are_counted() {
        let text = "3\n2\n1\n-1\n-2\n-3";
        let few = conflicts(&scores(text), |_, _| false, 2, &Progress::unwatched()).unwrap();
        let pairs: Vec<_> = few
            .list
            .iter()
            .filter(|each| each.kind == ConflictKind::Pair)
            .collect();
        assert_eq!((pairs.len(), few.count(ConflictKind::Pair)), (2, 9));
        assert_eq!(
            pairs.iter().map(|pair| pair.intensity).collect::<Vec<_>>(),
            [Some(3.0), Some(2.0)]
        );
    }

    #[test]
    fn leaving_out_weak_pairs_early_leaves_out_none_of_the_first() {
        // Rows on three goals of different weights: some ten thousand pairs.
        let text: Vec<String> = (0..120)
            .map(|row| {
                format!(
                    "{} {} {}",
                    [3, -1, 2, -2][row % 4],
                    [-3, 1, -2][row % 3],
                    [1, -1][row % 2]
                )
            })
            .collect();
        let mut matrix = scores(&text.join("\n"));
        matrix.columns[1].weight = 0.5;
        let softened = |row: Item, _| row.bytes().last().is_some_and(|byte| byte % 3 == 0);
        let pairs = |most| -> Vec<Conflict> {
            let found = conflicts(&matrix, softened, most, &Progress::unwatched()).unwrap();
            assert!(found.count(ConflictKind::Pair) > 9_000);
            found
                .list
                .into_iter()
                .filter(|each| each.kind == ConflictKind::Pair)
                .collect()
        };
        let all = pairs(usize::MAX);
        assert_eq!(pairs(70), all[..70]);
        assert_eq!(pairs(400), all[..400]);
    }

    #[test]
    fn how_likely_a_conflict_is_still_one_by_hand() {
        let cell = |benefit, harm, sigma| UnsureCell {
            benefit,
            harm,
            sigma,
        };
        let near = |found: Option<f64>, expected: f64| {
            assert!((found.unwrap() - expected).abs() < 1e-9, "{found:?}");
        };
        // Φ(1) = 0.8413447461 and Φ(2) = 0.9772498681 in any table of the normal distribution.
        near(
            still_there(ConflictKind::Tradeoff, &[cell(0.0, 1.0, 1.0)]),
            0.8413447460685429,
        );
        near(
            still_there(ConflictKind::TwoSided, &[cell(2.0, 1.0, 0.5)]),
            0.9772498680518208,
        );
        let pair = [cell(2.0, 0.0, 1.0), cell(0.0, 0.5, 0.5)];
        near(
            still_there(ConflictKind::Pair, &pair),
            0.9772498680518208 * 0.8413447460685429,
        );
        let two = [cell(0.0, 1.0, 1.0), cell(0.0, 1.0, 1.0)];
        near(
            still_there(ConflictKind::OnlyTradeoffs, &two),
            1.0 - (1.0_f64 - 0.8413447460685429).powi(2),
        );
        assert_eq!(still_there(ConflictKind::Nobody, &[]), None);
        assert_eq!(still_there(ConflictKind::OnlyOne, &two), None);
    }

    #[test]
    fn it_stops_when_asked() {
        let progress = Progress::unwatched();
        progress.stop();
        assert_eq!(
            conflicts(&scores("1"), |_, _| false, 1, &progress),
            Err(Stopped)
        );
    }
}
