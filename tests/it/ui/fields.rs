//! What is typed into a field changes what the field says, and nothing else: digits, letters, Enter, Tab and Esc in every
//! field of every form and dialog of every room. A field that `fields_known` does not name fails, and so does a file of the
//! window with a field that no screen there shows.

use super::driver::{App, settings};
use super::everything::everything;
use super::fields_known::{DIALOGS, ELSEWHERE, FILES_OF_DIALOGS, SCREENS, Says};
use super::zoom::Window;
use super::zoom_dialogs::{ALL, Dialog, in_front};
use egui::accesskit::Role;
use egui::{Event, Key};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::model::{Contents, EachTable, Row};
use ordito::ui::{self, UiState};
use ordito::workspace::{Action, Room};
use std::collections::BTreeSet;
use std::path::Path;

/// One window for many fields: its clock runs in quarters of a second, so that a pause is soon over.
fn opened(folder: &Path) -> Window {
    let document = everything(&folder.join("esempio.ordito"));
    let mut window = Harness::builder()
        .with_size([1500.0, 1000.0])
        .with_max_steps(8)
        .with_step_dt(0.25)
        .with_context_setup(ui::prepare)
        .build_ui_state(
            |ui, app: &mut App| app.frame(ui),
            App::of(document, settings()),
        );
    window.run_ok();
    window
}

/// Back to the beginning: nothing chosen, no dialog, nothing done since.
fn afresh(window: &mut Window, room: Room) {
    let app = window.state_mut();
    app.state = UiState::default();
    app.workspace.act(Action::SetRoom(room));
    let steps = app.workspace.document().unwrap().steps().len();
    for _ in 0..steps {
        if app.workspace.document().unwrap().undoable().len() <= app.n_first {
            break;
        }
        app.workspace.act(Action::Undo);
    }
    for _ in 0..3 {
        window.run_ok();
    }
}

const FIELDS: [Role; 4] = [
    Role::TextInput,
    Role::MultilineTextInput,
    Role::SpinButton,
    Role::SearchInput,
];

/// The fields that are shown: role, name, and which of those with that name.
fn fields(window: &Window) -> Vec<(Role, String, usize)> {
    let mut found: Vec<(Role, String, usize)> = Vec::new();
    for node in window.root().children_recursive() {
        let (role, label) = (
            node.accesskit_node().role(),
            node.accesskit_node().label().unwrap_or_default(),
        );
        if FIELDS.contains(&role) && !node.accesskit_node().is_disabled() {
            let nth = found
                .iter()
                .filter(|(known, name, _)| *known == role && *name == label)
                .count();
            found.push((role, label, nth));
        }
    }
    found
}

fn give_keyboard(window: &mut Window, (role, name, nth): &(Role, String, usize)) {
    let node = window
        .root()
        .children_recursive()
        .filter(|node| {
            let node = node.accesskit_node();
            node.role() == *role && node.label().unwrap_or_default() == *name
        })
        .nth(*nth);
    node.unwrap_or_else(|| panic!("«{name}» is not there any more"))
        .focus();
    window.step();
    window.step();
}

/// What differs between two contents: `table.field` of records that are in both, `table.+` and `table.-` of others.
fn changed(before: &Contents, after: &Contents) -> BTreeSet<String> {
    struct Compare<'a>(&'a Contents, &'a Contents, BTreeSet<String>);
    impl EachTable for Compare<'_> {
        fn table<R: Row>(&mut self) {
            let (before, after) = (R::of(self.0), R::of(self.1));
            let table = R::TABLE.word();
            for (key, row) in after {
                let Some(old) = before.get(key) else {
                    self.2.insert(format!("{table}.+"));
                    continue;
                };
                if old == row {
                    continue;
                }
                let (old, new) = (
                    serde_json::to_value(old).unwrap(),
                    serde_json::to_value(row).unwrap(),
                );
                let keys: BTreeSet<&String> = old
                    .as_object()
                    .unwrap()
                    .keys()
                    .chain(new.as_object().unwrap().keys())
                    .collect();
                // When and by whom a cell was said goes with what was said of it.
                let told = |key: &&String| !matches!(key.as_str(), "at" | "by");
                let differs = keys
                    .into_iter()
                    .filter(|key| old.get(key.as_str()) != new.get(key.as_str()));
                let differs = differs.filter(told);
                self.2.extend(differs.map(|key| format!("{table}.{key}")));
            }
            if before.keys().any(|key| !after.contains_key(key)) {
                self.2.insert(format!("{table}.-"));
            }
        }
    }
    let mut compare = Compare(before, after, BTreeSet::new());
    Contents::each_table(&mut compare);
    compare.2
}

/// Types into a field and leaves it; what changed, and whether the cursor of the grid went on with Enter.
fn typed(window: &mut Window, field: &(Role, String, usize)) -> (BTreeSet<String>, bool) {
    give_keyboard(window, field);
    let before = window.state().workspace.contents().unwrap().clone();
    let cursor = |window: &Window| window.state().state.rooms.matrix.selected_crossings();
    let at = cursor(window);
    // A number takes digits alone.
    let text = if field.0 == Role::SpinButton {
        "21"
    } else {
        "21a-n"
    };
    for c in text.chars() {
        window.event(Event::Text(c.to_string()));
        window.step();
    }
    window.key_press(Key::Enter);
    window.step();
    // A file that is not there was named: while it is looked for, none is open.
    let stays = window.state().workspace.document().is_none() || cursor(window) == at;
    for key in [Key::Tab, Key::Escape] {
        window.key_press(key);
        window.step();
    }
    // A pause, after which texts go in.
    for _ in 0..6 {
        window.step();
    }
    // The name of a file that is not there: none is open any more.
    let after = window.state().workspace.contents();
    (
        after
            .map(|after| changed(&before, after))
            .unwrap_or_default(),
        stays,
    )
}

/// What a field is allowed to change; the longest name that fits.
fn allowed(fields: &[Says], name: &str) -> Option<&'static [&'static str]> {
    let fits = fields.iter().filter(|(begins, _)| name.starts_with(begins));
    fits.max_by_key(|(begins, _)| begins.len())
        .map(|(_, allowed)| *allowed)
}

/// Tries every field of what `open` shows; what is wrong, and which of the named fields changed something.
fn try_all(
    window: &mut Window,
    what: &str,
    (says, whole): (&[Says], bool),
    open: &dyn Fn(&mut Window),
    tried: &mut BTreeSet<&'static str>,
) -> Vec<String> {
    let mut wrong = Vec::new();
    open(window);
    let mut all = fields(window);
    all.retain(|(_, name, _)| whole || allowed(says, name).is_some());
    for (i, field) in all.iter().enumerate() {
        if i > 0 {
            open(window);
        }
        let name = &field.1;
        let Some(allowed) = allowed(says, name) else {
            wrong.push(format!(
                "{what}: «{name}» is a field that is not named here"
            ));
            continue;
        };
        let (changed, stays) = typed(window, field);
        if let Some(other) = changed
            .iter()
            .find(|changed| !allowed.contains(&changed.as_str()))
        {
            wrong.push(format!("{what}: «{name}» changed {other} of {changed:?}"));
        }
        // To look for the next one is what Enter is there for.
        if !stays && !name.starts_with("Trova") {
            wrong.push(format!(
                "{what}: Enter in «{name}» moved the cursor of the grid"
            ));
        }
        tried.extend(allowed.iter().filter(|allowed| changed.contains(**allowed)));
    }
    // A name without a field proves nothing.
    for (begins, _) in says {
        if !all.iter().any(|(_, name, _)| name.starts_with(begins)) {
            wrong.push(format!("{what}: there is no field «{begins}»"));
        }
    }
    wrong
}

fn check(rooms: &[Room]) {
    let folder = tempfile::tempdir().unwrap();
    let mut window = opened(folder.path());
    let (mut wrong, mut tried) = (Vec::new(), BTreeSet::new());
    for screen in SCREENS.iter().filter(|screen| rooms.contains(&screen.room)) {
        let open = |window: &mut Window| {
            afresh(window, screen.room);
            (screen.open)(window);
            for _ in 0..3 {
                window.run_ok();
            }
        };
        wrong.extend(try_all(
            &mut window,
            &format!("{:?}", screen.room),
            (screen.fields, screen.whole),
            &open,
            &mut tried,
        ));
        // What is typed does arrive, or the test would hold of fields that are deaf. Not so what «21a-n» cannot be.
        let deaf = [
            "policy.start",
            "policy.end",
            "policy.budget_cents",
            "policy.kind",
            "policy.wording",
            "goal.colour",
            "link.weight",
        ];
        let named = screen
            .fields
            .iter()
            .flat_map(|(_, allowed)| *allowed)
            .filter(|field| !deaf.contains(field));
        wrong.extend(
            named
                .filter(|field| !tried.contains(**field))
                .map(|field| format!("{:?}: {field} never changed", screen.room)),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn fields_of_the_catalogue_change_what_they_say() {
    check(&[Room::Catalogue]);
}
#[test]
fn fields_of_frameworks_change_what_they_say() {
    check(&[Room::Frameworks]);
}
#[test]
fn fields_of_the_matrix_change_what_they_say() {
    check(&[Room::Matrix, Room::Compare, Room::Analysis, Room::Sheets]);
}
#[test]
fn fields_of_a_laboratory_change_what_they_say() {
    check(&[Room::Lab]);
}

#[test]
fn fields_of_dialogs_change_what_they_say() {
    let (mut wrong, mut with_fields) = (Vec::new(), BTreeSet::new());
    for Dialog {
        modal,
        variant,
        room,
        open,
    } in ALL.into_iter().flatten()
    {
        // Of copies and of what goes there is nothing to write; opening them takes files and time.
        if matches!(
            *modal,
            "underneath"
                | "merge"
                | "merged"
                | "leaving"
                | "catalogue-delete"
                | "frameworks-delete"
        ) || matches!(*variant, "Backups" | "Quit")
        {
            continue;
        }
        let folder = tempfile::tempdir().unwrap();
        let mut window = opened(folder.path());
        let says = DIALOGS
            .iter()
            .find(|(name, kind, _)| name == modal && kind == variant);
        let says = says.map_or(&[] as &[Says], |(.., says)| says);
        let open = |window: &mut Window| {
            afresh(window, *room);
            open(window, folder.path());
            for _ in 0..3 {
                window.run_ok();
            }
            assert_eq!(in_front(window, modal), *variant);
            if *variant == "Consensus" {
                // One of its three ways asks for a number.
                let way = window.state().workspace.words().say("consensus-way");
                let ways = window.get_all_by_role(Role::RadioButton);
                let label = |node: &egui_kittest::Node<'_>| {
                    node.accesskit_node().label().unwrap_or_default()
                };
                ways.filter(|node| label(node).starts_with(&way))
                    .nth(1)
                    .unwrap()
                    .click();
                window.run_ok();
            }
        };
        let (found, n_fields) = try_dialog(&mut window, &format!("{modal} {variant}"), says, &open);
        wrong.extend(found);
        if n_fields > 0 {
            with_fields.insert((*modal, *variant));
        }
    }
    // A name without a field proves nothing.
    for (modal, variant, _) in DIALOGS {
        if !with_fields.contains(&(*modal, *variant)) {
            wrong.push(format!("{modal} {variant}: no fields"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Fields of a dialog alone, and how many there are: what lies beneath it is tried with its room.
fn try_dialog(
    window: &mut Window,
    what: &str,
    says: &[Says],
    open: &dyn Fn(&mut Window),
) -> (Vec<String>, usize) {
    let room = window.state().workspace.settings().room;
    afresh(window, room);
    let beneath = fields(window);
    open(window);
    let all: Vec<_> = fields(window)
        .into_iter()
        .filter(|field| !beneath.contains(field))
        .collect();
    let mut wrong = Vec::new();
    for (i, field) in all.iter().enumerate() {
        if i > 0 {
            open(window);
        }
        let Some(allowed) = allowed(says, &field.1) else {
            wrong.push(format!(
                "{what}: «{}» is a field that is not named here",
                field.1
            ));
            continue;
        };
        let (changed, stays) = typed(window, field);
        if let Some(other) = changed
            .iter()
            .find(|changed| !allowed.contains(&changed.as_str()))
        {
            wrong.push(format!(
                "{what}: «{}» changed {other} of {changed:?}",
                field.1
            ));
        }
        if !stays {
            wrong.push(format!(
                "{what}: Enter in «{}» moved the cursor of the grid",
                field.1
            ));
        }
    }
    (wrong, all.len())
}

#[test]
fn no_file_of_the_window_with_a_field_is_left_out_of_these_tests() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui");
    let makes = [
        "line_edit_ui(",
        "text_area_ui(",
        "TextEdit::singleline(",
        "TextEdit::multiline(",
        "DragValue::new(",
        "details::line_ui(",
        "color_edit_button",
    ];
    let mut found = BTreeSet::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            if makes.iter().any(|each| text.contains(each)) {
                found.insert(
                    path.strip_prefix(&root)
                        .unwrap()
                        .to_string_lossy()
                        .replace('\\', "/"),
                );
            }
        }
    }
    // A colour is a swatch and a text of `frameworks/details.rs`.
    found.remove("catalogue/clusters.rs");
    let shown = SCREENS
        .iter()
        .flat_map(|screen| screen.files)
        .chain(FILES_OF_DIALOGS);
    let shown = shown.chain(ELSEWHERE.iter().map(|(file, _)| file));
    let shown: BTreeSet<String> = shown.map(|file| (*file).to_owned()).collect();
    assert_eq!(found, shown);
    let rooms: BTreeSet<Room> = SCREENS.iter().map(|screen| screen.room).collect();
    assert_eq!(
        rooms,
        Room::ALL.iter().copied().collect(),
        "every room has a screen here"
    );
}
