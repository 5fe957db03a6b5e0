//! The document's own particulars.

use super::DocumentId;
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
