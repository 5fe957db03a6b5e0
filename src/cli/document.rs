//! `new`, `copy`.

use super::{Outcome, Refused, Setting, out};
use crate::document::{Kept, Unclosed};
use crate::library::{LibraryError, NewDocument, SHIPPED_FRAMEWORKS, new_document, sample_document};
use crate::model::DocumentId;
use std::path::Path;

pub fn new(setting: &Setting, file: &Path, with_sample: bool, frameworks: &[String]) -> Result<Outcome, Refused> {
    make(setting, file, with_sample, frameworks)?;
    out(&setting.words.say_with("cli-created", &[("file", file.display().to_string().into())]));
    Ok(Outcome::Done)
}

pub fn make(setting: &Setting, file: &Path, with_sample: bool, frameworks: &[String]) -> Result<(), Refused> {
    let words = &setting.words;
    let mut keys: Vec<&str> = frameworks.iter().map(String::as_str).collect();
    if with_sample {
        keys.extend(SHIPPED_FRAMEWORKS.iter().filter(|key| !frameworks.iter().any(|given| given == *key)));
    } else if keys.is_empty() {
        keys.push("agenda-2030");
    }
    let title = if with_sample {
        words.say("sample-title")
    } else {
        file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
    };
    let agreed = words.say("assessor-kind-agreed");
    let new = NewDocument { title: &title, agreed: &agreed, frameworks: &keys, illustrative: with_sample };
    let library = |error: &LibraryError| match error {
        LibraryError::NoSuchFramework(key) => Refused(words.say_with(
            "cli-no-framework",
            &[("key", key.as_str().into()), ("known", SHIPPED_FRAMEWORKS.join(", ").into())],
        )),
        other => Refused(other.to_string()),
    };
    let first = if with_sample { sample_document(&new) } else { new_document(&new) };
    let first = first.map_err(|error| library(&error))?;
    let stamp = setting.stamp();
    let kept = Kept::create(file, &first, &stamp, &setting.data, &setting.who, setting.force)
        .map_err(|error| setting.keep(file, &error))?;
    close(setting, file, kept)
}

pub fn copy(setting: &Setting, file: &Path, to: &Path, without_history: bool) -> Result<Outcome, Refused> {
    let kept = setting.read(file)?;
    let written = if without_history {
        kept.save_without_history(to, DocumentId::random(), &setting.stamp(), setting.force)
    } else {
        kept.save_copy(to, setting.force)
    };
    written.map_err(|error| setting.keep(to, &error))?;
    let key = if without_history { "notice-without-history" } else { "notice-copy-saved" };
    out(&setting.words.say_with(key, &[("file", to.display().to_string().into())]));
    Ok(Outcome::Done)
}

/// Publishes and closes.
pub fn close(setting: &Setting, file: &Path, kept: Kept) -> Result<(), Refused> {
    kept.close().map_err(|Unclosed { error, .. }| setting.keep(file, &error))
}
