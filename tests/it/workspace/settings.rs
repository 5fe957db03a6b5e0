//! What the settings remember: who signs, and where the person was.

use crate::document::small::{cell, matrix_document, typed};
use ordito::figure::palette::Look;
use ordito::model::{AssessorId, DocumentId, Language, LogoKind, MatrixId, Signature, Timestamp};
use ordito::workspace::{Action, Place, Room, Settings, Workspace};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

fn workspace(settings: Settings, folder: &Path) -> Workspace {
    let path = folder.join("a.ordito");
    let document = if path.exists() {
        ordito::document::Document::open(&path).unwrap()
    } else {
        matrix_document(&path, 2, 2)
    };
    let mut workspace = Workspace::new(settings, Arc::new(|| Timestamp(1)));
    workspace.take(document, path);
    workspace
}
fn by(workspace: &Workspace) -> String {
    workspace
        .document()
        .unwrap()
        .steps()
        .last()
        .unwrap()
        .by
        .clone()
}

#[test]
fn nobody_signs_until_somebody_said_a_name_and_then_everything_is_signed_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("settings.json");
    let mut workspace = workspace(Settings::load(&file), folder.path());
    assert!(workspace.asks_who());
    workspace.act(Action::Edit(typed(1, 1, "2")));
    assert_eq!(by(&workspace), "");
    let signature = Signature {
        person: "Ada Rossi".to_owned(),
        office: "Ufficio piani".to_owned(),
        body: "Comune di Prova".to_owned(),
        logo: None,
    };
    workspace.act(Action::SetSignature(Box::new(signature.clone())));
    assert!(!workspace.asks_who());
    workspace.act(Action::Edit(typed(1, 2, "2")));
    assert_eq!(by(&workspace), "Ada Rossi, Ufficio piani");
    let written = &workspace.contents().unwrap().assessments[&cell(1, 2)];
    assert_eq!(written.by, "Ada Rossi, Ufficio piani");
    assert_eq!(workspace.letterhead().body, "Comune di Prova");
    assert_eq!(Settings::load(&file).signature, signature);
    // The command line speaks for one run, and keeps nothing.
    let run = Settings {
        author: Some("Bea Verdi".to_owned()),
        ..Settings::load(&file)
    };
    assert_eq!(run.signed(), "Bea Verdi");
    run.save();
    assert_eq!(Settings::load(&file).signed(), "Ada Rossi, Ufficio piani");
}

#[test]
fn a_former_author_that_was_only_the_account_is_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("settings.json");
    let host = gethostname();
    for (former, person, asked) in [
        (host.as_str(), "", false),
        ("Ada Rossi", "Ada Rossi", true),
        ("", "", false),
    ] {
        std::fs::write(
            &file,
            serde_json::json!({ "author": former, "zoom": 1.25 }).to_string(),
        )
        .unwrap();
        let settings = Settings::load(&file);
        assert_eq!(
            (settings.signature.person.as_str(), settings.signature_asked),
            (person, asked),
            "{former}"
        );
        assert!((settings.zoom - 1.25).abs() < 1e-6, "the rest is read");
    }
}

/// What the machine calls itself: what older versions signed with where the system named no user.
fn gethostname() -> String {
    ["/proc/sys/kernel/hostname", "/etc/hostname"]
        .iter()
        .find_map(|file| std::fs::read_to_string(file).ok())
        .map(|name| name.trim().to_owned())
        .unwrap_or_default()
}

#[test]
fn a_logo_is_kept_beside_the_settings_and_a_wrong_one_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("settings.json");
    let mut workspace = workspace(Settings::load(&file), folder.path());
    let logo = folder.path().join("stemma.svg");
    std::fs::write(
        &logo,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><path d=\"M0 0h9v9z\"/></svg>",
    )
    .unwrap();
    workspace.act(Action::SetLogo(Some(logo.clone())));
    std::fs::remove_file(&logo).unwrap();
    let kept = Settings::load(&file).signature.logo.unwrap();
    assert_eq!(kept.kind, LogoKind::Svg);
    let wrong = folder.path().join("lettera.txt");
    std::fs::write(&wrong, "Gentile ufficio").unwrap();
    workspace.act(Action::SetLogo(Some(wrong)));
    assert!(
        workspace
            .notices()
            .iter()
            .any(|notice| notice.text.contains("PNG o SVG"))
    );
    assert_eq!(workspace.settings().signature.logo.as_ref(), Some(&kept));
    workspace.act(Action::SetLogo(None));
    assert_eq!(Settings::load(&file).signature.logo, None);
}

#[test]
fn what_another_version_wrote_otherwise_falls_back_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("settings.json");
    // A room that there once was on the rail, and a look that there may be.
    let place = serde_json::json!({
        "document": DocumentId::fixed(7), "room": "scenarios",
        "matrix": null, "assessor": null, "row": null, "column": null,
    });
    let text = serde_json::json!({
        "language": Language::En, "look": "sepia", "zoom": 1.5, "room": "indicators",
        "signature_asked": true, "places": [place],
    });
    std::fs::write(&file, text.to_string()).unwrap();
    let settings = Settings::load(&file);
    assert_eq!(
        (settings.room, settings.look, settings.places.len()),
        (Room::Matrix, Look::default(), 1)
    );
    assert_eq!(settings.places[0].place.room, Room::Matrix);
    assert!((settings.zoom - 1.5).abs() < f32::EPSILON && settings.signature_asked);
    assert_eq!(settings.language, Language::En);
    // And every room of now is found again.
    for room in Room::ALL {
        Settings {
            room: *room,
            ..settings.clone()
        }
        .save();
        assert_eq!(Settings::load(&file).room, *room);
    }
}

#[test]
fn the_place_in_a_document_is_written_shortly_after_it_was_left_and_found_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("settings.json");
    let mut first = workspace(
        Settings {
            room: Room::Matrix,
            ..Settings::load(&file)
        },
        folder.path(),
    );
    assert_eq!(first.place(), None);
    let place = Place {
        room: Room::Sheets,
        matrix: Some(MatrixId::fixed(1)),
        assessor: Some(AssessorId::fixed(7)),
        row: Some(cell(2, 1).row),
        column: Some(cell(2, 1).column),
    };
    first.act(Action::SetPlace(place));
    assert!(
        first
            .tick(Instant::now())
            .is_some_and(|wait| wait <= Duration::from_secs(2)),
        "it wants to be called"
    );
    first.tick(Instant::now() + Duration::from_secs(3));
    // As after a crash: nothing was closed.
    std::mem::forget(first);
    let second = workspace(Settings::load(&file), folder.path());
    assert_eq!(
        (second.place(), second.settings().room),
        (Some(place), Room::Sheets)
    );
    // A window in another document does not forget this one.
    let other = Settings {
        places: Vec::new(),
        ..Settings::load(&file)
    };
    other.save();
    assert_eq!(Settings::load(&file).places.len(), 1);
}
