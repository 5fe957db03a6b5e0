//! A matrix and all that belongs to it as the sheets of a workbook, before its format: XLSX, ODS or HTML.
//!
//! The first sheet is the matrix as it can be imported again: headings with code and name, scores as numbers, two-sided
//! cells as they are typed. Two hidden sheets hold co-benefits and trade-offs as numbers; the totals are formulas over
//! them and equal METHODS M2.

mod lists;
mod matrix;
mod reasons;
mod totals;
mod value;

pub use value::{Formula, NumberFormat, Part, Reference, Style, TableSheet, Value, Workbook};

use crate::analysis::Scores;
use crate::i18n::Words;
use crate::model::{AssessorId, Contents, Item, Matrix, MatrixId, Scale, Timestamp};

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Tables<'a> {
    pub contents: &'a Contents,
    pub words: &'a Words,
    pub matrix: MatrixId,
    pub assessor: AssessorId,
    pub now: Timestamp,
}

/// What every sheet is made from.
struct Source<'a> {
    asked: &'a Tables<'a>,
    matrix: &'a Matrix,
    scale: &'a Scale,
    scores: Scores,
}

impl Source<'_> {
    fn say(&self, key: &str) -> String {
        self.asked.words.say(key)
    }
    /// Code and name, as headings and lists call an item.
    fn item(&self, item: Item) -> String {
        let (code, label) = self.asked.contents.item_label(item);
        format!("{code} {}", label.get(self.asked.words.language())).trim().to_owned()
    }
}

/// The workbook of a matrix; `None` when it or its scale is gone.
pub fn workbook(asked: &Tables<'_>) -> Option<Workbook> {
    let matrix = asked.contents.matrices.get(&asked.matrix)?;
    let scale = asked.contents.scales.get(&matrix.scale)?;
    let scores = Scores::of(asked.contents, asked.matrix, asked.assessor)?;
    let source = Source { asked, matrix, scale, scores };
    let mut sheets = vec![matrix::sheet(&source), totals::sheet(&source)];
    sheets.push(reasons::sheet(&source));
    sheets.extend([lists::policies(&source), lists::goals(&source), lists::sources(&source), lists::method(&source)]);
    sheets.extend(matrix::sides(&source));
    let long = value::move_long_texts(&mut sheets, &source.say("tables-long"), &source.say("tables-continues"));
    sheets.extend(long);
    value::name_apart(&mut sheets);
    let info = asked.contents.info();
    Some(Workbook {
        title: matrix.name.clone(),
        author: info.map(|info| info.body.clone()).unwrap_or_default(),
        lang: asked.words.language(),
        date: asked.words.numbers().iso_date(asked.now),
        sheets,
    })
}
