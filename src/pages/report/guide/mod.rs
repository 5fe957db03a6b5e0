//! The user guide as plain data, one source for the window and for the PDF: chapters of texts, steps, tables, pictures.
//!
//! Texts are `guide*.ftl`. What can go stale is made from what it speaks of: the keyboard from the commands (handed in,
//! they belong to `workspace`), the methods by the names of the command line, the tables of the file by those of the
//! schema; tests hold the lists together. Pictures are made from the program by `.ci/pictures`.

mod format;
mod methods;
mod pictures;

pub use format::{VIEWS, tables};
pub use methods::{Entry, METHODS};
pub use pictures::{PICTURES, picture};

use ordito_model::{Language, Timestamp};
use ordito_words::Words;
use serde::Serialize;

/// The whole guide in one language. Serialised, it is the `data.json` of its template.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Guide {
    /// BCP 47.
    pub lang: &'static str,
    pub title: String,
    pub subtitle: String,
    /// Which program it speaks of.
    pub version: String,
    /// `2026-11-23`
    pub date: String,
    /// With `{page}` and `{pages}` to be put in.
    pub page_of: String,
    pub contents_title: String,
    pub chapters: Vec<Chapter>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chapter {
    pub id: &'static str,
    pub title: String,
    pub pieces: Vec<Piece>,
}

/// What a chapter is made of.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Piece {
    Text {
        text: String,
    },
    Heading {
        text: String,
    },
    /// Things to do one after the other.
    Steps {
        items: Vec<String>,
    },
    Picture {
        /// For [`picture`].
        name: &'static str,
        caption: String,
        /// What is to be seen, for who does not see it.
        alt: String,
    },
    Table {
        caption: String,
        head: [String; 2],
        rows: Vec<[String; 2]>,
    },
}

/// Commands that belong together, with the keys of each as they are printed; none: through the palette.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    pub title: String,
    pub lines: Vec<(Option<String>, String)>,
}

/// Chapters in their order, each with its pictures.
const CHAPTERS: &[(&str, &[&str])] = &[
    ("start", &["matrix"]),
    ("document", &[]),
    ("history", &[]),
    ("catalogue", &["catalogue"]),
    ("frameworks", &[]),
    ("entry", &["cell"]),
    ("reading", &[]),
    ("analysis", &["analysis", "network"]),
    ("methods", &[]),
    ("consensus", &[]),
    ("compare", &["compare"]),
    ("lab", &["lab"]),
    ("sheets", &["sheets"]),
    ("exchange", &[]),
    ("format", &[]),
    ("keyboard", &[]),
    ("trouble", &[]),
    ("access", &[]),
];
/// Steps from an empty document to the first sheet.
pub const FIRST_STEPS: usize = 8;

/// The guide in the language of `words`. `now` is the day on the PDF.
pub fn guide(words: &Words, keys: &[Keys], now: Timestamp) -> Guide {
    Guide {
        lang: match words.language() {
            Language::It => "it",
            Language::En => "en",
        },
        title: words.guide_paper_title(),
        subtitle: words.app_subtitle(),
        version: words.guide_version(env!("CARGO_PKG_VERSION")),
        date: words.numbers().iso_date(now),
        page_of: words.sheets_page_of(),
        contents_title: words.sheets_contents(),
        chapters: CHAPTERS
            .iter()
            .map(|(id, pictures)| chapter(words, keys, id, pictures))
            .collect(),
    }
}

fn chapter(words: &Words, keys: &[Keys], id: &'static str, pictures: &[&'static str]) -> Chapter {
    let mut pieces = texts(words, &format!("guide-{id}-text"));
    for (n, name) in (1..).zip(pictures) {
        let key = format!("guide-picture-{name}");
        let shown = Piece::Picture {
            name,
            caption: words.say(&key),
            alt: words.say(&format!("{key}-alt")),
        };
        // A picture stands after the paragraph that leads to it, the second one after the rest.
        let at = if n == 1 {
            1.min(pieces.len())
        } else {
            pieces.len()
        };
        pieces.insert(at, shown);
    }
    match id {
        "start" => pieces.extend(first_matrix(words)),
        "methods" => pieces.extend(methods::pieces(words)),
        "format" => pieces.extend(format::pieces(words)),
        "keyboard" => pieces.extend(keyboard(words, keys)),
        _ => {}
    }
    Chapter {
        id,
        title: words.say(&format!("guide-{id}")),
        pieces,
    }
}

/// A text's paragraphs.
fn texts(words: &Words, key: &str) -> Vec<Piece> {
    words
        .say(key)
        .split("\n\n")
        .map(|text| Piece::Text {
            text: text.to_owned(),
        })
        .collect()
}

fn first_matrix(words: &Words) -> Vec<Piece> {
    let items = (1..=FIRST_STEPS)
        .map(|n| words.say(&format!("guide-first-{n}")))
        .collect();
    let mut pieces = vec![Piece::Heading {
        text: words.guide_first(),
    }];
    pieces.extend(texts(words, "guide-first-text"));
    pieces.push(Piece::Steps { items });
    pieces
}

fn keyboard(words: &Words, keys: &[Keys]) -> Vec<Piece> {
    let head = || [words.guide_keys(), words.guide_command()];
    let table = |group: &Keys| {
        let rows = group
            .lines
            .iter()
            .filter_map(|(keys, what)| Some([keys.clone()?, what.clone()]))
            .collect::<Vec<_>>();
        (!rows.is_empty()).then(|| Piece::Table {
            caption: group.title.clone(),
            head: head(),
            rows,
        })
    };
    let without = |group: &Keys| {
        let names: Vec<&str> = group
            .lines
            .iter()
            .filter(|(keys, _)| keys.is_none())
            .map(|(_, what)| what.as_str())
            .collect();
        (!names.is_empty()).then(|| [group.title.clone(), names.join(" · ")])
    };
    let mut pieces: Vec<Piece> = keys.iter().filter_map(table).collect();
    let rows: Vec<[String; 2]> = keys.iter().filter_map(without).collect();
    pieces.push(Piece::Heading {
        text: words.guide_palette(),
    });
    pieces.extend(texts(words, "guide-palette-text"));
    let head = [words.guide_group(), words.guide_commands()];
    pieces.push(Piece::Table {
        caption: words.guide_palette_table(),
        head,
        rows,
    });
    pieces
}
