//! METHODS M15: structure checks of a matrix, as findings with facts.
//!
//! Findings are information and no verdict. They speak of the agreed scores where there are any, else of those of each
//! assessor who scored; only "nothing scored" looks at everybody. Hidden rows and columns are left out. Not here:
//! objectives without an indicator, until documents hold indicators.

use super::drift::drifts;
use super::{Drift, DriftRule, Panel, Score, Scores};
use ordito_model::{
    Assessment, AssessmentKey, AssessorId, Axis, Contents, Item, MatrixId, PolicyId, Timestamp,
};
use std::collections::{BTreeMap, BTreeSet};

/// Something worth a look in a matrix.
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    /// Nobody scored anything in the whole matrix.
    MatrixUnscored { rows: usize, columns: usize },
    /// Nobody scored anything in a row or column; `other_answers` are n.a. and "?".
    NothingScored {
        axis: Axis,
        item: Item,
        other_answers: usize,
    },
    /// No row helps this column and these harm it, both sides of a score counted.
    OnlyTradeoffs {
        assessor: AssessorId,
        column: Item,
        rows: Vec<Item>,
    },
    /// `m_ij` and `m_ji` have opposite signs; nets in score points.
    OppositeSigns {
        assessor: AssessorId,
        one: Item,
        other: Item,
        there: f64,
        back: f64,
    },
    /// Cells answered before their policy last changed; `crossed` is what it is crossed with in them.
    OlderThanPolicy {
        assessor: AssessorId,
        policy: PolicyId,
        changed: Timestamp,
        crossed: Vec<Item>,
    },
    /// An assessor scores higher or lower than the panel.
    Drift(Drift),
    /// Scores of a row without a reason, of so many.
    NoReason {
        assessor: AssessorId,
        row: Item,
        columns: Vec<Item>,
        scored: usize,
    },
    /// Scores of a row without a source, of so many.
    NoSource {
        assessor: AssessorId,
        row: Item,
        columns: Vec<Item>,
        scored: usize,
    },
}

impl Finding {
    /// The word that stands for it in files.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::MatrixUnscored { .. } => "matrix_unscored",
            Self::NothingScored { .. } => "nothing_scored",
            Self::OnlyTradeoffs { .. } => "only_tradeoffs",
            Self::OppositeSigns { .. } => "opposite_signs",
            Self::OlderThanPolicy { .. } => "older_than_policy",
            Self::Drift(_) => "drift",
            Self::NoReason { .. } => "no_reason",
            Self::NoSource { .. } => "no_source",
        }
    }

    /// Whose scores it speaks of, where it speaks of one assessor's.
    pub const fn assessor(&self) -> Option<AssessorId> {
        match self {
            Self::MatrixUnscored { .. } | Self::NothingScored { .. } => None,
            Self::Drift(drift) => Some(drift.assessor),
            Self::OnlyTradeoffs { assessor, .. }
            | Self::OppositeSigns { assessor, .. }
            | Self::OlderThanPolicy { assessor, .. }
            | Self::NoReason { assessor, .. }
            | Self::NoSource { assessor, .. } => Some(*assessor),
        }
    }
}

/// What a matrix's structure shows, kind by kind, each in the order of the matrix. `policy_changes` says when the
/// fields of a policy last changed: contents do not tell, the journal does. `None` when the matrix is gone.
pub fn structure(
    contents: &Contents,
    matrix: MatrixId,
    policy_changes: &BTreeMap<PolicyId, Timestamp>,
    rule: &DriftRule,
) -> Option<Vec<Finding>> {
    let agreed = Scores::of(contents, matrix, AssessorId::AGREED)?;
    let has_scores = |scores: &Scores| scores.crossings().any(|(_, _, score)| score.is_scored());
    let panel = Panel::of(contents, matrix, 0);
    let of_panel = || {
        panel
            .assessors
            .iter()
            .filter_map(|id| Some((*id, Scores::of(contents, matrix, *id)?)))
    };
    let spoken: Vec<(AssessorId, Scores)> = if has_scores(&agreed) {
        vec![(AssessorId::AGREED, agreed.clone())]
    } else {
        of_panel()
            .filter(|(_, scores)| has_scores(scores))
            .collect()
    };
    if spoken.is_empty() {
        let (rows, columns) = (agreed.rows.len(), agreed.columns.len());
        return Some(vec![Finding::MatrixUnscored { rows, columns }]);
    }
    let everybody: Vec<Scores> = of_panel()
        .map(|(_, scores)| scores)
        .chain([agreed])
        .collect();
    let mut findings = nothing_scored(&everybody);
    for (assessor, scores) in &spoken {
        findings.extend(only_tradeoffs(*assessor, scores));
        findings.extend(opposite_signs(*assessor, scores));
    }
    let reported = drifts(&panel, rule)
        .into_iter()
        .filter(|drift| drift.is_reported(rule))
        .map(Finding::Drift);
    for (assessor, scores) in &spoken {
        let cells = |row, column| {
            contents.assessments.get(&AssessmentKey {
                matrix,
                assessor: *assessor,
                round: 0,
                row,
                column,
            })
        };
        findings.extend(older_than_policy(*assessor, scores, &cells, policy_changes));
    }
    findings.extend(reported);
    for (assessor, scores) in &spoken {
        let cells = |row, column| {
            contents.assessments.get(&AssessmentKey {
                matrix,
                assessor: *assessor,
                round: 0,
                row,
                column,
            })
        };
        findings.extend(unfounded(*assessor, scores, &cells));
    }
    Some(findings)
}

fn nothing_scored(everybody: &[Scores]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for axis in [Axis::Rows, Axis::Columns] {
        let all: Vec<_> = everybody
            .iter()
            .map(|scores| super::sums::lines(scores, axis))
            .collect();
        let Some(first) = everybody.first() else {
            continue;
        };
        for (place, line) in first.lines(axis).iter().enumerate() {
            let sums: super::Sums = all
                .iter()
                .filter_map(|of_assessor| of_assessor.get(place))
                .collect();
            if sums.scored == 0 && sums.crossings > 0 {
                let other_answers = (sums.not_applicable + sums.dont_know) as usize;
                findings.push(Finding::NothingScored {
                    axis,
                    item: line.item,
                    other_answers,
                });
            }
        }
    }
    findings
}

fn only_tradeoffs(assessor: AssessorId, scores: &Scores) -> Vec<Finding> {
    let of_column = |(column, line): (usize, &super::ScoreLine)| {
        let mut rows = Vec::new();
        for (row, at) in scores.rows.iter().enumerate() {
            if let Some(Score::Scored { benefit, harm }) = scores.at(row, column) {
                if benefit > 0.0 {
                    return None;
                }
                if harm > 0.0 {
                    rows.push(at.item);
                }
            }
        }
        (!rows.is_empty()).then_some(Finding::OnlyTradeoffs {
            assessor,
            column: line.item,
            rows,
        })
    };
    scores
        .columns
        .iter()
        .enumerate()
        .filter_map(of_column)
        .collect()
}

fn opposite_signs(assessor: AssessorId, scores: &Scores) -> Vec<Finding> {
    if !scores.is_square {
        return Vec::new();
    }
    let (rows, columns) = (
        super::scores::places(&scores.rows),
        super::scores::places(&scores.columns),
    );
    let mut findings = Vec::new();
    for (row, column, score) in scores.crossings() {
        let (Some(one), Some(other)) = (scores.rows.get(row), scores.columns.get(column)) else {
            continue;
        };
        let Some((back_row, back_column)) = rows.get(&other.item).zip(columns.get(&one.item))
        else {
            continue;
        };
        // Each pair once, where it comes first.
        if *back_row < row {
            continue;
        }
        let nets = score.net().zip(scores.net(*back_row, *back_column));
        if let Some((there, back)) = nets.filter(|(there, back)| there * back < 0.0) {
            findings.push(Finding::OppositeSigns {
                assessor,
                one: one.item,
                other: other.item,
                there,
                back,
            });
        }
    }
    findings
}

fn older_than_policy<'a>(
    assessor: AssessorId,
    scores: &Scores,
    cells: &dyn Fn(Item, Item) -> Option<&'a Assessment>,
    changes: &BTreeMap<PolicyId, Timestamp>,
) -> Vec<Finding> {
    let mut old: BTreeMap<PolicyId, (Timestamp, Vec<Item>)> = BTreeMap::new();
    for (row, column, _) in scores.crossings() {
        let (Some(row), Some(column)) = (scores.rows.get(row), scores.columns.get(column)) else {
            continue;
        };
        let Some(cell) = cells(row.item, column.item).filter(|cell| cell.value.is_answered())
        else {
            continue;
        };
        for (policy, crossed) in [(row.item, column.item), (column.item, row.item)] {
            let changed = policy
                .policy()
                .and_then(|id| Some((id, *changes.get(&id)?)));
            if let Some((id, changed)) = changed.filter(|(_, changed)| cell.at < *changed) {
                old.entry(id)
                    .or_insert((changed, Vec::new()))
                    .1
                    .push(crossed);
            }
        }
    }
    let mut seen = BTreeSet::new();
    let order = scores
        .rows
        .iter()
        .chain(&scores.columns)
        .filter_map(|line| line.item.policy());
    order
        .filter(|id| seen.insert(*id))
        .filter_map(|policy| {
            let (changed, crossed) = old.remove(&policy)?;
            Some(Finding::OlderThanPolicy {
                assessor,
                policy,
                changed,
                crossed,
            })
        })
        .collect()
}

/// Scores without a reason, then without a source, row by row.
fn unfounded<'a>(
    assessor: AssessorId,
    scores: &Scores,
    cells: &dyn Fn(Item, Item) -> Option<&'a Assessment>,
) -> Vec<Finding> {
    let (mut no_reason, mut no_source) = (Vec::new(), Vec::new());
    for line in &scores.rows {
        let row = line.item;
        let (mut scored, mut unreasoned, mut unsourced) = (0, Vec::new(), Vec::new());
        for column in scores.columns.iter().map(|column| column.item) {
            let crossing = !(scores.is_square && row == column);
            let Some(cell) = cells(row, column).filter(|cell| crossing && cell.value.is_scored())
            else {
                continue;
            };
            scored += 1;
            if cell.reason.trim().is_empty() {
                unreasoned.push(column);
            }
            if cell.sources.is_empty() {
                unsourced.push(column);
            }
        }
        if !unreasoned.is_empty() {
            no_reason.push(Finding::NoReason {
                assessor,
                row,
                columns: unreasoned,
                scored,
            });
        }
        if !unsourced.is_empty() {
            no_source.push(Finding::NoSource {
                assessor,
                row,
                columns: unsourced,
                scored,
            });
        }
    }
    no_reason.append(&mut no_source);
    no_reason
}

#[cfg(test)]
mod tests;
