//! The policies as a table: written in cells, in ranges, pasted, filled, and counted by keys and clicks.

use super::driver::{Driver, settings};
use crate::document::small;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::document::{Document, Edit};
use ordito::model::{Contents, Policy, PolicyId, PolicyKind, Wording, YearMonth};
use ordito::workspace::{Action, Command, Room, Settings};

fn opened(n: u128) -> Driver {
    let folder = tempfile::tempdir().unwrap();
    let document = small::matrix_document(&folder.path().join("a.ordito"), n, 2);
    let settings = Settings {
        room: Room::Catalogue,
        ..settings()
    };
    Driver::of(folder, document, settings, [1900.0, 900.0])
}
fn contents(driver: &Driver) -> &Contents {
    driver.app().workspace.contents().unwrap()
}
fn policy(driver: &Driver, n: u128) -> &Policy {
    &contents(driver).policies[&PolicyId::fixed(n)]
}
fn label(node: &Node<'_>) -> String {
    node.accesskit_node().label().unwrap_or_default()
}
fn cell<'a>(driver: &'a Driver, n: u128, head: &str) -> Node<'a> {
    let begins = format!("P{n} Politica {n}, {head}: ");
    let mut cells = driver.harness.get_all_by_role(Role::GridCell);
    let found = cells.find(|cell| label(cell).starts_with(&begins));
    found.unwrap_or_else(|| panic!("there is no cell {begins}"))
}
fn click(driver: &mut Driver, n: u128, head: &str) {
    cell(driver, n, head).click();
    driver.settle();
}
fn click_with(driver: &mut Driver, held: Modifiers, n: u128, head: &str) {
    cell(driver, n, head).click_modifiers(held);
    driver.settle();
}
fn command(driver: &mut Driver, command: Command) {
    driver.harness.state_mut().state.asked.push(command);
    driver.settle();
}
fn alerts(driver: &Driver) -> Vec<String> {
    let alerts = driver.harness.query_all_by_role(Role::Alert);
    alerts.map(|node| label(&node)).collect()
}
fn copied(driver: &Driver) -> String {
    let effects = driver.app().effects.iter().rev();
    let mut texts = effects.filter_map(|effect| match effect {
        ordito::workspace::Effect::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    texts.next().unwrap()
}
/// Shows columns besides those that are there at first.
fn with_columns(driver: &mut Driver, columns: &[&str]) {
    driver.harness.get_by_label("Colonne").click();
    driver.settle();
    for column in columns {
        driver
            .harness
            .get_by_role_and_label(Role::CheckBox, column)
            .click_accesskit();
        driver.settle();
    }
    driver.key(Key::Escape);
}

#[test]
fn the_type_of_eleven_policies_takes_four_keys_and_clicks() {
    let mut driver = opened(11);
    let before = driver.app().n_steps();
    // One and two: the first cell and the last. Three: the first letter. Four: into all of them.
    click(&mut driver, 1, "Tipo");
    click_with(&mut driver, Modifiers::SHIFT, 11, "Tipo");
    driver.keys("m");
    driver.key_with(Modifiers::COMMAND, Key::Enter);
    assert!((1..=11).all(|n| policy(&driver, n).kind == PolicyKind::Measure));
    assert_eq!(driver.app().n_steps(), before + 1, "one step");
    driver.harness.state_mut().actions.push(Action::Undo);
    driver.settle();
    assert!((1..=11).all(|n| policy(&driver, n).kind == PolicyKind::default()));
    // By the head of the column it is one less, and by filling it is as in the matrix.
    driver
        .harness
        .get_by_role_and_label(Role::ColumnHeader, "Tipo")
        .click();
    driver.settle();
    driver.keys("r");
    driver.key_with(Modifiers::COMMAND, Key::Enter);
    assert!((1..=11).all(|n| policy(&driver, n).kind == PolicyKind::Network));
    click(&mut driver, 4, "Tipo");
    driver.keys("pia");
    driver.key(Key::Enter);
    click(&mut driver, 4, "Tipo");
    click_with(&mut driver, Modifiers::SHIFT, 9, "Tipo");
    driver.key_with(Modifiers::COMMAND, Key::D);
    assert!((4..=9).all(|n| policy(&driver, n).kind == PolicyKind::Plan));
    assert_eq!(policy(&driver, 10).kind, PolicyKind::Network);
}

#[test]
fn every_column_is_written_in_its_cell_as_people_write() {
    let mut driver = opened(3);
    let more = [
        "Nome breve",
        "Livello",
        "Territorio",
        "Titolare",
        "Attori coinvolti",
    ];
    with_columns(&mut driver, &more);
    with_columns(&mut driver, &["Variante di", "Celle"]);
    for (head, text) in [
        ("Codice", "1.1"),
        ("Nome breve", "Breve"),
        ("Tipo", "misura"),
        ("Livello", "me"),
        ("Territorio", "Pinerolese"),
        ("Titolare", "Ufficio clima"),
        ("Attori coinvolti", "Arpa; Ufficio clima"),
        ("Inizio", "01/03/2025"),
        ("Fine", "dicembre 2026"),
        ("Costo in euro", "1,5 mln"),
        ("Dicitura", "da"),
        ("Variante di", "P3"),
    ] {
        let steps = driver.app().n_steps();
        // The code is the row's name from then on.
        let begins = if head == "Codice" { "P2 " } else { "1.1 " };
        let there = |driver: &Driver| {
            let cells = driver.harness.get_all_by_role(Role::GridCell);
            let mut labels = cells.map(|cell| label(&cell));
            labels.find(|label| label.starts_with(begins) && label.contains(&format!(", {head}: ")))
        };
        // The last columns come in sight by the keyboard.
        if there(&driver).is_none() {
            driver.key(Key::ArrowUp);
            driver.key(Key::End);
        }
        let cell = there(&driver).unwrap_or_else(|| panic!("{head}"));
        driver
            .harness
            .get_by_role_and_label(Role::GridCell, &cell)
            .click();
        driver.settle();
        driver.keys(text);
        driver.key(Key::Enter);
        assert_eq!(
            driver.app().n_steps(),
            steps + 1,
            "{head}: {:?}",
            alerts(&driver)
        );
    }
    let policy = policy(&driver, 2).clone();
    let actor = |id| contents(&driver).actors[&id].name.clone();
    assert_eq!(
        (policy.code.as_str(), policy.short.as_str()),
        ("1.1", "Breve")
    );
    assert_eq!(policy.kind, PolicyKind::Measure);
    assert_eq!(policy.level, Some(ordito::model::Level::Metropolitan));
    assert_eq!(policy.territory, "Pinerolese");
    assert_eq!(policy.owner.map(actor).as_deref(), Some("Ufficio clima"));
    let actors: Vec<String> = policy.actors.iter().map(|id| actor(*id)).collect();
    assert_eq!(actors, ["Arpa", "Ufficio clima"]);
    let month = |year, month| Some(YearMonth { year, month });
    assert_eq!(
        (policy.start, policy.end),
        (month(2025, 3), month(2026, 12))
    );
    assert_eq!(policy.budget_cents, Some(150_000_000));
    assert_eq!(policy.wording, Wording::ToFill);
    assert_eq!(policy.variant_of, Some(PolicyId::fixed(3)));
    // What is counted is not written.
    let hash = contents(&driver).hash();
    let cells = driver.harness.get_all_by_role(Role::GridCell);
    let counted = cells
        .into_iter()
        .find(|cell| label(cell).contains(", Celle: "));
    counted.unwrap().click();
    driver.settle();
    driver.keys("7");
    driver.key(Key::Enter);
    assert_eq!(contents(&driver).hash(), hash);
}

#[test]
fn what_a_cell_refuses_stays_in_it_with_the_reason_and_changes_nothing() {
    let mut driver = opened(3);
    for (head, text, why) in [
        ("Tipo", "xyz", "«xyz» non è una delle parole dell'elenco"),
        ("Inizio", "13/2026", "«13/2026» non è un mese"),
        ("Costo in euro", "molto", "«molto» non è una somma"),
        ("Codice", "P3", "P3"),
    ] {
        let hash = contents(&driver).hash();
        click(&mut driver, 2, head);
        driver.keys(text);
        driver.key(Key::Enter);
        assert!(
            alerts(&driver).iter().any(|alert| alert.contains(why)),
            "{head}: {:?}",
            alerts(&driver)
        );
        // It does not go by a click elsewhere, and not when the room is left.
        click(&mut driver, 1, "Nome");
        for room in [Room::Matrix, Room::Catalogue] {
            driver
                .harness
                .state_mut()
                .actions
                .push(Action::SetRoom(room));
            driver.settle();
        }
        assert_eq!(contents(&driver).hash(), hash, "{head}");
        let name = format!("{head}: P2 Politica 2");
        let field = driver.harness.get_by_role_and_label(Role::TextInput, &name);
        assert_eq!(field.value().as_deref(), Some(text));
        // Who leaves the document is told.
        command(&mut driver, Command::Quit);
        let told = driver.harness.query_all_by_label_contains(why);
        assert!(told.count() > 1, "in its cell and in the question");
        driver.harness.get_by_label("Torna a scrivere").click();
        driver.settle();
        driver.key(Key::Escape);
        assert!(alerts(&driver).is_empty(), "{:?}", alerts(&driver));
        assert_eq!(contents(&driver).hash(), hash);
    }
}

#[test]
fn a_pasted_block_goes_in_as_one_step_and_what_does_not_is_listed_with_its_place() {
    let mut driver = opened(3);
    let before = contents(&driver).hash();
    let steps = driver.app().n_steps();
    click(&mut driver, 2, "Inizio");
    driver.paste("03/2025\t31/12/2026\t96.920,50\r\n13/2025\t2026\tmolto\r\n2025\t2026\t1\r\n");
    assert_eq!(driver.app().n_steps(), steps + 1);
    let month = |year, month| Some(YearMonth { year, month });
    assert_eq!(
        (policy(&driver, 2).start, policy(&driver, 2).end),
        (month(2025, 3), month(2026, 12))
    );
    assert_eq!(policy(&driver, 2).budget_cents, Some(9_692_050));
    assert_eq!(
        (policy(&driver, 3).start, policy(&driver, 3).end),
        (None, month(2026, 12))
    );
    let notices = driver.app().workspace.notices();
    let notice = notices.last().unwrap();
    assert_eq!(notice.text, "Celle scritte: 4. Non entrate: 5.");
    let details = notice.details.join("\n");
    for told in [
        "Inizio di «P3 Politica 3»: «13/2025» non è un mese",
        "Costo in euro di «P3 Politica 3»: «molto» non è una somma",
        "3 valori cadono fuori dalla tabella",
    ] {
        assert!(details.contains(told), "{details}");
    }
    driver.harness.state_mut().actions.push(Action::Undo);
    driver.settle();
    assert_eq!(contents(&driver).hash(), before);
    // An end that only fits the start pasted with it, in whichever order they come.
    click(&mut driver, 1, "Inizio");
    driver.paste("2025-01\t2025-02\n");
    driver.paste("2027-01\t2027-02\n");
    assert_eq!(
        (policy(&driver, 1).start, policy(&driver, 1).end),
        (month(2027, 1), month(2027, 2))
    );
    // Copied as it is typed.
    click_with(&mut driver, Modifiers::SHIFT, 1, "Fine");
    command(&mut driver, Command::Copy);
    assert_eq!(copied(&driver), "01/2027\t02/2027\n");
    command(&mut driver, Command::Clear);
    assert_eq!(
        (policy(&driver, 1).start, policy(&driver, 1).end),
        (None, None)
    );
}

#[test]
fn offices_are_found_or_made_on_the_way_and_told() {
    let mut driver = opened(4);
    with_columns(&mut driver, &["Titolare"]);
    click(&mut driver, 1, "Titolare");
    driver.paste("Ufficio clima\nUfficio acque\nufficio clima\n");
    let steps = driver.app().n_steps();
    let owner = |driver: &Driver, n| {
        let owner = policy(driver, n).owner?;
        Some(contents(driver).actors[&owner].name.clone())
    };
    assert_eq!(owner(&driver, 3).as_deref(), Some("Ufficio clima"));
    let made = "Attori nuovi: Ufficio clima, Ufficio acque";
    let notices = driver.app().workspace.notices();
    assert!(notices.iter().any(|notice| notice.text == made));
    // Typed, the first that fits is taken; the list says which.
    click(&mut driver, 4, "Titolare");
    driver.keys("acq");
    let offered: Vec<String> = driver
        .harness
        .get_all_by_role(Role::ListBoxOption)
        .map(|node| label(&node))
        .collect();
    assert_eq!(offered, ["Ufficio acque", "Nuovo: acq"]);
    driver.key(Key::Enter);
    assert_eq!(owner(&driver, 4).as_deref(), Some("Ufficio acque"));
    assert_eq!(driver.app().n_steps(), steps + 1);
    assert_eq!(contents(&driver).actors.len(), 2 + n_assessing(&driver));
}
/// Actors that the document began with.
fn n_assessing(driver: &Driver) -> usize {
    let named = contents(driver).actors.values();
    named
        .filter(|actor| !actor.name.starts_with("Ufficio"))
        .count()
}

#[test]
fn policies_are_typed_one_after_the_other_however_fast() {
    let mut driver = opened(1);
    click(&mut driver, 1, "Nome");
    for name in ["Uno", "Due"] {
        driver.key(Key::Insert);
        driver.keys(name);
        driver.key(Key::Enter);
    }
    // All of it in one frame.
    driver.key(Key::Insert);
    let key = |key| Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    for event in [
        Event::Text("T".to_owned()),
        Event::Text("re".to_owned()),
        key(Key::Enter),
        key(Key::Tab),
        Event::Text("m".to_owned()),
        key(Key::Enter),
    ] {
        driver.harness.event(event);
    }
    driver.settle();
    let names: Vec<&str> = contents(&driver)
        .policy_children(None)
        .into_iter()
        .map(|(_, policy)| policy.name.as_str())
        .collect();
    assert_eq!(names, ["Politica 1", "Uno", "Due", "Tre"]);
    let three = contents(&driver)
        .policies
        .values()
        .find(|policy| policy.name == "Tre");
    assert_eq!(three.unwrap().kind, PolicyKind::Measure);
}

#[test]
fn a_child_of_a_plan_is_an_action_and_what_is_below_it_a_measure() {
    let mut driver = opened(1);
    click(&mut driver, 1, "Tipo");
    driver.keys("pia");
    driver.key(Key::Enter);
    click(&mut driver, 1, "Nome");
    for kind in [PolicyKind::Action, PolicyKind::Measure] {
        let n = contents(&driver).policies.len();
        driver.key_with(Modifiers::SHIFT, Key::Insert);
        driver.keys("Sotto");
        driver.key(Key::Enter);
        assert_eq!(contents(&driver).policies.len(), n + 1);
        let deepest = contents(&driver).policy_tree().into_iter().max().unwrap().1;
        assert_eq!(contents(&driver).policies[&deepest].kind, kind);
    }
}

#[test]
fn rows_are_taken_whole_one_by_one_and_with_their_headings() {
    let mut driver = opened(4);
    let head = |driver: &Driver, n: u128| {
        let begins = format!("P{n} ");
        let heads = driver.harness.get_all_by_role(Role::RowHeader);
        let found = heads
            .into_iter()
            .find(|head| label(head).starts_with(&begins));
        found.unwrap().rect().center()
    };
    let at = head(&driver, 2);
    driver.harness.drag_at(at);
    driver.harness.drop_at(at);
    driver.settle();
    command(&mut driver, Command::Copy);
    let rows = copied(&driver);
    assert!(
        rows.starts_with("Codice\tNome\tTipo\t") && rows.contains("\nP2\tPolitica 2\t"),
        "{rows}"
    );
    // With Ctrl one more, wherever it stands: the form is of both.
    click_with(&mut driver, Modifiers::COMMAND, 4, "Inizio");
    driver.harness.get_by_label("2 politiche selezionate");
    driver.key(Key::Delete);
    let asked = driver.harness.query_all_by_label("Eliminare 2 politiche?");
    assert!(asked.count() > 0);
    driver.key(Key::Escape);
    // Pasted with headings they are policies to be added, not texts for cells.
    let hash = contents(&driver).hash();
    driver.paste(&rows);
    assert!(driver.app().state.dialogs.is_open());
    driver.key(Key::Escape);
    assert_eq!(contents(&driver).hash(), hash);
}

#[test]
fn nothing_touches_in_an_empty_catalogue() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ordito");
    let document = Document::create(&path, &small::first_edit(2), &small::stamp(1)).unwrap();
    let settings = Settings {
        room: Room::Catalogue,
        ..settings()
    };
    let driver = Driver::of(folder, document, settings, [1366.0, 768.0]);
    let mut buttons: Vec<egui::Rect> = [
        "Aggiungi una politica",
        "Importa politiche…",
        "Incolla politiche…",
    ]
    .iter()
    .map(|name| {
        // The one in the middle, where there is another above the table.
        let all = driver.harness.get_all_by_role(Role::Button);
        let named = all.filter(|button| label(button) == *name);
        named
            .map(|button| button.rect())
            .max_by(|a, b| a.top().total_cmp(&b.top()))
            .unwrap()
    })
    .collect();
    buttons.sort_by(|a, b| a.top().total_cmp(&b.top()));
    for pair in buttons.windows(2) {
        assert!(pair[1].top() - pair[0].bottom() >= 6.0, "{pair:?}");
    }
}

#[test]
fn an_edit_of_cells_is_undone_and_done_again_as_one() {
    let mut driver = opened(3);
    let one = Edit::ChangePolicy {
        id: PolicyId::fixed(1),
        policy: Policy {
            territory: "Torino".to_owned(),
            ..policy(&driver, 1).clone()
        },
    };
    driver.harness.state_mut().actions.push(Action::Edit(one));
    driver.settle();
    with_columns(&mut driver, &["Territorio"]);
    let before = contents(&driver).hash();
    click(&mut driver, 1, "Territorio");
    click_with(&mut driver, Modifiers::SHIFT, 3, "Territorio");
    driver.key_with(Modifiers::COMMAND, Key::D);
    assert!((1..=3).all(|n| policy(&driver, n).territory == "Torino"));
    let after = contents(&driver).hash();
    driver.harness.state_mut().actions.push(Action::Undo);
    driver.settle();
    assert_eq!(contents(&driver).hash(), before);
    driver.harness.state_mut().actions.push(Action::Redo);
    driver.settle();
    assert_eq!(contents(&driver).hash(), after);
}

#[test]
fn the_first_policy_is_added_by_ins_in_an_empty_catalogue() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ordito");
    let document = Document::create(&path, &small::first_edit(2), &small::stamp(1)).unwrap();
    let settings = Settings {
        room: Room::Catalogue,
        ..settings()
    };
    let mut driver = Driver::of(folder, document, settings, [1366.0, 768.0]);
    driver.key(Key::Insert);
    driver.settle();
    assert_eq!(contents(&driver).policies.len(), 1);
    driver.keys("Prima");
    driver.key(Key::Enter);
    let names: Vec<&str> = contents(&driver)
        .policies
        .values()
        .map(|each| each.name.as_str())
        .collect();
    assert_eq!(names, ["Prima"]);
}

#[test]
fn columns_that_are_chosen_and_widths_that_are_dragged_are_remembered() {
    let kept = tempfile::tempdir().unwrap();
    let file = kept.path().join("settings.json");
    let begun = |file: &std::path::Path| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ordito");
        let document = small::matrix_document(&path, 3, 2);
        let settings = Settings {
            room: Room::Catalogue,
            tour_seen: true,
            signature_asked: true,
            ..Settings::load(file)
        };
        Driver::of(folder, document, settings, [1366.0, 768.0])
    };
    let mut driver = begun(&file);
    let head = |driver: &Driver, name: &str| {
        let heads = driver.harness.get_all_by_role(Role::ColumnHeader);
        let found = heads.into_iter().find(|head| label(head).starts_with(name));
        found.map(|head| head.rect())
    };
    assert!(head(&driver, "Territorio").is_none());
    with_columns(&mut driver, &["Territorio"]);
    driver.settle();
    let code = head(&driver, "Codice").unwrap();
    let from = egui::pos2(code.right(), code.center().y);
    driver.harness.hover_at(from);
    driver.harness.step();
    driver.harness.drag_at(from);
    driver.harness.step();
    driver.harness.hover_at(from + egui::vec2(50.0, 0.0));
    driver.harness.step();
    driver.harness.drop_at(from + egui::vec2(50.0, 0.0));
    driver.settle();
    let steps = driver.app().n_steps();
    let wide = head(&driver, "Codice").unwrap().width();
    assert!((wide - code.width() - 50.0).abs() < 1.5, "{wide}");
    let later = std::time::Instant::now() + std::time::Duration::from_secs(3);
    driver.harness.state_mut().workspace.tick(later);
    assert_eq!(
        driver.app().n_steps(),
        steps,
        "the document knows nothing of it"
    );
    drop(driver);
    let driver = begun(&file);
    assert_eq!(head(&driver, "Codice").unwrap().width(), wide);
    assert!(head(&driver, "Territorio").is_some());
}

#[test]
fn the_menu_of_a_cell_does_what_the_key_does() {
    for (head, asks) in [("Nome", true), ("Tipo", false)] {
        let mut driver = opened(3);
        let steps = driver.app().n_steps();
        cell(&driver, 2, head).click_secondary();
        driver.settle();
        driver.harness.get_by_label("Svuota le celle").click();
        driver.settle();
        driver.settle();
        let dialogs = driver.harness.query_all_by_role(Role::Dialog).count();
        assert_eq!(dialogs > 0, asks, "{head}");
        assert_eq!(driver.app().n_steps(), steps, "{head}");
    }
}
