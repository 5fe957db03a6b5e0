//! Ending without being asked: where the display goes away, Xlib ends the process from inside of the event loop, and
//! neither a window nor a destructor hears of it. What the process still does is what was registered to be done at its
//! end; there the document's edits are published, by the job that always does so.

use crate::storage::LastWish;
use std::sync::{Mutex, Once};
use std::time::Duration;

static WISH: Mutex<Option<LastWish>> = Mutex::new(None);
static REGISTERED: Once = Once::new();

/// A share that does not answer must not keep a program alive that nobody sees.
const PATIENCE: Duration = Duration::from_secs(10);

/// From now on this document is published when the process ends, whatever ends it. `None`: no document is open.
pub(super) fn keep(wish: Option<LastWish>) {
    if let Ok(mut kept) = WISH.lock() {
        *kept = wish;
    }
    // Now and not at the start: what is registered last runs first, before OpenGL ends its own threads.
    REGISTERED.call_once(|| {
        if !shutdown_hooks::add_shutdown_hook(at_the_end) {
            log::warn!("nothing will be published if the display goes away");
        }
    });
}

extern "C" fn at_the_end() {
    fulfil();
}

/// Publishes what is not published, once. Also asked by a panic that ends the program: winit's, when it misses the
/// display before Xlib does. What it publishes was written down edit by edit, whatever the memory is in by now.
pub(super) fn fulfil() {
    // Whoever holds it is the thread that ends the process: then there is nothing to wait for.
    let wish = WISH.try_lock().ok().and_then(|mut kept| kept.take());
    if let Some(wish) = wish {
        wish.publish(PATIENCE);
    }
}
