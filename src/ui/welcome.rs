//! What a new user sees: how to start, what was open lately, a short tour.

use super::theme::{self, Paint};
use super::widgets;
use crate::Cx;
use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, FontId, RichText, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};
use egui_material_icons::{MaterialIcon, icons};
use ordito_workspace::said::Said as _;
use ordito_workspace::{Action, Command};

pub fn welcome_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    egui::ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| {
            let width = 920.0_f32.min(ui.available_width() - 48.0);
            let margin = ((ui.available_width() - width) / 2.0).max(24.0);
            ui.add_space((ui.available_height() * 0.09).max(16.0));
            ui.horizontal_top(|ui| {
                ui.add_space(margin);
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ui.label(
                        RichText::new(words.welcome_title())
                            .family(theme::bold())
                            .size(28.0)
                            .color(paint.ink),
                    );
                    ui.scope(|ui| {
                        ui.set_max_width(640.0);
                        ui.add(
                            egui::Label::new(
                                widgets::muted(words.welcome_text(), paint).size(15.0),
                            )
                            .wrap(),
                        );
                    });
                    ui.add_space(16.0);
                    let wide = width > 760.0;
                    if wide {
                        ui.horizontal_top(|ui| {
                            ui.vertical(|ui| {
                                ui.set_width(width * 0.48);
                                start_ui(ui, cx);
                            });
                            ui.add_space(width * 0.04 - 8.0);
                            ui.vertical(|ui| {
                                ui.set_width(width * 0.48);
                                recent_ui(ui, cx);
                            });
                        });
                    } else {
                        start_ui(ui, cx);
                        recent_ui(ui, cx);
                    }
                });
            });
        });
}

fn start_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    widgets::part_title_ui(ui, paint, &words.welcome_start());
    let entries = [
        (Command::NewSample, icons::ICON_GRID_ON, "welcome-sample"),
        (Command::New, icons::ICON_ADD, "welcome-new"),
        (Command::Open, icons::ICON_FOLDER_OPEN, "welcome-open"),
    ];
    for (i, (command, icon, key)) in entries.into_iter().enumerate() {
        let text = words.say(&format!("{key}-text"));
        if entry_ui(ui, paint, icon, [&words.say(key), &text], i == 0).clicked() {
            cx.ask(command);
        }
    }
    ui.add_space(4.0);
    let tour = ui.link(words.welcome_tour());
    if tour.clicked() {
        cx.ask(Command::Tour);
    }
    widgets::caption_ui(ui, paint, &words.welcome_drop());
}

fn recent_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    if !workspace.recoverable().is_empty() {
        widgets::part_title_ui(ui, paint, &words.welcome_recoverable());
        for each in workspace.recoverable() {
            let name = each.path.file_name().unwrap_or_default().to_string_lossy();
            let text = words.welcome_recoverable_text(each.steps);
            if entry_ui(ui, paint, icons::ICON_HEALING, [&name, &text], false).clicked() {
                cx.act(Action::Open(each.path.clone()));
            }
        }
        ui.add_space(8.0);
    }
    if let Some(rescue) = workspace.rescue() {
        let name = rescue
            .path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy();
        widgets::part_title_ui(ui, paint, &words.welcome_rescue(&name));
        for backup in rescue.backups.iter().take(3) {
            let when = words.numbers().date_time(backup.at);
            let text = words.welcome_rescue_text(when);
            let reason = backup.reason.say(words);
            if entry_ui(ui, paint, icons::ICON_HEALING, [&text, &reason], false).clicked() {
                cx.act(Action::PutBack(rescue.path.clone(), backup.clone()));
            }
        }
        ui.add_space(8.0);
    }
    widgets::part_title_ui(ui, paint, &words.welcome_recent());
    if workspace.settings().recent.is_empty() {
        ui.label(widgets::muted(words.welcome_no_recent(), paint));
    }
    for recent in &workspace.settings().recent {
        ui.horizontal(|ui| {
            let text = format!(
                "{} · {}",
                recent.path.display(),
                words.numbers().date(recent.at)
            );
            let width = ui.available_width() - 40.0;
            ui.scope(|ui| {
                ui.set_width(width);
                let response = entry_ui(
                    ui,
                    paint,
                    icons::ICON_DESCRIPTION,
                    [&recent.title, &text],
                    false,
                );
                if response.clicked() {
                    cx.act(Action::Open(recent.path.clone()));
                }
            });
            let name = words.recent_forget();
            if widgets::icon_button_ui(ui, paint, icons::ICON_CLOSE, &name, true).clicked() {
                cx.act(Action::ForgetRecent(recent.path.clone()));
            }
        });
    }
}

/// A wide button with an icon, a title and what it leads to.
fn entry_ui(
    ui: &mut Ui,
    paint: &Paint,
    icon: MaterialIcon,
    [title, text]: [&str; 2],
    first: bool,
) -> egui::Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 60.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{title} {text}")));
    let (fill, border) = match (first, response.hovered()) {
        (true, false) => (paint.primary, paint.primary),
        (true, true) => (paint.primary_hover, paint.primary_hover),
        (false, false) => (paint.surface, paint.line),
        (false, true) => (paint.surface, paint.primary),
    };
    let (ink, muted) = if first {
        (paint.on_primary, paint.on_primary)
    } else {
        (paint.ink, paint.muted)
    };
    let painter = ui.painter().with_clip_rect(rect.expand(1.0));
    painter.rect(
        rect,
        CornerRadius::same(theme::RADIUS),
        fill,
        Stroke::new(1.0, border),
        StrokeKind::Inside,
    );
    widgets::focus_ring(ui, paint, &response, theme::RADIUS);
    let left = rect.left_center() + vec2(28.0, 0.0);
    painter.text(
        left,
        Align2::CENTER_CENTER,
        icon.codepoint,
        FontId::new(22.0, theme::icons()),
        ink,
    );
    let at = rect.left_center() + vec2(56.0, 0.0);
    let room = rect.width() - 68.0;
    let put = |offset: f32, text: &str, font: FontId, colour| {
        let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, colour);
        job.wrap = egui::text::TextWrapping::truncate_at_width(room);
        let galley = painter.layout_job(job);
        painter.galley(
            at + vec2(0.0, offset - galley.size().y / 2.0),
            galley,
            colour,
        );
    };
    put(-9.0, title, FontId::new(15.0, theme::semibold()), ink);
    put(11.0, text, FontId::proportional(12.5), muted);
    response
}
