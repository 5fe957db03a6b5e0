//! Painting of the panes: scores as in the matrix, differences with sign and size, titles, codes.

use super::frame::{AREA, NAME, Slot};
use super::model::Panes;
use super::names;
use crate::kit::grid::{Brush, Cell, Scene};
use crate::kit::pen::{Side, corner_mark, put};
use crate::theme::{self, colour};
use egui::epaint::TextShape;
use egui::{Align2, Color32, CornerRadius, FontId, Rect, Stroke, pos2};
use ordito_analysis::{Change, Place};
use ordito_model::Rgb;
use ordito_pages::figure::palette;

/// A score, or a difference in the last pane.
pub fn cell(panes: &Panes<'_>, scene: &Scene<'_>, cell: &Cell, brush: &mut Brush) {
    let Some(place) = panes.layout.place(cell.place) else {
        return;
    };
    if panes.is_difference(cell.pane) {
        difference(
            panes,
            scene,
            (panes.view.made.change(panes.view.against, place), cell.rect),
            brush,
        );
    } else {
        score(panes, scene, (cell, place), brush);
    }
}

fn score(panes: &Panes<'_>, scene: &Scene<'_>, (cell, place): (&Cell, Place), brush: &mut Brush) {
    let (side, rect, paint) = (cell.pane, cell.rect, scene.pen.paint);
    let Some(dot) = panes.view.made.dot(side, place) else {
        // The side has no such crossing.
        brush.fill(rect, paint.canvas);
        return;
    };
    let Some(scale) = panes.scales.get(side) else {
        return;
    };
    scene.pen.score(
        Side::Net.of(dot.value),
        scale,
        rect,
        &mut brush.mesh,
        &mut brush.shapes,
    );
    if dot.has_reason {
        let back = palette::cell_colour(dot.value, scale, paint.look);
        let ink = paint.ink;
        let mark = back.map_or(ink, |back| {
            let own = Rgb(ink.r(), ink.g(), ink.b());
            if palette::contrast(own, back) >= 3.0 {
                ink
            } else {
                colour(palette::text_on(back))
            }
        });
        corner_mark(&mut brush.mesh, rect, 6.0, mark);
    }
}

/// A colour on a background, or ink where it would not be read.
fn readable(wanted: Color32, back: Color32, ink: Color32) -> Color32 {
    let rgb = |colour: Color32| Rgb(colour.r(), colour.g(), colour.b());
    if palette::contrast(rgb(wanted), rgb(back)) >= 4.5 {
        wanted
    } else {
        ink
    }
}

/// Blends a colour into the surface.
fn tint(colour: Color32, surface: Color32, share: f32) -> Color32 {
    let mix = |from: u8, to: u8| {
        (f32::from(from) + (f32::from(to) - f32::from(from)) * share).round() as u8
    };
    Color32::from_rgb(
        mix(surface.r(), colour.r()),
        mix(surface.g(), colour.g()),
        mix(surface.b(), colour.b()),
    )
}

/// What a difference shows: sign and size, never colour alone.
pub fn mark(panes: &Panes<'_>, change: Change) -> String {
    let numbers = panes.workspace.words().numbers();
    match change {
        Change::Nothing => String::new(),
        Change::Equal => "=".to_owned(),
        Change::Scores { net: 0.0, .. } => "≠".to_owned(),
        Change::Scores { net, .. } => {
            let size = numbers.shortest(net.abs());
            format!(
                "{}{}",
                if net > 0.0 { "▲" } else { "▼" },
                size.trim_start_matches('+')
            )
        }
        Change::OnlyFirst => names::letter(0).to_owned(),
        Change::OnlySecond => names::letter(panes.view.against).to_owned(),
        Change::States => "≠".to_owned(),
    }
}

fn difference(
    panes: &Panes<'_>,
    scene: &Scene<'_>,
    (change, rect): (Change, Rect),
    brush: &mut Brush,
) {
    let paint = scene.pen.paint;
    let (back, ink, bold) = match change {
        Change::Nothing => return,
        Change::Equal => (None, paint.muted, false),
        Change::Scores { opposite: true, .. } => {
            let back = Rgb(paint.danger.r(), paint.danger.g(), paint.danger.b());
            (Some(paint.danger), colour(palette::text_on(back)), true)
        }
        Change::Scores { net, .. } if net > 0.0 => (
            Some(tint(paint.primary, paint.surface, 0.12)),
            paint.primary,
            true,
        ),
        Change::Scores { net, .. } if net < 0.0 => (
            Some(tint(paint.danger, paint.surface, 0.12)),
            paint.danger,
            true,
        ),
        Change::Scores { .. } => (Some(paint.zero), paint.ink, true),
        Change::OnlyFirst | Change::OnlySecond | Change::States => (None, paint.muted, false),
    };
    if let Some(back) = back {
        brush.fill(rect, back);
    }
    let ink = back.map_or(ink, |back| readable(ink, back, paint.ink));
    let family = if bold {
        theme::bold()
    } else {
        egui::FontFamily::Proportional
    };
    let galley = scene.pen.painter.layout_no_wrap(
        mark(panes, change),
        FontId::new(12.0, family),
        Color32::PLACEHOLDER,
    );
    put(&mut brush.shapes, galley, rect.center(), ink);
}

/// The name of a pane and the codes of its columns.
pub fn head(panes: &Panes<'_>, scene: &Scene<'_>, pane: usize) {
    let (paint, body) = (scene.pen.paint, scene.parts.body(pane));
    let height = scene.parts.measures.codes.unwrap_or_default();
    let name = name_of(panes, pane);
    let font = FontId::new(14.0, theme::semibold());
    let galley = scene.cut(&name, (font, paint.ink), body.width(), 1);
    let top = scene.parts.head(pane).top();
    if panes.layout.has_areas {
        areas(panes, scene, (pane, body.top() - height - AREA));
    }
    scene.pen.painter.galley(
        pos2(body.left() + 2.0, top + (NAME - galley.size().y) / 2.0),
        galley,
        paint.ink,
    );
    let codes = Rect::from_min_max(
        pos2(body.left(), body.top() - height),
        pos2(body.right(), body.top()),
    );
    let painter = scene.clipped(codes);
    let made = &panes.view.made;
    let columns = if panes.layout.is_picked {
        0..0
    } else {
        scene.columns(pane)
    };
    for at in columns {
        let Some(line) = panes
            .layout
            .columns
            .get(at)
            .and_then(|column| made.columns.get(*column))
        else {
            continue;
        };
        let rect = scene.column_head(pane, at);
        let here = line.own.get(pane).is_none_or(Option::is_some);
        let elsewhere = line.named_by > 0;
        let ink = if elsewhere || !here {
            paint.warning
        } else {
            paint.muted
        };
        let code = names::short(panes.workspace, made, Some(line));
        let font = FontId::new(
            12.0,
            if elsewhere {
                theme::semibold()
            } else {
                egui::FontFamily::Proportional
            },
        );
        if height > 22.0 {
            let galley = scene.cut(&code, (font, ink), height - 8.0, 1);
            let x = rect.center().x - galley.size().y / 2.0;
            let shape = TextShape::new(pos2(x.round(), codes.bottom() - 4.0), galley, ink);
            painter.add(shape.with_angle(-std::f32::consts::FRAC_PI_2));
        } else {
            painter.text(
                pos2(rect.center().x, codes.center().y),
                Align2::CENTER_CENTER,
                code,
                font,
                ink,
            );
        }
    }
    painter.hline(
        codes.x_range(),
        codes.bottom() - 0.5,
        Stroke::new(1.0, paint.line),
    );
}

/// The names of areas above the codes of their goals, as far as they go on.
fn areas(panes: &Panes<'_>, scene: &Scene<'_>, (pane, top): (usize, f32)) {
    let (made, body) = (&panes.view.made, scene.parts.body(pane));
    let of = |at: usize| {
        let line = made.columns.get(*panes.layout.columns.get(at)?)?;
        Some((line, names::area(made, line)?))
    };
    let strip = Rect::from_min_max(pos2(body.left(), top), pos2(body.right(), top + AREA - 1.0));
    let painter = scene.clipped(strip);
    let columns = scene.columns(pane);
    let mut at = columns.start;
    while at < columns.end {
        let from = at;
        let here = of(from).map(|(_, area)| area);
        at = (from..columns.end)
            .take_while(|at| of(*at).map(|(_, area)| area) == here)
            .last()
            .map_or(from, |last| last)
            + 1;
        let Some((line, area)) = of(from) else {
            continue;
        };
        let Some(contents) = made.contents_of(line) else {
            continue;
        };
        let back = contents
            .colour_of(Some(area))
            .unwrap_or(Rgb(0x4A, 0x5F, 0x75));
        let rect = Rect::from_min_max(
            pos2(scene.left(pane, from), strip.top()),
            pos2(scene.left(pane, at) - 1.0, strip.bottom()),
        );
        painter.rect_filled(rect, CornerRadius::ZERO, colour(back));
        let ink = colour(palette::text_on(back));
        let name = contents.item_label(area).1;
        let font = FontId::new(12.0, theme::semibold());
        let seen = rect.intersect(strip);
        let words = panes.workspace.words();
        let galley = scene.short(name.get(words.language()), (font, ink), seen.width() - 6.0);
        if let Some(galley) = galley {
            let y = rect.center().y - galley.size().y / 2.0;
            painter.galley(pos2(seen.left() + 3.0, y), galley, ink);
        }
    }
}

/// What a pane is called.
pub fn name_of(panes: &Panes<'_>, pane: usize) -> String {
    let words = panes.workspace.words();
    if panes.is_difference(pane) {
        return words.compare_difference(names::letter(0), names::letter(panes.view.against));
    }
    let name = panes
        .view
        .sides
        .get(pane)
        .map(|side| names::side(panes.workspace, panes.view.mode, side));
    format!("{} · {}", names::letter(pane), name.unwrap_or_default())
}

/// Codes and names of rows; what a side does not have says so.
pub fn titles(panes: &Panes<'_>, scene: &Scene<'_>) {
    let (paint, titles, made) = (scene.pen.paint, scene.parts.side, &panes.view.made);
    let painter = scene.clipped(titles);
    painter.rect_filled(titles, CornerRadius::ZERO, paint.surface);
    for row in scene.rows(scene.leading) {
        let rect = scene.row_head(row);
        match panes.layout.rows.get(row) {
            Some(Slot::Line(index)) => title(panes, scene, (row, *index), rect),
            Some(Slot::Band(side)) => {
                painter.rect_filled(rect, CornerRadius::ZERO, paint.canvas);
                let text = panes.workspace.words().compare_band(names::letter(*side));
                let font = FontId::new(12.0, theme::semibold());
                let galley = scene.cut(&text, (font, paint.warning), rect.width() - 16.0, 1);
                let at = pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0);
                painter.galley(at, galley, paint.warning);
            }
            None => {}
        }
        painter.hline(
            titles.x_range(),
            rect.bottom() - 0.5,
            Stroke::new(1.0, paint.line),
        );
    }
    let of_goals = made
        .rows
        .first()
        .is_some_and(|line| line.item.goal().is_some());
    let name = if of_goals {
        "matrix-head-goals"
    } else {
        "matrix-head-policies"
    };
    let top = scene.parts.head(0).top();
    let at = pos2(titles.left() + 2.0, top + NAME / 2.0);
    let font = FontId::new(14.0, theme::semibold());
    scene.pen.painter.text(
        at,
        Align2::LEFT_CENTER,
        panes.workspace.words().say(name),
        font,
        paint.ink,
    );
}

fn title(panes: &Panes<'_>, scene: &Scene<'_>, (row, index): (usize, usize), rect: Rect) {
    let (paint, made) = (scene.pen.paint, &panes.view.made);
    let Some(line) = made.rows.get(index) else {
        return;
    };
    let painter = scene.clipped(scene.parts.side);
    let mut width = rect.width() - 16.0;
    let missing = missing(line);
    if !missing.is_empty() {
        let galley =
            painter.layout_no_wrap(missing, FontId::new(11.0, theme::semibold()), paint.warning);
        width -= galley.size().x + 8.0;
        let at = pos2(
            rect.right() - 8.0 - galley.size().x,
            rect.center().y - galley.size().y / 2.0,
        );
        painter.galley(at, galley, paint.warning);
    }
    let text = names::line(panes.workspace, made, Some(line));
    let chosen = scene.selection.cursor.row == row;
    let font = FontId::new(
        13.0,
        if chosen {
            theme::semibold()
        } else {
            egui::FontFamily::Proportional
        },
    );
    let galley = scene.cut(&text, (font, paint.ink), width.max(8.0), 1);
    painter.galley(
        pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0),
        galley,
        paint.ink,
    );
}

/// The sides that have a line which others have not: "A", "A C".
fn missing(line: &ordito_analysis::Compared) -> String {
    if line.own.iter().all(Option::is_some) {
        return String::new();
    }
    let has = line.own.iter().enumerate().filter(|(_, own)| own.is_some());
    has.map(|(side, _)| names::letter(side))
        .collect::<Vec<_>>()
        .join(" ")
}
