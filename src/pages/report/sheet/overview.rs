//! Sums of many rows and columns: the profile of a cluster or of a whole matrix.

use super::block::{Block, TableCell};
use super::order::Areas;
use super::profile::{line_sums, sum_columns, sum_row};
use super::scope::Scope;
use ordito_model::Axis;

/// One table by row, one by column.
pub fn tables(scope: &Scope<'_>) -> Vec<Block> {
    let holds_policies = |axis| scope.matrix.kind.holds_policies(axis);
    [
        (Axis::Rows, &scope.scores.rows),
        (Axis::Columns, &scope.scores.columns),
    ]
    .into_iter()
    .map(|(axis, lines)| {
        let (head, caption) = if holds_policies(axis) {
            ("sheets-head-policy", "sheets-by-policy")
        } else {
            ("sheets-head-goal", "sheets-by-goal")
        };
        let mut areas = Areas::default();
        let rows: Vec<Vec<TableCell>> = line_sums(scope, axis)
            .into_iter()
            .filter_map(|(line, sums)| {
                let item = lines.get(line)?.item;
                let name = areas.named(scope, Some(item), scope.item(item));
                Some(sum_row(scope, name, &sums))
            })
            .collect();
        Block::Table {
            caption: scope.words.say(caption),
            row_head: true,
            columns: sum_columns(scope, head),
            rows,
        }
    })
    .collect()
}
