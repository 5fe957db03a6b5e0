//! Opening another file, and what the history says of a step.

use crate::document::small::{matrix_document, typed};
use ordito::i18n::Words;
use ordito::model::{Language, Timestamp};
use ordito::storage::DataFolder;
use ordito::workspace::{Action, Settings, Severity, Workspace};
use std::sync::Arc;
use std::time::{Duration, Instant};

fn until_opened(workspace: &mut Workspace) {
    let start = Instant::now();
    while workspace.is_opening() {
        assert!(start.elapsed() < Duration::from_secs(30), "it is still being opened");
        workspace.tick(Instant::now());
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_file_that_does_not_open_leaves_the_document_that_was_open() {
    let folder = tempfile::tempdir().unwrap();
    let mine = folder.path().join("mio.ordito");
    let wrong = folder.path().join("altro.ordito");
    std::fs::write(&wrong, "non è un documento").unwrap();
    let mut workspace = Workspace::new(Settings::default(), Arc::new(|| Timestamp(1_795_435_200_000)));
    workspace.keep_in(DataFolder::at(&folder.path().join("dati")).unwrap());
    workspace.act(Action::New { path: mine.clone(), sample: true });
    until_opened(&mut workspace);
    let steps = workspace.document().unwrap().steps().len();
    assert!(workspace.notices().iter().all(|notice| notice.severity != Severity::Error));

    workspace.act(Action::Open(wrong));
    until_opened(&mut workspace);
    let errors: Vec<_> = workspace.notices().iter().filter(|notice| notice.severity == Severity::Error).collect();
    assert!(errors.len() == 1 && errors[0].text.contains("altro.ordito"), "{errors:?}");
    assert_eq!(workspace.file(), Some(mine.as_path()));
    assert_eq!(workspace.document().unwrap().steps().len(), steps);
}

#[test]
fn a_step_of_one_cell_says_which_and_from_what_to_what() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = matrix_document(&folder.path().join("a.ordito"), 2, 2);
    let stamp = crate::document::small::stamp(5);
    document.apply(&typed(1, 2, "2/-1"), &stamp).unwrap();
    document.apply(&typed(1, 2, "n"), &stamp).unwrap();
    document.undo(&stamp).unwrap();
    let words = Words::new(Language::It);
    let name = |item| {
        let (code, label) = document.contents().item_label(item);
        if code.is_empty() { label.it } else { code.to_owned() }
    };
    let key = crate::document::small::cell(1, 2);
    let cell = format!("{} × {}", name(key.row), name(key.column));
    let said: Vec<String> = document.steps().iter().rev().take(3).map(|it| words.step(&document, it.number)).collect();
    assert!(said[0].ends_with(&format!("{cell}: n.a. → +2/−1")), "{said:?}");
    assert!(said[1].ends_with(&format!("{cell}: +2/−1 → n.a.")), "{said:?}");
    assert!(said[2].ends_with(&format!("{cell}: vuoto → +2/−1")), "{said:?}");
}
