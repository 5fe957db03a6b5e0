//! Tables written from the window: on a thread of their own, whole or not at all, and quitting waits for them.

use crate::document::small::{matrix_document, typed};
use crate::patience::PATIENCE;
use crate::report::lab::{LAB, session};
use ordito::import::{Want, read_json_file, read_tables};
use ordito::model::{MatrixId, Timestamp};
use ordito::report::lab::{Ballots, LabPaper};
use ordito::workspace::{
    Action, Effect, LabExport, OnScreen, Purpose, Settings, Severity, TableExport, Workspace,
};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

fn workspace() -> (tempfile::TempDir, Workspace) {
    let folder = tempfile::tempdir().unwrap();
    let document = matrix_document(&folder.path().join("a.ordito"), 30, 20);
    let mut workspace = Workspace::new(
        Settings::default(),
        Arc::new(|| Timestamp(1_795_435_200_000)),
    );
    let path = document.path().to_owned();
    workspace.take(document, path);
    workspace.act(Action::Edit(typed(1, 1, "2/-1")));
    (folder, workspace)
}

fn export(path: &Path) -> Action {
    let shown = OnScreen {
        matrix: Some(MatrixId::fixed(1)),
        ..OnScreen::default()
    };
    Action::Export {
        export: TableExport.into(),
        path: path.to_owned(),
        shown,
    }
}

fn agenda(path: &Path) -> Action {
    let export = LabExport {
        lab: LAB,
        paper: LabPaper::Agenda,
        names: false,
        ballots: Ballots::Each,
    }
    .into();
    Action::Export {
        export,
        path: path.to_owned(),
        shown: OnScreen::default(),
    }
}

/// Runs until something is told of the export.
fn told(workspace: &mut Workspace) -> (Severity, String) {
    let before = workspace.notices().len();
    let start = Instant::now();
    while workspace.notices().len() == before {
        assert!(start.elapsed() < PATIENCE, "nothing was told");
        workspace.tick(Instant::now());
        std::thread::sleep(Duration::from_millis(5));
    }
    let notice = workspace.notices().last().unwrap();
    (notice.severity, notice.text.clone())
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.sort();
    files
}

#[test]
fn the_ending_of_the_name_says_what_is_written() {
    let (folder, mut workspace) = workspace();
    for name in ["m.xlsx", "m.ods", "m.csv"] {
        let path = folder.path().join(name);
        workspace.act(export(&path));
        assert_eq!(told(&mut workspace).0, Severity::Done, "{name}");
        let sheets = read_tables(&path, &Want::default()).unwrap();
        assert_eq!(
            sheets[0].table.as_ref().unwrap().cell(1, 1),
            "2/-1",
            "{name}"
        );
    }
    let path = folder.path().join("m.json");
    workspace.act(export(&path));
    assert_eq!(told(&mut workspace).0, Severity::Done);
    assert_eq!(
        read_json_file(&path).unwrap(),
        *workspace.contents().unwrap()
    );
    let path = folder.path().join("m.HTML");
    workspace.act(export(&path));
    assert_eq!(told(&mut workspace).0, Severity::Done);
    assert!(
        std::fs::read_to_string(&path)
            .unwrap()
            .starts_with("<!DOCTYPE html>")
    );
    let before = files(folder.path());
    workspace.act(export(&folder.path().join("m.pdf")));
    let (severity, text) = told(&mut workspace);
    assert!(
        severity == Severity::Warning
            && text.contains(".pdf")
            && text.contains("nulla è stato scritto"),
        "{text}"
    );
    assert_eq!(
        files(folder.path()),
        before,
        "nothing half-written, nothing left over"
    );
}

#[test]
fn quitting_waits_for_what_is_being_written_and_stays_when_it_failed() {
    let (folder, mut workspace) = workspace();
    let path = folder.path().join("m.xlsx");
    workspace.act(export(&path));
    workspace.act(Action::Quit);
    assert!(
        workspace
            .take_effects()
            .iter()
            .any(|effect| matches!(effect, Effect::Quit))
    );
    assert!(read_tables(&path, &Want::default()).is_ok());
    let (folder, mut workspace) = self::workspace();
    workspace.act(export(&folder.path().join("nowhere").join("m.xlsx")));
    workspace.act(Action::Quit);
    assert!(
        !workspace
            .take_effects()
            .iter()
            .any(|effect| matches!(effect, Effect::Quit))
    );
    assert_eq!(
        workspace.notices().last().unwrap().severity,
        Severity::Error
    );
    workspace.act(Action::Quit);
    assert!(
        workspace
            .take_effects()
            .iter()
            .any(|effect| matches!(effect, Effect::Quit))
    );
}

#[test]
fn a_laboratory_is_written_with_the_names_that_its_wish_says() {
    let folder = tempfile::tempdir().unwrap();
    let document = session(&folder.path().join("a.ordito"), false);
    let mut workspace = Workspace::new(
        Settings::default(),
        Arc::new(|| Timestamp(1_795_435_200_000)),
    );
    let path = document.path().to_owned();
    workspace.take(document, path);
    // With and without names are never suggested as the same file.
    for (names, name, said) in [
        (true, "a.html", "con i nomi"),
        (false, "b.html", "senza nomi"),
    ] {
        let paper = LabPaper::Outcome;
        let purpose = Purpose::Export(
            LabExport {
                lab: LAB,
                paper,
                names,
                ballots: Ballots::Each,
            }
            .into(),
        );
        workspace.act(Action::PickFile(purpose));
        let suggested = workspace
            .take_effects()
            .into_iter()
            .find_map(|effect| match effect {
                Effect::PickFile {
                    purpose: asked,
                    suggested,
                } if asked == purpose => Some(suggested),
                _ => None,
            });
        assert_eq!(suggested, Some(format!("Acqua e suolo - esito {said}.pdf")));
        // What the window makes of the path that was picked.
        let path = folder.path().join(name);
        let (mut state, mut actions) = (ordito::ui::UiState::default(), Vec::new());
        ordito::ui::picked(purpose, path.clone(), &workspace, &mut state, &mut actions);
        for action in actions {
            workspace.act(action);
        }
        assert_eq!(told(&mut workspace).0, Severity::Done, "{name}");
        assert_eq!(
            std::fs::read_to_string(&path)
                .unwrap()
                .contains("Persona07"),
            names,
            "{name}"
        );
    }
    let path = folder.path().join("c.xlsx");
    workspace.act(agenda(&path));
    let (severity, text) = told(&mut workspace);
    assert!(
        severity == Severity::Warning && text.contains("Usa .pdf, .docx, .html") && !path.exists(),
        "{text}"
    );
}

#[test]
fn signs_that_no_typeface_has_are_told_with_their_places_when_a_paper_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = session(&folder.path().join("l.ordito"), false);
    let id = *document.contents().policies.keys().next().unwrap();
    let mut policy = document.contents().policies[&id].clone();
    policy.name.push_str(" 👍 中");
    document
        .apply(
            &ordito::document::Edit::ChangePolicy { id, policy },
            &crate::document::small::stamp(99),
        )
        .unwrap();
    let mut workspace = Workspace::new(
        Settings::default(),
        Arc::new(|| Timestamp(1_795_435_200_000)),
    );
    let path = document.path().to_owned();
    workspace.take(document, path);
    let path = folder.path().join("agenda.pdf");
    workspace.act(agenda(&path));
    let (severity, text) = told(&mut workspace);
    assert!(
        severity == Severity::Warning && text.contains("carattere di stampa"),
        "{severity:?} {text}"
    );
    assert!(std::fs::read(path).unwrap().starts_with(b"%PDF"));
    let details = &workspace.notices().last().unwrap().details;
    assert!(
        details
            .iter()
            .any(|line| line.contains("U+1F44D") && line.contains("U+4E2D")),
        "{details:?}"
    );
}
