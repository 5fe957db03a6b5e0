//! Painting of the cells: fills in one mesh, one galley for each distinct text.

use super::entry::Stays;
use super::grid::Parts;
use super::layout::{Layout, ROW, Slot};
use super::select::{Place, Selection};
use super::{Shown, Side, State};
use crate::figure::palette;
use crate::i18n::{Say as _, Words};
use crate::model::{Contents, Points};
use crate::ui::theme::{self, Paint, colour};
use crate::workspace::{Dot, Layer, MatrixView, Workspace};
use egui::epaint::TextShape;
use egui::{
    Color32, CornerRadius, FontFamily, FontId, Galley, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2,
    pos2, vec2,
};
use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

/// Everything painting needs in a frame.
pub struct Scene<'a> {
    pub painter: Painter,
    pub paint: &'a Paint,
    pub words: &'a Words,
    pub contents: &'a Contents,
    pub view: &'a MatrixView,
    pub layer: &'a Layer,
    pub layout: &'a Layout,
    pub state: &'a State,
    pub parts: Parts,
    /// Scrolled by this much, on whole pixels.
    pub offset: Vec2,
    pub rows: Range<usize>,
    pub columns: Range<usize>,
    /// Texts laid out in this frame; egui keeps them over frames, this saves the asking.
    texts: RefCell<Vec<(TextKey, Arc<Galley>)>>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum TextKey {
    Points(Points, u8),
    NotApplicable,
    DontKnow,
}

/// The sizes of numbers in cells.
const PLAIN: u8 = 0;
const BOLD: u8 = 1;
const SMALL: u8 = 2;

impl<'a> Scene<'a> {
    pub fn of(ui: &Ui, paint: &'a Paint, workspace: &'a Workspace, state: &'a State, parts: Parts) -> Option<Self> {
        let view = state.view.as_ref()?;
        let pixel = ui.pixels_per_point();
        let offset = vec2((state.offset.x * pixel).round() / pixel, (state.offset.y * pixel).round() / pixel);
        Some(Self {
            painter: ui.painter().clone(),
            paint,
            words: workspace.words(),
            contents: workspace.contents()?,
            view,
            layer: view.layer(state.assessor()),
            layout: &state.layout,
            rows: state.layout.rows_between(offset.y, offset.y + parts.body.height()),
            columns: state.layout.columns_between(offset.x, offset.x + parts.body.width()),
            state,
            parts,
            offset,
            texts: RefCell::default(),
        })
    }

    pub fn top(&self, row: usize) -> f32 {
        self.parts.body.top() + row as f32 * ROW - self.offset.y
    }
    pub fn left(&self, column: usize) -> f32 {
        self.parts.body.left() + self.layout.left(column) - self.offset.x
    }
    pub fn rect(&self, place: Place) -> Rect {
        Rect::from_min_max(
            pos2(self.left(place.column), self.top(place.row)),
            pos2(self.left(place.column + 1), self.top(place.row) + ROW),
        )
    }
    pub fn clipped(&self, rect: Rect) -> Painter {
        self.painter.with_clip_rect(rect.intersect(self.painter.clip_rect()))
    }
    pub fn score_colour(&self, points: Points) -> palette_rgb::Rgb {
        palette::score_colour(points, &self.view.scale, self.paint.look)
    }

    fn text(&self, key: TextKey) -> Arc<Galley> {
        if let Some((_, galley)) = self.texts.borrow().iter().find(|(known, _)| *known == key) {
            return Arc::clone(galley);
        }
        let (text, font) = match key {
            TextKey::Points(points, size) => {
                let text = self.words.numbers().points(points);
                let font = match size {
                    BOLD => FontId::new(14.0, theme::bold()),
                    SMALL => FontId::new(11.0, theme::bold()),
                    _ => FontId::new(14.0, FontFamily::Proportional),
                };
                (text, font)
            }
            TextKey::NotApplicable => (self.words.say("matrix-na"), FontId::proportional(12.0)),
            TextKey::DontKnow => (self.words.say("matrix-dont-know"), FontId::new(14.0, theme::semibold())),
        };
        let galley = self.painter.layout_no_wrap(text, font, Color32::PLACEHOLDER);
        self.texts.borrow_mut().push((key, Arc::clone(&galley)));
        galley
    }
    fn put(shapes: &mut Vec<Shape>, galley: Arc<Galley>, centre: Pos2, colour: Color32) {
        let at = centre - galley.size() / 2.0;
        shapes.push(TextShape::new(at, galley, colour).into());
    }

    /// Mean, lowest and highest net of scored cells.
    pub fn fold(&self, rows: &[usize], columns: &[usize]) -> Option<Fold> {
        let mut fold: Option<Fold> = None;
        let mut sum = 0.0;
        for row in rows {
            for column in columns {
                let dot = self.view.dot(self.layer, *row, *column);
                let net = match self.state.side.of(dot.value) {
                    Shown::One(points) => points,
                    Shown::Two(benefit, tradeoff) => benefit.plus(tradeoff),
                    _ => continue,
                };
                sum += net.value();
                let known = fold.get_or_insert(Fold { mean: 0.0, lowest: net, highest: net, n: 0 });
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
            Slot::Group(group) => self.view.row_groups.get(group).map(|group| group.lines.as_slice()),
            Slot::Line(_) => None,
        }
        .unwrap_or_default()
    }
    /// What a place holds when it stands for several cells.
    pub fn fold_at(&self, place: Place) -> Option<Fold> {
        let (row, column) = (*self.layout.rows.get(place.row)?, *self.layout.columns.get(place.column)?);
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
            Slot::Group(group) => self.fold(rows, self.view.column_groups.get(group)?.lines.as_slice()),
        }
    }
}

mod palette_rgb {
    pub use crate::model::Rgb;
}

/// Several cells in one place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fold {
    pub mean: f64,
    pub lowest: Points,
    pub highest: Points,
    pub n: u32,
}

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
        score(scene, dot, inner, mesh, shapes);
        if dot.has_reason {
            corner_mark(mesh, inner, mark_colour(scene, dot));
        }
        if scene.view.disputed(row, column) {
            diamond(mesh, inner.left_bottom() + vec2(5.5, -5.5), 5.0, scene.paint.surface);
            diamond(mesh, inner.left_bottom() + vec2(5.5, -5.5), 3.5, scene.paint.danger);
        }
    } else if let Some(fold) = scene.fold_at(place) {
        folded(scene, fold, inner, mesh, shapes);
    }
}

fn score(scene: &Scene<'_>, dot: Dot, rect: Rect, mesh: &mut Mesh, shapes: &mut Vec<Shape>) {
    let paint = scene.paint;
    match scene.state.side.of(dot.value) {
        Shown::Nothing => {}
        Shown::NotApplicable => {
            hatch(mesh, rect, paint.hatch);
            let galley = scene.text(TextKey::NotApplicable);
            let pad = Rect::from_center_size(rect.center(), galley.size() + vec2(2.0, -4.0));
            mesh.add_colored_rect(pad, paint.surface);
            Scene::put(shapes, galley, rect.center(), paint.muted);
        }
        Shown::DontKnow => Scene::put(shapes, scene.text(TextKey::DontKnow), rect.center(), paint.warning),
        Shown::One(points) => {
            let back = scene.score_colour(points);
            mesh.add_colored_rect(rect, colour(back));
            let text = palette::text_on(back);
            let strong = points.0 != 0 && palette::luminance(back) < 0.3;
            let text = if points.0 == 0 { paint.muted } else { colour(text) };
            let size = if strong { BOLD } else { PLAIN };
            Scene::put(shapes, scene.text(TextKey::Points(points, size)), rect.center(), text);
        }
        Shown::Two(benefit, tradeoff) => {
            let (above, below) = (scene.score_colour(benefit), scene.score_colour(tradeoff));
            triangle(mesh, [rect.left_top(), rect.right_top(), rect.left_bottom()], colour(above));
            triangle(mesh, [rect.right_top(), rect.right_bottom(), rect.left_bottom()], colour(below));
            let galley = scene.text(TextKey::Points(benefit, SMALL));
            let at = rect.left_top() + vec2(3.0, 0.0);
            shapes.push(TextShape::new(at, galley, colour(palette::text_on(above))).into());
            let galley = scene.text(TextKey::Points(tradeoff, SMALL));
            let at = rect.right_bottom() - galley.size() - vec2(3.0, 0.0);
            shapes.push(TextShape::new(at, galley, colour(palette::text_on(below))).into());
        }
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
    Scene::put(shapes, galley, rect.center() - vec2(0.0, 6.0), text);
    let spread = if fold.lowest == fold.highest {
        format!("n {}", fold.n)
    } else {
        format!("{}…{}", numbers.points(fold.lowest), numbers.points(fold.highest))
    };
    let galley = scene.painter.layout_no_wrap(spread, FontId::proportional(10.0), Color32::PLACEHOLDER);
    Scene::put(shapes, galley, rect.center() + vec2(0.0, 8.0), text);
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

fn triangle(mesh: &mut Mesh, corners: [Pos2; 3], colour: Color32) {
    let first = mesh.vertices.len() as u32;
    for corner in corners {
        mesh.colored_vertex(corner, colour);
    }
    mesh.add_triangle(first, first + 1, first + 2);
}
pub fn quad(mesh: &mut Mesh, corners: [Pos2; 4], colour: Color32) {
    let [a, b, c, d] = corners;
    triangle(mesh, [a, b, c], colour);
    triangle(mesh, [a, c, d], colour);
}
/// The mark of a reason, at the top right.
fn corner_mark(mesh: &mut Mesh, rect: Rect, colour: Color32) {
    let corner = rect.right_top();
    triangle(mesh, [corner - vec2(8.0, 0.0), corner, corner + vec2(0.0, 8.0)], colour);
}
/// The mark of disagreement, at the bottom left.
pub fn diamond(mesh: &mut Mesh, centre: Pos2, half: f32, colour: Color32) {
    quad(
        mesh,
        [centre - vec2(0.0, half), centre + vec2(half, 0.0), centre + vec2(0.0, half), centre - vec2(half, 0.0)],
        colour,
    );
}
/// Lines from bottom left to top right, cut off at the edges.
fn hatch(mesh: &mut Mesh, rect: Rect, colour: Color32) {
    let mut start = -rect.height();
    while start < rect.width() {
        let (from, to) = (start.max(0.0), (start + rect.height()).min(rect.width()));
        let point = |x: f32| pos2(rect.left() + x, rect.bottom() - (x - start));
        let side = vec2(0.55, 0.55);
        let (a, b) = (point(from), point(to));
        quad(mesh, [a - side, b - side, b + side, a + side], colour);
        start += 6.0;
    }
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

impl Side {
    pub const ALL: [Self; 3] = [Self::Net, Self::Benefit, Self::Tradeoff];
}
