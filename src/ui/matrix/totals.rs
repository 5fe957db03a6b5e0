//! Net and coverage of rows and columns, beside and below the cells.

use super::layout::Slot;
use super::model::Cells;
use crate::kit::grid::{GridModel as _, Scene};
use crate::theme;
use egui::epaint::TextShape;
use egui::{Align2, FontId, Painter, Pos2, Rect, Stroke, pos2};
use ordito_workspace::LineSums;

const CAPTIONS: [&str; 2] = ["matrix-total-net", "matrix-total-coverage"];

/// Net and coverage of each row (right) and of each column (below).
pub fn totals(cells: &Cells<'_>, scene: &Scene<'_>) {
    let (right, below) = (scene.parts.right(), scene.parts.foot());
    if right.width() > 1.0 {
        of_rows(cells, scene, right);
    }
    if below.height() <= 1.0 {
        return;
    }
    let lines = [0.5, 1.5].map(|at| below.top() + cells.sizes().sum * at);
    of_columns(cells, scene, below, lines);
    let all = together(cells.layer.rows.iter());
    if right.width() > 1.0 && all.crossings > 0 {
        let places = middles(cells, right).map(|x| pos2(x, lines[0]));
        numbers(cells, scene, &scene.clipped(right), (all, places));
    }
    let whole = scene.parts.whole.left()..=right.right().max(below.right());
    scene.pen.painter.hline(
        whole,
        below.top() + 0.5,
        Stroke::new(1.0, scene.pen.paint.border),
    );
}

/// The middles of the two columns of sums.
fn middles(cells: &Cells<'_>, right: Rect) -> [f32; 2] {
    let (net, coverage) = (cells.sizes().net, cells.sizes().coverage);
    [
        right.left() + net / 2.0,
        right.left() + net + coverage / 2.0,
    ]
}

fn of_rows(cells: &Cells<'_>, scene: &Scene<'_>, right: Rect) {
    let (paint, body) = (scene.pen.paint, scene.parts.body(0));
    let painter = scene.clipped(right);
    painter.rect_filled(right, 0.0, paint.canvas);
    painter.vline(
        right.left() + 0.5,
        right.y_range(),
        Stroke::new(1.0, paint.border),
    );
    let beside = scene.clipped(right.with_min_y(body.top()).with_max_y(body.bottom()));
    for row in scene.rows(0) {
        let y = scene.row_head(row).center().y;
        let sums = match cells.layout.rows.get(row) {
            Some(Slot::Line(line)) => cells.layer.rows.get(*line).copied(),
            Some(slot @ Slot::Group(group)) if cells.layout.is_folded_row(*group) => {
                Some(together(
                    cells
                        .lines_of_row(*slot)
                        .iter()
                        .filter_map(|line| cells.layer.rows.get(*line)),
                ))
            }
            _ => None,
        };
        if let Some(sums) = sums.filter(|sums| sums.crossings > 0) {
            numbers(
                cells,
                scene,
                &beside,
                (sums, middles(cells, right).map(|x| pos2(x, y))),
            );
        }
    }
    for (x, key) in middles(cells, right).into_iter().zip(CAPTIONS) {
        let galley = painter.layout_no_wrap(
            cells.words().say(key),
            FontId::proportional(12.0),
            paint.muted,
        );
        let x = x - galley.size().y / 2.0;
        let at = pos2(x.round(), body.top() - cells.sizes().codes - 2.0);
        painter
            .add(TextShape::new(at, galley, paint.muted).with_angle(-std::f32::consts::FRAC_PI_2));
    }
}

fn of_columns(cells: &Cells<'_>, scene: &Scene<'_>, below: Rect, lines: [f32; 2]) {
    let (paint, body) = (scene.pen.paint, scene.parts.body(0));
    let painter = scene.clipped(below);
    painter.rect_filled(below, 0.0, paint.canvas);
    for (y, key) in lines.into_iter().zip(CAPTIONS) {
        let at = pos2(scene.parts.side.right() - 12.0, y);
        painter.text(
            at,
            Align2::RIGHT_CENTER,
            cells.words().say(key),
            FontId::proportional(12.0),
            paint.muted,
        );
    }
    let under = scene.clipped(below.with_min_x(body.left()).with_max_x(body.right()));
    for column in scene.columns(0) {
        let sums = match cells.layout.columns.get(column) {
            Some(Slot::Line(line)) => cells.layer.columns.get(*line).copied(),
            Some(Slot::Group(group)) => cells.view.column_groups.get(*group).map(|group| {
                together(
                    group
                        .lines
                        .iter()
                        .filter_map(|line| cells.layer.columns.get(*line)),
                )
            }),
            None => None,
        };
        let x = f32::midpoint(scene.left(0, column), scene.left(0, column + 1)) - 0.5;
        if let Some(sums) = sums.filter(|sums| sums.crossings > 0) {
            numbers(cells, scene, &under, (sums, lines.map(|y| pos2(x, y))));
        }
    }
}

fn numbers(
    cells: &Cells<'_>,
    scene: &Scene<'_>,
    painter: &Painter,
    (sums, places): (LineSums, [Pos2; 2]),
) {
    let [first, second] = places;
    let (paint, numbers) = (scene.pen.paint, cells.words().numbers());
    let net = if sums.scored > 0 {
        cells.sum(sums.net())
    } else {
        "–".to_owned()
    };
    let ink = if sums.scored > 0 && sums.net() < 0.0 {
        paint.warning
    } else {
        paint.ink
    };
    painter.text(
        first,
        Align2::CENTER_CENTER,
        net,
        FontId::new(13.0, theme::semibold()),
        ink,
    );
    let coverage = sums
        .coverage()
        .map_or_else(|| "–".to_owned(), |share| numbers.percent(share));
    painter.text(
        second,
        Align2::CENTER_CENTER,
        coverage,
        FontId::proportional(if cells.sizes().column < 30.0 {
            11.0
        } else {
            12.0
        }),
        paint.muted,
    );
}

/// Sums of several lines.
fn together<'a>(lines: impl Iterator<Item = &'a LineSums>) -> LineSums {
    lines.fold(LineSums::default(), |mut all, sums| {
        all.sums.include(&sums.sums);
        all
    })
}
