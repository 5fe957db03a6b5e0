//! Laboratories: a session in which a room scores crossings of one matrix, round by round, and agrees.
//!
//! Votes are assessments of participants in rounds from 1, so that comparison, history and merging hold for them too.
//! What is here is what the session is made of; its rules are in `document/plan/lab.rs`, its figures in `analysis`.

use super::id::ids;
use super::{AssessorId, CellValue, Item, MatrixId, Points, SourceId};
use serde::{Deserialize, Serialize};

ids! {
    LabId, QuestionId,
}

/// When a question counts as agreed (METHODS M10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LabRule {
    /// Fewest votes to judge by.
    pub fewest: u16,
    /// Largest interquartile range, in score points.
    pub largest_iqr: Points,
    /// Whether a positive and a negative vote may stand side by side.
    pub opposite_signs: bool,
    /// Share of positive and of negative votes, both, from which a question is polarised; percent.
    pub polarised_percent: u8,
}
impl Default for LabRule {
    fn default() -> Self {
        Self {
            fewest: 2,
            largest_iqr: Points::whole(1),
            opposite_signs: false,
            polarised_percent: 25,
        }
    }
}

/// As what somebody is on a session's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// A person who votes under the own name.
    #[default]
    Person,
    /// A numbered seat that votes; who sits on it is written nowhere.
    Seat,
    /// A table that votes as one.
    Table,
    /// On the list of presences only: the vote is a seat's or a table's.
    Present,
}
impl Part {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
    const fn is_person(&self) -> bool {
        matches!(self, Self::Person)
    }
}

/// Who takes part. The name is the assessor's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    pub id: AssessorId,
    #[serde(default, skip_serializing_if = "Part::is_person")]
    pub part: Part,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub organisation: String,
    /// The table they sit at.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub table: String,
    /// Not in the room: no vote is waited for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub absent: bool,
}
impl Participant {
    pub fn new(id: AssessorId) -> Self {
        Self {
            id,
            part: Part::Person,
            role: String::new(),
            organisation: String::new(),
            table: String::new(),
            absent: false,
        }
    }
    pub fn as_part(self, part: Part) -> Self {
        Self { part, ..self }
    }
}

/// A session on one matrix.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lab {
    pub title: String,
    pub matrix: MatrixId,
    #[serde(default)]
    pub position: i64,
    /// `YYYY-MM-DD`, or empty.
    #[serde(default)]
    pub date: String,
    #[serde(default)]
    pub place: String,
    /// What is asked of every crossing; empty is the program's own question.
    #[serde(default)]
    pub question: String,
    /// Rounds meant for each question, from 1; more can be held.
    pub rounds: u16,
    #[serde(default)]
    pub rule: LabRule,
    /// Votes are of seats and tables: names are not kept beside them, and what leaves the program names nobody. Sessions
    /// of earlier versions may be anonymous and have persons all the same: only their papers name nobody.
    #[serde(default)]
    pub anonymous: bool,
    #[serde(default)]
    pub notes: String,
    #[serde(default)]
    pub participants: Vec<Participant>,
    /// The source that agreed cells cite.
    #[serde(default)]
    pub source: Option<SourceId>,
    /// The question on the screen, so that a session goes on where it was.
    #[serde(default)]
    pub current: Option<QuestionId>,
}

impl Lab {
    /// A session of two rounds with nobody and nothing in it yet.
    pub fn new(title: String, matrix: MatrixId) -> Self {
        Self {
            title,
            matrix,
            position: 0,
            date: String::new(),
            place: String::new(),
            question: String::new(),
            rounds: 2,
            rule: LabRule::default(),
            anonymous: false,
            notes: String::new(),
            participants: Vec::new(),
            source: None,
            current: None,
        }
    }

    /// Those who vote, in order: the tables where there are any, so that nobody votes twice; else persons and seats.
    pub fn voters(&self) -> impl Iterator<Item = &Participant> + Clone {
        let by_table = self.is_by_table();
        self.participants
            .iter()
            .filter(move |each| match each.part {
                Part::Table => true,
                Part::Person | Part::Seat => !by_table,
                Part::Present => false,
            })
    }
    pub fn votes(&self, who: AssessorId) -> bool {
        self.voters().any(|each| each.id == who)
    }
    /// Tables vote, each as one.
    pub fn is_by_table(&self) -> bool {
        self.participants
            .iter()
            .any(|each| each.part == Part::Table)
    }
    /// The people of the session, whether they vote or not: no seats and no tables.
    pub fn people(&self) -> impl Iterator<Item = &Participant> {
        self.participants
            .iter()
            .filter(|each| matches!(each.part, Part::Person | Part::Present))
    }
}

/// The word of a name that is a word and a number ("Posto 3"), which names nobody; `None` for other names.
pub fn numbered_word(name: &str) -> Option<&str> {
    let (word, number) = name.rsplit_once(' ')?;
    let numbered = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
    (numbered && !word.is_empty() && !word.contains(' ')).then_some(word)
}

/// What became of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Agreed {
        value: CellValue,
        reason: String,
        /// What those who do not share it say.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        dissent: String,
    },
    /// "Da discutere".
    Parked {
        reason: String,
    },
    Skipped,
}

/// Where a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Not asked yet.
    Waiting,
    /// Votes of this round are being collected, and hidden.
    Collecting(u16),
    /// Votes of this round are on the screen.
    Revealed(u16),
    Closed,
}

/// One crossing of a session's agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub lab: LabId,
    #[serde(default)]
    pub position: i64,
    pub row: Item,
    pub column: Item,
    /// Time meant for it.
    pub minutes: u16,
    /// For the facilitator's eyes.
    #[serde(default)]
    pub notes: String,
    /// The round that was asked last; 0 before the first.
    #[serde(default)]
    pub round: u16,
    /// The round that was revealed last; 0 before the first.
    #[serde(default)]
    pub revealed: u16,
    #[serde(default)]
    pub outcome: Option<Outcome>,
}
impl Question {
    pub const fn new(lab: LabId, row: Item, column: Item, minutes: u16) -> Self {
        Self {
            lab,
            position: 0,
            row,
            column,
            minutes,
            notes: String::new(),
            round: 0,
            revealed: 0,
            outcome: None,
        }
    }
    pub const fn phase(&self) -> Phase {
        if self.outcome.is_some() {
            Phase::Closed
        } else if self.round == 0 {
            Phase::Waiting
        } else if self.round > self.revealed {
            Phase::Collecting(self.round)
        } else {
            Phase::Revealed(self.revealed)
        }
    }
}
