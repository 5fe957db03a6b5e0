//! What the parts of the window complain about, in the folder of the reports: when, where in the program, and never a word
//! of the document.

use crate::storage::DataFolder;
use log::{LevelFilter, Log, Metadata, Record};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};
use std::time::{SystemTime, UNIX_EPOCH};

const NAME: &str = "log.txt";
/// What was before, when the file has come to its size.
const BEFORE: &str = "log-before.txt";
const LARGEST: u64 = 256 << 10;

/// From now on warnings and errors of the program and of what it is built of are noted in the data folder.
pub fn keep_log(data: &DataFolder) {
    static LOG: OnceLock<LogFile> = OnceLock::new();
    let log = LOG.get_or_init(|| LogFile {
        folder: data.root().join("reports"),
        writing: Mutex::new(()),
    });
    if log::set_logger(log).is_ok() {
        log::set_max_level(LevelFilter::Warn);
    }
}

struct LogFile {
    folder: PathBuf,
    writing: Mutex<()>,
}

impl Log for LogFile {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= LevelFilter::Warn
    }
    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            // Whoever failed while writing left nothing to be afraid of.
            let _writing = self
                .writing
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner);
            // There is nobody to tell that the complaint could not be written.
            let _ = write(&self.folder, &line(record));
        }
    }
    fn flush(&self) {}
}

/// Of messages made at run time only those of the window's own edge are kept: displays, OpenGL. Any other may quote.
fn line(record: &Record<'_>) -> String {
    let own_edge = record.target().starts_with("ordito::app");
    let message = match record.args().as_str() {
        Some(compiled_in) => compiled_in.to_owned(),
        None if own_edge => record.args().to_string(),
        None => "(left out: it may quote the document)".to_owned(),
    };
    let at = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
        .as_secs();
    let (target, number) = (record.target(), record.line().unwrap_or(0));
    format!(
        "{at} {} {target}:{number} {}\n",
        record.level(),
        message.replace('\n', " ")
    )
}

fn write(folder: &Path, line: &str) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let path = folder.join(NAME);
    if std::fs::metadata(&path).is_ok_and(|about| about.len() > LARGEST) {
        std::fs::rename(&path, folder.join(BEFORE))?;
    }
    let mut file = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(path)?;
    file.write_all(line.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use log::Level;

    fn noted(target: &str, args: std::fmt::Arguments<'_>, level: Level, log: &LogFile) {
        log.log(
            &Record::builder()
                .target(target)
                .args(args)
                .level(level)
                .line(Some(7))
                .build(),
        );
    }

    #[test]
    fn complaints_are_kept_without_what_may_quote_the_document() {
        let folder = tempfile::tempdir().unwrap();
        let log = LogFile {
            folder: folder.path().join("reports"),
            writing: Mutex::new(()),
        };
        let secret = "Motivo segreto";
        noted(
            "winit::window",
            format_args!("no cursor"),
            Level::Warn,
            &log,
        );
        noted(
            "egui",
            format_args!("cannot lay out {secret}"),
            Level::Error,
            &log,
        );
        noted(
            "ordito::app::displays",
            format_args!("no display: {}", 3),
            Level::Warn,
            &log,
        );
        noted(
            "ordito::storage",
            format_args!("step {secret}"),
            Level::Error,
            &log,
        );
        noted("egui", format_args!("all well"), Level::Info, &log);
        let text = std::fs::read_to_string(log.folder.join(NAME)).unwrap();
        assert_eq!(text.lines().count(), 4, "{text}");
        for part in [
            "WARN winit::window:7 no cursor",
            "ERROR egui:7 (left out",
            "displays:7 no display: 3",
        ] {
            assert!(text.contains(part), "{part} not in {text}");
        }
        assert!(!text.contains(secret), "{text}");
        // It does not grow without an end.
        std::fs::write(log.folder.join(NAME), vec![b'x'; (LARGEST + 1) as usize]).unwrap();
        noted("egui", format_args!("again"), Level::Warn, &log);
        assert!(std::fs::metadata(log.folder.join(NAME)).unwrap().len() < 200);
        assert!(log.folder.join(BEFORE).exists());
    }
}
