//! Entries as people type them, each with what it is read as.

use super::small::nilsson;
use ordito::model::{CellValue, EntryRefusal, Points, read_entry};

fn scored(benefit: i8, tradeoff: i8) -> CellValue {
    CellValue::Scored {
        benefit: Points::whole(benefit),
        tradeoff: Points::whole(tradeoff),
    }
}

#[test]
fn entries_are_read_as_they_are_meant() {
    let cases: &[(&str, CellValue)] = &[
        ("", CellValue::Unscored),
        ("  ", CellValue::Unscored),
        ("n", CellValue::NotApplicable),
        ("N", CellValue::NotApplicable),
        ("n.a.", CellValue::NotApplicable),
        ("N.A", CellValue::NotApplicable),
        ("na", CellValue::NotApplicable),
        ("n/a", CellValue::NotApplicable),
        (" n. a. ", CellValue::NotApplicable),
        ("?", CellValue::DontKnow),
        (" ? ", CellValue::DontKnow),
        ("0", scored(0, 0)),
        ("+0", scored(0, 0)),
        ("-0", scored(0, 0)),
        ("0/0", scored(0, 0)),
        ("2", scored(2, 0)),
        ("+2", scored(2, 0)),
        (" 2 ", scored(2, 0)),
        ("2.0", scored(2, 0)),
        ("2,00", scored(2, 0)),
        ("3", scored(3, 0)),
        ("-1", scored(0, -1)),
        // Every kind of minus that word processors make.
        ("−1", scored(0, -1)),
        ("–1", scored(0, -1)),
        ("‑1", scored(0, -1)),
        ("‐1", scored(0, -1)),
        ("- 1", scored(0, -1)),
        ("2/-1", scored(2, -1)),
        ("2/−1", scored(2, -1)),
        ("+2/-1", scored(2, -1)),
        ("2 / -1", scored(2, -1)),
        ("2-1", scored(2, -1)),
        ("+2-1", scored(2, -1)),
        ("2–1", scored(2, -1)),
        // The harm first is the same.
        ("-1/2", scored(2, -1)),
        ("-1/+2", scored(2, -1)),
        ("0/-2", scored(0, -2)),
        ("2/0", scored(2, 0)),
        ("3/-3", scored(3, -3)),
    ];
    for (entry, value) in cases {
        assert_eq!(
            read_entry(entry, &nilsson()).as_ref(),
            Ok(value),
            "{entry:?}"
        );
    }
}

#[test]
fn what_is_no_entry_of_the_scale_is_refused_with_the_reason() {
    let not_understood = [
        "x", "due", "2x", "2/", "/2", "2-", "-", "+", "--1", "++1", "2/1", "-2/-1", "1/2/3",
        "1-2-3", "1.2.3", "1e3", "NaN", "inf", "½", "٣", "=1+1", "2/x", "nn", "??", "0x2",
    ];
    for entry in not_understood {
        let refused = read_entry(entry, &nilsson());
        assert!(
            matches!(refused, Err(EntryRefusal::NotUnderstood { .. })),
            "{entry:?}: {refused:?}"
        );
    }
    for entry in [
        "4",
        "-4",
        "+4",
        "4/-1",
        "1/-4",
        "99",
        "99999",
        "-99999",
        "123456789",
    ] {
        let refused = read_entry(entry, &nilsson());
        let limits = (Points::whole(-3), Points::whole(3));
        let Err(EntryRefusal::OutsideScale {
            entry: said,
            lowest,
            highest,
        }) = refused
        else {
            panic!("{entry:?}: {refused:?}")
        };
        assert_eq!((said.as_str(), (lowest, highest)), (entry, limits));
    }
    for entry in ["1,5", "1.5", "-0,5", "2/-0,5", "0.01"] {
        let refused = read_entry(entry, &nilsson());
        assert!(
            matches!(refused, Err(EntryRefusal::NotALevel { .. })),
            "{entry:?}: {refused:?}"
        );
    }
}

#[test]
fn every_value_of_the_scale_is_read_back_as_it_is_written() {
    let values =
        (0..=3).flat_map(|benefit| (-3..=0).map(move |tradeoff| scored(benefit, tradeoff)));
    let others = [
        CellValue::Unscored,
        CellValue::NotApplicable,
        CellValue::DontKnow,
    ];
    for value in values.chain(others) {
        assert_eq!(
            read_entry(&value.to_string(), &nilsson()),
            Ok(value),
            "{value}"
        );
    }
}
