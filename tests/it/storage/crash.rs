//! A headless editing program killed at random moments: every edit it acknowledged is there afterwards.

use super::{Desk, who};
use crate::document::chance::Random;
use crate::document::small::{fill, stamp, typed};
use ordito::document::{Kept, recoverable};
use ordito::model::StepNumber;
use ordito::storage::DataFolder;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const THIS: &str = "storage::crash::edits_until_killed";

/// Not a test of its own: the program that is killed, started by the test below.
#[test]
#[ignore = "run by the other tests here, in a process of its own"]
fn edits_until_killed() {
    let (Ok(path), Ok(data), Ok(seed)) = (
        std::env::var("CRASH_FILE"),
        std::env::var("CRASH_DATA"),
        std::env::var("CRASH_SEED"),
    ) else {
        panic!("another test starts it, with a file");
    };
    let mut r = Random(seed.parse().unwrap());
    let data = DataFolder::at(Path::new(&data)).unwrap();
    let (mut kept, report) = Kept::open(Path::new(&path), &data, &who("anna")).unwrap();
    assert!(
        report.read_only.is_none() && !report.changed_underneath,
        "{report:?}"
    );
    if r.chance(30) {
        kept.publish_in_place();
    }
    let mut out = std::io::stdout();
    for n in 0.. {
        let entry = ["2", "-1", "2/-1", "0", "n", "?", ""][r.below(7)];
        let edit = typed(1 + r.below(6) as u128, 1 + r.below(6) as u128, entry);
        let made = match r.below(10) {
            // The first two edits make the matrix.
            0 if kept.document().undoable().len() > 2 => {
                kept.document_mut().undo(&stamp(n)).unwrap()
            }
            1 => kept.document_mut().redo(&stamp(n)).unwrap(),
            _ => kept.document_mut().apply(&edit, &stamp(n)).unwrap(),
        };
        if made.is_some() {
            writeln!(
                out,
                "\nmade {} {}",
                kept.document().last_step().0,
                kept.document().hash()
            )
            .unwrap();
            out.flush().unwrap();
        }
        kept.tick(Instant::now());
        if r.chance(10) {
            kept.publish_now();
        }
        std::thread::sleep(Duration::from_micros(r.next() % 3000));
    }
}

/// The last edit that was acknowledged before the program was killed.
fn killed(desk: &Desk, name: &str, r: &mut Random) -> Option<(StepNumber, String)> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--ignored",
            "--exact",
            THIS,
            "--nocapture",
            "--test-threads",
            "1",
        ])
        .env("CRASH_FILE", desk.path(name))
        .env("CRASH_DATA", desk.data.root())
        .env("CRASH_SEED", r.next().to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut text = String::new();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    if r.chance(50) {
        // From before it has opened the document to the middle of its work.
        std::thread::sleep(Duration::from_micros(10_000 + r.next() % 160_000));
    } else {
        // In its work, however slow the machine is today.
        let wanted = 1 + r.below(20);
        let mut n_made = 0;
        while n_made < wanted && out.read_line(&mut text).unwrap() > 0 {
            n_made += usize::from(
                text.lines()
                    .last()
                    .is_some_and(|line| line.starts_with("made ")),
            );
        }
        std::thread::sleep(Duration::from_micros(r.next() % 4000));
    }
    child.kill().unwrap();
    out.read_to_string(&mut text).unwrap();
    let mut errors = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut errors)
        .unwrap();
    child.wait().unwrap();
    assert!(!errors.contains("panicked"), "{errors}");
    // A line that was cut short was not acknowledged.
    let whole = text.rsplit_once('\n').map_or("", |(whole, _)| whole);
    let last = whole
        .lines()
        .rev()
        .find_map(|line| line.strip_prefix("made "))?;
    let (step, hash) = last.split_once(' ').unwrap();
    Some((StepNumber(step.parse().unwrap()), hash.to_owned()))
}

fn run(seed: u64, n_kills: usize) -> (usize, usize, usize) {
    println!("seed {seed}");
    let mut r = Random(seed);
    let desk = Desk::new();
    let mut kept = desk.create("a.ordito");
    fill(kept.document_mut(), 6, 6);
    kept.close().unwrap();
    let (mut known, mut acknowledged, mut recovered, mut offered) = (None, 0, 0, 0);
    for kill in 0..n_kills {
        let last = killed(&desk, "a.ordito", &mut r);
        let had_lock = last.is_some();
        acknowledged += usize::from(had_lock);
        known = last.or(known);
        offered += recoverable(&desk.data).len();
        if r.chance(30) {
            // Killed again before anybody looked: the program itself recovers.
            continue;
        }
        let (mut kept, report) = desk.open("a.ordito");
        let context = format!("seed {seed} kill {kill} {report:?}");
        assert!(
            report.read_only.is_none() && !report.changed_underneath && report.set_aside.is_none(),
            "{context}"
        );
        let taken = matches!(&report.took_over, Some(Some(holder)) if holder.user == "anna");
        assert!(taken || !had_lock, "{context}");
        recovered += usize::from(report.recovered.is_some());
        let document = kept.document();
        assert!(document.doubts().is_empty());
        assert!(document.read_again().unwrap() == *document.contents());
        if let Some((step, hash)) = &known {
            assert!(document.last_step() >= *step, "{context}: {step:?} is lost");
            assert_eq!(
                document.contents_at(*step).unwrap().hash().to_string(),
                *hash,
                "{context}"
            );
        }
        if r.chance(60) {
            kept.publish_and_wait().unwrap();
            kept.close().unwrap();
            assert_eq!(desk.names(), ["a.ordito"], "{context}");
        }
    }
    (acknowledged, recovered, offered)
}

#[test]
fn every_acknowledged_edit_is_there_after_200_kills() {
    let runs: Vec<_> = (1..=5)
        .map(|seed| std::thread::spawn(move || run(seed, 40)))
        .collect();
    let (mut acknowledged, mut recovered, mut offered) = (0, 0, 0);
    for run in runs {
        let (a, b, c) = run.join().unwrap();
        (acknowledged, recovered, offered) = (acknowledged + a, recovered + b, offered + c);
    }
    println!(
        "200 kills, {acknowledged} after an acknowledged edit, {recovered} recovered, {offered} offered"
    );
    assert!(
        acknowledged > 60 && recovered > 20 && offered >= recovered / 2,
        "{acknowledged} {recovered} {offered}"
    );
}
