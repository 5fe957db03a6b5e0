//! The everyday of an open document.

use super::{Desk, tick_until, who};
use crate::document::small::{fill, stamp, typed};
use ordito::document::{Kept, OpenReport, ReadOnly, SaveStatus};

fn is_saved(kept: &Kept) -> bool {
    matches!(kept.status(), SaveStatus::Saved { .. })
}

#[test]
fn a_document_is_created_edited_published_closed_and_opened_again() {
    let desk = Desk::new();
    let mut kept = desk.create("a.ordito");
    assert!(is_saved(&kept));
    fill(kept.document_mut(), 3, 4);
    kept.document_mut()
        .apply(&typed(2, 3, "2/-1"), &stamp(4))
        .unwrap()
        .unwrap();
    assert!(matches!(kept.status(), SaveStatus::Pending));
    let took = tick_until(&mut kept, |kept| is_saved(kept));
    println!("saved {} ms after the last edit", took.as_millis());
    assert_eq!(desk.names(), [".~lock.a.ordito#", "a.ordito"]);
    let hash = kept.document().hash();
    kept.close().unwrap();
    assert_eq!(desk.names(), ["a.ordito"]);
    let (kept, report) = desk.open("a.ordito");
    assert_eq!(report, OpenReport::default());
    assert_eq!(kept.document().hash(), hash);
    assert_eq!(kept.document().undoable().len(), 3);
}

#[test]
fn a_second_instance_reads_only_and_names_who_has_it() {
    let desk = Desk::new();
    let first = desk.create("a.ordito");
    let (second, report) = Kept::open(&desk.path("a.ordito"), &desk.data, &who("bruno")).unwrap();
    let Some(ReadOnly::HeldBy(Some(holder))) = report.read_only else {
        panic!("{report:?}")
    };
    assert_eq!(
        (holder.user.as_str(), holder.host.as_str()),
        ("anna", "ufficio")
    );
    assert!(matches!(
        second.status(),
        SaveStatus::ReadOnly(ReadOnly::HeldBy(Some(_)))
    ));
    second.close().unwrap();
    first.close().unwrap();
    assert_eq!(desk.names(), ["a.ordito"]);
}
