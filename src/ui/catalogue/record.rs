//! The records the room edits, and their fields as texts.

use super::entry::{self, Problem};
use ordito_document::Edit;
use ordito_import::Edge;
use ordito_model::{
    Actor, ActorId, Cluster, ClusterId, Contents, Policy, PolicyId, Source, SourceId, Subject,
};
use ordito_words::Words;

/// Which record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    Policy(PolicyId),
    Actor(ActorId),
    Cluster(ClusterId),
    Source(SourceId),
}

/// A field that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Code,
    Name,
    Short,
    Territory,
    Start,
    End,
    Budget,
    BudgetNote,
    Description,
    Beneficiaries,
    ExpectedResults,
    Outputs,
    Links,
    EffectsHere,
    EffectsElsewhere,
    EffectsFuture,
    Note,
    Key,
    Citation,
    Publisher,
    Date,
    Url,
    Page,
}
impl Field {
    /// Its key in `catalogue.ftl`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Code => "catalogue-field-code",
            Self::Name => "catalogue-field-name",
            Self::Short => "catalogue-field-short",
            Self::Territory => "catalogue-field-territory",
            Self::Start => "catalogue-field-start",
            Self::End => "catalogue-field-end",
            Self::Budget => "catalogue-field-budget",
            Self::BudgetNote => "catalogue-field-budget-note",
            Self::Description => "catalogue-field-description",
            Self::Beneficiaries => "catalogue-field-beneficiaries",
            Self::ExpectedResults => "catalogue-field-expected-results",
            Self::Outputs => "catalogue-field-outputs",
            Self::Links => "catalogue-field-links",
            Self::EffectsHere => "catalogue-field-effects-here",
            Self::EffectsElsewhere => "catalogue-field-effects-elsewhere",
            Self::EffectsFuture => "catalogue-field-effects-future",
            Self::Note => "catalogue-field-note",
            Self::Key => "catalogue-field-key",
            Self::Citation => "catalogue-field-citation",
            Self::Publisher => "catalogue-field-publisher",
            Self::Date => "catalogue-field-date",
            Self::Url => "catalogue-field-url",
            Self::Page => "catalogue-field-page",
        }
    }
    /// What an empty field shows.
    pub const fn hint(self) -> Option<&'static str> {
        match self {
            Self::Start | Self::End => Some("catalogue-hint-month"),
            Self::Budget => Some("catalogue-hint-money"),
            Self::Beneficiaries | Self::ExpectedResults | Self::Outputs | Self::Links => {
                Some("catalogue-hint-list")
            }
            _ => None,
        }
    }
    /// Rows of the field; 1 is a single line that Enter ends.
    pub const fn rows(self) -> usize {
        match self {
            Self::BudgetNote
            | Self::Beneficiaries
            | Self::ExpectedResults
            | Self::Outputs
            | Self::Links => 2,
            Self::EffectsHere
            | Self::EffectsElsewhere
            | Self::EffectsFuture
            | Self::Note
            | Self::Citation => 3,
            Self::Description => 5,
            _ => 1,
        }
    }
}

/// A record being edited.
#[derive(Debug, Clone, PartialEq)]
pub enum Record {
    Policy(Policy),
    Actor(Actor),
    Cluster(Cluster),
    Source(Source),
}

impl Target {
    pub fn record(self, contents: &Contents) -> Option<Record> {
        match self {
            Self::Policy(id) => contents.policies.get(&id).cloned().map(Record::Policy),
            Self::Actor(id) => contents.actors.get(&id).cloned().map(Record::Actor),
            Self::Cluster(id) => contents.clusters.get(&id).cloned().map(Record::Cluster),
            Self::Source(id) => contents.sources.get(&id).cloned().map(Record::Source),
        }
    }
    pub const fn subject(self) -> Subject {
        match self {
            Self::Policy(_) => Subject::Policy,
            Self::Actor(_) => Subject::Actor,
            Self::Cluster(_) => Subject::Cluster,
            Self::Source(_) => Subject::Source,
        }
    }
    /// The edit that makes the record so.
    pub fn edit(self, record: Record) -> Option<Edit> {
        match (self, record) {
            (Self::Policy(id), Record::Policy(policy)) => Some(Edit::ChangePolicy { id, policy }),
            (Self::Actor(id), Record::Actor(actor)) => Some(Edit::PutActor { id, actor }),
            (Self::Cluster(id), Record::Cluster(cluster)) => Some(Edit::PutCluster { id, cluster }),
            (Self::Source(id), Record::Source(source)) => Some(Edit::PutSource { id, source }),
            _ => None,
        }
    }
}

impl Record {
    /// What people call it.
    pub fn name(&self) -> &str {
        match self {
            Self::Policy(policy) => &policy.name,
            Self::Actor(actor) => &actor.name,
            Self::Cluster(cluster) => &cluster.name,
            Self::Source(source) => &source.citation,
        }
    }

    fn plain(&mut self, field: Field) -> Option<&mut String> {
        match (self, field) {
            (Self::Policy(policy), Field::Code) => Some(&mut policy.code),
            (Self::Policy(policy), Field::Name) => Some(&mut policy.name),
            (Self::Policy(policy), Field::Short) => Some(&mut policy.short),
            (Self::Policy(policy), Field::Territory) => Some(&mut policy.territory),
            (Self::Policy(policy), Field::BudgetNote) => Some(&mut policy.budget_note),
            (Self::Policy(policy), Field::Description) => Some(&mut policy.description),
            (Self::Policy(policy), Field::EffectsHere) => Some(&mut policy.effects_here),
            (Self::Policy(policy), Field::EffectsElsewhere) => Some(&mut policy.effects_elsewhere),
            (Self::Policy(policy), Field::EffectsFuture) => Some(&mut policy.effects_future),
            (Self::Actor(actor), Field::Name) => Some(&mut actor.name),
            (Self::Actor(actor), Field::Note) => Some(&mut actor.note),
            (Self::Cluster(cluster), Field::Name) => Some(&mut cluster.name),
            (Self::Cluster(cluster), Field::Note) => Some(&mut cluster.note),
            (Self::Source(source), Field::Key) => Some(&mut source.key),
            (Self::Source(source), Field::Citation) => Some(&mut source.citation),
            (Self::Source(source), Field::Publisher) => Some(&mut source.publisher),
            (Self::Source(source), Field::Date) => Some(&mut source.date),
            (Self::Source(source), Field::Url) => Some(&mut source.url),
            (Self::Source(source), Field::Page) => Some(&mut source.page),
            _ => None,
        }
    }
    fn list(&mut self, field: Field) -> Option<&mut Vec<String>> {
        match (self, field) {
            (Self::Policy(policy), Field::Beneficiaries) => Some(&mut policy.beneficiaries),
            (Self::Policy(policy), Field::ExpectedResults) => Some(&mut policy.expected_results),
            (Self::Policy(policy), Field::Outputs) => Some(&mut policy.outputs),
            (Self::Policy(policy), Field::Links) => Some(&mut policy.links),
            _ => None,
        }
    }

    /// The field as it is shown for typing.
    pub fn text(&mut self, field: Field, words: &Words) -> String {
        if let Some(text) = self.plain(field) {
            return text.clone();
        }
        if let Some(list) = self.list(field) {
            return list.join("\n");
        }
        match (self, field) {
            (Self::Policy(policy), Field::Start) => entry::say_month(policy.start),
            (Self::Policy(policy), Field::End) => entry::say_month(policy.end),
            (Self::Policy(policy), Field::Budget) => policy
                .budget_cents
                .map(|cents| {
                    words
                        .numbers()
                        .number(cents as f64 / 100.0, if cents % 100 == 0 { 0 } else { 2 })
                })
                .unwrap_or_default(),
            _ => String::new(),
        }
    }

    /// Takes over what was typed.
    pub fn write(&mut self, field: Field, text: &str) -> Result<(), Problem> {
        if let Some(plain) = self.plain(field) {
            text.trim().clone_into(plain);
        } else if let Some(list) = self.list(field) {
            *list = text
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .map(str::to_owned)
                .collect();
        } else if let Self::Policy(policy) = self {
            match field {
                Field::Start => policy.start = entry::month(text, Edge::Start)?,
                Field::End => policy.end = entry::month(text, Edge::End)?,
                Field::Budget => policy.budget_cents = entry::money(text)?,
                _ => {}
            }
        }
        Ok(())
    }
}
