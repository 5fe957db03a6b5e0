//! The programs that bars name, where the machine has them, and this program as a process.

use super::{Line, line, median_of, timed};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const PYTHON: &str = r#"
import sqlite3, sys, time
start = time.perf_counter()
db = sqlite3.connect("file:" + sys.argv[1] + "?mode=ro", uri=True)
assert db.execute("PRAGMA quick_check").fetchone()[0] == "ok"
cells = db.execute('SELECT matrix, assessor, round, "row", "column", state, benefit, tradeoff, contribution, confidence, reason, mitigation, sources, at, by FROM cell').fetchall()
print(time.perf_counter() - start, len(cells))
"#;

/// Python's sqlite3 reading the same cells after `quick_check`; without the start of Python.
pub fn python_reads_cells(path: &Path) -> Option<Duration> {
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..5 {
        let output = Command::new("python3")
            .arg("-c")
            .arg(PYTHON)
            .arg(path)
            .output()
            .ok()?;
        let text = String::from_utf8(output.stdout).ok()?;
        times.push(Duration::from_secs_f64(
            text.split_whitespace().next()?.parse().ok()?,
        ));
    }
    times.sort();
    times.get(2).copied()
}

/// Seconds that a part of a Python script says it took: the median of three runs. `None` where what it needs is missing.
pub fn python(script: &str, what: &str, folder: &Path) -> Option<f64> {
    let mut times: Vec<f64> = (0..3)
        .filter_map(|_| {
            let mut command = Command::new("python3");
            if let Some(peers) = std::env::var_os("ORDITO_PEERS") {
                command.env("PYTHONPATH", peers);
            }
            let output = command
                .args(["-c", script, what])
                .arg(folder)
                .output()
                .ok()?;
            String::from_utf8_lossy(&output.stdout).trim().parse().ok()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied()
}

/// Peak memory in MB of a process that opens a document and draws it once.
pub fn peak_memory_mb(path: &Path) -> f64 {
    let output = Command::new(std::env::current_exe().unwrap())
        .arg("draw-once")
        .env("ORDITO_BENCH_MEMORY", path)
        .stdout(Stdio::piped())
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    let found = text.lines().find_map(|line| line.strip_prefix("peak_kb "));
    found
        .and_then(|kb| kb.parse::<f64>().ok())
        .map_or(f64::NAN, |kb| kb / 1024.0)
}

/// From starting the process to the first frame on screen, against LibreOffice starting without a window.
pub fn start() -> Vec<Line> {
    if std::env::var_os("DISPLAY").is_none() {
        println!("skip start to first frame: no DISPLAY (run under Xvfb)");
        return Vec::new();
    }
    let program = env!("CARGO_BIN_EXE_ordito");
    let data = tempfile::tempdir().unwrap();
    let ours = median_of(5, || {
        let run = || {
            Command::new(program)
                .env("ORDITO_DATA", data.path())
                .env("ORDITO_FIRST_FRAME", "1")
                .stdout(Stdio::null())
                .status()
                .unwrap()
        };
        timed(run).0
    });
    let Some(first) = office_ready(data.path()) else {
        println!("skip start to first frame: no soffice (Debian: libreoffice-calc-nogui)");
        return Vec::new();
    };
    // The first one made its profile and does not count.
    let peer = median_of(5, || office_ready(data.path()).unwrap_or(first));
    let note = format!(
        "{:.0} ms against {:.0} ms",
        ours.as_secs_f64() * 1e3,
        peer.as_secs_f64() * 1e3
    );
    vec![line(
        "start to first frame / soffice --headless ready",
        ours.as_secs_f64() / peer.as_secs_f64(),
        0.5,
        "×",
        note,
    )]
}

/// From starting LibreOffice without a window until it answers on its pipe. `--terminate_after_init` would not do: its
/// launcher comes back before the program has begun.
fn office_ready(folder: &Path) -> Option<Duration> {
    use std::os::unix::process::CommandExt as _;
    let pipe = format!("ordito-bench-{}", std::process::id());
    let pipes = || {
        let files = std::fs::read_dir("/tmp")
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path());
        files
            .filter(|path| path.to_string_lossy().contains(&pipe))
            .collect::<Vec<_>>()
    };
    let start = Instant::now();
    let mut office = Command::new("soffice")
        .args(["--headless", "--norestore", "--nologo"])
        .arg(format!("--accept=pipe,name={pipe};urp"))
        .arg(format!(
            "-env:UserInstallation=file://{}",
            folder.join("office").display()
        ))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .ok()?;
    while pipes().is_empty() && start.elapsed() < Duration::from_secs(30) {
        std::thread::sleep(Duration::from_millis(2));
    }
    let time = start.elapsed();
    Command::new("kill")
        .args(["-9", "--", &format!("-{}", office.id())])
        .status()
        .ok()?;
    office.wait().ok()?;
    for path in pipes() {
        let _ = std::fs::remove_file(path);
    }
    Some(time)
}
