//! Why an export was not written, to words.

use super::Words;
use super::facts::{Say, say_io};
use crate::export::ExportError;
use crate::model::Axis;

impl Say for ExportError {
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
