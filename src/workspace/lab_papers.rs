//! A laboratory's papers from the window: what the file is called, its bytes on another thread.

use super::Workspace;
use crate::export::{Format, lab_formats, lab_telling, write_file};
use crate::model::LabId;
use crate::report::lab::{LabPaper, Printed};
use std::path::Path;

impl Workspace {
    /// The file dialog has asked before replacing.
    pub(super) fn export_lab(&mut self, path: &Path, lab: LabId, paper: LabPaper, names: bool) {
        let (now, letterhead) = (self.now(), self.letterhead());
        self.write_beside_telling(path, move |path, contents, words| {
            let format = Format::one_of(path, lab_formats(paper))?;
            let printed = Printed { contents, lab, names, words, now };
            let (bytes, unshown) = lab_telling(&printed, &letterhead, paper, format)?;
            write_file(path, &bytes, true)?;
            Ok(unshown)
        });
    }

    /// What is suggested for a paper's file; with and without names are never the same file.
    pub(super) fn lab_file_name(&self, lab: LabId, paper: LabPaper, names: bool) -> String {
        let lab = self.contents().and_then(|contents| contents.labs.get(&lab));
        let title = super::run::file_stem(lab.map_or("", |lab| lab.title.as_str()));
        let names = if names && paper == LabPaper::Outcome { "-names" } else { "" };
        let key = format!("labpaper-file-{}{names}", paper.id());
        // The usual format of all papers.
        format!("{}.{}", self.words.say_with(&key, &[("title", title.into())]), Format::Pdf.ending())
    }
}
