//! The particulars of a session and who takes part.

use super::super::UiState;
use crate::document::Edit;
use crate::model::{AssessorId, Contents, Lab, LabId, Participant, Points};
use crate::ui::theme::Paint;
use crate::ui::widgets;
use crate::workspace::{Action, Command, Workspace};
use egui::{ComboBox, DragValue, Ui};
use egui_material_icons::icons;

/// Height of a field, so that labels beside it stand at its middle.
const FIELD: f32 = 32.0;

/// A session as it is typed. It becomes an edit when no field is being written in.
#[derive(Debug, Clone)]
pub struct Form {
    id: LabId,
    lab: Lab,
    names: Vec<String>,
    revision: u64,
    new_number: usize,
}

impl Form {
    fn of(contents: &Contents, id: LabId, revision: u64) -> Option<Self> {
        let lab = contents.labs.get(&id)?.clone();
        let name = |each: &Participant| contents.assessors.get(&each.id).map(|it| it.name.clone()).unwrap_or_default();
        let names = lab.participants.iter().map(name).collect();
        Some(Self { id, lab, names, revision, new_number: 10 })
    }

    /// What changed against the document; nothing while a name is still empty.
    pub fn edit(&self, contents: &Contents) -> Option<Edit> {
        let before = Self::of(contents, self.id, 0)?;
        let mut lab = self.lab.clone();
        // The session's own course goes on while its form is open.
        lab.current = before.lab.current;
        lab.source = before.lab.source;
        lab.position = before.lab.position;
        let complete = !lab.title.trim().is_empty() && self.names.iter().all(|name| !name.trim().is_empty());
        let changed = before.lab != lab || before.names != self.names;
        (complete && changed).then(|| {
            let names = lab.participants.iter().map(|each| each.id).zip(self.names.iter().cloned()).collect();
            Edit::PutLab { id: self.id, lab, names }
        })
    }
}

pub fn prepare_ui(
    ui: &mut Ui,
    paint: &Paint,
    workspace: &Workspace,
    contents: &Contents,
    id: LabId,
    state: &mut UiState,
    actions: &mut Vec<Action>,
) {
    let words = workspace.words();
    sessions_ui(ui, workspace, contents, state, actions);
    let own = &mut state.lab;
    let revision = workspace.revision();
    let typing = ui.ctx().text_edit_focused();
    if own.form.as_ref().is_none_or(|form| form.id != id || (form.revision != revision && !typing)) {
        own.form = Form::of(contents, id, revision);
    }
    let Some(form) = &mut own.form else { return };
    let wide = ui.available_width() - 8.0;
    let field = |ui: &mut Ui, key: &str, text: &mut String, width: f32| {
        ui.vertical(|ui| {
            widgets::caption_ui(ui, paint, &words.say(key));
            widgets::line_edit_ui(ui, &words.say(key), text, "", width);
        });
    };
    ui.add_space(6.0);
    field(ui, "lab-title", &mut form.lab.title, wide);
    ui.horizontal(|ui| {
        field(ui, "lab-date", &mut form.lab.date, 110.0);
        field(ui, "lab-where", &mut form.lab.place, wide - 150.0);
    });
    let matrix = contents.matrices.get(&form.lab.matrix).map(|it| it.name.clone()).unwrap_or_default();
    widgets::caption_ui(ui, paint, &words.say_with("lab-of-matrix", &[("matrix", matrix.into())]));
    widgets::caption_ui(ui, paint, &words.say("lab-asked"));
    let hint = words.say("lab-question-policy");
    widgets::line_edit_ui(ui, &words.say("lab-asked"), &mut form.lab.question, &hint, wide);
    ui.horizontal(|ui| {
        ui.set_min_height(FIELD);
        let label = words.say("lab-rounds");
        ui.label(&label);
        let response = ui.add(DragValue::new(&mut form.lab.rounds).range(1..=5));
        widgets::name_it(ui, &response, &label);
        ui.add_space(8.0);
        ui.checkbox(&mut form.lab.anonymous, words.say("lab-anonymous")).on_hover_text(words.say("lab-anonymous-text"));
    });
    widgets::part_title_ui(ui, paint, &words.say("lab-rule"));
    ui.horizontal(|ui| {
        ui.set_min_height(FIELD);
        let mut iqr = form.lab.rule.largest_iqr.value();
        let label = words.say("lab-rule-iqr");
        ui.label(&label);
        let response = ui.add(
            DragValue::new(&mut iqr)
                .range(0.0..=6.0)
                .speed(0.05)
                .custom_formatter(|value, _| words.numbers().number(value, 2))
                .custom_parser(|text| text.replace(',', ".").parse().ok()),
        );
        widgets::name_it(ui, &response, &label);
        if let Ok(points) = Points::try_from((iqr * 4.0).round() / 4.0) {
            form.lab.rule.largest_iqr = points;
        }
    });
    ui.horizontal(|ui| {
        ui.set_min_height(FIELD);
        let label = words.say("lab-rule-fewest");
        ui.label(&label);
        let response = ui.add(DragValue::new(&mut form.lab.rule.fewest).range(1..=99));
        widgets::name_it(ui, &response, &label);
        ui.checkbox(&mut form.lab.rule.opposite_signs, words.say("lab-rule-opposite"));
    });
    ui.horizontal(|ui| {
        ui.set_min_height(FIELD);
        let label = words.say("lab-rule-polarised");
        ui.label(&label);
        let response = ui.add(DragValue::new(&mut form.lab.rule.polarised_percent).range(1..=50).suffix(" %"));
        widgets::name_it(ui, &response, &label);
    });
    ui.add_space(6.0);
    participants_ui(ui, paint, workspace, form);
    widgets::caption_ui(ui, paint, &words.say("lab-notes"));
    widgets::text_area_ui(ui, &words.say("lab-notes"), &mut form.lab.notes, 2, wide);
    if !ui.ctx().text_edit_focused()
        && let Some(edit) = form.edit(contents)
    {
        actions.push(Action::Edit(edit));
        form.revision = revision + 1;
    }
}

fn sessions_ui(
    ui: &mut Ui,
    workspace: &Workspace,
    contents: &Contents,
    state: &mut UiState,
    actions: &mut Vec<Action>,
) {
    let words = workspace.words();
    ui.horizontal(|ui| {
        let name = words.say("lab-session");
        let shown =
            state.lab.lab.and_then(|id| contents.labs.get(&id)).map(|lab| lab.title.clone()).unwrap_or_default();
        let width = ui.available_width() - 96.0;
        let mut chosen = state.lab.lab;
        let combo =
            ComboBox::from_id_salt("lab-session").width(width).truncate().selected_text(shown).show_ui(ui, |ui| {
                for (id, lab) in super::labs_in_order(contents) {
                    ui.selectable_value(&mut chosen, Some(id), &lab.title);
                }
            });
        widgets::name_it(ui, &combo.response, &name);
        if chosen != state.lab.lab {
            super::commit_typing(workspace, &mut state.lab, actions);
            state.lab.lab = chosen;
            state.lab.form = None;
            state.lab.question = None;
        }
        let paint = Paint::of(workspace.settings().look);
        for (icon, command) in [(icons::ICON_ADD, Command::NewLab), (icons::ICON_DELETE, Command::DeleteLab)] {
            if widgets::icon_button_ui(ui, &paint, icon, &words.say(command.key()), true).clicked() {
                state.asked.push(command);
            }
        }
    });
}

fn participants_ui(ui: &mut Ui, paint: &Paint, workspace: &Workspace, form: &mut Form) {
    let words = workspace.words();
    let n = form.names.len();
    widgets::part_title_ui(ui, paint, &words.say_with("lab-participants", &[("n", n.into())]));
    let mut gone = None;
    let wide = ui.available_width() - 8.0;
    for (i, (participant, name)) in form.lab.participants.iter_mut().zip(&mut form.names).enumerate() {
        ui.push_id(participant.id, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                let mut present = !participant.absent;
                let here = words.say_with("lab-present", &[("name", name.as_str().into())]);
                let response = ui.checkbox(&mut present, "").on_hover_text(&here);
                widgets::name_it(ui, &response, &here);
                participant.absent = !present;
                let share = (wide - 36.0) / 4.0;
                let mut field = |key: &str, text: &mut String, width: f32| {
                    let named = format!("{} {}", words.say(key), i + 1);
                    widgets::line_edit_ui(ui, &named, text, &words.say(key), width - 20.0);
                };
                field("lab-name", name, share * 1.2);
                field("lab-role", &mut participant.role, share);
                field("lab-organisation", &mut participant.organisation, share);
                field("lab-table", &mut participant.table, share * 0.8);
                let remove = words.say_with("lab-remove-participant", &[("name", name.as_str().into())]);
                if widgets::icon_button_ui(ui, paint, icons::ICON_CLOSE, &remove, true).clicked() {
                    gone = Some(i);
                }
            });
        });
    }
    if let Some(i) = gone {
        form.lab.participants.remove(i);
        form.names.remove(i);
    }
    ui.horizontal(|ui| {
        let label = words.say("lab-add-n");
        let response = ui.add(DragValue::new(&mut form.new_number).range(1..=100));
        widgets::name_it(ui, &response, &label);
        if widgets::button_ui(ui, &words.say("lab-add-numbered")).clicked() {
            for _ in 0..form.new_number {
                form.add(|n| words.say_with("lab-numbered", &[("n", n.into())]), false);
            }
        }
        let tables = widgets::button_ui(ui, &words.say("lab-add-tables"));
        if tables.on_hover_text(words.say("lab-add-tables-text")).clicked() {
            for _ in 0..form.new_number {
                form.add(|n| words.say_with("lab-numbered-table", &[("n", n.into())]), true);
            }
        }
        if widgets::button_ui(ui, &words.say("lab-add-one")).clicked() {
            form.add(|n| words.say_with("lab-numbered", &[("n", n.into())]), false);
        }
    });
}

impl Form {
    /// Adds one under the first number that is free; a table sits at itself.
    fn add(&mut self, name: impl Fn(usize) -> String, table: bool) {
        let taken = if table { 0 } else { self.names.len() };
        let free = (taken + 1..).find(|n| !self.names.contains(&name(*n))).unwrap_or_default();
        self.names.push(name(free));
        let table = if table { free.to_string() } else { String::new() };
        self.lab.participants.push(Participant { table, ..Participant::new(AssessorId::random()) });
    }
}
