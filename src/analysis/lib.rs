//! Numbers from a matrix: pure functions, one method one file, each with its entry of docs/methods.md and its source.
//!
//! Methods read [`Scores`], the array-and-mask form of one assessor's cells. Four states are never mixed: only scored
//! cells enter a sum, and every result says how many cells it rests on. A number that does not exist (a mean of
//! nothing, a coefficient of constant scores) is `None`, never 0. Not here: files, words, drawing, caches by revision
//! and threads; what is slow goes row by row, so that a job can report progress and stop between rows.

#![cfg_attr(
    not(test),
    warn(clippy::cast_possible_truncation, clippy::cast_sign_loss)
)]

mod agreement;
mod align;
pub mod case_deletion;
pub mod centrality;
mod chance;
pub mod coherence;
mod comparison;
mod conflicts;
mod consensus;
mod cross_impact;
mod drift;
pub mod equal;
pub mod groups;
mod kappa;
mod kendall;
mod kind;
mod krippendorff;
pub mod layout;
mod levels;
pub mod micmac;
mod natural;
mod pairwise;
mod panel;
mod profile;
pub mod promethee;
mod proposal;
pub mod reading;
pub mod robustness;
mod scores;
pub mod second_order;
pub mod session;
mod square;
mod structure;
pub mod sums;
pub mod through_goals;
mod two_steps;

pub use agreement::{Agreement, Difference};
pub use align::{AXES, Aligned, align, counterparts};
pub use comparison::{Change, Compared, Comparison, Dot, Found, Pair, Picked, Place, Side, change};
pub use conflicts::{Conflict, ConflictKind, Conflicts, UnsureCell, conflicts, still_there};
pub use consensus::{
    CellMet, ConsensusAsk, LeftOpen, MetCrossing, Middle, Way, crossings_met, met,
};
pub use cross_impact::{Impact, Signs, cross_impact};
pub use drift::{Drift, DriftRule, drifts};
pub use kappa::{KappaWeights, kappa};
pub use kendall::{Concordance, kendall};
pub use kind::{CoherenceKind, PolicyPlace, coherence_kind};
pub use krippendorff::{Alpha, Metric, krippendorff};
pub use pairwise::{PairTotals, Pairwise};
pub use panel::{CellPanel, ConsensusRule, Panel, Verdict};
pub use profile::{Cost, Profile, Profiles, Who, profiles};
pub use proposal::{Proposal, propose};
pub use scores::{Score, ScoreLine, Scores};
pub use square::Square;
pub use structure::{Finding, structure};
pub use sums::Sums;

mod whole;
#[cfg(test)]
mod written;
