//! Messages above the status line, newest last.

use super::theme;
use super::widgets;
use crate::Cx;
use egui::{Align2, Area, CornerRadius, Frame, Margin, Order, RichText, Stroke, Ui, vec2};
use egui_material_icons::icons;
use ordito_workspace::{Action, Severity};

pub fn notices_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    if workspace.notices().is_empty() {
        return;
    }
    let words = workspace.words();
    let area = Area::new(egui::Id::unique("notices"))
        .order(Order::Foreground)
        .anchor(Align2::LEFT_BOTTOM, vec2(108.0, -40.0));
    area.show(ui.ctx(), |ui| {
        ui.set_max_width(560.0);
        for notice in workspace.notices().iter().rev().take(4).rev() {
            let (icon, colour) = match notice.severity {
                Severity::Done => (icons::ICON_CHECK_CIRCLE, paint.success),
                Severity::Note => (icons::ICON_INFO, paint.primary),
                Severity::Warning => (icons::ICON_WARNING, paint.warning),
                Severity::Error => (icons::ICON_ERROR, paint.danger),
            };
            let frame = Frame::new()
                .fill(paint.surface)
                .stroke(Stroke::new(1.0, colour))
                .corner_radius(CornerRadius::same(theme::RADIUS))
                .shadow(ui.style().visuals.popup_shadow)
                .inner_margin(Margin::symmetric(12, 8));
            let response = frame.show(ui, |ui| {
                ui.horizontal_top(|ui| {
                    widgets::icon_ui(ui, icon, 18.0, colour);
                    ui.vertical(|ui| {
                        ui.set_max_width(460.0);
                        ui.add(
                            egui::Label::new(RichText::new(&notice.text).color(paint.ink)).wrap(),
                        );
                        let shown = notice.details.iter().take(8);
                        for detail in shown {
                            ui.add(
                                egui::Label::new(
                                    widgets::muted(detail, paint).size(theme::CAPTION),
                                )
                                .wrap(),
                            );
                        }
                        let more = notice.details.len().saturating_sub(8);
                        if more > 0 {
                            widgets::caption_ui(
                                ui,
                                paint,
                                &format!("+ {}", words.numbers().count(more)),
                            );
                        }
                    });
                    let close = widgets::icon_button_ui(
                        ui,
                        paint,
                        icons::ICON_CLOSE,
                        &words.notice_close(),
                        true,
                    );
                    if close.clicked() {
                        cx.act(Action::DismissNotice(notice.id));
                    }
                });
            });
            // A screen reader says it without being asked.
            ui.ctx()
                .accesskit_node_builder(response.response.id, |node| {
                    node.set_role(egui::accesskit::Role::Alert);
                    node.set_label(notice.text.as_str());
                    node.set_live(egui::accesskit::Live::Polite);
                });
            ui.add_space(4.0);
        }
    });
}
