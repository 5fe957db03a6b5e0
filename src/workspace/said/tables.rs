//! Why a table from elsewhere is not read, in words.

use super::Said;
use super::files::say_io;
use ordito_import::{ImportError, Place, ReadError, TemplateError, WorkbookError};
use ordito_words::Words;

impl Said for ReadError {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::Io { path, error } => say_io(path, error, words),
            Self::TooLarge { limit_mb } => words.import_too_large(limit_mb.to_string()),
            Self::TooManyCells { limit } => words.import_too_many_cells(*limit),
            Self::Empty => words.import_empty(),
            Self::OtherKind(kind) => words.say(&format!("import-kind-{}", kind.word())),
            Self::Malformed { line, detail } => words.import_malformed(detail, line.to_string()),
            Self::Workbook(error) => error.say(words),
        }
    }
}

impl Said for ImportError {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::Read(error) => error.say(words),
            Self::MissingColumn(name) => words.import_missing_column(*name),
            Self::NoNames { known } => words.import_no_names(known.join(", ")),
            Self::Template(error) => error.say(words),
            Self::Json(fault) => fault.say(words),
        }
    }
}

impl Said for TemplateError {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::Version => words.template_version(),
            Self::Ids => words.template_ids(),
            Self::NoCells => words.template_no_cells(),
            Self::OtherDocument => words.template_other_document(),
            Self::NoMatrix => words.template_no_matrix(),
            Self::NoAssessor => words.template_no_assessor(),
        }
    }
}

impl Said for WorkbookError {
    fn say(&self, words: &Words) -> String {
        let list = |names: &[String]| names.join(&words.workbook_between_names());
        match self {
            Self::Unreadable { part, detail } => words.workbook_unreadable(detail, part),
            Self::NotASpreadsheet => words.workbook_no_sheets(),
            Self::Protected => words.workbook_protected(),
            Self::Declares { part } => words.workbook_declares(part),
            Self::LargePart { part, limit_mb } => words.workbook_large_part(*limit_mb, part),
            Self::ManyNodes { part, limit } => words.workbook_many_nodes(*limit, part),
            Self::ManyParts { limit } => words.workbook_many_parts(*limit),
            Self::ManySheets { limit } => words.workbook_many_sheets(*limit),
            Self::ManyTexts { limit } => words.workbook_many_texts(*limit),
            Self::LargeTexts { limit_mb } => words.workbook_large_texts(*limit_mb),
            Self::LongText { row, column, limit } => words.workbook_long_text(
                *limit,
                Place {
                    row: *row as usize,
                    column: *column as usize,
                }
                .to_string(),
            ),
            Self::WideSheet {
                rows,
                columns,
                limit,
            } => words.workbook_wide_sheet(*columns, *limit, *rows),
            Self::ManyCells { limit } => words.import_too_many_cells(*limit),
            Self::NoSheet { name, known } if known.is_empty() => {
                words.workbook_no_sheets_in_text(name)
            }
            Self::NoSheet { name, known } => words.workbook_no_sheet(list(known), name),
            Self::WhichSheet {
                fitting,
                known,
                unread,
            } => {
                let among = if fitting.is_empty() { known } else { fitting };
                let seen = |hidden: bool| -> Vec<String> {
                    among
                        .iter()
                        .filter(|(_, is)| *is == hidden)
                        .map(|(name, _)| name.clone())
                        .collect()
                };
                let names = list(&[seen(false), seen(true)].concat());
                let mut said = vec![if fitting.is_empty() {
                    words.workbook_none_fits(names)
                } else {
                    words.workbook_several_fit(names)
                }];
                if !seen(true).is_empty() {
                    said.push(words.workbook_hidden_among(list(&seen(true))));
                }
                if !unread.is_empty() {
                    said.push(words.workbook_unread_among(list(unread)));
                }
                said.join(" ")
            }
        }
    }
}
