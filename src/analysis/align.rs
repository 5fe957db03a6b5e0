//! Lines of two matrices, which may be of two documents, brought together: by id, then by code, then by name.

use super::{ScoreLine, Scores};
use ordito_ground::text::folded;
use ordito_model::{Axis, Contents, Item};
use std::collections::{BTreeMap, BTreeSet};

/// How lines of one axis were brought together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Aligned {
    pub by_id: usize,
    pub by_code: usize,
    pub by_name: usize,
    /// Lines without a counterpart, in their order.
    pub only_left: Vec<Item>,
    pub only_right: Vec<Item>,
}

/// The right scores with the left one's items for lines that are the same, and how that was found: rows, then columns.
/// Codes must be equal; names may differ in what [`ordito_ground::text::folded`] leaves out.
pub fn align(
    left: &Scores,
    left_contents: &Contents,
    right: &Scores,
    right_contents: &Contents,
) -> (Scores, [Aligned; 2]) {
    let mut scores = right.clone();
    let rows = align_lines(&left.rows, left_contents, &mut scores.rows, right_contents);
    let columns = align_lines(
        &left.columns,
        left_contents,
        &mut scores.columns,
        right_contents,
    );
    (scores, [rows, columns])
}

/// Which axis comes where in what [`align`] gives.
pub const AXES: [Axis; 2] = [Axis::Rows, Axis::Columns];

fn align_lines(
    left: &[ScoreLine],
    left_contents: &Contents,
    right: &mut [ScoreLine],
    right_contents: &Contents,
) -> Aligned {
    let items = |lines: &[ScoreLine]| -> Vec<Item> { lines.iter().map(|line| line.item).collect() };
    let (matched, found) = counterparts(&items(left), left_contents, &items(right), right_contents);
    for line in right.iter_mut() {
        if let Some(item) = matched.get(&line.item) {
            line.item = *item;
        }
    }
    found
}

/// For each item on the right the one on the left that it is, where there is one.
pub fn counterparts(
    left: &[Item],
    left_contents: &Contents,
    right: &[Item],
    right_contents: &Contents,
) -> (BTreeMap<Item, Item>, Aligned) {
    let mut found = Aligned::default();
    let mut open: BTreeSet<Item> = left.iter().copied().collect();
    let mut matched: BTreeMap<Item, Item> = BTreeMap::new();
    for item in right {
        if open.remove(item) {
            matched.insert(*item, *item);
            found.by_id += 1;
        }
    }
    // Code before name for all lines: a name must not take what another line's code means.
    for by_name in [false, true] {
        let call = |contents: &Contents, item: Item| {
            let (code, label) = contents.item_label(item);
            if by_name {
                folded(&label.it)
            } else {
                code.to_owned()
            }
        };
        // A goal is no policy, whatever its code.
        let mut names: BTreeMap<(bool, String), Item> = BTreeMap::new();
        for item in left.iter().filter(|item| open.contains(item)) {
            names
                .entry((item.policy().is_some(), call(left_contents, *item)))
                .or_insert(*item);
        }
        for item in right {
            let name = call(right_contents, *item);
            if matched.contains_key(item) || name.is_empty() {
                continue;
            }
            if let Some(left) = names.remove(&(item.policy().is_some(), name)) {
                open.remove(&left);
                matched.insert(*item, left);
                if by_name {
                    found.by_name += 1;
                } else {
                    found.by_code += 1;
                }
            }
        }
    }
    found.only_left = left
        .iter()
        .copied()
        .filter(|item| open.contains(item))
        .collect();
    found.only_right = right
        .iter()
        .copied()
        .filter(|item| !matched.contains_key(item))
        .collect();
    (matched, found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Agreement;
    use crate::written::{contents, goal, policy};
    use ordito_model::{AssessorId, MatrixId, Policy, PolicyId};

    #[test]
    fn lines_meet_by_id_then_code_then_name() {
        let mut one = contents("2 1 0\n-1 3 .\n1 1 1", &[AssessorId::AGREED]);
        let mut two = contents("2 -1 0\n-1 3 .\n0 1 1", &[AssessorId::AGREED]);
        let of = |contents: &Contents| {
            Scores::of(contents, MatrixId::fixed(1), AssessorId::AGREED).unwrap()
        };
        let (left, mut right) = (of(&one), of(&two));
        // The second row has another id and the same code, the third another id, no code and a name that differs in
        // case and accent.
        let named = |code: &str, name: &str| Policy {
            code: code.to_owned(),
            name: name.to_owned(),
            ..Policy::default()
        };
        one.policies.insert(PolicyId::fixed(2), named("C2", "Due"));
        one.policies
            .insert(PolicyId::fixed(3), named("C3", "Città verde"));
        two.policies
            .insert(PolicyId::fixed(902), named("C2", "Altro"));
        two.policies
            .insert(PolicyId::fixed(903), named("", "CITTA  VERDE"));
        right.rows[1].item = Item::Policy(PolicyId::fixed(902));
        right.rows[2].item = Item::Policy(PolicyId::fixed(903));
        let (aligned, [rows, columns]) = align(&left, &one, &right, &two);
        assert_eq!(
            (rows.by_id, rows.by_code, rows.by_name),
            (1, 1, 1),
            "{rows:?}"
        );
        assert_eq!(
            (columns.by_id, rows.only_left.len(), rows.only_right.len()),
            (3, 0, 0)
        );
        assert_eq!(
            aligned
                .rows
                .iter()
                .map(|line| line.item)
                .collect::<Vec<_>>(),
            [policy(1), policy(2), policy(3)]
        );
        let agreement = Agreement::of(&left, &aligned);
        // Differences: 1 against −1 in the first row, 1 against 0 in the third.
        assert_eq!(
            (agreement.both, agreement.exact, agreement.opposite_signs),
            (8, 6, 1)
        );
        assert_eq!(
            (
                agreement.differences[0].row,
                agreement.differences[0].column
            ),
            (policy(1), goal(2))
        );
    }

    #[test]
    fn a_policy_and_a_goal_of_one_code_do_not_meet() {
        let mut document = contents("2", &[AssessorId::AGREED]);
        let policy_of = |code: &str| Policy {
            code: code.to_owned(),
            ..Policy::default()
        };
        document.policies.insert(PolicyId::fixed(1), policy_of("1"));
        let goal_of = ordito_model::Goal {
            framework: ordito_model::FrameworkId::fixed(1),
            parent: None,
            position: 0,
            level: 0,
            code: "1".to_owned(),
            name: ordito_model::Label::same("Uno"),
            short: ordito_model::Label::default(),
            text: ordito_model::Label::default(),
            wording: ordito_model::Wording::Official,
            colour: None,
            note: String::new(),
        };
        document
            .goals
            .insert(ordito_model::GoalId::fixed(7), goal_of);
        let (matched, found) = counterparts(&[policy(1)], &document, &[goal(7)], &document);
        assert!(matched.is_empty());
        assert_eq!(
            (found.only_left, found.only_right),
            (vec![policy(1)], vec![goal(7)])
        );
    }

    #[test]
    fn what_has_no_counterpart_is_named() {
        let one = contents("2 1\n1 1", &[AssessorId::AGREED]);
        let scores = Scores::of(&one, MatrixId::fixed(1), AssessorId::AGREED).unwrap();
        let mut right = scores.clone();
        right.rows[0].item = Item::Policy(PolicyId::fixed(77));
        let (_, [rows, _]) = align(&scores, &one, &right, &Contents::default());
        assert_eq!(
            (rows.only_left, rows.only_right),
            (vec![policy(1)], vec![Item::Policy(PolicyId::fixed(77))])
        );
    }
}
