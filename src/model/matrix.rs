//! Matrices: rows × columns on one scale, and who scores them.

use super::id::ids;
use super::label::words;
use super::{GoalId, PolicyId, ScaleId};
use serde::{Deserialize, Serialize};

ids! {
    MatrixId, AssessorId,
}

words! {
    /// What is crossed with what.
    MatrixKind { PolicyGoal = "policy-goal", PolicyPolicy = "policy-policy", GoalGoal = "goal-goal" }
}
words! {
    /// Rows or columns.
    Axis { Rows = "rows", Columns = "columns" }
}

/// What a row or column stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    Policy(PolicyId),
    Goal(GoalId),
}
impl Item {
    pub const fn bytes(&self) -> &[u8; 16] {
        match self {
            Self::Policy(id) => id.bytes(),
            Self::Goal(id) => id.bytes(),
        }
    }
    pub const fn policy(self) -> Option<PolicyId> {
        if let Self::Policy(id) = self {
            Some(id)
        } else {
            None
        }
    }
    pub const fn goal(self) -> Option<GoalId> {
        if let Self::Goal(id) = self {
            Some(id)
        } else {
            None
        }
    }
}

impl MatrixKind {
    /// The item with these bytes on this axis.
    pub fn item(self, axis: Axis, bytes: [u8; 16]) -> Item {
        if self.holds_policies(axis) {
            Item::Policy(PolicyId(bytes))
        } else {
            Item::Goal(GoalId(bytes))
        }
    }
    pub fn holds_policies(self, axis: Axis) -> bool {
        match (self, axis) {
            (Self::PolicyPolicy, _) | (Self::PolicyGoal, Axis::Rows) => true,
            (Self::GoalGoal, _) | (Self::PolicyGoal, Axis::Columns) => false,
        }
    }
    /// Whether rows and columns are of one sort, so that the diagonal stays empty.
    pub fn is_square(self) -> bool {
        self != Self::PolicyGoal
    }
}

/// A matrix without its lines and cells.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Matrix {
    pub name: String,
    pub kind: MatrixKind,
    pub scale: ScaleId,
    #[serde(default)]
    pub position: i64,
    #[serde(default)]
    pub note: String,
    /// Scores are illustrative, not an assessment.
    #[serde(default)]
    pub illustrative: bool,
    /// Who scores here; empty means everybody in the document.
    #[serde(default)]
    pub assessors: Vec<AssessorId>,
}

/// Names a row or column of a matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineKey {
    pub matrix: MatrixId,
    pub axis: Axis,
    pub item: Item,
}

/// A row or column of a matrix.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    pub position: i64,
    /// Weight `w_g ≥ 0` in sums (METHODS M2).
    #[serde(default = "one")]
    pub weight: f64,
    #[serde(default)]
    pub hidden: bool,
}
const fn one() -> f64 {
    1.0
}

words! {
    /// What an assessor is; there is one `Agreed` in each document. A `Participant` votes in one laboratory.
    AssessorKind {
        Person = "person", Office = "office", Table = "table", Agreed = "agreed", Participant = "participant",
    }
}

/// Who scores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Assessor {
    pub name: String,
    pub kind: AssessorKind,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub position: i64,
}

impl AssessorId {
    /// "Consenso": the agreed scores, the same id in every document.
    pub const AGREED: Self = Self::fixed(1);
}
