//! Every dialog there is at 200 % on a screen of 1280 × 800: walked by Tab and Shift+Tab, what is met at 100 % is met, and
//! can be seen when it has the keyboard. The last test reads in the sources which dialogs there are, so that none is
//! forgotten. Pictures: `ORDITO_PICTURES=DIR cargo test --test it ui::zoom_dialogs`.

use super::zoom::{Window, opened, picture, walk};
use crate::patience::PATIENCE;
use egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::document::{Document, Edit, Stamp};
use ordito::figure::palette::Look;
use ordito::model::{Policy, Timestamp};
use ordito::storage::DataFolder;
use ordito::ui;
use ordito::workspace::{Action, Command, Purpose, Room};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A dialog: the modal it is shown in, its variant where one modal shows several, and how one gets to it.
pub struct Dialog {
    pub modal: &'static str,
    pub variant: &'static str,
    pub room: Room,
    pub open: fn(&mut Window, &Path),
}

const fn of(modal: &'static str, variant: &'static str, open: fn(&mut Window, &Path)) -> Dialog {
    Dialog {
        modal,
        variant,
        room: Room::Matrix,
        open,
    }
}

const OF_DOCUMENT: &[Dialog] = &[
    of("dialog", "History", |window, _| {
        ask(window, Command::History);
    }),
    of("dialog", "Identity", |window, _| {
        ask(window, Command::Identity);
    }),
    of("dialog", "Info", |window, _| {
        ask(window, Command::DocumentInfo);
    }),
    of("dialog", "Milestone", |window, _| {
        ask(window, Command::Milestone);
    }),
    of("dialog", "Backups", |window, folder| {
        kept(window, folder);
        ask(window, Command::Backups);
    }),
    of("dialog", "Quit", |window, _| {
        ui::dialogs::ask_to_quit(&mut window.state_mut().state.dialogs);
    }),
    of("leaving", "", |window, _| {
        // An entry that was refused waits in its cell.
        window.key_press(Key::F2);
        window.event(egui::Event::Text("9".to_owned()));
        window.key_press(Key::Enter);
        window.run_ok();
        ask(window, Command::Close);
    }),
];
const OF_PROGRAM: &[Dialog] = &[
    of("dialog", "Accessibility", |window, _| {
        ask(window, Command::Accessibility);
    }),
    of("palette", "", |window, _| ask(window, Command::Palette)),
    of("guide-picture", "", |window, _| {
        ask(window, Command::Guide);
        // The first picture of the first chapter that has one.
        for _ in 0..8 {
            let pictures = window.query_all_by_role(egui::accesskit::Role::Image);
            let inside = pictures.into_iter().find(|picture| {
                picture.rect().width() > 150.0 && picture.accesskit_node().label().is_some()
            });
            if let Some(picture) = inside {
                picture.click_accesskit();
                break;
            }
            window.key_press(Key::PageDown);
            window.run_ok();
        }
        window.run_ok();
        window.run_ok();
    }),
];
const OF_FILES: &[Dialog] = &[
    of("dialog", "Paste", |window, _| {
        ask(window, Command::ImportPasted);
    }),
    of("dialog", "File", |window, folder| {
        for i in 0..30 {
            std::fs::write(folder.join(format!("documento-{i:02}.ordito")), b"").unwrap();
        }
        pick(window, Purpose::Open, &folder.join("documento-00.ordito"));
    }),
    of("dialog", "File", |window, folder| {
        std::fs::write(folder.join("copia.ordito"), b"").unwrap();
        pick(window, Purpose::SaveCopy, &folder.join("copia.ordito"));
        // Asked whether to replace what is there.
        window.get_by_label("Salva").click_accesskit();
        window.run_ok();
    }),
    of("dialog", "Import", |window, _| {
        read(
            window,
            sample_file("ordito-esempio.xlsx"),
            Purpose::ImportTable,
        );
    }),
    of("dialog", "Import", |window, _| {
        read(
            window,
            sample_file("ordito-esempio.xlsx"),
            Purpose::ImportPolicies,
        );
    }),
    of("dialog", "Import", |window, folder| {
        let table = folder.join("quadro.csv");
        let goals: Vec<String> = (1..40)
            .map(|i| format!("{i};Obiettivo numero {i}\n"))
            .collect();
        std::fs::write(&table, format!("codice;nome\n{}", goals.concat())).unwrap();
        read(window, table, Purpose::ImportFramework);
    }),
];
const OF_MATRIX: &[Dialog] = &[
    of("matrix-dialog", "Wizard", |window, _| {
        ask(window, Command::NewMatrix);
    }),
    of("matrix-dialog", "Info", |window, _| {
        ask(window, Command::MatrixInfo);
    }),
    of("matrix-dialog", "Delete", |window, _| {
        ask(window, Command::DeleteMatrix);
    }),
];
const OF_LINES: &[Dialog] = &[
    of("matrix-dialog", "Add", |window, _| {
        ask(window, Command::AddRows);
    }),
    of("matrix-dialog", "Add", |window, _| {
        ask(window, Command::AddColumns);
    }),
    of("matrix-dialog", "Remove", |window, _| {
        window.key_press(Key::ArrowDown);
        window.run_ok();
        ask(window, Command::RemoveRows);
    }),
    of("matrix-dialog", "Weights", |window, _| {
        ask(window, Command::Weights);
    }),
    of("matrix-dialog", "Consensus", |window, _| {
        ask(window, Command::MakeConsensus);
    }),
    of("matrix-dialog", "Assessors", |window, _| {
        ask(window, Command::Assessors);
    }),
];
const OF_DELETION: &[Dialog] = &[
    Dialog {
        modal: "catalogue-delete",
        variant: "",
        room: Room::Catalogue,
        open: |window, _| {
            window.key_press(Key::ArrowDown);
            window.run_ok();
            ask(window, Command::DeletePolicy);
        },
    },
    Dialog {
        modal: "frameworks-delete",
        variant: "",
        room: Room::Frameworks,
        open: |window, _| {
            window
                .get_by_role_and_label(egui::accesskit::Role::Tree, "Obiettivi del quadro")
                .focus();
            window.run_ok();
            window.key_press(Key::ArrowDown);
            window.run_ok();
            window.key_press(Key::Delete);
            window.run_ok();
        },
    },
];
const OF_COPIES: &[Dialog] = &[
    of("underneath", "", |window, folder| {
        let path = kept(window, folder);
        // A colleague's state of the same document lies where ours was.
        std::fs::rename(theirs(&path), path).unwrap();
        until(window, |window| window.state().workspace.asks_underneath());
    }),
    of("merge", "", |window, folder| {
        let copy = merging(window, folder);
        merge_with(window, &copy);
    }),
    of("merged", "", |window, folder| {
        let path = kept(window, folder);
        std::fs::rename(theirs(&path), path).unwrap();
        until(window, |window| window.state().workspace.asks_underneath());
        window.state_mut().actions.push(Action::MergeUnderneath);
        until(window, |window| window.state().workspace.merged().is_some());
    }),
];
pub const ALL: [&[Dialog]; 7] = [
    OF_DOCUMENT,
    OF_PROGRAM,
    OF_FILES,
    OF_MATRIX,
    OF_LINES,
    OF_DELETION,
    OF_COPIES,
];

pub fn ask(window: &mut Window, command: Command) {
    window.state_mut().state.asked.push(command);
    window.run_ok();
    window.run_ok();
}

/// Runs frames and the work between them until something holds.
fn until(window: &mut Window, holds: impl Fn(&Window) -> bool) {
    let since = Instant::now();
    while !holds(window) {
        assert!(since.elapsed() < PATIENCE, "it does not come");
        window.state_mut().workspace.tick(Instant::now());
        window.step();
        std::thread::sleep(Duration::from_millis(5));
    }
    window.run_ok();
}

fn pick(window: &mut Window, purpose: Purpose, beside: &Path) {
    // The folder that is shown is the open document's.
    let app = window.state_mut();
    let name = beside.file_name().unwrap().to_string_lossy().into_owned();
    ui::dialogs::pick_file(purpose, &name, &app.workspace, &mut app.state.dialogs);
    window.run_ok();
}

fn sample_file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample-policies")
        .join(name)
}

fn read(window: &mut Window, path: PathBuf, purpose: Purpose) {
    window
        .state_mut()
        .actions
        .push(Action::ReadTable { path, purpose });
    let since = Instant::now();
    loop {
        window.step();
        let app = window.state_mut();
        app.workspace.tick(Instant::now());
        if let Some(read) = app.workspace.take_table() {
            ui::table_read(&read, &app.workspace, &mut app.state);
            break;
        }
        assert!(since.elapsed() < PATIENCE, "nothing was read");
        std::thread::sleep(Duration::from_millis(5));
    }
    window.run_ok();
}

/// Opens the document as the program does, with its working copy and backups; its path.
fn kept(window: &mut Window, folder: &Path) -> PathBuf {
    let path = folder.join("esempio.ordito");
    let app = window.state_mut();
    app.workspace
        .keep_in(DataFolder::at(&folder.join("dati")).unwrap());
    app.actions.push(Action::Open(path.clone()));
    window.step();
    until(window, |window| {
        window.state().workspace.document().is_some() && !window.state().workspace.is_opening()
    });
    path
}

/// Opens the document, and makes a copy of it that says something else.
fn merging(window: &mut Window, folder: &Path) -> PathBuf {
    theirs(&kept(window, folder))
}

/// A copy in which a colleague renamed a policy, published as the program does it.
fn theirs(path: &Path) -> PathBuf {
    let copy = path.with_file_name("loro.ordito");
    std::fs::copy(path, &copy).unwrap();
    let mut document = Document::open(&copy).unwrap();
    let (id, policy) = document.contents().policies.iter().next().unwrap();
    let (id, policy) = (
        *id,
        Policy {
            name: "Un altro nome".to_owned(),
            ..policy.clone()
        },
    );
    let stamp = Stamp {
        at: Timestamp(1_795_500_000_000),
        by: "bruno".to_owned(),
    };
    document
        .apply(&Edit::ChangePolicy { id, policy }, &stamp)
        .unwrap()
        .unwrap();
    copy
}

fn merge_with(window: &mut Window, copy: &Path) {
    let app = window.state_mut();
    ui::picked(
        Purpose::MergeCopy,
        copy.to_owned(),
        &app.workspace,
        &mut app.state,
        &mut app.actions,
    );
    window.step();
    until(window, |window| {
        window
            .state()
            .workspace
            .merging()
            .is_some_and(|merging| merging.at().is_none())
    });
}

/// The modal that is in front, with the variant it shows.
pub fn in_front(window: &Window, modal: &str) -> String {
    let front = window
        .ctx
        .memory(egui::Memory::top_modal_layer)
        .map(|layer| layer.id);
    assert_eq!(
        front,
        Some(egui::Id::unique(modal)),
        "«{modal}» is not in front"
    );
    let state = &window.state().state;
    let said = match modal {
        "dialog" => format!("{:?}", state.dialogs)
            .split_once("open: ")
            .map(|(_, rest)| rest.to_owned()),
        "matrix-dialog" => format!("{:?}", state.rooms.matrix)
            .split_once("dialog: ")
            .map(|(_, rest)| rest.to_owned()),
        _ => None,
    };
    said.unwrap_or_default()
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect()
}

fn check(dialogs: &[Dialog]) {
    assert!(dialogs.len() < 7, "a test takes a minute at most");
    let mut wrong = Vec::new();
    for (i, dialog) in dialogs.iter().enumerate() {
        let Dialog { modal, variant, .. } = dialog;
        let walked = |zoom: f32| {
            let (folder, mut window) = opened(dialog.room, Look::Light, zoom);
            (dialog.open)(&mut window, folder.path());
            for _ in 0..4 {
                window.run_ok();
            }
            assert_eq!(in_front(&window, modal), *variant);
            picture(
                &mut window,
                &format!("{modal}-{variant}-{i}-{}", zoom * 100.0),
            );
            let (met, hidden) = walk(&mut window);
            assert_eq!(in_front(&window, modal), *variant, "Tab left it");
            (met, hidden)
        };
        let ((all, _), (met, hidden)) = (walked(1.0), walked(2.0));
        assert!(!all.is_empty(), "{modal} {variant}");
        wrong.extend(
            all.difference(&met)
                .map(|stop| format!("{modal} {variant}: not met: {stop}")),
        );
        wrong.extend(
            hidden
                .into_iter()
                .map(|stop| format!("{modal} {variant}: not seen: {stop}")),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn dialogs_of_the_document_lose_nothing_at_200_percent() {
    check(&OF_DOCUMENT[..4]);
}
#[test]
fn more_dialogs_of_the_document_lose_nothing_at_200_percent() {
    check(&OF_DOCUMENT[4..]);
}
#[test]
fn dialogs_of_the_program_lose_nothing_at_200_percent() {
    check(OF_PROGRAM);
}
#[test]
fn dialogs_of_lines_lose_nothing_at_200_percent() {
    check(OF_LINES);
}
#[test]
fn dialogs_of_files_lose_nothing_at_200_percent() {
    check(OF_FILES);
}
#[test]
fn dialogs_of_the_matrix_lose_nothing_at_200_percent() {
    check(OF_MATRIX);
}
#[test]
fn dialogs_of_deletion_lose_nothing_at_200_percent() {
    check(OF_DELETION);
}
#[test]
fn dialogs_of_copies_lose_nothing_at_200_percent() {
    check(OF_COPIES);
}

/// The variants of an enum in a source file, but for the first, which is none.
fn variants(source: &str, head: &str) -> BTreeSet<String> {
    let body = source
        .split_once(head)
        .unwrap()
        .1
        .split_once("\n}")
        .unwrap()
        .0;
    let first = |line: &str| {
        line.trim()
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
    };
    body.lines()
        .map(first)
        .filter(|name| !name.is_empty() && name != "None")
        .collect()
}

#[test]
fn no_dialog_is_left_out_of_these_tests() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui");
    let source = |file: &str| std::fs::read_to_string(root.join(file)).unwrap();
    let walked = |modal: &str| -> BTreeSet<String> {
        let all = ALL
            .iter()
            .copied()
            .flatten()
            .filter(|dialog| dialog.modal == modal);
        all.map(|dialog| dialog.variant.to_owned()).collect()
    };
    assert_eq!(
        variants(&source("dialogs/mod.rs"), "pub enum Open {"),
        walked("dialog")
    );
    assert_eq!(
        variants(&source("matrix/dialogs.rs"), "pub enum Dialog {"),
        walked("matrix-dialog")
    );
    // And every place that shows a modal.
    let mut modals = BTreeSet::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let n = text.matches("Modal::new(").count();
            let named = text.split("Modal::new(egui::Id::unique(\"").skip(1);
            let names: Vec<String> = named
                .map(|rest| rest.split_once('"').unwrap().0.to_owned())
                .collect();
            assert_eq!(
                names.len(),
                n,
                "{}: a modal without a name in place",
                path.display()
            );
            modals.extend(names);
        }
    }
    let here: BTreeSet<String> = ALL
        .iter()
        .copied()
        .flatten()
        .map(|dialog| dialog.modal.to_owned())
        .collect();
    assert_eq!(modals, here);
}
