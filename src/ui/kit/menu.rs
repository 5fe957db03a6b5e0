//! Menus: words on the left, keys on the right, as wide as the longest line and never wider than the eye takes in at once.

use crate::Cx;
use crate::theme::{self, Paint};
use crate::{commands, widgets};
use egui::accesskit::Role;
use egui::containers::menu::SubMenu;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align2, Color32, CornerRadius, FontId, Response, ScrollArea, Sense, Ui, WidgetInfo, vec2,
};
use egui_material_icons::icons;
use ordito_workspace::Command;

/// How wide a menu is, its margins included.
const LEAST: f32 = 240.0;
const MOST: f32 = 280.0;
const LINE: f32 = 26.0;
/// Left and right of what a line says.
const INSET: f32 = 8.0;
/// Between words and keys.
const GAP: f32 = 16.0;

/// One line of a menu.
#[derive(Debug, Clone)]
pub struct Line {
    pub text: String,
    pub keys: String,
    pub enabled: bool,
}
impl Line {
    /// A command with its words and its keys.
    pub fn of(command: Command, cx: &Cx<'_>) -> Self {
        let words = cx.words();
        Self {
            text: words.say(command.key()),
            keys: command
                .shortcut()
                .map(|keys| keys.say(words))
                .unwrap_or_default(),
            enabled: commands::is_possible(command, cx.workspace),
        }
    }
    fn wanted(&self, ui: &Ui) -> f32 {
        let wide = |text: &str, font| {
            ui.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER))
                .size()
                .x
        };
        let keys = wide(&self.keys, FontId::proportional(theme::CAPTION));
        let gap = if keys > 0.0 { GAP } else { 0.0 };
        wide(&self.text, FontId::proportional(theme::BASE)) + gap + keys + 2.0 * INSET
    }
}

/// Makes the menu as wide as its lines want within its limits.
fn set_width(ui: &mut Ui, wanted: f32) {
    let margins = 2.0 * f32::from(ui.spacing().menu_margin.left) + 2.0;
    ui.set_width(wanted.clamp(LEAST - margins, MOST - margins));
    ui.spacing_mut().item_spacing.y = 0.0;
}

/// Draws lines; the place of the one that was chosen, with which the menu closes.
pub fn lines_ui(ui: &mut Ui, paint: &Paint, lines: &[Line]) -> Option<usize> {
    set_width(
        ui,
        lines.iter().map(|line| line.wanted(ui)).fold(0.0, f32::max),
    );
    let mut chosen = None;
    scrolled_ui(ui, |ui| {
        for (i, line) in lines.iter().enumerate() {
            if line_ui(ui, paint, line, false).clicked() {
                chosen = Some(i);
                ui.close();
            }
        }
    });
    chosen
}

/// Draws commands, those that can do nothing now in grey.
pub fn commands_ui(ui: &mut Ui, cx: &mut Cx<'_>, commands: &[Command]) {
    let lines: Vec<Line> = commands
        .iter()
        .map(|command| Line::of(*command, cx))
        .collect();
    if let Some(command) = lines_ui(ui, cx.paint, &lines).and_then(|i| commands.get(i)) {
        cx.ask(*command);
    }
}

/// Draws the names of menus, each of which opens beside this one.
pub fn menus_ui<T: Copy>(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    menus: &[(String, T)],
    mut add: impl FnMut(&mut Ui, &mut Cx<'_>, T),
) {
    let paint = cx.paint;
    let lines: Vec<(Line, T)> = menus
        .iter()
        .map(|(name, menu)| {
            let line = Line {
                text: name.clone(),
                keys: String::new(),
                enabled: true,
            };
            (line, *menu)
        })
        .collect();
    set_width(ui, 0.0);
    scrolled_ui(ui, |ui| {
        for (line, menu) in &lines {
            let response = line_ui(ui, paint, line, true);
            SubMenu::new().show(ui, &response, |ui| add(ui, cx, *menu));
        }
    });
}

/// A menu scrolls where the window is lower than it: a popup is cut at 400 points else, and looks complete where it is cut.
fn scrolled_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let height = (ui.ctx().content_rect().height() - 40.0).max(120.0);
    ui.set_max_height(height);
    ScrollArea::vertical()
        .max_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            add(ui);
            widgets::bring_focus(ui);
        });
}

fn line_ui(ui: &mut Ui, paint: &Paint, line: &Line, opens: bool) -> Response {
    let sense = if line.enabled {
        Sense::click()
    } else {
        Sense::hover()
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, line.enabled, &line.text));
    if !line.keys.is_empty() {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_keyboard_shortcut(line.keys.as_str());
        });
    }
    if !ui.is_rect_visible(rect) {
        return response;
    }
    if line.enabled && (response.hovered() || response.has_focus()) {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(theme::RADIUS), paint.selected);
    }
    widgets::focus_ring(ui, paint, &response, theme::RADIUS);
    let ink = if line.enabled {
        paint.ink
    } else {
        paint.muted.gamma_multiply(0.6)
    };
    let right = rect.right_center() - vec2(INSET, 0.0);
    let (aside, font) = if opens {
        let arrow = icons::ICON_CHEVRON_RIGHT.codepoint;
        (arrow, FontId::new(18.0, theme::icons()))
    } else {
        (line.keys.as_str(), FontId::proportional(theme::CAPTION))
    };
    let aside = ui
        .painter()
        .text(right, Align2::RIGHT_CENTER, aside, font, paint.muted);
    let left = rect.left() + INSET;
    let room = aside.left() - left - if aside.width() > 0.0 { GAP * 0.5 } else { 0.0 };
    let mut job = LayoutJob::single_section(
        line.text.clone(),
        TextFormat::simple(FontId::proportional(theme::BASE), ink),
    );
    job.wrap = TextWrapping::truncate_at_width(room.max(4.0));
    let galley = ui.painter().layout_job(job);
    let cut = galley.elided;
    let at = egui::pos2(left, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    if cut {
        return response.on_hover_text(&line.text);
    }
    response
}
