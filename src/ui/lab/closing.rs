//! The last slide: what the room decided, question by question.

use super::projection::{BACKGROUND, Board, CARD, SOFT, TEXT, bar_colour};
use crate::theme;
use egui::accesskit::Role;
use egui::{Align2, CornerRadius, FontFamily, Rect, Sense, Ui, WidgetInfo, pos2, vec2};
use ordito_model::{CellValue, Outcome, Points, Rgb};
use ordito_pages::figure::palette::text_on;
use ordito_workspace::{Closing, Crossing, Decided, Workspace};

/// Questions on a page of it.
const PER_PAGE: usize = 8;

pub const fn n_pages(n_questions: usize) -> usize {
    let pages = n_questions.div_ceil(PER_PAGE);
    if pages == 0 { 1 } else { pages }
}

pub fn closing_ui(
    ui: &Ui,
    (rect, scale): (Rect, f32),
    workspace: &Workspace,
    (closing, page): (&Closing, usize),
) {
    let painter = ui.painter().with_clip_rect(rect);
    let board = Board {
        painter: &painter,
        scale,
        workspace,
    };
    painter.rect_filled(rect, CornerRadius::ZERO, BACKGROUND);
    let words = workspace.words();
    let s = scale;
    let inner = rect.shrink2(vec2(72.0, 40.0) * s);
    let title = board.line(
        inner.min,
        Align2::LEFT_TOP,
        &words.lab_closing_title(),
        56.0,
        theme::bold(),
        TEXT,
    );
    let pages = n_pages(closing.questions.len());
    let page = page.min(pages.saturating_sub(1));
    if pages > 1 {
        let said = words.lab_closing_page((page + 1).to_string(), pages.to_string());
        let at = inner.right_top() + vec2(0.0, 14.0 * s);
        let family = FontFamily::Proportional;
        board.line(at, Align2::RIGHT_TOP, &said, 30.0, family, SOFT);
    }
    let under = board.galley(
        &[closing.title.clone(), counts(workspace, closing)].join(" · "),
        board.font(30.0, FontFamily::Proportional),
        SOFT,
        inner.width(),
        1,
    );
    let at = pos2(inner.left(), title.bottom() + 4.0 * s);
    let mut top = at.y + under.size().y + 20.0 * s;
    painter.galley(at, under, SOFT);
    let shown = closing.questions.iter().zip(1_usize..);
    let shown: Vec<_> = shown.skip(page * PER_PAGE).take(PER_PAGE).collect();
    let room = (inner.bottom() - top) / PER_PAGE as f32;
    let high = room.min(108.0 * s);
    for (decided, n) in shown {
        let line = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), high));
        line_of(&board, line, closing, (decided, n));
        top += high;
    }
    let response = ui.interact(rect, ui.scope_id().with("closing"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, in_words(workspace, closing)));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_live(egui::accesskit::Live::Polite);
    });
}

/// `6 concordate · 1 rinviata · 1 saltata`
fn counts(workspace: &Workspace, closing: &Closing) -> String {
    let words = workspace.words();
    [
        (closing.agreed, words.lab_closing_agreed(closing.agreed)),
        (closing.parked, words.lab_closing_parked(closing.parked)),
        (closing.skipped, words.lab_closing_skipped(closing.skipped)),
        (closing.open, words.lab_closing_open(closing.open)),
    ]
    .into_iter()
    .filter(|(n, _)| *n > 0)
    .map(|(_, said)| said)
    .collect::<Vec<_>>()
    .join(" · ")
}

/// What it came to, short, and why.
fn outcome<'a>(workspace: &Workspace, decided: &'a Decided) -> (String, &'a str) {
    let words = workspace.words();
    match &decided.outcome {
        Some(Outcome::Agreed { value, reason, .. }) => (words.numbers().cell(*value), reason),
        Some(Outcome::Parked { reason }) => (words.lab_outcome_parked(), reason),
        Some(Outcome::Skipped) => (words.lab_outcome_skipped(), ""),
        None => (words.lab_outcome_open(), ""),
    }
}

fn line_of(board: &Board<'_>, line: Rect, closing: &Closing, (decided, n): (&Decided, usize)) {
    let s = board.scale;
    let number = board.workspace.words().numbers().count(n);
    let middle = line.center().y - 6.0 * s;
    let at = pos2(line.left() + 50.0 * s, middle);
    let family = theme::semibold();
    board.line(at, Align2::RIGHT_CENTER, &number, 32.0, family, SOFT);
    let (said, reason) = outcome(board.workspace, decided);
    let chip = Rect::from_min_max(
        pos2(line.left() + 74.0 * s, line.top()),
        pos2(line.left() + 254.0 * s, line.bottom() - 12.0 * s),
    );
    let (fill, ink) = match &decided.outcome {
        Some(Outcome::Agreed { value, .. }) => colours(*value, closing.magnitude),
        _ => (CARD, TEXT),
    };
    let radius = CornerRadius::same((10.0 * s) as u8);
    board.painter.rect_filled(chip, radius, fill);
    let size = if said.chars().count() > 6 { 30.0 } else { 48.0 };
    board.line(
        chip.center(),
        Align2::CENTER_CENTER,
        &said,
        size,
        theme::bold(),
        ink,
    );
    let left = chip.right() + 28.0 * s;
    let width = line.right() - left;
    let end = |end: &Crossing| format!("{} {}", end.code, end.name).trim().to_owned();
    let names = format!("{} → {}", end(&decided.row), end(&decided.column));
    let names = board.galley(&names, board.font(34.0, theme::semibold()), TEXT, width, 1);
    let font = board.font(28.0, FontFamily::Proportional);
    let reason = (!reason.trim().is_empty()).then(|| {
        let plain = reason.split_whitespace().collect::<Vec<_>>().join(" ");
        board.galley(&plain, font, SOFT, width, 1)
    });
    let tall = names.size().y + reason.as_ref().map_or(0.0, |reason| reason.size().y);
    let top = middle - tall / 2.0;
    let below = top + names.size().y;
    board.painter.galley(pos2(left, top), names, TEXT);
    if let Some(reason) = reason {
        board.painter.galley(pos2(left, below), reason, SOFT);
    }
}

/// Fill and ink of an agreed value.
fn colours(value: CellValue, magnitude: Points) -> (egui::Color32, egui::Color32) {
    let Some(net) = value.net() else {
        return (CARD, TEXT);
    };
    let fill = bar_colour(net, magnitude);
    let ink = text_on(Rgb(fill.r(), fill.g(), fill.b()));
    (fill, egui::Color32::from_rgb(ink.0, ink.1, ink.2))
}

/// All of it, for a screen reader.
fn in_words(workspace: &Workspace, closing: &Closing) -> String {
    let line = |(decided, n): (&Decided, usize)| {
        let (said, reason) = outcome(workspace, decided);
        let end = |end: &Crossing| format!("{} {}", end.code, end.name);
        let (row, column) = (end(&decided.row), end(&decided.column));
        format!("{n}. {row} → {column}: {said}. {reason}")
    };
    let head = [
        workspace.words().lab_closing_title(),
        closing.title.clone(),
        counts(workspace, closing),
    ];
    head.into_iter()
        .chain(closing.questions.iter().zip(1_usize..).map(line))
        .collect::<Vec<_>>()
        .join(". ")
}
