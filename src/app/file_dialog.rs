//! The desktop's own file dialog, off the UI thread; where there is none, the window's own.

use crate::disk::file_name;
use crate::workspace::Purpose;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// A dialog that answers faster than this with nothing was never shown: no portal answered.
const NEVER_SHOWN: Duration = Duration::from_millis(400);

/// What came back.
pub enum Picked {
    File(Purpose, PathBuf),
    /// The desktop has no dialog; the suggested name comes back too.
    NoDialog(Purpose, String),
}

#[derive(Default)]
pub struct FileDialog {
    waiting: Option<(Purpose, String, Instant, Receiver<Option<PathBuf>>)>,
}

impl FileDialog {
    /// Opens the desktop's dialog on a thread of its own; one at a time.
    pub fn open(
        &mut self,
        ctx: &egui::Context,
        purpose: Purpose,
        suggested: String,
        beside: Option<&Path>,
        title: &str,
    ) {
        if self.waiting.is_some() {
            return;
        }
        let (sender, receiver) = channel();
        let (ctx, title, name) = (ctx.clone(), title.to_owned(), suggested.clone());
        let folder = beside.and_then(Path::parent).map(Path::to_owned);
        std::thread::spawn(move || {
            let mut dialog = rfd::FileDialog::new().set_title(title);
            if let Some(folder) = folder {
                dialog = dialog.set_directory(folder);
            }
            let endings = purpose.endings();
            if purpose.writes() {
                // One line for each format: it is chosen, and nobody types an ending.
                for ending in &endings {
                    dialog = dialog.add_filter(ending.to_uppercase(), &[*ending]);
                }
            } else if !endings.is_empty() {
                dialog = dialog.add_filter(endings.join(", "), &endings);
            }
            let path = if purpose.is_folder() {
                dialog.pick_folder()
            } else if purpose.writes() {
                dialog.set_file_name(name).save_file()
            } else {
                dialog.pick_file()
            };
            let _ = sender.send(path.map(|path| with_ending(path, purpose)));
            ctx.request_repaint();
        });
        self.waiting = Some((purpose, suggested, Instant::now(), receiver));
    }

    /// What came back since the last call.
    pub fn picked(&mut self) -> Option<Picked> {
        let (purpose, suggested, since, receiver) = self.waiting.as_ref()?;
        let answer = match receiver.try_recv() {
            Ok(answer) => answer,
            Err(std::sync::mpsc::TryRecvError::Empty) => return None,
            Err(std::sync::mpsc::TryRecvError::Disconnected) => None,
        };
        let (purpose, never) = (*purpose, since.elapsed() < NEVER_SHOWN);
        let suggested = suggested.clone();
        self.waiting = None;
        match answer {
            Some(path) => Some(Picked::File(purpose, path)),
            None if never => Some(Picked::NoDialog(purpose, suggested)),
            None => None,
        }
    }
}

/// The name with its ending. The dialog did not ask about a file that is there under the longer name: that one is left
/// alone, and the new one gets a number.
fn with_ending(path: PathBuf, purpose: Purpose) -> PathBuf {
    let given = purpose.endings().into_iter().next();
    let Some(ending) = given.filter(|_| purpose.writes() && path.extension().is_none()) else {
        return path;
    };
    let stem = file_name(&path);
    let numbered = (2_u32..1_000).map(|n| path.with_file_name(format!("{stem} {n}.{ending}")));
    let named = std::iter::once(path.with_extension(ending)).chain(numbered);
    named
        .into_iter()
        .find(|path| !path.exists())
        .unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::TableExport;

    #[test]
    fn a_file_that_the_dialog_did_not_ask_about_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        assert_eq!(
            with_ending(at("a"), Purpose::Export(TableExport.into())),
            at("a.xlsx")
        );
        std::fs::write(at("a.xlsx"), "x").unwrap();
        assert_eq!(
            with_ending(at("a"), Purpose::Export(TableExport.into())),
            at("a 2.xlsx")
        );
        assert_eq!(
            with_ending(at("a.xlsx"), Purpose::Export(TableExport.into())),
            at("a.xlsx"),
            "it has asked about this one"
        );
        assert_eq!(with_ending(at("a"), Purpose::Open), at("a"));
    }
}
