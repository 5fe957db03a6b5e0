//! The parts that a sheet is made of. Serialised, they are the `data.json` of a template; every text is ready to print.

use ordito_model::{Language, Rgb, Timestamp};
use ordito_words::Words;
use serde::Serialize;
use std::sync::Arc;

/// One file: one sheet, or several bound together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetFile {
    /// BCP 47.
    pub lang: &'static str,
    pub title: String,
    pub author: String,
    pub keywords: Vec<String>,
    /// `2026-11-23`
    pub date: String,
    /// With `{page}` and `{pages}` to be put in.
    pub page_of: String,
    pub contents_title: String,
    /// The body's mark, once it was signed.
    pub mark: Option<Mark>,
    pub sheets: Vec<Sheet>,
}

/// What a file is called, whose it is and when it was made.
pub struct Cover<'a> {
    pub words: &'a Words,
    pub now: Timestamp,
    pub title: String,
    pub body: &'a str,
    /// The key of what it is, and the matrix it is of.
    pub keyword: &'a str,
    pub matrix: &'a str,
}
impl SheetFile {
    /// These sheets bound together, in plain signs.
    pub fn bound(cover: Cover<'_>, sheets: Vec<Sheet>) -> Self {
        let Cover {
            words,
            now,
            title,
            body,
            keyword,
            matrix,
        } = cover;
        let file = Self {
            lang: match words.language() {
                Language::It => "it",
                Language::En => "en",
            },
            title,
            author: body.to_owned(),
            keywords: vec![words.say(keyword), matrix.to_owned()],
            date: words.numbers().iso_date(now),
            page_of: words.sheets_page_of(),
            contents_title: words.sheets_contents(),
            mark: None,
            sheets,
        };
        file.plain()
    }
}

/// The head of a page: the body, where it is said, and what kind of sheet it is.
pub fn page_head(body: &str, kind: String) -> String {
    if body.is_empty() {
        kind
    } else {
        format!("{body} · {kind}")
    }
}

/// A body's mark as a picture of its own: PNG, which every format holds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mark {
    /// Its name for a template.
    pub file: &'static str,
    /// In millimetres.
    pub width: f64,
    pub height: f64,
    #[serde(skip)]
    pub png: Arc<[u8]>,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sheet {
    pub title: String,
    pub subtitle: String,
    pub header_left: String,
    pub header_right: String,
    pub footer: String,
    /// What a reader must know first: illustrative scores, provisional names.
    pub marks: Vec<String>,
    pub sections: Vec<Section>,
}

/// A headed part of a sheet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    pub id: &'static str,
    pub heading: String,
    pub blocks: Vec<Block>,
}

/// A label and what it stands for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fact {
    pub label: String,
    pub value: String,
}

/// A label and a text below it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    pub label: String,
    pub text: String,
}

/// A cell of the profile.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StripCell {
    pub label: String,
    pub text: String,
    pub state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fill: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ink: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text2: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fill2: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ink2: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    Left,
    Right,
    Center,
}

/// A column of a table; `share` is its part of the width.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TableColumn {
    pub head: String,
    pub align: Align,
    pub share: f64,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct TableCell {
    pub text: String,
    /// Said after the text, in italics.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub source: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fill: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ink: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub bold: bool,
}
impl TableCell {
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
}

/// A level with the votes it got in each round.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bar {
    pub value: String,
    pub word: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fill: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ink: Option<String>,
    /// As they are written, and as parts of the longest bar.
    pub counts: Vec<String>,
    pub shares: Vec<f64>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Block {
    Facts {
        items: Vec<Fact>,
    },
    Text {
        text: String,
    },
    Note {
        text: String,
    },
    Strip {
        alt: String,
        cells: Vec<StripCell>,
    },
    Figures {
        items: Vec<Fact>,
    },
    Table {
        caption: String,
        row_head: bool,
        columns: Vec<TableColumn>,
        rows: Vec<Vec<TableCell>>,
    },
    Columns {
        items: Vec<Column>,
    },
    List {
        items: Vec<String>,
    },
    /// How often each level was said, round by round: the picture that a room saw, with its numbers.
    Bars {
        caption: String,
        /// What the last columns of numbers are, the round on show last.
        rounds: Vec<String>,
        lines: Vec<Bar>,
    },
    /// A paper that somebody ticks: a line for each question, a box in each column after the second.
    Ballot {
        caption: String,
        /// What is written in by hand.
        lines: String,
        legend: String,
        /// Of the questions, in points.
        size: f64,
        columns: Vec<TableColumn>,
        rows: Vec<Vec<TableCell>>,
        /// Another one follows on the page, to be cut off.
        cut: bool,
    },
    /// What follows begins on a new page, where there are pages.
    Page,
}

/// `#1F7A9A`
pub fn hex(colour: Rgb) -> String {
    colour.to_string()
}
