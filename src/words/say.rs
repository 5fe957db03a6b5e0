//! Says what the model holds: words of its enums, labels of steps, entries that are refused, lines of a matrix.

use super::{Arg, Words};
use ordito_model::{
    ActorKind, AssessorKind, Axis, CellsCause, Contents, Contribution, EntryRefusal, Item, LabAct,
    Language, Level, MatrixKind, PolicyKind, Scale, ScaleLevel, StepLabel, Subject, Wording,
};

/// A fact that can be said to a person.
pub trait Say {
    fn say(&self, words: &Words) -> String;
}

macro_rules! words_of {
    ($($name:ident $prefix:literal),+ $(,)?) => {$(
        impl Say for $name {
            /// The word of this value, from `words.ftl`.
            fn say(&self, words: &Words) -> String {
                words.say(&format!(concat!($prefix, "-{}"), self.word().replace('_', "-")))
            }
        }
    )+};
}
words_of! {
    PolicyKind "policy-kind", ActorKind "actor-kind", AssessorKind "assessor-kind", Level "level",
    Wording "wording", MatrixKind "matrix-kind", Axis "axis", Contribution "contribution", Subject "subject",
    CellsCause "cause", LabAct "lab-act",
}

impl Say for Language {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::It => words.language_it(),
            Self::En => words.language_en(),
        }
    }
}

/// `politiche`, `celle`
pub fn say_many(subject: Subject, words: &Words) -> String {
    words.say(&format!("subjects-{}", subject.word()))
}

impl Say for StepLabel {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::Created => words.step_created(),
            Self::Cells { cause, cells, .. } => words.say_with(
                &format!("step-cells-{}", cause.word().replace('_', "-")),
                &[("n", Arg::Count(*cells))],
            ),
            Self::Added { subject, name } => words.step_added(name, subject.say(words)),
            Self::Changed { subject, name } => words.step_changed(name, subject.say(words)),
            Self::Deleted { subject, name } => words.step_deleted(name, subject.say(words)),
            Self::Moved { subject, name } => words.step_moved(name, subject.say(words)),
            Self::Duplicated { subject, name } => words.step_duplicated(name, subject.say(words)),
            Self::AddedMany { subject, n } => words.step_added_many(*n, say_many(*subject, words)),
            Self::DeletedMany { subject, n } => {
                words.step_deleted_many(*n, say_many(*subject, words))
            }
            Self::ChangedMany { subject, n } => {
                words.step_changed_many(*n, say_many(*subject, words))
            }
            Self::MovedMany { subject, n } => words.step_moved_many(*n, say_many(*subject, words)),
            Self::Imported { name } => words.step_imported(name),
            Self::Restored { name } => words.step_restored(name),
            Self::Lab { act, question, n } => words.say_with(
                &format!("step-lab-{}", act.word()),
                &[("question", question.into()), ("n", Arg::Count(*n))],
            ),
            Self::Joined { note } => {
                let names: Vec<&str> = note
                    .0
                    .copies
                    .iter()
                    .map(|copy| copy.name.as_str())
                    .collect();
                words.step_merged(names.join(", "))
            }
            Self::Merged { name } => words.step_merged(name),
        }
    }
}

impl Say for EntryRefusal {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::NotUnderstood { entry } => words.entry_not_understood(words.short(entry)),
            Self::Date { entry } => words.entry_date(words.short(entry)),
            Self::OutsideScale {
                entry,
                lowest,
                highest,
            } => words.entry_outside_scale(
                entry,
                words.numbers().points(*highest),
                words.numbers().points(*lowest),
            ),
            Self::NotALevel { entry } => words.entry_not_a_level(entry),
        }
    }
}

/// Who signed; said also where nobody had given a name.
pub fn say_author(by: &str, words: &Words) -> String {
    if by.trim().is_empty() {
        words.who_unknown()
    } else {
        by.to_owned()
    }
}

/// The code of a row or column, or its title where it has none.
pub fn say_item(item: Item, contents: &Contents, words: &Words) -> String {
    let (code, title) = contents.item_label(item);
    if code.is_empty() {
        title.get(words.language()).to_owned()
    } else {
        code.to_owned()
    }
}

impl Words {
    /// The beginning of a text from a file that a message quotes: a heading can be a whole page.
    pub fn short(&self, text: &str) -> String {
        const QUOTED: usize = 80;
        let line = text.trim();
        match line.char_indices().nth(QUOTED) {
            Some((at, _)) => format!("{}…", line.get(..at).unwrap_or_default()),
            None => line.to_owned(),
        }
    }

    /// The entries of a scale: `+3 indivisibile, … n, ?`
    pub fn entries_of(&self, scale: &Scale) -> String {
        let level = |level: &ScaleLevel| {
            format!(
                "{} {}",
                self.numbers().points(level.value),
                level.label.get(self.language())
            )
            .trim()
            .to_owned()
        };
        let levels = scale.levels.iter().map(level);
        levels
            .chain(["n".to_owned(), "?".to_owned()])
            .collect::<Vec<_>>()
            .join(", ")
    }
}
