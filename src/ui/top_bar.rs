//! Document, undo and redo, search, look and language.

use super::theme;
use super::{UiState, tour, widgets};
use crate::Cx;
use egui::accesskit::Role;
use egui::{
    Align, Align2, Button, CornerRadius, FontId, Layout, Rect, RichText, Sense, Stroke, StrokeKind,
    Ui, UiBuilder, WidgetInfo, vec2,
};
use egui_material_icons::icons;
use ordito_model::Language;
use ordito_pages::figure::palette::Look;
use ordito_words::Say as _;
use ordito_workspace::said::say_label;
use ordito_workspace::{Action, Command, Motion, Room};

/// Between the search field and what lies left and right of it.
const APART: f32 = 12.0;

/// The search field is in the middle of the window, whatever the room; the rest has what is left of it on both sides.
pub fn top_bar_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut UiState) {
    let whole = ui.max_rect();
    let width = (whole.width() - 500.0).clamp(140.0, 320.0);
    let search = Rect::from_center_size(whole.center(), vec2(width, 30.0));
    let left = whole.with_max_x(search.left() - APART);
    part_ui(ui, left, Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(6.0);
        super::menu::menu_ui(ui, cx, state);
        document_ui(ui, cx, state);
    });
    search_ui(ui, cx, search);
    let right = whole.with_min_x(search.right() + APART);
    part_ui(ui, right, Layout::right_to_left(Align::Center), |ui| {
        ui.add_space(12.0);
        language_ui(ui, cx);
        look_ui(ui, cx);
        let workspace = cx.workspace;
        if workspace.settings().room == Room::Matrix && workspace.document().is_some() {
            let sheet = cx.words().button_sheet();
            if widgets::primary_button_ui(ui, cx.paint, &sheet, true).clicked() {
                cx.ask(Command::Go(Room::Sheets));
            }
        }
    });
}

fn part_ui(ui: &mut Ui, rect: Rect, layout: Layout, add: impl FnOnce(&mut Ui)) {
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(layout), |ui| {
        ui.set_clip_rect(ui.clip_rect().intersect(rect));
        add(ui);
    });
}

/// Which document, what is shown of it, undo and redo.
fn document_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &UiState) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let Some(document) = workspace.document() else {
        ui.label(
            RichText::new(words.app_name())
                .family(theme::bold())
                .size(16.0)
                .color(paint.ink),
        );
        return;
    };
    let title = document
        .contents()
        .info()
        .map(|info| info.title.clone())
        .unwrap_or_default();
    let shown = state.rooms.get(workspace.settings().room).title(workspace);
    // Undo and redo keep their place at the end.
    let room = (ui.available_width() - 2.0 * (28.0 + ui.spacing().item_spacing.x) - 8.0).max(40.0);
    let share = if shown.is_some() { 0.55 } else { 1.0 };
    let text = RichText::new(title)
        .family(theme::bold())
        .size(15.0)
        .color(paint.ink);
    let before = ui.cursor().left();
    ui.add_sized_label(text, (room * share).min(260.0));
    if let Some(name) = shown {
        let left = room - (ui.cursor().left() - before);
        ui.add_sized_label(
            widgets::muted(format!("› {name}"), paint),
            left.clamp(0.0, 240.0),
        );
    }
    let label = |number: Option<&ordito_model::StepNumber>| {
        number.map(|number| say_label(document, *number, words))
    };
    for (command, icon, what) in [
        (
            Command::Undo,
            icons::ICON_UNDO,
            label(document.undoable().last()),
        ),
        (
            Command::Redo,
            icons::ICON_REDO,
            label(document.redoable().last()),
        ),
    ] {
        let base = words.say(command.key());
        let keys = command
            .shortcut()
            .map(|keys| keys.say(words))
            .unwrap_or_default();
        let name = what
            .as_ref()
            .map_or_else(|| base.clone(), |what| format!("{base}: {what} ({keys})"));
        if widgets::icon_button_ui(ui, paint, icon, &name, what.is_some()).clicked() {
            cx.ask(command);
        }
    }
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

fn search_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let id = ui.scope_id().with("search");
    let response = ui.interact(rect, id, Sense::click());
    tour::mark(ui.ctx(), tour::Mark::Search, rect);
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
    if rect.width() > 300.0 {
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
        for (motion, key) in [
            (Motion::Desktop, "motion-desktop"),
            (Motion::Reduced, "motion-reduced"),
            (Motion::Full, "motion-full"),
        ] {
            if ui
                .selectable_label(workspace.settings().motion == motion, words.say(key))
                .clicked()
            {
                cx.act(Action::SetMotion(motion));
                ui.close();
            }
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
