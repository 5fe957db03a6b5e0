//! The published file as others see it, and the states that are kept.

use super::{Desk, tick_until, who};
use crate::document::small::{fill, first_edit, reason, stamp, typed};
use ordito::document::{KeepError, Kept, ReadOnly, SaveStatus};
use ordito::model::{DocumentId, Timestamp};
use ordito::storage::{Reason, Shelf};
use rusqlite::Connection;

#[test]
fn any_sqlite_tool_reads_it_by_plain_names() {
    let desk = Desk::new();
    let mut kept = desk.create("a.ordito");
    fill(kept.document_mut(), 3, 4);
    kept.document_mut()
        .apply(&typed(2, 3, "2/-1"), &stamp(1_700_000_000_000))
        .unwrap();
    kept.document_mut()
        .apply(&reason(2, 3, "Perché sì"), &stamp(1_700_000_000_000))
        .unwrap();
    kept.close().unwrap();
    let bytes = std::fs::read(desk.path("a.ordito")).unwrap();
    // Rollback journal, not write-ahead log: the file is whole by itself.
    assert_eq!(bytes.get(18..20), Some(&[1, 1][..]));
    let plain = Connection::open(desk.path("a.ordito")).unwrap();
    let row: (String, String, String, f64, f64, f64, String, String) = plain
        .query_row(
            "SELECT matrice, riga, colonna, cobeneficio, conflitto, netto, motivazione, valutatore FROM celle",
            [],
            |row| {
                Ok((
                    row.get(0)?,
                    row.get(1)?,
                    row.get(2)?,
                    row.get(3)?,
                    row.get(4)?,
                    row.get(5)?,
                    row.get(6)?,
                    row.get(7)?,
                ))
            },
        )
        .unwrap();
    assert_eq!(
        row,
        (
            "Prova".into(),
            "P2".into(),
            "3".into(),
            2.0,
            -1.0,
            1.0,
            "Perché sì".into(),
            "Consenso".into()
        )
    );
    let count = |view: &str| -> i64 {
        plain
            .query_row(&format!("SELECT count(*) FROM {view}"), [], |row| {
                row.get(0)
            })
            .unwrap()
    };
    assert_eq!(
        (count("politiche"), count("obiettivi"), count("celle")),
        (3, 6, 1)
    );
    assert!(count("storia") > 10);
}

#[test]
fn what_is_typed_over_is_in_the_history_and_nowhere_else() {
    let desk = Desk::new();
    let mut kept = desk.create("a.ordito");
    fill(kept.document_mut(), 3, 4);
    let secret = "QuestaFraseSaràCancellata";
    kept.document_mut()
        .apply(&reason(2, 3, secret), &stamp(4))
        .unwrap();
    kept.publish_and_wait().unwrap();
    kept.document_mut()
        .apply(&reason(2, 3, "altro"), &stamp(5))
        .unwrap();
    kept.close().unwrap();
    let bytes = std::fs::read(desk.path("a.ordito")).unwrap();
    let times = bytes
        .windows(secret.len())
        .filter(|window| *window == secret.as_bytes())
        .count();
    // The journal says what it was before and after: twice. No freed page says it again.
    assert_eq!(times, 2);
    let plain = Connection::open(desk.path("a.ordito")).unwrap();
    let free: i64 = plain
        .pragma_query_value(None, "freelist_count", |row| row.get(0))
        .unwrap();
    assert_eq!(free, 0);
}

#[test]
fn a_copy_without_history_has_nothing_that_was_deleted_and_is_a_document_of_its_own() {
    let desk = Desk::new();
    let mut kept = desk.create("a.ordito");
    fill(kept.document_mut(), 3, 4);
    let (secret, stays) = ("QuestaFraseSaràCancellata", "QuestaFraseResta");
    let deleted = |bytes: &[u8], text: &str| {
        !bytes
            .windows(text.len())
            .any(|window| window == text.as_bytes())
    };
    kept.document_mut()
        .apply(&reason(2, 3, secret), &stamp(4))
        .unwrap();
    kept.document_mut()
        .apply(&reason(2, 3, ""), &stamp(5))
        .unwrap();
    kept.document_mut()
        .apply(&reason(1, 1, stays), &stamp(6))
        .unwrap();
    let id = ordito::model::DocumentId::fixed(77);
    kept.save_without_history(&desk.path("b.ordito"), id, &stamp(7), false)
        .unwrap();
    assert!(
        kept.save_without_history(&desk.path("b.ordito"), id, &stamp(7), false)
            .is_err(),
        "not over another file"
    );
    assert!(
        kept.save_without_history(&desk.path("a.ordito"), id, &stamp(7), true)
            .is_err(),
        "not over its own"
    );
    let mut wanted = kept.document().contents().clone();
    wanted.info.values_mut().for_each(|info| info.id = id);
    kept.close().unwrap();
    let bytes = std::fs::read(desk.path("b.ordito")).unwrap();
    assert!(deleted(&bytes, secret) && !deleted(&bytes, stays));
    assert!(
        !deleted(&std::fs::read(desk.path("a.ordito")).unwrap(), secret),
        "its own history still says it"
    );
    let left = std::fs::read_dir(desk.data.root().join("working"))
        .unwrap()
        .count();
    assert_eq!(left, 0, "no working copy of it stays");
    let (mut kept, report) = desk.open("b.ordito");
    assert_eq!(report.read_only, None);
    assert!(*kept.document().contents() == wanted);
    assert_eq!(
        (
            kept.document().steps().len(),
            kept.document().undoable().len()
        ),
        (1, 0)
    );
    kept.document_mut()
        .apply(&typed(1, 1, "2"), &stamp(8))
        .unwrap()
        .unwrap();
    kept.document_mut().undo(&stamp(9)).unwrap().unwrap();
    assert!(
        kept.document_mut().undo(&stamp(10)).unwrap().is_none(),
        "what it began with is not taken back"
    );
    kept.close().unwrap();
    assert_eq!(desk.names(), ["a.ordito", "b.ordito"]);
}

#[test]
fn a_second_after_the_last_edit_it_is_being_saved_and_then_the_folder_holds_one_file_and_the_lock()
{
    for in_place in [false, true] {
        let desk = Desk::new();
        let mut kept = desk.create("a.ordito");
        if in_place {
            kept.publish_in_place();
        }
        fill(kept.document_mut(), 6, 6);
        // Somebody types for two seconds; nothing waits for the file.
        for n in 0..40 {
            kept.document_mut()
                .apply(
                    &typed(1 + n % 6, 1 + n / 6 % 6, ["1", "2"][(n / 36) as usize]),
                    &stamp(n as i64),
                )
                .unwrap();
            kept.tick(std::time::Instant::now());
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        // A second later by the window's clock, however long this machine takes for it.
        kept.tick(std::time::Instant::now() + std::time::Duration::from_secs(1));
        assert!(
            matches!(
                kept.status(),
                SaveStatus::Publishing | SaveStatus::Saved { .. }
            ),
            "{:?}",
            kept.status()
        );
        let took = tick_until(&mut kept, |kept| {
            matches!(kept.status(), SaveStatus::Saved { .. })
        });
        println!("in place {in_place}: saved {took:?} later");
        assert_eq!(desk.names(), [".~lock.a.ordito#", "a.ordito"]);
        let last = kept.document().last_step();
        assert_eq!(
            ordito::storage::last_step_of(&desk.path("a.ordito")).unwrap(),
            last
        );
        drop(kept);
    }
}

#[test]
fn kept_states_are_listed_thinned_and_restored_as_one_edit() {
    let desk = Desk::new();
    let mut kept = desk.create("a.ordito");
    fill(kept.document_mut(), 3, 4);
    kept.publish_and_wait().unwrap();
    let then = kept.document().hash();
    for n in 0..14 {
        kept.document_mut()
            .apply(&typed(1, 1, if n % 2 == 0 { "1" } else { "2" }), &stamp(n))
            .unwrap();
        kept.publish_and_wait().unwrap();
        if n == 4 {
            let first = kept
                .backups()
                .into_iter()
                .find(|backup| backup.step.is_some_and(|step| step.0 == 3))
                .unwrap();
            let now = kept.document().hash();
            kept.restore(&first, "stamattina", &stamp(50)).unwrap();
            assert_eq!(kept.document().hash(), then);
            kept.document_mut().undo(&stamp(51)).unwrap();
            assert_eq!(kept.document().hash(), now);
        }
    }
    let list = kept.backups();
    // The last ten, and the last of this day is among them.
    assert_eq!(
        list.iter()
            .filter(|backup| backup.reason == Reason::Published)
            .count(),
        10
    );
    assert_eq!(
        list.first().unwrap().step,
        Some(kept.document().last_step())
    );
    assert!(list.is_sorted_by(|a, b| a.at >= b.at));
    let shelf = Shelf::of(&desk.data, DocumentId::fixed(9), &desk.path("b.ordito"));
    let day = 24 * 3600 * 1000;
    for n in 0..100 {
        shelf
            .keep_at(
                &desk.path("a.ordito"),
                None,
                Reason::Published,
                Timestamp(n * day / 2),
            )
            .unwrap();
    }
    // Ten half days, and the last state of each of thirty days, five of which are among the ten.
    assert_eq!(shelf.list().len(), 10 + 25);
    kept.close().unwrap();
}

#[test]
fn what_cannot_be_written_is_read_and_saved_elsewhere() {
    let desk = Desk::new();
    desk.create("a.ordito").close().unwrap();
    let path = desk.path("a.ordito");
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions.clone()).unwrap();
    let (kept, report) = desk.open("a.ordito");
    assert_eq!(report.read_only, Some(ReadOnly::FileWriteProtected));
    kept.save_copy(&desk.path("b.ordito"), false).unwrap();
    assert!(matches!(
        kept.save_copy(&desk.path("b.ordito"), false),
        Err(KeepError::Exists { .. })
    ));
    kept.close().unwrap();
    let (copy, report) = desk.open("b.ordito");
    assert_eq!(report.read_only, None);
    copy.close().unwrap();
    #[expect(clippy::permissions_set_readonly_false, reason = "a file of this test")]
    permissions.set_readonly(false);
    std::fs::set_permissions(&path, permissions).unwrap();
    // A side file of another program says that the database is in use there.
    std::fs::write(desk.path("a.ordito-wal"), b"something").unwrap();
    let (kept, report) = desk.open("a.ordito");
    assert_eq!(report.read_only, Some(ReadOnly::OpenInAnotherProgram));
    kept.close().unwrap();
}

#[test]
fn a_new_document_replaces_another_only_when_told_and_keeps_it() {
    let desk = Desk::new();
    desk.create("a.ordito").close().unwrap();
    let create = |force| {
        Kept::create(
            &desk.path("a.ordito"),
            &first_edit(2),
            &stamp(1),
            &desk.data,
            &who("anna"),
            force,
        )
    };
    assert!(matches!(create(false), Err(KeepError::Exists { .. })));
    let kept = create(true).unwrap();
    assert!(
        kept.backups()
            .iter()
            .any(|backup| backup.reason == Reason::Replaced && backup.here)
    );
    assert!(matches!(create(true), Err(KeepError::Held(Some(_)))));
    kept.close().unwrap();
    let missing = desk.docs().join("no").join("a.ordito");
    assert!(
        Kept::create(
            &missing,
            &first_edit(2),
            &stamp(1),
            &desk.data,
            &who("anna"),
            false
        )
        .is_err()
    );
}
