//! Files whose bytes a medium changed or lost: noticed, never taken for sound, and a kept state put in their place.

use super::{Desk, who};
use crate::document::chance::Random;
use crate::document::small::{fill, reason, stamp, typed};
use ordito::document::{Document, KeepError, Kept, OpenReport, ReadOnly, backups_at, put_back};
use ordito::model::Patch;
use ordito::storage::{Doubt, StorageError};
use std::path::Path;

/// A published document with reasons and a history, and its bytes.
fn published(desk: &Desk) -> Vec<u8> {
    let mut kept = desk.create("a.ordito");
    fill(kept.document_mut(), 6, 6);
    for n in 0..30 {
        let edit = typed(
            1 + n % 6,
            1 + n / 6,
            ["2", "-1", "2/-1", "n"][(n % 4) as usize],
        );
        kept.document_mut().apply(&edit, &stamp(10)).unwrap();
        let text = format!("Motivazione {n}: la misura riduce le emissioni del traffico urbano. ")
            .repeat(8);
        kept.document_mut()
            .apply(&reason(1 + n % 6, 1 + n / 6, &text), &stamp(11))
            .unwrap();
    }
    kept.close().unwrap();
    std::fs::read(desk.path("a.ordito")).unwrap()
}

/// What opening says of the file.
enum Said {
    Refused,
    Doubted,
    Sound,
}

fn open(desk: &Desk, path: &Path) -> Said {
    match Kept::open(path, &desk.data, &who("anna")) {
        Err(KeepError::Storage(
            StorageError::Damaged { .. }
            | StorageError::NotADatabase
            | StorageError::UnknownParts { .. }
            | StorageError::ForeignApplication { .. }
            | StorageError::NewerSchema { .. },
        )) => Said::Refused,
        Err(error) => panic!("{error:?}"),
        Ok((
            mut kept,
            OpenReport {
                read_only: Some(ReadOnly::Doubts(doubts)),
                ..
            },
        )) => {
            assert!(
                !doubts.is_empty()
                    && kept
                        .document_mut()
                        .apply(&typed(1, 1, "3"), &stamp(20))
                        .is_err()
            );
            kept.close().unwrap();
            Said::Doubted
        }
        Ok((kept, report)) => {
            assert_eq!(report.read_only, None);
            kept.close().unwrap();
            Said::Sound
        }
    }
}

/// Opens `n_flipped` files with one byte changed and `n_cut` that end too early.
fn noticed(seed: u64, n_flipped: usize, n_cut: usize) {
    println!("seed {seed}");
    let mut r = Random(seed);
    let desk = Desk::new();
    let good = published(&desk);
    let path = desk.path("a.ordito");
    assert!(matches!(open(&desk, &path), Said::Sound));
    let (mut refused, mut doubted, mut sound) = (0, 0, Vec::new());
    for n in 0..n_flipped + n_cut {
        let mut bytes = good.clone();
        let at = r.below(good.len());
        if n < n_flipped {
            bytes[at] ^= 1 + r.below(255) as u8;
        } else {
            bytes.truncate(at);
        }
        std::fs::write(&path, &bytes).unwrap();
        match open(&desk, &path) {
            Said::Refused => refused += 1,
            Said::Doubted => doubted += 1,
            Said::Sound => sound.push(at),
        }
        // Looking at it changed nothing, left nothing beside it, and what was published before is offered.
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
        assert_eq!(desk.names(), ["a.ordito"]);
        if n % 100 == 0 {
            let offered = backups_at(&path, &desk.data);
            put_back(&path, &offered[0], &desk.data, &who("anna")).unwrap();
            assert!(matches!(open(&desk, &path), Said::Sound));
            // What was there is kept too.
            let (kept, _) = desk.open("a.ordito");
            assert!(
                kept.backups()
                    .iter()
                    .any(|kept| std::fs::read(&kept.path).unwrap() == bytes)
            );
            kept.close().unwrap();
        }
    }
    println!(
        "{n_flipped} flipped, {n_cut} cut: {refused} refused, {doubted} read only, taken for sound: {sound:?}"
    );
    assert!(sound.len() * 100 <= n_flipped + n_cut);
    assert!(refused > 0 && (doubted > 0 || n_flipped == 0));
}

#[test]
fn a_changed_byte_or_a_cut_is_noticed() {
    noticed(20_261_124, 120, 30);
}

#[test]
#[ignore = "slow: run by .ci/trust"]
fn trust_a_thousand_changed_bytes_and_200_cuts_are_noticed() {
    noticed(6, 1000, 200);
}

#[test]
fn what_was_copied_from_a_damaged_file_is_doubted_or_the_same() {
    let desk = Desk::new();
    let good = published(&desk);
    let path = desk.path("a.ordito");
    let whole = Document::open_read_only(&path).unwrap();
    let (hash, patches) = (whole.hash(), history(&whole));
    let word = b"emissioni";
    let places = good
        .windows(word.len())
        .enumerate()
        .filter(|(_, window)| window == word)
        .map(|(at, _)| at);
    let (mut still_doubted, mut same) = (0, 0);
    for at in places.step_by(25) {
        let mut bytes = good.clone();
        bytes[at] = b'E';
        std::fs::write(&path, bytes).unwrap();
        let (kept, report) = desk.open("a.ordito");
        let Some(ReadOnly::Doubts(doubts)) = report.read_only else {
            panic!("byte {at}")
        };
        kept.save_copy(&desk.path("copia.ordito"), true).unwrap();
        kept.close().unwrap();
        let (copy, report) = desk.open("copia.ordito");
        if doubts == [Doubt::SealBroken] {
            // The byte was in the unused part of a page.
            assert!(
                report.read_only.is_none() && copy.document().hash() == hash,
                "byte {at}"
            );
            assert!(history(copy.document()) == patches);
            same += 1;
        } else {
            assert!(
                matches!(report.read_only, Some(ReadOnly::Doubts(_))),
                "byte {at}"
            );
            still_doubted += 1;
        }
        copy.close().unwrap();
    }
    println!("{still_doubted} copies doubted, {same} the same as before");
    assert!(still_doubted > 10);
}

fn history(document: &Document) -> Vec<Patch> {
    document
        .steps()
        .iter()
        .map(|step| document.patch_of(step.number).unwrap())
        .collect()
}
