//! The fields of the window: of every state of a room and of every dialog, with what each may change.

use super::zoom::Window;
use super::zoom_dialogs::ask;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use ordito::workspace::{Analysis, Command, Room};

/// A field by the beginning of its name, and what it may change: `table.field`, or `table.+` for a new record.
pub type Says = (&'static str, &'static [&'static str]);

/// A state of a room in which fields are shown.
pub struct Screen {
    pub room: Room,
    /// Files below `src/ui` whose fields it shows.
    pub files: &'static [&'static str],
    pub open: fn(&mut Window),
    pub fields: &'static [Says],
    /// Nothing else is shown: a field that is not named fails. False where another screen tries the rest.
    pub whole: bool,
}

/// A cell of the first policy in the table, as F2 opens it.
fn open_cell(window: &mut Window, column: usize) {
    let first = window.get_all_by_role(Role::RowHeader).next().unwrap();
    first.click();
    window.run_ok();
    for _ in 0..column {
        window.key_press(Key::ArrowRight);
        window.run_ok();
    }
    window.key_press(Key::F2);
}

pub const SCREENS: &[Screen] = &[
    Screen {
        room: Room::Catalogue,
        files: &["catalogue/typing.rs", "catalogue/toolbar.rs"],
        open: |window| {
            let first = window.get_all_by_role(Role::RowHeader).next().unwrap();
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
            ("Costo in euro", &["policy.budget_cents"]),
            ("Nota sul costo", &["policy.budget_note"]),
            ("Destinatari", &["policy.beneficiaries"]),
            ("Risultati attesi", &["policy.expected_results"]),
            ("Prodotti", &["policy.outputs"]),
            ("Collegamenti", &["policy.links"]),
            ("Effetti qui e ora", &["policy.effects_here"]),
            ("Effetti altrove", &["policy.effects_elsewhere"]),
            (
                "Effetti sulle generazioni future",
                &["policy.effects_future"],
            ),
        ],
        whole: true,
    },
    Screen {
        room: Room::Catalogue,
        files: &["kit/grid/field.rs"],
        open: |window| open_cell(window, 0),
        fields: &[("Codice: ", &["policy.code"])],
        whole: false,
    },
    Screen {
        room: Room::Catalogue,
        files: &[],
        open: |window| open_cell(window, 1),
        fields: &[("Nome: ", &["policy.name"])],
        whole: false,
    },
    Screen {
        room: Room::Catalogue,
        files: &[],
        open: |window| open_cell(window, 2),
        fields: &[("Tipo: ", &["policy.kind"])],
        whole: false,
    },
    Screen {
        room: Room::Catalogue,
        files: &[],
        open: |window| open_cell(window, 3),
        fields: &[("Inizio: ", &["policy.start"])],
        whole: false,
    },
    Screen {
        room: Room::Catalogue,
        files: &[],
        open: |window| open_cell(window, 4),
        fields: &[("Fine: ", &["policy.end"])],
        whole: false,
    },
    Screen {
        room: Room::Catalogue,
        files: &[],
        open: |window| open_cell(window, 5),
        fields: &[("Costo in euro: ", &["policy.budget_cents"])],
        whole: false,
    },
    Screen {
        room: Room::Catalogue,
        files: &[],
        open: |window| open_cell(window, 6),
        fields: &[("Dicitura: ", &["policy.wording"])],
        whole: false,
    },
    Screen {
        room: Room::Catalogue,
        files: &["catalogue/many.rs"],
        open: |window| {
            window
                .get_all_by_role(Role::RowHeader)
                .next()
                .unwrap()
                .click();
            window.run_ok();
            window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
        },
        fields: &[
            ("Nota sul costo", &["policy.budget_note"]),
            ("Descrizione", &["policy.description"]),
            ("Costo in euro", &["policy.budget_cents"]),
        ],
        whole: false,
    },
    Screen {
        room: Room::Catalogue,
        files: &["kit/pickers.rs"],
        open: |window| {
            window
                .get_all_by_role(Role::RowHeader)
                .next()
                .unwrap()
                .click();
            window.run_ok();
            window
                .get_by_role_and_label(Role::ComboBox, "Titolare")
                .click_accesskit();
        },
        // Enter takes what is typed as a new one.
        fields: &[("Cerca nell'elenco", &["policy.owner", "actor.+"])],
        whole: false,
    },
    Screen {
        room: Room::Catalogue,
        files: &[],
        open: |window| tab(window, "Catalogo: Attori 1"),
        fields: &[
            ("Nome", &["actor.name"]),
            ("Nota", &["actor.note"]),
            ("Cerca, anche senza accenti", &[]),
        ],
        whole: true,
    },
    Screen {
        room: Room::Catalogue,
        files: &[],
        open: |window| tab(window, "Catalogo: Gruppi 1"),
        fields: &[
            ("Nome", &["cluster.name"]),
            ("Nota", &["cluster.note"]),
            ("Cerca, anche senza accenti", &[]),
        ],
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
        open: |window| {
            window
                .get_all_by_role(Role::TreeItem)
                .next()
                .unwrap()
                .click();
        },
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
        fields: &[
            ("Nome", &["crosswalk.name"]),
            ("Nota", &["crosswalk.note"]),
            ("Peso", &["link.weight"]),
        ],
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
            ("Come si mitiga il conflitto", &["assessment.mitigation"]),
            ("Citazione", &["source.+", "assessment.sources"]),
            ("Collegamento", &[]),
            ("Trova una riga o una colonna", &[]),
        ],
        whole: true,
    },
    Screen {
        room: Room::Compare,
        files: &[],
        open: |_| {},
        fields: &[],
        whole: true,
    },
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
        files: &["lab/table.rs"],
        open: |window| {
            let people = "Che cosa si prepara: Partecipanti";
            window.get_by_label(people).click();
        },
        fields: &[
            ("Titolo", &["lab.title"]),
            ("Data", &["lab.date"]),
            ("Luogo", &["lab.place"]),
            ("Domanda", &["lab.question"]),
            ("Giri", &["lab.rounds"]),
            ("Scarto massimo", &["lab.rule"]),
            ("Voti almeno", &["lab.rule"]),
            ("Polarizzata", &["lab.rule"]),
            ("Note per chi conduce", &["lab.notes"]),
            ("Quanti", &[]),
            ("Nome", &["assessor.name", "assessor.+", "lab.participants"]),
            ("Ruolo", &["lab.participants"]),
            ("Ente", &["lab.participants"]),
            ("Tavolo", &["lab.participants"]),
            ("Aggiungi tavoli", &[]),
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
pub const DIALOGS: &[(&str, &str, &[Says])] = &[
    (
        "dialog",
        "Info",
        &[("Titolo", &[]), ("Ente", &[]), ("Descrizione", &[])],
    ),
    (
        "dialog",
        "Identity",
        &[("Nome e cognome", &[]), ("Ufficio", &[]), ("Ente", &[])],
    ),
    (
        "dialog",
        "Milestone",
        &[("Nome", &["milestone.+"]), ("Nota", &[])],
    ),
    ("dialog", "File", &[("Nome del file", &[])]),
    ("dialog", "Import", &[("Area", &[]), ("Titolo", &[])]),
    ("dialog", "Paste", &[("Tabella", &[])]),
    (
        "matrix-dialog",
        "Wizard",
        &[
            ("Nome", &["line.+", "matrix.+"]),
            ("Nuovo valutatore", &["assessor.+"]),
            ("Righe: ", &[]),
            ("Colonne: ", &[]),
        ],
    ),
    ("matrix-dialog", "Info", &[("Nome", &[]), ("Nota", &[])]),
    ("matrix-dialog", "Add", &[("Aggiungi", &[])]),
    ("matrix-dialog", "Consensus", &[("", &[])]),
    ("matrix-dialog", "Weights", &[("", &[])]),
    (
        "matrix-dialog",
        "Assessors",
        &[
            ("Valutatore", &["assessor.name"]),
            ("Nuovo valutatore", &["assessor.+"]),
        ],
    ),
    ("palette", "", &[("Comandi", &[])]),
];
/// Files that show the fields of the dialogs above.
pub const FILES_OF_DIALOGS: &[&str] = &[
    "dialogs/file/mod.rs",
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
pub const ELSEWHERE: &[(&str, &str)] = &[
    (
        "lab/strip.rs",
        "the comment of whoever has the keyboard: ui::lab",
    ),
    ("widgets.rs", "dresses them"),
];

pub fn tab(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    window.run_ok();
    window
        .get_all_by_role(Role::ListBoxOption)
        .next()
        .unwrap()
        .click();
}
