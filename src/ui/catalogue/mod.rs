//! The room Catalogo: policies as tree and table with all their fields; actors, clusters and sources.
//!
//! `rows` says which policies are shown, `columns` what is said of them, `list`, `head` and `row` paint
//! them, `keys` moves among them,
//! `run` carries out commands. `record` and `typing` turn typed texts into edits; the forms are in `details`,
//! `actors`, `clusters` and `sources`.

mod actors;
mod cell;
mod clusters;
mod columns;
mod deletion;
mod details;
mod entry;
mod head;
mod keys;
mod list;
mod many;
mod record;
mod row;
mod rows;
mod run;
mod side_list;
mod sources;
mod toolbar;
mod typing;

use super::screen::{About, Handled, Request, Screen};
use super::theme::Paint;
use super::{cover, widgets};
use crate::Cx;
use columns::{Column, Facts};
use egui::{Frame, Margin, Ui};
use egui_material_icons::icons;
use ordito_model::{ActorId, ClusterId, PolicyId, SourceId};
use ordito_workspace::{Action, Command, Group, Notice, Room, Severity, Workspace};
use record::Target;
use rows::{Query, Rows};
use std::collections::BTreeSet;
use typing::Typing;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Tab {
    #[default]
    Policies,
    Actors,
    Clusters,
    Sources,
}
impl Tab {
    const ALL: [Self; 4] = [Self::Policies, Self::Actors, Self::Clusters, Self::Sources];
    const fn key(self) -> &'static str {
        match self {
            Self::Policies => "catalogue-tab-policies",
            Self::Actors => "catalogue-tab-actors",
            Self::Clusters => "catalogue-tab-clusters",
            Self::Sources => "catalogue-tab-sources",
        }
    }
}

/// Where the keyboard is to go in the next frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pane {
    List,
    Search,
    Details,
}

/// What the room remembers between frames.
#[derive(Debug)]
pub struct CatalogueScreen {
    tab: Tab,
    query: Query,
    rows: Rows,
    facts: (u64, Facts),
    columns: BTreeSet<Column>,
    selected: BTreeSet<PolicyId>,
    cursor: Option<PolicyId>,
    /// Where a selection with Shift began.
    anchor: Option<PolicyId>,
    /// Scrolls to the cursor in the next frame.
    reveal: bool,
    /// The cell that is edited in its row.
    editing: Option<cell::Editing>,
    /// What is typed for several policies at once.
    many: many::Many,
    dragged: Option<PolicyId>,
    actor: Option<ActorId>,
    cluster: Option<ClusterId>,
    source: Option<SourceId>,
    side_search: String,
    typing: Typing,
    asked: Option<deletion::Asked>,
    focus: Option<Pane>,
    list_focused: bool,
    /// Rows that fit into the list.
    page: usize,
    details_hidden: bool,
    /// The record whose form was shown last.
    left: Option<Target>,
}
impl Default for CatalogueScreen {
    fn default() -> Self {
        Self {
            tab: Tab::default(),
            query: Query::default(),
            rows: Rows::default(),
            facts: (0, Facts::default()),
            columns: Column::FIRST.into(),
            selected: BTreeSet::new(),
            cursor: None,
            anchor: None,
            reveal: false,
            editing: None,
            many: many::Many::default(),
            dragged: None,
            actor: None,
            cluster: None,
            source: None,
            side_search: String::new(),
            typing: Typing::default(),
            asked: None,
            focus: Some(Pane::List),
            list_focused: false,
            page: 10,
            details_hidden: false,
            left: None,
        }
    }
}

impl CatalogueScreen {
    fn select_only(&mut self, id: PolicyId) {
        self.selected = [id].into();
        self.cursor = Some(id);
        self.anchor = Some(id);
        self.reveal = true;
    }
    /// The record whose form is shown.
    fn target(&self) -> Option<Target> {
        match self.tab {
            Tab::Policies => self.cursor.map(Target::Policy),
            Tab::Actors => self.actor.map(Target::Actor),
            Tab::Clusters => self.cluster.map(Target::Cluster),
            Tab::Sources => self.source.map(Target::Source),
        }
    }
    /// Forgets what is no longer there, and finds the first policy when none is chosen.
    fn keep_up(&mut self, workspace: &Workspace) {
        let (Some(contents), revision) = (workspace.contents(), workspace.revision()) else {
            return;
        };
        if self.facts.0 != revision {
            self.facts = (revision, Facts::of(contents));
            self.selected
                .retain(|id| contents.policies.contains_key(id));
            self.query
                .folded
                .retain(|id| contents.policies.contains_key(id));
            self.query.filter.cluster = self
                .query
                .filter
                .cluster
                .filter(|id| contents.clusters.contains_key(id));
            self.actor = self.actor.filter(|id| contents.actors.contains_key(id));
            self.cluster = self.cluster.filter(|id| contents.clusters.contains_key(id));
            self.source = self.source.filter(|id| contents.sources.contains_key(id));
            self.editing = self
                .editing
                .filter(|editing| contents.policies.contains_key(&editing.id));
        }
        let at = self
            .cursor
            .and_then(|id| self.rows.index_of(id))
            .unwrap_or_default();
        self.rows
            .refresh(revision, contents, workspace.words(), &self.query);
        if self
            .cursor
            .is_none_or(|id| !contents.policies.contains_key(&id))
        {
            // After deleting, the row that took the place.
            let last = self.rows.list.len().saturating_sub(1);
            self.cursor = self.rows.list.get(at.min(last)).map(|row| row.id);
            self.anchor = self.cursor;
            self.selected = self.cursor.into_iter().collect();
        }
    }
}

pub const ABOUT: About = About {
    icon: icons::ICON_LIST_ALT,
    chapter: "catalogue",
    is_possible: About::always,
};

impl Screen for CatalogueScreen {
    fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        catalogue_ui(ui, cx, self);
    }
    fn run(&mut self, command: Command, _: &egui::Context, cx: &mut Cx<'_>) -> Handled {
        // F2 edits what the cursor is on, in the list as in the grid.
        let own = matches!(
            command.group(),
            Group::Of(Room::Catalogue) | Group::Edit | Group::View
        );
        if !own && command != Command::EditCell {
            return Handled::No;
        }
        run::run(command, cx, self);
        Handled::Yes
    }
    fn answer(&mut self, request: &Request, cx: &mut Cx<'_>) -> Handled {
        match request {
            Request::ShowPolicy(id) => {
                show(self, *id);
                cx.act(Action::SetRoom(Room::Catalogue));
            }
            Request::NewCluster { name, members } => {
                cx.act(Action::Edit(clusters::new(
                    cx.contents,
                    name.clone(),
                    members.clone(),
                )));
            }
            _ => return Handled::No,
        }
        Handled::Yes
    }
    /// Takes every text that is still being typed: the room is left or the document closes.
    fn commit_typing(&mut self, cx: &mut Cx<'_>) {
        self.typing.take_all(cx);
        self.many.take(cx);
    }
    /// What was refused and waits in its field.
    fn left_behind(&self, workspace: &Workspace) -> Vec<String> {
        let words = workspace.words();
        let one = workspace
            .contents()
            .map(|contents| self.typing.left_behind(contents, words))
            .unwrap_or_default();
        [one, self.many.left_behind(words)].concat()
    }
    fn show_left(&mut self) -> Option<egui::Id> {
        show_refused(self)
    }
    fn has_dialog(&self) -> bool {
        self.asked.is_some()
    }
}

fn catalogue_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut CatalogueScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    if !cover::is_covered(ui.ctx())
        && let Some(text) = pasted(ui, state)
    {
        match super::dialogs::pasted_table(
            &text,
            ordito_workspace::Purpose::ImportPolicies,
            workspace,
        ) {
            Ok(read) => cx.request(Request::Import(Box::new(read))),
            Err(reason) => cx.act(Action::Notify(Notice::new(Severity::Warning, reason))),
        }
    }
    let room = state;
    room.keep_up(workspace);
    let target = room.target();
    if room.left != target {
        if let Some(left) = room.left {
            room.typing.take_all(cx);
            room.typing.say_left(left, cx);
        }
        room.left = target;
    }
    let mut changed = None;
    if !room.details_hidden {
        egui::Panel::right("catalogue-details")
            .exact_size(420.0)
            .resizable(false)
            .frame(Frame::new().fill(paint.surface))
            .show_separator_line(true)
            .show(ui, |ui| {
                let can_edit = workspace
                    .document()
                    .is_some_and(|document| !document.is_read_only());
                ui.add_enabled_ui(can_edit, |ui| {
                    if room.tab == Tab::Policies && room.selected.len() > 1 {
                        many::many_ui(ui, cx, room);
                    } else {
                        room.many.take(cx);
                        changed = details::details_ui(ui, cx, room);
                    }
                });
            });
    }
    egui::CentralPanel::default()
        .frame(Frame::new().fill(paint.surface))
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            Frame::new()
                .inner_margin(Margin::symmetric(12, 8))
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 8.0;
                    toolbar::toolbar_ui(ui, cx, room);
                });
            match room.tab {
                Tab::Policies => list::list_ui(ui, cx, room),
                Tab::Actors => actors::list_ui(ui, cx, room),
                Tab::Clusters => clusters::list_ui(ui, cx, room),
                Tab::Sources => sources::list_ui(ui, cx, room),
            }
        });
    deletion::dialog_ui(ui, cx, room);
    room.typing.settle(ui.ctx(), cx, changed);
}

/// A block that is pasted while the list of policies has the keyboard, or nothing has it: policies, not a text.
fn pasted(ui: &Ui, room: &CatalogueScreen) -> Option<String> {
    let has_focus = room.list_focused || ui.memory(|memory| memory.focused().is_none());
    if room.tab != Tab::Policies || !has_focus || room.editing.is_some() || room.asked.is_some() {
        return None;
    }
    ui.input(|input| {
        let mut pasted = input.events.iter().filter_map(|event| match event {
            egui::Event::Paste(text) if !text.trim().is_empty() => Some(text.clone()),
            _ => None,
        });
        pasted.next_back()
    })
}

/// Shows the first text that was refused; the field to give the keyboard to.
fn show_refused(state: &mut CatalogueScreen) -> Option<egui::Id> {
    let Some((target, field)) = state.typing.first_refused() else {
        let (ids, field) = state.many.first_refused()?;
        show(state, *ids.first()?);
        state.selected = ids.into_iter().collect();
        (state.details_hidden, state.focus) = (false, None);
        return Some(field);
    };
    match target {
        Target::Policy(id) => show(state, id),
        Target::Actor(id) => (state.tab, state.actor) = (Tab::Actors, Some(id)),
        Target::Cluster(id) => (state.tab, state.cluster) = (Tab::Clusters, Some(id)),
        Target::Source(id) => (state.tab, state.source) = (Tab::Sources, Some(id)),
    }
    (state.details_hidden, state.focus) = (false, None);
    Some(typing::field_id(target, field))
}

/// Selects a policy and scrolls to it.
fn show(state: &mut CatalogueScreen, id: PolicyId) {
    state.tab = Tab::Policies;
    state.query.search.clear();
    state.query.filter = rows::Filter::default();
    // Whatever is folded above it opens: the tree is not at hand here.
    state.query.folded.clear();
    state.select_only(id);
    state.focus = Some(Pane::List);
}

/// A caption over a control that is not typed into.
fn captioned<R>(
    ui: &mut Ui,
    paint: &Paint,
    workspace: &Workspace,
    key: &str,
    control: impl FnOnce(&mut Ui) -> R,
) -> R {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        widgets::caption_ui(ui, paint, &workspace.words().say(key));
        control(ui)
    })
    .inner
}
