//! What a question came to, as large as what was asked: the agreed value with its reason and its dissent, or that it was
//! put off. And votes told table by table, which is what a room talks about before it decides.

use super::projection::{Board, CARD, SOFT, TEXT, bar_colour, outcome_words};
use crate::theme;
use egui::{Align2, CornerRadius, FontFamily, Rect, Stroke, pos2, vec2};
use ordito_model::{CellValue, Outcome};
use ordito_pages::report::lab::table_name;
use ordito_workspace::Projection;

/// Draws the decision, where there is one; what is left of the place for the votes.
pub fn decision(board: &Board<'_>, area: Rect, it: &Projection) -> Rect {
    let Some(outcome) = &it.outcome else {
        return area;
    };
    let s = board.scale;
    let has_votes = it.shown.is_some();
    let gap = 40.0 * s;
    let card = if has_votes {
        area.with_min_x(area.left() + area.width() * 0.54 + gap)
    } else {
        area
    };
    let radius = CornerRadius::same((14.0 * s) as u8);
    board.painter.rect_filled(card, radius, CARD);
    let stroke = Stroke::new((4.0 * s).max(1.5), value_colour(it, outcome));
    let inside = egui::StrokeKind::Inside;
    board.painter.rect_stroke(card, radius, stroke, inside);
    let inner = card.shrink2(vec2(34.0, 24.0) * s);
    let (name, value) = outcome_words(board.workspace, outcome);
    let head = board.line(
        inner.min,
        Align2::LEFT_TOP,
        &name,
        30.0,
        theme::semibold(),
        SOFT,
    );
    let (word, reason, dissent) = match outcome {
        Outcome::Agreed {
            value,
            reason,
            dissent,
        } => (level_word(it, *value), reason.as_str(), dissent.as_str()),
        Outcome::Parked { reason } => (String::new(), reason.as_str(), ""),
        Outcome::Skipped => (String::new(), "", ""),
    };
    let size = if matches!(outcome, Outcome::Agreed { .. }) {
        110.0
    } else {
        64.0
    };
    let at = pos2(inner.left(), head.bottom() - 4.0 * s);
    let large = board.line(at, Align2::LEFT_TOP, &value, size, theme::bold(), TEXT);
    let at = pos2(large.right() + 24.0 * s, large.center().y);
    board.line(
        at,
        Align2::LEFT_CENTER,
        &word,
        52.0,
        theme::semibold(),
        TEXT,
    );
    let words = board.workspace.words();
    let dissent = (!dissent.trim().is_empty()).then(|| words.lab_dissent_said(dissent.trim()));
    let below = inner.with_min_y(large.bottom() + 8.0 * s);
    texts(board, below, reason.trim(), dissent.as_deref());
    if has_votes {
        area.with_max_x(card.left() - gap)
    } else {
        Rect::NOTHING
    }
}

/// The reason as large as it fits, the dissent below it.
fn texts(board: &Board<'_>, area: Rect, reason: &str, dissent: Option<&str>) {
    let s = board.scale;
    let galley = |text: &str, size: f32, colour, high: f32| {
        let font = board.font(size, FontFamily::Proportional);
        let row = size * s * 1.35;
        let rows = ((high / row).floor() as usize).max(1);
        board.galley(text, font, colour, area.width(), rows)
    };
    let dissent = dissent.map(|text| galley(text, 28.0, SOFT, area.height() * 0.35));
    let under = dissent.as_ref().map_or(0.0, |it| it.size().y + 14.0 * s);
    let room = area.height() - under;
    let mut reason_shown = None;
    // Long reasons step down before they are cut.
    for size in [44.0, 38.0, 32.0, 28.0] {
        let shown = galley(reason, size, TEXT, room);
        let fits = !shown.elided && shown.size().y <= room;
        reason_shown = Some(shown);
        if fits {
            break;
        }
    }
    let mut top = area.top();
    if let Some(shown) = reason_shown.filter(|_| !reason.is_empty()) {
        let high = shown.size().y;
        board.painter.galley(pos2(area.left(), top), shown, TEXT);
        top += high + 14.0 * s;
    }
    if let Some(shown) = dissent {
        board.painter.galley(pos2(area.left(), top), shown, SOFT);
    }
}

fn level_word(it: &Projection, value: CellValue) -> String {
    let net = value.net().filter(|_| !value.is_two_sided());
    let bar = it.bars.iter().find(|bar| Some(bar.value) == net);
    bar.map_or_else(String::new, |bar| bar.word.clone())
}

fn value_colour(it: &Projection, outcome: &Outcome) -> egui::Color32 {
    let magnitude = it.bars.iter().map(|bar| bar.value.abs()).max();
    match outcome {
        Outcome::Agreed { value, .. } => match (value.net(), magnitude) {
            (Some(net), Some(magnitude)) => bar_colour(net, magnitude),
            _ => SOFT,
        },
        _ => SOFT,
    }
}

/// Votes table by table: a line for each, under each level how many, and the table's own median.
pub fn by_table(board: &Board<'_>, area: Rect, it: &Projection) {
    let s = board.scale;
    let words = board.workspace.words();
    let numbers = words.numbers();
    let magnitude = it.bars.iter().map(|bar| bar.value.abs()).max();
    let magnitude = magnitude.unwrap_or_default();
    let (name_width, median_width) = (280.0 * s, 240.0 * s);
    let levels = area
        .with_min_x(area.left() + name_width)
        .with_max_x(area.right() - median_width);
    let width = levels.width() / it.bars.len().max(1) as f32;
    let foot = 56.0 * s;
    let room = area.height() - foot;
    let fits = ((room / (46.0 * s)).floor() as usize).max(1);
    let shown = it.tables.iter().take(fits);
    let high = (room / it.tables.len().min(fits).max(1) as f32).min(96.0 * s);
    let mut top = area.bottom() - foot - high * it.tables.len().min(fits) as f32;
    for table in shown {
        let middle = top + high / 2.0;
        let name = table_name(words, &table.table);
        let name = board.galley(
            &name,
            board.font(32.0, theme::semibold()),
            TEXT,
            name_width,
            1,
        );
        let at = pos2(area.left(), middle - name.size().y / 2.0);
        board.painter.galley(at, name, TEXT);
        let line = Stroke::new(1.0, CARD);
        board.painter.hline(area.x_range(), top + high, line);
        for (i, bar) in it.bars.iter().enumerate() {
            let at_level = |value: &&CellValue| value.net() == Some(bar.value);
            let votes = table.said.iter().filter(at_level).count();
            if votes == 0 {
                continue;
            }
            let centre = pos2(levels.left() + width * (i as f32 + 0.5), middle);
            let radius = (high * 0.42).min(40.0 * s);
            let fill = bar_colour(bar.value, magnitude);
            board.painter.circle_filled(centre, radius, fill);
            let ink = ordito_pages::figure::palette::text_on(ordito_model::Rgb(
                fill.r(),
                fill.g(),
                fill.b(),
            ));
            let ink = egui::Color32::from_rgb(ink.0, ink.1, ink.2);
            let n = numbers.count(votes);
            board.line(centre, Align2::CENTER_CENTER, &n, 32.0, theme::bold(), ink);
        }
        let median = table.panel.as_ref().map_or_else(
            || "–".to_owned(),
            |panel| super::projection::median(board.workspace, panel),
        );
        let at = pos2(area.right(), middle);
        let said = words.lab_table_median(median);
        board.line(at, Align2::RIGHT_CENTER, &said, 32.0, theme::bold(), TEXT);
        top += high;
    }
    for (i, bar) in it.bars.iter().enumerate() {
        let at = pos2(
            levels.left() + width * (i as f32 + 0.5),
            area.bottom() - foot + 4.0 * s,
        );
        let value = numbers.points(bar.value);
        board.line(at, Align2::CENTER_TOP, &value, 40.0, theme::bold(), TEXT);
    }
}
