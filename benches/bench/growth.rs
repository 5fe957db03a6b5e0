//! What twice the size costs, and what stays when a document is closed or nothing happens.

use super::exchange::{filled, tables};
use super::frames::{Headless, holding, opened};
use super::{Line, data, line, median_of, timed};
use egui::Vec2;
use ordito::export::{TableWay, matrix_csv, ods, xlsx};
use ordito::import::{Target, Want, preview_matrix, read_tables};
use ordito::model::AssessorId;
use ordito::workspace::{Action, MatrixView};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// 2,000 × 169 as a multiple of 1,000 × 169: what grows faster than the matrix shows here.
pub fn growth() -> Vec<Line> {
    let folder = tempfile::tempdir().unwrap();
    let sizes = [1_000, 2_000].map(|rows| {
        let name = folder.path().join(rows.to_string());
        std::fs::create_dir(&name).unwrap();
        let (document, matrix) = filled(&name, rows);
        let contents = document.contents();
        let csv = matrix_csv(
            contents,
            matrix,
            AssessorId::AGREED,
            "p",
            TableWay::OpenData,
        );
        std::fs::write(name.join("a.csv"), csv).unwrap();
        std::fs::write(
            name.join("a.xlsx"),
            xlsx(&tables(contents, matrix)).unwrap(),
        )
        .unwrap();
        let scale = contents.scales[&contents.matrices[&matrix].scale].clone();
        let read = |file: &str| {
            let want = Want {
                sheet: file.ends_with("xlsx").then(|| "Matrice".to_owned()),
                ..Want::default()
            };
            let read = read_tables(&name.join(file), &want).unwrap();
            let target = Target {
                matrix,
                assessor: AssessorId::AGREED,
            };
            let preview = preview_matrix(contents, &scale, target, read[0].table.as_ref().unwrap());
            assert_eq!(preview.same, rows * 169);
        };
        let import = [
            ("import of CSV", median_of(3, || timed(|| read("a.csv")).0)),
            (
                "import of XLSX",
                median_of(3, || timed(|| read("a.xlsx")).0),
            ),
        ];
        let export = [
            (
                "export as XLSX",
                median_of(3, || timed(|| xlsx(&tables(contents, matrix)).unwrap()).0),
            ),
            (
                "export as ODS",
                median_of(3, || timed(|| ods(&tables(contents, matrix)).unwrap()).0),
            ),
        ];
        let workspace = holding(document, name.join("big.ordito"));
        let view =
            || assert!(std::hint::black_box(MatrixView::build(&workspace, matrix, 0)).is_some());
        let totals = ("totals", median_of(9, || timed(view).0));
        [import[0], import[1], totals, export[0], export[1]]
    });
    let [small, large] = sizes;
    let both = small.into_iter().zip(large);
    both.map(|((what, small), (_, large))| {
        let note = format!(
            "{:.0} ms against {:.0} ms",
            large.as_secs_f64() * 1e3,
            small.as_secs_f64() * 1e3
        );
        line(
            &format!("{what}, 2,000 × 169 / 1,000 × 169"),
            large.as_secs_f64() / small.as_secs_f64(),
            2.6,
            "×",
            note,
        )
    })
    .collect()
}

/// Resident memory of a process, in MB.
fn resident_mb(id: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let kb = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .unwrap_or_default();
    kb.trim()
        .trim_end_matches(" kB")
        .trim()
        .parse::<f64>()
        .unwrap_or(f64::NAN)
        / 1024.0
}

/// Memory after opening, drawing and closing 101,000 cells with 20,000 reasons, as a share of that before.
pub fn closing() -> Vec<Line> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("reasons.ordito");
    data::big_document(&path, 600, 169, 101_000, 20_000);
    let output = Command::new(std::env::current_exe().unwrap())
        .arg("open-and-close")
        .env("ORDITO_BENCH_CLOSING", &path)
        .stdout(Stdio::piped())
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let number = |name: &str| {
        text.lines()
            .find_map(|line| line.strip_prefix(name)?.trim().parse::<f64>().ok())
    };
    let (Some(before), Some(open), Some(after)) =
        (number("before"), number("open"), number("after"))
    else {
        return vec![line("memory after closing", f64::NAN, 1.2, "×", text)];
    };
    let note = format!("{before:.0} MB, {open:.0} MB open, {after:.0} MB closed");
    vec![line(
        "memory after closing 101,000 cells / at the start",
        after / before,
        1.2,
        "×",
        note,
    )]
}

/// What the process of `closing` does: a small document first, so that what every window holds counts as the start.
pub fn open_and_close(path: &Path) {
    let small = path.with_file_name("small.ordito");
    data::big_document(&small, 20, 17, 300, 100);
    let turn = |path: &Path| {
        let mut window = Headless::new(opened(path), Vec2::new(1600.0, 1000.0), false);
        for _ in 0..5 {
            window.frame(Vec::new());
        }
        let open = resident_mb(std::process::id());
        window.act(Action::Close);
        for _ in 0..5 {
            window.frame(Vec::new());
        }
        assert!(window.workspace().document().is_none());
        (open, window)
    };
    let (_, window) = turn(&small);
    println!("before {}", resident_mb(std::process::id()));
    drop(window);
    let (open, window) = turn(path);
    std::thread::sleep(Duration::from_millis(300));
    println!("open {open}\nafter {}", resident_mb(std::process::id()));
    drop(window);
}

/// Processor time of a process so far, in seconds.
fn processor_secs(child: &Child) -> f64 {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", child.id())).unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let fields: Vec<f64> = after_name
        .split_whitespace()
        .filter_map(|field| field.parse().ok())
        .collect();
    // Behind the name and the state (a letter): user and system time are the 12th and 13th, in hundredths.
    fields
        .get(10)
        .zip(fields.get(11))
        .map_or(f64::NAN, |(user, system)| (user + system) / 100.0)
}

/// The real window with a document of 101,000 cells, untouched for ten seconds.
pub fn idle() -> Vec<Line> {
    if std::env::var_os("DISPLAY").is_none() {
        println!("skip idle: no DISPLAY (run under Xvfb)");
        return Vec::new();
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("idle.ordito");
    data::big_document(&path, 600, 169, 101_000, 0);
    let mut child = Command::new(env!("CARGO_BIN_EXE_ordito"))
        .arg(&path)
        .env("ORDITO_DATA", folder.path().join("data"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // Settled: no processor time in a second.
    let (start, mut last) = (Instant::now(), f64::NAN);
    loop {
        std::thread::sleep(Duration::from_secs(1));
        let now = processor_secs(&child);
        if now > 0.1 && now - last < 0.005 || start.elapsed() > Duration::from_secs(40) {
            break;
        }
        last = now;
    }
    let before = processor_secs(&child);
    std::thread::sleep(Duration::from_secs(10));
    let used = processor_secs(&child) - before;
    let alive = child.try_wait().is_ok_and(|status| status.is_none());
    let _ = child.kill();
    let _ = child.wait();
    assert!(alive, "the window had closed");
    vec![line(
        "processor time of the idle window in 10 s",
        used,
        0.1,
        "s",
        "a drawn frame costs 0.01 s and more",
    )]
}
