//! Painting of the cells: scores, the marks of reasons and of disagreement, and what is folded.

use super::folds::Fold;
use super::model::Cells;
use crate::kit::grid::{Brush, Cell, GridModel as _, Scene};
use crate::kit::pen::{Shown, corner_mark, put, quad};
use crate::theme::{self, Paint, colour};
use egui::{Color32, FontId, Mesh, Pos2, Rect, vec2};
use ordito_model::Points;
use ordito_pages::figure::palette;
use ordito_workspace::Dot;

pub fn cell(cells: &Cells<'_>, scene: &Scene<'_>, cell: &Cell, brush: &mut Brush) {
    let (view, paint, rect) = (cells.view, scene.pen.paint, cell.rect);
    if let Some((row, column)) = cells.layout.lines_at(cell.place) {
        if view.is_diagonal(row, column) {
            brush.fill(rect, paint.line);
            return;
        }
        let dot = view.dot(cells.layer, row, column);
        scene.pen.score(
            cells.side.of(dot.value),
            &view.scale,
            rect,
            &mut brush.mesh,
            &mut brush.shapes,
        );
        if dot.has_reason {
            let side = if cells.sizes().is_compact { 6.0 } else { 8.0 };
            corner_mark(&mut brush.mesh, rect, side, mark_colour(cells, paint, dot));
        }
        if view.disputed(row, column) {
            let half = if cells.sizes().is_compact { 3.0 } else { 3.5 };
            let at = rect.left_bottom() + vec2(half + 2.0, -half - 2.0);
            diamond(&mut brush.mesh, at, half + 1.5, paint.surface);
            diamond(&mut brush.mesh, at, half, paint.danger);
        }
    } else if let Some(fold) = cells.fold_at(cell.place) {
        folded(cells, scene, (fold, rect), brush);
    }
}

fn folded(cells: &Cells<'_>, scene: &Scene<'_>, (fold, rect): (Fold, Rect), brush: &mut Brush) {
    let rounded = Points((fold.mean * 100.0).round() as i16);
    let back = palette::ramp(
        rounded,
        cells.view.scale.max_magnitude(),
        scene.pen.paint.look,
    );
    brush.fill(rect, colour(back));
    let text = colour(palette::text_on(back));
    let (numbers, painter) = (cells.words().numbers(), &scene.pen.painter);
    let mean = numbers.signed(fold.mean, 1);
    let is_low = rect.height() < 28.0;
    let galley = painter.layout_no_wrap(
        mean,
        FontId::new(13.0, theme::semibold()),
        Color32::PLACEHOLDER,
    );
    put(
        &mut brush.shapes,
        galley,
        rect.center() - vec2(0.0, if is_low { 0.0 } else { 6.0 }),
        text,
    );
    // How far they are apart is said where one points at it.
    if is_low {
        return;
    }
    let spread = if fold.lowest == fold.highest {
        // Not «n», which is the key of «non applicabile».
        let n = usize::try_from(fold.n).unwrap_or(usize::MAX);
        cells.words().matrix_fold_cells(n)
    } else {
        format!(
            "{}…{}",
            numbers.points(fold.lowest),
            numbers.points(fold.highest)
        )
    };
    let galley = painter.layout_no_wrap(spread, FontId::proportional(10.0), Color32::PLACEHOLDER);
    put(
        &mut brush.shapes,
        galley,
        rect.center() + vec2(0.0, 8.0),
        text,
    );
}

fn mark_colour(cells: &Cells<'_>, paint: &Paint, dot: Dot) -> Color32 {
    let back = match cells.side.of(dot.value) {
        Shown::One(points) | Shown::Two(_, points) => {
            Some(palette::score_colour(points, &cells.view.scale, paint.look))
        }
        _ => None,
    };
    let ink = paint.ink;
    back.map_or(ink, |back| {
        let ink_rgb = ordito_model::Rgb(ink.r(), ink.g(), ink.b());
        if palette::contrast(ink_rgb, back) >= 3.0 {
            ink
        } else {
            colour(palette::text_on(back))
        }
    })
}

/// The mark of disagreement, at the bottom left.
pub fn diamond(mesh: &mut Mesh, centre: Pos2, half: f32, colour: Color32) {
    quad(
        mesh,
        [
            centre - vec2(0.0, half),
            centre + vec2(half, 0.0),
            centre + vec2(0.0, half),
            centre - vec2(half, 0.0),
        ],
        colour,
    );
}
