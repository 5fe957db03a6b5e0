//! Several cells in one place, where rows or columns are folded.

use super::layout::Slot;
use super::model::Cells;
use crate::kit::grid::Place;
use crate::kit::pen::Shown;
use ordito_model::Points;

/// Several cells in one place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fold {
    pub mean: f64,
    pub lowest: Points,
    pub highest: Points,
    pub n: u32,
}

impl Cells<'_> {
    /// Mean, lowest and highest net of scored cells.
    fn fold(&self, rows: &[usize], columns: &[usize]) -> Option<Fold> {
        let mut fold: Option<Fold> = None;
        let mut sum = 0.0;
        for row in rows {
            for column in columns {
                let dot = self.view.dot(self.layer, *row, *column);
                let net = match self.side.of(dot.value) {
                    Shown::One(points) => points,
                    Shown::Two(benefit, tradeoff) => benefit.plus(tradeoff),
                    _ => continue,
                };
                sum += net.value();
                let known = fold.get_or_insert(Fold {
                    mean: 0.0,
                    lowest: net,
                    highest: net,
                    n: 0,
                });
                known.lowest = known.lowest.min(net);
                known.highest = known.highest.max(net);
                known.n += 1;
                known.mean = sum / f64::from(known.n);
            }
        }
        fold
    }
    pub fn lines_of_row(&self, slot: Slot) -> &[usize] {
        match slot {
            Slot::Group(group) => self
                .view
                .row_groups
                .get(group)
                .map(|group| group.lines.as_slice()),
            Slot::Line(_) => None,
        }
        .unwrap_or_default()
    }
    /// What a place holds when it stands for several cells.
    pub fn fold_at(&self, place: Place) -> Option<Fold> {
        let (row, column) = (
            *self.layout.rows.get(place.row)?,
            *self.layout.columns.get(place.column)?,
        );
        let one_row;
        let rows: &[usize] = match row {
            Slot::Line(line) => {
                one_row = [line];
                &one_row
            }
            Slot::Group(group) if self.layout.is_folded_row(group) => self.lines_of_row(row),
            Slot::Group(_) => return None,
        };
        match column {
            Slot::Line(line) if matches!(row, Slot::Group(_)) => self.fold(rows, &[line]),
            Slot::Line(_) => None,
            Slot::Group(group) => {
                self.fold(rows, self.view.column_groups.get(group)?.lines.as_slice())
            }
        }
    }
}
