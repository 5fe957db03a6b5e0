//! Beneath a dialog nothing listens: every dialog there is, every shortcut. Which dialogs there are is read in the sources
//! (`zoom_dialogs`).

use super::catalogue::sample;
use super::driver::{App, Driver, settings};
use super::everything::everything;
use super::zoom::Window;
use super::zoom_dialogs::{ALL, Dialog, ask, in_front};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use ordito::ui;
use ordito::workspace::{Command, KeyName, Room, Settings, Shortcut};

/// What must not change: contents, how many steps there are and which of them are done, the room.
fn state(window: &Window) -> (String, usize, usize, Room) {
    let workspace = &window.state().workspace;
    let document = workspace.document().unwrap();
    (
        document.hash().to_string(),
        document.steps().len(),
        document.undoable().len(),
        workspace.settings().room,
    )
}

/// The key and what is held with it.
fn key_of(shortcut: Shortcut) -> (Key, Modifiers) {
    let key = match shortcut.key {
        KeyName::Char(c) => Key::from_name(&c.to_uppercase().to_string()).unwrap(),
        KeyName::F(n) => Key::from_name(&format!("F{n}")).unwrap(),
        KeyName::Delete => Key::Delete,
        KeyName::Enter => Key::Enter,
        KeyName::Escape => Key::Escape,
        KeyName::Left => Key::ArrowLeft,
        KeyName::Right => Key::ArrowRight,
        KeyName::Plus => Key::Plus,
        KeyName::Minus => Key::Minus,
    };
    let held = Modifiers {
        alt: shortcut.alt,
        ctrl: shortcut.ctrl,
        command: shortcut.ctrl,
        shift: shortcut.shift,
        mac_cmd: false,
    };
    (key, held)
}

/// Every key that asks for something, but those that mean the window or the file and not what is in it: size of type, saving,
/// ending. The palette's own key closes it.
fn shortcuts(but: &[Command]) -> Vec<(Command, Key, Modifiers)> {
    let outside = [
        Command::ZoomIn,
        Command::ZoomOut,
        Command::ZoomReset,
        Command::Save,
        Command::Quit,
    ];
    let all = Command::all().filter(|command| !outside.contains(command) && !but.contains(command));
    let mut keys: Vec<_> = all
        .filter_map(|command| {
            let (key, held) = key_of(command.shortcut()?);
            Some((command, key, held))
        })
        .collect();
    keys.push((
        Command::Redo,
        Key::Z,
        Modifiers {
            shift: true,
            ..Modifiers::COMMAND
        },
    ));
    keys
}

fn opened(room: Room) -> (tempfile::TempDir, Window) {
    let folder = tempfile::tempdir().unwrap();
    let document = everything(&folder.path().join("esempio.ordito"));
    let mut window = Harness::builder()
        .with_size([1280.0, 800.0])
        .with_max_steps(12)
        .with_step_dt(1.0 / 60.0)
        .with_context_setup(ui::prepare)
        .build_ui_state(
            |ui, app: &mut App| app.frame(ui),
            App::of(document, Settings { room, ..settings() }),
        );
    for _ in 0..4 {
        window.run_ok();
    }
    (folder, window)
}

fn nothing_acts_beneath(dialog: &Dialog) {
    let Dialog {
        modal,
        variant,
        room,
        open,
    } = dialog;
    let (folder, mut window) = opened(*room);
    open(&mut window, folder.path());
    window.run_ok();
    assert_eq!(in_front(&window, modal), *variant);
    let before = state(&window);
    let own: &[Command] = if *modal == "palette" {
        &[Command::Palette]
    } else {
        &[]
    };
    for (command, key, held) in shortcuts(own) {
        window.key_press_modifiers(held, key);
        window.step();
        window.step();
        assert_eq!(state(&window), before, "{modal} {variant}: {command:?}");
        assert_eq!(
            in_front(&window, modal),
            *variant,
            "{modal} {variant}: {command:?}"
        );
    }
    // What goes to no field of the dialog goes nowhere.
    for text in ["2", "n", "/"] {
        window.event(Event::Text(text.to_owned()));
        window.step();
    }
    // A click beside it throws nothing away. The palette is a list to choose from.
    if *modal != "palette" {
        for pressed in [true, false] {
            let (pos, button) = (pos2(3.0, 797.0), PointerButton::Primary);
            window.event(Event::PointerButton {
                pos,
                button,
                pressed,
                modifiers: Modifiers::NONE,
            });
            window.step();
        }
        window.run_ok();
        assert_eq!(
            in_front(&window, modal),
            *variant,
            "{modal} {variant}: a click beside it"
        );
    }
    assert_eq!(state(&window), before, "{modal} {variant}");
}

fn check(dialogs: impl Iterator<Item = &'static Dialog>) {
    dialogs.for_each(nothing_acts_beneath);
}

#[test]
fn no_shortcut_acts_beneath_a_dialog_of_the_window() {
    check(
        ALL.into_iter()
            .flatten()
            .filter(|dialog| dialog.modal == "dialog"),
    );
}
#[test]
fn no_shortcut_acts_beneath_a_dialog_of_a_room() {
    check(
        ALL.into_iter()
            .flatten()
            .filter(|dialog| dialog.modal != "dialog"),
    );
}

/// egui knows of a dialog once it has been drawn; the keys of that frame are not for the room either.
#[test]
fn no_key_slips_through_while_a_dialog_opens() {
    let mut driver = Driver::small(3, 3);
    driver.keys("2");
    let before = state(&driver.harness);
    let commands = [
        Command::History,
        Command::DocumentInfo,
        Command::Milestone,
        Command::Backups,
        Command::Accessibility,
        Command::ImportPasted,
        Command::NewMatrix,
        Command::MatrixInfo,
        Command::DeleteMatrix,
        Command::AddRows,
        Command::RemoveRows,
        Command::Weights,
        Command::Assessors,
        Command::Palette,
    ];
    for command in commands {
        driver.harness.state_mut().state.asked.push(command);
        // Carried out at the end of this frame; drawn in the next.
        driver.harness.step();
        driver
            .harness
            .key_press_modifiers(Modifiers::COMMAND, Key::Z);
        driver
            .harness
            .key_press_modifiers(Modifiers::COMMAND, Key::Num1);
        driver.harness.event(Event::Text("3".to_owned()));
        driver.harness.step();
        driver.settle();
        assert_eq!(state(&driver.harness), before, "{command:?}");
        // Twice: what was typed is asked about.
        for _ in 0..3 {
            driver.key(Key::Escape);
        }
        if let Some(gives_up) = driver.harness.query_by_label("Lascia perdere") {
            gives_up.click();
            driver.settle();
        }
        assert!(
            driver
                .harness
                .ctx
                .memory(egui::Memory::top_modal_layer)
                .is_none(),
            "{command:?}"
        );
    }
}

#[test]
fn the_room_has_the_keyboard_again_when_the_dialog_is_gone() {
    // A dialog, and the pane beside the work.
    for command in [Command::History, Command::Guide] {
        let mut driver = Driver::small(3, 3);
        driver.key_with(Modifiers::COMMAND, Key::G);
        driver.keys("Perché");
        ask(&mut driver.harness, command);
        driver.settle();
        driver.keys(" sì");
        // In the frame in which the dialog has gone, too.
        driver.harness.key_press(Key::Escape);
        driver.harness.step();
        driver.keys(" no");
        let reason = driver
            .harness
            .get_by_role_and_label(Role::MultilineTextInput, "Motivazione");
        assert_eq!(
            reason.value().unwrap(),
            "Perché no",
            "{command:?}: what was typed over it went nowhere"
        );
    }
}

#[test]
fn esc_asks_where_something_was_written_and_the_way_back_leads_to_it() {
    let mut driver = Driver::small(2, 2);
    ask(&mut driver.harness, Command::DocumentInfo);
    driver.key(Key::Escape);
    assert!(
        driver
            .harness
            .query_by_role_and_label(Role::TextInput, "Ente")
            .is_none(),
        "nothing was written: it closes"
    );
    ask(&mut driver.harness, Command::DocumentInfo);
    driver
        .harness
        .get_by_role_and_label(Role::TextInput, "Ente")
        .focus();
    driver.settle();
    driver.keys("Città");
    driver.key(Key::Escape);
    assert!(
        driver
            .harness
            .query_by_role_and_label(Role::Heading, "Non tutto è nel documento")
            .is_some()
    );
    // Enter is the way back, Esc too.
    driver.key(Key::Enter);
    assert!(
        driver
            .harness
            .query_by_role_and_label(Role::Heading, "Non tutto è nel documento")
            .is_none()
    );
    driver.keys(" metropolitana");
    let field = driver
        .harness
        .get_by_role_and_label(Role::TextInput, "Ente");
    assert_eq!(field.value().unwrap(), "Città metropolitana");
    driver.key(Key::Escape);
    driver.key(Key::Escape);
    driver
        .harness
        .get_by_role_and_label(Role::TextInput, "Ente");
    driver.key(Key::Escape);
    driver.harness.get_by_label("Lascia perdere").click();
    driver.settle();
    assert!(
        driver
            .harness
            .query_by_role_and_label(Role::TextInput, "Ente")
            .is_none()
    );
    assert_eq!(
        driver
            .app()
            .workspace
            .contents()
            .unwrap()
            .info()
            .unwrap()
            .body,
        ""
    );
}

/// What is refused cannot become an edit: it is said before the document is left, whichever way.
#[test]
fn a_refused_text_is_said_before_the_document_is_left() {
    for command in [Command::Quit, Command::Close] {
        let (kept, document) = sample();
        let mut driver = Driver::of(
            kept,
            document,
            Settings {
                room: Room::Catalogue,
                ..settings()
            },
            [1400.0, 900.0],
        );
        driver
            .harness
            .get_by_role_and_label(Role::TextInput, "Fine")
            .focus();
        driver.settle();
        driver.key_with(Modifiers::COMMAND, Key::A);
        driver.keys("domani");
        driver.key_with(Modifiers::COMMAND, Key::Num3);
        driver.settle();
        driver.harness.state_mut().state.asked.push(command);
        driver.settle();
        assert!(driver.app().workspace.document().is_some(), "{command:?}");
        assert!(
            !driver
                .app()
                .effects
                .contains(&ordito::workspace::Effect::Quit),
            "{command:?}"
        );
        driver.harness.get_by_label_contains("«domani»");
        driver.harness.get_by_label("Torna a scrivere").click();
        driver.settle();
        driver.settle();
        assert_eq!(driver.app().workspace.settings().room, Room::Catalogue);
        let field = driver
            .harness
            .get_by_role_and_label(Role::TextInput, "Fine");
        assert_eq!(
            (field.value().unwrap().as_str(), field.is_focused()),
            ("domani", true)
        );
        driver.harness.state_mut().state.asked.push(command);
        driver.settle();
        driver.harness.get_by_label("Lascia perdere").click();
        driver.settle();
        assert!(driver.app().workspace.document().is_none(), "{command:?}");
    }
}

/// What is half typed and sound goes in when another document is opened.
#[test]
fn what_is_being_typed_goes_in_before_the_document_is_left() {
    let mut driver = Driver::small(2, 2);
    driver.key_with(Modifiers::COMMAND, Key::G);
    driver.keys("Perché");
    let path = driver.app().workspace.file().unwrap().to_owned();
    driver.harness.state_mut().state.asked.push(Command::Close);
    driver.settle();
    assert!(driver.app().workspace.document().is_none());
    let document = ordito::document::Document::open(&path).unwrap();
    let cell = &document.contents().assessments[&crate::document::small::cell(1, 1)];
    assert_eq!(cell.reason, "Perché");
}
