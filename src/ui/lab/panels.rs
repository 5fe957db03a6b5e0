//! What is written to close a question: the agreed value with its reason, why it is put off, a comment.

use super::run::new_source;
use crate::document::{Edit, LabMove};
use crate::model::{AssessorId, CellValue, Contents, Lab, Points, QuestionId, Scale};
use crate::ui::theme::Paint;
use crate::ui::widgets;
use crate::workspace::{Action, Projection, Workspace};
use egui::{ComboBox, Key, Modifiers, Ui};

/// What is being written.
#[derive(Debug, Default)]
pub enum Panel {
    #[default]
    None,
    Accept {
        value: Option<Points>,
        reason: String,
        dissent: String,
        fresh: bool,
    },
    Park {
        reason: String,
        fresh: bool,
    },
    Comment {
        who: Option<AssessorId>,
        text: String,
        fresh: bool,
    },
}

impl Panel {
    pub const fn is_open(&self) -> bool {
        !matches!(self, Self::None)
    }
    pub const fn accept(value: Option<Points>) -> Self {
        Self::Accept { value, reason: String::new(), dissent: String::new(), fresh: true }
    }
    pub const fn park() -> Self {
        Self::Park { reason: String::new(), fresh: true }
    }
    pub const fn comment_of(who: Option<AssessorId>) -> Self {
        Self::Comment { who, text: String::new(), fresh: true }
    }
    /// The step of a comment that is written; empties it.
    pub fn comment(&mut self) -> Option<LabMove> {
        let Self::Comment { who: Some(participant), text, .. } = self else { return None };
        let text = std::mem::take(text);
        (!text.trim().is_empty()).then_some(LabMove::Comment { participant: *participant, text })
    }
}

#[expect(clippy::too_many_arguments, reason = "one question with all it hangs on")]
pub fn panel_ui(
    ui: &mut Ui,
    paint: &Paint,
    workspace: &Workspace,
    shown: &Projection,
    scale: &Scale,
    lab: &Lab,
    contents: &Contents,
    panel: &mut Panel,
    question: QuestionId,
    actions: &mut Vec<Action>,
) {
    let words = workspace.words();
    if !panel.is_open() {
        return;
    }
    let pressed = |ui: &mut Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let cancels = pressed(ui, Key::Escape);
    let enters = ui.input(|input| input.key_pressed(Key::Enter));
    let wide = ui.available_width() - 16.0;
    let (mut step, mut closes) = (None, cancels);
    match panel {
        Panel::None => {}
        Panel::Accept { value, reason, dissent, fresh } => {
            let labels: Vec<String> = shown.bars.iter().map(|bar| words.numbers().points(bar.value)).collect();
            ui.horizontal(|ui| {
                widgets::part_title_ui(ui, paint, &words.say("lab-agreed-value"));
                let chosen = shown.bars.iter().position(|bar| Some(bar.value) == *value).unwrap_or(usize::MAX);
                let name = words.say("lab-agreed-value");
                if let Some(bar) =
                    widgets::segmented_ui(ui, &Paint::of(workspace.settings().look), &name, &labels, chosen)
                        .and_then(|i| shown.bars.get(i))
                {
                    *value = Some(bar.value);
                }
                if let Some(level) = value.and_then(|value| scale.level(value)) {
                    ui.label(widgets::muted(level.label.get(words.language()), paint));
                }
            });
            ui.horizontal(|ui| {
                let field = |ui: &mut Ui, key: &str, text: &mut String| {
                    ui.vertical(|ui| {
                        widgets::caption_ui(ui, paint, &words.say(key));
                        widgets::line_edit_ui(ui, &words.say(key), text, "", wide / 2.0 - 150.0)
                    })
                    .inner
                };
                let first = field(ui, "lab-reason", reason);
                if std::mem::take(fresh) {
                    first.request_focus();
                }
                let second = field(ui, "lab-dissent", dissent);
                let done = enters && (first.lost_focus() || second.lost_focus());
                let ready = value.is_some();
                let clicked = widgets::primary_button_ui(ui, paint, &words.say("lab-fix"), ready).clicked();
                if let (true, Some(value)) = (clicked || done, *value) {
                    step = Some(LabMove::Agree {
                        value: CellValue::net_of(value),
                        reason: reason.trim().to_owned(),
                        dissent: dissent.trim().to_owned(),
                        source: new_source(),
                    });
                }
                closes |= widgets::button_ui(ui, &words.say("button-cancel")).clicked();
            });
        }
        Panel::Park { reason, fresh } => {
            ui.horizontal(|ui| {
                let name = words.say("lab-park-reason");
                ui.label(&name);
                let response = widgets::line_edit_ui(ui, &name, reason, "", wide - 420.0);
                if std::mem::take(fresh) {
                    response.request_focus();
                }
                let clicked = widgets::primary_button_ui(ui, paint, &words.say("lab-park"), true).clicked();
                if clicked || enters && response.lost_focus() {
                    step = Some(LabMove::Park { reason: reason.trim().to_owned() });
                }
                closes |= widgets::button_ui(ui, &words.say("button-cancel")).clicked();
            });
        }
        Panel::Comment { who, text, fresh } => {
            let mut done = false;
            ui.horizontal(|ui| {
                let name_of =
                    |id: AssessorId| contents.assessors.get(&id).map(|it| it.name.clone()).unwrap_or_default();
                let name = words.say("lab-comment-of");
                ui.label(&name);
                let selected = who.map(name_of).unwrap_or_default();
                let combo = ComboBox::from_id_salt("lab-comment-of")
                    .width(170.0)
                    .truncate()
                    .selected_text(selected)
                    .show_ui(ui, |ui| {
                        for participant in lab.participants.iter().filter(|each| !each.absent) {
                            ui.selectable_value(who, Some(participant.id), name_of(participant.id));
                        }
                    });
                widgets::name_it(ui, &combo.response, &name);
                let response = widgets::line_edit_ui(ui, &words.say("lab-comment"), text, "", wide - 520.0);
                if std::mem::take(fresh) {
                    response.request_focus();
                }
                let clicked = widgets::primary_button_ui(ui, paint, &words.say("lab-add-comment"), true).clicked();
                done = clicked || enters && response.lost_focus();
                closes |= widgets::button_ui(ui, &words.say("button-cancel")).clicked();
            });
            if done {
                step = panel.comment();
                closes = true;
            }
        }
    }
    if let Some(step) = step {
        actions.push(Action::Edit(Edit::Lab { question, step }));
        closes = true;
    }
    if closes {
        *panel = Panel::None;
    }
    ui.add_space(6.0);
}
