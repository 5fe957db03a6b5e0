//! The particulars of a session; who takes part is in `people`.

use super::LabScreen;
use super::people;
use crate::Cx;
use crate::screen::Screen as _;
use crate::theme::Paint;
use crate::widgets;
use egui::{ComboBox, DragValue, Ui};
use egui_material_icons::icons;
use ordito_document::Edit;
use ordito_model::{Contents, Lab, LabId, Part, Participant, Points};
use ordito_pages::report::lab::default_question;
use ordito_words::Words;
use ordito_workspace::{Action, Command};

/// Height of a field, so that labels beside it stand at its middle.
const FIELD: f32 = 32.0;

/// A session as it is typed. It becomes an edit when no field is being written in.
#[derive(Debug, Clone)]
pub struct Form {
    id: LabId,
    /// Its participants are those who vote; the others are lines of `presences`.
    pub lab: Lab,
    pub names: Vec<String>,
    /// A person a line, as `people` reads it.
    pub presences: String,
    revision: u64,
    pub new_number: usize,
}

impl Form {
    fn of(contents: &Contents, id: LabId, revision: u64) -> Option<Self> {
        let mut lab = contents.labs.get(&id)?.clone();
        let name = |each: &Participant| {
            contents
                .assessors
                .get(&each.id)
                .map(|it| it.name.clone())
                .unwrap_or_default()
        };
        let present = lab
            .participants
            .iter()
            .filter(|each| each.part == Part::Present);
        let presences = people::lines(present.map(|each| (name(each), each)));
        lab.participants.retain(|each| each.part != Part::Present);
        let names = lab.participants.iter().map(name).collect();
        Some(Self {
            id,
            lab,
            names,
            presences,
            revision,
            new_number: 10,
        })
    }

    /// Whether something changed that does not go in while a name is empty.
    pub fn is_incomplete(&self, contents: &Contents) -> bool {
        let changed = Self::of(contents, self.id, 0)
            .is_some_and(|before| before.lab.title != self.lab.title || before.names != self.names);
        changed && !self.is_complete()
    }
    fn is_complete(&self) -> bool {
        !self.lab.title.trim().is_empty() && self.names.iter().all(|name| !name.trim().is_empty())
    }

    /// What changed against the document; nothing while a name is still empty.
    pub fn edit(&self, contents: &Contents, words: &Words) -> Option<Edit> {
        let before = contents.labs.get(&self.id)?;
        let mut lab = self.lab.clone();
        // The session's own course goes on while its form is open.
        lab.current = before.current;
        lab.source = before.source;
        lab.position = before.position;
        if lab.question.trim().is_empty() && !before.question.trim().is_empty() {
            let kind = contents.matrices.get(&lab.matrix).map(|matrix| matrix.kind);
            lab.question = kind
                .map(|kind| words.say(default_question(kind)))
                .unwrap_or_default();
        }
        let mut names: Vec<_> = lab
            .participants
            .iter()
            .map(|each| each.id)
            .zip(self.names.iter().cloned())
            .collect();
        for (name, participant) in people::read(&self.presences, before, contents) {
            names.push((participant.id, name));
            lab.participants.push(participant);
        }
        let complete =
            !lab.title.trim().is_empty() && names.iter().all(|(_, name)| !name.trim().is_empty());
        let same_name = |(id, name): &(_, String)| {
            contents
                .assessors
                .get(id)
                .is_some_and(|it| it.name == *name)
        };
        let mut sorted = lab.clone();
        people::in_order(&mut sorted, &names);
        let changed = *before != sorted || !names.iter().all(same_name);
        (complete && changed).then_some(Edit::PutLab {
            id: self.id,
            lab,
            names,
        })
    }
}

pub fn prepare_ui(ui: &mut Ui, cx: &mut Cx<'_>, id: LabId, state: &mut LabScreen) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    sessions_ui(ui, cx, state);
    let own = &mut *state;
    let revision = workspace.revision();
    let typing = ui.ctx().text_edit_focused();
    if own
        .form
        .as_ref()
        .is_none_or(|form| form.id != id || (form.revision != revision && !typing))
    {
        own.form = Form::of(contents, id, revision);
    }
    let Some(form) = &mut own.form else { return };
    let questions = contents.questions_of(id);
    let voted = questions.iter().any(|(_, question)| question.round > 0);
    let shown = questions
        .iter()
        .any(|(_, question)| question.revealed > 0 || question.outcome.is_some());
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
    let matrix = contents.matrices.get(&form.lab.matrix);
    let name = matrix.map(|it| it.name.clone()).unwrap_or_default();
    widgets::caption_ui(ui, paint, &words.lab_of_matrix(name));
    widgets::caption_ui(ui, paint, &words.lab_asked());
    let hint = matrix
        .map(|it| words.say(default_question(it.kind)))
        .unwrap_or_default();
    ui.add_enabled_ui(!shown, |ui| {
        widgets::line_edit_ui(ui, &words.lab_asked(), &mut form.lab.question, &hint, wide);
    });
    ui.horizontal(|ui| {
        ui.set_min_height(FIELD);
        let label = words.lab_rounds();
        ui.label(&label);
        let response = ui.add(DragValue::new(&mut form.lab.rounds).range(1..=5));
        widgets::name_it(ui, &response, &label);
        ui.add_space(8.0);
        let mut anonymous = form.lab.anonymous;
        let box_ = egui::Checkbox::new(&mut anonymous, words.lab_anonymous());
        let text = words.lab_anonymous_text();
        if ui
            .add_enabled(!voted, box_)
            .on_hover_text(&text)
            .on_disabled_hover_text(&text)
            .changed()
        {
            people::set_anonymous(form, anonymous, words);
        }
    });
    if voted {
        widgets::caption_ui(ui, paint, &words.lab_fixed());
    }
    widgets::part_title_ui(ui, paint, &words.lab_rule());
    ui.add_enabled_ui(!shown, |ui| rule_ui(ui, words, &mut form.lab));
    ui.add_space(6.0);
    people::people_ui(ui, cx, form, voted);
    widgets::caption_ui(ui, paint, &words.lab_notes());
    widgets::text_area_ui(ui, &words.lab_notes(), &mut form.lab.notes, 2, wide);
    if !ui.ctx().text_edit_focused()
        && let Some(edit) = form.edit(contents, words)
    {
        cx.act(Action::Edit(edit));
        form.revision = revision + 1;
    }
}

/// When a question counts as agreed.
fn rule_ui(ui: &mut Ui, words: &Words, lab: &mut Lab) {
    ui.horizontal(|ui| {
        ui.set_min_height(FIELD);
        let mut iqr = lab.rule.largest_iqr.value();
        let label = words.lab_rule_iqr();
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
            lab.rule.largest_iqr = points;
        }
    });
    ui.horizontal(|ui| {
        ui.set_min_height(FIELD);
        let label = words.lab_rule_fewest();
        ui.label(&label);
        let response = ui.add(DragValue::new(&mut lab.rule.fewest).range(1..=99));
        widgets::name_it(ui, &response, &label);
        ui.checkbox(&mut lab.rule.opposite_signs, words.lab_rule_opposite());
    });
    ui.horizontal(|ui| {
        ui.set_min_height(FIELD);
        let label = words.lab_rule_polarised();
        ui.label(&label);
        let response = ui.add(
            DragValue::new(&mut lab.rule.polarised_percent)
                .range(1..=50)
                .suffix(" %"),
        );
        widgets::name_it(ui, &response, &label);
    });
}

fn sessions_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut LabScreen) {
    let Cx {
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    ui.horizontal(|ui| {
        let name = words.lab_session();
        let shown = state
            .lab
            .and_then(|id| contents.labs.get(&id))
            .map(|lab| lab.title.clone())
            .unwrap_or_default();
        let width = ui.available_width() - 96.0;
        let mut chosen = state.lab;
        let combo = ComboBox::from_id_salt("lab-session")
            .width(width)
            .truncate()
            .selected_text(shown)
            .show_ui(ui, |ui| {
                for (id, lab) in super::labs_in_order(contents) {
                    ui.selectable_value(&mut chosen, Some(id), &lab.title);
                }
            });
        widgets::name_it(ui, &combo.response, &name);
        if chosen != state.lab {
            state.commit_typing(cx);
            state.lab = chosen;
            state.form = None;
            state.question = None;
        }
        let paint = Paint::of(workspace.settings().look);
        for (icon, command) in [
            (icons::ICON_ADD, Command::NewLab),
            (icons::ICON_DELETE, Command::DeleteLab),
        ] {
            if widgets::icon_button_ui(ui, &paint, icon, &words.say(command.key()), true).clicked()
            {
                cx.ask(command);
            }
        }
    });
}
