//! A table about to go into a matrix or to become a framework: what changes, what is refused, one step.

use super::info::ends_ui;
use super::meaning;
use crate::i18n::{Say as _, say_item};
use crate::import::{
    Area, FilledTemplate, FrameworkPreview, Ids, ImportError, Match, MatrixPreview, Meanings, PoliciesPreview, Sheet,
    Table, TableNote, Target, find_template, fits_matrix, fitting, preview_framework, preview_matrix_as,
    preview_policies, preview_template,
};
use crate::model::{ActorId, AssessorId, Contents, MatrixId, PolicyId};
use crate::ui::theme::{self, Paint};
use crate::ui::widgets;
use crate::workspace::{Action, Purpose, ReadTable, Workspace};
use egui::{RichText, Ui};
use std::sync::Arc;

/// What is being decided about a table.
#[derive(Debug)]
pub struct Draft {
    name: String,
    stem: String,
    purpose: Purpose,
    sheets: Arc<Vec<Sheet>>,
    /// Which of them is shown.
    sheet: usize,
    /// The area of the sheet as it is typed, and the part of the table in it.
    area: String,
    cropped: Option<Table>,
    matrix: Option<MatrixId>,
    assessor: AssessorId,
    goes: Goes,
}

#[derive(Debug)]
enum Goes {
    /// Once it is worked out, what would happen, and for which revision.
    Matrix {
        preview: Option<(u64, MatrixPreview, Vec<Line>)>,
        /// What the person says of headings that were not matched.
        meanings: Meanings,
    },
    Framework {
        name: String,
        preview: FrameworkPreview,
    },
    Policies {
        preview: PoliciesPreview,
    },
    /// A filled-in workbook of ours, which knows its matrix and assessor.
    Template {
        template: FilledTemplate,
        preview: Option<(u64, MatrixPreview, Vec<Line>)>,
    },
    Refused {
        why: String,
    },
}

/// A line of the preview, and whether something does not go in.
type Line = (bool, String);

fn policies_of(workspace: &Workspace, table: &Table) -> Result<PoliciesPreview, ImportError> {
    let (mut policy, mut actor) = (|_: &str| PolicyId::random(), |_: &str| ActorId::random());
    let mut ids = Ids { policy: &mut policy, actor: &mut actor };
    let empty = crate::model::Contents::default();
    preview_policies(workspace.contents().unwrap_or(&empty), table, &mut ids)
}

impl Draft {
    pub fn new(read: &ReadTable, workspace: &Workspace, matrix: Option<MatrixId>, assessor: AssessorId) -> Self {
        let text = |part: Option<&std::ffi::OsStr>| part.map(|name| name.to_string_lossy().into_owned());
        let mut draft = Self {
            name: text(read.path.file_name()).unwrap_or_default(),
            stem: text(read.path.file_stem()).unwrap_or_default(),
            purpose: read.purpose,
            sheets: Arc::clone(&read.sheets),
            sheet: 0,
            area: String::new(),
            cropped: None,
            matrix,
            assessor,
            goes: Goes::Matrix { preview: None, meanings: Meanings::new() },
        };
        let fits = |table: &Table| match read.purpose {
            Purpose::ImportFramework => preview_framework(table, "").is_ok_and(|preview| !preview.goals.is_empty()),
            Purpose::ImportPolicies => policies_of(workspace, table).is_ok_and(|preview| !preview.policies.is_empty()),
            _ => matrix.zip(workspace.contents()).is_some_and(|(id, contents)| fits_matrix(contents, id, table)),
        };
        // Where several fit, a person sees the first and chooses.
        let fit = |sheet: &Sheet| sheet.table.as_ref().is_ok_and(fits);
        let first = || read.sheets.iter().position(fit).unwrap_or(0);
        draft.sheet = fitting(&read.sheets, fits).unwrap_or_else(|_| first());
        draft.look(workspace);
        draft
    }

    /// Works out what the sheet that is shown would bring.
    fn look(&mut self, workspace: &Workspace) {
        let found = find_template(&self.sheets).filter(|_| self.purpose == Purpose::ImportTable);
        if let Some(found) = found {
            self.goes = match found {
                Ok(template) => Goes::Template { template, preview: None },
                Err(error) => Goes::Refused { why: error.say(workspace.words()) },
            };
            return;
        }
        let refused = |error: &ImportError| Goes::Refused { why: error.say(workspace.words()) };
        let whole = self.sheets.get(self.sheet).map(|sheet| sheet.table.as_ref());
        self.cropped = match (&whole, self.area.parse::<Area>()) {
            (Some(Ok(table)), Ok(area)) => Some(table.part(area)),
            _ => None,
        };
        self.goes = match self.cropped.as_ref().map(Ok).or(whole) {
            None => refused(&ImportError::Empty),
            Some(Err(error)) => refused(error),
            Some(Ok(table)) => match self.purpose {
                Purpose::ImportFramework => {
                    let name = if table.sheet.is_empty() { &self.stem } else { &table.sheet };
                    match preview_framework(table, name) {
                        Ok(preview) => Goes::Framework { name: name.clone(), preview },
                        Err(error) => refused(&error),
                    }
                }
                Purpose::ImportPolicies => match policies_of(workspace, table) {
                    Ok(preview) => Goes::Policies { preview },
                    Err(error) => refused(&error),
                },
                _ => Goes::Matrix { preview: None, meanings: Meanings::new() },
            },
        };
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
    let is_template = matches!(draft.goes, Goes::Template { .. });
    if !is_template && sheets_ui(ui, paint, workspace, draft) {
        draft.look(workspace);
    }
    // Another document may have been opened since, or the matrix deleted.
    if let Some(why) = refresh_template(workspace, draft) {
        draft.goes = Goes::Refused { why };
    }
    let whole = draft.sheets.get(draft.sheet).and_then(|sheet| sheet.table.as_ref().ok());
    let table = draft.cropped.as_ref().or(whole);
    match &mut draft.goes {
        Goes::Refused { why } => {
            ui.add(egui::Label::new(RichText::new(why.as_str()).color(paint.danger)).wrap());
            ends_ui(ui, paint, workspace, false).is_some()
        }
        Goes::Policies { preview } => {
            let notes = table.map(|table| table.notes_of_cells((1, 0))).unwrap_or_default();
            policies_ui(ui, paint, workspace, preview, &notes);
            ui.add_space(8.0);
            let end = ends_ui(ui, paint, workspace, !preview.policies.is_empty());
            if end == Some(true) {
                actions.push(Action::Edit(preview.edit(&draft.name)));
            }
            end.is_some()
        }
        Goes::Template { template, preview } => {
            let Some((_, preview, lines)) = preview else { return true };
            let names = workspace.contents().map(|contents| {
                let matrix = contents.matrices.get(&template.target.matrix).map(|matrix| matrix.name.clone());
                let assessor = contents.assessors.get(&template.target.assessor).map(|each| each.name.clone());
                (matrix.unwrap_or_default(), assessor.unwrap_or_default())
            });
            let (matrix, assessor) = names.unwrap_or_default();
            let args = [("matrix", matrix.into()), ("assessor", assessor.into())];
            ui.label(words.say_with("template-goes-to", &args));
            matrix_ui(ui, paint, workspace, preview, lines);
            ui.add_space(8.0);
            let end = ends_ui(ui, paint, workspace, !preview.changes.is_empty());
            if end == Some(true) {
                actions.push(Action::Edit(preview.edit(&draft.name)));
            }
            end.is_some()
        }
        Goes::Framework { name, preview } => {
            notes_ui(ui, paint, workspace, &table.map(|table| table.notes_of_cells((1, 0))).unwrap_or_default());
            framework_ui(ui, paint, workspace, name, preview, actions)
        }
        Goes::Matrix { preview, meanings } => {
            let (matrix, assessor) = (&mut draft.matrix, &mut draft.assessor);
            let Some(table) = table else { return true };
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
            let stale = preview.as_ref().is_none_or(|(revision, ..)| *revision != workspace.revision());
            if before.0 != Some(target.matrix) {
                meanings.clear();
            }
            if stale || before != (Some(target.matrix), target.assessor) {
                let scale = contents.matrices.get(&target.matrix).and_then(|matrix| contents.scales.get(&matrix.scale));
                *preview = scale.map(|scale| {
                    let preview = preview_matrix_as(contents, scale, target, table, meanings);
                    let lines = lines_of(workspace, contents, &preview);
                    (workspace.revision(), preview, lines)
                });
            }
            let Some((revision, preview, lines)) = preview else { return true };
            if meaning::meanings_ui(ui, paint, workspace, contents, target.matrix, preview, meanings) {
                // Worked out anew with the next frame.
                *revision = u64::MAX;
                ui.request_repaint();
            }
            matrix_ui(ui, paint, workspace, preview, lines);
            ui.add_space(8.0);
            let end = ends_ui(ui, paint, workspace, !preview.changes.is_empty());
            if end == Some(true) {
                actions.push(Action::Edit(preview.edit_with_lines(contents, target, &draft.name)));
            }
            end.is_some()
        }
    }
}

/// Works out anew what a filled-in workbook would change when the document did; what keeps it out.
fn refresh_template(workspace: &Workspace, draft: &mut Draft) -> Option<String> {
    let Goes::Template { template, preview } = &mut draft.goes else { return None };
    let (contents, now) = (workspace.contents()?, workspace.revision());
    if preview.as_ref().is_some_and(|(revision, ..)| *revision == now) {
        return None;
    }
    match preview_template(contents, template) {
        Ok(found) => {
            let lines = lines_of(workspace, contents, &found);
            *preview = Some((now, found, lines));
            None
        }
        Err(error) => Some(error.say(workspace.words())),
    }
}

/// The sheets of a workbook and the area of one to choose; true when something else was chosen.
fn sheets_ui(ui: &mut Ui, paint: &Paint, workspace: &Workspace, draft: &mut Draft) -> bool {
    let words = workspace.words();
    let before = draft.sheet;
    let mut area_changed = false;
    ui.horizontal(|ui| {
        let name = words.say("import-area");
        widgets::caption_ui(ui, paint, &name);
        let area = widgets::line_edit_ui(ui, &name, &mut draft.area, "A1:T40", 110.0);
        area_changed = area.changed();
        let typed = draft.area.trim();
        if !typed.is_empty() && typed.parse::<Area>().is_err() {
            ui.label(RichText::new(words.say("import-area-wrong")).color(paint.warning));
        }
        if draft.sheets.len() < 2 {
            return;
        }
        widgets::caption_ui(ui, paint, &words.say("import-sheet"));
        let name_of = |sheet: &Sheet| {
            if sheet.hidden {
                words.say_with("import-sheet-hidden", &[("name", sheet.name.as_str().into())])
            } else {
                sheet.name.clone()
            }
        };
        let shown = draft.sheets.get(before).map(name_of).unwrap_or_default();
        let combo = egui::ComboBox::from_id_salt("import-sheet").selected_text(shown);
        let response = combo.show_ui(ui, |ui| {
            for (at, sheet) in draft.sheets.iter().enumerate() {
                ui.selectable_value(&mut draft.sheet, at, name_of(sheet));
            }
        });
        widgets::name_it(ui, &response.response, &words.say("import-sheet"));
    });
    draft.sheet != before || area_changed
}

/// What does not go in, first, then what changes.
fn lines_of(workspace: &Workspace, contents: &Contents, preview: &MatrixPreview) -> Vec<Line> {
    let words = workspace.words();
    let mut lines: Vec<Line> = Vec::new();
    for (_, place, found) in preview.unmatched() {
        let at = place.to_string();
        let text = match found {
            Match::Unmatched { text, .. } => {
                words.say_with("cli-unmatched", &[("at", at.into()), ("text", words.short(text).into())])
            }
            _ => words.say_with("cli-twice", &[("at", at.into())]),
        };
        lines.push((true, text));
    }
    for refused in &preview.refused {
        let args = [("place", refused.place.to_string().into()), ("why", refused.why.say(words).into())];
        lines.push((true, words.say_with("cli-refused-cell", &args)));
    }
    let empty = words.say("import-empty-cell");
    for change in &preview.changes {
        let name = |item| say_item(item, contents, words);
        let (old, new) = (words.numbers().cell(change.old), words.numbers().cell(change.new));
        let or_empty = |text: String| if text.is_empty() { empty.clone() } else { text };
        let text =
            format!("{} × {}: {} → {}", name(change.key.row), name(change.key.column), or_empty(old), or_empty(new));
        lines.push((false, text));
    }
    lines
}

/// What is to be known of the table beside its texts.
fn notes_ui(ui: &mut Ui, paint: &Paint, workspace: &Workspace, notes: &[TableNote]) {
    for note in notes {
        let text = RichText::new(note.say(workspace.words())).color(paint.warning);
        ui.add(egui::Label::new(text).wrap());
    }
}

fn matrix_ui(ui: &mut Ui, paint: &Paint, workspace: &Workspace, preview: &MatrixPreview, lines: &[Line]) {
    let counts = [
        ("changes", preview.changes.len().into()),
        ("same", preview.same.into()),
        ("refused", (preview.refused.len() + preview.unplaced).into()),
    ];
    let text = workspace.words().say_with("import-counts", &counts);
    ui.label(RichText::new(text).family(theme::semibold()).color(paint.ink));
    if let Some(text) = workspace.words().outside(preview) {
        ui.add(egui::Label::new(widgets::muted(text, paint)).wrap());
    }
    notes_ui(ui, paint, workspace, &preview.notes);
    if preview.newer > 0 {
        let text = workspace.words().say_with("template-newer", &[("n", preview.newer.into())]);
        ui.add(egui::Label::new(widgets::muted(text, paint)).wrap());
    }
    let height = 20.0;
    egui::ScrollArea::vertical().max_height(280.0).auto_shrink([false, true]).show_rows(
        ui,
        height,
        lines.len(),
        |ui, rows| {
            for (is_refused, text) in lines.get(rows).unwrap_or_default() {
                let colour = if *is_refused { paint.warning } else { paint.ink };
                ui.add(egui::Label::new(RichText::new(text).size(13.0).color(colour)).truncate());
            }
        },
    );
}

fn framework_ui(
    ui: &mut Ui,
    paint: &Paint,
    workspace: &Workspace,
    name: &mut String,
    preview: &mut FrameworkPreview,
    actions: &mut Vec<Action>,
) -> bool {
    let words = workspace.words();
    widgets::caption_ui(ui, paint, &words.say("document-info-name"));
    widgets::line_edit_ui(ui, &words.say("document-info-name"), name, "", f32::INFINITY);
    ui.label(words.say_with("import-goals", &[("n", preview.goals.len().into())]));
    for (place, text) in preview.refused.iter().take(12) {
        let args = [("place", place.to_string().into()), ("text", words.short(text).into())];
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

fn policies_ui(ui: &mut Ui, paint: &Paint, workspace: &Workspace, preview: &PoliciesPreview, notes: &[TableNote]) {
    let words = workspace.words();
    let counts = [
        ("policies", preview.policies.len().into()),
        ("actors", preview.actors.len().into()),
        ("there", preview.there_already.len().into()),
    ];
    ui.label(RichText::new(words.say_with("import-policies", &counts)).family(theme::semibold()).color(paint.ink));
    notes_ui(ui, paint, workspace, notes);
    egui::ScrollArea::vertical().max_height(280.0).auto_shrink([false, true]).show(ui, |ui| {
        for refused in &preview.refused {
            let args = [("place", refused.place.to_string().into()), ("text", words.short(&refused.text).into())];
            let text = words.say_with("import-field-refused", &args);
            ui.add(egui::Label::new(RichText::new(text).color(paint.warning)).wrap());
        }
        for (_, policy) in preview.policies.iter().take(200) {
            ui.add(egui::Label::new(format!("{} {}", policy.code, policy.name)).truncate());
        }
    });
}
