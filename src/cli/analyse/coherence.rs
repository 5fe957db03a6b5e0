//! Coherence of all pairs of rows or columns: as JSON every pair, written as it is worked out; as text the strongest.

use super::lines::axis;
use super::{Found, MOST, Subject};
use crate::analysis::coherence::{Meeting, PairCoherence, Rows, Share, Strongest};
use crate::analysis::{CoherenceKind, Scores, coherence_kind};
use crate::cli::Refused;
use crate::cli::stream::{Each, Long, raw};
use serde::Serialize;
use serde_json::json;
use serde_json::value::RawValue;

pub fn coherence<'a>(subject: &'a Subject<'a>) -> Result<Found<'a>, Refused> {
    let turned = if subject.asked.columns {
        subject.scores.transposed()
    } else {
        subject.scores.clone()
    };
    let n = turned.rows.len();
    let n_pairs = n * n.saturating_sub(1) / 2;
    let own = json!({ "axis": axis(subject), "n_pairs": n_pairs });
    let kept = match subject.asked.most.or((!subject.asked.json).then_some(MOST)) {
        Some(most) => Some(strongest(subject, &turned, most)?),
        None => None,
    };
    let n = kept.as_ref().map_or(n_pairs, Vec::len);
    let walk = move |each: Each<'_>| {
        let said = Said::of(subject, &turned);
        match &kept {
            Some(kept) => kept.iter().try_for_each(|pair| each(&said.pair(pair))),
            None => (0..turned.rows.len()).try_for_each(|a| {
                said.rows
                    .pairs_after(a)
                    .try_for_each(|pair| each(&said.pair(&pair)))
            }),
        }
    };
    Ok(Found {
        own,
        long: Some(Long {
            name: "pairs",
            n,
            walk: Box::new(walk),
        }),
    })
}

/// The strongest pairs, of which few more than these are ever ranks.
fn strongest(
    subject: &Subject<'_>,
    turned: &Scores,
    most: usize,
) -> Result<Vec<PairCoherence>, Refused> {
    let rows = Rows::of(turned);
    let mut kept = Strongest::new(most);
    for a in 0..turned.rows.len() {
        subject.unstopped(subject.progress.step(a, turned.rows.len()))?;
        rows.pairs_after(a).for_each(|pair| kept.take(pair));
    }
    Ok(kept.first())
}

/// What the fields of a pair are, with the names of rows and goals written once.
struct Said<'a> {
    subject: &'a Subject<'a>,
    turned: &'a Scores,
    rows: Rows<'a>,
    names: Vec<Box<RawValue>>,
    goals: Vec<Box<RawValue>>,
}

#[derive(Serialize)]
struct SaidPair<'a> {
    a: Option<&'a RawValue>,
    b: Option<&'a RawValue>,
    common: u32,
    conflicts: SaidShare,
    synergies: SaidShare,
    joint_harm: SaidShare,
    index: Option<f64>,
    index_low: Option<f64>,
    index_high: Option<f64>,
    cosine: Option<f64>,
    pearson: Option<f64>,
    kind: Option<&'static str>,
    goals: Vec<SaidGoal<'a>>,
}
#[derive(Serialize)]
struct SaidShare {
    goals: u32,
    intensity: f64,
}
#[derive(Serialize)]
struct SaidGoal<'a> {
    item: Option<&'a RawValue>,
    a: f64,
    b: f64,
    meeting: &'static str,
    intensity: f64,
}

impl<'a> Said<'a> {
    fn of(subject: &'a Subject<'a>, turned: &'a Scores) -> Self {
        let names = |lines: &[crate::analysis::ScoreLine]| {
            lines
                .iter()
                .map(|line| raw(&subject.item(line.item)))
                .collect()
        };
        let (of_rows, goals) = (names(&turned.rows), names(&turned.columns));
        Self {
            subject,
            turned,
            rows: Rows::of(turned),
            names: of_rows,
            goals,
        }
    }

    fn pair(&self, pair: &PairCoherence) -> SaidPair<'_> {
        let share = |share: Share| SaidShare {
            goals: share.goals,
            intensity: share.intensity,
        };
        let without = pair.index_without_one();
        SaidPair {
            a: self.names.get(pair.a).map(|name| &**name),
            b: self.names.get(pair.b).map(|name| &**name),
            common: pair.common,
            conflicts: share(pair.conflicts),
            synergies: share(pair.synergies),
            joint_harm: share(pair.joint_harm),
            index: pair.index(),
            index_low: without.map(|(low, _)| low),
            index_high: without.map(|(_, high)| high),
            cosine: pair.cosine,
            pearson: pair.pearson,
            kind: self.kind(pair),
            goals: self.goals(pair),
        }
    }

    fn goals(&self, pair: &PairCoherence) -> Vec<SaidGoal<'_>> {
        let goal = |shared: &crate::analysis::coherence::Shared| SaidGoal {
            item: self.goals.get(shared.column).map(|name| &**name),
            a: shared.a,
            b: shared.b,
            meeting: match shared.meeting {
                Meeting::Conflict => "conflict",
                Meeting::Synergy => "synergy",
                Meeting::JointHarm => "joint_harm",
                Meeting::Neutral => "neutral",
            },
            intensity: shared.intensity,
        };
        self.rows.shared(pair.a, pair.b).iter().map(goal).collect()
    }

    fn kind(&self, pair: &PairCoherence) -> Option<&'static str> {
        let policy = |place: usize| self.turned.rows.get(place)?.item.policy();
        coherence_kind(self.subject.contents, policy(pair.a)?, policy(pair.b)?).map(|kind| {
            match kind {
                CoherenceKind::ExternalVertical => "external_vertical",
                CoherenceKind::ExternalHorizontal => "external_horizontal",
                CoherenceKind::ExternalUnknown => "external_unknown",
                CoherenceKind::InternalHorizontal => "internal_horizontal",
            }
        })
    }
}
