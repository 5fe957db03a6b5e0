//! How a view shows an answer: what changes the picture and not the numbers, and the picture that comes of it.

use super::{State, View};
use crate::figure::chart::{
    Chart, ConflictFilter, GroupChoice, IndirectView, PairFilter, ReadingView, RobustView, Style, Subject,
    conflicts_chart, groups_chart, indirect_chart, pairs_chart, profiles_chart, reading_chart, robustness_chart,
};
use crate::model::Axis;
use crate::text::folded;
use crate::workspace::Answer;

#[derive(Debug, Clone, PartialEq)]
pub enum Choice {
    Profiles,
    Conflicts(ConflictFilter),
    Groups(Axis, GroupChoice),
    Readings(ReadingView),
    Coherence(PairFilter),
    Robustness(RobustView),
    Indirect(IndirectView),
}

impl Choice {
    pub fn of(state: &State) -> Self {
        match state.view {
            View::Profiles => Self::Profiles,
            View::Conflicts => Self::Conflicts(state.conflicts.clone()),
            View::Groups => Self::Groups(state.groups.axis(), state.groups.choice),
            View::Readings => Self::Readings(state.readings.view),
            View::Coherence => Self::Coherence(state.pairs.clone()),
            View::Robustness => Self::Robustness(state.robustness.view()),
            View::Indirect => Self::Indirect(state.indirect.view()),
        }
    }

    /// Whether it only moves what another one shows: what is pointed at stays under the hand.
    pub fn slides_from(&self, before: &Self) -> bool {
        let weights =
            |choice: &Self| matches!(choice, Self::Robustness(RobustView::Weights(weights)) if !weights.is_empty());
        weights(self) && weights(before)
            || matches!((self, before), (Self::Indirect(now), Self::Indirect(before)) if now.slides_from(before))
    }

    /// The picture of an answer; `None` when there is none, or it answers something else.
    pub fn chart(&self, subject: &Subject<'_>, style: &Style, answer: &Answer) -> Option<Chart> {
        match (self, answer) {
            (Self::Profiles, Answer::Profiles(found)) => profiles_chart(subject, style, found),
            (Self::Conflicts(filter), Answer::Conflicts(found)) => {
                conflicts_chart(subject, style, found, filter, folded)
            }
            (Self::Groups(axis, choice), Answer::Groups(found)) => groups_chart(subject, style, found, *axis, *choice),
            (Self::Readings(view), Answer::Reading(found)) => reading_chart(subject, style, found, *view),
            (Self::Coherence(filter), Answer::Coherence(found)) => pairs_chart(subject, style, found, filter),
            (Self::Robustness(view), Answer::Robustness(found)) => robustness_chart(subject, style, found, view),
            (Self::Indirect(view), Answer::Indirect(found)) => indirect_chart(subject, style, found, view),
            _ => None,
        }
    }
}
