//! Opening another file, and what the history says of a step.

use crate::document::small::{matrix_document, typed};
use crate::patience::PATIENCE;
use ordito::model::{Language, Timestamp};
use ordito::said::say_step;
use ordito::storage::DataFolder;
use ordito::words::{Words, say_item};
use ordito::workspace::{Action, Notice, Settings, Severity, Workspace};
use std::sync::Arc;
use std::time::{Duration, Instant};

fn until_opened(workspace: &mut Workspace) {
    let start = Instant::now();
    while workspace.is_opening() {
        assert!(start.elapsed() < PATIENCE, "it is still being opened");
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
    let mut workspace = Workspace::new(
        Settings::default(),
        Arc::new(|| Timestamp(1_795_435_200_000)),
    );
    workspace.keep_in(DataFolder::at(&folder.path().join("dati")).unwrap());
    workspace.act(Action::New {
        path: mine.clone(),
        sample: true,
    });
    until_opened(&mut workspace);
    let steps = workspace.document().unwrap().steps().len();
    assert!(
        workspace
            .notices()
            .iter()
            .all(|notice| notice.severity != Severity::Error)
    );

    workspace.act(Action::Open(wrong));
    until_opened(&mut workspace);
    let errors: Vec<_> = workspace
        .notices()
        .iter()
        .filter(|notice| notice.severity == Severity::Error)
        .collect();
    assert!(
        errors.len() == 1 && errors[0].text.contains("altro.ordito"),
        "{errors:?}"
    );
    assert_eq!(workspace.file(), Some(mine.as_path()));
    assert_eq!(workspace.document().unwrap().steps().len(), steps);
}

#[test]
fn what_was_refused_is_told_until_its_step_is_undone() {
    let folder = tempfile::tempdir().unwrap();
    let document = matrix_document(&folder.path().join("a.ordito"), 2, 2);
    let path = document.path().to_owned();
    let mut workspace = Workspace::new(Settings::default(), Arc::new(|| Timestamp(1)));
    workspace.take(document, path);
    workspace.act(Action::Edit(typed(1, 1, "2")));
    let notice = Notice::new(Severity::Warning, "Incollate 1 di 2")
        .with_details(vec!["«5» è fuori dalla scala".into()]);
    let (told, other) = (
        notice.id,
        Notice::new(Severity::Warning, "Il file è cambiato"),
    );
    let warned = other.id;
    workspace.act(Action::Notify(notice));
    workspace.act(Action::Notify(other));
    workspace.act(Action::Edit(typed(2, 2, "1")));
    let is_told =
        |workspace: &Workspace, id| workspace.notices().iter().any(|notice| notice.id == id);
    workspace.act(Action::Undo);
    assert!(is_told(&workspace, told), "another step was undone");
    workspace.act(Action::Undo);
    assert!(!is_told(&workspace, told));
    assert!(is_told(&workspace, warned), "what speaks of no step stays");
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
    let name = |item| say_item(item, document.contents(), &words);
    let key = crate::document::small::cell(1, 2);
    let cell = format!("{} × {}", name(key.row), name(key.column));
    let said: Vec<String> = document
        .steps()
        .iter()
        .rev()
        .take(3)
        .map(|it| say_step(&document, it.number, &words))
        .collect();
    assert!(
        said[0].ends_with(&format!("{cell}: n.a. → +2/−1")),
        "{said:?}"
    );
    assert!(
        said[1].ends_with(&format!("{cell}: +2/−1 → n.a.")),
        "{said:?}"
    );
    assert!(
        said[2].ends_with(&format!("{cell}: vuoto → +2/−1")),
        "{said:?}"
    );
}
