//! Copies filled apart and brought together: the same whatever their order, nothing lost, nothing twice.

use super::chance::{Random, stamp as any_stamp};
use super::generate::{KINDS, edit};
use super::small::{cell, first_edit, matrix_document, reason, stamp, typed};
use super::whole::check_whole;
use ordito::document::{
    By, ClashKind, Copy, Document, Edit, Family, GatherError, Joined, Rule, Stamp, Wish, gather,
    join, plan, proposals, with_one_id,
};
use ordito::jobs::Progress;
use ordito::model::{
    Assessment, AssessmentKey, AssessorId, CellValue, Contents, Item, Key as _, MatrixId,
    MergeNote, Points, Policy, PolicyId, Record, StepLabel, Table, Timestamp,
};
use std::path::Path;
use std::sync::Arc;

/// Copies that all parted from one state.
fn family(base: &Arc<Contents>, copies: Vec<Copy>) -> Family {
    let n = copies.len();
    Family {
        copies,
        bases: vec![Arc::clone(base)],
        base_of: vec![vec![0; n]; n],
    }
}

fn joined(family: &Family) -> Joined {
    join(family, &Wish::default(), &Progress::unwatched())
        .unwrap()
        .unwrap()
}

fn copy(name: &str, contents: &Contents) -> Copy {
    Copy {
        name: name.to_owned(),
        contents: Arc::new(contents.clone()),
        hash: contents.hash(),
        changed: <_>::default(),
    }
}

/// Makes random edits, as the one door would, and remembers who changed what.
fn work(r: &mut Random, copy: &mut Copy, n: usize) {
    let mut contents = (*copy.contents).clone();
    for _ in 0..n {
        let kind = if r.chance(50) {
            "SetCells"
        } else {
            KINDS[r.below(KINDS.len() - 3)]
        };
        let (next, stamp) = (edit(r, &contents, kind, &[]), any_stamp(r));
        if let Ok((patch, _)) = plan(&contents, &next, &stamp) {
            for record in &patch.records {
                copy.changed.insert(
                    (record.table(), record.key_bytes()),
                    (stamp.at, stamp.by.clone()),
                );
            }
            contents.commit(&patch);
        }
    }
    copy.hash = contents.hash();
    copy.contents = Arc::new(contents);
}

fn swapped(family: &Family) -> Family {
    let mut family = family.clone();
    family.copies.reverse();
    family
}

/// Whether a cell's value and reason are in the result or among what is listed.
fn is_kept(
    key: &AssessmentKey,
    was: Option<&Assessment>,
    made: &Assessment,
    found: &Joined,
) -> bool {
    let new_value = made.value.is_answered() && was.is_none_or(|was| was.value != made.value);
    let new_reason = !made.reason.is_empty() && was.is_none_or(|was| was.reason != made.reason);
    let holds = |other: &Assessment| {
        (!new_value || other.value == made.value) && (!new_reason || other.reason == made.reason)
    };
    let bytes = key.to_bytes();
    found.contents.assessments.get(key).is_some_and(holds)
        || found
            .clashes
            .iter()
            .filter(|clash| clash.key == (Table::Assessment, bytes.clone()))
            .any(|clash| {
                clash.versions.iter().any(|version| match &version.record {
                    Record::Assessment(change) => change.after.as_ref().is_some_and(holds),
                    _ => false,
                })
            })
}

#[test]
fn two_thousand_random_pairs_are_the_same_both_ways_and_nothing_is_lost() {
    let (mut clashes, mut kinds, mut strangers) = (0, [0; 4], 0);
    let mut base = copy("base", &Contents::default());
    for seed in 1..=2_000_u64 {
        let mut r = Random(seed);
        if seed % 40 == 1 {
            let mut contents = Contents::default();
            contents.commit(
                &plan(&contents, &first_edit(5), &any_stamp(&mut r))
                    .unwrap()
                    .0,
            );
            base = copy("base", &contents);
            work(&mut r, &mut base, 70);
            base.changed.clear();
        }
        let (mut mine, mut theirs) = (base.clone(), base.clone());
        (mine.name, theirs.name) = ("a".to_owned(), "b".to_owned());
        work(&mut r, &mut mine, 12);
        work(&mut r, &mut theirs, 12);
        let pair = family(&base.contents, vec![mine.clone(), theirs.clone()]);
        let found = joined(&pair);
        assert!(
            found.contents == joined(&swapped(&pair)).contents,
            "seed {seed}: the order counts"
        );
        check_whole(&found.contents);
        for side in [&mine, &theirs] {
            for (key, made) in &side.contents.assessments {
                let was = base.contents.assessments.get(key);
                if was != Some(made) {
                    let listed: Vec<_> = found
                        .clashes
                        .iter()
                        .filter(|clash| clash.key.1 == key.to_bytes())
                        .collect();
                    let stands = found.contents.assessments.get(key);
                    assert!(
                        is_kept(key, was, made, &found),
                        "seed {seed}: {made:?} is lost: {stands:?} {listed:?}"
                    );
                }
            }
            // Merged again as if the history did not know of it: what was mended into its old state may be taken for
            // untouched, nothing else changes.
            let mut again = copy("a", &found.contents);
            again.changed = mine.changed.clone();
            for record in mine.contents.difference(&found.contents).records {
                let when = (Timestamp(i64::MAX / 2), "c".to_owned());
                again
                    .changed
                    .insert((record.table(), record.key_bytes()), when);
            }
            let twice = joined(&family(&base.contents, vec![again.clone(), side.clone()]));
            strangers += usize::from(twice.contents != found.contents);
            // And as the history knows it, from the state that was taken in.
            let twice = joined(&family(&side.contents, vec![again, side.clone()]));
            assert!(
                twice.contents == found.contents,
                "seed {seed}: what was taken in is taken again"
            );
        }
        clashes += found.clashes.len();
        for clash in &found.clashes {
            kinds[clash.kind as usize] += 1;
        }
    }
    println!(
        "seeds 1 to 2000: {clashes} clashes, {kinds:?}; {strangers} not the same without history"
    );
    assert!(strangers <= 4, "of 4,000: {strangers}");
    assert!(
        kinds.iter().all(|n| *n > 20),
        "hardly any clashes: {kinds:?}"
    );
}

#[test]
fn ten_copies_come_together_in_any_order() {
    for seed in 1..=40_u64 {
        let mut r = Random(seed);
        let mut contents = Contents::default();
        contents.commit(
            &plan(&contents, &first_edit(5), &any_stamp(&mut r))
                .unwrap()
                .0,
        );
        let mut base = copy("base", &contents);
        work(&mut r, &mut base, 60);
        base.changed.clear();
        let copies: Vec<Copy> = (0..10)
            .map(|n| {
                let mut one = Copy {
                    name: n.to_string(),
                    ..base.clone()
                };
                work(&mut r, &mut one, 8);
                one
            })
            .collect();
        let first = joined(&family(&base.contents, copies.clone())).contents;
        check_whole(&first);
        for _ in 0..4 {
            let mut shuffled = copies.clone();
            for at in (1..shuffled.len()).rev() {
                shuffled.swap(at, r.below(at + 1));
            }
            assert!(
                joined(&family(&base.contents, shuffled)).contents == first,
                "seed {seed}"
            );
        }
    }
}

fn copies(folder: &Path, names: &[&str]) -> Vec<(String, Document)> {
    let path = folder.join("first.ordito");
    let document = matrix_document(&path, 3, 4);
    drop(document);
    names
        .iter()
        .map(|name| {
            let to = folder.join(name);
            std::fs::copy(&path, &to).unwrap();
            ((*name).to_owned(), Document::open(&to).unwrap())
        })
        .collect()
}

fn of(documents: &[(String, Document)]) -> Vec<(String, &Document)> {
    documents
        .iter()
        .map(|(name, document)| (name.clone(), document))
        .collect()
}

fn by(name: &str, at: i64) -> Stamp {
    Stamp {
        by: name.to_owned(),
        ..stamp(at)
    }
}

fn score(value: i8) -> CellValue {
    CellValue::net_of(Points::whole(value))
}

#[test]
fn a_cell_changed_on_both_sides_is_listed_and_decided_and_the_decision_holds() {
    let folder = tempfile::tempdir().unwrap();
    let mut documents = copies(folder.path(), &["a", "b", "c"]);
    documents[0]
        .1
        .apply(&typed(1, 1, "2"), &by("anna", 10))
        .unwrap();
    documents[0]
        .1
        .apply(&reason(1, 1, "di qua"), &by("anna", 11))
        .unwrap();
    documents[1]
        .1
        .apply(&typed(1, 1, "-1"), &by("bruno", 20))
        .unwrap();
    documents[1]
        .1
        .apply(&typed(2, 2, "3"), &by("bruno", 21))
        .unwrap();
    documents[2]
        .1
        .apply(&typed(3, 3, "1"), &by("carla", 5))
        .unwrap();
    let (family, taken) = gather(&of(&documents)).unwrap();
    assert_eq!(
        (family.bases.len(), taken.len()),
        (1, 2),
        "one state that all had"
    );
    let found = joined(&family);
    let value = |contents: &Contents, row, column| {
        contents
            .assessments
            .get(&cell(row, column))
            .map(|cell| cell.value)
    };
    assert_eq!(value(&found.contents, 2, 2), Some(score(3)));
    assert_eq!(value(&found.contents, 3, 3), Some(score(1)));
    // The later one stands as a whole: no reason of another value beside it.
    let both = &found.contents.assessments[&cell(1, 1)];
    assert_eq!(
        (both.value, both.reason.as_str(), both.by.as_str()),
        (score(-1), "", "bruno")
    );
    let [clash] = found.clashes.as_slice() else {
        panic!("{:?}", found.clashes)
    };
    assert_eq!(
        (clash.kind, clash.fields.join(" ")),
        (ClashKind::Changed, "v".to_owned())
    );
    let said: Vec<_> = clash
        .versions
        .iter()
        .map(|version| (version.copy, version.by.as_str(), version.at.0))
        .collect();
    assert_eq!(said, [(1, "bruno", 20), (0, "anna", 11)]);
    // By rule, and one by one against the rule.
    let with = |rule, decided: &[usize]| {
        let decided = decided
            .iter()
            .map(|copy| (clash.key.clone(), *copy))
            .collect();
        let found = join(&family, &Wish { rule, decided }, &Progress::unwatched())
            .unwrap()
            .unwrap();
        value(&found.contents, 1, 1)
    };
    assert_eq!(with(Rule::Mine, &[]), Some(score(2)));
    assert_eq!(with(Rule::Theirs, &[]), Some(score(-1)));
    assert_eq!(with(Rule::Later, &[0]), Some(score(2)));
    // As one step, which is undone as one; merged again, nothing changes, though the rule would say otherwise.
    let wish = Wish {
        rule: Rule::Mine,
        ..Wish::default()
    };
    let mine = join(&family, &wish, &Progress::unwatched())
        .unwrap()
        .unwrap();
    let before = documents[0].1.hash();
    let note = MergeNote {
        copies: taken,
        set_aside: Vec::new(),
    };
    let step = Edit::Join {
        note,
        contents: Arc::new(mine.contents),
    };
    documents[0]
        .1
        .apply(&step, &by("anna", 30))
        .unwrap()
        .unwrap();
    let after = documents[0].1.hash();
    let again = gather(&of(&documents)).unwrap().0;
    let twice = joined(&again);
    assert!(
        twice.contents == *documents[0].1.contents() && twice.clashes.is_empty(),
        "{:?}",
        twice.clashes
    );
    let back: Vec<_> = of(&documents).into_iter().rev().collect();
    assert!(joined(&gather(&back).unwrap().0).contents == *documents[0].1.contents());
    // What a copy did since then does come in, and meets what was decided.
    documents[1]
        .1
        .apply(&typed(1, 1, "0"), &by("bruno", 40))
        .unwrap();
    let later = joined(&gather(&of(&documents)).unwrap().0);
    assert_eq!(
        (value(&later.contents, 1, 1), later.clashes.len()),
        (Some(score(0)), 1)
    );
    // Undone, the copies are strangers to it again.
    documents[0].1.undo(&by("anna", 50)).unwrap();
    assert_eq!(documents[0].1.hash(), before);
    assert_eq!(joined(&gather(&of(&documents)).unwrap().0).clashes.len(), 1);
    documents[0].1.redo(&by("anna", 51)).unwrap();
    assert_eq!(documents[0].1.hash(), after);
    // Kept through the file.
    let path = documents[0].1.path().to_owned();
    let (_, document) = documents.remove(0);
    drop(document);
    documents.insert(0, ("a".to_owned(), Document::open(&path).unwrap()));
    let labels = documents[0].1.steps().iter().map(|step| &step.label);
    let kept = labels.filter_map(|label| {
        if let StepLabel::Joined { note } = label {
            Some(note)
        } else {
            None
        }
    });
    assert_eq!(
        kept.map(|note| note.0.copies.len()).collect::<Vec<_>>(),
        [2, 2, 2],
        "done, undone, redone"
    );
}

#[test]
fn different_parts_of_a_cell_fit_together_and_are_listed() {
    let folder = tempfile::tempdir().unwrap();
    let mut documents = copies(folder.path(), &["a", "b"]);
    documents[0]
        .1
        .apply(&typed(1, 1, "2"), &by("anna", 10))
        .unwrap();
    documents[1]
        .1
        .apply(&reason(1, 1, "perché"), &by("bruno", 20))
        .unwrap();
    let found = joined(&gather(&of(&documents)).unwrap().0);
    let both = &found.contents.assessments[&cell(1, 1)];
    assert_eq!(
        (both.value, both.reason.as_str(), both.by.as_str()),
        (score(2), "perché", "bruno")
    );
    assert_eq!(
        found
            .clashes
            .iter()
            .map(|clash| clash.kind)
            .collect::<Vec<_>>(),
        [ClashKind::Combined]
    );
}

#[test]
fn policies_that_got_two_ids_are_proposed_and_made_one_with_their_cells() {
    let folder = tempfile::tempdir().unwrap();
    let mut documents = copies(folder.path(), &["a", "b"]);
    let ids = [PolicyId::random(), PolicyId::random()];
    for (n, (name, value)) in [("Parco  Urbano", "2"), ("parco urbàno", "-1")]
        .into_iter()
        .enumerate()
    {
        let document = &mut documents[n].1;
        let policy = Policy {
            name: name.to_owned(),
            ..Policy::default()
        };
        document
            .apply(&Edit::AddPolicies(vec![(ids[n], policy)]), &stamp(10))
            .unwrap();
        let add = Edit::AddLines {
            matrix: MatrixId::fixed(1),
            axis: ordito::model::Axis::Rows,
            items: vec![Item::Policy(ids[n])],
            before: None,
        };
        document.apply(&add, &stamp(11)).unwrap();
        let mut edit = typed(1, 1 + n as u128, value);
        if let Edit::SetCells { cells, .. } = &mut edit {
            cells[0].key.row = Item::Policy(ids[n]);
        }
        document.apply(&edit, &stamp(12)).unwrap();
    }
    let (family, _) = gather(&of(&documents)).unwrap();
    assert_eq!(
        joined(&family).contents.policies.len(),
        5,
        "two, until somebody says that they are one"
    );
    let found = proposals(&family);
    let [proposal] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!(
        (proposal.by, proposal.table, proposal.stays),
        (By::Name, Table::Policy, ids[0].0)
    );
    let one = joined(&with_one_id(&family, &found).unwrap());
    check_whole(&one.contents);
    assert_eq!(one.contents.policies.len(), 4);
    let row = one
        .contents
        .assessments
        .iter()
        .filter(|(key, _)| key.row == Item::Policy(ids[0]));
    let mut values: Vec<_> = row
        .map(|(key, cell)| (key.assessor == AssessorId::AGREED, cell.value))
        .collect();
    values.sort_by_key(|(_, value)| value.net());
    assert_eq!(values, [(true, score(-1)), (true, score(2))]);
    // The same the other way round.
    let back: Vec<_> = of(&documents).into_iter().rev().collect();
    let back = gather(&back).unwrap().0;
    let other = joined(&with_one_id(&back, &proposals(&back)).unwrap());
    assert!(other.contents == one.contents);
}

#[test]
fn another_document_is_refused_and_a_merge_stops() {
    let folder = tempfile::tempdir().unwrap();
    let mut documents = copies(folder.path(), &["a", "b"]);
    let mut first = first_edit(4);
    if let Edit::Create { info, .. } = &mut first {
        info.id = ordito::model::DocumentId::fixed(9);
    }
    let other = Document::create(&folder.path().join("c"), &first, &stamp(1)).unwrap();
    let family = gather(&of(&documents)).unwrap().0;
    let stopped = Progress::unwatched();
    stopped.stop();
    assert!(join(&family, &Wish::default(), &stopped).unwrap().is_none());
    documents.push(("c".to_owned(), other));
    assert!(matches!(
        gather(&of(&documents)),
        Err(GatherError::AnotherDocument(2))
    ));
}

#[test]
fn ten_offices_each_fill_their_rows_and_all_of_it_comes_together() {
    let folder = tempfile::tempdir().unwrap();
    let (rows, columns) = (100_u128, 60_u128);
    drop(matrix_document(
        &folder.path().join("first.ordito"),
        rows,
        columns,
    ));
    let mut documents: Vec<(String, Document)> = Vec::new();
    for n in 0..10_u128 {
        let to = folder.path().join(format!("{n}.ordito"));
        std::fs::copy(folder.path().join("first.ordito"), &to).unwrap();
        let mut document = Document::open(&to).unwrap();
        let mut all = Vec::new();
        // Ten rows of its own, and the first row, which all fill.
        for row in std::iter::once(1).chain(n * 10 + 1..=n * 10 + 10) {
            for column in 1..=columns {
                if let Edit::SetCells { mut cells, .. } =
                    typed(row, column, if row == 1 { "1" } else { "2" })
                {
                    cells[0].change.reason = Some(format!("ufficio {n}"));
                    all.append(&mut cells);
                }
            }
        }
        all.sort_by_key(|cell| cell.key);
        all.dedup_by_key(|cell| cell.key);
        let edit = Edit::SetCells {
            cause: ordito::model::CellsCause::Paste,
            cells: all,
        };
        document
            .apply(&edit, &by(&format!("ufficio {n}"), 100 + n as i64))
            .unwrap();
        documents.push((format!("{n}.ordito"), document));
    }
    let start = std::time::Instant::now();
    let family = gather(&of(&documents)).unwrap().0;
    let gathered = start.elapsed();
    let found = joined(&family);
    println!(
        "6,000 cells from ten copies: histories {gathered:?}, all {:?}",
        start.elapsed()
    );
    assert_eq!(
        (found.contents.assessments.len(), found.clashes.len()),
        (6_000, 60)
    );
    assert!(
        found
            .clashes
            .iter()
            .all(|clash| clash.versions.len() == 10 && clash.versions[0].by == "ufficio 9")
    );
    assert_eq!(found.contents.assessments[&cell(77, 5)].reason, "ufficio 7");
}
