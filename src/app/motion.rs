//! Whether the desktop asks its programs to move less. Asked once, at the start, on a thread of its own: the answer may
//! need a service that the desktop starts for it.

use std::sync::mpsc::{Receiver, channel};

/// The question; the answer comes when it comes.
pub(super) struct Still {
    answer: Option<Receiver<bool>>,
}

impl Still {
    pub fn ask(ctx: &egui::Context) -> Self {
        let (tell, answer) = channel();
        let ctx = ctx.clone();
        let asking = std::thread::Builder::new()
            .name("motion".to_owned())
            .spawn(move || {
                if is_asked_for() == Some(true) && tell.send(true).is_ok() {
                    ctx.request_repaint();
                }
            });
        Self {
            answer: asking.ok().map(|_| answer),
        }
    }

    /// True once when the desktop has said that it wants stillness.
    pub fn take(&mut self) -> bool {
        let still = self
            .answer
            .as_ref()
            .is_some_and(|answer| answer.try_recv() == Ok(true));
        if still {
            self.answer = None;
        }
        still
    }
}

/// As the desktop portal says it: by its own key, else by GNOME's, which portals pass on.
#[cfg(target_os = "linux")]
fn is_asked_for() -> Option<bool> {
    use zbus::zvariant::OwnedValue;

    const PORTAL: &str = "org.freedesktop.portal.Desktop";
    // No bus is no wish. zbus would look for one at a place of its own where none is named.
    std::env::var_os("DBUS_SESSION_BUS_ADDRESS").or_else(|| std::env::var_os("XDG_RUNTIME_DIR"))?;
    let bus = zbus::blocking::Connection::session().ok()?;
    let read = |space: &str, key: &str| -> Option<OwnedValue> {
        let path = "/org/freedesktop/portal/desktop";
        let reply = bus
            .call_method(
                Some(PORTAL),
                path,
                Some("org.freedesktop.portal.Settings"),
                "ReadOne",
                &(space, key),
            )
            .ok()?;
        reply.body().deserialize().ok()
    };
    if let Some(value) = read("org.freedesktop.appearance", "reduced-motion") {
        return u32::try_from(value).ok().map(|wish| wish == 1);
    }
    let value = read("org.gnome.desktop.interface", "enable-animations")?;
    bool::try_from(value).ok().map(|animations| !animations)
}

#[cfg(not(target_os = "linux"))]
fn is_asked_for() -> Option<bool> {
    None
}
