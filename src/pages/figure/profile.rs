//! The profile of one row or column: a bar to each side for every crossing.

use super::palette::{Look, score_colour};
use super::parts::{MARGIN, Setting};
use super::shape::{Anchor, Area, Canvas, Picture, Weight, baseline};
use ordito_analysis::Score;
use ordito_model::{AssessmentKey, AssessorId, Axis, CellValue, Contents, Item, MatrixId, Points};
use ordito_words::Words;
use ordito_words::messages::FigureProfileText;

const ROW: f64 = 30.0;
const NAME: f64 = 300.0;
const SIDE: f64 = 190.0;
const VALUE: f64 = 120.0;

/// `None` when the matrix has no such line, or nothing crosses it.
pub fn profile_picture(
    contents: &Contents,
    words: &Words,
    matrix: MatrixId,
    assessor: AssessorId,
    item: Item,
) -> Option<Picture> {
    let setting = Setting::new(contents, words, matrix, assessor)?;
    let lines = |axis| -> Vec<Item> {
        let shown = contents
            .lines_of(matrix, axis)
            .into_iter()
            .filter(|(_, line)| !line.hidden);
        shown.map(|(item, _)| item).collect()
    };
    let (rows, columns) = (lines(Axis::Rows), lines(Axis::Columns));
    let is_row = rows.contains(&item);
    if !is_row && !columns.contains(&item) {
        return None;
    }
    let others = if is_row { columns } else { rows };
    let crossing = |other: Item| {
        let (row, column) = if is_row { (item, other) } else { (other, item) };
        let key = AssessmentKey {
            matrix,
            assessor,
            round: 0,
            row,
            column,
        };
        (other, contents.value(&key))
    };
    let crossings: Vec<_> = others
        .into_iter()
        .filter(|other| *other != item)
        .map(crossing)
        .collect();
    if crossings.is_empty() {
        return None;
    }
    Some(picture(&setting, item, &crossings))
}

fn picture(setting: &Setting<'_>, item: Item, crossings: &[(Item, CellValue)]) -> Picture {
    let (words, tokens) = (setting.words, &setting.tokens);
    let width = MARGIN * 2.0 + NAME + SIDE * 2.0 + VALUE;
    let mut canvas = Canvas::default();
    let name = setting.name(item);
    let top = setting.head(
        &mut canvas,
        &name,
        &words.figure_profile_below(setting.assessor_name(), setting.matrix.name.as_str()),
        width,
    );

    let zero = MARGIN + NAME + SIDE;
    let largest = setting.scale.max_magnitude().value().max(f64::MIN_POSITIVE);
    let reach = |points: Points| points.value() / largest * (SIDE - 16.0);
    let axis = top + 44.0;
    let bottom = axis + crossings.len() as f64 * ROW;
    for (key, x) in [
        ("figure-tradeoff", zero - SIDE / 2.0),
        ("figure-benefit", zero + SIDE / 2.0),
    ] {
        let at = (x, top + 14.0);
        canvas.text(
            at,
            words.say(key),
            13.0,
            Weight::Semibold,
            tokens.ink,
            Anchor::Middle,
        );
    }
    for level in &setting.scale.levels {
        let x = zero + reach(level.value);
        canvas.line((x, axis - 6.0), (x, bottom), 1.0, tokens.line);
        let text = words.numbers().points(level.value);
        canvas.text(
            (x, axis - 10.0),
            text,
            12.0,
            Weight::Regular,
            tokens.muted,
            Anchor::Middle,
        );
    }
    for (i, (other, value)) in crossings.iter().enumerate() {
        let y = axis + i as f64 * ROW;
        let middle = y + ROW / 2.0;
        let text = setting
            .measure
            .wrap(&setting.name(*other), 13.0, Weight::Regular, NAME - 12.0, 1)
            .concat();
        let at = (MARGIN, baseline(middle, 13.0));
        canvas.text(at, text, 13.0, Weight::Regular, tokens.ink, Anchor::Start);
        if let CellValue::Scored { benefit, tradeoff } = value {
            for side in [*benefit, *tradeoff].into_iter().filter(|side| side.0 != 0) {
                let fill = score_colour(side, setting.scale, Look::Light);
                let (from, length) = (zero + reach(side).min(0.0), reach(side).abs());
                canvas.fill(Area::new(from, middle - 9.0, length, 18.0), fill);
                canvas.border(Area::new(from, middle - 9.0, length, 18.0), tokens.ink);
            }
        } else if *value == CellValue::NotApplicable {
            canvas.hatch(
                Area::new(zero - 30.0, middle - 9.0, 60.0, 18.0),
                tokens.border,
            );
        }
        let ink = if value.is_scored() {
            tokens.ink
        } else {
            tokens.muted
        };
        let weight = if value.is_scored() {
            Weight::Semibold
        } else {
            Weight::Regular
        };
        let at = (zero + SIDE + 8.0, baseline(middle, 13.0));
        canvas.text(at, setting.value(*value), 13.0, weight, ink, Anchor::Start);
    }
    canvas.line((zero, axis - 6.0), (zero, bottom + 6.0), 1.5, tokens.ink);
    let end = setting.legend(&mut canvas, bottom + 24.0, width) + MARGIN;
    Picture {
        width,
        height: end,
        background: tokens.surface,
        language: words.language(),
        title: words.figure_profile_title(name.as_str()),
        description: description(setting, &name, crossings),
        long: crossings
            .iter()
            .map(|(other, value)| format!("{}: {}", setting.name(*other), setting.value(*value)))
            .collect(),
        shapes: canvas.shapes,
    }
}

fn description(setting: &Setting<'_>, name: &str, crossings: &[(Item, CellValue)]) -> String {
    let words = setting.words;
    let mut sums = ordito_analysis::Sums::default();
    for (_, value) in crossings {
        sums.add(Score::from(*value), 1.0);
    }
    let text = words.figure_profile_text(FigureProfileText {
        assessor: setting.assessor_name(),
        benefit: &words.numbers().shortest(sums.benefit),
        matrix: setting.matrix.name.as_str(),
        n: crossings.len(),
        name,
        scored: sums.scored as usize,
        tradeoff: &words.numbers().shortest(sums.tradeoff),
    });
    if setting.is_illustrative() {
        format!("{text} {}", words.figure_illustrative())
    } else {
        text
    }
}
