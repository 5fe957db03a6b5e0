//! Policies: what each column becomes, rows with a code that is used above, what comes in.

use super::headings::asked_ui;
use super::{Draft, Foot, Goes, room, said_ui};
use crate::Cx;
use crate::kit::pickers::{Choice, Manner, Picked, pick_ui};
use crate::theme;
use crate::widgets;
use egui::{RichText, ScrollArea, Ui};
use ordito_import::{
    ColumnUse, Ids, PoliciesPreview, PolicyChoices, PolicyField, SameCode, Table,
    preview_policies_as,
};
use ordito_model::{ActorId, Contents, PolicyId};
use ordito_workspace::Workspace;
use ordito_workspace::said::{Said as _, policies_notes, policies_problems, say_column};

fn read(workspace: &Workspace, table: &Table, choices: &PolicyChoices) -> PoliciesPreview {
    let (mut policy, mut actor) = (|_: &str| PolicyId::random(), |_: &str| ActorId::random());
    let mut ids = Ids {
        policy: &mut policy,
        actor: &mut actor,
    };
    let empty = Contents::default();
    preview_policies_as(
        workspace.contents().unwrap_or(&empty),
        table,
        choices,
        &mut ids,
    )
}

/// What is shown of a table, and of which revision it speaks.
#[derive(Debug)]
pub struct Shown {
    revision: u64,
    pub preview: PoliciesPreview,
    notes: Vec<String>,
    problems: Vec<String>,
}
impl Shown {
    fn of(workspace: &Workspace, table: &Table, choices: &PolicyChoices) -> Self {
        let words = workspace.words();
        let preview = read(workspace, table, choices);
        let mut notes: Vec<String> = table
            .notes_of_cells((1, 0))
            .iter()
            .map(|note| note.say(words))
            .collect();
        notes.extend(policies_notes(&preview, words));
        Self {
            revision: workspace.revision(),
            notes,
            problems: policies_problems(&preview, words),
            preview,
        }
    }
}

/// Whether a row of a table names its columns.
pub fn is_headed(workspace: &Workspace, table: &Table) -> bool {
    read(workspace, table, &PolicyChoices::default()).headed
}

/// Whether a sheet is a list of policies.
pub fn fits(workspace: &Workspace, table: &Table) -> bool {
    let preview = read(workspace, table, &PolicyChoices::default());
    preview.headed && !preview.policies.is_empty()
}

pub fn policies_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft, bottom: f32) -> Foot {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let nothing = Foot::default();
    let words = workspace.words();
    let whole = draft
        .sheets
        .get(draft.sheet)
        .and_then(|sheet| sheet.table.as_ref().ok());
    let Some(table) = draft.cropped.as_ref().or(whole) else {
        return nothing;
    };
    let Goes::Policies { shown, choices } = &mut draft.goes else {
        return nothing;
    };
    if shown
        .as_ref()
        .is_none_or(|shown| shown.revision != workspace.revision())
    {
        *shown = Some(Shown::of(workspace, table, choices));
    }
    let Some(shown) = shown else { return nothing };
    let preview = &shown.preview;
    let mut changed = false;
    let mut headed = preview.headed;
    if ui.checkbox(&mut headed, words.import_headed()).changed() {
        choices.headed = Some(headed);
        choices.columns.clear();
        changed = true;
    }
    ui.label(
        RichText::new(words.import_policies(
            preview.actors.len(),
            preview.policies.len(),
            preview.there_already.len(),
        ))
        .family(theme::semibold())
        .color(paint.ink),
    );
    ScrollArea::vertical()
        .id_salt("notes")
        .max_height(76.0)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            said_ui(ui, paint, &shown.notes, false);
        });
    lost_ui(ui, cx, preview);
    if !preview.has_names() {
        said_ui(ui, paint, &[words.import_choose_name()], true);
    }
    if !preview.repeated.is_empty() {
        changed |= same_code_ui(ui, cx, choices);
    }
    let half = room(ui, bottom) * 0.55;
    widgets::bars(ui, paint);
    ScrollArea::vertical()
        .id_salt("columns")
        .max_height(half)
        .auto_shrink([false, false])
        .show(ui, |ui| {
            changed |= columns_ui(ui, cx, preview, choices);
        });
    let problems = &shown.problems;
    let height = room(ui, bottom);
    let n = problems.len() + preview.policies.len();
    let area = ScrollArea::vertical()
        .id_salt("lines")
        .max_height(height)
        .auto_shrink([false, false]);
    area.show_rows(ui, 20.0, n, |ui, rows| {
        for at in rows {
            let (text, colour) = match problems.get(at) {
                Some(problem) => (problem.clone(), paint.warning),
                None => {
                    let policy = preview
                        .policies
                        .get(at - problems.len())
                        .map(|(_, policy)| policy);
                    let said = policy
                        .map(|policy| format!("{} {}", policy.code, policy.name))
                        .unwrap_or_default();
                    (said.trim().to_owned(), paint.ink)
                }
            };
            ui.add(egui::Label::new(RichText::new(text).size(13.0).color(colour)).truncate());
        }
    });
    let can_import = !preview.policies.is_empty() && !preview.asks(choices);
    if changed {
        shown.revision = u64::MAX;
        ui.request_repaint();
    }
    Foot {
        can_import,
        focus: can_import,
    }
}

/// What each column becomes, those that are lost first; true when something else was chosen.
fn columns_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    preview: &PoliciesPreview,
    choices: &mut PolicyChoices,
) -> bool {
    widgets::part_title_ui(ui, cx.paint, &cx.words().import_columns());
    let (lost, used): (Vec<_>, Vec<_>) = preview.columns.iter().partition(|one| is_lost(one));
    let mut changed = false;
    for column in lost.into_iter().chain(used) {
        changed |= column_ui(ui, cx, column, choices);
    }
    changed
}

/// What would be lost is said before the list that it stands in.
fn lost_ui(ui: &mut Ui, cx: &Cx<'_>, preview: &PoliciesPreview) {
    let lost = preview.columns.iter().filter(|column| is_lost(column));
    let lost: Vec<String> = lost.map(say_column).collect();
    if !lost.is_empty() {
        let text = cx
            .words()
            .import_columns_left_out(lost.join(", "), lost.len());
        said_ui(ui, cx.paint, &[text], true);
    }
}

/// Whether a column has something and becomes nothing.
const fn is_lost(column: &ColumnUse) -> bool {
    column.field.is_none() && column.filled > 0
}

/// What a column becomes; true when something else was chosen.
fn column_ui(ui: &mut Ui, cx: &Cx<'_>, column: &ColumnUse, choices: &mut PolicyChoices) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let said = say_column(column);
    let left_out = words.import_left_out();
    let shown = match column.field {
        Some(field) if column.how == ordito_import::ColumnHow::Guessed => {
            format!("{} ({})", field.say(words), words.import_guess())
        }
        Some(field) => field.say(words),
        None => left_out.clone(),
    };
    let name = words.import_column_is(said.as_str());
    let example = words.import_column_example(words.short(&column.example));
    let told = if column.example.is_empty() {
        said
    } else {
        format!("{said} · {example}")
    };
    let colour = if is_lost(column) {
        paint.warning
    } else {
        paint.ink
    };
    let picked = asked_ui(ui, &told, colour, |ui| {
        pick_ui(ui, paint, words, &name, &shown, Manner::default(), || {
            let choice = |text: String, field: Option<PolicyField>| Choice {
                text,
                depth: 0,
                chosen: column.field == field,
            };
            let fields = PolicyField::all().map(|field| choice(field.say(words), Some(field)));
            std::iter::once(choice(left_out.clone(), None))
                .chain(fields)
                .collect()
        })
    });
    let Some(Picked::One(at)) = picked else {
        return false;
    };
    let field = at.checked_sub(1).and_then(|at| PolicyField::all().nth(at));
    // A field is one column.
    if field.is_some() {
        for other in choices
            .columns
            .values_mut()
            .filter(|other| **other == field)
        {
            *other = None;
        }
    }
    choices.columns.insert(column.at, field);
    true
}

/// What becomes of rows whose code an earlier row has.
fn same_code_ui(ui: &mut Ui, cx: &Cx<'_>, choices: &mut PolicyChoices) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let mut changed = false;
    ui.horizontal(|ui| {
        let name = words.import_same_codes();
        ui.label(RichText::new(&name).color(paint.warning));
        let said = |way| match way {
            SameCode::Ask => words.import_same_code_ask(),
            SameCode::WithoutCode => words.import_same_code_without(),
            SameCode::LeaveOut => words.import_same_code_leave(),
        };
        let combo = widgets::combo("import-same-code")
            .width(170.0)
            .selected_text(said(choices.same_code));
        let response = combo.show_ui(ui, |ui| {
            for way in [SameCode::WithoutCode, SameCode::LeaveOut] {
                changed |= ui
                    .selectable_value(&mut choices.same_code, way, said(way))
                    .changed();
            }
        });
        widgets::name_it(ui, &response.response, &name);
    });
    changed
}
