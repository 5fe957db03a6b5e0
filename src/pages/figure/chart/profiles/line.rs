//! What a profile says: its figures, its row of the table, its sentence.

use super::super::Value;
use super::super::rank_range::{self, Ranked};
use super::super::sheet::{Column, Figure};
use super::has_costs;
use ordito_analysis::case_deletion::RankRange;
use ordito_analysis::{Profile, Profiles, Sums};
use ordito_words::Words;
use ordito_words::messages::ChartProfileSaid;

/// A profile among the others, with its rank where they stand by rank.
pub(super) struct Line<'a> {
    pub profiles: &'a Profiles,
    pub profile: &'a Profile,
    pub range: Option<RankRange>,
    pub name: String,
}
impl Ranked for Line<'_> {
    fn range(&self, _: usize) -> Option<&RankRange> {
        self.range.as_ref()
    }
}
impl Line<'_> {
    const fn sums(&self) -> &Sums {
        &self.profile.sums
    }
    /// A figure that there is only where anything is scored.
    fn scored(&self, of: fn(&Sums) -> f64) -> Option<f64> {
        (self.sums().scored > 0).then(|| of(self.sums()))
    }
    fn index(&self) -> Value {
        Value::index(self.sums().coherence_index(self.profiles.largest))
    }

    /// The profile in words.
    pub fn said(&self, words: &Words) -> String {
        let (numbers, sums) = (words.numbers(), self.sums());
        let possible = sums.crossings.saturating_sub(sums.not_applicable) as usize;
        if sums.scored == 0 {
            return words.chart_profile_said_nothing(self.name.as_str(), possible);
        }
        let mut text = words.chart_profile_said(ChartProfileSaid {
            benefit: &numbers.shortest(sums.benefit),
            conflict: &numbers.number(sums.conflict, decimals(sums.conflict)),
            coverage: &Value::Share(sums.coverage()).say(words),
            harm: &numbers.shortest(sums.tradeoff),
            index: &self.index().say(words),
            name: self.name.as_str(),
            net: &numbers.shortest(sums.net()),
            possible,
            scored: sums.scored as usize,
        });
        if let Some(cents) = self.profile.cost.rounded() {
            text.push_str(&words.chart_profile_cost(numbers.euro(cents)));
        }
        text
    }
}

/// None where it is whole, else one.
fn decimals(value: f64) -> u8 {
    u8::from((value - value.round()).abs() > 1e-6)
}

fn net<'a>() -> Column<Line<'a>> {
    Column::number("chart-net", |line| Value::Points(line.scored(Sums::net)))
}
fn index<'a>() -> Column<Line<'a>> {
    Column::number("chart-index", Line::index)
}
fn conflict<'a>() -> Column<Line<'a>> {
    Column::number("chart-conflict", |line| {
        Value::figure(
            line.scored(|sums| sums.conflict),
            decimals(line.sums().conflict),
        )
    })
}
fn coverage<'a>() -> Column<Line<'a>> {
    Column::number("chart-coverage", |line| {
        Value::Share(line.sums().coverage())
    })
}

/// The figures beside the bars, those that matter most first; costs in whole euro.
pub(super) fn figures<'a>(profiles: &Profiles) -> Vec<Figure<Line<'a>>> {
    let mut figures = vec![
        net().wide(62.0),
        index().wide(66.0).strong(),
        coverage().wide(84.0),
        conflict().wide(76.0),
    ];
    if has_costs(profiles) {
        let whole = |line: &Line<'a>| {
            Value::Euro(
                line.profile
                    .cost
                    .rounded()
                    .map(|cents| (cents + 50) / 100 * 100),
            )
        };
        figures.push(Column::number("chart-cost", whole).wide(108.0));
    }
    figures
}

pub(super) fn columns<'a>(profiles: &Profiles, is_ranked: bool) -> Vec<Column<Line<'a>>> {
    let mut columns = Vec::new();
    if is_ranked {
        columns.extend(rank_range::columns::<_, 0>("chart-place"));
    }
    columns.extend([
        Column::text("chart-name", |line: &Line<'a>| {
            Value::Text(line.name.clone())
        }),
        Column::number("chart-benefit", |line| {
            Value::Points(line.scored(|sums| sums.benefit))
        }),
        Column::number("chart-harm", |line| {
            Value::Points(line.scored(|sums| sums.tradeoff))
        }),
        net(),
        index(),
        conflict(),
        Column::number("chart-scored", |line| {
            Value::Count(line.sums().scored as usize)
        }),
        coverage(),
        Column::number("chart-na", |line| {
            Value::Count(line.sums().not_applicable as usize)
        }),
        Column::number("chart-unknown", |line| {
            Value::Count(line.sums().dont_know as usize)
        }),
        Column::number("chart-missing", |line| {
            Value::Count(line.sums().unanswered() as usize)
        }),
    ]);
    if has_costs(profiles) {
        columns.push(Column::number("chart-cost", |line| {
            Value::Euro(line.profile.cost.rounded())
        }));
        columns.push(Column::number("chart-cost-policies", |line| {
            Value::Count(line.profile.cost.policies as usize)
        }));
    }
    columns
}
