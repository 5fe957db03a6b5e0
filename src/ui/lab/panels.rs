//! What is written to close a question: the agreed value with its reason, why it is put off, a comment.

use super::run::{Now, new_source};
use super::strip::Stage;
use crate::Cx;
use crate::widgets;
use egui::{Event, Key, KeyboardShortcut, Modifiers, Response, ScrollArea, TextEdit, Ui};
use ordito_document::{Edit, LabMove};
use ordito_model::{AssessorId, CellValue, read_entry};
use ordito_words::Say as _;
use ordito_workspace::{Action, Workspace};

/// What is being written.
#[derive(Debug, Default)]
pub enum Panel {
    #[default]
    None,
    Accept {
        /// The agreed value, typed as in the grid; empty for what the panel came to.
        entry: Option<String>,
        /// What the panel came to.
        middle: Option<CellValue>,
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
    pub const fn accept(middle: Option<CellValue>, reason: String) -> Self {
        Self::Accept {
            entry: None,
            middle,
            reason,
            dissent: String::new(),
            fresh: true,
        }
    }
    pub const fn park(reason: String) -> Self {
        Self::Park {
            reason,
            fresh: true,
        }
    }
    pub const fn comment_of(who: Option<AssessorId>, text: String) -> Self {
        Self::Comment {
            who,
            text,
            fresh: true,
        }
    }
    /// The step of a comment that is written; empties it.
    pub fn comment(&mut self) -> Option<LabMove> {
        let Self::Comment {
            who: Some(participant),
            text,
            ..
        } = self
        else {
            return None;
        };
        let text = std::mem::take(text);
        (!text.trim().is_empty()).then_some(LabMove::Comment {
            participant: *participant,
            text,
        })
    }
}

pub fn panel_ui(ui: &mut Ui, stage: &Stage, cx: &mut Cx<'_>, it: &Now<'_>, panel: &mut Panel) {
    let Cx { workspace, .. } = *cx;
    if !panel.is_open() {
        return;
    }
    let mut closes = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    let (step, done) = match panel {
        Panel::None => (None, false),
        Panel::Accept { .. } => accept_ui(ui, stage, workspace, it, panel, &mut closes),
        Panel::Park { reason, fresh } => {
            let mut step = None;
            ui.horizontal(|ui| {
                ui.set_min_height(stage.size * 1.4 + 12.0);
                let words = workspace.words();
                let name = words.lab_park_reason();
                ui.label(stage.text(&name));
                let width = (ui.available_width() - 16.0 * stage.size).max(160.0);
                let response = first_field_ui(ui, &name, reason, width, fresh);
                if buttons_ui(ui, stage, workspace, ("lab-park", true), &mut closes)
                    || enters(ui, &response)
                {
                    step = Some(LabMove::Park {
                        reason: reason.trim().to_owned(),
                    });
                }
            });
            (step, false)
        }
        Panel::Comment { who, text, fresh } => {
            let done = comment_ui(ui, stage, workspace, it, (who, text, fresh), &mut closes);
            (done.then(|| panel.comment()).flatten(), done)
        }
    };
    closes |= done;
    if let Some(step) = step {
        cx.act(Action::Edit(Edit::Lab {
            question: it.id,
            step,
        }));
        closes = true;
    }
    if closes {
        *panel = Panel::None;
    }
    ui.add_space(6.0);
}

fn field_ui(ui: &mut Ui, name: &str, text: &mut String, width: f32) -> Response {
    widgets::line_edit_ui(ui, name, text, "", width)
}

/// The field that has the keyboard when its panel opens, also for what is typed before it can listen.
pub fn first_field_ui(
    ui: &mut Ui,
    name: &str,
    text: &mut String,
    width: f32,
    fresh: &mut bool,
) -> Response {
    let opens = std::mem::take(fresh);
    if opens {
        text.push_str(&typed(ui));
    }
    let response = field_ui(ui, name, text, width);
    if opens {
        response.request_focus();
    }
    response
}

/// Takes what is typed in this frame out of the input.
pub fn typed(ui: &Ui) -> String {
    let mut typed = String::new();
    ui.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Text(text) => {
                typed.push_str(text);
                false
            }
            _ => true,
        });
    });
    typed
}

fn enters(ui: &Ui, response: &Response) -> bool {
    response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// The button that does it and the one that does not.
fn buttons_ui(
    ui: &mut Ui,
    stage: &Stage,
    workspace: &Workspace,
    (key, ready): (&str, bool),
    closes: &mut bool,
) -> bool {
    let words = workspace.words();
    let does = widgets::primary_button_ui(ui, &stage.paint, &words.say(key), ready).clicked();
    *closes |= widgets::button_ui(ui, &words.button_cancel()).clicked();
    does
}

/// The agreed value as it is typed in the grid, or chosen; its reason; what those say who do not share it.
fn accept_ui(
    ui: &mut Ui,
    stage: &Stage,
    workspace: &Workspace,
    it: &Now<'_>,
    panel: &mut Panel,
    closes: &mut bool,
) -> (Option<LabMove>, bool) {
    let Panel::Accept {
        entry,
        middle,
        reason,
        dissent,
        fresh,
    } = panel
    else {
        return (None, false);
    };
    let words = workspace.words();
    let numbers = words.numbers();
    let entry =
        entry.get_or_insert_with(|| middle.map(|value| numbers.cell(value)).unwrap_or_default());
    let mut value = read_entry(entry, it.scale);
    let mut done = false;
    let high = stage.size * 1.4 + 12.0;
    ui.horizontal(|ui| {
        ui.set_min_height(high);
        let name = words.lab_agreed_value();
        ui.label(stage.text(&name));
        let response = field_ui(ui, &name, entry, stage.size * 5.0);
        if response.changed() {
            value = read_entry(entry, it.scale);
        }
        done |= enters(ui, &response);
        ui.spacing_mut().item_spacing.x = 4.0;
        let levels = it.shown.bars.iter().map(|bar| CellValue::net_of(bar.value));
        for each in levels.chain([CellValue::NotApplicable, CellValue::DontKnow]) {
            let label = numbers.cell(each);
            let chosen = value.as_ref().is_ok_and(|value| *value == each);
            let response = ui.selectable_label(chosen, stage.text(&label));
            widgets::name_it(ui, &response, &format!("{name}: {label}"));
            if response.clicked() {
                *entry = label;
                value = Ok(each);
            }
        }
        let said = match &value {
            Ok(CellValue::Unscored) => words.lab_agreed_empty(),
            Ok(CellValue::NotApplicable) => words.lab_agreed_na(),
            Ok(CellValue::DontKnow) => words.lab_agreed_unknown(),
            Ok(value) if value.is_two_sided() => words.lab_agreed_two_sided(),
            Ok(value) => {
                let level = value.net().and_then(|net| it.scale.level(net));
                level
                    .map(|level| level.label.get(words.language()).to_owned())
                    .unwrap_or_default()
            }
            Err(refusal) => refusal.say(words),
        };
        let text = stage.text(said);
        let text = if value.is_err() {
            text.color(stage.paint.danger)
        } else {
            text.color(stage.paint.muted)
        };
        ui.add(egui::Label::new(text).truncate());
    });
    let value = value.ok().filter(|value| value.is_answered());
    let mut step = None;
    let fields = Written {
        reason,
        dissent,
        fresh,
    };
    let (first, entered) = fields.ui(ui, stage, workspace);
    done |= entered;
    ui.horizontal(|ui| {
        ui.set_min_height(high);
        done |= buttons_ui(ui, stage, workspace, ("lab-fix", value.is_some()), closes);
        let keys = stage.text(words.lab_fix_keys());
        ui.label(keys.color(stage.paint.muted));
        if let (true, Some(value)) = (done, value) {
            step = Some(LabMove::Agree {
                value,
                reason: reason.trim().to_owned(),
                dissent: dissent.trim().to_owned(),
                source: new_source(),
            });
        } else if done {
            // Not yet a value: the field that says why keeps the keyboard.
            first.request_focus();
        }
    });
    (step, false)
}

/// The reason and what those say who do not share it, beside each other, each of several lines.
struct Written<'a> {
    reason: &'a mut String,
    dissent: &'a mut String,
    fresh: &'a mut bool,
}

impl Written<'_> {
    /// The field of the reason, and whether Enter was pressed in one of them.
    fn ui(self, ui: &mut Ui, stage: &Stage, workspace: &Workspace) -> (Response, bool) {
        let words = workspace.words();
        let names = [words.lab_reason(), words.lab_dissent()];
        let opens = std::mem::take(self.fresh);
        if opens {
            self.reason.push_str(&typed(ui));
        }
        let gap = 16.0;
        let room = ui.available_width() - gap;
        let rows = if stage.shared { 3 } else { 4 };
        let mut fields = Vec::new();
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for ((text, name), share) in [self.reason, self.dissent]
                .into_iter()
                .zip(&names)
                .zip([0.62, 0.38])
            {
                ui.vertical(|ui| {
                    ui.set_width(room * share);
                    ui.label(stage.text(name));
                    // A long reason scrolls, so that the bars keep their height.
                    let high = rows as f32 * stage.size * 1.5 + 22.0;
                    let area = ScrollArea::vertical().id_salt(name).max_height(high);
                    let new_line = KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter);
                    let field = TextEdit::multiline(text)
                        .desired_rows(rows)
                        .desired_width(room * share - 8.0)
                        .return_key(Some(new_line));
                    let response = area.show(ui, |ui| ui.add(field)).inner;
                    widgets::name_it(ui, &response, name);
                    fields.push(response);
                });
            }
        });
        let enter = fields.iter().any(Response::has_focus)
            && ui.input(|input| input.key_pressed(Key::Enter) && input.modifiers.is_none());
        let first = fields.swap_remove(0);
        if opens {
            first.request_focus();
        }
        (first, enter)
    }
}

fn comment_ui(
    ui: &mut Ui,
    stage: &Stage,
    workspace: &Workspace,
    it: &Now<'_>,
    (who, text, fresh): (&mut Option<AssessorId>, &mut String, &mut bool),
    closes: &mut bool,
) -> bool {
    let words = workspace.words();
    let mut done = false;
    ui.horizontal(|ui| {
        ui.set_min_height(stage.size * 1.4 + 12.0);
        let name = words.lab_comment_of();
        ui.label(stage.text(&name));
        let selected = who.map(|who| it.name(who)).unwrap_or_default();
        let width = stage.size * 12.0;
        let combo = widgets::combo("lab-comment-of")
            .width(width)
            .truncate()
            .selected_text(selected)
            .show_ui(ui, |ui| {
                for id in it.present() {
                    ui.selectable_value(who, Some(id), it.name(id));
                }
            });
        widgets::name_it(ui, &combo.response, &name);
        let width = (ui.available_width() - 16.0 * stage.size).max(160.0);
        let response = first_field_ui(ui, &words.lab_comment(), text, width, fresh);
        done = buttons_ui(ui, stage, workspace, ("lab-add-comment", true), closes)
            || enters(ui, &response);
    });
    done
}
