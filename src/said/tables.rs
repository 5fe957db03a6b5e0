//! Why a table from elsewhere is not read, in words.

use super::Said;
use super::files::say_io;
use crate::import::{ImportError, Place, TemplateError, WorkbookError};
use crate::words::Words;

impl Said for ImportError {
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

impl Said for TemplateError {
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

impl Said for WorkbookError {
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
