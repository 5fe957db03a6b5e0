//! Asking before something goes, and saying what goes with it.

use super::{CatalogueScreen, Pane};
use crate::Cx;
use crate::kit::question;
use crate::{cover, widgets};
use egui::{Modal, RichText, Ui};
use ordito_document::Edit;
use ordito_model::{ActorId, ClusterId, Contents, PolicyId, SourceId};
use ordito_words::Words;
use ordito_workspace::Action;
use std::collections::BTreeSet;

/// What is to be deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    Policies(Vec<PolicyId>),
    Actor(ActorId),
    Cluster(ClusterId),
    Source(SourceId),
}

impl Asked {
    fn edit(&self) -> Edit {
        match self {
            Self::Policies(ids) => Edit::DeletePolicies(ids.clone()),
            Self::Actor(id) => Edit::DeleteActor(*id),
            Self::Cluster(id) => Edit::DeleteCluster(*id),
            Self::Source(id) => Edit::DeleteSource(*id),
        }
    }

    fn title(&self, contents: &Contents, words: &Words) -> String {
        let one = |name: &str| words.catalogue_delete_one(name);
        match self {
            Self::Policies(ids) => match ids.as_slice() {
                [id] => one(contents
                    .policies
                    .get(id)
                    .map_or("", |policy| policy.title())),
                many => words.catalogue_delete_many(many.len()),
            },
            Self::Actor(id) => one(contents.actors.get(id).map_or("", |actor| &actor.name)),
            Self::Cluster(id) => one(contents
                .clusters
                .get(id)
                .map_or("", |cluster| &cluster.name)),
            Self::Source(id) => one(contents
                .sources
                .get(id)
                .map_or("", |source| &source.citation)),
        }
    }

    /// What goes, or changes, with it: one line each.
    fn also(&self, contents: &Contents, words: &Words) -> Vec<String> {
        let line = |key: &str, n: usize| (n > 0).then(|| words.say_with(key, &[("n", n.into())]));
        match self {
            Self::Policies(ids) => {
                let gone = contents.policies_downwards(ids);
                let below = gone
                    .len()
                    .saturating_sub(ids.iter().collect::<BTreeSet<_>>().len());
                let is_gone =
                    |item: ordito_model::Item| item.policy().is_some_and(|id| gone.contains(&id));
                let cells = contents
                    .assessments
                    .keys()
                    .filter(|key| is_gone(key.row) || is_gone(key.column))
                    .count();
                let lines = contents
                    .lines
                    .keys()
                    .filter(|key| is_gone(key.item))
                    .count();
                let variants = contents
                    .policies
                    .iter()
                    .filter(|(id, policy)| {
                        !gone.contains(id)
                            && policy.variant_of.is_some_and(|other| gone.contains(&other))
                    })
                    .count();
                [
                    line("catalogue-delete-below", below),
                    line("catalogue-delete-cells", cells),
                    line("catalogue-delete-lines", lines),
                    line("catalogue-delete-variants", variants),
                ]
                .into_iter()
                .flatten()
                .collect()
            }
            Self::Actor(id) => {
                let used = |policy: &ordito_model::Policy| {
                    policy.owner == Some(*id) || policy.actors.contains(id)
                };
                let policies = contents
                    .policies
                    .values()
                    .filter(|policy| used(policy))
                    .count();
                let networks = contents
                    .actors
                    .values()
                    .filter(|actor| actor.members.contains(id))
                    .count();
                [
                    line("catalogue-delete-actor-policies", policies),
                    line("catalogue-delete-actor-networks", networks),
                ]
                .into_iter()
                .flatten()
                .collect()
            }
            Self::Cluster(_) => vec![words.catalogue_delete_cluster_text()],
            Self::Source(_) => Vec::new(),
        }
    }
}

pub fn dialog_ui(ui: &Ui, cx: &mut Cx<'_>, room: &mut CatalogueScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let (Some(asked), Some(contents)) = (room.asked.clone(), workspace.contents()) else {
        return;
    };
    let words = workspace.words();
    let modal = Modal::new(egui::Id::unique("catalogue-delete"))
        .frame(widgets::dialog_frame(ui))
        .show(ui.ctx(), |ui| {
            ui.set_width(420.0);
            let undo = widgets::muted(words.catalogue_delete_undo(), paint);
            let lines = asked
                .also(contents, words)
                .into_iter()
                .map(RichText::new)
                .chain([undo])
                .collect();
            question::delete_ui(ui, paint, words, &asked.title(contents, words), lines)
        });
    if modal.inner == Some(true) {
        cx.act(Action::Edit(asked.edit()));
    }
    if modal.inner.is_some() || cover::closes(&modal) {
        room.asked = None;
        room.focus = Some(Pane::List);
    }
}
