//! What is worked out of indirect effects.

use crate::analysis::centrality::centralities;
use crate::analysis::micmac::{ImpactPart, micmac};
use crate::analysis::second_order::{Returns, second_order, strongest_paths};
use crate::analysis::{Scores, Square};
use crate::figure::chart::{Basis, CentralFound, IndirectFound, InfluenceFound, PlaneFound};
use crate::jobs::{Progress, Stopped};

/// A method of indirect effects with its settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Indirect {
    /// METHODS M3
    Influence { returns: Returns },
    /// METHODS M6
    Plane { part: ImpactPart },
    /// METHODS M5
    Central,
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
        Indirect::Plane { part } => {
            Some(IndirectFound::Plane(PlaneFound { basis, part, micmac: micmac(&square, part) }))
        }
        Indirect::Central => {
            let items = centralities(&square, progress)?;
            Some(IndirectFound::Central(CentralFound { basis, items }))
        }
    })
}
