//! A matrix and all that belongs to it as the sheets of a workbook, before its format: XLSX, ODS or HTML.
//!
//! The first sheet is the matrix as it can be imported again: headings with code and name, scores as numbers, two-sided
//! cells as they are typed. Hidden sheets hold co-benefits, trade-offs and what is not applicable as numbers; the totals
//! are formulas over them, not over what can be sorted, and equal METHODS M2.

mod height;
mod lists;
mod long;
mod matrix;
mod method;
mod reasons;
mod totals;
mod value;

pub use height::lines_of;
pub use lists::policies as policy_sheet;
pub use value::{
    Formula, NumberFormat, Part, Reference, Style, TableSheet, Value, Workbook, name_apart, place,
};

use ordito_analysis::Scores;
use ordito_model::{
    Assessment, AssessorId, Axis, Contents, Item, Matrix, MatrixId, Scale, StepNumber, Timestamp,
    Wording,
};
use ordito_words::Words;
use std::collections::HashMap;

/// Rows and columns that spreadsheet programs take, one of each for headings.
const MOST_ROWS: usize = 1_048_576;
const MOST_COLUMNS: usize = 16_384;

/// Why there is no workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TablesError {
    #[error("the matrix or its scale is gone")]
    NoMatrix,
    #[error("a sheet holds {most} lines of this axis, the matrix has {n}")]
    TooLarge { axis: Axis, n: usize, most: usize },
}

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Tables<'a> {
    pub contents: &'a Contents,
    pub words: &'a Words,
    pub matrix: MatrixId,
    pub assessor: AssessorId,
    pub now: Timestamp,
    /// The document's last step: its version, said in the method sheet.
    pub step: StepNumber,
}

/// What every sheet is made from.
struct Source<'a> {
    asked: &'a Tables<'a>,
    matrix: &'a Matrix,
    scale: &'a Scale,
    scores: Scores,
    /// Row by row, as the scores are: one walk over the document instead of a search for each cell.
    cells: Vec<Option<&'a Assessment>>,
}

/// What the assessor said outside laboratories, by the places of the scores.
fn cells_of<'a>(asked: &Tables<'a>, scores: &Scores) -> Vec<Option<&'a Assessment>> {
    let places = |lines: &[ordito_analysis::ScoreLine]| -> HashMap<Item, usize> {
        lines
            .iter()
            .enumerate()
            .map(|(place, line)| (line.item, place))
            .collect()
    };
    let (rows, columns) = (places(&scores.rows), places(&scores.columns));
    let mut cells = vec![None; scores.rows.len() * scores.columns.len()];
    let mut last: Option<(Item, Option<usize>)> = None;
    let own = asked
        .contents
        .cells_of(asked.matrix)
        .filter(|(key, _)| key.round == 0 && key.assessor == asked.assessor);
    for (key, cell) in own {
        let row = match last {
            Some((item, row)) if item == key.row => row,
            _ => rows.get(&key.row).copied(),
        };
        last = Some((key.row, row));
        if let (Some(row), Some(column)) = (row, columns.get(&key.column))
            && let Some(place) = cells.get_mut(row * scores.columns.len() + column)
        {
            *place = Some(cell);
        }
    }
    cells
}

impl Source<'_> {
    /// What was said of the crossing of two lines of the scores.
    fn cell(&self, row: usize, column: usize) -> Option<&Assessment> {
        self.cells
            .get(row * self.scores.columns.len() + column)
            .copied()
            .flatten()
    }
    fn say(&self, key: &str) -> String {
        self.asked.words.say(key)
    }
    /// Code and name, as headings and lists call an item.
    fn item(&self, item: Item) -> String {
        let (code, label) = self.asked.contents.item_label(item);
        format!("{code} {}", label.get(self.asked.words.language()))
            .trim()
            .to_owned()
    }
    /// Whose scores they are.
    fn assessor(&self) -> String {
        let named = self
            .asked
            .contents
            .assessors
            .get(&self.asked.assessor)
            .map(|assessor| assessor.name.clone());
        named.unwrap_or_else(|| self.asked.words.assessor_kind_agreed())
    }
    /// What a reader must know first.
    fn marks(&self) -> Vec<String> {
        let contents = self.asked.contents;
        let mut marks = Vec::new();
        if self.matrix.illustrative || contents.info().is_some_and(|info| info.illustrative) {
            marks.push(self.asked.words.sheets_mark_illustrative());
        }
        for (wording, key) in [
            (Wording::Provisional, "sheets-mark-provisional"),
            (Wording::ToFill, "sheets-mark-to-fill"),
        ] {
            let of = |item| match item {
                Item::Policy(id) => contents.policies.get(&id).map(|policy| policy.wording),
                Item::Goal(id) => contents.goals.get(&id).map(|goal| goal.wording),
            };
            let lines = self.scores.rows.iter().chain(&self.scores.columns);
            let n = lines.filter(|line| of(line.item) == Some(wording)).count();
            if n > 0 {
                marks.push(self.asked.words.say_with(key, &[("n", n.into())]));
            }
        }
        marks
    }
}

/// The workbook of a matrix.
///
/// # Errors
/// When the matrix or its scale is gone, or it has more rows or columns than a sheet.
pub fn workbook(asked: &Tables<'_>) -> Result<Workbook, TablesError> {
    let matrix = asked
        .contents
        .matrices
        .get(&asked.matrix)
        .ok_or(TablesError::NoMatrix)?;
    let scale = asked
        .contents
        .scales
        .get(&matrix.scale)
        .ok_or(TablesError::NoMatrix)?;
    let scores =
        Scores::of(asked.contents, asked.matrix, asked.assessor).ok_or(TablesError::NoMatrix)?;
    // The totals list rows and columns below each other.
    let rows = scores.rows.len() + scores.columns.len();
    for (axis, n, most) in [
        (Axis::Rows, rows, MOST_ROWS - 3),
        (Axis::Columns, scores.columns.len(), MOST_COLUMNS - 1),
    ] {
        if n > most {
            return Err(TablesError::TooLarge { axis, n, most });
        }
    }
    let cells = cells_of(asked, &scores);
    let source = Source {
        asked,
        matrix,
        scale,
        scores,
        cells,
    };
    let mut sheets = vec![matrix::sheet(&source), totals::sheet(&source)];
    sheets.extend(reasons::sheets(&source));
    sheets.extend([
        lists::policies(asked.contents, asked.words),
        lists::goals(&source),
        lists::sources(&source),
        method::sheet(&source),
    ]);
    sheets.extend(matrix::sides(&source));
    let body = asked.contents.body().to_owned();
    Ok(finished(
        asked.words,
        matrix.name.clone(),
        body,
        source.marks(),
        asked.now,
        sheets,
    ))
}

/// The policies of a document alone, as a workbook.
pub fn policy_list(contents: &Contents, words: &Words, now: Timestamp) -> Workbook {
    // By itself it is what is printed.
    let sheet = TableSheet {
        on_request: false,
        ..lists::policies(contents, words)
    };
    let body = contents.body().to_owned();
    finished(
        words,
        words.tables_policies(),
        body,
        Vec::new(),
        now,
        vec![sheet],
    )
}

/// A workbook of these sheets: texts that a cell cannot hold on a sheet of their own, names that every format takes.
pub(in crate::report) fn finished(
    words: &Words,
    title: String,
    author: String,
    marks: Vec<String>,
    now: Timestamp,
    mut sheets: Vec<TableSheet>,
) -> Workbook {
    let of_long = long::LongWords {
        sheet: words.tables_long(),
        continues: words.tables_continues(),
        heads: ["tables-place", "tables-text"].map(|key| words.say(key)),
    };
    let long = long::move_long_texts(&mut sheets, &of_long);
    sheets.extend(long);
    value::name_apart(&mut sheets);
    let (date, page_of) = (words.numbers().iso_date(now), words.sheets_page_of());
    Workbook {
        title,
        author,
        lang: words.language(),
        marks,
        date,
        who: String::new(),
        mark: None,
        page_of,
        sheets,
    }
}
