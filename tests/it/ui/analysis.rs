//! The room Analisi: figures equal to the methods', walking and jumping by keyboard, saving, answers never stale.
//! Pictures of it: `ORDITO_PICTURES=DIR cargo test --test it ui::analysis`.

use super::catalogue::sample;
use super::driver::{Driver, settings};
use super::look::{self, Picture};
use crate::document::small;
use crate::patience::PATIENCE;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::analysis::{Scores, sums};
use ordito::document::{AssessmentChange, CellEdit, Edit};
use ordito::export::Format;
use ordito::figure::palette::Look;
use ordito::model::{
    AssessmentKey, AssessorId, Axis, CellValue, CellsCause, Item, MatrixId, Points,
};
use ordito::workspace::{
    Action, AgendaExport, Analysis, ChartExport, Effect, Export, OnScreen, Purpose, Room, Settings,
};
use std::path::Path;
use std::time::{Duration, Instant};

pub fn opened(look: Look, size: [f32; 2]) -> Driver {
    let (kept, document) = sample();
    let mut driver = Driver::of(
        kept,
        document,
        Settings {
            look,
            room: Room::Analysis,
            ..settings()
        },
        size,
    );
    ready(&mut driver);
    driver
}
/// Runs frames, with the background work of the window between them, until something holds.
pub fn until(driver: &mut Driver, holds: impl Fn(&Driver) -> bool) {
    let since = Instant::now();
    while !holds(driver) {
        assert!(since.elapsed() < PATIENCE);
        driver.harness.state_mut().workspace.tick(Instant::now());
        driver.harness.step();
        std::thread::sleep(Duration::from_millis(2));
    }
    driver.settle();
}
/// Waits for the picture.
pub fn ready(driver: &mut Driver) {
    driver.harness.step();
    until(driver, |driver| {
        driver.harness.query_all_by_label("Aggiornamento…").count() == 0
    });
}
pub fn picture(driver: &mut Driver, name: &str) -> Picture {
    look::picture(&mut driver.harness, &format!("analysis-{name}"))
}
pub fn matrix(driver: &Driver) -> MatrixId {
    let contents = driver.app().workspace.contents().unwrap();
    *contents
        .matrices
        .iter()
        .min_by_key(|(_, matrix)| matrix.position)
        .unwrap()
        .0
}
pub fn scores(driver: &Driver) -> Scores {
    Scores::of(
        driver.app().workspace.contents().unwrap(),
        matrix(driver),
        AssessorId::AGREED,
    )
    .unwrap()
}
/// The labels of everything with a role.
pub fn labels(driver: &Driver, role: Role) -> Vec<String> {
    let all = driver.harness.query_all_by_role(role);
    all.filter_map(|node| node.accesskit_node().label())
        .collect()
}
pub fn click(driver: &mut Driver, role: Role, label: &str) {
    driver.harness.get_by_role_and_label(role, label).click();
    driver.settle();
    ready(driver);
}
/// Does what the window does when a file was picked.
pub fn save(driver: &mut Driver, button: &str, format: Format, path: &Path) {
    driver.harness.get_by_label(button).click();
    driver.settle();
    let asked = |effect: &Effect| matches!(effect, Effect::PickFile { purpose, .. } if *purpose == Purpose::Export(ChartExport(format).into()));
    assert!(driver.app().effects.iter().any(asked));
    let app = driver.harness.state_mut();
    let (state, actions) = (&mut app.state, &mut app.actions);
    ordito::ui::picked(
        Purpose::Export(ChartExport(format).into()),
        path.to_owned(),
        &app.workspace,
        state,
        actions,
    );
    until(driver, |_| path.exists());
}

#[test]
fn profiles_on_screen_are_those_of_the_method() {
    let mut driver = opened(Look::Light, [1600.0, 1000.0]);
    let scores = scores(&driver);
    let contents = driver.app().workspace.contents().unwrap();
    let numbers = ordito::words::Numbers::new(ordito::model::Language::It);
    let shown = marks(&driver);
    let mut n_seen = 0;
    for (line, sums) in scores.rows.iter().zip(sums::lines(&scores, Axis::Rows)) {
        let (code, label) = contents.item_label(line.item);
        let name = format!("{code} {}", label.it);
        if sums.scored == 0 {
            assert!(
                shown
                    .iter()
                    .all(|text| !text.starts_with(&format!("{name}: beneficio"))),
                "{name}"
            );
            continue;
        }
        let wanted = format!(
            "{name}: beneficio lordo {}, conflitto lordo {}, netto {}, indice {}, copertura {} ({} di {}), conflitto interno {}",
            numbers.shortest(sums.benefit),
            numbers.shortest(sums.tradeoff),
            numbers.shortest(sums.net()),
            numbers.signed(sums.coherence_index(scores.largest).unwrap(), 2),
            numbers.percent(sums.coverage().unwrap()),
            sums.scored,
            sums.crossings - sums.not_applicable,
            numbers.number(sums.conflict, 0),
        );
        n_seen += usize::from(shown.iter().any(|text| text.starts_with(&wanted)));
        let other = shown
            .iter()
            .find(|text| text.starts_with(&format!("{name}:")));
        assert!(
            other.is_none_or(|text| text.starts_with(&wanted)),
            "{wanted}\n{other:?}"
        );
    }
    assert!(n_seen >= 15, "{n_seen} of {} rows seen", scores.rows.len());
    let all: sums::Sums = sums::lines(&scores, Axis::Rows).iter().collect();
    let rests = format!(
        "Si reggono su {} celle valutate di {}",
        all.scored, all.crossings
    );
    assert!(
        driver.harness.query_all_by_label_contains(&rests).count() > 0,
        "{rests}"
    );
    // Goals: the same from the other side.
    click(&mut driver, Role::RadioButton, "Di che cosa: Obiettivi");
    let (column, first) = (
        scores.columns[0].item,
        sums::lines(&scores, Axis::Columns)[0],
    );
    let contents = driver.app().workspace.contents().unwrap();
    let (code, label) = contents.item_label(column);
    let wanted = format!(
        "{code} {}: beneficio lordo {}",
        label.it,
        numbers.shortest(first.benefit)
    );
    assert!(
        marks(&driver).iter().any(|text| text.starts_with(&wanted)),
        "{wanted}"
    );
}

#[test]
fn profiles_in_an_order_say_how_far_each_rank_holds() {
    use ordito::analysis::case_deletion::{CaseDeletion, rank_ranges};
    use ordito::analysis::profiles;
    use ordito::figure::chart::ProfileOrder;
    let mut driver = opened(Look::Light, [1600.0, 1000.0]);
    let is_ranked = |text: &String| text.contains("in nove prove su dieci");
    assert!(
        !marks(&driver).iter().any(is_ranked),
        "the order of the matrix is no ranking"
    );
    driver
        .harness
        .get_by_role_and_label(Role::ComboBox, "Ordina per")
        .click();
    driver.settle();
    driver.harness.get_by_label("netto").click();
    driver.settle();
    ready(&mut driver);
    let (contents, scores) = (driver.app().workspace.contents().unwrap(), scores(&driver));
    let values =
        |scores: &Scores| ProfileOrder::Net.values(&profiles(contents, scores, Axis::Rows, None));
    let draws = CaseDeletion::default()
        .draws(&scores, &ordito::jobs::Progress::unwatched(), |less| {
            Ok(values(less))
        })
        .unwrap();
    let found = rank_ranges(&values(&scores), draws.iter().map(Vec::as_slice));
    let shown = marks(&driver);
    let mut n_seen = 0;
    for (line, range) in scores.rows.iter().zip(&found) {
        let (code, label) = contents.item_label(line.item);
        let begins = format!("{code} {}:", label.it);
        let Some(text) = shown.iter().find(|text| text.starts_with(&begins)) else {
            continue;
        };
        let range = range.unwrap();
        let wanted = format!(
            "; {}º posto, in nove prove su dieci fra il {}º e il {}º",
            range.rank, range.low, range.high
        );
        assert!(text.ends_with(&wanted), "{text}\n{wanted}");
        n_seen += 1;
    }
    assert!(
        n_seen >= 10 && found.iter().flatten().any(|range| range.low < range.high),
        "{n_seen}: {found:?}"
    );
    assert!(
        driver
            .harness
            .query_all_by_label_contains("200 prove, ognuna senza una cella")
            .count()
            > 0
    );
    picture(&mut driver, "profiles-ranked");
    click(&mut driver, Role::RadioButton, "Mostra come: Tabella");
    assert!(
        labels(&driver, Role::Row)
            .iter()
            .all(|row| row.contains("Posto da") && row.contains("Posto a"))
    );
}

#[test]
fn a_mark_under_the_pointer_says_what_it_is() {
    let mut driver = opened(Look::Light, [1600.0, 1000.0]);
    let text = marks(&driver)[2].clone();
    let at = driver
        .harness
        .get_by_role_and_label(Role::ListBoxOption, &text)
        .rect()
        .center();
    let said = |driver: &Driver| driver.harness.query_all_by_label(&text).count();
    assert_eq!(said(&driver), 1, "the mark itself");
    driver.harness.hover_at(at);
    driver.wait(1.0);
    assert_eq!(said(&driver), 2, "and what is said beside the pointer");
}

#[test]
fn marks_are_walked_by_arrows_and_lead_to_the_cell_in_the_grid() {
    let mut driver = opened(Look::Light, [1280.0, 800.0]);
    let first = marks(&driver)
        .into_iter()
        .find(|text| text.contains("beneficio lordo"))
        .unwrap();
    driver.harness.get_by_label(&first).click();
    driver.settle();
    driver.key(Key::ArrowDown);
    driver.key(Key::ArrowDown);
    driver.key(Key::Enter);
    // The third policy's cells, with what they say.
    let scores = scores(&driver);
    let third = scores.rows[2].item;
    let sums = sums::over(&scores, Axis::Rows, 2, 0..scores.columns.len());
    driver
        .harness
        .get_by_label(&format!("{} celle valutate", sums.scored));
    let contents = driver.app().workspace.contents().unwrap();
    let (code, label) = contents.item_label(third);
    let name = format!("{code} {}", label.it);
    let open = labels(&driver, Role::Button)
        .into_iter()
        .find(|label| label.starts_with(&format!("Apri nella Matrice: {name} × ")))
        .unwrap();
    driver.harness.get_by_label(&open).click();
    driver.settle();
    assert_eq!(driver.app().workspace.settings().room, Room::Matrix);
    assert_eq!(
        driver.app().state.rooms.matrix.row_under_cursor(),
        Some(third)
    );
    let goal = open.rsplit(" × ").next().unwrap().to_owned();
    assert_eq!(
        driver
            .app()
            .state
            .rooms
            .matrix
            .cursor_name(&driver.app().workspace),
        goal
    );
}

#[test]
fn the_table_sorts_and_leads_to_the_same_cells() {
    let mut driver = opened(Look::Light, [1600.0, 1000.0]);
    click(&mut driver, Role::RadioButton, "Mostra come: Tabella");
    driver
        .harness
        .get_by_role_and_label(Role::ColumnHeader, "Ordina per Conflitto lordo")
        .click();
    driver.settle();
    driver
        .harness
        .get_by_role_and_label(Role::ColumnHeader, "Ordina per Conflitto lordo")
        .click();
    driver.settle();
    let scores = scores(&driver);
    let mut harms: Vec<f64> = sums::lines(&scores, Axis::Rows)
        .iter()
        .filter(|sums| sums.scored > 0)
        .map(|sums| sums.tradeoff)
        .collect();
    harms.sort_by(f64::total_cmp);
    let numbers = ordito::words::Numbers::new(ordito::model::Language::It);
    let rows = labels(&driver, Role::Row);
    for (row, harm) in rows.iter().zip(&harms).take(5) {
        assert!(
            row.contains(&format!("Conflitto lordo {},", numbers.shortest(*harm))),
            "{row} {harm}"
        );
    }
    driver.harness.get_by_label(&rows[0]).click();
    driver.settle();
    let name = rows[0]
        .split(", Beneficio lordo")
        .next()
        .unwrap()
        .trim_start_matches("Nome ")
        .to_owned();
    let open = format!("Apri nella Matrice: {name} × ");
    assert!(
        driver.harness.query_all_by_label_contains(&open).count() > 0,
        "{open}"
    );
}

#[test]
fn a_chart_is_saved_as_picture_and_as_table() {
    let folder = tempfile::tempdir().unwrap();
    let mut driver = opened(Look::Dark, [1280.0, 800.0]);
    let (svg, png) = (folder.path().join("p.svg"), folder.path().join("p.png"));
    save(&mut driver, "Salva come SVG", Format::Svg, &svg);
    save(&mut driver, "Salva come PNG", Format::Png, &png);
    let (csv, xlsx) = (folder.path().join("p.csv"), folder.path().join("p.xlsx"));
    save(&mut driver, "Salva la tabella come CSV", Format::Csv, &csv);
    save(
        &mut driver,
        "Salva la tabella come XLSX",
        Format::Xlsx,
        &xlsx,
    );
    let drawn = std::fs::read_to_string(&svg).unwrap();
    let tree = resvg::usvg::Tree::from_str(&drawn, &resvg::usvg::Options::default()).unwrap();
    assert!(tree.size().width() >= 1000.0);
    // On paper it is light, whatever the screen, and says what it is of.
    assert!(
        drawn.contains("fill=\"#FFFFFF\"") && drawn.contains("Profili delle politiche"),
        "head"
    );
    let said = std::fs::read_to_string(folder.path().join("p.svg.txt")).unwrap();
    assert!(said.contains("beneficio lordo"), "{said}");
    assert_eq!(&std::fs::read(&png).unwrap()[..8], b"\x89PNG\r\n\x1a\n");
    let scores = scores(&driver);
    let mut table = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_path(&csv)
        .unwrap();
    assert_eq!(table.headers().unwrap().get(4), Some("Indice"));
    let records: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), scores.rows.len());
    for (record, sums) in records.iter().zip(sums::lines(&scores, Axis::Rows)) {
        let number = |i: usize| record[i].replace(',', ".").parse::<f64>().ok();
        let figures = [sums.benefit, sums.tradeoff, sums.net()]
            .map(|figure| (sums.scored > 0).then_some(figure));
        assert_eq!([number(1), number(2), number(3)], figures);
        assert_eq!(
            (number(4), number(6)),
            (
                sums.coherence_index(scores.largest),
                Some(f64::from(sums.scored))
            )
        );
    }
    let sheets = ordito::import::read_tables(&xlsx, &ordito::import::Want::default()).unwrap();
    assert_eq!(sheets.len(), 2);
}

#[test]
fn an_answer_of_before_an_edit_is_never_read() {
    let mut driver = opened(Look::Light, [1280.0, 800.0]);
    let (matrix, scores) = (matrix(&driver), scores(&driver));
    let (row, column, benefit) = scores
        .crossings()
        .find_map(|(row, column, score)| match score {
            ordito::analysis::Score::Scored { benefit, harm: 0.0 } => Some((row, column, benefit)),
            _ => None,
        })
        .unwrap();
    let (row_item, column_item): (Item, Item) =
        (scores.rows[row].item, scores.columns[column].item);
    let before = sums::lines(&scores, Axis::Rows)[row];
    let numbers = ordito::words::Numbers::new(ordito::model::Language::It);
    let said = |sums: &sums::Sums| {
        format!(
            "beneficio lordo {}, conflitto lordo {}",
            numbers.shortest(sums.benefit),
            numbers.shortest(sums.tradeoff)
        )
    };
    let contents = driver.app().workspace.contents().unwrap();
    let (code, label) = contents.item_label(row_item);
    let name = format!("{code} {}: ", label.it);
    assert!(
        marks(&driver)
            .iter()
            .any(|text| text.starts_with(&format!("{name}{}", said(&before))))
    );
    // Its cells are open beside it while it is edited.
    let mark = marks(&driver)
        .into_iter()
        .find(|text| text.starts_with(&format!("{name}{}", said(&before))))
        .unwrap();
    driver.harness.get_by_label(&mark).click();
    driver.settle();
    assert!(
        driver
            .harness
            .query_all_by_label_contains(&said(&before))
            .count()
            > 1,
        "the panel says it as well"
    );
    let key = AssessmentKey {
        matrix,
        assessor: AssessorId::AGREED,
        round: 0,
        row: row_item,
        column: column_item,
    };
    let value = CellValue::Scored {
        benefit: Points::ZERO,
        tradeoff: Points::whole(-3),
    };
    let change = AssessmentChange {
        value: Some(value),
        ..AssessmentChange::default()
    };
    let edit = Edit::SetCells {
        cause: CellsCause::Type,
        cells: vec![CellEdit { key, change }],
    };
    driver.harness.state_mut().actions.push(Action::Edit(edit));
    // Frames without background work: the new answer cannot arrive, the old one must not be read.
    for _ in 0..4 {
        driver.harness.step();
        assert_eq!(
            driver
                .harness
                .query_all_by_label_contains("beneficio lordo")
                .count(),
            0
        );
        assert!(driver.harness.query_all_by_label("Aggiornamento…").count() > 0);
    }
    ready(&mut driver);
    let after = sums::Sums {
        benefit: before.benefit - benefit,
        tradeoff: before.tradeoff - 3.0,
        ..before
    };
    let wanted = format!("{name}{}", said(&after));
    assert!(
        marks(&driver).iter().any(|text| text.starts_with(&wanted)),
        "{wanted}"
    );
    assert!(
        driver.harness.query_all_by_label_contains(&wanted).count() > 1,
        "the panel says the new ones"
    );
    assert_eq!(driver.app().workspace.n_analyses_kept(), 1);
}

#[test]
fn a_calculation_that_is_stopped_says_so_and_begins_again_when_asked() {
    let (kept, document) = sample();
    let mut driver = Driver::of(
        kept,
        document,
        Settings {
            room: Room::Analysis,
            ..settings()
        },
        [1280.0, 800.0],
    );
    // No background work has run yet: it is still at work for the window.
    driver.harness.get_by_label("Interrompi").click();
    driver.settle();
    driver.harness.get_by_label("Interrotto");
    assert!(
        marks(&driver)
            .iter()
            .all(|text| !text.contains("beneficio lordo"))
    );
    driver.harness.get_by_label("Calcola di nuovo").click();
    driver.settle();
    ready(&mut driver);
    assert!(
        marks(&driver)
            .iter()
            .any(|text| text.contains("beneficio lordo"))
    );
}

#[test]
fn a_cell_goes_to_the_agenda_which_leaves_as_a_table() {
    let folder = tempfile::tempdir().unwrap();
    let mut driver = opened(Look::Light, [1280.0, 800.0]);
    let first = marks(&driver)
        .into_iter()
        .find(|text| text.contains("beneficio lordo"))
        .unwrap();
    driver.harness.get_by_label(&first).click();
    driver.settle();
    let add = labels(&driver, Role::Button)
        .into_iter()
        .find(|label| label.starts_with("Metti nell'ordine"))
        .unwrap();
    driver.harness.get_by_label(&add).click();
    driver.settle();
    driver.harness.get_by_label("Un incrocio");
    let path = folder.path().join("agenda.csv");
    driver.harness.state_mut().actions.push(Action::Export {
        export: AgendaExport.into(),
        path: path.clone(),
        shown: OnScreen::default(),
    });
    until(&mut driver, |_| path.exists());
    let mut table = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_path(&path)
        .unwrap();
    let records: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    let cell = add.trim_start_matches("Metti nell'ordine del giorno: ");
    assert_eq!(format!("{} × {}", &records[0][1], &records[0][2]), cell);
    assert_eq!(records.len(), 1);
    // What is on the agenda shows it, and goes off with one click.
    let off = format!("Togli dall'ordine del giorno: {cell}");
    driver.harness.get_by_label(&off).click();
    driver.settle();
    assert_eq!(driver.app().workspace.agenda().count(), 0);
    driver.harness.get_by_label(&add).click();
    driver.settle();
    assert_eq!(driver.app().workspace.agenda().count(), 1);
}

#[test]
fn ctrl_5_goes_to_the_room_with_the_matrix_on_screen() {
    let (kept, document) = sample();
    let mut driver = Driver::of(
        kept,
        document,
        Settings {
            room: Room::Matrix,
            ..settings()
        },
        [1280.0, 800.0],
    );
    driver.key_with(Modifiers::COMMAND, Key::Num5);
    ready(&mut driver);
    assert_eq!(driver.app().workspace.settings().room, Room::Analysis);
    assert!(
        marks(&driver)
            .iter()
            .any(|text| text.contains("beneficio lordo"))
    );
}

#[test]
fn the_room_is_drawn_in_every_look_and_size() {
    for (look, name) in [
        (Look::Light, "light"),
        (Look::Dark, "dark"),
        (Look::Contrast, "contrast"),
    ] {
        for size in [[1600.0, 1000.0], [1280.0, 800.0]] {
            let mut driver = opened(look, size);
            picture(&mut driver, &format!("profiles-{name}-{}", size[0])).is_of(look);
            click(&mut driver, Role::RadioButton, "Di che cosa: Obiettivi");
            let first = marks(&driver)
                .into_iter()
                .find(|text| text.contains("beneficio lordo"));
            driver.harness.get_by_label(&first.unwrap()).click();
            driver.settle();
            picture(&mut driver, &format!("goals-behind-{name}-{}", size[0])).is_of(look);
            click(&mut driver, Role::RadioButton, "Mostra come: Tabella");
            picture(&mut driver, &format!("table-{name}-{}", size[0])).is_of(look);
            click(&mut driver, Role::RadioButton, "Mostra come: Figura");
            click(&mut driver, Role::ListItem, "Conflitti");
            picture(&mut driver, &format!("conflicts-{name}-{}", size[0])).is_of(look);
            click(&mut driver, Role::ListItem, "Coerenza fra politiche");
            let pair = marks(&driver)
                .into_iter()
                .find(|text| text.contains("in conflitto 1 "))
                .unwrap();
            picture(&mut driver, &format!("pairs-{name}-{}", size[0])).is_of(look);
            driver.harness.get_by_label(&pair).click();
            driver.settle();
            picture(&mut driver, &format!("pair-{name}-{}", size[0])).is_of(look);
            if size[0] < 1300.0 && look == Look::Light {
                click(&mut driver, Role::ListItem, "Profili");
                for (by, short) in [("Per area", "area"), ("Per livello di governo", "level")] {
                    click(&mut driver, Role::RadioButton, &format!("Raccolti: {by}"));
                    picture(&mut driver, &format!("profiles-{short}")).is_of(look);
                }
            }
            // Ten thousand draws take their time in a test: once in each look is enough.
            if size[0] > 1300.0 {
                continue;
            }
            click(&mut driver, Role::ListItem, "Robustezza");
            for (tab, short) in [
                ("Posizioni", "ranks"),
                ("Intervalli", "intervals"),
                ("Pesi", "weights"),
                ("Stabilità dei pesi", "stability"),
                ("Celle mancanti", "gaps"),
            ] {
                click(
                    &mut driver,
                    Role::RadioButton,
                    &format!("Che cosa si guarda: {tab}"),
                );
                picture(&mut driver, &format!("robust-{short}-{name}-{}", size[0])).is_of(look);
            }
        }
    }
}

/// A matrix of policies 1… and goals 1… with these cells, as they are typed; the room Analisi is open.
pub fn written(rows: &[&str]) -> Driver {
    let n_columns = rows[0].split_whitespace().count() as u128;
    let folder = tempfile::tempdir().unwrap();
    let document = small::matrix_document(
        &folder.path().join("a.ordito"),
        rows.len() as u128,
        n_columns,
    );
    let settings = Settings {
        room: Room::Analysis,
        ..settings()
    };
    let mut driver = Driver::of(folder, document, settings, [1280.0, 800.0]);
    let scale = driver
        .app()
        .workspace
        .contents()
        .unwrap()
        .scales
        .values()
        .next()
        .unwrap()
        .clone();
    let mut cells = Vec::new();
    for (row, text) in (1..).zip(rows) {
        for (column, entry) in (1..).zip(text.split_whitespace()) {
            let value = ordito::model::read_entry(entry.trim_matches('.'), &scale).unwrap();
            let change = AssessmentChange {
                value: Some(value),
                ..AssessmentChange::default()
            };
            cells.push(CellEdit {
                key: small::cell(row, column),
                change,
            });
        }
    }
    let edit = Edit::SetCells {
        cause: CellsCause::Type,
        cells,
    };
    driver.harness.state_mut().actions.push(Action::Edit(edit));
    driver.settle();
    ready(&mut driver);
    driver
}
/// What the marks of the picture say.
pub fn marks(driver: &Driver) -> Vec<String> {
    labels(driver, Role::ListBoxOption)
}

#[test]
fn keys_of_the_grid_touch_no_cell_from_here_and_the_table_is_copied() {
    let (kept, document) = sample();
    let mut driver = Driver::of(
        kept,
        document,
        Settings {
            room: Room::Matrix,
            ..settings()
        },
        [1280.0, 800.0],
    );
    // Every cell is selected there.
    driver.key_with(Modifiers::COMMAND, Key::A);
    driver.key_with(Modifiers::COMMAND, Key::Num5);
    ready(&mut driver);
    let steps = driver.app().n_steps();
    driver.key(Key::Delete);
    for key in [Key::D, Key::R, Key::X] {
        driver.key_with(Modifiers::COMMAND, key);
    }
    assert_eq!(driver.app().n_steps(), steps);
    // The same keys where the cells are seen do clear them.
    driver.key_with(Modifiers::COMMAND, Key::Num3);
    driver.key(Key::Delete);
    assert_eq!(driver.app().n_steps(), steps + 1);
    driver.key_with(Modifiers::COMMAND, Key::Z);
    driver.key_with(Modifiers::COMMAND, Key::Num5);
    ready(&mut driver);
    driver.harness.event(egui::Event::Copy);
    driver.settle();
    let copied = driver.app().effects.iter().find_map(|effect| match effect {
        Effect::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.unwrap();
    let lines: Vec<&str> = copied.lines().collect();
    assert!(
        lines[0].starts_with("Nome\tBeneficio lordo\tConflitto lordo"),
        "{}",
        lines[0]
    );
    assert_eq!(lines.len(), scores(&driver).rows.len() + 1);
}

#[test]
fn every_view_is_a_command_and_f6_goes_into_the_picture() {
    use ordito::workspace::Command;
    let (kept, document) = sample();
    let mut driver = Driver::of(
        kept,
        document,
        Settings {
            room: Room::Catalogue,
            ..settings()
        },
        [1280.0, 800.0],
    );
    for (command, what) in [
        (
            Command::Show(Analysis::Conflicts),
            "Conflitto in una cella: ",
        ),
        (
            Command::Show(Analysis::Coherence),
            "1.1.b Scambio fra cabine di regia × ",
        ),
        (
            Command::Show(Analysis::Profiles),
            "1.1.b Scambio fra cabine di regia: beneficio lordo",
        ),
    ] {
        driver.harness.state_mut().state.asked.push(command);
        driver.settle();
        ready(&mut driver);
        assert_eq!(driver.app().workspace.settings().room, Room::Analysis);
        assert!(
            marks(&driver)[0].starts_with(what),
            "{command:?}: {}",
            marks(&driver)[0]
        );
    }
    driver.key(Key::F6);
    driver.key(Key::ArrowDown);
    driver.key(Key::Enter);
    assert!(
        driver
            .harness
            .query_all_by_label_contains("Apri nella Matrice: 1.1.c Tavoli istituzionali × ")
            .count()
            > 0
    );
    driver.key(Key::Escape);
    assert_eq!(
        driver
            .harness
            .query_all_by_label_contains("Apri nella Matrice: ")
            .count(),
        0
    );
    driver
        .harness
        .state_mut()
        .state
        .asked
        .push(Command::Export(ChartExport(Format::Png).into()));
    driver.settle();
    let asks = |effect: &Effect| {
        matches!(
            effect,
            Effect::PickFile {
                purpose: Purpose::Export(Export::Chart(ChartExport(Format::Png))),
                ..
            }
        )
    };
    assert!(driver.app().effects.iter().any(asks));
}

#[test]
fn many_policies_are_drawn_only_where_they_are_seen() {
    let folder = tempfile::tempdir().unwrap();
    let (rows, columns) = if cfg!(debug_assertions) {
        (300, 60)
    } else {
        (1_000, 169)
    };
    let document = super::matrix_speed::full(folder.path(), rows, columns);
    let settings = Settings {
        room: Room::Analysis,
        ..settings()
    };
    let mut driver = Driver::of(folder, document, settings, [1280.0, 800.0]);
    ready(&mut driver);
    for view in ["Profili", "Conflitti", "Coerenza fra politiche"] {
        click(&mut driver, Role::ListItem, view);
        let seen = marks(&driver).len();
        assert!((5..600).contains(&seen), "{view}: {seen} marks");
        let since = Instant::now();
        for _ in 0..20 {
            driver.harness.step();
        }
        println!("{view}: {:?} a frame", since.elapsed() / 20);
    }
    // To the far corner of the grid by keyboard.
    driver.key(Key::F6);
    driver.key(Key::End);
    let last = format!("P{rows} Politica {rows} × ");
    assert!(
        marks(&driver).iter().any(|text| text.starts_with(&last)),
        "{last}"
    );
}

/// Chooses the sample's matrix of goals × goals.
pub fn choose_square(driver: &mut Driver) {
    driver
        .harness
        .get_by_role_and_label(Role::ComboBox, "Matrice")
        .click();
    driver.settle();
    let contents = driver.app().workspace.contents().unwrap();
    let square = contents
        .matrices
        .values()
        .find(|matrix| matrix.kind.is_square())
        .unwrap()
        .name
        .clone();
    driver.harness.get_by_label(&square).click();
    driver.settle();
    ready(driver);
}

#[test]
fn a_matrix_of_goals_shows_effects_given_and_taken() {
    let mut driver = opened(Look::Light, [1280.0, 800.0]);
    choose_square(&mut driver);
    picture(&mut driver, "square-given");
    let given = marks(&driver);
    click(
        &mut driver,
        Role::RadioButton,
        "Di che cosa: Effetti ricevuti",
    );
    assert_ne!(marks(&driver), given);
    assert!(marks(&driver).iter().all(|text| !text.contains("costo")));
    for view in ["Conflitti", "Coerenza fra politiche", "Robustezza"] {
        click(&mut driver, Role::ListItem, view);
        picture(
            &mut driver,
            &format!("square-{}", view.split(' ').next().unwrap()),
        );
        assert!(!marks(&driver).is_empty(), "{view}");
    }
}

#[test]
fn every_view_leaves_as_a_picture_with_its_head_and_its_words() {
    let folder = tempfile::tempdir().unwrap();
    let mut driver = opened(Look::Dark, [1280.0, 800.0]);
    // A title says what the picture finds, beginning with what it speaks of.
    for (view, begins) in [
        ("Profili", "In testa per "),
        ("Conflitti", ""),
        ("Coerenza fra politiche", "La coppia "),
        ("Robustezza", "In testa più spesso, nel "),
    ] {
        click(&mut driver, Role::ListItem, view);
        let svg = folder.path().join(format!("{}.svg", &view[..4]));
        save(&mut driver, "Salva come SVG", Format::Svg, &svg);
        let drawn = std::fs::read_to_string(&svg).unwrap();
        let (_, title) = drawn.split_once("<title id=\"t\">").unwrap();
        let (title, _) = title.split_once("</title>").unwrap();
        assert!(
            title.starts_with(begins) && title.len() > begins.len(),
            "{view}: {title}"
        );
        if view == "Conflitti" {
            assert!(title.contains("intensità"), "{title}");
        }
        // The same stands above the picture on screen.
        let written = title.replace("&quot;", "\"").replace("&amp;", "&");
        assert!(
            driver.harness.query_all_by_label(&written).count() > 0,
            "{view}: {written}"
        );
        // The head says whose scores and that they are illustrative.
        assert!(
            drawn.contains("Valutatore: Consenso · Azioni e piani × Agenda 2030"),
            "{view}"
        );
        assert!(drawn.contains("Punteggi illustrativi"), "{view}");
        // What it rests on can be read in the picture itself.
        assert!(
            drawn.matches("celle valutate di").count() > 1 || drawn.contains(">Si regge su"),
            "{view}"
        );
        let said = std::fs::read_to_string(svg.with_extension("svg.txt")).unwrap();
        assert!(
            said.lines().count() > 15 && said.contains("celle valutate di"),
            "{view}: {said}"
        );
        let png = folder.path().join(format!("{}.png", &view[..4]));
        save(&mut driver, "Salva come PNG", Format::Png, &png);
        if let Some(pictures) = std::env::var_os("ORDITO_PICTURES") {
            let to = std::path::PathBuf::from(pictures)
                .join(format!("analysis-page-{}.png", &view[..4]));
            std::fs::copy(&png, to).unwrap();
        }
    }
}
