//! Earlier states, made beside a document that is open and goes on changing.

use super::small::{cell, matrix_document, reason, stamp, typed};
use ordito::document::{Document, Edit, Stamp};
use ordito::jobs::Progress;
use ordito::model::{Contents, PolicyId, StepNumber, Timestamp};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

fn worked(path: &std::path::Path) -> (Document, Vec<Arc<Contents>>) {
    let mut document = matrix_document(path, 3, 3);
    let mut states = vec![document.snapshot()];
    let edits = [
        typed(1, 1, "2"),
        typed(1, 2, "-1"),
        reason(1, 2, "Perché"),
        Edit::DeletePolicies(vec![PolicyId::fixed(2)]),
        typed(3, 3, "2/-1"),
        typed(1, 1, "3"),
    ];
    for (n, edit) in (10..).zip(edits) {
        document.apply(&edit, &stamp(n)).unwrap().unwrap();
        states.push(document.snapshot());
    }
    for n in 20..23 {
        document.undo(&stamp(n)).unwrap().unwrap();
        states.push(document.snapshot());
    }
    document.redo(&stamp(23)).unwrap().unwrap();
    states.push(document.snapshot());
    (document, states)
}

#[test]
fn every_step_of_the_history_is_made_again_while_edits_go_on() {
    let folder = tempfile::tempdir().unwrap();
    let (mut document, states) = worked(&folder.path().join("a.ordito"));
    let past = document.past();
    let last = document.last_step();
    // What comes after the past was asked for is no part of it.
    document
        .apply(&typed(3, 1, "1"), &stamp(30))
        .unwrap()
        .unwrap();
    let first = last.0 - (states.len() as i64 - 1);
    for (n, state) in (first..).zip(&states) {
        let made = past
            .contents_at(StepNumber(n), &Progress::unwatched())
            .unwrap()
            .unwrap();
        assert!(made == **state, "step {n}");
        assert!(
            document.contents_at(StepNumber(n)).unwrap() == **state,
            "step {n}, by the document"
        );
    }
    // Stopped at the second of the steps that are turned back.
    let (stop, told) = (
        Arc::new(AtomicBool::new(false)),
        Arc::new(AtomicUsize::new(0)),
    );
    let (flag, count) = (Arc::clone(&stop), Arc::clone(&told));
    let wake = move || {
        flag.store(
            count.fetch_add(1, Ordering::Relaxed) == 1,
            Ordering::Relaxed,
        );
    };
    let progress = Progress::watched(Arc::new(wake)).stopped_by(stop);
    assert!(
        past.contents_at(StepNumber(1), &progress)
            .unwrap()
            .is_none(),
        "stopped"
    );
    assert_eq!(told.load(Ordering::Relaxed), 2);
    assert_eq!(
        document.contents().assessments[&cell(3, 1)]
            .value
            .to_string(),
        "1"
    );
}

#[test]
fn what_became_of_cells_between_two_states() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = matrix_document(&folder.path().join("a.ordito"), 2, 3);
    let by = |who: &str, at| Stamp {
        at: Timestamp(at),
        by: who.to_owned(),
    };
    document.apply(&typed(1, 1, "2"), &by("Anna", 10)).unwrap();
    let from = document.last_step();
    document.apply(&typed(1, 1, "1"), &by("Anna", 20)).unwrap();
    document
        .apply(&typed(1, 1, "-3"), &by("Bruno", 30))
        .unwrap();
    document.apply(&typed(2, 2, "1"), &by("Anna", 40)).unwrap();
    document.apply(&typed(2, 2, ""), &by("Anna", 50)).unwrap();
    document.apply(&typed(2, 3, "1"), &by("Carla", 60)).unwrap();
    let to = document.last_step();
    document.apply(&typed(1, 2, "1"), &by("Anna", 70)).unwrap();
    for changes in [
        document.cell_changes(from, to).unwrap(),
        document.past().cell_changes(from, to).unwrap(),
    ] {
        assert_eq!(
            changes.keys().copied().collect::<Vec<_>>(),
            [cell(1, 1), cell(2, 3)]
        );
        let value = |cell: &Option<ordito::model::Assessment>| {
            cell.as_ref().map(|cell| cell.value.to_string())
        };
        let one = &changes[&cell(1, 1)];
        assert_eq!(
            (value(&one.before).unwrap(), value(&one.after).unwrap()),
            ("2".to_owned(), "-3".to_owned())
        );
        assert_eq!(
            (one.by.as_str(), one.at, one.n_steps),
            ("Bruno", Timestamp(30), 2)
        );
        let other = &changes[&cell(2, 3)];
        assert_eq!(
            (value(&other.before), other.by.as_str(), other.n_steps),
            (None, "Carla", 1)
        );
    }
}
