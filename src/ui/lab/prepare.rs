//! The particulars of a session; who takes part is in `people`.

use super::LabScreen;
use super::people;
use crate::Cx;
use crate::screen::Screen as _;
use crate::theme::Paint;
use crate::widgets;
use egui::{DragValue, Id, Key, Ui};
use egui_material_icons::icons;
use ordito_document::Edit;
use ordito_model::{AssessorId, Contents, Lab, LabId, Part, Participant, Points};
use ordito_pages::report::lab::default_question;
use ordito_words::{Numbers, Words};
use ordito_workspace::{Action, Command};

/// Height of a field, so that labels beside it stand at its middle.
const FIELD: f32 = 32.0;

/// A session as it is typed. It becomes an edit when no field is being written in, and line by line of its people.
#[derive(Debug, Clone)]
pub struct Form {
    pub id: LabId,
    pub lab: Lab,
    /// Of its participants, in their order.
    pub names: Vec<String>,
    /// The day as people write it.
    day: String,
    pub revision: u64,
    pub new_number: usize,
    /// The field, or the line of the people, that is being written in.
    place: Option<Id>,
}

impl Form {
    pub fn of(contents: &Contents, words: &Words, id: LabId, revision: u64) -> Option<Self> {
        let lab = contents.labs.get(&id)?.clone();
        let name = |each: &Participant| contents.assessor_name(each.id).to_owned();
        let names = lab.participants.iter().map(name).collect();
        let day = words.numbers().short_day(&lab.date);
        Some(Self {
            id,
            day: day.unwrap_or_else(|| lab.date.clone()),
            lab,
            names,
            revision,
            new_number: 10,
            place: None,
        })
    }

    /// As what somebody new on the list comes in: where votes are of seats or tables, on the list of presences only.
    pub fn new_person(&self) -> Part {
        if self.lab.anonymous || self.lab.is_by_table() {
            Part::Present
        } else {
            Part::Person
        }
    }
    /// Participants with their names, without lines in which nothing is written.
    pub fn named(&self) -> impl Iterator<Item = (&Participant, &String)> {
        self.lab
            .participants
            .iter()
            .zip(&self.names)
            .filter(|(each, name)| !people::is_blank(each, name))
    }

    /// Whether something changed that does not go in while a name is empty.
    pub fn is_incomplete(&self, contents: &Contents, words: &Words) -> bool {
        let Some(before) = Self::of(contents, words, self.id, 0) else {
            return false;
        };
        let names =
            |form: &Self| -> Vec<String> { form.named().map(|(_, name)| name.clone()).collect() };
        let changed = before.lab.title != self.lab.title || names(&before) != names(self);
        changed && !self.is_complete()
    }
    fn is_complete(&self) -> bool {
        let mut named = self.named();
        !self.lab.title.trim().is_empty() && named.all(|(_, name)| !name.trim().is_empty())
    }

    /// What changed against the document; nothing while a name is still empty.
    pub fn edit(&self, contents: &Contents, words: &Words) -> Option<Edit> {
        let before = contents.labs.get(&self.id)?;
        // A new line without a name waits in the form, and holds back nothing else.
        let waits = |each: &Participant, name: &str| {
            name.trim().is_empty() && before.participants.iter().all(|old| old.id != each.id)
        };
        let (participants, names): (Vec<Participant>, Vec<(AssessorId, String)>) = self
            .named()
            .filter(|line| !waits(line.0, line.1.as_str()))
            .map(|(each, name)| (each.clone(), (each.id, name.trim().to_owned())))
            .unzip();
        let mut lab = Lab {
            participants,
            // The session's own course goes on while its form is open.
            current: before.current,
            source: before.source,
            position: before.position,
            date: Numbers::read_day(&self.day),
            ..self.lab.clone()
        };
        if lab.question.trim().is_empty() && !before.question.trim().is_empty() {
            let kind = contents.matrices.get(&lab.matrix).map(|matrix| matrix.kind);
            lab.question = kind
                .map(|kind| words.say(default_question(kind)))
                .unwrap_or_default();
        }
        let same_name = |(id, name): &(_, String)| {
            contents
                .assessors
                .get(id)
                .is_some_and(|it| it.name == *name)
        };
        let mut sorted = lab.clone();
        people::in_order(&mut sorted, &names);
        let changed = *before != sorted || !names.iter().all(same_name);
        let complete =
            !lab.title.trim().is_empty() && names.iter().all(|(_, name)| !name.is_empty());
        (complete && changed).then_some(Edit::PutLab {
            id: self.id,
            lab,
            names,
        })
    }
}

/// The form of the session that is shown, from the document where nothing is being written.
pub fn keep_form(ui: &Ui, cx: &Cx<'_>, id: LabId, own: &mut LabScreen) {
    let revision = cx.workspace.revision();
    let typing = ui.ctx().text_edit_focused();
    let is_old = |form: &Form| form.id != id || (form.revision != revision && !typing);
    if own.form.as_ref().is_none_or(is_old) {
        own.form = Form::of(cx.contents, cx.words(), id, revision);
    }
}

/// What is written goes into the document when its field is left; of the people, when their line is. Esc takes back what
/// is being written.
pub fn take_form(ui: &Ui, cx: &mut Cx<'_>, own: &mut LabScreen, line: Option<Id>) {
    let Some(form) = &mut own.form else { return };
    let gives_up = ui.input(|input| input.key_pressed(Key::Escape));
    if gives_up && own.typing && !ui.ctx().text_edit_focused() {
        own.form = None;
        own.typing = false;
        return;
    }
    own.typing = ui.ctx().text_edit_focused();
    let place = line.or_else(|| ui.memory(egui::Memory::focused));
    let left = std::mem::replace(&mut form.place, place) != place;
    if (left || !own.typing)
        && let Some(edit) = form.edit(cx.contents, cx.words())
    {
        form.revision = cx.workspace.revision() + 1;
        cx.act(Action::Edit(edit));
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
    let Some(form) = &mut state.form else { return };
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
        field(ui, "lab-date", &mut form.day, 110.0);
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
        let combo = widgets::combo("lab-session")
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
