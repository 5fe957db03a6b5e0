//! Copies from their files: what each two had in common last is found in their journals.
//!
//! Two copies share the steps whose chain is the same. A copy that took another one in says so in its history, with the
//! state it took: that state is then what they have in common, so that merging again finds nothing, whatever was decided.

use super::join::{Copy, Family};
use crate::storage::StorageError;
use crate::{Document, stacks};
use ordito_model::{Contents, JoinedCopy, MergeNote, StepLabel, StepNumber};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Why copies were not brought together.
#[derive(Debug, thiserror::Error)]
pub enum GatherError {
    /// The copy at this place is another document.
    #[error("copy {0} is another document")]
    AnotherDocument(usize),
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// A copy's journal: the links of its chain and the merges that hold.
struct History {
    links: Vec<String>,
    notes: Vec<Arc<MergeNote>>,
}

impl History {
    /// The link that a history ends with; none before its first step.
    fn last_link(&self) -> String {
        self.link(self.links.len())
    }
    /// The link of a step, counted from 1; none before the first.
    fn link(&self, step: usize) -> String {
        let link = step.checked_sub(1).map(|at| self.links.get(at));
        debug_assert!(link != Some(None), "no step {step}");
        link.flatten().cloned().unwrap_or_default()
    }
}

/// The copies with what each two had in common, and what the history is to keep of those after the first.
///
/// # Errors
/// When one is another document, or a journal cannot be read.
pub fn gather(documents: &[(String, &Document)]) -> Result<(Family, Vec<JoinedCopy>), GatherError> {
    let id = |document: &Document| document.contents().info().map(|info| info.id);
    let first = documents.first().and_then(|(_, document)| id(document));
    if let Some(other) = documents
        .iter()
        .position(|(_, document)| id(document) != first || first.is_none())
    {
        return Err(GatherError::AnotherDocument(other));
    }
    let histories: Vec<History> = documents
        .iter()
        .map(|(_, document)| history(document))
        .collect::<Result<_, _>>()?;
    // Which state of whom is the base of each two.
    let mut states: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut names: Vec<Vec<String>> = Vec::new();
    for (i, mine) in histories.iter().enumerate() {
        let mut row = Vec::new();
        for (j, theirs) in histories.iter().enumerate() {
            if i == j {
                // Nobody asks what a copy has in common with itself.
                row.push(String::new());
                continue;
            }
            let (owner, step) = base(mine, theirs)
                .map_or((i, mine.links.len()), |(of_mine, step)| {
                    (if of_mine { i } else { j }, step)
                });
            let link = owner_link(&histories, owner, step);
            let known = states.entry(link.clone()).or_insert((owner, step));
            // Of those that have it, the one with the least to turn back.
            let behind = |(owner, step): (usize, usize)| {
                histories.get(owner).map_or(usize::MAX, |history| {
                    history.links.len().saturating_sub(step)
                })
            };
            if behind((owner, step)) < behind(*known) {
                *known = (owner, step);
            }
            row.push(link);
        }
        names.push(row);
    }
    let places: BTreeMap<&String, usize> = states
        .keys()
        .enumerate()
        .map(|(place, link)| (link, place))
        .collect();
    let base_of = names
        .iter()
        .map(|row| {
            row.iter()
                .map(|link| places.get(link).copied().unwrap_or(0))
                .collect()
        })
        .collect();
    let mut bases = Vec::new();
    for (owner, step) in states.values() {
        bases.push(match documents.get(*owner) {
            Some((_, document)) if *step > 0 => Arc::new(document.contents_at(number(*step))?),
            _ => Arc::new(Contents::default()),
        });
    }
    let earliest = (0..histories.len())
        .filter_map(|i| {
            histories
                .first()
                .zip(histories.get(i))
                .map(|(first, other)| shared(first, other))
        })
        .min()
        .unwrap_or(0);
    let mut copies = Vec::new();
    for (name, document) in documents {
        let changed = document
            .last_changes(number(earliest))?
            .into_iter()
            .collect();
        copies.push(Copy {
            name: name.clone(),
            contents: document.snapshot(),
            hash: document.hash(),
            changed,
        });
    }
    let taken = documents
        .iter()
        .zip(&histories)
        .skip(1)
        .map(|((name, document), history)| JoinedCopy {
            name: name.clone(),
            step: document.last_step(),
            chain: history.last_link(),
        });
    Ok((
        Family {
            copies,
            bases,
            base_of,
        },
        taken.collect(),
    ))
}

const fn number(step: usize) -> StepNumber {
    StepNumber(step as i64)
}

fn history(document: &Document) -> Result<History, StorageError> {
    let (standing, _) = stacks(document.steps());
    let notes = standing
        .iter()
        .filter_map(|number| match &document.step(*number)?.label {
            StepLabel::Joined { note } => Some(Arc::clone(&note.0)),
            _ => None,
        });
    Ok(History {
        links: document.chain()?,
        notes: notes.collect(),
    })
}

/// How many steps two journals share.
fn shared(mine: &History, theirs: &History) -> usize {
    mine.links
        .iter()
        .zip(&theirs.links)
        .take_while(|(a, b)| a == b)
        .count()
}

/// The last step of theirs that mine took in.
fn taken_in(mine: &History, theirs: &History) -> Option<usize> {
    let copies = mine.notes.iter().flat_map(|note| &note.copies);
    let known = copies.filter_map(|copy| {
        let step = usize::try_from(copy.step.0).ok()?;
        (theirs.links.get(step.checked_sub(1)?) == Some(&copy.chain)).then_some(step)
    });
    known.max()
}

/// Whose state is the base, and after which step; `None` where they are the same.
fn base(mine: &History, theirs: &History) -> Option<(bool, usize)> {
    let shared = shared(mine, theirs);
    if shared == mine.links.len() && shared == theirs.links.len() {
        return None;
    }
    let (of_theirs, of_mine) = (taken_in(mine, theirs), taken_in(theirs, mine));
    let of_theirs = of_theirs.filter(|step| *step > shared);
    let of_mine = of_mine.filter(|step| *step > shared);
    Some(match (of_theirs, of_mine) {
        (Some(step), None) => (false, step),
        (None, Some(step)) => (true, step),
        // Each took the other in: the same one whichever is asked.
        (Some(there), Some(here)) => {
            let link =
                |history: &History, step: usize| history.links.get(step.saturating_sub(1)).cloned();
            if link(theirs, there) > link(mine, here) {
                (false, there)
            } else {
                (true, here)
            }
        }
        (None, None) => (true, shared),
    })
}

fn owner_link(histories: &[History], owner: usize, step: usize) -> String {
    histories
        .get(owner)
        .map_or_else(String::new, |history| history.link(step))
}
