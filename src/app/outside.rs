//! Opening what the program wrote with what the desktop has for it.

use std::path::Path;
use std::process::{Command, Stdio};

/// The desktop's own opener: a program of the system, never a shell, with the path as its one argument.
#[cfg(target_os = "macos")]
const OPENER: &str = "open";
#[cfg(windows)]
const OPENER: &str = "explorer";
#[cfg(not(any(target_os = "macos", windows)))]
const OPENER: &str = "xdg-open";

/// Asks the desktop to open a file or a folder; false where there is no opener.
pub fn open(path: &Path) -> bool {
    let asked = Command::new(OPENER)
        .arg(path)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    match asked {
        // Waited for on a thread of its own, so that no dead process is left behind.
        Ok(mut child) => {
            std::thread::spawn(move || {
                let _ = child.wait();
            });
            true
        }
        Err(error) => {
            log::warn!("{OPENER}: {error}");
            false
        }
    }
}
