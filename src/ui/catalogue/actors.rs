//! Actors and networks: bodies, offices, people, and who belongs to a network.

use super::details::{Form, toggle};
use super::record::{Field, Record, Target};
use super::side_list::{self, Line, Outcome, Texts};
use super::{CatalogueScreen, Pane};
use crate::Cx;
use crate::widgets;
use egui::Ui;
use egui_material_icons::icons;
use ordito_document::Edit;
use ordito_model::{Actor, ActorId, ActorKind};
use ordito_words::Say as _;
use ordito_workspace::Action;

const TEXTS: Texts = Texts {
    icon: icons::ICON_GROUPS,
    name: "catalogue-tab-actors",
    add: "catalogue-add-actor",
    empty_title: "catalogue-actors-empty-title",
    empty_text: "catalogue-actors-empty-text",
};

pub fn list_ui(ui: &mut Ui, cx: &mut Cx<'_>, room: &mut CatalogueScreen) {
    let Cx { workspace, .. } = *cx;
    let Some(contents) = workspace.contents() else {
        return;
    };
    let words = workspace.words();
    let mut uses: std::collections::BTreeMap<ActorId, usize> = std::collections::BTreeMap::new();
    for policy in contents.policies.values() {
        let both = policy
            .owner
            .iter()
            .chain(policy.actors.iter().filter(|id| Some(**id) != policy.owner));
        for id in both {
            *uses.entry(*id).or_default() += 1;
        }
    }
    let line = |(id, actor): (&ActorId, &Actor)| {
        let mut below = actor.kind.say(words);
        if let Some(level) = actor.level {
            below = format!("{below} · {}", level.say(words));
        }
        if !actor.members.is_empty() {
            let members = words.catalogue_members(actor.members.len());
            below = format!("{below} · {members}");
        }
        let n = uses.get(id).copied().unwrap_or_default();
        Line {
            target: Target::Actor(*id),
            title: actor.name.clone(),
            below,
            aside: words.catalogue_in_policies(n),
            colour: None,
        }
    };
    let lines = contents.actors.iter().map(line).collect();
    match side_list::list_ui(ui, cx, room, &TEXTS, lines) {
        Some(Outcome::Chosen(Target::Actor(id))) => room.actor = Some(id),
        Some(Outcome::Add) => {
            let id = ActorId::random();
            let actor = Actor {
                name: words.catalogue_new_actor(),
                ..Actor::default()
            };
            cx.act(Action::Edit(Edit::PutActor { id, actor }));
            room.actor = Some(id);
            room.side_search.clear();
            room.focus = Some(Pane::Details);
        }
        _ => {}
    }
}

/// True when it is to be deleted.
pub fn form_ui(ui: &mut Ui, form: &mut Form<'_>, id: ActorId) -> bool {
    let words = form.workspace.words();
    let Record::Actor(shown) = form.record.clone() else {
        return false;
    };
    widgets::title_ui(ui, form.paint, &shown.name);
    form.field_ui(ui, Field::Name);
    form.halves_ui(
        ui,
        |form, ui| {
            let kinds: Vec<_> = ActorKind::ALL
                .iter()
                .map(|kind| (*kind, kind.say(words)))
                .collect();
            if let Some(kind) = form.choice_ui(ui, "catalogue-field-kind", &kinds, shown.kind)
                && let Record::Actor(actor) = &mut form.record
            {
                actor.kind = kind;
            }
        },
        |form, ui| {
            if let Some(level) = form.level_ui(ui, shown.level)
                && let Record::Actor(actor) = &mut form.record
            {
                actor.level = level;
            }
        },
    );
    // What is no network shows members only if it has some.
    if shown.kind == ActorKind::Network || !shown.members.is_empty() {
        let names = form.actor_names(&shown.members);
        if let Some(Some(member)) =
            form.actor_ui(ui, "catalogue-field-members", &names, true, &shown.members)
            && let Record::Actor(actor) = &mut form.record
        {
            toggle(&mut actor.members, member);
        }
    }
    form.field_ui(ui, Field::Note);
    let used: Vec<String> = form
        .contents
        .policies
        .values()
        .filter(|policy| policy.owner == Some(id) || policy.actors.contains(&id))
        .map(super::columns::said)
        .collect();
    uses_ui(ui, form, "catalogue-used-in-policies", &used);
    let networks: Vec<String> = form
        .contents
        .actors
        .values()
        .filter(|actor| actor.members.contains(&id))
        .map(|actor| actor.name.clone())
        .collect();
    uses_ui(ui, form, "catalogue-used-in-networks", &networks);
    delete_ui(ui, form, "catalogue-delete-actor")
}

/// Where something is used, a line each; nothing when it is nowhere.
pub fn uses_ui(ui: &mut Ui, form: &Form<'_>, key: &str, names: &[String]) {
    const SHOWN: usize = 12;
    if names.is_empty() {
        return;
    }
    form.part_ui(ui, key);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        for name in names.iter().take(SHOWN) {
            ui.add(egui::Label::new(widgets::muted(name.as_str(), form.paint).size(13.0)).wrap());
        }
        if names.len() > SHOWN {
            let more = form
                .workspace
                .words()
                .catalogue_and_more(names.len() - SHOWN);
            ui.label(widgets::muted(more, form.paint).size(13.0));
        }
    });
}

pub fn delete_ui(ui: &mut Ui, form: &Form<'_>, key: &str) -> bool {
    ui.add_space(8.0);
    widgets::danger_button_ui(ui, form.paint, &form.workspace.words().say(key)).clicked()
}
