//! The status line: completion, coverage, conflicts, selection, saved.

use super::theme::{self, Paint};
use super::{UiState, widgets};
use crate::workspace::Workspace;
use egui::{Align, Layout, RichText, Ui};
use egui_material_icons::icons;

pub fn status_ui(ui: &mut Ui, paint: &Paint, workspace: &Workspace, state: &UiState) {
    let words = workspace.words();
    ui.horizontal_centered(|ui| {
        ui.add_space(14.0);
        if workspace.document().is_none() {
            widgets::caption_ui(ui, paint, &words.say("status-no-document"));
            return;
        }
        ui.spacing_mut().item_spacing.x = 6.0;
        super::matrix::status_ui(ui, paint, workspace, &state.matrix);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(14.0);
            saved_ui(ui, paint, workspace);
            if workspace.contents().and_then(|contents| contents.info()).is_some_and(|info| info.illustrative) {
                ui.add_space(10.0);
                widgets::badge_ui(ui, &words.say("status-illustrative"), paint.warning);
            }
        });
    });
}

fn saved_ui(ui: &mut Ui, paint: &Paint, workspace: &Workspace) {
    let words = workspace.words();
    let file = workspace.file().and_then(|file| file.file_name()).map(|name| name.to_string_lossy().into_owned());
    let text = words.say_with("status-saved", &[("file", file.unwrap_or_default().into())]);
    ui.label(RichText::new(text).size(theme::CAPTION).color(paint.ink));
    ui.label(RichText::new(icons::ICON_CHECK.codepoint).family(theme::icons()).size(14.0).color(paint.success));
}

/// A caption and its figure, as "Obiettivi coperti 16/17".
pub fn figure_ui(ui: &mut Ui, paint: &Paint, caption: &str, value: &str, colour: egui::Color32) {
    widgets::caption_ui(ui, paint, caption);
    ui.label(RichText::new(value).size(theme::CAPTION).family(theme::bold()).color(colour));
}
