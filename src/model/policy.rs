//! Policies: anything scored, in a tree.

use super::id::ids;
use super::label::{Label, Level, Wording, words};
use serde::{Deserialize, Serialize};

ids! {
    PolicyId, ActorId, ClusterId, SourceId,
}

words! {
    /// What a policy is.
    PolicyKind {
        Policy = "policy", Programme = "programme", Plan = "plan", Project = "project", Action = "action",
        Measure = "measure", Network = "network",
    }
}
#[expect(clippy::derivable_impls, reason = "the macro writes the variants")]
impl Default for PolicyKind {
    fn default() -> Self {
        Self::Policy
    }
}

/// A year and a month, written `2024-09`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct YearMonth {
    pub year: i16,
    pub month: u8,
}
impl YearMonth {
    /// Of four digits, and one of the twelve.
    pub fn new(year: i16, month: u8) -> Option<Self> {
        ((1..=12).contains(&month) && (1000..=9999).contains(&year)).then_some(Self { year, month })
    }
}
impl std::fmt::Display for YearMonth {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}
impl From<YearMonth> for String {
    fn from(value: YearMonth) -> Self {
        value.to_string()
    }
}
/// A text that is not `YYYY-MM`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a month of the form YYYY-MM")]
pub struct NotAMonth;
impl std::str::FromStr for YearMonth {
    type Err = NotAMonth;
    fn from_str(text: &str) -> Result<Self, NotAMonth> {
        let (year, month) = text.trim().split_once('-').ok_or(NotAMonth)?;
        let (year, month) = (
            year.parse().map_err(|_| NotAMonth)?,
            month.parse().map_err(|_| NotAMonth)?,
        );
        Self::new(year, month).ok_or(NotAMonth)
    }
}
impl TryFrom<String> for YearMonth {
    type Error = NotAMonth;
    fn try_from(text: String) -> Result<Self, NotAMonth> {
        text.parse()
    }
}

/// Anything that is scored. Texts may be empty; `budget_cents` is in hundredths of a euro.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Policy {
    pub parent: Option<PolicyId>,
    /// Place among its siblings; not necessarily without gaps.
    pub position: i64,
    pub code: String,
    pub name: String,
    pub short: String,
    pub kind: PolicyKind,
    pub level: Option<Level>,
    pub territory: String,
    pub owner: Option<ActorId>,
    pub actors: Vec<ActorId>,
    pub start: Option<YearMonth>,
    pub end: Option<YearMonth>,
    pub budget_cents: Option<i64>,
    pub budget_note: String,
    pub beneficiaries: Vec<String>,
    pub expected_results: Vec<String>,
    pub outputs: Vec<String>,
    pub links: Vec<String>,
    pub description: String,
    pub effects_here: String,
    pub effects_elsewhere: String,
    pub effects_future: String,
    pub wording: Wording,
    /// The policy this one is an alternative of.
    pub variant_of: Option<PolicyId>,
}

impl Policy {
    /// The short name where there is one, else the name.
    pub fn title(&self) -> &str {
        if self.short.is_empty() {
            &self.name
        } else {
            &self.short
        }
    }
    pub fn label(&self) -> Label {
        Label::same(self.title())
    }
}

words! {
    /// What an actor is.
    ActorKind { Body = "body", Office = "office", Person = "person", Network = "network" }
}

/// Who owns, carries out or takes part in policies; a network has members.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Actor {
    pub name: String,
    pub kind: ActorKind,
    pub level: Option<Level>,
    pub members: Vec<ActorId>,
    pub note: String,
}
impl Default for Actor {
    fn default() -> Self {
        Self {
            name: String::new(),
            kind: ActorKind::Body,
            level: None,
            members: Vec::new(),
            note: String::new(),
        }
    }
}

/// A named set of policies.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Cluster {
    pub name: String,
    pub colour: Option<super::Rgb>,
    pub position: i64,
    pub members: Vec<PolicyId>,
    pub note: String,
}

/// A citation, kept once and referred to from cells.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Source {
    /// A short key for tables, may be empty.
    pub key: String,
    pub citation: String,
    pub publisher: String,
    pub date: String,
    pub url: String,
    pub page: String,
}
