//! Says what other rooms report: labels of steps, refusals, words of the model. One `Say` for each enum of facts.

use super::{Arg, Words};
use crate::document::{EditError, KeepError, LabFixed, ReadOnly, Refusal};
use crate::export::PaperError;
use crate::import::{MatrixPreview, Place};
use crate::model::{
    ActorKind, AssessorKind, Axis, CellsCause, Contribution, EntryRefusal, LabAct, Language, Level, MatrixKind,
    PolicyKind, StepLabel, Subject, Wording,
};
use crate::storage::{Doubt, Holder, Reason, StorageError};

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

impl Say for Refusal {
    fn say(&self, words: &Words) -> String {
        let subject = |subject: &Subject| Arg::Text(words.say(&subject_key("subject", *subject)));
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
                let list = super::say_breaches(list, list.len(), words);
                words.say_with("refusal-broken", &[("list", list.into())])
            }
        }
    }
}

/// What became of a file.
pub(super) fn say_io(path: &std::path::Path, error: &std::io::Error, words: &Words) -> String {
    let key = match error.kind() {
        _ if error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<crate::disk::NotAFile>) => {
            "storage-not-a-file"
        }
        std::io::ErrorKind::InvalidFilename => "storage-name",
        std::io::ErrorKind::NotFound => "storage-not-found",
        std::io::ErrorKind::PermissionDenied => "storage-permission",
        std::io::ErrorKind::AlreadyExists => "storage-exists",
        std::io::ErrorKind::StorageFull => "storage-full",
        // As the system says it; what is too large to be read is told by whoever reads it.
        std::io::ErrorKind::FileTooLarge | std::io::ErrorKind::QuotaExceeded if error.raw_os_error().is_some() => {
            "storage-limit"
        }
        _ => "storage-io",
    };
    words.say_with(key, &[("path", path.display().to_string().into()), ("detail", error.to_string().into())])
}

impl Say for StorageError {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::Sqlite(error) => words.say_with("storage-sqlite", &[("detail", error.to_string().into())]),
            Self::Io { path, error } => say_io(path, error, words),
            Self::NotADatabase => words.say("storage-not-a-database"),
            Self::ForeignApplication { .. } => words.say("storage-foreign"),
            Self::NewerSchema { found, known } => words
                .say_with("storage-newer", &[("found", found.to_string().into()), ("known", known.to_string().into())]),
            Self::UnknownParts { names } => {
                words.say_with("storage-unknown-parts", &[("names", names.join(", ").into())])
            }
            Self::Damaged { detail } => words.say_with("storage-damaged", &[("detail", detail.into())]),
        }
    }
}

impl Say for EditError {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::Refused(refusal) => refusal.say(words),
            Self::Storage(error) => error.say(words),
        }
    }
}

impl Say for Doubt {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::HashDiffers => words.say("doubt-hash-differs"),
            Self::JournalDiffers => words.say("doubt-journal-differs"),
            Self::SealBroken => words.say("doubt-seal-broken"),
        }
    }
}

impl Say for PaperError {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::TooSlow => words.say("paper-too-slow"),
            Self::TooMuch => words.say("paper-too-much"),
            Self::Stopped => words.say("paper-stopped"),
            Self::Template(list) => {
                let first = list.first();
                let place = first
                    .and_then(|each| each.line)
                    .map(|line| words.say_with("paper-place", &[("line", line.to_string().into())]));
                // Typst speaks English; what it says is shown as it is.
                let what = first.map(|each| {
                    let parts: Vec<&str> =
                        std::iter::once(&each.message).chain(&each.hints).map(String::as_str).collect();
                    parts.join(" · ")
                });
                words.say_with(
                    "paper-template",
                    &[("place", place.unwrap_or_default().into()), ("what", what.unwrap_or_default().into())],
                )
            }
        }
    }
}

impl Say for crate::analysis::LeftOpen {
    fn say(&self, words: &Words) -> String {
        words.say(&format!("consensus-left-{}", self.word().replace('_', "-")))
    }
}

impl Say for crate::export::LogoError {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::Io { path, error } => say_io(path, error, words),
            Self::Heavy { limit } => words.say_with("logo-heavy", &[("limit", (limit / 1_000_000).to_string().into())]),
            Self::NoPicture => words.say("logo-no-picture"),
            Self::Size { limit } => words.say_with("logo-size", &[("limit", limit.to_string().into())]),
            Self::NotAlone => words.say("logo-not-alone"),
        }
    }
}

/// Who signed; said also where nobody had given a name.
pub fn say_author(by: &str, words: &Words) -> String {
    if by.trim().is_empty() { words.say("who-unknown") } else { by.to_owned() }
}

/// `anna su pc-12`
pub fn say_holder(holder: Option<&Holder>, words: &Words) -> String {
    holder.map_or_else(
        || words.say("holder-unknown"),
        |holder| {
            let key = if holder.user.is_empty() { "holder-machine" } else { "holder" };
            words.say_with(key, &[("user", holder.user.as_str().into()), ("host", holder.host.as_str().into())])
        },
    )
}

impl Say for ReadOnly {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::HeldBy(holder) => {
                words.say_with("notice-read-only", &[("who", say_holder(holder.as_ref(), words).into())])
            }
            Self::Doubts(doubts) => doubts.iter().map(|doubt| doubt.say(words)).collect::<Vec<_>>().join(" "),
            Self::FileWriteProtected => words.say("read-only-file"),
            Self::FolderNotWritable => words.say("read-only-folder"),
            Self::FolderFull => words.say("read-only-full"),
            Self::OpenInAnotherProgram => words.say("read-only-other-program"),
            Self::Asked => words.say("status-read-only-plain"),
        }
    }
}

impl Say for KeepError {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::Storage(error) => error.say(words),
            Self::Edit(error) => error.say(words),
            Self::Exists { path } => words.say_with("storage-exists", &[("path", path.display().to_string().into())]),
            Self::Held(holder) => words.say_with("keep-held", &[("who", say_holder(holder.as_deref(), words).into())]),
            Self::LockTaken(holder) => {
                words.say_with("keep-lock-taken", &[("who", say_holder(Some(holder), words).into())])
            }
            Self::NotPublished(error) => error.say(words),
            Self::ChangedUnderneath => words.say("notice-changed-underneath"),
            Self::ReadOnly => words.say("refusal-read-only"),
            Self::AnotherDocument => words.say("keep-another-document"),
        }
    }
}

impl Say for Reason {
    fn say(&self, words: &Words) -> String {
        words.say(match self {
            Self::Published => "backup-published",
            Self::BeforeMigration => "backup-migration",
            Self::Replaced => "backup-replaced",
            Self::Mine => "backup-mine",
            Self::Unreadable => "backup-unreadable",
        })
    }
}

impl Say for crate::import::ImportError {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::Io { path, error } => say_io(path, error, words),
            Self::TooLarge { limit_mb } => {
                words.say_with("import-too-large", &[("limit", limit_mb.to_string().into())])
            }
            Self::TooManyCells { limit } => words.say_with("import-too-many-cells", &[("limit", (*limit).into())]),
            Self::Empty => words.say("import-empty"),
            Self::OtherKind(kind) => words.say(&format!("import-kind-{}", kind.word())),
            Self::Malformed { line, detail } => {
                words.say_with("import-malformed", &[("line", line.to_string().into()), ("detail", detail.into())])
            }
            Self::MissingColumn(name) => words.say_with("import-missing-column", &[("name", (*name).into())]),
            Self::NoNames { known } => words.say_with("import-no-names", &[("known", known.join(", ").into())]),
            Self::Template(error) => error.say(words),
            Self::Workbook(error) => error.say(words),
            Self::Json(fault) => fault.say(words),
        }
    }
}

impl Say for crate::import::TemplateError {
    fn say(&self, words: &Words) -> String {
        words.say(match self {
            Self::Version => "template-version",
            Self::Ids => "template-ids",
            Self::NoCells => "template-no-cells",
            Self::OtherDocument => "template-other-document",
            Self::NoMatrix => "template-no-matrix",
            Self::NoAssessor => "template-no-assessor",
        })
    }
}

impl Say for crate::import::WorkbookError {
    fn say(&self, words: &Words) -> String {
        let list = |names: &[String]| names.join(&words.say("workbook-between-names"));
        match self {
            Self::Unreadable { part, detail } => {
                words.say_with("workbook-unreadable", &[("part", part.into()), ("detail", detail.into())])
            }
            Self::NotASpreadsheet => words.say("workbook-no-sheets"),
            Self::Protected => words.say("workbook-protected"),
            Self::Declares { part } => words.say_with("workbook-declares", &[("part", part.into())]),
            Self::LargePart { part, limit_mb } => {
                words.say_with("workbook-large-part", &[("part", part.into()), ("limit", (*limit_mb).into())])
            }
            Self::ManyNodes { part, limit } => {
                words.say_with("workbook-many-nodes", &[("part", part.into()), ("limit", (*limit).into())])
            }
            Self::ManyParts { limit } => words.say_with("workbook-many-parts", &[("limit", (*limit).into())]),
            Self::ManySheets { limit } => words.say_with("workbook-many-sheets", &[("limit", (*limit).into())]),
            Self::ManyTexts { limit } => words.say_with("workbook-many-texts", &[("limit", (*limit).into())]),
            Self::LargeTexts { limit_mb } => words.say_with("workbook-large-texts", &[("limit", (*limit_mb).into())]),
            Self::LongText { row, column, limit } => words.say_with(
                "workbook-long-text",
                &[
                    ("place", Place { row: *row as usize, column: *column as usize }.to_string().into()),
                    ("limit", (*limit).into()),
                ],
            ),
            Self::WideSheet { rows, columns, limit } => words.say_with(
                "workbook-wide-sheet",
                &[("rows", (*rows).into()), ("columns", (*columns).into()), ("limit", (*limit).into())],
            ),
            Self::ManyCells { limit } => words.say_with("import-too-many-cells", &[("limit", (*limit).into())]),
            Self::NoSheet { name, known } if known.is_empty() => {
                words.say_with("workbook-no-sheets-in-text", &[("name", name.into())])
            }
            Self::NoSheet { name, known } => {
                words.say_with("workbook-no-sheet", &[("name", name.into()), ("known", list(known).into())])
            }
            Self::WhichSheet { fitting, known, unread } => {
                let key = if fitting.is_empty() { "workbook-none-fits" } else { "workbook-several-fit" };
                let among = if fitting.is_empty() { known } else { fitting };
                let seen = |hidden: bool| -> Vec<String> {
                    among.iter().filter(|(_, is)| *is == hidden).map(|(name, _)| name.clone()).collect()
                };
                let mut said = words.say_with(key, &[("known", list(&[seen(false), seen(true)].concat()).into())]);
                for (key, names) in [("workbook-hidden-among", seen(true)), ("workbook-unread-among", unread.clone())] {
                    if !names.is_empty() {
                        said = format!("{said} {}", words.say_with(key, &[("names", list(&names).into())]));
                    }
                }
                said
            }
        }
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

    /// Which filled cells of a file an import passes over because they stand outside its table; the first few by name.
    pub fn outside(&self, preview: &MatrixPreview) -> Option<String> {
        const NAMED: usize = 6;
        let name = |(place, text): &(Place, String)| {
            let args = [("text", self.short(text).into()), ("place", place.to_string().into())];
            self.say_with("import-outside-cell", &args)
        };
        let mut which: Vec<String> = preview.outside.iter().take(NAMED).map(name).collect();
        if preview.outside.len() > NAMED {
            which.push("…".to_owned());
        }
        let args = [("n", Arg::Count(preview.outside.len())), ("which", which.join(", ").into())];
        (!preview.outside.is_empty()).then(|| self.say_with("import-outside", &args))
    }
}
