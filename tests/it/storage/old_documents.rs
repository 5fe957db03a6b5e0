//! Documents that earlier versions of the program made, each by the program of its day: `files/COMMIT.ordito` and a copy
//! of it that was filled apart. They have imports for several assessors, reasons, sources, a version, steps that were
//! undone and made again, and from schema 2 on a laboratory with rounds and a merge. They are never made anew.

use super::Desk;
use crate::document::small::stamp;
use ordito::document::{AssessmentChange, CellEdit, Edit, Kept};
use ordito::model::{CellsCause, StepNumber};
use ordito::storage::{Reason, SCHEMA_VERSION};
use std::path::PathBuf;

/// The commit and the schema its program wrote.
const MADE_AT: [(&str, i64); 3] = [("8a27998", 1), ("e3cd490", 2), ("cfa476c", 2)];

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/it/storage/files")
        .join(name)
}

/// The document in a folder of its own, opened for edits.
fn opened(desk: &Desk, commit: &str, schema: i64) -> Kept {
    std::fs::copy(file(&format!("{commit}.ordito")), desk.path("a.ordito")).unwrap();
    let (kept, report) = desk.open("a.ordito");
    assert_eq!(report.read_only, None, "{commit}");
    assert_eq!(kept.document().doubts(), [], "{commit}");
    assert_eq!(
        report.migrated_from,
        (schema < SCHEMA_VERSION).then_some(schema),
        "{commit}"
    );
    let kept_before = kept
        .backups()
        .iter()
        .any(|backup| backup.reason == Reason::BeforeMigration);
    assert_eq!(kept_before, schema < SCHEMA_VERSION, "{commit}");
    kept
}

/// A reason for the first cell that has none.
fn edit(kept: &Kept) -> Edit {
    let (key, _) = kept
        .document()
        .contents()
        .assessments
        .iter()
        .find(|(_, cell)| cell.reason.is_empty())
        .unwrap();
    let change = AssessmentChange {
        reason: Some("Aggiunto oggi".to_owned()),
        ..AssessmentChange::default()
    };
    Edit::SetCells {
        cause: CellsCause::Inspector,
        cells: vec![CellEdit { key: *key, change }],
    }
}

#[test]
fn they_hold_what_they_are_to_be_tried_with() {
    for (commit, schema) in MADE_AT {
        let desk = Desk::new();
        let kept = opened(&desk, commit, schema);
        let contents = kept.document().contents();
        let of_a_lab = contents
            .assessments
            .keys()
            .filter(|key| key.round > 0)
            .count();
        assert!(
            contents.assessors.len() >= 4 && contents.milestones.len() == 1,
            "{commit}"
        );
        assert!(
            contents
                .assessments
                .values()
                .filter(|cell| !cell.sources.is_empty())
                .count()
                > 20,
            "{commit}"
        );
        assert_eq!(
            (contents.labs.len(), of_a_lab),
            if schema > 1 { (2, 15) } else { (0, 0) },
            "{commit}"
        );
        let back = kept
            .document()
            .steps()
            .iter()
            .filter(|step| step.number != step.target)
            .count();
        assert!(kept.document().steps().len() > 12 && back >= 6, "{commit}");
        kept.close().unwrap();
    }
}

#[test]
fn they_open_are_edited_and_published() {
    for (commit, schema) in MADE_AT {
        let desk = Desk::new();
        let mut kept = opened(&desk, commit, schema);
        let last = kept.document().last_step();
        let change = edit(&kept);
        kept.document_mut()
            .apply(&change, &stamp(1))
            .unwrap()
            .unwrap();
        let hash = kept.document().hash();
        kept.close().unwrap();
        assert_eq!(desk.names(), ["a.ordito"]);
        let (kept, report) = desk.open("a.ordito");
        assert_eq!(
            (report.read_only, report.migrated_from),
            (None, None),
            "{commit}"
        );
        assert_eq!(
            (kept.document().last_step(), kept.document().hash()),
            (StepNumber(last.0 + 1), hash),
            "{commit}"
        );
        assert!(
            kept.document().read_again().unwrap() == *kept.document().contents(),
            "{commit}"
        );
        kept.close().unwrap();
    }
}

#[test]
fn they_are_undone_to_their_first_step_and_made_again() {
    for (commit, schema) in MADE_AT {
        let desk = Desk::new();
        let mut kept = opened(&desk, commit, schema);
        let (now, n_undoable) = (kept.document().hash(), kept.document().undoable().len());
        assert!(n_undoable > 5, "{commit}");
        let first = kept.document().contents_at(StepNumber(1)).unwrap();
        let mut n_undone = 0;
        while kept.document_mut().undo(&stamp(2)).unwrap().is_some() {
            n_undone += 1;
        }
        assert_eq!(n_undone, n_undoable, "{commit}");
        assert!(*kept.document().contents() == first, "{commit}");
        kept.publish_and_wait().unwrap();
        while kept.document_mut().redo(&stamp(3)).unwrap().is_some() {}
        assert_eq!(kept.document().hash(), now, "{commit}");
        kept.close().unwrap();
        assert_eq!(desk.open("a.ordito").0.document().hash(), now, "{commit}");
    }
}

#[test]
fn they_meet_the_copies_that_were_filled_apart() {
    for (commit, schema) in MADE_AT {
        let desk = Desk::new();
        let mut kept = opened(&desk, commit, schema);
        let n_policies = kept.document().contents().policies.len();
        let before = kept.document().hash();
        let copy = file(&format!("{commit}-copia.ordito"));
        let report = kept.merge_file(&copy, "copia.ordito", &stamp(4)).unwrap();
        assert!(report.taken > 5, "{commit}: {report:?}");
        let contents = kept.document().contents();
        assert_eq!(contents.policies.len(), n_policies + 1, "{commit}");
        let has_both = ["Ufficio A", "Ufficio C"]
            .iter()
            .all(|name| contents.assessors.values().any(|a| a.name == *name));
        assert!(has_both, "{commit}");
        let merged = kept.document().hash();
        kept.document_mut().undo(&stamp(5)).unwrap().unwrap();
        assert_eq!(kept.document().hash(), before, "{commit}");
        kept.document_mut().redo(&stamp(6)).unwrap().unwrap();
        kept.close().unwrap();
        assert_eq!(
            desk.open("a.ordito").0.document().hash(),
            merged,
            "{commit}"
        );
    }
}
