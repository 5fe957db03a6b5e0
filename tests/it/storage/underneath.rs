//! Locks that were left over, and files that somebody else changes while they are open.

use super::{Desk, tick_until, who};
use crate::document::small::{cell, fill, reason, stamp, typed};
use ordito::document::{Choice, KeepError, Kept, ReadOnly, SaveStatus};
use ordito::storage::{DataFolder, Reason, lock_path};
use std::fs::File;
use std::time::{Duration, SystemTime};

/// Writes another state of the document over the file, as a colleague with another machine would.
pub fn replace_underneath(desk: &Desk, name: &str, n: u128) {
    let other = DataFolder::at(&desk.docs().parent().unwrap().join("other-data")).unwrap();
    let elsewhere = desk.docs().parent().unwrap().join("elsewhere.ordito");
    std::fs::copy(desk.path(name), &elsewhere).unwrap();
    let (mut kept, _) = Kept::open(&elsewhere, &other, &who("bruno")).unwrap();
    kept.document_mut()
        .apply(&reason(1, 1, &format!("loro {n}")), &stamp(100 + n as i64))
        .unwrap()
        .unwrap();
    kept.close().unwrap();
    std::fs::rename(elsewhere, desk.path(name)).unwrap();
}

pub fn prepared(desk: &Desk) -> Kept {
    let mut kept = desk.create("a.ordito");
    fill(kept.document_mut(), 6, 6);
    kept.publish_and_wait().unwrap();
    kept
}

#[test]
fn a_file_replaced_underneath_is_noticed_20_of_20_times_and_nothing_is_lost() {
    let desk = Desk::new();
    let mut kept = prepared(&desk);
    for n in 0..20 {
        kept.document_mut()
            .apply(&reason(2, 2, &format!("mio {n}")), &stamp(n))
            .unwrap()
            .unwrap();
        replace_underneath(&desk, "a.ordito", n as u128);
        let theirs = std::fs::read(desk.path("a.ordito")).unwrap();
        if n % 3 == 0 {
            // As a copy that keeps size and time.
            let times = std::fs::FileTimes::new()
                .set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1));
            File::options()
                .write(true)
                .open(desk.path("a.ordito"))
                .unwrap()
                .set_times(times)
                .unwrap();
        }
        let mine = kept.document().hash();
        assert!(
            matches!(kept.publish_and_wait(), Err(KeepError::ChangedUnderneath)),
            "not noticed: {n}"
        );
        assert!(matches!(
            kept.status(),
            SaveStatus::ChangedUnderneath { unsaved: true }
        ));
        assert_eq!(
            std::fs::read(desk.path("a.ordito")).unwrap(),
            theirs,
            "theirs was overwritten: {n}"
        );
        let revision = kept.document().revision();
        match n % 4 {
            3 => {
                let report = kept.merge_underneath(&stamp(n)).unwrap();
                assert!(
                    report.conflicts.is_empty() && report.taken == 1,
                    "{report:?}"
                );
                kept.publish_and_wait().unwrap();
                let reason = |at| {
                    kept.document()
                        .contents()
                        .assessments
                        .get(&at)
                        .unwrap()
                        .reason
                        .clone()
                };
                assert_eq!(
                    (reason(cell(2, 2)), reason(cell(1, 1))),
                    (format!("mio {n}"), format!("loro {n}"))
                );
            }
            0 => {
                kept.resolve_underneath(&Choice::Reload).unwrap();
                assert!(kept.document().revision() > revision);
                let kept_mine = kept
                    .backups()
                    .into_iter()
                    .find(|backup| backup.reason == Reason::Mine)
                    .unwrap();
                let aside = ordito::document::Aside::open(&kept_mine.path, &desk.data).unwrap();
                assert_eq!(aside.document().hash(), mine);
            }
            1 => {
                let copy = desk.path(&format!("mine-{n}.ordito"));
                kept.resolve_underneath(&Choice::KeepMineAsCopy(copy.clone()))
                    .unwrap();
                let (copy, _) = Kept::open(&copy, &desk.data, &who("anna")).unwrap();
                assert_eq!(copy.document().hash(), mine);
                copy.close().unwrap();
            }
            _ => {
                kept.resolve_underneath(&Choice::KeepMine).unwrap();
                assert_eq!(kept.document().hash(), mine);
                kept.publish_and_wait().unwrap();
                assert!(
                    kept.backups()
                        .iter()
                        .any(|backup| backup.reason == Reason::Replaced)
                );
            }
        }
        assert!(
            matches!(kept.status(), SaveStatus::Saved { .. }),
            "{:?}",
            kept.status()
        );
    }
    kept.close().unwrap();
}

#[test]
fn a_change_underneath_is_noticed_without_an_edit() {
    let desk = Desk::new();
    let mut kept = prepared(&desk);
    replace_underneath(&desk, "a.ordito", 1);
    let took = tick_until(&mut kept, |kept| {
        matches!(
            kept.status(),
            SaveStatus::ChangedUnderneath { unsaved: false }
        )
    });
    println!("noticed after {} ms", took.as_millis());
    kept.resolve_underneath(&Choice::Reload).unwrap();
    kept.close().unwrap();
}

#[test]
fn locks_of_other_machines_hold_for_ninety_seconds() {
    let desk = Desk::new();
    prepared(&desk).close().unwrap();
    let other = DataFolder::at(&desk.docs().parent().unwrap().join("other-data")).unwrap();
    let lock = lock_path(&desk.path("a.ordito"));
    let theirs = {
        let (_other, _) = Kept::open(&desk.path("a.ordito"), &other, &who("bruno")).unwrap();
        std::fs::read(&lock).unwrap()
    };
    assert!(!lock.exists());
    for (age, held) in [(0, true), (80, true), (100, false)] {
        std::fs::write(&lock, &theirs).unwrap();
        let file = File::options().write(true).open(&lock).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_secs(age))
            .unwrap();
        let (kept, report) = desk.open("a.ordito");
        if held {
            assert!(
                matches!(&report.read_only, Some(ReadOnly::HeldBy(Some(holder))) if holder.user == "bruno")
            );
            kept.close().unwrap();
            assert_eq!(std::fs::read(&lock).unwrap(), theirs);
        } else {
            assert_eq!(report.read_only, None);
            assert!(matches!(&report.took_over, Some(Some(holder)) if holder.user == "bruno"));
            kept.close().unwrap();
            assert_eq!(desk.names(), ["a.ordito"]);
        }
    }
    // A lock of this data folder whose process is gone is taken over at once, an unreadable one after a while.
    let mine = {
        let (_kept, _) = desk.open("a.ordito");
        std::fs::read(&lock).unwrap()
    };
    std::fs::write(&lock, &mine).unwrap();
    let (kept, report) = desk.open("a.ordito");
    assert!(
        matches!(&report.took_over, Some(Some(holder)) if holder.user == "anna"),
        "{report:?}"
    );
    kept.close().unwrap();
    std::fs::write(&lock, b"{").unwrap();
    let (kept, report) = desk.open("a.ordito");
    assert_eq!(report.read_only, Some(ReadOnly::HeldBy(None)));
    kept.close().unwrap();
}

#[test]
fn a_lock_taken_over_by_somebody_stops_publishing() {
    let desk = Desk::new();
    let mut kept = prepared(&desk);
    let lock = lock_path(&desk.path("a.ordito"));
    let mine = std::fs::read_to_string(&lock).unwrap();
    let theirs = mine
        .replace("anna", "bruno")
        .replacen("\"instance\": \"", "\"instance\": \"0", 1);
    std::fs::write(&lock, &theirs).unwrap();
    let before = std::fs::read(desk.path("a.ordito")).unwrap();
    kept.document_mut()
        .apply(&typed(1, 1, "2"), &stamp(9))
        .unwrap();
    let Err(KeepError::NotPublished(error)) = kept.publish_and_wait() else {
        panic!()
    };
    assert!(matches!(&*error, KeepError::LockTaken(holder) if holder.user == "bruno"));
    assert_eq!(std::fs::read(desk.path("a.ordito")).unwrap(), before);
    // When they have closed it without a change, ours goes on.
    std::fs::remove_file(&lock).unwrap();
    kept.publish_and_wait().unwrap();
    kept.close().unwrap();
    assert_eq!(desk.names(), ["a.ordito"]);
}
