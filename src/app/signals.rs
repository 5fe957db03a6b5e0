//! Being told by the system to end: SIGTERM when a session closes, SIGINT from a terminal,
//! SIGHUP when the terminal goes away.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
#[cfg(unix)]
use std::sync::atomic::Ordering;

/// The flag is set by the first signal, which also wakes the window. A second one ends the
/// program at once, for a window that no longer answers.
#[cfg(unix)]
pub(super) fn watch(ctx: &egui::Context) -> std::io::Result<Arc<AtomicBool>> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

    let told = Arc::new(AtomicBool::new(false));
    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM])?;
    let (ctx, tell) = (ctx.clone(), Arc::clone(&told));
    std::thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            for signal in signals.forever() {
                if tell.swap(true, Ordering::SeqCst) {
                    std::process::exit(128 + signal);
                }
                ctx.request_repaint();
            }
        })?;
    Ok(told)
}

/// A limit to the size of files (`ulimit -f`) is an error of the file that was being written, and does not end the program
/// without a word.
#[cfg(unix)]
pub fn outlive_file_limits() {
    // Nobody reads the flag: writing says it.
    if let Err(error) = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default()) {
        log::warn!("a limit to the size of files will end the program: {error}");
    }
}

/// Windows has no such signal.
#[cfg(not(unix))]
pub const fn outlive_file_limits() {}

/// Windows asks its windows to close instead.
#[cfg(not(unix))]
pub(super) fn watch(_ctx: &egui::Context) -> std::io::Result<Arc<AtomicBool>> {
    Ok(Arc::new(AtomicBool::new(false)))
}
