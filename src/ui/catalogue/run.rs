//! Commands of the room, as edits.

use super::columns;
use super::deletion::Asked;
use super::rows::Filter;
use super::{CatalogueScreen, Pane, Tab, many, table};
use crate::Cx;
use ordito_document::Edit;
use ordito_model::{Contents, Policy, PolicyId, PolicyKind, StepLabel, Subject, Wording};
use ordito_words::Words;
use ordito_workspace::{Action, Command, Group, Room};
use std::collections::BTreeSet;

/// Carries out a command of this room.
pub fn run(command: Command, cx: &mut Cx<'_>, state: &mut CatalogueScreen) {
    let Cx { workspace, .. } = *cx;
    let Some(contents) = workspace.contents() else {
        return;
    };
    let room = &mut *state;
    let words = workspace.words();
    // Whatever is still being typed comes first, as it was asked first.
    room.typing.take_all(cx);
    room.keep_up(workspace);
    match command {
        Command::AddPolicy => {
            let (parent, after) = match room
                .cursor()
                .and_then(|id| contents.policies.get(&id).map(|p| (p.parent, id)))
            {
                Some((parent, id)) => (parent, Some(id)),
                None => (None, None),
            };
            add(cx, room, parent, after);
        }
        Command::AddSubPolicy => {
            let parent = room.cursor();
            room.query.folded.retain(|id| Some(*id) != parent);
            add(cx, room, parent, None);
        }
        Command::DuplicatePolicy => copy(cx, room, false),
        Command::MarkProvisional => mark(cx, room, Wording::Provisional),
        Command::Unmark => mark(cx, room, Wording::Official),
        Command::AddVariant => copy(cx, room, true),
        Command::DeletePolicy => ask_policies(room),
        // A name cannot be empty, and what is a row as a whole is a policy: these go, after a question.
        Command::Clear if room.list_focused => match room.tab {
            Tab::Policies
                if room.grid.editor.is_none() && (room.has_rows() || room.is_on_names()) =>
            {
                ask_policies(room);
            }
            Tab::Policies => in_table(command, cx, room),
            Tab::Actors => room.asked = room.actor.map(Asked::Actor),
            Tab::Clusters => room.asked = room.cluster.map(Asked::Cluster),
            Tab::Sources => room.asked = room.source.map(Asked::Source),
        },
        // Whole rows go with their headings: pasted again they are policies.
        Command::Copy
            if room.tab == Tab::Policies && room.has_rows() && room.grid.editor.is_none() =>
        {
            cx.act(Action::CopyText(as_table(contents, words, room)));
        }
        Command::Cut
            if room.tab == Tab::Policies && room.has_rows() && room.grid.editor.is_none() =>
        {
            cx.act(Action::CopyText(as_table(contents, words, room)));
            ask_policies(room);
        }
        Command::EditCell
        | Command::SelectAll
        | Command::Copy
        | Command::Cut
        | Command::FillDown
        | Command::FillRight
            if room.tab == Tab::Policies =>
        {
            in_table(command, cx, room);
        }
        Command::Find => room.focus = Some(Pane::Search),
        Command::NextPane => {
            room.details_hidden &= room.focus.is_some();
            room.focus = Some(if room.list_focused {
                Pane::Details
            } else {
                Pane::List
            });
        }
        Command::Inspector => room.details_hidden = !room.details_hidden,
        _ => {}
    }
    if command.group() == Group::Of(Room::Catalogue) {
        cx.act(Action::SetRoom(Room::Catalogue));
    }
}

/// What every grid can do.
fn in_table(command: Command, cx: &mut Cx<'_>, room: &mut CatalogueScreen) {
    table::with(room, cx.workspace, |grid, table| {
        grid.run(command, cx, table)
    });
}

/// Says of all that are selected that their names are provisional, or takes that away.
fn mark(cx: &mut Cx<'_>, room: &CatalogueScreen, wording: Wording) {
    let Cx { contents, .. } = *cx;
    let ids: Vec<PolicyId> = room
        .selected
        .iter()
        .copied()
        .chain(room.cursor())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    cx.extend(many::all(contents, &ids, |policy| policy.wording = wording).map(Action::Edit));
}

fn ask_policies(room: &mut CatalogueScreen) {
    if !room.selected.is_empty() {
        room.asked = Some(Asked::Policies(room.selected.iter().copied().collect()));
    }
}

/// Shows a policy that was just made: whatever would hide it goes.
fn show_new(room: &mut CatalogueScreen, id: PolicyId) {
    room.tab = Tab::Policies;
    room.query.search.clear();
    room.query.filter = Filter::default();
    room.select_only(id);
}

fn next_sibling(contents: &Contents, parent: Option<PolicyId>, id: PolicyId) -> Option<PolicyId> {
    contents
        .policy_children(parent)
        .into_iter()
        .map(|(id, _)| id)
        .skip_while(|other| *other != id)
        .nth(1)
}

fn add(
    cx: &mut Cx<'_>,
    room: &mut CatalogueScreen,
    parent: Option<PolicyId>,
    after: Option<PolicyId>,
) {
    let Cx { contents, .. } = *cx;
    let words = cx.words();
    let id = PolicyId::random();
    let name = words.catalogue_new_policy();
    let above = parent.and_then(|parent| contents.policies.get(&parent));
    // What is mostly the same among neighbours is taken from them.
    let near = after
        .and_then(|after| contents.policies.get(&after))
        .or(above);
    let policy = Policy {
        parent,
        name: name.clone(),
        kind: after
            .and(near)
            .map_or_else(|| kind_below(above), |near| near.kind),
        level: near.and_then(|near| near.level),
        // An office's own work: nothing about it is provisional until somebody says so.
        wording: Wording::Official,
        ..Policy::default()
    };
    let added = Edit::AddPolicies(vec![(id, policy)]);
    let edit = match after.and_then(|after| next_sibling(contents, parent, after)) {
        Some(before) => Edit::Together {
            label: StepLabel::Added {
                subject: Subject::Policy,
                name,
            },
            edits: vec![
                added,
                Edit::MovePolicies {
                    ids: vec![id],
                    parent,
                    before: Some(before),
                },
            ],
        },
        None => added,
    };
    cx.act(Action::Edit(edit));
    show_new(room, id);
    room.named = Some(id);
}

/// What is mostly below a policy: no plan is made of plans, no action of actions.
fn kind_below(above: Option<&Policy>) -> PolicyKind {
    match above.map(|above| above.kind) {
        None => PolicyKind::default(),
        Some(PolicyKind::Policy) => PolicyKind::Plan,
        Some(PolicyKind::Programme) => PolicyKind::Project,
        Some(PolicyKind::Plan | PolicyKind::Network) => PolicyKind::Action,
        Some(PolicyKind::Project | PolicyKind::Action | PolicyKind::Measure) => PolicyKind::Measure,
    }
}

fn copy(cx: &mut Cx<'_>, room: &mut CatalogueScreen, as_variant: bool) {
    let Cx { contents, .. } = *cx;
    let Some(id) = room
        .cursor()
        .filter(|id| contents.policies.contains_key(id))
    else {
        return;
    };
    let mut ids = Vec::new();
    let mut depth_of_original = None;
    for (depth, other) in contents.policy_tree() {
        match depth_of_original {
            None if other == id => depth_of_original = Some(depth),
            Some(top) if depth > top => {}
            Some(_) => break,
            None => continue,
        }
        ids.push((other, PolicyId::random()));
    }
    let Some((_, new)) = ids.first().copied() else {
        return;
    };
    cx.act(Action::Edit(Edit::DuplicatePolicy {
        id,
        ids,
        as_variant,
    }));
    show_new(room, new);
}

/// What is selected, as tab-separated text with the columns shown.
fn as_table(contents: &Contents, words: &Words, room: &CatalogueScreen) -> String {
    let mut lines = vec![
        room.columns
            .iter()
            .map(|column| words.say(column.key()))
            .collect::<Vec<_>>()
            .join("\t"),
    ];
    for row in room
        .rows
        .list
        .iter()
        .filter(|row| room.selected.contains(&row.id))
    {
        let Some(policy) = contents.policies.get(&row.id) else {
            continue;
        };
        let cell = |column: &columns::Column| {
            columns::text(*column, contents, &room.facts.1, words, row.id, policy)
                .replace(['\t', '\n'], " ")
        };
        lines.push(room.columns.iter().map(cell).collect::<Vec<_>>().join("\t"));
    }
    lines.join("\n")
}

/// Where Alt+arrow takes the selected policies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Up,
    Down,
    Out,
    In,
}

/// Moves what is selected among its siblings or to another level.
pub fn shift(cx: &mut Cx<'_>, room: &mut CatalogueScreen, way: Way) {
    let Cx { contents, .. } = *cx;
    let Some(cursor) = room.cursor().and_then(|id| contents.policies.get(&id)) else {
        return;
    };
    let parent = cursor.parent;
    let siblings: Vec<PolicyId> = contents
        .policy_children(parent)
        .into_iter()
        .map(|(id, _)| id)
        .collect();
    let ids: Vec<PolicyId> = siblings
        .iter()
        .copied()
        .filter(|id| room.selected.contains(id) || Some(*id) == room.cursor())
        .collect();
    let first = siblings
        .iter()
        .position(|id| ids.contains(id))
        .unwrap_or_default();
    let last = siblings
        .iter()
        .rposition(|id| ids.contains(id))
        .unwrap_or_default();
    let moved = match way {
        Way::Up => {
            let Some(before) = first.checked_sub(1).and_then(|i| siblings.get(i)) else {
                return;
            };
            Edit::MovePolicies {
                ids,
                parent,
                before: Some(*before),
            }
        }
        Way::Down => {
            if last + 1 >= siblings.len() {
                return;
            }
            Edit::MovePolicies {
                ids,
                parent,
                before: siblings.get(last + 2).copied(),
            }
        }
        Way::Out => {
            let Some(above) = parent else { return };
            let grand = contents
                .policies
                .get(&above)
                .and_then(|policy| policy.parent);
            Edit::MovePolicies {
                ids,
                parent: grand,
                before: next_sibling(contents, grand, above),
            }
        }
        Way::In => {
            let Some(above) = first.checked_sub(1).and_then(|i| siblings.get(i)).copied() else {
                return;
            };
            room.query.folded.remove(&above);
            Edit::MovePolicies {
                ids,
                parent: Some(above),
                before: None,
            }
        }
    };
    room.reveal = true;
    cx.act(Action::Edit(moved));
}
