//! Steps of the journal: a patch with who, when and why.

use super::label::words;
use super::{Patch, Table, Timestamp};
use serde::{Deserialize, Serialize};

/// Place of a step in the journal, from 1; 0 is "before the first".
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct StepNumber(pub i64);

words! {
    /// Whether a step does, undoes or redoes.
    Direction { Do = "do", Undo = "undo", Redo = "redo" }
}

words! {
    /// How cells came to change.
    CellsCause {
        Type = "type", Paste = "paste", Fill = "fill", Clear = "clear", Inspector = "inspector", Import = "import",
        TakeOver = "take_over", Merge = "merge", Lab = "lab",
        Consensus = "consensus",
    }
}

words! {
    /// What happened in a laboratory.
    LabAct {
        Vote = "vote", Ask = "ask", Show = "show", Reveal = "reveal", Agree = "agree", Park = "park", Skip = "skip",
        Reopen = "reopen", Comment = "comment",
    }
}

/// What a step is called in the undo list; words come from `words`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepLabel {
    Created,
    Cells {
        cause: CellsCause,
        cells: usize,
        matrix: String,
    },
    Added {
        subject: Subject,
        name: String,
    },
    Changed {
        subject: Subject,
        name: String,
    },
    Deleted {
        subject: Subject,
        name: String,
    },
    Moved {
        subject: Subject,
        name: String,
    },
    Duplicated {
        subject: Subject,
        name: String,
    },
    AddedMany {
        subject: Subject,
        n: usize,
    },
    DeletedMany {
        subject: Subject,
        n: usize,
    },
    ChangedMany {
        subject: Subject,
        n: usize,
    },
    MovedMany {
        subject: Subject,
        n: usize,
    },
    Imported {
        name: String,
    },
    Restored {
        name: String,
    },
    Merged {
        name: String,
    },
    /// A step of a laboratory; `question` names its crossing, `n` counts votes.
    Lab {
        act: LabAct,
        question: String,
        n: usize,
    },
    /// Copies that were filled apart, brought together.
    Joined {
        note: NoteOf,
    },
}

/// What a merge of copies leaves in the history: which states of which copies are in it, and what does not stand.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MergeNote {
    pub copies: Vec<JoinedCopy>,
    pub set_aside: Vec<SetAside>,
}

/// A copy as it was when it was taken in: merged again, it has nothing new to say.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct JoinedCopy {
    /// The file's name.
    pub name: String,
    /// Its last step.
    pub step: StepNumber,
    /// The last link of its journal's chain.
    pub chain: String,
}

/// A version of a record that does not stand, so that nothing is lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    pub table: String,
    /// Hexadecimal.
    pub key: String,
    /// The copy's file name.
    pub copy: String,
    pub at: Timestamp,
    pub by: String,
    /// The record as JSON; nothing where the copy had deleted it.
    pub record: Option<String>,
}

/// A note that many steps' heads share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "MergeNote", into = "MergeNote")]
pub struct NoteOf(pub std::sync::Arc<MergeNote>);
impl From<MergeNote> for NoteOf {
    fn from(note: MergeNote) -> Self {
        Self(std::sync::Arc::new(note))
    }
}
impl From<NoteOf> for MergeNote {
    fn from(note: NoteOf) -> Self {
        (*note.0).clone()
    }
}

macro_rules! subjects {
    // Every table gives one; it is called as the table is where the list says nothing else.
    (@[$($done:tt)*] $word:literal $field:ident: $table:ident by $key:ident, $held:ident; $($rest:tt)*) => {
        subjects! { @[$($done)* ($table, $table, $word)] $($rest)* }
    };
    (
        @[$($done:tt)*]
        $word:literal $field:ident: $table:ident by $key:ident, $held:ident, called $subject:ident $called:literal;
        $($rest:tt)*
    ) => {
        subjects! { @[$($done)* ($table, $subject, $called)] $($rest)* }
    };
    (@[$(($table:ident, $subject:ident, $word:literal))*]) => {
        words! {
            /// What a label speaks of.
            Subject { $($subject = $word,)* Column = "column", Participant = "participant" }
        }
        impl From<Table> for Subject {
            fn from(table: Table) -> Self {
                match table { $(Table::$table => Self::$subject),* }
            }
        }
    };
    ($($tables:tt)*) => { subjects! { @[] $($tables)* } };
}
super::tables!(subjects);

/// One entry of the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub number: StepNumber,
    pub direction: Direction,
    /// The step that is undone or redone; for `Do` the step itself.
    pub target: StepNumber,
    pub label: StepLabel,
    pub at: Timestamp,
    pub by: String,
    pub patch: Patch,
}
