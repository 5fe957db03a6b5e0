//! The window: a frame round whatever `Screen` it is given.
//!
//! There are two, alike to the one who uses them: eframe's, drawn by OpenGL, and a small one
//! drawn on the processor, for machines and remote desktops without OpenGL. What a window shows
//! and does is the screen's business; here are only the things a desktop asks of any program:
//! title, size, closing, signals, and saying beforehand what is missing to open a window at all.

mod crash_report;
mod displays;
mod eframe_window;
mod file_dialog;
#[cfg(target_os = "linux")]
mod hotplug;
mod keys;
mod last_wish;
#[cfg(target_os = "linux")]
mod libraries;
mod log_file;
mod motion;
mod outside;
mod screen;
mod shell;
mod signals;
mod software_window;

pub use crash_report::report_panics;
pub use log_file::keep_log;
pub use screen::Ordito;
pub use signals::outlive_file_limits;

use std::ffi::OsStr;

use shell::Shell;

/// In the environment of the program when it has started itself again without OpenGL.
const SOFTWARE: &str = "ORDITO_SOFTWARE";

const ICON: &[u8] = include_bytes!("../../assets/icon/ordito-128.png");

/// What a window shows, and what it has to say to the window.
pub trait Screen {
    /// Runs before each drawing, and while the window is hidden if something asked for it. Runs
    /// twice in a frame when egui lays a frame out a second time.
    fn logic(&mut self, ctx: &egui::Context);
    fn ui(&mut self, ui: &mut egui::Ui);
    fn title(&self) -> String;
    /// Whether the window may close now; asked once for each time a person wants it closed. A
    /// screen that says no shows why and answers later through `take_close`.
    fn close_requested(&mut self) -> bool;
    /// The last call, on every way out but a crash or a display that goes away: after closing, and on SIGTERM, SIGINT and
    /// SIGHUP, which do not ask `close_requested`.
    fn closed(&mut self);
    /// True once when the program wants to end; `close_requested` is not asked any more.
    fn take_close(&mut self) -> bool;
    fn take_fullscreen(&mut self) -> Option<bool>;
    /// Once: the number, from 0, of the display that the window is to move to and cover.
    fn take_display(&mut self) -> Option<usize>;
    /// The displays there are now; told by a window that can open others beside it.
    fn displays(&mut self, displays: Vec<crate::ui::lab::DisplayInfo>);
    /// Called when the window has settled in another size than `WindowOptions` said or the last
    /// call did, but not for full screen. The size of a maximised window is the one it had
    /// before, fit for `WindowOptions::size`.
    fn window_geometry(&mut self, size: egui::Vec2, maximised: bool);
}

pub struct WindowOptions {
    /// In points, whatever the zoom.
    pub size: [f32; 2],
    pub min_size: [f32; 2],
    pub maximised: bool,
    /// Draw on the processor, never by OpenGL.
    pub software: bool,
    /// The name of the desktop file, by which desktops find icon and name.
    pub app_id: &'static str,
}

impl Default for WindowOptions {
    fn default() -> Self {
        Self {
            size: [1280.0, 800.0],
            min_size: [640.0, 400.0],
            maximised: false,
            software: false,
            app_id: "it.ordito.Ordito",
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    #[error("no display: neither WAYLAND_DISPLAY nor DISPLAY leads to one")]
    NoDisplay,
    #[error("libraries missing: {}; Debian packages: {}", libraries.join(" "), debian_packages.join(" "))]
    MissingLibraries {
        libraries: Vec<&'static str>,
        debian_packages: Vec<&'static str>,
    },
    #[error("eframe: {0}")]
    Eframe(eframe::Error),
    #[error("event loop: {0}")]
    EventLoop(#[from] winit::error::EventLoopError),
    #[error("window: {0}")]
    Window(#[from] winit::error::OsError),
    #[error("drawing on the processor: {0}")]
    Software(#[from] softbuffer::SoftBufferError),
    #[error("signals: {0}")]
    Signals(std::io::Error),
    #[error("starting again without OpenGL: {0}")]
    Restart(std::io::Error),
}

/// Opens the window and comes back when it has closed. `build` is called once, when there is a
/// window, with the context that the screen will be drawn in.
///
/// A process can open one window in its life (winit's limit). So where OpenGL fails, the
/// program replaces itself by a fresh start with the same arguments, and this never returns;
/// `build` has not been called by then.
pub fn run(
    options: WindowOptions,
    build: impl FnOnce(&egui::Context) -> Box<dyn Screen> + 'static,
) -> Result<(), WindowError> {
    let display = Display::find()?;
    let build: Build = Box::new(build);
    if options.software || software_from_environment(std::env::var_os(SOFTWARE).as_deref()) {
        return software_window::run(&options, display, build);
    }
    match eframe_window::run(&options, display, build) {
        Err(WindowError::Eframe(error)) if is_about_opengl(&error) => {
            log::warn!("starting again without OpenGL: {error}");
            start_again()
        }
        result => result,
    }
}

type Build = Box<dyn FnOnce(&egui::Context) -> Box<dyn Screen>>;

/// Which of Linux's two ways to a display is taken. Chosen here and not by winit, which panics
/// or gives up when the first one it thinks of lacks its libraries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Display {
    #[cfg(target_os = "linux")]
    Wayland,
    #[cfg(target_os = "linux")]
    X11,
    #[cfg(not(target_os = "linux"))]
    System,
}

impl Display {
    #[cfg(target_os = "linux")]
    fn find() -> Result<Self, WindowError> {
        libraries::find_display()
    }

    #[cfg(not(target_os = "linux"))]
    fn find() -> Result<Self, WindowError> {
        Ok(Self::System)
    }

    fn apply<T>(self, builder: &mut winit::event_loop::EventLoopBuilder<T>) {
        #[cfg(target_os = "linux")]
        {
            use winit::platform::wayland::EventLoopBuilderExtWayland as _;
            use winit::platform::x11::EventLoopBuilderExtX11 as _;
            match self {
                Self::Wayland => builder.with_wayland(),
                Self::X11 => builder.with_x11(),
            };
        }
        #[cfg(not(target_os = "linux"))]
        let _ = (self, builder);
    }
}

fn software_from_environment(value: Option<&OsStr>) -> bool {
    value.is_some_and(|value| !value.is_empty() && value != "0")
}

/// egui's viewport, the same for both windows.
fn viewport(options: &WindowOptions) -> egui::ViewportBuilder {
    let viewport = egui::ViewportBuilder::default()
        .with_app_id(options.app_id)
        .with_inner_size(options.size)
        .with_min_inner_size(options.min_size)
        .with_maximized(options.maximised);
    match eframe::icon_data::from_png_bytes(ICON) {
        Ok(icon) => viewport.with_icon(icon),
        Err(error) => {
            log::warn!("icon: {error}");
            viewport
        }
    }
}

fn is_about_opengl(error: &eframe::Error) -> bool {
    matches!(
        error,
        eframe::Error::NoGlutinConfigs(..) | eframe::Error::OpenGL(_) | eframe::Error::Glutin(_)
    )
}

fn start_again() -> Result<(), WindowError> {
    let program = std::env::current_exe().map_err(WindowError::Restart)?;
    let mut command = std::process::Command::new(program);
    command.args(std::env::args_os().skip(1)).env(SOFTWARE, "1");
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        // Takes the place of this process, and comes back only if it cannot.
        Err(WindowError::Restart(command.exec()))
    }
    #[cfg(not(unix))]
    {
        let status = command.status().map_err(WindowError::Restart)?;
        std::process::exit(status.code().unwrap_or(1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icon_can_be_read() {
        let viewport = viewport(&WindowOptions::default());
        assert_eq!(viewport.icon.map(|icon| icon.width), Some(128));
    }

    #[test]
    fn an_empty_variable_or_a_zero_does_not_ask_for_software() {
        let asks = |value: &str| software_from_environment(Some(OsStr::new(value)));
        assert!(asks("1") && asks("yes"));
        assert!(!asks("") && !asks("0") && !software_from_environment(None));
    }
}
