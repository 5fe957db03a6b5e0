//! `new`, `copy`, `settle`, and how every command opens and closes what it changes.

use super::{Outcome, Refused, Setting, out, refused};
use crate::disk::stem;
use crate::document::{Choice, KeepError, Kept, Unclosed};
use crate::library::{
    LibraryError, NewDocument, SHIPPED_FRAMEWORKS, new_document, sample_document,
};
use crate::model::DocumentId;
use crate::said::Said as _;
use std::path::Path;

pub fn new(
    setting: &Setting,
    file: &Path,
    with_sample: bool,
    frameworks: &[String],
) -> Result<Outcome, Refused> {
    make(setting, file, with_sample, frameworks)?;
    out(&setting.words.cli_created(file.display().to_string()));
    Ok(Outcome::Done)
}

pub fn make(
    setting: &Setting,
    file: &Path,
    with_sample: bool,
    frameworks: &[String],
) -> Result<(), Refused> {
    let words = &setting.words;
    let mut keys: Vec<&str> = frameworks.iter().map(String::as_str).collect();
    if with_sample {
        keys.extend(
            SHIPPED_FRAMEWORKS
                .iter()
                .filter(|key| !frameworks.iter().any(|given| given == *key)),
        );
    } else if keys.is_empty() {
        keys.push("agenda-2030");
    }
    let title = if with_sample {
        words.sample_title()
    } else {
        stem(file)
    };
    let agreed = words.assessor_kind_agreed();
    let new = NewDocument {
        title: &title,
        agreed: &agreed,
        frameworks: &keys,
        illustrative: with_sample,
    };
    let library = |error: &LibraryError| match error {
        LibraryError::NoSuchFramework(key) => {
            Refused(words.cli_no_framework(key.as_str(), SHIPPED_FRAMEWORKS.join(", ")))
        }
        other => Refused(other.to_string()),
    };
    let first = if with_sample {
        sample_document(&new)
    } else {
        new_document(&new)
    };
    let first = first.map_err(|error| library(&error))?;
    let stamp = setting.stamp();
    let kept = Kept::create(
        file,
        &first,
        &stamp,
        &setting.data,
        &setting.who,
        setting.force,
    )
    .map_err(|error| setting.keep(file, &error))?;
    close(setting, file, kept)
}

pub fn copy(
    setting: &Setting,
    file: &Path,
    to: &Path,
    without_history: bool,
) -> Result<Outcome, Refused> {
    let kept = setting.read(file)?;
    let written = if without_history {
        kept.save_without_history(to, DocumentId::random(), &setting.stamp(), setting.force)
    } else {
        kept.save_copy(to, setting.force)
    };
    written.map_err(|error| setting.keep(to, &error))?;
    let (words, name) = (&setting.words, to.display().to_string());
    out(&if without_history {
        words.notice_without_history(name)
    } else {
        words.notice_copy_saved(name)
    });
    Ok(Outcome::Done)
}

/// Opens a document for a command that changes it. What a crash left is published first, so that what the command does
/// can be told apart from it.
pub fn open(setting: &Setting, file: &Path) -> Result<Kept, Refused> {
    let words = &setting.words;
    let (mut kept, report) = Kept::open(file, &setting.data, &setting.who)
        .map_err(|error| setting.keep(file, &error))?;
    if let Some(reason) = report.read_only {
        return Err(refused(file, &reason.say(words)));
    }
    if report.changed_underneath {
        return Err(refused(file, &words.cli_changed_underneath()));
    }
    if let Some(n) = report.recovered {
        eprintln!("ordito: {}", refused(file, &words.cli_recovered(n)).0);
    }
    kept.publish_and_wait()
        .map_err(|error| setting.keep(file, &error))?;
    Ok(kept)
}

/// Publishes and closes. A command that cannot be carried to its end has changed nothing, or says what it did.
pub fn close(setting: &Setting, file: &Path, kept: Kept) -> Result<(), Refused> {
    kept.close().map_err(|Unclosed { kept, error }| {
        let words = &setting.words;
        let edits = if kept.withdraw() {
            words.cli_withdrawn()
        } else {
            words.cli_waits()
        };
        let why = match *error {
            KeepError::ChangedUnderneath => words.cli_changed_underneath(),
            error => error.say(words),
        };
        refused(file, &format!("{why} {edits}"))
    })
}

/// Which of two states of a document stands that was changed by somebody else while edits of ours waited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Keep {
    /// Ours; what is in the file goes among the kept states
    Mine,
    /// What is in the file; ours goes among the kept states
    Theirs,
    /// Both, brought together in one step that can be undone
    Both,
}

/// Settles what opening found.
pub fn settle(setting: &Setting, file: &Path, keep: Keep) -> Result<Outcome, Refused> {
    let words = &setting.words;
    let (mut kept, report) = Kept::open(file, &setting.data, &setting.who)
        .map_err(|error| setting.keep(file, &error))?;
    if let Some(reason) = report.read_only {
        return Err(refused(file, &reason.say(words)));
    }
    if !report.changed_underneath {
        return Err(refused(file, &words.cli_nothing_to_settle()));
    }
    let settled = match keep {
        Keep::Mine => kept.resolve_underneath(&Choice::KeepMine),
        Keep::Theirs => kept.resolve_underneath(&Choice::Reload),
        Keep::Both => kept.merge_underneath(&setting.stamp()).map(|_| ()),
    };
    settled.map_err(|error| setting.keep(file, &error))?;
    // What waited goes on waiting where it cannot be published now: it is not this command's to take back.
    kept.close()
        .map_err(|Unclosed { error, .. }| setting.keep(file, &error))?;
    out(&words.cli_settled(file.display().to_string()));
    Ok(Outcome::Done)
}
