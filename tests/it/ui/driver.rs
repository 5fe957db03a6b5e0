//! The whole window without a window: actions run before each frame, as in the program.

use crate::document::small;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use ordito::document::Document;
use ordito::model::{AssessmentKey, CellValue, Timestamp};
use ordito::ui::{self, UiState};
use ordito::workspace::{Action, Effect, Settings, Workspace};
use std::sync::Arc;

pub struct App {
    pub workspace: Workspace,
    /// Steps that could be undone when it was opened.
    pub n_first: usize,
    pub state: UiState,
    pub actions: Vec<Action>,
    pub effects: Vec<Effect>,
}

impl App {
    pub fn of(document: Document, settings: Settings) -> Self {
        let mut workspace = Workspace::new(settings, Arc::new(|| Timestamp(1_795_435_200_000)));
        let path = document.path().to_owned();
        let n_first = document.undoable().len();
        workspace.take(document, path);
        Self {
            workspace,
            n_first,
            state: UiState::default(),
            actions: Vec::new(),
            effects: Vec::new(),
        }
    }
    pub fn frame(&mut self, ui: &mut egui::Ui) {
        for action in std::mem::take(&mut self.actions) {
            self.workspace.act(action);
        }
        self.effects.extend(self.workspace.take_effects());
        ui::logic(ui.ctx(), &self.workspace, &mut self.state);
        ui::root_ui(ui, &self.workspace, &mut self.state, &mut self.actions);
        if !self.actions.is_empty() {
            ui.ctx().request_repaint();
        }
    }
    pub fn value(&self, row: u128, column: u128) -> CellValue {
        self.cell(&small::cell(row, column))
    }
    pub fn cell(&self, key: &AssessmentKey) -> CellValue {
        self.workspace
            .contents()
            .unwrap()
            .assessments
            .get(key)
            .map(|cell| cell.value)
            .unwrap_or_default()
    }
    pub fn typed(&self, row: u128, column: u128) -> String {
        self.value(row, column).to_string()
    }
    pub fn n_steps(&self) -> usize {
        self.workspace.document().unwrap().steps().len()
    }
}

pub struct Driver {
    pub harness: Harness<'static, App>,
    _folder: tempfile::TempDir,
}

pub fn settings() -> Settings {
    Settings {
        author: Some("prova".to_owned()),
        tour_seen: true,
        ..Settings::default()
    }
}

impl Driver {
    /// A matrix of `rows` policies and `columns` goals, in a window of 1280 × 800.
    pub fn small(rows: u128, columns: u128) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let document = small::matrix_document(&folder.path().join("a.ordito"), rows, columns);
        Self::of(folder, document, settings(), [1280.0, 800.0])
    }
    pub fn of(
        folder: tempfile::TempDir,
        document: Document,
        settings: Settings,
        size: [f32; 2],
    ) -> Self {
        let harness = Harness::builder()
            .with_size(size)
            .with_max_steps(12)
            .with_step_dt(1.0 / 60.0)
            .with_context_setup(ui::prepare)
            .renderer(ordito_raster::RasterTestRenderer::default())
            .build_ui_state(
                |ui, app: &mut App| app.frame(ui),
                App::of(document, settings),
            );
        let mut driver = Self {
            harness,
            _folder: folder,
        };
        driver.settle();
        driver
    }
    pub fn app(&self) -> &App {
        self.harness.state()
    }
    /// Runs until nothing is asked for any more.
    pub fn settle(&mut self) {
        self.harness.run_ok();
    }
    /// Lets the window's clock run.
    pub fn wait(&mut self, secs: f64) {
        let start = self.harness.ctx.input(|input| input.time);
        while self.harness.ctx.input(|input| input.time) < start + secs {
            self.harness.step();
        }
        self.settle();
    }
    pub fn key(&mut self, key: Key) {
        self.key_with(Modifiers::NONE, key);
    }
    pub fn key_with(&mut self, held: Modifiers, key: Key) {
        self.harness.key_press_modifiers(held, key);
        self.settle();
    }
    /// Types characters as a keyboard does, one frame each.
    pub fn keys(&mut self, text: &str) {
        for c in text.chars() {
            self.harness.event(Event::Text(c.to_string()));
            self.harness.step();
        }
        self.settle();
    }
    pub fn paste(&mut self, text: &str) {
        self.harness.event(Event::Paste(text.to_owned()));
        self.settle();
    }
}
