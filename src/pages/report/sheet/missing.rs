//! What a sheet does not rest on: unscored, not applicable, "?", and scores without a reason or a source.

use super::Part;
use super::block::{Block, Fact};
use super::order::by_number;
use super::scope::{Crossing, Scope};
use ordito_model::CellValue;

pub fn blocks(scope: &Scope<'_>) -> Vec<Block> {
    let crossings = scope.crossings();
    let list = |key: &str, fits: &dyn Fn(&Crossing<'_>) -> bool| {
        let mut found: Vec<String> = crossings
            .iter()
            .filter(|crossing| fits(crossing))
            .map(|crossing| scope.other_code(crossing))
            .collect();
        by_number(&mut found);
        let label = scope.words.say_with(key, &[("n", found.len().into())]);
        // Hundreds of names help nobody where the annex has them all.
        let in_annex = found.len() > 60 && scope.request.parts.contains(&Part::Annex);
        let value = if in_annex {
            scope.words.sheets_see_annex()
        } else {
            found.join(", ")
        };
        (!found.is_empty()).then_some(Fact { label, value })
    };
    let items: Vec<Fact> = [
        list("sheets-missing-unscored", &|crossing| {
            crossing.value == CellValue::Unscored
        }),
        list("sheets-missing-na", &|crossing| {
            crossing.value == CellValue::NotApplicable
        }),
        list("sheets-missing-unknown", &|crossing| {
            crossing.value == CellValue::DontKnow
        }),
        list("sheets-missing-reason", &|crossing| {
            crossing.value.is_scored()
                && crossing
                    .cell
                    .is_none_or(|cell| cell.reason.trim().is_empty())
        }),
        list("sheets-missing-source", &|crossing| {
            crossing.value.is_scored() && crossing.cell.is_none_or(|cell| cell.sources.is_empty())
        }),
    ]
    .into_iter()
    .flatten()
    .collect();
    if items.is_empty() {
        return vec![Block::Note {
            text: scope.words.sheets_nothing_missing(),
        }];
    }
    vec![Block::Facts { items }]
}
