//! What opening finds after a crash, when the file is no longer what it was.

use super::underneath::{prepared, replace_underneath};
use super::{Desk, who};
use crate::document::small::{cell, reason, stamp};
use ordito::document::{Choice, KeepError, Kept, SaveStatus, recoverable};
use ordito::storage::Reason;

/// A document left by a program that died with two edits that were not published.
fn left(desk: &Desk) -> String {
    let mut kept = prepared(desk);
    for text in ["uno", "due"] {
        kept.document_mut()
            .apply(&reason(2, 2, text), &stamp(50))
            .unwrap()
            .unwrap();
    }
    kept.document().hash().to_string()
}

#[test]
fn edits_that_were_not_published_are_offered_and_recovered() {
    let desk = Desk::new();
    let mine = left(&desk);
    let offered = recoverable(&desk.data);
    assert_eq!(
        offered.iter().map(|found| found.steps).collect::<Vec<_>>(),
        [2]
    );
    let (kept, report) = Kept::open(&offered[0].path, &desk.data, &who("anna")).unwrap();
    assert_eq!(report.recovered, Some(2));
    assert!(recoverable(&desk.data).is_empty(), "it is open");
    assert!(matches!(kept.status(), SaveStatus::Pending));
    assert_eq!(kept.document().hash().to_string(), mine);
    kept.close().unwrap();
    let (kept, report) = desk.open("a.ordito");
    assert_eq!(
        (report.recovered, kept.document().hash().to_string()),
        (None, mine)
    );
}

#[test]
fn after_a_crash_a_file_changed_meanwhile_is_asked_about_and_both_stay() {
    for choice in 0..4 {
        let desk = Desk::new();
        let mine = left(&desk);
        replace_underneath(&desk, "a.ordito", 7);
        let theirs = std::fs::read(desk.path("a.ordito")).unwrap();
        let (mut kept, report) = desk.open("a.ordito");
        assert!(
            report.changed_underneath && report.recovered == Some(2),
            "{report:?}"
        );
        assert_eq!(kept.document().hash().to_string(), mine);
        assert!(matches!(
            kept.publish_and_wait(),
            Err(KeepError::ChangedUnderneath)
        ));
        // Nobody answers, the program ends, and it is asked again.
        let Err(unclosed) = kept.close() else {
            panic!("closed over theirs")
        };
        drop(unclosed);
        assert_eq!(std::fs::read(desk.path("a.ordito")).unwrap(), theirs);
        (kept, _) = desk.open("a.ordito");
        assert!(matches!(
            kept.status(),
            SaveStatus::ChangedUnderneath { unsaved: true }
        ));
        let text = |kept: &Kept, at| {
            kept.document()
                .contents()
                .assessments
                .get(&at)
                .map(|cell| cell.reason.clone())
        };
        match choice {
            0 => {
                kept.resolve_underneath(&Choice::Reload).unwrap();
                assert_eq!(text(&kept, cell(2, 2)), None);
                let mine_kept = kept
                    .backups()
                    .into_iter()
                    .find(|backup| backup.reason == Reason::Mine)
                    .unwrap();
                kept.restore(&mine_kept, "prima", &stamp(60)).unwrap();
            }
            1 => kept
                .resolve_underneath(&Choice::KeepMineAsCopy(desk.path("mia.ordito")))
                .unwrap(),
            2 => kept.resolve_underneath(&Choice::KeepMine).unwrap(),
            _ => assert_eq!(kept.merge_underneath(&stamp(60)).unwrap().taken, 1),
        }
        kept.close().unwrap();
        let name = if choice == 1 {
            "mia.ordito"
        } else {
            "a.ordito"
        };
        let (kept, report) = desk.open(name);
        assert!(report.recovered.is_none() && !report.changed_underneath);
        assert_eq!(
            text(&kept, cell(2, 2)).as_deref(),
            Some("due"),
            "choice {choice}"
        );
        assert_eq!(
            text(&kept, cell(1, 1)).is_some(),
            choice == 3,
            "choice {choice}"
        );
    }
}

#[test]
fn after_a_crash_without_open_edits_the_newer_file_is_simply_read() {
    let desk = Desk::new();
    drop(prepared(&desk));
    replace_underneath(&desk, "a.ordito", 7);
    let (kept, report) = desk.open("a.ordito");
    assert!(!report.changed_underneath && report.recovered.is_none());
    assert!(
        kept.document()
            .contents()
            .assessments
            .contains_key(&cell(1, 1))
    );
}

#[test]
fn after_a_crash_a_file_that_is_gone_comes_back() {
    let desk = Desk::new();
    let mine = left(&desk);
    std::fs::remove_file(desk.path("a.ordito")).unwrap();
    let (kept, report) = desk.open("a.ordito");
    assert_eq!(report.recovered, Some(2));
    kept.close().unwrap();
    assert_eq!(desk.open("a.ordito").0.document().hash().to_string(), mine);
}

#[test]
fn a_working_copy_that_cannot_be_read_is_put_aside() {
    let desk = Desk::new();
    left(&desk);
    let folder = std::fs::read_dir(desk.data.root().join("working"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    let file = folder.join("document.ordito");
    let _ = std::fs::remove_file(folder.join("document.ordito-wal"));
    let mut bytes = std::fs::read(&file).unwrap();
    let half = bytes.len() / 2;
    bytes.truncate(half);
    std::fs::write(&file, &bytes).unwrap();
    let (kept, report) = desk.open("a.ordito");
    let aside = report.set_aside.unwrap();
    assert_eq!(std::fs::read(aside).unwrap(), bytes);
    assert!(
        kept.backups()
            .iter()
            .any(|backup| backup.reason == Reason::Unreadable)
    );
    assert!(matches!(kept.status(), SaveStatus::Saved { .. }));
    kept.close().unwrap();
}

#[test]
fn a_file_that_was_half_written_over_in_place_is_written_again() {
    let desk = Desk::new();
    let mine = left(&desk);
    let folder = std::fs::read_dir(desk.data.root().join("working"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    let note = std::fs::read_to_string(folder.join("note.json")).unwrap();
    std::fs::write(
        folder.join("note.json"),
        note.replace("\"overwriting\": false", "\"overwriting\": true"),
    )
    .unwrap();
    let bytes = std::fs::read(desk.path("a.ordito")).unwrap();
    std::fs::write(desk.path("a.ordito"), bytes.get(..5000).unwrap()).unwrap();
    let (kept, report) = desk.open("a.ordito");
    assert!(
        !report.changed_underneath && report.recovered == Some(2),
        "{report:?}"
    );
    kept.close().unwrap();
    assert_eq!(desk.open("a.ordito").0.document().hash().to_string(), mine);
}
