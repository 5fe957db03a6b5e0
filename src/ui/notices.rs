//! Messages, none of which lies over the work: what passes by itself is said in the status line, in the place of its figures;
//! what has to be read takes a strip of its own above it.

use super::theme;
use super::widgets;
use crate::Cx;
use egui::accesskit::{Live, Role};
use egui::{
    Align, Align2, Area, Button, Color32, CornerRadius, Frame, Layout, Margin, Order, Response,
    RichText, ScrollArea, Stroke, Ui, UiBuilder, vec2,
};
use egui_material_icons::{MaterialIcon, icons};
use ordito_workspace::{Action, Notice, Severity, Workspace};
use std::path::Path;

/// Strips shown at once; the newest are the ones that matter.
const STRIPS: usize = 3;
/// Lines of detail before they are only counted.
const DETAILS: usize = 8;

const fn sign(severity: Severity, cx: &Cx<'_>) -> (MaterialIcon, Color32) {
    match severity {
        Severity::Done => (icons::ICON_CHECK_CIRCLE, cx.paint.success),
        Severity::Note => (icons::ICON_INFO, cx.paint.primary),
        Severity::Warning => (icons::ICON_WARNING, cx.paint.warning),
        Severity::Error => (icons::ICON_ERROR, cx.paint.danger),
    }
}

/// Whether it is no more than a word in passing.
const fn passes(notice: &Notice) -> bool {
    matches!(notice.severity, Severity::Done) && notice.details.is_empty()
}

/// The last thing that was done, if it is still news.
pub fn passing(workspace: &Workspace) -> Option<&Notice> {
    workspace
        .notices()
        .iter()
        .rev()
        .find(|notice| passes(notice))
}

/// What has to be read, the newest last.
fn staying(workspace: &Workspace) -> Vec<&Notice> {
    let all = workspace.notices().iter().filter(|notice| !passes(notice));
    let all: Vec<_> = all.collect();
    all[all.len().saturating_sub(STRIPS)..].to_vec()
}

/// A screen reader says it without being asked.
fn alert(ui: &Ui, response: &Response, notice: &Notice) {
    let [x0, y0, x1, y1] = [
        response.rect.left(),
        response.rect.top(),
        response.rect.right(),
        response.rect.bottom(),
    ]
    .map(f64::from);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_bounds(egui::accesskit::Rect { x0, y0, x1, y1 });
        node.set_role(Role::Alert);
        node.set_label(notice.text.as_str());
        node.set_live(Live::Polite);
    });
}

/// What was done, in the status line.
pub fn passing_ui(ui: &mut Ui, cx: &mut Cx<'_>, notice: &Notice) {
    let (icon, colour) = sign(notice.severity, cx);
    let whole = UiBuilder::new()
        .max_rect(ui.available_rect_before_wrap())
        .layout(Layout::left_to_right(Align::Center));
    let said = ui.scope_builder(whole, |ui| {
        widgets::icon_ui(ui, icon, 16.0, colour);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().button_padding = vec2(8.0, 1.0);
            ui.spacing_mut().interact_size.y = 22.0;
            close_ui(ui, cx, notice);
            if let Some(path) = &notice.file {
                file_ui(ui, cx, path);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let text = RichText::new(&notice.text).size(13.0).color(cx.paint.ink);
                ui.add(egui::Label::new(text).truncate())
                    .on_hover_text(&notice.text);
            });
        });
    });
    alert(ui, &said.response, notice);
}

/// What was written can be opened, and what lies around it: from the right to the left.
fn file_ui(ui: &mut Ui, cx: &mut Cx<'_>, path: &Path) {
    let words = cx.words();
    if ui.add(Button::new(words.notice_open_folder())).clicked() {
        let folder = if path.is_dir() {
            Some(path)
        } else {
            path.parent()
        };
        if let Some(folder) = folder {
            cx.act(Action::OpenOutside(folder.to_owned()));
        }
    }
    if !path.is_dir() && ui.add(Button::new(words.notice_open_file())).clicked() {
        cx.act(Action::OpenOutside(path.to_owned()));
    }
}

fn close_ui(ui: &mut Ui, cx: &mut Cx<'_>, notice: &Notice) {
    let name = cx.words().notice_close();
    if widgets::icon_button_ui(ui, cx.paint, icons::ICON_CLOSE, &name, true).clicked() {
        cx.act(Action::DismissNotice(notice.id));
    }
}

/// What has to be read, between the room and the status line.
pub fn strips_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let notices = staying(cx.workspace);
    if notices.is_empty() {
        return;
    }
    let most = ui.ctx().content_rect().height() * 0.3;
    egui::Panel::bottom("notices")
        .frame(Frame::new().fill(cx.paint.surface))
        .resizable(false)
        .show_separator_line(true)
        .show(ui, |ui| {
            ScrollArea::vertical()
                .max_height(most)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    for notice in notices {
                        strip_ui(ui, cx, notice);
                    }
                });
        });
}

fn strip_ui(ui: &mut Ui, cx: &mut Cx<'_>, notice: &Notice) {
    let paint = cx.paint;
    let (icon, colour) = sign(notice.severity, cx);
    let strip = Frame::new()
        .inner_margin(Margin::symmetric(14, 5))
        .show(ui, |ui| {
            ui.horizontal_top(|ui| {
                ui.set_min_height(28.0);
                ui.allocate_ui_with_layout(
                    vec2(20.0, 28.0),
                    Layout::left_to_right(Align::Center),
                    |ui| widgets::icon_ui(ui, icon, 18.0, colour),
                );
                let buttons = if notice.file.is_some() { 300.0 } else { 44.0 };
                let room = ui.available_width() - buttons;
                ui.vertical(|ui| {
                    ui.set_width(room.max(120.0));
                    ui.spacing_mut().item_spacing.y = 2.0;
                    ui.add_space(4.0);
                    let text = RichText::new(&notice.text).color(paint.ink);
                    ui.add(egui::Label::new(text).wrap());
                    details_ui(ui, cx, notice);
                });
                ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
                    close_ui(ui, cx, notice);
                    if let Some(path) = &notice.file {
                        file_ui(ui, cx, path);
                    }
                });
            });
        });
    // Its severity at the edge, where the eye comes in.
    let edge = strip.response.rect;
    ui.painter().rect_filled(
        edge.with_max_x(edge.left() + 4.0),
        CornerRadius::ZERO,
        colour,
    );
    alert(ui, &strip.response, notice);
}

fn details_ui(ui: &mut Ui, cx: &Cx<'_>, notice: &Notice) {
    for detail in notice.details.iter().take(DETAILS) {
        let text = widgets::muted(detail, cx.paint).size(theme::CAPTION);
        ui.add(egui::Label::new(text).wrap());
    }
    let more = notice.details.len().saturating_sub(DETAILS);
    if more > 0 {
        let text = format!("+ {}", cx.words().numbers().count(more));
        widgets::caption_ui(ui, cx.paint, &text);
    }
}

/// Where a room has the whole window there is neither status line nor strip: a card at the lower edge.
pub fn over_all_ui(ui: &Ui, cx: &mut Cx<'_>) {
    let Some(notice) = cx.workspace.notices().last() else {
        return;
    };
    let (icon, colour) = sign(notice.severity, cx);
    let area = Area::new(egui::Id::unique("notices"))
        .order(Order::Foreground)
        .anchor(Align2::LEFT_BOTTOM, vec2(16.0, -16.0));
    area.show(ui.ctx(), |ui| {
        ui.set_max_width(560.0);
        let card = Frame::new()
            .fill(cx.paint.surface)
            .stroke(Stroke::new(1.0, colour))
            .corner_radius(CornerRadius::same(theme::RADIUS))
            .inner_margin(Margin::symmetric(12, 8));
        let card = card.show(ui, |ui| {
            ui.horizontal_top(|ui| {
                widgets::icon_ui(ui, icon, 18.0, colour);
                ui.vertical(|ui| {
                    ui.set_max_width(460.0);
                    let text = RichText::new(&notice.text).color(cx.paint.ink);
                    ui.add(egui::Label::new(text).wrap());
                    details_ui(ui, cx, notice);
                });
                close_ui(ui, cx, notice);
            });
        });
        alert(ui, &card.response, notice);
    });
}
