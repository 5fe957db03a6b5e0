//! Which displays there are, looked at now and then.

use super::Display;
#[cfg(target_os = "linux")]
use super::hotplug::Hotplug;
use crate::ui::lab::DisplayInfo;
use std::time::{Duration, Instant};
use winit::monitor::MonitorHandle;
use winit::window::{Window, WindowId};

/// Some systems look at the hardware for it.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

pub(super) struct Displays {
    looked: Option<Instant>,
    #[cfg(target_os = "linux")]
    hotplug: Option<Hotplug>,
}

impl Displays {
    pub fn new(display: Display) -> Self {
        #[cfg(not(target_os = "linux"))]
        let _ = display;
        Self {
            looked: None,
            #[cfg(target_os = "linux")]
            hotplug: (display == Display::X11).then(Hotplug::new).and_then(
                |hotplug| match hotplug {
                    Ok(hotplug) => Some(hotplug),
                    Err(error) => {
                        log::warn!("displays that come later are not seen: {error}");
                        None
                    }
                },
            ),
        }
    }

    /// All displays, where it is time to look again.
    pub fn look(&mut self, window: &Window, ctx: &egui::Context) -> Option<Vec<DisplayInfo>> {
        if self
            .looked
            .is_some_and(|looked| looked.elapsed() < LOOK_AGAIN)
        {
            return None;
        }
        self.looked = Some(Instant::now());
        if self.changed(window.id()) {
            // winit has not looked yet.
            self.looked = None;
            ctx.request_repaint_after(Duration::from_millis(50));
        }
        let here = window.current_monitor();
        let info = |display: MonitorHandle| DisplayInfo {
            size: display.size().into(),
            here: here.as_ref() == Some(&display),
        };
        Some(window.available_monitors().map(info).collect())
    }

    #[cfg(target_os = "linux")]
    fn changed(&mut self, window: WindowId) -> bool {
        match self.hotplug.as_mut().map(|hotplug| hotplug.changed(window)) {
            Some(Ok(changed)) => changed,
            Some(Err(error)) => {
                log::warn!("displays that come later are not seen: {error}");
                self.hotplug = None;
                false
            }
            None => false,
        }
    }

    #[cfg(not(target_os = "linux"))]
    fn changed(&mut self, _: WindowId) -> bool {
        false
    }
}
