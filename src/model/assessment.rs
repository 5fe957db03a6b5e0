//! What one assessor says of one crossing, and how it is typed.

use super::label::words;
use super::{AssessorId, Axis, Item, LineKey, MatrixId, Scale, SourceId, Timestamp};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A score in hundredths, so that equality is exact and 1,5 can be said.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(into = "f64", try_from = "f64")]
pub struct Points(pub i16);

/// A number that is no score: not finite, or beyond ±327.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a score between -327 and 327 with two decimals at most")]
pub struct NotPoints;

impl Points {
    pub const ZERO: Self = Self(0);
    pub const fn whole(value: i8) -> Self {
        Self(value as i16 * 100)
    }
    pub fn value(self) -> f64 {
        f64::from(self.0) / 100.0
    }
    pub const fn abs(self) -> Self {
        Self(self.0.saturating_abs())
    }
    pub const fn negated(self) -> Self {
        Self(self.0.saturating_neg())
    }
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
    pub const fn is_whole(self) -> bool {
        self.0 % 100 == 0
    }
}
impl From<Points> for f64 {
    fn from(points: Points) -> Self {
        points.value()
    }
}
impl TryFrom<f64> for Points {
    type Error = NotPoints;
    #[expect(clippy::cast_possible_truncation, reason = "held to the range first")]
    fn try_from(value: f64) -> Result<Self, NotPoints> {
        let hundredths = (value * 100.0).round();
        if hundredths.is_finite()
            && hundredths.abs() <= 32_700.0
            && (value * 100.0 - hundredths).abs() < 1e-6
        {
            Ok(Self(hundredths as i16))
        } else {
            Err(NotPoints)
        }
    }
}

/// The four states of a cell; only `Scored` enters a sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CellValue {
    #[default]
    Unscored,
    NotApplicable,
    DontKnow,
    /// Co-benefit in 0…K and trade-off in −K…0.
    Scored {
        benefit: Points,
        tradeoff: Points,
    },
}

impl CellValue {
    /// A one-sided score: positive is a co-benefit, negative a trade-off.
    pub fn net_of(points: Points) -> Self {
        if points.0 >= 0 {
            Self::Scored {
                benefit: points,
                tradeoff: Points::ZERO,
            }
        } else {
            Self::Scored {
                benefit: Points::ZERO,
                tradeoff: points,
            }
        }
    }
    /// Benefit plus trade-off, for scored cells.
    pub const fn net(self) -> Option<Points> {
        if let Self::Scored { benefit, tradeoff } = self {
            Some(benefit.plus(tradeoff))
        } else {
            None
        }
    }
    pub const fn is_scored(self) -> bool {
        matches!(self, Self::Scored { .. })
    }
    /// Whether anything was answered: scored, n.a. or "?".
    pub fn is_answered(self) -> bool {
        self != Self::Unscored
    }
    pub const fn is_two_sided(self) -> bool {
        matches!(self, Self::Scored { benefit, tradeoff } if benefit.0 > 0 && tradeoff.0 < 0)
    }
}

/// The value as it is typed: `2`, `-1`, `2/-1`, `0`, `n`, `?`, empty. Reading it back gives the same value.
impl fmt::Display for CellValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unscored => Ok(()),
            Self::NotApplicable => f.write_str("n"),
            Self::DontKnow => f.write_str("?"),
            Self::Scored { benefit, tradeoff } if benefit.0 > 0 && tradeoff.0 < 0 => {
                write!(f, "{}/{}", benefit.value(), tradeoff.value())
            }
            Self::Scored { benefit, tradeoff } => write!(f, "{}", benefit.plus(*tradeoff).value()),
        }
    }
}

/// Why an entry was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum EntryRefusal {
    #[error("{entry:?} is no entry")]
    NotUnderstood { entry: String },
    #[error("{entry:?} is outside the scale, {lowest:?} to {highest:?}")]
    OutsideScale {
        entry: String,
        lowest: Points,
        highest: Points,
    },
    #[error("{entry:?} is not a level of the scale")]
    NotALevel { entry: String },
    /// What a spreadsheet makes of `2-1`.
    #[error("{entry:?} is a date")]
    Date { entry: String },
}

/// Reads an entry as docs/design.md "A cell" says. `1,5` and `1.5` are both understood, and every kind of minus.
pub fn read_entry(text: &str, scale: &Scale) -> Result<CellValue, EntryRefusal> {
    let entry: String = text
        .trim()
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '−' | '–' | '‑' | '‐' | '—' | '‒' | '﹣' | '－' => '-',
            ',' => '.',
            other => other,
        })
        .collect();
    let not_understood = || EntryRefusal::NotUnderstood {
        entry: text.trim().to_owned(),
    };
    // No score is as long as the shortest of them, `1-feb`, but `+2/-1`, which looks like none.
    if entry.len() >= 5 && is_date(text.trim()) {
        return Err(EntryRefusal::Date {
            entry: text.trim().to_owned(),
        });
    }
    match entry.to_lowercase().as_str() {
        "" => return Ok(CellValue::Unscored),
        "n" | "n.a." | "n.a" | "na" | "n/a" => return Ok(CellValue::NotApplicable),
        "?" => return Ok(CellValue::DontKnow),
        _ => {}
    }
    let number = |part: &str| -> Result<Points, EntryRefusal> {
        let plain = part.strip_prefix('+').unwrap_or(part);
        let digits = plain.strip_prefix('-').unwrap_or(plain);
        if digits.is_empty()
            || !digits.chars().all(|c| c.is_ascii_digit() || c == '.')
            || digits.len() > 24
        {
            return Err(not_understood());
        }
        let value: f64 = plain.parse().map_err(|_| not_understood())?;
        // The fifteen digits that spreadsheets show: what they work out is off in the sixteenth.
        let value: f64 = format!("{value:.14e}").parse().unwrap_or(value);
        Points::try_from(value).map_err(|_| EntryRefusal::OutsideScale {
            entry: text.trim().to_owned(),
            lowest: scale.lowest(),
            highest: scale.highest(),
        })
    };
    // "2-1", "2/-1", "+2-1": a second part begins at '/' or at a '-' that is not the first character.
    let split = entry.find('/').or_else(|| {
        entry
            .char_indices()
            .skip(1)
            .find(|(_, c)| *c == '-')
            .map(|(i, _)| i)
    });
    let value = if let Some(at) = split {
        let (left, right) = entry.split_at(at);
        let (left, right) = (
            number(left)?,
            number(right.strip_prefix('/').unwrap_or(right))?,
        );
        match (left.0, right.0) {
            (l, r) if l >= 0 && r <= 0 => CellValue::Scored {
                benefit: left,
                tradeoff: right,
            },
            (l, r) if l <= 0 && r >= 0 => CellValue::Scored {
                benefit: right,
                tradeoff: left,
            },
            _ => return Err(not_understood()),
        }
    } else {
        CellValue::net_of(number(&entry)?)
    };
    check_on_scale(value, scale).map_err(|refusal| match refusal {
        EntryRefusal::OutsideScale {
            lowest, highest, ..
        } => EntryRefusal::OutsideScale {
            entry: text.trim().to_owned(),
            lowest,
            highest,
        },
        _ => EntryRefusal::NotALevel {
            entry: text.trim().to_owned(),
        },
    })?;
    Ok(value)
}

/// Whether an entry is a day or a month as spreadsheets write them: `2026-01-02`, `2/1/2026`, `02-gen`, `gen-26`.
fn is_date(entry: &str) -> bool {
    const MONTHS: [&str; 19] = [
        "gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic", "jan",
        "may", "jun", "jul", "aug", "oct", "dec",
    ];
    let day = entry
        .split_once(['T', ' '])
        .map_or(entry, |(day, _)| if day.len() > 5 { day } else { entry });
    let parts: Vec<&str> = day.split(['-', '/', '.', ' ']).collect();
    let is_number = |part: &str| {
        (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_year = |part: &&&str| part.len() == 4;
    let is_month = |part: &str| {
        let lower = part.to_lowercase();
        lower.chars().all(char::is_alphabetic)
            && (3..=9).contains(&lower.len())
            && MONTHS.iter().any(|month| lower.starts_with(month))
    };
    let n_months = parts.iter().filter(|part| is_month(part)).count();
    let n_numbers = parts.iter().filter(|part| is_number(part)).count();
    match (parts.len(), n_months, n_numbers) {
        (2 | 3, 1, n) => n + 1 == parts.len(),
        (3, 0, 3) => parts.iter().filter(is_year).count() == 1,
        _ => false,
    }
}

/// Whether both sides of a value are levels of the scale (zero always may be one side of a two-sided score).
pub fn check_on_scale(value: CellValue, scale: &Scale) -> Result<(), EntryRefusal> {
    let CellValue::Scored { benefit, tradeoff } = value else {
        return Ok(());
    };
    let entry = || value.to_string();
    for (side, bare) in [(benefit, tradeoff.0 == 0), (tradeoff, benefit.0 == 0)] {
        if side.0 == 0 && !(bare && benefit.0 == 0 && tradeoff.0 == 0) {
            continue;
        }
        if side > scale.highest() || side < scale.lowest() {
            return Err(EntryRefusal::OutsideScale {
                entry: entry(),
                lowest: scale.lowest(),
                highest: scale.highest(),
            });
        }
        if scale.level(side).is_none() {
            return Err(EntryRefusal::NotALevel { entry: entry() });
        }
    }
    if benefit.0 < 0 || tradeoff.0 > 0 {
        return Err(EntryRefusal::NotUnderstood { entry: entry() });
    }
    Ok(())
}

words! {
    /// Whether a policy acts on the goal itself or through something else.
    Contribution { Direct = "direct", Indirect = "indirect" }
}

/// A source of the document, with the page for this use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cited {
    pub source: SourceId,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub page: String,
}

/// Names a cell: who says it, of which crossing, in which round (0 outside laboratories).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AssessmentKey {
    pub matrix: MatrixId,
    pub assessor: AssessorId,
    pub round: u16,
    pub row: Item,
    pub column: Item,
}
impl AssessmentKey {
    pub fn row_key(&self) -> LineKey {
        LineKey {
            matrix: self.matrix,
            axis: Axis::Rows,
            item: self.row,
        }
    }
    pub fn column_key(&self) -> LineKey {
        LineKey {
            matrix: self.matrix,
            axis: Axis::Columns,
            item: self.column,
        }
    }
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// What one assessor says of one crossing.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Assessment {
    #[serde(rename = "v")]
    pub value: CellValue,
    #[serde(skip_serializing_if = "is_default")]
    pub contribution: Option<Contribution>,
    /// 1 (low) to 5 (high).
    #[serde(skip_serializing_if = "is_default")]
    pub confidence: Option<u8>,
    #[serde(skip_serializing_if = "is_default")]
    pub reason: String,
    /// How the trade-off is softened.
    #[serde(skip_serializing_if = "is_default")]
    pub mitigation: String,
    #[serde(skip_serializing_if = "is_default")]
    pub sources: Vec<Cited>,
    pub at: Timestamp,
    pub by: String,
}

impl Assessment {
    /// Whether nothing is said at all, so that the record need not be kept.
    pub fn is_empty(&self) -> bool {
        !self.value.is_answered()
            && self.contribution.is_none()
            && self.confidence.is_none()
            && self.reason.is_empty()
            && self.mitigation.is_empty()
            && self.sources.is_empty()
    }
    /// Whether two say the same, whoever said it and when.
    pub fn says_the_same_as(&self, other: &Self) -> bool {
        self.value == other.value
            && self.contribution == other.contribution
            && self.confidence == other.confidence
            && self.reason == other.reason
            && self.mitigation == other.mitigation
            && self.sources == other.sources
    }
}
