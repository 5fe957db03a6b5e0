//! When a policy last changed, from the journal.

use super::small::{matrix_document, stamp};
use ordito::document::{Document, Edit};
use ordito::model::{Policy, PolicyId, Timestamp};

fn rename(document: &mut Document, n: u128, name: &str, at: i64) {
    let id = PolicyId::fixed(n);
    let policy = Policy {
        name: name.to_owned(),
        ..document.contents().policies[&id].clone()
    };
    document
        .apply(&Edit::ChangePolicy { id, policy }, &stamp(at))
        .unwrap();
}

fn check(document: &Document, expected: &[(u128, i64)]) {
    let found: Vec<_> = document.policy_changes().unwrap().into_iter().collect();
    let expected: Vec<_> = expected
        .iter()
        .map(|(n, at)| (PolicyId::fixed(*n), Timestamp(*at)))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn changes_count_and_additions_moves_deletions_and_what_was_undone_do_not() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ordito");
    let mut document = matrix_document(&path, 3, 2);
    check(&document, &[]);
    rename(&mut document, 1, "Piano", 10);
    rename(&mut document, 1, "Piano d'azione", 20);
    check(&document, &[(1, 20)]);
    document.undo(&stamp(30)).unwrap().unwrap();
    check(&document, &[(1, 10)]);
    document.redo(&stamp(40)).unwrap().unwrap();
    check(&document, &[(1, 40)]);
    let ids = vec![PolicyId::fixed(3)];
    let below = Edit::MovePolicies {
        ids: ids.clone(),
        parent: Some(PolicyId::fixed(1)),
        before: None,
    };
    document.apply(&below, &stamp(50)).unwrap().unwrap();
    document
        .apply(&Edit::DeletePolicies(ids), &stamp(60))
        .unwrap()
        .unwrap();
    document.undo(&stamp(70)).unwrap().unwrap();
    check(&document, &[(1, 40)]);
    drop(document);
    check(&Document::open_read_only(&path).unwrap(), &[(1, 40)]);
}
