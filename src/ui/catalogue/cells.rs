//! Painting of the table: numbers of rows, names of columns, the tree of names, words and amounts.

use super::columns::{self, Column};
use super::record::Target;
use super::rows::Row;
use super::table::Table;
use crate::kit::grid::{Brush, Cell, GridModel as _, Place, Scene};
use crate::theme;
use egui::epaint::RectShape;
use egui::{Color32, CornerRadius, FontFamily, FontId, Rect, Stroke, StrokeKind, Vec2, pos2, vec2};
use egui_material_icons::icons;
use ordito_model::Wording;
use ordito_pages::figure::palette::Look;

pub const ROW: f32 = 28.0;
pub const HEAD: f32 = 32.0;
/// Numbers of rows, by which they are taken.
pub const SIDE: f32 = 40.0;
const PAD: f32 = 8.0;
const INDENT: f32 = 16.0;
const ARROW: f32 = 20.0;
/// What the button that sorts takes of a head.
pub const SORT: f32 = 20.0;

/// Whether a point inside the cell of a name lies on the arrow that folds.
pub fn is_arrow(row: &Row, inside: Vec2) -> bool {
    let left = PAD / 2.0 + row.depth as f32 * INDENT;
    row.has_children && (left..left + ARROW).contains(&inside.x)
}

/// What stands before a text in its cell.
pub fn before(column: Option<Column>, row: Option<&Row>) -> f32 {
    match (column, row) {
        (Some(Column::Name), Some(row)) => row.depth as f32 * INDENT + ARROW,
        _ => 0.0,
    }
}

/// What a screen reader is told of a row.
pub fn row_said(table: &Table<'_>, row: usize) -> String {
    let (Some((id, policy)), words) = (table.policy(row), table.words()) else {
        return String::new();
    };
    let mut said = columns::said(policy);
    for (at, column) in table.columns.iter().enumerate() {
        let text = table
            .shown(Place { row, column: at })
            .filter(|text| !column.is_fixed() && !text.is_empty());
        if let Some(text) = text {
            said.push_str(", ");
            said.push_str(&text);
        }
    }
    if table.room.typing.is_refused(Target::Policy(id)) {
        said.push_str(", ");
        said.push_str(&words.catalogue_has_refused());
    }
    said
}

pub fn cell(table: &Table<'_>, scene: &Scene<'_>, cell: &Cell, brush: &mut Brush) {
    let (Some(row), Some(column)) = (table.row(cell.place.row), table.column(cell.place.column))
    else {
        return;
    };
    let (paint, rect) = (scene.pen.paint, cell.rect);
    let is_selected = table.room.selected.contains(&row.id);
    if is_selected {
        brush.fill(rect.expand2(vec2(1.0, 0.0)), paint.selected);
    }
    let ink = if is_selected {
        paint.on_selected
    } else {
        paint.ink
    };
    let mut x = rect.left() + PAD;
    if column == Column::Name {
        x = before_name(table, scene, &row, (rect, ink), brush);
    }
    let Some(text) = table.shown(cell.place).filter(|text| !text.is_empty()) else {
        return;
    };
    let wording = table
        .policy(cell.place.row)
        .map(|(_, policy)| policy.wording);
    if let Some(wording) = wording.filter(|_| column == Column::Wording) {
        badge(scene, (wording, &text), (rect, ink), brush);
        return;
    }
    let (family, colour) = match column {
        Column::Name if row.is_way => (FontFamily::Proportional, paint.muted),
        Column::Name if row.has_children => (theme::semibold(), ink),
        _ => (FontFamily::Proportional, ink),
    };
    let font = FontId::new(if column == Column::Name { 14.0 } else { 13.0 }, family);
    let width = (rect.right() - x - PAD / 2.0).max(4.0);
    let galley = scene.cut(&text, (font, colour), width, 1);
    if column.is_number() {
        x = rect.right() - PAD - galley.size().x;
    }
    let top = rect.center().y - galley.size().y / 2.0;
    brush.text(pos2(x, top), galley, colour);
}

/// What stands before a name: its depth, the arrow that folds, the mark of what was refused. Where the name begins.
fn before_name(
    table: &Table<'_>,
    scene: &Scene<'_>,
    row: &Row,
    (rect, ink): (Rect, Color32),
    brush: &mut Brush,
) -> f32 {
    let painter = &scene.pen.painter;
    let mut icon = |codepoint: &str, (size, colour): (f32, Color32), x: f32| {
        let font = FontId::new(size, theme::icons());
        let galley = painter.layout_no_wrap(codepoint.to_owned(), font, colour);
        let top = rect.center().y - galley.size().y / 2.0;
        brush.text(pos2(x, top), galley, colour);
    };
    let mut x = rect.left() + PAD / 2.0 + row.depth as f32 * INDENT;
    if row.has_children {
        let arrow = if row.is_folded {
            icons::ICON_CHEVRON_RIGHT
        } else {
            icons::ICON_EXPAND_MORE
        };
        icon(arrow.codepoint, (18.0, ink), x);
    }
    x += if table.room.query.sort.is_none() {
        ARROW
    } else {
        PAD / 2.0
    };
    if table.room.typing.is_refused(Target::Policy(row.id)) {
        let danger = scene.pen.paint.danger;
        icon(icons::ICON_WARNING.codepoint, (16.0, danger), x);
        x += 20.0;
    }
    x
}

/// A name that is not official wears a badge.
fn badge(
    scene: &Scene<'_>,
    (wording, text): (Wording, &str),
    (rect, ink): (Rect, Color32),
    brush: &mut Brush,
) {
    let paint = scene.pen.paint;
    let colour = match wording {
        _ if paint.look == Look::Contrast => ink,
        Wording::ToFill => paint.danger,
        _ => paint.warning,
    };
    let font = FontId::proportional(12.0);
    let galley = scene.cut(text, (font, colour), rect.width() - 20.0, 1);
    let size = galley.size() + vec2(12.0, 2.0);
    let at = pos2(rect.left() + 4.0, rect.center().y - size.y / 2.0);
    let edge = RectShape::stroke(
        Rect::from_min_size(at, size),
        CornerRadius::same(8),
        Stroke::new(1.0, colour),
        StrokeKind::Inside,
    );
    brush.shapes.push(edge.into());
    brush.text(at + vec2(6.0, 1.0), galley, colour);
}

/// Numbers of rows; a bar beside those that are chosen.
pub fn row_heads(table: &Table<'_>, scene: &Scene<'_>) {
    let (side, paint) = (scene.parts.side, scene.pen.paint);
    let mut brush = Brush::default();
    brush.fill(side, paint.canvas);
    for at in scene.rows(scene.leading) {
        let rect = scene.row_head(at);
        let is_selected = table
            .row(at)
            .is_some_and(|row| table.room.selected.contains(&row.id));
        if is_selected {
            brush.fill(rect, paint.selected);
            let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
            brush.fill(bar, paint.primary);
        }
        let (family, ink) = if is_selected {
            (theme::semibold(), paint.on_selected)
        } else {
            (FontFamily::Proportional, paint.muted)
        };
        let number = table.words().numbers().count(at + 1);
        let galley = scene.cut(&number, (FontId::new(12.0, family), ink), SIDE - 8.0, 1);
        let x = rect.right() - 8.0 - galley.size().x;
        let top = rect.center().y - galley.size().y / 2.0;
        brush.text(pos2(x, top), galley, ink);
        let edge = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 1.0), rect.max);
        brush.fill(edge, paint.line);
        let edge = Rect::from_min_max(pos2(rect.right() - 1.0, rect.top()), rect.max);
        brush.fill(edge, paint.line);
    }
    brush.done(&scene.clipped(side));
}

/// Names of columns, and the corner above the numbers.
pub fn column_heads(table: &Table<'_>, scene: &Scene<'_>) {
    let (head, corner, paint) = (scene.parts.head(0), scene.parts.corner, scene.pen.paint);
    let mut brush = Brush::default();
    brush.fill(corner.union(head), paint.canvas);
    let edge = Rect::from_min_max(pos2(corner.left(), corner.bottom() - 1.0), head.max);
    brush.fill(edge, paint.border);
    brush.done(&scene.clipped(scene.parts.whole));
    let mut brush = Brush::default();
    for at in scene.columns(0) {
        let Some(column) = table.column(at) else {
            continue;
        };
        let rect = scene.column_head(0, at);
        let is_here = scene.in_selected_column(at);
        if is_here {
            brush.fill(rect, paint.selected);
        }
        let ink = if is_here {
            paint.on_selected
        } else {
            paint.muted
        };
        let name = table.words().say(column.key());
        let font = FontId::new(12.0, theme::semibold());
        let room = rect.width() - PAD - SORT - 4.0;
        let galley = scene.cut(&name, (font, ink), room.max(4.0), 1);
        let top = rect.center().y - galley.size().y / 2.0;
        brush.text(pos2(rect.left() + PAD, top), galley, ink);
        let edge = Rect::from_min_max(pos2(rect.right() - 1.0, rect.top()), rect.max);
        brush.fill(edge, paint.line);
        let edge = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 1.0), rect.max);
        brush.fill(edge, paint.border);
    }
    brush.done(&scene.clipped(head));
}
