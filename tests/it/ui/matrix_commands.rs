//! Commands, inspector and dialogs of the matrix.

use super::driver::Driver;
use crate::document::small::cell;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::model::{AssessmentKey, AssessorId, Axis, MatrixId};
use ordito::workspace::{Command, MatrixView, Room, Settings};

impl Driver {
    /// Asks for a command as the palette does.
    fn command(&mut self, command: Command) {
        self.harness.state_mut().state.asked.push(command);
        self.settle();
        self.settle();
    }
    pub fn view(&self) -> &MatrixView {
        self.app().state.rooms.matrix.view().unwrap()
    }
    fn press(&mut self, role: Role, label: &str) {
        self.harness.get_by_role_and_label(role, label).click();
        self.settle();
    }
    fn says(&self, label: &str) -> bool {
        self.harness.query_by_label_contains(label).is_some()
    }
}

#[test]
fn tab_goes_right_enter_down_and_shift_turns_them_round() {
    let mut driver = Driver::small(3, 4);
    driver.key(Key::F2);
    driver.keys("1");
    driver.key(Key::Tab);
    driver.keys("2");
    assert_eq!(
        [driver.app().typed(1, 1), driver.app().typed(1, 2)],
        ["1", "2"]
    );
    driver.key_with(Modifiers::SHIFT, Key::Enter);
    driver.key_with(Modifiers::SHIFT, Key::Tab);
    driver.keys("3");
    assert_eq!(driver.app().typed(1, 1), "3");
}

#[test]
fn ctrl_with_arrows_goes_to_the_edge_of_the_data() {
    let mut driver = Driver::small(8, 3);
    driver.keys("123");
    driver.key_with(Modifiers::COMMAND, Key::Home);
    driver.key_with(Modifiers::COMMAND, Key::ArrowDown);
    driver.keys("0");
    assert_eq!(driver.app().typed(3, 1), "0");
    driver.key_with(Modifiers::COMMAND, Key::ArrowDown);
    driver.keys("n");
    assert_eq!(driver.app().typed(8, 1), "n");
}

#[test]
fn a_column_is_chosen_by_its_title_and_filled_down() {
    let mut driver = Driver::small(3, 4);
    driver.keys("2");
    driver.press(Role::ColumnHeader, "1 Obiettivo 1");
    driver.key_with(Modifiers::COMMAND, Key::D);
    assert_eq!(
        [
            driver.app().typed(2, 1),
            driver.app().typed(3, 1),
            driver.app().typed(1, 2)
        ],
        ["2", "2", ""]
    );
    driver.key_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(driver.app().typed(3, 1), "");
}

#[test]
fn the_next_empty_cell_is_found_and_filters_keep_rows_under_the_hand() {
    let mut driver = Driver::small(3, 2);
    driver.keys("111");
    driver.key_with(Modifiers::COMMAND, Key::Home);
    driver.key(Key::F4);
    driver.keys("2");
    assert_eq!(driver.app().typed(1, 2), "2");
    driver.command(Command::FilterUnscored);
    assert!(driver.harness.query_by_label("P1 Politica 1").is_none());
    assert!(driver.harness.query_by_label("P2 Politica 2").is_some());
    driver.key_with(Modifiers::COMMAND, Key::Home);
    driver.key(Key::ArrowRight);
    driver.keys("3");
    // Row 2 is full now but does not vanish while it is worked on.
    assert_eq!(driver.app().typed(2, 2), "3");
    assert!(driver.harness.query_by_label("P2 Politica 2").is_some());
    // Asked for again, the filter looks again; nothing is left to do.
    driver.key_with(Modifiers::COMMAND, Key::End);
    driver.keys("3");
    driver.command(Command::FilterUnscored);
    assert!(driver.says("Nessuna riga con questo filtro"));
    driver.press(Role::Button, "Mostra tutte le righe");
    assert!(driver.harness.query_by_label("P1 Politica 1").is_some());
}

#[test]
fn rows_are_hidden_shown_moved_and_removed() {
    let mut driver = Driver::small(3, 2);
    driver.press(Role::RowHeader, "P2 Politica 2");
    driver.command(Command::HideRows);
    assert_eq!(driver.view().rows.len(), 2);
    driver.command(Command::ShowHidden);
    assert_eq!(driver.view().rows.len(), 3);
    driver.press(Role::RowHeader, "P1 Politica 1");
    driver.command(Command::MoveRowsDown);
    let order = |driver: &Driver| -> Vec<String> {
        let contents = driver.app().workspace.contents().unwrap();
        let lines = contents.lines_of(MatrixId::fixed(1), Axis::Rows);
        lines
            .into_iter()
            .map(|(item, _)| contents.item_label(item).0.to_owned())
            .collect()
    };
    assert_eq!(order(&driver), ["P2", "P1", "P3"]);
    driver.command(Command::MoveRowsDown);
    assert_eq!(order(&driver), ["P2", "P3", "P1"]);
    driver.command(Command::MoveRowsUp);
    assert_eq!(order(&driver), ["P2", "P1", "P3"]);
    driver.command(Command::RemoveRows);
    driver.press(Role::Button, "Togli");
    assert_eq!(order(&driver), ["P2", "P3"]);
}

#[test]
fn the_inspector_scores_both_sides_and_qualifies() {
    let mut driver = Driver::small(3, 2);
    driver.press(Role::RadioButton, "Punteggio: +3 3");
    assert_eq!(driver.app().typed(1, 1), "3");
    driver
        .harness
        .get_by_label("Co-beneficio e conflitto")
        .click();
    driver.settle();
    driver.press(Role::RadioButton, "Conflitto: −1 -1");
    assert_eq!(driver.app().typed(1, 1), "3/-1");
    driver.press(Role::RadioButton, "Contributo: indiretto");
    driver.press(Role::RadioButton, "Confidenza: 4");
    let contents = driver.app().workspace.contents().unwrap();
    let said = &contents.assessments[&cell(1, 1)];
    assert_eq!(said.confidence, Some(4));
    assert!(said.contribution.is_some());
    driver.harness.run_steps(30);
    assert!(
        driver.says("prova: vuoto → +3"),
        "the history says who, from what to what"
    );
    driver.harness.get_by_label("non so").click();
    driver.settle();
    assert_eq!(driver.app().typed(1, 1), "?");
}

#[test]
fn a_new_source_is_cited_in_the_cell() {
    let mut driver = Driver::small(2, 2);
    driver.press(Role::Button, "Aggiungi una fonte");
    driver.harness.get_by_label("Nuova fonte…").click();
    driver.settle();
    driver
        .harness
        .get_by_role_and_label(Role::TextInput, "Citazione")
        .click();
    driver.settle();
    driver
        .harness
        .get_by_role_and_label(Role::TextInput, "Citazione")
        .type_text("IRES Piemonte, relazione annuale");
    driver.settle();
    driver.press(Role::Button, "Aggiungi");
    let contents = driver.app().workspace.contents().unwrap();
    assert_eq!(contents.sources.len(), 1);
    assert_eq!(contents.assessments[&cell(1, 1)].sources.len(), 1);
}

#[test]
fn an_assessor_is_added_scores_apart_and_is_deleted_only_after_asking() {
    let mut driver = Driver::small(2, 2);
    driver.command(Command::Assessors);
    driver
        .harness
        .get_by_role_and_label(Role::TextInput, "Nuovo valutatore")
        .click();
    driver.settle();
    driver
        .harness
        .get_by_role_and_label(Role::TextInput, "Nuovo valutatore")
        .type_text("Ufficio A");
    driver.settle();
    driver.press(Role::Button, "Aggiungi");
    driver.press(Role::Button, "Chiudi");
    let id = *driver
        .app()
        .workspace
        .contents()
        .unwrap()
        .assessors
        .keys()
        .find(|id| **id != AssessorId::AGREED)
        .unwrap();
    driver.press(Role::RadioButton, "Valutatore: Ufficio A");
    driver.keys("-2");
    let key = AssessmentKey {
        assessor: id,
        ..cell(1, 1)
    };
    assert_eq!(driver.app().cell(&key).to_string(), "-2");
    assert_eq!(driver.app().typed(1, 1), "");
    driver.command(Command::Assessors);
    driver.press(Role::Button, "Elimina Ufficio A");
    assert!(
        driver
            .app()
            .workspace
            .contents()
            .unwrap()
            .assessors
            .contains_key(&id)
    );
    driver.press(Role::Button, "Elimina");
    assert!(
        !driver
            .app()
            .workspace
            .contents()
            .unwrap()
            .assessors
            .contains_key(&id)
    );
}

#[test]
fn a_matrix_is_made_in_the_wizard_and_filled_at_once() {
    let mut driver = Driver::small(3, 4);
    driver.key_with(Modifiers::COMMAND, Key::M);
    driver
        .harness
        .get_by_role_and_label(Role::TextInput, "Nome")
        .click();
    driver.settle();
    driver
        .harness
        .get_by_role_and_label(Role::TextInput, "Nome")
        .type_text("Seconda");
    driver.settle();
    driver.press(Role::Button, "Crea la matrice");
    driver.settle();
    assert_eq!(driver.app().workspace.contents().unwrap().matrices.len(), 2);
    assert_eq!(driver.view().rows.len(), 3);
    assert_eq!(driver.view().columns.len(), 4);
    driver.keys("3");
    let matrix = driver.app().state.rooms.matrix.matrix.unwrap();
    assert_ne!(matrix, MatrixId::fixed(1));
    let key = AssessmentKey {
        matrix,
        ..cell(1, 1)
    };
    assert_eq!(driver.app().cell(&key).to_string(), "3");
}

#[test]
fn the_wizard_names_the_matrix_takes_a_whole_level_and_a_new_assessor() {
    let (kept, document) = super::catalogue::sample();
    let settings = Settings {
        room: Room::Matrix,
        ..super::driver::settings()
    };
    let mut driver = Driver::of(kept, document, settings, [1280.0, 800.0]);
    driver.key_with(Modifiers::COMMAND, Key::M);
    driver
        .harness
        .get_by_role_and_label(Role::ComboBox, "Colonne: Livello")
        .click();
    driver.settle();
    driver.harness.get_by_label("Traguardo").click();
    driver.settle();
    driver
        .harness
        .get_by_role_and_label(Role::TextInput, "Nuovo valutatore")
        .focus();
    driver.settle();
    driver.keys("Tavolo 2");
    driver.key(Key::Enter);
    driver.press(Role::Button, "Crea la matrice");
    driver.settle();
    let contents = driver.app().workspace.contents().unwrap();
    let matrix = driver.app().state.rooms.matrix.matrix.unwrap();
    assert_eq!(
        contents.matrices[&matrix].name,
        "Politiche × Agenda 2030 per lo sviluppo sostenibile"
    );
    assert!(
        contents
            .assessors
            .values()
            .any(|assessor| assessor.name == "Tavolo 2")
    );
    assert_eq!(driver.view().columns.len(), 169);
}

#[test]
fn f6_leaves_the_grid_and_comes_back() {
    let mut driver = Driver::small(2, 2);
    driver.key(Key::F6);
    driver.keys("2");
    assert_eq!(driver.app().typed(1, 1), "");
    driver.key(Key::F6);
    driver.keys("2");
    assert_eq!(driver.app().typed(1, 1), "2");
    assert_eq!(
        driver.app().workspace.contents().unwrap().assessments[&cell(1, 1)].reason,
        "2"
    );
}

#[test]
fn a_row_is_found_by_a_part_of_its_name() {
    let mut driver = Driver::small(9, 2);
    driver.key_with(Modifiers::COMMAND, Key::F);
    driver.settle();
    driver.keys("politica 7");
    driver.key(Key::Escape);
    driver.settle();
    driver.keys("1");
    assert_eq!(driver.app().typed(7, 1), "1");
}

#[test]
fn weights_change_the_sums_in_one_step() {
    let mut driver = Driver::small(2, 2);
    driver.keys("2");
    driver.command(Command::Weights);
    driver
        .harness
        .get_by_role_and_label(Role::TextInput, "1 Obiettivo 1")
        .click();
    driver.settle();
    driver.key_with(Modifiers::COMMAND, Key::A);
    driver.keys("1,5");
    driver.press(Role::Button, "Salva");
    let layer_net = driver.view().layer(AssessorId::AGREED).rows[0].net();
    assert!((layer_net - 3.0).abs() < 1e-9, "{layer_net}");
}

#[test]
fn the_mouse_drags_a_range_and_a_double_click_edits() {
    let mut driver = Driver::small(3, 3);
    driver.keys("111222333");
    let centre =
        |driver: &Driver, label: &str| driver.harness.get_by_label_contains(label).rect().center();
    let from = centre(&driver, "riga 1 di 3, colonna 1 di 3");
    let to = centre(&driver, "riga 2 di 3, colonna 2 di 3");
    driver.harness.drag_at(from);
    driver.harness.step();
    driver.harness.hover_at(to);
    driver.harness.step();
    driver.harness.drop_at(to);
    driver.settle();
    driver.key(Key::Delete);
    let typed = |driver: &Driver| -> String {
        (1..=3)
            .flat_map(|row| (1..=3).map(move |column| (row, column)))
            .fold(String::new(), |text, (row, column)| {
                text + &driver.app().typed(row, column) + "."
            })
    };
    assert_eq!(typed(&driver), "..3...3.1.2.3.");
    let at = centre(&driver, "riga 3 di 3, colonna 3 di 3");
    for _ in 0..2 {
        driver.harness.drag_at(at);
        driver.harness.drop_at(at);
        driver.harness.step();
    }
    driver.settle();
    // The editor holds what was there: a side can be added to it.
    driver.keys("/-2");
    driver.key(Key::Enter);
    assert_eq!(driver.app().typed(3, 3), "3/-2");
}

#[test]
fn a_square_matrix_refuses_its_diagonal_in_place() {
    use ordito::document::Edit;
    use ordito::model::{Item, Matrix, MatrixKind, PolicyId, ScaleId};
    use ordito::workspace::Action;
    let mut driver = Driver::small(3, 3);
    let matrix = Matrix {
        name: "Quadrata".to_owned(),
        kind: MatrixKind::PolicyPolicy,
        scale: ScaleId::fixed(1),
        position: 0,
        note: String::new(),
        illustrative: false,
        assessors: Vec::new(),
    };
    let items: Vec<Item> = (1..=3).map(|n| Item::Policy(PolicyId::fixed(n))).collect();
    let add = Edit::AddMatrix {
        id: MatrixId::fixed(5),
        matrix,
        rows: items.clone(),
        columns: items,
    };
    driver.harness.state_mut().actions.push(Action::Edit(add));
    driver.harness.step();
    driver.harness.state_mut().state.rooms.matrix.matrix = Some(MatrixId::fixed(5));
    driver.settle();
    driver.keys("2");
    driver
        .harness
        .get_by_role_and_label(Role::Alert, "Una voce non si incrocia con sé stessa");
    driver.key(Key::Escape);
    driver.key(Key::ArrowDown);
    driver.keys("2");
    let key = AssessmentKey {
        matrix: MatrixId::fixed(5),
        assessor: AssessorId::AGREED,
        round: 0,
        row: Item::Policy(PolicyId::fixed(2)),
        column: Item::Policy(PolicyId::fixed(1)),
    };
    assert_eq!(driver.app().cell(&key).to_string(), "2");
    driver.paste("1\t1\t1\n1\t1\t1\n");
    assert!(
        !driver
            .app()
            .workspace
            .notices()
            .last()
            .unwrap()
            .details
            .is_empty()
    );
}

#[test]
fn enter_and_tab_after_a_value_are_as_in_a_spreadsheet() {
    let mut driver = Driver::small(4, 4);
    // The value goes in by itself; Enter after it moves no second time.
    driver.keys("2");
    driver.key(Key::Enter);
    driver.keys("1");
    driver.key(Key::Enter);
    let typed = |driver: &Driver, row| driver.app().typed(row, 1);
    assert_eq!(
        (typed(&driver, 1), typed(&driver, 2)),
        ("2".into(), "1".into())
    );
    // Enter once more goes on, and so does one that was not after a value.
    driver.key(Key::Enter);
    driver.keys("3");
    assert_eq!(
        (typed(&driver, 3), typed(&driver, 4)),
        (String::new(), "3".into())
    );
    // Tab after a value leads to the cell beside it, not beside the one below.
    let mut driver = Driver::small(4, 4);
    for text in ["2", "1", "3"] {
        driver.keys(text);
        driver.key(Key::Tab);
    }
    let row: Vec<String> = (1..=3)
        .map(|column| driver.app().typed(1, column))
        .collect();
    assert_eq!(row, ["2", "1", "3"]);
    assert_eq!(driver.app().typed(2, 2), "");
}

#[test]
fn enter_in_the_name_makes_the_matrix() {
    let mut driver = Driver::small(3, 4);
    driver.key_with(Modifiers::COMMAND, Key::M);
    driver.settle();
    driver.keys("Seconda");
    driver.key(Key::Enter);
    driver.settle();
    let contents = driver.app().workspace.contents().unwrap();
    let names: Vec<&str> = contents
        .matrices
        .values()
        .map(|each| each.name.as_str())
        .collect();
    assert!(names.contains(&"Seconda"), "{names:?}");
    // In a field that filters a list Enter makes nothing.
    driver.key_with(Modifiers::COMMAND, Key::M);
    driver.settle();
    let nodes = driver.harness.get_all_by_role(Role::TextInput);
    let filter = nodes.into_iter().find(|node| {
        let label = node.accesskit_node().label();
        label.is_some_and(|label| label.starts_with("Righe: "))
    });
    filter.unwrap().focus();
    driver.settle();
    driver.keys("P1");
    driver.key(Key::Enter);
    driver.settle();
    assert_eq!(driver.app().workspace.contents().unwrap().matrices.len(), 2);
}
