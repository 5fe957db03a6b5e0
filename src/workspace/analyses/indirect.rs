//! What is worked out of indirect effects.

use crate::analysis::second_order::{Returns, second_order, strongest_paths};
use crate::analysis::{Scores, Square};
use crate::figure::chart::{Basis, IndirectFound, InfluenceFound};
use crate::jobs::{Progress, Stopped};

/// A method of indirect effects with its settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Indirect {
    /// METHODS M3
    Influence { returns: Returns },
}

/// Paths listed, the strongest ones.
const MOST_PATHS: usize = 200;

/// `None` when the matrix is not of the kind the method is for.
pub(super) fn work_out(
    scores: &Scores,
    method: Indirect,
    progress: &Progress,
) -> Result<Option<IndirectFound>, Stopped> {
    let Some(square) = Square::of(scores) else { return Ok(None) };
    let basis = Basis::of(scores);
    Ok(match method {
        Indirect::Influence { returns } => {
            let paths = strongest_paths(&square, returns, MOST_PATHS, progress)?;
            let items = second_order(&square, returns);
            Some(IndirectFound::Influence(InfluenceFound { basis, returns, items, paths }))
        }
    })
}
