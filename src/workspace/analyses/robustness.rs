//! What is worked out of robustness: ranks with scores and weights drawn, how far weights go, cells that could matter.

use super::{Asked, WorkedOut};
use ordito_analysis::Scores;
use ordito_analysis::robustness::gaps::{Gap, gaps};
use ordito_analysis::robustness::stability::weight_intervals;
use ordito_analysis::robustness::{Draws, RankedRows, robustness};
use ordito_ground::jobs::{Progress, Stopped};
use ordito_pages::figure::chart::RobustFound;

/// Missing cells listed, those that could change a ranking most.
const MOST_GAPS: usize = 60;

/// METHODS M9, M11
#[derive(Debug, Clone, PartialEq)]
pub struct Robustness {
    pub draws: Draws,
}

impl WorkedOut for Robustness {
    type Found = RobustFound;

    fn work_out(&self, of: Asked, progress: &Progress) -> Result<Option<RobustFound>, Stopped> {
        let Asked {
            contents,
            scores,
            matrix,
            assessor,
        } = of;
        let rows = RankedRows::of(&contents, matrix, assessor, self.draws.unsaid);
        drop(contents);
        rows.map(|rows| ranked(&scores, rows, self.draws, progress))
            .transpose()
    }
}

fn ranked(
    scores: &Scores,
    rows: RankedRows,
    draws: Draws,
    progress: &Progress,
) -> Result<RobustFound, Stopped> {
    let robustness = robustness(&rows, draws, progress)?;
    let intervals = weight_intervals(&rows);
    progress.go_on()?;
    let missing = scores
        .crossings()
        .filter(|(_, _, score)| score.is_missing())
        .count();
    // A row without any score has no rank to lose: its cells come after those of ranked rows.
    let (mut asked, unranked): (Vec<Gap>, Vec<Gap>) = gaps(scores, usize::MAX)
        .into_iter()
        .partition(|gap| gap.rank.is_some());
    asked.extend(unranked);
    asked.truncate(MOST_GAPS);
    Ok(RobustFound {
        rows,
        robustness,
        intervals,
        gaps: asked,
        n_missing: missing,
    })
}
