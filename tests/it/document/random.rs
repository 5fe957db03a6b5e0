//! Thousands of random edits of every kind: undone to the first content hash, redone to the last, reopened between.

use super::chance::{Random, stamp};
use super::generate::{KINDS, edit, kind_of};
use super::small::{first_edit, typed};
use super::whole::{check_codes, check_whole};
use ordito::document::{Document, EditError, Refusal};
use ordito::model::{Record, Table};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// A folder in memory where there is one: these tests write ten thousand synced transactions.
fn folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        tempfile::tempdir_in(memory).unwrap()
    } else {
        tempfile::tempdir().unwrap()
    }
}

fn check_file_is_memory(document: &Document) {
    assert_eq!(document.contents().hash(), document.hash());
    assert!(document.read_again().unwrap() == *document.contents());
}

fn reopened(document: Document, path: &Path) -> Document {
    let (hash, steps) = (document.hash(), document.steps().to_vec());
    let stacks = (document.undoable().to_vec(), document.redoable().to_vec());
    drop(document);
    let document = Document::open(path).unwrap();
    assert!(document.doubts().is_empty());
    assert_eq!(document.hash(), hash);
    assert_eq!(document.steps(), steps);
    assert_eq!(
        (document.undoable().to_vec(), document.redoable().to_vec()),
        stacks
    );
    document
}

/// How many edits of each kind were made and refused, and which tables they changed.
type Counts = (BTreeMap<&'static str, (usize, usize)>, BTreeSet<Table>);

fn run(seed: u64, n_edits: usize) -> Counts {
    println!("seed {seed}");
    let folder = folder();
    let path = folder.path().join("a.ordito");
    let mut r = Random(seed);
    let mut document = Document::create(&path, &first_edit(5), &stamp(&mut r)).unwrap();
    let first = document.hash();
    let mut old = vec![document.snapshot()];
    let (mut counts, mut tables) = Counts::default();
    for n in 0..n_edits {
        if r.chance(8) {
            document.undo(&stamp(&mut r)).unwrap();
            continue;
        }
        if r.chance(4) {
            document.redo(&stamp(&mut r)).unwrap();
            continue;
        }
        // Cells and what they need most often; whole other states seldom.
        let kind = match r.below(10) {
            0..=3 => "SetCells",
            4 => r.pick(&[
                "AddPolicies",
                "AddGoals",
                "AddMatrix",
                "PutAssessor",
                "PutSource",
                "AddLines",
            ]),
            _ => {
                let n = if r.chance(85) {
                    KINDS.len() - 2
                } else {
                    KINDS.len()
                };
                KINDS[r.below(n)]
            }
        };
        let next = edit(&mut r, document.contents(), kind, &old);
        assert_eq!(kind_of(&next), kind, "what is counted is what is made");
        let before = (
            document.hash(),
            document.revision(),
            document.last_step(),
            document.snapshot(),
        );
        let count = counts.entry(kind).or_default();
        match document.apply(&next, &stamp(&mut r)) {
            Ok(Some(applied)) => {
                count.0 += 1;
                assert!(document.revision() > before.1);
                assert!(!applied.patch.is_empty());
                tables.extend(applied.patch.records.iter().map(Record::table));
            }
            Ok(None) => {}
            Err(EditError::Refused(_)) => {
                count.1 += 1;
                let after = (document.hash(), document.revision(), document.last_step());
                assert_eq!(after, (before.0, before.1, before.2), "{next:?}");
                assert!(Arc::ptr_eq(&document.snapshot(), &before.3));
            }
            Err(error) => panic!("seed {seed}, edit {n}: {error} {next:?}"),
        }
        if n % 10 == 0 {
            check_whole(document.contents());
            check_codes(document.contents());
        }
        if n % 100 == 0 {
            check_file_is_memory(&document);
            old.push(document.snapshot());
            if old.len() > 4 {
                old.remove(0);
            }
        }
        if n % 400 == 399 {
            document = reopened(document, &path);
        }
    }
    check_file_is_memory(&document);
    let last = document.hash();
    // What was undone before the end can still be redone after it; that is not part of the way back.
    let waiting = document.redoable().len();
    let middle = document.undoable().len() / 2;
    while document.undo(&stamp(&mut r)).unwrap().is_some() {
        if document.undoable().len() == middle {
            check_file_is_memory(&document);
            document = reopened(document, &path);
        }
    }
    assert_eq!(document.hash(), first, "seed {seed}");
    check_file_is_memory(&document);
    document = reopened(document, &path);
    while document.redoable().len() > waiting {
        document.redo(&stamp(&mut r)).unwrap().unwrap();
        if document.undoable().len() == middle {
            document = reopened(document, &path);
        }
    }
    assert_eq!(document.hash(), last, "seed {seed}");
    check_file_is_memory(&document);
    (counts, tables)
}

#[test]
fn random_edits_are_undone_to_the_first_hash_and_redone_to_the_last() {
    let runs: Vec<_> = (1..=4)
        .map(|seed| std::thread::spawn(move || run(seed, 2500)))
        .collect();
    let (mut counts, mut tables) = Counts::default();
    for run in runs {
        let (kinds, changed) = run.join().unwrap();
        tables.extend(changed);
        for (kind, (made, refused)) in kinds {
            let count = counts.entry(kind).or_default();
            *count = (count.0 + made, count.1 + refused);
        }
    }
    println!("{counts:?}");
    for kind in KINDS {
        assert!(
            counts.get(kind).is_some_and(|(made, _)| *made >= 5),
            "{kind} was hardly made: {counts:?}"
        );
    }
    for table in Table::ALL {
        assert!(
            tables.contains(table),
            "no random edit changes a {}: see `whole!` in generate.rs",
            table.word()
        );
    }
}

#[test]
fn a_document_open_for_reading_refuses_edits_undo_and_redo() {
    let folder = folder();
    let mut document = super::small::matrix_document(&folder.path().join("a.ordito"), 2, 2);
    document
        .apply(&typed(1, 1, "2"), &super::small::stamp(5))
        .unwrap();
    document.undo(&super::small::stamp(6)).unwrap();
    document.make_read_only();
    let hash = document.hash();
    let refused =
        |result: Result<_, EditError>| matches!(result, Err(EditError::Refused(Refusal::ReadOnly)));
    assert!(refused(
        document.apply(&typed(1, 1, "3"), &super::small::stamp(7))
    ));
    assert!(refused(document.undo(&super::small::stamp(7))));
    assert!(refused(document.redo(&super::small::stamp(7))));
    assert_eq!(document.hash(), hash);
}
