//! Says which records break which rules: of a file that is read, of a document that is checked.

use super::Said;
use crate::document::{Breach, Breaches, Refusal};
use crate::import::{JsonFault, RecordPlace};
use crate::model::Subject;
use crate::words::{Say as _, Words};

/// Breaches named before "and so many others".
const NAMED: usize = 10;

impl Said for Breach {
    /// `Politica «P1»: la fine 2020-01 viene prima dell'inizio 2024-01`
    fn say(&self, words: &Words) -> String {
        let what = self.what.say(words);
        let why = match &self.why {
            // In a document that is read nothing went away.
            Refusal::NotThere(Subject::Document) => words.say("breach-no-info"),
            Refusal::NotThere(other) => {
                let other = other.say(words);
                words.say_with("breach-not-there", &[("what", other.into())])
            }
            Refusal::BelowItself { .. } => words.say("breach-below-itself"),
            why => why.say(words),
        };
        let facts = [("what", what.into()), ("name", self.name.as_str().into()), ("why", why.into())];
        words.say_with(if self.name.is_empty() { "breach-unnamed" } else { "breach" }, &facts)
    }
}

/// The first breaches one after the other, then how many more there are.
pub fn say_breaches(list: &[Breach], n: usize, words: &Words) -> String {
    let named: Vec<String> = list.iter().take(NAMED).map(|breach| breach.say(words)).collect();
    let named = named.join("; ");
    match n.saturating_sub(NAMED.min(list.len())) {
        0 => named,
        more => words.say_with("breach-more", &[("list", named.into()), ("n", more.into())]),
    }
}

impl Said for Breaches {
    fn say(&self, words: &Words) -> String {
        say_breaches(&self.list, self.n, words)
    }
}

impl Said for RecordPlace {
    fn say(&self, words: &Words) -> String {
        let facts = [("table", self.table.into()), ("n", self.number.into()), ("key", self.key.as_str().into())];
        words.say_with("json-place", &facts)
    }
}

impl Said for JsonFault {
    fn say(&self, words: &Words) -> String {
        let at = |at: &RecordPlace| at.say(words).into();
        match self {
            Self::NotOurs => words.say("json-not-ours"),
            Self::Version(version) => words.say_with("json-version", &[("version", version.to_string().into())]),
            Self::UnknownPart(name) => words.say_with("json-unknown-part", &[("name", name.into())]),
            Self::UnknownTable(name) => words.say_with("json-unknown-table", &[("name", name.into())]),
            Self::TableTwice(name) => words.say_with("json-table-twice", &[("name", name.into())]),
            Self::UnknownField { at: place, field } => {
                words.say_with("json-unknown-field", &[("place", at(place)), ("field", field.into())])
            }
            Self::BadKey(place) => words.say_with("json-bad-key", &[("place", at(place))]),
            Self::Twice(place) => words.say_with("json-twice", &[("place", at(place))]),
            Self::BadValue { at: place, detail } => {
                words.say_with("json-bad-value", &[("place", at(place)), ("detail", detail.into())])
            }
            Self::TooMuch { limit_mb } => words.say_with("json-too-much", &[("limit", (*limit_mb).into())]),
            Self::Rules(breaches) => {
                let facts = [("n", breaches.n.into()), ("list", breaches.say(words).into())];
                words.say_with("json-rules", &facts)
            }
        }
    }
}
