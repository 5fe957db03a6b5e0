//! The document's particulars, named versions, kept saves.

use crate::Cx;
use crate::theme;
use crate::widgets;
use egui::{RichText, Ui};
use egui_material_icons::icons;
use ordito_document::Edit;
use ordito_model::{Info, Milestone, MilestoneId};
use ordito_workspace::{Action, Workspace};

/// What is being typed about the document.
#[derive(Debug, Default)]
pub struct Draft {
    info: Option<Info>,
}
impl Draft {
    pub fn of(workspace: &Workspace) -> Self {
        Self {
            info: workspace
                .contents()
                .and_then(|contents| contents.info())
                .cloned(),
        }
    }
}

/// True when the dialog is over.
pub fn info_ui(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut Draft) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let Some(info) = &mut draft.info else {
        return true;
    };
    ui.set_width(460.0);
    widgets::title_ui(ui, paint, &words.document_info_title());
    // A document that names no body is of the one that is printed anyway.
    let body = &workspace.settings().signature.body;
    for (key, text, hint) in [
        ("document-info-name", &mut info.title, ""),
        ("document-info-body", &mut info.body, body.as_str()),
    ] {
        widgets::caption_ui(ui, paint, &words.say(key));
        widgets::line_edit_ui(ui, &words.say(key), text, hint, f32::INFINITY);
    }
    widgets::caption_ui(ui, paint, &words.document_info_description());
    widgets::text_area_ui(
        ui,
        &words.document_info_description(),
        &mut info.description,
        4,
        f32::INFINITY,
    );
    ui.checkbox(&mut info.illustrative, words.document_info_illustrative());
    ui.add_space(8.0);
    let save = ends_ui(ui, cx, !info.title.trim().is_empty());
    if save == Some(true) {
        cx.act(Action::Edit(Edit::SetInfo(info.clone())));
    }
    save.is_some()
}

/// Cancel and save at the foot of a dialog: `Some(true)` to save.
pub fn ends_ui(ui: &mut Ui, cx: &Cx<'_>, can_save: bool) -> Option<bool> {
    ends_as_ui(ui, cx, "button-save", can_save).0
}

/// The same with a word of its own for what is done, and its button.
pub fn ends_as_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    key: &str,
    can_save: bool,
) -> (Option<bool>, egui::Response) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    ui.horizontal(|ui| {
        let cancel = widgets::button_ui(ui, &words.button_cancel()).clicked();
        let button = widgets::primary_button_ui(ui, paint, &words.say(key), can_save);
        let save = button.clicked();
        let end = if save {
            Some(true)
        } else if cancel {
            Some(false)
        } else {
            None
        };
        (end, button)
    })
    .inner
}

/// What is being typed about a version.
#[derive(Debug, Default)]
pub struct MilestoneDraft {
    name: String,
    note: String,
    shown: bool,
}

/// True when the dialog is over.
pub fn milestone_ui(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut MilestoneDraft) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let Some(document) = workspace.document() else {
        return true;
    };
    ui.set_width(460.0);
    widgets::title_ui(ui, paint, &words.milestone_title());
    widgets::caption_ui(ui, paint, &words.milestone_name());
    let name = widgets::line_edit_ui(
        ui,
        &words.milestone_name(),
        &mut draft.name,
        "",
        f32::INFINITY,
    );
    if !std::mem::replace(&mut draft.shown, true) {
        name.request_focus();
    }
    let enter = name.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    widgets::caption_ui(ui, paint, &words.milestone_note());
    widgets::text_area_ui(
        ui,
        &words.milestone_note(),
        &mut draft.note,
        2,
        f32::INFINITY,
    );
    let milestones = &document.contents().milestones;
    if !milestones.is_empty() {
        widgets::part_title_ui(ui, paint, &words.milestone_list());
        let done = document.undoable();
        let height = (ui.ctx().content_rect().height() - 480.0).max(120.0);
        egui::ScrollArea::vertical()
            .max_height(height)
            .show(ui, |ui| {
                for (id, milestone) in milestones {
                    ui.horizontal(|ui| {
                        ui.vertical(|ui| {
                            ui.set_width(ui.available_width() - 150.0);
                            let name = RichText::new(&milestone.name)
                                .family(theme::semibold())
                                .color(paint.ink);
                            ui.add(egui::Label::new(name).truncate());
                            let when = words.numbers().date_time(milestone.at);
                            let parts = [
                                when.as_str(),
                                milestone.by.as_str(),
                                milestone.note.as_str(),
                            ];
                            let line: Vec<&str> =
                                parts.into_iter().filter(|part| !part.is_empty()).collect();
                            widgets::caption_ui(ui, paint, &line.join(" · "));
                        });
                        // The step that named it stays, so that the name does.
                        let named_at = done.iter().copied().find(|step| *step > milestone.step);
                        let back = named_at
                            .filter(|step| done.last() != Some(step) && !document.is_read_only());
                        if let Some(step) = back
                            && widgets::button_ui(ui, &words.history_back_to()).clicked()
                        {
                            cx.act(Action::UndoTo(step));
                        }
                        let name = words.milestone_delete(milestone.name.as_str());
                        let enabled = !document.is_read_only();
                        if widgets::icon_button_ui(ui, paint, icons::ICON_DELETE, &name, enabled)
                            .clicked()
                        {
                            cx.act(Action::Edit(Edit::delete::<Milestone>(*id)));
                        }
                    });
                }
            });
    }
    ui.add_space(8.0);
    let named = !draft.name.trim().is_empty();
    let save = ends_ui(ui, cx, named).or((enter && named).then_some(true));
    if save == Some(true) {
        let stamp = workspace.stamp();
        let milestone = Milestone {
            name: draft.name.trim().to_owned(),
            note: draft.note.clone(),
            step: document.last_step(),
            at: stamp.at,
            by: stamp.by,
        };
        cx.act(Action::Edit(Edit::put(MilestoneId::random(), milestone)));
    }
    save.is_some()
}
