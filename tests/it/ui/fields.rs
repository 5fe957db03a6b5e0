//! What is typed into a field changes what the field says, and nothing else: digits, letters, Enter, Tab and Esc in every
//! field of every form and dialog of every room. A field that is named nowhere below fails, and so does a file of the
//! window with a field that no screen below shows.

use super::driver::{App, settings};
use super::everything::everything;
use super::zoom::Window;
use super::zoom_dialogs::{ALL, Dialog, ask, in_front};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::model::{Contents, EachTable, Row};
use ordito::ui::{self, UiState};
use ordito::workspace::{Action, Analysis, Command, Room};
use std::collections::BTreeSet;
use std::path::Path;

/// A field by the beginning of its name, and what it may change: `table.field`, or `table.+` for a new record.
type Says = (&'static str, &'static [&'static str]);

/// A state of a room in which fields are shown.
struct Screen {
    room: Room,
    /// Files below `src/ui` whose fields it shows.
    files: &'static [&'static str],
    open: fn(&mut Window),
    fields: &'static [Says],
    /// Nothing else is shown: a field that is not named fails. False where another screen tries the rest.
    whole: bool,
}

const SCREENS: &[Screen] = &[
    Screen {
        room: Room::Catalogue,
        files: &["catalogue/typing.rs", "catalogue/toolbar.rs"],
        open: |window| {
            let first = window.get_all_by_role(Role::TreeItem).next().unwrap();
            first.click();
        },
        fields: &[
            ("Cerca, anche senza accenti", &[]),
            ("Codice", &["policy.code"]),
            ("Nome breve", &["policy.short"]),
            ("Nome", &["policy.name"]),
            ("Territorio", &["policy.territory"]),
            ("Descrizione", &["policy.description"]),
            // «21a» is neither a month nor a sum: it waits in its field.
            ("Inizio", &["policy.start"]),
            ("Fine", &["policy.end"]),
            ("Budget in euro", &["policy.budget_cents"]),
            ("Nota sul budget", &["policy.budget_note"]),
            ("Destinatari", &["policy.beneficiaries"]),
            ("Risultati attesi", &["policy.expected_results"]),
            ("Prodotti", &["policy.outputs"]),
            ("Collegamenti", &["policy.links"]),
            ("Effetti qui e ora", &["policy.effects_here"]),
            ("Effetti altrove", &["policy.effects_elsewhere"]),
            ("Effetti sulle generazioni future", &["policy.effects_future"]),
        ],
        whole: true,
    },
    Screen {
        room: Room::Catalogue,
        files: &["catalogue/row.rs"],
        open: |window| {
            window.get_all_by_role(Role::TreeItem).next().unwrap().click();
            window.run_ok();
            window.key_press(Key::F2);
        },
        fields: &[("Modifica il nome", &["policy.name"])],
        whole: false,
    },
    Screen {
        room: Room::Catalogue,
        files: &["catalogue/many.rs"],
        open: |window| {
            window.get_all_by_role(Role::TreeItem).next().unwrap().click();
            window.run_ok();
            window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
        },
        fields: &[
            ("Nota sul budget", &["policy.budget_note"]),
            ("Descrizione", &["policy.description"]),
            ("Budget in euro", &["policy.budget_cents"]),
        ],
        whole: false,
    },
    Screen {
        room: Room::Catalogue,
        files: &["kit/pickers.rs"],
        open: |window| {
            window.get_all_by_role(Role::TreeItem).next().unwrap().click();
            window.run_ok();
            window.get_by_role_and_label(Role::ComboBox, "Titolare").click_accesskit();
        },
        // Enter takes what is typed as a new one.
        fields: &[("Cerca nell'elenco", &["policy.owner", "actor.+"])],
        whole: false,
    },
    Screen {
        room: Room::Catalogue,
        files: &[],
        open: |window| tab(window, "Catalogo: Soggetti 1"),
        fields: &[("Nome", &["actor.name"]), ("Nota", &["actor.note"]), ("Cerca, anche senza accenti", &[])],
        whole: true,
    },
    Screen {
        room: Room::Catalogue,
        files: &[],
        open: |window| tab(window, "Catalogo: Gruppi 1"),
        fields: &[("Nome", &["cluster.name"]), ("Nota", &["cluster.note"]), ("Cerca, anche senza accenti", &[])],
        whole: true,
    },
    Screen {
        room: Room::Catalogue,
        files: &[],
        open: |window| tab(window, "Catalogo: Fonti 1"),
        fields: &[
            ("Citazione", &["source.citation"]),
            ("Sigla", &["source.key"]),
            ("Editore o ente", &["source.publisher"]),
            ("Data", &["source.date"]),
            ("Indirizzo", &["source.url"]),
            ("Pagina", &["source.page"]),
            ("Cerca, anche senza accenti", &[]),
        ],
        whole: true,
    },
    Screen {
        room: Room::Frameworks,
        files: &["frameworks/mod.rs"],
        open: |_| {},
        fields: &[
            ("Cerca fra gli obiettivi", &[]),
            ("Nome · ", &["framework.name"]),
            ("Versione", &["framework.version"]),
            ("Atto di adozione", &["framework.adopted"]),
            ("Nomi dei livelli", &["framework.levels"]),
            ("Fonti, una per riga", &["framework.sources"]),
            ("Note · ", &["framework.notes"]),
        ],
        whole: true,
    },
    Screen {
        room: Room::Frameworks,
        files: &["frameworks/details.rs"],
        open: |window| window.get_all_by_role(Role::TreeItem).next().unwrap().click(),
        // Words that somebody changed are not the official ones any more.
        fields: &[
            ("Cerca fra gli obiettivi", &[]),
            ("Codice", &["goal.code", "goal.wording"]),
            ("Nome breve · ", &["goal.short"]),
            ("Nome · ", &["goal.name", "goal.wording"]),
            ("Testo · ", &["goal.text"]),
            ("Colore #RRGGBB", &["goal.colour"]),
            ("Nota", &["goal.note"]),
        ],
        whole: true,
    },
    Screen {
        room: Room::Frameworks,
        files: &["frameworks/crosswalks.rs"],
        open: |window| window.get_by_label_contains(": Raccordi").click(),
        fields: &[("Nome", &["crosswalk.name"]), ("Nota", &["crosswalk.note"]), ("Peso", &["link.weight"])],
        whole: true,
    },
    Screen {
        room: Room::Frameworks,
        files: &["frameworks/scales.rs"],
        open: |window| window.get_by_label_contains(": Scale").click(),
        fields: &[
            ("Nome · ", &["scale.name"]),
            ("Versione", &["scale.version"]),
            ("Fonte", &["scale.source"]),
            ("Colore", &["scale.levels"]),
            ("Parola", &["scale.levels"]),
            ("Che cosa vuol dire", &["scale.levels"]),
            ("Nuovo valore", &["scale.levels"]),
        ],
        whole: true,
    },
    Screen {
        room: Room::Matrix,
        files: &["matrix/inspector.rs", "matrix/voices.rs", "matrix/find.rs"],
        open: |window| {
            window.get_by_label("Aggiungi una fonte").click();
            window.run_ok();
            window.get_by_label("Nuova fonte…").click();
            window.run_ok();
            ask(window, Command::Find);
        },
        fields: &[
            ("Motivazione", &["assessment.reason"]),
            ("Come si attenua il conflitto", &["assessment.mitigation"]),
            ("Citazione", &["source.+", "assessment.sources"]),
            ("Collegamento", &[]),
            ("Trova una riga o una colonna", &[]),
        ],
        whole: true,
    },
    Screen { room: Room::Compare, files: &[], open: |_| {}, fields: &[], whole: true },
    Screen {
        room: Room::Analysis,
        files: &["analysis/conflicts.rs"],
        open: |window| ask(window, Command::Show(Analysis::Conflicts)),
        fields: &[("Cerca", &[])],
        whole: true,
    },
    Screen {
        room: Room::Analysis,
        files: &["analysis/robustness.rs"],
        open: |window| ask(window, Command::Show(Analysis::Robustness)),
        fields: &[("Seme", &[])],
        whole: true,
    },
    Screen {
        room: Room::Lab,
        files: &["lab/prepare.rs", "lab/people.rs", "lab/agenda.rs"],
        open: |_| {},
        fields: &[
            ("Titolo", &["lab.title"]),
            ("Data", &["lab.date"]),
            ("Luogo", &["lab.place"]),
            ("Domanda", &["lab.question"]),
            ("Giri", &["lab.rounds"]),
            ("Scarto massimo", &["lab.rule"]),
            ("Voti almeno", &["lab.rule"]),
            ("Polarizzata", &["lab.rule"]),
            ("Nome", &["assessor.name"]),
            ("Ruolo", &["lab.participants"]),
            ("Ente", &["lab.participants"]),
            ("Tavolo", &["lab.participants"]),
            ("Note per chi conduce", &["lab.notes"]),
            ("Quanti", &[]),
            ("al più", &[]),
            ("Solo se il nome contiene", &[]),
            ("minuti", &["question.minutes"]),
            ("Note sulla domanda", &["question.notes"]),
        ],
        whole: true,
    },
    Screen {
        room: Room::Lab,
        files: &["lab/panels.rs"],
        open: |window| {
            ask(window, Command::Present);
            window.event(Event::Text("p".to_owned()));
        },
        // Enter puts the question off, for the reason that was typed.
        fields: &[("Perché si rinvia", &["question.outcome", "lab.current"])],
        whole: true,
    },
    Screen {
        room: Room::Sheets,
        files: &["sheets/choose.rs"],
        open: |_| {},
        fields: &[("Filtra l'elenco", &[])],
        whole: true,
    },
];

/// Fields of dialogs, by modal and variant; where there is nothing, Enter writes nothing and a button does.
const DIALOGS: &[(&str, &str, &[Says])] = &[
    ("dialog", "Info", &[("Titolo", &[]), ("Ente", &[]), ("Descrizione", &[])]),
    ("dialog", "Identity", &[("Nome e cognome", &[]), ("Ufficio", &[]), ("Ente", &[])]),
    ("dialog", "Milestone", &[("Nome", &["milestone.+"]), ("Nota", &[])]),
    ("dialog", "File", &[("Nome del file", &[])]),
    ("dialog", "Import", &[("Area", &[]), ("Titolo", &[])]),
    ("dialog", "Paste", &[("Tabella", &[])]),
    (
        "matrix-dialog",
        "Wizard",
        &[("Nome", &[]), ("Nuovo valutatore", &["assessor.+"]), ("Righe: ", &[]), ("Colonne: ", &[])],
    ),
    ("matrix-dialog", "Info", &[("Nome", &[]), ("Nota", &[])]),
    ("matrix-dialog", "Add", &[("Aggiungi", &[])]),
    ("matrix-dialog", "Consensus", &[("", &[])]),
    ("matrix-dialog", "Weights", &[("", &[])]),
    ("matrix-dialog", "Assessors", &[("Valutatore", &["assessor.name"]), ("Nuovo valutatore", &["assessor.+"])]),
    ("palette", "", &[("Comandi", &[])]),
];
/// Files that show the fields of the dialogs above.
const FILES_OF_DIALOGS: &[&str] = &[
    "dialogs/file.rs",
    "dialogs/identity.rs",
    "dialogs/import/framework.rs",
    "dialogs/import/matrix.rs",
    "dialogs/import/mod.rs",
    "dialogs/info.rs",
    "dialogs/paste.rs",
    "matrix/consensus.rs",
    "matrix/dialogs.rs",
    "matrix/wizard.rs",
    "palette.rs",
];
/// Files with fields that are tried elsewhere, and where; or that show none themselves.
const ELSEWHERE: &[(&str, &str)] =
    &[("lab/strip.rs", "the comment of whoever has the keyboard: ui::lab"), ("widgets.rs", "dresses them")];

fn tab(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    window.run_ok();
    window.get_all_by_role(Role::ListBoxOption).next().unwrap().click();
}

/// One window for many fields: its clock runs in quarters of a second, so that a pause is soon over.
fn opened(folder: &Path) -> Window {
    let document = everything(&folder.join("esempio.ordito"));
    let mut window = Harness::builder()
        .with_size([1500.0, 1000.0])
        .with_max_steps(8)
        .with_step_dt(0.25)
        .with_context_setup(ui::prepare)
        .build_ui_state(|ui, app: &mut App| app.frame(ui), App::of(document, settings()));
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

const FIELDS: [Role; 4] = [Role::TextInput, Role::MultilineTextInput, Role::SpinButton, Role::SearchInput];

/// The fields that are shown: role, name, and which of those with that name.
fn fields(window: &Window) -> Vec<(Role, String, usize)> {
    let mut found: Vec<(Role, String, usize)> = Vec::new();
    for node in window.root().children_recursive() {
        let (role, label) = (node.accesskit_node().role(), node.accesskit_node().label().unwrap_or_default());
        if FIELDS.contains(&role) && !node.accesskit_node().is_disabled() {
            let nth = found.iter().filter(|(known, name, _)| *known == role && *name == label).count();
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
    node.unwrap_or_else(|| panic!("«{name}» is not there any more")).focus();
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
                let (old, new) = (serde_json::to_value(old).unwrap(), serde_json::to_value(row).unwrap());
                let keys: BTreeSet<&String> =
                    old.as_object().unwrap().keys().chain(new.as_object().unwrap().keys()).collect();
                // When and by whom a cell was said goes with what was said of it.
                let told = |key: &&String| !matches!(key.as_str(), "at" | "by");
                let differs = keys.into_iter().filter(|key| old.get(key.as_str()) != new.get(key.as_str()));
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
    let text = if field.0 == Role::SpinButton { "21" } else { "21a-n" };
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
    (after.map(|after| changed(&before, after)).unwrap_or_default(), stays)
}

/// What a field is allowed to change; the longest name that fits.
fn allowed(fields: &[Says], name: &str) -> Option<&'static [&'static str]> {
    let fits = fields.iter().filter(|(begins, _)| name.starts_with(begins));
    fits.max_by_key(|(begins, _)| begins.len()).map(|(_, allowed)| *allowed)
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
            wrong.push(format!("{what}: «{name}» is a field that is not named here"));
            continue;
        };
        let (changed, stays) = typed(window, field);
        if let Some(other) = changed.iter().find(|changed| !allowed.contains(&changed.as_str())) {
            wrong.push(format!("{what}: «{name}» changed {other} of {changed:?}"));
        }
        // To look for the next one is what Enter is there for.
        if !stays && !name.starts_with("Trova") {
            wrong.push(format!("{what}: Enter in «{name}» moved the cursor of the grid"));
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
        let deaf = ["policy.start", "policy.end", "policy.budget_cents", "goal.colour", "link.weight"];
        let named = screen.fields.iter().flat_map(|(_, allowed)| *allowed).filter(|field| !deaf.contains(field));
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
    for Dialog { modal, variant, room, open } in ALL.into_iter().flatten() {
        // Of copies and of what goes there is nothing to write; opening them takes files and time.
        if matches!(*modal, "underneath" | "merge" | "merged" | "leaving" | "catalogue-delete" | "frameworks-delete")
            || matches!(*variant, "Backups" | "Quit" | "Guide")
        {
            continue;
        }
        let folder = tempfile::tempdir().unwrap();
        let mut window = opened(folder.path());
        let says = DIALOGS.iter().find(|(name, kind, _)| name == modal && kind == variant);
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
                let label = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().unwrap_or_default();
                ways.filter(|node| label(node).starts_with(&way)).nth(1).unwrap().click();
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
fn try_dialog(window: &mut Window, what: &str, says: &[Says], open: &dyn Fn(&mut Window)) -> (Vec<String>, usize) {
    let room = window.state().workspace.settings().room;
    afresh(window, room);
    let beneath = fields(window);
    open(window);
    let all: Vec<_> = fields(window).into_iter().filter(|field| !beneath.contains(field)).collect();
    let mut wrong = Vec::new();
    for (i, field) in all.iter().enumerate() {
        if i > 0 {
            open(window);
        }
        let Some(allowed) = allowed(says, &field.1) else {
            wrong.push(format!("{what}: «{}» is a field that is not named here", field.1));
            continue;
        };
        let (changed, stays) = typed(window, field);
        if let Some(other) = changed.iter().find(|changed| !allowed.contains(&changed.as_str())) {
            wrong.push(format!("{what}: «{}» changed {other} of {changed:?}", field.1));
        }
        if !stays {
            wrong.push(format!("{what}: Enter in «{}» moved the cursor of the grid", field.1));
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
                found.insert(path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/"));
            }
        }
    }
    // A colour is a swatch and a text of `frameworks/details.rs`.
    found.remove("catalogue/clusters.rs");
    let shown = SCREENS.iter().flat_map(|screen| screen.files).chain(FILES_OF_DIALOGS);
    let shown = shown.chain(ELSEWHERE.iter().map(|(file, _)| file));
    let shown: BTreeSet<String> = shown.map(|file| (*file).to_owned()).collect();
    assert_eq!(found, shown);
    let rooms: BTreeSet<Room> = SCREENS.iter().map(|screen| screen.room).collect();
    assert_eq!(rooms, Room::ALL.iter().copied().collect(), "every room has a screen here");
}
