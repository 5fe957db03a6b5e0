//! The same scores read on another framework, through weighted links between goals (crosswalks).
//!
//! Each link carries its weight; over several crosswalks weights multiply, and ways that end at the same goal add up. A
//! policy's co-benefit on a target t is the mean over the goals that lead to it, `b_pt = Σ_g ω_gt b_pg / Σ_g ω_gt` over
//! scored goals, and the same for its trade-off: both sides stay apart. It is a reading, not a score: nobody said it. A
//! goal without links of its own uses those of the goal it belongs under. What has no link is counted and named. House
//! method.

use super::equal::Ruler;
use super::{Score, ScoreLine, Scores};
use ordito_model::{Axis, Contents, CrosswalkId, FrameworkId, GoalId, Item, LinkKey};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A crosswalk, gone through in its own direction or backwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Leg {
    pub crosswalk: CrosswalkId,
    pub reversed: bool,
}

/// Crosswalks in a row that lead from one framework to another.
pub type Route = Vec<Leg>;

/// Routes from one framework to another: the shortest ones, at most three legs, in the order of ids.
pub fn routes(contents: &Contents, from: FrameworkId, to: FrameworkId) -> Vec<Route> {
    const MOST_LEGS: usize = 3;
    let mut found: Vec<Route> = Vec::new();
    let mut open: VecDeque<(FrameworkId, Route, BTreeSet<FrameworkId>)> =
        VecDeque::from([(from, Vec::new(), BTreeSet::from([from]))]);
    while let Some((at, route, seen)) = open.pop_front() {
        if found
            .first()
            .is_some_and(|found| found.len() <= route.len())
            || route.len() >= MOST_LEGS
        {
            continue;
        }
        for (id, crosswalk) in &contents.crosswalks {
            let next = match (crosswalk.from == at, crosswalk.to == at) {
                (true, _) => (crosswalk.to, false),
                (false, true) => (crosswalk.from, true),
                (false, false) => continue,
            };
            let mut longer = route.clone();
            longer.push(Leg {
                crosswalk: *id,
                reversed: next.1,
            });
            if next.0 == to {
                found.push(longer);
            } else if !seen.contains(&next.0) {
                let mut seen = seen.clone();
                seen.insert(next.0);
                open.push_back((next.0, longer, seen));
            }
        }
    }
    found.retain(|route| !route.is_empty());
    let shortest = found.iter().map(Vec::len).min();
    found.retain(|route| Some(route.len()) == shortest);
    found
}

/// Frameworks that the goals of an axis belong to, and that a route leads to from them.
pub fn reachable(
    contents: &Contents,
    scores: &Scores,
    axis: Axis,
) -> Vec<(FrameworkId, FrameworkId)> {
    let own: BTreeSet<FrameworkId> = scores
        .lines(axis)
        .iter()
        .filter_map(|line| match line.item {
            Item::Goal(id) => contents.goals.get(&id).map(|goal| goal.framework),
            Item::Policy(_) => None,
        })
        .collect();
    let pairs = own
        .iter()
        .flat_map(|from| contents.frameworks.keys().map(move |to| (*from, *to)));
    pairs
        .filter(|(from, to)| from != to && !routes(contents, *from, *to).is_empty())
        .collect()
}

/// Where a target's numbers come from: a goal of the matrix and the weight of its way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Source {
    pub goal: GoalId,
    /// Place of its column.
    pub column: usize,
    pub weight: f64,
    /// The links are those of the goal it belongs under.
    pub inherited: bool,
}

/// A matrix read on another framework.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Rows as they were; columns are the goals that something leads to, in the order of their framework.
    pub scores: Scores,
    /// For each column where it comes from, strongest first.
    pub sources: Vec<Vec<Source>>,
    /// Columns of the matrix that no link leads on from, with their scored cells.
    pub unlinked: Vec<(Item, usize)>,
    /// Scored cells that are read, and all scored cells.
    pub used: usize,
    pub scored: usize,
    /// Goals of the other framework that nothing leads to, at the levels where something leads to others.
    pub unreached: Vec<GoalId>,
}

/// Reads the columns of a matrix through a route. `None` when a crosswalk of the route is gone.
pub fn reading(contents: &Contents, scores: &Scores, route: &[Leg]) -> Option<Reading> {
    let legs: Vec<Links> = route
        .iter()
        .map(|leg| Links::of(contents, *leg))
        .collect::<Option<_>>()?;
    let target = legs.last()?.to;
    let mut sources: BTreeMap<GoalId, Vec<Source>> = BTreeMap::new();
    let mut unlinked = Vec::new();
    let n_scored = |column| {
        (0..scores.rows.len())
            .filter(|row| scores.net(*row, column).is_some())
            .count()
    };
    let (mut used, mut scored) = (0, 0);
    for (column, line) in scores.columns.iter().enumerate() {
        let n = n_scored(column);
        scored += n;
        let (ends, inherited) = match line.item {
            Item::Goal(goal) => follow(contents, &legs, goal),
            Item::Policy(_) => (BTreeMap::new(), false),
        };
        if ends.is_empty() {
            unlinked.push((line.item, n));
            continue;
        }
        used += n;
        for (end, weight) in ends {
            if let Item::Goal(goal) = line.item {
                sources.entry(end).or_default().push(Source {
                    goal,
                    column,
                    weight,
                    inherited,
                });
            }
        }
    }
    let tree: Vec<GoalId> = contents
        .goal_tree(target)
        .into_iter()
        .map(|(_, id)| id)
        .collect();
    let level = |id: &GoalId| contents.goals.get(id).map(|goal| goal.level);
    let levels: BTreeSet<_> = sources.keys().filter_map(level).collect();
    let columns: Vec<GoalId> = tree
        .iter()
        .copied()
        .filter(|id| sources.contains_key(id))
        .collect();
    let unreached = tree
        .into_iter()
        .filter(|id| {
            !sources.contains_key(id) && level(id).is_some_and(|level| levels.contains(&level))
        })
        .collect();
    let mut ordered = Vec::with_capacity(columns.len());
    for id in &columns {
        let Some(mut from) = sources.remove(id) else {
            continue;
        };
        from.sort_by(|a, b| {
            Ruler::SHARES
                .order(b.weight, a.weight)
                .then(a.column.cmp(&b.column))
        });
        ordered.push(from);
    }
    let mut cells = Vec::with_capacity(scores.rows.len() * columns.len());
    for row in 0..scores.rows.len() {
        cells.extend(ordered.iter().map(|from| read(scores, row, from)));
    }
    let lines = columns
        .iter()
        .map(|id| ScoreLine {
            item: Item::Goal(*id),
            weight: 1.0,
        })
        .collect();
    Some(Reading {
        scores: Scores::new(scores.rows.clone(), lines, false, scores.largest, cells)
            .reaching(scores.reach),
        sources: ordered,
        unlinked,
        used,
        scored,
        unreached,
    })
}

/// A policy on a target: the weighted mean of both sides over scored goals; n.a. when that is all that was said.
fn read(scores: &Scores, row: usize, from: &[Source]) -> Score {
    let (mut benefit, mut harm, mut weight) = (0.0, 0.0, 0.0);
    let mut states = Vec::with_capacity(from.len());
    for source in from {
        match scores.at(row, source.column) {
            Some(Score::Scored {
                benefit: b,
                harm: t,
            }) => {
                benefit += source.weight * b;
                harm += source.weight * t;
                weight += source.weight;
            }
            Some(state) => states.push(state),
            None => {}
        }
    }
    if weight > 0.0 {
        return Score::Scored {
            benefit: benefit / weight,
            harm: harm / weight,
        };
    }
    let all = |state: Score| !states.is_empty() && states.iter().all(|found| *found == state);
    if all(Score::NotApplicable) {
        Score::NotApplicable
    } else if states.contains(&Score::DontKnow) {
        Score::DontKnow
    } else {
        Score::Unscored
    }
}

/// The links of one leg, by where they begin.
struct Links {
    to: FrameworkId,
    from: BTreeMap<GoalId, Vec<(GoalId, f64)>>,
}
impl Links {
    fn of(contents: &Contents, leg: Leg) -> Option<Self> {
        let crosswalk = contents.crosswalks.get(&leg.crosswalk)?;
        let mut from: BTreeMap<GoalId, Vec<(GoalId, f64)>> = BTreeMap::new();
        let low = LinkKey {
            crosswalk: leg.crosswalk,
            from: GoalId::fixed(0),
            to: GoalId::fixed(0),
        };
        for (key, link) in contents
            .links
            .range(low..)
            .take_while(|(key, _)| key.crosswalk == leg.crosswalk)
        {
            let (start, end) = if leg.reversed {
                (key.to, key.from)
            } else {
                (key.from, key.to)
            };
            from.entry(start).or_default().push((end, link.weight));
        }
        Some(Self {
            to: if leg.reversed {
                crosswalk.from
            } else {
                crosswalk.to
            },
            from,
        })
    }

    /// Links of a goal, or of the nearest goal above it that has some.
    fn links(&self, contents: &Contents, goal: GoalId) -> Option<(&[(GoalId, f64)], bool)> {
        let mut way = contents.goal_upwards(goal).enumerate();
        way.find_map(|(step, at)| Some((self.from.get(&at)?.as_slice(), step > 0)))
    }
}

fn follow(contents: &Contents, legs: &[Links], goal: GoalId) -> (BTreeMap<GoalId, f64>, bool) {
    let (mut ends, mut inherited) = (BTreeMap::from([(goal, 1.0)]), false);
    for leg in legs {
        let mut next: BTreeMap<GoalId, f64> = BTreeMap::new();
        for (at, weight) in ends {
            let Some((links, is_above)) = leg.links(contents, at) else {
                continue;
            };
            inherited |= is_above;
            for (end, link) in links {
                *next.entry(*end).or_default() += weight * link;
            }
        }
        ends = next;
    }
    (ends, inherited)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::{goal, scores};
    use ordito_model::{Crosswalk, Framework, Goal, Label, Link, Wording};

    fn framework(contents: &mut Contents, id: u128, goals: &[(u128, Option<u128>)]) {
        contents
            .frameworks
            .insert(FrameworkId::fixed(id), Framework::default());
        for (position, (goal, parent)) in (0..).zip(goals) {
            let record = Goal {
                framework: FrameworkId::fixed(id),
                parent: parent.map(GoalId::fixed),
                position,
                level: u8::from(parent.is_some()),
                code: goal.to_string(),
                name: Label::default(),
                short: Label::default(),
                text: Label::default(),
                wording: Wording::default(),
                colour: None,
                note: String::new(),
            };
            contents.goals.insert(GoalId::fixed(*goal), record);
        }
    }
    fn crosswalk(
        contents: &mut Contents,
        id: u128,
        from: u128,
        to: u128,
        links: &[(u128, u128, f64)],
    ) {
        let record = Crosswalk {
            name: String::new(),
            from: FrameworkId::fixed(from),
            to: FrameworkId::fixed(to),
            note: String::new(),
            wording: Wording::default(),
        };
        contents.crosswalks.insert(CrosswalkId::fixed(id), record);
        for (from, to, weight) in links {
            let key = LinkKey {
                crosswalk: CrosswalkId::fixed(id),
                from: GoalId::fixed(*from),
                to: GoalId::fixed(*to),
            };
            contents.links.insert(
                key,
                Link {
                    weight: *weight,
                    note: String::new(),
                },
            );
        }
    }
    /// Missions 1, 2 (with 3 under it) and 4; lines of action 11, 12; goals 21, 22, 23.
    fn document() -> Contents {
        let mut contents = Contents::default();
        framework(
            &mut contents,
            1,
            &[(1, None), (2, None), (3, Some(2)), (4, None)],
        );
        framework(&mut contents, 2, &[(11, None), (12, None)]);
        framework(&mut contents, 3, &[(21, None), (22, None), (23, None)]);
        crosswalk(
            &mut contents,
            1,
            1,
            2,
            &[(1, 11, 1.0), (2, 11, 0.5), (2, 12, 0.5)],
        );
        crosswalk(
            &mut contents,
            2,
            3,
            2,
            &[(21, 11, 0.5), (22, 11, 1.0), (22, 12, 1.0)],
        );
        contents
    }

    #[test]
    fn over_two_crosswalks_by_hand() {
        let contents = document();
        let found = routes(&contents, FrameworkId::fixed(1), FrameworkId::fixed(3));
        let legs: Vec<_> = found[0]
            .iter()
            .map(|leg| (leg.crosswalk, leg.reversed))
            .collect();
        assert_eq!(
            (found.len(), legs),
            (
                1,
                vec![
                    (CrosswalkId::fixed(1), false),
                    (CrosswalkId::fixed(2), true)
                ]
            )
        );
        let matrix = scores("2 1/-1 . 3\n. -3 n ?\nn . ? 1");
        let read = reading(&contents, &matrix, &found[0]).unwrap();
        let targets: Vec<_> = read.scores.columns.iter().map(|line| line.item).collect();
        assert_eq!(targets, [goal(21), goal(22)]);
        // Ways to 21: from 1 1·½, from 2 ½·½; 3 inherits from 2: ½·½. To 22: 1·1; ½ + ½; ½ + ½.
        let weights: Vec<_> = read.sources[0]
            .iter()
            .map(|s| (s.column, s.weight, s.inherited))
            .collect();
        assert_eq!(
            weights,
            [(0, 0.5, false), (1, 0.25, false), (2, 0.25, true)]
        );
        // Policy 1 on 21: (0.5·2 + 0.25·1)/0.75 and (0.25·1)/0.75.
        let expected = Score::Scored {
            benefit: 1.25 / 0.75,
            harm: 0.25 / 0.75,
        };
        assert_eq!(read.scores.at(0, 0), Some(expected));
        // On 22: (2 + 1)/2 and 1/2.
        assert_eq!(
            read.scores.at(0, 1),
            Some(Score::Scored {
                benefit: 1.5,
                harm: 0.5
            })
        );
        // Policy 2: mission 2 only. Policy 3: n.a., unscored and "?".
        assert_eq!(read.scores.net(1, 0), Some(-3.0));
        assert_eq!(read.scores.at(2, 0), Some(Score::DontKnow));
        // Mission 4 leads nowhere and holds two scores; 23 is reached by nothing.
        assert_eq!(read.unlinked, [(goal(4), 2)]);
        assert_eq!((read.used, read.scored), (3, 5));
        assert_eq!(read.unreached, [GoalId::fixed(23)]);
    }

    #[test]
    fn routes_are_the_shortest_and_there_may_be_none() {
        let mut contents = document();
        crosswalk(&mut contents, 9, 3, 1, &[(21, 1, 1.0)]);
        let found = routes(&contents, FrameworkId::fixed(1), FrameworkId::fixed(3));
        assert_eq!(
            found,
            [vec![Leg {
                crosswalk: CrosswalkId::fixed(9),
                reversed: true
            }]]
        );
        framework(&mut contents, 4, &[(31, None)]);
        assert!(routes(&contents, FrameworkId::fixed(1), FrameworkId::fixed(4)).is_empty());
        let matrix = scores("1 1 1 1");
        assert_eq!(reachable(&contents, &matrix, Axis::Columns).len(), 2);
        assert!(reachable(&contents, &matrix, Axis::Rows).is_empty());
        assert_eq!(
            reading(
                &contents,
                &matrix,
                &[Leg {
                    crosswalk: CrosswalkId::fixed(77),
                    reversed: false
                }]
            ),
            None
        );
    }
}
