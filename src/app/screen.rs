//! The whole program behind one window, whichever way the window is drawn.

use super::Screen;
use super::file_dialog::{FileDialog, Picked};
use super::motion::Still;
use crate::ui::{self, UiState};
use crate::words::Words;
use crate::workspace::{Action, Effect, Notice, Severity, Workspace};
use std::path::PathBuf;
use std::time::Instant;

/// Workspace and drawing state, run by a window.
pub struct Ordito {
    ctx: egui::Context,
    workspace: Workspace,
    state: UiState,
    actions: Vec<Action>,
    dialog: FileDialog,
    still: Still,
    quits: bool,
    zoomed: bool,
    /// The document whose edits are published even if the process is ended from outside.
    wishes: Option<u64>,
    /// For measuring the start: frames left until the program ends by itself.
    frames_left: Option<u8>,
}

/// Set, the program ends once its first frame is on the screen (`benches/`, section `start`).
const FIRST_FRAME: &str = "ORDITO_FIRST_FRAME";

impl Ordito {
    pub fn new(ctx: &egui::Context, mut workspace: Workspace, open: Option<PathBuf>) -> Self {
        ui::prepare(ctx);
        let wake = ctx.clone();
        workspace.set_waker(std::sync::Arc::new(move || wake.request_repaint()));
        let mut actions = Vec::new();
        if let Some(path) = open {
            actions.push(Action::Open(path));
        }
        Self {
            ctx: ctx.clone(),
            workspace,
            state: UiState::default(),
            actions,
            dialog: FileDialog::default(),
            still: Still::ask(ctx),
            quits: false,
            zoomed: false,
            wishes: None,
            frames_left: std::env::var_os(FIRST_FRAME).map(|_| 1),
        }
    }
}

impl Screen for Ordito {
    /// Carries out what was asked for and does background work; also while the window is hidden.
    fn logic(&mut self, ctx: &egui::Context) {
        if !self.zoomed {
            ctx.set_zoom_factor(self.workspace.settings().zoom);
            self.zoomed = true;
        }
        if self.still.take() {
            self.workspace.set_desktop_still(true);
        }
        let acted = !self.actions.is_empty();
        for action in std::mem::take(&mut self.actions) {
            self.workspace.act(action);
        }
        if let Some(wait) = self.workspace.tick(Instant::now()) {
            ctx.request_repaint_after(wait);
        }
        let open = self
            .workspace
            .document()
            .map(|_| self.workspace.generation());
        if self.wishes != open {
            self.wishes = open;
            super::last_wish::keep(self.workspace.last_wish());
        }
        if let Some(read) = self.workspace.take_table() {
            ui::table_read(&read, &self.workspace, &mut self.state);
            ctx.request_repaint();
        }
        match self.dialog.picked() {
            Some(Picked::File(purpose, path)) => {
                ui::picked(
                    purpose,
                    path,
                    &self.workspace,
                    &mut self.state,
                    &mut self.actions,
                );
                ctx.request_repaint();
            }
            Some(Picked::NoDialog(purpose, suggested)) => {
                ui::dialogs::pick_file(
                    purpose,
                    &suggested,
                    &self.workspace,
                    &mut self.state.dialogs,
                );
                ctx.request_repaint();
            }
            None => {}
        }
        for effect in self.workspace.take_effects() {
            match effect {
                Effect::PickFile { purpose, suggested } => {
                    let (words, file) = (self.workspace.words(), self.workspace.file());
                    self.dialog
                        .open(ctx, purpose, suggested, file, &purpose.title(words));
                }
                Effect::CopyText(text) => ctx.copy_text(text),
                Effect::OpenOutside(path) => {
                    if !super::outside::open(&path) {
                        let text = self.workspace.words();
                        let text = text.notice_not_opened_outside(path.display().to_string());
                        let notice = Notice::new(Severity::Warning, text);
                        self.actions.push(Action::Notify(notice));
                    }
                }
                Effect::Zoom(zoom) => ctx.set_zoom_factor(zoom),
                Effect::Quit => self.quits = true,
            }
        }
        if acted {
            // What was done shows at once, not at the next move of the mouse.
            ctx.request_repaint();
        }
        ui::logic(ctx, &self.workspace, &mut self.state);
    }

    fn ui(&mut self, ui: &mut egui::Ui) {
        ui::root_ui(ui, &self.workspace, &mut self.state, &mut self.actions);
        if let Some(left) = &mut self.frames_left {
            // The second frame begins when the first is on the screen.
            self.quits |= *left == 0;
            *left = left.saturating_sub(1);
            ui.ctx().request_repaint();
        }
        if !self.actions.is_empty() {
            ui.ctx().request_repaint();
        }
    }

    /// The window's title: document and program, and whether there is something to save.
    fn title(&self) -> String {
        let words: &Words = self.workspace.words();
        let Some(info) = self
            .workspace
            .contents()
            .and_then(|contents| contents.info())
        else {
            return words.title_none();
        };
        let saved = matches!(
            self.workspace.save_status(),
            Some(
                crate::document::SaveStatus::Saved { .. }
                    | crate::document::SaveStatus::ReadOnly(_)
            )
        );
        if saved {
            words.title_document(&info.title)
        } else {
            words.title_unsaved(&info.title)
        }
    }

    /// The user wants to close the window. True when everything is safe and it may.
    fn close_requested(&mut self) -> bool {
        // Text still being typed becomes an edit first.
        ui::commit_typing(&self.workspace, &mut self.state, &mut self.actions);
        for action in std::mem::take(&mut self.actions) {
            self.workspace.act(action);
        }
        // What cannot become one is said, and kept.
        if !ui::leaving::may_quit(&self.ctx, &self.workspace, &mut self.state) {
            self.ctx.request_repaint();
            return false;
        }
        self.workspace.act(Action::Quit);
        let may = self.workspace.take_effects().contains(&Effect::Quit);
        if !may {
            ui::dialogs::ask_to_quit(&mut self.state.dialogs);
        }
        may
    }

    /// The window is gone, whoever closed it: publishes what can be published.
    fn closed(&mut self) {
        if self.workspace.document().is_some() {
            ui::commit_typing(&self.workspace, &mut self.state, &mut self.actions);
            for action in std::mem::take(&mut self.actions) {
                self.workspace.act(action);
            }
            self.workspace.act(Action::Close);
        }
    }

    /// True once when the program is to end.
    fn take_close(&mut self) -> bool {
        std::mem::take(&mut self.quits)
    }

    fn take_fullscreen(&mut self) -> Option<bool> {
        self.state.rooms.lab.take_fullscreen()
    }

    fn take_display(&mut self) -> Option<usize> {
        self.state.rooms.lab.take_display()
    }

    fn displays(&mut self, displays: Vec<ui::lab::DisplayInfo>) {
        self.state.rooms.lab.displays.set(displays);
    }

    fn window_geometry(&mut self, size: egui::Vec2, maximised: bool) {
        self.workspace.act(Action::SetWindow {
            width: size.x,
            height: size.y,
            maximised,
        });
    }
}
