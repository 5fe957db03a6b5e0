//! What a document is about: plain data, without a file, a window or a language.
//!
//! `Contents` is everything a document holds in memory; a `Patch` is a list of changes to it, one variant of
//! `Record` for each table; a `Step` is a patch with who, when and why. Nothing here reads or writes anything, and
//! nothing here can fail except reading a text (an id, a month, an entry typed into a cell).

#![cfg_attr(
    not(test),
    warn(clippy::cast_possible_truncation, clippy::cast_sign_loss)
)]

/// The one list of tables, in the order in which they are written out: what a table is called in the journal, where its
/// records lie in `Contents`, their type, their key; `Apart` where a record is large. In words a table is called as in the
/// journal, unless the list says otherwise.
///
/// `tables!(write)` gives the whole list to a macro `write!`, which writes what has to be there for every table: here
/// `Table`, `Record`, `Contents` and `Subject`, in `storage` and `document` what asks a trait of each record. So a line
/// more does not compile until all of it is there, and the compiler names the trait and its file.
#[macro_export]
macro_rules! every_table {
    ($write:ident) => {
        $write! {
            "info" info: Info by Only, Apart, called Document "document";
            "actor" actors: Actor by ActorId, Apart;
            "source" sources: Source by SourceId, Apart;
            "policy" policies: Policy by PolicyId, Apart;
            "cluster" clusters: Cluster by ClusterId, Apart;
            "framework" frameworks: Framework by FrameworkId, Apart;
            "goal" goals: Goal by GoalId, Apart;
            "crosswalk" crosswalks: Crosswalk by CrosswalkId, Apart;
            "link" links: Link by LinkKey, Change;
            "scale" scales: Scale by ScaleId, Apart;
            "matrix" matrices: Matrix by MatrixId, Apart;
            "line" lines: Line by LineKey, Change, called Row "row";
            "assessor" assessors: Assessor by AssessorId, Apart;
            "assessment" assessments: Assessment by AssessmentKey, Change, called Cell "cell";
            "milestone" milestones: Milestone by MilestoneId, Apart;
            "lab" labs: Lab by LabId, Apart;
            "question" questions: Question by QuestionId, Apart;
        }
    };
}
// An exported macro stands at the root of its crate; this is its name in the room.
pub use every_table as tables;

mod assessment;
mod called;
mod contents;
mod framework;
mod id;
mod info;
mod key;
mod lab;
mod label;
mod matrix;
mod milestone;
mod policy;
mod record;
mod signature;
mod step;
mod table;
mod tree;

pub use assessment::{
    Assessment, AssessmentKey, CellValue, Cited, Contribution, EntryRefusal, NotPoints, Points,
    check_on_scale, read_entry,
};
pub use contents::{ContentHash, Contents};
pub use framework::{
    Crosswalk, CrosswalkId, Framework, FrameworkId, Goal, GoalId, Link, LinkKey, Scale, ScaleId,
    ScaleLevel,
};
pub use id::{DocumentId, NotAnId};
pub use info::{APPLICATION_ID, Info, Only};
pub use key::Key;
pub use lab::{
    Lab, LabId, LabRule, Outcome, Part, Participant, Phase, Question, QuestionId, numbered_word,
};
pub use label::{Label, Language, Level, NotAColour, Rgb, Timestamp, Wording};
pub use matrix::{
    Assessor, AssessorId, AssessorKind, Axis, Item, Line, LineKey, Matrix, MatrixId, MatrixKind,
};
pub use milestone::{Milestone, MilestoneId};
pub use policy::{
    Actor, ActorId, ActorKind, Cluster, ClusterId, NotAMonth, Policy, PolicyId, PolicyKind, Source,
    SourceId, YearMonth,
};
pub use record::{BadRecord, Change, Patch, PatchInOrder};
pub use signature::{Letterhead, Logo, LogoKind, Signature};
pub use step::{
    CellsCause, Direction, JoinedCopy, LabAct, MergeNote, NoteOf, SetAside, Step, StepLabel,
    StepNumber, Subject,
};
pub use table::{EachTable, Record, Row, Table};
pub use tree::{rings, upwards};
