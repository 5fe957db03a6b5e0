//! Coherence sheets: what is said of a policy, a goal, a cluster or a whole matrix, by one assessor or agreed.
//!
//! `sheet_file` gives plain data whose every number comes from `analysis` and whose every word comes from `words`;
//! `export` turns it into PDF, DOCX and HTML. Cells that nobody scored are counted and named, never left out unsaid.

mod block;
mod cells;
mod coherence;
mod identity;
mod method;
mod missing;
mod order;
mod overview;
mod profile;
mod room;
mod scope;
mod texts;

pub use block::{
    Align, Bar, Block, Column, Cover, Fact, Mark, Section, Sheet, SheetFile, StripCell, TableCell,
    TableColumn, page_head,
};
pub use scope::{Ground, Subject};
pub use texts::{Unshown, say_unshown};

use ordito_analysis::coherence::Rows;
use ordito_model::{AssessorId, Contents, MatrixId, StepNumber, Timestamp};
use ordito_words::Words;
use scope::Scope;
use std::cell::OnceCell;

/// The parts of a sheet, in their usual order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Identity,
    Profile,
    Contributions,
    Conflicts,
    Effects,
    Directness,
    Coherence,
    Missing,
    Method,
    Annex,
}
impl Part {
    pub const ALL: [Self; 10] = [
        Self::Identity,
        Self::Profile,
        Self::Contributions,
        Self::Conflicts,
        Self::Effects,
        Self::Directness,
        Self::Coherence,
        Self::Missing,
        Self::Method,
        Self::Annex,
    ];
    /// The section's id in templates and on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Profile => "profile",
            Self::Contributions => "contributions",
            Self::Conflicts => "conflicts",
            Self::Effects => "effects",
            Self::Directness => "directness",
            Self::Coherence => "coherence",
            Self::Missing => "missing",
            Self::Method => "method",
            Self::Annex => "annex",
        }
    }
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.id() == id)
    }
    /// The key of its heading.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Identity => "sheets-identity",
            Self::Profile => "sheets-profile",
            Self::Contributions => "sheets-contributions",
            Self::Conflicts => "sheets-conflicts",
            Self::Effects => "sheets-effects",
            Self::Directness => "sheets-directness",
            Self::Coherence => "sheets-coherence",
            Self::Missing => "sheets-missing",
            Self::Method => "sheets-method",
            Self::Annex => "sheets-annex",
        }
    }
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    pub matrix: MatrixId,
    /// `AssessorId::AGREED` for the agreed scores.
    pub assessor: AssessorId,
    pub parts: Vec<Part>,
    pub now: Timestamp,
    /// The document's last step: its version, said in the method note.
    pub step: StepNumber,
}

/// The sheets of these subjects as one file; a subject that is not in the matrix gives none. `None` when the matrix or
/// its scale is gone.
pub fn sheet_file(
    contents: &Contents,
    words: &Words,
    request: &Request,
    subjects: &[Subject],
) -> Option<SheetFile> {
    sheet_file_until(contents, words, request, subjects, &mut || false)
}

/// As [`sheet_file`]; `stop` is asked before every sheet, and `None` is the answer when it says so.
pub fn sheet_file_until(
    contents: &Contents,
    words: &Words,
    request: &Request,
    subjects: &[Subject],
    stop: &mut dyn FnMut() -> bool,
) -> Option<SheetFile> {
    let ground = Ground::of(contents, request)?;
    let laid_out = OnceCell::new();
    SheetMaker::of(contents, words, request, &ground, &laid_out)?.file_until(subjects, stop)
}

/// Makes files of sheets of one matrix; what they have in common is made once.
#[derive(Debug)]
pub struct SheetMaker<'a>(Scope<'a>);

impl<'a> SheetMaker<'a> {
    /// `None` when the matrix or its scale is gone.
    pub fn of(
        contents: &'a Contents,
        words: &'a Words,
        request: &'a Request,
        ground: &'a Ground,
        laid_out: &'a OnceCell<Rows<'a>>,
    ) -> Option<Self> {
        Scope::of(contents, words, request, ground, laid_out).map(Self)
    }

    /// The sheets of these subjects as one file; `None` when `stop` says so before one of them.
    pub fn file_until(
        &self,
        subjects: &[Subject],
        stop: &mut dyn FnMut() -> bool,
    ) -> Option<SheetFile> {
        let base = &self.0;
        let (contents, words, request) = (base.contents, base.words, base.request);
        let mut sheets = Vec::new();
        for subject in subjects {
            if stop() {
                return None;
            }
            sheets.extend(sheet(base, *subject));
        }
        let title = match sheets.as_slice() {
            [only] => only.title.clone(),
            _ => words.sheets_file_title(base.matrix.name.as_str()),
        };
        let (body, matrix) = (contents.body(), base.matrix.name.as_str());
        let cover = Cover {
            words,
            now: request.now,
            title,
            body,
            keyword: "sheets-keyword",
            matrix,
        };
        Some(SheetFile::bound(cover, sheets))
    }
}

fn sheet(base: &Scope<'_>, subject: Subject) -> Option<Sheet> {
    let words = base.words;
    let scope = base.narrowed(subject)?;
    let sections = scope
        .request
        .parts
        .iter()
        .map(|part| Section {
            id: part.id(),
            heading: words.say(part.key()),
            blocks: blocks(&scope, *part),
        })
        .filter(|section| !section.blocks.is_empty())
        .collect();
    let matrix = base.matrix.name.as_str();
    Some(Sheet {
        title: scope.title(),
        subtitle: scope.subtitle(),
        header_left: page_head(base.contents.body(), words.sheets_kind()),
        header_right: words.sheets_of_matrix(matrix),
        footer: [
            scope.scale.name.get(words.language()).to_owned(),
            scope.assessor_name(),
            words.numbers().date(scope.request.now),
        ]
        .join(" · "),
        marks: scope.marks(),
        sections,
    })
}

fn blocks(scope: &Scope<'_>, part: Part) -> Vec<Block> {
    let mut blocks = blocks_of(scope, part);
    let numbers = scope.words.numbers();
    for block in &mut blocks {
        let Block::Table { columns, rows, .. } = block else {
            continue;
        };
        let figures = columns.iter().enumerate();
        let figures = figures.filter(|(_, column)| column.align == Align::Right);
        for (at, _) in figures {
            let cells = rows.iter_mut().filter_map(|row| row.get_mut(at));
            numbers.even(cells.map(|cell| &mut cell.text));
        }
    }
    blocks
}

fn blocks_of(scope: &Scope<'_>, part: Part) -> Vec<Block> {
    match part {
        Part::Identity => identity::blocks(scope),
        Part::Profile => profile::blocks(scope),
        Part::Contributions => cells::contributions(scope),
        Part::Conflicts => cells::conflicts(scope),
        Part::Effects => identity::effects(scope),
        Part::Directness => cells::directness(scope),
        Part::Coherence => coherence::blocks(scope),
        Part::Missing => missing::blocks(scope),
        Part::Method => method::blocks(scope),
        Part::Annex => cells::annex(scope),
    }
}

/// A whole number with its words: `3 obiettivi`.
fn counted(words: &Words, key: &str, n: usize) -> String {
    words.say_with(key, &[("n", n.into())])
}
