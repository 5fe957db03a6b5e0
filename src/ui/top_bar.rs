//! Document, undo and redo, search, look and language.

use super::theme;
use super::{UiState, widgets};
use crate::Cx;
use egui::accesskit::Role;
use egui::{
    Align, Align2, Button, CornerRadius, FontId, Layout, RichText, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, vec2,
};
use egui_material_icons::icons;
use ordito_model::Language;
use ordito_pages::figure::palette::Look;
use ordito_words::Say as _;
use ordito_workspace::{Action, Command, Group, Room};

pub fn top_bar_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut UiState) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    ui.horizontal_centered(|ui| {
        ui.add_space(6.0);
        menu_ui(ui, cx, state);
        if let Some(document) = workspace.document() {
            let title = document
                .contents()
                .info()
                .map(|info| info.title.clone())
                .unwrap_or_default();
            let title = RichText::new(title)
                .family(theme::bold())
                .size(15.0)
                .color(paint.ink);
            let space = (ui.available_width() * 0.5 - 330.0).max(90.0);
            ui.add_sized_label(title, space.min(260.0));
            let shown = state.rooms.get(workspace.settings().room);
            if let Some(name) = shown.title(workspace) {
                ui.add_sized_label(
                    widgets::muted(format!("› {name}"), paint),
                    (space - 100.0).clamp(60.0, 240.0),
                );
            }
            let label = |number: Option<&ordito_model::StepNumber>| {
                number
                    .and_then(|number| document.step(*number))
                    .map(|step| step.label.say(words))
            };
            let undo = label(document.undoable().last());
            let redo = label(document.redoable().last());
            let name = |command: Command, what: &Option<String>| {
                let base = words.say(command.key());
                let keys = command
                    .shortcut()
                    .map(|keys| keys.say(words))
                    .unwrap_or_default();
                what.as_ref()
                    .map_or_else(|| base.clone(), |what| format!("{base}: {what} ({keys})"))
            };
            let response = widgets::icon_button_ui(
                ui,
                paint,
                icons::ICON_UNDO,
                &name(Command::Undo, &undo),
                undo.is_some(),
            );
            if response.clicked() {
                cx.ask(Command::Undo);
            }
            let response = widgets::icon_button_ui(
                ui,
                paint,
                icons::ICON_REDO,
                &name(Command::Redo, &redo),
                redo.is_some(),
            );
            if response.clicked() {
                cx.ask(Command::Redo);
            }
        } else {
            ui.label(
                RichText::new(words.app_name())
                    .family(theme::bold())
                    .size(16.0)
                    .color(paint.ink),
            );
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(12.0);
            language_ui(ui, cx);
            look_ui(ui, cx);
            if workspace.settings().room == Room::Matrix && workspace.document().is_some() {
                let sheet = words.button_sheet();
                if widgets::primary_button_ui(ui, paint, &sheet, true).clicked() {
                    cx.ask(Command::Go(Room::Sheets));
                }
            }
            search_ui(ui, cx);
        });
    });
}

/// Labels that give way to a width instead of pushing others out.
trait SizedLabel {
    fn add_sized_label(&mut self, text: RichText, width: f32);
}
impl SizedLabel for Ui {
    fn add_sized_label(&mut self, text: RichText, width: f32) {
        self.scope(|ui| {
            ui.set_max_width(width);
            ui.add(egui::Label::new(text).truncate());
        });
    }
}

fn menu_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut UiState) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let name = words.button_menu();
    let response = widgets::icon_button_ui(ui, paint, icons::ICON_MENU, &name, true);
    if std::mem::take(&mut state.focus_bar) {
        response.request_focus();
    }
    egui::Popup::menu(&response).show(|ui| {
        ui.set_min_width(300.0);
        // As tall as the window has room for: a popup is 400 points else, and looks complete where it is cut.
        let height = (ui.ctx().content_rect().height() - 90.0).max(200.0);
        ui.set_max_height(height);
        egui::ScrollArea::vertical()
            .max_height(height)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                for group in [Group::File, Group::Edit, Group::View] {
                    widgets::caption_ui(ui, paint, &words.say(group.key()));
                    for command in Command::all().filter(|command| command.group() == group) {
                        let shortcut = command
                            .shortcut()
                            .map(|keys| keys.say(words))
                            .unwrap_or_default();
                        let enabled = super::commands::is_possible(command, workspace);
                        let button = Button::new(words.say(command.key()))
                            .shortcut_text(shortcut)
                            .frame(false);
                        let button = button.min_size(vec2(ui.available_width(), 26.0));
                        if ui.add_enabled(enabled, button).clicked() {
                            cx.ask(command);
                            ui.close();
                        }
                    }
                    ui.add_space(4.0);
                }
            });
    });
}

fn search_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let width = (ui.available_width() - 24.0).clamp(140.0, 340.0);
    ui.add_space((ui.available_width() - width) * 0.35);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 30.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words.search_label()));
    let painter = ui.painter().with_clip_rect(rect);
    let border = if response.hovered() {
        paint.primary
    } else {
        paint.border
    };
    painter.rect(
        rect,
        CornerRadius::same(theme::RADIUS),
        paint.surface,
        Stroke::new(1.0, border),
        StrokeKind::Inside,
    );
    let left = rect.left_center() + vec2(10.0, 0.0);
    painter.text(
        left,
        Align2::LEFT_CENTER,
        icons::ICON_SEARCH.codepoint,
        FontId::new(17.0, theme::icons()),
        paint.muted,
    );
    let font = FontId::proportional(13.0);
    painter.text(
        left + vec2(24.0, 0.0),
        Align2::LEFT_CENTER,
        words.search_hint(),
        font.clone(),
        paint.muted,
    );
    if width > 300.0 {
        let keys = Command::Palette
            .shortcut()
            .map(|keys| keys.say(words))
            .unwrap_or_default();
        let right = rect.right_center() - vec2(10.0, 0.0);
        painter.text(
            right,
            Align2::RIGHT_CENTER,
            keys,
            FontId::proportional(12.0),
            paint.muted,
        );
    }
    widgets::focus_ring(ui, paint, &response, theme::RADIUS);
    if response.clicked() {
        cx.ask(Command::Palette);
    }
}

fn look_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let response =
        widgets::icon_button_ui(ui, paint, icons::ICON_CONTRAST, &words.button_theme(), true);
    egui::Popup::menu(&response).show(|ui| {
        for (look, key) in [
            (Look::Light, "look-light"),
            (Look::Dark, "look-dark"),
            (Look::Contrast, "look-contrast"),
        ] {
            if ui
                .selectable_label(workspace.settings().look == look, words.say(key))
                .clicked()
            {
                cx.act(Action::SetLook(look));
                ui.close();
            }
        }
        ui.separator();
        let mut still = workspace.reduces_motion();
        if ui
            .checkbox(&mut still, words.command_reduce_motion())
            .changed()
        {
            cx.act(Action::SetStill(still));
            ui.close();
        }
    });
}

fn language_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let now = workspace.settings().language;
    let code = match now {
        Language::It => "IT",
        Language::En => "EN",
    };
    let response = ui.add(Button::new(RichText::new(code).color(paint.ink)).frame(false));
    widgets::name_it(
        ui,
        &response,
        &format!("{}: {}", words.button_language(), now.say(words)),
    );
    egui::Popup::menu(&response).show(|ui| {
        for language in [Language::It, Language::En] {
            if ui
                .selectable_label(language == now, language.say(words))
                .clicked()
            {
                cx.act(Action::SetLanguage(language));
                ui.close();
            }
        }
    });
}
