//! What a screen reader is told of a cell of a comparison.

use super::model::Panes;
use super::names;
use super::panes::mark;
use ordito_analysis::{Change, Place};
use ordito_model::CellValue;

/// Words that are the same for many cells, said once in a frame.
pub struct Phrases {
    no_crossing: String,
    empty: String,
    not_applicable: String,
    dont_know: String,
    equal: String,
    opposite: String,
    only: [String; 2],
}
impl Phrases {
    pub fn of(panes: &Panes<'_>) -> Self {
        let words = panes.workspace.words();
        let only = |side: usize| words.compare_only(names::letter(side));
        Self {
            no_crossing: words.compare_no_crossing(),
            empty: words.matrix_value_empty(),
            not_applicable: words.matrix_value_na(),
            dont_know: words.matrix_value_dont_know(),
            equal: words.compare_is_equal(),
            opposite: words.compare_is_opposite(),
            only: [only(0), only(panes.view.against)],
        }
    }
    /// What a cell says of itself.
    pub fn say(&self, panes: &Panes<'_>, pane: usize, place: Place) -> String {
        let (made, numbers) = (&panes.view.made, panes.workspace.words().numbers());
        if !panes.is_difference(pane) {
            return match made.dot(pane, place).map(|dot| dot.value) {
                None => self.no_crossing.clone(),
                Some(CellValue::Unscored) => self.empty.clone(),
                Some(CellValue::NotApplicable) => self.not_applicable.clone(),
                Some(CellValue::DontKnow) => self.dont_know.clone(),
                Some(value) => numbers.cell(value),
            };
        }
        let [first, second] = &self.only;
        match made.change(panes.view.against, place) {
            Change::Nothing => self.empty.clone(),
            Change::Equal => self.equal.clone(),
            Change::Scores {
                net,
                opposite: true,
                ..
            } => format!("{}, {}", numbers.shortest(net), self.opposite),
            Change::Scores { net, .. } if net.abs() > 0.0 => numbers.shortest(net),
            Change::OnlyFirst => first.clone(),
            Change::OnlySecond => second.clone(),
            change => mark(panes, change),
        }
    }
}
