//! Matrices and their rows and columns.

use super::whole::{name_of, sane};
use super::{Draft, Planned, Rules, Standing, lab, named, not_there, put, short_enough, there};
use crate::{LineChange, Refusal};
use ordito_model::{
    Assessment, Assessor, AssessorKind, Axis, Contents, Item, Line, LineKey, Matrix, MatrixId,
    Patch, Scale, StepLabel, Subject, Table, check_on_scale,
};
use std::collections::{BTreeMap, BTreeSet};

fn check(contents: &Contents, matrix: &Matrix) -> Result<(), Refusal> {
    named(Subject::Matrix, &matrix.name)?;
    short_enough(&[&matrix.note])?;
    let _: &Scale = there(contents, matrix.scale)?;
    matrix.assessors.iter().try_for_each(|assessor| {
        match there::<Assessor>(contents, *assessor)?.kind {
            // They vote in their laboratory and fill no matrix.
            AssessorKind::Participant => Err(Refusal::WrongItem {
                found: Subject::Participant,
            }),
            _ => Ok(()),
        }
    })
}

fn check_item(contents: &Contents, matrix: &Matrix, axis: Axis, item: Item) -> Result<(), Refusal> {
    match item {
        Item::Policy(_) if !matrix.kind.holds_policies(axis) => Err(Refusal::WrongItem {
            found: Subject::Policy,
        }),
        Item::Goal(_) if matrix.kind.holds_policies(axis) => Err(Refusal::WrongItem {
            found: Subject::Goal,
        }),
        Item::Policy(id) => there::<ordito_model::Policy>(contents, id).map(|_| ()),
        Item::Goal(id) => there::<ordito_model::Goal>(contents, id).map(|_| ()),
    }
}

fn check_weight(weight: f64) -> Result<(), Refusal> {
    // Zero has one sign in the file.
    let is_weight =
        weight.is_finite() && weight >= 0.0 && !(weight == 0.0 && weight.is_sign_negative());
    if is_weight {
        Ok(())
    } else {
        Err(Refusal::Weight(weight))
    }
}

fn subject(axis: Axis) -> Subject {
    match axis {
        Axis::Rows => Subject::Row,
        Axis::Columns => Subject::Column,
    }
}

pub fn add(
    contents: &Contents,
    id: MatrixId,
    matrix: &Matrix,
    rows: &[Item],
    columns: &[Item],
) -> Planned {
    not_there::<Matrix>(contents, id)?;
    check(contents, matrix)?;
    let mut patch = Patch::default();
    let position = contents
        .matrices
        .values()
        .map(|matrix| matrix.position + 1)
        .max()
        .unwrap_or(0);
    patch.push(
        id,
        None,
        Some(Matrix {
            position,
            ..matrix.clone()
        }),
    );
    for (axis, items) in [(Axis::Rows, rows), (Axis::Columns, columns)] {
        let mut seen = BTreeSet::new();
        for (position, item) in (0..).zip(items) {
            check_item(contents, matrix, axis, *item)?;
            if !seen.insert(*item) {
                return Err(Refusal::ThereAlready(subject(axis)));
            }
            let key = LineKey {
                matrix: id,
                axis,
                item: *item,
            };
            patch.push(
                key,
                None,
                Some(Line {
                    position,
                    weight: 1.0,
                    hidden: false,
                }),
            );
        }
    }
    Ok((
        patch,
        StepLabel::Added {
            subject: Subject::Matrix,
            name: matrix.name.clone(),
        },
    ))
}

pub fn change(contents: &Contents, id: MatrixId, matrix: &Matrix) -> Planned {
    let before: &Matrix = there(contents, id)?;
    check(contents, matrix)?;
    if matrix.kind != before.kind {
        return Err(Refusal::InUse {
            subject: Subject::Matrix,
            name: before.name.clone(),
            user: before.name.clone(),
        });
    }
    if matrix.scale != before.scale {
        let scale: &Scale = there(contents, matrix.scale)?;
        let off = |cell: &Assessment| check_on_scale(cell.value, scale).err();
        if let Some(refusal) = contents.cells_of(id).find_map(|(_, cell)| off(cell)) {
            return Err(refusal.into());
        }
    }
    Ok(put(contents, id, matrix.clone(), &matrix.name))
}

pub fn delete(contents: &Contents, id: MatrixId) -> Planned {
    let name = there::<Matrix>(contents, id)?.name.clone();
    let mut draft = Draft::new(contents);
    draft.delete_where::<Assessment>(|key, _| key.matrix == id);
    draft.delete_where::<Line>(|key, _| key.matrix == id);
    lab::matrix_goes(&mut draft, id);
    draft.set::<Matrix>(id, None);
    Ok((
        draft.patch,
        StepLabel::Deleted {
            subject: Subject::Matrix,
            name,
        },
    ))
}

/// Items of an axis in their order.
fn order(contents: &Contents, matrix: MatrixId, axis: Axis) -> Vec<Item> {
    contents
        .lines_of(matrix, axis)
        .into_iter()
        .map(|(item, _)| item)
        .collect()
}

/// Writes the positions that follow from a new order.
fn renumber(draft: &mut Draft<'_>, matrix: MatrixId, axis: Axis, order: &[Item]) {
    let positions: BTreeMap<Item, i64> = order.iter().copied().zip(0..).collect();
    draft.change_where::<Line>(|key, line| {
        if key.matrix != matrix || key.axis != axis {
            return None;
        }
        positions.get(&key.item).map(|position| Line {
            position: *position,
            ..line.clone()
        })
    });
}

fn moved_label(contents: &Contents, axis: Axis, items: &[Item], one: bool) -> StepLabel {
    let subject = subject(axis);
    match items {
        [item] => {
            let name = contents.item_label(*item).1.it;
            if one {
                StepLabel::Moved { subject, name }
            } else {
                StepLabel::Added { subject, name }
            }
        }
        many if one => StepLabel::MovedMany {
            subject,
            n: many.len(),
        },
        many => StepLabel::AddedMany {
            subject,
            n: many.len(),
        },
    }
}

pub fn add_lines(
    contents: &Contents,
    id: MatrixId,
    axis: Axis,
    items: &[Item],
    before: Option<Item>,
) -> Planned {
    let matrix: &Matrix = there(contents, id)?;
    let mut order = order(contents, id, axis);
    let mut new = BTreeSet::new();
    for item in items {
        check_item(contents, matrix, axis, *item)?;
        if order.contains(item) || !new.insert(*item) {
            return Err(Refusal::ThereAlready(subject(axis)));
        }
    }
    let at = before
        .and_then(|before| order.iter().position(|item| *item == before))
        .unwrap_or(order.len());
    order.splice(at..at, items.iter().copied());
    let mut draft = Draft::new(contents);
    renumber(&mut draft, id, axis, &order);
    for (position, item) in (at as i64..).zip(items) {
        draft.set(
            LineKey {
                matrix: id,
                axis,
                item: *item,
            },
            Some(Line {
                position,
                weight: 1.0,
                hidden: false,
            }),
        );
    }
    Ok((draft.patch, moved_label(contents, axis, items, false)))
}

pub fn remove_lines(contents: &Contents, id: MatrixId, axis: Axis, items: &[Item]) -> Planned {
    let _: &Matrix = there(contents, id)?;
    for item in items {
        let _: &Line = there(
            contents,
            LineKey {
                matrix: id,
                axis,
                item: *item,
            },
        )?;
    }
    let gone: BTreeSet<Item> = items.iter().copied().collect();
    let mut draft = Draft::new(contents);
    draft.delete_where::<Line>(|key, _| {
        key.matrix == id && key.axis == axis && gone.contains(&key.item)
    });
    draft.delete_where::<Assessment>(|key, _| {
        key.matrix == id
            && gone.contains(match axis {
                Axis::Rows => &key.row,
                Axis::Columns => &key.column,
            })
    });
    lab::items_go(&mut draft, Some(id), |question| {
        gone.contains(match axis {
            Axis::Rows => &question.row,
            Axis::Columns => &question.column,
        })
    });
    let subject = subject(axis);
    let label = match items {
        [item] => StepLabel::Deleted {
            subject,
            name: contents.item_label(*item).1.it,
        },
        many => StepLabel::DeletedMany {
            subject,
            n: many.len(),
        },
    };
    Ok((draft.patch, label))
}

pub fn move_lines(
    contents: &Contents,
    id: MatrixId,
    axis: Axis,
    items: &[Item],
    before: Option<Item>,
) -> Planned {
    let _: &Matrix = there(contents, id)?;
    for item in items {
        let _: &Line = there(
            contents,
            LineKey {
                matrix: id,
                axis,
                item: *item,
            },
        )?;
    }
    let moved: BTreeSet<Item> = items.iter().copied().collect();
    let mut order = order(contents, id, axis);
    order.retain(|item| !moved.contains(item));
    let at = before
        .and_then(|before| order.iter().position(|item| *item == before))
        .unwrap_or(order.len());
    order.splice(at..at, moved.iter().copied().collect::<Vec<_>>());
    // The moved ones keep the order they were given in.
    order.splice(at..at + moved.len(), dedup(items));
    let mut draft = Draft::new(contents);
    renumber(&mut draft, id, axis, &order);
    Ok((draft.patch, moved_label(contents, axis, items, true)))
}

fn dedup(items: &[Item]) -> Vec<Item> {
    let mut seen = BTreeSet::new();
    items
        .iter()
        .copied()
        .filter(|item| seen.insert(*item))
        .collect()
}

pub fn set_lines(
    contents: &Contents,
    id: MatrixId,
    axis: Axis,
    items: &[Item],
    change: LineChange,
) -> Planned {
    let _: &Matrix = there(contents, id)?;
    let weight = change.weight.map(|weight| weight + 0.0);
    weight.map_or(Ok(()), check_weight)?;
    let mut draft = Draft::new(contents);
    for item in dedup(items) {
        let key = LineKey {
            matrix: id,
            axis,
            item,
        };
        let line: &Line = there(contents, key)?;
        let after = Line {
            position: line.position,
            weight: weight.unwrap_or(line.weight),
            hidden: change.hidden.unwrap_or(line.hidden),
        };
        draft.set(key, Some(after));
    }
    let subject = subject(axis);
    let label = match items {
        [item] => StepLabel::Changed {
            subject,
            name: contents.item_label(*item).1.it,
        },
        many => StepLabel::ChangedMany {
            subject,
            n: many.len(),
        },
    };
    Ok((draft.patch, label))
}

impl Rules for Matrix {
    const NAMES: &'static [Table] = &[Table::Assessor];

    fn called(&self, _id: &MatrixId, _contents: &Contents) -> String {
        self.name.clone()
    }
    fn check(&self, _id: &MatrixId, contents: &Contents) -> Result<(), Refusal> {
        check(contents, self)?;
        sane(self.position)
    }
    fn without(&self, _id: &MatrixId, standing: &Standing<'_>) -> Option<Self> {
        let mut left = self.clone();
        left.assessors
            .retain(|assessor| standing.has::<Assessor>(*assessor));
        Some(left)
    }
}

impl Rules for Line {
    fn called(&self, key: &LineKey, contents: &Contents) -> String {
        name_of(contents, key.item)
    }
    fn check(&self, key: &LineKey, contents: &Contents) -> Result<(), Refusal> {
        let matrix: &Matrix = there(contents, key.matrix)?;
        check_item(contents, matrix, key.axis, key.item)?;
        check_weight(self.weight)?;
        sane(self.position)
    }
}
