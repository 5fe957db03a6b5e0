//! A paper of a laboratory, with names or without.

use super::{Exports, OnScreen};
use crate::{Group, Room, Workspace, run::file_stem};
use ordito_model::LabId;
use ordito_pages::export::{Format, lab_formats, lab_telling, write_file};
use ordito_pages::report::lab::{Ballots, LabPaper, Printed};
use std::path::Path;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LabExport {
    pub lab: LabId,
    pub paper: LabPaper,
    pub names: bool,
    pub ballots: Ballots,
}

impl Exports for LabExport {
    /// Of a session, which no command names.
    const COMMANDS: &'static [Self] = &[];

    fn key(self) -> &'static str {
        match (self.paper, self.names) {
            (LabPaper::Agenda, _) => "lab-paper-agenda",
            (LabPaper::Ballots, _) => "lab-paper-ballots",
            (LabPaper::Presences, _) => "lab-paper-presences",
            (LabPaper::Outcome, false) => "lab-paper-outcome",
            (LabPaper::Outcome, true) => "lab-paper-outcome-names",
        }
    }
    fn group(self) -> Group {
        Group::Of(Room::Lab)
    }
    fn formats(self) -> Vec<Format> {
        lab_formats(self.paper).to_vec()
    }
    /// With and without names are never the same file.
    fn suggested(self, workspace: &Workspace, _: String) -> String {
        let lab = workspace
            .contents()
            .and_then(|contents| contents.labs.get(&self.lab));
        let title = file_stem(lab.map_or("", |lab| lab.title.as_str()));
        let names = if self.names && self.paper == LabPaper::Outcome {
            "-names"
        } else {
            ""
        };
        let key = format!("labpaper-file-{}{names}", self.paper.id());
        workspace.words().say_with(&key, &[("title", title.into())])
    }
    fn write(self, workspace: &mut Workspace, path: &Path, _: OnScreen) {
        let (now, letterhead) = (workspace.now(), workspace.letterhead());
        let Self {
            lab,
            paper,
            names,
            ballots,
        } = self;
        workspace.write_beside_telling(path, move |path, contents, words| {
            let format = Format::one_of(path, lab_formats(paper))?;
            let printed = Printed {
                contents,
                lab,
                names,
                ballots,
                words,
                now,
            };
            let (bytes, unshown) = lab_telling(&printed, &letterhead, paper, format)?;
            write_file(path, &bytes, true)?;
            Ok(unshown)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ordito_model::Language;
    use ordito_words::Words;

    #[test]
    fn every_paper_is_called_something_in_both_languages() {
        for words in [Language::It, Language::En].map(Words::new) {
            for (paper, names) in LabPaper::ALL
                .into_iter()
                .flat_map(|paper| [(paper, false), (paper, true)])
            {
                let key = LabExport {
                    lab: LabId::fixed(1),
                    paper,
                    names,
                    ballots: Ballots::PerPage(2),
                }
                .key();
                assert!(words.knows(key), "{key}");
            }
        }
    }
}
