//! The clocks of a laboratory's questions: in the settings, never in a document, so that a session that is opened again goes
//! on with the time it had.

use super::Workspace;
use ordito_model::{QuestionId, Timestamp};
use serde::{Deserialize, Serialize};
use std::time::Instant;

/// Time used for one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stopwatch {
    pub question: QuestionId,
    /// Milliseconds used until `since`, or in all where it stands.
    pub used: i64,
    /// When it was started, where it runs.
    pub since: Option<Timestamp>,
}
impl Stopwatch {
    /// Milliseconds used by now.
    pub fn used_at(&self, now: Timestamp) -> i64 {
        self.used + self.since.map_or(0, |since| (now.0 - since.0).max(0))
    }
}

/// Clocks of this many questions are kept.
pub(super) const CLOCKS: usize = 100;

impl Workspace {
    pub fn clock(&self, question: QuestionId) -> Option<Stopwatch> {
        let mut all = self.settings.clocks.iter();
        all.find(|clock| clock.question == question).copied()
    }
    /// Written with the place, a moment later.
    pub(super) fn set_clock(&mut self, clock: Stopwatch) {
        let all = &mut self.settings.clocks;
        all.retain(|known| known.question != clock.question);
        all.insert(0, clock);
        all.truncate(CLOCKS);
        self.place_changed.get_or_insert_with(Instant::now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_runs_goes_on_while_nobody_looks() {
        let clock = Stopwatch {
            question: QuestionId::fixed(1),
            used: 5_000,
            since: Some(Timestamp(10_000)),
        };
        assert_eq!(clock.used_at(Timestamp(17_000)), 12_000);
        // A machine whose time was set back takes nothing off.
        assert_eq!(clock.used_at(Timestamp(9_000)), 5_000);
        let stands = Stopwatch {
            since: None,
            ..clock
        };
        assert_eq!(stands.used_at(Timestamp(17_000)), 5_000);
    }
}
