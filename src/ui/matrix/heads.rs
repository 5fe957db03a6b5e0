//! Painting of what stays while the cells scroll: titles, groups, profiles, sums.

use super::layout::{BAND, CODES, ROW, Slot, TOTAL};
use super::scene::Scene;
use crate::figure::palette;
use crate::model::{Item, Points};
use crate::ui::kit::pen::quad;
use crate::ui::theme::{self, colour};
use crate::workspace::LineSums;
use egui::epaint::TextShape;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, Color32, FontId, Galley, Mesh, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};
use std::sync::Arc;

/// A text cut with an ellipsis to a width and a number of lines.
fn cut(painter: &Painter, text: &str, font: FontId, colour: Color32, width: f32, rows: usize) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, colour));
    job.wrap =
        TextWrapping { max_width: width, max_rows: rows, break_anywhere: rows == 1, overflow_character: Some('…') };
    painter.layout_job(job)
}

impl Scene<'_> {
    fn title(&self, item: Option<Item>) -> (String, String) {
        let Some(item) = item else { return (String::new(), self.words.matrix_no_group()) };
        let (code, label) = self.contents.item_label(item);
        (code.to_owned(), label.get(self.words.language()).to_owned())
    }
    /// Whole numbers where weights are whole.
    fn sum(&self, value: f64) -> String {
        let decimals = u8::from((value - value.round()).abs() > 0.05);
        self.words.numbers().signed(value, decimals)
    }
    fn in_selected_column(&self, column: usize) -> bool {
        self.state.selection.columns().contains(&column)
    }
    fn in_selected_row(&self, row: usize) -> bool {
        self.state.selection.rows().contains(&row)
    }
}

/// Group bands, upright titles, codes.
pub fn columns(scene: &Scene<'_>) {
    let head = scene.parts.head;
    let painter = scene.clipped(head);
    let paint = scene.paint;
    let bottom = head.bottom();
    let end = scene.left(scene.layout.columns.len());
    let mut mesh = Mesh::default();
    mesh.add_colored_rect(head, paint.surface);
    let mut shapes: Vec<Shape> = Vec::new();
    for column in scene.columns.clone() {
        let (left, right) = (scene.left(column), scene.left(column + 1));
        let rect = Rect::from_min_max(pos2(left, head.top() + BAND), pos2(right - 1.0, bottom - 1.0));
        let selected = scene.in_selected_column(column);
        if selected {
            mesh.add_colored_rect(rect, paint.selected);
        }
        mesh.add_colored_rect(Rect::from_min_max(pos2(right - 1.0, rect.top()), pos2(right, bottom)), paint.line);
        let (code, title) = match scene.layout.columns.get(column) {
            Some(Slot::Line(line)) => scene.title(scene.view.columns.get(*line).map(|line| line.item)),
            Some(Slot::Group(group)) => scene.title(scene.view.column_groups.get(*group).and_then(|group| group.item)),
            None => continue,
        };
        let ink = if selected { paint.on_selected } else { paint.muted };
        let long = rect.height() - CODES - 8.0;
        let galley = cut(&painter, &title, FontId::proportional(12.0), ink, long, 2);
        let at = pos2((rect.center().x - galley.size().y / 2.0).round(), bottom - CODES - 2.0);
        shapes.push(TextShape::new(at, galley, ink).with_angle(-std::f32::consts::FRAC_PI_2).into());
        let ink = if selected { paint.on_selected } else { paint.ink };
        let font = FontId::new(if code.chars().count() > 5 { 11.0 } else { 12.0 }, theme::bold());
        let galley = cut(&painter, &code, font, ink, right - left - 2.0, 1);
        let at = pos2(rect.center().x - galley.size().x / 2.0, bottom - CODES + 2.0);
        shapes.push(TextShape::new(at, galley, ink).into());
    }
    mesh.add_colored_rect(
        Rect::from_min_max(pos2(head.left(), bottom - 1.0), pos2(end.min(head.right()), bottom)),
        paint.line,
    );
    bands(scene, &mut mesh, &mut shapes, &painter);
    painter.add(Shape::mesh(mesh));
    painter.extend(shapes);
}

fn bands(scene: &Scene<'_>, mesh: &mut Mesh, shapes: &mut Vec<Shape>, painter: &Painter) {
    let head = scene.parts.head;
    if !scene.view.column_groups.iter().any(|group| group.item.is_some()) {
        return;
    }
    let mut column = scene.columns.start;
    while column < scene.columns.end {
        let group = scene.layout.column_group(scene.view, column);
        let last = scene.layout.columns.len();
        let start = (0..=column).rev().find(|at| *at == 0 || scene.layout.column_group(scene.view, at - 1) != group);
        let next = (column..last).find(|at| scene.layout.column_group(scene.view, *at) != group).unwrap_or(last);
        let start = start.unwrap_or(column);
        let rect = Rect::from_min_max(
            pos2(scene.left(start), head.top()),
            pos2(scene.left(next) - 1.0, head.top() + BAND - 1.0),
        );
        column = next.max(column + 1);
        let Some(group) = group.and_then(|group| scene.view.column_groups.get(group)) else { continue };
        let back = group.colour.unwrap_or(crate::model::Rgb(0x4A, 0x5F, 0x75));
        mesh.add_colored_rect(rect, colour(back));
        let ink = colour(palette::text_on(back));
        let seen = rect.intersect(head);
        let folded = scene.layout.columns.get(start).is_some_and(|slot| matches!(slot, Slot::Group(_)));
        let tip = pos2(seen.left() + 12.0, seen.center().y);
        arrow(mesh, tip, folded, ink);
        let (code, title) = scene.title(group.item);
        // Areas are known by name; goals above targets by their number.
        let is_area = group.item.and_then(Item::goal).and_then(|id| scene.contents.goals.get(&id));
        let bare = code.is_empty() || title.starts_with(&code) || is_area.is_some_and(|goal| goal.level == 0);
        let text = if bare { title } else { format!("{code} {title}") };
        let width = seen.width() - 24.0;
        if width > 14.0 {
            let galley = cut(painter, &text, FontId::new(12.0, theme::semibold()), ink, width, 1);
            let at = pos2(seen.left() + 20.0, seen.center().y - galley.size().y / 2.0);
            shapes.push(TextShape::new(at, galley, ink).into());
        }
    }
}

/// ▾ open, ▸ folded.
fn arrow(mesh: &mut Mesh, centre: egui::Pos2, folded: bool, colour: Color32) {
    let corners = if folded {
        [centre + vec2(-3.0, -4.5), centre + vec2(4.0, 0.0), centre + vec2(-3.0, 4.5)]
    } else {
        [centre + vec2(-4.5, -3.0), centre + vec2(4.5, -3.0), centre + vec2(0.0, 4.0)]
    };
    let [a, b, c] = corners;
    quad(mesh, [a, b, c, c], colour);
}

/// Headings of groups; codes, titles and profiles of rows.
pub fn rows(scene: &Scene<'_>) {
    let parts = &scene.parts;
    let side = parts.side;
    let painter = scene.clipped(side);
    let paint = scene.paint;
    let mut mesh = Mesh::default();
    mesh.add_colored_rect(side, paint.surface);
    let mut shapes: Vec<Shape> = Vec::new();
    let mut headings: Vec<Shape> = Vec::new();
    let largest = scene.layer.rows.iter().map(|sums| sums.benefit.max(-sums.tradeoff)).fold(0.0, f64::max);
    for row in scene.rows.clone() {
        let rect = Rect::from_min_size(pos2(side.left(), scene.top(row)), vec2(side.width(), ROW));
        let middle = rect.center().y;
        match scene.layout.rows.get(row) {
            Some(Slot::Group(group)) => {
                mesh.add_colored_rect(rect, paint.canvas);
                let item = scene.view.row_groups.get(*group).and_then(|group| group.item);
                let folded = scene.layout.is_folded_row(*group);
                arrow(&mut mesh, pos2(rect.left() + 13.0, middle), folded, paint.ink);
                let (_, mut title) = scene.title(item);
                if folded {
                    let n = scene.lines_of_row(Slot::Group(*group)).len();
                    title = format!("{title} ({})", scene.words.numbers().count(n));
                }
                // An open heading has its whole line to itself.
                let width = if folded { rect.width() - parts.profile } else { parts.body.right() - rect.left() } - 32.0;
                let galley = cut(&painter, &title, FontId::new(14.0, theme::bold()), paint.ink, width, 1);
                let at = pos2(rect.left() + 22.0, middle - galley.size().y / 2.0);
                headings.push(TextShape::new(at, galley, paint.ink).into());
            }
            Some(Slot::Line(line)) => {
                let selected = scene.in_selected_row(row);
                if selected {
                    mesh.add_colored_rect(rect, paint.selected);
                }
                let (code, title) = scene.title(scene.view.rows.get(*line).map(|line| line.item));
                let ink = if selected { paint.on_selected } else { paint.muted };
                let galley = cut(&painter, &code, FontId::proportional(13.0), ink, parts.code - 10.0, 1);
                shapes
                    .push(TextShape::new(pos2(rect.left() + 8.0, middle - galley.size().y / 2.0), galley, ink).into());
                let ink = if selected { paint.on_selected } else { paint.ink };
                let width = rect.width() - parts.code - parts.profile - 6.0;
                let galley = cut(&painter, &title, FontId::proportional(14.0), ink, width, 1);
                let at = pos2(rect.left() + parts.code, middle - galley.size().y / 2.0);
                shapes.push(TextShape::new(at, galley, ink).into());
                if let Some(sums) = scene.layer.rows.get(*line) {
                    let place = Rect::from_min_max(pos2(rect.right() - parts.profile, rect.top()), rect.max);
                    profile(scene, sums, largest, place, &mut mesh);
                }
            }
            None => {}
        }
        let line = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 1.0), rect.max);
        mesh.add_colored_rect(line, paint.line);
        // Open headings are not crossed by lines.
        if scene.layout.row_can_hold(row) {
            for x in [rect.right() - parts.profile, rect.right() - 1.0] {
                mesh.add_colored_rect(
                    Rect::from_min_max(pos2(x, rect.top()), pos2(x + 1.0, rect.bottom())),
                    paint.line,
                );
            }
        }
    }
    painter.add(Shape::mesh(mesh));
    painter.extend(shapes);
    scene.clipped(side.with_max_x(parts.body.right())).extend(headings);
}

/// Harm to the left and benefit to the right of a centre line.
fn profile(scene: &Scene<'_>, sums: &LineSums, largest: f64, rect: Rect, mesh: &mut Mesh) {
    if largest <= 0.0 {
        return;
    }
    let room = rect.width() - 20.0;
    let zero = rect.left() + 10.0 + room * 0.42;
    let reach = |value: f64, room: f32| ((value / largest) as f32 * room).round();
    let (benefit, harm) = (reach(sums.benefit, room * 0.58), reach(-sums.tradeoff, room * 0.42));
    let middle = rect.center().y;
    let bar = |from: f32, to: f32| Rect::from_min_max(pos2(from, middle - 4.0), pos2(to, middle + 4.0));
    let full = scene.view.scale.max_magnitude();
    let two_thirds = Points((f32::from(full.0) * 0.6) as i16);
    let look = scene.paint.look;
    mesh.add_colored_rect(bar(zero, zero + benefit), colour(palette::ramp(two_thirds, full, look)));
    mesh.add_colored_rect(bar(zero - harm, zero), colour(palette::ramp(two_thirds.negated(), full, look)));
    mesh.add_colored_rect(
        Rect::from_min_max(pos2(zero - 0.5, middle - 7.0), pos2(zero + 0.5, middle + 7.0)),
        scene.paint.ink,
    );
}

/// Net and coverage of each row (right) and of each column (below).
pub fn totals(scene: &Scene<'_>) {
    let paint = scene.paint;
    let right = scene.parts.row_totals;
    let caption = FontId::proportional(12.0);
    let number = FontId::new(13.0, theme::semibold());
    if right.width() > 1.0 {
        let painter = scene.clipped(right);
        painter.rect_filled(right, 0.0, paint.canvas);
        painter.vline(right.left() + 0.5, right.y_range(), Stroke::new(1.0, paint.border));
        let body = scene.clipped(right.with_min_y(scene.parts.body.top()).with_max_y(scene.parts.body.bottom()));
        for row in scene.rows.clone() {
            let y = scene.top(row) + ROW / 2.0;
            let sums = match scene.layout.rows.get(row) {
                Some(Slot::Line(line)) => scene.layer.rows.get(*line).copied(),
                Some(slot @ Slot::Group(group)) if scene.layout.is_folded_row(*group) => {
                    Some(together(scene.lines_of_row(*slot).iter().filter_map(|line| scene.layer.rows.get(*line))))
                }
                _ => None,
            };
            let Some(sums) = sums.filter(|sums| sums.crossings > 0) else { continue };
            numbers(scene, &body, sums, [0.5, 1.5].map(|at| pos2(right.left() + TOTAL * at, y)), &number);
        }
        for (i, key) in ["matrix-total-net", "matrix-total-coverage"].into_iter().enumerate() {
            let galley = painter.layout_no_wrap(scene.words.say(key), caption.clone(), paint.muted);
            let x = right.left() + TOTAL * (i as f32 + 0.5) - galley.size().y / 2.0;
            let at = pos2(x.round(), scene.parts.body.top() - CODES - 2.0);
            painter.add(TextShape::new(at, galley, paint.muted).with_angle(-std::f32::consts::FRAC_PI_2));
        }
    }
    let below = scene.parts.column_totals;
    if below.height() > 1.0 {
        let painter = scene.clipped(below);
        painter.rect_filled(below, 0.0, paint.canvas);
        let lines = [below.top() + 12.0, below.top() + 36.0];
        for (y, key) in lines.into_iter().zip(["matrix-total-net", "matrix-total-coverage"]) {
            let at = pos2(scene.parts.side.right() - 12.0, y);
            painter.text(at, Align2::RIGHT_CENTER, scene.words.say(key), caption.clone(), paint.muted);
        }
        let body = scene.clipped(below.with_min_x(scene.parts.body.left()).with_max_x(scene.parts.body.right()));
        for column in scene.columns.clone() {
            let sums = match scene.layout.columns.get(column) {
                Some(Slot::Line(line)) => scene.layer.columns.get(*line).copied(),
                Some(Slot::Group(group)) => scene
                    .view
                    .column_groups
                    .get(*group)
                    .map(|group| together(group.lines.iter().filter_map(|line| scene.layer.columns.get(*line)))),
                None => None,
            };
            let x = f32::midpoint(scene.left(column), scene.left(column + 1)) - 0.5;
            if let Some(sums) = sums.filter(|sums| sums.crossings > 0) {
                numbers(scene, &body, sums, lines.map(|y| pos2(x, y)), &number);
            }
        }
        let all = together(scene.layer.rows.iter());
        if right.width() > 1.0 && all.crossings > 0 {
            let corner = scene.clipped(right);
            let places = [0.5, 1.5].map(|at| pos2(right.left() + TOTAL * at, lines[0]));
            numbers(scene, &corner, all, places, &number);
        }
        scene.painter.hline(
            scene.parts.whole.left()..=right.right().max(below.right()),
            below.top() + 0.5,
            Stroke::new(1.0, paint.border),
        );
    }
}

fn numbers(scene: &Scene<'_>, painter: &Painter, sums: LineSums, [first, second]: [Pos2; 2], font: &FontId) {
    let net = if sums.scored > 0 { scene.sum(sums.net()) } else { "–".to_owned() };
    let ink = if sums.scored > 0 && sums.net() < 0.0 { scene.paint.warning } else { scene.paint.ink };
    painter.text(first, Align2::CENTER_CENTER, net, font.clone(), ink);
    let coverage = sums.coverage().map_or_else(|| "–".to_owned(), |share| scene.words.numbers().percent(share));
    painter.text(second, Align2::CENTER_CENTER, coverage, FontId::proportional(12.0), scene.paint.muted);
}

/// Sums of several lines.
pub fn together<'a>(lines: impl Iterator<Item = &'a LineSums>) -> LineSums {
    lines.fold(LineSums::default(), |mut all, sums| {
        all.sums.include(&sums.sums);
        all
    })
}

/// What stands above the titles of rows.
pub fn corner(scene: &Scene<'_>) {
    let corner = scene.parts.corner;
    let painter = scene.clipped(corner);
    let paint = scene.paint;
    painter.rect_filled(corner, 0.0, paint.surface);
    painter.hline(corner.x_range(), corner.bottom() - 0.5, Stroke::new(1.0, paint.line));
    painter.vline(corner.right() - 0.5, corner.y_range(), Stroke::new(1.0, paint.line));
    let y = corner.center().y;
    let font = FontId::proportional(13.0);
    let profile = corner.right() - scene.parts.profile;
    painter.vline(profile + 0.5, corner.y_range(), Stroke::new(1.0, paint.line));
    let key = if scene.view.rows.first().is_some_and(|line| line.item.goal().is_some()) {
        "matrix-head-goals"
    } else {
        "matrix-head-policies"
    };
    painter.text(pos2(corner.left() + 8.0, y), Align2::LEFT_CENTER, scene.words.say(key), font.clone(), paint.muted);
    let count = scene.words.matrix_head_count(scene.view.rows.len(), scene.layout.n_rows);
    painter.text(pos2(profile - 8.0, y), Align2::RIGHT_CENTER, count, FontId::proportional(12.0), paint.muted);
    let at = pos2(f32::midpoint(profile, corner.right()), y);
    painter.text(at, Align2::CENTER_CENTER, scene.words.matrix_head_profile(), font, paint.muted);
}
