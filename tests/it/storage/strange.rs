//! Files that are not ours, newer, changed or damaged: refused with the right word or opened read-only, never a panic.

use super::{Desk, who};
use crate::document::small::{fill, stamp, typed};
use crate::patience::PATIENCE;
use ordito::document::{EditError, KeepError, Kept, OpenReport, ReadOnly};
use ordito::model::APPLICATION_ID;
use ordito::storage::{Doubt, Reason, StorageError};
use rusqlite::Connection;
use std::path::Path;

/// A published document with something in every corner.
fn published(desk: &Desk) -> Vec<u8> {
    let mut kept = desk.create("good.ordito");
    fill(kept.document_mut(), 6, 6);
    for n in 0..30 {
        let edit = typed(
            1 + n % 6,
            1 + n / 6,
            ["2", "-1", "2/-1", "n"][(n % 4) as usize],
        );
        kept.document_mut().apply(&edit, &stamp(10)).unwrap();
    }
    kept.close().unwrap();
    std::fs::read(desk.path("good.ordito")).unwrap()
}

fn open(desk: &Desk, path: &Path) -> Result<(Kept, OpenReport), KeepError> {
    Kept::open(path, &desk.data, &who("anna"))
}

fn refusal(desk: &Desk, path: &Path) -> StorageError {
    let before = std::fs::read(path).unwrap();
    let outcome = open(desk, path);
    assert_eq!(
        std::fs::read(path).unwrap(),
        before,
        "a refused file was changed"
    );
    match outcome {
        Err(KeepError::Storage(error)) => error,
        other => panic!("{other:?}"),
    }
}

fn changed_by(desk: &Desk, sql: &str) -> StorageError {
    std::fs::copy(desk.path("good.ordito"), desk.path("odd.ordito")).unwrap();
    Connection::open(desk.path("odd.ordito"))
        .unwrap()
        .execute_batch(sql)
        .unwrap();
    let error = refusal(desk, &desk.path("odd.ordito"));
    std::fs::remove_file(desk.path("odd.ordito")).unwrap();
    assert_eq!(desk.names(), ["good.ordito"], "after {sql}");
    error
}

#[test]
fn what_is_not_ours_is_refused_by_name() {
    let desk = Desk::new();
    published(&desk);
    for sql in [
        "CREATE TABLE extra (a)",
        "CREATE VIEW extra AS SELECT 1",
        "CREATE TRIGGER extra AFTER INSERT ON cell BEGIN DELETE FROM cell; END",
        "CREATE INDEX extra ON goal (code)",
        "ALTER TABLE policy ADD COLUMN extra TEXT",
        "CREATE VIRTUAL TABLE extra USING fts5(a)",
        "CREATE TABLE extra (a, b AS (a + 1))",
        "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = sql || ' /* x */' WHERE name = 'cell'",
        "PRAGMA writable_schema = 1; INSERT INTO sqlite_schema VALUES ('trigger', 'extra', 'cell', 0, \
         'CREATE TRIGGER extra AFTER INSERT ON cell BEGIN SELECT 1; END')",
        "DROP TABLE cell",
        "DROP VIEW celle",
        "DROP VIEW celle; CREATE VIEW celle AS SELECT 1 AS extra",
    ] {
        let error = changed_by(&desk, sql);
        assert!(
            matches!(&error, StorageError::UnknownParts { names } if !names.is_empty()),
            "{sql}: {error}"
        );
    }
    let error = changed_by(&desk, "CREATE TABLE extra (a)");
    assert!(matches!(error, StorageError::UnknownParts { names } if names == ["table extra"]));
    let error = changed_by(&desk, "PRAGMA user_version = 99");
    assert!(
        matches!(error, StorageError::NewerSchema { found: 99, .. }),
        "{error}"
    );
    let error = changed_by(&desk, "PRAGMA application_id = 12345");
    assert!(
        matches!(error, StorageError::ForeignApplication { found: 12345 }),
        "{error}"
    );
    assert_ne!(APPLICATION_ID, 12345);
    let error = changed_by(&desk, "UPDATE policy SET kind = 'nonsense'");
    assert!(matches!(error, StorageError::Damaged { .. }), "{error}");
    for bytes in [
        &b""[..],
        b"x",
        b"SQLite format 3\0",
        &[0; 5000],
        b"%PDF-1.7 and so on and so on and so on and so on",
    ] {
        std::fs::write(desk.path("odd.ordito"), bytes).unwrap();
        let error = refusal(&desk, &desk.path("odd.ordito"));
        assert!(matches!(error, StorageError::NotADatabase), "{error}");
    }
    assert!(matches!(
        open(&desk, &desk.path("none.ordito")),
        Err(KeepError::Storage(StorageError::Io { error, .. })) if error.kind() == std::io::ErrorKind::NotFound
    ));
}

/// Values that no honest document has are refused or doubted in little memory and time.
#[test]
fn huge_values_are_refused() {
    let desk = Desk::new();
    published(&desk);
    for sql in [
        "INSERT INTO source VALUES (randomblob(16), '', CAST(zeroblob(100000000) AS TEXT), '', '', '', '')",
        "UPDATE policy SET name = replace(hex(zeroblob(20000000)), '0', 'x')",
        "UPDATE cell SET reason = replace(hex(zeroblob(40000000)), '0', 'x') WHERE \"row\" = (SELECT \"row\" FROM cell LIMIT 1)",
        "UPDATE matrix SET name = CAST(zeroblob(70000000) AS TEXT)",
        "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = 'CREATE TABLE cell (' || \
         replace(hex(zeroblob(500000)), '0', 'a,') || 'z)' WHERE name = 'cell'",
    ] {
        std::fs::copy(desk.path("good.ordito"), desk.path("odd.ordito")).unwrap();
        if let Err(error) = Connection::open(desk.path("odd.ordito"))
            .unwrap()
            .execute_batch(sql)
        {
            panic!("{sql}: {error}");
        }
        let start = std::time::Instant::now();
        match open(&desk, &desk.path("odd.ordito")) {
            Err(KeepError::Storage(
                StorageError::Damaged { .. }
                | StorageError::UnknownParts { .. }
                | StorageError::Sqlite(_),
            )) => {}
            Ok((mut kept, report)) => {
                assert!(
                    matches!(report.read_only, Some(ReadOnly::Doubts(_))),
                    "{sql}: {report:?}"
                );
                assert!(
                    kept.document_mut()
                        .apply(&typed(1, 1, "3"), &stamp(20))
                        .is_err()
                );
            }
            Err(other) => panic!("{sql}: {other:?}"),
        }
        assert!(start.elapsed() < PATIENCE, "{sql}: {:?}", start.elapsed());
        std::fs::remove_file(desk.path("odd.ordito")).unwrap();
    }
}

#[test]
fn records_changed_by_another_program_are_shown_but_not_edited() {
    let desk = Desk::new();
    published(&desk);
    let path = desk.path("good.ordito");
    Connection::open(&path)
        .unwrap()
        .execute_batch("UPDATE cell SET reason = 'inserito a mano'")
        .unwrap();
    let (mut kept, report) = open(&desk, &path).unwrap();
    assert_eq!(
        report.read_only,
        Some(ReadOnly::Doubts(vec![
            Doubt::HashDiffers,
            Doubt::SealBroken
        ]))
    );
    assert!(
        kept.document_mut()
            .apply(&typed(1, 1, "3"), &stamp(20))
            .is_err()
    );
    // What is safe: a copy elsewhere, and reading.
    kept.save_copy(&desk.path("copy.ordito"), false).unwrap();
    kept.close().unwrap();
    assert_eq!(desk.names(), ["copy.ordito", "good.ordito"]);
}

#[test]
fn a_history_changed_by_another_program_is_noticed() {
    let desk = Desk::new();
    published(&desk);
    let path = desk.path("good.ordito");
    let good = std::fs::read(&path).unwrap();
    for sql in [
        "UPDATE step SET by = 'un altro' WHERE number = 4",
        "UPDATE step SET at = at + 1 WHERE number = 4",
        "DELETE FROM step WHERE number = (SELECT max(number) FROM step)",
        "DELETE FROM step WHERE number = 4",
        "DELETE FROM meta WHERE name = 'journal'",
    ] {
        std::fs::write(&path, &good).unwrap();
        Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        let (kept, report) = open(&desk, &path).unwrap();
        assert_eq!(
            report.read_only,
            Some(ReadOnly::Doubts(vec![
                Doubt::JournalDiffers,
                Doubt::SealBroken
            ])),
            "{sql}"
        );
        kept.close().unwrap();
    }
    // What a step changed is looked at where the seal does not vouch for it, and in any case before it is undone.
    std::fs::write(&path, &good).unwrap();
    let sql = "UPDATE change SET \"before\" = replace(\"after\", 'scored', 'scored') WHERE step = (SELECT max(number) FROM step)";
    Connection::open(&path).unwrap().execute_batch(sql).unwrap();
    let (kept, report) = open(&desk, &path).unwrap();
    assert_eq!(
        report.read_only,
        Some(ReadOnly::Doubts(vec![
            Doubt::JournalDiffers,
            Doubt::SealBroken
        ]))
    );
    kept.close().unwrap();
    let mut bare = ordito::document::Document::open(&path).unwrap();
    let hash = bare.hash();
    assert!(matches!(
        bare.undo(&stamp(40)),
        Err(EditError::Storage(StorageError::Damaged { .. }))
    ));
    assert_eq!(bare.hash(), hash);
}

#[test]
fn a_file_rewritten_without_harm_is_doubted_and_a_copy_of_it_is_whole_again() {
    let desk = Desk::new();
    published(&desk);
    let path = desk.path("good.ordito");
    Connection::open(&path)
        .unwrap()
        .execute_batch("PRAGMA page_size = 8192; VACUUM")
        .unwrap();
    let (kept, report) = open(&desk, &path).unwrap();
    assert_eq!(
        report.read_only,
        Some(ReadOnly::Doubts(vec![Doubt::SealBroken]))
    );
    kept.save_copy(&desk.path("copy.ordito"), false).unwrap();
    kept.close().unwrap();
    let (kept, report) = open(&desk, &desk.path("copy.ordito")).unwrap();
    assert_eq!(report.read_only, None);
    kept.close().unwrap();
}

#[test]
fn a_file_of_version_1_opens_with_everything_and_is_kept_before_it_becomes_version_2() {
    let desk = Desk::new();
    published(&desk);
    let hash = open(&desk, &desk.path("good.ordito"))
        .unwrap()
        .0
        .document()
        .hash();
    let connection = Connection::open(desk.path("good.ordito")).unwrap();
    // Version 2 added these four parts and nothing else, and no seal had been thought of.
    let back = "DELETE FROM meta WHERE name = 'seal'; DROP VIEW domande; DROP VIEW laboratori; DROP TABLE question; DROP TABLE lab; PRAGMA user_version = 1";
    connection.execute_batch(back).unwrap();
    drop(connection);
    let read_only = Kept::open_read_only(&desk.path("good.ordito"), &desk.data).unwrap();
    assert_eq!(read_only.document().hash(), hash);
    drop(read_only);
    let (mut kept, report) = open(&desk, &desk.path("good.ordito")).unwrap();
    assert_eq!(report.migrated_from, Some(1));
    assert_eq!(kept.document().hash(), hash);
    let aside = kept
        .backups()
        .iter()
        .filter(|each| each.reason == Reason::BeforeMigration)
        .count();
    assert_eq!(aside, 1, "the old file is kept");
    kept.document_mut()
        .apply(&crate::document::lab::lab(3), &stamp(11))
        .unwrap()
        .unwrap();
    kept.close().unwrap();
    let (kept, report) = open(&desk, &desk.path("good.ordito")).unwrap();
    assert_eq!(
        (report.migrated_from, kept.document().contents().labs.len()),
        (None, 1)
    );
}
