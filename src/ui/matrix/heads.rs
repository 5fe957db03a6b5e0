//! Painting of what stays while the cells scroll: titles, groups, profiles.

use super::layout::Slot;
use super::model::Cells;
use super::sizes::Sizes;
use crate::kit::grid::{Border, Brush, GridModel as _, Scene};
use crate::kit::pen::quad;
use crate::theme::{self, colour};
use egui::epaint::TextShape;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, Color32, FontFamily, FontId, Galley, Mesh, Rect, Shape, Stroke, pos2, vec2};
use ordito_model::{Item, Points};
use ordito_pages::figure::palette;
use ordito_workspace::LineSums;
use std::sync::Arc;

impl Cells<'_> {
    fn title(&self, item: Option<Item>) -> (String, String) {
        let Some(item) = item else {
            return (String::new(), self.words().matrix_no_group());
        };
        let (code, label) = self.contents.item_label(item);
        (
            code.to_owned(),
            label.get(self.words().language()).to_owned(),
        )
    }
    /// Areas of a framework are known by name; goals above targets by their number.
    fn is_area(&self, item: Option<Item>) -> bool {
        let goal = item
            .and_then(Item::goal)
            .and_then(|id| self.contents.goals.get(&id));
        goal.is_some_and(|goal| {
            goal.level == 0 && self.view.columns.iter().all(|line| Some(line.item) != item)
        })
    }
    /// Whole numbers where weights are whole.
    pub fn sum(&self, value: f64) -> String {
        let decimals = u8::from((value - value.round()).abs() > 0.05);
        self.words().numbers().signed(value, decimals)
    }
}

/// Left of the codes of rows.
const PAD: f32 = 8.0;

pub fn code_font() -> FontId {
    FontId::proportional(13.0)
}
pub fn name_font() -> FontId {
    FontId::proportional(14.0)
}
/// The room that names of rows have.
pub fn name_width(sizes: &Sizes) -> f32 {
    (sizes.side - sizes.code - sizes.profile - 6.0).max(10.0)
}

/// How wide a column has to be for its title, or the heads of rows for theirs.
pub fn fitting(cells: &Cells<'_>, border: Border, measure: &dyn Fn(&str, FontId) -> f32) -> f32 {
    let title = |item: Option<Item>, font: FontId| measure(&cells.title(item).1, font);
    match border {
        Border::Heads => {
            let rows = (0..cells.layout.rows.len()).filter(|row| cells.is_open(*row).is_none());
            let widest = rows
                .map(|row| title(cells.row_item(row), name_font()))
                .fold(0.0, f32::max);
            widest + cells.sizes().code + cells.sizes().profile + 8.0
        }
        Border::Column(column) => {
            let item = cells.column_item(column);
            let sizes = cells.sizes();
            let lines = (title(item, FontId::proportional(12.0)) / (sizes.titles - 14.0))
                .ceil()
                .max(1.0);
            let code = measure(&cells.title(item).0, FontId::new(12.0, theme::bold()));
            (lines * sizes.line + 8.0).max(code + 6.0).max(34.0)
        }
    }
}

/// Group bands, upright titles, codes.
pub fn columns(cells: &Cells<'_>, scene: &Scene<'_>) {
    let (head, paint) = (scene.parts.head(0), scene.pen.paint);
    let bottom = head.bottom();
    let end = scene.left(0, cells.layout.columns.len());
    let mut brush = Brush::default();
    brush.fill(head, paint.surface);
    for column in scene.columns(0) {
        let whole = scene.column_head(0, column);
        let right = whole.right();
        let rect = Rect::from_min_max(whole.min, whole.max - vec2(1.0, 1.0));
        let selected = scene.in_selected_column(column);
        if selected {
            brush.fill(rect, paint.selected);
        }
        brush.fill(
            Rect::from_min_max(pos2(right - 1.0, rect.top()), whole.max),
            paint.line,
        );
        title_of_column(cells, scene, (column, rect), &mut brush);
        if let Some(Slot::Line(line)) = cells.layout.columns.get(column)
            && cells
                .view
                .columns
                .get(*line)
                .is_some_and(|line| line.after_hidden)
        {
            let before = rect
                .with_max_x(rect.left() + 1.0)
                .translate(vec2(-1.0, 0.0));
            brush.fill(before.expand2(vec2(0.5, 0.0)), paint.primary);
        }
    }
    brush.fill(
        Rect::from_min_max(
            pos2(head.left(), bottom - 1.0),
            pos2(end.min(head.right()), bottom),
        ),
        paint.line,
    );
    bands(cells, scene, &mut brush);
    brush.done(&scene.clipped(head));
}

/// The upright title and the code of a column.
fn title_of_column(
    cells: &Cells<'_>,
    scene: &Scene<'_>,
    (column, rect): (usize, Rect),
    brush: &mut Brush,
) {
    let (paint, sizes) = (scene.pen.paint, cells.sizes());
    let selected = scene.in_selected_column(column);
    let item = cells.column_item(column);
    let (code, mut title) = cells.title(item);
    let (first, second) = if selected {
        (paint.on_selected, paint.on_selected)
    } else {
        (paint.muted, paint.ink)
    };
    // Which way the rows are in order.
    if let Some(down) = cells.order_of(item) {
        title = format!("{} {title}", if down { "↓" } else { "↑" });
    }
    let bottom = rect.bottom() + 1.0;
    let long = rect.height() - sizes.codes - 8.0;
    let lines = ((rect.width() - 3.0) / sizes.line).max(2.0) as usize;
    let family = if selected {
        theme::semibold()
    } else {
        FontFamily::Proportional
    };
    let galley = upright(
        scene,
        &title,
        FontId::new(12.0, family),
        (long, sizes.line, lines),
    );
    let at = pos2(
        (rect.center().x - galley.size().y / 2.0).round(),
        bottom - sizes.codes - 2.0,
    );
    brush.shapes.push(
        TextShape::new(at, galley, first)
            .with_angle(-std::f32::consts::FRAC_PI_2)
            .into(),
    );
    // Codes of areas are ours, their names are known.
    if cells.is_area(item) {
        return;
    }
    let small = code.chars().count() > 5 || rect.width() < 30.0;
    let font = FontId::new(if small { 11.0 } else { 12.0 }, theme::bold());
    let galley = scene.cut(&code, (font, second), rect.width() - 1.0, 1);
    brush.text(
        pos2(
            rect.center().x - galley.size().x / 2.0,
            bottom - sizes.codes + (sizes.codes - galley.size().y) / 2.0,
        ),
        galley,
        second,
    );
}

/// A title to be set upright: words that are longer than a line are parted with a hyphen.
fn upright(
    scene: &Scene<'_>,
    title: &str,
    font: FontId,
    (long, line, lines): (f32, f32, usize),
) -> Arc<Galley> {
    let painter = &scene.pen.painter;
    let measure = |text: &str| {
        painter
            .layout_no_wrap(text.to_owned(), font.clone(), Color32::PLACEHOLDER)
            .size()
            .x
    };
    let mut format = TextFormat::simple(font.clone(), Color32::PLACEHOLDER);
    format.line_height = Some(line);
    let mut job = LayoutJob::single_section(parted(title, long, measure), format);
    job.wrap = TextWrapping {
        max_width: long,
        max_rows: lines,
        break_anywhere: false,
        overflow_character: Some('…'),
    };
    painter.layout_job(job)
}

/// Words that are wider than `room` get a hyphen where a syllable may end; a line breaks behind it.
fn parted(title: &str, room: f32, measure: impl Fn(&str) -> f32) -> String {
    // Most titles have only words that fit.
    let longest = title.split(' ').map(str::chars).map(Iterator::count).max();
    if longest.unwrap_or(0) < 9 {
        return title.to_owned();
    }
    let words = title.split(' ').map(|word| {
        if word.chars().count() < 9 || measure(word) <= room {
            return word.to_owned();
        }
        let is_vowel = |c: char| "aeiouàèéìòùAEIOU".contains(c);
        let letters: Vec<char> = word.chars().collect();
        let ends = (3..letters.len().saturating_sub(2)).rev().find(|at| {
            let (before, after, next) = (
                letters.get(at - 1).copied().unwrap_or(' '),
                letters.get(*at).copied().unwrap_or(' '),
                letters.get(at + 1).copied().unwrap_or(' '),
            );
            let head: String = letters.iter().take(*at).collect();
            is_vowel(before) && !is_vowel(after) && is_vowel(next) && measure(&head) + 5.0 <= room
        });
        match ends {
            Some(at) => {
                let (head, rest) = (letters.iter().take(at), letters.iter().skip(at));
                format!("{}- {}", head.collect::<String>(), rest.collect::<String>())
            }
            None => word.to_owned(),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn bands(cells: &Cells<'_>, scene: &Scene<'_>, brush: &mut Brush) {
    let head = scene.parts.head(0);
    if !cells
        .view
        .column_groups
        .iter()
        .any(|group| group.item.is_some())
    {
        return;
    }
    let (mut column, last) = (scene.columns(0).start, scene.columns(0).end);
    while column < last {
        let (start, end) = cells.columns_of_group(column);
        column = end + 1;
        let group = cells.layout.column_group(cells.view, start);
        let Some(group) = group.and_then(|group| cells.view.column_groups.get(group)) else {
            continue;
        };
        let rect = Rect::from_min_max(
            pos2(scene.left(0, start), head.top()),
            pos2(
                scene.left(0, end + 1) - 1.0,
                head.top() + cells.sizes().band - 1.0,
            ),
        );
        let back = group.colour.unwrap_or(ordito_model::Rgb(0x4A, 0x5F, 0x75));
        brush.fill(rect, colour(back));
        let ink = colour(palette::text_on(back));
        let seen = rect.intersect(head);
        let folded = cells
            .layout
            .columns
            .get(start)
            .is_some_and(|slot| matches!(slot, Slot::Group(_)));
        let (code, title) = cells.title(group.item);
        let bare = code.is_empty() || title.starts_with(&code) || cells.is_area(group.item);
        let text = if bare {
            title
        } else {
            format!("{code} {title}")
        };
        band(scene, (seen, folded), (&text, ink), brush);
    }
}

/// The name of a group above its columns. Where there is only one, the name is shortened, and the arrow gives way; what is
/// folded has its name below.
fn band(
    scene: &Scene<'_>,
    (seen, folded): (Rect, bool),
    (text, ink): (&str, Color32),
    brush: &mut Brush,
) {
    let font = FontId::new(12.0, theme::semibold());
    let y = seen.center().y;
    if folded {
        arrow(&mut brush.mesh, seen.center(), true, ink);
        return;
    }
    let (wide, narrow) = (seen.width() - 24.0, seen.width() - 6.0);
    if wide > 36.0 {
        arrow(&mut brush.mesh, pos2(seen.left() + 12.0, y), false, ink);
        let galley = scene.cut(text, (font, ink), wide, 1);
        let at = pos2(seen.left() + 20.0, y - galley.size().y / 2.0);
        brush.text(at, galley, ink);
        return;
    }
    if let Some(galley) = scene.short(text, (font, ink), narrow) {
        let at = pos2(seen.left() + 3.0, y - galley.size().y / 2.0);
        brush.text(at, galley, ink);
    }
}

/// ▾ open, ▸ folded.
fn arrow(mesh: &mut Mesh, centre: egui::Pos2, folded: bool, colour: Color32) {
    let corners = if folded {
        [
            centre + vec2(-3.0, -4.5),
            centre + vec2(4.0, 0.0),
            centre + vec2(-3.0, 4.5),
        ]
    } else {
        [
            centre + vec2(-4.5, -3.0),
            centre + vec2(4.5, -3.0),
            centre + vec2(0.0, 4.0),
        ]
    };
    let [a, b, c] = corners;
    quad(mesh, [a, b, c, c], colour);
}

/// Headings of groups; codes, titles and profiles of rows.
pub fn rows(cells: &Cells<'_>, scene: &Scene<'_>) {
    let (side, paint) = (scene.parts.side, scene.pen.paint);
    let mut brush = Brush::default();
    brush.fill(side, paint.surface);
    let mut headings: Vec<Shape> = Vec::new();
    let largest = cells
        .layer
        .rows
        .iter()
        .map(|sums| sums.benefit.max(-sums.tradeoff))
        .fold(0.0, f64::max);
    for row in scene.rows(0) {
        let rect = scene.row_head(row);
        match cells.layout.rows.get(row) {
            Some(Slot::Group(group)) => {
                headings.push(heading(cells, scene, (*group, rect), &mut brush));
            }
            Some(Slot::Line(line)) => {
                title(cells, scene, (row, rect), &mut brush);
                if let Some(sums) = cells.layer.rows.get(*line) {
                    let place = Rect::from_min_max(
                        pos2(rect.right() - cells.sizes().profile, rect.top()),
                        rect.max,
                    );
                    profile(cells, scene, (sums, largest, place), &mut brush.mesh);
                }
            }
            None => {}
        }
        brush.fill(
            Rect::from_min_max(pos2(rect.left(), rect.bottom() - 1.0), rect.max),
            paint.line,
        );
        if let Some(Slot::Line(line)) = cells.layout.rows.get(row)
            && cells
                .view
                .rows
                .get(*line)
                .is_some_and(|line| line.after_hidden)
        {
            let above = rect.with_max_y(rect.top() + 1.0).translate(vec2(0.0, -1.0));
            brush.fill(above.expand2(vec2(0.0, 0.5)), paint.primary);
        }
        // Open headings are not crossed by lines.
        if cells.is_open(row) != Some(true) {
            for x in [rect.right() - cells.sizes().profile, rect.right() - 1.0] {
                brush.fill(
                    Rect::from_min_max(pos2(x, rect.top()), pos2(x + 1.0, rect.bottom())),
                    paint.line,
                );
            }
        }
    }
    brush.done(&scene.clipped(side));
    scene
        .clipped(side.with_max_x(scene.parts.body(0).right()))
        .extend(headings);
}

/// The name of a group of rows, painted above what is beside it: an open heading has its whole line to itself.
fn heading(
    cells: &Cells<'_>,
    scene: &Scene<'_>,
    (group, rect): (usize, Rect),
    brush: &mut Brush,
) -> Shape {
    let paint = scene.pen.paint;
    brush.fill(rect, paint.canvas);
    let item = cells
        .view
        .row_groups
        .get(group)
        .and_then(|group| group.item);
    let folded = cells.layout.is_folded_row(group);
    arrow(
        &mut brush.mesh,
        pos2(rect.left() + 13.0, rect.center().y),
        folded,
        paint.ink,
    );
    let (_, mut title) = cells.title(item);
    if folded {
        let n = cells.lines_of_row(Slot::Group(group)).len();
        title = format!("{title} ({})", cells.words().numbers().count(n));
    }
    let end = if folded {
        rect.right() - cells.sizes().profile
    } else {
        scene.parts.body(0).right()
    };
    let galley = scene.cut(
        &title,
        (FontId::new(14.0, theme::bold()), paint.ink),
        end - rect.left() - 32.0,
        1,
    );
    let at = pos2(rect.left() + 22.0, rect.center().y - galley.size().y / 2.0);
    TextShape::new(at, galley, paint.ink).into()
}

/// Code and title of a row.
fn title(cells: &Cells<'_>, scene: &Scene<'_>, (row, rect): (usize, Rect), brush: &mut Brush) {
    let (paint, middle) = (scene.pen.paint, rect.center().y);
    let selected = scene.in_selected_row(row);
    if selected {
        brush.fill(rect, paint.selected);
    }
    let (code, title) = cells.title(cells.row_item(row));
    let ink = if selected {
        paint.on_selected
    } else {
        paint.muted
    };
    let galley = scene.cut(&code, (code_font(), ink), cells.sizes().code - PAD - 2.0, 1);
    brush.text(
        pos2(rect.left() + PAD, middle - galley.size().y / 2.0),
        galley,
        ink,
    );
    let ink = if selected {
        paint.on_selected
    } else {
        paint.ink
    };
    // A row that is higher has room for a name of several lines.
    let line = scene
        .pen
        .painter
        .fonts_mut(|fonts| fonts.row_height(&name_font()));
    let lines = ((rect.height() - 4.0) / line).max(1.0) as usize;
    let width = name_width(cells.sizes());
    let galley = scene.cut(&title, (name_font(), ink), width, lines);
    brush.text(
        pos2(
            rect.left() + cells.sizes().code,
            middle - galley.size().y / 2.0,
        ),
        galley,
        ink,
    );
}

/// Harm to the left and benefit to the right of a centre line.
fn profile(
    cells: &Cells<'_>,
    scene: &Scene<'_>,
    (sums, largest, rect): (&LineSums, f64, Rect),
    mesh: &mut Mesh,
) {
    if largest <= 0.0 || rect.width() < 10.0 {
        return;
    }
    let pad = if rect.width() < 50.0 { 4.0 } else { 10.0 };
    let room = rect.width() - 2.0 * pad;
    let zero = rect.left() + pad + room * 0.42;
    let reach = |value: f64, room: f32| ((value / largest) as f32 * room).round();
    let (benefit, harm) = (
        reach(sums.benefit, room * 0.58),
        reach(-sums.tradeoff, room * 0.42),
    );
    let middle = rect.center().y;
    let bar =
        |from: f32, to: f32| Rect::from_min_max(pos2(from, middle - 4.0), pos2(to, middle + 4.0));
    let full = cells.view.scale.max_magnitude();
    let two_thirds = Points((f32::from(full.0) * 0.6) as i16);
    let look = scene.pen.paint.look;
    mesh.add_colored_rect(
        bar(zero, zero + benefit),
        colour(palette::ramp(two_thirds, full, look)),
    );
    mesh.add_colored_rect(
        bar(zero - harm, zero),
        colour(palette::ramp(two_thirds.negated(), full, look)),
    );
    let line = Rect::from_min_max(
        pos2(zero - 0.5, middle - 7.0),
        pos2(zero + 0.5, middle + 7.0),
    );
    mesh.add_colored_rect(line, scene.pen.paint.ink);
}

/// What stands above the titles of rows.
pub fn corner(cells: &Cells<'_>, scene: &Scene<'_>) {
    let (corner, paint, words) = (scene.parts.corner, scene.pen.paint, cells.words());
    let painter = scene.clipped(corner);
    painter.rect_filled(corner, 0.0, paint.surface);
    painter.hline(
        corner.x_range(),
        corner.bottom() - 0.5,
        Stroke::new(1.0, paint.line),
    );
    painter.vline(
        corner.right() - 0.5,
        corner.y_range(),
        Stroke::new(1.0, paint.line),
    );
    let y = corner.center().y;
    let font = FontId::proportional(13.0);
    let profile = corner.right() - cells.sizes().profile;
    painter.vline(
        profile + 0.5,
        corner.y_range(),
        Stroke::new(1.0, paint.line),
    );
    let of_goals = cells
        .view
        .rows
        .first()
        .is_some_and(|line| line.item.goal().is_some());
    let name = if of_goals {
        words.matrix_head_goals()
    } else {
        words.matrix_head_policies()
    };
    painter.text(
        pos2(corner.left() + 8.0, y),
        Align2::LEFT_CENTER,
        name,
        font.clone(),
        paint.muted,
    );
    let (hidden, shown) = (cells.view.n_hidden_rows, cells.layout.n_rows);
    let all = cells.view.rows.len() + hidden;
    let count = if hidden == 0 {
        words.matrix_head_count(all, shown)
    } else {
        words.matrix_head_hidden(hidden, all, shown)
    };
    painter.text(
        pos2(profile - 8.0, y),
        Align2::RIGHT_CENTER,
        count,
        FontId::proportional(12.0),
        paint.muted,
    );
    if cells.sizes().profile < 30.0 {
        return;
    }
    let at = pos2(f32::midpoint(profile, corner.right()), y);
    let narrow = cells.sizes().profile < 50.0;
    let font = FontId::proportional(if narrow { 11.0 } else { 13.0 });
    painter.text(
        at,
        Align2::CENTER_CENTER,
        words.matrix_head_profile(),
        font,
        paint.muted,
    );
}
