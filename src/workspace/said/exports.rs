//! Why an export was not written, to words.

use super::Said;
use super::files::say_io;
use ordito_model::Axis;
use ordito_pages::export::{ExportError, LogoError, PaperError};
use ordito_words::Words;

impl Said for ExportError {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::Io { path, error } => say_io(path, error, words),
            Self::Exists { path } => {
                let file = path
                    .file_name()
                    .unwrap_or(path.as_os_str())
                    .to_string_lossy()
                    .into_owned();
                words.open_exists(file)
            }
            Self::Document { path } => words.export_over_document(path.display().to_string()),
            Self::NoLab => words.labpaper_gone(),
            Self::NoMatrix => words.export_nothing_drawn(),
            Self::TooManyLines {
                axis: Axis::Rows,
                n,
                most,
            } => words.export_too_many_rows(*most, *n),
            Self::TooManyLines {
                axis: Axis::Columns,
                n,
                most,
            } => words.export_too_many_columns(*most, *n),
            Self::Ending { ending } => words.export_ending(ending.as_str()),
            Self::EndingOf { ending, known } => {
                let known: Vec<String> = known.iter().map(|ending| format!(".{ending}")).collect();
                words.export_ending_of(ending.as_str(), known.join(", "))
            }
            Self::TooLarge { widest, .. } => words.export_too_large(*widest),
            Self::NotDrawn => words.export_not_drawn(),
            Self::Paper(error) => error.say(words),
            Self::Workbook { detail } => words.export_not_written(detail.as_str()),
        }
    }
}

impl Said for PaperError {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::TooSlow => words.paper_too_slow(),
            Self::TooMuch => words.paper_too_much(),
            Self::Stopped => words.paper_stopped(),
            Self::Template(list) => {
                let first = list.first();
                let place = first
                    .and_then(|each| each.line)
                    .map(|line| words.paper_place(line.to_string()));
                // Typst speaks English; what it says is shown as it is.
                let what = first.map(|each| {
                    let parts: Vec<&str> = std::iter::once(&each.message)
                        .chain(&each.hints)
                        .map(String::as_str)
                        .collect();
                    parts.join(" · ")
                });
                words.paper_template(place.unwrap_or_default(), what.unwrap_or_default())
            }
        }
    }
}

impl Said for LogoError {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::Io { path, error } => say_io(path, error, words),
            Self::Heavy { limit } => words.logo_heavy((limit / 1_000_000).to_string()),
            Self::NoPicture => words.logo_no_picture(),
            Self::Size { limit } => words.logo_size(limit.to_string()),
            Self::NotAlone => words.logo_not_alone(),
        }
    }
}
