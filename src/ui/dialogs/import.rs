//! A table about to go into a matrix or to become a framework: what changes, what is refused, one step.

use super::info::ends_ui;
use crate::i18n::Say as _;
use crate::import::{
    FrameworkPreview, Ids, Match, MatrixPreview, PoliciesPreview, Table, Target, preview_framework, preview_matrix,
    preview_policies,
};
use crate::model::{ActorId, AssessorId, Axis, MatrixId, PolicyId};
use crate::ui::theme::{self, Paint};
use crate::ui::widgets;
use crate::workspace::{Action, Purpose, ReadTable, Workspace};
use egui::{RichText, Ui};
use std::sync::Arc;

/// What is being decided about a table.
#[derive(Debug)]
pub struct Draft {
    name: String,
    table: Arc<Table>,
    goes: Goes,
}

#[derive(Debug)]
enum Goes {
    /// Target and, once it is worked out, what would happen.
    Matrix {
        matrix: Option<MatrixId>,
        assessor: AssessorId,
        preview: Option<(u64, MatrixPreview)>,
    },
    Framework {
        name: String,
        preview: Option<FrameworkPreview>,
        why: Option<String>,
    },
    Policies {
        preview: PoliciesPreview,
    },
    Refused {
        why: String,
    },
}

impl Draft {
    pub fn new(read: &ReadTable, workspace: &Workspace, matrix: Option<MatrixId>, assessor: AssessorId) -> Self {
        let name = read.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let goes = if read.purpose == Purpose::ImportFramework {
            let stem = read.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            match preview_framework(&read.table, &stem) {
                Ok(preview) => Goes::Framework { name: stem, preview: Some(preview), why: None },
                Err(error) => Goes::Framework { name: stem, preview: None, why: Some(error.say(workspace.words())) },
            }
        } else if read.purpose == Purpose::ImportPolicies {
            let (mut policy, mut actor) = (|_: &str| PolicyId::random(), |_: &str| ActorId::random());
            let mut ids = Ids { policy: &mut policy, actor: &mut actor };
            let empty = crate::model::Contents::default();
            match preview_policies(workspace.contents().unwrap_or(&empty), &read.table, &mut ids) {
                Ok(preview) => Goes::Policies { preview },
                Err(error) => Goes::Refused { why: error.say(workspace.words()) },
            }
        } else {
            Goes::Matrix { matrix, assessor, preview: None }
        };
        Self { name, table: Arc::clone(&read.table), goes }
    }
}

/// True when the dialog is over.
pub fn import_ui(
    ui: &mut Ui,
    paint: &Paint,
    workspace: &Workspace,
    draft: &mut Draft,
    actions: &mut Vec<Action>,
) -> bool {
    let words = workspace.words();
    ui.set_width(620.0);
    widgets::title_ui(ui, paint, &words.say_with("import-title", &[("file", draft.name.as_str().into())]));
    match &mut draft.goes {
        Goes::Refused { why } => {
            ui.add(egui::Label::new(RichText::new(why.as_str()).color(paint.danger)).wrap());
            ends_ui(ui, paint, workspace, false).is_some()
        }
        Goes::Policies { preview } => {
            policies_ui(ui, paint, workspace, preview);
            ui.add_space(8.0);
            let end = ends_ui(ui, paint, workspace, !preview.policies.is_empty());
            if end == Some(true) {
                actions.push(Action::Edit(preview.edit(&draft.name)));
            }
            end.is_some()
        }
        Goes::Framework { name, preview, why } => {
            framework_ui(ui, paint, workspace, name, preview, why.as_ref(), actions)
        }
        Goes::Matrix { matrix, assessor, preview } => {
            let Some(contents) = workspace.contents() else { return true };
            let before = (*matrix, *assessor);
            ui.horizontal(|ui| {
                widgets::caption_ui(ui, paint, &words.say("import-into"));
                let shown = matrix.and_then(|id| contents.matrices.get(&id)).map(|matrix| matrix.name.clone());
                let combo = egui::ComboBox::from_id_salt("import-matrix").selected_text(shown.unwrap_or_default());
                let response = combo.show_ui(ui, |ui| {
                    for (id, each) in &contents.matrices {
                        ui.selectable_value(matrix, Some(*id), &each.name);
                    }
                });
                widgets::name_it(ui, &response.response, &words.say("import-into"));
                widgets::caption_ui(ui, paint, &words.say("import-as"));
                let shown = contents.assessors.get(assessor).map(|assessor| assessor.name.clone());
                let combo = egui::ComboBox::from_id_salt("import-assessor").selected_text(shown.unwrap_or_default());
                let response = combo.show_ui(ui, |ui| {
                    for (id, each) in contents.assessors_in_order() {
                        ui.selectable_value(assessor, id, &each.name);
                    }
                });
                widgets::name_it(ui, &response.response, &words.say("import-as"));
            });
            let Some(target) = matrix.map(|matrix| Target { matrix, assessor: *assessor }) else {
                ui.label(widgets::muted(words.say("import-no-matrix"), paint));
                return ends_ui(ui, paint, workspace, false).is_some();
            };
            let stale = preview.as_ref().is_none_or(|(revision, _)| *revision != workspace.revision());
            if stale || before != (Some(target.matrix), target.assessor) {
                let scale = contents.matrices.get(&target.matrix).and_then(|matrix| contents.scales.get(&matrix.scale));
                *preview =
                    scale.map(|scale| (workspace.revision(), preview_matrix(contents, scale, target, &draft.table)));
            }
            let Some((_, preview)) = preview else { return true };
            matrix_ui(ui, paint, workspace, preview);
            ui.add_space(8.0);
            let end = ends_ui(ui, paint, workspace, !preview.changes.is_empty());
            if end == Some(true) {
                actions.push(Action::Edit(preview.edit(&draft.name)));
            }
            end.is_some()
        }
    }
}

fn matrix_ui(ui: &mut Ui, paint: &Paint, workspace: &Workspace, preview: &MatrixPreview) {
    let words = workspace.words();
    let counts = [
        ("changes", preview.changes.len().into()),
        ("same", preview.same.into()),
        ("refused", (preview.refused.len() + preview.unplaced).into()),
    ];
    ui.label(RichText::new(words.say_with("import-counts", &counts)).family(theme::semibold()).color(paint.ink));
    let Some(contents) = workspace.contents() else { return };
    let mut lines: Vec<(egui::Color32, String)> = Vec::new();
    for (axis, place, found) in preview.unmatched() {
        let at =
            words.say_with(if axis == Axis::Rows { "cli-row" } else { "cli-column" }, &[("n", (place + 1).into())]);
        let text = match found {
            Match::Unmatched { text, .. } => {
                words.say_with("cli-unmatched", &[("at", at.into()), ("text", text.as_str().into())])
            }
            _ => words.say_with("cli-twice", &[("at", at.into())]),
        };
        lines.push((paint.warning, text));
    }
    for refused in &preview.refused {
        let args = [
            ("row", refused.place.row.into()),
            ("column", refused.place.column.into()),
            ("why", refused.why.say(words).into()),
        ];
        lines.push((paint.warning, words.say_with("cli-refused-cell", &args)));
    }
    for change in &preview.changes {
        let name = |item| {
            let (code, label) = contents.item_label(item);
            if code.is_empty() { label.get(words.language()).to_owned() } else { code.to_owned() }
        };
        let (old, new) = (words.numbers().cell(change.old), words.numbers().cell(change.new));
        let empty = words.say("import-empty-cell");
        let or_empty = |text: String| if text.is_empty() { empty.clone() } else { text };
        let text =
            format!("{} × {}: {} → {}", name(change.key.row), name(change.key.column), or_empty(old), or_empty(new));
        lines.push((paint.ink, text));
    }
    let height = 20.0;
    egui::ScrollArea::vertical().max_height(280.0).auto_shrink([false, true]).show_rows(
        ui,
        height,
        lines.len(),
        |ui, rows| {
            for (colour, text) in lines.get(rows).unwrap_or_default() {
                ui.add(egui::Label::new(RichText::new(text).size(13.0).color(*colour)).truncate());
            }
        },
    );
}

fn framework_ui(
    ui: &mut Ui,
    paint: &Paint,
    workspace: &Workspace,
    name: &mut String,
    preview: &mut Option<FrameworkPreview>,
    why: Option<&String>,
    actions: &mut Vec<Action>,
) -> bool {
    let words = workspace.words();
    if let Some(why) = why {
        ui.label(RichText::new(why).color(paint.danger));
        return ends_ui(ui, paint, workspace, false).is_some();
    }
    let Some(preview) = preview else { return true };
    widgets::caption_ui(ui, paint, &words.say("document-info-name"));
    widgets::line_edit_ui(ui, &words.say("document-info-name"), name, "", f32::INFINITY);
    ui.label(words.say_with("import-goals", &[("n", preview.goals.len().into())]));
    for (line, text) in preview.refused.iter().take(12) {
        let args = [("line", line.to_string().into()), ("text", text.as_str().into())];
        ui.label(RichText::new(words.say_with("import-goal-refused", &args)).color(paint.warning));
    }
    ui.add_space(8.0);
    let end = ends_ui(ui, paint, workspace, !preview.goals.is_empty() && !name.trim().is_empty());
    if end == Some(true) {
        preview.framework.name = crate::model::Label::same(name.trim());
        actions.push(Action::Edit(preview.edit()));
    }
    end.is_some()
}

fn policies_ui(ui: &mut Ui, paint: &Paint, workspace: &Workspace, preview: &PoliciesPreview) {
    let words = workspace.words();
    let counts = [
        ("policies", preview.policies.len().into()),
        ("actors", preview.actors.len().into()),
        ("there", preview.there_already.len().into()),
    ];
    ui.label(RichText::new(words.say_with("import-policies", &counts)).family(theme::semibold()).color(paint.ink));
    egui::ScrollArea::vertical().max_height(280.0).auto_shrink([false, true]).show(ui, |ui| {
        for refused in &preview.refused {
            let args = [
                ("row", refused.line.into()),
                ("column", refused.column.into()),
                ("text", refused.text.as_str().into()),
            ];
            let text = words.say_with("import-field-refused", &args);
            ui.add(egui::Label::new(RichText::new(text).color(paint.warning)).wrap());
        }
        for (_, policy) in preview.policies.iter().take(200) {
            ui.add(egui::Label::new(format!("{} {}", policy.code, policy.name)).truncate());
        }
    });
}
