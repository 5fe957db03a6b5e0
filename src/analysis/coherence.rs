//! METHODS M13: coherence of two policies over goals, and of all pairs.
//!
//! Over goals scored for both: conflicts X (opposite signs of the net), synergies Y (both help), joint harm Z (both
//! harm), each as intensity `Σ w_g min(|s_a|, |s_b|)`; index `(Y − X − Z)/(Y + X + Z)`. Source: METHODS M13, house
//! definition; cosine and Pearson are there as a description only: they call two equally harmful policies coherent.
//! Columns are said of with [`Scores::transposed`].

use super::equal::Ruler;
use super::whole::whole_32;
use super::{ScoreLine, Scores};
use ordito_ground::text::Piece as _;
use ordito_model::Item;

/// How two nets meet on a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meeting {
    /// `s_a s_b < 0`
    Conflict,
    /// Both above 0.
    Synergy,
    /// Both below 0.
    JointHarm,
    /// One of them is 0.
    Neutral,
}
impl Meeting {
    /// How two nets, in score points, meet.
    pub fn of(a: f64, b: f64) -> Self {
        if a * b < 0.0 {
            Self::Conflict
        } else if a > 0.0 && b > 0.0 {
            Self::Synergy
        } else if a < 0.0 && b < 0.0 {
            Self::JointHarm
        } else {
            Self::Neutral
        }
    }
}

/// Goals of one kind of meeting, counted and weighed.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Share {
    pub goals: u32,
    /// `Σ w_g min(|s_a|, |s_b|)`, in score points times weight.
    pub intensity: f64,
}

/// What two rows have in common.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairCoherence {
    /// Places of the two rows.
    pub a: usize,
    pub b: usize,
    /// Goals scored for both.
    pub common: u32,
    pub conflicts: Share,
    pub synergies: Share,
    pub joint_harm: Share,
    /// The intensity of the goal on which the two help most, and of the one on which they pull or harm most.
    pub strongest_synergy: f64,
    pub strongest_pull: f64,
    /// Weighted cosine of the two rows of nets, −1…1; `None` when one of them is 0 throughout.
    pub cosine: Option<f64>,
    /// Weighted Pearson correlation, −1…1; `None` when one of them is constant.
    pub pearson: Option<f64>,
}
impl PairCoherence {
    /// `(Y − X − Z)/(Y + X + Z)`, −1…1; `None` where the two never meet.
    pub fn index(&self) -> Option<f64> {
        let (x, y, z) = (
            self.conflicts.intensity,
            self.synergies.intensity,
            self.joint_harm.intensity,
        );
        (x + y + z > 0.0).then(|| (y - x - z) / (y + x + z))
    }
    /// See [`index_without_one`].
    pub fn index_without_one(&self) -> Option<(f64, f64)> {
        let pulls = self.conflicts.intensity + self.joint_harm.intensity;
        index_without_one(
            self.synergies.intensity,
            pulls,
            self.strongest_synergy,
            self.strongest_pull,
        )
    }
}

/// Between which values the index lies when any one goal is left out: how far it holds. `None` when it rests on one goal
/// alone, or on none. Of `(Y − P)/(Y + P)` the lowest comes of leaving out the strongest synergy, the highest of leaving
/// out the strongest pull.
pub fn index_without_one(
    synergy: f64,
    pulls: f64,
    strongest_synergy: f64,
    strongest_pull: f64,
) -> Option<(f64, f64)> {
    let all = synergy + pulls;
    let index = (all > 0.0).then(|| (synergy - pulls) / all)?;
    let without = |synergy: f64, pulls: f64| {
        let left = synergy + pulls;
        // What is left of one goal alone is rounding.
        (left > all * 1e-12).then(|| ((synergy - pulls) / left).clamp(-1.0, 1.0))
    };
    let low = without(synergy - strongest_synergy, pulls)?;
    let high = without(synergy, pulls - strongest_pull)?;
    Some((low.min(index), high.max(index)))
}

/// A goal behind the numbers of a pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shared {
    pub column: usize,
    pub item: Item,
    pub meeting: Meeting,
    /// The two nets, in score points.
    pub a: f64,
    pub b: f64,
    /// `w_g min(|s_a|, |s_b|)`
    pub intensity: f64,
}

/// Columns taken in at once: the compiler makes vectors of them.
const LANES: usize = 4;
type Lane = [f64; LANES];

/// The nets of a matrix laid out for comparing rows: beside each net a 1 where it is scored, 0 and 0 elsewhere, so that
/// what is not scored drops out of products without a branch. Rows are filled up to whole lanes.
#[derive(Debug, Clone)]
pub struct Rows<'a> {
    scores: &'a Scores,
    /// Lanes of one row.
    width: usize,
    nets: Vec<Lane>,
    scored: Vec<Lane>,
    weights: Vec<Lane>,
}

impl<'a> Rows<'a> {
    pub fn of(scores: &'a Scores) -> Self {
        let width = scores.columns.len().div_ceil(LANES);
        let lane = |of: &dyn Fn(usize) -> f64, start: usize| {
            std::array::from_fn(|i| of(start * LANES + i))
        };
        let lanes = |of: &dyn Fn(usize) -> f64| {
            (0..width)
                .map(|start| lane(of, start))
                .collect::<Vec<Lane>>()
        };
        let (mut nets, mut scored) = (Vec::new(), Vec::new());
        for row in 0..scores.rows.len() {
            nets.extend(lanes(&|column| scores.net(row, column).unwrap_or(0.0)));
            scored.extend(lanes(&|column| {
                f64::from(scores.net(row, column).is_some())
            }));
        }
        let weights = lanes(&|column| scores.columns.get(column).map_or(0.0, |line| line.weight));
        Self {
            scores,
            width,
            nets,
            scored,
            weights,
        }
    }

    fn row<'l>(&self, lanes: &'l [Lane], row: usize) -> &'l [Lane] {
        lanes.piece(row * self.width..(row + 1) * self.width)
    }

    /// Two rows, by their places.
    pub fn pair(&self, a: usize, b: usize) -> PairCoherence {
        let mut sums = PairSums::default();
        let nets = self.row(&self.nets, a).iter().zip(self.row(&self.nets, b));
        let scored = self
            .row(&self.scored, a)
            .iter()
            .zip(self.row(&self.scored, b));
        for ((nets, scored), weights) in nets.zip(scored).zip(&self.weights) {
            sums.add(nets, scored, weights);
        }
        let total = |lane: Lane| lane.iter().sum::<f64>();
        let share = |goals, intensity| Share {
            goals: whole_32(total(goals)),
            intensity: total(intensity),
        };
        let most = |lane: Lane| lane.iter().copied().fold(0.0, f64::max);
        let (weight, products) = (total(sums.weight), total(sums.products));
        let (sum_a, sum_b) = (total(sums.a), total(sums.b));
        let (squares_a, squares_b) = (total(sums.squares_a), total(sums.squares_b));
        let mut pair = PairCoherence {
            a,
            b,
            common: whole_32(total(sums.common)),
            conflicts: share(sums.conflicts, sums.conflict),
            synergies: share(sums.synergies, sums.synergy),
            joint_harm: share(sums.joint_harms, sums.joint_harm),
            strongest_synergy: most(sums.strongest_synergy),
            strongest_pull: most(sums.strongest_pull),
            cosine: None,
            pearson: None,
        };
        pair.cosine = quotient(products, squares_a * squares_b);
        // Variances and covariance times Σ w; what is left of a constant row is rounding.
        let (var_a, var_b) = (
            squares_a - sum_a * sum_a / weight,
            squares_b - sum_b * sum_b / weight,
        );
        let varies = |variance: f64, squares: f64| variance > squares * 1e-12;
        if varies(var_a, squares_a) && varies(var_b, squares_b) {
            pair.pearson = quotient(products - sum_a * sum_b / weight, var_a * var_b);
        }
        pair
    }

    /// One row with every later one. All pairs are the rows from first to last, between which a job may stop.
    pub fn pairs_after(&self, a: usize) -> impl Iterator<Item = PairCoherence> + '_ {
        (a + 1..self.scores.rows.len()).map(move |b| self.pair(a, b))
    }

    /// Every pair once: n (n − 1)/2 of them.
    pub fn all_pairs(&self) -> Vec<PairCoherence> {
        let n = self.scores.rows.len();
        let mut pairs = Vec::with_capacity(n * n.saturating_sub(1) / 2);
        pairs.extend((0..n).flat_map(|a| self.pairs_after(a)));
        pairs
    }

    /// The goals scored for both rows, strongest meeting first within its kind: conflicts, synergies, joint harm,
    /// neutral.
    pub fn shared(&self, a: usize, b: usize) -> Vec<Shared> {
        let shared = |(column, line): (usize, &ScoreLine)| {
            let (net_a, net_b) = (self.scores.net(a, column)?, self.scores.net(b, column)?);
            Some(Shared {
                column,
                item: line.item,
                meeting: Meeting::of(net_a, net_b),
                a: net_a,
                b: net_b,
                intensity: line.weight * net_a.abs().min(net_b.abs()),
            })
        };
        let mut shared: Vec<Shared> = self
            .scores
            .columns
            .iter()
            .enumerate()
            .filter_map(shared)
            .collect();
        shared.sort_by(|x, y| {
            x.meeting
                .cmp(&y.meeting)
                .then(Ruler::POINTS.order(y.intensity, x.intensity))
        });
        shared
    }
}

/// The first pairs of very many: strongest conflict first, then strongest synergy, then as they come. No more than twice
/// as many as are wanted are ever held.
#[derive(Debug, Clone)]
pub struct Strongest {
    most: usize,
    held: Vec<PairCoherence>,
}
impl Strongest {
    pub const fn new(most: usize) -> Self {
        Self {
            most,
            held: Vec::new(),
        }
    }
    pub fn take(&mut self, pair: PairCoherence) {
        self.held.push(pair);
        if self.held.len() >= 2 * self.most.max(1) {
            self.let_go();
        }
    }
    /// How many are held.
    pub const fn held(&self) -> usize {
        self.held.len()
    }
    /// The first ones, in their order.
    pub fn first(mut self) -> Vec<PairCoherence> {
        self.let_go();
        self.held
    }
    fn let_go(&mut self) {
        let points = |one: f64, other: f64| Ruler::POINTS.order(other, one);
        self.held.sort_by(|x, y| {
            points(x.conflicts.intensity, y.conflicts.intensity)
                .then_with(|| points(x.synergies.intensity, y.synergies.intensity))
                .then((x.a, x.b).cmp(&(y.a, y.b)))
        });
        self.held.truncate(self.most);
    }
}

/// Running sums of a pair, lane by lane; half a million pairs of a thousand policies pass through here.
#[derive(Default)]
struct PairSums {
    common: Lane,
    weight: Lane,
    a: Lane,
    b: Lane,
    squares_a: Lane,
    squares_b: Lane,
    products: Lane,
    conflicts: Lane,
    conflict: Lane,
    synergies: Lane,
    synergy: Lane,
    joint_harms: Lane,
    joint_harm: Lane,
    strongest_synergy: Lane,
    strongest_pull: Lane,
}
impl PairSums {
    fn add(&mut self, nets: (&Lane, &Lane), scored: (&Lane, &Lane), weights: &Lane) {
        for (i, w) in weights.iter().copied().enumerate() {
            let both = scored.0[i] * scored.1[i];
            let (a, b) = (nets.0[i] * both, nets.1[i] * both);
            self.common[i] += both;
            self.weight[i] += w * both;
            self.a[i] += w * a;
            self.b[i] += w * b;
            self.squares_a[i] += w * a * a;
            self.squares_b[i] += w * b * b;
            self.products[i] += w * a * b;
            let (size_a, size_b) = (a.abs(), b.abs());
            let least = w * if size_a < size_b { size_a } else { size_b };
            let conflict = if a * b < 0.0 { 1.0 } else { 0.0 };
            let synergy = if a > 0.0 && b > 0.0 { 1.0 } else { 0.0 };
            let joint_harm = if a < 0.0 && b < 0.0 { 1.0 } else { 0.0 };
            self.conflicts[i] += conflict;
            self.conflict[i] += conflict * least;
            self.synergies[i] += synergy;
            self.synergy[i] += synergy * least;
            self.joint_harms[i] += joint_harm;
            self.joint_harm[i] += joint_harm * least;
            let (helps, pulls) = (synergy * least, (conflict + joint_harm) * least);
            let (most, strongest) = (&mut self.strongest_synergy[i], &mut self.strongest_pull[i]);
            *most = if helps > *most { helps } else { *most };
            *strongest = if pulls > *strongest {
                pulls
            } else {
                *strongest
            };
        }
    }
}

fn quotient(products: f64, squares: f64) -> Option<f64> {
    (squares > 0.0).then(|| (products / squares.sqrt()).clamp(-1.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::{goal, scores};

    #[test]
    fn how_far_an_index_holds_without_any_one_goal_by_hand() {
        let range = |text: &str| Rows::of(&scores(text)).pair(0, 1).index_without_one();
        // Synergies 2 and 1, conflict 1: (3 − 1)/4 = ½; without the first goal 0, without the third 1.
        assert_eq!(range("2 1 1\n3 1 -2"), Some((0.0, 1.0)));
        // The brute way says the same, goal by goal.
        let text =
            ["3 -2 1 2 -1 3", "2 -3 -1 1 -2 -3"].map(|line| line.split(' ').collect::<Vec<_>>());
        let all = range(&text.clone().map(|line| line.join(" ")).join("\n")).unwrap();
        let without = (0..6).map(|gone| {
            let left = text.clone().map(|mut line| {
                line.remove(gone);
                line.join(" ")
            });
            Rows::of(&scores(&left.join("\n")))
                .pair(0, 1)
                .index()
                .unwrap()
        });
        let found: Vec<f64> = without.collect();
        assert!(
            (all.0 - found.iter().copied().fold(1.0, f64::min)).abs() < 1e-12,
            "{all:?} {found:?}"
        );
        assert!(
            (all.1 - found.iter().copied().fold(-1.0, f64::max)).abs() < 1e-12,
            "{all:?} {found:?}"
        );
        // One goal alone holds nothing up; two conflicts are nothing but conflict.
        assert_eq!((range("2 0\n1 3"), range("0\n0")), (None, None));
        assert_eq!(range("2 1\n-1 -1"), Some((-1.0, -1.0)));
    }

    #[test]
    fn two_policies_by_hand() {
        //          1  2  3  4     5  6  7     8
        // A       +3 −2 −1 +1/−2  0 +2 n.a.  +1
        // B       +1 +2 −3  −1   +3  .  +2   +3      weight of goal 2 is 2
        let mut matrix = scores("3 -2 -1 1/-2 0 2 n 1\n1 2 -3 -1 3 . 2 3");
        matrix.columns[1].weight = 2.0;
        let rows = Rows::of(&matrix);
        let pair = rows.pair(0, 1);
        assert_eq!(pair.common, 6);
        // X: goal 2, 2·min(2, 2). Y: goals 1 and 8, min(3, 1) + min(1, 3). Z: 3 and 4, min(1, 3) + min(1, 1).
        assert_eq!(
            pair.conflicts,
            Share {
                goals: 1,
                intensity: 4.0
            }
        );
        assert_eq!(
            pair.synergies,
            Share {
                goals: 2,
                intensity: 2.0
            }
        );
        assert_eq!(
            pair.joint_harm,
            Share {
                goals: 2,
                intensity: 2.0
            }
        );
        assert_eq!(pair.index(), Some((2.0 - 4.0 - 2.0) / 8.0));
        // Σ w ab = 3 − 8 + 3 + 1 + 0 + 3 = 2; Σ w a² = 9 + 8 + 1 + 1 + 0 + 1 = 20;
        // Σ w b² = 1 + 8 + 9 + 1 + 9 + 9 = 37.
        assert!((pair.cosine.unwrap() - 2.0 / 740.0_f64.sqrt()).abs() < 1e-12);
        // Σ w = 7, Σ w a = 3 − 4 − 1 − 1 + 0 + 1 = −2, Σ w b = 1 + 4 − 3 − 1 + 3 + 3 = 7.
        let expected = (2.0 + 14.0 / 7.0) / ((20.0 - 4.0 / 7.0) * (37.0 - 49.0 / 7.0_f64)).sqrt();
        assert!((pair.pearson.unwrap() - expected).abs() < 1e-12);
        let shared = rows.shared(0, 1);
        let kinds: Vec<_> = shared
            .iter()
            .map(|shared| (shared.item, shared.meeting))
            .collect();
        assert_eq!(kinds[0], (goal(2), Meeting::Conflict));
        assert_eq!(kinds[5], (goal(5), Meeting::Neutral));
        let sum: f64 = shared.iter().map(|shared| shared.intensity).sum();
        assert_eq!((shared.len(), sum), (6, 8.0));
    }

    #[test]
    fn two_equally_harmful_policies_are_not_coherent() {
        let matrix = scores("-1 -2 -3\n-1 -2 -3");
        let pair = Rows::of(&matrix).pair(0, 1);
        assert_eq!(
            (pair.index(), pair.cosine, pair.pearson),
            (Some(-1.0), Some(1.0), Some(1.0))
        );
    }

    #[test]
    fn where_nothing_meets_there_is_no_index() {
        let matrix = scores("1 . 0\n. 2 3\n0 0 1\n2 2 2");
        let rows = Rows::of(&matrix);
        let pair = rows.pair(0, 1);
        assert_eq!(
            (pair.common, pair.index(), pair.cosine, pair.pearson),
            (1, None, None, None)
        );
        assert_eq!(rows.pair(2, 3).pearson, None);
        assert_eq!(Rows::of(&scores("n\nn")).pair(0, 1).common, 0);
    }

    #[test]
    fn of_many_pairs_few_are_held_and_the_first_are_the_first() {
        // Sixty rows, 1,770 pairs; scores by a rule that makes many equal intensities.
        let line = |row: usize| {
            let cell = |column: usize| ((row * row + 3 * column * row + column) % 7) as i64 - 3;
            (0..9)
                .map(|column| cell(column).to_string())
                .collect::<Vec<_>>()
                .join(" ")
        };
        let matrix = scores(&(0..60).map(line).collect::<Vec<_>>().join("\n"));
        let rows = Rows::of(&matrix);
        let mut kept = Strongest::new(25);
        let mut most = 0;
        for pair in rows.all_pairs() {
            kept.take(pair);
            most = most.max(kept.held());
        }
        assert!(most < 50, "{most} of 1,770 were held");
        // The plain way: all of them, in order. Scores are whole, so that equal is equal here.
        let mut all = rows.all_pairs();
        let key = |pair: &PairCoherence| {
            (
                (-pair.conflicts.intensity) as i64,
                (-pair.synergies.intensity) as i64,
                pair.a,
                pair.b,
            )
        };
        all.sort_by_key(key);
        assert_eq!(kept.first(), all[..25]);
        assert_eq!(Strongest::new(0).first(), []);
    }

    #[test]
    fn all_pairs_are_every_pair_once() {
        let matrix = scores("1 2\n-1 1\n3 .\n0 -2");
        let rows = Rows::of(&matrix);
        let all = rows.all_pairs();
        let places: Vec<_> = all.iter().map(|pair| (pair.a, pair.b)).collect();
        assert_eq!(places, [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]);
        assert!(all.iter().all(|pair| *pair == rows.pair(pair.a, pair.b)));
    }
}
