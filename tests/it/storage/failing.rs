//! The operating system refuses what is asked of it (libfiu): reading, writing, syncing, opening, renaming, in turn and
//! from a seed, while a document is edited, published, copied, exported, imported, migrated and backed up. No panic, no
//! edit that was acknowledged is lost, nothing is called saved that is not, and saving goes on by itself afterwards.

use super::faults::{attempt, helps, said};
use super::who;
use crate::document::chance::Random;
use crate::document::small::{fill, first_edit, reason, stamp, typed};
use ordito::document::{EditError, Kept, SaveStatus};
use ordito::import::{Want, read_tables};
use ordito::model::{DocumentId, Language};
use ordito::said::Said as _;
use ordito::storage::{DataFolder, StorageError};
use ordito::words::Words;
use std::fs::File;
use std::io::{IoSlice, IoSliceMut, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// What can fail, and how it says so.
const POINTS: [&str; 9] = [
    "posix/io/oc/open",
    "posix/io/rw/read",
    "posix/io/rw/pread",
    "posix/io/rw/write",
    "posix/io/rw/pwrite",
    "posix/io/sync/fsync",
    "posix/io/sync/fdatasync",
    "posix/io/rw/ftruncate",
    "posix/io/dir/rename",
];
const EIO: i32 = 5;
const ENOSPC: i32 = 28;

/// libfiu's remote control, through calls that are never made to fail.
struct Control {
    orders: File,
    answers: File,
}
impl Control {
    fn open(prefix: &str) -> Self {
        let pipe = |end: &str| PathBuf::from(format!("{prefix}-{}.{end}", std::process::id()));
        let orders = File::options().write(true).open(pipe("in")).unwrap();
        Self {
            orders,
            answers: File::open(pipe("out")).unwrap(),
        }
    }
    fn send(&mut self, order: &str) {
        assert_eq!(
            self.orders
                .write_vectored(&[IoSlice::new(order.as_bytes())])
                .unwrap(),
            order.len()
        );
        let mut answer = [0; 16];
        let n = self
            .answers
            .read_vectored(&mut [IoSliceMut::new(&mut answer)])
            .unwrap();
        assert_eq!(&answer[..n], b"0\n", "{order}");
    }
    /// Runs with one call failing.
    fn failing<T>(&mut self, point: &str, error: i32, run: impl FnOnce() -> T) -> T {
        self.send(&format!("enable name={point},failinfo={error}\n"));
        let outcome = run();
        self.send(&format!("disable name={point}\n"));
        outcome
    }
}

/// Not a test of its own: the program whose calls fail, started by the test below.
#[test]
#[ignore = "run by the other tests here, in a process of its own"]
fn child_with_failing_calls() {
    let (Some(folder), Ok(prefix), Ok(seed)) = (
        std::env::var_os("FAILING").map(PathBuf::from),
        std::env::var("FAILING_CONTROL"),
        std::env::var("FAILING_SEED"),
    ) else {
        panic!("another test starts it, with a file");
    };
    let mut r = Random(seed.parse().unwrap());
    let mut control = Control::open(&prefix);
    let words = Words::new(Language::It);
    let docs = folder.join("docs");
    let data = DataFolder::at(&folder.join("data")).unwrap();
    let (path, old, copy, table, json) = (
        docs.join("a.ordito"),
        docs.join("vecchio.ordito"),
        docs.join("copia.ordito"),
        docs.join("tabella.csv"),
        docs.join("a.json"),
    );
    let first = |path: &Path| {
        Kept::create(path, &first_edit(6), &stamp(1), &data, &who("anna"), true).unwrap()
    };
    let mut kept = first(&old);
    fill(kept.document_mut(), 3, 6);
    let old_hash = kept.document().hash();
    kept.close().unwrap();
    let older = "DELETE FROM meta WHERE name = 'seal'; DROP VIEW domande; DROP VIEW laboratori; DROP TABLE question; DROP TABLE lab; PRAGMA user_version = 1";
    rusqlite::Connection::open(&old)
        .unwrap()
        .execute_batch(older)
        .unwrap();
    let old_bytes = std::fs::read(&old).unwrap();
    std::fs::write(&table, ";1;2\nP1;2;-1\nP2;n;?\n").unwrap();
    let mut kept = first(&path);
    fill(kept.document_mut(), 3, 6);
    kept.publish_and_wait().unwrap();

    let (mut ahead, mut n_failed, mut n_done) = (Duration::ZERO, 0, 0);
    for n in 0..180_i64 {
        let (point, error) = (r.pick(&POINTS), r.pick(&[EIO, ENOSPC]));
        let what = format!("seed {seed}, {n}: {point} {error}");
        let (hash, last) = (kept.document().hash(), kept.document().last_step());
        let failed = match n % 9 {
            // Editing: small and large, and back again.
            0..3 => {
                let edit = match n % 9 {
                    0 => typed(
                        1 + (n as u128 / 9) % 3,
                        1 + (n as u128 / 27) % 6,
                        r.pick(&["2", "-1", "2/-1", "n", "?"]),
                    ),
                    1 => reason(1 + (n as u128 / 9) % 3, 1, &format!("{n} ").repeat(20_000)),
                    _ => reason(1, 1 + (n as u128 / 9) % 6, &n.to_string()),
                };
                let undoes = n % 27 == 20;
                let document = kept.document_mut();
                let outcome = control.failing(point, error, || {
                    if undoes {
                        document.undo(&stamp(n))
                    } else {
                        document.apply(&edit, &stamp(n))
                    }
                });
                match &outcome {
                    Err(EditError::Storage(error)) => {
                        assert!(
                            kept.document().hash() == hash && kept.document().last_step() == last,
                            "{what}"
                        );
                        helps(&error.say(&words), &folder);
                    }
                    Err(error) => panic!("{what}: {error:?}"),
                    Ok(_) => {}
                }
                outcome.is_err()
            }
            // Publishing, with a backup kept; later edits of the loop leave it something to do.
            3 | 4 => {
                if n % 18 == 4 {
                    kept.publish_in_place();
                }
                let edit = typed(2, 1 + r.below(6) as u128, r.pick(&["1", "3", "-2", "0"]));
                kept.document_mut().apply(&edit, &stamp(n)).unwrap();
                if !kept.has_unsaved() {
                    continue;
                }
                let status = control.failing(point, error, || attempt(&mut kept, &mut ahead));
                match &status {
                    SaveStatus::Saved { .. } => {
                        let there = ordito::storage::last_step_of(&path).unwrap();
                        assert_eq!(there, kept.document().last_step(), "{what}: called saved");
                        false
                    }
                    SaveStatus::Failed(_) => {
                        assert!(kept.has_unsaved(), "{what}");
                        helps(&said(&status), &folder);
                        true
                    }
                    other => panic!("{what}: {other:?}"),
                }
            }
            5 => {
                let outcome = control.failing(point, error, || {
                    if n % 2 == 0 {
                        kept.save_copy(&copy, true)
                    } else {
                        kept.save_without_history(&copy, DocumentId::fixed(5), &stamp(n), true)
                    }
                });
                match &outcome {
                    Ok(()) => assert!(
                        ordito::document::Document::open_read_only(&copy)
                            .unwrap()
                            .doubts()
                            .is_empty()
                    ),
                    Err(error) => helps(&error.say(&words), &folder),
                }
                outcome.is_err()
            }
            6 => {
                let text = ordito::export::document_json(kept.document().contents());
                let before = std::fs::read(&json).ok();
                let outcome = control.failing(point, error, || {
                    ordito::export::write_file(&json, text.as_bytes(), true)
                });
                match &outcome {
                    Ok(()) => assert_eq!(std::fs::read(&json).unwrap(), text.as_bytes(), "{what}"),
                    Err(_) => assert_eq!(std::fs::read(&json).ok(), before, "{what}: half written"),
                }
                outcome.is_err()
            }
            7 => {
                let outcome =
                    control.failing(point, error, || read_tables(&table, &Want::default()));
                if let Ok(sheets) = &outcome {
                    assert!(
                        sheets.iter().all(|sheet| sheet.table.is_ok()),
                        "{what}: half read"
                    );
                }
                outcome.is_err()
            }
            // Opening an older file, which is kept and then brought up to date.
            _ => {
                std::fs::write(&old, &old_bytes).unwrap();
                let outcome = control.failing(point, error, || {
                    match Kept::open(&old, &data, &who("anna")) {
                        Ok((kept, report)) => {
                            let hash = kept.document().hash();
                            Ok((
                                hash,
                                report.read_only.is_none(),
                                kept.close().map_err(|unclosed| *unclosed.error),
                            ))
                        }
                        Err(error) => Err(error),
                    }
                });
                match &outcome {
                    Ok((hash, _, _)) => assert_eq!(*hash, old_hash, "{what}"),
                    Err(error) => assert!(!error.say(&words).is_empty(), "{what}"),
                }
                // Whatever happened, it opens afterwards with everything.
                let (again, _) = Kept::open(&old, &data, &who("anna")).unwrap();
                assert_eq!(again.document().hash(), old_hash, "{what}");
                again.close().unwrap();
                !matches!(outcome, Ok((_, true, Ok(()))))
            }
        };
        n_failed += usize::from(failed);
        n_done += usize::from(!failed);
        assert!(
            kept.document().read_again().unwrap() == *kept.document().contents(),
            "{what}: file and memory"
        );
        if n % 9 == 8 && kept.has_unsaved() {
            let status = attempt(&mut kept, &mut ahead);
            assert!(
                matches!(status, SaveStatus::Saved { .. }),
                "{what}: {status:?}"
            );
        }
    }
    let hash = kept.document().hash();
    kept.close().unwrap();
    let (kept, report) = Kept::open(&path, &data, &who("anna")).unwrap();
    assert_eq!((report.read_only, kept.document().hash()), (None, hash));
    kept.close().unwrap();
    let mut names: Vec<_> = std::fs::read_dir(&docs)
        .unwrap()
        .map(|each| each.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "a.json",
            "a.ordito",
            "copia.ordito",
            "tabella.csv",
            "vecchio.ordito"
        ],
        "nothing else stays"
    );
    assert!(
        n_failed > 20 && n_done > 20,
        "{n_failed} failed, {n_done} done"
    );
    println!("did all: {n_failed} failed, {n_done} done");
}

#[test]
#[ignore = "needs libfiu: run by .ci/trust"]
fn trust_calls_that_fail_lose_nothing() {
    for seed in 81..85 {
        println!("seed {seed}");
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("docs")).unwrap();
        let prefix = folder.path().join("control").display().to_string();
        let output = Command::new("fiu-run")
            .args(["-x", "-f", &prefix])
            .arg(std::env::current_exe().unwrap())
            .args([
                "--ignored",
                "--exact",
                "storage::failing::child_with_failing_calls",
                "--nocapture",
                "--test-threads",
                "1",
            ])
            .env("FAILING", folder.path())
            .env("FAILING_CONTROL", &prefix)
            .env("FAILING_SEED", seed.to_string())
            .output()
            .unwrap();
        let text = format!(
            "{}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
        let last = text.lines().find(|line| line.contains("did all"));
        assert!(output.status.success(), "{text}");
        println!("{}", last.unwrap());
    }
}

/// The place where an edit finds no room is named also for errors that SQLite does not explain.
#[test]
fn what_could_not_be_written_names_its_place() {
    let error = StorageError::Io {
        path: PathBuf::from("/x/a.ordito"),
        error: std::io::Error::from_raw_os_error(EIO),
    };
    helps(
        &error.say(&Words::new(Language::It)),
        Path::new("/x/a.ordito"),
    );
}
