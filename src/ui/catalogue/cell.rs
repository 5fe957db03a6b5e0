//! A cell of the list that is edited in its place: typed in, or chosen from a few words.

use super::columns::{Column, wording_word};
use super::{CatalogueScreen, Pane};
use crate::Cx;
use egui::{Id, Popup, PopupCloseBehavior, Rect, Ui};
use ordito_document::Edit;
use ordito_model::{Level, Policy, PolicyId, PolicyKind, Wording};
use ordito_words::{Say as _, Words};
use ordito_workspace::Action;

/// The cell that is edited, and whether it has had the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Editing {
    pub id: PolicyId,
    pub column: Column,
    pub started: bool,
}
impl Editing {
    pub const fn of(id: PolicyId, column: Column) -> Self {
        Self {
            id,
            column,
            started: false,
        }
    }
}

/// A cell was asked for: what is typed or chosen is edited where it stands, the rest in the form.
pub fn edit(room: &mut CatalogueScreen, id: PolicyId, column: Column) {
    if column.field().is_some() || column.is_chosen() {
        room.editing = Some(Editing::of(id, column));
    } else if column != Column::Cells {
        room.details_hidden = false;
    }
}

/// The words a cell can have, each with the policy it makes.
fn choices(column: Column, policy: &Policy, words: &Words) -> Vec<(String, Policy)> {
    match column {
        Column::Kind => PolicyKind::ALL
            .iter()
            .map(|kind| {
                (
                    kind.say(words),
                    Policy {
                        kind: *kind,
                        ..policy.clone()
                    },
                )
            })
            .collect(),
        Column::Level => std::iter::once(None)
            .chain(Level::ALL.iter().copied().map(Some))
            .map(|level| {
                let text = level.map_or_else(|| words.catalogue_none(), |level| level.say(words));
                (
                    text,
                    Policy {
                        level,
                        ..policy.clone()
                    },
                )
            })
            .collect(),
        Column::Wording => Wording::ALL
            .iter()
            .map(|wording| {
                (
                    wording_word(*wording, words),
                    Policy {
                        wording: *wording,
                        ..policy.clone()
                    },
                )
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// The list below a cell whose words are chosen.
pub fn choose_ui(
    ui: &Ui,
    cx: &mut Cx<'_>,
    room: &mut CatalogueScreen,
    policy: &Policy,
    cell: Rect,
) {
    let Cx { workspace, .. } = *cx;
    let Some(editing) = room.editing.filter(|editing| editing.column.is_chosen()) else {
        return;
    };
    let (mut open, mut picked) = (true, None);
    let id = Id::unique("catalogue-cell-list");
    Popup::new(id, ui.ctx().clone(), cell, ui.layer_id())
        .open_bool(&mut open)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_min_width(cell.width());
            for (text, made) in choices(editing.column, policy, workspace.words()) {
                let chosen = made == *policy;
                let line = ui.selectable_label(chosen, text);
                if chosen && !editing.started {
                    line.request_focus();
                }
                if line.clicked() {
                    picked = Some(made);
                }
            }
        });
    let escaped = ui.input(|input| input.key_pressed(egui::Key::Escape));
    if picked.is_some() || escaped || !open {
        room.editing = None;
        room.focus = Some(Pane::List);
    } else {
        room.editing = Some(Editing {
            started: true,
            ..editing
        });
    }
    if let Some(made) = picked.filter(|made| made != policy) {
        cx.act(Action::Edit(Edit::ChangePolicy {
            id: editing.id,
            policy: made,
        }));
    }
}
