//! The program fails at any point: a report without a word of the document, and every acknowledged edit afterwards.

use super::{Desk, who};
use crate::document::chance::Random;
use crate::document::small::{fill, reason, stamp};
use crate::patience::PATIENCE;
use ordito::document::{Kept, SaveStatus};
use ordito::model::StepNumber;
use ordito::storage::DataFolder;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

const SECRET: &str = "QuestoTestoÈDelDocumento";

/// Not a test of its own: the program that fails, started by the test below.
#[test]
#[ignore = "run by the other tests here, in a process of its own"]
fn edits_until_it_panics() {
    let (Ok(path), Ok(data), Ok(seed)) = (
        std::env::var("PANIC_FILE"),
        std::env::var("PANIC_DATA"),
        std::env::var("PANIC_SEED"),
    ) else {
        panic!("another test starts it, with a file");
    };
    let mut r = Random(seed.parse().unwrap());
    let data = DataFolder::at(Path::new(&data)).unwrap();
    ordito::app::report_panics(&data);
    let (mut kept, report) = Kept::open(Path::new(&path), &data, &who("anna")).unwrap();
    assert!(
        report.read_only.is_none() && !report.changed_underneath,
        "{report:?}"
    );
    let (at, in_publisher) = (3 + r.below(25) as i64, r.chance(40));
    if in_publisher {
        // The waker is called by the thread that publishes.
        kept.set_waker(Box::new(|| {
            std::panic::panic_any(format!("of the job: {SECRET}"))
        }));
    }
    for n in 0.. {
        let text = format!("{SECRET} {n} {}", r.next());
        kept.document_mut()
            .apply(
                &reason(1 + r.below(6) as u128, 1 + r.below(6) as u128, &text),
                &stamp(n),
            )
            .unwrap();
        println!(
            "\nmade {} {}",
            kept.document().last_step().0,
            kept.document().hash()
        );
        kept.tick(Instant::now());
        if r.chance(30) {
            kept.publish_now();
        }
        if n > at && in_publisher {
            kept.publish_now();
            let start = Instant::now();
            while !matches!(kept.status(), SaveStatus::Failed(_)) && start.elapsed() < PATIENCE {
                kept.tick(Instant::now());
            }
            assert!(
                matches!(kept.status(), SaveStatus::Failed(_)),
                "publishing ended and nobody was told"
            );
        }
        match (n > at, n % 3) {
            (true, 0) => panic!("of the window: {text}"),
            // What slicing says quotes the text.
            (true, 1) => println!("{}", &text[..=text.find('È').unwrap()]),
            _ => {}
        }
    }
}

fn run(seed: u64, n_panics: usize) {
    println!("seed {seed}");
    let mut r = Random(seed);
    let desk = Desk::new();
    let mut kept = desk.create("a.ordito");
    fill(kept.document_mut(), 6, 6);
    kept.close().unwrap();
    for n in 0..n_panics {
        let output = Command::new(std::env::current_exe().unwrap())
            .args([
                "--ignored",
                "--exact",
                "storage::panics::edits_until_it_panics",
                "--nocapture",
                "--test-threads",
                "1",
            ])
            .env("PANIC_FILE", desk.path("a.ordito"))
            .env("PANIC_DATA", desk.data.root())
            .env("PANIC_SEED", r.next().to_string())
            .output()
            .unwrap();
        let (said, errors) = (
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr),
        );
        assert!(
            !output.status.success() && !errors.contains("nobody was told"),
            "{errors}"
        );
        assert!(
            !errors.contains(SECRET) && errors.contains("report: "),
            "{errors}"
        );
        let last = said
            .lines()
            .rev()
            .find_map(|line| line.strip_prefix("made "))
            .unwrap();
        let (step, hash) = last.split_once(' ').unwrap();
        let step = StepNumber(step.parse().unwrap());
        let (kept, report) = desk.open("a.ordito");
        assert!(
            report.read_only.is_none() && !report.changed_underneath && report.set_aside.is_none(),
            "{n} {report:?}"
        );
        assert_eq!(
            (
                kept.document().last_step(),
                kept.document().hash().to_string().as_str()
            ),
            (step, hash),
            "{n}"
        );
        kept.close().unwrap();
        assert_eq!(desk.names(), ["a.ordito"]);
    }
    let reports: Vec<_> = std::fs::read_dir(desk.data.root().join("reports"))
        .unwrap()
        .flatten()
        .collect();
    assert!(reports.len() >= n_panics.min(10) && reports.len() <= 20);
    for report in reports {
        let text = std::fs::read_to_string(report.path()).unwrap();
        assert!(
            text.contains("\nat tests/it/")
                && !text.contains(SECRET)
                && !text.contains("QuestoTesto"),
            "{text}"
        );
    }
}

#[test]
fn after_a_panic_anywhere_everything_acknowledged_is_there() {
    run(65, 8);
}

#[test]
#[ignore = "slow: run by .ci/trust"]
fn trust_sixty_panics() {
    run(650, 60);
}
