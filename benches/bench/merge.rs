//! Ten copies of one document, each with its own part filled and one part that all filled, brought together.

use super::{Line, data, line, timed};
use ordito::document::{Document, Edit, Wish, gather, join};
use ordito::jobs::Progress;
use ordito::model::{CellsCause, MergeNote};
use std::sync::Arc;

/// Rows of 169 cells that every copy fills besides its own.
const SHARED: usize = 10;

pub fn merge() -> Vec<Line> {
    let folder = tempfile::tempdir().unwrap();
    let first = folder.path().join("first.ordito");
    let (rows, columns) = (1_000_usize, 169_usize);
    // All filled; each copy then goes over a tenth of it, and over the first rows.
    let mut document = data::empty_matrix(&first, rows as u128, columns as u128);
    let filled = data::cells_edit(&document, rows * columns, 0, CellsCause::Import);
    document.apply(&filled, &data::stamp(5)).unwrap();
    drop(document);
    let Edit::SetCells { cells, .. } = filled else {
        return Vec::new();
    };
    let mut copies = Vec::new();
    for n in 0..10 {
        let path = folder.path().join(format!("{n}.ordito"));
        ordito::storage::write_copy(&first, &path, true, false).unwrap();
        let mut copy = Document::open(&path).unwrap();
        let tenth = cells.len() / 10;
        let own = cells
            .iter()
            .skip(n * tenth)
            .take(tenth)
            .chain(cells.iter().take(SHARED * columns));
        let mut own: Vec<_> = own.cloned().collect();
        own.sort_by_key(|cell| cell.key);
        own.dedup_by_key(|cell| cell.key);
        for cell in &mut own {
            cell.change.reason = Some(format!("Motivazione della copia {n}"));
        }
        copy.apply(
            &Edit::SetCells {
                cause: CellsCause::Paste,
                cells: own,
            },
            &data::stamp(10 + n as i64),
        )
        .unwrap();
        copies.push((format!("{n}.ordito"), copy));
    }
    let documents: Vec<(String, &Document)> = copies
        .iter()
        .map(|(name, copy)| (name.clone(), copy))
        .collect();
    let (gathering, family) = timed(|| gather(&documents).unwrap().0);
    let (joining, joined) = timed(|| {
        join(&family, &Wish::default(), &Progress::unwatched())
            .unwrap()
            .unwrap()
    });
    assert_eq!(joined.clashes.len(), SHARED * columns);
    let whole = gathering.as_secs_f64() + joining.as_secs_f64();
    let note = format!(
        "{:.0} ms histories, {:.0} ms records, {} conflicts",
        gathering.as_secs_f64() * 1000.0,
        joining.as_secs_f64() * 1000.0,
        joined.clashes.len()
    );
    drop(documents);
    // The same from ten files on disk to one step in the first: opened, merged, written.
    let paths: Vec<_> = (0..10)
        .map(|n| folder.path().join(format!("{n}.ordito")))
        .collect();
    drop(copies);
    let (opening, mut copies) = timed(|| -> Vec<(String, Document)> {
        let open =
            |path: &std::path::PathBuf| (path.display().to_string(), Document::open(path).unwrap());
        paths.iter().map(open).collect()
    });
    let documents: Vec<(String, &Document)> = copies
        .iter()
        .map(|(name, copy)| (name.clone(), copy))
        .collect();
    let (merging, (joined, note_of)) = timed(|| {
        let (family, taken) = gather(&documents).unwrap();
        let joined = join(&family, &Wish::default(), &Progress::unwatched())
            .unwrap()
            .unwrap();
        let note = MergeNote {
            copies: taken,
            set_aside: joined.set_aside(&family),
        };
        (joined, note)
    });
    drop(documents);
    let contents = Arc::new(joined.contents);
    let (writing, _) = timed(|| {
        copies[0]
            .1
            .apply(
                &Edit::Join {
                    note: note_of,
                    contents,
                },
                &data::stamp(99),
            )
            .unwrap()
    });
    let all = opening.as_secs_f64() + merging.as_secs_f64() + writing.as_secs_f64();
    let note_all = format!(
        "{:.0} ms opening, {:.0} ms merging, {:.0} ms writing the step",
        opening.as_secs_f64() * 1000.0,
        merging.as_secs_f64() * 1000.0,
        writing.as_secs_f64() * 1000.0
    );
    vec![
        line(
            "merge ten open copies of 1,000 × 169",
            whole,
            2.0,
            "s",
            note,
        ),
        line(
            "the same with opening the files and writing the step",
            all,
            10.0,
            "s",
            note_all,
        ),
    ]
}
