//! The document's particulars, named versions, kept saves.

use crate::document::Edit;
use crate::model::{Info, Milestone, MilestoneId};
use crate::ui::theme::Paint;
use crate::ui::widgets;
use crate::workspace::{Action, Workspace};
use egui::Ui;

/// What is being typed about the document.
#[derive(Debug, Default)]
pub struct Draft {
    info: Option<Info>,
    author: String,
}
impl Draft {
    pub fn of(workspace: &Workspace) -> Self {
        Self {
            info: workspace.contents().and_then(|contents| contents.info()).cloned(),
            author: workspace.settings().author.clone(),
        }
    }
}

/// True when the dialog is over.
pub fn info_ui(
    ui: &mut Ui,
    paint: &Paint,
    workspace: &Workspace,
    draft: &mut Draft,
    actions: &mut Vec<Action>,
) -> bool {
    let words = workspace.words();
    let Some(info) = &mut draft.info else { return true };
    ui.set_width(460.0);
    widgets::title_ui(ui, paint, &words.say("document-info-title"));
    for (key, text) in [("document-info-name", &mut info.title), ("document-info-body", &mut info.body)] {
        widgets::caption_ui(ui, paint, &words.say(key));
        widgets::line_edit_ui(ui, &words.say(key), text, "", f32::INFINITY);
    }
    widgets::caption_ui(ui, paint, &words.say("document-info-description"));
    widgets::text_area_ui(ui, &words.say("document-info-description"), &mut info.description, 4, f32::INFINITY);
    ui.checkbox(&mut info.illustrative, words.say("document-info-illustrative"));
    widgets::caption_ui(ui, paint, &words.say("document-info-author"));
    widgets::line_edit_ui(ui, &words.say("document-info-author"), &mut draft.author, "", f32::INFINITY);
    ui.add_space(8.0);
    let save = ends_ui(ui, paint, workspace, !info.title.trim().is_empty());
    if save == Some(true) {
        actions.push(Action::Edit(Edit::SetInfo(info.clone())));
        actions.push(Action::SetAuthor(draft.author.trim().to_owned()));
    }
    save.is_some()
}

/// Cancel and save at the foot of a dialog: `Some(true)` to save.
pub fn ends_ui(ui: &mut Ui, paint: &Paint, workspace: &Workspace, can_save: bool) -> Option<bool> {
    let words = workspace.words();
    ui.horizontal(|ui| {
        let cancel = widgets::button_ui(ui, &words.say("button-cancel")).clicked();
        let save = widgets::primary_button_ui(ui, paint, &words.say("button-save"), can_save).clicked();
        if save {
            Some(true)
        } else if cancel {
            Some(false)
        } else {
            None
        }
    })
    .inner
}

/// What is being typed about a version.
#[derive(Debug, Default)]
pub struct MilestoneDraft {
    name: String,
    note: String,
}

/// True when the dialog is over.
pub fn milestone_ui(
    ui: &mut Ui,
    paint: &Paint,
    workspace: &Workspace,
    draft: &mut MilestoneDraft,
    actions: &mut Vec<Action>,
) -> bool {
    let words = workspace.words();
    let Some(document) = workspace.document() else { return true };
    ui.set_width(460.0);
    widgets::title_ui(ui, paint, &words.say("milestone-title"));
    widgets::caption_ui(ui, paint, &words.say("milestone-name"));
    widgets::line_edit_ui(ui, &words.say("milestone-name"), &mut draft.name, "", f32::INFINITY);
    widgets::caption_ui(ui, paint, &words.say("milestone-note"));
    widgets::text_area_ui(ui, &words.say("milestone-note"), &mut draft.note, 2, f32::INFINITY);
    let milestones = &document.contents().milestones;
    if !milestones.is_empty() {
        widgets::part_title_ui(ui, paint, &words.say("milestone-list"));
        for milestone in milestones.values() {
            let when = words.numbers().date_time(milestone.at);
            ui.label(format!("{} · {when} · {}", milestone.name, milestone.by));
        }
    }
    ui.add_space(8.0);
    let save = ends_ui(ui, paint, workspace, !draft.name.trim().is_empty());
    if save == Some(true) {
        let stamp = workspace.stamp();
        let milestone = Milestone {
            name: draft.name.trim().to_owned(),
            note: draft.note.clone(),
            step: document.last_step(),
            at: stamp.at,
            by: stamp.by,
        };
        actions.push(Action::Edit(Edit::PutMilestone { id: MilestoneId::random(), milestone }));
    }
    save.is_some()
}
