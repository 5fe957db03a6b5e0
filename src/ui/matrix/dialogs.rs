//! Dialogs of this room: particulars, deleting, adding and removing lines, weights, assessors.

use super::wizard::{Pick, Wizard};
use super::{MatrixScreen, consensus, run};
use crate::Cx;
use crate::screen::Request;
use crate::{cover, widgets};
use egui::{Modal, ScrollArea, Ui};
use egui_material_icons::icons;
use ordito_document::{Edit, LineChange};
use ordito_model::{Assessor, AssessorId, AssessorKind, Axis, Item, Matrix, MatrixId, ScaleId};
use ordito_words::Say as _;
use ordito_workspace::{Action, Command, Workspace};

/// Which dialog is open, with what is being typed in it.
#[derive(Debug, Default)]
pub enum Dialog {
    #[default]
    None,
    Wizard(Wizard),
    Info(Matrix),
    Delete,
    Add(Axis, Pick),
    Remove(Axis, Vec<Item>),
    Weights(Vec<(Item, String)>),
    Assessors(Assessors),
    Consensus(consensus::Draft),
}

/// Names being typed.
#[derive(Debug, Default)]
pub struct Assessors {
    names: Vec<(AssessorId, String)>,
    new: String,
    kind: usize,
    /// Asked whether to delete this one with all its cells.
    deleting: Option<AssessorId>,
}

/// Kinds an added assessor can have.
const KINDS: [AssessorKind; 3] = [
    AssessorKind::Office,
    AssessorKind::Person,
    AssessorKind::Table,
];

impl Dialog {
    pub const fn is_open(&self) -> bool {
        !matches!(self, Self::None)
    }
    /// What it holds, to be compared: something was written or chosen when it is another than when the dialog opened.
    pub fn held(&self) -> String {
        match self {
            // Names that are there go in one by one.
            Self::Assessors(assessors) => assessors.new.clone(),
            other => format!("{other:?}"),
        }
    }
    pub fn of(command: Command, workspace: &Workspace, state: &MatrixScreen) -> Self {
        let Some(contents) = workspace.contents() else {
            return Self::None;
        };
        let Some(id) = state.matrix else {
            return Self::None;
        };
        match command {
            Command::MatrixInfo => contents
                .matrices
                .get(&id)
                .cloned()
                .map_or(Self::None, Self::Info),
            Command::DeleteMatrix => Self::Delete,
            Command::Weights => {
                let numbers = workspace.words().numbers();
                let text =
                    |weight: f64| numbers.number(weight, if weight.fract() == 0.0 { 0 } else { 2 });
                let columns = contents.lines_of(id, Axis::Columns);
                Self::Weights(
                    columns
                        .into_iter()
                        .map(|(item, line)| (item, text(line.weight)))
                        .collect(),
                )
            }
            Command::Assessors => {
                let names = contents.assessors_in_order();
                let names = names
                    .into_iter()
                    .map(|(id, assessor)| (id, assessor.name.clone()))
                    .collect();
                Self::Assessors(Assessors {
                    names,
                    ..Assessors::default()
                })
            }
            _ => Self::None,
        }
    }
    pub fn add_lines(workspace: &Workspace, state: &MatrixScreen, axis: Axis) -> Self {
        let (Some(contents), Some(id)) = (workspace.contents(), state.matrix) else {
            return Self::None;
        };
        let Some(matrix) = contents.matrices.get(&id) else {
            return Self::None;
        };
        let there = contents
            .lines_of(id, axis)
            .into_iter()
            .map(|(item, _)| item)
            .collect();
        Self::Add(
            axis,
            Pick::of(contents, matrix.kind.holds_policies(axis), &there),
        )
    }
    pub fn remove_lines(_workspace: &Workspace, state: &MatrixScreen, axis: Axis) -> Self {
        let items = run::selected_items(state, axis);
        if items.is_empty() {
            Self::None
        } else {
            Self::Remove(axis, items)
        }
    }
}

pub fn dialogs_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut MatrixScreen) {
    let mut dialog = std::mem::take(&mut state.dialog);
    if !dialog.is_open() {
        return;
    }
    let Some(id) = state.matrix.or(Some(MatrixId::fixed(0))) else {
        return;
    };
    let mut shown = None;
    let mut left = None;
    let mut wanted = None;
    let modal = Modal::new(egui::Id::unique("matrix-dialog"))
        .frame(widgets::dialog_frame(ui))
        .show(ui.ctx(), |ui| {
            widgets::dialog_ui(ui, |ui| match &mut dialog {
                Dialog::None => true,
                Dialog::Wizard(wizard) => {
                    let made = wizard.wizard_ui(ui, cx);
                    wanted = wizard.take_wanted();
                    shown = made.flatten();
                    made.is_some() || wanted.is_some()
                }
                Dialog::Info(matrix) => info_ui(ui, cx, id, matrix),
                Dialog::Delete => delete_ui(ui, cx, id),
                Dialog::Add(axis, pick) => {
                    let over = add_ui(ui, cx, id, *axis, pick);
                    wanted = pick.wanted.take();
                    over || wanted.is_some()
                }
                Dialog::Remove(axis, items) => remove_ui(ui, cx, id, *axis, items),
                Dialog::Weights(weights) => weights_ui(ui, cx, id, weights),
                Dialog::Assessors(assessors) => assessors_ui(ui, cx, assessors),
                Dialog::Consensus(draft) => match consensus::dialog_ui(ui, cx, draft) {
                    consensus::Ended::Going => false,
                    consensus::Ended::Cancelled => true,
                    consensus::Ended::Made(rest) => {
                        left = Some(rest);
                        true
                    }
                },
            })
        });
    if state.dialog_at_first.is_none() {
        state.dialog_at_first = Some(dialog.held());
    }
    state.dialog = dialog;
    if modal.inner {
        state.forget_dialog();
    } else if cover::closes(&modal) {
        if state.is_written() {
            cx.request(Request::AskBeforeClosing);
        } else {
            state.forget_dialog();
        }
    }
    if let Some((id, first)) = shown {
        state.show_matrix(id);
        state.choices.assessor = Some(first);
    }
    state.wanted = state.wanted.or(wanted);
    if let Some(left) = left {
        state.choices.assessor = Some(AssessorId::AGREED);
        state.left = (!left.is_empty()).then_some(left);
    }
}

/// Cancel and the one that does it: `Some(true)` to do it.
fn ends_ui(ui: &mut Ui, cx: &Cx<'_>, label: &str, ready: bool, danger: bool) -> Option<bool> {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        let cancel = widgets::button_ui(ui, &words.button_cancel()).clicked();
        let done = if danger {
            widgets::danger_button_ui(ui, paint, label).clicked()
        } else {
            widgets::default_button_ui(ui, paint, (label, ready), None)
        };
        if done {
            Some(true)
        } else {
            cancel.then_some(false)
        }
    })
    .inner
}

fn scale_ui(ui: &mut Ui, workspace: &Workspace, scale: &mut ScaleId) {
    let Some(contents) = workspace.contents() else {
        return;
    };
    let language = workspace.settings().language;
    let shown = contents
        .scales
        .get(scale)
        .map(|scale| scale.name.get(language).to_owned())
        .unwrap_or_default();
    let combo = widgets::combo("info-scale")
        .width(300.0)
        .truncate()
        .selected_text(shown);
    let response = combo.show_ui(ui, |ui| {
        for (id, known) in &contents.scales {
            ui.selectable_value(scale, *id, known.name.get(language));
        }
    });
    widgets::name_it(
        ui,
        &response.response,
        &workspace.words().matrix_wizard_scale(),
    );
}

fn info_ui(ui: &mut Ui, cx: &mut Cx<'_>, id: MatrixId, matrix: &mut Matrix) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    ui.set_width(460.0);
    widgets::title_ui(ui, paint, &words.matrix_info_title());
    widgets::caption_ui(ui, paint, &words.matrix_wizard_name());
    widgets::line_edit_ui(ui, &words.matrix_wizard_name(), &mut matrix.name, "", 444.0);
    widgets::caption_ui(ui, paint, &words.matrix_wizard_scale());
    scale_ui(ui, workspace, &mut matrix.scale);
    widgets::caption_ui(ui, paint, &words.matrix_info_note());
    widgets::text_area_ui(ui, &words.matrix_info_note(), &mut matrix.note, 3, 444.0);
    ui.checkbox(&mut matrix.illustrative, words.matrix_info_illustrative());
    let ready = !matrix.name.trim().is_empty();
    let end = ends_ui(ui, cx, &words.button_save(), ready, false);
    if end == Some(true) {
        cx.act(Action::Edit(Edit::ChangeMatrix {
            id,
            matrix: matrix.clone(),
        }));
    }
    end.is_some()
}

fn delete_ui(ui: &mut Ui, cx: &mut Cx<'_>, id: MatrixId) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    ui.set_width(420.0);
    let matrix = workspace
        .contents()
        .and_then(|contents| contents.matrices.get(&id));
    let name = matrix.map(|matrix| matrix.name.clone()).unwrap_or_default();
    let n = workspace
        .contents()
        .map_or(0, |contents| contents.cells_of(id).count());
    widgets::title_ui(ui, paint, &words.matrix_delete_title(name));
    let text = words.matrix_delete_text(n);
    ui.add(egui::Label::new(text).wrap());
    let end = ends_ui(ui, cx, &words.button_delete(), true, true);
    if end == Some(true) {
        cx.act(Action::Edit(Edit::DeleteMatrix(id)));
    }
    end.is_some()
}

fn add_ui(ui: &mut Ui, cx: &mut Cx<'_>, matrix: MatrixId, axis: Axis, pick: &mut Pick) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    ui.set_width(460.0);
    let title = if axis == Axis::Rows {
        words.matrix_add_rows()
    } else {
        words.matrix_add_columns()
    };
    widgets::title_ui(ui, paint, &title);
    pick.pick_ui(ui, cx, &title, 360.0);
    let items = pick.in_order();
    let end = ends_ui(ui, cx, &words.matrix_add(), !items.is_empty(), false);
    if end == Some(true) {
        cx.act(Action::Edit(Edit::AddLines {
            matrix,
            axis,
            items,
            before: None,
        }));
    }
    end.is_some()
}

fn remove_ui(ui: &mut Ui, cx: &mut Cx<'_>, matrix: MatrixId, axis: Axis, items: &[Item]) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let (words, Some(contents)) = (workspace.words(), workspace.contents()) else {
        return true;
    };
    ui.set_width(420.0);
    let title = if axis == Axis::Rows {
        words.matrix_remove_rows()
    } else {
        words.matrix_remove_columns()
    };
    widgets::title_ui(ui, paint, &title);
    for item in items.iter().take(8) {
        let (code, label) = contents.item_label(*item);
        ui.label(format!("{code} {}", label.get(words.language())));
    }
    let more = items.len().saturating_sub(8);
    if more > 0 {
        ui.label(format!("+ {}", words.numbers().count(more)));
    }
    let gone = |key: &ordito_model::AssessmentKey| {
        items.contains(if axis == Axis::Rows {
            &key.row
        } else {
            &key.column
        })
    };
    let n = contents
        .cells_of(matrix)
        .filter(|(key, _)| gone(key))
        .count();
    ui.add(egui::Label::new(words.matrix_remove_text(n)).wrap());
    let end = ends_ui(ui, cx, &words.matrix_remove(), true, true);
    if end == Some(true) {
        cx.act(Action::Edit(Edit::RemoveLines {
            matrix,
            axis,
            items: items.to_vec(),
        }));
    }
    end.is_some()
}

fn weights_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    matrix: MatrixId,
    weights: &mut [(Item, String)],
) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let (words, Some(contents)) = (workspace.words(), workspace.contents()) else {
        return true;
    };
    ui.set_width(480.0);
    widgets::title_ui(ui, paint, &words.matrix_weights_title());
    ui.add(egui::Label::new(widgets::muted(words.matrix_weights_text(), paint)).wrap());
    let read = |text: &str| {
        text.trim()
            .replace(',', ".")
            .parse::<f64>()
            .ok()
            .filter(|weight| weight.is_finite() && *weight >= 0.0)
    };
    let mut sound = true;
    ScrollArea::vertical()
        .max_height(380.0)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for (item, text) in weights.iter_mut() {
                let (code, label) = contents.item_label(*item);
                let name = format!("{code} {}", label.get(words.language()));
                ui.horizontal(|ui| {
                    let field = widgets::line_edit_ui(ui, &name, text, "", 64.0);
                    if read(text).is_none() {
                        sound = false;
                        widgets::focus_ring(ui, paint, &field, 4);
                        ui.label(
                            egui::RichText::new(words.matrix_weights_wrong())
                                .size(12.0)
                                .color(paint.danger),
                        );
                    }
                    ui.add(egui::Label::new(name).truncate());
                });
            }
        });
    let end = ends_ui(ui, cx, &words.button_save(), sound, false);
    if end == Some(true) {
        let now = contents.lines_of(matrix, Axis::Columns);
        let mut edits = Vec::new();
        for (item, text) in weights.iter() {
            let before = now
                .iter()
                .find(|(known, _)| known == item)
                .map(|(_, line)| line.weight);
            if let Some(weight) = read(text).filter(|weight| Some(*weight) != before) {
                let change = LineChange {
                    weight: Some(weight),
                    ..LineChange::default()
                };
                edits.push(Edit::SetLines {
                    matrix,
                    axis: Axis::Columns,
                    items: vec![*item],
                    change,
                });
            }
        }
        if !edits.is_empty() {
            let label = ordito_model::StepLabel::ChangedMany {
                subject: ordito_model::Subject::Column,
                n: edits.len(),
            };
            cx.act(Action::Edit(Edit::Together { label, edits }));
        }
    }
    end.is_some()
}

fn assessors_ui(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut Assessors) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let (words, Some(contents)) = (workspace.words(), workspace.contents()) else {
        return true;
    };
    ui.set_width(480.0);
    widgets::title_ui(ui, paint, &words.matrix_assessors_title());
    for (id, assessor) in contents.assessors_in_order() {
        if !draft.names.iter().any(|(known, _)| *known == id) {
            draft.names.push((id, assessor.name.clone()));
        }
    }
    draft
        .names
        .retain(|(id, _)| contents.assessors.contains_key(id));
    known_assessors_ui(ui, cx, draft);
    new_assessor_ui(ui, cx, draft);
    ui.add_space(8.0);
    widgets::button_ui(ui, &words.button_close()).clicked()
}

/// Those there are: their names to be changed, and the question before one goes with all its cells.
fn known_assessors_ui(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut Assessors) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    for (id, name) in &mut draft.names {
        let Some(assessor) = contents.assessors.get(id) else {
            continue;
        };
        ui.horizontal(|ui| {
            let label = format!("{} {}", words.matrix_assessor(), assessor.name);
            let field = widgets::line_edit_ui(ui, &label, name, "", 280.0);
            if field.lost_focus() && name.trim() != assessor.name {
                if name.trim().is_empty() {
                    name.clone_from(&assessor.name);
                } else {
                    let assessor = Assessor {
                        name: name.trim().to_owned(),
                        ..assessor.clone()
                    };
                    cx.act(Action::Edit(Edit::PutAssessor { id: *id, assessor }));
                }
            }
            widgets::caption_ui(ui, paint, &assessor.kind.say(words));
            if *id != AssessorId::AGREED {
                let name = words.matrix_assessor_delete(assessor.name.as_str());
                if widgets::icon_button_ui(ui, paint, icons::ICON_DELETE, &name, true).clicked() {
                    draft.deleting = Some(*id);
                }
            }
        });
        if draft.deleting == Some(*id) {
            let n = contents
                .assessments
                .keys()
                .filter(|key| key.assessor == *id)
                .count();
            ui.add(egui::Label::new(words.matrix_assessor_delete_text(n)).wrap());
            ui.horizontal(|ui| {
                if widgets::danger_button_ui(ui, paint, &words.button_delete()).clicked() {
                    cx.act(Action::Edit(Edit::DeleteAssessor(*id)));
                    draft.deleting = None;
                }
                if widgets::button_ui(ui, &words.button_cancel()).clicked() {
                    draft.deleting = None;
                }
            });
        }
    }
}

/// One more, of its kind.
fn new_assessor_ui(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut Assessors) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    ui.add_space(8.0);
    widgets::part_title_ui(ui, paint, &words.matrix_assessor_new());
    ui.horizontal(|ui| {
        widgets::line_edit_ui(ui, &words.matrix_assessor_new(), &mut draft.new, "", 200.0);
        let labels: Vec<String> = KINDS.iter().map(|kind| kind.say(words)).collect();
        if let Some(i) = widgets::segmented_ui(
            ui,
            paint,
            &words.matrix_assessor_kind(),
            &labels,
            draft.kind,
        ) {
            draft.kind = i;
        }
    });
    let ready = !draft.new.trim().is_empty();
    if widgets::primary_button_ui(ui, paint, &words.matrix_add(), ready).clicked() {
        let kind = KINDS
            .get(draft.kind)
            .copied()
            .unwrap_or(AssessorKind::Office);
        let position = contents
            .assessors
            .values()
            .map(|assessor| assessor.position + 1)
            .max()
            .unwrap_or(0);
        let assessor = Assessor {
            name: draft.new.trim().to_owned(),
            kind,
            note: String::new(),
            position,
        };
        cx.act(Action::Edit(Edit::PutAssessor {
            id: AssessorId::random(),
            assessor,
        }));
        draft.new.clear();
    }
}
