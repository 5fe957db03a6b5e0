//! Before something written would be lost: what it is, and the way back to it.
//!
//! What was typed becomes an edit when the document is left. What cannot, because it was refused or waits in a dialog, is
//! said, and nothing is left before somebody says so.

use super::{Cx, UiState, cover, widgets};
use egui::{Context, Id, Modal, Ui};
use ordito_document::Choice;
use ordito_workspace::{Action, Workspace};

/// What goes on where it is given up.
#[derive(Debug)]
enum Then {
    /// The document is left, in this way.
    Act(Vec<Action>),
    CloseDialog,
    CloseRoomDialog,
    StopMerging,
}

#[derive(Debug)]
struct Question {
    lost: Vec<String>,
    then: Then,
    /// What had the keyboard.
    field: Option<Id>,
    /// It has not been drawn yet.
    fresh: bool,
}

/// Which question is open.
#[derive(Debug, Default)]
pub struct Leaving {
    question: Option<Question>,
    /// It was answered: the next to leave is not held back.
    given_up: bool,
    /// What is to have the keyboard again when the question is no longer the uppermost: until then egui takes it away.
    back: Option<Id>,
}
impl Leaving {
    pub const fn is_open(&self) -> bool {
        self.question.is_some()
    }
    fn ask(&mut self, ctx: &Context, lost: Vec<String>, then: Then) {
        self.question = Some(Question {
            lost,
            then,
            field: cover::focus_before(ctx),
            fresh: true,
        });
        ctx.request_repaint();
    }
}

/// Whether an action leaves the open document, or takes another state of it.
const fn leaves(action: &Action) -> bool {
    matches!(
        action,
        Action::Open(_)
            | Action::New { .. }
            | Action::Close
            | Action::Quit
            | Action::Restore(_)
            | Action::Underneath(Choice::Reload)
    )
}

/// What would be lost if the document were left now, once typing was committed.
pub fn lost(workspace: &Workspace, state: &UiState) -> Vec<String> {
    let mut lost: Vec<String> = state
        .rooms
        .all()
        .into_iter()
        .flat_map(|(_, screen)| screen.left_behind(workspace))
        .collect();
    lost.extend(state.dialogs.written().then(|| dialog(workspace)));
    lost
}

fn dialog(workspace: &Workspace) -> String {
    workspace.words().leaving_dialog()
}

/// Holds back what leaves the document while something would be lost by it; what was typed goes in before.
pub fn hold_back(ctx: &Context, cx: &mut Cx<'_>, state: &mut UiState) {
    let workspace = cx.workspace;
    let Some(at) = cx.actions().iter().position(leaves) else {
        return;
    };
    let then: Vec<Action> = cx.actions().drain(at..).collect();
    for (_, screen) in state.rooms.all_mut() {
        screen.commit_typing(cx);
    }
    if std::mem::take(&mut state.leaving.given_up) {
        cx.extend(then);
        return;
    }
    let lost = lost(workspace, state);
    if lost.is_empty() {
        cx.extend(then);
    } else {
        state.leaving.ask(ctx, lost, Then::Act(then));
    }
}

/// The window is to close: false where something would be lost, which is asked about.
pub fn may_quit(ctx: &Context, workspace: &Workspace, state: &mut UiState) -> bool {
    let lost = lost(workspace, state);
    if !lost.is_empty() {
        state.leaving.ask(ctx, lost, Then::Act(vec![Action::Quit]));
    }
    !state.leaving.is_open()
}

/// Esc in a dialog in which something was written.
pub fn ask_dialog(ctx: &Context, workspace: &Workspace, state: &mut Leaving) {
    state.ask(ctx, vec![dialog(workspace)], Then::CloseDialog);
}
pub fn ask_room_dialog(ctx: &Context, workspace: &Workspace, state: &mut Leaving) {
    state.ask(ctx, vec![dialog(workspace)], Then::CloseRoomDialog);
}
pub fn ask_merging(ctx: &Context, workspace: &Workspace, state: &mut Leaving) {
    state.ask(
        ctx,
        vec![workspace.words().leaving_merge()],
        Then::StopMerging,
    );
}

/// The question, over everything else.
pub fn leaving_ui(ui: &Ui, cx: &mut Cx<'_>, state: &mut UiState) {
    let paint = cx.paint;
    let Some(mut question) = state.leaving.question.take() else {
        if let Some(id) = state.leaving.back.take() {
            ui.ctx().memory_mut(|memory| memory.request_focus(id));
            ui.ctx().request_repaint();
        }
        return;
    };
    let words = cx.words();
    let modal = Modal::new(egui::Id::unique("leaving"))
        .frame(widgets::dialog_frame(ui))
        .show(ui.ctx(), |ui| {
            widgets::dialog_ui(ui, |ui| {
                ui.set_width(460.0);
                widgets::title_ui(ui, paint, &words.leaving_title());
                ui.add(egui::Label::new(words.leaving_text()).wrap());
                for line in question.lost.iter().take(8) {
                    ui.add(egui::Label::new(format!("· {line}")).wrap());
                }
                let more = question.lost.len().saturating_sub(8);
                if more > 0 {
                    ui.label(widgets::muted(
                        format!("+ {}", words.numbers().count(more)),
                        paint,
                    ));
                }
                ui.add_space(8.0);
                ui.horizontal(|ui| {
                    let back = widgets::primary_button_ui(ui, paint, &words.leaving_back(), true);
                    if std::mem::take(&mut question.fresh) {
                        back.request_focus();
                    }
                    let give_up = widgets::danger_button_ui(ui, paint, &words.leaving_give_up());
                    (back.clicked(), give_up.clicked())
                })
                .inner
            })
        });
    let (back, give_up) = modal.inner;
    if back || cover::closes(&modal) {
        go_back(ui.ctx(), cx, state, question.field);
    } else if give_up {
        match question.then {
            Then::Act(then) => {
                state.leaving.given_up = true;
                state.dialogs.close();
                close_dialogs(state);
                cx.extend(then);
            }
            Then::CloseDialog => state.dialogs.close(),
            Then::CloseRoomDialog => close_dialogs(state),
            Then::StopMerging => cx.act(Action::MergeStop),
        }
    } else {
        state.leaving.question = Some(question);
    }
}

/// Those of the rooms.
fn close_dialogs(state: &mut UiState) {
    for (_, screen) in state.rooms.all_mut() {
        screen.close_dialog();
    }
}

/// To what is written: the field that had the keyboard, or the first text that was refused.
fn go_back(ctx: &Context, cx: &mut Cx<'_>, state: &mut UiState, field: Option<Id>) {
    let dialog = state.dialogs.is_open() || state.rooms.has_dialog();
    let left = state
        .rooms
        .all_mut()
        .into_iter()
        .find(|(_, screen)| !screen.left_behind(cx.workspace).is_empty());
    let left = left.filter(|_| !dialog);
    let refused = left.map(|(room, screen)| (room, screen.show_left()));
    state.leaving.back = refused.and_then(|(_, field)| field).or(field);
    ctx.request_repaint();
    cx.extend(refused.map(|(room, _)| Action::SetRoom(room)));
}
