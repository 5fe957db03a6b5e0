//! Named versions: a point in the document's history that somebody gave a name.

use super::id::ids;
use super::{StepNumber, Timestamp};
use serde::{Deserialize, Serialize};

ids! { MilestoneId }

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
