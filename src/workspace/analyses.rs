//! Answers of analysis: asked for by drawing, worked out as jobs on a snapshot, kept by revision.
//!
//! An answer is only ever given for the document as it is now: what was worked out for another revision is dropped.
//! Not here: the methods (`analysis`), their pictures (`figure/chart`).

mod indirect;

pub use indirect::Indirect;

use super::Workspace;
use crate::analysis::case_deletion::{CaseDeletion, rank_ranges};
use crate::analysis::groups::{Grouped, Likeness, grouped};
use crate::analysis::reading::{reachable, reading, routes};
use crate::analysis::robustness::gaps::{Gap, gaps};
use crate::analysis::robustness::stability::weight_intervals;
use crate::analysis::robustness::{Draws, RankedRows, robustness};
use crate::analysis::sums::Grouping;
use crate::analysis::{Conflicts, Cost, Pairwise, Scores, conflicts, profiles};
use crate::document::Document;
use crate::figure::chart::{IndirectFound, ProfileOrder, ProfilesFound, Ranking, ReadingFound, RobustFound};
use crate::jobs::{Ended, Job, Progress, Stopped};
use crate::model::{AssessmentKey, AssessorId, Axis, Contents, FrameworkId, Item, MatrixId};
use std::collections::HashSet;
use std::sync::Arc;

/// A method with its settings.
#[derive(Debug, Clone, PartialEq)]
pub enum Method {
    /// METHODS M2; in an order that is not the matrix's, with how far it holds.
    Profiles { axis: Axis, by: Option<Grouping>, order: ProfileOrder },
    /// METHODS M4
    Groups { axis: Axis, likeness: Likeness },
    /// The columns read on another framework.
    Reading { to: FrameworkId },
    /// METHODS M2, M13, M15
    Conflicts,
    /// METHODS M13
    Coherence,
    /// METHODS M9, M11
    Robustness { draws: Draws },
    /// METHODS M3, M5, M6
    Indirect(Indirect),
}

/// What is asked of whose scores.
#[derive(Debug, Clone, PartialEq)]
pub struct Ask {
    pub matrix: MatrixId,
    pub assessor: AssessorId,
    pub method: Method,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// The matrix or its scale is gone.
    Nothing,
    Profiles(ProfilesFound),
    Groups(Grouped),
    Reading(ReadingFound),
    Conflicts(Conflicts),
    Coherence(Arc<Pairwise>),
    Robustness(Arc<RobustFound>),
    Indirect(Arc<IndirectFound>),
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

/// Pairs of policies on a goal that are listed among the conflicts; the others are counted.
const MOST_PAIRS: usize = 5_000;
/// Missing cells listed, those that could change a ranking most.
const MOST_GAPS: usize = 60;
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
        if let Some((_, _, kept)) = self.analyses.kept.iter().find(|(of, at, _)| of == ask && *at == now) {
            return match kept {
                Kept::Answered(answered) => Standing::Ready(Arc::clone(answered)),
                Kept::Stopped => Standing::Stopped,
                Kept::Failed => Standing::Failed,
            };
        }
        match self.analyses.working.iter().find(|work| work.ask == *ask && work.at == now) {
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
        let Some(contents) = self.document().map(Document::snapshot) else { return };
        self.drop_old_analyses();
        self.analyses.kept.retain(|(of, _, _)| *of != ask);
        if self.analyses.working.len() >= MOST_WORKING {
            // Dropping it stops it.
            self.analyses.working.remove(0);
        }
        let asked = ask.clone();
        let job = Job::start(self.waker.clone(), move |progress| work_out(contents, &asked, progress));
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
                    Kept::Answered(Arc::new(Answered { number: self.analyses.last_number, answer }))
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

/// What is slow lets go of the snapshot first: an edit made meanwhile need not copy the document.
fn work_out(contents: Arc<Contents>, ask: &Ask, progress: &Progress) -> Result<Answer, Stopped> {
    progress.go_on()?;
    let Some(scores) = Scores::of(&contents, ask.matrix, ask.assessor) else { return Ok(Answer::Nothing) };
    progress.go_on()?;
    Ok(match &ask.method {
        Method::Profiles { axis, by, order } => {
            Answer::Profiles(profiled(&contents, &scores, (*axis, *by), *order, progress)?)
        }
        Method::Groups { axis, likeness } => {
            drop(contents);
            let turned = if *axis == Axis::Rows { scores } else { scores.transposed() };
            Answer::Groups(grouped(&turned, *likeness, progress)?)
        }
        Method::Reading { to } => read_on(&contents, &scores, *to).map_or(Answer::Nothing, Answer::Reading),
        Method::Robustness { draws } => {
            let rows = RankedRows::of(&contents, ask.matrix, ask.assessor, draws.unsaid);
            drop(contents);
            match rows {
                None => Answer::Nothing,
                Some(rows) => Answer::Robustness(Arc::new(ranked(&scores, rows, *draws, progress)?)),
            }
        }
        Method::Indirect(method) => indirect::work_out(contents, &scores, ask.assessor, method, progress)?
            .map_or(Answer::Nothing, |found| Answer::Indirect(Arc::new(found))),
        Method::Coherence => {
            drop(contents);
            Answer::Coherence(Arc::new(Pairwise::of(&scores, progress)?))
        }
        Method::Conflicts => {
            let of = |key: &AssessmentKey| key.round == 0 && key.assessor == ask.assessor;
            let softened: HashSet<(Item, Item)> = contents
                .cells_of(ask.matrix)
                .filter(|(key, cell)| of(key) && !cell.mitigation.trim().is_empty())
                .map(|(key, _)| (key.row, key.column))
                .collect();
            drop(contents);
            let mitigated = |row, column| softened.contains(&(row, column));
            Answer::Conflicts(conflicts(&scores, mitigated, MOST_PAIRS, progress)?)
        }
    })
}

/// Profiles; where they stand by rank, with how far their ranks hold.
fn profiled(
    contents: &Contents,
    scores: &Scores,
    (axis, by): (Axis, Option<Grouping>),
    order: ProfileOrder,
    progress: &Progress,
) -> Result<ProfilesFound, Stopped> {
    let found = profiles(contents, scores, axis, by);
    if order == ProfileOrder::Matrix {
        return Ok(ProfilesFound { profiles: found, ranking: None });
    }
    let left_out = CaseDeletion::default();
    let draws = left_out.draws(scores, progress, |less| Ok(order.values(&profiles(contents, less, axis, by))))?;
    let ranges = rank_ranges(&order.values(&found), draws.iter().map(Vec::as_slice));
    Ok(ProfilesFound { profiles: found, ranking: Some(Ranking { by: order, left_out, ranges }) })
}

/// The first of the shortest routes to a framework.
fn read_on(contents: &Contents, scores: &Scores, to: FrameworkId) -> Option<ReadingFound> {
    let (from, _) = reachable(contents, scores, Axis::Columns).into_iter().find(|(_, end)| *end == to)?;
    let route = routes(contents, from, to).into_iter().next()?;
    let reading = reading(contents, scores, &route)?;
    let mut profiles = profiles(contents, &reading.scores, Axis::Columns, None);
    // Nobody gave money to a goal that is only read.
    profiles.lines.iter_mut().for_each(|line| line.cost = Cost::default());
    let missing = scores.crossings().filter(|(_, _, score)| score.is_missing()).count();
    Some(ReadingFound { from, to, route, reading, missing, profiles: ProfilesFound { profiles, ranking: None } })
}

fn ranked(scores: &Scores, rows: RankedRows, draws: Draws, progress: &Progress) -> Result<RobustFound, Stopped> {
    let robustness = robustness(&rows, draws, progress)?;
    let intervals = weight_intervals(&rows);
    progress.go_on()?;
    let missing = scores.crossings().filter(|(_, _, score)| score.is_missing()).count();
    // A row without any score has no rank to lose: its cells come after those of ranked rows.
    let (mut asked, unranked): (Vec<Gap>, Vec<Gap>) =
        gaps(scores, usize::MAX).into_iter().partition(|gap| gap.rank.is_some());
    asked.extend(unranked);
    asked.truncate(MOST_GAPS);
    Ok(RobustFound { rows, robustness, intervals, gaps: asked, n_missing: missing })
}
