//! A projector that is connected while the program runs, on X11. winit keeps the displays it saw at its start: of RandR's
//! word that they changed nothing reaches it (its issue 3405). But it looks again when the property for resources changes on
//! any window that it hears of; so where the displays are others than before, it is touched on our own window, which nobody
//! else reads.

use winit::window::WindowId;
use x11rb::connection::Connection as _;
use x11rb::errors::{ConnectError, ReplyError};
use x11rb::protocol::randr::ConnectionExt as _;
use x11rb::protocol::xproto::{AtomEnum, PropMode, Window};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

pub(super) struct Hotplug {
    connection: RustConnection,
    root: Window,
    seen: Vec<Place>,
}

/// Left, top, width and height in pixels.
type Place = (i16, i16, u16, u16);

impl Hotplug {
    /// A connection of its own, which nothing else waits for.
    ///
    /// # Errors
    /// No connection to the display that `DISPLAY` names.
    pub fn new() -> Result<Self, ConnectError> {
        let (connection, screen) = x11rb::connect(None)?;
        let root = connection
            .setup()
            .roots
            .get(screen)
            .map(|screen| screen.root)
            .ok_or(ConnectError::InvalidScreen)?;
        let mut it = Self {
            connection,
            root,
            seen: Vec::new(),
        };
        it.seen = it.displays().unwrap_or_default();
        Ok(it)
    }

    /// Whether the displays are others than at the last call; winit, whose window this is, then sees them at its next event.
    ///
    /// # Errors
    /// The connection is gone, or the server has no RandR 1.5.
    pub fn changed(&mut self, window: WindowId) -> Result<bool, ReplyError> {
        let now = self.displays()?;
        if now == self.seen {
            return Ok(false);
        }
        self.seen = now;
        if let Ok(window) = Window::try_from(u64::from(window)) {
            let (append, text) = (PropMode::APPEND, AtomEnum::STRING);
            self.connection
                .change_property8(append, window, AtomEnum::RESOURCE_MANAGER, text, &[])?
                .check()?;
        }
        Ok(true)
    }

    fn displays(&self) -> Result<Vec<Place>, ReplyError> {
        let reply = self
            .connection
            .randr_get_monitors(self.root, true)?
            .reply()?;
        Ok(reply
            .monitors
            .iter()
            .map(|it| (it.x, it.y, it.width, it.height))
            .collect())
    }
}
