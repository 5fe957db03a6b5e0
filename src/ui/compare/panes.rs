//! Painting of the panes: scores as in the matrix, differences with sign and size, titles, codes.

use super::frame::{At, NAME, Parts, ROW, Slot};
use super::{State, View, names};
use crate::analysis::{Change, Place};
use crate::figure::palette;
use crate::model::{Rgb, Scale};
use crate::ui::kit::pen::Side;
use crate::ui::kit::pen::{Pen, corner_mark, put};
use crate::ui::theme::{self, Paint, colour};
use crate::workspace::Workspace;
use egui::epaint::TextShape;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, Color32, CornerRadius, FontId, Galley, Mesh, Painter, Rect, Shape, Stroke, StrokeKind, Vec2};
use egui::{pos2, vec2};
use std::ops::Range;
use std::sync::Arc;

/// Everything painting needs in a frame.
pub struct Scene<'a> {
    pub paint: &'a Paint,
    pub workspace: &'a Workspace,
    pub view: &'a View,
    pub state: &'a State,
    pub parts: Parts,
    pub pen: Pen<'a>,
    /// Scrolled by this much, on whole pixels, for each pane.
    pub offsets: Vec<Vec2>,
    /// A scale for each side.
    pub scales: Vec<Scale>,
}

impl Scene<'_> {
    pub fn n_sides(&self) -> usize {
        self.view.made.sides.len()
    }
    pub fn is_difference(&self, pane: usize) -> bool {
        pane >= self.n_sides()
    }
    pub fn body(&self, pane: usize) -> Rect {
        self.parts.bodies.get(pane).copied().unwrap_or(Rect::NOTHING)
    }
    pub fn offset(&self, pane: usize) -> Vec2 {
        self.offsets.get(pane).copied().unwrap_or_default()
    }
    /// The pane that titles of rows go with.
    pub fn leading(&self) -> usize {
        if self.state.linked { 0 } else { self.state.selection.pane }
    }
    pub fn rows(&self, pane: usize) -> Range<usize> {
        let from = self.offset(pane).y;
        self.state.layout.rows_between(from, from + self.body(pane).height())
    }
    pub fn columns(&self, pane: usize) -> Range<usize> {
        let from = self.offset(pane).x;
        self.state.layout.columns_between(from, from + self.body(pane).width())
    }
    pub fn rect(&self, pane: usize, at: At) -> Rect {
        let (body, offset, width) = (self.body(pane), self.offset(pane), self.state.layout.column);
        let left = body.left() + at.column as f32 * width - offset.x;
        let top = body.top() + at.row as f32 * ROW - offset.y;
        Rect::from_min_size(pos2(left, top), vec2(width, ROW))
    }
    fn clipped(&self, rect: Rect) -> Painter {
        self.pen.painter.with_clip_rect(rect.intersect(self.pen.painter.clip_rect()))
    }
    fn cut(&self, text: String, font: FontId, colour: Color32, width: f32) -> Arc<Galley> {
        let mut job = LayoutJob::single_section(text, TextFormat::simple(font, colour));
        job.wrap = TextWrapping::truncate_at_width(width.max(8.0));
        self.pen.painter.layout_job(job)
    }
}

/// Whole panes: background, cells, lines, heads, selection.
pub fn paint(scene: &Scene<'_>) {
    for pane in 0..=scene.n_sides() {
        body(scene, pane);
        head(scene, pane);
        selection(scene, pane);
    }
    titles(scene);
}

fn body(scene: &Scene<'_>, pane: usize) {
    let rect = scene.body(pane);
    let painter = scene.clipped(rect);
    let mut mesh = Mesh::default();
    mesh.add_colored_rect(rect, scene.paint.surface);
    let mut shapes = Vec::new();
    let line = scene.paint.line;
    for row in scene.rows(pane) {
        let Some(slot) = scene.state.layout.rows.get(row) else { continue };
        let left = scene.rect(pane, At { row, column: 0 });
        let Slot::Line(row_index) = *slot else {
            let band = Rect::from_min_max(pos2(rect.left(), left.top()), pos2(rect.right(), left.bottom()));
            mesh.add_colored_rect(band, scene.paint.canvas);
            continue;
        };
        for at in scene.columns(pane) {
            let Some(column) = scene.state.layout.columns.get(at) else { continue };
            let place = Place { row: row_index, column: *column };
            let cell = scene.rect(pane, At { row, column: at });
            let inner = Rect::from_min_max(cell.min, cell.max - vec2(1.0, 1.0));
            if scene.is_difference(pane) {
                difference(scene, scene.view.made.change(scene.view.against, place), inner, &mut mesh, &mut shapes);
            } else {
                score(scene, pane, place, inner, &mut mesh, &mut shapes);
            }
            mesh.add_colored_rect(Rect::from_min_max(pos2(cell.right() - 1.0, cell.top()), cell.max), line);
        }
        let bottom = left.bottom();
        mesh.add_colored_rect(Rect::from_min_max(pos2(rect.left(), bottom - 1.0), pos2(rect.right(), bottom)), line);
    }
    painter.add(Shape::mesh(mesh));
    painter.extend(shapes);
    if !scene.view.holds {
        painter.rect_filled(rect, CornerRadius::ZERO, scene.paint.surface.gamma_multiply(0.55));
    }
}

fn score(scene: &Scene<'_>, side: usize, place: Place, rect: Rect, mesh: &mut Mesh, shapes: &mut Vec<Shape>) {
    let Some(dot) = scene.view.made.dot(side, place) else {
        // The side has no such crossing.
        mesh.add_colored_rect(rect, scene.paint.canvas);
        return;
    };
    let Some(scale) = scene.scales.get(side) else { return };
    scene.pen.score(Side::Net.of(dot.value), scale, rect, mesh, shapes);
    if dot.has_reason {
        let back = palette::cell_colour(dot.value, scale, scene.paint.look);
        let ink = scene.paint.ink;
        let mark = back.map_or(ink, |back| {
            let own = Rgb(ink.r(), ink.g(), ink.b());
            if palette::contrast(own, back) >= 3.0 { ink } else { colour(palette::text_on(back)) }
        });
        corner_mark(mesh, rect, 6.0, mark);
    }
}

/// A colour on a background, or ink where it would not be read.
fn readable(wanted: Color32, back: Color32, ink: Color32) -> Color32 {
    let rgb = |colour: Color32| Rgb(colour.r(), colour.g(), colour.b());
    if palette::contrast(rgb(wanted), rgb(back)) >= 4.5 { wanted } else { ink }
}

/// Blends a colour into the surface.
fn tint(colour: Color32, surface: Color32, share: f32) -> Color32 {
    let mix = |from: u8, to: u8| (f32::from(from) + (f32::from(to) - f32::from(from)) * share).round() as u8;
    Color32::from_rgb(mix(surface.r(), colour.r()), mix(surface.g(), colour.g()), mix(surface.b(), colour.b()))
}

/// What a difference shows: sign and size, never colour alone.
pub fn mark(scene: &Scene<'_>, change: Change) -> String {
    let numbers = scene.workspace.words().numbers();
    match change {
        Change::Nothing => String::new(),
        Change::Equal => "=".to_owned(),
        Change::Scores { net: 0.0, .. } => "≠".to_owned(),
        Change::Scores { net, .. } => {
            let size = numbers.shortest(net.abs());
            format!("{}{}", if net > 0.0 { "▲" } else { "▼" }, size.trim_start_matches('+'))
        }
        Change::OnlyFirst => names::letter(0).to_owned(),
        Change::OnlySecond => names::letter(scene.view.against).to_owned(),
        Change::States => "≠".to_owned(),
    }
}

fn difference(scene: &Scene<'_>, change: Change, rect: Rect, mesh: &mut Mesh, shapes: &mut Vec<Shape>) {
    let paint = scene.paint;
    let (back, ink, bold) = match change {
        Change::Nothing => return,
        Change::Equal => (None, paint.muted, false),
        Change::Scores { opposite: true, .. } => {
            let back = Rgb(paint.danger.r(), paint.danger.g(), paint.danger.b());
            (Some(paint.danger), colour(palette::text_on(back)), true)
        }
        Change::Scores { net, .. } if net > 0.0 => {
            (Some(tint(paint.primary, paint.surface, 0.12)), paint.primary, true)
        }
        Change::Scores { net, .. } if net < 0.0 => (Some(tint(paint.danger, paint.surface, 0.12)), paint.danger, true),
        Change::Scores { .. } => (Some(paint.zero), paint.ink, true),
        Change::OnlyFirst | Change::OnlySecond | Change::States => (None, paint.muted, false),
    };
    if let Some(back) = back {
        mesh.add_colored_rect(rect, back);
    }
    let ink = back.map_or(ink, |back| readable(ink, back, paint.ink));
    let family = if bold { theme::bold() } else { egui::FontFamily::Proportional };
    let galley = scene.pen.painter.layout_no_wrap(mark(scene, change), FontId::new(12.0, family), Color32::PLACEHOLDER);
    put(shapes, galley, rect.center(), ink);
}

fn selection(scene: &Scene<'_>, pane: usize) {
    let (selection, layout) = (&scene.state.selection, &scene.state.layout);
    if layout.rows.is_empty() || layout.columns.is_empty() {
        return;
    }
    let painter = scene.clipped(scene.body(pane).expand(1.0));
    let primary = scene.paint.primary;
    if selection.is_range() {
        let first = scene.rect(pane, At { row: *selection.rows().start(), column: *selection.columns().start() });
        let last = scene.rect(pane, At { row: *selection.rows().end(), column: *selection.columns().end() });
        let stroke = Stroke::new(1.5, primary);
        painter.rect(first.union(last), CornerRadius::ZERO, primary.gamma_multiply(0.12), stroke, StrokeKind::Inside);
    }
    let here = selection.pane == pane && scene.state.grid_focused;
    let rect = scene.rect(pane, selection.cursor).expand(1.0);
    let stroke = Stroke::new(if here { 3.0 } else { 1.5 }, primary);
    painter.rect_stroke(rect, CornerRadius::same(2), stroke, StrokeKind::Inside);
}

/// The name of a pane and the codes of its columns.
fn head(scene: &Scene<'_>, pane: usize) {
    let (paint, body) = (scene.paint, scene.body(pane));
    let name = name_of(scene, pane);
    let font = FontId::new(14.0, theme::semibold());
    let galley = scene.cut(name, font, paint.ink, body.width());
    let top = body.top() - scene.parts.codes - NAME;
    scene.pen.painter.galley(pos2(body.left() + 2.0, top + (NAME - galley.size().y) / 2.0), galley, paint.ink);
    let codes = Rect::from_min_max(pos2(body.left(), body.top() - scene.parts.codes), pos2(body.right(), body.top()));
    let painter = scene.clipped(codes);
    let made = &scene.view.made;
    let columns = if scene.state.layout.is_picked { 0..0 } else { scene.columns(pane) };
    for at in columns {
        let Some(line) = scene.state.layout.columns.get(at).and_then(|column| made.columns.get(*column)) else {
            continue;
        };
        let rect = scene.rect(pane, At { row: 0, column: at });
        let here = line.own.get(pane).is_none_or(Option::is_some);
        let elsewhere = line.named_by > 0;
        let ink = if elsewhere || !here { paint.warning } else { paint.muted };
        let code = names::short(scene.workspace, made, Some(line));
        let font = FontId::new(12.0, if elsewhere { theme::semibold() } else { egui::FontFamily::Proportional });
        if scene.parts.codes > 22.0 {
            let galley = scene.cut(code, font, ink, scene.parts.codes - 8.0);
            let x = rect.center().x - galley.size().y / 2.0;
            let shape = TextShape::new(pos2(x.round(), codes.bottom() - 4.0), galley, ink);
            painter.add(shape.with_angle(-std::f32::consts::FRAC_PI_2));
        } else {
            painter.text(pos2(rect.center().x, codes.center().y), Align2::CENTER_CENTER, code, font, ink);
        }
    }
    painter.hline(codes.x_range(), codes.bottom() - 0.5, Stroke::new(1.0, paint.line));
}

/// What a pane is called.
pub fn name_of(scene: &Scene<'_>, pane: usize) -> String {
    let words = scene.workspace.words();
    if scene.is_difference(pane) {
        return words.compare_difference(names::letter(0), names::letter(scene.view.against));
    }
    let name = scene.view.sides.get(pane).map(|side| names::side(scene.workspace, scene.view.mode, side));
    format!("{} · {}", names::letter(pane), name.unwrap_or_default())
}

/// Codes and names of rows; what a side does not have says so.
fn titles(scene: &Scene<'_>) {
    let (paint, titles, made) = (scene.paint, scene.parts.titles, &scene.view.made);
    let words = scene.workspace.words();
    let lead = scene.leading();
    let painter = scene.clipped(titles);
    painter.rect_filled(titles, CornerRadius::ZERO, paint.surface);
    for row in scene.rows(lead) {
        let top = scene.rect(lead, At { row, column: 0 }).top();
        let rect = Rect::from_min_size(pos2(titles.left(), top), vec2(titles.width(), ROW));
        match scene.state.layout.rows.get(row) {
            Some(Slot::Line(index)) => {
                let Some(line) = made.rows.get(*index) else { continue };
                let mut width = titles.width() - 16.0;
                let missing = missing(line);
                if !missing.is_empty() {
                    let galley = painter.layout_no_wrap(missing, FontId::new(11.0, theme::semibold()), paint.warning);
                    width -= galley.size().x + 8.0;
                    let at = pos2(rect.right() - 8.0 - galley.size().x, rect.center().y - galley.size().y / 2.0);
                    painter.galley(at, galley, paint.warning);
                }
                let text = names::line(scene.workspace, made, Some(line));
                let chosen = scene.state.selection.cursor.row == row;
                let family = if chosen { theme::semibold() } else { egui::FontFamily::Proportional };
                let galley = scene.cut(text, FontId::new(13.0, family), paint.ink, width);
                painter.galley(pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0), galley, paint.ink);
            }
            Some(Slot::Band(side)) => {
                painter.rect_filled(rect, CornerRadius::ZERO, paint.canvas);
                let text = words.compare_band(names::letter(*side));
                let galley = scene.cut(text, FontId::new(12.0, theme::semibold()), paint.warning, rect.width() - 16.0);
                let at = pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0);
                painter.galley(at, galley, paint.warning);
            }
            None => {}
        }
        painter.hline(titles.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, paint.line));
    }
    let name = if made.rows.first().is_some_and(|line| line.item.goal().is_some()) {
        "matrix-head-goals"
    } else {
        "matrix-head-policies"
    };
    let at = pos2(titles.left() + 2.0, titles.top() - scene.parts.codes - NAME / 2.0);
    let font = FontId::new(14.0, theme::semibold());
    scene.pen.painter.text(at, Align2::LEFT_CENTER, words.say(name), font, paint.ink);
}

/// The sides that have a line which others have not: "A", "A C".
fn missing(line: &crate::analysis::Compared) -> String {
    if line.own.iter().all(Option::is_some) {
        return String::new();
    }
    let has = line.own.iter().enumerate().filter(|(_, own)| own.is_some());
    has.map(|(side, _)| names::letter(side)).collect::<Vec<_>>().join(" ")
}
