//! Two to four sets of scores side by side: lines brought together, every crossing of each, figures and differences of
//! each one against the first.
//!
//! Figures are METHODS "Agreement of two matrices" ([`Agreement`]). A side is a whole matrix as one assessor sees it in one
//! round, or one of its rows or columns; whose contents they are (another file, an earlier state) does not matter here.

use super::equal::Ruler;
use super::{Agreement, Aligned, Score, Scores, align, counterparts};
use ordito_model::{
    Assessment, AssessmentKey, AssessorId, Axis, CellValue, Contents, Item, MatrixId,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// One side: whose scores of which matrix.
#[derive(Debug, Clone)]
pub struct Side {
    pub contents: Arc<Contents>,
    pub matrix: MatrixId,
    pub assessor: AssessorId,
    /// 0 outside laboratories.
    pub round: u16,
    /// Only this line of the matrix, against the line picked on the first side.
    pub picked: Option<Picked>,
}

/// A row or a column of a matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picked {
    pub axis: Axis,
    pub item: Item,
}

/// A row or column of the comparison: a line of the first side, or one that only others have.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// What it is called in the comparison: the item of the first side that has it.
    pub item: Item,
    /// The first side that has it; its contents name the item.
    pub named_by: usize,
    /// The item of each side, where the side has the line.
    pub own: Vec<Option<Item>>,
}

/// A crossing of one side.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Dot {
    pub value: CellValue,
    pub has_reason: bool,
}

/// A crossing by its row and column in the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Place {
    pub row: usize,
    pub column: usize,
}

/// How a crossing of one side stands to that of the first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Change {
    /// Nothing to compare: neither side has the crossing, or both left it blank.
    Nothing,
    /// The same score, or the same "n.a." or "?".
    Equal,
    /// Both scored, differently; in score points, second minus first. The net is 0 where only the sides differ.
    Scores {
        net: f64,
        gross: f64,
        opposite: bool,
    },
    OnlyFirst,
    OnlySecond,
    /// Neither scored, and they do not say the same: n.a. against "?" or blank.
    States,
}
impl Change {
    /// Whether it belongs in a list of differences.
    pub const fn is_difference(self) -> bool {
        !matches!(self, Self::Nothing | Self::Equal)
    }
}

/// How `second` stands to `first`; `None` is a crossing that a side does not have.
pub fn change(first: Option<CellValue>, second: Option<CellValue>) -> Change {
    let sides = |value: Option<CellValue>| match value {
        Some(CellValue::Scored { benefit, tradeoff }) => Some((benefit.value(), tradeoff.value())),
        _ => None,
    };
    match (sides(first), sides(second)) {
        (Some((benefit, tradeoff)), Some((other_benefit, other_tradeoff))) => {
            let (net, other) = (benefit + tradeoff, other_benefit + other_tradeoff);
            let gross = (benefit - other_benefit).abs() + (tradeoff - other_tradeoff).abs();
            if gross == 0.0 {
                Change::Equal
            } else {
                Change::Scores {
                    net: other - net,
                    gross,
                    opposite: net * other < 0.0,
                }
            }
        }
        (Some(_), None) => Change::OnlyFirst,
        (None, Some(_)) => Change::OnlySecond,
        (None, None) => match (
            first.unwrap_or(CellValue::Unscored),
            second.unwrap_or(CellValue::Unscored),
        ) {
            (CellValue::Unscored, CellValue::Unscored) => Change::Nothing,
            (one, other) if one == other => Change::Equal,
            _ => Change::States,
        },
    }
}

/// A difference and where it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    pub place: Place,
    pub change: Change,
}

/// One side against the first.
#[derive(Debug, Clone)]
pub struct Pair {
    pub agreement: Agreement,
    /// How rows and columns of the matrices were brought together.
    pub lines: [Aligned; 2],
    /// Every crossing that differs, row by row.
    pub differences: Vec<Found>,
    /// Places in `differences`: largest net first, then largest of both sides, then those of one side; else row by row.
    pub by_size: Vec<usize>,
    /// Rows and columns of the comparison with a difference in them.
    pub rows: Vec<bool>,
    pub columns: Vec<bool>,
}

/// Sides side by side.
#[derive(Debug, Clone)]
pub struct Comparison {
    pub sides: Vec<Side>,
    pub rows: Vec<Compared>,
    pub columns: Vec<Compared>,
    /// The second side against the first, the third against the first, and so on.
    pub pairs: Vec<Pair>,
    dots: Vec<Vec<Option<Dot>>>,
}

impl Pair {
    /// Differences with the largest first.
    pub fn largest_first(&self) -> impl Iterator<Item = &Found> {
        self.by_size
            .iter()
            .filter_map(|at| self.differences.get(*at))
    }
}

impl Comparison {
    /// Brings sides together and compares each with the first. `None` when a side has no such matrix or line, or there is
    /// one side only.
    pub fn of(sides: Vec<Side>) -> Option<Self> {
        if sides.len() < 2 {
            return None;
        }
        let scores: Vec<Scores> = sides
            .iter()
            .map(|side| taken(side, &sides))
            .collect::<Option<_>>()?;
        let lines = |axis| -> Vec<Vec<Item>> {
            scores
                .iter()
                .map(|scores| scores.lines(axis).iter().map(|line| line.item).collect())
                .collect()
        };
        let rows = together(&sides, lines(Axis::Rows));
        // Picked lines are what is compared: they stand against each other whatever they are called.
        let columns = if sides.iter().any(|side| side.picked.is_some()) {
            let own: Vec<Option<Item>> = sides
                .iter()
                .map(|side| side.picked.map(|picked| picked.item))
                .collect();
            own.first()
                .copied()
                .flatten()
                .map(|item| Compared {
                    item,
                    named_by: 0,
                    own,
                })
                .into_iter()
                .collect()
        } else {
            together(&sides, lines(Axis::Columns))
        };
        let mut whole = Self {
            sides,
            rows,
            columns,
            pairs: Vec::new(),
            dots: Vec::new(),
        };
        whole.dots = (0..whole.sides.len())
            .map(|side| whole.dots_of(side))
            .collect();
        whole.pairs = (1..whole.sides.len())
            .filter_map(|side| whole.pair_of(&scores, side))
            .collect();
        Some(whole)
    }

    fn dots_of(&self, index: usize) -> Vec<Option<Dot>> {
        let mut dots = vec![None; self.rows.len() * self.columns.len()];
        let Some(side) = self.sides.get(index) else {
            return dots;
        };
        let own = |line: &Compared| line.own.get(index).copied().flatten();
        for (row, of_row) in self.rows.iter().enumerate() {
            for (column, of_column) in self.columns.iter().enumerate() {
                if let (Some(r), Some(c)) = (own(of_row), own(of_column))
                    && r != c
                    && let Some(place) = dots.get_mut(row * self.columns.len() + column)
                {
                    *place = Some(Dot::default());
                }
            }
        }
        let places = |lines: &[Compared]| -> HashMap<Item, usize> {
            lines
                .iter()
                .enumerate()
                .filter_map(|(place, line)| Some((own(line)?, place)))
                .collect()
        };
        let (rows, columns) = (places(&self.rows), places(&self.columns));
        let turned = side.picked.is_some_and(|picked| picked.axis == Axis::Rows);
        let cells = side.contents.cells_of(side.matrix);
        for (key, cell) in
            cells.filter(|(key, _)| key.round == side.round && key.assessor == side.assessor)
        {
            let (r, c) = if turned {
                (key.column, key.row)
            } else {
                (key.row, key.column)
            };
            let (Some(row), Some(column)) = (rows.get(&r), columns.get(&c)) else {
                continue;
            };
            if let Some(Some(place)) = dots.get_mut(row * self.columns.len() + column) {
                *place = Dot {
                    value: cell.value,
                    has_reason: !cell.reason.trim().is_empty(),
                };
            }
        }
        dots
    }

    fn pair_of(&self, scores: &[Scores], index: usize) -> Option<Pair> {
        let (first, side) = (self.sides.first()?, self.sides.get(index)?);
        let (left, right) = (scores.first()?, scores.get(index)?);
        let mut right = right.clone();
        if let (Some(one), Some(other)) = (left.columns.first(), right.columns.first_mut())
            && side.picked.is_some()
        {
            other.item = one.item;
        }
        let (aligned, lines) = align(left, &first.contents, &right, &side.contents);
        let (mut rows, mut columns) = (
            vec![false; self.rows.len()],
            vec![false; self.columns.len()],
        );
        let mut differences = Vec::new();
        for (row, has_row) in rows.iter_mut().enumerate() {
            for (column, has_column) in columns.iter_mut().enumerate() {
                let place = Place { row, column };
                let change = self.change(index, place);
                if change.is_difference() {
                    differences.push(Found { place, change });
                    (*has_row, *has_column) = (true, true);
                }
            }
        }
        let size = |at: &usize| match differences.get(*at).map(|found| found.change) {
            Some(Change::Scores { net, gross, .. }) => (net.abs(), gross),
            _ => (-1.0, 0.0),
        };
        let mut by_size: Vec<usize> = (0..differences.len()).collect();
        by_size.sort_by(|a, b| {
            let (a, b) = (size(a), size(b));
            Ruler::POINTS
                .order(b.0, a.0)
                .then(Ruler::POINTS.order(b.1, a.1))
        });
        Some(Pair {
            agreement: Agreement::of(left, &aligned),
            lines,
            differences,
            by_size,
            rows,
            columns,
        })
    }

    /// A crossing of a side; `None` where the side has none.
    pub fn dot(&self, side: usize, place: Place) -> Option<Dot> {
        self.dots
            .get(side)?
            .get(place.row * self.columns.len() + place.column)
            .copied()
            .flatten()
    }
    /// How a side's crossing stands to the first one's.
    pub fn change(&self, side: usize, place: Place) -> Change {
        let value = |side| self.dot(side, place).map(|dot| dot.value);
        change(value(0), value(side))
    }
    /// The cell of a side, by what the document calls it; `None` where the side has no such crossing.
    pub fn key(&self, side: usize, place: Place) -> Option<AssessmentKey> {
        self.dot(side, place)?;
        let one = self.sides.get(side)?;
        let own = |lines: &[Compared], at: usize| lines.get(at)?.own.get(side).copied().flatten();
        let (row, column) = (
            own(&self.rows, place.row)?,
            own(&self.columns, place.column)?,
        );
        let turned = one.picked.is_some_and(|picked| picked.axis == Axis::Rows);
        let (row, column) = if turned { (column, row) } else { (row, column) };
        Some(AssessmentKey {
            matrix: one.matrix,
            assessor: one.assessor,
            round: one.round,
            row,
            column,
        })
    }
    /// What a side holds of a crossing, with its reason.
    pub fn cell(&self, side: usize, place: Place) -> Option<&Assessment> {
        let key = self.key(side, place)?;
        self.sides.get(side)?.contents.assessments.get(&key)
    }
    /// The contents that name a line.
    pub fn contents_of(&self, line: &Compared) -> Option<&Contents> {
        self.sides.get(line.named_by).map(|side| &*side.contents)
    }
}

/// The scores a side brings: its matrix, or the picked line as the only column.
fn taken(side: &Side, all: &[Side]) -> Option<Scores> {
    let whole = Scores::of_round(&side.contents, side.matrix, side.assessor, side.round)?;
    let Some(picked) = side.picked else {
        return Some(whole);
    };
    let scores = if picked.axis == Axis::Rows {
        whole.transposed()
    } else {
        whole
    };
    let column = scores.column_of(picked.item)?;
    // Against each other two policies have no crossing that both have.
    let among = |item: Item| {
        all.iter()
            .any(|side| side.picked.is_some_and(|picked| picked.item == item))
    };
    let rows: Vec<usize> = (0..scores.rows.len())
        .filter(|row| {
            !(scores.is_square && scores.rows.get(*row).is_some_and(|line| among(line.item)))
        })
        .collect();
    let cells = rows
        .iter()
        .map(|row| scores.at(*row, column).unwrap_or(Score::Unscored))
        .collect();
    let lines = rows
        .iter()
        .filter_map(|row| scores.rows.get(*row).copied())
        .collect();
    let column = scores.columns.get(column).copied()?;
    Some(Scores::new(lines, vec![column], false, scores.largest, cells).reaching(scores.reach))
}

/// Lines of all sides: those of the first in their order, then what only others have, side by side.
fn together(sides: &[Side], lines: Vec<Vec<Item>>) -> Vec<Compared> {
    let n = sides.len();
    let mut all: Vec<Compared> = Vec::new();
    for (index, items) in lines.into_iter().enumerate() {
        let Some(side) = sides.get(index) else {
            continue;
        };
        let mut open = items;
        for (earlier, by) in sides.iter().enumerate().take(index) {
            let known: Vec<Item> = all
                .iter()
                .filter(|line| line.named_by == earlier)
                .map(|line| line.item)
                .collect();
            let (matched, _) = counterparts(&known, &by.contents, &open, &side.contents);
            let back: BTreeMap<Item, Item> =
                matched.iter().map(|(own, item)| (*item, *own)).collect();
            for line in all.iter_mut().filter(|line| line.named_by == earlier) {
                if let (Some(own), Some(place)) = (back.get(&line.item), line.own.get_mut(index)) {
                    *place = Some(*own);
                }
            }
            let gone: BTreeSet<Item> = matched.into_keys().collect();
            open.retain(|item| !gone.contains(item));
        }
        for item in open {
            let mut own = vec![None; n];
            if let Some(place) = own.get_mut(index) {
                *place = Some(item);
            }
            all.push(Compared {
                item,
                named_by: index,
                own,
            });
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::{contents, goal, policy};
    use ordito_model::{Policy, PolicyId};

    const A: AssessorId = AssessorId::AGREED;
    const B: AssessorId = AssessorId::fixed(2);

    fn side(contents: &Contents, assessor: AssessorId) -> Side {
        let contents = Arc::new(contents.clone());
        Side {
            contents,
            matrix: MatrixId::fixed(1),
            assessor,
            round: 0,
            picked: None,
        }
    }
    /// Two assessors of one document, from what each typed.
    fn both(first: &str, second: &str) -> Contents {
        let mut document = contents(first, &[A]);
        document
            .assessments
            .extend(contents(second, &[B]).assessments);
        document
    }
    fn listed(comparison: &Comparison) -> Vec<(usize, usize, Change)> {
        let found = comparison.pairs[0].differences.iter();
        found
            .map(|found| (found.place.row, found.place.column, found.change))
            .collect()
    }

    #[test]
    fn two_assessors_by_hand() {
        let document = both("2 1 -1 .\n2/-1 n 3 ?", "2 -1 . 1\n1 ? 3 ?");
        let found = Comparison::of(vec![side(&document, A), side(&document, B)]).unwrap();
        let scores = |net, gross, opposite| Change::Scores {
            net,
            gross,
            opposite,
        };
        assert_eq!(
            listed(&found),
            [
                (0, 1, scores(-2.0, 2.0, true)),
                (0, 2, Change::OnlyFirst),
                (0, 3, Change::OnlySecond),
                (1, 0, scores(0.0, 2.0, false)),
                (1, 1, Change::States),
            ]
        );
        // Scored in both: 2 and 2, 1 and −1, 2/−1 and 1, 3 and 3; equal are the first and the last.
        let figures = &found.pairs[0].agreement;
        assert_eq!(
            (figures.both, figures.exact, figures.opposite_signs),
            (4, 2, 1)
        );
        assert_eq!(
            (figures.mean_net, figures.only_left, figures.only_right),
            (Some(0.5), 1, 1)
        );
        // Σ d² = 4; expected Σx² + Σy² − 2 Σx Σy / n with x = 2 1 1 3, y = 2 −1 1 3: 15 + 15 − 2·7·5/4 = 12.5.
        assert!((figures.kappa.unwrap() - (1.0 - 4.0 / 12.5)).abs() < 1e-12);
        assert_eq!(
            (found.pairs[0].rows.clone(), found.pairs[0].columns.clone()),
            (vec![true; 2], vec![true; 4])
        );
        assert_eq!(found.change(1, Place { row: 1, column: 3 }), Change::Equal);
        assert_eq!(
            found.pairs[0].by_size,
            [0, 3, 1, 2, 4],
            "2 points, then both sides, then one side only"
        );
    }

    #[test]
    fn lines_of_others_come_after_and_meet_each_other() {
        let one = contents("1 2", &[A]);
        let named = |code: &str| Policy {
            code: code.to_owned(),
            ..Policy::default()
        };
        let other = |id: u128| {
            let mut document = contents("1 2\n3 -1", &[A]);
            let (old, new) = (policy(2), Item::Policy(PolicyId::fixed(id)));
            document.policies.insert(PolicyId::fixed(id), named("X"));
            let lines: Vec<_> = document
                .lines
                .iter()
                .map(|(key, line)| (*key, line.clone()))
                .collect();
            document.lines.clear();
            for (mut key, line) in lines {
                key.item = if key.item == old { new } else { key.item };
                document.lines.insert(key, line);
            }
            let cells: Vec<_> = document
                .assessments
                .iter()
                .map(|(key, cell)| (*key, cell.clone()))
                .collect();
            document.assessments.clear();
            for (mut key, cell) in cells {
                key.row = if key.row == old { new } else { key.row };
                document.assessments.insert(key, cell);
            }
            document
        };
        let sides = vec![side(&one, A), side(&other(20), A), side(&other(30), A)];
        let found = Comparison::of(sides).unwrap();
        let own: Vec<_> = found.rows.iter().map(|line| line.own.clone()).collect();
        let item = |id| Some(Item::Policy(PolicyId::fixed(id)));
        assert_eq!(
            own,
            [vec![Some(policy(1)); 3], vec![None, item(20), item(30)]]
        );
        assert_eq!(
            found.change(2, Place { row: 1, column: 0 }),
            Change::OnlySecond
        );
        assert_eq!(found.dot(0, Place { row: 1, column: 0 }), None);
        assert_eq!(found.pairs[1].agreement.outside_right, 2);
        assert_eq!(
            found.key(2, Place { row: 1, column: 1 }).unwrap().row,
            item(30).unwrap()
        );
    }

    #[test]
    fn two_policies_and_two_goals_stand_against_each_other() {
        let document = contents("2 1 -1\n2 -1 .", &[A]);
        let picked = |axis, item| Side {
            picked: Some(Picked { axis, item }),
            ..side(&document, A)
        };
        let found = Comparison::of(vec![
            picked(Axis::Rows, policy(1)),
            picked(Axis::Rows, policy(2)),
        ])
        .unwrap();
        assert_eq!((found.rows.len(), found.columns.len()), (3, 1));
        let figures = &found.pairs[0].agreement;
        assert_eq!(
            (
                figures.both,
                figures.exact,
                figures.opposite_signs,
                figures.only_left
            ),
            (2, 1, 1, 1)
        );
        let key = found.key(1, Place { row: 1, column: 0 }).unwrap();
        assert_eq!((key.row, key.column), (policy(2), goal(2)));
        let found = Comparison::of(vec![
            picked(Axis::Columns, goal(1)),
            picked(Axis::Columns, goal(2)),
        ])
        .unwrap();
        assert_eq!(found.pairs[0].agreement.mean_net, Some(2.0));
        assert_eq!(
            found.key(1, Place { row: 0, column: 0 }).unwrap().column,
            goal(2)
        );
        assert!(
            Comparison::of(vec![
                picked(Axis::Columns, goal(9)),
                picked(Axis::Columns, goal(2))
            ])
            .is_none()
        );
    }
}
