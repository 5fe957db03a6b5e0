//! Places that do not take what is written: full, failing, read-only, gone for a while. No edit that was acknowledged is
//! lost, nothing is called saved that is not, the message names the place and a way out, and saving goes on by itself.

use super::{Desk, who};
use crate::document::small::{fill, first_edit, reason, stamp, typed};
use crate::patience::PATIENCE;
use ordito::document::{EditError, KeepError, Kept, KeptEvent, ReadOnly, SaveStatus};
use ordito::model::Language;
use ordito::said::Said as _;
use ordito::storage::{DataFolder, StorageError};
use ordito::words::Words;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// Ticks until publishing has failed or succeeded; the clock runs ahead, so that nobody waits for the next attempt.
pub fn attempt(kept: &mut Kept, ahead: &mut Duration) -> SaveStatus {
    let start = Instant::now();
    *ahead += Duration::from_secs(11);
    kept.tick(Instant::now() + *ahead);
    *ahead += Duration::from_secs(11);
    loop {
        let events = kept.tick(Instant::now() + *ahead);
        if events
            .iter()
            .any(|event| matches!(event, KeptEvent::Failed(_) | KeptEvent::Published { .. }))
        {
            return kept.status();
        }
        assert!(events.is_empty(), "{events:?}");
        assert!(start.elapsed() < PATIENCE, "{:?}", kept.status());
        std::thread::sleep(Duration::from_millis(2));
    }
}

pub fn said(status: &SaveStatus) -> String {
    let SaveStatus::Failed(error) = status else {
        panic!("{status:?}")
    };
    error.say(&Words::new(Language::It))
}

/// Names the place and a way out.
pub fn helps(text: &str, place: &Path) {
    assert!(text.contains(&place.display().to_string()), "{text}");
    assert!(
        text.contains("copia altrove")
            || text.contains("Controlla il percorso o la rete")
            || text.contains("Ripristina versione"),
        "{text}"
    );
}

#[test]
fn a_folder_that_vanishes_and_comes_back() {
    let desk = Desk::new();
    let mut kept = desk.create("a.ordito");
    fill(kept.document_mut(), 3, 4);
    kept.publish_and_wait().unwrap();
    let (docs, away, mut ahead) = (
        desk.docs(),
        desk.docs().with_file_name("away"),
        Duration::ZERO,
    );
    std::fs::rename(&docs, &away).unwrap();
    for n in 0..3 {
        kept.document_mut()
            .apply(&typed(1, 1 + n, "2"), &stamp(5))
            .unwrap()
            .unwrap();
        let status = attempt(&mut kept, &mut ahead);
        helps(&said(&status), &docs.join("a.ordito"));
        assert!(kept.has_unsaved());
    }
    kept.save_copy(&away.join("copia.ordito"), false).unwrap();
    std::fs::rename(&away, &docs).unwrap();
    assert!(matches!(
        attempt(&mut kept, &mut ahead),
        SaveStatus::Saved { .. }
    ));
    let hash = kept.document().hash();
    kept.close().unwrap();
    assert_eq!(desk.open("a.ordito").0.document().hash(), hash);
    assert_eq!(desk.open("copia.ordito").0.document().hash(), hash);
}

#[test]
fn closing_without_the_folder_is_refused_and_recovered_later() {
    let desk = Desk::new();
    let mut kept = desk.create("a.ordito");
    fill(kept.document_mut(), 3, 4);
    kept.publish_and_wait().unwrap();
    let (docs, away) = (desk.docs(), desk.docs().with_file_name("away"));
    std::fs::rename(&docs, &away).unwrap();
    kept.document_mut()
        .apply(&typed(1, 1, "2"), &stamp(5))
        .unwrap()
        .unwrap();
    let hash = kept.document().hash();
    let Err(unclosed) = kept.close() else {
        panic!("closed")
    };
    assert!(
        matches!(*unclosed.error, KeepError::NotPublished(_)),
        "{:?}",
        unclosed.error
    );
    drop(unclosed);
    std::fs::rename(&away, &docs).unwrap();
    let (kept, report) = desk.open("a.ordito");
    assert_eq!((report.recovered, kept.document().hash()), (Some(1), hash));
}

/// Runs `child` of this file in a process of its own; `shell` prepares it and ends with `exec "$@"`.
fn run(child: &str, shell: &str, folder: &Path) {
    let output = Command::new("unshare")
        .args(["-m", "sh", "-c", shell, "sh"])
        .arg(std::env::current_exe().unwrap())
        .args([
            "--ignored",
            "--exact",
            &format!("storage::faults::{child}"),
            "--nocapture",
            "--test-threads",
            "1",
        ])
        .env("FAULTS", folder)
        .output()
        .unwrap();
    let text = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(
        output.status.success() && text.contains("did all"),
        "{text}"
    );
}

/// A medium of 3 MB that can be filled up.
struct Medium(PathBuf);
impl Medium {
    fn fill(&self) {
        let mut ballast = std::fs::File::options()
            .create(true)
            .append(true)
            .open(self.0.join("ballast"))
            .unwrap();
        for size in [1 << 16, 1 << 12, 1 << 8, 1] {
            while std::io::Write::write_all(&mut ballast, &vec![1; size]).is_ok() {}
        }
    }
    fn empty(&self) {
        std::fs::remove_file(self.0.join("ballast")).unwrap();
    }
}

#[test]
#[ignore = "run by the other tests here, in a process of its own"]
fn child_with_full_media() {
    let folder = PathBuf::from(std::env::var_os("FAULTS").unwrap());
    let (docs, own) = (Medium(folder.join("docs")), Medium(folder.join("data")));
    let data = DataFolder::at(&own.0).unwrap();
    let path = docs.0.join("a.ordito");
    let mut ahead = Duration::ZERO;
    let elsewhere = folder.join("copia.ordito");

    // Making a document where there is no room: nothing stays.
    docs.fill();
    let made = Kept::create(&path, &first_edit(6), &stamp(1), &data, &who("anna"), false);
    helps(&made.err().unwrap().say(&Words::new(Language::It)), &docs.0);
    assert_eq!(std::fs::read_dir(&docs.0).unwrap().count(), 1);
    docs.empty();

    // Publishing where there is no room: the old file stays whole, edits go on, then it is saved by itself.
    let mut kept =
        Kept::create(&path, &first_edit(6), &stamp(1), &data, &who("anna"), false).unwrap();
    fill(kept.document_mut(), 3, 6);
    kept.publish_and_wait().unwrap();
    for in_place in [false, true] {
        if in_place {
            kept.publish_in_place();
        }
        let before = std::fs::read(&path).unwrap();
        docs.fill();
        for n in 1..4 {
            kept.document_mut()
                .apply(&typed(1, n, if in_place { "1" } else { "2" }), &stamp(5))
                .unwrap()
                .unwrap();
            let status = attempt(&mut kept, &mut ahead);
            helps(&said(&status), &docs.0);
            assert_eq!(std::fs::read(&path).unwrap(), before);
        }
        assert!(
            kept.save_copy(&docs.0.join("b.ordito"), false).is_err()
                && !docs.0.join("b.ordito").exists()
        );
        kept.save_copy(&elsewhere, true).unwrap();
        docs.empty();
        assert!(matches!(
            attempt(&mut kept, &mut ahead),
            SaveStatus::Saved { .. }
        ));
        assert_eq!(
            ordito::storage::last_step_of(&path).unwrap(),
            kept.document().last_step()
        );
    }

    // Editing where there is no room: refused, nothing changed, and what was acknowledged can be saved elsewhere.
    own.fill();
    let mut refused = false;
    for n in 0..200 {
        let (hash, last) = (kept.document().hash(), kept.document().last_step());
        match kept.document_mut().apply(
            &reason(1 + n % 3, 1 + n % 6, &"testo ".repeat(2000 + n as usize)),
            &stamp(6),
        ) {
            Ok(_) => {}
            Err(EditError::Storage(error)) => {
                assert!(
                    matches!(&error, StorageError::Io { error, .. } if error.kind() == std::io::ErrorKind::StorageFull)
                );
                helps(&error.say(&Words::new(Language::It)), &own.0);
                assert!(kept.document().hash() == hash && kept.document().last_step() == last);
                refused = true;
                break;
            }
            Err(error) => panic!("{error:?}"),
        }
    }
    assert!(refused);
    // A reader must be able to index the write-ahead log; where even that has no room, the copy is refused in words.
    if let Err(error) = kept.save_copy(&elsewhere, true) {
        println!("no copy either: {}", error.say(&Words::new(Language::It)));
    }
    assert!(matches!(
        kept.status(),
        SaveStatus::Pending | SaveStatus::Saved { .. } | SaveStatus::Failed(_)
    ));
    own.empty();
    kept.document_mut()
        .apply(&typed(2, 2, "3"), &stamp(7))
        .unwrap()
        .unwrap();
    let status = attempt(&mut kept, &mut ahead);
    assert!(matches!(status, SaveStatus::Saved { .. }), "{status:?}");
    assert!(kept.document().read_again().unwrap() == *kept.document().contents());
    let hash = kept.document().hash();
    kept.close().unwrap();

    // Opening where a working copy has no room: refused with the place, and the file is not touched.
    let before = std::fs::read(&path).unwrap();
    own.fill();
    let refused = Kept::open(&path, &data, &who("anna")).err().unwrap();
    helps(&refused.say(&Words::new(Language::It)), &own.0);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    own.empty();
    let (kept, report) = Kept::open(&path, &data, &who("anna")).unwrap();
    assert!(report.read_only.is_none() && kept.document().hash() == hash);

    // Exporting where there is no room: nothing half written stays.
    docs.fill();
    let json = ordito::export::document_json(kept.document().contents());
    let written = ordito::export::write_file(&docs.0.join("a.json"), json.as_bytes(), false);
    assert!(written.unwrap_err().to_string().contains("a.json"));
    assert_eq!(
        std::fs::read_dir(&docs.0).unwrap().count(),
        3,
        "document, lock and ballast"
    );
    println!("did all");
}

#[test]
#[ignore = "mounts a medium in a name space of its own: run by .ci/trust"]
fn trust_full_media() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["docs", "data"] {
        std::fs::create_dir(folder.path().join(name)).unwrap();
    }
    let mount = "for d in docs data; do mount -t tmpfs -o size=3m none \"$FAULTS/$d\" || exit 9; done; exec \"$@\"";
    run("child_with_full_media", mount, folder.path());
}

/// A command that is refused for want of room has changed nothing, and says so; nothing of it comes later.
#[test]
#[ignore = "run by the other tests here, in a process of its own"]
fn child_with_a_full_medium_and_commands() {
    let folder = PathBuf::from(std::env::var_os("FAULTS").unwrap());
    let docs = Medium(folder.join("docs"));
    let (path, policies) = (docs.0.join("a.ordito"), folder.join("p.csv"));
    std::fs::write(&policies, "codice;nome\nZZ1;Prova\n").unwrap();
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ordito"));
        let output = command
            .args(arguments)
            .arg(&path)
            .env("ORDITO_DATA", folder.join("data"))
            .output()
            .unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        (
            output.status.code(),
            text(&output.stdout),
            text(&output.stderr),
        )
    };
    let import = ["import", "--policies", "--from", policies.to_str().unwrap()];
    assert_eq!(run(&["new"]).0, Some(0));
    assert_eq!(run(&import).0, Some(0));
    let (before, history) = (std::fs::read(&path).unwrap(), run(&["history"]));
    docs.fill();
    // Room for a lock, and for no document.
    let ballast = std::fs::File::options()
        .write(true)
        .open(docs.0.join("ballast"))
        .unwrap();
    ballast
        .set_len(ballast.metadata().unwrap().len() - (48 << 10))
        .unwrap();
    drop(ballast);
    std::fs::write(&policies, "codice;nome\nZZ2;Prova\n").unwrap();
    for arguments in [&import[..], &["undo"]] {
        let (code, said, why) = run(arguments);
        assert!(
            code == Some(1) && why.contains("non ha cambiato nulla"),
            "{code:?} {why}"
        );
        assert_eq!(said, "", "what was not done is not said to be done");
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }
    assert_eq!(run(&["history"]), history);
    docs.fill();
    let why = run(&["undo"]).2;
    assert!(why.contains("sono pieni"), "{why}");
    docs.empty();
    assert_eq!(run(&["redo"]).0, Some(1), "nothing was undone");
    assert_eq!(run(&["history"]), history);
    assert!(run(&["info", "--json"]).1.contains("\"waiting\": 0"));
    println!("did all");
}

#[test]
#[ignore = "mounts a medium in a name space of its own: run by .ci/trust"]
fn trust_a_full_medium_and_commands() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["docs", "data"] {
        std::fs::create_dir(folder.path().join(name)).unwrap();
    }
    let mount = "mount -t tmpfs -o size=3m none \"$FAULTS/docs\" || exit 9; exec \"$@\"";
    run(
        "child_with_a_full_medium_and_commands",
        mount,
        folder.path(),
    );
}

#[test]
#[ignore = "run by the other tests here, in a process of its own"]
fn child_with_a_read_only_medium() {
    let folder = PathBuf::from(std::env::var_os("FAULTS").unwrap());
    let data = DataFolder::at(&folder.join("data")).unwrap();
    let path = folder.join("docs/a.ordito");
    let (mut kept, report) = Kept::open(&path, &data, &who("anna")).unwrap();
    assert_eq!(report.read_only, Some(ReadOnly::FolderNotWritable));
    assert!(
        kept.document_mut()
            .apply(&typed(1, 1, "2"), &stamp(9))
            .is_err()
    );
    kept.save_copy(&folder.join("copia.ordito"), false).unwrap();
    let error = kept
        .save_copy(&folder.join("docs/b.ordito"), false)
        .unwrap_err();
    helps(&error.say(&Words::new(Language::It)), &folder.join("docs"));
    kept.close().unwrap();
    println!("did all");
}

#[test]
#[ignore = "mounts a medium in a name space of its own: run by .ci/trust"]
fn trust_a_read_only_medium() {
    let desk = Desk::new();
    let mut kept = desk.create("a.ordito");
    fill(kept.document_mut(), 3, 4);
    kept.close().unwrap();
    let mount = "mount --bind \"$FAULTS/docs\" \"$FAULTS/docs\" && mount -o remount,ro,bind \"$FAULTS/docs\" && exec \"$@\"";
    run(
        "child_with_a_read_only_medium",
        mount,
        desk.docs().parent().unwrap(),
    );
}
