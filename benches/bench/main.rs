//! What is meant to be fast, measured in one run: `cargo bench`, or `cargo bench -- open paste` for some.
//!
//! Prints a line for each bar: what, measured, limit, whether it holds. Peers (Python's sqlite3, LibreOffice) are
//! measured in the same run where the machine has them. Absolute times mean little; ratios and counts do.
#![expect(clippy::unwrap_used, reason = "a bench stops where something is wrong")]

mod analysis;
mod data;
mod exchange;
mod frames;
mod growth;
mod merge;
mod peers;

use std::time::{Duration, Instant};

/// One bar and how it went.
pub struct Line {
    pub name: String,
    pub measured: f64,
    pub limit: f64,
    pub unit: &'static str,
    pub note: String,
}

impl Line {
    fn print(&self) -> bool {
        let holds = self.measured <= self.limit;
        let verdict = if holds { "ok  " } else { "OVER" };
        println!(
            "{verdict} {:<58} {:>10.3} {:<6} limit {:>9.3}  {}",
            self.name, self.measured, self.unit, self.limit, self.note
        );
        holds
    }
}

pub fn line(
    name: &str,
    measured: f64,
    limit: f64,
    unit: &'static str,
    note: impl Into<String>,
) -> Line {
    Line {
        name: name.to_owned(),
        measured,
        limit,
        unit,
        note: note.into(),
    }
}

/// The median of some runs.
pub fn median_of(n: usize, mut run: impl FnMut() -> Duration) -> Duration {
    let mut times: Vec<Duration> = (0..n).map(|_| run()).collect();
    times.sort();
    times[n / 2]
}

pub fn timed<T>(run: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let value = run();
    (start.elapsed(), value)
}

type Section = (&'static str, fn() -> Vec<Line>);

fn main() {
    if let Some(path) = std::env::var_os("ORDITO_BENCH_MEMORY") {
        return frames::draw_once(std::path::Path::new(&path));
    }
    if let Some(path) = std::env::var_os("ORDITO_BENCH_CLOSING") {
        return growth::open_and_close(std::path::Path::new(&path));
    }
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with("--"))
        .collect();
    let sections: [Section; 15] = [
        ("open", open),
        ("paste", paste),
        ("memory", memory),
        ("totals", frames::totals),
        ("projection", frames::projection),
        ("scroll", frames::scroll),
        ("typing", frames::typing),
        ("export", exchange::export),
        ("import", exchange::import),
        ("sheets", exchange::sheets),
        ("analysis", analysis::analysis),
        ("merge", merge::merge),
        ("growth", growth::growth),
        ("closing", growth::closing),
        ("idle", growth::idle),
    ];
    let mut n_over = 0;
    for (name, section) in sections
        .into_iter()
        .chain([("start", peers::start as fn() -> Vec<Line>)])
    {
        if wanted.is_empty() || wanted.iter().any(|wanted| wanted == name) {
            n_over += section().iter().filter(|line| !line.print()).count();
        }
    }
    println!("{n_over} over their limit");
}

/// Opening 101,000 scored cells to the first frame with data, against Python reading the same cells.
fn open() -> Vec<Line> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("big.ordito");
    data::big_document(&path, 600, 169, 101_000, 0);
    let ours = median_of(5, || timed(|| frames::open_to_first_frame(&path)).0);
    let note = format!("{:.0} ms", ours.as_secs_f64() * 1000.0);
    match peers::python_reads_cells(&path) {
        Some(peer) => vec![line(
            "open 101,000 cells to first frame / python sqlite3",
            ours.as_secs_f64() / peer.as_secs_f64(),
            2.0,
            "×",
            format!("{note} against {:.0} ms", peer.as_secs_f64() * 1000.0),
        )],
        None => vec![line(
            "open 101,000 cells to first frame (no python3)",
            ours.as_secs_f64(),
            1.0,
            "s",
            note,
        )],
    }
}

/// A paste of 101,000 cells as one edit, written and in memory.
fn paste() -> Vec<Line> {
    let folder = tempfile::tempdir().unwrap();
    let mut document = data::empty_matrix(&folder.path().join("paste.ordito"), 600, 169);
    let edit = data::cells_edit(&document, 101_000, 0, ordito::model::CellsCause::Paste);
    let (time, _) = timed(|| document.apply(&edit, &data::stamp(10)).unwrap().unwrap());
    let (back, _) = timed(|| document.undo(&data::stamp(11)).unwrap().unwrap());
    vec![
        line(
            "paste 101,000 cells",
            time.as_secs_f64(),
            1.0,
            "s",
            "plan, file, journal, memory",
        ),
        line("undo that paste", back.as_secs_f64(), 1.5, "s", ""),
    ]
}

/// Peak memory of a process of its own that opens 101,000 cells with 20,000 reasons and draws them.
fn memory() -> Vec<Line> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("reasons.ordito");
    data::big_document(&path, 600, 169, 101_000, 20_000);
    let peak = peers::peak_memory_mb(&path);
    vec![line(
        "peak memory, 101,000 cells, 20,000 reasons",
        peak,
        210.0,
        "MB",
        "VmHWM of a process of its own",
    )]
}
