//! What a screen reader is told of a cell of the matrix.

use super::model::Cells;
use crate::kit::grid::{COLUMN_NAME, GridModel as _, Place, ROW_NAME};
use crate::kit::pen::Shown;
use ordito_model::CellValue;
use ordito_words::Words;
use ordito_workspace::Dot;
use std::cell::RefCell;
use std::collections::HashMap;

/// Words that are the same for many cells, said once in a frame.
pub struct Phrases {
    reason: String,
    disputed: String,
    empty: String,
    not_applicable: String,
    dont_know: String,
    both: String,
    /// Thousands of cells say the same few things, and numbers take long to write out.
    values: RefCell<HashMap<(CellValue, bool, bool), String>>,
}

impl Phrases {
    pub fn of(words: &Words) -> Self {
        Self {
            reason: words.matrix_mark_reason(),
            disputed: words.matrix_mark_disputed(),
            empty: words.matrix_value_empty(),
            not_applicable: words.matrix_value_na(),
            dont_know: words.matrix_value_dont_know(),
            both: words.matrix_value_both(ROW_NAME, COLUMN_NAME),
            values: RefCell::default(),
        }
    }
    /// What stands at a place: the value of a cell, or the mean of those that are folded into it.
    pub fn say(&self, cells: &Cells<'_>, place: Place, into: &mut String) {
        let Some((row, column)) = cells.layout.lines_at(place) else {
            match cells.fold_at(place) {
                Some(fold) => into.push_str(&cells.words().numbers().signed(fold.mean, 1)),
                None => into.push_str(&self.empty),
            }
            return;
        };
        let dot = cells.view.dot(cells.layer, row, column);
        let disputed = cells.view.disputed(row, column);
        let mut values = self.values.borrow_mut();
        let said = values.entry((dot.value, dot.has_reason, disputed));
        into.push_str(said.or_insert_with(|| self.value(cells, dot, disputed)));
    }
    fn value(&self, cells: &Cells<'_>, dot: Dot, disputed: bool) -> String {
        let (words, numbers) = (cells.words(), cells.words().numbers());
        let mut text = match cells.side.of(dot.value) {
            Shown::Nothing => self.empty.clone(),
            Shown::NotApplicable => self.not_applicable.clone(),
            Shown::DontKnow => self.dont_know.clone(),
            // With its word on the scale: "+2 rafforza".
            Shown::One(points) => {
                let level = cells
                    .view
                    .scale
                    .level(points)
                    .map(|level| level.label.get(words.language()));
                let number = |word: &str| {
                    word.chars()
                        .all(|c| c.is_ascii_digit() || "+-−".contains(c))
                };
                match level.filter(|word| !number(word)) {
                    Some(word) => format!("{} {word}", numbers.points(points)),
                    None => numbers.points(points),
                }
            }
            Shown::Two(benefit, tradeoff) => {
                let text = self.both.replace(ROW_NAME, &numbers.points(benefit));
                text.replace(COLUMN_NAME, &numbers.points(tradeoff))
            }
        };
        for (mark, word) in [(dot.has_reason, &self.reason), (disputed, &self.disputed)] {
            if mark {
                text.push_str(", ");
                text.push_str(word);
            }
        }
        text
    }
}
