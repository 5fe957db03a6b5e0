//! Why an edit was refused, in words.

use super::{Said, say_breaches};
use ordito_document::{EditError, LabFixed, Refusal};
use ordito_words::{Say as _, Words};

impl Said for Refusal {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::ReadOnly => words.refusal_read_only(),
            Self::NotThere(what) => words.refusal_not_there(what.say(words)),
            Self::ThereAlready(what) => words.refusal_there_already(what.say(words)),
            Self::NoName { subject: what } => words.refusal_no_name(what.say(words)),
            Self::CodeTaken {
                subject: what,
                code,
            } => words.refusal_code_taken(code, what.say(words)),
            Self::BelowItself { name, .. } => words.refusal_below_itself(name),
            Self::InUse { name, user, .. } => words.refusal_in_use(name, user),
            Self::TooLong { limit } => words.refusal_too_long(*limit),
            Self::NotInMatrix { matrix } => words.refusal_not_in_matrix(matrix),
            Self::Diagonal { name } => words.refusal_diagonal(name),
            Self::WrongItem { found } => words.refusal_wrong_item(found.say(words)),
            Self::Entry(refusal) => refusal.say(words),
            Self::Confidence(level) => words.refusal_confidence(usize::from(*level)),
            Self::Weight(weight) => words.refusal_weight(words.numbers().number(*weight, 2)),
            Self::ScaleLevels => words.refusal_scale_levels(),
            Self::LevelInUse { scale, value } => words.refusal_level_in_use(scale, value),
            Self::NotNow(act) => words.refusal_not_now(act.say(words)),
            Self::LabFixed(what) => match what {
                LabFixed::Question => words.refusal_lab_question(),
                LabFixed::Rule => words.refusal_lab_rule(),
                LabFixed::Anonymous => words.refusal_lab_anonymous(),
            },
            Self::NamesBesideVotes => words.refusal_names_beside_votes(),
            Self::HasNoVote { name } => words.refusal_has_no_vote(name),
            Self::AgreedStays => words.refusal_agreed_stays(),
            Self::EndBeforeStart { start, end } => words.refusal_end_before_start(end, start),
            Self::NoSuchLevel { level } => words.refusal_no_such_level(usize::from(*level) + 1),
            Self::OutOfRange(number) => words.refusal_out_of_range(number.to_string()),
            Self::EmptyCell => words.refusal_empty_cell(),
            Self::Broken(list) => {
                let list = say_breaches(list, list.len(), words);
                words.refusal_broken(list)
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
