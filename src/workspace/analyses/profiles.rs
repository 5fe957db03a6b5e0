//! What is worked out of profiles; where they stand by rank, with how far their ranks hold.

use super::{Asked, WorkedOut};
use ordito_analysis::case_deletion::{CaseDeletion, rank_ranges};
use ordito_analysis::profiles;
use ordito_analysis::sums::Grouping;
use ordito_ground::jobs::{Progress, Stopped};
use ordito_model::Axis;
use ordito_pages::figure::chart::{ProfileOrder, ProfilesFound, Ranking};

/// METHODS M2; in an order that is not the matrix's, with how far it holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Profiles {
    pub axis: Axis,
    pub by: Option<Grouping>,
    pub order: ProfileOrder,
}

impl WorkedOut for Profiles {
    type Found = ProfilesFound;

    fn work_out(&self, of: Asked, progress: &Progress) -> Result<Option<ProfilesFound>, Stopped> {
        let Self { axis, by, order } = *self;
        let Asked {
            contents, scores, ..
        } = of;
        let found = profiles(&contents, &scores, axis, by);
        if order == ProfileOrder::Matrix {
            return Ok(Some(ProfilesFound {
                profiles: found,
                ranking: None,
            }));
        }
        let left_out = CaseDeletion::default();
        let draws = left_out.draws(&scores, progress, |less| {
            Ok(order.values(&profiles(&contents, less, axis, by)))
        })?;
        let ranges = rank_ranges(&order.values(&found), draws.iter().map(Vec::as_slice));
        Ok(Some(ProfilesFound {
            profiles: found,
            ranking: Some(Ranking {
                by: order,
                left_out,
                ranges,
            }),
        }))
    }
}
