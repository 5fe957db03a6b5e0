//! The form of several policies at once: what all have in common is shown, what differs says so, and a change goes to
//! all of them in one step.

use super::columns::wording_word;
use super::record::{Field, Record};
use super::{CatalogueScreen, captioned, clusters, details};
use crate::Cx;
use crate::kit::pickers::{self, Choice, Manner, Picked};
use crate::theme::{self, Paint};
use crate::widgets;
use egui::{Frame, Id, Key, Margin, RichText, ScrollArea, TextEdit, Ui};
use ordito_document::{Edit, plan};
use ordito_model::{
    Actor, ActorId, Cluster, ClusterId, Contents, Level, Policy, PolicyId, PolicyKind, StepLabel,
    Subject, Wording,
};
use ordito_words::{Say as _, Words};
use ordito_workspace::said::Said as _;
use ordito_workspace::{Action, Workspace};
use std::collections::BTreeMap;

/// What is being typed for several policies.
#[derive(Debug, Default)]
pub struct Many {
    ids: Vec<PolicyId>,
    typed: BTreeMap<Field, Typed>,
    /// What was refused for others that were selected together: it waits until they are again.
    kept: BTreeMap<Vec<PolicyId>, BTreeMap<Field, Typed>>,
}
#[derive(Debug, Default)]
struct Typed {
    text: String,
    refused: Option<String>,
}

/// Code, name and short name are each policy's own.
const PARTS: [(&str, &[Field]); 4] = [
    (
        "catalogue-part-when",
        &[Field::Start, Field::End, Field::Budget, Field::BudgetNote],
    ),
    (
        "catalogue-part-what",
        &[
            Field::Beneficiaries,
            Field::ExpectedResults,
            Field::Outputs,
            Field::Links,
        ],
    ),
    (
        "catalogue-part-effects",
        &[
            Field::EffectsHere,
            Field::EffectsElsewhere,
            Field::EffectsFuture,
        ],
    ),
    ("catalogue-field-description", &[Field::Description]),
];

/// One step that changes all of these; `None` where nothing would change.
pub fn all(contents: &Contents, ids: &[PolicyId], change: impl Fn(&mut Policy)) -> Option<Edit> {
    let changed = |id: &PolicyId| {
        let old = contents.policies.get(id)?;
        let mut policy = old.clone();
        change(&mut policy);
        (policy != *old).then_some(Edit::ChangePolicy { id: *id, policy })
    };
    let mut edits: Vec<Edit> = ids.iter().filter_map(changed).collect();
    match edits.len() {
        0 | 1 => edits.pop(),
        n => Some(Edit::Together {
            label: StepLabel::ChangedMany {
                subject: Subject::Policy,
                n,
            },
            edits,
        }),
    }
}

/// The value that all have, if they have one.
fn common<T: PartialEq>(
    contents: &Contents,
    ids: &[PolicyId],
    of: impl Fn(&Policy) -> T,
) -> Option<T> {
    let mut values = ids
        .iter()
        .filter_map(|id| contents.policies.get(id))
        .map(of);
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

impl Many {
    /// Takes what is typed: the selection changes, the room is left.
    pub fn take(&mut self, cx: &mut Cx<'_>) {
        let fields: Vec<Field> = self.typed.keys().copied().collect();
        for field in fields {
            self.take_field(cx, field);
        }
    }

    /// The form is now of these; what was refused for those before is kept with them.
    fn select(&mut self, ids: Vec<PolicyId>) {
        let left = std::mem::take(&mut self.typed);
        if !left.is_empty() {
            self.kept.insert(std::mem::take(&mut self.ids), left);
        }
        self.typed = self.kept.remove(&ids).unwrap_or_default();
        self.ids = ids;
    }

    fn all_typed(&self) -> impl Iterator<Item = (&Vec<PolicyId>, Field, &Typed)> {
        let sets = self
            .kept
            .iter()
            .chain(std::iter::once((&self.ids, &self.typed)));
        sets.flat_map(|(ids, typed)| typed.iter().map(move |(field, typed)| (ids, *field, typed)))
    }
    /// Every text that was refused: of how many, which field, why.
    pub fn left_behind(&self, words: &Words) -> Vec<String> {
        let said = |(ids, field, typed): (&Vec<PolicyId>, Field, &Typed)| {
            let name = words.catalogue_many(ids.len());
            let field = words.say(field.key());
            Some(words.leaving_field(field, name, typed.refused.clone()?))
        };
        self.all_typed().filter_map(said).collect()
    }
    /// Those of the first text that was refused, and its field.
    pub fn first_refused(&self) -> Option<(Vec<PolicyId>, Id)> {
        let refused = |(.., typed): &(&Vec<PolicyId>, Field, &Typed)| typed.refused.is_some();
        self.all_typed()
            .find(refused)
            .map(|(ids, field, _)| (ids.clone(), field_id(field)))
    }

    fn take_field(&mut self, cx: &mut Cx<'_>, field: Field) {
        let Cx { workspace, .. } = *cx;
        let (Some(contents), Some(typed)) = (workspace.contents(), self.typed.get_mut(&field))
        else {
            return;
        };
        match written(contents, workspace, &self.ids, field, &typed.text) {
            Ok(edit) => {
                cx.extend(edit.map(Action::Edit));
                self.typed.remove(&field);
            }
            Err(why) => typed.refused = Some(why),
        }
    }
}

/// The edit that writes a text into all of them, or why it cannot be.
fn written(
    contents: &Contents,
    workspace: &Workspace,
    ids: &[PolicyId],
    field: Field,
    text: &str,
) -> Result<Option<Edit>, String> {
    let words = workspace.words();
    let mut probe = Record::Policy(Policy::default());
    let problem = probe.write(field, text);
    problem.map_err(|problem| words.say_with(problem.key(), &[("entry", text.trim().into())]))?;
    let edit = all(contents, ids, |policy| {
        let mut record = Record::Policy(std::mem::take(policy));
        let _ = record.write(field, text);
        if let Record::Policy(written) = record {
            *policy = written;
        }
    });
    match edit {
        Some(edit) => match plan(contents, &edit, &workspace.stamp()) {
            Ok(_) => Ok(Some(edit)),
            Err(refusal) => Err(refusal.say(words)),
        },
        None => Ok(None),
    }
}

/// What all have in a field, as it is typed; `None` where they differ.
fn common_text(
    contents: &Contents,
    words: &Words,
    ids: &[PolicyId],
    field: Field,
) -> Option<String> {
    common(contents, ids, |policy| {
        Record::Policy(policy.clone()).text(field, words)
    })
}

pub fn many_ui(ui: &mut Ui, cx: &mut Cx<'_>, room: &mut CatalogueScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let ids: Vec<PolicyId> = room.selected.iter().copied().collect();
    if room.many.ids != ids {
        room.many.take(cx);
        room.many.select(ids.clone());
    }
    let mut edit = None;
    widgets::bars(ui, paint);
    ScrollArea::vertical()
        .id_salt("catalogue-many")
        .auto_shrink(false)
        .show(ui, |ui| {
            Frame::new()
                .inner_margin(Margin {
                    left: 16,
                    right: 16,
                    top: 14,
                    bottom: 24,
                })
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 12.0;
                    widgets::title_ui(ui, paint, &words.catalogue_many(ids.len()));
                    ui.add(
                        egui::Label::new(
                            widgets::muted(words.catalogue_many_text(), paint).size(12.0),
                        )
                        .wrap(),
                    );
                    details::buttons_ui(ui, cx);
                    choices_ui(ui, cx, &ids, &mut edit);
                    field_ui(ui, cx, &mut room.many, Field::Territory);
                    people_ui(ui, cx, &ids, &mut edit);
                    for (part, fields) in PARTS {
                        ui.add_space(8.0);
                        widgets::part_title_ui(ui, paint, &words.say(part));
                        for field in fields {
                            field_ui(ui, cx, &mut room.many, *field);
                        }
                    }
                    relations_ui(ui, cx, &ids, &mut edit);
                });
        });
    cx.extend(edit.map(Action::Edit));
}

/// One of a few words; where they differ, that is what is chosen.
fn choice_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    key: &str,
    values: &[(T, String)],
    shared: Option<T>,
) -> Option<T> {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    captioned(ui, paint, workspace, key, |ui| {
        let mut choices: Vec<Choice> = values
            .iter()
            .map(|(value, text)| Choice {
                text: text.clone(),
                depth: 0,
                chosen: shared == Some(*value),
            })
            .collect();
        if shared.is_none() {
            choices.insert(
                0,
                Choice {
                    text: words.catalogue_many_differ(),
                    depth: 0,
                    chosen: true,
                },
            );
        }
        let picked = pickers::select_ui(ui, paint, &words.say(key), &choices)?;
        let at = if shared.is_none() {
            picked.checked_sub(1)?
        } else {
            picked
        };
        values.get(at).map(|(value, _)| *value)
    })
}

fn choices_ui(ui: &mut Ui, cx: &Cx<'_>, ids: &[PolicyId], edit: &mut Option<Edit>) {
    let Cx {
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    let kinds: Vec<_> = PolicyKind::ALL
        .iter()
        .map(|kind| (*kind, kind.say(words)))
        .collect();
    let shared = common(contents, ids, |policy| policy.kind);
    if let Some(kind) = choice_ui(ui, cx, "catalogue-field-kind", &kinds, shared) {
        *edit = all(contents, ids, |policy| policy.kind = kind);
    }
    let mut levels = vec![(None, words.catalogue_none())];
    levels.extend(
        Level::ALL
            .iter()
            .map(|level| (Some(*level), level.say(words))),
    );
    let shared = common(contents, ids, |policy| policy.level);
    if let Some(level) = choice_ui(ui, cx, "catalogue-field-level", &levels, shared) {
        *edit = all(contents, ids, |policy| policy.level = level);
    }
    let wordings: Vec<_> = Wording::ALL
        .iter()
        .map(|wording| (*wording, wording_word(*wording, words)))
        .collect();
    let shared = common(contents, ids, |policy| policy.wording);
    if let Some(wording) = choice_ui(ui, cx, "catalogue-field-wording", &wordings, shared) {
        *edit = all(contents, ids, |policy| policy.wording = wording);
    }
}

fn people_ui(ui: &mut Ui, cx: &Cx<'_>, ids: &[PolicyId], edit: &mut Option<Edit>) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    let mut actors: Vec<(ActorId, &Actor)> = contents
        .actors
        .iter()
        .map(|(id, actor)| (*id, actor))
        .collect();
    actors.sort_by_key(|(_, actor)| ordito_ground::text::folded(&actor.name));
    let listed = |chosen: &dyn Fn(ActorId) -> bool| -> Vec<Choice> {
        actors
            .iter()
            .map(|(id, actor)| Choice {
                text: actor.name.clone(),
                depth: 0,
                chosen: chosen(*id),
            })
            .collect()
    };
    let name = |id: ActorId| {
        contents
            .actors
            .get(&id)
            .map_or("", |actor| actor.name.as_str())
    };
    ui.add_space(8.0);
    widgets::part_title_ui(ui, paint, &words.catalogue_part_who());

    let owner = common(contents, ids, |policy| policy.owner);
    let value = owner.map_or_else(
        || words.catalogue_many_differ(),
        |owner| owner.map(name).unwrap_or_default().to_owned(),
    );
    let manner = Manner {
        several: false,
        can_be_none: true,
        can_add: false,
    };
    let key = "catalogue-field-owner";
    let picked = captioned(ui, paint, workspace, key, |ui| {
        pickers::pick_ui(ui, paint, words, &words.say(key), &value, manner, || {
            listed(&|id| owner == Some(Some(id)))
        })
    });
    match picked {
        Some(Picked::None) => *edit = all(contents, ids, |policy| policy.owner = None),
        Some(Picked::One(i)) => {
            if let Some((id, _)) = actors.get(i) {
                *edit = all(contents, ids, |policy| policy.owner = Some(*id));
            }
        }
        _ => {}
    }

    let shared = common(contents, ids, |policy| policy.actors.clone());
    let value = shared.as_ref().map_or_else(
        || words.catalogue_many_differ(),
        |list| {
            list.iter()
                .map(|id| name(*id))
                .collect::<Vec<_>>()
                .join(", ")
        },
    );
    // Ticked are those that all have.
    let in_all = |id: ActorId| {
        ids.iter()
            .filter_map(|policy| contents.policies.get(policy))
            .all(|policy| policy.actors.contains(&id))
    };
    let manner = Manner {
        several: true,
        can_be_none: false,
        can_add: false,
    };
    let key = "catalogue-field-actors";
    let picked = captioned(ui, paint, workspace, key, |ui| {
        pickers::pick_ui(ui, paint, words, &words.say(key), &value, manner, || {
            listed(&in_all)
        })
    });
    if let Some(Picked::One(i)) = picked
        && let Some((id, _)) = actors.get(i)
    {
        let takes_away = in_all(*id);
        *edit = all(contents, ids, |policy| {
            policy.actors.retain(|actor| !takes_away || actor != id);
            if !takes_away && !policy.actors.contains(id) {
                policy.actors.push(*id);
            }
        });
    }
}

/// What they are variants of, and the clusters they are in.
fn relations_ui(ui: &mut Ui, cx: &Cx<'_>, ids: &[PolicyId], edit: &mut Option<Edit>) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    ui.add_space(8.0);
    widgets::part_title_ui(ui, paint, &words.catalogue_part_relations());
    let differ = || words.catalogue_many_differ();

    let variant_of = common(contents, ids, |policy| policy.variant_of);
    let title = |id: PolicyId| {
        contents
            .policies
            .get(&id)
            .map(super::columns::said)
            .unwrap_or_default()
    };
    let value = variant_of.map_or_else(differ, |other| other.map(title).unwrap_or_default());
    let manner = Manner {
        several: false,
        can_be_none: true,
        can_add: false,
    };
    let key = "catalogue-field-variant-of";
    let mut listed = Vec::new();
    let picked = captioned(ui, paint, workspace, key, |ui| {
        pickers::pick_ui(ui, paint, words, &words.say(key), &value, manner, || {
            let (others, choices) =
                details::policy_choices(contents, ids, |other| variant_of == Some(Some(other)));
            listed = others;
            choices
        })
    });
    match picked {
        Some(Picked::None) => *edit = all(contents, ids, |policy| policy.variant_of = None),
        Some(Picked::One(i)) => {
            if let Some(other) = listed.get(i) {
                *edit = all(contents, ids, |policy| policy.variant_of = Some(*other));
            }
        }
        _ => {}
    }

    let all_in = |cluster: &Cluster| ids.iter().all(|id| cluster.members.contains(id));
    let none_in = |cluster: &Cluster| !ids.iter().any(|id| cluster.members.contains(id));
    let listed: Vec<(ClusterId, &Cluster)> = contents
        .clusters
        .iter()
        .map(|(id, cluster)| (*id, cluster))
        .collect();
    let shared: Vec<&str> = listed
        .iter()
        .filter(|(_, cluster)| all_in(cluster))
        .map(|(_, cluster)| cluster.name.as_str())
        .collect();
    let alike = listed
        .iter()
        .all(|(_, cluster)| all_in(cluster) || none_in(cluster));
    let value = if alike { shared.join(", ") } else { differ() };
    let manner = Manner {
        several: true,
        can_be_none: false,
        can_add: true,
    };
    let key = "catalogue-field-clusters";
    let picked = captioned(ui, paint, workspace, key, |ui| {
        pickers::pick_ui(ui, paint, words, &words.say(key), &value, manner, || {
            let choice = |(_, cluster): &(ClusterId, &Cluster)| Choice {
                text: cluster.name.clone(),
                depth: 0,
                chosen: all_in(cluster),
            };
            listed.iter().map(choice).collect()
        })
    });
    match picked {
        Some(Picked::One(i)) => {
            if let Some((id, cluster)) = listed.get(i) {
                let (mut cluster, takes_away) = ((*cluster).clone(), all_in(cluster));
                cluster.members.retain(|member| !ids.contains(member));
                if !takes_away {
                    cluster.members.extend(ids);
                }
                *edit = Some(Edit::PutCluster { id: *id, cluster });
            }
        }
        Some(Picked::New(name)) => *edit = Some(clusters::new(contents, name, ids.to_vec())),
        _ => {}
    }
}

fn field_id(field: Field) -> Id {
    Id::unique(("catalogue-many-field", field))
}

fn field_ui(ui: &mut Ui, cx: &mut Cx<'_>, many: &mut Many, field: Field) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    let shared = common_text(contents, words, &many.ids, field);
    let label = words.say(field.key());
    let typed = many.typed.get(&field);
    let mut text = typed.map_or_else(
        || shared.clone().unwrap_or_default(),
        |typed| typed.text.clone(),
    );
    let refused = typed.and_then(|typed| typed.refused.clone());
    let hint = if shared.is_none() {
        words.catalogue_many_differ()
    } else {
        field.hint().map(|key| words.say(key)).unwrap_or_default()
    };
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let empty = ui.horizontal(|ui| {
            widgets::caption_ui(ui, paint, &label);
            // Where they differ the field is blank: passing through it is no wish to empty all of them, this is.
            shared.is_none() && empty_ui(ui, paint, words, &label)
        });
        if empty.inner {
            many.typed.insert(
                field,
                Typed {
                    text: String::new(),
                    refused: None,
                },
            );
            many.take_field(cx, field);
        }
        let edit = if field.rows() == 1 {
            TextEdit::singleline(&mut text)
        } else {
            TextEdit::multiline(&mut text)
        };
        let edit = edit.id(field_id(field)).desired_rows(field.rows());
        let response = ui.add(
            edit.desired_width(f32::INFINITY)
                .hint_text(hint)
                .margin(Margin::symmetric(8, 5)),
        );
        widgets::name_it(ui, &response, &label);
        if response.changed() {
            many.typed.insert(
                field,
                Typed {
                    text: text.clone(),
                    refused: None,
                },
            );
        }
        if let Some(why) = refused {
            widgets::focus_ring(ui, paint, &response, theme::RADIUS);
            ui.add(
                egui::Label::new(RichText::new(why).size(theme::CAPTION).color(paint.danger))
                    .wrap(),
            );
        }
        if response.lost_focus() {
            let blank = shared.is_none() && text.trim().is_empty();
            if blank || ui.input(|input| input.key_pressed(Key::Escape)) {
                many.typed.remove(&field);
            } else {
                many.take_field(cx, field);
            }
        }
    });
}

/// Takes away what all of them have in a field in which they differ.
fn empty_ui(ui: &mut Ui, paint: &Paint, words: &Words, label: &str) -> bool {
    let name = words.catalogue_many_empty(label);
    widgets::icon_button_ui(
        ui,
        paint,
        egui_material_icons::icons::ICON_CLOSE,
        &name,
        ui.is_enabled(),
    )
    .clicked()
}
