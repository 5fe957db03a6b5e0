//! Cells as a grid inside a chart: heads above, each cell with its colour and its number, and a mark for each.

use super::super::parts::Setting;
use super::super::shape::{Area, Canvas, Weight};
use super::{Leads, Mark};
use ordito_analysis::Score;
use ordito_model::{CellValue, Item, Points};

/// Width and height of a cell.
pub const CELL: (f64, f64) = (40.0, 26.0);
const HEAD: f64 = 96.0;

/// Codes of the columns, reading upwards. Gives the height they take.
pub fn heads(
    canvas: &mut Canvas,
    setting: &Setting<'_>,
    items: &[Item],
    left: f64,
    top: f64,
) -> f64 {
    if items.is_empty() {
        return 8.0;
    }
    for (place, item) in items.iter().enumerate() {
        let x = left + place as f64 * CELL.0 + CELL.0 / 2.0 + 4.0;
        let name = setting.name(*item);
        let text = setting
            .measure
            .wrap(&name, 12.0, Weight::Regular, HEAD - 14.0, 1)
            .concat();
        canvas.upright(
            (x, top + HEAD - 6.0),
            text,
            12.0,
            Weight::Regular,
            setting.tokens.ink,
        );
    }
    HEAD
}

/// A value that may lie between the points of the scale, to a hundredth.
pub fn value(score: Score) -> CellValue {
    let points = |value: f64| Points((value * 100.0).round() as i16);
    match score {
        Score::Unscored => CellValue::Unscored,
        Score::NotApplicable => CellValue::NotApplicable,
        Score::DontKnow => CellValue::DontKnow,
        Score::Scored { benefit, harm } => CellValue::Scored {
            benefit: points(benefit),
            tradeoff: points(harm).negated(),
        },
    }
}

/// Draws a cell and gives its mark, unless nobody answered.
pub fn cell(
    canvas: &mut Canvas,
    setting: &Setting<'_>,
    area: Area,
    score: Score,
    crossing: (Item, Item),
) -> Option<Mark> {
    let value = value(score);
    setting.cell(canvas, area, value);
    canvas.border(area, setting.tokens.line);
    if score == Score::Unscored {
        return None;
    }
    let name = format!(
        "{} × {}",
        setting.label(crossing.0).0,
        setting.label(crossing.1).0
    );
    let text = format!("{}: {}", name, setting.value(value));
    Some(Mark {
        area,
        name,
        text,
        leads: Leads::Cells(vec![crossing]),
    })
}

/// The diagonal of a square matrix.
pub fn no_crossing(canvas: &mut Canvas, setting: &Setting<'_>, area: Area) {
    canvas.fill(area, setting.tokens.canvas);
    canvas.border(area, setting.tokens.line);
}
