//! The room Catalogo: policies as tree and table with all their fields; actors, clusters and sources.
//!
//! `rows` says which policies are shown, `columns` what is said of them. `table` makes a grid of both, `cells` paints it,
//! `writing` turns what is typed, pasted and filled in it into one step; `list` puts it in its place. `run` carries out
//! commands. `record` and `typing` turn texts typed in forms into edits; the forms are in `details`, `many`, `actors`,
//! `clusters` and `sources`.

mod actors;
mod cells;
mod clusters;
mod columns;
mod deletion;
mod details;
mod entry;
mod list;
mod many;
mod record;
mod rows;
mod run;
mod side_list;
mod sources;
mod table;
mod toolbar;
mod typing;
mod writing;

use super::screen::{About, Handled, Request, Screen};
use super::theme::Paint;
use super::{cover, widgets};
use crate::Cx;
use crate::kit::grid::GridState;
use columns::{Column, Facts};
use egui::{Frame, Margin, Ui};
use egui_material_icons::icons;
use ordito_ground::text::folded;
use ordito_import::PolicyField;
use ordito_model::{ActorId, ClusterId, PolicyId, SourceId};
use ordito_workspace::{Action, Command, Group, Notice, Room, Severity, Workspace};
use record::Target;
use rows::{Query, Rows};
use std::collections::BTreeSet;
use table::Spot;
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
    /// Columns that were made wider or narrower.
    grid: GridState,
    /// The cursor, and where the range it stands in begins and ends.
    spots: [Option<Spot>; 3],
    /// The cell that is written in.
    written: Option<Spot>,
    /// Policies that were chosen one by one, besides the range.
    also: BTreeSet<PolicyId>,
    /// All that are chosen: by the range or one by one.
    selected: BTreeSet<PolicyId>,
    /// The cursor was put elsewhere than the grid had it.
    led: bool,
    /// Scrolls to the cursor in the next frame.
    reveal: bool,
    /// Made just now: its name is written next.
    named: Option<PolicyId>,
    /// What is typed for several policies at once.
    many: many::Many,
    actor: Option<ActorId>,
    cluster: Option<ClusterId>,
    source: Option<SourceId>,
    side_search: String,
    typing: Typing,
    asked: Option<deletion::Asked>,
    focus: Option<Pane>,
    list_focused: bool,
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
            grid: GridState::default(),
            spots: [None; 3],
            written: None,
            also: BTreeSet::new(),
            selected: BTreeSet::new(),
            led: false,
            reveal: false,
            named: None,
            many: many::Many::default(),
            actor: None,
            cluster: None,
            source: None,
            side_search: String::new(),
            typing: Typing::default(),
            asked: None,
            focus: Some(Pane::List),
            list_focused: false,
            details_hidden: false,
            left: None,
        }
    }
}

impl CatalogueScreen {
    /// The policy with the cursor.
    fn cursor(&self) -> Option<PolicyId> {
        self.spots.first().copied().flatten().map(|spot| spot.id)
    }
    /// Chooses one alone; the cursor stays in its column.
    fn select_only(&mut self, id: PolicyId) {
        let column = self.spots.first().copied().flatten();
        self.select_on(id, column.map_or(Column::Name, |spot| spot.column));
    }
    fn select_on(&mut self, id: PolicyId, column: Column) {
        self.spots = [Some(Spot { id, column }); 3];
        self.selected = [id].into();
        self.also.clear();
        (self.led, self.reveal) = (true, true);
    }
    /// Whether nothing but names is chosen.
    fn is_on_names(&self) -> bool {
        let is_name = |spot: &Option<Spot>| spot.is_some_and(|spot| spot.column == Column::Name);
        self.spots.iter().all(is_name)
    }
    /// Whether the whole of what is chosen is rows, not cells of them.
    fn has_rows(&self) -> bool {
        let column = |at: usize| {
            self.spots
                .get(at)
                .copied()
                .flatten()
                .map(|spot| spot.column)
        };
        let (first, last) = (self.columns.first(), self.columns.last());
        let ends = [column(1), column(2)];
        !self.also.is_empty()
            || ends.contains(&first.copied()) && ends.contains(&last.copied()) && first != last
    }
    /// Shows the columns that the person chose, now or in another run.
    fn take_columns(&mut self, workspace: &Workspace) {
        let known = &workspace.settings().catalogue.shown;
        let is_shown =
            |column: &Column| column.is_fixed() || known.iter().any(|key| *key == column.key());
        self.columns = if known.is_empty() {
            Column::FIRST.into()
        } else {
            Column::ALL.into_iter().filter(is_shown).collect()
        };
    }
    /// What was refused and waits in its cell, with its place.
    fn refused(&self, workspace: &Workspace) -> Option<String> {
        let (spot, contents) = (self.written?, workspace.contents()?);
        let (words, why) = (workspace.words(), self.grid.editor.as_ref()?.stays.clone()?);
        let policy = contents.policies.get(&spot.id)?;
        let field = words.say(spot.column.key());
        Some(words.leaving_field(field, policy.name.as_str(), why))
    }
    /// The record whose form is shown.
    fn target(&self) -> Option<Target> {
        match self.tab {
            Tab::Policies => self.cursor().map(Target::Policy),
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
            self.also.retain(|id| contents.policies.contains_key(id));
        }
        let at = self
            .cursor()
            .and_then(|id| self.rows.index_of(id))
            .unwrap_or_default();
        self.rows
            .refresh(revision, contents, workspace.words(), &self.query);
        if self
            .cursor()
            .is_none_or(|id| !contents.policies.contains_key(&id))
        {
            // After deleting, the row that took the place.
            let last = self.rows.list.len().saturating_sub(1);
            match self.rows.list.get(at.min(last)).map(|row| row.id) {
                Some(id) => self.select_only(id),
                None => self.spots = [None; 3],
            }
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
        self.take_columns(cx.workspace);
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
        table::with(self, cx.workspace, |grid, table| {
            grid.commit(cx, table, false);
        });
    }
    /// What was refused and waits in its field.
    fn left_behind(&self, workspace: &Workspace) -> Vec<String> {
        let words = workspace.words();
        let cell = self.refused(workspace);
        let one = workspace
            .contents()
            .map(|contents| self.typing.left_behind(contents, words))
            .unwrap_or_default();
        [
            one,
            self.many.left_behind(words),
            cell.into_iter().collect(),
        ]
        .concat()
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
    if let Some(text) = pasted_policies(ui, cx, state) {
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
        // Where there is little room, the table has more of it.
        let is_wide = ui.ctx().content_rect().width() >= 1400.0;
        egui::Panel::right("catalogue-details")
            .exact_size(if is_wide { 420.0 } else { 360.0 })
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

/// A block with headings that is pasted while the table has the keyboard: policies to be added, not texts for cells. Where
/// there are none yet, whatever is pasted is that.
fn pasted_policies(ui: &Ui, cx: &Cx<'_>, room: &CatalogueScreen) -> Option<String> {
    let has_focus = room.list_focused || ui.memory(|memory| memory.focused().is_none());
    let is_ours = room.tab == Tab::Policies && has_focus && room.grid.editor.is_none();
    if !is_ours || cover::is_covered(ui.ctx()) {
        return None;
    }
    let has_none = cx.contents.policies.is_empty();
    let mut found = None;
    ui.input_mut(|input| {
        input.events.retain(|event| match event {
            egui::Event::Paste(text) if has_none && !text.trim().is_empty() || has_heads(text) => {
                found = Some(text.clone());
                false
            }
            _ => true,
        });
    });
    found
}

/// Whether the first line of a block names columns of policies.
fn has_heads(text: &str) -> bool {
    let block = crate::kit::grid::clipboard::split(text);
    let Some((heads, below)) = block.split_first() else {
        return false;
    };
    let known: Vec<PolicyField> = heads
        .iter()
        .filter_map(|head| PolicyField::of_heading(head))
        .map(|(field, _)| field)
        .collect();
    // A word that is a heading may also be what a cell says: one alone is none.
    let is_alone = heads.len() == 1;
    let plain = ["nome", "titolo", "name", "title"];
    let is_plain = heads
        .iter()
        .any(|head| plain.contains(&folded(head).as_str()));
    !below.is_empty()
        && known.contains(&PolicyField::Name)
        && (known.len() > 1 || is_alone && is_plain)
}

/// Shows the first text that was refused; the field to give the keyboard to.
fn show_refused(state: &mut CatalogueScreen) -> Option<egui::Id> {
    let Some((target, field)) = state.typing.first_refused() else {
        let Some((ids, field)) = state.many.first_refused() else {
            // It is in its cell.
            (state.tab, state.focus, state.reveal) = (Tab::Policies, Some(Pane::List), true);
            return None;
        };
        show(state, *ids.first()?);
        state.also = ids.into_iter().collect();
        state.selected.clone_from(&state.also);
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
