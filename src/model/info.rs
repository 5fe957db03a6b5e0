//! The document's own particulars, named versions, and keys of small tables.

use super::{CrosswalkId, DocumentId, GoalId, StepNumber, Timestamp};
use serde::{Deserialize, Serialize};

/// The mark of a document among databases: "Ordi" in SQLite's header.
pub const APPLICATION_ID: u32 = 0x4F72_6469;

/// The key of a table with one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Only;

/// What the document says of itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Info {
    pub id: DocumentId,
    pub title: String,
    #[serde(default)]
    pub description: String,
    #[serde(default)]
    pub body: String,
    /// Scores in it are illustrative, and everything that leaves it says so.
    #[serde(default)]
    pub illustrative: bool,
}

/// A named point in the document's history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Milestone {
    pub name: String,
    #[serde(default)]
    pub note: String,
    /// The last step it holds.
    pub step: StepNumber,
    pub at: Timestamp,
    pub by: String,
}

/// Names a link of a crosswalk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkKey {
    pub crosswalk: CrosswalkId,
    pub from: GoalId,
    pub to: GoalId,
}
