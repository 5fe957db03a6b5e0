//! METHODS M2: what cells add up to, by row, by column, by group.
//!
//! The arithmetic is [`Sums::add`], one cell at a time; the grid's running sums use the same one
//! (`workspace/line_sums.rs`). Source: METHODS M2, house definition of the coherence index.

use super::equal::settled;
use super::{Score, Scores};
use ordito_model::{Axis, ClusterId, Contents, Item, Level};
use std::collections::BTreeMap;

/// Sums over scored cells, in score points times weight, and the counts they rest on.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Sums {
    /// Gross benefit `B = Σ w b`, zero or positive.
    pub benefit: f64,
    /// Gross harm `T = Σ w t`, zero or negative.
    pub tradeoff: f64,
    /// Internal conflict `Σ w min(b, |t|)`: what a net number hides.
    pub conflict: f64,
    /// `Σ w` over scored cells.
    pub weight: f64,
    pub scored: u32,
    pub not_applicable: u32,
    pub dont_know: u32,
    /// Crossings there are, in whatever state: the diagonal of a square matrix is none.
    pub crossings: u32,
}

impl Sums {
    /// Takes in one crossing.
    pub fn add(&mut self, score: Score, weight: f64) {
        self.crossings += 1;
        match score {
            Score::Unscored => {}
            Score::NotApplicable => self.not_applicable += 1,
            Score::DontKnow => self.dont_know += 1,
            Score::Scored { benefit, harm } => {
                self.scored += 1;
                self.benefit += weight * benefit;
                self.tradeoff -= weight * harm;
                self.conflict += weight * benefit.min(harm);
                self.weight += weight;
            }
        }
    }

    /// Takes in other crossings.
    pub fn include(&mut self, other: &Self) {
        self.benefit += other.benefit;
        self.tradeoff += other.tradeoff;
        self.conflict += other.conflict;
        self.weight += other.weight;
        self.scored += other.scored;
        self.not_applicable += other.not_applicable;
        self.dont_know += other.dont_know;
        self.crossings += other.crossings;
    }

    /// `N = B + T`; 0 where the two cancel.
    pub fn net(&self) -> f64 {
        settled(self.benefit + self.tradeoff, self.benefit - self.tradeoff)
    }

    /// Crossings nobody answered.
    pub const fn unanswered(&self) -> u32 {
        self.crossings
            .saturating_sub(self.scored + self.not_applicable + self.dont_know)
    }

    /// Scored of what could be, 0…1: n.a. is no crossing, "?" is one. `None` when all are n.a.
    pub fn coverage(&self) -> Option<f64> {
        let possible = self.crossings.saturating_sub(self.not_applicable);
        (possible > 0).then(|| f64::from(self.scored) / f64::from(possible))
    }

    /// Coherence index `Σ w s / (K Σ w)` in −1…1 for a scale of largest magnitude `K`; `None` when nothing is scored
    /// or every weight is 0.
    pub fn coherence_index(&self, largest: f64) -> Option<f64> {
        let full = largest * self.weight;
        (full > 0.0).then(|| self.net() / full)
    }
}

impl<'a> FromIterator<&'a Sums> for Sums {
    fn from_iter<I: IntoIterator<Item = &'a Sums>>(parts: I) -> Self {
        parts.into_iter().fold(Self::default(), |mut all, part| {
            all.include(part);
            all
        })
    }
}

/// Sums of one line over some places of the other axis: a row weighs its columns, a column its rows.
pub fn over(
    scores: &Scores,
    axis: Axis,
    line: usize,
    others: impl IntoIterator<Item = usize>,
) -> Sums {
    let mut sums = Sums::default();
    for other in others {
        let (score, weights) = match axis {
            Axis::Rows => (scores.at(line, other), &scores.columns),
            Axis::Columns => (scores.at(other, line), &scores.rows),
        };
        if let (Some(score), Some(other)) = (score, weights.get(other)) {
            sums.add(score, other.weight);
        }
    }
    sums
}

/// Sums of each line of an axis, in order.
pub fn lines(scores: &Scores, axis: Axis) -> Vec<Sums> {
    let n_others = match axis {
        Axis::Rows => scores.columns.len(),
        Axis::Columns => scores.rows.len(),
    };
    (0..scores.lines(axis).len())
        .map(|line| over(scores, axis, line, 0..n_others))
        .collect()
}

/// How lines are brought together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// By the policy or goal they belong under.
    Parent,
    /// By cluster of policies; a policy may be in several.
    Cluster,
    /// By level of government: of the policy, or of the goal's framework.
    Level,
}

/// What a group's lines share; `None` gathers those without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupKey {
    Parent(Option<Item>),
    Cluster(Option<ClusterId>),
    Level(Option<Level>),
}

/// Lines of one axis that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub key: GroupKey,
    /// Places of its lines on their axis, in order.
    pub lines: Vec<usize>,
}

/// The groups of an axis, in the order in which they first appear.
pub fn groups(contents: &Contents, scores: &Scores, axis: Axis, by: Grouping) -> Vec<Group> {
    let mut found: Vec<Group> = Vec::new();
    let mut places: BTreeMap<GroupKey, usize> = BTreeMap::new();
    for (place, line) in scores.lines(axis).iter().enumerate() {
        for key in keys(contents, line.item, by) {
            let at = *places.entry(key).or_insert_with(|| {
                found.push(Group {
                    key,
                    lines: Vec::new(),
                });
                found.len() - 1
            });
            if let Some(group) = found.get_mut(at) {
                group.lines.push(place);
            }
        }
    }
    found
}

fn keys(contents: &Contents, item: Item, by: Grouping) -> Vec<GroupKey> {
    match by {
        Grouping::Parent => vec![GroupKey::Parent(contents.item_parent(item))],
        Grouping::Level => {
            let level = match item {
                Item::Policy(id) => contents.policies.get(&id).and_then(|policy| policy.level),
                Item::Goal(id) => contents
                    .goals
                    .get(&id)
                    .and_then(|goal| contents.frameworks.get(&goal.framework))
                    .and_then(|framework| framework.level),
            };
            vec![GroupKey::Level(level)]
        }
        Grouping::Cluster => {
            let holds = |members: &[_]| item.policy().is_some_and(|id| members.contains(&id));
            let mut of: Vec<GroupKey> = contents
                .clusters
                .iter()
                .filter(|(_, cluster)| holds(&cluster.members))
                .map(|(id, _)| GroupKey::Cluster(Some(*id)))
                .collect();
            if of.is_empty() {
                of.push(GroupKey::Cluster(None));
            }
            of
        }
    }
}

/// Sums of each group of an axis: those of its lines together. A line in two groups counts in both.
pub fn by_group(scores: &Scores, axis: Axis, groups: &[Group]) -> Vec<Sums> {
    let lines = lines(scores, axis);
    groups
        .iter()
        .map(|group| {
            group
                .lines
                .iter()
                .filter_map(|line| lines.get(*line))
                .collect()
        })
        .collect()
}

/// Each line of an axis over each group of the other one: lines × groups.
pub fn profile(scores: &Scores, axis: Axis, groups: &[Group]) -> Vec<Vec<Sums>> {
    let of_line = |line| {
        groups
            .iter()
            .map(|group| over(scores, axis, line, group.lines.iter().copied()))
            .collect::<Vec<_>>()
    };
    (0..scores.lines(axis).len()).map(of_line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::{goal, policy, scores};
    use ordito_model::{Cluster, Policy, PolicyId};

    #[test]
    fn a_row_is_summed_by_hand() {
        // Weights 1, 2, 1, 1, 1, 1; cells +3/−1, −2, 0, n.a., ?, unscored.
        let mut matrix = scores("3/-1 -2 0 n ? .");
        matrix.columns[1].weight = 2.0;
        let sums = lines(&matrix, Axis::Rows)[0];
        // B = 1·3; T = −(1·1 + 2·2); N = −2; conflict = 1·min(3, 1); Σ w = 1 + 2 + 1.
        assert_eq!(
            (
                sums.benefit,
                sums.tradeoff,
                sums.net(),
                sums.conflict,
                sums.weight
            ),
            (3.0, -5.0, -2.0, 1.0, 4.0)
        );
        assert_eq!(
            (
                sums.scored,
                sums.not_applicable,
                sums.dont_know,
                sums.unanswered()
            ),
            (3, 1, 1, 1)
        );
        // 3 scored of 6 − 1 n.a.; index −2 / (3 · 4).
        assert_eq!(sums.coverage(), Some(0.6));
        assert_eq!(sums.coherence_index(matrix.largest), Some(-2.0 / 12.0));
    }

    #[test]
    fn the_index_reaches_both_ends_and_is_nothing_where_nothing_is_scored() {
        let index = |text| lines(&scores(text), Axis::Rows)[0].coherence_index(3.0);
        assert_eq!(index("3 3 n ."), Some(1.0));
        assert_eq!(index("-3 -3"), Some(-1.0));
        assert_eq!(index("0 0"), Some(0.0));
        assert_eq!(index("n ? ."), None);
        assert_eq!(lines(&scores("n n"), Axis::Rows)[0].coverage(), None);
        assert_eq!(lines(&scores("? ."), Axis::Rows)[0].coverage(), Some(0.0));
    }

    #[test]
    fn a_column_weighs_its_rows() {
        let mut matrix = scores("2 1\n-1 1");
        matrix.rows[1].weight = 3.0;
        // 1·2 and 3·(−1): net −1, Σ w = 4, index −1 / (3 · 4).
        let sums = lines(&matrix, Axis::Columns)[0];
        assert_eq!(
            (sums.net(), sums.coherence_index(3.0)),
            (-1.0, Some(-1.0 / 12.0))
        );
    }

    #[test]
    fn clusters_levels_and_profiles() {
        let matrix = scores("1 2 -1\n-3 . n\n0 1 2/-2");
        let mut contents = Contents::default();
        for (n, level) in [
            (1, Some(Level::Regional)),
            (2, None),
            (3, Some(Level::Regional)),
        ] {
            contents.policies.insert(
                PolicyId::fixed(n),
                Policy {
                    level,
                    ..Policy::default()
                },
            );
        }
        let members = vec![PolicyId::fixed(1), PolicyId::fixed(2)];
        contents.clusters.insert(
            ClusterId::fixed(5),
            Cluster {
                members,
                ..Cluster::default()
            },
        );
        contents.clusters.insert(
            ClusterId::fixed(6),
            Cluster {
                members: vec![PolicyId::fixed(2)],
                ..Cluster::default()
            },
        );
        let clusters = groups(&contents, &matrix, Axis::Rows, Grouping::Cluster);
        let found: Vec<_> = clusters
            .iter()
            .map(|group| (group.key, group.lines.clone()))
            .collect();
        let key = |n| GroupKey::Cluster(Some(ClusterId::fixed(n)));
        assert_eq!(
            found,
            [
                (key(5), vec![0, 1]),
                (key(6), vec![1]),
                (GroupKey::Cluster(None), vec![2])
            ]
        );
        let sums = by_group(&matrix, Axis::Rows, &clusters);
        // Cluster 5: 1 + 2 of benefit, −1 − 3 of harm, four scored, one n.a., one unscored.
        assert_eq!(
            (
                sums[0].benefit,
                sums[0].tradeoff,
                sums[0].scored,
                sums[0].unanswered()
            ),
            (3.0, -4.0, 4, 1)
        );
        let levels = groups(&contents, &matrix, Axis::Rows, Grouping::Level);
        assert_eq!(
            levels[0],
            Group {
                key: GroupKey::Level(Some(Level::Regional)),
                lines: vec![0, 2]
            }
        );
        assert_eq!(by_group(&matrix, Axis::Rows, &levels)[0].conflict, 2.0);
        // Goals 1 and 3 as a group: policy 1 has 1 − 1, policy 2 −3 and an n.a.
        let two = [Group {
            key: GroupKey::Parent(Some(goal(9))),
            lines: vec![0, 2],
        }];
        let profile = profile(&matrix, Axis::Rows, &two);
        assert_eq!(
            (
                profile[0][0].net(),
                profile[1][0].net(),
                profile[1][0].not_applicable
            ),
            (0.0, -3.0, 1)
        );
        assert_eq!(matrix.row_of(policy(3)), Some(2));
    }
}
