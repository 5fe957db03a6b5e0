//! What a document is about: plain data, without a file, a window or a language.
//!
//! `Contents` is everything a document holds in memory; a `Patch` is a list of changes to it, one variant of
//! `Record` for each table; a `Step` is a patch with who, when and why. Nothing here reads or writes anything, and
//! nothing here can fail except reading a text (an id, a month, an entry typed into a cell).

#![cfg_attr(not(test), warn(clippy::cast_possible_truncation, clippy::cast_sign_loss))]

mod assessment;
mod called;
mod contents;
mod framework;
mod id;
mod info;
mod lab;
mod label;
mod matrix;
mod policy;
mod record;
mod signature;
mod step;
mod tree;

pub use assessment::{
    Assessment, AssessmentKey, CellValue, Cited, Contribution, EntryRefusal, NotPoints, Points, check_on_scale,
    read_entry,
};
pub use contents::{ContentHash, Contents};
pub use framework::{Crosswalk, Framework, Goal, Link, Scale, ScaleLevel};
pub use id::{
    ActorId, AssessorId, ClusterId, CrosswalkId, DocumentId, FrameworkId, GoalId, LabId, MatrixId, MilestoneId,
    NotAnId, PolicyId, QuestionId, ScaleId, SourceId,
};
pub use info::{APPLICATION_ID, Info, LinkKey, Milestone, Only};
pub use lab::{Lab, LabRule, Outcome, Part, Participant, Phase, Question, numbered_word};
pub use label::{Label, Language, Level, NotAColour, Rgb, Timestamp, Wording};
pub use matrix::{Assessor, AssessorKind, Axis, Item, Line, LineKey, Matrix, MatrixKind};
pub use policy::{Actor, ActorKind, Cluster, NotAMonth, Policy, PolicyKind, Source, YearMonth};
pub use record::{BadRecord, Change, EachTable, Key, Patch, PatchInOrder, Record, Row, Table};
pub use signature::{Letterhead, Logo, LogoKind, Signature};
pub use step::{
    CellsCause, Direction, JoinedCopy, LabAct, MergeNote, NoteOf, SetAside, Step, StepLabel, StepNumber, Subject,
};
pub use tree::{rings, upwards};
