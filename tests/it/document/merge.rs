//! Copies edited apart and merged.

use super::chance::{Random, stamp as any_stamp};
use super::generate::{KINDS, edit};
use super::small::{cell, first_edit, matrix_document, nilsson, reason, stamp, typed};
use super::whole::check_whole;
use ordito::document::{ConflictKind, Document, Edit, Stamp, common_step, merge, merge_documents};
use ordito::model::{CellValue, Points, Policy, PolicyId, Scale, ScaleId};
use std::path::Path;
use std::sync::Arc;

fn copies(folder: &Path) -> (Document, Document) {
    let path = folder.join("mine.ordito");
    drop(matrix_document(&path, 3, 4));
    std::fs::copy(&path, folder.join("theirs.ordito")).unwrap();
    (
        Document::open(&path).unwrap(),
        Document::open(&folder.join("theirs.ordito")).unwrap(),
    )
}

#[test]
fn what_each_did_alone_is_taken_and_what_both_did_is_listed() {
    let folder = tempfile::tempdir().unwrap();
    let (mut mine, mut theirs) = copies(folder.path());
    mine.apply(&typed(1, 1, "2"), &stamp(10)).unwrap();
    mine.apply(&typed(2, 2, "1"), &stamp(11)).unwrap();
    mine.apply(&typed(3, 3, "3"), &stamp(12)).unwrap();
    theirs.apply(&typed(1, 2, "-1"), &stamp(13)).unwrap();
    theirs.apply(&typed(2, 2, "-2"), &stamp(14)).unwrap();
    theirs
        .apply(
            &reason(2, 2, "perché"),
            &Stamp {
                by: "bruno".to_owned(),
                ..stamp(15)
            },
        )
        .unwrap();
    theirs
        .apply(&Edit::DeletePolicies(vec![PolicyId::fixed(3)]), &stamp(16))
        .unwrap();
    assert_eq!(common_step(mine.steps(), theirs.steps()).0, 3);
    let merged = merge_documents(&mine, &theirs).unwrap();
    let value = |row, column| {
        merged
            .contents
            .assessments
            .get(&cell(row, column))
            .map(|cell| cell.value)
    };
    assert_eq!(value(1, 1), Some(CellValue::net_of(Points::whole(2))));
    assert_eq!(value(1, 2), Some(CellValue::net_of(Points::whole(-1))));
    // Both scored it: mine stands and is listed; the reason, which only they gave, is taken.
    assert_eq!(value(2, 2), Some(CellValue::net_of(Points::whole(1))));
    let both = merged.contents.assessments.get(&cell(2, 2)).unwrap();
    assert_eq!(
        (both.reason.as_str(), both.by.as_str()),
        ("perché", "bruno")
    );
    assert!(!merged.contents.policies.contains_key(&PolicyId::fixed(3)));
    let kinds: Vec<_> = merged
        .conflicts
        .iter()
        .map(|conflict| conflict.kind)
        .collect();
    assert_eq!(kinds, [ConflictKind::BothChanged, ConflictKind::Homeless]);
    assert_eq!(value(3, 3), None);
    // As one edit it can be undone.
    let before = mine.hash();
    mine.apply(
        &Edit::Merge {
            name: "theirs".to_owned(),
            contents: Arc::new(merged.contents),
        },
        &stamp(20),
    )
    .unwrap();
    assert!(
        merge_documents(&mine, &theirs)
            .unwrap()
            .conflicts
            .iter()
            .all(|c| c.kind != ConflictKind::Homeless)
    );
    mine.undo(&stamp(21)).unwrap();
    assert_eq!(mine.hash(), before);
}

#[test]
fn policies_moved_below_each_other_are_not_lost() {
    let folder = tempfile::tempdir().unwrap();
    let (mut mine, mut theirs) = copies(folder.path());
    let below = |a, b| Edit::MovePolicies {
        ids: vec![PolicyId::fixed(a)],
        parent: Some(PolicyId::fixed(b)),
        before: None,
    };
    mine.apply(&below(1, 2), &stamp(10)).unwrap();
    theirs.apply(&below(2, 1), &stamp(11)).unwrap();
    let merged = merge_documents(&mine, &theirs).unwrap();
    assert_eq!(merged.contents.policy_tree().len(), 3);
}

#[test]
fn the_same_number_added_apart_gives_two_policies() {
    let folder = tempfile::tempdir().unwrap();
    let (mut mine, mut theirs) = copies(folder.path());
    let add = |id| {
        let policy = Policy {
            name: format!("Nuova {id}"),
            ..Policy::default()
        };
        Edit::AddPolicies(vec![(PolicyId::fixed(id), policy)])
    };
    mine.apply(&add(50), &stamp(10)).unwrap();
    theirs.apply(&add(51), &stamp(10)).unwrap();
    let merged = merge_documents(&mine, &theirs).unwrap();
    assert_eq!(
        (merged.contents.policies.len(), merged.conflicts.len()),
        (5, 0)
    );
}

#[test]
fn a_level_that_one_took_away_and_the_other_used_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let (mut mine, mut theirs) = copies(folder.path());
    let levels = nilsson()
        .levels
        .into_iter()
        .filter(|level| level.value != Points::whole(3))
        .collect();
    let narrow = Scale {
        levels,
        ..nilsson()
    };
    mine.apply(
        &Edit::PutScale {
            id: ScaleId::fixed(1),
            scale: narrow,
        },
        &stamp(10),
    )
    .unwrap();
    theirs.apply(&typed(1, 1, "3"), &stamp(11)).unwrap();
    let merged = merge_documents(&mine, &theirs).unwrap();
    check_whole(&merged.contents);
    assert_eq!(
        merged
            .contents
            .scales
            .get(&ScaleId::fixed(1))
            .unwrap()
            .levels
            .len(),
        7
    );
}

#[test]
fn random_copies_merge_into_something_whole() {
    let folder = tempfile::tempdir().unwrap();
    for seed in 1..=12 {
        println!("seed {seed}");
        let mut r = Random(seed);
        let open = |name: &str| folder.path().join(format!("{name}{seed}.ordito"));
        let mut mine = Document::create(&open("mine"), &first_edit(5), &any_stamp(&mut r)).unwrap();
        let work = |document: &mut Document, r: &mut Random, n: usize| {
            for _ in 0..n {
                let kind = KINDS[r.below(KINDS.len() - 2)];
                let next = edit(r, document.contents(), kind, &[]);
                let _ = document.apply(&next, &any_stamp(r));
            }
        };
        work(&mut mine, &mut r, 150);
        drop(mine);
        std::fs::copy(open("mine"), open("theirs")).unwrap();
        let mut mine = Document::open(&open("mine")).unwrap();
        let mut theirs = Document::open(&open("theirs")).unwrap();
        let base = mine.snapshot();
        work(&mut mine, &mut r, 60);
        work(&mut theirs, &mut r, 60);
        assert_eq!(
            merge(&base, &base, theirs.contents()).unwrap().contents,
            *theirs.contents()
        );
        assert_eq!(
            merge(&base, mine.contents(), &base).unwrap().contents,
            *mine.contents()
        );
        let merged = merge_documents(&mine, &theirs).unwrap();
        check_whole(&merged.contents);
        mine.apply(
            &Edit::Merge {
                name: String::new(),
                contents: Arc::new(merged.contents),
            },
            &stamp(1),
        )
        .unwrap();
        assert_eq!(mine.contents().hash(), mine.hash());
        assert!(mine.read_again().unwrap() == *mine.contents());
    }
}
