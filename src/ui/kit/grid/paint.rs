//! Painting of a grid: cells, the lines between them, the selection, and heads where their user has none of its own.

use super::GridModel;
use super::lines::Shape as _;
use super::scene::{Brush, Cell, Scene};
use super::select::Place;
use crate::kit::pen::put;
use crate::theme;
use egui::{CornerRadius, FontId, Rect, Stroke, StrokeKind, pos2, vec2};

/// Backgrounds, cells and the lines between them.
pub fn body<M: GridModel>(scene: &Scene<'_>, model: &M, pane: usize) {
    let (body, paint, shape) = (scene.parts.body(pane), scene.pen.paint, model.shape());
    let painter = scene.clipped(body);
    let end = scene.left(pane, shape.n_columns());
    let mut brush = Brush::default();
    brush.fill(body, paint.surface);
    for row in scene.rows(pane) {
        if !shape.is_row(row) {
            let (top, bottom) = (scene.top(pane, row), scene.top(pane, row + 1));
            let right = body.right().min(end);
            brush.fill(
                Rect::from_min_max(pos2(body.left(), top), pos2(right, bottom)),
                paint.canvas,
            );
        }
        for column in scene.columns(pane) {
            let place = Place { row, column };
            let rect = scene.rect(pane, place);
            let rect = Rect::from_min_max(rect.min, rect.max - vec2(1.0, 1.0));
            model.cell(scene, &Cell { pane, place, rect }, &mut brush);
        }
    }
    lines(scene, model, pane, &mut brush);
    brush.done(&painter);
    if model.is_stale() {
        painter.rect_filled(body, CornerRadius::ZERO, paint.surface.gamma_multiply(0.55));
    }
}

/// Hairlines between cells. Headings of open groups are not crossed by them.
fn lines<M: GridModel>(scene: &Scene<'_>, model: &M, pane: usize, brush: &mut Brush) {
    let (body, line, shape) = (scene.parts.body(pane), scene.pen.paint.line, model.shape());
    let end = scene.left(pane, shape.n_columns()).min(body.right());
    for row in scene.rows(pane) {
        let y = scene.top(pane, row + 1);
        brush.fill(
            Rect::from_min_max(pos2(body.left(), y - 1.0), pos2(end, y)),
            line,
        );
    }
    for row in scene.rows(pane).filter(|row| shape.can_hold(*row)) {
        let (top, bottom) = (scene.top(pane, row), scene.top(pane, row + 1));
        for column in scene.columns(pane) {
            let x = scene.left(pane, column + 1);
            brush.fill(
                Rect::from_min_max(pos2(x - 1.0, top), pos2(x, bottom)),
                line,
            );
        }
    }
}

/// A cell that is nothing but its text.
pub fn text(scene: &Scene<'_>, cell: &Cell, text: &str, brush: &mut Brush) {
    if text.is_empty() {
        return;
    }
    let ink = scene.pen.paint.ink;
    let galley = scene.cut(
        text,
        (FontId::proportional(14.0), ink),
        cell.rect.width() - 8.0,
        1,
    );
    put(&mut brush.shapes, galley, cell.rect.center(), ink);
}

/// Names of rows.
pub fn row_heads<M: GridModel>(scene: &Scene<'_>, model: &M) {
    let (side, paint) = (scene.parts.side, scene.pen.paint);
    let mut brush = Brush::default();
    brush.fill(side, paint.surface);
    for row in scene.rows(scene.leading) {
        let rect = scene.row_head(row);
        let selected = scene.in_selected_row(row);
        if selected {
            brush.fill(rect, paint.selected);
        }
        let ink = if selected {
            paint.on_selected
        } else {
            paint.ink
        };
        let font = if model.shape().is_row(row) {
            FontId::proportional(14.0)
        } else {
            FontId::new(14.0, theme::bold())
        };
        let galley = scene.cut(&model.row_name(row), (font, ink), rect.width() - 16.0, 1);
        brush.text(
            pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0),
            galley,
            ink,
        );
        brush.fill(
            Rect::from_min_max(pos2(rect.left(), rect.bottom() - 1.0), rect.max),
            paint.line,
        );
        brush.fill(
            Rect::from_min_max(pos2(rect.right() - 1.0, rect.top()), rect.max),
            paint.line,
        );
    }
    brush.done(&scene.clipped(side));
}

/// Names of columns, lying where there is room for it.
pub fn column_heads<M: GridModel>(scene: &Scene<'_>, model: &M, pane: usize) {
    let (head, paint) = (scene.parts.head(pane), scene.pen.paint);
    let mut brush = Brush::default();
    brush.fill(head, paint.surface);
    for column in scene.columns(pane) {
        let rect = scene.column_head(pane, column);
        let selected = scene.in_selected_column(column);
        if selected {
            brush.fill(rect, paint.selected);
        }
        let ink = if selected {
            paint.on_selected
        } else {
            paint.muted
        };
        let rows = ((rect.height() - 4.0) / 15.0).max(1.0) as usize;
        let font = FontId::proportional(12.0);
        let galley = scene.cut(
            &model.column_name(column),
            (font, ink),
            rect.width() - 8.0,
            rows,
        );
        brush.text(
            pos2(rect.left() + 4.0, rect.bottom() - 3.0 - galley.size().y),
            galley,
            ink,
        );
        brush.fill(
            Rect::from_min_max(pos2(rect.right() - 1.0, rect.top()), rect.max),
            paint.line,
        );
    }
    brush.fill(
        Rect::from_min_max(pos2(head.left(), head.bottom() - 1.0), head.max),
        paint.line,
    );
    brush.done(&scene.clipped(head));
}

/// The range and the cursor, above the cells.
pub fn selection<M: GridModel>(scene: &Scene<'_>, model: &M, pane: usize) {
    let (selection, shape) = (scene.selection, model.shape());
    if shape.n_rows() == 0 || shape.n_columns() == 0 {
        return;
    }
    let painter = scene.clipped(scene.parts.body(pane).expand(1.0));
    let primary = scene.pen.paint.primary;
    if selection.is_range() {
        let (rows, columns) = (selection.rows(), selection.columns());
        let first = scene.rect(
            pane,
            Place {
                row: *rows.start(),
                column: *columns.start(),
            },
        );
        let last = scene.rect(
            pane,
            Place {
                row: *rows.end(),
                column: *columns.end(),
            },
        );
        let range = Rect::from_min_max(first.min, last.max);
        // A frame and no veil: scores keep their colours. The light line within parts it from dark cells.
        let surface = scene.pen.paint.surface;
        for (inset, width, colour) in [(2.0, 1.0, surface), (0.0, 2.0, primary)] {
            painter.rect_stroke(
                range.shrink(inset),
                CornerRadius::ZERO,
                Stroke::new(width, colour),
                StrokeKind::Inside,
            );
        }
    }
    let width = if scene.is_focused && selection.pane == pane {
        3.0
    } else {
        1.5
    };
    let rect = scene.rect(pane, selection.cursor).expand(1.0);
    painter.rect_stroke(
        rect,
        CornerRadius::same(2),
        Stroke::new(width, primary),
        StrokeKind::Inside,
    );
}
