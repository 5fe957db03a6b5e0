//! Every file that is written is new, private until it is in its place and opened through no link; who has a document
//! open keeps it; what is replaced is kept; only regular files are read.
#![cfg(unix)]

use super::{Desk, who};
use crate::document::small::{fill, first_edit, stamp, typed};
use ordito::disk;
use ordito::document::{Edit, KeepError, Kept};
use ordito::export::{ExportError, write_file};
use ordito::model::DocumentId;
use ordito::storage::{Reason, StorageError, lock_path};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::path::Path;

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).unwrap().mode() & 0o777
}

/// A lock of somebody at another machine, written now.
fn hold(path: &Path) {
    let holder = r#"{"user":"bruno","host":"altrove","process":1,"instance":"a1","data":"b2","since":0,"beat":0}"#;
    std::fs::write(lock_path(path), holder).unwrap();
}

#[test]
fn what_somebody_has_open_is_replaced_by_no_copy_and_no_merge() {
    let desk = Desk::new();
    let kept = desk.create("a.ordito");
    let path = desk.path("held.ordito");
    desk.create("held.ordito").close().unwrap();
    hold(&path);
    let before = std::fs::read(&path).unwrap();
    let id = DocumentId::fixed(9);
    let merged = Edit::Restore {
        name: "prova".to_owned(),
        contents: kept.document().snapshot(),
    };
    let tries = [
        kept.save_copy(&path, true),
        kept.save_without_history(&path, id, &stamp(2), true),
        kept.save_with(&path, &merged, &stamp(2), true),
        Kept::create(
            &path,
            &first_edit(6),
            &stamp(1),
            &desk.data,
            &who("anna"),
            true,
        )
        .map(drop),
    ];
    for (n, tried) in tries.into_iter().enumerate() {
        assert!(
            matches!(&tried, Err(KeepError::Held(Some(holder))) if holder.user == "bruno"),
            "{n}: {tried:?}"
        );
        assert_eq!(std::fs::read(&path).unwrap(), before, "{n}");
    }
    assert_eq!(
        desk.names(),
        [
            ".~lock.a.ordito#",
            ".~lock.held.ordito#",
            "a.ordito",
            "held.ordito"
        ]
    );
    kept.close().unwrap();
}

#[test]
fn what_a_copy_replaces_is_kept_with_the_edits_that_waited_there() {
    let desk = Desk::new();
    let mut there = desk.create("b.ordito");
    fill(there.document_mut(), 6, 6);
    let unsaved = there.document().hash();
    drop(there);
    let published = std::fs::read(desk.path("b.ordito")).unwrap();
    let kept = desk.create("a.ordito");
    kept.save_copy(&desk.path("b.ordito"), true).unwrap();
    let (copy, report) = desk.open("b.ordito");
    assert!(
        report.recovered.is_none() && !report.changed_underneath && report.read_only.is_none(),
        "{report:?}"
    );
    let of = |reason| {
        copy.backups()
            .into_iter()
            .find(|kept| kept.reason == reason)
            .unwrap()
            .path
    };
    assert_eq!(std::fs::read(of(Reason::Replaced)).unwrap(), published);
    let waited = ordito::document::Aside::open(&of(Reason::Unreadable), &desk.data).unwrap();
    assert_eq!(waited.document().hash(), unsaved);
    kept.close().unwrap();
}

#[test]
fn a_merge_that_is_refused_leaves_what_is_at_its_place() {
    let desk = Desk::new();
    let kept = desk.create("a.ordito");
    desk.create("b.ordito").close().unwrap();
    let before = std::fs::read(desk.path("b.ordito")).unwrap();
    let refused = kept.save_with(&desk.path("b.ordito"), &typed(99, 99, "2"), &stamp(2), true);
    assert!(matches!(refused, Err(KeepError::Edit(_))), "{refused:?}");
    assert_eq!(std::fs::read(desk.path("b.ordito")).unwrap(), before);
    let fresh = kept.save_with(
        &desk.path("c.ordito"),
        &typed(99, 99, "2"),
        &stamp(2),
        false,
    );
    assert!(fresh.is_err());
    assert_eq!(desk.names(), [".~lock.a.ordito#", "a.ordito", "b.ordito"]);
    kept.close().unwrap();
}

#[test]
fn no_link_that_was_laid_out_is_followed() {
    let desk = Desk::new();
    let victim = desk.path("victim.txt");
    std::fs::write(&victim, "precious").unwrap();
    for name in [
        ".~m.csv.new",
        "m.new",
        "m.csv.new",
        ".~lock.a.ordito#",
        "a.new",
    ] {
        symlink(&victim, desk.path(name)).unwrap();
    }
    write_file(&desk.path("m.csv"), b"a;b", false).unwrap();
    // The lock is a link to something unreadable: nobody's, and never written through.
    let held = Kept::create(
        &desk.path("a.ordito"),
        &first_edit(6),
        &stamp(1),
        &desk.data,
        &who("anna"),
        false,
    );
    assert!(matches!(held, Err(KeepError::Held(None))), "{held:?}");
    assert_eq!(std::fs::read_to_string(&victim).unwrap(), "precious");
    // A link at the place itself is replaced, and what it leads to is not written.
    symlink(&victim, desk.path("n.csv")).unwrap();
    write_file(&desk.path("n.csv"), b"c;d", true).unwrap();
    assert_eq!(std::fs::read_to_string(&victim).unwrap(), "precious");
    assert_eq!(std::fs::read(desk.path("n.csv")).unwrap(), b"c;d");
    assert!(!desk.path("n.csv").is_symlink());
}

#[test]
fn an_export_never_replaces_a_document() {
    let desk = Desk::new();
    desk.create("d.json").close().unwrap();
    let before = std::fs::read(desk.path("d.json")).unwrap();
    let refused = write_file(&desk.path("d.json"), b"{}", true);
    assert!(
        matches!(refused, Err(ExportError::Document { .. })),
        "{refused:?}"
    );
    assert_eq!(std::fs::read(desk.path("d.json")).unwrap(), before);
}

#[test]
fn a_document_keeps_its_mode_and_attributes_and_is_never_wider_open_on_its_way() {
    let desk = Desk::new();
    let mut kept = desk.create("a.ordito");
    let path = desk.path("a.ordito");
    fill(kept.document_mut(), 3, 4);
    kept.publish_and_wait().unwrap();
    for (n, wanted) in [0o600, 0o660, 0o644].into_iter().enumerate() {
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(wanted)).unwrap();
        let set = rustix::fs::setxattr(
            &path,
            "user.protocollo",
            b"2026/17",
            rustix::fs::XattrFlags::empty(),
        );
        kept.document_mut()
            .apply(&typed(1, 1 + n as u128, "2"), &stamp(5))
            .unwrap()
            .unwrap();
        kept.publish_and_wait().unwrap();
        assert_eq!(mode(&path), wanted);
        if set.is_ok() {
            let mut value = [0_u8; 16];
            let n = rustix::fs::getxattr(&path, "user.protocollo", &mut value[..]).unwrap();
            assert_eq!(&value[..n], b"2026/17");
        }
    }
    // On its way it is its owner's alone.
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    let new = disk::NewFile::beside(&path).unwrap();
    let under_way: Vec<_> = desk
        .names()
        .into_iter()
        .filter(|name| name.starts_with(".~new."))
        .collect();
    assert_eq!(under_way.len(), 1);
    assert_eq!(mode(&desk.path(&under_way[0])), 0o600);
    new.take_place().unwrap();
    assert_eq!(mode(&path), 0o600);
    drop(kept);
}

#[test]
fn files_that_are_none_are_refused_at_once() {
    let desk = Desk::new();
    let status = std::process::Command::new("mkfifo")
        .arg(desk.path("f.ordito"))
        .status()
        .unwrap();
    assert!(status.success());
    let no_file = |error: &KeepError| {
        matches!(error, KeepError::Storage(StorageError::Io { error, .. })
            if error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<disk::NotAFile>))
    };
    for path in [
        desk.path("f.ordito"),
        desk.docs(),
        "/dev/zero".into(),
        "/dev/tty".into(),
    ] {
        let opened = Kept::open(&path, &desk.data, &who("anna")).map(drop);
        assert!(
            opened.as_ref().is_err_and(no_file),
            "{}: {opened:?}",
            path.display()
        );
        let viewed = Kept::open_read_only(&path, &desk.data).map(drop);
        assert!(
            viewed.as_ref().is_err_and(no_file),
            "{}: {viewed:?}",
            path.display()
        );
        assert!(ordito::import::read_tables(&path, &ordito::import::Want::default()).is_err());
        assert!(ordito::export::Template::read(&path).is_err());
    }
    // A lock that is a pipe holds, and is not waited for.
    desk.create("d.ordito").close().unwrap();
    assert!(
        std::process::Command::new("mkfifo")
            .arg(lock_path(&desk.path("d.ordito")))
            .status()
            .unwrap()
            .success()
    );
    let (kept, report) = desk.open("d.ordito");
    assert!(report.read_only.is_some());
    kept.close().unwrap();
    assert_eq!(desk.names(), [".~lock.d.ordito#", "d.ordito", "f.ordito"]);
}

/// What is no document is not copied before its first bytes are looked at.
#[test]
fn the_header_is_read_first() {
    let desk = Desk::new();
    // A terabyte of nothing takes no room where it lies, and would take all there is where it is copied to.
    std::fs::File::create(desk.path("big.ordito"))
        .unwrap()
        .set_len(1 << 40)
        .unwrap();
    let refused = Kept::open(&desk.path("big.ordito"), &desk.data, &who("anna")).map(drop);
    assert!(
        matches!(refused, Err(KeepError::Storage(StorageError::NotADatabase))),
        "{refused:?}"
    );
    let refused = Kept::open_read_only(&desk.path("big.ordito"), &desk.data).map(drop);
    assert!(
        matches!(refused, Err(KeepError::Storage(StorageError::NotADatabase))),
        "{refused:?}"
    );
    let aside = ordito::document::Aside::open(&desk.path("big.ordito"), &desk.data).map(drop);
    assert!(
        matches!(aside, Err(StorageError::NotADatabase)),
        "{aside:?}"
    );
}

#[test]
fn names_as_long_as_names_can_be_are_saved() {
    let desk = Desk::new();
    for len in [204, 205, 212, 240, 247, 248, 255] {
        let name = format!("{}.ordito", "n".repeat(len - 7));
        let mut kept = desk.create(&name);
        fill(kept.document_mut(), 3, 4);
        let hash = kept.document().hash();
        kept.close().unwrap();
        let (kept, report) = desk.open(&name);
        assert_eq!(
            (report.read_only, kept.document().hash()),
            (None, hash),
            "{len}"
        );
        let (_, second) = desk.open(&name);
        assert!(second.read_only.is_some(), "{len}: the lock is seen");
        kept.close().unwrap();
        write_file(&desk.path(&name).with_extension("csv"), b"x", true).unwrap();
    }
    let long = desk.path(&"x".repeat(256));
    let refused = Kept::create(
        &long,
        &first_edit(6),
        &stamp(1),
        &desk.data,
        &who("anna"),
        false,
    )
    .map(drop);
    let kind = |error: &KeepError| match error {
        KeepError::Storage(StorageError::Io { error, .. }) => Some(error.kind()),
        _ => None,
    };
    let Err(error) = &refused else {
        panic!("{refused:?}")
    };
    let why = if let KeepError::NotPublished(why) = error {
        kind(why)
    } else {
        kind(error)
    };
    assert_eq!(why, Some(std::io::ErrorKind::InvalidFilename), "{error:?}");
}

#[test]
fn a_lock_of_the_future_is_left_over() {
    let desk = Desk::new();
    desk.create("a.ordito").close().unwrap();
    let path = desk.path("a.ordito");
    hold(&path);
    let later = std::time::SystemTime::now() + std::time::Duration::from_hours(24 * 365);
    std::fs::File::options()
        .write(true)
        .open(lock_path(&path))
        .unwrap()
        .set_modified(later)
        .unwrap();
    let (kept, report) = desk.open("a.ordito");
    assert!(
        report.read_only.is_none() && report.took_over.is_some(),
        "{report:?}"
    );
    kept.close().unwrap();
}

#[test]
fn what_is_damaged_is_named_and_not_our_copy_of_it() {
    let desk = Desk::new();
    let mut kept = desk.create("a.ordito");
    fill(kept.document_mut(), 3, 4);
    kept.close().unwrap();
    let path = desk.path("a.ordito");
    let damage = "UPDATE policy SET kind = 'nonsense'";
    rusqlite::Connection::open(&path)
        .unwrap()
        .execute_batch(damage)
        .unwrap();
    let opened = Kept::open(&path, &desk.data, &who("anna")).map(drop);
    let viewed = Kept::open_read_only(&path, &desk.data).map(drop);
    let aside = ordito::document::Aside::open(&path, &desk.data)
        .map(drop)
        .map_err(KeepError::from);
    for refused in [opened, viewed, aside] {
        let Err(KeepError::Storage(StorageError::Damaged { detail })) = &refused else {
            panic!("{refused:?}")
        };
        assert!(
            detail.contains(&*path.to_string_lossy()) && !detail.contains("working"),
            "{detail}"
        );
    }
}
