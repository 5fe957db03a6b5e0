//! Drawing 1,000 × 169: counts hold in any build; times are the benches' business.

use super::driver::settings;
use crate::document::small::{self, cell, nilsson, stamp};
use ordito::document::{AssessmentChange, CellEdit, Document, Edit};
use ordito::model::{CellsCause, Timestamp, read_entry};
use ordito::ui::matrix::probe::Probe;
use ordito::workspace::Workspace;
use std::sync::Arc;

/// A matrix with three of five cells scored, some with reasons.
pub fn full(folder: &std::path::Path, rows: u128, columns: u128) -> Document {
    let mut document = small::matrix_document(&folder.join("gross.ordito"), rows, columns);
    let entries = ["2", "-1", "0", "n", "2/-1", "", "3", "-2", "", "1", "?", ""];
    let mut cells = Vec::new();
    for row in 1..=rows {
        for column in 1..=columns {
            let n = usize::try_from(row * 7 + column * 3).unwrap();
            let entry = entries[n % entries.len()];
            if entry.is_empty() {
                continue;
            }
            let value = read_entry(entry, &nilsson()).unwrap();
            let reason = (n % 5 == 0).then(|| "Motivazione".to_owned());
            let change = AssessmentChange {
                reason,
                ..AssessmentChange::value(value)
            };
            cells.push(CellEdit {
                key: cell(row, column),
                change,
            });
        }
    }
    document
        .apply(
            &Edit::SetCells {
                cause: CellsCause::Import,
                cells,
            },
            &stamp(4),
        )
        .unwrap();
    document
}

fn probe(document: Document, size: egui::Vec2, reader: bool) -> Probe {
    let mut workspace = Workspace::new(settings(), Arc::new(|| Timestamp(1)));
    let path = document.path().to_owned();
    workspace.take(document, path);
    let mut probe = Probe::new(workspace, size, reader);
    for _ in 0..4 {
        probe.frame(Vec::new());
    }
    probe
}

#[test]
fn a_thousand_by_169_needs_few_draw_calls_and_nothing_while_idle() {
    let folder = tempfile::tempdir().unwrap();
    let (rows, columns) = if cfg!(debug_assertions) {
        (300, 169)
    } else {
        (1_000, 169)
    };
    let document = full(folder.path(), rows, columns);
    let mut probe = probe(document, egui::vec2(1280.0, 800.0), false);
    let mut times = Vec::new();
    let n = if cfg!(debug_assertions) { 30 } else { 600 };
    for i in 0..n {
        let at = i as f32;
        probe.scroll_to(
            (at * 37.0) % 7_000.0,
            (at * 53.0) % (rows as f32 * 30.0 - 800.0),
        );
        let frame = probe.frame(Vec::new());
        assert!(frame.draw_calls <= 200, "{} draw calls", frame.draw_calls);
        times.push(frame.cpu);
    }
    times.sort();
    let last = probe.frame(Vec::new());
    println!(
        "scroll {rows} × {columns}: median {:?}, p99 {:?}, {} draw calls, {} vertices",
        times[times.len() / 2],
        times[times.len() * 99 / 100],
        last.draw_calls,
        last.vertices
    );
    for _ in 0..8 {
        probe.frame(Vec::new());
    }
    assert!(
        !probe.frame(Vec::new()).asks_again,
        "an idle window asks for frames"
    );
    let mut times = Vec::new();
    for i in 0..n {
        let digit = char::from_digit(u32::try_from(i % 4).unwrap(), 10).unwrap();
        probe.frame(vec![egui::Event::Text(digit.to_string())]);
        times.push(probe.frame(Vec::new()).cpu);
    }
    times.sort();
    if !cfg!(debug_assertions) {
        let p99 = times[times.len() * 99 / 100];
        assert!(p99.as_millis() < 33, "a frame after an entry took {p99:?}");
    }
    println!(
        "typing: median {:?}, p99 {:?}",
        times[times.len() / 2],
        times[times.len() * 99 / 100]
    );
}

#[test]
fn a_screen_reader_gets_a_node_for_each_visible_cell_only() {
    let folder = tempfile::tempdir().unwrap();
    let document = full(folder.path(), 200, 60);
    let mut probe = probe(document, egui::vec2(1920.0, 1080.0), true);
    let mut times = Vec::new();
    let n = if cfg!(debug_assertions) { 10 } else { 400 };
    for i in 0..n {
        let at = i as f32;
        probe.scroll_to((at * 37.0) % 1_500.0, (at * 53.0) % 4_000.0);
        let frame = probe.frame(Vec::new());
        // Twelve thousand there are; what is told lies in the window, and is enough to fill it.
        assert_eq!(frame.cells_outside, 0, "of {}", frame.cells);
        assert!((300..3_000).contains(&frame.cells), "{} cells", frame.cells);
        times.push(frame.cpu);
    }
    times.sort();
    println!(
        "with a reader: median {:?}, p99 {:?}",
        times[times.len() / 2],
        times[times.len() * 99 / 100]
    );
}

#[test]
fn a_block_of_a_hundred_thousand_cells_is_pasted_as_one_step() {
    let rows: u128 = if cfg!(debug_assertions) { 60 } else { 600 };
    let folder = tempfile::tempdir().unwrap();
    let document = small::matrix_document(&folder.path().join("b.ordito"), rows, 169);
    let mut probe = probe(document, egui::vec2(1280.0, 800.0), false);
    let line: Vec<&str> = ["2", "-1", "0", "n", "2/-1", "3", "-2"]
        .into_iter()
        .cycle()
        .take(169)
        .collect();
    let text = format!("{}\n", line.join("\t")).repeat(usize::try_from(rows).unwrap());
    let steps = probe.workspace.document().unwrap().steps().len();
    let begun = std::time::Instant::now();
    probe.frame(vec![egui::Event::Paste(text)]);
    let planned = begun.elapsed();
    probe.frame(Vec::new());
    let whole = begun.elapsed();
    println!(
        "pasting {} cells: {planned:?} to an edit, {whole:?} to the frame that shows it",
        rows * 169
    );
    let document = probe.workspace.document().unwrap();
    assert_eq!(document.steps().len(), steps + 1);
    assert_eq!(
        document.contents().assessments.len(),
        usize::try_from(rows * 169).unwrap()
    );
    assert_eq!(
        probe.state.rooms.matrix.view().unwrap().revision(),
        probe.workspace.revision()
    );
}
