//! Why an edit was refused, as facts; `said` says them.

use super::Breach;
use ordito_model::{EntryRefusal, LabAct, Subject};

/// Nothing was changed, because …
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Refusal {
    #[error("the document is open for reading only")]
    ReadOnly,
    #[error("{0:?} is not in the document")]
    NotThere(Subject),
    #[error("{0:?} is in the document already")]
    ThereAlready(Subject),
    #[error("{subject:?} has no name")]
    NoName { subject: Subject },
    #[error("the code {code:?} is used by another {subject:?}")]
    CodeTaken { subject: Subject, code: String },
    #[error("{subject:?} {name:?} would be below itself")]
    BelowItself { subject: Subject, name: String },
    #[error("{subject:?} {name:?} is in use by {user:?}")]
    InUse {
        subject: Subject,
        name: String,
        user: String,
    },
    #[error("a text is longer than {limit} characters")]
    TooLong { limit: usize },
    #[error("the row or column is not in the matrix {matrix:?}")]
    NotInMatrix { matrix: String },
    #[error("an item cannot be crossed with itself: {name:?}")]
    Diagonal { name: String },
    #[error("a {found:?} cannot be a row or column here")]
    WrongItem { found: Subject },
    #[error(transparent)]
    Entry(#[from] EntryRefusal),
    #[error("confidence {0} is not 1 to 5")]
    Confidence(u8),
    #[error("weight {0} is not a number of 0 or more")]
    Weight(f64),
    #[error("a scale needs at least two levels of different value")]
    ScaleLevels,
    #[error("cells use the level {value} of the scale {scale:?}")]
    LevelInUse { scale: String, value: String },
    #[error("the agreed assessor stays")]
    AgreedStays,
    #[error("the end {end} is before the start {start}")]
    EndBeforeStart { start: String, end: String },
    #[error("a question cannot be taken through {0:?} where it stands")]
    NotNow(LabAct),
    #[error("the {0:?} of a session stays as it was when votes were given")]
    LabFixed(LabFixed),
    #[error("in an anonymous session seats and tables vote, without names beside them")]
    NamesBesideVotes,
    #[error("{name:?} has no vote in this session")]
    HasNoVote { name: String },
    #[error("the level {level} does not exist in the framework")]
    NoSuchLevel { level: u8 },
    #[error("the number {0} is beyond every use")]
    OutOfRange(i64),
    #[error("a cell that says nothing is kept")]
    EmptyCell,
    /// A whole other state that breaks rules; never empty.
    #[error("{} records lead nowhere or back to themselves", .0.len())]
    Broken(Vec<Breach>),
}

impl Refusal {
    /// Whether it is of an id that names nothing, or of a ring: what walks and look-ups stumble over.
    pub const fn is_structural(&self) -> bool {
        matches!(
            self,
            Self::NotThere(_) | Self::BelowItself { .. } | Self::NotInMatrix { .. }
        )
    }
}

/// What of a session is fixed once votes were given or shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LabFixed {
    Question,
    Rule,
    /// Whether it is anonymous, and who votes as what.
    Anonymous,
}
