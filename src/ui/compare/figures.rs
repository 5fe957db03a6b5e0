//! The numbers of a comparison (METHODS "Agreement of two matrices"), and what the panes show.

use super::CompareScreen;
use super::{View, names};
use crate::Cx;
use crate::theme::{self, Paint};
use crate::widgets;
use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, FontId, Frame, Galley, Margin, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, vec2,
};
use ordito_workspace::{Command, Workspace};
use std::sync::Arc;

/// A figure with its caption.
struct Figure {
    caption: String,
    value: String,
    hint: String,
    strong: bool,
}

fn figures(workspace: &Workspace, view: &View) -> Vec<Figure> {
    let (words, numbers) = (workspace.words(), workspace.words().numbers());
    let Some(pair) = view.pair() else {
        return Vec::new();
    };
    let found = &pair.agreement;
    let figure = |key: &str, value: String, hint: &str, strong: bool| Figure {
        caption: words.say(key),
        value,
        hint: words.say(hint),
        strong,
    };
    let maybe = |value: Option<String>| value.unwrap_or_else(|| "–".to_owned());
    let mean = maybe(found.mean_net.map(|value| numbers.number(value, 2)));
    let kappa = maybe(found.kappa.map(|value| numbers.number(value, 2)));
    let equal = maybe(found.exact_share().map(|share| numbers.percent(share)));
    let alone = words.compare_alone(
        numbers.count(found.only_left + found.outside_left),
        numbers.count(found.only_right + found.outside_right),
        names::letter(view.against),
    );
    let mut all = vec![
        figure(
            "compare-both",
            numbers.count(found.both),
            "compare-both-hint",
            false,
        ),
        figure("compare-equal", equal, "compare-equal-hint", false),
        figure("compare-mean", mean, "compare-mean-hint", false),
        figure(
            "compare-opposite",
            numbers.count(found.opposite_signs),
            "compare-opposite-hint",
            found.opposite_signs > 0,
        ),
        figure("compare-kappa", kappa, "compare-kappa-hint", false),
        figure("compare-one-side", alone, "compare-one-side-hint", false),
    ];
    if found.scales_differ {
        let hint = words.compare_scales_differ();
        for figure in all.iter_mut().skip(1).take(2) {
            figure.hint.push('\n');
            figure.hint.push_str(&hint);
        }
    }
    all
}

pub fn figures_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &View, state: &mut CompareScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let all = figures(workspace, view);
    Frame::new()
        .inner_margin(Margin {
            left: 12,
            right: 12,
            top: 10,
            bottom: 2,
        })
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing = vec2(10.0, 4.0);
                let aside = 176.0;
                let width = ((ui.available_width() - aside) / all.len().max(1) as f32 - 10.0)
                    .floor()
                    .clamp(80.0, 260.0);
                // Where one caption needs two lines, all cards are as tall.
                let captions: Vec<Arc<Galley>> = all
                    .iter()
                    .map(|figure| caption(ui, paint, figure, width))
                    .collect();
                let tallest = captions
                    .iter()
                    .map(|galley| galley.size().y)
                    .fold(0.0, f32::max);
                for (figure, caption) in all.iter().zip(captions) {
                    card_ui(ui, paint, figure, caption, vec2(width, tallest + 44.0));
                }
                ui.vertical(|ui| {
                    ui.set_width(aside);
                    for (command, active) in [
                        (Command::OnlyDifferences, state.only_differences),
                        (Command::LinkScrolling, state.grid.is_linked()),
                    ] {
                        let text = words.say(command.key());
                        let response = widgets::chip_ui(ui, paint, &text, active);
                        response.widget_info(|| {
                            WidgetInfo::selected(Role::CheckBox, true, active, &text)
                        });
                        if response.clicked() {
                            cx.ask(command);
                        }
                    }
                });
            });
        });
}

fn caption(ui: &Ui, paint: &Paint, figure: &Figure, width: f32) -> Arc<Galley> {
    let font = FontId::proportional(theme::CAPTION);
    ui.fonts_mut(|fonts| fonts.layout(figure.caption.clone(), font, paint.muted, width - 18.0))
}

fn card_ui(ui: &mut Ui, paint: &Paint, figure: &Figure, caption: Arc<Galley>, size: Vec2) {
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| {
        WidgetInfo::labeled(
            Role::Label,
            true,
            format!("{}: {}", figure.caption, figure.value),
        )
    });
    let painter = ui.painter().with_clip_rect(rect);
    let corners = CornerRadius::same(theme::RADIUS);
    painter.rect(
        rect,
        corners,
        paint.surface,
        Stroke::new(1.0, paint.line),
        StrokeKind::Inside,
    );
    let left = rect.left() + 10.0;
    painter.galley(egui::pos2(left, rect.top() + 9.0), caption, paint.muted);
    let ink = if figure.strong {
        paint.danger
    } else {
        paint.ink
    };
    let size = if figure.value.chars().count() > 9 {
        16.0
    } else {
        21.0
    };
    let font = FontId::new(size, theme::bold());
    painter.text(
        egui::pos2(left, rect.bottom() - 7.0),
        Align2::LEFT_BOTTOM,
        &figure.value,
        font,
        ink,
    );
    response.on_hover_text(&figure.hint);
}
