//! Taking cells of one side over into another, as one edit.

use ordito_analysis::{Comparison, Place};
use ordito_document::{AssessmentChange, CellEdit, Edit};
use ordito_model::{CellValue, CellsCause, Cited, Contents, SourceId};
use std::collections::BTreeMap;

/// An edit that takes cells of one side over into another, and what it leaves out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TakeOver {
    pub cells: Vec<CellEdit>,
    /// Cells that are blank on the other side, or that one of the two does not have.
    pub n_nothing: usize,
    /// Cited sources that this document does not have.
    pub n_sources: usize,
}
impl TakeOver {
    /// What `from` says of these places, for `to`, which is a side of `here`. A side of another file keeps its reasons and
    /// those of its sources that are here too, by id or by citation.
    pub fn of(
        comparison: &Comparison,
        from: usize,
        to: usize,
        places: &[Place],
        here: &Contents,
    ) -> Self {
        let mut taken = Self::default();
        let sources = comparison
            .sides
            .get(from)
            .map(|side| Sources::of(&side.contents, here))
            .unwrap_or_default();
        for place in places {
            let cell = comparison
                .cell(from, *place)
                .filter(|cell| cell.value != CellValue::Unscored);
            let (Some(key), Some(cell)) = (comparison.key(to, *place), cell) else {
                taken.n_nothing += 1;
                continue;
            };
            let cited: Vec<Cited> = cell
                .sources
                .iter()
                .filter_map(|cited| {
                    let found = sources.here(cited.source);
                    taken.n_sources += usize::from(found.is_none());
                    Some(Cited {
                        source: found?,
                        page: cited.page.clone(),
                    })
                })
                .collect();
            // What the other side leaves empty takes nothing away here.
            let said = |text: &String| (!text.trim().is_empty()).then(|| text.clone());
            let change = AssessmentChange {
                value: Some(cell.value),
                contribution: cell.contribution.map(Some),
                confidence: cell.confidence.map(Some),
                reason: said(&cell.reason),
                mitigation: said(&cell.mitigation),
                sources: (!cited.is_empty()).then_some(cited),
            };
            taken.cells.push(CellEdit { key, change });
        }
        taken
    }
    /// One undoable step.
    pub fn edit(&self) -> Edit {
        Edit::SetCells {
            cause: CellsCause::TakeOver,
            cells: self.cells.clone(),
        }
    }
}

/// The sources of one document by what they are in another.
#[derive(Default)]
struct Sources(BTreeMap<SourceId, SourceId>);
impl Sources {
    fn of(from: &Contents, here: &Contents) -> Self {
        let by_citation: BTreeMap<&str, SourceId> = here
            .sources
            .iter()
            .rev()
            .filter(|(_, source)| !source.citation.is_empty())
            .map(|(id, source)| (source.citation.as_str(), *id))
            .collect();
        let found = from.sources.iter().filter_map(|(id, source)| {
            let same = here.sources.contains_key(id).then_some(*id);
            Some((
                *id,
                same.or_else(|| by_citation.get(source.citation.as_str()).copied())?,
            ))
        });
        Self(found.collect())
    }
    fn here(&self, id: SourceId) -> Option<SourceId> {
        self.0.get(&id).copied()
    }
}
