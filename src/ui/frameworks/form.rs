//! Text being typed about one record, until it becomes one edit.

use crate::Cx;
use ordito_document::{Edit, plan};
use ordito_workspace::said::Said as _;
use ordito_workspace::{Action, Notice, Severity};
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

/// The form of the record that is shown, and those of records that were left while something typed was refused: it waits
/// for them to be shown again.
#[derive(Debug)]
pub struct Forms<K, V> {
    shown: Option<Form<K, V>>,
    kept: Vec<Form<K, V>>,
}
impl<K, V> Default for Forms<K, V> {
    fn default() -> Self {
        Self {
            shown: None,
            kept: Vec::new(),
        }
    }
}

impl<K: Copy + PartialEq, V: Clone + PartialEq> Forms<K, V> {
    /// Whether another record's form is shown, or none.
    pub fn is_of_other(&self, key: K) -> bool {
        self.shown.as_ref().is_none_or(|form| form.key != key)
    }
    /// The form of a record, which is shown from now on.
    pub fn of(&mut self, key: K, stored: &V) -> &mut Form<K, V> {
        if self.is_of_other(key) {
            self.kept
                .extend(self.shown.take().filter(|form| form.refused.is_some()));
        }
        let kept = &mut self.kept;
        self.shown.get_or_insert_with(|| {
            let at = kept.iter().position(|form| form.key == key);
            at.map_or_else(|| Form::new(key, stored), |at| kept.swap_remove(at))
        })
    }
    /// Sends what was typed in the form that is shown.
    pub fn take(&mut self, cx: &mut Cx<'_>, edit: impl FnOnce(K, V) -> Edit) {
        if let Some(form) = &mut self.shown {
            form.take(cx, edit);
        }
    }
    /// Says what was refused of the record that is about to be left.
    pub fn say_left(&self, cx: &mut Cx<'_>, name: impl Fn(&V) -> String) {
        let Cx { workspace, .. } = *cx;
        if let Some((value, why)) = self
            .shown
            .as_ref()
            .and_then(|form| Some((&form.value, form.refused.as_ref()?)))
        {
            let text = workspace.words().frameworks_left_refused(name(value), why);
            cx.act(Action::Notify(Notice::new(Severity::Warning, text)));
        }
    }
    /// What was refused and waits: of which record, as it is typed, and why.
    pub fn refused(&self) -> impl Iterator<Item = (K, &V, &str)> {
        let all = self.shown.iter().chain(&self.kept);
        all.filter_map(|form| Some((form.key, &form.value, form.refused.as_deref()?)))
    }
}

impl<K: Copy + PartialEq, V: Clone + PartialEq> Form<K, V> {
    pub fn new(key: K, stored: &V) -> Self {
        Self {
            key,
            value: stored.clone(),
            base: stored.clone(),
            seen: stored.clone(),
            changed_at: 0.0,
            refused: None,
        }
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
        cx: &mut Cx<'_>,
        left: bool,
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
            self.take(cx, edit);
        } else if wait > 0.0 {
            ctx.request_repaint_after(Duration::from_secs_f64(wait));
        }
    }

    /// Sends what was typed as one edit now. A refusal is said in place and what was typed stays.
    pub fn take(&mut self, cx: &mut Cx<'_>, edit: impl FnOnce(K, V) -> Edit) {
        let Cx { workspace, .. } = *cx;
        let Some(contents) = workspace.contents() else {
            return;
        };
        if self.value == self.base {
            return;
        }
        let edit = edit(self.key, self.value.clone());
        match plan(contents, &edit, &workspace.stamp()) {
            Ok(_) => {
                self.base = self.value.clone();
                self.seen = self.value.clone();
                self.refused = None;
                cx.act(Action::Edit(edit));
            }
            Err(refusal) => self.refused = Some(refusal.say(workspace.words())),
        }
    }
}
