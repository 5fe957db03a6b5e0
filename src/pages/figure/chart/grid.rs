//! Cells as a grid inside a chart: heads above, each cell with its colour and its number, and a mark for each.

use super::super::parts::Setting;
use super::super::shape::{Area, Canvas, Weight, baseline};
use super::indirect::named::title_lines;
use super::{Leads, Mark};
use ordito_analysis::Score;
use ordito_model::{CellValue, Item, Points};

/// Width and height of a cell.
pub const CELL: (f64, f64) = (40.0, 26.0);
/// Room that a name above a column may take, in two lines beside each other.
const HEAD: f64 = 190.0;
const LINE: f64 = 14.0;

/// Names of the columns, reading upwards, in two lines where one is too long. Gives the height they take.
pub fn heads(
    canvas: &mut Canvas,
    setting: &Setting<'_>,
    items: &[Item],
    left: f64,
    top: f64,
) -> f64 {
    let width = |line: &String| setting.measure.width(line, 12.0, Weight::Regular);
    let names: Vec<Vec<String>> = items
        .iter()
        .map(|item| title_lines(setting, &setting.name(*item), 12.0, HEAD))
        .collect();
    let highest = names.iter().flatten().map(width).fold(0.0, f64::max);
    if highest <= 0.0 {
        return 8.0;
    }
    let height = highest + 16.0;
    for (place, lines) in names.into_iter().enumerate() {
        let middle = left + (place as f64 + 0.5) * CELL.0;
        let first = middle - (lines.len() as f64 - 1.0) * LINE / 2.0;
        for (i, line) in lines.into_iter().enumerate() {
            let at = (baseline(first + i as f64 * LINE, 12.0), top + height - 6.0);
            canvas.upright(at, line, 12.0, Weight::Regular, setting.tokens.ink);
        }
    }
    height
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
