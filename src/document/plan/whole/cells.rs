//! Cells of whole contents. They lie in order of matrix, assessor, round and row, so that each of these is looked up
//! once and not for every cell.

use super::super::{Rules, assessment};
use super::{Search, moment, name_of};
use crate::Refusal;
use ordito_model::{
    Assessment, AssessmentKey, AssessorId, AssessorKind, Axis, Contents, Item, LabId, LineKey,
    Matrix, MatrixId, Scale, Subject,
};
use std::collections::{BTreeMap, BTreeSet};

/// What is asked of every cell of a matrix.
struct Ground<'a> {
    matrix: &'a Matrix,
    scale: Option<&'a Scale>,
    rows: Vec<Item>,
    columns: Vec<Item>,
}

impl Rules for Assessment {
    /// `P1 × 1.1, Ufficio`
    fn called(&self, key: &AssessmentKey, contents: &Contents) -> String {
        let crossing = format!(
            "{} × {}",
            name_of(contents, key.row),
            name_of(contents, key.column)
        );
        match contents.assessors.get(&key.assessor) {
            Some(assessor) => format!("{crossing}, {}", assessor.name),
            None => crossing,
        }
    }
    fn check(&self, key: &AssessmentKey, contents: &Contents) -> Result<(), Refusal> {
        let here = Ground::of(contents, key.matrix).ok_or(Refusal::NotThere(Subject::Matrix))?;
        let is_row = here.rows.binary_search(&key.row).is_ok();
        check(contents, &here, &Votes::of(contents), key, self, is_row)
    }
    fn search(search: &mut Search<'_>) {
        let c = search.contents;
        let votes = Votes::of(c);
        let mut ground: Option<(MatrixId, Option<Ground<'_>>)> = None;
        let mut row_known: Option<(MatrixId, Item, bool)> = None;
        for (key, cell) in &c.assessments {
            if ground.as_ref().is_none_or(|(id, _)| *id != key.matrix) {
                ground = Some((key.matrix, Ground::of(c, key.matrix)));
            }
            let Some((_, Some(here))) = &ground else {
                search.hold::<Self>(
                    key,
                    || cell.called(key, c),
                    Err(Refusal::NotThere(Subject::Matrix)),
                );
                continue;
            };
            if row_known.is_none_or(|(matrix, row, _)| (matrix, row) != (key.matrix, key.row)) {
                row_known = Some((
                    key.matrix,
                    key.row,
                    here.rows.binary_search(&key.row).is_ok(),
                ));
            }
            let is_row = row_known.is_some_and(|(_, _, known)| known);
            search.hold::<Self>(
                key,
                || cell.called(key, c),
                check(c, here, &votes, key, cell, is_row),
            );
        }
    }
}

fn check(
    c: &Contents,
    here: &Ground<'_>,
    votes: &Votes,
    key: &AssessmentKey,
    cell: &Assessment,
    is_row: bool,
) -> Result<(), Refusal> {
    place(
        c,
        here,
        key,
        is_row && here.columns.binary_search(&key.column).is_ok(),
    )?;
    votes.check(c, key)?;
    assessment::check_cell(c, here.scale, cell)?;
    moment(cell.at)
}

impl<'a> Ground<'a> {
    fn of(c: &'a Contents, id: MatrixId) -> Option<Self> {
        let matrix = c.matrices.get(&id)?;
        let items = |axis| {
            let first = LineKey {
                matrix: id,
                axis,
                item: Item::Policy(ordito_model::PolicyId::fixed(0)),
            };
            let lines = c
                .lines
                .range(first..)
                .take_while(|(key, _)| key.matrix == id && key.axis == axis);
            lines.map(|(key, _)| key.item).collect::<Vec<Item>>()
        };
        Some(Self {
            matrix,
            scale: c.scales.get(&matrix.scale),
            rows: items(Axis::Rows),
            columns: items(Axis::Columns),
        })
    }
}

fn place(
    c: &Contents,
    here: &Ground<'_>,
    key: &AssessmentKey,
    in_matrix: bool,
) -> Result<(), Refusal> {
    if !in_matrix {
        return Err(Refusal::NotInMatrix {
            matrix: here.matrix.name.clone(),
        });
    }
    if here.matrix.kind.is_square() && key.row == key.column {
        return Err(Refusal::Diagonal {
            name: name_of(c, key.row),
        });
    }
    Ok(())
}

/// Who votes in which laboratory, and what is asked there.
struct Votes {
    homes: BTreeMap<AssessorId, LabId>,
    asked: BTreeSet<(LabId, Item, Item)>,
}

impl Votes {
    fn of(c: &Contents) -> Self {
        let listed = c
            .labs
            .iter()
            .flat_map(|(id, lab)| lab.participants.iter().map(|each| (each.id, *id)));
        let asked = c
            .questions
            .values()
            .map(|each| (each.lab, each.row, each.column));
        Self {
            homes: listed.collect(),
            asked: asked.collect(),
        }
    }
    /// Participants vote on what their laboratory asks, in rounds from 1.
    fn check(&self, c: &Contents, key: &AssessmentKey) -> Result<(), Refusal> {
        let Some(assessor) = c.assessors.get(&key.assessor) else {
            return Err(Refusal::NotThere(Subject::Assessor));
        };
        if assessor.kind != AssessorKind::Participant {
            return Ok(());
        }
        let home = self
            .homes
            .get(&key.assessor)
            .and_then(|id| Some((*id, c.labs.get(id)?)));
        let is_vote = home.is_some_and(|(id, lab)| {
            lab.matrix == key.matrix
                && key.round > 0
                && self.asked.contains(&(id, key.row, key.column))
        });
        if is_vote {
            Ok(())
        } else {
            Err(Refusal::WrongItem {
                found: Subject::Participant,
            })
        }
    }
}
