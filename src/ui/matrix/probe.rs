//! The window without a window, measured: for benches of drawing.

use crate::{self as ui, UiState};
use egui::accesskit::Role;
use egui::epaint::Primitive;
use egui::{Context, Event, Pos2, RawInput, Rect, Vec2};
use ordito_workspace::{Action, Workspace};
use std::time::{Duration, Instant};

/// What one frame took.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// Actions, drawing and tessellation; not the pixels.
    pub cpu: Duration,
    /// Meshes handed to the painter, each a draw call.
    pub draw_calls: usize,
    pub vertices: usize,
    /// Cells of grids that a screen reader is told of, and how many of these lie outside the window.
    pub cells: usize,
    pub cells_outside: usize,
    /// Whether the frame asked for another one at once.
    pub asks_again: bool,
}

/// Runs frames of the whole window and measures them.
pub struct Probe {
    pub ctx: Context,
    pub workspace: Workspace,
    pub state: UiState,
    pub actions: Vec<Action>,
    size: Vec2,
    seconds: f64,
}

impl Probe {
    /// A window of this size, with a screen reader listening or not.
    pub fn new(workspace: Workspace, size: Vec2, reader: bool) -> Self {
        let ctx = Context::default();
        ui::prepare(&ctx);
        if reader {
            ctx.enable_accesskit();
        }
        Self {
            ctx,
            workspace,
            state: UiState::default(),
            actions: Vec::new(),
            size,
            seconds: 0.0,
        }
    }

    /// One frame with these events.
    pub fn frame(&mut self, events: Vec<Event>) -> Frame {
        self.seconds += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(self.seconds),
            focused: true,
            events,
            ..RawInput::default()
        };
        let begun = Instant::now();
        let ctx = self.ctx.clone();
        for action in std::mem::take(&mut self.actions) {
            self.workspace.act(action);
        }
        let mut output = ctx.run_ui(input, |ui| {
            ui::logic(ui.ctx(), &self.workspace, &mut self.state);
            ui::root_ui(ui, &self.workspace, &mut self.state, &mut self.actions);
        });
        let primitives =
            ctx.tessellate(std::mem::take(&mut output.shapes), output.pixels_per_point);
        let cpu = begun.elapsed();
        output.textures_delta.clear();
        let screen = Rect::from_min_size(Pos2::ZERO, self.size);
        let told = output.platform_output.accesskit_update.take();
        let nodes = told
            .iter()
            .flat_map(|update| &update.nodes)
            .filter(|(_, node)| node.role() == Role::GridCell);
        let (mut cells, mut cells_outside) = (0, 0);
        for (_, node) in nodes {
            cells += 1;
            cells_outside += usize::from(!node.bounds().is_some_and(|at| {
                let (min, max) = (
                    egui::pos2(at.x0 as f32, at.y0 as f32),
                    egui::pos2(at.x1 as f32, at.y1 as f32),
                );
                screen.intersects(Rect::from_min_max(min, max))
            }));
        }
        let vertices = primitives
            .iter()
            .map(|primitive| match &primitive.primitive {
                Primitive::Mesh(mesh) => mesh.vertices.len(),
                Primitive::Callback(_) => 0,
            });
        Frame {
            cpu,
            draw_calls: primitives.len(),
            vertices: vertices.sum(),
            cells,
            cells_outside,
            asks_again: ctx.has_requested_repaint(),
        }
    }

    /// Scrolls the grid without the smoothing of wheels, so that every frame draws other cells.
    pub fn scroll_to(&mut self, x: f32, y: f32) {
        self.state.rooms.matrix.grid.scroll_to(egui::vec2(x, y));
    }
}
