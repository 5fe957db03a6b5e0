//! What a picture finds, as its title: composed from the numbers that it shows. Who is first is named with how many others
//! have as much, so that no title makes a winner out of a tie.

use super::conflicts::decimals;
use super::profiles::{ProfileOrder, ProfilesFound, name_of};
use super::robustness::RobustFound;
use crate::figure::parts::Setting;
use ordito_analysis::equal::Ruler;
use ordito_analysis::{Conflict, Profile, Profiles};
use ordito_words::Words;
use ordito_words::messages::FindingProfiles;

/// Who has most of something, with how many others have as much, and how much; `None` of nobody.
pub(super) fn most(
    words: &Words,
    of: impl IntoIterator<Item = (String, f64)>,
) -> Option<(String, f64)> {
    let all: Vec<(String, f64)> = of.into_iter().collect();
    let most = all
        .iter()
        .map(|(_, value)| *value)
        .fold(f64::NEG_INFINITY, f64::max);
    let mut first = all
        .into_iter()
        .filter(|(_, value)| Ruler::POINTS.is_equal(*value, most));
    let (name, value) = first.next()?;
    Some((with_others(words, name, first.count()), value))
}
/// The same of who has least.
pub(super) fn least(
    words: &Words,
    of: impl IntoIterator<Item = (String, f64)>,
) -> Option<(String, f64)> {
    let turned = of.into_iter().map(|(name, value)| (name, -value));
    most(words, turned).map(|(name, value)| (name, -value))
}
pub(super) fn with_others(words: &Words, name: String, others: usize) -> String {
    if others == 0 {
        name
    } else {
        words.finding_with(name, others)
    }
}

/// Who leads and who comes last by what profiles stand by; by the index where they stand as in the matrix.
pub(super) fn profiles(setting: &Setting<'_>, found: &ProfilesFound) -> String {
    let words = setting.words;
    let by = found
        .ranking
        .as_ref()
        .map_or(ProfileOrder::Index, |ranking| ranking.by);
    let by = if by == ProfileOrder::Matrix {
        ProfileOrder::Index
    } else {
        by
    };
    let named = |(profile, value): (&Profile, Option<f64>)| {
        // What nobody scored has sums of nothing.
        let value = value.filter(|_| profile.sums.scored > 0)?;
        Some((name_of(setting.contents, words, profile.who), value))
    };
    let Profiles { lines, .. } = &found.profiles;
    let values = by.values(&found.profiles);
    let all: Vec<(String, f64)> = lines.iter().zip(values).filter_map(named).collect();
    let (Some((first, high)), Some((last, low))) =
        (most(words, all.clone()), least(words, all.clone()))
    else {
        return words.finding_nothing();
    };
    let key = words.say(by.key());
    let said = |value: f64| by.said(words, value);
    if Ruler::POINTS.is_equal(high, low) {
        return words.finding_profile_one(key, first, said(high));
    }
    words.finding_profiles(FindingProfiles {
        by: &key,
        first: &first,
        high: &said(high),
        last: &last,
        low: &said(low),
    })
}

/// The strongest of the conflicts that are shown, with how many are as strong.
pub(super) fn conflicts(
    words: &Words,
    kept: &[&Conflict],
    title: impl Fn(&Conflict) -> String,
) -> String {
    let Some((first, most)) = kept.iter().find_map(|each| Some((*each, each.intensity?))) else {
        return if kept.is_empty() {
            words.finding_conflicts_none()
        } else {
            words.finding_conflicts_uncovered(kept.len())
        };
    };
    let equal = kept
        .iter()
        .filter_map(|each| each.intensity)
        .take_while(|value| Ruler::POINTS.is_equal(*value, most))
        .count();
    let value = words.numbers().number(most, decimals(Some(most)));
    words.finding_conflicts(equal, title(first), value)
}

/// Who is first most often over all draws.
pub(super) fn ranks(setting: &Setting<'_>, found: &RobustFound) -> String {
    let words = setting.words;
    let rows = found.robustness.rows.iter().map(|row| {
        let share = row.acceptability.first().copied().unwrap_or(0.0);
        (setting.name(row.item), share)
    });
    most(words, rows).map_or_else(
        || words.finding_nothing(),
        |(name, share)| words.finding_ranks(name, words.numbers().percent(share)),
    )
}

/// Whether the intervals tell rows apart, and who is in the first group.
pub(super) fn intervals(setting: &Setting<'_>, found: &RobustFound) -> String {
    let (words, rows) = (setting.words, &found.robustness.rows);
    let Some(last) = rows.iter().map(|row| row.group).max() else {
        return words.finding_nothing();
    };
    let first: Vec<String> = rows
        .iter()
        .filter(|row| row.group == 0)
        .map(|row| setting.name(row.item))
        .collect();
    let n = first.len();
    let name = first.into_iter().next().unwrap_or_default();
    if last == 0 {
        return words.finding_intervals_one(n);
    }
    words.finding_intervals(last + 1, with_others(words, name, n.saturating_sub(1)))
}

/// Whose weight changes the first place soonest.
pub(super) fn stability(setting: &Setting<'_>, found: &RobustFound) -> String {
    let words = setting.words;
    // How far the weight may move before the first place does.
    let near = found.intervals.iter().filter_map(|interval| {
        let ends = [interval.first_lower, interval.first_upper];
        let far = ends
            .into_iter()
            .flatten()
            .map(|change| (change.at - interval.weight).abs())
            .reduce(f64::min)?;
        Some((setting.name(interval.column), far))
    });
    least(words, near).map_or_else(
        || words.finding_stability_none(),
        |(name, far)| words.finding_stability(name, words.numbers().number(far * 100.0, 1)),
    )
}

/// The missing cell that could move its row over the most places.
pub(super) fn gaps(setting: &Setting<'_>, found: &RobustFound) -> String {
    let words = setting.words;
    let cells = found.gaps.iter().map(|gap| {
        let name = format!("{} × {}", setting.name(gap.row), setting.name(gap.column));
        (name, gap.ranks() as f64)
    });
    most(words, cells).map_or_else(
        || words.finding_gaps_none(),
        |(cell, places)| words.finding_gaps(cell, places as usize),
    )
}
