//! The thread that makes a comparison: earlier states and other files are read here, never through the connection that
//! edits use.

use super::{Changes, Origin, SideAsk};
use crate::said::Said as _;
use ordito_analysis::{Comparison, Side};
use ordito_document::storage::DataFolder;
use ordito_document::{Kept, Past};
use ordito_ground::jobs::{Progress, Stopped};
use ordito_model::{ContentHash, Contents, Language, StepNumber};
use ordito_words::Words;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(Debug)]
pub struct Answer {
    pub hash: ContentHash,
    pub result: Result<Arc<Comparison>, String>,
    pub changes: Vec<Option<Arc<Changes>>>,
    pub loaded: Vec<(Origin, Arc<Contents>)>,
}

/// What the thread works with.
pub struct Asked {
    pub sides: Vec<SideAsk>,
    pub here: Arc<Contents>,
    pub hash: ContentHash,
    pub past: Option<Past>,
    pub last: StepNumber,
    pub data: Option<DataFolder>,
    pub loaded: BTreeMap<Origin, Arc<Contents>>,
    /// What was not loaded before.
    pub fresh: Vec<(Origin, Arc<Contents>)>,
    pub opened: BTreeMap<PathBuf, Kept>,
    pub language: Language,
}

impl Asked {
    pub fn run(mut self, progress: &Progress) -> Result<Answer, Stopped> {
        let result = self.compare(progress)?;
        progress.go_on()?;
        let changes = if result.is_ok() {
            self.changes()
        } else {
            Vec::new()
        };
        Ok(Answer {
            hash: self.hash,
            result,
            changes,
            loaded: self.fresh,
        })
    }

    fn compare(&mut self, progress: &Progress) -> Result<Result<Arc<Comparison>, String>, Stopped> {
        let mut sides = Vec::new();
        for ask in self.sides.clone() {
            let contents = match self.contents(&ask.origin, progress)? {
                Ok(contents) => contents,
                Err(why) => return Ok(Err(why)),
            };
            let SideAsk {
                matrix,
                assessor,
                round,
                picked,
                ..
            } = ask;
            sides.push(Side {
                contents,
                matrix,
                assessor,
                round,
                picked,
            });
        }
        let missing = || Words::new(self.language).compare_not_there();
        progress.go_on()?;
        let Some(mut made) = Comparison::of(sides) else {
            return Ok(Err(missing()));
        };
        // Whoever holds the open document's contents makes its next edit copy all of them: a comparison keeps its part.
        let part = Arc::new(part_of(&self.here, &made.sides));
        for side in &mut made.sides {
            if Arc::ptr_eq(&side.contents, &self.here) {
                side.contents = Arc::clone(&part);
            }
        }
        Ok(Ok(Arc::new(made)))
    }

    fn contents(
        &mut self,
        origin: &Origin,
        progress: &Progress,
    ) -> Result<Result<Arc<Contents>, String>, Stopped> {
        if origin.is_here() {
            return Ok(Ok(Arc::clone(&self.here)));
        }
        if let Some(known) = self.loaded.get(origin) {
            return Ok(Ok(Arc::clone(known)));
        }
        let language = self.language;
        let made = match (&origin.file, origin.at, &self.past) {
            (None, Some(step), Some(past)) => {
                let made = past.contents_at(step, progress);
                made.map_err(|error| error.say(&Words::new(language)))
            }
            (None, ..) => Ok(Some(Contents::default())),
            (Some(file), at, _) => self.open(file).and_then(|kept| {
                let step = at.unwrap_or_else(|| kept.document().last_step());
                let made = kept.document().contents_at(step);
                made.map(Some)
                    .map_err(|error| error.say(&Words::new(language)))
            }),
        };
        let made = match made {
            Ok(Some(made)) => Arc::new(made),
            Ok(None) => return Err(Stopped),
            Err(why) => return Ok(Err(why)),
        };
        self.loaded.insert(origin.clone(), Arc::clone(&made));
        self.fresh.push((origin.clone(), Arc::clone(&made)));
        Ok(Ok(made))
    }

    fn open(&mut self, file: &Path) -> Result<&Kept, String> {
        if !self.opened.contains_key(file) {
            let words = || Words::new(self.language);
            let data = self
                .data
                .as_ref()
                .ok_or_else(|| words().compare_not_there())?;
            let kept = Kept::open_read_only(file, data).map_err(|error| error.say(&words()))?;
            self.opened.insert(file.to_owned(), kept);
        }
        self.opened.get(file).ok_or_else(String::new)
    }

    /// Who changed what, for pairs of one file at different times. A journal that cannot be read gives none.
    fn changes(&mut self) -> Vec<Option<Arc<Changes>>> {
        let Some(first) = self.sides.first().cloned() else {
            return Vec::new();
        };
        let others: Vec<SideAsk> = self.sides.iter().skip(1).cloned().collect();
        others
            .iter()
            .map(|other| self.changes_of(&first.origin, &other.origin))
            .collect()
    }

    fn changes_of(&mut self, one: &Origin, other: &Origin) -> Option<Arc<Changes>> {
        if one.file != other.file || one.at == other.at {
            return None;
        }
        let span = |last: StepNumber| {
            let (from, to) = (one.at.unwrap_or(last), other.at.unwrap_or(last));
            (from.min(to), from.max(to))
        };
        let found = match &one.file {
            None => {
                let (from, to) = span(self.last);
                self.past.as_ref()?.cell_changes(from, to)
            }
            Some(file) => {
                let kept = self.open(file).ok()?;
                let (from, to) = span(kept.document().last_step());
                kept.document().cell_changes(from, to)
            }
        };
        found.ok().map(Arc::new)
    }
}

/// What a comparison shows of a document: names, scales, sources, and the cells of its sides.
fn part_of(contents: &Contents, sides: &[Side]) -> Contents {
    let mut part = Contents {
        info: contents.info.clone(),
        sources: contents.sources.clone(),
        policies: contents.policies.clone(),
        goals: contents.goals.clone(),
        scales: contents.scales.clone(),
        matrices: contents.matrices.clone(),
        assessors: contents.assessors.clone(),
        ..Contents::default()
    };
    for side in sides {
        let own = contents.cells_of(side.matrix);
        let own = own.filter(|(key, _)| key.assessor == side.assessor && key.round == side.round);
        part.assessments
            .extend(own.map(|(key, cell)| (*key, cell.clone())));
    }
    part
}
