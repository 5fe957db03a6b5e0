//! Dialogs that keep edits safe: kept saves, a file changed underneath, quitting with edits that were not saved.

use crate::Cx;
use crate::widgets;
use egui::Ui;
use ordito_document::Choice;
use ordito_workspace::said::Said as _;
use ordito_workspace::{Action, Purpose};

/// Lists the kept states; true when the dialog is over.
pub fn backups_ui(ui: &mut Ui, cx: &mut Cx<'_>) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let mut over = false;
    ui.set_width(520.0);
    widgets::title_ui(ui, paint, &words.backups_title());
    ui.label(widgets::muted(words.backups_text(), paint));
    let backups = workspace.backups();
    if backups.is_empty() {
        ui.label(widgets::muted(words.backups_none(), paint));
    }
    let can_restore = workspace.can_restore();
    egui::ScrollArea::vertical()
        .max_height(360.0)
        .show(ui, |ui| {
            for backup in &backups {
                ui.horizontal(|ui| {
                    let when = words.numbers().date_time(backup.at);
                    let step = backup.step.map_or_else(String::new, |step| {
                        format!(" · {}", words.history_step(step.0.to_string()))
                    });
                    ui.scope(|ui| {
                        ui.set_width(360.0);
                        ui.label(format!("{when}{step}"));
                        widgets::caption_ui(ui, paint, &backup.reason.say(words));
                    });
                    ui.add_enabled_ui(can_restore, |ui| {
                        let button = widgets::button_ui(ui, &words.backups_restore());
                        widgets::name_it(
                            ui,
                            &button,
                            &format!("{} {when}", words.backups_restore()),
                        );
                        if button.clicked() {
                            cx.act(Action::Restore(backup.clone()));
                            over = true;
                        }
                    });
                });
            }
        });
    ui.add_space(8.0);
    over || widgets::button_ui(ui, &words.button_close()).clicked()
}

/// Asks what to do with a file that somebody else changed.
pub fn underneath_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let file = workspace
        .file()
        .map(|file| file.display().to_string())
        .unwrap_or_default();
    ui.set_width(520.0);
    widgets::title_ui(ui, paint, &words.underneath_title());
    let text = words.underneath_text(file);
    ui.add(egui::Label::new(text).wrap());
    ui.add_space(8.0);
    let writable = workspace
        .document()
        .is_some_and(|document| !document.is_read_only());
    if writable {
        ui.horizontal(|ui| {
            if widgets::primary_button_ui(ui, paint, &words.underneath_merge(), true).clicked() {
                cx.act(Action::MergeUnderneath);
            }
            widgets::caption_ui(ui, paint, &words.underneath_merge_text());
        });
    }
    if widgets::button_ui(ui, &words.underneath_reload()).clicked() {
        cx.act(Action::Underneath(Choice::Reload));
    }
    if writable {
        if widgets::button_ui(ui, &words.underneath_keep()).clicked() {
            cx.act(Action::PickFile(Purpose::KeepMineAsCopy));
        }
        ui.horizontal(|ui| {
            if widgets::button_ui(ui, &words.underneath_keep_here()).clicked() {
                cx.act(Action::Underneath(Choice::KeepMine));
            }
            widgets::caption_ui(ui, paint, &words.underneath_keep_here_text());
        });
    }
    if widgets::button_ui(ui, &words.underneath_later()).clicked() {
        cx.act(Action::DecideLater);
    }
}

/// Asked when quitting could not save; true when the dialog is over.
pub fn quit_ui(ui: &mut Ui, cx: &mut Cx<'_>) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let file = workspace
        .file()
        .map(|file| file.display().to_string())
        .unwrap_or_default();
    ui.set_width(480.0);
    widgets::title_ui(ui, paint, &words.quit_title());
    ui.add(egui::Label::new(words.quit_text(file)).wrap());
    ui.add_space(8.0);
    let mut over = false;
    ui.horizontal(|ui| {
        if widgets::primary_button_ui(ui, paint, &words.quit_copy(), true).clicked() {
            cx.act(Action::PickFile(Purpose::SaveCopy));
            over = true;
        }
        if widgets::button_ui(ui, &words.quit_anyway()).clicked() {
            cx.act(Action::QuitAnyway);
            over = true;
        }
        over |= widgets::button_ui(ui, &words.button_cancel()).clicked();
    });
    over
}
