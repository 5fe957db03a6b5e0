//! Draws a `Projection`: what the room sees. Sizes are those of 1920 × 1080 points, where no text is under 28, and
//! shrink and grow with the display; every text is 7:1 or more on what is behind it.

use crate::theme;
use egui::accesskit::Role;
use egui::epaint::text::{LayoutJob, TextWrapping};
use egui::{
    Align, Align2, Color32, CornerRadius, FontFamily, FontId, Galley, Painter, Pos2, Rect, Sense,
    Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};
use ordito_model::{CellValue, Phase, Points};
use ordito_pages::report::lab::default_question;
use ordito_workspace::{Bar, Closing, Crossing, LAB_KEYS, Projection, Shown, Workspace};
use std::sync::Arc;

/// Smallest text, in points at 1920 × 1080.
pub const SMALLEST: f32 = 28.0;
pub const BACKGROUND: Color32 = Color32::from_rgb(0x0B, 0x1C, 0x2C);
pub const CARD: Color32 = Color32::from_rgb(0x15, 0x30, 0x4A);
pub const TEXT: Color32 = Color32::WHITE;
/// Second in rank, still 7:1 on both backgrounds.
pub const SOFT: Color32 = Color32::from_rgb(0xC2, 0xD2, 0xE0);
const GHOST: Color32 = Color32::from_rgb(0x7F, 0x93, 0xA6);

/// What of the session is not in the document.
pub struct Extra {
    /// Seconds left or over, where a clock is wanted.
    pub seconds: Option<i64>,
    /// Time meant for the question.
    pub minutes: u16,
    /// The round on show is told table by table.
    pub by_table: bool,
    /// All keys are shown in the place of the bars.
    pub legend: bool,
    /// The last slide, and which page of it, instead of a question.
    pub closing: Option<(Closing, usize)>,
}

/// Less than this is no room for bars with figures under them.
const LEAST: f32 = 240.0;
/// Height from the question to the foot under which the bars are too low to be read, at 1920 × 1080.
const LOWEST_BARS: f32 = 330.0;

pub struct Board<'a> {
    pub painter: &'a Painter,
    pub scale: f32,
    pub workspace: &'a Workspace,
}

impl Board<'_> {
    pub fn font(&self, size: f32, family: FontFamily) -> FontId {
        FontId::new(size.max(SMALLEST) * self.scale, family)
    }
    pub fn galley(
        &self,
        text: &str,
        font: FontId,
        colour: Color32,
        width: f32,
        rows: usize,
    ) -> Arc<Galley> {
        let mut job = LayoutJob::simple(text.to_owned(), font, colour, width);
        job.wrap = TextWrapping {
            max_width: width,
            max_rows: rows,
            ..TextWrapping::default()
        };
        self.painter.layout_job(job)
    }
    pub fn line(
        &self,
        at: Pos2,
        align: Align2,
        text: &str,
        size: f32,
        family: FontFamily,
        colour: Color32,
    ) -> Rect {
        self.painter
            .text(at, align, text, self.font(size, family), colour)
    }
    fn say(&self, key: &str, args: &[(&'static str, ordito_words::Arg)]) -> String {
        self.workspace.words().say_with(key, args)
    }
}

/// How much larger or smaller than on 1920 × 1080 things are in a display of this size.
pub fn scale_of(display: Rect) -> f32 {
    (display.width() / 1920.0).min(display.height() / 1080.0)
}

/// Draws into `rect`, a display of this scale or the most of one, and gives the whole a name for a screen reader.
pub fn projection_ui(
    ui: &Ui,
    (rect, scale): (Rect, f32),
    workspace: &Workspace,
    it: &Projection,
    extra: &Extra,
) {
    if let Some((closing, page)) = &extra.closing {
        super::closing::closing_ui(ui, (rect, scale), workspace, (closing, *page));
        return;
    }
    let painter = ui.painter().with_clip_rect(rect);
    let board = Board {
        painter: &painter,
        scale,
        workspace,
    };
    painter.rect_filled(rect, CornerRadius::ZERO, BACKGROUND);
    let inner = rect.shrink2(vec2(72.0, 40.0) * scale);
    heading(&board, inner, it, extra);
    let under = if extra.seconds.is_some() { 100.0 } else { 68.0 };
    let top = inner.top() + under * scale;
    let bottom = crossing(
        &board,
        Rect::from_min_max(pos2(inner.left(), top), inner.max),
        it,
    );
    let asked = question_text(workspace, it);
    let question = board.galley(
        &asked,
        board.font(36.0, FontFamily::Proportional),
        TEXT,
        inner.width(),
        2,
    );
    let question_at = pos2(inner.left(), bottom + 24.0 * scale);
    let question_bottom = question_at.y + question.size().y;
    painter.galley(question_at, question, TEXT);
    let rest = Rect::from_min_max(
        pos2(inner.left(), question_bottom + 16.0 * scale),
        inner.max,
    );
    if extra.legend {
        keys(&board, rest);
    } else {
        let votes = super::decision::decision(&board, rest, it);
        votes_and_figures(&board, votes, it, extra);
    }
    let response = ui.interact(rect, ui.scope_id().with("projection"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, in_words(workspace, it)));
}

/// The bars, or the tables, with the figures below them; nothing where there is no room.
fn votes_and_figures(board: &Board<'_>, area: Rect, it: &Projection, extra: &Extra) {
    let scale = board.scale;
    if !area.is_positive() {
        return;
    }
    // The foot takes what it needs; comments a second line where the bars can spare it, or none while they cannot.
    let room = area.height() + 16.0 * scale;
    let mut foot = Foot::of(board, area.width(), it, 2);
    for (lines, lowest) in [(1, LOWEST_BARS), (0, LOWEST_BARS - 70.0)] {
        if room - foot.height < lowest * scale {
            foot = Foot::of(board, area.width(), it, lines);
        }
    }
    if room - foot.height < LEAST * scale {
        // While a decision is written, or stands beside them, the votes are what is looked at.
        foot = Foot {
            parts: Vec::new(),
            height: 0.0,
        };
    }
    let foot_top = area.bottom() - foot.height;
    let bars = area.with_max_y(foot_top - 20.0 * scale);
    if bars.height() < 160.0 * scale {
        return;
    }
    if extra.by_table && !it.tables.is_empty() {
        super::decision::by_table(board, bars, it);
    } else {
        distribution(board, bars, it);
    }
    if counts_large(it) {
        let voted = board.say(
            "lab-voted",
            &[("n", it.voted.into()), ("of", it.expected.into())],
        );
        let at = bars.center() - vec2(0.0, 52.0 * scale);
        board.line(at, Align2::CENTER_CENTER, &voted, 84.0, theme::bold(), TEXT);
    }
    foot.paint(board, pos2(area.left(), foot_top));
}

/// Every key of a session, in two columns.
fn keys(board: &Board<'_>, area: Rect) {
    let words = board.workspace.words();
    let s = board.scale;
    let n = LAB_KEYS.len().div_ceil(2);
    let (width, high) = (area.width() / 2.0, area.height() / n as f32);
    for (i, key) in LAB_KEYS.iter().enumerate() {
        let at = pos2(
            area.left() + width * (i / n) as f32,
            area.top() + high * (i % n) as f32,
        );
        let keys = board.galley(
            &words.say(key),
            board.font(30.0, theme::bold()),
            TEXT,
            width * 0.34,
            2,
        );
        board.painter.galley(at, keys, TEXT);
        let told = board.galley(
            &words.say(&format!("{key}-text")),
            board.font(28.0, FontFamily::Proportional),
            SOFT,
            width * 0.6,
            3,
        );
        let at = at + vec2(width * 0.36, 2.0 * s);
        board.painter.galley(at, told, SOFT);
    }
}

/// Nothing of the votes is to be seen yet, nor of a round before: how many came fills the place of the bars.
fn counts_large(it: &Projection) -> bool {
    matches!(it.phase, Phase::Collecting(_)) && it.before.is_none()
}

/// What is asked, in the session's own words or the program's.
pub fn question_text(workspace: &Workspace, it: &Projection) -> String {
    if it.asked.trim().is_empty() {
        workspace.words().say(default_question(it.kind))
    } else {
        it.asked.clone()
    }
}

fn heading(board: &Board<'_>, inner: Rect, it: &Projection, extra: &Extra) {
    let round = match it.phase {
        Phase::Collecting(round) | Phase::Revealed(round) => Some(round),
        Phase::Waiting | Phase::Closed => None,
    };
    let (n, of) = (it.number.into(), it.of.into());
    let place = match round {
        Some(round) => board.say(
            "lab-place-round",
            &[("n", n), ("of", of), ("round", usize::from(round).into())],
        ),
        None => board.say("lab-place", &[("n", n), ("of", of)]),
    };
    let mut end = inner.right();
    if let Some(seconds) = extra.seconds {
        end = timer(board, inner, seconds, extra.minutes) - 28.0 * board.scale;
    }
    let voted = if round.is_some() {
        board.say(
            "lab-voted",
            &[("n", it.voted.into()), ("of", it.expected.into())],
        )
    } else {
        String::new()
    };
    let side = board.line(
        pos2(end, inner.top()),
        Align2::RIGHT_TOP,
        &voted,
        30.0,
        FontFamily::Proportional,
        SOFT,
    );
    let width = (side.left() - inner.left() - 40.0 * board.scale).max(0.0);
    let place_galley = board.galley(
        &place,
        board.font(30.0, FontFamily::Proportional),
        SOFT,
        width,
        1,
    );
    let title_width = (width - place_galley.size().x - 20.0 * board.scale).max(60.0);
    let title = board.galley(
        &it.title,
        board.font(30.0, theme::bold()),
        TEXT,
        title_width,
        1,
    );
    let x = inner.left() + title.size().x + 20.0 * board.scale;
    board.painter.galley(inner.min, title, TEXT);
    board
        .painter
        .galley(pos2(x, inner.top()), place_galley, SOFT);
}

/// Under it what is left is read from the last row.
const CLOCK: f32 = 76.0;
/// White on it is 7:1.
const OVER: Color32 = Color32::from_rgb(0xA3, 0x10, 0x2A);
const LEFT: Color32 = Color32::from_rgb(0x7F, 0xBF, 0xFF);
/// The last part of the time.
const SOON: Color32 = Color32::from_rgb(0xFF, 0xC9, 0x5C);

/// The clock, large, and below it what is left as a bar; over the time it is red, with a sign and the word. Where it
/// begins.
fn timer(board: &Board<'_>, inner: Rect, seconds: i64, minutes: u16) -> f32 {
    let s = board.scale;
    let whole = (f32::from(minutes) * 60.0).max(1.0);
    let share = (seconds as f32 / whole).clamp(0.0, 1.0);
    let is_over = seconds < 0;
    let text = if is_over {
        board.workspace.words().lab_clock_over(clock(seconds))
    } else {
        clock(seconds)
    };
    let galley = board.galley(
        &text,
        board.font(CLOCK, theme::bold()),
        TEXT,
        inner.width(),
        1,
    );
    let at = pos2(
        inner.right() - galley.size().x - if is_over { 20.0 * s } else { 0.0 },
        inner.top() - 18.0 * s,
    );
    let rect = Rect::from_min_size(at, galley.size()).expand2(vec2(20.0, 0.0) * s);
    if is_over {
        let radius = CornerRadius::same((12.0 * s) as u8);
        board.painter.rect_filled(rect, radius, OVER);
    }
    board.painter.galley(at, galley, TEXT);
    let bar = Rect::from_min_size(
        pos2(inner.left(), inner.top() + 78.0 * s),
        vec2(inner.width(), 10.0 * s),
    );
    let radius = CornerRadius::same((5.0 * s) as u8);
    let (behind, fill) = if is_over {
        (OVER, OVER)
    } else if share < 0.2 {
        (CARD, SOON)
    } else {
        (CARD, LEFT)
    };
    board.painter.rect_filled(bar, radius, behind);
    let filled = Rect::from_min_size(bar.min, vec2(bar.width() * share, bar.height()));
    board.painter.rect_filled(filled, radius, fill);
    rect.left()
}

/// `02:10`, `−00:20` when over.
pub fn clock(seconds: i64) -> String {
    let (sign, left) = if seconds < 0 {
        ("−", -seconds)
    } else {
        ("", seconds)
    };
    format!("{sign}{:02}:{:02}", left / 60, left % 60)
}

/// The two cards with the arrow between them; returns where they end.
fn crossing(board: &Board<'_>, area: Rect, it: &Projection) -> f32 {
    let s = board.scale;
    let width = (area.width() - 116.0 * s) / 2.0;
    let pad = 34.0 * s;
    let make = |end: &Crossing| {
        let words = board.workspace.words();
        let kind = if end.is_policy {
            words.lab_policy()
        } else {
            words.lab_goal()
        };
        let head = if end.code.is_empty() {
            kind
        } else {
            format!("{kind} · {}", end.code)
        };
        let head = board.galley(
            &head,
            board.font(28.0, theme::semibold()),
            SOFT,
            width - 2.0 * pad,
            1,
        );
        // Long names step down before they are cut.
        let mut name = None;
        for (size, rows) in [(52.0, 2), (44.0, 2), (36.0, 3), (30.0, 4)] {
            let galley = board.galley(
                &end.name,
                board.font(size, theme::bold()),
                TEXT,
                width - 2.0 * pad,
                rows,
            );
            let fits = !galley.elided;
            name = Some(galley);
            if fits {
                break;
            }
        }
        (head, name)
    };
    let cards = [make(&it.row), make(&it.column)];
    let tall = cards
        .iter()
        .map(|(head, name)| head.size().y + name.as_ref().map_or(0.0, |name| name.size().y))
        .fold(0.0, f32::max);
    let height = tall + 2.0 * 26.0 * s + 6.0 * s;
    let mut left = area.left();
    for (head, name) in cards {
        let card = Rect::from_min_size(pos2(left, area.top()), vec2(width, height));
        board
            .painter
            .rect_filled(card, CornerRadius::same((14.0 * s) as u8), CARD);
        let y = card.top() + 26.0 * s;
        let below = y + head.size().y + 6.0 * s;
        board.painter.galley(pos2(card.left() + pad, y), head, SOFT);
        if let Some(name) = name {
            board
                .painter
                .galley(pos2(card.left() + pad, below), name, TEXT);
        }
        left += width + 116.0 * s;
    }
    let (y, middle) = (area.top() + height / 2.0, area.center().x);
    let stroke = Stroke::new((4.0 * s).max(1.5), Color32::from_rgb(0x7F, 0xBF, 0xFF));
    let (from, to) = (pos2(middle - 28.0 * s, y), pos2(middle + 28.0 * s, y));
    board.painter.line_segment([from, to], stroke);
    for dy in [-14.0, 14.0] {
        board
            .painter
            .line_segment([to, to + vec2(-14.0, dy) * s], stroke);
    }
    area.top() + height
}

fn distribution(board: &Board<'_>, area: Rect, it: &Projection) {
    let s = board.scale;
    let numbers = board.workspace.words().numbers();
    let n = it.bars.len().max(1) as f32;
    let gap = 18.0 * s;
    let width = (area.width() - gap * (n - 1.0)) / n;
    let words_height = 104.0 * s;
    let (base, top) = (area.bottom() - words_height, area.top() + 44.0 * s);
    let most = it
        .bars
        .iter()
        .flat_map(|bar| [bar.votes, bar.before])
        .flatten()
        .max()
        .unwrap_or(0)
        .max(1) as f32;
    let magnitude = it
        .bars
        .iter()
        .map(|bar| bar.value.abs())
        .max()
        .unwrap_or_default();
    for (i, bar) in it.bars.iter().enumerate() {
        let left = area.left() + i as f32 * (width + gap);
        let fill = bar_colour(bar.value, magnitude);
        let height = |votes: usize| (base - top).max(0.0) * votes as f32 / most;
        let foot = 6.0 * s;
        let column = |height: f32| {
            Rect::from_min_max(
                pos2(left, base - height.max(foot)),
                pos2(left + width, base),
            )
        };
        let round = CornerRadius {
            nw: (8.0 * s) as u8,
            ne: (8.0 * s) as u8,
            sw: 0,
            se: 0,
        };
        let rect = column(bar.votes.map_or(0.0, height));
        board.painter.rect_filled(rect, round, fill);
        pattern(board, rect, bar.value);
        board.painter.rect_stroke(
            rect,
            round,
            Stroke::new(2.0 * s, SOFT),
            egui::StrokeKind::Inside,
        );
        if let Some(before) = bar.before.filter(|before| *before > 0) {
            let ghost = column(height(before)).shrink2(vec2(10.0 * s, 0.0));
            let outline = [
                ghost.left_bottom(),
                ghost.left_top(),
                ghost.right_top(),
                ghost.right_bottom(),
            ];
            let stroke = Stroke::new((4.0 * s).max(1.0), GHOST);
            board
                .painter
                .extend(Shape::dashed_line(&outline, stroke, 14.0 * s, 10.0 * s));
        }
        if let Some(votes) = bar.votes {
            // On its own bar, also within the dashes of the round before: those have their legend below.
            let at = pos2(rect.center().x, rect.top() - 6.0 * s);
            board.line(
                at,
                Align2::CENTER_BOTTOM,
                &numbers.count(votes),
                34.0,
                theme::bold(),
                TEXT,
            );
        }
        let middle = left + width / 2.0;
        let at = pos2(middle, base + 4.0 * s);
        let value = board.line(
            at,
            Align2::CENTER_TOP,
            &numbers.points(bar.value),
            44.0,
            theme::bold(),
            TEXT,
        );
        if width > 150.0 * s {
            word(board, bar, pos2(middle, value.bottom()), width + gap * 0.8);
        }
    }
}

/// The ramps of `docs/design/present.png`: on the dark display the strongest is still seen.
pub fn bar_colour(value: Points, magnitude: Points) -> Color32 {
    const HELPS: [Color32; 3] = [
        Color32::from_rgb(0xA0, 0xD2, 0xE0),
        Color32::from_rgb(0x4F, 0xA6, 0xC4),
        Color32::from_rgb(0x1F, 0x7A, 0x9A),
    ];
    const HINDERS: [Color32; 3] = [
        Color32::from_rgb(0xF0, 0xC4, 0xA0),
        Color32::from_rgb(0xDB, 0x8B, 0x52),
        Color32::from_rgb(0xC0, 0x5A, 0x22),
    ];
    if value.0 == 0 || magnitude.0 == 0 {
        return Color32::from_rgb(0xC9, 0xD3, 0xDC);
    }
    let share = value.abs().value() / magnitude.value();
    let step = ((share * 3.0).ceil() as usize).clamp(1, 3) - 1;
    let ramp = if value.0 > 0 { HELPS } else { HINDERS };
    ramp.get(step).copied().unwrap_or(SOFT)
}

fn word(board: &Board<'_>, bar: &Bar, at: Pos2, width: f32) {
    let mut job = LayoutJob::simple(
        bar.word.clone(),
        board.font(SMALLEST, FontFamily::Proportional),
        SOFT,
        width,
    );
    job.wrap = TextWrapping {
        max_width: width,
        max_rows: 1,
        ..TextWrapping::default()
    };
    job.halign = Align::Center;
    let galley = board.painter.layout_job(job);
    board.painter.galley(at, galley, SOFT);
}

/// Trade-offs are hatched down, co-benefits up, zero is plain: the sign shows without colour.
fn pattern(board: &Board<'_>, rect: Rect, value: Points) {
    if value.0 == 0 {
        return;
    }
    let painter = board
        .painter
        .with_clip_rect(rect.intersect(board.painter.clip_rect()));
    let (step, stroke) = (
        22.0 * board.scale,
        Stroke::new(2.0 * board.scale, BACKGROUND.gamma_multiply(0.55)),
    );
    let mut x = rect.left() - rect.height();
    while x < rect.right() {
        let (low, high) = (pos2(x, rect.bottom()), pos2(x + rect.height(), rect.top()));
        let mirrored = |p: Pos2| pos2(rect.left() + rect.right() - p.x, p.y);
        let ends = if value.0 > 0 {
            [low, high]
        } else {
            [mirrored(low), mirrored(high)]
        };
        painter.line_segment(ends, stroke);
        x += if value.0 > 0 { step * 2.0 } else { step };
    }
}

/// What stands below the bars: figures beside each other in as many rows as they need, then what net scores hide, then
/// what was said.
struct Foot {
    /// Galleys with their places from the upper left corner.
    parts: Vec<(egui::Vec2, Arc<Galley>)>,
    height: f32,
}

impl Foot {
    fn of(board: &Board<'_>, width: f32, it: &Projection, comment_rows: usize) -> Self {
        let s = board.scale;
        let (mut parts, mut left, mut top, mut row_height) = (Vec::new(), 0.0, 0.0, 0.0_f32);
        let size = if it.shown.is_none() { 34.0 } else { 38.0 };
        for (name, value, colour) in blocks(board, it) {
            let name = board.galley(
                &name,
                board.font(SMALLEST, FontFamily::Proportional),
                SOFT,
                width,
                1,
            );
            let value = board.galley(&value, board.font(size, theme::bold()), colour, width, 1);
            let own = name.size().x.max(value.size().x);
            if left > 0.0 && left + own > width {
                (left, top) = (0.0, top + row_height + 6.0 * s);
            }
            row_height = name.size().y + value.size().y;
            parts.push((vec2(left, top), name.clone()));
            parts.push((vec2(left, top + name.size().y), value));
            left += own + 40.0 * s;
        }
        let mut height = top + row_height;
        let mut line = |text: &str, rows: usize| {
            let galley = board.galley(
                text,
                board.font(SMALLEST, FontFamily::Proportional),
                SOFT,
                width,
                rows,
            );
            height += 6.0 * s;
            parts.push((vec2(0.0, height), galley.clone()));
            height += galley.size().y;
        };
        if let Some(text) = it
            .shown
            .as_ref()
            .and_then(|shown| two_sided_words(board.workspace, shown))
        {
            line(&text, 1);
        }
        if !it.comments.is_empty() && comment_rows > 0 {
            let text = it
                .comments
                .iter()
                .map(|text| format!("«{text}»"))
                .collect::<Vec<_>>()
                .join("   ");
            line(&text, comment_rows);
        }
        Self { parts, height }
    }
    fn paint(self, board: &Board<'_>, at: Pos2) {
        for (offset, galley) in self.parts {
            board.painter.galley(at + offset, galley, TEXT);
        }
    }
}

/// Name, value and colour of each figure.
fn blocks(board: &Board<'_>, it: &Projection) -> Vec<(String, String, Color32)> {
    let words = board.workspace.words();
    let mut blocks: Vec<(String, String, Color32)> = Vec::new();
    match (&it.shown, it.phase) {
        (Some(shown), _) => {
            blocks.extend(
                figures_of(board.workspace, it, shown)
                    .into_iter()
                    .map(|(name, value)| (name, value, TEXT)),
            );
            if let Some(before) = it
                .before
                .as_ref()
                .and_then(|before| Some((before.round, before.panel.as_ref()?)))
            {
                let (round, panel) = before;
                let name = words.lab_round_dashed(usize::from(round));
                let consensus = panel
                    .consensus
                    .map_or_else(|| "–".to_owned(), |value| words.numbers().number(value, 2));
                blocks.push((
                    name,
                    format!("{} · {consensus}", median(board.workspace, panel)),
                    SOFT,
                ));
            }
        }
        (None, Phase::Collecting(_)) if counts_large(it) => {}
        (None, Phase::Collecting(_)) => {
            let value = board.say(
                "lab-voted",
                &[("n", it.voted.into()), ("of", it.expected.into())],
            );
            blocks.push((words.lab_collecting(), value, TEXT));
        }
        (None, Phase::Waiting) => {
            blocks.push((words.lab_waiting(), words.lab_waiting_text(), TEXT));
        }
        // What was decided without a vote stands over the place of the bars.
        (None, _) => {}
    }
    blocks
}

/// What the bars, which are of net scores, do not show; `None` where every vote had one side.
pub fn two_sided_words(workspace: &Workspace, shown: &Shown) -> Option<String> {
    let (words, found) = (workspace.words(), shown.two_sided.as_ref()?);
    let numbers = words.numbers();
    let each = |(value, n): &(CellValue, usize)| match n {
        1 => numbers.cell(*value),
        n => format!("{} ×{}", numbers.cell(*value), numbers.count(*n)),
    };
    let votes = found.votes.iter().map(each).collect::<Vec<_>>().join("  ");
    let CellValue::Scored { benefit, tradeoff } = found.middle else {
        return None;
    };
    let sides = format!("{} / {}", numbers.points(benefit), numbers.points(tradeoff));
    Some(words.lab_two_sided(found.count(), sides, votes))
}

pub fn median(workspace: &Workspace, panel: &ordito_analysis::CellPanel) -> String {
    let numbers = workspace.words().numbers();
    if panel.lower_median == panel.upper_median {
        numbers.points(panel.lower_median)
    } else {
        format!(
            "{} / {}",
            numbers.points(panel.lower_median),
            numbers.points(panel.upper_median)
        )
    }
}

/// Name and value of each figure of a revealed round.
pub fn figures_of(workspace: &Workspace, it: &Projection, shown: &Shown) -> Vec<(String, String)> {
    let words = workspace.words();
    let numbers = words.numbers();
    let mut list = Vec::new();
    if let Some(panel) = &shown.panel {
        let mut middle = median(workspace, panel);
        if let Some(bar) = it.bars.iter().find(|bar| bar.value == panel.lower_median)
            && panel.lower_median == panel.upper_median
        {
            middle = format!("{middle} {}", bar.word);
        }
        list.push((words.lab_median(), middle));
        let consensus = panel
            .consensus
            .map_or_else(|| "–".to_owned(), |value| numbers.number(value, 2));
        list.push((words.lab_consensus(), words.lab_consensus_of(consensus)));
        list.push((words.lab_spread(), numbers.number(panel.iqr(), 2)));
        let counts = [
            ("minus", panel.negative),
            ("zero", panel.zero),
            ("plus", panel.positive),
        ];
        let signs = words.say_with(
            "lab-signs-said",
            &counts.map(|(name, n)| (name, numbers.count(n).into())),
        );
        list.push((words.lab_signs(), signs));
        let verdict = match panel.verdict {
            ordito_analysis::Verdict::TooFew => "lab-too-few",
            ordito_analysis::Verdict::Agreed => "lab-agreed",
            ordito_analysis::Verdict::Polarised => "lab-polarised",
            ordito_analysis::Verdict::OppositeSigns => "lab-opposite",
            ordito_analysis::Verdict::Scattered => "lab-scattered",
        };
        list.push((words.lab_verdict(), words.say(verdict)));
    } else {
        list.push((words.lab_median(), words.lab_nobody()));
    }
    let others = [
        ("lab-not-applicable", shown.not_applicable),
        ("lab-dont-know", shown.dont_know),
        ("lab-off-scale", shown.off_scale),
    ];
    list.extend(
        others
            .into_iter()
            .filter(|(_, n)| *n > 0)
            .map(|(key, n)| (words.say(key), numbers.count(n))),
    );
    list
}

pub fn outcome_words(workspace: &Workspace, outcome: &ordito_model::Outcome) -> (String, String) {
    use ordito_model::Outcome;
    let words = workspace.words();
    match outcome {
        Outcome::Agreed { value, .. } => (words.lab_outcome_agreed(), words.numbers().cell(*value)),
        Outcome::Parked { .. } => (words.lab_outcome(), words.lab_outcome_parked()),
        Outcome::Skipped => (words.lab_outcome(), words.lab_outcome_skipped()),
    }
}

/// All of it as one sentence after another, for a screen reader.
pub fn in_words(workspace: &Workspace, it: &Projection) -> String {
    let words = workspace.words();
    let end = |end: &Crossing| format!("{} {}", end.code, end.name);
    let mut text = vec![
        it.title.clone(),
        words.lab_place(it.number.to_string(), it.of.to_string()),
        format!("{} → {}", end(&it.row), end(&it.column)),
        question_text(workspace, it),
    ];
    match &it.shown {
        Some(shown) => {
            let numbers = words.numbers();
            let votes = it.bars.iter().filter_map(|bar| {
                let votes = bar.votes.filter(|votes| *votes > 0)?;
                Some(format!(
                    "{} {}: {}",
                    numbers.points(bar.value),
                    bar.word,
                    numbers.count(votes)
                ))
            });
            text.extend(votes);
            text.extend(
                figures_of(workspace, it, shown)
                    .into_iter()
                    .map(|(name, value)| format!("{name}: {value}")),
            );
            text.extend(two_sided_words(workspace, shown));
            text.extend(it.comments.iter().cloned());
        }
        None => text.push(words.lab_voted(it.voted.to_string(), it.expected.to_string())),
    }
    if let Some(outcome) = &it.outcome {
        use ordito_model::Outcome;
        let (name, value) = outcome_words(workspace, outcome);
        text.push(format!("{name}: {value}"));
        match outcome {
            Outcome::Agreed {
                reason, dissent, ..
            } => text.extend([reason.clone(), dissent.clone()]),
            Outcome::Parked { reason } => text.push(reason.clone()),
            Outcome::Skipped => {}
        }
    }
    text.join(". ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use ordito_model::Rgb;
    use ordito_pages::figure::palette;

    #[test]
    fn every_text_is_seven_to_one_on_both_backgrounds() {
        let rgb = |colour: Color32| Rgb(colour.r(), colour.g(), colour.b());
        for (text, more) in [(TEXT, Some(OVER)), (SOFT, None)] {
            for behind in [BACKGROUND, CARD].into_iter().chain(more) {
                let found = palette::contrast(rgb(text), rgb(behind));
                assert!(found >= 7.0, "{text:?} on {behind:?}: {found}");
            }
        }
    }

    #[test]
    fn the_clock_counts_on_below_zero() {
        assert_eq!(
            [clock(130), clock(0), clock(-20)],
            ["02:10", "00:00", "−00:20"]
        );
    }
}
