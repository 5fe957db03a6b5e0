//! What both windows do round a screen. It speaks to them by egui's viewport commands alone, so
//! that neither has closing, title or full screen of its own.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use egui::{ViewportCommand, ViewportInfo};

use super::{Screen, WindowOptions};
use crate::ui::lab::DisplayInfo;

pub(super) struct Shell {
    screen: Box<dyn Screen>,
    told_to_end: Arc<AtomicBool>,
    /// Nobody is asked again from here on.
    ending: bool,
    closed: bool,
    /// The frame in which `close_requested` was answered last: a frame laid out twice asks once.
    answered: Option<(u64, bool)>,
    title: Option<String>,
    /// What the window was last seen to be, and since when.
    geometry: Option<(Geometry, Instant)>,
    noted: Geometry,
    /// X11 forgets a wish to be maximised that comes before the window shows.
    maximise: bool,
    keys: super::keys::Order,
    /// Where the window was before it covered a display.
    home: Option<egui::Pos2>,
}

type Geometry = (egui::Vec2, bool);

/// A window that leaves full screen, or whose zoom changes, has for a moment a size that is
/// nobody's wish; and a window being dragged has many.
const SETTLED: Duration = Duration::from_millis(300);

impl Shell {
    pub fn new(
        screen: Box<dyn Screen>,
        told_to_end: Arc<AtomicBool>,
        options: &WindowOptions,
    ) -> Self {
        Self {
            screen,
            told_to_end,
            ending: false,
            closed: false,
            answered: None,
            title: None,
            geometry: None,
            noted: (options.size.into(), options.maximised),
            maximise: options.maximised,
            keys: super::keys::Order::default(),
            home: None,
        }
    }

    /// What came from the keyboard, before a frame takes it.
    pub fn input(&mut self, ctx: &egui::Context, input: &mut egui::RawInput) {
        if input.viewport_id == egui::ViewportId::ROOT && self.keys.keep(&mut input.events) {
            ctx.request_repaint();
        }
    }

    pub fn displays(&mut self, displays: Vec<DisplayInfo>) {
        self.screen.displays(displays);
    }

    pub fn logic(&mut self, ctx: &egui::Context) {
        let (viewport, frame) = (
            ctx.input(|input| input.viewport().clone()),
            ctx.cumulative_frame_nr(),
        );
        self.note_geometry(ctx, &viewport);
        if std::mem::take(&mut self.maximise) {
            ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
        }
        self.screen.logic(ctx);
        self.close(ctx, &viewport, frame);
        let title = self.screen.title();
        if self.title.as_ref() != Some(&title) {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = Some(title);
        }
        let (fullscreen, display) = (self.screen.take_fullscreen(), self.screen.take_display());
        // A display that goes and comes while the window covers another one: what the window system takes for its place
        // is then where it was moved to.
        if (display.is_some() || fullscreen == Some(true)) && viewport.fullscreen != Some(true) {
            self.home = self.home.or(viewport.outer_rect.map(|rect| rect.min));
        }
        if let Some(fullscreen) = fullscreen {
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(fullscreen));
        }
        if let Some(display) = display {
            ctx.send_viewport_cmd(ViewportCommand::SetMonitor(display));
        } else if fullscreen == Some(false)
            && let Some(home) = self.home.take()
        {
            ctx.send_viewport_cmd(ViewportCommand::OuterPosition(home));
        }
    }

    pub fn ui(&mut self, ui: &mut egui::Ui) {
        if let Some(title) = &self.title {
            // A screen reader says it when the window comes to the front.
            ui.ctx()
                .accesskit_node_builder(egui::accesskit_root_id(), |node| {
                    node.set_label(title.as_str());
                });
        }
        self.screen.ui(ui);
    }

    /// However many ways lead out, the screen hears of it once.
    pub fn closed(&mut self) {
        if !std::mem::replace(&mut self.closed, true) {
            self.screen.closed();
        }
    }

    fn close(&mut self, ctx: &egui::Context, viewport: &ViewportInfo, frame: u64) {
        let wants_close = self.screen.take_close();
        let told = self.told_to_end.load(Ordering::SeqCst);
        if (wants_close || told) && !self.ending {
            self.ending = true;
            ctx.send_viewport_cmd(ViewportCommand::Close);
            // The command is read after this frame; the next one closes.
            ctx.request_repaint();
        }
        if !viewport.close_requested() || self.ending {
            return;
        }
        let may_close = match self.answered {
            Some((answered, may_close)) if answered == frame => may_close,
            _ => self.screen.close_requested(),
        };
        self.answered = Some((frame, may_close));
        if !may_close {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        }
    }

    fn note_geometry(&mut self, ctx: &egui::Context, viewport: &ViewportInfo) {
        let shown = viewport.minimized != Some(true) && viewport.fullscreen != Some(true);
        if !shown {
            self.geometry = None;
            return;
        }
        let maximised = viewport.maximized == Some(true);
        let size = if maximised {
            self.noted.0
        } else {
            // Not `inner_rect`: Wayland never says where a window is, and egui then has none.
            (ctx.viewport_rect().size() * ctx.zoom_factor()).round()
        };
        let geometry = (size, maximised);
        let since = match self.geometry {
            Some((seen, since)) if seen == geometry => since,
            _ => Instant::now(),
        };
        self.geometry = Some((geometry, since));
        if self.noted == geometry {
            return;
        }
        if let Some(left) = SETTLED.checked_sub(since.elapsed()) {
            ctx.request_repaint_after(left);
        } else {
            self.noted = geometry;
            self.screen.window_geometry(size, maximised);
        }
    }
}
