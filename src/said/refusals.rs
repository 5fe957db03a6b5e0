//! Why an edit was refused, in words.

use super::{Said, say_breaches};
use crate::document::{EditError, LabFixed, Refusal};
use crate::model::Subject;
use crate::words::{Arg, Say as _, Words};

impl Said for Refusal {
    fn say(&self, words: &Words) -> String {
        let subject = |subject: &Subject| Arg::Text(subject.say(words));
        match self {
            Self::ReadOnly => words.say("refusal-read-only"),
            Self::NotThere(what) => words.say_with("refusal-not-there", &[("what", subject(what))]),
            Self::ThereAlready(what) => words.say_with("refusal-there-already", &[("what", subject(what))]),
            Self::NoName { subject: what } => words.say_with("refusal-no-name", &[("what", subject(what))]),
            Self::CodeTaken { subject: what, code } => {
                words.say_with("refusal-code-taken", &[("what", subject(what)), ("code", code.into())])
            }
            Self::BelowItself { name, .. } => words.say_with("refusal-below-itself", &[("name", name.into())]),
            Self::InUse { name, user, .. } => {
                words.say_with("refusal-in-use", &[("name", name.into()), ("user", user.into())])
            }
            Self::TooLong { limit } => words.say_with("refusal-too-long", &[("limit", (*limit).into())]),
            Self::NotInMatrix { matrix } => words.say_with("refusal-not-in-matrix", &[("matrix", matrix.into())]),
            Self::Diagonal { name } => words.say_with("refusal-diagonal", &[("name", name.into())]),
            Self::WrongItem { found } => words.say_with("refusal-wrong-item", &[("what", subject(found))]),
            Self::Entry(refusal) => refusal.say(words),
            Self::Confidence(level) => words.say_with("refusal-confidence", &[("level", usize::from(*level).into())]),
            Self::Weight(weight) => {
                words.say_with("refusal-weight", &[("weight", words.numbers().number(*weight, 2).into())])
            }
            Self::ScaleLevels => words.say("refusal-scale-levels"),
            Self::LevelInUse { scale, value } => {
                words.say_with("refusal-level-in-use", &[("scale", scale.into()), ("value", value.into())])
            }
            Self::NotNow(act) => words.say_with("refusal-not-now", &[("act", act.say(words).into())]),
            Self::LabFixed(what) => words.say(match what {
                LabFixed::Question => "refusal-lab-question",
                LabFixed::Rule => "refusal-lab-rule",
                LabFixed::Anonymous => "refusal-lab-anonymous",
            }),
            Self::NamesBesideVotes => words.say("refusal-names-beside-votes"),
            Self::HasNoVote { name } => words.say_with("refusal-has-no-vote", &[("name", name.into())]),
            Self::AgreedStays => words.say("refusal-agreed-stays"),
            Self::EndBeforeStart { start, end } => {
                words.say_with("refusal-end-before-start", &[("start", start.into()), ("end", end.into())])
            }
            Self::NoSuchLevel { level } => {
                words.say_with("refusal-no-such-level", &[("level", (usize::from(*level) + 1).into())])
            }
            Self::OutOfRange(number) => {
                words.say_with("refusal-out-of-range", &[("number", number.to_string().into())])
            }
            Self::EmptyCell => words.say("refusal-empty-cell"),
            Self::Broken(list) => {
                let list = say_breaches(list, list.len(), words);
                words.say_with("refusal-broken", &[("list", list.into())])
            }
        }
    }
}

impl Said for EditError {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::Refused(refusal) => refusal.say(words),
            Self::Storage(error) => error.say(words),
        }
    }
}
