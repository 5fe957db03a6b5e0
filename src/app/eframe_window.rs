//! The usual window: eframe, drawn by OpenGL.

use super::displays::Displays;
use super::{Build, Display, Shell, WindowError, WindowOptions, signals, viewport};

pub(super) fn run(
    options: &WindowOptions,
    display: Display,
    build: Build,
) -> Result<(), WindowError> {
    let native_options = eframe::NativeOptions {
        viewport: viewport(options),
        event_loop_builder: Some(Box::new(move |builder| display.apply(builder))),
        centered: true,
        persist_window: false,
        // Fonts come with the program, and must look the same everywhere.
        system_font_fallback: false,
        // Dots to smooth gradients would make colours differ from those of the other window.
        dithering: false,
        ..eframe::NativeOptions::default()
    };
    let create: eframe::AppCreator<'_> = Box::new(|context| {
        let told_to_end = signals::watch(&context.egui_ctx)?;
        let shell = Shell::new(build(&context.egui_ctx), told_to_end, options);
        Ok(Box::new(EframeWindow {
            shell,
            displays: Displays::new(display),
        }))
    });
    eframe::run_native(options.app_id, native_options, create).map_err(|error| match error {
        // The same names as in the other window for the same troubles.
        eframe::Error::WinitEventLoop(error) => WindowError::EventLoop(error),
        eframe::Error::Winit(error) => WindowError::Window(error),
        error => WindowError::Eframe(error),
    })
}

struct EframeWindow {
    shell: Shell,
    displays: Displays,
}

impl eframe::App for EframeWindow {
    fn raw_input_hook(&mut self, ctx: &egui::Context, raw_input: &mut egui::RawInput) {
        self.shell.input(ctx, raw_input);
    }

    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        if let Some(displays) = frame
            .winit_window()
            .and_then(|window| self.displays.look(window, ctx))
        {
            self.shell.displays(displays);
        }
        self.shell.logic(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.shell.ui(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.shell.closed();
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}
