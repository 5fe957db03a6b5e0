//! What is worked out of a reading of the columns on another framework.

use super::{Asked, WorkedOut};
use ordito_analysis::reading::{reachable, reading, routes};
use ordito_analysis::{Cost, Scores, profiles};
use ordito_ground::jobs::{Progress, Stopped};
use ordito_model::{Axis, Contents, FrameworkId};
use ordito_pages::figure::chart::{ProfilesFound, ReadingFound};

/// The columns read on another framework.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readings {
    pub to: FrameworkId,
}

impl WorkedOut for Readings {
    type Found = ReadingFound;

    fn work_out(&self, of: Asked, _: &Progress) -> Result<Option<ReadingFound>, Stopped> {
        Ok(read_on(&of.contents, &of.scores, self.to))
    }
}

/// The first of the shortest routes to a framework.
fn read_on(contents: &Contents, scores: &Scores, to: FrameworkId) -> Option<ReadingFound> {
    let (from, _) = reachable(contents, scores, Axis::Columns)
        .into_iter()
        .find(|(_, end)| *end == to)?;
    let route = routes(contents, from, to).into_iter().next()?;
    let reading = reading(contents, scores, &route)?;
    let mut profiles = profiles(contents, &reading.scores, Axis::Columns, None);
    // Nobody gave money to a goal that is only read.
    profiles
        .lines
        .iter_mut()
        .for_each(|line| line.cost = Cost::default());
    let missing = scores
        .crossings()
        .filter(|(_, _, score)| score.is_missing())
        .count();
    Some(ReadingFound {
        from,
        to,
        route,
        reading,
        missing,
        profiles: ProfilesFound {
            profiles,
            ranking: None,
        },
    })
}
