//! METHODS M2 as profiles: for each line of an axis, or each group of lines, both sides, net, coverage, index, internal
//! conflict, and what it costs.
//!
//! Costs are a house definition. A policy costs its budget, a group the budgets of its policies. A goal costs its part
//! of the budgets of the policies that have a co-benefit on it: `Σ_p budget_p · w_g b_pg / B_p`, so that a budget is
//! divided among the goals it helps in proportion to the co-benefits and is never counted twice. Goals × goals have no
//! costs.

use super::sums::{self, GroupKey, Grouping};
use super::{Score, ScoreLine, Scores, Sums};
use ordito_model::{Axis, Contents, Item, PolicyId};
use std::collections::BTreeSet;

/// Whose profile it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Item(Item),
    Group(GroupKey),
}

/// Money behind a profile.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Cost {
    /// Hundredths of a euro; `None` when no policy behind it has a budget.
    pub cents: Option<f64>,
    /// Policies whose budget is in it.
    pub policies: u32,
    /// Policies that would be in it but have no budget.
    pub unknown: u32,
}
impl Cost {
    fn add(&mut self, cents: Option<f64>) {
        match cents {
            Some(cents) => {
                self.cents = Some(self.cents.unwrap_or(0.0) + cents);
                self.policies += 1;
            }
            None => self.unknown += 1,
        }
    }
    fn include(&mut self, other: &Self) {
        if let Some(cents) = other.cents {
            self.cents = Some(self.cents.unwrap_or(0.0) + cents);
        }
        self.policies += other.policies;
        self.unknown += other.unknown;
    }
    /// Whole hundredths.
    #[expect(clippy::cast_possible_truncation, reason = "Rust stops at the ends")]
    pub fn rounded(&self) -> Option<i64> {
        self.cents.map(|cents| cents.round() as i64)
    }
}

/// The profile of a line or a group.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    pub who: Who,
    /// What is in it, in the order of the matrix.
    pub items: Vec<Item>,
    pub sums: Sums,
    pub cost: Cost,
}

/// The profiles of an axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Profiles {
    pub axis: Axis,
    pub by: Option<Grouping>,
    /// K of the scale, for the index.
    pub largest: f64,
    pub lines: Vec<Profile>,
    /// All crossings of the matrix, each once, whatever the groups.
    pub all: Sums,
    /// Whether some weight is not 1.
    pub weighted: bool,
    /// Policies with a budget below another one of the matrix that has one too: theirs is counted in both.
    pub nested_budgets: usize,
}

/// Profiles line by line, or by groups.
pub fn profiles(
    contents: &Contents,
    scores: &Scores,
    axis: Axis,
    by: Option<Grouping>,
) -> Profiles {
    let lines = scores.lines(axis);
    let costs = costs(contents, scores, axis);
    let of_lines = sums::lines(scores, axis);
    let all: Sums = of_lines.iter().collect();
    let lines_of = |places: &[usize], who| {
        let mut profile = Profile {
            who,
            items: Vec::new(),
            sums: Sums::default(),
            cost: Cost::default(),
        };
        for place in places {
            if let (Some(line), Some(sums), Some(cost)) =
                (lines.get(*place), of_lines.get(*place), costs.get(*place))
            {
                profile.items.push(line.item);
                profile.sums.include(sums);
                profile.cost.include(cost);
            }
        }
        profile
    };
    let found = match by {
        None => lines
            .iter()
            .enumerate()
            .map(|(place, line)| lines_of(&[place], Who::Item(line.item)))
            .collect(),
        Some(by) => sums::groups(contents, scores, axis, by)
            .into_iter()
            .map(|group| lines_of(&group.lines, Who::Group(group.key)))
            .collect(),
    };
    let weighted = |lines: &[ScoreLine]| {
        lines
            .iter()
            .any(|line| (line.weight - 1.0).abs() > f64::EPSILON)
    };
    Profiles {
        axis,
        by,
        largest: scores.largest,
        lines: found,
        all,
        weighted: match axis {
            Axis::Rows => weighted(&scores.columns),
            Axis::Columns => weighted(&scores.rows),
        },
        nested_budgets: nested_budgets(contents, scores),
    }
}

fn budget(contents: &Contents, policy: PolicyId) -> Option<f64> {
    contents
        .policies
        .get(&policy)
        .and_then(|policy| policy.budget_cents)
        .map(|cents| cents as f64)
}

/// The cost of each line of an axis.
fn costs(contents: &Contents, scores: &Scores, axis: Axis) -> Vec<Cost> {
    let mut costs = vec![Cost::default(); scores.lines(axis).len()];
    for (line, cost) in scores.lines(axis).iter().zip(&mut costs) {
        if let Item::Policy(id) = line.item {
            cost.add(budget(contents, id));
        }
    }
    if axis == Axis::Columns {
        for (row, line) in scores.rows.iter().enumerate() {
            let Item::Policy(id) = line.item else {
                continue;
            };
            share_out(scores, row, budget(contents, id), &mut costs);
        }
    }
    costs
}

/// Divides one row's budget among the goals it helps, in proportion to the weighted co-benefits.
fn share_out(scores: &Scores, row: usize, budget: Option<f64>, costs: &mut [Cost]) {
    let benefit = |column: usize| match (scores.at(row, column), scores.columns.get(column)) {
        (Some(Score::Scored { benefit, .. }), Some(line)) if matches!(line.item, Item::Goal(_)) => {
            line.weight * benefit
        }
        _ => 0.0,
    };
    let all: f64 = (0..scores.columns.len()).map(benefit).sum();
    for (column, cost) in costs.iter_mut().enumerate() {
        let part = benefit(column);
        if part > 0.0 {
            cost.add(budget.map(|cents| cents * part / all));
        }
    }
}

fn nested_budgets(contents: &Contents, scores: &Scores) -> usize {
    let lines = scores
        .rows
        .iter()
        .chain(&scores.columns)
        .filter_map(|line| line.item.policy());
    let with: BTreeSet<PolicyId> = lines.filter(|id| budget(contents, *id).is_some()).collect();
    let is_below = |id: &&PolicyId| {
        let mut at = **id;
        for _ in 0..contents.policies.len() {
            match contents.policies.get(&at).and_then(|policy| policy.parent) {
                Some(parent) if with.contains(&parent) => return true,
                Some(parent) => at = parent,
                None => return false,
            }
        }
        false
    };
    with.iter().filter(is_below).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::{goal, policy, scores};
    use ordito_model::{Cluster, ClusterId, Policy};

    fn contents(budgets: &[Option<i64>]) -> Contents {
        let mut contents = Contents::default();
        for (n, budget_cents) in (1..).zip(budgets) {
            let policy = Policy {
                budget_cents: *budget_cents,
                ..Policy::default()
            };
            contents.policies.insert(PolicyId::fixed(n), policy);
        }
        contents
    }

    #[test]
    fn a_budget_is_divided_among_the_goals_it_helps_and_counted_once() {
        // Policy 1: co-benefits 3 and 1 → 75 and 25 of 100; policy 2 without budget; policy 3 helps nothing.
        let matrix = scores("3 1 -2\n. 2 1\n-1 0 n");
        let contents = contents(&[Some(10_000), None, Some(5_000)]);
        let found = profiles(&contents, &matrix, Axis::Columns, None);
        let costs: Vec<_> = found.lines.iter().map(|line| line.cost).collect();
        assert_eq!(
            costs[0],
            Cost {
                cents: Some(7_500.0),
                policies: 1,
                unknown: 0
            }
        );
        assert_eq!(
            costs[1],
            Cost {
                cents: Some(2_500.0),
                policies: 1,
                unknown: 1
            }
        );
        assert_eq!(
            costs[2],
            Cost {
                cents: None,
                policies: 0,
                unknown: 1
            }
        );
        // With weight 3 on goal 2: 3 and 3, half each.
        let mut weighted = matrix;
        weighted.columns[1].weight = 3.0;
        let found = profiles(&contents, &weighted, Axis::Columns, None);
        assert_eq!(
            (found.lines[0].cost.rounded(), found.lines[1].cost.rounded()),
            (Some(5_000), Some(5_000))
        );
        assert!(!found.weighted, "the columns' profiles weigh rows");
        assert!(profiles(&contents, &weighted, Axis::Rows, None).weighted);
    }

    #[test]
    fn lines_and_groups_have_sums_and_budgets() {
        let matrix = scores("3 1 -2\n. 2/-1 1\n-1 0 n");
        let mut contents = contents(&[Some(10_000), None, Some(5_000)]);
        let members = vec![PolicyId::fixed(1), PolicyId::fixed(2)];
        contents.clusters.insert(
            ClusterId::fixed(5),
            Cluster {
                members,
                ..Cluster::default()
            },
        );
        let found = profiles(&contents, &matrix, Axis::Rows, None);
        assert_eq!(found.lines[0].who, Who::Item(policy(1)));
        assert_eq!(
            (found.lines[0].sums.benefit, found.lines[0].sums.tradeoff),
            (4.0, -2.0)
        );
        assert_eq!(found.lines[0].cost.rounded(), Some(10_000));
        assert_eq!((found.all.scored, found.all.crossings), (7, 9));
        let groups = profiles(&contents, &matrix, Axis::Rows, Some(Grouping::Cluster));
        assert_eq!(groups.lines[0].items, [policy(1), policy(2)]);
        assert_eq!(
            (groups.lines[0].sums.conflict, groups.lines[0].cost.unknown),
            (1.0, 1)
        );
        assert_eq!(groups.lines[0].cost.cents, Some(10_000.0));
        assert_eq!(groups.lines[1].who, Who::Group(GroupKey::Cluster(None)));
        let columns = profiles(&contents, &matrix, Axis::Columns, None);
        assert_eq!(columns.lines[1].items, [goal(2)]);
    }

    #[test]
    fn budgets_counted_twice_are_counted() {
        let mut contents = contents(&[Some(10_000), Some(1), None, Some(2)]);
        for (child, parent) in [(2, 1), (4, 3), (3, 1)] {
            contents
                .policies
                .get_mut(&PolicyId::fixed(child))
                .unwrap()
                .parent = Some(PolicyId::fixed(parent));
        }
        // 2 is below 1; 4 is below 3, which has no budget, but 3 is below 1.
        let found = profiles(&contents, &scores("1\n1\n1\n1"), Axis::Rows, None);
        assert_eq!(found.nested_budgets, 2);
    }
}
