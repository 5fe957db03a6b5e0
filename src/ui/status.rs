//! The status line: completion, coverage, conflicts, selection, saved.

use super::theme;
use super::{UiState, notices, tour, widgets};
use crate::Cx;
use egui::{Align, Layout, RichText, Ui};
use egui_material_icons::icons;
use ordito_document::SaveStatus;
use ordito_workspace::said::Said as _;

pub fn status_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &UiState) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    ui.horizontal_centered(|ui| {
        ui.add_space(14.0);
        if workspace.document().is_none() {
            if let Some(notice) = notices::passing(workspace) {
                return notices::passing_ui(ui, cx, notice);
            }
            widgets::caption_ui(ui, paint, &words.status_no_document());
            return;
        }
        ui.spacing_mut().item_spacing.x = 6.0;
        // What is safe comes first; the rest has the room that is left.
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(14.0);
            let before = ui.cursor().right();
            saved_ui(ui, cx);
            let saved = ui
                .max_rect()
                .with_min_x(ui.cursor().right())
                .with_max_x(before)
                .expand2(egui::vec2(6.0, 0.0));
            tour::mark(ui.ctx(), tour::Mark::Saved, saved);
            if workspace
                .contents()
                .and_then(|contents| contents.info())
                .is_some_and(|info| info.illustrative)
            {
                ui.add_space(10.0);
                widgets::badge_ui(ui, &words.status_illustrative(), paint.warning);
            }
            ui.add_space(10.0);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.set_clip_rect(ui.clip_rect().intersect(ui.max_rect()));
                // For as long as it is news, what was done stands where the figures are.
                if let Some(notice) = notices::passing(workspace) {
                    return notices::passing_ui(ui, cx, notice);
                }
                super::matrix::status_ui(ui, cx, &state.rooms.matrix);
            });
        });
    });
}

fn saved_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let Some(status) = workspace.save_status() else {
        return;
    };
    let file = workspace
        .file()
        .and_then(|file| file.file_name())
        .map(|name| name.to_string_lossy().into_owned());
    let file = [("file", file.unwrap_or_default().into())];
    let (icon, colour, text) = match status {
        SaveStatus::Saved { .. } => (
            icons::ICON_CHECK,
            paint.success,
            words.say_with("status-saved", &file),
        ),
        SaveStatus::Pending | SaveStatus::Publishing => (
            icons::ICON_SYNC,
            paint.muted,
            words.say_with("status-unsaved", &file),
        ),
        SaveStatus::Failed(error) => (
            icons::ICON_ERROR,
            paint.danger,
            words.status_failed(error.say(words)),
        ),
        SaveStatus::ChangedUnderneath { .. } => {
            (icons::ICON_WARNING, paint.warning, words.underneath_title())
        }
        SaveStatus::ReadOnly(reason) => (icons::ICON_LOCK, paint.warning, reason.say(words)),
    };
    ui.add(egui::Label::new(RichText::new(&text).size(theme::CAPTION).color(paint.ink)).truncate())
        .on_hover_text(&text);
    widgets::icon_ui(ui, icon, 14.0, colour);
}
