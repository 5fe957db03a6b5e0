//! Says what the model holds: words of its enums, labels of steps, entries that are refused, lines of a matrix.

use super::{Arg, Words};
use crate::model::{
    ActorKind, AssessorKind, Axis, CellsCause, Contents, Contribution, EntryRefusal, Item, LabAct, Language, Level,
    MatrixKind, PolicyKind, Scale, ScaleLevel, StepLabel, Subject, Wording,
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
        words.say(match self {
            Self::It => "language-it",
            Self::En => "language-en",
        })
    }
}

fn subject_key(prefix: &str, subject: Subject) -> String {
    format!("{prefix}-{}", subject.word())
}

impl Say for StepLabel {
    fn say(&self, words: &Words) -> String {
        let one = |prefix: &str, subject: Subject, name: &str| {
            words.say_with(
                &format!("step-{prefix}"),
                &[("what", words.say(&subject_key("subject", subject)).into()), ("name", name.into())],
            )
        };
        let many = |prefix: &str, subject: Subject, n: usize| {
            words.say_with(
                &format!("step-{prefix}-many"),
                &[("what", words.say(&subject_key("subjects", subject)).into()), ("n", n.into())],
            )
        };
        match self {
            Self::Created => words.say("step-created"),
            Self::Cells { cause, cells, .. } => {
                words.say_with(&format!("step-cells-{}", cause.word().replace('_', "-")), &[("n", Arg::Count(*cells))])
            }
            Self::Added { subject, name } => one("added", *subject, name),
            Self::Changed { subject, name } => one("changed", *subject, name),
            Self::Deleted { subject, name } => one("deleted", *subject, name),
            Self::Moved { subject, name } => one("moved", *subject, name),
            Self::Duplicated { subject, name } => one("duplicated", *subject, name),
            Self::AddedMany { subject, n } => many("added", *subject, *n),
            Self::DeletedMany { subject, n } => many("deleted", *subject, *n),
            Self::ChangedMany { subject, n } => many("changed", *subject, *n),
            Self::MovedMany { subject, n } => many("moved", *subject, *n),
            Self::Imported { name } => words.say_with("step-imported", &[("name", name.into())]),
            Self::Restored { name } => words.say_with("step-restored", &[("name", name.into())]),
            Self::Lab { act, question, n } => words
                .say_with(&format!("step-lab-{}", act.word()), &[("question", question.into()), ("n", Arg::Count(*n))]),
            Self::Joined { note } => {
                let names: Vec<&str> = note.0.copies.iter().map(|copy| copy.name.as_str()).collect();
                words.say_with("step-merged", &[("name", names.join(", ").into())])
            }
            Self::Merged { name } => words.say_with("step-merged", &[("name", name.into())]),
        }
    }
}

impl Say for EntryRefusal {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::NotUnderstood { entry } => {
                words.say_with("entry-not-understood", &[("entry", words.short(entry).into())])
            }
            Self::Date { entry } => words.say_with("entry-date", &[("entry", words.short(entry).into())]),
            Self::OutsideScale { entry, lowest, highest } => words.say_with(
                "entry-outside-scale",
                &[
                    ("entry", entry.into()),
                    ("lowest", words.numbers().points(*lowest).into()),
                    ("highest", words.numbers().points(*highest).into()),
                ],
            ),
            Self::NotALevel { entry } => words.say_with("entry-not-a-level", &[("entry", entry.into())]),
        }
    }
}

/// Who signed; said also where nobody had given a name.
pub fn say_author(by: &str, words: &Words) -> String {
    if by.trim().is_empty() { words.say("who-unknown") } else { by.to_owned() }
}

/// The code of a row or column, or its title where it has none.
pub fn say_item(item: Item, contents: &Contents, words: &Words) -> String {
    let (code, title) = contents.item_label(item);
    if code.is_empty() { title.get(words.language()).to_owned() } else { code.to_owned() }
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
            format!("{} {}", self.numbers().points(level.value), level.label.get(self.language())).trim().to_owned()
        };
        let levels = scale.levels.iter().map(level);
        levels.chain(["n".to_owned(), "?".to_owned()]).collect::<Vec<_>>().join(", ")
    }
}
