//! Texts being typed: kept until Enter, leaving the field or a short pause, then one edit; a refused text stays in
//! its field with the reason below it.

use super::record::{Field, Record, Target};
use crate::Cx;
use crate::theme::{self, Paint};
use crate::widgets;
use egui::accesskit::Role;
use egui::{Context, Id, Key, Margin, Response, RichText, Stroke, StrokeKind, TextEdit, Ui};
use ordito_document::{Edit, plan};
use ordito_model::{Contents, StepLabel};
use ordito_words::Words;
use ordito_workspace::said::Said as _;
use ordito_workspace::{Action, Notice, Severity};
use std::collections::{BTreeMap, BTreeSet};

/// Seconds without a key after which a text is taken.
const PAUSE_SECS: f64 = 1.0;

#[derive(Debug)]
struct Draft {
    text: String,
    changed_at: f64,
    /// Typed since it was last taken.
    fresh: bool,
    focused: bool,
    refused: Option<String>,
}

/// What a form changed at once, without typing: a choice in a list, a tick.
#[derive(Debug)]
pub struct Changed {
    pub target: Target,
    pub record: Record,
    /// Edits it needs before it, such as a new actor.
    pub first: Vec<Edit>,
}

#[derive(Debug, Default)]
pub struct Typing {
    drafts: BTreeMap<(Target, Field), Draft>,
}

/// Where a field is to be found again, such as for giving it the keyboard.
pub fn field_id(target: Target, field: Field) -> Id {
    Id::unique(("catalogue-field", target, field))
}

impl Typing {
    /// Whether something typed about a record was refused and waits in its field.
    pub fn is_refused(&self, target: Target) -> bool {
        self.drafts
            .iter()
            .any(|((other, _), draft)| *other == target && draft.refused.is_some())
    }
    pub fn refusal(&self, target: Target, field: Field) -> Option<&str> {
        self.drafts.get(&(target, field))?.refused.as_deref()
    }

    pub fn first_refused(&self) -> Option<(Target, Field)> {
        self.drafts
            .iter()
            .find(|(_, draft)| draft.refused.is_some())
            .map(|(key, _)| *key)
    }
    /// Every text that was refused: of what, which field, why.
    pub fn left_behind(&self, contents: &Contents, words: &Words) -> Vec<String> {
        let said = |((target, field), draft): (&(Target, Field), &Draft)| {
            let (record, why) = (target.record(contents)?, draft.refused.clone()?);
            let field = words.say(field.key());
            Some(words.leaving_field(field, record.name(), why))
        };
        self.drafts.iter().filter_map(said).collect()
    }

    /// Caption, field and, where there is one, the reason of a refusal.
    pub fn field_ui(
        &mut self,
        ui: &mut Ui,
        paint: &Paint,
        words: &Words,
        target: Target,
        record: &mut Record,
        field: Field,
    ) -> Response {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let label = words.say(field.key());
            widgets::caption_ui(ui, paint, &label);
            let hint = field.hint().map(|key| words.say(key)).unwrap_or_default();
            let response = self.edit_ui(ui, words, target, record, field, |text| {
                let edit = if field.rows() == 1 {
                    TextEdit::singleline(text)
                } else {
                    TextEdit::multiline(text)
                };
                edit.id(field_id(target, field))
                    .desired_rows(field.rows())
                    .desired_width(f32::INFINITY)
                    .hint_text(hint)
                    .margin(Margin::symmetric(8, 5))
            });
            widgets::name_it(ui, &response, &label);
            if let Some(reason) = self.refusal(target, field) {
                let stroke = Stroke::new(1.0, paint.danger);
                let corner = theme::RADIUS;
                ui.painter().rect_stroke(
                    response.rect,
                    f32::from(corner),
                    stroke,
                    StrokeKind::Inside,
                );
                let text = RichText::new(reason)
                    .size(theme::CAPTION)
                    .color(paint.danger);
                let shown = ui.add(egui::Label::new(text).wrap());
                ui.ctx().accesskit_node_builder(shown.id, |node| {
                    node.set_role(Role::Alert);
                    node.set_label(reason);
                });
            }
            response
        })
        .inner
    }

    /// The bare field, for a form or for a row of the list.
    pub fn edit_ui(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        target: Target,
        record: &mut Record,
        field: Field,
        edit: impl FnOnce(&mut String) -> TextEdit<'_>,
    ) -> Response {
        let key = (target, field);
        let mut text = self
            .drafts
            .get(&key)
            .map_or_else(|| record.text(field, words), |draft| draft.text.clone());
        let widget = edit(&mut text);
        let response = ui.add(widget);
        let now = ui.input(|input| input.time);
        if response.changed() {
            let draft = Draft {
                text,
                changed_at: now,
                fresh: true,
                focused: true,
                refused: None,
            };
            self.drafts.insert(key, draft);
            // The same field may stand in the list and in the form, and one of them was drawn already.
            ui.ctx().request_repaint();
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
            self.drafts.remove(&key);
        } else if let Some(draft) = self.drafts.get_mut(&key) {
            draft.focused |= response.has_focus();
        }
        response
    }

    /// Takes what is due: `changed` at once, texts after leaving their field or after a pause.
    pub fn settle(&mut self, ctx: &Context, cx: &mut Cx<'_>, changed: Option<Changed>) {
        let now = ctx.input(|input| input.time);
        let due =
            |draft: &Draft| draft.fresh && (!draft.focused || now - draft.changed_at >= PAUSE_SECS);
        self.take(cx, changed, due);
        for draft in self.drafts.values_mut() {
            if draft.fresh {
                let left = (PAUSE_SECS - (now - draft.changed_at)).max(0.01);
                ctx.request_repaint_after(std::time::Duration::from_secs_f64(left));
            }
            draft.focused = false;
        }
    }

    /// Takes everything, whether it is due or not: the room is left, the document closes.
    pub fn take_all(&mut self, cx: &mut Cx<'_>) {
        for draft in self.drafts.values_mut() {
            draft.focused = false;
        }
        self.take(cx, None, |draft| draft.fresh);
    }

    fn take(&mut self, cx: &mut Cx<'_>, changed: Option<Changed>, due: impl Fn(&Draft) -> bool) {
        let Cx { workspace, .. } = *cx;
        let Some(contents) = workspace.contents() else {
            return;
        };
        let mut targets: BTreeSet<Target> = self
            .drafts
            .iter()
            .filter(|(_, draft)| due(draft))
            .map(|((target, _), _)| *target)
            .collect();
        targets.extend(changed.as_ref().map(|changed| changed.target));
        for target in targets {
            let changed = changed.as_ref().filter(|changed| changed.target == target);
            self.take_one(cx, target, changed, &due);
        }
        self.drafts.retain(|(target, _), draft| {
            (draft.focused || draft.fresh || draft.refused.is_some())
                && target.record(contents).is_some()
        });
    }

    fn take_one(
        &mut self,
        cx: &mut Cx<'_>,
        target: Target,
        changed: Option<&Changed>,
        due: &impl Fn(&Draft) -> bool,
    ) {
        let Cx {
            workspace,
            contents,
            ..
        } = *cx;
        let Some(stored) = target.record(contents) else {
            return;
        };
        let words = workspace.words();
        let stamp = workspace.stamp();
        let first = changed
            .map(|changed| changed.first.clone())
            .unwrap_or_default();
        let whole = |record: &Record| -> Option<Edit> {
            let own = if *record == stored {
                None
            } else {
                target.edit(record.clone())
            };
            let mut edits: Vec<Edit> = first.iter().cloned().chain(own).collect();
            if edits.len() < 2 {
                return edits.pop();
            }
            let label = StepLabel::Changed {
                subject: target.subject(),
                name: record.name().to_owned(),
            };
            Some(Edit::Together { label, edits })
        };
        let allowed = |record: &Record| -> Result<(), String> {
            let Some(edit) = whole(record) else {
                return Ok(());
            };
            plan(contents, &edit, &stamp)
                .map(|_| ())
                .map_err(|refusal| refusal.say(words))
        };
        let mut record = stored.clone();
        if let Some(changed) = changed {
            match allowed(&changed.record) {
                Ok(()) => record = changed.record.clone(),
                Err(reason) => cx.act(Action::Notify(Notice::new(Severity::Warning, reason))),
            }
        }
        // What was refused before is tried again with the rest, twice: a new end may make a new start possible.
        for _ in 0..2 {
            for ((_, field), draft) in self
                .drafts
                .iter_mut()
                .filter(|((other, _), _)| *other == target)
            {
                if !due(draft) && draft.refused.is_none() {
                    continue;
                }
                let mut next = record.clone();
                let result = next
                    .write(*field, &draft.text)
                    .map_err(|problem| {
                        words.say_with(problem.key(), &[("entry", draft.text.trim().into())])
                    })
                    .and_then(|()| allowed(&next));
                match result {
                    Ok(()) => {
                        record = next;
                        draft.refused = None;
                    }
                    Err(reason) => draft.refused = Some(reason),
                }
            }
        }
        for (_, draft) in self
            .drafts
            .iter_mut()
            .filter(|((other, _), _)| *other == target)
        {
            if due(draft) || draft.refused.is_some() {
                draft.fresh = false;
            }
        }
        if let Some(edit) = whole(&record) {
            cx.act(Action::Edit(edit));
        }
    }

    /// Says which texts about a record were refused, when it is left.
    pub fn say_left(&self, target: Target, cx: &mut Cx<'_>) {
        let words = cx.words();
        for ((other, field), draft) in &self.drafts {
            if *other == target
                && let Some(reason) = &draft.refused
            {
                let text = words.catalogue_left_refused(words.say(field.key()), reason);
                cx.act(Action::Notify(Notice::new(Severity::Warning, text)));
            }
        }
    }
}
