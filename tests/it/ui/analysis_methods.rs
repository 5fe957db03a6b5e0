//! Conflicts, pairs and rankings on screen: those of the methods, filtered, moved, written.

use super::analysis::{click, labels, marks, matrix, opened, ready, save, scores, written};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use ordito::export::Format;
use ordito::figure::palette::Look;
use ordito::model::{AssessorId, Item};
use ordito::workspace::Room;

#[test]
fn conflicts_are_ranked_filtered_and_lead_to_their_cells() {
    // See analysis/conflicts.rs: eight of them, by hand.
    let mut driver = written(&["3 -1 2/-1 0 n", "-2 -3 1 . ."]);
    click(&mut driver, Role::ListItem, "Conflitti");
    let shown = marks(&driver);
    let kinds: Vec<&str> = shown
        .iter()
        .map(|text| text.split(": ").next().unwrap())
        .collect();
    assert_eq!(
        kinds,
        [
            "Obiettivo solo in conflitto",
            "Conflitto in una cella",
            "Conflitto in una cella",
            "Coppia in contrasto",
            "Conflitto in una cella",
            "Cella a due lati",
            "Obiettivo senza contributi",
            "Obiettivo con un solo contributo",
        ],
        "{shown:#?}"
    );
    assert!(shown[0].contains("intensità 4"), "{}", shown[0]);
    click(&mut driver, Role::CheckBox, "Conflitto in una cella (3)");
    click(&mut driver, Role::CheckBox, "Solo senza mitigazione");
    assert_eq!(marks(&driver).len(), 3, "{:#?}", marks(&driver));
    // Words are looked for in all names; accents do not matter.
    driver
        .harness
        .get_by_label("Cerca politica, obiettivo, ufficio")
        .focus();
    driver.keys("Obiettivò 3");
    ready(&mut driver);
    assert_eq!(marks(&driver).len(), 1, "{:#?}", marks(&driver));
    for _ in 0..11 {
        driver.key(Key::Backspace);
    }
    ready(&mut driver);
    assert_eq!(marks(&driver).len(), 3);
    let pair = marks(&driver)
        .into_iter()
        .find(|text| text.starts_with("Coppia in contrasto"))
        .unwrap();
    driver.harness.get_by_label(&pair).click();
    driver.settle();
    driver.harness.get_by_label("2 celle valutate");
    driver
        .harness
        .get_by_label("Tutte nell'ordine del giorno")
        .click();
    driver.settle();
    driver.harness.get_by_label("2 incroci");
    assert_eq!(driver.app().workspace.agenda().count(), 2);
}

#[test]
fn conflicts_leave_as_a_table_with_reasons_and_offices() {
    let folder = tempfile::tempdir().unwrap();
    let mut driver = opened(Look::Light, [1280.0, 800.0]);
    click(&mut driver, Role::ListItem, "Conflitti");
    let (csv, xlsx) = (folder.path().join("c.csv"), folder.path().join("c.xlsx"));
    save(&mut driver, "Salva la tabella come CSV", Format::Csv, &csv);
    save(
        &mut driver,
        "Salva la tabella come XLSX",
        Format::Xlsx,
        &xlsx,
    );
    let found = ordito::analysis::conflicts(
        &scores(&driver),
        |_, _| false,
        5_000,
        &ordito::jobs::Progress::unwatched(),
    )
    .unwrap();
    let mut table = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_path(&csv)
        .unwrap();
    let records: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), found.list.len());
    let intensities: Vec<Option<f64>> = records
        .iter()
        .map(|record| record[2].replace(',', ".").parse().ok())
        .collect();
    assert_eq!(
        intensities,
        found
            .list
            .iter()
            .map(|each| each.intensity)
            .collect::<Vec<_>>()
    );
    assert!(records.iter().any(|record| record[5].len() > 40), "reasons");
    assert!(
        records.iter().any(|record| !record[7].is_empty()),
        "offices"
    );
    // Beside each intensity, how likely the conflict is still there; where nothing pulls, neither.
    assert!(
        records
            .iter()
            .all(|record| record[2].is_empty() == record[3].is_empty())
    );
    let shares: Vec<f64> = records
        .iter()
        .filter_map(|record| record[3].replace(',', ".").parse().ok())
        .collect();
    assert!(
        shares.len() > 10 && shares.iter().all(|share| (0.0..=1.0).contains(share)),
        "{shares:?}"
    );
    let sheets = ordito::import::read_tables(&xlsx, &ordito::import::Want::default()).unwrap();
    assert_eq!(sheets.len(), 2);
}

#[test]
fn every_pair_of_policies_shows_its_index_and_opens_the_goals_behind_it() {
    // Rows 1 and 2: 3/−2 and −1/1 pull (2 and 1), 2/1 agree (1): index (1 − 3)/4.
    let mut driver = written(&["3 -1 2 0", "-2 1 1 .", "-1 -1 . n"]);
    click(&mut driver, Role::ListItem, "Coerenza fra politiche");
    let shown = marks(&driver);
    assert_eq!(shown.len(), 6, "both sides of the diagonal: {shown:#?}");
    let pair = shown
        .iter()
        .find(|text| text.starts_with("P1 Politica 1 × P2 Politica 2"))
        .unwrap();
    assert!(
        pair.contains(
            "indice −0,50; obiettivi in conflitto 2 (intensità 3), in sinergia 1 (1), con danno comune 0 (0)"
        ),
        "{pair}"
    );
    driver.harness.get_by_label(pair).click();
    driver.settle();
    for text in [
        "In conflitto: 2 obiettivi",
        "In sinergia: un obiettivo",
        "1 Obiettivo 1 · intensità 2",
    ] {
        assert!(
            driver.harness.query_all_by_label(text).count() == 1,
            "{text}"
        );
    }
    // The keyboard: right to P1 × P3, Enter: P1 and P3 pull on goal 1 and harm goal 2 together.
    driver.key(Key::ArrowRight);
    driver.key(Key::Enter);
    driver.harness.get_by_label("Danno comune: un obiettivo");
    let open = labels(&driver, Role::Button)
        .into_iter()
        .find(|label| label == "Apri nella Matrice: P3 Politica 3 × 1 Obiettivo 1")
        .unwrap();
    driver.harness.get_by_label(&open).click();
    driver.settle();
    assert_eq!(driver.app().workspace.settings().room, Room::Matrix);
    assert_eq!(
        driver.app().state.rooms.matrix.row_under_cursor(),
        Some(Item::Policy(ordito::model::PolicyId::fixed(3)))
    );
}

#[test]
fn the_indices_on_screen_are_those_of_the_method_and_leave_as_a_table() {
    let folder = tempfile::tempdir().unwrap();
    let mut driver = opened(Look::Light, [1280.0, 800.0]);
    click(&mut driver, Role::ListItem, "Coerenza fra politiche");
    let csv = folder.path().join("pairs.csv");
    save(&mut driver, "Salva la tabella come CSV", Format::Csv, &csv);
    let svg = folder.path().join("pairs.svg");
    save(&mut driver, "Salva come SVG", Format::Svg, &svg);
    assert!(
        std::fs::read_to_string(&svg)
            .unwrap()
            .contains("Coerenza fra politiche: Indice")
    );
    let scores = scores(&driver);
    let pairs = ordito::analysis::coherence::Rows::of(&scores).all_pairs();
    let name = |row: usize| {
        let (code, label) = driver
            .app()
            .workspace
            .contents()
            .unwrap()
            .item_label(scores.rows[row].item);
        format!("{code} {}", label.it)
    };
    let mut table = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_path(&csv)
        .unwrap();
    let records: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    assert_eq!(
        records.len(),
        pairs.iter().filter(|pair| pair.common > 0).count()
    );
    for pair in pairs.iter().filter(|pair| pair.common > 0) {
        let (a, b) = (name(pair.a), name(pair.b));
        let record = records
            .iter()
            .find(|record| record[0] == a && record[1] == b)
            .unwrap();
        let number = |i: usize| record[i].replace(',', ".").parse::<f64>().ok();
        assert_eq!(number(3), Some(f64::from(pair.common)));
        assert_eq!(
            [number(5), number(7), number(9)],
            [
                Some(pair.conflicts.intensity),
                Some(pair.synergies.intensity),
                Some(pair.joint_harm.intensity)
            ]
        );
        assert_eq!(number(10), pair.index());
    }
    // Only pairs of one instrument.
    let all = marks(&driver).len();
    driver.harness.get_by_label("Tipo di coerenza").click();
    driver.settle();
    driver.harness.get_by_label("interna orizzontale").click();
    driver.settle();
    ready(&mut driver);
    let inside = marks(&driver);
    assert!(
        !inside.is_empty() && inside.len() < all,
        "{} of {all}",
        inside.len()
    );
    assert!(
        inside
            .iter()
            .all(|text| text.ends_with("; interna orizzontale"))
    );
}

#[test]
fn a_ranking_shows_how_far_it_holds_as_the_method_says() {
    use ordito::analysis::robustness::{Draws, RankedRows, robustness};
    let mut driver = opened(Look::Light, [1600.0, 1000.0]);
    click(&mut driver, Role::ListItem, "Robustezza");
    let contents = driver.app().workspace.contents().unwrap();
    let draws = Draws::default();
    let rows = RankedRows::of(contents, matrix(&driver), AssessorId::AGREED, draws.unsaid).unwrap();
    let found = robustness(&rows, draws, &ordito::jobs::Progress::unwatched()).unwrap();
    let numbers = ordito::words::Numbers::new(ordito::model::Language::It);
    let shown = marks(&driver);
    let first = found.order()[0];
    let row = &found.rows[first];
    let (code, label) = contents.item_label(row.item);
    let wanted = format!(
        "{code} {}: posizione {}, indice {}, in nove estrazioni su dieci fra {} e {}; prima nel {} delle estrazioni",
        label.it,
        row.rank,
        numbers.signed(row.index, 2),
        numbers.signed(row.low, 2),
        numbers.signed(row.high, 2),
        numbers.percent(row.acceptability[0]),
    );
    assert!(shown[0].starts_with(&wanted), "{}\n{wanted}", shown[0]);
    assert!(
        driver
            .harness
            .query_all_by_label_contains("seme 2030")
            .count()
            > 0
    );
    // Another seed is another answer.
    click(&mut driver, Role::RadioButton, "Si estraggono: Solo pesi");
    assert_ne!(marks(&driver), shown);
    for tab in ["Intervalli", "Stabilità dei pesi"] {
        click(
            &mut driver,
            Role::RadioButton,
            &format!("Che cosa si guarda: {tab}"),
        );
        assert!(!marks(&driver).is_empty(), "{tab}");
    }
    // A missing cell leads to itself in the grid.
    click(
        &mut driver,
        Role::RadioButton,
        "Che cosa si guarda: Celle mancanti",
    );
    let gap = marks(&driver)[0].clone();
    assert!(
        gap.contains(", da valutare: la posizione della riga"),
        "{gap}"
    );
    driver.harness.get_by_label(&gap).click();
    driver.settle();
    let cell = gap.split(", da valutare").next().unwrap().to_owned();
    driver
        .harness
        .get_by_label(&format!("Apri nella Matrice: {cell}"))
        .click();
    driver.settle();
    assert_eq!(driver.app().workspace.settings().room, Room::Matrix);
}

#[test]
fn a_slider_moves_the_ranking_at_once_and_the_document_stays_as_it_is() {
    // K: P1 (3 + 0)/6 = ½, P2 (0 + 2)/6 = ⅓. With goal 2 five times: P1 3/18, P2 10/18.
    let mut driver = written(&["3 0", "0 2"]);
    click(&mut driver, Role::ListItem, "Robustezza");
    click(&mut driver, Role::RadioButton, "Che cosa si guarda: Pesi");
    assert!(
        marks(&driver)[0].starts_with("P1 Politica 1: posizione 1 con questi pesi, indice +0,50"),
        "{:?}",
        marks(&driver)
    );
    let steps = driver.app().n_steps();
    driver.harness.get_by_label("Peso di 2 Obiettivo 2").focus();
    driver.settle();
    for _ in 0..40 {
        driver.harness.key_press(Key::ArrowRight);
        driver.harness.step();
    }
    driver.settle();
    assert!(
        marks(&driver)[0].starts_with("P2 Politica 2: posizione 1 con questi pesi, indice +0,56"),
        "{:?}",
        marks(&driver)
    );
    assert!(marks(&driver)[0].contains("con quelli della matrice posizione 2"));
    // K are equal where 3(1 − x) = 2x: x = 60 %.
    assert!(
        driver
            .harness
            .query_all_by_label("l'ordine regge da 0,0% a 60,0%")
            .count()
            == 1
    );
    driver.harness.get_by_label("Pesi della matrice").click();
    driver.settle();
    assert!(marks(&driver)[0].starts_with("P1"));
    assert_eq!(driver.app().n_steps(), steps);
}

#[test]
fn all_conflicts_shown_go_to_the_agenda_with_one_click() {
    let mut driver = written(&["3 -1 2/-1 0 n", "-2 -3 1 . ."]);
    click(&mut driver, Role::ListItem, "Conflitti");
    // The cells of goal 1 (two), of goal 2 (two), the two-sided one.
    driver
        .harness
        .get_by_label("Metti all'ordine del giorno 5 incroci")
        .click();
    driver.settle();
    assert_eq!(driver.app().workspace.agenda().count(), 5);
}
