//! The columns of the list: names, widths, what they say of a policy, how they sort.

use super::record::Field;
use ordito_ground::text::folded;
use ordito_model::{Contents, Policy, PolicyId, Wording};
use ordito_words::{Say as _, Words};
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    Code,
    Name,
    Short,
    Kind,
    Level,
    Territory,
    Owner,
    Actors,
    Start,
    End,
    Budget,
    Wording,
    Clusters,
    VariantOf,
    Cells,
}

impl Column {
    pub const ALL: [Self; 15] = [
        Self::Code,
        Self::Name,
        Self::Short,
        Self::Kind,
        Self::Level,
        Self::Territory,
        Self::Owner,
        Self::Actors,
        Self::Start,
        Self::End,
        Self::Budget,
        Self::Wording,
        Self::Clusters,
        Self::VariantOf,
        Self::Cells,
    ];
    /// Shown until the user chooses.
    pub const FIRST: [Self; 7] = [
        Self::Code,
        Self::Name,
        Self::Kind,
        Self::Start,
        Self::End,
        Self::Budget,
        Self::Wording,
    ];
    pub const fn key(self) -> &'static str {
        match self {
            Self::Code => "catalogue-field-code",
            Self::Name => "catalogue-field-name",
            Self::Short => "catalogue-field-short",
            Self::Kind => "catalogue-field-kind",
            Self::Level => "catalogue-field-level",
            Self::Territory => "catalogue-field-territory",
            Self::Owner => "catalogue-field-owner",
            Self::Actors => "catalogue-field-actors",
            Self::Start => "catalogue-field-start",
            Self::End => "catalogue-field-end",
            Self::Budget => "catalogue-field-budget",
            Self::Wording => "catalogue-field-wording",
            Self::Clusters => "catalogue-field-clusters",
            Self::VariantOf => "catalogue-field-variant-of",
            Self::Cells => "catalogue-column-cells",
        }
    }
    /// The name's column takes what is left, and at least this.
    pub const fn width(self) -> f32 {
        match self {
            Self::Code => 84.0,
            Self::Name => 240.0,
            Self::Short | Self::Territory | Self::Clusters | Self::VariantOf => 140.0,
            Self::Owner | Self::Actors => 170.0,
            Self::Kind => 92.0,
            Self::Level => 112.0,
            Self::Start | Self::End => 80.0,
            Self::Budget => 126.0,
            Self::Wording => 98.0,
            Self::Cells => 76.0,
        }
    }
    pub const fn is_number(self) -> bool {
        matches!(self, Self::Budget | Self::Cells)
    }
    /// What is typed into its cells.
    pub const fn field(self) -> Option<Field> {
        match self {
            Self::Code => Some(Field::Code),
            Self::Name => Some(Field::Name),
            Self::Short => Some(Field::Short),
            Self::Territory => Some(Field::Territory),
            Self::Start => Some(Field::Start),
            Self::End => Some(Field::End),
            Self::Budget => Some(Field::Budget),
            _ => None,
        }
    }
    /// Code and name are always shown.
    pub const fn is_fixed(self) -> bool {
        matches!(self, Self::Code | Self::Name)
    }
}

/// What is counted or looked up for many policies at once.
#[derive(Debug, Default)]
pub struct Facts {
    n_cells: HashMap<PolicyId, usize>,
    clusters: HashMap<PolicyId, Vec<String>>,
}
impl Facts {
    pub fn of(contents: &Contents) -> Self {
        let mut facts = Self::default();
        for (key, cell) in &contents.assessments {
            if !cell.value.is_scored() {
                continue;
            }
            for id in [key.row.policy(), key.column.policy()]
                .into_iter()
                .flatten()
            {
                *facts.n_cells.entry(id).or_default() += 1;
            }
        }
        for cluster in contents.clusters.values() {
            for id in &cluster.members {
                facts
                    .clusters
                    .entry(*id)
                    .or_default()
                    .push(cluster.name.clone());
            }
        }
        facts
    }
    pub fn n_cells(&self, id: PolicyId) -> usize {
        self.n_cells.get(&id).copied().unwrap_or_default()
    }
}

fn actor(contents: &Contents, id: ordito_model::ActorId) -> &str {
    contents.actors.get(&id).map_or("", |actor| &actor.name)
}

/// What a column says of a policy.
pub fn text(
    column: Column,
    contents: &Contents,
    facts: &Facts,
    words: &Words,
    id: PolicyId,
    policy: &Policy,
) -> String {
    match column {
        Column::Code => policy.code.clone(),
        Column::Name => policy.name.clone(),
        Column::Short => policy.short.clone(),
        Column::Kind => policy.kind.say(words),
        Column::Level => policy
            .level
            .map(|level| level.say(words))
            .unwrap_or_default(),
        Column::Territory => policy.territory.clone(),
        Column::Owner => policy
            .owner
            .map(|owner| actor(contents, owner).to_owned())
            .unwrap_or_default(),
        Column::Actors => policy
            .actors
            .iter()
            .map(|id| actor(contents, *id))
            .collect::<Vec<_>>()
            .join(", "),
        Column::Start => policy
            .start
            .map(|month| words.numbers().month(month))
            .unwrap_or_default(),
        Column::End => policy
            .end
            .map(|month| words.numbers().month(month))
            .unwrap_or_default(),
        Column::Budget => policy
            .budget_cents
            .map(|cents| words.numbers().euro(cents))
            .unwrap_or_default(),
        // A name that nobody marked needs no word.
        Column::Wording if policy.wording == Wording::Official => String::new(),
        Column::Wording => policy.wording.say(words),
        Column::Clusters => facts
            .clusters
            .get(&id)
            .map(|names| names.join(", "))
            .unwrap_or_default(),
        Column::VariantOf => policy
            .variant_of
            .and_then(|other| contents.policies.get(&other))
            .map(said)
            .unwrap_or_default(),
        Column::Cells => match facts.n_cells(id) {
            0 => String::new(),
            n => words.numbers().count(n),
        },
    }
}

/// How a wording is said of a policy: one that nobody marked is the office's own.
pub fn wording_word(wording: Wording, words: &Words) -> String {
    if wording == Wording::Official {
        words.catalogue_unmarked()
    } else {
        wording.say(words)
    }
}

/// `1.1.b Scambio fra cabine di regia`
pub fn said(policy: &Policy) -> String {
    if policy.code.is_empty() {
        policy.title().to_owned()
    } else {
        format!("{} {}", policy.code, policy.title())
    }
}

/// What rows are compared by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum SortKey {
    Number(Option<i64>),
    Text(String),
}
impl SortKey {
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Number(number) => number.is_none(),
            Self::Text(text) => text.is_empty(),
        }
    }
}

pub fn sort_key(
    column: Column,
    contents: &Contents,
    facts: &Facts,
    words: &Words,
    id: PolicyId,
    policy: &Policy,
) -> SortKey {
    let month = |month: Option<ordito_model::YearMonth>| {
        SortKey::Number(month.map(|month| i64::from(month.year) * 12 + i64::from(month.month)))
    };
    match column {
        Column::Start => month(policy.start),
        Column::End => month(policy.end),
        Column::Budget => SortKey::Number(policy.budget_cents),
        Column::Level => SortKey::Number(policy.level.map(|level| level as i64)),
        Column::Cells => SortKey::Number(i64::try_from(facts.n_cells(id)).ok().filter(|n| *n > 0)),
        _ => SortKey::Text(natural(&text(column, contents, facts, words, id, policy))),
    }
}

/// Folded, with numbers filled up so that 1.2 comes before 1.10.
fn natural(text: &str) -> String {
    let mut key = String::new();
    let mut digits = String::new();
    for c in folded(text).chars().chain([' ']) {
        if c.is_ascii_digit() {
            digits.push(c);
        } else {
            if !digits.is_empty() {
                key.extend(std::iter::repeat_n(
                    '0',
                    12_usize.saturating_sub(digits.len()),
                ));
                key.push_str(&digits);
                digits.clear();
            }
            key.push(c);
        }
    }
    key.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::natural;

    #[test]
    fn codes_sort_as_people_count() {
        let mut codes = ["1.10", "1.2.b", "À 3", "1.2.a", "a 12"];
        codes.sort_by_key(|code| natural(code));
        assert_eq!(codes, ["1.2.a", "1.2.b", "1.10", "À 3", "a 12"]);
    }
}
