//! The window without OpenGL: winit, drawn on the processor by `ordito-raster`.
//!
//! It follows eframe's window step by step where a step matters (order of events, repainting,
//! hidden windows), so that a screen cannot tell them apart. It has one viewport; egui shows
//! further ones inside of it.

use std::num::NonZeroU32;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Instant;

use egui::{ViewportCommand, ViewportId, ViewportInfo};
use egui_winit::{ActionRequested, accesskit_winit};
use ordito_raster::Painter;
use winit::application::ApplicationHandler;
use winit::event::WindowEvent;
use winit::event_loop::{ActiveEventLoop, ControlFlow, EventLoop, EventLoopProxy};
use winit::window::{Window, WindowId};

use super::{Build, Display, Shell, WindowError, WindowOptions, signals, viewport};

pub(super) fn run(
    options: &WindowOptions,
    display: Display,
    build: Build,
) -> Result<(), WindowError> {
    let mut builder = EventLoop::with_user_event();
    display.apply(&mut builder);
    let event_loop = builder.build()?;
    let mut window = SoftwareWindow {
        options,
        proxy: event_loop.create_proxy(),
        build: Some(build),
        open: None,
        error: None,
    };
    event_loop.run_app(&mut window)?;
    window.error.map_or(Ok(()), Err)
}

/// What wakes the event loop besides the desktop.
enum Wake {
    Repaint { when: Instant, pass: u64 },
    AccessKit(accesskit_winit::Event),
}

impl From<accesskit_winit::Event> for Wake {
    fn from(event: accesskit_winit::Event) -> Self {
        Self::AccessKit(event)
    }
}

struct SoftwareWindow<'a> {
    options: &'a WindowOptions,
    proxy: EventLoopProxy<Wake>,
    build: Option<Build>,
    open: Option<Open>,
    error: Option<WindowError>,
}

impl SoftwareWindow<'_> {
    /// Goes on with a window that is open, and ends the program if that fails or it has closed.
    fn with_open(
        &mut self,
        event_loop: &ActiveEventLoop,
        work: impl FnOnce(&mut Open) -> Result<(), WindowError>,
    ) {
        let Some(open) = &mut self.open else { return };
        match work(open) {
            Ok(()) if !open.close => return,
            Ok(()) => {}
            Err(error) => self.error = Some(error),
        }
        event_loop.exit();
    }
}

impl ApplicationHandler<Wake> for SoftwareWindow<'_> {
    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
        let Some(build) = self.build.take() else {
            return;
        };
        match Open::new(event_loop, self.options, &self.proxy, build) {
            Ok(open) => self.open = Some(open),
            Err(error) => {
                self.error = Some(error);
                event_loop.exit();
            }
        }
    }

    fn user_event(&mut self, event_loop: &ActiveEventLoop, wake: Wake) {
        self.with_open(event_loop, |open| {
            open.wake(wake);
            Ok(())
        });
    }

    fn window_event(&mut self, event_loop: &ActiveEventLoop, _: WindowId, event: WindowEvent) {
        self.with_open(event_loop, |open| open.window_event(event_loop, &event));
    }

    fn about_to_wait(&mut self, event_loop: &ActiveEventLoop) {
        self.with_open(event_loop, |open| open.about_to_wait(event_loop));
    }

    fn exiting(&mut self, _event_loop: &ActiveEventLoop) {
        // The window goes while the event loop still runs, as its resources need.
        if let Some(mut open) = self.open.take() {
            open.shell.closed();
        }
    }
}

struct Open {
    window: Rc<Window>,
    surface: softbuffer::Surface<Rc<Window>, Rc<Window>>,
    state: egui_winit::State,
    ctx: egui::Context,
    painter: Painter,
    shell: Shell,
    info: ViewportInfo,
    /// Input that came while the window was hidden, and cut, copy or paste asked for by a menu.
    pending: egui::RawInput,
    next_repaint: Option<Instant>,
    close: bool,
}

impl Open {
    fn new(
        event_loop: &ActiveEventLoop,
        options: &WindowOptions,
        proxy: &EventLoopProxy<Wake>,
        build: Build,
    ) -> Result<Self, WindowError> {
        let ctx = egui::Context::default();
        // AccessKit has to be there before the window shows.
        let hidden = viewport(options).with_visible(false);
        let window = Rc::new(egui_winit::create_window(&ctx, event_loop, &hidden)?);
        let display = softbuffer::Context::new(Rc::clone(&window))?;
        let surface = softbuffer::Surface::new(&display, Rc::clone(&window))?;
        let mut state = egui_winit::State::new(
            ctx.clone(),
            ViewportId::ROOT,
            &*window,
            Some(window.scale_factor() as f32),
            window.theme(),
            None,
        );
        state.init_accesskit(event_loop, &window, proxy.clone());
        let repaint = egui::mutex::Mutex::new(proxy.clone());
        ctx.set_request_repaint_callback(move |info| {
            let wake = Wake::Repaint {
                when: Instant::now()
                    .checked_add(info.delay)
                    .unwrap_or_else(Instant::now),
                pass: info.current_cumulative_pass_nr,
            };
            // Fails only when the event loop has ended, and nobody needs a frame then.
            let _ = repaint.lock().send_event(wake);
        });
        let mut info = ViewportInfo::default();
        egui_winit::update_viewport_info(&mut info, &ctx, &window, true);
        let told_to_end = signals::watch(&ctx).map_err(WindowError::Signals)?;
        let shell = Shell::new(build(&ctx), told_to_end, options);
        window.set_visible(true);
        window.request_redraw();
        Ok(Self {
            window,
            surface,
            state,
            ctx,
            painter: Painter::new(),
            shell,
            info,
            pending: egui::RawInput::default(),
            next_repaint: None,
            close: false,
        })
    }

    fn wake(&mut self, wake: Wake) {
        match wake {
            Wake::Repaint { when, pass } => {
                // A wish older than the last frame has been granted by it.
                let current = self.ctx.cumulative_pass_nr_for(ViewportId::ROOT);
                if current == pass || current == pass + 1 {
                    self.repaint_at(when);
                }
            }
            Wake::AccessKit(event) => {
                match event.window_event {
                    accesskit_winit::WindowEvent::InitialTreeRequested => {
                        self.ctx.enable_accesskit();
                    }
                    accesskit_winit::WindowEvent::ActionRequested(request) => {
                        self.state.on_accesskit_action_request(request);
                    }
                    accesskit_winit::WindowEvent::AccessibilityDeactivated => {
                        self.ctx.disable_accesskit();
                    }
                }
                self.ctx.request_repaint();
            }
        }
    }

    fn repaint_at(&mut self, when: Instant) {
        self.next_repaint = Some(self.next_repaint.map_or(when, |next| next.min(when)));
    }

    fn window_event(
        &mut self,
        event_loop: &ActiveEventLoop,
        event: &WindowEvent,
    ) -> Result<(), WindowError> {
        match event {
            WindowEvent::RedrawRequested => return self.frame(event_loop),
            WindowEvent::CloseRequested => {
                self.info.events.push(egui::ViewportEvent::Close);
                self.ctx.request_repaint();
            }
            WindowEvent::Destroyed => self.close = true,
            WindowEvent::Occluded(occluded) => self.info.occluded = Some(*occluded),
            _ => {}
        }
        if self.state.on_window_event(&self.window, event).repaint {
            self.repaint_at(Instant::now());
        }
        Ok(())
    }

    fn about_to_wait(&mut self, event_loop: &ActiveEventLoop) -> Result<(), WindowError> {
        if self.next_repaint.is_some_and(|when| when <= Instant::now()) {
            self.next_repaint = None;
            if self.is_hidden() {
                // Such a window may never be asked to redraw.
                self.frame(event_loop)?;
            } else {
                self.window.request_redraw();
            }
        }
        event_loop.set_control_flow(match self.next_repaint {
            Some(when) => ControlFlow::WaitUntil(when),
            None => ControlFlow::Wait,
        });
        Ok(())
    }

    fn is_hidden(&self) -> bool {
        let size = self.window.inner_size();
        self.window.is_minimized() == Some(true) || size.width == 0 || size.height == 0
    }

    fn frame(&mut self, event_loop: &ActiveEventLoop) -> Result<(), WindowError> {
        egui_winit::update_viewport_info(&mut self.info, &self.ctx, &self.window, false);
        let mut input = std::mem::take(&mut self.pending);
        input.append(self.state.take_egui_input(&self.window));
        input.viewports = std::iter::once((ViewportId::ROOT, self.info.clone())).collect();
        self.info.events.clear();
        self.shell.input(&self.ctx, &mut input);
        let close_requested = input.viewport().close_requested();

        let commands = if self.is_hidden() {
            self.logic_only(input, event_loop)
        } else {
            self.draw(input, event_loop)?
        };
        if close_requested && !commands.contains(&ViewportCommand::CancelClose) {
            self.close = true;
        }
        self.obey(commands);
        Ok(())
    }

    fn logic_only(
        &mut self,
        mut input: egui::RawInput,
        event_loop: &ActiveEventLoop,
    ) -> Vec<ViewportCommand> {
        let shell = &mut self.shell;
        let mut output = self.ctx.run_logic(&input, |ctx| shell.logic(ctx));
        input.viewports.clear();
        self.pending = input;
        self.state.handle_platform_output_with_event_loop(
            &self.window,
            event_loop,
            output.platform_output,
        );
        output
            .viewport_commands
            .remove(&ViewportId::ROOT)
            .unwrap_or_default()
    }

    fn draw(
        &mut self,
        input: egui::RawInput,
        event_loop: &ActiveEventLoop,
    ) -> Result<Vec<ViewportCommand>, WindowError> {
        let shell = &mut self.shell;
        let mut output = self.ctx.run_ui(input, |ui| {
            shell.logic(ui.ctx());
            shell.ui(ui);
        });
        self.painter.update_textures(&mut output.textures_delta);
        self.state.handle_platform_output_with_event_loop(
            &self.window,
            event_loop,
            output.platform_output,
        );
        let primitives = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let size = self.window.inner_size();
        if let (Some(width), Some(height)) =
            (NonZeroU32::new(size.width), NonZeroU32::new(size.height))
        {
            let background = self.ctx.global_style().visuals.panel_fill.to_opaque();
            self.surface.resize(width, height)?;
            let mut pixels = self.surface.buffer_mut()?;
            self.painter.paint(
                &primitives,
                output.pixels_per_point,
                background,
                &mut pixels,
                size.width as usize,
                size.height as usize,
            );
            self.window.pre_present_notify();
            pixels.present()?;
        }
        Ok(output
            .viewport_output
            .remove(&ViewportId::ROOT)
            .map(|output| output.commands)
            .unwrap_or_default())
    }

    fn obey(&mut self, commands: Vec<ViewportCommand>) {
        if commands.is_empty() {
            return;
        }
        let mut actions = Vec::new();
        egui_winit::process_viewport_commands(
            &self.ctx,
            &mut self.info,
            commands,
            &self.window,
            &mut actions,
        );
        for action in actions {
            let event = match action {
                ActionRequested::Cut => Some(egui::Event::Cut),
                ActionRequested::Copy => Some(egui::Event::Copy),
                ActionRequested::Paste => self.pasted(),
                // Pictures are made by tests; nothing in the program asks for these two.
                ActionRequested::Screenshot(_) | ActionRequested::PaintWhileHidden => None,
            };
            self.pending.events.extend(event);
        }
        if !self.pending.events.is_empty() || !self.info.events.is_empty() {
            self.ctx.request_repaint();
        }
    }

    fn pasted(&mut self) -> Option<egui::Event> {
        if let Some(text) = self.state.clipboard_text() {
            let text = text.replace("\r\n", "\n");
            return (!text.is_empty()).then_some(egui::Event::Paste(text));
        }
        let image = self.state.clipboard_image()?;
        Some(egui::Event::PasteImage(Arc::new(image)))
    }
}
