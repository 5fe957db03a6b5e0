//! Scores: where they go, what headings and entries mean, what changes.

use super::headings::{self, Asking};
use super::{Draft, Foot, Goes, Line, room, said_ui};
use crate::Cx;
use crate::theme::{self, Paint};
use crate::widgets;
use egui::{RichText, ScrollArea, Ui};
use ordito_document::Edit;
use ordito_import::{
    Blanks, Match, MatrixChoices, MatrixPreview, Meaning, Target, preview_matrix_as,
    preview_template,
};
use ordito_model::{Assessor, AssessorId, AssessorKind, Contents, Item, Scale};
use ordito_workspace::Workspace;
use ordito_workspace::said::Said as _;

/// What is shown of a table, and of which revision it speaks.
#[derive(Debug)]
pub struct Shown {
    revision: u64,
    pub preview: MatrixPreview,
    lines: Vec<Line>,
    notes: Vec<String>,
    /// Whether there is something to be said of headings or entries.
    asks: bool,
}
impl Shown {
    fn of(
        workspace: &Workspace,
        contents: &Contents,
        scale: Option<&Scale>,
        preview: MatrixPreview,
    ) -> Self {
        Self {
            revision: workspace.revision(),
            lines: lines_of(workspace, contents, scale, &preview),
            notes: ordito_workspace::said::matrix_notes(contents, &preview, workspace.words()),
            asks: headings::asks(&preview),
            preview,
        }
    }
}

pub fn matrix_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft, bottom: f32) -> Foot {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let Some(contents) = workspace.contents() else {
        return Foot::default();
    };
    let before = (draft.matrix, assessor_of(draft, contents));
    target_ui(ui, cx, draft);
    let assessor = assessor_of(draft, contents);
    let Some(target) = draft.matrix.map(|matrix| Target { matrix, assessor }) else {
        ui.label(widgets::muted(words.import_no_matrix(), paint));
        return Foot::default();
    };
    let whole = draft
        .sheets
        .get(draft.sheet)
        .and_then(|sheet| sheet.table.as_ref().ok());
    let Some(table) = draft.cropped.as_ref().or(whole) else {
        return Foot::default();
    };
    let Goes::Matrix { shown, choices } = &mut draft.goes else {
        return Foot::default();
    };
    let scale = contents
        .matrices
        .get(&target.matrix)
        .and_then(|matrix| contents.scales.get(&matrix.scale));
    if before.0 != Some(target.matrix) {
        choices.meanings.clear();
        choices.entries.clear();
    }
    let stale = shown
        .as_ref()
        .is_none_or(|shown| shown.revision != workspace.revision());
    if stale || before != (Some(target.matrix), target.assessor) {
        *shown = scale.map(|scale| {
            let preview = preview_matrix_as(contents, scale, target, table, choices);
            Shown::of(workspace, contents, Some(scale), preview)
        });
    }
    let Some(shown) = shown else {
        return Foot::default();
    };
    let preview = &shown.preview;
    let guesses = headings::guesses(preview);
    let has_guesses = !guesses.is_empty();
    let asking = Asking {
        workspace,
        contents,
        matrix: target.matrix,
        scale,
        preview,
    };
    let mut changed = manner_ui(ui, cx, preview, choices);
    summary_ui(ui, cx, shown);
    changed |= guesses_ui(ui, workspace, guesses, choices);
    if shown.asks || !choices.entries.is_empty() {
        let half = room(ui, bottom) * 0.55;
        widgets::bars(ui, paint);
        ScrollArea::vertical()
            .id_salt("meanings")
            .max_height(half)
            .auto_shrink([false, false])
            .show(ui, |ui| {
                changed |= headings::headings_ui(ui, paint, &asking, choices);
                changed |= headings::entries_ui(ui, paint, &asking, choices);
            });
    }
    lines_ui(ui, paint, &shown.lines, bottom);
    let named = draft
        .new_assessor
        .as_ref()
        .is_none_or(|(_, name)| !name.trim().is_empty());
    let can_import = !preview.changes.is_empty() && named;
    if changed {
        // Worked out anew with the next frame.
        shown.revision = u64::MAX;
        ui.request_repaint();
    }
    Foot {
        can_import,
        focus: can_import && !has_guesses,
    }
}

/// The one step that takes the scores in, with all that they need.
pub fn edit(contents: &Contents, draft: &Draft, shown: &Shown) -> Option<Edit> {
    let target = Target {
        matrix: draft.matrix?,
        assessor: assessor_of(draft, contents),
    };
    let edit = shown.preview.edit_with_lines(contents, target, &draft.name);
    Some(with_assessor(
        edit,
        draft.new_assessor.as_ref(),
        target.assessor,
        contents,
    ))
}

/// Who scores: the one who is chosen, one of the name that is typed, or one to be made.
fn assessor_of(draft: &Draft, contents: &Contents) -> AssessorId {
    let Some((id, name)) = &draft.new_assessor else {
        return draft.assessor;
    };
    let there = contents
        .assessors
        .iter()
        .find(|(_, assessor)| ordito_ground::text::alike(&assessor.name, name));
    there.map_or(*id, |(id, _)| *id)
}

/// The edit with the assessor it needs.
fn with_assessor(
    edit: Edit,
    new: Option<&(AssessorId, String)>,
    assessor: AssessorId,
    contents: &Contents,
) -> Edit {
    let Some((id, name)) = new.filter(|(id, _)| *id == assessor) else {
        return edit;
    };
    let position = contents
        .assessors
        .values()
        .map(|assessor| assessor.position + 1)
        .max()
        .unwrap_or(1);
    let kind = AssessorKind::Office;
    let assessor = Assessor {
        name: name.trim().to_owned(),
        kind,
        note: String::new(),
        position,
    };
    let first = Edit::PutAssessor { id: *id, assessor };
    match edit {
        Edit::Together { label, mut edits } => {
            edits.insert(0, first);
            Edit::Together { label, edits }
        }
        other => other,
    }
}

/// Matrix and assessor.
fn target_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    ui.horizontal(|ui| {
        widgets::caption_ui(ui, paint, &words.import_into());
        let shown = draft
            .matrix
            .and_then(|id| contents.matrices.get(&id))
            .map(|matrix| matrix.name.clone());
        let combo = widgets::combo("import-matrix").width(200.0).truncate();
        let response = combo
            .selected_text(shown.unwrap_or_default())
            .show_ui(ui, |ui| {
                for (id, each) in &contents.matrices {
                    ui.selectable_value(&mut draft.matrix, Some(*id), &each.name);
                }
            });
        widgets::name_it(ui, &response.response, &words.import_into());
        widgets::caption_ui(ui, paint, &words.import_as());
        let new = words.import_new_assessor();
        let shown = match &draft.new_assessor {
            Some(_) => new.clone(),
            None => contents
                .assessors
                .get(&draft.assessor)
                .map(|each| each.name.clone())
                .unwrap_or_default(),
        };
        let mut is_new = draft.new_assessor.is_some();
        let combo = widgets::combo("import-assessor")
            .width(140.0)
            .truncate()
            .selected_text(shown);
        let response = combo.show_ui(ui, |ui| {
            for (id, each) in contents.assessors_in_order() {
                if ui
                    .selectable_label(!is_new && draft.assessor == id, &each.name)
                    .clicked()
                {
                    draft.assessor = id;
                    is_new = false;
                }
            }
            if ui.selectable_label(is_new, new).clicked() {
                is_new = true;
            }
        });
        widgets::name_it(ui, &response.response, &words.import_as());
        if is_new != draft.new_assessor.is_some() {
            draft.new_assessor = is_new.then(|| (AssessorId::random(), String::new()));
        }
        if let Some((_, name)) = &mut draft.new_assessor {
            let label = words.import_new_assessor_name();
            let field = widgets::line_edit_ui(ui, &label, name, &label, 150.0);
            if name.is_empty() && ui.memory(|memory| memory.focused().is_none()) {
                field.request_focus();
            }
        }
    });
}

/// What blank cells say, and which way round the table is.
fn manner_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    preview: &MatrixPreview,
    choices: &mut MatrixChoices,
) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let mut changed = false;
    ui.horizontal(|ui| {
        let name = words.import_blanks();
        widgets::caption_ui(ui, paint, &name);
        let said = |blanks| match blanks {
            Blanks::Leave => words.import_blanks_leave(),
            Blanks::Empty => words.import_blanks_empty(),
        };
        let combo = widgets::combo("import-blanks")
            .width(170.0)
            .selected_text(said(choices.blanks));
        let response = combo.show_ui(ui, |ui| {
            for blanks in [Blanks::Leave, Blanks::Empty] {
                changed |= ui
                    .selectable_value(&mut choices.blanks, blanks, said(blanks))
                    .changed();
            }
        });
        widgets::name_it(ui, &response.response, &name);
        let mut turned = preview.transposed;
        if ui.checkbox(&mut turned, words.import_turned()).changed() {
            choices.transposed = Some(turned);
            choices.meanings.clear();
            changed = true;
        }
    });
    changed
}

fn summary_ui(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let (words, preview) = (workspace.words(), &shown.preview);
    let counts = [
        ("changes", preview.changes.len().into()),
        ("same", preview.same.into()),
        ("refused", (preview.refused.len() + preview.unplaced).into()),
    ];
    let text = words.say_with("import-counts", &counts);
    ui.label(
        RichText::new(text)
            .family(theme::semibold())
            .color(paint.ink),
    );
    // A long list of notes leaves room for what they are about.
    ScrollArea::vertical()
        .id_salt("notes")
        .max_height(76.0)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            said_ui(ui, paint, &shown.notes, false);
        });
}

/// One click, or Enter, takes all guesses; one leaves all of them out.
fn guesses_ui(
    ui: &mut Ui,
    workspace: &Workspace,
    guesses: Vec<((ordito_model::Axis, usize), Item)>,
    choices: &mut MatrixChoices,
) -> bool {
    if guesses.is_empty() {
        return false;
    }
    let words = workspace.words();
    ui.horizontal(|ui| {
        let accept = widgets::button_ui(ui, &words.import_accept_all(guesses.len()));
        if ui.memory(|memory| memory.focused().is_none()) {
            accept.request_focus();
        }
        let (accept, refuse) = (
            accept.clicked(),
            widgets::button_ui(ui, &words.import_refuse_all()).clicked(),
        );
        for (key, item) in guesses.into_iter().filter(|_| accept || refuse) {
            choices.meanings.insert(
                key,
                if accept {
                    Meaning::Item(item)
                } else {
                    Meaning::LeaveOut
                },
            );
        }
        accept || refuse
    })
    .inner
}

/// Works out anew what a filled-in workbook would change when the document did; what keeps it out.
pub fn refresh_template(workspace: &Workspace, draft: &mut Draft) -> Option<String> {
    let Goes::Template { template, shown } = &mut draft.goes else {
        return None;
    };
    let (contents, now) = (workspace.contents()?, workspace.revision());
    if shown.as_ref().is_some_and(|shown| shown.revision == now) {
        return None;
    }
    match preview_template(contents, template) {
        Ok(found) => {
            let matrix = contents.matrices.get(&template.target.matrix);
            let scale = matrix.and_then(|matrix| contents.scales.get(&matrix.scale));
            *shown = Some(Shown::of(workspace, contents, scale, found));
            None
        }
        Err(error) => Some(error.say(workspace.words())),
    }
}

pub fn template_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft, bottom: f32) -> Foot {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let Goes::Template {
        template,
        shown: Some(shown),
    } = &draft.goes
    else {
        return Foot::default();
    };
    let Some(contents) = workspace.contents() else {
        return Foot::default();
    };
    let matrix = contents
        .matrices
        .get(&template.target.matrix)
        .map(|matrix| matrix.name.clone());
    let assessor = contents
        .assessors
        .get(&template.target.assessor)
        .map(|each| each.name.clone());
    ui.label(words.template_goes_to(assessor.unwrap_or_default(), matrix.unwrap_or_default()));
    summary_ui(ui, cx, shown);
    lines_ui(ui, paint, &shown.lines, bottom);
    let can_import = !shown.preview.changes.is_empty();
    Foot {
        can_import,
        focus: can_import,
    }
}

/// What does not go in, first, then what changes.
fn lines_of(
    workspace: &Workspace,
    contents: &Contents,
    scale: Option<&Scale>,
    preview: &MatrixPreview,
) -> Vec<Line> {
    let words = workspace.words();
    let mut lines: Vec<Line> =
        ordito_workspace::said::matrix_problems(contents, scale, preview, words)
            .into_iter()
            .map(|text| (true, text))
            .collect();
    let empty = words.import_empty_cell();
    // A line that is to be made has no name in the document yet.
    let new: std::collections::BTreeMap<Item, &str> = preview
        .rows
        .iter()
        .chain(&preview.columns)
        .filter_map(|(_, found)| match found {
            Match::New { item, text } => Some((*item, text.as_str())),
            _ => None,
        })
        .collect();
    for change in &preview.changes {
        let name = |item| match new.get(&item) {
            Some(text) => words.short(text),
            None => ordito_words::say_item(item, contents, words),
        };
        let (old, new) = (
            words.numbers().cell(change.old),
            words.numbers().cell(change.new),
        );
        let or_empty = |text: String| if text.is_empty() { empty.clone() } else { text };
        let (row, column) = (name(change.key.row), name(change.key.column));
        let text = format!(
            "{} · {row} × {column}: {} → {}",
            change.place,
            or_empty(old),
            or_empty(new)
        );
        lines.push((false, text));
    }
    lines
}

fn lines_ui(ui: &mut Ui, paint: &Paint, lines: &[Line], bottom: f32) {
    let height = 20.0;
    let room = room(ui, bottom);
    let area = ScrollArea::vertical()
        .id_salt("lines")
        .max_height(room)
        .auto_shrink([false, false]);
    area.show_rows(ui, height, lines.len(), |ui, rows| {
        for (is_refused, text) in lines.get(rows).unwrap_or_default() {
            let colour = if *is_refused {
                paint.warning
            } else {
                paint.ink
            };
            ui.add(egui::Label::new(RichText::new(text).size(13.0).color(colour)).truncate());
        }
    });
}
