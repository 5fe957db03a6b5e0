//! A view kept up to date patch by patch says what one built anew says.

use crate::document::small::{self, cell, nilsson, typed};
use ordito::document::{AssessmentChange, CellEdit, Edit};
use ordito::model::{
    AssessmentKey, Assessor, AssessorId, AssessorKind, CellsCause, MatrixId, Timestamp, read_entry,
};
use ordito::workspace::{Action, MatrixView, Settings, Workspace};
use std::fmt::Write as _;
use std::sync::Arc;

fn workspace(rows: u128, columns: u128) -> (tempfile::TempDir, Workspace) {
    let folder = tempfile::tempdir().unwrap();
    let document = small::matrix_document(&folder.path().join("a.ordito"), rows, columns);
    let mut workspace = Workspace::new(Settings::default(), Arc::new(|| Timestamp(1)));
    let path = document.path().to_owned();
    workspace.take(document, path);
    (folder, workspace)
}

/// Everything a view says, as text.
fn said(view: &MatrixView) -> String {
    let mut text = String::new();
    for assessor in &view.assessors {
        let layer = view.layer(*assessor);
        for row in 0..view.rows.len() {
            for column in 0..view.columns.len() {
                write!(
                    text,
                    "{:?} {} ",
                    view.dot(layer, row, column),
                    view.disputed(row, column)
                )
                .unwrap();
            }
        }
        writeln!(
            text,
            "{:?} {:?} {:?}",
            layer.rows,
            layer.columns,
            view.totals(*assessor)
        )
        .unwrap();
    }
    text
}

fn check(workspace: &Workspace, view: &mut MatrixView) {
    let fresh = MatrixView::build(workspace, MatrixId::fixed(1), 1).unwrap();
    if !view.update(workspace) {
        *view = fresh.clone();
    }
    assert_eq!(said(view), said(&fresh));
    assert_eq!(view.revision(), fresh.revision());
}

#[test]
fn random_entries_undone_and_redone_leave_the_view_as_one_built_anew() {
    let (_folder, mut workspace) = workspace(7, 5);
    let other = AssessorId::fixed(7);
    for (id, name) in [(other, "A"), (AssessorId::fixed(8), "B")] {
        let assessor = Assessor {
            name: name.to_owned(),
            kind: AssessorKind::Office,
            note: String::new(),
            position: 1,
        };
        workspace.act(Action::Edit(Edit::PutAssessor { id, assessor }));
    }
    let mut view = MatrixView::build(&workspace, MatrixId::fixed(1), 1).unwrap();
    let entries = ["2", "-1", "0", "n", "?", "", "3/-2", "1"];
    let mut state = 11_u64;
    let mut next = |n: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % n
    };
    for _ in 0..300 {
        match next(8) {
            0 => workspace.act(Action::Undo),
            1 => workspace.act(Action::Redo),
            2 => {
                let cells = (0..9)
                    .map(|_| {
                        let key = cell(next(7) as u128 + 1, next(5) as u128 + 1);
                        let change = AssessmentChange {
                            reason: (next(2) == 0).then(|| "perché".to_owned()),
                            mitigation: (next(3) == 0).then(|| "così".to_owned()),
                            ..AssessmentChange::value(
                                read_entry(entries[next(8)], &nilsson()).unwrap(),
                            )
                        };
                        CellEdit { key, change }
                    })
                    .collect();
                workspace.act(Action::Edit(Edit::SetCells {
                    cause: CellsCause::Paste,
                    cells,
                }));
            }
            3 | 4 => {
                let assessor = AssessorId::fixed(7 + next(2) as u128);
                let key = AssessmentKey {
                    assessor,
                    ..cell(next(7) as u128 + 1, next(5) as u128 + 1)
                };
                let change =
                    AssessmentChange::value(read_entry(entries[next(8)], &nilsson()).unwrap());
                let cells = vec![CellEdit { key, change }];
                workspace.act(Action::Edit(Edit::SetCells {
                    cause: CellsCause::Type,
                    cells,
                }));
            }
            _ => workspace.act(Action::Edit(typed(
                next(7) as u128 + 1,
                next(5) as u128 + 1,
                entries[next(8)],
            ))),
        }
        check(&workspace, &mut view);
    }
}

#[test]
fn one_entry_is_taken_in_without_building_anew() {
    let (_folder, mut workspace) = workspace(4, 4);
    let mut view = MatrixView::build(&workspace, MatrixId::fixed(1), 1).unwrap();
    workspace.act(Action::Edit(typed(2, 3, "2/-1")));
    assert!(view.update(&workspace));
    let layer = view.layer(AssessorId::AGREED);
    assert_eq!(
        (
            layer.rows[1].benefit,
            layer.rows[1].tradeoff,
            layer.rows[1].net()
        ),
        (2.0, -1.0, 1.0)
    );
    assert_eq!(
        (layer.rows[1].coverage(), layer.columns[2].scored),
        (Some(0.25), 1)
    );
    assert_eq!(view.totals(AssessorId::AGREED).open_conflicts, 1);
}

#[test]
fn three_states_are_no_zero_and_not_applicable_is_no_crossing() {
    let (_folder, mut workspace) = workspace(1, 4);
    for (column, entry) in [(1, "n"), (2, "?"), (3, "0")] {
        workspace.act(Action::Edit(typed(1, column, entry)));
    }
    let view = MatrixView::build(&workspace, MatrixId::fixed(1), 1).unwrap();
    let sums = view.layer(AssessorId::AGREED).rows[0];
    assert_eq!(
        (
            sums.scored,
            sums.not_applicable,
            sums.dont_know,
            sums.unanswered()
        ),
        (1, 1, 1, 1)
    );
    // One of the three possible ones is scored.
    assert_eq!(sums.coverage(), Some(1.0 / 3.0));
}
