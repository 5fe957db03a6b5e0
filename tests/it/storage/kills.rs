//! Commands of the program killed at random moments: what a command acknowledged (exit code 0) is there afterwards, what
//! it did not is there whole or not at all, and after the next opening nothing of it lies in the folder.
#![cfg(unix)]
#![expect(clippy::format_collect, reason = "plainer, and no test is hot")]

use super::Desk;
use crate::document::chance::Random;
use ordito::document::{Aside, Document, Kept};
use ordito::model::StepNumber;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

const MATRIX: &str = "Politiche × SRSvS";

/// What is known to be in a document.
type Known = (StepNumber, String);

fn known(document: &Document) -> Known {
    (document.last_step(), document.hash().to_string())
}

struct Bench {
    desk: Desk,
    /// Tables and other copies: never in the folder that is looked at.
    beside: tempfile::TempDir,
    /// How long a command takes that nobody kills, on this machine today.
    takes: Duration,
}

impl Bench {
    fn new() -> Self {
        let mut bench = Self {
            desk: Desk::new(),
            beside: tempfile::tempdir().unwrap(),
            takes: Duration::ZERO,
        };
        let table = |n: usize| {
            let line = |row: usize| format!("P{row};{};{};n;?\n", (row + n) % 7, (row * 2 + n) % 4);
            let lines: String = (1..=4).map(line).collect();
            format!(
                "politica;MAS 1;MAS 2;MAS 3;MAS 4\n{}",
                lines
                    .replace(";4;", ";-1;")
                    .replace(";5;", ";-2;")
                    .replace(";6;", ";-3;")
            )
        };
        for n in 0..4 {
            std::fs::write(bench.beside(&format!("m{n}.csv")), table(n)).unwrap();
        }
        let policies = (1..=4)
            .map(|n| format!("P{n};Politica {n}\n"))
            .collect::<String>();
        std::fs::write(bench.beside("p.csv"), format!("codice;nome\n{policies}")).unwrap();
        let (a, new) = (bench.desk.path("a.ordito"), bench.beside("p.csv"));
        let [a, new] = [a, new].map(|path| path.display().to_string());
        bench.done(&["new", &a, "--framework", "srsvs-piemonte"]);
        bench.done(&["import", &a, "--from", &new, "--policies"]);
        let table = bench.beside("m0.csv").display().to_string();
        let kind = ["--kind", "policy-goal", "--framework", "srsvs-piemonte"];
        let start = Instant::now();
        bench.done(
            &[
                &["import", &a, "--from", &table, "--matrix", MATRIX],
                &kind[..],
            ]
            .concat(),
        );
        bench.takes = start.elapsed();
        // A copy that is filled apart.
        let other = bench.beside("altra.ordito").display().to_string();
        std::fs::copy(&a, &other).unwrap();
        let table = bench.beside("m3.csv").display().to_string();
        bench.done(&[
            "import",
            &other,
            "--from",
            &table,
            "--matrix",
            MATRIX,
            "--assessor",
            "Ufficio C",
        ]);
        bench
    }
    fn beside(&self, name: &str) -> PathBuf {
        self.beside.path().join(name)
    }
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ordito"));
        command
            .args(arguments)
            .env("ORDITO_DATA", self.desk.data.root())
            .env("USER", "anna");
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        command
    }
    fn done(&self, arguments: &[&str]) {
        let output = self.command(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {output:?}");
    }

    /// Runs a command and kills it somewhere; how it ended and what it said.
    fn killed(&self, arguments: &[&str], r: &mut Random) -> (ExitStatus, String) {
        let mut child = self.command(arguments).spawn().unwrap();
        std::thread::sleep(self.takes.mul_f64(r.fraction()));
        child.kill().unwrap();
        let output = child.wait_with_output().unwrap();
        (output.status, String::from_utf8(output.stderr).unwrap())
    }

    /// Opens the document as the next program would, and looks at everything.
    fn opened(&self, context: &str) -> Kept {
        let (kept, report) = self.desk.open("a.ordito");
        assert!(
            report.read_only.is_none() && !report.changed_underneath && report.set_aside.is_none(),
            "{context}: {report:?}"
        );
        assert_eq!(kept.document().doubts(), [], "{context}");
        assert!(
            kept.document().read_again().unwrap() == *kept.document().contents(),
            "{context}"
        );
        kept
    }
}

/// What was at another place, and what is there now.
fn at(path: &Path, bench: &Bench) -> Option<Known> {
    path.exists().then(|| {
        let aside = Aside::open(path, &bench.desk.data).unwrap();
        assert_eq!(aside.document().doubts(), []);
        known(aside.document())
    })
}

/// Kills until `n_kills` commands died of it; how many of each kind, and how many had been made all the same.
fn run(seed: u64, n_kills: usize) -> [usize; 7] {
    println!("seed {seed}");
    let (mut r, bench) = (Random(seed), Bench::new());
    let text = |path: PathBuf| path.display().to_string();
    let [a, copy, merged] =
        ["a.ordito", "copia.ordito", "unita.ordito"].map(|name| text(bench.desk.path(name)));
    let other = text(bench.beside("altra.ordito"));
    let tables: Vec<String> = (0..4)
        .map(|n| text(bench.beside(&format!("m{n}.csv"))))
        .collect();
    let mut before = {
        let kept = bench.opened("new");
        let before = known(kept.document());
        kept.close().unwrap();
        before
    };
    let mut n = [0; 7];
    for turn in 0.. {
        if n[..6].iter().sum::<usize>() >= n_kills {
            break;
        }
        assert!(
            turn < 8 * n_kills,
            "seed {seed}: commands end before they are killed: {n:?}"
        );
        let kind = r.below(6);
        let (title, office) = (format!("Seduta {turn}"), format!("Ufficio {}", r.below(3)));
        let arguments: Vec<&str> = match kind {
            0 => vec![
                "import",
                &a,
                "--from",
                &tables[r.below(3)],
                "--matrix",
                MATRIX,
                "--assessor",
                &office,
            ],
            1 => vec!["undo", &a],
            2 => vec!["redo", &a],
            3 => vec!["copy", &a, "--to", &copy, "--force"],
            4 => vec!["merge", &a, &other, "--to", &merged, "--force"],
            _ => vec![
                "lab",
                &a,
                &title,
                "--new",
                "--matrix",
                MATRIX,
                "--participants",
                "2",
                "--questions",
                "2",
            ],
        };
        let there = [&copy, &merged].map(|path| at(Path::new(path), &bench));
        let (status, said) = bench.killed(&arguments, &mut r);
        let context = format!("seed {seed} turn {turn} {arguments:?} {status} {said}");
        assert!(!said.contains("panicked"), "{context}");
        let was_killed = status.code().is_none();
        n[kind] += usize::from(was_killed);
        let kept = bench.opened(&context);
        let now = known(kept.document());
        assert_eq!(
            kept.document()
                .contents_at(before.0)
                .unwrap()
                .hash()
                .to_string(),
            before.1,
            "{context}"
        );
        let steps = now.0.0 - before.0.0;
        let changes_it = matches!(kind, 0..=2 | 5);
        match status.code() {
            // Acknowledged. An import of what is there already is no step.
            Some(0) if changes_it => assert!(steps > 0 || kind == 0, "{context}: lost"),
            // Refused, or nothing that changes this document: nothing happened.
            Some(_) => assert_eq!(steps, 0, "{context}"),
            None => {
                let most = if kind == 5 { 2 } else { i64::from(changes_it) };
                assert!((0..=most).contains(&steps), "{context}: {steps} steps");
                n[6] += usize::from(steps > 0);
            }
        }
        kept.close().unwrap();
        let places = [&copy, &merged].map(|path| at(Path::new(path), &bench));
        if kind == 3 {
            let whole = places[0].as_ref() == Some(&before);
            assert!(
                if status.success() {
                    whole
                } else {
                    whole || places[0] == there[0]
                },
                "{context}"
            );
        } else {
            assert_eq!(places[0], there[0], "{context}");
        }
        if kind == 4 {
            let whole = places[1]
                .as_ref()
                .is_some_and(|merged| merged.0.0 >= before.0.0);
            assert!(
                if status.success() {
                    whole
                } else {
                    whole || places[1] == there[1]
                },
                "{context}"
            );
        } else {
            assert_eq!(places[1], there[1], "{context}");
        }
        let mut wanted = vec!["a.ordito"];
        wanted.extend(places[0].is_some().then_some("copia.ordito"));
        wanted.extend(places[1].is_some().then_some("unita.ordito"));
        assert_eq!(bench.desk.names(), wanted, "{context}");
        // What was not acknowledged may be there: it is what the next command starts from.
        before = now;
    }
    n
}

fn many(seeds: std::ops::RangeInclusive<u64>, each: usize) {
    let runs: Vec<_> = seeds
        .map(|seed| std::thread::spawn(move || run(seed, each)))
        .collect();
    let mut sum = [0; 7];
    for run in runs {
        for (sum, n) in sum.iter_mut().zip(run.join().unwrap()) {
            *sum += n;
        }
    }
    let [import, undo, redo, copy, merge, lab, made] = sum;
    println!(
        "{} kills: import {import}, undo {undo}, redo {redo}, copy {copy}, merge {merge}, lab {lab}; {made} were made all the same",
        sum[..6].iter().sum::<usize>()
    );
}

#[test]
fn twenty_killed_commands_lose_nothing_and_leave_nothing() {
    many(1..=2, 10);
}

#[test]
#[ignore = "takes minutes: run by .ci/trust"]
fn trust_five_hundred_killed_commands_lose_nothing_and_leave_nothing() {
    many(11..=14, 125);
}
