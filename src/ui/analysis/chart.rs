//! The one widget that draws any chart: only what is seen is painted, marks are pointed at by hand and by keyboard, and
//! a screen reader that listens finds a node for each mark in sight.

use crate::kit::keys::Move;
use crate::theme::{self, Paint, colour};
use egui::accesskit::{Action, Role};
use egui::epaint::TextShape;
use egui::{
    Color32, CornerRadius, EventFilter, FontFamily, FontId, Id, Key, Modifiers, Painter, Pos2,
    Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, pos2, vec2,
};
use ordito_pages::figure::chart::{Chart, Way};
use ordito_pages::figure::{Anchor, Area, Canvas, Picture, Shape, Text, Weight};
use ordito_words::Words;

/// What is remembered of a chart on screen.
#[derive(Debug, Default)]
pub struct ShownChart {
    pub as_table: bool,
    /// The mark the keyboard is on.
    pub cursor: Option<usize>,
    /// The column the table is sorted by, and whether largest first.
    pub sort: Option<(usize, bool)>,
    /// Scroll so that the cursor is seen.
    pub reveal: bool,
    /// Marks in sight, as a screen reader was told of them.
    pub in_sight: Vec<usize>,
    /// The mark being dragged.
    pub dragged: Option<usize>,
    /// A mark was dragged by so much since it was last asked.
    pub moved: Option<(usize, Vec2)>,
    /// The picture was made larger by so much.
    pub zoomed: Option<f32>,
}

pub fn chart_id() -> Id {
    Id::unique("analysis-chart")
}
fn mark_id(mark: usize) -> Id {
    Id::unique("analysis-mark").with(mark)
}

/// Draws a chart; the mark that was opened, if one was.
pub fn chart_ui(
    ui: &mut Ui,
    paint: &Paint,
    words: &Words,
    chart: &Chart,
    state: &mut ShownChart,
) -> Option<usize> {
    let id = chart_id();
    let mut opened = keys(ui, id, chart, state);
    opened = asked_by_reader(ui, state).or(opened);
    let size = vec2(chart.picture.width as f32, chart.picture.height as f32);
    ScrollArea::both()
        .id_salt("analysis-chart")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            let seen = ui.clip_rect();
            let sense = if chart.movable > 0 {
                Sense::click_and_drag()
            } else {
                Sense::click()
            };
            let response = ui.interact(rect.intersect(seen), id, sense);
            if chart.movable > 0 {
                by_hand(ui, &response, chart, state, rect.min, seen);
            }
            ui.memory_mut(|memory| {
                let filter = EventFilter {
                    vertical_arrows: true,
                    horizontal_arrows: true,
                    ..EventFilter::default()
                };
                memory.set_focus_lock_filter(id, filter);
            });
            if response.gained_focus() && state.cursor.is_none() {
                state.cursor = chart.ends().map(|(first, _)| first);
            }
            let origin = rect.min;
            paint_chart(ui.painter(), words, chart, origin, seen);
            let hovered = response
                .hover_pos()
                .and_then(|at| mark_under(chart, origin, seen, at));
            let ring = |mark: usize, stroke: Stroke| {
                let Some(area) = chart.area(mark) else { return };
                let (origin, clip) = layer(area, chart.frozen, origin, seen);
                let painter = ui
                    .painter()
                    .with_clip_rect(clip.expand(1.0).intersect(ui.clip_rect()));
                painter.rect_stroke(
                    screen(area, origin),
                    CornerRadius::same(3),
                    stroke,
                    StrokeKind::Inside,
                );
            };
            if let Some(mark) = hovered {
                ring(mark, Stroke::new(1.0, paint.primary));
            }
            if let Some(mark) = state.cursor {
                let width = if response.has_focus() { 2.0 } else { 1.0 };
                // Seen on any colour: the surface's own under the line.
                ring(mark, Stroke::new(width + 2.0, paint.surface));
                ring(mark, Stroke::new(width, paint.primary));
                if std::mem::take(&mut state.reveal)
                    && let Some(area) = chart.area(mark)
                {
                    let mut area = screen(area, origin);
                    // What is frozen lies over the picture: the mark has to come out from under it.
                    area.min -= vec2(chart.frozen.0 as f32, chart.frozen.1 as f32);
                    area.max.x = area.max.x.min(area.min.x + seen.width());
                    ui.scroll_to_rect(area, None);
                }
            }
            if response.clicked() {
                if let Some(mark) = response
                    .interact_pointer_pos()
                    .and_then(|at| mark_under(chart, origin, seen, at))
                {
                    state.cursor = Some(mark);
                    opened = Some(mark);
                }
                response.request_focus();
            }
            if let Some(mark) = hovered.and_then(|mark| chart.mark(mark, words)) {
                response.clone().on_hover_ui_at_pointer(|ui| {
                    ui.set_max_width(420.0);
                    ui.label(&mark.text);
                });
            }
            nodes(ui, words, chart, state, &response, origin, seen);
        });
    opened
}

/// Dragging a mark moves it, dragging anything else the picture; with Ctrl the wheel makes it larger.
fn by_hand(
    ui: &Ui,
    response: &egui::Response,
    chart: &Chart,
    state: &mut ShownChart,
    origin: Pos2,
    seen: Rect,
) {
    if response.drag_started() {
        let pressed = ui.input(|input| input.pointer.press_origin());
        let mark = pressed.and_then(|at| mark_under(chart, origin, seen, at));
        state.dragged = mark.filter(|mark| *mark < chart.movable);
    }
    if response.dragged() {
        let by = response.drag_delta();
        match state.dragged {
            Some(mark) => state.moved = Some((mark, by)),
            // At once: an animation would lag behind the hand, and lose part of what it does next.
            None => ui.scroll_with_delta_animation(by, egui::style::ScrollAnimation::none()),
        }
        ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
    }
    if response.drag_stopped() {
        state.dragged = None;
    }
    let by = ui.input(egui::InputState::zoom_delta);
    if response.hovered() && (by - 1.0).abs() > 1e-3 {
        state.zoomed = Some(by);
    }
}

/// The picture of before, faint, while a new one is on its way: to be seen, not to be read.
pub fn ghost_ui(ui: &mut Ui, words: &Words, chart: &Chart) {
    let (rect, _) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    ui.scope(|ui| {
        ui.set_opacity(0.25);
        let painter = ui.painter().with_clip_rect(rect);
        paint_chart(&painter, words, chart, rect.min, rect);
    });
}

fn keys(ui: &Ui, id: Id, chart: &Chart, state: &mut ShownChart) -> Option<usize> {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return None;
    }
    let (first, last) = chart.ends()?;
    let at = state.cursor.unwrap_or(first).min(last);
    let far = |way| (0..10).fold(at, |at, _| chart.next(at, way));
    let ways = [
        (Move::Up, Way::Up),
        (Move::Down, Way::Down),
        (Move::Left, Way::Left),
        (Move::Right, Way::Right),
    ];
    let pressed = |way: &Move| way.take(ui, Modifiers::NONE) > 0;
    let near = ways
        .into_iter()
        .find(|(key, _)| pressed(key))
        .map(|(_, way)| chart.next(at, way));
    let others = [Move::First, Move::Last, Move::PageDown, Move::PageUp];
    let to = match others.into_iter().find(pressed) {
        Some(Move::First) => Some(first),
        Some(Move::Last) => Some(last),
        Some(Move::PageDown) => Some(far(Way::Down)),
        Some(Move::PageUp) => Some(far(Way::Up)),
        _ => near,
    };
    if let Some(to) = to {
        state.cursor = Some(to);
        state.reveal = true;
    }
    let opens = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    (opens(Key::Enter) || opens(Key::Space))
        .then_some(state.cursor)
        .flatten()
}

/// A reader may click or focus a mark.
fn asked_by_reader(ui: &Ui, state: &mut ShownChart) -> Option<usize> {
    let wanted: Vec<_> = ui.input(|input| {
        let request = |event: &egui::Event| match event {
            egui::Event::AccessKitActionRequest(request) => {
                Some((request.action, request.target_node))
            }
            _ => None,
        };
        input.events.iter().filter_map(request).collect()
    });
    let mut opened = None;
    for (action, node) in wanted {
        let told = state.in_sight.iter().copied();
        let Some(mark) = told
            .clone()
            .find(|mark| mark_id(*mark).accesskit_id() == node)
        else {
            continue;
        };
        state.cursor = Some(mark);
        state.reveal = action != Action::Click;
        if action == Action::Click {
            opened = Some(mark);
        }
    }
    opened
}

fn screen(area: Area, origin: Pos2) -> Rect {
    Rect::from_min_size(
        at(origin, (area.x, area.y)),
        vec2(area.width as f32, area.height as f32),
    )
}
fn at(origin: Pos2, (x, y): (f64, f64)) -> Pos2 {
    origin + vec2(x as f32, y as f32)
}

/// What is not frozen.
fn body(frozen: (f64, f64), origin: Pos2, seen: Rect) -> Rect {
    let (left, top) = strips(frozen, origin, seen);
    Rect::from_min_max(
        pos2(
            seen.left().max(left.x + frozen.0 as f32),
            seen.top().max(top.y + frozen.1 as f32),
        ),
        seen.max,
    )
}
/// Where the frozen strips begin: at the picture's edge, or at the window's where that has scrolled away.
fn strips(frozen: (f64, f64), origin: Pos2, seen: Rect) -> (Pos2, Pos2) {
    let x = if frozen.0 > 0.0 {
        origin.x.max(seen.left())
    } else {
        origin.x
    };
    let y = if frozen.1 > 0.0 {
        origin.y.max(seen.top())
    } else {
        origin.y
    };
    (pos2(x, origin.y), pos2(origin.x, y))
}

fn mark_under(chart: &Chart, origin: Pos2, seen: Rect, pointer: Pos2) -> Option<usize> {
    if !seen.contains(pointer) {
        return None;
    }
    // What is frozen lies over the rest: a point there is one of the strip.
    let inside = body(chart.frozen, origin, seen);
    let (left, top) = strips(chart.frozen, origin, seen);
    let x = if pointer.x < inside.left() {
        left.x
    } else {
        origin.x
    };
    let y = if pointer.y < inside.top() {
        top.y
    } else {
        origin.y
    };
    let at = pointer - pos2(x, y);
    let mark = chart.mark_at(f64::from(at.x), f64::from(at.y))?;
    layer(chart.area(mark)?, chart.frozen, origin, seen)
        .1
        .contains(pointer)
        .then_some(mark)
}

/// Where the layer begins that an area is drawn in, and what is seen of that layer: a strip for what lies in one.
fn layer(area: Area, frozen: (f64, f64), origin: Pos2, seen: Rect) -> (Pos2, Rect) {
    let inside = body(frozen, origin, seen);
    let (left, top) = strips(frozen, origin, seen);
    let (in_left, in_top) = (
        area.right() <= frozen.0 + 0.5,
        area.bottom() <= frozen.1 + 0.5,
    );
    let (x, across) = if in_left {
        (left.x, (seen.left(), inside.left()))
    } else {
        (origin.x, (inside.left(), seen.right()))
    };
    let (y, down) = if in_top {
        (top.y, (seen.top(), inside.top()))
    } else {
        (origin.y, (inside.top(), seen.bottom()))
    };
    (
        pos2(x, y),
        Rect::from_min_max(pos2(across.0, down.0), pos2(across.1, down.1)),
    )
}

/// The marks in sight, those of the frozen strips too.
fn marks_in_sight(chart: &Chart, origin: Pos2, seen: Rect) -> Vec<usize> {
    let inside = body(chart.frozen, origin, seen);
    let whole = in_picture(inside, origin);
    let mut found = chart.marks_in(whole);
    let (left, top) = chart.frozen;
    let parts = [
        Area::new(0.0, whole.y, left, whole.height),
        Area::new(whole.x, 0.0, whole.width, top),
        Area::new(0.0, 0.0, left, top),
    ];
    for part in parts
        .into_iter()
        .filter(|part| part.width > 0.0 && part.height > 0.0)
    {
        for mark in chart.marks_in(part) {
            if !found.contains(&mark) {
                found.push(mark);
            }
        }
    }
    found.retain(|mark| {
        chart.area(*mark).is_some_and(|area| {
            let (origin, clip) = layer(area, chart.frozen, origin, seen);
            let rect = screen(area, origin).intersect(clip);
            rect.width() > 0.0 && rect.height() > 0.0
        })
    });
    found.sort_unstable();
    found
}

/// Paints what is in sight: tiles, shapes, frozen strips over the rest.
fn paint_chart(painter: &Painter, words: &Words, chart: &Chart, origin: Pos2, seen: Rect) {
    paint_picture(painter, &chart.picture, chart.frozen, origin, seen);
    let Some(tiles) = &chart.tiles else { return };
    let inside = body(chart.frozen, origin, seen);
    let mut canvas = Canvas::default();
    tiles.draw(&mut canvas, in_picture(inside, origin), words);
    let painter = painter.with_clip_rect(inside.intersect(painter.clip_rect()));
    for shape in &canvas.shapes {
        put(&painter, shape, origin);
    }
}

/// A part of the screen as a part of the picture.
fn in_picture(part: Rect, origin: Pos2) -> Area {
    let (from, size) = (part.min - origin, part.size());
    Area::new(
        f64::from(from.x),
        f64::from(from.y),
        f64::from(size.x.max(0.0)),
        f64::from(size.y.max(0.0)),
    )
}

/// Paints what is in sight, frozen strips over the rest.
pub fn paint_picture(
    painter: &Painter,
    picture: &Picture,
    frozen: (f64, f64),
    origin: Pos2,
    seen: Rect,
) {
    painter.rect_filled(seen, CornerRadius::ZERO, colour(picture.background));
    let (left, top) = strips(frozen, origin, seen);
    let inside = body(frozen, origin, seen);
    let layers = [
        (false, false, origin, inside),
        (
            true,
            false,
            left,
            Rect::from_min_max(
                pos2(seen.left(), inside.top()),
                pos2(inside.left(), seen.bottom()),
            ),
        ),
        (
            false,
            true,
            top,
            Rect::from_min_max(
                pos2(inside.left(), seen.top()),
                pos2(seen.right(), inside.top()),
            ),
        ),
        (
            true,
            true,
            pos2(left.x, top.y),
            Rect::from_min_max(seen.min, inside.min),
        ),
    ];
    for (in_left, in_top, origin, clip) in layers {
        if clip.width() <= 0.0 || clip.height() <= 0.0 {
            continue;
        }
        let painter = painter.with_clip_rect(clip.intersect(painter.clip_rect()));
        if in_left || in_top {
            painter.rect_filled(clip, CornerRadius::ZERO, colour(picture.background));
        }
        let here = |(x, y): (f64, f64)| {
            (!in_left || x < frozen.0)
                && (!in_top || y < frozen.1)
                && (in_left || x >= frozen.0)
                && (in_top || y >= frozen.1)
        };
        for shape in &picture.shapes {
            let (from, to) = bounds(shape);
            // What reaches from a strip into the body, such as a line over the whole width, is in both.
            let spans = (!in_left && from.0 < frozen.0 && to.0 > frozen.0)
                && (in_top == (from.1 < frozen.1));
            if (here(from) || spans)
                && clip.intersects(Rect::from_min_max(at(origin, from), at(origin, to)).expand(1.0))
            {
                put(&painter, shape, origin);
            }
        }
    }
}

/// A rectangle that surely holds a shape.
fn bounds(shape: &Shape) -> ((f64, f64), (f64, f64)) {
    match shape {
        Shape::Rect { area, .. } => ((area.x, area.y), (area.right(), area.bottom())),
        Shape::Line { from, to, .. } => (
            (from.0.min(to.0), from.1.min(to.1)),
            (from.0.max(to.0), from.1.max(to.1)),
        ),
        Shape::Polygon { points, .. } => {
            let fold = |of: fn(f64, f64) -> f64, start: f64| {
                points.iter().fold((start, start), |found, point| {
                    (of(found.0, point.0), of(found.1, point.1))
                })
            };
            (
                fold(f64::min, f64::INFINITY),
                fold(f64::max, f64::NEG_INFINITY),
            )
        }
        Shape::Text(text) => {
            // No character is wider than its size.
            let long = text.text.chars().count() as f64 * text.size;
            let (x, y) = text.at;
            if text.upright {
                return ((x - text.size, y - long), (x + text.size, y));
            }
            let (left, right) = match text.anchor {
                Anchor::Start => (0.0, long),
                Anchor::Middle => (long / 2.0, long / 2.0),
                Anchor::End => (long, 0.0),
            };
            ((x - left, y - text.size), (x + right, y + text.size * 0.3))
        }
    }
}

fn put(painter: &Painter, shape: &Shape, origin: Pos2) {
    match shape {
        Shape::Rect { area, fill, border } => {
            let rect = screen(*area, origin);
            if let Some(fill) = fill {
                painter.rect_filled(rect, CornerRadius::ZERO, colour(*fill));
            }
            if let Some(border) = border {
                let stroke = Stroke::new(1.0, colour(*border));
                painter.rect_stroke(rect, CornerRadius::ZERO, stroke, StrokeKind::Middle);
            }
        }
        Shape::Line {
            from,
            to,
            width,
            colour: ink,
        } => {
            painter.line_segment(
                [at(origin, *from), at(origin, *to)],
                Stroke::new(*width as f32, colour(*ink)),
            );
        }
        Shape::Polygon { points, fill } => {
            let points = points.iter().map(|point| at(origin, *point)).collect();
            painter.add(egui::Shape::convex_polygon(
                points,
                colour(*fill),
                Stroke::NONE,
            ));
        }
        Shape::Text(text) => put_text(painter, text, origin),
    }
}

fn put_text(painter: &Painter, text: &Text, origin: Pos2) {
    let family = match text.weight {
        Weight::Regular => FontFamily::Proportional,
        Weight::Semibold => theme::semibold(),
        Weight::Bold => theme::bold(),
    };
    let font = FontId::new(text.size as f32, family);
    let galley = painter.layout_no_wrap(text.text.clone(), font, Color32::PLACEHOLDER);
    // Pictures place texts by their baseline.
    let baseline = galley
        .rows
        .first()
        .and_then(|row| Some(row.pos.y + row.glyphs.first()?.pos.y))
        .unwrap_or(0.0);
    let back = match text.anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => galley.size().x / 2.0,
        Anchor::End => galley.size().x,
    };
    let point = at(origin, text.at);
    let ink = colour(text.colour);
    if text.upright {
        let mut shape = TextShape::new(point - vec2(baseline, -back), galley, ink);
        shape.angle = -std::f32::consts::FRAC_PI_2;
        painter.add(shape);
    } else {
        let point = point - Vec2::new(back, baseline);
        if let Some(halo) = text.halo {
            for (x, y) in AROUND {
                let aside = point + vec2(x, y) * HALO;
                painter.add(TextShape::new(aside, galley.clone(), colour(halo)));
            }
        }
        painter.add(TextShape::new(point, galley, ink));
    }
}

/// How far a halo reaches, and where the letters are drawn again for it.
const HALO: f32 = 1.5;
const AROUND: [(f32, f32); 8] = [
    (-0.7, -0.7),
    (0.0, -1.0),
    (0.7, -0.7),
    (-1.0, 0.0),
    (1.0, 0.0),
    (-0.7, 0.7),
    (0.0, 1.0),
    (0.7, 0.7),
];

/// Nodes of the marks in sight, and of the one under the keyboard.
fn nodes(
    ui: &mut Ui,
    words: &Words,
    chart: &Chart,
    state: &mut ShownChart,
    response: &egui::Response,
    origin: Pos2,
    seen: Rect,
) {
    let listens = ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::ListBox);
        node.set_label(chart.name.as_str());
        node.set_description(format!("{}. {}", chart.picture.title, chart.sentence));
        if let Some(mark) = state.cursor {
            node.set_active_descendant(mark_id(mark).accesskit_id());
        }
    });
    if listens.is_none() {
        return;
    }
    state.in_sight = marks_in_sight(chart, origin, seen);
    // The one under the keyboard has a node also before it has scrolled into sight.
    let hidden = state
        .cursor
        .filter(|cursor| !state.in_sight.contains(cursor));
    state.in_sight.extend(hidden);
    let builder = egui::UiBuilder::new()
        .scope_id(Id::unique("analysis-marks"))
        .max_rect(seen)
        .accessibility_parent(response.id)
        .accessibility_role(Role::GenericContainer);
    ui.scope_builder(builder, |ui| {
        for i in state.in_sight.iter().copied() {
            let Some(mark) = chart.mark(i, words) else {
                continue;
            };
            let (origin, clip) = layer(mark.area, chart.frozen, origin, seen);
            let rect = screen(mark.area, origin).intersect(clip);
            let id = mark_id(i);
            ui.interact(rect, id, Sense::hover());
            let bounds = egui::accesskit::Rect {
                x0: f64::from(rect.min.x),
                y0: f64::from(rect.min.y),
                x1: f64::from(rect.max.x),
                y1: f64::from(rect.max.y),
            };
            ui.ctx().accesskit_node_builder(id, |node| {
                node.set_role(Role::ListBoxOption);
                node.set_bounds(bounds);
                node.set_label(mark.text.as_str());
                node.set_selected(state.cursor == Some(i));
                node.add_action(Action::Click);
                node.add_action(Action::Focus);
            });
        }
    });
}
