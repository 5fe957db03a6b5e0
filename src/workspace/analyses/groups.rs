//! What is worked out of groups of rows or columns that are alike.

use super::{Asked, WorkedOut};
use ordito_analysis::groups::{Grouped, Likeness, grouped};
use ordito_ground::jobs::{Progress, Stopped};
use ordito_model::Axis;

/// METHODS M4
#[derive(Debug, Clone, PartialEq)]
pub struct Groups {
    pub axis: Axis,
    pub likeness: Likeness,
}

impl WorkedOut for Groups {
    type Found = Grouped;

    fn work_out(&self, of: Asked, progress: &Progress) -> Result<Option<Grouped>, Stopped> {
        let Asked {
            contents, scores, ..
        } = of;
        drop(contents);
        let turned = if self.axis == Axis::Rows {
            scores
        } else {
            scores.transposed()
        };
        Ok(Some(grouped(&turned, self.likeness, progress)?))
    }
}
