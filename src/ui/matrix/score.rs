//! The scale as buttons, with words and guidance: the upper part of the inspector.

use super::inspector::{Draft, edit};
use crate::Cx;
use crate::theme::{self, Paint, colour};
use crate::widgets;
use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, FontId, RichText, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};
use ordito_document::AssessmentChange;
use ordito_model::{CellValue, Points, Scale};
use ordito_pages::figure::palette;

/// The scale as buttons, lowest first; both sides on two rows when asked for.
pub fn score_ui(ui: &mut Ui, cx: &mut Cx<'_>, scale: &Scale, draft: &mut Draft, value: CellValue) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let Some(key) = draft.key else { return };
    let words = workspace.words();
    let language = workspace.settings().language;
    let mut levels: Vec<Points> = scale.levels.iter().map(|level| level.value).collect();
    levels.sort();
    let (benefit, tradeoff) = match value {
        CellValue::Scored { benefit, tradeoff } => (Some(benefit), Some(tradeoff)),
        _ => (None, None),
    };
    let both = draft.two_sided || value.is_two_sided();
    let mut set = None;
    ui.horizontal(|ui| {
        // Of two rows the first is where the only one is otherwise, and has its name there too.
        let title = if both {
            words.matrix_benefit()
        } else {
            words.matrix_score()
        };
        widgets::part_title_ui(ui, paint, &title);
        if scale.lowest().0 < 0 && scale.highest().0 > 0 {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let mut on = both;
                let text = RichText::new(words.matrix_two_sided()).size(theme::CAPTION);
                if ui.checkbox(&mut on, text).changed() {
                    draft.two_sided = on;
                    if let (false, true, CellValue::Scored { benefit, tradeoff }) =
                        (on, value.is_two_sided(), value)
                    {
                        set = Some(CellValue::net_of(benefit.plus(tradeoff)));
                    }
                }
            });
        }
    });
    if both {
        let (b, t) = (benefit.unwrap_or_default(), tradeoff.unwrap_or_default());
        let side: Vec<Points> = levels
            .iter()
            .copied()
            .filter(|level| level.0 >= 0)
            .collect();
        if let Some(points) = levels_ui(ui, cx, scale, &side, benefit, "matrix-benefit") {
            set = Some(CellValue::Scored {
                benefit: points,
                tradeoff: t,
            });
        }
        widgets::part_title_ui(ui, paint, &words.matrix_tradeoff());
        let side: Vec<Points> = levels
            .iter()
            .copied()
            .filter(|level| level.0 <= 0)
            .collect();
        if let Some(points) = levels_ui(ui, cx, scale, &side, tradeoff, "matrix-tradeoff") {
            set = Some(CellValue::Scored {
                benefit: b,
                tradeoff: points,
            });
        }
    } else {
        if let Some(points) = levels_ui(ui, cx, scale, &levels, value.net(), "matrix-score") {
            set = Some(CellValue::net_of(points));
        }
        ends_ui(ui, paint, scale, &levels, language);
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (state, key) in [
            (CellValue::NotApplicable, "matrix-value-na"),
            (CellValue::DontKnow, "matrix-value-dont-know"),
            (CellValue::Unscored, "matrix-value-empty"),
        ] {
            if widgets::chip_ui(ui, paint, &words.say(key), value == state).clicked() {
                set = Some(state);
            }
        }
    });
    if let Some(value) = set {
        cx.act(edit(key, AssessmentChange::value(value)));
    }
}

/// What the score of a cell means on its scale.
pub fn meanings_ui(ui: &mut Ui, cx: &Cx<'_>, scale: &Scale, value: CellValue) {
    let CellValue::Scored { benefit, tradeoff } = value else {
        return;
    };
    // Of a plain zero the two sides say the same.
    let sides = [benefit, tradeoff].into_iter();
    let bare = sides.clone().all(|side| side.0 == 0);
    for side in sides
        .filter(|side| side.0 != 0)
        .chain(bare.then_some(benefit))
    {
        meaning_ui(ui, cx, scale, side);
    }
}

fn meaning_ui(ui: &mut Ui, cx: &Cx<'_>, scale: &Scale, points: Points) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let language = workspace.settings().language;
    let Some(level) = scale.level(points) else {
        return;
    };
    let head = format!(
        "{} {}",
        workspace.words().numbers().points(points),
        level.label.get(language)
    );
    let guidance = level.guidance.get(language);
    let text = if guidance.is_empty() {
        String::new()
    } else {
        format!(" — {guidance}")
    };
    let mut job = egui::text::LayoutJob::default();
    job.append(
        &head,
        0.0,
        egui::TextFormat::simple(FontId::new(13.0, theme::bold()), paint.ink),
    );
    job.append(
        &text,
        0.0,
        egui::TextFormat::simple(FontId::proportional(13.0), paint.ink),
    );
    ui.add(egui::Label::new(job).wrap());
}

/// Words below the ends and the middle of the scale.
fn ends_ui(
    ui: &mut Ui,
    paint: &Paint,
    scale: &Scale,
    levels: &[Points],
    language: ordito_model::Language,
) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 14.0), Sense::hover());
    let label = |points: Points| {
        scale
            .level(points)
            .map(|level| level.label.get(language).to_lowercase())
    };
    let font = FontId::proportional(11.0);
    let (Some(first), Some(last)) = (levels.first(), levels.last()) else {
        return;
    };
    let third = rect.width() / 3.0 - 4.0;
    let ends = [
        (*first, Align2::LEFT_CENTER),
        (Points::ZERO, Align2::CENTER_CENTER),
        (*last, Align2::RIGHT_CENTER),
    ];
    for (points, align) in ends {
        if let Some(text) = label(points).filter(|text| !text.is_empty()) {
            let at = align.pos_in_rect(&rect);
            let clip = align.anchor_rect(egui::Rect::from_min_size(at, vec2(third, rect.height())));
            ui.painter()
                .with_clip_rect(clip)
                .text(at, align, text, font.clone(), paint.muted);
        }
    }
}

fn levels_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    scale: &Scale,
    levels: &[Points],
    chosen: Option<Points>,
    name: &str,
) -> Option<Points> {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let mut picked = None;
    let n = levels.len().max(1) as f32;
    let gap = 4.0;
    let width = ((ui.available_width() - gap * (n - 1.0)) / n).min(64.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for points in levels {
            let (rect, response) = ui.allocate_exact_size(vec2(width, 36.0), Sense::click());
            let back = palette::score_colour(*points, scale, paint.look);
            let is_chosen = chosen == Some(*points);
            let text = words.numbers().points(*points);
            let meaning = scale
                .level(*points)
                .map(|level| level.label.get(words.language()))
                .unwrap_or_default();
            response.widget_info(|| {
                let label = format!("{}: {text} {meaning}", words.say(name));
                WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_chosen, label)
            });
            let painter = ui.painter();
            painter.rect(
                rect,
                CornerRadius::same(theme::RADIUS),
                colour(back),
                Stroke::new(
                    1.0,
                    if points.0 == 0 {
                        paint.border
                    } else {
                        colour(back)
                    },
                ),
                StrokeKind::Inside,
            );
            if is_chosen {
                let ring = rect.expand(2.0);
                painter.rect_stroke(
                    ring,
                    CornerRadius::same(8),
                    Stroke::new(2.5, paint.primary),
                    StrokeKind::Inside,
                );
                let ring = rect.shrink(0.5);
                painter.rect_stroke(
                    ring,
                    CornerRadius::same(6),
                    Stroke::new(1.5, paint.surface),
                    StrokeKind::Inside,
                );
            }
            let ink = if points.0 == 0 {
                paint.ink
            } else {
                colour(palette::text_on(back))
            };
            let font = FontId::new(if width < 34.0 { 12.0 } else { 15.0 }, theme::semibold());
            painter.text(rect.center(), Align2::CENTER_CENTER, &text, font, ink);
            widgets::focus_ring(ui, paint, &response, theme::RADIUS);
            if response.on_hover_text(meaning).clicked() {
                picked = Some(*points);
            }
        }
    });
    picked
}
