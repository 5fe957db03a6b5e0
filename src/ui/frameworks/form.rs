//! Text being typed about one record, until it becomes one edit.

use crate::document::{Edit, plan};
use crate::i18n::Say as _;
use crate::workspace::{Action, Workspace};
use std::time::Duration;

/// Seconds without a key after which what was typed becomes an edit by itself.
const PAUSE_SECS: f64 = 1.0;

/// A record being edited: what is typed, what it was when typing began, why it was refused.
#[derive(Debug, Clone)]
pub struct Form<K, V> {
    pub key: K,
    pub value: V,
    base: V,
    seen: V,
    /// When it was last typed in, in seconds of the window's clock.
    changed_at: f64,
    pub refused: Option<String>,
}

impl<K: Copy + PartialEq, V: Clone + PartialEq> Form<K, V> {
    pub fn new(key: K, stored: &V) -> Self {
        Self { key, value: stored.clone(), base: stored.clone(), seen: stored.clone(), changed_at: 0.0, refused: None }
    }

    /// What changed elsewhere (undo, another pane) is taken over unless something is being typed.
    pub fn follow(&mut self, stored: &V) {
        if self.value == self.base && *stored != self.base {
            self.value = stored.clone();
            self.base = stored.clone();
            self.seen = stored.clone();
            self.refused = None;
        }
    }

    /// Sends what was typed as one edit when a field was `left` or after a short pause.
    pub fn settle(
        &mut self,
        ctx: &egui::Context,
        workspace: &Workspace,
        left: bool,
        actions: &mut Vec<Action>,
        edit: impl FnOnce(K, V) -> Edit,
    ) {
        if self.value == self.base {
            return;
        }
        let now = ctx.input(|input| input.time);
        if self.value != self.seen {
            self.seen = self.value.clone();
            self.changed_at = now;
            self.refused = None;
        }
        let wait = PAUSE_SECS - (now - self.changed_at);
        if left || (wait <= 0.0 && self.refused.is_none()) {
            self.take(workspace, actions, edit);
        } else if wait > 0.0 {
            ctx.request_repaint_after(Duration::from_secs_f64(wait));
        }
    }

    /// Sends what was typed as one edit now. A refusal is said in place and what was typed stays.
    pub fn take(&mut self, workspace: &Workspace, actions: &mut Vec<Action>, edit: impl FnOnce(K, V) -> Edit) {
        let Some(contents) = workspace.contents() else { return };
        if self.value == self.base {
            return;
        }
        let edit = edit(self.key, self.value.clone());
        match plan(contents, &edit, &workspace.stamp()) {
            Ok(_) => {
                self.base = self.value.clone();
                self.seen = self.value.clone();
                self.refused = None;
                actions.push(Action::Edit(edit));
            }
            Err(refusal) => self.refused = Some(refusal.say(workspace.words())),
        }
    }
}
