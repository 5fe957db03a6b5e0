//! Sheets that are stopped while they are made: whoever stopped them does not wait for the one under way, and nothing
//! stays.

use crate::ui::catalogue::sample;
use ordito::export::{SheetFormat, SheetJob, SheetsError, Template, write_sheets};
use ordito::jobs::Progress;
use ordito::model::{AssessorId, Axis, Language, StepNumber, Timestamp};
use ordito::report::sheet::{Part, Request, Subject};
use ordito::words::Words;
use std::time::{Duration, Instant};

#[test]
fn an_export_that_is_stopped_answers_at_once_and_leaves_nothing() {
    let (_kept, document) = sample();
    let contents = document.contents();
    let matrix = *contents
        .matrices
        .iter()
        .min_by_key(|(_, matrix)| matrix.position)
        .unwrap()
        .0;
    let subjects: Vec<Subject> = contents
        .lines_of(matrix, Axis::Rows)
        .iter()
        .filter_map(|(item, _)| item.policy().map(Subject::Policy))
        .collect();
    assert!(subjects.len() > 10);
    let request = Request {
        matrix,
        assessor: AssessorId::AGREED,
        parts: Part::ALL.to_vec(),
        now: Timestamp(0),
        step: StepNumber(1),
    };
    let words = Words::new(Language::It);
    // In the middle of a compilation; DOCX and HTML are made so fast that they are stopped at once.
    let cases = [
        (SheetFormat::Pdf, true, 250),
        (SheetFormat::Pdf, false, 250),
        (SheetFormat::Docx, true, 0),
        (SheetFormat::Html, true, 0),
    ];
    for (format, bound, after) in cases {
        // A busy machine may be late once; a program that waits is late every time.
        let mut fastest = Duration::MAX;
        for _ in 0..3 {
            let folder = tempfile::tempdir().unwrap();
            let target = folder.path().join("schede");
            let job = SheetJob {
                contents,
                words: &words,
                request: &request,
                letterhead: &ordito::model::Letterhead::default(),
                subjects: &subjects,
                format,
                template: &Template::default(),
                bound,
                folder: &target,
                force: false,
            };
            let progress = Progress::unwatched();
            let (result, from) = std::thread::scope(|scope| {
                let stopping = scope.spawn(|| {
                    std::thread::sleep(Duration::from_millis(after));
                    progress.stop();
                    Instant::now()
                });
                if after == 0 {
                    progress.stop();
                }
                let result = write_sheets(&job, &progress);
                (result, stopping.join().unwrap())
            });
            assert!(
                matches!(result, Err(SheetsError::Stopped)),
                "{format:?} {bound}: {result:?}"
            );
            fastest = fastest.min(from.elapsed());
            assert_eq!(
                std::fs::read_dir(&target).map_or(0, Iterator::count),
                0,
                "{format:?}"
            );
        }
        println!("{format:?} {bound}: {fastest:?}");
        // It is asked every 20 ms; fifty times that is room for a slow machine, and less than a sheet takes there.
        assert!(
            fastest < Duration::from_secs(1),
            "{format:?} {bound}: {fastest:?}"
        );
    }
}
