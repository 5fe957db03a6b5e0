//! The form of the record chosen: every field of a policy here, those of the others in their own files.

use super::record::{Field, Record, Target};
use super::typing::{Changed, Typing, field_id};
use super::{CatalogueScreen, Pane, Tab, actors, captioned, clusters, columns, deletion, sources};
use crate::Cx;
use crate::kit::pickers::{self, Choice, Manner, Picked};
use crate::theme::Paint;
use crate::widgets;
use egui::text::{CCursor, CCursorRange};
use egui::{Frame, Id, Margin, ScrollArea, TextEdit, Ui};
use egui_material_icons::icons;
use ordito_document::Edit;
use ordito_model::{Actor, ActorId, Contents, Level, Policy, PolicyId, PolicyKind, Wording};
use ordito_words::Say as _;
use ordito_workspace::{Command, Workspace};

/// What a form draws with.
pub struct Form<'a> {
    pub paint: &'a Paint,
    pub workspace: &'a Workspace,
    pub contents: &'a Contents,
    pub typing: &'a mut Typing,
    pub target: Target,
    pub record: Record,
    /// Edits the record needs before it.
    pub first: Vec<Edit>,
}

impl Form<'_> {
    pub fn field_ui(&mut self, ui: &mut Ui, field: Field) {
        let words = self.workspace.words();
        self.typing
            .field_ui(ui, self.paint, words, self.target, &mut self.record, field);
    }
    pub fn fields_ui(&mut self, ui: &mut Ui, fields: &[Field]) {
        for field in fields {
            self.field_ui(ui, *field);
        }
    }
    /// Two halves of a line.
    pub fn halves_ui(
        &mut self,
        ui: &mut Ui,
        left: impl FnOnce(&mut Self, &mut Ui),
        right: impl FnOnce(&mut Self, &mut Ui),
    ) {
        ui.columns_const(|[first, second]| {
            left(self, first);
            right(self, second);
        });
    }
    /// One of a few words, with its caption.
    pub fn choice_ui<T: Copy + PartialEq>(
        &self,
        ui: &mut Ui,
        key: &str,
        values: &[(T, String)],
        chosen: T,
    ) -> Option<T> {
        captioned(ui, self.paint, self.workspace, key, |ui| {
            let choices: Vec<Choice> = values
                .iter()
                .map(|(value, text)| Choice {
                    text: text.clone(),
                    depth: 0,
                    chosen: *value == chosen,
                })
                .collect();
            let picked =
                pickers::select_ui(ui, self.paint, &self.workspace.words().say(key), &choices)?;
            values.get(picked).map(|(value, _)| *value)
        })
    }
    pub fn level_ui(&self, ui: &mut Ui, chosen: Option<Level>) -> Option<Option<Level>> {
        let words = self.workspace.words();
        let mut levels = vec![(None, words.catalogue_none())];
        levels.extend(
            Level::ALL
                .iter()
                .map(|level| (Some(*level), level.say(words))),
        );
        self.choice_ui(ui, "catalogue-field-level", &levels, chosen)
    }

    /// Picks an actor; a new one is made on the way.
    pub fn actor_ui(
        &mut self,
        ui: &mut Ui,
        key: &str,
        value: &str,
        several: bool,
        chosen: &[ActorId],
    ) -> Option<Option<ActorId>> {
        let words = self.workspace.words();
        let mut ids: Vec<(ActorId, &Actor)> = self
            .contents
            .actors
            .iter()
            .map(|(id, actor)| (*id, actor))
            .collect();
        ids.retain(|(id, _)| self.target != Target::Actor(*id));
        ids.sort_by_key(|(_, actor)| ordito_ground::text::folded(&actor.name));
        let choices = || {
            ids.iter()
                .map(|(id, actor)| Choice {
                    text: actor.name.clone(),
                    depth: 0,
                    chosen: chosen.contains(id),
                })
                .collect()
        };
        let manner = Manner {
            several,
            can_be_none: !several,
            can_add: true,
        };
        let picked = captioned(ui, self.paint, self.workspace, key, |ui| {
            pickers::pick_ui(
                ui,
                self.paint,
                words,
                &words.say(key),
                value,
                manner,
                choices,
            )
        })?;
        match picked {
            Picked::None => Some(None),
            Picked::One(i) => ids.get(i).map(|(id, _)| Some(*id)),
            Picked::New(name) => {
                let id = ActorId::random();
                self.first.push(Edit::PutActor {
                    id,
                    actor: Actor {
                        name,
                        ..Actor::default()
                    },
                });
                Some(Some(id))
            }
        }
    }
    pub fn actor_names(&self, ids: &[ActorId]) -> String {
        let name = |id: &ActorId| self.contents.actors.get(id).map_or("", |actor| &actor.name);
        ids.iter().map(name).collect::<Vec<_>>().join(", ")
    }
    pub fn part_ui(&self, ui: &mut Ui, key: &str) {
        ui.add_space(8.0);
        widgets::part_title_ui(ui, self.paint, &self.workspace.words().say(key));
    }
}

/// Adds or takes away.
pub fn toggle<T: PartialEq>(list: &mut Vec<T>, value: T) {
    match list.iter().position(|other| *other == value) {
        Some(i) => {
            list.remove(i);
        }
        None => list.push(value),
    }
}

pub fn details_ui(ui: &mut Ui, cx: &mut Cx<'_>, room: &mut CatalogueScreen) -> Option<Changed> {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let contents = workspace.contents()?;
    let stored = room
        .target()
        .and_then(|target| Some((target, target.record(contents)?)));
    let Some((target, stored)) = stored else {
        nothing_ui(ui, cx, room);
        return None;
    };
    if room.focus == Some(Pane::Details) {
        let field = if matches!(target, Target::Source(_)) {
            Field::Citation
        } else {
            Field::Name
        };
        let id = field_id(target, field);
        ui.memory_mut(|memory| memory.request_focus(id));
        select_all(ui, id, stored.name());
        room.focus = None;
    }
    let mut form = Form {
        paint,
        workspace,
        contents,
        typing: &mut room.typing,
        target,
        record: stored.clone(),
        first: Vec::new(),
    };
    let mut delete = None;
    widgets::bars(ui, paint);
    ScrollArea::vertical()
        .id_salt(("catalogue-form", target))
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
                    match target {
                        Target::Policy(id) => policy_ui(ui, &mut form, id, cx),
                        Target::Actor(id) => {
                            if actors::form_ui(ui, &mut form, id) {
                                delete = Some(deletion::Asked::Actor(id));
                            }
                        }
                        Target::Cluster(id) => {
                            if clusters::form_ui(ui, &mut form, id) {
                                delete = Some(deletion::Asked::Cluster(id));
                            }
                        }
                        Target::Source(id) => {
                            if sources::form_ui(ui, &mut form, id) {
                                delete = Some(deletion::Asked::Source(id));
                            }
                        }
                    }
                });
        });
    let (record, first) = (form.record, form.first);
    if delete.is_some() {
        room.asked = delete;
    }
    (record != stored || !first.is_empty()).then_some(Changed {
        target,
        record,
        first,
    })
}

/// Selects the whole text of a field, so that typing replaces it.
pub fn select_all(ui: &Ui, id: Id, text: &str) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()));
    state.cursor.set_char_range(Some(all));
    TextEdit::store_state(ui.ctx(), id, state);
}

fn nothing_ui(ui: &mut Ui, cx: &Cx<'_>, room: &CatalogueScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let key = match room.tab {
        Tab::Policies => "catalogue-details-policies",
        Tab::Actors => "catalogue-details-actors",
        Tab::Clusters => "catalogue-details-clusters",
        Tab::Sources => "catalogue-details-sources",
    };
    Frame::new().inner_margin(Margin::same(24)).show(ui, |ui| {
        widgets::empty_ui(
            ui,
            paint,
            icons::ICON_EDIT,
            &words.catalogue_details_none(),
            &words.say(key),
            |_| {},
        );
    });
}

fn policy_ui(ui: &mut Ui, form: &mut Form<'_>, id: PolicyId, cx: &mut Cx<'_>) {
    let (paint, contents) = (form.paint, form.contents);
    let Record::Policy(shown) = form.record.clone() else {
        return;
    };
    let path = path_of(contents, id);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        if !path.is_empty() {
            ui.add(egui::Label::new(widgets::muted(path, paint).size(12.0)).wrap());
        }
        widgets::title_ui(ui, paint, &shown.name);
    });
    buttons_ui(ui, cx);
    form.halves_ui(
        ui,
        |form, ui| form.field_ui(ui, Field::Code),
        |form, ui| form.field_ui(ui, Field::Short),
    );
    form.field_ui(ui, Field::Name);
    words_ui(ui, form, &shown);
    form.field_ui(ui, Field::Description);

    form.part_ui(ui, "catalogue-part-who");
    people_ui(ui, form, &shown);

    form.part_ui(ui, "catalogue-part-when");
    form.halves_ui(
        ui,
        |form, ui| form.field_ui(ui, Field::Start),
        |form, ui| form.field_ui(ui, Field::End),
    );
    form.field_ui(ui, Field::Budget);
    form.field_ui(ui, Field::BudgetNote);

    form.part_ui(ui, "catalogue-part-what");
    form.fields_ui(
        ui,
        &[
            Field::Beneficiaries,
            Field::ExpectedResults,
            Field::Outputs,
            Field::Links,
        ],
    );

    form.part_ui(ui, "catalogue-part-effects");
    form.fields_ui(
        ui,
        &[
            Field::EffectsHere,
            Field::EffectsElsewhere,
            Field::EffectsFuture,
        ],
    );

    form.part_ui(ui, "catalogue-part-relations");
    variant_ui(ui, form, id, &shown);
    member_ui(ui, form, id);
}

/// What is one of a few words: type, level and wording, and the territory beside them.
fn words_ui(ui: &mut Ui, form: &mut Form<'_>, shown: &Policy) {
    let words = form.workspace.words();
    form.halves_ui(
        ui,
        |form, ui| {
            let kinds: Vec<_> = PolicyKind::ALL
                .iter()
                .map(|kind| (*kind, kind.say(words)))
                .collect();
            if let Some(kind) = form.choice_ui(ui, "catalogue-field-kind", &kinds, shown.kind)
                && let Record::Policy(policy) = &mut form.record
            {
                policy.kind = kind;
            }
        },
        |form, ui| {
            if let Some(level) = form.level_ui(ui, shown.level)
                && let Record::Policy(policy) = &mut form.record
            {
                policy.level = level;
            }
        },
    );
    form.halves_ui(
        ui,
        |form, ui| form.field_ui(ui, Field::Territory),
        |form, ui| {
            let wordings: Vec<_> = Wording::ALL
                .iter()
                .map(|wording| (*wording, columns::wording_word(*wording, words)))
                .collect();
            if let Some(wording) =
                form.choice_ui(ui, "catalogue-field-wording", &wordings, shown.wording)
                && let Record::Policy(policy) = &mut form.record
            {
                policy.wording = wording;
            }
        },
    );
}

fn people_ui(ui: &mut Ui, form: &mut Form<'_>, shown: &Policy) {
    let owner = form.actor_names(shown.owner.as_slice());
    if let Some(owner) = form.actor_ui(
        ui,
        "catalogue-field-owner",
        &owner,
        false,
        shown.owner.as_slice(),
    ) && let Record::Policy(policy) = &mut form.record
    {
        policy.owner = owner;
    }
    let names = form.actor_names(&shown.actors);
    if let Some(Some(actor)) =
        form.actor_ui(ui, "catalogue-field-actors", &names, true, &shown.actors)
        && let Record::Policy(policy) = &mut form.record
    {
        toggle(&mut policy.actors, actor);
    }
}

/// What a policy is below of: `PSM › Asse 1`.
fn path_of(contents: &Contents, id: PolicyId) -> String {
    let above = contents
        .policy_upwards(id)
        .skip(1)
        .filter_map(|id| contents.policies.get(&id));
    let mut names: Vec<&str> = above.map(Policy::title).collect();
    names.reverse();
    names.join(" › ")
}

pub fn buttons_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for (icon, command) in [
            (icons::ICON_ADD, Command::AddPolicy),
            (icons::ICON_SUBDIRECTORY_ARROW_RIGHT, Command::AddSubPolicy),
            (icons::ICON_CONTENT_COPY, Command::DuplicatePolicy),
            (icons::ICON_CALL_SPLIT, Command::AddVariant),
            (icons::ICON_DELETE, Command::DeletePolicy),
        ] {
            let enabled = ui.is_enabled();
            if widgets::icon_button_ui(ui, paint, icon, &words.say(command.key()), enabled)
                .clicked()
            {
                cx.ask(command);
            }
        }
    });
}

/// Every policy in tree order, as choices; those in `skip` are left out.
pub fn policy_choices(
    contents: &Contents,
    skip: &[PolicyId],
    chosen: impl Fn(PolicyId) -> bool,
) -> (Vec<PolicyId>, Vec<Choice>) {
    let tree = contents.policy_tree();
    let listed = tree.iter().filter(|(_, id)| !skip.contains(id));
    listed
        .filter_map(|(depth, id)| {
            let policy = contents.policies.get(id)?;
            Some((
                *id,
                Choice {
                    text: columns::said(policy),
                    depth: *depth,
                    chosen: chosen(*id),
                },
            ))
        })
        .unzip()
}

fn variant_ui(ui: &mut Ui, form: &mut Form<'_>, id: PolicyId, shown: &Policy) {
    let words = form.workspace.words();
    let contents = form.contents;
    let name = words.catalogue_field_variant_of();
    let value = shown
        .variant_of
        .and_then(|other| contents.policies.get(&other))
        .map(columns::said)
        .unwrap_or_default();
    let manner = Manner {
        several: false,
        can_be_none: true,
        can_add: false,
    };
    let mut ids = Vec::new();
    let picked = captioned(
        ui,
        form.paint,
        form.workspace,
        "catalogue-field-variant-of",
        |ui| {
            pickers::pick_ui(ui, form.paint, words, &name, &value, manner, || {
                let (listed, choices) =
                    policy_choices(contents, &[id], |other| shown.variant_of == Some(other));
                ids = listed;
                choices
            })
        },
    );
    let Record::Policy(policy) = &mut form.record else {
        return;
    };
    match picked {
        Some(Picked::None) => policy.variant_of = None,
        Some(Picked::One(i)) => policy.variant_of = ids.get(i).copied(),
        _ => {}
    }
    let variants: Vec<String> = contents
        .policies
        .values()
        .filter(|policy| policy.variant_of == Some(id))
        .map(columns::said)
        .collect();
    if !variants.is_empty() {
        let text = words.catalogue_variants(variants.join(", "));
        ui.add(egui::Label::new(widgets::muted(text, form.paint).size(13.0)).wrap());
    }
}

/// The clusters a policy is in: one tick each, each an edit of the cluster.
fn member_ui(ui: &mut Ui, form: &mut Form<'_>, id: PolicyId) {
    let words = form.workspace.words();
    let clusters: Vec<_> = form.contents.clusters.iter().collect();
    let value = clusters
        .iter()
        .filter(|(_, cluster)| cluster.members.contains(&id))
        .map(|(_, cluster)| cluster.name.clone())
        .collect::<Vec<_>>()
        .join(", ");
    let choices = || {
        clusters
            .iter()
            .map(|(_, cluster)| Choice {
                text: cluster.name.clone(),
                depth: 0,
                chosen: cluster.members.contains(&id),
            })
            .collect()
    };
    let manner = Manner {
        several: true,
        can_be_none: false,
        can_add: true,
    };
    let name = words.catalogue_field_clusters();
    let picked = captioned(
        ui,
        form.paint,
        form.workspace,
        "catalogue-field-clusters",
        |ui| pickers::pick_ui(ui, form.paint, words, &name, &value, manner, choices),
    );
    match picked {
        Some(Picked::One(i)) => {
            if let Some((cluster_id, cluster)) = clusters.get(i) {
                let mut cluster = (*cluster).clone();
                toggle(&mut cluster.members, id);
                form.first.push(Edit::PutCluster {
                    id: **cluster_id,
                    cluster,
                });
            }
        }
        Some(Picked::New(name)) => form
            .first
            .push(clusters::new(form.contents, name, vec![id])),
        _ => {}
    }
}
