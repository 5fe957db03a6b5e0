//! Everything a user can do to a document.

use super::plan::{Planned, Put, Whole, WholeRecord};
use ordito_model::{
    Actor, ActorId, AssessmentKey, Assessor, AssessorId, Axis, CellValue, CellsCause, Cited,
    Cluster, ClusterId, Contents, Contribution, Crosswalk, CrosswalkId, DocumentId, Framework,
    FrameworkId, Goal, GoalId, Info, Item, Lab, LabId, Link, LinkKey, Matrix, MatrixId, MergeNote,
    Policy, PolicyId, Question, QuestionId, Record, Scale, ScaleId, Source, SourceId, StepLabel,
    Timestamp,
};
use std::sync::Arc;

/// When, and by whom: part of every edit, so that planning stays pure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    pub at: Timestamp,
    pub by: String,
}

/// What changes in a cell; `None` leaves a part as it is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AssessmentChange {
    pub value: Option<CellValue>,
    pub contribution: Option<Option<Contribution>>,
    pub confidence: Option<Option<u8>>,
    pub reason: Option<String>,
    pub mitigation: Option<String>,
    pub sources: Option<Vec<Cited>>,
}
impl AssessmentChange {
    pub fn value(value: CellValue) -> Self {
        Self {
            value: Some(value),
            ..Self::default()
        }
    }
    /// Takes everything away: value, reason, sources.
    pub fn clear() -> Self {
        Self {
            value: Some(CellValue::Unscored),
            contribution: Some(None),
            confidence: Some(None),
            reason: Some(String::new()),
            mitigation: Some(String::new()),
            sources: Some(Vec::new()),
        }
    }
}

/// One cell of an edit.
#[derive(Debug, Clone, PartialEq)]
pub struct CellEdit {
    pub key: AssessmentKey,
    pub change: AssessmentChange,
}

/// What changes in rows or columns; `None` leaves a part as it is.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct LineChange {
    pub weight: Option<f64>,
    pub hidden: Option<bool>,
}

/// A goal with the id it is to have.
pub type GoalSeed = (GoalId, Goal);

/// What one participant says of the question that is asked; an unscored value takes the vote back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    pub participant: AssessorId,
    pub value: CellValue,
    /// `None` leaves it as it is.
    pub comment: Option<String>,
}

/// One step of a question's way through a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LabMove {
    /// Only brings the question up.
    Show,
    /// Opens the next round.
    Ask,
    Vote(Vec<Vote>),
    /// What a participant says about the crossing, while the round is collected or after the reveal.
    Comment {
        participant: AssessorId,
        text: String,
    },
    Reveal,
    /// Closes the question; the agreed cell gets the value, the reason and the session as source. `source` is the id of
    /// that source where the session has none yet.
    Agree {
        value: CellValue,
        reason: String,
        dissent: String,
        source: SourceId,
    },
    Park {
        reason: String,
    },
    Skip,
    /// Takes the outcome back; the agreed cell keeps its value.
    Reopen,
}

/// One thing done. New ids come in with it.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// The first step of a document: its particulars, the agreed assessor, what it starts with.
    Create {
        info: Info,
        agreed: String,
        scales: Vec<(ScaleId, Scale)>,
        frameworks: Vec<(FrameworkId, Framework, Vec<GoalSeed>)>,
    },
    /// The first step of a document that begins with the records of another one and nothing of its history: named
    /// versions stay behind, for they name steps of that history.
    Begin {
        id: DocumentId,
        contents: Arc<Contents>,
    },
    SetInfo(Info),

    PutActor {
        id: ActorId,
        actor: Actor,
    },
    DeleteActor(ActorId),
    PutSource {
        id: SourceId,
        source: Source,
    },
    DeleteSource(SourceId),

    /// Adds policies, parents before children; each goes last among its siblings.
    AddPolicies(Vec<(PolicyId, Policy)>),
    /// Changes fields; parent and position stay (`MovePolicies` changes them).
    ChangePolicy {
        id: PolicyId,
        policy: Policy,
    },
    /// Puts policies below `parent`, before the sibling `before` or last.
    MovePolicies {
        ids: Vec<PolicyId>,
        parent: Option<PolicyId>,
        before: Option<PolicyId>,
    },
    /// Copies a policy and what is below it, after it; the pairs give each copied policy its new id. Scores stay.
    DuplicatePolicy {
        id: PolicyId,
        ids: Vec<(PolicyId, PolicyId)>,
        as_variant: bool,
    },
    /// Deletes policies, what is below them, their rows, columns and cells.
    DeletePolicies(Vec<PolicyId>),
    PutCluster {
        id: ClusterId,
        cluster: Cluster,
    },
    DeleteCluster(ClusterId),

    /// Adds a framework with its goals, parents before children.
    AddFramework {
        id: FrameworkId,
        framework: Framework,
        goals: Vec<GoalSeed>,
    },
    ChangeFramework {
        id: FrameworkId,
        framework: Framework,
    },
    /// Deletes a framework that no matrix uses, with its goals and crosswalks.
    DeleteFramework(FrameworkId),
    /// Adds goals; each goes last among its siblings.
    AddGoals(Vec<GoalSeed>),
    ChangeGoal {
        id: GoalId,
        goal: Goal,
    },
    MoveGoal {
        id: GoalId,
        parent: Option<GoalId>,
        before: Option<GoalId>,
    },
    /// Deletes goals, what is below them, their rows, columns and cells.
    DeleteGoals(Vec<GoalId>),
    PutCrosswalk {
        id: CrosswalkId,
        crosswalk: Crosswalk,
    },
    DeleteCrosswalk(CrosswalkId),
    /// Sets or takes away links.
    SetLinks(Vec<(LinkKey, Option<Link>)>),
    /// Adds or changes a scale; levels that cells use cannot go.
    PutScale {
        id: ScaleId,
        scale: Scale,
    },
    DeleteScale(ScaleId),

    AddMatrix {
        id: MatrixId,
        matrix: Matrix,
        rows: Vec<Item>,
        columns: Vec<Item>,
    },
    ChangeMatrix {
        id: MatrixId,
        matrix: Matrix,
    },
    DeleteMatrix(MatrixId),
    /// Adds rows or columns before `before` or last.
    AddLines {
        matrix: MatrixId,
        axis: Axis,
        items: Vec<Item>,
        before: Option<Item>,
    },
    /// Takes rows or columns away with their cells.
    RemoveLines {
        matrix: MatrixId,
        axis: Axis,
        items: Vec<Item>,
    },
    MoveLines {
        matrix: MatrixId,
        axis: Axis,
        items: Vec<Item>,
        before: Option<Item>,
    },
    SetLines {
        matrix: MatrixId,
        axis: Axis,
        items: Vec<Item>,
        change: LineChange,
    },
    PutAssessor {
        id: AssessorId,
        assessor: Assessor,
    },
    /// Deletes an assessor with all its cells.
    DeleteAssessor(AssessorId),
    SetCells {
        cause: CellsCause,
        cells: Vec<CellEdit>,
    },

    /// Adds or changes a laboratory. Participants are made as assessors by their names; who is listed no more goes with
    /// all votes. Its source and current question stay as they are.
    PutLab {
        id: LabId,
        lab: Lab,
        names: Vec<(AssessorId, String)>,
    },
    /// Deletes a laboratory with its questions, participants and votes; agreed cells stay.
    DeleteLab(LabId),
    /// Adds questions last, or changes minutes and notes of those that are there.
    PutQuestions(Vec<(QuestionId, Question)>),
    DeleteQuestions(Vec<QuestionId>),
    MoveQuestions {
        ids: Vec<QuestionId>,
        before: Option<QuestionId>,
    },
    /// One step of a question's way through the session; it becomes the current one.
    Lab {
        question: QuestionId,
        step: LabMove,
    },

    /// A record put or deleted whole; made by [`Edit::put`] and [`Edit::delete`].
    Record(RecordEdit),

    /// Takes over the records of another state: of a backup or a named version. Named versions since then stay.
    Restore {
        name: String,
        contents: Arc<Contents>,
    },
    /// Takes over what came of merging with the file `name`.
    Merge {
        name: String,
        contents: Arc<Contents>,
    },
    /// Takes over what came of bringing copies together, with what the history is to keep of it.
    Join {
        note: MergeNote,
        contents: Arc<Contents>,
    },
    /// Several edits as one step, each planned on what the ones before it left.
    Together {
        label: StepLabel,
        edits: Vec<Edit>,
    },
}
impl Edit {
    /// Adds a record, or changes the one that has this key.
    pub fn put<R: Whole>(key: R::Key, value: R) -> Self {
        Self::Record(RecordEdit(Arc::new(Put(key, Some(value)))))
    }
    /// Deletes a record that is there.
    pub fn delete<R: Whole>(key: R::Key) -> Self {
        Self::Record(RecordEdit(Arc::new(Put::<R>(key, None))))
    }
}

/// A record of whatever table that has the rules for it, put or deleted whole.
#[derive(Debug, Clone)]
pub struct RecordEdit(Arc<dyn WholeRecord>);
impl RecordEdit {
    pub(super) fn plan(&self, contents: &Contents) -> Planned {
        self.0.plan(contents)
    }
    /// The record; without what was before.
    pub fn record(&self) -> Record {
        self.0.record()
    }
}
impl PartialEq for RecordEdit {
    fn eq(&self, other: &Self) -> bool {
        self.record() == other.record()
    }
}
