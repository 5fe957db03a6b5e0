//! Says which records break which rules: of a file that is read, of a document that is checked.

use super::Said;
use ordito_document::{Breach, Breaches, Refusal};
use ordito_import::{JsonFault, RecordPlace};
use ordito_model::Subject;
use ordito_words::{Say as _, Words};

/// Breaches named before "and so many others".
const NAMED: usize = 10;

impl Said for Breach {
    /// `Politica «P1»: la fine 2020-01 viene prima dell'inizio 2024-01`
    fn say(&self, words: &Words) -> String {
        let what = self.what.say(words);
        let why = match &self.why {
            // In a document that is read nothing went away.
            Refusal::NotThere(Subject::Document) => words.breach_no_info(),
            Refusal::NotThere(other) => {
                let other = other.say(words);
                words.breach_not_there(other)
            }
            Refusal::BelowItself { .. } => words.breach_below_itself(),
            why => why.say(words),
        };
        match self.name.as_str() {
            "" => words.breach_unnamed(what, why),
            name => words.breach(name, what, why),
        }
    }
}

/// The first breaches one after the other, then how many more there are.
pub fn say_breaches(list: &[Breach], n: usize, words: &Words) -> String {
    let named: Vec<String> = list
        .iter()
        .take(NAMED)
        .map(|breach| breach.say(words))
        .collect();
    let named = named.join("; ");
    match n.saturating_sub(NAMED.min(list.len())) {
        0 => named,
        more => words.breach_more(named, more),
    }
}

impl Said for Breaches {
    fn say(&self, words: &Words) -> String {
        say_breaches(&self.list, self.n, words)
    }
}

impl Said for RecordPlace {
    fn say(&self, words: &Words) -> String {
        words.json_place(self.key.as_str(), self.number, self.table)
    }
}

impl Said for JsonFault {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::NotOurs => words.json_not_ours(),
            Self::Version(version) => words.json_version(version.to_string()),
            Self::UnknownPart(name) => words.json_unknown_part(name),
            Self::UnknownTable(name) => words.json_unknown_table(name),
            Self::TableTwice(name) => words.json_table_twice(name),
            Self::UnknownField { at: place, field } => {
                words.json_unknown_field(field, place.say(words))
            }
            Self::BadKey(place) => words.json_bad_key(place.say(words)),
            Self::Twice(place) => words.json_twice(place.say(words)),
            Self::BadValue { at: place, detail } => words.json_bad_value(detail, place.say(words)),
            Self::TooMuch { limit_mb } => words.json_too_much(*limit_mb),
            Self::Rules(breaches) => words.json_rules(breaches.say(words), breaches.n),
        }
    }
}
