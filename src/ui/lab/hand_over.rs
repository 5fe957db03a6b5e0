//! The keyboard goes round: one thing at a time is said, large, over the place of the bars. It is the same whatever was
//! typed.

use super::projection::{CARD, SMALLEST, SOFT, TEXT};
use super::run::{Now, Run};
use crate::theme;
use egui::accesskit::Role;
use egui::{Align2, CornerRadius, FontFamily, FontId, Rect, Sense, Ui, WidgetInfo, vec2};
use ordito_model::Phase;
use ordito_workspace::Workspace;

/// What is said to whoever has the keyboard: what was done, what is to be done, and how.
fn prompt(workspace: &Workspace, it: &Now<'_>, run: &Run) -> Option<[String; 3]> {
    let words = workspace.words();
    let blind = run
        .blind
        .as_ref()
        .filter(|_| matches!(it.shown.phase, Phase::Collecting(_)))?;
    let named = |key: &str, who| words.say_with(key, &[("name", it.name(who).into())]);
    let done = blind
        .done
        .map(|who| named("lab-pass-done", who))
        .unwrap_or_default();
    let comment = blind
        .done
        .map(|_| words.lab_pass_comment())
        .unwrap_or_default();
    if let Some(comment) = &blind.comment {
        // The field itself is in the strip.
        return Some([
            done,
            named("lab-comment-hidden", comment.who),
            String::new(),
        ]);
    }
    Some(match it.turn(run) {
        Some(who) if blind.taken => {
            let typed = if blind.is_typed() {
                words.lab_pass_typed()
            } else {
                words.lab_pass_keys()
            };
            let again = if blind.refused {
                words.lab_pass_again()
            } else {
                String::new()
            };
            [again, named("lab-pass-vote", who), typed]
        }
        Some(who) => [done, named("lab-pass-to", who), comment],
        None => [done, words.lab_pass_end(), comment],
    })
}

pub fn hand_over_ui(
    ui: &Ui,
    (rect, scale): (Rect, f32),
    workspace: &Workspace,
    it: &Now<'_>,
    run: &Run,
) {
    let Some([before, now, how]) = prompt(workspace, it, run) else {
        return;
    };
    let size = vec2(rect.width() - 144.0 * scale, 330.0 * scale);
    let card = Rect::from_min_size(rect.left_bottom() + vec2(72.0, -370.0) * scale, size);
    let painter = ui.painter().with_clip_rect(rect);
    painter.rect_filled(card, CornerRadius::same((14.0 * scale) as u8), CARD);
    let font = |size: f32, family: FontFamily| FontId::new(size.max(SMALLEST) * scale, family);
    let lines = [
        (
            before.as_str(),
            34.0,
            FontFamily::Proportional,
            SOFT,
            -100.0,
        ),
        (now.as_str(), 64.0, theme::bold(), TEXT, 0.0),
        (how.as_str(), 34.0, FontFamily::Proportional, SOFT, 100.0),
    ];
    for (text, size, family, colour, down) in lines {
        let mut galley =
            painter.layout_no_wrap(text.to_owned(), font(size, family.clone()), colour);
        let room = card.width() - 60.0 * scale;
        if galley.size().x > room {
            galley = painter.layout_no_wrap(
                text.to_owned(),
                font(size * room / galley.size().x, family),
                colour,
            );
        }
        let at = Align2::CENTER_CENTER
            .anchor_size(card.center() + vec2(0.0, down) * scale, galley.size());
        painter.galley(at.min, galley, colour);
    }
    let response = ui.interact(card, ui.scope_id().with("hand-over"), Sense::hover());
    let said = [before, now, how]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(". ");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said.clone()));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_live(egui::accesskit::Live::Assertive);
    });
}
