//! Painting of the cells: fills in one mesh, one galley for each distinct text.

use super::entry::Stays;
use super::layout::{ROW, Slot};
use super::scene::{Fold, Scene};
use super::select::{Place, Selection};
use crate::figure::palette;
use crate::model::Points;
use crate::ui::kit::pen::Shown;
use crate::ui::kit::pen::{corner_mark, put, quad};
use crate::ui::theme::{self, colour};
use crate::words::{Say as _, Words};
use crate::workspace::Dot;
use egui::{Color32, CornerRadius, FontId, Mesh, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

pub fn body(scene: &Scene<'_>) {
    let body = scene.parts.body;
    let painter = scene.clipped(body);
    let paint = scene.paint;
    let mut mesh = Mesh::default();
    mesh.add_colored_rect(body, paint.surface);
    let mut shapes = Vec::new();
    for row in scene.rows.clone() {
        let Some(slot) = scene.layout.rows.get(row) else { continue };
        if let Slot::Group(_) = slot {
            let top = scene.top(row);
            let right = body.right().min(scene.left(scene.layout.columns.len()));
            mesh.add_colored_rect(Rect::from_min_max(pos2(body.left(), top), pos2(right, top + ROW)), paint.canvas);
        }
        for column in scene.columns.clone() {
            cell(scene, Place { row, column }, &mut mesh, &mut shapes);
        }
    }
    lines(scene, &mut mesh);
    painter.add(Shape::mesh(mesh));
    painter.extend(shapes);
}

/// Hairlines between cells.
fn lines(scene: &Scene<'_>, mesh: &mut Mesh) {
    let body = scene.parts.body;
    let (end_x, end_y) = (scene.left(scene.layout.columns.len()), scene.top(scene.layout.rows.len()));
    for row in scene.rows.clone() {
        let y = scene.top(row) + ROW;
        mesh.add_colored_rect(
            Rect::from_min_max(pos2(body.left(), y - 1.0), pos2(end_x.min(body.right()), y)),
            scene.paint.line,
        );
    }
    for row in scene.rows.clone().filter(|row| scene.layout.row_can_hold(*row)) {
        let (top, bottom) = (scene.top(row), (scene.top(row) + ROW).min(end_y));
        for column in scene.columns.clone() {
            let x = scene.left(column + 1);
            mesh.add_colored_rect(Rect::from_min_max(pos2(x - 1.0, top), pos2(x, bottom)), scene.paint.line);
        }
    }
}

fn cell(scene: &Scene<'_>, place: Place, mesh: &mut Mesh, shapes: &mut Vec<Shape>) {
    let (Some(row), Some(column)) = (scene.layout.rows.get(place.row), scene.layout.columns.get(place.column)) else {
        return;
    };
    let rect = scene.rect(place);
    let inner = Rect::from_min_max(rect.min, rect.max - vec2(1.0, 1.0));
    if let (Slot::Line(row), Slot::Line(column)) = (*row, *column) {
        if scene.view.is_diagonal(row, column) {
            mesh.add_colored_rect(inner, scene.paint.line);
            return;
        }
        let dot = scene.view.dot(scene.layer, row, column);
        scene.pen.score(scene.state.side.of(dot.value), &scene.view.scale, inner, mesh, shapes);
        if dot.has_reason {
            corner_mark(mesh, inner, 8.0, mark_colour(scene, dot));
        }
        if scene.view.disputed(row, column) {
            diamond(mesh, inner.left_bottom() + vec2(5.5, -5.5), 5.0, scene.paint.surface);
            diamond(mesh, inner.left_bottom() + vec2(5.5, -5.5), 3.5, scene.paint.danger);
        }
    } else if let Some(fold) = scene.fold_at(place) {
        folded(scene, fold, inner, mesh, shapes);
    }
}

fn folded(scene: &Scene<'_>, fold: Fold, rect: Rect, mesh: &mut Mesh, shapes: &mut Vec<Shape>) {
    let rounded = Points((fold.mean * 100.0).round() as i16);
    let back = palette::ramp(rounded, scene.view.scale.max_magnitude(), scene.paint.look);
    mesh.add_colored_rect(rect, colour(back));
    let text = colour(palette::text_on(back));
    let numbers = scene.words.numbers();
    let mean = numbers.signed(fold.mean, 1);
    let galley = scene.painter.layout_no_wrap(mean, FontId::new(13.0, theme::semibold()), Color32::PLACEHOLDER);
    put(shapes, galley, rect.center() - vec2(0.0, 6.0), text);
    let spread = if fold.lowest == fold.highest {
        format!("n {}", fold.n)
    } else {
        format!("{}…{}", numbers.points(fold.lowest), numbers.points(fold.highest))
    };
    let galley = scene.painter.layout_no_wrap(spread, FontId::proportional(10.0), Color32::PLACEHOLDER);
    put(shapes, galley, rect.center() + vec2(0.0, 8.0), text);
}

fn mark_colour(scene: &Scene<'_>, dot: Dot) -> Color32 {
    let back = match scene.state.side.of(dot.value) {
        Shown::One(points) => Some(scene.score_colour(points)),
        Shown::Two(_, tradeoff) => Some(scene.score_colour(tradeoff)),
        _ => None,
    };
    let ink = scene.paint.ink;
    back.map_or(ink, |back| {
        let ink_rgb = crate::model::Rgb(ink.r(), ink.g(), ink.b());
        if palette::contrast(ink_rgb, back) >= 3.0 { ink } else { colour(palette::text_on(back)) }
    })
}

/// The mark of disagreement, at the bottom left.
pub fn diamond(mesh: &mut Mesh, centre: Pos2, half: f32, colour: Color32) {
    quad(
        mesh,
        [centre - vec2(0.0, half), centre + vec2(half, 0.0), centre + vec2(0.0, half), centre - vec2(half, 0.0)],
        colour,
    );
}
/// The range and the cursor, above the cells.
pub fn selection(scene: &Scene<'_>) {
    let painter = scene.clipped(scene.parts.body.expand(1.0));
    let Selection { cursor, .. } = scene.state.selection;
    if scene.layout.rows.is_empty() || scene.layout.columns.is_empty() {
        return;
    }
    let primary = scene.paint.primary;
    if scene.state.selection.is_range() {
        let (rows, columns) = (scene.state.selection.rows(), scene.state.selection.columns());
        let range = Rect::from_min_max(
            pos2(scene.left(*columns.start()), scene.top(*rows.start())),
            pos2(scene.left(*columns.end() + 1), scene.top(*rows.end()) + ROW),
        );
        painter.rect(
            range,
            CornerRadius::ZERO,
            primary.gamma_multiply(0.12),
            Stroke::new(1.5, primary),
            StrokeKind::Inside,
        );
    }
    let width = if scene.state.grid_focused { 3.0 } else { 1.5 };
    let rect = scene.rect(cursor).expand(1.0);
    painter.rect_stroke(rect, CornerRadius::same(2), Stroke::new(width, primary), StrokeKind::Inside);
}

/// What is being typed, over its cell, and why it was refused.
pub fn editor(scene: &Scene<'_>) {
    let Some(editor) = &scene.state.editor else { return };
    let cell = scene.rect(editor.place);
    let font = FontId::new(14.0, theme::semibold());
    let galley = scene.painter.layout_no_wrap(editor.text.clone(), font.clone(), scene.paint.ink);
    let mut rect = cell.expand(1.0);
    rect.set_width(rect.width().max(galley.size().x + 18.0));
    let refused = editor.stays.is_some();
    let edge = if refused { scene.paint.danger } else { scene.paint.primary };
    let painter = scene.clipped(scene.parts.whole);
    painter.rect(rect, CornerRadius::same(2), scene.paint.surface, Stroke::new(2.5, edge), StrokeKind::Inside);
    let at = pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0);
    let before: String = editor.text.chars().take(editor.caret).collect();
    let caret = scene.painter.layout_no_wrap(before, font, scene.paint.ink).size().x;
    painter.galley(at, galley, scene.paint.ink);
    painter.vline(at.x + caret + 0.5, rect.y_range().shrink(6.0), Stroke::new(1.5, scene.paint.primary));
    let Some(stays) = &editor.stays else { return };
    let why = said(stays, scene.words);
    let galley = scene.painter.layout(why, FontId::proportional(13.0), scene.paint.ink, 300.0);
    let size = galley.size() + vec2(20.0, 12.0);
    let whole = scene.parts.whole;
    let left = rect.left().min(whole.right() - size.x - 4.0).max(whole.left() + 4.0);
    let below = rect.bottom() + 4.0;
    let top = if below + size.y > whole.bottom() { rect.top() - size.y - 4.0 } else { below };
    let balloon = Rect::from_min_size(pos2(left, top), size);
    painter.rect(
        balloon,
        CornerRadius::same(theme::RADIUS),
        scene.paint.surface,
        Stroke::new(1.5, scene.paint.danger),
        StrokeKind::Inside,
    );
    painter.galley(balloon.min + vec2(10.0, 6.0), galley, scene.paint.ink);
}

/// Why an entry was refused, in words.
pub fn said(stays: &Stays, words: &Words) -> String {
    match stays {
        Stays::Entry(refusal) => refusal.say(words),
        Stays::Said(text) => text.clone(),
    }
}
