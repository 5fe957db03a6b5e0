//! Answers of analysis: asked for by drawing, worked out as jobs on a snapshot, kept by revision.
//!
//! An answer is only ever given for the document as it is now: what was worked out for another revision is dropped.
//! Each method is a file here, which says what is worked out, and a line of the list below. Not here: the methods
//! themselves (`analysis`), their pictures (`pages/figure/chart`).

mod coherence;
mod conflicts;
mod groups;
mod indirect;
mod profiles;
mod readings;
mod robustness;

pub use coherence::Coherence;
pub use conflicts::Conflicts;
pub use groups::Groups;
pub use indirect::Indirect;
pub use profiles::Profiles;
pub use readings::Readings;
pub use robustness::Robustness;

use super::Workspace;
use ordito_analysis::Scores;
use ordito_document::Document;
use ordito_ground::jobs::{Ended, Job, Progress, Stopped};
use ordito_model::{AssessorId, Contents, MatrixId};
use std::sync::Arc;

/// Hands the list of analyses to another macro, in their order on the left of the room. A line is the file here and in
/// `ui/analysis`, which its keys in the `.ftl` end in (`analysis-groups`, `command-show-groups`), what is worked out there,
/// and how it is shown here.
#[macro_export]
macro_rules! analyses {
    ($each:ident) => {
        $each! {
            profiles Profiles ProfilesTab,
            conflicts Conflicts ConflictsTab,
            coherence Coherence CoherenceTab,
            robustness Robustness RobustnessTab,
            indirect Indirect IndirectTab,
            groups Groups GroupsTab,
            readings Readings ReadingsTab,
        }
    };
}

/// A method with its settings.
pub trait WorkedOut: std::fmt::Debug + Clone + PartialEq + Send + 'static {
    type Found: std::fmt::Debug + PartialEq + Send + Sync;

    /// `None` when the matrix is not of the kind the method is for. What is slow lets go of the snapshot first: an edit made
    /// meanwhile need not copy the document.
    fn work_out(&self, of: Asked, progress: &Progress) -> Result<Option<Self::Found>, Stopped>;
}

/// What a method works on.
#[derive(Debug)]
pub struct Asked {
    pub contents: Arc<Contents>,
    pub scores: Scores,
    pub matrix: MatrixId,
    pub assessor: AssessorId,
}

macro_rules! methods {
    ($($file:ident $name:ident $tab:ident),+ $(,)?) => {
        /// The analyses, as they are listed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Analysis { $($name),+ }

        impl Analysis {
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The key of its name.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => concat!("analysis-", stringify!($file))),+ }
            }
            /// The key of the command that shows it.
            pub(super) const fn show_key(self) -> &'static str {
                match self { $(Self::$name => concat!("command-show-", stringify!($file))),+ }
            }
        }

        /// A method with its settings.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Method { $($name($name)),+ }

        #[derive(Debug, Clone, PartialEq)]
        pub enum Answer {
            /// The matrix or its scale is gone, or it is of another kind.
            Nothing,
            $($name(Arc<<$name as WorkedOut>::Found>)),+
        }

        impl Method {
            fn work_out(&self, of: Asked, progress: &Progress) -> Result<Answer, Stopped> {
                Ok(match self {
                    $(Self::$name(method) => {
                        let found = method.work_out(of, progress)?;
                        found.map_or(Answer::Nothing, |found| Answer::$name(Arc::new(found)))
                    })+
                })
            }
        }
    };
}
analyses!(methods);

/// What is asked of whose scores.
#[derive(Debug, Clone, PartialEq)]
pub struct Ask {
    pub matrix: MatrixId,
    pub assessor: AssessorId,
    pub method: Method,
}

/// An answer with a number of its own: what is drawn from it is kept by this number.
#[derive(Debug, Clone)]
pub struct Answered {
    pub number: u64,
    pub answer: Answer,
}

/// How it stands with an ask at the document's revision.
#[derive(Debug, Clone)]
pub enum Standing {
    Ready(Arc<Answered>),
    /// Steps done of how many.
    Working(usize, usize),
    /// The user stopped it.
    Stopped,
    Failed,
    /// Nobody asked for it yet.
    Wanted,
}

/// Answers kept; the last ones asked for.
const MOST_KEPT: usize = 16;
/// Jobs at work; one more stops the oldest.
const MOST_WORKING: usize = 4;

#[derive(Debug)]
struct Work {
    ask: Ask,
    at: (u64, u64),
    job: Job<Answer>,
}

#[derive(Debug)]
enum Kept {
    Answered(Arc<Answered>),
    Stopped,
    Failed,
}

/// What the workspace remembers of analyses; each with the generation and revision it is of.
#[derive(Debug, Default)]
pub struct Analyses {
    working: Vec<Work>,
    kept: Vec<(Ask, (u64, u64), Kept)>,
    last_number: u64,
}

impl Workspace {
    fn now_at(&self) -> (u64, u64) {
        (self.generation(), self.revision())
    }

    /// How it stands with an ask. What is `Wanted` is asked for with `Action::Analyse`.
    pub fn analysis(&self, ask: &Ask) -> Standing {
        let now = self.now_at();
        if let Some((_, _, kept)) = self
            .analyses
            .kept
            .iter()
            .find(|(of, at, _)| of == ask && *at == now)
        {
            return match kept {
                Kept::Answered(answered) => Standing::Ready(Arc::clone(answered)),
                Kept::Stopped => Standing::Stopped,
                Kept::Failed => Standing::Failed,
            };
        }
        match self
            .analyses
            .working
            .iter()
            .find(|work| work.ask == *ask && work.at == now)
        {
            Some(work) => {
                let (done, of) = work.job.at();
                Standing::Working(done, of)
            }
            None => Standing::Wanted,
        }
    }

    /// Begins to work an ask out, unless it is there or being worked out. One that was stopped begins again.
    pub(super) fn analyse(&mut self, ask: Ask) {
        match self.analysis(&ask) {
            Standing::Ready(_) | Standing::Working(..) => return,
            Standing::Stopped | Standing::Failed | Standing::Wanted => {}
        }
        let at = self.now_at();
        let Some(contents) = self.document().map(Document::snapshot) else {
            return;
        };
        self.drop_old_analyses();
        self.analyses.kept.retain(|(of, _, _)| *of != ask);
        if self.analyses.working.len() >= MOST_WORKING {
            // Dropping it stops it.
            self.analyses.working.remove(0);
        }
        let asked = ask.clone();
        let job = Job::start(self.waker.clone(), move |progress| {
            work_out(contents, &asked, progress)
        });
        self.analyses.working.push(Work { ask, at, job });
    }

    pub(super) fn stop_analysis(&mut self, ask: &Ask) {
        let now = self.now_at();
        let before = self.analyses.working.len();
        self.analyses.working.retain(|work| work.ask != *ask);
        if self.analyses.working.len() < before {
            self.analyses.kept.push((ask.clone(), now, Kept::Stopped));
        }
    }

    fn drop_old_analyses(&mut self) {
        let now = self.now_at();
        self.analyses.kept.retain(|(_, at, _)| *at == now);
        self.analyses.working.retain(|work| work.at == now);
    }

    pub(super) fn tick_analyses(&mut self) {
        self.drop_old_analyses();
        let mut done = Vec::new();
        self.analyses.working.retain(|work| match work.job.poll() {
            None => true,
            Some(ended) => {
                done.push((work.ask.clone(), work.at, ended));
                false
            }
        });
        for (ask, at, ended) in done {
            let kept = match ended {
                Ok(answer) => {
                    self.analyses.last_number += 1;
                    Kept::Answered(Arc::new(Answered {
                        number: self.analyses.last_number,
                        answer,
                    }))
                }
                Err(Ended::Stopped) => Kept::Stopped,
                Err(Ended::Failed) => Kept::Failed,
            };
            self.analyses.kept.push((ask, at, kept));
        }
        let surplus = self.analyses.kept.len().saturating_sub(MOST_KEPT);
        self.analyses.kept.drain(..surplus);
    }

    /// How many answers are kept; all of them are of now.
    pub fn n_analyses_kept(&self) -> usize {
        self.analyses.kept.len()
    }
}

fn work_out(contents: Arc<Contents>, ask: &Ask, progress: &Progress) -> Result<Answer, Stopped> {
    progress.go_on()?;
    let Some(scores) = Scores::of(&contents, ask.matrix, ask.assessor) else {
        return Ok(Answer::Nothing);
    };
    progress.go_on()?;
    ask.method.work_out(
        Asked {
            contents,
            scores,
            matrix: ask.matrix,
            assessor: ask.assessor,
        },
        progress,
    )
}
