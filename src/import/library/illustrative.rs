//! What ships of crosswalks and of effects between goals, for a document of one's own: those of the sample, which are
//! ours and illustrative, and are marked as such where they are used. There is no official crosswalk between these
//! frameworks, and no official matrix of effects between goals.

use super::framework::framework_id;
use super::sample::{crosswalk, goals_on_goals};
use super::{LibraryError, derived, framework, scale};
use ordito_document::Edit;
use ordito_model::{Axis, Contents, CrosswalkId, FrameworkId, GoalId, Item, MatrixId, StepLabel};
use std::collections::BTreeSet;

/// Something illustrative that ships.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Illustrative {
    /// From the regional strategy (MAS) to the goals of the 2030 Agenda.
    Crosswalk,
    /// The goals of the 2030 Agenda on each other.
    GoalMatrix,
}

impl Illustrative {
    /// Keys of the frameworks it is about.
    const fn frameworks(self) -> &'static [&'static str] {
        match self {
            Self::Crosswalk => &["srsvs-piemonte", "agenda-2030"],
            Self::GoalMatrix => &["agenda-2030"],
        }
    }

    fn is_there(self, contents: &Contents) -> bool {
        match self {
            Self::Crosswalk => contents.crosswalks.contains_key(&crosswalk_id()),
            Self::GoalMatrix => contents.matrices.contains_key(&goals_id()),
        }
    }

    /// Whether it leads somewhere from a matrix: its goals are of a framework that this is about, and it is not there yet.
    pub fn helps(self, contents: &Contents, matrix: MatrixId) -> bool {
        let is_known = |framework: FrameworkId| {
            let mut known = self.frameworks().iter().filter_map(|key| framework_id(key));
            known.any(|id| id == framework)
        };
        let mut goals = [Axis::Rows, Axis::Columns]
            .into_iter()
            .flat_map(|axis| contents.lines_of(matrix, axis))
            .filter_map(|(item, _)| contents.goals.get(&item.goal()?));
        !self.is_there(contents) && goals.any(|goal| is_known(goal.framework))
    }

    /// The edit that adds it, with the frameworks and the scale that it needs and the document lacks. Nothing of it that
    /// names a goal which somebody took out. `None` when it is there.
    ///
    /// # Errors
    /// Never with the files of this repository, which a test reads.
    pub fn edit(self, contents: &Contents) -> Result<Option<Edit>, LibraryError> {
        if self.is_there(contents) {
            return Ok(None);
        }
        let mut edits = Vec::new();
        for key in self.frameworks() {
            let (id, framework, goals) = framework(key)?;
            if !contents.frameworks.contains_key(&id) {
                edits.push(Edit::AddFramework {
                    id,
                    framework,
                    goals,
                });
            }
        }
        let mut own = Vec::new();
        match self {
            Self::Crosswalk => crosswalk(&mut own)?,
            Self::GoalMatrix => {
                if let Some((id, scale)) = scale("nilsson")?
                    && !contents.scales.contains_key(&id)
                {
                    edits.push(Edit::PutScale { id, scale });
                }
                goals_on_goals(&mut own)?;
            }
        }
        let added: BTreeSet<_> = edits
            .iter()
            .flat_map(|edit| match edit {
                Edit::AddFramework { goals, .. } => goals.as_slice(),
                _ => &[],
            })
            .map(|(id, _)| *id)
            .collect();
        let is_there = |id: &GoalId| contents.goals.contains_key(id) || added.contains(id);
        let holds = |item: &Item| item.goal().is_none_or(|id| is_there(&id));
        for edit in &mut own {
            match edit {
                Edit::SetLinks(links) => {
                    links.retain(|(key, _)| is_there(&key.from) && is_there(&key.to));
                }
                Edit::AddMatrix {
                    rows,
                    columns,
                    matrix,
                    ..
                } => {
                    rows.retain(holds);
                    columns.retain(holds);
                    // Behind those of the document.
                    let last = contents.matrices.values().map(|each| each.position).max();
                    matrix.position = last.map_or(0, |last| last + 1);
                }
                Edit::SetCells { cells, .. } => {
                    cells.retain(|cell| holds(&cell.key.row) && holds(&cell.key.column));
                }
                _ => {}
            }
        }
        edits.extend(own);
        Ok(Some(Edit::Together {
            label: StepLabel::Imported {
                name: match self {
                    Self::Crosswalk => super::sample::CROSSWALK.to_owned(),
                    Self::GoalMatrix => super::SAMPLE_GOALS.to_owned(),
                },
            },
            edits,
        }))
    }
}

pub(super) fn crosswalk_id() -> CrosswalkId {
    CrosswalkId(derived(&["crosswalk", "mas-sdg"]))
}
/// This id comes after the sample's other matrix's: who takes the first by id gets that one.
pub(super) fn goals_id() -> MatrixId {
    MatrixId(derived(&["matrix", "goals-on-goals-216"]))
}
