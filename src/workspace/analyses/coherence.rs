//! What is worked out of coherence: every pair of rows.

use super::{Asked, WorkedOut};
use ordito_analysis::Pairwise;
use ordito_ground::jobs::{Progress, Stopped};
use std::sync::Arc;

/// METHODS M13
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coherence;

impl WorkedOut for Coherence {
    /// Shared with the pictures that list pairs.
    type Found = Arc<Pairwise>;

    fn work_out(&self, of: Asked, progress: &Progress) -> Result<Option<Arc<Pairwise>>, Stopped> {
        let Asked {
            contents, scores, ..
        } = of;
        drop(contents);
        Ok(Some(Arc::new(Pairwise::of(&scores, progress)?)))
    }
}
