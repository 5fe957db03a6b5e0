//! Why an export was not written, to words.

use super::Said;
use super::files::say_io;
use crate::export::{ExportError, LogoError, PaperError};
use crate::model::Axis;
use crate::words::Words;

impl Said for ExportError {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::Io { path, error } => say_io(path, error, words),
            Self::Exists { path } => {
                let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
                words.say_with("open-exists", &[("file", file.into())])
            }
            Self::Document { path } => {
                words.say_with("export-over-document", &[("path", path.display().to_string().into())])
            }
            Self::NoLab => words.say("labpaper-gone"),
            Self::NoMatrix => words.say("export-nothing-drawn"),
            Self::TooManyLines { axis, n, most } => {
                let key = match axis {
                    Axis::Rows => "export-too-many-rows",
                    Axis::Columns => "export-too-many-columns",
                };
                words.say_with(key, &[("n", (*n).into()), ("most", (*most).into())])
            }
            Self::Ending { ending } => words.say_with("export-ending", &[("ending", ending.as_str().into())]),
            Self::EndingOf { ending, known } => {
                let known: Vec<String> = known.iter().map(|ending| format!(".{ending}")).collect();
                let args = [("ending", ending.as_str().into()), ("known", known.join(", ").into())];
                words.say_with("export-ending-of", &args)
            }
            Self::TooLarge { widest, .. } => words.say_with("export-too-large", &[("widest", (*widest).into())]),
            Self::NotDrawn => words.say("export-not-drawn"),
            Self::Paper(error) => error.say(words),
            Self::Workbook { detail } => words.say_with("export-not-written", &[("detail", detail.as_str().into())]),
        }
    }
}

impl Said for PaperError {
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

impl Said for LogoError {
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
