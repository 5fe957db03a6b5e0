//! Cells and who fills them.

use super::whole::{Search, sane};
use super::{Draft, Planned, Rules, Whole, lab, named, put, short_enough, there};
use crate::{CellEdit, Refusal, Stamp};
use ordito_model::{
    Assessment, AssessmentKey, Assessor, AssessorId, AssessorKind, CellsCause, Cited, Contents,
    Key as _, Matrix, MatrixId, Patch, Scale, Source, StepLabel, Subject, Table, check_on_scale,
};
use std::collections::BTreeMap;

impl Rules for Assessor {
    fn called(&self, _id: &AssessorId, _contents: &Contents) -> String {
        self.name.clone()
    }
    fn check(&self, id: &AssessorId, _contents: &Contents) -> Result<(), Refusal> {
        named(Subject::Assessor, &self.name)?;
        short_enough(&[&self.note])?;
        if (self.kind == AssessorKind::Agreed) != (*id == AssessorId::AGREED) {
            return Err(Refusal::AgreedStays);
        }
        sane(self.position)
    }
    fn search(search: &mut Search<'_>) {
        let c = search.contents();
        if !c.assessors.contains_key(&AssessorId::AGREED) && c.info().is_some() {
            search.note(
                Table::Assessor,
                AssessorId::AGREED.to_bytes(),
                String::new(),
                Refusal::AgreedStays,
            );
        }
        search.each::<Self>(|_, _| Ok(()));
    }
}
impl Whole for Assessor {
    fn put(contents: &Contents, id: AssessorId, assessor: &Self) -> Planned {
        assessor.check(&id, contents)?;
        // Participants come and go with their laboratory.
        let there = contents
            .assessors
            .get(&id)
            .is_some_and(|before| before.kind == AssessorKind::Participant);
        if (assessor.kind == AssessorKind::Participant) != there {
            return Err(Refusal::WrongItem {
                found: Subject::Participant,
            });
        }
        Ok(put(contents, id, assessor.clone(), &assessor.name))
    }
    /// With all cells.
    fn delete(contents: &Contents, id: AssessorId) -> Planned {
        let name = there::<Self>(contents, id)?.name.clone();
        if id == AssessorId::AGREED {
            return Err(Refusal::AgreedStays);
        }
        let mut draft = Draft::new(contents);
        draft.delete_where::<Assessment>(|key, _| key.assessor == id);
        lab::assessor_goes(&mut draft, id);
        draft.set::<Self>(id, None);
        Ok((
            draft.patch,
            StepLabel::Deleted {
                subject: Subject::Assessor,
                name,
            },
        ))
    }
}

/// Rules of one crossing: it is in the matrix, and not on the diagonal of a square one.
pub fn check_place(
    contents: &Contents,
    matrix: &Matrix,
    key: &AssessmentKey,
) -> Result<(), Refusal> {
    let missing = || Refusal::NotInMatrix {
        matrix: matrix.name.clone(),
    };
    if !contents.lines.contains_key(&key.row_key())
        || !contents.lines.contains_key(&key.column_key())
    {
        return Err(missing());
    }
    if matrix.kind.is_square() && key.row == key.column {
        return Err(Refusal::Diagonal {
            name: contents.item_label(key.row).1.it,
        });
    }
    Ok(())
}

fn check_confidence(confidence: Option<u8>) -> Result<(), Refusal> {
    match confidence.filter(|level| !(1..=5).contains(level)) {
        Some(wrong) => Err(Refusal::Confidence(wrong)),
        None => Ok(()),
    }
}

fn check_cited(contents: &Contents, sources: &[Cited]) -> Result<(), Refusal> {
    sources.iter().try_for_each(|cited| {
        let _: &Source = there(contents, cited.source)?;
        short_enough(&[&cited.page])
    })
}

/// What a cell says, wherever it stands.
pub(super) fn check_cell(
    contents: &Contents,
    scale: Option<&Scale>,
    cell: &Assessment,
) -> Result<(), Refusal> {
    if cell.is_empty() {
        return Err(Refusal::EmptyCell);
    }
    if let Some(scale) = scale {
        check_on_scale(cell.value, scale)?;
    }
    check_confidence(cell.confidence)?;
    short_enough(&[&cell.reason, &cell.mitigation, &cell.by])?;
    check_cited(contents, &cell.sources)
}

/// Cells of anybody but participants, whose votes are taken by their laboratory.
pub fn set_cells(
    contents: &Contents,
    cause: CellsCause,
    cells: &[CellEdit],
    stamp: &Stamp,
) -> Planned {
    let participant = |cell: &CellEdit| {
        contents
            .assessors
            .get(&cell.key.assessor)
            .is_some_and(|it| it.kind == AssessorKind::Participant)
    };
    if cells.iter().any(participant) {
        return Err(Refusal::WrongItem {
            found: Subject::Participant,
        });
    }
    set_cells_of_anybody(contents, cause, cells, stamp)
}

pub fn set_cells_of_anybody(
    contents: &Contents,
    cause: CellsCause,
    cells: &[CellEdit],
    stamp: &Stamp,
) -> Planned {
    let mut matrices: BTreeMap<MatrixId, (&Matrix, &Scale)> = BTreeMap::new();
    let mut after: BTreeMap<AssessmentKey, Assessment> = BTreeMap::new();
    let mut name = String::new();
    for CellEdit { key, change } in cells {
        let (matrix, scale) = if let Some(known) = matrices.get(&key.matrix) {
            *known
        } else {
            let matrix: &Matrix = there(contents, key.matrix)?;
            let pair = (matrix, there::<Scale>(contents, matrix.scale)?);
            name.clone_from(&matrix.name);
            *matrices.entry(key.matrix).or_insert(pair)
        };
        check_place(contents, matrix, key)?;
        let _: &Assessor = there(contents, key.assessor)?;
        let now = after.get(key).or_else(|| contents.assessments.get(key));
        // A cell that nobody wrote is empty.
        let before = now.cloned().unwrap_or_default();
        let mut cell = before.clone();
        if let Some(value) = change.value {
            check_on_scale(value, scale)?;
            cell.value = value;
        }
        if let Some(contribution) = change.contribution {
            cell.contribution = contribution;
        }
        if let Some(confidence) = change.confidence {
            check_confidence(confidence)?;
            cell.confidence = confidence;
        }
        if let Some(reason) = &change.reason {
            short_enough(&[reason])?;
            cell.reason.clone_from(reason);
        }
        if let Some(mitigation) = &change.mitigation {
            short_enough(&[mitigation])?;
            cell.mitigation.clone_from(mitigation);
        }
        if let Some(sources) = &change.sources {
            check_cited(contents, sources)?;
            cell.sources.clone_from(sources);
        }
        if !cell.says_the_same_as(&before) {
            cell.at = stamp.at;
            cell.by.clone_from(&stamp.by);
            after.insert(*key, cell);
        }
    }
    let mut patch = Patch {
        records: Vec::with_capacity(after.len()),
    };
    for (key, cell) in after {
        let before = contents.assessments.get(&key).cloned();
        // A cell that came back to what it was does not change its time.
        let same = before
            .as_ref()
            .map_or_else(|| cell.is_empty(), |before| before.says_the_same_as(&cell));
        if !same {
            patch.push(key, before, (!cell.is_empty()).then_some(cell));
        }
    }
    let n = patch.records.len();
    Ok((
        patch,
        StepLabel::Cells {
            cause,
            cells: n,
            matrix: name,
        },
    ))
}
