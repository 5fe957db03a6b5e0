//! What is left behind when the program fails: a small file that says where, and never a word of the document.

use crate::storage::DataFolder;
use std::backtrace::Backtrace;
use std::io::Write as _;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// Reports that are kept; the oldest go.
const KEPT: usize = 20;

/// From now on every panic, of any thread, leaves a report in the data folder.
pub fn report_panics(data: &DataFolder) {
    let folder = data.root().join("reports");
    std::panic::set_hook(Box::new(move |info| {
        let text = report(info);
        let line = text
            .lines()
            .find(|line| line.starts_with("at "))
            .unwrap_or_default();
        match write(&folder, &text) {
            Ok(path) => eprintln!("ordito: panicked {line}; report: {}", path.display()),
            Err(error) => eprintln!("ordito: panicked {line}; no report: {error}"),
        }
        // Other threads work for this one, which goes on without them.
        if std::thread::current().name() == Some("main") {
            super::last_wish::fulfil();
        }
    }));
}

fn report(info: &PanicHookInfo<'_>) -> String {
    // A message made at run time may quote the document; one that was compiled in cannot.
    let message = info
        .payload()
        .downcast_ref::<&'static str>()
        .copied()
        .unwrap_or("(left out: it may quote the document)");
    let place = info.location().map_or_else(String::new, |at| {
        format!("{}:{}:{}", at.file(), at.line(), at.column())
    });
    let thread = std::thread::current();
    format!(
        "Ordito {} {} {}\nat {place}\nthread {}\n{message}\n\n{}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        thread.name().unwrap_or("-"),
        Backtrace::force_capture()
    )
}

fn write(folder: &Path, text: &str) -> std::io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let is_report = |path: &PathBuf| {
        path.file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with("panic-"))
    };
    let mut old: Vec<PathBuf> = std::fs::read_dir(folder)?
        .flatten()
        .map(|entry| entry.path())
        .filter(is_report)
        .collect();
    old.sort();
    for path in old.iter().take((old.len() + 1).saturating_sub(KEPT)) {
        let _ = std::fs::remove_file(path);
    }
    let at = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
        .as_micros();
    let path = folder.join(format!("panic-{at:017}.txt"));
    crate::disk::create_private(&path)?.write_all(text.as_bytes())?;
    Ok(path)
}
