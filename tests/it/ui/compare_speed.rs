//! Comparing 1,000 × 169: what is drawn is what is seen, and a comparison never holds up a frame.

use super::driver::settings;
use super::matrix_speed::full;
use crate::document::small::{self, cell, nilsson, stamp};
use crate::patience::PATIENCE;
use ordito::document::{AssessmentChange, CellEdit, Edit};
use ordito::model::{
    AssessmentKey, Assessor, AssessorId, AssessorKind, CellsCause, Timestamp, read_entry,
};
use ordito::ui::matrix::probe::Probe;
use ordito::workspace::{Action, Room, Settings, Workspace};
use std::sync::Arc;
use std::time::{Duration, Instant};

fn probe(rows: u128, columns: u128, reader: bool) -> (tempfile::TempDir, Probe) {
    let folder = tempfile::tempdir().unwrap();
    let mut document = full(folder.path(), rows, columns);
    let office = AssessorId::fixed(5);
    let assessor = Assessor {
        name: "Ufficio".to_owned(),
        kind: AssessorKind::Office,
        note: String::new(),
        position: 1,
    };
    document
        .apply(
            &Edit::PutAssessor {
                id: office,
                assessor,
            },
            &stamp(5),
        )
        .unwrap();
    let entries = ["1", "-1", "2", "?", "1/-2", "", "3"];
    let mut cells = Vec::new();
    for row in 1..=rows {
        for column in 1..=columns {
            let entry = entries[usize::try_from(row * 5 + column).unwrap() % entries.len()];
            let value = read_entry(entry, &nilsson()).unwrap();
            let key = AssessmentKey {
                assessor: office,
                ..cell(row, column)
            };
            cells.push(CellEdit {
                key,
                change: AssessmentChange::value(value),
            });
        }
    }
    document
        .apply(
            &Edit::SetCells {
                cause: CellsCause::Import,
                cells,
            },
            &stamp(6),
        )
        .unwrap();
    let settings = Settings {
        room: Room::Compare,
        ..settings()
    };
    let mut workspace = Workspace::new(settings, Arc::new(|| Timestamp(1)));
    let path = document.path().to_owned();
    workspace.take(document, path);
    let mut probe = Probe::new(workspace, egui::vec2(1920.0, 1080.0), reader);
    made(&mut probe);
    (folder, probe)
}
/// Runs frames until the comparison is there; gives the longest and the time until then.
fn made(probe: &mut Probe) -> (Duration, Duration) {
    let since = Instant::now();
    let mut longest = Duration::ZERO;
    loop {
        longest = longest.max(probe.frame(Vec::new()).cpu);
        probe.workspace.tick(Instant::now());
        let holds = probe
            .workspace
            .comparison()
            .is_some_and(|made| probe.workspace.comparison_holds(&made.sides));
        if holds {
            break;
        }
        assert!(since.elapsed() < PATIENCE);
        std::thread::sleep(Duration::from_millis(1));
    }
    let waited = since.elapsed();
    for _ in 0..8 {
        probe.frame(Vec::new());
    }
    (longest, waited)
}
fn key(key: egui::Key) -> egui::Event {
    egui::Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: egui::Modifiers::NONE,
    }
}

#[test]
fn a_thousand_by_169_needs_few_draw_calls_and_nothing_while_idle() {
    let (rows, n) = if cfg!(debug_assertions) {
        (200, 20)
    } else {
        (1_000, 400)
    };
    let (_folder, mut probe) = probe(rows, 169, false);
    let (mut times, mut calls) = (Vec::new(), 0);
    for i in 0..n {
        let to = if i % 2 == 0 {
            egui::Key::PageDown
        } else {
            egui::Key::ArrowRight
        };
        let frame = probe.frame(vec![key(to)]);
        calls = calls.max(frame.draw_calls);
        times.push(frame.cpu);
    }
    assert!(calls <= 250, "{calls} draw calls");
    times.sort();
    println!(
        "compare {rows} × 169: median {:?}, p99 {:?}, {calls} draw calls",
        times[n / 2],
        times[n * 99 / 100]
    );
    if !cfg!(debug_assertions) {
        assert!(
            times[n * 99 / 100].as_millis() < 33,
            "{:?}",
            times[n * 99 / 100]
        );
    }
    for _ in 0..8 {
        probe.frame(Vec::new());
    }
    assert!(
        !probe.frame(Vec::new()).asks_again,
        "an idle window asks for frames"
    );
    // An edit makes the comparison anew beside the frames.
    let value = probe.workspace.comparison().unwrap().number;
    probe.actions.push(Action::Edit(small::typed(1, 1, "3")));
    let (longest, waited) = made(&mut probe);
    assert!(probe.workspace.comparison().unwrap().number > value);
    println!("after an edit: longest frame {longest:?}, there after {waited:?}");
}

#[test]
fn a_screen_reader_gets_a_node_for_each_visible_cell_only() {
    let (_folder, mut probe) = probe(100, 60, true);
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..10 {
        let frame = probe.frame(vec![key(egui::Key::PageDown)]);
        // Six thousand there are; what is told lies in the window, and is enough to fill it.
        assert_eq!(frame.cells_outside, 0, "of {}", frame.cells);
        assert!((200..2_500).contains(&frame.cells), "{} cells", frame.cells);
        times.push(frame.cpu);
    }
    times.sort();
    println!(
        "compare with a reader: median {:?}, longest {:?}",
        times[5], times[9]
    );
}
